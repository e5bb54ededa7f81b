"""Starts a wider and deeper network from a narrower one, so that what that one knows is not learnt again (Chen et al., "Net2Net", 2016).

Each convolution of the stem plays its filters more than once, and whoever reads them takes a share of each: the answers stay what they were. A
little noise on the filters lets the copies part. Further blocks come behind the old ones and add nothing at first.
"""

from __future__ import annotations

from dataclasses import replace

import torch
from torch import Tensor, nn

from training.collection import Refusal
from training.networks import Shape, Vit, strides_of

NOISE = 0.1
"""Deviation of the noise against that of the filter; without it copies would learn the same for ever."""


def fits(narrow: Shape, wide: Shape) -> bool:
    """Whether `wide` can start from `narrow`: the same patches and tokens, as many convolutions, nothing that is smaller."""
    same = replace(wide, depth=narrow.depth, stem=narrow.stem, strides=narrow.strides, dropout=narrow.dropout) == narrow
    grown = len(wide.stem) == len(narrow.stem) and all(new >= old for new, old in zip(wide.stem, narrow.stem, strict=True))
    return bool(narrow.stem) and same and strides_of(wide) == strides_of(narrow) and grown and wide.depth >= narrow.depth


@torch.no_grad()
def widen(network: Vit, narrow: Vit, noise: float = NOISE) -> None:
    """Sets all of `network`, whose new blocks keep how they were drawn but for what they add to the stream."""
    if not fits(narrow.shape, network.shape):
        raise Refusal(f"a network of {network.shape} cannot start from one of {narrow.shape}: only the stem may be wider, only blocks may be more")
    shares = torch.ones(narrow.shape.channels)
    source = torch.arange(narrow.shape.channels)
    blocks, olds = network.network.conv_proj, narrow.network.conv_proj
    for (convolution, norm, _), (old, old_norm, _) in zip(blocks[:-1], olds[:-1], strict=True):
        weight = _read(old.weight, source, shares)
        source = torch.arange(convolution.out_channels) % old.out_channels
        shares = 1.0 / torch.bincount(source)[source]
        weight = weight[source]
        convolution.weight.copy_(weight + noise * weight.std(dim=(1, 2, 3), keepdim=True) * torch.randn_like(weight) * (shares < 1.0)[:, None, None, None])
        for name, value in old_norm.state_dict().items():
            norm.state_dict()[name].copy_(value[source] if value.ndim else value)
    blocks[-1].weight.copy_(_read(olds[-1].weight, source, shares))
    blocks[-1].bias.copy_(olds[-1].bias)
    rest = {name: value for name, value in narrow.network.state_dict().items() if not name.startswith("conv_proj.")}
    network.network.load_state_dict(rest, strict=False)
    for layer in network.network.encoder.layers[narrow.shape.depth:]:
        for last in (layer.self_attention.out_proj, layer.mlp[3]):
            nn.init.zeros_(last.weight)
            nn.init.zeros_(last.bias)


def _read(weight: Tensor, source: Tensor, shares: Tensor) -> Tensor:
    """Filters [outputs, inputs, 3, 3] that read the copies `source` of their inputs, a share of each."""
    return weight[:, source] * shares[None, :, None, None]
