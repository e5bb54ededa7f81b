"""Plucked strings after Karplus and Strong: a burst of noise that circles in a delay line and loses its highs at every turn.

A string is computed a period at a time (a few hundred numpy steps a note) and cached by instrument, pitch and articulation,
so that a riff costs little more than its distinct notes.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy import fft

from sounding import RATE, Sounding

Mono = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Plucked:
    """How an instrument's strings ring."""

    sustain_s: float
    """Time for a middle C to fall by 60 dB."""
    brightness: float
    """0 dark to 1 bright pick."""
    position: float
    """Where it is plucked, as a fraction of the string (a comb in its spectrum)."""
    body: tuple[float, ...] = ()
    """Resonances of the body, Hz."""
    damping: float = 0.5
    """Averaging of neighbouring samples per turn: 0.5 a classical string, 0.15 steel."""
    buzz: float = 0.0
    """How much the string rattles on a curved bridge (sitar, shamisen)."""
    release_s: float = 0.12
    """How fast a finger stops it."""


INSTRUMENTS: dict[str, Plucked] = {
    "electric-guitar": Plucked(4.5, 0.75, 0.22, (), 0.16), "electric-dark": Plucked(4.0, 0.45, 0.35, (), 0.22), "steel-guitar": Plucked(3.2, 0.85, 0.14, (105, 205, 410), 0.2),
    "nylon-guitar": Plucked(2.0, 0.45, 0.2, (98, 196, 380), 0.42), "banjo": Plucked(0.7, 0.95, 0.08, (320, 640, 900), 0.3), "mandolin": Plucked(0.9, 0.9, 0.12, (280, 520), 0.25),
    "koto": Plucked(2.4, 0.8, 0.06, (180, 420), 0.25), "sitar": Plucked(3.5, 0.9, 0.05, (150, 400), 0.15, 0.5), "shamisen": Plucked(0.6, 0.95, 0.05, (260, 700), 0.35, 0.25),
    "oud": Plucked(1.1, 0.5, 0.15, (110, 230), 0.4), "harpsichord": Plucked(2.2, 1.0, 0.08, (150, 300), 0.22), "string-bass": Plucked(2.0, 0.35, 0.2, (70, 140), 0.4),
    "electric-bass": Plucked(4.0, 0.55, 0.2, (), 0.3), "kora": Plucked(1.8, 0.7, 0.12, (140, 300), 0.35), "pipa": Plucked(0.9, 0.95, 0.06, (300, 700), 0.25),
    "ukulele": Plucked(0.9, 0.55, 0.25, (210, 420), 0.4), "dulcimer": Plucked(3.0, 0.9, 0.1, (200, 500), 0.15),
}


def _string(kind: Plucked, hertz: float, seconds: float, dice: np.random.Generator) -> Mono:
    """One free string."""
    period = max(int(RATE / hertz - 0.5), 4)
    burst = dice.uniform(-1.0, 1.0, period)
    spectrum = np.fft.rfft(burst)
    frequency = np.fft.rfftfreq(period, 1.0 / RATE)
    spectrum /= np.sqrt(1.0 + (frequency / (600.0 + 7000.0 * kind.brightness**2)) ** 2)
    turn = np.fft.irfft(spectrum, period)
    turn = turn - kind.position * 1.6 * np.roll(turn, max(int(period * kind.position), 1))
    turns = max(int(seconds * RATE / period), 1)
    # The loss per turn makes -60 dB at sustain_s, less for low strings, as real ones ring longer.
    sustain = kind.sustain_s * (261.6 / hertz) ** 0.4
    loss = 10.0 ** (-3.0 * period / RATE / sustain)
    mix = kind.damping * min(1.0, 0.35 + hertz / 700.0)
    k = np.arange(period // 2 + 1)
    # Averaging with weight `mix` per turn, applied to the spectrum of the period: every turn is then one row of a table of powers.
    gain = loss * np.abs(1.0 - mix + mix * np.exp(-2j * np.pi * k / period))
    powers = np.exp(np.log(gain + 1e-9).astype(np.float32)[None, :] * np.arange(turns, dtype=np.float32)[:, None])
    rows = fft.irfft(fft.rfft(turn.astype(np.float32))[None, :] * powers, period, axis=1)
    tone = rows.reshape(-1)
    if kind.buzz:
        tone = (1 - kind.buzz) * tone + kind.buzz * np.abs(tone) * np.sign(np.roll(tone, 3)) * 1.3
    # An integer period is slightly off pitch: stretch it to the fraction.
    exact = RATE / hertz / period
    return np.interp(np.arange(int(len(tone) * exact) - 1) / exact, np.arange(len(tone)), tone).astype(np.float32)


@lru_cache(maxsize=600)
def pluck(name: str, pitch: float, how: str, take: int) -> Mono:
    """A string of an instrument, with its body; `take` chooses one of its several attacks."""
    kind = INSTRUMENTS[name]
    dice = np.random.default_rng([take, int(pitch * 100), len(how)])
    hertz = 440.0 * 2.0 ** ((pitch - 69.0) / 12.0)
    seconds = min(kind.sustain_s * 1.2, 2.4)
    if how == "mute":
        kind = Plucked(0.22 if pitch < 52 else 0.15, kind.brightness * 0.7, 0.1, kind.body, min(kind.damping * 2.2, 0.5), 0.0)
        seconds = 0.45
    elif how == "dead":
        kind = Plucked(0.05, kind.brightness, kind.position, kind.body, 0.5)
        seconds = 0.12
    elif how == "harmonic":
        hertz *= 2.0
    tone = _string(kind, hertz, seconds, dice)
    if kind.body:
        size = fft.next_fast_len(len(tone) + 2000, real=True)
        frequency = np.arange(size // 2 + 1, dtype=np.float32) * np.float32(RATE / size)
        shape = np.float32(0.6) + sum(np.float32(1.2) / (1 + ((frequency - np.float32(at)) / np.float32(at * 0.12)) ** 2) for at in kind.body)
        tone = fft.irfft(fft.rfft(tone, size) * shape, size)[:len(tone)]
    peak = float(np.sqrt(np.mean(tone[:4000] ** 2))) * 3.0
    return (tone / max(peak, 1e-6)).astype(np.float32)


def play(name: str, notes: list[Sounding], frames: int, dice: np.random.Generator, tuning: float = 0.0) -> Mono:
    """All notes of a plucked part, mono."""
    out = np.zeros(frames, np.float32)
    kind = INSTRUMENTS[name]
    takes = dice.integers(0, 8, 2)
    for place, note in enumerate(notes):
        tone = pluck(name, round(note.pitch + tuning, 1), note.how if note.how in ("mute", "dead", "harmonic") else "", int(takes[place % 2]))
        if note.bend:
            tone = _bent(tone, note.bend)
        on = int(note.start * RATE)
        held = int(note.length * RATE)
        count = min(len(tone), held + int(kind.release_s * 3 * RATE), frames - on)
        if count <= 0:
            continue
        part = tone[:count] * np.float32(note.velocity**1.3)
        if count > held:
            part[held:] *= np.exp(-np.arange(count - held, dtype=np.float32) / (kind.release_s * RATE * 0.4))
        out[on:on + count] += part
    return out


def _bent(tone: Mono, bend: tuple[tuple[float, float], ...]) -> Mono:
    """A string pulled across the fret: the tone read at a changing speed."""
    times = np.arange(len(tone)) / RATE
    ratio = 2.0 ** (np.interp(times, [b[0] for b in bend], [b[1] for b in bend]) / 12.0)
    return np.interp(np.cumsum(ratio), np.arange(len(tone)), tone, right=0.0).astype(np.float32)
