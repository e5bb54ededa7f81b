"""Writes real.csv from the recordings that real.py fetched and the labels of real_rules.py; before any model has heard them.

    python tools/held_out/real_label.py --recordings DIR            # writes real.csv
    python tools/held_out/real_label.py --recordings DIR --check    # whether real.csv is what the rules say

A file that no rule names stays out: unknown music is excluded rather than guessed. A file that lies in both parts (games share
music) is left out of `test`.
"""

from __future__ import annotations

import argparse
import csv
import fnmatch
import hashlib
import io
import json
import subprocess
import sys
from pathlib import Path

from packages import DEV, TEST
from real import TABLE
from real_rules import RULES, Rule

COLUMNS = (
    "package",
    "version",
    "path",
    "sha256",
    "seconds",
    "part",
    "class",
    "expect",
    "never",
    "kind",
    "certainty",
    "evidence",
    "prepare",
)
EXPECT = {"orchestral": "Classical", "heavy": "Metal|Rock", "synthesizer": "Electronic", "acoustic": "Folk|World|Classical", "other": ""}
NEVER = "Metal|Rap"
SHORTEST = 28.0
"""Seconds; what is shorter is a jingle."""


def seconds(path: Path) -> float:
    """The length of a file, by ffprobe."""
    asked = subprocess.run(
        ["ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "json", str(path)], capture_output=True, text=True
    )
    if asked.returncode != 0:
        print(f"{path.name}: left out, ffprobe cannot read it: {asked.stderr.strip()}", file=sys.stderr)
        return 0.0
    return float(json.loads(asked.stdout)["format"]["duration"])


def line(rule: Rule, path: Path, recordings: Path, known: dict[str, str]) -> dict[str, str]:
    """One line of real.csv."""
    package = rule.package
    inside = path.relative_to(recordings / package).as_posix()
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return {
        "package": package,
        "version": (recordings / package / ".version").read_text(encoding="utf-8").strip(),
        "path": inside,
        "sha256": digest,
        "seconds": known.get(digest) or f"{seconds(path):.0f}",
        "part": "dev" if package in DEV else "test",
        "class": rule.name,
        "expect": rule.expect or EXPECT.get(rule.name, ""),
        "never": NEVER if rule.name == "acoustic" else "",
        "kind": rule.kind,
        "certainty": rule.certainty,
        "evidence": rule.evidence,
        "prepare": rule.prepare or ("decode" if path.suffix == ".opus" else ""),
    }


def lines(recordings: Path) -> list[dict[str, str]]:
    """The whole table, sorted; the first rule that names a file decides."""
    known = {}
    if TABLE.exists():
        with TABLE.open(newline="", encoding="utf-8") as source:
            known = {old["sha256"]: old["seconds"] for old in csv.DictReader(source)}
    taken: dict[Path, dict[str, str]] = {}
    for rule in RULES:
        if rule.package not in DEV + TEST:
            raise ValueError(f"{rule.package} is in neither part of packages.py")
        files = sorted(path for path in (recordings / rule.package).rglob("*") if path.is_file())
        hits = [
            path
            for path in files
            if any(fnmatch.fnmatchcase(path.name, one) or fnmatch.fnmatchcase(path.as_posix(), one) for one in rule.files)
            and path not in taken
        ]
        if not hits:
            print(f"{rule.package}: nothing is called {', '.join(rule.files)}", file=sys.stderr)
        for path in hits:
            taken[path] = line(rule, path, recordings, known)
    kept = [row for row in taken.values() if float(row["seconds"]) >= SHORTEST and row["class"] != "excluded"]
    heard = {row["sha256"] for row in kept if row["part"] == "dev"}
    once: dict[str, dict[str, str]] = {}
    for row in sorted(kept, key=lambda row: (row["part"], row["package"], row["path"])):
        if not (row["part"] == "test" and row["sha256"] in heard):
            once.setdefault(row["sha256"], row)
    return list(once.values())


def text(table: list[dict[str, str]]) -> str:
    """The table as CSV."""
    sink = io.StringIO()
    writer = csv.DictWriter(sink, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(table)
    return sink.getvalue()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--recordings", type=Path, required=True, help="the folder given to real.py --out")
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    args = parser.parse_args()
    table = lines(args.recordings)
    for part in ("dev", "test"):
        for name in EXPECT:
            group = [row for row in table if row["part"] == part and row["class"] == name]
            hours = sum(float(row["seconds"]) for row in group) / 3600.0
            packages = len({row["package"] for row in group})
            sure = sum(row["certainty"] == "sure" for row in group)
            print(f"{part:5} {name:12} {len(group):4} tracks ({sure} sure) {hours:5.1f} h, {packages} packages")
    if args.check:
        same = TABLE.exists() and TABLE.read_text(encoding="utf-8") == text(table)
        print("real.csv holds" if same else "real.csv is not what the rules say: run real_label.py without --check")
        return 0 if same else 1
    TABLE.write_text(text(table), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
