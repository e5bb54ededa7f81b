"""Rhythm and blues from the sixties' three-minute stompers to slow jams and what came after."""

from __future__ import annotations

from hands.spring.craft import arp, bass, comp, drums, pad, pulse
from hands.spring.tunes import shadow, tune
from song import Song, style


@style("R&B", like="Pop")
def spring_soul_stomp(s: Song) -> None:
    """Sixties soul factory: four on the snare, tambourine, bouncing melodic bass, strings and answering girls."""
    s.set((104, 138), ("major", "mixolydian", "major", "minor"), keys="C Eb F Ab", swing=s.pick(0.0, 0.0, 0.6), room=("room", "plate", "hall"))
    major = s.scale != "minor"
    verse = s.pick("I | I | IV | IV", "I | vi | ii | V", "I iii | IV V", "I | IV/5 | I | V") if major else s.pick("i | i | iv | iv", "i | bVII | bVI | V")
    s.until(46, "intro verse verse chorus", intro=verse, verse=verse, chorus=s.pick("IV | V | iii | vi | ii | V | I | I", "ii | V | I | vi") if major
        else "iv | bVII | bIII | V")
    drums(s, s.part("kit:standard", "kit:room", "kit:jazz"), "k:x.....x.x.....x. s:X...X...X...X... h:x.x.x.x.x.x.x.x.",
        "k:x.....xx..x..... s:....X.......X... h:x.x.x.x.x.x.x.x.", "k:x...x...x...x... s:..o.X.....o.X.o. h:x.x.x.x.x.x.x.x.", fill="soul")
    pulse(s, s.part("kit:standard", level=-4), 54, s.pick("..o.x...o.o.x.o.", "x.o.X.o.x.o.X.o.", "....X.......X..."))
    bass(s, s.part("finger-bass", "pick-bass", "~electric-bass", "upright", level=1), "R__R5_6_R__R5_a_", "R_.R3_5_8_5_3_a_", "R_R_.R5_..6_5_3_", low=30)
    comp(s, s.part("clean-guitar", "~electric-guitar", "muted-guitar", level=-3), "....x.......x...", "..x...x...x...x.", centre=66, n=3, short=0.4)
    comp(s, s.part("piano", "drawbar", "vibraphone", level=-4), "x___x___x___x___", "x_x_..x_x_x_..x_", centre=61, n=3)
    pad(s, s.part("strings", "~section", "~string-machine", level=-5), 70, 3, where=("chorus", "intro") if s.chance(0.5) else None)
    lead = s.part("~vocal", "~vocal-low", "tenor-sax", "~vocal", "voice-lead", level=2, pan=0.0)
    notes = tune(s, lead, 58, 76, "x_x_x___..x_x_x_", "..x_x_x_x_______", "x___x_x_x___....", where=("verse", "chorus"), plan="ABAC", bend=0.2, sing="words",
        scale=s.pick("major", "major-pentatonic") if major else "minor-pentatonic")
    shadow(s, [note for note in notes if note.length > 0.9], s.part("~backing", "oohs", "brass", "alto-sax", level=-4), steps=2, late=0.0)
    if s.chance(0.6):
        comp(s, s.part("brass", "trumpet", "~brass-section", "baritone-sax", level=-2), "............X.x.|................", "X.......x..x....", centre=64,
            n=3, where="chorus", vel=96)


@style("R&B", like="Pop")
def spring_soul_candle(s: Song) -> None:
    """Nineties slow jam: rim clicks and finger snaps, glassy electric piano, wind chimes, a voice that scoops with harmony behind it."""
    s.set((58, 76), ("major", "minor"), keys="Db Ab Eb Gb", swing=(0.2, 0.6), unit=0.5, room=("plate", "hall"))
    prog = s.pick("IVmaj9 | iii7 | ii9 | Imaj9", "Imaj9 | vi9 | ii9 | V9sus4",
        "IVmaj7 V/5 | iii7 vi7 | ii9 | V9sus4") if s.scale == "major" else s.pick("i9 | bVImaj7 | iv9 | v7", "iv9 | v7 | i9 | i9",
        "bVImaj7 | v7 | i9 | bIIImaj7")
    s.until(46, "verse verse chorus", verse=prog, chorus=s.pick(prog, "ii9 | iii7 | IVmaj9 | V9sus4") if s.scale == "major" else prog)
    drums(s, s.part("~kit:808", "~kit:linn", "kit:electronic", "~kit:909", "kit:808"), "k:x..o..x...x..... r:....x.......x... h:xoxoxoxoxoxoxorx",
        "k:x......x..x....x c:....x.......x... h:x.x.xox.x.x.xoxr", "k:x.....xo........ s:....x.......x..o g:x.x.x.x.x.x.x.x.", fill="machine", every=8,
        soft=8, crash=0.3)
    pulse(s, s.part("kit:standard", "~kit:minimal", level=-7), s.pick(39, 84, 80, 54), "............x...")
    bass(s, s.part("~sub-bass", "fretless", "finger-bass", "synth-bass", level=1), "R_____R_..5___a_", "R_______..R_5_8_", "R__R____..7_5_a_", low=29, vel=90)
    comp(s, s.part("dx-piano", "~fm-piano", "rhodes", "piano", fx=("chorus",)), "x_______x_____..", "x_____x_____x___", "x___........o___", centre=62, n=5,
        strum=0.02, vel=70)
    if s.chance(0.6):
        arp(s, s.part("nylon", "harp", "~nylon-guitar", "crystal", "~fm-bell", level=-4), "1_2_3_4_5_4_3_2_", "..3_4_5_........", centre=68, n=3, vel=66)
    pad(s, s.part("~warm-pad", "slow-strings", "warm-pad", "~air-pad", level=-7), 65, 4)
    lead = s.part("~vocal", "~vocal-low", "~vocal", "soprano-sax", "voice-lead", level=3, pan=0.0)
    notes = tune(s, lead, 59, 79, plan="ABAC", busy=0.5, bend=0.45, grace=0.25, sing="words", scale="major-pentatonic" if s.scale == "major"
        else "minor-pentatonic", where=None)
    shadow(s, [n for n in notes if n.start >= s.sections[-1].start or n.length > 0.7], s.part("~backing", "~vocal-duo", "oohs", level=-3),
        steps=s.pick(2, -2, -3))


@style("R&B", like="Jazz")
def spring_soul_rhodes_late(s: Song) -> None:
    """Neo-soul: drums drunk behind the beat, Rhodes elevenths, wandering bass, guitar double-stops, close-stacked voices."""
    s.set((72, 98), ("dorian", "minor", "major"), keys="E B Gb A", swing=(0.4, 0.9), unit=0.5, room=("booth", "room", "dry"))
    prog = s.pick("i9 | iv9 | bVII13 | bIIImaj9", "ii9 | V7alt | Imaj9 | VI7#9", "im11 | bVImaj9", "iv9 v7 | i9", "IVmaj9 iii7 | ii9 V13",
        "i9 bII7#11 | i9 IV13", "bVImaj9 | v7 V7alt | i9 | i9")
    s.until(46, "a a b", a=f"{prog} | {prog}", b=s.pick(prog, "iv9 | iii7 | bIIImaj9 | V7alt"))
    drums(s, s.part("kit:standard", "kit:jazz", "~kit:lofi", "kit:room", late=0.015), "k:x..o...x..x..... s:....X..,.,..X..o h:x.x.x.x.x.x.x.x.",
        "k:x.....x..x....xo r:....X.......X... h:xox.xox.xoxoxox.", "k:x..x......x..... s:....X..o.,..X..o R:x...x.x.x...x.x.", fill="soul", every=8,
        crash=0.2, soft=6)
    bass(s, s.part("finger-bass", "~electric-bass", "fretless", "~fm-bass", late=0.02, level=1), "R__R..7_8_..5_a_", "R_.r..R_..5_7_8_|R__.8_7_5_..3_a_",
        "R_____r_5_R_..a_", low=28, slide=0.1)
    comp(s, s.part("rhodes", "~fm-piano", "dx-piano", fx=s.pick((), ("chorus",), ("wah:phase",), ("tremolo",)), late=0.01), "x__x______x_____",
        "..x___x_____x_..", "x_____o_..x_____", centre=62, n=5, vel=72, strum=0.015)
    comp(s, s.part("jazz-guitar", "clean-guitar", "~electric-dark", level=-4), "......x_..x_....|..........x_x___", "..x_............", centre=69, n=2, vel=74)
    lead = s.part("~vocal", "~vocal-low", "~vocal-duo", "muted-trumpet", "flute", level=2)
    notes = tune(s, lead, 57, 77, plan="ABAC", busy=0.55, bend=0.3, grace=0.15, sing=s.pick("words", "soft"))
    for steps in s.pick((2,), (2, 4), (-2,), (2, -3)):
        shadow(s, notes, s.part("~backing", "~vocal", "~vocal-low", level=-6), steps=steps, late=0.02, chance=0.7)
    if s.chance(0.4):
        pulse(s, s.part("kit:standard", level=-8), s.pick(70, 39, 69), "..x...x...x...x.")


@style("R&B", like="Hip-Hop")
def spring_soul_blue_light(s: Song) -> None:
    """Alternative R&B: washed pads and reversed guitar, half-time trap drums, falsetto in echoes, deep sub."""
    s.set((110, 144), ("minor", "dorian", "major"), keys="Db Gb B Ab", room=("plate", "hall", "cave"))
    prog = s.pick("bVImaj9 | i9", "i9 | i9 | bVImaj7 | v7", "iv9 | bVImaj7 | i9 | bVII",
        "bVImaj7 | bVII | i9 | v7") if s.scale != "major" else s.pick("IVmaj9 | vi9 | Imaj9 | V", "ii9 | Imaj9", "IVmaj7 | iv9 | Imaj9 | Imaj9")
    s.until(46, "verse hook hook", verse=prog, hook=prog)
    drums(s, s.part("~kit:808", "~kit:minimal", "kit:808", "kit:electronic"), "k:x.........x..... s:........X....... h:x...x.x...x.x.x.",
        "k:x.....x....x.... c:........x....... h:x.x.xrx.x.x.x.xt", "k:x..x............|......x...x..... r:........X..x.... g:x.x.x.x.x.x.x.x.", crash=0.2,
        fill="machine", every=8, soft=6)
    bass(s, s.part("~808-bass", "~sub-bass", "~reese", level=1), "R_______________|R_______5_____a_", "R_________R___..", low=28, slide=0.15)
    pad(s, s.part("~warm-pad", "~air-pad", "~glass-pad", "~string-machine", "slow-strings", level=-2, fx=s.pick((), ("chorus",), ("flanger",))), 62, 5,
        spread=True)
    comp(s, s.part("clean-guitar", "~electric-guitar", "~fm-piano", "rhodes", level=-2, fx=s.pick(("delay", "chorus"), ("reverse",), ("tremolo", "delay"))),
        "x_______....x___", "..x_____x_______", centre=65, n=3, vel=70, strum=0.04)
    lead = s.part("~vocal", "~vocal", "~vocal-duo", "~theremin", fx=("delay", "chorus"), level=3, pan=0.0)
    notes = tune(s, lead, 64, 84, "x_x_x_x_x_____..", "..x_x___x_x_x___", "x_______x_x_x___", "......x_x_x_x___", plan="ABAC", bend=0.3,
        sing=s.pick("words", "soft", "bright"), scale="minor-pentatonic" if s.scale != "major" else "major-pentatonic")
    shadow(s, notes, s.part("~backing", "~vocal-low", "~robot", level=-5, fx=("tone:far",)), semitones=s.pick(-12, 0), chance=0.8, late=0.05)


@style("R&B", like="Disco")
def spring_soul_strut(s: Song) -> None:
    """Seventies funk-soul: sixteenths on the hat, syncopated bass and clavinet, tight horns, a gritty voice over one or two chords."""
    s.set((92, 116), ("mixolydian", "dorian", "minor-pentatonic"), keys="E D A G", swing=(0.0, 0.4), unit=0.5, room=("room", "club", "dry"))
    home = s.pick("I9", "i7") if s.scale == "mixolydian" else "i7"
    four = "IV9" if s.chance(0.7) else "bVII7"
    s.until(46, "vamp vamp bridge vamp", vamp=f"{home} | {home} | {home} | {four}" if s.chance(0.5) else f"{home} | {four}",
        bridge=s.pick("IV9 | IV9 | bVII7 | V7#9", "bVImaj7 | bVII7 | i7 | i7", "ii7 | V9 | ii7 | V9"))
    drums(s, s.part("kit:standard", "kit:room", "kit:power", level=1), "k:X..x..x...x..x.. s:....X..,.,..X..o h:xoxoxoxoxoxoxoxo",
        "k:X.x.......xx.... s:....X..x.,.,X..x h:x.x.x.x.x.x.x.x. o:......x.........", "k:X..x.....xx..... s:....X..,o,..X.,. h:xoxxxoxxxoxxxoxx", fill="soul")
    bass(s, s.part("finger-bass", "slap-bass", "~electric-bass", "pick-bass", level=2), "R...r.78.R..57.a", "R.r8..7.r5..R.r.", "R__.8.R.7_5_r.a.",
        "R..R..8.7.r.5.3.", low=28, short=0.85)
    comp(s, s.part("clavinet", "muted-guitar", "~electric-guitar", "clean-guitar", fx=s.pick(("wah",), ("wah",), ()), level=-1), "m.mxm.mxm.mxm.x.",
        "..x.mm.x..x.mm.x", "x.mm..xm.xmm..x.", centre=64, n=3, short=0.5)
    comp(s, s.part("drawbar", "rock-organ", "rhodes", "~organ", level=-5), "x_______........", "..x___....x_x___", centre=63, n=4)
    horns = s.part("brass", "~brass-section", "tenor-sax", "trumpet", level=0)
    comp(s, horns, "................|..x.x..X....x...", "X..x............|..........x.X.x.", "..........x.x.X.", centre=66, n=3, vel=100, short=0.7)
    lead = s.part("~vocal", "~vocal-low", "~vocal-low", "alto-sax", "~saw-lead", level=2)
    tune(s, lead, 57, 76, "x.x_..x_x.......", "..x_x.x_....x_x.", "x_x.x___........", plan="AABC", bars=2, bend=0.4, sing=s.pick("shout", "words"),
        scale=s.pick("blues", "minor-pentatonic"), answer=0.7)
    if s.chance(0.4):
        drums(s, s.part("kit:standard", level=-6), "Q:......xx......x. q:x.x.....x.x.x...", "A:x..x..x.x..x..x.")
