"""Averages the weights of networks that learnt on from one start; batch norms are measured anew on pictures that were learnt from.

    python tools/average.py --data labels.csv --validation-data validation.csv --cache CACHE --out averaged run8/save.pt:0.45 run9/save.pt:0.28 models/demo:0.27

Each is a save.pt of `train.py` or the folder of a converted model, with its share. `--data`, `--validation-data` and `--cache` are those of the runs, whose drawn rows are
used again. DIR receives save.pt and labels.json, which `convert-model` takes. Why: a network that goes on from another forgets some of what that one knew, and the mean lies in
the same valley (Wortsman et al., "Robust fine-tuning of zero-shot models", 2022).
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from train import MEASURED, PRESET
from training.collection import Refusal, assign, load, read_items
from training.converted import read_model, take_converted
from training.loop import Data, write
from training.networks import SIZES, Vit, read_checkpoint, shape_of

PICTURES, BATCH = 1024, 64
"""On how many pictures the batch norms of the mean are measured, and how many at once."""


def arguments() -> argparse.ArgumentParser:
    """The command line."""
    parser = argparse.ArgumentParser(description="average networks that learnt on from one start", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument("parts", nargs="+", metavar="PATH:SHARE", help="save.pt or folder of a converted model, and its share")
    parser.add_argument("--data", type=Path, required=True, help="what the runs learnt from")
    parser.add_argument("--validation-data", type=Path, required=True, help="what they were validated on")
    parser.add_argument("--cache", type=Path, required=True, help="the runs' --cache")
    parser.add_argument("--out", type=Path, required=True, help="folder of the result")
    parser.add_argument("--size", choices=sorted(SIZES), default="demo-deep")
    return parser


def part(text: str, network: Vit, labels: list[str], pixels: Tensor) -> tuple[dict[str, Tensor], float]:
    """A state_dict as `save.pt` has it, and its share."""
    path, _, share = text.rpartition(":")
    try:
        weight = float(share)
    except ValueError as error:
        raise Refusal(f"{text}: PATH:SHARE is expected, such as run1/save.pt:0.5") from error
    if not Path(path).is_dir():
        return read_checkpoint(Path(path)), weight
    if not take_converted(network, read_model(Path(path), labels), pixels):
        raise Refusal(f"{path} has other labels")
    return dict(network.saved()), weight


def mean(parts: list[tuple[dict[str, Tensor], float]]) -> dict[str, Tensor]:
    """The states' weighted mean; shares need not add up to one."""
    whole, first = sum(share for _, share in parts), parts[0][0]
    if whole <= 0.0 or any(state.keys() != first.keys() or any(state[name].shape != first[name].shape for name in first) for state, _ in parts):
        raise Refusal("networks of one size and shares above nothing are expected")
    return {name: sum(state[name].double() * (share / whole) for state, share in parts).float() if tensor.is_floating_point() else tensor
            for name, tensor in first.items()}


@torch.no_grad()
def measure(network: Vit, data: Data, chosen: np.ndarray) -> None:
    """Batch norms take the mean over all pictures: those of the parts are no longer true of their mean."""
    for layer in network.modules():
        if isinstance(layer, nn.BatchNorm2d):
            layer.reset_running_stats()
            layer.momentum = None
    network.train()
    for start in range(0, len(chosen), BATCH):
        network(data.plain(chosen[start:start + BATCH]))
    network.eval()


def main() -> int:
    """0 done, 1 refused."""
    args = arguments().parse_args()
    try:
        preset = json.loads(PRESET.read_text(encoding="utf-8"))
        labels = [label["name"] for label in preset["labels"]]
        learnt, validated = (assign(read_items(path), labels, {}) for path in (args.data, args.validation_data))
        place = args.cache / "rows.npy"
        if not place.is_file():
            raise Refusal(f"{place} is missing: give the --cache that train.py was given")
        rows = load(place, learnt[0] + validated[0], learnt[1] + validated[1], np.repeat([False, True], [len(learnt[0]), len(validated[0])]))
        data = Data(rows, torch.device("cpu"))
        chosen = data.chosen(np.random.default_rng(1))[:PICTURES]
        shape = shape_of(args.size, rows.about["channels"], rows.about["image"], {})
        some = data.plain(np.sort(chosen[:MEASURED]))
        network = Vit(shape, len(labels))
        network.load_saved(mean([part(text, Vit(shape, len(labels)), labels, some) for text in args.parts]))
    except Refusal as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    measure(network, data, chosen)
    args.out.mkdir(parents=True, exist_ok=True)
    write(args.out / "save.pt", lambda file: torch.save(network.saved(), file))
    told = json.dumps({"families": preset["families"], "labels": preset["labels"]}, indent=2, ensure_ascii=False) + "\n"
    write(args.out / "labels.json", lambda file: file.write(told.encode()))
    print(f"wrote {args.out / 'save.pt'}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
