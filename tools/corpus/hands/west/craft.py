"""A travelling songwriter's craft: song forms, sung tunes and their answers, strums and picking, bass figures, drum rows.

Rows are one character a step, bars between strokes: "R.5.|R.58". A bar's steps share it evenly; twelve to a bar of four are triplets.
`where` names sections with spaces between, "-intro" is all but those.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from score import Part
from song import Song
from theory import Chord, near, voicing

Rows = str | Sequence[str]


@dataclass(frozen=True, slots=True)
class Hit:
    """A sign of a row where it falls in the piece."""

    start: float
    length: float
    """Beats to the next sign, six at most."""
    sign: str
    place: float
    """Beats after the bar line."""
    bar: int
    """Index in its section."""


def rooms(s: Song, where: str | None) -> tuple[str, ...] | None:
    """Names of the sections that `where` means."""
    if where is None:
        return None
    words = where.split()
    if words[0].startswith("-"):
        return tuple({section.name for section in s.sections} - {word.lstrip("-") for word in words})
    return tuple(words)


def take(s: Song, rows: Rows) -> str:
    """The row, or one of several."""
    return rows if isinstance(rows, str) else s.pick(*rows)


def hits(s: Song, rows: Rows, where: str | None = None) -> list[Hit]:
    """The signs of a row, laid over all bars of the sections."""
    cells = take(s, rows).replace(" ", "").split("|")
    found: list[tuple[float, str, float, int]] = []
    end = 0.0
    for bar in s.bars(rooms(s, where)):
        cell = cells[bar.index % len(cells)]
        step = bar.beats / len(cell)
        triplets = len(cell) == round(bar.beats * 3)
        for number, sign in enumerate(cell):
            if sign != ".":
                beat = bar.start + number * step
                found.append((s.written(beat) if triplets else beat, sign, number * step, bar.index))
        end = bar.start + bar.beats
    if not found:
        return []
    after = [start for start, *_ in found[1:]] + [end]
    return [Hit(start, max(min(then - start, 6.0), 0.05), sign, place, bar) for (start, sign, place, bar), then in zip(found, after, strict=True)]


def chord_at(s: Song, beat: float) -> Chord:
    """The chord at a beat."""
    return s.piece().chord_at(beat)


# Form.
def song_form(s: Song, verse: str, chorus: str, bridge: str = "", intro: int = 4, plans: Sequence[str] = (), seconds: tuple[float, float] = (60.0, 100.0)) -> None:
    """Intro, verses, choruses, perhaps a bridge and a solo over the verse; `intro` bars lead in."""
    lead_in = " | ".join((verse if s.chance(0.6) else chorus).split("|")[:intro])
    plan = s.pick(*(plans or ("intro verse chorus verse chorus solo chorus", "intro verse verse chorus solo verse chorus", "verse chorus verse chorus bridge chorus",
                              "intro chorus verse chorus bridge solo chorus", "intro verse chorus solo verse chorus chorus")))
    s.until(s.between(*seconds), plan, intro=lead_in, verse=verse, chorus=chorus, bridge=bridge or chorus, solo=verse, breakdown=verse)


def club_form(s: Song, chords: str, plans: Sequence[str], chorus: str = "", seconds: tuple[float, float] = (60.0, 90.0)) -> None:
    """Eight-bar sections over one loop; `build` and `break` thin it out."""
    loop = f"{chords} | {chords}"
    other = f"{chorus} | {chorus}" if chorus else loop
    s.until(s.between(*seconds), s.pick(*plans), verse=loop, chorus=other, solo=loop, **{"break": other, "build": chords, "intro": chords, "drop": other})


# Drums.
_LOUD = {"X": 114.0, "x": 94.0, "o": 72.0, "-": 40.0}


def loosened(s: Song, key: int, row: str) -> str:
    """The row as this drummer plays it: one kick more or less, another ghost note."""
    signs = list(row)
    free = [i for i, sign in enumerate(signs) if sign == "." and i % 2 == 0]
    if key == 36 and free and s.chance(0.35):
        signs[s.pick(*free)] = "o"
    if key == 38 and len(signs) >= 16 and s.chance(0.4):
        odd = [i for i, sign in enumerate(signs) if sign == "." and i % 2 == 1]
        if odd:
            signs[s.pick(*odd)] = "-"
    return "".join(signs)


def drums(s: Song, kit: Part, groove: Rows, where: str | None = None, fills: float = 0.6, crash: float = 0.7, strict: bool = False, force: float = 1.0) -> None:
    """A groove of rows "36 x...x... / 38 ....X...": fills end sections (that often), crashes begin them. `strict` plays what is written."""
    text = take(s, groove)
    filled = {}
    for bar in s.bars(rooms(s, where)):
        if bar.start == bar.section.start and s.chance(crash):
            kit.add(bar.start, 1.0, s.pick(49, 49, 57), 108 * force)
        if fills and (bar.last and s.chance(fills) or bar.index % 4 == 3 and s.chance(fills * 0.3)):
            span = s.pick(0.5, 1.0, 1.0, 2.0) if bar.beats > 2 else 0.5
            filled[bar.start + bar.beats - span] = span
            drum_fill(s, kit, bar.start + bar.beats - span, span, force)
    for row in text.split("/"):
        key, _, signs = row.strip().partition(" ")
        signs = signs.replace(" ", "")
        key = s.pick("51", "59", "44") if key == "42" and not strict and s.chance(0.12) else key
        for hit in hits(s, signs if strict else loosened(s, int(key), signs), where):
            if any(at <= hit.start < at + span for at, span in filled.items()) and int(key) not in (36, 44, 70, 82):
                continue
            if not strict and hit.sign in "o-" and s.chance(0.15):
                continue
            kit.add(hit.start, 0.2, int(key), max(_LOUD[hit.sign] * force + s.rng.gauss(0, 5), 12))


def drum_fill(s: Song, kit: Part, start: float, span: float, force: float = 1.0) -> None:
    """Down the toms, round the snare, or both, for `span` beats; triplets where the band swings."""
    count = max(round(span * (3 if s.time.swing > 0.6 and s.time.unit == 1.0 else s.pick(2, 4, 4))), 1)
    road = s.pick((38, 38, 48, 45), (38, 48, 45, 43), (48, 47, 43, 41), (38, 38, 38, 38), (38, 36, 38, 36), (45, 45, 43, 41))
    for number in range(count):
        if number == 0 or s.chance(0.85):
            beat = start + span * number / count
            kit.add(s.written(beat), 0.2, road[number * 4 // count], (76 + 34 * number / count + s.rng.gauss(0, 5)) * force)


# Bass.
def degree(chord: Chord, sign: str) -> int:
    """Semitones over the root that a bass player's sign means in a chord."""
    third = 7 if chord.third == 7 else chord.third
    fifth = next((i for i in chord.intervals if i in (6, 7, 8)), 7)
    seventh = next((i for i in chord.intervals if i in (10, 11)), 10 if chord.minor else 9)
    return {"R": 0, "r": 0, "2": 2, "3": third, "4": 5, "5": fifth, "6": 9, "7": seventh, "8": 12, "v": fifth - 12}[sign]


def bass(s: Song, part: Part, rows: Rows, where: str | None = None, centre: float = 38, short: float = 0.92, force: float = 96) -> None:
    """A figure per chord: R root, r root short, digits degrees, v the fifth below, 8 octave, a a step into the next chord, n the next root early, - silence."""
    for hit in hits(s, rows, where):
        if hit.sign == "-":
            continue
        chord = chord_at(s, hit.start)
        root = near(chord.bass, centre)
        length = hit.length * short
        if hit.sign in "an":
            target = near(chord_at(s, hit.start + hit.length).bass, root)
            pitch = target if hit.sign == "n" else target + s.pick(-1, 1, -2, 2)
        else:
            pitch = root + degree(chord, hit.sign)
            length = min(length, 0.3) if hit.sign == "r" else length
        while pitch < 28:
            pitch += 12
        part.add(hit.start, length, pitch, force + (8 if hit.place == 0 else 0) + s.rng.gauss(0, 4))


def walk(s: Song, part: Part, where: str | None = None, low: int = 33, high: int = 55, skips: float = 0.12) -> None:
    """Four to the bar: root, tones of the chord on the way, and a half step into the next chord."""
    at = float(near(s.tonic, 42))
    for span in s.chords(rooms(s, where)):
        target_chord = chord_at(s, span.end + 0.01)
        root = near(span.chord.bass, at)
        root += 12 if root < low else -12 if root > high else 0
        target = near(target_chord.bass, root + s.pick(-3, 3))
        beats = max(round(span.length), 1)
        for beat in range(beats):
            if beat == 0:
                pitch = root
            elif beat == beats - 1:
                pitch = target + s.pick(-1, 1, 1, -2)
            else:
                wish = root + (target - root) * beat / beats + s.pick(-3, 0, 4)
                pitch = min((near(tone, wish) for tone in span.chord.classes if near(tone, wish) != at), key=lambda p: abs(p - wish))
            pitch = min(max(pitch, low - 3), high + 5)
            at = pitch
            part.add(span.start + beat, 0.93, pitch, 92 + (6 if beat % 2 else 0) + s.rng.gauss(0, 4))
            if s.chance(skips):
                part.add(span.start + beat + 0.5, 0.35, pitch, 66)


# Chords.
_STRINGS = (40, 45, 50, 55, 59, 64)


def grip(chord: Chord, fret: int = 0) -> list[int]:
    """The chord as a hand takes it on a guitar's strings at a fret, root lowest."""
    found: list[int] = []
    for open_string in _STRINGS:
        reach = range(open_string + fret, open_string + fret + 5)
        if not found:
            roots = [pitch for pitch in reach if pitch % 12 == chord.bass]
            found += roots[:1]
            continue
        used = [pitch % 12 for pitch in found]
        tones = [pitch for pitch in reach if pitch % 12 in chord.classes and pitch > found[-1]]
        if tones:
            found.append(min(tones, key=lambda pitch: (used.count(pitch % 12), pitch)))
    return found


def strum(s: Song, part: Part, rows: Rows, where: str | None = None, fret: int = 0, force: float = 88, strings: int = 6, low: int = 0) -> None:
    """D and d are down strokes, u up on the high strings, x a muted chop, b and 5 the bass strings, - the hand damps. `strings` from the top, none under `low`."""
    lag = 0.011 * s.tempo / 60.0
    for hit in hits(s, rows, where):
        if hit.sign == "-":
            continue
        chord = chord_at(s, hit.start + 0.01)
        held = [pitch for pitch in grip(chord, fret) if pitch >= low][-strings:]
        loud = force + s.rng.gauss(0, 5)
        if hit.sign in "b5":
            part.add(hit.start, hit.length * 1.2, near(chord.bass, 44) + (degree(chord, "v") if hit.sign == "5" else 0), loud)
            continue
        pitches = held[::-1][:4] if hit.sign == "u" else held
        loud += {"D": 12, "d": 0, "u": -10, "x": -24}[hit.sign]
        for number, pitch in enumerate(pitches):
            part.add(hit.start + number * lag, 0.07 if hit.sign == "x" else hit.length, pitch, loud - number * 1.5, "dead" if hit.sign == "x" else "")


def pick(s: Song, part: Part, thumb: Rows, fingers: Rows, where: str | None = None, fret: int = 0, force: float = 84) -> None:
    """Finger-picking: the thumb's row says R and 5 on the bass strings, the fingers' 1 (highest) to 3, p a pinch of two."""
    for hit in hits(s, thumb, where):
        chord = chord_at(s, hit.start)
        shape = grip(chord, fret)
        part.add(hit.start, min(hit.length, 2.0), shape[0] if hit.sign == "R" else shape[min(1, len(shape) - 1)] if hit.sign == "5" else shape[min(2, len(shape) - 1)],
                 force + s.rng.gauss(0, 4))
    for hit in hits(s, fingers, where):
        high = grip(chord_at(s, hit.start), fret)[::-1]
        for string in ((0, 2) if hit.sign == "p" else (int(hit.sign) - 1,)):
            part.add(hit.start, min(hit.length * 1.5, 2.0), high[min(string, len(high) - 1)], force - 4 + s.rng.gauss(0, 5))


def comp(s: Song, part: Part, rows: Rows, where: str | None = None, centre: float = 62, voices: int = 3, force: float = 84, short: float = 0.3) -> None:
    """Chords in a rhythm: x and X short, o held, n held and already the next chord's, - silence."""
    before: list[int] | None = None
    for hit in hits(s, rows, where):
        if hit.sign == "-":
            continue
        chord = chord_at(s, hit.start + (hit.length if hit.sign == "n" else 0.01))
        before = voicing(chord, centre, voices, before)
        for pitch in before:
            part.add(hit.start, hit.length * 0.95 if hit.sign in "on" else min(short, hit.length), pitch, force + (14 if hit.sign == "X" else 0) + s.rng.gauss(0, 4))


def roll(s: Song, part: Part, rows: Rows, where: str | None = None, centre: float = 60, voices: int = 4, force: float = 80, ring: float = 1.0) -> None:
    """A broken chord: digits are its tones from the lowest, 0 the bass an octave under them."""
    before: list[int] | None = None
    seen: Chord | None = None
    for hit in hits(s, rows, where):
        if hit.sign == "-":
            continue
        chord = chord_at(s, hit.start + 0.01)
        if chord is not seen or before is None:
            before, seen = voicing(chord, centre, voices, before), chord
        pitch = near(chord.bass, centre - 18) if hit.sign == "0" else before[min(int(hit.sign) - 1, len(before) - 1)]
        part.add(hit.start, min(hit.length * ring, 4.0), pitch, force + (8 if hit.place == 0 else 0) + s.rng.gauss(0, 4))


def pads(s: Song, part: Part, where: str | None = None, centre: float = 60, voices: int = 4, force: float = 70, spread: bool = False) -> None:
    """Long chords, each tone led to its neighbour."""
    before: list[int] | None = None
    for span in s.chords(rooms(s, where)):
        before = voicing(span.chord, centre, voices, None if spread else before, spread)
        for pitch in before:
            part.add(span.start, span.length * 0.98, pitch, force + s.rng.gauss(0, 3))


def chug(s: Song, part: Part, rows: Rows, where: str | None = None, low: int = 40, force: float = 104, fifth: bool = True) -> None:
    """Power-chord riffs: x palm-muted on the root, X open, r the bare root, other digits semitones over it as open chords, - stops."""
    for hit in hits(s, rows, where):
        if hit.sign == "-":
            continue
        root = near(chord_at(s, hit.start + 0.01).root, low + 5)
        pitch = root + (int(hit.sign) if hit.sign.isdigit() else 0)
        muted = hit.sign == "x"
        for offset in ((0,) if hit.sign == "r" or not fifth else (0, 7) if muted else (0, 7, 12)):
            part.add(hit.start, min(hit.length, 0.22) if muted else hit.length * 0.95, pitch + offset, force - (14 if muted else 0) + s.rng.gauss(0, 4),
                     "mute" if muted else "")
