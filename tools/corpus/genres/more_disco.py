"""More disco: by a big band, by two machines, from a film set, a church, a highlife band, a raga orchestra, a roller rink, or cut from one old record.

What must tell it from Jazz, Electronic, R&B, World and Hip-Hop is the floor: a kick on every beat, the hat open between, a bass that moves in octaves.
"""

from __future__ import annotations

import bass
import comping
import groove
import lines
import players
from genres.disco import HATS
from score import Part
from song import Song, Where, style

MINOR = ("im7 | im7 | IV9 | IV9", "im7 | bVIImaj7 | bVImaj7 | v7", "im9 | ivm9 | bVII9 | bIIImaj7", "i | bVII | bVI | V7", "im7 | ivm7 | im7 | V7")
MAJOR = ("Imaj7 | vi7 | ii7 | V7", "IVmaj7 | iii7 | vi7 | ii7 V7", "ii9 | V13 | Imaj9 | VI7", "I | vi | IV | V", "Imaj7 | IVmaj7 | iii7 | vi7")
FLOORS = (
    *HATS[:2],
    {"kick": "x...x...x...x...", "clap": "....X.......X...", "open": "..X...X...X...X.", "tambourine": "x.xxx.xxx.xxx.xx"},
    HATS[2],
)
OCTAVES = ("R.8.R.8.R.8.R.8.", "R8R8R8R8R8R8R8R8", "R..8R..8R..8R.58", "R-8.R-8.R.8.R.58", "R.8.R.8.5.8.7.8.")


def _frame(s: Song, plan: str, tempo: tuple[float, float] = (110, 128), scales: tuple[str, ...] = ("minor", "dorian", "major"), seconds: float = 42) -> None:
    """Tempo, key and form; every section has a loop of its own."""
    s.set(tempo, scales, room=("plate", "club", "hall", "room"))
    own = MAJOR if s.scale in ("major", "mixolydian") else MINOR
    s.until(seconds, plan, **{name: s.pick(*own) for name in dict.fromkeys(plan.split())})


def _floor(s: Song, *kits: str, where: Where = None, loud: float = 100.0, pattern: dict[str, str] | None = None) -> Part:
    """Four on the floor."""
    kit = s.part(*(kits or ("kit:standard", "kit:room", "kit:standard")), name="kit", level=1, pan=0.0, loose=0.004)
    groove.drums(s, kit, pattern or s.rng.choice(FLOORS), where, fills=8, loud=loud, human=0.05)
    return kit


def _octaves(s: Song, *voices: str, level: float = 0.0, where: Where = None) -> Part:
    """The bass that jumps."""
    low = s.part(*(voices or ("finger-bass", "slap-bass", "~electric-bass", "pick-bass")), name="bass", level=level, pan=0.0, send=-20)
    bass.pattern(s, low, s.pick(*OCTAVES), 28, where, gate=0.75)
    return low


def _scratch(s: Song, level: float = -3.0, where: Where = None) -> None:
    """A guitar in sixteenths, mostly muted."""
    part = s.part("clean-guitar", "muted-guitar", "~electric-guitar", level=level, pan=s.pick(-0.5, 0.5), fx=("amp:clean", *s.pick((), ("chorus",), ("wah:phase",), ("wah",))))
    comping.comp(s, part, s.pick("s.smm.s.s.smm.ss", "m.s.mmsmm.s.mmsm", "..s.m.ss..s.m.s."), 66, 3, where)


@style("Disco", like="Jazz")
def big_band_disco(s: Song) -> None:
    """Swing-era brass in full dress over the kick: five saxophones in close harmony, trombones that punch, a standard's changes, everything played straight."""
    _frame(s, "theme theme shout solo theme", scales=("major", "major", "minor"))
    _floor(s)
    _octaves(s)
    comping.comp(s, s.part("piano", "electric-grand", "rhodes", level=-3), s.pick("x--s..s.", "..s..s..", "x-x-x-x-"), 62, 4)
    reeds = [s.part("alto-sax", "tenor-sax", "clarinet", name="reeds", level=-1, pan=-0.4)]
    tune = lines.melody(s, reeds[0], 62, 82, "theme", 1.5, 0.2, form="AABA", triplets=False, ahead=0.2)
    for steps in (-2, -4):
        lines.harmonise(s, s.part(reeds[0].voice, "tenor-sax", "alto-sax", name="reeds", level=-3, pan=-0.3), tune, steps)
    brass = [s.part(voice, level=-2, pan=0.4) for voice in ("trumpet", "trumpet", "trombone", s.pick("trombone", "brass"))]
    comping.stabs(s, brass, s.pick("s..s..s.s.......|......ss....s---", "x---..s.....s.ss|s..s........s..."), 66, ("shout", "solo"))
    comping.stabs(s, brass[:3], "............s.s.|................", 65, "theme")
    lines.melody(s, s.part("tenor-sax", "trumpet", "vibraphone", "trombone", level=1), 57, 80, "solo", 2.0, 0.2, bends=0.2)
    if s.chance(0.4):
        players.sing(s, "shout", density=1.3)


@style("Disco", like="Electronic")
def two_machines(s: Song) -> None:
    """A drum machine, a sequenced bass and one more synthesizer: no band in the studio, yet the song, its octaves and its open hat are disco's."""
    _frame(s, "verse verse chorus break", (108, 126))
    kit = _floor(s, "~kit:linn", "~kit:808", "~kit:909", "~kit:lofi",
                 pattern=s.pick(*FLOORS, {"kick": "x...x...x...x...", "clap": "....X.......X.X.", "hat": "xxxxxxxxxxxxxxxx", "open": "..x...x...x...x.",
                                          "cowbell": "x..x..x.x.x..x.."}))
    kit.loose = 0.0
    _octaves(s, "~saw-bass", "~square-bass", "synth-bass", "~fm-bass", "~acid", "synth-bass-2")
    comping.comp(s, s.part("~string-machine", "~saw-poly", "~brass-poly", "dx-piano", "~organ", level=-2, loose=0.0, fx=s.pick((), ("chorus",), ("wah:phase",))),
                 s.pick("x-------x--x----", "..s..s....s..s..", "x--x--x-..s...s."), 62, 4)
    if s.chance(0.6):
        players.sing(s, ("verse", "chorus"), density=1.3, fx=s.pick(("delay:310",), ("chorus",)), voices=("~vocal", "~vocal-low", "~robot", "~vocal-duo", "synth-voice"))
    else:
        lines.melody(s, s.part("~saw-lead", "~square-lead", "~flute", "~pluck", "~theremin", level=0, fx=("delay:310",)), 62, 84, None, 1.3, 0.25, form="AABA", triplets=False)
    hands = s.part("~kit:minimal", "~kit:808", name="toms", level=-4, loose=0.0)
    for bar in s.bars():
        if bar.index % 4 == 3:
            for place, drum in enumerate(("tom1", "tom1", "tom3", "tom4")):
                hands.add(bar.start + 3 + place * 0.25, 0.25, groove.DRUMS[drum], 104)


@style("Disco", like="Hip-Hop")
def filtered_record(s: Song) -> None:
    """Four bars of an old disco record, looped, its highs taken away and given back over sixteen bars; a new kick below, two words of the singer."""
    s.set((118, 128), ("minor", "dorian", "major"), room=("club", "dry", "plate"))
    loop = s.pick(*(MAJOR if s.scale == "major" else MINOR))
    s.until(48, "a a a a", a=loop)
    s.master.append("dense")
    kit = _floor(s, "~kit:909", "~kit:lofi", "kit:standard")
    kit.loose = 0.0
    old = s.pick(("tone:far",), ("crush:2",), ())
    strings = s.part("~string-machine", "~saw-poly", "~section", name="record", level=0, loose=0.0, duck=0.6, fx=old)
    comping.comp(s, strings, s.pick("x--x--x---x-x---", "x-------s.s.s...", "..x-..x-..x-..x-"), 66, 4)
    at = 0.0
    points: list[tuple[float, float]] = []
    while at < s.sections[-1].end:
        points += [(at, 0.1), (at + 15 * s.beats, 1.0), (at + 15.9 * s.beats, 0.9)]
        at += 16 * s.beats
    strings.sweep = tuple(points)
    comping.comp(s, s.part("clean-guitar", "~electric-guitar", "rhodes", "brass", name="record", level=-2, loose=0.0, duck=0.5, fx=("amp:clean", *old)),
                 s.pick("s.smm.s.s.smm.ss", "..s...s...s.s.s.", "s..s..s...s.s..."), 64, 3)
    _octaves(s, "finger-bass", "~electric-bass", "slap-bass", "~saw-bass")
    word = lines.make_riff(s, 16, 0.5, 12, "minor-pentatonic" if s.scale != "major" else "major-pentatonic", 0.2)
    if s.chance(0.7):
        lines.play_riff(s, s.part("~vocal", "~vocal-duo", "~robot", "oohs", level=0, fx=("delay:240", *old), loose=0.0), word, 16, 60, follow=False)
    else:
        players.talk(s, None, 2, -1, ("delay:240",))


@style("Disco", like="World")
def highlife_disco(s: Song) -> None:
    """Lagos, 1978: two guitars that interlock, congas and a bell beside the open hat, a horn section in unison, a chant instead of a chorus."""
    _frame(s, "a a chant horns", (108, 124), ("dorian", "mixolydian", "major"), 44)
    _floor(s)
    groove.drums(s, s.part("kit:standard", name="hands", level=-4),
                 s.pick({"conga1": "..x...xx..x...xx", "conga2": "x.....x.x.....x.", "agogo1": "x.xx.xx.x.xx.x.."},
                        {"conga-mute": "x..x..x.x..x....", "conga1": "....x.......x.xx", "cowbell": "x..x..x...x.x..."}), fills=0, crash=False)
    _octaves(s) if s.chance(0.4) else bass.pattern(s, s.part("finger-bass", "~electric-bass", "pick-bass", level=0),
        s.pick("R..5..8.R..5.8..", "R.R5..7.8..7.5..", "..R5..8...R5..7."), 28, gate=0.7)
    for pan, low in ((-0.6, 57), (0.6, 64)):
        comping.arpeggio(s, s.part("clean-guitar", "~electric-guitar", "muted-guitar", "~kora", level=-2, pan=pan, fx=("amp:clean",)), 0.25, low, 2,
                         "".join(s.rng.choice("01234") for _ in range(16)), rests="".join(s.pick("x", "x", ".") for _ in range(16)), gate=0.6)
    tune = lines.melody(s, s.part("trumpet", "tenor-sax", "alto-sax", level=0), 60, 78, ("horns", "a"), 1.3, 0.35, form="AABA", triplets=False, ahead=0.2)
    lines.double(s.part("trombone", "baritone-sax", "brass", level=-2), tune, -12)
    comping.comp(s, s.part("rock-organ", "drawbar", "rhodes", "clavinet", level=-4), s.pick("..s...s...s...s.", "s..s..s.s..s..s."), 64, 3)
    chant = s.part("~backing", "~vocal-duo", "~vocal-low", "choir", level=0, loose=0.03)
    lines.melody(s, chant, 55, 70, "chant", 1.4, 0.25, form="AAAA", syllables=("ye", "o", "ma", "lo"), triplets=False)


@style("Disco", like="R&B")
def chase_scene(s: Song) -> None:
    """Music for a detective's car: wah guitar, flute and clavinet over a running octave bass, string stabs at every corner; nobody sings."""
    _frame(s, "chase turn chase corner", (112, 134), ("dorian", "minor"))
    _floor(s)
    _octaves(s, "finger-bass", "pick-bass", "~electric-bass", "synth-bass")
    _scratch(s, -1)
    comping.comp(s, s.part("clavinet", "rhodes", "harpsichord", "electric-grand", level=-2, fx=s.pick((), ("wah",), ("wah:phase",))),
                 s.pick("s.ss.ss.s.ss..s.", "..s..ss...s..ss.", "s..s..s.s.s..s.."), 60, 3)
    lead = s.part("flute", "trumpet", "~saw-lead", "alto-sax", "vibraphone", "overdriven", "piccolo", level=0, fx=s.pick((), ("delay:250",)))
    lines.melody(s, lead, 64, 86, "chase", 1.5, 0.25, form="AAAB", graces=0.12, triplets=False)
    lines.runs(s, lead, 62, 88, "corner", 0.25, "dorian", gap=0.5)
    strings = [s.part("strings", "~section", "synth-strings", level=-2, pan=-0.3), s.part("strings", "tremolo-strings", level=-3, pan=0.3),
               s.part("brass", "horn", "trombone", level=-2)]
    comping.stabs(s, strings, s.pick("s.....s.s.......|s.....s.s.....ss", "x-------........|..s..s..s..s..s.", "s..s..s.........|x---------------"), 67, ("turn", "corner"))
    groove.drums(s, s.part("kit:standard", name="bongos", level=-5), {"bongo1": "x.xox.xxx.xox.xx", "bongo2": "..x...x...x.x..."}, fills=0, crash=False)


@style("Disco", like="R&B")
def gospel_disco(s: Song) -> None:
    """A choir and a pounding piano lift the floor: plagal turns, hand claps on two and four, tambourine in sixteenths, the chorus goes up a step and never comes down."""
    s.set((114, 130), ("major", "mixolydian"), room=("church", "hall", "club", "plate"))
    s.until(44, "verse chorus verse chorus up", verse=s.pick("I | IV/1 | I | V", "I | vi7 | ii7 | V", "I | I7 | IV | iv"),
            chorus=s.pick("IV | I/3 | ii7 | V", "I | IV | I | V7", "vi | IV | I | V"), up="II | V | II | VI" if s.chance(0.7) else "IV | V | vi | V")
    _floor(s, pattern={"kick": "x...x...x...x...", "clap": "....X.......X...", "open": "..x...x...x...x.", "tambourine": "xoxxxoxxxoxxxoxx"})
    _octaves(s)
    comping.comp(s, s.part("piano", "bright-piano", "electric-grand", level=0), s.pick("x.xx.xx.x.xx.x.x", "x-x-x-x-x-xxx-x-", "X..X..X.X..X.X.."), 62, 5)
    comping.pad(s, s.part("drawbar", "rock-organ", "~organ", level=-4, fx=("leslie",)), 60, 4)
    choir = s.part("choir", "~choir", "~backing", "oohs", name="choir", level=0, loose=0.02)
    comping.comp(s, choir, s.pick("x---x---|x-------", "..x-..x-|x---....", "x--x--x-|x---s.s."), 66, 4, ("chorus", "up"), loud=104)
    players.sing(s, None, density=1.4, bends=0.5, graces=0.12, scale="major-blues", voices=("~vocal", "~vocal-low", "~vocal-duo", "alto-sax"))


@style("Disco", like="World")
def film_palace_disco(s: Song) -> None:
    """A film orchestra meets the drum kit: sitar or santur hook, massed violins in unison slides, hand drums filling the sixteenths, a high voice that ornaments."""
    s.set((108, 128), ("minor", "harmonic-minor", "phrygian-dominant", "dorian"), room=("hall", "plate", "club"))
    s.until(44, "hook verse hook verse", hook=s.pick("i | i | bVII | i", "i | bVII | bVI | V", "i | iv | i | V"), verse=s.pick("i | i | iv | i", "i | bIII | bVII | i"))
    _floor(s)
    groove.drums(s, s.part("kit:standard", name="hands", level=-3),
                 s.pick({"bongo1": "x.xxx.x.x.xxx.xx", "conga2": "x.....x...x....."}, {"conga1": "x..x.xx.x..x.xx.", "bongo2": "..x...x...x...xx"}), fills=0, crash=False)
    _octaves(s, "finger-bass", "synth-bass", "pick-bass", "~saw-bass")
    hook = lines.melody(s, s.part("sitar", "~sitar", "dulcimer", "~dulcimer", "shanai", "~mandolin", "~saw-lead", level=0), 60, 79, "hook", 1.8, 0.15, form="AAAB", graces=0.25,
                        bends=0.3, triplets=False)
    lines.double(s.part("strings", "~section", "violin", level=-2, send=-7), hook, s.pick(0, 12))
    comping.comp(s, s.part("accordion", "reed-organ", "~string-machine", "piano", "~organ", level=-4), s.pick("x-------x--x----", "..s...s...s...s."), 62, 3)
    players.sing(s, "verse", low=62, density=1.5, bends=0.4, graces=0.25, voices=("~vocal", "~vocal-duo", "oohs", "~flute"))
    if s.chance(0.5):
        _scratch(s, -4)


@style("Disco", like="R&B")
def roller_rink(s: Song) -> None:
    """Slower, for skates: a lazy kick on every beat, a slapped octave line with holes in it, hand claps, ninths from the electric piano, a chorus of three friends."""
    _frame(s, "verse verse chorus", (98, 110), ("dorian", "minor", "major"), 44)
    _floor(s, "kit:standard", "~kit:linn", "~kit:808", "kit:room",
           pattern=s.pick({"kick": "x...x...x...x...", "clap": "....X.......X...", "hat": "x.xxx.xxx.xxx.xx", "open": "..x...x...x...x."},
                          {"kick": "x...x...x..xx...", "snare": "....X.......X...", "open": "..x...x...x...x.", "shaker": "xoxoxoxoxoxoxoxo"}), loud=92)
    bass.pattern(s, s.part("slap-bass", "slap-bass-2", "finger-bass", "synth-bass", "~square-bass", level=1),
                 s.pick("R-.8..R..8.5.7.8", "R..8.R.8....5.78", "R.8...R.8.R.7.5."), 28, gate=0.65)
    comping.comp(s, s.part("rhodes", "dx-piano", "~fm-piano", "~saw-poly", "vibraphone", level=-1, fx=s.pick(("chorus",), ("tremolo",))),
                 s.pick("x-------..s..s..", "x--s......x--s..", "..x---..s...s..."), 62, 4)
    _scratch(s, -4)
    friends = s.part("~backing", "oohs", "~vocal-duo", level=-1, loose=0.02)
    comping.comp(s, friends, s.pick("x---..s.|........", "s.s.x---|....s.s."), 66, 3, "chorus")
    players.sing(s, None, density=1.2, bends=0.25)
    if s.chance(0.4):
        lines.melody(s, s.part("flute", "strings", "~saw-lead", "glockenspiel", level=-3), 68, 88, "chorus", 1.0, 0.4)
