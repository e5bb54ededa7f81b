"""What is sung and played over the band: verses and refrains, harmony and answers, solos, hooks, and rhymes."""

from __future__ import annotations

from collections.abc import Sequence

from hands.west.craft import Rows, chord_at, hits, rooms, take
from score import Note, Part, Section
from song import Song
from theory import SCALES, ladder, near, nearest_step

SUNG = ("la na oh da ye ma".split(), "oh ye da lo nee wa".split(), "na mo sa lee ho day".split(), "ba la do me ray oo".split(), "hey ya lo na wo mi".split(),
        "sho da la oo bay na".split())
"""Syllables that one singer's words are made of."""

SCAT = "doo ba dee bop da bwee do wa".split()

BALLAD = ("..x.x.x.|x...x...", "x...x.x.|x.......", "x..xx...|x.x.x...", "..xxx.x.|x...x...")
"""Rhythms of sung lines of two bars, eighths."""
TALKING = (".xxxx.xx|x.x.x...", "x.xx.xx.|xxx.x...", ".xx.xx.x|.xx.x...", "..xxxxx.|x.xxx...")
SHOUTED = ("x.x.x.xx|.xx.....", "x..x..x.|x..x....", "xxx.x...|xxx.x...", ".x.x.x.x|x.......")
HELD = ("x.......|....x.x.", "x...x...|x.......", "x.....x.|x.......")
SIXTEENTHS = ("..x.x.x.x..x..x.|x..x....x.x.....", "x..x..x.x.......|..x.xx.xx...x...", "....x.xxx.x.x...|x.xx..x.x.......", "x.x..x.xx...x...|..xx.x..x.......")
TRIPLETS = ("x.xx..x.xx..|x.....x.....", "..xx.xx..x..|x..x.x......", "x..x.xx..x..|x...........")
WALTZ = ("x...x.|x.x.x.", "x.x.x.|x.....", "x.....|x...x.", "xxx.x.|x...x.")


def _steps(s: Song, count: int, arc: str, leap: float) -> list[int]:
    """Scale steps of a phrase round its beginning: it mostly walks, and leans where its arc leads."""
    lean = {"rise": 0.35, "fall": -0.35, "arch": 0.0, "level": 0.0}[arc]
    at, found = 0, [0]
    for number in range(1, count):
        pull = lean + (0.5 if arc == "arch" and number < count / 2 else -0.5 if arc == "arch" else 0.0) - 0.18 * at
        move = s.pick(2, 3, -2, -3, 4) if s.chance(leap) else s.pick(0, 1, 1, -1, -1)
        at += move if not move or s.chance(0.5 + 0.3 * (1 if pull * move > 0 else -1)) else -move
        at = max(min(at, 6), -6)
        found.append(at)
    return found


def sing(s: Song, part: Part, where: str | None, low: int, high: int, lines: Sequence[str], form: str = "", scale: str | None = None, words: Sequence[str] = (),
         lift: float = 0.4,
         leap: float = 0.15, force: float = 92, legato: float = 0.95, scoops: float = 0.0, wander: float = 0.12, tones: bool = True) -> list[Note]:
    """A tune per section's name, the same whenever that section comes again but for small liberties.

    `form` gives phrases of a line's length each ("AABA"); `lift` is where in the range its anchor lies, 0 to 1; choruses lie higher.
    """
    rungs = ladder(SCALES[scale or s.scale], s.tonic, low, high)
    syllables = words or s.pick(*SUNG)
    made: list[Note] = []
    books: dict[str, dict[str, tuple[list[str], list[int], list[str]]]] = {}
    for section in [section for section in s.sections if s.inside(section, rooms(s, where))]:
        height = min(lift + (0.22 if section.name == "chorus" else 0.0), 0.85)
        shape = form or s.pick("AABA", "ABAB", "AAB", "ABAC", "ABCB")
        book = books.setdefault(section.name, {"form": ([shape], [], [])})
        plan = book["form"][0][0]
        bar = 0
        while bar < section.bars:
            letter = plan[(bar // 2) % len(plan)]
            if letter not in book:
                cells = s.pick(*lines).split("|")
                count = sum(cell.count("x") for cell in cells)
                book[letter] = (cells, _steps(s, count, s.pick("rise", "fall", "arch", "level"), leap), [s.pick(*syllables) for _ in range(count)])
            cells = book[letter][0]
            made += _phrase(s, part, section, bar, book[letter], rungs, height, bar + len(cells) >= section.bars, (force, legato, scoops, wander), tones)
            bar += len(cells)
    return made


def _phrase(s: Song, part: Part, section: Section, bar: int, page: tuple[list[str], list[int], list[str]], rungs: list[int], height: float, home: bool,
            manner: tuple[float, float, float, float], tones: bool) -> list[Note]:
    cells, steps, words = page
    force, legato, scoops, wander = manner
    starts: list[tuple[float, float]] = []
    for number, cell in enumerate(cells):
        if bar + number >= section.bars:
            break
        begin = section.start + (bar + number) * section.beats
        step = section.beats / len(cell)
        triplets = len(cell) == round(section.beats * 3)
        starts += [(s.written(begin + i * step) if triplets else begin + i * step, i * step) for i, sign in enumerate(cell) if sign == "x"]
    end = section.start + min(bar + len(cells), section.bars) * section.beats
    anchor = round(height * (len(rungs) - 1))
    notes = []
    for number, (start, place) in enumerate(starts):
        last = number == len(starts) - 1
        then = end - 0.5 if last else starts[number + 1][0]
        length = min(max(then - start, 0.2), 4.0)
        turn = steps[number] + (s.pick(-1, 1) if s.chance(wander) and not last else 0)
        pitch = rungs[max(min(anchor + turn, len(rungs) - 1), 0)]
        if tones and (place % 1.0 == 0 and (place % 2.0 == 0 or length >= 1.0) or last):
            chord = chord_at(s, start + 0.01)
            goals = [chord.root, chord.classes[1]] if last and home else chord.classes[:3]
            pitch = min((near(goal, pitch) for goal in goals), key=lambda p: abs(p - pitch))
        pitch = min(max(pitch, rungs[0]), rungs[-1])
        bend = ((0.0, -s.pick(1.0, 2.0)), (min(0.2, length / 3), 0.0)) if scoops and length > 0.4 and s.chance(scoops) else ()
        notes.append(part.add(start, length * legato, pitch, force + (6 if place == 0 else 0) + s.rng.gauss(0, 5), words[number], bend))
    return notes


def within(s: Song, notes: Sequence[Note], where: str | None) -> list[Note]:
    """Those of the notes that fall in the sections."""
    spans = [(section.start, section.end) for section in s.sections if s.inside(section, rooms(s, where))]
    return [note for note in notes if any(start <= note.start < end for start, end in spans)]


def harmony(s: Song, part: Part, notes: Sequence[Note], steps: int = -2, where: str | None = None, force: float = 0.85, scale: str | None = None) -> None:
    """A second voice some scale steps away from the first, on the same words."""
    for note in within(s, notes, where):
        rungs = ladder(SCALES[scale or s.scale], s.tonic, round(note.pitch) - 16, round(note.pitch) + 16)
        pitch = rungs[nearest_step(rungs, note.pitch) + steps]
        if note.length >= 0.9:
            pitch = min((near(tone, pitch) for tone in chord_at(s, note.start + 0.01).classes[:4] if near(tone, pitch) != round(note.pitch)), key=lambda p: abs(p - pitch))
        part.add(note.start, note.length, pitch, note.velocity * force, note.how)


def double(part: Part, notes: Sequence[Note], by: int = 12, force: float = 0.85) -> None:
    """The same line once more, `by` semitones away."""
    for note in notes:
        part.add(note.start, note.length, note.pitch + by, note.velocity * force, note.how)


def choir(s: Song, part: Part, rows: Rows, where: str | None = None, centre: float = 66, words: Sequence[str] = ("oo", "ah", "oh"), voices: int = 3, force: float = 72) -> None:
    """Backing singers: the chord on one word, in a rhythm of x (short) and o (held)."""
    word = s.pick(*words)
    for hit in hits(s, rows, where):
        chord = chord_at(s, hit.start + 0.01)
        for pitch in sorted(near(tone, centre) for tone in dict.fromkeys(chord.classes[:voices])):
            part.add(hit.start, 0.35 if hit.sign == "x" else hit.length * 0.92, pitch, force + s.rng.gauss(0, 4), word)


def solo(s: Song, part: Part, where: str | None, low: int, high: int, scale: str | None = None,
         cells: Sequence[str] = ("x.x.xxx.", "xxx.x...", ".xx.x.x.", "x..x....", "xxxxx..."),
         rest: float = 0.25, bends: float = 0.0, force: float = 94, leap: float = 0.2, words: Sequence[str] = ("",)) -> list[Note]:
    """Improvised lines: licks of a bar that come back changed, ending on tones of the chord, with breath between."""
    rungs = ladder(SCALES[scale or s.scale], s.tonic, low, high)
    place = len(rungs) // 2
    made: list[Note] = []
    lick: tuple[str, list[int]] | None = None
    for bar in s.bars(rooms(s, where)):
        if s.chance(rest):
            continue
        if lick is None or s.chance(0.55):
            cell = s.pick(*cells)
            lick = (cell, _steps(s, max(cell.count("x"), 1), s.pick("rise", "fall", "arch", "level"), leap))
        cell, steps = lick
        step = bar.beats / len(cell)
        at = [i for i, sign in enumerate(cell) if sign == "x"]
        triplets = len(cell) == round(bar.beats * 3)
        place = max(min(place, len(rungs) - 4), 3)
        for number, i in enumerate(at):
            beat = bar.start + i * step
            length = ((at[number + 1] if number + 1 < len(at) else len(cell)) - i) * step
            pitch = rungs[max(min(place + steps[number], len(rungs) - 1), 0)]
            if number == len(at) - 1 or beat % 1.0 == 0 and s.chance(0.6 if i == 0 else 0.35):
                chord = chord_at(s, beat + 0.01)
                pitch = min((near(tone, pitch) for tone in chord.classes[:4]), key=lambda p: abs(p - pitch))
            bend = ((0.0, -s.pick(1.0, 2.0, 2.0)), (min(0.25, length / 2), 0.0)) if bends and length >= 0.5 and s.chance(bends) else ()
            made.append(part.add(s.written(beat) if triplets else beat, length * 0.92, pitch, force + (8 if bend else 0) + s.rng.gauss(0, 7), s.pick(*words), bend))
        place += s.pick(-2, -1, 0, 1, 2) + steps[-1] // 2
    return made


def answer(s: Song, part: Part, lead: Sequence[Note], where: str | None, low: int, high: int, scale: str | None = None, often: float = 0.7, bends: float = 0.0,
           quick: float = 0.5,
           force: float = 84) -> None:
    """Fills in the singer's breaths: short runs of `quick` beats a note where nobody sings for a beat and a half."""
    rungs = ladder(SCALES[scale or s.scale], s.tonic, low, high)
    sung = sorted(within(s, lead, where), key=lambda note: note.start)
    for note, then in zip(sung, sung[1:], strict=False):
        begin = -(-(note.end if note.length < 1.2 else note.start + 1.0) // 0.5) * 0.5
        gap = then.start - begin
        if not 1.4 <= gap <= 9 or not s.chance(often):
            continue
        place = s.rng.randrange(2, len(rungs) - 2)
        count = int(min(gap - 0.4, s.pick(1.5, 2.0, 3.0)) / quick)
        for number in range(count):
            place = max(min(place + s.pick(-1, -1, 1, 1, 2, -2), len(rungs) - 1), 0)
            last = number == count - 1
            length = quick * (1.8 if last else 0.9)
            bend = ((0.0, -2.0), (0.2, 0.0)) if s.chance(bends) else ()
            if last or s.chance(0.85):
                part.add(begin + number * quick, length, rungs[place], force + s.rng.gauss(0, 6), "", bend)


def hook(s: Song, part: Part, where: str | None, low: int, high: int, rows: Sequence[str], scale: str | None = None, force: float = 92, follow: bool = False,
         legato: float = 0.9,
         leap: float = 0.3) -> list[Note]:
    """A riff of one row, the same all the time; with `follow` it moves along with the chords' roots."""
    cells = take(s, rows)
    rungs = ladder(SCALES[scale or s.scale], s.tonic, low, high)
    per_turn = sum(sign != "." for sign in cells.replace("|", ""))
    steps = _steps(s, per_turn, s.pick("arch", "level", "fall"), leap)
    anchor = nearest_step(rungs, near(s.tonic, (low + high) / 2))
    made = []
    turn = 0
    for hit in hits(s, cells, where):
        if hit.bar == 0 and hit.place == 0:
            turn = 0
        pitch = rungs[max(min(anchor + steps[turn % per_turn], len(rungs) - 1), 0)]
        if follow:
            shift = (chord_at(s, hit.start + 0.01).root - s.tonic) % 12
            pitch += shift - 12 if shift > 6 else shift
        made.append(part.add(hit.start, min(hit.length, 2.0) * legato, pitch, force + (8 if hit.place == 0 else 0) + s.rng.gauss(0, 4)))
        turn += 1
    return made


FLOWS = ("x.xxx.xxx.xxx.x.", "xxx.xxx.xxx.x...", "..xxx.xx.xxxx.x.", "x..xx..xx..xx.x.", "xxxxxxx.xxxxx...", ".xxx.xxx.xxx.xx.", "x.x.xxxxx.x.x...", "..x.x.xxx.x.xxx.")
TRIPLET_FLOWS = ("xxxxxxxxxx..", "xxx.xxxxxx..", ".xxxxxxxxx..", "xxxxxx.xxx..", "x.xxxxx.xxx.")
BARS = ("da ta ga ka ya ba na".split(), "ra ta ba do ka ye ma".split(), "go da bi ta so ya ke".split(), "ta ka na de ba wo le".split())


def rap(s: Song, part: Part, where: str | None, low: float = 50, flows: Sequence[str] = FLOWS, sparse: float = 0.1, force: float = 98) -> list[Note]:
    """Bars of syllables: two or three flows take turns, couplets end on one rhyme at the same place, the pitch falls to it."""
    mine = [s.pick(*flows) for _ in range(s.pick(2, 3))]
    throat = s.pick(*BARS)
    made: list[Note] = []
    rhyme = s.pick(*throat)
    for bar in s.bars(rooms(s, where)):
        if bar.index % 4 == 0:
            rhyme = s.pick(*throat)
        if bar.index % 8 == 7 and s.chance(sparse):
            continue
        cell = mine[(bar.index // 2) % len(mine)]
        step = bar.beats / len(cell)
        at = [i for i, sign in enumerate(cell) if sign == "x" and (s.chance(0.94) or i % 4 == 0)]
        lift = s.pick(0, 0, 1, 2)
        for number, i in enumerate(at):
            last = number == len(at) - 1
            accent = i % 4 == 0
            pitch = low + lift + (2 if accent and s.chance(0.6) else 0) + s.pick(0, 0, 1, -1) - (3 if last else 0)
            length = 1.6 * step if last else ((at[number + 1] - i) * step * 0.85)
            made.append(part.add(bar.start + i * step, min(length, 0.6), pitch, force + (10 if accent else -6) + s.rng.gauss(0, 5), rhyme if last else s.pick(*throat)))
    return made


def call(s: Song, part: Part, phrases: Sequence[str], where: str | None = None, every: int = 4, beat: float = 0.0, length: float = 1.8, pitch: float = 62,
         often: float = 0.8) -> None:
    """Somebody says something every few bars."""
    for bar in s.bars(rooms(s, where)):
        if bar.index % every == every - 1 and s.chance(often):
            part.add(bar.start + beat, length, min(max(pitch + s.pick(-4, 0, 3, 6), 45), 88), 100, s.pick(*phrases))
