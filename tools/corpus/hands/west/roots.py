"""Blues, folk and country as a songwriter meets them on the road."""

from __future__ import annotations

from hands.west import craft, tunes
from score import Part
from song import Song, style
from theory import MINOR_BLUES, TWELVE_BAR, near

_EIGHT_BAR = "I7 | V7 | IV7 | IV7 | I7 | V7 | I7 IV7 | I7 V7"
_SHUFFLE = ("36 x..x..x..x.. / 38 ...X.....X.. / 42 x.xx.xx.xx.x", "36 x.....x..... / 38 ...X..-..X.- / 51 x.xx.xx.xx.x / 44 ...x.....x..",
            "36 x....xx....x / 38 -.oX.o-.oX.o / 42 x..x..x..x..")


def _boogie(s: Song, part: Part, where: str | None = None, straight: bool = False) -> None:
    """Root and fifth, root and sixth on the low strings, eighths."""
    turn = s.pick((7, 7, 9, 9), (7, 9, 7, 9), (7, 7, 9, 9, 10, 10, 9, 9))
    count = 0
    for hit in craft.hits(s, "xoxoxoxo", where):
        root = near(craft.chord_at(s, hit.start + 0.01).root, 43)
        loud = (98 if hit.sign == "x" else 82) + s.rng.gauss(0, 5)
        for pitch in (root, root + turn[count % len(turn)]):
            part.add(hit.start, 0.42 if not straight else 0.3, pitch, loud)
        count += 1


@style("Blues", like="R&B")
def west_slow_blues(s: Song) -> None:
    """A slow twelve-bar in triplets: a singer, a guitar that answers every line, organ or piano triplets."""
    minor = s.chance(0.35)
    s.set((50, 74), "blues", keys="A C G E Bb", swing=1.0, room=("club", "room", "plate"))
    turn = s.pick(*MINOR_BLUES) if minor else s.pick(*TWELVE_BAR, _EIGHT_BAR)
    s.until(s.between(60, 110), s.pick("verse verse solo verse", "solo verse verse", "intro verse solo verse"), intro=" | ".join(turn.split("|")[-4:]), verse=turn)
    kit = s.part("kit:standard", "kit:room", "kit:jazz", "kit:brush")
    craft.drums(s, kit, ("36 x.....x..... / 38 ...X.....X.. / 42 xooxooxooxoo", "36 x....xx..... / 37 ...X.....X.. / 51 xooxooxooxoo",
                         "36 x..o..x..o.x / 38 ...X..-..X.- / 42 x.xx.xx.xx.x"))
    low = s.part("finger-bass", "upright", "pick-bass", level=-1)
    craft.bass(s, low, ("R.RR.R5.56.6", "R..R.5R..5.a", "R.R3.35.5a.a", "R.....5..a.."))
    if s.chance(0.75):
        craft.comp(s, s.part("piano", "drawbar", "rhodes", "honky-tonk", level=-4), s.pick("ooxooxooxoox", "xxxxxxxxxxxx", "o...........", "...o.....o..", "...X.x...X.x"),
                   centre=s.pick(60, 65), voices=4, force=72)
    guitar = s.part("overdriven", "~electric-guitar", "clean-guitar", "jazz-guitar", fx=(s.pick("amp:crunch", "amp:clean"), "delay") if s.chance(0.5) else ())
    licks = ("xxx.x.x..x..", "x.xx..x.....", ".xxx.xx.x...", "xxxxxxx..x..", "x.....x.xx..")
    tunes.solo(s, guitar, "solo intro", 57, 82, "blues", licks, 0.2, bends=0.6)
    if s.chance(0.8):
        voice = s.part("~vocal", "~vocal-low", fx=("tone:air",) if s.chance(0.3) else (), level=1)
        sung = tunes.sing(s, voice, "verse", 50, 68, tunes.TRIPLETS, "AAB", "blues", scoops=0.5, lift=0.55)
        tunes.answer(s, guitar, sung, "verse", 60, 82, "blues", 0.85, 0.5, 0.5)
    else:
        tunes.solo(s, guitar, "verse", 57, 79, "blues", licks, 0.35, bends=0.5)
    if s.chance(0.3):
        craft.comp(s, s.part("brass", "tenor-sax", "brass", level=-4), s.pick("o..x........|............", ".........X.X|o..........."), "-intro", centre=64)


@style("Blues", like="Rock")
def west_bar_shuffle(s: Song) -> None:
    """A bar band's shuffle: boogie on the low strings, harmonica or guitar, a shouting singer."""
    s.set((96, 142), "blues", keys="E A G C D", swing=(0.75, 1.0), room=("club", "room", "dry"))
    turn = s.pick(*TWELVE_BAR)
    s.until(s.between(50, 90), s.pick("verse verse solo verse", "solo verse solo verse", "verse solo solo verse"), verse=turn)
    kit = s.part("kit:standard", "kit:room", "kit:power")
    for where in ("verse", "solo"):
        craft.drums(s, kit, _SHUFFLE, where, fills=0.8)
    low = s.part("finger-bass", "pick-bass", "upright", "~string-bass", level=-1)
    if s.chance(0.5):
        craft.walk(s, low, skips=0.3)
    else:
        craft.bass(s, low, ("R.R.3.3.5.5.6.6.", "R3567653", "R3568765", "R.5.6.5.", "RR335566", "R.R.5.6."))
    _boogie(s, s.part("clean-guitar", "overdriven", "~electric-guitar", "steel", fx=("amp:crunch",) if s.chance(0.5) else (), level=-2, pan=-0.4))
    if s.chance(0.5):
        craft.comp(s, s.part("piano", "honky-tonk", "drawbar", level=-3, pan=0.4), s.pick(".x.x.x.x", "..x...x.", "x.xx.x.x", "...x...x", "xxxxxxxx"), centre=67, force=80)
    lead = s.part("harmonica", "overdriven", "~electric-guitar", "tenor-sax", "harmonica", fx=("amp:crunch",) if s.chance(0.6) else ())
    tunes.solo(s, lead, "solo", 60, 84, "blues", rest=0.15, bends=0.4)
    if s.chance(0.75):
        sung = tunes.sing(s, s.part("~vocal-low", "~vocal", level=1, fx=("drive:2",) if s.chance(0.3) else ()), "verse", 52, 69, tunes.TALKING + tunes.SHOUTED, "AAB", "blues",
                          scoops=0.4, lift=0.5)
        tunes.answer(s, lead, sung, "verse", 62, 82, "blues", 0.8, 0.3, 0.5)
    else:
        tunes.solo(s, lead, "verse", 60, 80, s.pick("blues", "major-blues"), rest=0.3, bends=0.3)


@style("Blues", like="Folk")
def west_porch_blues(s: Song) -> None:
    """One guitar on a porch: a steady thumb, a treble riff in the blues scale, a voice, a foot, sometimes a harmonica."""
    s.set((76, 120), "blues", keys="E A G D", swing=(0.6, 1.0), room=("room", "outdoors", "booth", "dry"))
    turn = s.pick(*TWELVE_BAR, _EIGHT_BAR, "I7 | I7 | I7 | I7 | IV7 | IV7 | I7 | I7")
    s.until(s.between(50, 90), s.pick("verse solo verse", "solo verse verse", "verse verse solo"), verse=turn)
    guitar = s.part("steel", "~steel-guitar", "nylon", "~electric-guitar", pan=0.0)
    thumb = s.pick("R.R.R.R.", "R.5.R.5.")
    craft.pick(s, guitar, thumb, s.pick(".1.2...p", "..1..21.", ".2.1.2..", "p...p.1."), "verse", force=80)
    craft.pick(s, guitar, thumb, "........", "solo", force=84)
    tunes.solo(s, guitar, "solo", 59, 79, "blues", ("xx.x.x..", ".xx.xx..", "x.xx....", "xxxxx..."), 0.15, bends=0.5)
    if s.chance(0.85):
        sung = tunes.sing(s, s.part("~vocal-low", "~vocal", level=1), "verse", 48, 66, tunes.TALKING + tunes.BALLAD, "AAB", "blues", scoops=0.6)
        tunes.answer(s, guitar, sung, "verse", 60, 79, "blues", 0.6, 0.5)
    if s.chance(0.45):
        tunes.solo(s, s.part("harmonica", fx=("amp:crunch",) if s.chance(0.3) else ()), "solo", 64, 86, "blues", rest=0.35, bends=0.5)
    if s.chance(0.5):
        craft.drums(s, s.part("kit:standard", "kit:brush", level=-5), ("36 x.x.x.x.", "36 x...x... / 39 ..x...x.", "36 x.x.x.x. / 54 ..x...x."), fills=0, crash=0, strict=True)
    s.master += ["tone:far"] if s.chance(0.15) else []


_FOLK_VERSES = ("I | IV | I | V | I | IV | V | I", "I | V | vi | IV | I | V | IV | I", "I | I | IV | I | I | vi | V | V", "vi | IV | I | V | vi | IV | V | I",
                "I | iii | IV | I | ii | V | I | I")
_FOLK_REFRAINS = ("IV | I | IV | I | IV | I | V | I", "IV | V | I | vi | IV | V | I | I", "vi | iii | IV | I | vi | iii | V | V")
_FOLK_MINOR = ("i | bVII | i | i | bIII | bVII | i | i", "i | i | bVI | bVII | i | iv | v | i", "i | iv | i | v | bVI | bVII | i | i")


@style("Folk", like="Country")
def west_picked_ballad(s: Song) -> None:
    """A finger-picked guitar and a quiet voice; a second voice in the refrain, a cello or flute round the tune."""
    minor = s.chance(0.35)
    three = s.chance(0.3)
    s.set((84, 126) if not three else (96, 140), s.pick("minor", "dorian") if minor else "major", keys="C G D A", beats=3.0 if three else 4.0, rubato=s.pick(0.0, 0.01),
          room=("room", "booth", "hall", "plate"))
    verse, refrain = s.pick(*_FOLK_MINOR) if minor else s.pick(*_FOLK_VERSES), "bVI | bVII | i | i | bVI | bVII | iv | v" if minor else s.pick(*_FOLK_REFRAINS)
    craft.song_form(s, verse, refrain, plans=("intro verse chorus verse chorus", "verse verse chorus solo verse", "intro verse verse solo chorus"))
    guitar = s.part("steel", "nylon", "~steel-guitar", "~nylon-guitar", pan=-0.15)
    fret = s.pick(0, 0, 2, 4)
    if three:
        craft.pick(s, guitar, "R.....", s.pick("..1.2.", ".3213.", "..p.p.", ".23121"), fret=fret)
    else:
        craft.pick(s, guitar, s.pick("R.5.R.5.", "R.4.5.4.", "R...5..."), s.pick("p..2.1.2", "..1.2.1.", ".2.1.2.1", ".3213.21", "p.23.1.2"), fret=fret)
    voice = s.part("~vocal", "~vocal-low", level=1)
    lines = tunes.WALTZ if three else tunes.BALLAD + tunes.TALKING[:2]
    low = s.pick(50, 55, 60)
    sung = tunes.sing(s, voice, "verse chorus", low, low + 17, lines, force=84, lift=0.35)
    if s.chance(0.65):
        tunes.harmony(s, s.part("~vocal", "~vocal-low", level=-3, pan=0.3), sung, s.pick(-2, 2), "chorus")
    friend = s.part("cello", "violin", "flute", "clarinet", "harmonica", "~mandolin", "accordion", level=-2, pan=0.35)
    tunes.sing(s, friend, "solo intro", 57, 79, lines, force=80)
    if s.chance(0.6):
        craft.pads(s, s.part("cello", "strings", "accordion", "viola", level=-8), "chorus", centre=55, voices=2, force=58)
    if s.chance(0.4):
        craft.bass(s, s.part("upright", "fretless", level=-4), "R....." if three else s.pick("R...5...", "R......a"), "-intro")


@style("Folk", like="Pop")
def west_singalong(s: Song) -> None:
    """Everybody round the fire: strummed guitars, banjo or mandolin, a stamp and a tambourine, all in the refrain."""
    s.set((96, 138), "major", keys="G C D A E", room=("room", "outdoors", "club"))
    craft.song_form(s, s.pick(*_FOLK_VERSES), s.pick(*_FOLK_REFRAINS, "I | IV | V | I | I | IV | V | I"))
    strums = ("D..uD.du", "D.du.udu", "b.D.5.Du", "D.duD.du", "b.du5.du")
    craft.strum(s, s.part("steel", "~steel-guitar", "nylon", pan=-0.35), strums, fret=s.pick(0, 0, 2))
    if s.chance(0.5):
        craft.strum(s, s.part("steel", "~ukulele", "~mandolin", "~steel-guitar", pan=0.4, level=-3), strums, "chorus solo", fret=s.pick(5, 7), low=55)
    if s.chance(0.5):
        craft.roll(s, s.part("banjo", "~banjo", "~mandolin", level=-4, pan=0.3), ("12431243", "13241324", "41243124"), "-intro", centre=66, force=74)
    craft.bass(s, s.part("upright", "finger-bass", "tuba", level=-3), ("R...5...", "R.R.5.5.", "R..R5..a"), "-intro")
    lead = s.part("~vocal", "~vocal-low", level=1)
    low = s.pick(50, 57)
    sung = tunes.sing(s, lead, "verse chorus bridge", low, low + 16, tunes.TALKING + tunes.BALLAD, wander=0.05)
    for steps in (2, -2):
        tunes.harmony(s, s.part("~vocal-duo", "~backing", "~vocal", level=-3), sung, steps, "chorus")
    tunes.sing(s, s.part("fiddle", "accordion", "whistle", "harmonica", "~mandolin", "violin", pan=0.3), "intro solo", 62, 84, tunes.TALKING, lift=0.5)
    if s.chance(0.6):
        craft.drums(s, s.part("kit:standard", "kit:brush", level=-4), ("36 x...x... / 39 ..x...x.", "36 x.x.x.x. / 54 ..X...X.", "36 x...x... / 54 x.X.x.X."),
                    s.pick("chorus solo", None), fills=0, crash=0, strict=True)


@style("Folk", like="World")
def west_session(s: Song) -> None:
    """A pub session: jigs and reels on fiddle, whistle and box, eight bars twice each, guitar or bouzouki behind."""
    jig = s.chance(0.5)
    s.set((150, 185) if jig else (176, 224), s.pick("major", "dorian", "mixolydian"), keys="D G A", beats=3.0 if jig else 4.0, swing=0.0 if jig else s.pick(0.0, 0.3),
          room=("room", "club", "outdoors"))
    minor = s.scale == "dorian"
    first = s.pick("i | i | bVII | bVII | i | i | bVII | i", "i | bVII | i | v | i | bVII | v | i") if minor else s.pick("I | I | IV | V | I | I | V | I",
            "I | bVII | I | bVII | I | I | bVII | I", "I | IV | I | V | I | IV | V | I")
    second = s.pick("bVII | bVII | i | i | bVII | i | v | i", "bIII | bVII | i | i | bIII | bVII | i | i") if minor else s.pick("IV | I | V | I | IV | I | V | I",
            "I | V | IV | I | IV | I | V | I")
    s.until(s.between(50, 80), "first first second second", first=first, second=second)
    cells = ("xxxxxx", "x.xxxx", "xxxx.x", "x.xx.x") if jig else ("xxxxxxxx", "x.xxxxxx", "xxx.xxx.", "x.xxx.xx")
    lines = tuple(f"{a}|{b}" for a in cells for b in cells[::-1])
    players = [s.part("fiddle", "violin", pan=-0.2), s.part("whistle", "flute", "~accordion", "accordion", "bagpipe", "~mandolin", "banjo", pan=0.3, level=-2)]
    tune = tunes.sing(s, players[0], None, 62, 86, lines, s.pick("AABA", "ABAC", "ABAB"), legato=0.85, lift=0.45, wander=0.06, leap=0.25)
    tunes.double(players[1], tunes.within(s, tune, s.pick(None, "second")), s.pick(0, 0, 12 if players[1].voice in ("whistle", "flute") else 0))
    if s.chance(0.85):
        craft.strum(s, s.part("steel", "~steel-guitar", "~mandolin", level=-4, pan=-0.4), ("D.uD.u", "D..D.u", "D.xD.u") if jig else ("DuduDudu", "D.duD.du", "xuDuxuDu"),
                    fret=s.pick(0, 2, 5))
    if s.chance(0.55):
        drum = s.part("kit:standard", level=-6)
        craft.drums(s, drum, ("41 x.ox.o", "41 xoxxox", "41 x..x.o / 43 ..o.o.") if jig else ("41 xoxoXoxo", "41 x.oxx.ox", "41 X.oox.oo / 43 .o..o..."), fills=0, crash=0,
                    strict=True)
    if s.chance(0.3):
        craft.pads(s, s.part("accordion", "reed-organ", "~accordion", level=-9), None, 55, 2, 55)


_COUNTRY_VERSES = ("I | I | IV | I | I | I | V | V", "I | IV | I | V | I | IV | V | I", "I | I7 | IV | IV | I | V | I | I", "I | V | V | I | I | V | V | I",
                   "I | vi | IV | V | I | vi | V | I")
_COUNTRY_REFRAINS = ("IV | IV | I | I | IV | I | V | V7", "IV | I | V | I | IV | I | V | I", "I | I7 | IV | iv | I | V | I | V")


def _weep(s: Song, steel: Part, where: str | None, centre: float = 67) -> None:
    """A pedal steel: two tones of the chord that slide into place from below, one now and then rising a step while it sounds."""
    for span in s.chords(craft.rooms(s, where)):
        if s.chance(0.25):
            continue
        begin = span.start + s.pick(0.0, 0.0, 0.5, 1.0) * (span.length > 2)
        slide = s.pick(-2.0, -1.0, -3.0)
        rise = s.pick(0.0, 0.0, 2.0) if span.length > 3 else 0.0
        for tone in s.pick((0, 1), (1, 2), (2, 0)):
            steel.add(begin, span.end - begin, near(span.chord.classes[tone], centre), 80 + s.rng.gauss(0, 5), "",
                      ((0.0, slide), (0.4, 0.0), (span.length * 0.5, 0.0), (span.length * 0.6, rise)))


@style("Country", like="Rock")
def west_train_song(s: Song) -> None:
    """Boom-chick: alternating bass, snare like a train, a twanging guitar that answers a plain low voice."""
    s.set((92, 124), s.pick("major", "major", "mixolydian"), keys="E A G C D", swing=s.pick(0.0, 0.0, 0.3), room=("room", "dry", "club"))
    craft.song_form(s, s.pick(*_COUNTRY_VERSES), s.pick(*_COUNTRY_REFRAINS))
    kit = s.part("kit:brush", "kit:standard", "kit:room", level=-2)
    train = s.pick("38 o-X-o-Xoo-X-o-Xo", "38 --X---X---X---X-", "38 ooXoooXoooXoooXo")
    craft.drums(s, kit, f"36 x.......x....... / {train}" + s.pick("", " / 42 ....x.......x..."), fills=0.5, crash=0.3)
    craft.bass(s, s.part("upright", "finger-bass", "pick-bass", level=-1), ("R...v...", "R.r.v.r.", "R...v..a", "R...5..a"))
    craft.strum(s, s.part("steel", "~steel-guitar", level=-1, pan=-0.3), ("b.D.5.D.", "b.Du5.Du", "b.du5udu"), fret=s.pick(0, 0, 2))
    twang = s.part("clean-guitar", "~electric-guitar", "overdriven", "muted-guitar", fx=(s.pick("delay:110", "tremolo", "amp:clean"),), pan=0.3)
    tunes.solo(s, twang, "intro solo", 45 if s.chance(0.4) else 60, 79, "major-blues", ("xxxxxxxx", "x.xxx.xx", "xxx.xxx.", "xx.xx.x."), 0.05, bends=0.3)
    low = s.pick(45, 50, 55)
    sung = tunes.sing(s, s.part("~vocal-low", "~vocal", level=1), "verse chorus bridge", low, low + 15, tunes.TALKING, scoops=0.25)
    tunes.answer(s, twang, sung, None, 58, 79, "major-blues", 0.8, 0.3)
    if s.chance(0.5):
        tunes.harmony(s, s.part("~vocal", "~vocal-duo", level=-3), sung, 2, "chorus")


@style("Country", like="Folk")
def west_honky_tonk(s: Song) -> None:
    """A dance-hall shuffle or waltz: crying steel, fiddle, tinkling piano, two-beat bass, a voice that scoops."""
    three = s.chance(0.4)
    s.set((88, 132), "major", keys="G C D A E F", beats=3.0 if three else 4.0, swing=(0.5, 0.95), room=("club", "room", "plate"))
    craft.song_form(s, s.pick(*_COUNTRY_VERSES), s.pick(*_COUNTRY_REFRAINS))
    kit = s.part("kit:brush", "kit:standard", level=-3)
    craft.drums(s, kit, ("36 x..... / 37 ..x.x. / 42 x.x.x.", "36 x..... / 38 ..o.o. / 51 x.xxxx") if three else ("36 x...x... / 37 ..x...x. / 42 x.xxx.xx",
            "36 x.x.x.x. / 38 ..X...X. / 42 x.xxx.xx", "36 x...x... / 38 ..X..-X- / 51 x.xxx.xx"), fills=0.3,
                crash=0.2)
    craft.bass(s, s.part("upright", "finger-bass", level=-1), ("R.....|v.....", "R.....|R...a.") if three else ("R...v...", "R...v.a.", "R.3.5.a."))
    craft.strum(s, s.part("steel", "~steel-guitar", level=-3, pan=-0.35), "b.D.D." if three else s.pick("b.D.5.D.", "b.Du5.Du"))
    steel = s.part("~steel-guitar", "~electric-guitar", "clean-guitar", "slow-strings", fx=("amp:clean", "delay") if s.chance(0.5) else ("chorus",), pan=0.3)
    _weep(s, steel, "-solo", s.pick(64, 67, 71))
    if s.chance(0.7):
        craft.comp(s, s.part("honky-tonk", "piano", "bright-piano", level=-4), "..x.x." if three else s.pick("..x...x.", "..xx..xx", ".x.x.x.x"), centre=72, force=76)
    sung = tunes.sing(s, s.part("~vocal", "~vocal-low", level=1), "verse chorus bridge", *s.pick((50, 66), (55, 71)),
                      tunes.WALTZ if three else tunes.BALLAD + tunes.TALKING[:2], scoops=0.45)
    fiddle = s.part("fiddle", "violin", "~steel-guitar", "harmonica", level=-1)
    tunes.solo(s, fiddle, "intro solo", 62, 84, "major-blues", ("x.x.xx", "xxxxxx", "x...x.") if three else ("x.xxx.x.", "xxxxx...", "x...x.xx"), 0.1, bends=0.4)
    tunes.answer(s, fiddle, sung, "chorus", 64, 84, "major-blues", 0.6, 0.3)
    if s.chance(0.6):
        tunes.harmony(s, s.part("~vocal", "~vocal-duo", level=-3), sung, s.pick(2, -2), "chorus")


@style("Country", like="Folk")
def west_string_band(s: Song) -> None:
    """Bluegrass: rolling banjo, mandolin chop on the off-beat, upright in two, fiddle breaks, voices high and close."""
    s.set((112, 158), s.pick("major", "major", "mixolydian"), keys="G A D C B", room=("room", "outdoors", "dry", "club"))
    craft.song_form(s, s.pick(*_COUNTRY_VERSES), s.pick(*_COUNTRY_REFRAINS), plans=("intro verse chorus solo verse chorus solo", "solo verse chorus solo chorus",
                                                                                    "verse chorus solo verse solo chorus"))
    banjo = s.part("banjo", "~banjo", pan=0.25)
    rolls = s.pick(("1243124312431243", "3214321432143241"), ("2143214321432143", "4213421342134213"), ("1342134213421342", "1234123412341234"))
    craft.roll(s, banjo, rolls[0], "-solo", centre=64, force=76)
    craft.roll(s, banjo, rolls[1], "solo", centre=67, force=84)
    craft.bass(s, s.part("upright", "~string-bass", level=-1), ("R...v...", "R...v...|R...v.a.", "R...v...|R.2.3.a."))
    craft.comp(s, s.part("~mandolin", "~mandolin", "steel", pan=-0.4, level=-2), s.pick("..X...X.", "..X...Xx"), centre=67, voices=4, short=0.12, force=86)
    craft.strum(s, s.part("steel", "~steel-guitar", level=-3, pan=-0.15), ("b.D.5.D.", "b.du5.du"))
    fiddle = s.part("fiddle", "violin", "~mandolin", "steel")
    tunes.solo(s, fiddle, "solo intro", 62, 86, "major-blues", ("xxxxxxxxxxxxxxxx", "x.xxx.xxxxxxx.x.", "xxxxxxxxx.x.x...", "x.x.xxxxx.xxx.x."), 0.03, bends=0.15)
    if s.chance(0.75):
        sung = tunes.sing(s, s.part("~vocal", level=1), "verse chorus", 57, 74, tunes.TALKING + tunes.SHOUTED, lift=0.5)
        for steps in (2, -2)[:s.pick(1, 2)]:
            tunes.harmony(s, s.part("~vocal", "~vocal-low", level=-2), sung, steps, "chorus")
        tunes.answer(s, fiddle, sung, None, 64, 84, "major-blues", 0.5)
    else:
        tunes.sing(s, fiddle, "verse chorus", 62, 84, ("x.xxx.xx|xxx.x...", "xxxxx.x.|x.x.x..."), lift=0.5)
