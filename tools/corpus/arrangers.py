"""Bands that somebody else has arranged: MMA (Debian's package `mma`) lets its library's grooves play our chords.

Its some 350 files hold drums, basses, comping and strings as other musicians and keyboards' makers wrote them, so that a model does not learn one
composer's habits alone. We give form, chords and tempo, MMA gives notes back; voices, fonts, room and mix stay ours.
"""

from __future__ import annotations

import math
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import mido

from instruments import GM
from score import Note, Part
from song import Song
from theory import QUALITIES, Chord

LIBRARY = Path("/usr/share/mma/lib")
"""Where Debian's package keeps the grooves, a file for each family of them."""

NEEDED = "the grooves come from MMA, which is not here: install the Debian packages that requirements.txt names"

_DRUMS = 9
"""General MIDI's channel of percussion, from 0."""
_NAMES = {number: name for name, number in GM.items()}
_ROOTS = ("C", "Db", "D", "Eb", "E", "F", "Gb", "G", "Ab", "A", "Bb", "B")
_OTHERWISE = {"°": "dim", "+": "aug", "ø": "m7b5", "°7": "dim7", "maj7": "M7", "mmaj7": "mM7", "maj9": "M9", "madd9": "m(add9)", "69": "6(add9)", "maj7#11": "M7#11"}
"""Chord suffixes that MMA writes in another way than we."""
_PASSING = re.compile(r"intro|end|fill|break|metronome|(?<=[a-z0-9])F[AB]$|(?<=[0-9k])E$|hit$|duh", re.IGNORECASE)
"""Grooves of a bar or two that lead from one to the next."""
_AMPLIFIER = {"distorted": "amp:high", "overdriven": "amp:crunch", "clean-guitar": "amp:clean"}


def check() -> None:
    """Refuses to begin where MMA or its library is not installed."""
    if shutil.which("mma") is None or not LIBRARY.is_dir():
        raise FileNotFoundError(NEEDED)


@lru_cache(maxsize=None)
def grooves(family: str) -> tuple[str, ...]:
    """The names of a file's grooves that can go on for a section, as `casio/house` has."""
    return tuple(name for name in _defined(family) if not _PASSING.search(name))


@lru_cache(maxsize=None)
def _defined(family: str) -> tuple[str, ...]:
    return tuple(re.findall(r"^\s*DefGroove\s+(\S+)", _text(family), re.MULTILINE | re.IGNORECASE))


@lru_cache(maxsize=None)
def beats(family: str) -> float:
    """Beats of a bar."""
    found = re.search(r"^\s*Time\s+(\d+)", _text(family), re.MULTILINE | re.IGNORECASE)
    return float(found.group(1)) if found else 4.0


def _text(family: str) -> str:
    place = LIBRARY / f"{family}.mma"
    if not place.is_file():
        raise FileNotFoundError(f"{place}: {NEEDED}")
    return place.read_text(encoding="latin-1")


def symbol(chord: Chord) -> str:
    """A chord as MMA reads it, `Am7` or `G/B`."""
    suffix = next(name for name, intervals in QUALITIES.items() if intervals == chord.intervals)
    under = "" if chord.bass == chord.root else f"/{_ROOTS[chord.bass]}"
    return _ROOTS[chord.root] + _OTHERWISE.get(suffix, suffix) + under


def band(s: Song, family: str, drums: bool = True, others: bool = True, level: float = 0.0, kits: Sequence[str] = ("kit:standard", "kit:room")) -> list[Part]:
    """Hires everybody who plays in the family's grooves, one groove for each section of the form; with a fill into the next one where there is one.

    Without `drums` or `others` those stay at home. The song's form and chords must stand, and its time must not swing: the grooves do by themselves.
    """
    chosen = {name: s.pick(*grooves(family)) for name in dict.fromkeys(section.name for section in s.sections)}
    fills = [name for name in _defined(family) if "fill" in name.lower()]
    lines = [f"RndSeed {s.rng.randrange(1_000_000)}", f"Tempo {round(s.tempo)}"]
    for bar in s.bars():
        groove = chosen[bar.section.name]
        if bar.last and fills and s.chance(0.5):
            groove = s.pick(*fills)
        if bar.index == 0 or bar.last:
            lines.append(f"Groove {family}:{groove}")
        symbols = [symbol(s.piece().chord_at(bar.start + beat)) for beat in range(int(bar.beats))]
        lines.append(" ".join(name if place == 0 or name != symbols[place - 1] else "/" for place, name in enumerate(symbols)))
    hired: list[Part] = []
    for (track, channel, program), notes in _played("\n".join(lines) + "\n").items():
        drummer = channel == _DRUMS
        if not (drums if drummer else others) or not (drummer or program in _NAMES):
            continue
        loud = sum(note.velocity for note in notes) / len(notes)
        role = 1.0 if drummer else 0.0 if track.startswith("Bass") else -2.0
        if drummer:
            part = s.part(*kits, name="kit", level=level + role, pan=0.0, loose=0.003)
        else:
            voice = _NAMES[program]
            effects = (_AMPLIFIER[voice],) if voice in _AMPLIFIER and s.chance(0.5) else ()
            part = s.part(voice, name=track.lower(), level=level + role + min(max(20 * math.log10(loud / 90), -6.0), 2.0), pan=0.0 if role == 0.0 else None, fx=effects,
                          loose=0.003)
        part.notes = [note for note in notes if 20 <= note.pitch <= (88 if drummer else 110)]
        hired.append(part)
    return hired


def swings(band_parts: Sequence[Part]) -> bool:
    """Whether a band plays its eighths long and short: more notes begin on the beat's last third than on its half."""
    places = [note.start % 1.0 for part in band_parts for note in part.notes]
    return sum(abs(place - 2 / 3) < 0.04 for place in places) > sum(abs(place - 0.5) < 0.04 for place in places)


def lilt(notes: Sequence[Note], band_parts: Sequence[Part]) -> None:
    """Swings a tune of ours, written straight, where the band swings."""
    if not swings(band_parts):
        return

    def late(beat: float) -> float:
        whole = math.floor(beat + 1e-9)
        within = beat - whole
        return whole + (within * 4 / 3 if within < 0.5 else 2 / 3 + (within - 0.5) * 2 / 3)

    for note in notes:
        # What is already a triplet stays one.
        if abs(note.start * 3 - round(note.start * 3)) < 1e-3:
            continue
        end = late(note.end)
        note.start = late(note.start)
        note.length = max(end - note.start, 0.05)


def _played(text: str) -> dict[tuple[str, int, int], list[Note]]:
    """The notes that MMA writes for its input, by track, channel and program."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "piece.mma").write_text(text, encoding="ascii")
        # A person's own start-up file shall not play along.
        environment = {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "HOME": folder, "PYTHONHASHSEED": "0"}
        done = subprocess.run(["mma", "piece.mma", "-f", "piece.mid"], cwd=folder, env=environment, capture_output=True, text=True, timeout=60, check=False)
        if done.returncode != 0 or not (Path(folder) / "piece.mid").is_file():
            raise RuntimeError(f"mma cannot play what it was given: {done.stdout[-400:]}{done.stderr[-400:]}\n{text}")
        file = mido.MidiFile(Path(folder) / "piece.mid")
    found: dict[tuple[str, int, int], list[Note]] = {}
    for track in file.tracks:
        now, programs, open_notes = 0, {}, {}
        for message in track:
            now += message.time
            beat = now / file.ticks_per_beat
            if message.type == "program_change":
                programs[message.channel] = message.program
            elif message.type == "note_on" and message.velocity > 0:
                open_notes.setdefault((message.channel, message.note), []).append((beat, message.velocity))
            elif message.type in ("note_on", "note_off") and open_notes.get((message.channel, message.note)):
                begin, velocity = open_notes[message.channel, message.note].pop(0)
                key = (track.name, message.channel, 0 if message.channel == _DRUMS else programs.get(message.channel, 0))
                found.setdefault(key, []).append(Note(begin, max(beat - begin, 0.05), message.note, velocity))
    for notes in found.values():
        notes.sort(key=lambda note: (note.start, note.pitch))
    return found
