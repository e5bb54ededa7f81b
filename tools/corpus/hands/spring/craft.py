"""Cells: beats, bass figures, chops and pickings written as one line of text each, and read against whatever chord holds.

In every cell a sign is one step: `.` rests, `_` holds on, the rest is explained at each reader. Strokes `|` are for the eye only. Cells go round from
the start of each section, so a cell of three beats under a bar of four makes a cross-rhythm.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from score import Part
from song import Bar, Song, Where
from theory import Chord, near, voicing

DRUMS: dict[str, int] = {
    "k": 36, "K": 35, "s": 38, "S": 40, "r": 37, "c": 39, "h": 42, "p": 44, "o": 46, "C": 49, "R": 51, "B": 53, "t": 54, "b": 56, "g": 70, "G": 69, "w": 76,
    "W": 77, "l": 75,
    "1": 50, "2": 48, "3": 47, "4": 45, "5": 43, "6": 41, "i": 60, "j": 61, "q": 62, "Q": 63, "u": 64, "T": 65, "U": 66, "A": 67, "a": 68, "z": 82,
}
"""What the letters before a colon strike."""
_FORCE = {"X": 118, "x": 98, "o": 68, ",": 40}

FILLS: dict[str, tuple[str, ...]] = {
    "rock": ("s:xxxx 1:....xx.. 3:......xx 5:........xxxx k:x...x...x", "s:x.xxx.xxXXXX", "1:xx 3:..xx 5:....xx 6:......xx s:........xxxX",
    "s:..xx..xx..xX k:xx..xx..xx"),
    "snare": ("s:....ooxx", "s:..x.x.xx", "s:..o.ooxX"), "soul": ("s:x..x..x.X", "s:..xx.x.x k:x..x..x.", "o:....x... s:..x..xxx"),
    "machine": ("s:........x.xxr", "c:....x.x.xx", "1:x..x.. 3:..x..x 5:.....x.x", "s:x...x.x.xxxx"), "roll": ("s:oooooxxxxxxXXXXX", "s:ooxxrrXX"),
    "metal": ("1:xxxx 2:....xxxx 4:........xxxx k:x.x.x.x.x.x.", "s:xxxxxxxx k:x.x.x.x.", "1:xxx 3:...xxx 5:......xxx k:..x..x..x"),
    "one-drop": ("T:x..x..x.", "s:..x..x.x T:xx......", "1:x.x 3:...x.x s:......xx"), "brush": ("s:..o.oo.x", "s:.oo.oo.x"),
    "latin": ("T:x.xxx.x.", "T:xx.xx. U:..x..xxx", "u:..x.x.xx"),
}
"""What the drummer does before a new line, sixteenths that end at the bar line."""


def clean(text: str) -> str:
    """A cell without its strokes."""
    return text.replace("|", "")


def lanes(text: str) -> list[tuple[int, str]]:
    """A groove's drums with their rows."""
    return [(DRUMS[token[0]], clean(token[2:])) for token in text.split()]


def cycle(s: Song, text: str, bar: Bar, per: int) -> Iterator[tuple[float, str, int]]:
    """(beat, sign, place in the cell) of one bar of a cell that goes round since its section began."""
    steps = round(bar.beats * per)
    first = bar.index * steps
    for step in range(steps):
        place = (first + step) % len(text)
        beat = bar.start + step / per
        yield (s.written(beat) if per == 3 else beat), text[place], place


def held(text: str, place: int) -> int:
    """How many steps the sign at a place lasts with its holds."""
    count = 1
    while count < len(text) and text[(place + count) % len(text)] == "_":
        count += 1
    return count


def drums(s: Song, part: Part, *grooves: str, where: Where = None, per: int = 4, fill: str = "", every: int = 4, crash: float = 0.6, soft: float = 0.0) -> None:
    """Grooves such as `k:x...x... s:..x...x.`, one drawn for each kind of section; `X x o ,` from loud to ghost, `r` doubles, `t` trebles, `f` flams."""
    drawn: dict[str, list[tuple[int, str]]] = {}
    for bar in s.bars(where):
        rows = drawn.setdefault(bar.section.name, lanes(s.pick(*grooves)))
        ends = bool(fill) and (bar.last or (bar.index + 1) % every == 0 and s.chance(0.45))
        phrase = lanes(s.pick(*FILLS[fill])) if ends else []
        room = min(max((len(row) for _, row in phrase), default=0) / 4, bar.beats)
        stop = bar.start + bar.beats - room
        for key, row in rows:
            for beat, sign, _ in cycle(s, row, bar, per):
                if beat < stop - 1e-6 or room == 0:
                    _hit(s, part, beat, 1 / per, key, sign, soft)
        for key, row in phrase:
            for step, sign in enumerate(row[:int(room * 4)]):
                _hit(s, part, stop + step / 4, 0.25, key, sign, soft)
        if bar.index == 0 and bar.start > 0 and s.chance(crash):
            part.add(bar.start, 1.0, s.pick(49, 57), 104 - soft)


def _hit(s: Song, part: Part, beat: float, step: float, key: int, sign: str, soft: float) -> None:
    """One stroke, roll or flam."""
    if sign in _FORCE:
        part.add(beat, step * 0.9, key, max(_FORCE[sign] + s.rng.gauss(0, 5) - soft, 12))
    elif sign in "rt":
        many = 2 if sign == "r" else 3
        for turn in range(many):
            part.add(beat + turn * step / many, step / many * 0.9, key, max(70 + 14 * turn / many + s.rng.gauss(0, 4) - soft, 12))
    elif sign == "f":
        part.add(max(beat - 0.04, 0), 0.04, key, 55)
        part.add(beat, step, key, 108 - soft)


def chord(s: Song, beat: float) -> Chord:
    """What holds now."""
    return s.piece().chord_at(beat)


def coming(s: Song, beat: float) -> Chord:
    """The next chord with another root, or the one that holds."""
    now = chord(s, beat)
    starts = s.piece().starts
    for span in s.spans[bisect_right(starts, beat + 1e-6):][:6]:
        if span.chord.root != now.root:
            return span.chord
    return now


def tone(of: Chord, degree: str) -> int:
    """Semitones above the root for a figure's number: the chord's own third, fifth and seventh where it has them."""
    size = {"1": 0, "8": 12, "2": 2, "4": 5, "6": 9, "9": 14}.get(degree)
    if size is not None:
        return size
    wanted = {"3": (3, 4, 5, 2), "5": (7, 6, 8), "7": (10, 11, 9)}[degree]
    return next((step for step in wanted if step in of.intervals), wanted[0])


def bass(s: Song, part: Part, *cells: str, low: int = 28, where: Where = None, per: int = 4, vel: float = 98, short: float = 0.95, slide: float = 0.0) -> None:
    """Figures over the chord's root: `R` root, `r` its ghost, numbers tones above it, `v` the fifth below, `a` and `A` a half step under or over what comes."""
    drawn: dict[str, str] = {}
    for bar in s.bars(where):
        text = drawn.setdefault(bar.section.name, clean(s.pick(*cells)))
        for beat, sign, place in cycle(s, text, bar, per):
            if sign in "._":
                continue
            of = chord(s, beat)
            base = low + (of.bass - low) % 12
            if sign in "aA":
                pitch = near((coming(s, beat).root + (-1 if sign == "a" else 1)) % 12, base + 3)
            elif sign == "v":
                pitch = base - 5 if base - 5 >= low - 5 else base + 7
            else:
                pitch = base if sign in "Rr" else low + (of.root - low) % 12 + tone(of, sign)
            length = held(text, place) / per * short * (0.5 if sign == "r" else 1.0)
            bend = ((0.0, s.pick(-2.0, -5.0, 3.0)), (0.12, 0.0)) if slide and s.chance(slide) else ()
            part.add(beat, length, max(pitch, 23), vel * (0.6 if sign == "r" else 1.0) + s.rng.gauss(0, 4), "dead" if sign == "r" else "", bend)


def walk(s: Song, part: Part, low: int = 28, high: int = 50, where: Where = None, vel: float = 94, skip: float = 0.12) -> None:
    """Four to the bar (or three): root on the chord, chord and passing tones between, a half step into the next; now and then a skipped eighth."""
    pitch = 36
    for span in s.chords(where):
        count = max(round(span.length), 1)
        aim = near(span.chord.bass, min(max(pitch, low + 4), high - 5))
        target = near(coming(s, span.start).root, aim)
        for step in range(count):
            if step == 0:
                pitch = aim
            elif step == count - 1:
                pitch = target + s.pick(-1, 1, -1, 7 if target + 7 < high else -5)
            else:
                options = [p for p in range(max(pitch - 5, low), min(pitch + 6, high)) if p % 12 in span.chord.classes and p != pitch] or [pitch]
                pitch = min(options, key=lambda p: abs(p - target) * 0.4 + s.rng.random() * 6)
            while pitch < low:
                pitch += 12
            part.add(span.start + step, 0.9, pitch, vel + (4 if step % 2 else 0) + s.rng.gauss(0, 4))
            if s.chance(skip):
                part.add(span.start + step + 0.5, 0.3, pitch, vel * 0.6, "dead")


def comp(s: Song, part: Part, *cells: str, centre: float = 60, n: int = 4, where: Where = None, per: int = 4, vel: float = 80, strum: float = 0.0,
        spread: bool = False,
         low: int = 40, short: float = 0.95) -> None:
    """Chords where the cell strikes: `X x o` loud to soft, `m` muffled; `b` is the bass note alone, root and fifth in turn; `u` strums upward."""
    drawn: dict[str, str] = {}
    before: list[int] | None = None
    turn = 0
    for bar in s.bars(where):
        text = drawn.setdefault(bar.section.name, clean(s.pick(*cells)))
        for beat, sign, place in cycle(s, text, bar, per):
            if sign in "._":
                continue
            of = chord(s, beat)
            length = held(text, place) / per * short
            if sign == "b":
                turn += 1
                base = low + (of.bass - low) % 12
                part.add(beat, length, base if turn % 2 else (base + 7 if base < low + 5 else base - 5), vel + 6 + s.rng.gauss(0, 4))
                continue
            before = voicing(of, centre, n, before if before and len(before) == n else None, spread)
            force = vel * {"X": 1.2, "x": 1.0, "o": 0.75, "m": 0.7, "u": 0.85}.get(sign, 1.0)
            row = sorted(before, reverse=sign == "u")
            for string, pitch in enumerate(row):
                part.add(beat + string * strum, max(length * (0.3 if sign == "m" else 1.0) - string * strum, 0.05), pitch, force + s.rng.gauss(0, 4),
                    "dead" if sign == "m" else "")


def pad(s: Song, part: Part, centre: float = 60, n: int = 4, where: Where = None, vel: float = 72, spread: bool = False, legato: float = 1.0) -> None:
    """Whole chords that move as little as they can."""
    before: list[int] | None = None
    for span in s.chords(where):
        before = voicing(span.chord, centre, n, before, spread)
        for pitch in before:
            part.add(span.start, span.length * legato, pitch, vel + s.rng.gauss(0, 3))


def arp(s: Song, part: Part, *cells: str, centre: float = 60, n: int = 3, where: Where = None, per: int = 4, vel: float = 80, low: int = 40, ring: float = 1.0,
        rise: int = 0) -> None:
    """Broken chords: `1` is the lowest tone of the voicing and so on upward past the octave, `R` the root and `F` the fifth in the bass."""
    drawn: dict[str, str] = {}
    before: list[int] | None = None
    for bar in s.bars(where):
        text = drawn.setdefault(bar.section.name, clean(s.pick(*cells)))
        for beat, sign, place in cycle(s, text, bar, per):
            if sign in "._":
                continue
            of = chord(s, beat)
            base = low + (of.bass - low) % 12
            before = sorted(voicing(of, centre, n, before))
            if sign in "RF":
                pitch = base + (7 if sign == "F" else 0)
            else:
                index = int(sign) - 1
                pitch = before[index % n] + 12 * (index // n) + rise
            part.add(beat, held(text, place) / per * ring, pitch, vel + (8 if beat % 1 == 0 else 0) + s.rng.gauss(0, 4))


def drone(s: Song, part: Part, *pitches: int, where: Where = None, vel: float = 70, again: float = 4.0) -> None:
    """Pitches held on and struck anew every so many beats."""
    for section in s.sections:
        if s.inside(section, where):
            at = section.start
            while at < section.end - 1e-6:
                for pitch in pitches:
                    part.add(at, min(again, section.end - at), pitch, vel + s.rng.gauss(0, 3))
                at += again


def pulse(s: Song, part: Part, key: int, text: str, per: int = 4, vel: float = 90, where: Where = None) -> None:
    """One percussion instrument of its own on one row."""
    for bar in s.bars(where):
        for beat, sign, _ in cycle(s, clean(text), bar, per):
            _hit(s, part, beat, 1 / per, key, sign, 98 - vel)


def rise(s: Song, part: Part, before: Where = None, beats: float = 4.0, vel: float = 80) -> None:
    """A studio noise that leads into the sections named."""
    for section in s.sections:
        if s.inside(section, before) and section.start >= beats:
            part.add(section.start - beats, beats, 60, vel)
