"""Tunes: hooks made of one or two short cells, solos in running lines, singing, rapping, and the ornaments of the trade."""

from __future__ import annotations

from hands.spring.craft import chord, clean
from score import Note, Part
from song import Song, Where
from theory import Chord, nearest_step

SYLLABLES: dict[str, tuple[str, ...]] = {
    "open": ("la", "na", "ya", "da", "a", "lo"), "soft": ("u", "o", "mu", "lu", "nu", "wo"), "words": ("de", "mi", "sa", "to", "ke", "na", "wi", "bE", "li",
    "fo", "gA", "ti"),
    "shout": ("he", "ya", "ho", "kA", "wa"), "scat": ("ba", "du", "bi", "da", "wE", "dA"), "bright": ("ye", "we", "le", "i", "ne"),
}
"""Mouths."""
_BEATS: tuple[tuple[str, float], ...] = (("x___", 0.1), ("x_x_", 0.5), ("x__x", 0.55), ("__x_", 0.4), ("x_xx", 0.7), ("xx__", 0.7), ("..x_", 0.3),
    ("xxx_", 0.85), ("____", 0.05), ("xxxx", 1.0), (".x_x", 0.8))
"""One beat's rhythm each, with how busy it is."""

_COARSE: dict[int, tuple[str, ...]] = {1: ("x", "x", "x", "_"), 2: ("x_", "xx", "x_", "x_x_", "x__x"), 3: ("x_x", "x__", "xxx", "x_x")}
"""The same in quarters, eighths and triplets."""

SHAPES: dict[str, tuple[float, ...]] = {"arch": (0.7, 0.2, -0.2, -0.7), "fall": (-0.2, -0.5, -0.4, -0.3), "rise": (0.5, 0.3, 0.4, -0.1),
    "wave": (0.7, -0.7, 0.6, -0.6), "flat": (0.0, 0.1, -0.1, 0.0)}
"""Which way a cell leans in each of its quarters."""


def rhythm(s: Song, beats: float, busy: float) -> str:
    """A rhythm in sixteenths put together from beats of about that business; it begins with a sound."""
    text = ""
    while len(text) < round(beats * 4):
        text += min(_BEATS, key=lambda beat: abs(beat[1] - busy) + s.rng.random() * 0.45)[0]
    text = text[:round(beats * 4)]
    return text if text[0] in "x." else "x" + text[1:]


def _moves(s: Song, text: str, shape: str, leap: float) -> list[tuple[int, int, int]]:
    """A cell's notes: (step, steps long, rungs moved since the note before)."""
    lean = SHAPES[shape]
    found: list[tuple[int, int, int]] = []
    last = 0
    for place, sign in enumerate(text):
        if sign not in "xXo":
            continue
        count = 1
        while place + count < len(text) and text[place + count] == "_":
            count += 1
        tilt = lean[min(place * 4 // len(text), 3)]
        if abs(last) > 2:
            move = -1 if last > 0 else 1
        elif s.chance(leap):
            move = s.pick(2, 3, 4) * (1 if s.rng.random() < 0.5 + tilt / 2 else -1)
        else:
            move = 0 if s.chance(0.18) else (1 if s.rng.random() < 0.5 + tilt / 2 else -1)
        found.append((place, count, move))
        last = move
    return found


def snap(of: Chord, pitch: int) -> int:
    """The chord's tone nearest to a pitch."""
    return min((p for p in range(pitch - 6, pitch + 7) if p % 12 in of.classes), key=lambda p: (abs(p - pitch), p))


def tune(s: Song, part: Part, low: int, high: int, *rhythms: str, where: Where = None, plan: str = "AABA", bars: int = 2, per: int = 4,
        scale: str | None = None, shape: str = "", vel: float = 94,
         busy: float = 0.45, leap: float = 0.2, chordal: float = 0.8, bend: float = 0.0, grace: float = 0.0, hold: float = 0.95, sing: str = "",
         answer: float = 1.0, power: bool = False) -> list[Note]:
    """A hook: each letter of the plan is a cell of so many bars with a rhythm and contour of its own, which is set anew on every chord. Returns its notes."""
    rungs = s.rungs(low, high, scale)
    cells: dict[str, tuple[list[tuple[int, int, int]], float]] = {}
    mouth = SYLLABLES[sing or s.pick("open", "words", "bright", "soft")] if _sings(part) else ()
    made: list[Note] = []
    letters = plan.replace(" ", "")
    for section in s.sections:
        if not s.inside(section, where):
            continue
        for number in range(-(-section.bars // bars)):
            letter = letters[number % len(letters)]
            beats = bars * section.beats
            if letter not in cells:
                text = ""
                while len(text) < round(beats * per):
                    text += clean(s.pick(*rhythms)) if rhythms else rhythm(s, section.beats, busy) if per == 4 else s.pick(*_COARSE[per])
                cells[letter] = _moves(s, text[:round(beats * per)], shape or s.pick(*SHAPES), leap), s.between(0.3, 0.7)
            if number % 2 == 1 and not s.chance(answer):
                continue
            moves, level = cells[letter]
            place = nearest_step(rungs, low + (high - low) * level)
            for index, (step, count, move) in enumerate(moves):
                beat = section.start + number * beats + step / per
                if beat >= section.end - 1e-6:
                    break
                beat = s.written(beat) if per == 3 else beat
                place += move
                if not 0 <= place < len(rungs):
                    place = min(max(place - 3 * move, 0), len(rungs) - 1)
                pitch = rungs[place]
                final = index == len(moves) - 1
                if final or (step % per == 0 or count >= per) and s.chance(chordal):
                    pitch = snap(chord(s, beat), pitch)
                    pitch = pitch if low <= pitch <= high else rungs[place]
                    place = nearest_step(rungs, pitch)
                length = min(count / per * hold, section.end - beat)
                curve = ((0.0, s.pick(-1.0, -2.0)), (min(0.22, length * 0.6), 0.0)) if bend and s.chance(bend) else ()
                if grace and length > 0.2 and s.chance(grace):
                    part.add(max(beat - 0.07, 0), 0.07, rungs[min(place + 1, len(rungs) - 1)], vel * 0.7, "")
                force = vel + (7 if step % per == 0 else 0) + s.rng.gauss(0, 5)
                made.append(part.add(beat, length, pitch, force, s.pick(*mouth) if mouth else "", curve))
                if power:
                    part.add(beat, length, pitch + 7, force - 4)
    return made


def _sings(part: Part) -> bool:
    """Whether a part has a mouth."""
    return any(word in part.voice for word in ("vocal", "choir", "backing", "oohs", "voice"))


def shadow(s: Song, notes: list[Note], part: Part, steps: int = 0, semitones: int = 0, chance: float = 1.0, vel: float = -8, late: float = 0.0) -> None:
    """Another player on the same tune: so many rungs of the scale or semitones away, maybe a moment later."""
    rungs = s.rungs(14, 112)
    mouth = SYLLABLES["soft"] if _sings(part) else ()
    for note in notes:
        if s.chance(chance):
            pitch = note.pitch + semitones if not steps else rungs[min(max(nearest_step(rungs, note.pitch) + steps, 0), len(rungs) - 1)]
            part.add(note.start + late, note.length, pitch, max(note.velocity + vel, 20), s.pick(*mouth) if mouth else "")


def blow(s: Song, part: Part, low: int, high: int, where: Where = None, per: int = 2, busy: float = 0.75, vel: float = 92, scale: str | None = None,
        bend: float = 0.0) -> None:
    """A solo in running lines: chord tones on the beat, scale tones or a half step between, phrases with breath after them."""
    rungs = s.rungs(low, high, scale)
    pitch = (low + high) // 2
    for section in s.sections:
        if not s.inside(section, where):
            continue
        total = round(section.bars * section.beats * per)
        step = s.rng.randrange(0, 3)
        while step < total:
            many = round(s.between(3, 12) * (0.6 + busy))
            way = 1 if pitch < (low + high) / 2 else -1
            for index in range(many):
                if step >= total:
                    break
                beat = section.start + step / per
                if s.chance(0.16):
                    way = -way
                if pitch > high - 3 or pitch < low + 3:
                    way = -1 if pitch > high - 3 else 1
                if step % per == 0 or index == many - 1:
                    options = [p for p in range(pitch - 5, pitch + 6) if p % 12 in chord(s, beat).classes and low <= p <= high and (p - pitch) * way > 0]
                    pitch = s.pick(*options[:3]) if options else snap(chord(s, beat), pitch)
                elif s.chance(0.25):
                    pitch = snap(chord(s, beat + 1 / per), pitch + way * 2) - way
                else:
                    pitch = rungs[min(max(nearest_step(rungs, pitch) + way, 0), len(rungs) - 1)]
                long = 1.6 if index == many - 1 else 0.9
                curve = ((0.0, -1.0), (0.15, 0.0)) if bend and s.chance(bend) else ()
                part.add(beat, long / per, pitch, vel + (0 if step % per else -6) + s.rng.gauss(0, 7), s.pick(*SYLLABLES["scat"]) if _sings(part) else "",
                    curve)
                step += 1 if index < many - 1 else 2
            step += round(s.between(0, 5) * (1.2 - busy) * per / 2)


FLOWS: tuple[str, ...] = ("x.xx.xx.x.xx.xX.", "xx.xx.xxx.x.X...", ".xxx.x.xxx.x.xX.", "x.x.xxxxx.x.X.x.", "..xxx.xx.xxx.X..", "xxxxx.x.xxxx.X..",
    "x..x..x.xx.x..X.")
"""Where the syllables of a line fall in sixteenths; the capital is the rhyme."""
TRIPLETS: tuple[str, ...] = ("xxxxxxxx.xX.", "xx.xxxxxxxX.", "x.xxxxx.xxX.", "xxx.xxxxxxX.")
"""The same in triplets."""


def rap(s: Song, part: Part, base: float, *flows: str, where: Where = None, per: int = 4, vel: float = 104) -> None:
    """Couplets: two lines with one rhythm and rhyme, pitch that falls as speech does and jumps on the rhyme."""
    drawn: list[str] = []
    vowel = "a"
    for bar in s.bars(where):
        if bar.index % 2 == 0:
            drawn = [clean(s.pick(*flows)) for _ in range(2)] if s.chance(0.6) else [clean(s.pick(*flows))] * 2
            vowel = s.pick(*"aeiouAE")
        text = drawn[bar.index % 2]
        lift = s.pick(0.0, 0.0, 2.0, 3.0) if bar.index % 4 == 3 else 0.0
        for step, sign in enumerate(text[:round(bar.beats * per)]):
            if sign in "xX":
                fall = 2.5 - 4.5 * step / len(text)
                mouth = s.pick("k", "t", "d", "m", "s", "b", "w", "") + (vowel if sign == "X" else s.pick(*"aeiouAE"))
                length = (1.6 if sign == "X" else 0.8) / per
                pitch = base + lift + (s.pick(-1.0, 2.5) if sign == "X" else fall) + s.rng.gauss(0, 0.8)
                part.add(bar.start + step / per, length, pitch, vel + (10 if sign == "X" or step % per == 0 else 0) + s.rng.gauss(0, 5), mouth,
                    ((0.0, 0.8), (length, -1.2)))


LINES: tuple[str, ...] = (
    "morning light on the window pane", "count the money count the days", "I came up from the corner store", "tell them I am on my way",
    "ten toes down on the avenue", "nobody told me it was easy",
    "pocket full of paper dreams", "spin the record one more time", "my mother said to keep it clean", "we got the speakers in the van",
    "another night another plan", "hear the sirens going by",
    "pen and paper never lie", "summer in the back of a car", "the whole block knows who we are", "put your work in every day",
    "talk is cheap but rent is high", "watch the city multiply",
)
SHOUTS: tuple[str, ...] = ("uh", "let's go", "here we go", "yeah", "one more time", "all right", "come on now", "make some noise", "hey", "that's right")


def speak(s: Song, part: Part, base: float = 60, where: Where = None, words: tuple[str, ...] = LINES, chance: float = 1.0, beats: float = 3.4,
        off: float = 0.0) -> None:
    """Spoken lines, one a bar."""
    for bar in s.bars(where):
        if s.chance(chance):
            part.add(bar.start + off, min(beats, bar.beats - off), base + s.rng.gauss(0, 4), 106, s.pick(*words))
