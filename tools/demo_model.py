"""Makes the demo model from nothing: composes the corpus, trains, converts, fits the temperature, and measures.

    tools/.venv/bin/python tools/demo_model.py --work DIR
    tools/.venv/bin/python tools/demo_model.py --work DIR --per-genre 6 --calibration 7 --held-out 64 --epochs 50 --batch 8 --size tiny --above 0.10

Every step leaves its result in DIR and is passed over when it is there; composing and training go on where they were interrupted, so the same
command may be given again after anything. The second line is the whole way in small: it says only whether the answers are better than chance.
Needs the two programs (`cargo build --release -p batch -p xtask`), tools/.venv and tools/.venv-corpus; see README.md and corpus/README.md.
The held-out clips are composed by tools/held_out, which shares nothing with the corpus; nothing may be chosen by what comes out there.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

TOOLS = Path(__file__).resolve().parent
ROOT = TOOLS.parent
NOTICE = "A small demo model that learnt from composed music only, from no recording. It is weaker on records and may be wrong."
NOTICE_ZH = "小型演示模型，只从程序合成的音乐中学习，没有用过任何录音。对真实唱片更弱，回答可能有误。"
LICENSE = "MIT OR Apache-2.0"
CALIBRATION_SEED = 9_001
"""Composed by the same composer, of another seed than anything that is learnt from."""
HELD_OUT_SEED = 20_261_122
CLASSES = 16
AUGMENT = '{"mixup":0.05,"frequency_masks":1,"time_masks":1,"noise":0.2,"time_width":40,"reverberation":0.08,"restyle":0.5}'
"""What models/demo was trained with."""


@dataclass(frozen=True)
class Plan:
    """What is made, and with what."""

    args: argparse.Namespace
    corpus_python: Path
    acousticsense: Path
    xtask: Path

    @property
    def work(self) -> Path:
        """The folder of everything."""
        return self.args.work


def run(what: str, *command: object, codes: tuple[int, ...] = (0,)) -> None:
    """Runs a program in the repository's root and ends with its code if that is none of `codes`."""
    print(f"== {what}", flush=True)
    begin = time.monotonic()
    done = subprocess.run([str(word) for word in command], cwd=ROOT, check=False)
    if done.returncode not in codes:
        raise SystemExit(f"{what}: {Path(str(command[0])).name} ended with {done.returncode}; the same command goes on from here")
    print(f"== {what}: {time.monotonic() - begin:.0f} s", flush=True)


def composed(plan: Plan, name: str, per_genre: int, seed: int, *options: object) -> Path:
    """A corpus and its table."""
    folder = plan.work / name
    run(f"compose {name}", plan.corpus_python, TOOLS / "corpus" / "make.py", "--out", folder, "--per-genre", per_genre, "--seed", seed,
        "--jobs", plan.args.jobs, *options)
    return folder / "labels.csv"


def joined(plan: Plan, tables: list[Path]) -> Path:
    """One table of the given ones, with absolute paths; `group` keeps a style together when whole styles are to validate."""
    place = plan.work / "learnt.csv"
    beside = place.with_suffix(".partial")
    with beside.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["path", "label", "group"])
        for table in tables:
            with table.open(newline="", encoding="utf-8") as source:
                for line in csv.DictReader(source):
                    path = table.parent.resolve() / line["path"]
                    rows.writerow([path, line["genre"], f"{line['genre']}/{line['style']}" if plan.args.by_style else path])
    beside.replace(place)
    return place


def trained(plan: Plan, table: Path, seed: int) -> Path:
    """The folder of a trained network."""
    folder = plan.work / f"trained-{seed}"
    if not (folder / "save.pt").exists():
        args = plan.args
        teacher = ["--teacher", "cnn"] if args.teacher else []
        init = ["--init", args.init.resolve()] if args.init else []
        run(f"train, seed {seed}", sys.executable, TOOLS / "train.py", "--data", table, "--size", args.size, "--keep", 1, *teacher, *init, "--augment", args.augment,
            "--epochs", args.epochs, "--batch", args.batch, "--seed", seed, "--acousticsense", plan.acousticsense, "--cache", plan.work / "cache", "--out", folder,
            "--threads", args.threads)
    return folder


def converted(plan: Plan, folder: Path, seed: int, calibration: Path) -> Path:
    """A model that the programs run, with its temperature."""
    model = plan.work / f"model-{seed}" / "demo"
    if not (model / "model.json").exists():
        shutil.rmtree(model, ignore_errors=True)
        model.parent.mkdir(parents=True, exist_ok=True)
        shape = json.loads((folder / "train.json").read_text())["architecture"]
        strides = ["--stem-strides", ",".join(map(str, shape["strides"]))] if shape.get("strides") else []
        run(f"convert, seed {seed}", plan.xtask, "convert-model", "--checkpoint", folder / "save.pt", "--heads", shape["heads"], *strides, "--labels",
            folder / "labels.json", "--precision", "f16", "--out", model, "--id", "demo", "--license", LICENSE, "--notice", NOTICE,
            "--notice-zh", NOTICE_ZH)
    fitted = plan.work / f"calibration-{seed}.json"
    if not fitted.exists():
        # 1: a file could not be read; every answer right is no failure, but leaves no temperature to fit, and is said.
        run(f"temperature, seed {seed}", plan.acousticsense, "evaluate", calibration, "--model", model, "--fit-temperature", "-o", fitted,
            codes=(0, 1))
    return model


def labelled(plan: Plan) -> Path:
    """The table of people's recordings that a temperature is fitted on: the dev half, as far as one genre is expected."""
    table = plan.work / "real-dev.csv"
    told = subprocess.run([sys.executable, TOOLS / "held_out" / "real.py", "--out", plan.args.recordings, "--labels", "dev"],
                          capture_output=True, text=True, check=True)
    table.write_text(told.stdout, encoding="utf-8")
    return table


def held_out(plan: Plan) -> Path:
    """The table of the frozen set."""
    folder = plan.work / "held-out"
    run("compose held-out", plan.corpus_python, TOOLS / "held_out" / "make.py", "--out", folder, "--clips", plan.args.held_out, "--seed", HELD_OUT_SEED,
        "--jobs", plan.args.jobs)
    return folder / "labels.csv"


def measured(plan: Plan, model: Path, seed: int, table: Path) -> tuple[float, float]:
    """Top-1 and top-3 on the held-out clips."""
    report = plan.work / f"held-out-{seed}.json"
    if not report.exists():
        run(f"evaluate, seed {seed}", plan.acousticsense, "evaluate", table, "--model", model, "-o", report,
            "--confusion-matrix", plan.work / f"held-out-{seed}.svg")
    told = json.loads(report.read_text())
    return told["top1"]["share"], told["top3"]["share"]


def real(plan: Plan, model: Path, seed: int) -> None:
    """The report on people's recordings, where they have been fetched by held_out/real.py."""
    args, place = plan.args, plan.work / f"real-{args.part}-{seed}.jsonl"
    listed = subprocess.run([sys.executable, TOOLS / "held_out" / "real.py", "--out", args.recordings, "--list", args.part],
                            capture_output=True, text=True, check=True)
    names = plan.work / f"real-{args.part}.m3u"
    names.write_text(listed.stdout, encoding="utf-8")
    if not place.exists():
        # 1: some recording could not be read; the report counts it.
        run(f"classify real {args.part}, seed {seed}", plan.acousticsense, "classify", names, "--windows", "all", "--model", model, "-o", place,
            codes=(0, 1))
    run(f"real {args.part}, seed {seed}", sys.executable, TOOLS / "held_out" / "real_report.py", place, "--recordings", args.recordings,
        "--part", args.part, "--by-kind")


def arguments() -> argparse.ArgumentParser:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True, help="folder for everything that is made; it grows to some 2 MB a clip")
    parser.add_argument("--per-genre", type=int, default=1000, help="clips of each genre to learn from (default 1000)")
    parser.add_argument("--corpus-seed", type=int, default=1)
    parser.add_argument("--also", type=Path, action="append", default=[], help="labels.csv of a corpus that is there already; may be repeated")
    parser.add_argument("--calibration", type=int, default=25, help="clips of each genre for the temperature, 7 at least (default 25); unused with --recordings")
    parser.add_argument("--held-out", type=int, default=480, help="clips of the frozen set (default 480, all)")
    parser.add_argument("--seeds", default="1", help="seeds to train with, commas between (default 1)")
    parser.add_argument("--size", default="demo-deep", help="as train.py's (default demo-deep)")
    parser.add_argument("--epochs", type=int, default=30)
    parser.add_argument("--batch", type=int, default=32, help="pictures in a step (default 32); a small corpus wants small ones, or there are too few steps")
    parser.add_argument("--no-teacher", dest="teacher", action="store_false", help="train without the CNN's help")
    parser.add_argument("--init", type=Path, help="go on from this, as train.py's: models/demo, the built-in model")
    parser.add_argument("--augment", default=AUGMENT, help="as train.py's (default: what models/demo was trained with)")
    parser.add_argument("--further-font", type=Path, help="one more sound font plays half of the pieces, as corpus/make.py's")
    parser.add_argument("--further-kits", type=Path, help="folder of drum kits that corpus/gather.py made")
    parser.add_argument("--further-voices", action="store_true", help="festival's recorded voices speak, too")
    parser.add_argument("--by-style", action="store_true", help="whole sub-styles validate: it tells what an unknown style would get")
    parser.add_argument("--recordings", type=Path, help="folder of held_out/real.py --out: temperature from its dev half, and a report")
    parser.add_argument("--part", choices=("dev", "test"), default="dev", help="which half of them; test is for a model that is final")
    parser.add_argument("--above", type=float, default=0.0, help="end with 1 unless held-out top-1 is so far above chance")
    parser.add_argument("--until", choices=("train", "convert", "evaluate"), default="evaluate", help="stop after this step")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes that compose")
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1, help="threads that train")
    parser.add_argument("--corpus-python", type=Path, default=TOOLS / ".venv-corpus" / "bin" / "python")
    parser.add_argument("--acousticsense", type=Path, default=ROOT / "target" / "release" / "acousticsense")
    parser.add_argument("--xtask", type=Path, default=ROOT / "target" / "release" / "xtask")
    return parser


def main() -> int:
    """0 made; 1 not above chance by the margin that was asked for."""
    args = arguments().parse_args()
    plan = Plan(args, args.corpus_python, args.acousticsense, args.xtask)
    args.work = args.work.resolve()
    args.work.mkdir(parents=True, exist_ok=True)
    further = [part for option, path in (("--further-font", args.further_font), ("--further-kits", args.further_kits)) if path for part in (option, path.resolve())]
    further += ["--further-voices"] if args.further_voices else []
    tables = [composed(plan, "corpus", args.per_genre, args.corpus_seed, *further)] if args.per_genre else []
    table = joined(plan, [*tables, *(path.resolve() for path in args.also)])
    seeds = [int(word) for word in args.seeds.split(",")]
    folders = {seed: trained(plan, table, seed) for seed in seeds}
    if args.until == "train":
        return 0
    # The temperature is for what people bring, where their recordings are at hand; composed clips make it surer than it is right on records.
    calibration = labelled(plan) if args.recordings else composed(plan, "calibration", args.calibration, CALIBRATION_SEED)
    models = {seed: converted(plan, folder, seed, calibration) for seed, folder in folders.items()}
    if args.until == "convert":
        return 0
    judges = held_out(plan)
    found = {seed: measured(plan, model, seed, judges) for seed, model in models.items()}
    for seed, model in models.items() if args.recordings else ():
        real(plan, model, seed)
    for place, name in enumerate(("top-1", "top-3")):
        shares = [found[seed][place] for seed in seeds]
        mean = sum(shares) / len(shares)
        print(f"held-out {name}: " + ", ".join(f"{100 * share:.1f} %" for share in shares)
              + (f"; mean {100 * mean:.1f} %, spread {100 * (max(shares) - min(shares)):.1f}" if len(shares) > 1 else ""))
    worst = min(top1 for top1, _ in found.values())
    if worst < 1.0 / CLASSES + args.above:
        print(f"at least {100 * (1.0 / CLASSES + args.above):.1f} % were expected", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
