"""Stems to a recording: balance, side-chain, room, master, and what happens to recordings later (tape, vinyl, an audience, an old microphone).

How a recording sounds is drawn from wide distributions that hardly depend on the genre, so that a model learns the music and not the studio.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy import fft

import effects
from score import Piece
from sounding import RATE

Audio = NDArray[np.float32]

ROOMS: dict[str, tuple[float, float, float, float]] = {
    # decay to -60 dB in seconds, wet level in dB, high-frequency corner in Hz, pre-delay in seconds
    "dry": (0.15, -22, 6000, 0.001), "booth": (0.25, -14, 5000, 0.002), "room": (0.5, -10, 5500, 0.006), "club": (0.8, -9, 4500, 0.010), "plate": (1.5, -10, 8000, 0.010),
    "hall": (2.1, -6, 4200, 0.022), "church": (4.0, -4, 3500, 0.03), "arena": (2.8, -9, 3500, 0.04), "outdoors": (0.3, -18, 3000, 0.05), "cave": (6.0, -3, 3000, 0.02),
}
"""Places; `church` and `cave` are for organs, choirs and drones."""

_REVERBS = 6


@lru_cache(maxsize=80)
def _room(name: str, take: int, size: int) -> NDArray[np.complex64]:
    """Spectrum of a stereo impulse response: noise that decays, faster in the highs, after a few early reflections."""
    decay, _, corner, wait = ROOMS[name]
    dice = np.random.default_rng([take, len(name), int(decay * 100)])
    decay *= float(dice.uniform(0.75, 1.3))
    frames = min(int(decay * 0.9 * RATE), size // 3)
    times = np.arange(frames, dtype=np.float32) / RATE
    noise = dice.standard_normal((2, frames)).astype(np.float32)
    dark = effects.filtered(noise, effects._butter(1, round(corner * 0.35), "lowpass"))
    response = effects.filtered(noise, effects._butter(1, corner, "lowpass")) * np.exp(-times * 13.8 / decay) + dark * np.exp(-times * 6.9 / decay)
    start = int(wait * RATE)
    whole = np.zeros((2, frames + start + RATE // 10), np.float32)
    whole[:, start:start + frames] = response
    whole /= np.sqrt(np.sum(np.square(whole))) / 1.2
    for _ in range(7):
        whole[int(dice.integers(2)), int(dice.uniform(0.003, 0.07) * RATE * min(decay, 1.5))] += float(dice.uniform(-0.3, 0.3))
    return fft.rfft(whole, size, axis=1).astype(np.complex64)


def loudness(audio: Audio) -> float:
    """RMS of the louder blocks: how loud a part is while it plays."""
    whole = audio[:, : audio.shape[1] // 4410 * 4410].reshape(2, -1, 4410)
    blocks = np.einsum("cbk,cbk->b", whole, whole) / 8820
    return float(np.sqrt(np.mean(np.sort(blocks)[-max(len(blocks) // 3, 1):])))


def _ducking(piece: Piece, start: float, frames: int) -> Audio | None:
    """How far the kick drum pushes the rest down: 0 untouched to 1 silent."""
    kicks = [piece.time.seconds(note.start) - start for part in piece.parts if "kit:" in part.voice for note in part.notes if note.pitch in (35, 36)]
    kicks = sorted({round(k, 3) for k in kicks if -0.3 < k < frames / RATE})
    if not kicks:
        return None
    shape = np.exp(-np.arange(int(0.32 * RATE), dtype=np.float32) / (0.09 * RATE))
    curve = np.zeros(frames, np.float32)
    for kick in kicks:
        on = max(int(kick * RATE), 0)
        count = min(len(shape), frames - on)
        curve[on:on + count] = np.maximum(curve[on:on + count], shape[:count])
    return curve


def mixdown(piece: Piece, stems: list, start: float, frames: int, dice: np.random.Generator) -> tuple[Audio, str]:
    """The recording, peak below 1, and a word for its kind of sound."""
    dry = np.zeros((2, frames), np.float32)
    send = np.zeros(frames, np.float32)
    duck = _ducking(piece, start, frames) if any(stem.part.duck for stem in stems) else None
    for stem in stems:
        audio = np.ascontiguousarray(stem.audio)
        part = stem.part
        fx = part.fx if not (stem.voice.startswith("~electric") and not any(name.startswith("amp") for name in part.fx)) else (f"amp:{_amp_for(part.voice)}", *part.fx)
        if stem.font != "own" and fx and fx[0].startswith("amp:") and part.voice in ("distorted", "overdriven"):
            # A sampled distorted guitar has been through an amplifier already; it gets the rest of its chain, and at most a little more drive.
            fx = fx[1:]
        audio = effects.chain(audio, fx, dice)
        level = loudness(audio)
        if level < 1e-6:
            continue
        audio = audio * np.float32(0.1 * 10 ** ((part.level + dice.normal(0, 1.3)) / 20) / level)
        if duck is not None and part.duck:
            audio *= 1 - np.float32(part.duck) * duck
        pan = float(np.clip(part.pan, -1, 1))
        audio[0] *= np.float32(min(1.0, 1.0 - pan * 0.85))
        audio[1] *= np.float32(min(1.0, 1.0 + pan * 0.85))
        dry += audio
        send += (audio[0] + audio[1]) * np.float32(0.5 * 10 ** ((part.send + 12) / 20))
    place = piece.room if dice.random() < 0.8 else str(dice.choice(["dry", "booth", "room", "club", "plate", "hall", "arena"]))
    sound = _in_room(dry, send, place, dice)
    sound, kind = _aged(sound, piece, dice)
    return _master(sound, piece, dice), f"{place} {kind}"


def _amp_for(voice: str) -> str:
    return {"distorted": "high", "overdriven": "crunch"}.get(voice, "clean")


def _in_room(dry: Audio, send: Audio, place: str, dice: np.random.Generator) -> Audio:
    """Adds the room and a random equaliser in one transform."""
    frames = dry.shape[1]
    # One size for all clips of up to 14 s, so that a room's spectrum is computed once and not once per length.
    size = fft.next_fast_len(max(frames, 14 * RATE) + RATE * 2, real=True)
    wet = 10 ** ((ROOMS[place][1] + float(dice.normal(0, 2.5))) / 20)
    spectrum = fft.rfft(dry, size, axis=1)
    spectrum += fft.rfft(send, size) * np.float32(wet) * _room(place, int(dice.integers(_REVERBS)), size)
    spectrum *= _equaliser(size, dice)
    return fft.irfft(spectrum, size, axis=1)[:, :frames].astype(np.float32)


def _equaliser(size: int, dice: np.random.Generator) -> Audio:
    """A tilt, two bells, and the ends rolled off somewhere: consoles, microphones, loudspeakers, taste."""
    octaves = np.linspace(np.log2(20.0 / 1000.0), np.log2(RATE / 2000.0), 400)
    gain = float(np.clip(dice.normal(0, 0.9), -2.5, 2.5)) * octaves
    for _ in range(3):
        gain += float(dice.normal(0, 2.2)) * np.exp(-(((octaves - float(dice.uniform(-4, 3.2))) / float(dice.uniform(0.4, 1.2))) ** 2))
    low, high = np.log2(float(dice.choice([25, 35, 50, 80])) / 1000), np.log2(float(dice.choice([6, 9, 12, 15, 18])))
    gain -= 12 * np.maximum(low - octaves, 0) + 14 * np.maximum(octaves - high, 0)
    hertz = np.arange(size // 2 + 1, dtype=np.float32) * np.float32(RATE / size)
    return np.interp(hertz, 1000.0 * 2.0**octaves, 10 ** (gain / 20)).astype(np.float32)


def _aged(sound: Audio, piece: Piece, dice: np.random.Generator) -> tuple[Audio, str]:
    """One of the lives that a recording may have led."""
    level = max(loudness(sound), 1e-6)
    frames = sound.shape[1]
    kind = str(dice.choice(["clean", "tape", "vinyl", "live", "old", "narrow"], p=[0.6, 0.12, 0.08, 0.08, 0.05, 0.07]))
    if "old" in piece.master and dice.random() < 0.5:
        kind = "old"
    elif "live" in piece.master and dice.random() < 0.4:
        kind = "live"
    if kind == "tape":
        sound = effects._modulated(sound, 0.004, float(dice.uniform(0.0001, 0.0008)), float(dice.uniform(0.4, 2.0)), 0.0)
        sound = np.tanh(sound / np.float32(level * 3.2)) * np.float32(level * 3.2)
        sound += dice.standard_normal(sound.shape, dtype=np.float32) * np.float32(level * 10 ** (float(dice.uniform(-58, -38)) / 20))
    elif kind in ("vinyl", "old"):
        clicks = (dice.random(frames) < float(dice.uniform(3, 25)) / RATE) * dice.standard_normal(frames)
        hiss = dice.standard_normal(frames) * 10 ** (float(dice.uniform(-52, -30)) / 20)
        surface = effects.filtered((clicks * 2.5 + hiss).astype(np.float32), effects._butter(1, 5000, "lowpass")) * np.float32(level)
        sound = sound + surface
        if kind == "old":
            mono = effects.filtered(sound.mean(axis=0), effects._butter(2, int(dice.choice([120, 180, 250])), "highpass"), effects._butter(2, int(dice.choice([3500, 4500, 5500])), "lowpass"))
            mono = np.tanh(mono / np.float32(level * 2.5)) * np.float32(level * 2.5)
            sound = np.stack([mono, mono])
    elif kind == "live":
        crowd = effects.filtered(dice.standard_normal((2, frames)).astype(np.float32), effects._butter(1, 350, "highpass"), effects._butter(2, 2600, "lowpass"))
        swell = np.interp(np.arange(frames), np.linspace(0, frames, 9), dice.uniform(0.3, 1.0, 9)).astype(np.float32)
        sound = sound + crowd * swell * np.float32(level * 10 ** (float(dice.uniform(-30, -14)) / 20) / max(loudness(crowd), 1e-6))
    elif kind == "narrow":
        middle = sound.mean(axis=0, keepdims=True)
        sound = middle + (sound - middle) * np.float32(dice.uniform(0.0, 0.4))
    return sound.astype(np.float32), kind


def _master(sound: Audio, piece: Piece, dice: np.random.Generator) -> Audio:
    """Slow compression, a limiter, and a loudness between quiet and modern."""
    frames = sound.shape[1]
    block = 2205
    padded = -(-frames // block)
    whole = np.pad(sound, ((0, 0), (0, padded * block - frames))).reshape(2, padded, block)
    energy = np.einsum("cbk,cbk->b", whole, whole) / (2 * block)
    level = np.sqrt(np.convolve(energy, np.ones(3) / 3, "same") + 1e-12)
    typical = max(float(np.percentile(level, 80)), 1e-6)
    # `dense` mixes, and some of all others, are pressed until hardly any dynamics are left.
    strength = float(dice.choice([0.35, 0.6, 0.8] if "dense" in piece.master else [0.0, 0.15, 0.35, 0.6]))
    gain = np.clip(level / typical, 0.15, 4.0) ** -strength
    curve = np.interp(np.arange(frames), np.arange(padded) * block + block / 2, gain).astype(np.float32)
    sound = sound * curve
    target = 10 ** (float(dice.uniform(-24, -9.5)) / 20)
    if strength > 0.5:
        press = np.float32(dice.uniform(1.0, 2.5) / max(loudness(sound) * 2.5, 1e-6))
        sound = np.tanh(sound * press)
    sound *= np.float32(target / max(loudness(sound), 1e-6))
    # Above the knee a sine-shaped limiter bends peaks; nothing reaches full scale.
    knee = np.float32(0.6)
    above = np.abs(sound) > knee
    sound[above] = np.sign(sound[above]) * (knee + (np.float32(0.96) - knee) * np.tanh((np.abs(sound[above]) - knee) / (np.float32(0.96) - knee)))
    fade = int(0.004 * RATE)
    sound[:, :fade] *= np.linspace(0, 1, fade, dtype=np.float32)
    sound[:, -fade:] *= np.linspace(1, 0, fade, dtype=np.float32)
    return sound
