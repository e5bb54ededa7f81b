"""Music that is made of loops: Electronic, Disco, Hip-Hop, Rap."""

from __future__ import annotations

from hands.south import craft, tunes
from song import Song, style

MACHINES = ("~kit:909", "~kit:808", "~kit:minimal", "~kit:any", "kit:electronic")
DROPS = ("groove", "drop")
SINGS = ("verse", "chorus", "bridge")


# Electronic.
@style("Electronic", like="Disco")
def south_warehouse_house(s: Song) -> None:
    """House: four to the floor, open hats off the beat, claps, an organ or piano stab, a bass that answers it, layers in and out."""
    s.set((118, 128), ("minor", "dorian"), swing=s.pick(0.0, 0.0, 0.15), unit=0.5, room=("club", "plate", "room"))
    loop = s.pick("i7 | % | bVI7 | %", "i9 | iv9 | i9 | v7", "im9 | % | bVIImaj7 | %", "i7 | bVII | bVI | bVII")
    s.until(60, craft.form(s, "club"), groove=f"{loop} | {loop}", intro=loop, build=loop, **{"break": loop})
    kit = s.part(*MACHINES, level=2)
    craft.beat(s, kit, {"kick": "x...x...x...x...", "open": "..x...x...x...x.", "clap": "....x.......x.../....X.......X..g", "hat": "x.gxx.gxx.gxx.gx/................"},
               ("intro", "groove", "drop"),
               fills="claps drop stutter")
    craft.beat(s, kit, {"hat": "x.o.x.o.x.o.x.o.", "rim": "...x..x....x..x./..x..x....x..x.."}, "break", fills="")
    craft.roll(s, kit, s.pick("snare", "clap"))
    low = s.part("~saw-bass", "~square-bass", "synth-bass", "~fm-bass", level=0, duck=s.between(0.2, 0.6))
    craft.bass(s, low, "..1...1..1..b.1./1..1..1.....8.b./..1.8...1..b..1./1.....1...1.5...", (*DROPS, "intro"))
    keys = s.part("piano", "~stab", "~organ", "perc-organ", "~pluck", level=-1, fx=s.pick((), ("delay:340",)), duck=0.3)
    craft.comp(s, keys, "x..x..x...x..x../..x...xx..x..x../x..x....x..x..o./...x..x....x..x.", None, 62, 4, 0.6)
    pad = s.part("~string-machine", "~warm-pad", "strings", level=-6, duck=0.6)
    craft.pad(s, pad, ("break", "build", "drop"))
    craft.ride(s, pad)
    voice = s.part("~vocal", "~vocal-duo", name="diva", level=-1, fx=("delay:260",))
    tunes.tune(s, voice, 57, 76, ("drop", "break"), 0.4, 0.5, syllables=tunes.SUNG)
    hand = s.part("kit:standard", name="percussion", level=-5)
    craft.beat(s, hand, {"conga": "..x..x....x...x./x..x....x..x....", "conga2": "......x.......xx/....x.......x...", "shaker": "xgogxgogxgogxgog/................"}, None,
               fills="", crash="")
    craft.mutes(s, [keys, voice, hand, low])
    craft.rise(s)
    craft.drop(s, [kit, low])


@style("Electronic", like="World")
def south_tunnel_techno(s: Song) -> None:
    """Techno: a hard kick, an acid line or a two-note sequence that a filter opens and shuts, noise, hats; nothing else moves."""
    s.set((126, 142), ("phrygian", "minor"), room=("club", "hall", "cave"))
    one = "i | i | i | i | i | i | i | i"
    s.until(60, s.pick("groove build drop break build drop", "groove groove break build drop"), groove=one, **{"break": "i | i | i | i"}, build="i | i | i | i", drop=s.pick(one,
            "i | i | i | i | bII | bII | i | i"))
    kit = s.part("~kit:909", "~kit:hard", "~kit:minimal", level=3, fx=s.pick((), ("drive:2",)))
    craft.beat(s, kit, {"kick": "X...X...X...X.../X...X...X...X.x.", "open": "..x...x...x...x./......x.......x.", "hat": "xoxoxoxoxoxoxoxo/..o...o...o...o.",
                        "rim": "...x..x...x....x/x.....x..x....../.............x..",
                         "clap": "................/....x.......x..."}, ("groove", "drop"), fills="stutter drop claps")
    craft.beat(s, kit, {"hat": "xoxoxoxoxoxoxoxo", "ride": "..x...x...x...x."}, ("break", "build"), fills="")
    craft.roll(s, kit)
    acid = s.part("~acid", "~acid-square", "~square-pluck", level=0, fx=s.pick((), ("drive:4",), ("delay:330",)))
    tunes.riff(s, acid, s.pick(36, 40, 48), tunes.riff_row(s, 16, 2, 0.75, "00001470", "0"), power=False)
    craft.ride(s, acid, s.pick(4, 8, 16))
    sub = s.part("~sub-bass", "~saw-bass", level=-1, duck=0.7)
    craft.bass(s, sub, "..1...1...1...1./.11..11..11..11./..11..11..11..11", DROPS)
    stab = s.part("~stab", "~hoover", "~fm-bell", "~dark-pad", level=-5, fx=("delay:dub",), duck=0.4)
    craft.comp(s, stab, "......x........./...x..........x./x..............|................", None, 64, 3, 0.8)
    clank = s.part("~kit:chip", "~kit:minimal", name="clank", level=-7, fx=("delay:270",))
    craft.beat(s, clank, {"block": "..x..x.....x..../x.....x.....x...", "tom2": ".......x.....x../...x......x.....", "cowbell": "................/..........x....."}, None,
               fills="", crash="")
    craft.mutes(s, [stab, clank, sub])
    craft.rise(s)
    craft.drop(s, [kit, sub], s.pick(1.0, 2.0))


@style("Electronic", like="Hip-Hop")
def south_break_and_bass(s: Song) -> None:
    """Drum and bass: a chopped break at twice the pulse of the bass, pads, a voice cut to a syllable."""
    s.set((164, 178), ("minor", "dorian"), room=("club", "plate", "hall"))
    loop = s.pick("i9 | % | bVImaj7 | %", "im9 | % | ivm9 | %", "i | % | bVII | %", "i7 | % | bIIImaj7 | bVII")
    s.until(50, craft.form(s, "club"), groove=f"{loop} | {loop}", intro=loop, build=loop, **{"break": loop}, drop=f"{loop} | {loop}")
    kit = s.part("kit:power", "kit:standard", "~kit:linn", "~kit:909", "kit:electronic", level=2, fx=s.pick((), ("crush:2",), ("drive:2",)))
    craft.beat(s, kit, {"kick": "x.........x.....|x.........x...../x.x.......xx....|x..x......x...../x.........x..x..",
                        "snare": "....X..g.g..X..g/....X.......X...|....X..x....X.gx", "hat": "x.x.x.x.x.x.x.x./xoxoxoxoxoxoxoxo",
                         "ride": "................/x.x.x.x.x.x.x.x."}, ("intro", "groove", "drop"), fills="snare stutter drop", every=4, ghosts=0.12)
    craft.beat(s, kit, {"hat": "x.o.x.o.x.oox.o.", "rim": "....x.......x..."}, ("break", "build"), fills="")
    craft.roll(s, kit)
    low = s.part("~reese", "~sub-bass", "~wobble", "~fm-growl", level=1)
    craft.bass(s, low, "1-------....1.b-|1---....8-----../1-----..1-----..|1-------------../1--.1--.b-----..", ("groove", "drop"))
    pad = s.part("~glass-pad", "~warm-pad", "strings", "~air-pad", level=-4)
    craft.pad(s, pad, None, 64)
    keys = s.part("rhodes", "~pluck", "~fm-bell", "vibraphone", level=-3, fx=("delay:350",))
    craft.comp(s, keys, "0.2.4..1.3..2.../x.....x...x...../4...2...3...1...", None, 67, 4)
    voice = s.part("~vocal", "~vocal-duo", name="cut voice", level=-2, fx=("delay:175",))
    tunes.tune(s, voice, 60, 79, ("groove", "break"), 0.3, 0.8, 16, syllables=("ya", "o", "a"))
    craft.mutes(s, [keys, voice, pad], 8)
    craft.rise(s)
    craft.drop(s, [kit, low], 2.0)


# Disco.
def _floor(s: Song, kit_level: float = 2.0) -> None:
    """Disco's drums: kick on all four, snare and clap on two and four, the open hat between."""
    kit = s.part("kit:standard", "kit:room", "~kit:linn", "kit:power", "~kit:909", level=kit_level)
    craft.beat(s, kit, {"kick": "X...X...X...X...", "snare": "....X.......X.../....X.......X..g", "open": "..x...x...x...x.",
                        "hat": "x.o.x.o.x.o.x.o./xoo.xoo.xoo.xoo./x...x...x...x...", "tamb": "................/x.o.X.o.x.o.X.o.",
                         "clap": "................/....x.......x..."}, fills="toms snare claps", ghosts=0.02)
    hand = s.part("kit:standard", name="percussion", level=-4)
    craft.beat(s, hand, {"conga": "..x..o.x..x..o.x/x..o..x.x..o..x.", "conga2": "......x.......x.", "cowbell": "x.x.x.x.x.x.x.x./................/..x...x...x.x..."},
               fills="hands", crash="")
    craft.mutes(s, [hand], 8, 0.7, 0)


@style("Disco", like="R&B")
def south_string_disco(s: Song) -> None:
    """Disco with an orchestra: octave bass, scratching guitar, string runs and stabs, a singer and her choir."""
    s.set((110, 126), ("minor", "dorian", "major"), room=("plate", "room", "hall"))
    verse = s.pick("i7 | iv7 | i7 | v7", "ii7 | V7 | Imaj7 | VI7", "i7 | bVII | bVImaj7 | V7",
                   "Imaj7 | vi7 | ii7 | V7") if s.scale == "major" else s.pick("i7 | iv7 | bVII7 | bIIImaj7", "i7 | % | iv7 | %", "i | bVII | bVI | V7")
    chorus = s.pick("IVmaj7 | iii7 | ii7 | V7", "I | vi | IV | V") if s.scale == "major" else s.pick("bVImaj7 | bVII | i7 | i7", "iv7 | bVII | bIII | bVI")
    s.until(60, craft.form(s), verse=f"{verse} | {verse}", intro=verse, chorus=f"{chorus} | {chorus}", bridge=verse, **{"break": verse})
    _floor(s)
    low = s.part("finger-bass", "pick-bass", "slap-bass", level=1)
    craft.bass(s, low, "1.8.1.8.1.8.1.8./1.8.1.8.1.8b5.8./1..81.8.1..85.8./1.88..8.1.8.b.8a")
    scratch = s.part("clean-guitar", "muted-guitar", "~electric-guitar", level=-2, fx=s.pick((), ("wah",), ("wah:phase",)))
    craft.comp(s, scratch, "d.xdd.xdd.xdd.xd/ddx.dxd.ddx.dxdx/x.dxd.dxx.dxd.dd", None, 66, 3, 0.5)
    strings = s.part("strings", "~string-machine", "~section", "violin", level=-1)
    tunes.tune(s, strings, 67, 91, ("intro", "break", "bridge", "chorus"), 0.7, 0.4, 16, double=strings if s.chance(0.4) else None)
    craft.comp(s, strings, "X-x-....|X-------------../x.............x.|X-------........", "verse", 70, 3)
    keys = s.part("rhodes", "piano", "clavinet", level=-3)
    craft.comp(s, keys, "..x...x...x...x./x..x..x...x..x../..x..x....x..x..", None, 62, 4, 0.8)
    if s.chance(0.8):
        tunes.sing(s, SINGS, 0.55, 0.45, backing=0.7)
    if s.chance(0.5):
        craft.comp(s, s.part("brass", "~brass-section", "trumpet", level=-2), "......x.x......./x..x............|............x.x.", ("chorus", "bridge"), 67, 3, 0.6)


@style("Disco", like="Electronic")
def south_robot_disco(s: Song) -> None:
    """Synthesizer disco: a sequenced bass in sixteenths, a string machine, a machine's claps, a cool tune."""
    s.set((112, 130), ("minor", "dorian"), room=("plate", "club"))
    loop = s.pick("i | % | bVI | bVII", "i | iv | bVI | V", "i | % | bIII | bVII", "im7 | % | ivm7 | %")
    s.until(60, craft.form(s, "loop"), verse=f"{loop} | {loop}", intro=loop, chorus=s.pick("bVI | bVII | i | i", "iv | bVII | bIII | bVI"), **{"break": loop})
    _floor(s)
    low = s.part("~saw-bass", "synth-bass", "~square-bass", "synth-bass-2", level=1)
    craft.bass(s, low, "11811181118111b1/1.881.881.881.88/1181118118111181/1.181.181.181.5b", length=0.7, loose=0.0)
    craft.ride(s, low)
    machine = s.part("~string-machine", "strings", "synth-strings", level=-2)
    craft.pad(s, machine, None, 66, 4)
    lead = s.part("~saw-lead", "~square-lead", "~theremin", "~brass-poly", "saw-lead", level=-1, fx=("delay:250",))
    tunes.tune(s, lead, 62, 84, ("intro", "chorus", "break"), 0.5, 0.4)
    arp = s.part("~pluck", "~square-pluck", "~saw-poly", level=-4, fx=s.pick((), ("delay:375",)))
    craft.comp(s, arp, "0123210301232103/0.2.1.3.0.2.1.3./0240240240240240", None, 66, 4)
    craft.mutes(s, [arp, machine])
    if s.chance(0.65):
        tunes.sing(s, ("verse", "chorus"), 0.45, 0.3, fx=s.pick((), ("chorus",)))


@style("Disco", like="Pop")
def south_filter_disco(s: Song) -> None:
    """Disco as it came back: a guitar and bass groove of four bars, looped, chopped and filtered, claps, a hook for the dance floor."""
    s.set((114, 126), ("minor", "dorian", "major"), room=("club", "room"))
    loop = s.pick("im7 | bIIImaj7 | ivm7 | v7", "ivm7 | v7 | im7 | bIIImaj7", "IVmaj7 | iii7 | vi7 | ii7", "im9 | iv9 | im9 | bVII9")
    s.until(60, craft.form(s, "loop"), verse=f"{loop} | {loop}")
    _floor(s)
    low = s.part("slap-bass", "finger-bass", "~electric-bass", level=1)
    craft.bass(s, low, "1..8.b8.1..85.b./1.d8.d8.1.d5b.8./1--.8.b.1.1.5.8.")
    guitar = s.part("clean-guitar", "~electric-guitar", "muted-guitar", level=0)
    craft.comp(s, guitar, "xd.xd.xdxd.xd.xd/dxd.xddxdxd.xddx/x.dx.dx.x.dx.dxd", None, 67, 3, 0.5)
    sample = s.part("~string-machine", "brass", "rhodes", "~saw-poly", level=-2, fx=s.pick((), ("crush:2",)))
    craft.chop(s, sample, None, s.pick(8, 16))
    craft.ride(s, sample)
    craft.mutes(s, [sample, guitar], 8, 0.8)
    tunes.sing(s, SINGS, 0.45, 0.5, fx=s.pick((), ("chorus",), ("delay:240",)))


# Hip-Hop.
HEAD_NOD = "x......x..x...../x.....x...x...../x.x.......x..x../x..x......xx...."


@style("Hip-Hop", like="Jazz")
def south_dusty_loop(s: Song) -> None:
    """Boom bap: a chopped sample of jazz chords, dusty swung drums, an upright bass, scratches; a rapper in most pieces."""
    s.set((82, 97), ("minor", "dorian"), swing=(0.25, 0.6), unit=0.5, room=("dry", "booth", "room"))
    loop = s.pick("im9 | ivm7", "im7 | bVImaj7", "iiø V7alt | im9", "im9 bVImaj7 | ivm9 V7", "im7 | ii7")
    s.until(50, craft.form(s, "loop"), verse=" | ".join([loop] * 4), intro=" | ".join([loop] * 2), chorus=" | ".join([loop] * 2), **{"break": " | ".join([loop] * 2)})
    kit = s.part("~kit:lofi", "~kit:linn", "kit:standard", "kit:jazz", level=2, fx=s.pick((), ("crush:3",), ("drive:2",)))
    craft.beat(s, kit, {"kick": HEAD_NOD, "snare": "....X.......X.../....X..g.g..X..g", "hat": "x.x.x.x.x.x.x.x./x.o.x.oox.o.x.o."}, fills="drop stutter snare", every=4,
               crash="", ghosts=0.04)
    sample = s.part("rhodes", "piano", "vibraphone", "jazz-guitar", "strings", "~vibes", level=0, fx=s.pick((), ("crush:3",), ("tone:dark",)))
    craft.chop(s, sample, None, s.pick(8, 16), s.pick(60, 66))
    low = s.part("upright", "finger-bass", "~sub-bass", "~string-bass", level=1)
    craft.bass(s, low, "1--...1...5-..../1-----....b-1-../1-..1-..5-..b-a.")
    horn = s.part("tenor-sax", "muted-trumpet", "flute", "~vibes", level=-3, fx=("delay:dub",))
    tunes.tune(s, horn, 58, 79, ("intro", "chorus", "break"), 0.3, 0.4)
    craft.drop(s, [kit], s.pick(1.0, 2.0), 0.4)
    tunes.scratch(s, ("chorus", "break"))
    if s.chance(0.65):
        tunes.rap(s, ("verse",), spoken=0.15)


@style("Hip-Hop", like="Electronic")
def south_sparse_808(s: Song) -> None:
    """Trap's beat: half-time snare, rolling hats, an 808 that is bass and kick at once, one bell or flute figure; a voice on top."""
    s.set((132, 152), ("minor", "harmonic-minor", "phrygian"), room=("dry", "plate", "hall"))
    loop = s.pick("i | i | bVI | V", "i | % | % | bII", "i | % | bVI | bVII", "i | % | iv | %")
    s.until(55, craft.form(s, "loop"), verse=f"{loop} | {loop}", intro=loop, chorus=f"{loop} | {loop}", **{"break": loop})
    kit = s.part("~kit:808", "~kit:808", "kit:808", "~kit:any", level=2)
    hats = "x.x.x.x.x.x.x.x.|x.x.x.xxx.x.x.x./x.o.x.x.x.ooxxxx|x.x.x.x.x.x.x.x./x.x.x.x.|x.xxx.x.|x.x.x.x.|xxxx.x.xx"
    craft.beat(s, kit, {"kick": "x.....x...x.....|x..x......x...../x.........x..x..", "snare": "........X.......", "clap": "........x......./................", "hat": hats,
                        "open": "..............x.|................/................"}, ("verse", "chorus"), fills="drop stutter", every=4, crash="crash")
    craft.beat(s, kit, {"hat": hats, "snare": "........x......."}, ("intro", "break"), fills="", crash="")
    rolls = s.part("~kit:808", name="hat rolls", level=-5)
    craft.beat(s, rolls, {"hat": "........................|..................oooxxx|........................|............oxoxox......"}, ("verse", "chorus"), fills="", crash="")
    low = s.part("~808-bass", "~sub-bass", level=2, fx=s.pick((), ("drive:3",)))
    craft.bass(s, low, "1-----..8-1-....|1--1--....5-b-../1-------..1-....|1-----....1--8--/1---....1-......", ("verse", "chorus"), 26)
    bell = s.part("~fm-bell", "~pluck", "flute", "music-box", "koto", "piano", "nylon", level=0, fx=s.pick((), ("delay:210",), ("tone:dark",)))
    tunes.tune(s, bell, 62, 84, None, 0.55, 0.5, breath=0.0)
    pad = s.part("~dark-pad", "choir", "~choir", "strings", level=-6)
    craft.pad(s, pad)
    craft.mutes(s, [pad, bell], 4, 0.75)
    craft.drop(s, [kit, low], 2.0)
    if s.chance(0.6):
        tunes.rap(s, ("verse", "chorus"), 0.6, triplets=0.6, spoken=0.1, adlibs=0.8)


@style("Hip-Hop", like="Disco")
def south_block_party(s: Song) -> None:
    """Old school and electro: a machine's funk in eighths with cowbell and claps, a two-bar bass, scratches, shouts."""
    s.set((98, 124), ("minor", "minor-pentatonic", "dorian"), room=("dry", "room", "club"))
    loop = s.pick("i7 | i7 | i7 | i7", "i7 | % | iv7 | %", "i7 | bVII7 | i7 | bVII7")
    s.until(50, craft.form(s, "loop"), verse=f"{loop} | {loop}")
    kit = s.part("~kit:808", "~kit:linn", "kit:electronic", "~kit:909", level=3)
    craft.beat(s, kit, {"kick": "x.....x...x...../x..x..x...x..x../x.....x.x..x....", "snare": "....X.......X...", "clap": "....x.......x.../....x.......x.x.",
                        "hat": "x.x.x.x.x.x.x.x./xxxxxxxxxxxxxxxx",
                        "cowbell": "................/x..x..x..x..x.x./..x.x.x...x.x..x"}, fills="stutter claps toms drop", every=4, crash="")
    low = s.part("synth-bass", "~saw-bass", "slap-bass", "finger-bass", "~fm-bass", level=1)
    craft.bass(s, low, "1..1..8.b..1..5.|1..1..8.b.5.4.../1.1..8..b.1..b5.|1.1..8......5.b./1--...b.1--...5a")
    hit = s.part("orchestra-hit", "~stab", "brass", "clavinet", level=-3)
    craft.comp(s, hit, "x...............|..........x..x../......x.........|......x...x...../x..x..x.........|................", None, 62, 4, 0.8)
    lead = s.part("~square-lead", "~saw-lead", "saw-lead", level=-3)
    tunes.tune(s, lead, 60, 82, ("chorus", "break"), 0.5, 0.5, 16)
    tunes.scratch(s, ("intro", "chorus", "break"), -2)
    craft.mutes(s, [hit, lead], 4, 0.8)
    if s.chance(0.85):
        tunes.rap(s, ("intro", "verse", "chorus"), 0.66, spoken=0.2, adlibs=0.6)


# Rap.
@style("Rap", like="Hip-Hop")
def south_cypher_rap(s: Song) -> None:
    """Street rap over boom bap: verse after verse without pause, a hard kick and snare, one short loop, a bass note or two."""
    s.set((84, 100), ("minor", "phrygian", "minor-pentatonic"), swing=(0.0, 0.5), unit=0.5, room=("dry", "booth"))
    loop = s.pick("i | i", "i | bVI", "i | bII", "im7 | ivm7", "i bVII | bVI V")
    s.until(50, s.pick("verse verse chorus verse chorus", "verse chorus verse verse", "intro verse verse chorus"), verse=" | ".join([loop] * 8), intro=" | ".join([loop] * 2),
            chorus=" | ".join([loop] * 2))
    kit = s.part("~kit:lofi", "~kit:linn", "kit:power", "kit:standard", "~kit:hard", level=1)
    craft.beat(s, kit, {"kick": "x......x..x...../x..x......x...../x.....x.x.x...../xx......x.x.....", "snare": "....X.......X...",
                        "hat": "x.x.x.x.x.x.x.x./xoxoxoxoxoxoxoxo/................"}, fills="drop stutter",
               every=8, crash="", ghosts=0.02)
    key = s.part("piano", "strings", "~fm-bell", "nylon", "brass", "harpsichord", "~dark-pad", level=-2, fx=s.pick((), ("crush:3",)))
    if s.chance(0.5):
        craft.chop(s, key, None, 8, s.pick(55, 62, 67), 3)
    else:
        craft.comp(s, key, "0..1..2...3..2../x..x..x....x..x./0.2.1.2.0.2.3.2.", None, s.pick(58, 64, 70), 3)
    low = s.part("~sub-bass", "finger-bass", "~808-bass", "upright", level=0)
    craft.bass(s, low, "1--....1..5-..../1-----....1-.../1--1--......b-..", None, 28)
    tunes.rap(s, None, s.between(0.66, 0.85), level=3, adlibs=0.5, spoken=0.15)
    tunes.scratch(s, "chorus", -5)
    craft.mutes(s, [low, key], 8, 0.8)
    craft.drop(s, [kit, low], 1.0, 0.8)


@style("Rap", like="R&B")
def south_trap_rap(s: Song) -> None:
    """Trap rap: triplet flows and ad-libs all over it, 808, half-time claps, a sad figure far away; hooks half sung."""
    s.set((128, 150), ("minor", "harmonic-minor", "phrygian"), room=("plate", "dry", "hall"))
    loop = s.pick("i | bVI | i | V", "i | i | bVI | bVII", "i | % | bII | %", "iv | i | bVI | V")
    s.until(55, s.pick("verse chorus verse chorus", "chorus verse verse chorus", "intro verse chorus verse"), verse=" | ".join([loop] * 4), intro=loop,
            chorus=" | ".join([loop] * 2))
    kit = s.part("~kit:808", "~kit:any", "kit:808", "~kit:hard", level=1)
    craft.beat(s, kit, {"kick": "x.....x...x...../x..x......x.....|x...........x...", "clap": "........X.......", "snare": "................/........x......./........x.....g.",
                        "hat": "x.x.x.x.x.x.x.x.|x.x.xxxxx.x.x.x./x..x..x.x..x..x./xxx.xxx.xxx.|x.x.x.x.x.x."}, fills="drop stutter", every=4, crash="")
    low = s.part("~808-bass", "~808-bass", "~sub-bass", level=1, fx=s.pick((), ("drive:3",)))
    craft.bass(s, low, "1-----....1--5-./1---....8---..../1--1--....1-----|1-------....b-a-", None, 26)
    figure = s.part("~fm-bell", "piano", "nylon", "choir", "~glass-pad", "flute", level=-3, fx=s.pick((), ("delay:300",), ("tone:dark",)), send=-6)
    craft.comp(s, figure, "0.1.2.3.2.1.0.1./2...1...0...1.../x.......x......./0..1..2.3..2..1.", None, s.pick(62, 69), 3)
    tunes.rap(s, ("intro", "verse", "chorus"), s.between(0.6, 0.8), triplets=0.7, level=3, adlibs=0.9, spoken=0.05)
    if s.chance(0.5):
        tunes.tune(s, s.part("~vocal-low", "~vocal", "~robot", name="hook", level=-2, fx=("delay:300",)), 50, 68, "chorus", 0.45, 0.4, syllables=tunes.SUNG)
    craft.drop(s, [kit, low], 2.0, 0.8)
    craft.mutes(s, [figure], 4, 0.85, 0)


@style("Rap", like="Electronic")
def south_grime_and_drill(s: Song) -> None:
    """London and after: sliding 808s or square basses, a snare that comes late in the bar, cold strings, fast words."""
    drill = s.chance(0.5)
    s.set((138, 146), ("minor", "harmonic-minor", "phrygian"), room=("dry", "club"))
    loop = s.pick("i | % | bVI | %", "i | % | bII | V", "i | i | i | i", "i | % | iv | bVI")
    s.until(55, s.pick("verse chorus verse chorus", "intro verse chorus verse"), verse=" | ".join([loop] * 4), intro=loop, chorus=" | ".join([loop] * 2))
    kit = s.part("~kit:808", "~kit:hard", "~kit:any", "kit:electronic", level=1)
    if drill:
        rows = {"kick": "x.....x.........|x..x......x...../x.........x.....", "snare": "......X.......X.|......X...X...../......X.........|..........X.....",
                "hat": "x..x..x.x..x..x.|x..x..x.x.xxx.x."}
    else:
        rows = {"kick": "x..x..x...x...../x.....x..x..x...", "snare": "........X......./....X.......X..x", "clap": "........x......./................",
                "hat": "x.x.x.x.x.x.x.x./..x...x...x..xx."}
    craft.beat(s, kit, rows, fills="drop stutter", every=4, crash="")
    low = s.part("~808-bass" if drill else "~square-bass", "~fm-bass", "~808-bass", level=2)
    craft.bass(s, low, "1--8-...1..b--../1-----8---....../1..1..8-..1.b.5.|1..1..8-..4.....", None, 27)
    cold = s.part("strings", "pizzicato", "~square-pluck", "choir", "~stab", "piano", level=-2)
    if s.chance(0.5):
        tunes.tune(s, cold, 60, 80, None, 0.5, 0.6, 8, breath=0.0)
    else:
        craft.comp(s, cold, "x..x..x...x...../0..1..2.0..1..3./x.x...x.x.....x.", None, 66, 3, 0.7)
    tunes.rap(s, None, s.between(0.75, 0.95), triplets=0.1, level=3, adlibs=0.6, spoken=0.05)
    craft.drop(s, [kit, low], 2.0, 0.7)
