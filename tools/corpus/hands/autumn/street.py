"""Twelve-inches and tapes: Hip-Hop from sampled loops to sung trap, Rap from the parks to drill."""

from __future__ import annotations

from hands.autumn.craft import FILLS, SOFT_FILLS, comp, drums, pad, riff, roll
from hands.autumn.tunes import OLD_FLOWS, TRIPLET_FLOWS, loop, rap, singer, talk, tune
from song import Song, style

BOOM_BAP = (
    "k x.....x..xx..... s ....X.......X... h x.x.x.x.x.x.x.x.", "k x..x......x.x... s ....X..o.o..X..o h x.x.x.x.x.x.x.xx",
    "k xx........xx.... s ....X.......X..o h x.xxx.x.x.x.x.x.", "k x.......x.x..x.. s ....X..o....X... o ..............x. h x.x.x.x.x.x.x...",
    "k x..x..x...x..... s ....X..o.o..X... d x...x...x...x... h ..x...x...x...x.",
)
SCRATCH = ("t0 . . . . . t0 - . . t0 t0 . . . .", ". . . . t0 - . t0 . . . . t0 . t0 -", "t0 t0 . t0 . . . . . . t0 - - . . .")


@style("Hip-Hop", like="Rap")
def autumn_boom_bap_loop(s: Song) -> None:
    """New York 1993-95: two bars of a jazz record looped over dusty swung drums, filtered bass, a scratched hook, nobody rapping."""
    s.set((85, 99), ("dorian", "minor", "minor-pentatonic"), swing=(0.25, 0.65), unit=0.5, room=("dry", "booth", "room"))
    s.until(46, "loop hook loop", loop=s.pick("i9 | iv9", "i7 | bVImaj7 V7alt", "i9 | i9", "iv9 | i9", "i9 bVII9 | bVImaj7", "ii9 | i9"))
    drums(
        s, s.part("~kit:lofi", "kit:standard", "kit:jazz", "~kit:linn", level=3, fx=s.pick((), ("crush:2",), ("drive:3",))), BOOM_BAP,
        fills=("s o.oX", "k xx.."), every=8,
    )
    riff(
        s, s.part("upright", "finger-bass", "~sub-bass", level=1, fx=("tone:dark",)),
        ("R - . . . . R . 8 . . . . . 5 a", "R - - . . R 3 . . . R - . . 7 .", "R . . R . . . . 5 - . . 8 7 5 .", "R - . . . . . 5 R - . . a . . ."), low=28,
    )
    source = s.part(
        "vibraphone", "rhodes", "piano", "jazz-guitar", "~electric-guitar", "harp", fx=s.pick(("tone:dark",), ("crush:2", "tone:far"), ("tone:air",)), level=-1
    )
    if s.chance(0.55):
        roll(s, source, ("0.1.2..3..2.1...|0..21..3.2......", "3.2.1.0.......1.", "0123..2...1.3...", "..3...2...1.0..."), 65, 4, ring=3)
    else:
        comp(s, source, ("x-----x-........", "x--..x-...x--...", "..x---..x-......"), 62, 4)
    loop(s, source, 8)
    horn = s.part("muted-trumpet", "tenor-sax", "flute", "trumpet", "alto-sax", level=-1, fx=("tone:far",), send=-8)
    tune(s, horn, 58, 79, ("....x-x---......|............x-x-", "x---......xx....|x-------........", "..xxx---........|................"), plan="a", orn="sf")
    loop(s, horn, 8, where=None if s.chance(0.5) else "hook")
    if s.chance(0.6):
        riff(s, s.part("~scratch", level=-3), SCRATCH, 60, where="hook")
    if s.chance(0.25):
        talk(s, s.part("~speech", level=-2), where="hook", share=0.25)
    if s.chance(0.3):
        pad(s, s.part("strings", "~string-machine", level=-6, fx=("tone:dark",)), 64, 3)


@style("Hip-Hop", like="R&B")
def autumn_soul_chops(s: Song) -> None:
    """Los Angeles and Detroit 2003-06: a soul ballad cut to pieces, singers pitched up and strings retriggered, the drums dragging behind."""
    s.set((78, 98), ("major", "minor", "mixolydian"), swing=(0.1, 0.8), unit=0.5, room=("dry", "plate", "room"))
    s.until(
        46, "a a b", a=s.pick("Imaj7 | vi7 | ii7 | V9sus4", "IVmaj7 | iii7 | ii7 | Imaj7", "i7 | bVII | bVImaj7 | V7", "I | I/3 | IV | iv6"),
        b=s.pick("IVmaj7 | iii7 | IVmaj7 | V7", "ii7 | iii7 | IV | V"),
    )
    kit = s.part("~kit:lofi", "kit:room", "kit:standard", "~kit:any", level=3, late=0.012, loose=0.014)
    drums(
        s, kit,
        (
            "k x.x....x..x..... s ....X.......X... h x.x.x.xxx.x.x.x.", "k x......x.xx..... c ....X.......X... t ..x...x...x...x.",
            "k x..x....x..x.... s ....X..o....X..o t x.xxx.xxx.xxx.xx", "k x.....xx........ s ....X.......X... o ..x...x...x...x.",
        ),
    )
    chop = s.part("~vocal", "~backing", "~vocal-duo", "~choir", level=2, fx=("crush:2",), tuning=s.pick(0, 0.3, -0.4))
    tune(
        s, chop, 67, 86, ("xx..x-x.....x-..|x---..xx.x......", "x-x-x-..x-x-x-..|..x---x-....xx..", "....x-x-..xx....|x-..x-..x-----.."), plan="aaab",
        sing="oh yeA ah ba", orn="sfd", rate=0.5,
    )
    cut = s.part("strings", "~string-machine", "piano", "harp", "rhodes", level=-2, fx=("tone:far",))
    comp(s, cut, ("x---x-x-....x-..", "xx..x---....xxx.", "x-----..x-..xx..", "x.x.x---........"), 66, 4, gate=0.85)
    riff(
        s, s.part("finger-bass", "~sub-bass", "pick-bass", level=1),
        ("R - - . . . . 5 . . R - . . 8 .", "R . 8 . . 5 R . . . 3 . 5 . a .", "R - . . R - . . 5 - . . a - . ."), 28,
    )
    if s.chance(0.5):
        comp(
            s, s.part("clean-guitar", "muted-guitar", "~electric-guitar", level=-5, fx=("wah:phase",)), ("....x.......x.x.", "..x...x...x...x."), 66, 3,
            gate=0.4,
        )
    if s.chance(0.4):
        tune(s, s.part("horn", "trumpet", "brass", "glockenspiel", level=-4), 60, 79, ("x--x--x-........", "........xxx.x---"), where="b")
    if s.chance(0.3):
        riff(s, s.part("~scratch", "~siren", level=-8), ". . . . . . . . . . . . t0 - - - | . . . . . . . . . . . . . . . .", 64)


@style("Hip-Hop", like="Jazz")
def autumn_lofi_tape(s: Song) -> None:
    """A lo-fi beat of 2017: electric piano ninths or a nylon guitar on warped tape, brushed-off drums, a sleepy bass, rain at the window."""
    s.set((66, 86), ("major", "dorian", "minor"), swing=(0.3, 0.9), unit=0.5, room=("booth", "room", "plate"))
    s.until(
        46, "a a b a",
        a=s.pick("ii9 | V13 | Imaj9 | vi9", "Imaj9 | III7#9 | vi9 | v9 I9", "IVmaj9 | iii7 | ii9 | Imaj9", "i9 | iv9 | bVImaj7 | V7alt", "IVmaj7 iii7 | vi9"),
        b=s.pick("IVmaj9 | iv6 | iii7 | VI7b9", "vi9 | II9 | ii9 | V9sus4"),
    )
    drums(
        s, s.part("~kit:lofi", "kit:brush", "kit:jazz", "~kit:minimal", level=1, late=0.015, fx=("tone:dark",)),
        (
            "k x......x..x..... r ....x.......x... h x.x.x.x.x.x.x.x.", "k x.....x.x....... s ....x.......x..o h o.x.o.x.o.x.o.x.",
            "k x..x......x..... s ....x.......x... m x.x.x.x.x.x.x.x.", "k x.......xx...... r ....x..o....x... h xxx.x.xxx.x.x.x.",
        ),
        fills=SOFT_FILLS,
    )
    keys = s.part(
        "rhodes", "~fm-piano", "piano", "jazz-guitar", "nylon", "~nylon-guitar", level=1, fx=s.pick(("chorus", "tone:dark"), ("tremolo",), ("crush:2",))
    )
    if keys.voice in ("nylon", "~nylon-guitar", "jazz-guitar"):
        roll(s, keys, ("r.23.1.3r.2.3.1.", "r..213..r..321..", "r-3.2.1.f.3.2.1."), 60, 4, ring=4)
    else:
        comp(s, keys, ("x-----..o---....", "x---..x---......", "x--..x----...o--", "..x-----..x---.."), 60, 5, strum=0.04)
    riff(
        s, s.part("upright", "finger-bass", "~sub-bass", "fretless", level=-1),
        ("R - - - - . R . 5 - - . . . . .", "R - - . . . . R 8 - . . 5 - . .", "R - - - . . . . . . R - . . a ."), 28,
    )
    if s.chance(0.65):
        tune(
            s, s.part("~flute", "jazz-guitar", "vibraphone", "~vibes", "muted-trumpet", "soprano-sax", "celesta", level=-2, fx=("delay",), send=-6), 64, 86,
            ("..x-x---..x-....|x-------........", "x-x-x---........|....x-x-x---....", "......x-xxx---..|................"), plan="ab.a",
            scale="major-pentatonic" if s.scale == "major" else "minor-pentatonic", orn="gs",
        )
    riff(s, s.part("~crackle-hits", "~wind", level=-16), "t0 - - -", 60)
    if s.chance(0.25):
        singer(s, ("..x-x-x-x---....|................",), plan="ab", sing="soft", level=-2, fx=("tone:far",))


@style("Hip-Hop", like="R&B")
def autumn_g_ride(s: Song) -> None:
    """Long Beach 1992-95: a rubber synth bass, claps on two and four, a thin sine whistling on top, wah guitar, sung hooks by the pool."""
    s.set((88, 106), ("minor", "dorian"), keys="F G C D", swing=(0.0, 0.35), unit=0.5, room=("dry", "plate", "room"))
    s.until(
        46, "ride hook ride", ride=s.pick("i7 | i7 | iv7 | i7", "i7 | bVII | bVI | V7", "i9 | i9 | bVImaj7 | V7#9", "i7 | iv7"),
        hook=s.pick("i7 | bVImaj7 | iv7 | V7", "iv7 | bVII9 | bIIImaj7 | V7"),
    )
    drums(
        s, s.part("~kit:808", "~kit:linn", "~kit:909", "kit:standard", level=3),
        (
            "k x..x..x...x..... c ....X.......X... h x.x.x.x.x.x.x.x.", "k x.....x.x.x..... s ....X.......X... c ....x.......x... h xxxxxxxxxxxxxxxx",
            "k x..x....x.xx.... s ....X.......X... o ..x...x...x...x. t ....x.......x...",
        ),
        fills=FILLS, every=8,
    )
    riff(
        s, s.part("~saw-bass", "synth-bass", "~square-bass", "~fm-bass", level=2),
        ("R - . R . . 8 7 R . . 5 . 7 a .", "R . R . . 8 . . 7 . 5 . R . 3 4", "R - - . 8, R . . R . 5 7 . 8 . .", "R . . R 8 . R . . R . . 3 4 5 7"), 28,
    )
    whine = s.part("~theremin", "~saw-lead", "~square-lead", "flute", "whistle", level=-1, fx=("delay",))
    tune(
        s, whine, 74, 94, ("x---x-x-x-------|......x-x---....", "x-xxx---....x---|x-------........", "x-----x-x-x-----|................"),
        where=None if s.chance(0.5) else "hook", plan="ab", orn="s", rate=0.4,
    )
    comp(
        s, s.part("muted-guitar", "clean-guitar", "~electric-guitar", level=-4, fx=("wah",)), ("x.xx..x.xx.x..x.", "....x.......x.x.", "..xx..x...xx..x."), 66,
        3, gate=0.4,
    )
    pad(s, s.part("~string-machine", "~warm-pad", "rhodes", "strings", level=-6), 64, 4)
    if s.chance(0.55):
        singer(s, ("..x-x-x-x-x-x---|..x-x-x---......", "x-x-x---..x-x-..|x-x-x-x-----...."), where="hook", plan="ab", sing="soul", fx=("chorus",))
    if s.chance(0.4):
        roll(s, s.part("piano", "rhodes", "bells", level=-4), ("0.2.3.2.0.2.3.2.", "3...2...1...0..."), 72, 4, ring=2)
    if s.chance(0.25):
        rap(s, s.part("~rap-voice", level=-1), where="ride")


@style("Hip-Hop", like="R&B")
def autumn_sung_trap(s: Song) -> None:
    """Atlanta to Toronto 2013-19: half-time 808s, stuttering hats, dark pads or a guitar loop, a tuned voice that sings more than it raps."""
    s.set((124, 156), ("minor", "minor", "phrygian", "harmonic-minor"), room=("plate", "hall", "dry"))
    s.until(
        46, "verse hook verse",
        verse=s.pick(
            "i | i | bVI | bVI | iv | iv | v | v", "i | i | bVII | bVII | bVImaj7 | bVImaj7 | V7 | V7", "bVImaj7 | bVImaj7 | bVII | bVII | i | i | v | v",
            "i | i | iv | iv",
        ),
    )
    drums(
        s, s.part("~kit:808", "kit:808", "kit:electronic", "~kit:any", level=3),
        (
            "k x.....x.........|x.........x..... s ........X....... h x.x.x.x.x.x.x.3.|x.x.x.x.x.4.x.x3",
            "k x......x..x.....|x.....x......x.. c ........X.......|........X......o h x.xxx.xxx.xxx.3x",
            "k x.........x.....|..x...x......... s ........X....... c ........x....... h x.x.3.x.x.x.x.6.|x.x.x.x.xx2.x.x.",
            "k x..x......x.....|x.....x...x..x.. s ........X....... h xxxxxx3xxxxxxx4x|xxxx4xxxxxxx33xx",
        ),
    )
    riff(
        s, s.part("~808-bass", "~sub-bass", level=3, fx=s.pick((), ("drive:4",))),
        (
            "R - - - - - R - . . . . . . . . | R - - - - - - . . . R - - . . .", "R - - - . . . R - - R - - - . . | R - - - . . R - - . . . . . 8 -",
            "R - - - - - - - - - R/ - - - - . | . . R - - - R - - - - - - - . .",
        ),
        26,
    )
    bed = s.part("~electric-guitar", "nylon", "piano", "~fm-bell", "kalimba", "~glass-pad", "rhodes", "music-box", level=-1, fx=("delay",), send=-7)
    roll(s, bed, ("0..1..2.3..2..1.", "3..2..1.3..2..0.", "0.2.1.3.0.2.1.2.", "0..3..2...1...2."), 66, 4, ring=3)
    pad(s, s.part("~dark-pad", "~warm-pad", "~air-pad", "choir", "strings", level=-7), 60, 3)
    lead = singer(
        s, ("..x-x-x-x-x---..|..x-x-x---x-....", "x.xxx.x-x.x.x---|..xxx.x-x-------", "....x-x-x-x-x-..|x---x-x-x-......"), plan="aabb", sing="soul",
        fx=("delay",) if s.chance(0.6) else ("chorus",), scale="minor-pentatonic",
    )
    if s.chance(0.5):
        singer(
            s, ("............x-x.|................", "..............xx|........x---...."), plan="ab", sing="cry", level=-5,
            floor=int(min(n.pitch for n in lead.notes)) + 5, fx=("tone:telephone",),
        )
    if s.chance(0.3):
        rap(s, s.part("~rap-voice", level=-2), TRIPLET_FLOWS, where="hook", breath=0.6)


@style("Rap", like="Electronic")
def autumn_park_jam(s: Song) -> None:
    """The Bronx 1981-86: an electro beat box or a band playing the break, shouted couplets that rhyme on the fourth beat, crowd answers, orchestra hits."""
    s.set((100, 120), ("minor", "dorian", "blues"), room=("room", "club", "plate"))
    s.until(46, "verse break verse", verse=s.pick("i7 | i7 | i7 | i7", "i7 | i7 | IV7 | i7", "i | bVII | bVI | bVII"), **{"break": "i7 | i7"})
    kit = s.part("~kit:808", "~kit:linn", "kit:808", "kit:standard", "~kit:909", level=2)
    drums(
        s, kit,
        (
            "k x.....x...x..... s ....X.......X... h xxxxxxxxxxxxxxxx w x.xx.x.xx.x.x.x.",
            "k x..x..x...x..x.. s ....X.......X... c ....x.......x... w ..x..x....x..x..", "k x.x.......xx.... s ....X..X.o..X... h x.x.x.x.x.x.x.x.",
            "k x.....x.x....... s ....X.......X..X o ..x...x...x...x. t xxxxxxxxxxxxxxxx",
        ),
        fills=FILLS, every=4,
    )
    riff(
        s, s.part("finger-bass", "synth-bass", "~saw-bass", "slap-bass", level=1),
        ("R . . R . . 8 . 7 . 8 . . 5 7 .", "R R . R . . . . R R . 3 . 4 . 5", "R . 8 . R . 8 . 7 . 5 . 4 . 3 ."), 28,
    )
    voice = s.part("~rap-voice", level=5, pan=0.0)
    rap(s, voice, OLD_FLOWS, where="verse", base=s.pick(48, 52, 55))
    if s.chance(0.45):
        rap(s, s.part("~rap-voice", level=2, pan=0.3), ("............XxX.", "..............XX", "........x.x.X..."), where="verse", base=57)
    if s.chance(0.45):
        talk(s, s.part("~speech", level=3), where=None if s.chance(0.5) else "break", share=0.8)
    else:
        rap(s, voice, ("x.x.X...x.x.X...", "x.xxX.......X.X."), where="break", base=54)
    if s.chance(0.6):
        comp(
            s, s.part("orchestra-hit", "~stab", "~brass-poly", "brass", level=-2),
            ("x...............", "x.....x.........|................", "..........x..x.."), 64, 4, gate=0.8,
        )
    if s.chance(0.5):
        comp(s, s.part("muted-guitar", "clean-guitar", "clavinet", level=-4), ("x.xx..xx.xx.x.x.", "..x...x...x...x.", "x..x..x.x..x..x."), 66, 3, gate=0.4)
    riff(s, s.part("~scratch", level=-2), SCRATCH, 60, where="break")


@style("Rap", like="Hip-Hop")
def autumn_storyteller(s: Song) -> None:
    """Queens to Houston 1991-2003: one voice in front telling it over a bare loop, sixteen bars and a hook, a double at the ends of the lines."""
    s.set((80, 100), ("minor", "dorian", "harmonic-minor"), swing=(0.0, 0.6), unit=0.5, room=("dry", "booth", "room"))
    s.until(
        46, "verse verse hook", verse=s.pick("i | i", "i7 | iv7", "i | bVI", "i bVI | iv V7", "i | bII"), hook=s.pick("i | bVI | iv | V7", "bVI | bVII | i | i")
    )
    drums(
        s, s.part("~kit:lofi", "kit:standard", "~kit:909", "kit:power", "~kit:any", level=2),
        (*BOOM_BAP, "k x.....x...x..... s ....X.......X... h x.xxx.x.x.xxx.x."), fills=("s ..oX", "k x.xx"), every=8,
    )
    riff(
        s, s.part("finger-bass", "~sub-bass", "upright", "~808-bass", level=1),
        ("R - . . . . R . . . R . . . 5 a", "R - - . . . . . R . 3 . 4 . . .", "R . . R . . R . . . . . 7 . 8 ."), 28,
    )
    bed = s.part("piano", "strings", "pizzicato", "harpsichord", "~electric-guitar", "rhodes", "choir", "celesta", "synth-strings", level=-3)
    if s.chance(0.6):
        roll(s, bed, ("0.1.2.1.3.2.1.2.", "0..2..3.2.......", "3...2...1...2.1.", "00..11..22..1..."), 64, 4, ring=2)
    else:
        comp(s, bed, ("x---....x-......", "x.x.x.x.x.x.x.x.", "x-------......x-"), 62, 3)
    loop(s, bed, 8)
    base = s.pick(43, 47, 50, 54)
    lead = s.part("~rap-voice", level=6, pan=0.0)
    rap(s, lead, where=None if s.chance(0.5) else "verse", base=base)
    if s.chance(0.5):
        rap(s, s.part("~rap-voice", level=0, pan=-0.3), ("............X.X.", "..........x.X...", "............xxX."), where="verse", base=base + 4)
    if s.chance(0.45):
        talk(s, s.part("~speech", level=4), where="hook" if s.chance(0.6) else None, share=0.8)
    elif s.chance(0.6):
        singer(
            s, ("x-x-x---x-x-x---|x-x-x-x-x---....", "..x-x-x-x---....|..x-x-x-x---...."), where="hook", sing="soul",
            voices=("~backing", "~vocal", "~vocal-duo"), level=3,
        )
    if s.chance(0.5):
        riff(s, s.part("~scratch", level=-3), SCRATCH, 60, where="hook")
    if s.chance(0.3):
        tune(s, s.part("flute", "violin", "trumpet", level=-4), 66, 84, ("x---x-x-........|................",), plan="a", orn="s")


@style("Rap", like="Hip-Hop")
def autumn_drill_mc(s: Song) -> None:
    """Brixton and Chicago 2012-21: sliding basses, snares on the three-three-two, a cold piano, a hard voice that hardly ever stops."""
    s.set((132, 150), ("minor", "phrygian", "harmonic-minor"), room=("dry", "plate", "room"))
    s.until(
        46, "verse verse hook", verse=s.pick("i | i | bVI | bVI", "i | i | bII | bII", "i | i | iv | V", "i | i | i | i"),
        hook=s.pick("i | i | bVI | V", "iv | iv | i | i"),
    )
    drums(
        s, s.part("~kit:808", "kit:808", "~kit:hard", "kit:electronic", level=2),
        (
            "k x.....x...x.....|..x...x......x.. s ......X.....X...|......X........X h x..x..x.x..x..3.|x..x..x.x..3..x.",
            "k x..x......x.....|x.........x..x.. s ........X.......|......X.....X... h x..x..x..x..x.x.",
            "k x.........x..x..|x.....x......... c ........X.......|........X....... h x.x.x.3.x.x.x.x.|x.x.4.x.x.x.x33.",
        ),
    )
    riff(
        s, s.part("~808-bass", "~sub-bass", level=3, fx=s.pick((), ("drive:5",))),
        (
            "R - - - - - . . . . . 8/ - - - - | R/ - - - - . . . . . 5 - 8/ - - -", "R - - - - - - - . . 3 - - R - - | . . R - - - - - - . 8/ - - - - .",
            "R - - - . . R/ - - - - - . . . . | R - - - - - - . . . r1 - - - R -",
        ),
        26,
    )
    bed = s.part("piano", "strings", "~fm-bell", "choir", "~electric-guitar", "harp", "pizzicato", level=-3, send=-7)
    roll(s, bed, ("0..1..2...0..1..", "3..2..1.....2...", "0.....1.....2.1.", "0...1...2.1....."), 67, 3, ring=3)
    rap(
        s, s.part("~rap-voice", level=6, pan=0.0), (*TRIPLET_FLOWS, "x..x..x.x..x..X.", "xxx.x.x.xxx.X...", "..x.x.xxx.x.X.X."), base=s.pick(42, 45, 48),
        breath=0.5,
    )
    if s.chance(0.55):
        rap(s, s.part("~rap-voice", level=0, fx=("delay",)), ("..............X.", "............X.X.", "X..............."), base=54)
    if s.chance(0.3):
        talk(s, s.part("~speech", level=3), where="hook", share=0.7, every=4.0)
    if s.chance(0.5):
        pad(s, s.part("~dark-pad", "choir", "~choir-low", "strings", level=-9), 58, 3)
