"""Scales, chords by their Roman numerals, voicings and voice leading.

Pitches are MIDI note numbers (60 = middle C); pitch classes are 0-11 above C. A progression is written as a musician
would write it on a napkin, bars between strokes, chords of one bar sharing it evenly, numerals counted on the MAJOR scale
of the tonic whatever the mode, so that a minor key's chords are `i bIII iv v bVI bVII`:

    "I7 | IV7 | I7 | I7" or "ii7 V7 | Imaj7"
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

SCALES: dict[str, tuple[int, ...]] = {
    "major": (0, 2, 4, 5, 7, 9, 11), "minor": (0, 2, 3, 5, 7, 8, 10), "harmonic-minor": (0, 2, 3, 5, 7, 8, 11),
    "melodic-minor": (0, 2, 3, 5, 7, 9, 11), "dorian": (0, 2, 3, 5, 7, 9, 10), "phrygian": (0, 1, 3, 5, 7, 8, 10),
    "lydian": (0, 2, 4, 6, 7, 9, 11), "mixolydian": (0, 2, 4, 5, 7, 9, 10), "locrian": (0, 1, 3, 5, 6, 8, 10),
    "phrygian-dominant": (0, 1, 4, 5, 7, 8, 10), "double-harmonic": (0, 1, 4, 5, 7, 8, 11), "hungarian-minor": (0, 2, 3, 6, 7, 8, 11),
    "major-pentatonic": (0, 2, 4, 7, 9), "minor-pentatonic": (0, 3, 5, 7, 10), "blues": (0, 3, 5, 6, 7, 10),
    "major-blues": (0, 2, 3, 4, 7, 9), "bebop": (0, 2, 4, 5, 7, 9, 10, 11), "whole-tone": (0, 2, 4, 6, 8, 10),
    "octatonic": (0, 2, 3, 5, 6, 8, 9, 11), "chromatic": tuple(range(12)), "hirajoshi": (0, 2, 3, 7, 8), "in-sen": (0, 1, 5, 7, 10),
    "yo": (0, 2, 5, 7, 9), "pelog": (0, 1, 3, 7, 8), "slendro": (0, 2, 5, 7, 10), "bhairav": (0, 1, 4, 5, 7, 8, 11),
    "todi": (0, 1, 3, 6, 7, 8, 11), "kafi": (0, 2, 3, 5, 7, 9, 10), "yaman": (0, 2, 4, 6, 7, 9, 11), "bhupali": (0, 2, 4, 7, 9),
    "hijaz": (0, 1, 4, 5, 7, 8, 10), "freygish": (0, 1, 4, 5, 7, 8, 10), "misheberak": (0, 2, 3, 6, 7, 9, 10),
}
"""Semitones above the tonic."""

QUALITIES: dict[str, tuple[int, ...]] = {
    "": (0, 4, 7), "m": (0, 3, 7), "5": (0, 7), "dim": (0, 3, 6), "°": (0, 3, 6), "+": (0, 4, 8), "sus4": (0, 5, 7), "sus2": (0, 2, 7),
    "6": (0, 4, 7, 9), "m6": (0, 3, 7, 9), "7": (0, 4, 7, 10), "m7": (0, 3, 7, 10), "maj7": (0, 4, 7, 11), "mmaj7": (0, 3, 7, 11),
    "ø": (0, 3, 6, 10), "m7b5": (0, 3, 6, 10), "°7": (0, 3, 6, 9), "7sus4": (0, 5, 7, 10), "9": (0, 4, 7, 10, 14), "m9": (0, 3, 7, 10, 14),
    "maj9": (0, 4, 7, 11, 14), "add9": (0, 4, 7, 14), "madd9": (0, 3, 7, 14), "69": (0, 4, 7, 9, 14), "m11": (0, 3, 7, 10, 14, 17),
    "13": (0, 4, 7, 10, 14, 21), "7b9": (0, 4, 7, 10, 13), "7#9": (0, 4, 7, 10, 15), "7alt": (0, 4, 8, 10, 15), "9sus4": (0, 5, 7, 10, 14),
    "maj7#11": (0, 4, 7, 11, 18), "7#11": (0, 4, 7, 10, 18),
}
"""Semitones above the chord's root, by the suffix that follows the numeral."""

_NUMERALS = {"I": 0, "II": 2, "III": 4, "IV": 5, "V": 7, "VI": 9, "VII": 11}
_SYMBOL = re.compile(r"^([b#]?)(VII|VI|IV|V|III|II|I|vii|vi|iv|v|iii|ii|i)([^/]*)(?:/([b#]?\d))?$")
_DEGREES = {"1": 0, "2": 2, "3": 4, "4": 5, "5": 7, "6": 9, "7": 11}


@dataclass(frozen=True, slots=True)
class Chord:
    """A chord in a key: pitch classes, and intervals above its root."""

    root: int
    """Pitch class of the root, 0-11."""
    intervals: tuple[int, ...]
    bass: int
    """Pitch class of the lowest note; differs from the root in an inversion."""
    name: str

    @property
    def classes(self) -> tuple[int, ...]:
        """Pitch classes of the chord's tones, from the root up."""
        return tuple((self.root + i) % 12 for i in self.intervals)

    @property
    def third(self) -> int:
        """Semitones from root to third: 3 or 4, or 5 and 2 for suspended chords, or 7 where there is none."""
        return self.intervals[1]

    @property
    def minor(self) -> bool:
        """Whether the third is minor."""
        return 3 in self.intervals


def chord(symbol: str, tonic: int) -> Chord:
    """The chord that a Roman numeral such as `bVImaj7` or `V7/3` names in the key of `tonic` (a pitch class)."""
    found = _SYMBOL.match(symbol)
    if found is None:
        raise ValueError(f"chord symbol {symbol!r} is not a Roman numeral with a known suffix")
    accidental, numeral, quality, degree = found.groups()
    if numeral.islower() and quality not in ("dim", "°", "°7", "ø") and not quality.startswith("m"):
        quality = "m" + quality
    if quality not in QUALITIES:
        raise ValueError(f"chord symbol {symbol!r}: no quality {quality!r}")
    shift = {"b": -1, "#": 1, "": 0}
    root = (tonic + _NUMERALS[numeral.upper()] + shift[accidental]) % 12
    bass = root if degree is None else (root + _DEGREES[degree[-1]] + shift[degree[:-1]]) % 12
    return Chord(root, QUALITIES[quality], bass, symbol)


def progression(text: str, tonic: int, beats: float) -> list[tuple[float, float, Chord]]:
    """Chords of a progression as (start, length, chord) in beats; `%` repeats the chord before it."""
    spans: list[tuple[float, float, Chord]] = []
    for bar, symbols in enumerate(part.split() for part in text.split("|") if part.strip()):
        each = beats / len(symbols)
        for place, symbol in enumerate(symbols):
            named = spans[-1][2] if symbol == "%" else chord(symbol, tonic)
            spans.append((bar * beats + place * each, each, named))
    return spans


def near(pitch_class: int, target: float) -> int:
    """The pitch of that class nearest to `target`."""
    return round((target - pitch_class) / 12) * 12 + pitch_class


def voicing(of: Chord, centre: float, voices: int, before: list[int] | None = None, spread: bool = False) -> list[int]:
    """`voices` pitches of the chord around `centre`, moving as little as possible from the chord before.

    Thirds and sevenths are kept first when there are fewer voices than tones; with more voices, tones are doubled an octave
    apart. `spread` drops every second voice by an octave (an open voicing).
    """
    tones = list(dict.fromkeys(of.classes))
    if len(tones) > voices:
        keep = [tones[1]] + tones[3:] + [tones[0]] + ([tones[2]] if len(tones) > 2 else [])
        tones = keep[:voices]
    best: list[int] = []
    cost = float("inf")
    ordered = sorted(near(tone, centre) for tone in tones)
    for _ in range(len(tones) * 2):
        pitches = list(ordered)
        while len(pitches) < voices:
            pitches.append(pitches[len(pitches) - len(tones)] + 12)
        pitches = pitches[:voices]
        middle = sum(pitches) / len(pitches)
        moved = abs(middle - centre) * len(pitches)
        if before and len(before) == len(pitches):
            moved = sum(abs(a - b) for a, b in zip(pitches, before, strict=True)) + 0.3 * moved
        if moved < cost:
            best, cost = pitches, moved
        ordered = ordered[1:] + [ordered[0] + 12] if middle < centre else [ordered[-1] - 12] + ordered[:-1]
    if spread and len(best) > 2:
        best = sorted(pitch - 12 if place % 2 == 1 else pitch for place, pitch in enumerate(best))
    return best


def ladder(scale: tuple[int, ...], tonic: int, low: int, high: int) -> list[int]:
    """Every pitch of the scale from `low` to `high`, both included."""
    classes = {(tonic + step) % 12 for step in scale}
    return [pitch for pitch in range(low, high + 1) if pitch % 12 in classes]


def nearest_step(steps: list[int], pitch: float) -> int:
    """Index of the ladder's rung nearest to a pitch."""
    return min(range(len(steps)), key=lambda i: abs(steps[i] - pitch))


def step_from(scale: tuple[int, ...], tonic: int, pitch: int, steps: int) -> int:
    """The pitch `steps` scale steps above `pitch` (below, when negative)."""
    rungs = ladder(scale, tonic, pitch - 30, pitch + 30)
    place = min(max(nearest_step(rungs, pitch) + steps, 0), len(rungs) - 1)
    return rungs[place]


TWELVE_BAR = (
    "I7 | I7 | I7 | I7 | IV7 | IV7 | I7 | I7 | V7 | IV7 | I7 | V7",
    "I7 | IV7 | I7 | I7 | IV7 | IV7 | I7 | I7 | V7 | IV7 | I7 IV7 | I7 V7",
    "I7 | I7 | I7 | I7 | IV7 | IV7 | I7 | I7 | V7 | V7 | I7 | I7",
)
MINOR_BLUES = ("i7 | i7 | i7 | i7 | iv7 | iv7 | i7 | i7 | bVI7 | V7 | i7 | V7", "i7 | iv7 | i7 | i7 | iv7 | iv7 | i7 | i7 | v7 | iv7 | i7 | V7")
JAZZ_BLUES = (
    "I7 | IV7 | I7 | v7 I7 | IV7 | #iv°7 | I7 | iii7 VI7 | ii7 | V7 | I7 VI7 | ii7 V7",
    "Imaj7 | viiø III7b9 | vi7 II7 | v7 I7 | IV7 | iv7 bVII7 | iii7 VI7 | biii7 bVI7 | ii7 | V7 | iii7 VI7 | ii7 V7",
)


def any_key(rng: Random, favour: str = "") -> int:
    """A tonic's pitch class; `favour` names keys (as in "E A D G") that come up more often than the rest."""
    names = {"C": 0, "Db": 1, "D": 2, "Eb": 3, "E": 4, "F": 5, "Gb": 6, "G": 7, "Ab": 8, "A": 9, "Bb": 10, "B": 11}
    if favour and rng.random() < 0.7:
        return names[rng.choice(favour.split())]
    return rng.randrange(12)
