"""Expands a style into a piece: chords from a form, patterns into notes, a Markov chain into melodies.

One generator, seeded by the style's name and the clip's seed, decides everything, in a fixed order; nothing depends on the renderer.
"""

from __future__ import annotations

import zlib

import numpy as np

from harmony import SCALES, Chord, chord, voicing
from score import DRUMS, Beat, Comp, Line, Note, Part, Piece, Rap, Style
from tune import walk
from voice import rhymes

VELOCITY = {"X": 116, "x": 92, "o": 52, "?": 70, "r": 84, "R": 84, "d": 96, "u": 80, "m": 88, "p": 96, "f": 90}


class Grid:
    """The clock of one clip: from steps to seconds, with swing, rubato and the player's looseness."""

    def __init__(self, style: Style, rng: np.random.Generator) -> None:
        self.style = style
        self.rng = rng
        self.tempo = float(rng.uniform(*style.tempo))
        self.step = 60.0 / self.tempo / style.beat
        self.tonic = int(rng.choice(style.keys))
        form = str(rng.choice(style.forms)).split()
        begin = int(rng.choice([0, 0, len(form) // 2 // 2 * 2 if len(form) > 4 else 0]))
        self.seconds = float(np.round(rng.uniform(10.2, 13.8), 2))
        self.bars = int(np.ceil(self.seconds / (self.step * style.steps))) + 1
        self.minor = form[0].lstrip("#b")[0].islower()
        self.chords: list[list[Chord]] = [
            [chord(name) for name in form[(begin + bar) % len(form)].split("/")] for bar in range(self.bars + 1)
        ]
        wave = rng.uniform(0.0, 2.0 * np.pi)
        count = self.bars * style.steps + style.steps * 2
        speed = 1.0 + style.rubato * np.sin(wave + np.arange(count) * 2.0 * np.pi / (style.steps * 2.0))
        self.times = np.concatenate([[0.0], np.cumsum(self.step * speed)])

    def scale(self, name: str = "") -> tuple[float, ...]:
        """A scale by name (the style's own when empty), turned to the form's mode where a style has forms in major and in minor."""
        wish = name or self.style.scale
        if self.minor:
            return SCALES[{"major": "minor", "mixolydian": "dorian", "bebop": "harmonic", "penta": "penta_minor"}.get(wish, wish)]
        return SCALES[{"minor": "major", "harmonic": "major", "dorian": "mixolydian"}.get(wish, wish)]

    def chord_at(self, step: int) -> Chord:
        """The chord that sounds on a step counted from the start."""
        bar, inside = divmod(step, self.style.steps)
        names = self.chords[min(bar, len(self.chords) - 1)]
        return names[inside * len(names) // self.style.steps]

    def at(self, step: float) -> float:
        """Seconds of a step, swung when it is an off-beat of the swing's unit."""
        whole = int(step)
        time = float(self.times[whole] + (step - whole) * self.step)
        unit = self.style.swing_unit
        if self.style.swing != 0.5 and step == whole and whole % (2 * unit) == unit:
            time += (2.0 * self.style.swing - 1.0) * unit * self.step
        return time

    def human(self, step: float) -> float:
        """The same, as a player hits it."""
        return max(0.0, self.at(step) + float(self.rng.normal(0.0, self.style.loose)))

    def steps(self) -> int:
        return self.bars * self.style.steps

    def hardness(self, velocity: float) -> int:
        return int(np.clip(velocity + self.rng.normal(0.0, 5.0), 20, 127))


def beat_notes(beat: Beat, grid: Grid) -> list[Note]:
    """Strikes of one drummer."""
    notes: list[Note] = []
    rows = [row.split() for row in (beat.rows[int(grid.rng.integers(len(beat.rows)))]).strip().splitlines()]
    fill_bar = int(grid.rng.integers(2, 5)) if beat.fill else 0
    for name, pattern in rows:
        for step in range(grid.steps()):
            mark = pattern[step % len(pattern)]
            bar, inside = divmod(step, grid.style.steps)
            filling = fill_bar and (bar + 1) % fill_bar == 0 and inside >= grid.style.steps - len(beat.fill)
            if filling and name in ("SNARE", "TOM1", "TOM2", "TOM3", "HAT", "RIDE"):
                continue
            if mark == "." or (mark == "?" and grid.rng.random() > 0.4):
                continue
            count = {"r": 2, "R": 3}.get(mark, 1)
            for hit in range(count):
                start = grid.human(step) if count == 1 else grid.at(step) + hit * grid.step / count
                notes.append(Note(start, start + 0.12, DRUMS[name], grid.hardness(VELOCITY[mark])))
    if fill_bar:
        drums = {"S": 38, "1": 45, "2": 47, "3": 50, "F": 41, "K": 36, "C": 39, "E": 40}
        for bar in range(fill_bar - 1, grid.bars, fill_bar):
            for index, mark in enumerate(beat.fill):
                step = (bar + 1) * grid.style.steps - len(beat.fill) + index
                if mark != "." and step < grid.steps():
                    start = grid.human(step)
                    notes.append(Note(start, start + 0.12, drums[mark], grid.hardness(100)))
            if (bar + 1) * grid.style.steps < grid.steps():
                start = grid.human((bar + 1) * grid.style.steps)
                notes.append(Note(start, start + 1.0, DRUMS["CRASH"], grid.hardness(96)))
    return notes


def runs(pattern: str, steps: int) -> list[tuple[int, int, str]]:
    """(step, length, mark) of every struck character of a repeated pattern; a hold lengthens the note before it."""
    found: list[tuple[int, int, str]] = []
    for step in range(steps):
        mark = pattern[step % len(pattern)]
        if mark == "-":
            if found and sum(found[-1][:2]) == step:
                found[-1] = (found[-1][0], found[-1][1] + 1, found[-1][2])
        elif mark != ".":
            found.append((step, 1, mark))
    return found


def line_notes(line: Line, grid: Grid) -> list[Note]:
    """Bass lines, riffs and arpeggios."""
    notes: list[Note] = []
    scale = grid.scale()
    last = float(line.low + 5)
    pattern = str(grid.rng.choice(line.patterns))
    for step, length, mark in runs(pattern, grid.steps()):
        now = grid.chord_at(step)
        root = line.low + (grid.tonic + now.root - line.low) % 12
        following = grid.chord_at(step + length)
        goal = line.low + (grid.tonic + following.root - line.low) % 12
        if mark in "Ll":
            pitch = root - (12 if mark == "L" else 5)
        elif mark in "<>":
            pitch = goal + (-1 if mark == "<" else 1)
        elif mark == "~":
            pitch = root + now.tones[int(grid.rng.integers(len(now.tones)))] % 12 + 12 * int(grid.rng.integers(0, 2))
        elif mark == "s":
            near = sorted(
                (grid.tonic + tone + 12 * octave for octave in range(1, 8) for tone in scale), key=lambda value: abs(value - last)
            )
            pitch = near[int(grid.rng.integers(1, 4))]
        else:
            pitch = root + now.tone({"a": 10, "b": 12}.get(mark) or int(mark)) - now.root
        last = float(pitch)
        start, end = grid.human(step), grid.at(step + length) - 0.012
        accent = 104 if step % grid.style.beat == 0 else 90
        bend = -2.0 if line.slide and grid.rng.random() < line.slide else 0.0
        notes.append(Note(start, max(end, start + 0.05), pitch, grid.hardness(accent), bend))
        if line.double:
            notes.append(Note(start, max(end, start + 0.05), pitch + line.double, grid.hardness(accent - 8), bend))
    return notes


def comp_notes(comp: Comp, grid: Grid) -> list[Note]:
    """Chords as a player strikes them."""
    notes: list[Note] = []
    pattern = str(grid.rng.choice(comp.patterns))
    for step, length, mark in runs(pattern, grid.steps()):
        now = grid.chord_at(step)
        pitches = voicing(now, grid.tonic, comp.low, comp.kind)
        start = grid.human(step)
        end = grid.at(step + length) - 0.01
        if mark in "pf":
            root = comp.low + (grid.tonic + now.root - comp.low) % 12
            pitches = [root - (12 if comp.kind == "close" else 0) + (0 if mark == "p" else -5 if comp.kind == "close" else 7)]
        elif mark == "u":
            pitches = pitches[::-1][:4]
        elif mark == "m":
            end = start + min(end - start, 0.09)
        gap = comp.strum if mark in "du" else 0.002
        for index, pitch in enumerate(pitches):
            begin = start + index * gap
            notes.append(Note(begin, max(end, begin + 0.04), pitch, grid.hardness(VELOCITY.get(mark, 90) - 2 * index)))
    return notes


def compose(genre: str, style: Style, seed: int) -> Piece:
    """The piece that a style and a seed stand for; the same on every machine."""
    rng = np.random.default_rng([seed, zlib.crc32(f"{genre}/{style.name}".encode())])
    grid = Grid(style, rng)
    parts: list[Part] = []
    for layer in style.layers:
        if rng.random() > layer.chance:
            continue
        pan = getattr(layer, "pan", 0.0) * float(rng.choice((-1.0, 1.0)))
        level = layer.level + float(rng.normal(0.0, 1.5))
        if isinstance(layer, Beat):
            number = int(rng.choice(layer.kits))
            sound: int | str = f"kit:{number}" if number >= 0 else f"machine:{-number}"
            notes = beat_notes(layer, grid)
        elif isinstance(layer, Rap):
            words = rhymes(rng, int(grid.seconds * grid.tempo / 60.0 / 4.0) + 1, layer.pace)
            voice = str(rng.choice(layer.voices))
            notes = [Note(grid.at(bar * style.steps), grid.at((bar + 1) * style.steps), 60, 100) for bar in range(grid.bars)]
            parts.append(Part(layer.name, f"rap:{voice}", level, pan, layer.effects, notes, "\n".join(words)))
            continue
        else:
            sound = layer.sounds[int(rng.integers(len(layer.sounds)))]
            if isinstance(layer, Line):
                notes = line_notes(layer, grid)
            elif isinstance(layer, Comp):
                notes = comp_notes(layer, grid)
            else:
                notes = walk(layer, grid)
        late = float(grid.at(style.steps)) if parts and grid.bars > 4 and rng.random() < 0.08 else 0.0
        kept = [note for note in notes if late <= note.start < grid.seconds]
        parts.append(Part(layer.name, sound, level, pan, layer.effects, kept))
    return Piece(genre, style.name, seed, grid.tempo, grid.seconds, parts, style.air)
