"""What can be checked without a network or minutes: the plan, the notes, the frozen hashes, the split, the report's arithmetic.

tools/.venv-corpus/bin/python -m unittest discover -s tools/held_out
"""

from __future__ import annotations

import csv
import json
import tempfile
import unittest
from collections import Counter
from pathlib import Path

import make
import packages
import real
import real_report
from harmony import chord, voicing


class HeldOut(unittest.TestCase):
    """The composed set."""

    def test_plan_is_balanced_and_names_are_unique(self) -> None:
        clips = make.plan(480, make.SEED)
        self.assertEqual(set(Counter(clip.genre for clip in clips).values()), {30})
        self.assertEqual(len({clip.path for clip in clips}), 480)

    def test_notes_are_audible_in_time_and_repeatable(self) -> None:
        for clip in make.plan(99, 5):
            with self.subTest(clip.path):
                piece = make.piece(clip)
                notes = [note for part in piece.parts for note in part.notes if not part.words]  # A rapper's notes are whole bars.
                self.assertEqual(piece, make.piece(clip))
                self.assertTrue(10.0 <= piece.seconds <= 14.0)
                self.assertTrue(all(0 <= note.start < piece.seconds and note.end > note.start for note in notes))
                self.assertTrue(all(12 <= note.pitch <= 120 and 1 <= note.velocity <= 127 for note in notes))
                seconds = {int(note.start) for note in notes} | {int(note.end) for note in notes}
                self.assertGreaterEqual(len(seconds), 8)

    def test_chords(self) -> None:
        for name, root, tones in (
            ("I", 0, (0, 4, 7)),
            ("ii7", 2, (0, 3, 7, 10)),
            ("bVII", 10, (0, 4, 7)),
            ("iih7", 2, (0, 3, 6, 10)),
            ("V7b9", 7, (0, 4, 7, 10, 13)),
        ):
            with self.subTest(name):
                self.assertEqual((chord(name).root, chord(name).tones), (root, tones))
        self.assertEqual(voicing(chord("V"), 0, 60, "close"), [62, 67, 71])
        with self.assertRaisesRegex(ValueError, "is no chord"):
            chord("VIII")

    def test_frozen(self) -> None:
        self.assertEqual(make.check(), [])


class Real(unittest.TestCase):
    """The recordings' table and report."""

    def test_split(self) -> None:
        self.assertFalse(set(packages.DEV) & set(packages.TEST))
        with real.TABLE.open(newline="", encoding="utf-8") as source:
            lines = list(csv.DictReader(source))
        parts = {part: {line["sha256"] for line in lines if line["part"] == part} for part in ("dev", "test")}
        self.assertTrue(parts["dev"] and parts["test"])
        self.assertFalse(parts["dev"] & parts["test"])
        for line in lines:
            self.assertEqual(line["part"], "dev" if line["package"] in packages.DEV else "test")

    def test_paths_stay_inside(self) -> None:
        for name, expected in (("/etc/passwd", "etc/passwd"), ("../../x/y.ogg", "x/y.ogg"), ("./a/b.ogg", "a/b.ogg")):
            self.assertEqual(real.safe(name).as_posix(), expected)

    def test_report(self) -> None:
        def line(path: str, name: str, expect: str, never: str) -> dict[str, str]:
            return {
                "package": "p",
                "path": path,
                "part": "dev",
                "class": name,
                "expect": expect,
                "never": never,
                "kind": "rendered",
                "certainty": "sure",
                "prepare": "",
            }

        def answer(folder: Path, path: str, windows: list[tuple[str, float]]) -> str:
            scores = [{"genre": genre, "probability": value} for genre, value in windows]
            return json.dumps(
                {
                    "path": str(folder / "p" / path),
                    "genre": windows[0][0],
                    "probability": windows[0][1],
                    "scores": scores,
                    "windows": scores,
                }
            )

        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            rows = [
                line("a.ogg", "orchestral", "Classical", ""),
                line("b.ogg", "acoustic", "Folk", "Metal|Rap"),
                line("c.ogg", "heavy", "Metal|Rock", ""),
            ]
            with (folder / "table.csv").open("w", newline="", encoding="utf-8") as sink:
                writer = csv.DictWriter(sink, rows[0])
                writer.writeheader()
                writer.writerows(rows)
            said = [
                answer(folder, "a.ogg", [("Classical", 0.8), ("Folk", 0.75), ("Jazz", 0.1)]),
                answer(folder, "b.ogg", [("Jazz", 0.9), ("Metal", 0.3)]),
                json.dumps({"path": "c.ogg", "error": "not audio"}),
            ]
            (folder / "said.jsonl").write_text("\n".join(said), encoding="utf-8")
            tracks, missing = real_report.judged(folder / "table.csv", folder, real_report.answers(folder / "said.jsonl"))
        table = real_report.table("dev", tracks, False)
        self.assertEqual(missing, 1)
        self.assertIn("| orchestral | 1 | 3 | 33.3 | 33.3 | 100.0 | 100.0 | 66.7 | 50.0 |", table)
        self.assertIn("| acoustic | 1 | 2 | 50.0 | 50.0 | 100.0 | - | 50.0 | 100.0 |", table)


if __name__ == "__main__":
    unittest.main()
