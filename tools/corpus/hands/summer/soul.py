"""R&B: guitars that talk in sixths and ninths to a voice that pleads."""

from __future__ import annotations

from hands.summer import craft, fret, sing
from song import Song, style


@style("R&B", like="Blues")
def summer_muscle_soul(s: Song) -> None:
    """Southern soul in twelve-eight: guitar trills and sixths over organ, horns at the turn, a voice that pleads."""
    s.set((56, 84), ("major", "major-blues"), keys="C G F A D Bb", room=("room", "club", "plate"))
    s.until(
        50,
        "verse chorus verse bridge chorus",
        verse=s.pick("I | I | IV | IV | I | vi | ii | V", "I | iii | IV | V | I | vi | IV | V", "I | V/7 | vi | I7 | IV | iv | I | V7"),
        chorus=s.pick("IV | V | I | vi | IV | V | I | V7", "I | I7 | IV | iv | I | V | I | V"),
        bridge=s.pick("vi | III7 | vi | II7 | IV | I | II7 | V7", "IV | IV | I | I | II7 | II7 | V7 | V7"),
    )
    guitar = s.part("clean-guitar", "jazz-guitar", "~electric-guitar", pan=0.4, fx=s.pick(("amp:clean",), ("tremolo",), ("amp:edge",)))
    fret.pick(s, guitar, s.pick("B 3 2 1 2 3 B 3 2 1 2 3", "B . 32 . . 21 B . 32 . . 21", ". . . 321 . . . . . 321 . ."), "guitar", ring=1.5)
    for bar in s.bars():
        if s.chance(0.5):
            of = craft.at(s, bar.start + 3)
            for n, (a, b) in enumerate(s.pick(((9, 0), (7, 4)), ((4, 12), (2, 9), (0, 7)), ((2, 9), (4, 12)))):
                for up in (a, b):
                    guitar.add(bar.start + 3 + n / 3, 0.34, 57 + (of.root - 57) % 12 + up, 78)
    craft.beat(
        s,
        s.part("kit:standard", "kit:room", "kit:brush"),
        s.pick(
            "k x....xx..... / s ...X.....X.. / h xxxxxxxxxxxx",
            "k x....xx....x / s ...X.....X.. / r x.xx.xx.xx.x",
            "k x.....x..... / x ...x.....x.. / h xxxxxxxxxxxx",
        ),
        fills=4,
        shape="triplet",
    )
    craft.bass(s, s.part("finger-bass", "pick-bass", "upright"), s.pick("R----R5--a--", "R-----5-----", "R---35R---6a"), low=28)
    craft.comp(
        s,
        s.part("drawbar", "rock-organ", "piano", "~organ", level=-3, fx=s.pick((), ("leslie",))),
        s.pick("x-----------", "xxxxxxxxxxxx", "x--x--x--x--"),
        centre=62,
        voices=3,
    )
    horns = s.part("brass", "tenor-sax", "trumpet", "~brass-section", level=-1)
    craft.comp(
        s,
        horns,
        s.pick("............ | ......x--X--", "X-----.....x | X-----......", "...x--...x-- | ............"),
        ("chorus", "bridge"),
        centre=66,
        voices=3,
        vel=92,
    )
    sing.tune(s, s.part("~vocal", "~vocal", "~vocal-low", level=3), 55, 74, plan="ABAC", feel="talk", rest=0.28, bend=0.5, scale="major-blues", grace=0.2)
    if s.chance(0.6):
        craft.comp(s, s.part("~backing", "oohs", level=-4), "x-----x-----", "chorus", centre=66)


@style("R&B", like="Disco")
def summer_motor_stomp(s: Song) -> None:
    """The sixties hit factory: snare or tambourine on every beat, a bass that dances, guitar chinks, call and response."""
    s.set((112, 142), ("major", "major", "dorian"), keys="C F Eb G Ab D", swing=(0.0, 0.4), room=("room", "plate", "club"))
    s.until(
        44,
        "intro verse chorus verse chorus",
        intro=craft.by_mode(s, ("I | IV", "I | I"), ("i | IV",)),
        verse=craft.by_mode(
            s,
            ("I | I | ii | IV | I | I | ii | V", "I | vi | ii | V | I | vi | ii | V", "I | V | IV | IV | I | V | ii | V"),
            ("i7 | i7 | IV7 | IV7 | i7 | i7 | bVII | V7", "i | bVII | bVI | V7"),
        ),
        chorus=craft.by_mode(
            s,
            ("IV | V | iii | vi | ii | V | I | I", "I | iii | vi | IV | ii | ii | V | V", "ii | V | I | IV | ii | V | I | V"),
            ("bVI | bVII | i | i | bVI | bVII | V7 | V7",),
        ),
    )
    fret.strum(
        s,
        s.part("clean-guitar", "jazz-guitar", "muted-guitar", "~electric-guitar", pan=0.5),
        s.pick("..T...T.", "....T.......T...", "..T.X.T."),
        "top",
        fret=5,
        vel=90,
        gap=0.3,
    )
    kit = s.part("kit:standard", "kit:room")
    craft.beat(
        s,
        kit,
        s.pick(
            "k x.x.x.x. / s X.X.X.X. / j xoxoxoxo",
            "k x..xx..x / s ..X...X. / j x.X.x.X.",
            "k x..x..x. / s X.X.X.X. / l ..x...x.",
            "k x..xx.x. / s ..X...X. / j xxXxxxXx / h xxxxxxxx",
        ),
        fills=4,
    )
    craft.bass(
        s,
        s.part("finger-bass", "pick-bass", "~electric-bass", level=1),
        s.pick("R--RR-35 | 8-5-3-a-", "R-.R-5-8 | R-.R-6-a", "R.RR5.6.R.RR8.6a", "R--R5-6- | R-3-4-5a", "R..R..8.R..R.5.a"),
        low=28,
    )
    craft.comp(s, s.part("piano", "rhodes", "drawbar", "vibraphone", level=-3), s.pick("x.x.x.x.", "xxxxxxxx", "..x...x.", "x--x--x-"), centre=65, gap=0.7)
    if s.chance(0.7):
        craft.comp(
            s,
            s.part("brass", "baritone-sax", "~brass-section", level=-2),
            s.pick("x-..x.x. | ........", "......xX", "X---.... | ..x.x.x."),
            ("intro", "chorus"),
            centre=62,
        )
    if s.chance(0.6):
        sing.tune(s, s.part("strings", "~section", level=-3), 67, 86, "chorus", plan="AB", feel="slow", rest=0.0)
    lead = s.part("~vocal", "~vocal", "~vocal-low", level=3)
    sing.tune(
        s,
        lead,
        57,
        74,
        ("verse", "chorus"),
        plan="AABC",
        rest=0.3,
        bend=0.4,
        scale="major-pentatonic" if s.scale == "major" else "minor-pentatonic",
        feel="sync",
    )
    answer = s.part("~backing", "~vocal-duo", level=-1)
    craft.comp(s, answer, s.pick("........ | ....x.x-", "....x-x- | ........", "......xx"), ("verse", "chorus"), centre=67, voices=3)
    if s.chance(0.3):
        sing.tune(s, s.part("baritone-sax", "tenor-sax", "vibraphone"), 55, 76, "intro", plan="A", feel="sync", rest=0.1, bend=0.3)


@style("R&B", like="Pop")
def summer_velvet_slowjam(s: Song) -> None:
    """A quiet-storm slow jam: electric piano and bell chords with ninths, a fretless bass, whispers, one guitar lick a bar."""
    s.set((58, 80), ("major", "minor", "dorian"), keys="Db Ab Eb Bb F B", swing=(0.0, 0.4), unit=0.5, room=("plate", "hall", "room"))
    loop = craft.by_mode(
        s,
        ("Imaj9 | vim9 | iim9 | V9sus4", "IVmaj7 | iiim7 | iim7 | V9sus4", "Imaj7 | IVmaj9 | iiim7 VI7 | iim9 V13", "iim9 | V13 | Imaj9 | vim9"),
        ("im9 | ivm9 | bVII13 | bIIImaj7", "im9 | bVImaj9 | ivm9 | V7alt", "bVImaj7 | v7 | im9 | im9"),
    )
    s.until(
        48,
        "verse chorus verse chorus",
        verse=loop + " | " + loop,
        chorus=craft.by_mode(
            s, ("IVmaj9 | iiim7 | iim9 | V9sus4 | IVmaj9 | iiim7 | iim9 | Imaj9",), ("bVImaj9 | bVII13 | im9 | im9 | bVImaj9 | v7 | ivm9 | V7alt",)
        ),
    )
    craft.comp(
        s,
        s.part("dx-piano", "rhodes", "~fm-piano", fx=("chorus",)),
        s.pick("x-------x--x----", "x-----x---------", "x---..x-x-----x-"),
        centre=62,
        voices=5,
        vel=78,
    )
    craft.bass(
        s, s.part("fretless", "slap-bass", "synth-bass", "~fm-bass", "finger-bass"), s.pick("R-----..R-a-....", "R--R......5-8-..", "R-------..R-5-a-"), low=28
    )
    craft.beat(
        s,
        s.part("~kit:808", "~kit:linn", "~kit:909", "kit:room", "kit:electronic"),
        s.pick("k x......x..x..... / s ....X.......X...", "k x.....x..x.x..x. / l ....X.......X...", "k x..x......x..x.. / s ....X.......X..g")
        + s.pick(" / h x.x.x.x.x.x.x.x.", " / h xoxoxoxoxoxoxxxo", " / h x.xxx.x.x.xxx.xo")
        + s.pick("", " / x ..o....o..o....."),
        fills=8,
    )
    lick = s.part("clean-guitar", "jazz-guitar", "nylon", "~electric-guitar", level=-1, pan=0.4, fx=("delay",))
    fret.solo(s, lick, 60, 81, "chorus", "major-pentatonic" if s.scale == "major" else "minor-pentatonic", bends=0.35, rest=0.75, fast=0.3, vel=80)
    craft.pad(s, s.part("~warm-pad", "slow-strings", "~string-machine", "~air-pad", level=-6), voices=4)
    voice = s.part("~vocal", "~vocal", "~vocal-low", level=3)
    sing.tune(
        s, voice, 57, 75, plan="ABAC", feel="talk", rest=0.28, bend=0.4, grace=0.35, scale="major-pentatonic" if s.scale == "major" else "minor-pentatonic"
    )
    craft.comp(s, s.part("~backing", "oohs", level=-3), s.pick("........x-x-----", "....x-----......"), "chorus", centre=66, voices=4)
    if s.chance(0.35):
        sing.tune(s, s.part("soprano-sax", "alto-sax", "~flute", level=0), 65, 84, "chorus", plan="AB", feel="talk", rest=0.5, bend=0.4)


@style("R&B", like="Hip-Hop")
def summer_neo_frets(s: Song) -> None:
    """Neo-soul from the guitar: sliding ninth-chord voicings, a drummer behind the beat, stacked voices, bass up front."""
    s.set((72, 100), ("dorian", "minor", "major"), keys="E A D Gb B Db", swing=(0.3, 0.75), unit=0.5, room=("room", "booth", "dry"))
    loop = craft.by_mode(
        s,
        ("Imaj9 | iiim7 | iim9 | V13", "IVmaj9 | iiim7 | vim9 | Imaj9", "iim9 | V13 | Imaj9 | VI7alt"),
        ("im9 | IV13 | im9 | IV13", "im9 | ivm9 | bVImaj9 | V7alt", "ivm9 | bVII13 | im11 | im9", "im11 | bIIImaj7 | ivm9 | v7"),
    )
    s.until(46, "vamp verse hook verse hook", vamp=loop, verse=loop + " | " + loop, hook=loop + " | " + loop)
    guitar = s.part("jazz-guitar", "clean-guitar", "~electric-guitar", "~electric-dark", pan=0.3, fx=s.pick((), ("chorus",), ("wah:phase",)))
    before: list[int] | None = None
    for bar in s.bars():
        for on in s.pick((0, 1.75, 2.5), (0, 0.75, 2.5), (0, 1.5), (0, 0.75, 1.5, 3.25)):
            before = craft.voicing(craft.at(s, bar.start + on), 63, 4, before)
            slide = ((0.0, -1.0), (0.12, 0.0)) if s.chance(0.4) else ()
            for n, pitch in enumerate(before):
                guitar.add(bar.start + on + n * 0.02, s.pick(0.4, 0.7, 1.2), pitch, 78 + s.rng.gauss(0, 5), "", slide)
        if s.chance(0.5):
            for n, up in enumerate(s.pick((0, 3, 5), (7, 5, 3, 0), (10, 12), (0, 2, 4))):
                guitar.add(bar.start + 3 + n * 0.25, 0.24, 64 + (s.tonic - 64) % 12 + up, 76)
    kit = s.part("kit:room", "kit:standard", "~kit:lofi", "kit:brush", late=0.018)
    craft.beat(
        s,
        kit,
        s.pick("k x..x...x..x..... / s ....X..g.g..X..g", "k x.....xx..x..... / x ....X.......X..o", "k x.......x.xx.... / s ....X..g.g..X...")
        + s.pick(" / h x.xxx.xxx.xxx.xo", " / h xoxoxoxoxoxoxoxo", " / r x.x.x.x.x.x.x.x."),
        fills=8,
        crash=0.2,
    )
    craft.bass(s, s.part("finger-bass", "fretless", "~electric-bass", level=2), s.pick("R-.R..8.....5-a-", "R--.d.R-..7-5-.a", "R-....R.8-7-..a-"), low=28)
    if s.chance(0.7):
        craft.comp(
            s,
            s.part("rhodes", "drawbar", "~fm-piano", level=-4, fx=s.pick((), ("tremolo",))),
            s.pick("x---..x---..x-..", "..x-....x-......", "x---------------"),
            centre=60,
            voices=4,
            vel=74,
        )
    lead = s.part("~vocal", "~vocal-low", "~vocal", level=2)
    sing.tune(
        s,
        lead,
        57,
        73,
        "verse",
        plan="AABA",
        feel="talk",
        rest=0.25,
        bend=0.3,
        grace=0.3,
        scale="minor-pentatonic" if s.scale != "major" else "major-pentatonic",
    )
    sing.tune(s, lead, 60, 74, "hook", plan="AAAB", feel="talk", rest=0.2, scale="dorian" if s.scale != "major" else "major")
    for steps in (2, 4):
        sing.second(s, s.part("~backing", "~vocal-duo", "~vocal", level=-3), lead, steps, "hook")
    sing.tune(s, s.part("muted-trumpet", "~flute", "jazz-guitar", "vibraphone", level=-1), 62, 82, "vamp", plan="AB", feel="talk", rest=0.3)


@style("R&B", like="Hip-Hop")
def summer_night_text(s: Song) -> None:
    """Contemporary R&B: a reverbed nylon or electric loop, half-time trap drums, sub bass, a melismatic voice with echoes."""
    s.set((58, 76), ("minor", "minor", "dorian", "major"), keys="C Gb A Eb B F", room=("plate", "hall", "booth"))
    loop = craft.by_mode(
        s,
        ("IVmaj7 | iiim7 | vim7 | Imaj7", "iim9 | Imaj7 | IVmaj7 | V"),
        ("im7 | bVImaj7 | ivm7 | v7", "bVImaj7 | v7 | im9 | im7", "ivm9 | im7 | bVImaj7 | bVII"),
    )
    s.until(46, "verse hook verse hook", verse=loop, hook=loop)
    fret.pick(
        s,
        s.part(
            "nylon", "clean-guitar", "~nylon-guitar", "~electric-guitar", "jazz-guitar", send=-6, fx=s.pick(("delay",), ("chorus", "delay"), ("tone:dark",))
        ),
        s.pick("B 3 2 1 . 2 3 .", "B . 3 2 . 1 . 2 B . 1 . 2 . 3 .", "B 4 3 2 1 2 3 2"),
        "guitar",
        fret=s.pick(0, 3, 5),
        ring=2.5,
    )
    craft.beat(
        s,
        s.part("~kit:808", "~kit:808", "~kit:any", "kit:808"),
        s.pick("k x......x..x..... / l ........X.......", "k x..x.........x.. / s ........X.......", "k x.....x....x.... / l ....X.......X...")
        + s.pick(" / h x.x.x.x.x.x.x.x.x.x.x.xxxxx.x.x.", " / h xxxxxxxxxxxxxxxx", " / h x.x.x.xxx.x.xxxx")
        + s.pick("", " / x ......o......o..", " / o ..............x."),
        fills=0,
        crash=0.1,
    )
    craft.bass(s, s.part("~808-bass", "~sub-bass", "synth-bass-2"), s.pick("R------R--5-....", "R---------R-..8-", "R-----R---------"), low=28)
    craft.pad(s, s.part("~air-pad", "~warm-pad", "~dark-pad", "rhodes", level=-5), voices=4)
    lead = s.part("~vocal", "~vocal", "~vocal-duo", level=3, fx=s.pick(("delay",), ()))
    sing.tune(s, lead, 57, 74, plan="ABAC", feel="talk", rest=0.2, bend=0.35, grace=0.4, scale="minor-pentatonic" if s.scale != "major" else "major-pentatonic")
    sing.second(s, s.part("~backing", "~vocal", level=-3), lead, 2, "hook")
    if s.chance(0.5):
        sing.shout(s, s.part("~vocal-low", "~speech", level=-5, fx=("delay",)), odds=0.3)
    if s.chance(0.3):
        craft.comp(s, s.part("piano", "~fm-piano", level=-3), "x-......x-x-....", "hook", centre=66)
