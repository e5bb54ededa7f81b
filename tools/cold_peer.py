"""The smallest honest Python program from audio file to answer, for `cargo xtask bench` to start afresh and time.

    python tools/cold_peer.py onnxruntime model.onnx song.mp3 2
    python tools/cold_peer.py torch save.pt song.mp3 2

With ONNX Runtime nothing of PyTorch is imported: the resize is written out in numpy, as one would who deploys without it.
"""

from __future__ import annotations

import json
import sys
from typing import BinaryIO

import numpy as np


def triangle(length: int, size: int) -> np.ndarray:
    """Antialiased bilinear resize of an axis as a matrix [size, length], half-pixel centres."""
    scale = length / size
    reach = max(scale, 1.0)
    centres = (np.arange(size) + 0.5) * scale
    weights = np.maximum(1.0 - np.abs(np.arange(length) + 0.5 - centres[:, None]) / reach, 0.0)
    return (weights / weights.sum(axis=1, keepdims=True)).astype(np.float32)


def light_front_end(path: str | BinaryIO) -> np.ndarray:
    """Audio file → pixels f32 [1, 1, 224, 224] with librosa and numpy only."""
    import librosa

    samples, _ = librosa.load(path, sr=22_050, mono=True)
    samples = np.tile(samples, -(-220_500 // samples.size))[:220_500]
    power = librosa.feature.melspectrogram(y=samples, sr=22_050, n_fft=2048, hop_length=512, n_mels=128, fmin=0, fmax=8000)
    spectrogram = librosa.power_to_db(power, ref=np.max)
    small = triangle(128, 224) @ spectrogram @ triangle(spectrogram.shape[1], 224).T
    return ((small - 0.485) / 0.229).astype(np.float32)[None, None]


def with_onnxruntime(model: str, audio: str, threads: int) -> list[float]:
    """Probabilities by ONNX Runtime."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    given = session.get_inputs()[0]
    pixels = np.repeat(light_front_end(audio), given.shape[1], axis=1)
    logits = session.run([session.get_outputs()[0].name], {given.name: pixels})[0][0]
    raised = np.exp(logits - logits.max())
    return (raised / raised.sum()).tolist()


def with_torch(checkpoint: str, audio: str, threads: int) -> list[float]:
    """Probabilities by PyTorch and torchvision, as the article's program does it."""
    import torch

    import reference

    torch.set_num_threads(threads)
    network = reference.load_checkpoint(checkpoint)
    with torch.inference_mode():
        pixels = reference.for_channels(reference.front_end(audio), network.conv_proj.in_channels)
        return network(pixels).softmax(dim=1)[0].tolist()


def main() -> int:
    """Prints the probabilities as JSON."""
    if len(sys.argv) != 5 or sys.argv[1] not in ("onnxruntime", "torch"):
        print("usage: cold_peer.py onnxruntime|torch MODEL AUDIO THREADS", file=sys.stderr)
        return 2
    _, peer, model, audio, threads = sys.argv
    work = with_onnxruntime if peer == "onnxruntime" else with_torch
    print(json.dumps(work(model, audio, int(threads))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
