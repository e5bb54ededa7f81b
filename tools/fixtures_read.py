"""Checkpoints that must be read: every way in which people save a Vision Transformer, written by the library that writes it so."""

from __future__ import annotations

import contextlib
import tempfile
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest import mock

import torch
from torch import Tensor, nn

from fixture_networks import Shape, made, noise

Save = Callable[[nn.Module, Path], None]
State = OrderedDict[str, Tensor]


@dataclass(frozen=True)
class Row:
    """One file that must be read."""

    file: str
    note: str
    shape: Shape
    naming: str
    save: Save
    change: Callable[[nn.Module], nn.Module] = lambda network: network
    """What becomes of the network before it is saved; its answers are taken after that."""
    format: str = "zip"
    dtype: str = "f32"
    tells_heads: bool = False
    """Whether the file itself tells the number of attention heads."""
    own_process: bool = False
    """Whether an older library writes it."""
    wrapper: str | None = None
    """Which network is meant where the file holds several."""


def wrapped(wrap: Callable[[State], Any] = lambda state: state, **options: Any) -> Save:
    """Saves what `wrap` makes of the state_dict; options are torch.save's."""
    return lambda network, path: torch.save(wrap(network.state_dict()), path, **options)


def replaced_heads(state: State) -> State:
    """The names after `network.heads = …` in the place of `network.heads.head = …`."""
    return OrderedDict((name.replace("heads.head.", "heads."), tensor) for name, tensor in state.items())


def whole(network: nn.Module, path: Path) -> None:
    """The article's way: the module itself."""
    torch.save(network, path)


def legacy(network: nn.Module, path: Path) -> None:
    """The module itself in the legacy stream, which holds every class's source too: here its first line and a relative path."""
    own = torch.serialization.get_source_lines_and_file

    def short(thing: object) -> tuple[list[str], int, str]:
        lines, number, file = own(thing)
        return lines[:1], number, file.rpartition("site-packages/")[2]

    with mock.patch("torch.serialization.get_source_lines_and_file", short):
        torch.save(network, path, _use_new_zipfile_serialization=False)


def with_optimizer(network: nn.Module, path: Path) -> None:
    """What a training loop keeps to go on: AdamW after one step beside the network as it was."""
    trained = made(SHALLOW)
    optimizer = torch.optim.AdamW(trained.parameters(), lr=1e-4)
    with torch.enable_grad():
        trained(torch.from_numpy(noise(2, SHALLOW, 3))).square().mean().backward()
    optimizer.step()
    torch.save({"epoch": 12, "model_state_dict": network.state_dict(), "optimizer_state_dict": optimizer.state_dict(), "loss": 0.25}, path)


def lightning(state: State) -> dict[str, Any]:
    """As PyTorch Lightning lays a checkpoint out, with a module that keeps its network as `self.model`."""
    return {"epoch": 3, "global_step": 1200, "pytorch-lightning_version": "2.5.0",
            "state_dict": OrderedDict((f"model.{name}", tensor) for name, tensor in state.items()), "loops": {}, "callbacks": {},
            "optimizer_states": [], "lr_schedulers": [], "hparams_name": "kwargs", "hyper_parameters": {"lr": 1e-4, "labels": ["a", "b"]}}


def parallel(network: nn.Module, path: Path) -> None:
    """DataParallel's names."""
    torch.save(nn.DataParallel(network).state_dict(), path)


def compiled(network: nn.Module, path: Path) -> None:
    """torch.compile's names; it compiles nothing before the first call."""
    torch.save(torch.compile(network).state_dict(), path)


def old_names(state: State) -> State:
    """The names that torchvision gave before version 0.13; it still reads them itself."""
    def old(name: str) -> str:
        return name.replace("mlp.0.", "mlp.linear_1.").replace("mlp.3.", "mlp.linear_2.")
    return OrderedDict((old(name), tensor) for name, tensor in state.items())


def with_ema(meant: str) -> Callable[[State], dict[str, Any]]:
    """A network and its moving average, here another network; the one under `meant` is the row's."""
    def both(state: State) -> dict[str, Any]:
        other = made(replace(SHALLOW, seed=2)).state_dict()
        return {name: state if name == meant else other for name in ("model", "model_ema")} | {"epoch": 3}
    return both


def typed(kind: torch.dtype) -> Callable[[nn.Module], nn.Module]:
    """Rounds a network to a type."""
    return lambda network: network.to(kind)


def doubled(network: nn.Module) -> nn.Module:
    """f64 numbers that f32 does not hold exactly."""
    with torch.no_grad():
        for parameter in network.double().parameters():
            parameter.mul_(1.0 + 1e-10)
    return network


def mixed(network: nn.Module) -> nn.Module:
    """Norms in f32, tokens in bf16, the head in f64, all else in f16: each parameter on its own."""
    for name, parameter in network.named_parameters():
        kind = (torch.float32 if "ln" in name else torch.bfloat16 if parameter.ndim == 3 else
                torch.float64 if "head" in name else torch.float16)
        parameter.data = parameter.data.to(kind)
    return network


def strided(state: State) -> State:
    """No tensor lies row by row: matrices are transposed, filters turned, the rest are every second number of longer rows."""
    def scattered(tensor: Tensor) -> Tensor:
        if tensor.ndim == 2:
            return tensor.t().contiguous().t()
        if tensor.ndim == 4:
            return tensor.permute(3, 1, 2, 0).contiguous().permute(3, 1, 2, 0)
        return torch.stack([tensor, torch.full_like(tensor, float("nan"))], dim=-1)[..., 0]
    return OrderedDict((name, scattered(tensor)) for name, tensor in state.items())


def one_storage(state: State) -> State:
    """All tensors are views of one storage, from the last to the first with NaN in between; tied tensors are the same view."""
    gap, at, places = 3, 0, {}
    unique = {tensor.data_ptr(): tensor for tensor in reversed(state.values())}
    flat = torch.full((sum(tensor.numel() + gap for tensor in unique.values()),), float("nan"))
    for address, tensor in unique.items():
        at += gap
        flat[at:at + tensor.numel()] = tensor.flatten()
        places[address] = flat[at:at + tensor.numel()].view(tensor.shape)
        at += tensor.numel()
    return OrderedDict((name, places[tensor.data_ptr()]) for name, tensor in state.items())


def tied(network: nn.Module) -> nn.Module:
    """Both blocks share a norm."""
    network.encoder.layers[1].ln_1 = network.encoder.layers[0].ln_1
    return network


def with_attributes(network: nn.Module, path: Path) -> None:
    """Parameters that carry an attribute, as weight-decay rules leave them, are pickled by another function."""
    for parameter in network.parameters():
        parameter.no_weight_decay = True
    torch.save(OrderedDict(network.named_parameters()), path)


def on_cuda(network: nn.Module, path: Path) -> None:
    """Saved on a GPU, as far as the file tells."""
    with mock.patch("torch.serialization.location_tag", lambda _storage: "cuda:0"):
        torch.save(network.state_dict(), path)


def safetensors(network: nn.Module, path: Path) -> None:
    """safetensors with the state_dict's own names."""
    from safetensors.torch import save_file
    save_file(network.state_dict(), path, metadata={"format": "pt"})


def pretrained(network: nn.Module, path: Path) -> None:
    """What transformers itself writes: version 5 gives version 4's names, in safetensors; version 4 is asked for the pickle."""
    older = path.suffix != ".safetensors"
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stderr(None):
        network.save_pretrained(folder, **({"safe_serialization": False} if older else {}))
        path.write_bytes((Path(folder) / ("pytorch_model.bin" if older else "model.safetensors")).read_bytes())


TORCHVISION, TIMM, HUGGING_FACE = (Shape(library) for library in ("torchvision", "timm", "transformers"))
SHALLOW, SHALLOW_TIMM, SHALLOW_HUGGING_FACE = (
    replace(shape, dim=12, depth=1, mlp=16, image=16, patch=4) for shape in (TORCHVISION, TIMM, HUGGING_FACE))
"""For what lies around the network and not in it."""
WIDE = Shape("torchvision", dim=128, depth=1, heads=2, mlp=8, image=16, patch=4)
CCMUSIC = "DLRDLRDLRL"


def rows() -> Iterator[Row]:
    """All rows, in the index' order."""
    new, old, timm, hf4, hf5 = "torchvision", "torchvision before 0.13", "timm", "Hugging Face 4", "Hugging Face 5"
    yield Row("torchvision.pt", "a bare state_dict with the versions of its modules", TORCHVISION, new, wrapped())
    yield Row("torchvision-rgb.pt", "three channels", replace(SHALLOW, channels=3, seed=3), new, wrapped())
    stemmed, of_stem = replace(SHALLOW, stem=(6, 8)), "torchvision conv-stem"
    yield Row("torchvision-stem.pt", "convolutions with batch norm in the place of the patch embedding", stemmed, of_stem, wrapped())
    yield Row("torchvision-stem-rgb.pt", "the same, three channels and four convolutions",
              replace(TORCHVISION, channels=3, image=64, patch=16, stem=(4, 6, 8, 10), seed=2), of_stem, wrapped())
    yield Row("module-torchvision-stem.pt", "the whole module", stemmed, of_stem, whole, tells_heads=True)
    yield Row("torchvision-old-names.pt", "mlp.linear_1 and mlp.linear_2", TORCHVISION, old, wrapped(old_names))
    yield Row("timm.pt", "a bare state_dict", replace(TIMM, channels=3), timm, wrapped())
    yield Row("hugging-face-4.pt", "written by save_pretrained of transformers 4", HUGGING_FACE, hf4, pretrained, own_process=True)
    yield Row("hugging-face-5.pt", "a bare state_dict of transformers 5", replace(HUGGING_FACE, channels=3), hf5, wrapped())
    yield Row("hugging-face-5.safetensors", "save_pretrained of transformers 5 gives the names of version 4", HUGGING_FACE, hf4,
              pretrained, format="safetensors")
    yield Row("hugging-face-f16.safetensors", "the same in f16", SHALLOW_HUGGING_FACE, hf4, pretrained, typed(torch.float16),
              "safetensors", "f16")
    yield Row("timm.safetensors", "as timm's own checkpoints come", SHALLOW_TIMM, timm, safetensors, format="safetensors")

    yield Row("wrapped-state_dict.pt", "under state_dict, with counters beside", SHALLOW, new,
              wrapped(lambda state: {"epoch": 7, "arch": "vit_b_16", "state_dict": state, "best_acc1": 71.2}))
    yield Row("wrapped-model_state_dict.pt", "under model_state_dict, AdamW's state beside", SHALLOW, new, with_optimizer)
    yield Row("wrapped-model.pt", "under model", SHALLOW, new, wrapped(lambda state: {"model": state, "epoch": 3}))
    yield Row("data-parallel.pt", "module. before every name", SHALLOW, new, parallel)
    yield Row("lightning.pt", "model. before every name, under state_dict, hyper_parameters beside", SHALLOW, new, wrapped(lightning))
    for file, meant, other in (("model-and-ema", "model", "model_ema"), ("ema-and-model", "model_ema", "model")):
        yield Row(f"{file}.pt", f"under {meant}, which is meant; {other} holds another network", SHALLOW, new, wrapped(with_ema(meant)),
                  wrapper=meant)
    yield Row("compiled.pt", "_orig_mod. before every name, as torch.compile names them", SHALLOW, new, compiled)

    yield Row("module-torchvision.pt", "the whole module", SHALLOW, new, whole, tells_heads=True)
    yield Row("module-timm.pt", "the whole module", SHALLOW_TIMM, timm, whole, tells_heads=True)
    yield Row("module-hugging-face-4.pt", "the whole module of transformers 4", SHALLOW_HUGGING_FACE, hf4, whole, tells_heads=True,
              own_process=True)
    yield Row("module-hugging-face-5.pt", "the whole module of transformers 5", SHALLOW_HUGGING_FACE, hf5, whole, tells_heads=True)
    yield Row("module-wrapped.pt", "the whole module under model, as DataParallel", SHALLOW, new,
              lambda network, path: torch.save({"model": nn.DataParallel(network), "epoch": 3}, path), tells_heads=True)
    yield Row("legacy.pt", "PyTorch before 1.6", SHALLOW, new, wrapped(_use_new_zipfile_serialization=False), format="legacy")
    yield Row("legacy-module.pt", "the whole module; sources are shortened", SHALLOW, new, legacy, format="legacy", tells_heads=True)
    yield Row("legacy-one-storage.pt", "the legacy stream's views of one storage", replace(SHALLOW, depth=2), new,
              wrapped(one_storage, _use_new_zipfile_serialization=False), tied, format="legacy")
    yield Row("pickle-4.pt", "pickle protocol 4", SHALLOW, new, wrapped(pickle_protocol=4))
    yield Row("pickle-5.pt", "pickle protocol 5", SHALLOW, new, wrapped(pickle_protocol=5))
    yield Row("module-pickle-4.pt", "the whole module, pickle protocol 4", SHALLOW, new,
              lambda network, path: torch.save(network, path, pickle_protocol=4), tells_heads=True)

    yield Row("f16.pt", "half precision", SHALLOW, new, wrapped(), typed(torch.float16), dtype="f16")
    yield Row("bf16.pt", "brain floats", SHALLOW, new, wrapped(), typed(torch.bfloat16), dtype="bf16")
    yield Row("f64.pt", "numbers that f32 rounds", SHALLOW, new, wrapped(), doubled, dtype="f64")
    yield Row("mixed.pt", "norms f32, tokens bf16, head f64, the rest f16", SHALLOW, new, wrapped(), mixed, dtype="mixed")
    yield Row("strided.pt", "transposed and interleaved with NaN", SHALLOW, new, wrapped(strided))
    yield Row("one-storage.pt", "views of one storage with NaN between; two norms are tied", replace(SHALLOW, depth=2), new,
              wrapped(one_storage), tied)
    yield Row("parameters.pt", "OrderedDict(named_parameters())", SHALLOW, new,
              lambda network, path: torch.save(OrderedDict(network.named_parameters()), path))
    yield Row("parameters-with-attributes.pt", "parameters that carry an attribute", SHALLOW, new, with_attributes)
    yield Row("cuda.pt", "storages located on cuda:0", SHALLOW, new, on_cuda)
    yield Row("wide.pt", "width 128: two heads, by 64", WIDE, new, wrapped(), typed(torch.float16), dtype="f16", tells_heads=True)

    for layout, widths in (("LRL", (18, 5)), ("DLRDLRL", (20, 14, 7)), (CCMUSIC, (18, 12, 10, 16))):
        stacked = replace(SHALLOW, widths=widths, layout=layout)
        yield Row(f"head-of-{len(widths)}.pt", f"a head of {len(widths)} Linears", stacked, new, wrapped())
    for word, layout, widths in (("plain", "L", (5,)), ("stacked", "LRL", (18, 5))):
        yield Row(f"head-replaced-{word}.pt", "all of torchvision's heads replaced, and their name with them",
                  replace(SHALLOW, widths=widths, layout=layout), new, wrapped(replaced_heads))
    yield Row("head-of-2-timm.pt", "a stacked head", replace(SHALLOW_TIMM, widths=(18, 6), layout="LRDL"), timm, wrapped())
    yield Row("head-of-2-hugging-face.pt", "a stacked head", replace(SHALLOW_HUGGING_FACE, widths=(18, 6), layout="DLRL"), hf5, wrapped())
    stacked = replace(SHALLOW, widths=(18, 12, 10, 16), layout=CCMUSIC)
    yield Row("head-of-4-module.pt", "the whole module with CCMusic's head", stacked, new, whole, tells_heads=True)
