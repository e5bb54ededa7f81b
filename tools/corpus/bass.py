"""Bass lines: walked, picked, plucked in octaves, or spelled out step by step."""

from __future__ import annotations

from score import Part
from song import Song, Where
from theory import near


def pattern(song: Song, part: Part, steps: str, low: int = 30, where: Where = None, loud: float = 96.0, gate: float = 0.9, how: str = "") -> None:
    """One bar of degrees against the chord that holds at each step: `R` root, `r` soft root, `8` octave, `5` fifth, `3` third, `7` seventh, `2` `4` `6` above the
    root, `d` root an octave down, `a` a half step under the next chord's root, `x` a dead note, `-` holds, `.` rests. Several bars between strokes."""
    bars = steps.split("|")
    for bar in song.bars(where):
        row = bars[bar.index % len(bars)].strip()
        step = bar.beats / len(row)
        place = 0
        while place < len(row):
            mark = row[place]
            held = 1
            while place + held < len(row) and row[place + held] == "-":
                held += 1
            if mark not in ".-":
                at = song.written(bar.start + place * step)
                pitch = _degree(song, mark, at, low)
                velocity = loud * (0.7 if mark in "rx" else 1.0) * song.rng.gauss(1.0, 0.05) * (1.06 if place == 0 else 1.0)
                part.add(at, held * step * (0.25 if mark == "x" else gate), pitch, min(velocity, 126), "dead" if mark == "x" else how)
            place += held


def _degree(song: Song, mark: str, beat: float, low: int) -> int:
    chord = song.piece().chord_at(beat)
    root = low + (chord.bass - low) % 12
    if mark == "a":
        ahead = song.piece().chord_at(beat + song.beats * 0.5)
        target = near(ahead.bass, root)
        return target - 1 if target > low + 1 else target + 1
    third = chord.third if chord.third in (3, 4) else 7
    fifth = next((i for i in chord.intervals if i in (6, 7, 8)), 7)
    steps = {"R": 0, "r": 0, "x": 0, "8": 12, "5": fifth, "3": third, "7": 10, "2": 2, "4": 5, "6": 9, "d": -12}
    return root + steps[mark]


def walking(song: Song, part: Part, low: int = 28, high: int = 52, where: Where = None, loud: float = 92.0, two: float = 0.0) -> None:
    """A note on every beat: root where the chord changes, chord tones and steps between, a half step into the next root.

    `two` is how often a section is played in two (half notes) instead.
    """
    at = near(song.tonic, (low + high) / 2 - 4)
    in_two = False
    for bar in song.bars(where):
        if bar.index == 0:
            in_two = song.chance(two)
        step = 2.0 if in_two else 1.0
        for place in range(int(bar.beats / step)):
            beat = bar.start + place * step
            chord, after = song.piece().chord_at(beat), song.piece().chord_at(beat + step)
            changed = beat == bar.start or song.piece().chord_at(beat - step) is not chord
            if changed:
                at = near(chord.bass, at)
            elif after is not chord and song.chance(0.75):
                at = near(after.bass, at) + song.pick(-1, 1, -1, 2)
            else:
                options = [near(tone, at + song.pick(-4, 4, 3)) for tone in chord.classes[:4]]
                at = song.rng.choice([pitch for pitch in options if pitch != at] or options)
            at = at + 12 if at < low else at - 12 if at > high else at
            part.add(beat, step * 0.93, at, min(loud * song.rng.gauss(1.0, 0.06), 120))
            if step == 1.0 and song.chance(0.07):
                part.add(beat + 0.5, 0.3, at, loud * 0.6, "dead")


def drone(song: Song, part: Part, pitches: tuple[int, ...], length: float = 8.0, where: Where = None, loud: float = 80.0) -> None:
    """Pitches held, and struck anew every `length` beats."""
    for section in song.sections:
        if song.inside(section, where):
            beat = section.start
            while beat < section.end - 1e-6:
                for pitch in pitches:
                    part.add(beat, min(length, section.end - beat) * 1.02, pitch, loud)
                beat += length
