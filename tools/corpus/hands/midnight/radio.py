"""Songs for everybody: Pop of five decades."""

from __future__ import annotations

from hands.midnight.craft import bass, beat, comp, layer, pad, picked, stabs
from hands.midnight.tunes import BUSY, EASY, SIX, SPARSE, harmony, licks, tune
from song import Song, style


@style("Pop", like="R&B")
def midnight_wall_of_girls(s: Song) -> None:
    """Girl-group and teenage pop of the early sixties: castanet-like rhythm, triplet pianos or a heartbeat drum, a lead and her two friends, strings."""
    ballad = s.chance(0.45)
    s.set((62, 84) if ballad else (116, 142), ("major",), keys="C D G F A Eb Bb", swing=0.0 if ballad else s.pick(0.0, 0.5), room=("hall", "plate", "room"))
    verse = s.pick("I | vi | IV | V", "I | I | IV | IV | I | vi | ii | V7", "I | iii | IV | V7", "I | vi | ii7 | V7")
    s.until(45, "verse verse chorus", verse=verse if verse.count("|") > 4 else f"{verse} | {verse}", chorus=s.pick("IV | V | I | vi | IV | V | I | V7",
        "vi | iii | IV | I | II7 | II7 | V | V7", "I | III7 | vi | IV | I | V7 | I | V7"))
    step = 1 / 3 if ballad else 0.5
    kit = s.part("kit:standard", "kit:room", "kit:orchestra" if ballad else "kit:power", level=1)
    if ballad:
        beat(s, kit, "kick X.....x..... / snare ...X.....X.. / hat xxxxxxxxxxxx", "kick X....xX..... / snare ...X.....X.. / tamb ...x.....x..", step=step,
            fill="toms", crash=0.4)
        comp(s, s.part("piano", "bright-piano", "honky-tonk"), "xxxxxxxxxxxx", step=step, gap=0.8, centre=66, force=68)
        bass(s, s.part("finger-bass", "upright", "~string-bass"), "1=====5==n==", "1====11==5==", step=step, low=28)
    else:
        beat(s, kit, "kick X..xX... / snare ....X... / tamb ..x...x.", "kick X..xX..x / snare ..X...X. / tamb x.x.x.x.",
            "kick X.x.X... / snare ..XX..X. / hat xxxxxxxx", step=step, fill="toms", crash=0.4)
        comp(s, s.part("piano", "steel", "clean-guitar"), "x.x.x.x.", "xxxxxxxx", "x=.xx=.x", step=step, gap=0.6, centre=64)
        bass(s, s.part("finger-bass", "upright", "pick-bass"), "1=.11=5.", "1==11==n", "1=3=5=6=", step=step, low=28)
    beat(s, s.part("kit:standard", level=-5, pan=0.5), "wood ..xx....xx.x" if ballad else "wood x.xxx.xx",
        "maraca " + ("x.xx.xx.xx.x" if ballad else "xxxxxxxx"), step=step)
    lead = s.part("~vocal", "~vocal", "~vocal-duo", level=3, pan=0.0)
    tune(s, lead, 60, 77, SIX if ballad else EASY, ("verse", "chorus"), step=step, bars=1 if ballad else 2, form="ABAC", bends=0.25, scale="major")
    answer = s.part("~backing", "oohs", "~choir", level=-2, pan=-0.3)
    tune(s, answer, 64, 77, ("......x=x===",) if ballad else ("....xxx=", "......xx"), "verse", step=step, bars=1, form="AB", chordal=1.0)
    harmony(s, lead, s.part("~backing", "~vocal-duo", level=-3), -2, "chorus")
    pad(s, s.part("strings", "~section", "slow-strings", level=-3), 74, 3, where="chorus" if s.chance(0.5) else None)
    if s.chance(0.5):
        tune(s, s.part("baritone-sax", "glockenspiel", "strings", "horn", level=-3), 55, 72, ("x=====",) if ballad else SPARSE, "chorus", step=0.5, form="AB")


@style("Pop", like="Electronic")
def midnight_gated_heart_synthpop(s: Song) -> None:
    """Eighties synth-pop: machine drums with a gated snare, octave sequence bass, bright polysynth hooks, yearning chorus."""
    s.set((104, 148), ("major", "minor", "dorian"), keys="C D E F A Bb", room=("plate", "hall", "dry"))
    minor = s.scale != "major"
    verse = s.pick("i | bVII | bVI | bVII", "i | bVI | bIII | bVII", "i | i | iv | v") if minor else s.pick("I | V | ii | IV", "I | IV | V | IV",
        "vi | IV | I | V")
    chorus = s.pick("bVI | bVII | i | bIII", "iv | bVII | bIII | bVI") if minor else s.pick("IV | V | iii | vi", "I | V | vi | IV", "ii | V | I | IV")
    s.until(45, "hook verse chorus verse chorus", hook=verse, verse=f"{verse}", chorus=f"{chorus} | {chorus}")
    beat(s, s.part("~kit:linn", "kit:electronic", "~kit:909", "kit:power"), "kick X.......X.x..... / snare ....X.......X... / hat x.x.x.x.x.x.x.x.",
        "kick X...X...X...X... / snare ....X.......X... / hat ..x...x...x...x.",
        "kick X..x..x.X.x..... / snare ....X.......X... / clap ....x.......x..x / hat xxxxxxxxxxxxxxxx",
         fill="toms", crash=0.6)
    bass(s, s.part("~saw-bass", "~square-bass", "synth-bass", "~fm-bass"), "1.8.1.8.1.8.1.8.", "1111111111111111", "1.11.11.1.11.5n.", "1=..1=..1=1=5=7=",
        step=0.25, low=28, gap=0.75)
    poly = s.part("polysynth", "~saw-poly", "~brass-poly", "synth-brass", "dx-piano", fx=("chorus",))
    comp(s, poly, "x=..x=..x=x=..x=", "x=====x=====x===", "..x=..x=..x=x=..", step=0.25, centre=66)
    tune(s, s.part("~saw-lead", "~square-lead", "~fm-bell", "synth-brass", "saw-lead", level=1), 70, 88, ("x.xx.x=.", "x=x.x=xx", "xx.x=x=="),
        ("hook", "chorus"), form="AAAB")
    lead = s.part("~vocal", "~vocal-low", "~vocal-duo", level=3, pan=0.0)
    tune(s, lead, 53, 72, ("..xxxxx=", "x=xxx=..", "xxx=x=.."), "verse", form="AABA", bends=0.2)
    tune(s, lead, 60, 79, ("x==x==x=", "x=x=x===", "x=xxx==="), "chorus", form="ABAC", bends=0.25)
    harmony(s, lead, s.part("~backing", "~vocal-duo", level=-4), 2, "chorus")
    pad(s, s.part("~string-machine", "synth-strings", "~glass-pad", level=-5), 67, 4)
    if s.chance(0.5):
        comp(s, s.part("clean-guitar", "muted-guitar", fx=("chorus",), level=-4), "m.dm.md.m.dm.m.d", "..d...d...d.d...", step=0.25, gap=0.4, centre=67,
            voices=3)
    if s.chance(0.25):
        licks(s, s.part("tenor-sax", "alto-sax", "~electric-guitar", fx=("amp:lead", "delay")), 62, 84, "chorus", lag=6, every=8,
            scale="major-pentatonic" if not minor else "minor-pentatonic")


@style("Pop", like="Classical")
def midnight_key_change_ballad(s: Song) -> None:
    """Power ballad: piano and voice, then drums, strings and a choir, the last refrain a tone higher."""
    s.set((58, 80), ("major",), keys="C G D Bb Eb F", room=("hall", "plate", "arena"))
    verse = s.pick("I | V/3 | vi | IV", "I | Imaj7 | IV | V", "vi | IV | I | V", "I | iii | IV | ivm6")
    chorus = s.pick("I | V | vi | IV", "IV | V | iii7 | vi", "I | I/3 | IV | V", "IV | I/3 | ii7 | V")
    up = "II | VI | vii | V" if chorus.startswith("I | V |") else "V | VI | #iv7 | vii" if chorus.startswith("IV | V") else "II | II/3 | V | VI"
    s.until(45, "verse chorus verse chorus lift", verse=verse, chorus=f"{chorus} | {chorus}", lift=up)
    piano = s.part("piano", "bright-piano", "electric-grand", "dx-piano", level=1)
    picked(s, piano, "b.1.2.3.4.3.2.1.", "b.3.2.3.f.3.2.3.", step=0.25, centre=64, low=40, ring=3, where="verse")
    comp(s, piano, "x...x...x...x.x.", "x.x.x.x.x.x.x.x.", step=0.25, centre=64, gap=1.5, where=("chorus", "lift"))
    kit = s.part("kit:room", "kit:power", "kit:standard")
    beat(s, kit, "kick X......xX....... / snare ....X.......X... / hat x.x.x.x.x.x.x.x.",
        "kick X.....xxX.....x. / snare ....X.......X... / ride x.x.x.x.x.x.x.x.", where=("chorus", "lift"), fill="toms", crash=1.0)
    if s.chance(0.7):
        beat(s, kit, "rim ....o.......o... / hat o.o.o.o.o.o.o.o. / kick o.......o.......", "cabasa o.o.o.o.o.o.o.o. / kick o...............", where="verse",
            soft=0.8)
    bass(s, s.part("finger-bass", "fretless", "pick-bass"), "1=====.11=====5=", "1=======1===5===", step=0.25, low=28)
    lead = s.part("~vocal", "~vocal-low", "~vocal", level=3, pan=0.0)
    tune(s, lead, 55, 70, ("..x.xxx.x===....", "x.x.x=xxx=======", "....x.x.xxx=x==="), "verse", step=0.25, form="AABA", bends=0.2)
    tune(s, lead, 62, 81, ("x===x=x=x=======", "x=====x=x===x===", "..x.x=x=x======="), ("chorus", "lift"), step=0.25, form="ABAC", bends=0.35, grace=0.15)
    harmony(s, lead, s.part("~backing", "~choir", "~vocal-duo", level=-4), -2, ("chorus", "lift"))
    strings = s.part("strings", "~section", "slow-strings", level=-2)
    pad(s, strings, 69, 4, where=("chorus", "lift"))
    s.swell(strings, 60, 120, 2)
    if s.chance(0.5):
        licks(s, s.part("overdriven", "~electric-guitar", "alto-sax", fx=("amp:lead", "delay"), level=-1), 64, 86, "chorus", lag=6, every=8,
            scale="major-pentatonic")
    if s.chance(0.5):
        picked(s, s.part("steel", "nylon", "harp", level=-3), "b.3.2.3.4.3.2.3.", step=0.25, centre=62, where=("verse", "chorus"))


@style("Pop", like="Disco")
def midnight_glitter_chorus_machine(s: Song) -> None:
    """Dance-pop of the last twenty years: four-chord loop, pumping synths or dembow clap, clipped verse, wordless hook in the drop."""
    s.set((96, 130), ("minor", "major", "dorian"), keys="C D E F G A B", room=("dry", "plate", "club"))
    s.master += ["dense"] if s.chance(0.5) else []
    loop = s.pick("vi | IV | I | V", "I | V | vi | IV", "IV | V | vi | I", "IV | vi | I | V") if s.scale == "major" else s.pick("i | bVI | bIII | bVII",
        "bVI | bVII | i | i", "i | bVII | bVI | iv", "iv | bVI | i | bVII")
    s.until(45, "verse pre chorus verse chorus", verse=f"{loop} | {loop}", pre=loop, chorus=f"{loop} | {loop}")
    kit = s.part("~kit:909", "~kit:808", "kit:electronic", "~kit:linn", "~kit:hard")
    beat(s, kit, "kick X...X...X...X... / clap ....X.......X...", "kick X..x..x.X..x..x. / clap ...x..x....x..x.",
        "kick X......xX....... / clap ....X.......X... / hat x.x.x.x.x.x.x.x.", where="verse")
    beat(s, kit, "kick X...X...X...X... / clap ....X.......X... / snare ....x...x...xxxx", where="pre", fill="claps")
    beat(s, kit, "kick X...X...X...X... / clap ....X.......X... / open ..x...x...x...x. / hat x.xxx.xxx.xxx.xx",
        "kick X..x..x.X..x..x. / clap ....X.......X... / hat x.x.x.x.x.x.x.x. / tamb x.xxx.xxx.xxx.xx", where="chorus", crash=0.9, fill="snare")
    bass(s, s.part("~saw-bass", "~square-bass", "~sub-bass", "synth-bass", level=1, duck=s.pick(0.0, 0.6)), "..1...1...1...1.", "1..1..1.1..1..1.",
        "1=......1=..1=1.", step=0.25, low=28)
    comp(s, s.part("~supersaw", "~stab", "~pluck", "piano", "polysynth", duck=0.5), "x..x..x...x.x...", "x..x..x.x..x..x.", "..x...x...x...x.", step=0.25,
        centre=66, gap=0.8, where=("pre", "chorus"))
    picked(s, s.part("~pluck", "~square-pluck", "clean-guitar", "marimba", "kalimba", "steel"), "1.3.2.4.", "1..3..4.2..3..4.", "4.2.3.1.", step=0.25,
        centre=70, ring=1.5)
    lead = s.part("~vocal", "~vocal", "~vocal-duo", level=3, pan=0.0)
    tune(s, lead, 57, 72, ("x.xxx.x.x.x=....", "xxx.x.xxx.x.....", "..xxx.xxx=x=...."), ("verse", "pre"), step=0.25, form="AABA", leaps=0.1)
    tune(s, lead, 62, 79, ("x.x.x=..x.x.x=..", "x=..x=x.x===x=..", "x.xxx=......x.x."), "chorus", step=0.25, form="AAAB", bends=0.15)
    layer(s, lead, s.part("~vocal-duo", "~robot", "~backing", level=-4), s.pick(12, -12, 0), "chorus")
    harmony(s, lead, s.part("~backing", "~vocal-duo", level=-4), 2, "chorus")
    pad(s, s.part("~warm-pad", "~glass-pad", "strings", level=-7, duck=0.5), 64, 4)
    riser = s.part("~riser", level=-8)
    for bar in s.bars("pre"):
        if bar.last:
            riser.add(bar.start, bar.beats, 60, 90)


@style("Pop", like="Folk")
def midnight_sunroom_strummers(s: Song) -> None:
    """Sunny acoustic pop: ukulele or guitar strum, stamps and claps, whistle or glockenspiel tune, gang refrain; sometimes a soft psychedelic sixties turn."""
    s.set((88, 164), ("major", "mixolydian", "major-pentatonic"), keys="C F G D A E", swing=s.pick(0.0, 0.5, 0.9), room=("room", "booth", "outdoors"))
    loop = s.pick("I | V | vi | IV", "I | IV | I | V", "I | iii | IV | V", "I | II7 | IV | iv", "I | bVII | IV | I", "I vi | IV V")
    loop = loop if loop.count("|") > 1 else f"{loop} | {loop}"
    s.until(45, "hook verse chorus verse chorus", hook=loop, verse=f"{loop} | {loop}", chorus=s.pick("IV | V | I | vi | IV | V | I | I",
        "vi | IV | I | V | vi | IV | V | V", f"{loop} | {loop}"))
    comp(s, s.part("nylon", "~nylon-guitar", "steel", "~steel-guitar", level=1, pan=-0.3), "d.du.udu", "d.d.d.du", "dudududu", "d..ud.du", step=0.5,
        centre=66, voices=4, gap=0.8)
    beat(s, s.part("kit:room", "kit:standard", "kit:brush", "~kit:lofi"), "thud X...X... / clap ..x...x.", "kick X..xX... / snare ..X...X. / tamb x.x.x.x.",
        "kick x...x... / rim ..x...x. / hat xxxxxxxx", "thud X.x.X.x. / clap ..x...xx / wood x.xxx.xx", step=0.5, fill=s.pick("", "claps", "snare"), crash=0.2)
    bass(s, s.part("finger-bass", "upright", "tuba", "~string-bass", "pick-bass"), "1=..5=..", "1.1.5.5.", "1=.15=3.", "1=5=3=n=", step=0.5, low=28)
    tune(s, s.part("whistle", "glockenspiel", "ocarina", "accordion", "~reed", "trumpet", "marimba", level=1), 67, 84, ("x.xxx=x=", "xx=xx=..", "x=x=xxx="),
        ("hook", "chorus"), form="AABA", scale="major-pentatonic")
    lead = s.part("~vocal", "~vocal-duo", "~vocal-low", level=3, pan=0.0)
    tune(s, lead, 55, 72, (*EASY, BUSY[0], "xxxxx=.."), "verse", form="AABA", bends=0.15)
    tune(s, lead, 60, 77, ("x=x=x===", "xx=xx===", "x=xxx=.."), "chorus", form="AAAB", bends=0.15)
    gang = s.part("~backing", "~choir", "~vocal-duo", level=-2)
    layer(s, lead, gang, s.pick(0, 12), "chorus")
    harmony(s, lead, s.part("~backing", "~vocal-duo", level=-3), 2, "chorus")
    if s.chance(0.5):
        comp(s, s.part("piano", "honky-tonk", "harpsichord", "electric-grand", "drawbar", level=-3), "x.x.x.x.", ".x.x.x.x", "x=======", step=0.5, centre=64)
    if s.chance(0.35):
        stabs(s, s.part("brass", "strings", "clarinet", level=-3), 66, 3, "chorus")
