"""Drum machines and studio noises, synthesized: kicks from falling sines, snares and hats from filtered noise, record scratches, risers.

A machine is a family and a variant (its knobs); its one-shots are made once and cached.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.signal import butter, sosfilt

from sounding import RATE, Sounding

Audio = NDArray[np.float32]

FAMILIES: dict[str, dict[str, float]] = {
    "808": {"kick_hz": 48, "kick_s": 0.5, "drop": 2.5, "click": 0.1, "snare_hz": 185, "snare_s": 0.13, "wire": 0.6, "hat_s": 0.05, "metal": 0.9, "grit": 0.0},
    "909": {"kick_hz": 52, "kick_s": 0.24, "drop": 5.0, "click": 0.5, "snare_hz": 200, "snare_s": 0.16, "wire": 0.9, "hat_s": 0.06, "metal": 0.6, "grit": 0.15},
    "linn": {"kick_hz": 62, "kick_s": 0.16, "drop": 3.0, "click": 0.7, "snare_hz": 190, "snare_s": 0.2, "wire": 0.9, "hat_s": 0.07, "metal": 0.3, "grit": 0.1},
    "lofi": {"kick_hz": 64, "kick_s": 0.18, "drop": 3.5, "click": 0.4, "snare_hz": 210, "snare_s": 0.14, "wire": 1.1, "hat_s": 0.04, "metal": 0.3, "grit": 0.5},
    "hard": {"kick_hz": 55, "kick_s": 0.3, "drop": 7.0, "click": 0.9, "snare_hz": 220, "snare_s": 0.18, "wire": 1.2, "hat_s": 0.05, "metal": 0.7, "grit": 0.8},
    "minimal": {"kick_hz": 50, "kick_s": 0.2, "drop": 3.0, "click": 0.2, "snare_hz": 240, "snare_s": 0.06, "wire": 0.5, "hat_s": 0.02, "metal": 0.4, "grit": 0.05},
    "chip": {"kick_hz": 70, "kick_s": 0.12, "drop": 6.0, "click": 0.2, "snare_hz": 240, "snare_s": 0.1, "wire": 1.5, "hat_s": 0.03, "metal": 0.0, "grit": 0.9},
}
"""Knobs of the machines."""

VARIANTS = 8


def _decay(frames: int, seconds: float) -> Audio:
    return np.exp(-np.arange(frames, dtype=np.float32) / (max(seconds, 1e-3) * RATE / 3.0))


def _noise(dice: np.random.Generator, frames: int, low: float, high: float) -> Audio:
    sos = butter(2, (low, min(high, RATE * 0.45)), "bandpass", fs=RATE, output="sos")
    return sosfilt(sos, dice.standard_normal(frames)).astype(np.float32)


def _sine_drop(hertz: float, drop: float, fall: float, frames: int) -> Audio:
    times = np.arange(frames) / RATE
    frequency = hertz * (1.0 + drop * np.exp(-times / fall))
    return np.sin(2 * np.pi * np.cumsum(frequency) / RATE).astype(np.float32)


@lru_cache(maxsize=1024)
def one_shot(family: str, variant: int, key: int) -> Audio:
    """One drum of one machine, mono, peak 1."""
    dice = np.random.default_rng([variant, sum(map(ord, family)), key])
    knob = {name: value * float(np.exp(np.random.default_rng([variant, place]).normal(0, 0.18))) for place, (name, value) in enumerate(FAMILIES[family].items())}
    seconds = {35: 1.2, 36: 1.0, 49: 1.4, 51: 0.9, 52: 1.2, 57: 1.4, 46: 0.5}.get(key, 0.45)
    frames = int(seconds * RATE)
    if key in (35, 36):
        tone = _sine_drop(knob["kick_hz"], knob["drop"], 0.018, frames) * _decay(frames, knob["kick_s"] * 1.8)
        tone += knob["click"] * 0.4 * _noise(dice, frames, 1500, 9000) * _decay(frames, 0.012)
    elif key in (38, 40):
        body = _sine_drop(knob["snare_hz"], 0.6, 0.02, frames) * _decay(frames, 0.14)
        tone = 0.7 * body + knob["wire"] * 0.5 * _noise(dice, frames, 900, 11000) * _decay(frames, knob["snare_s"] * 1.7)
    elif key == 39:
        tone = _noise(dice, frames, 800, 5000) * _decay(frames, 0.22)
        for at in (0.0, 0.011, 0.023):
            tone[int(at * RATE):] += 1.2 * _noise(dice, frames - int(at * RATE), 900, 6000) * _decay(frames - int(at * RATE), 0.02)
    elif key in (42, 44, 46, 49, 51, 52, 53, 55, 57, 54, 59):
        length = {46: 0.4, 49: 1.6, 57: 1.8, 51: 1.0, 52: 1.0, 53: 0.9, 55: 0.6, 54: 0.12}.get(key, knob["hat_s"] * 1.6)
        times = np.arange(frames) / RATE
        metal = sum(np.sign(np.sin(2 * np.pi * hertz * times)) for hertz in np.array([205.3, 304.4, 369.6, 522.7, 540.0, 800.0]) * dice.uniform(5, 9)) / 6
        metal = sosfilt(butter(2, 6000, "highpass", fs=RATE, output="sos"), metal)
        tone = (knob["metal"] * metal + 0.8 * _noise(dice, frames, 5500, 15000)).astype(np.float32) * _decay(frames, length)
    elif key in (41, 43, 45, 47, 48, 50):
        tone = _sine_drop(60.0 * 2 ** ((key - 38) / 9), 0.8, 0.06, frames) * _decay(frames, 0.4) + 0.1 * _noise(dice, frames, 500, 5000) * _decay(frames, 0.05)
    elif key == 56:
        times = np.arange(frames) / RATE
        tone = ((np.sign(np.sin(2 * np.pi * 540 * times)) + np.sign(np.sin(2 * np.pi * 800 * times))) * 0.5).astype(np.float32) * _decay(frames, 0.25)
        tone = sosfilt(butter(1, (500, 4500), "bandpass", fs=RATE, output="sos"), tone).astype(np.float32)
    elif key in (69, 70, 82, 58):
        tone = _noise(dice, frames, 4000, 13000) * _decay(frames, 0.09) * np.minimum(np.arange(frames) / (0.015 * RATE), 1).astype(np.float32)
    else:
        hertz = {37: 1700, 75: 2500, 76: 1100, 77: 800, 60: 420, 61: 320, 62: 380, 63: 260, 64: 190, 65: 330, 66: 240, 67: 900, 68: 640}.get(key, 700)
        tone = _sine_drop(hertz * float(np.exp(dice.normal(0, 0.05))), 0.15, 0.01, frames) * _decay(frames, 0.16 if key > 58 else 0.06) + 0.15 * _noise(dice, frames, 1500, 8000) * _decay(frames, 0.015)
    if knob["grit"]:
        tone = np.tanh(tone * (1 + 4 * knob["grit"])) / np.tanh(1 + 4 * knob["grit"])
    return (tone / max(float(np.max(np.abs(tone))), 1e-6)).astype(np.float32)


_LEVELS = {36: 1.0, 35: 1.0, 38: 0.75, 40: 0.7, 39: 0.55, 42: 0.28, 44: 0.24, 46: 0.32, 49: 0.4, 57: 0.4, 51: 0.25, 52: 0.4, 53: 0.3, 54: 0.3, 70: 0.25, 82: 0.25, 69: 0.25, 37: 0.4}


def play(family: str, notes: list[Sounding], frames: int, dice: np.random.Generator) -> Audio:
    """A drum part on a machine (any of them for `any`), stereo; a closed hat silences an open one."""
    if family == "any":
        family = str(dice.choice([name for name in FAMILIES if name != "chip"]))
    variant = int(dice.integers(VARIANTS))
    pans: dict[int, float] = {}
    out = np.zeros((2, frames), np.float32)
    hats = [note.start for note in notes if round(note.pitch) in (42, 44, 46)]
    for note in notes:
        key = round(note.pitch)
        tone = one_shot(family, variant, key)
        on = int(note.start * RATE)
        count = min(len(tone), frames - on)
        if key == 46:
            after = next((start for start in hats if start > note.start + 0.01), None)
            if after is not None:
                count = min(count, int((after - note.start) * RATE))
        if count <= 0:
            continue
        if key not in pans:
            pans[key] = 0.0 if key in (35, 36, 38, 40) else float(dice.uniform(-0.5, 0.5))
        hit = tone[:count] * np.float32(note.velocity**1.4 * _LEVELS.get(key, 0.45))
        out[0, on:on + count] += hit * np.float32(1 - max(pans[key], 0) * 0.6)
        out[1, on:on + count] += hit * np.float32(1 + min(pans[key], 0) * 0.6)
    return out


EFFECTS = frozenset({"scratch", "riser", "downlifter", "impact", "sweep-noise", "wind", "crackle-hits"})
"""Studio noises; a note says when and how long, its pitch shades the colour."""


def effects(name: str, notes: list[Sounding], frames: int, dice: np.random.Generator) -> Audio:
    """Scratches, risers, wind."""
    out = np.zeros((2, frames), np.float32)
    for note in notes:
        on = int(note.start * RATE)
        count = min(int(max(note.length, 0.06) * RATE), frames - on)
        if count < 64:
            continue
        tone = _effect(name, count, dice) * np.float32(note.velocity * 0.6)
        pan = float(dice.uniform(0.3, 0.7))
        out[0, on:on + count] += tone * np.float32(1.4 * (1 - pan))
        out[1, on:on + count] += tone * np.float32(1.4 * pan)
    return out


def _effect(name: str, count: int, dice: np.random.Generator) -> Audio:
    turn = np.linspace(0.0, 1.0, count, dtype=np.float32)
    if name == "scratch":
        # A short sound dragged back and forth under the needle: its read position is a wave of hand movements.
        source = _noise(dice, RATE // 2, 300, 5000) + np.sign(np.sin(np.arange(RATE // 2) * 2 * np.pi * dice.uniform(90, 300) / RATE)).astype(np.float32)
        strokes = dice.integers(1, 5)
        hand = 0.5 - 0.5 * np.cos(2 * np.pi * strokes * turn / 2 * float(dice.uniform(0.8, 1.4)))
        speed = np.abs(np.gradient(hand)) * count / 3
        return (np.interp(hand * dice.uniform(0.05, 0.25) * RATE, np.arange(len(source)), source) * np.minimum(speed, 1)).astype(np.float32)
    noise = dice.standard_normal(count).astype(np.float32)
    centre = {"riser": 300 * 30 ** turn, "downlifter": 9000 * 0.03 ** turn, "impact": 2500 * 0.04 ** turn, "sweep-noise": 800 * 8 ** np.sin(np.pi * turn)}.get(name)
    if centre is None:
        slow = np.interp(turn, np.linspace(0, 1, 12), dice.uniform(0.2, 1.0, 12))
        return _noise(dice, count, 150, 2500) * slow.astype(np.float32)
    # A one-pole low-pass per block follows the moving centre.
    tone = np.empty(count, np.float32)
    state = np.zeros((1, 2))
    for at in range(0, count, 1024):
        pole = float(np.exp(-2 * np.pi * min(centre[at], 18000) / RATE))
        tone[at:at + 1024], state = sosfilt(np.array([[1 - pole, 0, 0, 1, -pole, 0]]), noise[at:at + 1024], zi=state)
    shape = turn**2 if name == "riser" else np.exp(-4 * turn) if name in ("impact", "downlifter") else np.sin(np.pi * turn)
    if name == "impact":
        tone += 0.8 * _sine_drop(45.0, 1.5, 0.05, count)
    return tone * shape.astype(np.float32)
