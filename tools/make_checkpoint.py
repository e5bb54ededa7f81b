"""Makes seeded, untrained torchvision ViT checkpoints on which parity can be seen.

A freshly initialised network answers every picture with nearly the same, nearly uniform probabilities, so any bound on the
probabilities' error would hold. Here the weights are random but scaled from data: freshly composed clips go through the
reference front end and the backbone, the patch embedding is centred and scaled so that tokens depend on the picture, the
attention is sharp enough to matter, and the head is laid along the directions in which the clips' embeddings differ.
Confident and different answers follow, but they mean nothing: the network is untrained.

    python tools/make_checkpoint.py --size tiny --head plain --channels 1 --seed 1 --out save.pt
    python tools/make_checkpoint.py --size vit_b_16 --head ccmusic --channels 3 --seed 1 --out save.pt

The file is what the CCMusic authors wrote: a bare state_dict (OrderedDict) in torch.save's ZIP format.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, OrderedDict
from dataclasses import dataclass
from pathlib import Path

import librosa
import numpy as np
import torch
from torch import Tensor, nn
from torchvision.models.vision_transformer import VisionTransformer

from compose import compose
from reference import SAMPLE_RATE_HZ, build, embed, for_channels, front_end_of
from styles import STYLES

GENRES = 16
GOLDEN = Path(__file__).resolve().parent.parent / "tests" / "data" / "golden"
LEAST_MEDIAN_TOP = 0.6
LEAST_WINNERS = 5
COMPONENTS = 6
"""How many principal directions of the embeddings the head reads: few, so that the gain along each stays modest."""


@dataclass(frozen=True)
class Size:
    """The sizes of a ViT with 224×224 pictures and 16×16 patches, and its CCMusic-like head's hidden widths."""

    dim: int
    depth: int
    heads: int
    mlp: int
    hidden: tuple[int, int, int]
    median_top: float
    """The median top probability that the head is scaled to over the calibration clips; the largest logits are then about 15.
    Clips that the head has not seen come out lower, the more so the wider the network."""


SIZES = {"tiny": Size(48, 3, 3, 96, (36, 28, 22), 0.68), "vit_b_16": Size(768, 12, 12, 3072, (289, 110, 42), 0.8)}
RATES_HZ = (22_050, 44_100, 48_000, 32_000, 22_050, 16_000, 11_025, 8_000)
"""Calibration clips come at these rates in turn: a low rate leaves the upper mel bands empty."""


def calibration_clips(count: int, first_seed: int) -> list[np.ndarray]:
    """`count` pictures f32 [1, 224, 224] of composed clips, all styles in turn; seeds differ from the golden clips'."""
    names, pictures = list(STYLES), []
    for number in range(count):
        rate, style = RATES_HZ[(number + number // len(names)) % len(RATES_HZ)], names[number % len(names)]
        # Rates above 22,050 Hz add nothing below 8 kHz: composing at 22,050 Hz costs half and looks the same.
        rate = min(rate, SAMPLE_RATE_HZ)
        seconds = 4.0 if number % 5 == 4 else 10.2
        samples = compose(style, seconds, rate, 1, first_seed + number)[:, 0]
        if rate != SAMPLE_RATE_HZ:
            samples = librosa.resample(samples, orig_sr=rate, target_sr=SAMPLE_RATE_HZ)
        pictures.append(front_end_of(samples, SAMPLE_RATE_HZ))
    return pictures


def initialise(network: VisionTransformer, size: Size, pixels: Tensor, generator: torch.Generator) -> None:
    """Fills the backbone with seeded random weights whose scales let the picture through; `pixels` is [N, C, 224, 224]."""

    def fill(tensor: Tensor, std: float, mean: float = 0.0) -> None:
        tensor.copy_(mean + std * torch.randn(tensor.shape, generator=generator))

    # The channels of a filter lean the same way: a grey picture repeated in three channels would otherwise nearly cancel, and
    # what remains would carry three times the rounding error. They still differ, so that swapped channels are caught.
    base = torch.randn((size.dim, 1, 16, 16), generator=generator)
    lean = torch.tensor([1.0, 0.6, 0.8])[:network.conv_proj.in_channels, None, None]
    network.conv_proj.weight.copy_(lean * base + 0.15 * torch.randn(network.conv_proj.weight.shape, generator=generator))
    network.conv_proj.bias.zero_()
    raw = network.conv_proj(pixels)
    # Pictures lie around -210 with a deviation of 65: take the mean out through the bias, and bring every output to unit deviation.
    mean, deviation = raw.mean(dim=(0, 2, 3)), raw.std(dim=(0, 2, 3))
    network.conv_proj.weight.div_(deviation[:, None, None, None])
    network.conv_proj.bias.copy_(-mean / deviation)
    fill(network.class_token, 0.3)
    fill(network.encoder.pos_embedding, 0.4)
    for block in network.encoder.layers:
        attention, (first, second) = block.self_attention, (block.mlp[0], block.mlp[3])
        # Norms away from 1 and 0, and all biases away from 0: a converter that drops or swaps one must be caught.
        for norm in (block.ln_1, block.ln_2):
            fill(norm.weight, 0.1, 1.0)
            fill(norm.bias, 0.1)
        # Attention scores deviate by 1.3² ≈ 1.7 within a row: each token looks at some of the others and not at all alike.
        fill(attention.in_proj_weight, size.dim ** -0.5)
        attention.in_proj_weight[:2 * size.dim].mul_(1.3)
        fill(attention.in_proj_bias, 0.1)
        fill(attention.out_proj.weight, 1.2 * size.dim ** -0.5)
        fill(attention.out_proj.bias, 0.05)
        fill(first.weight, 1.4 * size.dim ** -0.5)
        fill(first.bias, 0.2)
        fill(second.weight, 0.9 * size.mlp ** -0.5)
        fill(second.bias, 0.05)
    fill(network.encoder.ln.weight, 0.1, 1.0)
    fill(network.encoder.ln.bias, 0.1)


def spread_out(features: Tensor, median_top: float, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """Weight [16, D] and bias [16] that turn features [N, D] into centred logits whose median top probability is `median_top`.

    They read the features' largest principal components, each at unit variance, along sixteen random unit directions: the
    answers then differ as much as they can without amplifying directions in which the clips hardly vary.
    """
    centre = features.double().mean(dim=0)
    _, singular, axes = torch.linalg.svd(features.double() - centre, full_matrices=False)
    axes, deviation = axes[:COMPONENTS], singular[:COMPONENTS] / features.shape[0] ** 0.5
    # An axis' sign is arbitrary: fix it, so that another machine's SVD gives the same head.
    peaks = axes.gather(1, axes.abs().argmax(dim=1, keepdim=True))
    axes = axes * peaks.sign()
    directions = torch.randn((GENRES, COMPONENTS), generator=generator, dtype=torch.float64)
    directions = directions / directions.norm(dim=1, keepdim=True)
    weight = directions @ (axes / deviation[:, None])
    logits = (features.double() - centre) @ weight.T
    low, high = 1.0, 20.0
    for _ in range(30):
        middle = (low + high) / 2.0
        median = float((middle * logits).softmax(dim=1).max(dim=1).values.median())
        low, high = (middle, high) if median < median_top else (low, middle)
    weight = low * weight
    return weight.float(), (-weight @ centre).float()


def calibrate_head(head: nn.Module, embeddings: Tensor, median_top: float, generator: torch.Generator) -> None:
    """Sets a plain or a four-layer head from embeddings [N, dim]."""
    layers = [head] if isinstance(head, nn.Linear) else [layer for layer in head if isinstance(layer, nn.Linear)]
    features = embeddings
    for layer in layers[:-1]:
        # Hidden units are random readings of the layer before, brought to mean 0.3 and deviation 1: about 60 % fire.
        reading = torch.randn(layer.weight.shape, generator=generator) * layer.in_features ** -0.5
        raw = features @ reading.T
        gain = 1.0 / raw.std(dim=0)
        layer.weight.copy_(reading * gain[:, None])
        layer.bias.copy_(0.3 - raw.mean(dim=0) * gain)
        features = layer(features).relu()
    weight, bias = spread_out(features, median_top, generator)
    layers[-1].weight.copy_(weight)
    layers[-1].bias.copy_(bias)


def figures(logits: Tensor) -> tuple[float, int, float]:
    """Median top probability, number of different winners, and largest |logit| of logits [N, 16]."""
    top = logits.softmax(dim=1).max(dim=1)
    return float(top.values.median()), len(Counter(top.indices.tolist())), float(logits.abs().max())


def require(logits: Tensor, name: str) -> str:
    """The figures as a line; an error when they are too weak for parity to be seen."""
    median, winners, largest = figures(logits)
    line = f"{name}: median top probability {median:.3f}, {winners} winners, largest |logit| {largest:.1f}"
    if median < LEAST_MEDIAN_TOP or winners < LEAST_WINNERS:
        raise SystemExit(f"{line}; wanted a median of at least {LEAST_MEDIAN_TOP} and {LEAST_WINNERS} winners: try another seed")
    return line


def forward(network: VisionTransformer, pixels: Tensor) -> Tensor:
    """Embeddings [N, dim] of pixels [N, C, 224, 224], four pictures at a time to bound the memory."""
    return torch.cat([embed(network, part) for part in pixels.split(4)])


def make(size_name: str, head: str, channels: int, seed: int, pictures: list[np.ndarray]) -> VisionTransformer:
    """A seeded network of the given size, calibrated on `pictures` (each f32 [1, 224, 224])."""
    size = SIZES[size_name]
    widths = [GENRES] if head == "plain" else [*size.hidden, GENRES]
    generator = torch.Generator().manual_seed(seed)
    network = build(channels=channels, image=224, patch=16, dim=size.dim, depth=size.depth, heads=size.heads, mlp=size.mlp, widths=widths)
    pixels = torch.cat([for_channels(picture, channels) for picture in pictures])
    with torch.no_grad():
        initialise(network, size, pixels, generator)
        calibrate_head(network.heads.head, forward(network, pixels), size.median_top, generator)
    return network


def state_of(network: VisionTransformer) -> OrderedDict[str, Tensor]:
    """The bare state_dict, as upstream saves it: no metadata attribute, contiguous CPU tensors."""
    return OrderedDict((name, tensor.detach().clone().contiguous()) for name, tensor in network.state_dict().items())


def main() -> int:
    """Makes one checkpoint and says how it answers clips that did not calibrate it."""
    parser = argparse.ArgumentParser(description="make a seeded, untrained ViT checkpoint")
    parser.add_argument("--size", choices=sorted(SIZES), default="tiny")
    parser.add_argument("--head", choices=("plain", "ccmusic"), default="plain")
    parser.add_argument("--channels", type=int, choices=(1, 3), default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--clips", type=int, default=48, help="calibration clips to compose")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    print(f"composing {args.clips} calibration clips", file=sys.stderr)
    network = make(args.size, args.head, args.channels, args.seed, calibration_clips(args.clips, 10_000))
    golden = [np.load(path) for path in sorted(GOLDEN.glob("*.pixels.npy"))]
    # Fresh clips, not the calibration's own: the figures must hold for music that the head has not seen.
    for name, pictures in (("16 fresh clips", calibration_clips(16, 20_000)), (f"{len(golden)} golden clips", golden)):
        with torch.no_grad():
            batch = torch.cat([for_channels(picture, args.channels) for picture in pictures])
            print(require(network.heads(forward(network, batch)), name), file=sys.stderr)
    torch.save(state_of(network), args.out)
    count = sum(tensor.numel() for tensor in network.state_dict().values())
    print(f"{args.out}: {count:,} parameters, {args.out.stat().st_size:,} bytes", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
