"""Hip-hop and rap."""

from __future__ import annotations

from hands.east.craft import bass, broken, comp, drums, inner, merged, pad, sit_out, varied
from hands.east.tunes import OPEN_VOWELS, flow, shout, singer, tune
from score import Part
from song import Song, style

BOOM_BAP = ({36: "X..?..x...x.....", 38: "....X..o.o..X...", 42: "x.x.x.x.x.x.x.x."}, {36: "X.x....x..x....~", 38: "....X.......X.~o", 42: "x.xxx.x.x.x.xxx."},
            {36: "X......xx.x.....|X..x...x..x...?.", 38: "....X.......X..o", 42: "x.x.x.x.x.x.x.x."})
TRAP = ({36: "X.....x...x.....|X..x......x..x..", 38: "........X.......", 42: "x.x.x.xxx.x.xxxx"}, {36: "X..x..x.........", 39: "........X.......", 42: "xxx.x.x.xxxxx.x."},
        {36: "X.........X..x..", 38: "........X.......", 42: "x.x.x.x.x.x.x.x.", 37: "...~......~....."})
SAMPLES = ("im9 | ivm9", "iim9 V13 | Imaj9 VI7b9", "Imaj7 | iii7 bIII7 | ii7 | bIImaj7", "im7 bVImaj7 | ivm7 V7#9", "ivm9 bVII9 | bIIImaj9 bVImaj7", "im9 | bVImaj9 | iiø | V7b9",
           "IVmaj9 | iii7 VI7")
GRIM = ("i | bVI | i | bII", "i | i | bVI | V", "i | bII", "i | iv | bVI | V", "i bVI | bIII V", "i | i | i | bVII")
ADLIBS = ("yeah", "come on", "uh", "what", "say it", "hey now", "check", "let go", "right", "one time")


def rapper(s: Song, level: float = 3.0) -> Part:
    """Who raps, close to the microphone."""
    return s.part("~rap-voice", level=level, pan=s.between(-0.1, 0.1), send=s.between(-18, -11), fx=s.pick((), (), ("double",), ("delay",), ("tone:air",)), loose=0.012)


def adlibs(s: Song, where: tuple[str, ...], often: float) -> None:
    """Now and then somebody shouts between the lines."""
    if s.chance(often):
        shout(s, s.part("~speech", level=-3, fx=s.pick((), ("delay",), ("tone:telephone",))), ADLIBS, where, every=s.pick(2, 4))


@style("Hip-Hop", like="Jazz")
def east_jazz_crates(s: Song) -> None:
    """Boom-bap over a looped jazz sample: rhodes or vibraphone in ninths, upright bass, a horn fragment that comes round, scratches, rap in the verses."""
    s.set((82, 98), s.pick("dorian", "minor", "major"), keys="F C D G Bb", swing=s.between(0.25, 0.7), unit=0.5, room=("room", "dry", "club"))
    loop = s.pick(*SAMPLES)
    s.until(46, s.pick("intro verse chorus verse chorus", "chorus verse break verse"), intro=loop, verse=f"{loop} | {loop} | {loop} | {loop}", chorus=f"{loop} | {loop}",
            **{"break": f"{loop} | {loop}"})
    drums(s, s.part("~kit:lofi", "kit:standard", "~kit:any", "kit:jazz", level=2, fx=s.pick((), ("crush",), ("drive:2",))), varied(s, s.pick(*BOOM_BAP)), fills="mixed", every=8,
          crash=0)
    bass(s, s.part("upright", "finger-bass", "~string-bass", "~sub-bass", level=2), ["R..R..5-......a.", "R-....R.5---7-a-", "R--R......5-a-..", "R-3-5-..R.....a."], low=27)
    keys = s.part("rhodes", "piano", "vibraphone", "jazz-guitar", "~vibes", level=0, fx=s.pick((), ("crush",), ("tone:dark",), ("tremolo",)))
    comp(s, keys, s.pick("X-----..x-..x...", "x-..x-....x-....", "X---------..x-..", "x--x--..x--x--.."), 62, 4, velocity=76)
    horn = s.part("tenor-sax", "muted-trumpet", "flute", "vibraphone", "strings", level=-2, fx=s.pick(("tone:far",), ("tone:telephone",), ("delay",)))
    tune(s, horn, 62, 80, ("intro", "chorus", "break"), density=1.1, off=0.6, form="AAAA" if s.chance(0.5) else "AAAB", bend=0.15)
    tune(s, horn, 64, 80, "verse", density=0.9, off=0.6, form="AAAA", turn=(0.7, 1.0), bars=4)
    if s.chance(0.65):
        scratch = s.part("~scratch", level=-3)
        for bar in s.bars(("intro", "chorus", "break")):
            for place in range(8):
                if s.chance(0.35):
                    scratch.add(bar.start + place / 2, 0.3, s.between(55, 75), 92)
    flow(s, rapper(s, 2), "verse", low=s.pick(45, 48, 52), busy=s.between(0.55, 0.72))
    if s.chance(0.6):
        tune(s, singer(s, "~vocal", "~vocal-low", "~backing", level=0), 57, 72, "chorus", grain=4, density=1.1, off=0.6, form="AAAB", words=OPEN_VOWELS)
    adlibs(s, ("intro", "chorus"), 0.3)
    if s.chance(0.4):
        s.part("~crackle-hits", level=-16).add(0.0, s.sections[-1].end, 60, 60)
    sit_out(s)


@style("Hip-Hop", like="R&B")
def east_soul_loop(s: Song) -> None:
    """A sped-up soul loop: strings, pitched-up voice, guitar and organ chopped on the beat, hard drums over it; also mellow beats for study with no words."""
    mellow = s.chance(0.4)
    s.set((68, 86) if mellow else (84, 100), s.pick("major", "dorian", "minor"), keys="Ab Eb C F D", swing=s.between(0.3, 0.8) if mellow else s.pick(0.0, 0.3), unit=0.5,
          room=("room", "plate", "dry"))
    loop = s.pick(*SAMPLES, "I V/7 | vi7 I7/5 | IVmaj7 iv6 | I/5 V7sus4", "vi7 V | IVmaj7 iii7", "IVmaj7 V/4 | iii7 vi7")
    s.until(46, s.pick("verse chorus verse break", "intro verse chorus verse chorus"), intro=loop, verse=f"{loop} | {loop} | {loop}", chorus=f"{loop} | {loop}",
            **{"break": f"{loop} | {loop}"})
    drums(s, s.part("~kit:lofi", "~kit:any", "kit:electronic", "kit:room", level=2), varied(s, s.pick(*BOOM_BAP)), fills="light" if mellow else "mixed", every=8, crash=0,
          swap={"break": {42: 82}})
    bass(s, s.part("~sub-bass", "finger-bass", "~808-bass", level=1), ["R-----..R-..5-a-", "R--R----....5.a.", "R-------R-------"], low=26)
    dusty = s.pick((), ("crush",), ("tone:dark",), ("tone:far",))
    comp(s, s.part("rhodes", "piano", "drawbar", "nylon", "electric-grand", level=0, fx=dusty), s.pick("x...x...x...x...", "X-..x.x-..x.x-..", "X-----x---..x---"), 63, 4,
         velocity=74)
    if mellow:
        broken(s, s.part("jazz-guitar", "~nylon-guitar", "kalimba", "music-box", "harp", level=-3, fx=("delay",)), s.pick("0.2.3...1.2.....", "3..2..1.....2..1"), 68, 4, ring=1.6)
    else:
        pad(s, s.part("strings", "~string-machine", "~section", level=-3, fx=dusty), 67, 4)
        comp(s, s.part("brass", "clean-guitar", level=-4, fx=dusty), s.pick("..x...x.........", "x..x............", "....x.......x..."), 66, 3, velocity=80, short=0.6)
    sample = s.part("~vocal", "~vocal-duo", "~backing", level=1 if not mellow else -3, fx=s.pick(("tone:telephone",), ("delay",), ("crush",)))
    tune(s, sample, 67, 82, ("intro", "chorus", "break"), grain=4, density=1.1, off=0.5, form="AAAB", words=OPEN_VOWELS, bend=0.35)
    if mellow and s.chance(0.6):
        tune(s, s.part("piano", "flute", "tenor-sax", "jazz-guitar", level=0, fx=dusty), 65, 84, None, density=1.0, off=0.6, form="AABC", rest=0.25)
    else:
        flow(s, rapper(s, 3), "verse", low=s.pick(46, 50, 54), busy=s.between(0.6, 0.75), triplets=0.1)
    adlibs(s, ("chorus", "intro"), 0.3)
    sit_out(s)


@style("Hip-Hop", like="Electronic")
def east_party_breaks(s: Song) -> None:
    """Old-school party and electro-funk: machine drums, cowbell, synth bass riffs, orchestra hits and scratches, crew that chants a hook in unison."""
    s.set((96, 118), s.pick("minor", "dorian", "blues", "mixolydian"), keys="E A G C D", room=("room", "club", "dry"))
    loop = s.pick("I5 | I5 | bVII5 | I5", "I5 | I5", "i7 | IV7", "i | bVI bVII", "I5 | bIII5 IV5")
    s.until(44, "intro verse chorus break verse chorus", intro=f"{loop} | {loop}", verse=f"{loop} | {loop} | {loop} | {loop}", chorus=f"{loop} | {loop}",
            **{"break": f"{loop} | {loop}"})
    electro = {36: "X..x..x...x..x..", 38: "....X.......X...", 42: "xxxxxxxxxxxxxxxx", 56: "x..x..x...x.x..."}
    beat = s.pick(electro, merged(BOOM_BAP[0], {56: "x.x.x.x.x.x.x.x."}), {36: "X.xX......x..x..", 39: "....X.......X..x", 42: "x.x.x.x.x.x.x.x.", 54: "..x...x...x...x."})
    drums(s, s.part("~kit:808", "~kit:linn", "kit:808", "kit:standard", level=2), beat, fills="clap", every=4, crash=49)
    low = s.part("synth-bass", "~square-bass", "slap-bass", "~fm-bass", "finger-bass", level=2)
    bass(s, low, [s.pick("R..RR..7.R..5.7.", "R.R..R.O..7.5.7.", "R..O..R..7.5R...") + "|" + s.pick("R..RR..7.O.7.5.a", "R.R..R.O.7.5R.7a") for _ in range(2)], low=28, short=0.7)
    comp(s, s.part("clavinet", "clean-guitar", "~stab", "polysynth", level=-2), ["x.m.x.m.x.mxx.m.", "..x...x...x...xx", "X..x............"], 62, 3, velocity=80, short=0.5)
    hits = s.part("orchestra-hit", "brass", "~stab", level=-1)
    comp(s, hits, s.pick("X...............|............X..X", "X..X..X.........|................"), 64, 3, ("intro", "chorus", "break"), velocity=106, short=0.6)
    scratch = s.part("~scratch", level=-1)
    for bar in s.bars(("intro", "chorus", "break")):
        pattern = s.pick("x.xxx.x.", "xx.xx.xx", "x...x.xx", "..xx..xx")
        for place, cell in enumerate(pattern):
            if cell == "x":
                scratch.add(bar.start + place / 2, 0.4, s.between(50, 78), 98)
    flow(s, rapper(s, 3), "verse", low=s.pick(48, 52), busy=s.between(0.5, 0.62), triplets=0.03)
    crew = s.part("~vocal-duo", "~rap-voice", level=2, fx=("double",))
    tune(s, crew, 52, 62, "chorus", density=1.5, off=0.4, form="AABA", bars=1, words=OPEN_VOWELS, again=0.7)
    if s.chance(0.5):
        tune(s, s.part("square-lead", "~saw-lead", "~robot", level=-2), 64, 79, ("intro", "break"), grain=4, density=1.3, off=0.5, form="AAAB")
    adlibs(s, ("break", "chorus"), 0.35)
    sit_out(s)


@style("Rap", like="Hip-Hop")
def east_trap_storytelling(s: Song) -> None:
    """Half-time trap: gliding 808, rattling hats, a minor bell or piano figure, and a rapper who hardly stops, with triplet runs and ad-libs."""
    s.set((128, 152), s.pick("minor", "harmonic-minor", "phrygian"), keys="C D F G Db", room=("dry", "booth", "plate"))
    loop = s.pick(*GRIM)
    s.until(46, s.pick("verse chorus verse chorus", "intro verse verse chorus verse"), intro=loop, verse=f"{loop} | {loop} | {loop} | {loop}", chorus=f"{loop} | {loop}")
    kit = s.part("~kit:808", "kit:808", "~kit:any", level=1)
    drums(s, kit, varied(s, s.pick(*TRAP)), fills="", crash=0)
    for bar in s.bars():
        if s.chance(0.45):
            start, count = s.pick(1.0, 2.5, 3.0, 3.5), s.pick(6, 8, 6, 3)
            for place in range(count):
                kit.add(bar.start + start + place * 0.5 / count * (2 if start < 3.5 else 1), 0.1, 42, 50 + 40 * place / count)
    bass(s, s.part("~808-bass", "~808-bass", "~sub-bass", level=4, fx=s.pick((), ("drive:3",))),
         ["R-----R-..R-----|R--R------R-7-5-", "R---------R-....|R-----R---R-a---", "R--R--R---------"], low=25)
    figure = s.part("~fm-bell", "piano", "music-box", "~pluck", "pizzicato", "~nylon-guitar", "flute", level=-2, fx=s.pick((), ("delay",), ("tone:dark",)))
    broken(s, figure, [s.pick("0.2.1.3.2.1.0.1.", "3..2..1.3..2..0.", "3.2.1.2.0...1...", "..3...2...1.0...") for _ in range(2)], 70, 4, ring=1.2)
    pad(s, s.part("~dark-pad", "choir", "strings", "~choir-low", level=-8), 58, 4, ("chorus",) if s.chance(0.5) else None)
    voice = rapper(s, 4)
    flow(s, voice, ("verse", "intro"), low=s.pick(44, 47, 51), busy=s.between(0.5, 0.68), triplets=s.between(0.3, 0.6))
    if s.chance(0.5):
        tune(s, singer(s, "~vocal", "~vocal-low", "~robot"), 55, 69, "chorus", density=1.3, off=0.4, form="AABA", words=OPEN_VOWELS, again=0.45)
        flow(s, s.part("~rap-voice", level=-1, fx=("delay",)), "chorus", low=52, busy=0.3)
    else:
        flow(s, voice, "chorus", low=52, busy=0.45, triplets=0.5)
    adlibs(s, ("verse", "chorus"), 0.4)
    sit_out(s)


@style("Rap", like="R&B")
def east_piano_street_rap(s: Song) -> None:
    """A dramatic loop of piano or strings in minor with a chromatic inner line, hard boom-bap, dense rhyming verses and a sung or shouted hook."""
    s.set((84, 100), s.pick("minor", "harmonic-minor"), keys="C D F A G E", swing=s.pick(0.0, 0.2, 0.4), unit=0.5, room=("dry", "booth", "room"))
    loop = s.pick("i V/7 | bIII/b7 IV/6 | bVI iiø | V7", "i | bVI | iv | V", "i iv | V i", "i V7/7 | i7/b7 IV/6", "i | bII/4 | V | i", "im9 bVImaj7 | ivm7 V7b9")
    s.until(46, s.pick("verse chorus verse chorus", "intro verse chorus verse"), intro=loop, verse=f"{loop} | {loop} | {loop} | {loop}", chorus=f"{loop} | {loop}")
    drums(s, s.part("~kit:lofi", "~kit:909", "kit:room", "~kit:any", level=3), varied(s, s.pick(*BOOM_BAP)), fills=s.pick("light", "mixed"), every=8, crash=0)
    bass(s, s.part("~sub-bass", "finger-bass", "~808-bass", "upright", level=2), ["R-----R.R-..5-a-", "R--R......R-a...", "R.......R.R...a."], low=26)
    piano = s.part("piano", "harpsichord", "pizzicato", "rhodes", "harp", "nylon", level=0)
    broken(s, piano, s.pick("0213021302130213", "B.2.1.3.B.2.1.3.", "3...2...1.2.1...", "B123.123B123.123"), 64, 4, ring=1.1, velocity=78)
    strings = s.part("strings", "cello", "~section", "tremolo-strings", level=-3)
    inner(s, strings, 60, passing=0.8)
    pad(s, s.part("strings", "choir", "brass", level=-5), 64, 3, "chorus")
    voice = rapper(s, 4)
    flow(s, voice, "verse", low=s.pick(44, 48, 52), busy=s.between(0.66, 0.82), triplets=0.12)
    if s.chance(0.55):
        hook = singer(s, "~vocal", "~backing", "~vocal-duo")
        tune(s, hook, 57, 74, "chorus", density=1.1, off=0.4, form="ABAC", words=OPEN_VOWELS, bend=0.25)
        if s.chance(0.5):
            flow(s, s.part("~rap-voice", level=0), "chorus", low=50, busy=0.35)
    else:
        flow(s, voice, ("chorus", "intro"), low=52, busy=0.5, triplets=0.05)
    adlibs(s, ("chorus", "intro"), 0.45)
    sit_out(s)


@style("Rap", like="Electronic")
def east_double_time_and_drill(s: Song) -> None:
    """Drill with sliding 808s and displaced snares, or a bare cypher: drums, bass, one sound, and a voice in front in sixteenths."""
    drill = s.chance(0.55)
    s.set((138, 146) if drill else (76, 112), s.pick("minor", "phrygian", "harmonic-minor"), keys="C E F G Ab", room=("dry", "booth", "room"))
    loop = s.pick(*GRIM)
    s.until(46, "verse break verse chorus", verse=f"{loop} | {loop} | {loop} | {loop}", chorus=f"{loop} | {loop}", **{"break": f"{loop} | {loop}"})
    beat = ({36: "X.....x..x......|X..x.....x..x...", 38: "........X.......|........X.....x.", 42: "x..x..x.x..x..x.", 37: "..~.......~..~.."} if drill
            else varied(s, s.pick(*BOOM_BAP)) if s.chance(0.75) else varied(s, {36: "X..x..x...X..x..", 39: "....X.......X...", 42: "x.x.x.x.x.x.x.x."}))
    drums(s, s.part("~kit:808", "~kit:any", "kit:electronic", "kit:808", level=2), beat, fills="clap" if not drill else "", every=8, crash=0)
    low = s.part("~808-bass", "~sub-bass", "~saw-bass", "~reese", level=3)
    bass(s, low, ["R-----R-----5-..|R--R------7---a-", "R--R----..O---7-|R-----R-5-----a-"] if drill else ["R..R..R...R..R..", "R.......R.7.R...", "R--5--R-......a-"], low=25)
    sound = s.part("~choir", "~pluck", "piano", "strings", "~fm-bell", "~stab", "square-lead", "~dark-pad", level=-2, fx=s.pick((), ("delay",), ("tone:dark",)))
    comp(s, sound, s.pick("X.......x.......", "x..x..x...x.....", "X---------x-----", "..x...x..x......"), 64, 3, velocity=74)
    tune(s, s.part("~fm-bell", "flute", "violin", "~theremin", "piano", level=-4, fx=("delay",)), 67, 82, ("break", "chorus", "verse"), density=0.9, off=0.4, form="AAAB")
    voice = rapper(s, 4)
    flow(s, voice, ("verse", "break"), low=s.pick(43, 46, 50), busy=s.between(0.5, 0.62) if drill else s.between(0.75, 0.92), triplets=0.35 if drill else 0.1)
    flow(s, s.part("~rap-voice", level=2, fx=("double",)), "chorus", low=51, busy=0.42)
    adlibs(s, ("chorus", "verse"), 0.45)
    sit_out(s)
