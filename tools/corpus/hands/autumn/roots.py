"""Seventy-eights and field recordings: Blues from the Delta to the ballroom, Folk from the dust bowl to chamber folk."""

from __future__ import annotations

from hands.autumn.craft import SOFT_FILLS, SWUNG_FILLS, comp, drums, pad, riff, roll, walk
from hands.autumn.tunes import double, singer, soli, tune
from song import Song, style
from theory import MINOR_BLUES, TWELVE_BAR

EIGHT_BAR = "I | V7 | IV7 | IV7 | I | V7 | I IV7 | I V7"


@style("Blues", like="Folk")
def autumn_delta_bottleneck(s: Song) -> None:
    """Mississippi 1928-37: one man, a foot, a guitar with a bottleneck that answers every line he moans, bars that lean on the thumb."""
    s.set((76, 124), ("blues", "minor-pentatonic"), keys="E A G D", swing=(0.5, 1.0), rubato=s.pick(0.0, 0.02), room=("dry", "booth", "room"))
    s.until(46, "verse", verse=s.pick(*TWELVE_BAR, EIGHT_BAR, "I7 | I7 | I7 | I7"))
    thumb = s.part("steel", "~steel-guitar", "nylon", level=1, pan=-0.1)
    riff(s, thumb, ("R - R - R - R -", "R - 5 - R - 5 -", "R - R 7, R - 5 a", "R R R R R R 3 5"), 40, vel=84, turns=True)
    comp(s, thumb, ("..x...x.", "...x...x", "..xo..xo"), 57, 3, gate=0.4, strum=0.03, vel=68, turns=True)
    slide = s.part("~steel-guitar", "steel", "~electric-guitar", level=1, pan=0.1, fx=s.pick((), (), ("amp:edge",)))
    tune(s, slide, 60, 81, ("........|..x-xxx-", "....x-xx|x---....", "xx.xx.x-|x-------", ".....xxx|x-xxx---"), plan="ab", orn="sbqv", rate=0.75, snap=0.6)
    if s.chance(0.8):
        singer(
            s, (".xx-xxx-|x---....", "..xxx-xx|x-x-....", "x-xxx-x-|x-......"), sing="cry", orn="ssqf", rate=0.6, plan="aab", voices=("~vocal-low", "~vocal"),
            level=3, snap=0.5,
        )
    if s.chance(0.4):
        tune(s, s.part("harmonica", level=-1), 60, 79, ("........|....x-xx", "xx-.....|..xx-x--"), plan="ab", orn="sqb", rate=0.6)
    if s.chance(0.35):
        drums(s, s.part("kit:brush", "kit:standard", level=-6), "k x.x.x.x." if s.chance(0.7) else "k x...x...")
    if s.chance(0.3):
        s.master.append("old")


@style("Blues", like="Rock")
def autumn_chicago_shuffle(s: Song) -> None:
    """Chess and Cobra 1951-62: an amplified harmonica, a shuffle with the snare behind it, piano in the right hand, two guitars on two strings, a boast."""
    s.set((92, 148), ("blues", "blues", "minor-pentatonic"), keys="E A G C D", swing=(0.8, 1.0), room=("club", "room", "plate"))
    s.until(46, "verse solo", verse=s.pick(*TWELVE_BAR, "I7 | I7 | I7 | I7", EIGHT_BAR), solo=s.pick(*TWELVE_BAR))
    drums(
        s, s.part("kit:standard", "kit:jazz", "kit:room", level=1),
        ("k x.x.x.x. s ..X...X. d x.xxx.xx", "k x...x... s o.Xoo.Xo h x.xxx.xx", "k x...x..x s ..X...X. h x.x.x.x.", "k x.xxx.xx s ..X...X. o x.x.x.x."),
        fills=SWUNG_FILLS, every=4,
    )
    bass = s.part("upright", "finger-bass", "~string-bass", level=1)
    if s.chance(0.6):
        riff(s, bass, ("R - 3 - 5 - 6 - | 8 - 6 - 5 - 3 -", "R R 8 8 7 7 5 5", "R - 3 5 6 - 5 3", "R - 5 - 6 - 5 -"), 28)
    else:
        walk(s, bass)
    riff(
        s, s.part("clean-guitar", "overdriven", "~electric-guitar", level=-1, fx=("amp:edge",)), ("5 5 6 6 5 5 6 6", "5 . 6 . 7 . 6 .", "5 5 6 5 7 5 6 5"), 40,
        stack=(0,) if s.chance(0.3) else (-7, 0), turns=True,
    )
    comp(s, s.part("piano", "honky-tonk", "bright-piano", level=-2), ("x.x.x.x.", "..xx..xx", "x--x--x-", "xxx.xxx."), 67, 3, gate=0.6, turns=True)
    harp = s.part("harmonica", "harmonica", "tenor-sax", "overdriven", "~electric-guitar", level=2, fx=("amp:crunch",))
    tune(
        s, harp, 60, 84, ("xx-xxx-.|x---....", "x-x-xxxx|x-------", "..xxx-x-|xx-x----", "xxx-xxx-|xxxxx---"), where="solo", plan="aabc", orn="qsbv", rate=0.6,
        snap=0.5,
    )
    tune(s, harp, 62, 79, ("........|..xxx-x-", "........|x---xx-."), where="verse", plan="ab", orn="qsb", rate=0.6)
    if s.chance(0.85):
        singer(
            s, ("x-xxx-xx|x-......", ".xx-xxx-|x-x-....", "..x-xxxx|x---...."), where="verse", sing="cry", orn="sqf", rate=0.55, plan="aab",
            voices=("~vocal-low", "~vocal"), level=3, snap=0.5,
        )


@style("Blues", like="Jazz")
def autumn_ballroom_slow(s: Song) -> None:
    """Memphis, Houston and the West Coast 1949-69: slow twelve-eight, horns in thirds, ninth chords, one guitar string bent until it cries."""
    s.set((50, 78), ("blues", "minor-pentatonic", "dorian"), keys="Bb C G F A", room=("club", "plate", "room", "hall"))
    minor = s.chance(0.3)
    s.until(
        50, "verse solo",
        verse=s.pick(*MINOR_BLUES) if minor else s.pick("I9 | IV9 | I9 | I9 | IV9 | #iv°7 | I9 | VI7#9 | ii9 | V9 | I9 IV9 | I9 V7#9", *TWELVE_BAR),
        solo=s.pick(*MINOR_BLUES) if minor else s.pick(*TWELVE_BAR),
    )
    drums(
        s, s.part("kit:standard", "kit:jazz", "kit:brush", level=0),
        ("k x.....x..... s ...X.....X.. h xxxxxxxxxxxx", "k x....xx....x s ...X.....X.o d x.xx.xx.xx.x", "k x.....x.x... r ...x.....x.. d xxxxxxxxxxxx"),
        fills=SWUNG_FILLS, every=4,
    )
    bass = s.part("finger-bass", "upright", "~string-bass", level=1)
    if s.chance(0.5):
        walk(s, bass, skips=0.1)
    else:
        riff(s, bass, ("R - . 3 - . 5 - . 6 - a", "R - . R - 5 R - . 5 - a", "R - - . . R 5 - - 3 - a"), 28, turns=True)
    keys = s.part("piano", "drawbar", "~organ", "rhodes", level=-2, fx=s.pick((), ("leslie",)))
    if s.chance(0.5):
        pad(s, keys, 60, 4)
    else:
        comp(s, keys, ("xxxxxxxxxxxx", "..xx-...xx-.", "x-.x-.x-.x-."), 64, 4, gate=0.7, turns=True)
    guitar = s.part("~electric-guitar", "overdriven", "clean-guitar", "jazz-guitar", level=3, fx=(s.pick("amp:edge", "amp:crunch", "amp:clean"),))
    tune(
        s, guitar, 62, 86, ("...xxxx-----|.....xxxx---", "x---.xxxxxx.|x-----......", "..xx-.xxxx--|x---.xxxx---", "xxxxxxx-----|...xxx-....."), where="solo",
        plan="abac", scale=s.pick("blues", "minor-pentatonic", "major-blues"), orn="bbbqv", rate=0.6, snap=0.6, jump=0.25,
    )
    tune(s, guitar, 64, 84, ("............|...xxxxxx---", "............|.....xx-xx--"), where="verse", plan="ab", scale="blues", orn="bbq", rate=0.6)
    if s.chance(0.75):
        horn = s.part("trumpet", "tenor-sax", "alto-sax", level=-2)
        tune(
            s, horn, 62, 77, ("x-----------|............", "......x-xx--|............", "x-----x-----|x-----......"), plan="ab", orn="f",
            scale="mixolydian" if not minor else "dorian",
        )
        soli(s, horn, [s.part("tenor-sax", level=-2), s.part("baritone-sax", "trombone", level=-2)])
    if s.chance(0.8):
        singer(
            s, (".xx-xxx--x--|x-----......", "..x-xx-xx-x-|x---........"), where="verse", sing="soul", orn="ssqfv", rate=0.6, plan="aab",
            voices=("~vocal", "~vocal-low"), level=3, scale="blues", snap=0.6,
        )


@style("Folk", like="Country")
def autumn_dustbowl_ballad(s: Song) -> None:
    """Oklahoma 1940 to Greenwich Village 1963: one guitar, a plain voice that tells a long story, a harmonica on a rack between the verses."""
    waltz = s.chance(0.4)
    s.set(
        (92, 176) if not waltz else (96, 150), ("major", "major", "mixolydian", "dorian"), keys="G C D A F", beats=3.0 if waltz else 4.0,
        swing=s.pick(0.0, 0.0, 0.35), rubato=0.01, room=("dry", "booth", "room"),
    )
    verse = s.pick(
        "I | I | IV | I | I | I | V | V | I | I | IV | I | V | V | I | I", "I | IV | I | I | IV | I | V | V", "I | V | IV | I | I | IV | V | I",
        "i | bVII | i | i | i | bVII | v | i", "I | iii | IV | I | IV | I | ii | V", "I | ii | I | V | I | ii | V | I",
    )
    s.until(46, "verse verse harp", verse=verse, harp=s.pick("I | IV | V | I", "IV | I | V | I") if "i |" not in verse[:3] else "i | bVII | v | i")
    guitar = s.part("steel", "~steel-guitar", "nylon", "~nylon-guitar", level=1, pan=0.0)
    if s.chance(0.5):
        riff(s, guitar, ("R - . . . .",) if waltz else ("R - . . 5 - . .", "R - . 5, 5 - . a"), 40, vel=88)
        comp(s, guitar, ("..x-xo", "..xox-") if waltz else ("..x-..xx", "..xo..xo", "..x-.ox-"), 60, 4, strum=0.025, vel=74)
    else:
        roll(s, guitar, ("r.2132", "r12321", "r.1232") if waltz else ("r2f1r2f3", "r.21f.32", "r1f2r3f2", "r-f2r1f3"), 60, 4, ring=2)
    singer(
        s,
        ("x-x-x-|x---..", "x-xxx-|x-x---", "xxx-x-|x-....") if waltz else ("x-x-x-x-|x-x---..", "..x-x-xx|x---....", "xxx-x-xx|x-x-x---", "x-xxx-x-|x---...."),
        where="verse", sing="open", orn="sd", rate=0.25, voices=("~vocal-low", "~vocal", "~vocal-duo"), plan="abac", level=3, jump=0.12,
    )
    tune(
        s, s.part("harmonica", "harmonica", "fiddle", "accordion", "whistle", level=1), 60, 82,
        ("x-xxx-|x-x-x-", "x-----|x-x-x-") if waltz else ("x-x-x-xx|x---x---", "xxx-x-x-|x-------"), where=None if s.chance(0.25) else "harp", plan="ab",
        orn="sgv", rate=0.4, vel=84,
    )
    if s.chance(0.3):
        roll(s, s.part("banjo", "~banjo", "~mandolin", level=-3), ("012012",) if waltz else ("2.102.10", "01230121"), 66, 4)
    if s.chance(0.3):
        riff(s, s.part("upright", level=-1), "R - - - - -" if waltz else "R - - - 5 - - -", 28)
    if s.chance(0.2):
        s.master.append("old")


@style("Folk", like="World")
def autumn_kitchen_session(s: Song) -> None:
    """Sligo, Shetland, Cape Breton, any kitchen: fiddle, whistle and pipes in unison on a reel, a jig or a slow air, guitar or bodhrán below."""
    kind = s.pick("reel", "jig", "polka", "air", "hornpipe")
    tempo = {"reel": (94, 118), "jig": (156, 186), "polka": (112, 136), "air": (58, 84), "hornpipe": (78, 104)}[kind]
    s.set(
        tempo, ("major", "dorian", "mixolydian", "minor"), keys="D G A", beats=3.0 if kind in ("jig", "air") else 4.0, swing=0.8 if kind == "hornpipe" else 0.0,
        unit=0.5 if kind == "hornpipe" else 1.0, room=("room", "club", "dry", "booth"),
    )
    minor = s.scale in ("dorian", "minor")
    first = (
        s.pick("i | i | bVII | bVII | i | i | bVII | i", "i | bVII | i | v")
        if minor
        else s.pick("I | I | IV | V | I | I | V | I", "I | V | IV | V", "I | bVII | I | V" if s.scale == "mixolydian" else "I | ii | V | I")
    )
    second = s.pick("bIII | bVII | i | bVII", "bVII | i | bVII | i") if minor else s.pick("IV | I | V | I", "I | IV | ii | V", "vi | V | IV | V")
    s.until(46, "a a b b", a=first, b=second)
    rows = {
        "reel": ("xxxxxxxxxxxxxxxx|xxxxxxxxx-x-xxxx", "x-xxx-xxxxxxxxxx|xxxxxxxxx-xxx-x-", "x-xxxxxxx-xxxxxx|xxxxxxxxxxxxx---"),
        "jig": ("xxxxxx|xxxx-x", "x-xxxx|xxxx--", "x-xx-x|xxxx--", "xxxx-x|xxxx--"),
        "polka": ("x-xxx-x-x-xxx-x-|x-xxx-xxx---x---", "xxxxx-x-xxxxx-x-|xxxxx-x-x---x---"), "air": ("x---xx|x-----", "x-x-x-|x---xx", "xx--x-|x-----"),
        "hornpipe": ("xxxxxxxxxxxxxxxx|xxxxxxxxx-x-x-xx", "x-xxxxxxxxxxxxxx|xxxxxxxxx-x-x---"),
    }[kind]
    lead = s.part("fiddle", "violin", "whistle", "~flute", "flute", "accordion", "bagpipe", "~accordion", level=2)
    tune(s, lead, 62, 83, rows, plan="abac", orn="gggsm" if kind == "air" else "gg", rate=0.45 if kind == "air" else 0.16, jump=0.28, snap=0.75)
    for _ in range(s.pick(0, 1, 1, 2)):
        double(s, lead, s.part("fiddle", "whistle", "flute", "accordion", "~mandolin", "~banjo", "recorder", level=-1), s.pick(0, 0, -7))
    guitar = s.part("steel", "~steel-guitar", "nylon", "~mandolin", "piano", level=-2)
    comp(
        s, guitar,
        {
            "reel": ("x-..xo.xx-..xo.x", "x.xxx.xxx.xxx.xx"), "jig": ("x.xx.x", "x--x.x"), "polka": ("..x...x...x...x.",), "air": ("x-----", "x---x-"),
            "hornpipe": ("x...x...x...x...",),
        }[kind],
        57, 4, strum=0.03, vel=76,
    )
    if s.chance(0.4):
        riff(s, s.part("~drone", "bagpipe", "~reed", "harp", level=-7), "t0 - - - - - - -" if kind != "air" else "t0 - - - - -", 50, stack=(0, 7))
    if kind != "air" and s.chance(0.5):
        drums(s, s.part("kit:standard", "kit:orchestra", level=-5), {"jig": ("f x.xx.x", "f xoxxox")}.get(kind, ("f x.o.x.oxx.o.x.ox", "f xoxoXoxoxoxoXoxo")))
    if s.chance(0.4):
        riff(s, s.part("cello", "upright", "contrabass", level=-2), "R - - - - -" if kind in ("jig", "air") else "R - - - 5 - - -", 36)


@style("Folk", like="Classical")
def autumn_chamber_folk(s: Song) -> None:
    """Witchseason 1968-72 and its grandchildren: dropped-tuning guitar patterns, a breathy singer, cello, oboe or strings on a rainy chord, a hand drum."""
    triple = s.chance(0.4)
    s.set(
        (72, 132), ("dorian", "major", "mixolydian", "minor", "lydian"), keys="D C G A E", beats=3.0 if triple else 4.0, rubato=0.012,
        room=("plate", "room", "hall"),
    )
    minor = s.scale in ("dorian", "minor")
    s.until(
        48, "verse verse bridge",
        verse=s.pick("im9 | IVadd9 | im9 | bVIIadd9", "i | bVII | bVImaj7 | bVII", "i7 | v7 | IV | i7")
        if minor
        else s.pick("Iadd9 | IVmaj7 | Iadd9 | ii7", "Imaj7 | vi7 | IVmaj7 | V", "I | I/7 | vi7 | IVmaj7", "I | II | IV | I"),
        bridge=s.pick("IVmaj7 | V | vi7 | IVmaj7", "bVIIadd9 | IV | I | I") if not minor else s.pick("bIII | bVII | IV | i", "bVImaj7 | bIII | bVII | i"),
    )
    guitar = s.part("nylon", "steel", "~nylon-guitar", "~steel-guitar", "harp", level=2, pan=0.0)
    roll(
        s, guitar,
        ("r.2.1.3.2.1.", "r.132.h.231.", "r321f321r321") if triple else ("r.2.1.32f.2.1.3.", "r.213.2.f.213.h.", "r1.2.1.3r1.2.3.2", "r..2.1.3f..2.1.h"), 60, 5,
        ring=2.5, low=38,
    )
    if s.chance(0.85):
        singer(
            s,
            ("..x-x-x---..|x-x---......", "x---x-x-x-x-|x-----......", "..xxx-x-x---|............")
            if triple
            else ("..x-x-x-x---x---|x-x-x-----......", "x---x-x---x-x-x-|x-------........", "....x-x-xxx-x---|................"), sing="soft", orn="sdgm",
            rate=0.35, plan="ab.c", level=3, jump=0.15,
        )
    bows = s.part("cello", "viola", "violin", "oboe", "clarinet", "english-horn", "~bowed", "flute", "recorder", level=-1, send=-8)
    tune(
        s, bows, 55 if bows.voice in ("cello", "viola", "english-horn") else 62, 76 if bows.voice in ("cello", "viola", "english-horn") else 84,
        ("x-----------|x-----x-x---", "x---x---x---|x-----------") if triple else ("x-------x---x---|x---------------", "x-----x-x-------|x---x---x-------"),
        plan="ab", orn="vsm", rate=0.3, vel=78,
    )
    if s.chance(0.4):
        strings = s.part("strings", "slow-strings", "~section", level=-4)
        pad(s, strings, 64, 4, where=None if s.chance(0.4) else "bridge")
        s.swell(strings)
    if s.chance(0.5):
        riff(s, s.part("upright", "fretless", "cello", level=-1), "R - - - - - - - 5 - - a" if triple else "R - - - - - . R 5 - - - - - a -", 28)
    if s.chance(0.35):
        roll(
            s, s.part("harp", "piano", "~harpsichord", "harpsichord", "celesta", "~mandolin", level=-5), "..0.1.2.3.2." if triple else "....0.1.2...3.2.", 70,
            4, ring=2,
        )
    if s.chance(0.2):
        drums(
            s, s.part("kit:brush", "kit:standard", level=-5), "bl x...x.o...x." if triple else "bl x..x..x.x..x..x. bh ....x.......x...",
            fills=SOFT_FILLS if not triple else (),
        )
