"""Effects on one stem: amplifiers with cabinets, modulation, echoes, filters. Audio is f32 [2, frames] and may be changed in place."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.signal import butter, sosfilt

from sounding import RATE

Audio = NDArray[np.float32]
Dice = np.random.Generator


def peak(hertz: float, gain_db: float, q: float) -> NDArray[np.float64]:
    """A bell as one biquad (the well-known cookbook formula)."""
    a, omega = 10 ** (gain_db / 40), 2 * np.pi * hertz / RATE
    alpha = np.sin(omega) / (2 * q)
    return np.array([[1 + alpha * a, -2 * np.cos(omega), 1 - alpha * a, 1 + alpha / a, -2 * np.cos(omega), 1 - alpha / a]]) / (1 + alpha / a)


@lru_cache(maxsize=256)
def _butter(order: int, low: float, kind: str) -> NDArray[np.float64]:
    return butter(order, low, kind, fs=RATE, output="sos")


def filtered(audio: Audio, *sections: NDArray[np.float64]) -> Audio:
    """The biquads one after the other."""
    return sosfilt(np.concatenate(sections), audio, axis=-1).astype(np.float32)


_AMPS: dict[str, tuple[float, float, float, float]] = {
    # drive, high-pass before it (tightness), mid boost before it in dB, low-pass of the cabinet
    "clean": (1.2, 60, 0, 6200), "edge": (4.0, 80, 3, 5600), "crunch": (12.0, 90, 4, 5300), "lead": (35.0, 110, 6, 5000), "high": (60.0, 130, 7, 5200), "scooped": (70.0, 110, 4, 6000),
    "death": (140.0, 90, 8, 5400), "fuzz": (220.0, 50, 2, 4200), "bass": (3.0, 30, 0, 3200), "bass-dirt": (14.0, 40, 3, 4200),
}


def amp(audio: Audio, setting: str, dice: Dice) -> Audio:
    """A tube amplifier and its cabinet; high gain is tight before the distortion and thick after it."""
    drive, tight, middle, top = _AMPS[setting]
    mono = bool(np.array_equal(audio[0, ::97], audio[1, ::97]))
    sound = audio[0] if mono else audio
    sound = sound / np.float32(max(float(np.sqrt(np.mean(np.square(sound)))) * 4.0, 1e-5))
    before = filtered(sound, _butter(1, tight, "highpass"), peak(float(dice.uniform(650, 1100)), middle, 0.7))
    drive *= float(np.exp(dice.normal(0, 0.25)))
    # The bias makes even harmonics; a softer second stage rounds what the first one clips.
    shaped = np.tanh(before * np.float32(drive) + np.float32(0.15)) - np.float32(np.tanh(0.15))
    if drive > 8:
        shaped = np.tanh(filtered(shaped, _butter(1, 60, "highpass")) * np.float32(1.6))
    scoop = -9.0 if setting == "scooped" else float(dice.normal(-1.5, 2.0))
    cabinet = filtered(shaped, _butter(2, float(dice.uniform(65, 95)) if "bass" not in setting else 35.0, "highpass"), peak(float(dice.uniform(100, 150)), float(dice.uniform(1, 5)), 1.0),
                       peak(float(dice.uniform(420, 700)), scoop, 0.9), peak(float(dice.uniform(2200, 3400)), float(dice.uniform(2, 6)), 1.1),
                       _butter(4, top * float(np.exp(dice.normal(0, 0.12))), "lowpass"))
    return np.stack([cabinet, cabinet]) if mono else cabinet


def _modulated(audio: Audio, centre_s: float, depth_s: float, hertz: float, phase: float) -> Audio:
    """A delay line whose length swings."""
    frames = audio.shape[-1]
    coarse = np.arange(0, frames + 64, 64)
    delay = (centre_s + depth_s * np.sin(2 * np.pi * hertz * coarse / RATE + phase)) * RATE
    read = np.arange(frames) - np.interp(np.arange(frames), coarse, delay)
    low = np.clip(read.astype(np.int64), 0, frames - 2)
    fraction = np.clip(read - low, 0, 1).astype(np.float32)
    return audio[..., low] * (1 - fraction) + audio[..., low + 1] * fraction


def chorus(audio: Audio, _: str, dice: Dice) -> Audio:
    """Two detuned copies left and right."""
    speed, depth = float(dice.uniform(0.4, 1.4)), float(dice.uniform(0.001, 0.003))
    wet = np.stack([_modulated(audio[0], 0.012, depth, speed, 0.0), _modulated(audio[1], 0.012, depth, speed, 1.6)])
    return audio * np.float32(0.7) + wet * np.float32(0.7)


def flanger(audio: Audio, _: str, dice: Dice) -> Audio:
    """A short sweeping comb."""
    return audio * np.float32(0.7) + np.float32(0.6) * _modulated(audio, 0.003, 0.0022, float(dice.uniform(0.1, 0.5)), float(dice.uniform(0, 6)))


def leslie(audio: Audio, _: str, dice: Dice) -> Audio:
    """A rotating horn: vibrato and tremolo at one speed, against each other left and right."""
    speed = float(dice.choice([0.8, 6.4])) * float(dice.uniform(0.9, 1.1))
    turn = np.sin(2 * np.pi * speed * np.arange(audio.shape[1], dtype=np.float32) / RATE)
    wet = _modulated(audio, 0.002, 0.0006 if speed > 2 else 0.0012, speed, 0.0)
    wet[0] *= 0.75 + 0.25 * turn
    wet[1] *= 0.75 - 0.25 * turn
    return wet


def delay(audio: Audio, setting: str, dice: Dice) -> Audio:
    """Echoes; the setting is the time in milliseconds, or `dub` for long dark ones."""
    dub = setting == "dub"
    time = int((float(setting) / 1000 if setting and not dub else float(dice.uniform(0.18, 0.5))) * RATE)
    feedback, wet = (0.62, 0.5) if dub else (float(dice.uniform(0.2, 0.45)), float(dice.uniform(0.15, 0.35)))
    out = audio.copy()
    echo = audio
    for turn in range(1, 6 if dub else 4):
        if turn * time >= audio.shape[1]:
            break
        echo = filtered(echo[::-1], _butter(1, 1800.0 if dub else 4000.0, "lowpass"))
        out[:, turn * time:] += np.float32(wet * feedback ** (turn - 1)) * echo[:, :-turn * time]
    return out


def tremolo(audio: Audio, _: str, dice: Dice) -> Audio:
    """The amplifier's level goes up and down."""
    speed = float(dice.uniform(3.5, 7.0))
    return audio * (np.float32(0.7) + np.float32(0.3) * np.sin(2 * np.pi * speed * np.arange(audio.shape[1], dtype=np.float32) / RATE))


def wah(audio: Audio, setting: str, dice: Dice) -> Audio:
    """A resonant band that a foot (or a slow sine, `phase`) moves between 400 and 2,000 Hz."""
    out = np.empty_like(audio)
    speed = float(dice.uniform(0.15, 0.4)) if setting == "phase" else float(dice.uniform(1.5, 4.0))
    state = np.zeros((1, 2, 2))
    for at in range(0, audio.shape[1], 512):
        hertz = 450 * 4.2 ** (0.5 + 0.5 * np.sin(2 * np.pi * speed * at / RATE))
        omega = 2 * np.pi * hertz / RATE
        alpha = np.sin(omega) / 5.0
        sos = np.array([[alpha, 0, -alpha, 1 + alpha, -2 * np.cos(omega), 1 - alpha]]) / (1 + alpha)
        out[:, at:at + 512], state = sosfilt(sos, audio[:, at:at + 512], axis=1, zi=state)
    return audio * np.float32(0.35) + out * np.float32(1.3)


def drive(audio: Audio, setting: str, dice: Dice) -> Audio:
    """Saturation without a cabinet; the setting is its amount."""
    amount = float(setting or 4) * float(np.exp(dice.normal(0, 0.3)))
    level = max(float(np.sqrt(np.mean(np.square(audio)))) * 3.0, 1e-5)
    return np.tanh(audio / np.float32(level) * np.float32(amount)) * np.float32(level)


def crush(audio: Audio, setting: str, dice: Dice) -> Audio:
    """Fewer bits and a lower sample rate, as old samplers have."""
    hold = int(setting or 3) + int(dice.integers(0, 2))
    top = max(float(np.max(np.abs(audio))), 1e-6)
    steps = 2.0 ** float(dice.uniform(5, 8))
    held = np.repeat(audio[:, ::hold], hold, axis=1)[:, :audio.shape[1]]
    return (np.round(held / top * steps) / steps * top).astype(np.float32)


def tone(audio: Audio, setting: str, dice: Dice) -> Audio:
    """Simple channel filters: dark, bright, thin, telephone, far, sub."""
    by = float(np.exp(dice.normal(0, 0.15)))
    sections = {"dark": (_butter(2, round(1600 * by), "lowpass"),), "bright": (peak(4500, 5, 0.7),), "thin": (_butter(2, round(350 * by), "highpass"),),
                "telephone": (_butter(2, 400, "highpass"), _butter(2, 2800, "lowpass")), "far": (_butter(1, round(2500 * by), "lowpass"), _butter(1, 150, "highpass")),
                "sub": (_butter(4, 120, "lowpass"),), "air": (_butter(1, 90, "highpass"), peak(3000, 3, 0.8))}[setting]
    return filtered(audio, *sections)


def spread(audio: Audio, setting: str, _: Dice) -> Audio:
    """What is left of width after two takes (see `render`) were recorded left and right."""
    width = np.float32(setting or 0.9)
    middle = (audio[0] + audio[1]) * np.float32(0.5)
    return middle + (audio - middle) * width


def gate_chop(audio: Audio, setting: str, dice: Dice) -> Audio:
    """A trance gate; the setting is its step in milliseconds."""
    step = int(float(setting or 115) / 1000 * RATE)
    row = (dice.random(16) < 0.7).astype(np.float32)
    shape = np.repeat(row, step)
    shape = np.tile(shape, audio.shape[1] // len(shape) + 1)[:audio.shape[1]]
    smooth = np.convolve(shape, np.ones(256, np.float32) / 256, "same")
    return audio * smooth


def reverse(audio: Audio, _: str, __: Dice) -> Audio:
    """Backwards, half a second at a time."""
    block = RATE // 2
    whole = audio.shape[1] // block * block
    audio[:, :whole] = audio[:, :whole].reshape(2, -1, block)[:, :, ::-1].reshape(2, -1)
    return audio


EFFECTS: dict[str, Callable[[Audio, str, Dice], Audio]] = {
    "amp": amp, "chorus": chorus, "flanger": flanger, "leslie": leslie, "delay": delay, "tremolo": tremolo, "wah": wah, "drive": drive, "crush": crush, "tone": tone,
    "double": spread, "gate": gate_chop, "reverse": reverse,
}
"""By the names that a part's `fx` gives, with the setting after a colon."""


def chain(audio: Audio, names: tuple[str, ...], dice: Dice) -> Audio:
    """All effects of a part, in order."""
    for name in names:
        kind, _, setting = name.partition(":")
        audio = EFFECTS[kind](audio, setting, dice)
    return audio
