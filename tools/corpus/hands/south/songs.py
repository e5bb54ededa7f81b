"""Songs of the charts and dance floors of the south: R&B, Pop, Latin."""

from __future__ import annotations

from hands.south import craft, tunes
from song import Song, style

SINGS = ("verse", "chorus", "bridge")


# R&B.
@style("R&B", like="Pop")
def south_slow_jam(s: Song) -> None:
    """A slow jam: electric piano with ninths, soft snaps and a deep kick, a fretless or synthetic bass, a singer with runs and a choir behind her."""
    s.set((60, 78), ("major", "minor", "dorian"), swing=(0.0, 0.45), unit=0.5, room=("plate", "room", "hall"))
    verse = s.pick("Imaj9 | vi9 | ii9 | V9sus4", "IVmaj9 | iii7 | ii9 | Imaj9", "Imaj7 | iii7 | IVmaj7 | iv6") if s.scale == "major" else s.pick("im9 | ivm9 | bVImaj7 | V7alt",
            "im9 | bVIImaj7 | bVImaj9 | V7", "im11 | ivm9")
    verse = verse.replace("V9sus4", "V7sus4").replace("iv6", "ivm6")
    chorus = s.pick("IVmaj9 | V | iii7 | vi9", "ii9 | iii7 | IVmaj9 | V") if s.scale == "major" else s.pick("bVImaj9 | v7 | ivm9 | im9", "ivm9 | v7 | bVImaj7 | bVII")
    s.until(50, craft.form(s), verse=f"{verse} | {verse}", intro=verse, chorus=f"{chorus} | {chorus}", bridge=verse, **{"break": verse})
    kit = s.part("~kit:808", "~kit:linn", "kit:electronic", "kit:standard", level=0)
    craft.beat(s, kit, {"kick": "x.........x...../x..x......x...../x......x..x....x", "snare": "....x.......x.../................", "clap": "....x.......x...",
                        "rim": "................/...o..o........o",
                        "hat": "x.o.x.o.x.o.xoo./xoxoxoxoxoxoxoxo/x...x...x...x..."}, fills="toms drop snare", every=8, thin=0.1)
    keys = s.part("rhodes", "~fm-piano", "dx-piano", "piano", level=0, fx=s.pick(("chorus",), ("tremolo",), ()))
    craft.comp(s, keys, "x-----..o-..x-../x-------------../x---..o-....x---/0-1-2-3-4-3-2-1-", None, 61, 5, strum=s.pick(0.0, 0.03))
    low = s.part("fretless", "~sub-bass", "finger-bass", "synth-bass", level=1)
    craft.bass(s, low, "1-----....5-1-../1--..1....b-1-5a/1-------..8--5-.")
    pad = s.part("strings", "~warm-pad", "~air-pad", level=-6)
    craft.pad(s, pad)
    tunes.sing(s, SINGS, 0.5, 0.7, 16, bends=0.3, late=0.02, backing=0.8, level=2)
    lick = s.part("nylon", "clean-guitar", "soprano-sax", "~fm-bell", level=-3)
    tunes.solo(s, lick, 62, 82, ("intro", "bridge", "break"), s.pick(None, "minor-pentatonic" if s.scale != "major" else "major-pentatonic"), 4, 0.6)
    craft.mutes(s, [pad, lick], 4, 0.7)
    craft.dynamics(s)


@style("R&B", like="Hip-Hop")
def south_swing_beat_soul(s: Song) -> None:
    """New jack swing and what followed: swung sixteenths, a hard snare, synthetic stabs, a popping bass, harmonies, a rapped bridge at times."""
    s.set((92, 114), ("minor", "dorian"), swing=(0.4, 0.8), unit=0.5, room=("plate", "room"))
    loop = s.pick("im7 | ivm7", "im7 | bVII", "im9 | bVImaj7", "im7 bIII | bVII ivm7")
    s.until(50, craft.form(s), verse=" | ".join([loop] * 4), intro=" | ".join([loop] * 2), chorus=" | ".join([s.pick("bVImaj7 | v7 | ivm7 | im7", "ivm9 | v7 | im9 | im9")] * 2),
            bridge=" | ".join([loop] * 2), **{"break": loop + " | " + loop})
    kit = s.part("~kit:linn", "~kit:909", "kit:power", "kit:electronic", level=2)
    craft.beat(s, kit, {"kick": "x..x..x...xx..../x.....x.xx.....x/xx.x......x..x..", "snare": "....X.......X..g/....X..g....X...", "clap": "....x.......x.../................",
                        "hat": "xoxoxoxoxoxoxoxo/x.xox.xox.xox.xo"},
               fills="snare stutter claps drop", every=4, ghosts=0.05)
    low = s.part("slap-bass", "synth-bass", "~fm-bass", "finger-bass", level=1)
    craft.bass(s, low, "1..1..8.b..1.5.a/1.d1..8..b.1..5./1-.1..b.5...8.b.")
    stab = s.part("brass", "~stab", "orchestra-hit", "~brass-poly", level=-2)
    craft.comp(s, stab, "x..x............|......x..x....../..x..x....x.....|................", None, 64, 4, 0.7)
    keys = s.part("rhodes", "dx-piano", "piano", "clavinet", level=-2)
    craft.comp(s, keys, "x--x--..o-..x-../..x-..x--...x.../x.....x--..x--..", None, 61, 4)
    craft.mutes(s, [stab, keys], 4, 0.75)
    rapped = s.chance(0.4)
    tunes.sing(s, ("verse", "chorus") if rapped else SINGS, 0.55, 0.6, 16, bends=0.25, backing=0.9, level=2)
    if rapped:
        tunes.rap(s, "bridge", spoken=0.1)
    craft.drop(s, [kit], 1.0, 0.5)
    craft.dynamics(s)


@style("R&B", like="Blues")
def south_stax_soul(s: Song) -> None:
    """Sixties soul: drummer, bass that dances, organ, chopped guitar on two and four, horns that answer the singer."""
    ballad = s.chance(0.3)
    s.set((66, 84) if ballad else (96, 126), ("major", "mixolydian"), swing=1.0 if ballad else s.pick(0.0, 0.0, 0.3), room=("room", "plate", "club"))
    verse = s.pick("I | IV | I | IV", "I | vi | IV | V", "I7 | I7 | IV7 | I7", "I | ii | iii | IV")
    chorus = s.pick("IV | I | IV | V", "vi | IV | I | V", "bIII | IV | I | I")
    s.until(50, craft.form(s), verse=f"{verse} | {verse}", intro=verse, chorus=f"{chorus} | {chorus}", bridge=s.pick("vi | vi | II7 | V7", "IV | I | II7 | V7"), **{"break": verse})
    kit = s.part("kit:standard", "kit:room", "kit:jazz", level=1)
    groove = {"kick": "x.....x.x......./x.x.....x.x...../x..x..x.x.......", "snare": "....X.......X..g/X...X...X...X...", "hat": "x.x.x.x.x.x.x.x.",
              "tamb": "....x.......x.../................"}
    craft.beat(s, kit, {"kick": "x.....x.", "rim": "....x...", "hat": "xoxoxoxo"} if ballad else groove, fills="snare toms", every=8, ghosts=0.03)
    low = s.part("finger-bass", "pick-bass", level=1)
    craft.bass(s, low, "1-----5-|1---6-5a" if ballad else "1..1..5.6..5.8../1.1.3.5.6.5.3.1./1..11.5.8..85.a.")
    guitar = s.part("clean-guitar", "~electric-guitar", level=-2)
    craft.comp(s, guitar, "....x.......x.../....x...d...x..d", None, 65, 3, 0.35)
    organ = s.part("drawbar", "rock-organ", "~organ", "piano", level=-3, fx=("leslie",))
    craft.comp(s, organ, "0-1-2-0-1-2-" if ballad else "x---------------/x--x--..x--x----", None, 62, 3)
    horns = s.part("brass", "tenor-sax", "trumpet", "~brass-section", level=-1)
    craft.comp(s, horns, "................|........x..x..x-/............X.X.|X-------........", ("verse", "intro"), 66, 3, 0.8)
    craft.comp(s, horns, "X--.X--.X-----../x.x.x...X---....", ("chorus", "break"), 68, 3, 0.8)
    tunes.sing(s, SINGS, 0.5, 0.5, 8, s.pick(None, "major-blues", "minor-pentatonic"), bends=0.35, late=0.02, level=2, fx=s.pick((), ("drive:2",)))
    craft.mutes(s, [organ, guitar], 8, 0.8)
    craft.dynamics(s)


# Pop.
CHARTS = ("I | V | vi | IV", "vi | IV | I | V", "IV | I | V | vi", "I | vi | IV | V", "IV | V | iii | vi", "I | IV | vi | V", "I | iii | IV | V")


@style("Pop", like="Electronic")
def south_chart_synth_pop(s: Song) -> None:
    """Today's charts: plucks and pads, a build of claps, a chorus with everything, a chopped voice as its hook."""
    s.set((98, 128), "major", room=("plate", "hall", "dry"))
    loop, other = s.pick(*CHARTS), s.pick(*CHARTS)
    s.until(55, s.pick("verse build chorus verse build chorus", "intro verse build chorus bridge chorus"), verse=f"{loop} | {loop}", intro=loop, build=loop,
            chorus=f"{other} | {other}", bridge=loop)
    kit = s.part("~kit:909", "~kit:any", "kit:electronic", "kit:power", level=1)
    craft.beat(s, kit, {"kick": "x.....x.x......./x...x...x...x...", "rim": "....x.......x.../................", "clap": "....x.......x...", "hat": "x.o.x.o.x.o.x.o."},
               ("intro", "verse", "bridge"), fills="drop", crash="")
    craft.beat(s, kit, {"kick": "X...X...X...X.../X..x..X...x.X...", "snare": "....X.......X...", "clap": "....x.......x...", "open": "..x...x...x...x.",
                        "shaker": "xoxoxoxoxoxoxoxo"}, "chorus", fills="snare claps drop")
    craft.roll(s, kit, s.pick("clap", "snare"))
    low = s.part("~saw-bass", "synth-bass", "~sub-bass", "~808-bass", level=0, duck=0.4)
    craft.bass(s, low, "1.1.1.1.1.1.1.1./1--1--1-1--1--1-/1-----..1---..5-", ("chorus", "verse", "bridge"))
    pluck = s.part("~pluck", "~square-pluck", "clean-guitar", "~fm-bell", "marimba", level=-1, fx=s.pick((), ("delay:280",)))
    craft.comp(s, pluck, "x..x..x...x..x../0.2.1.3.2.1.0.2./x.xx..x.x.xx..x.", None, 66, 3, 0.7)
    wide = s.part("~supersaw", "~saw-poly", "~warm-pad", "polysynth", level=-3, duck=0.5)
    craft.comp(s, wide, "x--x--x---x--x--/x---------------", "chorus", 64, 4)
    craft.pad(s, s.part("~warm-pad", "~glass-pad", "strings", level=-7, duck=0.4), ("build", "verse", "bridge", "intro"))
    tunes.sing(s, ("verse", "build", "chorus", "bridge"), 0.6, 0.5, s.pick(8, 16), level=2, backing=0.6)
    chopped = s.part("~vocal-duo", "~vocal", "~robot", name="voice chops", level=-3, fx=("delay:200",))
    tunes.tune(s, chopped, 64, 81, ("intro", "chorus") if s.chance(0.6) else "intro", 0.5, 0.9, 16, "major-pentatonic", ("ya", "o", "e"))
    craft.rise(s)
    craft.drop(s, [kit, low], 1.0, 0.7)
    craft.dynamics(s)


@style("Pop", like="Rock")
def south_radio_ballad(s: Song) -> None:
    """A pop ballad: piano or picked guitar first, drums when the chorus comes, strings, one clear tune that is sung all the time."""
    s.set((66, 92), "major", room=("plate", "hall", "room"))
    loop, other = s.pick(*CHARTS, "I | V/7 | vi | IV"), s.pick(*CHARTS)
    s.until(50, s.pick("verse chorus verse chorus bridge chorus", "intro verse chorus verse chorus"), verse=f"{loop} | {loop}", intro=loop, chorus=f"{other} | {other}",
            bridge=s.pick("vi | V | IV | V", "ii | vi | IV | V"))
    kit = s.part("kit:standard", "kit:room", "kit:power", "~kit:linn", level=1)
    craft.beat(s, kit, {"kick": "x.......x......./x.......x.x.....", "rim": "....x.......x...", "hat": "x.x.x.x.x.x.x.x."}, ("intro", "verse"), fills="", crash="")
    craft.beat(s, kit, {"kick": "x.....x.x......./x..x....x.x.....", "snare": "....X.......X...", "hat": "x.x.x.x.x.x.x.x./................",
                        "ride": "................/x.x.x.x.x.x.x.x.", "tamb": "................/..o.x.o...o.x.o."}, ("chorus", "bridge"), fills="toms snare", ghosts=0.02)
    low = s.part("finger-bass", "pick-bass", "fretless", "synth-bass", level=0)
    craft.bass(s, low, "1-----1-1---1-5-/1-----1-5-----a-")
    keys = s.part("piano", "bright-piano", "rhodes", "steel", "nylon", level=0)
    craft.comp(s, keys, "x-o-x-o-x-o-x-o-/0-1-2-1-3-1-2-1-/0-2-1-2-0-2-1-2-/x---x---x---x---", None, 62, 4)
    strings = s.part("strings", "~warm-pad", "slow-strings", level=-4)
    craft.pad(s, strings, ("intro", "chorus", "bridge"), 66)
    guitar = s.part("steel", "~steel-guitar", "clean-guitar", level=-3)
    craft.comp(s, guitar, "x.d.x.xox.d.x.xo/x.x.x.xox.x.x.xo", ("chorus", "bridge"), 60, 4, strum=0.03)
    tunes.sing(s, SINGS, 0.5, 0.35, 8, level=2.5, backing=0.7)
    lead = s.part("piano", "~fm-bell", "cello", "clean-guitar", level=-2)
    tunes.tune(s, lead, 60, 79, "intro", 0.5, 0.2)
    craft.dynamics(s)


@style("Pop", like="Disco")
def south_bubble_pop(s: Song) -> None:
    """Bright uptempo pop: hand claps, muted guitar, bass in eighths, a call that a group answers."""
    s.set((112, 144), ("major", "mixolydian"), swing=s.pick(0.0, 0.0, 0.0, 0.7), room=("room", "plate", "dry"))
    loop, other = s.pick("I | IV | V | IV", "I | vi | ii | V", *CHARTS), s.pick("I | V | IV | V", *CHARTS)
    s.until(50, craft.form(s), verse=f"{loop} | {loop}", intro=loop, chorus=f"{other} | {other}", bridge=s.pick("ii | iii | IV | V", "vi | iii | IV | V"), **{"break": loop})
    kit = s.part("kit:standard", "kit:room", "~kit:linn", "kit:electronic", level=1)
    craft.beat(s, kit, {"kick": "x...x...x...x.../x.....x.x.x.....", "snare": "....X.......X.../....X.....x.X...", "clap": "....x.......x.../....x.x.....x.x./....x.......x.xx",
                        "hat": "x.x.x.x.x.x.x.x./xoxoxoxoxoxoxoxo", "tamb": "................/x.o.X.o.x.o.X.o."},
               fills="toms snare claps", ghosts=0.02)
    low = s.part("finger-bass", "pick-bass", "synth-bass", "slap-bass", level=0)
    craft.bass(s, low, "1.1.1.1.1.1.5.a./1..1..1.5..5..a./1.8.1.8.1.8.5.a.")
    guitar = s.part("muted-guitar", "clean-guitar", "nylon", "~ukulele", level=-1)
    craft.comp(s, guitar, "x.x.xdx.x.x.xdx./..x...x...x...x./x.xdx.xxd.x.xdx.", None, 66, 3, 0.5)
    keys = s.part("piano", "~square-pluck", "~organ", "glockenspiel", "brass", "marimba", level=-2)
    tunes.tune(s, keys, 65, 86, ("intro", "break", "chorus"), 0.5, 0.5)
    pad = s.part("strings", "~saw-poly", "~string-machine", level=-6)
    craft.pad(s, pad, ("chorus", "bridge"))
    craft.mutes(s, [keys, pad], 8, 0.8)
    tunes.sing(s, SINGS, 0.65, 0.45, 8, s.pick(None, "major-pentatonic"), level=2, backing=0.5)
    group = s.part("~vocal-duo", "~backing", name="group", level=-2)
    tunes.tune(s, group, 60, 76, "chorus", 0.3, 0.8, 8, "major-pentatonic", ("ye", "o", "na"))
    craft.dynamics(s)


# Latin.
@style("Latin", like="Jazz")
def south_montuno_street(s: Song) -> None:
    """Salsa: clave, tumbao of bass and congas, piano in octaves that turns round and round, bell in the loud part, horns, a singer and a choir that answers."""
    s.set((168, 216), ("minor", "major", "dorian", "harmonic-minor"), room=("room", "club", "plate"))
    loop = s.pick("I | IV | V | IV", "I | ii | V | I", "I | VI7 | ii | V7") if s.scale == "major" else s.pick("i | iv | V7 | iv", "i | bVII | bVI | V7", "i | i | iiø | V7",
            "i | V7 | V7 | i")
    s.until(48, s.pick("intro verse verse montuno break montuno", "verse montuno break montuno", "montuno break verse montuno"), verse=f"{loop} | {loop}", intro=loop,
            montuno=f"{loop} | {loop}", **{"break": loop})
    side = s.pick("x..x..x.|..x.x...", "..x.x...|x..x..x.", "x..x...x|..x.x...", "..x.x...|x..x...x")
    hands = s.part("kit:standard", name="percussion", level=1)
    craft.beat(s, hands, {"claves": side, "conga": "..g.g.xx/.ogxogxx", "slap": "..x...../...x....", "conga2": "......../......xx|........", "maracas": "xxxxxxxx/........",
                          "guiro2": "x...x.../........"}, fills="hands timbales", crash="", thin=0.1)
    pans = s.part("kit:standard", name="timbales", level=-1)
    craft.beat(s, pans, {"timbale": "x.xx.xx./..o...o.", "timbale2": "....x..."}, ("intro", "verse"), fills="timbales")
    craft.beat(s, pans, {"cowbell": "x.x.xxx.|x.xx.xx./x.xxx.xx", "timbale2": "....x...", "kick": "......../...x..x."}, ("montuno", "break"), fills="timbales")
    craft.bass(s, s.part("upright", "finger-bass", "fretless", level=2), "1..5..8-/...5..a-/1..5..a-|...5..8-")
    keys = s.part("piano", "piano", "bright-piano", "~nylon-guitar", level=1)
    row = s.pick("x.xx.x.x|.x.x.xx.", "xx.x.x.x|.x.x.x.x", "x.x.xx.x|.x.xx.x.")
    craft.comp(s, keys, "|".join("".join(s.pick(*"0120123") if mark == "x" else mark for mark in bar) for bar in row.split("|")), None, 62, 3, 0.8, loose=0.0)
    for note in list(keys.notes):
        keys.add(note.start, note.length, note.pitch + 12, note.velocity * 0.95)
    horns = s.part("brass", "trumpet", "trombone", "~brass-section", level=1)
    tunes.tune(s, horns, 60, 80, ("intro", "break"), 0.6, 0.6)
    craft.comp(s, horns, "x.x.....|......../......x-|x......./........|........", "montuno", 67, 3, 0.7)
    tunes.tune(s, s.part("~vocal", "~vocal-low", name="singer", level=2), 52, 72, ("verse", "montuno"), 0.55, 0.6, 8, None, tunes.SUNG, 0.1, 0.4)
    tunes.tune(s, s.part("~backing", "~vocal-duo", name="choir", level=0), 57, 72, "montuno", 0.4, 0.4, 8, None, ("o", "la", "ye"))
    if s.chance(0.4):
        tunes.solo(s, s.part("trumpet", "flute", "piano", "violin", level=1), 62, 84, "montuno", None, 2, 0.4)
    craft.dynamics(s)


@style("Latin", like="Jazz")
def south_bossa_and_samba(s: Song) -> None:
    """Brazil: guitar in the bossa's rhythm with a thumb on the beat, soft rim and hats, or a samba's surdo, tamborim and shaker; flute, a cool voice."""
    samba = s.chance(0.45)
    s.set((92, 118) if samba else (112, 150), ("major", "minor", "dorian"), swing=0.0, unit=0.5, room=("room", "booth", "plate", "outdoors"))
    loop = s.pick("Imaj7 | II7 | ii7 | V7", "Imaj9 | bII7 | Imaj9 | VI7", "Imaj7 | vi7 | ii7 | V7",
                  "I69 | iii7 | ii7 | bII7") if s.scale == "major" else s.pick("im7 | ivm7 | iiø | V7b9", "im9 | bVImaj7 | iiø | V7", "im6 | V7/5 | ivm6 | V7")
    s.until(50, craft.form(s), verse=f"{loop} | {loop}", chorus=s.pick("IVmaj7 | ivm6 | iii7 | VI7 | ii7 | V7 | Imaj7 | V7", "ii7 | V7 | Imaj7 | VI7"), intro=loop, bridge=loop,
            **{"break": loop})
    guitar = s.part("nylon", "~nylon-guitar", "clean-guitar", level=1)
    craft.bass(s, guitar, "1...5..." if not samba else "1...4...1...4...", None, 40, 0.9)
    craft.comp(s, guitar, "x.x..x..|x.x.x..x/x..x..x.|.x..x.x./x.x..x.x|..x..x.." if not samba else "x.xx.x.xx.x.x.xx/.x.xx.x.x.x.xx.x/x..x.xx.x.x..x.x", None, 62, 4, 0.6)
    kit = s.part("kit:standard", "kit:brush", "kit:jazz", name="percussion", level=-2)
    if samba:
        craft.beat(s, kit, {"floor": "....X.......X.../o...X...o...X...", "kick": "x..xx..xx..xx..x/................", "agogo": "x.x...x.x..x...x/................",
                            "shaker": "XooxXooxXooxXoox", "block": "x.x.xx.x.x.x.xx./.x.x.xx.x.x.xx.x", "snare": "xgoxgoxgxgoxgoxg/................",
                            "tamb": "................/xooxxooxxooxxoox"}, fills="hands timbales", crash="")
    else:
        craft.beat(s, kit, {"kick": "x..xx..x", "rim": "x..x..x.|..x..x../x..x...x|..x..x..", "hat": "xoxoxoxo", "shaker": "......../xoxoxoxo"}, fills="brush", crash="", thin=0.08)
    low = s.part("upright", "finger-bass", "fretless", level=1)
    craft.bass(s, low, "1..55..1/1-.55-.a" if not samba else "1..15..51..15..a/1.......5...5..a")
    keys = s.part("rhodes", "piano", "vibraphone", "strings", level=-4)
    craft.comp(s, keys, "x-------|..x.x---/x---..x-", ("chorus", "break", "bridge"), 64, 4)
    lead = s.part("flute", "tenor-sax", "trombone", "nylon", "piano", "clarinet", name="lead", level=0)
    tunes.tune(s, lead, 60, 80, ("intro", "break"), 0.5, 0.6)
    tunes.solo(s, lead, 60, 82, "bridge", None, s.pick(2, 4), 0.35)
    if s.chance(0.75):
        tunes.sing(s, SINGS, 0.5, 0.6, 8, bends=0.1, late=0.03, level=1.5, backing=0.4)
    else:
        tunes.tune(s, lead, 58, 79, ("verse", "chorus"), 0.5, 0.6)
    craft.mutes(s, [keys, low], 8, 0.9)
    craft.dynamics(s)


@style("Latin", like="Reggae")
def south_cumbia_and_perreo(s: Song) -> None:
    """The dance floor from Bogota to San Juan: cumbia's scraper and off-beat with accordion, or dem bow on machines with a sparse hook and a voice."""
    perreo = s.chance(0.5)
    s.set((86, 104), ("minor", "harmonic-minor", "phrygian") if perreo else ("minor", "major", "harmonic-minor"), room=("dry", "room", "club", "plate"))
    loop = s.pick("i | bVI | bIII | bVII", "i | iv | bVI | V", "i | i | bVI | bVII", "bVI | bVII | i | i") if s.scale != "major" else s.pick("I | IV | V | I", "I | V | V | I",
            "vi | IV | I | V")
    s.until(50, craft.form(s, "loop"), verse=f"{loop} | {loop}", intro=loop, chorus=f"{loop} | {loop}", **{"break": loop})
    low = s.part("~sub-bass" if perreo else "finger-bass", "synth-bass" if perreo else "upright", "finger-bass", level=2)
    if perreo:
        kit = s.part("~kit:808", "~kit:any", "~kit:linn", "kit:electronic", level=2)
        craft.beat(s, kit, {"kick": "X...X...X...X...", "snare": "...X..X....X..X./...x..X....x..X.", "rim": "................/...x..x....x..x.",
                            "hat": "x.x.x.x.x.x.x.x./................", "timbale": "................|..............xx"}, fills="drop stutter timbales", every=4, crash="")
        craft.bass(s, low, "1--1--1-1--1--1-/1-----1-1-----../1--1--5-1--1..a.", None, 27)
        pluck = s.part("~pluck", "nylon", "marimba", "~square-pluck", "steel-drums", "~fm-bell", level=0, fx=s.pick((), ("delay:300",)))
        craft.comp(s, pluck, "x..x..x.x..x..x./0..1..2.0..1..2./...x..x....x..x.", None, 67, 3, 0.6)
    else:
        kit = s.part("kit:standard", "kit:room", name="percussion", level=1)
        craft.beat(s, kit, {"guiro2": "x.......x.......", "guiro": "....x.x.....x.x.", "kick": "x...x...x...x.../x.......x.......", "conga": "....x.xx....x.xx/......xx......xx",
                            "conga2": "x.......x.....x.", "cowbell": "x...x...x...x.../................", "maracas": "x.xxx.xxx.xxx.xx"}, fills="timbales hands", every=4, crash="")
        craft.bass(s, low, "1-..3.5.1-..3.5./1...5.8.1...5.a./1-..5-1-..1.5.a.", None, 29)
        chop_keys = s.part("piano", "nylon", "clean-guitar", "accordion", level=0)
        craft.comp(s, chop_keys, "....x.......x.../..x...x...x...x./....x.x.....x.x.", None, 64, 3, 0.5)
    lead = s.part("accordion", "~accordion", "clarinet", "trumpet", "flute", "~square-lead", "clean-guitar", name="lead", level=0)
    tunes.tune(s, lead, 62, 82, ("intro", "break", "chorus"), 0.6, 0.6, 16 if perreo else 8)
    hand = s.part("kit:standard", name="hand percussion", level=-5)
    craft.beat(s, hand, {"bongo": "x.xox.xox.xox.xo/..x..x.x..x..x.x", "shaker": "x.xxx.xxx.xxx.xx"}, None, fills="hands", crash="")
    craft.mutes(s, [hand, lead], 4, 0.75)
    if perreo and s.chance(0.35):
        tunes.rap(s, "verse", 0.68, spoken=0.0)
        tunes.sing(s, "chorus", 0.5, 0.6, backing=0.3)
    else:
        tunes.sing(s, ("verse", "chorus"), 0.58, 0.6, s.pick(8, 16), level=2, backing=0.5)
    craft.drop(s, [kit, low], 1.0, 0.5)
    craft.dynamics(s)
