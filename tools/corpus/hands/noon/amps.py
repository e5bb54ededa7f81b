"""Rock and Metal: riffs first, then drums that lean into them."""

from __future__ import annotations

from hands.noon import craft, tunes
from song import Song, style


@style("Rock", like="Blues")
def noon_muscle_riff(s: Song) -> None:
    """Hard rock of the seventies: a pentatonic riff for guitar and bass in unison, big open drums, a wailing singer, a pentatonic solo."""
    s.set((82, 138), s.pick("minor-pentatonic", "mixolydian", "dorian"), keys="E A G D B", swing=s.pick(0.0, 0.0, 0.0, 0.6),
        room=("arena", "room", "hall", "club"))
    s.until(46, s.pick("riff verse chorus riff solo", "riff verse riff chorus solo"), riff="I5 | I5 | I5 | I5",
        verse=s.pick("I5 | I5 | bVII | IV", "I5 | I5 | I5 | bIII IV"), chorus=s.pick("bVII | IV | I | I", "IV | bVII | I | bVII", "bVI | bVII | I | I"),
        solo=s.pick("I5 | bVII | IV | I5", "i | bVII | bVI | bVII"))
    kit = s.part("kit:power", "kit:room", "kit:standard", level=2)
    craft.beat(s, kit, s.pick("k:x.....x.x.x.....;s:....X.......X...;h:x.x.x.x.x.x.x.x.", "k:x..x..x...x.x...;s:....X..g....X.g.;o:x...x...x...x...",
        "k:x.x....xx.x....x;s:....X.......X...;h:x...x...x...x..."), where=("riff", "verse"), fills=4, ghosts=0.03)
    craft.beat(s, kit, s.pick("k:x.x...x.x.x...x.;s:....X.......X...;o:x...x...x...x...", "k:x.....x.x..x..x.;s:....X.......X...;R:x.x.x.x.x.x.x.x."),
        where=("chorus", "solo"), fills=4, crash=0.9)
    line = s.pick("1 . 1 3~ . 1 4 3 / 1 . 1 3 . 5 4 -", "1 1 . 5 . 4 3 1 / 1 1 . 5 - 6 5 -", "1! - . 3 . 4 - 3 / 1 - . 3 . 2 1 -",
        "1 . 6 . 1 - 3 4 / . 4 3 1 - - . .", "1 4 . 3 1 . 1 6 / 5 - 4 - 3 - 1 -")
    for part, base, heavy in ((s.part("distorted", "overdriven", "~electric-guitar", level=1, pan=-0.5, fx=("amp:crunch",)), 40, s.chance(0.3)),
            (s.part("pick-bass", "finger-bass", level=1, fx=("amp:bass-dirt",) if s.chance(0.4) else ()), 28, False)):
        craft.riff(s, part, line, base, where=("riff", "verse") if s.chance(0.6) or base == 28 else "riff", scale="minor-pentatonic", fifth=heavy, sweet=-1.0)
    rhythm = s.part("overdriven", "distorted", level=0, pan=0.5, fx=("amp:crunch",))
    craft.comp(s, rhythm, s.pick("x--.x-x-", "x---x-.x", "x-xx.xx-", "x-------"), 52, 3, where=("chorus", "solo"), ring=0.9)
    craft.bass(s, s.parts[-2], s.pick("11111111", "1-.11-1<", "1-1-5-8-"), where=("chorus", "solo"))
    voice = s.part("~vocal", "~vocal", "~vocal-low", "~scream", level=1)
    tunes.tune(s, voice, 60 if "low" not in voice.voice else 52, 77, "blues", "AABA", 1, where="verse", bend=0.5, scale="minor-pentatonic")
    tunes.tune(s, voice, 62 if "low" not in voice.voice else 55, 79, ("x---x---", "x-x-x---", ".x-x-x--"), "AB", 1, where="chorus", bend=0.5)
    lead = s.part("distorted", "overdriven", "~electric-guitar", level=2, fx=("amp:lead", "delay"))
    tunes.solo(s, lead, 62, 88, ("xxxxxxxxxxxxxxxx", "x---xxx-x-xxx---", "x-------xxxxxxxx", "x-xxx-xxx-xxx-x-"), where="solo", bend=0.6,
        scale="minor-pentatonic", rest=0.1)
    if s.chance(0.4):
        craft.comp(s, s.part("rock-organ", "drawbar", "piano", level=-4, fx=("leslie",)), s.pick("x-------", "x--x--x-"), 64, 3,
            where=("chorus", "solo", "verse"))
    if s.chance(0.3):
        craft.shake(s, kit, 56, "x.x.x.x.", where="riff", hard=80)


@style("Rock", like="Pop")
def noon_jangle_parade(s: Song) -> None:
    """Independent guitar band: chiming arpeggios, melodic pick bass up the neck, driving drums, a shy doubled voice."""
    s.set((112, 168), s.pick("major", "major", "mixolydian", "minor"), keys="D A G E C B", room=("room", "plate", "club", "hall"))
    dark = s.scale == "minor"
    s.until(46, s.pick("intro verse chorus", "intro verse verse chorus"), intro="i | bVII | bVI | bVII" if dark
        else s.pick("Iadd9 | IVmaj7 | Iadd9 | IVmaj7", "I | iii | IV | V"), verse=s.pick("i | bVI | bIII | bVII",
        "i | i | iv | bVI") if dark else s.pick("I | iii | vi | IV", "I | V | ii | IV", "vi | iii | IV | I", "I | bVII | IV | I"),
            chorus=s.pick("bVI | bVII | i | v", "bIII | bVII | iv | i") if dark else s.pick("IV | V | I | vi", "IV | I | V | V", "ii | IV | I | V"))
    kit = s.part("kit:standard", "kit:room", "kit:power", level=1)
    craft.beat(s, kit, s.pick("k:x..xx...;s:..X...X.;h:xxxxxxxx", "k:x.x.x.xx;s:..X...X.;h:x.x.x.x.", "k:x..x..x.;s:..X...X.;t:x.x.x.x.;h:xxxxxxxx",
        "k:x...xx..;s:..X...X.;1:x..x....;3:......x."), where=("intro", "verse"), fills=8)
    craft.beat(s, kit, s.pick("k:x.xxx.x.;s:..X...X.;o:x.x.x.x.", "k:x..xx..x;s:..X...X.;R:xxxxxxxx;t:..x...x."), where="chorus", fills=4, crash=0.8)
    low = s.part("pick-bass", "finger-bass", "~electric-bass", level=2)
    craft.bass(s, low, s.pick("11111111", "1-118-75", "1.1.5.8./1.1.8.5<", "11335588"), low=33)
    for pan in (-0.6, 0.6):
        jangle = s.part("clean-guitar", "~electric-guitar", "steel", "~steel-guitar", level=-1, pan=pan,
            fx=s.pick(("amp:clean", "chorus"), ("amp:edge", "delay"), ("amp:clean", "delay")))
        if pan < 0:
            craft.pick_strings(s, jangle, s.pick("01234321", "02132413", "4D3D2D3D", "0D1D2D3D"), 66, 4, ring=1.8)
        else:
            craft.comp(s, jangle, s.pick("d.dud.du", "dudududu", "d-.ud-.u"), 62, 4, where=None if s.chance(0.5) else ("chorus", "verse"), strum=0.012)
    if s.chance(0.6):
        craft.comp(s, s.part("overdriven", "distorted", level=-2, fx=("amp:crunch",)), s.pick("x-xxx-xx", "xxxxxxxx", "x-------"), 55, 3, where="chorus")
    hook = s.part("clean-guitar", "~electric-guitar", "overdriven", "~string-machine", level=0, fx=("delay",))
    tunes.tune(s, hook, 67, 84, ("x-xxx-x-", "x--x--x-", "x-x-x---"), "A", 2, where=("intro", "chorus"), leap=0.25)
    voice = s.part("~vocal", "~vocal-duo", "~vocal-low", level=1)
    low_v = 52 if "low" in voice.voice else 60
    tunes.tune(s, voice, low_v, low_v + 14, "song", "AABA", 2, where=("verse", "chorus"), leap=0.15)
    if s.chance(0.5):
        tunes.harmony(s, voice, s.part("~backing", "~vocal", level=-3), 2)


@style("Rock", like="Metal")
def noon_garage_eighths(s: Song) -> None:
    """Punk: fast power chords in eighths, root bass with a plectrum, a snare that never rests, gang shouts, no solos longer than a breath."""
    s.set((158, 212), s.pick("major", "minor", "mixolydian"), keys="A E D G C B", room=("club", "room", "dry", "plate"))
    s.until(42, "intro verse chorus", intro=s.pick("I5 | IV5 | V5 | V5", "I5 | I5 | bVII5 | IV5"),
        verse=s.pick("I5 | IV5 | V5 | I5", "I5 | V5 | IV5 | IV5", "I5 | bVII5 | bVI5 | bVII5", "I5 | I5 | IV5 | V5 | I5 | I5 | bVII5 | V5"),
        chorus=s.pick("IV5 | V5 | I5 | VI5", "I5 | V5 | VI5 | IV5", "bVI5 | bVII5 | I5 | I5"))
    kit = s.part("kit:room", "kit:power", "kit:standard", level=2)
    craft.beat(s, kit, s.pick("k:x..xx..x;s:..X...X.;h:xxxxxxxx", "k:x.x.x.x.;s:.X.X.X.X;h:x.x.x.x.", "k:x.xxx.xx;s:..X...X.;o:x.x.x.x."),
        where=("intro", "verse"), fills=8, fill="snare")
    craft.beat(s, kit, s.pick("k:x..xx..x;s:..X...X.;o:x.x.x.x.", "k:x.x.x.x.;s:.X.X.X.X;R:x.x.x.x.", "k:x..x..x.;s:..X...X.;C:x...x..."), where="chorus",
        fills=4, fill="toms", crash=0.9)
    craft.bass(s, s.part("pick-bass", "finger-bass", "~electric-bass", level=1, fx=("amp:bass-dirt",) if s.chance(0.6) else ()),
        s.pick("11111111", "1111111<", "1111115<"))
    for pan in (-0.7, 0.7):
        guitar = s.part("distorted", "overdriven", "~electric-guitar", level=1, pan=pan, fx=("amp:crunch",) if s.chance(0.6) else ("amp:high",))
        craft.comp(s, guitar, s.pick("dddddddd", "d.ddd.dd", "xxxxxxxx", "x-xx-xx-"), 48, 3, strum=0.004, ring=0.85)
    voice = s.part("~vocal", "~vocal-low", "~scream", "~vocal-duo", level=2)
    low_v = 50 if "low" in voice.voice else 60
    tunes.tune(s, voice, low_v, low_v + 9, ("xxxxx-x-", "x-xxx-x-", "xxx-xxx-", ".xxxx-x-"), "AABA", 1, where="verse", leap=0.1, hard=108)
    tunes.tune(s, voice, low_v + 3, low_v + 14, ("x-x-x---", "x---x-x-", "x-xxx---"), "AB", 1, where="chorus", leap=0.1, hard=112)
    gang = s.part("~vocal-duo", "~choir-low", "~backing", level=0)
    tunes.shout(s, gang, s.pick("x-x-x---/........", "......x-/x---....", "x---x---"), 60, where="chorus")
    lead = s.part("overdriven", "distorted", "~electric-guitar", level=0, fx=("amp:lead",))
    craft.riff(s, lead, s.pick("8 8 7 8 5 - . . / 6 6 5 6 3 - . .", "5 5 5 6 5 3 1 - / 2 2 2 3 2 1 1 -", "1 3 5 3 8 - 5 -"), 62, where="intro")


@style("Rock", like="Country")
def noon_turnpike_anthem(s: Song) -> None:
    """Heartland anthem: piano and organ over eighth-note bass, snare like a door, a saxophone or guitar hymn, a chorus for the back row."""
    slow = s.chance(0.25)
    s.set((66, 84) if slow else (108, 148), s.pick("major", "major", "mixolydian"), keys="E C G D A F", room=("arena", "hall", "plate"))
    s.until(46, s.pick("verse chorus bridge", "verse verse chorus bridge chorus"), verse=s.pick("I | I | IV | I | I | vi | V | V", "I | IV | I | V",
        "I | V/7 | vi | IV"), chorus=s.pick("I | IV | vi | V", "IV | V | I | vi | IV | V | I | I", "vi | IV | I | V"),
        bridge=s.pick("vi | V | IV | IV", "ii | IV | V | V", "bVII | IV | I | V"))
    kit = s.part("kit:power", "kit:room", "kit:standard", level=2)
    craft.beat(s, kit, s.pick("k:x...x...;s:..X...X.;h:xxxxxxxx", "k:x..xx...;s:..X...X.;h:x.x.x.x.", "k:x...x..x;s:..X...X.;t:x.x.x.x."), where="verse",
        fills=8)
    craft.beat(s, kit, s.pick("k:x..xx..x;s:..X...X.;R:xxxxxxxx;o:..x...x.", "k:x.x.x.x.;s:..X...X.;o:x.x.x.x."), where=("chorus", "bridge"), fills=4,
        crash=0.9)
    craft.bass(s, s.part("pick-bass", "finger-bass", level=1), s.pick("11111111", "1.111.11", "1-11--5<") if not slow else s.pick("1--15---", "1---1-5-"))
    craft.comp(s, s.part("piano", "bright-piano", "electric-grand", level=0), s.pick("xxxxxxxx", "x-xx-xx-", "x---x-x-", "x-x-x-x-"), 65, 4, ring=0.9)
    craft.pad(s, s.part("rock-organ", "drawbar", "church-organ", level=-4, fx=("leslie",)), 65, 3)
    craft.comp(s, s.part("overdriven", "distorted", "~electric-guitar", level=-1, fx=("amp:crunch",)), s.pick("x-------", "xxxxxxxx", "x--x--x-"), 54, 3,
        where=("chorus", "bridge"))
    craft.comp(s, s.part("steel", "~steel-guitar", level=-4), "d.dud.du", 60, 4, strum=0.012)
    bell = s.part("bells", "piano", "clean-guitar", "~fm-bell", level=-3)
    craft.riff(s, bell, s.pick("5 3 1 3 5 3 1 3 / 5 4 2 4 5 4 2 4", "8 - 7 - 5 - 3 -", "1 - 5 - 8 - 5 -"), 72, where="chorus")
    voice = s.part("~vocal-low", "~vocal", "~vocal", level=2)
    low_v = 52 if "low" in voice.voice else 58
    tunes.tune(s, voice, low_v, low_v + 12, "song", "AABA", 2, where="verse", hard=98, leap=0.1)
    tunes.tune(s, voice, low_v + 4, low_v + 17, ("x---x---", "x-x-x---", "x---x-x-", "x--xx---"), "ABAC", 1, where="chorus", bend=0.2, hard=106)
    tunes.harmony(s, voice, s.part("~backing", "~choir", level=-4), 2)
    lead = s.part("tenor-sax", "overdriven", "~electric-guitar", "alto-sax", "harmonica", level=2, fx=("delay",))
    tunes.solo(s, lead, 58, 82, ("x---x-x-", "x-xxx---", "xxxxx-x-", "x-----xx"), where="bridge", bend=0.4, scale="major-pentatonic")


@style("Metal", like="Rock")
def noon_twin_gallop(s: Song) -> None:
    """Heavy metal of the galloping kind: damped triplets of eighth and two sixteenths, bass fingers at the same pace, guitars in thirds, a high singer."""
    s.set((128, 184), s.pick("minor", "harmonic-minor", "dorian"), keys="E D A B C G", room=("arena", "hall", "plate", "room"))
    s.until(46, "riff verse chorus twin", riff="i | bVI | bVII | i", verse=s.pick("i | i | bVII | bVI", "i | bVI | iv | V"),
        chorus=s.pick("bVI | bVII | i | i", "bIII | bVII | bVI | V", "i | bVI | bIII | bVII"), twin=s.pick("i | bVII | bVI | bVII", "bVI | bVII | i | V"))
    kit = s.part("kit:power", "kit:room", "kit:standard", level=1)
    craft.beat(s, kit, s.pick("k:x.xxx.xxx.xxx.xx;s:....X.......X...;h:x...x...x...x...", "k:x.xxx...x.xxx...;s:....X.......X...;R:x.x.x.x.x.x.x.x."),
        where=("riff", "verse"), fills=4, fill="heavy")
    craft.beat(s, kit, s.pick("k:x.x.x.x.x.x.x.x.;s:....X.......X...;o:x...x...x...x...", "k:xxxxxxxxxxxxxxxx;s:....X.......X...;R:x...x...x...x..."),
        where=("chorus", "twin"), fills=4, fill="heavy", crash=0.9)
    gallop = s.pick("1m . 1m 1m 1m . 1m 1m 5m . 5m 5m 6 - 5 -", "1m . 1m 1m 1m . 1m 1m 1m . 1m 1m 3 - 2 -", "1 - 1m 1m 3 - 1m 1m 2 - 1m 1m 1 - 7m 7m",
        "1m . 1m 1m 1m . 1m 1m 4 - 3 - 2 - 1 -")
    for pan in (-0.8, 0.8):
        guitar = s.part("distorted", "~electric-guitar", "overdriven", level=1, pan=pan, fx=("amp:high",))
        craft.riff(s, guitar, gallop, 40, where=("riff", "verse"), follow=True, fifth=s.chance(0.6))
        craft.comp(s, guitar, s.pick("x-------x-----x-", "x---x---x---x-x-", "x--x--x-x--x--x-"), 50, 3, where="chorus", ring=0.95)
        craft.bass(s, guitar, "1.111.111.111.11", low=40, where="twin", legato=0.5)
    craft.bass(s, s.part("finger-bass", "pick-bass", level=1, fx=("amp:bass",)), s.pick("1.111.111.111.11", "1.111.115.558.88"), low=28)
    first = s.part("distorted", "overdriven", "~electric-guitar", level=2, pan=-0.3, fx=("amp:lead", "delay"))
    tunes.tune(s, first, 64, 86, ("x---x-x-x-x-xxx-", "x-xxx-xxx-xxx-x-", "x-------x-x-xxxx", "xxxxxxxxx---x---"), "AABA", 1, where="twin", leap=0.2)
    tunes.harmony(s, first, s.part("distorted", "overdriven", "~electric-guitar", level=1, pan=0.3, fx=("amp:lead",)), 2)
    if s.chance(0.6):
        tunes.solo(s, first, 66, 92, ("xxxxxxxxxxxxxxxx", "xxx.xxx.xxx.xxx.", "x---xxxxxxxxxxxx"), where="riff", only=craft.answers, bend=0.2,
            scale="harmonic-minor", rest=0.05)
    voice = s.part("~vocal", "~vocal", "~scream", "~vocal-duo", level=1)
    tunes.tune(s, voice, 62, 81, ("x-x-x---", "x--xx-x-", "x---x-x-"), "AABA", 1, where=("verse", "chorus"), bend=0.3, leap=0.25, hard=104)
    if s.chance(0.25):
        craft.pad(s, s.part("choir", "strings", "~choir", level=-6), 64, 4, where="chorus")


@style("Metal", like="Rock")
def noon_blast_furnace(s: Song) -> None:
    """Thrash and extreme metal: tremolo-picked half steps, blast beats, double bass drum, growls, a breakdown in half time."""
    s.set((160, 226), s.pick("phrygian", "locrian", "harmonic-minor", "minor"), keys="E D Db C B Eb", room=("room", "hall", "dry", "club"))
    s.until(46, s.pick("thrash blast thrash fall", "blast thrash fall blast"), thrash=s.pick("I5 | I5 | bII5 | I5", "I5 | I5 | bIII5 | bII5"),
        blast=s.pick("im | bVI | bII | im", "im | bII | bvm | ivm", "im | bIII | bII | bVI"), fall="I5 | I5 | bII5 | I5 | I5 | I5 | bV5 | bII5")
    kit = s.part("kit:power", "kit:standard", "kit:room", "kit:power", level=2)
    craft.beat(s, kit, s.pick("k:x..xx..x;s:..X...X.;h:x.x.x.x.", "k:x.x.x.x.;s:.X.X.X.X;R:x.x.x.x.",
        "k:xxxxxxxxxxxxxxxx;s:....X.......X...;R:x.x.x.x.x.x.x.x."), where="thrash", fills=4, fill="heavy")
    craft.beat(s, kit, s.pick("k:x.x.x.x.x.x.x.x.;s:.x.x.x.x.x.x.x.x;R:x.x.x.x.x.x.x.x.", "k:xxxxxxxxxxxxxxxx;s:x.x.x.x.x.x.x.x.;C:x...x...x...x...",
        "k:xxxxxxxxxxxxxxxx;s:..x...x...x...x.;R:x...x...x...x..."), where="blast", fills=4, fill="heavy", crash=0.9)
    craft.beat(s, kit, s.pick("k:x.xx..x...x.xxx.;s:........X.......;C:x...x...x...x...", "k:x..x..x.x..x..xx;s:........X.......;o:x...x...x...x...",
        "k:xxx...x.xxx...xx;s:........X.......;C:x...x...x...x..."), where="fall", fills=8, fill="heavy", crash=0.4)
    saw = s.pick("1m 1m 1m 2 1m 1m 3 2 / 1m 1m 1m 5 1m b5 4 2", "1m 1m 2 1m 1m 3 1m 1m / 4 1m 1m 3 1m 1m 2 -", "1m 1m 1m 1m 1m 1m 2 3 / 2 - 1m 1m 1m 1m 7 8",
        "1m 8 1m 7 1m b5 1m 4 / 1m 3 1m 2 1m 1m 1m 1m")
    break_line = s.pick("1m . 1m 1m . . 1 - . . 1m . 1m 1m 1 .", "1 - . 1m . . 1m . 2 - . 1m . . 1m 1m", "1m 1m 1m . . . 1 . 1m 1m 1m . . . 2 .")
    low = s.part("pick-bass", "finger-bass", level=0, fx=("amp:bass-dirt",))
    for place, pan in enumerate((-0.85, 0.85)):
        guitar = s.part("distorted", "~electric-guitar", "distorted", level=2, pan=pan, fx=s.pick(("amp:scooped",), ("amp:high",), ("amp:death",)))
        craft.riff(s, guitar, saw, 36, where="thrash", fifth=s.chance(0.5), ring=0.8)
        craft.riff(s, guitar, break_line, 36, where="fall", fifth=True, ring=0.95)
        for _, at, _, length in craft.grid(s, "x" * 16, "blast"):
            here = s.piece().chord_at(at)
            pitch = craft.root(here, 48) + (here.third if place and int(at) % 4 > 1 else 0)
            guitar.add(at, length * 0.9, pitch, craft.touch(s, 96))
    craft.riff(s, low, saw.replace("m", ""), 28, where="thrash", ring=0.8)
    craft.riff(s, low, break_line.replace("m", ""), 28, where="fall")
    craft.bass(s, low, "11111111", where="blast")
    voice = s.part("~growl", "~scream", "~growl", "~vocal-low", level=2)
    tunes.tune(s, voice, 45, 55, ("xxx-x-x-", "x-xxx---", "x---x-x-", "..xxx-x-"), "AABA", 1, leap=0.1, hard=112)
    lead = s.part("distorted", "~electric-guitar", level=1, fx=("amp:lead", "delay"))
    tunes.solo(s, lead, 64, 94, ("xxxxxxxxxxxxxxxx", "xxxxxxxxxxxx", "x-xxxxxxx-xxxxxx"), where="blast" if s.chance(0.5) else "thrash", only=craft.answers,
        bend=0.2, chromatic=0.3, rest=0.1)
    if s.chance(0.2):
        craft.pad(s, s.part("choir", "~choir-low", "strings", level=-6), 60, 3, where="blast")


@style("Metal", like="Rock")
def noon_tar_pit(s: Song) -> None:
    """Doom and sludge: very slow tuned-down chords that ring, tritones, bass fuzz, drums with air between, chant or roar."""
    six = s.chance(0.3)
    s.set((44, 76), s.pick("phrygian", "minor", "blues", "locrian"), keys="C B D Db A E", beats=3.0 if six else 4.0, room=("hall", "arena", "room", "church"))
    s.until(46, s.pick("riff verse riff", "riff riff verse lift"), riff="I5 | I5 | I5 | I5",
        verse=s.pick("I5 | bII5 | I5 | bV5", "I5 | bVI5 | bVII5 | I5", "I5 | I5 | bIII5 | bII5"), lift=s.pick("bVI | bVII | im | im", "im | bVI | ivm | bII"))
    kit = s.part("kit:power", "kit:room", "kit:standard", level=1)
    craft.beat(s, kit, s.pick("k:x.....x.....;s:......X.....;C:x.....x.....", "k:x..x....x.x.;s:......X.....;R:x.x.x.x.x.x.") if six
        else s.pick("k:x..x......x.....;s:........X.......;C:x...x...x...x...", "k:x.....x.x.....x.;s:....X.......X...;o:x...x...x...x...",
        "k:x.x.......xx....;s:....X.......X..g;R:x.x.x.x.x.x.x.x."), fills=4, fill=s.pick("heavy", "toms"), crash=0.8)
    line = s.pick("1 - - - 1m - / b5 - - 4 3 -", "1 - - 2 - - / 1 - - b2 - -") if six else s.pick("1 - - - - - 3~ - / 1 - - - b5 - 4 -",
        "1 - - 1 3 - 2 - / 1 - - - - - - -", "1 - - - b2 - 1 - / 1 - 3 - b5 - - -", "1 - 1m 1m 3 - 4 - / b5 - 4 - 3 - 1 -",
        "1 - 5 - b5 - - - / 1 - 4 - 3 - 2 -")
    for pan in (-0.7, 0.7):
        guitar = s.part("distorted", "~electric-dark", "~electric-guitar", "distorted", level=2, pan=pan,
            fx=s.pick(("amp:fuzz",), ("amp:high",), ("amp:death",)))
        craft.riff(s, guitar, line, 33, where=("riff", "verse") if s.chance(0.6) else "riff", fifth=True, ring=0.99, scale="minor", sweet=-1.0)
        craft.comp(s, guitar, "x-----x---x-" if six else s.pick("x-------x---x---", "x---------------", "x--x--x-x-------"), 45, 3, where=("lift", "verse"),
            ring=0.98)
    craft.riff(s, s.part("finger-bass", "pick-bass", level=2, fx=("amp:bass-dirt",)), line.replace("m", ""), 28, where=("riff", "verse"), ring=0.98,
        scale="minor")
    craft.bass(s, s.parts[-1], "1-----------" if six else "1-------1---5---", where="lift")
    voice = s.part("~growl", "~vocal", "~vocal-low", "~choir-low", "~scream", level=1)
    low_v = 45 if voice.voice in ("~growl", "~choir-low", "~vocal-low") else 60
    tunes.tune(s, voice, low_v, low_v + 12, ("x-----", "x---x-") if six else ("x---x---", "x-x-x---", "x-------", "..x-x---"), "AABA", 1,
        where=("verse", "lift"), leap=0.1, bend=0.2)
    lead = s.part("overdriven", "distorted", "~electric-guitar", level=1, fx=("amp:fuzz", "delay"))
    tunes.solo(s, lead, 57, 79, ("x---xx", "x-xxx-") if six else ("x---x-xx", "x-------", "x-xxx-x-"), where="riff", only=craft.answers, bend=0.7,
        scale="minor-pentatonic")
    if s.chance(0.4):
        craft.pad(s, s.part("church-organ", "~choir-low", "~dark-pad", "rock-organ", level=-5), 55, 3, where=("verse", "lift"))
