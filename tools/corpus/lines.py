"""Melodies with motif and phrase structure, riffs, answers in thirds and canons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from score import Note, Part
from song import Song, Where
from theory import SCALES, ladder, nearest_step, step_from

Rhythm = list[tuple[float, float]]
"""(start, length) in beats from the unit's beginning."""

_CELLS: tuple[tuple[float, tuple[float, ...]], ...] = (
    (0.4, (2.0,)), (0.6, (1.5, 0.5)), (1.0, (1.0, 1.0)), (1.3, (1.0, 0.5, 0.5)), (1.5, (0.5, 0.5, 1.0)), (1.5, (0.5, 1.0, 0.5)), (1.6, (0.75, 0.75, 0.5)),
    (2.0, (0.5, 0.5, 0.5, 0.5)), (2.4, (0.75, 0.25, 0.5, 0.5)), (2.6, (1 / 3, 1 / 3, 1 / 3, 1.0)), (3.0, (0.25, 0.25, 0.5, 0.5, 0.5)),
    (3.4, (0.5, 0.25, 0.25, 0.5, 0.25, 0.25)), (4.0, (0.25,) * 8), (3.2, (1 / 3,) * 6),
)
"""Two beats' worth of rhythm with the density (notes a beat, roughly) at which a player would choose it."""


def rhythm(song: Song, beats: float, density: float, rest: float = 0.15, triplets: bool = True) -> Rhythm:
    """A rhythm of so many beats at about `density` notes a beat."""
    cells = [cell for cell in _CELLS if triplets or all(abs(v * 4 - round(v * 4)) < 1e-6 for v in cell[1])]
    weights = [2.718 ** (-1.6 * abs(dense - density)) for dense, _ in cells]
    found: Rhythm = []
    at = 0.0
    while at < beats - 1e-6:
        for length in song.rng.choices(cells, weights)[0][1]:
            length = min(length, beats - at)
            if length <= 1e-6:
                break
            if not (song.chance(rest) and at > 0):
                found.append((at, length))
            at += length
    return found


def melody(song: Song, part: Part, low: int, high: int, where: Where = None, density: float = 1.2, rest: float = 0.12, unit: int = 2, form: str = "", pull: float = 0.75,
           leap: float = 0.18, scale: str | None = None, loud: float = 96.0, gate: float = 0.95, bends: float = 0.0, graces: float = 0.0, ahead: float = 0.0,
           syllables: Sequence[str] = (), triplets: bool = True) -> list[Note]:
    """A tune: `form` letters name units of `unit` bars ("AABA"); a letter's return keeps rhythm and contour and follows the chords.

    `pull` draws strong beats to chord tones, `leap` is how often a skip replaces a step, `bends` and `graces` how often a note is bent into or
    graced, `ahead` how often a note anticipates its beat by an eighth, `syllables` what a singing voice sings.
    """
    rungs = song.rungs(low, high, scale)
    made: list[Note] = []
    motifs: dict[str, tuple[Rhythm, list[int]]] = {}
    letters = form or song.pick("AABA", "ABAC", "ABAB", "AAAB", "ABCB")
    position = nearest_step(rungs, (low + high) / 2)
    for section in song.sections:
        if not song.inside(section, where):
            continue
        beats = unit * section.beats
        count = max(int(section.bars / unit), 1)
        home = position
        for turn in range(count):
            letter = letters[turn % len(letters)] + section.name[:1]
            if letter not in motifs:
                beat_plan = rhythm(song, beats, density * song.between(0.75, 1.25), rest, triplets)
                motifs[letter] = (beat_plan, [_move(song, leap) for _ in beat_plan])
            plan, moves = motifs[letter]
            position = (position + home) // 2
            closing = turn % len(letters) == len(letters) - 1 or turn == count - 1
            for place, ((offset, length), move) in enumerate(zip(plan, moves, strict=True)):
                sounding = section.start + turn * beats + offset
                at = song.written(sounding)
                length = song.written(sounding + length) - at
                if at >= section.end - 1e-6:
                    break
                last = place == len(plan) - 1
                position = _bounce(position + move, len(rungs))
                strong = abs(offset - round(offset)) < 1e-6
                pitch = rungs[position]
                if (strong or length >= 1.0 or last) and song.chance(pull):
                    pitch = _chord_tone(song, at, pitch, low, high)
                    position = nearest_step(rungs, pitch)
                if last and closing:
                    length = max(length, section.start + (turn + 1) * beats - at)
                if ahead and strong and offset > 0 and song.chance(ahead):
                    at, length = at - 0.5, length + 0.5
                    if made and made[-1].end > at:
                        made[-1].length = max(at - made[-1].start, 0.1)
                velocity = min(loud * (1.08 if strong else 0.94) * song.rng.gauss(1.0, 0.06), 126)
                curve: tuple[tuple[float, float], ...] = ()
                if bends and length >= 0.5 and song.chance(bends):
                    up = song.pick(-1.0, -2.0, -2.0)
                    curve = ((0.0, up), (min(length * 0.4, 0.35), 0.0))
                if graces and song.chance(graces):
                    part.add(at - 0.08, 0.08, step_from(SCALES[scale or song.scale], song.tonic, pitch, song.pick(-1, 1, 1)), velocity * 0.8)
                how = syllables[len(made) % len(syllables)] if syllables else ""
                made.append(part.add(at, length * gate, pitch, velocity, how, curve))
    return made


def _move(song: Song, leap: float) -> int:
    if song.chance(leap):
        return song.pick(-4, -3, 3, 4, 2, -2)
    return song.pick(-1, 1, -1, 1, 0, 1, -1, -2, 2)


def _bounce(position: int, count: int) -> int:
    position = -position if position < 0 else position
    position = 2 * (count - 1) - position if position >= count else position
    return min(max(position, 0), count - 1)


def _chord_tone(song: Song, beat: float, pitch: int, low: int, high: int) -> int:
    classes = song.piece().chord_at(beat).classes
    for distance in (0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6):
        if low <= pitch + distance <= high and (pitch + distance) % 12 in classes:
            return pitch + distance
    return pitch


def harmonise(song: Song, part: Part, notes: Sequence[Note], steps: int = -2, loud: float = 0.85, scale: str | None = None) -> None:
    """The same tune some scale steps away (-2: a third below, -5: a sixth)."""
    for note in notes:
        pitch = step_from(SCALES[scale or song.scale], song.tonic, int(note.pitch), steps)
        part.notes.append(replace(note, pitch=pitch, velocity=note.velocity * loud))


def double(part: Part, notes: Sequence[Note], semitones: int = 0, delay: float = 0.0, loud: float = 0.9) -> None:
    """The same notes on another voice, transposed and later: unisons, octaves, canons."""
    part.notes += [replace(note, pitch=note.pitch + semitones, start=note.start + delay, velocity=note.velocity * loud) for note in notes]


def repeated(song: Song, part: Part, notes: Sequence[Note], step: float = 0.125) -> None:
    """Each note as a tremolo of short ones: mandolins, tremolo picking, bowed tremolo."""
    for note in notes:
        count = max(int(round(note.length / step)), 1)
        for place in range(count):
            part.add(note.start + place * step, step * 0.95, note.pitch, note.velocity * song.rng.gauss(0.94, 0.04), note.how)


def make_riff(song: Song, beats: float, density: float, span: int = 7, scale: str = "minor-pentatonic", root: float = 0.5, triplets: bool = False) -> list[tuple[float, float, int]]:
    """A riff as (start, length, semitones above the root); `root` is how much of it is the root itself."""
    steps = ladder(SCALES[scale], 0, 0, span)
    place = 0
    riff: list[tuple[float, float, int]] = []
    for at, length in rhythm(song, beats, density, 0.08, triplets):
        if song.chance(root):
            riff.append((at, length, 0))
            continue
        place = min(max(place + song.pick(-2, -1, 1, 1, 2, 3), 0), len(steps) - 1)
        riff.append((at, length, steps[place]))
    return riff


def play_riff(song: Song, part: Part, riff: Sequence[tuple[float, float, int]], beats: float, low: int, where: Where = None, loud: float = 100.0, gate: float = 0.9,
              follow: bool = True, power: bool = False, mute: float = 0.0, octave: int = 0) -> None:
    """Repeats a riff; it `follow`s the chord's root or stays on the tonic. `power` stacks fifth and octave, `mute` is how much of the root notes is palm-muted."""
    for section in song.sections:
        if not song.inside(section, where):
            continue
        at = section.start
        while at < section.end - 1e-6:
            for offset, length, above in riff:
                beat = at + offset
                if beat >= section.end - 1e-6:
                    break
                base = song.piece().chord_at(beat).root if follow else song.tonic
                pitch = low + (base - low) % 12 + above + octave
                muted = above == 0 and length <= 0.5 and song.chance(mute)
                velocity = min(loud * song.rng.gauss(1.0, 0.04) * (0.92 if muted else 1.0), 126)
                part.add(beat, length * (0.8 if muted else gate), pitch, velocity, "mute" if muted else "")
                if power and not muted:
                    part.add(beat, length * gate, pitch + 7, velocity * 0.92)
                    if length >= 1.0:
                        part.add(beat, length * gate, pitch + 12, velocity * 0.85)
            at += beats


def loop(song: Song, part: Part, bars: int, density: float, low: int, span: int = 14, root: float = 0.2, where: Where = None, follow: float = 0.4) -> Part:
    """A riff of so many bars in the song's own scale that comes round unchanged; `follow` is how likely it goes along with the chords."""
    beats = bars * song.beats
    play_riff(song, part, make_riff(song, beats, density, span, song.scale, root), beats, low, where, follow=song.chance(follow))
    return part


def chug(song: Song, part: Part, pattern: str, low: int, where: Where = None, loud: float = 104.0, open_power: bool = True) -> None:
    """Power-chord rhythm from a bar of marks: `m` palm-muted root, `P` open power chord (held by `-`), `b` the root bent by a half step above, `.` silence."""
    bars = pattern.split("|")
    for bar in song.bars(where):
        row = bars[bar.index % len(bars)].strip()
        step = bar.beats / len(row)
        for place, mark in enumerate(row):
            if mark in ".-":
                continue
            held = 1
            while place + held < len(row) and row[place + held] == "-":
                held += 1
            at = bar.start + place * step
            root = song.piece().chord_at(at).root
            pitch = low + (root - low) % 12 + (1 if mark == "b" else 0)
            velocity = min(loud * song.rng.gauss(1.0, 0.04), 126)
            if mark == "m":
                part.add(at, step * 0.75, pitch, velocity * 0.95, "mute")
            else:
                for add in (0, 7, 12) if open_power else (0, 7):
                    part.add(at, held * step * 0.97, pitch + add, velocity * (1.0 if add == 0 else 0.9))


def runs(song: Song, part: Part, low: int, high: int, where: Where = None, step: float = 0.25, scale: str | None = None, loud: float = 96.0, gap: float = 0.1,
         gate: float = 0.95) -> list[Note]:
    """Fast scalar and arpeggio runs, in waves, with breaths: solos, études, reels."""
    rungs = song.rungs(low, high, scale)
    position, direction = len(rungs) // 2, 1
    made: list[Note] = []
    for bar in song.bars(where):
        beat = bar.start
        resting = song.chance(gap)
        pattern = song.pick((1,), (1,), (2, -1), (1, 1, -1), (1, -1, 1, 1), (2, 2, -3))
        place = 0
        while beat < bar.start + bar.beats - 1e-6:
            if not (resting and beat >= bar.start + bar.beats / 2):
                move = pattern[place % len(pattern)] * direction
                if not 0 <= position + move < len(rungs) or song.chance(0.06):
                    direction = -direction
                    move = -move
                position = _bounce(position + move, len(rungs))
                pitch = rungs[position]
                if abs(beat - round(beat)) < 1e-6 and song.chance(0.5):
                    pitch = _chord_tone(song, beat, pitch, low, high)
                    position = nearest_step(rungs, pitch)
                made.append(part.add(beat, step * gate, pitch, min(loud * song.rng.gauss(1.0, 0.06) * (1.08 if place % 4 == 0 else 0.96), 126)))
            place += 1
            beat += step
    return made


def legato(notes: Sequence[Note], overlap: float = 0.02) -> None:
    """Lengthens each note to the next one's beginning, as a bow or a breath would."""
    for one, after in pairwise(notes):
        if after.start > one.start:
            one.length = min(after.start - one.start + overlap, one.length + 2.0)
