"""Bandstands: jazz from the ballroom to the cellar, and the dance bands of the south."""

from __future__ import annotations

from hands.spring.craft import arp, bass, comp, drums, pad, pulse, walk
from hands.spring.tunes import blow, shadow, tune
from song import Song, style

RIDE = ("R:x...x.x.x...x.x. p:....x.......x... k:o...o...o...o...", "R:x...x.x.x...x.x. p:....x.......x... s:......o.......,. k:..........o.....",
    "R:x...x.x.x.x.x... p:....x.......x... s:..o.......o...o. k:......x.........")
"""Ding-dinga-ding with the foot on two and four, and a left hand that comments."""
CHANGES = (
    "ii7 | V7 | Imaj7 | VI7b9 | ii7 | V7 | Imaj7 | Imaj7", "Imaj7 VI7 | ii7 V7 | iii7 VI7 | ii7 V7 | Imaj7 I7 | IV6 #iv°7 | Imaj7 VI7 | ii7 V7",
    "Imaj7 | Imaj7 | iv7 | bVII7 | Imaj7 | VI7 | ii7 | V7",
    "i7 | iiø V7alt | i7 | i7 | iv7 | bVII7 | bIIImaj7 | iiø V7alt", "vi7 | ii7 | V7 | Imaj7 | IVmaj7 | viiø | III7b9 | vi7",
    "Imaj7 | II7#11 | ii7 | V7 | Imaj7 | bIIImaj7 | bVImaj7 | bIImaj7",
    "Imaj7 | iiiø VI7b9 | ii7 | iv7 bVII9 | iii7 | VI7 | ii7 | V7b9",
)
"""Eight bars each of what everybody at the session knows."""


@style("Jazz", like="Blues")
def spring_stand_cellar(s: Song) -> None:
    """Bebop and hard bop: unison head, long running solos over fast changes or a blues, walking bass, ride cymbal, dropped chords."""
    s.set((136, 232), ("major", "bebop", "dorian"), keys="F Bb Eb C Ab", swing=(0.6, 0.95), room=("club", "room", "booth"))
    if s.chance(0.3):
        form = s.pick("I7 | IV7 | I7 | v7 I7 | IV7 | #iv°7 | I7 | VI7 | ii7 | V7 | I7 VI7 | ii7 V7",
            "i7 | iv7 | i7 | i7 | iv7 | iv7 | i7 | i7 | bVI7 | V7alt | i7 | V7")
    else:
        form = s.pick(*CHANGES)
    s.until(46, "head solo second head", head=form, solo=form, second=form)
    drums(s, s.part("kit:jazz", "kit:standard", "kit:brush", level=-2), *RIDE, fill=s.pick("brush", "snare"), crash=0.3)
    walk(s, s.part("upright", "~string-bass", "finger-bass", level=1))
    comp(s, s.part("piano", "jazz-guitar", "piano", "vibraphone", "drawbar", level=-2), "..x_......x_x___", "x__x__......x_..|......x_........",
        "......x___....x_", "x_....x_........|..x_x_..........", centre=61, n=4, short=0.8, vel=74)
    first, second = s.part("trumpet", "alto-sax", "muted-trumpet", "clarinet", level=2), s.part("tenor-sax", "trombone", "alto-sax", "jazz-guitar", level=1)
    notes = tune(s, first, 62, 82, "x_x_x_x_..x_x_..", "..x_x_x_x_x_x_x_", "x__x__x_x_x_....", "xxx_x_x_x___..x_", where="head", plan="ABAC", chordal=0.85,
        leap=0.3, grace=0.15)
    shadow(s, notes, second, semitones=s.pick(0, -12, -5))
    blow(s, first, 60, 86, where="solo", busy=s.between(0.7, 1.0))
    blow(s, s.part("piano", "vibraphone", "jazz-guitar", "flute", level=1) if s.chance(0.4) else second, 58, 84, where="second", busy=s.between(0.6, 0.9))


@style("Jazz", like="Classical")
def spring_stand_lamplight(s: Song) -> None:
    """Trio by lamplight: ballad or jazz waltz with brushes, spread ninths, a piano, vibraphone, guitar or voice that takes its time."""
    waltz = s.chance(0.45)
    s.set((104, 156) if waltz else (58, 88), ("major", "dorian", "melodic-minor"), keys="Eb Db Ab F D", beats=3.0 if waltz else 4.0, swing=(0.5, 0.9),
        room=("club", "room", "hall"))
    form = s.pick(*CHANGES, "Imaj9 | IVmaj7#11 | Imaj9 | IVmaj7#11 | bIIImaj9 | bVImaj9 | ii9 | V9sus4",
        "i9 | bVImaj9 | iv9 | bII7#11 | i9 | IV13 | bVImaj7 | V7alt")
    s.until(48, "head solo head", head=form, solo=form)
    drums(s, s.part("kit:brush", "kit:jazz", level=-4), *(("R:x...x.x.x... p:....x....... s:o.o.o.o.o.o.", "s:o.o.x.o.o.o. p:....x....... R:x...x...x.x.")
        if waltz else ("s:o.o.x.o.o.o.x.o. p:....x.......x... k:o.......o.......", "R:x...x.x.x...x.x. s:o.o.o.o.o.o.o.o.")), soft=14, crash=0.1)
    low = s.part("upright", "~string-bass", "fretless", level=0)
    if waltz:
        bass(s, low, "R___________", "R_______5___", "R___5___8___", low=29, vel=86)
    elif s.chance(0.5):
        bass(s, low, "R_______5_____a_", "R_____R_5_______", low=29, vel=86)
    else:
        walk(s, low, vel=84)
    keys = s.part("piano", "piano", "rhodes", "jazz-guitar")
    comp(s, keys, *(("x_______x___", "..x_____....", "x___..x_____") if waltz else ("x_______..x_____", "..x_____x_______", "x___________o___")), centre=60,
        n=5, spread=s.chance(0.3), strum=0.02, vel=66)
    lead = s.part("piano", "vibraphone", "~vibes", "flute", "~vocal", "muted-trumpet", "jazz-guitar", "tenor-sax", level=2)
    tune(s, lead, 62, 84, where="head", plan="ABAC", busy=0.35, grace=0.2, sing="soft", bend=0.15, vel=80)
    blow(s, keys if s.chance(0.4) else lead, 62, 88, where="solo", busy=0.6, vel=82)
    if s.chance(0.25):
        pad(s, s.part("strings", "slow-strings", level=-7), 66, 4, where="head")


@style("Jazz", like="Disco")
def spring_stand_ballroom(s: Song) -> None:
    """Swing band or hot club: riffs thrown between brass and reeds, four-to-the-bar guitar, clarinet or fiddle flying above, a stomp on the tom-toms."""
    s.set((150, 226), ("major", "major", "harmonic-minor"), keys="Bb F Eb C G", swing=(0.7, 1.0), room=("hall", "club", "room"))
    form = s.pick(*CHANGES[:2], "I6 | I6 | ii7 | V7 | ii7 | V7 | I6 | I6",
        "I6 | VI7 | II7 | V7 | I6 | I7 | IV6 iv6 | I6 V7") if s.scale == "major" else s.pick("im6 | im6 | ivm6 | ivm6 | V7 | V7 | im6 | V7",
        "im6 | iiø V7 | im6 | I7 | ivm6 | im6 | bVI7 V7 | im6")
    s.until(46, "riff solo shout riff", riff=form, solo=form, shout=form)
    hot_club = s.chance(0.3)
    if not hot_club:
        drums(s, s.part("kit:jazz", "kit:standard", level=-1), "R:x...x.x.x...x.x. p:....x.......x... k:x...x...x...x...",
            "h:x...x.x.x...x.x. s:....o.......o... k:x...x...x...x...", "6:X.xxX.xxX.xxX.xx k:x...x...x...x... p:....x.......x...", fill="snare")
        reeds, brass = s.part("alto-sax", "tenor-sax", "clarinet", level=1), s.part("brass", "trumpet", "~brass-section", level=1)
        notes = tune(s, reeds, 58, 76, "x_x_x_..x_x_x_..", "..x_x_x_x___....", "x__x__x_........", where="riff", plan="AAAB", bars=2)
        for steps in (-2, -4):
            shadow(s, notes, s.part("tenor-sax", "alto-sax", "baritone-sax", "trombone", level=-2), steps=steps)
        comp(s, brass, "........x..x..X.|................", "..........X.X...", "x..X............|..........x.X...", centre=66, n=4, where=("riff", "solo"),
            short=0.6, vel=94)
        comp(s, brass, "X..x..X...x.X...", "..X...X.x.x.X...", "X...x.x...X...x.", centre=69, n=4, where="shout", short=0.6, vel=106)
    walk(s, s.part("upright", "~string-bass", level=1), skip=0.04)
    comp(s, s.part("steel", "~steel-guitar", "jazz-guitar", level=0 if hot_club else -4), "x...X...x...X...", "x.m.X.m.x.m.X.m.", centre=57, n=4, strum=0.01,
        short=0.6)
    star = s.part("clarinet", "violin", "trumpet", "fiddle", "tenor-sax", "vibraphone", level=2)
    blow(s, star, 62, 90, where=("solo", "riff", "shout") if hot_club else "solo", busy=0.85, bend=0.15)
    if hot_club:
        blow(s, s.part("~steel-guitar", "~nylon-guitar", "accordion", level=1), 57, 80, where="shout", busy=0.7, bend=0.1)
    else:
        tune(s, s.part("~vocal", "~vocal-low", "clarinet", level=2), 60, 79, where="shout", plan="ABAC", busy=0.4, sing="scat", bend=0.2)
    comp(s, s.part("piano", "honky-tonk", level=-5), "..x_....x_......", "......x_......x_", centre=66, n=4)
    if s.chance(0.25):
        s.master.append("old")


@style("Latin", like="Jazz")
def spring_south_sonero(s: Song) -> None:
    """Salsa and son: tumbao bass that skips the one, piano montuno in octaves, congas, bell and clave, brass mambo, coro and sonero."""
    s.set((164, 216), ("minor", "major", "dorian", "harmonic-minor"), keys="C D G A F", room=("club", "plate", "room"))
    prog = s.pick("i | iv | V7 | i", "i | V7 | V7 | i", "i7 | bVII | bVI | V7", "i | i | iv | V7") if s.scale != "major" else s.pick("I | IV | V7 | IV",
        "ii7 | V7 | I | I", "I | vi | ii | V7", "I | V7 | V7 | I")
    s.until(46, "verse coro mambo coro", verse=f"{prog} | {prog}", coro=prog, mambo=prog)
    clave = s.pick("x.....x.....x...|....x...x.......", "....x...x.......|x.....x.....x...")
    pulse(s, s.part("kit:standard", level=-6), 75, clave)
    drums(s, s.part("kit:standard", "kit:room", "~kit:linn", level=0), "q:x.x.X.x.x.x.x... Q:............x.x. b:x...x.x.x...x.x.",
        "q:o.o.X.o.o.o.o... Q:............X.X. u:......x......... T:....x.......x.x.",
        "Q:............X.X. q:x.x.X.x.x.x..... B:x...x.x.x.x.x.x. k:......x.......x.", fill="latin")
    drums(s, s.part("kit:standard", level=-7), "g:x.x.x.x.x.x.x.x.", "i:x.xxx.x.x.xxx.x. j:..........x.x...", "z:x.xxx.xxx.xxx.xx")
    bass(s, s.part("upright", "finger-bass", "~string-bass", "~electric-bass", level=2), "......5_____8___", "......R_____5___", "R_....5_____a___", low=29,
        vel=104)
    montuno = s.part("piano", "bright-piano", "electric-grand", level=1)
    cell = s.pick(*_MONTUNO)
    for octave in (0, 12):
        arp(s, montuno, cell, centre=60, n=3, rise=octave, vel=88)
    brass = s.part("brass", "trumpet", "trombone", "~brass-section", level=1)
    notes = tune(s, brass, 62, 81, "x_x_..x_x_x_..x_", "..x_x_x_x___x_x_", "x__x__x___x_x___", where="mambo", plan="AAAB", bars=2, sing="open")
    shadow(s, notes, s.part("trombone", "trumpet", "tenor-sax", "flute", level=-1), steps=s.pick(2, -2), chance=1.0)
    comp(s, brass, "..............x.|x...............", "x.x.............", centre=64, n=3, where="coro", short=0.6)
    tune(s, s.part("~vocal", "~vocal-low", "~vocal", "flute", level=3, pan=0.0), 60, 77, "..x_x_x_x_x_x___", "x_x_x_x___......", where="verse", plan="ABAC",
        sing="words", bend=0.15)
    coro = tune(s, s.part("~backing", "~vocal-duo", level=2), 60, 74, "x_x_x_x_x___....|................", "..x_x_x_x_x_x___|................", where="coro",
        plan="A", sing="shout")
    shadow(s, coro, s.part("~vocal", "~backing", level=-1), steps=2)


_MONTUNO = ("1.2.3.2.1..2.3.2|.2.3.2.1..2.3.2.", "1..3.2.3..1.3.2.|.3.2.3..1.3.2.3.", "12.3.2.1.2.3.2.3")
"""Where the pianist's hands fall."""


@style("Latin", like="Jazz")
def spring_south_balcony(s: Song) -> None:
    """Bossa nova and samba: nylon guitar in thumb and fingers, soft shaker and rim or a whole bateria, ninths that slide by half steps, a whispering voice."""
    samba = s.chance(0.4)
    s.set((176, 216) if samba else (112, 148), ("major", "dorian", "major"), keys="D F A C Bb", room=("room", "booth", "club", "outdoors"))
    one, two = s.pick(("Imaj7 | II7 | ii7 | V7", "Imaj7 | Imaj7 | iv7 | bVII9"), ("i9 | V7#9 | i9 | IV13", "iv9 | bVII13 | bIIImaj7 | V7b9"),
        ("Imaj9 | #i°7 | ii9 | #ii°7", "iii7 | VI7b9 | ii9 | bII7#11"), ("I69 | VI7 | ii9 | V13", "IVmaj7 | ivm6 | iii7 VI7 | ii7 V7"))
    s.until(46, "a a b a", a=f"{one} | {one}" if s.chance(0.5) else one, b=two)
    if samba:
        drums(s, s.part("kit:standard", "kit:room"), "6:o.......X.......|o.......X.....x. g:xoxxxoxxxoxxxoxx q:x.x..x.xx.x.x.x. k:x..xx..xx..xx..x",
            "6:o.......X....... T:x.xx.xx.x.xx.xx. A:x.x..x.x.x.xx.x. g:xoxxxoxxxoxxxoxx", fill="latin", every=8)
    else:
        drums(s, s.part("kit:brush", "kit:standard", "kit:jazz", "~kit:minimal", level=-4),
            "k:x.....x.x.....x. r:x.....x.....x...|....x.....x..... h:x.x.x.x.x.x.x.x.", "k:x.....x.x.....x. r:x..x..x...x..x.. g:xoxoxoxoxoxoxoxo", soft=10,
            crash=0.0)
    bass(s, s.part("upright", "finger-bass", "~nylon-guitar", "~string-bass"), "R_____5_5_____R_", "R_____R_5_____5_", "R___..5_5___..a_", low=29, vel=86)
    comp(s, s.part("nylon", "~nylon-guitar", level=2), "x_..x_..x_..x___|..x_..x_x_..x_..", "x_....x_..x_..x_", "..x_..x_x_..x_..", centre=59, n=4,
        strum=0.008, vel=78)
    lead = s.part("~vocal", "~vocal-low", "flute", "tenor-sax", "~vocal", "piano", "whistle", level=2)
    notes = tune(s, lead, 57, 76, "..x_x_x_..x_x_x_", "x___..x_x_x_____", "x_x___x_x___x___", plan="AABC", sing=s.pick("words", "soft"), leap=0.15, vel=82)
    if samba:
        shadow(s, notes, s.part("~backing", "~choir", "~vocal-duo", "trombone", level=-2), steps=0)
        arp(s, s.part("~ukulele", "~mandolin", level=-2), "1.23.21.2.32.12.", centre=70, n=3)
    elif s.chance(0.5):
        pad(s, s.part("strings", "slow-strings", "rhodes", level=-6), 66, 3)
    if s.chance(0.35):
        comp(s, s.part("piano", "rhodes", level=-4), "......x_....x___", "x_....x_........", centre=66, n=4, vel=66)


@style("Latin", like="Reggae")
def spring_south_verbena(s: Song) -> None:
    """Cumbia and its relatives: scraper and long-short-short bell, root-fifth-octave bass, accordion or gaita riff, reverbed guitar, shouted dedications."""
    s.set((84, 116), ("minor", "harmonic-minor", "major"), keys="A D E G", room=("club", "outdoors", "plate", "room"))
    prog = s.pick("i | i | V7 | V7", "i | bVII | bVI | V7", "i | iv | V7 | i", "i | V7") if s.scale != "major" else s.pick("I | V7", "I | IV | V7 | I",
        "I | I | V7 | V7")
    s.until(46, "riff verse riff chorus", riff=f"{prog} | {prog}", verse=prog, chorus=prog)
    drums(s, s.part("kit:standard", "kit:room", "~kit:linn", "~kit:808"), "G:X.ooX.ooX.ooX.oo k:x...x...x...x... Q:..x...x...x..xx.",
        "G:X.xxX.xxX.xxX.xx k:x.......x....... s:..o...o...o...o. b:x...x...x...x...", "h:X.ooX.ooX.ooX.oo k:x...x...x...x... T:..x...x...x.x.x.",
        "G:X.ooX.ooX.ooX.oo u:x.....x.x.....x. Q:..xx..x...xx..x.", fill="latin")
    bass(s, s.part("finger-bass", "upright", "synth-bass", "~electric-bass", level=2), "R___8_5_R___5_3_", "R___3_5_R___3_5_", "R___5_5_R___8_5_",
        "R_______5___8___", low=28)
    comp(s, s.part("nylon", "clean-guitar", "piano", "accordion", "~organ", level=-1), "..x...x...x...x.", "..xx..xx..xx..xx", centre=65, n=3, short=0.5)
    lead = s.part("accordion", "~accordion", "clean-guitar", "clarinet", "~electric-guitar", "flute", "~square-lead", fx=s.pick((), ("delay",), ("tremolo",)),
        level=2)
    notes = tune(s, lead, 62, 84, "x_x_x_x_x_......", "..xxx_x_x___x_x_", "x___xxx_x_x_....", where=("riff", "chorus"), plan="AABA", grace=0.2)
    if s.chance(0.6):
        shadow(s, notes, s.part("trumpet", "accordion", "tenor-sax", "~brass-section", "clarinet", level=-2), steps=s.pick(2, -2))
    voice = s.part("~vocal", "~vocal-low", "~vocal-duo", level=3, pan=0.0)
    tune(s, voice, 57, 74, "x_x_x_x_x_______", "..x_x_x_x_x_x___", where="verse", plan="AABA", sing="words")
    tune(s, s.part("~backing", "~vocal-duo", level=1), 60, 74, "x_x_x___........", where="chorus", plan="A", sing="shout")
    if s.chance(0.5):
        comp(s, s.part("brass", "trumpet", "trombone", level=-2), "............x.x.|x...............", "x.x.x...........", centre=64, n=3,
            where=("verse", "riff"), short=0.6)
