"""Our own electronic instruments: what a General MIDI font does badly (analogue leads, basses, drum machines, electric guitar strings)."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.signal import butter, lfilter, sosfilt

from score import Note, Part

RATE = 44_100
Mono = NDArray[np.float64]


def wave(shape: str, hertz: float, count: int, phase: float) -> Mono:
    """A band-limited saw or square by polynomial correction of its steps (polyBLEP), or a sine; f64 [count]."""
    step = hertz / RATE
    turn = (phase + step * np.arange(count)) % 1.0
    if shape == "sine":
        return np.sin(2.0 * np.pi * turn)

    def blep(at: Mono) -> Mono:
        early, late = at / step, (at - 1.0) / step
        return np.where(at < step, 2 * early - early * early - 1, np.where(at > 1.0 - step, late * late + 2 * late + 1, 0.0))

    if shape == "square":
        half = (turn + 0.5) % 1.0
        return np.where(turn < 0.5, 1.0, -1.0) + blep(turn) - blep(half)
    return 2.0 * turn - 1.0 - blep(turn)


@lru_cache(maxsize=64)
def low(cutoff: int) -> NDArray[np.float64]:
    return butter(2, min(cutoff, 20_000), fs=RATE, output="sos")


def swept(signal: Mono, start: float, end: float, seconds: float) -> Mono:
    """A low-pass whose cutoff falls from `start` to `end` Hz: a blend of fixed filters, for a moving one would need a loop over samples."""
    points = np.geomspace(max(start, end), min(start, end), 5)
    outputs = np.stack([sosfilt(low(int(point)), signal) for point in points])
    time = np.arange(len(signal)) / RATE
    cutoff = end + (start - end) * np.exp(-time / seconds)
    place = np.clip(np.interp(np.log(cutoff), np.log(points[::-1]), np.arange(5.0)[::-1]), 0.0, 3.999)
    lower = place.astype(int)
    share = place - lower
    index = np.arange(len(signal))
    return outputs[lower, index] * (1.0 - share) + outputs[lower + 1, index] * share


def envelope(count: int, held: int, attack: float, decay: float, sustain: float, release: float) -> Mono:
    """Attack, exponential decay to a level, release after `held` samples; times in seconds."""
    time = np.arange(count) / RATE
    shape = np.minimum(1.0, time / attack) * (sustain + (1.0 - sustain) * np.exp(-time / decay))
    return shape * np.where(np.arange(count) < held, 1.0, np.exp(-(time - held / RATE) / release))


def string(hertz: float, count: int, damping: float, rng: np.random.Generator) -> Mono:
    """A plucked string (Karplus and Strong, 1983), through scipy's recursive filter."""
    period = max(2, int(RATE / hertz - 0.5))
    excite = np.zeros(count)
    burst = rng.uniform(-1.0, 1.0, period)
    excite[: min(period, count)] = np.convolve(burst, np.ones(4) / 4.0, "same")[:count]
    feedback = np.zeros(period + 2)
    feedback[0], feedback[period], feedback[period + 1] = 1.0, -damping / 2.0, -damping / 2.0
    return lfilter([1.0], feedback, excite)


def tone(kind: str, note: Note, rng: np.random.Generator) -> Mono:
    """One note of an instrument, with its release."""
    hertz = 440.0 * 2.0 ** ((note.pitch - 69.0) / 12.0)
    held = int((note.end - note.start) * RATE)
    tail = {"pad": 0.6, "super": 0.25, "string": 0.05, "bell": 0.8, "keys": 0.3}.get(kind, 0.08)
    count = held + int(tail * RATE)
    loud = note.velocity / 127.0
    if kind == "super" or kind == "pad":
        voices = sum(wave("saw", hertz * 2.0 ** (detune / 1200.0), count, rng.random()) for detune in (-17, -9, -4, 0, 5, 11, 16))
        if kind == "pad":
            return loud * 0.15 * sosfilt(low(int(900 + 1500 * loud)), voices) * envelope(count, held, 0.35, 2.0, 0.9, 0.25)
        return loud * 0.15 * swept(voices, 9000, 3500, 0.3) * envelope(count, held, 0.006, 0.5, 0.7, 0.09)
    if kind == "acid":
        rich = wave("saw", hertz, count, 0.0)
        shaped = swept(rich, 400 + 3200 * loud, 260, 0.12)
        return np.tanh(2.2 * (shaped + 0.8 * (shaped - sosfilt(low(500), shaped)))) * loud * envelope(count, held, 0.003, 0.25, 0.5, 0.02)
    if kind == "growl":
        wobble = 0.5 + 0.5 * np.sin(2.0 * np.pi * float(rng.choice((2.3, 3.5, 4.7, 7.0))) * np.arange(count) / RATE)
        rich = wave("saw", hertz, count, 0.0) + wave("square", hertz * 1.005, count, 0.3)
        return (
            np.tanh(2.0 * (sosfilt(low(250), rich) * (1 - wobble) + sosfilt(low(3200), rich) * wobble))
            * loud
            * envelope(count, held, 0.004, 1, 0.9, 0.03)
        )
    if kind == "sub":
        time = np.arange(count) / RATE
        phase = 2.0 * np.pi * np.cumsum(hertz * (1.0 + 1.5 * np.exp(-time / 0.018))) / RATE
        return np.tanh(1.8 * np.sin(phase)) * loud * envelope(count, held, 0.002, 0.7, 0.25, 0.03)
    if kind == "bass":
        rich = wave("saw", hertz, count, 0.0) + 0.6 * wave("square", hertz / 2.0, count, 0.2)
        return loud * 0.6 * swept(rich, 2600, 420, 0.09) * envelope(count, held, 0.003, 0.4, 0.6, 0.025)
    if kind == "string":
        return loud * string(hertz, count, 0.996, rng) * envelope(count, held, 0.001, 3.0, 0.8, 0.02)
    if kind == "bell" or kind == "keys":
        time = np.arange(count) / RATE
        ratio, depth = (3.5, 2.2) if kind == "bell" else (1.0, 1.1)
        spark = depth * loud * np.exp(-time / (0.5 if kind == "bell" else 0.25))
        carrier = np.sin(2.0 * np.pi * hertz * time + spark * np.sin(2.0 * np.pi * ratio * hertz * time))
        return 0.5 * loud * carrier * envelope(count, held, 0.002, 0.9, 0.15, 0.25)
    if kind == "chip":
        return 0.4 * loud * wave("square", hertz, count, 0.0) * envelope(count, held, 0.002, 0.3, 0.6, 0.02)
    if kind == "pluck":
        rich = wave("saw", hertz, count, 0.0) + wave("saw", hertz * 1.006, count, 0.4)
        return loud * 0.5 * swept(rich, 7000, 500, 0.07) * envelope(count, held, 0.002, 0.16, 0.05, 0.05)
    if kind == "saw":
        rich = wave("saw", hertz, count, 0.0) + wave("saw", hertz * 0.994, count, 0.4)
        return loud * 0.5 * sosfilt(low(5200), rich) * envelope(count, held, 0.008, 0.5, 0.8, 0.05)
    raise ValueError(f"no instrument {kind!r}")


def drum(key: int, machine: str, velocity: int, rng: np.random.Generator) -> Mono:
    """One stroke of a drum machine: swept sines, filtered noise, nothing sampled."""
    loud = velocity / 127.0
    seconds = {36: 0.5, 38: 0.25, 40: 0.25, 39: 0.25, 42: 0.06, 44: 0.06, 46: 0.35, 49: 1.2, 56: 0.2}.get(key, 0.22)
    count = int(seconds * RATE)
    time = np.arange(count) / RATE
    noise = rng.standard_normal(count)
    if key == 36:
        depth, fall, ring = (180.0, 0.03, 0.16) if machine == "909" else (90.0, 0.02, 0.4)
        body = np.sin(2.0 * np.pi * np.cumsum(48.0 + depth * np.exp(-time / fall)) / RATE)
        return loud * 1.3 * np.tanh(1.5 * body) * np.exp(-time / ring) + 0.15 * loud * noise * np.exp(-time / 0.003)
    if key in (38, 40):
        body = np.sin(2.0 * np.pi * np.cumsum(185.0 + 60.0 * np.exp(-time / 0.02)) / RATE) * np.exp(-time / 0.07)
        return loud * (0.7 * body + 0.55 * (noise - sosfilt(low(1200), noise)) * np.exp(-time / (0.09 if machine == "909" else 0.06)))
    if key == 39:
        claps = sum(np.exp(-np.maximum(time - start, 0) / 0.008) * (time >= start) for start in (0.0, 0.011, 0.023))
        return loud * 0.6 * (sosfilt(low(3200), noise) - sosfilt(low(800), noise)) * (claps + 0.8 * np.exp(-time / 0.07))
    if key in (42, 44, 46, 49, 70, 82, 69, 54):
        fade = {46: 0.12, 49: 0.4}.get(key, 0.022)
        metal = sum(wave("square", hertz, count, rng.random()) for hertz in (2050.0, 3040.0, 3690.0, 5220.0, 5400.0, 8000.0)) / 6.0
        bright = metal + 0.6 * noise
        return loud * 0.4 * (bright - sosfilt(low(6500), bright)) * np.exp(-time / fade)
    hertz = {45: 110.0, 47: 140.0, 50: 190.0, 41: 85.0, 37: 1700.0, 56: 560.0, 75: 2500.0}.get(key, 420.0)
    return loud * 0.7 * np.sin(2.0 * np.pi * np.cumsum(hertz * (1.0 + 0.3 * np.exp(-time / 0.03))) / RATE) * np.exp(-time / (seconds / 4.0))


def play(part: Part, length: int, rng: np.random.Generator) -> Mono:
    """A whole part, f64 [length]."""
    out = np.zeros(length)
    kind = str(part.sound)
    for note in part.notes:
        begin = int(note.start * RATE)
        sound = drum(int(note.pitch), kind.split(":")[1], note.velocity, rng) if kind.startswith("machine:") else tone(kind, note, rng)
        end = min(length, begin + len(sound))
        if end > begin:
            out[begin:end] += sound[: end - begin]
    return out
