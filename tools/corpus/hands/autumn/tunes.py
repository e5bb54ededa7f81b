"""What is sung, blown and rapped over the groove: phrases with a shape that come back, second voices, section writing, bop lines, verses."""

from __future__ import annotations

import math
from collections.abc import Sequence

from hands.autumn.craft import chord_scale, marks
from score import Note, Part
from song import Song, Where
from theory import SCALES, Chord, near, voicing

SING: dict[str, str] = {
    "open": "la na ah wa ya da oh", "soul": "oh yeA ah wo ba my", "soft": "lu no me ly du so", "doo": "du wa du bu", "cry": "hE ya ai oa wo",
    "choir": "a o u a e",
}
"""Syllables of singers."""


def rungs(scale: str | Sequence[float], tonic: int, low: float, high: float) -> list[float]:
    """Every pitch of a scale in a range; scales may have quarter tones."""
    steps = SCALES[scale] if isinstance(scale, str) else scale
    return sorted(p for p in (12 * octave + tonic + step for octave in range(-1, 11) for step in steps) if low <= p <= high)


def _shape(s: Song, count: int, jump: float, size: int) -> list[tuple[int, float]]:
    """A contour in scale steps about the middle of the range, and a die for each note."""
    bow = s.pick("arch", "arch", "fall", "rise", "wave", "level", "valley")
    here = s.between(-0.18, 0.18) * size
    out: list[tuple[int, float]] = []
    for place in range(count):
        x = place / max(count - 1, 1)
        aim = (
            {
                "arch": math.sin(math.pi * x) - 0.4, "fall": 0.5 - x, "rise": x - 0.5, "wave": 0.6 * math.sin(2 * math.pi * x), "level": 0.0,
                "valley": 0.5 - math.sin(math.pi * x),
            }[bow]
            * size
            * 0.42
        )
        move = s.pick(2, 3, 4) if s.chance(jump) else s.pick(0, 1, 1, 1)
        here += move if (aim > here) != s.chance(0.22) else -move
        out.append((round(here), s.rng.random()))
    return out


def in_chord(pitch: float, chord: Chord, low: float, high: float) -> float:
    """The chord tone nearest to a pitch."""
    found = [p for p in (near(c, pitch) + shift for c in chord.classes for shift in (-12, 0, 12)) if low <= p <= high]
    return min(found, key=lambda p: abs(p - pitch)) if found else pitch


def _agree(pitch: float, chord: Chord, ladder: Sequence[float]) -> float:
    """Raises or lowers a scale tone beside a chord tone that the scale lacks, as singers do over a borrowed chord."""
    classes = {p % 12 for p in ladder}
    for tone in chord.classes[:4]:
        if tone not in classes and min((pitch - tone) % 12, (tone - pitch) % 12) == 1:
            return near(tone, pitch)
    return pitch


def tune(
    s: Song, part: Part, low: int, high: int, rhythms: str | Sequence[str], where: Where = None, plan: str = "aaba", scale: str | Sequence[float] | None = None,
    jump: float = 0.2, vel: float = 92.0, gate: float = 0.95, orn: str = "", rate: float = 0.3, sing: str = "", snap: float = 0.8, ahead: float = 0.0,
) -> None:
    """Phrases by letters: each keeps its rhythm and shape and is fitted anew to the chords; `.` is silence; `orn` names ornaments, see `_adorn`."""
    rows = (rhythms,) if isinstance(rhythms, str) else tuple(rhythms)
    ladder = rungs(scale or s.scale, s.tonic, low, high)
    memory: dict[tuple[str, str], tuple[str, list[tuple[int, float]]]] = {}
    for section in s.sections:
        if not s.inside(section, where):
            continue
        at, turn = section.start, 0
        while at < section.end - 1e-6:
            letter = plan[turn % len(plan)]
            turn += 1
            key = (section.name, letter)
            if key not in memory:
                row = s.pick(*rows)
                memory[key] = (row, _shape(s, sum(c not in "-.|" for c in row), jump, len(ladder)))
            row, shape = memory[key]
            bars, steps, strokes = marks(row)
            step = bars * section.beats / steps
            if letter != ".":
                for number, (place, length, mark) in enumerate(strokes):
                    beat = at + place * step
                    if beat < section.end - 1e-6 and (mark != "?" or s.chance(0.5)):
                        _sound(
                            s, part, ladder, shape[number], beat, length * step, place * step, number == len(strokes) - 1, (vel, gate, snap, ahead), orn, rate,
                            sing, mark,
                        )
            at += bars * section.beats


def _sound(
    s: Song, part: Part, ladder: list[float], drawn: tuple[int, float], beat: float, length: float, offset: float, last: bool,
    touch: tuple[float, float, float, float], orn: str, rate: float, sing: str, mark: str,
) -> None:
    """One note of a tune, fitted to its chord."""
    vel, gate, snap, ahead = touch
    index, die = drawn
    place = len(ladder) // 2 + index
    while not 0 <= place < len(ladder):
        place = -place if place < 0 else 2 * (len(ladder) - 1) - place
    chord = s.piece().chord_at(min(beat + ahead, s.sections[-1].end - 0.01))
    strong = last or length >= 1.0 or abs(offset - round(offset)) < 1e-6
    pitch = in_chord(ladder[place], chord, ladder[0], ladder[-1]) if strong and die < snap else _agree(ladder[place], chord, ladder)
    force = min(max(vel + (12 if mark == "X" else -22 if mark == "o" else 0) + (4 if strong else -3) + s.rng.gauss(0.0, 4.0), 15.0), 127.0)
    how = s.pick(*sing.split()) if sing else ""
    note = part.add(s.written(beat), length * gate, pitch, force, how)
    if orn and s.chance(rate):
        _adorn(s, part, note, ladder, s.pick(*orn))


def _adorn(s: Song, part: Part, note: Note, ladder: list[float], kind: str) -> None:
    """s scoop, f fall, g grace, t trill, m mordent, b a whole-tone bend, q a blue quarter tone, k gamak, v slow vibrato, d a slide down into it."""
    long = note.length
    above = min((p for p in ladder if p > note.pitch + 0.1), default=note.pitch + 2)
    if kind == "s":
        note.bend = ((0.0, -0.9), (min(0.15, long / 2), 0.0))
    elif kind == "d":
        note.bend = ((0.0, 1.5), (min(0.2, long / 2), 0.0))
    elif kind == "f" and long > 0.4:
        note.bend = ((0.0, 0.0), (long * 0.7, 0.0), (long, -2.5))
    elif kind == "b" and long > 0.3:
        note.bend = ((0.0, -2.0), (min(0.1, long / 4), -2.0), (min(0.4, long / 1.6), 0.0))
    elif kind == "q":
        note.bend = ((0.0, -0.6), (long * 0.6, 0.3))
    elif kind == "k" and long > 0.6:
        wide = above - note.pitch
        note.bend = tuple((long * i / 8, wide * (i % 2) * 0.9) for i in range(9))
    elif kind == "v" and long > 0.8:
        note.bend = tuple((long * i / 12, 0.35 * (1 if i % 2 else -1) * min(i / 6, 1)) for i in range(13))
    elif kind == "g" and note.start > 0.2:
        part.add(note.start - 0.09, 0.09, above, note.velocity * 0.75, note.how)
    elif kind == "m" and long >= 0.4:
        start, note.start, note.length = note.start, note.start + 0.2, long - 0.2
        part.add(start, 0.1, note.pitch, note.velocity * 0.9)
        part.add(start + 0.1, 0.1, above, note.velocity * 0.8)
    elif kind == "t" and long >= 0.7:
        start, count = note.start, int(long / 2 / 0.125)
        note.start, note.length = start + count * 0.125, long - count * 0.125
        for turn in range(count):
            part.add(start + turn * 0.125, 0.12, above if turn % 2 else note.pitch, note.velocity * 0.85)


def within(s: Song, beat: float, where: Where) -> bool:
    """Whether a beat lies in the sections named."""
    return any(section.start - 0.2 <= beat < section.end - 0.2 and s.inside(section, where) for section in s.sections)


def double(
    s: Song, lead: Part, other: Part, steps: int = -2, scale: str | Sequence[float] | None = None, where: Where = None, level: float = 0.85, lag: float = 0.0
) -> None:
    """A second voice in thirds, sixths or octaves beside the first; `lag` beats later for a canon."""
    ladder = rungs(scale or s.scale, s.tonic, 16, 110)
    for note in list(lead.notes):
        if not within(s, note.start, where) or note.start + lag >= s.sections[-1].end - 0.1:
            continue
        place = min(range(len(ladder)), key=lambda i: abs(ladder[i] - note.pitch)) + steps
        pitch = _agree(ladder[min(max(place, 0), len(ladder) - 1)], s.piece().chord_at(note.start + lag), ladder)
        other.add(note.start + lag, note.length, pitch, note.velocity * level, note.how, note.bend)


def soli(s: Song, lead: Part, others: Sequence[Part], where: Where = None, level: float = 0.9) -> None:
    """A section in block chords: each player takes the next chord tone below the one above."""
    for note in list(lead.notes):
        if not within(s, note.start, where):
            continue
        classes = s.piece().chord_at(note.start).classes
        pitch = round(note.pitch)
        for other in others:
            pitch = max(p for p in range(pitch - 12, pitch - 2) if p % 12 in classes)
            other.add(note.start, note.length, max(pitch, 30), note.velocity * level, note.how, note.bend)


def bop(s: Song, part: Part, low: int, high: int, where: Where = None, rest: float = 0.3, vel: float = 92.0, grid: float = 0.5) -> None:
    """Improvised running lines: chord tones on the beat, scale and leading tones between, phrases that breathe."""
    here = float(s.pick(low + 8, (low + high) // 2, high - 7))
    for section in s.sections:
        if not s.inside(section, where):
            continue
        beat, way = section.start + s.pick(0.0, 0.5, 1.0), s.pick(-1, 1)
        while beat < section.end - 0.6:
            count = s.pick(4, 6, 7, 9, 11, 14)
            for number in range(count):
                if beat >= section.end - 0.3:
                    break
                chord = s.piece().chord_at(beat + grid * 0.9)
                strong = abs(beat - round(beat)) < 0.01
                pool = set(chord.classes) if strong else chord_scale(chord)
                if here > high - 3:
                    way = -1
                elif here < low + 3:
                    way = 1
                elif s.chance(0.17):
                    way = -way
                ahead = [p for p in range(low, high + 1) if p % 12 in pool and 0 < (p - here) * way <= 9]
                here = float(
                    min(ahead, key=lambda p: abs(p - here)) if ahead and not s.chance(0.12) else in_chord(here + way * s.pick(3, 4, 5), chord, low, high)
                )
                if not strong and s.chance(0.12):
                    here += s.pick(-1, 1)
                final = number == count - 1
                length = grid * (s.pick(0.7, 1.0, 2.0) if final else 0.95)
                part.add(beat, length, min(max(here, low), high), min(max(vel + (0 if strong else 6) + s.rng.gauss(0, 6), 30), 127))
                beat += grid
            beat += grid * round(s.between(1, 3 + 14 * rest))


BANTER: tuple[str, ...] = (
    "needle on the record", "dust on the cover", "basement full of boxes", "seven inches spinning", "took the train at midnight", "shoes on the pavement",
    "mama had a radio", "corner store is open", "rain on the rooftop", "everybody owes me", "count it up slowly", "windows all steamy", "paper and a pencil",
    "nothing ever given", "brother keep your head up", "summer in the schoolyard", "cables in the hallway", "speaker on the sidewalk", "who got the last word",
    "tell it like it happened", "streetlight is flickering", "we came with the drummers", "put it in the notebook", "later for the talking",
    "pockets full of pennies", "watch how the floor shakes", "up before the sunrise", "they never saw it coming", "written in the margin",
    "dollar in the jukebox", "walking through the market", "what a long winter", "sugar on the table", "cold as the river", "here comes the chorus",
    "that is how we do it",
)
"""Things that are said over records."""

FLOWS: tuple[str, ...] = (
    "x.xxx.x.x.xxX...", "xxx.xxx.xxx.X.x.", ".xx.xxx.x.xxX.X.", "x.x.xxx.xxxxX...", "xxxxx.xxx.x.X.X.", "..xxxxx.xxx.xxX.", "xx.xxx.xx.xxX.x.",
)
"""Where the syllables fall, in sixteenths; accents rhyme."""

TRIPLET_FLOWS: tuple[str, ...] = ("xxxxxx.xxxxX", "xx.xxxxxxxX.", "xxx.xxxxX.xX", ".xxxxxxxx.XX")
"""The same in triplets."""

OLD_FLOWS: tuple[str, ...] = ("x.x.x.x.x.xxX...", "x.xxx.x.x.x.X...", "..x.xxx.x.x.X.X.", "xxx.x.x.x.x.X...")
"""Rhymes on the fourth beat, as in the parks of the Bronx."""


def rap(s: Song, part: Part, flows: Sequence[str] = FLOWS, where: Where = None, base: int = 50, vel: float = 100.0, breath: float = 0.35) -> None:
    """A verse: a flow is kept for four bars, the last accents of each two bars rhyme, the voice falls at the end of a line."""
    ends, flow = ["ai"], flows[0]
    for bar in s.bars(where):
        if bar.index % 4 == 0:
            flow = s.pick(*flows)
        if bar.index % 2 == 0:
            ends = [s.pick("a", "e", "i", "o", "ai", "ou", "E")]
        _, steps, strokes = marks(flow if s.chance(0.75) else s.pick(*flows))
        step = bar.beats / steps
        for place, length, mark in strokes:
            if bar.index % 4 == 3 and place > steps * 0.8 and s.chance(breath):
                continue
            rhyme = mark == "X"
            pitch = base + (3 if rhyme else 0) - 2.5 * place / steps + s.rng.gauss(0.0, 1.4)
            how = s.pick(*"tkdbmnsgrfl") + (ends[0] if rhyme else s.pick(*"aeiouAE"))
            part.add(
                s.written(bar.start + place * step), max(length * step * s.between(0.75, 1.0), 0.1), pitch,
                min(max(vel + (14 if rhyme else 0) + s.rng.gauss(0, 6), 30), 127), how,
            )


def talk(
    s: Song, part: Part, where: Where = None, base: int = 52, share: float = 0.9, every: float = 2.0, words: Sequence[str] = BANTER, vel: float = 104.0
) -> None:
    """Spoken lines of about two beats each, on the beat or a little after."""
    for bar in s.bars(where):
        at = 0.0
        while at < bar.beats - 0.6:
            length = min(every, bar.beats - at) - 0.12
            if s.chance(share):
                part.add(bar.start + at + s.pick(0.0, 0.0, 0.25), length - 0.15, base + s.pick(-3, 0, 0, 2, 4), vel, s.pick(*words))
            at += every


def loop(s: Song, part: Part, beats: float, where: Where = None) -> None:
    """Repeats the part's first `beats` beats over the sections named, as a sampler does."""
    begin = s.sections[0].start
    source = [n for n in part.notes if n.start < begin + beats - 0.05]
    part.notes.clear()
    for section in s.sections:
        if s.inside(section, where):
            for turn in range(math.ceil(section.bars * section.beats / beats - 1e-6)):
                for n in source:
                    start = section.start + turn * beats + n.start - begin
                    if section.start - 1e-6 <= start < section.end - 0.05:
                        part.add(start, min(n.length, section.end - start), n.pitch, n.velocity, n.how, n.bend)


def chorale(
    s: Song, parts: Sequence[Part], ranges: Sequence[tuple[int, int]], where: Where = None, vel: float = 78.0, passing: float = 0.3, sing: str = ""
) -> None:
    """Voices that move in chords, each in its range, with passing notes between; the lowest has the bass."""
    before: list[int] | None = None
    lasts: list[float | None] = [None] * len(parts)
    ladder = rungs(s.scale, s.tonic, 20, 108)
    for span in s.chords(where):
        upper = len(parts) - 1
        before = voicing(span.chord, sum(sum(r) / 2 for r in ranges[:upper]) / max(upper, 1), max(upper, 1), before, spread=upper > 2)
        pitches: list[float] = [float(p) for p in sorted(before, reverse=True)][:upper] + [float(near(span.chord.bass, sum(ranges[-1]) / 2))]
        for number, (part, pitch) in enumerate(zip(parts, pitches, strict=True)):
            low, high = ranges[number]
            while pitch < low:
                pitch += 12
            while pitch > high:
                pitch -= 12
            length = span.length
            gap = pitch - (lasts[number] if lasts[number] is not None else pitch)
            if part.notes and 3 <= abs(gap) <= 4 and s.chance(passing) and part.notes[-1].length >= 1.0:
                between = [p for p in ladder if min(pitch, pitch - gap) < p < max(pitch, pitch - gap)]
                if between:
                    part.notes[-1].length -= 0.5
                    part.add(span.start - 0.5, 0.5, between[len(between) // 2], vel - 6, part.notes[-1].how)
            part.add(span.start, length * 0.99, pitch, min(max(vel + s.rng.gauss(0, 4), 20), 120), s.pick(*sing.split()) if sing else "")
            lasts[number] = pitch


def singer(
    s: Song, rhythms: str | Sequence[str], where: Where = None, plan: str = "aaba", sing: str = "open", orn: str = "s", rate: float = 0.3, level: float = 1.5,
    fx: Sequence[str] = (), scale: str | Sequence[float] | None = None, voices: Sequence[str] = ("~vocal", "~vocal-low", "~vocal-duo"), floor: int = 0,
    jump: float = 0.18, snap: float = 0.8, ahead: float = 0.0, wide: int = 15, late: float = 0.0,
) -> Part:
    """Somebody steps to the microphone and sings a tune in a range that suits the voice."""
    part = s.part(*voices, level=level, pan=0.0, fx=fx, late=late)
    low = floor or (46 if "low" in part.voice else 57) + s.pick(0, 2, 3, 5)
    tune(s, part, low, low + wide, rhythms, where, plan, scale, jump, 96.0, 0.93, orn, rate, SING[sing], snap, ahead)
    return part
