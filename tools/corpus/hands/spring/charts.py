"""Charts and sound systems: pop for the radio of five decades, and the off-beat island."""

from __future__ import annotations

from hands.spring.craft import arp, bass, comp, drums, pad, pulse, rise, walk
from hands.spring.tunes import SHOUTS, blow, rap, shadow, speak, tune
from score import Part
from song import Song, style

SINGER = ("~vocal", "~vocal", "~vocal-duo", "~vocal-low", "voice-lead")
"""Who sings the hook."""


@style("Pop", like="Electronic")
def spring_chart_neon(s: Song) -> None:
    """Eighties synth-pop: gated snare, sequenced bass, polysynth stabs, a keyboard riff everybody knows after one hearing, sung chorus in thirds."""
    s.set((100, 134), ("minor", "major", "dorian"), keys="A E D F Bb", room=("plate", "hall", "room"))
    minor = s.scale != "major"
    verse = s.pick("i | bVII | bVI | bVII", "i | iv | bVI | V", "i | bVI | bIII | bVII") if minor else s.pick("I | V/3 | vi | IV", "I | IV/5 | V | IV",
        "IV | V | iii | vi")
    chorus = s.pick("bVI | bVII | i | bIII", "iv | bVII | bIII | bVI", "bVI | bIII | bVII | i") if minor else s.pick("IV | V | I | vi", "ii | V | iii | vi",
        "I | V | vi | IV")
    s.until(46, "riff verse chorus riff", riff=verse, verse=verse, chorus=f"{chorus} | {chorus}")
    drums(s, s.part("~kit:linn", "~kit:909", "kit:electronic", "kit:power", level=2), "k:x.....x.x....... s:....X.......X... h:x.x.x.x.x.x.x.x.",
        "k:x...x...x...x... s:....X.......X... h:..x...x...x...x.", "k:x..x..x.x.....x. s:....X.......X... c:....x.......x... h:xoxoxoxoxoxoxoxo",
        "k:x.x.....x.x..... s:....X.......X..x t:x.x.x.x.x.x.x.x.", fill="machine")
    bass(s, s.part("~saw-bass", "~square-bass", "synth-bass", "~fm-bass", "fretless", level=1), "R_R_R_R_R_R_R_R_", "R.RR..R.R.RR8.5.", "R_8_R_8_R_8_R_8_",
        "R__R__R_..R_5_8_", low=28)
    comp(s, s.part("~saw-poly", "~brass-poly", "polysynth", "dx-piano", "~stab", fx=("chorus",), level=-2), "x__x__x_....x_x_", "x___....x_x_....",
        "..x...x...x...x.", centre=63, n=4)
    pad(s, s.part("~string-machine", "synth-strings", "~warm-pad", "strings", level=-5), 66, 4)
    riff = s.part("~saw-lead", "~square-lead", "~fm-bell", "~brass-poly", "synth-brass", "~pluck", "marimba", level=1, fx=("delay",))
    tune(s, riff, 66, 86, "x__x__x_x_x_x___", "x_x_..x_x_x_....", "x___x_x__x_x____", where=("riff", "chorus") if s.chance(0.4) else "riff", plan="AAAB",
        bars=1)
    lead = s.part(*SINGER, level=3, pan=0.0)
    tune(s, lead, 55, 72, "..x_x_x_x_x_x___", "x_x_x_x_x_______", where="verse", plan="AABC", sing="words", leap=0.12)
    hook = tune(s, lead, 60, 78, "x___x_x_x___x___", "x_x_x___..x_x___", where="chorus", plan="AABA", sing=s.pick("words", "open"))
    shadow(s, hook, s.part("~backing", "~vocal", "~vocal-duo", level=-3), steps=2)
    if s.chance(0.5):
        arp(s, s.part("~square-pluck", "~pluck", "~chip-pulse", level=-5, fx=("delay",)), "1.2.3.4.3.2.1.2.", "1231232112312321", centre=70, n=3)


@style("Pop", like="R&B")
def spring_chart_key_change(s: Song) -> None:
    """Power ballad: piano quarters, a voice that climbs, strings and late drums; every progression leans on its inversions."""
    s.set((60, 84), ("major", "major", "minor"), keys="C Ab Bb D F", beats=s.pick(4.0, 4.0, 4.0, 3.0), room=("hall", "plate", "room"))
    verse, chorus = s.pick(("I | V/3 | vi | IV", "IV | V | I/3 | IV"), ("I | iii | IV | V", "I | V | vi | IV"), ("I | I/3 | IV | ii V", "IV | I/3 | ii | V"),
        ("vi | V/3 | I | IV", "I | V/3 | IV | iv")) if s.scale == "major" else s.pick(("i | bVII | bVI | V", "bVI | bVII | i | V"),
        ("i | bVI | bIII | bVII", "iv | bVI | i | bVII"))
    s.until(48, "verse chorus chorus", verse=verse, chorus=f"{chorus} | {chorus}")
    four = s.beats == 4
    piano = s.part("piano", "bright-piano", "electric-grand", "dx-piano", level=1)
    if s.chance(0.6):
        comp(s, piano, "x___x___x___x___" if four else "x___x___x___", "x___x_x_x___x_x_" if four else "x___x_x_x___", centre=62, n=4, vel=78)
    else:
        arp(s, piano, "1_2_3_2_4_3_2_3_" if four else "1_2_3_4_3_2_", centre=62, n=3, vel=78, ring=1.8)
    bass(s, piano, "R_______R_______" if four else "R___________", low=33, vel=80)
    drums(s, s.part("kit:standard", "kit:power", "~kit:linn", "kit:room", "~kit:808"), *(("k:x.......x.x..... s:....X.......X... h:x.x.x.x.x.x.x.x.",
        "k:X.....x...x..... s:....X.......X... R:x.x.x.x.x.x.x.x.") if four else ("k:x........... s:....x...x... h:x.x.x.x.x.x.",
        "k:x.......x... s:........X... h:x.x.x.x.x.x.")), where="chorus" if s.chance(0.35) else None, fill="rock", every=8)
    bass(s, s.part("finger-bass", "fretless", "~electric-bass", "synth-bass"), "R_____R_R_____5_" if four else "R_______5___", low=28, where="chorus")
    pad(s, s.part("strings", "slow-strings", "~section", "~string-machine", "~warm-pad", level=-4), 67, 4, where=s.pick(None, "chorus"))
    lead = s.part("~vocal", "~vocal-low", "~vocal", level=3, pan=0.0)
    tune(s, lead, 55, 71, where="verse", plan="AABC", busy=0.5, sing="words", bend=0.15, shape=s.pick("arch", "flat"))
    high = tune(s, lead, 62, 81, *(("x_____x_x___x___", "x___x___x_x_x___", "x_______x_x_x___") if four else ("x_______x___", "x___x_x_x___")), where="chorus",
        plan="ABAC", sing="open", bend=0.25, leap=0.3)
    shadow(s, high, s.part("~backing", "oohs", "~choir", level=-5), steps=-2)
    if s.chance(0.45):
        tune(s, s.part("overdriven", "cello", "soprano-sax", "horn", "nylon", fx=("delay",), level=-2), 60, 80, where="chorus", plan="AB", busy=0.2, answer=0.8)


@style("Pop", like="Rock")
def spring_chart_locker(s: Song) -> None:
    """Teen guitar-pop: muted eighths in the verse, four chords wide open in the chorus, claps, gang vowels, a synth doubling the hook."""
    s.set((116, 172), ("major", "major", "major-pentatonic"), keys="E D G A B", room=("room", "plate", "dry"))
    four = s.pick("I | V | vi | IV", "vi | IV | I | V", "I | IV | vi | V", "I | vi | IV | V", "IV | I | V | vi")
    s.until(46, "verse verse chorus", verse=s.pick(four, "I | I | IV | IV", "vi | vi | IV | I"), chorus=f"{four} | {four}")
    kit = s.part("kit:standard", "kit:power", "~kit:909", "~kit:linn", level=2)
    drums(s, kit, "k:x...x...x...x... s:....X.......X... h:x.x.x.x.x.x.x.x.", "k:x.x.....x.x..... s:....X.......X... h:xoxoxoxoxoxoxoxo",
        "k:x.....x.x....... c:....X.......X... h:x.x.x.x.x.x.x.x.", where="verse", fill="rock")
    drums(s, kit, "k:X...X.X.X...X... s:....X.......X... o:x...x...x...x...", "k:X...X...X...X... s:....X.......X... c:....x.......x... o:..x...x...x...x.",
        where="chorus", fill="rock")
    bass(s, s.part("pick-bass", "~electric-bass", "synth-bass", "~saw-bass"), "R_R_R_R_R_R_R_R_", "R_R_R_R_R_R_5_8_", low=28)
    comp(s, s.part("muted-guitar", "~electric-guitar", "clean-guitar", fx=("amp:edge",), level=-1), "m.m.m.m.m.m.m.m.", "m.mxm.m.m.mxm.m.", "x.m.m.x.m.m.x.m.",
        centre=54, n=3, where="verse", short=0.6)
    comp(s, s.part("overdriven", "distorted", "~electric-guitar", fx=("amp:crunch", "double"), level=-1), "X_X_X_X_X_X_X_X_", "X_____X_X___X_X_",
        "X___X_X_..X_X_X_", centre=52, n=3, where="chorus", vel=92)
    comp(s, s.part("steel", "~steel-guitar", "~ukulele", "piano", level=-3), "x...x.u.x.u.x.u.", "x_x_x_x_x_x_x_x_", centre=66, n=4, strum=0.01)
    lead = s.part("~vocal", "~vocal-duo", "~vocal", "~robot", level=3, pan=0.0)
    tune(s, lead, 59, 74, "x_x_x_x_x_x_x___", "xxx_x_x_x_......", "..xxx_x_x_x_x_..", where="verse", plan="AABA", sing="words", leap=0.15)
    hook = tune(s, lead, 64, 81, "x_x_x___x_x_x___", "x___x___x_x_x_x_", "x_x_x_x_x_______", where="chorus", plan="AAAB", bars=1, sing=s.pick("open", "shout"))
    shadow(s, hook, s.part("~saw-lead", "~square-lead", "glockenspiel", "~pluck", "~chip-square", level=-3), semitones=s.pick(0, 12))
    shadow(s, hook, s.part("~backing", "~vocal-duo", level=-4), steps=2, chance=0.8)
    pulse(s, s.part("kit:standard", "~kit:909", level=-5), 39, s.pick("....X.......X...", "..x...x...x.x.x.", "x...x.x.x...x.x."), where="verse")


@style("Pop", like="Reggae")
def spring_chart_parasol(s: Song) -> None:
    """Summer pop: marimba or ukulele cells, dembow-light or soft four on the floor, chopped vocal drop in the place of a chorus."""
    s.set((94, 122), ("major", "minor", "major"), keys="G Db B F Eb", room=("room", "plate", "dry"))
    prog = s.pick("vi | IV | I | V", "IV | V | vi | I", "I | V | ii | IV", "IV | vi | I | V") if s.scale == "major" else s.pick("i | bVI | bIII | bVII",
        "bVI | bVII | i | i", "i | iv | bVI | bVII")
    s.until(46, "verse build drop drop", verse=prog, build=prog, drop=prog)
    kit = s.part("~kit:808", "~kit:909", "~kit:minimal", "kit:electronic", level=1)
    drums(s, kit, "k:x...x...x...x... c:....x.......x... h:..x...x...x...x.", "k:x..x..x.x..x..x. s:...x..x....x..x. g:x.x.x.x.x.x.x.x.",
        "k:x...x...x...x... s:...x..x....x..x. h:..x...x...x...x.", "k:x.....x.x....... r:....x.......x..x g:xoxoxoxoxoxoxoxo", where=("verse", "drop"),
        fill="machine", every=8)
    drums(s, kit, "c:x...x...x...x...|x.x.x.x.xxxxxxxx", "k:x...x...x...x... s:x...x...x.x.xxxx", where="build")
    bass(s, s.part("~sub-bass", "~square-bass", "synth-bass", "finger-bass", duck=0.4), "R__R__R_R__R__R_", "R___..R_R_..5___", "R_....R_..R_8_a_", low=28)
    cell = s.part("marimba", "~ukulele", "kalimba", "~nylon-guitar", "steel-drums", "~pluck", "nylon", level=1)
    s.pick(_arps, _chops)(s, cell)
    lead = s.part(*SINGER, level=2, pan=0.0)
    tune(s, lead, 57, 75, "..x_x_x_x_x_x_x_", "x_x_x_x___x_x_..", "xxx_xxx_x_x_....", where=("verse", "build"), plan="AABA", sing="words", leap=0.12,
        scale="major-pentatonic" if s.scale == "major" else "minor-pentatonic")
    drop = s.part("~vocal", "~pluck", "~saw-lead", "flute", "~square-lead", "~vocal-duo", fx=("delay",), level=2)
    hook = tune(s, drop, 66, 86, "x__x__x_x__x__x_", "x.x.x__x__x_x.x.", "x__x__x_..x_x_x_", where="drop", plan="AAAB", bars=1, sing="open", leap=0.35)
    if s.chance(0.5):
        shadow(s, hook, s.part("~backing", "marimba", "brass", "~brass-section", level=-4), semitones=-12)
    pad(s, s.part("~warm-pad", "~string-machine", "~glass-pad", level=-7), 64, 4)
    rise(s, s.part("~riser", level=-8), "drop")


def _arps(s: Song, part: Part) -> None:
    """The summer cell as a broken chord."""
    arp(s, part, "1.3.2.4.1.3.2.4.", "1..2..3.1..2..4.", "3.2.1.3..2.1.3..", centre=67, n=3)


def _chops(s: Song, part: Part) -> None:
    """The summer cell as chords off the beat."""
    comp(s, part, "..x...x...x...x.", "x..x..x...x.x...", "x__x__x_..x_....", centre=67, n=3, short=0.6, strum=0.01)


@style("Pop", like="Folk")
def spring_chart_transistor(s: Song) -> None:
    """Sixties radio: castanets and tambourine, baritone guitar, doo-wop or sunshine changes, bells over the strings, stacked voices."""
    s.set((96, 142), ("major", "mixolydian", "major"), keys="C G F Eb A", swing=s.pick(0.0, 0.0, 0.7), room=("hall", "plate", "room"))
    verse, chorus = s.pick(("I | vi | IV | V", "IV | V | iii | vi | ii | V | I | I"), ("Imaj7 | ii7 | iii7 | ii7", "IV | iv | I | V"),
        ("I | bVII | IV | I", "bVI | bVII | I | I"), ("I | iii | ii | V", "vi | iii | IV | V"), ("I I+ | I6 I7 | IV | iv", "ii | V | I | vi"))
    s.until(46, "intro verse chorus verse", intro=verse, verse=f"{verse} | {verse}", chorus=chorus)
    drums(s, s.part("kit:standard", "kit:room", "kit:jazz"), "k:x..x..x......... s:........X....... h:x.x.x.x.x.x.x.x.",
        "k:x.....x.x....... s:....X...X...X...", "k:x...x...x...x... s:....X.....x.X... R:x.x.x.x.x.x.x.x.",
        "k:x.......x....... s:..o.X.....o.X... h:x.x.x.x.x.x.x.x.", fill="soul")
    pulse(s, s.part("kit:standard", level=-5), s.pick(54, 54, 85, 75), s.pick("....X.......X...", "x.x.x.x.x.x.x.x.", "..xxx.....xxx..."))
    bass(s, s.part("finger-bass", "pick-bass", "upright", "~electric-bass"), "R__5__8_R__5__a_", "R___R_5_R___5_a_", "R_3_5_6_8_6_5_3_", low=28)
    comp(s, s.part("steel", "~steel-guitar", "clean-guitar", "harpsichord", "~harpsichord", level=-2), "x...x...x...x...", "x...x.u.x...x.u.",
        "..x...x...x...x.", centre=63, n=4, strum=0.012)
    comp(s, s.part("piano", "honky-tonk", "drawbar", level=-4), "x_x_x_x_x_x_x_x_", "x___x___x___x___", centre=60, n=4)
    pad(s, s.part("strings", "~section", "slow-strings", "horn", level=-4), 70, 3, where=("intro", "chorus"))
    lead = s.part("~vocal", "~vocal-duo", "~vocal", level=3, pan=0.0)
    notes = tune(s, lead, 60, 77, "x_x_x___x_x_x___", "x___x_x_x_______", "..x_x_x_x___x___", where=("verse", "chorus"), plan="AABA", sing="words")
    for steps in (2, -2)[:s.pick(1, 2)]:
        shadow(s, notes, s.part("~backing", "~vocal", "oohs", level=-4), steps=steps, chance=0.9)
    tune(s, s.part("glockenspiel", "bells", "flute", "trumpet", "oboe", "celesta", level=-2), 72, 91, "x___x___x_x_x___", "x_x_x_x_x_______",
        where=("intro", "chorus"), plan="AABA")


SKANK = ("..x...x...x...x.", "..xx..xx..xx..xx", "..x...xu..x...xu")
"""The guitar between the beats."""
ONE_DROP = ("k:........X....... r:........X....... h:x.x.x.x.x.x.x.x.", "k:........X......o r:........x...x... h:x.xxx.x.x.xxx.x.",
    "k:X.......X....... s:........X....... h:x.x.x.x.x.x.x.x.", "k:X...X...X...X... r:........X..x.... h:x.xxx.xxx.xxx.xx")
"""Drums that leave the first beat empty, step hard, or put all four down."""


@style("Reggae", like="R&B")
def spring_isle_hillside(s: Song) -> None:
    """Roots: one drop or steppers, heavy melodic bass with holes, bubbling organ, skank, two-voice harmonies, horns with a minor moral."""
    s.set((66, 84), ("minor", "dorian", "major", "mixolydian"), keys="A G D C E", swing=s.pick((0.3, 0.9), 0.0, (0.5, 1.0)), unit=0.5,
        room=("room", "plate", "club", "hall"))
    verse, chorus = s.pick(("i | iv", "bVI | bVII | i | i"), ("i | bVII", "iv | i | bVI | v"),
        ("i7 | i7 | iv7 | v7", "bIII | bVII | i | i")) if s.scale in ("minor", "dorian") else s.pick(("I | ii", "IV | I | V | I"),
        ("I | IV | V | IV", "vi | IV | I | V"), ("I | bVII", "IV | I | bVII | I"))
    s.until(46, "verse verse chorus", verse=f"{verse} | {verse}", chorus=chorus)
    drums(s, s.part("kit:standard", "kit:room", "~kit:linn", "~kit:lofi"), *ONE_DROP, fill="one-drop", every=4)
    bass(s, s.part("finger-bass", "~electric-bass", "~sub-bass", "fretless", level=4), "R_..R_3_5_......", "....R_R_5_3_R___",
        "R__R__5_......7_|R__R__3_5_......", "..R_R_..5_8_5_3_", low=27, vel=106)
    comp(s, s.part("clean-guitar", "muted-guitar", "~electric-guitar", level=0), *SKANK, centre=66, n=3, short=0.4)
    comp(s, s.part("drawbar", "~organ", "rock-organ", "clavinet", level=-3), ".x.x.x.x.x.x.x.x", ".xx..xx..xx..xx.", "..x...x...x...x.", centre=60, n=3,
        short=0.5, vel=74)
    comp(s, s.part("piano", "rhodes", "reed-organ", level=-5), "..x...x...x...x.", "..x_............", centre=68, n=3, short=0.5)
    lead = s.part("~vocal", "~vocal-low", "~vocal", "trumpet", "harmonica", level=2, pan=0.0)
    notes = tune(s, lead, 56, 74, "..x_x_x_x_x___..", "x_x_x_..x_x_x___", "....x_x_x_x_....", plan="AABA", bend=0.2, sing="words", scale="minor-pentatonic"
        if s.scale in ("minor", "dorian") else "major-pentatonic")
    shadow(s, [n for n in notes if n.length > 0.45], s.part("~backing", "~vocal-duo", "oohs", level=-3), steps=2, chance=0.8)
    if s.chance(0.6):
        tune(s, s.part("brass", "trombone", "tenor-sax", "~brass-section", "flute", level=0), 62, 79, "x__x__x_x_......", "..x_x_x___......", where="chorus",
            plan="AAAB", bars=1)
    if s.chance(0.4):
        drums(s, s.part("kit:standard", level=-7), "u:x..x..x...x..... q:......x.....x.x.", "G:x.x.x.x.x.x.x.x.", "l:x.....x...x.....")


@style("Reggae", like="Jazz")
def spring_isle_skyline(s: Song) -> None:
    """Ska and rocksteady: walking bass, piano and guitar between the beats, horn riffs in unison, trombone or sax solo, happy or spy-film minor."""
    rocksteady = s.chance(0.35)
    s.set((82, 104) if rocksteady else (116, 158), ("major", "minor", "mixolydian", "harmonic-minor"), keys="C F Bb G Eb", swing=s.pick(0.0, (0.5, 0.9)),
        room=("club", "room", "plate"))
    prog = s.pick("I | vi | ii | V", "I | IV | I | V", "I7 | I7 | IV7 | V7", "I | I | IV | IV") if s.scale in ("major",
        "mixolydian") else s.pick("i | iv | i | V", "i | i | iv | V", "i | bVII | bVI | V")
    s.until(46, "head verse solo head", head=f"{prog} | {prog}", verse=s.pick(prog, "IV | I | V | I" if s.scale in ("major", "mixolydian")
        else "iv | i | V | i"), solo=prog)
    drums(s, s.part("kit:standard", "kit:room", "kit:jazz"), "k:....x.......x... s:....X.......X... h:x.x.x.x.x.x.x.x.",
        "k:x...x...x...x... r:....x.......x... R:x.x.x.x.x.x.x.x.", "k:x...x...x...x... s:....X.......X... h:..x...x...x...x.", fill="one-drop", every=4)
    if rocksteady:
        bass(s, s.part("finger-bass", "upright", "~electric-bass", level=3), "R_3_5_....5_3_..", "R__R..3_5_..5_6_", low=28)
    else:
        walk(s, s.part("upright", "finger-bass", "~string-bass", "~electric-bass", level=2), skip=0.05)
    comp(s, s.part("clean-guitar", "muted-guitar", "~electric-guitar"), "..x...x...x...x.", centre=66, n=3, short=0.4, vel=92)
    comp(s, s.part("piano", "honky-tonk", "drawbar", level=-2), "..x...x...x...x.", "..xx..xx..xx..xx", centre=62, n=4, short=0.5)
    horns = s.part("trumpet", "brass", "tenor-sax", "~brass-section", level=1)
    notes = tune(s, horns, 62, 80, "x_x_..x_x_x_....", "x___x_x_x_......", "..x_x_x_x_x_x___", where="head", plan="AABA")
    shadow(s, notes, s.part("trombone", "tenor-sax", "alto-sax", "baritone-sax", level=-1), steps=s.pick(0, -2, -4), semitones=-12 if s.chance(0.3) else 0)
    blow(s, s.part("trombone", "tenor-sax", "trumpet", "harmonica", "drawbar", level=1), 55, 77, where="solo", busy=0.6, bend=0.2)
    tune(s, s.part("~vocal", "~vocal-low", "~vocal-duo", level=2), 57, 73, "x_x_x_x_x_......", "..x_x_x_x_x_x___", where="verse", plan="AABA", sing="words")
    comp(s, s.part("brass", "trombone", level=-3), "............x.x.|................", "x_x_............", centre=60, n=3, where="verse")


@style("Reggae", like="Rap")
def spring_isle_soundclash(s: Song) -> None:
    """Digital dancehall and dub: drum-machine riddim, bass that leads, stabs in long echoes, a deejay toasting or nobody at all."""
    s.set((78, 108), ("minor", "dorian", "minor-pentatonic", "major"), keys="Bb G C E", swing=s.pick(0.0, 0.0, (0.2, 0.5)), unit=0.5,
        room=("plate", "cave", "room", "club"))
    minor = s.scale != "major"
    prog = s.pick("i | i | bVII | i", "i | bVII", "i | iv | i | iv", "i | i | i | bVI") if minor else s.pick("I | V", "I | IV | V | IV", "I | bVII")
    s.until(46, "verse dub verse chorus", verse=f"{prog} | {prog}", dub=prog, chorus=prog)
    drums(s, s.part("~kit:808", "~kit:linn", "~kit:lofi", "kit:electronic", "kit:room", fx=s.pick((), ("delay:dub",), ())),
        "k:X..x..X.X..x..X. s:...x..x....x..x. h:x.x.x.x.x.x.x.x.", "k:X..x..x......... s:......X.....X... h:x.x.x.x.x.x.x.x.", *ONE_DROP,
        "k:X...X...X...X... s:...x..x....x..X. r:..x...x...x...x.", fill="one-drop", every=4)
    bass(s, s.part("~sub-bass", "~square-bass", "synth-bass", "finger-bass", "~fm-bass", level=4), "R__R__R_..5_7_..", "R_.R..5_R_......", "R__5__8_R_....7_",
        "....R_R_..R_5_3_", low=27, vel=108)
    comp(s, s.part("clean-guitar", "~stab", "piano", "~organ", "rhodes", level=0), *SKANK, "......x.......x.", centre=65, n=3, short=0.45)
    comp(s, s.part("drawbar", "~saw-poly", "brass", "clean-guitar", fx=("delay:dub",), level=-3), "..x.............|................", "......x.........",
        centre=63, n=3, short=0.5, where=s.pick(None, "dub"))
    tune(s, s.part("reed-organ", "~square-lead", "harmonica", "flute", "trombone", "~reed", fx=("delay:dub",), level=0), 62, 82, "x_x_x___x___....",
        "..x_x_x_x_......", where=("dub", "chorus"), plan="AABC", answer=0.7)
    voice = s.part("~rap-voice", "~vocal-low", "~vocal", level=3, pan=0.0)
    if voice.voice == "~rap-voice":
        rap(s, voice, s.pick(46, 50, 54), "x.xxx.x.x.x.xX..", "x.x.xxx.x.xxX...", "..x.xxx...x.xX..", where="verse")
    else:
        tune(s, voice, 52, 68, "x_x_x_x_x_x_x___", "x.xxx.x.x_x_....", where="verse", plan="AAAB", bars=1, sing="words", leap=0.1)
    tune(s, s.part("~vocal-duo", "~backing", "~vocal", level=1, fx=("delay",)), 58, 74, "x_x_x___x_x_x___", where="chorus", plan="AAAB", sing="open")
    if s.chance(0.35):
        speak(s, s.part("~speech", level=-2, fx=("delay:dub",)), 52, where="dub", words=SHOUTS, chance=0.4, beats=1.6)
    if s.chance(0.4):
        rise(s, s.part("~siren", level=-10, fx=("delay:dub",)), "dub", beats=2)
