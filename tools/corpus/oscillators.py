"""Wavetables: one period of a band-limited tone, read at any pitch.

A table holds the harmonics of one note after its filter, so that a synthesizer's cutoff, a vowel's formants or an organ's drawbars are all the
same thing: amplitudes by harmonic. Tables are cached; reading one is an integer multiply and a lookup.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sounding import RATE

Mono = NDArray[np.float32]

SIZE = 2048
_SHIFT = np.uint32(32 - 11)
_TOP_HZ = 15_000.0

VOWELS: dict[str, tuple[tuple[float, float, float], ...]] = {
    "a": ((800, 1.0, 90), (1150, 0.63, 110), (2900, 0.1, 170), (3900, 0.08, 200)), "e": ((400, 1.0, 70), (1800, 0.28, 110), (2700, 0.18, 170), (3500, 0.09, 200)),
    "i": ((300, 1.0, 60), (2200, 0.25, 110), (2950, 0.16, 170), (3600, 0.08, 200)), "o": ((450, 1.0, 80), (800, 0.4, 100), (2830, 0.06, 170), (3800, 0.06, 200)),
    "u": ((325, 1.0, 60), (700, 0.25, 90), (2700, 0.03, 170), (3800, 0.02, 200)), "A": ((650, 1.0, 90), (1080, 0.5, 100), (2650, 0.3, 140), (2900, 0.25, 150)),
    "E": ((550, 1.0, 80), (1650, 0.4, 110), (2500, 0.22, 150), (3400, 0.1, 200)), "y": ((300, 1.0, 60), (1600, 0.2, 110), (2200, 0.12, 150), (3300, 0.06, 200)),
}
"""(centre Hz, level, bandwidth Hz) of four formants; a grown woman's, lowered for deep voices by `tract`."""


@lru_cache(maxsize=4096)
def table(wave: str, hertz: float, cutoff: float, resonance: float = 0.0) -> Mono:
    """One period of `wave` at `hertz` through a low-pass at `cutoff` Hz; peak about 1."""
    count = max(int(min(_TOP_HZ, RATE / 2.2) / hertz), 1)
    k = np.arange(1, count + 1)
    amplitude = _amplitudes(wave, k, hertz)
    if not wave.startswith("vowel"):
        ratio = k * hertz / cutoff
        amplitude = amplitude / np.sqrt(1.0 + ratio**6) * (1.0 + resonance * 3.0 * np.exp(-((ratio - 1.0) / 0.25) ** 2))
    return from_harmonics(amplitude)


def from_harmonics(amplitude: NDArray[np.float64], seed: int = 7) -> Mono:
    """A period with these harmonics; phases are scattered a little, since a real voice's are not aligned."""
    spectrum = np.zeros(SIZE // 2 + 1, np.complex128)
    count = min(len(amplitude), SIZE // 2 - 1)
    scatter = np.random.default_rng(seed).uniform(-0.5, 0.5, count)
    spectrum[1:count + 1] = amplitude[:count] * np.exp(1j * (scatter - np.pi / 2))
    period = np.fft.irfft(spectrum) * SIZE / 2
    return (period / max(np.sqrt(np.mean(period**2)) * 2.2, 1e-9)).astype(np.float32)


def _amplitudes(wave: str, k: NDArray[np.int64], hertz: float) -> NDArray[np.float64]:
    odd = (k % 2 == 1).astype(np.float64)
    if wave == "saw":
        return 1.0 / k
    if wave == "square":
        return odd / k
    if wave.startswith("pulse"):
        return np.abs(np.sin(np.pi * k * float(wave[5:]) / 100.0)) / k
    if wave == "triangle":
        return odd / k**2
    if wave == "sine":
        return (k == 1).astype(np.float64)
    if wave == "bright":
        return 1.0 / np.sqrt(k)
    if wave.startswith("organ"):
        bars = {1: 0.5, 2: 0.8, 3: 0.6, 4: 0.8, 6: 0.4, 8: 0.5, 10: 0.2, 12: 0.15, 16: 0.3}
        keep = {"organ1": (1, 2, 3), "organ2": (1, 2, 3, 4, 8), "organ3": tuple(bars), "organ4": (2, 4, 8, 16)}[wave]
        return np.array([bars[int(n)] if n in keep else 0.0 for n in k])
    if wave == "reed":
        return (0.25 + 0.75 * odd) / k**0.8
    if wave == "brass":
        return np.exp(-((np.log(k * hertz / 900.0)) ** 2) / 1.2) + 0.3 / k**1.4
    if wave.startswith("vowel"):
        vowel, tract = wave[5], float(wave[6:] or 1.0)
        frequency = k * hertz
        tilt = 1.0 / (1.0 + (frequency / 500.0) ** 1.1)
        shape = sum(level / (1.0 + ((frequency - centre * tract) / width) ** 2) for centre, level, width in VOWELS[vowel])
        return tilt * (shape + 0.015)
    raise ValueError(f"no wave {wave!r}")


def steady(period: Mono, hertz: float, frames: int, phase: float = 0.0) -> Mono:
    """The tone at a constant pitch."""
    increment = np.uint32(int(hertz / RATE * 2**32))
    index = np.arange(frames, dtype=np.uint32) * increment + np.uint32(int(phase * 2**32) & 0xFFFFFFFF)
    return period[index >> _SHIFT]


def moving(period: Mono, hertz: NDArray[np.float32] | NDArray[np.float64], phase: float = 0.0) -> Mono:
    """The tone at a pitch per sample (glides, vibrato)."""
    turns = np.cumsum(hertz, dtype=np.float64) / RATE + phase
    return period[(turns * SIZE).astype(np.int64) & (SIZE - 1)]


def envelope(frames: int, held: int, attack: float, decay: float, sustain: float, release: float) -> Mono:
    """Attack (linear), decay and release (exponential), seconds; `held` samples until the release."""
    rise = max(int(attack * RATE), 1)
    times = np.arange(frames, dtype=np.float32)
    level = sustain + (1.0 - sustain) * np.exp(-np.maximum(times - rise, 0.0) / max(decay * RATE / 3.0, 1.0))
    level[:rise] *= times[:rise] / rise if rise <= frames else times / rise
    if held < frames:
        level[held:] *= np.exp(-np.arange(frames - held, dtype=np.float32) / max(release * RATE / 4.0, 1.0))
    fade = min(128, frames)
    level[frames - fade:] *= np.linspace(1.0, 0.0, fade, dtype=np.float32)
    return level.astype(np.float32)
