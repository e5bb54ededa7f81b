"""From a piece to sound: the font's instruments part by part, our own beside them, effects, the mix.

Each part is rendered alone and brought to its level by measurement, so that a balance is the style's and not the font's.
"""

from __future__ import annotations

import ctypes
import zlib
from functools import lru_cache
from pathlib import Path

import fluidsynth
import numpy as np
from numpy.typing import NDArray

import effects
import synth
import voice
from score import Part, Piece

RATE = 44_100
FONT = Path("/usr/share/sounds/sf2/sf_GMbank.sf2")
"""Debian's csound-soundfont: made for csound, unrelated to FluidR3 and to what derives from it; never used in training."""

BASE_DB = -20.0


@lru_cache(maxsize=1)
def quiet() -> None:
    """Silences fluidsynth's notes about missing percussion keys, which are no errors here."""
    library = getattr(fluidsynth, "_fl", None)
    if library is not None:
        for severity in range(1, 5):
            library.fluid_set_log_function(ctypes.c_int(severity), None, None)


def font_part(part: Part, length: int) -> NDArray[np.float64]:
    """A part played by the sound font, f64 [length, 2]. A fresh synthesizer each time, so that no note of another part lingers."""
    quiet()
    machine = fluidsynth.Synth(samplerate=float(RATE), gain=0.6)
    machine.setting("synth.reverb.active", 0)
    machine.setting("synth.chorus.active", 0)
    font = machine.sfload(str(FONT))
    if font < 0:
        raise RuntimeError(f"{FONT} cannot be loaded: install Debian's csound-soundfont")
    drums = isinstance(part.sound, str)
    machine.program_select(9 if drums else 0, font, 128 if drums else 0, int(str(part.sound).split(":")[-1]))
    events: list[tuple[int, int, str, float, int]] = []
    for order, note in enumerate(part.notes):
        start, end = int(note.start * RATE), int(max(note.end, note.start + 0.03) * RATE)
        events.append((start, 2 * order + 1, "on", note.pitch, note.velocity))
        events.append((end, 2 * order, "off", note.pitch, 0))
        if note.bend or note.pitch % 1.0:
            for turn in range(8):
                events.append(
                    (start + int(turn * 0.018 * RATE), 2 * order, "bend", note.bend * (1.0 - (turn + 1) / 8.0) + note.pitch % 1.0, 0)
                )
        else:
            events.append((start, 2 * order, "bend", 0.0, 0))
    events.sort(key=lambda event: (event[0] // 64, {"off": 0, "bend": 1, "on": 2}[event[2]], event[1]))
    channel = 9 if drums else 0
    blocks: list[NDArray[np.int16]] = []
    at = 0
    for time, _, kind, value, velocity in events:
        time = min(time // 64 * 64, length)
        if time > at:
            blocks.append(machine.get_samples(time - at))
            at = time
        if kind == "on":
            machine.noteon(channel, int(value), velocity)
        elif kind == "off":
            machine.noteoff(channel, int(value))
        else:
            machine.pitch_bend(channel, int(np.clip(value / 2.0 * 8192.0, -8192, 8191)))
    blocks.append(machine.get_samples(max(64, length - at)))
    machine.delete()
    return np.concatenate(blocks).astype(np.float64).reshape(-1, 2)[:length] / 32_768.0


def sound_of(part: Part, length: int, rng: np.random.Generator) -> NDArray[np.float64]:
    """A part before its effects, f64 [length, 2]."""
    kind = str(part.sound)
    if isinstance(part.sound, int) or kind.startswith("kit:"):
        return font_part(part, length)
    if kind.startswith("rap:"):
        mono = voice.rap(part, length, rng)
    elif kind.startswith("sing:"):
        mono = voice.sing(part, length, rng)
    else:
        mono = synth.play(part, length, rng)
    return np.stack([mono, mono], axis=1)


def render(piece: Piece) -> NDArray[np.float32]:
    """The clip, f32 [frames, 2], peak between -6 and -0.5 dBFS."""
    rng = np.random.default_rng([piece.seed, zlib.crc32(f"{piece.genre}/{piece.style}/sound".encode())])
    length = int(piece.seconds * RATE)
    mix = np.zeros((length, 2))
    for part in piece.parts:
        if not part.notes:
            continue
        sound = sound_of(part, length, rng)
        for name in part.effects:
            sound = effects.apply(name, sound, piece.tempo, rng)
        size = effects.level(sound)
        if size < 1e-6:
            continue
        gain = 10.0 ** ((BASE_DB + part.level) / 20.0) / size
        angle = (part.pan + 1.0) * np.pi / 4.0
        mix += sound * gain * np.array([np.cos(angle), np.sin(angle)]) * np.sqrt(2.0)
    for name in piece.air:
        mix = effects.apply(name, mix, piece.tempo, rng)
    tilt = float(rng.uniform(-0.25, 0.25))
    mix = mix + tilt * effects.band(mix, 2500.0, order=1) - tilt * effects.band(mix, 0.0, 300.0, 1)
    mix = np.tanh(mix / max(1e-9, float(np.quantile(np.abs(mix), 0.999))) * float(rng.uniform(0.6, 0.95)))
    fade = int(0.01 * RATE)
    mix[:fade] *= np.linspace(0.0, 1.0, fade)[:, None]
    mix[-fade:] *= np.linspace(1.0, 0.0, fade)[:, None]
    return (mix / np.abs(mix).max() * 10.0 ** (float(rng.uniform(-6.0, -0.5)) / 20.0)).astype(np.float32)
