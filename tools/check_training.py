"""Checks the training tool from end to end in small: composed music in, a converted and evaluated model out, above chance by a stated margin.

    python tools/check_training.py --acousticsense target/debug/acousticsense --xtask target/debug/xtask --folder /tmp/training

1. The pixels that are learnt from are the product's: the tool's last steps against `acousticsense pixels`, within 1e-4 dB.
2. A run that is killed in its middle and started again comes to the same network, to the last bit, as one that was left alone.
3. `convert-model` reads what was saved, and PyTorch agrees with it.
4. A network that starts from the converted model answers as the one that was saved; so does a wider and deeper one, but for the noise that parts its copies.
5. `acousticsense evaluate` finds at least MARGIN more right than chance would, on pieces of other seeds; and fits a temperature.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import soundfile
import torch

from compose import compose
from training.augment import Pixels, Strength
from training.converted import read_model, take_converted
from training.networks import Vit, read_checkpoint, shape_of
from training.widened import widen

TOOLS = Path(__file__).resolve().parent
STYLES = {"samba": "Latin", "chamber": "Classical", "techno": "Electronic", "metal": "Metal"}
"""Styles of compose.py and the genre that each stands for here; what they sound like does not matter, only that they differ."""
LEARNT, HELD_OUT = 14, 10
"""Pieces per style."""
MARGIN = 0.3
TOLERANCE_DB = 1e-4


def pieces(folder: Path, count: int, first_seed: int) -> Path:
    """Writes `count` pieces of every style and their table; returns the table."""
    table = folder / "labels.csv"
    folder.mkdir(parents=True)
    with table.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["path", "label", "group"])
        for style, genre in STYLES.items():
            for number in range(count):
                samples = compose(style, 11.2, 22_050, 1, first_seed + number)
                soundfile.write(folder / f"{style}-{number}.wav", samples, 22_050)
                rows.writerow([f"{style}-{number}.wav", genre.lower(), f"{style}-{number}"])
    return table


def run(command: list[object], codes: tuple[int, ...] = (0,)) -> str:
    """Runs a program; returns what it says on standard output."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
    if done.returncode not in codes:
        raise SystemExit(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def check_pixels(program: Path, folder: Path, table: Path) -> None:
    """What is learnt from is what the product draws."""
    for stage in ("pixels", "log-power"):
        run([program, "pixels", table, "-o", folder / f"{stage}.npy", "--stage", stage, "--format", "f32"])
    about = json.loads((folder / "log-power.npy.json").read_text())
    drawn = torch.from_numpy(np.load(folder / "pixels.npy"))
    ours = Pixels(about, torch.device("cpu")).plain(torch.from_numpy(np.load(folder / "log-power.npy")))
    worst = float((ours - drawn).abs().max()) * about["front_end"]["std_db"]
    print(f"pixels of {len(drawn)} files: at most {worst:.1e} dB apart")
    if not worst <= TOLERANCE_DB:
        raise SystemExit(f"allowed are {TOLERANCE_DB} dB")


def check_restyle(folder: Path) -> None:
    """A clip that takes over bands' means and deviations takes nothing over from a clip like it, and moves towards another."""
    about = json.loads((folder / "log-power.npy.json").read_text())
    pixels, strength = Pixels(about, torch.device("cpu")), Strength(restyle=1.0, restyle_share=0.9)
    rows = pixels.decibels(torch.from_numpy(np.load(folder / "log-power.npy")))
    torch.manual_seed(1)
    alike = rows[:1].expand(8, -1, -1)
    still = float((pixels._restyle(alike, strength) - alike).abs().max())
    moved = (pixels._restyle(rows, strength).mean(dim=2) - rows.mean(dim=2)).abs().mean(dim=1)
    print(f"restyled: {still:.1e} dB where clips are alike, {float(moved.median()):.1f} dB a band else")
    if not (still <= TOLERANCE_DB and 0.5 <= float(moved.median()) <= 40.0):
        raise SystemExit(f"at most {TOLERANCE_DB} dB and at least half a decibel were expected")


def check_interruption(command: list[object], folder: Path) -> None:
    """Kills a run after its first epoch, starts it again, and holds the result against that of a run that was left alone."""
    run([*command, "--out", folder / "alone"])
    broken = folder / "broken"
    with (folder / "broken.log").open("w") as log:
        process = subprocess.Popen([str(word) for word in [*command, "--out", broken]], stdout=log, stderr=log)
        until = time.monotonic() + 300.0
        while not (broken / "checkpoint.pt").exists() and process.poll() is None and time.monotonic() < until:
            time.sleep(0.02)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    if (broken / "save.pt").exists():
        raise SystemExit("the run was over before it could be killed")
    run([*command, "--out", broken])
    alone, again = (torch.load(folder / name / "save.pt", weights_only=True) for name in ("alone", "broken"))
    for name, tensor in alone.items():
        if not torch.equal(tensor, again[name]):
            raise SystemExit(f"{name} is another one after an interruption, by {float((tensor - again[name]).abs().max())}")
    print("the same network with and without the interruption")


def check_learning_on(folder: Path, model: Path) -> None:
    """A network that starts from a converted model answers as the one that was converted."""
    names = [label["name"] for label in json.loads((folder / "trained" / "labels.json").read_text())["labels"]]
    pixels = torch.from_numpy(np.load(folder / "pixels.npy")).float()
    saved, taken = (Vit(shape_of("tiny", 1, pixels.shape[-1], {}), len(names)).eval() for _ in range(2))
    saved.load_saved(read_checkpoint(folder / "trained" / "save.pt"))
    with_head = take_converted(taken, read_model(model, names), pixels)
    with torch.no_grad():
        expected = saved(pixels)
        apart = float((taken(pixels) - expected).abs().max() / expected.abs().max())
    print(f"learning on from a converted model: logits {apart:.1e} apart")
    if not (with_head and apart <= 1e-4):
        raise SystemExit("at most 1e-4 was expected, and its head")
    wide = Vit(replace(saved.shape, depth=3, stem=(8, 24, 36, 64)), len(names)).eval()
    widen(wide, saved, noise=0.0)
    with torch.no_grad():
        apart = float((wide(pixels) - expected).abs().max() / expected.abs().max())
    print(f"learning on from a narrower network: logits {apart:.1e} apart")
    if apart > 1e-4:
        raise SystemExit("at most 1e-4 was expected")


def main() -> int:
    """All five."""
    parser = argparse.ArgumentParser(description="check the training tool from end to end in small")
    parser.add_argument("--acousticsense", type=Path, required=True)
    parser.add_argument("--xtask", type=Path, required=True)
    parser.add_argument("--folder", type=Path, required=True, help="for everything that is made; must be empty or not there")
    args = parser.parse_args()
    folder = args.folder
    learnt, held_out = pieces(folder / "learnt", LEARNT, 1_000), pieces(folder / "held-out", HELD_OUT, 2_000)
    check_pixels(args.acousticsense, folder, learnt)
    check_restyle(folder)
    labels = folder / "labels.json"
    labels.write_text(json.dumps({
        "families": [{"id": "all", "name": "All", "name_zh": "全部", "color": "#1d4ed8"}],
        "labels": [{"name": genre, "name_zh": genre, "family": "all"} for genre in STYLES.values()]}))
    # Threads add in another order when there are others: one makes the comparison exact.
    train = [sys.executable, TOOLS / "train.py", "--data", learnt, "--labels", labels, "--acousticsense", args.acousticsense, "--size", "tiny",
             "--batch", 8, "--lr", 2e-3, "--windows", "0,1", "--threads", 1, "--cache", folder / "cache", "--seed", 3, "--device", "cpu",
             "--validate", 0.15, "--warmup", 1]
    check_interruption([*train, "--epochs", 3], folder)
    run([*train, "--epochs", 10, "--teacher", "cnn", "--teacher-epochs", 4, "--augment", '{"restyle":0.5}', "--out", folder / "trained"])
    told = json.loads((folder / "trained" / "train.json").read_text())
    print(f"trained: validation top-1 {told['best']['top1']:.2f} after epoch {told['best']['epoch']} of {len(told['curves'])}")
    model = folder / "models" / "small"
    model.parent.mkdir()
    said = run([args.xtask, "convert-model", "--checkpoint", folder / "trained" / "save.pt", "--heads", 3, "--labels",
                folder / "trained" / "labels.json", "--out", model, "--precision", "f32,f16"])
    print(said.strip().splitlines()[-1])
    check_learning_on(folder, model)
    run([*train, "--epochs", 1, "--init", model, "--out", folder / "further"])
    report = folder / "report.json"
    # Every answer may be right; then there is no temperature to fit, and that is said.
    run([args.acousticsense, "evaluate", held_out, "--model", model, "-o", report, "--confusion-matrix", folder / "matrix.svg"])
    found = json.loads(report.read_text())
    share, chance = found["top1"]["share"], 1.0 / len(STYLES)
    print(f"held-out: {found['top1']['right']} of {found['top1']['of']} right ({share:.2f}, chance {chance:.2f})")
    if share < chance + MARGIN:
        raise SystemExit(f"at least {chance + MARGIN:.2f} were expected")
    return 0


if __name__ == "__main__":
    sys.exit(main())
