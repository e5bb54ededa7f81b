"""Own voices: synthesizers, singers, plucked strings, drum machines, speech; all written with numpy.

A voice takes notes in seconds and gives stereo, f32 [2, frames]. `PATCHES` lists the synthesizers and singers as data; whatever is not a patch is
a plucked string of `strings`, a kit of `machines`, or speech.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.signal import butter, sosfilt

import machines
import speech
import strings
import talkers
from oscillators import envelope, moving, steady, table
from sounding import RATE, Sounding

Audio = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Patch:
    """A synthesizer's settings, or a singer's."""

    wave: str = "saw"
    voices: int = 1
    """Oscillators per note, spread in pitch and across the stereo field."""
    detune: float = 8.0
    """Cents between the outermost oscillators."""
    attack: float = 0.005
    decay: float = 0.4
    sustain: float = 0.6
    release: float = 0.15
    cutoff: float = 3000.0
    """Hz at middle C; follows the keyboard half-way."""
    open: float = 2.0
    """The filter envelope's peak over the cutoff, as a factor; 1 has no filter envelope."""
    shut: float = 0.25
    """Time constant in seconds of the filter envelope's fall; negative rises instead."""
    resonance: float = 0.3
    sub: float = 0.0
    """Level of a sine an octave below."""
    noise: float = 0.0
    vibrato: float = 0.0
    """Semitones at 5-6 Hz, growing in after a quarter of a second."""
    glide: float = 0.0
    """Seconds of portamento from the note before."""
    fm: float = 0.0
    """Modulation index; above 0 the voice is a two-operator FM tone with `ratio`."""
    ratio: float = 1.0
    partials: tuple[float, ...] = ()
    """Second, third... octave or fifth ranks to add, as factors of the frequency (organs, fifths)."""


PATCHES: dict[str, Patch] = {
    "saw-lead": Patch("saw", 2, 10, 0.005, 0.6, 0.75, 0.12, 3800, 1.6, vibrato=0.25, glide=0.04), "square-lead": Patch("square", 1, 0, 0.004, 0.5, 0.8, 0.08, 3200, 1.4, vibrato=0.3),
    "supersaw": Patch("saw", 7, 38, 0.006, 0.8, 0.8, 0.3, 5200, 1.5), "hoover": Patch("pulse30", 5, 60, 0.02, 0.8, 0.8, 0.25, 3000, 1.4, sub=0.3, glide=0.09), "saw-poly": Patch("saw", 3, 16, 0.01, 0.7, 0.5, 0.3, 2600, 2.2),
    "brass-poly": Patch("saw", 2, 12, 0.05, 0.6, 0.7, 0.25, 1500, 2.5, -0.12), "pluck": Patch("saw", 3, 14, 0.002, 0.22, 0.05, 0.2, 900, 6.0, 0.09), "square-pluck": Patch("square", 2, 9, 0.002, 0.2, 0.05, 0.18, 800, 5.0, 0.08),
    "stab": Patch("saw", 5, 24, 0.002, 0.18, 0.1, 0.12, 1500, 4.0, 0.12), "acid": Patch("saw", 1, 0, 0.002, 0.3, 0.6, 0.05, 450, 7.0, 0.11, 1.6, glide=0.05), "acid-square": Patch("square", 1, 0, 0.002, 0.3, 0.6, 0.05, 420, 6.0, 0.1, 1.8, glide=0.05),
    "saw-bass": Patch("saw", 2, 9, 0.003, 0.35, 0.6, 0.07, 600, 3.0, 0.12, sub=0.5), "square-bass": Patch("square", 1, 0, 0.003, 0.4, 0.6, 0.07, 500, 3.0, 0.12, sub=0.4), "sub-bass": Patch("sine", 1, 0, 0.008, 0.8, 0.8, 0.1, 900, 1.0),
    "reese": Patch("saw", 4, 45, 0.01, 1.0, 0.95, 0.1, 520, 1.4, 0.5, sub=0.5), "wobble": Patch("saw", 3, 20, 0.005, 1.0, 0.95, 0.05, 700, 1.2, sub=0.6), "808-bass": Patch("sine", 1, 0, 0.002, 1.6, 0.25, 0.15, 700, 1.0, glide=0.06, partials=(2.0,)),
    "warm-pad": Patch("saw", 5, 22, 0.9, 1.0, 0.9, 1.6, 900, 1.3, 2.0, 0.1), "string-machine": Patch("saw", 5, 18, 0.25, 1.0, 0.9, 0.7, 3200, 1.0, partials=(2.0,)), "glass-pad": Patch("triangle", 4, 14, 1.1, 1.0, 0.9, 2.2, 4200, 1.0, partials=(2.0, 3.0)),
    "dark-pad": Patch("saw", 5, 30, 1.6, 1.0, 1.0, 2.5, 380, 1.6, 3.0, 0.4), "air-pad": Patch("sine", 4, 16, 1.5, 1.0, 1.0, 2.5, 3000, 1.0, noise=0.25, partials=(2.0, 3.0)), "drone": Patch("pulse20", 5, 14, 2.5, 1.0, 1.0, 3.0, 500, 2.0, 6.0, 0.6, sub=0.5),
    "organ": Patch("organ3", 2, 5, 0.006, 1.0, 1.0, 0.06, 7000, 1.0), "soft-organ": Patch("organ1", 2, 4, 0.01, 1.0, 1.0, 0.08, 5000, 1.0), "pipe-organ": Patch("organ4", 3, 6, 0.05, 1.0, 1.0, 0.3, 6000, 1.0, partials=(0.5, 2.0)),
    "fm-piano": Patch("sine", 2, 5, 0.002, 1.6, 0.1, 0.25, fm=1.6, ratio=1.0, partials=()), "fm-bell": Patch("sine", 2, 6, 0.002, 2.2, 0.0, 1.2, fm=2.6, ratio=3.5), "vibes": Patch("sine", 1, 0, 0.002, 2.0, 0.0, 0.6, fm=0.5, ratio=4.0, vibrato=0.06),
    "fm-bass": Patch("sine", 1, 0, 0.002, 0.5, 0.4, 0.08, fm=2.6, ratio=1.0), "fm-growl": Patch("sine", 2, 12, 0.005, 1.0, 0.9, 0.06, fm=4.5, ratio=0.5), "gong": Patch("sine", 3, 25, 0.004, 3.0, 0.0, 2.5, fm=3.0, ratio=1.41), "metallophone": Patch("sine", 2, 14, 0.002, 1.4, 0.0, 0.8, fm=1.4, ratio=2.76),
    "chip-square": Patch("square", 1, 0, 0.001, 0.3, 0.7, 0.02, 14000, 1.0), "chip-pulse": Patch("pulse25", 1, 0, 0.001, 0.2, 0.6, 0.02, 14000, 1.0, vibrato=0.3), "chip-triangle": Patch("triangle", 1, 0, 0.001, 1.0, 1.0, 0.02, 14000, 1.0),
    "reed": Patch("reed", 2, 8, 0.03, 1.0, 0.9, 0.08, 4500, 1.2, vibrato=0.15), "shawm": Patch("bright", 2, 10, 0.02, 1.0, 0.95, 0.06, 3600, 1.2, vibrato=0.3), "flute": Patch("triangle", 1, 0, 0.06, 1.0, 0.9, 0.1, 4000, 1.2, vibrato=0.25, noise=0.12),
    "accordion": Patch("reed", 3, 18, 0.03, 1.0, 1.0, 0.08, 5500, 1.0, partials=(2.0,)), "bowed": Patch("saw", 2, 6, 0.08, 1.0, 0.9, 0.12, 2600, 1.3, 0.4, vibrato=0.3), "section": Patch("saw", 6, 20, 0.12, 1.0, 0.95, 0.3, 2400, 1.3, 0.8, vibrato=0.12),
    "theremin": Patch("sine", 1, 0, 0.1, 1.0, 1.0, 0.2, 5000, 1.0, vibrato=0.5, glide=0.15), "brass-section": Patch("brass", 4, 16, 0.04, 1.0, 0.9, 0.12, 4000, 1.6, -0.08), "siren": Patch("saw", 2, 10, 0.05, 1.0, 1.0, 0.2, 2500, 1.0, vibrato=1.5, glide=0.3),
    "choir": Patch("vowela", 6, 26, 0.14, 1.0, 0.95, 0.4, vibrato=0.2), "choir-low": Patch("vowelo0.85", 6, 24, 0.14, 1.0, 0.95, 0.4, vibrato=0.18), "vocal": Patch("vowela", 1, 0, 0.05, 1.0, 0.9, 0.12, vibrato=0.4, glide=0.05, noise=0.06),
    "vocal-low": Patch("vowelA0.85", 1, 0, 0.04, 1.0, 0.9, 0.1, vibrato=0.3, glide=0.05, noise=0.05), "vocal-duo": Patch("vowelA", 2, 14, 0.05, 1.0, 0.9, 0.12, vibrato=0.3, glide=0.04, noise=0.05), "backing": Patch("vowelo", 4, 22, 0.07, 1.0, 0.9, 0.2, vibrato=0.25),
    "growl": Patch("vowelo0.8", 3, 60, 0.02, 1.0, 0.95, 0.08, noise=1.6), "scream": Patch("vowela1.1", 3, 70, 0.02, 1.0, 0.95, 0.1, noise=2.4, vibrato=0.4), "rap-voice": Patch("vowelA0.88", 1, 0, 0.012, 0.2, 0.6, 0.05, noise=0.12, glide=0.02), "robot": Patch("vowele0.9", 2, 4, 0.01, 1.0, 0.9, 0.04, glide=0.0),
}


def play(voice: str, notes: list[Sounding], frames: int, dice: np.random.Generator, sweep: tuple[tuple[float, float], ...] = (), tuning: float = 0.0,
         tempo: float = 120.0) -> Audio:
    """The part on an own voice, stereo. `sweep` opens and closes a filter over the whole part, (seconds, 0-1)."""
    if voice.startswith("kit:"):
        return machines.play(voice[4:], notes, frames, dice)
    if voice == "talker":
        return talkers.play(notes, frames, dice)
    if voice.startswith("speech"):
        return speech.play(voice[6:].lstrip("-"), notes, frames, dice)
    if voice in strings.INSTRUMENTS:
        mono = strings.play(voice, notes, frames, dice, tuning)
        return np.stack([mono, mono])
    if voice in machines.EFFECTS:
        return machines.effects(voice, notes, frames, dice)
    patch = _own_taste(PATCHES[voice], dice)
    out = np.zeros((2, frames), np.float32)
    before: float | None = None
    for note in notes:
        _note(out, patch, note, dice, tuning, before)
        before = note.pitch
    if voice == "wobble":
        sweep = _wobble(frames / RATE, tempo, dice)
    return swept(out, sweep, float(dice.uniform(0.3, 1.2))) if sweep else out


def _own_taste(patch: Patch, dice: np.random.Generator) -> Patch:
    """No two recordings set the knobs alike."""
    factor = lambda spread: float(np.exp(dice.normal(0.0, spread)))  # noqa: E731
    wave = patch.wave
    if wave.startswith("vowel"):
        wave = wave[:6] + f"{float(wave[6:] or 1.0) * factor(0.06):.2f}"
    return replace(patch, wave=wave, detune=patch.detune * factor(0.3), attack=patch.attack * factor(0.25), decay=patch.decay * factor(0.3), release=patch.release * factor(0.3),
                   cutoff=patch.cutoff * factor(0.3), open=1.0 + (patch.open - 1.0) * factor(0.3), shut=patch.shut * factor(0.3), fm=patch.fm * factor(0.25),
                   vibrato=patch.vibrato * factor(0.4), noise=patch.noise * factor(0.3))


def _note(out: Audio, patch: Patch, note: Sounding, dice: np.random.Generator, tuning: float, before: float | None) -> None:
    on = int(note.start * RATE)
    held = int(note.length * RATE)
    frames = min(held + int(patch.release * 1.6 * RATE), out.shape[1] - on)
    if frames < 16:
        return
    hertz = 440.0 * 2.0 ** ((note.pitch + tuning - 69.0) / 12.0)
    pitch_curve = _pitch_curve(patch, note, frames, before, dice)
    loud = envelope(frames, held, patch.attack, patch.decay, patch.sustain, patch.release) * np.float32(note.velocity**1.5)
    filter_fall = None
    if patch.open > 1.05 and not patch.fm and not patch.wave.startswith("vowel"):
        fall = np.exp(-np.arange(frames, dtype=np.float32) / (abs(patch.shut) * RATE))
        filter_fall = fall if patch.shut > 0 else 1.0 - fall
    for number in range(patch.voices):
        spread = (number / (patch.voices - 1) * 2 - 1) if patch.voices > 1 else 0.0
        own = hertz * 2.0 ** (spread * patch.detune / 2400.0 * float(dice.uniform(0.8, 1.2)))
        tone = _tone(patch, note, own, pitch_curve, frames, filter_fall, float(dice.random())) * loud
        for factor in patch.partials:
            tone += 0.5 * _tone(patch, note, own * factor, pitch_curve, frames, None, float(dice.random())) * loud
        pan = spread * 0.8 * (1 if number % 2 else -1)
        level = 0.6 / patch.voices**0.6
        out[0, on:on + frames] += tone * np.float32(level * np.sqrt(0.5 - 0.5 * pan) * 1.414)
        out[1, on:on + frames] += tone * np.float32(level * np.sqrt(0.5 + 0.5 * pan) * 1.414)
    if patch.sub:
        out[:, on:on + frames] += steady(table("sine", 100.0, 9000.0), hertz / 2, frames) * loud * np.float32(patch.sub * 0.6)
    if patch.noise:
        out[:, on:on + frames] += _breath(patch, note, hertz, frames, dice) * loud * np.float32(patch.noise * 0.5)


def _pitch_curve(patch: Patch, note: Sounding, frames: int, before: float | None, dice: np.random.Generator) -> Audio | None:
    """Semitones off the note per sample; None when it is steady, which is much cheaper."""
    slides = patch.glide > 0 and before is not None and before != note.pitch
    wavers = patch.vibrato > 0.02 and note.length > 0.3
    if not (slides or wavers or note.bend):
        return None
    coarse = np.arange(0, frames + 64, 64, dtype=np.float32) / RATE
    curve = np.zeros(len(coarse), np.float32)
    if slides:
        gap = np.clip((before or note.pitch) - note.pitch, -12, 12)
        curve += np.float32(gap) * np.exp(-coarse / max(patch.glide / 2, 1e-3))
    if wavers:
        curve += patch.vibrato * np.clip((coarse - 0.2) / 0.5, 0, 1) * np.sin(2 * np.pi * float(dice.uniform(4.8, 6.3)) * coarse + float(dice.uniform(0, 6.28)))
    if note.bend:
        curve += np.interp(coarse, [b[0] for b in note.bend], [b[1] for b in note.bend]).astype(np.float32)
    return np.interp(np.arange(frames), np.arange(len(coarse)) * 64, 2.0 ** (curve / 12.0)).astype(np.float32)


def _tone(patch: Patch, note: Sounding, hertz: float, curve: Audio | None, frames: int, fall: Audio | None, phase: float) -> Audio:
    if patch.fm:
        turns = np.cumsum(curve, dtype=np.float64) if curve is not None else np.arange(frames, dtype=np.float64)
        angle = (turns * (2 * np.pi * hertz / RATE)).astype(np.float32)
        index = np.float32(patch.fm * (0.4 + 0.9 * note.velocity)) * np.exp(-np.arange(frames, dtype=np.float32) / (max(patch.decay, 0.1) * 0.5 * RATE)) + np.float32(0.15)
        return np.sin(angle + index * np.sin(angle * np.float32(patch.ratio))) * np.float32(0.8)
    wave = patch.wave
    if wave.startswith("vowel"):
        return _sung(wave, note, hertz, curve, frames, phase)
    bright = 0.6 + 0.6 * note.velocity
    cutoff = patch.cutoff * (hertz / 261.6) ** 0.5 * bright
    read = (lambda period: steady(period, hertz, frames, phase)) if curve is None else (lambda period: moving(period, hertz * curve, phase))
    dark = read(_table(wave, hertz, cutoff, patch.resonance))
    if fall is None:
        return dark
    return dark + (read(_table(wave, hertz, min(cutoff * patch.open, 14000.0), patch.resonance)) - dark) * fall


def _table(wave: str, hertz: float, cutoff: float, resonance: float) -> Audio:
    """The wavetable nearest in pitch and cutoff; neighbours a quarter tone and an eighth of an octave apart sound alike, and share a cache entry."""
    return table(wave, 2.0 ** (round(np.log2(hertz) * 24) / 24), 2.0 ** (round(np.log2(cutoff) * 8) / 8), round(resonance, 1))


def _sung(wave: str, note: Sounding, hertz: float, curve: Audio | None, frames: int, phase: float) -> Audio:
    """A syllable: its vowel (or two, one after the other), entered through a consonant's dark or closed beginning."""
    vowels = [v for v in note.how if v in "aeiouAEy"] or [wave[5]]
    tract = wave[6:]
    read = (lambda period: steady(period, hertz, frames, phase)) if curve is None else (lambda period: moving(period, hertz * curve, phase))
    tone = read(_table(f"vowel{vowels[0]}{tract}", hertz, 8000.0, 0.0))
    if len(vowels) > 1:
        turn = np.linspace(0.0, 1.0, frames, dtype=np.float32)
        tone = tone * (1 - turn) + read(_table(f"vowel{vowels[-1]}{tract}", hertz, 8000.0, 0.0)) * turn
    if note.how[:1] in ("m", "n", "l", "w", "b", "d", "g"):
        closed = np.exp(-np.arange(frames, dtype=np.float32) / (0.035 * RATE))
        tone = tone * (1 - closed) + closed * 0.5 * read(_table(f"vowelu{tract}", hertz, 8000.0, 0.0))
    return tone


def _breath(patch: Patch, note: Sounding, hertz: float, frames: int, dice: np.random.Generator) -> Audio:
    if patch.noise > 1.0:
        # A growl is noise through the throat: its roughness beats at the vocal folds' irregular period.
        rough = 0.5 + 0.5 * np.sin(2 * np.pi * float(dice.uniform(28, 70)) * np.arange(frames, dtype=np.float32) / RATE)
        low, high = (250.0, 2600.0) if patch.noise < 2 else (700.0, 5000.0)
        return _band(low, high, frames, dice) * rough.astype(np.float32)
    # To the nearest third of an octave, so that a voice's notes share their bands.
    centre = min(2.0 ** (round(np.log2(hertz * 4) * 3) / 3), 6000.0)
    tone = _band(centre * 0.6, min(centre * 1.8, 12000.0), frames, dice) * np.float32(0.5)
    if note.how[:1] in ("s", "t", "k", "f", "c", "p"):
        burst = np.exp(-np.arange(frames, dtype=np.float32) / (0.03 * RATE))
        tone = tone + 6.0 * _band(3000.0, 9000.0, frames, dice) * burst
    return tone


def _band(low: float, high: float, frames: int, dice: np.random.Generator) -> Audio:
    """A stretch of band-passed noise, from anywhere in a few seconds that go round."""
    noise = _band_noise(low, high)
    at = int(dice.integers(len(noise)))
    return np.take(noise, np.arange(at, at + frames), mode="wrap")


@lru_cache(maxsize=64)
def _band_noise(low: float, high: float) -> Audio:
    noise = np.random.default_rng([int(low), int(high)]).standard_normal(6 * RATE)
    return sosfilt(butter(1, (low, high), "bandpass", fs=RATE, output="sos"), noise).astype(np.float32)


def _wobble(seconds: float, tempo: float, dice: np.random.Generator) -> tuple[tuple[float, float], ...]:
    """A filter that opens and closes with the beat."""
    points: list[tuple[float, float]] = []
    at = 0.0
    while at < seconds:
        count = int(dice.choice([1, 2, 3, 4, 6]))
        step = 60.0 / tempo / count
        for _ in range(count):
            points += [(at, 0.08), (at + step * 0.45, float(dice.uniform(0.5, 0.9)))]
            at += step
    return tuple(points)


def swept(audio: Audio, sweep: tuple[tuple[float, float], ...], resonance: float = 0.6) -> Audio:
    """A resonant low-pass whose cutoff follows the breakpoints, 0 (120 Hz) to 1 (12 kHz); the filter is a biquad that changes every 512 samples."""
    out = np.empty_like(audio)
    times, values = [p[0] for p in sweep], [p[1] for p in sweep]
    state = np.zeros((1, 2, 2))
    for at in range(0, audio.shape[1], 512):
        hertz = 120.0 * 100.0 ** float(np.interp(at / RATE, times, values))
        omega = 2 * np.pi * hertz / RATE
        alpha = np.sin(omega) / (2 * (0.7 + 2.5 * resonance))
        b = (1 - np.cos(omega)) / 2
        sos = np.array([[b, 2 * b, b, 1 + alpha, -2 * np.cos(omega), 1 - alpha]]) / (1 + alpha)
        out[:, at:at + 512], state = sosfilt(sos, audio[:, at:at + 512], axis=1, zi=state)
    return out
