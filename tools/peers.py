"""The peers' side of `cargo xtask bench`: librosa + torchvision, ONNX Runtime and PyTorch, one question at a time.

    echo '{"onnx": "model.f32.onnx", "threads": 1, "batch": 4}' | python tools/peers.py

Every line of standard input is a question in JSON, every line of standard output its answer, so that whoever asks can take turns with
them: ours, theirs, ours, theirs, on a machine whose speed drifts. Networks stay loaded until they are to be forgotten. Questions:

    {"versions": true}                                    what is installed
    {"onnx": FILE, "threads": N, "batch": N}              one run in ONNX Runtime, ms; the first one loads the file
    {"onnx": FILE, "quantised": true, "threads": …}       the same of what ONNX Runtime's own dynamic quantisation makes of a file in f32
    {"torch": CHECKPOINT, "threads": N, "batch": N}       one run in PyTorch, ms
    {"front_end": FILE, "repeats": N}                     librosa + torchvision on a file, medians in ms after one run that does not count
    {"answer": FILE, "pixels": RAW}                       what ONNX Runtime answers to one picture in a file of little-endian f32
    {"forget": true}                                      drops all networks
"""

from __future__ import annotations

import importlib.metadata
import json
import platform
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

PACKAGES = ("librosa", "numpy", "onnxruntime", "soxr", "torch", "torchvision")
# Whatever has been loaded, by question.
LOADED: dict[tuple[Any, ...], Any] = {}


def once_ms(work: Callable[[], object]) -> float:
    """Wall time of `work` in ms."""
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1e3


def median_ms(work: Callable[[], object], repeats: int) -> float:
    """Median wall time of `work` in ms over `repeats` runs, after one that does not count."""
    work()
    return round(statistics.median(once_ms(work) for _ in range(repeats)), 3)


def kept(key: tuple[Any, ...], make: Callable[[], Any]) -> Any:
    """What was made for this key, now or before."""
    if key not in LOADED:
        LOADED[key] = make()
    return LOADED[key]


def front_end(path: Path, repeats: int) -> dict[str, Any]:
    """librosa + torchvision on a file; librosa decodes all of it."""
    import reference

    samples = reference.window(reference.load_mono(path))
    spectrogram = reference.decibels(samples)
    return {
        "file": path.name, "bytes": path.stat().st_size,
        "decode_resample_ms": median_ms(lambda: reference.load_mono(path), repeats),
        "mel_db_ms": median_ms(lambda: reference.decibels(samples), repeats),
        "resize_ms": median_ms(lambda: reference.to_pixels(spectrogram), repeats),
        "total_ms": median_ms(lambda: reference.front_end(path), repeats)}


def session(model: str, threads: int) -> Any:
    """ONNX Runtime on the CPU."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    # Its threads would go on waiting actively for some 50 ms after a run and take that time from whoever's turn it is. Sleeping instead
    # costs them some microseconds at their next turn.
    options.add_session_config_entry("session.force_spinning_stop", "1")
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def quantised(model: str) -> str:
    """Writes beside a file in f32 what ONNX Runtime's own dynamic quantisation makes of it, int8 per channel; names that file."""
    from onnxruntime import quantization

    made = Path(model).with_suffix(".own-int8.onnx")
    if not made.is_file() or made.stat().st_mtime < Path(model).stat().st_mtime:
        begun = made.with_suffix(".begun")
        quantization.quantize_dynamic(model, begun, per_channel=True, weight_type=quantization.QuantType.QInt8)
        begun.rename(made)
    return str(made)


def onnx(model: str, threads: int, batch: int) -> dict[str, Any]:
    """One run of a batch in ONNX Runtime."""
    import numpy as np

    network = kept(("onnx", model, threads), lambda: session(model, threads))
    given = network.get_inputs()[0]
    shape = (batch, *given.shape[1:])
    pixels = kept(("pixels", shape), lambda: np.random.default_rng(1).uniform(-351.0, -2.0, shape).astype(np.float32))
    # Outputs other than the logits are not asked for: the product does not pay for them either.
    wanted = [network.get_outputs()[0].name]
    return {"ms": once_ms(lambda: network.run(wanted, {given.name: pixels}))}


def outputs(model: str, pixels: str) -> dict[str, Any]:
    """Logits and embedding of one picture."""
    import numpy as np

    network = session(model, 1)
    given = network.get_inputs()[0]
    picture = np.fromfile(pixels, dtype="<f4").reshape(1, *given.shape[1:])
    logits, embedding = network.run(["logits", "embedding"], {given.name: picture})
    return {"logits": logits[0].tolist(), "embedding": embedding[0].tolist()}


def torch(checkpoint: str, threads: int, batch: int) -> dict[str, Any]:
    """One run of a batch in PyTorch, in inference mode."""
    import torch as pytorch

    import reference

    network = kept(("torch", checkpoint), lambda: reference.load_checkpoint(Path(checkpoint)))
    shape = (batch, network.conv_proj.in_channels, 224, 224)
    pixels = pytorch.rand(shape, generator=pytorch.Generator().manual_seed(1)) * 349.0 - 351.0
    pytorch.set_num_threads(threads)
    with pytorch.inference_mode():
        return {"ms": once_ms(lambda: network(pixels))}


def answer(question: dict[str, Any]) -> dict[str, Any]:
    """Measures what is asked for."""
    if "onnx" in question:
        model = quantised(question["onnx"]) if question.get("quantised") else question["onnx"]
        return onnx(model, question["threads"], question["batch"])
    if "torch" in question:
        return torch(question["torch"], question["threads"], question["batch"])
    if "front_end" in question:
        return front_end(Path(question["front_end"]), question["repeats"])
    if "answer" in question:
        return outputs(question["answer"], question["pixels"])
    if "versions" in question:
        return {"python": platform.python_version(), **{name: importlib.metadata.version(name) for name in PACKAGES}}
    if "forget" in question:
        LOADED.clear()
        return {}
    raise ValueError(f"{question} is no question; see the head of this file")


def main() -> int:
    """Answers until the questions end."""
    for line in sys.stdin:
        try:
            told = answer(json.loads(line))
        except Exception as error:  # noqa: BLE001  (whoever asks is to hear why, and goes on)
            told = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(told), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
