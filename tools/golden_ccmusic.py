"""The golden data of the "ccmusic" front end: the pictures of a few tracks' windows and what PyTorch answers to them.

`golden.py` makes and checks it together with everything else.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

import reference_ccmusic as reference
from golden_clips import Clip, write
from reference import Floats, judge, load_checkpoint

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "tests" / "data"
TRACKS, GOLDEN = DATA / "tracks", DATA / "golden"
COLORMAP = ROOT / "functions" / "genre" / "src" / "front_end" / "colormap.rs"
CHECKPOINT = "tiny-ccmusic-head"

TRACK = Clip("two-windows-22k.ogg", "synthpop", 118, 28.0, 22_050, 1, "vorbis", "native", options=("-c:a", "libvorbis", "-q:a", "1"))
"""Long enough for two windows, the first of which does not begin at the first column."""
FILES = (f"tracks/{TRACK.file}", "audio/vbr-48k.mp3", "audio/looped-3.7s-44k.wav")
"""Two windows, one window, and one that is repeated; without resampling and with it."""

MEAN, STD = 351 / 349, 1 / 349
"""The checkpoint is calibrated on decibels from -351 to -2: on pixels in [-1, 1] it says the same of every picture, and would hide any
difference. These numbers in the place of 0.5 and 0.5 bring the pictures to that range."""
LOGIT_TOLERANCE = 1e-5
"""Largest difference of a recomputed logit, relative to the largest logit."""


def sha256(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def apart(one: Floats, other: Floats) -> float:
    """Mean difference of two pictures' pixels on the [-1, 1] scale."""
    return round(float(np.abs(one - other).mean()), 5)


def describe(file: str, pictures: list[np.ndarray]) -> dict[str, Any]:
    """A track's entry of ccmusic.json; `pictures` are the committed ones."""
    where, drawn, looped = reference.windows(DATA / file)
    network = load_checkpoint(DATA / "checkpoints" / f"{CHECKPOINT}.pt")
    windows = []
    for index, (window, picture) in enumerate(zip(drawn, pictures, strict=True)):
        pixels = reference.to_pixels(picture)
        moved = reference.to_pixels(reference.picture(np.roll(window, -1, axis=1)))
        plain = reference.to_pixels(reference.picture(window, "png"))
        answer = judge(network, reference.to_pixels(picture, MEAN, STD))
        windows.append({"picture": name(file, index), "begin": where.begin + index * where.step,
                        "one_column_off": apart(moved, pixels), "without_jpeg": apart(plain, pixels),
                        "logits": answer["logits"], "probabilities": answer["probabilities"]})
    return {"file": file, "sha256": sha256(DATA / file), "frames": where.frames, "step": where.step, "looped": looped, "windows": windows}


def name(file: str, index: int) -> str:
    """The file of a window's picture."""
    return f"{Path(file).name}.{index}.png"


def fresh(file: str) -> list[np.ndarray]:
    """A track's pictures, drawn now."""
    return [reference.picture(window) for window in reference.windows(DATA / file)[1]]


def make(versions: dict[str, str], command: str) -> dict[str, Any]:
    """Writes the track, the pictures and the colour map; gives the contents of ccmusic.json."""
    TRACKS.mkdir(parents=True, exist_ok=True)
    write(TRACK, TRACKS / TRACK.file)
    COLORMAP.write_text(reference.colormap())
    tracks = []
    for file in FILES:
        pictures = fresh(file)
        for index, picture in enumerate(pictures):
            Image.fromarray(picture).save(GOLDEN / name(file, index), optimize=True)
        tracks.append(describe(file, pictures))
        for window in tracks[-1]["windows"]:
            top = max(window["probabilities"])
            print(f"{window['picture']}: one column off {window['one_column_off']}, without JPEG {window['without_jpeg']}, "
                  f"top probability {top:.3f}", file=sys.stderr)
    return {"generated_by": command, "versions": versions, "checkpoint": f"{CHECKPOINT}.pt", "mean": MEAN, "std": STD, "tracks": tracks}


def check() -> list[str]:
    """What is stale."""
    stale = []
    if COLORMAP.read_text() != reference.colormap():
        stale.append(f"{COLORMAP.relative_to(ROOT)}: not the colour map of this matplotlib")
    held = json.loads((GOLDEN / "ccmusic.json").read_text())["tracks"]
    if [row["file"] for row in held] != list(FILES):
        return [*stale, "ccmusic.json lists other tracks than golden_ccmusic.py"]
    for row in held:
        if sha256(DATA / row["file"]) != row["sha256"]:
            stale.append(f"{row['file']}: not the file that ccmusic.json describes")
            continue
        pictures = [np.asarray(Image.open(GOLDEN / window["picture"])) for window in row["windows"]]
        for window, was, now in zip(row["windows"], pictures, fresh(row["file"]), strict=True):
            if not np.array_equal(was, now):
                stale.append(f"{window['picture']}: {np.mean(was != now):.2%} of its values differ")
        stale += differences(row, describe(row["file"], pictures))
    return stale


def differences(was: dict[str, Any], now: dict[str, Any]) -> list[str]:
    """How two descriptions of a track differ; logits may by their tolerance."""
    stale = []
    for before, after in zip(was["windows"], now["windows"], strict=True):
        for field in ("logits", "probabilities"):
            a, b = np.array(before.pop(field)), np.array(after.pop(field))
            if np.abs(a - b).max() > LOGIT_TOLERANCE * max(1.0, np.abs(b).max()):
                stale.append(f"ccmusic.json: {field} of {before['picture']} differ by {np.abs(a - b).max():.2g}")
    return stale if was == now else [*stale, f"ccmusic.json describes {was['file']} otherwise than golden_ccmusic.py"]
