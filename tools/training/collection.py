"""A labelled collection of audio: which files, what they are, which of them validate, and the rows that the product's front end draws.

A collection is a folder with one folder per genre, or a table (CSV) with the columns `path` and `label` and, where several files come from
one piece, track or artist, `group`: files of a group never stand on both sides of the split.
"""

from __future__ import annotations

import csv
import hashlib
import json
import os
import subprocess
import sys
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

GROUP_COLUMNS = ("group", "piece", "track", "artist")
OWN_COLORS = ("#1d4ed8", "#b45309", "#15803d", "#7e22ce", "#be123c", "#0e7490")
"""Each can be read on white (contrast above 4.5)."""


class Refusal(Exception):
    """What a user must mend; told without a trace."""


@dataclass(frozen=True)
class Item:
    """A file with its label and the group that it must not be torn from."""

    path: Path
    label: str
    group: str


@dataclass
class Rows:
    """What the front end drew: `values` [rows, …] and, for every row, the file's number, its class and whether it is the first window."""

    values: NDArray[Any]
    about: dict[str, Any]
    file: NDArray[np.int64]
    label: NDArray[np.int64]
    first: NDArray[np.bool_]
    validates: NDArray[np.bool_]
    sha256: str


def key(name: str) -> str:
    """A name without case, accents, spaces and punctuation: `Hip-Hop`, `hiphop` and `hip hop` are one."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(c for c in plain if c.isalnum())


def read_items(data: Path) -> list[Item]:
    """Every file of a collection, in a fixed order."""
    if data.is_dir():
        folders = sorted(path for path in data.iterdir() if path.is_dir() and not path.name.startswith("."))
        if not folders:
            raise Refusal(f"{data}: there is no folder in it; one folder per genre is expected, or a CSV with the columns path and label")
        files = [(folder, path) for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
        return [Item(path, folder.name, f"{folder.name}/{path.stem}") for folder, path in files if not path.name.startswith(".")]
    if not data.is_file():
        raise Refusal(f"{data}: there is no such folder or CSV")
    with data.open(newline="", encoding="utf-8-sig") as file:
        rows = csv.DictReader(file)
        names = rows.fieldnames or []
        label = next((name for name in ("label", "genre") if name in names), None)
        if "path" not in names or label is None:
            raise Refusal(f"{data}: the columns path and label are expected, it has {', '.join(names) or 'none'}")
        group = next((name for name in GROUP_COLUMNS if name in names), None)
        return [Item(data.parent / row["path"], row[label], row[group] if group and row[group] else row["path"]) for row in rows]


def read_map(path: Path | None) -> dict[str, str]:
    """Own names of genres: a CSV of two columns, the collection's name and the model's; an empty second one leaves the genre out."""
    if path is None:
        return {}
    with path.open(newline="", encoding="utf-8-sig") as file:
        return {key(row[0]): row[1].strip() for row in csv.reader(file) if len(row) >= 2}


def own_labels(items: list[Item]) -> dict[str, Any]:
    """Labels and families made of the collection's own names, as `convert-model --labels` takes them."""
    names = sorted({item.label for item in items}, key=key)
    families = [{"id": f"family-{number}", "name": name, "name_zh": name, "color": OWN_COLORS[number % len(OWN_COLORS)]}
                for number, name in enumerate(names)]
    return {"families": families,
            "labels": [{"name": name, "name_zh": name, "family": f"family-{number}"} for number, name in enumerate(names)]}


def assign(items: list[Item], labels: list[str], mapping: dict[str, str]) -> tuple[list[Item], list[int]]:
    """The items that take part, with the number of their label; a name that is no label is refused, with all others like it."""
    numbers = {key(name): number for number, name in enumerate(labels)}
    kept, classes, unknown = [], [], Counter()
    for item in items:
        name = mapping.get(key(item.label), item.label)
        if name and key(name) in numbers:
            kept.append(item)
            classes.append(numbers[key(name)])
        elif name:
            unknown[item.label] += 1
    if unknown:
        told = ", ".join(f"{name} ({count} files)" for name, count in sorted(unknown.items()))
        raise Refusal(f"no label of the model is called {told}; map them with --map FILE.csv (their name, our name; empty leaves them out), "
                      f"or pass --labels own. The labels are {', '.join(labels)}")
    return kept, classes


def split(items: list[Item], classes: list[int], share: float, seed: int) -> NDArray[np.bool_]:
    """Which items validate: of every class about `share` of its groups, whole groups, by a hash that no other file has a say in."""
    groups: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, (item, label) in enumerate(zip(items, classes, strict=True)):
        groups[label][item.group].append(number)
    validates = np.zeros(len(items), bool)
    elsewhere: dict[str, bool] = {}
    for members in groups.values():
        order = sorted(members, key=lambda group: hashlib.sha256(f"{seed}/{group}".encode()).digest())
        if len(order) < 2:
            raise Refusal(f"{items[members[order[0]][0]].label} has a single group of files; two at least are needed, one of them to validate")
        count = max(1, round(share * len(order)))
        for position, group in enumerate(order):
            # A group with several labels stays on the side that it came to first.
            side = elsewhere.setdefault(group, position < count)
            validates[members[group]] = side
    return validates


def fingerprint(items: list[Item], options: list[str]) -> str:
    """What the drawn rows depend on: files, their sizes and times, and how they are drawn."""
    digest = hashlib.sha256("\0".join(options).encode())
    for item in items:
        try:
            stat = item.path.stat()
        except OSError as error:
            raise Refusal(f"{item.path}: {error.strerror}") from error
        digest.update(f"{item.path}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def draw(items: list[Item], program: Path, cache: Path, options: list[str]) -> Path:
    """The array of all rows, drawn by `acousticsense pixels` unless the cache has it already."""
    cache.mkdir(parents=True, exist_ok=True)
    place, stamp = cache / "rows.npy", cache / "rows.stamp"
    wanted = fingerprint(items, options)
    if place.exists() and stamp.exists() and stamp.read_text() == wanted:
        return place
    stamp.unlink(missing_ok=True)
    listed = cache / "files.csv"
    with listed.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["path"])
        rows.writerows([os.path.abspath(item.path)] for item in items)
    print(f"drawing {len(items)} files", file=sys.stderr)
    done = subprocess.run([program, "pixels", listed, "-o", place, *options], check=False)
    # 1 says that some files failed; they are in the ledger and have no row.
    if done.returncode not in (0, 1) or not place.exists():
        raise Refusal(f"{program.name} pixels ended with {done.returncode}")
    stamp.write_text(wanted)
    return place


def load(place: Path, items: list[Item], classes: list[int], validates: NDArray[np.bool_]) -> Rows:
    """Maps the array into memory and says of every row what it is."""
    values = np.load(place, mmap_mode="r")
    about = json.loads(Path(f"{place}.json").read_text())
    numbers = {os.path.abspath(item.path): number for number, item in enumerate(items)}
    files, first = [], []
    with Path(f"{place}.csv").open(newline="", encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            files.append(numbers[row["path"]])
            first.append(float(row["start_s"]) == 0.0)
    if len(files) != len(values):
        raise Refusal(f"{place} has {len(values)} rows and its table {len(files)}; delete both")
    number = np.array(files)
    digest = hashlib.sha256(Path(f"{place}.csv").read_bytes())
    digest.update(np.array(classes, np.int64)[number].tobytes())
    for start in range(0, len(values), 256):
        digest.update(np.ascontiguousarray(values[start:start + 256]).tobytes())
    return Rows(values, about, number, np.array(classes)[number], np.array(first), validates[number], digest.hexdigest())
