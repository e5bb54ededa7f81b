"""Rap: somebody talks in rhythm, all the time, close to the microphone; what plays below leaves room for the words.

The hard cases are Hip-Hop (the same beats without the flood of words), and every genre that rappers borrow from: Rock, Jazz, R&B,
Electronic, Pop, Latin.
"""

from __future__ import annotations

import bass
import comping
import flow
import groove
import lines
import players
from score import Part
from song import Song, style

DARK = ("i | i | bVI | v", "i | bII | i | bII", "i | i | i | i", "i | iv | i | bVI", "i | bVI | iv | V", "i | bVI | bVII | v")
SOUL = ("im9 | ivm9", "im7 | bVImaj7 | bIIImaj7 | v7", "ii9 | V13 | Imaj9 | VI7alt", "IVmaj7 | iii7 | ii7 | Imaj7",
        "bVImaj9 | v7 | im9 | im9")
TRAP = ({"kick": "x......x..x.....|x.x....x......x.", "snare": "........X......."},
        {"kick": "x..x..x.........|x.........x..x..", "clap": "........X......."},
        {"kick": "x.....x.....x...", "snare": "........X......g", "clap": "........X......."}, {"kick": "x.........x.x...|x..x......x.....",
            "snare2": "........X......."})
BREAKS = ({"kick": "x..x......x.....|x..x....x.x..x..", "snare": "....X.......X...", "hat": "x.x.x.x.x.x.x.x."},
          {"kick": "x.x....x..x.....", "snare": "....X..g.g..X..g", "hat": "x.x.x.xxx.x.x.x."},
          {"kick": "x.....xx..x.....|x......x..xx....", "snare": "....X.......X..g", "hat": "x.x.x.x.x.x.x.x."})
SUB = ("R------R--R-----", "R--R--R---------", "R-----R-----R-5-", "R-------....R-8-")
BELLS = ("~fm-bell", "piano", "music-box", "pizzicato", "~pluck", "flute", "nylon", "~glass-pad", "celesta", "koto", "~koto", "choir",
         "~vibes", "kalimba", "marimba")


def _eight_oh_eight(s: Song, where: str | tuple[str, ...] | None = None, hats: float = 0.4, fast: bool = False) -> None:
    """Sub, clap on three, hats that roll."""
    kit = s.part("~kit:808", "~kit:808", "~kit:hard", "~kit:minimal", "~kit:linn", level=0, loose=0.0)
    groove.drums(s, kit, s.rng.choice(TRAP), where, fills=0, crash=False, human=0.03, loud=104)
    groove.trap_hats(s, kit, where, 0.25 if fast else s.pick(0.5, 0.25), hats)
    bass.pattern(s, s.part("~808-bass", "~808-bass", "~sub-bass", "~square-bass", level=1, fx=s.pick((), ("drive:3",))), s.pick(*SUB), 26,
                 where)


def _break(s: Song, dirt: float = 0.5, *patterns: dict[str, str]) -> None:
    """A sampled kit."""
    kit = s.part("kit:standard", "~kit:lofi", "~kit:linn", "kit:room", "~kit:lofi", level=0, pan=0.0, loose=0.004,
                 fx=s.pick(("crush:2",), ("drive:3",)) if s.chance(dirt) else ())
    groove.drums(s, kit, s.rng.choice(patterns or BREAKS), fills=0, human=0.05, crash=False)


def _loop(s: Song, *voices: str, low: int = 62, density: float = 1.2, level: float = -3.0, fx: tuple[str, ...] = (), bars: int = 2) -> Part:
    """A short figure that never changes, so that nothing takes the ear from the words."""
    return lines.loop(s, s.part(*voices, name="sample", level=level, fx=fx, loose=0.002), bars, density, low)


@style("Rap", like="Hip-Hop")
def trap(s: Song) -> None:
    """Atlanta: half-time clap, 808, hats in sixteenths and rolls, a bell in the minor, words in bursts, ad-libs beside them."""
    s.set((64, 80), ("minor", "harmonic-minor", "phrygian"), room=("dry", "plate", "booth"))
    s.until(44, "verse hook verse", verse=s.pick(*DARK), hook=s.pick(*DARK))
    s.master.append("dense")
    _eight_oh_eight(s)
    _loop(s, *BELLS, density=1.6, fx=("delay:350",))
    flow.rap(s, "verse", s.pick("boom-bap", "double", "triplet"), 3, adlibs=0.8)
    flow.rap(s, "hook", s.pick("hook", "triplet"), 2, doubles=0.8)


@style("Rap", like="Hip-Hop")
def triplet_flow(s: Song) -> None:
    """Three syllables to every eighth, line after line, over a beat that hardly moves."""
    s.set((62, 76), ("minor", "phrygian", "harmonic-minor"), room=("dry", "booth", "plate"))
    s.until(44, "verse verse hook", verse=s.pick(*DARK), hook=s.pick(*DARK))
    s.master.append("dense")
    _eight_oh_eight(s, hats=0.6, fast=True)
    _loop(s, "~saw-lead", "~dark-pad", "~pluck", "orchestra-hit", "~square-lead", "choir", "piano", density=1.0)
    flow.rap(s, None, "triplet", 3, adlibs=0.9, doubles=0.5)


@style("Rap", like="Electronic")
def drill(s: Song) -> None:
    """London and Brooklyn: gliding 808s, a snare that comes late on the second bar's four, counter-clave hats, menace."""
    s.set((68, 74), ("minor", "harmonic-minor", "phrygian"), room=("dry", "plate", "hall"))
    s.until(46, "verse verse hook", verse=s.pick(*DARK), hook=s.pick(*DARK))
    kit = s.part("~kit:808", "~kit:hard", "~kit:minimal", level=0, loose=0.0)
    groove.drums(s, kit, {"kick": "x.....x...x.....|x..x......x..x..", "snare": "......X.......X.|......X....X....",
                          "hat": "x..x..x.x..x..xr|x..x..x.x..xr.x."}, fills=0, crash=False, human=0.03)
    slide = s.part("~808-bass", "~808-bass", "~sub-bass", level=2, fx=("drive:2",))
    bass.pattern(s, slide, s.pick("R-----8---R-....|R--R--5---7-8---", "R-------..8-R---|R---5---R-..8-.."), 26)
    for note in slide.notes:
        if note.length >= 0.5 and s.chance(0.35):
            note.bend = ((0.0, 0.0), (note.length * 0.5, 0.0), (note.length, s.pick(5.0, 7.0, -5.0, 12.0)))
    _loop(s, "piano", "strings", "choir", "~vocal", "pizzicato", "~string-machine", "flute", density=1.2, fx=("delay:300",))
    flow.rap(s, None, "drill", 3, adlibs=0.7)


@style("Rap", like="Hip-Hop")
def boom_bap_cipher(s: Song) -> None:
    """A crew passes the microphone over one dusty loop: two rappers, eight bars each."""
    s.set((84, 98), ("dorian", "minor", "minor-pentatonic"), swing=(0.2, 0.6), unit=0.5, room=("booth", "dry", "room"))
    s.until(44, "one two", one=s.pick(*SOUL), two=s.pick(*SOUL))
    _break(s)
    bass.pattern(s, s.part("upright", "finger-bass", "~sub-bass", level=-1), s.pick("R--R..5-..8-5...", "R-....R-5-....7-"), 28)
    _loop(s, "rhodes", "piano", "tenor-sax", "muted-trumpet", "strings", "vibraphone", "jazz-guitar",
          fx=s.pick(("crush:2",), ("tone:far",)))
    flow.rap(s, "one", s.pick("boom-bap", "double"), 3, adlibs=0.2)
    flow.rap(s, "two", s.pick("boom-bap", "laid-back", "double"), 3, adlibs=0.5)


@style("Rap", like="Disco")
def party_rap(s: Song) -> None:
    """The first records: simple rhymes on every beat over a disco bass line, and the crowd answers."""
    s.set((98, 116), ("dorian", "mixolydian", "minor"), room=("club", "plate", "room"))
    s.until(42, "verse verse crowd", verse=s.pick("im7 | IV9 | im7 | IV9", "i | i | i | i", "im7 | im7 | ivm7 | v7"), crowd="i | i | i | i")
    groove.drums(s, s.part("kit:standard", "~kit:linn", "~kit:808", level=0),
                 s.pick({"kick": "x...x...x...x...", "clap": "....X.......X...", "hat": "x.x.x.x.x.x.x.x."}, "funk"), fills=8)
    bass.pattern(s, s.part("finger-bass", "slap-bass", "synth-bass", level=0), s.pick("R.R...R.8.7.5...", "R..RR...5.7.8.7.",
        "R...R...R.8.7.5."), 28)
    comping.comp(s, players.guitar(s, "clean", -5, 0.4), s.pick("s.ssm.s.s.ssm.s.", "..s.m.s...s.m.ss"), 64, 3)
    flow.rap(s, "verse", "old-school", 3, doubles=0.7)
    flow.rap(s, "crowd", "hook", 2)
    flow.shout(s, "crowd", s.pick("..........X.X.X.", "......X.......X."), 1)


@style("Rap", like="Pop")
def melodic_rap(s: Song) -> None:
    """Half sung through a tuning machine: pads, plucked guitar, a hook in the pentatonic, rapped lines between."""
    s.set((66, 84), ("minor", "major", "dorian"), room=("plate", "hall", "dry"))
    chords = ("vi | IV | I | V", "IV | V | vi | iii", "i | bVI | bIII | bVII", "i | v | bVI | iv")
    own = chords[:2] if s.scale == "major" else chords[2:]
    s.until(46, "hook verse verse", verse=s.pick(*own), hook=s.pick(*own))
    _eight_oh_eight(s)
    comping.arpeggio(s, s.part("~nylon-guitar", "nylon", "~electric-guitar", "~pluck", "piano", "~fm-piano", level=-2,
                               fx=("delay:380", "chorus")), s.pick(0.5, 0.25), 52, 2, s.pick("0213", "updown"), gate=1.5)
    comping.pad(s, s.part("~warm-pad", "~air-pad", "~string-machine", level=-5), 62, 3)
    tuned = ("~robot", "~vocal-duo", "~vocal")
    players.sing(s, "hook", density=1.6, level=2, voices=tuned, scale="minor-pentatonic" if s.scale != "major" else "major-pentatonic",
                 fx=("delay:300",))
    flow.rap(s, "verse", s.pick("laid-back", "triplet", "boom-bap"), 3, adlibs=0.7, fx=("delay:180",))


@style("Rap", like="Electronic")
def grime(s: Song) -> None:
    """A hundred and forty: square waves, cold strings, broken kick, and an MC who fits two bars into one."""
    s.set((136, 144), ("minor", "phrygian", "harmonic-minor"), room=("dry", "club", "room"))
    s.until(42, "verse verse drop", verse=s.pick(*DARK), drop=s.pick(*DARK))
    kit = s.part("~kit:hard", "~kit:linn", "~kit:808", level=0, loose=0.0)
    groove.drums(s, kit, s.pick({"kick": "x.....x.....x...|x..x......x.....", "snare": "........X.......", "hat": "..x...x...x...x."},
                                {"kick": "x..x......x.....", "clap": "........X......x", "hat": "x.x.x.x.x.x.x.x."}), fills=4, crash=False)
    bass.pattern(s, s.part("~square-bass", "~fm-growl", "~reese", "~wobble", level=0, loose=0.0),
                 s.pick("R--R--8-....R-5-", "R.R.8.R...7-5---", "R-----R-8-R-..b-".replace("b", "2")), 28)
    _loop(s, "~square-lead", "~string-machine", "pizzicato", "~square-pluck", "synth-brass", "~hoover", density=1.4)
    flow.rap(s, None, s.pick("boom-bap", "grime", "laid-back"), 3, adlibs=0.5, doubles=0.5)


@style("Rap", like="Hip-Hop")
def chopper(s: Song) -> None:
    """As many words as a mouth can: thirty-seconds and triplets without a breath."""
    s.set((70, 92), ("minor", "dorian", "phrygian"), room=("booth", "dry"))
    s.until(44, "verse verse", verse=s.pick(*DARK))
    _eight_oh_eight(s, hats=0.3) if s.chance(0.5) else _break(s)
    _loop(s, "piano", "strings", "orchestra-hit", "~stab", "harpsichord", "brass", density=1.2)
    if s.chance(0.5):
        comping.comp(s, s.part("strings", "tremolo-strings", "~section", level=-4), "ssssssssssssssss", 60, 3)
    flow.rap(s, None, s.pick("chopper", "double"), 3, rest=0.0, adlibs=0.2, voices=("~rap-voice", "~rap-voice", "~vocal-low", "~robot",
        "~speech"))


@style("Rap", like="World")
def street_corner(s: Song) -> None:
    """No instruments: one mouth makes the drums, another the words, hands clap."""
    s.set((78, 104), ("minor", "dorian"), swing=(0.0, 0.6), unit=0.5, room=("outdoors", "room", "dry", "church"))
    s.until(42, "verse verse", verse="i | i | i | i")
    mouth = s.part("~kit:lofi", "~kit:minimal", "kit:standard", level=0, send=-14, fx=("tone:telephone",))
    groove.drums(s, mouth, s.rng.choice(BREAKS), fills=4, crash=False, human=0.15)
    if s.chance(0.5):
        groove.drums(s, s.part("kit:standard", "~kit:808", name="hands", level=-3),
                     {"clap": s.pick("....x.......x...", "....x..x....x...")}, fills=0, crash=False, human=0.2)
    if s.chance(0.4):
        bass.pattern(s, s.part("~vocal-low", "~choir-low", level=-3), "R---..R-5---....", 36)
    flow.rap(s, None, s.pick("boom-bap", "double", "old-school"), 4, adlibs=0.6, rest=0.1)
    if s.chance(0.5):
        flow.shout(s, None, "............X...", -1)


@style("Rap", like="Rock")
def rap_rock(s: Song) -> None:
    """A rapper shouts over a guitar riff and a live drummer."""
    s.set((84, 112), ("minor-pentatonic", "blues", "phrygian"), room=("room", "club", "arena"))
    s.until(42, "verse verse hook", verse="i | i | i | i", hook=s.pick("i | bIII | iv | bVI", "i | i | bVII | bVI"))
    guitar = players.guitar(s, s.pick("crunch", "high", "fuzz", "lead"), -1, wide=s.chance(0.6))
    lines.play_riff(s, guitar, lines.make_riff(s, 8, 1.8, 10, "blues", 0.45), 8, 40, "verse", power=s.chance(0.5), mute=0.3)
    lines.chug(s, guitar, s.pick("P---P-P-", "P--P--P-mmP-P---"), 40, "hook", open_power=False)
    bass.pattern(s, s.part("pick-bass", "finger-bass", "~electric-bass", level=-1), s.pick("R-RR..R-", "R--R..R.8.R.5-7-"), 28)
    groove.drums(s, s.part("kit:power", "kit:room", "kit:standard", level=0), s.pick("funk", "rock-busy", "half-time", "breaks"), fills=4,
                 loud=108)
    flow.rap(s, "verse", s.pick("boom-bap", "old-school"), 3, fx=("drive:3",), doubles=0.7)
    flow.rap(s, "hook", "hook", 3, fx=("drive:4",), voices=("~growl", "~rap-voice", "~scream", "~speech"), doubles=0.9)


@style("Rap", like="R&B")
def soul_loop(s: Song) -> None:
    """A rapper remembers: strings and a soul choir in a loop, soft drums, a sung hook."""
    s.set((72, 94), ("major", "dorian", "minor"), swing=(0.0, 0.5), unit=0.5, room=("plate", "room", "booth"))
    s.until(44, "verse verse hook", verse=s.pick(*SOUL), hook=s.pick(*SOUL))
    _break(s, 0.4)
    comping.comp(s, s.part("rhodes", "piano", "strings", "~fm-piano", level=-3, fx=("tone:far",)),
                 s.pick("x---x---x-s.x---", "x-------x-..x---"), 62, 4)
    _loop(s, "~backing", "oohs", "strings", "~vocal", density=0.8, fx=("crush:2",))
    bass.pattern(s, s.part("finger-bass", "~sub-bass", "~electric-bass", level=-1), s.pick("R--R..5-8-..5-..", "R-----R-..5-7-8-"), 28)
    flow.rap(s, "verse", s.pick("laid-back", "boom-bap"), 3)
    players.sing(s, "hook", density=1.0, level=1, bends=0.4)
    flow.rap(s, "hook", "hook", 0, adlibs=0.0)


@style("Rap", like="Jazz")
def spoken_word(s: Song) -> None:
    """A poet with a bass and brushes; the rhythm is speech's own, the room is small."""
    s.set((76, 108), ("dorian", "minor", "blues"), swing=(0.5, 1.0), room=("club", "booth", "room"))
    s.until(46, "verse verse", verse=s.pick("im7 | im7 | ivm7 | im7", "im9 | IV9", "im7 | iiø V7b9"))
    bass.walking(s, s.part("upright", "~string-bass", level=-1), two=0.5)
    if s.chance(0.8):
        groove.drums(s, s.part("kit:brush", "kit:jazz", level=-4), s.pick("brushes", "swing"), fills=0, crash=False, loud=76)
    if s.chance(0.5):
        groove.drums(s, s.part("kit:standard", name="bongos", level=-4), {"bongo1": "x.xox.xx", "bongo2": "..o...o."}, fills=0, crash=False)
    if s.chance(0.5):
        lines.melody(s, s.part("tenor-sax", "flute", "muted-trumpet", "vibraphone", level=-3), 56, 77, None, 0.9, 0.5, bends=0.2)
    flow.rap(s, None, s.pick("laid-back", "old-school"), 4, adlibs=0.0, doubles=0.0, rest=0.25,
             voices=("~speech", "~speech", "~rap-voice", "~vocal-low"))


@style("Rap", like="Latin")
def latin_trap(s: Song) -> None:
    """Trap in Spanish, now and then on a dembow, guitar or piano in the minor."""
    s.set((66, 96), ("minor", "harmonic-minor", "phrygian"), room=("plate", "dry", "club"))
    s.until(44, "verse hook verse", verse=s.pick(*DARK), hook=s.pick(*DARK, "i | bVII | bVI | V"))
    if s.chance(0.6):
        _eight_oh_eight(s)
    else:
        groove.drums(s, s.part("~kit:808", "~kit:linn", level=0, loose=0.0), {"kick": "x...x...x...x...", "snare": "...x..x....x..x.",
                                                                              "hat": "x.x.x.x.x.x.x.x."}, fills=0, crash=False)
        bass.pattern(s, s.part("~808-bass", "~sub-bass", level=1), "R--R--5-R--R--8-", 26)
    comping.arpeggio(s, s.part("nylon", "~nylon-guitar", "piano", "~pluck", level=-2, fx=("delay:320",)), 0.5, 52, 2, "0213", gate=1.4)
    flow.rap(s, None, s.pick("triplet", "boom-bap", "drill"), 3, tongue="es", voices=("~rap-voice", "~rap-voice", "~speech-es+m3",
        "~speech-es+f2", "~vocal-low", "~robot"), adlibs=0.6)


@style("Rap", like="Classical")
def horrorcore(s: Song) -> None:
    """A music box or a church organ, a slow heavy beat, a low voice that tells of bad things."""
    s.set((68, 88), ("harmonic-minor", "phrygian", "minor"), room=("hall", "church", "dry"))
    s.until(44, "verse verse hook", verse=s.pick(*DARK), hook=s.pick(*DARK))
    _break(s, 0.6) if s.chance(0.5) else _eight_oh_eight(s)
    _loop(s, "music-box", "church-organ", "~pipe-organ", "harpsichord", "celesta", "choir", "~choir-low", "pizzicato", density=1.3,
          level=-2)
    if s.chance(0.5):
        comping.pad(s, s.part("~dark-pad", "tremolo-strings", "choir", level=-5), 58, 3)
    bass.pattern(s, s.part("~sub-bass", "contrabass", "~808-bass", level=-1), "R-------5---R---", 26)
    flow.rap(s, None, s.pick("boom-bap", "laid-back", "old-school"), 3, voices=("~rap-voice", "~growl", "~speech", "~vocal-low"),
             fx=s.pick((), ("tone:dark",), ("delay:300",)))
