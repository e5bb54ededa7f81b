"""Electronic and disco: strings plucked, gated and bowed over machines that do not tire."""

from __future__ import annotations

from hands.summer import craft, fret, sing
from song import Song, style


@style("Electronic", like="Disco")
def summer_warehouse_acid(s: Song) -> None:
    """Techno: a kick on every beat, one resonant line that never stops turning its filter, off-beat hats, stabs in the fog."""
    s.set((122, 142), ("minor", "phrygian", "minor-pentatonic"), keys="A C E F G D", room=("club", "arena", "dry"))
    s.until(
        46,
        "build main main",
        build="i | i | i | i",
        main=s.pick("i | i | i | i | i | i | i | i", "i | i | i | bII | i | i | i | bII", "i | i | bIII | i | i | i | bVII | i"),
    )
    kit = s.part("~kit:909", "~kit:hard", "~kit:minimal", "~kit:808", level=2)
    craft.beat(
        s,
        kit,
        "k X...X...X...X... / o ..x...x...x...x."
        + s.pick("", " / l ....x.......x...", " / s ....o.......o..g")
        + s.pick(" / h xoxoxoxoxoxoxoxo", " / x ...o..o....o..o.", " / t ......x..x....x.", " / a oxoooxoooxoooxoo"),
        fills=8,
        crash=0.5,
    )
    line = s.part("~acid", "~acid-square", "~fm-bass", "~saw-bass", level=1)
    steps = [s.pick(0, 0, 0, 12, 3, 7, 10, -2, 1 if s.scale == "phrygian" else 5) for _ in range(16)]
    gates = [s.chance(0.78) for _ in range(16)]
    accents = [s.chance(0.3) for _ in range(16)]
    for bar in s.bars():
        for n in range(16):
            if gates[n]:
                line.add(bar.start + n / 4, 0.36 if accents[n - 1] else 0.2, 38 + (craft.at(s, bar.start).root - 38) % 12 + steps[n], 116 if accents[n] else 86)
    line.sweep = tuple((16.0 * n, s.between(0.2, 0.9)) for n in range(int(s.sections[-1].end / 16) + 2))
    if s.chance(0.7):
        craft.comp(
            s,
            s.part("~stab", "~saw-poly", "~dark-pad", "~hoover", level=-3, duck=0.4, fx=("delay",)),
            s.pick("..x....x..x.....", "...x..x.....x...", "x..x..x........."),
            "main",
            centre=60,
            gap=0.5,
        )
    craft.bass(s, s.part("~sub-bass", "~808-bass", "~reese", level=-1, duck=0.5), s.pick("..R...R...R...R.", ".RRR.RRR.RRR.RRR"), low=29)
    craft.pad(s, s.part("~drone", "~dark-pad", "~air-pad", level=-8, duck=0.6), voices=3)
    if s.chance(0.3):
        sing.shout(s, s.part("~speech", "~robot", "~vocal", level=-2, fx=("delay",)), odds=0.2)


@style("Electronic", like="Rock")
def summer_break_strings(s: Song) -> None:
    """Drum and bass: chopped breakbeats at 170, a reese under it, plucked or sampled guitar harmonics floating in half time."""
    s.set((164, 178), ("minor", "dorian"), keys="A D F G E C", room=("plate", "hall", "club"))
    loop = s.pick("im9 | im9 | bVImaj7 | bVImaj7", "im7 | im7 | ivm7 | ivm7", "im9 | bIIImaj7 | bVII | ivm7", "bVImaj7 | bVImaj7 | v7 | im7")
    s.until(46, "main main air main", main=loop + " | " + loop, air=loop)
    kit = s.part("kit:standard", "~kit:909", "~kit:hard", "kit:power", "~kit:any", level=2)
    craft.beat(
        s,
        kit,
        s.pick("k X.........x..... | X.x.......x.....", "k X.x.......x..... | X.........xx....", "k X..x......x.....")
        + s.pick(" / s ....X..g.g..X..g", " / s ....X..x....X... | ....X..g.x..X.x.", " / s ....X.......X..x")
        + s.pick(" / h x.x.x.x.x.x.x.x.", " / r x.x.x.x.x.x.x.x.", " / h xoxxxoxxxoxxxoxx"),
        "main",
        fills=8,
        shape="snare",
    )
    craft.beat(s, kit, "h x.x.x.x.x.x.x.xx / x ....o.......o...", "air", crash=0.5)
    craft.bass(
        s, s.part("~reese", "~wobble", "~sub-bass", "~fm-growl", level=2), s.pick("R-------....R---", "R-----R-......7-", "R---..R-R---5-a-"), "main", low=27
    )
    guitar = s.part("harmonics", "clean-guitar", "kalimba", "harp", "~pluck", "~electric-guitar", "~koto", fx=("delay",), send=-5)
    fret.pick(s, guitar, s.pick("3 . 1 . 2 . . 1 . . 3 . . 2 . .", "1 . . 2 . . 3 . 1 . . . 2 . . ."), "high", ring=4)
    craft.pad(s, s.part("~air-pad", "~warm-pad", "~glass-pad", "strings", level=-4, duck=0.3), voices=4)
    if s.chance(0.6):
        sing.tune(
            s,
            s.part("~vocal", "~theremin", "flute", "~vocal-duo", level=0, fx=("delay",)),
            62,
            80,
            ("air", "main"),
            plan="AAB",
            feel="long",
            bars=4,
            rest=0.3,
            bend=0.3,
        )
    if s.chance(0.4):
        craft.comp(s, s.part("~stab", "~hoover", "rhodes", level=-3), s.pick("X-....x-........", "..X-..x-..x-...."), "main", centre=63)


@style("Electronic", like="Classical")
def summer_long_delay(s: Song) -> None:
    """Ambient: guitar swells and harmonics through endless echoes, drones that shift a note at a time, no hurry, no drums or a heartbeat."""
    s.set((52, 84), ("major", "lydian", "dorian", "minor"), keys="D E A G C F", rubato=0.02, room=("hall", "church", "cave", "plate"))
    s.until(
        60,
        "drift drift",
        drift=craft.by_mode(
            s,
            ("Iadd9 | Iadd9 | IVmaj9 | IVmaj9", "Imaj9 | Imaj9 | vim11 | vim11", "Imaj7#11 | Imaj7#11 | iim9 | iim9", "IVmaj9 | IVmaj9 | Iadd9 | V9sus4"),
            ("im9 | im9 | bVImaj9 | bVImaj9", "im11 | im11 | IVadd9 | IVadd9", "im9 | bVII9sus4 | ivm9 | im9"),
        ),
    )
    swell = s.part("clean-guitar", "~bowed", "~electric-guitar", "strings", "~section", level=1, send=-3, fx=("delay",))
    for bar in s.bars():
        if s.chance(0.8):
            swell.add(bar.start + s.pick(0, 1, 2), s.pick(3, 4, 5), s.rng.choice([p for p in range(55, 80) if p % 12 in craft.at(s, bar.start).classes]), 70)
    s.swell(swell, 15, 110, 1.0)
    drop = s.part("harmonics", "kalimba", "~fm-bell", "vibraphone", "~glass-pad", "harp", "~koto", send=-3, fx=("delay",))
    fret.pick(s, drop, s.pick("1 . . . . . 2 . . . . 3 . . . .", ". . 2 . . . . . 1 . . . . . . 3", "3 . . 2 . . 1 . . . . . 2 . . ."), "high", ring=6, vel=66)
    craft.pad(s, s.part("~air-pad", "~warm-pad", "~glass-pad", "~dark-pad", "sweep-pad", "halo-pad", level=0), voices=4, spread=s.chance(0.5))
    craft.pad(s, s.part("~drone", "~choir-low", "warm-pad", "~string-machine", level=-4), voices=2, centre=45)
    if s.chance(0.5):
        pulse = s.part("~pluck", "~square-pluck", "marimba", level=-5, fx=("delay",))
        craft.arp(s, pulse, s.pick("0213", "012342", "0.2.13"), s.pick(0.5, 0.25), centre=67, voices=4, vel=66)
    if s.chance(0.4):
        craft.beat(s, s.part("~kit:minimal", "~kit:808", level=-6), s.pick("k x.......o.......", "k x......o........ / h ....o.......o..."), crash=0, fills=0)
    if s.chance(0.4):
        noise = s.part("~wind", "seashore", "~sweep-noise", level=-14)
        for bar in s.bars():
            noise.add(bar.start, bar.beats, 60, 60)


@style("Electronic", like="Pop")
def summer_sunrise_trance(s: Song) -> None:
    """Trance and big-room house: gated supersaws over a ducking bass, a build with a rolling snare, a wordless plucked hook."""
    s.set((122, 142), ("minor", "minor", "major"), keys="A F G D E C B", room=("arena", "hall", "plate"))
    loop = craft.by_mode(
        s, ("IV | V | vi | I", "I | V | vi | IV"), ("i | bVI | bIII | bVII", "bVI | bVII | i | i", "i | bVII | bVI | bVII", "i | v | bVI | iv")
    )
    s.until(46, "main main rise main", main=loop + " | " + loop, rise=loop)
    kit = s.part("~kit:909", "~kit:hard", "~kit:any", level=2)
    craft.beat(s, kit, "k X...X...X...X... / o ..x...x...x...x. / l ....X.......X..." + s.pick("", " / h xoxoxoxoxoxoxoxo"), "main", fills=0, crash=1)
    for section in s.sections:
        if section.name == "rise":
            for n in range(section.bars * 16):
                if n % (4 if n < section.bars * 8 else 2 if n < section.bars * 12 else 1) == 0:
                    kit.add(section.start + n / 4, 0.2, 38, 45 + 70 * n / (section.bars * 16))
            s.part("~riser", level=-4).add(section.end - 8, 8, 60, 96)
    craft.bass(
        s,
        s.part("~saw-bass", "~square-bass", "~sub-bass", level=1, duck=0.7),
        s.pick(".RRR.RRR.RRR.RRR", "..R...R...R...R.", ".R8R.R8R.R8R.R8R"),
        "main",
        low=29,
    )
    hook = s.part("~supersaw", "~pluck", "~saw-lead", "saw-lead", level=1, duck=0.4, fx=("delay",))
    if s.chance(0.5):
        craft.arp(s, hook, s.pick("0213204321323012", "0420324204203242", "02340234"), 0.25, centre=69, voices=4, gap=0.8)
    else:
        sing.tune(s, hook, 67, 88, plan="AAAB", feel="sync", rest=0.05)
    craft.comp(
        s,
        s.part("~supersaw", "~saw-poly", "polysynth", level=-1, duck=0.7, fx=s.pick((), ("gate",))),
        s.pick("x--x--x---x--x--", "X-..X-..X-..X-..", "x---------------"),
        ("main",),
        centre=62,
        voices=4,
    )
    craft.pad(s, s.part("~warm-pad", "~string-machine", "~air-pad", "choir", level=-5, duck=0.5))
    if s.chance(0.5):
        fret.pick(s, s.part("clean-guitar", "muted-guitar", "piano", "~pluck", level=-2, fx=("delay",)), "3 . 2 . 1 . 2 3", "high", "rise", ring=2)
    if s.chance(0.35):
        sing.tune(s, s.part("~vocal", "~vocal-duo", level=1, fx=("delay",)), 60, 76, ("rise", "main"), plan="AAB", feel="slow", rest=0.25)


@style("Disco", like="R&B")
def summer_chank_seventyeight(s: Song) -> None:
    """Disco led by the rhythm guitar: sixteenth-note chanks on ninth chords, a singing bass line, strings in unison hooks."""
    s.set((108, 122), ("dorian", "minor", "major"), keys="E A B D G C", room=("room", "club", "plate"))
    loop = craft.by_mode(
        s,
        ("Imaj7 | vim7 | iim7 | V9sus4", "IVmaj7 | iiim7 | iim7 | V9sus4"),
        ("im7 | IV9 | im7 | IV9", "im7 | im7 | bIIImaj7 | IV9", "im9 | bVII9 | bVImaj7 | v7", "im7 | v7 | ivm7 | bVII"),
    )
    s.until(44, "groove verse chorus groove chorus", groove=loop, verse=loop + " | " + loop, chorus=loop + " | " + loop)
    fret.strum(
        s,
        s.part("clean-guitar", "muted-guitar", "~electric-guitar", "jazz-guitar", pan=0.5, level=2),
        s.pick("TXTXXTXTXTXXTXTX", "X.TXXTX.X.TXT.TX", "T.XTX.TXT.XTXTXX", "XXTXXXTXXXTXXTXX"),
        "top",
        fret=s.pick(5, 7, 9),
        gap=0.6,
        vel=86,
        rake=0.008,
    )
    craft.bass(
        s,
        s.part("finger-bass", "slap-bass", "pick-bass", "~electric-bass", level=2),
        s.pick("R..R..8.7.5.R.a.", "R-.R8.R...5.7.8.", "R.R...8.R.7.5-a-", "R..8..R..8.R7.5."),
        low=28,
        vel=104,
    )
    kit = s.part("kit:standard", "kit:room", "kit:electronic", "~kit:linn", level=1)
    craft.beat(
        s,
        kit,
        "k X...X...X...X... / s ....X.......X... / "
        + s.pick("h x.xxx.xxx.xxx.xx / o ..x...x...x...x.", "h xoxoxoxoxoxoxoxo", "o ..x...x...x...x.")
        + s.pick("", " / l ....x.......x...", " / 63 ..x..x.x..x..x.. / 62 x...x.....x.x..."),
        fills=8,
    )
    strings = s.part("strings", "strings", "~section", "~string-machine", level=0)
    sing.tune(s, strings, 67, 88, ("groove", "chorus"), plan=s.pick("AB", "AAAB"), feel=s.pick("sync", "run"), rest=0.15)
    craft.comp(s, s.part("rhodes", "piano", "clavinet", level=-3), s.pick("x-..x-x-..x-..x-", "X---....x-x-....", "..x...x...x...x."), centre=63, voices=4)
    lead = s.part("~vocal", "~vocal-duo", "~backing", level=2)
    sing.tune(s, lead, 58, 74, ("verse", "chorus"), plan="AABA", feel="sync", rest=0.25, bend=0.2)
    sing.second(s, s.part("~backing", "~vocal-duo", level=-1), lead, 2, "chorus")
    if s.chance(0.4):
        craft.comp(
            s, s.part("brass", "~brass-section", level=-2), s.pick("X.......X..X....", "....X-..X.X.....", "..X...X-........"), ("groove", "chorus"), centre=66
        )


@style("Disco", like="Classical")
def summer_philly_mirror(s: Song) -> None:
    """Orchestral disco: sweeping strings and horns over four on the floor, octave bass, hissing open hats, a diva and her choir."""
    s.set((114, 130), ("minor", "major", "harmonic-minor"), keys="C F D G A Eb", room=("hall", "plate", "club"))
    s.until(
        44,
        "theme verse chorus theme chorus",
        theme=craft.by_mode(s, ("Imaj7 | vim7 | iim7 | V7", "I | III7 | vi | IV V"), ("im7 | ivm7 | bVII7 | bIIImaj7", "i | bVII | bVI | V7")),
        verse=craft.by_mode(s, ("Imaj7 | Imaj7 | iim7 | V7 | iiim7 | vim7 | iim7 | V7",), ("im7 | im7 | ivm7 | ivm7 | bVImaj7 | bVImaj7 | V7 | V7",)),
        chorus=craft.by_mode(
            s,
            ("IVmaj7 | V | iiim7 | vim7 | iim7 | V7 | I | I7", "I | V/7 | vi | IV | I | V/7 | ii V | I"),
            ("im7 | ivm7 | bVII7 | bIIImaj7 | bVImaj7 | iim7b5 | V7 | im7", "i | bVII | bVI | V7 | i | bVII | bVI V7 | i"),
        ),
    )
    kit = s.part("kit:standard", "kit:room", "~kit:linn", level=1)
    craft.beat(
        s,
        kit,
        "k X...X...X...X... / s ....X.......X... / o ..x...x...x...x. / "
        + s.pick("h x...x...x...x...", "h x.xxx.xxx.xxx.xx", "j xoXoxoXoxoXoxoXo")
        + s.pick("", " / w x..x..x.x..x..x."),
        fills=4,
        shape="toms",
    )
    craft.bass(s, s.part("finger-bass", "pick-bass", "~electric-bass", level=1), s.pick("R.8.R.8.R.8.R.8.", "R-8-R.8.5-8-R-a-", "R..RR.8.R..R5.8."), low=28)
    fret.strum(
        s,
        s.part("clean-guitar", "muted-guitar", "~electric-guitar", pan=0.4, level=-1, fx=s.pick((), ("wah",))),
        s.pick("..TX..TX..TX..TX", "X.TXX.TXX.TXX.TX"),
        "top",
        fret=5,
        gap=0.5,
    )
    strings = s.part("strings", "~section", "synth-strings", level=1)
    sing.tune(s, strings, 69, 91, "theme", plan="AB", feel="run", rest=0.05)
    sing.tune(s, strings, 67, 86, "chorus", plan="AB", feel="slow", rest=0.0)
    for bar in s.bars():
        if bar.last:
            for n, pitch in enumerate(s.rungs(62, 96)[:16]):
                strings.add(bar.start + 2 + n / 8, 0.14, pitch, 70 + 2 * n)
    craft.comp(
        s,
        s.part("brass", "trumpet", "~brass-section", level=-1),
        s.pick("........ | ....X.X-", "X-.....X", "X--X--X- | ........"),
        ("theme", "chorus"),
        centre=67,
    )
    craft.comp(s, s.part("piano", "rhodes", "bright-piano", level=-4), s.pick("x..x..x.", "..x...x.", "x.x.x.x."), centre=64)
    lead = s.part("~vocal", "~vocal", "~vocal-duo", level=3)
    sing.tune(s, lead, 58, 74, "verse", plan="AABC", feel="sync", rest=0.25, bend=0.2)
    sing.tune(s, lead, 62, 78, "chorus", plan="ABAC", rest=0.15, bend=0.2)
    craft.comp(s, s.part("~backing", "choir", level=-2), s.pick("x-------", "....x-x-"), "chorus", centre=67)
    if s.chance(0.4):
        craft.comp(s, s.part("vibraphone", "harp", "glockenspiel", level=-3), "x...x...", "verse", centre=74)


@style("Disco", like="Electronic")
def summer_italo_motor(s: Song) -> None:
    """European machine disco: sequenced octaves that never pause, handclaps, string-machine chords, a cool voice or vocoder."""
    s.set((112, 132), ("minor", "minor", "dorian", "major"), keys="A E D C G F", room=("plate", "club", "hall"))
    loop = craft.by_mode(
        s, ("I | V | vi | IV", "I | bVII | IV | I"), ("i | bVI | bVII | i", "i | bVII | bVI | bVII", "i | bVI | bIII | bVII", "i | iv | bVII | bIII")
    )
    s.until(46, "motor verse hook verse hook", motor=loop, verse=loop + " | " + loop, hook=loop + " | " + loop)
    craft.bass(
        s,
        s.part("~saw-bass", "synth-bass", "~square-bass", "synth-bass-2", "~fm-bass", level=2),
        s.pick("R8R8R8R8R8R8R8R8", "RR8RRR8RRR8RRR78", "R.R8R.R8R.R8R.R8", "RRRR8888RRRR5578"),
        low=29,
        gap=0.7,
    )
    craft.beat(
        s,
        s.part("~kit:linn", "~kit:909", "~kit:808", "kit:electronic", level=1),
        "k X...X...X...X... / l ....X.......X... / "
        + s.pick("o ..x...x...x...x.", "h xoxoxoxoxoxoxoxo", "h ..x...x...x...x. / j x.x.x.x.x.x.x.x.")
        + s.pick("", " / s ....x.......x...", " / 50 ............x.x. / 47 ..............xx"),
        fills=8,
    )
    craft.pad(s, s.part("~string-machine", "synth-strings", "strings", "~warm-pad", level=-2), voices=4, centre=65)
    craft.comp(
        s,
        s.part("~saw-poly", "polysynth", "~brass-poly", "clavinet", "muted-guitar", level=-2, fx=("delay",)),
        s.pick("..x...x...x..x..", "x..x..x...x.x...", "x-x-..x-x-..x-x-"),
        ("motor", "hook"),
        centre=66,
    )
    sing.tune(s, s.part("saw-lead", "~square-lead", "bells", "~theremin", "~saw-lead", level=1), 70, 89, "hook", plan="AAAB", feel="sync", rest=0.1)
    lead = s.part("~vocal", "~robot", "~vocal-low", "~vocal-duo", level=2, fx=s.pick((), ("delay",), ("chorus",)))
    sing.tune(s, lead, 57, 71, "verse", plan="AAAB", feel="song", rest=0.3, leap=0.1)
    if s.chance(0.5):
        fret.strum(s, s.part("clean-guitar", "~electric-guitar", pan=0.5, level=-3), "..TX..TX..TX..TX", "top", fret=7, gap=0.5)
    if s.chance(0.3):
        sing.shout(s, s.part("~speech", "~robot", fx=("delay",)), "motor", odds=0.4)
