"""Rock, metal and pop: a singer in front of a band with amplifiers."""

from __future__ import annotations

from hands.west import craft, tunes
from song import Song, style

_ROCK_VERSES = ("I | I | bVII | IV | I | I | bVII | IV", "I | IV | I | IV | I | IV | V | V", "I | I | I | I | IV | IV | I | I", "vi | IV | I | V | vi | IV | I | V",
                "I | bIII | IV | I | I | bIII | IV | IV")
_ROCK_REFRAINS = ("IV | V | I | I | IV | V | bVII | V", "I | V | IV | IV | I | V | IV | V", "bVI | bVII | I | I | bVI | bVII | I | V", "IV | I | V | vi | IV | I | V | V")
_ROCK_MINOR = (("i | i | bVII | bVII | bVI | bVI | bVII | bVII", "bVI | bVII | i | i | bVI | bVII | i | v"),
               ("i | bIII | bVII | iv | i | bIII | bVII | iv", "bIII | bVII | i | bVI | bIII | bVII | i | bVI"))
_BACKBEATS = ("36 x...x.x. / 38 ..X...X. / 42 XxXxXxXx", "36 x..xx... / 38 ..X...X. / 42 XxXxXxXx", "36 x...x..x / 38 ..X...X. / 42 XoXoXoXo",
              "36 x.....x.x.x..... / 38 ....X.......X..- / 42 X.x.X.x.X.x.X.x.")
_OPEN_BEATS = ("36 x...x.x. / 38 ..X...X. / 46 X.X.X.X.", "36 x..xx.x. / 38 ..X...X. / 51 XxXxXxXx", "36 x...xx.. / 38 ..X...X. / 49 X.x.X.x.",
               "36 x.x.x.x. / 38 ..X...X. / 46 XxXxXxXx")


@style("Rock", like="Blues")
def west_riff_rock(s: Song) -> None:
    """Seventies rock: one guitar riff, a backbeat, bass along with it, an organ, a high hoarse singer and a bending solo."""
    s.set((96, 142), "minor-pentatonic", keys="A E D G B", swing=s.pick(0.0, 0.0, 0.0, 0.35), room=("room", "arena", "club"))
    craft.song_form(s, s.pick(*_ROCK_VERSES[:3], _ROCK_VERSES[4]).replace("vi", "VI"), s.pick(*_ROCK_REFRAINS[:3]), intro=4)
    kit = s.part("kit:standard", "kit:power", "kit:room", level=1)
    craft.drums(s, kit, _BACKBEATS, "-chorus -solo", fills=0.8)
    craft.drums(s, kit, _OPEN_BEATS, "chorus solo", fills=0.9, force=1.06)
    guitar = s.part("overdriven", "distorted", "~electric-guitar", fx=(s.pick("amp:crunch", "amp:high"), "double"), level=1)
    rows = ("x.xx.x.xx.x.x...", "x..x..x.x..xx.x.", "x.x.xx.x|x.xx....", "x..xx.x.|x.x.x.xx", "xx.xx.x.")
    riff = tunes.hook(s, guitar, "intro verse bridge", 40, 57, rows, follow=True)
    craft.strum(s, guitar, ("D.D.DuDu", "D..D..D.", "D.xuD.xu", "DDDDDDDD"), "chorus solo", strings=4, fret=s.pick(0, 2, 5))
    low = s.part("pick-bass", "finger-bass", "~electric-bass", level=-1)
    tunes.double(low, riff, -12)
    craft.bass(s, low, ("RRRRRRRR", "R..R5.8.", "RR.RR5.a"), "chorus solo", centre=36)
    if s.chance(0.45):
        craft.comp(s, s.part("rock-organ", "drawbar", "piano", level=-4, fx=("leslie",)), s.pick("o.......", "o...o...", "..x...x."), s.pick("chorus solo", None), centre=65,
                   voices=3)
    lead = s.part("overdriven", "distorted", "~electric-guitar", fx=("amp:high", s.pick("delay", "wah", "delay")), level=1)
    if s.chance(0.9):
        sung = tunes.sing(s, s.part("~vocal", "~vocal-duo", "~vocal-low", fx=("drive:2",) if s.chance(0.4) else (), level=2), "verse chorus bridge",
                          *s.pick((55, 74), (52, 70)),
                          tunes.SHOUTED + tunes.TALKING, scale=s.pick("minor-pentatonic", "mixolydian"), scoops=0.35, lift=0.5)
        tunes.answer(s, lead, sung, "chorus", 60, 84, None, 0.4, 0.5)
        if s.chance(0.5):
            tunes.choir(s, s.part("~backing", "~vocal-duo", level=-3), s.pick("o.......", "x.x.....", "..x.x..."), "chorus", words=("hey", "oh", "ah"))
    tunes.solo(s, lead, "solo intro" if s.chance(0.3) else "solo", 60, 86, cells=("xxxxxxxx", "x.xxx...", "xxx.xxx.", "x.......", "xxxxxxxxxxxx"), rest=0.08, bends=0.6)


@style("Rock", like="Pop")
def west_guitar_band(s: Song) -> None:
    """An independent band: jangling or pumping guitars in eighths, driving bass, tom or four-square beats, a plain refrain."""
    minor = s.chance(0.4)
    s.set((118, 176), "minor" if minor else "major", keys="D G A E C F", room=("room", "club", "plate", "arena"))
    verse, refrain = s.pick(*_ROCK_MINOR) if minor else (s.pick(*_ROCK_VERSES), s.pick(*_ROCK_REFRAINS))
    craft.song_form(s, verse, refrain)
    kit = s.part("kit:standard", "kit:room", "kit:power", level=1)
    craft.drums(s, kit, (*_BACKBEATS[:3], "36 x.x.x.x. / 38 ..X...X. / 42 xxxxxxxx", "36 x...x... / 41 ..o.o.oo / 43 x.x.x.x. / 38 ..X...X."), "-chorus -solo", fills=0.7)
    craft.drums(s, kit, _OPEN_BEATS, "chorus solo", fills=0.9)
    jangle = s.part("clean-guitar", "~electric-guitar", "overdriven", fx=(s.pick("chorus", "delay", "tremolo"),), pan=-0.45)
    if s.chance(0.6):
        craft.roll(s, jangle, ("13241324", "42324232", "14241424", "12341234"), "-chorus", centre=66, ring=1.8)
    else:
        craft.strum(s, jangle, ("D.DuDuDu", "DuDuDuDu", "D.u.uDu."), "-chorus", fret=s.pick(2, 4, 7), strings=4)
    crunch = s.part("overdriven", "distorted", "~electric-guitar", fx=("amp:crunch", "double"), pan=0.4)
    craft.chug(s, crunch, ("XXXXXXXX", "X.XXX.XX", "X..X..XX", "XXXXXXXXXXXXXXXX"), "chorus solo bridge", low=41)
    craft.chug(s, crunch, ("xxxxxxxx", "X.......", "x.xxx.xx"), "verse", low=41, force=86)
    craft.bass(s, s.part("pick-bass", "finger-bass", "~electric-bass"), ("RRRRRRRR", "RRRRRRRa", "R.RRR.RR", "RRRR5555"), centre=36)
    low = s.pick(48, 53, 57)
    sung = tunes.sing(s, s.part("~vocal", "~vocal-low", level=2, fx=("double",) if s.chance(0.4) else ()), "verse chorus bridge", low, low + 17,
                      tunes.TALKING + tunes.SHOUTED + tunes.HELD, lift=0.35)
    if s.chance(0.5):
        tunes.harmony(s, s.part("~vocal-duo", "~backing", level=-3), sung, s.pick(2, -2), "chorus")
    tunes.hook(s, s.part("overdriven", "~electric-guitar", "saw-lead", "~square-lead", fx=("amp:crunch", "delay"), level=-1), "intro solo", 62, 82,
               ("x.x.x.xx|x...x...", "x..x..x.|xx..x...", "xxxxx.x.|x......."))
    if s.chance(0.3):
        craft.pads(s, s.part("polysynth", "strings", "rock-organ", level=-9), "chorus", 67, 3)


@style("Rock", like="Country")
def west_heartland(s: Song) -> None:
    """Road rock: acoustic strum under electric chords, organ pad, piano eighths, steady backbeat, a big open refrain, a guitar, saxophone or harmonica break."""
    s.set((104, 144), s.pick("major", "mixolydian"), keys="G D A E C", swing=s.pick(0.0, 0.0, 0.0, 0.5), room=("room", "arena", "plate"))
    craft.song_form(s, s.pick(*_ROCK_VERSES[:4]), s.pick(*_ROCK_REFRAINS))
    kit = s.part("kit:standard", "kit:power", "kit:room", level=1)
    craft.drums(s, kit, _BACKBEATS, "-chorus -solo", fills=0.6)
    craft.drums(s, kit, (*_OPEN_BEATS, "36 x...x.x. / 38 ..X...X. / 54 xxXxxxXx / 46 x.x.x.x."), "chorus solo", fills=0.9)
    craft.strum(s, s.part("steel", "~steel-guitar", pan=-0.5, level=-3), ("D.duDudu", "D.dudud.", "Dudududu"))
    craft.strum(s, s.part("overdriven", "~electric-guitar", "distorted", fx=("amp:crunch",), pan=0.45), ("D.......", "D..D....", "D.xuD.xu", "DDDDDDDD"), None, strings=4,
                fret=s.pick(0, 3, 5))
    craft.bass(s, s.part("pick-bass", "finger-bass"), ("RRRRRRRR", "R..RR..a", "R.RR5.a."), centre=36)
    if s.chance(0.7):
        craft.pads(s, s.part("drawbar", "rock-organ", "~organ", level=-6, fx=("leslie",)), s.pick(None, "chorus solo"), 64, 3, 70)
    if s.chance(0.5):
        craft.comp(s, s.part("piano", "bright-piano", level=-4), s.pick("xxxxxxxx", "x.xxx.xx", "o..o..o."), s.pick(None, "chorus solo"), 67, 3)
    voice = s.part("~vocal-low", "~vocal", fx=("drive:2",) if s.chance(0.3) else (), level=2)
    sung = tunes.sing(s, voice, "verse chorus bridge", *s.pick((50, 67), (53, 71)), tunes.TALKING + tunes.SHOUTED, scoops=0.3)
    lead = s.part("overdriven", "tenor-sax", "harmonica", "~electric-guitar", fx=("amp:crunch", "delay"))
    tunes.solo(s, lead, "solo intro", 60, 82, "major-blues", ("x.x.xxx.", "xxx.x...", "x...x.xx", "xxxxxxx."), 0.1, bends=0.45)
    tunes.answer(s, lead, sung, None, 62, 82, "major-blues", 0.5, 0.3)
    if s.chance(0.6):
        tunes.choir(s, s.part("~backing", "oohs", "~choir", level=-4), s.pick("o.......", "o...o..."), "chorus", words=("oh", "ah"))


_METAL_MINOR = ("i | i | bVI | bVII | i | i | bII | bVII", "i | i | i | bII | i | i | bIII | bII", "i | bVI | bIII | bVII | i | bVI | bIII | bVII",
                "i | i | iv | iv | bVI | bVI | bVII | bVII")
_METAL_REFRAINS = ("bVI | bVII | i | i | bVI | bVII | bIII | bIII", "i | bVI | bVII | v | i | bVI | bVII | bVII", "iv | bVI | i | i | iv | bVI | bVII | bVII")


def _metal_chords(text: str) -> str:
    """The same progression as power chords."""
    return " | ".join(symbol.strip().upper().replace("B", "b") + "5" for symbol in text.split("|"))


@style("Metal", like="Rock")
def west_gallop(s: Song) -> None:
    """Classic heavy metal: galloping muted riffs, twin leads in thirds, a soaring tenor, double kicks that follow the gallop."""
    s.set((138, 192), s.pick("minor", "minor", "harmonic-minor"), keys="E A D B", room=("arena", "hall", "room"))
    craft.song_form(s, s.pick(*_METAL_MINOR[2:]), s.pick(*_METAL_REFRAINS))
    kit = s.part("kit:power", "kit:standard", "kit:room", level=1)
    craft.drums(s, kit, ("36 x.xxx.xxx.xxx.xx / 38 ....X.......X... / 42 x.x.x.x.x.x.x.x.", "36 x.xxx...x.xxx... / 38 ....X.......X... / 51 x.x.x.x.x.x.x.x.",
                         "36 x.x.x.x. / 38 ..X...X. / 42 x.x.x.x."), "-chorus -solo", fills=0.8, strict=True)
    craft.drums(s, kit, ("36 xxxxxxxxxxxxxxxx / 38 ....X.......X... / 51 x.x.x.x.x.x.x.x.", "36 x.xxx.xxx.xxx.xx / 38 ....X.......X... / 49 x...x...x...x..."), "chorus solo",
                fills=0.9, strict=True)
    rhythm = s.part("distorted", "distorted", "~electric-guitar", fx=(s.pick("amp:high", "amp:scooped"), "double"), level=2)
    craft.chug(s, rhythm, ("X.xxx.xxx.xxX.xx", "x.xxx.xxX.xxx.xx", "X.xxX.xxx.xxx.xx|X.xxX.xxX...7.5."), "intro verse bridge")
    craft.chug(s, rhythm, ("X.....x.X..xX...", "X.xxX.xxX.xxX.xx", "X...............", "X.XXX.XX"), "chorus solo")
    craft.bass(s, s.part("pick-bass", "~electric-bass", "finger-bass", level=-1), ("R.rrR.rrR.rrR.rr", "rrrrrrrrrrrrrrrr", "RRRRRRRR"), centre=35)
    lead = s.part("distorted", "overdriven", "~electric-guitar", fx=("amp:high", "delay"), pan=-0.3, level=1)
    theme = tunes.sing(s, lead, "intro bridge", 64, 86, ("x.xxx.xx|x.x.x...", "xxxxxxxx|x...x...", "x...x.xx|x......."), lift=0.4)
    tunes.harmony(s, s.part("distorted", "overdriven", fx=("amp:high", "delay"), pan=0.3, level=1), theme, 2)
    tunes.solo(s, lead, "solo", 64, 92, cells=("xxxxxxxxxxxxxxxx", "xxxxxxxx", "x...xxxxxxxxx...", "x.......", "xxxxxxxxxxxx"), rest=0.03, bends=0.4)
    if s.chance(0.85):
        voice = s.part("~vocal", "~vocal-duo", "~vocal", level=1, fx=("delay",) if s.chance(0.4) else ())
        sung = tunes.sing(s, voice, "verse chorus", 59, 79, tunes.HELD + tunes.SHOUTED + tunes.BALLAD, lift=0.5)
        if s.chance(0.4):
            tunes.harmony(s, s.part("~backing", "~choir", level=-4), sung, -2, "chorus")


@style("Metal", like="Electronic")
def west_thrash(s: Song) -> None:
    """Fast and hard: palm-muted sixteenths, skank beats and blasts, chromatic stabs, barked or screamed lines, a howling solo."""
    s.set((160, 222), s.pick("phrygian", "locrian", "minor"), keys="E D C B", room=("room", "dry", "arena"))
    craft.song_form(s, _metal_chords(s.pick(*_METAL_MINOR[:2])), _metal_chords(s.pick(*_METAL_MINOR[:2], *_METAL_REFRAINS)),
                    bridge=_metal_chords("i | i | bII | i | i | i | bV | bII"), intro=8)
    kit = s.part("kit:power", "kit:standard", "kit:room", level=1)
    craft.drums(s, kit, ("36 x.xxx.xx / 38 .X...X.. / 42 x.x.x.x.", "36 x.x.x.x. / 38 .x.x.x.x / 42 xxxxxxxx",
                         "36 xxxxxxxxxxxxxxxx / 38 ..X...X...X...X. / 51 x.x.x.x.x.x.x.x."), "-chorus -bridge", fills=0.9, strict=True)
    craft.drums(s, kit, ("36 xxxxxxxxxxxxxxxx / 38 ....X.......X... / 49 x...x...x...x...", "36 xxxxxxxxxxxxxxxx / 38 x.x.x.x.x.x.x.x. / 51 x.x.x.x.x.x.x.x."), "chorus",
                fills=0.9, strict=True)
    craft.drums(s, kit, ("36 x..x..x.x..x..x. / 38 ........X....... / 52 x...x...x...x...", "36 x.xx..x...xx.x.. / 38 ........X....... / 49 x...x...x...x..."), "bridge",
                fills=0.9, strict=True)
    rhythm = s.part("distorted", "~electric-guitar", "distorted", fx=(s.pick("amp:high", "amp:scooped"), "double"), level=3)
    low = s.pick(35, 38, 40)
    craft.chug(s, rhythm, ("xxxxxxxxxxxxxxxx|xxxxxxxxX.1.X.6.", "X.xxxxX.xxxxX.1.", "xxxXxxxXxxxXxx1.", "xxXxxXxxXxxX1.X."), "intro verse solo", low=low)
    craft.chug(s, rhythm, ("X...1...3...1...", "X.xxX.xxX.xxX.xx", "XXXXXXXXXXXXXXXX"), "chorus", low=low)
    craft.chug(s, rhythm, ("x..x..x.x..x..X-", "X-xx--x---xx-X--", "x-xx-xx-X---1---"), "bridge", low=low)
    craft.bass(s, s.part("pick-bass", "~electric-bass", level=-1, fx=("drive:3",)), ("rrrrrrrrrrrrrrrr", "RRRRRRRR", "R.rrR.rr"), centre=low - 4, short=0.85)
    voice = s.part("~growl", "~scream", "~growl", level=2)
    tunes.sing(s, voice, "verse chorus bridge", *s.pick((40, 52), (45, 57), (57, 67)), ("x.xxx.xx|x.x.x...", "xxx.xxx.|x...x...", "x...x...|x.......", "xxxxx.x.|x.x....."),
               words=("da", "ro", "ah", "ga", "oh", "ra"), wander=0.2)
    lead = s.part("distorted", "overdriven", "~electric-guitar", fx=("amp:high", s.pick("delay", "wah")))
    tunes.solo(s, lead, "solo", 64, 94, s.pick("harmonic-minor", "minor-pentatonic", "octatonic"), ("xxxxxxxxxxxxxxxx", "xxxxxxxxxxxxxxx.", "xxxxxxxx", "x......."), 0.02, 0.5,
               leap=0.3)


@style("Metal", like="Rock")
def west_doom(s: Song) -> None:
    """Slow, low and heavy: tuned-down power chords that ring, crashing half-time drums, a mournful or growling voice, sometimes an organ or choir."""
    s.set((58, 92), s.pick("minor", "phrygian", "blues"), keys="B C D E A", swing=0.0, room=("hall", "arena", "room"))
    craft.song_form(s, s.pick(*_METAL_MINOR[:2], "i | bII | i | bVI | i | bII | bV | i"), s.pick(*_METAL_REFRAINS), seconds=(70, 110), intro=2)
    kit = s.part("kit:power", "kit:room", "kit:standard", level=1)
    craft.drums(s, kit, ("36 x..xx.x. / 38 ..X...X. / 49 x.x.x.x.", "36 x.....x.x..x.... / 38 ....X.......X... / 51 X...X...X...X...",
                         "36 x.xx..x.x.x..... / 38 ....X.......X.-- / 46 X...X...X...X..."), fills=0.9)
    if s.chance(0.4):
        craft.drums(s, kit, "36 ..xxxxxx..xxxxxx", "chorus", fills=0, crash=1.0, strict=True)
    low = s.pick(33, 35, 36)
    rhythm = s.part("distorted", "~electric-guitar", "distorted", fx=("amp:high", "double"), level=3)
    craft.chug(s, rhythm, ("X.....x.X.1.X...", "X.......|X..3..1.", "X..xX..x", "X...x.x.X...6.5."), "-chorus", low=low)
    craft.chug(s, rhythm, ("X.......", "X...X...", "X.X.X.X."), "chorus", low=low)
    craft.bass(s, s.part("pick-bass", "finger-bass", "~electric-bass", fx=("drive:4",)), ("R...R.R.", "R.......", "RRRRRRRR"), centre=33)
    if s.chance(0.85):
        if s.chance(0.6):
            tunes.sing(s, s.part("~vocal-low", "~vocal", "~vocal-duo", level=1), "verse chorus bridge", 50, 69, tunes.HELD + tunes.BALLAD, scale="minor", scoops=0.2)
        else:
            tunes.sing(s, s.part("~growl", "~scream", level=1), "verse chorus bridge", 38, 50, tunes.HELD + ("x.x.x...|x.......",), words=("oh", "ah", "ro"))
    if s.chance(0.4):
        craft.pads(s, s.part("choir", "~choir-low", "church-organ", "strings", level=-6), "chorus", 60, 4, 74)
    tunes.solo(s, s.part("distorted", "overdriven", "~electric-guitar", fx=("amp:high", s.pick("wah", "delay"))), "solo intro", 59, 83,
               cells=("x.x.x...", "x...xxx.", "xxxxxxxx", "x.......", "xxxxxxxxxxxx"), rest=0.1, bends=0.6)


_POP_VERSES = ("I | V | vi | IV | I | V | vi | IV", "vi | IV | I | V | vi | IV | I | V", "I | vi | IV | V | I | vi | ii | V",
               "Imaj7 | iii7 | IVmaj7 | V | Imaj7 | vi7 | ii7 | V", "IV | I | vi | V | IV | I | ii | V")
_POP_REFRAINS = ("IV | V | iii | vi | IV | V | I | I", "I | V | vi | IV | I | V | IV | V", "IV | I | V | vi | IV | I | V | V", "vi | V | IV | I | vi | V | IV | V")


@style("Pop", like="Rock")
def west_radio_song(s: Song) -> None:
    """A sung pop song: piano or guitar in the verse, the whole band and stacked voices in the refrain, a two-bar hook."""
    s.set((88, 128), "major", room=("plate", "room", "booth"), keys="C D G F A Bb")
    craft.song_form(s, s.pick(*_POP_VERSES), s.pick(*_POP_REFRAINS), bridge=s.pick("ii | vi | IV | V | ii | vi | IV | V", "vi | vi | IV | IV | ii | ii | V | V"))
    kit = s.part("kit:standard", "kit:electronic", "~kit:linn", "kit:room", "~kit:909")
    craft.drums(s, kit, ("36 x...x... / 38 ..X...X. / 42 xxxxxxxx", "36 x.....x...x..... / 38 ....X.......X... / 42 x.x.x.x.x.x.x.x.",
                         "36 x..x..x...x..... / 37 ....X.......X... / 42 x.xxx.x.x.xxx.x."), "-chorus -intro", fills=0.5)
    craft.drums(s, kit, ("36 x...x.x. / 38 ..X...X. / 46 x.x.x.x. / 39 ..X...X.", "36 x...x...x...x... / 38 ....X.......X... / 42 x.x.x.x.x.x.x.xx / 54 ..x...x...x...x.",
                         "36 x..x..x.x.x..... / 38 ....X.......X... / 42 xoxoxoxoxoxoxoxo"), "chorus", fills=0.8)
    craft.drums(s, kit, "36 x...x... / 39 ..x...x.", "intro", fills=0.5, crash=0)
    keys = s.part("piano", "bright-piano", "rhodes", "dx-piano", level=-1)
    craft.comp(s, keys, s.pick("x.x.x.x.", "o..o..o.", "xxxxxxxx", "o...o..."), None, 64, 4, 78, short=0.6)
    if s.chance(0.7):
        craft.strum(s, s.part("steel", "~steel-guitar", "clean-guitar", level=-3, pan=-0.4), ("D.duDudu", "D..uD.du", "D.duxudu"), s.pick(None, "chorus solo"),
                    fret=s.pick(0, 2, 4))
    craft.bass(s, s.part("finger-bass", "synth-bass", "pick-bass", "~saw-bass", level=-1), ("RRRRRRRR", "R..RR...", "R..R..R.|R..R..a.", "R.....R.R.....5."), "-intro",
               centre=38)
    low = s.pick(52, 57, 60)
    sung = tunes.sing(s, s.part("~vocal", "~vocal", "~vocal-low", level=2), "verse chorus bridge", low, low + 17, tunes.TALKING + tunes.BALLAD + tunes.SIXTEENTHS,
                      scale=s.pick("major", "major-pentatonic"), wander=0.05)
    for steps in (-2, 2)[:s.pick(1, 2, 2)]:
        tunes.harmony(s, s.part("~backing", "~vocal-duo", level=-3), sung, steps, "chorus")
    tunes.hook(s, s.part("bells", "saw-lead", "~pluck", "clean-guitar", "glockenspiel", "square-lead", "oohs", fx=("delay",), level=-3), "intro chorus solo", 67, 86,
               ("x.x.xx.x|x.......", "x..x..x.|x.x.....", "xx.xx.x.|x..x...."), "major-pentatonic")
    if s.chance(0.6):
        craft.pads(s, s.part("strings", "warm-pad", "~warm-pad", "synth-strings", level=-6), "chorus bridge", 64, 4)
    tunes.solo(s, s.part("overdriven", "~saw-lead", "alto-sax", "clean-guitar", fx=("delay",), level=-1), "solo", 62, 84, rest=0.15, bends=0.2)


@style("Pop", like="Electronic")
def west_synth_pop(s: Song) -> None:
    """Eighties pop: machine drums, octave synthesizer bass, arpeggio, glassy chords, a cool voice with a big chorus."""
    minor = s.chance(0.5)
    s.set((104, 136), "minor" if minor else "major", room=("plate", "hall", "room"))
    verse = s.pick("i | i | bVI | bVII | i | i | bVI | bVII", "i | bVII | bVI | bVII | i | bVII | iv | v") if minor else s.pick(*_POP_VERSES)
    refrain = s.pick("bVI | bVII | i | bIII | bVI | bVII | i | i", "iv | bVII | bIII | bVI | iv | bVII | i | i") if minor else s.pick(*_POP_REFRAINS)
    craft.song_form(s, verse, refrain)
    kit = s.part("~kit:linn", "~kit:808", "kit:electronic", "kit:power", level=1)
    craft.drums(s, kit, ("36 x...x... / 38 ..X...X. / 42 xxxxxxxx", "36 x.....x.x....... / 38 ....X.......X... / 42 x.x.x.xxx.x.x.x.",
                         "36 x...x...x...x... / 39 ....X.......X... / 42 ..x...x...x...x."), fills=0.7, crash=0.5)
    craft.bass(s, s.part("synth-bass", "~saw-bass", "~square-bass", "synth-bass-2"), ("R8R8R8R8", "RRR8RRR8", "R.RRR.R8", "rrrrrrrrrrrrrrrr"), centre=36, short=0.6)
    craft.comp(s, s.part("polysynth", "~saw-poly", "~brass-poly", "synth-brass", "dx-piano", level=-2), s.pick("o.......", "X..X..X.", "o..o..o.", "..X...X.|..X..XX."),
               s.pick("chorus intro solo", None), 65, 4)
    if s.chance(0.75):
        craft.roll(s, s.part("~square-pluck", "~pluck", "square-lead", "~chip-pulse", fx=("delay",), level=-5),
                   ("1234321212343212", "1.3.2.4.", "13241324", "1342134213421342"), s.pick(None, "verse solo"), 69, 4, 74, ring=0.6)
    craft.pads(s, s.part("~string-machine", "synth-strings", "warm-pad", "choir", level=-6), s.pick("chorus", None), 64, 4)
    low = s.pick(48, 53, 59)
    sung = tunes.sing(s, s.part("~vocal-low", "~vocal", "~vocal-duo", level=2, fx=("delay",) if s.chance(0.4) else ()), "verse chorus bridge", low, low + 16,
                      tunes.BALLAD + tunes.TALKING + tunes.HELD)
    if s.chance(0.7):
        tunes.harmony(s, s.part("~backing", "~vocal-duo", level=-3), sung, s.pick(2, -2, 4), "chorus")
    tunes.hook(s, s.part("~saw-lead", "saw-lead", "~square-lead", "~fm-bell", "bells", level=-1), "intro solo", 66, 86,
               ("x.xx.x.x|x...x...", "x..x..x.|x..x.x..", "x.x.x.x.|xx......"))


@style("Pop", like="R&B")
def west_piano_ballad(s: Song) -> None:
    """A pop ballad: broken piano chords and one voice, drums and strings from the refrain on, a last refrain with everybody."""
    s.set((62, 86), "major", room=("plate", "hall"), keys="C F G Bb Ab D")
    craft.song_form(s, s.pick(*_POP_VERSES, "I | V/7 | vi | I/5 | IV | I/3 | ii | V"), s.pick(*_POP_REFRAINS),
                    plans=("intro verse chorus verse chorus bridge chorus", "verse chorus solo chorus chorus", "verse verse chorus bridge chorus"), intro=2)
    piano = s.part("piano", "bright-piano", "electric-grand", "piano", "rhodes", level=1)
    craft.roll(s, piano, ("02343243", "0.2.3.4.", "02324232", "0.323.23"), "-chorus", centre=60, force=74, ring=2.0)
    craft.comp(s, piano, s.pick("o.o.o.o.", "oooooooo", "o..o..o."), "chorus", centre=62, voices=4, force=84)
    kit = s.part("kit:standard", "kit:room", "~kit:linn", "kit:electronic", level=-1)
    craft.drums(s, kit, ("36 x.....x.x....... / 38 ....X.......X... / 42 x.x.x.x.x.x.x.x.", "36 x..x..x.x.x..... / 38 ....X.......X..- / 46 x...x...x...x..."),
                "chorus solo bridge", fills=0.8)
    if s.chance(0.7):
        craft.drums(s, kit, ("36 x.......x....... / 37 ....x.......x... / 42 x.x.x.x.x.x.x.x.", "36 x.....x......... / 37 ....x.......x..."), "verse", fills=0.3, crash=0,
                    force=0.8)
    craft.bass(s, s.part("finger-bass", "fretless", "upright", level=-2), ("R...R.5.", "R..R..5a", "R......a"), s.pick("-intro", "chorus solo bridge"))
    craft.pads(s, s.part("strings", "slow-strings", "~section", "synth-strings", level=-4), s.pick("chorus bridge solo", "-intro"), 65, 4, 72)
    low = s.pick(50, 55, 60)
    sung = tunes.sing(s, s.part("~vocal", "~vocal-low", level=3), "verse chorus bridge", low, low + 19, tunes.BALLAD + tunes.SIXTEENTHS[:3], lift=0.3, scoops=0.25, force=88)
    if s.chance(0.7):
        tunes.harmony(s, s.part("~backing", "~vocal-duo", level=-4), sung, s.pick(2, -2), "chorus")
    if s.chance(0.5):
        tunes.choir(s, s.part("~backing", "oohs", "~choir", level=-6), "o.......", "bridge chorus")
    tunes.sing(s, s.part("clean-guitar", "overdriven", "alto-sax", "violin", "flute", fx=("delay",)), "solo intro", 60, 82, tunes.BALLAD, scoops=0.3)
