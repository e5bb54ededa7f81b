"""Rhythm-and-blues, disco and reggae: songs whose bass one remembers."""

from __future__ import annotations

from hands.west import craft, tunes
from score import Part
from song import Song, style

_SOUL = ("Imaj7 | vi7 | ii7 | V9sus4 | Imaj7 | vi7 | ii7 | V9sus4", "IVmaj7 | iii7 | ii7 | Imaj7 | IVmaj7 | iii7 | ii7 | V9sus4", "I | iii7 | IV | V | I | iii7 | IV | iv6",
         "vi7 | ii7 | Imaj7 | IVmaj7 | vi7 | ii7 | IVmaj7 | V7", "I | I7 | IV | iv | I | vi7 | ii7 | V7")
_SOUL_REFRAINS = ("IVmaj7 | V7 | iii7 | vi7 | IVmaj7 | V7 | Imaj7 | Imaj7", "ii7 | V7 | Imaj7 | vi7 | ii7 | V7 | Imaj7 | I7", "IV | I | IV | I | IV | III7 | vi7 | V7",
                  "Imaj7 | III7 | vi7 | v7 I7 | IVmaj7 | iv6 | iii7 VI7 | ii7 V7")


@style("R&B", like="Pop")
def west_soul_revue(s: Song) -> None:
    """Sixties soul: a pleading singer, horns that answer, chopping guitar, melodic bass, tambourine, backing girls."""
    s.set((84, 128), s.pick("major", "mixolydian", "major-blues"), swing=s.pick(0.0, 0.0, 0.4), room=("room", "club", "plate"), keys="C F Eb Bb G Ab")
    craft.song_form(s, s.pick(*_SOUL[:1], *_SOUL[2:]), s.pick(*_SOUL_REFRAINS))
    kit = s.part("kit:standard", "kit:room", "kit:jazz")
    craft.drums(s, kit, ("36 x...x.x. / 38 ..X...X. / 42 xxxxxxxx", "36 x..xx..x / 38 ..X.-.X. / 42 x.x.x.x. / 54 ..x...x.", "36 x.x.x.x. / 38 X.X.X.X. / 54 xxXxxxXx",
                         "36 x..x..x.x..x.... / 38 ....X..-.-..X..- / 42 x.x.x.x.x.x.x.x."), fills=0.7)
    craft.bass(s, s.part("finger-bass", "~electric-bass", "pick-bass"), ("R..R5.6a", "R.R.35.a", "R..R..5.8.6.5.a.", "R.5.8.56|R.5.3.2a", "R..35.6.|8.65R..a"), centre=38)
    craft.strum(s, s.part("clean-guitar", "~electric-guitar", "jazz-guitar", level=-3, pan=-0.4), ("..d-..d-", "-.d--.du", "xxd-xxdu"), fret=s.pick(3, 5, 7), strings=3, low=55)
    craft.comp(s, s.part("piano", "drawbar", "rhodes", level=-3, pan=0.3), s.pick("o.......", "..o...o.", "x.xx.xx.", "xxxxxxxx"), None, 63, 4, 74)
    horns = s.part("brass", "brass", "~brass-section", "tenor-sax", level=-2)
    craft.comp(s, horns, s.pick("........|....X.X.", "o.......|......XX", "..X.X...|........", "o...x...|......x."), "chorus solo intro", 66, 4, 92)
    low = s.pick(52, 57, 60)
    sung = tunes.sing(s, s.part("~vocal", "~vocal-low", level=2), "verse chorus bridge", low, low + 19, tunes.TALKING + tunes.BALLAD,
                      scale=s.pick("major-pentatonic", "major-blues", "major"), scoops=0.55, wander=0.25)
    tunes.answer(s, s.part("tenor-sax", "trumpet", "clean-guitar", level=-2), sung, "verse", 60, 80, "major-blues", 0.45, 0.2)
    tunes.choir(s, s.part("~backing", "~vocal-duo", "oohs", level=-3), s.pick("....x.x.", "o.......|....x.x.", "..x.x...|..x.x..."), "chorus", words=("ooh", "sha", "oh", "ba"))
    tunes.solo(s, s.part("tenor-sax", "alto-sax", "drawbar", "overdriven"), "solo", 58, 80, "major-blues", rest=0.15, bends=0.3)


@style("R&B", like="Hip-Hop")
def west_slow_jam(s: Song) -> None:
    """A nineties slow jam: machine drums with lazy sixteenths, sub or slap bass, electric piano ninths, runs in the voice, stacked harmonies."""
    s.set((62, 96), s.pick("major", "dorian", "minor"), swing=(0.1, 0.5), unit=0.5, room=("plate", "booth", "room"))
    minor = s.scale != "major"
    verse = s.pick("im9 | iv9 | im9 | v7", "im9 | bVImaj7 | iv9 | v7", "bVImaj7 | v7 | im9 | bIIImaj7") if minor else s.pick(
        "Imaj9 | vi7 | iim9 | V9sus4", "IVmaj9 | iii7 | vi7 | V9sus4", "IVmaj9 | V9sus4 | iii7 | vi7", "Imaj9 | iii7 | IVmaj9 | iv6")
    refrain = s.pick("bVImaj7 | bVII | im9 | im9", "ivm9 | v7 | im9 | bIIImaj7") if minor else s.pick("iim9 | V13 | Imaj9 | vi7", "IVmaj9 | iii7 | iim9 | Imaj9")
    craft.song_form(s, f"{verse} | {verse}", f"{refrain} | {refrain}", intro=2)
    kit = s.part("~kit:808", "kit:808", "~kit:linn", "kit:electronic", "~kit:lofi")
    craft.drums(s, kit, ("36 x..x......x..x.. / 38 ....X.......X... / 42 x.xxx.x.x.xxx.xx", "36 x.....xx..x..... / 39 ....X.......X... / 42 xxx.xxxxx.x.xxxx",
                         "36 x..x..x...x..x.. / 37 ....X..o....X... / 42 x.x.x.xxx.x.x.x. / 70 oooooooooooooooo"), fills=0.3, crash=0.2)
    craft.bass(s, s.part("~sub-bass", "finger-bass", "synth-bass", "slap-bass", "~808-bass"), ("R..R......R..5..", "R.....5.8....a..", "R..R..-.R.5...a."), centre=36)
    keys = s.part("rhodes", "dx-piano", "~fm-piano", "piano", fx=(s.pick("chorus", "tremolo"),))
    craft.comp(s, keys, s.pick("o.......", "o..o..o.", "o..x..o.......x.", "o.....o.........|o..o......x....."), None, 62, 5, 72)
    if s.chance(0.5):
        craft.roll(s, s.part("nylon", "clean-guitar", "~nylon-guitar", "harp", level=-4), ("..3.4...5.4.3...", "5...4...3...4...", "..12345.....4..."), s.pick(None, "chorus"),
                   68, 5, 70)
    if s.chance(0.5):
        craft.pads(s, s.part("warm-pad", "~warm-pad", "strings", "~glass-pad", level=-8), None, 64, 4)
    low = s.pick(52, 57, 60)
    sung = tunes.sing(s, s.part("~vocal", "~vocal", "~vocal-low", level=2), "verse chorus bridge", low, low + 19, tunes.SIXTEENTHS,
                      scale=s.pick("minor-pentatonic", "minor") if minor else s.pick("major-pentatonic", "major"), scoops=0.45, wander=0.3)
    for steps in (2, -2)[:s.pick(1, 2)]:
        tunes.harmony(s, s.part("~backing", "~vocal-duo", level=-3), sung, steps, "chorus")
    tunes.solo(s, s.part("~vocal", level=-4, fx=("delay",)), "solo intro", low + 5, low + 22, cells=("x.xxxx..........", "....xxxxx.x.....", "x...........x.xx"), rest=0.3,
               words=("oh", "ye", "na"), bends=0.3)
    tunes.choir(s, s.part("~backing", "oohs", level=-6), s.pick("o.......", "........|o...o..."), "verse chorus", words=("oo", "ah"))


@style("R&B", like="Disco")
def west_funky_soul(s: Song) -> None:
    """Seventies funk and soul: syncopated bass, scratching wah guitar, clavinet, tight horns, drums with ghosts on one long groove."""
    minor = s.chance(0.7)
    s.set((92, 118), "dorian" if minor else "mixolydian", swing=(0.0, 0.3), unit=0.5, room=("room", "dry", "club"), keys="E A D G C F")
    vamp = s.pick("i7 | i7 | i7 | IV9", "i7 | IV9 | i7 | IV9", "im9 | im9 | ivm9 | ivm9") if minor else s.pick("I9 | I9 | I9 | IV9", "I9 | I9 | IV9 | I9",
            "I9 | bVII | IV9 | I9")
    refrain = s.pick("bVImaj7 | bVII | i7 | i7", "ivm9 | bVII | bIIImaj7 | v7") if minor else s.pick("IV9 | IV9 | I9 | I9", "ii7 | V9sus4 | I9 | I9")
    craft.song_form(s, f"{vamp} | {vamp}", f"{refrain} | {refrain}")
    craft.drums(s, s.part("kit:standard", "kit:room", "kit:jazz"), ("36 x.x...x...x..x.. / 38 ....X..-.-..X..- / 42 x.x.x.x.x.x.x.x.",
                                                                    "36 x..x..x..x..x... / 38 -...X.-..-..X.-- / 42 xxxxxxxxxxxxxxxx",
                                                                    "36 x.x....x..x..... / 38 ....X..-.-.-X... / 42 x.x.x.x.x.x.x... / 46 ..............x."), fills=0.5)
    craft.bass(s, s.part("finger-bass", "slap-bass", "slap-bass-2", "~electric-bass", level=1),
               ("R..R-.r7..8.-.57", "R.r...7.8..7.5.a", "r.rR..-.5.7.R.-.", "R--8..7.R--5..7a|R--8..7.5.7.8.--"), centre=37, short=0.7)
    craft.strum(s, s.part("clean-guitar", "muted-guitar", "~electric-guitar", fx=(s.pick("wah", "wah:phase", "amp:clean"),), pan=-0.4, level=-2),
                ("xxduxxdxxudxxxdu", "d-xud-xuxxdux-du", "..d-xxdx..d-xxdx"), fret=s.pick(5, 7, 8), strings=3, low=58)
    if s.chance(0.75):
        craft.comp(s, s.part("clavinet", "rhodes", "drawbar", "clavinet", fx=("wah",) if s.chance(0.4) else (), level=-3, pan=0.4),
                   s.pick("x..x.xx..x.x..x.", "..xx..x.x..xx...", "x.....x.x....x.x"), None, 60, 3, short=0.2)
    craft.comp(s, s.part("brass", "~brass-section", "brass", level=-2), s.pick("X..X..X.........|................", "................|......X.X..o....", "o.......x.x....."),
               "chorus solo intro", 67, 4, 96, short=0.2)
    low = s.pick(52, 57)
    if s.chance(0.85):
        sung = tunes.sing(s, s.part("~vocal", "~vocal-low", level=2), "verse chorus bridge", low, low + 17, tunes.SIXTEENTHS + tunes.SHOUTED,
                          scale="minor-pentatonic" if minor else "major-blues", scoops=0.4)
        tunes.harmony(s, s.part("~backing", "~vocal-duo", level=-3), sung, 2, "chorus")
    tunes.solo(s, s.part("alto-sax", "tenor-sax", "overdriven", "rhodes", "flute"), "solo", 60, 82, cells=("x.xx.x.xx.......", "..xxx.x.x..xx...", "xxxxxxxx........"),
               rest=0.15, bends=0.3)


def _disco_beat(s: Song, kit: Part) -> None:
    """Four to the floor, hats barking between."""
    grooves = ("36 x...x...x...x... / 38 ....X.......X... / 46 ..x...x...x...x. / 42 x..ox..ox..ox..o", "36 x...x...x...x... / 38 ....X.......X..- / 42 x.xxx.xxx.xxx.xx",
               "36 x...x...x...x... / 39 ....x.......x... / 38 ....x.......x... / 46 ..x...x...x...x.")
    craft.drums(s, kit, grooves, "-break", fills=0.7, strict=s.chance(0.5))
    craft.drums(s, kit, ("36 x...x...x...x... / 54 x.xxx.xxx.xxx.xx", "36 x...x...x...x... / 39 ....x.......x... / 63 x..x..x.x..x.xx.",
                         "63 x..xx.x.x..xx.x. / 36 x...x...x...x... / 56 x...x.x.x...x.x."), "break", fills=0.8, strict=True)


_DISCO_MINOR = ("im7 | im7 | ivm7 | bVII7", "im7 | ivm7 | bVII7 | bIIImaj7", "i | bVII | bVI | V7", "im7 | im7 | bVImaj7 | V7")
_DISCO_MAJOR = ("Imaj7 | vi7 | ii7 | V7", "ii7 | V7 | Imaj7 | Imaj7", "IVmaj7 | iii7 | ii7 | V7", "I | I | IV | V")
_OCTAVES = ("R.8.R.8.R.8.R.8.", "R.8.R.8.R.8.5.a.", "R..8R.8.R..8R.8.", "R.8.R.88R.8.7.5.", "R.RR8.R.5.558.a.", "R.r.--8.R.r.5.8.")


@style("Disco", like="R&B")
def west_string_disco(s: Song) -> None:
    """Orchestral disco: octave bass, scratching guitar, sweeping strings, stabbing horns, a woman or a falsetto over it, chanting choir."""
    minor = s.chance(0.65)
    s.set((108, 130), s.pick("minor", "dorian") if minor else "major", room=("club", "plate", "hall"))
    loops = _DISCO_MINOR if minor else _DISCO_MAJOR
    craft.club_form(s, s.pick(*loops), ("intro verse verse chorus verse chorus break chorus", "chorus verse chorus break chorus", "intro chorus verse break chorus"),
                    s.pick(*loops))
    _disco_beat(s, s.part("kit:standard", "kit:room", "kit:power", level=1))
    craft.bass(s, s.part("finger-bass", "slap-bass", "pick-bass", "~electric-bass", level=1), _OCTAVES, centre=36, short=0.7)
    craft.strum(s, s.part("clean-guitar", "muted-guitar", "~electric-guitar", fx=(s.pick("wah", "chorus", "wah:phase"),), pan=-0.4, level=-2),
                ("xxduxxduxxduxxdu", "x-dux-dxxudux-du", "d.xud.xud.xud.xu", "..du..du..du.xdu"), fret=s.pick(5, 7, 8), strings=3, low=58)
    craft.comp(s, s.part("rhodes", "piano", "clavinet", "bright-piano", level=-4, pan=0.3), s.pick("..x...x...x...x.", "x..x..x...x..x..", "..X..X....X..X.."), None, 64, 4, 76)
    strings = s.part("strings", "~string-machine", "synth-strings", "~section", level=-1)
    tunes.sing(s, strings, "intro chorus break", 67, 91, ("x.......x.x.x.x.|x...............", "xxxxxxxxx.......|x.......x.......", "x...........xxxx|x...........xxxx",
                                                          "..x.x.x.x...x...|x.........x.x.x."), lift=0.4)
    craft.pads(s, strings, "verse", 70, 3, 66)
    craft.comp(s, s.part("brass", "~brass-section", "synth-brass", level=-2), s.pick("................|..........X.X.X.", "X..X............|................",
                                                                                     "......X.X.......|......X.X..X...."), "chorus intro", 67, 4, 96, short=0.2)
    low = s.pick(57, 60, 64)
    sung = tunes.sing(s, s.part("~vocal", "~vocal", "~vocal-duo", level=2), "verse chorus", low, low + 17, tunes.SIXTEENTHS + tunes.SHOUTED, scoops=0.3)
    tunes.harmony(s, s.part("~backing", "~vocal-duo", "oohs", level=-3), sung, s.pick(2, -2), "chorus")
    if s.chance(0.4):
        tunes.choir(s, s.part("~backing", "choir", level=-4), s.pick("x.x.x...", "....x.x.", "o......."), "break", words=("hey", "oo", "ah"))


@style("Disco", like="Electronic")
def west_euro_disco(s: Song) -> None:
    """Synthesizer disco: a sequencer bass in sixteenths or gallops, four-square machine or live kick, string machine, cool voices."""
    minor = s.chance(0.75)
    s.set((112, 134), "minor" if minor else "major", room=("club", "plate", "hall"))
    loops = (*_DISCO_MINOR, "i | i | bVI | bVII", "i | bVI | bIII | bVII", "i | i | iv | v") if minor else _DISCO_MAJOR
    craft.club_form(s, s.pick(*loops), ("verse chorus verse chorus break chorus", "intro verse chorus break verse chorus"), s.pick(*loops))
    _disco_beat(s, s.part("kit:standard", "~kit:linn", "kit:electronic", "~kit:808", "kit:power", level=2))
    craft.bass(s, s.part("~saw-bass", "~square-bass", "synth-bass", "synth-bass-2", "~fm-bass", level=1),
               ("RR8RRR8RRR8RRR8R", "R.88R.88R.88R.88", "RRRRRRRRRRRR5577", "R8R8R8R8R8R8R8R8", "--R8--R8--R8--R8"), centre=36, short=0.6)
    craft.pads(s, s.part("~string-machine", "synth-strings", "strings", level=-4), None, s.pick(64, 70), 4, 70)
    if s.chance(0.6):
        craft.roll(s, s.part("~pluck", "~square-pluck", "~saw-poly", "clavinet", fx=("delay",), level=-5), s.pick("1.2.3.4.3.2.1.2.", "1234123412341234", "..3..3..2..2.1.."),
                   None, 68, 4, 76, ring=0.6)
    craft.comp(s, s.part("~brass-poly", "piano", "~stab", "polysynth", level=-3), s.pick("..X...X...X...X.", "X..X..X.........", "X..X..X...X.X..."), "chorus break", 65, 4, 88,
               short=0.25)
    tunes.hook(s, s.part("~saw-lead", "saw-lead", "~square-lead", "~siren", "flute", "~vocal-duo", level=-1), "intro break chorus", 65, 84,
               ("x..x..x.x.......|x..x..x.x.......", "x.x.xx.xx...x...|x.x.xx.x........", "....x.x.x.x.x...|x..............."))
    if s.chance(0.85):
        low = s.pick(50, 57, 62)
        sung = tunes.sing(s, s.part("~vocal", "~vocal-low", "~vocal-duo", level=2, fx=("delay",) if s.chance(0.4) else ()), "verse chorus", low, low + 16,
                          tunes.SHOUTED + tunes.TALKING, wander=0.04)
        tunes.harmony(s, s.part("~backing", "~vocal-duo", level=-3), sung, 2, "chorus")
    if s.chance(0.3):
        tunes.choir(s, s.part("choir", "~choir", "~robot", level=-4), "o.......", "chorus")


@style("Disco", like="Pop")
def west_handclap_disco(s: Song) -> None:
    """Late disco-funk with a band: slapped bass line, hand claps, electric piano, guitar and horns in unison hooks, a party refrain shouted by all."""
    s.set((104, 122), s.pick("dorian", "dorian", "mixolydian", "major"), room=("club", "room", "dry"))
    loop = s.pick(*_DISCO_MINOR[:2], "im7 | im7 | im7 | IV9", "im9 | IV9 | im9 | IV9") if s.scale == "dorian" else s.pick(*_DISCO_MAJOR, "I7 | I7 | IV7 | I7")
    craft.club_form(s, loop, ("chorus verse chorus break chorus", "intro verse verse chorus break chorus", "verse chorus solo chorus break"))
    kit = s.part("kit:standard", "kit:room", "~kit:linn", level=1)
    _disco_beat(s, kit)
    craft.drums(s, kit, "39 ....X.......X...", fills=0, crash=0, strict=True)
    craft.bass(s, s.part("slap-bass", "slap-bass-2", "finger-bass", level=1), ("R..R--8.R.5.7.8.", "R...8.7.8..R..5a", "R.r.8.r.7.r.5.7.", "R--R--8-7-5-R---|R--R--8-5-7-8-a-",
                                                                               *_OCTAVES[:3]), centre=37, short=0.7)
    craft.strum(s, s.part("clean-guitar", "~electric-guitar", "muted-guitar", fx=("chorus",), pan=-0.45, level=-2),
                ("d.xud.xudxxud.xu", "xxduxxdudu-xxxdu", "-.du-.du-.dudu-u"), fret=s.pick(5, 7, 9), strings=3, low=58)
    craft.comp(s, s.part("rhodes", "clavinet", "piano", "dx-piano", pan=0.35, level=-3), s.pick("o.......x..x....", "x..x..x.x..x..x.", "......x...x....."), None, 63, 4, 74)
    riff = tunes.hook(s, s.part("brass", "clean-guitar", "synth-brass", "~brass-section", level=-1), "chorus intro solo", 62, 79,
                      ("x..x..x.x.......|......x.x..x....", "x.xx..x.........|x.xx..x.x.x.....", "..x.x.x.x.......|................"),
                      "minor-pentatonic" if s.scale == "dorian" else "major-pentatonic")
    if s.chance(0.5):
        tunes.double(s.part("alto-sax", "strings", "~saw-lead", level=-3), riff, s.pick(0, 12))
    low = s.pick(55, 59)
    sung = tunes.sing(s, s.part("~vocal", "~vocal-duo", "~vocal-low", level=2), "verse chorus", low, low + 16, tunes.SIXTEENTHS + tunes.SHOUTED, scoops=0.25)
    tunes.harmony(s, s.part("~vocal-duo", "~backing", level=-2), sung, s.pick(2, -2), "chorus")
    tunes.solo(s, s.part("alto-sax", "rhodes", "~saw-lead", "flute"), "solo", 62, 84, cells=("x.xx.x.xx.......", "..xxx.x.x..xx...", "x.x.x.x.x......."), rest=0.15, bends=0.2)
    if s.chance(0.3):
        tunes.call(s, s.part("~speech", level=-3), ("everybody", "come on", "hands up", "all night long"), "chorus break", 8)

_DROPS = ("36 ....x... / 37 ....X... / 42 x.xxx.xx", "36 ....x... / 38 ....X..- / 42 xxxxxxxx")
_STEPPERS = ("36 x.x.x.x. / 37 ....X... / 42 x.xxx.xx", "36 x.x.x.x. / 38 ....X... / 42 .x.x.x.x")
_ROOTS_MINOR = ("i | i | iv | i | i | i | iv | i", "i | bVII | i | bVII | i | bVII | i | i", "i | iv | bVII | i | i | iv | v | i",
                "im7 | im7 | bVII | bVII | im7 | im7 | bVI | v")
_ROOTS_MAJOR = ("I | IV | I | V | I | IV | V | I", "I | I | IV | V | I | I | IV | V", "I | vi | ii | V | I | vi | IV | V", "I | ii | I | ii | IV | V | I | I")
_RIDDIMS = ("R..3.5..|--R.5.8.", "--R.R.5.|R..R.3.5", "R.R5..3.|--5.3.R.", "--8.5.R.|--8.5.3.", "R.....5.|3..R.5..", "R.3.5.--|--5.3.R.")


def _skank(s: Song, where: str | None = None) -> None:
    """The chop on the off-beats, by guitar and keys, and perhaps the organ's bubble between them."""
    chop = s.pick("..X...X.", "..X...Xx", "..X...X.")
    craft.comp(s, s.part("clean-guitar", "muted-guitar", "~electric-guitar", pan=-0.4, level=-1), chop, where, 66, 4, 88, short=0.18)
    craft.comp(s, s.part("piano", "rock-organ", "clavinet", "drawbar", pan=0.35, level=-3), "..x...x.", where, 63, 3, 78, short=s.pick(0.2, 0.35))
    if s.chance(0.5):
        craft.comp(s, s.part("drawbar", "~organ", "perc-organ", level=-5, pan=0.2), s.pick(".xx..xx..xx..xx.", "..xx..xx..xx..xx", ".xxx.xxx.xxx.xxx"), where, 58, 3, 64,
                   short=0.16)


@style("Reggae", like="Pop")
def west_one_drop(s: Song) -> None:
    """Roots reggae: bass and drums in front, kick on the third beat, off-beat chop, a pleading voice with two singers behind."""
    minor = s.chance(0.5)
    s.set((126, 164), s.pick("minor", "dorian") if minor else "major", keys="A G D C E", swing=s.pick(0.0, 0.3, 0.6), room=("room", "plate", "club"))
    craft.song_form(s, s.pick(*(_ROOTS_MINOR if minor else _ROOTS_MAJOR)), s.pick(*(_ROOTS_MINOR if minor else _ROOTS_MAJOR)))
    craft.drums(s, s.part("kit:standard", "kit:room", "kit:jazz", level=1), s.pick(_DROPS, _STEPPERS), fills=0.6, crash=0.4, strict=s.chance(0.7))
    craft.bass(s, s.part("finger-bass", "~electric-bass", "fretless", "~sub-bass", level=3, fx=("tone:dark",)), _RIDDIMS, centre=35)
    _skank(s)
    low = s.pick(52, 57, 60)
    sung = tunes.sing(s, s.part("~vocal", "~vocal-low", level=2, fx=("delay",) if s.chance(0.3) else ()), "verse chorus bridge", low, low + 16,
                      tunes.TALKING + tunes.SHOUTED + tunes.BALLAD, scoops=0.3)
    for steps in (2, -2)[:s.pick(1, 2)]:
        tunes.harmony(s, s.part("~backing", "~vocal-duo", level=-3), sung, steps, "chorus")
    horns = s.part("brass", "trombone", "trumpet", "tenor-sax", level=-1)
    tunes.sing(s, horns, "intro solo", 57, 76, ("..x.x.xx|x.......", "x.x.x...|..x.x...", "x..x..x.|x......."), lift=0.5)
    if s.chance(0.5):
        tunes.answer(s, horns, sung, "verse", 60, 76, None, 0.4)
    if s.chance(0.4):
        craft.drums(s, s.part("kit:standard", level=-6), ("60 ..x...xx / 61 x...x...", "64 x..x..x. / 63 ..x...xx"), fills=0, crash=0)


@style("Reggae", like="Electronic")
def west_echo_chamber(s: Song) -> None:
    """Dub: the riddim laid bare, bass on top, the chop and scraps of voice and melodica thrown into long echoes, players dropped and brought back."""
    s.set((128, 156), s.pick("minor", "dorian"), keys="A D G E C", swing=s.pick(0.0, 0.3, 0.5), room=("hall", "plate", "cave", "club"))
    loop = s.pick(*_ROOTS_MINOR)
    s.until(s.between(60, 90), s.pick("verse bare verse drift", "drift verse bare verse", "verse drift bare verse"), verse=loop)
    craft.drums(s, s.part("kit:standard", "kit:room", "~kit:linn", level=1, fx=("delay:dub",) if s.chance(0.3) else ()), s.pick(_DROPS, _STEPPERS), fills=0.7, crash=0.5,
                strict=s.chance(0.7))
    craft.bass(s, s.part("finger-bass", "~sub-bass", "~electric-bass", level=4, fx=("tone:dark",)), _RIDDIMS, centre=34)
    craft.comp(s, s.part("clean-guitar", "piano", "~electric-guitar", fx=("delay:dub",), level=0), "..X...X.", "verse drift", 65, 4, 88, short=0.18)
    craft.comp(s, s.part("drawbar", "piano", "clavinet", fx=("delay:dub",), level=-2), s.pick("..x.....|........", "..x...x.|........", "......X.|........"), "bare", 65, 4, 92,
               short=0.2)
    _skank(s, "verse")
    tunes.solo(s, s.part("harmonica", "~reed", "reed-organ", "trombone", "flute", fx=("delay:dub",), level=-1), s.pick("drift verse", "drift"), 62, 81,
               cells=("x.x.x...", "x...x...", "..x.x.xx", "x......."), rest=0.35)
    tunes.sing(s, s.part("~vocal", "~vocal-low", fx=("delay:dub",), level=0), s.pick("bare verse", "drift", "bare"), 55, 72,
               ("..x.x.xx|........", "x.x.....|........", "....x...|x......."), scoops=0.3)
    if s.chance(0.25):
        tunes.call(s, s.part("~speech", fx=("delay:dub",), level=-1), ("hold on", "come on", "under the moonlight", "bring it back"), "bare drift", 4)
    if s.chance(0.3):
        craft.drums(s, s.part("~kit:808", level=-5, fx=("delay:dub",)), "67 ......x.|........|..x.....", fills=0, crash=0, strict=True)


@style("Reggae", like="Rock")
def west_island_dance(s: Song) -> None:
    """Ska and rocksteady: walking bass, quick off-beat guitar, horn tune in unison, a light voice, sometimes a toaster."""
    fast = s.chance(0.5)
    minor = s.chance(0.3)
    s.set((210, 256) if fast else (150, 186), "minor" if minor else "major", keys="C F Bb G Eb A", swing=(0.2, 0.7), room=("room", "club", "dry"))
    craft.song_form(s, s.pick(*(_ROOTS_MINOR if minor else _ROOTS_MAJOR)), s.pick(*(_ROOTS_MINOR if minor else _ROOTS_MAJOR)), seconds=(50, 80))
    kit = s.part("kit:standard", "kit:room", "kit:jazz")
    craft.drums(s, kit, ("36 ..x...x. / 38 ..X...X. / 42 xxxxxxxx", "36 x.x.x.x. / 37 ..X...X. / 42 x.x.x.x.",
                         "36 x...x... / 38 ..X...X. / 51 x.xxx.xx") if fast else ("36 ....x... / 37 ....X... / 42 x.xxx.xx", "36 x...x... / 38 ....X..- / 42 x.x.x.x."),
                fills=0.7)
    low = s.part("upright", "finger-bass", "~string-bass", level=2)
    if fast:
        craft.walk(s, low, skips=0.1)
    else:
        craft.bass(s, low, ("R.R3.35.|R.R3.5.a", "R...3.5.|6.5.3.R.", "R.5.6.8.|R.5.3.a."), centre=36)
    craft.comp(s, s.part("clean-guitar", "~electric-guitar", "muted-guitar", pan=-0.4), ".X.X.X.X" if fast else "..X...X.", None, 67, 4, 90, short=0.14)
    craft.comp(s, s.part("piano", "drawbar", "rock-organ", pan=0.3, level=-3), ".x.x.x.x" if fast else s.pick("..x...x.", ".xx..xx."), None, 63, 3, 76, short=0.18)
    horn = s.part("trumpet", "tenor-sax", "trombone", "brass", "alto-sax", level=0)
    theme = tunes.sing(s, horn, "intro solo", 57, 77, ("x.x.x.xx|x...x...", "..x.xx.x|x.......", "x..x..x.|x.x.x..."), lift=0.5)
    tunes.harmony(s, s.part("trombone", "tenor-sax", "alto-sax", level=-2), theme, -2)
    if s.chance(0.85):
        sung = tunes.sing(s, s.part("~vocal", "~vocal-low", "~vocal-duo", level=2), "verse chorus bridge", *s.pick((52, 68), (57, 73)), tunes.SHOUTED + tunes.TALKING,
                          scoops=0.25)
        tunes.harmony(s, s.part("~backing", "~vocal-duo", level=-3), sung, s.pick(2, -2), "chorus")
        tunes.answer(s, horn, sung, "chorus", 60, 76, None, 0.5)
    else:
        tunes.sing(s, horn, "verse chorus", 58, 78, tunes.SHOUTED, lift=0.5)
