"""Checkpoints that must be refused: broken, of another network, or made to harm whoever reads them.

Their numbers are exact, so that every machine makes the same bytes. The pickles that would run a command are written byte by byte
and would only create the file CANARY; nothing here runs them.
"""

from __future__ import annotations

import argparse
import io
import struct
import tempfile
import zipfile
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torchvision.models.vision_transformer import VisionTransformer

from fixture_networks import SMALL, SMALL_STEM, Shape, bare, exact

CANARY = "created-by-a-pickle"
COMMAND = f"touch {CANARY}".encode()
MAGIC = 0x1950A86A20F9469CFC6C
"""The legacy stream's first pickle."""


@dataclass(frozen=True)
class Row:
    """One file that must be refused."""

    file: str
    note: str
    why: str | None
    """What the refusal must name: a tensor or a global. None where the file is no checkpoint at all."""
    data: Callable[[Path], None]
    format: str = "zip"
    naming: str | None = "torchvision"
    reference: bool = True
    """Whether the reference must refuse it as well, for the same reason: what is wrong lies in the network."""


def saved(value: Callable[[], Any], **options: Any) -> Callable[[Path], None]:
    """Saves a value with torch.save."""
    return lambda path: torch.save(value(), path, **options)


def changed(change: Callable[[OrderedDict[str, Tensor]], Any], shape: Shape = SMALL) -> Callable[[Path], None]:
    """Saves the exact state_dict after a change; where that returns something, this is what is saved."""
    def save(path: Path) -> None:
        state = exact(shape)
        returned = change(state)
        torch.save(state if returned is None or isinstance(returned, Tensor) else returned, path)
    return save


def state_bytes(path_name: str = "archive.pt", **options: Any) -> bytes:
    """The exact state_dict as a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / path_name
        torch.save(exact(), path, **options)
        return path.read_bytes()


def foreign(library: str, **options: Any) -> Callable[[Path], None]:
    """A state_dict of a Vision Transformer that is not the one that is read."""
    def save(path: Path) -> None:
        import timm
        if library == "torchvision":
            from torchvision.models.vision_transformer import VisionTransformer
            network = VisionTransformer(8, 4, 1, 3, 6, 8, num_classes=5, **options)
        else:
            sizes = {"img_size": 8, "patch_size": 4, "embed_dim": 6, "depth": 1, "num_heads": 3, "mlp_ratio": 1.4, "num_classes": 5}
            network = timm.create_model(library, **sizes, **options)
        torch.save(OrderedDict((name, torch.full_like(tensor, 0.25)) for name, tensor in network.state_dict().items()), path)
    return save


def other_activation(path: Path) -> None:
    """A whole module whose MLP has another activation: its tensors look right."""
    network = bare(SMALL)[0]
    network.load_state_dict(exact())
    network.encoder.layers[0].mlp[1] = nn.ReLU()
    torch.save(network, path)


class OwnForward(VisionTransformer):
    """Tensors like every other, and the opposite answer."""

    def forward(self, pixels: Tensor) -> Tensor:
        """Minus the logits."""
        return -super().forward(pixels)


def own_forward(path: Path) -> None:
    """A whole module of a class that only its own program knows."""
    network = OwnForward(32, 8, 1, 3, 24, 32, num_classes=5)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.fill_(0.125)
    torch.save(network, path)


def mean_of_patches(path: Path) -> None:
    """A whole timm module that takes the mean of the patches: its tensors are those of the class token's network."""
    from timm.models.vision_transformer import VisionTransformer as Timm
    network = Timm(32, 8, 3, num_classes=5, embed_dim=24, depth=1, num_heads=3, mlp_ratio=1.5, global_pool="avg", fc_norm=False)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.fill_(0.125)
    torch.save(network, path)


class Crafted:
    """Pickles as a call of torch's own function with arguments that it would never be given."""

    def __init__(self, storage: Tensor, offset: int, size: tuple[int, ...], stride: tuple[int, ...]) -> None:
        self.call = (torch._utils._rebuild_tensor_v2, (storage._typed_storage(), offset, size, stride, False, OrderedDict()))

    def __reduce__(self) -> tuple[Any, ...]:
        return self.call


def crafted(offset: int, size: tuple[int, ...], stride: tuple[int, ...]) -> Callable[[Path], None]:
    """conv_proj.bias with a shape of its own in a storage of six numbers."""
    return changed(lambda state: state.__setitem__("conv_proj.bias", Crafted(state["conv_proj.bias"].clone(), offset, size, stride)))


# Opcodes, as pickletools names them.
PROTO_2, PROTO_4, STOP, REDUCE, EMPTY_DICT, SETITEM = b"\x80\x02", b"\x80\x04", b".", b"R", b"}", b"s"


def name(module: str, attribute: str) -> bytes:
    """GLOBAL."""
    return f"c{module}\n{attribute}\n".encode()


def text(value: bytes) -> bytes:
    """BINUNICODE."""
    return b"X" + struct.pack("<I", len(value)) + value


def call(function: bytes, *arguments: bytes) -> bytes:
    """A REDUCE of one to three arguments."""
    return function + b"".join(arguments) + (b"\x85", b"\x86", b"\x87")[len(arguments) - 1] + REDUCE


def pickled(body: bytes, start: bytes = PROTO_2) -> bytes:
    """A whole pickle."""
    return start + body + STOP


SYSTEM = call(name("os", "system"), text(COMMAND))
STACK_GLOBAL = (text(b"system") + b"\x94" + text(b"os") + b"\x94" + b"00" + b"h\x01" + b"h\x00" + b"\x93" + text(COMMAND) + b"\x85R")
"""`os` and `system` stand in the memo, in the other order and among other strings, and come back by number."""


def archive(entries: dict[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    """A ZIP file with fixed dates."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        for entry, data in entries.items():
            info = zipfile.ZipInfo(entry, (1980, 1, 1, 0, 0, 0))
            info.compress_type = method
            file.writestr(info, data)
    return out.getvalue()


def in_zip(pickle: bytes) -> Callable[[Path], None]:
    """A pickle where torch.save puts it."""
    return lambda path: path.write_bytes(archive({"archive/data.pkl": pickle, "archive/byteorder": b"little", "archive/version": b"3\n"}))


def in_legacy(pickle: bytes, sys_info: bytes = pickled(EMPTY_DICT), keys: bytes = pickled(b"]")) -> Callable[[Path], None]:
    """A pickle where the legacy stream has it, between the others."""
    magic = pickled(b"\x8a\x0a" + MAGIC.to_bytes(10, "little"))
    return lambda path: path.write_bytes(magic + pickled(b"M\xe9\x03") + sys_info + pickle + keys)


def beside(pickle_body: bytes) -> Callable[[Path], None]:
    """A good state_dict's file whose pickle becomes {"state_dict": the same, "extra": the body's value}."""
    def save(path: Path) -> None:
        with zipfile.ZipFile(io.BytesIO(state_bytes())) as file:
            entries = {entry: file.read(entry) for entry in file.namelist()}
        body = entries["archive/data.pkl"].removeprefix(PROTO_2).removesuffix(STOP)
        whole = EMPTY_DICT + text(b"state_dict") + body + SETITEM + text(b"extra") + pickle_body + SETITEM
        path.write_bytes(archive(entries | {"archive/data.pkl": pickled(whole)}))
    return save


def patched(change: Callable[[bytearray, list[int], list[int]], None]) -> Callable[[Path], None]:
    """The state_dict's ZIP after a change, given where its local headers and its directory's entries start."""
    def save(path: Path) -> None:
        with zipfile.ZipFile(io.BytesIO(state_bytes())) as file:
            data = bytearray(archive({entry: file.read(entry) for entry in file.namelist()}))
        starts = [[at for at in range(len(data)) if data[at:at + 4] == mark] for mark in (b"PK\x03\x04", b"PK\x01\x02")]
        change(data, *starts)
        path.write_bytes(data)
    return save


def encrypt(data: bytearray, headers: list[int], entries: list[int]) -> None:
    """Sets the flag that says so; the bytes stay."""
    for at in headers:
        data[at + 6] |= 1
    for at in entries:
        data[at + 8] |= 1


def overlap(data: bytearray, _headers: list[int], entries: list[int]) -> None:
    """The directory's last entries but one start where the one before starts."""
    for at, before in zip(entries[4:], entries[3:], strict=False):
        data[at + 42:at + 46] = data[before + 42:before + 46]


def absurd(data: bytearray, _headers: list[int], entries: list[int]) -> None:
    """The directory says that every entry has almost 4 GiB."""
    for at in entries:
        data[at + 20:at + 28] = struct.pack("<II", 0xFFFF_FFF0, 0xFFFF_FFF0)


def bomb(path: Path) -> None:
    """A storage of 1 GiB of zeros in about a kilobyte of bzip2, its sizes declared honestly."""
    zeros = bytes(1 << 24)
    with zipfile.ZipFile(io.BytesIO(state_bytes())) as source, zipfile.ZipFile(path, "w") as file:
        for entry in source.namelist():
            info = zipfile.ZipInfo(entry, (1980, 1, 1, 0, 0, 0))
            if entry != "archive/data/0":
                file.writestr(info, source.read(entry))
                continue
            info.compress_type, info.file_size = zipfile.ZIP_BZIP2, 1 << 30
            with file.open(info, "w") as out:
                for _ in range((1 << 30) // len(zeros)):
                    out.write(zeros)


def deflated(path: Path) -> None:
    """All entries deflated, one of them 16 MiB of zeros."""
    state = exact()
    state["encoder.pos_embedding"] = torch.zeros(1 << 22)
    with tempfile.TemporaryDirectory() as folder:
        torch.save(state, Path(folder) / "archive.pt")
        with zipfile.ZipFile(Path(folder) / "archive.pt") as file:
            path.write_bytes(archive({entry: file.read(entry) for entry in file.namelist()}, zipfile.ZIP_DEFLATED))


def tensors(header: bytes, data: bytes = bytes(48), length: int | None = None) -> Callable[[Path], None]:
    """A safetensors file."""
    return lambda path: path.write_bytes(struct.pack("<Q", len(header) if length is None else length) + header + data)


def entry(tensor: str, start: int, end: int) -> str:
    """A header's entry of six f32."""
    return f'"{tensor}":{{"dtype":"F32","shape":[6],"data_offsets":[{start},{end}]}}'


def torchscript(path: Path) -> None:
    """torch.jit's archive: code beside data. Without what it tells of the machine that traced it, the paths of its sources."""
    layer = nn.Linear(4, 2)
    layer.load_state_dict({"weight": torch.full((2, 4), 0.5), "bias": torch.zeros(2)})
    torch.jit.save(torch.jit.trace(layer, torch.zeros(1, 4)), path)
    with zipfile.ZipFile(path) as file:
        kept = {entry: file.read(entry) for entry in file.namelist() if not entry.endswith((".debug_pkl", "/serialization_id"))}
    path.write_bytes(archive(kept))


def cut(data: Callable[[], bytes]) -> Callable[[Path], None]:
    """The first 60 % of a file."""
    def save(path: Path) -> None:
        whole = data()
        path.write_bytes(whole[:len(whole) * 6 // 10])
    return save


def dictionaries(levels: int) -> dict[str, Any]:
    """Each level holds the next one twice: 2^levels paths lead to the one tensor."""
    value: Any = torch.zeros(1)
    for _ in range(levels):
        value = {"a": value, "b": value}
    return value


def rows() -> Iterator[Row]:
    """All rows, in the index' order."""
    block = "encoder.layers.encoder_layer_0."
    yield Row("missing-tensor.pt", "a bias is not there", "encoder.ln.bias", changed(lambda state: state.pop("encoder.ln.bias")))
    yield Row("no-head.pt", "a backbone without its head", "heads.head",
              changed(lambda state: OrderedDict((key, value) for key, value in state.items() if "heads" not in key)))
    yield Row("unexpected-tensor.pt", "an adapter that the network would need", f"{block}adapter.weight",
              changed(lambda state: state.__setitem__(f"{block}adapter.weight", torch.ones(2, 2))))
    yield Row("misshapen-tensor.pt", "a matrix that lies the other way", f"{block}mlp.3.weight",
              changed(lambda state: state.__setitem__(f"{block}mlp.3.weight", state[f"{block}mlp.3.weight"].t().contiguous())))
    for word in ("nan", "inf"):
        yield Row(f"{word}.pt", f"one number is {word}", "conv_proj.bias",
                  changed(lambda state, word=word: state["conv_proj.bias"][3:4].fill_(float(word))))
    stem = "conv_proj.conv_bn_relu_"
    for file, note, why, change, reference in (
            ("missing-variance", "a batch norm without its variance", f"{stem}1.1.running_var", lambda state: state.pop(f"{stem}1.1.running_var"), True),
            ("missing-last", "a stem without its last convolution", "conv_proj.conv_last.weight",
             lambda state: state.pop("conv_proj.conv_last.weight"), True),
            ("wide-filter", "a convolution of 5×5", f"{stem}0.0.weight",
             lambda state: state.__setitem__(f"{stem}0.0.weight", torch.full((4, 1, 5, 5), 0.25)), True),
            ("negative-variance", "a batch norm that divides by the root of a negative number", f"{stem}0.1.running_var",
             lambda state: state[f"{stem}0.1.running_var"][1:2].fill_(-1.0), False)):
        yield Row(f"stem-{file}.pt", note, why, changed(change, SMALL_STEM), naming="torchvision conv-stem", reference=reference)
    yield Row("integers.pt", "quantised without its scale", f"{block}mlp.0.weight",
              changed(lambda state: state.__setitem__(f"{block}mlp.0.weight", (16 * state[f"{block}mlp.0.weight"]).to(torch.int8))))
    yield Row("convolutions.pt", "another kind of network", "Vision Transformer", naming=None,
              data=saved(lambda: OrderedDict((f"{n}.weight", torch.full((4, 4, 3, 3), 0.5)) for n in (0, 2))))
    yield Row("distilled.pt", "DeiT with its second token and head", "head_dist", foreign("deit_base_distilled_patch16_224"), naming="timm")
    for file, note, why, options in (
            ("no-qkv-bias", "timm with qkv_bias=False", "blocks.0.attn.qkv.bias", {"qkv_bias": False}),
            ("layer-scale", "timm with init_values", "blocks.0.ls1.gamma", {"init_values": 0.1}),
            ("mean-of-patches", "timm with a class token that it does not read", "fc_norm.weight", {"global_pool": "avg"}),
            ("no-class-token", "timm with the mean of patches", "cls_token", {"global_pool": "avg", "class_token": False})):
        yield Row(f"{file}.pt", note, why, foreign("vit_base_patch16_224", **options), naming="timm")
    yield Row("representation.pt", "torchvision with representation_size: a tanh before the head", "heads.pre_logits.weight",
              foreign("torchvision", representation_size=6))
    yield Row("module-other-activation.pt", "a whole module with ReLU in its MLP", "ReLU", other_activation)

    yield Row("module-own-forward.pt", "a whole module of a class that is in no library", "OwnForward", own_forward, reference=False)
    yield Row("module-mean-of-patches.pt", "a whole timm module that does not read its class token", "global_pool", mean_of_patches,
              naming="timm", reference=False)

    yield Row("empty.pt", "no byte", None, lambda path: path.write_bytes(b""), "none", None)
    page = "<!DOCTYPE html><title>404</title>\n" * 8
    yield Row("text.pt", "a page of a web server", None, lambda path: path.write_text(page), "none", None)
    yield Row("truncated.pt", "the first 60 %", None, cut(state_bytes))
    yield Row("truncated-legacy.pt", "the first 60 %", None, cut(lambda: state_bytes(_use_new_zipfile_serialization=False)), "legacy")
    yield Row("truncated.safetensors", "a tensor's last bytes are not there", None,
              tensors(f"{{{entry('cls_token', 0, 24)}}}".encode(), bytes(20)), "safetensors", None)
    yield Row("torchscript.pt", "torch.jit.save", None, torchscript, naming=None)

    for file, value, why in (("numpy-scalar", np.float64(0.71), "numpy._core.multiarray.scalar"),
                             ("counter", Counter("a"), "collections.Counter"),
                             ("namespace", argparse.Namespace(lr=1e-4), "argparse.Namespace")):
        yield Row(f"beside-{file}.pt", "beside a good state_dict", why, reference=False,
                  data=changed(lambda state, value=value: {"state_dict": state, "args": value}))
    run = {"reference": False, "naming": None}
    yield Row("run-os-system.pt", "GLOBAL and REDUCE", "os.system", in_zip(pickled(SYSTEM)), **run)
    yield Row("run-posix-system-beside.pt", "beside a good state_dict", "posix.system",
              beside(call(name("posix", "system"), text(COMMAND))), **run)
    # The whole name: a message that says "executed" names nothing.
    yield Row("run-exec-beside.pt", "beside a good state_dict", "__builtin__.exec",
              beside(call(name("__builtin__", "exec"), text(f"open({CANARY!r}, 'w')".encode()))), **run)
    yield Row("run-stack-global.pt", "STACK_GLOBAL with strings from the memo", "os.system",
              in_zip(pickled(STACK_GLOBAL, PROTO_4)), **run)
    yield Row("run-inst.pt", "INST", "os.system", in_zip(b"(S'" + COMMAND + b"'\nios\nsystem\n."), **run)
    yield Row("run-obj.pt", "OBJ", "os.system", in_zip(b"(cos\nsystem\nS'" + COMMAND + b"'\no."), **run)
    # torchvision's own modules hold a functools.partial: that alone is no reason to refuse a file.
    yield Row("run-partial.pt", "functools.partial, called", "os.system",
              in_zip(pickled(name("functools", "partial") + name("os", "system") + text(COMMAND) + b"\x86R" + b")R")), **run)
    yield Row("run-torch-hub.pt", "a function of torch itself that fetches code", "torch.hub.load",
              in_zip(pickled(call(name("torch.hub", "load"), text(b"nobody/nothing"), text(b"model")))), **run)
    yield Row("run-in-rebuild.pt", "as an argument of an allowed function", "os.system",
              beside(call(name("torch._utils", "_rebuild_parameter"), SYSTEM, b"\x89", EMPTY_DICT)), **run)
    yield Row("run-legacy.pt", "in the legacy stream", "os.system", in_legacy(pickled(SYSTEM)), "legacy", **run)
    good = pickled(name("collections", "OrderedDict") + b")R")
    yield Row("run-legacy-sys-info.pt", "in the pickle before the object", "os.system",
              in_legacy(good, sys_info=pickled(SYSTEM)), "legacy", **run)
    yield Row("run-legacy-keys.pt", "in the pickle after the object", "os.system", in_legacy(good, keys=pickled(SYSTEM)), "legacy", **run)

    harm = {"reference": False}
    yield Row("zip-deflated.pt", "16 MiB of zeros in 16 kB", None, deflated, **harm)
    yield Row("zip-bomb.pt", "1 GiB of zeros in a kilobyte of bzip2", None, bomb, **harm)
    yield Row("zip-encrypted.pt", "the flag for encryption is set", None, patched(encrypt), **harm)
    yield Row("zip-overlap.pt", "several entries start at one place", None, patched(overlap), **harm)
    yield Row("zip-absurd-sizes.pt", "every entry says that it has almost 4 GiB", None, patched(absurd), **harm)
    yield Row("tensor-outside-storage.pt", "a million numbers in a storage of six", "conv_proj.bias",
              crafted(0, (1_000_000,), (1,)), **harm)
    yield Row("tensor-offset-outside.pt", "starts behind its storage", "conv_proj.bias", crafted(4, (6,), (1,)), **harm)
    yield Row("tensor-stride-0.pt", "2^40 numbers, all at one place", "conv_proj.bias", crafted(0, (1 << 40,), (0,)), **harm)
    yield Row("tensor-overflow.pt", "a shape whose product overflows 64 bits", "conv_proj.bias", crafted(0, (1 << 62, 4), (0, 0)), **harm)
    yield Row("tensor-negative.pt", "a negative stride", "conv_proj.bias", crafted(5, (6,), (-1,)), **harm)
    tensor_file = {"format": "safetensors", "naming": None, "reference": False}
    for file, note, entries in (
            ("overlap", "two tensors share bytes", (entry("cls_token", 0, 24), entry("pos_embed", 12, 36))),
            ("outside", "a tensor behind the end", (entry("cls_token", 1 << 40, (1 << 40) + 24),)),
            ("backwards", "a tensor that ends before it starts", (entry("cls_token", 24, 0),))):
        yield Row(f"{file}.safetensors", note, None, tensors(f"{{{','.join(entries)}}}".encode(), bytes(36)), **tensor_file)
    yield Row("giant-header.safetensors", "a header of 2^60 bytes", None, tensors(b"{}", length=1 << 60), **tensor_file)
    yield Row("deep-tuples.pt", "100,000 tuples in one another", None, in_zip(pickled(b")" + b"\x85" * 100_000)), **run)
    yield Row("memo-tuples.pt", "60 tuples, each holds the one before twice", None, in_zip(pickled(b")" + b"q\x00h\x00\x86" * 60)), **run)
    yield Row("memo-dictionaries.pt", "60 dictionaries, each holds the one before twice, and a tensor", None,
              saved(lambda: dictionaries(60)), **run)
