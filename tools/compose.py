"""Composes short pieces of music with numpy alone: the project's own test and calibration audio.

The music changes all the time on purpose. Sections of one to three seconds differ in tempo, density, key,
brightness and loudness, attacks are sharp, and noise reaches up to Nyquist, so that a spectrogram shifted by a single
hop (512 samples at 22,050 Hz) differs by a decibel or more. Steady tones and stationary noise would hide
such a shift.

The same arguments give the same notes on every machine; samples can differ by float rounding of `sin` and `exp`.

    python tools/compose.py --style samba --seconds 12 --sample-rate 44100 --channels 2 --seed 7 --out samba.wav
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from styles import STYLES, Style, Timbre

Samples = NDArray[np.float32]
"""Audio, f32 in [-1, 1], shape [frames, channels]."""

_Mono = NDArray[np.float64]


@dataclass(frozen=True)
class Section:
    """A stretch of music with one tempo, key and texture; `start_s` to `end_s`, in seconds."""

    start_s: float
    end_s: float
    step_s: float
    """Length of a sixteenth at the section's beginning."""
    hurry: float
    """Each step's length is the previous one's times this: an accelerando or a ritardando."""
    transpose: int
    gain: float
    brightness: float
    """Added to every timbre's spectral tilt; negative is brighter."""
    layers: tuple[bool, bool, bool, bool]
    """Which of lead, chords, bass and drums play."""


def plan(style: Style, seconds: float, rng: np.random.Generator) -> list[Section]:
    """Cuts `seconds` of music into sections whose character differs from their neighbours'."""
    sections: list[Section] = []
    at = 0.0
    while at < seconds:
        length = float(rng.uniform(1.0, 2.8))
        tempo = float(rng.uniform(*style.tempo_bpm)) * float(rng.choice((0.85, 1.0, 1.0, 1.2)))
        layers = [bool(rng.random() < share) for share in (0.8, 0.75, 0.85, 0.85)]
        if not any(layers):
            layers[0] = True
        sections.append(Section(
            start_s=at, end_s=min(at + length, seconds), step_s=60.0 / tempo / 4.0, hurry=float(rng.uniform(0.985, 1.015)),
            transpose=int(rng.choice((-5, -2, 0, 0, 2, 3, 7))), gain=float(10.0 ** (rng.uniform(-10.0, 0.0) / 20.0)),
            brightness=float(rng.uniform(-0.25, 0.5)), layers=(layers[0], layers[1], layers[2], layers[3])))
        # A breath between sections lets the tail and the noise floor be heard.
        at += length + (float(rng.uniform(0.05, 0.25)) if rng.random() < 0.4 else 0.0)
    return sections


def hertz(note: float) -> float:
    """Frequency in Hz of a MIDI note number, equal temperament, 69 = 440 Hz."""
    return float(440.0 * 2.0 ** ((note - 69.0) / 12.0))


def degree(style: Style, index: int) -> int:
    """Semitones above the root of a scale degree, which may lie in any octave."""
    octave, step = divmod(index, len(style.scale))
    return 12 * octave + style.scale[step]


def tone(timbre: Timbre, frequency: float, length_s: float, rate: int, rng: np.random.Generator) -> _Mono:
    """One note of `frequency` Hz held for `length_s` seconds, with its release; mono, about unit amplitude."""
    release_s = 0.06
    count = max(int((length_s + release_s) * rate), 8)
    t = np.arange(count) / rate
    phase = 2.0 * np.pi * frequency * t
    if timbre.vibrato > 0.0:
        phase += timbre.vibrato * frequency / 5.5 * (1.0 - np.cos(2.0 * np.pi * 5.5 * t))
    out = np.zeros(count)
    for k in range(1, timbre.partials + 1):
        ratio = k * float(np.sqrt(1.0 + timbre.stretch * k * k))
        start = float(rng.uniform(0.0, 2.0 * np.pi))
        # Partials stop below 0.45 of the rate: nothing that the composer writes may alias.
        if frequency * ratio > 0.45 * rate:
            continue
        level = k ** -timbre.tilt * (timbre.odd if k % 2 == 0 else 1.0)
        out += level * np.exp(-t * (0.7 + 0.3 * k) / timbre.decay_s) * np.sin(phase * ratio + start)
    envelope = np.minimum(t / max(timbre.attack_s, 1e-4), 1.0)
    envelope *= np.clip((length_s + release_s - t) / release_s, 0.0, 1.0)
    out *= envelope / 1.6
    return out + burst(count, timbre.bite * 0.5, 0.008, 0.5, rate, rng)


def burst(count: int, level: float, decay_s: float, color: float, rate: int, rng: np.random.Generator) -> _Mono:
    """Noise that starts at once and decays: attacks, snares, hats. `color` in [0, 1) is a one-zero high-pass."""
    noise = rng.standard_normal(count + 1)
    return level * (noise[1:] - color * noise[:-1]) * np.exp(-np.arange(count) / (decay_s * rate))


def kick(rate: int, rng: np.random.Generator) -> _Mono:
    """A bass drum: a sine falling from 170 Hz to 45 Hz and a click; a quarter of a second."""
    t = np.arange(int(0.25 * rate)) / rate
    phase = 2.0 * np.pi * (45.0 * t + 125.0 * 0.03 * (1.0 - np.exp(-t / 0.03)))
    return np.sin(phase) * np.exp(-t / 0.09) + burst(t.size, 0.25, 0.004, 0.3, rate, rng)


def snare(rate: int, rng: np.random.Generator) -> _Mono:
    """A snare drum: a short 190 Hz tone under a burst of bright noise; a fifth of a second."""
    t = np.arange(int(0.2 * rate)) / rate
    return 0.5 * np.sin(2.0 * np.pi * 190.0 * t) * np.exp(-t / 0.04) + burst(t.size, 0.35, 0.05, 0.4, rate, rng)


class Mixer:
    """Places mono events on a stereo stage of `seconds` at `rate` Hz."""

    def __init__(self, seconds: float, rate: int) -> None:
        self.rate = rate
        self.stage = np.zeros((round(seconds * rate), 2))

    def add(self, at_s: float, sound: _Mono, gain: float, pan: float) -> None:
        """Adds `sound` at `at_s` seconds; `pan` runs from 0 (left) to 1 (right). What overhangs the end is cut."""
        begin = round(at_s * self.rate)
        room = self.stage.shape[0] - begin
        if room <= 0:
            return
        angle = pan * np.pi / 2.0
        piece = gain * sound[:room, None]
        self.stage[begin:begin + piece.shape[0]] += piece * np.array([np.cos(angle), np.sin(angle)])


def play(section: Section, number: int, style: Style, mixer: Mixer, seed: int) -> None:
    """Renders one section: walks its sixteenths and plays what the style's patterns say."""
    notes = np.random.default_rng((seed, number, 1))
    noise = np.random.default_rng((seed, number, 2))
    rate, (lead, chord, bass, drums) = mixer.rate, style.levels
    tilt = section.brightness
    lead_voice = replace(style.lead, tilt=max(style.lead.tilt + tilt, 0.3))
    chord_voice = replace(style.chord, tilt=max(style.chord.tilt + tilt, 0.3))
    at, length, step, position = section.start_s, section.step_s, int(notes.integers(0, 16)), int(notes.integers(3, 9))
    while at < section.end_s:
        slot, bar = step % 16, step // 16 + number
        when = at + (style.swing * length if slot % 2 else 0.0)
        harmony = style.chords[bar % len(style.chords)]
        key = style.root + section.transpose
        # The dice are thrown whether or not a layer plays: every rate and layer set then has the same tune.
        move, accent, stay = int(notes.integers(-3, 4)), float(notes.uniform(0.6, 1.0)), float(notes.uniform(0.8, 3.2))
        loud = section.gain * accent
        if section.layers[0] and style.lead_steps[slot] == "x":
            position = int(np.clip(position + move, 0, 14))
            pitch = hertz(key + 12 + degree(style, harmony + position))
            mixer.add(when, tone(lead_voice, pitch, stay * length, rate, noise), lead * loud, 0.35)
        if section.layers[1] and style.chord_steps[slot] == "x":
            for part, place in ((0, 0.2), (2, 0.5), (4, 0.8)):
                pitch = hertz(key + degree(style, harmony + part))
                mixer.add(when, tone(chord_voice, pitch, 2.0 * stay * length, rate, noise), chord * loud / 1.8, place)
        if section.layers[2] and style.bass_steps[slot] == "x":
            pitch = hertz(key - 24 + degree(style, harmony) + (12 if key < 52 else 0))
            mixer.add(when, tone(style.bass, pitch, 1.5 * stay * length, rate, noise), bass * loud, 0.5)
        if section.layers[3]:
            for pattern, gain, place, sound in ((style.kick, 1.0, 0.5, kick), (style.snare, 0.8, 0.55, snare)):
                if pattern[slot] != ".":
                    mixer.add(when, sound(rate, noise), drums * loud * gain * (1.0 if pattern[slot] == "x" else 0.4), place)
            if style.hat[slot] != ".":
                ring = 0.12 if slot % 8 == 6 else 0.025
                hit = burst(int(5.0 * ring * rate), 0.3, ring, style.hat_color, rate, noise)
                mixer.add(when, hit, drums * loud * (1.0 if style.hat[slot] == "x" else 0.4), 0.7)
        at += length
        length *= section.hurry
        step += 1


def room(stage: NDArray[np.float64], level: float, rate: int, rng: np.random.Generator) -> NDArray[np.float64]:
    """Adds a decaying-noise reverberation of 0.6 s to [frames, 2]."""
    count = int(0.6 * rate)
    impulse = rng.standard_normal((count, 2)) * np.exp(-np.arange(count) / (0.15 * rate))[:, None]
    impulse /= np.sqrt((impulse ** 2).sum(axis=0))
    size = 1 << int(stage.shape[0] + count - 1).bit_length()
    wet = np.fft.irfft(np.fft.rfft(stage, size, axis=0) * np.fft.rfft(impulse, size, axis=0), size, axis=0)
    return stage + level * wet[:stage.shape[0]]


def compose(style: str, seconds: float, sample_rate: int, channels: int, seed: int) -> Samples:
    """Composes `seconds` of music in `style` at `sample_rate` Hz; returns f32 [frames, channels], peak 0.9.

    `channels` is 1 or 2. The notes depend on `style`, `seconds` and `seed` only, so the same piece can be had at
    several rates.
    """
    if style not in STYLES:
        raise ValueError(f"unknown style {style!r}; known: {', '.join(sorted(STYLES))}")
    if channels not in (1, 2):
        raise ValueError(f"channels must be 1 or 2, not {channels}")
    chosen = STYLES[style]
    mixer = Mixer(seconds, sample_rate)
    for number, section in enumerate(plan(chosen, seconds, np.random.default_rng((seed, 0)))):
        play(section, number, chosen, mixer, seed)
    texture = np.random.default_rng((seed, 99))
    stage = room(mixer.stage, chosen.reverb, sample_rate, texture) if chosen.reverb > 0.0 else mixer.stage
    stage = stage / max(float(np.abs(stage).max()), 1e-9)
    if chosen.drive > 0.0:
        stage = np.tanh(chosen.drive * stage) / np.tanh(chosen.drive)
    stage = stage + chosen.hiss * texture.standard_normal(stage.shape)
    if channels == 1:
        stage = stage.mean(axis=1, keepdims=True)
    return (0.9 * stage / np.abs(stage).max()).astype(np.float32)


def main() -> int:
    """Writes one piece to an audio file."""
    parser = argparse.ArgumentParser(description="compose a short piece of test music")
    parser.add_argument("--style", choices=sorted(STYLES), required=True)
    parser.add_argument("--seconds", type=float, default=12.0)
    parser.add_argument("--sample-rate", type=int, default=44_100, help="Hz")
    parser.add_argument("--channels", type=int, choices=(1, 2), default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", required=True, help="audio file; its ending names the format (WAV, FLAC, OGG, MP3, AIFF)")
    args = parser.parse_args()
    import soundfile

    soundfile.write(args.out, compose(args.style, args.seconds, args.sample_rate, args.channels, args.seed), args.sample_rate)
    print(f"{args.out}: {args.style}, {args.seconds} s, {args.sample_rate} Hz, {args.channels} ch, seed {args.seed}",
          file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
