"""Chords from Roman numerals and scales: the small part of music theory that the patterns are written against.

Pitches are MIDI note numbers; a fraction is a part of a semitone (maqam and blue notes need them).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

SCALES: dict[str, tuple[float, ...]] = {
    "major": (0, 2, 4, 5, 7, 9, 11),
    "minor": (0, 2, 3, 5, 7, 8, 10),
    "harmonic": (0, 2, 3, 5, 7, 8, 11),
    "dorian": (0, 2, 3, 5, 7, 9, 10),
    "mixolydian": (0, 2, 4, 5, 7, 9, 10),
    "lydian": (0, 2, 4, 6, 7, 9, 11),
    "phrygian": (0, 1, 3, 5, 7, 8, 10),
    "penta": (0, 2, 4, 7, 9),
    "penta_minor": (0, 3, 5, 7, 10),
    "blues": (0, 3, 5, 6, 7, 10),
    "hijaz": (0, 1, 4, 5, 7, 8, 10),
    "bayati": (0, 1.5, 3, 5, 7, 8, 10),
    "rast": (0, 2, 3.5, 5, 7, 9, 10.5),
    "bhairav": (0, 1, 4, 5, 7, 8, 11),
    "hirajoshi": (0, 2, 3, 7, 8),
    "in": (0, 1, 5, 7, 8),
    "pelog": (0, 1.2, 2.7, 6.7, 7.9),
    "slendro": (0, 2.4, 4.8, 7.2, 9.6),
    "gong": (0, 2, 4, 7, 9),
    "bebop": (0, 2, 4, 5, 7, 8, 9, 11),
    "country": (0, 2, 3, 4, 7, 9),
    "locrian": (0, 1, 3, 5, 6, 8, 10),
    "double": (0, 1, 4, 5, 7, 8, 11),
}
"""Semitones above the tonic."""

_DEGREES = {"I": 0, "II": 2, "III": 4, "IV": 5, "V": 7, "VI": 9, "VII": 11}
_SUFFIXES: dict[str, tuple[int, ...]] = {
    "": (0, 4, 7),
    "7": (0, 4, 7, 10),
    "maj7": (0, 4, 7, 11),
    "6": (0, 4, 7, 9),
    "9": (0, 4, 7, 10, 14),
    "maj9": (0, 4, 7, 11, 14),
    "13": (0, 4, 10, 14, 21),
    "7#9": (0, 4, 7, 10, 15),
    "7b9": (0, 4, 7, 10, 13),
    "sus": (0, 5, 7),
    "9sus": (0, 5, 7, 10, 14),
    "5": (0, 7),
    "+": (0, 4, 8),
    "add9": (0, 4, 7, 14),
    "o": (0, 3, 6),
    "o7": (0, 3, 6, 9),
    "h7": (0, 3, 6, 10),
    "alt": (0, 4, 10, 13, 20),
    "sus2": (0, 2, 7),
}
_NUMERAL = re.compile(r"^([#b]?)(VII|VI|IV|V|III|II|I|vii|vi|iv|v|iii|ii|i)(.*)$")


@dataclass(frozen=True)
class Chord:
    """A root (semitones above the tonic) and its tones (semitones above the root)."""

    root: int
    tones: tuple[int, ...]

    def tone(self, degree: int) -> float:
        """Semitones above the tonic of a degree counted as musicians do: 1 is the root, 3 the third, 8 the octave, 10 the third above."""
        octave, step = divmod(degree - 1, 7)
        thirds = {0: 0, 2: 1, 4: 2, 6: 3}
        if step in thirds:
            index = thirds[step]
            inside = [tone for tone in self.tones if tone < 12]
            if index < len(inside):
                return self.root + inside[index] + 12 * octave
            return self.root + (12 if index == 3 else 7) + 12 * octave
        minor = 3 in self.tones
        return self.root + {1: 2, 3: 5, 5: 8 if minor else 9}[step] + 12 * octave


def chord(name: str) -> Chord:
    """Reads a numeral such as "ii7", "bVII", "IVmaj9" or "vh7": upper case major, lower case minor, then what is added."""
    found = _NUMERAL.match(name)
    if not found or found.group(3) not in _SUFFIXES:
        raise ValueError(f"{name!r} is no chord: write a Roman numeral and one of {sorted(_SUFFIXES)}")
    sign, numeral, suffix = found.groups()
    root = _DEGREES[numeral.upper()] + {"": 0, "#": 1, "b": -1}[sign]
    tones = _SUFFIXES[suffix]
    if numeral.islower():
        tones = tuple(3 if tone == 4 else tone for tone in tones)
    return Chord(root % 12, tones)


def voicing(tones: Chord, tonic: int, low: int, kind: str) -> list[float]:
    """The chord's notes from `low` upwards. Kinds: close (nearest to the last, by staying in one octave), power, open (a guitar's six
    strings), shell (third and seventh), rootless (from the third up), spread (root and fifth wide below the rest)."""
    root = low + (tonic + tones.root - low) % 12
    above = [tonic + tones.root + tone for tone in tones.tones]
    if kind == "power":
        return [root, root + 7, root + 12]
    if kind == "open":
        inside = sorted({(tone - tones.root - tonic) % 12 for tone in above})
        stack = [root + 12 * octave + tone for octave in range(3) for tone in inside]
        return [stack[0]] + [pitch for pitch in stack[2:] if pitch - stack[0] <= 26][:5] if len(stack) > 3 else list(stack)
    if kind == "shell":
        above = [above[1], above[3] if len(above) > 3 else above[-1]]
    elif kind == "rootless" and len(above) > 3:
        above = above[1:]
    close = sorted({low + (pitch - low) % 12 for pitch in above})
    if kind == "spread":
        return [root - 12, root - 5 if len(close) < 4 else root] + close[1:]
    return list(close)
