"""R&B and disco: the pocket, the one, and four on the floor."""

from __future__ import annotations

from hands.north.craft import DUSK, GROOVING, LUSH, MAJOR, MINOR, backing, below, comp, figure, journey, own_row, pad, stops, sung, thin, tune
from hands.north.drummer import drums, hands, moved
from song import Song, style

STOMPS = (
    {"kick": "x...x..x", "snare": "X.X.X.X.", "hat": "xoxoxoxo", "tamb": "..X...X."}, {"kick": "x..x..x.", "snare": "..X...X.", "tamb": "xoXoxoXo"},
          {"kick": "x.x.x.xx", "snare": "..X...X.", "ride": "x.x.x.x.", "tamb": "..X...X."},
    {"kick": "x..xx...", "snare": "..X...Xg", "hat": "xoxoxoxo", "clap": "..x...x."},
)
FUNKS = (
    {"kick": "x.....x..xx.....", "snare": "....X..g.g..X..g", "hat": "x.x.x.x.x.x.x.x."}, {"kick": "x..x......x..x..", "snare": "....X..gg...X.g.", "hat": "xoxoxoxoxoxoxoxo"},
    {"kick": "x.x...x...x.....", "snare": "....X..g.X.g..X.", "hat": "x.x.x.x.x.x.x.xx"}, {"kick": "x......x.x......", "snare": "....X..g.g.gX...", "hat": "x.x.x.x.x.x.....",
                                                                                           "open": "..............x."},
)
CALLS = ("x-xx.xx-", ".xxx-x--", "xx-x..x-", "x--xx-.x", "..xxx-x-")


@style("R&B", like="Pop")
def north_motor_city_soul(s: Song) -> None:
    """The sound of a basement studio: tambourine on the backbeat, a bass that never repeats itself, horns and strings, a singer and a trio that answers."""
    minor = s.chance(0.3)
    s.set((104, 138), "minor" if minor else s.pick("major", "mixolydian"), keys="C F Eb Ab G", swing=s.pick(0.0, 0.0, 0.3, 0.9), room=("room", "booth", "plate"))
    table = MINOR if minor else MAJOR
    verse = s.pick(journey(s, table, 4), journey(s, LUSH, 4) if not minor else journey(s, DUSK, 4))
    s.until(46, "intro verse chorus verse chorus break chorus", intro=verse, verse=f"{verse} | {verse}", chorus=" | ".join([journey(s, table, 4)] * 2))
    groove = s.pick(*STOMPS)
    drums(s, s.part("kit:standard", "kit:room"), groove, {"break": {name: groove[name] for name in groove if name in ("kick", "tamb", "clap")}}, "funk", crash=0.4)
    bass = figure(s, s.part("finger-bass", "pick-bass", "~electric-bass", level=1), (own_row(s, 16, 0.42, "1135568a", 0.35) + "|" + own_row(s, 16, 0.42, "1556783a", 0.3),
                                                                                     "1..1..5.6.8.5.3a", "1.1.3.5.6.5.3.1a"))
    guitar = comp(s, s.part("clean-guitar", "~electric-guitar", "jazz-guitar", level=-3, pan=-0.5), ("..x...x.", "....X.......X...", "..X...X."), 66, 3)
    keys = comp(s, s.part("piano", "drawbar", "rhodes", "vibraphone", level=-3, pan=0.4), ("x.x.x.x.", "x-------", "x..x..x-", ".xx..xx."), 63, 4)
    sung(s, ("verse", "chorus"), CALLS, 0.86, ("tenor-sax", "alto-sax"), scoop=0.25, leap=0.25, turns=s.pick("xxx.", "xx.x", ""))
    backing(s, ("verse", "chorus"), ("........|....x.x-", "..x-..x-", "........|x-x-x---", "x---....|..xx.x--"))
    horns = s.part("brass", "~brass-section", "tenor-sax", "trumpet", level=-2)
    comp(s, horns, ("x--.....|......xx", "..x..x..|x-------", "........|X.X.X---"), 64, 3, ("chorus", "intro"), 86)
    if s.chance(0.6):
        tune(s, s.part("strings", "synth-strings", "slow-strings", level=-5), 69, 88, ("verse", "chorus"), density=0.25, leap=0.1)
    if s.chance(0.35):
        tune(s, s.part("baritone-sax", "tenor-sax", "flute"), 55, 76, "break", density=0.6, scoop=0.4)
    stops(s, [bass, guitar, keys], "verse", 0.4)
    thin(s, [horns, keys], 0.2)


@style("R&B", like="Blues")
def north_southern_soul_ballad(s: Song) -> None:
    """Six-eight: arpeggios on guitar, gospel piano and organ, horns that swell into the chorus, a pleading voice."""
    s.set((54, 82), s.pick("major", "major-blues", "mixolydian"), keys="C F G Eb Bb", swing=1.0, room=("room", "plate", "church"))
    s.until(46, "intro verse chorus verse", intro=s.pick("I | vi | IV | V7", "I | IV | I | V7"), verse=s.pick("I | vi | IV | V7 | I | vi | IV | V7",
            "I | III7 | vi | I7 | IV | iv | I | V7", "I | I7 | IV | iv | I | VI7 | ii7 | V7"),
            chorus=s.pick("IV | I | IV | V7", "vi | iii | IV | V7", "IV | iv | I VI7 | ii7 V7"))
    groove = s.pick({"kick": "x.....x..x..", "snare": "...X.....X..", "hat": "xooxooxooxoo"}, {"kick": "x....xx.....", "rim": "...x.....x..", "hat": "xooxooxooxoo"},
                    {"kick": "x.....x....x", "snare": "...X.....Xgg", "ride": "x.xx.xx.xx.x"})
    drums(s, s.part("kit:standard", "kit:room"), groove, {"chorus": moved(groove, rim="snare", hat="ride")}, "shuffle", crash=0.5)
    figure(s, s.part("finger-bass", "pick-bass"), ("1--..15--..a", "1-----1--3-5", "1--1--5--5-a", "1-----5--6-a"))
    comp(s, s.part("clean-guitar", "~electric-guitar", "jazz-guitar", level=-2, fx=s.pick((), ("tremolo",), ("amp:edge",))), ("l23432l23432", "l34543l34543", "...X.....X.."),
         60, 4)
    comp(s, s.part("piano", "electric-grand", level=-3), ("xxxxxxxxxxxx", "x..xxxx..xxx", "x--xx-x--xx-"), 64, 4, loud=70)
    pad(s, s.part("drawbar", "~soft-organ", "rock-organ", level=-5, fx=("leslie",)), 60, 4, s.pick(None, ("verse", "chorus")))
    sung(s, ("verse", "chorus"), ("x--x-xx-----", ".xxx-xx---..", "x-xx----x-x-", "..xx--xx-x--"), 0.86, ("tenor-sax",), scoop=0.45, leap=0.3, turns=s.pick("xxx.", "", "xx.x"))
    comp(s, s.part("brass", "~brass-section", "tenor-sax", level=-3), ("x-----------", "......x-----", "x--x--x-----"), 62, 3, ("chorus", "intro"), 80)
    backing(s, "chorus", ("x-----------", "...x--...x--"))


@style("R&B", like="Hip-Hop")
def north_funk_on_the_one(s: Song) -> None:
    """A funk band: bass and drums interlock, scratched guitar, clavinet, horn stabs, chants and a breakdown of drums and bass."""
    s.set((92, 118), s.pick("dorian", "minor-pentatonic", "mixolydian"), keys="E D A G F", swing=s.pick(0.0, 0.0, 0.25), unit=0.5, room=("room", "booth", "club"))
    vamp = s.pick("i7 | i7 | i7 | i7", "i7 | IV7", "i7 | i7 | bVII | i7", journey(s, GROOVING, 4)) if s.scale != "mixolydian" else s.pick("I9 | I9 | I9 | IV9",
            "I9 | I9 | I9 | I9", "I9 | bVII9")
    four = " | ".join((vamp.split(" | ") * 4)[:4])
    s.until(46, "groove verse verse bridge groove verse drop", groove=four, verse=f"{four} | {four}", bridge=s.pick("IV9 | IV9 | IV9 | V7#9", "bVI9 | bVI9 | V9 | V7#9",
            "ivm9 | ivm9 | bVII9 | bVII9"), drop=four)
    groove = s.pick(*FUNKS)
    drums(s, s.part("kit:standard", "kit:room"), groove, {"bridge": moved(groove, hat="ride")}, "funk", crash=0.4, wild=0.08)
    riff = own_row(s, 16, 0.4, "1187753x", 0.2) + "|" + own_row(s, 16, 0.42, "1585778x", 0.2)
    figure(s, s.part("slap-bass", "finger-bass", "~electric-bass", "synth-bass", level=1.5), riff, short=0.7)
    guitar = comp(s, s.part("clean-guitar", "~electric-guitar", "muted-guitar", level=-2, pan=-0.5, fx=s.pick((), ("wah",))), ("ssxsssxssxssxsss", "s.xs..xs.sx.s.x.",
            "....x..x....x.s.", "..xx..s...xx..s."), 67, 3, ("groove", "verse", "bridge"))
    keys = comp(s, s.part("clavinet", "rhodes", "drawbar", level=-3, pan=0.5, fx=s.pick((), ("wah",))), ("x..x..x...x.x...", "1.2..31.2..3.2..", "..x..x....x..x..",
                                                                                                         "x.......x..x...."), 60, 4, ("groove", "verse", "bridge"))
    horns = comp(s, s.part("brass", "~brass-section", "tenor-sax", "trumpet", level=-2), ("X...............|......x.X.......", "......X..X......", "........|x.xx-...",
                                                                                          "x..x..X-........|................"), 66, 4, ("groove", "bridge", "verse"), 92)
    sung(s, ("verse", "bridge"), ("x.x.xx..", ".xx.x.x.", "xx.x....", "x-x.xx-."), 0.85, ("tenor-sax", "drawbar"), scale="minor-pentatonic", repeat=0.5,
         turns=s.pick("xx..", "x.x.", "xxx."))
    backing(s, ("verse",), ("........|..xx....", "........|x.x.x-.."))
    tune(s, s.part("tenor-sax", "synth-voice", "drawbar", "~square-lead", "trumpet", "alto-sax"), 60, 82, ("groove",), scale="minor-pentatonic", density=0.6, grid=4,
         turns="..xx", scoop=0.3)
    if s.chance(0.4):
        hands(s, s.part("kit:standard", level=-6), s.pick({"conga": "..x..xx...x..xx.", "tumba": "x.......x......."}, {"cow": "x...x...x...x..."}, {"clap": "....x.......x..."}))
    thin(s, [guitar, keys, horns], 0.2)


@style("R&B", like="Jazz")
def north_quiet_storm(s: Song) -> None:
    """Late night: electric piano with ninths, a slow pocket with rim clicks, fretless bass, whispers behind the singer."""
    s.set((64, 98), s.pick("minor", "major"), swing=s.pick(0.0, 0.3, 0.6), unit=0.5, room=("plate", "club", "booth"))
    table = LUSH if s.scale == "major" else DUSK
    loop = journey(s, table, 4)
    s.until(46, "intro verse chorus verse chorus", intro=loop, verse=f"{loop} | {loop}", chorus=" | ".join([journey(s, table, 4, home=False)] * 2))
    groove = s.pick({"kick": "x......x..x.....", "rim": "....x.......x...", "hat": "xoxoxoxoxoxoxoxo"}, {"kick": "x..x......x.....", "snare": "....x.......x..g",
            "hat": "x.x.x.xox.x.x.xo"}, {"kick": "x.....xx........", "snare": "....x..g....x...", "hat": "x.o.x.o.x.o.x.o."})
    drums(s, s.part("kit:standard", "~kit:linn", "~kit:808", "kit:room"), groove, {"chorus": {**moved(groove, rim="snare"), "tamb": "....x.......x..."}}, "ballad", every=8,
          crash=0.35)
    figure(s, s.part("fretless", "finger-bass", "synth-bass", "~electric-bass"), ("1-----.1--5.....", "1--.1.....7.8.5a", "1-----1-..3-5-.a", "1..x..1-....5.a."))
    keys = s.part("rhodes", "dx-piano", "~fm-piano", "piano", level=-1, fx=s.pick((), ("chorus",), ("tremolo",)))
    comp(s, keys, ("x-------", "x--x--x-", "x-----.x--------", "..x-..x-"), 62, 5, roll=0.015, loud=72)
    comp(s, s.part("clean-guitar", "jazz-guitar", "~electric-guitar", level=-5, pan=0.5), ("....x.......x...", "..1.3...2.4.....", "......x.......s."), 68, 3)
    sung(s, ("verse", "chorus"), ("x-xx.x--", ".xxx--x-", "..xx-xx-", "xxx-x---"), 0.86, ("alto-sax", "tenor-sax"), scoop=0.4, leap=0.25)
    backing(s, ("chorus",), ("x-------", "..x-x---", "........|..xx-x--"))
    tune(s, s.part("alto-sax", "synth-voice", "flute", "clean-guitar", "saw-lead", level=-2), 64, 86, ("intro", "verse"), density=0.4, turns="...x", scoop=0.3)
    if s.chance(0.6):
        pad(s, s.part("strings", "warm-pad", "~string-machine", level=-7), 64, 4, s.pick(None, "chorus"))


# Disco.

FLOORS = (
    {"kick": "x...x...x...x...", "snare": "....X.......X...", "open": "..x...x...x...x.", "hat": "x.......x......."}, {"kick": "x...x...x...x...", "snare": "....X.......X..g",
            "hat": "xxxxxxxxxxxxxxxx"},
    {"kick": "x...x...x...x...", "clap": "....X.......X...", "snare": "....x.......x...", "hat": "xx.xxx.xxx.xxx.x", "open": "..x...x...x...x."},
)
OCTAVES = ("1.8.1.8.1.8.1.8.", "1.81.81.1.81.85a", "..8.1.8.1.8.5.8a", "1.1.8.1.5.5.8.7a", "1..18..1.81.5.8a")


@style("Disco", like="R&B")
def north_string_disco(s: Song) -> None:
    """The orchestra at the club: open hats, octave bass, scratching guitar, strings that run up to the chorus, a diva and her trio."""
    minor = s.chance(0.65)
    s.set((108, 130), s.pick("minor", "dorian") if minor else "major", keys="C D A F G", room=("plate", "hall", "room"))
    table = MINOR if minor else MAJOR
    loop = s.pick(journey(s, table, 4), journey(s, DUSK if minor else LUSH, 4))
    s.until(46, "intro verse chorus break verse chorus", intro=loop, verse=f"{loop} | {loop}", chorus=" | ".join([journey(s, table, 4)] * 2))
    floor = s.pick(*FLOORS)
    drums(s, s.part("kit:standard", "kit:room", "kit:power"), floor, {"chorus": {**floor, "tamb": "x.xxx.xxx.xxx.xx"}}, "disco", every=8)
    figure(s, s.part("finger-bass", "pick-bass", "slap-bass", "synth-bass", level=1), OCTAVES, short=0.75)
    guitar = comp(s, s.part("clean-guitar", "~electric-guitar", "muted-guitar", level=-2, pan=-0.5, fx=s.pick((), ("wah:phase",))), ("ssxsssxsssxsssxs", "..xs..xs..xs..xs",
            "x.sx..x.x.sx..x.", "s.xxs.x.s.xxs.x."), 67, 3)
    comp(s, s.part("rhodes", "piano", "clavinet", "bright-piano", level=-4, pan=0.4), ("..x...x...x...x.", "x--x--x-", "x..x..x...x..x.."), 62, 4)
    strings = s.part("strings", "~string-machine", "synth-strings", level=-1)
    run = tune(s, strings, 69, 91, ("intro", "chorus", "break"), ("x-x-xxxxx---....", "x---....xxxxxxxx", "x-----x-x-x-xxxx", "xxxxx---x---x---"), leap=0.1, repeat=0.1, stick=0.6)
    below(s, run, s.part("strings", "synth-strings", level=-4), -2)
    pad(s, s.part("strings", "~string-machine", level=-6), 66, 3, "verse")
    sung(s, ("verse", "chorus"), CALLS, 0.86, ("alto-sax", "flute"), scoop=0.2, leap=0.25)
    backing(s, ("chorus",), ("x-x-x---", "..xx..x-", "x---..xx"))
    horns = comp(s, s.part("brass", "~brass-section", "trumpet", level=-2), ("x..x..X.........|................", "........|..x.x.X-", "X-......|....xxX."), 67, 4,
                 ("chorus", "break", "intro"), 90)
    hands(s, s.part("kit:standard", level=-7), s.pick({"conga": "..x..xx...x..xx.", "tumba": "......x.......x."}, {"cow": "x.x.x.x."}, {"shaker": "xoxxxoxx"}),
          s.pick(None, ("break", "chorus")))
    thin(s, [guitar, horns], 0.15)


@style("Disco", like="Electronic")
def north_sequencer_disco(s: Song) -> None:
    """The machine disco of Munich and Milan: sixteenths from a sequencer, four on the floor, string machine, a cool voice."""
    s.set((114, 134), s.pick("minor", "dorian"), room=("plate", "club", "hall"))
    loop = s.pick("i | i | bVII | bVI", "i | bVI | bVII | i", "i | i | iv | v", journey(s, MINOR, 4))
    s.until(46, "intro verse chorus break verse chorus", intro=loop, verse=f"{loop} | {loop}", chorus=" | ".join([journey(s, MINOR, 4)] * 2))
    floor = s.pick(FLOORS[0], FLOORS[2], {"kick": "x...x...x...x...", "clap": "....X.......X...", "open": "..x...x...x...x.", "tamb": "x.xxx.xxx.xxx.xx"})
    drums(s, s.part("~kit:linn", "kit:standard", "kit:electronic", "kit:power", "~kit:909"), floor, fills="disco", every=8, crash=0.5)
    figure(s, s.part("~saw-bass", "synth-bass", "~square-bass", "synth-bass-2", level=1, fx=s.pick((), ("delay",))), ("1181118111811181", "1818181818181818",
            "1115111811151187", ".181.181.181.181", "1.11.1181.11.118"), short=0.6)
    comp(s, s.part("~pluck", "~saw-poly", "polysynth", "~square-pluck", level=-4, fx=("delay",)), ("1234123412341234", "1.2.3.4.3.2.", "..x...x...x...x.", "x..x..x..x..x..."),
         64, 4, loud=72)
    strings = s.part("~string-machine", "synth-strings", "strings", level=-3)
    pad(s, strings, 67, 4, ("intro", "chorus", "break"))
    tune(s, s.part("saw-lead", "~saw-lead", "brightness", "~string-machine", "synth-brass", "~brass-poly", level=0), 66, 88, ("intro", "break", "chorus"),
         ("x---x-x-", "x-x-x---", "x--x--x-", "xxx-x-x-"), repeat=0.3)
    sung(s, ("verse", "chorus"), ("x-x.x-x.", "xx.xx-..", "x---x-x-", "xxxxx---"), 0.85, ("saw-lead", "~theremin"), fx=("delay",), repeat=0.45, leap=0.15)
    if s.chance(0.6):
        backing(s, "chorus")
    if s.chance(0.4):
        comp(s, s.part("clean-guitar", "muted-guitar", level=-4), ("ssxsssxsssxsssxs", "..xs..xs..xs..xs"), 67, 3)
    if s.chance(0.3):
        hands(s, s.part("~kit:808", level=-6), {"high": "......x.....x...", "low": "..............x."})


@style("Disco", like="R&B")
def north_boogie_band_disco(s: Song) -> None:
    """A funk band at the discotheque: a bass riff for the whole song, handclaps, chanted hook, horns in unison, percussion break."""
    s.set((104, 124), s.pick("dorian", "minor-pentatonic", "mixolydian"), keys="E A D G B", room=("room", "club", "plate"))
    vamp = s.pick("i7 | i7 | IV7 | IV7", "i7 | bVII | bVI | bVII", "im9 | im9 | ivm9 | v7", "i7 | iv7 | i7 | v7") if s.scale != "mixolydian" else s.pick("I9 | IV9 | I9 | IV9",
            "I | bVII | IV | I", "Imaj7 | iii7 | IVmaj7 | V9sus4")
    s.until(46, "groove verse hook groove verse hook break", groove=vamp, verse=f"{vamp} | {vamp}", hook=f"{vamp} | {vamp}")
    floor = s.pick(*FLOORS)
    floor = {**floor, "clap": "....X.......X..."}
    drums(s, s.part("kit:standard", "kit:room", "~kit:linn"), floor, {"break": {**floor, "cow": "x.x.x..xx.x.x..x", "conga": "..x..xx...x..xx."}}, "disco", every=8, crash=0.5)
    riff = own_row(s, 16, 0.5, "1185785", 0.2) + "|" + own_row(s, 16, 0.5, "178531a", 0.2)
    figure(s, s.part("finger-bass", "slap-bass", "pick-bass", "~electric-bass", level=2), (riff, *OCTAVES[:1]), short=0.7)
    comp(s, s.part("clean-guitar", "~electric-guitar", level=-1, pan=-0.4, fx=s.pick((), ("chorus",))), ("ssxsssxsssxsxsxs", "x.xs.sx.x.xs.sx.", "..xxs.xs..xxs.xs"), 66, 4)
    comp(s, s.part("piano", "rhodes", "clavinet", "polysynth", level=-4, pan=0.5), ("x-------", "x..x..x.........", "..x...x...x...x."), 63, 4)
    sung(s, ("verse",), CALLS, 0.84, ("alto-sax",), scoop=0.2, turns=s.pick("", "xxx."))
    hook = tune(s, s.part("~vocal-duo", "~backing", "~vocal", level=2), 58, 75, "hook", ("x.xx.x..", "xx.x.x--", "x-x-xx..", ".xxxx-.."), sing=True, form="AAAB", repeat=0.5)
    below(s, hook, s.part("~backing", "~vocal-duo", level=0))
    horns = s.part("brass", "~brass-section", "trumpet", "tenor-sax", "synth-brass", level=-1)
    tune(s, horns, 62, 79, ("groove", "break"), ("x.xx..x.", ".x.xx-..", "xx..x-x.", "...xx.x-"), scale="minor-pentatonic" if s.scale != "mixolydian" else None, form="AAAB")
    if s.chance(0.6):
        pad(s, s.part("strings", "~string-machine", "synth-strings", level=-5), 67, 3, ("hook", "groove"))
