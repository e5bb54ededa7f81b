"""Jazz in a small room, in a ballroom, in a studio; Latin for dancers, for a window in Rio, for a car park."""

from __future__ import annotations

from hands.dusk import craft, tunes
from score import Part
from song import Song, Where, style
from theory import JAZZ_BLUES, near

STANDARDS = (
    "iim7 | V7 | Imaj7 | Imaj7 | iiø | V7b9 | im7 | im7", "Imaj7 | VI7alt | iim7 | V13 | iiim7 VI7 | iim7 V7 | Imaj7 | iim7 V7",
    "Imaj7 | Imaj7 | viiø III7b9 | vim7 II7 | vm7 | I7 | IVmaj7 | ivm7 bVII7 | iiim7 VI7 | iim7 V7 | Imaj7 | iim7 V7",
    "vim7 | iim7 | V7 | Imaj7 | IVmaj7 | viiø | III7b9 | vim7", "Imaj9 | ivm7 bVII7 | Imaj9 | biiim7 bVI7 | iim7 | V7 | iiim7 VI7 | iim7 V7",
    "Imaj7 vim7 | iim7 V7 | iiim7 VI7 | iim7 V7 | I7 | IV6 #iv°7 | I6 V7 | I6",
)
RIDES = ({"ride": "x..xx..x", "ped": "..x...x."}, {"ride": "x.xxx.xx", "ped": "..x...x.", "k": "o...o..."}, {"ride": "x.x.x.xx", "ped": "..x...x.",
    "k": "....-..-"})


def swinger(s: Song, kit: Part, busy: float = 0.25, where: Where = None, brushes: bool = False) -> None:
    """A jazz drummer: ride and hi-hat keep time, snare and bass drum talk back on the off-beats."""
    craft.drums(s, kit, {"sn": "o-X-o-X-", "ped": "..x...x."} if brushes else s.pick(*RIDES), where, fill="brush", crash=0.3)
    for bar in s.bars(where):
        for place in (1, 3, 5, 7):
            if place < bar.beats * 2 and s.chance(busy):
                kit.add(bar.start + place / 2, 0.3, s.pick(38, 38, 36), s.between(40, 78))


def comping(s: Song, part: Part, where: Where = None, centre: float = 62, voices: int = 4, busy: float = 0.5) -> None:
    """A pianist or guitarist who drops chords where there is room, often just before the beat."""
    rows = ("x.....x.", "...x..x.", ".x.....x", "x..x....", "..x....x", "....x..x", "........", ".x..x...")
    craft.comp(s, part, "|".join(s.pick(*rows) for _ in range(8 if busy < 0.5 else 13)), centre, voices, where, gate=s.pick(0.5, 0.8), strum=0.008)


@style("Jazz", like="Blues")
def dusk_small_hours(s: Song) -> None:
    """A trio or quartet after closing time: walking bass, brushes or ride, piano, guitar or vibraphone over a standard or blues; some ballads."""
    ballad = s.chance(0.3)
    waltz = not ballad and s.chance(0.2)
    s.set((58, 76) if ballad else (112, 210), "major", "F Bb Eb C Ab G Db", beats=3.0 if waltz else 4.0, swing=s.between(0.6, 1.0),
        room=("club", "room", "booth"))
    s.until(45, "head solo solo head", head=s.pick(*STANDARDS, *JAZZ_BLUES))
    bass = s.part("upright", "~string-bass", "upright", level=1)
    if ballad:
        craft.bass(s, bass, s.pick("R...5...", "R...5.7a", "R.....5."), 38)
    else:
        craft.walk(s, bass, 40)
    if s.chance(0.9):
        kit = s.part("kit:brush", "kit:jazz", "kit:jazz", level=-2)
        if waltz:
            craft.drums(s, kit, s.pick({"ride": "x.xxx.", "ped": "..x...", "k": "o....."}, {"ride": "x.x.xx", "ped": "..x.x.", "sn": "...-.."}))
        else:
            swinger(s, kit, 0.15, brushes=ballad or s.chance(0.4))
    soloist = s.pick("bassoon" if s.chance(0.1) else "piano", "jazz-guitar", "vibraphone", "tenor-sax", "muted-trumpet", "clarinet", "piano", "alto-sax",
        "flute")
    chords = s.part("piano", "jazz-guitar", "piano", level=-1)
    comping(s, chords, busy=0.3)
    lead = s.part(soloist, level=2, late=0.012, fx=("tremolo",) if soloist == "vibraphone" and s.chance(0.5) else ())
    cells = ("x..x.x", "x...xx", "xxx...", "--x.x.") if waltz else ("x...x.x.", "--xxx.xx", "-x.xx...", "x..xx...", "xxxx--x.")
    tunes.tune(s, lead, 60, 82, cells, "head", form="AABA", scale="bebop" if s.chance(0.3) else None, grace=0.2, scoop=0.2, leap=0.3, width=8)
    tunes.changes(s, lead, 58, 86, "solo", rest=0.3, long=0.4 if ballad else 0.12, triplet=0.2 if ballad else 0.08, blues=0.15)


@style("Jazz", like="Pop")
def dusk_ballroom_riff(s: Song) -> None:
    """The swing orchestra of 1938: saxophones in close harmony, brass that answers, four on guitar and bass drum, a clarinet or tenor in front."""
    s.set((124, 208), ("major", "minor"), "F Bb Eb C Ab G", swing=s.between(0.75, 1.0), room=("hall", "club", "room", "plate"))
    way = s.pick("I6 | I6 | I6 | V7 | V7 | V7 | V7 | I6", "I6 VI7 | II7 V7 | I6 VI7 | II7 V7 | I7 | IV6 #iv°7 | I6 V7 | I6",
        "I6 | III7 | VI7 | VI7 | II7 | V7 | I6 | V7", *JAZZ_BLUES[:1]) if s.scale == "major" else s.pick("im6 | im6 | V7 | V7 | im6 | ivm6 | im6 V7 | im6",
        "im6 | im6 | im6 | im6 | ivm6 | im6 | bVI7 | V7")
    s.until(45, "riff riff solo shout", riff=way)
    craft.walk(s, s.part("upright", "contrabass", "~string-bass", "tuba", level=0), 39, skip=0.05)
    kit = s.part("kit:jazz", "kit:standard", "kit:jazz", level=-1)
    craft.drums(s, kit, s.pick({"k": "o.o.o.o.", "ride": "x.xxx.xx", "ped": "..x...x."}, {"k": "o.o.o.o.", "h": "x.-xx.-x", "sn": "..o...o."},
        {"k": "o.o.o.o.", "floor": "X.XxX.Xx", "ped": "..x...x."}), fill="snare")
    craft.comp(s, s.part("jazz-guitar", "steel", "banjo", level=-4), "x.x.x.x.", 58, 4, gate=0.45, strum=0.01)
    comping(s, s.part("piano", "honky-tonk", level=-3), centre=68, voices=3)
    saxes = [s.part(*voices, level=0, pan=-0.4) for voices in (("alto-sax", "clarinet"), ("tenor-sax",), ("baritone-sax", "tenor-sax"))]
    tunes.tune(s, saxes[0], 62, 80, ("x.xx.xx.", "xx.x.x..", "--xx.xx.", "xxx.x...", "x..x..x."), "riff", form="AAAB", second=saxes[1], below=2, grace=0.05,
        width=5)
    tunes.shadow(s, saxes[0], saxes[2], -12, 1.0)
    brass = s.part("brass", "trumpet", "muted-trumpet", "trombone", level=0, pan=0.4)
    craft.comp(s, brass, s.pick("........|...x..x.", ".......x|x..x....", "...x....|.....xx.", "....x.x.|........"), 67, 4, ("riff", "solo"), gate=0.5)
    craft.comp(s, brass, s.pick("x..x..x.|x...xx..", "xx.x.xx.|...x....", "x.x..x..|x.....x."), 70, 5, "shout", gate=0.6, force=104)
    tunes.tune(s, saxes[1], 58, 74, ("----x.xx", "x.x.x...", "----x..x"), "shout", form="AAAB")
    tunes.changes(s, s.part("clarinet", "tenor-sax", "trumpet", "trombone", "vibraphone", level=2), 60, 86, "solo", rest=0.28, triplet=0.1, blues=0.25)
    if s.chance(0.25):
        tunes.tune(s, s.part("~vocal", "~vocal-duo", level=3), 57, 74, ("--xxx.x.", "x.x.x...", "x...x.x."), "solo", form="ABAC", how=("ba", "du", "we",
            "la"), scoop=0.3)
    if s.chance(0.5):
        s.master.append("old")


@style("Jazz", like="R&B")
def dusk_modal_quintet(s: Song) -> None:
    """Two horns over a few modes or hard changes: hard bop, modal waltz, or an electric vamp of 1970; long solos, a drummer who boils."""
    kind = s.pick("bop", "bop", "modal", "waltz", "electric")
    s.set({"bop": (168, 244), "modal": (120, 180), "waltz": (130, 190), "electric": (92, 128)}[kind], ("dorian", "minor") if kind != "bop" else ("major",
        "minor"), "C D Eb F G Bb Ab", beats=3.0 if kind == "waltz" else 4.0,
          swing=0.0 if kind == "electric" else s.between(0.5, 0.9), room=("club", "room", "hall"))
    bop = s.pick("iiø | V7alt | im7 | im7 | ivm7 | bVII7 | bIIImaj7 | bIIImaj7", *JAZZ_BLUES) if s.scale == "minor" else s.pick(*STANDARDS)
    s.until(45, "head solo solo2 head", head=bop if kind == "bop" else s.pick("im7 | im7 | im7 | im7 | biim7 | biim7 | im7 | im7", "im9 | im9 | ivm9 | ivm9",
        "im11 | im11 | bIIImaj7#11 | bIIImaj7#11", "im7 IV7 | im7 IV7 | bVImaj7 | V7#9"))
    bass = s.part("upright", "upright", "~string-bass", level=1) if kind != "electric" else s.part("finger-bass", "fretless", "~electric-bass", level=2)
    kit = s.part("kit:jazz", "kit:jazz", "kit:standard", level=0)
    if kind in ("bop", "modal"):
        craft.walk(s, bass, 40)
        swinger(s, kit, 0.35)
    elif kind == "waltz":
        s.pick(lambda: craft.walk(s, bass, 40), lambda: craft.bass(s, bass, s.pick("R..5..", "R..R5.|R...7."), 38))()
        craft.drums(s, kit, s.pick({"ride": "x.xx.x", "ped": "..x...", "sn": "?..-.?"}, {"ride": "x.xxx.", "ped": "..x.x.", "k": "o..-.."}), fill="brush",
            ghost=0.05)
    else:
        craft.bass(s, bass, s.pick("R..R....8.7.5...", "R.g.R.8...7.5.7.", "R.....R.5.7.8..a"), 36, gate=0.7)
        craft.drums(s, kit, s.pick({"k": "x..x......x..x..", "sn": "....X..-.-..X..-", "ride": "x.xxx.xxx.xxx.xx"}, {"k": "x.....x.x..x....",
            "sn": "....x.-..-..x...", "h": "xxxxxxxxxxxxxxxx"}), fill="toms", ghost=0.12)
    comping(s, s.part("rhodes", "~fm-piano", fx=s.pick(("tremolo",), ("wah:phase",), ("drive:2",))) if kind == "electric" else s.part("piano", "piano",
        "vibraphone", "jazz-guitar"), busy=0.6)
    one = s.part("trumpet", "muted-trumpet", "alto-sax", "flute", "soprano-sax", level=2, pan=-0.2)
    two = s.part("tenor-sax", "trombone", "tenor-sax", "baritone-sax", level=1, pan=0.3)
    cells = ("xx.x..", "x..xx.", "--x.xx", "x.....") if kind == "waltz" else ("xx.x.x..", "x..x..xx", "-x.xx.x.", "x...x..x", "xxx.--xx")
    tunes.tune(s, one, 60, 82, cells, "head", form="AABA", second=two, below=s.pick(2, 3, 7), leap=0.35, width=8)
    for who, where in ((one, "solo"), (two, "solo2")):
        low = 50 if who is two else 58
        tunes.changes(s, who, low, low + 28, where, rest=0.22, long=0.2 if kind != "bop" else 0.08, chromatic=0.35, blues=0.2)


@style("Latin", like="Jazz")
def dusk_corner_descarga(s: Song) -> None:
    """Salsa, son and mambo: clave, tumbao bass that anticipates, montuno piano, congas, timbales, cowbell, brass, coro and soneo."""
    s.set((84, 112), ("minor", "major", "harmonic-minor"), "C D F G A Bb Eb", room=("club", "room", "hall"))
    way = s.pick("i | iv | V7 | V7", "i | iv | V7 | i", "i | bVII | bVI | V7", "im7 | iiø V7") if s.scale != "major" else s.pick("I | IV | V7 | IV",
        "I | IV | V7 | V7", "Imaj7 VI7 | iim7 V7", "ii7 | V7 | I | I")
    s.until(45, "coro soneo mambo soneo", coro="|".join([way] * 2))
    clave = s.pick("x..x..x...x.x...", "..x.x...x..x..x.", "x..x...x..x.x...")
    drums = s.part("kit:standard", "kit:room", "kit:standard", level=1)
    craft.drums(s, drums, {"clv": clave, "cm": "o-x-o-..o-x-o-..", "co": "......xx......xx", **s.pick({"cow": "x...x...x...x...", "tih": "..x...x...x..xx."},
        {"sh": "xxxxxxxxxxxxxxxx", "bon": "x-o-x-o-x-o-x-oo", "bol": "......x.......x."}, {"bell": "x.x.xxx.x.xx.xx.", "cow": "x..xx.x.x.x.xx.x"})})
    craft.drums(s, drums, {"k": s.pick("......x.......x.", "...x......x.....")}, where=("mambo", "coro"), fill="timbales")
    bass = s.part("upright", "finger-bass", "fretless", "~string-bass", level=2)
    _tumbao(s, bass)
    montuno = s.part("piano", "piano", "nylon", "steel", "bright-piano", level=1)
    _montuno(s, montuno, s.pick("x.xx.x.x.x.x.x.x", "x..x.xx.x..x.xx.", "x.x..x.x.xx.x.x.", ".x.xx.x.x.x.xx.x"))
    horns = s.part("brass", "trumpet", "trombone", "~brass-section", level=1)
    tunes.tune(s, horns, 62, 82, ("x.xx.x..x.......", "..x.x.x.x..x....", "xxx..xx.x...----", "x..x..x.x.x.x..."), "mambo", form="AABA", second=horns,
        grace=0.05)
    craft.comp(s, horns, s.pick("................|..........x.x...", "............x.x.|x...............", "......x.x.......|................"), 66, 3,
        where="coro", gate=0.5)
    coro = s.part("~vocal-duo", "~backing", "~vocal-duo", level=1)
    tunes.tune(s, coro, 60, 76, ("x.x.xx.x.x..----|----------------", "..x.x.xx.x.x.---|----------------"), "coro", form="A", how=tunes.LALA, second=coro)
    lead = s.part("~vocal", "flute", "violin", "~vocal", "trumpet", level=3)
    tunes.tune(s, lead, 62, 81, ("..x.xxx.x.x.....", "x.x..x.x.x...---", "--xx.xx.x..x....", "xxx.x..---------"), "soneo", form="ABAC", how=tunes.LALA
        if lead.voice == "~vocal" else (), scoop=0.2)


def _tumbao(s: Song, bass: Part) -> None:
    """The bass: on the and of two the fifth or root, on four the root of the chord to come."""
    for bar in s.bars():
        for half in (0.0, 2.0):
            at = bar.start + half
            root, coming = (near(craft.chord_at(s, beat).bass, 38) for beat in (at, at + 2.0))
            bass.add(at + 0.75, 0.7, root + s.pick(7, 7, 0, -5), 94 + s.between(-5, 5))
            bass.add(at + 1.5, 1.2 if s.chance(0.8) else 0.45, coming, 100 + s.between(-5, 5))
            if bar.index == 0 and half == 0.0:
                bass.add(at, 0.6, root, 96)


def _montuno(s: Song, part: Part, row: str) -> None:
    """The piano's guajeo: octaves and inner tones in turn on the off-beats."""
    turn, before = 0, None
    for at, _, _ in craft.steps(s, row):
        chord = craft.chord_at(s, at + 0.25)
        before = sorted(craft.voicing(chord, 66, 3, before))
        tones = (before[0], before[0] + 12) if turn % 2 == 0 else (before[1], before[2]) if turn % 4 == 1 else (before[1], before[1] + 12)
        turn += 1
        for tone in tones:
            part.add(at, 0.24, tone, 92 + s.between(-8, 8))


@style("Latin", like="Jazz")
def dusk_window_in_rio(s: Song) -> None:
    """Bossa nova and samba: a nylon guitar that leans forward, cross-stick, a murmuring voice over rich chords; or the street with surdo and cavaquinho."""
    samba = s.chance(0.35)
    s.set((88, 118) if samba else (62, 84), ("major", "dorian", "minor"), "C D Eb F G A Bb", room=("room", "booth", "club", "plate"))
    way = s.pick("Imaj7 | II7 | iim7 | V7", "Imaj9 | #i°7 | iim9 | V13", "Imaj7 | iiim7 biii°7 | iim7 | V7b9",
        "Imaj7 VI7b9 | iim7 V7 | iiim7 VI7b9 | iim7 bII7") if s.scale == "major" else s.pick("im9 | iiø V7b9 | im9 | IV13", "im7 | bVImaj7 | iiø | V7b9",
        "im7 bVII13 | bIIImaj7 bVImaj7 | iiø V7alt | im6")
    s.until(45, "verse verse break verse", verse="|".join([way] * 2))
    guitar = s.part("nylon", "~nylon-guitar", "nylon", "jazz-guitar", level=2)
    craft.comp(s, guitar, s.pick("x..x..x...x..x..", "x.x..x.x..x.x..x", "x..x..x.x..x..x.", "..x.x..x..x.x..x"), 59, 4, gate=0.6, force=76)
    craft.bass(s, guitar if s.chance(0.3) else s.part("upright", "finger-bass", "~string-bass", level=0), s.pick("R.....5.5.....R.", "R..r5...5..rR...",
        "R...5...R...5..."), 38, gate=0.8)
    kit = s.part("kit:brush", "kit:jazz", "kit:standard", "~kit:minimal", level=-2)
    if samba:
        craft.drums(s, kit, {"floor": "o.......X.......", "sh": "XooXXooXXooXXooX", "tam": s.pick("x.xx.x.xx.xx.x.x", "x.x.xx.xx.x.xx.x"),
            "agh": s.pick("x.x...xx....x...", "..x.x..."), "agl": "....x......x..x.", "sn": "-.x--x-x-.x--x-x"})
        craft.comp(s, s.part("~ukulele", "~mandolin", "steel", level=-2), "x.xx.x.xx.xx.x.x", 72, 4, gate=0.3, strum=0.01)
    elif s.chance(0.85):
        craft.drums(s, kit, {"rim": s.pick("x..x..x...x..x..", "..x..x....x..x..", "x..x..x.x..x..x."), "h": "xoxoxoxoxoxoxoxo", "k": "o.....oo......o."
            if s.chance(0.6) else "o.....o.o.....o."})
    if s.chance(0.4):
        craft.pad(s, s.part("slow-strings", "strings", "rhodes", "~string-machine", level=-5), 66, 4)
    cells = ("--x..x.x.x..x...", "x..x..x..x......", "x.......--x..x..", "..x.x..x.x...---", "x.x..x.x.......-")
    lead = s.part("~vocal", "~vocal", "flute", "tenor-sax", "~backing", level=2, late=0.015)
    sings = lead.voice.startswith(("~vocal", "~backing"))
    tunes.tune(s, lead, 55 if sings else 62, 73 if sings else 81, cells, "verse", form="ABAC", how=tunes.LALA if sings else (), leap=0.12, width=5)
    other = s.part("flute", "piano", "trombone", "tenor-sax", "jazz-guitar", "whistle", "bandoneon", "pan-flute", level=1)
    tunes.changes(s, other, 58, 82, "break", rest=0.35, long=0.35)


@style("Latin", like="Reggae")
def dusk_car_park_dembow(s: Song) -> None:
    """Reggaeton and its cousins: the dembow snare against the kick's four, or cumbia's guiro and off-beat accordion on a laptop; minor chords, sung hooks."""
    cumbia = s.chance(0.35)
    s.set((74, 96) if cumbia else (86, 104), ("minor", "harmonic-minor", "phrygian"), "C D E F G A B", room=("plate", "club", "room", "outdoors"))
    loop = s.pick("i | bVI | bIII | bVII", "i | iv | bVI | V", "i | bVII | bVI | V", "i | i | V | V", "iv | i | V | i")
    s.until(45, "verse chorus verse chorus", verse="|".join([loop] * 2))
    kit = s.part("~kit:808", "~kit:909", "~kit:hard", "kit:electronic", "~kit:lofi", level=2)
    if cumbia:
        craft.drums(s, kit, s.pick({"k": "x.......x.......", "cab": "X.ooX.ooX.ooX.oo", "cow": "x...x...x...x...", "co": "......xx......xx"},
            {"k": "x...x...x...x...", "sh": "X.ooX.ooX.ooX.oo", "wb": "..x...x...x...x.", "cu": "......x.......xx"}), fill="timbales")
        craft.bass(s, s.part("finger-bass", "~saw-bass", "upright", "synth-bass", level=2), s.pick("R.......3...5...", "R.....5.R...5...",
            "R...5...8...5..."), 36, gate=0.6)
        craft.comp(s, s.part("accordion", "~accordion", "~organ", "clean-guitar", level=0), s.pick("..x...x...x...x.", "..xx..xx..xx..xx"), 64, 3, gate=0.4)
        tunes.tune(s, s.part("accordion", "clarinet", "~accordion", "~square-lead", "flute", level=1, fx=("delay",)), 65, 86,
            ("x.x.xxx.x.x.....", "xxx.x.x.x...----", "..x.x.xxx.x.x...", "x.xxx.x.----x.x."), ("chorus",), form="AABA", grace=0.3)
    else:
        craft.drums(s, kit, s.pick({"k": "x...x...x...x...", "sn": "...X..X....X..X."}, {"k": "x...x...x...x...", "sn": "...X..X....X..X.",
            "h": "..x...x...x...x.", "tih": "..............xx"}, {"k": "x...x...x...x...", "rim": "...X..X....X..X.", "sn": "...........X..X.",
            "sh": "xoxoxoxoxoxoxoxo"}), fill="timbales")
        craft.bass(s, s.part("~808-bass", "~sub-bass", "~saw-bass", "synth-bass", level=2), s.pick("R..R..R.R..R..R.", "R.......R..R..R.",
            "R..R..5.R..R..8."), 33, gate=0.7)
        craft.comp(s, s.part("~pluck", "marimba", "nylon", "~square-pluck", "steel-drums", "~stab", "~metallophone", level=-1, fx=("delay",)),
            s.pick("x..x..x.x..x..x.", "..x...x...x...x.", "x.....x.x.....x."), 67, 3, gate=0.5)
        if s.chance(0.6):
            tunes.tune(s, s.part("~saw-lead", "flute", "~fm-bell", "~theremin", level=-1, fx=("delay",)), 69, 86, ("x..x..x.x.......", "x.x..x..x.......",
                "x..x..x...x.x..."), "chorus", form="AAAB", width=4)
    lead = s.part("~vocal", "~vocal-low", "~vocal-duo", level=3, pan=0.0, fx=s.pick((), ("delay",), ("chorus",)))
    tunes.tune(s, lead, 55, 74, ("x..x..x.x..x..x.", "x.xx.xx.x.x.x...", "--x.xxx.x..x....", "xxx.x..x..x.----"), None, form="AABC", how=tunes.LALA, width=5,
        leap=0.1)
    if not cumbia and s.chance(0.5):
        tunes.shouts(s, s.part("~rap-voice", "~vocal-low", level=0, fx=("delay",)), "..............x.", 55)
