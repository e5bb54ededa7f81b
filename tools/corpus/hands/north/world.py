"""Reggae, Latin and world music: percussion that speaks, and everybody else between its strokes."""

from __future__ import annotations

from hands.north.craft import DUSK, LUSH, MAJOR, MINOR, backing, below, comp, figure, journey, sung, thin, tune
from hands.north.drummer import drums, hands
from score import Part
from song import Song, style

ONE_DROPS = (
    {"kick": "....x...", "rim": "....X...", "hat": "xoxoxoxo"}, {"kick": "....X..o", "rim": "....x..g", "hat": "x.xxx.xx"}, {"kick": "....x...|....x..x", "snare": "....X...",
            "hat": "xoXoxoXo", "rim": "..g...g."},
)
STEPPERS = ({"kick": "x.x.x.x.", "rim": "....X...", "hat": "xoxoxoxo"}, {"kick": "x.x.x.x.", "snare": "....X...", "hat": ".x.x.x.x"})
ROCKERS = ({"kick": "x...x..x", "snare": "....X...", "hat": "xoxoxoxo"}, {"kick": "x..xx...", "rim": "....X...", "hat": "xoxoxoxo"})
RIDDIMS = ("..1-5.1-|..3-5-..", "1-..115-|..5-7.1-", "..11-5-.|1-..7-5-", "1-1-..5-|3-1-....", "..1-3-5-|..5-3-1-", "1--.1-3-|5--.7-..", ".11-..55|.33-..1-")


def skank(s: Song) -> Part:
    """The chop on two and four by guitar or piano."""
    rows = ("..x...x.", "..X...x.", "..xo..xo", "..xx..x.")
    return comp(s, s.part("clean-guitar", "muted-guitar", "~electric-guitar", "piano", level=0, pan=s.between(-0.5, 0.5), fx=s.pick((), ("tone:thin",), ("delay",))), rows, 64,
                3, loud=88)


def bubble(s: Song) -> Part:
    """The organ's shuffle between the chops."""
    return comp(s, s.part("drawbar", "rock-organ", "perc-organ", "~organ", level=-3, pan=-0.3), (".oxo.oxo", ".xox.xox", ".o.x.o.x", "..xo.oxo"), 58, 3, loud=70)


@style("Reggae", like="R&B")
def north_roots_riddim(s: Song) -> None:
    """One drop: nothing on one, rim and kick on three, chops between, a bass that is the song; three voices, horns in thirds, nyabinghi hands."""
    minor = s.chance(0.55)
    s.set((128, 164), "minor" if minor else s.pick("major", "mixolydian"), keys="A G D C E F", swing=s.pick(0.0, 0.35, 0.6, 0.9), room=("plate", "room", "hall", "club"))
    vamp = s.pick("i | i | iv | iv", "i | i | bVII | bVII", "i | bVII | bVI | bVII", "i | iv | i | v") if minor else s.pick("I | I | IV | IV", "I | IV | V | IV",
            "I | ii | I | ii", "I | I | vi | V", "I | bVII | IV | I")
    chorus = s.pick(vamp, journey(s, MINOR if minor else MAJOR, 4))
    s.until(46, "intro verse verse chorus break verse chorus", intro=vamp, verse=f"{vamp} | {vamp}", chorus=f"{chorus} | {chorus}")
    groove = s.pick(*ONE_DROPS, *ONE_DROPS, *STEPPERS, *ROCKERS)
    drums(s, s.part("kit:standard", "kit:room"), groove, {"break": {**groove, "timbale": ".....o.."}}, "reggae", crash=0.35, wild=0.06)
    figure(s, s.part("finger-bass", "~electric-bass", "~sub-bass", "pick-bass", level=3), RIDDIMS, 26)
    skank(s)
    organ = bubble(s)
    leader = sung(s, ("verse", "chorus"), ("..x-xxx-", "x-xx.x-.", "..xx-xx-", ".xxx-x--", "x---x-x-"), 0.92, ("trombone", "harmonica", "tenor-sax"), repeat=0.4,
                  turns=s.pick("xxx.", "xx..", ""))
    chorus_notes = [note for note in leader if any(b.start <= note.start < b.start + b.beats for b in s.bars("chorus"))]
    below(s, chorus_notes, s.part("~backing", "~vocal-duo", level=-2))
    horns = s.part("trombone", "brass", "trumpet", "tenor-sax", level=-1)
    line = tune(s, horns, 60, 78, ("intro", "chorus", "break"), ("x-x-xx--", "..xxx-x-", "x--xx---", "x-......"), turns=s.pick("", "..xx", "xx.."), form="AAAB")
    below(s, line, s.part("tenor-sax", "trombone", level=-3))
    if s.chance(0.5):
        comp(s, s.part("muted-guitar", "clean-guitar", level=-4, pan=0.5), ("1.11.3.2", "1.3.2.1.", "11.23.2."), 55, 3)
    if s.chance(0.5):
        hands(s, s.part("kit:standard", level=-6), s.pick({"bongo": "..xx..x.", "bongo-low": "x..o...."}, {"shaker": "xoxoxoxo"}, {"tamb": "..x...x."},
                                                          {"conga": "x.......x.......", "tumba": "..x....."}))
    thin(s, [organ, horns], 0.2)


@style("Reggae", like="Pop")
def north_rocksteady_and_ska(s: Song) -> None:
    """Studio band of the sixties: walking or bouncing bass, off-beats by guitar and piano, horns with the tune, a harmony trio; slow or fast."""
    fast = s.chance(0.5)
    s.set((112, 148) if fast else (78, 104), s.pick("major", "major", "minor", "mixolydian"), keys="C F Bb G D", swing=s.pick(0.4, 0.6, 0.9), room=("room", "booth", "plate"))
    minor = s.scale == "minor"
    vamp = s.pick("i | iv | i | V", "i | bVII | bVI | V", "i | i | iv | V") if minor else s.pick("I | IV | I | V", "I | vi | IV | V", "I | I | ii | V", "I | iii | IV | V",
                                                                                                 "I | I7 | IV | V")
    s.until(46, "intro verse chorus solo verse chorus", intro=vamp, verse=f"{vamp} | {vamp}", chorus=" | ".join([journey(s, MINOR if minor else MAJOR, 4)] * 2),
            solo=f"{vamp} | {vamp}")
    groove = s.pick({"kick": "..x...x.", "snare": "..X...X.", "hat": ".x.x.x.x"}, {"kick": "..x...x.", "rim": "..X...X.", "hat": "xxxxxxxx"},
                    {"kick": "x...x...", "rim": "..X...X.", "hat": ".x.x.x.x"}) if fast else s.pick(
        {"kick": "....X...", "rim": "....X...", "hat": "xoxoxoxo"}, {"kick": "..x...x.", "rim": "..X...X.", "hat": "xoxoxoxo"})
    drums(s, s.part("kit:standard", "kit:room", "kit:jazz"), groove, fills="reggae", crash=0.3, wild=0.04)
    figure(s, s.part("upright", "finger-bass", "pick-bass", level=2), ("1.3.5.6.|8.6.5.3.", "1.3.5.a.", "1.1.3.5.") if fast else ("1-1-3.5-|..5-6-5-", "1-.3.5-.|6-.5.3-a",
            "..1-3-5-|8-5-3-a."))
    for voice, where in ((("clean-guitar", "muted-guitar", "~electric-guitar"), -0.4), (("piano", "drawbar", "bright-piano"), 0.4)):
        comp(s, s.part(*voice, level=-1, pan=where), (".x.x.x.x", ".X.X.X.X", ".x.x.xxx") if fast else ("..x...x.", "..x...xo", ".x.x.x.x"), 64, 3, loud=84)
    horns = s.part("trombone", "tenor-sax", "trumpet", "alto-sax", level=1)
    line = tune(s, horns, 58, 77, ("intro", "solo", "chorus"), ("x-xxx-x-", "x.xx.xx-", "xx-x-x--", ".xxx-x--"), form="AABA", scoop=0.1)
    below(s, line, s.part("trumpet", "tenor-sax", "trombone", level=-1))
    if s.chance(0.8):
        leader = sung(s, ("verse", "chorus"), ("x-xx-xx-", ".xx-x-x-", "xx-x-x--", "..xxx-x-"), 1.0, repeat=0.3)
        below(s, leader, s.part("~vocal-duo", "~backing", level=-3), share=0.8)
    else:
        tune(s, s.part("tenor-sax", "drawbar", "trombone", "harmonica", level=1), 57, 78, ("verse",), density=0.6, scoop=0.3)


@style("Reggae", like="Electronic")
def north_dub_version(s: Song) -> None:
    """The other side of the record: bass and drums stay, chops and voices come up out of the echo and vanish."""
    minor = s.chance(0.7)
    s.set((126, 152), "minor" if minor else "mixolydian", keys="A D G E C", swing=s.pick(0.0, 0.4, 0.7), room=("hall", "plate", "cave", "club"))
    vamp = s.pick("i | i | bVII | bVII", "i | i | iv | iv", "i | bVII | i | bVII", "i | i | i | v") if minor else s.pick("I | I | bVII | bVII", "I | IV | I | IV")
    s.until(46, "version version drop version horns drop", version=f"{vamp} | {vamp}", drop=vamp, horns=vamp)
    groove = s.pick(*ONE_DROPS, *STEPPERS)
    bare = {name: groove[name] for name in groove if name != "hat"}
    drums(s, s.part("kit:standard", "kit:room", "~kit:808", level=1, fx=s.pick((), ("delay:dub",))), groove, {"drop": bare if s.chance(0.5) else groove}, "reggae", every=4,
          crash=0.4)
    figure(s, s.part("finger-bass", "~sub-bass", "~electric-bass", "synth-bass", level=4), RIDDIMS, 26)
    comp(s, s.part("clean-guitar", "piano", "~electric-guitar", level=0, fx=("delay:dub",)), ("..x...x.", "..x.....|..x...x.", "......x."), 64, 3, loud=86)
    organ = comp(s, s.part("drawbar", "perc-organ", "~organ", level=-3, fx=s.pick((), ("delay:dub",))), (".oxo.oxo", ".xox.xox", ".o.x.o.x"), 58, 3)
    tune(s, s.part("reed-organ", "harmonica", "trombone", "accordion", "trumpet", "flute", level=0, fx=("delay:dub",)), 60, 80, ("version", "horns"), density=0.4,
         turns=s.pick("xx..", "x...", "x.x."), repeat=0.3)
    if s.chance(0.7):
        tune(s, s.part("~vocal", "~vocal-low", "~vocal-duo", level=0, fx=("delay:dub",)), 55, 72, ("version", "drop"), ("..xx-...", "x-x-....", "x---...."),
             turns=s.pick("x...", "..x.", ".x.."), sing=True, repeat=0.5)
    if s.chance(0.3):
        siren = s.part("~siren", level=-9, fx=("delay:dub",))
        for bar in s.bars("drop"):
            if s.chance(0.3):
                siren.add(bar.start, 2.0, s.between(62, 76), 70)
    hands(s, s.part("kit:standard", level=-6, fx=("delay:dub",)), s.pick({"timbale": "x..............."}, {"bongo": "..xx..x.", "bongo-low": "x..o...."},
                                                                         {"block": "......x........."}))
    thin(s, [organ], 0.3)


# Latin.

CLAVES = ("x..x..x.....x.x.", "....x.x.....x..x", "x..x...x....x.x.", "..x.x...x..x..x.")
MONTUNOS = ("x.xx.xx.x.xx.xx.", "1.x3.x1.x.3x.x1.", "x..x.xx.x.xx.xx.", "..xx.x.xx.x.xx.x", "1.3.21.3.2.13.2.")


def salsa_hands(s: Song, clave: str) -> None:
    """Congas, bongo bell, timbales' cascara and the clave."""
    hands(s, s.part("kit:standard", level=-1, pan=-0.3), {"slap": "..x.....", "conga": "......xx", "tumba": s.pick("........", "...xx...")}, wild=0.1)
    hands(s, s.part("kit:standard", level=-4, pan=0.3), s.pick({"clave": clave}, {"clave": clave, "maracas": "xoxoxoxoxoxoxoxo"}, {"cow": "x.xox.xox.xox.xo"},
                                                               {"guiro": "x.oox.oo"}))
    drums(s, s.part("kit:standard", level=-3), s.pick({"timbale-low": "x.x.xx.xx.xx.x.x", "pedal": "....x.......x..."}, {"cow": "x.x.xx.xx.x.xx.x",
            "kick": "......x........."}, {"ride": "x.x.xx.xx.xx.x.x"}), fills="latin", every=8, crash=0.6)


@style("Latin", like="Jazz")
def north_salsa_montuno(s: Song) -> None:
    """Piano and bass around the clave, congas and bell, trombones or trumpets in unison; a singer, then the coro, which answers, and the mambo for the horns."""
    minor = s.chance(0.55)
    s.set((158, 212) if s.chance(0.7) else (118, 140), "harmonic-minor" if minor else s.pick("major", "mixolydian"), keys="C G A D F", room=("club", "hall", "room", "plate"))
    vamp = s.pick("i | iv | V7 | V7", "i | V7 | V7 | i", "i | i | iv V7 | i", "i bVII | bVI V7") if minor else s.pick("I | IV | V7 | IV", "I | ii | V7 | I", "I vi | ii V7",
            "I7 | IV7")
    four = " | ".join((vamp.split(" | ") * 2)[:4])
    s.until(46, "intro verse coro mambo coro coro", intro=four, verse=s.pick(f"{four} | {four}", journey(s, MINOR if minor else MAJOR, 8, "V7")), coro=f"{four} | {four}",
            mambo=f"{four} | {four}")
    salsa_hands(s, s.pick(*CLAVES[:2]))
    figure(s, s.part("upright", "finger-bass", "~string-bass", level=2), ("...5--8-", "1--5--8-", "...5--1-|...5--a-", "1-.5--a-"), 30)
    montuno = s.part("piano", "bright-piano", "electric-grand", level=1)
    row = s.pick(*MONTUNOS)
    for centre in (62, 74):
        comp(s, montuno, row, centre, 3, loud=80)
    sung(s, "verse", ("x-xx.xx-", ".xx.xxx-", "..xxxx--", "x.xx-.xx"), 0.92, ("trumpet", "flute"), leap=0.2, turns=s.pick("xxx.", ""))
    coro = tune(s, s.part("~backing", "~vocal-duo", "choir", level=1), 57, 74, "coro", ("x.xx.xx-", "xx.xx-..", ".xxxx-x-"), turns="..xx", form="AAAA", sing=True, repeat=0.4)
    below(s, coro, s.part("~vocal-duo", "~backing", level=-1))
    sung(s, "coro", ("xxx.xx..", ".xxxx-x-", "x.xxx-.."), 1.0, turns="xx..", form="ABCD", voices="~vocal ~vocal-low")
    horns = s.part("trombone", "trumpet", "brass", "~brass-section", level=0)
    line = tune(s, horns, 58, 79, ("intro", "mambo"), ("x.xx.xx.", "..xxx.x.", "xx.xx.xx", "x--x--x-", ".x.x.xx-"), form="AAAB", repeat=0.25)
    below(s, line, s.part("trumpet", "trombone", "tenor-sax", level=-1))
    comp(s, horns, ("......X.|........", "x-......|....X.X.", "........|x.X....."), 66, 3, "coro", 88)
    if s.chance(0.3):
        tune(s, s.part("flute", "vibraphone", "violin"), 69, 88, "coro", density=0.6, turns="xx..")


@style("Latin", like="Jazz")
def north_bossa_and_samba(s: Song) -> None:
    """Rio: nylon guitar against the surdo's heartbeat, rim clicks, soft voice; or a samba with cuica, agogo and a choir."""
    samba = s.chance(0.45)
    s.set((92, 118) if samba else (112, 150), s.pick("major", "major", "minor"), keys="F C D G Bb A", room=("room", "club", "plate", "booth"))
    table = LUSH if s.scale == "major" else DUSK
    s.until(46, "intro verse bridge verse", intro=journey(s, table, 4), verse=s.pick(journey(s, table, 8), "Imaj7 | II7 | ii7 | V7 | Imaj7 | VI7 | ii7 | V7"
                                                                                     if s.scale == "major" else journey(s, table, 8)), bridge=journey(s, table, 8, home=False))
    if samba:
        hands(s, s.part("kit:standard", level=0), {"surdo": "g...X...g...X...", "tamb": s.pick("xgxxxgxxxgxxxgxx", "xogxxogxxogxxogx"), "shaker": "XooXXooXXooXXooX"})
        hands(s, s.part("kit:standard", level=-3, pan=0.4), s.pick({"agogo": "x.x..x.x.x...x..", "agogo-low": "....x.....xx...x"}, {"cuica": "..x..x.x....x.x."},
                                                                   {"snare": "gogXgogXggXggXgX"}, {"block": "x.x.xx.x.xx.x.xx"}))
        drums(s, s.part("kit:standard", "kit:jazz", level=-3), {"kick": "x..xx..xx..xx..x", "snare": "g.xg.gxg.gxg.xgg"}, fills="rim", crash=0.3)
    else:
        drums(s, s.part("kit:jazz", "kit:standard", "kit:brush", level=-2), {"kick": "x..xx..x", "rim": s.pick("x..x..x...x..x..", "x..x...x..x..x..", "..x..x..x..x...."),
                                                                             "hat": "xoxoxoxo"}, fills="rim", every=8, crash=0.15, wild=0.0)
        if s.chance(0.5):
            hands(s, s.part("kit:standard", level=-6), {"shaker": "xoXoxoXo", "cabasa": "....x..."})
    comp(s, s.part("nylon", "~nylon-guitar", "nylon", "jazz-guitar", level=0), ("lx.x.xl.x.x.x.x." if samba else "l..xl..x.xl.x...", "l.x.lx.xl.xxl.x.", "l.xxl.x.lx.xl..x"),
         59, 4, loud=78)
    figure(s, s.part("upright", "finger-bass", "fretless", level=0), ("1--b1--b", "1--51--5", "1-.5b-.a"), 30)
    where = ("verse", "bridge")
    sung(s, where, ("x--x--x-", ".x-xx-x-", "x-x.xx--", "..x-x-xx"), 0.8, ("flute", "tenor-sax", "nylon"), leap=0.25, stick=0.65, repeat=0.35)
    tune(s, s.part("flute", "tenor-sax", "piano", "trombone", "vibraphone", "accordion", level=-1), 62, 84, ("intro",) if s.chance(0.5) else ("intro", "bridge"), density=0.5,
         turns=s.pick("", "..xx"))
    if samba and s.chance(0.7):
        backing(s, "bridge", ("x.xx.x--", "xx.x.xx-"))
    elif s.chance(0.6):
        comp(s, s.part("piano", "rhodes", "strings", "vibraphone", level=-4), ("x---..x-", "..x--x--", "x-------"), 64, 4)


@style("Latin", like="Reggae")
def north_cumbia_and_cha_cha(s: Song) -> None:
    """Dance-hall orchestra of the coast or of Havana: guiro and bell, tumbao, accordion or flute and strings, riffs between the lines of a duo."""
    cumbia = s.chance(0.55)
    s.set((84, 108) if cumbia else (110, 132), s.pick("minor", "harmonic-minor", "major"), keys="A D G C E", room=("club", "room", "hall", "outdoors"))
    minor = s.scale != "major"
    vamp = s.pick("i | i | V7 | V7", "i | V7 | V7 | i", "i | bVII | bVI | V7", "i | iv | V7 | i") if minor else s.pick("I | I | V7 | V7", "I | IV | V7 | I", "I | V7 | V7 | I",
            "I7 | IV7 | V7 | IV7")
    s.until(46, "riff verse coro riff verse coro", riff=vamp, verse=f"{vamp} | {vamp}", coro=f"{vamp} | {vamp}")
    if cumbia:
        hands(s, s.part("kit:standard", level=0), {"guiro": "x.oox.oo", **s.pick({"shaker": "x.xxx.xx"}, {"maracas": "oxxxoxxx"}, {})})
        drums(s, s.part("kit:standard", "kit:room", level=-2), {"kick": "x...x...", "tumba": "..xx..xx", "conga": s.pick(".x....x.", "....x..."), **s.pick({"cow": "x.x.x.x."},
                {"rim": "..x...x."}, {"hat": "..x...x."})}, fills="latin", every=8, crash=0.4)
        figure(s, s.part("finger-bass", "upright", "synth-bass", level=2), ("1-.5.3-.", "1-5-.3-.", "1..13.5.", "1-.3.5-."), 30)
        comp(s, s.part("accordion", "~accordion", "clean-guitar", "rock-organ", level=-2), ("..x...x.", ".x.x.x.x", "..xx..xx"), 64, 3)
    else:
        hands(s, s.part("kit:standard", level=0), {"guiro": "x.oox.oo", "slap": "..x.....", "conga": "......xx", "cow": "x.x.x.x."})
        drums(s, s.part("kit:standard", level=-4), {"kick": "x.....x.", "rim": "..x...x.", "timbale": "......x."}, fills="latin", every=4, crash=0.4)
        figure(s, s.part("upright", "finger-bass", level=2), ("1..5..8-", "1-.5--8.", "1.1...5a"), 30)
        comp(s, s.part("piano", "drawbar", level=-1), ("x.x...xx", "..xx..x.", "x..x.x..", "1.2.3.xx"), 65, 4)
    riff = s.part("accordion", "~accordion", "trumpet", "flute", "clarinet", "violin", "brass", level=1)
    tune(s, riff, 62, 84, ("riff", "coro"), ("xxxx.xx.", "x.xxx.x.", ".xxxx-x.", "x-xxx-xx"), form="AAAB", repeat=0.25)
    tune(s, riff, 64, 84, "verse", density=0.6, turns="...x")
    leader = sung(s, "verse", ("x-xx-xx-", ".xxx.xx-", "..xxxx--"), 0.95, ("clarinet", "trumpet"), turns=s.pick("xxx.", "xx.x"))
    coro = tune(s, s.part("~vocal-duo", "~backing", level=1), 57, 73, "coro", ("x.xx.x--", "xx.xx-..", "x-x-xx-."), turns=s.pick("xx..", "..xx"), sing=True, form="AAAB",
                repeat=0.45)
    below(s, [*leader, *coro], s.part("~vocal-duo", "~backing", level=-2), share=0.9)
    if s.chance(0.4):
        comp(s, s.part("brass", "trumpet", "strings", level=-3), ("........|..x.X...", "x...x...|........"), 66, 3, ("coro", "verse"), 84)
