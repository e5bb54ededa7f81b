"""The peers' side of `cargo xtask bench`: librosa + torchvision, ONNX Runtime and PyTorch, timed on this machine.

    python tools/peers.py --front-end song.mp3 clip.wav --onnx model.f32.onnx --checkpoint save.pt --cold-start song.mp3

Only what is asked for is measured. One JSON object goes to stdout, progress to stderr. Times are milliseconds and medians
of `--repeats` runs after one warm-up, memory is peak resident bytes.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent


def note(text: str) -> None:
    """Progress, on stderr."""
    print(text, file=sys.stderr, flush=True)


def median_ms(work: Callable[[], object], repeats: int) -> float:
    """Median wall time of `work` in ms over `repeats` runs, after one that does not count."""
    work()
    times = []
    for _ in range(repeats):
        begin = time.perf_counter()
        work()
        times.append((time.perf_counter() - begin) * 1e3)
    return round(statistics.median(times), 3)


def processor() -> str:
    """The processor's name as the kernel tells it, or the architecture."""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.machine()
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def front_end(files: list[Path], repeats: int) -> list[dict[str, Any]]:
    """librosa + torchvision per file, in one warm process; librosa decodes the whole file."""
    import reference

    rows = []
    for path in files:
        note(f"front end: {path.name}")
        samples = reference.window(reference.load_mono(path))
        spectrogram = reference.decibels(samples)
        rows.append({
            "file": path.name, "bytes": path.stat().st_size,
            "decode_resample_ms": median_ms(lambda: reference.load_mono(path), repeats),
            "mel_db_ms": median_ms(lambda: reference.decibels(samples), repeats),
            "resize_ms": median_ms(lambda: reference.to_pixels(spectrogram), repeats),
            "total_ms": median_ms(lambda: reference.front_end(path), repeats)})
    return rows


def onnx_inference(model: Path, threads: list[int], batches: list[int], repeats: int) -> list[dict[str, Any]]:
    """ONNX Runtime on the CPU: one row per thread count and batch size; ms per batch."""
    import numpy as np
    import onnxruntime

    rows = []
    for count in threads:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = count
        options.inter_op_num_threads = 1
        begin = time.perf_counter()
        session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        load_ms = round((time.perf_counter() - begin) * 1e3, 1)
        given = session.get_inputs()[0]
        # Outputs other than the logits are not asked for: the product does not pay for them either.
        wanted = [session.get_outputs()[0].name]
        for batch in batches:
            note(f"ONNX Runtime: {count} threads, batch {batch}")
            pixels = np.random.default_rng(1).uniform(-351.0, -2.0, (batch, *given.shape[1:])).astype(np.float32)
            ms = median_ms(lambda: session.run(wanted, {given.name: pixels}), repeats)
            rows.append({"file": model.name, "threads": count, "batch": batch, "batch_ms": ms, "item_ms": round(ms / batch, 3), "load_ms": load_ms,
                         "providers": session.get_providers()})
    return rows


def torch_inference(checkpoint: Path, threads: list[int], repeats: int) -> list[dict[str, Any]]:
    """PyTorch on the CPU in inference mode, batch 1, per thread count."""
    import torch

    import reference

    network = reference.load_checkpoint(checkpoint)
    pixels = torch.rand((1, network.conv_proj.in_channels, 224, 224), generator=torch.Generator().manual_seed(1)) * 349.0 - 351.0
    rows = []
    with torch.inference_mode():
        for count in threads:
            note(f"PyTorch: {count} threads")
            torch.set_num_threads(count)
            rows.append({"threads": count, "batch": 1, "batch_ms": median_ms(lambda: network(pixels), repeats)})
    return rows


def run_once(command: list[str], environment: dict[str, str]) -> tuple[float, int]:
    """Wall time in ms and peak resident bytes of one fresh process, whose own answer goes nowhere."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall_ms = (time.perf_counter() - begin) * 1e3
    # wait4 has reaped the child: tell Popen, so that it does not try again.
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(command)} failed with status {process.returncode}")
    # Linux counts ru_maxrss in KiB, macOS in bytes.
    return wall_ms, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def evict(paths: list[Path]) -> bool:
    """Asks the kernel to drop the files' cached pages; False where it cannot."""
    if not hasattr(os, "posix_fadvise"):
        return False
    for path in paths:
        with path.open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    return True


def cold_start(peer: str, model: Path, audio: Path, threads: int, repeats: int) -> dict[str, Any]:
    """A fresh process from its start to its answer: wall time, with the model and the audio cached and evicted, and peak memory."""
    command = [sys.executable, str(HERE / "cold_peer.py"), peer, str(model), str(audio), str(threads)]
    environment = {**os.environ, "OMP_NUM_THREADS": str(threads)}
    row: dict[str, Any] = {"peer": peer, "threads": threads, "file": audio.name}
    note(f"cold start: {peer}, {threads} threads")
    # The first run fills the page cache and librosa's compiled-code cache.
    run_once(command, environment)
    runs = [run_once(command, environment) for _ in range(repeats)]
    row["cached_ms"] = round(statistics.median(wall for wall, _ in runs), 1)
    row["peak_rss_bytes"] = max(peak for _, peak in runs)
    evicted = []
    for _ in range(repeats):
        if evict([model, audio]):
            evicted.append(run_once(command, environment)[0])
    row["evicted_ms"] = round(statistics.median(evicted), 1) if evicted else None
    return row


def numbers(text: str) -> list[int]:
    """A comma-separated list of positive integers."""
    values = [int(part) for part in text.split(",")]
    if not values or min(values) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a list of positive integers")
    return values


def main() -> int:
    """Measures what the options ask for."""
    parser = argparse.ArgumentParser(description="time librosa, torchvision, ONNX Runtime and PyTorch")
    parser.add_argument("--front-end", nargs="+", type=Path, default=[], metavar="AUDIO", help="time the front end on these files")
    parser.add_argument("--onnx", type=Path, help="time ONNX Runtime on this model")
    parser.add_argument("--also-onnx", nargs="+", type=Path, default=[], metavar="ONNX", help="time it, once warm, on these models, too")
    parser.add_argument("--checkpoint", type=Path, help="time PyTorch on this state_dict")
    parser.add_argument("--cold-start", type=Path, metavar="AUDIO",
                        help="time fresh processes on this file, with --onnx and with --checkpoint as given")
    parser.add_argument("--only-cold-start", action="store_true", help="skip the warm inference rows")
    parser.add_argument("--threads", type=numbers, default=[1, 2], help="thread counts (default 1,2)")
    parser.add_argument("--batches", type=numbers, default=[1, 4], help="ONNX Runtime batch sizes (default 1,4)")
    parser.add_argument("--repeats", type=int, default=7)
    parser.add_argument("--cold-repeats", type=int, default=3)
    args = parser.parse_args()
    if not (args.front_end or args.onnx or args.checkpoint):
        parser.error("nothing to measure: give --front-end, --onnx or --checkpoint")
    packages = ("librosa", "numpy", "onnxruntime", "soxr", "torch", "torchvision")
    result: dict[str, Any] = {
        "processor": processor(), "cores": os.cpu_count(), "system": f"{platform.system()} {platform.machine()}",
        "versions": {"python": platform.python_version(), **{name: importlib.metadata.version(name) for name in packages}},
        "repeats": args.repeats}
    # Cold starts come first: they must not compete with this process' own thread pools.
    if args.cold_start:
        peers = [(name, model) for name, model in (("onnxruntime", args.onnx), ("torch", args.checkpoint)) if model]
        if not peers:
            parser.error("--cold-start wants --onnx, --checkpoint or both")
        result["cold_start"] = [cold_start(name, model, args.cold_start, count, args.cold_repeats)
                                for name, model in peers for count in args.threads]
    if args.front_end:
        result["front_end"] = front_end(args.front_end, args.repeats)
    if args.onnx and not args.only_cold_start:
        result["onnxruntime"] = [row for model in (args.onnx, *args.also_onnx)
                                 for row in onnx_inference(model, args.threads, args.batches, args.repeats)]
    if args.checkpoint and not args.only_cold_start:
        result["torch"] = torch_inference(args.checkpoint, args.threads, args.repeats)
    json.dump(result, sys.stdout, indent=1)
    print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
