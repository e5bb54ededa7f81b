"""Wood, wire and brass: Blues, Jazz, Country, Folk."""

from __future__ import annotations

from hands.south import craft, tunes
from song import Song, style
from theory import JAZZ_BLUES, MINOR_BLUES, TWELVE_BAR

SINGS = ("verse", "chorus", "bridge")


# Blues.
@style("Blues", like="Rock")
def south_shuffle_blues(s: Song) -> None:
    """Electric shuffle: twelve bars, a boogie figure on the low strings, harp or guitar between the singer's lines, solos."""
    s.set((92, 138), ("blues", "minor-pentatonic", "major-blues"), keys="E A G C", swing=s.between(0.8, 1.1), room=("club", "room", "plate"))
    twelve = s.pick(*TWELVE_BAR)
    s.until(50, s.pick("verse verse solo verse", "solo verse verse solo", "verse solo verse solo"), verse=twelve, solo=twelve)
    kit = s.part("kit:standard", "kit:room", "kit:power", "kit:jazz", "kit:brush", level=0)
    craft.beat(s, kit, {"kick": "x...x.../x..xx..x/x.x.x.x.", "snare": "..X...X.|..X...Xg/..X..gX.",
                        s.pick("hat", "ride", "hat"): "xoxoxoxo/x.xox.xo"}, fills="snare toms brush", every=4, ghosts=0.03)
    low = s.part("finger-bass", "upright", "pick-bass", level=1)
    if s.chance(0.4):
        craft.walk(s, low)
    else:
        craft.bass(s, low, "1.3.5.6.|b.6.5.3./1.1.3.5./1.8.b.5.|1.3.5.a.")
    guitar = s.part("overdriven", "~electric-guitar", "clean-guitar", level=-2, fx=("amp:edge",))
    if s.chance(0.6):
        for row in (s.pick("5566bb66", "55665566", "5.6.5.6."), "11111111"):
            craft.bass(s, guitar, row, low=40, length=0.7, loose=0.0)
    else:
        craft.comp(s, guitar, "..x...x./.x.x.x.x/x..x..x.", None, 64, 3, 0.5)
    piano = s.part("piano", "honky-tonk", "drawbar", level=-4)
    craft.comp(s, piano, "..x..x.x|.x..x.../xxxxxxxxxxxx/x..x..x.", None, 66, 3, 0.6)
    lead = s.part("harmonica", "overdriven", "~electric-guitar", "tenor-sax", name="lead", level=1, fx=("amp:crunch",) if s.chance(0.5) else ())
    tunes.solo(s, lead, 60, 82, "solo", "blues", s.pick(2, 2, 3), 0.25, bends=0.35, repeat=0.5)
    if s.chance(0.8):
        tunes.sing(s, "verse", 0.55, 0.4, 8, "blues", bends=0.35, late=0.03, level=2, backing=0.0, fx=s.pick((), ("drive:2",)))
        tunes.solo(s, lead, 60, 79, "verse", "blues", 2, 0.9, bends=0.3)
    craft.mutes(s, [piano], 12, 0.6, 0)
    craft.dynamics(s)


@style("Blues", like="R&B")
def south_slow_blues(s: Song) -> None:
    """Slow blues in triplets: organ or piano, a guitar that cries between the lines, minor as often as major."""
    minor = s.chance(0.45)
    s.set((50, 72), "minor-pentatonic" if minor else "blues", keys="A C G E", swing=1.0, room=("club", "plate", "hall"))
    twelve = s.pick(*(MINOR_BLUES if minor else TWELVE_BAR))
    s.until(50, s.pick("verse solo", "solo verse", "verse verse solo"), verse=twelve, solo=twelve)
    kit = s.part("kit:standard", "kit:brush", "kit:room", "kit:jazz", level=-1)
    craft.beat(s, kit, {"kick": "x.....x...../x....xx...../x.....x..x..", "snare": "...X.....X..|...X.....Xgg", s.pick("hat", "ride"): "xooxooxooxoo"},
               fills="snare toms", every=4)
    low = s.part("finger-bass", "upright", "fretless", level=1)
    craft.bass(s, low, "1.....3..5../1--1-.5--a../1--..13-.5-a")
    organ = s.part("drawbar", "~organ", "piano", "rhodes", level=-2, fx=s.pick((), ("leslie",)))
    craft.comp(s, organ, "x-----------/xooxooxooxoo/x--..x--.../..x..x..x..x", None, 62, 4, 0.9)
    lead = s.part("overdriven", "~electric-guitar", "clean-guitar", "tenor-sax", name="lead", level=2, fx=s.pick(("amp:crunch",), ("amp:lead", "delay:320"), ("amp:edge",)))
    tunes.solo(s, lead, 58, 84, "solo", "minor-pentatonic" if minor else "blues", s.pick(3, 4), 0.35, bends=0.5, repeat=0.4)
    horns = s.part("brass", "tenor-sax", "~brass-section", level=-4)
    if s.chance(0.5):
        craft.comp(s, horns, "x-----......|......x--x-.", "verse", 64, 3)
    if s.chance(0.75):
        tunes.sing(s, "verse", 0.5, 0.5, 12, "blues", bends=0.4, late=0.04, level=2, backing=0.0)
        tunes.solo(s, lead, 60, 79, "verse", "blues", 3, 0.9, bends=0.4)
    craft.dynamics(s)


@style("Blues", like="Folk")
def south_porch_blues(s: Song) -> None:
    """Country blues: one guitar with a thumb that thumps and a riff on top, foot and hand claps, harp, a voice; no more."""
    s.set((72, 128), ("blues", "minor-pentatonic"), keys="E A D G", swing=s.between(0.6, 1.1), room=("booth", "outdoors", "room", "dry"))
    if s.chance(0.4):
        s.master.append("old")
    verse = s.pick(*TWELVE_BAR, "I7 | I7 | I7 | I7 | I7 | I7 | I7 | I7", "I7 | I7 | IV7 | I7 | V7 | IV7 | I7 | I7")
    s.until(48, s.pick("verse solo verse", "solo verse verse", "verse verse solo"), verse=verse, solo=verse)
    guitar = s.part("steel", "~steel-guitar", "~electric-dark", "nylon", level=1)
    craft.bass(s, guitar, "1.1.1.1./1.4.1.4./1...1.../1.8.1.8.", None, 40, 0.6)
    craft.comp(s, guitar, ".2.3..21|...3.2../.x..dx.x/..3.21..|.3..2.1./...x...x", None, 64, 4, 0.7, strum=0.02)
    tunes.solo(s, guitar, 59, 78, "solo", "blues", s.pick(2, 3), 0.4, bends=0.3, repeat=0.6)
    foot = s.part("kit:standard", "kit:room", "kit:brush", name="foot", level=-4)
    craft.beat(s, foot, {"kick": "x.x.x.x./x...x...", "clap": "..o...o./................", "tamb": "................/..x...x."}, None, fills="", crash="")
    if s.chance(0.7):
        harp = s.part("harmonica", "~steel-guitar", "fiddle", name="answer", level=-1)
        tunes.solo(s, harp, 60, 81, None, "blues", 2, 0.7, bends=0.4, repeat=0.5)
    if s.chance(0.85):
        tunes.sing(s, "verse", 0.5, 0.5, 8, "blues", bends=0.4, late=0.02, level=2, backing=0.0)
    craft.dynamics(s)


# Jazz.
STANDARDS = (
    "ii7 | V7 | Imaj7 | VI7 | ii7 | V7 | Imaj7 | Imaj7", "Imaj7 | vi7 | ii7 | V7 | iii7 | VI7 | ii7 | V7",
    "Imaj7 | IVmaj7 | iii7 VI7 | ii7 V7 | Imaj7 | iv7 bVII7 | iii7 VI7 | ii7 V7",
    "vi7 | II7 | ii7 | V7 | Imaj7 | IVmaj7 | viiø III7b9 | vi7", "Imaj7 | III7 | VI7 | II7 | ii7 | V7 | I6 | ii7 V7",
)
DARK = ("im7 | ivm7 | iiø V7b9 | im7 | bVImaj7 | bII7 | iiø V7alt | im7", "im6 | im6 | iiø | V7b9 | im6 | VI7 | iiø V7b9 | im6",
        "iiø | V7b9 | im7 | im7 | ivm7 | bVII7 | bIIImaj7 | V7alt")


@style("Jazz", like="Blues")
def south_club_swing(s: Song) -> None:
    """A small band that swings: ride cymbal, walking bass, piano or guitar that comps in holes, a horn's theme, solos in turn, fours with the drummer."""
    minor = s.chance(0.35)
    s.set((118, 228), "dorian" if minor else "bebop", keys="F Bb Eb C", swing=s.between(0.7, 1.0), room=("club", "room", "booth"))
    loop = s.pick(*DARK) if minor else s.pick(*STANDARDS, *JAZZ_BLUES)
    s.until(50, s.pick("tune tune solo solo tune", "tune solo second solo tune", "solo second tune"), tune=loop, solo=loop, second=loop)
    kit = s.part("kit:jazz", "kit:brush", "kit:jazz", "kit:standard", level=-2)
    craft.beat(s, kit, {"ride": "x.xox.xo/x.xox.x./x.x.x.xo", "pedal": "..x...x.", "kick": "................/o.o.o.o./.....o..|...o....",
                        "snare": ".......g|...g..../...o.g..|.g.....g/.o.....o|....g..."}, fills="snare toms brush", every=8,
               crash="splash", thin=0.25)
    craft.walk(s, s.part("upright", "~string-bass", level=1))
    comps = s.part("piano", "jazz-guitar", "vibraphone", "rhodes", level=-2)
    craft.comp(s, comps, "x....x..|...x..../.x.....x|..x...../...x..x.|.x....../x..x....|.......x", None, 62, 4, 0.6, loose=0.15)
    horns = ("tenor-sax", "trumpet", "alto-sax", "trombone", "muted-trumpet", "clarinet", "vibraphone", "jazz-guitar", "flute")
    first = s.part(*horns, name="first", level=1)
    tunes.tune(s, first, 58, 79, "tune", 0.6, 0.5)
    tunes.solo(s, first, 56, 82, "solo", None, s.pick(2, 2, 3), 0.22, bends=0.08, repeat=0.2)
    second = s.part(*horns, "piano", name="second", level=0)
    tunes.solo(s, second, 58, 84, "second", None, 2, 0.22, bends=0.05)
    if s.chance(0.25):
        tunes.sing(s, "tune", 0.5, 0.5, bends=0.2, late=0.03, backing=0.0)
    craft.dynamics(s)


@style("Jazz", like="R&B")
def south_after_hours_jazz(s: Song) -> None:
    """A ballad or slow groove at night: brushes, long bass notes, rich chords, a breathy horn or a low singer."""
    minor = s.chance(0.5)
    s.set((58, 92), "dorian" if minor else "major", keys="Eb Ab Db F", swing=s.between(0.5, 1.0), room=("club", "plate", "room"))
    loop = s.pick(*DARK) if minor else s.pick(*STANDARDS)
    s.until(50, craft.form(s, "tune"), tune=loop, solo=loop, intro="ii7 | V7 | iii7 VI7 | ii7 V7")
    kit = s.part("kit:brush", "kit:jazz", level=-4)
    craft.beat(s, kit, {"snare": "ogogogog/o.ogo.og", "pedal": "..x...x.", "ride": "................/x.xox.xo", "kick": "o......./o...o..."}, fills="brush", every=8, crash="")
    low = s.part("upright", "~string-bass", "fretless", level=1)
    if s.chance(0.4):
        craft.walk(s, low)
    else:
        craft.bass(s, low, "1---5---|1---3-a-/1-----5-|1---5-a-")
    keys = s.part("piano", "jazz-guitar", "rhodes", "vibraphone", level=-1)
    craft.comp(s, keys, "x-----..|..x-----/x---x---|..x---x-/x-------|.x---x--", None, 61, 5, strum=0.05)
    lead = s.part("tenor-sax", "muted-trumpet", "alto-sax", "flute", "clarinet", "trumpet", "jazz-guitar", level=1)
    tunes.solo(s, lead, 55, 79, "solo", None, s.pick(2, 3, 4), 0.35, bends=0.15, leaps=0.2)
    if s.chance(0.4):
        tunes.sing(s, "tune", 0.45, 0.4, bends=0.3, late=0.05, backing=0.0, level=2)
        tunes.solo(s, lead, 58, 79, "intro", None, 2, 0.6)
    else:
        tunes.tune(s, lead, 55, 77, ("tune", "intro"), 0.45, 0.4, bends=0.15)
    craft.dynamics(s)


@style("Jazz", like="Electronic")
def south_fusion_loop(s: Song) -> None:
    """Jazz over a vamp: electric piano, syncopated bass ostinato, busy drums with ghost notes and congas, modal solos of horn or synthesizer."""
    s.set((88, 124), ("dorian", "mixolydian"), keys="D E G C", swing=(0.1, 0.4), unit=0.5, room=("room", "club", "plate"))
    loop = s.pick("i9 | i9 | IV9 | IV9", "im7 | % | bIIImaj7 | IV7", "im9 | bVIImaj7", "im11 | bIImaj7") if s.scale == "dorian" else s.pick("I9 | % | bVII9 | %", "I13 | IV9",
            "I7 | bIIImaj7 | IV7 | bVII9")
    s.until(55, craft.form(s, "tune"), tune=" | ".join([loop] * (8 // len(loop.split("|")))), solo=" | ".join([loop] * (8 // len(loop.split("|")))), intro=loop if "| %" in loop
            else loop + " | " + loop)
    kit = s.part("kit:jazz", "kit:standard", "kit:room", level=0)
    craft.beat(s, kit, {"kick": "x..x......x..x../x.....x...xx..../..x...x.x..x....", "snare": "....X..g.g..X..g/...gX.g..g.gX...", "hat": "x.xxx.xxx.xxx.xx/................",
                        "ride": "................/x.xox.xox.xox.xo"}, fills="toms snare", every=4, ghosts=0.14)
    low = s.part("finger-bass", "fretless", "slap-bass", "upright", level=1)
    craft.bass(s, low, "1..1..5.b..8..5.|1..1..b.5...4.../1.d5..8.b..5.1.a/1-----..5-b-8...")
    keys = s.part("rhodes", "~fm-piano", "clavinet", "drawbar", level=-1, fx=s.pick(("wah:phase",), ("chorus",), ()))
    craft.comp(s, keys, "...x..x-....x..x/x--..x....x-..../..x-..x..x--..x.", None, 61, 4, 0.8, loose=0.12)
    lead = s.part("tenor-sax", "soprano-sax", "trumpet", "~saw-lead", "flute", "clean-guitar", level=1)
    tunes.tune(s, lead, 60, 81, ("tune", "intro"), 0.55, 0.8, 16)
    tunes.solo(s, lead, 58, 86, "solo", None, s.pick(4, 4, 3), 0.3, bends=0.1, leaps=0.25, repeat=0.4)
    hand = s.part("kit:standard", name="percussion", level=-5)
    craft.beat(s, hand, {"conga": "..x..o.x..x..o.x", "conga2": "x...x...x..xx...", "shaker": "xoxoxoxoxoxoxoxo/................"}, None, fills="hands", crash="")
    craft.mutes(s, [hand, keys], 4, 0.8)
    craft.dynamics(s)


# Country.
@style("Country", like="Folk")
def south_train_beat_country(s: Song) -> None:
    """Country at a trot: snare like a train or boom-chick, root and fifth, steel guitar and fiddle that answer a plain singer."""
    s.set((92, 132), ("major", "major-pentatonic"), keys="G D A E C", swing=s.pick(0.0, 0.0, 0.5, 0.8), room=("room", "plate", "club"))
    verse = s.pick("I | I | IV | I | I | I | V | V", "I | IV | I | V | I | IV | V | I", "I | V | V | I | I | IV | V | I")
    chorus = s.pick("IV | I | IV | I | IV | I | V | V", "IV | IV | I | I | V | V | I | I")
    s.until(50, craft.form(s), verse=verse, intro="I | V | I | V", chorus=chorus, bridge=s.pick("vi | IV | I | V", "IV | I | II7 | V7"), **{"break": verse})
    kit = s.part("kit:standard", "kit:brush", "kit:room", level=-1)
    craft.beat(s, kit, {"kick": "x.......x......./x...x...x...x...", "snare": "goXggoXggoXggoXg/..x...x...x...x./gogoXogogogoXogo", "hat": "..x...x...x...x./................"},
               fills="snare brush", every=8)
    low = s.part("upright", "finger-bass", "pick-bass", level=1)
    craft.bass(s, low, "1...5.../1...4.../1...5.3a")
    guitar = s.part("steel", "~steel-guitar", "clean-guitar", level=0)
    craft.comp(s, guitar, "..x...x./..xx..xx/0.x.1.x./.xx..xx.", None, 62, 4, 0.6, strum=0.02)
    solos = ("fiddle", "~steel-guitar", "banjo", "~banjo", "harmonica", "~mandolin", "clean-guitar", "~bowed")
    steel = s.part("~electric-guitar", "clean-guitar", "~bowed", name="pedal steel", level=-2, fx=("delay:250",))
    craft.pad(s, steel, ("chorus", "verse"), 69, 2)
    for note in steel.notes:
        note.bend = ((0.0, -2.0), (0.4, 0.0)) if s.chance(0.5) else ()
    answer = s.part(*solos, name="answer", level=0)
    tunes.solo(s, answer, 62, 86, ("intro", "break", "bridge"), "major-blues", s.pick(2, 4), 0.15, bends=0.2)
    tunes.solo(s, answer, 64, 84, ("verse", "chorus"), "major-pentatonic", 2, 1.0, bends=0.2)
    tunes.sing(s, SINGS, 0.55, 0.2, 8, "major", bends=0.3, level=2, backing=0.5)
    craft.mutes(s, [answer, steel], 4, 0.7)
    craft.dynamics(s)


@style("Country", like="Pop")
def south_waltz_time_country(s: Song) -> None:
    """A country waltz or slow two: soft brushes, piano fills, crying steel, two voices."""
    waltz = s.chance(0.6)
    s.set((84, 116) if waltz else (66, 84), "major", keys="C G D F", beats=3.0 if waltz else 4.0, swing=0.0 if waltz else s.pick(0.6, 0.9), room=("plate", "room", "hall"))
    verse = s.pick("I | I | IV | IV | V | V | I | I", "I | I7 | IV | I | I | V | I | I", "I | vi | IV | V | I | vi | V | I")
    s.until(50, s.pick("intro verse chorus verse chorus", "verse verse chorus break chorus"), verse=verse, intro="IV | V | I | I",
            chorus=s.pick("IV | IV | I | I | II7 | II7 | V | V7", "IV | V | I | vi | ii | V | I | I"), **{"break": verse})
    kit = s.part("kit:brush", "kit:standard", level=-3)
    craft.beat(s, kit, {"kick": "x.....", "snare": "..o.o./..o.og", "hat": "xoxoxo"} if waltz else {"kick": "x...x...", "rim": "..x...x.", "hat": "xoxoxoxo"},
               fills="brush snare", crash="")
    low = s.part("upright", "finger-bass", level=1)
    craft.bass(s, low, "1-----|5-----/1---..|1---a." if waltz else "1...5...|1...5.a.")
    guitar = s.part("steel", "nylon", "~steel-guitar", level=-1)
    craft.comp(s, guitar, "0.x.x./..x.x./0.1.2." if waltz else "0.x.1.x./0.2.1.2.", None, 61, 4, 0.8, strum=0.03)
    steel = s.part("~electric-guitar", "~bowed", "clean-guitar", name="pedal steel", level=0, fx=("delay:300",))
    tunes.tune(s, steel, 64, 84, ("intro", "break"), 0.4, 0.2, 6 if waltz else 8, "major-pentatonic", bends=0.6)
    craft.pad(s, steel, "chorus", 70, 2, level=0.6)
    piano = s.part("piano", "honky-tonk", "fiddle", name="fills", level=-2)
    tunes.solo(s, piano, 65, 86, None, "major-pentatonic", s.pick(2, 3), 1.1, bends=0.0)
    tunes.sing(s, ("verse", "chorus"), 0.5, 0.15, 6 if waltz else 8, bends=0.3, late=0.02, level=2, backing=0.6)
    craft.dynamics(s)


@style("Country", like="Hip-Hop")
def south_truck_stop_country(s: Song) -> None:
    """Country of today: banjo or acoustic loop, claps and an electric backbeat, twang solos, a sung hook that everybody joins."""
    s.set((80, 124), ("major", "major-pentatonic", "mixolydian"), keys="G D A E", swing=s.pick(0.0, 0.0, 0.3), unit=0.5, room=("room", "plate", "arena"))
    loop, other = s.pick("I | V | vi | IV", "I | IV | vi | V", "I | bVII | IV | I", "vi | IV | I | V"), s.pick("IV | I | V | vi", "I | V | IV | IV", "IV | V | I | I")
    s.until(50, craft.form(s), verse=f"{loop} | {loop}", intro=loop, chorus=f"{other} | {other}", bridge=loop, **{"break": loop})
    kit = s.part("kit:power", "kit:room", "kit:standard", "~kit:any", level=1)
    craft.beat(s, kit, {"kick": "x......x..x...../x.....x.x.....x.", "clap": "....x.......x...", "rim": "................/....x.......x...", "hat": "x.x.x.x.x.x.x.x."},
               ("intro", "verse", "break"), fills="drop toms", crash="")
    craft.beat(s, kit, {"kick": "x.....x.x.x...../x..x..x.x.......", "snare": "....X.......X...", "hat": "x.x.x.x.x.x.x.x.", "tamb": "..o.x.o...o.x.o."}, ("chorus", "bridge"),
               ghosts=0.03)
    low = s.part("pick-bass", "finger-bass", "synth-bass", level=0)
    craft.bass(s, low, "1--1--1-5-..1.a./1.1.1.1.1.1.5.a.")
    picker = s.part("banjo", "~banjo", "steel", "~steel-guitar", "~mandolin", level=0)
    craft.comp(s, picker, "0213021302130213/2.012.012.012.01/021.021.02130213", None, 66, 4)
    guitar = s.part("steel", "~steel-guitar", level=-2)
    craft.comp(s, guitar, "x.d.x.xox.d.x.xo/x...x.x.x...x.xo", ("chorus", "bridge", "intro"), 60, 4, strum=0.02)
    crunch = s.part("overdriven", "~electric-guitar", level=-4, fx=("amp:crunch",))
    tunes.riff(s, crunch, 40, "P-------P---P---/P-P-..P-P-P-..P-", "chorus")
    lead = s.part("clean-guitar", "~electric-guitar", "fiddle", "overdriven", name="twang", level=0, fx=("delay:130",))
    tunes.solo(s, lead, 57, 81, ("intro", "break", "bridge"), "major-blues", 4 if s.tempo < 105 else 2, 0.2, bends=0.4)
    tunes.sing(s, SINGS, 0.6, 0.5, s.pick(8, 16), bends=0.3, level=2, backing=0.8)
    craft.mutes(s, [guitar, lead], 8, 0.85)
    craft.dynamics(s)


# Folk.
MODAL = {"major": ("I | IV | I | V", "I | V | vi | IV", "I | ii | IV | I", "I | V | IV | I"), "dorian": ("i | bVII | i | bVII", "i | IV | bVII | i", "i | bIII | bVII | i"),
         "mixolydian": ("I | bVII | I | bVII", "I | IV | bVII | I"), "minor": ("i | bVII | bVI | bVII", "i | iv | i | v", "i | bIII | bVII | iv")}


@style("Folk", like="Country")
def south_picked_ballad_folk(s: Song) -> None:
    """A song with one picked guitar: a pattern that never stops, a quiet voice, a second string instrument or flute between verses; no drummer."""
    meter = s.pick(4.0, 4.0, 3.0)
    s.set((76, 118), tuple(MODAL), keys="C G D A", beats=meter, rubato=s.pick(0.0, 0.01, 0.02), room=("booth", "room", "dry", "hall"))
    loop, other = s.pick(*MODAL[s.scale]), s.pick(*MODAL[s.scale])
    s.until(48, s.pick("intro verse verse chorus verse", "verse chorus verse chorus", "intro verse chorus break verse"), verse=f"{loop} | {loop}", intro=loop,
            chorus=f"{other} | {other}", **{"break": loop})
    guitar = s.part("steel", "~steel-guitar", "nylon", "~nylon-guitar", level=1)
    craft.bass(s, guitar, "1-5-1-5-/1---5---/1-4-1-4-" if meter == 4.0 else "1-----/1-5-5-", None, 40)
    craft.comp(s, guitar, ".2.3.2.3/.3.2.3.4/..23.2.3/.2314231" if meter == 4.0 else ".2.3.2/.12321/..2.3.", None, 62, 4)
    second = s.part("~mandolin", "flute", "fiddle", "cello", "~dulcimer", "harmonica", "recorder", "~bowed", name="second", level=-2)
    tunes.tune(s, second, 62, 82, ("intro", "break", "chorus"), 0.45, 0.2, round(meter * 2))
    if s.chance(0.85):
        tunes.sing(s, ("verse", "chorus"), 0.5, 0.2, round(meter * 2), bends=0.15, late=0.01, level=2, backing=0.3)
    else:
        tunes.tune(s, s.part("~dulcimer", "nylon", "whistle", name="lead"), 64, 84, "verse", 0.5, 0.2, round(meter * 2))
    if s.chance(0.4):
        craft.bass(s, s.part("upright", "cello", level=-2), "1---5---/1-------" if meter == 4.0 else "1-----", ("chorus", "verse"))
    craft.dynamics(s)


@style("Folk", like="World")
def south_session_reel(s: Song) -> None:
    """Dance tunes of the islands: fiddle, whistle or box play the tune twice through, guitar or bouzouki drives, a frame drum or spoons."""
    kind = s.pick("reel", "reel", "jig", "polka")
    jig = kind == "jig"
    s.set((100, 126) if not jig else (150, 186), ("major", "dorian", "mixolydian"), keys="D G A E", beats=3.0 if jig else 4.0, swing=0.0 if jig else s.pick(0.0, 0.25), unit=0.5,
          room=("room", "club", "outdoors"))
    first, second = s.pick(*MODAL[s.scale]), s.pick(*MODAL[s.scale])
    s.until(48, s.pick("tune tune turn turn", "tune turn tune turn", "tune tune turn tune"), tune=f"{first} | {first}", turn=f"{second} | {first}")
    lead = s.part("fiddle", "whistle", "accordion", "~accordion", "flute", "bagpipe", "banjo", "piccolo", name="lead", level=1)
    grid = 6 if jig else 16
    tunes.tune(s, lead, 62, 83, None, 1.2 if jig else 0.85, 0.4, grid, breath=0.0)
    if s.chance(0.6):
        other = s.part("fiddle", "~mandolin", "~banjo", "accordion", "recorder", name="unison", level=-2)
        for note in lead.notes:
            if s.chance(0.95):
                other.add(note.start, note.length, note.pitch, note.velocity * 0.9)
    guitar = s.part("steel", "~steel-guitar", "~mandolin", level=-1)
    craft.comp(s, guitar, "x.xx.x/x..x.x" if jig else "x.xox.xox.xox.xo/x..ox.xox..ox.xo/x...x.x.x...x.xx", None, 58, 4, 0.7, strum=0.01)
    skin = s.part("kit:standard", "kit:room", name="frame drum", level=-3)
    craft.beat(s, skin, {"conga2": "xoooxo/x..x.." if jig else "xooxoooxxooxooox/x..ox..ox..ox..o", "conga": "...x../......" if jig else "......o.......x.",
                         "block": "......" if jig else "................/x.x.x.x.x.x.x.xx"}, None, fills="", crash="", thin=0.1)
    pipes = s.part("~accordion", "~reed", "fiddle", level=-6)
    craft.pad(s, pipes, "turn", 58, 2)
    craft.mutes(s, [skin, guitar], 8, 0.8)
    craft.dynamics(s)


@style("Folk", like="Rock")
def south_stomp_and_holler(s: Song) -> None:
    """Campfire folk: feet and hands on the beat, strummed guitar and banjo, everybody sings the refrain without words."""
    s.set((88, 138), ("major", "mixolydian", "minor"), keys="C G D A", room=("room", "outdoors", "hall", "plate"))
    loop, other = s.pick(*MODAL[s.scale]), s.pick(*MODAL[s.scale])
    s.until(48, craft.form(s), verse=f"{loop} | {loop}", intro=loop, chorus=f"{other} | {other}", bridge=loop, **{"break": other})
    guitar = s.part("steel", "~steel-guitar", "nylon", level=1)
    craft.comp(s, guitar, "x.d.x.xox.d.x.xo/x...x.xo..xox.xo/x.x.xoxox.x.xoxo", None, 60, 4, strum=0.02)
    picker = s.part("banjo", "~banjo", "~mandolin", "~ukulele", level=-2)
    craft.comp(s, picker, "0213021302130213/x.xox.xox.xox.xo/0.2.1.3.0.2.1.3.", ("chorus", "bridge", "intro", "break"), 67, 4)
    if s.chance(0.55):
        feet = s.part("kit:room", "kit:standard", name="feet and hands", level=-2)
        craft.beat(s, feet, {"kick": "x...x...x...x.../x.......x.......", "clap": "....x.......x...", "tamb": "................/..x...x...x...x."}, ("verse", "chorus",
                "bridge"), fills="claps drop", crash="")
    low = s.part("upright", "cello", level=-1)
    craft.bass(s, low, "1---5---/1-----5-1-----a-", ("verse", "chorus", "break"))
    tunes.sing(s, ("verse", "bridge"), 0.5, 0.3, 8, s.pick(None, "major-pentatonic" if s.scale != "minor" else "minor-pentatonic"), bends=0.15, level=2, backing=0.0)
    crowd = s.part("~vocal-duo", "~backing", "choir", name="crowd", level=1)
    tunes.tune(s, crowd, 55, 74, "chorus", 0.5, 0.3, 8, None, ("o", "hE", "la", "o"))
    answer = s.part("fiddle", "accordion", "trumpet", "cello", "~accordion", name="answer", level=-2)
    tunes.tune(s, answer, 62, 81, ("intro", "break", "chorus"), 0.4, 0.3)
    craft.dynamics(s)
