"""The styles that `compose.py` can write: tempo, harmony, timbre, drums and texture of each, as data.

Frequencies are MIDI note numbers (69 = 440 Hz), times are seconds, levels are linear amplitudes, and a drum
pattern is one bar of sixteen steps: `x` a hit, `o` a soft hit, `.` silence.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Timbre:
    """One instrument, rendered as decaying partials plus a burst of noise at the attack."""

    partials: int
    """How many partials are rendered, Nyquist permitting."""
    tilt: float
    """Amplitude of partial k is k to the power of minus this."""
    odd: float
    """Level of the even partials: 1 a saw-like, 0 a clarinet-like tone."""
    attack_s: float
    decay_s: float
    """Time constant of the first partial; higher ones die faster."""
    stretch: float = 0.0
    """Inharmonicity: partial k stands at k·sqrt(1 + stretch·k²) times the fundamental."""
    vibrato: float = 0.0
    """Depth of a 5.5 Hz vibrato as a fraction of the frequency."""
    bite: float = 0.3
    """Level of the attack's noise burst, relative to the tone."""


@dataclass(frozen=True)
class Style:
    """One way of making music; every field has an audible effect."""

    tempo_bpm: tuple[float, float]
    root: int
    scale: tuple[int, ...]
    chords: tuple[int, ...]
    """Scale degrees of the chord progression, one per bar."""
    lead: Timbre
    chord: Timbre
    bass: Timbre
    levels: tuple[float, float, float, float]
    """Lead, chords, bass, drums."""
    kick: str
    snare: str
    hat: str
    lead_steps: str
    chord_steps: str
    bass_steps: str
    hiss: float
    """Level of the room's or the record's noise floor."""
    swing: float = 0.0
    """Delay of every second step, as a fraction of a step."""
    drive: float = 0.0
    """Amount of soft clipping over the whole mix."""
    reverb: float = 0.0
    """Level of a decaying-noise room."""
    hat_color: float = 0.95
    """One-zero high-pass of the hats; larger is brighter."""


MAJOR = (0, 2, 4, 5, 7, 9, 11)
MINOR = (0, 2, 3, 5, 7, 8, 10)
DORIAN = (0, 2, 3, 5, 7, 9, 10)
BLUES = (0, 3, 5, 6, 7, 10)
PENTA = (0, 2, 4, 7, 9)
PHRYGIAN = (0, 1, 3, 5, 7, 8, 10)

STRINGS = Timbre(18, 1.1, 0.9, 0.05, 1.6, vibrato=0.005, bite=0.12)
PIANO = Timbre(14, 1.3, 0.8, 0.004, 0.7, stretch=0.0004, bite=0.5)
PLUCK = Timbre(16, 0.9, 0.9, 0.002, 0.35, stretch=0.0002, bite=0.7)
ORGAN = Timbre(8, 0.6, 0.6, 0.01, 5.0, vibrato=0.003, bite=0.15)
SAW = Timbre(28, 1.0, 1.0, 0.005, 1.2, bite=0.2)
SQUARE = Timbre(20, 0.9, 0.05, 0.003, 0.5, bite=0.3)
BRASS = Timbre(20, 0.8, 1.0, 0.03, 0.8, vibrato=0.004, bite=0.25)
FLUTE = Timbre(5, 1.8, 0.5, 0.06, 1.5, vibrato=0.008, bite=0.4)
BELL = Timbre(7, 0.5, 1.0, 0.001, 0.9, stretch=0.05, bite=0.6)
SUB = Timbre(3, 1.8, 0.5, 0.006, 0.8, bite=0.05)
FINGER = Timbre(9, 1.2, 0.9, 0.004, 0.4, bite=0.35)
REST = "................"

STYLES: dict[str, Style] = {
    "chamber": Style((66, 84), 60, MAJOR, (0, 3, 4, 0, 5, 1, 4, 0), STRINGS, STRINGS, STRINGS, (0.5, 0.3, 0.4, 0.0),
                     REST, REST, REST, "x.x...x.x.x.xx..", "x.......x.......", "x.......x.......", 0.0006, reverb=0.35),
    "ragtime": Style((96, 126), 65, MAJOR, (0, 4, 5, 1, 4, 0), PIANO, PIANO, PIANO, (0.6, 0.4, 0.5, 0.0),
                     REST, REST, REST, "x.xxx.x.xxx.x.xx", "..x...x...x...x.", "x...x...x...x...", 0.004, swing=0.2, reverb=0.1),
    "blues": Style((70, 92), 57, BLUES, (0, 0, 3, 0, 4, 3, 0, 4), BRASS, ORGAN, FINGER, (0.5, 0.25, 0.5, 0.35),
                   "x.......x.o.....", "....x.......x...", "x.x.x.x.x.x.x.x.", "x.xx..x...xx.x..", "x.....x.........",
                   "x..xx..xx..xx..x", 0.002, swing=0.33, drive=1.5, reverb=0.1),
    "folk": Style((84, 112), 62, PENTA, (0, 2, 3, 0, 1, 0), FLUTE, PLUCK, PLUCK, (0.5, 0.5, 0.3, 0.06),
                  "x.......x.......", REST, "..o...o...o...o.", "x...x.x.x...x.xx", "x.x.xxx.x.x.xxx.", "x.......x.......",
                  0.001, reverb=0.15),
    "synthpop": Style((108, 124), 60, MAJOR, (0, 4, 5, 3), SQUARE, SAW, SAW, (0.4, 0.2, 0.45, 0.45),
                      "x...x...x...x...", "....x.......x...", "..x...x...x...x.", "x.xx.xx.x.xx.xx.", "x.......x..x....",
                      "x.x.x.x.x.x.x.x.", 0.0004, reverb=0.12),
    "techno": Style((128, 142), 45, PHRYGIAN, (0, 0, 1, 0), SAW, BELL, SUB, (0.25, 0.2, 0.6, 0.75),
                    "x...x...x...x...", "............x..o", "oxxxoxxxoxxxoxxx", "..x..x..x..x..xx", "......x.......x.",
                    "..xx..xx..xx..xx", 0.0002, drive=2.0),
    "disco": Style((112, 124), 64, DORIAN, (0, 3, 0, 4), STRINGS, PLUCK, FINGER, (0.35, 0.4, 0.55, 0.5),
                   "x...x...x...x...", "....x.......x...", "o.x.o.x.o.x.o.x.", "x.......xxxx....", "..x.x.x...x.x.xx",
                   "x.xxx.xxx.xxx.xx", 0.001, reverb=0.15, hat_color=0.9),
    "rock": Style((118, 146), 52, MINOR, (0, 5, 2, 4), BRASS, SAW, FINGER, (0.35, 0.5, 0.45, 0.7),
                  "x..x..x.x..x....", "....x.......x..o", "x.x.x.x.x.x.x.x.", "x.x.xx..x..xx.x.", "x.xxx.x.x.xxx.x.",
                  "x.x.x.x.x.x.x.x.", 0.003, drive=4.0, hat_color=0.8),
    "metal": Style((160, 190), 40, PHRYGIAN, (0, 1, 0, 3), SAW, SAW, SAW, (0.3, 0.6, 0.5, 0.8),
                   "xxxxx.xxxxxxx.xx", "....x.......x...", "x...x...x...x...", "xxxxxxxxx.x.xxxx", "xxx.xxx.xx.xxx.x",
                   "xxx.xxx.xx.xxx.x", 0.004, drive=9.0, hat_color=0.7),
    "dub": Style((68, 80), 50, MINOR, (0, 0, 3, 4), FLUTE, ORGAN, SUB, (0.3, 0.4, 0.85, 0.45),
                 "........x.......", "........x......o", "x.o.x.o.x.o.x.o.", "x.....x....x....", "....x.......x...",
                 "x..x....x.xx....", 0.0015, reverb=0.5),
    "samba": Style((96, 112), 59, DORIAN, (0, 3, 1, 4), BRASS, PLUCK, FINGER, (0.35, 0.35, 0.4, 0.65),
                   "x..xx..xx..xx..x", "x..x..x...x.x...", "xoxxxoxxxoxxxoxx", "x..x.x..x.xx.x..", "x..x..x...x.x...",
                   "x..xx..xx..xx..x", 0.001, swing=0.1, hat_color=0.6),
    "trap": Style((62, 76), 48, MINOR, (0, 5, 0, 3), BELL, FLUTE, SUB, (0.35, 0.15, 0.95, 0.6),
                  "x.....x...x.....", "........x.......", "xxoxxxxxxoxxxxxo", "x..x..x.x....x..", "x...............",
                  "x.....x...x.....", 0.0003, drive=1.5, reverb=0.1, hat_color=0.98),
}
