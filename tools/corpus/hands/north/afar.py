"""World and classical music: drones, bells and long forms; orchestras, quartets and keyboards without a drummer."""

from __future__ import annotations

from hands.north.craft import below, comp, figure, own_row, pad, sung, tune
from hands.north.drummer import hands
from score import Note, Part
from song import Song, style

BELLS = ("x.x.xx.x.x.x", "x.x.x.xx.x.x", "x..x.x..x.x.")
"""West African time lines over twelve pulses."""


@style("World", like="Latin")
def north_highlife_guitars(s: Song) -> None:
    """West and central Africa: two or three guitars (or kora and balafon) that interlock over a bell, a bass that jumps, a caller and a choir."""
    twelve = s.chance(0.4)
    s.set((100, 136), s.pick("major", "major", "mixolydian", "major-pentatonic"), keys="C G D A F", room=("outdoors", "room", "club"))
    vamp = s.pick("I | IV | V | IV", "I | IV | I | V", "I | I | IV | V", "I | ii | V | I", "I IV | V I")
    four = " | ".join((vamp.split(" | ") * 2)[:4])
    s.until(46, "guitars call call guitars", guitars=four, call=f"{four} | {four}")
    bell = s.pick(*BELLS) if twelve else s.pick("x..x..x...x.x...", "x.x.xx.x.x.x.xx.", "x..x...x..x.x...")
    hands(s, s.part("kit:standard", level=-3, pan=0.4), {s.pick("agogo", "cow", "block"): bell, s.pick("shaker", "maracas", "cabasa"): "xooxooxooxoo" if twelve else "xoxoxoxo"})
    hands(s, s.part("kit:standard", level=-1), {"conga": "..x.xx..x.xx" if twelve else "..x..xx...x..xx.", "tumba": "x.....x....." if twelve else "x.......x.x.....",
            "slap": "...x.....x.." if twelve else "....x.......x...", **({"kick": "x..x..x..x.." if twelve else "x...x...x...x..."} if s.chance(0.5) else {})}, wild=0.15)
    grid = 12 if twelve else 16
    for pan in (-0.6, 0.6, 0.1)[:s.pick(2, 2, 3)]:
        row = "".join(s.pick("1", "2", "3", "4", "5") if s.chance(0.55) else "." for _ in range(grid))
        comp(s, s.part("clean-guitar", "~electric-guitar", "~kora", "marimba", "kalimba", "nylon", pan=pan, level=-1), "1" + row[1:], s.pick(62, 67, 72), 3, loud=80)
    figure(s, s.part("finger-bass", "~electric-bass", "~string-bass", level=1), ("1..5..8..5..", "1.1..55..3.a") if twelve else ("1..1..5...8.5...", "1...5.8...5.3.a.",
            "..1.1.5...1.1.3."), 30)
    rows = ("x.xx.x", "xx.x-.", "x-xxx-") if twelve else ("x.xx.xx-", ".xxx.x--", "xx.x.x-.")
    sung(s, "call", rows, 0.9, ("tenor-sax", "trumpet"), turns="xx..", form="ABCD", voices="~vocal ~vocal-low")
    choir = tune(s, s.part("~backing", "choir", "~vocal-duo", level=1), 55, 72, "call", rows, turns="..xx", form="AAAA", sing=True, repeat=0.35)
    below(s, choir, s.part("~vocal-duo", "~backing", level=-1))
    tune(s, s.part("clean-guitar", "~kora", "tenor-sax", "marimba", "flute", level=1), 64, 86, "guitars", density=0.7, grid=3 if twelve else 4, form="AABA")


@style("World", like="Folk")
def north_maqam_ensemble(s: Song) -> None:
    """From Cairo to Istanbul: oud, reed or violin in unison with ornaments over a goblet drum, a drone below, a solo without time between."""
    meter = s.pick(4.0, 4.0, 4.0, 5.0, 3.5, 4.5)
    s.set((84, 138), s.pick("hijaz", "phrygian-dominant", "double-harmonic", "harmonic-minor", "kafi"), keys="D A E G", beats=meter, room=("room", "outdoors", "hall", "club"))
    s.until(46, "refrain verse refrain solo", refrain="I5 | I5 | I5 | I5", verse=s.pick("I5 | I5 | iv | I5", "I5 | bII | I5 | I5", "I5 | I5 | bVII5 | I5")
            if s.scale != "kafi" else "I5 | bVII | I5 | iv", solo="I5 | I5 | I5 | I5")
    count = round(meter * 2)
    drum = {8: ("X.o.X.o.", "XX.oX.o.", "X.ooX.o.", "X..X..X."), 10: ("X..oX.X.o.", "X.oX.o.X.o"), 7: ("X..o.o.", "X.oX.o.", "X..X.X."), 9: ("X.o.X.oX.", "X.X.X..o.")}[count]
    low = s.pick(*drum)
    high = "".join("." if mark == "X" else s.pick("x", "g", "g", "o") for mark in low)
    hands(s, s.part("kit:standard", level=0), {"tumba": low.replace("o", "."), "bongo": high, **s.pick({"tamb": "".join(s.pick("x", "o") for _ in range(count))}, {},
                                                                                                       {"slap": low.replace("X", ".")})}, wild=0.1)
    lead = s.part("~oud", "violin", "clarinet", "~shawm", "shanai", "flute", "~bowed", level=2)
    line = tune(s, lead, 57, 79, ("refrain", "verse"), density=0.6, grid=s.pick(2, 4), leap=0.08, stick=0.35, repeat=0.2)
    for note in list(line):
        if note.length > 0.45 and s.chance(0.4):
            note.bend = ((0.0, s.pick(1.0, -1.0)), (0.1, 0.0), (0.2, s.pick(0.7, 0.0)), (0.3, 0.0))
    for octave in (0, -12)[:s.pick(1, 2)]:
        other = s.part("~oud", "violin", "dulcimer", "~dulcimer", "accordion", "strings", level=-2, loose=0.015)
        for note in line:
            if s.chance(0.92):
                other.add(note.start, note.length, note.pitch + octave, note.velocity - 10)
    solo = s.part("clarinet", "~oud", "violin", "~reed", "pan-flute", "~vocal", level=2)
    tune(s, solo, 57, 82, "solo", density=0.7, grid=4, form="ABCD", leap=0.08, stick=0.3, repeat=0.25, scoop=0.3, sing=True)
    if s.chance(0.45):
        sung(s, "verse", density=0.5, leap=0.08, stick=0.35, scoop=0.4, chance=1.0)
    figure(s, s.part("~oud", "contrabass", "cello", "~string-bass", level=-2), "1" + own_row(s, count, 0.4, "1158", 0.4)[1:], 36, pedal=s.chance(0.5))
    if s.chance(0.5):
        pad(s, s.part("~drone", "strings", "reed-organ", level=-8), 50, 2)


@style("World", like="Classical")
def north_raga_in_tala(s: Song) -> None:
    """Sitar, sarod or flute over tanpura and tabla: slow phrases that slide, faster ones to the cadence in threes."""
    s.set((66, 128), s.pick("kafi", "bhairav", "yaman", "bhupali", "todi", "mixolydian"), keys="C D Db", beats=s.pick(4.0, 4.0, 3.5, 5.0), room=("room", "hall", "plate"))
    s.until(46, "slow gat gat fast", slow="I5 | I5 | I5 | I5", gat="I5 | I5 | I5 | I5", fast="I5 | I5 | I5 | I5")
    drone = s.part("~sitar", "sitar", "~drone", level=-7, pan=0.3)
    tonic = 48 + s.tonic
    for bar in s.bars():
        for place, step in enumerate((7, 12, 12, 0)):
            drone.add(bar.start + place * bar.beats / 4, bar.beats / 4 * 1.6, tonic + step, 60)
    count = round(s.beats * 4)
    free = lambda share: "".join(s.pick("x", "o", "g") if s.chance(share) else "." for _ in range(count))  # noqa: E731
    low = "".join("X" if place % 8 == 0 and s.chance(0.8) else "x" if s.chance(0.15) else "." for place in range(count))
    hands(s, s.part("kit:standard", level=-1), {"bongo": free(0.5), "tumba": low, "conga": free(0.15)}, where=("gat", "fast"), wild=0.1)
    if s.chance(0.5):
        hands(s, s.part("kit:standard", level=-3), {"bongo": free(0.2), "tumba": low}, where="slow")
    lead = s.part("~sitar", "sitar", "flute", "~flute", "shanai", "violin", "~vocal", level=2)
    slow = tune(s, lead, 60, 79, "slow", density=0.3, leap=0.1, stick=0.2, sing=True, form="ABCD")
    for note in slow:
        if note.length > 0.6:
            note.bend = ((0.0, -s.pick(1.0, 2.0)), (note.length * 0.3, 0.0), (note.length * 0.6, s.pick(0.0, 1.0)), (note.length * 0.8, 0.0))
    tune(s, lead, 60, 82, "gat", density=0.55, grid=s.pick(2, 4), leap=0.1, stick=0.25, scoop=0.4, sing=True)
    tune(s, lead, 60, 86, "fast", density=0.9, grid=4, leap=0.06, stick=0.2, sing=True, repeat=0.25)
    if s.chance(0.5):
        answer = s.part("violin", "flute", "~sitar", "~vocal-low", level=0)
        tune(s, answer, 55, 76, ("gat", "fast"), density=0.6, grid=4, leap=0.08, stick=0.25, turns="..xx", sing=True)


# Classical.

PERIODS = (
    ("I | V7/3 | I | V | I | IV | I/5 V7 | I", "I | ii7 | V7 | I | vi | ii6 | I/5 V7 | I", "I | IV | V7/5 | I/3 | IV | ii | V7 | I",
     "I V/3 | vi iii | IV I/3 | ii V | I V/3 | vi IV | I/5 V7 | I"),
    ("i | V7/3 | i | V | i | iv | i/5 V7 | i", "i | iv | V7 | i | bVI | iv | i/5 V7 | i", "i V/3 | i bVII | bIII bVII | bVI V | i | iiø | V7 | i",
     "i | V7/5 | i/b3 | V | bVI | bII | V7 | i"),
)
MIDDLES = (
    ("V | II7/3 | V | VI7 | II7 | V | II7 | V7", "vi | III7 | vi | II7 | V | I | II7 | V7", "IV | I/3 | ii | V7 | iii | vi | II7 | V7"),
    ("bIII | bVII7 | bIII | bVI | iv | V7 | bVI | V7", "bVI | bIII | iv | i | iiø | V7 | #iv°7 | V", "bIII | bVII | iv | bVI | bII | V7 | i/5 | V7"),
)
SEQUENCES = ("I IV | viiø iii | vi ii | V I", "i iv | bVII bIII | bVI iiø | V i")


def trills(s: Song, notes: list[Note], part: Part, share: float = 0.15) -> None:
    """Some long notes become a turn or a trill with the note above."""
    for note in notes:
        if 0.4 < note.length < 2.1 and s.chance(share):
            step = s.pick(1, 2)
            count = int(note.length / 0.125) - 1
            for place in range(1, min(count, s.pick(3, 4, 12))):
                part.add(note.start + place * 0.125, 0.12, note.pitch + (step if place % 2 else 0), note.velocity - 10)


@style("Classical", like="Folk")
def north_serenade_for_strings(s: Song) -> None:
    """Strings alone, a quartet or an orchestra: violins with the tune, repeated eighths or pizzicato within, cellos below; a middle part elsewhere."""
    minor = s.chance(0.4)
    three = s.chance(0.35)
    s.set((66, 138), "harmonic-minor" if minor else "major", keys="G D C F Bb A", beats=3.0 if three else 4.0, rubato=s.between(0.0, 0.02), room=("hall", "church", "room"))
    s.until(46, "theme theme middle theme", theme=s.pick(*PERIODS[minor]), middle=s.pick(*MIDDLES[minor]))
    first = s.part("violin", "strings", "~section", level=2, pan=-0.5)
    rows = ("x-xxx-", "x--xx-", "xx-xx-", "x-x-xx") if three else ("x-xxx-x-", "x---xxx-", "x--xxxxx", "xxxxx-x-", "x-x-x--x", ".xxxx-x-")
    line = tune(s, first, 67, 88, rows=rows, form=s.pick("ABAC", "AABC", "ABAB"), leap=0.25, repeat=0.12, stick=0.85)
    trills(s, line, first)
    second = s.part("violin", "strings", "pizzicato", level=-2, pan=-0.2)
    comp(s, second, ("xxxxxx", "..x.x.", "123232") if three else ("xxxxxxxx", ".x.x.x.x", "12323232", "x-.xx-.x", "x-------"), 64, 3, loud=70)
    comp(s, s.part("viola", "strings", level=-3, pan=0.2), ("x-----", "..x.x.", "121212") if three else ("x---x---", ".x.x.x.x", "12121212", "xxxxxxxx"), 58, 2, loud=68)
    low = s.part("cello", "contrabass", "pizzicato", level=0, pan=0.5)
    figure(s, low, ("1-----", "1---5-", "1-.-.-") if three else ("1---1---", "1-3-5-3-", "1---5---", "1-------", "1.1.1.1."), 36)
    if s.chance(0.4):
        tune(s, s.part("cello", "viola", level=1), 50, 69, "middle", rows=rows, leap=0.25)
    for part in (first, second, low):
        s.swell(part, s.pick(45, 60), 118, s.pick(2.0, 4.0, 8.0))


@style("Classical", like="Jazz")
def north_keyboard_sonata(s: Song) -> None:
    """One keyboard: broken chords under a tune with turns and runs, or a nocturne's wide left hand; a middle part in another key."""
    slow = s.chance(0.4)
    minor = s.chance(0.4)
    three = s.chance(0.35)
    s.set((56, 80) if slow else (96, 148), "harmonic-minor" if minor else "major", keys="C F G Eb A D", beats=3.0 if three else 4.0, rubato=s.between(0.015, 0.05) if slow
          else s.between(0.0, 0.015), room=("hall", "room", "hall", "plate"))
    s.until(46, "theme theme middle theme", theme=s.pick(*PERIODS[minor]), middle=s.pick(*MIDDLES[minor]))
    voice = s.pick("piano", "piano", "bright-piano", "piano", "harpsichord", "~harpsichord") if not slow else "piano"
    left = s.part(voice, level=-2, pan=-0.1)
    right = s.part(voice, level=1, pan=0.1)
    if slow:
        patterns = ("l23432l23432", "l-3.5.4.3.4.", "l.5.4.3.5.4.") if not three else ("l23432", "l-5-4-", "l34543")
    else:
        patterns = ("1323132313231323", "13231323", "l.2.3.2.", "12321232", "l.x.l.x.", "1.3.2.3.1.3.2.3.") if not three else ("132323", "l.x.x.", "123232123232", "1-2-3-")
    comp(s, left, patterns, 55 if not slow else 58, 3, loud=66, plan={"middle": s.pick(*patterns)})
    rows = ("x-x.x.", "x--xxx", "xxxxxx", "x---x-") if three else ("x-x-xxxx", "x---x.x.", "xxxxx-x-", "x-.xx-x-", "xxxxxxxxx---x---", "x---xxxxxxxxxxxx", "x--xx---")
    line = tune(s, right, 67, 91, rows=rows, form=s.pick("ABAC", "AABC", "ABCB"), leap=0.25, repeat=0.12, stick=0.8)
    trills(s, line, right, 0.25 if not slow else 0.12)
    if s.chance(0.6):
        below(s, line, right, s.pick(-2, -2, -4), 0.35)
    shape = s.pick(4.0, 8.0)
    for note in (*left.notes, *right.notes):
        wave = abs((note.start / (shape * s.beats)) % 2 - 1)
        note.velocity = min(max(note.velocity * (0.72 + 0.4 * wave), 20), 122)


@style("Classical", like="World")
def north_baroque_concerto(s: Song) -> None:
    """Continuo and strings in running notes, sequences down the circle of fifths, a solo violin, oboe or trumpet between the tutti."""
    minor = s.chance(0.5)
    three = s.chance(0.25)
    s.set((78, 112), "harmonic-minor" if minor else "major", keys="D G A C F Bb", beats=3.0 if three else 4.0, room=("church", "hall", "room"))
    sequence = SEQUENCES[minor]
    s.until(46, "tutti solo tutti solo tutti", tutti=s.pick(*PERIODS[minor]), solo=f"{sequence} | {s.pick(*MIDDLES[minor])}")
    runs = ("xxxxxxxxxxxx", "x-xxx-xxx-xx", "x-x-xxxxxxxx") if three else ("xxxxxxxxxxxxxxxx", "x-xxx-xxx-xxx-xx", "x-x-xxxxxxxxxxxx", "xxx-xxx-xxxxxxxx", "x---x-xxx---x-xx")
    violins = s.part("strings", "violin", "~section", level=1, pan=-0.4)
    tune(s, violins, 64, 86, "tutti", runs, form="ABAC", leap=0.3, repeat=0.2, stick=0.8)
    soloist = s.part("violin", "oboe", "trumpet", "recorder", "flute", "bassoon", "cello", level=2)
    line = tune(s, soloist, 62, 84, "solo", runs, form="AABC", leap=0.3, repeat=0.1, stick=0.8)
    trills(s, line, soloist, 0.2)
    comp(s, violins, ("x.x.x.x.", "x---....", "x.x.....") if not three else ("x.x.x.", "x-...."), 66, 2, "solo", 66)
    comp(s, s.part("viola", "strings", level=-3, pan=0.2), ("x.x.x.x.", "12121212", "xxxxxxxx") if not three else ("x.x.x.", "121212"), 58, 3, loud=70)
    comp(s, s.part("harpsichord", "~harpsichord", "church-organ", "~pipe-organ", level=-2, pan=0.1), ("x-x-x-x-", "x.1.2.3.", "x---x---", "x-123-12") if not three
         else ("x-x-x-", "x-1-2-"), 62, 4, loud=72, roll=0.02)
    figure(s, s.part("cello", "contrabass", "bassoon", level=0, pan=0.4), ("1.1.1.1.", "1.3.5.a.", "1-8-5-3-", "1181118a") if not three else ("1.1.1.", "1-3-a-", "118111"), 36)
    if s.chance(0.35):
        figure(s, s.part("timpani", level=-4), ("1...1.11", "1......."), 40, "tutti", short=0.8)
    if s.chance(0.3):
        pad(s, s.part("choir", "~choir", level=-1), 64, 4, "tutti")


@style("Classical", like="Pop")
def north_romantic_orchestra(s: Song) -> None:
    """A symphony's slow or stormy movement: horns and woodwinds in turns with the strings, tremolo, harp, timpani, long swells."""
    minor = s.chance(0.55)
    slow = s.chance(0.55)
    three = s.chance(0.3)
    s.set((54, 82) if slow else (104, 150), "harmonic-minor" if minor else "major", keys="C D Eb G E F", beats=3.0 if three else 4.0, rubato=s.between(0.01, 0.04),
          room=("hall", "church", "hall"))
    s.until(46, "theme winds climax theme", theme=s.pick(*PERIODS[minor]), winds=s.pick(*MIDDLES[minor]), climax=s.pick(*PERIODS[minor]))
    rows = ("x---x-", "x-xxx-", "x--x--", "x-----") if three else ("x---x-x-", "x-----xx", "x--xx---", "x-x-xxx-", "x-------", "..x-x-xx")
    strings = s.part("strings", "slow-strings", "~section", level=1, pan=-0.3)
    line = tune(s, strings, 62, 86, ("theme", "climax"), rows, form="ABAC", leap=0.3, bars=s.pick(2, 4), repeat=0.1)
    below(s, line, s.part("strings", "viola", level=-2), s.pick(-2, -7))
    solo = s.part("oboe", "clarinet", "flute", "horn", "english-horn", "cello", "bassoon", level=2)
    tune(s, solo, 60, 82, "winds", rows, leap=0.3, form="ABAC")
    tune(s, s.part("horn", "trombone", "trumpet", "brass", level=0), 53, 74, "climax", rows, form="AAAB")
    inner = s.part("tremolo-strings", "strings", "harp", "pizzicato", level=-3, pan=0.3)
    comp(s, inner, ("x-----", "123432", "..x.x.") if three else ("x-------", "12345432", "1234543212345432", ".x.x.x.x", "xxxxxxxx"), 60, 4, loud=64)
    pad(s, s.part("horn", "strings", "bassoon", "slow-strings", level=-5), 57, 3, ("climax", "theme"))
    bass = figure(s, s.part("contrabass", "cello", level=-1, pan=0.5), ("1-----", "1---5-") if three else ("1-------", "1---5---", "1-1-1-1-"), 30)
    if s.chance(0.7):
        figure(s, s.part("timpani", level=-3), ("1---....", "1.1.1111", "1.....11"), 38, "climax", short=1.0)
    if s.chance(0.3):
        hands(s, s.part("kit:orchestra", level=-6), {"crash": "x...............|................"}, "climax")
    for part in (strings, inner, bass, solo):
        s.swell(part, s.pick(40, 55), 122, s.pick(4.0, 8.0))
