"""More metal: polymeters, hip-hop bounce, fuzz and swamp, hardcore, cellos, slow builds, harpsichords; with and without a singer.

What must tell them from Rock, Classical, Electronic and Hip-Hop is how riffs are made: palm-muted low roots against open fifths, modes with low seconds,
kick drums that double the riff.
"""

from __future__ import annotations

import bass
import comping
import flow
import groove
import lines
import players
from score import Part
from song import Song, Where, style

DARK = ("i | i | bVI | bVII", "i | bII | i | bII", "i | i | bIII | bII", "i | bVI | bIII | bVII", "i | i | i | bII", "i | bV | iv | bII", "i | bVI | iv | V")
HEROIC = ("i | bVI | bIII | bVII", "i | bVII | bVI | V", "bVI | bVII | i | i", "i | iv | bVII | bIII", "i | V | i | bVII", "iv | i | V | i")


def _loops(s: Song, plan: str, seconds: float = 42, loops: tuple[str, ...] = DARK) -> None:
    """Every section has a loop of its own; the master is loud."""
    s.until(seconds, plan, **{name: s.pick(*loops) for name in dict.fromkeys(plan.split())})
    s.master.append("dense")


def _wall(s: Song, *gains: str, level: float = 1.0) -> Part:
    """The rhythm guitars, recorded twice."""
    return players.guitar(s, s.pick(*(gains or ("high", "scooped", "death", "high"))), level, wide=True)


def _kit(s: Song, *more: str, level: float = 2.0) -> Part:
    """A drummer who hits hard."""
    return s.part("kit:power", "kit:standard", "kit:room", *more, name="kit", level=level, pan=0.0, send=-16, loose=0.004)


def _under(s: Song, riff: Part, level: float = -1.0, voices: tuple[str, ...] = ("pick-bass", "finger-bass", "~electric-bass", "slap-bass")) -> None:
    """The bass doubles the riff's lowest notes an octave down."""
    low = s.part(*voices, name="bass", level=level, pan=0.0, send=-20, fx=s.pick((), ("drive:3",), ("amp:bass-dirt",)))
    before = -1.0
    for note in sorted(riff.notes, key=lambda each: (each.start, each.pitch)):
        if note.start > before + 1e-6:
            low.add(note.start, note.length, note.pitch - 12 if note.pitch > 38 else note.pitch, 100)
            before = note.start


def _kicks(row: str) -> str:
    """A kick wherever the guitars strike."""
    return "".join("x" if mark in "mPb" else "|" if mark == "|" else "." for mark in row)


def _voice(s: Song, where: Where, density: float = 1.6) -> None:
    """A growl or a shriek in the riff's rhythm."""
    who = s.part("~growl", "~scream", "~growl", name="voice", level=0.5, pan=0.0, fx=s.pick((), ("drive:4",), ("delay:200",)))
    lines.melody(s, who, 38, 45, where, density, 0.25, pull=0.2, syllables=("go", "ra", "hau", "de", "o", "bro"), gate=0.85)


@style("Metal", like="Electronic")
def djent(s: Song) -> None:
    """Eight strings and a cycle that is not four: muted figures of three, five or seven sixteenths against a backbeat in four, glassy pads and leads above."""
    s.set((92, 148), ("phrygian", "minor", "locrian", "dorian"), room=("dry", "room", "hall"))
    _loops(s, "a a b a", loops=("i | i | i | i", "i | i | bII | i", "i | i | bVI | bVI"))
    guitar, low = _wall(s, "high", "scooped"), s.pick(30, 32, 33, 35)
    cell = s.pick("mm.m.", "m.mm.m.", "mmP-.", "m.mP-m.", "m..mm.m", "mm.", "mPm.mm.")
    endless = (cell * 40)[:64]
    rows = "|".join(endless[at:at + 16] for at in range(0, 64, 16))
    lines.chug(s, guitar, rows, low, "a", open_power=s.chance(0.5))
    lines.chug(s, guitar, s.pick("P-------P---P---", "P-----P-----P---", "P---mmmmP---b---"), low, "b")
    _under(s, guitar)
    groove.drums(s, _kit(s, "~kit:909", "~kit:linn"), {"kick": _kicks(rows), "snare": "........X.......", "china": "x...x...x...x..."}, "a", fills=4, loud=106, vary=0.0)
    groove.drums(s, s.parts[-1], s.pick("half-time", "breakdown", "rock"), "b", fills=4, loud=104)
    comping.pad(s, s.part("~glass-pad", "~air-pad", "~electric-guitar", "choir", "~string-machine", level=-4, fx=("delay:420",), send=-5), 66, 3, s.pick(None, "b"))
    if s.chance(0.5):
        lines.melody(s, s.part("~saw-lead", "distorted", "~electric-guitar", "clean-guitar", level=0, fx=("amp:lead", "delay:380")), 62, 88, "b", s.pick(0.8, 2.4), 0.15,
                     bends=0.3)
    if s.chance(0.5):
        _voice(s, "a")


@style("Metal", like="Hip-Hop")
def bounce_metal(s: Song) -> None:
    """Down-tuned one-string riffs that bounce like a beat, a turntable in the gaps, a rapped or whispered verse, a roared chorus over open chords."""
    s.set((84, 116), ("phrygian", "minor", "minor-pentatonic", "locrian"), room=("dry", "room", "club"))
    _loops(s, "intro verse chorus verse chorus")
    guitar, low = _wall(s, "high", "scooped", "fuzz"), s.pick(33, 35, 36, 38)
    row = s.pick("m..m..m.P-..b-..", "P-.m..m.mm.P-...", "m.mm..b-m.mm..P-", "P-..m.m...P-b-..")
    lines.chug(s, guitar, row, low, ("intro", "verse"), open_power=False)
    lines.chug(s, guitar, s.pick("P---P---P-P-P-P-", "P-------P-----P-", "PPPPPPPPPPPPPPPP"), low, "chorus")
    _under(s, guitar)
    kit = _kit(s, "~kit:lofi")
    groove.drums(s, kit, {"kick": _kicks(row), "snare": "....X.......X...", s.pick("hat", "open", "ride"): "x.x.x.x.x.x.x.x."}, ("intro", "verse"), fills=4, loud=104)
    groove.drums(s, kit, s.pick("rock", "half-time", "rock-busy"), "chorus", fills=4, loud=108)
    if s.chance(0.6):
        hand = s.part("~scratch", "~theremin", "~siren", level=-3, fx=("delay:250",))
        for bar in s.bars(("intro", "verse")):
            if bar.index % 2 == 1:
                hand.add(bar.start + 2, s.pick(0.5, 1.0, 1.5), s.pick(62, 69, 74), 96)
    comping.arpeggio(s, players.guitar(s, "clean", -3, 0.4, extra=("chorus", "delay:300")), 0.5, 55, 1, "0212", "verse")
    if s.chance(0.6):
        flow.rap(s, "verse", s.pick("old-school", "boom-bap", "laid-back"), 0, ("~growl", "~rap-voice", "~vocal-low", "~speech"), s.pick((), ("drive:3",)), adlibs=0.2)
    if s.chance(0.5):
        _voice(s, "chorus", 1.2)
    else:
        players.sing(s, "chorus", low=55, density=1.1, fx=("drive:3",))


@style("Metal", like="Blues")
def stoner(s: Song) -> None:
    """Desert and swamp: one fat fuzz riff in pentatonics, slow, a little swung, repeated until it is hypnosis; wah leads, feedback, a drummer who wades."""
    s.set((60, 104), ("minor-pentatonic", "blues", "phrygian"), keys="C D A B", swing=s.pick(0.0, 0.0, 0.0, 0.4), room=("club", "room", "arena"))
    _loops(s, "a a b a solo", 46, ("i | i | i | i", "i | i | bIII | bII", "i | i | bVII | bIII"))
    guitar, low = _wall(s, "fuzz", "fuzz", "death"), s.pick(33, 35, 36, 38)
    lines.play_riff(s, guitar, lines.make_riff(s, 8, s.between(0.9, 1.6), 8, "blues", 0.45), 8, low, ("a", "solo"), power=True, follow=s.chance(0.5), mute=0.2)
    lines.chug(s, guitar, s.pick("P-----P-", "P---P-b-", "P-------"), low, "b")
    _under(s, guitar, 0)
    kit = _kit(s)
    groove.drums(s, kit, s.pick("doom", "half-time", "rock-ride", {"kick": "x..x..x.x..x....", "snare": "....X.......X...", "crash": "x...x...x...x..."}), fills=4, loud=104)
    solo = players.guitar(s, s.pick("lead", "fuzz"), 1, 0.2, extra=(s.pick("wah", "delay:400", "wah:phase"),))
    lines.melody(s, solo, 57, 84, "solo", 1.6, 0.2, bends=0.6, scale="blues", pull=0.4)
    if s.chance(0.4):
        comping.pad(s, s.part("rock-organ", "drawbar", "~drone", level=-5, fx=("leslie", "drive:3")), 60, 3, "b")
    if s.chance(0.55):
        players.sing(s, ("a", "b"), density=0.9, scale="minor-pentatonic", fx=s.pick(("drive:3",), ("tone:telephone",), ("delay:400",)), level=-1)


@style("Metal", like="Rock")
def hardcore_crossover(s: Song) -> None:
    """Two minutes of anger: a sprint on muted fifths, a gang that shouts, then the floor opens for a breakdown at half the speed."""
    s.set((160, 220), ("phrygian", "minor", "locrian"), keys="E D C", room=("room", "club", "dry"))
    _loops(s, "fast fast shout breakdown", 36)
    guitar, low = _wall(s), s.pick(36, 38, 40)
    lines.chug(s, guitar, s.pick("mmmmPPmmmmmmP-P-", "PPPPPPPPPPPPPPPP", "mmPmmPmmmmPmmPP-"), low, "fast")
    lines.chug(s, guitar, s.pick("P-P-P-P-", "P---P-b-"), low, "shout")
    slow = s.pick("m.....m.P---....|m..m..m.b---....", "m...m.m.........|P---....m.m.b---", "mm....mm....b---|mm..mm..P-------")
    lines.chug(s, guitar, slow, low, "breakdown")
    _under(s, guitar)
    kit = _kit(s)
    groove.drums(s, kit, s.pick("d-beat", "punk", "thrash", "blast"), "fast", fills=4, loud=110)
    groove.drums(s, kit, s.pick("rock", "punk", "rock-ride"), "shout", fills=4, loud=108)
    groove.drums(s, kit, {"kick": _kicks(slow), "snare": "........X.......", "china": "x...x...x...x..."}, "breakdown", fills=0, loud=110)
    flow.shout(s, "shout", s.pick("X...X...X.X.X...", "..X...X...X.X...", "X.X.X...X.X.X..."), 0, words=("hey", "go", "now", "stand up"))
    _voice(s, ("fast", "breakdown"), 2.0)


@style("Metal", like="Classical")
def cello_metal(s: Song) -> None:
    """Four cellos and a drum kit: bowed gallops on the low string, fifths in the middle, a lead that sings or shreds; amplified, or in a plain hall."""
    s.set((96, 176), ("harmonic-minor", "minor", "phrygian", "phrygian-dominant"), keys="D C E A G", room=("hall", "arena", "room"))
    _loops(s, "intro verse chorus solo chorus", loops=(*HEROIC, *DARK))
    gain = s.pick(("amp:crunch",), ("amp:high",), ("amp:lead",), ())
    rhythm = s.part("cello", "~bowed", "contrabass", "strings", name="cello", level=1, fx=(*gain, "double"), loose=0.006)
    low = s.pick(36, 38)
    row = s.pick("m.mmm.mmm.mmP-P-", "mmmmmmmmmmmmP-P-", "P-mmP-mmP-mmP-P-")
    lines.chug(s, rhythm, row, low, ("verse", "solo"), open_power=False)
    lines.chug(s, rhythm, s.pick("P---P---", "PPPPPPPP", "P-PPP-PP"), low, "chorus")
    _under(s, rhythm, -3, ("contrabass", "~bowed", "finger-bass", "cello"))
    inner = s.part(rhythm.voice, "viola", "violin", level=-2, pan=0.4, fx=gain)
    comping.comp(s, inner, s.pick("xxxxxxxx", "x---x---", "s.sss.ss"), 57, 2, "chorus")
    comping.pad(s, s.part("strings", "slow-strings", "choir", "cello", level=-1), 55, 4, "intro", spread=True)
    kit = _kit(s, level=1.0)
    groove.drums(s, kit, {"kick": _kicks(row), "snare": "....X.......X...", "ride": "x.x.x.x.x.x.x.x."}, ("verse", "solo"), fills=4, loud=104)
    groove.drums(s, kit, s.pick("double-kick", "half-time", "rock"), "chorus", fills=4, loud=106)
    lead = s.part("cello", "violin", "~bowed", "viola", level=1, fx=s.pick((), ("amp:lead", "delay:350")))
    lines.melody(s, lead, 57, 81, ("intro", "chorus"), 1.1, 0.1, bends=0.15, graces=0.08)
    lines.runs(s, lead, 57, 88, "solo", s.pick(0.25, 1 / 6), gap=0.15)


@style("Metal", like="Rock")
def post_metal(s: Song) -> None:
    """Clean guitars circle in three or in six over brushed toms for a long time; then the same chords again as a wall, and nothing is sung."""
    s.set((84, 132), ("minor", "phrygian", "dorian"), beats=s.pick(3.0, 4.0, 3.0, 6.0), room=("hall", "arena", "church", "room"))
    loop = s.pick("i | bVI | bIII | bVII", "i | i | bVI | iv", "i | v | bVI | bVI", "i | bII | bVI | i")
    s.until(46, "calm calm rise heavy heavy", calm=loop, rise=loop, heavy=loop)
    s.master.append("dense")
    eighths = int(s.beats * 2)
    figure = s.pick("021324", "0212", "024312", "0323")
    for pan in (-0.5, 0.5):
        comping.arpeggio(s, players.guitar(s, s.pick("clean", "edge"), -1, pan, extra=("delay:400", "chorus")), 0.5, s.pick(50, 55), 2, figure, ("calm", "rise"), gate=1.8)
    wall, low = _wall(s, "high", "fuzz", "death"), s.pick(33, 36, 38)
    lines.chug(s, wall, s.pick("P" + "-" * (eighths - 1), "P-" * (eighths // 2), "P--" * (eighths // 3) + "m" * (eighths % 3)), low, "heavy")
    tremolo = s.part("~electric-guitar", "distorted", "tremolo-strings", name="tremolo", level=0, fx=("amp:lead", "delay:350"))
    sketch = Part("sketch", "distorted")
    lines.melody(s, sketch, 62, 84, ("rise", "heavy"), 0.7, 0.05, pull=0.8)
    lines.repeated(s, tremolo, sketch.notes, 0.25)
    bass.pattern(s, s.part("pick-bass", "finger-bass", "~electric-bass", level=-1, fx=("drive:3",)), "R" * eighths, 28, ("rise", "heavy"))
    steps = eighths * 2
    kit = _kit(s)
    groove.drums(s, kit, {"kick": "x" + "." * (steps - 1), "tom4": "..o." * (steps // 4), "tom2": "...." * (steps // 4 - 1) + "o.oo"}, ("calm", "rise"), fills=0, crash=False,
                 loud=84)
    middle = steps // 2
    groove.drums(s, kit, {"kick": "x.....x." + "." * (steps - 8), "snare": "." * middle + "X" + "." * (steps - middle - 1),
                          s.pick("crash", "ride", "china"): "x..." * (steps // 4)}, "heavy", fills=4, loud=108)
    if s.chance(0.35):
        _voice(s, "heavy", 0.7)


@style("Metal", like="Classical")
def neoclassical(s: Song) -> None:
    """Baroque sequences at speed: a harpsichord or an organ and a lead guitar chase each other through circles of fifths over double kick."""
    s.set((120, 190), ("harmonic-minor", "harmonic-minor", "minor", "phrygian-dominant"), keys="E A D B G", room=("hall", "room", "arena", "church"))
    circle = "i | iv | bVII | bIII | bVI | iv | V | V"
    _loops(s, "theme verse solo theme", loops=(circle, circle, "i V | i V | iv i | V", "i | bVII | bVI | V", "i | iv | V | i"))
    guitar, low = _wall(s, "high", "lead"), s.pick(38, 40)
    row = s.pick("mmmmmmmmmmmmmmmm", "P-mmP-mmP-mmP-mm", "m.mmm.mmm.mmm.mm")
    lines.chug(s, guitar, row, low, ("verse", "solo"))
    lines.chug(s, guitar, s.pick("P---P---", "P-P-P-P-"), low, "theme")
    _under(s, guitar)
    kit = _kit(s, "~kit:909")
    groove.drums(s, kit, s.pick("double-kick", "gallop-kick", "thrash"), ("verse", "solo"), fills=4, loud=104)
    groove.drums(s, kit, s.pick("rock", "double-kick", "half-time"), "theme", fills=4, loud=104)
    keys = s.part("harpsichord", "church-organ", "~harpsichord", "~pipe-organ", "piano", "strings", "~saw-lead", level=-1, pan=-0.3)
    comping.arpeggio(s, keys, 0.25, 55, 2, s.pick("updown", "up", "0213"), s.pick("theme", "solo", None))
    lead = players.guitar(s, "lead", 1, 0.2, extra=("delay:320",))
    tune = lines.melody(s, lead, 64, 88, "theme", s.between(1.4, 2.4), 0.08, form="AABA", bends=0.15, graces=0.12)
    lines.harmonise(s, s.part("distorted", "violin", "~saw-lead", "harpsichord", "~electric-guitar", level=-1, pan=-0.2, fx=s.pick((), ("amp:lead",))), tune, s.pick(2, -2))
    lines.runs(s, lead, 62, 93, "solo", s.pick(0.25, 1 / 6), "harmonic-minor", gap=0.15)
    if s.chance(0.4):
        players.sing(s, "verse", low=60, density=1.3, bends=0.3)


@style("Metal", like="Pop")
def gothic(s: Song) -> None:
    """Black velvet: a piano or music box alone, a deep or an angelic voice, then slow heavy fifths with strings and a choir that keep the song's tune."""
    s.set((68, 116), ("minor", "harmonic-minor"), room=("hall", "church", "arena", "plate"))
    _loops(s, "intro verse chorus verse chorus", 46, HEROIC)
    comping.arpeggio(s, s.part("piano", "music-box", "harp", "celesta", "~nylon-guitar", "harpsichord", "~fm-bell", level=-1, send=-6), 0.5, 55, 2,
                     s.pick("updown", "0213", "0321"), ("intro", "verse"), gate=1.4)
    guitar, low = _wall(s, "high", "scooped"), s.pick(36, 38, 40)
    lines.chug(s, guitar, s.pick("P---m.mmP---m.mm", "P-------P---P---", "mmmmP---mmmmP-P-"), low, "chorus")
    if s.chance(0.5):
        lines.chug(s, guitar, s.pick("m.......m...m...", "mmmmmmmmmmmmmmmm"), low, "verse", loud=90)
    _under(s, guitar)
    kit = _kit(s)
    groove.drums(s, kit, s.pick("rock", "half-time", "double-kick"), "chorus", fills=4, loud=106)
    groove.drums(s, kit, s.pick("half-time", {"kick": "x.......x.......", "rim": "....x.......x...", "hat": "x.x.x.x.x.x.x.x."}), "verse", fills=8, loud=88)
    comping.pad(s, s.part("choir", "strings", "~choir", "~string-machine", "church-organ", level=-2, send=-6), 64, 4, "chorus")
    players.sing(s, ("verse", "chorus"), density=1.1, voices=("~vocal", "~vocal-low", "oohs", "~choir-low", "~vocal-duo"), bends=0.15)
    if s.chance(0.3):
        _voice(s, "chorus", 0.9)
