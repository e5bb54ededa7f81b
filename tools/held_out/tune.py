"""Melodies: a Markov chain over scale degrees, with rhythms from a style's cells and phrases that come back.

The chain's states are the last interval and whether the note falls on a beat; on a beat it is drawn to chord tones. A phrase of two bars
is kept and repeated (with its rhythm, moved to the new chord) as songs do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from score import Note, Tune

if TYPE_CHECKING:
    from compose import Grid

MOVES = (-4, -3, -2, -1, 0, 1, 2, 3, 4)
AFTER: dict[int, tuple[float, ...]] = {
    # After a jump the line turns back stepwise; after a step it likes to go on; a repeated note likes to leave.
    -1: (1, 2, 4, 16, 4, 9, 4, 2, 1),
    0: (1, 2, 4, 8, 5, 8, 4, 2, 1),
    1: (1, 2, 4, 9, 4, 16, 4, 2, 1),
}


def ladder(scale: tuple[float, ...], tonic: int, low: int, high: int) -> list[float]:
    """Every pitch of the scale inside a range."""
    return sorted(tonic + tone + 12 * octave for octave in range(-1, 10) for tone in scale if low <= tonic + tone + 12 * octave <= high)


def rhythm(tune: Tune, grid: "Grid", steps: int) -> list[tuple[int, int]]:
    """(step, length) of a phrase's notes, from cells drawn until the phrase is full."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < steps:
        for length in tune.cells[int(grid.rng.integers(len(tune.cells)))]:
            if at >= steps:
                break
            size = min(abs(length), steps - at)
            if length > 0:
                found.append((at, size))
            at += size
    return found


def next_index(index: int, last: int, tune: Tune, grid: "Grid", rungs: list[float], strong: bool, step: int) -> int:
    """One step of the chain."""
    weights = np.array(AFTER[int(np.sign(last)) if abs(last) < 2 else -int(np.sign(last))], dtype=float)
    weights[[0, 1, 7, 8]] *= tune.leap * 5.0
    middle = (len(rungs) - 1) / 2.0
    now = grid.chord_at(step)
    for place, move in enumerate(MOVES):
        target = index + move
        if not 0 <= target < len(rungs):
            weights[place] = 0.0
            continue
        weights[place] *= 1.0 / (1.0 + 0.08 * abs(target - middle))
        inside = any(abs((rungs[target] - grid.tonic - now.root - tone + 6) % 12 - 6) < 0.3 for tone in now.tones)
        weights[place] *= (4.0 if strong else 1.3) if inside else 1.0
    if weights.sum() == 0.0:
        return index
    return index + int(grid.rng.choice(MOVES, p=weights / weights.sum()))


def walk(tune: Tune, grid: "Grid") -> list[Note]:
    """The melody of a whole clip."""
    scale = grid.scale(tune.scale)
    rungs = ladder(scale, grid.tonic, tune.low, tune.high)
    index, last = int(len(rungs) * grid.rng.uniform(0.35, 0.65)), 0
    notes: list[Note] = []
    phrase_steps = grid.style.steps * 2
    kept: list[tuple[int, int]] = []
    moves: list[int] = []
    for begin in range(0, grid.steps(), phrase_steps):
        again = bool(kept) and grid.rng.random() < tune.repeat
        if not again:
            kept, moves = rhythm(tune, grid, phrase_steps), []
        for number, (offset, length) in enumerate(kept):
            step = begin + offset
            if step >= grid.steps():
                break
            strong = offset % grid.style.beat == 0 or length >= grid.style.beat
            if again and number < len(moves) and not strong:
                move = moves[number] if 0 <= index + moves[number] < len(rungs) else -moves[number]
                target = int(np.clip(index + move, 0, len(rungs) - 1))
            else:
                target = next_index(index, last, tune, grid, rungs, strong, step)
            last, index = target - index, target
            if not again:
                moves.append(last)
            add(notes, tune, grid, rungs, index, step, length)
    return notes


def add(notes: list[Note], tune: Tune, grid: "Grid", rungs: list[float], index: int, step: int, length: int) -> None:
    """One note with its ornament, glide and harmony."""
    start = grid.human(step)
    end = start + max(0.06, (grid.at(step + length) - grid.at(step)) * tune.legato)
    hardness = grid.hardness(100 if step % grid.style.beat == 0 else 88)
    bend = float(grid.rng.choice((-1.0, -2.0))) if grid.rng.random() < tune.bend else 0.0
    if tune.grace and grid.rng.random() < tune.grace and index + 1 < len(rungs):
        quick = min(0.07, (end - start) / 3.0)
        notes.append(Note(start, start + quick, rungs[index + 1], max(30, hardness - 15)))
        start += quick
    notes.append(Note(start, end, rungs[index], hardness, bend))
    if tune.harmony and 0 <= index - tune.harmony < len(rungs):
        notes.append(Note(start, end, rungs[index - tune.harmony], max(30, hardness - 10), bend))
