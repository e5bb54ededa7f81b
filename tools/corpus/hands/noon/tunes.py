"""The front line: sung and played tunes from rhythm cells, improvisation, harmony parts, imitation, and rapping."""

from __future__ import annotations

from hands.noon.craft import Only, grid, touch
from score import Part
from song import Bar, Song, Where
from theory import SCALES, Chord, ladder, nearest_step

SINGERS = ("~vocal", "~vocal-low", "~vocal-duo", "~backing", "~choir", "~choir-low", "~robot")
"""Voices that sing syllables."""

SUNG = ("la", "no", "mi", "da", "wo", "bei", "so", "ay", "lou", "ne", "ma", "hoi", "ta", "sE", "wA", "du", "ya", "go", "li", "fa")
"""Syllables of a song without words."""

SAID = tuple((
    "one time for the corner|bass in the basement|kick drum walking|never late on the rent|"
    "count it off again|everybody in the back|this is how we do it here|show me how it goes|"
    "I was born on a Sunday|told them wait for me|nobody knows the number|paper in the pocket|shoes on the wire|city never closed|"
    "mama said be careful|I came from nothing|"
    "now the table is mine|ten toes on the ground|write it in the morning|say it in the night|who is at the window|"
    "roll it down slow|keep your eyes open|tell them what you saw|"
    "hot like the summer|cold like the train|hands in the air now|give me some room|we got the rhythm|let it ride out|do not touch that dial|up on the rooftop"
).split("|"))
"""Things to say on the beat."""

CELLS: dict[str, tuple[str, ...]] = {
    "song": ("x-x-x---", "x--xx-x-", ".xxxx-x-", "x-xxx---", "..xxx-x-", "x---x-xx", "x--x----", ".x-xx---"),
    "soul": ("..x-xx.x-x-.....", "x--x--x-x-------", "....xxx-x--x----", "x-.xx-x---......", "..x-x-xxx---....", "x-------.xx-x-..", "...x-xx-x---x---"),
    "long": ("x-------", "x---x---", "x-----x-", "x---x-x-", "..x-----"),
    "eighth": ("xxxxxxxx", "x-xxxxx-", "xxx-xxxx", ".xxxxxxx", "xxxxx---", "x-x-xxxx"),
    "bop": ("xxxxxxxx", ".xxxxxx.", "x.xxxxx.", "..xxxxx-", "xxxx.xx-", "x--xxxxx", ".x-x----", "x.x..x--"),
    "sixteenth": ("xxxxxxxxxxxxxxxx", "x-x-xxxxx-x-xxxx", "x-xxx-xxx-xxx-xx", "xxxxx-x-xxxxx-x-", "x---xxxxx-x-x---"),
    "twelve": ("x--x-xx-----", "...x-xx-xx--", "x-xx--x--...", "..xx-xx-x---", "x-----x-xx--"),
    "three": ("x---x-", "x-x-x-", "x-----", "x--xx-", "x-xxx-", "..x-x-"),
    "blues": ("..xxx-x-", "x-x---..", ".xx-x---", "x--xx---", "xxxxx---", "x-----.."),
}
"""Rhythms of a bar by the manner of the tune."""


def snap(of: Chord, pitch: float, low: int, high: int, tones: int = 4) -> int:
    """The chord tone nearest to a pitch within a range; with few `tones` only the lower ones of the chord."""
    classes = of.classes[:tones]
    return min((p for p in range(low, high + 1) if p % 12 in classes), key=lambda p: (abs(p - pitch), p), default=round(pitch))


def _steps(row: str) -> list[tuple[float, float]]:
    """Onsets and lengths of a cell as fractions of the bar."""
    found: list[list[float]] = []
    for place, sign in enumerate(row):
        if sign == "x":
            found.append([place / len(row), 1 / len(row)])
        elif sign == "-" and found:
            found[-1][1] += 1 / len(row)
    return [(start, length) for start, length in found]


def _word(s: Song, part: Part) -> str:
    return s.pick(*SUNG) if part.voice in SINGERS else ""


def _inside(place: int, count: int) -> int:
    """A rung that a contour reached, turned back at the ends of the ladder."""
    if place < 0:
        place = -place
    if place >= count:
        place = 2 * (count - 1) - place
    return min(max(place, 0), count - 1)


def tune(s: Song, part: Part, low: int, high: int, cells: str | tuple[str, ...] = "song", form: str = "AABA", bars: int = 2, where: Where = None,
        only: Only = None,
         scale: str | None = None, leap: float = 0.2, bend: float = 0.0, grace: float = 0.0, legato: float = 0.94, hard: float = 94, warp: dict[int,
             float] | None = None,
         free: float = 0.1) -> None:
    """A tune in phrases of `bars` bars by the letters of `form`: a phrase keeps rhythm and contour, strong notes follow the chords, the last comes home.
    `bend` scoops, `grace` adds short notes before, `warp` moves degrees by parts of a semitone."""
    piece = s.piece()
    bank = CELLS[cells] if isinstance(cells, str) else cells
    rungs = s.rungs(low, high, scale)
    chosen = [bar for bar in s.bars(where) if only is None or only(bar)]
    phrases: dict[str, tuple[list[str], list[int], int]] = {}
    for place in range(0, len(chosen), bars):
        number = place // bars
        letter = form[number % len(form)]
        if letter not in phrases:
            drift = s.pick(-1, 1)
            moves = [s.pick(-3, -2, 2, 3, 4) if s.chance(leap) else s.pick(-1, -1, 0, 1, 1, drift) for _ in range(24)]
            phrases[letter] = ([s.pick(*bank) for _ in range(bars)], moves, len(rungs) // 2 + s.pick(-2, -1, 0, 1, 2))
        rhythm, moves, rung = phrases[letter]
        group = chosen[place:place + bars]
        notes = [(bar, bar.start + start * bar.beats, length * bar.beats) for bar, row in zip(group, rhythm, strict=False) for start, length in _steps(row)]
        for count, (bar, at, length) in enumerate(notes):
            at = s.written(at)
            if count:
                rung = _inside(rung + (s.pick(-1, 1) if s.chance(free) else moves[count % len(moves)]), len(rungs))
            pitch = rungs[_inside(rung, len(rungs))]
            here = piece.chord_at(at)
            final = count == len(notes) - 1
            if final or abs((at - bar.start) % 2) < 1e-3 or length >= 1.0:
                pitch = snap(here, pitch, low, high, 2 if final and number % len(form) == len(form) - 1 else 4)
                rung = nearest_step(rungs, pitch)
            exact = pitch + (warp or {}).get((pitch - s.tonic) % 12, 0.0)
            lean = ((0.0, -s.pick(1.0, 2.0)), (min(0.25, length / 3), 0.0)) if length >= 0.5 and s.chance(bend) else ()
            if grace and at > 0.2 and s.chance(grace):
                part.add(at - 0.1, 0.1, rungs[_inside(nearest_step(rungs, pitch) + s.pick(1, -1, 1), len(rungs))], touch(s, hard - 22))
            part.add(at, max(length * legato, 0.08), exact, touch(s, hard + (6 if at % 1 < 1e-3 else -2), 4), _word(s, part), lean)


def solo(s: Song, part: Part, low: int, high: int, cells: str | tuple[str, ...] = "bop", where: Where = None, only: Only = None, scale: str | None = None,
        rest: float = 0.2,
         bend: float = 0.0, chromatic: float = 0.1, hard: float = 94, legato: float = 0.9, shift: float = 0.0) -> None:
    """Improvisation: runs that keep their direction for a while, chord tones on the strong beats, half steps into them, breaths between."""
    piece = s.piece()
    bank = CELLS[cells] if isinstance(cells, str) else cells
    rungs = s.rungs(low, high, scale)
    rung, way = len(rungs) // 2, 1
    for bar in s.bars(where):
        if only is not None and not only(bar):
            continue
        row = s.pick(*bank)
        stop = s.pick(0.4, 0.55, 0.75) if s.chance(rest) else 1.0
        for start, length in _steps(row):
            if start >= stop:
                break
            at = s.written(bar.start + start * bar.beats)
            if s.chance(0.22) or not 1 < rung < len(rungs) - 2:
                way = 1 if rung < len(rungs) // 3 else -1 if rung > 2 * len(rungs) // 3 else -way
            rung = _inside(rung + way * s.pick(1, 1, 1, 2, 2, 3), len(rungs))
            pitch = rungs[rung]
            if at % 1 < 1e-3 or length * bar.beats >= 1:
                pitch = snap(piece.chord_at(at), pitch, low, high, 5)
                rung = nearest_step(rungs, pitch)
            elif s.chance(chromatic):
                pitch = max(pitch - 1, low)
            span = length * bar.beats
            lean = ((0.0, -s.pick(1.0, 2.0)), (min(0.3, span / 2), 0.0)) if span >= 0.5 and s.chance(bend) else ()
            part.add(at, max(span * legato, 0.08), pitch + shift, touch(s, hard + (0 if at % 1 < 1e-3 else 4), 7), _word(s, part), lean)


def harmony(s: Song, source: Part, part: Part, steps: int = -2, scale: str | None = None, softer: float = 10) -> None:
    """A second voice in parallel, `steps` scale steps away and on the chord where the tune rests."""
    rungs = ladder(SCALES[scale or s.scale], s.tonic, 20, 112)
    for note in source.notes:
        if note.how == "dead" or note.length < 0.12:
            continue
        place = nearest_step(rungs, note.pitch) + steps
        pitch = rungs[min(max(place, 0), len(rungs) - 1)]
        if note.length >= 1.0:
            pitch = snap(s.piece().chord_at(note.start), pitch, pitch - 2, pitch + 2)
        part.add(note.start, note.length, pitch, max(note.velocity - softer, 20), note.how, note.bend)


def copy(s: Song, source: Part, part: Part, move: int = 0, drop: float = 0.0, grace: float = 0.0, delay: float = 0.0, softer: float = 6) -> None:
    """The same tune on another instrument, in its own way: some notes left out, some decorated; later for a canon (then its long notes suit the chord)."""
    end = s.sections[-1].end
    for note in list(source.notes):
        at = note.start + delay
        if s.chance(drop) or at >= end:
            continue
        pitch = note.pitch + move
        if delay and note.length >= 0.5:
            pitch = snap(s.piece().chord_at(at), pitch, int(pitch) - 4, int(pitch) + 4)
        if grace and note.length >= 0.5 and s.chance(grace):
            third = note.length / 4
            part.add(at, third, pitch, max(note.velocity - softer, 20))
            part.add(at + third, third, pitch + s.pick(1, 2), max(note.velocity - softer - 12, 20))
            part.add(at + 2 * third, note.length - 2 * third, pitch, max(note.velocity - softer, 20))
        else:
            part.add(at, note.length, pitch, max(note.velocity - softer, 20), note.how, note.bend)


FLOWS: dict[str, tuple[str, ...]] = {
    "boom": ("x.xxx.x.x.xxx.x.", "xxx.xx.xx.x.x-..", "..xxx.xxx.xxx.x-", "x-x.xxxxx.x.xx..", ".xx.xx.xxxx.x-..", "x.xx.xx.x.xx.x-."),
    "trap": ("xxxxxxxxx...", "xxxxxx..xxx-", "..xxxxxxx-..", "xxxxxxxxxx-.", "x-xxxxx-x...", "xxx...xxxx-."),
    "party": ("x-x-x-x-x-xxx-..", "x-xxx-x-x-xxx-..", "..x-x-xxx-x-x-..", "x-x-xxx-x---x-..", "xxx-x-x-xxx-x-.."),
    "drawl": ("x-..x-xxx--.....", "..xxx-x.x-x-....", "x--xx-x-....x-..", "....xxx-x.xxx-.."),
}
"""Where syllables fall, by the manner of the rapper."""


def rap(s: Song, part: Part, flow: str = "boom", where: Where = None, only: Only = None, base: float = 46) -> None:
    """Rapping: couplets that rhyme on their last syllable, accents on the beat, breaths at the end of a line; a speaker says phrases instead."""
    if part.voice.startswith("~speech"):
        for bar, at, _, length in grid(s, s.pick("x---x---", "x---x--.", ".x--x---"), where, only):
            part.add(at, length * 0.95, s.pick(58, 62, 66, 70), touch(s, 104), s.pick(*SAID))
        return
    onsets, vowels = "bdktmnslwfgp", "aeiouAEy"
    rhyme = s.pick(*vowels)
    rows = [s.pick(*FLOWS[flow]) for _ in range(4)]
    for count, bar in enumerate(bar for bar in s.bars(where) if only is None or only(bar)):
        if count % 2 == 0:
            rhyme = s.pick(*vowels)
        row = rows[count % 4] if s.chance(0.7) else s.pick(*FLOWS[flow])
        beats = _steps(row)
        for place, (start, length) in enumerate(beats):
            at = s.written(bar.start + start * bar.beats)
            accent = abs(at - round(at)) < 1e-3
            last = place >= len(beats) - 2
            pitch = base + (2.5 if accent else 0.0) + s.rng.gauss(0.0, 0.8) - 2.0 * start + (2.0 if last and count % 2 == 0 else 0.0)
            word = s.pick(*onsets) + (rhyme if last else s.pick(*vowels)) + (s.pick("", "", "i", "u") if length * bar.beats > 0.3 else "")
            part.add(at, max(length * bar.beats * 0.88, 0.1), pitch, touch(s, 108 if accent else 92), word)


def shout(s: Song, part: Part, text: str, pitch: float = 62, where: Where = None, only: Only = None) -> None:
    """Short calls at the places of a row."""
    for _, at, _, length in grid(s, text, where, only):
        spoken = part.voice.startswith("~speech")
        part.add(at, max(length, 1.0 if spoken else 0.3), pitch + s.pick(0, 0, 2), touch(s, 98),
            s.pick(*SAID) if spoken else s.pick("hei", "yo", "wa", "ho", "ey"))


def choral(s: Song, parts: list[Part], text: str, centres: tuple[float, ...], where: Where = None, passing: float = 0.25, words: bool = True,
        hard: float = 84) -> None:
    """A choir or consort: each part takes the chord tone nearest to where it was, upper parts apart from each other, with passing notes on the way."""
    piece = s.piece()
    end = s.sections[-1].end
    last = list(centres)
    for _, at, _, length in grid(s, text, where):
        here = piece.chord_at(at)
        used: list[int] = []
        for voice in range(len(parts) - 1, -1, -1):
            if voice == len(parts) - 1:
                options = [p for p in range(round(centres[voice]) - 8, round(centres[voice]) + 9) if p % 12 == here.bass]
            else:
                options = [p for p in range(round(centres[voice]) - 7, round(centres[voice]) + 8)
                    if p % 12 in here.classes and p > max(used, default=0)] or [used[-1] + 5]
            fresh = [p for p in options if p % 12 not in {u % 12 for u in used}] or options
            pitch = min(fresh, key=lambda p: abs(p - last[voice]) + 0.25 * abs(p - centres[voice]) + s.rng.random() * 2)
            used.append(pitch)
            last[voice] = pitch
            how = s.pick("a", "o", "mi", "le", "do", "na") if words and parts[voice].voice in SINGERS else ""
            if length >= 2 and voice != len(parts) - 1 and s.chance(passing) and at + length < end:
                scale = s.rungs(pitch - 4, pitch + 4)
                step = s.pick(*[p for p in scale if 0 < abs(p - pitch) <= 2] or [pitch])
                parts[voice].add(at, length * 0.5, pitch, touch(s, hard, 3), how)
                parts[voice].add(at + length * 0.5, length * 0.25, step, touch(s, hard - 6, 3), how)
                parts[voice].add(at + length * 0.75, length * 0.25, pitch, touch(s, hard - 4, 3), how)
            else:
                parts[voice].add(at, length * 0.98, pitch, touch(s, hard, 3), how)


def ends(bar: Bar) -> bool:
    """The last bar of every four."""
    return bar.index % 4 == 3
