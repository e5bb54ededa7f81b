"""Jazz, classical music, Latin dances and the world's traditions, heard from the side of the stage."""

from __future__ import annotations

from hands.west import craft, tunes
from score import Part
from song import Song, style
from theory import near

_STANDARDS = (
    ("Imaj7 vi7 | ii7 V7 | iii7 VI7 | ii7 V7 | v7 I7 | IVmaj7 bVII7 | iii7 VI7 | ii7 V7", "III7 | III7 | VI7 | VI7 | II7 | II7 | V7 | V7"),
    ("ii7 | V7 | Imaj7 | IVmaj7 | viiø | III7b9 | vi7 | VI7", "viiø | III7b9 | vi7 | vi7 | ii7 | V7 | Imaj7 | Imaj7"),
    ("Imaj7 | Imaj7 | bVIImaj7 | bVIImaj7 | ii7 | V7 | Imaj7 VI7 | ii7 V7", "iv7 | bVII7 | bIIImaj7 | bIIImaj7 | bvi7 | bII7 | ii7 | V7"),
    ("I69 | VI7 | II9 | II9 | ii7 | V13 | iii7 biii7 | ii7 bII7", "v7 | I7 | IVmaj7 | IVmaj7 | vi7 | II7 | ii7 | V7"),
)
_STANDARDS_MINOR = (("i6 | iiø V7b9 | i6 | iiø V7b9 | iv7 | bVII7 | bIIImaj7 bVImaj7 | iiø V7b9", "iv7 | bVII7 | bIIImaj7 | bIIImaj7 | iiø | V7b9 | i6 | V7b9"),
                    ("im7 | im7 | ivm7 | ivm7 | bVI7 | V7b9 | im7 | V7b9", "bIIImaj7 | VI7 | iim7 | V7 | bIIImaj7 | bVImaj7 | iiø | V7b9"))
_RIDE = ("51 x..x.xx..x.x / 44 ...x.....x.. / 36 -..-..-..-..", "51 x..x.xx..x.x|x..x..x..x.x / 44 ...x.....x..", "59 x..x.xx..x.x / 44 ...x.....x..",
         "51 x..x..x..x.x|x..x.xx..x.. / 44 ...x.....x..")
_LINES = ("..x.xx.x|.xx.x...", "xx.x.x.x|x..x....", ".x.xx.xx|xxx.....", "x..x.x.x|..xx....", "xxxxx.x.|.x......")
_BOP = ("xxxxxxxx", ".xxxxxxx", "xxxxx.x.", "..xxxxxx", "x.x.xxx.", ".x.x.x..", "xxx.xxxx")


def _comments(s: Song, kit: Part, often: float) -> None:
    """Snare and kick talk to the soloist under the ride, never twice the same."""
    for bar in s.bars():
        for half in range(round(bar.beats * 2)):
            if s.chance(often if half % 2 else often * 0.5):
                kit.add(bar.start + half / 2, 0.2, s.pick(38, 38, 36), s.pick(44, 58, 82) + s.rng.gauss(0, 5))


@style("Jazz", like="Blues")
def west_combo(s: Song) -> None:
    """A small group swings a standard: head by the horn, solos in eighths, walking bass, ride cymbal, piano or guitar commenting."""
    minor = s.chance(0.35)
    s.set((116, 212), "harmonic-minor" if minor else "bebop", keys="F Bb Eb C G Ab", swing=(0.6, 0.95), room=("club", "room", "dry"))
    first, bridge = s.pick(*(_STANDARDS_MINOR if minor else _STANDARDS))
    s.until(s.between(60, 110), s.pick("head head bridge head solo solo bridge solo", "solo solo bridge solo head head bridge head"), head=first, bridge=bridge, solo=first)
    kit = s.part("kit:jazz", "kit:brush", "kit:standard", level=-2)
    craft.drums(s, kit, _RIDE, fills=0.4, crash=0.15)
    _comments(s, kit, s.between(0.08, 0.22))
    craft.walk(s, s.part("upright", "~string-bass", "upright", level=0), skips=0.15)
    chords = s.part("piano", "jazz-guitar", "piano", "rhodes", "vibraphone", level=-3, pan=-0.3)
    for where in ("head bridge", "solo"):
        craft.comp(s, chords, (".x..o...|...x..x.", "o..x....|.x.....n", "...o..x.|x..n....", "x..x....|..o....x"), where, centre=63, voices=4, force=70)
    horn = s.part("tenor-sax", "alto-sax", "trumpet", "muted-trumpet", "clarinet", "trombone", "vibraphone", "jazz-guitar", pan=0.2)
    span = {"tenor-sax": (50, 74), "trombone": (46, 68)}.get(horn.voice, (58, 82))
    head = tunes.sing(s, horn, "head bridge", *span, _LINES, s.pick("AABA", "ABAC"), lift=0.5, leap=0.25, scoops=0.15)
    if s.chance(0.4):
        tunes.harmony(s, s.part("alto-sax", "trumpet", "trombone", level=-2), head, -2)
    tunes.solo(s, horn if s.chance(0.7) else chords, "solo", *span, cells=_BOP, rest=0.12, leap=0.25)


@style("Jazz", like="R&B")
def west_torch_song(s: Song) -> None:
    """A late-night ballad: brushes, upright, rich piano, a singer close to the microphone, a saxophone or trumpet between her lines."""
    minor = s.chance(0.3)
    s.set((58, 92), "harmonic-minor" if minor else "major", keys="Eb Ab F Bb C Db", swing=(0.6, 1.0), room=("club", "plate", "room"))
    first, bridge = s.pick(*(_STANDARDS_MINOR if minor else _STANDARDS))
    s.until(s.between(60, 110), s.pick("verse verse bridge verse", "verse bridge solo verse", "solo bridge verse verse"), verse=first, bridge=bridge, solo=first)
    if s.chance(0.85):
        craft.drums(s, s.part("kit:brush", "kit:jazz", level=-5), ("38 o-oo-oo-oo-o / 44 ...x.....x.. / 36 o...........", "51 o..o.oo..o.o / 44 ...x.....x..",
                                                                   "38 -oo-oo-oo-oo / 44 ...x.....x.."), fills=0.15, crash=0)
    low = s.part("upright", "~string-bass", level=-1)
    if s.chance(0.5):
        craft.walk(s, low, skips=0.2)
    else:
        craft.bass(s, low, ("R...5...", "R..R5..a", "R......a"))
    piano = s.part("piano", "jazz-guitar", "rhodes", "piano", level=-1, pan=-0.25)
    craft.comp(s, piano, ("o...o..x", "..o...o.", "o..o....|..o..x..", "o.....x.|.o......"), centre=62, voices=5, force=66)
    horn = s.part("tenor-sax", "muted-trumpet", "trumpet", "clarinet", "flute", "vibraphone", pan=0.3, level=-1)
    if s.chance(0.7):
        sung = tunes.sing(s, s.part("~vocal", "~vocal-low", "~vocal", level=1), "verse bridge", 53, 73, tunes.BALLAD + _LINES[:2], "AABA", "major" if not minor else None,
                          scoops=0.4, force=84)
        tunes.answer(s, horn, sung, None, 58, 79, None, 0.5, 0.1)
    else:
        tunes.sing(s, horn, "verse bridge", 55, 77, tunes.BALLAD + _LINES[:2], "AABA", scoops=0.25, force=84)
    tunes.solo(s, horn, "solo", 55, 79, cells=("x.x.xxxx", "x...xxx.", "..xxxxxx", "x.......", "xxxxxxxxxxxx"), rest=0.2, bends=0.15, force=84)
    if s.chance(0.3):
        craft.pads(s, s.part("strings", "slow-strings", level=-8), "bridge solo", 65, 4, 58)


@style("Jazz", like="Folk")
def west_hot_club(s: Song) -> None:
    """Guitars pumping four to the bar without drums, violin or clarinet or a solo guitar in fast arpeggios, sometimes a scat."""
    minor = s.chance(0.5)
    s.set((160, 232), "harmonic-minor" if minor else "major-blues", keys="G D A C E F", swing=(0.45, 0.8), room=("room", "club", "dry"))
    first, bridge = s.pick(("i6 | i6 | iv6 | iv6 | V7 | V7 | i6 | V7", "iv6 | iv6 | i6 | i6 | II7 | II7 | V7 | V7"), *_STANDARDS_MINOR) if minor else s.pick(
        ("I6 | VI7 | II7 | II7 | V7 | V7 | I6 | V7", "III7 | III7 | VI7 | VI7 | II7 | II7 | V7 | V7"), _STANDARDS[0], _STANDARDS[3])
    s.until(s.between(50, 80), "head head bridge head solo solo bridge solo", head=first, bridge=bridge, solo=first)
    for seat in (-0.5, 0.4):
        craft.strum(s, s.part("steel", "~steel-guitar", "jazz-guitar", "nylon", pan=seat, level=-2), ("d-D-d-D-", "d-Dud-Du", "d.D-d.D-"), fret=s.pick(2, 3, 5), strings=4,
                    force=78)
    low = s.part("upright", "~string-bass", level=-1)
    if s.chance(0.5):
        craft.walk(s, low, skips=0.05)
    else:
        craft.bass(s, low, ("R...5...", "R...5.a."))
    lead = s.part("violin", "clarinet", "~steel-guitar", "steel", "fiddle", "accordion")
    tunes.sing(s, lead, "head bridge", 62, 86, _LINES + ("x...x.x.|x.......",), "AABA", lift=0.45, leap=0.3, scoops=0.2)
    other = s.part("~steel-guitar", "steel", "violin", "clarinet") if s.chance(0.5) else lead
    tunes.solo(s, other, "solo", 60, 86, cells=(*_BOP, "xxxxxxxxxxxx"), rest=0.08, leap=0.35, bends=0.1)
    if s.chance(0.25):
        tunes.solo(s, s.part("~vocal", level=-1), "solo", 57, 74, cells=_BOP, rest=0.4, words=tunes.SCAT)
    if s.chance(0.3):
        craft.drums(s, s.part("kit:brush", "kit:jazz", level=-6), "38 x..X.ox..X.o / 44 ...x.....x..", fills=0.1, crash=0)


@style("Jazz", like="Disco")
def west_ballroom_swing(s: Song) -> None:
    """A big band for dancers: saxophones carry the tune in harmony, brass riffs answer, four-square rhythm guitar, a crooner or a soloist in the middle."""
    s.set((120, 196), "major-blues" if s.chance(0.4) else "major", keys="F Bb Eb C Ab", swing=(0.6, 0.95), room=("club", "hall", "room"))
    first, bridge = s.pick(*_STANDARDS, ("I6 | I6 | VI7 | VI7 | II7 | V7 | I6 | V7", "IV6 | iv6 | I6 | I7 | IV6 | #iv°7 | II7 | V7"))
    s.until(s.between(50, 90), s.pick("riff head bridge head solo solo bridge riff", "head bridge head riff solo bridge riff"), head=first, bridge=bridge, solo=first, riff=first)
    kit = s.part("kit:jazz", "kit:standard", "kit:room", level=-1)
    craft.drums(s, kit, (*_RIDE, "42 x..X.xx..X.x / 36 o..o..o..o.."), fills=0.8, crash=0.5)
    _comments(s, kit, s.between(0.05, 0.15))
    craft.walk(s, s.part("upright", "~string-bass", level=0), skips=0.1)
    craft.strum(s, s.part("jazz-guitar", "steel", "~steel-guitar", level=-4, pan=-0.4), "d-d-d-d-", fret=s.pick(3, 5), strings=4, force=74)
    if s.chance(0.7):
        craft.comp(s, s.part("piano", level=-4, pan=-0.2), ("...x..x.|........", "x.......|...x....", "..x..x..|.x......"), None, 67, 4, 70)
    saxes = [s.part(voice, pan=seat) for voice, seat in (("alto-sax", -0.3), ("tenor-sax", -0.1), ("baritone-sax" if s.chance(0.3) else "tenor-sax", 0.1))]
    lead = tunes.sing(s, saxes[0], "head", 60, 79, _LINES + tunes.BALLAD, s.pick("AABA", "ABAC"), "major", lift=0.55, scoops=0.15)
    for sax, steps in zip(saxes[1:], (-2, -4), strict=True):
        tunes.harmony(s, sax, lead, steps, scale="major")
    brass = s.part("brass", "trumpet", "~brass-section", "brass", level=0, pan=0.3)
    craft.comp(s, brass, ("........|...x..X.", ".....x.X|o.......", "...X....|........", "x..X....|......x."), "head bridge solo", 66, 4, 92, short=0.25)
    riff = tunes.hook(s, brass, "riff", 62, 79, ("x.xx.x..|...x.x..", "..x.xx.x|x.......", "x..x..x.|x......."), "major-blues", follow=s.chance(0.4))
    tunes.double(s.part("trombone", level=-2, pan=0.2), riff, -12)
    soloist = s.part("trumpet", "clarinet", "tenor-sax", "piano", "muted-trumpet")
    tunes.solo(s, soloist, "solo", 58, 80, "bebop", _BOP, 0.15)
    if s.chance(0.5):
        tunes.sing(s, s.part("~vocal", "~vocal-low", level=2), "bridge", 52, 70, tunes.BALLAD + tunes.TALKING[:2], "AABA", "major", scoops=0.35)
    else:
        tunes.sing(s, soloist, "bridge", 58, 79, _LINES, "AABA", "major")


_PERIODS = ("I | V7/5 | I | V7 | vi | ii/3 | V7 | I", "I | IV | I/5 V7 | I | ii | V7 | I V7 | I", "I | vi | ii/3 | V7 | I/3 | IV | I/5 V7 | I",
            "I | I | V7/3 | V7 | vi | II7 | V | V7")
_SECONDS = ("V | I/3 | V7 | I | II7 | V | II7 | V7", "vi | III7 | vi | vi | ii | VI7 | ii | V7", "iv | I/5 | II7 | V | bVI | I/5 | V7 | I",
            "V7 | I | VI7 | ii | IV | I/5 | V7 | I")
_DARK_PERIODS = ("i | iv | V7 | i | bVI | iv | V7 | i", "i | V7/5 | i | iv | i/5 | V7 | i | V7", "i | bVII | bIII | bVI | iiø/3 | V7 | i | i",
                 "i | i | iv | iv | V7 | V7 | i | i")
_DARK_SECONDS = ("bIII | bVII | bIII | V7 | i | iv | V7 | i", "bVI | bIII | iv | i | iiø | V7 | i | V7", "iv | bVII | bIII | bVI | iiø | V7 | i | i")
_GROUNDS = ("I | V | vi | iii | IV | I | IV | V", "I | IV | viiø | iii | vi | ii | V7 | I", "I | V/7 | vi | V | IV | I/3 | ii V7 | I")
_DARK_GROUNDS = ("i | V | bIII | bVII | iv | i | V7 | i", "i | iv | bVII | bIII | bVI | iiø | V7 | i", "i | bVII | bVI | V | i | bVII | bVI | V")
_ARIA = ("x...x.x.|x.......", "x.x.xxx.|x...x...", "x..xx.x.|x.....x.", "x...xxxx|x...x...", "x.......|x.x.x.x.")


def _frame(s: Song, tempo: tuple[float, float], beats: float = 4.0, rubato: float = 0.01, room: tuple[str, ...] = ("hall", "church", "room"),
           plans: tuple[str, ...] = ("first first second first", "first second first second")) -> bool:
    """Key, tempo and two periods of eight bars; tells whether the key is minor."""
    minor = s.chance(0.42)
    s.set(tempo, "harmonic-minor" if minor else "major", beats=beats, rubato=rubato, room=room)
    s.until(s.between(50, 90), s.pick(*plans), first=s.pick(*(_DARK_PERIODS if minor else _PERIODS)), second=s.pick(*(_DARK_SECONDS if minor else _SECONDS)))
    return minor


@style("Classical", like="Jazz")
def west_salon_piano(s: Song) -> None:
    """One piano: a song without words, waltz, nocturne or study; the left hand breaks chords, the right sings and doubles in octaves."""
    three = s.chance(0.4)
    _frame(s, (96, 176) if three else (58, 132), 3.0 if three else 4.0, s.pick(0.012, 0.02, 0.03), ("hall", "room", "plate"))
    left, right = s.part("piano", "piano", "bright-piano", "electric-grand", pan=-0.1), s.part("piano", "piano", pan=0.1, level=2)
    right.voice = left.voice
    for where in ("first", "second"):
        figure = s.pick("0.3.3.", "0.4.4.", "023432", "0.2.3.") if three else s.pick("0234323402343234", "02343234", "1424142414241424", "1323132313231323", "0.2.3.4.",
                                                                                     "023402340234", "0.4.3.4.")
        craft.roll(s, left, figure, where, s.pick(52, 55, 57), 4, s.between(54, 72), ring=s.pick(1.0, 2.0))
    lines = tunes.WALTZ + ("xxxxxx|x.....", "x.xxxx|x...x.") if three else _ARIA + s.pick((), ("xxxxxxxxxxxxxxxx|x.x.x.x.", "x.xxxxxxxxxxxxxx|x......."), tunes.TRIPLETS)
    tune = tunes.sing(s, right, None, 64, 90, lines, s.pick("ABAC", "AABC", "AABA"), lift=s.pick(0.3, 0.45), leap=0.22, force=86, wander=0.05)
    if s.chance(0.5):
        tunes.double(right, tunes.within(s, tune, "second"), s.pick(12, -12), 0.75)
    elif s.chance(0.5):
        tunes.harmony(s, right, tune, -2, "second", 0.75)


@style("Classical", like="Folk")
def west_string_quartet(s: Song) -> None:
    """Two violins, viola, cello: the tune wanders between them, the rest beats eighths, plucks, or leans in long tones."""
    three = s.chance(0.35)
    _frame(s, (72, 152), 3.0 if three else 4.0, s.pick(0.004, 0.012), ("hall", "room", "church"),
           ("first first second first", "first second third first", "first second first third"))
    lines = tunes.WALTZ + ("x.xxxx|x...x.",) if three else _ARIA + ("x.xxx.xx|x.x.x...", "xxxxx.x.|x...x...")
    seats = {"violin": -0.5, "viola": 0.2, "cello": 0.5}
    players = [s.part(voice, pan=seats[voice] + shift, loose=0.014) for voice, shift in (("violin", 0.0), ("violin", 0.25), ("viola", 0.0), ("cello", 0.0))]
    tune = tunes.sing(s, players[0], "first third", 64, 91, lines, "ABAC", lift=0.4, leap=0.2, legato=s.pick(0.7, 0.98), wander=0.04)
    tunes.harmony(s, players[1], tune, -2, s.pick("third", "first third"), 0.8)
    tunes.sing(s, players[3], "second", 45, 67, lines, "ABAC", lift=0.5, legato=0.98)
    beat = s.pick("x.x.x.", "..x.x.", "o.....", "xxxxxx") if three else s.pick("xxxxxxxx", ".x.x.x.x", "o...o...", "o.......", "..xxx.xx", "xxxxxxxxxxxxxxxx")
    craft.comp(s, players[2], beat, None, 57, 2, 64, short=0.35)
    craft.comp(s, players[1], beat, "second", 64, 2, 64, short=0.35)
    craft.bass(s, players[3], ("R.....", "R...5.", "R.R.R.") if three else ("R...R...", "RRRRRRRR", "R...5...", "R.3.5.a.", "R......."), "first third", centre=45,
               short=s.pick(0.5, 0.95), force=78)
    for player in players:
        s.swell(player, 60, 118, s.pick(4.0, 8.0))


@style("Classical", like="World")
def west_court_suite(s: Song) -> None:
    """A baroque suite: harpsichord or lute and a walking cello, violins or flute or oboe in sequences that imitate each other over a ground."""
    three = s.chance(0.4)
    minor = s.chance(0.5)
    s.set((76, 126) if not three else (96, 156), "harmonic-minor" if minor else "major", keys="D G A C F", beats=3.0 if three else 4.0, rubato=0.004,
          room=("church", "hall", "room"))
    ground = s.pick(*(_DARK_GROUNDS if minor else _GROUNDS))
    s.until(s.between(50, 80), "first first second second first second", first=ground, second=ground if s.chance(0.5) else s.pick(*(_DARK_SECONDS if minor else _SECONDS)))
    cells = ("xxxxxx|x.x.x.", "x.xxxx|x.....", "x.....|x.x.x.", "xxxxxx|xxxxxx") if three else (
        "xxxxxxxxxxxxxxxx|x.x.x.x.", "x.xxx.xx|xxxxx...", "xxxxxxxx|xxxxxxxx", "x...x...|x...x...", "x..xx..x|x..xx...")
    first = s.part("violin", "oboe", "flute", "recorder", "trumpet", "violin", pan=-0.4)
    second = s.part("violin", "oboe", "recorder", "flute", "viola", pan=0.4, level=-1)
    tune = tunes.sing(s, first, None, 65, 88, cells, "ABAB", lift=0.5, leap=0.18, legato=s.pick(0.7, 0.9), wander=0.03)
    if s.chance(0.5):
        tunes.harmony(s, second, tune, s.pick(-2, -5), None, 0.85)
    else:
        tunes.sing(s, second, None, 60, 82, cells, "BABA", lift=0.35, legato=0.8, wander=0.03)
    keys = s.part("harpsichord", "~harpsichord", "church-organ", "~nylon-guitar", "harpsichord", "nylon", level=-2)
    if s.chance(0.5):
        craft.roll(s, keys, "123434" if three else s.pick("12341234", "1234432112344321", "1.2.3.4."), None, 62, 4, 72, ring=1.5)
    else:
        craft.comp(s, keys, "o.o.o." if three else s.pick("o.o.o.o.", "o...o...", "x.xxx.xx"), None, 62, 4, 72, short=0.4)
    craft.bass(s, s.part("cello", "bassoon", "contrabass", "cello"), ("R.3.5.", "R.5.a.", "R.....") if three else ("R.3.5.a.", "R.8.5.a.", "R.5.3.5.", "R3568653"), centre=43,
               short=0.85, force=82)


@style("Classical", like="World")
def west_orchestra(s: Song) -> None:
    """A symphony's page: strings carry it, woodwinds answer, horns hold, brass and kettledrums in the climaxes; a march, a slow song or a dance."""
    three = s.chance(0.3)
    _frame(s, (60, 150), 3.0 if three else 4.0, 0.008, ("hall", "church", "arena"), ("first second first tutti", "first tutti second tutti", "second first tutti first"))
    lines = tunes.WALTZ if three else _ARIA + ("x..xx.x.|x..xx...", "xxx.xxx.|x...x...")
    strings = s.part("strings", "slow-strings", "~section", pan=-0.2, level=1)
    theme = tunes.sing(s, strings, "first tutti", 64, 88, lines, "ABAC", lift=0.4, legato=0.97, wander=0.03, leap=0.22)
    tunes.double(s.part("horn", "trumpet", "brass", level=-1, pan=0.3), tunes.within(s, theme, "tutti"), -12)
    wind = s.part("flute", "oboe", "clarinet", "english-horn", "bassoon", pan=0.1)
    tunes.sing(s, wind, "second", *((48, 67) if wind.voice == "bassoon" else (62, 84)), lines, "AABA", lift=0.5, wander=0.03)
    tunes.answer(s, s.part("flute", "clarinet", "piccolo", level=-3), theme, "first", 69, 91, None, 0.6, quick=0.25 if s.chance(0.5) else 0.5)
    under = s.part("strings", "tremolo-strings", "pizzicato", "strings", pan=0.2, level=-2)
    craft.comp(s, under, s.pick("..x.x.", "o.....", "xxxxxx") if three else s.pick("xxxxxxxx", ".x.x.x.x", "o.......", "xxxxxxxxxxxxxxxx", "x..xx..x"), None, 57, 4, 70)
    craft.pads(s, s.part("horn", "bassoon", "brass", level=-5), s.pick("tutti", "second tutti"), 55, 3, 66)
    craft.bass(s, s.part("contrabass", "cello"), ("R.....", "R...5.") if three else ("R.......", "R...5...", "R.R.R.R."), centre=40, short=0.9, force=84)
    craft.bass(s, s.part("timpani", level=-3), ("R.....", "R.rrr.") if three else ("R.......", "R..rR...", "R...rrrr", "RrrrRrrr"), "tutti", centre=43, short=0.9, force=88)
    craft.comp(s, s.part("brass", "trombone", "trumpet", level=-3), "X....." if three else s.pick("o...o...", "X..XX...", "o......."), "tutti", 62, 4, 92, short=0.5)
    if s.chance(0.35):
        craft.roll(s, s.part("harp", level=-5), "123454" if three else "1234543212345432", "second", 65, 5, 70, ring=2.0)
    if s.chance(0.2):
        tunes.choir(s, s.part("choir", "~choir", level=-3), "o.....", "tutti", words=("ah", "oh"))
    for part in (strings, under):
        s.swell(part, 55, 120, s.pick(4.0, 8.0))


@style("Classical", like="World")
def west_part_song(s: Song) -> None:
    """Four voices, a choir or an organ: a chorale that moves together, or one voice after the other on the same tune over long tones."""
    _frame(s, (60, 104), s.pick(4.0, 4.0, 3.0), 0.012, ("church", "hall"))
    kind = s.pick("choir", "organ", "both")
    high = s.part(*(("church-organ", "~pipe-organ", "reed-organ") if kind == "organ" else ("choir", "oohs", "~choir")))
    deep = s.part(*(("~choir-low", "choir") if kind == "choir" else ("church-organ", "~pipe-organ")))
    lines = ("x.x.x.|x.....", "x...x.|x.....") if s.beats == 3.0 else ("x.x.x.x.|x...x...", "x.x.xxx.|x.......", "x...x.x.|x.x.x...")
    words = ("a", "ky", "ri", "le", "o", "sa")
    tune = tunes.sing(s, high, None, 64, 81, lines, s.pick("ABAC", "AABC"), words=words, lift=0.5, leap=0.1, force=80, wander=0.03)
    if s.chance(0.5):
        tunes.sing(s, s.part(high.voice, pan=0.3, level=-1), "second", 55, 72, lines, "BABA", words=words, lift=0.5, leap=0.1, force=78)
        craft.pads(s, deep, None, 57, 3, 66)
    else:
        for note in tune:
            chord = craft.chord_at(s, note.start + 0.01)
            for pitch in sorted({near(tone, note.pitch - 8) for tone in chord.classes[:3]}):
                deep.add(note.start, note.length, min(pitch, note.pitch - 1), 70, note.how)
    craft.bass(s, s.part(deep.voice, level=-1), "R....." if s.beats == 3.0 else s.pick("R...5...", "R.......", "R.3.5.a."), centre=43, short=0.98, force=74)
    if kind == "both" and s.chance(0.5):
        craft.roll(s, s.part("strings", "harp", "cello", level=-4), "123432" if s.beats == 3.0 else "12343234", "second", 60, 4, 66, ring=1.2)
    s.swell(high, 70, 118, 8.0)
