"""Makes tests/data/checkpoints/formats: checkpoints that must be read and checkpoints that must be refused, and their index.

    python tools/make_fixtures.py            write what is missing or stale
    python tools/make_fixtures.py --check    make everything again elsewhere; exit 1 and say what is stale

Every checkpoint that must be read is proven here: the network that `reference_network.py` builds from the file answers as the one
that was saved. formats.json says what each file is and, for inputs that any language can compute, what the saved network answered.

Files in the way of transformers 4 are written by transformers 4, in a process of its own: it is installed beside the environment,
without its dependencies, in a folder that git ignores.
"""

from __future__ import annotations

import argparse
import contextlib
import copy
import importlib.metadata
import io
import json
import os
import pickletools
import subprocess
import sys
import tempfile
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

import fixtures_read
import fixtures_refused
from fixture_networks import FORMULAS, answer, made, questions
from fixtures_refused import PROTO_2
from read_checkpoint import Record, load, load_inert
from reference_network import answers, network_of

FORMATS = Path(__file__).resolve().parent.parent / "tests" / "data" / "checkpoints" / "formats"
COMMAND = "python tools/make_fixtures.py"
OLDER = Path(__file__).resolve().parent / ".venv-transformers4"
OLDER_PACKAGES = ("transformers==4.57.6", "huggingface_hub==0.36.2", "tokenizers==0.22.2")
TENSOR_TOLERANCE = 2e-3
"""Largest difference of a tensor made again, relative to its largest value: another machine's sums differ, f16 shows it."""
LOGIT_TOLERANCE = 1e-5
"""Largest difference of a logit, relative to the largest one: transformers 4 and 5 order their sums differently."""


def quiet() -> None:
    """The libraries greet, warn and look for the network; nothing here needs that."""
    warnings.simplefilter("ignore")
    os.environ.update(TRANSFORMERS_VERBOSITY="error", HF_HUB_OFFLINE="1", HF_HUB_DISABLE_PROGRESS_BARS="1", TQDM_DISABLE="1")
    torch.set_num_threads(1)


def write(row: fixtures_read.Row, folder: Path) -> np.ndarray:
    """Saves a row's network; returns what it answers in f32 [N, K]."""
    network = row.change(made(row.shape))
    expected = answer(copy.deepcopy(network).float(), questions(row.shape))
    row.save(network, folder / row.file)
    return expected


def write_older(folder: Path) -> dict[str, np.ndarray]:
    """Has transformers 4 write its files; returns their networks' answers."""
    if not OLDER.exists():
        print(f"installing {', '.join(OLDER_PACKAGES)}", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", OLDER, *OLDER_PACKAGES], check=True)
    subprocess.run([sys.executable, __file__, "--older", folder], check=True, env=os.environ | {"PYTHONPATH": str(OLDER)})
    found = {}
    for path in folder.glob("*.npy"):
        found[path.stem] = np.load(path)
        path.unlink()
    return found


def globals_of(path: Path) -> list[str]:
    """What the pickles of a file name, without reading them."""
    data = path.read_bytes()
    if path.suffix == ".safetensors":
        return []
    streams = [data]
    if data.startswith(b"PK"):
        with zipfile.ZipFile(path) as file:
            streams = [file.read(entry) for entry in file.namelist() if entry.endswith("/data.pkl")]
    names: set[str] = set()
    for stream in streams:
        rest = stream
        # The legacy stream is five pickles and then numbers.
        for _ in range(5):
            length = 0
            strings: list[str] = []
            memo: list[str | None] = []
            last = None
            try:
                for opcode, argument, at in pickletools.genops(rest):
                    if opcode.name in ("GLOBAL", "INST"):
                        names.add(argument.replace(" ", "."))
                    elif opcode.name == "STACK_GLOBAL":
                        names.add(".".join(strings[-2:]))
                    elif opcode.name == "MEMOIZE":
                        memo.append(last)
                        continue
                    recalled = memo[argument] if "BINGET" in opcode.name and argument < len(memo) else None
                    last = argument if "UNICODE" in opcode.name else recalled
                    strings += [last] if last is not None else []
                    length = at + 1
            except (ValueError, IndexError):
                break
            rest = rest[length:]
            if not rest:
                break
    return sorted(names)


def prove(row: fixtures_read.Row, path: Path, expected: np.ndarray) -> None:
    """The reference reads the file as the network that was saved."""
    with contextlib.redirect_stderr(io.StringIO()):
        network, head, about = network_of(path, None if row.tells_heads else row.shape.heads, row.wrapper)
        logits, _ = answers(network, head, questions(row.shape))
    error = float(np.abs(logits - expected).max() / np.abs(expected).max())
    if not error <= LOGIT_TOLERANCE or about["heads"] != row.shape.heads:
        raise SystemExit(f"{row.file}: the reference answers otherwise than the network that was saved, by {error:.1e}")


def prove_refused(row: fixtures_refused.Row, path: Path) -> None:
    """The reference refuses what is wrong with the network for the same reason, and runs nothing."""
    if row.reference:
        try:
            network_of(path, 3)
        except Exception as error:
            if row.why and row.why not in str(error):
                raise SystemExit(f"{row.file}: the reference refuses it without naming {row.why}: {error}") from error
        else:
            raise SystemExit(f"{row.file}: the reference reads it")
    elif row.file.startswith("run-"):
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder), path.open("rb") as file:
            with contextlib.suppress(Exception):
                load_inert(file)
            if list(Path(folder).iterdir()):
                raise SystemExit(f"{row.file}: reading it ran a command")


def describe(row: fixtures_read.Row, expected: np.ndarray) -> dict[str, Any]:
    """A row that must be read."""
    shape = row.shape
    return {"file": row.file, "expect": "reads", "naming": row.naming, "format": row.format,
            "heads": None if row.tells_heads else shape.heads, "wrapper": row.wrapper, "dtype": row.dtype, "note": row.note, "why": None,
            "architecture": {"image": shape.image, "patch": shape.patch, "channels": shape.channels, "dim": shape.dim, "depth": shape.depth,
                             "heads": shape.heads, "mlp": shape.mlp, "head": list(shape.widths)}
            | ({"stem": list(shape.stem)} if shape.stem else {}),
            "logits": {name: [float(value) for value in logits] for name, logits in zip(FORMULAS, expected, strict=False)}}


def describe_refused(row: fixtures_refused.Row) -> dict[str, Any]:
    """A row that must be refused."""
    return {"file": row.file, "expect": "refused", "naming": row.naming, "format": row.format, "heads": 3 if row.naming else None,
            "dtype": "f32", "note": row.note, "why": row.why}


def make(folder: Path) -> dict[str, Any]:
    """Writes everything into a folder, proves it, and returns the index."""
    older = write_older(folder)
    files = []
    for row in fixtures_read.rows():
        expected = older[row.file] if row.own_process else write(row, folder)
        prove(row, folder / row.file, expected)
        files.append(describe(row, expected))
    for row in fixtures_refused.rows():
        row.data(folder / row.file)
        prove_refused(row, folder / row.file)
        files.append(describe_refused(row))
    packages = ("torch", "torchvision", "timm", "transformers", "safetensors", "numpy")
    versions = {name: importlib.metadata.version(name).partition("+")[0] for name in packages}
    return {"generated_by": COMMAND, "versions": versions | {"transformers 4": OLDER_PACKAGES[0].partition("==")[2]},
            "formulas": FORMULAS, "files": files}


def parts(value: Any, place: str = "", seen: set[int] | None = None) -> Iterator[tuple[str, Any]]:
    """Every tensor and every plain value in what a file holds, with its place."""
    seen = set() if seen is None else seen
    inner = {"": value.state} if isinstance(value, Record) else value
    if not isinstance(inner, (dict, list, tuple)):
        yield place, inner
    elif id(value) not in seen:
        seen.add(id(value))
        yield place, (type(value).__name__, len(inner))
        for key, part in inner.items() if isinstance(inner, dict) else enumerate(inner):
            yield from parts(part, f"{place}/{key}", seen)


def same_part(a: Any, b: Any) -> bool:
    """Whether two tensors lie alike and hold nearly the same numbers, or two values are equal."""
    if not isinstance(a, Tensor) or not isinstance(b, Tensor):
        return type(a) is type(b) and (a == b or not isinstance(a, (str, int, float, tuple)))
    if (a.dtype, a.shape, a.stride(), a.storage_offset()) != (b.dtype, b.shape, b.stride(), b.storage_offset()):
        return False
    bound = TENSOR_TOLERANCE * float(a.double().abs().max()) if a.numel() else 0.0
    return torch.allclose(a.double(), b.double(), rtol=0.0, atol=bound, equal_nan=True)


def contents(path: Path) -> list[tuple[str, Any]] | None:
    """What a file names and holds; None where it cannot be read. PyTorch compares no checksums, so that is done here."""
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as file:
                if file.testzip():
                    return None
        return [("globals", tuple(globals_of(path))), *parts(load(path))]
    except Exception:
        return None


def same(held: Path, fresh: Path) -> bool:
    """Whether two files are the same to the byte, or else hold the same: the legacy stream's bytes tell memory addresses."""
    a, b = held.read_bytes(), fresh.read_bytes()
    if a == b:
        return True
    ours, theirs = contents(held), contents(fresh)
    if ours is None and theirs is None:
        # A truncated stream: its size is what is left to compare.
        return a[:2] == b[:2] == PROTO_2 and abs(len(a) - len(b)) * 100 <= len(a)
    if ours is None or theirs is None or len(ours) != len(theirs):
        return False
    return all(p == q and same_part(x, y) for (p, x), (q, y) in zip(ours, theirs, strict=True))


def same_index(held: dict[str, Any], fresh: dict[str, Any]) -> list[str]:
    """What formats.json says otherwise than it should."""
    stale = [f"formats.json: {key}" for key in fresh if key != "files" and held.get(key) != fresh[key]]
    rows = {row["file"]: row for row in held.get("files", [])}
    if list(rows) != [row["file"] for row in fresh["files"]]:
        return [*stale, "formats.json: lists other files"]
    for row in fresh["files"]:
        was, now = rows[row["file"]], dict(row)
        old, new = was.get("logits", {}), now.pop("logits", {})
        if {key: value for key, value in was.items() if key != "logits"} != now or old.keys() != new.keys():
            stale.append(f"formats.json: {row['file']} is described otherwise")
        elif any(np.abs(np.subtract(old[name], new[name])).max() > TENSOR_TOLERANCE * np.abs(new[name]).max() for name in new):
            stale.append(f"formats.json: the logits of {row['file']}")
    return stale


def check(folder: Path = FORMATS) -> list[str]:
    """What is stale among the fixtures, made again in a temporary folder."""
    quiet()
    index = folder / "formats.json"
    if not index.exists():
        return [f"{index.name}: missing"]
    held = json.loads(index.read_text())
    with tempfile.TemporaryDirectory() as fresh:
        stale = same_index(held, make(Path(fresh)))
        names = {path.name for path in Path(fresh).iterdir()}
        stale += [f"formats/{path.name}: of no row" for path in folder.iterdir() if path.name not in names | {index.name}]
        stale += [f"formats/{name}" for name in sorted(names)
                  if not (folder / name).exists() or not same(folder / name, Path(fresh) / name)]
    rows = {row["file"]: row for row in held["files"]}
    for row in fixtures_read.rows():
        if row.file in rows and f"formats/{row.file}" not in stale:
            network, _, _ = network_of(folder / row.file, rows[row.file]["heads"], row.wrapper)
            logits = answer(network, questions(row.shape)[:len(FORMULAS)])
            expected = np.array([rows[row.file]["logits"][name] for name in FORMULAS])
            if np.abs(logits - expected).max() > LOGIT_TOLERANCE * np.abs(expected).max():
                stale.append(f"formats/{row.file}: answers otherwise than formats.json says")
    return stale


def main() -> int:
    """Writes or checks the fixtures."""
    parser = argparse.ArgumentParser(description="make or check the checkpoints in tests/data/checkpoints/formats")
    parser.add_argument("--check", action="store_true", help="compare only; exit 1 when something is stale")
    parser.add_argument("--older", type=Path, metavar="FOLDER", help="write only what transformers 4 writes, with the version at hand")
    args = parser.parse_args()
    quiet()
    if args.older:
        for row in fixtures_read.rows():
            if row.own_process:
                np.save(args.older / f"{row.file}.npy", write(row, args.older))
        return 0
    if args.check:
        stale = check()
        for line in stale:
            print(f"stale: {line}", file=sys.stderr)
        print(f"to mend it, run: {COMMAND}" if stale else "the fixtures are current", file=sys.stderr)
        return 1 if stale else 0
    FORMATS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        index = make(Path(folder))
        for row in index["files"]:
            held, fresh = FORMATS / row["file"], Path(folder) / row["file"]
            if not held.exists() or not same(held, fresh):
                held.write_bytes(fresh.read_bytes())
                print(f"{row['file']}: {held.stat().st_size:,} bytes", file=sys.stderr)
    for path in FORMATS.iterdir():
        if path.name not in {row["file"] for row in index["files"]} | {"formats.json"}:
            path.unlink()
    from golden import save_json
    save_json(FORMATS / "formats.json", index)
    total = sum(path.stat().st_size for path in FORMATS.iterdir())
    print(f"{len(index['files'])} files and their index, {total:,} bytes", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
