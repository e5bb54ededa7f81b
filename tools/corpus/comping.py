"""Chords: held, struck in rhythm, strummed, arpeggiated, finger-picked, and led in four parts."""

from __future__ import annotations

from collections.abc import Sequence

from score import Note, Part
from song import Song, Where
from theory import SCALES, near, step_from, voicing


def pad(song: Song, part: Part, centre: int = 60, voices: int = 4, where: Where = None, loud: float = 80.0, spread: bool = False, hold: float = 1.0) -> None:
    """Every chord held for its whole length (`hold` of it), led smoothly; a chord that repeats is tied."""
    before: list[int] | None = None
    open_notes: list[Note] = []
    last = None
    for span in song.chords(where):
        if last is not None and span.chord is last.chord and abs(last.end - span.start) < 1e-6 and open_notes and open_notes[0].length < 12:
            for note in open_notes:
                note.length += span.length
        else:
            before = voicing(span.chord, centre, voices, before, spread)
            open_notes = [part.add(span.start, span.length * hold, pitch, loud * song.rng.gauss(1.0, 0.05)) for pitch in before]
        last = span


def comp(song: Song, part: Part, rhythm: str, centre: int = 60, voices: int = 4, where: Where = None, loud: float = 88.0, gate: float = 0.95, strum: float = 0.0,
         how: str = "", drop: float = 0.0) -> None:
    """Chords in rhythm: `x` rings until the next mark, `X` louder, `s` short, `o` soft, `-` holds, `.` silence, `u` an up-stroke of the upper strings, `m` muted. Bars between strokes.

    `strum` is the time between neighbouring strings in beats.
    """
    bars = rhythm.split("|")
    before: list[int] | None = None
    chord = None
    for bar in song.bars(where):
        row = bars[bar.index % len(bars)].strip()
        step = bar.beats / len(row)
        for place, mark in enumerate(row):
            if mark in ".-" or (drop and song.chance(drop)):
                continue
            held = 1
            while place + held < len(row) and row[place + held] == "-":
                held += 1
            at = song.written(bar.start + place * step)
            now = song.piece().chord_at(at)
            if now is not chord or before is None:
                chord, before = now, voicing(now, centre, voices, before)
            length = step * 0.45 if mark in "sm" else held * step * gate
            velocity = loud * {"X": 1.15, "o": 0.7, "u": 0.82, "m": 0.8}.get(mark, 1.0) * song.rng.gauss(1.0, 0.05)
            strings = before[-max(3, voices // 2):][::-1] if mark == "u" else before
            for string, pitch in enumerate(strings):
                part.add(at + string * strum, length, pitch, min(velocity, 124), "mute" if mark == "m" else how)


def strum(song: Song, part: Part, rhythm: str, where: Where = None, loud: float = 88.0, low: int = 40, strings: int = 6, how: str = "") -> None:
    """A guitarist's open chords: root in the bass, five or six strings, spread by some ten milliseconds; marks as in `comp`."""
    bars = rhythm.split("|")
    delay = 0.012 * song.tempo / 60.0
    for bar in song.bars(where):
        row = bars[bar.index % len(bars)].strip()
        step = bar.beats / len(row)
        for place, mark in enumerate(row):
            if mark in ".-":
                continue
            held = 1
            while place + held < len(row) and row[place + held] in "-.":
                held += 1
            at = song.written(bar.start + place * step)
            chord = song.piece().chord_at(at)
            root = low + (chord.root - low) % 12
            shape = [root]
            tones = (7, 12, *(12 + i for i in chord.intervals[1:2]), 19, 24, 24 + chord.intervals[1])
            shape += [root + tone for tone in tones if root + tone <= low + 28][:strings - 1]
            chosen = shape[::-1][:4] if mark in "uo" else shape
            velocity = loud * {"X": 1.15, "o": 0.7, "u": 0.78, "m": 0.75}.get(mark, 1.0) * song.rng.gauss(1.0, 0.06)
            for string, pitch in enumerate(chosen):
                part.add(at + string * delay, step * 0.4 if mark in "sm" else max(held * step - string * delay, 0.1), pitch, min(velocity, 124), "mute" if mark == "m" else how)


def arpeggio(song: Song, part: Part, step: float = 0.25, low: int = 48, octaves: int = 2, order: str = "up", where: Where = None, loud: float = 88.0, gate: float = 0.9,
             rests: str = "", tones: int = 4) -> list[Note]:
    """Chord tones one after the other: `up`, `down`, `updown`, `random`, or digits such as "0213"; `rests` is a row of `x` and `.` that repeats."""
    made: list[Note] = []
    for bar in song.bars(where):
        steps = int(round(bar.beats / step))
        for place in range(steps):
            if rests and rests[place % len(rests)] == ".":
                continue
            at = song.written(bar.start + place * step)
            chord = song.piece().chord_at(at)
            root = low + (chord.root - low) % 12
            pool = sorted({root + interval % 12 + 12 * octave for octave in range(octaves) for interval in chord.intervals[:tones]})
            index = _order(song, order, place, len(pool))
            made.append(part.add(at, step * gate, pool[index], loud * song.rng.gauss(1.0, 0.05) * (1.08 if place % 4 == 0 else 1.0)))
    return made


def _order(song: Song, order: str, place: int, count: int) -> int:
    if order == "up":
        return place % count
    if order == "down":
        return count - 1 - place % count
    if order == "updown":
        turn = place % max(2 * count - 2, 1)
        return turn if turn < count else 2 * count - 2 - turn
    if order == "random":
        return song.rng.randrange(count)
    return int(order[place % len(order)]) % count


def fingerpick(song: Song, part: Part, pattern: str = "B.1.b.2.B.3.b.1.", low: int = 40, where: Where = None, loud: float = 82.0) -> None:
    """Travis picking and its kin: `B` root, `b` fifth or octave in the bass, `1` `2` `3` `4` treble strings from low to high, `p` a pinch of bass and top."""
    bars = pattern.split("|")
    for bar in song.bars(where):
        row = bars[bar.index % len(bars)].strip()
        step = bar.beats / len(row)
        for place, mark in enumerate(row):
            if mark == ".":
                continue
            at = song.written(bar.start + place * step)
            chord = song.piece().chord_at(at)
            root = low + (chord.root - low) % 12
            treble = [near(tone, low + 19 + 4 * i) for i, tone in enumerate((chord.classes + chord.classes)[:4])]
            treble.sort()
            pitches = {"B": [root], "b": [root + (7 if root < low + 6 else 12)], "p": [root, treble[-1]]}.get(mark) or [treble[int(mark) - 1]]
            for pitch in pitches:
                part.add(at, min(step * 4, bar.start + bar.beats - at + 0.5), pitch, loud * song.rng.gauss(1.0, 0.07) * (1.08 if mark in "Bp" else 0.95))


def chorale(song: Song, parts: Sequence[Part], centres: Sequence[int], where: Where = None, step: float = 1.0, passing: float = 0.3, loud: float = 84.0) -> None:
    """Voices (highest first) that each take a tone of every chord and move little; between chords some pass by step.

    The lowest sings the bass, the others the tones nearest to where they stand, so that lines come out singable.
    """
    scale = SCALES[song.scale] if len(SCALES[song.scale]) == 7 else SCALES["major"]
    places = list(centres)
    spans = list(song.chords(where))
    for index, span in enumerate(spans):
        after = spans[index + 1].chord if index + 1 < len(spans) else span.chord
        taken: set[int] = set()
        for number, part in enumerate(parts):
            lowest = number == len(parts) - 1
            tones = [span.chord.bass] if lowest else [tone for tone in span.chord.classes[:4] if tone not in taken] or list(span.chord.classes)
            drawn = centres[number] * 0.3 + places[number] * 0.7
            pitch = min((near(tone, drawn) for tone in tones), key=lambda p: abs(p - drawn) + song.rng.random())
            if not lowest:
                taken.add(pitch % 12)
            ahead = near(after.bass if lowest else min(after.classes[:3], key=lambda tone: abs(near(tone, pitch) - pitch)), pitch)
            beat, left = span.start, span.length
            while left > 1e-6:
                length = min(step * song.pick(1, 1, 2), left)
                moves = length >= step and left - length < 1e-6 and ahead != pitch and song.chance(passing)
                part.add(beat, length / 2 if moves else length, pitch, loud * song.rng.gauss(1.0, 0.05))
                if moves:
                    part.add(beat + length / 2, length / 2, step_from(scale, song.tonic, pitch, 1 if ahead > pitch else -1), loud * 0.95)
                beat, left = beat + length, left - length
            places[number] = pitch


def stabs(song: Song, parts: Sequence[Part], rhythm: str, centre: int = 62, where: Where = None, loud: float = 104.0, every: int = 1) -> None:
    """A section (horns, strings) that hits chords together, one voice each; marks as in `comp`."""
    bars = rhythm.split("|")
    for bar in song.bars(where):
        if bar.index % every:
            continue
        row = bars[(bar.index // every) % len(bars)].strip()
        step = bar.beats / len(row)
        for place, mark in enumerate(row):
            if mark in ".-":
                continue
            held = 1
            while place + held < len(row) and row[place + held] == "-":
                held += 1
            at = song.written(bar.start + place * step)
            pitches = voicing(song.piece().chord_at(at), centre, len(parts))
            for part, pitch in zip(parts, reversed(pitches), strict=False):
                part.add(at, step * 0.5 if mark == "s" else held * step * 0.95, pitch, min(loud * song.rng.gauss(1.0, 0.04), 126))
