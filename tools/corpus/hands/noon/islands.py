"""Reggae and Latin: Kingston from ska to dub, and three rooms from the Caribbean down to Rio."""

from __future__ import annotations

from hands.noon import craft, tunes
from song import Song, style


@style("Reggae", like="R&B")
def noon_studio_one_drop(s: Song) -> None:
    """Roots: kick and rim together on the third beat, a heavy bass melody, skank and bubbling organ, three-part answers to a lead voice."""
    s.set((64, 84), s.pick("minor", "dorian", "major", "mixolydian"), keys="A D G C E F", swing=s.pick(0.0, 0.4, 0.6, 0.7), unit=0.5,
        room=("plate", "room", "club"))
    dark = s.scale in ("minor", "dorian")
    s.until(46, "verse verse chorus", verse=s.pick("im7 | im7 | ivm7 | im7", "i | bVII | i | bVII", "im7 | vm7 | im7 | vm7") if dark
        else s.pick("I | IV | I | V", "I | ii | I | ii", "I | vi | IV | V", "I | I | bVII | bVII"),
        chorus=s.pick("bVI | bVII | i | i", "iv | v | i | i") if dark else s.pick("IV | V | I | vi", "ii | V | I | I"))
    kit = s.part("kit:standard", "kit:room", level=1)
    craft.beat(s, kit, s.pick("k:....x.......x...;r:....x.......x...;h:x.x.x.x.x.x.x.x.", "k:........x.......;r:........x.......;h:xoxoxoxoxoxoxoxo",
        "k:....x.......x...;r:....x..o....x.o.;h:x.xox.xox.xox.xo", "k:x...x...x...x...;r:....x.......x...;h:x.x.x.o.x.x.x.o.",
        "k:....x.......x...;s:....X.......X...;h:x.x.x.x.x.x.x.x."), fills=4, fill=s.pick("toms", "timbal", "snare"), crash=0.5, drop=0.05)
    low = s.part("finger-bass", "~sub-bass", "finger-bass", "fretless", level=4, fx=("tone:dark",) if s.chance(0.6) else ())
    craft.bass(s, low, s.pick("1-1.5-3-..1-5-8-/..1-3-5-1-......", "..1-1-3-..5-3-1-", "1---..5-8-5-..1-", "1-.11-..5-6-8-..", "..11..5-....3-1-",
        "1-..1-3-5-..5-3-/1-..........5-6-"), legato=0.8)
    skank = s.part("clean-guitar", "muted-guitar", "~electric-guitar", level=0, pan=-0.4, fx=("amp:clean", "delay") if s.chance(0.3) else ("amp:clean",))
    craft.comp(s, skank, s.pick("..x...x...x...x.", "..d...d...du..d.", "..xm..x...x...xm"), 66, 3, ring=0.3, strum=0.006)
    craft.comp(s, s.part("piano", "drawbar", "electric-grand", level=-3), "..x...x...x...x.", 63, 4, ring=0.3)
    craft.comp(s, s.part("drawbar", "rock-organ", "~organ", level=-3, pan=0.4), s.pick(".xo..xo..xo..xo.", "ox.xox.xox.xox.x", ".xxx.xxx.xxx.xxx"), 62, 3,
        ring=0.5)
    voice = s.part("~vocal", "~vocal-low", "~vocal", "trombone", "harmonica", level=2)
    low_v = 52 if "low" in voice.voice or voice.voice == "trombone" else 60
    tunes.tune(s, voice, low_v, low_v + 14, ("..x-x-xxx-......", "x-x-x---..x-x---", "....x-xxx-x-x---", "x---x-x-x-......"), "AABA", 2, bend=0.25, leap=0.15)
    trio = [s.part("~backing", level=-3), s.part("~backing", "~vocal", level=-3), s.part("~vocal-low", level=-4)]
    tunes.choral(s, trio, s.pick("........x-x-x---", "x---x---........", "..x-x-x-x---...."), (69, 64, 57), where="chorus", passing=0.0)
    if s.chance(0.5):
        horns = s.part("trombone", "brass", "tenor-sax", level=-1)
        craft.riff(s, horns, s.pick(". . . . . . . . / 5 - 5 4 3 - 1 -", "1 - 3 - 5 - - - / . . . . . . . .", ". . . . 8 - 7 - / 5 - - - . . . ."), 58,
            where="verse")
    if s.chance(0.4):
        craft.shake(s, s.part("kit:standard", level=-5), s.pick(70, 54, 61), s.pick("xoxoxoxoxoxoxoxo", "....x.......x...", "x..x..x...x.x..."))


@style("Reggae", like="Electronic")
def noon_tubby_desk(s: Song) -> None:
    """Dub and rockers: bass and drums alone, then a skank or a horn thrown into long echoes; steppers' kick or militant snare, melodica, sirens."""
    s.set((66, 88), s.pick("minor", "dorian", "minor-pentatonic"), keys="A D G C E F", swing=s.pick(0.0, 0.3, 0.6), unit=0.5,
        room=("plate", "cave", "hall", "club"))
    vamp = s.pick("im7 | im7 | ivm7 | im7", "im | bVII | im | bVII", "im7 | im7 | im7 | im7", "im | bVI | bVII | im", "im7 | vm7 | im7 | vm7")
    s.until(46, s.pick("open drop open strip", "drop open strip open"), open=vamp, drop=vamp, strip=vamp)
    kit = s.part("kit:standard", "kit:room", "~kit:linn", level=2)
    craft.beat(s, kit, s.pick("k:x...x...x...x...;r:....x.......x...;h:xoxoxoxoxoxoxoxo;o:..x.......x.....",
        "k:....x.......x...;s:....X..g....X..g;h:x.x.x.o.x.x.x.o.", "k:x...x...x...x...;s:..X..X....X..X..;h:x.x.x.x.x.x.x.x."), fills=4,
        fill=s.pick("timbal", "toms"), crash=0.7)
    shot = s.part("kit:standard", level=-2, fx=("delay:dub",), send=-5)
    for bar in s.bars(("drop", "strip")):
        if s.chance(0.6):
            shot.add(bar.start + s.pick(1.0, 3.0, 3.5), 0.3, s.pick(38, 37, 65), craft.touch(s, 100))
    low = s.part("finger-bass", "~sub-bass", "synth-bass", "finger-bass", level=5, fx=("tone:dark",))
    craft.bass(s, low, s.pick("1-1-..3-5-5-..1-/..1-1-5-8-..5-3-", "..1-1-1-..5-3-1-", "1---1-5-..8-5-3-", "1-.11-.3..5-..b-",
        "1-..5-..8-..7-5-/1-..5-..1-......"), legato=0.85)
    for voices, row, centre, where in ((("clean-guitar", "muted-guitar", "~electric-guitar"), "..x...x...x...x.", 66, ("open", "strip")),
            (("piano", "drawbar", "~organ"), ".xo..xo..xo..xo.", 62, "open")):
        craft.comp(s, s.part(*voices, level=-2, fx=("delay:dub",) if s.chance(0.6) else ()), row, centre, 3, where=where, ring=0.3)
    thrown = s.part("clean-guitar", "piano", "brass", "~stab", level=-2, fx=("delay:dub",), send=-4)
    craft.comp(s, thrown, s.pick("..x............./................", "......x........./..........x....."), 65, 3, where=("drop", "strip"), ring=0.4)
    lead = s.part("accordion", "harmonica", "reed-organ", "~reed", "trombone", "flute", "~vocal", level=1, fx=("delay:dub",) if s.chance(0.6) else ("delay",))
    tunes.tune(s, lead, 62, 79, ("x---x-x-x-------", "..x-x-xxx-......", "x-xxx---........", "....x---x-x-x---"), "AABA", 2, where=("open", "strip"),
        leap=0.2, bend=0.2, only=craft.calls if s.chance(0.4) else None)
    if s.chance(0.5):
        toast = s.part("~rap-voice", "~vocal-low", "~speech", level=1, fx=("delay:dub",))
        tunes.shout(s, toast, s.pick("x...x...x.x...../................", "....x.x.x......./................"), 48, where=("drop", "strip"))
    if s.chance(0.35):
        siren = s.part("~siren", "~theremin", "bird", level=-10, fx=("delay:dub",))
        craft.lift(s, siren, 74, where="drop", beats=2.0)


@style("Reggae", like="Jazz")
def noon_orange_street_ska(s: Song) -> None:
    """Ska and rocksteady: walking bass, off-beat piano and guitar, a horn section tune and jazz solos, or a slower close-harmony song."""
    steady = s.chance(0.4)
    s.set((82, 104) if steady else (116, 150), s.pick("major", "mixolydian", "minor", "dorian"), keys="F Bb C G Eb D", swing=s.pick(0.35, 0.6, 0.8),
        room=("room", "club", "plate"))
    dark = s.scale in ("minor", "dorian")
    s.until(46, s.pick("head head solo", "head solo"), head=s.pick("im | im | iv | V7", "im | bVII | bVI | V7", "im7 | iv7 | im7 | V7") if dark
        else s.pick("I | vi | ii | V7", "I | I | IV | V", "I | VI7 | ii7 | V7", "I | IV | I | V"),
        solo=s.pick("im | iv | im | V7", "im | bVII | im | V7") if dark else s.pick("I | vi | ii | V7", "I | IV | V | I", "I7 | IV7 | I7 | V7"))
    kit = s.part("kit:standard", "kit:jazz", "kit:room", level=0)
    craft.beat(s, kit, s.pick("k:....x...;r:....x...;h:.x.x.x.x", "k:....x...;r:....x...;h:xoxoxoxo") if steady
        else s.pick("k:..x...x.;r:..x...x.;h:.x.x.x.x", "k:..x...x.;s:..X...X.;R:x.xox.xo;h:.x.x.x.x", "k:x...x...;s:..X...X.;h:.x.x.x.x"), fills=8,
        fill=s.pick("timbal", "snare"), crash=0.4)
    low = s.part("upright", "finger-bass", "upright", level=2)
    if steady:
        craft.bass(s, low, s.pick("1.13..5.", "1-.35-.1", "1.35..8.", "1-5.3-1."), legato=0.75)
    else:
        craft.walk(s, low, skip=0.02)
    craft.comp(s, s.part("piano", "honky-tonk", "electric-grand", level=-1), ".x.x.x.x", 64, 4, ring=0.35)
    craft.comp(s, s.part("clean-guitar", "jazz-guitar", "muted-guitar", "banjo", level=-1), ".x.x.x.x", 67, 3, ring=0.25)
    if s.chance(0.4):
        craft.comp(s, s.part("drawbar", "rock-organ", level=-4), s.pick(".xox.xox", "oxoxoxox"), 62, 3, ring=0.4)
    front = s.part("~vocal", "~vocal-duo", "trumpet", "tenor-sax", level=2) if steady else s.part("trumpet", "alto-sax", "tenor-sax", "trombone", level=1)
    low_v = 53 if front.voice in ("trombone", "tenor-sax") else 60
    tunes.tune(s, front, low_v, low_v + 16, ("x-xxx-x-", "x--xx---", ".xx-x-x-", "x-x-x---", "xxx-x---"), "AABA", 2, where="head", leap=0.25)
    for steps in (-2, -4)[: s.pick(1, 2)]:
        tunes.harmony(s, front, s.part("~backing", "~vocal", level=-2) if steady else s.part("trombone", "tenor-sax", "alto-sax", level=-1), steps)
    solo = s.part("tenor-sax", "trumpet", "trombone", "alto-sax", "clean-guitar", level=1)
    tunes.solo(s, solo, 54 if solo.voice == "trombone" else 60, 82, ("xxxxx-x-", "..xxx-x-", "x-xxxxx-", "x--xx---"), where="solo", rest=0.25, chromatic=0.15,
        bend=0.2)
    if s.chance(0.4):
        craft.comp(s, s.part("brass", "trombone", level=-3), s.pick("x.x...../........", "......xx/x......."), 62, 3, where="solo", ring=0.5)
    if s.chance(0.2):
        tunes.shout(s, s.part("~rap-voice", "~vocal-duo", "~speech", level=-1), ".x.x.x.x/........", 52, where="solo")


@style("Latin", like="Jazz")
def noon_calle_tumbao(s: Song) -> None:
    """Salsa, son and mambo: clave, cascara and bell, anticipated bass, octave montuno, brass riffs, a singer and a chorus that answers."""
    s.set((158, 212), s.pick("minor", "harmonic-minor", "major", "mixolydian"), keys="C D F G A Bb", room=("club", "plate", "room", "hall"))
    dark = s.scale in ("minor", "harmonic-minor")
    s.until(46, s.pick("verse montuno mambo montuno", "montuno mambo montuno"), verse=s.pick("im | ivm | V7 | im", "im | bVII | bVI | V7",
        "im6 | im6 | V7 | V7 | V7 | V7 | im6 | im6") if dark else s.pick("I6 | IV6 | V7 | I6", "Imaj7 | vi7 | ii7 | V7", "I | I | V7 | V7"),
        montuno=s.pick("im | V7 | V7 | im", "im ivm | V7 ivm | im ivm | V7 ivm",
        "im bVII | bVI V7 | im bVII | bVI V7") if dark else s.pick("I IV | V7 IV | I IV | V7 IV", "I | V7 | V7 | I", "I vi | ii V7 | I vi | ii V7"),
        mambo=s.pick("im | im | V7 | V7", "im ivm | V7 im | im ivm | V7 im") if dark else s.pick("I IV | V7 IV | I IV | V7 IV",
        "ii7 V7 | I6 VI7 | ii7 V7 | I6 VI7"))
    flip = s.chance(0.5)
    two_bar = (lambda a, b: f"{b}/{a}") if flip else (lambda a, b: f"{a}/{b}")
    kit = s.part("kit:standard", "kit:room", "kit:jazz", level=0)
    clave = s.pick(("x..x..x.", "..x.x..."), ("x..x...x", "..x.x..."), ("x..x..x.", "..x.x..."))
    craft.beat(s, kit, f"v:{two_bar(*clave)};A:{two_bar('x.xx.xx.', 'x.x.xx.x')}", where="verse", fills=4, fill="timbal", crash=0.5)
    craft.beat(s, kit, f"v:{two_bar(*clave)};w:{two_bar('x.xxx.x.', 'x.x.x.xx')};k:...x..../...x..x.", where=("montuno", "mambo"), fills=4, fill="timbal",
        crash=0.7)
    hands = s.part("kit:standard", "kit:jazz", level=-1)
    craft.beat(s, hands, s.pick("q:x.X...o.;Q:......xx", "q:xoX.oo..;Q:......xx;L:...x....", "b:xoxoxoxo;d:....x...;Q:......xx;q:..X....."), fills=0)
    craft.shake(s, hands, s.pick(70, 69), s.pick("xxxxxxxx", "x.xxx.xx"), hard=60)
    craft.bass(s, s.part("upright", "finger-bass", "fretless", level=3), s.pick("...5--n-", "...5--n-", "1..5--n-", "...8--n-/...5--n-"), legato=1.0)
    piano = s.part("piano", "bright-piano", "electric-grand", "~electric-guitar" if s.chance(0.2) else "piano", level=1)
    craft.pick_strings(s, piano, two_bar(s.pick("0.21.2.1", "02.1.2.1"), s.pick(".2.1.21.", "2.1.2.1.", ".1.2.1.2")), 67, 3, octave=True, ring=0.7)
    voice = s.part("~vocal", "~vocal-low", "~vocal-duo", level=2)
    low_v = 52 if "low" in voice.voice else 60
    tunes.tune(s, voice, low_v, low_v + 15, ("..x-xxx-", "x-xx-xx-", ".xx-xx--", "x--xx---", ".xxx-x--"), "ABAC", 2, where="verse", leap=0.2)
    tunes.solo(s, voice, low_v, low_v + 15, (".xxx-xx-", "..xx-x--", "x-xx-x--"), where="montuno", only=craft.calls, rest=0.2)
    coro = [s.part("~backing", "~vocal-duo", level=0), s.part("~backing", level=-1), s.part("~vocal-low", level=-2)]
    tunes.choral(s, coro, s.pick("......../......../.xx-xx--/x---....", "......../......../x-xx-x--/.x-x----"), (69, 65, 57), where="montuno", passing=0.0)
    brass = s.part("brass", "trumpet", "~brass-section", level=1)
    tunes.tune(s, brass, 62, 82, ("x-xx-xx-", ".x-xx-x-", "xxxx-x--", "..x-xx--"), "A", 2, where="mambo", leap=0.3)
    tunes.harmony(s, brass, s.part("trombone", "trumpet", "tenor-sax", level=-1), -2)
    if s.chance(0.5):
        tunes.solo(s, s.part("flute", "trumpet", "~vibes", "violin", "trombone", level=0), 60, 86, ("xxxxx-x-", ".xx-xxx-", "x-xx-xx-"), where="mambo",
            only=craft.answers, chromatic=0.2)


@style("Latin", like="Folk")
def noon_cumbia_river(s: Song) -> None:
    """Cumbia and vallenato: scraper and drum in two, root-and-fifth bass, off-beat keyboard, an accordion, gaita or guitar tune, cheerful shouts."""
    s.set((84, 112), s.pick("minor", "harmonic-minor", "major", "minor-pentatonic"), keys="A D E G C F", room=("room", "club", "outdoors", "plate"))
    dark = s.scale != "major"
    s.until(46, "tune verse chorus", tune=s.pick("im | V7 | V7 | im", "im | bVII | bVI | V7", "im | bIII | bVII | im") if dark
        else s.pick("I | V7 | V7 | I", "I | IV | V7 | I"), verse=s.pick("im | im | V7 | im", "ivm | im | V7 | im") if dark else s.pick("I | I | V7 | I",
        "IV | I | V7 | I"), chorus=s.pick("bIII | bVII | im | V7", "im | ivm | V7 | im") if dark else s.pick("IV | I | V7 | I", "I | V7 | IV V7 | I"))
    kit = s.part("kit:standard", "kit:room", "kit:electronic", level=0)
    craft.beat(s, kit, s.pick("k:x...x...x...x...;r:..x...x...x...x.;w:x...x...x...x...", "k:x.......x.......;Q:..xx..xx..xx..xx;v:x...x...x...x...",
        "k:x...x...x...x...;s:..g.X.g...g.X.gg;w:x.x.x.x.x.x.x.x."), fills=8, fill="timbal", crash=0.4)
    craft.shake(s, s.part("kit:standard", level=-1), s.pick(69, 70, 69), s.pick("X.xxX.xxX.xxX.xx", "X.ooX.ooX.ooX.oo"), hard=85)
    if s.chance(0.7):
        craft.beat(s, s.part("kit:standard", "kit:jazz", level=-2), s.pick("Q:..x...xx..x...xx;q:....x.......x...", "L:x..x..x.x..x..x.;q:..x...x...x...xx"),
            fills=0)
    craft.bass(s, s.part("finger-bass", "pick-bass", "upright", "tuba", level=3), s.pick("1---5-3-1---5-3-", "1---..5-1---..5-", "1-..5-5-1-..5-<-",
        "1---5-8-1---5-<-"), legato=0.7)
    craft.comp(s, s.part("piano", "nylon", "~accordion", "drawbar", "clean-guitar", level=-2), s.pick("..x...x...x...x.", "..xx..xx..xx..xx"), 65, 3, ring=0.4)
    lead = s.part("accordion", "~accordion", "clarinet", "~flute", "clean-guitar", "drawbar", "~saw-lead", "brass", level=1)
    tunes.tune(s, lead, 60, 82, ("x-xxx-x-x-xxx-x-", "..xxxxx-x-x-x---", "x-x-xxx-x---....", "..x-x-x-xxxxx---"), "AABC", 1, where=("tune", "chorus"),
        leap=0.25, grace=0.15)
    if s.chance(0.5):
        tunes.harmony(s, lead, s.part("accordion", "clarinet", "brass", level=-2), -2)
    voice = s.part("~vocal", "~vocal-low", "~vocal-duo", level=2)
    low_v = 52 if "low" in voice.voice else 60
    tunes.tune(s, voice, low_v, low_v + 12, ("..x-x-xxx-x-....", "x-xxx-x-x---....", "..xxx-x-x-x-...."), "AABB", 1, where=("verse", "chorus"), leap=0.15)
    if s.chance(0.6):
        tunes.harmony(s, voice, s.part("~vocal", "~backing", level=-2), 2)
    tunes.solo(s, lead, 62, 82, ("........xxxxxxx-", "........x-xxx---"), where="verse", only=lambda b: b.index % 2 == 1,
        scale="harmonic-minor" if dark else "major")
    if s.chance(0.3):
        tunes.shout(s, s.part("~rap-voice", "~vocal-duo", "~speech", level=-1), f"x-..............{'/................' * 3}", 58, where=("tune", "chorus"))


@style("Latin", like="Jazz")
def noon_rio_terrace(s: Song) -> None:
    """Bossa nova and samba: nylon guitar thumb and syncopated chords, rim in the bossa pattern, a murmured tune full of tensions, flute or piano."""
    samba = s.chance(0.35)
    s.set((94, 116) if samba else (118, 152), s.pick("major", "major", "minor"), keys="C D F G A Bb E", room=("room", "booth", "plate", "club"))
    dark = s.scale == "minor"
    s.until(46, s.pick("verse verse bridge", "verse bridge"), verse=s.pick("im9 | im9 | iiø | V7b9 | im9 | im9 | ivm7 | V7alt", "im6 | bVImaj7 | iiø | V7b9")
        if dark else s.pick("Imaj9 | Imaj9 | II7#11 | II7#11 | iim9 | V13 | Imaj9 | bII9", "Imaj7 | #i°7 | iim7 | V9",
        "I69 | viiø III7b9 | vim9 | II13 | iim9 | V7b9 | I69 | V13", "Imaj9 | bVII13 | Imaj9 | VI7b9 | iim9 | V13 | Imaj9 | V7b9"),
            bridge=s.pick("ivm7 | bVII9 | bIIImaj7 | V7b9", "bVImaj7 | bII9 | im9 | V7alt") if dark else s.pick("IVmaj7 | ivm6 | iiim7 | VI7b9",
                "bIIImaj7 | bVI13 | iim9 | V7b9", "vm9 | I7b9 | IVmaj9 | bVII9"))
    kit = s.part("kit:brush", "kit:jazz", "kit:standard", level=-2)
    if samba:
        craft.beat(s, kit, s.pick("k:o...X..xo...X..x;h:xoxxxoxxxoxxxoxx;r:x.x..x.x.x.x..x.", "L:....X.......X...;t:XooxXooxXooxXoox;r:..x.xx.x..x.x.x."),
            fills=8, fill="brush", crash=0.1)
        craft.beat(s, s.part("kit:standard", level=-3), "L:....X.......X...;q:x.x..x..x.x.x..x;m:xoxoxoxoxoxoxoxo", fills=0)
    else:
        craft.beat(s, kit, s.pick("k:x..xx..x;r:x..x..x./..x..x..;h:xoxoxoxo", "k:x..xx..x;r:x..x..x./.x..x.x.;R:xoxoxoxo",
            "r:x..x..x./..x..x..;m:xoxoxoxo;p:..x...x."), fills=0, drop=0.05)
    craft.bass(s, s.part("upright", "finger-bass", "fretless", "nylon", level=1), s.pick("1..15..55..51..1", "1---5-..1---5-.<") if samba
        else s.pick("1-.15-.5", "1--15--n", "1-.55-.5/1-.55-.<"), legato=0.85)
    guitar = s.part("nylon", "~nylon-guitar", "nylon", "jazz-guitar", level=2)
    craft.comp(s, guitar, s.pick("b.x..x.xB..x.x..", "b..x.x.xB.x..x.^") if samba else s.pick("b..xB.x./b.x.B..^", "b.xxB..x/b..xB.x.", "bx..Bx.x/b.x.B.x."),
        61, 4, ring=0.6)
    if s.chance(0.5):
        craft.comp(s, s.part("piano", "rhodes", "~vibes", level=-3), s.pick("..x-------..x---", "x-----x---------") if samba
            else s.pick("..x---../.x----..", "x---..x-/..x-----"), 66, 4)
    voice = s.part("~vocal", "~vocal-low", "flute", "~vocal-duo", "tenor-sax", "trombone", level=1)
    low_v = 50 if voice.voice in ("~vocal-low", "trombone", "tenor-sax") else 58
    tunes.tune(s, voice, low_v, low_v + 16, ("x.xx.xx-x-..xx-.", "..x-xx.x-x-x----") if samba
        else ("x--xx-x-", ".x-xx---", "x-xx-xx-", "..x-x-x-", "x---x--x"), "AABA", 2, where="verse", leap=0.15, hard=82)
    other = s.part("flute", "piano", "alto-sax", "muted-trumpet", "jazz-guitar", "~vocal", level=1)
    tunes.solo(s, other, 62, 84, ("x.xxx.xxx-..xx-.", "xxxxx-x-..xxx-..") if samba else ("xxxxx-x-", ".xx-xxx-", "x-xx-x--"), where="bridge", chromatic=0.15,
        rest=0.3, hard=84)
    if s.chance(0.35):
        craft.pad(s, s.part("strings", "slow-strings", "~section", level=-7), 70, 3, where="bridge")
