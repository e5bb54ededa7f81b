"""The golden audio clips: which music, rate, container and codec each has, and how it is written."""

from __future__ import annotations

import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile

from compose import Samples, compose
from mp4_boxes import declared_as_he_aac, with_itunsmpb

FFMPEG = ("ffmpeg", "-hide_banner", "-loglevel", "error", "-y")
REPRODUCIBLE = ("-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact")
"""No encoder version and no date in the file, so that a second run writes the same bytes."""


@dataclass(frozen=True)
class Clip:
    """One committed audio file."""

    file: str
    style: str
    seed: int
    seconds: float
    sample_rate: int
    channels: int
    codec: str
    tolerance: str
    """Row of the tolerance table: native, down, up (resampling) or aac."""
    sound: str = ""
    """soundfile's FORMAT/SUBTYPE; empty when ffmpeg writes the file."""
    options: tuple[str, ...] = ()
    """ffmpeg's output options."""

    @property
    def lossless(self) -> bool:
        """Whether decoding gives the composed samples back, to the rounding of the sample format."""
        return bool(self.sound)


CLIPS = (
    Clip("native-22k-mono.wav", "ragtime", 101, 11.0, 22_050, 1, "pcm_s16le", "native", "WAV/PCM_16"),
    Clip("stereo-44k.wav", "samba", 102, 10.05, 44_100, 2, "pcm_s16le", "down", "WAV/PCM_16"),
    Clip("vbr-48k.mp3", "synthpop", 103, 12.0, 48_000, 2, "mp3", "down",
         options=("-c:a", "libmp3lame", "-q:a", "4", "-id3v2_version", "3", "-metadata", "title=Golden clip: VBR",
                  "-metadata", "artist=AcousticSense tests")),
    Clip("cbr-44k-no-xing.mp3", "rock", 104, 12.0, 44_100, 2, "mp3", "down",
         options=("-c:a", "libmp3lame", "-b:a", "128k", "-write_xing", "0", "-id3v2_version", "0")),
    Clip("mono-96k-24bit.flac", "chamber", 105, 10.05, 96_000, 1, "flac", "down", "FLAC/PCM_24"),
    Clip("looped-96k-24bit.wav", "trap", 106, 2.1, 96_000, 1, "pcm_s24le", "down", "WAVEX/PCM_24"),
    Clip("vorbis-32k.ogg", "folk", 107, 12.0, 32_000, 2, "vorbis", "down",
         options=("-c:a", "libvorbis", "-q:a", "4")),
    Clip("unsigned-8k-8bit.wav", "dub", 108, 11.0, 8_000, 1, "pcm_u8", "up", "WAV/PCM_U8"),
    Clip("mono-16k.wav", "disco", 109, 11.0, 16_000, 1, "pcm_s16le", "up", "WAV/PCM_16"),
    Clip("mono-11k.wav", "blues", 110, 11.0, 11_025, 1, "pcm_s16le", "up", "WAV/PCM_16"),
    Clip("edit-list-44k.m4a", "techno", 111, 12.0, 44_100, 2, "aac", "aac", options=("-c:a", "aac", "-b:a", "128k")),
    Clip("faststart-48k.m4a", "metal", 112, 12.0, 48_000, 2, "aac", "aac",
         options=("-c:a", "aac", "-b:a", "128k", "-movflags", "+faststart", "-aac_pns", "0")),
    Clip("itunsmpb-44k.m4a", "synthpop", 113, 11.0, 44_100, 2, "aac", "aac",
         options=("-c:a", "aac", "-b:a", "112k", "-use_editlist", "0")),
    Clip("looped-big-endian-44k.aiff", "folk", 114, 6.5, 44_100, 1, "pcm_s16be", "down", "AIFF/PCM_16"),
    Clip("looped-3.7s-44k.wav", "samba", 115, 3.7, 44_100, 1, "pcm_s16le", "down", "WAV/PCM_16"),
    Clip("exactly-10s-44k.flac", "blues", 116, 10.0, 44_100, 1, "flac", "down", "FLAC/PCM_16"),
    Clip("looped-float32-44k.wav", "techno", 117, 3.1, 44_100, 1, "pcm_f32le", "down", "WAV/FLOAT"),
)

AAC_PRIMING = 1_024
"""Samples that ffmpeg's AAC encoder puts before the music."""
ITUNES_PRIMING = 2_112
"""Samples that Apple's encoder puts there, which iTunSMPB names."""


def music(clip: Clip) -> Samples:
    """The clip's composed samples, f32 [frames, channels], peak 0.9."""
    return compose(clip.style, clip.seconds, clip.sample_rate, clip.channels, clip.seed)


def encode(samples: Samples, rate: int, path: Path, options: tuple[str, ...]) -> None:
    """Encodes f32 [frames, channels] through ffmpeg."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "source.wav"
        soundfile.write(source, samples, rate, subtype="FLOAT")
        subprocess.run([*FFMPEG, "-i", str(source), *REPRODUCIBLE, *options, str(path)], check=True)


def write(clip: Clip, path: Path) -> None:
    """Composes the clip and writes its file."""
    samples = music(clip)
    if clip.sound:
        kind, subtype = clip.sound.split("/")
        soundfile.write(path, samples, clip.sample_rate, format=kind, subtype=subtype)
        return
    if not clip.file.startswith("itunsmpb"):
        encode(samples, clip.sample_rate, path, clip.options)
        return
    # Apple's encoder primes with 2,112 samples. Silence before the music brings ffmpeg's 1,024 up to that, and without an edit
    # list only the tag tells.
    lead = np.zeros((ITUNES_PRIMING - AAC_PRIMING, clip.channels), dtype=np.float32)
    encode(np.concatenate([lead, samples]), clip.sample_rate, path, clip.options)
    frames = -(-(ITUNES_PRIMING + samples.shape[0]) // 1024)
    padding = frames * 1024 - ITUNES_PRIMING - samples.shape[0]
    path.write_bytes(with_itunsmpb(path.read_bytes(), ITUNES_PRIMING, padding, samples.shape[0]))


def write_hostile(folder: Path) -> None:
    """Writes about a second each of what must be refused by name."""
    folder.mkdir(parents=True, exist_ok=True)
    opus = compose("folk", 1.2, 48_000, 2, 201)
    encode(opus, 48_000, folder / "opus.ogg", ("-c:a", "libopus", "-b:a", "64k", "-serial_offset", "7"))
    encode(opus, 48_000, folder / "opus.webm", ("-c:a", "libopus", "-b:a", "64k"))
    he_aac = folder / "declares-he-aac.m4a"
    encode(compose("disco", 1.2, 22_050, 2, 202), 22_050, he_aac, ("-c:a", "aac", "-b:a", "48k"))
    he_aac.write_bytes(declared_as_he_aac(he_aac.read_bytes()))
