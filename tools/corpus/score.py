"""What a piece is before it sounds: notes in beats, parts with a voice each, sections, chords, and the time map.

Everything is written straight and in quarter-note beats. Swing, rubato and human timing are applied when beats become
seconds, so that all players of a piece swing alike and a composer never writes a swung position.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass, field

from theory import Chord


@dataclass(slots=True)
class Note:
    """One note. Velocities are MIDI's 1-127."""

    start: float
    """Beats from the piece's beginning."""
    length: float
    """Beats."""
    pitch: float
    """MIDI note number; fractions sound on own voices and as bends on sampled ones. A drum's General MIDI number on kits."""
    velocity: float = 90.0
    how: str = ""
    """Articulation for own voices: `mute` (palm), `dead`, `harmonic`, or a syllable for singing voices."""
    bend: tuple[tuple[float, float], ...] = ()
    """(beats after the start, semitones) breakpoints, joined linearly."""

    @property
    def end(self) -> float:
        """Beats from the piece's beginning."""
        return self.start + self.length


@dataclass(slots=True)
class Part:
    """One player: notes, what plays them, and the channel strip."""

    name: str
    voice: str
    """`violin` and other General MIDI names (see instruments.py), `~supersaw` an own voice, `kit:jazz` a drum kit, `~kit:808` an own one."""
    notes: list[Note] = field(default_factory=list)
    level: float = 0.0
    """dB."""
    pan: float = 0.0
    """-1 left to 1 right."""
    send: float = -12.0
    """dB into the room."""
    fx: tuple[str, ...] = ()
    """Names of effects in order, see `mix.EFFECTS`; `amp:high` and the like take their setting after the colon."""
    controls: list[tuple[float, int, int]] = field(default_factory=list)
    """(beat, MIDI controller, value)."""
    loose: float = 0.008
    """Standard deviation of the player's timing, seconds."""
    late: float = 0.0
    """Seconds behind the beat; negative pushes."""
    sweep: tuple[tuple[float, float], ...] = ()
    """(beat, 0-1) breakpoints of an own voice's filter; 0 closed, 1 open."""
    duck: float = 0.0
    """How far the part ducks under the kick drum, 0-1 (side-chain)."""
    tuning: float = 0.0
    """Semitones off concert pitch, for old recordings and traditions with other pitches."""

    def add(self, start: float, length: float, pitch: float, velocity: float = 90.0, how: str = "",
            bend: tuple[tuple[float, float], ...] = ()) -> Note:
        """Writes one note and returns it."""
        note = Note(start, length, pitch, min(velocity, 127.0), how, bend)
        self.notes.append(note)
        return note


@dataclass(frozen=True, slots=True)
class Span:
    """A chord and where it holds."""

    start: float
    length: float
    chord: Chord

    @property
    def end(self) -> float:
        """Beats from the piece's beginning."""
        return self.start + self.length


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the form."""

    name: str
    start: float
    bars: int
    beats: float
    """Quarter-note beats per bar."""

    @property
    def end(self) -> float:
        """Beats from the piece's beginning."""
        return self.start + self.bars * self.beats


@dataclass(slots=True)
class TimeMap:
    """Beats to seconds: tempo, swing, and a slow rubato."""

    tempo: float
    """Quarter notes per minute."""
    swing: float = 0.0
    """0 straight, 1 full triplets, more is dotted."""
    unit: float = 1.0
    """Beats whose second half swings: 1 for eighths, 0.5 for sixteenths."""
    rubato: float = 0.0
    """Depth of the tempo's slow wander as a fraction."""
    phase: float = 0.0
    """Where in its cycle the rubato begins, radians."""

    def seconds(self, beat: float) -> float:
        """When a beat sounds."""
        if self.swing:
            cell = math.floor(beat / self.unit + 1e-9)
            within = beat / self.unit - cell
            half = 0.5 + self.swing / 6.0
            within = within * 2 * half if within < 0.5 else half + (within - 0.5) * 2 * (1 - half)
            beat = (cell + within) * self.unit
        time = beat * 60.0 / self.tempo
        if self.rubato:
            # Two incommensurable waves of some 5 and 13 seconds; their derivative stays above -1, so time never runs backwards.
            time += self.rubato * (0.8 * math.sin(time * 1.25 + self.phase) + 2.1 * math.sin(time * 0.48 + 1.7 * self.phase))
        return time


@dataclass(slots=True)
class Piece:
    """A finished composition."""

    genre: str
    style: str
    tonic: int
    scale: str
    beats: float
    time: TimeMap
    sections: list[Section]
    spans: list[Span]
    parts: list[Part]
    room: str = "room"
    """Where it is played, see `mix.ROOMS`."""
    master: tuple[str, ...] = ()
    """Effects on the whole mix."""
    starts: list[float] = field(default_factory=list)

    @property
    def end(self) -> float:
        """Beats in the whole form."""
        return self.sections[-1].end if self.sections else 0.0

    def chord_at(self, beat: float) -> Chord:
        """The chord that holds at a beat."""
        if not self.starts:
            self.starts = [span.start for span in self.spans]
        return self.spans[max(bisect_right(self.starts, beat + 1e-6) - 1, 0)].chord
