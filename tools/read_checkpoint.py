"""Reads a PyTorch checkpoint with PyTorch's own code, without executing anything in it, and finds the network's tensors.

State_dicts and whole pickled modules, in the ZIP format and the legacy stream, and safetensors. This is the reference's half of the
converter's first step and shares nothing with it.

A pickle names functions and classes and has them called. Here every name, whatever opcode asks for it, comes to
`Unpickler.find_class`: it knows a few builders of tensors and answers anything else with a class of records that do nothing.
"""

from __future__ import annotations

import pickle
import tarfile
import types
import warnings
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

import torch
from torch import Tensor

WRAPPERS = ("state_dict", "model_state_dict", "model", "model_ema", "module")
"""Keys under which people keep the state_dict, or the whole module; the first that is there counts."""
PREFIXES = ("_orig_mod.", "module.", "model.")
"""What torch.compile, DataParallel and Lightning put in front of every name."""


class Refusal(Exception):
    """What is wrong with the checkpoint or the pixels, as one sentence."""


class Record:
    """Stands in for an object of a class that is not allowed: keeps its state, does nothing, and cannot be given attributes."""

    __slots__ = ("state",)

    def __new__(cls, *_args: object, **_kwargs: object) -> Record:
        self = super().__new__(cls)
        self.state = None
        return self

    def __setstate__(self, state: object) -> None:
        self.state = state

    def __call__(self, *_args: object) -> Record:
        return Record()

    def ignore(self, *_args: object) -> None:
        """Takes what the pickle would append, add or set."""

    append = extend = add = __setitem__ = ignore


class Builder:
    """An allowed function. Not the function itself: a pickle could set attributes of that."""

    __slots__ = ("function",)

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function

    def __call__(self, *args: object) -> Any:
        return self.function(*args)

    def __setstate__(self, _state: object) -> None:
        raise Refusal("the pickle gives a state to a function")


def rebuild(storage: Any, offset: int, size: tuple[int, ...], stride: tuple[int, ...], *_rest: object) -> Tensor:
    """A tensor in its storage; gradients and hooks are left out."""
    return torch._utils._rebuild_tensor(storage, offset, size, stride)


ALLOWED: dict[tuple[str, str], Callable[..., Any]] = {
    ("collections", "OrderedDict"): OrderedDict, ("builtins", "set"): set, ("__builtin__", "set"): set,
    ("torch", "Size"): torch.Size, ("torch", "device"): torch.device,
    ("torch._utils", "_rebuild_tensor"): rebuild, ("torch._utils", "_rebuild_tensor_v2"): rebuild,
    ("torch._utils", "_rebuild_parameter"): lambda tensor, *_rest: tensor,
    ("torch._utils", "_rebuild_parameter_with_state"): lambda tensor, *_rest: tensor,
}


class Unpickler(pickle.Unpickler):
    """Every name that a pickle asks for is looked up here, whatever opcode asks: a few builders, or else a class of inert records.

    torch.load adds its own answer for storages, which are plain types.
    """

    def find_class(self, module: str, name: str) -> Any:
        if allowed := ALLOWED.get((module, name)):
            return Builder(allowed)
        if module == "torch" and isinstance(kind := getattr(torch, name, None), torch.dtype):
            return kind
        return type(name.rpartition(".")[2], (Record,), {"__slots__": (), "__module__": f"checkpoint.{module}"})


INERT = types.SimpleNamespace(__name__="inert", Unpickler=Unpickler, load=lambda file, **options: Unpickler(file, **options).load())
"""What torch.load takes for Python's pickle module."""


def load(path: Path) -> Any:
    """The object in a file: dictionaries, tensors and, where the file names foreign classes, records."""
    with path.open("rb") as file:
        start = file.read(9)
    if start[8:] == b"{" and not start.startswith(b"PK"):
        from safetensors.torch import load_file
        return load_file(path)
    if tarfile.is_tarfile(path):
        raise Refusal("a tar archive, as PyTorch wrote before version 0.1.10, is not read")
    with path.open("rb") as file, warnings.catch_warnings():
        # PyTorch warns about sources that it cannot compare and about old storages.
        warnings.simplefilter("ignore")
        try:
            return torch.load(file, map_location="cpu", weights_only=True)
        except pickle.UnpicklingError:
            return load_inert(file)


def load_inert(file: BinaryIO) -> Any:
    """Reads what names more than tensors, with records for all the rest."""
    file.seek(0)
    return torch.load(file, map_location="cpu", weights_only=False, pickle_module=INERT)


@dataclass
class Found:
    """The network in a checkpoint: its tensors and, where it is a whole module, what only that tells."""

    state: dict[str, Tensor]
    heads: int | None = None
    eps: float | None = None
    leaves: dict[str, str] = field(default_factory=dict)
    """The class of every module without children, by its name."""


def attributes(value: object) -> dict[str, Any]:
    """The attributes of a record, or nothing."""
    return value.state if isinstance(value, Record) and isinstance(value.state, dict) else {}


def modules(name: str, record: object) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Name with a dot at its end, class and attributes of a pickled module and all below it."""
    own = attributes(record)
    yield name, type(record).__name__, own
    for key, child in own.get("_modules", {}).items():
        if child is not None:
            yield from modules(f"{name}{key}.", child)


def only(values: set[Any], what: str) -> Any:
    """The one value of a set, None of an empty one."""
    if len(values) > 1:
        raise Refusal(f"the module holds several {what}: {sorted(values)}")
    return next(iter(values), None)


def of_module(root: Record) -> Found:
    """The tensors of a whole pickled module, under the names that its state_dict would give them."""
    state, leaves, heads, eps = OrderedDict(), {}, set(), set()
    for name, kind, own in modules("", root):
        lasting = {key: value for key, value in own.get("_buffers", {}).items() if key not in own.get("_non_persistent_buffers_set", ())}
        for key, tensor in (own.get("_parameters", {}) | lasting).items():
            if tensor is not None:
                state[name + key] = tensor
        heads |= {own[key] for key in ("num_heads", "num_attention_heads") if key in own}
        if kind == "LayerNorm":
            eps.add(own["eps"])
        if own.get("approximate", "none") != "none":
            raise Refusal(f"module {name[:-1]} is an approximate {kind}, which the reference does not build")
        if not own.get("_modules"):
            leaves[name] = kind
    return Found(state, only(heads, "numbers of attention heads"), only(eps, "norms' eps"), leaves)


def find(value: Any, wrapper: str | None) -> Found:
    """Unwraps dictionaries until a module or a dictionary of tensors is left, and strips what stands before all names."""
    while isinstance(value, dict):
        key = wrapper or next((key for key in WRAPPERS if isinstance(value.get(key), (dict, Record))), None)
        if key is None:
            break
        if key not in value:
            raise Refusal(f"the file holds no {key}")
        value, wrapper = value[key], None
    if "_parameters" in attributes(value):
        found = of_module(value)
    elif isinstance(value, dict):
        found = Found(dict(value))
    else:
        raise Refusal(f"the file holds neither a state_dict nor a module but a {type(value).__name__}")
    for name, tensor in found.state.items():
        if not isinstance(tensor, Tensor):
            raise Refusal(f"{name} is no tensor but a {type(tensor).__name__}")
        # A batch norm counts the batches that it has seen.
        if not tensor.is_floating_point() and not name.endswith(".num_batches_tracked"):
            raise Refusal(f"tensor {name} holds {str(tensor.dtype).removeprefix('torch.')}, which no network computes with")
        if not bool(tensor.isfinite().all()):
            raise Refusal(f"tensor {name} holds a value that is not finite")
    while prefix := next((p for p in PREFIXES if found.state and all(name.startswith(p) for name in found.state)), None):
        found.state = {name.removeprefix(prefix): tensor for name, tensor in found.state.items()}
        found.leaves = {name.removeprefix(prefix): kind for name, kind in found.leaves.items()}
    found.state = {name: tensor.detach().float() if tensor.is_floating_point() else tensor.detach() for name, tensor in found.state.items()}
    return found
