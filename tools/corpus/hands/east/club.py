"""Electronic music and disco."""

from __future__ import annotations

from hands.east.craft import bass, broken, comp, drums, hold, inner, merged, pad, raised, sit_out, varied
from hands.east.tunes import OPEN_VOWELS, second, singer, tune
from score import Part
from song import Song, style

HOUSE = {36: "X...X...X...X...", 39: "....X.......X..~", 46: "..x...x...x...x.", 42: "o.~oo.~oo.~oo.~o", 82: "xoxoxoxoxoxoxoxo"}
TECHNO = {36: "X...X...X...X...", 42: "..xo..xo..xo..xo", 38: "....?..~....?.~.", 37: "~..x..~...x..~..", 51: "x.x.x.x.x.x.x.x."}
BREAKS = ({36: "X.....x...X.....", 38: "....X..o.o..X..~", 42: "x.x.x.x.x.x.x.x."}, {36: "X.x.......xx....", 38: "....X..o.o..X...|....X..o.o....X.", 51: "x.x.x.x.x.x.x.x."},
          {36: "X.........X.....", 38: "....X.......X..~", 42: "xoxoxoxoxoxoxoxo"})
BUILD = {36: "X...X...X.X.XXXX", 38: "x...x...x.x.xxxx", 42: "..x...x...x...x."}
DARK_LOOPS = ("i9 | i9 | bVImaj7 | bVImaj7", "i | bVI | bIII | bVII", "im7 | ivm7", "i | i | bVII | bVI", "i9 | v7 | bVImaj7 | iv9", "ivm9 | i9")
DEEP_LOOPS = ("im9 | ivm9 | im9 | bVImaj9", "iim9 | im9", "bVImaj9 | vm7 | ivm9 | im9", "im11 | bIIImaj7 | ivm9 | vm7")


def rise(s: Song, *before: str) -> None:
    """Noise that climbs through the last bars of the sections named, and falls where the next begins."""
    up, down = s.part("~riser", level=-6), s.part("~impact", "~downlifter", level=-5)
    for section in s.sections:
        if section.name in before:
            length = min(8.0, section.end - section.start)
            up.add(section.end - length, length, 60, 90)
        elif section.start > 0:
            down.add(section.start, 4.0, 60, 90)


def opening(s: Song, part: Part, low: float = 0.2, high: float = 0.85) -> None:
    """A filter that opens through every section and starts afresh with the next."""
    points = []
    for section in s.sections:
        points += [(section.start, low), (section.end - 0.01, s.between(0.6 * high, high))]
    part.sweep = tuple(points)


@style("Electronic", like="Disco")
def east_house(s: Song) -> None:
    """Deep, piano or vocal house: four on the floor, off-beat hats, ninth chords on the stab, a round off-beat bass, a sung phrase cut and looped."""
    s.set((118, 128), s.pick("minor", "dorian", "dorian"), keys="A C F G D", swing=s.pick(0.0, 0.0, 0.25), unit=0.5, room=("club", "plate", "dry"))
    loop = s.pick(*DEEP_LOOPS, *DARK_LOOPS)
    s.until(48, s.pick("intro verse break drop verse drop", "drop break drop verse"), intro=loop, verse=f"{loop} | {loop}", drop=f"{loop} | {loop}", **{"break": loop})
    kit = s.part("~kit:909", "~kit:any", "kit:electronic", level=1)
    drums(s, kit, HOUSE, ("intro", "verse", "drop"), fills="clap", crash=49, swap={"intro": {46: 42}, "verse": {82: 70}})
    drums(s, kit, s.pick({42: "..x...x...x...x.", 39: "....X.......X..."}, BUILD), "break", fills="snare")
    stab = s.part("piano", "~stab", "~organ", "rhodes", "~saw-poly", "~fm-piano", level=0, duck=0.3)
    comp(s, stab, [s.pick("X..x..x...x..x..", "..x..x..x..x..x.", "x.x..x.x..x..x..", "...x..x....x..x.") for _ in range(2)], 62, 4, velocity=84, short=0.6)
    bass(s, s.part("~sub-bass", "~saw-bass", "~square-bass", "~fm-bass", level=2, duck=0.4), s.pick("..R...R...R...Ra", "R.....R..R....5.", "..RR..R...RR..7.", "R..R..R.R..R..7."),
         low=28)
    pad(s, s.part("~warm-pad", "~air-pad", "strings", "~string-machine", level=-6, duck=0.5), 62, 4, ("break", "drop"))
    if s.chance(0.7):
        voice = singer(s, "~vocal", "~vocal-duo", "~backing")
        tune(s, voice, 57, 72, ("break", "drop"), grain=4, density=1.0, off=0.6, form="AAAB", turn=(0, 0.7), words=OPEN_VOWELS, again=0.3)
    hook = s.part("~pluck", "~square-pluck", "marimba", "~fm-bell", "flute", level=-3, fx=("delay",))
    tune(s, hook, 67, 84, ("verse", "drop"), grain=4, density=1.3, off=0.6, form="AAAB", turn=(0, 1.0), again=0.3)
    rise(s, "break")
    sit_out(s)


@style("Electronic", like="Pop")
def east_trance_and_techno(s: Song) -> None:
    """Rolling off-beat bass and supersaw arpeggios that modulate up for the peak, or acid techno: one chord, a filter, and a machine."""
    trance = s.chance(0.5)
    s.set((128, 142), s.pick("minor", "harmonic-minor") if trance else s.pick("phrygian", "minor", "dorian"), keys="A E F G D", room=("plate", "hall", "club"))
    loop = (s.pick("i | bVI | bIII | bVII", "i | bVII | bVI | V", "iv | bVI | i | bVII", "bVI | bVII | i | i") if trance
            else s.pick("i | i | i | i", "i | i | bII | i", "im7 | im7 | bVII | im7"))
    peak = "lift" if trance else "drop"
    s.until(48, s.pick(f"intro verse break {peak}", f"verse break drop {peak}"), intro=loop, verse=f"{loop} | {loop}", drop=f"{loop} | {loop}",
            lift=raised(f"{loop} | {loop}"), **{"break": loop})
    kit = s.part("~kit:909", "~kit:hard", "~kit:minimal", "kit:electronic", level=2)
    drums(s, kit, merged(HOUSE, {82: "................"}) if trance else TECHNO, ("intro", "verse", "drop", "lift"), fills="clap", crash=49)
    drums(s, kit, BUILD if trance or s.chance(0.5) else {42: "..xo..xo..xo..xo"}, "break", fills="snare")
    bass(s, s.part("~saw-bass", "~square-bass", "~reese", level=1, duck=0.5),
         s.pick(".RRR.RRR.RRR.RRR", "..R...R...R...R.", ".R.R.R.R.R.R.R.O") if trance
         else s.pick("R..R..R.R..R..R.", ".R.R.R.R.R.R.R.R", "..R..R..R..R..R."), low=28, where=("verse", "drop", "lift", "intro"))
    if trance:
        lead = s.part("~supersaw", "~saw-lead", level=0, duck=0.4, fx=("delay",))
        broken(s, lead, s.pick("0213021302130213", "3210321032103210", "0.31.20.31.20.31"), 68, 4, ("verse", "break", "intro"), ring=0.9, velocity=80)
        tune(s, lead, 64, 83, ("lift", "drop"), grain=4, density=1.3, off=0.5, form="AABC", turn=(0, 1.0), leap=0.25)
        second(s, s.part("~supersaw", level=-3, duck=0.4), lead, -2, ("lift", "drop"))
        pad(s, s.part("~warm-pad", "~choir", "~glass-pad", level=-4, duck=0.5), 60, 5)
        if s.chance(0.4):
            tune(s, singer(s, "~vocal"), 60, 76, ("break", "lift"), density=0.9, off=0.4, form="AABC", words=OPEN_VOWELS)
    else:
        acid = s.part("~acid", "~acid-square", "~square-lead", level=0, fx=s.pick((), ("drive",), ("delay",)))
        tune(s, acid, 40, 60, None, grain=4, density=2.8, off=0.8, bars=1, form="AAAB", turn=(0, 1.0), again=0.45, leap=0.3, legato=0.6)
        opening(s, acid)
        comp(s, s.part("~stab", "~dark-pad", "~fm-growl", level=-3, fx=("delay",)), ["...x......x.....", "x..x..x.........", "......x........."], 57, 3, velocity=80, short=0.5)
        hold(s, s.part("~dark-pad", "~drone", level=-6, duck=0.4), (s.tonic % 12 + 48,), 16.0)
    rise(s, "break", "intro")
    sit_out(s)


@style("Electronic", like="Hip-Hop")
def east_bass_and_breaks(s: Song) -> None:
    """Drum and bass with chopped breaks and a reese, or dubstep in half time with a wobble, pads with jazz harmony between; or slow chill-out."""
    kind = s.pick("jungle", "dubstep", "chill")
    s.set({"jungle": (166, 178), "dubstep": (138, 144), "chill": (84, 108)}[kind], ("minor", "dorian", "phrygian"), keys="F G A D E", room=("plate", "hall", "club"))
    loop = s.pick(*DEEP_LOOPS, *DARK_LOOPS)
    s.until(48, s.pick("intro drop break drop", "drop break drop"), intro=f"{loop} | {loop}", drop=f"{loop} | {loop} | {loop}", **{"break": loop})
    kit = s.part("~kit:any", "~kit:lofi", "kit:electronic", "kit:room", level=1)
    half = {36: "X.....x.........", 38: "........X......~", 42: "x.xxx.xxx.x.xxxx"}
    beat = half if kind == "dubstep" else varied(s, s.pick(*BREAKS))
    drums(s, kit, beat, "drop", fills="mixed", every=4)
    drums(s, kit, merged(beat, {36: "X..............."}) if s.chance(0.6) else {42: "x.x.x.x.x.x.x.x."}, ("intro", "break"), fills="snare")
    low = s.part({"jungle": "~reese", "dubstep": "~wobble", "chill": "~sub-bass"}[kind], s.pick("~fm-growl", "~sub-bass", "~saw-bass"), level=2)
    bass(s, low, {"jungle": ["R-----5-..R---7-", "R--R--R-----a---"], "dubstep": ["R---R---R-R-5---", "R-------R--R--a-"], "chill": ["R-----R-....5-a-", "R---------R---5-"]}[kind],
         low=26, where="drop")
    bass(s, s.part("~sub-bass", level=0), "R---------------", 26, ("intro", "break"))
    pad(s, s.part("~air-pad", "~glass-pad", "~warm-pad", "~dark-pad", "halo-pad", level=-3), 64, 5, spread=s.chance(0.5))
    comp(s, s.part("rhodes", "~stab", "~fm-bell", "vibraphone", level=-4, fx=("delay",)), ["x.....x...x.....", "...x......x..x..", "..x..x.........."], 64, 4, velocity=74)
    lead = s.part("~pluck", "~fm-bell", "~square-lead", "~vocal", "piano", "kalimba", "~theremin", level=-1, fx=("delay",), send=-6)
    tune(s, lead, 62, 82, None, grain=4, density=1.2, off=0.6, form="AABA", words=OPEN_VOWELS if "vocal" in lead.voice else (), rest=0.2)
    broken(s, s.part("~square-pluck", "~chip-pulse", "music-box", "~pluck", level=-6, fx=("delay",)), "0.2.3.1.2.0.3.2.", 74, 4, ("intro", "break"), ring=0.8)
    rise(s, "intro", "break")
    sit_out(s)


DISCO = {36: "X...X...X...X...", 38: "....X.......X..~", 46: "..X...X...X...X.", 42: "x.~xx.~xx.~xx.~x"}
SHEEN = {54: "..x...x...x...x.", 62: "~..o~.x~~..o~.xx"}
DISCO_CHORDS = ("i7 | iv7 | bVII7 | bIIImaj7 | bVImaj7 | iiø | V7 | i7", "im7 | IV7", "i | bVII | bVI | V7sus4 V7", "Imaj7 | vi7 | ii7 | V7sus4",
                "vi7 | ii7 | V7 | Imaj7 | IVmaj7 | viiø | III7 | vi7", "im7 | im7 | ivm7 | V7#9", "IVmaj7 | iii7 | ii7 | Imaj7")


@style("Disco", like="Pop")
def east_orchestral_disco(s: Song) -> None:
    """Circle-of-fifths harmony over four on the floor: octave bass, string runs and held counter-lines, horn stabs, scratch guitar, a belting singer with trio."""
    s.set((112, 130), s.pick("minor", "minor", "major", "dorian"), keys="A C D F G E", room=("plate", "hall", "club"))
    minor = s.scale != "major"
    options = [chords for chords in DISCO_CHORDS if chords.startswith("i") == minor]
    verse, chorus = s.pick(*options), s.pick(*options)
    s.until(48, s.pick("intro verse chorus break verse lift", "chorus verse chorus break lift"), intro=verse, verse=f"{verse} | {verse}", chorus=f"{chorus} | {chorus}",
            lift=raised(f"{chorus} | {chorus}"), **{"break": chorus})
    drums(s, s.part("kit:standard", "kit:room", "~kit:linn", level=1), merged(DISCO, SHEEN if s.chance(0.6) else {}), fills=s.pick("toms", "snare"), every=8,
          swap={"verse": {46: s.pick(46, 42)}})
    bass(s, s.part("finger-bass", "pick-bass", "slap-bass", level=2), ["R.O.R.O.R.O.R.a.", "R.ORR.O.R.O.5.O.", "R.O.5.O.R.O.7.a.", "R..RO.R.R..RO.7a"], low=28, short=0.8)
    comp(s, s.part("clean-guitar", "muted-guitar", "~electric-guitar", level=-2, pan=-0.5, fx=s.pick((), ("wah:phase",), ("chorus",))),
         ["mmXmmmXmmmXmmXXm", "..x...x...x...x.", "X.mXm.X.m.XmX.m."], 65, 3, velocity=82, short=0.5)
    comp(s, s.part("piano", "rhodes", "electric-grand", level=-3), ["x..x..x.x..x..x.", "..x..x....x..x..", "x...x...x...x..."], 62, 4, velocity=74)
    strings = s.part("strings", "~string-machine", "synth-strings", level=0)
    tune(s, strings, 72, 93, ("intro", "break", "chorus", "lift"), grain=4, density=2.2, off=0.3, form="ABAC", turn=(0.35, 1.0), leap=0.15, legato=1.0)
    pad(s, s.part("strings", "~section", level=-4), 67, 3, ("verse", "chorus", "lift"))
    inner(s, s.part("cello", "horn", level=-6), 58, ("verse", "chorus"))
    horns = s.part("brass", "trumpet", level=-1)
    comp(s, horns, [f"{s.pick('X..X............', '......X.X.......', '..........X..X.X')}|{s.pick('................', 'X...............')}" for _ in range(2)], 66, 3,
         ("chorus", "break", "lift"), velocity=98, short=0.6)
    voice = singer(s, "~vocal", "~vocal-duo")
    tune(s, voice, 58, 76, ("verse", "chorus", "lift"), grain=4, density=1.2, off=0.5, form=s.pick("AABC", "AABA"), words=OPEN_VOWELS, bend=0.25)
    second(s, s.part("~backing", "~vocal-duo", level=-2), voice, 2, ("chorus", "lift"))
    sit_out(s)


@style("Disco", like="R&B")
def east_funk_disco(s: Song) -> None:
    """A two- to four-chord vamp in ninths for slapped or fingered sixteenth bass, chicken-scratch guitar, clavinet, hand claps, unison singers and a breakdown."""
    s.set((104, 122), s.pick("dorian", "dorian", "minor", "mixolydian"), keys="E A D G B", room=("room", "club", "dry"))
    loop = (s.pick("im9 | IV9", "im7 | im7 | ivm7 | V7sus4", "im9 | bVIImaj7", "ivm9 | bVII13 | im9 | im9", "im7 bIIImaj7 | IV9") if s.scale != "mixolydian"
            else s.pick("I9 | IV9", "I9 | I9 | bVII9 | IV9"))
    s.until(46, s.pick("intro verse chorus break verse chorus", "chorus verse break chorus"), intro=loop, verse=f"{loop} | {loop}", chorus=f"{loop} | {loop}", **{"break": loop})
    drums(s, s.part("kit:standard", "kit:room", "~kit:linn", level=1), merged(DISCO, {39: "....X.......X..."}, SHEEN if s.chance(0.4) else {}), fills="mixed", every=4,
          swap={"verse": {46: s.pick(42, 46)}})
    bass(s, s.part("slap-bass", "finger-bass", "slap-bass-2", "~electric-bass", level=3),
         [s.pick("R..RO.R.x.R7O.5a", "R.xRO..R.R.x7.O.", "RxR.O.xR..R.5.7O", "R.R...xO.7.5.R.a")
          + "|" + s.pick("R..RO.R.x.5.7.O.", "R.x.R.O.x7.O.5.a") for _ in range(2)], low=28, short=0.7)
    comp(s, s.part("clean-guitar", "~electric-guitar", "muted-guitar", level=0, pan=-0.4, fx=s.pick((), ("wah:phase",), ("chorus",))),
         ["mXmmXmmXmmXmXmmX", "X.mmX.mXmmX.mXmm", "..XmmmX...XmmXmm"], 66, 3, velocity=86, short=0.45)
    comp(s, s.part("clavinet", "rhodes", "drawbar", level=-3, pan=0.4), ["x.xx..x.x..xx.x.", "..x..xx...x..x..", "x...............|......x..x.x...."], 60, 4, velocity=74,
         short=0.6)
    pad(s, s.part("strings", "~string-machine", level=-4), 69, 3, ("chorus", "break"))
    brass = s.part("brass", "trumpet", "tenor-sax", level=-1)
    tune(s, brass, 62, 79, ("intro", "break", "chorus"), grain=4, density=1.4, off=0.6, form="AAAB", turn=(0.5, 1.0), again=0.35)
    voice = singer(s, "~vocal-duo", "~vocal", "~vocal-low")
    tune(s, voice, 57, 72, ("verse", "chorus"), grain=4, density=1.3, off=0.55, form="AABA", turn=(0, 0.7), words=OPEN_VOWELS, again=0.35)
    second(s, s.part("~vocal-duo", "~backing", level=-2), voice, 2, "chorus")
    sit_out(s)


@style("Disco", like="Electronic")
def east_synth_disco(s: Song) -> None:
    """Italian and space disco: sequenced octave bass, string machine, arpeggios, vocoder-like singer, syndrums and a minor tune for a synthesizer lead."""
    s.set((112, 132), s.pick("minor", "minor", "harmonic-minor", "major"), keys="A D E G C F", room=("plate", "club", "hall"))
    minor = s.scale != "major"
    loop = (s.pick("i | bVI | bVII | i", "i | bVII | bVI | V", "i | iv | bVII | bIII", "i | bIII | bVII | iv") if minor
            else s.pick("I | vi | IV | V", "vi | IV | I | V", "I V/7 | vi iii | IV I/3 | ii V"))
    chorus = s.pick("bVI | bVII | i | i", "iv | bVII | bIII | bVI | iv | i | V | V", "i bVII | bVI V") if minor else s.pick("IV | V | iii | vi", "ii | V | I | vi")
    s.until(48, "intro verse chorus break verse chorus", intro=loop, verse=f"{loop} | {loop}", chorus=f"{chorus} | {chorus}", **{"break": loop})
    drums(s, s.part("~kit:linn", "~kit:808", "kit:electronic", "~kit:909", level=1), merged(DISCO, {39: "....X.......X..."}, {56: "..~...x...~...x."} if s.chance(0.4) else {}),
          fills=s.pick("toms", "clap"), every=4)
    bass(s, s.part("~saw-bass", "synth-bass", "~square-bass", "~fm-bass", level=2), ["R.O.R.O.R.O.R.O.", "ROROROROROROROR7", "R.OOR.OOR.OO5.OO", "RRORRRORRRORRR5O"], low=29,
         short=0.7)
    broken(s, s.part("~pluck", "~square-pluck", "polysynth", level=-4, fx=("delay",)), ["0123012301230123", "0.2.1.3.0.2.1.3.", "3.1.2.0.3.1.2.0."], 69, 4,
           ("intro", "verse", "break", "chorus"), ring=0.8)
    pad(s, s.part("~string-machine", "synth-strings", "~choir", level=-2), 65, 4)
    lead = s.part("~saw-lead", "square-lead", "~supersaw", "~theremin", level=0, fx=("delay",))
    tune(s, lead, 64, 83, ("intro", "break", "chorus"), grain=4, density=1.3, off=0.4, form="ABAC", bend=0.15, turn=(0, 1.0))
    voice = s.part("~robot", "~vocal", "~vocal-duo", "~vocal-low", level=2, fx=s.pick((), ("chorus",), ("delay",)))
    tune(s, voice, 55, 71, ("verse", "chorus"), density=1.1, off=0.4, form="AABA", words=OPEN_VOWELS, again=0.3)
    second(s, s.part("~backing", "~robot", level=-3), voice, -2, "chorus")
    sit_out(s)
