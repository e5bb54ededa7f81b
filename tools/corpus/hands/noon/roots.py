"""Blues and Folk: shuffles, stomps and slow triplets; picked strings, session dances and sung work."""

from __future__ import annotations

from hands.noon import craft, tunes
from song import Song, style
from theory import MINOR_BLUES, TWELVE_BAR


@style("Blues", like="Rock")
def noon_beale_shuffle(s: Song) -> None:
    """Electric band shuffle of the clubs: boxed bass, horns that answer, a bent lead guitar or a singer."""
    s.set((98, 142), "blues", keys="E A G C Bb", swing=(0.85, 1.1), room=("club", "room", "plate"))
    s.until(46, s.pick("head solo", "head head solo", "solo head"), head=s.pick(*TWELVE_BAR), solo=s.pick(TWELVE_BAR[1], TWELVE_BAR[0]))
    kit = s.part("kit:standard", "kit:room", "kit:jazz", level=1)
    groove = s.pick("k:x.x.x.x.;s:..X..gX.;R:xoxoxoxo", "k:x..xx..x;s:..X...Xg;h:xoxoxoxo", "k:x...x...;s:xgXgxgXg;h:x.x.x.x.",
        "k:x..xx...;s:..X...X.;R:x.xox.xo;p:..x...x.")
    craft.beat(s, kit, groove, fills=12, crash=0.5, fill=s.pick("snare", "toms"))
    low = s.part("finger-bass", "pick-bass", "upright", level=1)
    if s.chance(0.4):
        craft.walk(s, low)
    else:
        craft.bass(s, low, s.pick("1.3.5.6./8.6.5.3.", "11335566/88776655", "1.1.5.6.", "1.8.7.5.", "11556655"))
    guitar = s.part("clean-guitar", "overdriven", "jazz-guitar", level=-4, fx=("amp:edge",))
    craft.comp(s, guitar, s.pick("..x...x.", ".o.x.o.x", "x.x.x.x.", "...x..x."), 58, 3, ring=0.5)
    if s.chance(0.6):
        keys = s.part("piano", "drawbar", "honky-tonk", level=-5)
        craft.comp(s, keys, s.pick("x--x--x-", ".xx..xx.", "oxoxoxox"), 64, 3, ring=0.7)
    lead = s.part("overdriven", "harmonica", "~vocal-low", "~electric-guitar", "tenor-sax", level=1, fx=("amp:crunch",) if s.chance(0.5) else ())
    tunes.tune(s, lead, 57, 76, "blues", "AAB", 4, where="head", only=lambda b: b.index % 4 < 3, bend=0.5, leap=0.15)
    other = s.part("overdriven", "~electric-guitar", "tenor-sax", "harmonica", level=1, fx=("amp:crunch", "delay"))
    tunes.solo(s, other, 60, 84, ("..xxx-x-", "xxx-x---", "x--xx-xx", ".xxxx-x-", "xxxxxxx-"), where="solo", bend=0.5, rest=0.35)
    tunes.solo(s, other, 60, 79, ("xxx-x---", "..xxx-x-"), where="head", only=tunes.ends, bend=0.5)
    if s.chance(0.45):
        horn = s.part("brass", "tenor-sax", "trumpet", level=-3)
        craft.comp(s, horn, s.pick(".......^/x.......", "..x..x../........", "x-----x./........"), 65, 3, ring=0.6)


@style("Blues", like="Folk")
def noon_levee_stomp(s: Song) -> None:
    """One guitar, a foot and a voice from the country: a thumb that never stops, riffs between the lines."""
    s.set((72, 124), "blues", keys="E A G D", swing=(0.5, 1.0), room=("room", "dry", "booth", "outdoors"))
    one = "I7 | I7 | I7 | I7 | I7 | I7 | I7 | I7"
    s.until(46, s.pick("verse verse turn", "verse turn"), verse=s.pick(one, TWELVE_BAR[0], "I7 | I7 | I7 | I7 | IV7 | IV7 | I7 | I7", TWELVE_BAR[1]),
        turn=one if s.chance(0.5) else "I7 | IV7 | I7 | V7")
    guitar = s.part("steel", "~steel-guitar", "~banjo", "nylon", "~electric-dark", level=1, pan=0.1)
    if s.chance(0.5):
        craft.bass(s, guitar, s.pick("1.1.1.1.", "1.5.1.5.", "1.8.1.8."), low=40, legato=0.6)
        craft.riff(s, guitar, s.pick(". . . 3~ . 4 3 . / . . . . 6 5 3 .", ". . 5 6 . 5 4~ . / . . 3 4 3 . . .", ". 6 . 5 . 4 3 . / . . . . 3~ . 1 ."), 52,
            scale="blues", sweet=-1.0)
    else:
        craft.riff(s, guitar, s.pick("1! . 3~ 1 . 5 6 - / 1 . 3~ 1 4 3 1 -", "1 1 . 3~ - 4 3 1 / 1 1 . 6 - 5 - 3", "1! - 1 3 4 - 3 1"), 40, scale="blues",
            follow=True)
        craft.comp(s, guitar, "..d...d.", 57, 3, strum=0.03, ring=0.5, hard=0.8)
    voice = s.part("~vocal-low", "~vocal", "harmonica", "~vocal-duo", "fiddle", level=2)
    tunes.tune(s, voice, 50 if "low" in voice.voice else 57, 69, ("xxx-x---", ".xx-x---", "x--x----", "..xx--x-"), "AAB", 2, where="verse", only=craft.calls,
        bend=0.6, legato=0.9)
    slide = s.part("~steel-guitar", "steel", "~electric-guitar", "harmonica", level=0, fx=("amp:edge",) if s.chance(0.3) else ())
    tunes.solo(s, slide, 62, 84, ("x--xx---", ".xxx----", "x-xxx---"), where="turn", bend=0.9, rest=0.2)
    tunes.solo(s, slide, 64, 79, ("..xx----", ".xxx----"), where="verse", only=craft.answers, bend=0.8)
    if s.chance(0.7):
        foot = s.part("kit:standard", "kit:brush", level=-2)
        craft.beat(s, foot, s.pick("k:x.x.x.x.", "k:x...x...;c:..x...x.", "k:x.x.x.x.;t:..x...x."), fills=0)


@style("Blues", like="R&B")
def noon_minor_midnight(s: Song) -> None:
    """Slow blues in twelve eighths: organ, late snare, a guitar or saxophone that takes its time."""
    s.set((50, 74), s.pick("minor-pentatonic", "blues"), keys="A B D C G", swing=1.0, room=("club", "plate", "hall"))
    minor = s.chance(0.6)
    s.until(46, "verse solo", verse=s.pick(*MINOR_BLUES) if minor else TWELVE_BAR[1], solo=s.pick(*MINOR_BLUES) if minor else TWELVE_BAR[2])
    kit = s.part("kit:standard", "kit:jazz", "kit:brush", level=0)
    craft.beat(s, kit, s.pick("k:x.....xx....;s:...X.....X..;h:xoxxoxxoxxox", "k:x....xx.....;s:...X..g..X.g;R:xooxooxooxoo",
        "k:x..........x;r:...x.....x..;R:xoxxoxxoxxox"), fills=4,
               fill=s.pick("brush", "snare"), crash=0.35)
    low = s.part("finger-bass", "upright", "fretless", level=1)
    craft.bass(s, low, s.pick("1--..15--..5", "1--3--5--6--", "1-....5--.<>", "1--..11--..5", "1--5--8--7--"), slide=0.1)
    organ = s.part("drawbar", "rock-organ", "rhodes", "piano", level=-5, fx=("leslie",) if s.chance(0.5) else ())
    if s.chance(0.5):
        craft.pad(s, organ, 62, 4)
    else:
        craft.comp(s, organ, s.pick("...oxo...oxo", ".ox.....ox..", "x-----...xx-"), 63, 3)
    if s.chance(0.5):
        rhythm = s.part("clean-guitar", "jazz-guitar", level=-4, fx=("amp:clean", "tremolo"))
        craft.comp(s, rhythm, s.pick("...x.....x..", "x-----x-----", "..^--...x..."), 58, 3, ring=0.5, strum=0.02)
    lead = s.part("overdriven", "~electric-guitar", "tenor-sax", "clean-guitar", "~vocal", "~vocal-low", level=2,
        fx=("amp:lead",) if s.chance(0.4) else ("delay",))
    tunes.tune(s, lead, 57, 76, "twelve", "AAB", 4, where="verse", only=lambda b: b.index % 4 < 3, bend=0.6)
    tunes.solo(s, lead, 60, 84, ("...x-xx-xx--", "xxxxxx------", "..xxxxxxx---", "x-----......", "xxxxxxxxxxxx"), where="solo", bend=0.6, rest=0.4)
    if s.chance(0.35):
        horns = s.part("brass", "tenor-sax", "muted-trumpet", level=-4)
        craft.comp(s, horns, "x--------.../....xx------", 63, 3, ring=0.9)


@style("Folk", like="Country")
def noon_porch_picker(s: Song) -> None:
    """A songwriter's fingers: alternating thumb, two fingers above it, a plain tune, perhaps a second voice or a cello."""
    waltz = s.chance(0.3)
    s.set((78, 128), s.pick("major", "major", "mixolydian", "dorian", "minor"), keys="C G D A E", beats=3.0 if waltz else 4.0, swing=s.pick(0.0, 0.0, 0.3),
        room=("room", "booth", "plate", "hall"))
    dark = s.scale in ("dorian", "minor")
    verse = s.pick("i | bVII | i | i | bIII | bVII | i | i", "i | iv | i | bVII | bVI | bVII | i | i") if dark else s.pick("I | I | IV | I | vi | V | IV | I",
        "I | V/7 | vi | IV | I | V | I | I", "I | iii | IV | I | IV | I | V | V")
    chorus = s.pick("bVI | bVII | i | i | bVI | bVII | i | i", "bIII | bVII | i | iv") if dark else s.pick("IV | V | I | vi | IV | V | I | I",
        "vi | IV | I | V | vi | IV | V | V")
    s.until(46, "verse verse chorus", verse=verse, chorus=chorus)
    guitar = s.part("steel", "nylon", "~steel-guitar", "~nylon-guitar", "~dulcimer", level=1)
    if waltz:
        craft.pick_strings(s, guitar, s.pick("b2123f", "b12321", "b.2.3."), 60, 4, ring=1.8)
    else:
        craft.pick_strings(s, guitar, s.pick("b2f1b3f2", "b.f2b1f3", "b.12f.32", "b123f321", "b2f3b1f2/b3f2b2f1"), 60, 4, ring=1.6)
    voice = s.part("~vocal", "~vocal-low", "~vocal-duo", "harmonica", "fiddle", "recorder", level=2)
    low = 52 if "low" in voice.voice else 60
    tunes.tune(s, voice, low, low + 16, "three" if waltz else "song", "AABA", 2, leap=0.15)
    if s.chance(0.4) and voice.voice.startswith("~"):
        second = s.part("~backing", "~vocal", "harmonica", level=-3)
        tunes.harmony(s, voice, second, 2)
    if s.chance(0.4):
        cello = s.part("cello", "viola", "accordion", "reed-organ", level=-6)
        craft.pad(s, cello, 52, 2)
    if s.chance(0.35):
        craft.bass(s, s.part("upright", "~string-bass", level=-1), "1--5--" if waltz else "1---5---", legato=0.95)
    if s.chance(0.3):
        mandolin = s.part("~mandolin", "~banjo", "~ukulele", level=-3)
        craft.comp(s, mandolin, "..x.x." if waltz else s.pick("..d...d.", "d.dud.du"), 69, 3, strum=0.015, ring=0.4)


@style("Folk", like="World")
def noon_session_corner(s: Song) -> None:
    """Reels, jigs and polkas round a pub table: everybody plays the tune, a guitar and a frame drum drive it."""
    kind = s.pick("reel", "jig", "jig", "polka", "air-waltz")
    tempo = {"reel": (94, 116), "jig": (112, 132), "polka": (118, 136), "air-waltz": (96, 130)}[kind]
    # A jig's dotted beat is a quarter of the sheet here, cut in three.
    s.set(tempo, s.pick("major", "mixolydian", "dorian", "minor"), keys="D G A E", beats=3.0 if kind == "air-waltz" else 2.0 if kind == "polka" else 4.0,
        room=("room", "club", "hall"))
    plain = s.scale in ("major", "mixolydian")
    s.until(46, "first first second second", first=s.pick("I | I | IV | V | I | I | V | I", "I | bVII | I | V | I | bVII | V | I") if plain
        else s.pick("i | bVII | i | bVII | i | bVII | v | i", "i | i | bVII | bVII | i | bIII | bVII | i"),
            second=s.pick("I | IV | I | V | I | IV | V | I",
                "vi | IV | I | V | vi | IV | V | I") if plain else s.pick("bIII | bVII | i | bVII | bIII | bVII | v | i",
                "i | bVII | bVI | bVII | i | bVII | i | i"))
    cells: tuple[str, ...] = {"reel": ("xxxxxxxxxxxxxxxx", "x-xxxxxxx-xxxxxx", "xxxxx-xxxxxxx-x-"),
        "jig": ("xxxxxxxxxxxx", "x-xxxxx-xxxx", "xxxxxxxxxx--", "x-xx-xxxxxxx"),
                              "polka": ("xxxxxxxx", "x-xxx-x-", "xxx-xxx-", "x-x-xxx-"), "air-waltz": ("x---xx", "x-x-x-", "x--xxx", "x---x-")}[kind]
    lead = s.part("fiddle", "~flute", "whistle", "accordion", "~accordion", "bagpipe", "~bowed", level=1)
    tunes.tune(s, lead, 62, 84, cells, "ABAC", 2, leap=0.3, grace=0.12, legato=0.85)
    for _ in range(s.pick(1, 1, 2, 3)):
        other = s.part("fiddle", "whistle", "~mandolin", "~banjo", "flute", "accordion", "~dulcimer", level=-2)
        tunes.copy(s, lead, other, s.pick(0, 0, -12), drop=0.08, grace=0.1)
    if s.chance(0.75):
        guitar = s.part("steel", "~steel-guitar", "nylon", level=-2)
        craft.comp(s, guitar, {"reel": "d.uud.udd.uud.ud", "jig": "d.ud.ud.udud", "polka": "b.d.b.d.", "air-waltz": "b.d.du"}[kind], 57, 4, strum=0.012,
            ring=0.7)
    if s.chance(0.65):
        frame = s.part("kit:standard", "kit:orchestra", level=-3)
        craft.shake(s, frame, s.pick(41, 64), {"reel": "xogoxogoxogoxoxo", "jig": "xogxogxogxox", "polka": "xogoxogo", "air-waltz": "x.o.o."}[kind], hard=90)
    if s.chance(0.3):
        drone = s.part("bagpipe", "reed-organ", "cello", level=-9)
        craft.riff(s, drone, "1 - - - / 1 - - -", 48)


@style("Folk", like="World")
def noon_capstan_crew(s: Song) -> None:
    """Shanties and hauling songs: one sings a line, all answer in chorus, feet and a concertina keep the pull."""
    six = s.chance(0.4)
    s.set((86, 124), s.pick("major", "dorian", "minor", "mixolydian"), keys="C D G F A", swing=s.pick(0.0, 0.5), room=("room", "hall", "outdoors", "church"))
    dark = s.scale in ("dorian", "minor")
    s.until(46, "verse verse pull", verse=s.pick("i | i | bVII | bVII | i | i | bVII | i", "i | bVII | i | v | i | bVII | v | i") if dark
        else s.pick("I | I | IV | I | I | I | V | I", "I | IV | I | V | I | IV | V | I"),
            pull=s.pick("bIII | bVII | i | i | bIII | bVII | v | i", "i | bVII | i | bVII") if dark else s.pick("IV | I | V | V | IV | I | V | I",
                "I | I | V | I"))
    caller = s.part("~vocal-low", "~vocal", "accordion", level=1)
    cells = ("x--x-xx--x--", "x-xx-xx--...", "..xx-xx--x--") if six else ("x-xxx-x-", ".xx-xxx-", "x-x-x---", "xxx-x-x-")
    tunes.tune(s, caller, 50, 67, cells, "AABA", 2, where="verse", only=craft.calls, leap=0.2)
    crew = [s.part("~vocal-low", "~choir-low", level=0, pan=-0.5), s.part("~backing", "~choir", "choir", level=-1, pan=0.5),
        s.part("~vocal-duo", "~backing", level=-1), s.part("~choir-low", "~vocal-low", level=-2)]
    row = s.pick("x--x--x-----", "x--x-xx-----") if six else s.pick("x-x-x---", "x-xxx---", "x---x-x-")
    answer = "/".join(["............" if six else "........"] * 2 + [row] * 2)
    tunes.choral(s, crew, answer, (67, 62, 57, 46), where="verse", passing=0.0, hard=96)
    tunes.choral(s, crew, row, (67, 62, 57, 46), where="pull", passing=0.0, hard=100)
    tunes.tune(s, caller, 52, 69, cells, "AB", 2, where="pull")
    if s.chance(0.6):
        box = s.part("accordion", "~accordion", "bandoneon", "reed-organ", level=-4)
        craft.comp(s, box, "x.ox.ox.ox.o" if six else s.pick("b.x.b.x.", "x.o.x.o."), 62, 3, ring=0.6)
    if s.chance(0.5):
        fiddle = s.part("fiddle", "whistle", "~mandolin", level=-2)
        tunes.copy(s, caller, fiddle, 12, grace=0.2)
    feet = s.part("kit:standard", "kit:orchestra", level=-3)
    craft.shake(s, feet, s.pick(36, 41), "x.....x....." if six else s.pick("x...x...", "x.x.x.x."), hard=95)
    if s.chance(0.4):
        craft.shake(s, feet, 39, "...x.....x.." if six else "..x...x.", hard=75)
