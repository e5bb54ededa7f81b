"""Rhythm section craft: every player reads one line of strokes that turns like a wheel from the beginning of its section.

A line of strokes is text, one character a step, blanks ignored. `.` is silence, `=` holds the stroke before it. Lines may be longer
or shorter than a bar; then they turn against it, and that is how polyrhythm is written here.
"""

from __future__ import annotations

from collections.abc import Iterator

from score import Part, Section
from song import Song, Where
from theory import Chord, near, voicing

DRUMS: dict[str, int] = {
    "kick": 36, "thud": 35, "snare": 38, "crack": 40, "rim": 37, "clap": 39, "hat": 42, "foot": 44, "open": 46, "crash": 49, "ride": 51, "bell": 53,
    "ride2": 59,
    "floor": 41, "low": 43, "tom": 45, "mid": 47, "high": 50, "tamb": 54, "cow": 56, "bongo": 60, "bongo2": 61, "slap": 62, "conga": 63, "tumba": 64,
    "timbal": 65,
    "timbal2": 66, "agogo": 67, "agogo2": 68, "cabasa": 69, "maraca": 70, "clave": 75, "wood": 76, "wood2": 77,
}
"""A percussionist's short names for General MIDI's keys."""

FORCE: dict[str, int] = {"X": 112, "x": 90, "o": 66, "-": 42, "?": 60}
"""How hard a stroke is; `?` is only sometimes played."""


def strokes(text: str) -> list[tuple[str, int]]:
    """The steps of a line: what is struck, and for how many steps it is held; rests have an empty stroke."""
    steps: list[tuple[str, int]] = []
    line = "".join(text.split())
    for place, mark in enumerate(line):
        held = 1
        while mark not in ".=" and place + held < len(line) and line[place + held] == "=":
            held += 1
        steps.append(("" if mark in ".=" else mark, held))
    return steps


def sections(s: Song, where: Where = None) -> Iterator[Section]:
    """The sections that a line plays in."""
    return (section for section in s.sections if s.inside(section, where))


def wheel(s: Song, text: str, step: float, where: Where = None) -> Iterator[tuple[float, str, int, float]]:
    """All strokes of a line that turns through the sections: when, what, for how many steps, and how much is left of the section."""
    line = strokes(text)
    for section in sections(s, where):
        for count in range(round((section.end - section.start) / step)):
            mark, held = line[count % len(line)]
            if mark:
                at = section.start + count * step
                yield at, mark, held, section.end - at


def beat(s: Song, kit: Part, *grooves: str, where: Where = None, step: float = 0.25, fill: str = "", crash: float = 0.0, every: int = 4,
    soft: float = 1.0) -> None:
    """A drummer: one of the grooves is drawn, rows `name strokes` between slashes; a fill ends a section and sometimes every few bars."""
    rows = [row.strip().split(" ", 1) for row in s.pick(*grooves).split("/")]
    breaks: list[tuple[float, float]] = []
    for section in sections(s, where):
        for bar in range(section.bars):
            ending = bar == section.bars - 1
            if fill and (ending or (bar % every == every - 1 and s.chance(0.5))) and section.beats >= 2:
                end = section.start + (bar + 1) * section.beats
                length = 2.0 if section.beats >= 4 and s.chance(0.35) else 1.0
                breaks.append((end - length, end))
                _fill(s, kit, end - length, length, fill, soft)
        if crash and s.chance(crash):
            kit.add(section.start, 1.0, 49, 96 * soft)
    for name, line in rows:
        key = DRUMS[name] if name in DRUMS else int(name)
        for at, mark, _, _ in wheel(s, line, step, where):
            if any(a - 1e-6 <= at < b - 1e-6 for a, b in breaks) and key not in (42, 44, 54, 69, 70, 75):
                continue
            if mark != "?" or s.chance(0.4):
                accent = 1.06 if abs(at - round(at)) < 1e-6 else 0.95
                kit.add(at, step, key, max(min(FORCE[mark] * accent * soft + s.rng.gauss(0, 4), 127), 12))


def _fill(s: Song, kit: Part, start: float, length: float, kind: str, soft: float) -> None:
    """A drummer's turn-around in sixteenths or triplets: on the snare, down the toms, on the hand drums."""
    keys = {"snare": [38, 38, 38, 38], "toms": [38, 50, 47, 43], "hands": [62, 63, 64, 63], "timbal": [65, 65, 66, 65], "roll": [38], "claps": [39, 39]}[kind]
    count = round(length * s.pick(4, 4, 3, 2))
    for turn in range(count):
        if turn and kind != "roll" and s.chance(0.18):
            continue
        key = keys[min(turn * len(keys) // count, len(keys) - 1)]
        kit.add(s.written(start + turn * length / count), length / count, key, (64 + 44 * turn / count) * soft)
    if kind in ("snare", "toms"):
        kit.add(start, 0.25, 36, 92 * soft)


def chord_of(s: Song, at: float) -> Chord:
    """The chord at a moment."""
    return s.piece().chord_at(at)


def degree(of: Chord, mark: str) -> int | None:
    """Semitones above the root for a bass player's figure."""
    fifth = of.intervals[1] if len(of.intervals) < 3 else of.intervals[2]
    seventh = of.intervals[3] if len(of.intervals) > 3 and of.intervals[3] in (9, 10, 11) else 10
    return {"1": 0, "2": 2, "3": of.third, "4": 5, "5": fifth, "6": 9, "7": seventh, "8": 12, "v": fifth - 12, "l": -1, "h": -2}.get(mark)


def low_root(of: Chord, low: int) -> int:
    """The chord's bass note in the octave above `low`."""
    return low + (of.bass - low) % 12


def bass(s: Song, part: Part, *lines: str, low: int = 31, where: Where = None, step: float = 0.5, gap: float = 0.9, force: float = 92,
    slide: float = 0.0) -> None:
    """A bass line in figures: 1 to 8 of the chord, `v` the fifth below, `l` and `h` under the root, `n` leading into the next chord, `g` a ghost."""
    for at, mark, held, left in wheel(s, s.pick(*lines), step, where):
        of = chord_of(s, at + (step if held > 1 else 0))
        root = low_root(of, low)
        if mark == "n":
            target = low_root(chord_of(s, at + held * step + 0.02), low)
            pitch = target + s.pick(-1, 1, -2, 2) if target != root else root + s.pick(7, -5, 10)
        else:
            pitch = root + (degree(of, mark) or 0)
        length = min(held * step * gap, left)
        bend = ((0.0, -s.pick(2.0, 5.0)), (0.2, 0.0)) if slide and s.chance(slide) else ()
        accent = 1.05 if abs(at - round(at)) < 1e-6 else 0.93
        ghost = mark == "g"
        part.add(at, step * 0.4 if ghost else length, max(pitch, 20), (50 if ghost else force * accent) + s.rng.gauss(0, 3), "dead" if ghost else "", bend)


def walk(s: Song, part: Part, low: int = 30, where: Where = None, two: Where = (), force: float = 88) -> None:
    """A bass that walks in quarters: root, then steps and chord tones towards a note beside the next root; in half notes where `two` says so."""
    spans = list(s.chords(where))
    last = None
    for number, span in enumerate(spans):
        root = low_root(span.chord, low)
        if last is not None and abs(root + 12 - last) < abs(root - last) and root + 12 < low + 19:
            root += 12
        after = spans[number + 1].chord if number + 1 < len(spans) else span.chord
        goal = low_root(after, low)
        slow = two and any(name.name in two for name in s.sections if name.start <= span.start < name.end)
        step = 2.0 if slow and span.length >= 4 else 1.0
        count = max(int(span.length / step + 1e-6), 1)
        pitch = root
        for turn in range(count):
            if turn == count - 1 and count > 1:
                pitch = goal + s.pick(-1, 1, 2, -2, 7)
            elif turn:
                pitch = near((span.chord.root + s.pick(*span.chord.intervals[:4])) % 12, pitch + s.pick(-4, 3, 4))
                pitch = min(max(pitch, low - 2), low + 21)
            at = span.start + turn * step
            part.add(at, min(step, span.length) * 0.93, pitch, force + s.rng.gauss(0, 4) + (4 if turn % 2 else 0))
            if step == 1.0 and s.chance(0.09):
                part.add(at + 0.5, 0.4, pitch, force - 22, "dead")
            last = pitch


def comp(s: Song, part: Part, *lines: str, centre: float = 60, voices: int = 4, where: Where = None, step: float = 0.5, gap: float = 0.92, roll: float = 0.0,
         force: float = 78, spread: bool = False) -> None:
    """Chords on a line of strokes: `x X o -` by force, `d` and `u` strummed down and up, `m` choked; held strokes before a change anticipate it."""
    before: list[int] | None = None
    name = ""
    for at, mark, held, left in wheel(s, s.pick(*lines), step, where):
        if mark == "?" and s.chance(0.6):
            continue
        of = chord_of(s, at + (step if held > 1 else 0))
        if before is None or of.name != name:
            before, name = voicing(of, centre, voices, before, spread), of.name
        strong = {"d": 84, "u": 66, "m": 52}.get(mark) or FORCE[mark]
        pitches = before[::-1][:3] if mark == "u" else before
        lag = roll or (0.025 if mark in "du" else 0.0)
        length = 0.12 if mark == "m" else held * step * gap
        for place, pitch in enumerate(pitches):
            begin = at + place * lag
            part.add(begin, max(min(length, left) - place * lag, 0.05), pitch, max(strong * force / 84 + s.rng.gauss(0, 4), 15), "dead" if mark == "m" else "")


def picked(s: Song, part: Part, *lines: str, centre: float = 60, voices: int = 4, low: int = 40, where: Where = None, step: float = 0.5, ring: float = 2.5,
           force: float = 78, hammer: float = 0.0) -> None:
    """Fingers on strings or keys: figures name tones of the voicing from below, `b` the root, `f` the fifth in the bass, `c` a pinch of the upper two."""
    before: list[int] | None = None
    name = ""
    for at, mark, held, left in wheel(s, s.pick(*lines), step, where):
        of = chord_of(s, at)
        if before is None or of.name != name:
            before, name = voicing(of, centre, voices, before), of.name
        root = low_root(of, low)
        pitches = {"b": [root], "f": [root + 7 if root < low + 6 else root - 5],
            "c": before[-2:]}.get(mark) or [before[(int(mark) - 1) % len(before)] + 12 * ((int(mark) - 1) // len(before))]
        strong = force * (1.12 if mark in "bf" else 1.0) + s.rng.gauss(0, 5)
        for pitch in pitches:
            bend = ((0.0, -2.0), (0.08, -2.0), (0.1, 0.0)) if hammer and mark not in "bf" and s.chance(hammer) else ()
            part.add(at, min(step * held * ring, left + 0.5), pitch, max(min(strong, 120), 20), "", bend)


def pad(s: Song, part: Part, centre: float = 60, voices: int = 4, where: Where = None, force: float = 68, spread: bool = False, legato: float = 0.98) -> None:
    """Held chords that move as little as they can."""
    before: list[int] | None = None
    for span in s.chords(where):
        before = voicing(span.chord, centre, voices, before, spread)
        for pitch in before:
            part.add(span.start, span.length * legato, pitch, force + s.rng.gauss(0, 3))


def riff(s: Song, part: Part, *lines: str, low: int = 40, where: Where = None, step: float = 0.5, gap: float = 0.95, power: bool = True, force: float = 100,
    mute: bool = True) -> None:
    """A guitar riff in semitones above the chord's root (0-9, a, b, c); `p` the palm-muted root, `x` a choked string, with fifths on what is not muted."""
    line = s.pick(*lines)
    for at, mark, held, left in wheel(s, line, step, where):
        root = low_root(chord_of(s, at), low)
        length = min(held * step * gap, left)
        if mark in "px":
            part.add(at, min(length, step * 0.6), root, force - (6 if mark == "p" else 25) + s.rng.gauss(0, 4),
                ("mute" if mark == "p" else "dead") if mute else "")
            continue
        pitch = root + int(mark, 16)
        for above in (0, 7, 12) if power else (0,):
            part.add(at, length, pitch + above, force + s.rng.gauss(0, 4))


def layer(s: Song, source: Part, part: Part, shift: int = 12, where: Where = None, keep: float = 1.0, force: float = 0.9) -> None:
    """Another player doubles what one has, at an interval; `keep` leaves notes out."""
    homes = [(section.start, section.end) for section in sections(s, where)]
    for note in list(source.notes):
        if any(a <= note.start < b for a, b in homes) and 12 <= note.pitch + shift <= 115 and s.chance(keep):
            part.add(note.start, note.length, note.pitch + shift, note.velocity * force, note.how, note.bend)


def stabs(s: Song, part: Part, centre: float, voices: int, where: Where = None, rate: float = 0.5, force: float = 92, figures: tuple[str, ...] = ("x..x....",
    "....x.x.", "x=..", "..x...x=")) -> None:
    """Horn punches that answer the tune in the second bar of every two."""
    figure = strokes(s.pick(*figures))
    for bar in s.bars(where):
        if bar.index % 2 == 0 or not s.chance(rate):
            continue
        for place, (mark, held) in enumerate(figure):
            at = bar.start + place * 0.5
            if mark and place * 0.5 < bar.beats:
                for pitch in voicing(chord_of(s, at), centre, voices):
                    part.add(at, held * 0.5 * 0.8, pitch, force + s.rng.gauss(0, 4))
