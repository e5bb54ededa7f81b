"""The crate-digger's tools for the rhythm section: drum rows, riffs spelled in degrees, chord rhythms, picking patterns, walking basses."""

from __future__ import annotations

from collections.abc import Sequence

from score import Part
from song import Song, Where
from theory import SCALES, Chord, near, voicing

KEYS: dict[str, int] = {
    "k": 36, "K": 35, "s": 38, "e": 40, "r": 37, "c": 39, "h": 42, "o": 46, "p": 44, "d": 51, "D": 59, "b": 53, "z": 49, "t": 54, "w": 56, "m": 70, "q": 69,
    "l": 43, "f": 41, "i": 47, "u": 50, "bh": 60, "bl": 61, "cm": 62, "ch": 63, "cl": 64, "th": 65, "tl": 66, "v": 75, "wh": 76, "wl": 77,
}
"""Short names for the keys of a kit: kick, snare, rim, clap, hats, pedal, ride, bell, toms from floor to high, hand drums, woods."""

LOUD: dict[str, float] = {"X": 116, "x": 93, "o": 52, "?": 58}
"""How hard a mark is struck."""

FILLS: tuple[str, ...] = (
    "s xxxx", "s oxxX u x... l ...x", "u xx.. i ..x. l ...x", "s x.xx k .x..", "u xx...... i ..xx.... l ....xx.. f ......xx", "s X... l ..xx",
    "s xxx. k ...x z ....",
)
"""Fills of the last beat, in the notation of a groove."""

SOFT_FILLS: tuple[str, ...] = ("s o.oo", "r x.x.", "s oo.x", "l x..x", "s x...")
"""Fills that leave room."""

SWUNG_FILLS: tuple[str, ...] = ("s xxx", "s x.x", "s xx. l ..x", "u xx. l ..x", "s x.x k .x.")
"""Fills in triplets."""


def several(of: str | Sequence[str]) -> tuple[str, ...]:
    """One pattern or several, as several."""
    return (of,) if isinstance(of, str) else tuple(of)


def marks(text: str) -> tuple[int, int, list[tuple[int, int, str]]]:
    """A row's bars and steps, and its strokes as (place, length, mark): x a stroke, X an accent, o a soft one, ? perhaps, - holds on, . rests, | a bar line."""
    row = text.replace("|", "")
    strokes: list[tuple[int, int, str]] = []
    for place, mark in enumerate(row):
        if mark == "-" and strokes and strokes[-1][0] + strokes[-1][1] == place:
            strokes[-1] = (strokes[-1][0], strokes[-1][1] + 1, strokes[-1][2])
        elif mark not in ".-":
            strokes.append((place, 1, mark))
    return text.count("|") + 1, len(row), strokes


def strike(s: Song, part: Part, beat: float, key: int, mark: str, step: float, metric: bool = False) -> None:
    """One stroke on a kit; a digit is a roll of so many within the step."""
    if mark == "?" and not s.chance(0.5):
        return
    rolls = int(mark) if mark.isdigit() else 1
    loud = LOUD.get(mark, 84.0) + (7.0 if metric else 0.0)
    for turn in range(rolls):
        force = loud + s.rng.gauss(0.0, 5.0) - (10.0 * (rolls - 1 - turn) / rolls if rolls > 1 else 0.0)
        part.add(s.written(beat + turn * step / rolls), min(step / rolls, 0.5), key, min(max(force, 12.0), 127.0))


def drums(
    s: Song, part: Part, groove: str | Sequence[str], where: Where = None, fills: Sequence[str] = (), every: int = 8, span: float = 1.0, crash: float = 0.0
) -> None:
    """A groove such as `k x...x... s ..x...x. h xxxxxxxx`; with several, one is drawn for each kind of section. Fills take the last `span` beats."""
    chosen: dict[str, str] = {}
    for bar in s.bars(where):
        if bar.section.name not in chosen:
            chosen[bar.section.name] = s.pick(*several(groove))
        filling = bool(fills) and (bar.index % every == every - 1 or bar.last and s.chance(0.7))
        _rows(s, part, chosen[bar.section.name], bar.start, bar.beats, bar.index, 0.0, bar.beats - span if filling else bar.beats)
        if filling:
            _rows(s, part, s.pick(*fills), bar.start + bar.beats - span, span, 0, 0.0, span)
        if bar.index == 0 and s.chance(crash):
            part.add(bar.start, 1.0, s.pick(49, 57), 98)


def _rows(s: Song, part: Part, groove: str, start: float, beats: float, turn: int, low: float, high: float) -> None:
    """The strokes of one bar of a groove that lie from `low` to `high`."""
    words = groove.split()
    for name, row in zip(words[::2], words[1::2], strict=True):
        bars, steps, strokes = marks(row)
        step = bars * beats / steps
        for place, length, mark in strokes:
            at = place * step - (turn % bars) * beats
            if low - 1e-6 <= at < high - 1e-6:
                strike(s, part, start + at, KEYS[name] if name in KEYS else int(name), mark, step * length, abs(at - round(at)) < 1e-6)


def degree(chord: Chord, name: str, bare: int = 4) -> int:
    """Semitones above the root that a degree has on a chord; `bare` is the third where the chord has none."""
    third = next((i for i in (3, 4, 5, 2) if i in chord.intervals), bare)
    fifth = next((i for i in (7, 6, 8) if i in chord.intervals), 7)
    seventh = next((i for i in (10, 11) if i in chord.intervals), 10)
    return {"R": 0, "2": 2, "3": third, "4": 5, "5": fifth, "6": 9, "7": seventh, "8": 12, "9": 14, "10": third + 12, "12": fifth + 12}[name]


def bass_root(chord: Chord, low: int) -> int:
    """The chord's bass note in the octave that begins at `low`."""
    return low + (chord.bass - low) % 12


def riff(
    s: Song, part: Part, texts: str | Sequence[str], low: int = 33, where: Where = None, vel: float = 92.0, gate: float = 0.92, stack: Sequence[int] = (0,),
    how: str = "", turns: bool = False,
) -> None:
    """A line spelled in degrees of the chord, one token a step, `|` between bars: `R . 5 8 - a`.

    `R 2 3 4 5 6 7 8 9 10 12` are degrees, `a` and `A` lead into the next root, `t-5` counts semitones from the tonic,
    `r7` from the root, `-` holds, `.` rests. After a token: `!` accent, `,` soft, `'` short, `>` takes the next chord, `/` slides in, `*` palm-muted.
    """
    chosen: dict[str, str] = {}
    for bar in s.bars(where):
        if bar.section.name not in chosen or turns:
            chosen[bar.section.name] = s.pick(*several(texts))
        text = chosen[bar.section.name]
        bars = text.count("|") + 1
        tokens = text.replace("|", " ").split()
        step = bars * bar.beats / len(tokens)
        for place, token in enumerate(tokens):
            at = place * step - (bar.index % bars) * bar.beats
            if not -1e-6 <= at < bar.beats - 1e-6 or token in ".-":
                continue
            held = 1
            while place + held < len(tokens) and tokens[place + held] == "-":
                held += 1
            _token(s, part, token, bar.start + at, held * step, low, vel, gate, stack, how)


def _token(s: Song, part: Part, token: str, beat: float, length: float, low: int, vel: float, gate: float, stack: Sequence[int], how: str) -> None:
    """One note of a riff."""
    body = token.rstrip("!,'>/*")
    signs = token[len(body) :]
    end = s.sections[-1].end
    ahead = s.piece().chord_at(min(beat + max(length, 1.0), end - 0.01))
    chord = ahead if ">" in signs else s.piece().chord_at(beat)
    if body in ("a", "A"):
        pitch = bass_root(ahead, low) + (-1 if body == "a" else 1 if s.chance(0.5) else 2)
    elif body[0] == "t":
        pitch = low + (s.tonic - low) % 12 + int(body[1:])
    elif body[0] == "r":
        pitch = bass_root(chord, low) + int(body[1:])
    else:
        pitch = bass_root(chord, low) + degree(chord, body, 3 if 3 in SCALES[s.scale] else 4)
    force = vel + (18 if "!" in signs else -34 if "," in signs else 0) + s.rng.gauss(0.0, 4.0)
    short = min(length, 0.22) if "'" in signs or "," in signs else length * gate
    for above in stack:
        part.add(
            s.written(beat), short, min(max(pitch + above, 14), 112), min(max(force, 15.0), 127.0), "mute" if "*" in signs else how,
            ((0.0, -2.0), (min(0.14, short / 2), 0.0)) if "/" in signs else (),
        )


def comp(
    s: Song, part: Part, rhythms: str | Sequence[str], centre: float = 60.0, voices: int = 4, where: Where = None, gate: float = 0.9, strum: float = 0.0,
    ahead: float = 0.0, spread: bool = False, vel: float = 84.0, how: str = "", turns: bool = False, lift: bool = True,
) -> None:
    """Chords in a rhythm row, led as smoothly as hands lead them; `strum` spreads the strings in beats, `ahead` lets pushed chords belong to the next one."""
    chosen: dict[str, str] = {}
    before: list[int] | None = None
    piece = s.piece()
    end = s.sections[-1].end
    for bar in s.bars(where):
        if bar.section.name not in chosen or turns:
            chosen[bar.section.name] = s.pick(*several(rhythms))
        bars, steps, strokes = marks(chosen[bar.section.name])
        step = bars * bar.beats / steps
        for place, length, mark in strokes:
            at = place * step - (bar.index % bars) * bar.beats
            if not -1e-6 <= at < bar.beats - 1e-6 or mark == "?" and not s.chance(0.5):
                continue
            beat = bar.start + at
            before = voicing(piece.chord_at(min(beat + ahead, end - 0.01)), centre, voices, before, spread)
            up = lift and strum > 0 and abs(at - round(at)) > 0.2
            force = vel + {"X": 16, "o": -26, "?": -16}.get(mark, 0) - (8 if up else 0)
            for number, pitch in enumerate(reversed(before) if up else before):
                part.add(
                    s.written(beat) + number * strum, max(length * step * gate - number * strum, 0.06), pitch,
                    min(max(force + s.rng.gauss(0.0, 4.0), 10.0), 127.0), how,
                )


def pad(s: Song, part: Part, centre: float = 60.0, voices: int = 4, where: Where = None, vel: float = 72.0, spread: bool = False, gate: float = 0.99) -> None:
    """Each chord held for as long as it lasts."""
    before: list[int] | None = None
    for span in s.chords(where):
        before = voicing(span.chord, centre, voices, before, spread)
        for pitch in before:
            part.add(span.start, span.length * gate, pitch, min(max(vel + s.rng.gauss(0.0, 3.0), 10.0), 127.0))


def roll(
    s: Song, part: Part, patterns: str | Sequence[str], centre: float = 60.0, voices: int = 4, where: Where = None, vel: float = 80.0, ring: float = 1.0,
    low: int = 40, spread: bool = False, turns: bool = False, how: str = "",
) -> None:
    """A broken chord: digits are tones from below, `r` root and `f` fifth in the bass, `h` the lowest an octave up, `.` rests; notes last `ring` steps."""
    chosen: dict[str, str] = {}
    before: list[int] | None = None
    last: Chord | None = None
    piece = s.piece()
    for bar in s.bars(where):
        if bar.section.name not in chosen or turns:
            chosen[bar.section.name] = s.pick(*several(patterns))
        text = chosen[bar.section.name]
        bars, row = text.count("|") + 1, text.replace("|", "")
        step = bars * bar.beats / len(row)
        for place, mark in enumerate(row):
            at = place * step - (bar.index % bars) * bar.beats
            if not -1e-6 <= at < bar.beats - 1e-6 or mark in ".-":
                continue
            chord = piece.chord_at(bar.start + at)
            if before is None or chord != last:
                before, last = voicing(chord, centre, voices, before, spread), chord
            if mark in "rf":
                pitch = bass_root(chord, low) + (degree(chord, "5") if mark == "f" else 0)
            else:
                pitch = before[0] + 12 if mark == "h" else before[int(mark) % len(before)] + 12 * (int(mark) // len(before))
            accent = 8.0 if abs(at - round(at)) < 1e-6 else 0.0
            part.add(
                s.written(bar.start + at), max(step * ring, 0.08), min(max(pitch, 14), 112), min(max(vel + accent + s.rng.gauss(0.0, 5.0), 10.0), 127.0), how
            )


def walk(s: Song, part: Part, low: int = 28, high: int = 50, where: Where = None, vel: float = 90.0, skips: float = 0.12) -> None:
    """Four (or three) to the bar: the root on a chord's first beat, chord and scale tones towards the next one, a leading tone before it."""
    spans = list(s.chords(where))
    here = float(low + 8)
    for number, span in enumerate(spans):
        after = spans[(number + 1) % len(spans)].chord
        beats = max(round(span.length), 1)
        scale = chord_scale(span.chord)
        for beat in range(beats):
            target = near(after.bass, here if abs(here - (low + high) / 2) < 9 else (low + high) / 2)
            if beat == 0:
                pitch = near(span.chord.bass, here)
            elif beat == beats - 1:
                pitch = target + s.pick(-1, -1, 1, 1, 2 if not after.minor else 1, -5, 7 if here > target else -5)
            else:
                way = 1 if target > here or here < low + 4 else -1
                if s.chance(0.2):
                    way = -way
                steps = [
                    p for p in range(int(here) - 12, int(here) + 13) if p % 12 in (span.chord.classes if s.chance(0.55) else scale) and (p - here) * way > 0
                ]
                pitch = min(steps, key=lambda p: abs(p - here)) if steps else here
            while pitch < low:
                pitch += 12
            while pitch > high:
                pitch -= 12
            here = pitch
            force = min(max(vel + (4 if beat % 2 else 0) + s.rng.gauss(0, 4), 30), 127)
            part.add(span.start + beat, min(0.94, span.length), pitch, force)
            if s.chance(skips):
                part.add(span.start + beat + 0.5, 0.3, pitch if s.chance(0.6) else max(pitch - 12, low), force * 0.72)


def chord_scale(chord: Chord) -> set[int]:
    """The pitch classes that an improviser hears on a chord."""
    has = set(chord.intervals)
    if 6 in has and 9 in has:
        name = "octatonic"
    elif 3 in has:
        name = "locrian" if 6 in has else "melodic-minor" if 9 in has or 11 in has else "dorian"
    elif 8 in has:
        name = "whole-tone"
    elif 10 in has:
        name = "phrygian-dominant" if 13 in has else "mixolydian"
    else:
        name = "lydian" if 18 in has else "major"
    return {(chord.root + step) % 12 for step in SCALES[name]}
