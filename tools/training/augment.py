"""From the front end's mel powers to the network's input, with or without changes on the way.

What the product draws is `(resize(max(L - max L, -top_db)) - mean_db) / std_db` of the logarithmic mel powers L [bands, frames] in dB; `Pixels`
repeats these four steps, which have no number of their own, and a test holds them against the product's. Because everything is held against
the window's maximum, a gain alone changes nothing but what lies under the power floor; because it is cut off at top_db, a change of the
spectrum must come before the cut. So changes are made to L: gain, equaliser, fades, reverberation, compression, noise, transposition and
rotation before, masks after it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

EDGE_FRAMES = 2
"""Frames at either end that reach over the edge of the window into zeros; they stay where they are when the rest is rotated."""
SEMITONES = (-3, -2, -1, 0, 1, 2, 3)
REVERBERATION_S = (0.3, 0.6, 1.2, 2.5)
"""Seconds in which a tail falls by 60 dB."""


@dataclass(frozen=True)
class Strength:
    """How much is changed; probabilities are per clip."""

    rotate: float = 0.5
    equaliser_db: float = 5.0
    """Deviation of six points over the bands, with smooth curves between."""
    fade_db: float = 4.0
    gain_db: float = 30.0
    contrast: float = 0.2
    """How much decibels below the maximum are stretched or pressed at most, as a part: the dynamics between a demo and a finished master."""
    reverberation: float = 0.25
    reverberation_db: tuple[float, float] = (-26.0, -8.0)
    """Level of the tail's first frame below the sound that it follows."""
    noise: float = 0.4
    noise_db: tuple[float, float] = (-80.0, -35.0)
    """Level of the loudest band's noise below the window's maximum."""
    low_pass: float = 0.2
    transpose: float = 0.5
    restyle: float = 0.0
    """Bands take over some of the mean and the deviation that they have in another clip: Freq-MixStyle, see `_restyle`."""
    restyle_share: float = 0.7
    """Largest share that is taken over."""
    frequency_masks: int = 2
    frequency_width: int = 20
    """Bands at most, of 128."""
    time_masks: int = 2
    time_width: int = 70
    """Frames at most, of 431."""
    mixup: float = 0.2
    """The beta distribution's parameter; 0 for none."""


def axis(source: int, target: int) -> Tensor:
    """Antialiased bilinear weights [target, source] along one axis: a triangle of half-width max(scale, 1), normalised to 1."""
    scale = source / target
    half = max(scale, 1.0)
    centre = (torch.arange(target, dtype=torch.float64) + 0.5) * scale
    place = torch.arange(source, dtype=torch.float64) + 0.5
    weights = (1.0 - (place[None, :] - centre[:, None]).abs() / half).clamp(min=0.0)
    return (weights / weights.sum(dim=1, keepdim=True)).float()


class Pixels:
    """The last steps of the front end that `about` describes (the JSON beside the array), on a device."""

    def __init__(self, about: dict[str, Any], device: torch.device) -> None:
        spec, image = about["front_end"], about["image"]
        _, self.bands, self.frames = about["shape"]
        self.floor = 10.0 * math.log10(spec["mel"]["power_floor"])
        self.top_db, self.mean_db, self.std_db = spec["mel"]["top_db"], spec["mean_db"], spec["std_db"]
        self.rows, self.columns = axis(self.bands, image).to(device), axis(self.frames, image).T.contiguous().to(device)
        rate = spec["sample_rate_hz"] / spec["mel"]["hop_length"]
        self.tails = torch.stack([tail(self.frames, seconds * rate) for seconds in REVERBERATION_S]).to(device)
        self.channels = about["channels"]
        self.edges = mel_edges(spec["mel"], self.bands)
        self.shifts = torch.stack([transposition(self.edges[1:-1], semitones) for semitones in SEMITONES]).to(device)
        hz_per_bin = spec["sample_rate_hz"] / spec["mel"]["n_fft"]
        widths = (self.edges[2:] - self.edges[:-2]) / 2.0 / hz_per_bin
        # A band's noise power is a mean over so many bins, each with a deviation as large as its mean.
        self.bins = widths.clamp(min=1.0).float().to(device)

    def decibels(self, power_db: Tensor) -> Tensor:
        """L [N, bands, frames] → decibels below the window's maximum, cut off."""
        power_db = power_db.clamp(min=self.floor)
        return (power_db - power_db.amax(dim=(1, 2), keepdim=True)).clamp(min=-self.top_db)

    def picture(self, decibels: Tensor) -> Tensor:
        """Decibels [N, bands, frames] → pixels [N, C, image, image]."""
        resized = self.rows @ (decibels @ self.columns)
        return ((resized - self.mean_db) / self.std_db)[:, None].expand(-1, self.channels, -1, -1)

    def plain(self, power_db: Tensor) -> Tensor:
        """What the product draws."""
        return self.picture(self.decibels(power_db))

    def augmented(self, power_db: Tensor, strength: Strength) -> Tensor:
        """The same, changed at random."""
        changed = power_db
        for change in (self._rotate, self._transpose, self._equalise, self._fade, self._reverberate, self._compress, self._noise, self._low_pass):
            changed = change(changed, strength)
        quiet = -strength.gain_db * self._random(len(changed), 1, 1)
        return self.picture(self._mask(self._restyle(self.decibels(changed + quiet), strength), strength))

    def _random(self, *shape: int) -> Tensor:
        return torch.rand(shape, device=self.rows.device)

    def _normal(self, *shape: int) -> Tensor:
        return torch.randn(shape, device=self.rows.device)

    def _rotate(self, power_db: Tensor, strength: Strength) -> Tensor:
        inner = self.frames - 2 * EDGE_FRAMES
        shift = (self._random(len(power_db)) * inner).long() * (self._random(len(power_db)) < strength.rotate)
        frame = torch.arange(self.frames, device=power_db.device)
        turned = (frame[None] - EDGE_FRAMES + shift[:, None]) % inner + EDGE_FRAMES
        kept = (frame < EDGE_FRAMES) | (frame >= self.frames - EDGE_FRAMES)
        index = torch.where(kept[None], frame[None], turned)
        return power_db.gather(2, index[:, None].expand_as(power_db))

    def _transpose(self, power_db: Tensor, strength: Strength) -> Tensor:
        choice = (self._random(len(power_db)) * len(SEMITONES)).long()
        none = SEMITONES.index(0)
        choice = torch.where(self._random(len(power_db)) < strength.transpose, choice, none)
        return self.shifts[choice] @ power_db

    def _curve(self, count: int, points: int, length: int) -> Tensor:
        raw = self._normal(count, 1, points)
        return torch.nn.functional.interpolate(raw, length, mode="linear", align_corners=True)[:, 0]

    def _equalise(self, power_db: Tensor, strength: Strength) -> Tensor:
        amount = strength.equaliser_db * self._random(len(power_db), 1)
        return power_db + (amount * self._curve(len(power_db), 6, self.bands))[:, :, None]

    def _fade(self, power_db: Tensor, strength: Strength) -> Tensor:
        amount = strength.fade_db * self._random(len(power_db), 1)
        return power_db + (amount * self._curve(len(power_db), 4, self.frames))[:, None, :]

    def _reverberate(self, power_db: Tensor, strength: Strength) -> Tensor:
        chosen = torch.nonzero(self._random(len(power_db)) < strength.reverberation)[:, 0]
        if not len(chosen):
            return power_db
        low, high = strength.reverberation_db
        wet = 10.0 ** ((low + (high - low) * self._random(len(chosen), 1, 1)) / 10.0)
        which = (self._random(len(chosen)) * len(self.tails)).long()
        power = 10.0 ** (power_db[chosen] / 10.0)
        heard = power + wet * (power @ self.tails[which])
        return power_db.index_copy(0, chosen, 10.0 * torch.log10(heard.clamp(min=1e-20)))

    def _compress(self, power_db: Tensor, strength: Strength) -> Tensor:
        top = power_db.amax(dim=(1, 2), keepdim=True)
        factor = 1.0 + strength.contrast * (2.0 * self._random(len(power_db), 1, 1) - 1.0)
        return top + (power_db - top) * factor

    def _noise(self, power_db: Tensor, strength: Strength) -> Tensor:
        chosen = torch.nonzero(self._random(len(power_db)) < strength.noise)[:, 0]
        if not len(chosen):
            return power_db
        heard = power_db[chosen]
        low, high = strength.noise_db
        level = low + (high - low) * self._random(len(chosen), 1) + heard.amax(dim=(1, 2))[:, None]
        # White noise is flat in bands of unit area; each octave upwards takes 0 to 6 dB away.
        octaves = torch.log2((self.edges[1:-1] / self.edges[1]).float()).to(power_db.device)
        colour = level - 6.0 * self._random(len(chosen), 1) * octaves[None]
        # Normal in the place of gamma: cheaper, and what differs lies in the deepest valleys.
        ripple = (1.0 + self._normal(len(chosen), self.bands, self.frames) / self.bins[None, :, None].sqrt()).clamp(min=0.02)
        summed = 10.0 * torch.log10(10.0 ** (heard / 10.0) + 10.0 ** (colour[:, :, None] / 10.0) * ripple)
        return power_db.index_copy(0, chosen, summed)

    def _low_pass(self, power_db: Tensor, strength: Strength) -> Tensor:
        cutoff = self.bands * (0.6 + 0.4 * self._random(len(power_db), 1))
        cutoff = torch.where(self._random(len(power_db), 1) < strength.low_pass, cutoff, float(self.bands))
        over = (torch.arange(self.bands, device=power_db.device)[None] - cutoff).clamp(min=0.0)
        return power_db - (12.0 * over)[:, :, None]

    def _restyle(self, decibels: Tensor, strength: Strength) -> Tensor:
        """Which instruments, rooms and desks were at work is told by each band's mean and deviation over time more than what is played is; so
        each clip takes over a part of another one's (Kim et al., "Domain generalization with relaxed instance frequency-wise normalization for
        multi-device acoustic scene classification", 2022; Schmid et al., "CP-JKU submission to DCASE22", 2022: Freq-MixStyle)."""
        if strength.restyle <= 0.0:
            return decibels
        other = torch.randperm(len(decibels), device=decibels.device)
        share = strength.restyle_share * self._random(len(decibels), 1, 1)
        share = torch.where(self._random(len(decibels), 1, 1) < strength.restyle, share, 0.0)
        deviation, mean = torch.std_mean(decibels, dim=2, keepdim=True)
        # One decibel more in both: a band in which nothing sounds has no deviation that could be stretched.
        stretch = torch.lerp(deviation + 1.0, deviation[other] + 1.0, share) / (deviation + 1.0)
        return self.decibels((decibels - mean) * stretch + torch.lerp(mean, mean[other], share))

    def _mask(self, decibels: Tensor, strength: Strength) -> Tensor:
        mean = decibels.mean(dim=(1, 2), keepdim=True)
        for axis_number, count, widest in ((1, strength.frequency_masks, strength.frequency_width),
                                           (2, strength.time_masks, strength.time_width)):
            size = decibels.shape[axis_number]
            place = torch.arange(size, device=decibels.device)[None]
            for _ in range(count):
                width = self._random(len(decibels), 1) * widest
                start = self._random(len(decibels), 1) * (size - width)
                hidden = (place >= start) & (place < start + width)
                hidden = hidden[:, :, None] if axis_number == 1 else hidden[:, None, :]
                decibels = torch.where(hidden, mean, decibels)
        return decibels


def tail(frames: int, decay: float) -> Tensor:
    """Weights [from frame, to frame] of a tail that falls by 60 dB in `decay` frames, the first one 1; nothing comes before its cause."""
    after = torch.arange(frames)[None, :] - torch.arange(frames)[:, None]
    return torch.where(after > 0, 10.0 ** (-6.0 * (after - 1).clamp(min=0) / decay), 0.0).float()


def mel_edges(mel: dict[str, Any], bands: int) -> Tensor:
    """Edges of the bands, Hz, f64 [bands + 2], on Slaney's scale: only augmentation needs them, to say what a transposition moves."""
    step = math.log(6.4) / 27.0

    def to_mel(hz: float) -> float:
        return hz * 3.0 / 200.0 if hz < 1000.0 else 15.0 + math.log(hz / 1000.0) / step

    points = torch.linspace(to_mel(mel["min_frequency_hz"]), to_mel(mel["max_frequency_hz"]), bands + 2, dtype=torch.float64)
    return torch.where(points < 15.0, points * 200.0 / 3.0, 1000.0 * torch.exp((points - 15.0) * step))


def transposition(centres: Tensor, semitones: int) -> Tensor:
    """Weights [bands, bands] that move everything up by so many semitones; what comes from beyond the highest band repeats it."""
    source = centres / 2.0 ** (semitones / 12.0)
    bands = len(centres)
    upper = torch.searchsorted(centres, source).clamp(1, bands - 1)
    lower = upper - 1
    part = ((source - centres[lower]) / (centres[upper] - centres[lower])).clamp(0.0, 1.0)
    weights = torch.zeros(bands, bands, dtype=torch.float64)
    rows = torch.arange(bands)
    weights[rows, lower] += 1.0 - part
    weights[rows, upper] += part
    return weights.float()


def mixed(pixels: Tensor, targets: Tensor, parameter: float) -> tuple[Tensor, Tensor]:
    """Mixup: each picture with another of the batch, in one proportion for all; `targets` are probabilities [N, K]."""
    if parameter <= 0.0 or len(pixels) < 2:
        return pixels, targets
    share = float(torch.distributions.Beta(parameter, parameter).sample())
    share = max(share, 1.0 - share)
    other = torch.randperm(len(pixels), device=pixels.device)
    return torch.lerp(pixels[other], pixels, share), torch.lerp(targets[other], targets, share)
