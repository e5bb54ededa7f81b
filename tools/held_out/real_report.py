"""The table of the real recordings' criteria, from what a model said of them.

    acousticsense classify $(python tools/held_out/real.py --out DIR --list test) --windows all -o out.jsonl
    python tools/held_out/real_report.py out.jsonl --recordings DIR

Counted are the classes of real.csv, for `dev` and `test` apart. A window is right when its genre is one of the class's genres; for acoustic
music it is wrong when it is one of those that it must never be. "Windows" pools all windows; "per track" is the mean over tracks of
each one's share, so that a track of half an hour counts as much as one of a minute. Top-3 is of tracks (their mean answer): the windows of
a report carry their first genre only. "Confident" are windows above 0.7.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Iterable

from real import TABLE, listening_path

CONFIDENT = 0.7
BAR = {
    "orchestral": "windows >= 80 %",
    "heavy": "windows >= 80 %",
    "synthesizer": "windows >= 60 %, top-3 >= 90 %",
    "acoustic": "right (never Metal or Rap): 100 %",
}
"""What the issue asks for; other classes are only looked at."""


@dataclass(frozen=True)
class Judged:
    """One recording: its line of real.csv and the model's answer."""

    line: dict[str, str]
    genre: str
    top: tuple[str, ...]
    windows: tuple[tuple[str, float], ...]

    def right(self, genre: str) -> bool:
        """Whether a genre is one that a listener would accept."""
        if self.line["never"]:
            return genre not in self.line["never"].split("|")
        return genre in self.line["expect"].split("|")


def answers(path: Path) -> dict[str, dict[str, object]]:
    """The lines of `acousticsense classify -o x.jsonl` by path; a line without scores is no answer but an error, and passed over."""
    found: dict[str, dict[str, object]] = {}
    with path.open(encoding="utf-8") as source:
        for number, text in enumerate(source, 1):
            if not text.strip():
                continue
            try:
                line = json.loads(text)
            except json.JSONDecodeError as error:
                raise ValueError(f"{path}, line {number}: not JSON: {error}") from error
            if isinstance(line, dict) and "scores" in line and "path" in line:
                found[str(Path(str(line["path"])).resolve())] = line
    return found


def judged(table: Path, recordings: Path, said: dict[str, dict[str, object]]) -> tuple[list[Judged], int]:
    """Every labelled recording that the model answered for, and how many it did not."""
    result: list[Judged] = []
    missing = 0
    with table.open(newline="", encoding="utf-8") as source:
        for line in csv.DictReader(source):
            answer = said.get(str(listening_path(recordings, line["package"], line["path"], line["prepare"]).resolve()))
            if answer is None:
                missing += 1
                continue
            scores = sorted(answer["scores"], key=lambda score: -score["probability"])  # type: ignore[arg-type, index]
            windows = answer.get("windows") or [{"genre": answer["genre"], "probability": answer["probability"]}]
            pairs = tuple((str(window["genre"]), float(window["probability"])) for window in windows)  # type: ignore[union-attr]
            result.append(Judged(line, str(answer["genre"]), tuple(str(score["genre"]) for score in scores[:3]), pairs))
    return result, missing


def share(hits: Iterable[bool]) -> str:
    """A share in per cent, or a dash for none at all."""
    values = list(hits)
    return f"{100.0 * sum(values) / len(values):.1f}" if values else "-"


def row(name: str, group: list[Judged]) -> str:
    """One line of the table."""
    windows = [(track, genre, probability) for track in group for genre, probability in track.windows]
    means = [sum(track.right(genre) for genre, _ in track.windows) / len(track.windows) for track in group]
    confident = [(track, genre) for track, genre, probability in windows if probability > CONFIDENT]
    never = bool(group and group[0].line["never"])
    top = "-" if never else share(any(track.right(genre) for genre in track.top) for track in group)
    said = Counter(genre for _, genre, _ in windows).most_common(3)
    words = ", ".join(f"{genre} {100 * count / len(windows):.0f}" for genre, count in said)
    per_track = f"{100.0 * sum(means) / len(means):.1f}" if means else "-"
    return (
        f"| {name} | {len(group)} | {len(windows)} | {share(track.right(genre) for track, genre, _ in windows)} | {per_track} | "
        f"{share(track.right(track.genre) for track in group)} | {top} | {share(one > CONFIDENT for _, _, one in windows)} | "
        f"{share(track.right(genre) for track, genre in confident)} | {words} | {BAR.get(name.split(',')[0], '')} |"
    )


HEAD = (
    "| class | tracks | windows | right, % of windows | right, per track | tracks right | tracks top-3 | confident windows | "
    "right when confident | most said | bar |\n|" + "---|" * 11
)


def table(part: str, tracks: list[Judged], by_kind: bool) -> str:
    """The table of one part; `by_kind` splits classes by recording, rendered, tracker."""
    lines = [f"### {part}: {len(tracks)} tracks", "", HEAD]
    for name in ("orchestral", "heavy", "synthesizer", "acoustic", "other"):
        group = [track for track in tracks if track.line["class"] == name]
        if not group:
            continue
        lines.append(row(name, group))
        sure = [track for track in group if track.line["certainty"] == "sure"]
        if len(sure) != len(group):
            lines.append(row(f"{name}, sure labels only", sure))
        for kind in sorted({track.line["kind"] for track in group}) if by_kind else ():
            lines.append(row(f"{name}, {kind}", [track for track in group if track.line["kind"] == kind]))
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("predictions", type=Path, nargs="+", help="JSON Lines of `acousticsense classify ... --windows all -o x.jsonl`")
    parser.add_argument("--recordings", type=Path, required=True, help="the folder given to real.py --out")
    parser.add_argument("--part", choices=("dev", "test", "all"), default="all", help="which part; test is for the end")
    parser.add_argument("--by-kind", action="store_true", help="also split each class by recording, rendered and tracker")
    parser.add_argument("--tracks", action="store_true", help="also list the tracks that were not right")
    args = parser.parse_args()
    said: dict[str, dict[str, object]] = {}
    try:
        for path in args.predictions:
            said |= answers(path)
    except (OSError, ValueError) as error:
        parser.error(str(error))
    tracks, missing = judged(TABLE, args.recordings, said)
    if not tracks:
        print(
            f"none of the recordings of {TABLE.name} is in the predictions: were they classified under {args.recordings}?", file=sys.stderr
        )
        return 1
    for part in ("dev", "test") if args.part == "all" else (args.part,):
        group = [track for track in tracks if track.line["part"] == part]
        if group:
            print(table(part, group, args.by_kind), end="\n\n")
        for track in group if args.tracks else ():
            if not track.right(track.genre):
                print(f"{track.line['class']}: {track.line['package']}/{Path(track.line['path']).name}: {', '.join(track.top)}")
    if missing:
        print(f"{missing} labelled recordings have no answer", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
