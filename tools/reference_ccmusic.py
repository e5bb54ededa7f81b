"""The reference of the "ccmusic" front end: pictures of a track's windows, by the libraries and calls of the CCMusic project itself.

    python tools/reference_ccmusic.py pictures FILE... --out-dir DIR
    python tools/reference_ccmusic.py colormap > functions/genre/src/front_end/colormap.rs

File → 22,050 Hz mono → 128-mel power spectrogram up to 11,025 Hz in dB under the whole track's maximum → windows of 11.4 s →
librosa.display.specshow → JPEG by matplotlib's savefig → RGB → 224×224 by Pillow → (x / 255 - 0.5) / 0.5.
"""

from __future__ import annotations

import argparse
import io
import sys
from dataclasses import dataclass
from pathlib import Path

import librosa
import librosa.display
import matplotlib
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from reference import SAMPLE_RATE_HZ, Floats, load_mono

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402 (the backend is chosen first)

WINDOW_S = 11.4
IMAGE = 224
MEAN, STD = 0.5, 0.5

Pixels = NDArray[np.uint8]
"""An RGB picture, [height, width, 3]."""


@dataclass(frozen=True)
class Cut:
    """Where the windows lie in a spectrogram, in columns, by upstream's formulas."""

    frames: int
    step: int
    count: int
    begin: int


def cut(frames: int, samples: int) -> Cut:
    """The windows of a spectrogram of `frames` columns, made of `samples` samples."""
    duration = samples / SAMPLE_RATE_HZ
    step = int(WINDOW_S * frames / duration)
    count = int(frames / step)
    return Cut(frames, step, count, int(0.5 * (frames - count * step)))


def spectrogram(samples: Floats) -> Floats:
    """Mel spectrogram in dB under its own maximum, [128, frames]."""
    return librosa.power_to_db(librosa.feature.melspectrogram(y=samples, sr=SAMPLE_RATE_HZ), ref=np.max)


def windows(path: str | Path) -> tuple[Cut, list[Floats], bool]:
    """The windows of a file, [128, step] dB each, and whether it had to be repeated to fill one.

    Upstream has no window of a track in which none fits; ours is then repeated end to end until one does.
    """
    samples = load_mono(path)
    where = cut(1 + samples.size // 512, samples.size)
    looped = where.count == 0
    if looped:
        length = int(WINDOW_S * SAMPLE_RATE_HZ)
        samples = np.tile(samples, -(-length // samples.size))[:length]
        filled = cut(1 + length // 512, length)
        where = Cut(filled.frames, filled.step, 1, 0)
    decibels = spectrogram(samples)
    assert decibels.shape[1] == where.frames
    begins = range(where.begin, where.begin + where.count * where.step, where.step)
    return where, [decibels[:, begin:begin + where.step] for begin in begins], looped


def draw(window: Floats, kind: str = "jpg") -> Image.Image:
    """A window as upstream draws and saves it: 496×369, RGB."""
    file = io.BytesIO()
    librosa.display.specshow(window)
    plt.axis("off")
    plt.savefig(file, format=kind, bbox_inches="tight", pad_inches=0.0)
    plt.close()
    return Image.open(file).convert("RGB")


def picture(window: Floats, kind: str = "jpg") -> Pixels:
    """A window as the network's picture before it is normalised, u8 [224, 224, 3]."""
    return np.asarray(draw(window, kind).resize((IMAGE, IMAGE), Image.Resampling.BILINEAR))


def to_pixels(picture: Pixels, mean: float = MEAN, std: float = STD) -> Floats:
    """[224, 224, 3] → normalised pixels f32 [3, 224, 224], by default in [-1, 1]: torchvision's ToTensor and Normalize."""
    scaled = picture.astype(np.float32) / np.float32(255)
    return np.ascontiguousarray(((scaled - np.float32(mean)) / np.float32(std)).transpose(2, 0, 1))


def colormap() -> str:
    """The Rust source of matplotlib's magma."""
    colors = np.round(np.array([matplotlib.colormaps["magma"](index)[:3] for index in range(256)]) * 255).astype(int)
    entries = [f"0x{red:02x}{green:02x}{blue:02x}" for red, green, blue in colors]
    # As wide as rustfmt makes it.
    rows = ["    " + ", ".join(entries[at:at + 13]) + "," for at in range(0, 256, 13)]
    return "\n".join([
        f"//! The colour map \"magma\" of matplotlib {matplotlib.__version__} (by Nathaniel J. Smith, Stefan van der Walt and Eric Firing, CC0).",
        "//!",
        "//! Written by `tools/reference_ccmusic.py colormap`, which `tools/golden.py --check` compares it with.",
        "",
        "/// 0xRRGGBB from the lowest value to the highest, each channel rounded as matplotlib's Agg renderer does it.",
        "pub(super) const MAGMA: [u32; 256] = [", *rows, "];", ""])


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description="the CCMusic project's pictures of audio")
    commands = parser.add_subparsers(dest="command", required=True)
    draw_all = commands.add_parser("pictures", help="write the windows of audio files as NAME.N.png, 224×224")
    draw_all.add_argument("files", nargs="+", type=Path)
    draw_all.add_argument("--out-dir", type=Path, required=True)
    commands.add_parser("colormap", help="write the colour map as Rust source to standard output")
    args = parser.parse_args()
    if args.command == "colormap":
        sys.stdout.write(colormap())
        return 0
    args.out_dir.mkdir(parents=True, exist_ok=True)
    for path in args.files:
        where, drawn, looped = windows(path)
        for index, window in enumerate(drawn):
            Image.fromarray(picture(window)).save(args.out_dir / f"{path.name}.{index}.png")
        print(f"{path.name}: {where}{', looped' if looped else ''}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
