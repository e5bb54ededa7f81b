"""Electronic music from the warehouse to the sofa, and Disco from the orchestra to the filter."""

from __future__ import annotations

from hands.dusk import craft, tunes
from score import Part
from song import Song, style


def _opening(s: Song, part: Part, bars: int = 8) -> Part:
    """A filter that somebody opens by hand over so many bars, and shuts again."""
    end, at = s.sections[-1].end, 0.0
    points: list[tuple[float, float]] = []
    while at < end:
        points += [(at, s.between(0.15, 0.4)), (at + bars * s.beats * 0.9, s.between(0.7, 1.0))]
        at += bars * s.beats
    part.sweep = tuple(points)
    return part


@style("Electronic", like="R&B")
def dusk_garage_fog(s: Song) -> None:
    """Two-step and future garage in the rain: shuffled broken drums, chopped wordless singing, a warm sub, minor ninths in long reverb."""
    s.set((128, 140), ("minor", "dorian"), "C D E F G A Bb", swing=(0.35, 0.8), unit=0.5, room=("plate", "hall", "booth"))
    loop = s.pick("im9 | bVImaj7", "im9 | im9 | bIIImaj7 | ivm9", "im7 | vm7 | bVImaj7 | bVII", "bVImaj7 | vm7 | im9 | im9")
    s.until(45, "drop drop mist drop", drop="|".join([loop] * 2))
    craft.drums(s, s.part("~kit:linn", "~kit:909", "~kit:lofi", "~kit:minimal", level=2), s.pick({"k": "x.........x.....|x..x......x..x..",
        "sn": "....X.......X...", "h": "..x..xx.x.x..xx.", "rim": "...?...x..?....x"},
        {"k": "x.....x...x.....|x.........x..x..", "cl": "....X.......X...", "h": "x.xx..xxx.xx..xx", "o": "..x...x...x...x.", "wb": ".......x..x....."},
        {"k": "x..x......x.....", "rim": "....X..x....X..x", "h": "..x.x.x...x.x.xx", "sh": "xxxxxxxxxxxxxxxx"}), where="drop", fill="machine")
    craft.bass(s, s.part("~sub-bass", "~reese", "~square-bass", "~fm-bass", duck=0.4, level=1), s.pick("R..R......R..8..|R.....R..7.5....",
        "R.....r...R.....", "R..8..R...5..7.."), 33, where="drop", gate=0.8)
    craft.comp(s, s.part("~saw-poly", "rhodes", "~organ", "~stab", "~fm-piano", fx=s.pick(("delay",), ("chorus", "tone:dark")), duck=0.4),
        s.pick("x..x......x.....", "..x..x....x..x..", "x.....x...x..o.."), 62, 4, gate=0.5)
    cut = s.part("~vocal", "oohs", "~vocal-duo", "synth-voice", "~backing", level=1, send=-5, fx=s.pick(("delay",), ("tone:thin", "delay"), ("delay:330",)))
    tunes.tune(s, cut, 60, 82, ("x.x..x..----x.x.", "--x..x.xx...----", "x..x..x.--------"), form="AAAB", bars=1, how=tunes.LALA, leap=0.4,
        scale="minor-pentatonic")
    craft.pad(s, s.part("~air-pad", "~warm-pad", "~glass-pad", "warm-pad", level=-5, duck=0.6), 64, 4)
    craft.hits(s, s.part("~crackle-hits", "~wind", "~downlifter", level=-12), 4, 8)


@style("Electronic", like="Disco")
def dusk_warehouse_loop(s: Song) -> None:
    """Techno: one bar that goes on and on, a kick on every beat, a rumble, one stab or acid line that opens its filter, hats on the off-beat."""
    s.set((124, 146), ("minor", "phrygian", "chromatic"), "C D E F G A", room=("hall", "cave", "club", "plate"))
    s.until(45, "one two three two", one=s.pick("I5 | I5 | I5 | I5 | I5 | I5 | I5 | I5", "im7 | im7 | im7 | im7 | im7 | im7 | bIIm7 | im7",
        "im9 | im9 | im9 | im9 | bIIIm9 | bIIIm9 | im9 | im9"))
    kit = s.part("~kit:909", "~kit:hard", "~kit:minimal", "kit:electronic", "~kit:808", level=3)
    craft.drums(s, kit, s.pick({"k": "x...x...x...x...", "o": "..x...x...x...x.", "h": "xxxxxxxxxxxxxxxx"}, {"k": "x...x...x...x...", "h": "..x...x...x...xx",
        "rim": "...x..x....x..x."}, {"k": "x...x...x...x..x", "o": "..x...x...x...x.", "ride": "x.x.x.x.x.x.x.x."}), where=("two", "three"))
    craft.drums(s, kit, {"k": "x...x...x...x..."}, where="one")
    craft.drums(s, kit, s.pick({"cl": "....X.......X..."}, {"lo": "..x..x....x..x..", "mid": "......?...?...?."}, {"cow": "..x....x..x....."},
        {"sn": "............X..-"}), where=("one", "three"), fill="machine", crash=0.2)
    craft.bass(s, s.part("~sub-bass", "~reese", "~fm-bass", "~saw-bass", level=0, duck=0.7), s.pick("-rrr-rrr-rrr-rrr", "..R...R...R...R.",
        "-.R.-.RR-.R.-.R8"), 31, gate=0.7)
    if s.chance(0.55):
        tokens = [str(s.pick(0, 0, 12, 3, 7, 10, 1, -12, 15)) if s.chance(0.75) else "~" for _ in range(16)]
        line = _opening(s, s.part("~acid", "~acid-square", "~fm-growl", "~square-pluck", fx=s.pick((), ("drive",), ("delay",)), duck=0.3))
        craft.riff(s, line, " ".join(tokens), s.pick(36, 48), gate=s.pick(0.6, 1.05))
    else:
        stab = _opening(s, s.part("~stab", "~saw-poly", "~pluck", "~organ", "~hoover", "~supersaw", fx=("delay:dub",), duck=0.4), 4)
        craft.comp(s, stab, s.pick("..x..x..........", "...x..x...x.....", "x..x..x..x..x...", "......x...x....."), 60, 3, gate=0.5)
    if s.chance(0.6):
        craft.arp(s, s.part("~chip-pulse", "~fm-bell", "~square-pluck", "~pluck", level=-4, fx=("delay",)), s.pick("0..1..0.2.", "01.2.", "0.3.1..",
            "012..12."), 74, 3, where=("two", "three"), restart=False)
    if s.chance(0.5):
        craft.pad(s, s.part("~dark-pad", "~drone", "~string-machine", level=-6, duck=0.7), 56, 3)
    craft.hits(s, s.part("~riser", "~sweep-noise", "~impact", level=-6), 8, 6, chance=0.9)


@style("Electronic", like="Hip-Hop")
def dusk_liquid_break(s: Song) -> None:
    """Drum and bass and jungle: a chopped break at double time, a bass at half of it, a suspended pad, piano or voices far away."""
    s.set((164, 178), ("minor", "dorian", "major"), "C D E F G A B", swing=(0.0, 0.2), unit=0.5, room=("plate", "hall", "club"))
    loop = s.pick("im9 | im9 | bVImaj7 | bVImaj7", "im9 | im9 | ivm9 | ivm9 | bVImaj7 | bVImaj7 | vm7 | vm7",
        "bVImaj9 | bVII | im9 | im9") if s.scale != "major" else s.pick("Imaj9 | Imaj9 | IVmaj9 | IVmaj9", "vim9 | vim9 | IVmaj7 | V")
    s.until(45, "break rush rush break rush", **{"break": "|".join([loop] * 2)})
    craft.drums(s, s.part("~kit:lofi", "~kit:909", "kit:standard", "~kit:hard", "kit:electronic", level=2, fx=s.pick((), ("crush",), ("drive",))), s.pick(
        {"k": "x.........x.....", "sn": "....X.......X...", "h": "x.x.x.x.x.x.x.x."}, {"k": "x.x.......xx....|x.x.......x.....",
        "sn": "....X..-.-..X..-|....X..-.-....X.", "ride": "x.x.x.x.x.x.x.x."},
        {"k": "x.x.......x.....|..x.......x.x...", "sn": "....X..x.x..X..x|.X..x..r..x...X.", "h": "x.x.x.x.x.x.x.x."}), where="rush", fill="snare")
    craft.drums(s, s.part("~kit:minimal", "~kit:lofi", level=-1), {"k": "x.........x.....", "sh": "x.o.x.o.x.o.x.o.", "sn": "............o..."}, where="break")
    craft.bass(s, _opening(s, s.part("~reese", "~sub-bass", "~wobble", "~fm-growl", "~saw-bass", level=2, duck=0.3), 2), s.pick("R.......R...5...",
        "R.....R.....7.5.|R.....R.....3.2.", "R...........R.R."), 31, where="rush")
    craft.pad(s, s.part("~glass-pad", "~warm-pad", "~string-machine", "~air-pad", "slow-strings", level=-2, duck=0.3), 64, 4)
    top = s.part("~fm-piano", "rhodes", "piano", "~pluck", "vibraphone", "nylon", fx=("delay",), level=-1)
    s.pick(lambda: craft.arp(s, top, s.pick("0.2.1.3.", "3..2..1.", "0..1..2..3.."), 70, 4, step=0.5, restart=False), lambda: tunes.tune(s, top, 64, 86,
        ("x...x...x.......", "x.....x.....x...", "--x.x...x......."), form="AABA", scale="minor-pentatonic" if s.scale != "major" else None))()
    if s.chance(0.5):
        tunes.tune(s, s.part("~vocal", "~vocal-duo", "oohs", "~growl", level=1, fx=("delay",), send=-6), 60, 80, ("x.......x.......", "--x...x...x.....",
            "x...x...--------"), "rush", form="A-B-", how=tunes.OOH)
    craft.hits(s, s.part("~impact", "~downlifter", "reverse-cymbal", level=-7), 8, 4)


@style("Electronic", like="Classical")
def dusk_drift_modular(s: Song) -> None:
    """Music for a machine and a window: sequences of uneven length over slow chords, drones and noise; a soft pulse at most."""
    s.set((60, 112), ("lydian", "dorian", "major-pentatonic", "minor"), "C D Eb F G A", room=("cave", "hall", "church", "plate"))
    loop = s.pick("Imaj9 | Imaj9 | IVmaj7 | IVmaj7", "im9 | im9 | bVImaj7 | bVImaj7", "I | Imaj7 | I6 | Imaj7", "im9 | bVII | ivm9 | bVImaj7",
        "Iadd9 | bVIImaj7")
    s.until(45, "tide tide ebb", tide="|".join([loop] * 2))
    pulse = s.part("~pluck", "~square-pluck", "~fm-bell", "~chip-triangle", "~fm-piano", "~vibes", "kalimba", "~saw-poly", "~metallophone", "~kora", "~koto",
        fx=s.pick(("delay",), ("delay:dub",), ("chorus", "delay")))
    craft.arp(s, _opening(s, pulse, 6), s.pick("0.12.3.", "01234", "0.2.1.3.4.2.", "02.13", "0..1.2..3.1", "0123.210"), s.pick(60, 67, 72), s.pick(3, 4),
        step=s.pick(0.25, 0.25, 0.5), gate=s.pick(0.5, 1.2), restart=False)
    if s.chance(0.6):
        craft.arp(s, s.part("~glass-pad", "~fm-bell", "~square-pluck", "celesta", level=-4, fx=("delay",), pan=0.6), s.pick("2..0...1..", "3.....1..2.",
            "0....3..."), 79, 4, step=0.5, gate=2, restart=False)
    craft.pad(s, s.part("~warm-pad", "~air-pad", "~dark-pad", "~string-machine", "choir", level=-1), 57, 4)
    tunes.drone(s, s.part("~drone", "~sub-bass", "~organ", "~reese", level=-5), s.pick((near_low(s),), (near_low(s), near_low(s) + 7)), 16)
    if s.chance(0.45):
        craft.drums(s, s.part("~kit:minimal", "~kit:808", "~kit:lofi", level=-3, fx=("delay",)), s.pick({"k": "x...x...x...x...", "rim": "...?..?....?..?."},
            {"k": "x.......x.......", "h": "..o...o...o...o."}, {"k": "x.....x.........", "sh": "x.o.x.o.x.o.x.o.", "cl": "............o..."}), where="tide")
    if s.chance(0.5):
        tunes.tune(s, s.part("~theremin", "~square-lead", "~saw-lead", "~vocal", "~flute", "shakuhachi", "oboe", "~bowed", level=-2, fx=("delay",), send=-4),
            67, 86, ("x...............", "x.......x.......", "--------x......."), form="A-BA", how=tunes.OOH)
    craft.hits(s, s.part("~wind", "~sweep-noise", "seashore", "rain", "~gong", level=-10), 4, 14, chance=0.7)


def near_low(s: Song) -> int:
    """The tonic down where drones lie."""
    return 36 + (s.tonic if s.tonic < 7 else s.tonic - 12)


def _sung(s: Song, where: tuple[str, ...], low: int = 60, high: int = 79) -> None:
    """A lead singer with a backing group that answers."""
    lead = s.part("~vocal", "~vocal-duo", "~vocal", level=3, pan=0.0, fx=s.pick((), ("chorus",), ("delay",)))
    tunes.tune(s, lead, low, high, ("--x.x.x.x...x...", "x.x...x.x.x.....", "x..x..x.x.......", "x...x.x.x.x.x..."), where, form="AABA", how=tunes.LALA,
        scoop=0.3)
    if s.chance(0.7):
        tunes.tune(s, s.part("~backing", "oohs", "~choir", level=-1), low + 2, high + 2, ("--------x.x.x...", "--------x..x..x."), where, form="A-A-",
            how=tunes.LALA)


FOUR = ({"k": "x...x...x...x...", "sn": "....X.......X...", "o": "..x...x...x...x.", "h": "x...x...x...x..."}, {"k": "x...x...x...x...",
    "sn": "....X.......X..-", "h": "xxoxxxoxxxoxxxox", "o": "..?...?...?...x."},
        {"k": "x...x...x...x...", "sn": "....X.......X...", "o": "..x...x...x...x.", "tam": "x.x.x.x.x.x.x.x.", "cow": "x...x..x..x.x..."},
    {"k": "x...x...x...x...", "cl": "....X.......X...", "h": "x.x.x.x.x.x.x.x.", "co": "x..x..x.x..x..x.", "cm": "..x..x....x..x.."})


@style("Disco", like="R&B")
def dusk_strings_and_mirror(s: Song) -> None:
    """The orchestra goes dancing in 1976: four on the floor, galloping octave bass, scratched guitar, strings that answer the singers, horns."""
    s.set((108, 126), ("minor", "major", "dorian"), "C D Eb F G A Bb", room=("plate", "hall", "room"))
    minor = s.scale != "major"
    loop = s.pick("im7 | ivm7 | bVII | bIIImaj7 | bVImaj7 | iiø | V7 | V7", "im7 | im7 | ivm7 | ivm7", "im9 | bVII | bVImaj7 | V7",
        "im7 | IV7 | im7 | IV7") if minor else s.pick("Imaj7 | vim7 | iim7 | V7", "Imaj7 | iiim7 | iim7 | V9sus4", "IVmaj7 | iiim7 | iim7 | Imaj7",
        "vim7 | iim7 | V7 | Imaj7")
    s.until(45, "verse chorus verse chorus break chorus", verse=loop)
    craft.drums(s, s.part(*craft.ACOUSTIC, level=2), s.pick(*FOUR), fill=s.pick("toms", "snare"))
    craft.bass(s, s.part("finger-bass", "pick-bass", "slap-bass", "~electric-bass", level=2), s.pick("R.8.R.8.R.8.R.8.", "R..RR.8.R..R5.7.|R..RR.8.R.7.5.a.",
        "R...8.R.5...7.8.", "R.R8..R8R.5.7.8a"), 35, gate=0.75)
    craft.comp(s, s.part("muted-guitar", "clean-guitar", "~electric-guitar", level=-2, fx=s.pick((), ("wah",), ("chorus",)), pan=-0.5),
        s.pick("..xu..xu..xu..xu", "x.dux.dux.duxudu", "..x..x.x..x..x.x", "dudxdudxdudxdudx"), 67, 3, gate=0.4)
    craft.comp(s, s.part("rhodes", "piano", "clavinet", level=-3, pan=0.4), s.pick("x..x..x...x.....", "x...x...x...x...", "x.....x..x......"), 62, 4, gate=0.7)
    strings = s.part("strings", "~section", "~string-machine", level=-1)
    tunes.tune(s, strings, 69, 91, ("x.......x.......", "x.x.x.x.x.......", "xxxxx...--------", "x...--xxx......."), form="ABAC", width=9)
    if s.chance(0.6):
        craft.comp(s, s.part("brass", "~brass-section", "trumpet", level=-1), s.pick("........x..x..x.", "x..x............", "x.............x."), 67, 3,
            where=("chorus", "break"), gate=0.5)
    if s.chance(0.75):
        _sung(s, ("verse", "chorus"))
    else:
        tunes.tune(s, s.part("flute", "alto-sax", "~string-machine", "vibraphone", "~sitar", level=1), 67, 86, ("x.x..x..x...----", "x..x..x.x.x.x..."),
            ("verse",), turn=0.2)


@style("Disco", like="Electronic")
def dusk_neon_riviera(s: Song) -> None:
    """Disco from the Adriatic about 1983: arpeggiated synthetic octaves, machine drums with claps and tom fills, minor chords, a thin lead."""
    s.set((108, 132), ("minor", "harmonic-minor", "dorian"), "C D E F G A", room=("plate", "hall", "club"))
    loop = s.pick("i | bVI | bIII | bVII", "i | i | bVII | bVI", "i | bVII | bVI | V", "i | iv | bVII | bIII", "bVI | bVII | i | i")
    s.until(45, "verse chorus verse chorus", verse=loop + "|" + loop)
    craft.drums(s, s.part("~kit:linn", "~kit:808", "~kit:909", "kit:electronic", level=2), s.pick({"k": "x...x...x...x...", "cl": "....X.......X...",
        "o": "..x...x...x...x.", "h": "xxxxxxxxxxxxxxxx"}, {"k": "x...x...x...x...", "sn": "....X.......X...", "h": "..xx..xx..xx..xx",
        "tam": "x.x.x.x.x.x.x.x."},
        {"k": "x...x...x...x...", "sn": "....X.......X..x", "cow": "x..x..x...x.x...", "o": "..x...x...x...x."}), fill=s.pick("toms", "machine"))
    craft.bass(s, s.part("~saw-bass", "~square-bass", "synth-bass", "~fm-bass", "synth-bass-2", "~acid", level=2, duck=0.2), s.pick("R.8.R.8.R.8.R.8.",
        "RR8RRR8RRR8RRR8R", "..RR..RR..RR..88", "R.8R.8R.R.8R.85."), 33, gate=0.7)
    craft.comp(s, s.part("~string-machine", "~brass-poly", "~saw-poly", "polysynth", level=-3, fx=("chorus",)), s.pick("x...............", "..x...x...x...x.",
        "x..x..x...x..x.."), 64, 4, gate=0.9, longest=4)
    craft.arp(s, s.part("~pluck", "~square-pluck", "~saw-lead", "~fm-bell", "~chip-pulse", level=-3, fx=("delay",)), s.pick("0123", "0212", "0.1.2.3.",
        "3210"), 72, 4, where=("chorus",) if s.chance(0.5) else None)
    tunes.tune(s, s.part("~saw-lead", "~square-lead", "~brass-poly", "dx-piano", "saw-lead", level=0, fx=("delay",)), 67, 88,
        ("x..x..x.x.......", "x.x.x...x..x..x.", "x...x...x.x.x..."), "chorus", form="AABA")
    if s.chance(0.7):
        _sung(s, ("verse",), 55, 76)
    if s.chance(0.3):
        tunes.shouts(s, s.part("~robot", "~rap-voice", fx=("chorus",)), "x...x...x.x.....", 57, "chorus", ("da", "do", "me"), chance=0.5)


@style("Disco", like="Electronic")
def dusk_filtered_sleeve(s: Song) -> None:
    """An old disco bar cut out and looped under a filter, fat bass, pumping strings and a singer's few notes again and again: nu-disco and the French touch."""
    s.set((114, 127), ("minor", "major", "dorian"), "C D E F G A B", swing=(0.0, 0.3), unit=0.5, room=("plate", "club", "room"))
    loop = s.pick("im9 | ivm7", "iim7 V7 | Imaj7 vim7", "IVmaj7 | iiim7 vim7", "bVImaj7 bVII | im7 im7", "Imaj9 | iiim7 | IVmaj9 | V9sus4",
        "im7 bVII | bVImaj7 vm7")
    s.until(45, "loop loop full full", loop="|".join([loop] * 2))
    craft.drums(s, s.part("~kit:909", "kit:standard", "~kit:linn", "kit:room", level=3), s.pick(*FOUR), fill="stop")
    craft.bass(s, s.part("finger-bass", "slap-bass", "slap-bass-2", "~saw-bass", "synth-bass", "~electric-bass", level=2, duck=0.3),
        s.pick("R..R.R8.R..7.58.", "R.RR..8R..R.5.7.|R.RR..8R.7.5.3.a", "R.8.R.8.R.8.5.7.", "..R...R8..R..85."), 35, gate=0.8)
    sample = s.part("strings", "rhodes", "brass", "~string-machine", "electric-grand", fx=("tone:far",), duck=0.5)
    craft.comp(s, _opening(s, sample, 4), s.pick("x..x..x.x..x..x.", "x.....x..x....x.", "x.x..x..x.x..x..", "x...x..x........"), 66, 4, gate=0.8)
    craft.comp(s, s.part("muted-guitar", "clean-guitar", "~electric-guitar", level=-2, fx=s.pick(("wah:phase",), ("chorus",), ())), s.pick("..xu..xu..xu..xu",
        "dudxdudxdudxdudx", "x.uxd.uxd.uxd.ux"), 69, 3, gate=0.35)
    if s.chance(0.8):
        cut = s.part("~vocal", "~vocal-duo", "~robot", "~backing", level=1, fx=s.pick(("tone:telephone",), ("chorus",), ("delay",)))
        tunes.tune(s, cut, 60, 79, ("x.x.x.x.----x.x.", "--x.x.x...x...--", "x..x..x.x...----"), ("full", "loop") if s.chance(0.5) else "full", form="A",
            bars=1, how=tunes.LALA)
    if s.chance(0.5):
        tunes.tune(s, s.part("strings", "~section", "flute", "~saw-lead", level=-2), 72, 93, ("xxxxx.......----", "x.......x.......", "x.x.x.x.x......."),
            "full", form="AB")
    craft.hits(s, s.part("~sweep-noise", "~riser", "reverse-cymbal", level=-8), 4, 4, early=4)
