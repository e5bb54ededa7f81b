"""Amplifiers: rock from the beach to the stadium, and three kinds of iron."""

from __future__ import annotations

from hands.spring.craft import arp, bass, comp, drums, pad, pulse
from hands.spring.tunes import shadow, tune
from score import Note, Part
from song import Song, Where, style


def powered(s: Song, part: Part, cell: str, low: int = 38, where: Where = None, vel: float = 100, per: int = 4, third: bool = False) -> None:
    """Root and fifth (and octave) on `X`, palm-muted root on `m`, the muted half step above on `n`, all over the chord that holds."""
    for bar in s.bars(where):
        steps = round(bar.beats * per)
        for step in range(steps):
            place = (bar.index * steps + step) % len(cell)
            if cell[place] not in "Xxmn":
                continue
            count = 1
            while place + count < len(cell) and cell[place + count] == "_":
                count += 1
            of = s.piece().chord_at(bar.start + step / per)
            root = low + (of.root - low) % 12 + (1 if cell[place] == "n" else 0)
            muted = cell[place] in "mn"
            fifth = 6 if 6 in of.intervals else 7
            for up in (0, fifth) if muted else (0, fifth, 12, 12 + of.third) if third else (0, fifth, 12):
                part.add(bar.start + step / per, count / per * (0.5 if muted else 0.95), root + up, vel - (8 if muted else 0) + s.rng.gauss(0, 4),
                    "mute" if muted else "")


def riff(s: Song, part: Part, low: int, high: int, *rhythms: str, where: Where = None, plan: str = "AAAB", bars: int = 1, fifths: bool = True,
        scale: str | None = None, leap: float = 0.35) -> list[Note]:
    """A low riff in fifths that stays where it is whatever the chord says."""
    return tune(s, part, low, high, *rhythms, where=where, plan=plan, bars=bars, power=fifths, scale=scale, chordal=0.25, leap=leap,
        shape=s.pick("flat", "wave"), vel=102)


@style("Rock", like="Pop")
def spring_amp_wave(s: Song) -> None:
    """Surf and beat of the early sixties: tremolo-picked twang in reverb, tom-driven drums, organ, minor keys that smell of salt."""
    s.set((138, 178), ("minor", "harmonic-minor", "major", "phrygian-dominant"), keys="E A D G", room=("plate", "hall", "room"))
    prog = s.pick("i | i | iv | i | bVI | V | i | V", "i | bVII | bVI | V", "i | iv | V | i") if s.scale != "major" else s.pick("I | vi | IV | V",
        "I | I | IV | IV | I | V | I | V", "I | bVII | IV | I")
    s.until(46, "head head bridge head", head=prog, bridge=s.pick("iv | iv | i | i | iv | iv | V | V", "bVI | bVI | bIII | bIII | bVI | bVI | V | V")
        if s.scale != "major" else "IV | IV | I | I | IV | IV | V | V")
    drums(s, s.part("kit:standard", "kit:room", "kit:power"), "k:x...x.x.x...x.x. s:....X.x.....X... R:x.x.x.x.x.x.x.x.",
        "k:x...x...x...x... s:....X..x....X... h:x.x.x.x.x.x.x.x.", "k:x.......x....... 5:x.xxx.x.x.xxx.x. s:....X.......X...", fill="rock")
    bass(s, s.part("pick-bass", "finger-bass", "~electric-bass"), "R_R_R_R_R_R_5_a_", "R_R_3_3_5_5_3_3_", "R___5___8___5___", low=28)
    comp(s, s.part("clean-guitar", "muted-guitar", "~electric-guitar", level=-2), "x...x.x.x...x.x.", "..x...x...x...x.", "m.mmx.m.m.mmx.m.", centre=60,
        short=0.5)
    twang = s.part("clean-guitar", "~electric-guitar", "overdriven", fx=s.pick(("tremolo", "delay:120"), ("amp:edge",), ("delay:140",)), level=3, send=-4)
    notes = tune(s, twang, 45, 71, "x_x_x___x_x_x___", "x_x_x_x_x_______", "x___x_x_x_x_x_x_", plan="AABA", bend=0.1, leap=0.25)
    if s.chance(0.5):
        for note in list(twang.notes):
            if note.length >= 0.8:
                for turn in range(1, int(note.length * 4)):
                    twang.add(note.start + turn / 4, 0.24, note.pitch, note.velocity - 10)
                note.length = 0.24
    if s.chance(0.5):
        shadow(s, notes, s.part("rock-organ", "tenor-sax", "drawbar", "~vocal", level=-4), semitones=12)
    pad(s, s.part("drawbar", "rock-organ", "oohs", "~organ", level=-7), 65, 3, where=s.pick("bridge", None))
    if s.chance(0.3):
        pulse(s, s.part("kit:standard", level=-7), 54, "..x...x...x...x.")


@style("Rock", like="Metal")
def spring_amp_denim(s: Song) -> None:
    """Seventies hard rock: blues-scale riff in unison, cowbell swagger, high wailing voice, a lead guitar that will not wait for the solo."""
    s.set((96, 148), ("minor-pentatonic", "mixolydian", "dorian", "blues"), keys="A E G D", swing=s.pick(0.0, 0.0, 0.0, 0.6), unit=0.5,
        room=("room", "arena", "club", "plate"))
    s.until(46, "riff verse chorus solo", riff="I5 | I5 | I5 | I5", verse=s.pick("I5 | I5 | bVII | IV", "I5 | I5 | IV | I5", "I5 | bIII | IV | I5"),
        chorus=s.pick("bVI | bVII | I | I", "IV | bVII | I | V", "bIII | bVII | IV | I"), solo=s.pick("I5 | bVII | IV | I5", "vi | V | IV | V",
        "I5 | I5 | IV | IV"))
    kit = s.part("kit:power", "kit:room", "kit:standard", level=2)
    drums(s, kit, "k:X.x.....x.x..... s:....X.......X... h:x.x.x.x.x.x.x.x.", "k:X..x..x.X....... s:....X.......X..o b:x...x...x...x...",
        "k:X.......x.x..x.. s:....X.......X... R:x.x.x.x.x.x.x.x.", "k:X.....x.X.x..... s:....X.......X... o:x...x...x...x...", fill="rock")
    cell = s.pick("x_x_..x_x_x_..x_", "x__x__x_x_x_x___", "x_xxx_x_..x_x_x_", "x___..x_x_x___x_")
    first = s.part("distorted", "overdriven", "~electric-guitar", fx=("amp:crunch", "double"), pan=-0.6)
    notes = riff(s, first, 40, 57, cell, where=("riff", "verse") if s.chance(0.5) else "riff")
    low = s.part("finger-bass", "pick-bass", "~electric-bass", level=1)
    shadow(s, notes, low, semitones=-12)
    others = ("chorus", "solo") if any(n.start >= s.sections[1].start and n.start < s.sections[1].end for n in notes) else ("verse", "chorus", "solo")
    bass(s, low, "R_R_R_R_R_R_R_R_", "R__R__R_R__R5_7_", low=28, where=others)
    powered(s, first, s.pick("X_____X_X___X_..", "X___X_..X_X_X___", "X_..X_X_..X_X_X_"), 40, where=others, third=True)
    powered(s, s.part("overdriven", "distorted", "~electric-guitar", fx=("amp:crunch",), pan=0.6, level=-1), s.pick("X_______X_____X_", "X___X___X___X___"),
        40, where=("chorus", "solo"), third=True)
    if s.chance(0.5):
        pad(s, s.part("rock-organ", "drawbar", "~organ", fx=("leslie",), level=-5), 64, 3)
    tune(s, s.part("~vocal", "~vocal", "~scream", "~vocal-duo", level=2), 62, 81, "x_x_x___x_x_....", "..x_x_x_x___....", where=("verse", "chorus"),
        plan="ABAC", bend=0.35, sing=s.pick("shout", "words"), scale="minor-pentatonic")
    tune(s, s.part("overdriven", "distorted", "~electric-guitar", fx=("amp:lead", "delay"), level=2), 62, 88, "xxx_xxx_x___x_x_", "x_xxx_x_xxxxx___",
        "x_____x_xxx_x___", where="solo", plan="ABCD", bend=0.5, scale="minor-pentatonic", leap=0.3)


@style("Rock", like="Folk")
def spring_amp_jangle(s: Song) -> None:
    """Indie and college rock: ringing twelve-string arpeggios, driving eighth bass, tambourine, a shy voice, perhaps a glockenspiel or trumpet."""
    s.set((112, 164), ("major", "mixolydian", "minor"), keys="D G A E C", room=("room", "plate", "hall", "club"))
    major = s.scale != "minor"
    verse = s.pick("I | iii | IV | IV", "I | ii | IV | I", "I | bVII | IV | I", "vi | IV | I | I") if major else s.pick("i | bVI | bIII | bVII",
        "i | i | bVI | bVI", "i | bVII | iv | i")
    s.until(46, "intro verse chorus verse chorus", intro=verse, verse=verse, chorus=s.pick("IV | V | I | vi", "I | V | ii | IV", "IV | I | V | V") if major
        else s.pick("bIII | bVII | bVI | i", "bVI | bIII | bVII | i"))
    drums(s, s.part("kit:standard", "kit:room", "~kit:lofi", "kit:brush", level=1), "k:x.....x.x....... s:....X.......X... h:x.x.x.x.x.x.x.x.",
        "k:x...x...x...x... s:....X.......X... o:..x...x...x...x.", "k:x.x...x...x.x... s:....X.......X..x R:x.x.x.x.x.x.x.x.",
        "k:x..x..x.x..x..x. 6:x..x..x.x..x..x. s:....X.......X...", fill="rock", every=8)
    bass(s, s.part("pick-bass", "~electric-bass", "finger-bass", level=1), "R_R_R_R_R_R_R_R_", "R_R_R_5_8_5_R_a_", "R__R__R_R__R__3_", low=28)
    ring = s.part("clean-guitar", "~electric-guitar", "steel", "~steel-guitar", fx=s.pick(("chorus",), ("delay",), ("amp:edge",), ("chorus", "delay")), level=1)
    arp(s, ring, "1_3_2_4_3_5_4_2_", "5_4_3_2_5_4_3_1_", "1_23_2_41_23_2_4", "3_4_3_5_3_4_3_6_", centre=64, n=3, ring=2.0)
    powered(s, s.part("overdriven", "~electric-guitar", "distorted", fx=("amp:crunch", "double"), level=-2), s.pick("X_X_X_X_X_X_X_X_", "X_____X_X_____X_",
        "X.XXX.XXX.XXX.XX"), 40, where="chorus", third=True)
    lead = s.part("~vocal", "~vocal-low", "~vocal-duo", "~vocal", level=2)
    tune(s, lead, 53, 70, "x_x_x_x_x_______", "..x_x_x_x_x_....", where="verse", plan="AABC", sing="words", leap=0.15)
    tune(s, lead, 60, 77, "x___x___x_x_x___", "x_______x___x___", where="chorus", plan="ABAB", sing="open")
    tune(s, s.part("glockenspiel", "trumpet", "~electric-guitar", "violin", "square-lead", "harmonica", level=-1), 67, 88, "x_x_x___x___x___",
        "x___x_x_x_______", where=s.pick("intro", ("intro", "chorus")), plan="AABA")
    if s.chance(0.4):
        pulse(s, s.part("kit:standard", level=-6), 54, s.pick("..x...x...x...x.", "x.x.x.x.x.x.x.x."), where="chorus")


@style("Rock", like="Metal")
def spring_amp_basement(s: Song) -> None:
    """Punk to grunge: three power chords, quiet verse and loud chorus or no quiet at all, shouted voice, everything a little late and a little loud."""
    fast = s.chance(0.5)
    s.set((168, 214) if fast else (94, 126), ("minor", "major", "mixolydian", "phrygian"), keys="E A Db G D", room=("room", "dry", "club", "arena"))
    prog = s.pick("I5 | IV5 | V5 | IV5", "I5 | bVI5 | IV5 | bVII5", "I5 | bIII5 | IV5 | bVI5", "I5 V5 | bVII5 IV5", "I5 | I5 | bII5 | bII5", "vi | IV | I | V"
        if s.scale == "major" else "I5 | bVII5 | bVI5 | bVII5")
    s.until(46, "verse chorus verse chorus", verse=prog, chorus=s.pick(f"{prog} | {prog}", "IV5 | I5 | V5 | I5", "bVI5 | bVII5 | I5 | I5"))
    kit = s.part("kit:power", "kit:room", "kit:standard", level=2)
    fast_cells = ("k:X...x...X...x... s:..X...X...X...X. h:x.x.x.x.x.x.x.x.", "k:X.x...x.X.x...x. s:....X.......X... R:x...x...x...x...",
        "k:X.....x...x..... s:....X.......X.x. o:x...x...x...x...")
    slow_cells = ("k:X..x..x.X..x.... s:....X.......X... h:x.x.x.x.x.x.x.x.", "k:X.x.....x.xx.... s:....X.......X..o o:x...x...x...x...",
        "k:X.......X.x...x. s:....X.......X... C:x...............")
    drums(s, kit, *(fast_cells if fast else slow_cells), fill="rock")
    low = s.part("pick-bass", "~electric-bass", "finger-bass", fx=s.pick((), ("amp:bass-dirt",)), level=1)
    bass(s, low, "R_R_R_R_R_R_R_R_", "R_R_R_R_R_R_5_a_", "R_R_R_R_8_R_R_R_", low=28)
    quiet = not fast and s.chance(0.6)
    wall = s.part("distorted", "~electric-guitar", "overdriven", fx=("amp:high" if s.chance(0.5) else "amp:fuzz", "double"), level=1)
    powered(s, wall, s.pick("X_X_X_X_X_X_X_X_", "X_XXX_X_X_XXX_X_", "X___X_..X_X_X___", "X_..mmX_X_..mmX_"), 40, where="chorus" if quiet else None)
    if quiet:
        arp(s, s.part("clean-guitar", "~electric-guitar", fx=("chorus",)), "1_3_2_3_1_3_4_3_", "R_1_2_3_2_1_", "1___2_3_....2_1_", centre=58, n=3,
            where="verse", ring=1.5)
    shout = s.part("~vocal", "~vocal-low", "~scream", "~vocal-duo", level=2)
    tune(s, shout, 52, 67, "x_x_x_x_x___....", "x_x_..x_x_x_....", where="verse", plan="AAAB", bars=1 if fast else 2, sing=s.pick("shout", "words"), leap=0.1)
    notes = tune(s, shout, 57, 74, "x___x_x_x_______", "x_x_x___x_x_x___", where="chorus", plan="AABA", sing="shout", bend=0.15)
    shadow(s, notes, s.part("~backing", "~vocal", "~vocal-duo", level=-4), steps=s.pick(0, 2, -3), chance=0.7)
    if s.chance(0.4):
        tune(s, s.part("distorted", "overdriven", "~electric-guitar", fx=("amp:lead",), level=0), 64, 86, "x_x_x___x_x_x___", "xxx_x___x_______",
            where="chorus", plan="AB", bend=0.3)


@style("Metal", like="Rock")
def spring_iron_thrash(s: Song) -> None:
    """Thrash: gallops and palm-muted pedal notes between chromatic chords, skank beat at speed, barked voice, a shredding lead."""
    s.set((168, 218), ("phrygian", "minor", "locrian", "harmonic-minor"), keys="E A D F", room=("room", "arena", "dry"))
    s.until(46, "riff verse chorus solo", riff=s.pick("I5 | I5 | bII5 | I5", "I5 | I5 | bV5 | IV5", "I5 | bVI5 | I5 | bVII5"), verse="I5 | I5 | I5 | bII5",
        chorus=s.pick("bVI5 | bVII5 | I5 | I5", "I5 | bIII5 | bVI5 | bII5", "iv | bII5 | I5 | bVII5"), solo="I5 | bVI5 | bVII5 | bII5")
    kit = s.part("kit:power", "kit:room", "kit:standard", "~kit:hard", level=2)
    drums(s, kit, "k:X.x.X.x.X.x.X.x. s:..X...X...X...X. R:x.x.x.x.x.x.x.x.", "k:X...X...X...X... s:..X...X...X...X. h:x.x.x.x.x.x.x.x.",
        "k:xxxxxxxxxxxxxxxx s:....X.......X... R:x...x...x...x...", "k:X..xX..xX..xX..x s:....X.......X... C:x.......x.......", fill="metal")
    one = s.part("distorted", "~electric-guitar", fx=("amp:high", "double"), pan=-0.7)
    two = s.part("~electric-guitar", "distorted", fx=("amp:scooped", "double"), pan=0.7)
    cells = {"riff": s.pick("m.mmm.mmX_m.mmX_", "mmmmX_mmmmX_mmX_", "X_mmmmX_mmmmX_X_", "mmmmmmmmn_mmX_X_"), "verse": s.pick("m.mmm.mmm.mmm.mm",
        "mmmmmmX_mmmmX_mm", "mm.mm.mmX_mm.mmm"), "chorus": s.pick("X___X___X_X_X___", "X_XXX_XXX_XXX_XX", "X_______X_mmX_mm"),
        "solo": s.pick("mmmmmmmmmmmmX_X_", "X___mmmmX___mmmm")}
    for name, cell in cells.items():
        powered(s, one, cell, 40 if s.chance(0.6) else 36, where=name)
        powered(s, two, cell, 40, where=name)
    bass(s, s.part("pick-bass", "~electric-bass", fx=("amp:bass-dirt",)), "R_RRR_RRR_RRR_RR", "RRRRRRRRRRRRRRRR", "R_R_R_R_R_R_R_a_", low=28, short=0.8)
    tune(s, s.part("~growl", "~scream", "~vocal-low", "~scream", level=1), 45, 58, "x_x_x_x_x___....", "x_xxx_x_..x_x___", where=("verse", "chorus"),
        plan="AAAB", bars=1, sing="shout", leap=0.1)
    lead = s.part("distorted", "~electric-guitar", "overdriven", fx=("amp:lead", "delay"), level=3)
    tune(s, lead, 64, 94, "xxxxxxxxxxxxxxxx", "xxxxxxxxx___xxxx", "x_______xxxxxxxx", where="solo", plan="ABCD", bend=0.1, leap=0.12,
        shape=s.pick("rise", "wave"))


@style("Metal", like="Rock")
def spring_iron_doom(s: Song) -> None:
    """Doom, sludge and gothic: riffs as slow as lava on detuned strings, ringing cymbals, far bells, organ or choir, mournful or roaring voice."""
    s.set((54, 86), ("minor", "phrygian", "hungarian-minor", "blues", "harmonic-minor"), keys="C D B E", beats=s.pick(4.0, 4.0, 3.0),
        room=("hall", "arena", "cave", "room"))
    s.until(48, "riff verse riff lead", riff=s.pick("I5 | I5 | bII5 | bII5", "I5 | bVI5 | bV | I5", "I5 | I5 | bIII5 | bII5"),
        verse=s.pick("i | i | bVI | bVI", "i | iv | bVI | V"), lead=s.pick("i | bVI | iv | V", "i | bVII | bVI | bII"))
    four = s.beats == 4
    drums(s, s.part("kit:power", "kit:room", "kit:standard", level=1), *(("k:X.......x.x..... s:........X....... C:x...x...x...x...",
        "k:X..x......x...x. s:....X.......X... R:x...x...x...x...", "k:X.....x.X....... s:....X.......X..o o:x...x...x...x...") if four
        else ("k:X.....x..... s:........X... R:x...x...x...", "k:X...x....... s:........X... C:x...x...x...")), fill="metal")
    one = s.part("distorted", "~electric-guitar", fx=("amp:fuzz" if s.chance(0.5) else "amp:high", "double"), level=2)
    cells = ("x_______x___x___", "x___..x_x_______", "x_____x_x_x_x___", "x___x_x_x_______") if four else ("x_______x___", "x___x_x_x___", "x_____x_....")
    notes = riff(s, one, 33, 50, *cells, where="riff", bars=2, plan="AAB")
    powered(s, one, s.pick("X_______________", "X_______X_______", "X_____X_X___X___") if four else "X_______X___", 33, where=("verse", "lead"))
    low = s.part("finger-bass", "~electric-bass", "pick-bass", fx=("amp:bass-dirt",), level=1)
    shadow(s, notes, low)
    bass(s, low, "R_______R_______" if four else "R_______R___", low=26, where=("verse", "lead"))
    tune(s, s.part("~growl", "~vocal-low", "~vocal", "~scream", level=1), 45, 64, plan="ABAC", busy=0.2, where="verse", bend=0.2, sing=s.pick("shout", "open"))
    tune(s, s.part("distorted", "~electric-guitar", "violin", "~choir", fx=("amp:lead", "delay") if s.chance(0.7) else ("delay",), level=1), 62, 84,
        plan="AABC", busy=0.35, where="lead", bend=0.4)
    pad(s, s.part("church-organ", "~pipe-organ", "choir", "~choir-low", "slow-strings", "~dark-pad", level=-6), 58, 4, where=s.pick(None, "verse", "lead"))
    if s.chance(0.4):
        arp(s, s.part("bells", "clean-guitar", "~fm-bell", "~electric-dark", level=-3), "1_______2___3___" if four else "1___2___3___", centre=66, n=3,
            where="verse", ring=2)


@style("Metal", like="Classical")
def spring_iron_banner(s: Song) -> None:
    """Power, folk and symphonic metal: galloping double kick, twin guitars in thirds, choir and strings or flute, a heroic tenor."""
    s.set((140, 196), ("minor", "harmonic-minor", "dorian", "minor"), keys="E D A B F", room=("arena", "hall", "room"))
    one, two = s.pick(("i | bVI | bVII | i", "bVI | bVII | i | bIII"), ("i | bVII | bVI | V", "i | bIII | bVII | iv"),
        ("i | iv | bVII | bIII", "bVI | iv | i | V"), ("i | i | bVI | bVII", "bIII | bVII | i | V"))
    s.until(46, "theme verse chorus theme", theme=one, verse=one, chorus=f"{two} | {two}")
    drums(s, s.part("kit:power", "kit:room", "kit:standard", level=2), "k:XxxxXxxxXxxxXxxx s:....X.......X... R:x...x...x...x...",
        "k:X.xxX.xxX.xxX.xx s:....X.......X... h:x.x.x.x.x.x.x.x.", "k:X.x.X.x.X.x.X.x. s:..X...X...X...X. C:x.......x.......", fill="metal")
    rhythm = s.part("distorted", "~electric-guitar", fx=("amp:high", "double"))
    powered(s, rhythm, s.pick("X.mmX.mmX.mmX.mm", "X_mmm.mmX_mmm.mm", "m.mmm.mmm.mmm.mm"), 40, where=("theme", "verse"))
    powered(s, rhythm, s.pick("X_______X_______", "X___X___X___X_X_", "X_____X_X_mmX_mm"), 40, where="chorus")
    bass(s, s.part("pick-bass", "~electric-bass", "finger-bass"), "R_RRR_RRR_RRR_RR", "R_R_R_R_R_R_R_R_", low=28)
    lead = s.part("distorted", "overdriven", "~electric-guitar", fx=("amp:lead", "delay"), level=2, pan=-0.3)
    notes = tune(s, lead, 64, 88, "x_xxx_xxx_x_x___", "x___x_x_xxxxx___", "x_xxx_x_x___x_x_", where="theme", plan="AABA")
    shadow(s, notes, s.part("distorted", "~electric-guitar", "fiddle", "flute", "violin", fx=("amp:lead",), level=1, pan=0.3), steps=2)
    pad(s, s.part("strings", "choir", "~choir", "~string-machine", "slow-strings", "~section", level=-3), 66, 4, where=s.pick(None, "chorus"))
    hero = s.part("~vocal", "~vocal-duo", "~vocal", "~growl", level=2)
    tune(s, hero, 57, 72, "x_x_x___x_x_x___", "x___x_x_x_______", where="verse", plan="AABC", sing="words")
    anthem = tune(s, hero, 62, 79, "x_______x___x___", "x___x___x_x_x___", where="chorus", plan="ABAC", sing="open")
    shadow(s, anthem, s.part("~choir", "~backing", "brass", "horn", "choir", level=-3), steps=2)
    if s.chance(0.4):
        arp(s, s.part("harpsichord", "piano", "pizzicato", "~pluck", level=-4), "1234543212345432", "1323142313231423", centre=68, n=3, where="theme")
