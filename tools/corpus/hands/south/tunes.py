"""Hooks, solos, riffs and raps: cells of a bar that come back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hands.south.craft import drawn, held, pad
from score import Part
from song import Song, Where
from theory import near, nearest_step

SUNG = ("la", "da", "na", "o", "ye", "mi", "so", "we", "du", "ma", "ay", "no", "lo", "ba")
RAPPED = ("da", "ta", "ka", "ba", "ne", "mi", "so", "de", "pa", "ti", "ko", "gE", "la", "tu", "sa", "bi")
SPOKEN = ("check the tape", "rewind it", "eight bars more", "cut it up", "feel the low end", "hands to the sky", "from my block to yours", "the needle drops", "no time to waste",
          "one more time", "we came to move", "up all night", "ride the loop", "this is the sound", "back to the start", "say my name", "count it in", "let the record play")


@dataclass(frozen=True, slots=True)
class Cell:
    """One bar of a hook: where it sits on the ladder, and its notes as (start, length, steps on) in shares of the bar."""

    seat: int
    notes: tuple[tuple[float, float, int], ...]


def _cell(s: Song, grid: int, density: float, off: float, seat: int) -> Cell:
    """Draws a bar: beats are likelier than what lies between them, the more so the lower `off`."""
    steps = [place for place in range(grid) if s.chance(density * (1.3 if place % max(grid // 4, 1) == 0 else 0.5 + off))]
    steps = steps or [0, grid // 2]
    ends = [*steps[1:], grid]
    leaps = [s.pick(0, 1, 1, -1, -1, 2, -2, 1, -1, 3 if s.chance(0.5) else -3) for _ in steps]
    return Cell(seat, tuple((a / grid, min(b - a, grid // 2) / grid * s.between(0.75, 0.97), leap) for a, b, leap in zip(steps, ends, leaps, strict=True)))


def tune(s: Song, part: Part, low: int, high: int, where: Where = None, density: float = 0.5, off: float = 0.3, grid: int = 8, scale: str | None = None,
         syllables: Sequence[str] = (), bends: float = 0.0, breath: float = 0.3, double: Part | None = None) -> None:
    """A hook of four bars per section name, whose bars repeat; strong notes are the chord's. `off` is how likely notes are between the beats,
    `breath` how often a phrase's last bar is silent; `double` plays an octave above."""
    rungs, piece = s.rungs(low, high, scale), s.piece()
    hooks: dict[str, tuple[str, dict[str, Cell]]] = {}
    words = s.rng.sample(list(syllables), len(syllables))
    for bar in s.bars(where):
        name = bar.section.name
        if name not in hooks:
            seat = len(rungs) // 3 + s.rng.randrange(max(len(rungs) // 3, 1))
            cells = {letter: _cell(s, grid, density * s.between(0.8, 1.2), off, seat + s.pick(-2, -1, 0, 1, 2)) for letter in "ABC"}
            plan = s.pick("AABA", "ABAC", "AAAB", "ABAB", "AABC", "ABCB")
            hooks[name] = (plan[:3] + "." if s.chance(breath) else plan, cells)
        letter = hooks[name][0][bar.index % 4]
        if letter == ".":
            continue
        cell = hooks[name][1][letter]
        place = cell.seat
        # A chorus has the same words every time, a verse other ones.
        line = ord(letter) * 5 + (0 if name == "chorus" else bar.index // 4 + round(bar.section.start))
        # Singers breathe at the end of every second bar.
        notes = [note for note in cell.notes if not (words and bar.index % 2 and note[0] >= 0.75)] or cell.notes[:1]
        for number, (begin, long, leap) in enumerate(notes):
            place = min(max(place + leap, 0), len(rungs) - 1)
            at = s.written(bar.start + begin * bar.beats)
            pitch = rungs[place]
            ends = bar.index % 4 == 3 and begin == notes[-1][0]
            if ends:
                long = max(long, (0.95 - begin) * 0.85)
            if ends or begin * 4 % 1 < 1e-6 or long * bar.beats > 0.9:
                pitch = min((near(c, pitch) for c in piece.chord_at(at).classes[:3 if ends else 4]), key=lambda p: abs(p - pitch))
            bend = ((0.0, -1.0), (0.18, 0.0)) if s.chance(bends) else ()
            how = words[(line + number * 3) % len(words)] if words else ""
            part.add(at, long * bar.beats, pitch, s.between(84, 102) + (6 if begin == 0 else 0), how, bend)
            if double:
                double.add(at, long * bar.beats, pitch + 12, 80, how)


def sing(s: Song, where: Where = ("verse", "chorus", "bridge"), density: float = 0.5, off: float = 0.35, grid: int = 8, scale: str | None = None, fx: Sequence[str] = (),
         level: float = 1.5, bends: float = 0.12, late: float = 0.0, backing: float = 0.4) -> Part:
    """Hires a singer for a hook; in some pieces others sing long vowels behind the chorus."""
    voice = s.pick("~vocal", "~vocal", "~vocal-low", "~vocal-duo")
    part = s.part(voice, name="singer", level=level, pan=0.0, fx=fx, late=late)
    low = 45 if voice == "~vocal-low" else 54
    tune(s, part, low + s.pick(0, 2, 4), low + 20, where, density, off, grid, scale, SUNG, bends, 0.25)
    if s.chance(backing):
        pad(s, s.part("~backing", "oohs", "choir", name="backing", level=-5), "chorus", 62, 3, s.pick("u", "o", "a"))
    return part


def solo(s: Song, part: Part, low: int, high: int, where: Where = None, scale: str | None = None, per_beat: int = 2, rest: float = 0.3, bends: float = 0.0, leaps: float = 0.15,
         repeat: float = 0.3, how: str = "") -> None:
    """Improvises runs of up to two bars that lead into chord tones, then breathes; with `repeat` a run's shape comes back over the next chord."""
    rungs, piece = s.rungs(low, high, scale), s.piece()
    step, shape = 1.0 / per_beat, list[int]()
    for section in s.sections:
        if not s.inside(section, where):
            continue
        at, place = section.start, len(rungs) // 2
        while at < section.end - step:
            count = s.rng.randrange(3, max(round(section.beats * per_beat * 1.5), 5))
            if not (shape and s.chance(repeat)):
                way = s.pick(-1, 1)
                shape = []
                for _ in range(count):
                    way = -way if s.chance(0.22) else way
                    shape.append(way * (s.pick(2, 3, 4) if s.chance(leaps) else 1) if not s.chance(0.08) else 0)
            for move in shape:
                if at >= section.end - 0.01:
                    break
                place = place + move if 0 <= place + move < len(rungs) else place - move
                place = min(max(place, 0), len(rungs) - 1)
                pitch = rungs[place]
                if abs(at - round(at)) < 1e-6:
                    pitch = min((near(c, pitch) for c in piece.chord_at(at).classes), key=lambda p: abs(p - pitch))
                    place = nearest_step(rungs, pitch)
                long = step * (2 if s.chance(0.12) else 1)
                part.add(s.written(at), long * 0.92, pitch, s.between(76, 104), how, ((0.0, -2.0 if s.chance(0.4) else -1.0), (0.15, 0.0)) if s.chance(bends) else ())
                at += long
            at += round(s.between(0.5, section.beats) * per_beat * rest * 2) * step


def riff(s: Song, part: Part, low: int, row: str, where: Where = None, power: bool = True, others: Sequence[Part] = (), scale: str | None = None) -> None:
    """A guitar's row: m chugs on the chord's root, P strikes its power chord, digits are scale steps above the root, - holds. `others` double it; own parts, own octaves."""
    turns, piece = drawn(s, row), s.piece()
    rungs = s.rungs(low - 12, low + 40, scale)
    for bar in s.bars(where):
        marks = turns[bar.index % len(turns)]
        step = bar.beats / len(marks)
        for place, mark in enumerate(marks):
            if mark in ".-":
                continue
            at, long = s.written(bar.start + place * step), (1 + held(marks, place)) * step
            root = low + (piece.chord_at(at).root - low) % 12
            pitch = rungs[min(nearest_step(rungs, root) + int(mark), len(rungs) - 1)] if mark.isdigit() and mark != "0" else root
            for one in (part, *others):
                one.add(at, long * (0.6 if mark == "m" else 0.96), pitch, s.between(88, 108), "mute" if mark == "m" else "")
                if power and (mark == "P" or mark.isdigit()):
                    one.add(at, long * 0.96, pitch + 7, s.between(84, 100))


def riff_row(s: Song, steps: int = 16, bars: int = 2, busy: float = 0.6, marks: str = "mmm0P1234", first: str = "P") -> str:
    """Draws a riff of its own for the piece; its second bar is the first with another end."""
    one = first + "".join(s.pick(*marks) if s.chance(busy) else s.pick(".", "-") for _ in range(steps - 1))
    ends = ["".join(s.pick(*marks) if s.chance(busy) else "-" for _ in range(steps // 4)) for _ in range(bars - 1)]
    return "|".join([one, *(one[:steps - steps // 4] + end for end in ends)])


# Words in time.
def rap(s: Song, where: Where = "verse", density: float = 0.72, triplets: float = 0.15, level: float = 2.0, spoken: float = 0.2, adlibs: float = 0.35) -> Part:
    """A rapper: two flows of a bar each take turns, every line ends on its rhyme; spoken phrases in some pieces, ad-libs from the side in some."""
    if s.chance(spoken):
        return _talk(s, where, level)
    part = s.part("~rap-voice", name="rapper", level=level, pan=0.0, send=-18, fx=s.pick((), (), ("drive:1.5",), ("delay:180",)))
    home, grid = s.between(46, 60), 12 if s.chance(triplets) else 16
    flows = [[place for place in range(grid - 2) if s.chance(density if place % 2 == 0 else density * s.pick(0.35, 0.6, 0.85))] for _ in range(3)]
    rhymes = [s.pick(grid - 4, grid - 3, grid - 2) for _ in range(2)]
    vowel = s.pick("a", "o", "e", "i", "A")
    side = s.part("~rap-voice", name="adlibs", level=level - 5, pan=s.pick(-0.6, 0.6)) if s.chance(adlibs) else None
    for bar in s.bars(where):
        flow = flows[2] if bar.index % 8 == 7 else flows[bar.index % 2]
        rhyme, step = rhymes[bar.index // 2 % 2], bar.beats / grid
        for place in [p for p in flow if p < rhyme and not s.chance(0.07)]:
            accent = place % (grid // 4) == 0
            part.add(bar.start + place * step, step * s.between(0.7, 1.0), home + (2.5 if accent else 0) + s.between(-1.2, 1.2), 104 if accent else s.between(76, 94),
                     s.pick(*RAPPED))
        part.add(bar.start + rhyme * step, step * 2, home + s.pick(-2, -1, 3), 108, s.pick(*"dtbk") + vowel, ((0.0, 1.0), (0.2, -1.5)))
        if side and bar.index % 2 and s.chance(0.7):
            side.add(bar.start + (grid - 2) * step, step * 2, home + 7, 96, s.pick("ye", "ay", "wo", "uh"))
    return part


def _talk(s: Song, where: Where, level: float) -> Part:
    """Spoken phrases, two to a bar, that come back every eight bars."""
    part = s.part("~speech", name="rapper", level=level, pan=0.0)
    lines = [s.pick(*SPOKEN) for _ in range(12)]
    pitch = s.between(48, 80)
    for bar in s.bars(where):
        for half in (0, 1):
            part.add(bar.start + half * bar.beats / 2 + s.pick(0, 0, 0.25), bar.beats / 2 - 0.3, pitch + s.pick(-3, 0, 4), 104, lines[(bar.index * 2 + half) % len(lines)])
    return part


def scratch(s: Song, where: Where, level: float = -4) -> None:
    """A record under the needle, in a rhythm of its own."""
    part = s.part("~scratch", level=level)
    row = [s.chance(0.35) for _ in range(16)]
    for bar in s.bars(where):
        if bar.index % 4 == 3 or s.chance(0.4):
            for place in (p for p in range(16) if row[p]):
                part.add(bar.start + place * bar.beats / 16, s.pick(0.2, 0.4), s.between(50, 80), s.between(80, 110))
