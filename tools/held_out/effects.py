"""What happens to a sound after the instrument: amplifiers, rooms, echoes, old records, the mixing desk. f64 [frames, 2] at 44,100 Hz."""

from __future__ import annotations

from typing import Callable

import numpy as np
from numpy.typing import NDArray
from scipy.signal import butter, fftconvolve, sosfilt

RATE = 44_100
Stereo = NDArray[np.float64]


def band(signal: Stereo, low_hz: float = 0.0, high_hz: float = 0.0, order: int = 2) -> Stereo:
    """High-pass at `low_hz` and low-pass at `high_hz`; 0 leaves that side alone."""
    if low_hz:
        signal = sosfilt(butter(order, low_hz, "high", fs=RATE, output="sos"), signal, axis=0)
    if high_hz:
        signal = sosfilt(butter(order, high_hz, fs=RATE, output="sos"), signal, axis=0)
    return signal


def level(signal: Stereo) -> float:
    """RMS of the louder tenth-seconds, so that rests do not make an instrument loud."""
    block = RATE // 10
    count = len(signal) // block
    if not count:
        return 1e-9
    power = (signal[: count * block] ** 2).mean(axis=1).reshape(count, block).mean(axis=1)
    return float(np.sqrt(np.sort(power)[-max(1, count // 2) :].mean()) + 1e-9)


def drive(signal: Stereo, amount: float, top_hz: float) -> Stereo:
    """A valve amplifier and its cabinet: the bass is cut before, everything above the loudspeaker after."""
    pushed = band(signal / level(signal) * 0.2, 110.0)
    bent = np.tanh(amount * pushed + 0.12) - np.tanh(0.12)
    return band(bent + 0.35 * band(bent, 900.0, 3200.0), 75.0, top_hz, 3)


def room(signal: Stereo, seconds: float, share: float, dark_hz: float, rng: np.random.Generator) -> Stereo:
    """Reverberation: convolution with decaying noise, other noise in each ear."""
    count = int(seconds * RATE)
    time = np.arange(count)[:, None] / RATE
    tail = band(rng.standard_normal((count, 2)) * np.exp(-6.9 * time / seconds), 150.0, dark_hz, 1)
    tail[: int(0.012 * RATE)] *= 0.3
    wet = fftconvolve(signal, tail / np.sqrt((tail**2).sum() / 2.0), axes=0)[: len(signal)]
    return signal * (1.0 - 0.5 * share) + wet * share


def echo(signal: Stereo, seconds: float, share: float, feedback: float) -> Stereo:
    """Repeats, each duller and on the other side."""
    out, copy = signal.copy(), signal
    delay = int(seconds * RATE)
    for turn in range(1, 6):
        copy = band(np.concatenate([np.zeros((delay, 2)), copy[:-delay]])[:, ::-1], 200.0, 4500.0, 1) * (share if turn == 1 else feedback)
        out = out + copy
    return out


def chorus(signal: Stereo, hertz: float, depth: float) -> Stereo:
    """A copy whose delay sways, another way in each ear."""
    index = np.arange(len(signal), dtype=float)
    sway = [0.012 * RATE + depth * RATE * np.sin(2.0 * np.pi * hertz * index / RATE + turn) for turn in (0.0, 1.7)]
    wet = np.stack([np.interp(index - sway[side], index, signal[:, side]) for side in (0, 1)], axis=1)
    return 0.75 * signal + 0.6 * wet


def tremolo(signal: Stereo, hertz: float, depth: float) -> Stereo:
    return signal * (1.0 - depth * (0.5 + 0.5 * np.sin(2.0 * np.pi * hertz * np.arange(len(signal)) / RATE)))[:, None]


def wah(signal: Stereo, hertz: float) -> Stereo:
    """A swaying band: two fixed ones blended."""
    sway = (0.5 + 0.5 * np.sin(2.0 * np.pi * hertz * np.arange(len(signal)) / RATE))[:, None]
    return band(signal, 350.0, 900.0) * (1.0 - sway) * 1.6 + band(signal, 1100.0, 3000.0) * sway * 2.2 + 0.15 * signal


def pump(signal: Stereo, tempo: float) -> Stereo:
    """The ducking that a compressor keyed by the bass drum makes."""
    turn = (np.arange(len(signal)) / RATE * tempo / 60.0) % 1.0
    return signal * (0.25 + 0.75 * np.clip(turn / 0.6, 0.0, 1.0) ** 1.5)[:, None]


def vinyl(signal: Stereo, rng: np.random.Generator) -> Stereo:
    """An old record: narrow band, hiss, crackle, a little mono."""
    size = level(signal)
    crackle = (rng.random(len(signal)) > 0.9998) * rng.standard_normal(len(signal)) * 3.0
    noise = band(np.stack([crackle + 0.03 * rng.standard_normal(len(signal))] * 2, axis=1), 300.0, 7000.0, 1)
    return band(0.6 * signal + 0.4 * signal.mean(axis=1, keepdims=True), 70.0, 8500.0) + noise * size


def squash(signal: Stereo, threshold: float, ratio: float) -> Stereo:
    """A slow compressor over both ears."""
    power = sosfilt(butter(1, 6.0, fs=RATE, output="sos"), (signal**2).mean(axis=1))
    loud = np.sqrt(np.maximum(power, 1e-10)) / threshold
    return signal * (np.maximum(loud, 1.0) ** (1.0 / ratio - 1.0))[:, None]


def apply(name: str, signal: Stereo, tempo: float, rng: np.random.Generator) -> Stereo:
    """An effect by its name in a style, with settings drawn so that no two clips' rooms are one room."""
    beat = 60.0 / tempo
    table: dict[str, Callable[[], Stereo]] = {
        "crunch": lambda: drive(signal, rng.uniform(5.0, 9.0), rng.uniform(4200.0, 5500.0)),
        "drive": lambda: drive(signal, rng.uniform(14.0, 26.0), rng.uniform(4300.0, 6000.0)),
        "fuzz": lambda: drive(signal, rng.uniform(40.0, 80.0), rng.uniform(4500.0, 6500.0)),
        "room": lambda: room(signal, rng.uniform(0.3, 0.7), rng.uniform(0.15, 0.3), 6000.0, rng),
        "hall": lambda: room(signal, rng.uniform(1.6, 2.8), rng.uniform(0.3, 0.5), 4500.0, rng),
        "cave": lambda: room(signal, rng.uniform(3.0, 4.5), rng.uniform(0.5, 0.7), 3500.0, rng),
        "plate": lambda: room(signal, rng.uniform(0.9, 1.5), rng.uniform(0.2, 0.35), 8000.0, rng),
        "gated": lambda: room(signal, 0.35, 0.55, 9000.0, rng),
        "echo": lambda: echo(signal, beat * float(rng.choice((0.5, 0.75))), rng.uniform(0.25, 0.4), 0.5),
        "dub": lambda: echo(signal, beat * 0.75, rng.uniform(0.5, 0.65), 0.65),
        "slap": lambda: echo(signal, rng.uniform(0.09, 0.13), 0.45, 0.2),
        "chorus": lambda: chorus(signal, rng.uniform(0.4, 1.0), rng.uniform(0.001, 0.003)),
        "rotary": lambda: chorus(signal, rng.uniform(5.0, 6.8), 0.0006),
        "tremolo": lambda: tremolo(signal, rng.uniform(4.0, 6.5), 0.6),
        "wah": lambda: wah(signal, 1.0 / beat),
        "pump": lambda: pump(signal, tempo),
        "telephone": lambda: band(signal, 350.0, 3200.0),
        "dark": lambda: band(signal, 0.0, rng.uniform(1800.0, 3000.0)),
        "thin": lambda: band(signal, rng.uniform(250.0, 400.0)),
        "vinyl": lambda: vinyl(signal, rng),
        "shellac": lambda: vinyl(band(signal, 180.0, 5000.0), rng),
        "tape": lambda: np.tanh(1.4 * band(signal, 40.0, 11_000.0, 1) / (5.0 * level(signal))),
        "glue": lambda: squash(signal / level(signal) * 0.2, 0.16, 3.0),
        "loud": lambda: np.tanh(1.5 * squash(signal / level(signal) * 0.3, 0.15, 4.0)),
    }
    if name not in table:
        raise ValueError(f"no effect {name!r}; there are {', '.join(sorted(table))}")
    return table[name]()
