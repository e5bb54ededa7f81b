"""The networks behind tests/data/checkpoints/formats: built by their own libraries, tiny, seeded, with confident answers that differ.

A fresh network of this size answers all pictures alike, so weights are scaled from data as make_checkpoint.py does it: the patch
embedding is centred and scaled to pixels in -351…-2, the head to the differences between pictures.
"""

from __future__ import annotations

import copy
from collections import OrderedDict
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import torch
from torch import Tensor, nn

LEAST_MEDIAN_TOP = 0.6
GAIN = 5.0
"""Deviation of every logit over the calibration pictures."""

FORMULAS = {
    "weyl": "f32(-351 + ((((c*S*S + y*S + x) * 2654435761) mod 2^32) / 2^32) * 349), computed in f64",
    "ramp": "f32(-351 + (((7*y + 3*x + 11*c) mod 224) / 223) * 349), computed in f64",
}
"""Inputs that any language can compute exactly: c, y, x are channel, row and column of [C, S, S]."""


@dataclass(frozen=True)
class Shape:
    """A network to build. Widths of the head's layers: one for a plain head. `layout` says what stands where in a stacked one."""

    library: str
    channels: int = 1
    dim: int = 24
    depth: int = 2
    heads: int = 3
    mlp: int = 32
    image: int = 32
    patch: int = 8
    widths: tuple[int, ...] = (5,)
    stem: tuple[int, ...] = ()
    """Widths of torchvision's convolutional stem."""
    layout: str = "L"
    """L is a Linear, R a ReLU, D a Dropout."""
    seed: int = 1


def formula(name: str, channels: int, side: int) -> np.ndarray:
    """The picture of a formula, f32 [channels, side, side]."""
    c, y, x = np.meshgrid(np.arange(channels), np.arange(side), np.arange(side), indexing="ij")
    if name == "weyl":
        hashed = (c * side * side + y * side + x).astype(np.uint64) * np.uint64(2_654_435_761) % np.uint64(1 << 32)
        unit = hashed.astype(np.float64) / 4_294_967_296.0
    else:
        unit = ((7 * y + 3 * x + 11 * c) % 224).astype(np.float64) / 223.0
    return (-351.0 + unit * 349.0).astype(np.float32)


def noise(count: int, shape: Shape, seed: int) -> np.ndarray:
    """Seeded pictures f32 [count, C, S, S] in -351…-2: a coarse pattern that differs from picture to picture under fine noise."""
    random = np.random.default_rng(seed)
    tiles = random.uniform(-330.0, -20.0, (count, shape.channels, 4, 4))
    coarse = np.kron(tiles, np.ones((shape.image // 4, shape.image // 4)))
    return np.clip(coarse + 30.0 * random.standard_normal(coarse.shape), -351.0, -2.0).astype(np.float32)


def questions(shape: Shape) -> np.ndarray:
    """What every fixture is asked: the formulas, then six pictures of noise."""
    asked = [formula(name, shape.channels, shape.image) for name in FORMULAS]
    return np.concatenate([np.stack(asked), noise(6, shape, 99)])


def head_layers(shape: Shape) -> nn.Module:
    """A plain Linear, or the Sequential that the layout spells."""
    if shape.layout == "L":
        return nn.Linear(shape.dim, shape.widths[0])
    widths = iter(zip((shape.dim, *shape.widths), shape.widths, strict=False))
    return nn.Sequential(*(nn.Linear(*next(widths)) if letter == "L" else nn.ReLU() if letter == "R" else nn.Dropout(0.2)
                           for letter in shape.layout))


def bare(shape: Shape) -> tuple[nn.Module, str]:
    """The library's own network and the name of its head, in evaluation mode and not yet filled."""
    s = shape
    if s.library == "torchvision":
        from torchvision.models.vision_transformer import ConvStemConfig, VisionTransformer
        stem = [ConvStemConfig(width, kernel_size=3, stride=2) for width in s.stem] or None
        network = VisionTransformer(image_size=s.image, patch_size=s.patch, num_layers=s.depth, num_heads=s.heads, hidden_dim=s.dim,
                                    mlp_dim=s.mlp, num_classes=s.widths[-1], conv_stem_configs=stem)
        if stem and s.channels != 3:
            network.conv_proj[0][0] = nn.Conv2d(s.channels, s.stem[0], 3, 2, 1, bias=False)
        elif s.channels != 3:
            network.conv_proj = nn.Conv2d(s.channels, s.dim, kernel_size=s.patch, stride=s.patch)
        network.heads.head = head_layers(s)
        return network.eval(), "heads.head"
    if s.library == "timm":
        import timm
        network = timm.create_model("vit_base_patch16_224", img_size=s.image, patch_size=s.patch, in_chans=s.channels, embed_dim=s.dim,
                                    depth=s.depth, num_heads=s.heads, mlp_ratio=(s.mlp + 0.5) / s.dim, num_classes=s.widths[-1])
        network.head = head_layers(s)
        return network.eval(), "head"
    from transformers import ViTConfig, ViTForImageClassification
    network = ViTForImageClassification(ViTConfig(
        hidden_size=s.dim, num_hidden_layers=s.depth, num_attention_heads=s.heads, intermediate_size=s.mlp, image_size=s.image,
        patch_size=s.patch, num_channels=s.channels, num_labels=s.widths[-1]))
    network.classifier = head_layers(s)
    return network.eval(), "classifier"


def answer(network: nn.Module, pixels: np.ndarray) -> np.ndarray:
    """Logits [N, K] of pixels [N, C, S, S] as the network itself computes them."""
    with torch.inference_mode():
        given = network(torch.from_numpy(pixels))
    return (given if isinstance(given, Tensor) else given.logits).numpy()


def through_stem(stem: nn.Sequential, pixels: Tensor) -> Tensor:
    """Gives the stem's norms the pictures' own means and variances, so that none is a default; returns what comes out."""
    norms = [module for module in stem.modules() if isinstance(module, nn.BatchNorm2d)]
    for norm in norms:
        norm.momentum = 1.0
    stem.train()
    stem(pixels)
    stem.eval()
    for norm in norms:
        norm.momentum = 0.1
    return stem(pixels)


def fill(network: nn.Module, head: str, shape: Shape) -> None:
    """Gives every parameter a seeded value, none of them a default, at a scale that lets the pictures through."""
    generator = torch.Generator().manual_seed(shape.seed)
    for name, parameter in network.named_parameters():
        random = torch.randn(parameter.shape, generator=generator)
        if parameter.ndim == 3:
            parameter.copy_(0.4 * random)
        elif parameter.ndim == 1:
            parameter.copy_(0.1 * random + (1.0 if name.endswith("weight") else 0.0))
        else:
            parameter.copy_(1.3 * parameter[0].numel() ** -0.5 * random)
    pixels = torch.from_numpy(noise(64, shape, 7))
    patches, seen_by_patches = next(module for module in network.modules() if isinstance(module, nn.Conv2d)), pixels
    if shape.stem:
        *stem, patches = network.conv_proj
        seen_by_patches = through_stem(nn.Sequential(*stem), pixels)
    patches.bias.zero_()
    raw = patches(seen_by_patches)
    mean, deviation = raw.mean(dim=(0, 2, 3)), raw.std(dim=(0, 2, 3))
    patches.weight.div_(deviation[:, None, None, None])
    patches.bias.copy_(-mean / deviation)
    seen: list[Tensor] = []
    hook = network.get_submodule(head).register_forward_pre_hook(lambda _module, given: seen.append(given[0]))
    network(pixels)
    hook.remove()
    features = seen[0]
    layers = [module for module in network.get_submodule(head).modules() if isinstance(module, nn.Linear)]
    for layer in layers:
        raw, last = features @ layer.weight.T, layer is layers[-1]
        gain = (GAIN if last else 1.0) / raw.std(dim=0)
        layer.weight.mul_(gain[:, None])
        layer.bias.copy_((0.0 if last else 0.3) - raw.mean(dim=0) * gain)
        features = layer(features).relu()


@cache
def _made(shape: Shape) -> nn.Module:
    network, head = bare(shape)
    with torch.no_grad():
        fill(network, head, shape)
    logits = torch.from_numpy(answer(network, questions(shape)))
    top = logits.softmax(dim=1).max(dim=1)
    if float(top.values.median()) < LEAST_MEDIAN_TOP or len(set(top.indices.tolist())) < 3:
        raise SystemExit(f"{shape}: median top {top.values.median():.2f}, winners {top.indices.tolist()}: try another seed")
    return network


def made(shape: Shape) -> nn.Module:
    """The network of a shape, filled; the caller may change it."""
    return copy.deepcopy(_made(shape))


SMALL = Shape("torchvision", dim=6, depth=1, heads=3, mlp=8, image=8, patch=4)
"""For files that are to be refused."""


SMALL_STEM = replace(SMALL, stem=(4, 5))


def exact(shape: Shape = SMALL) -> OrderedDict[str, Tensor]:
    """A state_dict whose numbers are sixteenths, so that every machine makes the same bytes; its answers mean nothing."""
    state = OrderedDict()
    for name, tensor in bare(replace(shape, seed=0))[0].state_dict().items():
        if not tensor.is_floating_point():
            state[name] = tensor
            continue
        steps = torch.arange(tensor.numel(), dtype=torch.float32) * 7.0 + len(state)
        state[name] = ((steps % 17.0 - 8.0) / 16.0).reshape(tensor.shape)
        if name.endswith("running_var"):
            state[name] = state[name].abs()
    return state
