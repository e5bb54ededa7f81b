"""The band's craft around the strings: stroke patterns, drums, bass and comping."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from score import Part
from song import Bar, Song, Where
from theory import SCALES, Chord, near, voicing

STICKS: dict[str, int] = {
    "k": 36,
    "s": 38,
    "S": 40,
    "x": 37,
    "l": 39,
    "h": 42,
    "p": 44,
    "o": 46,
    "r": 51,
    "b": 53,
    "c": 49,
    "f": 41,
    "t": 45,
    "T": 48,
    "u": 50,
    "j": 54,
    "w": 56,
    "m": 70,
    "g": 63,
    "G": 64,
    "q": 62,
    "B": 60,
    "D": 61,
    "y": 65,
    "Y": 66,
    "v": 75,
    "i": 76,
    "I": 77,
    "a": 69,
}
"""Letters for General MIDI's drums; a row may also begin with the number."""
TOUCH: dict[str, float] = {"X": 112, "x": 92, "o": 70, "g": 40, "?": 55}
"""How hard a sign strikes; `?` is struck only every other time."""
QUARTER_TONES: dict[str, tuple[float, ...]] = {
    "rast": (0, 2, 3.5, 5, 7, 9, 10.5),
    "bayati": (0, 1.5, 3, 5, 7, 8, 10),
    "hijaz": (0, 1, 4, 5, 7, 8, 10),
    "nahawand": (0, 2, 3, 5, 7, 8, 11),
    "saba": (0, 1.5, 3, 4, 7, 8, 10),
    "sikah": (0, 1.5, 3.5, 5.5, 7, 8.5, 10.5),
    "kurd": (0, 1, 3, 5, 7, 8, 10),
    "ajam": (0, 2, 4, 5, 7, 9, 11),
}
"""Modes of the oud, some of whose steps lie between a guitar's frets."""


def cell(s: Song, pattern: str, where: Where = None) -> Iterator[tuple[Bar, float, float, str]]:
    """Every stroke of a pattern (bars between strokes, `-` holds, `.` rests): its bar, beat, length and sign."""
    wheel = [one.replace(" ", "") for one in pattern.split("|")]
    for bar in s.bars(where):
        row = wheel[bar.index % len(wheel)]
        step = bar.beats / len(row)
        for place, sign in enumerate(row):
            if sign in ".-":
                continue
            run = 1
            while place + run < len(row) and row[place + run] == "-":
                run += 1
            yield bar, bar.start + place * step, run * step, sign


def at(s: Song, beat: float) -> Chord:
    """The chord under a beat."""
    return s.piece().chord_at(beat)


def ladder(s: Song, scale: str | None, low: float, high: float) -> list[float]:
    """The rungs of a scale, a quarter-tone mode included, from low to high."""
    steps: Sequence[float] = QUARTER_TONES.get(scale or "", ()) or SCALES[scale or s.scale]
    return sorted(p for octave in range(-1, 11) for step in steps if low <= (p := s.tonic + step + 12 * octave) <= high)


def by_mode(s: Song, major: Sequence[str], minor: Sequence[str]) -> str:
    """A progression that fits the mode that was drawn."""
    return s.rng.choice(list(minor if 3 in SCALES[s.scale] else major))


def beat(s: Song, kit: Part, text: str, where: Where = None, fills: int = 0, crash: float = 0.7, human: float = 5.0, shape: str = "") -> None:
    """Drums from rows such as `k X...x... / s ..X...X.`; a fill closes every so many bars, a cymbal opens sections."""
    for row in text.split("/"):
        name, pattern = row.split(maxsplit=1)
        key = int(name) if name.isdigit() else STICKS[name]
        for bar, on, _, sign in cell(s, pattern, where):
            room = _fill_length(bar, fills)
            if sign == "?" and s.chance(0.5) or room and on >= bar.start + bar.beats - room - 1e-6 and key not in (35, 36):
                continue
            kit.add(on, 0.25, key, min(max(TOUCH[sign] + s.rng.gauss(0, human), 14), 124))
    for bar in s.bars(where):
        if bar.index == 0 and bar.start > 0 and s.chance(crash):
            kit.add(bar.start, 1, s.pick(49, 57), 104)
        if room := _fill_length(bar, fills):
            fill(s, kit, bar.start + bar.beats - room, room, shape)


def _fill_length(bar: Bar, fills: int) -> float:
    """How many beats a fill takes off the end of this bar; deterministic, so that rows and fill agree."""
    if not fills or (bar.index + 1) % fills and not bar.last:
        return 0.0
    return min(2.0 if bar.last else 1.0, bar.beats / 2)


def fill(s: Song, kit: Part, start: float, beats: float, shape: str = "") -> None:
    """A run over snare and toms, a roll, or a few syncopated knocks."""
    kind = shape or s.pick("toms", "snare", "knock", "mixed")
    step = 1 / 3 if kind == "triplet" else 0.5 if kind == "knock" else 0.25
    count = max(round(beats / step), 1)
    toms = s.pick((48, 48, 45, 41), (38, 48, 45, 43), (50, 47, 45, 41))
    for n in range(count):
        if kind in ("mixed", "knock") and s.chance(0.3):
            continue
        key = {"snare": 38, "knock": s.pick(38, 45, 36), "mixed": s.pick(38, 38, 36, 45, 41)}.get(kind, toms[min(n * 4 // count, 3)])
        kit.add(start + n * step, 0.25, key, 70 + 38 * (n + 1) / count)


def root(of: Chord, low: int) -> int:
    """The lowest place of the chord's bass note on the string."""
    return low + (of.bass - low) % 12


def bass(s: Song, part: Part, pattern: str, where: Where = None, low: int = 28, gap: float = 0.9, vel: float = 96) -> None:
    """A bass line in fingers: R root, 3, 5, 6, 7, 8 octave, F the fifth below, a approach to what comes, d a dead note."""
    for bar, on, length, sign in cell(s, pattern, where):
        of = at(s, on)
        base = root(of, low)
        if sign == "a":
            goal = root(at(s, on + length), low)
            pitch = goal + s.pick(-1, -1, 1, -2, 2)
        else:
            ups = of.intervals
            seventh = next((i for i in ups if i in (10, 11)), 10 if of.minor else 9)
            pitch = (
                base
                + {
                    "R": 0,
                    "d": 0,
                    "3": of.third,
                    "5": 7 if 7 in ups else 6,
                    "6": 9,
                    "7": seventh,
                    "8": 12,
                    "F": -5 if base - 5 >= low - 3 else 7,
                    "2": 2,
                    "4": 5,
                }[sign]
            )
        strong = 8 if on == bar.start else 0
        part.add(
            on,
            max(length * gap, 0.1) if sign != "d" else 0.12,
            max(pitch, 23),
            (vel + strong if sign != "d" else vel - 28) + s.rng.gauss(0, 4),
            "dead" if sign == "d" else "",
        )


def walk(s: Song, part: Part, where: Where = None, low: int = 28, two: float = 0.0, vel: float = 94) -> None:
    """A walking bass: root on the one, chord tones or steps between, a half step into the next chord; `two` is how often only halves are played."""
    spans = list(s.chords(where))
    for place, span in enumerate(spans):
        here = root(span.chord, low)
        after = root(spans[(place + 1) % len(spans)].chord, low)
        count = max(round(span.length), 1)
        if count >= 4 and s.chance(two):
            part.add(span.start, 1.8, here, vel)
            part.add(span.start + 2, 1.8, here + s.pick(7, 7, -5), vel - 4)
            continue
        tones = [p for p in range(low - 2, low + 24) if p % 12 in span.chord.classes]
        pitch, way = here, s.pick(1, 1, -1)
        for n in range(count):
            if n == count - 1 and n:
                pitch = after + s.pick(-1, 1, -2, 2, 7 if after < low + 8 else -5)
            elif n:
                way = -way if not low <= pitch + 3 * way <= low + 19 else way
                pitch = next((p for p in (tones if way > 0 else tones[::-1]) if (p - pitch) * way > 0), here) if s.chance(0.7) else pitch + way * s.pick(1, 2)
            part.add(span.start + n, 0.92, max(pitch, 24), vel + s.rng.gauss(0, 5))
            if s.chance(0.08):
                part.add(span.start + n + 0.5, 0.3, max(pitch, 24), vel - 22, "dead")


def comp(
    s: Song, part: Part, pattern: str, where: Where = None, centre: float = 60, voices: int = 3, vel: float = 84, gap: float = 0.9, spread: bool = False
) -> None:
    """Chords in a rhythm: X accent, x stroke, o soft, R the root alone below."""
    before: list[int] | None = None
    for _, on, length, sign in cell(s, pattern, where):
        of = at(s, on)
        if sign == "R":
            part.add(on, length * gap, near(of.bass, centre - 14), vel + 4)
            continue
        if sign == "?" and s.chance(0.5):
            continue
        before = voicing(of, centre, voices, before, spread)
        for pitch in before:
            part.add(on, max(length * gap, 0.08), pitch, vel + {"X": 14, "x": 0}.get(sign, -16) + s.rng.gauss(0, 3))


def pad(s: Song, part: Part, where: Where = None, centre: float = 60, voices: int = 4, vel: float = 74, spread: bool = False) -> None:
    """Every chord held, with as little movement as can be."""
    before: list[int] | None = None
    for span in s.chords(where):
        before = voicing(span.chord, centre, voices, before, spread)
        for pitch in before:
            part.add(span.start, span.length * 0.99, pitch, vel + s.rng.gauss(0, 2))


def arp(s: Song, part: Part, order: str, step: float, where: Where = None, centre: float = 64, voices: int = 4, vel: float = 82, gap: float = 0.95) -> None:
    """Broken chords: digits count the voicing's notes from below, `.` rests."""
    before: list[int] | None = None
    for span in s.chords(where):
        before = voicing(span.chord, centre, voices, before)
        for n in range(int(span.length / step + 1e-6)):
            sign = order[n % len(order)]
            if sign != ".":
                tone = int(sign)
                part.add(
                    span.start + n * step,
                    step * gap,
                    before[tone % voices] + 12 * (tone // voices),
                    vel + (8 if n % len(order) == 0 else 0) + s.rng.gauss(0, 4),
                )
