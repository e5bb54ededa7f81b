"""Tunes, solos, singers and talkers: motives that are laid on the chords, called, answered and varied."""

from __future__ import annotations

from collections.abc import Sequence

from hands.midnight.craft import chord_of, sections, strokes
from score import Part
from song import Song, Where
from speech import WORDS
from theory import SCALES, Chord, nearest_step

SINGERS = ("~vocal", "~vocal-low", "~vocal-duo", "~backing", "~choir", "~choir-low", "~robot", "~growl", "~scream")
"""Voices that take syllables."""

CONSONANTS = ("d", "l", "n", "m", "b", "w", "t", "k", "s", "h", "")

EASY = ("x=x=x===", "x==x=xx=", "..x=x=x=", "x===x=x=", "x=xx=x==", ".x=x=x==")
"""Singable bars of eight eighths."""

BUSY = ("xxx=xxx=", "x=xxx=xx", ".xxxx=x=", "xx=xx=xx", "xxxxx===")
"""Fuller bars."""

SPARSE = ("x=====..", "..x====.", "x==x===.", "....x===")
"""Bars with room in them."""

THREE = ("x===x=", "x=x=x=", "x=xxx=", "x=====", "x=x===")
"""Bars of three quarters in eighths."""

SIX = ("x==x==x==x==", "x=xx=xx=====", "x=====x==x==", "...x=xx==x==", "x==xxxx=====")
"""Bars of four dotted beats, in twelfths of a bar."""


def syllable(s: Song) -> str:
    """Something to sing."""
    return s.pick(*CONSONANTS) + s.pick("a", "a", "o", "e", "i", "u", "A", "ay", "oi")


def _tone(of: Chord, rungs: Sequence[float], pitch: float) -> float:
    """The chord tone nearest to a pitch, in the range of the rungs."""
    low, high = rungs[0] - 2, rungs[-1] + 2
    found = [p for p in range(int(low), int(high) + 1) if p % 12 in of.classes[:4]]
    return min(found, key=lambda p: abs(p - pitch)) if found else pitch


def _motive(s: Song, cells: Sequence[str], bars: int, rest: float, leaps: float) -> list[tuple[int, int, int]]:
    """Rhythm and contour of a phrase: step in the phrase, steps held, rungs moved."""
    made: list[tuple[int, int, int]] = []
    offset, drift = 0, s.pick(1, -1)
    for _ in range(bars):
        line = strokes(s.pick(*cells))
        for place, (mark, held) in enumerate(line):
            if mark and not (made and s.chance(rest)):
                move = s.pick(-1, 1, 1, -1, 0, drift, drift) if not s.chance(leaps) else s.pick(-3, -2, 2, 3, 4, -4)
                made.append((offset + place, held, move))
        offset += len(line)
        drift = -drift
    return made or [(0, 2, 0)]


def tune(s: Song, part: Part | Sequence[Part], low: int, high: int, cells: Sequence[str] = EASY, where: Where = None, *, step: float = 0.5, bars: int = 2,
    form: str = "ABAC",
         rest: float = 0.08, leaps: float = 0.18, chordal: float = 0.8, scale: str | None = None, rungs: Sequence[float] | None = None, bends: float = 0.0,
         grace: float = 0.0,
         legato: float = 0.95, force: float = 90, finals: Sequence[int] = ()) -> None:
    """A melody: a phrase for every letter of the form, the same letter the same motive; several parts take turns, phrase by phrase.

    `rungs` gives the pitches themselves (for tunings of other traditions); `finals` are rungs' pitch classes that end phrases where chords do not matter.
    """
    parts = [part] if isinstance(part, Part) else list(part)
    steps = list(rungs) if rungs is not None else [float(p) for p in s.rungs(low, high, scale)]
    motives = {letter: _motive(s, cells, bars, rest, leaps) for letter in sorted(set(form))}
    count = 0
    for section in sections(s, where):
        place = len(steps) // 2 + s.pick(-1, 0, 1)
        for first in range(0, section.bars, bars):
            letter = form[count % len(form)]
            player = parts[count % len(parts)]
            place = (place + len(steps) // 2) // 2 + s.pick(0, 0, 1)
            begin, end = section.start + first * section.beats, min(section.start + (first + bars) * section.beats, section.end)
            notes = [(begin + offset * step, held * step, move) for offset, held, move in motives[letter] if begin + offset * step < end - 1e-6]
            for number, (at, length, move) in enumerate(notes):
                place += move
                if not 0 <= place < len(steps):
                    place = min(max(place - 2 * move, 0), len(steps) - 1)
                pitch = steps[place]
                strong = abs(at - round(at)) < 1e-6 and length >= 0.75
                final = number == len(notes) - 1
                if final and finals:
                    pitch = min((p for p in steps if round(p - s.tonic) % 12 in finals), key=lambda p: abs(p - pitch), default=pitch)
                elif (strong or final) and s.chance(chordal):
                    pitch = _tone(chord_of(s, at), steps, pitch)
                place = min(range(len(steps)), key=lambda i: abs(steps[i] - pitch))
                _note(s, player, at, min(length, end - at) * legato, pitch, force + (6 if strong else 0) + s.rng.gauss(0, 5), bends, grace, steps, place)
            count += 1


def _note(s: Song, part: Part, at: float, length: float, pitch: float, force: float, bends: float, grace: float, steps: Sequence[float], place: int) -> None:
    """One note with whatever the player does to it: a scoop, a fall, a grace note, a shake."""
    how = syllable(s) if part.voice in SINGERS else ""
    bend: tuple[tuple[float, float], ...] = ()
    if s.chance(bends):
        bend = s.pick(((0.0, -1.0), (0.15, 0.0)), ((0.0, -2.0), (0.22, 0.0)), ((0.0, 0.0), (length * 0.7, 0.0), (length, -1.5)), ((0.0, -0.5), (0.3, 0.0)))
    if grace and s.chance(grace):
        other = steps[min(max(place + s.pick(1, 1, -1), 0), len(steps) - 1)]
        if length > 0.8 and s.chance(0.3):
            for turn in range(4):
                part.add(at + turn * 0.125, 0.12, (pitch, other)[turn % 2], force - 10)
            at, length = at + 0.5, length - 0.5
        elif length > 0.2:
            part.add(at, 0.08, other, force - 8)
            at, length = at + 0.08, length - 0.08
    part.add(at, max(length, 0.06), pitch, max(min(force, 124), 25), how, bend)


def solo(s: Song, part: Part, low: int, high: int, where: Where = None, *, step: float = 0.5, run: tuple[int, int] = (5, 14), rest: tuple[int, int] = (2, 6),
    scale: str | None = None,
         chromatic: float = 0.25, triplets: float = 0.12, bends: float = 0.0, force: float = 90) -> None:
    """An improviser: runs of steps that aim at chord tones on the beat, half steps into them, breaths between the runs."""
    for section in sections(s, where):
        at, pitch, way = section.start + step * s.pick(0, 1, 2), (low + high) / 2 + s.between(-4, 4), s.pick(-1, 1)
        while at < section.end - step:
            for _ in range(s.rng.randint(*run)):
                if at >= section.end - step / 2:
                    break
                of = chord_of(s, at)
                rungs = s.rungs(low, high, scale)
                if pitch > high - 3 or pitch < low + 3 or s.chance(0.13):
                    way = -1 if pitch > (low + high) / 2 else 1
                on_beat = abs(at - round(at)) < 1e-6
                if on_beat:
                    pitch = _tone(of, rungs, pitch + way * s.pick(1, 2, 3))
                elif s.chance(chromatic):
                    pitch = _tone(chord_of(s, at + step), rungs, pitch + way * 2) - way
                else:
                    pitch = float(rungs[min(max(nearest_step(rungs, pitch) + way * s.pick(1, 1, 2), 0), len(rungs) - 1)])
                if on_beat and step == 0.5 and s.chance(triplets):
                    for turn in range(3):
                        top = rungs[min(max(nearest_step(rungs, pitch) + way * turn, 0), len(rungs) - 1)]
                        part.add(s.written(at + turn / 3), 0.3, top, force + s.rng.gauss(0, 5))
                    pitch, at = float(top), at + 1.0
                    continue
                bend = ((0.0, -1.0), (0.18, 0.0)) if s.chance(bends) else ()
                part.add(at, step * 0.95, pitch, min(force + s.rng.gauss(0, 6) + (0 if on_beat else 5), 124), syllable(s) if part.voice in SINGERS else "",
                    bend)
                at += step
            held = s.pick(1, 2, 3)
            if at < section.end - step:
                part.add(at, held * step * 0.9, _tone(chord_of(s, at), s.rungs(low, high, scale), pitch), force, syllable(s) if part.voice in SINGERS else "")
            at += (held + s.rng.randint(*rest)) * step


def licks(s: Song, part: Part, low: int, high: int, where: Where = None, *, lag: float = 2.0, every: float = 4.0, scale: str = "blues", bends: float = 0.5,
    force: float = 92, rate: float = 0.85) -> None:
    """Short answers in the gaps of the singing, every so many beats, `lag` beats late, bent and repeated."""
    rungs = s.rungs(low, high, scale)
    shapes = [[s.pick(0.5, 0.5, 1.0, 0.25) for _ in range(s.pick(3, 4, 5))] for _ in range(3)]
    for section in sections(s, where):
        at = section.start + lag
        while at < section.end - 1:
            if s.chance(rate):
                when, place = at, s.rng.randrange(len(rungs) // 3, len(rungs))
                for length in s.pick(*shapes):
                    if when >= section.end - 0.1:
                        break
                    bend = s.pick(((0.0, -2.0), (0.25, 0.0)), ((0.0, 0.0), (0.1, 1.0)), ((0.0, -1.0), (0.15, 0.0))) if s.chance(bends) else ()
                    part.add(when, length * 0.95, rungs[place], force + s.rng.gauss(0, 7), "", bend)
                    when, place = when + length, min(max(place + s.pick(-1, -1, 1, -2, 2), 0), len(rungs) - 1)
            at += every


def harmony(s: Song, lead: Part, part: Part, steps: int = -2, where: Where = None, keep: float = 1.0, force: float = 0.85) -> None:
    """A second voice so many scale steps from the first."""
    homes = [(section.start, section.end) for section in sections(s, where)]
    for note in list(lead.notes):
        if not s.chance(keep) or not any(a <= note.start < b for a, b in homes):
            continue
        rungs = s.rungs(int(note.pitch) - 14, int(note.pitch) + 14)
        place = min(max(nearest_step(rungs, note.pitch) + steps, 0), len(rungs) - 1)
        part.add(note.start, note.length, min(max(rungs[place], 14), 112), note.velocity * force, note.how if part.voice in SINGERS else "", note.bend)


def shadow(s: Song, lead: Part, part: Part, shift: int = 0, skip: float = 0.2, turns: float = 0.3, scale: Sequence[float] | None = None) -> None:
    """Heterophony: the same tune by another player, plainer here and more ornate there, never quite together."""
    for note in list(lead.notes):
        if s.chance(skip) and note.length < 1:
            continue
        pitch, late = note.pitch + shift, abs(s.rng.gauss(0, 0.03))
        if not 14 <= pitch <= 112:
            continue
        if s.chance(turns) and note.length >= 0.5:
            ways = [p for p in scale if 0 < abs(p + shift - pitch) < 2.6] if scale else []
            other = s.pick(*ways) + shift if ways else pitch + s.pick(2, -2)
            half = note.length / 2
            part.add(note.start + late, half * 0.5, pitch, note.velocity - 6)
            part.add(note.start + late + half * 0.5, half * 0.5, other, note.velocity - 10)
            part.add(note.start + late + half, half, pitch, note.velocity - 4)
        else:
            part.add(note.start + late, note.length, pitch, max(note.velocity - 6, 20), note.how, note.bend)


FLOWS: dict[str, tuple[str, ...]] = {
    "boom": ("x.xx", "xxx.", "xx.x", "x.x.", ".xxx", "xxxx"), "double": ("xxxx", "xxxx", "xxx.", ".xxx"), "lazy": ("x.x.", "x...", "..xx", "x.xx"),
    "triple": ("xxx", "xxx", "xx.", "x.x"),
}
"""How a beat of rapping may be cut, in sixteenths or triplets."""


def rap(s: Song, part: Part, where: Where = None, *, flow: str = "boom", pitch: int = 50, breath: float = 0.8, force: float = 104) -> None:
    """Rapping: couplets of bars that end on one vowel, cut into beats of the flow, the voice pushed up on stresses and falling at line ends."""
    if part.voice.startswith("~speech"):
        speak(s, part, where, every=s.pick(2.0, 2.0, 4.0), pitch=pitch + 8, rate=0.97, force=force)
        return
    rhyme, plan = "a", [s.pick(*FLOWS[flow]) for _ in range(3)]
    for bar in s.bars(where):
        if bar.index % 2 == 0:
            rhyme, plan = s.pick("a", "e", "i", "o", "ay", "oi", "A", "u"), [s.pick(*FLOWS[flow]) for _ in range(3)]
        for turn in range(int(bar.beats)):
            ending = turn == int(bar.beats) - 1
            cell = s.pick("x...", "xx..", "x.x.") if ending else plan[turn % 3]
            if ending and bar.index % 4 == 3 and s.chance(breath):
                cell = "x..."
            for place, mark in enumerate(cell):
                if mark != "x":
                    continue
                at = bar.start + turn + (s.written(place / 3) if len(cell) == 3 else place / 4)
                close = cell[place + 1:place + 2]
                length = (1 / len(cell)) * (0.85 if close == "x" else 1.4)
                tone = pitch + (3 if place == 0 else 0) + (s.pick(-1, 0, 1, 2)) - turn * 0.6 + (4 if bar.index % 4 == 2 and turn == 1 else 0)
                word = s.pick("t", "k", "b", "d", "s", "p", "m", "g", "f", "n") + (rhyme if ending or s.chance(0.2) else s.pick("a", "e", "i", "o", "u", "A",
                    "E"))
                part.add(at, length, tone, min(force + (8 if place == 0 else -4) + s.rng.gauss(0, 5), 125), word)


def speak(s: Song, part: Part, where: Where = None, *, every: float = 4.0, pitch: int = 60, rate: float = 0.6, force: float = 100) -> None:
    """Spoken lines on the beat; a hook phrase comes back every fourth time."""
    hook, count = s.pick(*WORDS), 0
    for section in sections(s, where):
        at = section.start
        while at < section.end - 0.5:
            if s.chance(rate):
                length = min(every * s.pick(0.85, 0.95, 0.7), section.end - at)
                part.add(at, length, pitch + s.pick(-4, 0, 3), force + s.rng.gauss(0, 5), hook if count % 4 == 3 else s.pick(*WORDS))
            count += 1
            at += every


def degrees(s: Song, name: str, low: int, high: int) -> list[float]:
    """The pitches of a scale of these on the tonic, quarter tones included."""
    scale = MODES.get(name) or SCALES[name]
    return [o * 12 + s.tonic + step for o in range(11) for step in scale if low <= o * 12 + s.tonic + step <= high]


MODES: dict[str, tuple[float, ...]] = {
    "bayati": (0, 1.5, 3, 5, 7, 8, 10), "rast": (0, 2, 3.5, 5, 7, 9, 10.5), "saba": (0, 1.5, 3, 4, 7, 8, 10), "huzam": (0, 1.5, 3.5, 4.5, 7.5, 8.5, 10.5),
    "segah": (0, 1.5, 3.5, 5, 7, 8.5, 10.5),
    "slendro-true": (0, 2.4, 4.8, 7.2, 9.6), "pelog-true": (0, 1.2, 2.7, 6.7, 7.9), "equi": (0, 1.7, 3.4, 5.1, 6.9, 8.6, 10.3),
}
"""Modes that no piano has."""


def counterpoint(s: Song, parts: Sequence[Part], ranges: Sequence[tuple[int, int]], cells: Sequence[str], where: Where = None, *, step: float = 0.5,
    lag: int = 1, force: float = 78) -> None:
    """Imitation: the voices enter one after the other with one subject, then each goes its own way in chord tones and passing notes."""
    subject = strokes(s.pick(*cells)) + strokes(s.pick(*cells))
    moves = [s.pick(1, -1, 1, 2, -1, -2, 0) for _ in subject]
    for number, (part, (low, high)) in enumerate(zip(parts, ranges, strict=True)):
        rungs = s.rungs(low, high)
        place = len(rungs) // 2
        for section in sections(s, where):
            first = section is s.sections[0] or s.chance(0.4)
            for index in range(section.bars):
                if first and index < number * lag:
                    continue
                since = index - number * lag
                themed = first and since < 2
                line = subject[since * len(subject) // 2:(since + 1) * len(subject) // 2] if themed else strokes(s.pick(*cells))
                for spot, (mark, held) in enumerate(line):
                    at = section.start + index * section.beats + spot * step
                    if not mark or at >= section.end - 1e-6:
                        continue
                    place = min(max(place + (moves[spot % len(moves)] if themed else s.pick(-1, 1, -1, 1, 2, -2)), 0), len(rungs) - 1)
                    pitch: float = rungs[place]
                    if abs(at - round(at)) < 1e-6:
                        pitch = _tone(chord_of(s, at), rungs, pitch)
                        place = nearest_step(rungs, pitch)
                    part.add(at, min(held * step, section.end - at) * 0.97, pitch, force + s.rng.gauss(0, 4), s.pick("a", "e", "o", "la",
                        "mi") if part.voice in SINGERS else "")
