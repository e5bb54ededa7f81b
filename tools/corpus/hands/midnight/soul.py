"""Soul of every decade: R&B from the tambourine years to the small hours, and Disco with its floor."""

from __future__ import annotations

from hands.midnight.craft import bass, beat, comp, layer, pad, picked, stabs
from hands.midnight.tunes import BUSY, EASY, SIX, SPARSE, harmony, licks, tune
from song import Song, style


@style("R&B", like="Pop")
def midnight_motor_city_stomp(s: Song) -> None:
    """Sixties soul: snare on every beat or a backbeat with tambourine, melodic bass, horns, a singer answered by a girl group."""
    s.set((104, 152), ("major", "mixolydian", "dorian"), keys="C F Eb Ab G", swing=(0.0, 0.6), room=("room", "plate", "club"))
    verse = s.pick("I | IV | I | IV | ii7 | IV | I | V7", "I | iii | IV | V7 | I | iii | ii7 | V7", "I | I | vi7 | vi7 | ii7 | V7 | I | V7",
        "i7 | IV7 | i7 | IV7 | bVII | IV | i7 | V7")
    s.until(45, "verse chorus verse", verse=verse, chorus=s.pick("IV | V | iii7 | vi7 | ii7 | V7 | I | I", "vi7 | iii7 | IV | I | ii7 | ii7 | V7 | V7",
        "I | V/3 | vi7 | IV | I | V | IV | V7"))
    kit = s.part("kit:standard", "kit:room", "kit:jazz", level=1)
    beat(s, kit, "kick X..xx..x / snare X.X.X.X. / hat xxxxxxxx", "kick x..xx... / snare ..X...X. / hat xxxxxxxx",
        "kick x.x.x.x. / snare ..X...Xx / ride xxxxxxxx", step=0.5, fill="snare", crash=0.3)
    beat(s, s.part("kit:standard", level=-4, pan=0.4), "tamb ..X...X.", "tamb x.X.x.X.", "tamb ..X...X. / conga x..xx.xx", "clap ..X...X.", step=0.5)
    bass(s, s.part("finger-bass", "~string-bass", "pick-bass", level=1), "1..15.6.8.65.3n.", "1.g1..5.6..65.n.", "1.1.3.5.6.5.3.n.", "1==18=..5==56.n.",
        step=0.25 if s.tempo < 122 else 0.5, low=28)
    comp(s, s.part("clean-guitar", "muted-guitar", "jazz-guitar", pan=-0.4), "..x...x.", ".x.x.x.x", step=0.5, gap=0.4, voices=3, centre=67)
    comp(s, s.part("piano", "drawbar", "honky-tonk", "vibraphone"), "x.x.x.x.", "x=..x=x.", "x===x===", step=0.5, force=66)
    stabs(s, s.part("brass", "~brass-section", "synth-brass", "baritone-sax"), 64, 3, rate=0.8)
    lead = s.part("~vocal", "~vocal-low", "tenor-sax", "~vocal-duo", level=2, pan=0.0)
    tune(s, lead, 57, 77, ("x=x=xx=.", ".xx=x===", "x=xxx=..", "..xxx=x="), form="AABA", bends=0.3, grace=0.1)
    echo = s.part("~backing", "oohs", "~choir", level=-3, pan=-0.3)
    tune(s, echo, 64, 79, ("....x=x=", "......xx"), form="AAAB", chordal=1.0)
    if s.chance(0.5):
        pad(s, s.part("strings", "~section", level=-5), 72, 3, where="chorus")


@style("R&B", like="Blues")
def midnight_church_pew_ballad(s: Song) -> None:
    """Deep southern soul: slow six-eight, gospel organ, guitar arpeggios in triplets, pleading singer, horns that rise."""
    s.set((48, 66), ("major", "major-blues", "mixolydian"), keys="G C Eb F A", room=("room", "club", "hall"), rubato=s.pick(0.0, 0.01))
    verse = s.pick("I | I7 | IV | iv | I | vi7 | ii7 V7 | I V7", "I | III7 | vi | I7 | IV | #iv°7 | I/5 VI7 | II7 V7", "I I/3 | IV #iv°7 | I/5 vi7 | ii7 V7",
        "I | V/3 | vi7 | I7/5 | IV | iv | I V7 | I IV")
    s.until(45, "verse verse bridge", verse=verse, bridge=s.pick("IV | I | IV | I7 | IV | I/3 | II7 | V7", "vi | III7 | vi | II7 | IV | iii7 | ii7 | V7"))
    third = 1 / 3
    beat(s, s.part("kit:standard", "kit:room", "kit:brush"), "kick X....xx..... / snare ...X.....X.. / hat xxxxxxxxxxxx",
        "kick X....x...... / rim ...x.....x.. / ride x.xx.xx.xx.x", step=third, crash=0.4, fill="toms")
    bass(s, s.part("finger-bass", "pick-bass", "~string-bass", "upright"), "1====.5=1=.n", "1===.35==..5", "1=====5==n==", step=third, low=28)
    comp(s, s.part("drawbar", "~organ", "rock-organ", fx=("leslie",), level=-2), "x===========", "x=====x=====", step=third, voices=4, centre=64, gap=1.0)
    if s.chance(0.75):
        picked(s, s.part("clean-guitar", "~electric-guitar", "steel", fx=s.pick((), ("tremolo",)), pan=0.5), "1.2.3.4.3.2.", "123432", step=third, centre=62,
            force=64)
    comp(s, s.part("piano", "bright-piano", level=-2), "xxxxxxxxxxxx", "x.xx.xx.xx.x", step=third, gap=0.8, voices=3, centre=69, force=60)
    lead = s.part("~vocal", "~vocal-low", "~vocal", "alto-sax", level=3, pan=0.0)
    tune(s, lead, 57, 79, SIX, step=third, bars=1, form="AABAACBD", bends=0.5, grace=0.35, scale=s.pick("major-blues", "major", "major-pentatonic"),
        chordal=0.6)
    if s.chance(0.7):
        horns = s.part("brass", "tenor-sax", "~brass-section", "horn", level=-3)
        pad(s, horns, 62, 3, "bridge", force=80)
        licks(s, horns, 60, 76, "verse", every=8, lag=6, scale="major-blues", bends=0.1)
    if s.chance(0.5):
        pad(s, s.part("choir", "~backing", "oohs", level=-6), 67, 3, where="bridge")


@style("R&B", like="Jazz")
def midnight_neo_soul_pocket(s: Song) -> None:
    """Neo-soul: drums behind the beat, ninths and elevenths on the electric piano, fretting bass, a murmured tune stacked in thirds."""
    s.set((72, 96), ("dorian", "minor", "mixolydian"), keys="Eb Ab Db F B", swing=(0.3, 0.9), unit=0.5, room=("booth", "room", "dry"))
    loop = s.pick("iim9 V13 | Imaj9 vim9", "im11 | IV13 | im11 | bVImaj9 V7#9", "IVmaj9 III7#9 | vim9 v9 I13", "im9 bVIImaj9 | bVImaj9 V7alt",
        "Imaj9 bIIImaj9 | bVImaj9 bII13", "im9 | bIImaj7 | im9 | bVII13")
    s.until(45, "a a b a", a=f"{loop} | {loop}", b=s.pick("IVmaj9 | iii7 | iim9 | V9sus4", "bVImaj9 | bVII13 | im11 | v9", loop))
    beat(s, s.part("kit:standard", "kit:jazz", "kit:room", "~kit:lofi", late=0.02), "kick X..x......x..x.. / rim ....x.......x... / hat x.x.x-x.x.x.x-x.",
        "kick x.....xx..x..... / snare ....x..-.-..x..- / hat xxxxxxxxxxxxxxxx",
         "kick X..x..-...x.x... / snare ....x.-.....x... / ride x..xx..xx..xx..x / foot ....x.......x...", fill="snare")
    bass(s, s.part("finger-bass", "fretless", "upright", "~sub-bass", late=0.012, level=1), "1=..g.1.5=..87n.", "1==...8.g7.5..n.", "1=.1....5=.3.5l.",
        step=0.25, low=27, slide=0.1)
    comp(s, s.part("rhodes", "~fm-piano", "dx-piano", fx=s.pick(("tremolo",), ("chorus",), ("wah:phase",)), late=0.01), "x=====.x=..x=...",
        "x==..x=...x=====", "..x=====x=..x=..", step=0.25, voices=5, centre=62, roll=0.02)
    if s.chance(0.6):
        licks(s, s.part("jazz-guitar", "clean-guitar", fx=s.pick((), ("wah",))), 58, 80, scale=s.pick("minor-pentatonic", "dorian"), every=4,
            lag=s.pick(1.5, 2.5), bends=0.25, force=70)
    lead = s.part("~vocal", "~vocal-low", "~vocal-duo", level=2, pan=0.0, late=0.015)
    tune(s, lead, 57, 76, ("..x.x=x.x===....", "x.xx=x=.x=......", "....x.x.xx=x====", ".x.xx=......x.x="), step=0.25, form="AABA", bends=0.35, grace=0.25)
    if s.chance(0.8):
        harmony(s, lead, s.part("~backing", "~vocal-duo", level=-4, pan=0.4), s.pick(2, -2), keep=0.8)
    if s.chance(0.35):
        stabs(s, s.part("muted-trumpet", "brass", "flute"), 67, 3, "b")
    if s.chance(0.3):
        beat(s, s.part("kit:standard", level=-7), "conga ..x..xx...x..xx. / slap ....x.......x...", "cabasa x.xxx.xxx.xxx.xx")


@style("R&B", like="Pop")
def midnight_swing_beat_jacket(s: Song) -> None:
    """New jack swing: shuffled sixteenths, gated snare, orchestra hits, synth bass doubled by keys, harmonised hook."""
    s.set((98, 114), ("minor", "dorian", "major"), keys="D G Bb F Eb", swing=(0.7, 1.1), unit=0.5, room=("dry", "plate", "club"))
    loop = s.pick("i7 | bVII | bVImaj7 | V7", "i9 | iv9 | i9 | bVII", "Imaj9 | IV9 | ii9 | V9sus4", "ii9 | V9sus4 | iii7 | vi7", "i7 | % | iv7 | v7")
    s.until(45, "verse hook verse hook", verse=loop, hook=s.pick(loop, "bVImaj7 | bVII | i7 | v7", "IVmaj7 | V | iii7 | vi7"))
    beat(s, s.part("~kit:909", "~kit:linn", "kit:power", "kit:electronic"),
        "kick X..x..xX..x..x.. / snare ....X.......X... / clap ....X.......X... / hat x.xxx.xxx.xxx.xx",
        "kick X.....xx.xx..... / snare ....X.......X..x / hat xxxxxxxxxxxxxxxx / tamb ..x...x...x...x.",
         "kick X..x.x....x..x.. / snare ....X.......X... / hat x..xx..xx..xx..x / open ..x.......x.....", crash=0.5, fill="snare")
    line = s.pick("1.g1..81..7.5.n.", "1..1.1..8.7.5.7.", "1=.1.8g7.5.l1.n.")
    bass(s, s.part("~saw-bass", "synth-bass", "slap-bass", "~fm-bass"), line, step=0.25, low=28, gap=0.7)
    comp(s, s.part("dx-piano", "~fm-piano", "polysynth", "synth-brass", "~stab"), "x..x..x...x.x...", "..x..x.x..x..x..", "x.x..x....x..x..", step=0.25,
        gap=0.5, centre=64)
    stabs(s, s.part("orchestra-hit", "~stab", "~brass-section"), 62, 3, "verse", rate=0.7, figures=("x..x....", "x.....x.", "......xx"))
    lead = s.part("~vocal", "~vocal-duo", "~vocal-low", level=2, pan=0.0)
    tune(s, lead, 58, 78, ("x.x.x=x.x=......", "..xx.xx.x=x=....", "x=.xx.x.xx=....."), "verse", step=0.25, form="AABA", bends=0.25, grace=0.2)
    tune(s, lead, 60, 79, ("x=..x=..x.x.x===", "x.x.x===..x.x==="), "hook", step=0.25, form="AAAB", bends=0.15)
    for steps in (2, -3):
        harmony(s, lead, s.part("~backing", "~vocal-duo", level=-4, pan=0.2 * steps), steps, "hook")
    if s.chance(0.6):
        pad(s, s.part("synth-strings", "~warm-pad", "~glass-pad", level=-7), 67, 3)
    if s.chance(0.4):
        tune(s, s.part("~saw-lead", "alto-sax", "clean-guitar", level=-2), 70, 88, ("......xx", "....x.xx", "........"), "verse", form="ABAA", bends=0.3)


@style("R&B", like="Electronic")
def midnight_after_hours_alternative(s: Song) -> None:
    """Alternative R&B at four in the morning: hollow drums, sub bass, filtered pads, one falsetto and its echoes."""
    s.set((58, 78), ("minor", "dorian", "phrygian"), keys="B E Gb Db A", swing=(0.0, 0.3), unit=0.5, room=("plate", "hall", "booth"))
    loop = s.pick("bVImaj9 | im9 | bVImaj9 | v7", "im9 | % | ivm9 | bVImaj7", "bVImaj7 | bVII | im9 | bIIImaj7", "im9 | bIIImaj9", "ivm9 | v7 | im9 | %")
    s.until(45, "a b a", a=loop, b=f"{loop} | {loop}" if loop.count("|") == 1 else loop)
    beat(s, s.part("~kit:808", "~kit:minimal", "kit:808", "~kit:lofi"), "kick X......x..x..... / snare ....X.......X... / hat x.x.x.x.x.xxx.x.",
        "kick X.....x......x.. / clap ....X.......X... / rim ..x....x...x..x.", "kick x..x.....x...... / snare ....x.......x..- / cabasa x.xxx.xxx.xxx.xx",
         fill="claps" if s.chance(0.3) else "")
    bass(s, s.part("~sub-bass", "~808-bass", "synth-bass-2", "fretless"), "1=======..1=....", "1=====1=......n=", "1==========.5=8=", step=0.25, low=27,
        slide=0.2, gap=1.0)
    pad(s, s.part("~dark-pad", "~warm-pad", "~air-pad", "sweep-pad", fx=s.pick((), ("chorus",), ("tone:dark",)), level=-2, duck=s.pick(0.0, 0.5)), 58, 4)
    if s.chance(0.7):
        picked(s, s.part("clean-guitar", "rhodes", "~fm-bell", "~square-pluck", "piano", fx=("delay",)), "1...3...2..4....", "4..3..2.........",
            "1.2.4...3.......", step=0.25, centre=67, force=62)
    lead = s.part("~vocal", "~vocal", "~vocal-duo", level=3, pan=0.0, fx=("delay",))
    tune(s, lead, 62, 84, ("..x.x.x=x=====..", "x=..x.xx=====...", "......xxx=x=x===", "x.x.xx=........."), step=0.25, form="AABA", bends=0.35, grace=0.3,
        scale=s.pick("minor-pentatonic", None))
    if s.chance(0.6):
        layer(s, lead, s.part("~vocal-low", "~backing", level=-6, pan=-0.4), -12, "b", 0.8)
    if s.chance(0.5):
        tune(s, s.part("~backing", "choir", level=-6, pan=0.5), 62, 76, ("x=======........", "........x======="), "b", step=0.25, form="AB", chordal=1.0)


FLOOR = "kick X...X...X...X... / snare ....X.......X... / open ..x...x...x...x. / hat x...x...x...x..."
"""Four on the floor with the open hat between."""


@style("Disco", like="R&B")
def midnight_mirrorball_orchestra(s: Song) -> None:
    """Philadelphia disco: soaring strings, horn answers, octave bass, congas, a diva and her choir."""
    s.set((112, 128), ("minor", "dorian", "major"), keys="C D F G A", room=("plate", "club", "room"))
    verse = s.pick("i7 | iv7 | bVII7 | bIIImaj7 | bVImaj7 | iiø | V7 | V7", "Imaj7 | vi7 | ii7 | V9sus4 | Imaj7 | vi7 | ii7 | V7",
        "i7 | IV9 | i7 | IV9 | bVImaj7 | bVII | i7 | V7")
    s.until(45, "verse chorus verse break", verse=verse, chorus=s.pick("iv7 | bVII7 | bIIImaj7 | bVImaj7 | iv7 | V7 | i7 | V7",
        "IVmaj7 | V | iii7 | vi7 | ii7 | V9sus4 | Imaj7 | V7"), **{"break": "i7 | % | IV9 | %" if s.scale != "major" else "Imaj7 | % | ii7 | V7"})
    beat(s, s.part("kit:standard", "kit:room", "~kit:linn"), FLOOR,
        "kick X...X...X...X... / snare ....X.......X..- / hat x.xxx.xxx.xxx.xx / open ..x...x...x...x.", crash=0.8, fill="toms")
    beat(s, s.part("kit:standard", level=-4, pan=0.5), "conga ..xx..x...xx..xx / slap x...x...x...x...", "tamb x.xxx.xxx.xxx.xx",
        "bongo x.xxx.xxx.xxx.xx / cow x...x...x...x...")
    bass(s, s.part("finger-bass", "~string-bass", "slap-bass", level=1), "1.8.1.8.", "1..18.5.1..18.n.", "1.81.85.1.815.n.",
        step=0.5 if s.chance(0.5) else 0.25, low=28, gap=0.7)
    comp(s, s.part("clean-guitar", "muted-guitar", fx=s.pick((), ("wah",))), "mmdmmmdmmmdmmudm", "..d...du..d.m.du", step=0.25, gap=0.4, centre=67, voices=3)
    comp(s, s.part("rhodes", "piano", "clavinet"), "x..x..x...x..x..", "x===....x.x.....", step=0.25)
    strings = s.part("strings", "~section", "~string-machine", "synth-strings", level=1)
    tune(s, strings, 72, 93, ("x======.", "xxxxx===", "x===xxxx", "..xxxx=="), form="ABAC", legato=1.0)
    layer(s, strings, s.part("strings", "~string-machine", level=-4), -12)
    stabs(s, s.part("brass", "~brass-section", "trumpet"), 66, 4, rate=0.8)
    if s.chance(0.8):
        lead = s.part("~vocal", "~vocal-duo", level=2, pan=0.0)
        tune(s, lead, 60, 79, EASY, ("verse", "chorus"), form="AABA", bends=0.3)
        harmony(s, lead, s.part("~backing", "~choir", level=-4), 2, "chorus")
    elif s.chance(0.6):
        tune(s, s.part("flute", "vibraphone", "alto-sax"), 66, 86, EASY, form="AABA", bends=0.2)


@style("Disco", like="Electronic")
def midnight_sequencer_autobahn(s: Song) -> None:
    """Euro-disco: galloping sequenced bass over a hard four, string machine chords, vocoder and whispering refrain."""
    s.set((116, 136), ("minor", "dorian", "harmonic-minor"), keys="A C D E", room=("plate", "dry", "club"))
    loop = s.pick("i | i | bVI | bVII", "i | bVII | bVI | V", "i | iv | bVII | bIII", "i | bIII | bVII | IV")
    slow = "|".join(f"{chord} | %" for chord in loop.split(" | "))
    s.until(45, "a b a", a=slow, b=loop + "|" + loop)
    beat(s, s.part("~kit:linn", "kit:standard", "~kit:909", "kit:electronic"), FLOOR,
        "kick X...X...X...X... / clap ....X.......X... / hat x.xxx.xxx.xxx.xx / open ..x...x...x...x.", crash=0.6, fill=s.pick("toms", "claps"))
    bass(s, s.part("~saw-bass", "~square-bass", "synth-bass", "~fm-bass", level=2, fx=s.pick((), ("flanger",))), "1.111.881.111.87", "1111888811118888",
        "1.8.1.8.1.8.5.8.", "1181118111811187", step=0.25, low=31, gap=0.65)
    pad(s, s.part("~string-machine", "synth-strings", "strings", level=-3, fx=s.pick((), ("chorus",))), 66, 4)
    if s.chance(0.6):
        picked(s, s.part("~square-pluck", "~pluck", "polysynth", fx=("delay",), level=-3), "1.2.3.2.4.3.2.3.", "4321", "1.3.4.3.", step=0.25, centre=72, ring=1)
    tune(s, s.part("~saw-lead", "strings", "~square-lead", "flute", "violin", level=-1), 70, 88, ("x=====x=", "x==x==x=", "x===x=x=", "x======="),
        "b" if s.chance(0.5) else None, form="AABA", legato=1.0)
    lead = s.part("~vocal", "~robot", "~vocal-low", "~vocal-duo", level=1, pan=0.0)
    tune(s, lead, 55, 74, ("x=x=x===", "..x=x===", "x=xxx=..", "........"), form="AABA")
    if s.chance(0.4):
        comp(s, s.part("clean-guitar", "muted-guitar", fx=("chorus",), level=-4), "..d...du..d.m.du", step=0.25, gap=0.4, centre=67, voices=3)
    if s.chance(0.4):
        beat(s, s.part("kit:standard", level=-5), "tamb x.xxx.xxx.xxx.xx", "timbal ..x..xx...x.xx.x")


@style("Disco", like="R&B")
def midnight_chrome_strut(s: Song) -> None:
    """Funk disco: choppy sixteenth-note guitar up front, syncopated bass, handclaps, unison chants, a cool electric piano."""
    s.set((104, 122), ("dorian", "mixolydian", "minor"), keys="E A B D Gb", room=("dry", "room", "club"))
    loop = s.pick("i7 | IV9", "im9 | v7 | im9 | IV9", "bVImaj7 | bVII | im7 | %", "ii9 | V9 | Imaj7 | vi7", "i7 | i7 | bVII | IV", "iv9 | bVII13 | i9 | %")
    s.until(45, "groove chorus groove", groove="|".join([loop] * (4 // (loop.count("|") + 1) * 2)), chorus="|".join([loop] * (4 // (loop.count("|") + 1))))
    beat(s, s.part("kit:standard", "kit:room", "~kit:linn", level=1), FLOOR,
        "kick X...X...X...X.x. / snare ....X.......X... / clap ....X.......X... / hat x.xxx.xxx.xxx.xx",
        "kick X...X...X...X... / snare ....X..-.-..X... / hat xxxxxxxxxxxxxx.x / open ..............x.",
         crash=0.5, fill="snare")
    bass(s, s.part("finger-bass", "slap-bass", "pick-bass", level=2), "1..1.g8.7.5.g3n.", "1...8.17..5.6.7.", "1.1...3.5..5.68.", "1..8..1.g7.8..n.",
        step=0.25, low=28, gap=0.6)
    comp(s, s.part("clean-guitar", "~electric-guitar", fx=("amp:clean", *s.pick((), ("chorus",), ("wah:phase",))), level=2, pan=0.3), "dmudmmudmmdumudm",
        "d.mud.mum.dum.du", "mmdummdumdumdmdu", step=0.25, gap=0.45, centre=69, voices=3)
    comp(s, s.part("rhodes", "piano", "clavinet", level=-2), "x==...x=..x=....", "..x..x....x..x..", step=0.25)
    chant = s.part("~vocal-duo", "~backing", "~vocal", level=1, pan=0.0)
    tune(s, chant, 60, 74, ("x.x.x=..", "xx.xx=..", "..x.xx=.", "x=.xx==="), "chorus", form="AAAB", chordal=0.9)
    tune(s, chant, 58, 74, ("x.xx....", "........", "..xxx=.."), "groove", form="AABA", rest=0.2)
    harmony(s, chant, s.part("~backing", "~vocal-low", level=-4), -3, "chorus")
    if s.chance(0.6):
        pad(s, s.part("strings", "~string-machine", level=-4), 76, 2, "chorus")
    if s.chance(0.5):
        stabs(s, s.part("brass", "~brass-section", "tenor-sax"), 66, 3, rate=0.7, figures=("x.x...x.", "..x..x..", "x..x..x."))
    if s.chance(0.35):
        tune(s, s.part("~square-lead", "flute", "vibraphone", level=-3), 72, 88, (*SPARSE, *BUSY), "groove", form="ABAC")
