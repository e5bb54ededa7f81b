"""Drum patterns as strings, played by a human or a machine.

A pattern is one row per drum; a row is one bar (or several, between strokes), its length says how fine the grid is: 16 characters
are sixteenths of a 4/4 bar, 12 are triplets or a 12/8 bar, 8 are eighths.

    X accent   x hit   o soft   g ghost   r roll (two strokes in one step)   . silence
"""

from __future__ import annotations

from score import Part
from song import Song, Where

DRUMS: dict[str, int] = {
    "kick": 36, "kick2": 35, "snare": 38, "rim": 37, "snare2": 40, "clap": 39, "hat": 42, "pedal": 44, "open": 46, "ride": 51, "bell": 53, "crash": 49,
    "crash2": 57, "china": 52, "splash": 55, "tom1": 50, "tom2": 48, "tom3": 45, "tom4": 41, "tambourine": 54, "cowbell": 56, "shaker": 82, "maracas": 70,
    "cabasa": 69, "guiro": 73, "claves": 75, "woodblock": 76, "woodlow": 77, "bongo1": 60, "bongo2": 61, "conga-mute": 62, "conga1": 63, "conga2": 64,
    "timbale1": 65, "timbale2": 66, "agogo1": 67, "agogo2": 68, "triangle": 81, "triangle-mute": 80, "sticks": 31, "vibraslap": 58, "scratch": 29,
    "cuica1": 78, "cuica2": 79, "surdo": 86, "surdo-open": 87, "whistle": 71,
}
"""General MIDI percussion keys by name."""

_LOUD = {"X": 1.15, "x": 1.0, "o": 0.72, "g": 0.38, "r": 0.8}

KITS: dict[str, dict[str, str]] = {
    "rock": {"kick": "x.......x.x.....", "snare": "....x.......x...", "hat": "x.x.x.x.x.x.x.x."},
    "rock-busy": {"kick": "x..x....x.x...x.", "snare": "....X..g.g..X...", "hat": "x.o.x.o.x.o.x.o."},
    "rock-ride": {"kick": "x.....x.x.......", "snare": "....X.......X...", "ride": "x.x.x.x.x.x.x.x."},
    "half-time": {"kick": "x.....x...x.....", "snare": "........X.......", "hat": "x.x.x.x.x.x.x.x."},
    "punk": {"kick": "x.x.x.x.x.x.x.x.", "snare": "..x...x...x...x.", "hat": "x.x.x.x.x.x.x.x."},
    "d-beat": {"kick": "x..x.x..x..x.x..", "snare": "..X...X...X...X.", "crash": "x...x...x...x..."},
    "blast": {"kick": "x.x.x.x.x.x.x.x.", "snare": ".x.x.x.x.x.x.x.x", "ride": "x.x.x.x.x.x.x.x."},
    "hammer-blast": {"kick": "xxxxxxxxxxxxxxxx", "snare": "x.x.x.x.x.x.x.x.", "hat": "x.x.x.x.x.x.x.x."},
    "double-kick": {"kick": "xxxxxxxxxxxxxxxx", "snare": "....X.......X...", "ride": "x...x...x...x..."},
    "gallop-kick": {"kick": "x.xxx.xxx.xxx.xx", "snare": "....X.......X...", "hat": "x...x...x...x..."},
    "thrash": {"kick": "x.x.x.x.x.x.x.x.", "snare": "..X...X...X...X.", "hat": "x.x.x.x.x.x.x.x."},
    "doom": {"kick": "x.........x.....", "snare": "........X.......", "crash": "x.......x......."},
    "breakdown": {"kick": "x..x..x...x.x...", "snare": "........X.......", "china": "x...x...x...x..."},
    "shuffle": {"kick": "x.....x.....", "snare": "...X.....X..", "hat": "x.xx.xx.xx.x"},
    "shuffle-ride": {"kick": "x..x..x..x..", "snare": "...X.....X..", "ride": "x.xx.xx.xx.x"},
    "slow-12/8": {"kick": "x....xx.....", "snare": "...X.....X..", "hat": "xoxxoxxoxxox"},
    "swing": {"ride": "x..x.xx..x.x", "pedal": "...x.....x..", "kick": "o..o..o..o.."},
    "swing-fast": {"ride": "x..x.xx..x.x", "pedal": "...x.....x.."},
    "brushes": {"snare": "o.oo.oo.oo.o", "pedal": "...x.....x..", "kick": "g.....g....."},
    "bossa": {"kick": "x..xx..xx..xx..x", "rim": "x..x..x...x..x..", "hat": "xoxoxoxoxoxoxoxo"},
    "train": {"kick": "x...x...x...x...", "snare": "g.gXg.gXg.gXg.gX"},
    "train-fast": {"kick": "x.......x.......", "snare": "ooXoooXoooXoooXo"},
    "two-step": {"kick": "x.......x.......", "snare": "....x.......x...", "hat": "x...x...x...x..."},
    "waltz": {"kick": "x.....", "snare": "..o.o.", "hat": "x.x.x."},
    "house": {"kick": "x...x...x...x...", "open": "..x...x...x...x.", "clap": "....x.......x..."},
    "techno": {"kick": "X...X...X...X...", "hat": "x.xxx.xxx.xxx.xx", "open": "..x...x...x...x."},
    "trance": {"kick": "X...X...X...X...", "open": "..x...x...x...x.", "clap": "....x.......x...", "hat": "xoxoxoxoxoxoxoxo"},
    "breaks": {"kick": "x.x.......xx....", "snare": "....X..g.g..X..g", "hat": "x.x.x.x.x.x.x.x."},
    "amen": {"kick": "x.x.......xx....|x.x.......x.....", "snare": "....X..g.g..X..g|....X..g.g....X.", "ride": "x.x.x.x.x.x.x.x."},
    "dnb": {"kick": "x.........x.....", "snare": "....X.......X...", "hat": "x.xox.xox.xox.xo"},
    "electro": {"kick": "x.....x...x.....", "snare": "....x.......x...", "hat": "xxxxxxxxxxxxxxxx"},
    "disco": {"kick": "x...x...x...x...", "snare": "....x.......x...", "hat": "x...x...x...x...", "open": "..x...x...x...x."},
    "boom-bap": {"kick": "x..x......x.....", "snare": "....X.......X...", "hat": "x.x.x.x.x.x.x.x."},
    "trap": {"kick": "x......x..x.....", "snare": "........X.......", "hat": "x.x.x.xrx.x.xrx."},
    "funk": {"kick": "x.x....x..x..x..", "snare": "....X..g.g.gX..g", "hat": "xxxxxxxxxxxxxxox"},
    "one-drop": {"kick": "........x.......", "rim": "........x.......", "hat": "x.x.x.x.x.x.x.x."},
    "march": {"snare": "x.xxx.x.x.xxx.rr", "kick": "x.......x......."},
}
"""Grooves that several genres share; a genre's file adds its own."""


def drums(song: Song, part: Part, groove: str | dict[str, str], where: Where = None, fills: int = 8, loud: float = 96.0, human: float = 0.09,
          drop: float = 0.0, crash: bool = True, vary: float = 0.06) -> None:
    """Plays a groove through the sections named.

    A fill every `fills` bars and at a section's end (0: never), a crash after it; `human` spreads velocities, `drop` is how often a
    hit is left out, `vary` how often a kick or ghost note is added where none is written.
    """
    rows = KITS[groove] if isinstance(groove, str) else groove
    bars = {name: row.split("|") for name, row in rows.items()}
    rng = song.rng
    after_fill = True
    for bar in song.bars(where):
        fill = fills > 0 and (bar.index % fills == fills - 1 or bar.last) and rng.random() < 0.75
        stop = bar.beats * rng.choice((0.5, 0.75, 0.75)) if fill else bar.beats
        for name, choices in bars.items():
            row = choices[bar.index % len(choices)]
            step = bar.beats / len(row)
            key = DRUMS[name]
            for place, mark in enumerate(row):
                at = place * step
                if at >= stop - 1e-6 and name != "kick":
                    continue
                if mark == ".":
                    if vary and name in ("kick", "snare") and rng.random() < vary * 0.35:
                        part.add(song.written(bar.start + at), step, key, loud * (0.8 if name == "kick" else 0.35))
                    continue
                if drop and rng.random() < drop:
                    continue
                velocity = loud * _LOUD[mark] * rng.gauss(1.0, human)
                if after_fill and crash and place == 0 and name in ("hat", "ride"):
                    part.add(bar.start, 2.0, DRUMS["crash"], min(loud * 1.05, 122))
                part.add(song.written(bar.start + at), step, key, _midi(velocity))
                if mark == "r":
                    part.add(bar.start + at + step / 2, step / 2, key, _midi(velocity * 0.9))
        if fill:
            _fill(song, part, bar.start + stop, bar.start + bar.beats, loud)
        after_fill = fill


def _fill(song: Song, part: Part, start: float, end: float, loud: float) -> None:
    """Snare and toms, from high to low, getting louder."""
    step = song.pick(0.25, 0.25, 0.5, 1 / 3)
    drums_down = [DRUMS[name] for name in song.pick(("snare", "tom1", "tom2", "tom4"), ("snare", "snare", "tom2", "tom4"), ("snare",), ("tom1", "tom3", "tom4"))]
    steps = max(int((end - start) / step + 1e-6), 1)
    for place in range(steps):
        if song.chance(0.88):
            drum = drums_down[min(place * len(drums_down) // steps, len(drums_down) - 1)]
            part.add(start + place * step, step, drum, _midi(loud * (0.75 + 0.3 * place / steps)))


def trap_hats(song: Song, part: Part, where: Where = None, step: float = 0.5, rolls: float = 0.35, loud: float = 80.0, opens: float = 0.1) -> None:
    """Closed hats every `step` beats that break into thirty-seconds, triplets or sixty-fourths for half a beat or a whole one, as `rolls` often per beat."""
    for bar in song.bars(where):
        beat = bar.start
        while beat < bar.start + bar.beats - 1e-6:
            rolling = song.chance(rolls * step)
            span = song.pick(0.5, 0.5, 1.0) if rolling else step
            span = min(span, bar.start + bar.beats - beat)
            count = max(round(span / song.pick(0.125, 1 / 6, 1 / 12, 0.25)), 2) if rolling else 1
            rising = song.pick(-0.3, 0.0, 0.4)
            for place in range(count):
                velocity = loud * song.rng.gauss(1.0, 0.06) * (1.0 + rising * (place / count - 0.5) if rolling else 1.0)
                part.add(beat + place * span / count, span / count, DRUMS["hat"], _midi(velocity))
            if not rolling and song.chance(opens * step):
                part.add(beat + step / 2, step / 2, DRUMS["open"], _midi(loud * 0.9))
            beat += span


def roll(part: Part, start: float, length: float, drum: str, low: float = 30.0, high: float = 110.0, step: float = 0.125) -> None:
    """A crescendo roll (snare, timpani-like toms, cymbals)."""
    steps = max(int(length / step), 1)
    for place in range(steps):
        part.add(start + place * step, step, DRUMS[drum], _midi(low + (high - low) * place / steps))


def _midi(velocity: float) -> float:
    return min(max(velocity, 8.0), 127.0)
