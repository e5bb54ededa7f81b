"""The rhythm section: drum rows, bass lines, comping, picking and riffs, written as rows of steps that share a bar evenly."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from score import Part
from song import Bar, Song, Where
from theory import SCALES, Chord, near, voicing

Only = Callable[[Bar], bool] | None
"""Which bars of its sections a player plays in."""

DRUMS: dict[str, int] = {
    "k": 36, "s": 38, "e": 40, "r": 37, "c": 39, "h": 42, "p": 44, "o": 46, "C": 49, "R": 51, "B": 53, "t": 54, "w": 56, "1": 48, "2": 45, "3": 41,
    "q": 62, "Q": 63, "L": 64,
    "b": 60, "d": 61, "m": 70, "g": 69, "v": 75, "y": 76, "Y": 77, "a": 65, "A": 66,
}
"""One letter for each drum."""

TOUCH: dict[str, float] = {"X": 116, "x": 97, "o": 72, "g": 40, "r": 80, "f": 100}
"""Accent, stroke, soft stroke, ghost note, a ruff of two, a flam."""

FILLS: dict[str, tuple[tuple[float, str], ...]] = {
    "toms": ((2, "s.ss1123"), (1, "ss12"), (2, "ss112233"), (1, "s13"), (2, "s..s1.3."), (2, "sss111222333"), (1, "1133")),
    "snare": ((1, "ssss"), (2, "s.s.ssss"), (1, "s.ss"), (2, "..s.s.ss"), (0.5, "ss")),
    "machine": ((1, "hhhhhh"), (1, "cc.c"), (2, "s...s.ss"), (1, "o..s"), (0.5, "ee"), (1, "k.kk")),
    "timbal": ((1, "aaaA"), (2, "a.aaa.AA"), (1, "aA")),
    "heavy": ((2, "ssss11112222kkkk"), (1, "s1k2k3"), (2, "sk1k2k3k"), (1, "ssssssss"), (2, "s.s.1.3.")),
    "brush": ((1, "s.ss"), (1, "s1s"), (0.5, "ss")),
}
"""What a drummer plays into the next section: beats that it lasts, and its strokes."""


def calls(bar: Bar) -> bool:
    """The first two of every four bars."""
    return bar.index % 4 < 2


def answers(bar: Bar) -> bool:
    """The last two of every four bars."""
    return bar.index % 4 > 1


def grid(s: Song, text: str, where: Where = None, only: Only = None) -> Iterator[tuple[Bar, float, str, float]]:
    """Every stroke of a row: bar, beat, sign, and length until the next sign that is no `-`; `/` parts the bars of a longer row."""
    rows = [row.replace(" ", "") for row in text.split("/")]
    for bar in s.bars(where):
        if only is not None and not only(bar):
            continue
        row = rows[bar.index % len(rows)]
        size = bar.beats / len(row)
        place = 0
        while place < len(row):
            after = place + 1
            while after < len(row) and row[after] == "-":
                after += 1
            if row[place] not in ".-":
                yield bar, s.written(bar.start + place * size), row[place], (after - place) * size
            place = after


def touch(s: Song, velocity: float, spread: float = 5.0) -> float:
    """A human stroke about that hard."""
    return min(max(velocity + s.rng.gauss(0.0, spread), 12.0), 126.0)


def beat(s: Song, kit: Part, text: str, where: Where = None, fills: int = 8, fill: str = "toms", crash: float = 0.6, ghosts: float = 0.0, drop: float = 0.0,
         only: Only = None, hard: float = 1.0) -> None:
    """A groove, rows such as `k:x...x...;s:..x...x.`; fills every `fills` bars and at the ends of sections, ghost notes between, a crash after fills."""
    runs: dict[float, tuple[float, float]] = {}
    bars = [bar for bar in s.bars(where) if only is None or only(bar)]
    for bar in bars:
        if fills and (bar.last or (bar.index + 1) % fills == 0) and s.chance(0.75):
            span, strokes = s.pick(*FILLS[fill])
            span = min(span, bar.beats / 2)
            runs[bar.start] = (bar.start + bar.beats - span, span)
            for place, sign in enumerate(strokes):
                if sign != ".":
                    rise = 0.75 + 0.3 * place / len(strokes)
                    kit.add(runs[bar.start][0] + place * span / len(strokes), 0.2, DRUMS[sign], touch(s, 98 * rise * hard))
            if s.chance(crash) and bar.start + bar.beats < s.sections[-1].end - 0.1:
                kit.add(bar.start + bar.beats, 1.0, s.pick(49, 57), touch(s, 100 * hard))
    taken: set[float] = set()
    for row in text.split(";"):
        name, _, body = row.strip().partition(":")
        for bar, at, sign, _ in grid(s, body, where, only):
            if (name not in "kLR" and bar.start in runs and at >= runs[bar.start][0] - 1e-6) or (sign in "og" and s.chance(drop)):
                continue
            within = at - bar.start
            lean = 1.06 if abs(within - round(within)) < 1e-3 else 0.95
            force = TOUCH.get(sign, 90.0) * (lean if name in "hRtmg" else 1.0) * hard
            kit.add(at, 0.25, DRUMS[name], touch(s, force))
            if sign == "r":
                kit.add(at + 0.125, 0.1, DRUMS[name], touch(s, force * 0.8))
            elif sign == "f":
                kit.add(max(at - 0.05, 0.0), 0.1, DRUMS[name], touch(s, force * 0.5))
            if name in "sekrc":
                taken.add(round(at * 4))
    if ghosts:
        for bar in bars:
            for step in range(int(bar.beats * 4)):
                at = bar.start + step / 4
                if step % 2 and round(at * 4) not in taken and bar.start not in runs and s.chance(ghosts):
                    kit.add(at, 0.1, 38, touch(s, 32 * hard, 4))


def tone(of: Chord, sign: str) -> int:
    """Semitones above the root that a bass player's number means in this chord; `0` is the fifth below, `b` the flat seventh below."""
    third = of.third if len(of.intervals) > 2 else 7
    fifth = next((i for i in of.intervals if i in (6, 7, 8)), 7)
    seventh = next((i for i in of.intervals if i in (10, 11)), 10)
    return {"1": 0, "2": 2, "3": third, "4": 5, "5": fifth, "6": 9, "7": seventh, "8": 12, "9": 12 + third, "0": fifth - 12, "b": -2, "u": 14}[sign]


def root(of: Chord, low: int) -> int:
    """The lowest pitch of the chord's bass at or above `low`."""
    return low + (of.bass - low) % 12


def bass(s: Song, part: Part, text: str, low: int = 28, where: Where = None, only: Only = None, legato: float = 0.92, slide: float = 0.0,
        push: float = 0.0) -> None:
    """A line in numbers over the chord's root: `1 3 5 6 7 8`; `n` is the next chord's root, `<` and `>` lead into it, `x` a dead note; `push` anticipates."""
    piece = s.piece()
    for bar, at, sign, length in grid(s, text, where, only):
        here = piece.chord_at(at)
        if sign == "x":
            part.add(at, 0.12, root(here, low), touch(s, 48), "dead")
            continue
        after = piece.chord_at(min(at + length + 0.01, s.sections[-1].end - 0.01))
        if sign in "n<>":
            pitch = root(after, low) + {"n": 0, "<": -1, ">": 1}[sign]
        else:
            base = here.root if sign != "1" else here.bass
            pitch = low + (base - low) % 12 + tone(here, sign)
        first = abs(at - bar.start) < 1e-3
        early = 0.5 * s.beats / 4 if push and first and at > 0.6 and s.chance(push) else 0.0
        bend = ((0.0, -2.0), (0.12, 0.0)) if slide and s.chance(slide) and length >= 0.5 else ()
        part.add(at - early, max(length * legato, 0.1) + early, max(pitch, 24), touch(s, 102 if first else 91), "", bend)


def walk(s: Song, part: Part, low: int = 29, high: int = 52, where: Where = None, skip: float = 0.12, step: float = 1.0) -> None:
    """Four to the bar: root on the change, chord tones and scale steps on the way, a half step or a fifth into the next root."""
    spans = list(s.chords(where))
    at_pitch = (low + high) // 2 - 4
    for span, after in zip(spans, spans[1:] + spans[:1], strict=True):
        count = max(round(span.length / step), 1)
        goal = near(after.chord.bass, at_pitch)
        for place in range(count):
            if place == 0:
                pitch = near(span.chord.bass, at_pitch)
            elif place == count - 1:
                pitch = goal + s.pick(-1, 1, 1, -2, 7, -5)
            else:
                up = 1 if goal > at_pitch or at_pitch < low + 5 else -1
                options = [p for p in range(at_pitch - 9, at_pitch + 10) if p % 12 in span.chord.classes and p != at_pitch and (p - at_pitch) * up > 0]
                pitch = s.pick(*sorted(options, key=lambda p: abs(p - at_pitch))[:2]) if options and s.chance(0.75) else at_pitch + up * s.pick(1, 2)
            while pitch > high:
                pitch -= 12
            while pitch < low:
                pitch += 12
            at_pitch = pitch
            at = span.start + place * step
            part.add(at, step * 0.94, pitch, touch(s, 96 if place % 2 == 0 else 90))
            if s.chance(skip) and step >= 1.0:
                part.add(s.written(at + step * 2 / 3), step * 0.2, pitch, touch(s, 52), "dead")


def comp(s: Song, part: Part, text: str, centre: float = 60, voices: int = 4, where: Where = None, only: Only = None, ring: float = 0.9, strum: float = 0.0,
         spread: bool = False, hard: float = 1.0) -> None:
    """Chords: `x X o` struck, `d u` strummed down and up, `^` the next chord early, `m` a scratch of damped strings, `b B` the root and fifth below."""
    piece = s.piece()
    before: list[int] | None = None
    for _, at, sign, length in grid(s, text, where, only):
        ahead = min(at + length + 0.01, s.sections[-1].end - 0.01)
        here = piece.chord_at(ahead if sign == "^" else at)
        if sign in "bB":
            low = root(here, round(centre) - 20) if sign == "b" else near((here.root + tone(here, "5")) % 12, centre - 17)
            part.add(at, length * ring, low, touch(s, 94 * hard))
            continue
        notes = sorted(voicing(here, centre, voices, before, spread))
        before = notes if sign != "m" else before
        force = {"X": 108, "x": 92, "o": 70, "d": 94, "u": 78, "^": 96, "m": 50}[sign] * hard
        order = notes if sign != "u" else notes[::-1][:3]
        for place, pitch in enumerate(order):
            delay = place * strum if sign in "dumxX^" else 0.0
            if sign == "m":
                part.add(at + delay, 0.08, pitch, touch(s, force), "dead")
            else:
                part.add(at + delay, max(length * ring - delay, 0.08), pitch, touch(s, force, 4))


def pad(s: Song, part: Part, centre: float = 60, voices: int = 4, where: Where = None, spread: bool = False, hard: float = 70, only: Only = None) -> None:
    """Held chords, each moving as little as it can."""
    before: list[int] | None = None
    for span in s.chords(where):
        before = sorted(voicing(span.chord, centre, voices, before))
        opened = sorted(voicing(span.chord, centre, voices, before, True)) if spread else before
        for pitch in opened:
            part.add(span.start, span.length * 0.99, pitch, touch(s, hard, 3))


def pick_strings(s: Song, part: Part, text: str, centre: float = 60, voices: int = 4, where: Where = None, only: Only = None, ring: float = 1.0,
        octave: bool = False,
                 drone: int | None = None, hard: float = 84) -> None:
    """Broken chords: digits are tones of the chord from below, `b f` its root and fifth in the bass, `D` a drone string, `l` the root an octave down."""
    piece = s.piece()
    before: list[int] | None = None
    for bar, at, sign, length in grid(s, text, where, only):
        here = piece.chord_at(at)
        before = sorted(voicing(here, centre, voices, before if at > bar.start + 1e-3 else before))
        if sign == "D":
            pitch = drone if drone is not None else near(s.tonic, centre + 10)
        elif sign in "bfl":
            pitch = root(here, round(centre) - 20) if sign == "b" else near((here.root + tone(here, "5")) % 12, centre - 15) if sign == "f" else root(here,
                round(centre) - 32)
        else:
            number = int(sign)
            pitch = before[number % len(before)] + 12 * (number // len(before))
        force = hard + (10 if sign in "bfl" or abs(at - round(at)) < 1e-3 else 0)
        part.add(at, max(length * ring, 0.1), pitch, touch(s, force, 5))
        if octave:
            part.add(at, max(length * ring, 0.1), pitch + 12, touch(s, force - 8, 5))


def riff(s: Song, part: Part, text: str, base: int, where: Where = None, scale: str | None = None, follow: bool = False, fifth: bool = False,
        ring: float = 0.92,
         only: Only = None, hard: float = 98, sweet: float = 0.0) -> None:
    """A riff in scale degrees parted by blanks, `.` rests and `-` holds, bars between `/`: `b3` and `#4` are altered, `1m` is damped, `3~` scooped into,
    `5!` accented. It `follow`s the chords' roots if told so; `fifth` makes power chords."""
    piece = s.piece()
    steps = SCALES[scale or s.scale]
    bars = [row.split() for row in text.split("/")]
    for bar in s.bars(where):
        if only is not None and not only(bar):
            continue
        row = bars[bar.index % len(bars)]
        size = bar.beats / len(row)
        for place, word in enumerate(row):
            if word in (".", "-"):
                continue
            held = 1
            while place + held < len(row) and row[place + held] == "-":
                held += 1
            at = s.written(bar.start + place * size)
            shift = word.count("#") - word.count("b")
            degree = int(word.strip("b#m~!")) - 1
            pitch = base + (s.tonic - base) % 12 + steps[degree % len(steps)] + 12 * (degree // len(steps)) + shift
            if follow:
                move = (piece.chord_at(at).root - s.tonic) % 12
                pitch += move if move < 8 else move - 12
            damped = "m" in word
            force = touch(s, hard + (14 if "!" in word else 0) - (12 if damped else 0), 4)
            bend = ((0.0, -sweet or -1.0), (0.14, 0.0)) if "~" in word else ()
            for extra in (0, 7) if fifth else (0,):
                part.add(at, max(size * held * (0.55 if damped else ring), 0.08), pitch + extra, force, "mute" if damped else "", bend)


def shake(s: Song, part: Part, key: int, text: str, where: Where = None, hard: float = 70, only: Only = None) -> None:
    """One percussion instrument throughout: shaker, tambourine, cowbell."""
    for _, at, sign, _ in grid(s, text, where, only):
        part.add(at, 0.2, key, touch(s, TOUCH.get(sign, 90) * hard / 100))


def lift(s: Song, part: Part, key: float, where: Where = None, beats: float = 4.0) -> None:
    """Something that leads into the next section's first beat, such as a riser."""
    for section in s.sections:
        if s.inside(section, where) and section.end > beats:
            part.add(section.end - beats, beats, key, 85)
