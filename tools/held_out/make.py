"""Makes the frozen test set: short pieces in sixteen genres, by a composer and a sound font that no training has seen.

    python tools/held_out/make.py --out DIR --clips 480 --seed 20261122 --jobs 2   # a folder per genre and labels.csv
    python tools/held_out/make.py --hash                                           # SHA-256 of the notes and of the sources
    python tools/held_out/make.py --freeze | --check                               # write FROZEN.json | prove that it still holds
    python tools/held_out/make.py --self-test                                      # a few clips twice: same bits, sound in every one

The hash of the notes does not depend on fluidsynth, flite or ffmpeg: it covers every part's instrument, level, effects, words and each
note's time (to a tenth of a millisecond), pitch and strength. With the hash of the sources it names the test set in a model card.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

import numpy as np
from scipy.io import wavfile

from compose import compose
from genres import GENRES
from score import Piece

HERE = Path(__file__).resolve().parent
FROZEN = HERE / "FROZEN.json"
SEED = 20261122
CLIPS = 480
CODECS = ("mp3 96", "mp3 128", "mp3 160", "mp3 192", "mp3 256", "mp3 128", "ogg 112")
"""Encoder and kb/s; the clips' own rate is 44.1 kHz, stereo."""


@dataclass(frozen=True)
class Clip:
    """One line of labels.csv; `seed` is the clip's own."""

    genre: str
    style: str
    seed: int
    codec: str

    @property
    def path(self) -> str:
        folder = re.sub(r"[^A-Za-z-]", "n", self.genre)
        name = re.sub(r"[^a-z]+", "-", self.style)
        return f"{folder}/{name}-{self.seed % 1000:03d}.{self.codec.split()[0]}"


def plan(clips: int, seed: int) -> list[Clip]:
    """Which clips the set has: the genres in turn, each one's sub-styles in turn, so that any number is as balanced as it can be."""
    names = list(GENRES)
    wanted: list[Clip] = []
    for index in range(clips):
        genre, turn = names[index % len(names)], index // len(names)
        styles = GENRES[genre]
        codec = CODECS[int(np.random.default_rng([seed, index]).integers(len(CODECS)))]
        wanted.append(Clip(genre, styles[turn % len(styles)].name, seed * 1000 + turn, codec))
    return wanted


def piece(clip: Clip) -> Piece:
    """The composition that a line stands for."""
    style = next(style for style in GENRES[clip.genre] if style.name == clip.style)
    return compose(clip.genre, style, clip.seed)


def notes_hash(clips: list[Clip]) -> str:
    """SHA-256 over all events of all clips."""
    digest = hashlib.sha256()
    for clip in clips:
        made = piece(clip)
        digest.update(f"{made.genre}|{made.style}|{made.seed}|{made.tempo:.4f}|{made.seconds:.2f}|{made.air}\n".encode())
        for part in made.parts:
            digest.update(f"{part.name}|{part.sound}|{part.level:.3f}|{part.pan:.3f}|{part.effects}|{part.words}\n".encode())
            for note in part.notes:
                digest.update(f"{note.start:.4f} {note.end:.4f} {note.pitch:.3f} {note.velocity} {note.bend:.3f}\n".encode())
    return digest.hexdigest()


def sources_hash() -> str:
    """SHA-256 over the files that make the sound, in the order of their names; what belongs to the real recordings is no part of it."""
    digest = hashlib.sha256()
    for path in sorted(path for path in HERE.rglob("*.py") if not path.name.startswith(("real", "packages", "test_"))):
        digest.update(f"{path.relative_to(HERE).as_posix()}\n".encode() + path.read_bytes())
    return digest.hexdigest()


def encode(sound: np.ndarray, path: Path, codec: str) -> None:
    """Writes a clip with ffmpeg, without dates or versions, beside its place and then renamed."""
    kind, rate = codec.split()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "clip.wav"
        wavfile.write(source, 44_100, np.round(sound * 32_767.0).astype(np.int16))
        target = path.with_name(f".{path.name}.part.{kind}")
        library = "libmp3lame" if kind == "mp3" else "libvorbis"
        subprocess.run(
            [
                "ffmpeg",
                "-v",
                "error",
                "-y",
                "-i",
                str(source),
                "-c:a",
                library,
                "-b:a",
                f"{rate}k",
                "-fflags",
                "+bitexact",
                "-flags:a",
                "+bitexact",
                "-map_metadata",
                "-1",
                str(target),
            ],
            check=True,
        )
        target.replace(path)


def make_clip(job: tuple[Clip, str]) -> str | None:
    """Composes, renders, encodes; returns what is wrong with the sound, or None."""
    from render import render

    clip, out = job
    path = Path(out) / clip.path
    if path.exists():
        return None
    sound = render(piece(clip))
    loud = float(np.sqrt((sound.astype(np.float64) ** 2).mean()))
    peak = float(np.abs(sound).max())
    path.parent.mkdir(parents=True, exist_ok=True)
    encode(sound, path, clip.codec)
    if loud < 0.02 or peak > 0.999 or not np.isfinite(sound).all():
        return f"{clip.path}: RMS {loud:.4f}, peak {peak:.3f}"
    return None


def write(clips: list[Clip], out: Path, jobs: int) -> list[str]:
    """The whole set; a run that was interrupted goes on where it stopped. Returns what is wrong."""
    out.mkdir(parents=True, exist_ok=True)
    wrong: list[str] = []
    with ProcessPoolExecutor(jobs) as pool:
        for done, problem in enumerate(pool.map(make_clip, [(clip, str(out)) for clip in clips], chunksize=4), 1):
            if problem:
                wrong.append(problem)
            if done % 48 == 0:
                print(f"{done} of {len(clips)}", file=sys.stderr, flush=True)
    with (out / "labels.csv").open("w", newline="", encoding="utf-8") as sink:
        table = csv.writer(sink)
        table.writerow(("path", "genre", "style", "seed", "codec"))
        table.writerows((clip.path, clip.genre, clip.style, clip.seed, clip.codec) for clip in clips)
    return wrong


def frozen(clips: int, seed: int) -> dict[str, object]:
    """What FROZEN.json says, but for its date."""
    return {
        "clips": clips,
        "seed": seed,
        "genres": len(GENRES),
        "styles": sum(len(styles) for styles in GENRES.values()),
        "notes_sha256": notes_hash(plan(clips, seed)),
        "sources_sha256": sources_hash(),
        "font": "sf_GMbank.sf2 of Debian's csound-soundfont",
        "voices": "flite (rms, kal16, awb, slt) and our own singing",
        "codecs": sorted(set(CODECS)),
    }


def check() -> list[str]:
    """Where the sources or the notes are no longer those that were frozen."""
    if not FROZEN.exists():
        return [f"{FROZEN.name} is missing: run make.py --freeze"]
    said = json.loads(FROZEN.read_text(encoding="utf-8"))
    now = frozen(int(said["clips"]), int(said["seed"]))
    return [f"{key}: frozen {said.get(key)}, now {value}" for key, value in now.items() if said.get(key) != value]


def self_test() -> list[str]:
    """Every genre once, twice: the same bits, sound in every second, no clipping."""
    from render import render

    wrong: list[str] = []
    for clip in plan(len(GENRES), 1):
        first, again = render(piece(clip)), render(piece(clip))
        if not np.array_equal(first, again):
            wrong.append(f"{clip.genre}, {clip.style}: two renderings differ")
        seconds = first[: len(first) // 44_100 * 44_100].reshape(-1, 44_100, 2)
        silent = int((np.abs(seconds).max(axis=(1, 2)) < 0.01).sum())
        if silent > 1 or np.abs(first).max() > 0.999:
            wrong.append(f"{clip.genre}, {clip.style}: {silent} silent seconds, peak {np.abs(first).max():.3f}")
    return wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, help="folder for the clips")
    parser.add_argument("--clips", type=int, default=CLIPS, help="how many; frozen: %(default)s")
    parser.add_argument("--seed", type=int, default=SEED, help="frozen: %(default)s")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.add_argument("--hash", action="store_true", help="print the hashes of notes and sources")
    parser.add_argument("--freeze", action="store_true", help="write FROZEN.json")
    parser.add_argument("--check", action="store_true", help="compare with FROZEN.json; exit code 1 when it does not hold")
    parser.add_argument("--self-test", action="store_true", help="render a clip of each genre twice and look at them")
    args = parser.parse_args()
    if args.clips < len(GENRES) or args.jobs < 1 or args.seed < 0:
        parser.error(f"--clips must be at least {len(GENRES)} (one a genre), --jobs at least 1, --seed not negative")
    if not (args.out or args.hash or args.freeze or args.check or args.self_test):
        parser.error("nothing to do: give --out, --hash, --freeze, --check or --self-test")
    if args.hash:
        print(f"notes   {notes_hash(plan(args.clips, args.seed))}\nsources {sources_hash()}")
    if args.freeze:
        text = {"date": datetime.date.today().isoformat(), **frozen(args.clips, args.seed)}
        FROZEN.write_text(json.dumps(text, indent=2) + "\n", encoding="utf-8")
    wrong = (check() if args.check else []) + (self_test() if args.self_test else [])
    if args.out:
        wrong += write(plan(args.clips, args.seed), args.out, args.jobs)
    for line in wrong:
        print(line, file=sys.stderr)
    if (args.check or args.self_test) and not wrong:
        print("holds")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
