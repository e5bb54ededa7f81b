"""Pressings from Kingston, Havana, Rio and Buenos Aires: Reggae and Latin."""

from __future__ import annotations

from hands.autumn.craft import FILLS, SOFT_FILLS, SWUNG_FILLS, comp, drums, pad, riff, roll, walk
from hands.autumn.tunes import bop, double, singer, soli, talk, tune
from song import Song, style


@style("Reggae", like="R&B")
def autumn_kingston_ska(s: Song) -> None:
    """Kingston 1962-68, ska into rocksteady, and Coventry after: a chop on every off-beat, walking bass, trombone and saxes in front, a hurried solo."""
    steady = s.chance(0.35)
    s.set((84, 104) if steady else (112, 148), ("major", "minor", "mixolydian", "dorian"), swing=s.pick(0.0, 0.4, 0.7), room=("room", "club", "plate"))
    minor = s.scale in ("minor", "dorian")
    s.until(
        46, "head head verse",
        head=s.pick("i | iv | i | V7", "i | bVII | bVI | V", "i | i | iv | i")
        if minor
        else s.pick("I | vi | ii | V", "I | IV | I | V7", "I | IV | V | IV", "I | I | IV | V"),
        verse=s.pick("i | i | iv | V7", "iv | i | V7 | i") if minor else s.pick("I | vi | IV | V", "IV | V | I | vi", "I | ii | I | ii"),
    )
    drums(
        s, s.part("kit:standard", "kit:room", "kit:jazz", level=0),
        ("k ..x...x. r ..X...X. h xxxxxxxx", "k ..x...x. s ..X...X. h x.xxx.xx", "k x.x.x.x. s ..X...X. h .x.x.x.x")
        if not steady
        else ("k ....x... r ....X... h x.x.x.x.", "k ....x... s ....X..o h xxxxxxxx"), fills=SWUNG_FILLS if s.time.swing else FILLS, every=4,
    )
    bass = s.part("upright", "finger-bass", "~string-bass", level=2)
    if steady:
        riff(s, bass, ("R - 3 5 . 5 3 .", ". R R - 3 - 5 -", "R - . 5 R . 3 4", "R . . R 5 - 3 a"), 28, turns=True)
    else:
        walk(s, bass, skips=0.04)
    comp(s, s.part("clean-guitar", "~electric-guitar", "muted-guitar", level=1), ".x.x.x.x" if not steady else "..x...x.", 65, 4, gate=0.4, vel=92, strum=0.01)
    comp(
        s, s.part("piano", "honky-tonk", "drawbar", "~organ", level=-2), (".x.x.x.x", ".xx.xx.x") if not steady else ("..x...x.", ".xx..xx."), 62, 4, gate=0.45
    )
    horn = s.part("trombone", "trumpet", "tenor-sax", "alto-sax", level=2)
    tune(
        s, horn, 52 if horn.voice in ("trombone", "tenor-sax") else 60, 72 if horn.voice in ("trombone", "tenor-sax") else 79,
        ("x-x.x-x-|x---....", "x-xxx.x-|..x-x-..", "..xxx-x.|x-......", "x-..x-x-|x-x-x---"), where="head", plan="aaba", orn="sf", rate=0.25,
    )
    soli(s, horn, [s.part("tenor-sax", "trombone", level=0), s.part("alto-sax", "trombone", "baritone-sax", level=-1)], where="head")
    if s.chance(0.7):
        lead = singer(s, ("x-x-x-x-|x---....", "..xxx-x-|x-x-....", "x-xxx-xx|x-......"), where="verse", sing="soul", orn="sd", rate=0.35, level=3)
        double(s, lead, s.part("~backing", "~vocal-duo", level=-2), 2)
    else:
        bop(s, horn, 56, 79, where="verse", rest=0.4)


@style("Reggae", like="Electronic")
def autumn_roots_dub(s: Song) -> None:
    """Kingston 1973-82 at the mixing desk: one drop or steppers, a bass line that is the song, skank and organ bubble thrown into echo, a melodica."""
    s.set((62, 82), ("minor", "dorian", "minor", "major"), swing=(0.0, 0.7), unit=0.5, room=("plate", "cave", "room", "hall"))
    minor = s.scale != "major"
    s.until(
        48, "riddim riddim dub",
        riddim=s.pick("i7 | iv7", "i | bVII", "i | i | iv | v", "i | v", "i | bVI | bVII | i")
        if minor
        else s.pick("I | IV", "I | ii", "I | V | IV | I", "I | vi | ii | V"), dub=s.pick("i7 | i7", "i | v", "i7 | iv7") if minor else "I | IV",
    )
    kit = s.part("kit:standard", "kit:room", "kit:jazz", level=1, fx=s.pick((), ("delay",)))
    drums(
        s, kit,
        (
            "k ........x....... r ........X....... h x.x.x.x.x.x.x.x.", "k ........x....... s ........X....... h x.xxx.xxx.xxx.xx",
            "k x...x...x...x... r ........X..?.... h x.x.x.x.x.x.x.x.", "k x.......x....... s ........X....... h ..x...x...x...x. w ......?.........",
        ),
        fills=("l x.xx", "s 3.x.", "u xx.. l ..x.", "th xx.x"), every=4,
    )
    riff(
        s, s.part("finger-bass", "~sub-bass", "~string-bass", "pick-bass", level=4, fx=("tone:dark",)),
        (
            "R - . R . . 3 - 5 - . 5 . . 3 .", ". . R - R . 3 . 5 - . . 7 - 5 .", "R - - . 5 - . R . . . . 7 . 5 3",
            "R - . . . . R R 3 - . . 4 - 5 - | R - . . . . R R 7 - 5 - 4 - 3 -",
            "t0 - . . t0 t3 . t5 - . t7 - . t5 t3 . | t0 - . . t-2 - . t-5 - . . . t-2 - . .",
        ),
        26,
    )
    skank = s.part("clean-guitar", "muted-guitar", "~electric-guitar", level=0, fx=s.pick(("delay:dub",), ("delay",), ()))
    comp(s, skank, ("....x.......x...", "....xx......xx..", "....x......xx..."), 65, 3, gate=0.5, vel=90)
    comp(
        s, s.part("drawbar", "~organ", "clavinet", "piano", level=-2), ("..x.x.x...x.x.x.", "..xxx.x...xxx.x.", "....x.......x...", "..x...x...x...x."), 60, 3,
        gate=0.5,
    )
    if s.chance(0.65):
        tune(
            s, s.part("harmonica", "~reed", "accordion", "trombone", "~flute", "trumpet", level=0, fx=("delay:dub",)), 62, 81,
            ("x---x-x---......|................", "....x-x-x---x---|x-----..........", "x-x-..x-x---....|................"),
            where=None if s.chance(0.5) else "dub", plan="aab.", orn="sv", rate=0.3,
        )
    if s.chance(0.7):
        lead = singer(
            s, ("..x-x-x-x---x---|..x-x-x-x---....", "x---x-x-x-x-x---|................", "....x-x-x-x-x---|x-x-x---........"), where="riddim", sing="soul",
            orn="sdf", rate=0.35, level=2, fx=s.pick((), ("delay:dub",)),
        )
        if s.chance(0.6):
            double(s, lead, s.part("~backing", "~vocal-duo", "~choir", level=-3), 2)
    if s.chance(0.5):
        comp(
            s, s.part("brass", "trombone", "trumpet", level=-2, fx=("delay",)), ("x.x-....x.x-....|................", "........x--x--x-|x-------........"), 64,
            3,
        )
    if s.chance(0.4):
        drums(s, s.part("kit:standard", level=-6), ("bl x...x.x...x.x.xx cl ..x...x...x...x.", "cm x..x..x.x..x..x."))
    if s.chance(0.3):
        riff(s, s.part("~siren", "~sweep-noise", level=-10, fx=("delay:dub",)), ". . . . . . . . | . . . . t0 - - .", 72, where="dub")


@style("Reggae", like="Rap")
def autumn_digital_dancehall(s: Song) -> None:
    """Kingston 1985-98: one casio bass figure, three-three-two kicks, organ stabs off the beat, a deejay who chats or a singer who wails, rewind."""
    s.set((84, 110), ("minor", "dorian", "minor-pentatonic", "major"), room=("dry", "room", "plate"))
    minor = s.scale != "major"
    s.until(
        46, "riddim riddim hook", riddim=s.pick("i | i", "i | bVII", "i | iv", "i i | bVII i") if minor else s.pick("I | IV", "I | V", "I IV | V IV"),
        hook=s.pick("i | bVII", "i | bVI", "i | v") if minor else s.pick("I | vi | IV | V", "I | V"),
    )
    drums(
        s, s.part("~kit:808", "~kit:linn", "kit:electronic", "~kit:909", "~kit:any", level=2),
        (
            "k x.....x.....x... s ...X..X....X..X. h x.x.x.x.x.x.x.x.", "k x...x...x...x... s ...x..X....x..X. r ...x..x....x..x.",
            "k x.....x...x..... s ......X.......X. c ...x...x...x...x h x.xxx.xxx.xxx.xx", "k x.......x....... r ...X..X....X..X. u ..........x.x...",
        ),
        fills=("u xx.. l ..xx", "th xxxx", "s x.xx", "tl x.xx"), every=4,
    )
    riff(
        s, s.part("synth-bass", "~square-bass", "~saw-bass", "~fm-bass", level=4),
        (
            "t0 - . t0 . . t0 . t3 - . t3 . t-2 . . | t0 - . t0 . . t0 . t-2 - . t-2 . t-5 . .", "R . R . R . R . R . R . 3 . 4 .",
            "R - . R - . 8 - R - . R - . 5 -", "R - . R . . R . . . 5 . 7 . 5 .", "R R . R R . R . 5 5 . 5 5 . 3 .",
        ),
        28,
    )
    comp(
        s, s.part("drawbar", "~organ", "~stab", "clean-guitar", "dx-piano", "~square-pluck", level=0),
        ("....x.......x...", "..x...x...x...x.", "....xx......xx..", "...x..x....x..x."), 64, 3, gate=0.5, vel=92,
    )
    if s.chance(0.5):
        tune(
            s, s.part("~square-lead", "~saw-lead", "dx-piano", "trumpet", "~fm-bell", level=-2), 64, 84,
            ("x--x--x-........|................", "xx.x..x-xx.x..x-|................", "....x-x-x-..x---|................"), plan="a",
        )
    if s.chance(0.5):
        singer(
            s, ("x-x-x-x-x-x-x---|x-x-x---........", "..xxx-xxx-x-x---|..xxx-x-x---....", "x.xx.x.xx.x.x---|x.xx.x.xx---...."), sing="cry", orn="sdfg",
            rate=0.45, scale="minor-pentatonic" if minor else "major-pentatonic", level=3,
        )
    else:
        chat = s.part("~rap-voice", "~vocal-low", level=4, pan=0.0)
        tune(
            s, chat, 47, 58, ("x.xxx.x.x.xxx.x.|x.xxx.x.x.x.x...", "xxx.xxx.xx..xx..|xxx.xxx.x...x...", "x.xx.xx.x.xx.xx.|x.x.x.x........."), plan="aabc",
            sing="ta da ri bo ge na ya mi", jump=0.08, gate=0.75,
        )
        singer(s, ("x---x---x-x-x---|x---x---x-------",), where="hook", sing="cry", orn="sd", level=2)
    if s.chance(0.4):
        talk(s, s.part("~speech", level=-1, fx=("delay",)), share=0.15, where="hook")
    if s.chance(0.3):
        pad(s, s.part("~string-machine", "~warm-pad", "strings", level=-7), 64, 3)


CLAVES = {"son": "v x..x..x...x.x...", "rumba": "v x..x...x..x.x...", "turned": "v ..x.x...x..x..x."}


@style("Latin", like="Jazz")
def autumn_fania_night(s: Song) -> None:
    """Havana 1940 to the Bronx 1975: clave, a bass that never plays the one, piano montuno in octaves, cowbell for the chorus, trombones, a sonero, a coro."""
    s.set((82, 116), ("minor", "dorian", "major", "mixolydian"), room=("club", "room", "plate", "hall"))
    minor = s.scale in ("minor", "dorian")
    s.until(
        46, "verse montuno mambo montuno",
        verse=s.pick("i | iv | V7 | i", "i | bVII | bVI | V7", "i7 | IV7 | i7 | IV7")
        if minor
        else s.pick("I | IV | V7 | IV", "ii7 | V7 | Imaj7 | VI7", "I | vi | ii7 | V7"),
        montuno=s.pick("i iv | V7 i", "i V7 | V7 i", "i7 IV7 | i7 IV7") if minor else s.pick("I IV | V7 IV", "I V7 | V7 I", "ii7 V7 | I VI7"),
        mambo="i iv | V7 i" if minor else "I IV | V7 IV",
    )
    clave = CLAVES[s.pick("son", "son", "rumba", "turned")]
    perc = s.part("kit:standard", "kit:jazz", "kit:room", level=0)
    drums(
        s, perc,
        (f"{clave} cm x..xx...x..xx... ch ..x...x...x...x. cl ......xx......xx", f"{clave} m xxxxxxxxxxxxxxxx cm x.x.x.x.x.x.x.x. cl ......xx......xx"),
        where="verse", fills=("th xx.x", "th xxxx tl ..xx", "tl x.xx"), every=8,
    )
    drums(
        s, perc,
        (
            f"{clave} w x.x.xxx.x.x.xxx. cm ..x...x...x...x. cl ......xx......xx th ....x.......x..x",
            f"{clave} w x...x.x.x...x.x. 67 x.xxx.x.xx.xx.x. cm x.oxo.oxx.oxo.ox cl ......xx......xx",
        ),
        where=["montuno", "mambo"], fills=("th xxxx", "th x.xx tl .x..", "th 3333"), every=8, crash=0.4,
    )
    riff(
        s, s.part("upright", "finger-bass", "~string-bass", level=2),
        (". . . . . . 5 - - - - - R> - - -", "R - - . . . 5 - - - . . R> - - -", ". . . R - - 5 - . . . R - - 5> -"), 28,
    )
    montuno = s.part("piano", "piano", "bright-piano", "nylon", "~nylon-guitar", level=1)
    for hand in (0, 12):
        roll(s, montuno, ("0.12.1.21.2.1.2.", "02.1.20.2.1.20.1", "0.2.1.2.02.1.2.1"), 60 + hand, 3, where=["montuno", "mambo"], ring=0.8, vel=92)
    comp(s, montuno, ("x--x--x---x-x---", "..x--.x-..x--.x-"), 62, 4, where="verse")
    if s.chance(0.35):
        roll(s, s.part("steel", "~steel-guitar", "~mandolin", level=-1), ("..1.2.0.1.2.1.0.", "0.21.20.1.20.12."), 68, 3, ring=0.9)
    horns = s.part("trombone", "trumpet", "muted-trumpet", "flute", "violin", level=1)
    low = 53 if horns.voice == "trombone" else 62
    tune(
        s, horns, low, low + 19, ("x.xx.xx.x.xx.x..|................", "..x.xx.x..x.xx.-|x-----..........", "x--x--x-..x-x-x-|x--x--x---......"), where="mambo",
        plan="aa", orn="f", rate=0.2,
    )
    soli(s, horns, [s.part("trombone", "trumpet", "tenor-sax", level=0), s.part("trombone", level=-1)], where="mambo")
    if s.chance(0.5):
        tune(s, horns, low, low + 19, ("..........x.x.x-|x-------........",), where="verse", plan=".a")
    singer(
        s, ("..x-x-xx.x-x-x--|..x-x-x-x---....", "x--x--x-x--x-x--|x-x-x---........", "....x-x-x-xx.x-.|x---............"), where="verse", sing="open",
        orn="sgm", rate=0.35, voices=("~vocal", "~vocal-duo"), level=3, plan="abac",
    )
    coro = singer(
        s, ("x-x-x-xx.x-x-...|................", "..x-xx.x-x-x-...|................"), where="montuno", sing="open",
        voices=("~vocal-duo", "~backing", "~choir"), plan="a", level=2,
    )
    double(s, coro, s.part("~backing", "~vocal-duo", level=0), 2)
    tune(
        s, s.part("~vocal", "~vocal", "flute", "trumpet", level=2), 62, 79, ("................|..xx.xx.x-x---..", "................|....x-x-xx.x-..."),
        where="montuno", plan="ab", sing="la ye ma o", orn="sgm", rate=0.4,
    )


@style("Latin", like="Jazz")
def autumn_ipanema_side(s: Song) -> None:
    """Rio 1958-68, bossa nova and samba-canção: a nylon guitar that breathes in two bars, a rim click, a voice without vibrato, flute and strings at dusk."""
    samba = s.chance(0.25)
    s.set((62, 84) if not samba else (92, 116), ("major", "minor", "dorian"), keys="F C D G Bb A Eb", room=("room", "plate", "booth"))
    minor = s.scale != "major"
    s.until(
        48, "a a b a",
        a=s.pick("im9 | ivm7 | V7alt | im6", "im7 | iiø V7b9 | im7 | iiø V7b9", "im9 | #iv°7 | ivm7 bVII9 | bIIImaj7")
        if minor
        else s.pick(
            "Imaj9 | II7#11 | ii9 | V13", "Imaj7 | #i°7 | ii7 | biii°7 | iii7 | VI7b9 | ii9 | V7b9", "Imaj9 | iv6 | iii7 | VI7b9 | II9 | ii9 V13",
            "IVmaj7 | iv6 | iii7 bIII7 | ii9 bII7",
        ),
        b=s.pick("bVImaj7 | bVI7 | V9sus4 | V7b9", "IVmaj7 | iv6 | iii7 | VI7b9", "bIImaj7 | bV7 | im7 | bVI7"),
    )
    guitar = s.part("nylon", "~nylon-guitar", "nylon", "jazz-guitar", level=2, pan=0.0)
    comp(
        s, guitar, ("x..x..x...x..x..|x..x...x..x.x...", "x.x..x..x.x..x..", "..x.x..x..x.x..x|..x..x..x.x..x..", "x..x..x...x..x.."), 60, 4, gate=0.7,
        strum=0.01, vel=80, ahead=0.25,
    )
    riff(s, guitar if s.chance(0.6) else s.part("upright", level=0), ("R - - . 5 - - . R - - . 5 - - .", "R - - R 5 - - 5 R - - R 5 - - a"), 38, vel=76)
    if s.chance(0.7):
        riff(s, s.part("upright", "finger-bass", "fretless", level=0), ("R - - - - - . R 5 - - - - - . 5", "R - - - - - - R> 5 - - - - - - a"), 28)
    if s.chance(0.75):
        drums(
            s, s.part("kit:brush", "kit:jazz", "kit:standard", level=-2),
            (
                "r x..x..x...x..x..|x..x..x....x..x. h xxxxxxxxxxxxxxxx k x..xx..xx..xx..x",
                "r ..x..x..x..x..x.|..x..x..x...x..x m xoxoxoxoxoxoxoxo k x...x...x...x...", "r x..x...x..x.x... s oxooxooxooxoxoxo k x..xx..xx..xx..x",
            )
            if not samba
            else (
                "tl X.......X....... cl ....X..x....X.xx t xxXxxxXxxxXxxxXx k x..xx..xx..xx..x r x.x..x.x.xx..x.x",
                "m xxXxxxXxxxXxxxXx f ....X.......X... k x..xx..xx..xx..x r .x.xx.x.x.xx.x.x",
            ),
            fills=SOFT_FILLS, every=16,
        )
    if s.chance(0.5):
        comp(s, s.part("piano", "rhodes", "vibraphone", level=-3), ("..x---....x-....", "......x-..x--...", "x-------........"), 68, 3, ahead=0.25)
    voice = s.chance(0.75)
    lead = (
        singer(
            s, ("..x-x-x-..x-x-x-|..x---x-----....", "x---..x-x-x-..x-|x-------........", "....x-x-x---x-x-|x---x---........"), sing="soft", orn="s", rate=0.1,
            plan="aabc", level=2, jump=0.15,
        )
        if voice
        else s.part("flute", "tenor-sax", "trombone", "piano", "jazz-guitar", level=2)
    )
    if not voice:
        tune(
            s, lead, 60 if lead.voice not in ("tenor-sax", "trombone") else 54, 80 if lead.voice not in ("tenor-sax", "trombone") else 72,
            ("..x-x-x-..x-x-x-|..x---x-----....", "x---..x-x-x-..x-|x-------........", "x--x--x-x--x--x-|x-------........"), plan="aabc", orn="sg", rate=0.25,
        )
    if s.chance(0.45):
        pad(s, s.part("strings", "slow-strings", "~section", level=-5), 68, 3)
    if s.chance(0.4):
        tune(
            s, s.part("flute", "clarinet", "muted-trumpet", level=-3), 67, 84, ("................|........x-x-x---", "................|..x-x---x---...."),
            plan="ab", orn="g",
        )


@style("Latin", like="Classical")
def autumn_corrientes_tango(s: Song) -> None:
    """Buenos Aires 1936-60: bandoneons and violins hammer four beats or tear them three-three-two, piano runs, a sliding bass, a singer in black."""
    s.set((104, 136), ("harmonic-minor", "minor", "harmonic-minor", "major"), keys="A D E G C", rubato=0.02, room=("hall", "room", "club"))
    minor = s.scale != "major"
    s.until(
        46, "a b",
        a=s.pick("i | i | V7 | V7 | V7 | V7 | i | i", "i | iv | V7 | i | iv | i | II7 | V7", "i | VI7 | iv | V7", "i i/b7 | bVI | iv V7 | i")
        if minor
        else s.pick("I | VI7 | ii | V7 | ii | V7 | I | I", "I | I | V7 | V7 | ii | V7 | I | I"),
        b=s.pick("bIII | bIII | V7 | i | iv | i | V7 | i", "I | V7 | V7 | I | I7 | iv | I V7 | I", "bVI | bIII | iv | V7")
        if minor
        else s.pick("vi | III7 | vi | III7 | ii | V7 | I | V7", "i | iv | V7 | i"),
    )
    beat = s.pick("X.x.X.x.", "x.x.x.x.", "X..X..X.", "X.x.X..X")
    bass = s.part("contrabass", "upright", "cello", level=2)
    riff(
        s, bass, {"X..X..X.": "R - . 5 - . R a/", "X.x.X..X": "R - 5 - R - . a"}.get(beat, s.pick("R . 5 . R . 5 a", "R . R . 5 . 5 a/", "R - . . 5 - . a")), 28
    )
    keys = s.part("piano", level=1)
    comp(s, keys, beat, 62, 4, gate=0.4, vel=92)
    riff(s, keys, {"X..X..X.": "R . . R . . R ."}.get(beat, "R . 5 . R . 5 ."), 36, vel=84, stack=(0, 12))
    bellows = s.part("bandoneon", "accordion", "bandoneon", "~accordion", level=2)
    comp(s, bellows, (beat, "x.x.x.x."), 64, 4, gate=0.4, vel=90, where="a" if s.chance(0.5) else None)
    strings = s.part("violin", "strings", "~section", "~bowed", level=1)
    rows = ("x-x-xxx-|x---....", "xxxxx-x-|x-x-x---", "x---xxxx|x-x-....", "..xxx-xx|x---....", "x-----xx|x-------")
    lead = s.pick(bellows, strings)
    tune(s, lead, 64, 84, rows, where="a", plan="abac", orn="gmd", rate=0.3, jump=0.22, gate=0.7)
    other = strings if lead is bellows else bellows
    tune(s, other, 62, 86, ("x-------|x---x---", "x---x-x-|x-------", "x-----x-|x-x-x---"), where="b", plan="abac", orn="vdsm", rate=0.4)
    double(s, other, s.part("violin", "bandoneon", "cello", "flute", level=-1), -2, where="b")
    if s.chance(0.5):
        pad(s, s.part("strings", "~section", level=-4), 62, 3, where="b")
    if s.chance(0.45):
        singer(
            s, ("x-x-x-x-|x-x-....", "..xxx-x-|x---....", "x---xxx-|x-------"), where="b", sing="cry", orn="svdf", rate=0.5, voices=("~vocal-low", "~vocal"),
            level=3,
        )
    if s.chance(0.4):
        tune(s, keys, 72, 93, ("........|....xxxx", "........|..xxxxxx"), plan="ab", jump=0.05, vel=84)
    if s.chance(0.25):
        s.master.append("old")
