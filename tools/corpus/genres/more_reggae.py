"""Reggae before, beside and after the roots band: mento, the organ years, two-tone, computers, melodicas, and players alone.

Wherever it is played, the chord stays between the beats, the bass has the tune, and the first beat of the bar is nobody's.
"""

from __future__ import annotations

import bass
import comping
import groove
import lines
import players
from genres import traditions
from score import Part
from song import Song, Where, style

MINOR = ("i | bVII | i | bVII", "i | iv | i | v", "i | i | iv | iv", "i | bVI | bVII | i", "im7 | ivm7 | im7 | ivm7")
MAJOR = ("I | IV | I | V", "I | ii | I | ii", "I | IV | V | IV", "I | vi | ii | V", "I | bVII | IV | I", "I | I | IV | V")
ONE_DROP = ({"kick": "........X.......", "rim": "........x.......", "hat": "x.x.x.x.x.x.x.x."}, {"kick": "........X.......", "snare": "........x.....g.", "hat": "..x...x...x...x."},
            {"kick": "........X.......", "rim": "...x....x.....x.", "hat": "x..xx..xx..xx..x"})
RIDDIMS = ("R--5--8-....R-5-", "..R-R-5-8---....", "R-R...5-R-..7-5-", "....R--R5--5R---", "R---..RR5-5-8-..", "R-5-R-....8-5-3-", "..R-..R-5-3-R---")


def _frame(s: Song, tempo: tuple[float, float], scales: tuple[str, ...], plan: str = "a a b", swing: tuple[float, float] = (0.1, 0.6), room: tuple[str, ...] = ("room", "plate", "club"),
           seconds: float = 44) -> None:
    """Two or four chords that turn, sixteenths that lean."""
    s.set(tempo, scales, keys="A D G C E", swing=swing, unit=0.5, room=room)
    chords = MAJOR if s.scale in ("major", "mixolydian", "major-pentatonic") else MINOR
    s.until(seconds, plan, **{name: s.pick(*chords) for name in dict.fromkeys(plan.split())})


def _skank(s: Song, *voices: str, level: float = -1.0, row: str = "..s...s...s...s.", centre: int = 66, where: Where = None) -> Part:
    """Chords between the beats on whatever is at hand."""
    part = s.part(*voices, name="skank", level=level, pan=s.between(-0.5, 0.5), loose=0.006)
    comping.comp(s, part, row, centre, 3, where, gate=0.5, loud=94)
    return part


def _riddim(s: Song, *voices: str, level: float = 2.0, rows: tuple[str, ...] = RIDDIMS, low: int = 28) -> Part:
    part = s.part(*(voices or ("finger-bass", "fretless", "~electric-bass", "upright", "~sub-bass")), name="bass", level=level, pan=0.0, send=-24)
    bass.pattern(s, part, s.pick(*rows), low)
    return part


@style("Reggae", like="Folk")
def mento(s: Song) -> None:
    """Before the studios: banjo, guitar, a box with iron tongues for a bass, a bamboo saxophone, a rude song about bananas."""
    _frame(s, (88, 124), ("major", "major", "mixolydian"), swing=(0.0, 0.3), room=("outdoors", "room", "booth"))
    s.master.append("old")
    _skank(s, "banjo", "~banjo", "~ukulele", "~mandolin", level=0, row=s.pick("..x...x...x...x.", "..x.xxx...x.xxx.", ".xx..xx..xx..xx."), centre=67)
    comping.strum(s, s.part("steel", "nylon", "~steel-guitar", level=-3), s.pick("m-x-m-xu", "..x-..xu"))
    _riddim(s, "kalimba", "upright", "~string-bass", "melodic-tom", "~oud", level=1, rows=("R-----5-R---5---", "R-----5-8---5-..", "R...R-5-....5-3-"), low=40)
    traditions.hands(s, {"conga1": s.pick("..x...xx..x...xx", "...x..x....x..x."), "conga2": "x.......x.......", "maracas": s.pick("x.x.x.x.x.x.x.x.", "x..xx..xx..xx..x")}, -3, "hand drum")
    tune = s.part("clarinet", "flute", "~reed", "soprano-sax", "recorder", "fiddle", "harmonica", level=0)
    lines.melody(s, tune, 62, 81, "b", 1.6, 0.2, triplets=False, graces=0.1)
    players.sing(s, "a", density=1.6, level=1.5, bends=0.1)


@style("Reggae", like="R&B")
def organ_instrumental(s: Song) -> None:
    """1969: faster than what came after, the guitar scratches twice on every off-beat, and the organ takes the singer's place."""
    _frame(s, (104, 138), ("major", "mixolydian", "minor"), room=("booth", "room", "club"), seconds=40)
    s.master.append("old")
    groove.drums(s, s.part("kit:standard", "kit:room", "kit:jazz", level=-1), s.pick({"kick": "........x.......", "rim": "....x.......x...", "hat": "x.x.x.x.x.x.x.x."},
                 {"kick": "x.......x.......", "snare": "....x.......x...", "hat": "..x...x...x...x."}), fills=4, crash=False)
    _riddim(s, rows=("R-..3-5-R-..5-..", "R-R-5-5-8-8-5-3-", "R-..R-5-..8-5-3-", "..R-3-5-..5-3-R-"))
    _skank(s, "muted-guitar", "clean-guitar", "~electric-guitar", row=s.pick("..ss..ss..ss..ss", "..su..su..su..su"), centre=67)
    _skank(s, "piano", "honky-tonk", "bright-piano", level=-3, centre=60)
    organ = s.part("drawbar", "perc-organ", "~organ", "rock-organ", "reed-organ", level=1, fx=s.pick((), ("leslie",), ("tremolo",)))
    tune = lines.melody(s, organ, 62, 84, None, 1.5, 0.25, form="AABA", graces=0.2, triplets=False)
    if s.chance(0.4):
        lines.harmonise(s, organ, tune, -2, scale="major" if s.scale == "mixolydian" else None)
    if s.chance(0.4):
        lines.melody(s, s.part("trombone", "tenor-sax", "muted-trumpet", level=0), 50, 70, "b", 1.1, 0.35)


@style("Reggae", like="Electronic")
def drum_and_bass_version(s: Song) -> None:
    """The other side of the single, nearly bare: a riddim on the bass, a drummer, and once in four bars one chord that falls down a well."""
    _frame(s, (62, 80), ("minor", "dorian", "minor-pentatonic"), "a b", room=("hall", "cave", "plate"), seconds=50)
    drums = s.part("kit:standard", "kit:room", "kit:jazz", "~kit:linn", level=2, fx=s.pick((), ("delay:dub",), ("tone:far",)))
    groove.drums(s, drums, s.pick(*ONE_DROP, {"kick": "x...x...x...x...", "rim": "........x..x....", "hat": "..x...x...x...x."}), fills=4, crash=False)
    _riddim(s, "finger-bass", "~sub-bass", "~electric-bass", "fretless", "upright", level=4)
    falls = s.part("clean-guitar", "piano", "drawbar", "rhodes", "harmonica", "trombone", "marimba", level=-2, send=-3, fx=("delay:dub", *s.pick((), ("flanger",), ("wah:phase",))))
    comping.comp(s, falls, "|".join(s.pick("................", "..s.............", "......s.........", "..........s...s.") for _ in range(4)), 64, 3)
    ghost = s.part("~vocal", "~vocal-low", "oohs", "~reed", level=-3, send=-3, fx=("delay:dub",))
    for bar in s.bars("b"):
        if bar.index % 4 == 2 and s.chance(0.7):
            root = 55 + (s.tonic - 55) % 12
            ghost.add(bar.start + s.pick(0.0, 1.0, 1.5), s.pick(0.5, 1.0), root + s.pick(0, 3, 7), 90, s.pick("ho", "ye", "la"))


@style("Reggae", like="Hip-Hop")
def digital_roots(s: Song) -> None:
    """1985: a cheap keyboard's preset and a bass out of a computer, the off-beat on a plastic piano, the singer a foot from the tape."""
    s.set((72, 96), ("minor", "dorian", "major"), swing=s.pick(0.0, 0.3), unit=0.5, room=("dry", "room", "club", "plate"))
    s.until(44, "a a b", a=s.pick("i | i | i | i", "i | bVII | i | bVII", "i | i | iv | iv") if s.scale != "major" else s.pick("I | I | IV | IV", "I | ii | I | ii"),
            b=s.pick("i | bVII | i | i", "i | iv | i | bVII") if s.scale != "major" else "I | IV | V | IV")
    groove.drums(s, s.part("~kit:linn", "~kit:808", "kit:electronic", "~kit:909", "~kit:minimal", level=1),
                 s.pick({"kick": "x.......x.......", "snare": "....x.......x...", "hat": "x.x.x.x.x.x.x.x."},
                 {"kick": "X...x...X...x...", "snare": "...x..x....x..x.", "hat": "..x...x...x...x."},
                 {"kick": "........X.......", "snare": "........x.......", "hat": "x.xxx.xxx.xxx.xx"}), fills=8, human=0.02, crash=False, vary=0.0)
    _riddim(s, "~square-bass", "synth-bass", "~fm-bass", "~saw-bass", "synth-bass-2", level=3,
            rows=("R-R-..R-R-..5-7-", "R..R..R.7..7..5.", "R-RR..5-R-RR..7-", "R-..R-5-7-..5-..", "RRR.5-RR....R-5-"))
    _skank(s, "dx-piano", "~fm-piano", "~organ", "bright-piano", "~square-pluck", "polysynth", centre=64)
    if s.chance(0.5):
        _skank(s, "muted-guitar", "clean-guitar", "~saw-poly", level=-4, row=s.pick("..ss..ss..ss..ss", "..s...s...s...s."), centre=70)
    players.sing(s, None, density=1.5, rest=0.3, level=1, fx=s.pick(("delay:dub",), ()), bends=0.1)
    if s.chance(0.5):
        lines.melody(s, s.part("~square-lead", "~fm-bell", "~chip-pulse", "pan-flute", "~brass-poly", level=-2), 65, 84, "b", 1.1, 0.35, triplets=False,
                     scale="minor-pentatonic" if s.scale != "major" else None)


@style("Reggae", like="World")
def eastern_melodica(s: Song) -> None:
    """The far-east sound: one reed blown through echo, in minor with a sharpened leading note, over a one drop that never hurries."""
    _frame(s, (64, 80), ("harmonic-minor", "minor", "phrygian-dominant", "hungarian-minor"), "a a b", room=("hall", "plate", "room"))
    groove.drums(s, s.part("kit:standard", "kit:room", level=0), s.pick(*ONE_DROP), fills=4)
    _riddim(s)
    _skank(s, "clean-guitar", "~electric-guitar", "~oud", "~dulcimer", "muted-guitar")
    comping.comp(s, s.part("drawbar", "~soft-organ", "reed-organ", level=-4), s.pick(".s.s.s.s.s.s.s.s", ".sxs.sxs.sxs.sxs"), 58, 3, gate=0.5)
    lead = s.part("~reed", "harmonica", "accordion", "~accordion", "clarinet", "oboe", level=1, fx=s.pick(("delay:dub",), ("delay:380",), ()))
    traditions.ornaments(s, lines.melody(s, lead, 60, 79, None, 1.1, 0.3, form="AABC", pull=0.5, graces=0.15, triplets=False), 0.25)
    if s.chance(0.35):
        lines.melody(s, s.part("flute", "~flute", "violin", "~sitar", level=-2, fx=("delay:dub",)), 67, 84, "b", 0.9, 0.45, graces=0.2)


@style("Reggae", like="Jazz")
def jazz_reggae(s: Song) -> None:
    """Club musicians come home to Kingston: ninths on the off-beat, horn and guitar choruses, the drummer drops the one and colours with the ride."""
    s.set((72, 104), ("dorian", "major", "minor"), keys="F Bb C G D", swing=(0.3, 0.8), unit=0.5, room=("club", "room", "hall"))
    own = ("Imaj9 | vi9 | ii9 | V13", "Imaj7 | ii7 | iii7 | ii7", "I69 | IV9 | I69 | V9") if s.scale == "major" else ("im9 | IV9 | im9 | IV9", "im9 | ivm9 | bVII13 | bIIImaj7", "im7 | bVImaj7 | iiø | V7b9")
    s.until(44, "head solo solo", head=s.pick(*own), solo=s.pick(*own))
    groove.drums(s, s.part("kit:jazz", "kit:standard", "kit:brush", level=-1),
                 s.pick({"kick": "........x.......", "rim": "........x..g....", "ride": "x.x.x.xxx.x.x.xx"}, ONE_DROP[0]), fills=8, human=0.13, crash=False)
    _riddim(s, "upright", "fretless", "finger-bass", "~string-bass", level=1)
    _skank(s, "piano", "jazz-guitar", "rhodes", "clean-guitar", centre=62)
    tune = lines.melody(s, s.part("trumpet", "tenor-sax", "flute", "trombone", level=0), 55, 75, "head", 1.2, 0.25, form="AABA", ahead=0.2)
    if s.chance(0.5):
        lines.harmonise(s, s.part("trombone", "tenor-sax", "alto-sax", level=-2), tune, -2)
    lines.melody(s, s.part("jazz-guitar", "tenor-sax", "trumpet", "piano", "vibraphone", "harmonica", "trombone", level=1, late=0.012), 55, 79, "solo", 2.2, 0.3,
                 form="ABCD", graces=0.15, bends=0.15, pull=0.75, leap=0.25)


@style("Reggae", like="Rock")
def two_tone(s: Song) -> None:
    """Coventry, 1979: ska on borrowed amplifiers, a cheap transistor organ, walking bass, a snare like a slammed door, minor keys and bad news."""
    _frame(s, (128, 168), ("minor", "dorian", "major"), "verse verse chorus", (0.0, 0.4), ("room", "club", "dry"), 38)
    groove.drums(s, s.part("kit:standard", "kit:room", "kit:power", level=1),
                 s.pick({"kick": "x.......x.......", "snare": "....X.......X...", "hat": "x.x.x.x.x.x.x.x."},
                        {"kick": "x...x...x...x...", "snare": "....X.......X.g.", "hat": "..x...x...x...x."}), fills=8, loud=104)
    _riddim(s, "pick-bass", "finger-bass", "~electric-bass", level=1, rows=("R-3-5-6-8-6-5-3-", "R-R-5-5-8-8-7-5-", "R-5-8-5-R-5-7-a-"))
    guitar = players.guitar(s, s.pick("edge", "crunch", "clean"), -1, 0.4)
    comping.comp(s, guitar, "..s...s...s...s.", 66, 3, gate=0.4, loud=100)
    organ = s.part("~chip-square", "reed-organ", "drawbar", "~organ", "perc-organ", level=-2, fx=s.pick(("tone:bright",), ("tremolo",), ()))
    comping.comp(s, organ, s.pick("..s...s...s...s.", "..ss..s...ss..s."), 64, 3, "verse", gate=0.5)
    lines.melody(s, organ, 65, 84, "chorus", 1.6, 0.2, form="AAAB", triplets=False)
    players.sing(s, "verse", density=1.7, level=1, bends=0.05)
    if s.chance(0.5):
        lines.melody(s, s.part("trombone", "tenor-sax", "trumpet", level=0), 52, 72, "chorus", 1.2, 0.25, form="AAAB", triplets=False)


@style("Reggae", like="Pop")
def piano_and_voice(s: Song) -> None:
    """The band has gone home: a piano or an acoustic guitar plays bass line and off-beat at once, a hand on a drum, a singer who means it."""
    _frame(s, (64, 92), ("major", "minor", "major", "dorian"), "verse verse chorus", (0.0, 0.4), ("room", "booth", "hall", "plate"))
    keys = s.part("piano", "electric-grand", "rhodes", "drawbar", "nylon", "~steel-guitar", "~nylon-guitar", level=0)
    bass.pattern(s, keys, s.pick(*RIDDIMS), 36 if keys.voice in ("piano", "electric-grand", "rhodes", "drawbar") else 40, gate=0.8)
    comping.comp(s, keys, s.pick("..s...s...s...s.", "..s...s...ss..s."), 64, 3, gate=0.5)
    players.sing(s, None, density=1.2, level=2, bends=0.25)
    if s.chance(0.8):
        traditions.hands(s, s.pick({"conga2": "........x.......", "conga1": "..x...x.....x.x."},
                                   {"kick": "........x.......", "rim": "........x.......", "shaker": "x.x.x.x.x.x.x.x."}, {"tom4": "x..x....x..x....", "conga-mute": "......x.......x."}), -3)
    if s.chance(0.35):
        comping.pad(s, s.part("strings", "cello", "~backing", "oohs", level=-5), 60, 3, "chorus")
