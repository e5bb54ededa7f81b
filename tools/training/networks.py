"""The networks: torchvision's Vision Transformer of any size, with a plain or a convolutional stem, and a small CNN that can teach it.

The product's pixels lie between -351 and -2: the spectrogram in decibels over 0.229. While a network learns, they are scaled to about one, and
the scale is folded into the first layer when the network is saved, so that `save.pt` takes the product's pixels as they are. A convolutional
stem pads with zeros, so nothing may be subtracted before it: there the pixels are only scaled, and the batch norm behind the first
convolution takes their mean away.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import torch
from torch import Tensor, nn
from torchvision.models.vision_transformer import ConvStemConfig, VisionTransformer

from training.collection import Refusal

PIXEL_MEAN, PIXEL_SCALE = -210.0, 65.0
"""About the mean and the deviation of the article's pixels. Any numbers would do: they are folded away."""


@dataclass(frozen=True)
class Shape:
    """A Vision Transformer for square pictures."""

    dim: int
    depth: int
    heads: int
    mlp: int
    patch: int = 16
    image: int = 224
    channels: int = 1
    stem: tuple[int, ...] = ()
    """Widths of the stem's 3×3 convolutions, each with batch norm and ReLU; a 1×1 convolution follows. Empty: plain patches."""
    strides: tuple[int, ...] = ()
    """Strides of the stem's convolutions, 1 or 2. Empty: all 2."""
    dropout: float = 0.0


SIZES = {
    "tiny": Shape(48, 2, 3, 96, stem=(8, 16, 24, 32)),
    "demo": Shape(192, 5, 3, 576, stem=(16, 32, 64, 128)),
    # A quarter of the tokens, a wider network: cheaper both ways, coarser in time and pitch. Learn with --keep 1.
    "demo32": Shape(256, 4, 4, 768, patch=32, stem=(16, 32, 64, 128, 256)),
    # The convolutions do most of the work, as in the CNN that would otherwise teach: two thirds of demo32's cost.
    "demo-deep": Shape(192, 2, 3, 384, patch=32, stem=(16, 32, 64, 64, 128, 128, 256), strides=(2, 2, 2, 1, 2, 1, 2)),
    # Wider where the pictures are small: 2.7 times the multiplications and the parameters of demo-deep for 1.5 times its steps' time. It starts from
    # demo-deep (--init-size).
    "demo-wide": Shape(192, 3, 3, 384, patch=32, stem=(16, 32, 64, 128, 256, 256, 512), strides=(2, 2, 2, 1, 2, 1, 2)),
    "vit_s_16": Shape(384, 12, 6, 1536, stem=(48, 96, 192, 384)),
    "vit_b_16": Shape(768, 12, 12, 3072),
}


def strides_of(shape: Shape) -> tuple[int, ...]:
    """A stride for each convolution of the stem."""
    return shape.strides or (2,) * len(shape.stem)


class Vit(nn.Module):
    """torchvision's network with scaled pixels, patches dropped while it learns, and a dropout before its head."""

    def __init__(self, shape: Shape, classes: int) -> None:
        super().__init__()
        s = self.shape = shape
        stem = [ConvStemConfig(width, kernel_size=3, stride=stride) for width, stride in zip(s.stem, strides_of(s), strict=True)] or None
        self.network = VisionTransformer(s.image, s.patch, s.depth, s.heads, s.dim, s.mlp, dropout=0.0, num_classes=classes,
                                         norm_layer=partial(nn.LayerNorm, eps=1e-6), conv_stem_configs=stem)
        if s.channels != 3:
            self._set_channels(s.channels)
        self.dropout = nn.Dropout(s.dropout)
        nn.init.trunc_normal_(self.network.class_token, std=0.02)
        nn.init.trunc_normal_(self.network.heads.head.weight, std=0.02)
        self.keep = 1.0
        """Part of the patches that are kept while it learns."""

    def _set_channels(self, channels: int) -> None:
        """torchvision knows three channels only."""
        if self.shape.stem:
            first = self.network.conv_proj[0]
            old = first[0]
            first[0] = nn.Conv2d(channels, old.out_channels, old.kernel_size, old.stride, old.padding, bias=False)
            nn.init.kaiming_normal_(first[0].weight, mode="fan_out", nonlinearity="relu")
        else:
            old = self.network.conv_proj
            self.network.conv_proj = nn.Conv2d(channels, old.out_channels, old.kernel_size, old.stride)
            fan_in = channels * self.shape.patch**2
            nn.init.trunc_normal_(self.network.conv_proj.weight, std=fan_in**-0.5)
            nn.init.zeros_(self.network.conv_proj.bias)

    @property
    def shift(self) -> float:
        """What is subtracted from the product's pixels before they are scaled."""
        return 0.0 if self.shape.stem else PIXEL_MEAN

    def forward(self, pixels: Tensor) -> Tensor:
        network = self.network
        tokens = network._process_input((pixels - self.shift) / PIXEL_SCALE)
        positions = network.encoder.pos_embedding
        tokens = tokens + positions[:, 1:]
        if self.training and self.keep < 1.0:
            tokens = dropped(tokens, self.keep)
        token = (network.class_token + positions[:, :1]).expand(len(tokens), -1, -1)
        stream = network.encoder.layers(network.encoder.dropout(torch.cat([token, tokens], dim=1)))
        return network.heads(self.dropout(network.encoder.ln(stream)[:, 0]))

    def first(self) -> nn.Conv2d:
        """The layer that sees the pixels."""
        return self.network.conv_proj[0][0] if self.shape.stem else self.network.conv_proj

    def saved(self) -> OrderedDict[str, Tensor]:
        """The state_dict of a torchvision network that takes the product's pixels: bare, on the CPU, f32."""
        state = OrderedDict((name, tensor.detach().float().cpu().clone() if tensor.is_floating_point() else tensor.detach().cpu().clone())
                            for name, tensor in self.network.state_dict().items())
        name = next(key for key, parameter in self.network.named_parameters() if parameter is self.first().weight)
        weight = state[name].double() / PIXEL_SCALE
        state[name] = weight.float()
        if not self.shape.stem:
            # The bias takes over what the mean would have contributed, with the weights as they are stored.
            bias = state["conv_proj.bias"].double() - self.shift * state[name].double().sum(dim=(1, 2, 3))
            state["conv_proj.bias"] = bias.float()
        return state

    def load_saved(self, state: dict[str, Tensor], unit_pixels: bool = False) -> list[str]:
        """Takes over a torchvision state_dict, but a head of another width; returns the names that were left out.

        `unit_pixels`: it was trained on pictures of mean 0 and deviation 1 (ImageNet), not on the product's pixels.
        """
        own = self.network.state_dict()
        state = {name: tensor.float() if tensor.is_floating_point() else tensor for name, tensor in state.items()}
        name = next(key for key, parameter in self.network.named_parameters() if parameter is self.first().weight)
        if name not in state:
            raise Refusal(f"the checkpoint has no tensor {name}: its stem is another one than this size's; choose --size, --stem accordingly")
        if state[name].shape[1] == 3 and own[name].shape[1] == 1:
            # A grey picture in three channels is what such a network would have seen.
            state[name] = state[name].sum(dim=1, keepdim=True)
        if not unit_pixels:
            weight = state[name].double()
            if not self.shape.stem and "conv_proj.bias" in state:
                state["conv_proj.bias"] = (state["conv_proj.bias"].double() + self.shift * weight.sum(dim=(1, 2, 3))).float()
            state[name] = (weight * PIXEL_SCALE).float()
        left = [key for key in own if key.startswith("heads.") and (key not in state or state[key].shape != own[key].shape)]
        taken = {key: tensor for key, tensor in state.items() if key in own and key not in left}
        wrong = [key for key in own if key not in left and (key not in taken or taken[key].shape != own[key].shape)]
        wrong += [key for key in state if key not in own and not key.startswith("heads.")]
        if wrong:
            raise Refusal(f"the checkpoint is of another network: {', '.join(wrong[:4])} do not fit; choose the sizes that it was made with")
        self.network.load_state_dict(taken, strict=False)
        return left


def dropped(tokens: Tensor, keep: float) -> Tensor:
    """A random part of the patches [N, T, dim], another one for each picture: half the tokens cost half the time and teach nearly as much."""
    count = max(1, round(tokens.shape[1] * keep))
    order = torch.rand(tokens.shape[:2], device=tokens.device).argsort(dim=1)[:, :count]
    return tokens.gather(1, order[:, :, None].expand(-1, -1, tokens.shape[2]))


class Cnn(nn.Module):
    """A small residual-free CNN that learns faster than a transformer; the mean over time keeps what happens when out of its answer."""

    def __init__(self, channels: int, classes: int, widths: tuple[int, ...] = (24, 48, 96, 160, 256)) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        before = channels
        for number, width in enumerate(widths):
            stride = 2 if number else 1
            layers += [nn.Conv2d(before, width, 3, stride=2 if number == 0 else stride, padding=1, bias=False), nn.BatchNorm2d(width),
                       nn.ReLU(inplace=True)]
            if number >= 2:
                # A depthwise convolution widens what is seen for little.
                layers += [nn.Conv2d(width, width, 5, padding=2, groups=width, bias=False), nn.BatchNorm2d(width), nn.ReLU(inplace=True),
                           nn.Conv2d(width, width, 1, bias=False), nn.BatchNorm2d(width), nn.ReLU(inplace=True)]
            before = width
        self.layers = nn.Sequential(*layers)
        self.head = nn.Sequential(nn.Dropout(0.2), nn.Linear(2 * before, classes))
        self.keep = 1.0

    def forward(self, pixels: Tensor) -> Tensor:
        # The picture has nearly twice as many rows as there are bands; their means in pairs cost half and lose little.
        paired = nn.functional.avg_pool2d(pixels, (2, 1))
        features = self.layers((paired - PIXEL_MEAN) / PIXEL_SCALE)
        rows = features.mean(dim=2)
        return self.head(torch.cat([rows.mean(dim=2), rows.amax(dim=2)], dim=1))


def shape_of(size: str, channels: int, image: int, changes: dict[str, object]) -> Shape:
    """A preset with what the command line says otherwise."""
    given = {name: value for name, value in changes.items() if value is not None}
    shape = replace(SIZES[size], channels=channels, image=image, **given)
    if shape.dim % shape.heads:
        raise Refusal(f"{shape.heads} heads do not divide the width {shape.dim}")
    if shape.image % shape.patch or (shape.stem and math.prod(strides_of(shape)) != shape.patch):
        raise Refusal(f"the stem's strides {strides_of(shape)} and the picture of {shape.image} pixels do not fit patches of {shape.patch}")
    return shape


def read_checkpoint(path: Path) -> dict[str, Tensor]:
    """A state_dict, bare or wrapped; nothing in the file is executed."""
    try:
        loaded = torch.load(path, map_location="cpu", weights_only=True)
    except Exception as error:
        raise Refusal(f"{path}: {next(iter(str(error).splitlines()), 'it cannot be read')}") from error
    for wrapper in ("model_ema", "state_dict", "model_state_dict", "model"):
        if isinstance(loaded, dict) and isinstance(loaded.get(wrapper), dict):
            loaded = loaded[wrapper]
    if not isinstance(loaded, dict) or not all(isinstance(value, Tensor) for value in loaded.values()):
        raise Refusal(f"{path} holds no state_dict")
    return {name.removeprefix("module."): tensor for name, tensor in loaded.items()}
