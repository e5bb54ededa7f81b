"""Bands with amplifiers and echo: Rock, Metal, Reggae."""

from __future__ import annotations

from hands.south import craft, tunes
from score import Part
from song import Song, style

SINGS = ("verse", "chorus", "bridge")


def _guitars(s: Song, amp: str, level: float = 0.0) -> tuple[Part, Part]:
    """Two takes of one rhythm guitar, left and right."""
    voice = s.pick("distorted", "~electric-guitar", "overdriven")
    return (s.part(voice, name="guitar left", level=level, pan=-0.7, fx=(f"amp:{amp}",), loose=0.009), s.part(voice, name="guitar right", level=level, pan=0.7, fx=(f"amp:{amp}",
            ), loose=0.009))


# Rock.
@style("Rock", like="Pop")
def south_garage_rock(s: Song) -> None:
    """Garage rock: three or four power chords in eighths, a drummer who hits everything, a shouted tune, stops before the chorus."""
    s.set((118, 168), ("major", "mixolydian", "minor-pentatonic"), keys="E A D G", room=("room", "club", "plate"))
    verse, chorus = s.pick("I5 | IV5 | I5 | V5", "I5 | bVII5 | IV5 | I5", "I5 | bIII5 | IV5 | IV5", "I5 | I5 | bVII5 | IV5"), s.pick("IV5 | V5 | I5 | I5",
            "bVI5 | bVII5 | I5 | I5", "I5 | V5 | IV5 | V5")
    s.until(50, craft.form(s), verse=f"{verse} | {verse}", intro=verse, chorus=f"{chorus} | {chorus}", bridge=s.pick("IV5 | IV5 | V5 | V5", "bVII5 | IV5 | bVII5 | V5"),
            **{"break": verse})
    kit = s.part("kit:power", "kit:room", "kit:standard", level=2)
    craft.beat(s, kit, {"kick": "x.....x.x......./x...x.x.x...x.x./x.x.....x.x.....", "snare": "....X.......X.../....X..x....X...", "hat": "x.x.x.x.x.x.x.x./X.o.X.o.X.o.X.o."},
               ("verse", "bridge", "break"), ghosts=0.02)
    craft.beat(s, kit, {"kick": "x.....x.x.x...../x.x...x.x.x...x.", "snare": "....X.......X...", "open": "x...x...x...x.../................",
                        "ride": "................/x.x.x.x.x.x.x.x.", "crash": "................/x...x...x...x..."}, ("chorus", "intro"), ghosts=0.02)
    left, right = _guitars(s, s.pick("crunch", "edge", "fuzz", "lead"))
    row = s.pick("P.P.P.P.P.P.P.P.", "P--P--P-P--P--P-", "P-P-..P-P-P-..P-", "P---P-P-..P-P-P-")
    tunes.riff(s, left, 38, row, ("intro", "chorus", "bridge", "break"), others=(right,))
    tunes.riff(s, left, 38, s.pick(row, "m.m.m.m.m.m.m.m.", "P-----..P-P-...."), "verse", others=(right,))
    low = s.part("pick-bass", "finger-bass", "~electric-bass", level=1, fx=s.pick((), ("amp:bass-dirt",)))
    craft.bass(s, low, "1.1.1.1.1.1.1.1./1.1.1.1.1.1.5.a./1--1--1-1.1.1.a.")
    tunes.sing(s, SINGS, 0.55, 0.35, 8, s.pick(None, "minor-pentatonic", "major-pentatonic"), fx=s.pick((), ("drive:3",)), backing=0.3)
    lead = s.part("overdriven", "~electric-guitar", "distorted", name="lead guitar", level=-1, fx=("amp:lead",))
    tunes.solo(s, lead, 60, 84, ("break", "bridge"), "minor-pentatonic", 4 if s.tempo < 135 else 2, 0.2, bends=0.3)
    craft.drop(s, [kit, low, left, right], 1.0, 0.3)
    craft.dynamics(s)


@style("Rock", like="Blues")
def south_riff_rock(s: Song) -> None:
    """Hard rock on one riff: guitar and bass in unison, cowbell at times, a high singer, a solo over the same loop."""
    s.set((84, 132), ("minor-pentatonic", "blues", "dorian"), keys="E A D G", swing=s.pick(0.0, 0.0, 0.3), room=("room", "arena", "plate"))
    loop, chorus = s.pick("I5 | I5 | I5 | I5", "I5 | I5 | bVII5 | IV5", "I5 | I5 | bIII5 | IV5"), s.pick("IV5 | I5 | bVII5 | IV5", "bVI5 | bVII5 | I5 | I5",
            "bIII5 | bVII5 | IV5 | IV5")
    s.until(50, s.pick("intro verse chorus verse chorus solo chorus", "verse chorus solo verse chorus"), verse=f"{loop} | {loop}", intro=loop, chorus=f"{chorus} | {chorus}",
            solo=f"{loop} | {loop}")
    kit = s.part("kit:power", "kit:room", "kit:standard", level=2)
    craft.beat(s, kit, {"kick": "x.....x.x.x...../x..x....x.xx..../x.x....xx.......", "snare": "....X.......X...", "hat": "x.x.x.x.x.x.x.x.",
                        "cowbell": "................/x...x...x...x..."}, ("intro", "verse"), ghosts=0.04)
    craft.beat(s, kit, {"kick": "x.....x.x.x...../x..x..x.x.......", "snare": "....X.......X...", "ride": "x.x.x.x.x.x.x.x./................",
                        "crash": "................/x...x...x...x..."}, ("chorus", "solo"), ghosts=0.04)
    left, right = _guitars(s, s.pick("crunch", "lead", "fuzz"))
    row = tunes.riff_row(s, 16, 2, 0.5, "0P1234.P-", "P")
    low = s.part("pick-bass", "finger-bass", "~electric-bass", level=1)
    tunes.riff(s, left, 40, row, ("intro", "verse"), power=s.chance(0.5), others=(right,))
    tunes.riff(s, low, 28, row.replace("P", "0"), ("intro", "verse"), power=False)
    tunes.riff(s, left, 40, s.pick("P---P---P-P-P---", "P-------P--P--P-", "P--P--P-P-------"), ("chorus", "solo"), others=(right,))
    craft.bass(s, low, "1.1.1.1.1.1.1.a./1--1..1-1.1.1.a.", ("chorus", "solo"))
    tunes.sing(s, ("verse", "chorus"), 0.5, 0.4, 8, "minor-pentatonic", bends=0.3, fx=s.pick((), ("drive:2",)), backing=0.4)
    lead = s.part("overdriven", "distorted", "~electric-guitar", name="lead guitar", level=1, fx=("amp:lead", "delay:330"))
    tunes.solo(s, lead, 60, 88, "solo", "minor-pentatonic", 4, 0.2, bends=0.4, repeat=0.5)
    organ = s.part("rock-organ", "~organ", level=-6, fx=("leslie",))
    craft.pad(s, organ, "chorus" if s.chance(0.5) else "solo", 62, 3)
    craft.dynamics(s)


@style("Rock", like="Electronic")
def south_echo_indie_rock(s: Song) -> None:
    """Indie rock after punk: guitars in echo that repeat a figure, a driving bass in eighths, tom grooves, a dry low singer."""
    s.set((112, 156), ("minor", "major", "dorian"), room=("plate", "hall", "room"))
    loop = s.pick("I | V | vi | IV", "I | iii | IV | IV", "vi | I | IV | V") if s.scale == "major" else s.pick("i | bVI | bIII | bVII", "i | bVII | iv | bVI", "i | i | bVI | v")
    s.until(50, craft.form(s), verse=f"{loop} | {loop}", intro=loop, chorus=s.pick("bVI | bVII | i | i", "bIII | bVII | iv | bVI") if s.scale != "major"
            else "IV | I | V | vi | IV | I | V | V", bridge=loop, **{"break": loop})
    kit = s.part("kit:standard", "kit:room", "kit:power", "~kit:linn", level=2)
    craft.beat(s, kit, {"kick": "x...x...x...x.../x..x..x.x..x..x./x.....x.x.....x.", "snare": "....X.......X...", "hat": "xoxoxoxoxoxoxoxo/x.x.x.x.x.x.x.x./..x...x...x...x."},
               ("chorus", "intro", "bridge", "break"), ghosts=0.03)
    craft.beat(s, kit, {"kick": "x.x...x.x.x...x./x...x...x...x...", "tom3": "..o.x..o..o.x.../................", "floor": "......x.......xx/................",
                        "snare": "....X.......X...", "hat": "x.x.x.x.x.x.x.x."}, "verse")
    low = s.part("pick-bass", "~electric-bass", level=2, fx=s.pick((), ("chorus",)))
    craft.bass(s, low, "1.1.1.1.1.1.1.1./1.1.1.3.5.1.1.a./1.1.8.1.1.5.8.a.")
    figure = s.part("clean-guitar", "~electric-guitar", "overdriven", level=0, fx=s.pick(("amp:edge", "delay:330"), ("chorus", "delay:280"), ("amp:crunch",)))
    craft.comp(s, figure, "0.2.1.2.3.2.1.2./0.1.2.0.1.2.0.1./3.3.2.3.1.3.2.3.", None, 67, 3)
    left, right = _guitars(s, s.pick("edge", "crunch"), -2)
    tunes.riff(s, left, 40, "P-P-P-P-P-P-P-P-/P---P-P-P---P-P-/P--P--P-P--P--P-", ("chorus", "bridge"), others=(right,))
    pad = s.part("~string-machine", "~saw-poly", "strings", level=-7)
    craft.pad(s, pad, None, 66, 3)
    craft.mutes(s, [pad, figure], 4, 0.75)
    tunes.sing(s, SINGS, 0.5, 0.3, 8, bends=0.1, fx=s.pick((), ("delay:200",)), backing=0.3)
    craft.dynamics(s)


# Metal.
def _double_kick(s: Song, kit: Part) -> None:
    """Verses gallop, choruses run on both feet, breakdowns halve the time."""
    craft.beat(s, kit, {"kick": "x.xxx.xxx.xxx.xx/xx..xx..xx..xx../x..xx..xx..xx.x.", "snare": "....X.......X...", "hat": "x...x...x...x.../x.x.x.x.x.x.x.x."}, ("intro",
            "verse", "solo"), every=4, fills="toms snare")
    craft.beat(s, kit, {"kick": "xxxxxxxxxxxxxxxx", "snare": "....X.......X.../..X...X...X...X.", "ride": "x.x.x.x.x.x.x.x./................",
                        "china": "................/x...x...x...x..."}, "chorus", every=4, fills="toms snare")
    craft.beat(s, kit, {"kick": "x..x..x...x.xx../xx....x.x..x..../x..xx.......x.xx", "snare": "........X.......", "china": "x...x...x...x...",
                        "crash": "x...............|................"}, "breakdown", fills="toms")


@style("Metal", like="Rock")
def south_gallop_metal(s: Song) -> None:
    """Heavy metal: galloping muted strings, twin guitars in thirds, high singing, fast solos, marching double kick."""
    s.set((132, 184), ("minor", "harmonic-minor", "phrygian"), keys="E D A B", room=("plate", "arena", "room"))
    verse, chorus = s.pick("I5 | I5 | bVI5 | bVII5", "I5 | I5 | bII5 | I5", "I5 | bVII5 | bVI5 | V5"), s.pick("bVI5 | bVII5 | I5 | I5", "I5 | bIII5 | bVII5 | bVI5",
            "IV5 | bVI5 | bVII5 | I5")
    s.until(48, "intro verse chorus verse chorus solo chorus", verse=f"{verse} | {verse}", intro=verse, chorus=f"{chorus} | {chorus}", solo=s.pick(verse, chorus) + " | " + verse)
    kit = s.part("kit:power", "kit:room", "kit:standard", level=1)
    _double_kick(s, kit)
    left, right = _guitars(s, s.pick("high", "lead", "scooped"), 1)
    tunes.riff(s, left, s.pick(38, 40), s.pick("m.mmm.mmm.mmP-P-", "mmm.mmm.mmm.P--.", "P-mmm.mmm.mmm.mm", tunes.riff_row(s, 16, 2, 0.85, "mmmmP123", "P")), ("intro", "verse"),
               others=(right,))
    tunes.riff(s, left, 40, s.pick("P-------P--P--P-", "P-P-P-P-P-P-P-P-", "P---mmP---mmP-mm"), ("chorus", "solo"), others=(right,))
    low = s.part("pick-bass", "~electric-bass", level=0, fx=("amp:bass-dirt",))
    craft.bass(s, low, "1.111.111.111.11/1.1.1.1.1.1.1.1.", None, 28)
    first, second = (s.part("distorted", "~electric-guitar", name=f"lead {side}", level=-1, pan=pan, fx=("amp:lead",)) for side, pan in (("left", -0.4), ("right", 0.4)))
    tunes.tune(s, first, 62, 84, ("intro", "chorus"), 0.6, 0.3, 8, double=second if s.chance(0.5) else None)
    tunes.solo(s, first, 64, 90, "solo", None, 4, 0.12, bends=0.15, leaps=0.05)
    tunes.sing(s, ("verse", "chorus"), 0.5, 0.3, 8, bends=0.2, level=1, backing=0.3, fx=s.pick((), ("delay:250",)))
    craft.dynamics(s)


@style("Metal", like="Electronic")
def south_breakdown_metal(s: Song) -> None:
    """Low-tuned groove and metalcore: syncopated chugs locked to the kick drum, breakdowns, growls against a sung chorus, a sampler's noises."""
    s.set((96, 142), ("phrygian", "minor", "locrian"), room=("dry", "room", "plate"))
    one, chorus = s.pick("I5 | I5 | I5 | I5", "I5 | I5 | bII5 | I5", "I5 | I5 | bVI5 | bII5"), s.pick("bVI5 | bVII5 | I5 | I5", "bVI5 | bIII5 | bVII5 | I5")
    s.until(48, "intro verse chorus breakdown verse chorus breakdown", verse=f"{one} | {one}", intro=one, chorus=f"{chorus} | {chorus}", breakdown=one)
    kit = s.part("kit:power", "kit:room", "~kit:hard", level=1)
    row = tunes.riff_row(s, 16, 2, 0.55, "mmmmmm1", "m")
    hits = "|".join("".join("x" if mark in "mP" else "." for mark in bar) for bar in row.split("|"))
    craft.beat(s, kit, {"kick": hits, "snare": "........X......./....X.......X...", "china": "x...x...x...x...", "crash": "................/x...............|................"},
               ("intro", "verse", "breakdown"), fills="toms stutter drop", every=4)
    craft.beat(s, kit, {"kick": "xxxxxxxxxxxxxxxx/x.x...xxx.x...xx", "snare": "....X.......X...", "crash": "x...x...x...x..."}, "chorus", fills="toms snare")
    left, right = _guitars(s, s.pick("death", "high", "scooped"), 2)
    tunes.riff(s, left, s.pick(33, 35, 36), row, ("intro", "verse", "breakdown"), others=(right,))
    tunes.riff(s, left, 36, s.pick("P-------P---P---", "P---P---P---P-P-", "P--P--P-P--P--P-"), "chorus", others=(right,))
    low = s.part("pick-bass", "~electric-bass", "finger-bass", level=0, fx=("amp:bass-dirt",))
    tunes.riff(s, low, 28, row.replace("P", "0"), ("intro", "verse", "breakdown"), power=False)
    craft.bass(s, low, "1.1.1.1.1.1.1.1.", "chorus", 26)
    harsh = s.part("~growl", "~scream", name="growl", level=0)
    tunes.tune(s, harsh, 40, 52, ("verse", "breakdown"), 0.55, 0.5, 8, None, ("ga", "ro", "do", "ra", "wo"))
    tunes.tune(s, s.part("~vocal", "~scream", "~vocal-duo", name="singer", level=0), 57, 76, "chorus", 0.45, 0.2, 8, None, tunes.SUNG)
    lead = s.part("distorted", "~electric-guitar", level=-4, fx=("amp:lead", "delay:300"))
    tunes.tune(s, lead, 66, 86, ("chorus", "intro"), 0.6, 0.6, 16, breath=0.0)
    if s.chance(0.5):
        craft.pad(s, s.part("~dark-pad", "choir", "strings", level=-8), ("intro", "breakdown", "chorus"))
    craft.dynamics(s)


@style("Metal", like="Classical")
def south_blast_metal(s: Song) -> None:
    """Extreme metal: blast beats under tremolo picking, chromatic or cold minor lines, a scream; slow heavy parts between."""
    s.set((168, 228), ("minor", "harmonic-minor", "phrygian", "octatonic"), room=("hall", "plate", "room", "cave"))
    loop, other = s.pick("I5 | I5 | bVI5 | bVI5", "I5 | bII5 | bV5 | bVI5", "I5 | bIII5 | bII5 | bVI5"), s.pick("IV5 | bVI5 | bV5 | I5", "bVI5 | bII5 | I5 | I5")
    s.until(45, s.pick("intro verse chorus verse breakdown verse chorus", "verse chorus breakdown verse verse"), verse=f"{loop} | {loop}", intro=loop,
            chorus=f"{other} | {other}", breakdown=loop)
    kit = s.part("kit:power", "kit:room", "kit:standard", level=1)
    craft.beat(s, kit, {"kick": "x.x.x.x.x.x.x.x.", "snare": ".X.X.X.X.X.X.X.X/x.x.x.x.x.x.x.x./..X...X...X...X.", "ride": "x.x.x.x.x.x.x.x./................",
                        "china": "................/x...x...x...x..."}, ("intro", "verse"), fills="toms snare", every=4)
    craft.beat(s, kit, {"kick": "xxxxxxxxxxxxxxxx", "snare": "....X.......X.../........X.......", "crash": "x...x...x...x..."}, "chorus", fills="toms")
    craft.beat(s, kit, {"kick": "x.....x.x.x...../x.x.......x.x...", "snare": "........X.......", "crash": "x.......x......."}, "breakdown", fills="toms snare")
    left, right = _guitars(s, s.pick("high", "death", "fuzz", "scooped"), 1)
    tunes.riff(s, left, 38, s.pick("0000000011112222|0000000044443322", "0000111100002222|3333222211110000", "PPPPPPPPPPPPPPPP", "0101010102020202"), ("intro", "verse"),
               power=s.chance(0.4), others=(right,))
    tunes.riff(s, left, 38, s.pick("P---------------", "P-------P-------", "mmPmmPmmPmmPmmPP"), ("chorus", "breakdown"), others=(right,))
    low = s.part("pick-bass", "~electric-bass", level=-1, fx=("amp:bass-dirt",))
    craft.bass(s, low, "1.1.1.1.1.1.1.1./1111111111111111", None, 28)
    harsh = s.part("~scream", "~growl", level=1, fx=s.pick((), ("delay:220",)))
    tunes.tune(s, harsh, 45, 60, ("verse", "chorus", "breakdown"), 0.4, 0.3, 8, None, ("ra", "A", "ho", "da", "e"))
    cold = s.part("~choir", "strings", "distorted", "~string-machine", level=-4)
    tunes.tune(s, cold, 64, 86, ("chorus", "breakdown", "intro"), 0.3, 0.1, 8)
    craft.dynamics(s)


# Reggae.
@style("Reggae", like="R&B")
def south_one_drop(s: Song) -> None:
    """Roots reggae: one drop, a heavy bass that leaves holes, guitar and piano on the off-beats, organ bubble, horns, a singer and two more."""
    s.set((66, 84), ("minor", "major", "dorian", "mixolydian"), swing=s.pick(0.0, 0.5, 0.8, 0.9), room=("plate", "room", "club"))
    major = s.scale in ("major", "mixolydian")
    loop, other = (s.pick("I | IV", "I | ii", "I | bVII", "I V | IV"), s.pick("vi | IV", "IV | V", "ii | V")) if major else (s.pick("i | iv", "i | bVII", "i bVII | bVI V",
            "i | v"), s.pick("bVI | bVII", "iv | i", "iv | bVII"))
    s.until(50, craft.form(s), verse=" | ".join([loop] * 4), intro=" | ".join([loop] * 2), chorus=" | ".join([other] * 4), bridge=" | ".join([other] * 2),
            **{"break": " | ".join([loop] * 2)})
    kit = s.part("kit:standard", "kit:room", "kit:power", level=1)
    drop = {"kick": "....x.......x..."} if s.chance(0.65) else {"kick": s.pick("x...x...x...x...", "x.......x.......")}
    craft.beat(s, kit, {**drop, "rim": "....X.......X.../....X..o....X.oo", "snare": "............x.../................",
                        "hat": "x.o.x.o.x.o.x.oo/..x...x...x...x./xoxoxoxoxoxoxoxo"}, fills="toms snare toms", every=4, thin=0.1)
    low = s.part("finger-bass", "fretless", "~sub-bass", "~electric-bass", level=3)
    craft.bass(s, low, "1..1..5-..3.1.../..1.1.5.8-..5.../1---..1.3.5...../1.3.5---....4.5.|1.3.5---........", None, 28)
    skank = s.part("clean-guitar", "~electric-guitar", "muted-guitar", level=0)
    craft.comp(s, skank, "..x...x...x...x./..xg..xg..xg..xg/..x...x...x..xx.", None, 65, 3, 0.4)
    piano = s.part("piano", "rhodes", "clavinet", level=-2)
    craft.comp(s, piano, "..x...x...x...x./..X...o...X...o.", None, 60, 4, 0.4)
    organ = s.part("drawbar", "~organ", "perc-organ", level=-4)
    craft.comp(s, organ, ".xo..xo..xo..xo./.oxo.oxo.oxo.oxo", None, 62, 3, 0.6)
    horns = s.part("brass", "trombone", "tenor-sax", "trumpet", "~flute", level=-2)
    tunes.tune(s, horns, 58, 78, ("intro", "break", "bridge"), 0.4, 0.3)
    hand = s.part("kit:standard", name="percussion", level=-6)
    craft.beat(s, hand, {"conga2": "x.....x.....x.x./..x..x....x..x..", "conga": "....x..x......../................", "block": "........x..x..../................"}, None,
               fills="", crash="")
    craft.mutes(s, [organ, piano, hand], 4)
    if s.chance(0.85):
        tunes.sing(s, SINGS, 0.5, 0.4, 8, bends=0.15, late=0.02, level=2, backing=0.7)
    craft.dynamics(s)


@style("Reggae", like="Electronic")
def south_dub_plate(s: Song) -> None:
    """Dub: bass and drums stay, guitar, organ, horn and voice come as fragments and vanish into echoes."""
    s.set((64, 82), ("minor", "dorian"), swing=s.pick(0.0, 0.4, 0.7, 0.9), room=("plate", "hall", "club"))
    loop = s.pick("i | iv", "i | bVII", "i | i", "i | v")
    s.until(55, s.pick("intro dub dub break dub", "dub break dub dub"), dub=" | ".join([loop] * 4), intro=" | ".join([loop] * 2), **{"break": " | ".join([loop] * 2)})
    kit = s.part("kit:standard", "kit:room", "~kit:linn", "kit:power", level=2)
    craft.beat(s, kit, {"kick": "....x.......x.../x...x...x...x...", "rim": "....X.......X.../....X..o....X..o", "hat": "x.o.x.o.x.o.x.o./..x...x...x..xx."},
               fills="toms drop snare", every=4, thin=0.15)
    low = s.part("finger-bass", "~sub-bass", "~electric-bass", "fretless", level=4)
    craft.bass(s, low, "1..1..5-..b.1.../1---3.5.....1.../..1.1.5.8-..5.../1.....1.b.5....|1...............", None, 28, loose=0.0)
    echo = ("delay:dub",)
    skank = s.part("clean-guitar", "~electric-guitar", level=0, fx=echo)
    craft.comp(s, skank, "..x...x...x...x./..x.......x...../..xg..xg..xg..xg", None, 65, 3, 0.35)
    organ = s.part("drawbar", "~organ", "perc-organ", level=-2, fx=s.pick((), echo))
    craft.comp(s, organ, ".xo..xo..xo..xo./..x...x...x...x.", None, 62, 3, 0.5)
    melodica = s.part("~reed", "harmonica", "trombone", "trumpet", "~flute", level=-1, fx=echo)
    tunes.tune(s, melodica, 60, 79, None, 0.35, 0.3)
    voice = s.part("~vocal", "~vocal-low", level=-1, fx=echo)
    tunes.tune(s, voice, 50, 69, None, 0.25, 0.3, syllables=("ya", "o", "la"), breath=1.0)
    siren = s.part("~siren", "~theremin", level=-10, fx=echo)
    tunes.tune(s, siren, 66, 84, "break", 0.2, 0.2, 4)
    craft.mutes(s, [organ, melodica, voice], 4, 0.45)
    craft.drop(s, [kit], s.pick(2.0, 4.0), 0.4)
    craft.drop(s, [low], 2.0, 0.3)
    craft.dynamics(s)


@style("Reggae", like="Rap")
def south_dancehall_riddim(s: Song) -> None:
    """Dancehall: a riddim on three-three-two with machine drums, few bass notes, a keyboard off the beat, a deejay who chats."""
    s.set((88, 106), ("minor", "major", "dorian"), swing=s.pick(0.0, 0.0, 0.3), unit=0.5, room=("dry", "club", "plate"))
    loop = s.pick("i | bVII", "i | i", "i | iv", "i bVII | bVI bVII") if s.scale != "major" else s.pick("I | IV", "I | bVII", "I IV | V IV")
    s.until(50, craft.form(s, "loop"), verse=" | ".join([loop] * 4), chorus=" | ".join([loop] * 4), intro=" | ".join([loop] * 2), **{"break": " | ".join([loop] * 2)})
    kit = s.part("~kit:808", "~kit:linn", "kit:electronic", "~kit:any", level=2)
    craft.beat(s, kit, {"kick": "x..x..x.x..x..x./x.....x.x.....x./x...x...x...x...", "snare": "...x..x....x..x./...X..X....X..X.", "hat": "x.x.x.x.x.x.x.x./..x...x...x...x.",
                        "rim": "................/...o..o.x..o..o."}, fills="drop stutter toms", every=4, crash="")
    low = s.part("~sub-bass", "synth-bass", "~saw-bass", "finger-bass", level=3)
    craft.bass(s, low, "1--1--1-..5.1.../1--.....1..1..5./1--1--5-8--....|1--1--1-........", None, 27)
    skank = s.part("piano", "~organ", "clean-guitar", "~stab", level=0)
    craft.comp(s, skank, "..x...x...x...x./..x..xx...x..xx./..xx..x...xx..x.", None, 64, 3, 0.4)
    hook = s.part("~square-lead", "brass", "~pluck", "marimba", "~string-machine", level=-2)
    tunes.tune(s, hook, 60, 81, ("intro", "chorus", "break"), 0.5, 0.6, 16)
    craft.drop(s, [kit, low], 2.0, 0.5)
    if s.chance(0.55):
        tunes.rap(s, ("verse", "chorus"), 0.7, triplets=0.1, spoken=0.05, adlibs=0.5)
    else:
        tunes.sing(s, ("verse", "chorus"), 0.65, 0.6, 16, "minor-pentatonic" if s.scale != "major" else "major-pentatonic", backing=0.5, level=2)
    craft.dynamics(s)
