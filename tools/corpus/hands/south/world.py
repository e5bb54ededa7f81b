"""Pattern music without amplifiers: Classical and World."""

from __future__ import annotations

from hands.south import craft, tunes
from score import Part
from song import Song, style
from theory import near

MAJOR_PERIODS = ("I | IV/6 | V7/7 | I/3 | ii/4 | V7 | I | V", "I | V7/2 | I/3 | IV | I/5 | V7 | I | I", "I | vi | ii/4 | V7 | I | IV | I/5 V7 | I",
                 "I | I | V7/7 | V7 | V7/2 | V7 | I | I")
MINOR_PERIODS = ("i | iv/b6 | V7/7 | i | iv | i/5 | V7 | i", "i | V7/2 | i | iiø/4 | i/5 | V7 | i | V", "i | bVI | iv | V7 | i | bII/4 | V7 | i",
                 "i | V/7 | bVII | IV | bVI | i/5 | V7 | i")


def _periods(s: Song) -> tuple[str, str, str]:
    """Two periods in the mode, and one that goes through a circle of fifths."""
    minor = s.scale != "major"
    pool = MINOR_PERIODS if minor else MAJOR_PERIODS
    circle = "iv7 | bVII7 | bIII | bVI | iiø | V7 | i | V" if minor else "vi | ii7 | V7 | I | IV | viiø | iii | V7"
    return s.pick(*pool), s.pick(*pool), circle


# Classical.
@style("Classical", like="Jazz")
def south_alberti_keyboard(s: Song) -> None:
    """A keyboard sonata of the classics: broken chords in the left hand, a singing right hand, runs in the second theme; alone or with a violin or flute."""
    meter = s.pick(4.0, 4.0, 3.0, 2.0)
    s.set((84, 152), ("major", "major", "harmonic-minor"), keys="C G F D Bb", beats=meter, rubato=s.pick(0.0, 0.008, 0.02), room=("room", "hall", "booth"))
    first, second, circle = _periods(s)
    s.until(48, s.pick("theme theme second middle theme", "theme second middle theme second"), theme=first, second=second, middle=circle)
    keys = s.part("piano", "piano", "bright-piano", "harpsichord", "~harpsichord", level=1, pan=0.0)
    row = {4.0: "0212021202120212/0.2.1.2.0.2.1.2./0.x.x.x.0.x.x.x.", 3.0: "0.2.1.2.1.2./0.x.x./012121", 2.0: "02120212/0.2.1.2./0.x.0.x."}[meter]
    craft.comp(s, keys, row, ("theme", "second"), s.pick(50, 53), 3, level=0.8)
    craft.comp(s, keys, s.pick(row, "x" + "-" * (round(meter * 2) - 1), "0123" * round(meter / 2) if meter != 3.0 else "012321"), "middle", 52, 3, level=0.8)
    tunes.tune(s, keys, 65, 88, "theme", 0.6, 0.15, round(meter * 2), breath=0.1)
    tunes.solo(s, keys, 64, 91, "second", None, 4, 0.12, leaps=0.1, repeat=0.5)
    tunes.tune(s, keys, 67, 91, "middle", 0.75, 0.3, round(meter * 4), breath=0.0)
    if s.chance(0.35):
        guest = s.part("violin", "flute", "clarinet", "cello", "oboe", name="guest", level=1)
        tunes.tune(s, guest, 62, 86, ("theme", "middle"), 0.5, 0.15, round(meter * 2))
        s.swell(guest)
    craft.dynamics(s)


@style("Classical", like="Folk")
def south_canon_on_a_ground(s: Song) -> None:
    """Baroque: a bass of four or eight notes comes back for ever, and violins follow each other over it in canon; harpsichord or organ fills in."""
    meter = s.pick(4.0, 4.0, 3.0)
    s.set((58, 104), ("major", "harmonic-minor", "minor"), keys="D G A C", beats=meter, room=("hall", "church", "room"))
    ground = s.pick("I V | vi iii | IV I | IV V", "I | V/7 | vi | iii | IV | I/3 | ii/4 | V", "I | vi | IV | V") if s.scale == "major" else s.pick("i | v | bVI | V",
            "i V | i bVII | bIII bVII | i V", "i | bVII | bVI | V", "i | iv | bVII | bIII | bVI | iiø | V | i")
    s.until(50, "one two three four five six", one=ground)
    low = s.part("cello", "contrabass", "bassoon", name="ground", level=1)
    chords = list(s.chords())
    for span in chords:
        low.add(span.start, span.length * 0.95, 36 + span.chord.bass if span.chord.bass < 10 else 24 + span.chord.bass, 88)
    fill = s.part("harpsichord", "~harpsichord", "church-organ", "~pipe-organ", "harp", level=-2)
    craft.comp(s, fill, "x---o---/x-x-x---/0.1.2.1." if meter == 4.0 else "x--o--/x.x.x./012321", None, 62, 4, strum=0.03)
    first = s.part("violin", "flute", "oboe", "recorder", "trumpet", "~bowed", name="first", level=1, pan=-0.4)
    for name, density, grid in zip(("one", "two", "three", "four", "five", "six"), (0.35, 0.5, 0.9, 1.1, 0.5, 0.9), (4, 8, 8, 16, 16, 8), strict=True):
        tunes.tune(s, first, 67, 88, name, density, 0.35, round(grid * meter / 4), breath=0.0)
    shift = sum(span.length for span in chords) / len(s.sections)
    for number, pan in ((1, 0.0), (2, 0.4)):
        follower = s.part("violin", "viola", first.voice, name=f"follower {number}", level=0, pan=pan)
        for note in first.notes:
            if note.start + number * shift < s.sections[-1].end - 0.1:
                follower.add(note.start + number * shift, note.length, note.pitch - (12 if follower.voice == "viola" else 0), note.velocity * 0.92)
    s.swell(first, 70, 120)
    craft.dynamics(s)


@style("Classical", like="World")
def south_orchestra_in_waves(s: Song) -> None:
    """A romantic orchestra: strings in figures that repeat and swell, a theme in horn, oboe or violins, timpani and brass where it is loud."""
    meter = s.pick(4.0, 3.0)
    s.set((66, 138), ("major", "minor", "harmonic-minor"), keys="D C Eb G A", beats=meter, rubato=s.pick(0.0, 0.01, 0.02), room=("hall", "church", "hall"))
    first, second, circle = _periods(s)
    s.until(50, s.pick("theme theme storm theme", "theme storm second theme", "second theme storm theme"), theme=first, second=second, storm=circle)
    eighths = round(meter * 2)
    strings = s.part("strings", "slow-strings", "~section", level=0)
    row = {4.0: "xoxoxoxo/x---x---/x-oox-oo/0.1.2.1.", 3.0: "x.o.o./x-----/xoxoxo/0.1.2."}[meter]
    craft.comp(s, strings, row, ("theme", "second"), 57, 4)
    craft.comp(s, strings, "xxxxxxxxxxxxxxxx"[:eighths * 2], "storm", 60, 4)
    low = s.part("contrabass", "cello", level=1)
    craft.bass(s, low, "1" + "-" * (eighths - 1) + "/" + "1-5-1-5-"[:eighths], None, 31)
    theme = s.part("violin", "oboe", "horn", "clarinet", "cello", "flute", "trumpet", name="theme", level=2)
    tunes.tune(s, theme, 58 if theme.voice in ("horn", "cello") else 66, 88 if theme.voice not in ("horn", "cello") else 74, ("theme", "second"), 0.45, 0.15, eighths)
    answer = s.part("flute", "clarinet", "pizzicato", "harp", "bassoon", name="answer", level=-1)
    tunes.solo(s, answer, 60, 84, ("second", "theme"), None, s.pick(2, 4), 1.0)
    brass = s.part("brass", "horn", "trombone", level=0)
    tunes.tune(s, brass, 52, 74, "storm", 0.4, 0.1, eighths)
    high = s.part("tremolo-strings", "strings", "violin", level=-1)
    tunes.solo(s, high, 67, 93, "storm", None, 4, 0.1, leaps=0.05, repeat=0.6)
    drum = s.part("timpani", level=-2)
    craft.bass(s, drum, s.pick("1" + "." * (eighths * 2 - 5) + "1111", "1.......5......."[:eighths * 2]), "storm", 40)
    for part in (strings, theme, high):
        s.swell(part, 55, 122, s.pick(2.0, 4.0, 8.0))
    craft.dynamics(s)


@style("Classical", like="Electronic")
def south_phasing_minimalism(s: Song) -> None:
    """Minimal music: mallets, pianos and strings repeat short cells that slip against each other; harmony changes every eight bars."""
    s.set((116, 168), ("major", "dorian", "lydian", "mixolydian"), beats=s.pick(4.0, 3.0), room=("hall", "room", "plate"))
    chords = [s.pick("I", "vi", "IV", "Imaj7", "ii7", "vi7", "iii7", "IVmaj7", "V7sus4") for _ in range(4)]
    s.until(50, "one two three four", **{name: " | ".join([chord] * 8) for name, chord in zip(("one", "two", "three", "four"), chords, strict=True)})
    length = s.pick(6, 8, 10, 12)
    pattern = [s.rng.randrange(6) if s.chance(0.8) else -1 for _ in range(length)]
    pattern[0] = 0
    parts = [s.part("marimba", "vibraphone", "piano", "xylophone", "clarinet", "violin", "flute", "pizzicato", "~vibes", name=f"cell {number}", level=-number,
                    pan=-0.6 + 0.4 * number) for number in range(s.pick(3, 4))]
    piece = s.piece()
    for number, part in enumerate(parts):
        for step in range(round(s.sections[-1].end * 2)):
            # Each player has moved on by one more note after every eight bars.
            turn = int(step / 2 // (s.beats * 8))
            tone = pattern[(step + number * turn + number * 2) % length]
            if tone >= 0:
                chord = piece.chord_at(step / 2)
                octave, place = divmod(tone, len(chord.classes))
                part.add(step / 2, 0.45, near(chord.classes[place], 58 + 5 * number) + 12 * octave, s.between(74, 92))
    low = s.part("cello", "bassoon", "contrabass", "piano", level=-1)
    craft.bass(s, low, "1-------|--------/1-------", None, 36)
    held = s.part("strings", "choir", "slow-strings", "~section", level=-5)
    craft.pad(s, held)
    s.swell(held, 40, 115, 4.0)
    craft.mutes(s, [*parts[1:], held], 8, 0.75)
    craft.dynamics(s)


# World.
@style("World", like="Latin")
def south_bell_and_drums(s: Song) -> None:
    """West Africa: the bell's time line in twelve or sixteen, drums that interlock, kora, balafon or thumb piano in a cycle, call and answer."""
    twelve = s.chance(0.55)
    s.set((84, 112) if twelve else (98, 126), ("major-pentatonic", "major", "minor-pentatonic", "mixolydian"), beats=3.0 if twelve else 4.0, room=("outdoors", "room", "dry"))
    loop = s.pick("I | I", "I | V", "I | IV", "I IV | V I") if s.scale != "minor-pentatonic" else s.pick("i | i", "i | bVII")
    s.until(48, craft.form(s, "loop"), verse=" | ".join([loop] * 4), intro=" | ".join([loop] * 2), chorus=" | ".join([loop] * 4), **{"break": " | ".join([loop] * 2)})
    bell = s.part("kit:standard", name="bell", level=-2)
    craft.beat(s, bell, {s.pick("agogo", "cowbell", "agogo2"): "x.x.xx.x.x.x/x.xx.x.xx.x." if twelve else "x..x..x...x.x.../x..x...x..x.x...",
                         "shaker": "xooxooxooxoo" if twelve else "xoxoxoxoxoxoxoxo"}, fills="", crash="")
    drums = s.part("kit:standard", name="drums", level=1)
    craft.beat(s, drums, {"conga2": "x..x..x..x../x.....x....." if twelve else "x.....x.x......./x..x....x..x....", "conga": "..xx..oxx.ox/.ox.ox.ox.ox" if twelve
                          else "..xo..xx..xo.xx./...x..xo...x..xo", "slap": "x....x..x.../............" if twelve else "....x......x..x.",
                          "bongo": "............/..x..x..x.xx" if twelve else "................/..x.x..x..x.x.x."}, fills="hands", every=4, crash="", thin=0.1)
    cycle = s.part("~kora", "marimba", "kalimba", "xylophone", "~nylon-guitar", name="cycle", level=1)
    tunes.tune(s, cycle, 60, 84, None, 1.1, 0.6, 12 if twelve else 16, breath=0.0)
    craft.comp(s, cycle, "0..1..2..1../0.2.1.0.2.1." if twelve else "0..1..2...1.0.../0.2..1.0..2.1...", None, 55, 3)
    second = s.part("kalimba", "marimba", "~kora", "clean-guitar", name="second", level=-2)
    craft.comp(s, second, ".2.1.2.0.1.2/..3..1..2..3" if twelve else "..2.1..2.3..1.2./.2.3.1.2.2.3.1.2", None, 67, 3)
    craft.mutes(s, [second, cycle], 4, 0.8)
    caller = s.part("~vocal", "~vocal-low", name="caller", level=2)
    tunes.tune(s, caller, 50, 70, "verse", 0.5, 0.4, 12 if twelve else 8, None, ("ye", "wa", "lE", "o", "ma"), 0.1, 1.0)
    tunes.tune(s, s.part("~backing", "~vocal-duo", "choir", name="answer", level=0), 55, 72, "chorus", 0.4, 0.3, 12 if twelve else 8, None, ("ye", "o", "ma"))
    craft.dynamics(s)


@style("World", like="Classical")
def south_gong_cycles(s: Song) -> None:
    """Gamelan: a core melody in slow metal, the same twice and four times as fast above it, small gongs that interlock, the great gong once a cycle, drums that lead."""
    s.set((66, 120), ("pelog", "slendro", "in-sen"), room=("hall", "outdoors", "room"))
    s.until(50, s.pick("slow fast slow fast", "fast slow fast", "slow slow fast fast"), slow="I5 | I5 | I5 | I5 | I5 | I5 | I5 | I5")
    rungs = s.rungs(58, 76)
    core = [s.rng.randrange(min(6, len(rungs))) for _ in range(16)]
    core[7], core[15] = s.pick(0, 2), 0
    metal = ("~metallophone", "vibraphone", "~vibes", "celesta", "bells", "~gong")
    tuning = s.between(-0.4, 0.4)
    layers: list[tuple[Part, int, int]] = [(s.part(*metal, name=f"metal {number}", level=-number, pan=pan, tuning=tuning + number * 0.05), speed, shift)
                                           for number, (speed, shift, pan) in enumerate(((1, 0, 0.0), (2, 12, -0.4), (4, 12, 0.4)))]
    gong, small = s.part("~gong", level=1, tuning=tuning), s.part("~metallophone", "agogo-bell", "~vibes", name="small gongs", level=-3, tuning=tuning)
    for section in s.sections:
        for beat in range(round(section.end - section.start)):
            at, note = section.start + beat, core[beat % 16]
            following = core[(beat + 1) % 16]
            for part, speed, shift in layers:
                if speed == 4 and section.name == "slow" and s.chance(0.3):
                    continue
                for turn in range(speed):
                    place = note if turn % 2 == 0 else min(following + (1 if turn == 1 else 0), len(rungs) - 1)
                    part.add(at + turn / speed, 0.95 / speed * (1.6 if speed == 1 else 1.0), min(rungs[place] + shift, 100), s.between(72, 96))
            if beat % 16 == 0:
                gong.add(at, 6.0, rungs[0] - 24, 110)
            if beat % 4 == 2 or beat % 8 == 4:
                small.add(at, 0.8, rungs[core[7]] - 12, 84)
            if section.name == "fast" and beat % 2:
                small.add(at + 0.5, 0.4, rungs[core[7]], 70)
    drum = s.part("kit:standard", name="drum", level=-2)
    craft.beat(s, drum, {"conga2": "x.....x...x...../x..x..x...x..x..", "conga": "..o..ox..ox..oxo/....x..x....x.x.", "bongo": "................/..x...x...x..xx."}, None,
               fills="hands", crash="", thin=0.15)
    flute = s.part("flute", "~flute", "~bowed", "pan-flute", level=-1, tuning=tuning)
    if s.chance(0.5):
        tunes.solo(s, flute, 64, 84, None, None, 2, 0.4, bends=0.3)
    craft.mutes(s, [small, drum, layers[1][0]], 8, 0.8)
    craft.dynamics(s)


@style("World", like="Folk")
def south_raga_over_drone(s: Song) -> None:
    """North India: plucked drone, sitar, flute, bowed string or voice that bends through a raga, tabla in a cycle of sixteen, faster towards the end."""
    s.set((72, 138), ("bhairav", "kafi", "yaman", "bhupali", "todi"), keys="C D", room=("room", "hall", "booth"))
    s.until(50, s.pick("alap theme play theme play", "theme play theme play", "theme play play"), alap="I5 | I5 | I5 | I5", theme="I5 | I5 | I5 | I5",
            play="I5 | I5 | I5 | I5 | I5 | I5 | I5 | I5")
    drone = s.part("~sitar", "~dulcimer", "~drone", "sitar", name="tanpura", level=-4)
    craft.bass(s, drone, "5---8---8---1---/5-8-8-1-", None, 40, 1.6, 0.0)
    if s.chance(0.4):
        craft.pad(s, s.part("~drone", "reed-organ", "~accordion", name="held drone", level=-9), None, 52, 2)
    lead = s.part("~sitar", "sitar", "flute", "~flute", "~bowed", "shanai", "~vocal", "violin", name="lead", level=2)
    sung = ("a", "ni", "sa", "re", "ga") if lead.voice == "~vocal" else ()
    tunes.solo(s, lead, 57, 76, "alap", None, 2, 0.5, bends=0.6, leaps=0.05, how="a" if sung else "")
    tunes.tune(s, lead, 57, 79, "theme", 0.7, 0.3, 8, None, sung, 0.4, 0.0)
    tunes.solo(s, lead, 57, 84, "play", None, 4, 0.15, bends=0.25, leaps=0.06, repeat=0.6, how="a" if sung else "")
    hands = s.part("kit:standard", name="tabla", level=0)
    craft.beat(s, hands, {"bongo": "x..xx..xx..xx..x/x.xxx.xxx..x..xx", "bongo2": "..x...x...x.....", "conga2": "x...x...x.......|x...x...........", "slap": ".......g.......g"},
               ("theme", "play"), fills="hands", every=4, crash="", thin=0.1)
    second = s.part("~dulcimer", "~sitar", "reed-organ", "~bowed", name="second", level=-3)
    tunes.tune(s, second, 57, 76, "theme", 0.5, 0.3)
    craft.dynamics(s)


@style("World", like="Metal")
def south_frame_drum_and_oud(s: Song) -> None:
    """From Cairo to Istanbul: oud, violins and reed in unison on a scale with a wide step, goblet drum and tambourine in the old rhythms, solos over a drone."""
    s.set((92, 144), ("hijaz", "double-harmonic", "phrygian-dominant", "harmonic-minor", "misheberak"), keys="D G A", room=("room", "hall", "outdoors", "club"))
    loop = s.pick("I5 | I5 | I5 | I5", "I5 | I5 | bII5 | I5", "I5 | I5 | IV5 | I5", "I5 | bVII5 | bII5 | I5")
    s.until(48, craft.form(s, "tune"), tune=f"{loop} | {loop}", solo=f"{loop} | {loop}", intro=loop)
    hands = s.part("kit:standard", "kit:room", name="goblet drum", level=0)
    craft.beat(s, hands, {"conga2": "x.....x.x......./x.x.....x......./x..x..x.x..x..x.", "bongo": "..x.x.x...x.x.x./....x.x...oox.oo/...x..x....x..xo",
                          "slap": "....x.......x.../..x...x...x...x.", "tamb": "..x...xxx...x.oo/xoxoxoxoxoxoxoxo/................"}, None,
               fills="hands", every=4, crash="", thin=0.1)
    oud = s.part("~oud", "nylon", "~dulcimer", "dulcimer", level=1)
    others = [s.part("violin", "strings", "~section", "accordion", name="strings", level=-1), s.part("~reed", "clarinet", "flute", "shanai", name="reed", level=-1)]
    tunes.tune(s, oud, 55, 77, ("intro", "tune"), 0.8, 0.5, 16, bends=0.15, breath=0.1)
    for other in others:
        for note in oud.notes:
            if s.chance(0.9):
                other.add(note.start, note.length, note.pitch + (12 if other is others[0] else 0), note.velocity * 0.9)
    soloist = s.part("~oud", "clarinet", "violin", "~reed", "~vocal", "~bowed", name="soloist", level=1)
    tunes.solo(s, soloist, 58, 80, "solo", None, s.pick(2, 4), 0.25, bends=0.4, leaps=0.08, repeat=0.5, how="a" if soloist.voice == "~vocal" else "")
    low = s.part("cello", "contrabass", "~oud", "finger-bass", level=-1)
    craft.bass(s, low, "1-----1-1---1---/1.....1.1...5...")
    craft.pad(s, s.part("strings", "~drone", "~section", level=-8), "solo", 52, 2)
    craft.mutes(s, others, 4, 0.7)
    craft.dynamics(s)
