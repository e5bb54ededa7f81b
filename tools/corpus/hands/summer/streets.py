"""Hip-hop and rap: loops that begin under the fingers, drums that lean back, words that lean in."""

from __future__ import annotations

from hands.summer import craft, fret, sing
from song import Song, style


@style("Hip-Hop", like="Jazz")
def summer_crate_boombap(s: Song) -> None:
    """Boom-bap instrumental: two chopped bars of somebody's guitar or horn record over heavy swung drums, scratches for a hook."""
    s.set((82, 98), ("minor", "dorian", "blues"), keys="A C D F G Bb", swing=(0.3, 0.8), unit=0.5, room=("dry", "booth", "room"))
    loop = s.pick("im7 | ivm7", "im9 | bVImaj7", "im7 bIIImaj7 | ivm7 V7alt", "im7 | im7", "im7 | bVII7", "iim7b5 V7b9 | im9", "bVImaj7 | v7")
    s.until(46, "beat beat hook beat", beat=" | ".join([loop] * 4), hook=" | ".join([loop] * 2))
    sample = s.part("jazz-guitar", "rhodes", "piano", "vibraphone", "nylon", "~electric-dark", fx=s.pick(("crush:3",), ("tone:dark",), ("tone:telephone",), ()))
    stabs = s.pick("x---..x-....x-.. | x-..x---........", "..x-..x-..x-.... | x-------..x-x-..", "x-x-....x-..x--- | ....x-..x-......")
    craft.comp(s, sample, stabs, centre=62, voices=4, gap=0.85)
    if s.chance(0.7):
        chop = s.part("trumpet", "tenor-sax", "flute", "strings", "muted-trumpet", "~vocal", level=-1, fx=s.pick(("crush:4",), ("tone:far",)))
        sing.tune(s, chop, 60, 79, plan="A", bars=2, feel="talk", rest=s.pick(0.3, 0.5))
    craft.bass(
        s, s.part("upright", "finger-bass", "~sub-bass", "~electric-bass", level=1), s.pick("R--.R...5-..R-a.", "R-----R.....8.7.", "R..R..R-....5-a-"), low=28
    )
    kit = s.part("~kit:lofi", "kit:standard", "kit:room", "~kit:linn", level=2)
    craft.beat(
        s,
        kit,
        s.pick("k X.....x..X...... | X..x..x...X....x", "k X..x......X.x... | X..x......X.....", "k X......xx.X..... | X......x..X..x..")
        + " / s ....X.......X..g"
        + s.pick(" / h x.x.x.x.x.x.x.x.", " / h x.xxx.x.x.xxx.xo", " / r x.x.x.x.x.x.x.x.")
        + s.pick("", " / o ..............x."),
        fills=0,
        crash=0.2,
    )
    scratch = s.part("~scratch", level=-3)
    for bar in s.bars("hook"):
        for on in s.pick((0, 0.5, 0.75), (2, 2.5, 3, 3.25), (1, 1.25, 1.5)):
            scratch.add(bar.start + on, s.pick(0.25, 0.4), 60, 92)
    if s.chance(0.25):
        sing.shout(s, s.part("~speech", "~rap-voice", level=0, fx=("tone:telephone",)), "hook", odds=0.5)


@style("Hip-Hop", like="Jazz")
def summer_bedroom_tape(s: Song) -> None:
    """Lo-fi beat: one nylon or electric guitar playing sevenths off the grid, soft dusty drums, rain, a toy melody."""
    s.set((66, 88), ("major", "dorian", "minor"), keys="C Eb F Ab D G Bb", swing=(0.4, 0.9), unit=0.5, room=("dry", "booth", "room"))
    loop = craft.by_mode(
        s,
        ("iim9 | V13 | Imaj9 | vim9", "IVmaj7 | iiim7 | iim7 | Imaj7", "Imaj7 | VI7alt | iim9 | V9sus4", "Imaj9 | IVmaj9 | iiim7 | vim7"),
        ("im9 | ivm9 | bVII13 | bIIImaj7", "im7 | bVImaj7 | ivm7 | v7", "iim7b5 | V7alt | im9 | im9"),
    )
    s.until(46, "loop loop melody loop", loop=loop, melody=loop + " | " + loop)
    guitar = s.part(
        "nylon",
        "jazz-guitar",
        "~nylon-guitar",
        "clean-guitar",
        "~electric-dark",
        fx=s.pick(("tone:dark",), ("crush:2",), ("tremolo",)),
        late=0.012,
        loose=0.018,
    )
    fret.pick(
        s,
        guitar,
        s.pick("B . 321 . . . 32 . . 1 . . 321 . . .", "B321 . . . 2 . 1 . B . 32 . . . 1 .", "B . 3 . 2 . 1 . . . 21 . 3 . . ."),
        "guitar",
        ring=4,
        fret=s.pick(0, 3, 5),
        vel=76,
    )
    if s.chance(0.5):
        craft.comp(
            s,
            s.part("rhodes", "piano", "dx-piano", "~fm-piano", level=-4, fx=s.pick(("tone:dark",), ("crush:3",))),
            s.pick("x---------x-....", "..x-......x-----"),
            centre=62,
            voices=4,
            vel=70,
        )
    craft.bass(s, s.part("upright", "finger-bass", "~sub-bass", "fretless"), s.pick("R----..R..5-....", "R-....R-....a-..", "R-----..8-..5-.."), low=28, vel=88)
    craft.beat(
        s,
        s.part("~kit:lofi", "kit:brush", "~kit:minimal", "kit:jazz", level=-1),
        s.pick("k x.....x...x..... | x......x..x.....", "k x..x......x..... | x..x...x..x.....", "k x.........x..x..")
        + s.pick(" / s ....x.......x...", " / x ....x.......x..o", " / s ....x..g....x...")
        + s.pick(" / h o.o.o.o.o.o.o.o.", " / h o.oooo.oo.ooo.oo", " / a o.o.o.o.o.o.o.o."),
        crash=0,
    )
    toy = s.part("music-box", "vibraphone", "kalimba", "flute", "celesta", "muted-trumpet", "glockenspiel", "jazz-guitar", level=-1, fx=s.pick((), ("delay",)))
    sing.tune(s, toy, 65, 84, "melody", plan="AABA", feel="talk", rest=0.4, scale="major-pentatonic" if s.scale == "major" else "minor-pentatonic")
    if s.chance(0.5):
        noise = s.part("rain", "seashore", "~wind", level=-14)
        for bar in s.bars():
            noise.add(bar.start, bar.beats, 60, 60)


@style("Hip-Hop", like="R&B")
def summer_coast_lowride(s: Song) -> None:
    """West-coast G-funk: a whining portamento lead, wah guitar chanks, rubber bass, claps; perhaps a sung hook."""
    s.set((88, 106), ("minor", "dorian", "minor-pentatonic"), keys="E A D G C F", swing=(0.1, 0.5), unit=0.5, room=("room", "booth", "plate"))
    loop = s.pick("im7 | im7 | im7 | im7", "im7 | IV7 | im7 | IV7", "im7 | bVII | bVI | v7", "im7 | ivm7 | im7 | V7#9", "im7 | im7 | bVI | bVII")
    s.until(46, "lead verse hook verse", lead=loop, verse=loop, hook=loop)
    fret.strum(
        s,
        s.part("muted-guitar", "clean-guitar", "~electric-guitar", pan=0.5, level=-1, fx=("wah",)),
        s.pick("X.X.T.X.X.XXT.X.", "..X.T.XX..X.T.X.", "T...X.X.T..XX.X."),
        "top",
        fret=5,
        gap=0.5,
        vel=84,
    )
    craft.bass(
        s,
        s.part("~saw-bass", "slap-bass", "synth-bass", "finger-bass", "~square-bass", level=2),
        s.pick("R..R..8.R...7-5-", "R-.R....5.7.8.a.", "R..RR.....7-R.5.", "R...R.8.7...5.a."),
        low=28,
    )
    kit = s.part("~kit:808", "~kit:linn", "~kit:909", "kit:electronic", level=1)
    craft.beat(
        s,
        kit,
        s.pick("k X..x...x..X.....", "k X.....x.X.x....x", "k X..x..x.X..x..x.")
        + " / s ....X.......X... / l ....X.......X..."
        + s.pick(" / h xxxxxxxxxxxxxxxx", " / h x.x.x.x.x.x.x.x.", " / h x.xox.xox.xox.xo")
        + s.pick("", " / w ..x..x....x.....", " / j ..x...x...x...x."),
        fills=8,
    )
    whine = s.part("saw-lead", "~saw-lead", "square-lead", "~theremin", level=2, fx=("delay",))
    sing.tune(s, whine, 76, 96, ("lead", "hook"), plan=s.pick("AABA", "AAAB"), feel="sync", rest=0.2, bend=0.5, scale="minor-pentatonic", gap=1.0)
    craft.comp(
        s,
        s.part("rhodes", "synth-strings", "dx-piano", "drawbar", level=-4),
        s.pick("x---------------", "x-..x---........", "..x-....x-......"),
        centre=64,
        voices=4,
    )
    if s.chance(0.5):
        sing.tune(
            s,
            s.part("~vocal", "~vocal-duo", "~robot", "~backing", level=1),
            57,
            72,
            "hook",
            plan="AAAB",
            feel="talk",
            rest=0.2,
            scale="minor-pentatonic",
            bend=0.3,
        )
    craft.pad(s, s.part("~string-machine", "strings", "~choir", level=-6), "verse", voices=3, centre=67)
    if s.chance(0.35):
        sing.rap(s, s.part("~rap-voice", "~vocal-low", level=-1), "verse", low=48, flow="eight", vel=92)


@style("Hip-Hop", like="Jazz")
def summer_upright_cipher(s: Song) -> None:
    """Jazz-hop by a live band: upright ostinato, broken swung drums, guitar octaves and horn choruses over a two-chord vamp."""
    s.set((84, 104), ("dorian", "minor", "mixolydian"), keys="D F G C Bb Eb", swing=(0.5, 0.95), unit=0.5, room=("club", "room", "booth"))
    loop = s.pick("im9 | IV13", "im11 | bIIImaj7", "I9 | IV9", "im9 | im9 | bVImaj9 | V7alt") if s.scale != "mixolydian" else "I9 | bVII9"
    loop = " | ".join([loop] * (4 if loop.count("|") == 1 else 2))
    s.until(46, "groove blow hook blow", groove=loop, blow=loop, hook=loop)
    line = s.pick("R-..5-8-..7-5... | R-..5-8-..4-2...", "R..R..5.7-..5-a.", "R-R-..8---7-5-.. | R-R-..5---4-2-..")
    craft.bass(s, s.part("upright", "upright", "~string-bass", "contrabass", level=2), line, low=28)
    craft.beat(
        s,
        s.part("kit:jazz", "kit:standard", "kit:room", "~kit:lofi", level=1),
        s.pick("k X..x..x...x..... | X..x.....xx.....", "k X.....x.x..x....", "k X..x......x..x..")
        + s.pick(" / s ....X..g.g..X..g", " / s ....X..g....X.g.")
        + s.pick(" / r x.x.x.x.x.x.x.x.", " / h x.xxx.xxx.xxx.xx", " / h x.x.x.x.x.x.x.x."),
        fills=8,
        crash=0.3,
    )
    guitar = s.part("jazz-guitar", "clean-guitar", "~electric-dark", pan=0.4)
    craft.comp(s, guitar, s.pick("..x-...x..x-....", "x--..x-...x-....", "....x-.x....x-.."), centre=64, voices=4, vel=76)
    craft.comp(
        s, s.part("rhodes", "vibraphone", "piano", level=-3), s.pick("x-------....x---", "..x-----..x-----"), ("groove", "hook"), centre=62, voices=4, vel=72
    )
    horn = s.part("trumpet", "tenor-sax", "alto-sax", "muted-trumpet", "flute", "vibraphone", level=1)
    fret.solo(s, horn, 60, 82, "blow", "dorian" if s.scale != "mixolydian" else "mixolydian", bends=0.15, rest=0.4, fast=0.4, shake=0.2, vel=90)
    sing.tune(s, horn, 62, 79, "hook", plan="AAAB", feel="talk", rest=0.25)
    sing.second(s, s.part("tenor-sax", "trombone", "trumpet", level=-1), horn, -2, "hook")
    if s.chance(0.4):
        sing.tune(s, s.part("~vocal", "~vocal-low"), 57, 71, "groove", plan="AABA", feel="talk", rest=0.4, scale="minor-pentatonic", bend=0.3)
    if s.chance(0.3):
        scratch = s.part("~scratch", level=-6)
        for bar in s.bars("groove"):
            scratch.add(bar.start + s.pick(1.5, 2.5, 3.0), 0.3, 60, 80)


@style("Hip-Hop", like="Electronic")
def summer_plug_six_strings(s: Song) -> None:
    """A trap producer's beat built on a guitar loop: rolling hats, a booming tuned bass, bells above, tags between."""
    s.set((126, 158), ("minor", "harmonic-minor", "phrygian"), keys="C D Gb A E F", room=("booth", "plate", "dry", "hall"))
    loop = (
        s.pick("i | bVI | i | v", "i | i | bVI | V", "i | bII | i | bII", "i | iv | bVI | V", "i | bVII | bVI | bVI")
        if s.scale != "minor"
        else s.pick("i | bVI | bIII | bVII", "i | i | bVI | bVII", "bVI | bVII | i | i", "i | iv | bVI | v")
    )
    s.until(46, "drop drop thin drop", drop=loop + " | " + loop, thin=loop)
    fret.pick(
        s,
        s.part(
            "nylon",
            "steel",
            "clean-guitar",
            "~nylon-guitar",
            "~electric-guitar",
            "koto",
            send=-6,
            fx=s.pick(("delay",), ("tone:far",), ("chorus",), ("reverse",)),
        ),
        s.pick("B . 3 2 1 . 2 3", "3 2 1 2 3 . 1 . ", "B 3 1 3 2 3 1 3", "B1 . . 2 3 . . 2"),
        "guitar",
        fret=s.pick(0, 3, 7),
        ring=2.5,
    )
    craft.bass(
        s,
        s.part("~808-bass", "~808-bass", "~sub-bass", "~fm-bass", level=3),
        s.pick("R-----R---------", "R--R------R--R--", "R---------R---8-", "R-----------R-5-"),
        low=28,
        vel=112,
    )
    kit = s.part("~kit:808", "~kit:any", "~kit:hard", "kit:808", level=1)
    hats = s.pick("h x.x.x.x.x.x.xxxxx.x.x.x.x.xxxxx.", "h x.x.x.x.x.x.x.x.", "h x.xxx.x.x.xxxxxx", "h xxxxxxxxxxxxxxxx | x.x.x.x.x.xxxxxx")
    craft.beat(
        s,
        kit,
        s.pick("k x.....x..x......", "k x..x......x..x..", "k x.........x.x...", "k x.....x...x..x..")
        + " / "
        + s.pick("s ........X.......", "l ........X.......", "s ........X....... / l ........X.......")
        + f" / {hats}"
        + s.pick("", " / o ......x.........", " / x ...o..o.......o."),
        "drop",
        fills=0,
        crash=0.4,
    )
    craft.beat(s, kit, f"{hats} / l ........X.......", "thin", crash=0)
    top = s.part("bells", "~fm-bell", "music-box", "flute", "~pluck", "piano", "~choir", level=-1, fx=("delay",))
    sing.tune(s, top, 67, 88, "drop", plan=s.pick("AAAB", "AABA"), feel=s.pick("song", "slow"), rest=0.2)
    if s.chance(0.5):
        craft.pad(s, s.part("~dark-pad", "choir", "strings", "~air-pad", level=-5), voices=3)
    if s.chance(0.4):
        sing.shout(s, s.part("~rap-voice", "~speech", "~robot", level=-2, fx=("delay",)), odds=0.35)
    if s.chance(0.4):
        sing.tune(s, s.part("~vocal", "~robot", level=0), 60, 72, "thin", plan="AAAB", feel="talk", rest=0.25, scale="minor-pentatonic")


@style("Rap", like="Hip-Hop")
def summer_mic_and_riff(s: Song) -> None:
    """Golden-age rap over a guitar break: an MC on the sixteenths, a crew doubling the rhymes, horns or riff answering."""
    s.set((88, 112), ("minor-pentatonic", "blues", "dorian"), keys="E A G D C B", swing=(0.0, 0.6), unit=0.5, room=("dry", "booth", "room", "club"))
    s.until(
        46,
        "verse hook verse hook",
        verse=" | ".join([s.pick("im7 | im7", "im7 | bVII", "I7 | IV7", "im7 | bIII")] * 4),
        hook=s.pick("im7 | im7 | bVII | IV", "I7 | I7 | IV7 | IV7", "im7 | bVI | bVII | im7"),
    )
    hook = fret.invent(s, "minor-pentatonic", 4, s.pick(0.25, 0.5), 0.65, -2, 10)
    guitar = s.part(
        "overdriven", "muted-guitar", "clean-guitar", "~electric-guitar", "jazz-guitar", level=-2, fx=s.pick(("amp:crunch",), ("wah",), ("crush:3",))
    )
    fret.riff(s, guitar, hook, None, low=45, chord=s.chance(0.5), vel=88)
    craft.bass(
        s,
        s.part("finger-bass", "~electric-bass", "~sub-bass", "pick-bass", level=1),
        s.pick("R..R..R-....5-a.", "R-..R...R..R7-..", "R-.R......R-8.7."),
        low=28,
    )
    craft.beat(
        s,
        s.part("~kit:linn", "~kit:lofi", "kit:standard", "~kit:808", "kit:room", level=2),
        s.pick("k X.....x.x.x.....", "k X..x..x...X.....", "k X.x.......X..x..")
        + " / s ....X.......X..."
        + s.pick(" / h x.x.x.x.x.x.x.x.", " / h xxxxxxxxxxxxxxxx", " / h x.xxx.xxx.xxx.xo")
        + s.pick("", " / w x...x...x...x...", " / j ....x.......x..."),
        fills=0,
        crash=0.4,
    )
    main = s.part("~rap-voice", "~rap-voice", "~speech", level=5, pan=0.0, send=-20)
    sing.rap(s, main, "verse", low=s.pick(46, 50, 54), flow=s.pick("sixteen", "sixteen", "eight"), vel=112)
    crew = s.part("~vocal-duo", "~rap-voice", "~growl", level=1, pan=0.3)
    sing.rap(s, crew, "hook", low=52, flow="eight", vel=110)
    sing.rap(s, main, "hook", low=50, flow="eight", vel=112)
    if s.chance(0.5):
        craft.comp(s, s.part("brass", "orchestra-hit", "tenor-sax", "strings", level=-2), s.pick("X-..........X-..", "X-....X-........"), "hook", centre=65)
    if s.chance(0.5):
        scratch = s.part("~scratch", level=-3)
        for bar in s.bars("hook"):
            for n in range(s.pick(2, 3, 4)):
                scratch.add(bar.start + n * 0.75 + s.pick(0, 0.25), 0.3, 60, 90)


@style("Rap", like="Hip-Hop")
def summer_trap_pulpit(s: Song) -> None:
    """Trap with a triplet-flow rapper in front: dark picked loop, huge bass, ad-libs after every line, a chanted hook."""
    s.set((124, 152), ("minor", "phrygian", "harmonic-minor"), keys="C Db F A E G", room=("booth", "dry", "plate"))
    loop = s.pick("i | i | bII | i", "i | bVI | i | V", "i | i | bVI | v", "i | iv | i | bII")
    s.until(46, "hook verse verse", hook=loop + " | " + loop, verse=loop + " | " + loop)
    fret.pick(
        s,
        s.part("steel", "nylon", "clean-guitar", "piano", "~koto", level=-4, fx=s.pick(("tone:dark",), ("delay",))),
        s.pick("B . 2 . 1 . 2 .", "1 2 3 2 1 2 3 2", "B . . 1 . . 2 ."),
        "guitar",
        fret=s.pick(0, 5),
        ring=2,
    )
    craft.bass(s, s.part("~808-bass", "~808-bass", "~sub-bass", level=2), s.pick("R-----R---------", "R--R------R-8---", "R---------R--R--"), low=28, vel=112)
    craft.beat(
        s,
        s.part("~kit:808", "~kit:hard", "~kit:any", level=1),
        s.pick("k x.....x...x.....", "k x..x......x..x..", "k x.....x..x......")
        + " / s ........X....... / l ........X....... / "
        + s.pick("h x.x.x.x.x.x.x.x.x.xxxxx.x.x.xxxx", "h x.x.x.x.xxxxx.x.", "h x.xxx.xxx.xxx.xx")
        + s.pick("", " / o ..............x."),
        fills=0,
        crash=0.3,
    )
    lead = s.part("~rap-voice", "~rap-voice", "~speech", level=5, pan=0, send=-18)
    sing.rap(s, lead, "verse", low=s.pick(45, 50, 53), flow=s.pick("triplet", "triplet", "sixteen"), vel=112)
    sing.rap(s, s.part("~rap-voice", "~robot", "~vocal-low", level=4, pan=0), "hook", low=52, flow="eight", vel=112)
    adlib = s.part("~rap-voice", "~vocal-duo", "~growl", level=0, pan=0.5, fx=("delay",))
    for bar in s.bars():
        if bar.index % 2 and s.chance(0.75):
            for n in range(s.pick(1, 2)):
                adlib.add(bar.start + 3 + n * 0.5, 0.35, 57 + s.pick(0, 3), 100, s.pick("hay", "yea", "woo", "gra"))
    if s.chance(0.6):
        craft.pad(s, s.part("choir", "strings", "~dark-pad", "brass", level=-5), voices=3)
    if s.chance(0.4):
        sing.tune(s, s.part("bells", "flute", "~fm-bell", level=-4), 72, 88, "hook", plan="AAAB", feel="slow", rest=0.2)


@style("Rap", like="Electronic")
def summer_double_time(s: Song) -> None:
    """Grime and fast-chopping rap: square bass, skittering syncopated drums near 140 or bouncing at 100, no room to breathe."""
    grime = s.chance(0.5)
    s.set((136, 144) if grime else (92, 108), ("minor", "phrygian", "minor-pentatonic"), keys="F E C G D A", room=("dry", "booth", "club"))
    loop = s.pick("i | i | i | bII", "i | i | bVI | bVII", "i | bIII | i | bVII", "i | i | i | i")
    s.until(46, "verse hook verse verse", verse=loop + " | " + loop, hook=loop)
    craft.bass(
        s,
        s.part("~square-bass", "~saw-bass", "~fm-growl", "synth-bass-2", "~808-bass", level=2),
        s.pick("R--R--R---R-7---", "R..R..R..R..8.7.", "R-----5-R---7-a-", "R--R----R--3--2-"),
        low=28,
        vel=108,
    )
    kit = s.part("~kit:minimal", "~kit:909", "~kit:hard", "~kit:any", level=1)
    craft.beat(
        s,
        kit,
        s.pick("k X.....x...x..... / s ....x..x....X...", "k X..x..x...x..x.. / s ....X.......X..x", "k X.....X.....X... / l ...x..x...x..x..")
        + s.pick(" / h ..x...x...x...x.", " / h x.xxx.xxx.xxx.xx", " / x o..o..o.o..o..o.")
        if grime
        else s.pick("k X..x..X...X.....", "k X.x...x.X.....x.") + " / s ....X.......X... / h xxxxxxxxxxxxxxxx",
        fills=0,
        crash=0.3,
    )
    fret.riff(
        s,
        s.part("strings", "pizzicato", "square-lead", "~square-pluck", "~koto", "muted-guitar", "sitar", level=-3),
        fret.invent(s, s.scale if s.scale != "minor" else "harmonic-minor", 4, 0.5, 0.6, 0, 12),
        None,
        low=60,
        chord=False,
    )
    lead = s.part("~rap-voice", "~rap-voice", "~speech", level=5, pan=0, send=-20)
    sing.rap(s, lead, "verse", low=s.pick(48, 52, 56), flow="sixteen" if grime and s.chance(0.5) else "double", vel=114)
    sing.rap(s, s.part("~rap-voice", "~vocal-duo", level=4, pan=0), "hook", low=53, flow="eight", vel=114)
    if s.chance(0.4):
        craft.comp(s, s.part("brass", "~stab", "orchestra-hit", "~brass-section", level=-3), "X-....X-....X-..", "hook", centre=60)
    if s.chance(0.5):
        sing.shout(s, s.part("~growl", "~rap-voice", level=0, fx=("delay",)), "verse", odds=0.3)
