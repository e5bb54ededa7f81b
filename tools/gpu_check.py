"""Everything that is to be checked and timed on a machine with a GPU, in one call.

    python tools/gpu_check.py pack --library DIR --program target/release/acousticsense --xtask target/release/xtask --out target/gpu
    python tools/gpu_check.py check --pieces target/gpu --json gpu.json

`pack` is for a machine that can only be reached in small transfers: it puts the two programs, ONNX Runtime's libraries for CUDA (DIR: what
the Python package onnxruntime-gpu has under `onnxruntime/capi`) and PyTorch's answers of a seeded ViT-B/16 into pieces that each fit. `check` joins them, or takes --program, --xtask and
--library as they lie there; makes a seeded ViT-B/16, converts it, and then asks the program itself: does it run on the GPU, does
it answer right (f16 and f32, against tract), how fast is the network alone at which batch, how long do ten files take, how much video memory is
used, what do all cores together feed it, are the rows the same in any order, does too little memory halve the batch. It needs PyTorch for
the numbers of the large network and nothing else; without a GPU `--engine ort-cpu --size tiny` walks the same way, so that the way itself is known to work.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import io
import json
import math
import os
import random
import shutil
import statistics
import struct
import subprocess
import sys
import tarfile
import threading
import time
from array import array
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LIBRARIES = ("libonnxruntime.so", "libonnxruntime_providers_shared.so", "libonnxruntime_providers_cuda.so")
SIZES = {"tiny": (48, 3, 96), "vit_b_16": (768, 12, 3072)}
"""Width, blocks, hidden width."""
TEN = 10
ROOM_MIB = 16_384
"""Video memory for timing large batches: under the program's own bound they would be halved."""


@dataclass
class Bench:
    """Where everything lies, and what was found."""

    program: Path
    library: Path
    engine: str
    work: Path
    only: list[str] = field(default_factory=list)
    report: Path | None = None
    found: dict[str, Any] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)

    def environment(self) -> dict[str, str]:
        """The loader must find CUDA and cuDNN where PyTorch has brought them along."""
        here = [str(folder) for site in sys.path for folder in sorted(Path(site).glob("nvidia/*/lib"))]
        already = [os.environ["LD_LIBRARY_PATH"]] if os.environ.get("LD_LIBRARY_PATH") else []
        return os.environ | {"ORT_DYLIB_PATH": str(self.library), "LD_LIBRARY_PATH": ":".join(here + already)}

    def run(self, *arguments: object, code: int = 0) -> subprocess.CompletedProcess[str]:
        """The program, with the exit code that is expected of it."""
        words = [str(self.program), *map(str, arguments)]
        ran = subprocess.run(words, cwd=self.work, env=self.environment(), capture_output=True, text=True, timeout=500)
        if ran.returncode != code:
            raise RuntimeError(f"{' '.join(words)} ended with {ran.returncode}: {ran.stderr.strip()[-1500:]}")
        return ran

    def step(self, name: str, work: Any) -> None:
        """One check; a failure is noted, and the others still run: a machine with a GPU is not at hand twice. What is found is written at
        once, in case there is no end."""
        if self.only and not any(name.startswith(only) for only in self.only):
            return
        begin = time.perf_counter()
        try:
            self.found[name] = work()
            verdict = json.dumps(self.found[name])
        except Exception as error:  # noqa: BLE001 - whatever it is, it is the result of this check
            self.failed.append(name)
            self.found[name] = {"failed": str(error)}
            verdict = f"FAILED: {error}"
        print(f"{name} ({time.perf_counter() - begin:.1f} s): {verdict}", flush=True)
        if self.report:
            self.report.write_text(json.dumps(self.found, indent=1) + "\n")


class VideoMemory:
    """The most video memory in use while something runs, beyond what was used before; nothing where nobody tells."""

    def __init__(self) -> None:
        self.before = self.now()
        self.most = self.before
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self.watch, daemon=True)

    @staticmethod
    def now() -> int | None:
        """MiB in use on the first GPU."""
        command = ["nvidia-smi", "--query-gpu=memory.used", "--format=csv,noheader,nounits", "--id=0"]
        try:
            return int(subprocess.run(command, capture_output=True, text=True, timeout=20, check=True).stdout.split()[0])
        except (OSError, subprocess.SubprocessError, ValueError, IndexError):
            return None

    def watch(self) -> None:
        """Looks a few times a second."""
        while not self.ended.wait(0.1):
            now = self.now()
            if now is not None and self.most is not None:
                self.most = max(self.most, now)

    def __enter__(self) -> VideoMemory:
        if self.before is not None:
            self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.ended.set()

    def used(self) -> int | None:
        """MiB."""
        return None if self.most is None or self.before is None else self.most - self.before


def gaussian(count: int, scale: float, seed: int) -> bytes:
    """Seeded f32 numbers: by PyTorch, or, enough for the small network, by Python itself."""
    try:
        import torch
    except ImportError:
        numbers = random.Random(seed)
        return array("f", (numbers.gauss(0.0, scale) for _ in range(count))).tobytes()
    drawn = torch.randn(count, generator=torch.Generator().manual_seed(seed)) * scale
    return ctypes.string_at(drawn.data_ptr(), 4 * count)


def checkpoint(path: Path, size: str, seed: int) -> None:
    """A seeded safetensors file in torchvision's names: untrained, but with attention that is sharp and answers that differ."""
    dim, depth, mlp = SIZES[size]
    # Name, shape, standard deviation; none stands for a norm's ones.
    tensors: list[tuple[str, tuple[int, ...], float | None]] = [
        ("class_token", (1, 1, dim), 1.0), ("encoder.pos_embedding", (1, 197, dim), 1.0),
        # Pixels are hundreds of standard deviations below zero: their differences are what shall count.
        ("conv_proj.weight", (dim, 1, 16, 16), 1 / 16_000), ("conv_proj.bias", (dim,), 0.0)]
    for n in range(depth):
        layer = f"encoder.layers.encoder_layer_{n}."
        for name, rows, columns, scale in (("self_attention.in_proj_", 3 * dim, dim, 1.5), ("self_attention.out_proj.", dim, dim, 0.5),
                                           ("mlp.0.", mlp, dim, 1.0), ("mlp.3.", dim, mlp, 0.5)):
            tensors += [(f"{layer}{name}weight", (rows, columns), scale / columns ** 0.5), (f"{layer}{name}bias", (rows,), 0.01)]
        for norm in ("ln_1", "ln_2"):
            tensors += [(f"{layer}{norm}.weight", (dim,), None), (f"{layer}{norm}.bias", (dim,), 0.0)]
    tensors += [("encoder.ln.weight", (dim,), None), ("encoder.ln.bias", (dim,), 0.0),
                ("heads.head.weight", (16, dim), 3.0 / dim ** 0.5), ("heads.head.bias", (16,), 0.0)]
    header, end = {}, 0
    for name, shape, _ in tensors:
        begin, end = end, end + 4 * math.prod(shape)
        header[name] = {"dtype": "F32", "shape": shape, "data_offsets": [begin, end]}
    text = json.dumps(header).encode()
    with path.open("wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        for number, (_, shape, scale) in enumerate(tensors):
            count = math.prod(shape)
            file.write(array("f", [1.0]).tobytes() * count if scale is None else gaussian(count, scale, 1000 * seed + number))


def converted(xtask: Path, work: Path, size: str, *reference: str, code: int) -> Path:
    """The seeded network as a model in `work`/model, compared with what is asked for; `code` is the exit code that goes with it."""
    checkpoint(work / "save.safetensors", size, seed=1)
    command = [str(xtask.resolve()), "convert-model", "--checkpoint", str(work / "save.safetensors"), "--out", str(work / "model"), "--front-end",
               "article", "--precision", "f32,f16", "--heads", "12" if size == "vit_b_16" else "3", *reference]
    # From here the converter finds tools/, which ask PyTorch.
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if ran.returncode != code:
        raise RuntimeError(ran.stderr.strip()[-1500:])
    return work / "model"


def answers_for(reference: Path, save: Path) -> bool:
    """Whether stored answers are those of this checkpoint: random numbers may come out otherwise on another processor."""
    if not reference.exists():
        return False
    return json.loads(reference.read_text())["checkpoint_sha256"] == hashlib.sha256(save.read_bytes()).hexdigest()


def music(folder: Path, count: int) -> None:
    """Copies of the repository's own recordings, so that decoding is what it is for real files. Symbolic links would be taken for what they
    point to, and judged once."""
    folder.mkdir(parents=True, exist_ok=True)
    clips = sorted((ROOT / "tests" / "data" / "audio").glob("*.mp3"))
    for number in range(count):
        clip, copy = clips[number % len(clips)], folder / f"{number:06}.mp3"
        try:
            os.link(clip, copy)
        except OSError:
            # On another file system, or more names than the file may have.
            shutil.copyfile(clip, copy)


def alone(bench: Bench, precision: str, batch: int, runs: int, bound_mib: int | None = ROOM_MIB) -> dict[str, Any]:
    """The network alone, and whether it answers right; without `bound_mib` under the program's own bound on video memory."""
    bound = ["--gpu-memory", bound_mib] if bound_mib and bench.engine == "cuda" else []
    with VideoMemory() as memory:
        told = bench.run("probe", "--engine", bench.engine, "--model", "model", "--precision", precision, "--batch-size", batch,
                         "--runs", runs, "--json", *bound).stdout
    verdict = json.loads(told)
    if verdict["batch"] != batch:
        raise RuntimeError(f"batches of {verdict['batch']} ran instead of {batch}")
    verdict["video_memory_mib"] = memory.used()
    verdict["slowest_run_s"] = max(verdict.pop("runs_s"), default=None)
    del verdict["sha256"]
    return verdict


def timed(bench: Bench, *arguments: object) -> tuple[float, subprocess.CompletedProcess[str]]:
    """Seconds from the start of the process to its end."""
    begin = time.perf_counter()
    ran = bench.run(*arguments)
    return time.perf_counter() - begin, ran


def ten_files(bench: Bench, repeats: int) -> dict[str, Any]:
    """Ten files: the first process, the median of the next ones, and of that the part behind the engine's start, which a warm process has
    behind it. Each is a process of its own, so that the difference of the two medians may come out below zero when it is small."""
    music(bench.work / "ten", TEN)
    seconds, starts = [], []
    for _ in range(repeats):
        took, ran = timed(bench, "classify", "ten", "--engine", bench.engine, "--model", "model", "--quiet")
        if ran.stdout.count("\n") != TEN:
            raise RuntimeError(f"{TEN} answers were expected: {ran.stdout}")
        seconds.append(took)
        starts.append(json.loads(bench.run("probe", "--engine", bench.engine, "--model", "model", "--json").stdout)["start_s"])
    later, start = statistics.median(seconds[1:]), statistics.median(starts[1:])
    return {"first_s": seconds[0], "median_s": later, "engine_start_s": start, "behind_the_start_s": later - start}


def end_to_end(bench: Bench, count: int) -> dict[str, Any]:
    """Files to a table with all cores."""
    music(bench.work / "many", count)
    with VideoMemory() as memory:
        seconds, ran = timed(bench, "classify", "many", "--engine", bench.engine, "--model", "model", "-o", "many.parquet")
    if f"classified {count} files" not in ran.stderr:
        raise RuntimeError(f"{count} files were expected: {ran.stderr.strip()[-500:]}")
    return {"files": count, "cores": os.cpu_count(), "seconds": seconds, "files_per_second": count / seconds, "video_memory_mib": memory.used()}


def same_rows(bench: Bench) -> dict[str, Any]:
    """The same bits in any order, with any number of threads and alone."""
    clips = sorted(path.name for path in (ROOT / "tests" / "data" / "audio").iterdir())
    shutil.copytree(ROOT / "tests" / "data" / "audio", bench.work / "clips", dirs_exist_ok=True)
    names = [f"clips/{name}" for name in clips]

    def rows(order: list[str], *options: object) -> dict[str, str]:
        told = bench.run("classify", *order, "--engine", bench.engine, "--model", "model", "--quiet", *options).stdout
        return {json.loads(line)["path"]: line for line in told.splitlines()}

    expected = rows(names, "--jobs", 1)
    for order, options in ((names, ("--jobs", 2)), (names[::-1], ()), (names[5:6], ())):
        for path, line in rows(order, *options).items():
            if line != expected[path]:
                raise RuntimeError(f"{path} comes out otherwise in another order: {line} instead of {expected[path]}")
    return {"files": len(names), "same": True, "engine": json.loads(expected[names[0]])["engine"]}


def halved(bench: Bench) -> dict[str, Any]:
    """Too little memory for the batch is said, and a smaller one is taken."""
    ran = bench.run("probe", "--engine", bench.engine, "--model", "model", "--batch-size", 1024, "--gpu-memory", 900)
    lines = [line for line in ran.stderr.splitlines() if "not enough memory" in line]
    if not lines:
        raise RuntimeError(f"nothing was halved: {ran.stdout}")
    return {"said": lines, "engine": ran.stdout.splitlines()[0]}


def pack(args: argparse.Namespace) -> int:
    """Programs and libraries as one compressed archive, cut into pieces."""
    args.out.mkdir(parents=True, exist_ok=True)
    archive = io.BytesIO()
    # Without PyTorch's answers, every start of an engine would have to ask tract first, and its time would count as the engine's.
    work = args.out / "reference"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    reference = converted(args.xtask, work, args.size, code=0) / "reference.json"
    with tarfile.open(fileobj=archive, mode="w:gz", compresslevel=6) as tar:
        for path, name in ((args.program, "acousticsense"), (args.xtask, "xtask")):
            tar.add(path.resolve(), name)
        tar.add(reference, "reference.json")
        for path in sorted(args.library.iterdir()):
            if path.name.startswith(LIBRARIES):
                tar.add(path.resolve(), f"lib/{path.name}")
    shutil.rmtree(work)
    data = archive.getvalue()
    size = args.piece_mib << 20
    pieces = [data[start:start + size] for start in range(0, len(data), size)]
    for number, piece in enumerate(pieces):
        (args.out / f"piece-{number:02}").write_bytes(piece)
    (args.out / "sha256").write_text(f"{len(pieces)} {hashlib.sha256(data).hexdigest()}\n")
    print(f"{len(pieces)} pieces of at most {args.piece_mib} MiB in {args.out}; carry `sha256` with the last one")
    return 0


def unpack(pieces: Path, to: Path) -> None:
    """Joins what `pack` has cut."""
    count, wanted = (pieces / "sha256").read_text().split()
    data = b"".join((pieces / f"piece-{number:02}").read_bytes() for number in range(int(count)))
    if hashlib.sha256(data).hexdigest() != wanted:
        raise RuntimeError("the pieces are damaged, or of two packs")
    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        tar.extractall(to, filter="data")


def check(args: argparse.Namespace) -> int:
    """All checks; 1 when one has failed."""
    work = args.work.resolve()
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    program, xtask, library, reference = args.program, args.xtask, args.library, args.reference
    if args.pieces:
        unpack(args.pieces, work / "tools")
        program, xtask, library = work / "tools/acousticsense", work / "tools/xtask", work / "tools/lib"
        reference = work / "tools/reference.json"
    bench = Bench(program.resolve(), library.resolve(), args.engine, work, args.only, args.json and args.json.resolve())

    def model() -> dict[str, Any]:
        folder = converted(xtask, work, args.size, "--reference", "none", code=3)
        stored = answers_for(reference, work / "save.safetensors")
        if stored:
            shutil.copyfile(reference, folder / "reference.json")
        return {"size": args.size, "bytes": (folder / "model.f16.onnx").stat().st_size, "answers": "PyTorch's" if stored else "tract's, asked at every start"}

    # The others need it.
    bench.only, only = [], bench.only
    bench.step("model", model)
    bench.only = only
    if not bench.failed:
        for precision, batch in [("f16", batch) for batch in args.batches] + [("f32", args.batches[len(args.batches) // 2])]:
            bench.step(f"{precision}, batch {batch}", lambda p=precision, b=batch: alone(bench, p, b, args.runs))
        bench.step("f16, the program's own batch and bound on memory",
                   lambda: alone(bench, "f16", 64 if args.engine == "cuda" else 1, args.runs, bound_mib=None))
        bench.step("ten files", lambda: ten_files(bench, 5))
        bench.step("end to end", lambda: end_to_end(bench, args.files))
        bench.step("same rows", lambda: same_rows(bench))
        if args.engine == "cuda":
            bench.step("halving", lambda: halved(bench))
    shutil.rmtree(work, ignore_errors=True)
    print(f"{len(bench.found) - len(bench.failed)} of {len(bench.found)} checks passed" + (f"; failed: {', '.join(bench.failed)}" if bench.failed else ""))
    return int(bool(bench.failed))


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description="checks and timings on a machine with a GPU")
    commands = parser.add_subparsers(required=True)
    packing = commands.add_parser("pack", help="cut programs and libraries into pieces for small transfers")
    packing.add_argument("--out", type=Path, required=True, help="folder for the pieces")
    packing.add_argument("--piece-mib", type=int, default=36, help="size of a piece; the repository travels with it (default: 36)")
    packing.set_defaults(work_on=pack)
    checking = commands.add_parser("check", help="run everything")
    checking.add_argument("--pieces", type=Path, help="folder with what pack has written, in place of the next three")
    checking.add_argument("--engine", choices=("cuda", "ort-cpu"), default="cuda")
    checking.add_argument("--batches", type=int, nargs="+", default=[1, 16, 32, 64, 128, 256], help="batch sizes to time in f16")
    checking.add_argument("--runs", type=int, default=50, help="runs per batch size (default: 50)")
    checking.add_argument("--files", type=int, default=10_000, help="files from end to end (default: 10,000)")
    checking.add_argument("--work", type=Path, default=ROOT / "target" / "gpu-check", help="folder to work in, emptied first")
    checking.add_argument("--reference", type=Path, default=ROOT / "target/gpu/reference.json", help="PyTorch's answers, without --pieces")
    checking.add_argument("--only", nargs="+", default=[], metavar="NAME", help="only the checks whose names begin so; the model is always made")
    checking.add_argument("--json", type=Path, help="write what was found here, after every check")
    checking.set_defaults(work_on=check)
    for command in (packing, checking):
        command.add_argument("--size", choices=sorted(SIZES), default="vit_b_16", help="the network (default: vit_b_16)")
        command.add_argument("--library", type=Path, help="folder of ONNX Runtime's libraries")
        command.add_argument("--program", type=Path, default=ROOT / "target/release/acousticsense")
        command.add_argument("--xtask", type=Path, default=ROOT / "target/release/xtask")
    args = parser.parse_args()
    if args.library is None and (args.work_on is pack or args.pieces is None):
        parser.error("--library is needed: the folder of ONNX Runtime's libraries")
    return args.work_on(args)


if __name__ == "__main__":
    sys.exit(main())
