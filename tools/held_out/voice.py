"""Voices: rhythmic speech (the `flite` program's voices, bent to the bar) and singing (harmonics under vowels' formants, our own).

Training may speak with espeak-ng; this set never does, so that "Rap" cannot mean "one synthesizer's timbre". Singing and speech both
occur in several genres.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.io import wavfile
from scipy.signal import resample_poly

from score import Part

RATE = 44_100
Mono = NDArray[np.float64]

OPENINGS = (
    "i came up from",
    "we never fold in",
    "keep it moving through",
    "they talk about",
    "every single day in",
    "put my name on",
    "no sleep in",
    "my people run",
    "look at me now in",
    "i write it down in",
    "step back from",
    "turn it up in",
)
MIDDLES = (
    "the cold and broken",
    "a heavy golden",
    "that midnight city",
    "the back of the",
    "a hundred dollar",
    "this concrete",
    "some other kind of",
    "the rhythm and the",
    "a brand new",
    "the wrong side of the",
    "an honest working",
    "the loud and crowded",
)
RHYMES = (
    ("street", "beat", "heat", "seat", "defeat", "concrete"),
    ("light", "night", "fight", "right", "tonight", "height"),
    ("game", "flame", "name", "fame", "same", "frame"),
    ("town", "crown", "down", "sound", "ground", "around"),
    ("day", "way", "pay", "say", "play", "delay"),
    ("mind", "grind", "find", "blind", "behind", "time"),
)


def rhymes(rng: np.random.Generator, bars: int, pace: float) -> list[str]:
    """One line of words a bar, two halves split by "|"; neighbouring lines rhyme. `pace` is about the syllables of a beat."""
    lines: list[str] = []
    family: tuple[str, ...] = RHYMES[0]
    for bar in range(bars):
        if bar % 2 == 0:
            family = RHYMES[int(rng.integers(len(RHYMES)))]
        first = str(rng.choice(OPENINGS))
        second = f"{rng.choice(MIDDLES)} {rng.choice(family)}"
        if pace > 2.6:
            first = f"{first} {rng.choice(MIDDLES)} {rng.choice(family)} and"
            second = f"{rng.choice(OPENINGS)} {second}"
        lines.append(f"{first} | {second}")
    return lines


def spoken(words: str, voice: str, stretch: float, pitch: float) -> Mono:
    """What flite says, trimmed of its silence, f64 at 44,100 Hz."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "said.wav"
        subprocess.run(
            [
                "flite",
                "-voice",
                voice,
                "--setf",
                f"duration_stretch={stretch:.3f}",
                "--setf",
                f"int_f0_target_mean={pitch:.1f}",
                "-t",
                words,
                "-o",
                str(path),
            ],
            check=True,
            capture_output=True,
        )
        rate, samples = wavfile.read(path)
    signal = samples.astype(np.float64) / 32_768.0
    loud = np.flatnonzero(np.abs(signal) > 0.02)
    if not len(loud):
        return np.zeros(1)
    return resample_poly(signal[loud[0] : loud[-1] + 1], RATE // 100, rate // 100)


def rap(part: Part, length: int, rng: np.random.Generator) -> Mono:
    """Every half line squeezed into its half of the bar, so that the words ride on the beat."""
    voice = str(part.sound).split(":")[1]
    pitch = {"slt": 190.0, "rms": 98.0, "awb": 125.0, "kal16": 108.0}[voice] * float(rng.uniform(0.85, 1.2))
    tube = float(rng.uniform(0.9, 1.12))
    out = np.zeros(length)
    for line, bar in zip(part.words.splitlines(), part.notes):
        half = (bar.end - bar.start) / 2.0
        for place, words in enumerate(line.split("|")):
            plain = spoken(words.strip(), voice, 1.0, pitch)
            fit = half * float(rng.uniform(0.86, 0.98)) / (len(plain) / RATE)
            lift = pitch * float(rng.uniform(0.92, 1.12))
            said = spoken(words.strip(), voice, float(np.clip(fit, 0.35, 1.5)) * tube, lift)
            said = resample_poly(said, 100, int(round(100 * tube)))
            begin = int((bar.start + place * half) * RATE)
            said = said[: max(0, min(len(said), length - begin, int(half * 1.1 * RATE)))]
            out[begin : begin + len(said)] += said
    return np.tanh(2.5 * out / (np.abs(out).max() + 1e-9))


VOWELS = {
    "a": ((800, 0), (1150, -5), (2900, -22), (3900, -28)),
    "e": ((400, 0), (1900, -12), (2700, -20), (3500, -28)),
    "i": ((320, 0), (2300, -16), (3000, -22), (3600, -30)),
    "o": ((480, 0), (850, -8), (2800, -26), (3500, -32)),
    "u": ((340, 0), (700, -14), (2600, -32), (3400, -36)),
    "m": ((260, 0), (1000, -30), (2200, -40), (3000, -44)),
}
"""Formants of sung vowels: Hz and dB, about those of a tenor and a mezzo, rounded."""


def tract(frequency: Mono, vowel: str, size: float) -> Mono:
    """Amplitude of the vocal tract at frequencies in Hz; `size` scales the formants (a small tract is above 1)."""
    total = np.full_like(frequency, 1e-4)
    for centre, decibels in VOWELS[vowel]:
        width = 60.0 + 0.05 * centre
        total += 10.0 ** (decibels / 20.0) / (1.0 + ((frequency - centre * size) / width) ** 2)
    return total


def sung_note(pitches: Mono, vowel: str, size: float, breath: float, rng: np.random.Generator) -> Mono:
    """Additive voice along a pitch curve (MIDI numbers, one a sample at 22,050 Hz)."""
    rate = RATE // 2
    hertz = 440.0 * 2.0 ** ((pitches - 69.0) / 12.0)
    phase = 2.0 * np.pi * np.cumsum(hertz) / rate
    out = np.zeros(len(pitches))
    middle = float(hertz.mean())
    for harmonic in range(1, int(min(36, 9_000.0 / middle)) + 1):
        loudness = float(tract(np.array([harmonic * middle]), vowel, size)[0]) / harmonic**0.9
        if loudness > 3e-4:
            out += loudness * np.sin(harmonic * phase)
    out += breath * rng.standard_normal(len(out)) * 0.05
    return out


def sing(part: Part, length: int, rng: np.random.Generator) -> Mono:
    """A sung line: glides between notes, vibrato on long ones, a short consonant before most."""
    kind = str(part.sound).split(":")[1]
    size = {"f": 1.15, "m": 1.0, "low": 0.92, "choir": 1.05}[kind] * float(rng.uniform(0.95, 1.06))
    out = np.zeros(length // 2 + RATE)
    rate = RATE // 2
    last = part.notes[0].pitch if part.notes else 60.0
    for note in part.notes:
        count = max(64, int((note.end - note.start) * rate))
        time = np.arange(count) / rate
        vibrato = 0.28 * np.sin(2.0 * np.pi * float(rng.uniform(4.8, 6.2)) * time) * np.clip((time - 0.22) / 0.2, 0.0, 1.0)
        curve = (
            note.pitch
            + (last - note.pitch if abs(last - note.pitch) < 5 else -0.7) * np.exp(-time / 0.03)
            + vibrato
            + note.bend * np.exp(-time / 0.07)
        )
        vowel = str(rng.choice(list("aaeeiooum")))
        voice = sung_note(curve, vowel, size, 0.3, rng)
        if kind == "choir":
            for detune in (-0.09, 0.11, 0.05):
                voice += sung_note(curve + detune + 0.05 * np.sin(time * 3.0 + detune * 40.0), vowel, size * (1 + detune / 3), 0.3, rng)
        voice *= np.minimum(1.0, time / 0.035) * np.minimum(1.0, (time[-1] - time) / 0.05 + 1e-3) * note.velocity / 127.0
        begin = int(note.start * rate)
        if rng.random() < 0.6 and begin > 900:
            hiss = np.diff(rng.standard_normal(901)) * np.hanning(900) * 0.25
            out[begin - 700 : begin + 200] += hiss
        end = min(len(out), begin + count)
        out[begin:end] += voice[: end - begin]
        last = note.pitch
    return resample_poly(out, 2, 1)[:length]
