"""Files: MP3 at several rates, Ogg Vorbis, AAC, FLAC, WAV.

libsndfile writes all but AAC in process; ffmpeg writes AAC. Every file is written beside its place and then renamed, so that an
interrupted run leaves no half file.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from sounding import RATE

CODECS: dict[str, float] = {"mp3-64": 0.06, "mp3-96": 0.08, "mp3-128": 0.16, "mp3-192": 0.14, "mp3-320": 0.08, "ogg": 0.14, "aac": 0.08, "flac": 0.18, "wav": 0.08}
"""Names with their shares."""

_SUFFIX = {"mp3": "mp3", "ogg": "ogg", "aac": "m4a", "flac": "flac", "wav": "wav"}


def draw(dice: np.random.Generator) -> str:
    """A codec by its share."""
    return str(dice.choice(list(CODECS), p=np.array(list(CODECS.values())) / sum(CODECS.values())))


def suffix(codec: str) -> str:
    """The file's extension."""
    return _SUFFIX[codec.partition("-")[0]]


def write(audio: NDArray[np.float32], path: Path, codec: str) -> None:
    """Writes [2, frames] f32 to `path`; mono when both sides are alike."""
    kind, _, rate = codec.partition("-")
    frames = audio.T if not np.array_equal(audio[0], audio[1]) else audio[0]
    partial = path.with_name(f".{path.name}.{os.getpid()}.{suffix(codec)}")
    try:
        if kind == "aac":
            _aac(np.ascontiguousarray(frames), partial)
        elif kind == "mp3":
            # libsndfile maps 1-0 to the constant bit rates of the layer, 320 kb/s at 0; the map is linear from 32 to 320.
            soundfile.write(partial, frames, RATE, format="MP3", subtype="MPEG_LAYER_III", compression_level=(320 - int(rate)) / (320 - 32), bitrate_mode="CONSTANT")
        else:
            soundfile.write(partial, frames, RATE, format=kind.upper(), subtype="VORBIS" if kind == "ogg" else "PCM_16")
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def _aac(frames: NDArray[np.float32], path: Path) -> None:
    channels = 1 if frames.ndim == 1 else frames.shape[1]
    done = subprocess.run(["ffmpeg", "-v", "error", "-y", "-threads", "1", "-f", "f32le", "-ar", str(RATE), "-ac", str(channels), "-i", "-", "-c:a", "aac", "-b:a", "128k",
                           "-bitexact", str(path)], input=frames.tobytes(), capture_output=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"ffmpeg could not write {path.name}: {done.stderr.decode(errors='replace').strip()}")
