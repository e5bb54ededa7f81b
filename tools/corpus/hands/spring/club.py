"""Clubs: machines that go round, and the orchestra that once danced to the same kick drum."""

from __future__ import annotations

from hands.spring.craft import arp, bass, comp, drone, drums, pad, pulse, rise
from hands.spring.tunes import SHOUTS, shadow, speak, tune
from score import Part
from song import Song, style


def sweep(s: Song, part: Part, low: float = 0.25, high: float = 0.85, bars: int = 8) -> None:
    """The filter opens over so many bars and falls shut again."""
    end = s.sections[-1].end
    points, at = [], 0.0
    while at <= end:
        points += [(at, low + s.between(0, 0.1)), (at + bars * s.beats - 0.5, high)]
        at += bars * s.beats
    part.sweep = tuple(points)


@style("Electronic", like="Pop")
def spring_wire_sunrise(s: Song) -> None:
    """Trance and big-room house: supersaw chords, gated arpeggio, off-beat bass, a lift with no drums and the drop after it."""
    s.set((124, 142), ("minor", "minor", "major"), keys="A F Gb D", room=("plate", "hall", "arena"))
    prog = s.pick("i | bVI | bIII | bVII", "i | bVII | bVI | bVII", "bVI | bVII | i | i",
        "i | v | bVI | iv") if s.scale == "minor" else s.pick("vi | IV | I | V", "I | V | vi | IV", "IV | I | V | vi")
    s.until(50, "drop drop lift drop", drop=f"{prog} | {prog}", lift=prog)
    drums(s, s.part("~kit:909", "~kit:hard", "kit:electronic", "~kit:808", level=2), "k:X...X...X...X... c:....x.......x... o:..x...x...x...x.",
        "k:X...X...X...X..x s:....x.......x... o:..x...x...x...x. h:xoxoxoxoxoxoxoxo", where="drop", fill="machine", every=8)
    drums(s, s.part("~kit:909", "kit:electronic", level=-4), "s:x...x...x...x...|x.x.x.x.xxxxrrrr", "h:..x...x...x...x.", where="lift")
    bass(s, s.part("~saw-bass", "~square-bass", "~reese", "synth-bass", duck=0.7, level=1), "..R_..R_..R_..R_", ".RRR.RRR.RRR.RR8", "R_R_R_R_R_R_8_R_", low=28,
        where="drop")
    chords = s.part("~supersaw", "~supersaw", "~saw-poly", "~stab", duck=0.6, fx=s.pick((), ("delay",)))
    comp(s, chords, "x__x__x_..x__x__", "x_______________", "..x___x___x___x_", "x__x__x__x__x_x_", centre=66, n=4, vel=88)
    plucks = s.part("~pluck", "~square-pluck", "~acid", "polysynth", duck=0.3, fx=("delay",), level=-2)
    arp(s, plucks, "1324152413241524", "1.2.3.4.5.4.3.2.", "3212321432123214", centre=66, n=3)
    sweep(s, plucks)
    tune(s, s.part("~saw-lead", "~supersaw", "~square-lead", "~vocal", "~fm-bell", "piano", fx=("delay",), level=1), 68, 88, "x__x__x_x__x__x_",
        "x___x_x_x___x___", "x_______x___x___", plan="ABAC", where=s.pick(None, "lift", "drop"))
    if s.chance(0.5):
        pad(s, s.part("~string-machine", "~warm-pad", "~choir", level=-6), 64, 4, where="lift")
    rise(s, s.part("~riser", level=-6), "drop", beats=8)


@style("Electronic", like="Hip-Hop")
def spring_wire_rollers(s: Song) -> None:
    """Drum and bass or jungle: broken two-step or chopped break at speed over a growling or singing bass, pads far behind."""
    s.set((164, 178), ("minor", "dorian", "phrygian"), keys="F G E D", room=("plate", "room", "hall"))
    prog = s.pick("i9 | i9 | bVImaj7 | bVImaj7", "i | i | i | i", "i7 | bVII | iv7 | iv7", "i9 | bIIImaj7 | bVImaj9 | v7")
    s.until(48, "roll roll air roll", roll=f"{prog} | {prog}", air=prog)
    kit = s.part("~kit:hard", "kit:standard", "~kit:909", "kit:power", "~kit:lofi", level=2)
    drums(s, kit, "k:X.........x..... s:....X.......X... h:x.x.x.x.x.x.x.x.",
        "k:X.x.......xx....|X.x.......x..... s:....X..x.x..X..x|....X..x.x....X. R:x.x.x.x.x.x.x.x.",
          "k:X..x......x..... s:....X..,.,..X.,. h:xoxoxoxoxoxoxoxo",
          "k:X.x.......x...x.|..x.......x..... s:....X..x....X..x|.x..X..x..x...X. h:xxxxxxxxxxxxxxxx", where="roll", fill="machine", every=8)
    drums(s, kit, "h:x.x.x.x.x.x.x.x. s:............x...", "R:x...x...x...x...", where="air")
    low = s.part("~reese", "~wobble", "~sub-bass", "~fm-growl", "~fm-bass", duck=0.3, level=1)
    bass(s, low, "R_____R___..7_R_|R_____5___......", "R_R_..R_8_..R_a_", "R_______________|R_______7___5___", "R__R__R_..R_8_7_", low=28, slide=0.1)
    pad(s, s.part("~glass-pad", "~warm-pad", "~string-machine", "~air-pad", "slow-strings", level=-4, fx=s.pick((), ("flanger",))), 65, 4)
    comp(s, s.part("rhodes", "~stab", "~fm-piano", "~hoover", "piano", level=-4, fx=("delay",)), "..x...x.........|................", "x.....x.....x...",
        "x_______........", centre=64, n=4, short=0.8)
    if s.chance(0.6):
        tune(s, s.part("~vocal", "~square-pluck", "~saw-lead", "~fm-bell", "flute", level=-2, fx=("delay",)), 65, 84, "x_______x___x___", "x___..x_____....",
            plan="AABC", answer=0.6, sing="soft")
    if s.chance(0.4):
        speak(s, s.part("~speech", level=-5, fx=("delay:dub",)), 60, words=SHOUTS, chance=0.15, beats=2.0)
    rise(s, s.part("~riser", "~downlifter", level=-8), "roll", beats=8)


@style("Electronic", like="Disco")
def spring_wire_warehouse(s: Song) -> None:
    """Acid and techno: one kick, one squelching sixteenth line or rusty stab, hats that shuffle, minutes of small change."""
    s.set((120, 138), ("minor", "phrygian", "minor-pentatonic"), keys="A E Bb C", swing=s.pick(0.0, 0.0, 0.2), unit=0.5, room=("club", "cave", "room", "hall"))
    prog = s.pick("i | i | i | i", "i | i | bII | i", "i7 | i7 | bVII | bVII")
    s.until(48, "a a b a", a=f"{prog} | {prog}", b=prog)
    drums(s, s.part("~kit:909", "~kit:808", "~kit:hard", "~kit:minimal", level=3), "k:X...X...X...X... o:..x...x...x...x. c:............x...",
        "k:X...X...X...X... h:xoxoxoxoxoxoxoxo r:...x..x....x.x..", "k:X...X...X...X..o s:....x.......x..x h:..x...x...x...xx 6:.......x......x.", crash=0.2)
    pulse(s, s.part("~kit:808", "~kit:minimal", "~kit:909", level=-6), s.pick(37, 56, 75, 45, 63), s.pick("x..x..x...x.x...", "...x..x.....x.x.",
        "x.x..x.xx..x.x.."))
    riff = s.part("~acid", "~acid-square", "~fm-bass", "~square-bass", "~fm-growl", level=1, fx=s.pick((), ("drive:3",), ("delay",)), duck=0.2)
    tune(s, riff, 33, 58, "xx.xx.xxx.xx.x.x", "xxxxxxxxxxxxxxxx", "x.xx.xx.x.xxx.x.", "x..x..x.x..x.xx.", plan="A", bars=1, leap=0.4, chordal=0.3,
        shape="wave", hold=s.pick(0.6, 0.95))
    sweep(s, riff, 0.12, s.between(0.55, 0.9), s.pick(4, 8))
    if s.chance(0.6):
        bass(s, s.part("~sub-bass", "~saw-bass", duck=0.6), "..R...R...R...R.", "...R..R....R..R.", low=28)
    stab = s.part("~stab", "~hoover", "~metallophone", "~saw-poly", "orchestra-hit", fx=("delay:dub",) if s.chance(0.5) else ("delay",), level=-4)
    comp(s, stab, "...x......x.....", "x..x..x.........|................", "......x.........|..........x.....", centre=62, n=3, short=0.7)
    drone(s, s.part("~dark-pad", "~air-pad", "~sweep-noise", "~drone", level=-11), 48 + s.tonic, again=16)
    if s.chance(0.35):
        speak(s, s.part("~speech", "~robot", level=-3, fx=s.pick(("delay",), ("tone:telephone",))), 56, words=("move", "again", "rhythm", "the machine",
            "deeper"), chance=0.3, beats=1.5)


@style("Electronic", like="Classical")
def spring_wire_glasshouse(s: Song) -> None:
    """Ambient and glitch: slow pads that breathe, cross-rhythmic plucks of three against four, clicks instead of drums, perhaps none at all."""
    s.set((72, 108), ("major", "lydian", "dorian", "minor"), keys="Eb B Gb D", room=("cave", "hall", "plate"))
    prog = s.pick("Imaj9 | Imaj9 | vi9 | vi9", "IVmaj9 | IVmaj9 | Imaj9 | Imaj9", "Imaj7#11 | Imaj7#11 | ii7/b7 | Imaj9") if s.scale in ("major",
        "lydian") else s.pick("i9 | i9 | bVImaj9 | bVImaj9", "im11 | im11 | iv9 | iv9", "i9 | bVII | iv9 | iv9")
    s.until(48, "a b a", a=prog, b=prog)
    pads = s.part("~air-pad", "~glass-pad", "~warm-pad", "~drone", "halo-pad", "bowed-pad", fx=s.pick((), ("chorus",), ("flanger",)))
    pad(s, pads, 60, 5, spread=True, legato=1.05)
    arp(s, s.part("~pluck", "~fm-bell", "~square-pluck", "~vibes", "~fm-piano", "marimba", "crystal", fx=("delay",), level=-1), "1.3.2.", "1.2.4.3.2.",
        "135.4.", "1..3..2..5.", centre=70, n=4, vel=74)
    if s.chance(0.5):
        arp(s, s.part("~square-pluck", "~chip-triangle", "~metallophone", "celesta", fx=("delay", "crush:2"), level=-6), "5..4.", "3.....5..", "41..",
            centre=76, n=4, vel=62)
    if s.chance(0.75):
        drums(s, s.part("~kit:minimal", "~kit:lofi", "~kit:808", "~kit:chip", level=-3, fx=s.pick((), ("crush:3",), ("delay",))),
            "k:x......x....x... r:..x..t....x.r... h:x..xo.x.r.x..tx.", "k:x.......x.o..... h:..x...xr..x.t.x. c:........x.......",
            "k:X...X...X...X... h:..x...x...x...x. r:.......x..t.....", crash=0.0, soft=10)
    bass(s, s.part("~sub-bass", "~reese", "~warm-pad", level=-2), "R_______________", "R_________R_____", low=28)
    tune(s, s.part("~theremin", "~vocal", "~glass-pad", "flute", "~choir", "~bowed", fx=("delay:dub",), level=-3), 64, 86, "x_______x_______",
        "x___________x___", "....x___________", plan="ABC", answer=0.5, sing="soft", vel=70)
    if s.chance(0.4):
        drone(s, s.part("~wind", "seashore", "~crackle-hits", level=-14), 60, again=16)


FOUR = ("k:X...X...X...X... s:....x.......x... o:..x...x...x...x.", "k:X...X...X...X... s:....X.......X..o o:..x...x...x...x. h:xoxoxoxoxoxoxoxo",
    "k:X...X...X...X... c:....x.......x... s:....x.......x... h:xxoxxxoxxxoxxxox",
    "k:X...X...X...X..o s:....X..,.,..X... o:..x...x...x...x. h:x.x.x.x.x.x.x.x.")
"""Four on the floor with the hat open between."""


@style("Disco", like="R&B")
def spring_disco_velvet(s: Song) -> None:
    """Philadelphia strings: sweeping violin runs, muted guitar, galloping bass octaves, vibraphone and congas, a chorus of women."""
    s.set((108, 126), ("minor", "major", "dorian"), keys="C F G A", room=("hall", "plate", "room"))
    verse, chorus = (s.pick(("i7 | iv7 | bVIImaj7 | bIIImaj7", "bVImaj7 | bVII | i7 | V7"), ("i7 | bVI7 | i7 | V7", "iv7 | bVII9 | i7 | i7"))
        if s.scale != "major" else
                     s.pick(("Imaj7 | iii7 | ii7 | V9sus4", "IVmaj7 | iii7 | ii7 | V9"), ("ii7 | V9 | Imaj7 | vi7", "IVmaj7 | V | iii7 | vi7")))
    s.until(46, "verse verse chorus chorus", verse=verse, chorus=chorus)
    drums(s, s.part("kit:standard", "kit:room", "kit:power", "~kit:linn", level=1), *FOUR, fill="soul")
    if s.chance(0.7):
        drums(s, s.part("kit:standard", level=-6), "Q:......xx......xx q:x.x.x...x.x.x... u:...x.......x....", "t:..x...x...x...x.",
            "q:x.x...x.x.x...x. Q:....x.......x.xx")
    bass(s, s.part("finger-bass", "~electric-bass", "pick-bass", "slap-bass", level=1), "R_8_R_8_R_8_R_8_", "R..R8_.R5_.58_a_", "R_.R..8_R_.R7_8_",
        "R_R_8_R_5_R_8_a_", low=28)
    comp(s, s.part("muted-guitar", "clean-guitar", "~electric-guitar", fx=s.pick((), ("wah",), ("chorus",)), level=-3), "m.xmm.xmm.xmm.xm", "x.xmx.xmx.xmx.xm",
        centre=66, n=3, short=0.5)
    comp(s, s.part("rhodes", "piano", "clavinet", "vibraphone", level=-4), "x_____x___x_____", "..x_..x_..x_..x_", centre=62, n=4)
    violins = s.part("strings", "~section", "~string-machine", "synth-strings")
    notes = tune(s, violins, 67, 91, "x___xxxxx_______", "..xxx_x_x_______", "x_______x_xxx_x_", plan="ABAC", shape=s.pick("rise", "wave", "arch"), leap=0.3)
    shadow(s, notes, s.part("strings", "horn", "flute", "~brass-section", level=-5), semitones=-12, chance=0.7)
    lead = s.part("~vocal", "~vocal-duo", "oohs", "~backing", level=1)
    tune(s, lead, 60, 77, "x_x_x___x_x_x___", "..x_x_x_x_______", where=s.pick(None, "chorus"), plan="AABC", sing="words")
    comp(s, s.part("brass", "trumpet", "~brass-section", level=-2), "..........x..x..|................", "X.....x.........|............x.x.", centre=66, n=3,
        where="chorus", vel=96)


@style("Disco", like="Electronic")
def spring_disco_autobahn(s: Song) -> None:
    """Munich and Italo: sequenced octave bass, four on the floor, string machine, a cool voice, arpeggio that never stops."""
    s.set((114, 132), ("minor", "minor", "dorian"), keys="A D E C", room=("plate", "club", "hall"))
    prog = s.pick("i | bVI | bVII | i", "i | i | bVII | bVI", "i | iv | bVII | bIII", "i | bIII | iv | bVI", "i | v | bVI | bVII")
    s.until(46, "theme verse theme", theme=prog, verse=s.pick(prog, "i | i | bVI | bVII"))
    drums(s, s.part("~kit:linn", "~kit:909", "kit:electronic", "~kit:808", "kit:standard"), *FOUR,
        "k:X...X...X...X... c:....X.......X... h:..x...x...x...x. 1:..............xx", fill=s.pick("machine", "rock"))
    bass(s, s.part("~saw-bass", "~square-bass", "synth-bass", "~fm-bass", level=2, fx=s.pick((), ("flanger",))), "R_8_R_8_R_8_R_8_", "RR8RRR8RRR8RRR8R",
        "R.8.R.8.7.8.5.8.", "RRRRR8RRRRRRR88R", low=28, short=0.8)
    arp(s, s.part("~pluck", "~square-pluck", "~saw-poly", "polysynth", fx=("delay",), level=-3), "1232123212321232", "1.3.2.4.1.3.2.4.", "4321432143214321",
        centre=66, n=3)
    pad(s, s.part("~string-machine", "synth-strings", "~section", "strings", level=-3), 67, 3)
    theme = s.part("~saw-lead", "~square-lead", "~brass-poly", "synth-brass", "~theremin", "strings", "bells", fx=("delay",))
    tune(s, theme, 66, 86, "x___x_x_x___x___", "x_x_x___x_______", "x__x__x_x__x__x_", where="theme", plan="AABA")
    voice = s.part("~vocal", "~robot", "~vocal-duo", "~vocal-low", level=2)
    tune(s, voice, 57, 74, "x_x_x_x_x_______", "..x_x_x_x___....", where="verse", plan="AABA", sing="words", leap=0.1)
    if s.chance(0.4):
        comp(s, s.part("orchestra-hit", "brass", "~stab", level=-4), "X...............|................", centre=62, n=3, short=0.4)


@style("Disco", like="Pop")
def spring_disco_rooftop(s: Song) -> None:
    """Chic funk-disco: scratched ninth chords on the guitar, a bass line one could sing, handclaps, short unison hook, little else."""
    s.set((106, 122), ("dorian", "minor", "mixolydian"), keys="E B Gb A", room=("room", "club", "dry", "plate"))
    prog = s.pick("i7 | IV9", "ii7 | V9sus4", "i9 | v7 | iv9 | iv9", "i7 | bVII9 | bVImaj7 | v7", "ii9 V13 | Imaj7 VI7#9")
    s.until(46, "verse chorus verse chorus", verse=f"{prog} | {prog}" if prog.count("|") == 1 else prog, chorus=s.pick(prog, "iv7 | v7 | bVImaj7 | bVII9",
        "i7 | IV9 | i7 | IV9"))
    drums(s, s.part("kit:standard", "kit:room", "~kit:909", "~kit:linn", level=1), *FOUR, fill="soul", every=8)
    pulse(s, s.part("kit:standard", "~kit:909", level=-4), 39, "....X.......X...", where="chorus")
    bass(s, s.part("finger-bass", "slap-bass", "~electric-bass", level=3), "R__.R.8.7_.R5.a.", "R_.R..7.8_.5..R.|R_.R..5.7_8_..a.", "R.R.8.7.r.5.7.8.",
        "R___..R8..75R_a_", low=28, short=0.85)
    comp(s, s.part("clean-guitar", "~electric-guitar", "muted-guitar", fx=s.pick((), ("chorus",), ("wah:phase",))), "xmxxmxxmxxmxxmxm", "x.xxm.xmx.xxm.xm",
        "..xmm.xxm.xmmxx.", centre=67, n=3, short=0.45, vel=86)
    comp(s, s.part("rhodes", "piano", "electric-grand", "~fm-piano", level=-5), "x_______x_____x_", "..x_____..x_x___", centre=62, n=4)
    if s.chance(0.6):
        pad(s, s.part("strings", "~section", "~string-machine", level=-4), 74, 2, where="chorus")
    hook = s.part("~vocal-duo", "~backing", "~vocal", "tenor-sax", "trumpet", "~saw-lead", level=1)
    notes = tune(s, hook, 60, 78, "x_x_x_..x_x_....", "x.x.x_x_........", "..x_x_x_x_......", plan="AAAB", bars=1, sing=s.pick("words", "shout"), leap=0.15)
    shadow(s, notes, s.part("~vocal-low", "~backing", "alto-sax", level=-4), steps=-2, chance=0.9)
    if s.chance(0.4):
        comp(s, s.part("brass", "~brass-section", level=-3), "................|..........x.X...", "..x..x..........", centre=66, n=3, vel=94)
