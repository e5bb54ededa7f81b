"""Forty-fives and slow jams: R&B from Detroit's four-on-the-snare to the tape-slow drums of the turn of the century."""

from __future__ import annotations

from hands.autumn.craft import FILLS, SOFT_FILLS, SWUNG_FILLS, comp, drums, pad, riff, roll
from hands.autumn.tunes import double, singer, soli, tune
from song import Song, style

SOUL_LINES = (
    "..x-x-x-x-x---..|..x-x-x---......", "x-x---x-x-x-x---|......x-x-x---..", "....x-x-x---x-x-|x-----x---......", "x---x-x---x-x-x-|x-x-x-------....",
)
HORN_HITS = ("..........x.x...|................", "x...............|......x.x.x-....", "..x.x-..........|..x.x-..........", "x-----..x-----..|x-----..x.x.x...")


@style("R&B", like="Pop")
def autumn_hitsville(s: Song) -> None:
    """Detroit 1964-68: the snare on every beat or a tambourine like a hammer, a bass that sings, baritone sax, vibes, girls answering."""
    s.set((108, 138), ("major", "major", "mixolydian"), keys="C Db Eb F Ab Bb", swing=s.pick(0.0, 0.0, 0.5), room=("plate", "room", "hall"))
    s.until(
        46, "verse verse chorus", verse=s.pick("I | I | IV | V", "I | vi | ii7 | V7", "I | iii | IV | V", "I | ii7 | IV/5 | I", "ii7 | V7 | I | vi"),
        chorus=s.pick("IV | I | IV | V7", "I | V/7 | vi | IV", "ii7 | V | iii | vi"),
    )
    kit = s.part("kit:standard", "kit:room", "kit:jazz", level=2)
    drums(
        s, kit,
        (
            "k x...x...x...x... s X...X...X...X... h x.x.x.x.x.x.x.x.", "k x.....xx..x..... s X...X...X...X... t ..x...x...x...x.",
            "k x...x.x.x...x.x. s ....X.......X... t x.x.X.x.x.x.X.x.",
        ),
        fills=FILLS, every=4,
    )
    drums(s, s.part("kit:standard", level=-3), "t ....X.......X..." if s.chance(0.5) else "t o.o.X.o.o.o.X.o.")
    riff(
        s, s.part("finger-bass", "~string-bass", "upright", level=3),
        ("R - . R . 8 7 5 R - . 5 . 6 a A", "R - . R 3 - 5 - 6 - 5 . 3 . 2 a", "R . . R . R 8 . 5 . . 5 6 . a .", "R - . 5 . 8 . 5 R . 2 . 3 . a ."), 28,
        turns=True,
    )
    comp(s, s.part("clean-guitar", "~electric-guitar", "muted-guitar", level=-2), ("....X.......X...", "..x.X.x...x.X.x."), 66, 4, gate=0.3)
    comp(s, s.part("piano", "drawbar", "honky-tonk", level=-3), ("x.x.x.x.x.x.x.x.", "x...x...x...x...", "x-------x-x-x---"), 60, 4, gate=0.7)
    lead = singer(s, SOUL_LINES, sing="soul", orn="ssf", rate=0.4, plan="abac")
    if s.chance(0.7):
        singer(
            s, ("........x-x-x---|................", "x-------........|x-------........", "............x-x-|x---............"), plan="a", sing="doo",
            voices=("~backing", "oohs", "~vocal-duo"), level=-2,
        )
    if s.chance(0.6):
        comp(s, s.part("baritone-sax", "tenor-sax", "brass", level=-2), HORN_HITS, 58, 2)
    if s.chance(0.6):
        pad(s, s.part("strings", "~section", level=-4), 72, 3, where=None if s.chance(0.4) else "chorus")
    if s.chance(0.5):
        double(s, lead, s.part("vibraphone", "glockenspiel", "~vibes", level=-6), 7, where="chorus")


@style("R&B", like="Blues")
def autumn_shoals_slow(s: Song) -> None:
    """Memphis and Muscle Shoals 1965-70: a six-eight soul ballad or a mid-tempo stomp, organ and piano triplets, country guitar, answering horns."""
    slow = s.chance(0.6)
    s.set((56, 76) if slow else (92, 116), ("major", "mixolydian", "major-blues"), swing=0.0, room=("plate", "room"))
    s.until(
        46, "verse verse bridge",
        verse=s.pick("I | iii7 | IV | V7", "I | vi | IV | V", "I I7 | IV iv6 | I | V7", "I | III7 | IV | ii7 V7", "I7 | IV7 | I7 | V7", "I | bVII | IV | I"),
        bridge=s.pick("IV | IV | I | I | II7 | II7 | V7 | V7", "vi | iii | IV | V7"),
    )
    kit = s.part("kit:standard", "kit:room", "kit:jazz", "kit:brush", level=1)
    if slow:
        drums(
            s, kit,
            ("k x....xx..... s ...X.....X.. h xxxxxxxxxxxx", "k x.....x..x.. r ...X.....X.. d xxxxxxxxxxxx", "k x....xx....x s ...X.....X.. h x.xx.xx.xx.x"),
            fills=SWUNG_FILLS, every=4,
        )
    else:
        drums(
            s, kit,
            (
                "k x.......x.x..... s ....X.......X... h x.x.x.x.x.x.x.x.", "k x..x....x..x.... s ....X.......X..o h x.x.x.x.x.x.x.x.",
                "k x.x.....x.x..... s ....X.......X... t ....x.......x...",
            ),
            fills=FILLS, every=4,
        )
    riff(
        s, s.part("finger-bass", "pick-bass", "~string-bass", level=1),
        ("R - . . . R 5 - . . 6 a", "R - - . . 5 R - - 3 . a", "R - . . 8 5 R - . 5 3 a") if slow else ("R - . R . . 5 . 6 . a .", "R . . R 3 . 5 . . 5 . a"),
        28,
    )
    comp(s, s.part("piano", "honky-tonk", level=-2), "xxxxxxxxxxxx" if slow and s.chance(0.6) else "x--x--x-x---", 62, 4, gate=0.8, vel=74)
    pad(s, s.part("drawbar", "~organ", "rock-organ", "~soft-organ", level=-3, fx=("leslie",)), 62, 3)
    guitar = s.part("clean-guitar", "~electric-guitar", "jazz-guitar", level=-2, fx=("tremolo",))
    if s.chance(0.5):
        roll(s, guitar, "0.12.3.21.2." if slow else "..2...2...2.", 62, 4, ring=2)
    else:
        tune(s, guitar, 60, 79, (".......xx.x-|............", "..xx-...xxx-|............"), orn="gbs", rate=0.6, plan="a", scale="major-pentatonic")
    singer(
        s, ("..x-xx-xx---|..x-x-x-----", "x--x-xx-x---|...xx-x--...", ".xx-x--x-xx-|x-----......"), sing="soul", orn="ssfqv", rate=0.55, plan="abac",
        voices=("~vocal", "~vocal-low"), level=3,
    )
    if s.chance(0.75):
        horn = s.part("trumpet", "tenor-sax", "brass", level=-1)
        tune(s, horn, 62, 76, ("......x-x---|......x-x---", "x-----------|......x-x-x-", "..........xx|x-----......"), plan="ab", orn="f")
        soli(s, horn, [s.part("tenor-sax", "alto-sax", "trombone", level=-1)])
    if s.chance(0.4):
        singer(
            s, ("x-----------|............", "......x-x---|............"), where="bridge", plan="a", sing="open", voices=("~backing", "~choir", "oohs"),
            level=-3,
        )


@style("R&B", like="Pop")
def autumn_quiet_storm(s: Song) -> None:
    """Midnight radio 1979-89: electric piano and chorused guitar, a fretless or synth bass, rim shots with a long plate, a slow love song in maj9 chords."""
    s.set((60, 88), ("major", "major", "dorian", "minor"), keys="Db Eb Ab Gb Bb", room=("plate", "hall", "plate"))
    s.until(
        46, "verse verse hook",
        verse=s.pick(
            "Imaj9 | vi9 | ii9 | V9sus4", "IVmaj9 | iii7 | vi9 | ii9 V13", "ii9 | V13 | Imaj9 | IVmaj7", "i9 | bVImaj7 | iv9 | V7alt",
            "Imaj7 | v9 I13 | IVmaj9 | iv6 bVII9",
        ),
        hook=s.pick("IVmaj9 | V/4 | iii7 | vi9", "ii9 | iii7 | IVmaj9 | V9sus4", "bVImaj7 | bVII9 | i9 | i9"),
    )
    drums(
        s, s.part("~kit:linn", "~kit:808", "kit:standard", "kit:electronic", "~kit:any", level=0),
        (
            "k x.....x.x....... s ....X.......X... h x.x.x.x.x.x.x.x.", "k x......xx..x.... r ....X.......X... h xxxxxxxxxxxxxxxx m ..x...x...x...x.",
            "k x.......x.x..... c ....X.......X... h x.x.x.xxx.x.x.xx w ......x.........", "k x..x....x......x s ....X.......X... q xxxxxxxxxxxxxxxx",
        ),
        fills=(*SOFT_FILLS, *FILLS[1:3]), every=8,
    )
    riff(
        s, s.part("fretless", "synth-bass", "~fm-bass", "finger-bass", "~saw-bass", level=1),
        ("R - - . . . . R 5 - - . . . 8 a", "R - - - . . 5 . R - - . 7 - a .", "R - . R . . . . 8 - . 5 . 3 2 .", "R/ - - - - - . . . . R - 8/ - 5 -"), 28,
    )
    comp(
        s, s.part("rhodes", "dx-piano", "~fm-piano", "piano", level=1, fx=("chorus",)), ("x-------..x-----", "x--x------x-x---", "x-----x-----x---"), 62, 5,
        strum=0.02,
    )
    if s.chance(0.6):
        roll(
            s, s.part("clean-guitar", "~electric-guitar", "nylon", level=-4, fx=("chorus", "delay")),
            ("....2.3.....2.1.", "0.1.2.3.2.......", "..3.2...3.1....."), 66, 4, ring=2,
        )
    pad(s, s.part("~warm-pad", "strings", "~string-machine", "~air-pad", level=-5), 66, 4)
    lead = singer(
        s, ("....x-x-x---x---|..x-x-x-x-----..", "x---x-x-xxx-x---|........x-x-x---", "..xxx-x---x---..|x-----......x-x-"), sing="soul", orn="ssfdm", rate=0.5,
        plan="abac", level=3,
    )
    if s.chance(0.6):
        double(s, lead, s.part("~backing", "~vocal-duo", "oohs", level=-3), 2, where="hook")
    if s.chance(0.45):
        tune(
            s, s.part("soprano-sax", "alto-sax", "~saw-lead", "flute", level=-2, fx=("delay",)), 64, 84,
            ("................|....x-x-xxxxx---", "........xxxxx---|x-------........"), plan="ab", orn="sdm", rate=0.5,
        )
    if s.chance(0.4):
        roll(s, s.part("bells", "~fm-bell", "glockenspiel", level=-8), "3..2..h.........|................", 76, 4, ring=3)


@style("R&B", like="Hip-Hop")
def autumn_new_jack(s: Song) -> None:
    """Harlem 1988-93: sixteenths that swing hard, machine snares with a gate, stabs on every hole in the beat, church chords and stacked singing."""
    s.set((94, 116), ("minor", "dorian", "mixolydian"), swing=(0.5, 1.0), unit=0.5, room=("plate", "room", "dry"))
    s.until(
        46, "verse hook", verse=s.pick("i9 | i9 | iv9 | V7#9", "i7 | bVII | bVI | V7", "ii9 | V13 | ii9 | V13", "vi7 | IVmaj7 | ii7 | V9sus4"),
        hook=s.pick("bVImaj7 | bVII | i9 | i9", "IVmaj7 | iii7 | ii7 | Imaj7", "iv9 | bVII13 | bIIImaj7 | V7alt"),
    )
    drums(
        s, s.part("~kit:linn", "~kit:909", "kit:electronic", "~kit:hard", "kit:power", level=3),
        (
            "k x..x..x...x..x.. s ....X.......X... h x.xxx.xxx.xxx.xx t ...x...x...x...x", "k x.....xx..xx...x s ....X..x....X..x h xxxxxxxxxxxxxxxx",
            "k x.x....x..x..x.. s ....X.......X.oo c ....x.......x... m xxxxxxxxxxxxxxxx o ......x.........",
        ),
        fills=("s x.xx", "s xxXx", "u xx.. l ..xx", "s 2.xx"), every=4,
    )
    riff(
        s, s.part("synth-bass", "~saw-bass", "~fm-bass", "slap-bass", level=2),
        ("R - . R . . 7 8 . R . . 5 7 . a", "R . R . . 8 . 7 . . R 3 . 4 5 .", "R - - . . R . . 8 . 7 . 5 . 3 R"), 28, turns=True,
    )
    comp(
        s, s.part("~stab", "~brass-poly", "synth-brass", "orchestra-hit", "clavinet", level=-1),
        ("x..x......x.....|......x..x......", "...x..x.......x.", "x.....x..x..x..."), 64, 4, gate=0.5,
    )
    comp(s, s.part("dx-piano", "~fm-piano", "piano", "rhodes", level=-2), ("x-----x--x------", "x--x--x---x-x---"), 60, 5)
    lead = singer(
        s, ("..xxx-x-x-xxx---|..x-x-xxx---....", "x-x-xxx---x-x-x-|x---......xxx-..", "xx-xx-x---x-x-x-|x-x-xx-x-----..."), sing="soul", orn="ssfdq", rate=0.5,
        plan="abac", level=3,
    )
    double(s, lead, s.part("~backing", "~vocal-duo", "~vocal", level=-1), 2, where="hook")
    if s.chance(0.6):
        double(s, lead, s.part("~backing", "~vocal-low", level=-2), -3, where="hook")
    if s.chance(0.4):
        riff(s, s.part("~scratch", level=-6), ". . . . . . . . . . t0 . t0 t0 - . | . . . . . . . . . . . . . . . .", 60)
    if s.chance(0.5):
        pad(s, s.part("~string-machine", "strings", "~warm-pad", level=-6), 68, 4)


@style("R&B", like="Jazz")
def autumn_neo_soul(s: Song) -> None:
    """Philadelphia and Electric Lady 1995-2003, and its heirs: drums behind the beat, electric piano elevenths, a rubbery bass, a whispering choir of one."""
    s.set((70, 98), ("dorian", "minor", "major", "mixolydian"), swing=(0.2, 0.8), unit=0.5, room=("dry", "booth", "room", "plate"))
    s.until(
        46, "a a b",
        a=s.pick(
            "i9 | iv9", "ii9 | V13 | Imaj9 | VI7#9", "im11 | bVIImaj7", "IVmaj9 | III7#9 | vi9 | v9", "iii7 biii7 | ii9 V7alt", "i9 | bIImaj7 | i9 | V7alt"
        ),
        b=s.pick("bVImaj9 | V7#9 | i9 | i9", "ii9 | iii7 | IVmaj9 | V9sus4", "iv9 | bVII13 | bIIImaj9 | bVImaj7"),
    )
    drums(
        s, s.part("kit:jazz", "kit:standard", "~kit:lofi", "kit:room", "~kit:808", level=2, late=0.018, loose=0.012),
        (
            "k x......x.x...... s ....X.......X... h x.x.x.x.x.x.x.x.", "k x..x...x..x..... r ....X..o....X... h xxoxxxoxxxoxxxox",
            "k x.....x..x.....x s ....X..o.o..X.o. d x...x...x...x... p ....x.......x...", "k x.x.....x..x.... c ....X.......X... h x.x.x.xxx.x.x.x.",
        ),
        fills=SOFT_FILLS, every=8,
    )
    riff(
        s, s.part("finger-bass", "fretless", "~string-bass", "~sub-bass", "upright", level=2, late=0.02),
        ("R - - . . . R . . 5 7 . 8 . . a", "R - . 8, . 7 . 5 R - . . . 3 4 a", "R - - - . . . R 3 . 4 . 5 - . .", ". R - . . R . . 7 . 5 . . 8 7 a"), 26,
        turns=True,
    )
    comp(
        s, s.part("rhodes", "~fm-piano", "clavinet", "drawbar", level=1, fx=s.pick(("tremolo",), ("wah:phase",), ("chorus",))),
        ("x-----..x-x-....", "x--x------..x---", "..x-----..x---x-", "x-------o---x--."), 61, 5, strum=0.03,
    )
    if s.chance(0.5):
        comp(
            s, s.part("jazz-guitar", "clean-guitar", "~electric-guitar", level=-4), ("....x...x..x....", "......x-....x..x", "..x..x....x....."), 66, 4,
            gate=0.5, strum=0.02,
        )
    lead = singer(
        s, ("....x-x-x-xxx---|......x-x-x---..", "..xxx-xx-x-x----|..........x-x-x-", "x-x-x---..xx-x--|................"), sing="soul", orn="sdfqm", rate=0.55,
        plan="abab", level=2, late=0.03,
    )
    double(s, lead, s.part("~backing", "~vocal", "~vocal-duo", level=-3), 2, where=None if s.chance(0.4) else "b")
    if s.chance(0.5):
        double(s, lead, s.part("~vocal-low", "~backing", level=-4), -2, where="b")
    if s.chance(0.45):
        horn = s.part("muted-trumpet", "flute", "trumpet", level=-3)
        tune(s, horn, 62, 80, ("..x-x---........|................", "........x.x-x---|................"), plan="ab", orn="sf")
        soli(s, horn, [s.part("tenor-sax", "trombone", level=-4)])
