"""The beat maker's bench: rows of steps for drums, basses, chords and riffs; hooks, solos, raps; mute buttons.

A row is a string with one mark per step. Strokes part its bars, which take turns; slashes part alternatives, of which a piece draws one. A bar's
steps share it evenly, so that sixteen of them are sixteenths in four beats, and twelve are triplets there or sixteenths in three.
"""

from __future__ import annotations

from collections.abc import Sequence

from score import Note, Part, Section
from song import Bar, Song, Where
from theory import Chord, near, voicing

KEYS: dict[str, int] = {
    "kick": 36, "snare": 38, "snare2": 40, "rim": 37, "clap": 39, "hat": 42, "pedal": 44, "open": 46, "crash": 49, "china": 52, "splash": 55, "ride": 51, "bell": 53, "tamb": 54,
    "cowbell": 56, "tom1": 50, "tom2": 47, "tom3": 43, "floor": 41, "bongo": 60, "bongo2": 61, "slap": 62, "conga": 63, "conga2": 64, "timbale": 65, "timbale2": 66, "agogo": 67,
    "agogo2": 68, "cabasa": 69, "maracas": 70, "guiro": 73, "guiro2": 74, "claves": 75, "block": 76, "block2": 77, "shaker": 82,
}
"""General MIDI's drums by what players call them."""

LEVELS: dict[str, float] = {"X": 115.0, "x": 94.0, "o": 70.0, "g": 40.0}
"""Velocities of a row's hits: accent, hit, soft, ghost."""

STRONG = frozenset({"hat", "ride", "shaker", "maracas", "claves", "cowbell", "tamb", "pedal"})
"""What goes on through a fill."""

CYMBALS = frozenset({"hat", "open", "ride", "china"})
"""Of those that a beat has rows for, one at least keeps time."""


def drawn(s: Song, row: str) -> list[str]:
    """One of a row's alternatives, as its bars."""
    return s.pick(*row.split("/")).split("|")


def form(s: Song, kind: str = "song") -> str:
    """A plan of sections in the order in which they come."""
    return s.pick(*{
        "song": ("intro verse chorus verse chorus bridge chorus", "verse verse chorus verse chorus", "intro verse chorus break chorus", "chorus verse chorus verse bridge chorus"),
        "loop": ("intro verse chorus verse break chorus", "verse chorus verse chorus break verse", "intro verse verse chorus break verse chorus"),
        "club": ("intro groove build drop groove break build drop", "groove drop break build drop", "intro groove break build drop drop"),
        "tune": ("tune tune solo tune", "intro tune solo solo tune", "tune solo tune solo"),
    }[kind])


# Drums.
def beat(s: Song, part: Part, rows: dict[str, str], where: Where = None, fills: str = "toms snare drop", every: int = 8, ghosts: float = 0.0, crash: str = "crash",
         thin: float = 0.04) -> None:
    """Rows of drums over the bars, with fills at the end of sections and now and then every `every` bars; `fills` empty has none, `crash` empty is without cymbal."""
    bars = {drum: drawn(s, row) for drum, row in rows.items()}
    kept = [drum for drum in rows if drum in CYMBALS]
    if kept and all(set("".join(bars[drum])) == {"."} for drum in kept):
        drum = s.pick(*kept)
        bars[drum] = s.pick(*[row for row in rows[drum].split("/") if set(row) - {".", "|"}]).split("|")
    half = s.chance(0.5)
    for bar in s.bars(where):
        filled = bool(fills) and s.chance(0.85 if bar.last else 0.5 if (bar.index + 1) % every == 0 else 0.02)
        cut = (0.5 if half or s.chance(0.2) else 0.75) if filled else 1.0
        for drum, turns in bars.items():
            row = turns[bar.index % len(turns)]
            step = bar.beats / len(row)
            for place, mark in enumerate(row):
                if mark == "." or place / len(row) >= cut and drum not in STRONG or mark in "og" and s.chance(thin):
                    continue
                part.add(s.written(bar.start + place * step), min(step, 0.4), KEYS[drum], LEVELS[mark] * s.between(0.9, 1.07))
        for place in range(16):
            if ghosts and place % 4 and place / 16 < cut and s.chance(ghosts * (1.0 if place % 2 else 0.5)):
                part.add(bar.start + place * bar.beats / 16, 0.1, KEYS["snare"], s.between(24, 44))
        if crash and bar.index == 0 and bar.start > 0 and s.chance(0.85):
            part.add(bar.start, 1.0, KEYS[crash], s.between(88, 112))
        if filled:
            _fill(s, part, s.pick(*fills.split()), bar, cut)


def _fill(s: Song, part: Part, kind: str, bar: Bar, cut: float) -> None:
    """The bar's rest: `toms` going down, `snare` growing, `hands` on congas, `claps`, `stutter` of the kick, or `drop`: nothing but a pick-up."""
    steps = max(round(bar.beats * 4 * (1 - cut)), 2)
    step = bar.beats * (1 - cut) / steps
    if kind == "drop":
        part.add(bar.start + bar.beats - step, step, KEYS[s.pick("snare", "kick", "open")], 96)
        return
    down = {"toms": ("tom1", "tom2", "tom3", "floor"), "snare": ("snare",), "hands": ("bongo", "slap", "conga", "conga2"), "claps": ("clap",), "stutter": ("kick",),
            "timbales": ("timbale", "timbale", "timbale2"), "brush": ("snare", "tom3")}[kind]
    for place in range(steps):
        if s.chance(0.18) and place:
            continue
        drum = down[min(place * len(down) // steps, len(down) - 1)]
        part.add(bar.start + bar.beats * cut + place * step, step * 0.9, KEYS[drum], min(62 + 50 * (place + 1) / steps + s.between(-8, 8), 122))


def roll(s: Song, part: Part, drum: str = "snare", where: Where = "build") -> None:
    """A roll over whole sections: quarters, eighths, sixteenths, louder all the time."""
    for section in s.sections:
        if s.inside(section, where):
            at, whole = section.start, section.end - section.start
            while at < section.end - 0.5:
                done = (at - section.start) / whole
                part.add(at, 0.2, KEYS[drum], 45 + 65 * done)
                at += 1.0 if done < 0.4 else 0.5 if done < 0.75 else 0.25


# Low end.
_DEGREES = {"3": 1, "5": 2, "7": 3}


def _tone(chord: Chord, mark: str, base: int) -> int:
    """A bass row's mark as a pitch; `base` is the root's."""
    if mark in _DEGREES:
        return base + (chord.intervals[_DEGREES[mark]] if _DEGREES[mark] < len(chord.intervals) else 12 if mark == "7" else 7)
    return base + {"8": 12, "4": -5, "6": 9, "9": 14, "b": 10}.get(mark, 0)


def bass(s: Song, part: Part, row: str, where: Where = None, low: int = 29, length: float = 0.92, loose: float = 0.03) -> None:
    """A bass row: 1 3 5 6 7 8 the chord's degrees, b the flat seventh, 4 the fifth below, a leads into the next bar's chord, d is a dead note, - holds."""
    turns = drawn(s, row)
    piece = s.piece()
    for bar in s.bars(where):
        marks = turns[bar.index % len(turns)]
        step = bar.beats / len(marks)
        for place, mark in enumerate(marks):
            if mark in ".-" or place and s.chance(loose):
                continue
            steps = 1 + held(marks, place)
            at = s.written(bar.start + place * step)
            chord = piece.chord_at(at)
            base = low + (chord.bass - low) % 12
            if mark == "a":
                goal = low + (piece.chord_at(bar.start + bar.beats).bass - low) % 12
                base = goal + s.pick(-1, -2, 1, 2, 7)
            elif mark == "d":
                part.add(at, step * 0.4, base, 52, "dead")
                continue
            part.add(at, steps * step * length, _tone(chord, mark, base) if mark != "a" else base, s.between(86, 104) + (8 if place == 0 else 0))


def held(marks: str, place: int) -> int:
    """How many steps of `-` follow a mark."""
    rest = marks[place + 1:]
    return len(rest) - len(rest.lstrip("-"))


def walk(s: Song, part: Part, where: Where = None, low: int = 28, high: int = 52) -> None:
    """Quarter notes: the root where a chord begins, chord tones and steps between, and a lead-in before the next."""
    piece, at = s.piece(), float(low + 10)
    for bar in s.bars(where):
        for beat_ in range(round(bar.beats)):
            now = bar.start + beat_
            chord, after = piece.chord_at(now), piece.chord_at(now + 1)
            fresh = beat_ == 0 or chord is not piece.chord_at(now - 1)
            if fresh:
                pitch = near(chord.bass, at)
            elif after is not chord:
                pitch = near(after.bass, at) + s.pick(-1, 1, 1, -2)
            else:
                pitch = near(s.pick(*chord.classes[1:4], chord.root), at + s.pick(-4, 4, 3))
            pitch = pitch + 12 if pitch < low else pitch - 12 if pitch > high else pitch
            part.add(now, 0.9, pitch, s.between(84, 102))
            if s.chance(0.07):
                part.add(now + 0.5, 0.3, pitch, 60, "dead")
            at = float(pitch)


# Chords.
def comp(s: Song, part: Part, row: str, where: Where = None, centre: float = 60, voices: int = 3, length: float = 0.9, strum: float = 0.0, spread: bool = False, how: str = "",
         loose: float = 0.03, level: float = 1.0) -> None:
    """A row of chords: X x o g strike and - holds, d strikes damped strings, digits pluck single strings from the lowest; `strum` is beats between strings."""
    turns = drawn(s, row)
    piece = s.piece()
    before: list[int] | None = None
    for bar in s.bars(where):
        marks = turns[bar.index % len(turns)]
        step = bar.beats / len(marks)
        for place, mark in enumerate(marks):
            if mark in ".-" or place and s.chance(loose):
                continue
            at, long = s.written(bar.start + place * step), (1 + held(marks, place)) * step * length
            before = voicing(piece.chord_at(at), centre, voices, before, spread)
            if mark.isdigit():
                octave, string = divmod(int(mark), len(before))
                part.add(at, max(long, step), before[string] + 12 * octave, level * (s.between(72, 92) + (10 if place == 0 else 0)), how)
                continue
            strings = before if place % 2 == 0 else before[::-1]
            for number, pitch in enumerate(strings):
                velocity = (58.0 if mark == "d" else LEVELS[mark] * 0.86) * level * s.between(0.92, 1.06)
                part.add(at + number * strum, step * 0.35 if mark == "d" else long, pitch, velocity, "dead" if mark == "d" else how)


def pad(s: Song, part: Part, where: Where = None, centre: float = 62, voices: int = 4, how: str = "", level: float = 0.8) -> None:
    """Each chord held as long as it lasts."""
    before: list[int] | None = None
    for span in s.chords(where):
        before = voicing(span.chord, centre, voices, before)
        for pitch in before:
            part.add(span.start, span.length * 0.98, pitch, 84 * level, how)


def chop(s: Song, part: Part, where: Where = None, slices: int = 8, centre: float = 64, voices: int = 4) -> None:
    """A sampler's loop: two bars of chords and a top line cut into slices, which come back in another order, some of them stuttering."""
    order = [place if s.chance(0.55) else s.rng.randrange(slices) for place in range(slices)]
    tops = [s.rng.randrange(5) for _ in range(slices)]
    cuts = [s.pick("hold", "hold", "short", "stutter", "mute") for _ in range(slices)]
    cuts[0] = "hold"
    piece = s.piece()
    for section in s.sections:
        if not s.inside(section, where):
            continue
        size = section.beats * 2 / slices
        for turn in range(round((section.end - section.start) / size)):
            at, place = section.start + turn * size, turn % slices
            cell = order[place]
            home = section.start + turn // slices * section.beats * 2 + cell * size
            chord = piece.chord_at(min(home, section.end - 0.1))
            pitches = [*voicing(chord, centre, voices), near(s.pick(*chord.classes[:3]) if s.chance(0.05) else chord.classes[tops[cell] % len(chord.classes)], centre + 12)]
            hits = {"hold": ((0.0, 0.95),), "short": ((0.0, 0.4),), "stutter": ((0.0, 0.22), (0.25, 0.22), (0.5, 0.45)), "mute": ()}[cuts[place]]
            for begin, long in hits:
                for pitch in pitches:
                    part.add(at + begin * size, long * size, pitch, s.between(78, 90))


# Mute buttons and the mixing desk.
def mutes(s: Song, parts: Sequence[Part], every: int = 4, on: float = 0.65, least: int = 1) -> None:
    """Presses one mute button every `every` bars: of these layers one enters or one leaves, and `least` of them (0 or 1) play."""
    playing = [s.chance(on) for _ in parts]
    if least:
        playing[s.rng.randrange(len(parts))] = True
    silent: list[set[int]] = [set() for _ in parts]
    blocks = _blocks(s, every)
    for number in range(len(blocks)):
        turn = s.rng.randrange(len(parts))
        playing[turn] = not playing[turn] if s.chance(on) or not playing[turn] else playing[turn]
        if least and not any(playing):
            playing[turn] = True
        for place, plays in enumerate(playing):
            if not plays:
                silent[place].add(number)
    for part, blank in zip(parts, silent, strict=True):
        part.notes = [note for note in part.notes if _block(blocks, note) not in blank]


def _blocks(s: Song, every: int) -> list[float]:
    """Beats at which blocks of `every` bars begin; every section begins one."""
    return [section.start + bar * section.beats for section in s.sections for bar in range(0, section.bars, every)]


def _block(blocks: list[float], note: Note) -> int:
    """Number of the block that a note begins in."""
    return max(sum(start <= note.start + 1e-6 for start in blocks) - 1, 0)


def drop(s: Song, parts: Sequence[Part], beats: float = 1.0, share: float = 0.6) -> None:
    """Takes parts out just before a section begins, for `beats` beats."""
    gaps: list[Section] = [section for section in s.sections[:-1] if s.chance(share)]
    for part in parts:
        part.notes = [note for note in part.notes if not any(gap.end - beats - 1e-6 <= note.start < gap.end - 1e-6 for gap in gaps)]


def dynamics(s: Song, parts: Sequence[Part] | None = None) -> None:
    """Each kind of section at a loudness of its own, choruses loudest, and a crescendo into some of the next sections."""
    loud = {"chorus": 1.0, "solo": 1.0, "storm": 1.05, "montuno": 1.0, "breakdown": 1.0}
    levels: dict[str, float] = {}
    for section in s.sections:
        level = levels.setdefault(section.name, loud.get(section.name, s.between(0.78, 0.96)))
        grows = s.chance(0.5)
        for note in (note for part in parts or s.parts for note in part.notes if section.start <= note.start < section.end):
            rest = (section.end - note.start) / section.beats
            note.velocity = min(max(note.velocity * level * (1.0 + 0.06 * max(2.0 - rest, 0.0) if grows else 1.0), 1.0), 127.0)


def ride(s: Song, part: Part, bars: int = 8) -> None:
    """Opens and closes an own voice's filter by hand every `bars` bars."""
    span = bars * s.beats
    low, high = s.between(0.1, 0.4), s.between(0.6, 1.0)
    part.sweep = tuple((turn * span / 2, low if turn % 2 == 0 else high) for turn in range(round(s.sections[-1].end / span * 2) + 2))


def rise(s: Song, where: Where = "build") -> None:
    """Noise that climbs through a section, and an impact after it."""
    up, down = s.part("~riser", level=-8), s.part("~impact", level=-8)
    for section in s.sections:
        if s.inside(section, where):
            up.add(section.start, section.end - section.start, 60, 100)
            if section.end < s.sections[-1].end:
                down.add(section.end, 2.0, 60, 100)
