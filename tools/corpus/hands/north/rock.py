"""Rock and metal: riffs that bass and drums play with the guitars."""

from __future__ import annotations

from hands.north.craft import MAJOR, MINOR, MODAL, backing, below, comp, figure, finish, journey, own_row, pad, stops, sung, thin, tune
from hands.north.drummer import drums, half_time, moved
from song import Song, style
from theory import TWELVE_BAR

BACKBEATS = (
    {"kick": "x...x...", "snare": "..X...X.", "hat": "xoxoxoxo"}, {"kick": "x..xx...", "snare": "..X...X.", "hat": "XxXxXxXx"}, {"kick": "x.....x...x.....",
            "snare": "....X..g.g..X...", "hat": "X.x.X.x.X.x.X.x."},
    {"kick": "x.x..x..", "snare": "..X...X.", "hat": "XoXoXoXo"}, {"kick": "x..x...x..x.....", "snare": "....X.......X..g", "hat": "x.x.x.x.x.x.x.x."},
             {"kick": "x...xx..", "snare": "..Xo..X.", "open": "x.x.x.x."},
)
CRASHING = {"crash": "X...x...", "open": "..x...x."}


@style("Rock", like="Metal")
def north_riff_rock(s: Song) -> None:
    """Guitars and bass play one riff, the drummer leaves it room; shouted verses, a chorus of open chords, a solo over the riff."""
    s.set((88, 148), s.pick("minor-pentatonic", "blues", "mixolydian"), keys="E A D G", room=("room", "club", "arena"))
    grooving = s.pick("I5 | I5 | I5 | bVII5", "I5 | I5 | bIII5 | IV5", "I5 | bVII5 | IV5 | I5", "I5 | I5 | I5 | I5")
    s.until(46, "riff verse verse chorus riff solo chorus", riff=s.pick("I5 | I5 | I5 | I5", grooving), verse=grooving, chorus=journey(s, MODAL, 4) + " | " + journey(s, MODAL,
            4, home=False), bridge=grooving)
    groove = s.pick(*BACKBEATS)
    chorus = {**{k: v for k, v in groove.items() if k not in ("hat", "open")}, s.pick("ride", "open", "crash"): "x.x.x.x."}
    drums(s, s.part("kit:room", "kit:power", "kit:standard"), groove, {"chorus": chorus, "solo": moved(groove, hat="ride")}, "rock")
    riff = own_row(s, 8, 0.6, "1115783", 0.4) + "|" + own_row(s, 8, 0.65, "1157834", 0.3)
    drive = "amp:" + s.pick("crunch", "lead", "crunch", "fuzz")
    for side in (-0.7, 0.7) if s.chance(0.6) else (-0.3,):
        guitar = s.part("overdriven", "~electric-guitar", "distorted", pan=side, fx=(drive,), level=-1)
        figure(s, guitar, riff, 40, ("riff", "verse", "solo"), power=s.chance(0.4))
        figure(s, guitar, ("1-1-1-1-", "1---1-1-", "1--1--1-", "11111111"), 40, "chorus", power=True)
    figure(s, s.part("pick-bass", "finger-bass", fx=s.pick((), ("amp:bass",))), riff, 28, plan={"chorus": s.pick("11111111", "1.111.1a", "1-1-1-5a")})
    leader = sung(s, ("verse", "chorus"), chance=0.9, instead=("overdriven",), fx=s.pick((), ("delay",), ("drive:2",)), scale="minor-pentatonic" if s.chance(0.7) else None,
                  density=0.5, repeat=0.45, stick=0.6)
    if s.chance(0.5):
        below(s, leader, s.part("~backing", "~vocal-duo", level=-4), share=0.6)
    lead = s.part("distorted", "overdriven", "~electric-guitar", level=1, fx=("amp:lead", "delay"))
    tune(s, lead, 62, 90, "solo", scale="minor-pentatonic", density=0.7, grid=4, scoop=0.4, stick=0.35, leap=0.3)
    tune(s, lead, 60, 84, ("riff", "verse"), scale="minor-pentatonic", density=0.5, turns="...x", scoop=0.5)
    if s.chance(0.35):
        comp(s, s.part("rock-organ", "drawbar", "piano", level=-4, fx=s.pick((), ("leslie",))), ("x-------", "x-.x-.x-", "x.x.x.x."), 62, 4)
    if s.chance(0.25):
        finish(s)


@style("Rock", like="Blues")
def north_rock_and_roll(s: Song) -> None:
    """Nineteen fifty-seven: boogie figures in eighths, a pounding piano, a honking sax, stop time before the solo."""
    s.set((144, 186), s.pick("major-blues", "mixolydian", "blues"), keys="A C E G Bb", swing=s.pick(0.0, 0.0, 0.25, 0.5), room=("room", "booth", "plate", "club"))
    s.until(46, s.pick("verse verse solo verse", "intro verse solo verse verse"), verse=s.pick(*TWELVE_BAR), intro="V | IV | I | V", solo=s.pick(*TWELVE_BAR))
    groove = s.pick({"kick": "x...x...", "snare": "..X...X.", "hat": "xxxxxxxx"}, {"kick": "x.x.x.x.", "snare": "..X..xX.", "ride": "xxxxxxxx"},
                    {"kick": "x..xx...", "snare": "..X...X.", "ride": "x.xxx.xx"}, {"kick": "x.x.x.x.", "snare": ".gX.ggX.", "hat": "xoxoxoxo"})
    kit = drums(s, s.part("kit:standard", "kit:room"), groove, {"solo": moved(groove, hat="ride")}, "rock", crash=0.5)
    bass = figure(s, s.part("upright", "finger-bass", "pick-bass"), ("1.3.5.6.|8.6.5.3.", "1.1.3.3.|5.5.6.5.", "11335566|88665533", "1.3.5.3."))
    guitar = s.part("overdriven", "clean-guitar", "~electric-guitar", fx=("amp:" + s.pick("edge", "crunch"),), level=-1, pan=-0.4)
    if s.chance(0.6):
        boogie = s.pick("11661166", "55665577", "55665566", "11667766")
        for row in ("11111111", boogie.replace("1", "5")):
            figure(s, guitar, row, 40, loud=86, short=0.75)
    else:
        comp(s, guitar, ("..x...x.", "xxxxxxxx", "x..x..x."), 57, 4)
    piano = comp(s, s.part("piano", "bright-piano", "honky-tonk", level=-2, pan=0.4), ("xxxxxxxx", "XoxoXoxo", ".x.x.x.x"), 69, 3)
    sung(s, "verse", ("xxxxx-x-", ".xxxx-x-", "x-xxxx--", "xx.xx-x-"), 0.92, ("tenor-sax", "overdriven"), scale="major-blues", repeat=0.55, turns=s.pick("xx..", "xxx.",
            "xx.x"), stick=0.55)
    solo = s.part("tenor-sax", "overdriven", "baritone-sax", "~electric-guitar", "alto-sax", level=1.5)
    tune(s, solo, 55, 80, ("solo", "intro"), scale="blues", density=0.75, scoop=0.4, repeat=0.4, stick=0.45)
    if s.chance(0.5):
        comp(s, s.part("tenor-sax", "brass", "oohs", "~backing", level=-4), ("x-------|x-------", "..xx....", "x.x-...."), 62, 3, "verse", 76)
    stops(s, [kit, bass, guitar, piano], "verse", 0.6)
    if s.chance(0.3):
        finish(s)


@style("Rock", like="Pop")
def north_heartland_anthem(s: Song) -> None:
    """Eighths in the bass, ringing guitars, organ or piano; a quiet verse, a bridge in half time, a chorus that everybody sings."""
    minor = s.chance(0.3)
    s.set((104, 158), "minor" if minor else "major", keys="E A D G C", room=("arena", "room", "plate", "hall"))
    table = MINOR if minor else s.pick(MAJOR, MODAL)
    loop = journey(s, table, 4)
    s.until(46, "intro verse chorus verse chorus bridge chorus", intro=loop, verse=loop + " | " + loop, chorus=" | ".join([journey(s, table, 4, home=s.chance(0.5))] * 2),
            bridge=journey(s, table, 4))
    groove = s.pick(*BACKBEATS)
    drums(s, s.part("kit:room", "kit:power", "kit:standard"), groove, {"chorus": {**groove, **s.pick({"crash": "x......."}, {"ride": "x.x.x.x."}, {"tamb": "xoXoxoXo"})},
                                                                       "bridge": half_time(groove)}, "rock")
    figure(s, s.part("pick-bass", "finger-bass"), ("11111111", "1111111a", "1.111.11", "1--11--a"), loud=90)
    clean = s.part("clean-guitar", "~electric-guitar", "steel", "~steel-guitar", level=-2, pan=-0.6, fx=s.pick(("chorus",), ("delay",), ("amp:edge",), ()))
    comp(s, clean, ("12343234", "1.32.43.", "13243242", "x..x..x."), 60, 4, ("intro", "verse", "bridge"))
    comp(s, clean, ("xxuxxuxu", "x-.x-.x-", "x.xxx.xx"), 59, 5, "chorus", roll=0.01)
    wall = s.part("overdriven", "distorted", "~electric-guitar", level=-1, pan=0.6, fx=("amp:" + s.pick("crunch", "lead"), "double"))
    figure(s, wall, ("11111111", "1-------", "1--1--1-", "mm1mm1m1"), 40, ("chorus", "intro"), power=True)
    figure(s, wall, ("1-------", "mmmmmmmm"), 40, ("verse", "bridge"), power=True, loud=76)
    keys = s.part("rock-organ", "piano", "drawbar", "polysynth", "strings", level=-5)
    comp(s, keys, ("x-------", "x---x---", "x..x..x-"), 64, 4, s.pick(None, ("chorus", "bridge")))
    leader = sung(s, ("verse", "chorus", "bridge"), chance=0.93, instead=("overdriven",), density=0.5, repeat=0.35, leap=0.25)
    chorus = [note for note in leader if any(b.start <= note.start < b.start + b.beats for b in s.bars("chorus"))]
    below(s, chorus, s.part("~backing", "~vocal-duo", level=-3))
    tune(s, s.part("overdriven", "~electric-guitar", "distorted", level=0, fx=("amp:lead", "delay")), 62, 86, ("intro", "bridge"), density=0.45, scoop=0.4)
    thin(s, [keys], 0.3)


# Metal.

THRASH = ({"kick": "x.x.x.x.x.x.x.x.", "snare": "..X...X...X...X.", "hat": "x.x.x.x.x.x.x.x."}, {"kick": "xxxxxxxxxxxxxxxx", "snare": "....X.......X...",
                                                                                                 "ride": "x...x...x...x..."},
          {"kick": "x..xx..xx..xx..x", "snare": "..X...X...X...X.", "hat": "x.x.x.x.x.x.x.x."}, {"kick": "x.xxx.xxx.xxx.xx", "snare": "....X.......X...",
                                                                                                 "china": "x...x...x...x..."})
GALLOP = {"kick": "x.xxx.xxx.xxx.xx", "snare": "....X.......X...", "hat": "x...x...x...x..."}


def two_guitars(s: Song, rows: dict[str, str], default: str, settings: tuple[str, ...] = ("high", "scooped"), low: int = 40) -> list:
    """Rhythm guitars left and right, palm-muted where the row says `m`."""
    amp = "amp:" + s.pick(*settings)
    return [figure(s, s.part("distorted", "distorted", "~electric-guitar", pan=side, fx=(amp,), name=f"rhythm {side}"), default, low, power=True,
                   plan=rows) for side in (-0.85, 0.85)]


def muted_row(s: Song, grid: int = 16, accents: float = 0.25, gaps: float = 0.1) -> str:
    """Palm-muted chugging with accents of one's own."""
    return "1" + "".join(s.pick("1", "1", "3", "5", "7") if s.chance(accents) else "." if s.chance(gaps) else "m" for _ in range(grid - 1))


@style("Metal", like="Rock")
def north_twin_lead_metal(s: Song) -> None:
    """Galloping rhythm guitars, two leads in thirds, a high singer."""
    s.set((100, 176), s.pick("minor", "minor", "harmonic-minor", "dorian"), keys="E D A B", room=("arena", "room", "plate"))
    s.until(46, "harmony verse chorus harmony solo chorus", harmony=journey(s, MINOR, 4), verse=s.pick("i5 | i5 | bVII5 | bVI5", "i5 | bVI5 | bVII5 | i5",
            "i5 | i5 | i5 | bVII5").replace("i5", "I5"), chorus=journey(s, MINOR, 4, home=False),
            solo=journey(s, MINOR, 4))
    groove = s.pick(GALLOP, GALLOP, THRASH[0], {"kick": "x...x.x.x...x.x.", "snare": "....X.......X...", "hat": "x.x.x.x.x.x.x.x."})
    drums(s, s.part("kit:power", "kit:room", "kit:standard"), groove, {"chorus": {**moved(groove, hat="ride"), "crash": "x......."}}, "metal")
    gallop = s.pick("1.mmm.mmm.mmm.mm", "mmm.mmm.mmm.mmm.", "m.mmm.mmm.mm1-1-", muted_row(s))
    two_guitars(s, {"chorus": s.pick("1-------1---1---", "1-.mmm1-.mmm1-mm"), "harmony": s.pick("1.mmm.mmm.mmm.mm", "1-----------mmmm")}, gallop, ("high", "lead"))
    figure(s, s.part("pick-bass", "finger-bass", level=-1), ("1.111.111.111.11", "1.111.111.111.5a", "1.1.1.1.1.1.1.1."))
    first = s.part("distorted", "~electric-guitar", level=1.5, pan=-0.2, fx=("amp:lead", "delay"))
    notes = tune(s, first, 64, 86, "harmony", rows=("x-x-xxx-", "xxxxx-x-", "x--xx-x-", "xxxxxxxx"), stick=0.55)
    below(s, notes, s.part("distorted", "~electric-guitar", level=0.5, pan=0.3, fx=("amp:lead",)))
    tune(s, first, 64, 93, "solo", density=0.85, grid=4, scoop=0.25, stick=0.35, leap=0.12)
    sung(s, ("verse", "chorus"), chance=0.9, instead=("~scream",), voices="~vocal ~vocal-duo", fx=("delay",), density=0.45, leap=0.3)
    if s.chance(0.3):
        backing(s, "chorus")


@style("Metal", like="Rock")
def north_thrash(s: Song) -> None:
    """Fast: chugging in sixteenths, shouted verses, a half-time breakdown, a solo in sixteenths."""
    s.set((150, 218), s.pick("phrygian", "minor", "locrian", "hungarian-minor"), keys="E D Eb", room=("room", "booth", "arena"))
    s.until(46, "riff verse riff chorus breakdown solo", riff=s.pick("I5 | I5 | I5 | bII5", "I5 | bII5 | I5 | bIII5", "I5 | I5 | bVI5 | bV5"), verse="I5 | I5 | I5 | I5",
            chorus=s.pick("I5 | bIII5 | bII5 | I5", "I5 | bVI5 | bVII5 | bII5"),
            breakdown="I5 | I5 | I5 | bII5", solo="I5 | I5 | bIII5 | bII5")
    groove = s.pick(*THRASH)
    drums(s, s.part("kit:power", "kit:room", "kit:standard"), groove, {"breakdown": {"kick": "x..x..x.x..x..x.", "snare": "........X.......", "china": "x...x...x...x..."},
                                                                       "chorus": {**groove, "crash": "x.......x......."}}, "metal", wild=0.2)
    riff, verse = muted_row(s, 16, 0.3), muted_row(s, 16, 0.12, 0.0)
    breakdown = s.pick("m..m..m.m..m..m.", "1..m..m.1..m..mm")
    two_guitars(s, {"verse": verse, "breakdown": breakdown, "chorus": s.pick("1---1---1-1-1-1-", "1.1.1.1.1.1.1.1.")}, riff, low=s.pick(40, 38, 35))
    figure(s, s.part("pick-bass", fx=s.pick((), ("amp:bass-dirt",)), level=-1), riff.replace("m", "1"), 28, plan={"verse": verse.replace("m", "1"),
            "breakdown": breakdown.replace("m", "1")})
    shout = s.part("~scream", "~growl", "~vocal-low", level=1, fx=s.pick((), ("drive:3",)))
    tune(s, shout, 52, 64, ("verse", "chorus", "breakdown"), rows=("x.x.xxx.", "xxx.x.x.", "x-.xx-x.", "x-------"), sing=True, repeat=0.75, leap=0.05)
    tune(s, s.part("distorted", "~electric-guitar", level=2, fx=("amp:lead", "delay")), 66, 95, ("solo", "riff"), density=0.9, grid=4, stick=0.25, leap=0.15, scoop=0.2,
         turns=s.pick("xxxx", "..xx"))


@style("Metal", like="Rock")
def north_doom(s: Song) -> None:
    """Slow and heavy: a riff of few notes with a fuzz, bass in unison, a big drummer behind the beat, a mourning voice."""
    s.set((58, 92), s.pick("minor", "blues", "phrygian", "locrian"), keys="D C E B", swing=s.pick(0.0, 0.0, 0.0, 0.0, 0.0, 0.5), room=("arena", "hall", "room"))
    s.until(46, "riff verse riff chorus", riff=s.pick("I5 | I5 | bVI5 | bV5", "I5 | bII5 | I5 | bIII5", "I5 | I5 | I5 | bV5"), verse=s.pick("I5 | I5 | bVI5 | bVII5",
            "I5 | bVI5 | I5 | bII5"), chorus=s.pick("bVI5 | bVII5 | I5 | I5", "bIII5 | bII5 | I5 | I5"))
    groove = s.pick({"kick": "x..xx...", "snare": "..X...X.", "crash": "x.x.x.x."}, {"kick": "x.....x...x.....", "snare": "....X.......X...", "open": "x...x...x...x..."},
                    {"kick": "x..x....x.x.....", "snare": "....X.......X..o", "ride": "x.x.x.x.x.x.x.x."})
    drums(s, s.part("kit:power", "kit:room", late=0.012), groove, {"verse": half_time(groove)}, "metal", wild=0.18)
    riff = own_row(s, 8, 0.45, "1153417", 0.8) + "|" + own_row(s, 8, 0.4, "1151734", 0.8)
    two_guitars(s, {"chorus": "1-------", "verse": s.pick("1---1---", "mm1-mm1-", "1--1--1-")}, riff, ("fuzz", "death", "high"), low=s.pick(38, 36, 40))
    figure(s, s.part("pick-bass", "finger-bass", fx=("amp:bass-dirt",)), riff, 26, plan={"chorus": "1---1-1-", "verse": "1---1---"})
    tune(s, s.part("~growl", "~vocal", "~vocal-low", "~scream", level=1, send=-6), 50, 67, ("verse", "chorus"), sing=True, density=0.35, repeat=0.4)
    tune(s, s.part("distorted", "~electric-guitar", level=0, fx=("amp:lead", "delay")), 60, 84, ("riff", "chorus"), density=0.4, scoop=0.6, turns=s.pick("..xx", "xxxx"),
         grid=s.pick(2, 4))
    if s.chance(0.3):
        pad(s, s.part("choir", "church-organ", "drawbar", level=-6), 55, 3, ("chorus", "riff"))
