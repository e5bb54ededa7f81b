"""Electronic dance music, hip-hop and rap: songs that a turntable or a machine accompanies."""

from __future__ import annotations

from hands.west import craft, tunes
from score import Part
from song import Song, style

_DARK = ("i | i | bVI | bVII", "i | bVI | bIII | bVII", "i | i | iv | v", "i | bVII | bVI | bVI", "im7 | im7 | ivm7 | ivm7", "bVI | bVII | i | i", "i | i | i | bVII")
_BRIGHT = ("vi | IV | I | V", "I | V | vi | IV", "IV | V | vi | vi", "ii7 | V7 | Imaj7 | vi7", "IVmaj7 | iii7 | vi7 | I")


def _rise(s: Song, kit: Part, where: str = "build") -> None:
    """A snare roll that doubles its speed towards the drop, and noise that rises over it."""
    noise = s.part("~riser", level=-9)
    for section in s.sections:
        if section.name != where:
            continue
        length = section.end - section.start
        noise.add(section.start, length, 60, 90)
        at = section.start + length / 2
        while at < section.end - 0.01:
            done = (at - section.start) / length
            kit.add(at, 0.2, 38, 50 + 55 * done)
            at += 1.0 if done < 0.625 else 0.5 if done < 0.8 else 0.25


@style("Electronic", like="Disco")
def west_piano_house(s: Song) -> None:
    """House: kick on every beat, open hat between, clap, a syncopated piano or organ, round bass, a diva's few words."""
    minor = s.chance(0.65)
    s.set((118, 128), "minor" if minor else "major", swing=(0.0, 0.3), unit=0.5, room=("club", "plate", "room"))
    loop = s.pick(*_DARK) if minor else s.pick(*_BRIGHT)
    loop = s.pick(loop, loop, "im7 | ivm7 | im7 | bVImaj7") if minor else loop
    craft.club_form(s, loop, ("intro verse verse break build drop drop", "verse drop break build drop", "intro verse drop verse break drop drop"))
    kit = s.part("~kit:909", "~kit:808", "kit:electronic", "~kit:any", level=2)
    craft.drums(s, kit, ("36 x...x...x...x... / 46 ..x...x...x...x. / 39 ....x.......x... / 42 xo.oxo.oxo.oxo.o",
                         "36 x...x...x...x... / 46 ..x...x...x...x. / 38 ....x.......x..o / 70 oxoooxoooxoooxoo",
                         "36 x...x...x...x... / 42 ..x...x...x..xx. / 39 ....x.......x... / 37 ...x..x....x..x."), "-break -build", fills=0.15, crash=0.6)
    craft.drums(s, kit, ("36 x...x...x...x...", "39 ....x.......x... / 42 ..x...x...x...x.", "70 oxoooxoooxoooxoo / 39 ....x.......x..."), "break build", fills=0, crash=0.5)
    stab = s.pick("x..x..x...x..x..", "X..X..X.X..X.X..", "..X..X..X..X..X.", "x..x..x.........|x..x..x...x.x...")
    craft.comp(s, s.part("piano", "bright-piano", "~organ", "drawbar", "~stab", "~fm-piano", duck=0.3), stab, s.pick(None, "-intro"), 63, s.pick(4, 5), 88, short=0.35)
    craft.bass(s, s.part("~saw-bass", "~square-bass", "synth-bass", "~fm-bass", "~sub-bass", duck=0.5),
               ("--R.--R.--R.--8.", "R..R--R...R..5..", "--RR--R8--RR--R.", "R..-..R..-R.-.8."), "-break", centre=36, short=0.7)
    if s.chance(0.7):
        tunes.hook(s, s.part("~vocal", "~vocal-duo", "voice-lead", fx=("delay",), level=1), s.pick("drop break", "-intro"), 58, 76,
                   ("x.x..x..........|................", "..x.x.xx..x.....|................", "x..x..x.........|x..x..x.x......."),
                   "minor-pentatonic" if minor else "major-pentatonic")
    if s.chance(0.6):
        craft.pads(s, s.part("~string-machine", "~warm-pad", "strings", "warm-pad", duck=0.6, level=-5), s.pick("break drop", None), 65, 4)
    _rise(s, kit)
    if s.chance(0.2):
        tunes.call(s, s.part("~speech", level=-2, fx=("delay",)), ("move your body", "feel the fire", "all night long", "take me higher"), "drop", 8)


@style("Electronic", like="Pop")
def west_festival_trance(s: Song) -> None:
    """Trance: sixteenth arpeggios, a bass between the kicks, wide saws, a broad melody, a beatless break with a riser."""
    s.set((130, 142), s.pick("minor", "minor", "harmonic-minor"), room=("hall", "plate", "arena"))
    craft.club_form(s, s.pick(*_DARK[:4], _DARK[5]), ("verse build drop drop break build drop", "verse break build drop drop", "intro verse build drop break drop"),
                    s.pick(*_DARK[:4], ""))
    kit = s.part("~kit:909", "kit:electronic", "~kit:hard", level=2)
    craft.drums(s, kit, ("36 x...x...x...x... / 46 ..x...x...x...x. / 39 ....x.......x... / 42 xoooxoooxoooxooo",
                         "36 x...x...x...x... / 46 ..x...x...x...x. / 38 ....x.......x..."), "verse drop intro", fills=0.3)
    craft.bass(s, s.part("~saw-bass", "~square-bass", "synth-bass-2", duck=0.4), ("--R.--R.--R.--R.", "-RRR-RRR-RRR-RRR", "--R8--R8--R8--R8"), "verse drop intro", centre=36,
               short=0.6)
    pattern = s.pick("1234321412343214", "1323142313231423", "1312141312141513", "4321432143214321", "1..2..3..4..3..2")
    craft.roll(s, s.part("~pluck", "~saw-poly", "~square-pluck", "saw-lead", "~acid", duck=0.3, fx=("delay",)), pattern, s.pick(None, "-drop", None), s.pick(64, 69), 5, 84,
               ring=0.7)
    lead = s.part("~supersaw", "~saw-lead", "~supersaw", "~stab", "square-lead", fx=("delay",), duck=0.4)
    theme = tunes.sing(s, lead, "drop break", 64, 86, ("x..x..x...x..x..|x.......x.x.x...", "x.x.x..x..x.x...|x...x...........", "x.....x.....x...|x.....x...x.x...",
                                                       "xxx.xxx.xxx.x.x.|x...x..........."), "AABA", lift=0.45)
    if s.chance(0.5):
        tunes.double(s.part("~supersaw", "~string-machine", duck=0.4, level=-4), theme, -12)
    craft.pads(s, s.part("~supersaw", "~warm-pad", "~air-pad", "~glass-pad", "choir", level=-4, duck=0.6), "break build drop", 62, 4, 72)
    if s.chance(0.35):
        tunes.sing(s, s.part("~vocal", fx=("delay",), level=1), "break verse", 58, 76, tunes.HELD + tunes.BALLAD, lift=0.4)
    _rise(s, kit)


@style("Electronic", like="Hip-Hop")
def west_warehouse(s: Song) -> None:
    """Techno: a pounding kick, ticking metal, one acid or detuned figure that its filter opens and closes, a drone, no chords to speak of."""
    s.set((124, 146), s.pick("phrygian", "minor", "minor-pentatonic", "octatonic"), room=("club", "hall", "cave", "plate"))
    craft.club_form(s, s.pick("I5 | I5 | I5 | I5", "I5 | I5 | bII5 | I5", "im7 | im7 | im7 | bVII"),
                    ("verse drop break drop", "intro verse drop drop break build drop", "verse verse break build drop"))
    kit = s.part("~kit:909", "~kit:minimal", "~kit:hard", "kit:808", "~kit:any", level=3)
    craft.drums(s, kit, ("36 X...X...X...X... / 42 ..x...x...x...x. / 39 ....o.......o... / 37 ...x..x..x...x..",
                         "36 X...X...X...X.o. / 46 ..x...x...x...x. / 42 oooooooooooooooo / 76 ..x..x....x..x..",
                         "36 X...X...X...X... / 42 xoxoxoxoxoxoxoxo / 38 ............x..- / 75 x..x..x...x.x..."), "-break", fills=0.1, crash=0.3)
    craft.drums(s, kit, ("42 xoxoxoxoxoxoxoxo / 75 x..x..x...x.x...", "36 X...X...X...X...", "70 xooxooxoxooxooxo / 39 ............x..."), "break", fills=0, crash=0.3)
    figure = s.part("~acid", "~acid-square", "~reese", "~square-bass", "~fm-growl", fx=(s.pick("delay", "drive:3", "delay"),), duck=0.3)
    tunes.hook(s, figure, None, *s.pick((33, 50), (40, 58)), ("x.xxx.x.xx.xx.x.", "xxx.x.xx.x.xxxx.", "x..x..x..x..x.x.", "xxxxxxxxxxxxxxxx", "..x...x...x.x.x."),
               legato=s.pick(0.5, 0.9), leap=0.4)
    end = s.sections[-1].end
    figure.sweep = tuple((beat, s.between(0.2, 0.45) if number % 2 else s.between(0.5, 0.95)) for number, beat in enumerate(range(0, int(end) + 16, 16)))
    if s.chance(0.6):
        craft.bass(s, s.part("~sub-bass", "~reese", "~saw-bass", duck=0.7, level=-1), ("--R.--R.--R.--R.", "-RRR-RRR-RRR-RRR", "--RR--R---RR--R."), "-break", centre=33,
                   short=0.6)
    if s.chance(0.6):
        tunes.hook(s, s.part("~stab", "~fm-bell", "~chip-square", "~saw-poly", fx=("delay:dub",), level=-4), s.pick("drop break", None), 60, 76,
                   ("......x.........|................", "...x..x.........", "x..x..x.........|..............x."))
    if s.chance(0.6):
        craft.pads(s, s.part("~drone", "~dark-pad", "~air-pad", level=-8, duck=0.5), None, 50, 2, 64)
    _rise(s, kit)
    if s.chance(0.2):
        tunes.call(s, s.part("~speech", level=-3, fx=("delay", "tone:telephone")), ("system", "control", "machine", "one two"), "drop break", 8)


@style("Electronic", like="Hip-Hop")
def west_breakbeat(s: Song) -> None:
    """Drum and bass and jungle: a chopped break at double time, a growling long bass, dreamy chords, a snatch of a voice."""
    s.set((160, 178), s.pick("minor", "dorian"), room=("club", "plate", "hall"))
    craft.club_form(s, s.pick(*_DARK, "im9 | bVImaj7 | im9 | bVImaj7"), ("verse verse drop drop break drop", "intro drop drop break verse drop", "verse break drop drop"))
    kit = s.part("kit:standard", "~kit:909", "kit:room", "~kit:lofi", "kit:power", level=2)
    breaks = ("36 x.........x..... / 38 ....X.......X... / 42 x.x.x.x.x.x.x.x.", "36 x.x.......xx.... / 38 ....X..-.-..X..- / 51 x.x.x.x.x.x.x.x.",
              "36 x.x.......x..x..|x.........xx.... / 38 ....X..o.o..X...|....X..-.-....X. / 42 x.x.x.x.x.x.x.x.")
    craft.drums(s, kit, breaks, "-break", fills=0.5)
    craft.drums(s, kit, "42 x.x.x.x.x.x.x.x. / 37 ....x.......x...", "break", fills=0.3, crash=0.8)
    craft.bass(s, s.part("~reese", "~sub-bass", "~wobble", "~808-bass", "~fm-growl", level=1),
               ("R.........R...5.", "R.....R.........", "R...........8.5.|R.......R.......", "R..R..R...--..R."), "-break", centre=33)
    craft.pads(s, s.part("~warm-pad", "~glass-pad", "~air-pad", "~string-machine", "halo-pad", level=-5), None, 65, 4, 70)
    tunes.hook(s, s.part("~pluck", "rhodes", "~fm-piano", "~vibes", "~fm-bell", fx=("delay",), level=-2), s.pick(None, "break verse"), 62, 84,
               ("x.....x.....x...|..x.............", "x.x...x...x.....|................", "..x..x..x.......|......x..x......"))
    if s.chance(0.55):
        tunes.sing(s, s.part("~vocal", fx=("delay", "tone:air"), level=0), s.pick("break verse", "drop"), 60, 77, ("x.......|x...x...", "....x.x.|x......."), lift=0.5)


_LOOPS = ("im7 | im7 | ivm7 | im7", "im9 | bVImaj7 | im9 | v7", "iim7 | V9 | Imaj7 | vi7", "Imaj7 | iii7 | IVmaj7 | iii7", "im7 bVII | bVImaj7 v7", "ivm7 | im7 | v7 | im7",
          "im7 | IV9 | im7 | IV9")
_BOOM_BAP = ("36 x......x..x..... / 38 ....X.......X... / 42 x.x.x.x.x.x.x.x.", "36 x.x.......xx.... / 38 ....X..-....X..- / 42 x.x.x.x.x.x.x.x.",
             "36 x..x...x..x..... / 38 ....X.......X.-. / 42 xxx.x.xxx.x.x.xx", "36 x.........x.....|x.x....x..x..... / 38 ....X.......X... / 42 x.x.x.x.x.x.x.x.")
_TRAP = ("36 x.........x..... / 39 ........X....... / 38 ........X....... / 42 x.x.x.x.xxx.x.x.", "36 x.....x....x.... / 39 ........X....... / 42 x.x.xxxxx.x.x.xx",
         "36 x..x........x..x / 38 ........X....... / 42 xxxxx.x.x.x.xxxx / 46 ......x.........")


def _scratches(s: Song, where: str | None, often: float) -> None:
    """A turntable between the lines."""
    deck = s.part("~scratch", level=-3, pan=0.2)
    for bar in s.bars(craft.rooms(s, where)):
        if s.chance(often):
            for beat in s.pick((3.0, 3.5), (2.0, 2.5, 2.75, 3.0), (0.0, 0.75, 1.5), (3.0, 3.25, 3.5, 3.75)):
                deck.add(bar.start + beat, s.pick(0.25, 0.4), s.pick(55, 60, 67), 96)


def _hats_roll(s: Song, kit: Part, where: str | None = None) -> None:
    """Trap's rolls: the hat stutters in triplets or thirty-seconds for a beat."""
    for bar in s.bars(craft.rooms(s, where)):
        if s.chance(0.4):
            start, count = bar.start + s.pick(1.0, 3.0, 3.5, 2.5), s.pick(6, 8, 3)
            span = 0.5 if count == 3 else 1.0 if start % 1 == 0 else 0.5
            for number in range(count):
                kit.add(start + span * number / count, 0.1, 42, 60 + 40 * number / count)


@style("Hip-Hop", like="Rap")
def west_crate_digger(s: Song) -> None:
    """Boom bap from the crates: a two- or four-bar loop of keys and horns as if sampled, dusty drums, upright bass, scratches, a sung or spoken hook."""
    s.set((80, 100), s.pick("dorian", "minor", "minor"), swing=(0.25, 0.65), unit=0.5, room=("dry", "booth", "room"))
    craft.club_form(s, s.pick(*_LOOPS), ("intro verse chorus verse chorus", "verse verse chorus break chorus", "chorus verse solo verse"), s.pick(*_LOOPS, ""))
    craft.drums(s, s.part("~kit:lofi", "kit:standard", "kit:jazz", "kit:room", level=2, fx=(s.pick("crush:2", "drive:2", "tone:air"),)), _BOOM_BAP, fills=0.2, crash=0.1)
    craft.bass(s, s.part("upright", "finger-bass", "~sub-bass", "~string-bass", level=1), ("R......R..R.....", "R..R......5.8...", "R.....R...5..a..", "R.........R.3.5."),
               s.pick(None, "-intro"), centre=36)
    sample = s.part("rhodes", "piano", "vibraphone", "jazz-guitar", "strings", "harp", fx=(s.pick("tone:dark", "crush:2", "tone:far"),), level=-1)
    craft.comp(s, sample, s.pick("o..x..o.........", "o.......x..x....", "x..o......x.....", "o..............."), None, 62, 4, 76)
    tunes.hook(s, s.part("vibraphone", "flute", "trumpet", "muted-trumpet", "piano", "~electric-guitar", fx=("crush:2", "tone:dark") if s.chance(0.5) else ("tone:far",),
                         level=-2), s.pick(None, "chorus intro break"), 62, 82, ("x..x..x.........|..x.x...........", "..x.xx..x.......|................",
                                                                                 "x.x...x..x......|x.x............."), leap=0.35)
    _scratches(s, "chorus solo break intro", s.between(0.2, 0.6))
    if s.chance(0.55):
        tunes.sing(s, s.part("~vocal", "~backing", "~vocal-duo", level=0), "chorus", 57, 74, tunes.SIXTEENTHS[1:2] + tunes.SHOUTED, scoops=0.3)
    if s.chance(0.5):
        tunes.rap(s, s.part("~rap-voice", level=1), "verse", s.pick(45, 48, 52), sparse=0.3)
    if s.chance(0.35):
        tunes.call(s, s.part("~speech", level=-1, fx=("tone:telephone",)), ("check it out", "one two", "keep it moving", "come on"), "intro chorus solo", s.pick(2, 4))
    if s.chance(0.4):
        s.part("~crackle-hits", level=-18).add(0, s.sections[-1].end, 60, 60)


@style("Hip-Hop", like="Electronic")
def west_bedroom_beat(s: Song) -> None:
    """A lo-fi beat to sit by: late soft drums, wobbling electric piano sevenths, nylon guitar or flute, a bar of voice now and then."""
    s.set((68, 90), s.pick("major", "dorian", "minor"), swing=(0.35, 0.75), unit=0.5, room=("room", "booth", "dry"))
    loop = s.pick("Imaj7 | vi7 | ii7 | V9", "IVmaj7 | iii7 | ii7 | Imaj7", "iim9 | V13 | Imaj9 | VI7") if s.scale == "major" else s.pick(*_LOOPS[:2], *_LOOPS[4:])
    craft.club_form(s, loop, ("intro verse verse break verse", "verse chorus verse chorus", "verse chorus break chorus"))
    craft.drums(s, s.part("~kit:lofi", "kit:brush", "kit:jazz", "~kit:808", level=1, fx=("tone:dark",), late=0.015),
                (*_BOOM_BAP, "36 x......x..x..... / 37 ....X.......X... / 42 o.o.o.ooo.o.o.o."), "-break", fills=0.1, crash=0)
    craft.drums(s, s.part("~kit:lofi", "kit:brush", level=-2, fx=("tone:dark",)), "42 o.o.o.ooo.o.o.o. / 37 ....x.......x...", "break intro", fills=0, crash=0)
    craft.comp(s, s.part("rhodes", "~fm-piano", "piano", "~nylon-guitar", fx=(s.pick("tremolo", "chorus", "crush:2"), "tone:dark")),
               s.pick("o.......o..x....", "o..............x", "x..o......o.....", "o.....x...o....."), None, 61, 5, 70)
    craft.bass(s, s.part("~sub-bass", "upright", "fretless", "finger-bass"), ("R.........R.....", "R......5..R.....", "R..........R.5a."), "-intro", centre=36)
    tunes.solo(s, s.part("nylon", "~nylon-guitar", "flute", "vibraphone", "~vibes", "muted-trumpet", "clean-guitar", fx=("delay",), level=-2),
               s.pick(None, "verse break", "chorus"), 62, 81, "major-pentatonic" if s.scale == "major" else "minor-pentatonic",
               ("x..x..x.........", "....x.x.x.......", "x.xx............", "..x...x...x....."), 0.4)
    if s.chance(0.35):
        tunes.sing(s, s.part("~vocal", "~backing", fx=("tone:telephone", "delay"), level=-2), "chorus break", 60, 76, ("x...x...|........", "..x.x...|x......."), scoops=0.3)
    if s.chance(0.3):
        tunes.rap(s, s.part("~rap-voice", level=-1), "verse chorus", s.pick(45, 48), sparse=0.4, force=84)
    if s.chance(0.6):
        s.part("~crackle-hits", level=-17).add(0, s.sections[-1].end, 60, 60)


@style("Hip-Hop", like="R&B")
def west_low_rider(s: Song) -> None:
    """West-coast cruising: a whining portamento lead, fat synthesizer bass, claps on the backbeat, funk guitar, talk-box or backing hook, lazy rapping."""
    s.set((86, 104), s.pick("minor", "dorian"), swing=(0.1, 0.4), unit=0.5, room=("dry", "room", "plate"))
    craft.club_form(s, s.pick("im7 | im7 | im7 | im7", "im7 | im7 | ivm7 | v7", "im7 | bVII | im7 | bVII", "im7 | IV9 | im7 | IV9"),
                    ("intro verse chorus verse chorus", "chorus verse chorus solo", "verse chorus solo chorus"))
    craft.drums(s, s.part("~kit:808", "~kit:linn", "kit:808", "kit:electronic", level=2),
                ("36 x..x......x..... / 39 ....X.......X... / 38 ....X.......X... / 42 x.x.x.x.x.x.x.x.", "36 x.....xx..x..... / 39 ....X.......X... / 42 xxx.xxx.xxx.xxx.",
                 "36 x..x..x...x..x.. / 38 ....X.......X... / 39 ....X.......X..x / 42 x.x.x.x.x.x.x.x."), fills=0.2, crash=0.2)
    craft.bass(s, s.part("~saw-bass", "synth-bass", "~square-bass", "~fm-bass", "slap-bass", level=2),
               ("R..R--8.7..5.R.-", "R.....R.7.8.--5a", "R..r..R...5.7.8.", "R-R---8--R-7-5--"), centre=34)
    tunes.hook(s, s.part("~saw-lead", "~theremin", "~square-lead", level=-1, fx=("delay",)), s.pick("chorus intro solo", None), 74, 93,
               ("x.....x.x.......|x...............", "x.x.x...........|x.....x.........", "x...........x.x.|x..............."), "minor-pentatonic", legato=1.0)
    craft.comp(s, s.part("rhodes", "clavinet", "~string-machine", "drawbar", level=-4), s.pick("o...............", "x..x......x.....", "..x...x...x...x."), None, 63, 4, 74)
    craft.strum(s, s.part("clean-guitar", "muted-guitar", fx=("wah",), level=-4, pan=-0.4), ("xxd-xxdxxxd-xx-u", "..d-..d-..dx..du", "............d-du"),
                s.pick("chorus", None), fret=s.pick(5, 7), strings=3, low=58)
    sung = tunes.sing(s, s.part("~vocal-low", "~robot", "~vocal-duo", level=0), "chorus", 55, 72, tunes.SHOUTED + tunes.SIXTEENTHS, scale="minor-pentatonic")
    tunes.harmony(s, s.part("~backing", level=-3), sung, 2)
    if s.chance(0.6):
        tunes.rap(s, s.part("~rap-voice", level=1, late=0.02), "verse", s.pick(44, 47, 50), sparse=0.2)
    else:
        _scratches(s, "verse solo", 0.3)
        tunes.call(s, s.part("~speech", level=-1), ("we ride tonight", "in the city", "turn it up", "keep it real"), "verse", 2)


@style("Rap", like="Hip-Hop")
def west_cypher(s: Song) -> None:
    """Hard boom bap under one or two rappers, a dark piano or string stab of two bars, doubled last words, hook shouted by the crew."""
    s.set((84, 102), s.pick("minor", "harmonic-minor", "phrygian"), swing=(0.1, 0.5), unit=0.5, room=("booth", "dry", "room"))
    craft.club_form(s, s.pick("i | i | i | bVI", "i | bVI | i | V", "i | i | iv | i", "im7 | im7 | bVI | v"),
                    ("verse verse chorus", "verse chorus verse verse", "intro verse verse chorus verse"))
    craft.drums(s, s.part("~kit:lofi", "kit:standard", "kit:power", "~kit:909", "kit:room", level=2), _BOOM_BAP, fills=0.15, crash=0.15)
    craft.bass(s, s.part("finger-bass", "~sub-bass", "~808-bass", "upright", level=1), ("R......R..R.....", "R.R.......5R....", "R..R...R..R....."), centre=34)
    tunes.hook(s, s.part("piano", "strings", "harp", "bells", "pizzicato", "~koto", "harpsichord", fx=("tone:dark",) if s.chance(0.4) else (), level=-2), None, 58, 77,
               ("x..x..x.x..x..x.", "x.x.x...x.x.....", "x...x...x..x..x.|x...x...........", "xx..xx..x.......|................"), leap=0.35)
    if s.chance(0.4):
        craft.comp(s, s.part("strings", "brass", "orchestra-hit", "choir", level=-5), s.pick("X...............|................", "o...............", "..........X.X..."),
                   s.pick("chorus", None), 62, 4)
    rapper = s.part("~rap-voice", level=3)
    low = s.pick(45, 48, 51, 54)
    said = tunes.rap(s, rapper, "intro verse chorus" if s.chance(0.5) else "verse intro", low)
    if not any(section.name == "chorus" and section.start <= note.start < section.end for section in s.sections for note in said):
        tunes.rap(s, s.part("~rap-voice", level=2), "chorus", low + 4, ("x.x.x...x.x.x...", "x..x..x.x..x..x.", "xxx.x...xxx.x..."))
    crew = s.part("~rap-voice", level=-2, pan=0.4)
    for note in said:
        if note.length > 0.3 and s.chance(0.5):
            crew.add(note.start, note.length, note.pitch + s.pick(3, 5, -4), note.velocity, note.how)
    if s.chance(0.5):
        _scratches(s, "chorus intro", 0.35)


@style("Rap", like="Electronic")
def west_trap_verse(s: Song) -> None:
    """Trap: long gliding 808, half-time clap, stuttering hats, a bell or flute figure in minor, triplet flow with ad-libs."""
    s.set((128, 156), s.pick("minor", "phrygian", "harmonic-minor"), room=("booth", "plate", "dry"))
    craft.club_form(s, s.pick("i | i | bVI | v", "i | bVI | i | bVII", "i | i | bII | i", "i | iv | i | v"),
                    ("intro verse chorus verse", "verse verse chorus", "chorus verse verse chorus"), seconds=(55.0, 80.0))
    kit = s.part("~kit:808", "kit:808", "kit:electronic", "~kit:hard", level=2)
    craft.drums(s, kit, _TRAP, fills=0.1, crash=0.2, strict=True)
    _hats_roll(s, kit)
    craft.bass(s, s.part("~808-bass", "~808-bass", "~sub-bass", level=3), ("R.........R.....", "R.....R....R....", "R..R........5..8", "R...........8...|R......R........"),
               centre=33)
    tunes.hook(s, s.part("bells", "~fm-bell", "flute", "piano", "~pluck", "music-box", "~koto", fx=("delay",), level=-3), None, 64, 84,
               ("x...x...x...x...|x.....x.....x...", "x.x.x.x.........|x.x.x...........", "x..x..x..x..x.x.", "x.......x...x..."), leap=0.35)
    if s.chance(0.6):
        craft.pads(s, s.part("~dark-pad", "choir", "~choir-low", "strings", "~air-pad", level=-7), s.pick(None, "chorus"), 58, 3, 64)
    flows = tunes.TRIPLET_FLOWS if s.chance(0.6) else ("x...x.x.x.x.x...", "x.x.x.x.x.x.x.x.", "..x.x.x.x.xxx...", "x.xxx.x.x.xxx...")
    low = s.pick(45, 48, 52)
    said = tunes.rap(s, s.part("~rap-voice", level=3, fx=("delay",) if s.chance(0.3) else ()), None if s.chance(0.5) else "intro verse", low, flows)
    shouts = s.part("~rap-voice", "~vocal-low", level=-3, pan=-0.4, fx=("delay",))
    for note in said:
        if note.length > 0.3 and s.chance(0.35):
            shouts.add(note.start + 0.5, 0.4, note.pitch + s.pick(5, 7), 90, s.pick("ya", "hey", "wo"))
    tunes.sing(s, s.part("~vocal", "~vocal-low", level=1), "chorus", 55, 72, tunes.SHOUTED + tunes.HELD, scale="minor-pentatonic", scoops=0.3)
    if s.chance(0.25):
        tunes.call(s, s.part("~speech", level=-2), ("look at me now", "turn it up", "run it"), "intro chorus", 4)


@style("Rap", like="Disco")
def west_block_party(s: Song) -> None:
    """Old-school rap: drum machine or a funk break, a plain bass riff, cowbell and scratches, lines shouted on the beat by one and answered by all."""
    s.set((96, 116), s.pick("minor-pentatonic", "dorian"), room=("room", "dry", "plate"))
    craft.club_form(s, s.pick("i7 | i7 | i7 | i7", "i7 | i7 | IV7 | i7", "im7 | bVII | im7 | bVII"),
                    ("verse chorus verse chorus", "intro verse verse chorus", "verse break verse chorus"))
    kit = s.part("~kit:808", "~kit:linn", "kit:standard", "kit:808", "~kit:any", level=3)
    craft.drums(s, kit, ("36 x..x..x...x..... / 38 ....X.......X... / 42 x.x.x.x.x.x.x.x. / 39 ....x.......x...",
                         "36 x.....x.x..x.... / 38 ....X.......X..o / 42 xxxxxxxxxxxxxxxx / 56 x.x.xx.x.x.x....",
                         "36 x.xx..x...x..... / 39 ....X.......X... / 56 ..x.x..x..x.x..."), fills=0.5, crash=0.2)
    if s.chance(0.75):
        tunes.hook(s, s.part("finger-bass", "synth-bass", "~square-bass", "slap-bass", level=1), "-break", 32, 46,
                   ("x..x..x...x.x...", "x.x.....x.xx....", "x.....x.x..x..x.", "x..x.x..........|x..x.x....x.x..."), "minor-pentatonic")
    if s.chance(0.5):
        craft.comp(s, s.part("orchestra-hit", "~stab", "brass", "synth-brass", "distorted", level=-3),
                   s.pick("X...............|................", "X..X............", "............X.X."), s.pick("chorus", None), 60, 3, 100)
    if s.chance(0.3):
        craft.strum(s, s.part("clean-guitar", "muted-guitar", fx=("wah",), level=-4), "xxduxxdxxxduxxdu", None, fret=5, strings=3)
    flows = ("x.x.xxx.x.x.x...", "x.xxx.x.x.xxx...", "xxx.x.x.xxx.x...", "..x.x.x.x.x.x...", "x.x.x.xxx.x.x.x.")
    low = s.pick(50, 53, 57)
    said = tunes.rap(s, s.part("~rap-voice", level=3), None, low, flows, force=108)
    crew = s.part("~rap-voice", "~vocal-duo", level=0, pan=0.35)
    for note in said:
        if note.length > 0.3:
            crew.add(note.start, note.length, note.pitch + 4, 100, note.how)
    _scratches(s, s.pick(None, "chorus break intro"), s.between(0.2, 0.5))
    if s.chance(0.4):
        tunes.call(s, s.part("~speech", level=0), ("hands up", "check it out", "to the beat", "everybody", "come on"), "chorus break intro", 4)
