"""What several of the world's traditions do alike: hand drums, quarter tones, ornaments, one tune played in many manners at once."""

from __future__ import annotations

from collections.abc import Sequence

import groove
from score import Note, Part
from song import Song, Where


def hands(s: Song, rows: dict[str, str], level: float = -1.0, name: str = "hands", kit: Sequence[str] = ("kit:standard", "kit:orchestra"),
           where: Where = None) -> Part:
    """Hand drums: uneven, without fills or cymbals."""
    part = s.part(*kit, name=name, level=level, loose=0.007)
    groove.drums(s, part, rows, where, fills=0, crash=False, human=0.16, vary=0.0)
    return part


def low_tonic(s: Song, low: int = 36) -> int:
    return low + (s.tonic - low) % 12


def neutral(s: Song, notes: Sequence[Note], degrees: Sequence[int]) -> None:
    """Lowers some degrees by a quarter tone, as maqam and gamelan do."""
    for note in notes:
        if (round(note.pitch) - s.tonic) % 12 in degrees:
            note.pitch -= 0.5


def ornaments(s: Song, notes: Sequence[Note], odds: float = 0.4, depth: float = 1.0) -> None:
    """Turns and shakes on long notes, slides into others: the left hand's art on a string, the throat's in a song."""
    for note in notes:
        if note.length >= 0.5 and s.chance(odds):
            kind = s.pick("slide", "shake", "turn")
            if kind == "slide":
                note.bend = ((0.0, s.pick(-2.0, -1.0, 2.0) * depth), (min(0.3, note.length * 0.4), 0.0))
            elif kind == "turn":
                note.bend = ((0.0, 0.0), (0.1, depth), (0.22, 0.0), (0.32, -depth), (0.45, 0.0))
            else:
                note.bend = tuple((place * 0.09, 0.7 * depth * (place % 2)) for place in range(int(min(note.length, 1.5) / 0.09)))


def heterophony(s: Song, tune: Sequence[Note], *voices: str, level: float = -2.0, octave: int = 0) -> None:
    """The same tune on another instrument in its own manner: some notes left out, some split, some late."""
    part = s.part(*voices, level=level, loose=0.02)
    for note in tune:
        if note.length < 0.3 and s.chance(0.3):
            continue
        if note.length >= 1.0 and s.chance(0.5):
            part.add(note.start, note.length / 2, note.pitch + octave, note.velocity * 0.9)
            part.add(note.start + note.length / 2, note.length / 2, note.pitch + octave, note.velocity * 0.8)
        else:
            part.add(note.start + s.pick(0.0, 0.0, 0.04), note.length, note.pitch + octave, note.velocity * 0.9)
