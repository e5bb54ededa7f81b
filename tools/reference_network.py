"""What a checkpoint's own library answers: the network built from the checkpoint by torchvision, timm or transformers, run by PyTorch.

    python tools/reference_network.py save.pt --pixels pixels.npy --out DIR
    python tools/reference_network.py save.pt --pixels pixels.npy --out DIR --heads 3 --onnx model.onnx --threads 4

`cargo xtask convert-model` is held against these numbers, so nothing here is shared with it: the file is read by PyTorch or
safetensors, the names are loaded strictly by the library that gave them, and the library's forward is run in f32. `--onnx` runs
ONNX Runtime on the same pixels. DIR receives logits.npy f32 [N, K] and embedding.npy f32 [N, dim] (the class token after the last
norm), and FILE.ort.logits.npy and FILE.ort.embedding.npy for every ONNX file; stdout, one line of JSON about the versions.

Nothing in a checkpoint is executed: see `read_checkpoint.py`.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import json
import math
import os
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from read_checkpoint import Found, Refusal, find, load

BATCH = 4
LEAVES = {"BatchNorm2d", "Conv2d", "Dropout", "DropPath", "GELU", "GELUActivation", "Identity", "LayerNorm", "Linear", "NonDynamicallyQuantizableLinear"}
"""Modules without children that the three libraries put in a Vision Transformer. Another one computes something else."""


@dataclass(frozen=True)
class Sizes:
    """What the shapes tell."""

    image: int
    patch: int
    channels: int
    dim: int
    depth: int
    heads: int
    mlp: int
    eps: float
    stem: tuple[int, ...] = ()
    """Widths of torchvision's convolutional stem."""
    strides: tuple[int, ...] = ()
    """Its strides; empty where all are 2."""


STEM_FIRST, STEM_LAST = "conv_proj.conv_bn_relu_0.0.weight", "conv_proj.conv_last.weight"


def torchvision_network(sizes: Sizes) -> tuple[nn.Module, str]:
    """The network and the name of its head."""
    from torchvision.models.vision_transformer import ConvStemConfig, VisionTransformer
    s = sizes
    stem = [ConvStemConfig(width, kernel_size=3, stride=stride) for width, stride in zip(s.stem, s.strides or (2,) * len(s.stem), strict=True)] or None
    network = VisionTransformer(s.image, s.patch, s.depth, s.heads, s.dim, s.mlp, norm_layer=partial(nn.LayerNorm, eps=s.eps),
                                conv_stem_configs=stem)
    # torchvision knows three channels only; users replace the first layer just so.
    if stem:
        network.conv_proj[0][0] = nn.Conv2d(s.channels, s.stem[0], kernel_size=3, stride=stem[0].stride, padding=1, bias=False)
    else:
        network.conv_proj = nn.Conv2d(s.channels, s.dim, kernel_size=s.patch, stride=s.patch)
    return network, "heads.head"


def timm_network(sizes: Sizes) -> tuple[nn.Module, str]:
    """The network and the name of its head."""
    from timm.models.vision_transformer import VisionTransformer
    s = sizes
    # timm truncates dim · mlp_ratio: half a unit keeps it at the width.
    network = VisionTransformer(s.image, s.patch, s.channels, embed_dim=s.dim, depth=s.depth, num_heads=s.heads,
                                mlp_ratio=(s.mlp + 0.5) / s.dim, norm_layer=partial(nn.LayerNorm, eps=s.eps))
    return network, "head"


def hugging_face_network(sizes: Sizes) -> tuple[nn.Module, str]:
    """The network and the name of its head."""
    from transformers import ViTConfig, ViTForImageClassification
    s = sizes
    config = ViTConfig(hidden_size=s.dim, num_hidden_layers=s.depth, num_attention_heads=s.heads, intermediate_size=s.mlp,
                       image_size=s.image, patch_size=s.patch, num_channels=s.channels, layer_norm_eps=s.eps)
    return ViTForImageClassification(config), "classifier"


def renamed(state: dict[str, Tensor], pairs: Sequence[tuple[str, str]]) -> dict[str, Tensor]:
    """The tensors under today's names; each pair is a pattern and what replaces it."""
    names = {}
    for name in state:
        new = name
        for pattern, replacement in pairs:
            new = re.sub(pattern, replacement, new)
        if new in names.values():
            raise Refusal(f"tensor {name} and another one are both {new}")
        names[name] = new
    return {names[name]: tensor for name, tensor in state.items()}


@dataclass(frozen=True)
class Library:
    """How one library names what the sizes are read from, and how it builds the network."""

    package: str
    build: Callable[[Sizes], tuple[nn.Module, str]]
    eps: float
    token: str
    positions: str
    patches: str
    block: str
    mlp: str
    old_names: tuple[tuple[str, str], ...] = ()


LIBRARIES = (
    Library("torchvision", torchvision_network, 1e-6, "class_token", "encoder.pos_embedding", "conv_proj.weight",
            r"encoder\.layers\.encoder_layer_(\d+)\.", "encoder.layers.encoder_layer_0.mlp.0.weight",
            ((r"\.mlp\.linear_1\.", ".mlp.0."), (r"\.mlp\.linear_2\.", ".mlp.3."))),
    Library("timm", timm_network, 1e-6, "cls_token", "pos_embed", "patch_embed.proj.weight", r"blocks\.(\d+)\.", "blocks.0.mlp.fc1.weight"),
    Library("transformers", hugging_face_network, 1e-12, "vit.embeddings.cls_token", "vit.embeddings.position_embeddings",
            "vit.embeddings.patch_embeddings.projection.weight", r"vit\.layers\.(\d+)\.", "vit.layers.0.mlp.fc1.weight",
            ((r"^vit\.encoder\.layer\.", "vit.layers."), (r"\.attention\.attention\.(q|k|v)\w+\.", r".attention.\1_proj."),
             (r"\.attention\.output\.dense\.", ".attention.o_proj."), (r"\.intermediate\.dense\.", ".mlp.fc1."),
             (r"(layers\.\d+)\.output\.dense\.", r"\1.mlp.fc2."))),
)


def head_of(found: Found, prefix: str) -> nn.Module:
    """The head of a checkpoint: a Linear, or a Sequential with a Linear where the names have a number and ReLU between two."""
    pattern = re.compile(re.escape(prefix) + r"\.(?:(\d+)\.)?weight")
    shapes = {m.group(1): tensor.shape for name, tensor in found.state.items() if (m := pattern.fullmatch(name)) and tensor.ndim == 2}
    if not shapes:
        raise Refusal(f"missing tensor {prefix}.weight: this network has no head")
    linear = {number: nn.Linear(shape[1], shape[0]) for number, shape in shapes.items()}
    if None in linear:
        return linear[None]
    numbered = {int(number): layer for number, layer in linear.items()}
    kinds = {int(name[len(prefix) + 1:-1]): kind for name, kind in found.leaves.items() if name.startswith(f"{prefix}.")}
    layers: list[nn.Module] = []
    for number in range(max([*numbered, *kinds]) + 1):
        # A state_dict does not tell what stands between: ReLU is what such heads have, right before the next Linear or a Dropout.
        kind = kinds.get(number, "Linear" if number in numbered else "ReLU" if number - 1 in numbered else "Identity")
        others = {"ReLU": nn.ReLU, "Identity": nn.Identity, "Dropout": nn.Dropout}
        if number not in numbered and kind not in others:
            raise Refusal(f"layer {number} of the head is a {kind}; only Linear, ReLU and Dropout are built")
        layers.append(numbered[number] if number in numbered else others[kind]())
    return nn.Sequential(*layers)


def side(patches: int) -> int:
    """The side of the square of so many patches; where they make none, loading strictly says what is there instead."""
    return max(1, math.isqrt(max(patches, 0)))


def network_of(path: Path, heads: int | None = None, wrapper: str | None = None,
               strides: tuple[int, ...] = ()) -> tuple[nn.Module, str, dict[str, Any]]:
    """The network in evaluation mode, the name of its head, and what is known about it: library, heads, eps, input [C, H, W]."""
    found = find(load(path), wrapper)
    library = next((library for library in LIBRARIES if library.token in found.state), None)
    if library is None:
        first = next(iter(found.state), "none")
        raise Refusal(f"no Vision Transformer: no tensor is called {', '.join(one.token for one in LIBRARIES)}; the first one is {first}")
    found.state = state = renamed(found.state, library.old_names)
    stemmed = library.package == "torchvision" and (STEM_FIRST in state or STEM_LAST in state)
    patches = (STEM_FIRST, STEM_LAST) if stemmed else (library.patches,)
    for name in (library.positions, *patches, library.mlp):
        if name not in state:
            raise Refusal(f"missing tensor {name} ({library.package} names)")
    if any(state[name].ndim != 4 for name in patches) or state[library.positions].ndim != 3:
        raise Refusal(f"tensors {patches[-1]} and {library.positions} are not [dim, channels, patch, patch] and [1, tokens, dim]")
    dim, channels, patch, _ = state[patches[-1]].shape
    stem: tuple[int, ...] = ()
    if stemmed:
        widths = (state.get(f"conv_proj.conv_bn_relu_{number}.0.weight") for number in range(12))
        stem = tuple(len(width) for width in itertools.takewhile(lambda width: width is not None, widths))
        if strides and len(strides) != len(stem):
            raise Refusal(f"{len(strides)} strides for a stem of {len(stem)} convolutions")
        channels, patch = state[STEM_FIRST].shape[1], math.prod(strides or (2,) * len(stem))
    heads = heads or found.heads or dim // 64
    if heads < 1 or dim % heads:
        raise Refusal(f"{heads} attention heads do not divide the width {dim}: say the right number with --heads")
    depth = len({m.group(1) for m in map(re.compile(library.block).match, state) if m})
    sizes = Sizes(patch * side(state[library.positions].shape[1] - 1), patch, channels, dim, depth, heads, state[library.mlp].shape[0],
                  found.eps or library.eps, stem, strides)
    network, head = library.build(sizes)
    if head == "heads.head" and any(re.fullmatch(r"heads\.(\d+\.)?weight", name) for name in state):
        # Who replaces torchvision's whole `heads`, replaces the name too.
        head = "heads"
    for name, kind in found.leaves.items():
        in_stem = stemmed and kind == "ReLU" and name.startswith("conv_proj.")
        if kind not in LEAVES and not in_stem and not name.startswith(f"{head}."):
            raise Refusal(f"module {name[:-1]} is a {kind}, which the reference does not build")
    parent, _, last = head.rpartition(".")
    setattr(network.get_submodule(parent), last, head_of(found, head))
    strictly(network, state)
    version = __import__(library.package).__version__.partition("+")[0]
    return network.eval(), head, {"library": f"{library.package} {version}", "heads": heads, "eps": sizes.eps,
                                  "input": [channels, sizes.image, sizes.image]}


def strictly(network: nn.Module, state: dict[str, Tensor]) -> None:
    """Loads all tensors; one that is missing, unexpected or misshapen is an error that names it."""
    expected = network.state_dict()
    wrong = [f"missing tensor {name}" for name in expected if name not in state]
    wrong += [f"unexpected tensor {name}" for name in state if name not in expected]
    wrong += [f"tensor {name} has the shape {list(state[name].shape)} instead of {list(tensor.shape)}"
              for name, tensor in expected.items() if name in state and state[name].shape != tensor.shape]
    if wrong:
        raise Refusal("; ".join(wrong[:4]) + (f"; and {len(wrong) - 4} more" if len(wrong) > 4 else ""))
    network.load_state_dict(state, strict=True)


def answers(network: nn.Module, head: str, pixels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Logits [N, K] and embeddings [N, dim]: what the library's own forward gives its head, and what that makes of it."""
    seen: list[Tensor] = []
    hook = network.get_submodule(head).register_forward_pre_hook(lambda _module, given: seen.append(given[0]))
    logits = []
    with torch.inference_mode():
        for start in range(0, len(pixels), BATCH):
            answer = network(torch.from_numpy(pixels[start:start + BATCH]))
            logits.append(answer if isinstance(answer, Tensor) else answer.logits)
            print(f"PyTorch: {min(start + BATCH, len(pixels))} of {len(pixels)} pictures", file=sys.stderr)
    hook.remove()
    return torch.cat(logits).numpy(), torch.cat(seen).numpy()


def runtime_answers(path: Path, pixels: np.ndarray, threads: int) -> tuple[np.ndarray, np.ndarray]:
    """Logits and embeddings as ONNX Runtime computes them."""
    import onnxruntime
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    fixed = session.get_inputs()[0].shape[0]
    step = fixed if isinstance(fixed, int) else BATCH
    parts = []
    for start in range(0, len(pixels), step):
        parts.append(session.run(["logits", "embedding"], {"pixels": pixels[start:start + step]}))
        print(f"ONNX Runtime, {path.name}: {min(start + step, len(pixels))} of {len(pixels)} pictures", file=sys.stderr)
    return np.concatenate([part[0] for part in parts]), np.concatenate([part[1] for part in parts])


def work(args: argparse.Namespace) -> dict[str, Any]:
    """Writes every answer; returns what is said on stdout."""
    torch.set_num_threads(args.threads)
    network, head, about = network_of(args.checkpoint, args.heads, args.wrapper, args.stem_strides)
    pixels = np.ascontiguousarray(np.load(args.pixels, allow_pickle=False))
    wanted = about.pop("input")
    if pixels.dtype != np.float32 or list(pixels.shape[1:]) != wanted or not len(pixels):
        raise Refusal(f"{args.pixels.name} holds {pixels.dtype} {list(pixels.shape)}, the network takes float32 [N, {str(wanted)[1:]}")
    args.out.mkdir(parents=True, exist_ok=True)
    rows = {"": answers(network, head, pixels)} | {f"{path.stem}.ort.": runtime_answers(path, pixels, args.threads) for path in args.onnx}
    for prefix, (logits, embedding) in rows.items():
        np.save(args.out / f"{prefix}logits.npy", logits.astype(np.float32))
        np.save(args.out / f"{prefix}embedding.npy", embedding.astype(np.float32))
    from importlib.metadata import version
    library = {"library": about.pop("library")}
    return library | {"torch": torch.__version__.partition("+")[0], "onnxruntime": version("onnxruntime")} | about


def main() -> int:
    """Command line; one line of JSON on stdout."""
    parser = argparse.ArgumentParser(description="what a checkpoint's own library answers")
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--pixels", type=Path, required=True, help="f32 [N, C, H, W]")
    parser.add_argument("--out", type=Path, required=True, help="folder for the answers")
    parser.add_argument("--heads", type=int, help="attention heads (default: the whole module's own, or dim/64)")
    parser.add_argument("--stem-strides", type=lambda text: tuple(map(int, text.split(","))), default=(),
                        help="strides of a convolutional stem, with commas between (default: all 2)")
    parser.add_argument("--wrapper", help="the key whose network is meant where the file holds several (default: model)")
    parser.add_argument("--onnx", type=Path, nargs="+", default=[], help="run these with ONNX Runtime too")
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    # The libraries greet and warn; neither belongs in a program's output.
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    try:
        with contextlib.redirect_stdout(sys.stderr):
            about = work(args)
    except Exception as error:
        # A library's message may go on for pages; its first line says what happened.
        reason = str(error) if isinstance(error, Refusal) else next(iter(str(error).strip().splitlines()), type(error).__name__)
        print(f"error: {args.checkpoint.name}: {reason}", file=sys.stderr)
        return 1
    print(json.dumps(about))
    return 0


if __name__ == "__main__":
    sys.exit(main())
