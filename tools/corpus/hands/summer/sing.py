"""Whatever is sung, blown or said over the band: tunes whose phrases come back, second voices, verses in rhythm."""

from __future__ import annotations

from hands.summer.craft import at, ladder
from score import Note, Part
from song import Song, Where

FEELS: dict[str, tuple[tuple[float, ...], ...]] = {
    "song": ((1, 1), (0.5, 0.5, 1), (1, 0.5, 0.5), (1.5, 0.5), (2,), (0.5, 1, 0.5), (0.5, 0.5, 0.5, 0.5), (-0.5, 0.5, 1)),
    "waltz": ((1, 1, 1), (2, 1), (1.5, 0.5, 1), (3,), (1, 0.5, 0.5, 1), (2, 0.5, 0.5)),
    "six": ((1, 0.5), (0.5, 0.5, 0.5), (1.5,), (0.75, 0.25, 0.5), (-0.5, 0.5, 0.5)),
    "talk": (
        (0.75, 0.75, 0.5),
        (0.5, 0.25, 0.25, 1),
        (0.25, 0.25, 0.5, 0.5, 0.5),
        (0.75, 0.25, 1),
        (-0.5, 0.5, 0.5, 0.5),
        (-0.25, 0.25, 0.5, 1),
        (0.5, 0.5, 0.75, 0.25),
    ),
    "slow": ((2, 2), (3, 1), (4,), (1.5, 0.5, 2), (2, 1, 1), (1, 1, 2)),
    "run": ((0.5, 0.5, 0.5, 0.5), (0.5, 0.25, 0.25, 0.5, 0.5), (0.25, 0.25, 0.5, 0.5, 0.5), (1, 0.5, 0.5), (0.25, 0.25, 0.25, 0.25, 1)),
    "reel": ((0.5, 0.5, 0.5, 0.5), (0.5, 0.5, 0.5, 0.5), (1, 0.5, 0.5), (0.5, 0.5, 1), (0.75, 0.25, 0.5, 0.5)),
    "jig": ((0.5, 0.5, 0.5), (0.5, 0.5, 0.5), (1, 0.5), (0.75, 0.25, 0.5)),
    "swing": ((0.5, 0.5, 1), (1, 0.5, 0.5), (0.5, 1, 0.5), (-0.5, 0.5, 1), (1.5, 0.5), (-1, 0.5, 0.5), (0.5, 0.5, 0.5, 0.5), (-0.5, 0.5, -0.5, 0.5)),
    "sync": ((0.5, 1, 0.5), (0.75, 0.75, 0.5), (-0.5, 1, 0.5), (1, -0.5, 0.5), (0.5, 0.5, 1), (1.5, 0.5)),
    "odd": ((0.5, 0.5), (1,), (0.5,), (0.25, 0.25, 0.5), (0.5, 0.25, 0.25)),
    "long": ((4,), (6, 2), (3, 5), (2, 2), (8,)),
}
"""Rhythm cells that phrases are put together from, in beats; negative is a rest."""
SOUNDS = ("la", "na", "oh", "da", "me", "so", "lu", "ye", "wa", "ha", "to", "mi", "no", "ba", "ley", "ra")
LINES = (
    "strings on the corner and the amp turned low",
    "count it in",
    "second set, same shoes",
    "van out back with the engine warm",
    "I wrote it on a napkin",
    "pass that chord to me",
    "last call and the lights stay on",
    "four on the floor of a rented room",
    "my word is a wire",
    "tune it down and let it ring",
    "never broke a promise just a string",
    "hear the room breathe in",
    "grandma's radio in the next room",
    "paid in change and coffee",
    "the road got long arms",
    "ask the neighbours",
    "got calluses on every dream",
    "one more round of the same old street",
    "bring the noise up slow",
    "sun on the dashboard",
    "nothing in the case but time",
    "say my name at the side door",
)


def rhythm(s: Song, beats: float, feel: str, rest: float) -> list[tuple[float, float]]:
    """One phrase's onsets and lengths, with breath at the end."""
    cells, found, now, end = FEELS[feel], [], 0.0, beats * (1 - rest)
    while now < end - 1e-6:
        fits = [c for c in cells if sum(map(abs, c)) <= beats - now + 1e-6] or [(beats - now,)]
        for length in s.rng.choice(fits):
            if length > 0 and now < end - 1e-6:
                found.append((now, length))
            now += abs(length)
    return found or [(0.0, beats * 0.8)]


def tune(
    s: Song,
    part: Part,
    low: int,
    high: int,
    where: Where = None,
    plan: str = "AABA",
    bars: int = 2,
    feel: str = "song",
    scale: str | None = None,
    rest: float = 0.2,
    leap: float = 0.2,
    bend: float = 0.0,
    grace: float = 0.0,
    gap: float = 0.94,
    vel: float = 92,
    snap: bool = True,
    legato: float = 0.0,
) -> None:
    """A tune of phrases that come back (`AABA`): each letter keeps its rhythm, contour and syllables; strong beats lean on the chord."""
    rungs = ladder(s, scale, low, high)
    motifs: dict[str, list[tuple[float, float, int, str]]] = {}
    all_bars = list(s.bars(where))
    groups, group = [], []
    for bar in all_bars:
        group.append(bar)
        if len(group) == bars or bar.last:
            groups.append(group)
            group = []
    place = len(rungs) // 2
    for number, group in enumerate(groups):
        letter = plan[number % len(plan)]
        beats = group[-1].start + group[-1].beats - group[0].start
        if letter not in motifs:
            way = s.pick(1, -1)
            whole = rhythm(s, bars * group[0].beats, feel, rest)
            motifs[letter] = [(on, length, _move(s, n / len(whole), way, leap), s.pick(*SOUNDS)) for n, (on, length) in enumerate(whole)]
        notes = [note for note in motifs[letter] if note[0] < beats - 1e-6]
        place = min(max(len(rungs) // 2 + s.pick(-2, -1, 0, 1, 2) if number % 2 == 0 else place, 1), len(rungs) - 2)
        for n, (on, length, move, sound) in enumerate(notes):
            place += move
            place = abs(place) if place < 0 else 2 * (len(rungs) - 1) - place if place >= len(rungs) else place
            place = min(max(place, 0), len(rungs) - 1)
            begin, final = group[0].start + on, n == len(notes) - 1
            pitch: float = rungs[place]
            if snap and (final or abs(begin - round(begin)) < 1e-6 and (length >= 1 or s.chance(0.6))):
                of = at(s, begin)
                tones = [p for p in range(low, high + 1) if p % 12 in of.classes[: 3 if final else 4]]
                pitch = min(tones, key=lambda p: (abs(p - pitch), p)) if tones else pitch
                place = min(range(len(rungs)), key=lambda i: abs(rungs[i] - pitch))
            hold = min(length * 1.6, beats - on) if final else length * gap
            say(
                s,
                part,
                begin,
                max(hold, 0.1),
                pitch,
                vel + (6 if abs(begin - round(begin)) < 1e-6 else 0) + s.rng.gauss(0, 5),
                sound,
                bend,
                grace,
                rungs,
                place,
                legato,
            )


def _move(s: Song, turn: float, way: int, leap: float) -> int:
    """A step of a phrase that arches: mostly up or down its arc, at times a leap."""
    toward = way if turn < 0.5 else -way
    size = s.pick(2, 3, 4) if s.chance(leap) else s.pick(0, 1, 1, 1, 1, 2)
    return size * (toward if s.chance(0.72) else -toward)


def say(
    s: Song,
    part: Part,
    on: float,
    length: float,
    pitch: float,
    vel: float,
    sound: str,
    bend: float,
    grace: float,
    rungs: list[float],
    place: int,
    legato: float = 0.0,
) -> Note:
    """One tone of a tune, perhaps scooped, bent into, or with a grace note from the next rung."""
    curve: tuple[tuple[float, float], ...] = ()
    if bend and length > 0.3 and s.chance(bend):
        curve = s.pick(
            ((0.0, -1.0), (min(0.3, length / 2), 0.0)), ((0.0, -2.0), (min(0.35, length / 2), 0.0)), ((0.0, 0.0), (length * 0.5, 0.0), (length * 0.95, -1.0))
        )
    if grace and length > 0.24 and s.chance(grace) and on > 0.1:
        part.add(on - 0.09, 0.09, rungs[min(max(place + s.pick(1, 1, -1), 0), len(rungs) - 1)], max(vel - 14, 30))
    return part.add(on, length * (1 + legato), pitch, min(max(vel, 30), 124), sound if part.voice.startswith("~") else "", curve)


def second(s: Song, part: Part, lead: Part, steps: int = -2, where: Where = None, scale: str | None = None, vel: float = -10, odds: float = 1.0) -> None:
    """A second voice so many steps from the first, note for note."""
    rungs = ladder(s, scale, 24, 108)
    inside = [(section.start, section.end) for section in s.sections if s.inside(section, where)]
    for note in lead.notes:
        if any(a <= note.start < b for a, b in inside) and s.chance(odds):
            place = min(range(len(rungs)), key=lambda i: abs(rungs[i] - note.pitch)) + steps
            part.add(note.start, note.length, rungs[min(max(place, 0), len(rungs) - 1)], max(note.velocity + vel, 30), note.how)


def rap(s: Song, part: Part, where: Where = None, low: int = 50, flow: str = "sixteen", vel: float = 104) -> None:
    """A verse: couplets that share a rhythm and rhyme on the last beat; a speaking voice says whole lines in the same places."""
    rows = {
        "sixteen": ("x.xxx.x.xxx.X..", "xxx.xx.x.xx.x.X.", "x.x.xxxxx.x.xxX.", ".xxx.xxxx.xxx.X.", "..x.xxx.xxxxx.X."),
        "eight": ("x.x.x.xxx.x.X...", "..x.x.x.x.xxX...", "x..xx.x.x.x.X..."),
        "triplet": ("xxxxxx.xxxX.", "xxx.xxxxxxX.", "x.xxxxxxx.X."),
        "double": ("xxxxxxxx.xxxxxX.", "xx.xxxxxxxxxxxX.", "xxxxx.xxxxxx.xX."),
    }[flow]
    rows = tuple(row.ljust(16, ".") if flow != "triplet" else row for row in rows)
    sounds, row, rhyme = list(SOUNDS), s.pick(*rows), "a"
    for bar in s.bars(where):
        if bar.index % 2 == 0:
            row, rhyme = s.pick(*rows), s.pick("ay", "ee", "oh", "ah", "ou")
        if part.voice.startswith("~speech"):
            for half, odds in ((0.0, 0.95), (bar.beats / 2, 0.75)):
                if s.chance(odds):
                    part.add(bar.start + half + s.pick(0, 0, 0.25), bar.beats / 2 - 0.3, low + s.pick(-2, 0, 2, 3), vel, s.pick(*LINES))
            continue
        step = bar.beats / len(row)
        for n, sign in enumerate(row):
            if sign == "." or sign == "x" and s.chance(0.07):
                continue
            tall = s.pick(3, 4, 5) if sign == "X" else 2 if n % 4 == 0 else 0
            part.add(
                bar.start + n * step,
                step * (1.7 if sign == "X" else 0.85),
                low + tall + s.pick(-1, 0, 0, 1) - 2 * n / len(row),
                vel + tall * 2 + s.rng.gauss(0, 4),
                s.pick("t", "d", "k", "b", "m", "s") + rhyme if sign == "X" else s.pick("t", "d", "k", "s", "b", "n", "w") + s.pick(*sounds)[-1],
            )


def shout(s: Song, part: Part, where: Where = None, odds: float = 0.3, low: int = 52) -> None:
    """A word called in here and there, at the end of a bar."""
    for bar in s.bars(where):
        if s.chance(odds):
            part.add(bar.start + bar.beats - s.pick(1.0, 1.5), 0.8, low + s.pick(0, 3, 5), 92, s.pick("hey", "yeah", "come on", "one more time", "alright"))
