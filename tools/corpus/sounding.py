"""What own voices are given to play: notes in seconds."""

from __future__ import annotations

from dataclasses import dataclass

RATE = 44_100
"""Samples a second of everything here."""


@dataclass(frozen=True, slots=True)
class Sounding:
    """A note as it sounds in an excerpt."""

    start: float
    """Seconds after the excerpt's beginning."""
    length: float
    """Seconds."""
    pitch: float
    """MIDI note number, with a fraction."""
    velocity: float
    """0-1."""
    how: str = ""
    """Articulation or syllable."""
    bend: tuple[tuple[float, float], ...] = ()
    """(seconds after the start, semitones)."""

    @property
    def hertz(self) -> float:
        """Frequency of the pitch."""
        return 440.0 * 2.0 ** ((self.pitch - 69.0) / 12.0)
