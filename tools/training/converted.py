"""Starts a network from what `cargo xtask convert-model` wrote, such as the built-in model: for whoever has no checkpoint of it.

The converter leaves out what only learning needs: batch norms are folded into the convolutions, positions into the patches' bias and the class
token, and attention's scale into the queries. Positions and queries are taken apart again exactly; a batch norm gets the mean and deviation
that its convolution has on some pictures, and a gain and a shift that undo them, so that the network answers as the model does.
"""

from __future__ import annotations

import json
import math
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn

from training.collection import Refusal
from training.networks import PIXEL_SCALE, Vit


def read_model(folder: Path, labels: list[str]) -> dict[str, Tensor]:
    """The tensors of a converted model in f32; the most precise file counts. A head that answers other labels is left out."""
    try:
        own = [label["name"] for label in json.loads((folder / "model.json").read_text(encoding="utf-8"))["labels"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Refusal(f"{folder} holds no model.json with labels ({error}); --init takes a checkpoint's file or a converted model's folder") from error
    for precision in ("f32", "f16"):
        path = folder / f"model.{precision}.onnx"
        if path.is_file():
            try:
                held = onnx.load(path).graph.initializer
                return {tensor.name: torch.from_numpy(numpy_helper.to_array(tensor).copy()).float() for tensor in held
                        if own == labels or not tensor.name.startswith("logits.")}
            except Exception as error:
                raise Refusal(f"{path}: {next(iter(str(error).splitlines()), 'it cannot be read')}") from error
    raise Refusal(f"{folder} holds no model.f32.onnx or model.f16.onnx")


def take_converted(network: Vit, tensors: dict[str, Tensor], pixels: Tensor) -> bool:
    """Sets all of `network`; `pixels` [N, C, H, W] are the product's, of music that it is going to learn from. False when no head was there."""
    if "stem0.weight" not in tensors or not network.shape.stem:
        raise Refusal("only a converted model with a convolutional stem can be learnt on from; take its checkpoint")
    try:
        with torch.no_grad():
            _stem(network, tensors, pixels)
            _transformer(network, tensors)
            if "logits.weight" in tensors:
                _copy(network.network.heads.head, tensors["logits.weight"].T, tensors["logits.bias"])
    except (KeyError, RuntimeError) as error:
        raise Refusal(f"the converted model is of another network than --size says: {' '.join(str(error).split())[:200]}") from error
    return "logits.weight" in tensors


def _linear(tensors: dict[str, Tensor], name: str) -> tuple[Tensor, Tensor]:
    """Weight [outputs, inputs] and bias of a product, whose columns lie in panels [panels, inputs, columns] where their number allows it."""
    bias, panels = tensors[f"{name}.bias"], tensors.get(f"{name}.weight.panels")
    if panels is None:
        return tensors[f"{name}.weight"].T, bias
    return panels.permute(1, 0, 2).reshape(panels.shape[1], -1).T, bias


def _copy(layer: nn.Module, weight: Tensor, bias: Tensor) -> None:
    layer.weight.copy_(weight)
    layer.bias.copy_(bias)


def _stem(network: Vit, tensors: dict[str, Tensor], pixels: Tensor) -> None:
    stream = pixels / PIXEL_SCALE
    for number, block in enumerate(network.network.conv_proj[:-1]):
        convolution, norm, activation = block
        weight, bias = tensors[f"stem{number}.weight"], tensors[f"stem{number}.bias"]
        if number == 0:
            weight = weight * PIXEL_SCALE
        # What follows a batch norm's convolution does not depend on its filters' lengths, but how fast they learn does: those of a new network.
        length = math.sqrt(2.0 / (weight.shape[0] * 9)) * math.sqrt(weight[0].numel())
        stretch = length / weight.flatten(1).norm(dim=1).clamp(min=1e-8)
        convolution.weight.copy_(weight * stretch[:, None, None, None])
        heard = convolution(stream)
        variance, mean = torch.var_mean(heard, dim=(0, 2, 3), unbiased=False)
        norm.running_mean.copy_(mean)
        norm.running_var.copy_(variance)
        _copy(norm, torch.sqrt(variance + norm.eps) / stretch, bias + mean / stretch)
        stream = activation(nn.functional.batch_norm(heard, mean, variance, norm.weight, norm.bias, eps=norm.eps))
    network.network.conv_proj[-1].weight.copy_(tensors["patch.weight"].T[:, :, None, None])
    network.network.conv_proj[-1].bias.zero_()


def _transformer(network: Vit, tensors: dict[str, Tensor]) -> None:
    inner, shape = network.network, network.shape
    inner.class_token.copy_(tensors["class.token"])
    inner.encoder.pos_embedding.zero_()
    inner.encoder.pos_embedding[:, 1:].copy_(tensors["patch.offset"])
    scale = math.sqrt(shape.dim / shape.heads)
    for number, layer in enumerate(inner.encoder.layers):
        name = f"block{number}"
        # The last block asks for the class token alone, so that its queries are a product of their own.
        parts = ("query_key_value",) if f"{name}.query_key_value.bias" in tensors else ("query", "key_value")
        weight, bias = (torch.cat(pair) for pair in zip(*(_linear(tensors, f"{name}.{part}") for part in parts), strict=True))
        weight[:shape.dim] *= scale
        bias[:shape.dim] *= scale
        layer.self_attention.in_proj_weight.copy_(weight)
        layer.self_attention.in_proj_bias.copy_(bias)
        for module, part in ((layer.self_attention.out_proj, "projection"), (layer.mlp[0], "mlp1"), (layer.mlp[3], "mlp2")):
            _copy(module, *_linear(tensors, f"{name}.{part}"))
        for module, part in ((layer.ln_1, "norm1"), (layer.ln_2, "norm2")):
            _copy(module, tensors[f"{name}.{part}.weight"], tensors[f"{name}.{part}.bias"])
    _copy(inner.encoder.ln, tensors["norm.weight"], tensors["norm.bias"])
