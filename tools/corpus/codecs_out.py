"""Files: MP3 at several rates, Ogg Vorbis, AAC, FLAC, WAV.

ffmpeg writes MP3 (its LAME at a fast setting costs half of libsndfile's) and AAC, libsndfile the others in process. Every file is written beside its place and then renamed, so that an
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

CODECS: dict[str, float] = {"mp3-64": 0.06, "mp3-96": 0.06, "mp3-128": 0.08, "mp3-192": 0.04, "mp3-320": 0.02, "ogg": 0.12, "aac": 0.04, "flac": 0.38, "wav": 0.20}
"""Names with their shares: an encoder takes a quarter of a clip's time, and most of what it takes away lies above the 8 kHz that the product looks at."""

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
            _ffmpeg(np.ascontiguousarray(frames), partial, "-c:a", "aac", "-aac_coder", "fast", "-b:a", "128k")
        elif kind == "mp3":
            _ffmpeg(np.ascontiguousarray(frames), partial, "-c:a", "libmp3lame", "-b:a", f"{rate}k", "-compression_level", "7")
        else:
            soundfile.write(partial, frames, RATE, format=kind.upper(), subtype="VORBIS" if kind == "ogg" else "PCM_16")
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def _ffmpeg(frames: NDArray[np.float32], path: Path, *encoder: str) -> None:
    channels = 1 if frames.ndim == 1 else frames.shape[1]
    read = ("-f", "f32le", "-ar", str(RATE), "-ac", str(channels), "-i", "-")
    done = subprocess.run(["ffmpeg", "-v", "error", "-y", "-threads", "1", *read, *encoder, "-bitexact", str(path)], input=frames.tobytes(),
                          capture_output=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"ffmpeg could not write {path.name}: {done.stderr.decode(errors='replace').strip()}")
