"""More rock: odd meters, fuzz that hides the singer, acoustic sessions, cellos, an upright piano, a sound chip; with the backbeat in all of them.

What must tell them from Metal, Folk, Classical, Pop and Electronic is the rhythm section: a drummer's two and four, a bass in eighths, fifths and
pentatonic riffs, whoever plays them.
"""

from __future__ import annotations

import bass
import comping
import groove
import lines
import players
from score import Part
from song import Song, Where, style

LOOPS = ("I | V | vi | IV", "I | bVII | IV | I", "I | IV | V | IV", "i | bVII | bVI | bVII", "i | bIII | bVII | IV", "I | I | IV | V", "i | bVI | bIII | bVII",
         "I | bIII | IV | I")


def _loops(s: Song, plan: str, seconds: float = 42, loops: tuple[str, ...] = LOOPS) -> None:
    """Every section has a loop of its own."""
    s.until(seconds, plan, **{name: s.pick(*loops) for name in dict.fromkeys(plan.split())})


def _kit(s: Song, *more: str, level: float = 1.5) -> Part:
    """A drummer in a room."""
    return s.part("kit:standard", "kit:room", "kit:power", *more, name="kit", level=level, pan=0.0, loose=0.007)


def _bass(s: Song, *rows: str, where: Where = None, voices: tuple[str, ...] = ("pick-bass", "finger-bass", "~electric-bass"), level: float = -1.0) -> None:
    """Mostly eighths on the root."""
    bass.pattern(s, s.part(*voices, name="bass", level=level, pan=0.0, send=-20, fx=s.pick((), (), ("drive:2",))), s.pick(*rows), 28, where)


@style("Rock", like="Jazz")
def math_rock(s: Song) -> None:
    """Seven or five in a bar: two clean guitars tap interlocking figures, the drummer plays round them, then everybody lands on the same fifths."""
    s.set((120, 176), ("major", "lydian", "dorian", "mixolydian"), beats=s.pick(3.5, 3.5, 2.5, 4.5), room=("room", "club", "dry"))
    _loops(s, "a a b a", loops=("Imaj7 | Imaj7 | IVmaj7 | vi7", "vi7 | IVmaj7 | Imaj7 | V", "IVadd9 | IVadd9 | Iadd9 | iii7", "i7 | IV | i7 | bVIImaj7"))
    steps = int(s.beats * 4)
    for pan, low in ((-0.6, 55), (0.6, 62)):
        guitar = players.guitar(s, s.pick("clean", "edge"), 0, pan, extra=s.pick((), ("delay:210",), ("chorus",)))
        figure = "".join(s.pick("0", "1", "2", "3", "4", "5") for _ in range(steps))
        comping.arpeggio(s, guitar, 0.25, low, 2, figure, "a", rests="".join(s.pick("x", "x", ".") for _ in range(steps)), gate=0.8)
        comping.comp(s, guitar, "X" + "".join(s.pick("-", "-", ".", "x") for _ in range(int(s.beats * 2) - 1)), low, 3, "b")
    accents = ["x" if at % 4 == 0 else s.pick(".", ".", "x") for at in range(steps)]
    kick = "".join("." if at % 4 == 2 else mark for at, mark in enumerate(accents))
    snare = "".join("X" if at % 6 == 4 else s.pick(".", ".", "g") for at in range(steps))
    ride = s.pick("ride", "hat")
    groove.drums(s, _kit(s), {"kick": kick, "snare": snare, ride: "x." * (steps // 2)}, fills=4, loud=98)
    _bass(s, "R" + "".join(s.pick("-", "R", "5", ".", "8") for _ in range(int(s.beats * 2) - 1)))
    if s.chance(0.35):
        players.sing(s, "b", density=1.0, fx=s.pick((), ("drive:2",)))


@style("Rock", like="Electronic")
def shoegaze(s: Song) -> None:
    """Two or three guitars in fuzz and tremolo make one cloud; the drummer rolls on below, the voice is only a colour in it."""
    s.set((78, 136), ("major", "mixolydian", "dorian"), room=("arena", "hall", "church", "plate"))
    _loops(s, "verse chorus verse chorus", 46, ("Iadd9 | Iadd9 | IVadd9 | IVadd9", "I | iii | IV | IV", "IVmaj7 | I | IVmaj7 | vi", "i | bVII | IV | IV"))
    s.master.append("dense")
    for pan in (-0.6, 0.6):
        wall = players.guitar(s, s.pick("fuzz", "lead", "high"), 0, pan, extra=("chorus", s.pick("tremolo", "delay:420", "flanger")))
        comping.strum(s, wall, s.pick("x-x-x-x-", "xxxxxxxx", "x-------"), "chorus" if pan < 0 else None, strings=5)
    comping.arpeggio(s, players.guitar(s, "clean", -1, extra=("chorus", "delay:350")), 0.5, 60, 2, "0213", "verse", gate=1.8)
    if s.chance(0.5):
        comping.pad(s, s.part("~string-machine", "drawbar", "~choir", "synth-strings", level=-4), 64, 3)
    groove.drums(s, _kit(s, "~kit:linn"), s.pick("rock", "rock-ride", "rock-busy"), fills=8, loud=98)
    _bass(s, "RRRRRRRR", "R-R-R-R5")
    players.sing(s, None, density=0.9, level=-4, fx=("delay:300",), voices=("~vocal", "~backing", "~vocal-duo", "oohs"), bends=0.1)


@style("Rock", like="Pop")
def garage(s: Song) -> None:
    """A combo in a garage in 1966: a fuzz riff of two bars, a reedy organ, maracas in eighths, one microphone."""
    s.set((120, 168), ("minor-pentatonic", "mixolydian", "blues"), keys="E A G D", room=("room", "club", "booth"))
    s.master.append("old")
    _loops(s, "verse verse chorus verse solo", 38, ("I | bVII | IV | I", "I | IV | I | IV", "i | bVII | i | bVII", "I | bIII | IV | I", "I | IV | v | IV"))
    riff = lines.make_riff(s, 8, s.between(1.2, 2.0), 9, "minor-pentatonic", 0.4)
    lines.play_riff(s, players.guitar(s, s.pick("fuzz", "crunch", "edge"), 0, -0.4), riff, 8, 40, ("verse", "solo"), follow=True)
    comping.comp(s, s.part("reed-organ", "rock-organ", "~organ", "accordion", "perc-organ", level=-2, pan=0.4, fx=s.pick((), ("tremolo",))),
                 s.pick("x-x-x-x-", ".x.x.x.x", "ssssssss"), 66, 3)
    comping.strum(s, players.guitar(s, "crunch", -2, 0.2), "x-xux-xu", "chorus", strings=4)
    groove.drums(s, _kit(s), s.pick("rock", {"kick": "x.......x.x.....", "snare": "....X.X.....X...", "maracas": "x.x.x.x.x.x.x.x."},
                                    {"kick": "x...x...x...x...", "snare": "....X.......X...", "tambourine": "x.x.x.x.x.x.x.x."}), fills=8, loud=104)
    _bass(s, "R-R-R-R-", "R-RR5-R-", "RRRRRRRR")
    players.sing(s, ("verse", "chorus"), low=57, density=1.5, scale="minor-pentatonic", fx=s.pick(("drive:3",), ("tone:telephone",), ()))
    lines.melody(s, players.guitar(s, "fuzz", 1, 0.1), 60, 84, "solo", 1.6, 0.2, bends=0.4, scale="minor-pentatonic")


@style("Rock", like="Folk")
def unplugged(s: Song) -> None:
    """The same songs on stools: two steel-string guitars strum riffs and fifths, an acoustic bass, a drummer with rods, the chorus still a rock chorus."""
    s.set((84, 138), ("minor", "major", "mixolydian", "minor-pentatonic"), keys="E A D G", room=("room", "club", "hall", "booth"))
    s.master.append("live")
    _loops(s, "verse verse chorus solo chorus")
    one = s.part("steel", "~steel-guitar", "~dulcimer", "nylon", level=0, pan=-0.45)
    two = s.part("steel", "~steel-guitar", "~steel-guitar", level=-1, pan=0.45)
    if s.chance(0.5):
        lines.play_riff(s, one, lines.make_riff(s, 8, s.between(1.4, 2.2), 10, "minor-pentatonic", 0.4), 8, 40, ("verse", "solo"), power=True, mute=0.2)
    else:
        comping.arpeggio(s, one, 0.5, 45, 2, s.pick("0213", "0321"), ("verse", "solo"), gate=1.6)
    comping.strum(s, one, s.pick("X-xuxuxu", "x-x-xxxu"), "chorus")
    comping.strum(s, two, s.pick("x---x-xu", "m-x-m-xu", "x--x--x-"), ("chorus", "solo") if s.chance(0.5) else None, strings=5)
    _bass(s, "R-R-R-R5", "R---R-5-", "RRRRRRRR", voices=("finger-bass", "upright", "~string-bass", "fretless"))
    groove.drums(s, s.part("kit:brush", "kit:standard", "kit:room", level=0),
                 s.pick("rock", "half-time", {"kick": "x.....x.x.......", "rim": "....X.......X...", "shaker": "xoxoxoxoxoxoxoxo"},
                        {"kick": "x.......x.x.....", "snare": "....X.......X...", "conga1": "..x...xx..x...xx"}), fills=8, loud=94)
    players.sing(s, ("verse", "chorus"), low=55, density=1.4, bends=0.35)
    lines.melody(s, s.part("steel", "harmonica", "~steel-guitar", "cello", "reed-organ", level=1), 57, 84, "solo", 1.5, 0.2, bends=0.3, scale="minor-pentatonic")


@style("Rock", like="Electronic")
def motorik(s: Song) -> None:
    """One chord and one beat for ever: eighths from the bass, an unchanging drummer, guitars and organs that come and go; no chorus, hardly a voice."""
    s.set((124, 164), ("mixolydian", "dorian", "minor-pentatonic", "major"), room=("room", "club", "hall"))
    s.until(46, "a a b a", a=s.pick("I | I | I | I", "i | i | i | i", "I | I | IV | IV"), b=s.pick("bVII | bVII | IV | IV", "I | I | bVII | bVII", "IV | IV | I | I"))
    kit = {"kick": "x.x...x.x.x...x.", "snare": "....X.......X...", s.pick("hat", "ride"): "x.x.x.x.x.x.x.x."}
    groove.drums(s, _kit(s, level=0), s.pick(kit, {**kit, "kick": "x.x.x.x.x.x.x.x."}), fills=0, loud=96, human=0.05)
    _bass(s, "RRRRRRRR", "RRRRRR8R", "R.RRR.R5", level=0)
    rhythm = players.guitar(s, s.pick("clean", "edge", "crunch"), -1, -0.4, extra=s.pick((), ("chorus",), ("delay:230",)))
    comping.comp(s, rhythm, s.pick("s.ss.ss.s.ss.ss.", "xxxxxxxx", "s.s.s.s.s.s.s.s."), 62, 3)
    comping.pad(s, s.part("drawbar", "~organ", "~string-machine", "reed-organ", "~brass-poly", level=-4, fx=s.pick((), ("wah:phase",))), 64, 3, s.pick(None, "b"))
    lead = s.part("~electric-guitar", "~saw-lead", "violin", "flute", "rock-organ", "overdriven", level=-1, fx=("amp:crunch", "delay:380"), send=-6)
    lines.melody(s, lead, 60, 82, s.pick(None, "b"), 0.8, 0.4, form="AAAB", bends=0.3)
    if s.chance(0.3):
        players.sing(s, "b", density=0.8, level=-2, fx=("tone:telephone",))


@style("Rock", like="Classical")
def chamber_rock(s: Song) -> None:
    """A rock trio whose guitarists are cellists and violinists: bowed riffs, fifths on gut, pizzicato verses, a real backbeat."""
    s.set((88, 150), ("minor", "dorian", "harmonic-minor", "mixolydian"), keys="D G A E C", room=("room", "hall", "club"))
    _loops(s, "verse chorus verse chorus solo", loops=("i | bVII | bVI | bVII", "i | bIII | bVII | IV", "i | bVI | bIII | bVII", "i | iv | bVI | V"))
    bow = s.pick((), (), ("amp:edge",), ("amp:crunch",))
    cello = s.part("cello", "~bowed", "viola", "strings", level=0, pan=-0.4, fx=bow)
    lines.play_riff(s, cello, lines.make_riff(s, 8, s.between(1.4, 2.4), 10, s.pick("minor-pentatonic", "minor"), 0.4), 8, 38, "chorus", power=s.chance(0.5))
    comping.comp(s, s.part("pizzicato", "harp", "~nylon-guitar", "tremolo-strings", "piano", level=-1, pan=0.4), s.pick("s.ss.ss.", "x.x.x.x.", "s..s..s."), 60, 3, "verse")
    comping.comp(s, s.part("viola", "strings", "~section", "violin", level=-2, pan=0.3), s.pick("ssssssss", "s.sss.ss", "x---x-x-"), 62, 2, ("chorus", "solo"))
    _bass(s, "RRRRRRRR", "R-RR.RR-", "R---R-5-", voices=("finger-bass", "contrabass", "upright", "pick-bass"))
    groove.drums(s, _kit(s), s.pick("rock", "rock-busy", "half-time", "rock-ride"), fills=4, loud=102)
    lines.melody(s, s.part("violin", "~bowed", "cello", "oboe", level=1, fx=bow), 62, 86, "solo", 1.6, 0.15, bends=0.2, graces=0.08)
    if s.chance(0.6):
        players.sing(s, ("verse", "chorus"), density=1.3)


@style("Rock", like="Electronic")
def console_rock(s: Song) -> None:
    """A rock tune as a console's sound chip plays it: fifths and arpeggios for guitars, a bent lead, a noise channel that keeps the backbeat and its fills."""
    s.set((126, 180), ("minor", "dorian", "mixolydian", "major"), room=("dry", "room", "plate"))
    _loops(s, "a a b solo b", 40, ("i | bVI | bVII | i", "i | bIII | bVII | IV", "bVI | bVII | i | i", "I | bVII | IV | V", "I | V | vi | IV"))
    dirt = s.pick((), ("crush:2",), ("crush:3",), ("amp:edge",))
    rhythm = s.part("~chip-square", "~square-pluck", "overdriven", "~fm-growl", "~saw-poly", "distorted", level=-1, pan=-0.3, fx=dirt, loose=0.0)
    lines.play_riff(s, rhythm, lines.make_riff(s, 8, s.between(1.8, 2.8), 10, "minor-pentatonic", 0.5), 8, 45, ("a", "solo"), power=True, gate=0.8)
    lines.chug(s, rhythm, s.pick("PPPPPPPP", "P-PP-PP-", "P--P--P-"), 45, "b")
    _bass(s, "RRRRRRRR", "R8RRR8R5", "R.RR.RR8", voices=("~chip-triangle", "slap-bass", "~square-bass", "~fm-bass", "pick-bass"))
    groove.drums(s, s.part("~kit:chip", "~kit:chip", "~kit:lofi", "kit:standard", "kit:power", level=0, loose=0.0, fx=dirt[:1]),
                 s.pick("rock", "rock-busy", "punk", "half-time"), fills=4, loud=104, human=0.03)
    lead = s.part("~chip-pulse", "~chip-square", "~square-lead", "saw-lead", "distorted", "trumpet", "~saw-lead", level=0, pan=0.2, fx=("delay:190",), loose=0.0)
    tune = lines.melody(s, lead, 64, 88, ("b", "solo"), s.between(1.5, 2.2), 0.12, form="AABA", bends=0.4, graces=0.08, triplets=False)
    if s.chance(0.5):
        lines.harmonise(s, s.part(lead.voice, level=-3, pan=-0.2, loose=0.0), tune, -2)


@style("Rock", like="Jazz")
def piano_rock(s: Song) -> None:
    """No guitar at all: a piano hammers octaves and sixteenth fills, a fuzzy bass, a heavy-handed drummer, a singer with a story."""
    s.set((92, 160), ("major", "minor", "mixolydian"), swing=s.pick(0.0, 0.0, 0.0, 0.5), room=("room", "hall", "club"))
    _loops(s, "verse chorus verse chorus solo")
    piano = s.part("piano", "bright-piano", "honky-tonk", "electric-grand", "rhodes", level=1, fx=s.pick((), (), ("drive:3",)))
    comping.comp(s, piano, s.pick("XxxxXxxx", "X-xxX-xx", "x.xxx.xx", "X--x--x-"), 62, 4)
    bass.pattern(s, piano, s.pick("R-8-R-8-", "R---R-R-", "R8R8R8R8"), 36, loud=90)
    bass.pattern(s, s.part("pick-bass", "finger-bass", "~electric-bass", level=0, fx=s.pick(("amp:bass-dirt",), ("drive:4",), ())), s.pick("RRRRRRRR", "R-RR.RR-", "R--R--R-"),
                 28)
    groove.drums(s, _kit(s), s.pick("rock", "rock-busy", "rock-ride", {"kick": "x.x...x.x.x...x.", "snare": "....X.......X...", "tom4": "x.x.x.x.x.x.x.x."}), fills=4, loud=106)
    players.sing(s, ("verse", "chorus"), low=57, density=1.6, bends=0.25, fx=s.pick((), ("drive:2",)))
    lines.runs(s, s.part(piano.voice, level=0), 60, 91, "solo", 0.25, s.pick("blues", "major-blues", "minor-pentatonic"), gap=0.4)
