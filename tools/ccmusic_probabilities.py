"""How much of an answer the residual difference between our pictures and the reference's can change.

    python tools/ccmusic_probabilities.py --acousticsense target/debug/acousticsense --model DIR --size vit_b_16

Composes tracks, draws their windows with librosa, matplotlib and Pillow and with `acousticsense inspect` (DIR is any converted model of the
"ccmusic" front end, only its front end is used), and shows both to one seeded, untrained network in PyTorch whose head is calibrated on
pictures of this kind. For comparison: the same with pictures one column off, and with PNG in the place of JPEG.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import soundfile
import torch

import make_checkpoint
import reference_ccmusic as reference
from compose import compose
from reference import Floats, for_channels
from styles import STYLES

CALIBRATION_CLIPS = 48
RATES_HZ = (22_050, 44_100, 48_000, 32_000)


def track(folder: Path, seed: int, seconds: float, rate: int) -> Path:
    """A composed track as a WAV file of 16 bits."""
    path = folder / f"{seed}.wav"
    style = sorted(STYLES)[seed % len(STYLES)]
    soundfile.write(path, compose(style, seconds, rate, 1, seed), rate, subtype="PCM_16")
    return path


def ours(program: Path, model: Path, path: Path) -> Floats:
    """What our front end makes of a track, [windows, 3, 224, 224]."""
    out = path.with_suffix(".npy")
    subprocess.run([program, "inspect", path, "--model", model, "--pixels", out], check=True, stdout=subprocess.DEVNULL)
    pixels = np.load(out)
    return pixels.reshape(-1, *pixels.shape[-3:])


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description="what the residual difference of the pictures changes in the probabilities")
    parser.add_argument("--acousticsense", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--size", choices=sorted(make_checkpoint.SIZES), default="tiny")
    parser.add_argument("--tracks", type=int, default=24)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        calibration = [reference.to_pixels(reference.picture(reference.windows(track(folder, 30_000 + n, 12.0, 22_050))[1][0]))
                       for n in range(CALIBRATION_CLIPS)]
        network = make_checkpoint.make(args.size, "ccmusic", 3, args.seed, calibration)

        def answer(pixels: Floats) -> Floats:
            with torch.inference_mode():
                return network(for_channels(pixels, 3)).softmax(dim=1)[0].numpy()

        rows: dict[str, list[tuple[float, float, bool]]] = {}
        tops = []
        for n in range(args.tracks):
            rate = RATES_HZ[n % len(RATES_HZ)]
            path = track(folder, 40_000 + n, 24.0, rate)
            for window, mine in zip(reference.windows(path)[1], ours(args.acousticsense, args.model, path), strict=True):
                pixels = reference.to_pixels(reference.picture(window))
                expected = answer(pixels)
                tops.append(float(expected.max()))
                for what, other in (
                    (f"ours, {rate} Hz", mine),
                    ("one column off", reference.to_pixels(reference.picture(np.roll(window, -1, axis=1)))),
                    ("PNG in the place of JPEG", reference.to_pixels(reference.picture(window, "png")))):
                    got = answer(other)
                    rows.setdefault(what, []).append((float(np.abs(other - pixels).mean()), float(np.abs(got - expected).max()),
                                                      bool(got.argmax() == expected.argmax())))
    print(f"{args.size}, seed {args.seed}: {len(tops)} windows, median top probability {np.median(tops):.3f}")
    for what, found in rows.items():
        pixels, apart, same = (np.array(column) for column in zip(*found, strict=True))
        print(f"{what}: pixels mean {pixels.mean():.5f} max {pixels.max():.5f}; |Δp| median {np.median(apart):.4f} "
              f"max {apart.max():.4f}; same first genre {same.sum()} of {same.size}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
