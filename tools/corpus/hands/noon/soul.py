"""R&B and Disco: studio bands of the South and of Philadelphia, vamps, slow jams and dance floors."""

from __future__ import annotations

from hands.noon import craft, tunes
from song import Song, style


@style("R&B", like="Blues")
def noon_stax_stomp(s: Song) -> None:
    """Southern soul of the sixties: dry drums, a bass riff doubled by guitar, horns that answer in unison, a shouting singer."""
    six = s.chance(0.25)
    s.set((58, 76) if six else (98, 132), s.pick("mixolydian", "major", "major-pentatonic"), keys="C G F Bb Eb E", room=("room", "plate", "club"))
    s.until(46, s.pick("intro verse verse chorus", "intro verse chorus break"), intro="I | IV | I | IV",
        verse=s.pick("I | IV | I | IV | I | IV | I | V", "I | bIII | IV | I", "I | I | IV | IV | I | vi | IV | V"),
            chorus=s.pick("IV | I | IV | V", "V | IV | I | I | V | IV | V | V", "vi | IV | I | V"), **{"break": "I | I | bVII | IV"})
    kit = s.part("kit:standard", "kit:room", level=1)
    if six:
        craft.beat(s, kit, s.pick("k:x.....xx....;s:...X.....X..;h:xxxxxxxxxxxx", "k:x....xx....x;r:...x.....x..;h:xoxxoxxoxxox"), fills=4, fill="snare")
    else:
        craft.beat(s, kit, s.pick("k:x.xxx.x.;s:x.x.x.x.;h:xxxxxxxx", "k:x.....x.x.x.....;s:....X.......X..g;h:x.x.x.x.x.x.x.x.",
            "k:x.x....xx.x.....;s:....X..g.g..X...;h:x.x.x.x.x.x.x.x.", "k:x..x..x.;s:..X...X.;t:.x.x.x.x"), fills=8, fill="snare", ghosts=0.05)
    low = s.part("finger-bass", "pick-bass", level=2)
    line = s.pick("1-..5-6-..5-", "1--11--5--6-") if six else s.pick("1-.15-6-1-..5-6.", "1..1.1<.5.6.8.6.", "1-1-..56..1-..<>", "1-3-5-6-8-6-5-3-",
        "1..x1.3.5.x.6.5.")
    craft.bass(s, low, line, slide=0.05, push=0.0 if six else 0.1)
    guitar = s.part("clean-guitar", "~electric-guitar", "jazz-guitar", level=-2, fx=("amp:edge",))
    craft.comp(s, guitar, "...d.....d.." if six else s.pick("....X.......X...", "..d...d...d...du", "....d..u....d.u.", "x.......x......."), 62, 3, ring=0.3,
        strum=0.008)
    organ = s.part("drawbar", "rock-organ", "piano", "rhodes", level=-5)
    if s.chance(0.5):
        craft.pad(s, organ, 64, 3)
    else:
        craft.comp(s, organ, "x..xx.x..xx." if six else s.pick("x..x..x...x.x...", "..x...x...x...x."), 64, 3, ring=0.5)
    horns = [s.part("trumpet", "brass", level=-2, pan=0.3), s.part("tenor-sax", level=-2, pan=-0.3), s.part("baritone-sax", "trombone", level=-4)]
    call = s.pick("......x.x-......", "..........x.x.x-", "x--x..x-........") if not six else ".........xx-"
    for horn, centre in zip(horns, (69, 62, 50), strict=True):
        craft.comp(s, horn, "/".join(["." * len(call), call]), centre, 1, where=("verse", "break"), ring=0.8)
        craft.comp(s, horn, "x-----------" if six else s.pick("x--x--x-....x-x-", "x-------x--x--x-"), centre, 1, where="chorus")
    line = s.pick("1 . . 3 . 5 6 . / 5 - 3 - 1 - . .", "5 - 6 - 8 - . . / 6 . 5 . 3 - 1 -", "8 . 6 . 5 . 3 1 / . . . 1 3 - 1 -")
    for horn in horns[:2]:
        craft.riff(s, horn, line, 58, where=("intro", "break"), scale="mixolydian")
    voice = s.part("~vocal", "~vocal-low", level=2)
    low_v = 53 if "low" in voice.voice else 60
    tunes.tune(s, voice, low_v, low_v + 15, "twelve" if six else "soul", "AABA", 2, where=("verse", "chorus"), bend=0.5, scale="major-blues", hard=100)
    if s.chance(0.4):
        tunes.choral(s, [s.part("~backing", level=-4), s.part("~backing", "oohs", level=-4), s.part("~choir-low", level=-6)],
            "...x-....x--" if six else "........x-x-x---", (69, 64, 55), where="chorus", passing=0.0)


@style("R&B", like="Pop")
def noon_sigma_slow_jam(s: Song) -> None:
    """A quiet-storm ballad: rhodes, strings, a melodic bass, whispering hi-hat, falsetto over rich sevenths."""
    s.set((58, 84), s.pick("major", "minor", "dorian"), keys="Db Eb Ab F Bb", swing=s.pick(0.0, 0.35), unit=0.5, room=("plate", "hall", "room"))
    dark = s.scale != "major"
    s.until(46, "verse verse chorus", verse=s.pick("im9 | ivm9 | bVImaj7 | V7alt", "im9 | bVII9sus4 | bVImaj9 | ivm9") if dark
        else s.pick("Imaj9 | iiim7 | IVmaj9 | V9sus4", "Imaj7 iiim7 | vim9 | iim9 | V9sus4", "IVmaj9 | iiim7 | iim9 | Imaj9"),
            chorus=s.pick("bVImaj9 | bVII9 | im9 | ivm9", "ivm9 | v7 | bVImaj7 | V7#9") if dark else s.pick("IVmaj9 | V9sus4 | iiim7 | vim9",
                "iim9 | iiim7 | IVmaj9 | V9sus4", "vim9 | II9 | IVmaj9 ivm6 | Imaj9"))
    kit = s.part("kit:standard", "kit:room", "~kit:linn", "~kit:808", "kit:electronic", level=-1)
    craft.beat(s, kit, s.pick("k:x......xx.x.....;s:....X.......X...;h:x.xxx.xxx.xxx.xx", "k:x.........x..x..;r:....x.......x...;h:xoxoxoxoxoxoxoxo",
        "k:x..x......x.....;c:....x.......x...;m:oxoxoxoxoxoxoxox", "k:x.....x...x.....;s:....X..g....X..g;h:x.x.x.x.x.x.x.o."), fills=4,
        fill=s.pick("toms", "snare"), crash=0.4, drop=0.1)
    low = s.part("finger-bass", "fretless", "synth-bass", "~sub-bass", "slap-bass", level=1)
    craft.bass(s, low, s.pick("1-----.5--8---7-", "1---..1-5-..6-<-", "1-----x1--..3-5-", "1-..8.7-5---..1<"), slide=0.15)
    keys = s.part("rhodes", "dx-piano", "~fm-piano", "electric-grand", level=-1, fx=("chorus",) if s.chance(0.5) else ("tremolo",))
    craft.comp(s, keys, s.pick("x-------..o-x---", "x-----x---------", "x---o-..x-----o-"), 61, 5, strum=0.015)
    if s.chance(0.7):
        strings = s.part("strings", "slow-strings", "~string-machine", "~section", "synth-strings", level=-5)
        craft.pad(s, strings, 72, 3, spread=True)
        s.swell(strings, 60, 115, 4)
    if s.chance(0.4):
        craft.comp(s, s.part("clean-guitar", "jazz-guitar", "muted-guitar", level=-4, fx=("amp:clean", "wah:phase")),
            s.pick("..x...m.x..m..x.", "....x.....xm...."), 66, 3, ring=0.4)
    voice = s.part("~vocal", "~vocal", "~vocal-low", "soprano-sax", level=2)
    low_v = 53 if "low" in voice.voice else 64
    tunes.tune(s, voice, low_v, low_v + 16, "soul", "ABAC", 2, bend=0.45, grace=0.15, leap=0.25)
    choir = [s.part("~backing", level=-5), s.part("~backing", "oohs", level=-5), s.part("~vocal-low", "oohs", level=-6)]
    tunes.choral(s, choir, s.pick("....x-----x-----", "x---------------", "..x-x-----------"), (71, 66, 57), where="chorus", passing=0.1)
    if s.chance(0.4):
        tunes.tune(s, s.part("alto-sax", "~vocal", "flute", "clean-guitar", level=-1), 66, 84, ("..........x-xxx-", ".......xxxx-x---"), "AB", 1,
            where="verse", only=tunes.ends, bend=0.4)


@style("R&B", like="Hip-Hop")
def noon_new_jack_floor(s: Song) -> None:
    """Swung sixteenths of the late eighties: hard snare, stuttering kicks, synth stabs, key bass, gospel runs and stacked voices."""
    s.set((92, 116), s.pick("minor", "dorian", "minor-pentatonic"), keys="C D F G Eb A", swing=(0.55, 1.0), unit=0.5, room=("plate", "club", "dry"))
    s.until(46, s.pick("verse chorus verse chorus break", "chorus verse break chorus"), verse=s.pick("im7 | im7 | bVII | bVII",
        "im7 | ivm7 | im7 | bVImaj7 bVII", "im9 | im9 | im9 | V7#9"), chorus=s.pick("bVImaj7 | bVII | im7 | im7", "ivm9 | v7 | im9 | bIIImaj7",
        "im7 | bIIImaj7 | ivm7 | V7#9"), **{"break": "im7 | im7"})
    kit = s.part("~kit:linn", "~kit:909", "kit:electronic", "~kit:808", "kit:power", level=2)
    craft.beat(s, kit, s.pick("k:x..x..x..xx.....;s:....X.......X..g;h:xoxxxoxxxoxxxoxx", "k:x.x....xx..x..x.;s:....X..g.g..X...;h:x.xxx.xxx.xxx.xx",
        "k:x..x.x..x.x....x;s:....X.......X.gX;h:x.oxx.oxx.oxx.ox"), fills=4, fill="machine", crash=0.5)
    craft.shake(s, kit, s.pick(54, 70, 39), s.pick("..x...x...x...x.", "xoxoxoxoxoxoxoxo", "............x.xx"), hard=75)
    low = s.part("synth-bass", "~saw-bass", "~fm-bass", "slap-bass", level=1)
    craft.bass(s, low, s.pick("1..1..8.b.1....<", "1.1..b.1..3.4.5.", "1..x1.8...7.5.3.", "1-.1.1..b-.b.5.<"), legato=0.7)
    stab = s.part("~stab", "orchestra-hit", "synth-brass", "~brass-poly", "brass", level=-3)
    craft.comp(s, stab, s.pick("x..x............", "......x..x......", "x.....x...x.....", "...x..x........."), 64, 4, where=("chorus", "break"), ring=0.6)
    keys = s.part("dx-piano", "~fm-piano", "rhodes", "bright-piano", level=-3)
    craft.comp(s, keys, s.pick("x--x--x---x-....", "..x-..x-..x-..x-", "x---..ox-----ox-"), 63, 4)
    if s.chance(0.6):
        craft.pad(s, s.part("~string-machine", "warm-pad", "synth-strings", "polysynth", level=-7), 67, 3)
    voice = s.part("~vocal", "~vocal-low", "~vocal", level=2)
    low_v = 53 if "low" in voice.voice else 62
    tunes.tune(s, voice, low_v, low_v + 15, ("..xx.xx.x-x-....", "x-xxx-.xx-x-..xx", "..x-xxx-x--x-...", "xxx.x-x-x---...."), "AABC", 2, where="verse",
        bend=0.4, grace=0.15)
    tunes.tune(s, voice, low_v + 2, low_v + 15, ("x--x--x-x---....", "x-x-x--x--x-...."), "AA", 1, where="chorus", bend=0.3)
    for steps in (2, 4):
        tunes.harmony(s, voice, s.part("~backing", "~vocal", "~vocal-duo", level=-4), steps, softer=18)
    if s.chance(0.3):
        tunes.shout(s, s.part("~rap-voice", "~speech", "~vocal-duo", level=0), "x...x...x.x.x...", 50, where="break")
    tunes.solo(s, s.part("~saw-lead", "~square-lead", "alto-sax", "clean-guitar", level=-1), 66, 84, ("..xxxx-x-.......", "x-xxx-x---......"), where="break",
        bend=0.4, scale="blues")


@style("R&B", like="Jazz")
def noon_neo_soul_pocket(s: Song) -> None:
    """Drums behind the beat, ninths and elevenths on a rhodes, a bass that sings in the holes, a half-spoken alto."""
    s.set((72, 98), s.pick("dorian", "minor", "major"), keys="Eb Bb F Ab C Gb", swing=(0.2, 0.6), unit=0.5, room=("room", "booth", "plate", "club"))
    dark = s.scale != "major"
    s.until(46, "verse verse bridge", verse=s.pick("im9 | IV13 | im9 | IV13", "im11 | bVImaj9 | ivm9 | V7alt", "im9 bIIImaj9 | ivm9 V7#9") if dark
        else s.pick("Imaj9 | vim11 | iim9 | V13", "IVmaj9 III7#9 | vim9 vm9 | IVmaj9 III7alt | vim9", "iim9 V13 | Imaj9 VI7alt"),
            bridge=s.pick("bVImaj9 | bVII13 | bVImaj9 | V7#9", "ivm9 | bVII13 | bIIImaj9 | V7alt") if dark else s.pick("IVmaj9 | bVII13 | iiim9 | VI7alt",
                "#ivø VII7b9 | iiim9 | iim9 | bIImaj7"))
    kit = s.part("kit:jazz", "kit:room", "kit:standard", "~kit:lofi", level=0, late=0.02, loose=0.012)
    craft.beat(s, kit, s.pick("k:x..x...x..x.....;r:....x.......x..g;h:x.xox.xox.xox.xo", "k:x......x.xx.....;s:....X..g.g..X..g;h:x.x.xox.x.x.x.xo",
        "k:x.x....x..x..x..;s:....X.......X.g.;h:xoxoxoxoxoxoxoxo", "k:x..g..x..x....x.;r:....x.......x...;R:x.x.x.x.x.x.x.x."), fills=8, fill="snare",
        crash=0.2, ghosts=0.08, drop=0.15)
    low = s.part("finger-bass", "fretless", "~sub-bass", "upright", "slap-bass", level=2, late=0.03)
    craft.bass(s, low, s.pick("1-....x.8-7-5.<-", "1--1......5.8.7.", "1---....3-5-..x<", "..1-..1-5-..7.8.", "1-..x1....5-6-<."), slide=0.2)
    keys = s.part("rhodes", "~fm-piano", "~vibes", "dx-piano", "drawbar", level=0, fx=("tremolo",) if s.chance(0.5) else ("chorus",), late=0.012)
    craft.comp(s, keys, s.pick("..x-----..o-x---", "x--x-------o-x--", "x-----..x-x-----", "..x---x-..x---^-"), 62, 5, strum=0.02)
    if s.chance(0.5):
        craft.comp(s, s.part("jazz-guitar", "clean-guitar", "nylon", level=-4), s.pick("....u.....d.u...", "m.d...m.u...m.d.", "......x-......x-"), 67, 3,
            ring=0.6, strum=0.015)
    voice = s.part("~vocal", "~vocal-low", "~vocal-duo", "flute", "muted-trumpet", level=1)
    low_v = 52 if "low" in voice.voice else 58
    tunes.tune(s, voice, low_v, low_v + 16, "soul", "ABAC", 2, bend=0.4, grace=0.1, free=0.25)
    back = s.part("~backing", "~vocal", "~vocal-duo", level=-4)
    tunes.harmony(s, voice, back, s.pick(2, -3), softer=20)
    if s.chance(0.4):
        horn = s.part("muted-trumpet", "trumpet", "tenor-sax", "flute", level=-2, fx=("delay",))
        tunes.solo(s, horn, 60, 80, ("......x-xxx-x---", "..x-xx-.........", "........xxxxx---"), only=tunes.ends, bend=0.3, chromatic=0.2)
    if s.chance(0.25):
        craft.shake(s, s.part("kit:standard", level=-7), 70, "xoxoxoxoxoxoxoxo")


@style("R&B", like="Disco")
def noon_one_chord_funk(s: Song) -> None:
    """Everything on the one: a ninth chord scratched in sixteenths, interlocked second guitar, horns, breaks, grunts and shouts."""
    s.set((98, 122), s.pick("dorian", "mixolydian", "minor-pentatonic"), keys="D E Eb F G A", room=("room", "club", "dry", "plate"))
    vamp = s.pick("I9", "im7", "I7#9")
    s.until(46, s.pick("vamp vamp bridge vamp", "vamp bridge vamp break"), vamp=f"{vamp} | {vamp} | {vamp} | {vamp}",
        bridge=s.pick("IV9 | IV9 | IV9 | V9", "IV9 | bVII9 | IV9 | V7#9"), **{"break": f"{vamp} | {vamp}"})
    kit = s.part("kit:standard", "kit:room", "kit:jazz", level=2)
    craft.beat(s, kit, s.pick("k:x.x.......x..x../x.x.......x.....;s:....X..g.g..X..g/....X..g.g.g..X.;h:x.x.x.x.x.x.x.x.",
        "k:x.x...x..x....x.;s:....X..g.gg.X..g;h:xxxxxxoxxxxxxxox", "k:x......xx.x..x..;s:g..gX.gg.g.gX.gg;h:x.x.x.x.x.x.o.x."), where=("vamp", "bridge"),
        fills=8, fill="snare", crash=0.3)
    craft.beat(s, kit, s.pick("k:x.x.......x.....;s:....X..g.g..X..g;q:x..x..x...x.xx..", "k:x.........x.....;s:....X..X....X...;w:x.x.x.x.x.x.x.x."),
        where="break", fills=0)
    low = s.part("finger-bass", "slap-bass", "pick-bass", level=2)
    craft.bass(s, low, s.pick("1.x.1..8..7.5.b./1.......x.5.b.<.", "1..1..b1..3.4.5.", "1.8.x.8.1..x8.b.", "1.....x.5.7.8.x./1..x..3.4.x.5..<",
        "1.x1x.5.x7x.8.x."), legato=0.6)
    scratch = s.part("clean-guitar", "~electric-guitar", "muted-guitar", level=0, pan=-0.4, fx=("amp:clean", "wah") if s.chance(0.35) else ("amp:clean",))
    craft.comp(s, scratch, s.pick("mmxmmmxxmmxmmxmm", "xmmxmmxmmxmmxmmx", "mmmmxmmxmmmmxmxm", "x.mmx.mmxmmxm.xm"), 66, 3, ring=0.6)
    second = s.part("muted-guitar", "clean-guitar", "clavinet", "~electric-dark", level=-1, pan=0.4)
    craft.riff(s, second, s.pick("1m 1m . 3m . 4m 3m . 1m . b7m . 1m . . .", ". . 5 . 4 . 3~ . 1 . . . 1m 1m . .", "1m . 1m . b3 . 1m . 5m . 4m . b3 1m . ."),
        52, scale="minor" if vamp == "im7" else "mixolydian", sweet=-1.0)
    horns = [s.part("trumpet", "brass", level=-1), s.part("tenor-sax", "alto-sax", level=-2)]
    row = s.pick("x...............", "......x.x.......", "..........x-x...", "x..x..x.........")
    for horn, centre in zip(horns, (72, 65), strict=True):
        craft.comp(s, horn, f"{'.' * 16}/{row}", centre, 2, where="vamp", ring=0.6, hard=1.1)
        craft.comp(s, horn, s.pick("x.x.....x.x.....", "x------x.x......"), centre, 2, where="bridge", ring=0.7)
    voice = s.part("~vocal-low", "~rap-voice", "~vocal-duo", "~speech", "~growl", "tenor-sax", level=1)
    if voice.voice == "tenor-sax":
        tunes.solo(s, voice, 55, 77, ("x-xxx-x-........", "..xxx.xxx-......", "x..x..x-x.xxx---"), where=("vamp", "bridge"), scale="blues", bend=0.4)
    else:
        tunes.shout(s, voice, s.pick("x.......x.x...../..........x.....", "....x-..x......./................", "..x.x.x-......../......x-........"), 53)
    if s.chance(0.5):
        craft.comp(s, s.part("drawbar", "clavinet", "rhodes", level=-4), s.pick("x---....x-x-....", "..x..x..x..x..x."), 65, 3, ring=0.5)
    if s.chance(0.4):
        craft.shake(s, s.part("kit:standard", level=-5), s.pick(54, 62), "x.xxx.xxx.xxx.xx")


@style("Disco", like="R&B")
def noon_broad_street_orchestra(s: Song) -> None:
    """Philadelphia's dance orchestra: four on the floor with open hats, running bass, string lines, horn figures, a trio of singers."""
    s.set((112, 126), s.pick("minor", "major", "dorian"), keys="C D Eb F G A", room=("hall", "plate", "club"))
    dark = s.scale != "major"
    s.until(46, s.pick("intro verse chorus break", "verse chorus chorus break"), intro="im9 | bVImaj7" if dark else "Imaj7 | IVmaj7",
        verse=s.pick("im7 | bVII | bVImaj7 | V7", "im9 | ivm9 | bVII9 | bIIImaj7",
        "im7 | im7 | ivm7 | bVII9") if dark else s.pick("Imaj7 | vim7 | iim7 | V9sus4", "Imaj7 | iiim7 | IVmaj7 | V9sus4"),
            chorus=s.pick("bVImaj7 | bVII | im7 | im7", "ivm7 | bVII9 | bIIImaj7 | bVImaj7 V7") if dark else s.pick("IVmaj7 | V | iiim7 | vim7",
                "iim7 | V9sus4 | Imaj7 | vim7"), **{"break": "im7 | im7" if dark else "iim7 | V9sus4"})
    kit = s.part("kit:standard", "kit:room", level=1)
    craft.beat(s, kit, s.pick("k:x...x...x...x...;s:....X.......X...;h:x.xxx.xxx.xxx.xx;o:..x...x...x...x.",
        "k:x...x...x...x...;s:....X..g....X.gg;o:..x...x...x...x.;h:x...x...x...x...", "k:x...x...x...x.x.;s:....X.......X...;h:xoxoxoxoxoxoxoxo"), fills=8,
        crash=0.8)
    craft.shake(s, s.part("kit:standard", level=-4), s.pick(62, 54, 63), s.pick("x.xox.xxx.xox.xx", "..x.x.x...x.xx.x", "x.oxx.oxx.oxx.ox"))
    low = s.part("finger-bass", "pick-bass", "slap-bass", level=2)
    craft.bass(s, low, s.pick("1-.18.1.5-.57.8.", "1.8.1.8.5.6.7.8.", "1-.1..1-5-.5..7<", "1..18..13..35..<", "1-3-5-6-8-7-5-<-"), legato=0.75)
    craft.comp(s, s.part("clean-guitar", "muted-guitar", level=-2, fx=("amp:clean",)), s.pick("mmxmmxmxmmxmmxmx", "..xm..xm..xm..xm", "xmmxmmxmxmmxmmxm"), 66,
        3, ring=0.5)
    craft.comp(s, s.part("rhodes", "piano", "clavinet", level=-4), s.pick("x--x--x-..x-x---", "..x...x...x...x."), 63, 4, ring=0.7)
    strings = s.part("strings", "~section", "~string-machine", level=0)
    tunes.tune(s, strings, 69, 91, s.pick(("x-------xxxxxxx-", "x-----x-x-x-xxx-", "........xxxxxxxx"), ("x-xxx-x-xxx-x---", "..xxxxxxx-x-x---")), "AABA", 2,
        where=("intro", "chorus", "break"), leap=0.25)
    tunes.copy(s, strings, s.part("strings", "violin", "~section", level=-3), -12)
    craft.pad(s, strings, 74, 2, where="verse")
    horns = s.part("brass", "~brass-section", "trumpet", level=-1)
    craft.comp(s, horns, s.pick("................/......x.x.x-....", "x..x............/..............x.", "......x-..x-..x-/................"), 67, 3,
        where=("verse", "chorus"), ring=0.6)
    voice = s.part("~vocal", "~vocal", "~vocal-low", "~vocal-duo", level=2)
    low_v = 53 if "low" in voice.voice else 62
    tunes.tune(s, voice, low_v, low_v + 14, ("x-xxx-x-x---....", "..x-x-xxx-x-....", "x---x-x-x-xx----"), "AABC", 2, where=("verse", "chorus"), bend=0.3)
    trio = [s.part("~backing", "~vocal", level=-3), s.part("~backing", level=-3), s.part("~backing", "oohs", level=-5)]
    tunes.choral(s, trio, s.pick("........x-x-x---", "x-x-x---........"), (74, 69, 64), where="chorus", passing=0.0)
    if s.chance(0.4):
        tunes.solo(s, s.part("vibraphone", "flute", "~vibes", "alto-sax", level=-1), 65, 88, ("xxxxxxxxx-x-....", "..xxx-xxx-......"), where="break")


@style("Disco", like="Electronic")
def noon_munich_octaves(s: Song) -> None:
    """Eurodisco by machine: galloping octave sequencer, four on the floor, string machine, breathy singing, vocoder answers."""
    s.set((114, 134), s.pick("minor", "minor", "major", "harmonic-minor"), keys="A C D E G F", room=("plate", "club", "hall"))
    dark = s.scale != "major"
    s.until(46, s.pick("groove verse chorus", "verse chorus groove"), groove="i | i | bVI | bVII" if dark else "I | I | IV | V",
        verse=s.pick("i | i | bVI | bVII", "i | iv | bVII | bIII", "i | bVII | bVI | V") if dark else s.pick("I | vi | IV | V", "I | iii | IV | V"),
        chorus=s.pick("bVI | bVII | i | i", "iv | i | bVI | V", "i | bIII | bVII | iv") if dark else s.pick("IV | V | I | vi", "vi | IV | I | V"))
    kit = s.part("~kit:linn", "~kit:909", "kit:electronic", "kit:standard", level=1)
    craft.beat(s, kit, s.pick("k:x...x...x...x...;s:....X.......X...;o:..x...x...x...x.", "k:x...x...x...x...;c:....x.......x...;h:x.oxx.oxx.oxx.ox",
        "k:x...x...x...x...;s:....X.......X..x;h:xoxoxoxoxoxoxoxo;o:..x...x...x...x."), fills=8, fill=s.pick("machine", "toms"), crash=0.7)
    low = s.part("~saw-bass", "synth-bass", "~square-bass", "synth-bass-2", "~acid", level=1)
    craft.bass(s, low, s.pick("1.8.1.8.1.8.1.8.", "1181118111811181", "1.811.811.811.81", "1.8.1.8.5.8.7.8.", "1188118811881188"), low=33, legato=0.7)
    seq = s.part("~pluck", "~square-pluck", "polysynth", "~saw-poly", "saw-lead", level=-3, fx=("delay",))
    craft.pick_strings(s, seq, s.pick("0123210123212321", "0213021302130213", "0.12.30.12.30.12", "3210321032103210"), 67, 4,
        where=s.pick(None, ("groove", "chorus")), ring=0.6)
    craft.pad(s, s.part("~string-machine", "synth-strings", "strings", "~section", level=-3), 69, 4, where=("chorus", "verse") if s.chance(0.7) else None)
    voice = s.part("~vocal", "~vocal-duo", "~backing", "~saw-lead", level=1)
    tunes.tune(s, voice, 62, 79, ("x---x-x-x-------", "x-x-x---x---....", "....x-x-x---x---"), "AABA", 2, where=("verse", "chorus"), leap=0.15)
    robot = s.part("~robot", "~backing", "~choir", level=-2)
    craft.comp(s, robot, s.pick("................/x.x.x---........", "x--x--x-x--x--x-/................"), 62, 3, where=("groove", "chorus"))
    lead = s.part("~saw-lead", "~square-lead", "strings", "square-lead", "~theremin", level=-1)
    craft.riff(s, lead, s.pick("5 - 3 - 1 - 2 3 / 4 - 3 - 2 - - -", "1 1 . 3 . 2 1 . / 5 - 4 - 3 - 2 -", "8 - - 7 5 - - - / 6 - - 5 3 - - -"), 66,
        where="groove")
    if s.chance(0.4):
        craft.comp(s, s.part("piano", "bright-piano", "clavinet", level=-5), "..x...x...x..xx.", 64, 4, ring=0.5)
    craft.lift(s, s.part("~riser", "~sweep-noise", level=-10), 60, where="verse")


@style("Disco", like="Pop")
def noon_chic_cellar(s: Song) -> None:
    """New York's lean disco: a bass hook in front, chucking guitar in sixteenths, claps, sparse strings, unison voices in the hook."""
    s.set((104, 120), s.pick("dorian", "minor", "mixolydian"), keys="E A B D G F", room=("club", "plate", "dry", "room"))
    one = s.pick("im7 | IV9 | im7 | IV9", "im7 | im7 | vm7 | vm7", "im7 | bVII | ivm7 | ivm7", "iim7 | V13 | iim7 | V13", "im9 | bVImaj7 | ivm9 | v7")
    s.until(46, s.pick("hook verse hook break", "verse hook hook break"), hook=one, verse=one if s.chance(0.6) else "im7 | im7 | IV9 | IV9",
        **{"break": one.split(" | ")[0] + " | " + one.split(" | ")[1]})
    kit = s.part("kit:standard", "kit:room", "~kit:linn", level=1)
    craft.beat(s, kit, s.pick("k:x...x...x...x...;s:....X.......X...;h:x.xxx.xxx.xxx.xx", "k:x...x...x...x...;s:....X..g....X...;h:x.x.x.x.x.x.x.o.",
        "k:x...x...x...x...;c:....x.......x...;s:....X.......X...;o:..x...x...x...x."), where=("hook", "verse"), fills=8, fill="snare", crash=0.5)
    craft.beat(s, kit, s.pick("k:x...x...x...x...;c:....x.......x..x;q:x..x..x.x..x..x.", "k:x...x...x...x...;h:x.x.x.x.x.x.x.x."), where="break", fills=0)
    low = s.part("finger-bass", "slap-bass", "pick-bass", level=3)
    craft.bass(s, low, s.pick("1.1.1...x.5.7.8./..x.8.7.5.3.1.<.", "1..1..1.8.x.7.5.", "1-..1.x1..3.4.5<", "1.x.8.x.1.x.7.8.",
        "1.1.1.1...b.1.3./4.4.4.4...3.4.5."), legato=0.6)
    chuck = s.part("clean-guitar", "~electric-guitar", "muted-guitar", level=1, pan=-0.3, fx=("amp:clean",))
    craft.comp(s, chuck, s.pick("xmxmmxmxmxmmxmxm", "mmxmxmmxmmxmxmxx", "x.mxm.xmxmmxm.xm", "mxmmxmmxmxmmxmmx"), 67, 3, ring=0.55)
    if s.chance(0.5):
        craft.riff(s, s.part("muted-guitar", "clean-guitar", "clavinet", level=-3, pan=0.4),
            s.pick("1m . 3m . 5m . 3m . 1m . . 7m . . 1m .", ". 5 . 5 . 4 . 3 . 1 . . . . . ."), 59)
    craft.comp(s, s.part("rhodes", "piano", "dx-piano", level=-4), s.pick("x-..x-..x-..x-..", "..x...x...x...x.", "x-------..x-----"), 63, 4)
    strings = s.part("strings", "~section", "~string-machine", "synth-strings", level=-3)
    craft.riff(s, strings, s.pick("5 - - - - - - - / 5 - 6 - 7 - 8 -", "8 - - - 7 - - - / 5 - - - . . . .", ". . . . 5 6 7 8 / 9 - 8 - 7 - 5 -"), 69,
        where=("hook", "break"))
    voices = s.part("~vocal-duo", "~backing", "~vocal", level=2)
    tunes.tune(s, voices, 60, 74, ("x.x.x-x-x---....", "x-x-xx.xx---....", "..x.x.x-x-x-...."), "AA", 1, where="hook", leap=0.1)
    tunes.tune(s, s.part("~vocal", "~vocal-low", "alto-sax", level=1), 58, 72, "soul", "ABAC", 2, where="verse", bend=0.2)
    if s.chance(0.5):
        tunes.harmony(s, voices, s.part("~backing", "~vocal", level=-3), 2)
    if s.chance(0.4):
        craft.comp(s, s.part("brass", "~brass-section", "trumpet", level=-3), "................/x.....x..x......", 67, 3, where="hook", ring=0.5)
    if s.chance(0.15):
        tunes.shout(s, s.part("~speech", "~rap-voice", level=-1), "x...x...x...x-..", 60, where="break")
