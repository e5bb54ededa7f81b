"""Grooves, bass lines and comping; every line listens to the chord that holds and to the one that comes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from score import Note, Part, Section
from song import Bar, Song, Where
from theory import SCALES, Chord, near, nearest_step, voicing

TOUCH = {"intro": 0.86, "verse": 0.92, "pre": 0.97, "chorus": 1.06, "lift": 1.1, "drop": 1.08, "bridge": 0.94, "break": 0.82, "outro": 0.88}
"""How hard a band plays in a section; what is not named here is played at 0.96."""

HITS = {"X": 114, "x": 94, "o": 48, "?": 84, "~": 62}
"""Velocities of a drum row: accent, hit, ghost; `?` is decided once a section, `~` in every bar."""

Rows = dict[int, str]
"""Drum key: one character a step, `|` between bars that take turns."""

BRUSHES: Rows = {38: "o.x~o.x~", 44: "..x...x.", 36: "o......~", 51: "x.~.x.~."}
"""A swung bar of brushes: a circle on the snare, the hat on two and four."""

_ROOTS = ("I", "bII", "II", "bIII", "III", "IV", "#IV", "V", "bVI", "VI", "bVII", "VII")
_PLACES = {"I": 0, "II": 2, "III": 4, "IV": 5, "V": 7, "VI": 9, "VII": 11}


def raised(chords: str, by: int = 2) -> str:
    """The progression some semitones higher, as a last chorus is; inversions go back to root position."""
    def move(found: re.Match[str]) -> str:
        place = _PLACES[found[2].upper()] + {"": 0, "b": -1, "#": 1}[found[1]] + by
        name = _ROOTS[place % 12]
        return (name.lower() if found[2].islower() else name) + found[3]
    return " ".join(re.sub(r"^([b#]?)(VII|VI|IV|V|III|II|I|vii|vi|iv|v|iii|ii|i)([^/]*)(?:/[b#]?\d)?$", move, symbol) for symbol in chords.split())


def touch(section: Section) -> float:
    """How hard the section is played."""
    return TOUCH.get(section.name, 0.96)


def human(s: Song, velocity: float, spread: float = 5.0) -> float:
    """A velocity as a hand gives it."""
    return min(max(velocity + s.rng.gauss(0.0, spread), 8.0), 126.0)


def steps_of(s: Song, bar: Bar, row: str) -> Iterator[tuple[int, str, float, float]]:
    """(place, character, beat, length of the step in beats) of a bar's row, rests left out; rows of several bars take turns."""
    bars = row.split("|")
    cells = bars[bar.index % len(bars)]
    step = bar.beats / len(cells)
    for place, cell in enumerate(cells):
        if cell not in ".-":
            held = len(cells[place + 1:]) - len(cells[place + 1:].lstrip("-"))
            yield place, cell, s.written(bar.start + place * step), step * (1 + held)


class Chosen:
    """One row of several for each section's name, so that a verse comes back as it was."""

    def __init__(self, s: Song, rows: str | Sequence[str]) -> None:
        self._s, self._rows = s, [rows] if isinstance(rows, str) else list(rows)
        self._kept: dict[str, str] = {}

    def of(self, section: Section) -> str:
        """The section's row."""
        if section.name not in self._kept:
            self._kept[section.name] = self._s.pick(*self._rows)
        return self._kept[section.name]


# Drums.
def drums(s: Song, part: Part, rows: Rows, where: Where = None, fills: str = "toms", every: int = 8, crash: int = 49,
          swap: dict[str, dict[int, int]] | None = None, grain: int = 4) -> None:
    """A groove with fills at section ends and every `every` bars, a crash where a section begins, and other cymbals (`swap`) in some sections."""
    decided: dict[tuple[str, int, int, int], bool] = {}
    for bar in s.bars(where):
        turns = bar.last or (every and (bar.index + 1) % every == 0)
        gap = s.pick(1.0, 1.0, 2.0, bar.beats / 2) if fills and turns and s.chance(0.85) else 0.0
        force = touch(bar.section)
        other = (swap or {}).get(bar.section.name, {})
        for key, row in rows.items():
            length = len(row.split("|"))
            for place, cell, at, _ in steps_of(s, bar, row):
                mark = (bar.section.name, key, bar.index % length, place)
                if cell == "?" and mark not in decided:
                    decided[mark] = s.chance(0.5)
                if (cell == "?" and not decided[mark]) or (cell == "~" and s.chance(0.5)) or at >= bar.start + bar.beats - gap - 1e-6:
                    continue
                part.add(at, 0.2, other.get(key, key), human(s, HITS[cell] * force))
        if gap:
            fill(s, part, bar.start + bar.beats - gap, gap, fills, grain, force)
        if crash and bar.index == 0 and bar.start > 0 and s.chance(0.9):
            part.add(bar.start, 0.5, s.pick(crash, crash, 57), human(s, 108 * force))


def fill(s: Song, part: Part, start: float, beats: float, kind: str, grain: int, force: float) -> None:
    """The beats before a section's end: `toms` down the kit, `snare` roll, `mixed` hands and foot, `light` rim and ghosts, `clap` for machines."""
    count = max(round(beats * grain), 1)
    ladder_of = {"toms": (38, 47, 47, 45, 45, 43, 41), "snare": (38,), "mixed": (38, 36, 47, 38, 43, 36, 41), "light": (37, 38, 37, 42), "clap": (39, 38, 39, 36)}[kind]
    for place in range(count):
        if place and s.chance(0.22 if kind != "light" else 0.45):
            continue
        key = ladder_of[min(place * len(ladder_of) // count, len(ladder_of) - 1)] if kind == "toms" else s.pick(*ladder_of)
        part.add(s.written(start + place / grain), 0.2, key, human(s, (66 + 44 * place / count) * force * (0.7 if kind == "light" else 1.0)))


def merged(*rows: Rows) -> Rows:
    """Several rows played by one drummer; later ones replace earlier ones."""
    out: Rows = {}
    for row in rows:
        out |= row
    return out


HATS = ("x.x.x.x.x.x.x.x.", "X.x.X.x.X.x.X.xo", "xxxxxxxxxxxxxxxx", "x...x...x...x...", "XoxoXoxoXoxoXoxo", "x.xxx.x.x.xxx.x.", "..x...x...x...x.")


def varied(s: Song, rows: Rows) -> Rows:
    """A sixteenth groove as another drummer plays it: a kick more or less between the beats, ghosts, and now and then another hat."""
    def moved(cell: str, place: int) -> str:
        if cell == "." and place % 4 in (2, 3) and s.chance(0.1):
            return "?"
        return "." if cell == "x" and place % 8 and s.chance(0.15) else cell
    out = dict(rows)
    out[36] = "".join(cell if cell == "|" else moved(cell, place) for place, cell in enumerate(rows[36]))
    if 38 in rows:
        out[38] = "".join("~" if cell == "." and place % 4 in (1, 3) and s.chance(0.08) else cell for place, cell in enumerate(rows[38]))
    if 42 in rows and s.chance(0.35):
        out[42] = s.pick(*HATS)
    return out


# Bass.
def settle(pitch_class: int, before: float, low: int, width: int = 15) -> int:
    """The pitch of that class nearest to where the hand is, inside the instrument's range."""
    pitch = near(pitch_class, before)
    while pitch < low:
        pitch += 12
    while pitch > low + width:
        pitch -= 12
    return pitch


def bass(s: Song, part: Part, figures: str | Sequence[str], low: int = 30, where: Where = None, velocity: float = 94, short: float = 0.92) -> None:
    """A figure of chord degrees: R root (the inversion's bass), O octave, 5 fifth, 4 fifth below, 3 third, 6 sixth, 7 seventh, a step into what comes, x dead note, - hold."""
    rows = [figures] if isinstance(figures, str) else figures
    piece, chosen, hand = s.piece(), Chosen(s, [turned(s, row) for row in rows]), low + 6.0
    for bar in s.bars(where):
        row = list(steps_of(s, bar, chosen.of(bar.section)))
        for number, (place, cell, at, length) in enumerate(row):
            chord = piece.chord_at(at + 1e-3)
            root = settle(chord.bass, hand, low)
            if cell == "a":
                after = row[number + 1][2] if number + 1 < len(row) else bar.start + bar.beats
                goal = settle(piece.chord_at(min(after, piece.end - 0.01) + 1e-3).bass, root, low)
                pitch = goal + (s.pick(-1, -2) if goal >= root else s.pick(1, 2)) if goal != root else root + s.pick(7, -5)
            else:
                pitch = root + degree(chord, cell)
            dead = cell == "x"
            force = touch(bar.section) * (0.6 if dead else 1.06 if place == 0 else 1.0)
            part.add(at, length * (0.35 if dead else short), max(pitch, 24), human(s, velocity * force), "dead" if dead else "")
            hand = 0.7 * root + 0.3 * (low + 6)


def turned(s: Song, row: str) -> str:
    """The figure with some of its thirds, fifths, sixths and sevenths exchanged; the rhythm stays."""
    return "".join(s.pick("3", "5", "5", "6", "7") if cell in "3567" and s.chance(0.2) else cell for cell in row)


def degree(chord: Chord, cell: str) -> int:
    """Semitones above the bass of a figure's character."""
    if chord.bass != chord.root and cell in "3567":
        return {"3": 0, "5": (chord.root - chord.bass) % 12, "6": (chord.root - chord.bass) % 12, "7": 0}[cell]
    fifth = next((step for step in chord.intervals if step in (6, 7, 8)), 7)
    seventh = next((step for step in chord.intervals if step in (9, 10, 11)), 10 if chord.minor else 9)
    return {"R": 0, "x": 0, "O": 12, "5": fifth, "4": fifth - 12, "3": chord.third if chord.third < 7 else 4, "6": 9, "7": seventh}.get(cell, 0)


def walk(s: Song, part: Part, low: int = 30, where: Where = None, skips: float = 0.12, velocity: float = 92) -> None:
    """Quarter notes that go in steps: the root, scale and chord tones towards the next root, and a leading note into it."""
    spans = list(s.chords(where))
    pitch = low + 7
    for span, after in zip(spans, [*spans[1:], spans[-1]], strict=True):
        beats = max(round(span.length), 1)
        goal = settle(after.chord.bass, pitch, low, 17)
        for beat in range(beats):
            if beat == 0:
                pitch = settle(span.chord.bass, pitch, low, 17)
            elif beat == beats - 1:
                pitch = goal + s.pick(1, -1, -1, 2 if after.chord.minor else -2)
            else:
                rungs = steps_near(s, span.chord, low, low + 20)
                toward = (1 if goal > pitch else -1) if s.chance(0.7) else s.pick(-2, 2)
                pitch = rungs[min(max(nearest_step(rungs, pitch) + toward, 0), len(rungs) - 1)]
            part.add(span.start + beat, 0.9, pitch, human(s, velocity * (1.04 if beat % 2 else 1.0)))
            if s.chance(skips):
                part.add(span.start + beat + 0.5, 0.3, pitch, human(s, velocity * 0.72), "dead")


# Chords.
def comp(s: Song, part: Part, rows: str | Sequence[str], centre: float = 60, voices: int = 4, where: Where = None, velocity: float = 78,
         spread: bool = False, strum: float = 0.0, short: float = 0.9) -> None:
    """Chords in rhythm, led from one to the next: X accent, x chord, o soft, u upstroke, m muted, b bass note, f fifth in the bass, t top note, - hold."""
    piece, chosen = s.piece(), Chosen(s, rows)
    before: list[int] | None = None
    for bar in s.bars(where):
        for _, cell, at, length in steps_of(s, bar, chosen.of(bar.section)):
            chord = piece.chord_at(at + 0.05)
            before = voicing(chord, centre, voices, before, spread)
            ordered = sorted(before)
            low = settle(chord.bass, centre - 16, round(centre) - 24)
            pitches = {"b": [low], "f": [low + 7 if low + 7 < ordered[0] else low - 5], "t": ordered[-1:], "u": ordered[::-1][:3]}.get(cell, ordered)
            force = {"X": 1.18, "o": 0.68, "u": 0.74, "m": 0.72, "t": 0.85}.get(cell, 1.0) * touch(bar.section)
            held = length * short * (0.4 if cell == "m" else 1.0)
            for place, pitch in enumerate(pitches):
                part.add(at + place * strum, max(held - place * strum, 0.06), pitch, human(s, velocity * force, 4), "mute" if cell == "m" else "")


def pad(s: Song, part: Part, centre: float = 60, voices: int = 4, where: Where = None, velocity: float = 66, spread: bool = False) -> None:
    """Held chords whose common tones are tied over."""
    before: list[int] | None = None
    ringing: dict[int, tuple[float, Note]] = {}
    for span in s.chords(where):
        before = voicing(span.chord, centre, voices, before, spread)
        kept = {}
        for pitch in sorted(set(before)):
            end, note = ringing.get(pitch, (-1.0, None))
            if note is not None and abs(end - span.start) < 1e-6 and note.length < 7:
                note.length += span.length
            else:
                note = part.add(span.start, span.length, pitch, human(s, velocity, 3))
            kept[pitch] = (span.end, note)
        ringing = kept


def broken(s: Song, part: Part, rows: str | Sequence[str], centre: float = 60, voices: int = 4, where: Where = None, velocity: float = 74,
           ring: float = 1.5, spread: bool = False) -> None:
    """Broken chords: digits count the chord's notes from below, B and F are its bass and the fifth above that."""
    piece, chosen = s.piece(), Chosen(s, rows)
    before: list[int] | None = None
    for bar in s.bars(where):
        for place, cell, at, length in steps_of(s, bar, chosen.of(bar.section)):
            chord = piece.chord_at(at + 1e-3)
            before = voicing(chord, centre, voices, before, spread)
            low = settle(chord.bass, centre - 18, round(centre) - 26)
            pitch = low if cell == "B" else low + 7 if cell == "F" else sorted(before)[int(cell) % len(before)] + 12 * (int(cell) // len(before))
            part.add(at, length * ring, pitch, human(s, velocity * touch(bar.section) * (1.1 if place == 0 else 1.0)))


def inner(s: Song, part: Part, centre: int = 62, where: Where = None, velocity: float = 70, passing: float = 0.5) -> None:
    """A middle voice that goes from chord tone to nearest chord tone, thirds and sevenths first, with passing notes between."""
    pitch: float = centre
    spans = list(s.chords(where))
    for span, after in zip(spans, [*spans[1:], spans[-1]], strict=True):
        tones = [near(tone, pitch) for tone in span.chord.classes[1:4]]
        pitch = min(tones, key=lambda tone: abs(tone - pitch) + 0.25 * abs(tone - centre) + 2.0 * (tone == pitch and s.chance(0.5)))
        goal = min((near(tone, pitch) for tone in after.chord.classes[1:4]), key=lambda tone: abs(tone - pitch))
        runs = abs(goal - pitch) in (3, 4) and span.length >= 2 and s.chance(passing)
        half = span.length / 2
        part.add(span.start, half if runs else span.length, pitch, human(s, velocity, 3))
        if runs:
            rungs = steps_near(s, span.chord, int(pitch) - 7, int(pitch) + 7)
            part.add(span.start + half, half, rungs[nearest_step(rungs, (pitch + goal) / 2)], human(s, velocity * 0.9, 3))


def steps_near(s: Song, chord: Chord, low: int, high: int, scale: str | None = None, by: int = 0) -> list[int]:
    """The scale's pitches bent to the chord: a tone that the chord has outside the scale replaces its neighbours."""
    steps = SCALES[scale or s.scale]
    classes = {(s.tonic + by + step) % 12 for step in steps}
    for tone in chord.classes:
        if tone not in classes and len(steps) == 6:
            # A blues scale keeps its blue notes beside the chord's own.
            classes |= {tone}
        elif tone not in classes and len(steps) > 6:
            classes = {c for c in classes if (c - tone) % 12 not in (1, 11) or c in chord.classes} | {tone}
    return [pitch for pitch in range(low, high + 1) if pitch % 12 in classes]


def hold(s: Song, part: Part, pitches: Sequence[int], beats: float = 8.0, where: Where = None, velocity: float = 64) -> None:
    """A drone, struck or bowed anew every `beats` beats."""
    for section in s.sections:
        if s.inside(section, where):
            at = section.start
            while at < section.end - 1e-6:
                for pitch in pitches:
                    part.add(at, min(beats, section.end - at), pitch, human(s, velocity, 4))
                at += beats


def sit_out(s: Song, often: float = 0.2) -> None:
    """Players who are mixed back rest in some sections, so that verses and choruses differ in who plays; the bass and the drums go on."""
    for name in dict.fromkeys(section.name for section in s.sections):
        spans = [(section.start - 1e-6, section.end - 1e-6) for section in s.sections if section.name == name]
        present = [part for part in s.parts if any(start <= note.start < end for note in part.notes for start, end in spans)]
        for part in present:
            background = part.level < -2.0 and not any(word in part.voice for word in ("kit:", "bass", "upright"))
            if background and len(present) > 3 and s.chance(often):
                part.notes[:] = [note for note in part.notes if not any(start <= note.start < end for start, end in spans)]
