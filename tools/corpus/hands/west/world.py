"""Latin dances and traditions of the world."""

from __future__ import annotations

from hands.west import craft, tunes
from score import Part
from song import Song, style

_MONTUNO_MINOR = ("im7 | iv7 | V7 | im7 | im7 | iv7 | V7 | im7", "i | bVII | bVI | V7 | i | bVII | bVI | V7", "im7 | im7 | V7 | V7 | im7 | im7 | V7 | V7")
_MONTUNO_MAJOR = ("I | IV | V7 | IV | I | IV | V7 | IV", "I | vi | ii7 | V7 | I | vi | ii7 | V7", "ii7 | V7 | I | I | ii7 | V7 | I | VI7")


def _percussion(s: Song, rows: tuple[str, ...], level: float = -2, where: str | None = None, voice: tuple[str, ...] = ("kit:standard",)) -> None:
    """Each row its own player with some life of his own."""
    kit = s.part(*voice, level=level, loose=0.012)
    craft.drums(s, kit, " / ".join(rows), where, fills=0, crash=0, strict=True)
    for bar in s.bars(craft.rooms(s, where)):
        if bar.last and s.chance(0.6):
            for number in range(s.pick(3, 4, 6)):
                kit.add(bar.start + bar.beats - 1.5 + number * 0.25, 0.2, s.pick(62, 63, 65, 66), 84 + s.rng.gauss(0, 8))


@style("Latin", like="Jazz")
def west_salsa_night(s: Song) -> None:
    """Salsa: clave, congas, cowbell, a piano montuno in octaves, a bass that arrives early, horns, a singer and his answering choir."""
    minor = s.chance(0.6)
    s.set((168, 212), "harmonic-minor" if minor else "major", keys="C G D A F Bb", room=("club", "room", "plate"))
    loops = _MONTUNO_MINOR if minor else _MONTUNO_MAJOR
    craft.song_form(s, s.pick(*loops), s.pick(*loops), plans=("intro verse chorus solo chorus chorus", "verse chorus chorus solo chorus", "chorus verse chorus solo chorus"),
                    seconds=(50, 80))
    clave = s.pick("75 x..x..x.|..x.x...", "75 ..x.x...|x..x..x.", "75 x..x...x|..x.x...")
    _percussion(s, (clave, s.pick("62 ..X..... / 63 ......xx / 64 o..o.o..", "62 ..X..... / 63 ......XX / 60 o.o.o.o."),
                    s.pick("56 x.xxx.xx", "56 X.x.X.x.", "56 x.x.xxx.|x.xx.xx."), s.pick("70 xxxxxxxx", "73 x.ooX.oo", "69 x.xxx.xx")))
    if s.chance(0.6):
        craft.drums(s, s.part("kit:standard", "kit:room", level=-3), ("65 x.xx.x.x|.x.xx.x. / 36 ...x..x.", "51 x.x.xxx.|x.xx.xx. / 36 ...x...."), "-verse", fills=0.7,
                    crash=0.6, strict=True)
    piano = s.part("piano", "bright-piano", "piano", "honky-tonk", level=1)
    pattern = s.pick("1.23.3.2|.3.2.31.", "1.3.21.3|.1.3.21.", "13.2.31.|3.2.13.2", "24.3.42.|.3.24.3.")
    craft.roll(s, piano, pattern, None, 62, 4, 86, ring=0.8)
    craft.roll(s, piano, pattern, None, 74, 4, 86, ring=0.8)
    craft.bass(s, s.part("upright", "finger-bass", "~string-bass", level=1), ("...5..n.", "R..5..n.", "...5..8.|...5..n."), centre=38)
    horns = s.part("trumpet", "brass", "trombone", "~brass-section")
    line = tunes.sing(s, horns, "intro solo", 60, 82, ("x.xx.x..|x..x....", ".x.xx.x.|x.......", "xxx.x.x.|.x.x...."), lift=0.5, leap=0.25)
    tunes.harmony(s, s.part("trombone", "trumpet", level=-2), line, -2)
    craft.comp(s, horns, s.pick("........|.....X.X", "X..X....|........", ".....x.X|o......."), "chorus", 65, 3, 92)
    low = s.pick(55, 59)
    sung = tunes.sing(s, s.part("~vocal", "~vocal-low", level=2), "verse chorus", low, low + 16, tunes.TALKING + tunes.SHOUTED, lift=0.55, scoops=0.2)
    tunes.choir(s, s.part("~backing", "~vocal-duo", level=0), s.pick("........|.xx.x.x.", "x.x.xx..|........", "........|x.xx.x.."), "chorus", 64, ("ya", "la", "ba"))
    tunes.answer(s, s.part("trumpet", "flute", level=-3), sung, "verse", 64, 84, None, 0.4)


@style("Latin", like="Jazz")
def west_beach_bossa(s: Song) -> None:
    """Bossa nova: a nylon guitar's syncopated chords over its own bass, soft rim and shaker, a whispering voice, flute or saxophone."""
    minor = s.chance(0.35)
    s.set((118, 152), "minor" if minor else "major", keys="D F C G A E Bb", room=("room", "booth", "plate"))
    verse = s.pick("im7 | im7 | iiø | V7b9 | im7 | ivm7 | iiø V7b9 | im7",
                   "im9 | IV9 | im9 | IV9 | bVImaj7 | iiø | V7b9 | im7") if minor else s.pick("Imaj7 | Imaj7 | II7 | II7 | ii7 | bII7 | Imaj7 | bII7",
            "Imaj9 | vi7 | ii7 | V13 | iii7 | VI7 | ii7 | V7", "Imaj7 | #i°7 | ii7 | V7 | iii7 | biii°7 | ii7 | V7")
    bridge = s.pick("bIImaj7 | bIImaj7 | bII7 | bII7 | ivm7 | bVII7 | iii7 VI7 | ii7 V7",
                    "IVmaj7 | ivm6 | iii7 | VI7 | ii7 | V7 | Imaj7 | I7") if not minor else "ivm7 | bVII7 | bIIImaj7 | bVImaj7 | iiø | V7b9 | im7 | im7"
    craft.song_form(s, verse, bridge, plans=("intro verse verse chorus verse", "verse chorus solo verse", "verse verse chorus solo"))
    guitar = s.part("nylon", "~nylon-guitar", "nylon", level=1)
    craft.comp(s, guitar, ("x..x.x..|x..x..x.", "x.x..x.x|.x..x.x.", "..x..x.x|..x..x..", "x..x..x.|..x.x..n"), None, 60, 4, 76, short=0.5)
    craft.bass(s, guitar, "R...5...", None, 45, force=70)
    if s.chance(0.8):
        craft.bass(s, s.part("upright", "fretless", "finger-bass", level=-1), ("R..55..a", "R..5R..5", "R..R5..5"), centre=38)
    _percussion(s, (s.pick("37 x..x..x.|..x..x..", "37 x..x..x.|.x..x..."), s.pick("70 xoxoxoxo", "42 xoxoxoxo", "82 xxoxxxox"),
                    s.pick("36 o..oo..o", "36 o..o....", "64 o..oo..o")), -5, None, ("kit:brush", "kit:jazz", "kit:standard"))
    friend = s.part("flute", "tenor-sax", "piano", "vibraphone", "clarinet", level=-1)
    lines = tunes.BALLAD + (".x.xx.x.|.x.x....", "x..x..x.|x..x....", "..x..x.x|x.......")
    if s.chance(0.75):
        low = s.pick(48, 53, 57)
        sung = tunes.sing(s, s.part("~vocal", "~vocal-low", level=1), "verse chorus", low, low + 16, lines, force=78, wander=0.06)
        tunes.answer(s, friend, sung, "chorus", 64, 82, None, 0.5, force=74)
    else:
        tunes.sing(s, friend, "verse chorus", 60, 80, lines, force=82)
    tunes.solo(s, friend, "solo intro", 60, 82, cells=("x.xx.xx.", ".xxxx.x.", "x..x..x.", "xxxxxxxx"), rest=0.2)
    if s.chance(0.35):
        craft.pads(s, s.part("strings", "slow-strings", level=-8), "chorus", 66, 3, 56)


@style("Latin", like="Reggae")
def west_cumbia_square(s: Song) -> None:
    """Cumbia: guacharaca scraping, bass on one, three and four, chords off the beat, accordion or clarinet tune, a village choir."""
    minor = s.chance(0.65)
    s.set((84, 108), "harmonic-minor" if minor else "major", keys="A E D G C", room=("club", "outdoors", "room"))
    verse, refrain = (s.pick("i | i | V7 | V7 | V7 | V7 | i | i", "i | bVII | bVI | V7 | i | bVII | V7 | i", "i | iv | V7 | i | i | iv | V7 | i"),
                      "iv | i | V7 | i | iv | i | V7 | i") if minor else (s.pick("I | I | V7 | V7 | V7 | V7 | I | I", "I | IV | V7 | I | I | IV | V7 | I"),
                                                                          "IV | I | V7 | I | IV | I | V7 | I")
    craft.song_form(s, verse, refrain)
    _percussion(s, (s.pick("73 x.ooX.oox.ooX.oo", "73 X.xxX.xxX.xxX.xx", "69 x.xxx.xxx.xxx.xx"),
                    s.pick("62 ....x.......x... / 64 ..x...xx..x...xx", "63 ..x..x....x..x.x / 64 x.......x......."),
                    s.pick("56 x...x...x...x...", "76 x...x...x...x...", "36 x.......x.......")), -1)
    craft.drums(s, s.part("kit:standard", "~kit:808", level=-3), ("36 x...x...x...x... / 65 ............xx.x", "36 x.......x....... / 41 ......x.......x."), fills=0.7,
                crash=0.4)
    craft.bass(s, s.part("finger-bass", "upright", "synth-bass", level=2), ("R...5.3.", "R...5.8.", "R...5.a."), centre=38, short=0.8)
    craft.comp(s, s.part("nylon", "clean-guitar", "piano", "accordion", "rock-organ", level=-2), s.pick("..x...x.", "..xx..xx", "..X...X."), None, 63, 3, 80, short=0.25)
    lead = s.part("accordion", "~accordion", "clarinet", "trumpet", "flute", "square-lead", "clean-guitar")
    lines = ("x.xxx.xx|x.x.x...", "xxxxxxxx|x...x...", ".xxx.xxx|.xx.x...", "..x.x.xx|x.......")
    tune = tunes.sing(s, lead, "intro solo", 62, 84, lines, "AABB", lift=0.45)
    tunes.harmony(s, lead, tune, -2, None, 0.8)
    low = s.pick(55, 57)
    sung = tunes.sing(s, s.part("~vocal", "~vocal-low", level=2), "verse chorus bridge", low, low + 15, tunes.TALKING + tunes.SHOUTED, lift=0.5)
    tunes.harmony(s, s.part("~backing", "~vocal-duo", level=-2), sung, 2, "chorus")
    tunes.answer(s, lead, sung, None, 64, 82, None, 0.8, quick=s.pick(0.25, 0.5))


@style("Latin", like="Pop")
def west_bolero_serenade(s: Song) -> None:
    """Bolero and bachata: requinto guitar in thirds, bongos, maracas, plucked second guitar, a lover's voice with a second above it."""
    dance = s.chance(0.55)
    minor = s.chance(0.6)
    s.set((116, 138) if dance else (88, 116), "harmonic-minor" if minor else "major", keys="A E D G C", room=("room", "plate", "club"))
    verse = s.pick("i | i | iv | iv | V7 | V7 | i | V7", "i | bVII | bVI | V7 | i | bVII | bVI | V7") if minor else s.pick("I | vi | ii7 | V7 | I | vi | ii7 | V7",
            "I | I | V7 | V7 | ii7 | V7 | I | V7")
    refrain = s.pick("iv | bVII | bIII | bVI | iv | V7 | i | i",
                     "bVI | bIII | bVII | i | bVI | bIII | V7 | V7") if minor else s.pick("IV | iv6 | iii7 | VI7 | ii7 | V7 | I | I", "IV | V7 | iii | vi | ii7 | V7 | I | I7")
    craft.song_form(s, verse, refrain)
    _percussion(s,
                (s.pick("60 x.o.x.o.x.o.x.o. / 61 ............x...",
                        "60 X.ooX.ooX.ooX... / 61 ..............xx") if dance else s.pick("64 x.....x.x...x... / 62 ....x.......x.x.", "60 x.oox.oox.oox.oo"),
                 s.pick("73 x.xxx.xxx.xxx.xx", "70 x.x.x.x.x.x.x.x.", "70 x.xxx.x.x.x.x.x.")), -3)
    low = s.part("finger-bass", "upright", level=1)
    craft.bass(s, low, ("R.R.5.--", "R..R5.8.", "R.R.5.a.") if dance else ("R..R5...", "R...5.8.", "R.-.5.5."), centre=38)
    requinto = s.part("nylon", "~nylon-guitar", "steel", "clean-guitar", fx=("chorus",) if dance else (), pan=-0.3, level=1)
    craft.roll(s, requinto, s.pick("4.342434", "43424342", "3.4.3.2.", "13421342") if dance else s.pick("12341234", "0.2.3.4.", "023432"), "verse chorus bridge", 67, 4, 80,
               ring=1.2)
    craft.comp(s, s.part("nylon", "~nylon-guitar", "steel", pan=0.35, level=-2), s.pick("x.xxx.xx", "..x...x.", "x.x.x.xx"), None, 60, 4, 74, short=0.25)
    sung = tunes.sing(s, s.part("~vocal", "~vocal-low", level=2), "verse chorus bridge", *s.pick((53, 70), (57, 74)), tunes.BALLAD + tunes.TALKING, scoops=0.3, lift=0.45)
    tunes.harmony(s, s.part("~vocal", "~vocal-duo", level=-3), sung, 2, "chorus")
    tunes.answer(s, requinto, sung, None, 67, 88, None, 0.7, quick=s.pick(0.25, 0.5))
    break_line = tunes.sing(s, requinto, "intro solo", 67, 88, ("xxxxxxxx|x.x.x...", "x.xx.xx.|x......."), lift=0.5)
    tunes.harmony(s, requinto, break_line, -2, None, 0.85)
    if s.chance(0.4):
        craft.pads(s, s.part("strings", "accordion", level=-7), "chorus", 64, 3, 62)


def _drone(s: Song, part: Part, row: str = "o.......", fifth: bool = True, centre: int = 48) -> None:
    """Tonic and fifth, struck again every bar."""
    base = centre + (s.tonic - centre) % 12
    for hit in craft.hits(s, row):
        for pitch in (base, base + 7, base + 12) if fifth else (base, base + 12):
            part.add(hit.start + s.between(0, 0.03), hit.length, pitch, 62 + s.rng.gauss(0, 4))


@style("World", like="Folk")
def west_evening_raga(s: Song) -> None:
    """Hindustani: tanpura drone, sitar or flute or voice unfolding a raga with slides, tabla in sixteen once it has warmed up."""
    s.set((66, 150), s.pick("bhairav", "todi", "kafi", "yaman", "bhupali", "misheberak"), keys="C D Db", rubato=0.01, room=("hall", "room", "church"))
    s.until(s.between(60, 90), s.pick("alap gat gat", "gat gat alap gat", "gat gat gat"), alap="I5 | I5 | I5 | I5", gat="I5 | I5 | I5 | I5 | I5 | I5 | I5 | I5")
    drone = s.part("~sitar", "sitar", "~drone", level=-5)
    for hit in craft.hits(s, "1.2.2.3."):
        drone.add(hit.start, 2.5, {"1": 43, "2": 48, "3": 36}[hit.sign] + s.tonic + (0 if s.tonic < 7 else -12), 66)
    lead = s.part("sitar", "~sitar", "flute", "shanai", "~bowed", "~flute", level=1)
    rungs = ("x.......|x...x...", "x...x.x.|x.......")
    tunes.sing(s, lead, "alap", 60, 84, rungs, scoops=0.8, lift=0.4, tones=False, wander=0.3)
    tunes.sing(s, lead, "gat", 60, 86, ("x.xxx.xx|x.x.x.x.", "xxxxxxxx|x...x...", "x.x.xxxxx.x.x.x.|xxxxxxxxx.......", "x..x..x.|x.xxx..."), s.pick("AABA", "AAAB", "ABAC"),
               scoops=0.45, lift=0.45, tones=False, wander=0.25)
    if s.chance(0.45):
        tunes.solo(s, s.part("~vocal", "~bowed", "flute", "shanai", level=-1), "gat", 57, 79, cells=("x.......", "x...x.xx", "xxxxxxxx", "x.xx.xx."), rest=0.5, bends=0.6,
                   words=("a", "na", "re", "sa", "ga"))
    _tabla(s, "gat")


def _tabla(s: Song, where: str) -> None:
    """A pair of small drums: the high one speaks, the low one bends under it; patterns change every four bars."""
    kit = s.part("kit:standard", level=-1)
    theka = s.pick("X.o.x.oxX.o.x.ox", "X.xxo.x.X.xxo.xx", "X..xx.o.X.x.xoxo")
    craft.drums(s, kit, f"60 {theka} / 64 {s.pick('x.......x.......', 'x.....x...x.....', 'x...x.......x.x.')}", where, fills=0, crash=0, strict=True)
    for bar in s.bars(craft.rooms(s, where)):
        if s.chance(0.4):
            for number in range(8):
                kit.add(bar.start + 2 + number * 0.25, 0.2, s.pick(60, 61, 60, 64), 70 + 4 * number + s.rng.gauss(0, 5))


@style("World", like="Latin")
def west_griot_song(s: Song) -> None:
    """West Africa: interlocking kora, balafon or guitar figures of two chords, djembe and bell in twelve or sixteen, call and answer."""
    s.set((100, 132), s.pick("major", "major-pentatonic", "mixolydian", "minor-pentatonic"), keys="F C G D", room=("outdoors", "room", "club"))
    minor = s.scale == "minor-pentatonic"
    loop = s.pick("i | bVII | i | bVII", "i | i | bIII | bVII") if minor else s.pick("I | IV | I | V", "I | I | IV | IV", "I | IV | V | IV", "I | V | IV | V")
    s.until(s.between(50, 80), s.pick("play call call play", "call call play call", "play call play call"), play=f"{loop} | {loop}", call=f"{loop} | {loop}")
    twelve = s.chance(0.5)
    rows = s.pick(("1.3.2.1.3.4.", "3.12.13.12.4"), ("13.24.13.21.", "4.3.4.2.3.1.")) if twelve else s.pick(("1.3.2.4.1.3.2.4.", "4.3.42.34.3.2.3."),
            ("13.213.213.42.1.", "..4.3.4...3.2.3."), ("1..3..2.1..3.2..", "4.4.3.4.2.4.3.4."))
    for row, seat in zip(rows, (-0.4, 0.4), strict=True):
        craft.roll(s, s.part("~kora", "marimba", "kalimba", "~kora", "xylophone", "clean-guitar", "~nylon-guitar", pan=seat), row, None, s.pick(62, 67, 72), 4, 80, ring=1.0)
    bell = s.pick("67 x.x.xx.x.x.x", "68 x.xx.x.xx.x.", "56 x.x.x..x.x..") if twelve else s.pick("67 x..x..x...x.x...", "68 x.x.x.xx.x.x.xx.", "56 x..x...x..x.x...")
    djembe = s.pick("63 X..oX.X..oX. / 64 x.....x.....", "62 ..X..X..X..X / 64 x..x..x..x..") if twelve else s.pick("63 ..xX..xX..xX.xxX / 64 x.....x.x.......",
            "62 X..xX.x.X..xX.xx / 64 x...x...x..x....", "63 x.xxx.xxx.xxx.xx / 41 x.......x.....x.")
    _percussion(s, (bell, djembe, s.pick("70 x.xx.xx.xx.x", "82 xoxoxoxoxoxo") if twelve else s.pick("70 xxoxxxoxxxoxxxox", "82 x.xxx.xxx.xxx.xx")))
    if s.chance(0.55):
        craft.bass(s, s.part("finger-bass", "upright", "~string-bass"), ("R..5..8..5..", "R.....5..8..") if twelve else ("R..R..5.8..5....", "R.....5...8.5...",
                "--R.5.--R.8."), centre=38)
    low = s.pick(55, 57, 60)
    lines = ("xxxx.xx.|x.x.....", "x.xx.x..|x.......", "..xxx.xx|x.......")
    caller = tunes.sing(s, s.part("~vocal", "~vocal-low", level=2), "call", low, low + 16, lines, "AB", lift=0.6, scoops=0.3,
                        scale="minor-pentatonic" if minor else "major-pentatonic")
    tunes.choir(s, s.part("~vocal-duo", "~backing", "~choir", level=0), s.pick("........|....x.xx", "........|..x.x.x.", "........|....o..."), "call", low + 7,
                ("ya", "yo", "wa", "eh"))
    tunes.solo(s, s.part("~kora", "flute", "marimba", "clean-guitar", "~kora", level=0), "play", 64, 86, None, ("xxxxxxxx", "x.xxxxx.", "xxxxxxxxxxxxxxxx", ".xx.xx.x"), 0.15)
    if s.chance(0.3):
        tunes.harmony(s, s.part("~vocal", level=-2), caller, 2)


@style("World", like="Classical")
def west_oud_cafe(s: Song) -> None:
    """The eastern Mediterranean: oud, violin, ney or clarinet in one ornamented line over a darbuka rhythm, a drone or bare fifths, sometimes in seven or nine."""
    beats = s.pick(4.0, 4.0, 4.0, 3.5, 4.5)
    s.set((92, 148), s.pick("hijaz", "phrygian-dominant", "double-harmonic", "freygish", "hungarian-minor", "phrygian"), keys="D A G E", beats=beats,
          room=("room", "hall", "club"))
    plain = s.pick("I5 | I5 | I5 | I5", "I5 | I5 | bVII5 | I5", "I5 | bII5 | bVII5 | I5", "I5 | I5 | IV5 | I5")
    s.until(s.between(50, 80), s.pick("tune tune solo tune", "solo tune tune song", "tune song tune song"), tune=f"{plain} | {plain}", solo=plain, song=f"{plain} | {plain}")
    eighths = int(beats * 2)
    rhythms = {8: ("64 X.......X....... / 63 ..x...x.....x... / 62 oooooooooooooooo", "64 X.....X......... / 63 ...x..o...x...x.", "64 X...XX..X....... / 63 ..x.......x.x.x."),
               7: ("64 X..X.X. / 63 ..x.x.x", "64 X..x... / 63 .oxo.xo"), 9: ("64 X.x.x.x.. / 63 .o.o.o.xx", "64 X...X.... / 63 ..x...xox")}
    _percussion(s, (s.pick(*rhythms[eighths]), f"54 {'x.' * (eighths // 2)}{'x' * (eighths % 2)}"), -1)
    oud = s.part("~oud", "~oud", "nylon", "~sitar", "~bowed", pan=-0.2)
    fill = ("x.xxx.xx|x.x.x...", "xxxxxxxx|x...x.x.", "x..xx.xx|x.......") if eighths == 8 else ("x.xx.xx|x.x.x..",
            "xxxxxxx|x..x...") if eighths == 7 else ("x.x.x.xxx|x.x.x....", "xxxxxxxxx|x...x.x..")
    tune = tunes.sing(s, oud, "tune", 57, 79, fill, s.pick("AABB", "AABA", "ABAC"), lift=0.45, scoops=0.2, tones=False)
    other = s.part("violin", "clarinet", "flute", "shanai", "accordion", "~kora", "~bowed", pan=0.3, level=-1)
    for note in tune:
        other.add(note.start + s.between(0.0, 0.04), note.length, note.pitch, note.velocity * 0.9)
        if note.length > 0.6 and s.chance(0.5):
            other.add(note.start + note.length - 0.25, 0.22, note.pitch + 1, 70)
    tunes.solo(s, s.pick(oud, other), "solo", 57, 81, cells=("x" * eighths, "x.......", "xxxx....", "x.xx.xx.") if eighths == 8 else ("x" * eighths,
            "x" * 4 + "." * (eighths - 4)), rest=0.15,
               bends=0.3)
    tunes.sing(s, s.part("~vocal", "~vocal-low", "~vocal", level=1), "song", 55, 74, fill[-1:] + (f"{'x...x' + '.' * (eighths - 5)}|{'x' + '.' * (eighths - 1)}",), scoops=0.6,
               lift=0.5, tones=False, words=("ya", "le", "li", "a", "na"))
    tunes.answer(s, oud, tune, "song", 57, 76, None, 0.3)
    _drone(s, s.part("~drone", "contrabass", "~oud", "strings", level=-6), f"o{'.' * (eighths - 1)}", s.chance(0.6))
    if s.chance(0.6):
        craft.bass(s, s.part("upright", "fretless", "finger-bass", level=-2), "R..R5..." if eighths == 8 else f"R..R{'.' * (eighths - 4)}", "tune song", centre=38)


@style("World", like="Electronic")
def west_bronze_court(s: Song) -> None:
    """Java and Bali: bronze keys in interlocking layers, each twice as fast as the one below, gongs that mark the cycle, a flute or voice floating over it."""
    s.set((76, 136), s.pick("pelog", "slendro"), rubato=0.01, room=("hall", "outdoors", "room"))
    s.until(s.between(50, 80), "cycle cycle cycle cycle", cycle="I5 | I5 | I5 | I5")
    rungs = s.rungs(58, 82)
    core = [s.rng.randrange(1, len(rungs) - 2) for _ in range(8)]
    bronze = ("~metallophone", "vibraphone", "~metallophone", "marimba", "bells", "xylophone", "~fm-bell")
    slow, middle, fast = s.part(*bronze, pan=-0.3), s.part(*bronze, pan=0.3, level=-2), s.part(*bronze[:5], pan=0.0, level=-3)
    gong, drum = s.part("~gong", "~gong", "bells", level=-1), s.part("kit:standard", level=-5)
    off = s.pick((0, 1, 0, -1), (1, 0, 1, 0), (0, 1, 2, 1))
    for bar in s.bars():
        for half in range(2):
            place = core[(bar.index % 4) * 2 + half]
            begin = bar.start + half * 2
            slow.add(begin, 2.2, rungs[place], 88)
            for number in range(4):
                middle.add(begin + number * 0.5, 0.6, rungs[max(min(place + off[number] - (number == 3), len(rungs) - 1), 0)], 74 + s.rng.gauss(0, 4))
            for number in range(8):
                if s.chance(0.93):
                    fast.add(begin + number * 0.25, 0.35, rungs[max(min(place + off[number % 4], len(rungs) - 1), 0)] + 12, 66 + 8 * (number % 2) + s.rng.gauss(0, 4))
        gong.add(bar.start, 4.0, 36 + s.tonic % 12 if bar.index % 4 == 0 else 43 + s.tonic % 12, 100 if bar.index % 4 == 0 else 72)
    craft.drums(s, drum, s.pick("64 x..x..x.x..xx.x. / 63 ..x..x....x....x", "64 x.......x..x.... / 62 ....x..x....x.xx", "43 x..xx..x..x.x..x"), fills=0, crash=0, strict=True)
    if s.chance(0.65):
        tunes.solo(s, s.part("flute", "~flute", "~vocal", "~bowed", "shakuhachi", level=-1), None, 66, 86, cells=("x.......", "x...x.xx", "..x.x...", "xxxxx..."), rest=0.35,
                   bends=0.4, words=("o", "a", "na"))


@style("World", like="Folk")
def west_wedding_band(s: Song) -> None:
    """Klezmer and Balkan brass: clarinet or fiddle in a mode with its augmented step, accordion and tuba on oom-pah, in two or a limping seven, faster and faster in spirit."""
    seven = s.chance(0.35)
    s.set((112, 168), s.pick("freygish", "misheberak", "harmonic-minor", "hungarian-minor"), keys="D G A E C", beats=3.5 if seven else 4.0, room=("room", "outdoors", "club"))
    home, away = ("I", "bII") if s.scale == "freygish" else ("i", "V7")
    fourth = "iv" if s.scale != "misheberak" else "II"
    first, second = f"{home} | {home} | {fourth} | {home} | {home} | {away} | {away} | {home}", f"{fourth} | {fourth} | {home} | {home} | {fourth} | {away} | {away} | {home}"
    s.until(s.between(50, 80), s.pick("first first second second first", "first second second song", "second first song first"), first=first, second=second, song=second)
    lines = ("xxxxxxx|x.x.x..", "x.xx.xx|xxxx...", "x..x.xx|x.x....") if seven else ("xxxxxxxx|x.x.x...", "x.xxx.xx|xxxxx...", "xxx.xxx.|x.xx.xx.", "xxxxxxxxxxxx....|x...x...")
    lead = s.part("clarinet", "fiddle", "violin", "trumpet", "soprano-sax", "accordion")
    tune = tunes.sing(s, lead, "first second", 62, 86, lines, s.pick("AABB", "AABA", "ABAC"), lift=0.5, leap=0.2, scoops=0.25, tones=False, legato=0.85)
    tunes.harmony(s, s.part("trumpet", "clarinet", "fiddle", "alto-sax", "~accordion", level=-2, pan=0.35), tune, -2, s.pick("second", "first second"))
    craft.bass(s, s.part("tuba", "upright", "contrabass", "tuba", level=1), ("R..5.R.", "R..v.v.") if seven else ("R...v...", "R.R.v.v.", "R...v.a."), centre=38, short=0.6)
    craft.comp(s, s.part("accordion", "~accordion", "trombone", "horn", "piano", level=-2, pan=-0.35),
               s.pick(".xx.x.x", ".x..x.x") if seven else s.pick("..x...x.", ".x.x.x.x", "..xx..xx"), None, 60, 3, 80, short=0.2)
    if s.chance(0.75):
        _percussion(s, ("36 x..x.x. / 38 .oo.X.x / 49 ...o...", "41 X..x.x. / 54 .xx.x.x") if seven else (s.pick("36 x...x... / 38 .oX.ooXo", "41 X..xX... / 38 ..x...xx",
                "36 x.x.x.x. / 54 .x.x.x.x"),))
    if s.chance(0.7):
        tunes.sing(s, s.part("~vocal", "~vocal-low", level=1), "song", 55, 72, lines[1:3], "AABA", scoops=0.4, tones=False, words=("ay", "da", "lai", "ya", "bam", "oy"))
    else:
        tunes.solo(s, lead, "song", 62, 86, None, ("xxxxxxxx", "x.xxx.xx", "x......."), 0.1, 0.3)
