"""Tunes, second voices, riffs and flows: motifs that come back with their phrase and bend to the chords."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from hands.east.craft import human, steps_near, steps_of, touch
from score import Part
from song import Song, Where
from theory import SCALES, ladder, nearest_step

RAISED = {"lift": 2}
"""Sections whose chords `raised` has moved, and by how many semitones."""

OPEN_VOWELS = ("la", "da", "na", "ya", "oh", "ah", "wa", "ma", "hey", "lo", "de", "so", "mi", "ba")
RAP_SYLLABLES = ("da", "ta", "ka", "ba", "di", "ga", "pa", "do", "te", "na", "ra", "ki", "bo", "sa")


def onsets(s: Song, beats: float, grain: int, density: float, off: float) -> list[float]:
    """Where the notes of a motif begin; `density` notes a beat, `off` 0 on the beat to 1 syncopated."""
    def pull(step: int) -> float:
        return 1.0 - 0.35 * off if step % grain == 0 else 0.4 + 0.6 * off if 2 * step % grain == 0 else 0.12 + 0.6 * off
    count = max(round(beats * density * s.between(0.8, 1.2)), 2)
    steps = sorted(range(int(beats * grain)), key=lambda step: s.rng.random() ** (1.0 / pull(step)), reverse=True)[:count]
    return [step / grain for step in sorted(steps)]


def moves(s: Song, count: int, leap: float, again: float) -> list[int]:
    """Scale steps from note to note: mostly seconds, a leap is answered by a step back."""
    made: list[int] = []
    drift = s.pick(1, -1)
    for place in range(count):
        drift = drift if s.chance(0.75) else -drift
        if made and abs(made[-1]) > 2:
            made.append(-1 if made[-1] > 0 else 1)
        elif s.chance(again):
            made.append(0)
        elif s.chance(leap):
            made.append(drift * s.pick(2, 3, 4))
        else:
            made.append(drift if place < count * 0.6 or s.chance(0.5) else -1)
    return made


@dataclass(slots=True)
class Motif:
    """What comes back when a phrase does."""

    at: list[float]
    steps: list[int]
    words: list[str]


def tune(s: Song, part: Part, low: int, high: int, where: Where = None, grain: int = 2, density: float = 1.2, off: float = 0.3, bars: int = 2, form: str = "AABC",
         turn: tuple[float, float] = (0.0, 0.85), leap: float = 0.15, again: float = 0.15, words: Sequence[str] = (), bend: float = 0.0, scale: str | None = None,
         velocity: float = 94, legato: float = 0.94, rest: float = 0.0, motifs: dict[str, Motif] | None = None) -> None:
    """Phrases of `bars` bars after a form of letters; each letter keeps its rhythm and contour, bent to the chords.

    `turn` is which part of a phrase is played, the rest is breath; `rest` how often a phrase is left out; `bend` how often a note is scooped. Voices that
    are given the same `motifs` imitate each other."""
    piece, pitch = s.piece(), (low + high) / 2
    kept: dict[str, Motif] = {} if motifs is None else motifs
    for section in s.sections:
        if not s.inside(section, where):
            continue
        length = bars * section.beats
        for number in range(ceil(section.bars / bars)):
            letter = section.name + form[number % len(form)]
            begin = section.start + number * length
            room = min(length, section.end - begin)
            if letter not in kept:
                at = [turn[0] * length + beat for beat in onsets(s, length * (turn[1] - turn[0]), grain, density, off)]
                kept[letter] = Motif(at, moves(s, len(at), leap, again), [s.pick(*words) if words else "" for _ in at])
            if rest and s.chance(rest):
                continue
            motif = kept[letter]
            if number % len(form) == 0:
                pitch = 0.5 * pitch + 0.25 * (low + high)
            heard = [place for place, at in enumerate(motif.at) if at < room - 0.2]
            for place in heard:
                at, final = begin + motif.at[place], place == heard[-1]
                until = begin + motif.at[place + 1] if not final else min(begin + turn[1] * length + 0.5, begin + room)
                chord = piece.chord_at(at + 1e-3)
                rungs = steps_near(s, chord, low, high, scale, RAISED.get(section.name, 0))
                index = nearest_step(rungs, pitch) + motif.steps[place]
                index = -index if index < 0 else 2 * (len(rungs) - 1) - index if index >= len(rungs) else index
                pitch = rungs[min(max(index, 0), len(rungs) - 1)]
                if final or (motif.at[place] % 1 == 0 and until - at >= 1) or motif.at[place] % section.beats == 0:
                    pitch = min((rung for rung in rungs if rung % 12 in chord.classes), key=lambda rung: abs(rung - pitch), default=pitch)
                shape = ((0.0, -s.pick(1.0, 1.0, 2.0)), (0.16, 0.0), (max(until - at, 0.3), 0.0)) if s.chance(bend) else ()
                arch = 1.0 + 0.08 * (1 - abs(2 * place / max(len(heard), 1) - 1))
                part.add(s.written(at), max((until - at) * legato, 0.08), pitch, human(s, velocity * arch * touch(section)), motif.words[place], shape)


def second(s: Song, part: Part, lead: Part, steps: int = -2, where: Where = None, velocity: float = 0.85) -> None:
    """A second voice some scale steps from a tune, thirds (-2) or sixths (-5), in the sections named."""
    piece = s.piece()
    ranges = [(section.start, section.end, RAISED.get(section.name, 0)) for section in s.sections if s.inside(section, where)]
    for note in list(lead.notes):
        by = next((by for start, end, by in ranges if start - 1e-6 <= note.start < end), None)
        if by is not None:
            rungs = steps_near(s, piece.chord_at(note.start + 1e-3), int(note.pitch) - 14, int(note.pitch) + 14, None, by)
            part.add(note.start, note.length, rungs[min(max(nearest_step(rungs, note.pitch) + steps, 0), len(rungs) - 1)], note.velocity * velocity, note.how, note.bend)


def singer(s: Song, *voices: str, level: float = 2.0) -> Part:
    """Someone at the microphone, with a producer's choice of echo and doubling."""
    fx = s.pick((), (), ("delay",), ("double",), ("chorus",))
    return s.part(*(voices or ("~vocal", "~vocal", "~vocal-low", "~vocal-duo")), level=level, pan=s.between(-0.1, 0.1), send=s.between(-14, -8), fx=fx, loose=0.014)


def flow(s: Song, part: Part, where: Where = None, low: int = 46, busy: float = 0.68, triplets: float = 0.15, velocity: float = 100) -> None:
    """Rapping: a bar's rhythm comes back with its rhyme on the fourth beat, breath after every second bar; pitch falls through the line."""
    kept: dict[tuple[str, int], tuple[list[float], list[str]]] = {}
    for bar in s.bars(where):
        mark = (bar.section.name, bar.index % 4 if s.chance(0.8) else -1 - bar.index)
        if mark not in kept:
            grain = 3 if s.chance(triplets) else 4
            end = bar.beats - (0.75 if bar.index % 2 else 0.25)
            at = [step / grain for step in range(int(end * grain)) if step / grain == bar.beats - 1 or s.chance(busy + (0.2 if step % grain == 0 else 0.0))]
            kept[mark] = (at, [s.pick(*RAP_SYLLABLES) for _ in at])
        at, syllables = kept[mark]
        for place, beat in enumerate(at):
            length = (at[place + 1] - beat) if place + 1 < len(at) else 0.5
            accent = 1.12 if beat % 1 == 0 else 1.0
            pitch = low + 6 * (1 - beat / bar.beats) * s.between(0.4, 1.1) + (2 if accent > 1 else 0)
            part.add(s.written(bar.start + beat), min(length, 0.7) * 0.9, pitch, human(s, velocity * accent * touch(bar.section)), syllables[place])


def shout(s: Song, part: Part, words: Sequence[str], where: Where = None, every: int = 2, at: float = 3.0, length: float = 0.9) -> None:
    """A spoken word now and then, before the bar turns."""
    for bar in s.bars(where):
        if (bar.index + 1) % every == 0 and s.chance(0.75):
            part.add(bar.start + min(at, bar.beats - 1), length, s.between(52, 76), human(s, 100), s.pick(*words))


def riff(s: Song, part: Part, rhythm: str, scale: str, low: int, where: Where = None, bars: int = 2, power: bool = True, velocity: float = 104, home: float = 0.5) -> None:
    """A riff on a low string: x palm-muted, X open, over a scale that follows the chord's root; the pedal tone comes back `home` of the time."""
    piece, line = s.piece(), {}
    for bar in s.bars(where):
        for place, cell, at, length in steps_of(s, bar, rhythm):
            mark = (bar.section.name, bar.index % bars, place)
            rungs = ladder(SCALES[scale], piece.chord_at(at + 1e-3).root, low, low + 19)
            if mark not in line:
                line[mark] = 0 if place == 0 or s.chance(home if cell == "x" else 0.25) else s.pick(1, 2, 3, 4, 5)
            root = next(rung for rung in rungs if rung % 12 == piece.chord_at(at + 1e-3).root)
            pitch = rungs[min(rungs.index(root) + line[mark], len(rungs) - 1)]
            for tone in (pitch, pitch + 7) if power and cell == "X" else (pitch,):
                part.add(at, length * (0.55 if cell == "x" else 0.97), tone, human(s, velocity * touch(bar.section)), "mute" if cell == "x" else "")
