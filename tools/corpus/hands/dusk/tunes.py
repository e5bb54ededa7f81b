"""Tunes: phrases that come back over other chords; solos through changes; guide lines, figures, chorales, drones; rapping."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from hands.dusk.craft import bar_of, chord_at
from score import Part
from song import Song, Where
from speech import WORDS
from theory import SCALES, Chord, ladder, near, nearest_step, voicing

LALA = ("la", "na", "da", "lo", "me", "nu", "ya", "o", "sa", "we", "hi", "tu")
"""Syllables for those who sing."""
OOH = ("u", "o", "mu", "wo")
RAPPED = ("ka", "to", "be", "mi", "so", "da", "pE", "ta", "go", "li", "na", "ri", "cA", "du", "fo", "me", "sE", "ti")


@dataclass(slots=True)
class Phrase:
    """A thought that can be had again: (beats in, length, accent, rungs off the middle)."""

    notes: list[tuple[float, float, bool, int]]


def _phrase(song: Song, cells: Sequence[str], bars: int, beats: float, leap: float, width: int) -> Phrase:
    """A new thought: a rhythm and a shape."""
    shape = song.pick("arch", "fall", "rise", "wave", "arch")
    same = song.chance(0.4)
    first = song.rng.randrange(len(cells))
    out: list[tuple[float, float, bool, int]] = []
    level = {"arch": -1, "fall": width // 2, "rise": -width // 2, "wave": 0}[shape]
    for bar in range(bars):
        cell = bar_of(cells[first if same or bar == 0 else song.rng.randrange(len(cells))], bar)
        step = beats / len(cell)
        for place, sign in enumerate(cell):
            if sign not in "xX":
                continue
            held = 1
            while place + held < len(cell) and cell[place + held] == ".":
                held += 1
            turn = (bar + place / len(cell)) / bars
            aim = {"arch": math.sin(math.pi * turn) * width / 2, "fall": (0.5 - turn) * width, "rise": (turn - 0.5) * width,
                "wave": math.sin(2 * math.pi * turn) * width / 2}[shape]
            pull = 1 if aim > level + 0.5 else -1 if aim < level - 0.5 else song.pick(-1, 1)
            move = song.pick(2, 3, 4) * pull if song.chance(leap) else song.pick(0, 1, 1, 1, 2, -1) * pull
            level += move
            out.append((bar * beats + place * step, held * step, sign == "X", level))
    return Phrase(out)


def fit(rungs: list[int], pitch: int, chord: Chord) -> int:
    """The chord's tone next to a pitch, if one is near enough."""
    close = min((near(tone, pitch) for tone in chord.classes[:4]), key=lambda p: (abs(p - pitch), p))
    return close if abs(close - pitch) <= 2 and rungs[0] <= close <= rungs[-1] else pitch


def tune(song: Song, part: Part, low: int, high: int, cells: Sequence[str], where: Where = None, form: str = "AABA", bars: int = 2, scale: str | None = None,
        leap: float = 0.18, gate: float = 0.93,
         force: float = 94.0, how: Sequence[str] = (), grace: float = 0.0, scoop: float = 0.0, turn: float = 0.0, width: int = 6, second: Part | None = None,
        below: int = 2, snap: bool = True) -> None:
    """Phrases after a plan such as AABA (a dash rests), cells being rhythms of a bar: x and X begin a note, a dot holds it, - rests.

    Strong notes and ends settle on the chord. `grace`, `scoop` and `turn` say how often a note has one; `second` sings along `below` rungs lower.
    """
    rungs = song.rungs(low, high, scale)
    home = len(rungs) // 2
    wide = song.rungs(low - 14, high + 14, scale)
    phrases: dict[tuple[str, float], Phrase] = {}
    for section in song.sections:
        if not song.inside(section, where):
            continue
        for count, first in enumerate(range(0, section.bars, bars)):
            label = form[count % len(form)]
            if label == "-":
                continue
            key = (label, section.beats)
            if key not in phrases:
                phrases[key] = _phrase(song, cells, bars, section.beats, leap, width)
            begin, room = section.start + first * section.beats, min(bars, section.bars - first) * section.beats
            notes = [n for n in phrases[key].notes if n[0] < room - 1e-6]
            for place, (at, length, accent, level) in enumerate(notes):
                index = min(max(home + level, 0), len(rungs) - 1)
                pitch, chord = rungs[index], chord_at(song, begin + at)
                final = place == len(notes) - 1
                if snap and (accent or final or length >= 1.0 or abs(at - round(at)) < 1e-6 and song.chance(0.6)):
                    pitch = fit(rungs, pitch, chord)
                _ornate(song, part, begin + at, min(length, room - at) * gate, pitch, rungs, force * (1.1 if accent else 1.0) + song.between(-7, 6), how,
                    grace, scoop, turn)
                if second is not None:
                    under = wide[min(max(nearest_step(wide, pitch) - below, 0), len(wide) - 1)]
                    second.add(begin + at, min(length, room - at) * gate, fit(wide, under, chord) if length >= 1 else under, force * 0.85, song.pick(*how)
                        if how else "")


def _ornate(song: Song, part: Part, at: float, length: float, pitch: float, rungs: list[int], force: float, how: Sequence[str], grace: float, scoop: float,
        turn: float) -> None:
    """A note with what a player does to it."""
    syllable = song.pick(*how) if how else ""
    bend: tuple[tuple[float, float], ...] = ()
    place = nearest_step(rungs, pitch)
    above = rungs[min(place + 1, len(rungs) - 1)]
    if scoop and length > 0.3 and song.chance(scoop):
        depth = song.pick(-1.0, -2.0, -0.6)
        bend = ((0.0, depth), (min(0.25, length * 0.4), 0.0), (length, 0.0))
    if turn and length >= 0.7 and song.chance(turn):
        for count, tone in enumerate((pitch, above, pitch)):
            part.add(at + count * 0.12, 0.12, tone, force * 0.9, syllable)
        part.add(at + 0.36, length - 0.36, rungs[max(place - 1, 0)] if song.chance(0.2) else pitch, force * 0.95, syllable)
        return
    if grace and at > 0.2 and song.chance(grace):
        part.add(at - 0.09, 0.09, above if song.chance(0.7) else rungs[max(place - 1, 0)], force * 0.75)
    part.add(at, max(length, 0.06), pitch, max(force, 12.0), syllable, bend)


def chord_scale(chord: Chord) -> tuple[int, ...]:
    """What a jazz player runs over the chord, above its root."""
    tones = chord.intervals
    if 3 in tones and 6 in tones and 7 not in tones:
        return SCALES["octatonic"] if 9 in tones else SCALES["locrian"]
    if 10 in tones:
        return SCALES["dorian"] if 3 in tones and 4 not in tones else (0, 1, 3, 4, 6, 8,
            10) if 13 in tones or 15 in tones or 8 in tones else SCALES["mixolydian"]
    return SCALES["melodic-minor"] if 3 in tones else SCALES["major"]


def changes(song: Song, part: Part, low: int, high: int, where: Where = None, rest: float = 0.25, force: float = 92.0, chromatic: float = 0.2,
        triplet: float = 0.08, long: float = 0.15, blues: float = 0.0) -> None:
    """An improviser: lines of eighths through the chord scales that come out on thirds and sevenths where the chord changes, with breaths between."""
    pitch, up, left, before = (low + high) // 2, True, 0.0, None
    for bar in song.bars(where):
        at = bar.start
        while at < bar.start + bar.beats - 0.25:
            if left <= 0:
                if song.chance(rest):
                    at += song.pick(1.0, 1.5, 2.0)
                    left = song.between(3, 9)
                    continue
                left = song.between(3, 10)
            chord = chord_at(song, at)
            rungs = ladder(SCALES["blues"], song.tonic, low, high) if blues and song.chance(blues) else ladder(chord_scale(chord), chord.root, low, high)
            place = nearest_step(rungs, pitch) + (1 if up else -1) * song.pick(1, 1, 1, 2, 2, 3)
            if place >= len(rungs) - 1 or place <= 0 or song.chance(0.14):
                up = not up if 0 < place < len(rungs) - 1 else place <= 0
            pitch = rungs[min(max(place, 0), len(rungs) - 1)]
            if chord is not before:
                pitch = min(max(near(chord.classes[min(song.pick(1, 1, len(chord.classes) - 1), len(chord.classes) - 1)], pitch), low), high)
            before = chord
            held = song.pick(1.0, 1.5) if song.chance(long) else 0.5
            if held == 0.5 and at == math.floor(at) and song.chance(triplet):
                for third in range(3):
                    part.add(song.written(at + third / 3), 0.3, rungs[min(max(nearest_step(rungs, pitch) + third, 0), len(rungs) - 1)],
                        force + song.between(-8, 4))
                held = 1.0
            else:
                tone = pitch + (1 if up else -1) if held == 0.5 and song.chance(chromatic * 0.5) and at != math.floor(at) else pitch
                part.add(at, held * 0.95, tone, force + (6 if at != math.floor(at) else 0) + song.between(-10, 6))
            at += held
            left -= held


def guide(song: Song, part: Part, centre: int = 67, where: Where = None, force: float = 78.0, passing: float = 0.3, how: Sequence[str] = ()) -> None:
    """A slow line of thirds and sevenths, now and then with a step between: strings, steel guitar, backing singers."""
    pitch = float(centre)
    for span in song.chords(where):
        tones = [near(tone, pitch * 0.7 + centre * 0.3) for tone in span.chord.classes[1:4]] + [near(span.chord.root, pitch)]
        pitch = min(tones, key=lambda p: abs(p - pitch) + 0.25 * abs(p - centre) + song.between(0, 2.5))
        syllable = song.pick(*how) if how else ""
        if span.length >= 2 and song.chance(passing):
            part.add(span.start, span.length * 0.74, pitch, force, syllable)
            rungs = song.rungs(int(pitch) - 12, int(pitch) + 12, song.scale if len(SCALES[song.scale]) > 5 else "major")
            part.add(span.start + span.length * 0.75, span.length * 0.25, rungs[nearest_step(rungs, pitch) + song.pick(-1, 1)], force * 0.92, syllable)
        else:
            part.add(span.start, span.length * 0.98, pitch, force + song.between(-4, 4), syllable)


def figures(song: Song, part: Part, shapes: Sequence[Sequence[int]], centre: int, step: float = 0.25, where: Where = None, gate: float = 0.85,
        force: float = 84.0, cell: float = 1.0, drift: int = 3) -> None:
    """Figuration: every `cell` beats a figure of scale steps from a chord tone that wanders around the centre."""
    rungs = song.rungs(centre - 19, centre + 19)
    here, shape = float(centre), song.pick(*shapes)
    for bar in song.bars(where):
        if bar.index % 2 == 0:
            shape = song.pick(*shapes)
        for turn in range(round(bar.beats / cell)):
            at = bar.start + turn * cell
            chord = chord_at(song, at)
            here = near(song.pick(*chord.classes[:3]), here * 0.6 + centre * 0.4 + song.between(-drift, drift))
            place = nearest_step(rungs, here)
            for count in range(round(cell / step)):
                index = min(max(place + shape[count % len(shape)], 0), len(rungs) - 1)
                pitch = here if shape[count % len(shape)] == 0 else rungs[index]
                part.add(at + count * step, step * gate, pitch, force * (1.08 if count == 0 else 1.0) + song.between(-5, 5))


def chorale(song: Song, parts: Sequence[Part], centre: float = 60, where: Where = None, force: float = 78.0, moving: float = 0.35, how: Sequence[str] = (),
        gate: float = 0.97) -> None:
    """Four voices or so in chords, low to high, with passing tones in one of them; parts take voices in turn from below."""
    before: list[int] | None = None
    spans = list(song.chords(where))
    rungs = song.rungs(24, 100, song.scale if len(SCALES[song.scale]) > 5 else "major")
    for place, span in enumerate(spans):
        pitches = voicing(span.chord, centre, max(len(parts), 3), before, True)
        before = pitches
        after = spans[place + 1].chord if place + 1 < len(spans) else span.chord
        mover = song.rng.randrange(len(parts))
        for voice, part in enumerate(parts):
            pitch = near(span.chord.bass, centre - 17) if voice == 0 else pitches[min(voice, len(pitches) - 1)]
            level, syllable = force + song.between(-4, 4), song.pick(*how) if how else ""
            if voice == mover and span.length >= 1 and song.chance(moving):
                aim = near(after.classes[voice % 3], pitch)
                step = rungs[min(max(nearest_step(rungs, pitch) + (1 if aim >= pitch else -1), 0), len(rungs) - 1)]
                part.add(span.start, span.length / 2 * gate, pitch, level, syllable)
                part.add(span.start + span.length / 2, span.length / 2 * gate, step, level * 0.95, syllable)
            else:
                part.add(span.start, span.length * gate, pitch, level, syllable)


def drone(song: Song, part: Part, pitches: Sequence[float], every: float = 8.0, force: float = 70.0, stagger: float = 0.0) -> None:
    """Tones above the tonic near given pitches, struck or bowed again and again: tanpura, bagpipe, pedal."""
    at, end = 0.0, song.sections[-1].end
    while at < end - 0.1:
        for turn, pitch in enumerate(pitches):
            if at + turn * stagger < end:
                part.add(at + turn * stagger, min(every - turn * stagger, end - at) * 1.0, pitch, force + song.between(-5, 5))
        at += every


def shadow(song: Song, lead: Part, part: Part, shift: int = 0, keep: float = 0.85, split: float = 0.0, force: float = 0.9, where: Where = None) -> None:
    """Another player has the same tune in another way: leaves notes out, splits long ones, an octave off."""
    stretches = [section for section in song.sections if song.inside(section, where)]
    for note in list(lead.notes):
        if where is not None and not any(section.start <= note.start < section.end for section in stretches):
            continue
        if note.length < 0.11 or not song.chance(keep):
            continue
        if note.length >= 0.5 and song.chance(split):
            for turn in range(2):
                part.add(note.start + turn * note.length / 2, note.length / 2, note.pitch + shift, note.velocity * force * (1 - 0.1 * turn), note.how)
        else:
            part.add(note.start, note.length, note.pitch + shift, note.velocity * force, note.how, note.bend)


def retune(song: Song, part: Part, cents: dict[int, float]) -> None:
    """Moves degrees (semitones over the tonic) off the piano's tuning, in semitones."""
    for note in part.notes:
        note.pitch += cents.get(round(note.pitch - song.tonic) % 12, 0.0)


FLOWS = {
    "plain": ("x.xxx.x.x.xxx...", "x.x.xxx.xx.xx...", "xxx.x.xxx.x.x...", "..xxx.x.xxx.xx.."),
    "dense": ("xxxxx.xxx.xxx.x.", "x.xxxxx.xxxxx.x.", "xxx.xxxxxx.xx.x.", "xx.xxx.xxxxx.xx."),
    "triplets": ("xxxxxxxxx.x.", "xxx.xxxxxx..", "x.xxxxxxx.x.", "xxxxxx.xxx.."),
    "old": ("x.x.x.x.x.xxx...", "xxx.x.x.x.x.x...", "x.xxx.x.x.x.x..."),
}


def rap(song: Song, part: Part, flow: str, pitch: int = 52, where: Where = None, force: float = 104.0, lazy: float = 0.0) -> None:
    """A rapper's bars: a flow repeated with changes, falling pitch, one rhyme for a pair of bars; speakers say whole phrases on the same beats."""
    speaks = part.voice.startswith("~speech")
    chosen = [song.pick(*FLOWS[flow]) for _ in range(2)]
    rhyme = song.pick(*RAPPED)
    for bar in song.bars(where):
        if bar.index % 4 == 0 and song.chance(0.5):
            chosen = [song.pick(*FLOWS[flow]) for _ in range(2)]
        if bar.index % 2 == 0:
            rhyme = song.pick(*RAPPED)
        if speaks:
            at = bar.start + song.pick(0.0, 0.0, 0.5)
            while at < bar.start + bar.beats - 0.9:
                words = song.pick(*WORDS)
                length = min(max(len(words) / 14.0, 0.7) * song.tempo / 92.0, bar.start + bar.beats - at)
                part.add(at, length * 0.95, 66 + song.between(-6, 6), force, words)
                at += max(round(length * 2) / 2, 0.5) + song.pick(0.0, 0.0, 0.5)
            continue
        cell = chosen[bar.index % 2]
        step = bar.beats / len(cell)
        places = [place for place, sign in enumerate(cell) if sign == "x"]
        for count, place in enumerate(places):
            end = count == len(places) - 1
            if not end and song.chance(0.06):
                continue
            after = places[count + 1] if not end else place + 2
            tone = pitch + (3 if place % 4 == 0 else 0) - 3 * place / len(cell) + song.between(-1.5, 1.5) - (2 if end else 0)
            part.add(bar.start + place * step + lazy, (after - place) * step * 0.82, tone, force * (1.08 if place % 4 == 0 or end else 0.9) + song.between(-6,
                6),
                     rhyme if end else song.pick(*RAPPED))


def shouts(song: Song, part: Part, row: str, pitch: int = 57, where: Where = None, words: Sequence[str] = ("hey", "ya", "uh", "o"), force: float = 96.0,
        chance: float = 0.7) -> None:
    """Ad-libs and crowd answers on the row's steps."""
    for bar in song.bars(where):
        if song.chance(chance):
            cell = bar_of(row, bar.index)
            for place, sign in enumerate(cell):
                if sign != ".":
                    part.add(bar.start + place * bar.beats / len(cell), 0.4, pitch + song.between(-1, 1), force, song.pick(*words))
