"""The desk a composer writes a piece at: tempo, key, form, players, and dice that are cast the same on every machine."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from score import Part, Piece, Section, Span, TimeMap
from theory import SCALES, any_key, ladder, progression

T = TypeVar("T")

Where = Sequence[str] | str | None
"""Names of the sections that a line plays in; None is all of them."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of the form."""

    start: float
    beats: float
    section: Section
    index: int
    """Within its section, from 0."""

    @property
    def last(self) -> bool:
        """Whether the next bar begins another section."""
        return self.index == self.section.bars - 1


class Song:
    """Collects what a composer decides; `piece()` hands it over for rendering.

    The dice are `random.Random`: its sequence for a seed is the same on every platform and Python version.
    """

    def __init__(self, genre: str, style: str, rng: Random) -> None:
        self.rng = rng
        self._genre, self._style = genre, style
        self.parts: list[Part] = []
        self.sections: list[Section] = []
        self.spans: list[Span] = []
        self.beats = 4.0
        self.tonic = 0
        self.scale = "major"
        self.tempo = 120.0
        self.time = TimeMap(120.0)
        self.room = "room"
        self.master: list[str] = []
        self._piece: Piece | None = None

    # Dice.
    def pick(self, *options: T) -> T:
        """One of the options."""
        return self.rng.choice(options)

    def chance(self, probability: float) -> bool:
        """True that often."""
        return self.rng.random() < probability

    def between(self, low: float, high: float) -> float:
        """A number from the range."""
        return self.rng.uniform(low, high)

    # The frame.
    def set(self, tempo: tuple[float, float], scale: str | Sequence[str] = "major", keys: str = "", beats: float = 4.0, swing: float | tuple[float, float] = 0.0,
            unit: float = 1.0, rubato: float = 0.0, room: str | Sequence[str] = "room") -> None:
        """Tempo range (quarter notes per minute), mode, favoured keys, quarter-note beats per bar, swing (0-1), and place."""
        self.tempo = self.between(*tempo)
        self.scale = scale if isinstance(scale, str) else self.rng.choice(list(scale))
        self.tonic = any_key(self.rng, keys)
        self.beats = beats
        amount = swing if isinstance(swing, int | float) else self.between(*swing)
        self.time = TimeMap(self.tempo, amount, unit, rubato, self.between(0.0, 6.28))
        self.room = room if isinstance(room, str) else self.rng.choice(list(room))

    def section(self, name: str, chords: str, times: int = 1, beats: float | None = None) -> Section:
        """Appends a section whose progression is repeated `times` times; see `theory.progression` for the notation."""
        beats = beats or self.beats
        start = self.sections[-1].end if self.sections else 0.0
        one = progression(chords, self.tonic, beats)
        bars = round((one[-1][0] + one[-1][1]) / beats)
        for turn in range(times):
            at = start + turn * bars * beats
            self.spans += [Span(at + begin, length, chord) for begin, length, chord in one]
        made = Section(name, start, bars * times, beats)
        self.sections.append(made)
        return made

    def form(self, plan: str, **chords: str) -> None:
        """A whole form, e.g. `form("intro verse verse chorus", verse="I | V", chorus="IV | I")`; a name without chords of its own
        uses those of the first that has some."""
        fallback = next(iter(chords.values()))
        for name in plan.split():
            self.section(name, chords.get(name, fallback))

    def until(self, seconds: float, plan: str, **chords: str) -> None:
        """The same, with the plan repeated until the piece lasts at least so long."""
        while True:
            self.form(plan, **chords)
            if self.sections[-1].end * 60.0 / self.tempo >= seconds:
                return

    def part(self, *voices: str, name: str = "", level: float = 0.0, pan: float | None = None, send: float = -12.0, fx: Sequence[str] = (), loose: float = 0.008,
             late: float = 0.0, duck: float = 0.0, tuning: float = 0.0) -> Part:
        """Hires a player; with several voices, one is drawn. Without `pan` the player sits somewhere near the middle."""
        voice = self.rng.choice(voices)
        seat = self.rng.uniform(-0.5, 0.5) if pan is None else pan
        made = Part(name or voice.strip("~"), voice, [], level + self.rng.gauss(0.0, 1.2), seat, send, tuple(fx), [], loose, late, (), duck, tuning)
        self.parts.append(made)
        return made

    def written(self, beat: float) -> float:
        """Where to write what shall sound on a triplet: swing would otherwise stretch a triplet's notes once more."""
        if not self.time.swing or self.time.unit != 1.0:
            return beat
        whole = math.floor(beat + 1e-6)
        third = round((beat - whole) * 3)
        return whole + third / 4 if third in (1, 2) and abs((beat - whole) * 3 - third) < 1e-3 else beat

    # Looking at the form.
    def inside(self, section: Section, where: Where) -> bool:
        """Whether a line with this `where` plays in the section."""
        return where is None or section.name in ((where,) if isinstance(where, str) else where)

    def bars(self, where: Where = None) -> Iterator[Bar]:
        """The bars of the sections named."""
        for section in self.sections:
            if self.inside(section, where):
                for index in range(section.bars):
                    yield Bar(section.start + index * section.beats, section.beats, section, index)

    def chords(self, where: Where = None) -> Iterator[Span]:
        """The chords of the sections named."""
        spans = iter(self.spans)
        span = next(spans, None)
        for section in self.sections:
            while span is not None and span.start < section.end - 1e-6:
                if self.inside(section, where):
                    yield span
                span = next(spans, None)

    def rungs(self, low: int, high: int, scale: str | None = None) -> list[int]:
        """The pitches of the piece's scale (or another on its tonic) in a range."""
        return ladder(SCALES[scale or self.scale], self.tonic, low, high)

    def piece(self) -> Piece:
        """The composition as it stands; chords and form can be asked of it while lines are still being written."""
        if self._piece is None or self._piece.end != (self.sections[-1].end if self.sections else 0.0):
            self._piece = Piece(self._genre, self._style, self.tonic, self.scale, self.beats, self.time, self.sections, self.spans, self.parts)
        self._piece.room, self._piece.master = self.room, tuple(self.master)
        return self._piece

    def swell(self, part: Part, low: int = 50, high: int = 120, bars: float = 4.0, where: Where = None, wave: bool = True) -> None:
        """Crescendo and diminuendo over `bars` bars again and again (expression controller), as strings and brass breathe."""
        for section in self.sections:
            if not self.inside(section, where):
                continue
            steps = int(section.bars * section.beats * 2)
            for step in range(steps):
                turn = step / (bars * section.beats * 2)
                shape = 0.5 - 0.5 * math.cos(2 * math.pi * turn) if wave else turn % 1.0
                part.controls.append((section.start + step / 2, 11, int(low + (high - low) * shape)))


Composer = Callable[[Song], None]
"""Writes one piece of its style."""


@dataclass(frozen=True, slots=True)
class Style:
    """A sub-style: its name, who writes it, and which genre a listener would most easily take it for."""

    genre: str
    name: str
    compose: Composer
    like: str


STYLES: dict[str, list[Style]] = {}
"""Every sub-style of every genre, in the order in which the genre's file gives them."""


def style(genre: str, like: str) -> Callable[[Composer], Composer]:
    """Enters a composer under its function's name; `like` is the genre that it is the hard case against."""
    def enter(compose: Composer) -> Composer:
        STYLES.setdefault(genre, []).append(Style(genre, compose.__name__.replace("_", "-"), compose, like))
        return compose
    return enter
