"""Trains or fine-tunes a Vision Transformer on a labelled collection of music; what it saves, `cargo xtask convert-model` takes.

    python tools/train.py --data Music/ --out trained
    python tools/train.py --data labels.csv --out trained --teacher cnn --epochs 30
    python tools/train.py --data Music/ --labels own --out trained --size vit_b_16 --init save.pt --lr 1e-4

A collection is a folder with one folder per genre, or a CSV with the columns `path`, `label` and, if several files belong to one piece, track
or artist, `group`. Pixels are the product's own: `acousticsense pixels` draws them. DIR receives save.pt, train.json (arguments, hash of the
data, curves, versions), labels.json, log.jsonl and, while it lasts, checkpoint.pt: the same command goes on after any interruption.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import platform
import sys
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from training.augment import Strength
from training.collection import Refusal, Rows, assign, draw, load, own_labels, read_items, read_map, split
from training.converted import read_model, take_converted
from training.loop import CHECKPOINT, Data, Place, Recipe, Run, write
from training.networks import SIZES, Cnn, Vit, read_checkpoint, shape_of
from training.widened import widen

ROOT = Path(__file__).resolve().parent.parent
PRESET = ROOT / "models" / "presets" / "article.json"
MEASURED = 256
"""Pictures on which the batch norms of a converted model are measured."""
TEACHER = replace(Recipe(), lr=2e-3, weight_decay=0.02, keep=1.0)


def arguments() -> argparse.ArgumentParser:
    """The command line."""
    parser = argparse.ArgumentParser(description="train or fine-tune a Vision Transformer on labelled music",
                                     formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    what = parser.add_argument_group("what to learn")
    what.add_argument("--data", type=Path, required=True, help="folder with one folder per genre, or CSV with path,label[,group]")
    what.add_argument("--labels", default=str(PRESET), help="labels in the order of the outputs: a preset, a file as convert-model --labels "
                      "takes it, or 'own' for the collection's own names")
    what.add_argument("--map", type=Path, help="CSV of two columns: the collection's name of a genre, ours (empty: leave it out)")
    what.add_argument("--validate", type=float, default=0.1, help="share of the groups of each class that is not learnt from")
    what.add_argument("--validation-data", type=Path, help="another collection to validate on, in the place of a share")
    front = parser.add_argument_group("what the network sees")
    front.add_argument("--acousticsense", type=Path, default=ROOT / "target" / "release" / "acousticsense", help="the program that draws")
    front.add_argument("--model", type=Path, help="model whose front end is used (default: the built-in one's)")
    front.add_argument("--windows", default="0,1,2,3", help="where windows begin, seconds, or 'all': one after the other over the track; each "
                       "epoch takes one of a file's")
    front.add_argument("--cache", type=Path, help="folder for the drawn rows, about 110 kB a window (default: in --out)")
    network = parser.add_argument_group("the network")
    network.add_argument("--size", choices=sorted(SIZES), default="demo")
    for name in ("dim", "depth", "heads", "mlp"):
        network.add_argument(f"--{name}", type=int, help="in the place of the size's")
    network.add_argument("--stem", choices=("conv", "plain"), help="convolutions or plain patches in front (default: the size's)")
    network.add_argument("--dropout", type=float, help="before the head")
    network.add_argument("--init", type=Path, help="start from this torchvision state_dict, or from the folder of a "
                         "converted model with a convolutional stem (models/demo, --size demo-deep); a head of another width is left out")
    network.add_argument("--init-size", choices=sorted(SIZES), help="the size of --init, where its stem is narrower or its blocks are fewer: "
                         "copies of its filters and idle blocks fill what is new")
    network.add_argument("--init-pixels", choices=("product", "unit"), default="product", help="what --init was trained on: the product's "
                         "pixels, or pictures of mean 0 and deviation 1 (ImageNet)")
    network.add_argument("--teacher", choices=("none", "cnn"), default="none", help="train a small CNN first and learn from its answers too")
    network.add_argument("--teacher-epochs", type=int, help="0 takes --teacher-init as it is (default: as --epochs)")
    network.add_argument("--teacher-lr", type=float, default=TEACHER.lr, help="its learning rate")
    network.add_argument("--teacher-init", type=Path, help="start the teacher from the teacher.pt of an earlier run, of a smaller corpus, say")
    how = parser.add_argument_group("how to learn")
    defaults = Recipe()
    for name in ("epochs", "batch", "warmup", "patience", "seed"):
        how.add_argument(f"--{name}", type=int, default=getattr(defaults, name))
    for name in ("lr", "weight_decay", "smoothing", "keep", "ema", "distil"):
        how.add_argument(f"--{name.replace('_', '-')}", type=float, default=getattr(defaults, name))
    how.add_argument("--balanced", action="store_true", help="rare classes count more")
    how.add_argument("--augment", default="{}", help="JSON with other strengths: " + ", ".join(f.name for f in fields(Strength)))
    where = parser.add_argument_group("where")
    where.add_argument("--out", type=Path, required=True, help="folder of the result")
    where.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    where.add_argument("--precision", choices=("auto", "f32", "bf16"), default="auto", help="auto: bf16 on CUDA and on processors with AMX")
    where.add_argument("--threads", type=int, default=torch.get_num_threads())
    where.add_argument("--stop-after", type=int, help=argparse.SUPPRESS)
    return parser


def has_amx() -> bool:
    """Whether bf16 pays on this processor: without AMX it takes two to three times as long as f32."""
    try:
        return "amx_bf16" in Path("/proc/cpuinfo").read_text()
    except OSError:
        return False


def labels_of(args: argparse.Namespace, items: list[Any]) -> dict[str, Any]:
    """Families and labels."""
    if args.labels == "own":
        return own_labels(items)
    path = Path(args.labels)
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return {"families": told["families"], "labels": told["labels"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Refusal(f"--labels {path}: {{'families': …, 'labels': …}} as in models/presets is expected ({error})") from error


def prepare(args: argparse.Namespace) -> tuple[Rows, dict[str, Any]]:
    """The drawn rows and the labels."""
    items, mapping = read_items(args.data), read_map(args.map)
    labels = labels_of(args, items)
    names = [label["name"] for label in labels["labels"]]
    items, classes = assign(items, names, mapping)
    if args.validation_data:
        others, other_classes = assign(read_items(args.validation_data), names, mapping)
        validates = np.repeat([False, True], [len(items), len(others)])
        items, classes = items + others, classes + other_classes
    else:
        validates = split(items, classes, args.validate, args.seed)
    missing = sorted(set(range(len(names))) - set(classes))
    if missing:
        print(f"no file of {', '.join(names[number] for number in missing)}: the network will hardly ever answer so", file=sys.stderr)
    model = ["--model", str(args.model)] if args.model else []
    windows = ["--windows", "all"] if args.windows == "all" else ["--starts", args.windows]
    # A front end that draws pictures has no other stage and cuts tracks itself.
    pictures = args.model and json.loads((args.model / "model.json").read_text())["front_end"]["kind"] != "article"
    options = model if pictures else [*model, "--stage", "log-power", *windows]
    place = draw(items, args.acousticsense, args.cache or args.out / "cache", options)
    return load(place, items, classes, validates), labels


def recipe_of(args: argparse.Namespace) -> Recipe:
    """What the command line says of learning."""
    given = json.loads(args.augment)
    unknown = set(given) - {f.name for f in fields(Strength)}
    if unknown:
        raise Refusal(f"--augment knows no {', '.join(sorted(unknown))}")
    strength = Strength(**{name: tuple(value) if isinstance(value, list) else value for name, value in given.items()})
    named = {f.name: getattr(args, f.name) for f in fields(Recipe) if hasattr(args, f.name)}
    return Recipe(**named, strength=strength)


def take_over(network: torch.nn.Module, path: Path) -> None:
    """Starts a network from all of a saved one: a teacher that fits in part only is none."""
    try:
        network.load_state_dict(read_checkpoint(path))
    except RuntimeError as error:
        raise Refusal(f"{path} is of another network: {' '.join(str(error).split())[:200]}") from error


def begin(vit: Vit, args: argparse.Namespace, data: Data, labels: list[str]) -> None:
    """Starts a network from --init."""
    narrow = Vit(shape_of(args.init_size, vit.shape.channels, vit.shape.image, {}), len(labels)) if args.init_size else vit
    if args.init.is_dir():
        some = np.sort(data.chosen(np.random.default_rng(args.seed))[:MEASURED])
        whole = take_converted(narrow, read_model(args.init, labels), data.plain(some).cpu())
        print(f"starting from the model in {args.init}" + ("" if whole else ", without its head"), file=sys.stderr)
    else:
        left = narrow.load_saved(read_checkpoint(args.init), args.init_pixels == "unit")
        print(f"starting from {args.init}" + (f", without {', '.join(left)}" if left else ""), file=sys.stderr)
    if narrow is not vit:
        widen(vit, narrow)


def work(args: argparse.Namespace) -> int:
    """Trains; 0 when it came to its end."""
    torch.set_num_threads(args.threads)
    rows, labels = prepare(args)
    device = torch.device(args.device)
    half = args.precision == "bf16" or args.precision == "auto" and (device.type == "cuda" or has_amx())
    recipe, data, classes = recipe_of(args), Data(rows, device), len(labels["labels"])
    if not len(data.checked):
        raise Refusal("no file is left to validate on")
    print(f"{len(data.windows)} files to learn from ({int((~rows.validates).sum())} windows), {len(data.checked)} to validate on, {classes} classes",
          file=sys.stderr)
    args.out.mkdir(parents=True, exist_ok=True)

    teacher, of_teacher = None, None
    if args.teacher == "cnn":
        torch.manual_seed(recipe.seed)
        cnn = Cnn(rows.about["channels"], classes)
        if args.teacher_init:
            take_over(cnn, args.teacher_init)
        epochs = recipe.epochs if args.teacher_epochs is None else args.teacher_epochs
        lesson = replace(TEACHER, lr=args.teacher_lr, epochs=epochs, batch=recipe.batch, seed=recipe.seed, smoothing=recipe.smoothing,
                         balanced=recipe.balanced, strength=recipe.strength, patience=recipe.patience)
        taught = Run(cnn, classes, data, lesson, Place(args.out / "teacher", device, half, args.stop_after))
        print("the teacher", file=sys.stderr)
        if not taught.train():
            return 3
        teacher, of_teacher = taught.result(), {"best": taught.best, "curves": taught.curves}
        write(args.out / "teacher" / "teacher.pt", lambda file: torch.save(teacher.state_dict(), file))

    changes = {name: getattr(args, name) for name in ("dim", "depth", "heads", "mlp", "dropout")}
    if args.stem == "plain":
        changes |= {"stem": (), "strides": ()}
    elif args.stem == "conv" and not SIZES[args.size].stem:
        dim = args.dim or SIZES[args.size].dim
        changes["stem"] = (dim // 8, dim // 4, dim // 2, dim)
    shape = shape_of(args.size, rows.about["channels"], rows.about["image"], changes)
    torch.manual_seed(recipe.seed)
    vit = Vit(shape, classes)
    if args.init:
        begin(vit, args, data, [label["name"] for label in labels["labels"]])
    parameters = sum(p.numel() for p in vit.parameters())
    print(f"{shape}: {parameters:,} parameters, {'bf16' if half else 'f32'} on {device}", file=sys.stderr)
    run = Run(vit, classes, data, recipe, Place(args.out, device, half, args.stop_after), teacher)
    if not run.train():
        return 3
    write(args.out / "save.pt", lambda file: torch.save(run.result().saved(), file))
    told = {"arguments": {name: str(value) if isinstance(value, Path) else value for name, value in vars(args).items()},
            "recipe": asdict(recipe), "architecture": asdict(shape), "parameters": parameters, "classes": [l["name"] for l in labels["labels"]],
            "data": {"rows_sha256": rows.sha256, "files": len(set(rows.file.tolist())), "rows": len(rows.file),
                     "validation_files": len(data.checked), "front_end": rows.about},
            "best": run.best, "curves": run.curves, "teacher": of_teacher,
            "versions": {"python": platform.python_version()}
            | {name: importlib.metadata.version(name) for name in ("torch", "torchvision", "numpy")}}
    for name, value in (("labels.json", labels), ("train.json", told)):
        write(args.out / name, lambda file, value=value: file.write((json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()))
    for folder in (args.out, args.out / "teacher"):
        (folder / CHECKPOINT).unlink(missing_ok=True)
    print(f"wrote {args.out / 'save.pt'}: epoch {run.best['epoch']}, validation top-1 {run.best['top1']:.1%}, top-3 {run.best['top3']:.1%}",
          file=sys.stderr)
    heads = f" --heads {shape.heads}" if shape.dim != 64 * shape.heads else ""
    strides = f" --stem-strides {','.join(map(str, shape.strides))}" if shape.strides else ""
    print(f"cargo xtask convert-model --checkpoint {args.out / 'save.pt'}{heads}{strides} --labels {args.out / 'labels.json'} --out models/NAME")
    return 0


def main() -> int:
    """0 done, 1 refused, 3 stopped before the end."""
    try:
        return work(arguments().parse_args())
    except (Refusal, FloatingPointError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("interrupted; the same command goes on after the last finished epoch", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
