"""The hall: four centuries on paper, for orchestra, quartet, keyboard and voices, without a drum kit anywhere."""

from __future__ import annotations

from hands.spring.craft import arp, bass, chord, clean, comp, cycle, drone, pad
from hands.spring.tunes import SYLLABLES, shadow, snap, tune
from score import Note, Part
from song import Song, Where, style
from theory import nearest_step, voicing


def choir(s: Song, parts: list[Part], *cells: str, centre: float = 62, where: Where = None, vel: float = 78, per: int = 4, turn: float = 0.3) -> None:
    """Every part takes one voice of the harmony, all in one rhythm, with passing notes where a voice has a third to go."""
    mouths = SYLLABLES["open"]
    before: list[int] | None = None
    text = clean(s.pick(*cells))
    for bar in s.bars(where):
        steps = [(beat, place) for beat, sign, place in cycle(s, text, bar, per) if sign not in "._"]
        for index, (beat, _) in enumerate(steps):
            before = voicing(chord(s, beat), centre, len(parts), before if before and len(before) == len(parts) else None)
            end = steps[index + 1][0] if index + 1 < len(steps) else bar.start + bar.beats
            mouth = s.pick(*mouths)
            row = [pitch + (12 if len(parts) >= 4 and number == len(parts) - 1 and pitch < 60 else 0) for number, pitch in enumerate(sorted(before))]
            for number, part in enumerate(parts):
                pitch = row[number] - (12 if number == 0 and row[0] > 52 else 0)
                if end - beat >= 1 and number in (1, 2) and s.chance(turn):
                    rungs = s.rungs(pitch - 5, pitch + 5)
                    part.add(beat, (end - beat) / 2, pitch, vel + s.rng.gauss(0, 3), mouth)
                    part.add((beat + end) / 2, (end - beat) / 2, rungs[min(max(nearest_step(rungs, pitch) + s.pick(-1, 1), 0), len(rungs) - 1)], vel - 4, mouth)
                else:
                    part.add(beat, end - beat, pitch, vel + s.rng.gauss(0, 3), mouth)


def canon(s: Song, notes: list[Note], part: Part, late: float, steps: int, vel: float = -4) -> None:
    """The same tune so many beats later and rungs away, bent to the harmony where it falls on a beat."""
    rungs = s.rungs(24, 104)
    end = s.sections[-1].end
    for note in notes:
        at = note.start + late
        if at + note.length > end:
            continue
        pitch = rungs[min(max(nearest_step(rungs, note.pitch) + steps, 0), len(rungs) - 1)]
        if at % 1 < 1e-6 or note.length >= 1:
            pitch = snap(chord(s, at), pitch)
        part.add(at, note.length, pitch, max(note.velocity + vel, 30), s.pick(*SYLLABLES["open"]))


SEQUENCES = ("i iv | bVII bIII | bVI iiø | V7 i", "i | V | i V/3 | i", "i V/3 | bVII IV/3 | bVI i/5 | V",
    "i V | i iv | V7 | i"), ("I IV | V/3 I | vi ii | V7 I", "I V/3 | vi iii/3 | IV I/3 | ii V", "I | V/3 | vi II7/3 | V", "I V | vi iii | IV I | IV V")
"""Falling fifths, stepwise basses and half cadences, in minor and in major."""


@style("Classical", like="Folk")
def spring_hall_ritornello(s: Song) -> None:
    """Baroque concerto or suite: sequences over a running bass, harpsichord, strings in imitation, oboe, trumpet, recorder or violin in figuration."""
    s.set((66, 126), ("minor", "major", "harmonic-minor", "major"), keys="D G A E C Bb", beats=s.pick(4.0, 4.0, 3.0), room=("hall", "church", "room"))
    major = s.scale == "major"
    if s.beats == 4:
        one, two = s.rng.sample(SEQUENCES[1 if major else 0], 2)
    else:
        one, two = ("I | V/3 | vi | iii | IV | I/3 | ii | V", "I | IV | V | I | vi | II7 | V | V") if major else ("i | bVII | bVI | V | i | iv | V7 | i",
            "i | iv | bVII | bIII | bVI | iiø | V7 | i")
    s.until(46, "tutti solo tutti solo", tutti=f"{one} | {one}" if s.beats == 4 else one, solo=two)
    low = s.part("cello", "contrabass", "bassoon", "~bowed", level=0)
    bass(s, low, *(("R_R_8_R_R_5_3_R_", "R_3_5_3_R_3_5_a_", "R___8___R_5_3_a_", "R_8_R_8_R_8_5_a_") if s.beats == 4 else ("R_8_5_3_R_a_", "R___8___5_a_",
        "R_3_5_8_5_a_")), low=36, short=0.85)
    comp(s, s.part("harpsichord", "~harpsichord", "harpsichord", "church-organ", "~dulcimer", level=-4), *(("x___x___x___x___", "x_____x_x___x___")
        if s.beats == 4 else ("x___x___x___", "x_______x___")), centre=60, n=4, strum=0.03, vel=70)
    violin = s.part("violin", "strings", "~section", "~bowed", level=1)
    cells = ("x_x_xxxxx_x_xxxx", "xxxxxxxxx_x_x___", "x___x_xxx_x_x_x_", "x_xxx_xxx_xxx_x_") if s.beats == 4 else ("x_x_xxxxx_x_", "x___x_xxx_x_",
        "xxxxxxxxx_x_")
    theme = tune(s, violin, 62, 84, *cells, where="tutti", plan="ABAC", leap=0.25, grace=0.1, chordal=0.95)
    canon(s, theme, s.part("viola", "strings", "oboe", "violin", "~section", level=-1), s.beats * s.pick(1, 2), s.pick(-4, -3, -7))
    pad(s, s.part("viola", "strings", "church-organ", level=-6), 60, 2)
    solo = s.part("violin", "oboe", "recorder", "trumpet", "flute", "harpsichord", "bassoon", level=2)
    down = -12 if solo.voice == "bassoon" else 0
    if s.chance(0.5):
        arp(s, solo, *(("1323142313231423", "1234543212345432", "4321432143214321") if s.beats == 4 else ("132314231323", "123454321232")), centre=72 + down,
            n=3, where="solo", vel=86, ring=0.8)
    else:
        tune(s, solo, 64 + down, 86 + down, *cells, where="solo", plan="ABCD", leap=0.3, grace=0.2, chordal=0.95)
    if s.chance(0.3):
        shadow(s, theme, s.part("trumpet", "oboe", "horn", level=-2), chance=0.7)
    if s.chance(0.25):
        bass(s, s.part("timpani", level=-4), "R___....5_..R___" if s.beats == 4 else "R___..R_R___", low=41, where="tutti")


@style("Classical", like="Rock")
def spring_hall_romance(s: Song) -> None:
    """Romantic symphony: a long string tune with horns under it, woodwind answers, harp or tremolo, timpani and brass at the crest, or a storm in minor."""
    s.set((58, 138), ("minor", "major", "harmonic-minor", "major"), keys="D Eb C F B E", beats=s.pick(4.0, 4.0, 3.0), rubato=s.pick(0.0, 0.02, 0.03),
        room=("hall", "hall", "church"))
    one, two = s.pick(("I | iii | vi | IV | ii | V7/3 | I | I", "vi | III | IV | iv | I/5 | II7 | V | V7"), ("I | I+ | IV | iv | I/5 | VI7 | ii | V7",
        "bVI | bVI | I | I | ii7 | #iv°7 | V7 | V7")) if s.scale == "major" else \
        s.pick(("i | bVI | iv | V7 | i | bIII | iiø | V7", "bVI | bIII | iv | i | bII/3 | V7 | i | V7"), ("i | V7/3 | bVII | IV/3 | bVI | i/5 | iiø | V7",
            "bIII | bVII/3 | iv/b3 | V | bVI | bII | V7 | i"))
    s.until(48, "a b a", a=one, b=two)
    four = s.beats == 4
    violins = s.part("strings", "violin", "~section", "slow-strings", level=2)
    long = ("x_______x___x___", "x_____x_x_x_x___", "x___x___x_______", "x___________x_x_") if four else ("x_______x___", "x___x_x_x___", "x_____x_x_x_")
    notes = tune(s, violins, 60, 84, *long, plan="ABAC", bars=2, leap=0.3, where="a", shape=s.pick("arch", "wave"))
    notes += tune(s, violins, 64, 90, *long, plan="ABCD", bars=2, leap=0.35, where="b", shape=s.pick("rise", "arch"))
    shadow(s, notes, s.part("strings", "cello", "viola", "horn", level=-1), semitones=-12)
    lower = s.part("cello", "strings", "contrabass", level=-1)
    storm = s.chance(0.4)
    if storm:
        arp(s, s.part("strings", "tremolo-strings", "viola", level=-3), "1212323212123232" if four else "121232321212", "1232123212321232" if four
            else "123212321232", centre=57, n=3, vel=76, ring=0.8)
    else:
        arp(s, s.part("harp", "piano", "pizzicato", "clarinet", level=-3), "1_2_3_4_5_4_3_2_" if four else "1_2_3_4_3_2_", "R_1_2_3_4_3_2_1_" if four
            else "R_1_2_3_2_1_", centre=60, n=3, vel=66, ring=1.5)
    bass(s, lower, *(("R___________5___", "R_______________", "R___R___5___R___") if four else ("R___________", "R_______5___")), low=36)
    bass(s, s.part("contrabass", "bassoon", "tuba", level=-2), "R_______________" if four else "R___________", low=28)
    horns = s.part("horn", "horn", "trombone", "brass", level=-3)
    pad(s, horns, 58, 3, where=s.pick(None, "b"), vel=70)
    wood = s.part("oboe", "clarinet", "flute", "english-horn", "bassoon", level=0)
    tune(s, wood, 62, 84, "....x_x_x_x_x___" if four else "....x_x_x___", "........x_xxx_x_" if four else "....xxx_x_x_", plan="AB", bars=2, answer=0.6,
        grace=0.15)
    if s.chance(0.7):
        tutti = s.part("brass", "trumpet", "~brass-section", level=0)
        comp(s, tutti, "x_______x___x___" if four else "x_______x___", "x_____x_x_______" if four else "x___x___x___", centre=62, n=4, where="b", vel=92)
        timpani = s.part("timpani", level=-1)
        bass(s, timpani, "R___....R_R_R___" if four else "R___..R_R_R_", "R_RRR_RRR___R___" if four else "RRRRR___R___", low=41, where="b", vel=92)
    for part in (violins, lower, horns):
        s.swell(part, 60, 122, s.pick(2, 4))


@style("Classical", like="Jazz")
def spring_hall_candelabra(s: Song) -> None:
    """Piano alone: nocturne with wide left hand, étude in broken chords, salon waltz, mazurka or water-coloured ninths; time bends."""
    kind = s.pick("nocturne", "waltz", "etude", "colours")
    s.set({"nocturne": (56, 84), "waltz": (126, 186), "etude": (84, 132), "colours": (50, 80)}[kind], ("minor", "major") if kind != "colours" else ("lydian",
        "whole-tone", "dorian", "major-pentatonic"),
          keys="Db Eb Ab E Gb B C", beats=3.0 if kind == "waltz" else 4.0, rubato=s.between(0.015, 0.05), room=("hall", "room"))
    if kind == "colours":
        one, two = s.pick(("Imaj9 | II9 | Imaj9 | bVIImaj9", "bIIImaj7 | IV9 | Imaj9 | Imaj9"), ("I9 | II9 | bVII9 | bVI9", "im9 | IV9 | im9 | bVImaj9"))
    elif s.scale == "major":
        one, two = s.pick(("I | vi | ii | V7", "iii | VI7 | ii | V7"), ("I | V7/3 | vi | iii/3", "IV | I/5 | II7 | V7"),
            ("I | #i°7 | ii | V7", "vi | III7 | vi II7 | V7"))
    else:
        one, two = s.pick(("i | iv | V7 | i", "bVI | bIII | iiø | V7"), ("i | V7/3 | i/b3 | iv", "bII/3 | V7 | i | V7"),
            ("i | bVI | iv/b3 | V", "bIII | bVII | iv | V7"))
    s.until(48, "a a b a", a=f"{one} | {one}", b=two)
    piano = s.part("piano", "piano", "bright-piano", "electric-grand" if kind == "colours" else "piano", level=0, loose=0.014)
    if kind == "nocturne":
        arp(s, piano, "R_1_3_4_5_4_3_1_", "R_F_1_2_3_2_1_F_", "R_13_4_31_3_4_3_", centre=57, n=3, low=33, vel=58, ring=2.0)
        notes = tune(s, piano, 68, 92, "x_______x___x___", "x_____x_x_xxx_x_", "x___x___x_______", plan="ABAC", grace=0.25, leap=0.35, vel=84)
    elif kind == "waltz":
        bass(s, piano, "R___........", low=34, vel=72)
        comp(s, piano, "....x_..x_..", centre=58, n=3, vel=58)
        notes = tune(s, piano, 67, 91, "x___x_x_x___", "x_x_x_x_x_x_", "x_______x___", "xxx_x_x_x___", plan="AABC", grace=0.25, leap=0.35, vel=84)
    elif kind == "etude":
        arp(s, piano, "1234543212345432", "4321543265437654", "1325243613252436", centre=66, n=3, vel=70, ring=0.9)
        bass(s, piano, "R_______R___5___", "R___R_5_8___5___", low=33, vel=84)
        notes = tune(s, piano, 72, 96, "x_______x_______", "x_____x_x_______", plan="ABAC", vel=92) if s.chance(0.5) else []
    else:
        comp(s, piano, "x_______x___x___", "x___x___x_______", "..x___x_x_______", centre=64, n=5, vel=62, strum=0.02)
        drone(s, piano, 36 + s.tonic % 12, again=8, vel=60)
        arp(s, piano, "1_2_3_4_5_......", "........54321...", "......1_3_5_6_..", centre=74, n=4, vel=56, ring=2.5)
        notes = tune(s, piano, 70, 94, plan="ABAC", busy=0.25, leap=0.3, vel=76)
    if notes and s.chance(0.35):
        shadow(s, notes, piano, semitones=s.pick(-12, 12), chance=0.7)


@style("Classical", like="Folk")
def spring_hall_parlour(s: Song) -> None:
    """Chamber music of the classical age: string quartet, winds or trio with piano; four-bar periods, Alberti figures, sighs, questions and answers."""
    s.set((84, 152), ("major", "major", "harmonic-minor", "minor"), keys="G D F Bb A Eb", beats=s.pick(4.0, 4.0, 3.0, 2.0), room=("room", "hall", "room"))
    one, two = s.pick(("I | I | V7/3 | V7", "V7 | V7 | I | I"), ("I | IV | V7 | I", "ii/3 | I/5 V7 | I | I"),
        ("I | vi | ii | V", "V7/3 | I | ii V7 | I")) if s.scale == "major" else s.pick(("i | V7/3 | i | V7", "iv | i | V7 | i"),
        ("i | iiø/b3 | V7 | i", "bVI | iv | V7 | i"))
    s.until(46, "a a b a", a=f"{one} | {two}", b=s.pick(f"{two} | {one}", "V | V | I | I | V | II7 | V | V7" if s.scale == "major"
        else "bIII | bVII7 | bIII | bIII | iv | i | V | V7"))
    group = s.pick("quartet", "quartet", "winds", "piano")
    first, second, third, fourth = {"quartet": (("violin", "~bowed"), ("violin", "strings"), ("viola",), ("cello",)), "winds": (("flute", "oboe"),
        ("clarinet", "oboe"), ("horn", "clarinet"), ("bassoon",)),
                                    "piano": (("violin", "clarinet", "flute"), ("piano",), ("piano",), ("cello",))}[group]
    lead = s.part(*first, level=2)
    width = round(s.beats * 4)
    cells = [cell[:width] for cell in ("x___x_x_x_x_x___", "x_xxx_x_x___x___", "x_____x_x_x_x_x_", "xxx_x_x_x_x_xxx_", "x___x___x_x_x___")]
    notes = tune(s, lead, 65, 88, *cells, plan="ABAC ABAD", grace=0.2, leap=0.3, chordal=0.95, shape=s.pick("arch", "fall", "wave"), hold=s.pick(0.7, 0.9))
    other = s.part(*second, level=-1)
    if s.chance(0.6):
        arp(s, other, "1323132313231323"[:width], "1_3_2_3_1_3_2_3_"[:width], "13231323"[:width], centre=62, n=3, vel=66, ring=0.9)
    else:
        comp(s, other, "x_x_x_x_x_x_x_x_"[:width], "..x_x_x_..x_x_x_"[:width], centre=62, n=2, vel=68, short=0.7)
    shadow(s, notes, s.part(*third, level=-3) if group != "piano" else other, steps=-2, semitones=0, chance=0.5, vel=-14)
    inner = s.part("viola", "horn", "clarinet", level=-4) if group != "piano" else other
    comp(s, inner, "..x_x_x_..x_x_x_"[:width], "x_______x_______"[:width], centre=57, n=2, vel=60)
    bass(s, s.part(*fourth, level=0), "R___....R___5_.."[:width], "R_R_R_R_R_R_R_R_"[:width], "R___3___5___3___"[:width], "R_______8_5_3_a_"[:width], low=38,
        vel=82, short=0.85)
    if s.chance(0.5):
        canon(s, notes, s.part(*fourth, level=-2), s.beats * 2, -14, vel=-10)


@style("Classical", like="Electronic")
def spring_hall_lattice(s: Song) -> None:
    """Minimalism and after: short cells that slip against each other on mallets, pianos, strings or winds, slow harmony, no tune but the sum of the parts."""
    s.set((112, 176), ("major", "dorian", "mixolydian", "minor", "lydian"), keys="F E A Eb C G", beats=s.pick(4.0, 4.0, 3.0, 5.0), room=("hall", "room"))
    prog = s.pick("I | I | I | I | vi | vi | IV | IV", "Imaj7 | Imaj7 | iii7 | iii7", "I | V/3 | vi | IV") if s.scale in ("major", "lydian",
        "mixolydian") else s.pick("i | i | bVI | bVI | bIII | bIII | bVII | bVII", "i7 | i7 | iv7 | iv7", "i | bVI | bIII | bVII")
    s.until(46, "a b", a=prog, b=prog)
    players = s.pick(("marimba", "vibraphone", "xylophone", "marimba"), ("piano", "piano", "marimba"), ("strings", "pizzicato", "violin", "cello"),
        ("clarinet", "flute", "bassoon", "marimba"), ("harp", "celesta", "piano", "strings"))
    cells = s.rng.sample(("1232", "121323", "12343", "1.2.31.2", "135313", "1.32.1.3.2", "4321", "1.3.", "123.2", "21.3"), 4)
    for index, voice in enumerate(players):
        arp(s, s.part(voice, level=-index * 0.7, pan=s.between(-0.7, 0.7)), cells[index % 4], centre=s.pick(60, 65, 70, 72) - (12 if voice in ("cello",
            "bassoon") else 0), n=3, per=s.pick(4, 4, 2) if index else 4, vel=76, ring=0.9)
    pad(s, s.part("slow-strings", "choir", "horn", "clarinet", "church-organ", "strings", level=-5), 60, 4, where=s.pick(None, "b"))
    bass(s, s.part("cello", "contrabass", "piano", "bassoon", "trombone", level=-1), "R_______", "R___", "R_____________..", low=36, vel=76)
    if s.chance(0.5):
        long = s.part("violin", "oboe", "soprano-sax", "~vocal", "trumpet", "~choir", level=-1)
        tune(s, long, 65, 84, "x_______________", "x_______x_______", plan="AB", bars=2, vel=76, sing="open")


@style("Classical", like="World")
def spring_hall_vespers(s: Song) -> None:
    """Voices in church: chorale, motet in imitation, plain chant over a drone or romantic part-song, alone or with organ, trombones or strings."""
    kind = s.pick("chorale", "motet", "chant", "anthem")
    s.set((62, 96) if kind != "motet" else (72, 120), ("major", "dorian", "minor", "mixolydian", "harmonic-minor"), keys="D F G A Eb C",
        rubato=0.02 if kind == "chant" else 0.0, room=("church", "church", "hall", "cave"))
    major = s.scale in ("major", "mixolydian")
    one, two = s.pick(("I V/3 | vi iii | IV I/3 | ii V", "I IV | I/3 ii | V vi | IV V"), ("I IV/3 | V I | vi II7/3 | V",
        "vi iii | IV I | ii V | I")) if major else s.pick(("i V/3 | i bVII | bIII iv | V", "iv i | bVI bIII | iiø V | i"), ("i bVII | bVI V | i iv | V",
        "bIII bVII | i V | bVI iv | V i"))
    s.until(48, "a b a", a=f"{one} | {one}" if kind != "chant" else "i | i | bVII | i" if not major else "I | I | IV | I", b=two if kind != "chant"
        else "i | bVII | i | i" if not major else "I | V | IV | I")
    names = s.pick(("~choir-low", "~choir-low", "~choir", "~choir"), ("choir", "choir", "oohs", "oohs"), ("~vocal-low", "~backing", "~vocal", "~vocal"),
        ("~choir-low", "choir", "choir", "~choir"))
    parts = [s.part(name, name=f"voice {number}", level=0, pan=(number - 1.5) * 0.35) for number, name in enumerate(names)]
    if kind in ("chorale", "anthem"):
        choir(s, parts, "x___x___x___x___", "x_______x___x___", "x_____x_x___x___", centre=62)
        if s.chance(0.6):
            pad(s, s.part("church-organ", "~pipe-organ", "reed-organ", "~soft-organ", level=-4), 60, 4)
    elif kind == "motet":
        subject = tune(s, parts[3], 64, 79, "x_______x___x___", "x_____x_x_x_x___", "x___x_x_x_x_x_x_", plan="ABAC", chordal=1.0, leap=0.2, vel=80)
        canon(s, subject, parts[2], 8.0, -3)
        canon(s, subject, parts[1], 4.0, -7)
        canon(s, subject, parts[0], 12.0, -11)
        if s.chance(0.5):
            bass(s, s.part("church-organ", "trombone", "cello", "~pipe-organ", level=-4), "R_______R_______", low=36)
    else:
        line = tune(s, parts[0], 50, 67, "x_x_x_x_x___x___", "x___x_x_x_x_x_x_", "x_x_x___x_______", plan="ABCA", chordal=0.3, leap=0.1, grace=0.1, vel=82)
        shadow(s, line, parts[1], semitones=s.pick(0, 7, 12))
        drone(s, s.part("~choir-low", "~drone", "church-organ", "~pipe-organ", level=-4), 43 + (s.tonic - 43) % 12, again=8)
    if s.chance(0.35):
        pad(s, s.part("strings", "slow-strings", "trombone", "harp", level=-5), 57, 3)
    if kind == "anthem":
        arp(s, s.part("harp", "church-organ", "piano", "~pipe-organ", level=-4), "1_2_3_4_3_2_1_2_", "1.2.3.2.", centre=66, n=3, vel=66)
