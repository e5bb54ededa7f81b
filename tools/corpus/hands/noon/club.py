"""Electronic music: a cellar, a warehouse, broken breaks and no beat at all."""

from __future__ import annotations

from hands.noon import craft, tunes
from song import Song, style


@style("Electronic", like="Disco")
def noon_deep_cellar(s: Song) -> None:
    """Deep and classic house: kick on every beat, organ bass off it, minor-ninth stabs moved in parallel, a cut-up voice, percussion that builds by layers."""
    s.set((116, 128), s.pick("minor", "dorian"), keys="C D F G A Bb", swing=s.pick(0.0, 0.0, 0.3), unit=0.5, room=("club", "plate", "dry"))
    vamp = s.pick("im9 | im9 | bVIImaj7 | bVIImaj7", "im7 | ivm7 | im7 | bVImaj7", "im9 | im9 | im9 | im9", "im9 | bIIImaj7 | ivm9 | v7",
        "im7 iim7 | bIIImaj7 iim7")
    s.until(46, s.pick("low full full strip", "full strip full"), low=vamp, full=vamp, strip=vamp)
    kit = s.part("~kit:909", "~kit:minimal", "~kit:808", "kit:electronic", level=2)
    craft.beat(s, kit, s.pick("k:x...x...x...x...;c:....x.......x...;o:..x...x...x...x.",
        "k:x...x...x...x...;c:....x.......x...;h:x.oxx.oxx.oxx.ox;o:..x...x...x...x.",
        "k:x...x...x...x..x;s:....x.......x..g;o:..x...x...x...x.;t:xoxoxoxoxoxoxoxo"), where=("low", "full"), fills=8, fill="machine", crash=0.3)
    craft.beat(s, kit, s.pick("c:....x.......x...;h:x.o.x.o.x.o.x.o.", "k:x...x...x...x...;m:x.oxx.oxx.oxx.ox", "h:xoxoxoxoxoxoxoxo;r:x..x..x...x.x..."),
        where="strip", fills=0)
    if s.chance(0.6):
        craft.shake(s, s.part("kit:standard", "~kit:808", level=-5), s.pick(63, 62, 56, 61), s.pick("x..x..x...x.xx..", "..xx....x.x..x..", ".x.x..x..x.x..x."))
    craft.bass(s, s.part("~fm-bass", "~sub-bass", "~square-bass", "synth-bass", "~organ", level=1, duck=0.3),
        s.pick("..1...1...1..1<.", "..1.1...8.1...5.", "1..1..8...1..b..", "...1..1....1.8..", "..11..1...5.1.b."), legato=0.7, low=30)
    stab = s.part("~stab", "~organ", "~fm-piano", "piano", "rhodes", "~saw-poly", level=-1, duck=0.3, fx=("delay",) if s.chance(0.6) else ())
    craft.comp(s, stab, s.pick("x..x..x...x.....", "..x...x...x..x..", "x......x..x.....", "...x..x....x..x.", "x..x...x..x..x.."), 63, 4,
        where=s.pick(None, ("full", "strip")), ring=0.6)
    craft.pad(s, s.part("warm-pad", "~string-machine", "~warm-pad", "~air-pad", level=-6, duck=0.6), 67, 4, where=("full", "strip"))
    chop = s.part("~vocal", "~vocal-duo", "~backing", "~speech" if s.chance(0.3) else "~robot", level=-1, fx=("delay",))
    if chop.voice == "~speech":
        tunes.shout(s, chop, "x.............../................", 62, where="full")
    else:
        tunes.tune(s, chop, 60, 76, ("x..x..x.........", "..x-..x.x-......", "x-......x..x...."), "A", 1, where=("full", "strip"), leap=0.3, bend=0.3,
            only=craft.calls)
    if s.chance(0.4):
        tunes.solo(s, s.part("tenor-sax", "flute", "~vibes", "trumpet", "rhodes", level=-2, fx=("delay",)), 64, 82,
            ("x-xxx-..........", "......xxx-x-....", "x-------xxx-...."), where="strip", rest=0.3, scale="dorian")
    craft.lift(s, s.part("~riser", "~sweep-noise", level=-10), 60, where="strip")


@style("Electronic", like="Metal")
def noon_warehouse_relay(s: Song) -> None:
    """Techno and acid: one machine riff turned for minutes, filter wide open or shut, hard kick, ride on the off-beats, no chords to speak of."""
    s.set((126, 148), s.pick("phrygian", "minor", "minor-pentatonic", "locrian"), keys="C D E F G A", room=("club", "hall", "cave", "dry"))
    s.until(46, s.pick("drive drive strip peak", "strip peak drive"), drive="im | im | im | im", strip="im | im | im | im",
        peak=s.pick("im | im | im | im", "im | bII | im | bII"))
    kit = s.part("~kit:909", "~kit:hard", "~kit:minimal", "kit:electronic", level=2, fx=("drive:3",) if s.chance(0.3) else ())
    craft.beat(s, kit, s.pick("k:x...x...x...x...;h:..x...x...x...x.", "k:x...x...x...x..x;h:xxoxxxoxxxoxxxox",
        "k:x...x...x...x...;o:..x...x...x...x.;r:...x..x....x..x."), where="drive", fills=8, fill="machine", crash=0.2)
    craft.beat(s, kit, s.pick("k:x...x...x...x...;o:..x...x...x...x.;c:....x.......x...;R:x.x.x.x.x.x.x.x.",
        "k:x...x...x...x...;o:..x...x...x...x.;s:....x..x....x...;h:xxxxxxxxxxxxxxxx", "k:x...x...x...x.x.;C:..x...x...x...x.;c:....x.......x..."),
        where="peak", fills=4, fill="machine")
    craft.beat(s, kit, s.pick("h:xoxoxoxoxoxoxoxo;r:x..x..x.x..x..x.", "k:x.......x.......;h:..x...x...x...x.", "2:x..x..x..x..x.x.;h:x.x.x.x.x.x.x.x."),
        where="strip", fills=0)
    acid = s.part("~acid", "~acid-square", "~saw-bass", "~square-pluck", "~fm-growl", "~pluck", level=1,
        fx=("drive:4", "delay") if s.chance(0.5) else ("delay",))
    degrees = [s.pick("1", "1", "1", "8", "2", "3", "5", "b7", ".", ".") for _ in range(16)]
    degrees[0] = "1!"
    twisted = list(degrees)
    for _ in range(3):
        twisted[s.pick(3, 6, 7, 10, 11, 14, 15)] = s.pick("8!", "3", "2!", "10", ".")
    craft.riff(s, acid, " ".join(degrees) + " / " + " ".join(twisted), 36, scale=s.scale if len(s.rungs(48, 59)) > 6 else "minor", ring=s.pick(0.5, 0.7, 1.05))
    end = s.sections[-1].end
    points, at = [], 0.0
    while at < end:
        points.append((at, s.pick(0.25, 0.45, 0.65, 0.9)))
        at += s.pick(8.0, 12.0, 16.0)
    acid.sweep = tuple(points)
    craft.bass(s, s.part("~sub-bass", "~reese", "~808-bass", level=0, duck=0.7), s.pick("..1...1...1...1.", ".111.111.111.111", "...1..1....1..1."), low=28,
        legato=0.6)
    blip = s.part("~stab", "~fm-bell", "~hoover", "~metallophone", "~chip-square", level=-4, fx=("delay",))
    craft.comp(s, blip, s.pick("...x..x.........", "x..x..x..x..x...", "......x......x..", "..........x..x.."), 64, 3,
        where=("peak", "drive") if s.chance(0.6) else "peak", ring=0.4)
    if s.chance(0.6):
        craft.pad(s, s.part("~dark-pad", "~drone", "~string-machine", "goblins", level=-7), 52, 3, where=("strip", "peak"))
    craft.lift(s, s.part("~riser", "~siren", "~sweep-noise", level=-8), 60, where="strip", beats=8.0)
    if s.chance(0.2):
        tunes.shout(s, s.part("~speech", "~robot", level=-2, fx=("delay",)), f"x...............{'/................' * 3}", 60, where="peak")


@style("Electronic", like="Hip-Hop")
def noon_broken_transit(s: Song) -> None:
    """Jungle, drum and bass, garage and dubstep: broken kicks, chopped snares, reese and wobble under long pads."""
    kind = s.pick("jungle", "jungle", "two-step", "half")
    s.set({"jungle": (160, 176), "two-step": (128, 138), "half": (136, 146)}[kind], s.pick("minor", "dorian", "phrygian"), keys="C D E F G A",
        swing=0.45 if kind == "two-step" else 0.0, unit=0.5, room=("plate", "hall", "club"))
    vamp = s.pick("im9 | im9 | bVImaj7 | bVII", "im7 | im7 | im7 | ivm7", "im | bII | im | bII", "bVImaj7 | bVII | im9 | im9")
    s.until(46, s.pick("roll roll air roll", "air roll roll"), roll=vamp, air=vamp)
    kit = s.part("kit:standard", "kit:jazz", "~kit:909", "~kit:hard", "kit:electronic", level=2, fx=("crush:2",) if s.chance(0.25) else ())
    rows = {"jungle": ("k:x.x.......xx..../x.x.......x.....;s:....X..g.g..X..g/....X..g.g....X.;h:x.x.x.x.x.x.x.x.",
        "k:x.........x...../x..x......x.....;s:....X.......X.../....X..x....X.xx;R:x.x.x.x.x.x.x.x.",
        "k:x.x...x...x..x..;s:....X..X.g..X.g./.g..X..X.X..X...;h:xxxxxxxxxxxxxxxx"),
            "two-step": ("k:x.........x...../x......x..x.....;s:....X.......X...;h:x.xxx.xxx.xxx.xx;o:..x...x...x...x.",
                "k:x..x......x..x..;s:....X.......X..g;h:..x...x...x...xx;m:xoxoxoxoxoxoxoxo"),
            "half": ("k:x.....x.........;s:........X.......;h:x.x.x.xxx.x.xxx.",
                "k:x..x.....x......;s:........X.......;c:........x.......;h:x...x...x.x.x...")}[kind]
    craft.beat(s, kit, s.pick(*rows), where="roll", fills=4, fill=s.pick("machine", "snare"), crash=0.5, ghosts=0.06 if kind == "jungle" else 0.0)
    craft.beat(s, kit, s.pick("h:x.x.x.x.x.x.x.x.", "R:x...x...x...x...;r:........x.......", "k:x...............;h:x.xxx.xxx.xxx.xx"), where="air", fills=0,
        hard=0.8)
    low = s.part("~reese", "~sub-bass", "~wobble" if kind == "half" else "~reese", "~fm-growl" if kind != "jungle" else "~808-bass", level=2)
    craft.bass(s, low, {"jungle": s.pick("1-----1-..5---b-", "1---------8-7-5-", "1--1--1-----5-<-"),
        "two-step": s.pick("1--..1-..8.5-..<", "1-.1.....b-.1-.."), "half": s.pick("1-------1---5---", "1---1---1-1-8-<-", "1-------b-------")}[kind], low=26,
        legato=0.97, slide=0.2)
    craft.pad(s, s.part("~warm-pad", "~glass-pad", "~air-pad", "warm-pad", "~string-machine", level=-3), 65, 4, spread=True)
    keys = s.part("rhodes", "~fm-bell", "~pluck", "~stab", "piano", "~supersaw", level=-3, fx=("delay",))
    if s.chance(0.5):
        craft.comp(s, keys, s.pick("x.....x.....x...", "...x......x.....", "x..x..x........."), 66, 4)
    else:
        craft.pick_strings(s, keys, s.pick("0.2.1.3.2.4.3.1.", "4321432143214321", "0..2..4..3..1..2"), 68, 4)
    voice = s.part("~vocal", "~vocal-duo", "~backing", "~rap-voice", level=-1, fx=("delay",))
    if voice.voice == "~rap-voice":
        tunes.shout(s, voice, "x...x.......x.../................/..x...x.x......./................", 50, where="roll")
    else:
        tunes.tune(s, voice, 62, 79, ("x-------x-x-----", "..x-x---........", "x---x-x---......"), "AB", 2, bend=0.5, scale="minor-pentatonic",
            only=craft.calls)
    craft.lift(s, s.part("~riser", "~siren", "reverse-cymbal", level=-8), 60, where="air")


@style("Electronic", like="Classical")
def noon_slack_tide(s: Song) -> None:
    """Beatless: drifting pads, a patient sequencer or bells, a low drone, now and then a soft pulse; nothing is in a hurry."""
    s.set((56, 112), s.pick("major", "lydian", "dorian", "minor", "major-pentatonic"), keys="C D E F G A", beats=s.pick(4.0, 4.0, 3.0, 6.0),
        rubato=s.pick(0.0, 0.02), room=("cave", "hall", "church", "plate"))
    dark = s.scale in ("minor", "dorian")
    chords = s.pick("im9 | im9 | bVImaj7 | bVImaj7", "im9 | ivm9 | im9 | bVIImaj7",
        "bVImaj9 | bVImaj9 | im11 | im11") if dark else s.pick("Imaj9 | Imaj9 | IVmaj7#11 | IVmaj7#11", "Imaj7 | iiim7 | IVmaj9 | Imaj9",
        "Iadd9 | vim11 | IVmaj9 | Vsus4", "Isus2 | Isus2 | IVadd9 | IVadd9")
    s.until(46, "tide tide", tide=chords)
    for voice, centre in ((("~warm-pad", "~glass-pad", "~air-pad", "warm-pad", "halo-pad"), 64),
            (("~string-machine", "~choir", "bowed-pad", "slow-strings", "sweep-pad"), 71)):
        pad = s.part(*voice, level=0 if centre == 64 else -4, send=-6)
        craft.pad(s, pad, centre, 4 if centre == 64 else 2, spread=True)
        s.swell(pad, 45, 118, s.pick(2.0, 3.0, 4.0))
    drone = s.part("~drone", "~sub-bass", "~dark-pad", "contrabass", level=-3)
    for section in s.sections:
        drone.add(section.start, section.end - section.start, 36 + s.tonic % 12, 76)
    kind = s.pick("sequence", "bells", "piano", "both")
    if kind in ("sequence", "both"):
        seq = s.part("~pluck", "~square-pluck", "~saw-bass", "~fm-bell", "polysynth", level=-2, fx=("delay",))
        craft.pick_strings(s, seq, s.pick("02134213", "0123", "04231423", "01214341")[: 4 if s.beats == 3.0 else 8] * (3 if s.beats != 4.0 else 2),
            s.pick(55, 62, 67), 4, ring=0.8)
        seq.sweep = tuple((section.start + part * (section.end - section.start), value) for section in s.sections for part, value in ((0.0, 0.35), (0.5, 0.8)))
    if kind != "sequence":
        bell = s.part("~fm-bell", "music-box", "piano", "celesta", "~metallophone", "kalimba", "~vibes", level=-2, fx=("delay",), send=-5)
        tunes.tune(s, bell, 64, 91, ("x-----..", "..x---x-", "x-------", "x--x----", "....x---"), "ABCA", 2, leap=0.5, hard=74, legato=1.3)
    if s.chance(0.4):
        tunes.tune(s, s.part("~vocal", "~theremin", "~bowed", "~flute", "oohs", level=-3, send=-5), 62, 79, "long", "ABAC", 2, leap=0.1, hard=72)
    if s.chance(0.35) and s.beats == 4.0:
        craft.beat(s, s.part("~kit:minimal", "~kit:808", level=-5), s.pick("k:x...x...x...x...", "k:x.......x.x.....;r:....x.......x...;h:..x...x...x...x."),
            fills=0, hard=0.8)
    sea = s.part("~wind", "seashore", "~crackle-hits", "~sweep-noise", level=-13)
    for bar in s.bars():
        if bar.index % 2 == 0:
            sea.add(bar.start, bar.beats * 2, 60, 70)
