"""Drums and percussion. A groove is one row of signs per drum, a row is a bar (`|` parts several bars that alternate), and its length says the grid.

Signs: `X` accent, `x` stroke, `o` soft, `g` ghost, `?` a stroke now and then, `.` nothing. Twelve signs in a 4/4 bar are triplets.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from score import Part
from song import Bar, Song, Where

Groove = Mapping[str, str]
"""Rows by the drum's name in KEYS."""

KEYS: dict[str, int] = {
    "kick": 36, "snare": 38, "rim": 37, "clap": 39, "hat": 42, "pedal": 44, "open": 46, "ride": 51, "bell": 53, "crash": 49, "splash": 55, "china": 52, "tamb": 54, "cow": 56,
    "high": 48, "mid": 45, "low": 41, "floor": 43,
    "bongo": 60, "bongo-low": 61, "slap": 62, "conga": 63, "tumba": 64, "timbale": 65, "timbale-low": 66, "agogo": 67, "agogo-low": 68,
    "cabasa": 69, "maracas": 70, "guiro": 73, "guiro-long": 74, "clave": 75, "block": 76, "block-low": 77, "cuica": 78, "shaker": 82, "surdo": 41,
}
"""General MIDI's keys."""

LOUD = {"X": 112.0, "x": 90.0, "o": 68.0, "g": 36.0, "?": 62.0}
"""Velocities of the signs."""

FILLS: dict[str, tuple[tuple[float, ...], tuple[str, ...], float]] = {
    # strokes a beat, drums from the first stroke to the last, share of the strokes that are played
    "rock": ((4, 4, 3), ("snare", "high", "mid", "low"), 0.85), "funk": ((4,), ("snare", "kick", "snare", "hat", "snare"), 0.7),
    "shuffle": ((3,), ("snare", "snare", "high", "low"), 0.85), "jazz": ((3, 2), ("snare", "kick", "high", "snare", "low"), 0.55),
    "disco": ((4,), ("snare", "snare", "high", "low"), 0.9), "reggae": ((3, 4), ("high", "snare", "high", "mid"), 0.6),
    "latin": ((4, 6), ("timbale", "timbale", "timbale-low"), 0.85), "machine": ((4, 8, 2), ("snare", "snare", "clap"), 0.75),
    "metal": ((4, 8, 6), ("snare", "high", "mid", "low", "kick"), 0.95),
    "brush": ((2, 3), ("snare",), 0.6), "ballad": ((2, 4), ("high", "mid", "low"), 0.6), "rim": ((4,), ("rim", "snare", "kick"), 0.55),
}
"""Vocabularies of fills."""


def row_of(rows: str, bar: int) -> str:
    """The row for the bar of that number."""
    choices = rows.replace(" ", "").split("|")
    return choices[bar % len(choices)]


def cells(s: Song, bar: Bar, rows: str) -> Iterator[tuple[float, float, str, int]]:
    """Beat, step in beats, sign, and how many holds (`-`) follow, of a bar's row."""
    row = row_of(rows, bar.index)
    step = bar.beats / len(row)
    for place, sign in enumerate(row):
        if sign not in ".-":
            held = len(row[place + 1:]) - len(row[place + 1:].lstrip("-"))
            yield s.written(bar.start + place * step), step, sign, held


def shifted(s: Song, groove: Groove, wild: float = 0.12) -> dict[str, str]:
    """The groove as this drummer has it: some soft kicks more, some ghosts more, for the whole piece."""
    mine = dict(groove)
    for drum, sign in (("kick", "o"), ("snare", "g")):
        rows = mine.get(drum, "")
        free = (2,) if len(row_of(rows, 0)) % 12 == 0 else (2, 3)
        unit = 3 if len(free) == 1 else 4
        mine[drum] = "".join(sign if mark == "." and place % unit in free and s.chance(wild) else mark for place, mark in enumerate(rows))
    return {drum: rows for drum, rows in mine.items() if rows}


def moved(groove: Groove, **names: str) -> dict[str, str]:
    """The groove with some drums played elsewhere, e.g. `hat="ride"`; an empty name leaves the drum out."""
    return {names.get(drum, drum): rows for drum, rows in groove.items() if names.get(drum, drum)}


def half_time(groove: Groove) -> dict[str, str]:
    """The backbeat on three only, everything else as it was."""
    wide = lambda row: "".join("X" if place == len(row) // 2 else "." if mark in "Xx" else mark for place, mark in enumerate(row))  # noqa: E731
    return {drum: "|".join(wide(row) for row in rows.replace(" ", "").split("|")) if drum in ("snare", "rim", "clap") else rows for drum, rows in groove.items()}


def fill(s: Song, part: Part, start: float, beats: float, kind: str) -> None:
    """A fill of that vocabulary, louder towards its end."""
    grids, drums, share = FILLS[kind]
    grid = s.pick(*grids)
    count = max(round(beats * grid), 1)
    stay = s.between(0.7, 1.3)
    for place in range(count):
        through = place / count
        drum = drums[min(int(len(drums) * through**stay), len(drums) - 1)] if kind not in ("funk", "jazz", "reggae", "rim") else s.pick(*drums)
        if place == 0 or s.chance(share):
            part.add(s.written(start + place / grid), 0.2, KEYS[drum], min(max(s.rng.gauss(66 + 42 * through, 8), 30), 124))


def drums(s: Song, part: Part, groove: Groove, plan: Mapping[str, Groove] | None = None, fills: str = "rock", every: int = 0, crash: float = 0.7, where: Where = None,
          wild: float = 0.12) -> Part:
    """The drummer: `groove` everywhere, except in the sections of `plan`; a fill every so many bars (0: this drummer's habit) and before every section."""
    every = every or s.pick(4, 4, 8)
    mine = shifted(s, groove, wild)
    others = {name: shifted(s, one, wild) for name, one in (plan or {}).items()}
    lean = s.between(0.85, 1.05)
    filled = True
    for bar in s.bars(where):
        rows = others.get(bar.section.name, mine)
        turning = fills and (bar.last or (bar.index + 1) % every == 0 and s.chance(0.75))
        length = min(s.pick(0.5, 1, 1, 2, 2, bar.beats if bar.last else 1), bar.beats) if turning else 0.0
        until = bar.start + bar.beats - length
        for drum, line in rows.items():
            for at, step, sign, _ in cells(s, bar, line):
                if at < until - 1e-6 and (sign != "?" or s.chance(0.4)):
                    part.add(at, min(step, 0.5), KEYS[drum], min(max(s.rng.gauss(LOUD[sign] * lean, 5), 12), 126))
        if filled and s.chance(crash if bar.index == 0 else crash * 0.5) and rows:
            part.add(bar.start, 1.0, KEYS[s.pick("crash", "crash", "splash" if crash < 0.5 else "crash")], s.between(84, 112))
        if turning:
            fill(s, part, until, length, fills)
        filled = bool(turning)
    return part


def hands(s: Song, part: Part, groove: Groove, where: Where = None, wild: float = 0.0) -> Part:
    """Percussion without fills or cymbals: shakers, congas, claps, bells."""
    return drums(s, part, groove, fills="", every=8, crash=0.0, where=where, wild=wild)
