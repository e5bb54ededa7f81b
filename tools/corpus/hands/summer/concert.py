"""Classical: the recital guitar and what its player hears across the hall, from consort and continuo to the orchestra."""

from __future__ import annotations

from collections.abc import Sequence

from hands.summer import craft, fret, sing
from score import Part
from song import Song, Where, style
from theory import near, voicing


def voices(
    s: Song,
    parts: Sequence[Part],
    where: Where = None,
    centres: Sequence[float] = (74, 67, 60, 48),
    passing: float = 0.4,
    pulse: float = 0.0,
    vel: float = 78,
    gap: float = 0.98,
) -> None:
    """Four-part writing: the upper voices move as little as they can, the bass takes the roots, passing notes join thirds; `pulse` repeats tones."""
    before: list[int] | None = None
    rungs = craft.ladder(s, None, 30, 96)
    spans = list(s.chords(where))
    lines: list[list[tuple[float, float, int]]] = [[] for _ in parts]
    for span in spans:
        upper = len(parts) - 1
        before = voicing(span.chord, sum(centres[:upper]) / upper, upper, before)
        for line, pitch in zip(lines, [*sorted(before, reverse=True), near(span.chord.bass, centres[-1])], strict=True):
            line.append((span.start, span.length, pitch))
    for part, line in zip(parts, lines, strict=True):
        for (on, length, pitch), after in zip(line, [*line[1:], line[-1]], strict=True):
            between = [p for p in rungs if min(pitch, after[2]) < p < max(pitch, after[2])]
            if pulse:
                for n in range(int(length / pulse + 1e-6)):
                    part.add(on + n * pulse, pulse * gap, pitch, vel + (6 if n == 0 else 0) + s.rng.gauss(0, 3))
            elif len(between) == 1 and length >= 1 and s.chance(passing):
                part.add(on, length / 2 * gap, pitch, vel, s.pick("a", "o"))
                part.add(on + length / 2, length / 2 * gap, between[0], vel - 6, s.pick("a", "o"))
            else:
                part.add(on, length * gap, pitch, vel + s.rng.gauss(0, 3), s.pick("a", "o", "e"))


def sequence(
    s: Song, part: Part, low: int, high: int, where: Where = None, shape: Sequence[int] = (0, 1, 2, 0), step: float = 0.25, vel: float = 84, gap: float = 0.9
) -> None:
    """Baroque figuration: one small shape repeated from chord tone to chord tone, so that it climbs and falls with the harmony."""
    rungs = craft.ladder(s, None, low, high)
    place = len(rungs) // 2
    for span in s.chords(where):
        count, n, begun = int(span.length / step + 1e-6), 0, s.pick(0, 1, 2)
        while n < count:
            goal = span.chord.classes[(begun + n // len(shape)) % len(span.chord.classes)]
            tones = [i for i, p in enumerate(rungs) if p % 12 == goal]
            place = min(tones, key=lambda i: abs(i - place)) if tones else place
            if not 2 < place < len(rungs) - 3 and tones:
                place = min(tones, key=lambda i: abs(i - len(rungs) // 2))
            for up in shape[: count - n]:
                part.add(span.start + n * step, step * gap, rungs[min(max(place + up, 0), len(rungs) - 1)], vel + (7 if n % 4 == 0 else 0) + s.rng.gauss(0, 3))
                n += 1


@style("Classical", like="Folk")
def summer_recital_guitar(s: Song) -> None:
    """A solo guitar or lute recital: arpeggio study, tremolo piece, waltz or pavane, with a singing top string and free time."""
    kind = s.pick("study", "tremolo", "waltz", "pavane")
    s.set(
        {"study": (84, 138), "tremolo": (60, 84), "waltz": (96, 150), "pavane": (60, 88)}[kind],
        ("minor", "harmonic-minor", "major"),
        keys="A E D G C B",
        beats=3.0 if kind == "waltz" else 4.0,
        rubato=s.between(0.01, 0.03),
        room=("hall", "room", "church", "dry"),
    )
    a = craft.by_mode(
        s,
        ("I | IV/5 | V7/5 | I | vi | II7 | V | V7", "I | V7/7 | I | IV | ii/4 | V7 | I | V", "I | vi | ii | V7 | iii | vi | II7 | V"),
        ("i | iv | V7 | i | bVI | iiø | V7 | i", "i | V7/7 | i | iv/b3 | V | bVI | iiø V7 | i", "i | bVII | bVI | V7 | i | iv | V7 | i"),
    )
    b = craft.by_mode(
        s,
        ("IV | I/3 | V7 | I | IV | iv | I/5 V7 | I", "vi | III7 | vi | II7 | V | V7 | I | V7"),
        ("bIII | bVII | bIII | V7 | iv | i | V7 | i", "I | V7 | V7 | I | iv | I | V7 | I"),
    )
    s.until(50, "one one two one", one=a, two=b)
    guitar = s.part("nylon", "~nylon-guitar", "nylon", "harp", "~oud", level=1, pan=0.0, send=-8)
    tuning = s.pick("guitar", "guitar", "lute", "drop")
    if kind == "tremolo":
        for bar in s.bars():
            held = fret.grip(craft.at(s, bar.start), fret.TUNINGS[tuning], 0)
            for n in range(8):
                guitar.add(bar.start + n / 2, 1.2, [held[0], held[-4], held[-3], held[-2]][n % 4 if n else 0], 78)
        plain = Part("line", "")
        sing.tune(s, plain, 64, 83, plan="AABC", feel="slow", rest=0.0)
        for note in plain.notes:
            for n in range(max(int(note.length / 0.125), 1)):
                if n % 4:
                    guitar.add(note.start + n * 0.125, 0.14, note.pitch, 72 + 10 * min(n / 8, 1))
        return
    picking = {
        "study": ("B 3 2 1 2 3 2 1 B 3 2 1 2 3 2 1", "B 2 1 3 2 1 2 3", "B 4 3 2 1 2 3 4 1 2 3 4 3 2 1 2", "B 3 2 3 1 3 2 3"),
        "waltz": ("B . 321 . 321 .", "B 3 2 1 2 3", "B . 32 . 1 2"),
        "pavane": ("B . 32 . b . 32 .", "B 3 . 2 b . 3 2"),
    }[kind]
    fret.pick(s, guitar, s.pick(*picking), tuning, "one", ring=3, vel=76)
    fret.pick(s, guitar, s.pick(*picking), tuning, "two", ring=3, vel=70, fret=s.pick(0, 5))
    sing.tune(s, guitar, 64, 83, plan="ABAC", feel="waltz" if kind == "waltz" else "slow" if kind == "study" else "song", rest=0.05, vel=92, grace=0.1)
    if s.chance(0.2):
        sing.tune(s, s.part("flute", "violin", "cello", "oboe", level=1), 60, 84, "two", plan="AB", feel="waltz" if kind == "waltz" else "slow", rest=0.1)


@style("Classical", like="World")
def summer_mandolin_concerto(s: Song) -> None:
    """A baroque concerto: string ritornellos in sequences, harpsichord and cello continuo, a mandolin, lute, violin or recorder solo."""
    three = s.chance(0.3)
    s.set(
        (84, 126) if s.chance(0.7) else (52, 70),
        ("major", "minor", "harmonic-minor"),
        keys="D G C A E Bb F",
        beats=3.0 if three else 4.0,
        room=("hall", "church", "room"),
    )
    fifths = craft.by_mode(
        s,
        ("I IV | viidim iii | vi ii | V7 I", "I V | vi iii | IV I | ii V", "vi ii | V I | IV ii | V7 I"),
        ("i iv | bVII bIII | bVI iidim | V7 i", "i V/7 | bVII IV/6 | bVI i/5 | iidim V"),
    )
    s.until(
        48,
        "tutti solo tutti solo",
        tutti=fifths + " | " + fifths,
        solo=craft.by_mode(
            s,
            ("I | V/7 | I | V | vi | II7/#4 | V | V7", "I | I | IV | I | ii | V | I | V"),
            ("i | V/7 | i | iv | bVII | bIII | V7/7 | i", "i | iv/b6 | V | i | iv | bVII | bIII | V"),
        ),
    )
    violins = [
        s.part("violin", "strings", "~section", pan=-0.5, level=1),
        s.part("violin", "strings", "~section", pan=0.4),
        s.part("viola", "strings", "~bowed", pan=0.2, level=-2),
        s.part("cello", "contrabass", "cello", level=0),
    ]
    voices(s, violins, "tutti", pulse=s.pick(0.5, 0.5, 0.25), vel=80, gap=0.75)
    sequence(s, violins[0], 64, 86, "tutti", s.pick((0, 1, 2, 1), (0, -1, 0, 2), (2, 1, 0, 1), (0, 2, 1, 2)), 0.25, 92)
    if s.chance(0.6):
        sequence(s, violins[1], 60, 80, "tutti", s.pick((0, 2, 1, 0), (0, 1, 0, -1)), 0.5, 82)
    harpsichord = s.part("harpsichord", "~harpsichord", "church-organ" if s.chance(0.3) else "harpsichord", level=-3)
    craft.comp(s, harpsichord, "x-x-x-" if three else s.pick("x-x-x-x-", "x--xx-x-", "x---x---"), centre=64, voices=3, vel=76)
    cello = s.part("cello", "bassoon", "contrabass", level=-1)
    if s.chance(0.6):
        craft.walk(s, cello, low=36, vel=82)
    else:
        craft.bass(s, cello, "R-R-R-" if three else s.pick("RRRRRRRR", "R-8-R-5-"), low=36, gap=0.7, vel=80)
    soloist = s.part("~mandolin", "violin", "recorder", "oboe", "flute", "trumpet", "nylon", level=3)
    sequence(s, soloist, 64, 88, "solo", s.pick((0, 1, 2, 3), (0, 2, 0, -1), (2, 1, 0, -1), (0, -1, 0, 1), (0, 2, 4, 2)), 0.25, 94)
    plain = s.pick(violins[0], violins[1])
    for bar in s.bars("solo"):
        if s.chance(0.5):
            for n, tone in enumerate(craft.at(s, bar.start).classes[:3]):
                plain.add(bar.start + 1 + n * 0.5, 0.35, near(tone, 70), 64)


@style("Classical", like="Jazz")
def summer_house_concert(s: Song) -> None:
    """Chamber music: a string quartet, a piano trio, a duo or a lone piano, from galant phrases over broken chords to a nocturne."""
    band = s.pick("quartet", "trio", "duo", "piano", "piano")
    slow = s.chance(0.45)
    s.set(
        (58, 84) if slow else (104, 160),
        ("major", "major", "harmonic-minor", "minor"),
        keys="C F Bb Eb G D Ab",
        beats=s.pick(4.0, 4.0, 3.0),
        rubato=s.between(0.012, 0.03) if slow else 0.006,
        room=("room", "hall", "dry"),
    )
    three = s.beats == 3
    a = craft.by_mode(
        s,
        (
            "I | I | V7/2 | V7 | V7/7 | V7 | I | I | I | I7 | IV | ii/4 | I/5 | V7 | I | I",
            "I | vi | ii/4 | V7 | I | IV | I/5 V7 | I",
            "I | V7/4 | I/3 | IV | ii | V7 | vi | II7 V",
        ),
        ("i | V7/2 | i/b3 | iv | i/5 | V | V7 | i", "i | iv | V7/7 | i | bVI | iidim/4 | V7 | i"),
    )
    b = craft.by_mode(
        s,
        ("V | II7 | V | I | vi | III7/#5 | vi II7 | V7", "IV | iv | I | VI7 | ii | V7 | I | V7"),
        ("bIII | bVII7 | bIII | V7 | bVI | iv | V7 | V7", "I | iv | I | V7 | bVI | bII | V7 | V7"),
    )
    s.until(48, "one two one", one=a, two=b)
    feel = "waltz" if three else ("slow" if slow and s.chance(0.5) else "song")
    if band in ("trio", "duo", "piano"):
        piano = s.part("piano", "bright-piano", "piano", level=1)
        if slow and s.chance(0.6):
            for bar in s.bars():
                of = craft.at(s, bar.start)
                base = 36 + (of.bass - 36) % 12
                for n, up in enumerate((0, 7, 12, 12 + of.third, 19, 12 + of.third, 12, 7)[: int(bar.beats * 2)]):
                    piano.add(bar.start + n / 2, 1.2, base + up, 66 - n)
        else:
            craft.arp(
                s,
                piano,
                s.pick("0212", "021212", "0121") if not three else s.pick("012", "0.1.2."),
                0.5 if slow or s.chance(0.6) else 0.25,
                centre=55,
                voices=3,
                vel=70,
            )
            for span in s.chords():
                piano.add(span.start, 0.6, 36 + (span.chord.bass - 36) % 12, 74)
        lead = piano if band == "piano" else s.part("violin", "cello", "clarinet", "flute", "oboe", level=2)
        sing.tune(
            s, lead, 52 if lead.voice == "cello" else 65, 69 if lead.voice == "cello" else 86, plan="ABAC", feel=feel, rest=0.08, grace=0.15, leap=0.25, vel=88
        )
        if band == "piano" and s.chance(0.4):
            sing.second(s, piano, Part("", "", [note for note in lead.notes if note.pitch > 64 and note.velocity > 78]), -2, "two", vel=-14)
        if band == "trio":
            sing.tune(s, s.part("cello", "viola", level=1), 48, 67, "two", plan="ABAC", feel="slow" if not three else "waltz", rest=0.1)
        return
    four = [
        s.part(voice, "~bowed" if s.chance(0.15) else voice, pan=pan, level=level)
        for voice, pan, level in (("violin", -0.5, 2), ("violin", -0.15, -1), ("viola", 0.2, -1), ("cello", 0.5, 0))
    ]
    if s.chance(0.3) and not slow:
        for part in four[1:]:
            part.voice = "pizzicato"
    voices(s, four[1:], None, (64, 57, 43), pulse=0.5 if not slow and s.chance(0.7) else 0.0, vel=72)
    sing.tune(s, four[0], 65, 88, plan="ABAC", feel=feel if slow else s.pick("run", feel), rest=0.08, grace=0.15)
    sing.tune(s, four[3], 48, 64, "two", plan="AB", feel=feel, rest=0.3)
    for part in four:
        s.swell(part, 70, 118, 4.0)


@style("Classical", like="Electronic")
def summer_open_air_symphony(s: Song) -> None:
    """A romantic or national-school orchestra: strings in waves, horn calls, woodwind answers, harp, timpani, and a dance that gathers speed."""
    mood = s.pick("waves", "dance", "hymn", "storm")
    s.set(
        {"waves": (66, 92), "dance": (116, 152), "hymn": (58, 78), "storm": (126, 168)}[mood],
        ("minor", "harmonic-minor") if mood == "storm" else ("major", "major", "minor", "dorian"),
        keys="D E C G A F Eb",
        beats=3.0 if mood == "dance" and s.chance(0.6) else 4.0,
        rubato=0.012,
        room=("hall", "hall", "church", "arena"),
    )
    three = s.beats == 3
    a = craft.by_mode(
        s,
        ("I | iii | IV | V | vi | iii/7 | ii | V7", "I | I | IV | iv | I/5 | VI7 | II7 | V7", "I | bVI | I | bVI | IV | ii | V | V7"),
        ("i | bVI | iv | V7 | i | bIII | bVI | V7", "i | i | bII | V7 | bVI | iv | V | V7", "i | bVII | bVI | V | iv | i | V7 | i"),
    )
    b = craft.by_mode(
        s,
        ("bIII | bVI | bVII | V7 | IV | iv | I/5 | V7", "vi | III | vi | IV | ii | V7 | I | I7"),
        ("bIII | bVII | bVI | bIII | iv | i | V7 | V7", "bVI | bIII | bVI | bIII | iidim | V7 | i | i"),
    )
    s.until(48, "theme answer climax", theme=a, answer=b, climax=a)
    strings = [
        s.part(voice, "strings" if s.chance(0.5) else voice, pan=pan, level=1)
        for voice, pan in (("violin", -0.5), ("viola", 0.1), ("cello", 0.3), ("contrabass", 0.5))
    ]
    strings[0].voice = s.pick("strings", "~section", "strings")
    pulse = {"waves": 0.0, "dance": 0.0, "hymn": 0.0, "storm": 0.25}[mood]
    voices(s, strings, ("answer", "climax") if mood == "waves" else None, (76, 65, 55, 40), pulse=pulse, vel=74)
    if mood == "waves":
        craft.arp(s, s.part("harp", "~nylon-guitar", "piano", level=-1), "01234321", 0.5 if three else 0.25, centre=55, voices=4, vel=68)
        craft.pad(s, strings[1], "theme", centre=60, voices=3)
    if mood == "dance":
        craft.comp(s, s.part("pizzicato", "strings", "horn", level=-1), ".xx" if three else ".x.x.x.x", centre=62, gap=0.5)
        craft.bass(s, strings[3], "R--" if three else "R---5---", low=33, gap=0.6, vel=84)
    wind = s.part("flute", "oboe", "clarinet", "english-horn", level=2)
    feel = "waltz" if three else {"waves": "slow", "dance": "reel", "hymn": "slow", "storm": "run"}[mood]
    sing.tune(s, wind if s.chance(0.5) else s.part("cello", "horn", "violin", level=2), 60, 82, "theme", plan="ABAC", feel=feel, rest=0.08, leap=0.25)
    sing.tune(s, wind, 64, 84, "answer", plan="AB", feel=feel, rest=0.2)
    sing.tune(s, s.part("bassoon", "clarinet", "horn", level=0), 50, 69, "answer", plan="BA", feel=feel, rest=0.35)
    high = s.part("strings", "violin", "~section", level=2)
    sing.tune(s, high, 67, 88, "climax", plan="ABAC", feel=feel, rest=0.03, vel=104, leap=0.25)
    sing.second(s, s.part("trumpet", "horn", "strings", level=0), high, -7, "climax", odds=0.9)
    brass = s.part("horn", "trombone", "brass", level=0)
    craft.comp(
        s,
        brass,
        s.pick("x-----", "x-xx--", "...x--") if three else s.pick("X-------", "X--xX---", "....x-xx", "x-x-x---"),
        "climax",
        centre=57,
        voices=4,
        vel=88,
    )
    drum = s.part("timpani", level=-2)
    for bar in s.bars():
        if bar.index % 2 == 0 and (mood in ("storm", "hymn") or bar.section.name == "climax"):
            drum.add(bar.start, 0.8, 41 + (s.tonic - 41) % 12 if s.chance(0.6) else 41 + (s.tonic + 7 - 41) % 12, 96)
            for n in range(8 if s.chance(0.4) else 0):
                drum.add(bar.start + bar.beats - 1 + n / 8, 0.12, 41 + (s.tonic + 7 - 41) % 12, 56 + 5 * n)
    for part in (*strings, high, brass):
        s.swell(part, 58, 124, s.pick(2.0, 4.0))


@style("Classical", like="Electronic")
def summer_chapel_consort(s: Song) -> None:
    """Choral polyphony: a motet or chorale by voices alone, with organ, viols or lute; entries imitate one another, cadences close in thirds."""
    s.set(
        (56, 88),
        ("dorian", "major", "minor", "mixolydian"),
        keys="F G D C A E",
        beats=s.pick(4.0, 4.0, 3.0),
        rubato=0.012,
        room=("church", "church", "hall", "cave"),
    )
    a = craft.by_mode(
        s,
        ("I V/7 | vi IV | ii V | I", "I IV | I/3 ii | V vi | IV V | I", "I iii | IV I | ii/4 V | vi | IV I/3 | ii V | I", "I bVII | IV I | ii V | I"),
        ("i v | bVI bIII | iv V | i", "i bVII | bIII iv | i/5 V | I", "i IV | bVII bIII | iv i | V | bVI bVII | iv V | I"),
    )
    b = craft.by_mode(s, ("vi iii | IV I | ii vi | V", "V I | IV vi | ii V | I"), ("bIII bVII | i v | bVI iv | V", "iv bVII | bIII bVI | iv V | i"))
    s.until(50, "verse imitation verse", verse=a + " | " + b, imitation=b + " | " + a)
    sung = [
        s.part(voice, level=level, pan=pan)
        for voice, level, pan in (
            (s.pick("~choir", "choir", "oohs", "~vocal-duo"), 2, -0.4),
            (s.pick("~choir", "choir", "oohs"), 0, -0.1),
            (s.pick("~choir-low", "choir", "~choir"), 0, 0.2),
            (s.pick("~choir-low", "choir", "~vocal-low"), 1, 0.4),
        )
    ]
    voices(s, sung, "verse", (72, 66, 59, 48), passing=0.7, vel=80)
    shape = [(s.pick(1.0, 1.5, 2.0), move) for move in (0, s.pick(1, 2, 4), s.pick(1, -1), s.pick(-1, 1), -1, s.pick(-1, -2), 1, -1)]
    for section in s.sections:
        if section.name == "imitation":
            for number, (part, (low, high)) in enumerate(zip(sung, ((62, 79), (57, 73), (52, 68), (41, 60)), strict=True)):
                rungs = craft.ladder(s, None, low, high)
                now, place, n = section.start + number * section.beats / 2, len(rungs) // 2, 0
                while now < section.end - 1e-6:
                    length, move = shape[n % len(shape)]
                    place = min(max(place + move, 0), len(rungs) - 1)
                    tones = [p for p in range(low, high + 1) if p % 12 in craft.at(s, now).classes]
                    pitch = min(tones, key=lambda p, here=rungs[place]: abs(p - here)) if length >= 1 else rungs[place]
                    place = min(range(len(rungs)), key=lambda i, here=pitch: abs(rungs[i] - here))
                    part.add(now, min(length, section.end - now) * 0.98, pitch, 78, s.pick("a", "o", "e"))
                    now, n = now + length, n + 1
    if s.chance(0.5):
        craft.pad(s, s.part("church-organ", "~pipe-organ", "reed-organ", "~soft-organ", level=-4), centre=60, voices=4)
    if s.chance(0.35):
        fret.pick(s, s.part("nylon", "harp", "~oud", "harpsichord", level=-3), "B . 3 2 1 2" if s.beats == 3 else "B . 3 2 1 . 2 3", "lute", ring=3, vel=68)
    if s.chance(0.35):
        double = [s.part(voice, level=-4) for voice in ("violin", "viola", "cello")]
        voices(s, double, "verse", (67, 60, 48), passing=0.3, vel=66)
    if s.chance(0.3):
        sing.tune(s, s.part("recorder", "trumpet", "oboe", "~vocal", level=0), 65, 82, "verse", plan="AB", feel="slow" if s.beats == 4 else "waltz", rest=0.2)
    for part in sung:
        s.swell(part, 72, 116, 2.0)
