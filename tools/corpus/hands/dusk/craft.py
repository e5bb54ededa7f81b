"""The producer's step sequencer: drum rows, bass rows, chord rows, arpeggios, riffs and chopped samples, each written as a line of steps per bar.

A row's bars stand between strokes and go round with a section's; a bar's steps share it evenly: `x...x...` is eighths, sixteen signs are sixteenths.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from score import Part
from song import Bar, Song, Where
from theory import Chord, near, voicing

LOUD = {"X": 120.0, "x": 100.0, "o": 78.0, "-": 46.0, "r": 86.0, "t": 86.0, "q": 80.0, "?": 70.0}
"""Signs of a drum row: accent, hit, soft, ghost, a roll of two, three or four, and perhaps."""

DRUMS = {
    "k": 36, "sn": 38, "snap": 40, "rim": 37, "cl": 39, "h": 42, "ped": 44, "o": 46, "ride": 51, "bell": 53, "crash": 49, "tam": 54, "cow": 56, "hi": 50,
    "mid": 47, "lo": 43, "floor": 41,
    "sh": 70, "cab": 69, "bon": 60, "bol": 61, "cm": 62, "co": 63, "cu": 64, "tih": 65, "til": 66, "agh": 67, "agl": 68, "clv": 75, "wb": 76, "wl": 77,
    "tri": 81,
}
"""Short names for General MIDI's drums."""

ACOUSTIC = ("kit:standard", "kit:room", "kit:power", "kit:standard")
MACHINES = ("~kit:808", "~kit:909", "~kit:linn", "kit:electronic", "kit:808")
DUSTY = ("~kit:lofi", "~kit:lofi", "kit:standard", "kit:jazz", "~kit:linn", "kit:room")
BASSES = ("finger-bass", "pick-bass", "~electric-bass", "fretless")
KEYS = ("rhodes", "~fm-piano", "dx-piano", "rhodes", "electric-grand")


def bar_of(text: str, index: int) -> str:
    """The row's cell for the bar."""
    cells = [cell.strip() for cell in text.split("|") if cell.strip()]
    return cells[index % len(cells)]


def steps(song: Song, text: str, where: Where = None, rest: str = ".") -> Iterator[tuple[float, str, Bar]]:
    """Where each sign of a row stands in the piece."""
    for bar in song.bars(where):
        cell = bar_of(text, bar.index)
        for place, sign in enumerate(cell):
            if sign not in rest:
                yield bar.start + place * bar.beats / len(cell), sign, bar


def drums(song: Song, kit: Part, rows: dict[str, str], where: Where = None, fill: str = "", crash: float = 0.6, ghost: float = 0.0, soft: float = 1.0) -> None:
    """A drummer or a machine that plays the rows, with a fill before a new section and a crash after it."""
    for bar in song.bars(where):
        filling = bool(fill) and bar.last and bar.section.bars > 1 and song.chance(0.8)
        turn = bar.beats - (2.0 if bar.beats >= 4 else 1.0) if filling else bar.beats
        for name, text in rows.items():
            cell = bar_of(text, bar.index)
            step = bar.beats / len(cell)
            for place, sign in enumerate(cell):
                if sign in "." or place * step >= turn - 1e-6 and name != "k":
                    continue
                _hit(song, kit, bar.start + place * step, step, DRUMS[name], sign, soft)
        if filling:
            _fill(song, kit, bar.start + turn, bar.start + bar.beats, fill, soft)
        if bar.index == 0 and bar.start > 0 and fill and song.chance(crash):
            kit.add(bar.start, 1.0, song.pick(49, 57), 104 * soft)
        if ghost:
            for place in range(int(bar.beats * 4)):
                if place % 4 and song.chance(ghost):
                    kit.add(bar.start + place / 4, 0.2, 38, song.between(28, 44) * soft)


def _hit(song: Song, kit: Part, at: float, step: float, key: int, sign: str, soft: float) -> None:
    """One sign of a drum row."""
    if sign == "?" and song.chance(0.5):
        return
    times = {"r": 2, "t": 3, "q": 4}.get(sign, 1)
    for turn in range(times):
        force = LOUD[sign] * soft * (1.0 - 0.07 * (times - 1 - turn)) + song.between(-6, 6)
        kit.add(at + turn * step / times, min(step / times, 0.5), key, max(force, 8.0))


def _fill(song: Song, kit: Part, at: float, end: float, kind: str, soft: float) -> None:
    """What leads into the next section."""
    step = 0.5 if song.time.swing and song.time.unit == 1.0 else 0.25
    count = round((end - at) / step)
    keys = {"toms": (50, 48, 47, 45, 43), "snare": (38,), "brush": (38, 38, 43), "machine": (38, 39, 42, 47), "timbales": (65, 66, 65, 38), "stop": ()}[kind]
    for place in range(count if keys else 0):
        if song.chance(0.82 if kind in ("toms", "snare", "timbales") else 0.5):
            key = song.pick(*keys) if kind in ("machine", "brush") else keys[min(place * len(keys) // count, len(keys) - 1)]
            kit.add(at + place * step, step, key, (70 + 45 * place / count + song.between(-8, 8)) * soft)


def chord_at(song: Song, beat: float) -> Chord:
    """The chord that holds."""
    return song.piece().chord_at(beat)


def _low(chord: Chord, base: int) -> int:
    """A bass note for the chord."""
    return near(chord.bass, base)


def bass(song: Song, part: Part, row: str, base: int = 36, where: Where = None, gate: float = 0.9, longest: float = 4.0, force: float = 98.0,
        glide: float = 0.0) -> None:
    """A bass row: R root (r soft), 8 octave, l octave below, 2 to 7 above the root, a and A half a step under and over the coming root, g dead, - a rest."""
    found = list(steps(song, row, where))
    for place, (at, sign, bar) in enumerate(found):
        if sign == "-":
            continue
        after = found[place + 1][0] if place + 1 < len(found) else bar.start + bar.beats
        if after < at or after - at > bar.beats * 2:
            after = bar.start + bar.beats
        chord = chord_at(song, at)
        root = _low(chord, base)
        tones = chord.intervals
        fifth = tones[2] if len(tones) > 2 else 7
        coming = _low(chord_at(song, after), base)
        pitch = {"R": root, "r": root, "g": root, "8": root + 12, "l": root - 12, "2": root + 2, "3": root + tones[1] % 12, "4": root + 5,
            "5": root + (fifth if root + fifth <= base + 12 else fifth - 12),
                 "6": root + 9, "7": root + (tones[3] if len(tones) > 3 and tones[3] > 8 else 10), "a": coming - 1, "A": coming + 1}[sign]
        length = 0.12 if sign == "g" else max(min(after - at, longest) * gate, 0.08)
        level = force * {"r": 0.75, "g": 0.5}.get(sign, 1.0) + song.between(-6, 6)
        bend: tuple[tuple[float, float], ...] = ()
        if glide and length > 0.6 and song.chance(glide):
            far = song.pick(12, -12, 7, 5, -5)
            bend = ((0.0, 0.0), (length * 0.6, 0.0), (length * 0.85, far))
        part.add(at, length, max(pitch, 22), level, "dead" if sign == "g" else "", bend)


def walk(song: Song, part: Part, base: int = 40, where: Where = None, skip: float = 0.12, force: float = 92.0) -> None:
    """Four to the bar: roots where chords begin, half steps into the next, chord tones and scale steps on the way."""
    beats = [(bar.start + beat, bar) for bar in song.bars(where) for beat in range(int(bar.beats))]
    pitch = float(_low(chord_at(song, beats[0][0]), base)) if beats else 0.0
    up, before = True, None
    for place, (at, _) in enumerate(beats):
        chord, after = chord_at(song, at), chord_at(song, at + 1)
        if chord is not before:
            pitch = near(chord.bass, base if abs(pitch - base) > 8 else pitch)
        elif after is not chord and place + 1 < len(beats):
            pitch = near(after.bass, pitch) + song.pick(-1, 1, -1, 2, 7 if pitch < base else -5)
        else:
            options = [near(tone, pitch + (3 if up else -3)) for tone in chord.classes[:4]] + [pitch + (2 if up else -2)]
            options = [p for p in options if p != pitch] or [pitch + 12]
            pitch = song.pick(*options)
        before = chord
        up = pitch < base - 3 or (pitch < base + 9 and (up if song.chance(0.8) else not up))
        part.add(at, 0.92, min(max(pitch, base - 12), base + 15), force + song.between(-8, 6))
        if song.chance(skip):
            part.add(at + 0.5, 0.3, min(max(pitch, base - 12), base + 15), force * 0.6)


def comp(song: Song, part: Part, row: str, centre: float = 60, voices: int = 4, where: Where = None, gate: float = 0.8, longest: float = 2.0,
        strum: float = 0.0, force: float = 84.0,
         spread: bool = False, low: int = 43) -> None:
    """A chord row: X x o - by loudness, u an up-stroke, m palm-muted, d dead strings, b the bass note, B its fifth, h the upper two voices, z silence."""
    found = list(steps(song, row, where))
    before: list[int] | None = None
    last: Chord | None = None
    for place, (at, sign, bar) in enumerate(found):
        after = found[place + 1][0] if place + 1 < len(found) else bar.start + bar.beats
        if after < at or after - at > bar.beats * 2:
            after = bar.start + bar.beats
        if sign == "z":
            continue
        chord = chord_at(song, at)
        if chord is not last or before is None:
            before, last = voicing(chord, centre, voices, before, spread), chord
        length = max(min(after - at, longest) * gate, 0.06)
        if sign in "bB":
            root = near(chord.bass, low)
            part.add(at, length, root if sign == "b" else root + (7 if root + 7 <= low + 6 else -5), force * 1.05 + song.between(-5, 5))
            continue
        pitches = sorted(before)
        if sign == "h":
            pitches = pitches[-2:]
        if sign == "u":
            pitches = pitches[:0:-1] or pitches
        level = force * {"X": 1.22, "x": 1.0, "o": 0.78, "-": 0.5, "u": 0.8, "m": 0.85, "d": 0.6, "h": 0.9}[sign]
        how = {"m": "mute", "d": "dead"}.get(sign, "")
        for turn, pitch in enumerate(pitches):
            part.add(at + turn * strum, 0.1 if sign == "d" else max(length - turn * strum, 0.06), pitch, max(level + song.between(-6, 5), 10), how)


def pad(song: Song, part: Part, centre: float = 60, voices: int = 4, where: Where = None, force: float = 72.0, spread: bool = False, gate: float = 1.0) -> None:
    """Each chord held as long as it lasts, voices led."""
    before: list[int] | None = None
    for span in song.chords(where):
        before = voicing(span.chord, centre, voices, before, spread)
        for pitch in before:
            part.add(span.start, span.length * gate, pitch, force + song.between(-4, 4))


def arp(song: Song, part: Part, shape: str, centre: float = 64, voices: int = 4, where: Where = None, step: float = 0.25, gate: float = 0.9,
        force: float = 80.0, restart: bool = True,
        low: int = 43, accent: int = 4) -> None:
    """The chord's tones one by one: digits count them from below (past the top they go an octave up), b and B are bass and fifth, a dot is a rest."""
    before: list[int] | None = None
    last: Chord | None = None
    count = 0
    for bar in song.bars(where):
        count = 0 if restart else count
        for place in range(round(bar.beats / step)):
            sign = shape[count % len(shape)]
            count += 1
            if sign == ".":
                continue
            at = bar.start + place * step
            chord = chord_at(song, at)
            if chord is not last or before is None:
                before, last = sorted(voicing(chord, centre, voices, before)), chord
            if sign in "bB":
                root = near(chord.bass, low)
                pitch = root if sign == "b" else root + (7 if root + 7 <= low + 6 else -5)
            else:
                turn = int(sign)
                pitch = before[turn % voices] + 12 * (turn // voices)
            part.add(at, step * gate, pitch, force * (1.12 if place % accent == 0 else 1.0) + song.between(-6, 6))


def riff(song: Song, part: Part, text: str, base: int = 40, where: Where = None, chordal: bool = False, stack: Sequence[int] = (0, 7), gate: float = 0.95,
        force: float = 104.0) -> None:
    """A riff in semitones over the tonic (or chord root): a dot holds, ~ rests; m palm-muted, p power chord, d dead, h harmonic, b bent up from below."""
    for bar in song.bars(where):
        tokens = bar_of(text, bar.index).split()
        step = bar.beats / len(tokens)
        for place, token in enumerate(tokens):
            if token in (".", "~"):
                continue
            at, length = bar.start + place * step, step
            for held in tokens[place + 1:]:
                if held != ".":
                    break
                length += step
            root = near(chord_at(song, at).root if chordal else song.tonic, base)
            pitch = root + int(token.rstrip("mpdhb"))
            how = {"m": "mute", "d": "dead", "h": "harmonic"}.get(token[-1], "")
            bend = ((0.0, -1.0), (min(0.2, length / 2), 0.0)) if token.endswith("b") else ()
            for interval in stack if token.endswith("p") else (0,):
                part.add(at, length * (0.6 if how == "mute" else gate), pitch + interval, force * (0.86 if how else 1.0) + song.between(-5, 5), how, bend)


def chug(song: Song, steps_a_bar: int, bars: int, fill: float, high: Sequence[int], accents: float = 0.25) -> str:
    """Makes up a low riff: palm-muted open strings with holes, and power chords that stick out."""
    cells = []
    for _ in range(bars):
        tokens = [f"{song.pick(*high)}p" if song.chance(accents) else "0m" if song.chance(fill) else song.pick("~", ".") for _ in range(steps_a_bar)]
        tokens[0] = "0p"
        cells.append(" ".join(tokens))
    return " | ".join(cells)


def chop(song: Song, parts: Sequence[Part], row: str, loop: Sequence[tuple[float, float, int, int]], length: float = 4.0, where: Where = None,
        force: float = 84.0) -> None:
    """A sampled loop played from the pads: a b c d start it at its first to fourth quarter; each pad cuts off the one before; z cuts to silence.

    The loop is (start, length, semitones over the chord's root, index of the part) over `length` beats.
    """
    found = list(steps(song, row, where))
    for place, (at, sign, bar) in enumerate(found):
        if sign == "z":
            continue
        after = found[place + 1][0] if place + 1 < len(found) else bar.start + bar.beats
        room = min(after if after > at else bar.start + bar.beats, at + length) - at
        begin = "abcd".index(sign) * length / 4
        root = near(chord_at(song, at).root, 60)
        for start, held, up, who in loop:
            if begin - 1e-6 <= start < begin + room - 0.05:
                parts[who % len(parts)].add(at + start - begin, min(held, begin + room - start), root + up, force + song.between(-3, 3))


def loop_for(song: Song, minor: bool, length: float = 4.0) -> list[tuple[float, float, int, int]]:
    """Two bars from somebody's record, to be chopped: a chord stab or two, and a little tune over it on another instrument."""
    colours = ((0, 3, 7, 10, 14), (-2, 3, 7, 10), (0, 3, 7, 14)) if minor else ((0, 4, 7, 11, 14), (-1, 4, 7, 9), (0, 4, 7, 14))
    out = []
    for start in sorted({0.0, song.pick(1.5, 2.0, 2.5, 2.75)}):
        out += [(start, song.between(0.8, 1.9), tone, 0) for tone in song.pick(*colours)]
    tones = (7, 10, 12, 14, 15, 17, 19) if minor else (7, 9, 12, 14, 16, 19, 21)
    at, place = song.pick(0.0, 0.5, 0.25), song.rng.randrange(len(tones))
    while at < length:
        held = song.pick(0.25, 0.5, 0.5, 0.75, 1.0)
        if song.chance(0.75):
            out.append((at, held, tones[place], 1))
        place = min(max(place + song.pick(-2, -1, -1, 1, 1, 2), 0), len(tones) - 1)
        at += held
    return out


def hits(song: Song, part: Part, every: int, length: float, pitch: int = 60, chance: float = 0.8, where: Where = None, early: float = 0.0,
        force: float = 80.0) -> None:
    """A noise at the beginning of every so many bars (or `early` beats before): risers, impacts, scratches, gongs."""
    for bar in song.bars(where):
        if bar.index % every == 0 and bar.start >= early and song.chance(chance):
            part.add(bar.start - early, length, pitch, force)
