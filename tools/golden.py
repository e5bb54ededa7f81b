"""Makes the golden data in tests/data: audio, the reference's pixels, tiny checkpoints and PyTorch's answers.

    python tools/golden.py            write everything
    python tools/golden.py --check    recompute everything, exit 1 and say what is stale

Lossy files are compared by hash with what the golden pixels were made of; lossless ones are composed again. --check looks at what
make_fixtures.py makes as well.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.metadata
import json
import platform
import re
import sys
import warnings
from pathlib import Path
from typing import Any

import librosa
import numpy as np
import soundfile
import torch

import golden_ccmusic
import make_checkpoint
import make_fixtures
from golden_clips import CLIPS, Clip, music, write, write_hostile
from reference import STD, WINDOW_SAMPLES, Floats, decibels, front_end, judge, load_checkpoint, load_mono, to_pixels, window

DATA = Path(__file__).resolve().parent.parent / "tests" / "data"
AUDIO, GOLDEN, CHECKPOINTS, HOSTILE = (DATA / name for name in ("audio", "golden", "checkpoints", "hostile"))
COMMAND = "python tools/golden.py"

PIXEL_TOLERANCE_DB = 1e-3
TENSOR_TOLERANCE = 2e-3
"""Largest difference of a regenerated tensor, relative to its largest value: calibration repeats to float rounding, and the head's
inverse deviations and principal axes amplify that."""
LOGIT_TOLERANCE = 1e-5
"""Largest difference of a recomputed logit, relative to the largest logit."""
LEAST_SHIFT_DB = 1.0
"""A shift by one hop must move every clip's pixels by at least this in the mean, or the clip proves nothing."""

RECIPES = {
    "weyl": "f32(-351 + ((((c*50176 + y*224 + x) * 2654435761) mod 2^32) / 2^32) * 349), computed in f64",
    "ramp": "f32(-351 + (((7*y + 3*x + 11*c) mod 224) / 223) * 349), computed in f64",
}
"""Inputs that any language can compute exactly: c, y, x are channel, row and column of [C, 224, 224]."""


def formula(name: str, channels: int) -> Floats:
    """The picture of a recipe, f32 [channels, 224, 224]; its channels differ."""
    c, y, x = np.meshgrid(np.arange(channels), np.arange(224), np.arange(224), indexing="ij")
    if name == "weyl":
        hashed = (c * 50_176 + y * 224 + x).astype(np.uint64) * np.uint64(2_654_435_761) % np.uint64(1 << 32)
        unit = hashed.astype(np.float64) / 4_294_967_296.0
    else:
        unit = ((7 * y + 3 * x + 11 * c) % 224).astype(np.float64) / 223.0
    return (-351.0 + unit * 349.0).astype(np.float32)


NETWORKS = {"tiny": ("plain", 1, 3), "tiny-ccmusic-head": ("ccmusic", 3, 2)}
"""Committed checkpoints: head, input channels, seed."""
CALIBRATION_CLIPS = 48


def versions() -> dict[str, str]:
    """Versions of what the numbers depend on."""
    packages = ("librosa", "matplotlib", "numpy", "pillow", "scipy", "soundfile", "soxr", "torch", "torchvision")
    return {"python": platform.python_version(), **{name: importlib.metadata.version(name) for name in packages}}


def sha256(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def same_samples(clip: Clip) -> bool:
    """Whether the committed lossless file holds the composed samples, to one step of its sample format."""
    bits = {"PCM_U8": 8, "PCM_16": 16, "PCM_24": 24, "FLOAT": 20}[clip.sound.split("/")[1]]
    held, rate = soundfile.read(AUDIO / clip.file, dtype="float64", always_2d=True)
    made = music(clip)
    # Rounding to the format is half a step, another machine's sin and exp another half.
    return rate == clip.sample_rate and held.shape == made.shape and float(np.abs(held - made).max()) <= 1.01 * 2.0 ** (1 - bits)


def one_hop_shift_db(clip: Clip, pixels: Floats) -> float:
    """Mean difference in dB that turning the window by 512 samples at 22,050 Hz makes."""
    shifted = to_pixels(decibels(np.roll(window(load_mono(AUDIO / clip.file)), -512)))
    return float(np.abs(shifted - pixels).mean() * STD)


def describe(clip: Clip, pixels: Floats) -> dict[str, Any]:
    """The clip's entry of article.json."""
    native, rate = load_native(AUDIO / clip.file)
    return {"file": clip.file, "pixels": f"{clip.file}.pixels.npy", "sample_rate_hz": rate, "channels": clip.channels,
            "codec": clip.codec, "duration_s": round(native.shape[-1] / rate, 6),
            "looped": load_mono(AUDIO / clip.file).size < WINDOW_SAMPLES, "tolerance": clip.tolerance,
            "one_hop_shift_mean_db": round(one_hop_shift_db(clip, pixels), 3), "sha256": sha256(AUDIO / clip.file)}


def load_native(path: Path) -> tuple[Floats, int]:
    """Decodes at the file's own rate: samples [channels, frames] or [frames], and the rate in Hz."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        samples, rate = librosa.load(path, sr=None, mono=False)
    return samples, int(rate)


def answers(name: str) -> dict[str, Any]:
    """PyTorch's answers of a committed checkpoint for the golden pixels and the formula inputs."""
    network = load_checkpoint(CHECKPOINTS / f"{name}.pt")
    channels = network.conv_proj.in_channels
    rows = [{"input": clip.file, "pixels": f"{clip.file}.pixels.npy", **judge(network, np.load(GOLDEN / f"{clip.file}.pixels.npy"))}
            for clip in CLIPS]
    line = make_checkpoint.require(torch.tensor([row["logits"] for row in rows]), f"{name}, golden clips")
    print(line, file=sys.stderr)
    rows += [{"input": recipe, "formula": text, **judge(network, formula(recipe, channels))} for recipe, text in RECIPES.items()]
    return {"generated_by": COMMAND, "versions": versions(), "checkpoint": f"{name}.pt", "channels": channels,
            "heads": network.encoder.layers[0].num_heads, "figures": line, "inputs": rows}


def save_json(path: Path, value: dict[str, Any]) -> None:
    """Writes JSON, indented, with every array of numbers on one line."""
    text = json.dumps(value, indent=1)
    text = re.sub(r"\[\s+(-?[\d.e+-]+(?:,\s+-?[\d.e+-]+)*)\s+\]", lambda m: "[" + re.sub(r"\s+", " ", m.group(1)) + "]", text)
    path.write_text(text + "\n")


def make_all() -> int:
    """Writes everything; refuses clips and checkpoints on which a defect would not be seen."""
    for folder in (AUDIO, GOLDEN, CHECKPOINTS):
        folder.mkdir(parents=True, exist_ok=True)
    entries = []
    for clip in CLIPS:
        # A lossless file that already holds these samples stays: some writers put a date into the header.
        if not (clip.lossless and (AUDIO / clip.file).exists() and same_samples(clip)):
            write(clip, AUDIO / clip.file)
        pixels = front_end(AUDIO / clip.file)
        np.save(GOLDEN / f"{clip.file}.pixels.npy", pixels)
        entries.append(describe(clip, pixels))
        shift = entries[-1]["one_hop_shift_mean_db"]
        print(f"{clip.file}: {(AUDIO / clip.file).stat().st_size:,} bytes, one hop moves {shift} dB", file=sys.stderr)
        if shift < LEAST_SHIFT_DB:
            raise SystemExit(f"{clip.file}: one hop moves the pixels by {shift} dB only; change its style or seed")
    save_json(GOLDEN / "article.json", {"generated_by": COMMAND, "versions": versions(), "clips": entries})
    write_hostile(HOSTILE)
    pictures = make_checkpoint.calibration_clips(CALIBRATION_CLIPS, 10_000)
    for name, (head, channels, seed) in NETWORKS.items():
        network = make_checkpoint.make("tiny", head, channels, seed, pictures)
        torch.save(make_checkpoint.state_of(network), CHECKPOINTS / f"{name}.pt")
        save_json(GOLDEN / f"{name}.json", answers(name))
    save_json(GOLDEN / "ccmusic.json", golden_ccmusic.make(versions(), COMMAND))
    return 0


def check_clips() -> list[str]:
    """What is stale among audio and pixels."""
    stale = []
    table = {row["file"]: row for row in json.loads((GOLDEN / "article.json").read_text())["clips"]}
    if list(table) != [clip.file for clip in CLIPS]:
        stale.append("article.json lists other clips than golden_clips.py")
    for clip in CLIPS:
        path = AUDIO / clip.file
        if clip.file not in table or not path.exists() or sha256(path) != table[clip.file]["sha256"]:
            stale.append(f"{clip.file}: not the file that article.json describes")
            continue
        if describe(clip, np.load(GOLDEN / f"{clip.file}.pixels.npy")) != table[clip.file]:
            stale.append(f"{clip.file}: article.json describes it otherwise than golden_clips.py")
        if clip.lossless and not same_samples(clip):
            stale.append(f"{clip.file}: holds other samples than compose.py makes")
        error = float(np.abs(front_end(path) - np.load(GOLDEN / f"{clip.file}.pixels.npy")).max() * STD)
        if error > PIXEL_TOLERANCE_DB:
            stale.append(f"{clip.file}: pixels differ by {error:.2g} dB")
    return stale


def check_networks() -> list[str]:
    """What is stale among checkpoints and PyTorch's answers."""
    stale = []
    pictures = make_checkpoint.calibration_clips(CALIBRATION_CLIPS, 10_000)
    for name, (head, channels, seed) in NETWORKS.items():
        held = load_checkpoint(CHECKPOINTS / f"{name}.pt").state_dict()
        for key, tensor in make_checkpoint.state_of(make_checkpoint.make("tiny", head, channels, seed, pictures)).items():
            scale = float(tensor.abs().max())
            if held[key].shape != tensor.shape or float((held[key] - tensor).abs().max()) > TENSOR_TOLERANCE * scale:
                stale.append(f"{name}.pt: {key} is not what make_checkpoint.py makes")
        golden = json.loads((GOLDEN / f"{name}.json").read_text())["inputs"]
        fresh = answers(name)["inputs"]
        if [row["input"] for row in golden] != [row["input"] for row in fresh]:
            stale.append(f"{name}.json: lists other inputs")
            continue
        for was, now in zip(golden, fresh, strict=True):
            for field in ("logits", "probabilities", "embedding"):
                a, b = np.array(was[field]), np.array(now[field])
                if np.abs(a - b).max() > LOGIT_TOLERANCE * max(1.0, np.abs(b).max()):
                    stale.append(f"{name}.json: {field} of {was['input']} differ by {np.abs(a - b).max():.2g}")
    return stale


def main() -> int:
    """Writes or checks the golden data."""
    parser = argparse.ArgumentParser(description="make or check the golden test data")
    parser.add_argument("--check", action="store_true", help="compare only; exit 1 when something is stale")
    args = parser.parse_args()
    torch.set_num_threads(1)
    if not args.check:
        return make_all()
    found = {COMMAND: check_clips() + check_networks() + golden_ccmusic.check(), make_fixtures.COMMAND: make_fixtures.check()}
    for command, stale in found.items():
        for line in stale:
            print(f"stale: {line}", file=sys.stderr)
        if stale:
            print(f"to mend it, run: {command}", file=sys.stderr)
    if any(found.values()):
        return 1
    print(f"golden data is current: {len(CLIPS)} clips, {len(NETWORKS)} checkpoints, "
          f"{len(golden_ccmusic.FILES)} tracks, and the fixtures", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
