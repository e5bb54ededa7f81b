"""The reference: the article's pipeline in Python, exactly as librosa, torchvision and PyTorch compute it.

    python tools/reference.py pixels FILE... --out-dir DIR
    python tools/reference.py classify --checkpoint save.pt --pixels a.npy b.npy

Front end "article": file → 22,050 Hz mono → first 10 s (shorter clips repeated) → 128-mel power spectrogram in dB under its
own maximum → [1, 224, 224] by an antialiased bilinear resize → (dB - 0.485) / 0.229.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import warnings
from collections import OrderedDict
from pathlib import Path
from typing import Any

import librosa
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torchvision import transforms
from torchvision.models.vision_transformer import VisionTransformer

SAMPLE_RATE_HZ = 22_050
WINDOW_SAMPLES = 10 * SAMPLE_RATE_HZ
MEAN, STD = 0.485, 0.229
LINEAR_INDICES = (1, 4, 7, 9)
"""Where the four Linear layers of the CCMusic head stand in their Sequential."""

Floats = NDArray[np.float32]


def load_mono(path: str | Path) -> Floats:
    """Decodes a whole file to mono f32 at 22,050 Hz, shape [samples], with librosa's default resampler (soxr HQ)."""
    with warnings.catch_warnings():
        # libsndfile reads no AAC; librosa then falls back to audioread (the ffmpeg program) and warns about it.
        warnings.simplefilter("ignore")
        samples, _ = librosa.load(path, sr=SAMPLE_RATE_HZ, mono=True)
    return samples


def window(samples: Floats) -> Floats:
    """The first 220,500 samples; a shorter clip is repeated end to end and cut."""
    if samples.size == 0:
        raise ValueError("no samples")
    return np.tile(samples, -(-WINDOW_SAMPLES // samples.size))[:WINDOW_SAMPLES]


def decibels(samples: Floats) -> Floats:
    """Mel spectrogram in dB under its own maximum, floored at -80: [220500] → [128, 431], low frequencies in row 0."""
    power = librosa.feature.melspectrogram(y=samples, sr=SAMPLE_RATE_HZ, n_fft=2048, hop_length=512, n_mels=128, fmin=0, fmax=8000)
    return librosa.power_to_db(power, ref=np.max).astype(np.float32)


def to_pixels(spectrogram: Floats) -> Floats:
    """[128, 431] dB → normalised pixels f32 [1, 224, 224] (about -351 to -2)."""
    pipeline = transforms.Compose([
        transforms.ToTensor(), transforms.Resize((224, 224)), transforms.Normalize(mean=[MEAN], std=[STD])])
    return np.ascontiguousarray(pipeline(spectrogram).numpy(), dtype=np.float32)


def front_end(path: str | Path) -> Floats:
    """Audio file → pixels f32 [1, 224, 224]: the article's front end as one call."""
    return to_pixels(decibels(window(load_mono(path))))


def front_end_of(samples: Floats, sample_rate: int) -> Floats:
    """Mono samples at any rate in Hz → pixels f32 [1, 224, 224]."""
    if sample_rate != SAMPLE_RATE_HZ:
        samples = librosa.resample(samples, orig_sr=sample_rate, target_sr=SAMPLE_RATE_HZ)
    return to_pixels(decibels(window(samples)))


def head_of(dim: int, widths: list[int]) -> nn.Module:
    """A classification head from its layers' output widths: one Linear, or the CCMusic Sequential of four."""
    if len(widths) == 1:
        return nn.Linear(dim, widths[0])
    if len(widths) != len(LINEAR_INDICES):
        raise ValueError(f"a head has one or {len(LINEAR_INDICES)} linear layers, not {len(widths)}")
    a, b, c, out = widths
    return nn.Sequential(
        nn.Dropout(0.5), nn.Linear(dim, a), nn.ReLU(inplace=True), nn.Dropout(0.5), nn.Linear(a, b), nn.ReLU(inplace=True),
        nn.Dropout(0.5), nn.Linear(b, c), nn.ReLU(inplace=True), nn.Linear(c, out))


def build(*, channels: int, image: int, patch: int, dim: int, depth: int, heads: int, mlp: int, widths: list[int]) -> VisionTransformer:
    """torchvision's own VisionTransformer with the given sizes, input channels and head; in eval mode."""
    network = VisionTransformer(image_size=image, patch_size=patch, num_layers=depth, num_heads=heads, hidden_dim=dim,
                                mlp_dim=mlp, num_classes=widths[-1])
    if channels != 3:
        network.conv_proj = nn.Conv2d(channels, dim, kernel_size=patch, stride=patch)
    network.heads.head = head_of(dim, widths)
    return network.eval()


def heads_for(dim: int) -> int:
    """The number of attention heads, which a state_dict does not tell: 64 wide as in every ViT, else 16 wide (our tiny one)."""
    return dim // 64 if dim % 64 == 0 else dim // 16


def network_for(state: dict[str, Tensor], heads: int | None = None) -> VisionTransformer:
    """Builds the network whose sizes the tensors' shapes tell, and loads them strictly."""
    dim, channels, patch, _ = state["conv_proj.weight"].shape
    tokens = state["encoder.pos_embedding"].shape[1]
    layers = {int(m.group(1)) for m in map(re.compile(r"encoder\.layers\.encoder_layer_(\d+)\.").match, state) if m}
    linear = re.compile(r"heads\.head\.(?:(\d+)\.)?weight")
    found = sorted((int(m.group(1) or 0), state[m.group(0)].shape[0]) for m in map(linear.fullmatch, state) if m)
    network = build(channels=channels, image=patch * round((tokens - 1) ** 0.5), patch=patch, dim=dim, depth=len(layers),
                    heads=heads or heads_for(dim), mlp=state["encoder.layers.encoder_layer_0.mlp.0.weight"].shape[0],
                    widths=[width for _, width in found])
    network.load_state_dict(state, strict=True)
    return network.eval()


def load_checkpoint(path: str | Path, heads: int | None = None) -> VisionTransformer:
    """Reads a state_dict without executing anything in it and builds its network."""
    state: OrderedDict[str, Tensor] = torch.load(path, map_location="cpu", weights_only=True)
    return network_for(state, heads)


def embed(network: VisionTransformer, pixels: Tensor) -> Tensor:
    """[N, C, 224, 224] → the class token after the last norm, [N, dim]."""
    tokens = network._process_input(pixels)
    tokens = torch.cat([network.class_token.expand(tokens.shape[0], -1, -1), tokens], dim=1)
    return network.encoder(tokens)[:, 0]


def for_channels(pixels: Floats, channels: int) -> Tensor:
    """[1 or C, 224, 224] → [1, C, 224, 224]; a single channel is repeated."""
    tensor = torch.from_numpy(np.ascontiguousarray(pixels, dtype=np.float32))
    if tensor.ndim != 3 or tensor.shape[0] not in (1, channels):
        raise ValueError(f"pixels of shape {list(tensor.shape)} do not fit {channels} channels")
    return tensor.expand(channels, -1, -1).unsqueeze(0).contiguous()


def judge(network: VisionTransformer, pixels: Floats) -> dict[str, Any]:
    """Logits [K], probabilities [K] and embedding [dim] of one picture, by PyTorch itself, one picture at a time."""
    batch = for_channels(pixels, network.conv_proj.in_channels)
    with torch.inference_mode():
        logits = network(batch)
        return {"logits": logits[0].tolist(), "probabilities": logits.softmax(dim=1)[0].tolist(),
                "embedding": embed(network, batch)[0].tolist()}


def main() -> int:
    """Command line; JSON on stdout."""
    parser = argparse.ArgumentParser(description="the article's pipeline in Python")
    commands = parser.add_subparsers(dest="command", required=True)
    draw = commands.add_parser("pixels", help="write the model input of audio files as NAME.pixels.npy")
    draw.add_argument("files", nargs="+", type=Path)
    draw.add_argument("--out-dir", type=Path, required=True)
    ask = commands.add_parser("classify", help="logits and probabilities of pixel files, as JSON")
    ask.add_argument("--checkpoint", type=Path, required=True)
    ask.add_argument("--pixels", nargs="+", type=Path, required=True)
    ask.add_argument("--heads", type=int, help="attention heads (default: dim/64, or dim/16 where 64 does not divide dim)")
    ask.add_argument("--embedding", action="store_true", help="also print the class token after the last norm")
    args = parser.parse_args()
    torch.set_num_threads(1)
    if args.command == "pixels":
        args.out_dir.mkdir(parents=True, exist_ok=True)
        for path in args.files:
            np.save(args.out_dir / f"{path.name}.pixels.npy", front_end(path))
            print(f"{path.name}", file=sys.stderr)
        return 0
    network = load_checkpoint(args.checkpoint, args.heads)
    answers = []
    for path in args.pixels:
        answer = judge(network, np.load(path))
        if not args.embedding:
            del answer["embedding"]
        answers.append({"file": str(path), **answer})
    print(json.dumps(answers, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
