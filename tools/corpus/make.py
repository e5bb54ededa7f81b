"""Composes, plays, mixes and files training clips: one folder per genre and a table of what each clip is.

    tools/.venv-corpus/bin/python tools/corpus/make.py --out corpus --per-genre 1000 --seed 1 --jobs 2

The same seed gives the same notes on every machine; a clip depends on (seed, genre, index) alone, so that any number of jobs, or a
run that was interrupted and started again, makes the same corpus.
"""

from __future__ import annotations

import argparse
import csv
import json
import multiprocessing
import os
import sys
import time
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from random import Random

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))

import arrangers  # noqa: E402
import codecs_out as codecs  # noqa: E402
import mix  # noqa: E402
import render  # noqa: E402
import talkers  # noqa: E402
from genres import GENRES, load, module  # noqa: E402
from instruments import FONT_FOLDER, Fonts  # noqa: E402
from score import Piece  # noqa: E402
from song import STYLES, Song, Style  # noqa: E402
from sounding import RATE  # noqa: E402

_KEYS = ("C", "Db", "D", "Eb", "E", "F", "Gb", "G", "Ab", "A", "Bb", "B")


@dataclass(frozen=True)
class Row:
    """A line of labels.csv: `path` and `genre` are what `train.py` and `evaluate` read."""

    path: str
    genre: str
    style: str
    seed: int
    index: int
    font: str
    codec: str
    sound: str
    tempo: float
    key: str
    seconds: float


@dataclass(frozen=True)
class Job:
    """What a worker needs to make one clip."""

    out: Path
    genre: str
    style: str
    seed: int
    index: int
    fonts: Fonts


def compose(style: Style, seed: int, index: int) -> Piece:
    """The whole piece behind a clip."""
    song = Song(style.genre, style.name, Random(f"{seed}/{style.genre}/{style.name}/{index}"))
    style.compose(song)
    return song.piece()


def clip(style: Style, seed: int, index: int, fonts: Fonts = Fonts(), spent: dict[str, float] | None = None) -> tuple[np.ndarray, Row]:
    """One clip's audio, [2, frames] at 44,100 Hz, and its row; `spent` collects CPU seconds by stage."""
    clock = [time.process_time()]

    def lap(stage: str) -> None:
        clock.append(time.process_time())
        if spent is not None:
            spent[stage] = spent.get(stage, 0.0) + clock[-1] - clock[-2]

    piece = compose(style, seed, index)
    lap("compose")
    dice = np.random.default_rng([seed, index, *f"{style.genre}/{style.name}".encode()])
    seconds = float(dice.uniform(10.2, 14.0))
    whole = piece.time.seconds(piece.end)
    start = float(dice.uniform(0.0, max(whole - seconds - 0.5, 0.0)))
    stems = render.render(piece, start, seconds, dice, fonts)
    lap("render")
    audio, sound = mix.mixdown(piece, stems, start, int(seconds * RATE), dice)
    lap("mix")
    codec = codecs.draw(dice)
    font = "+".join(sorted({stem.font for stem in stems}))
    name = f"{module(style.genre)}/{index:05d}-{style.name}.{codecs.suffix(codec)}"
    row = Row(name, style.genre, style.name, seed, index, font, codec, sound, round(piece.time.tempo, 2), f"{_KEYS[piece.tonic]} {piece.scale}", round(seconds, 3))
    return audio, row


def make(job: Job) -> tuple[Row, dict[str, float]]:
    """Makes and files one clip, unless an earlier run already has."""
    style = next(entry for entry in STYLES[job.genre] if entry.name == job.style)
    note = job.out / module(job.genre) / f".{job.index:05d}.json"
    if note.is_file():
        row = Row(**json.loads(note.read_text()))
        if row.style == job.style and row.seed == job.seed and (job.out / row.path).is_file():
            return row, {}
    spent: dict[str, float] = {}
    audio, row = clip(style, job.seed, job.index, job.fonts, spent)
    # Encoders may be processes of their own, whose time is the children's.
    before = sum(os.times()[:4])
    codecs.write(audio, job.out / row.path, row.codec)
    spent["encode"] = sum(os.times()[:4]) - before
    note.write_text(json.dumps(asdict(row)))
    return row, spent


def plan(out: Path, genres: list[str], per_genre: int, seed: int, wanted: set[str] | None, fonts: Fonts) -> list[Job]:
    """Every clip of the run; a genre's styles take turns, so that each is heard equally often, and so do the genres, so that what an
    interrupted run leaves is balanced."""
    jobs = []
    for genre in genres:
        names = [entry.name for entry in STYLES[genre] if wanted is None or entry.name in wanted]
        if not names:
            continue
        (out / module(genre)).mkdir(parents=True, exist_ok=True)
        jobs += [Job(out, genre, names[index % len(names)], seed, index, fonts) for index in range(per_genre)]
    return sorted(jobs, key=lambda job: job.index)


def run(jobs: list[Job], workers: int) -> tuple[list[Row], dict[str, float]]:
    """Makes all clips; rows come back in the plan's order."""
    rows: list[Row] = []
    spent: dict[str, float] = {}
    made = 0
    with multiprocessing.get_context("spawn").Pool(workers, initializer=load) if workers > 1 else _Here() as pool:
        for number, (row, stages) in enumerate(pool.imap(make, jobs, 8), 1):
            rows.append(row)
            made += bool(stages)
            for stage, seconds in stages.items():
                spent[stage] = spent.get(stage, 0.0) + seconds
            if number % 100 == 0:
                print(f"{number} of {len(jobs)} clips", file=sys.stderr)
    return rows, {stage: seconds / max(made, 1) for stage, seconds in spent.items()}


class _Here:
    """A pool of this process only."""

    def __enter__(self) -> _Here:
        return self

    def __exit__(self, *_: object) -> None:
        return

    def imap(self, work, jobs, _chunk):  # noqa: ANN001, ANN201
        """As a pool's."""
        return map(work, jobs)


def main() -> int:
    """Reads the arguments and makes the corpus."""
    known = load()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, help="folder to fill; a run that was interrupted goes on where it stopped")
    parser.add_argument("--per-genre", type=int, default=100, help="clips of each genre (default 100)")
    parser.add_argument("--seed", type=int, default=1, help="another seed is another corpus (default 1)")
    parser.add_argument("--jobs", type=int, default=2, help="processes (default 2)")
    parser.add_argument("--genre", choices=known, help="only this genre")
    parser.add_argument("--style", help="only this sub-style, or these, with commas between")
    parser.add_argument("--fonts", default=FONT_FOLDER, help=f"folder of the sound fonts (default {FONT_FOLDER})")
    parser.add_argument("--further-font", default="", metavar="FILE", help="one more General MIDI font, in none of Debian's packages: see README.md")
    parser.add_argument("--further-share", type=float, default=0.5, help="how often that one is a piece's main font (default 0.5)")
    parser.add_argument("--further-kits", default="", metavar="FOLDER", help="fonts of one drum kit each, as gather.py makes them")
    parser.add_argument("--further-voices", action="store_true", help="festival's recorded voices speak, too: see talkers.py")
    parser.add_argument("--list", action="store_true", help="name every sub-style and stop")
    parser.add_argument("--self-test", action="store_true", help="render every sub-style once, check it, and stop")
    arguments = parser.parse_args()
    if arguments.list:
        for genre in known:
            print(f"{genre}: " + ", ".join(f"{entry.name} (like {entry.like})" for entry in STYLES[genre]))
        return 0
    if arguments.self_test:
        import self_test
        return self_test.main(arguments.genre, arguments.style)
    if arguments.out is None:
        parser.error("--out is required")
    fonts = Fonts(arguments.fonts, arguments.further_font, arguments.further_share, arguments.further_kits, arguments.further_voices)
    if fonts.kits and not fonts.further_kits:
        parser.error(f"--further-kits {fonts.kits}: there is no *.sf2; gather.py makes them")
    try:
        arrangers.check()
        if fonts.talkers:
            talkers.check()
        for name in fonts.all():
            fonts.path(name)
    except FileNotFoundError as error:
        parser.error(str(error))
    if not 0.0 <= fonts.further_share <= 1.0:
        parser.error(f"--further-share {fonts.further_share}: a share from 0 to 1 is expected")
    genres = [arguments.genre] if arguments.genre else [genre for genre in GENRES if genre in known]
    jobs = plan(arguments.out, genres, arguments.per_genre, arguments.seed, set(arguments.style.split(",")) if arguments.style else None, fonts)
    if not jobs:
        parser.error(f"no style {arguments.style!r}; --list names them")
    before = time.monotonic()
    rows, spent = run(jobs, max(arguments.jobs, 1))
    with (arguments.out / "labels.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, [field.name for field in fields(Row)])
        writer.writeheader()
        writer.writerows(asdict(row) for row in rows)
    stages = ", ".join(f"{stage} {seconds:.3f}" for stage, seconds in spent.items())
    print(f"{len(rows)} clips in {time.monotonic() - before:.0f} s; CPU-s per new clip: {stages or 'none made'}; sum {sum(spent.values()):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
