"""More electronic music: half-time and two-step, echoes, marching sequences, odd meters, cut-up guitars, swinging house, one-bar footwork.

What must tell it from Hip-Hop, Disco, Pop, Folk and Jazz is who is in charge: loops that are built up, filtered and taken away; a voice is one more sample.
"""

from __future__ import annotations

import bass
import comping
import groove
import lines
import players
from score import Part
from song import Song, style

MINOR = ("i | i | bVI | bVII", "i | bVII | bVI | bVI", "i | i | iv | iv", "i | v | bVI | iv", "i | i | i | i", "i | i | bII | i")
DEEP = ("im9 | im9 | ivm9 | ivm9", "im9 | bVImaj7 | im9 | v7", "ii9 | Imaj9 | ii9 | Imaj9", "im7 | im7 | im7 | im7", "bVImaj9 | v7 | im9 | im9")
BRIGHT = ("IVmaj7 | V | iii7 | vi7", "IVadd9 | I | V | vi", "vi | IV | I | V", "IVmaj9 | V | vi7 | Imaj9")


def _machine(s: Song, *families: str, level: float = 0.0, fx: tuple[str, ...] = ()) -> Part:
    """A drum machine on the grid."""
    return s.part(*(f"~kit:{family}" for family in families), "kit:electronic", name="machine", level=level, pan=0.0, send=-22, loose=0.0, fx=fx)


def _sweep(s: Song, part: Part, bars: float = 8.0, low: float = 0.2, high: float = 0.9) -> None:
    """The filter opens over so many bars and falls shut."""
    at, points = 0.0, []
    while at < s.sections[-1].end:
        points += [(at, low), (at + bars * s.beats * 0.97, high)]
        at += bars * s.beats
    part.sweep = tuple(points)


def _cuts(s: Song, voices: tuple[str, ...], low: int, density: float = 1.4, bars: int = 2, level: float = -1.0, fx: tuple[str, ...] = (), where: str | None = None) -> Part:
    """A sample chopped into a figure that repeats without change."""
    part = s.part(*voices, name="cuts", level=level, fx=fx, loose=0.0)
    lines.play_riff(s, part, lines.make_riff(s, bars * s.beats, density, 14, s.scale, 0.25), bars * s.beats, low, where, follow=s.chance(0.3), gate=s.pick(0.4, 0.7, 0.95))
    return part


@style("Electronic", like="Reggae")
def dubstep(s: Song) -> None:
    """Half-time at a hundred and forty: a kick, a snare on three, air; a bass that wobbles or growls where the tune would be."""
    s.set((132, 148), ("minor", "phrygian", "dorian"), swing=s.pick(0.0, 0.0, 0.4), unit=0.5, room=("dry", "plate", "cave", "hall"))
    s.until(46, "intro drop drop intro drop", intro=s.pick(*MINOR), drop=s.pick(*MINOR))
    kit = _machine(s, "909", "808", "hard", level=1)
    groove.drums(s, kit, s.pick({"kick": "x.....x...x.....", "snare": "........X.......", "hat": "x..x..x.x..x..x."},
                                {"kick": "x.........x..x..", "snare": "........X.......", "hat": "..x...x...x..xx."},
                 {"kick": "x..x............|x.....x...x.....", "clap": "........X.......", "rim": "..x..x....x..x.."}), "drop", fills=s.pick(0, 8), crash=False, human=0.03)
    low = s.part("~wobble", "~wobble", "~fm-growl", "~reese", "~sub-bass", level=1, loose=0.0, fx=s.pick((), ("drive:3",)))
    bass.pattern(s, low, s.pick("R-------..R-..R-", "R---..R-R-----8-", "R-....R-..5-..7-", "R-----------R-R-"), 26, "drop")
    comping.comp(s, s.part("~stab", "reed-organ", "~organ", "clean-guitar", "piano", "synth-brass", level=-3, fx=("delay:dub",)),
                 s.pick("....s...........|............s...", "..s...s...s...s.", "........s......."), 62, 3)
    comping.pad(s, s.part("~dark-pad", "~air-pad", "strings", "choir", "~glass-pad", level=-4), 60, 3, "intro")
    if s.chance(0.6):
        _cuts(s, ("~vocal", "flute", "~theremin", "shakuhachi", "violin", "music-box"), 64, 0.7, fx=("delay:dub",))
    if s.chance(0.3):
        players.talk(s, None, 4, -3, ("delay:dub",))


@style("Electronic", like="R&B")
def two_step_garage(s: Song) -> None:
    """Skipping kicks with a hole where the third beat was, shuffled hats, organ bass, ninths, a chopped singer: sung music turned into a drum."""
    s.set((126, 136), ("minor", "dorian"), swing=(0.4, 0.9), unit=0.5, room=("dry", "plate", "club"))
    s.until(46, "a a b a", a=s.pick(*DEEP), b=s.pick(*DEEP))
    groove.drums(s, _machine(s, "909", "minimal", "linn", level=1),
                 s.pick({"kick": "x.........x.....", "snare": "....X.......X...", "hat": "..x..xx...x..xx.", "rim": ".......x.x......"},
                 {"kick": "x.....x...x.....", "clap": "....X.......X..x", "hat": "x.xx..x.x.xx..x."},
                     {"kick": "x..x......x.....", "snare": "....X..g....X.g.", "open": "..x...x...x...x.", "shaker": "xoxoxoxoxoxoxoxo"}), fills=8, crash=False, human=0.04)
    bass.pattern(s, s.part("~organ", "~sub-bass", "~square-bass", "~fm-bass", "perc-organ", "~reese", level=0, loose=0.0),
                 s.pick("R..R..5...8.R...", "..R...R..7..5.R.", "R-.....R..8-..R."), 31, gate=0.7)
    comping.comp(s, s.part("rhodes", "~fm-piano", "~organ", "~stab", "dx-piano", "vibraphone", level=-2, loose=0.0, fx=("delay:230",)),
                 s.pick("..s..s....s..s..", "x--s......x--s..", "s.....s..s......"), 62, 4)
    _cuts(s, ("~vocal", "~vocal-duo", "~vocal", "oohs", "tenor-sax"), 60, 1.6, level=0, fx=("delay:230",))
    if s.chance(0.4):
        comping.pad(s, s.part("strings", "~warm-pad", "~string-machine", level=-5), 64, 3, "b")


@style("Electronic", like="Pop")
def future_bass(s: Song) -> None:
    """Detuned chords that swell and stutter on half-time drums; the drop is the chorus, a toy melody and a pitched-up vowel above it."""
    s.set((132, 164), ("major", "lydian", "minor"), room=("plate", "dry", "hall"))
    own = BRIGHT if s.scale != "minor" else MINOR
    s.until(46, "calm rise drop drop", calm=s.pick(*own), rise=s.pick(*own), drop=s.pick(*own))
    s.master.append("dense")
    chords = s.part("~supersaw", "~saw-poly", "~brass-poly", "polysynth", "~string-machine", level=0, loose=0.0, duck=0.8, fx=s.pick((), ("gate:110",)))
    comping.comp(s, chords, s.pick("x--x--x-x--x-xxx", "x-----x-x-x-x-x-", "x--x--x---x--x--"), 64, 5, "drop")
    _sweep(s, chords, s.pick(1, 2, 4), 0.4, 1.0)
    kit = _machine(s, "808", "909", "hard", level=1)
    groove.drums(s, kit, s.pick({"kick": "x.....x...x.....", "snare": "........X.......", "clap": "........X......."},
                                {"kick": "x..x..x...x..x..", "snare": "........X......."}), "drop", fills=0, crash=False, human=0.02)
    groove.trap_hats(s, kit, "drop", 0.5, 0.4)
    snare = s.part(kit.voice, name="build", level=-2, loose=0.0)
    for section in s.sections:
        if section.name == "rise":
            groove.roll(snare, section.end - 8, 8, "snare", 25, 110, 0.25)
    comping.comp(s, s.part("piano", "~electric-guitar", "~fm-piano", "music-box", "harp", level=-1), s.pick("x---x-x-", "x-------", "x--x--x-"), 62, 4, ("calm", "rise"))
    _cuts(s, ("~vocal", "~pluck", "~fm-bell", "~chip-square", "marimba", "kalimba", "~flute"), 72, 1.8, fx=("delay:200",))
    bass.pattern(s, s.part("~808-bass", "~sub-bass", "~saw-bass", level=0, loose=0.0, duck=0.5), s.pick("R-----R---R-----", "R-------R---R-R-"), 28, "drop")


@style("Electronic", like="Reggae")
def dub_techno(s: Song) -> None:
    """A kick under water and one minor chord that its own echoes keep alive; nothing happens, slowly."""
    s.set((112, 126), ("minor", "dorian"), room=("hall", "cave", "plate", "church"))
    s.until(50, "a a a a", a=s.pick("im7 | im7 | im7 | im7", "im9 | im9 | bVIImaj7 | im9", "im7 | im7 | ivm7 | im7"))
    groove.drums(s, _machine(s, "minimal", "909", "808", level=-1, fx=s.pick((), ("tone:dark",))),
                 s.pick({"kick": "x...x...x...x...", "hat": "..x...x...x...x."}, {"kick": "x...x...x...x...", "rim": "...x......x.....", "shaker": "o.oxo.oxo.oxo.ox"},
                        {"kick": "x...x...x...x...|x...x...x...x.x.", "open": "..o...o...o...o."}),
                 fills=0, crash=False, human=0.04, loud=86)
    chord = s.part("~stab", "~saw-poly", "~organ", "dx-piano", "~fm-piano", "~square-pluck", "reed-organ", level=0, loose=0.0, send=-5, fx=("tone:dark", "delay:dub"))
    comping.comp(s, chord, s.pick("...s......s.....", "..s.............|......s...s.....", "s..s......s.....|................"), 58, 4)
    _sweep(s, chord, s.pick(8, 16), 0.2, 0.8)
    bass.pattern(s, s.part("~sub-bass", "~square-bass", "~sub-bass", "finger-bass", level=-1, loose=0.0), s.pick("..R...R...R...R.", "R-....R-........", "R..........R...."),
                 28)
    bass.drone(s, s.part("~wind", "~air-pad", "~dark-pad", "rain", "~crackle-hits", level=-10), (60,), 16, loud=60)
    if s.chance(0.3):
        lines.melody(s, s.part("~theremin", "pan-flute", "muted-trumpet", "~fm-bell", level=-4, send=-4, fx=("delay:dub",)), 62, 80, None, 0.4, 0.6)


@style("Electronic", like="Metal")
def body_music(s: Song) -> None:
    """A sixteenth sequence drilled into the floor, a machine that marches, orders barked through a distorted microphone: no guitars, no chorus."""
    s.set((108, 138), ("phrygian", "minor", "minor-pentatonic"), room=("dry", "club", "room"))
    s.until(44, "a a b a", a=s.pick("i | i | i | i", "i | i | bII | i"), b=s.pick(*MINOR))
    groove.drums(s, _machine(s, "hard", "linn", "909", "808", level=1),
                 s.pick({"kick": "x...x...x...x...", "snare": "....X.......X...", "hat": "..x...x...x...x."}, {"kick": "X...X...X...X...", "clap": "....X.......X.xx"},
                        {"kick": "x...x...x...x.x.", "snare": "....X..x....X...", "cowbell": "..x...x.....x.x."}), fills=0, crash=False, human=0.02, loud=104)
    row = "".join(s.pick("R", "R", "R", "8", "7", "5", ".") for _ in range(16))
    bass.pattern(s, s.part("~saw-bass", "~square-bass", "~fm-bass", "~acid-square", "synth-bass", level=1, loose=0.0, fx=s.pick((), ("drive:4",))), row, 30, gate=0.55)
    _cuts(s, ("~stab", "orchestra-hit", "~metallophone", "~fm-growl", "~hoover", "choir", "tinkle"), 50, 0.7, level=-2)
    if s.chance(0.6):
        who = s.part("~growl", "~robot", "~vocal-low", "~speech", name="orders", level=0, pan=0.0, fx=s.pick(("drive:6",), ("tone:telephone", "drive:4"), ("delay:180",)))
        pitch = s.pick(45, 50) if who.voice == "~speech" else 41
        for bar in s.bars("a"):
            if bar.index % 2 == 1:
                for place, word in enumerate(("move", "now", "harder")[:s.pick(1, 2, 3)]):
                    who.add(bar.start + place, 0.7, pitch, 108, word if who.voice == "~speech" else "ho")
    comping.pad(s, s.part("~string-machine", "choir", "~dark-pad", "~brass-poly", level=-4), 60, 3, "b")


@style("Electronic", like="Jazz")
def odd_machines(s: Song) -> None:
    """Drum programming as a solo instrument in five, seven or nine: no bar like the last, and above it a slow naive melody on soft keys."""
    s.set((96, 172), ("lydian", "major", "dorian", "minor"), beats=s.pick(2.5, 3.5, 4.5, 4.0), room=("dry", "booth", "plate"))
    s.until(46, "a a b a", a=s.pick(*DEEP, *BRIGHT), b=s.pick(*DEEP, *BRIGHT))
    steps = int(s.beats * 4)
    kit = _machine(s, "lofi", "808", "minimal", "chip", level=0, fx=s.pick((), ("crush:2",)))
    for bar in s.bars():
        for place in range(steps):
            at = bar.start + place * 0.25
            if place == 0 or s.chance(0.16):
                kit.add(at, 0.25, groove.DRUMS["kick"], s.rng.randint(86, 112))
            elif place % 6 == 4 or s.chance(0.06):
                for part in range(s.pick(1, 1, 1, 2, 3, 4)):
                    kit.add(at + part * 0.0625, 0.06, groove.DRUMS["snare"], s.rng.randint(60, 108))
            if s.chance(0.6):
                kit.add(at, 0.2, groove.DRUMS[s.pick("hat", "hat", "rim", "open")], s.rng.randint(35, 92))
    tune = s.part("~fm-piano", "celesta", "~vibes", "~square-lead", "music-box", "~glass-pad", "rhodes", "clarinet", "~chip-triangle", level=0, fx=("delay:260",), send=-7)
    lines.melody(s, tune, 62, 84, None, 0.8, 0.25, form="AABA", triplets=False)
    comping.pad(s, s.part("~warm-pad", "~air-pad", "~string-machine", "new-age", "~soft-organ", level=-3), 60, 4)
    bass.pattern(s, s.part("~sub-bass", "~acid", "~square-bass", "fretless", level=-1, loose=0.0),
                 "R" + "".join(s.pick(".", ".", "-", "5", "8", "R") for _ in range(steps - 1)), 29)


@style("Electronic", like="Folk")
def folktronica(s: Song) -> None:
    """A fingerpicked guitar, a harp or a thumb piano is sampled, cut and layered over clicks and a sub; field recordings, no song."""
    s.set((76, 118), ("major", "mixolydian", "dorian", "major-pentatonic"), swing=s.pick(0.0, 0.0, 0.5), unit=0.5, room=("room", "booth", "plate"))
    s.until(46, "a a b a", a=s.pick("Iadd9 | IVadd9", "I | vi | IV | IV", "i7 | IV | i7 | bVII" if s.scale == "dorian" else "Imaj7 | iii7 | IVmaj7 | IVmaj7"),
            b=s.pick("vi7 | IV | I | V", "IV | I | IV | I"))
    guitar = s.part("~nylon-guitar", "steel", "~steel-guitar", "harp", "kalimba", "~kora", "nylon", "~dulcimer", level=0, loose=0.002,
                    fx=s.pick((), ("crush:2",), ("gate:120",)))
    comping.fingerpick(s, guitar, s.pick("B.1.b.2.B.3.b.1.", "B12.b21.B13.b..2", "B..1.2b.3.B.1.2."), 40)
    _cuts(s, ("~mandolin", "music-box", "glockenspiel", "clarinet", "~vocal", "fiddle", "recorder"), 64, 1.2, s.pick(1, 2), -2,
          s.pick(("reverse",), ("delay:310",), ("gate:90",)))
    groove.drums(s, _machine(s, "minimal", "lofi", "808", level=-2),
                 s.pick({"kick": "x.....x...x.....", "rim": "....x.......x..x", "hat": "x.xxx.xxx.x.xxx."}, {"kick": "x...x...x...x...", "rim": "...x..x....x..x."},
                        {"kick": "x..x......x.....", "snare": "....x.......x...", "shaker": "xoxoxoxoxoxoxoxo"}),
                 s.pick(None, "a"), fills=0, crash=False, loud=80, drop=0.1)
    bass.pattern(s, s.part("~sub-bass", "~square-bass", "~sub-bass", level=-1, loose=0.0), s.pick("R-------....R---", "R-----R-........"), 28)
    if s.chance(0.5):
        comping.pad(s, s.part("reed-organ", "accordion", "~air-pad", "~soft-organ", "~section", level=-5), 62, 3, "b")
    bass.drone(s, s.part("~wind", "~crackle-hits", "bird", "seashore", level=-14), (60,), 16, loud=55)


@style("Electronic", like="Jazz")
def electro_swing(s: Song) -> None:
    """A hot clarinet, a stride piano or a swing guitar looped two bars at a time over a house kick and a synthetic bass; the band never gets a solo."""
    s.set((112, 132), ("minor", "harmonic-minor", "major"), swing=s.pick(0.0, 0.5, 0.9), room=("club", "dry", "room"))
    s.until(44, "a a break a", a=s.pick("i | i | iv | V7", "i | V7 | i | V7", "im6 | im6 | V7 | im6") if s.scale != "major" else s.pick("I6 | VI7 | ii7 | V7",
        "I | I | V7 | I6"), **{"break": "iv | i | V7 | i" if s.scale != "major" else "IV | iv | I | V7"})
    kit = _machine(s, "909", "linn", "808", level=1)
    groove.drums(s, kit, s.pick("house", {"kick": "x...x...x...x...", "clap": "....x.......x...", "hat": "..x...x...x...x."},
                                {"kick": "x.....x...x.....", "snare": "....X.......X...", "hat": "x.x.x.x.x.x.x.x."}), "a", fills=8, crash=False, human=0.03)
    bass.pattern(s, s.part("~saw-bass", "~square-bass", "~wobble", "~sub-bass", "synth-bass", level=0, loose=0.0, duck=0.4),
                 s.pick("R.R.5.5.", "..R...R...R...R.", "R..R..5.R..R..8."), 30, gate=0.6)
    comping.comp(s, s.part("jazz-guitar", "piano", "banjo", "~steel-guitar", "accordion", level=-2, fx=("tone:thin",)), s.pick("s.s.s.s.", ".s.s.s.s", "..s...s."), 63, 4)
    loop = _cuts(s, ("clarinet", "muted-trumpet", "violin", "trumpet", "alto-sax", "trombone", "~bowed"), 62, 1.8, 2, 0, s.pick(("tone:telephone",), ("tone:far",), ()))
    comping.stabs(s, [s.part("brass", "trumpet", "~brass-section", level=-3), s.part(loop.voice, "trombone", level=-4)], s.pick("....s..s|........", "s..s....|......ss"), 64,
                  "a")
    if s.chance(0.4):
        _cuts(s, ("~vocal", "~vocal-low", "~vocal-duo"), 57, 1.2, fx=("tone:telephone",), where="break")
