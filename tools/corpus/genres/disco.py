"""Disco: four on the floor with a hat that opens on every off-beat, a bass that jumps octaves, scratched guitar, strings that answer the
singer.

The hard cases are Electronic (house is disco made by machines), R&B (funk, Philadelphia), Pop (which has never given the beat back) and
Latin.
"""

from __future__ import annotations

import bass
import comping
import groove
import lines
import players
from score import Part
from song import Song, style

MINOR = ("im7 | im7 | IV9 | IV9", "im7 | bVIImaj7 | bVImaj7 | v7", "im9 | ivm9 | bVII9 | bIIImaj7", "i | bVII | bVI | V7",
         "im7 | ivm7 | im7 | V7", "im7 | iv7 | bVII7 | bIIImaj7")
MAJOR = ("Imaj7 | vi7 | ii7 | V7", "IVmaj7 | iii7 | vi7 | ii7 V7", "Imaj7 | IVmaj7 | iii7 | vi7", "ii9 | V13 | Imaj9 | VI7",
         "I | vi | IV | V", "vi7 | ii7 | V7 | Imaj7")
OCTAVES = ("R.8.R.8.R.8.R.8.", "R8R8R8R8R8R8R8R8", "R..8R..8R..8R.58", "R.8.R.8.5.8.7.8.", "R-8.R-8.R.8.R.58")
HATS = (
    {"kick": "x...x...x...x...", "snare": "....X.......X...", "hat": "x.x.x.x.x.x.x.x.", "open": "..x...x...x...x."},
    {"kick": "x...x...x...x...", "snare": "....X.......X..g", "hat": "xx.xxx.xxx.xxx.x", "open": "..x...x...x...x."},
    {"kick": "x...x...x...x...", "snare": "....X..g....X.g.", "hat": "xxxxxxxxxxxxxxxx", "open": "......x.......x."},
    {"kick": "x...x...x...x...", "snare": "....X.......X...", "open": "..X...X...X...X.", "tambourine": "x.xxx.xxx.xxx.xx"},
)
"""What makes the floor move: the kick on every beat, the hat open between."""


def _chords(s: Song) -> tuple[str, ...]:
    return MAJOR if s.scale in ("major", "mixolydian") else MINOR


def _frame(s: Song, tempo: tuple[float, float] = (112, 128), plan: str = "verse verse chorus", seconds: float = 42) -> None:
    """Key, place and form; disco sits between 110 and 130 and does not swing."""
    s.set(tempo, ("minor", "dorian", "dorian", "major"), keys="A D E G C F", room=("plate", "club", "hall", "room"))
    s.until(seconds, plan, **{name: s.pick(*_chords(s)) for name in dict.fromkeys(plan.split())})


def _floor(s: Song, kit: tuple[str, ...] = ("kit:standard", "kit:standard", "kit:room"), congas: float = 0.5,
           pattern: dict[str, str] | None = None) -> Part:
    """The drummer, and somebody with congas or a tambourine beside."""
    part = s.part(*kit, name="kit", level=1, pan=0.0, loose=0.005)
    groove.drums(s, part, pattern or s.rng.choice(HATS), fills=8, loud=100, human=0.06)
    if s.chance(congas):
        groove.drums(s, s.part("kit:standard", name="congas", level=-6), s.pick({"conga1": "..x...xx..x...xx", "conga2": "x.....o.x.....o.",
            "cowbell": "x...x...x...x..."},
                     {"bongo1": "x.xox.xxx.xox.xx", "shaker": "xoxoxoxoxoxoxoxo"}, {"conga1": "....x.......x.xx",
                         "cabasa": "x.xxx.xxx.xxx.xx"}), fills=0, crash=False)
    return part


def _octaves(s: Song, *voices: str, level: float = 0.0, rows: tuple[str, ...] = OCTAVES) -> None:
    bass.pattern(s, s.part(*(voices or ("finger-bass", "slap-bass", "~electric-bass", "pick-bass")), name="bass", level=level, pan=0.0,
                           send=-20), s.pick(*rows), 28, gate=0.75)


def _scratch(s: Song, level: float = -3.0) -> None:
    """Rhythm guitar in sixteenths, most of them muted."""
    part = s.part("clean-guitar", "muted-guitar", "~electric-guitar", level=level, pan=s.pick(-0.5, 0.5),
                  fx=("amp:clean", *s.pick((), ("chorus",), ("wah:phase",))))
    comping.comp(s, part, s.pick("s.smm.s.s.smm.ss", "m.s.mmsmm.s.mmsm", "..s.m.ss..s.m.s.", "smsmm.s.smsmm.s."), 66, 3)


def _strings(s: Song, where: str | tuple[str, ...] | None = None, level: float = -2.0, stabs: bool = True) -> None:
    """Violins in octaves: a long line, runs into the next phrase, and stabs between."""
    high = s.part("strings", "strings", "~section", "synth-strings", "~string-machine", name="strings", level=level, send=-8)
    low = s.part(high.voice, name="strings", level=level - 2, send=-8)
    tune = lines.melody(s, high, 69, 89, where, 0.8, 0.3, form=s.pick("AAAB", "ABAB"), triplets=False)
    lines.double(low, tune, -12)
    rungs = s.rungs(62, 88)
    for bar in s.bars(where):
        if bar.index % 4 == 3 and s.chance(0.7):
            run = rungs[-9:] if s.chance(0.7) else rungs[-9:][::-1]
            for place, pitch in enumerate(run[:8]):
                high.add(bar.start + bar.beats / 2 + place * 0.25, 0.25, pitch, 88 + 3 * place)
    if stabs:
        comping.comp(s, low, s.pick("......s.......s.|........", "....s.s.........|s...............", "..s..s..........|............s.s."),
                     67, 4, where, loud=100)


def _horns(s: Song, where: str | tuple[str, ...] | None = None, level: float = -3.0) -> None:
    comping.stabs(s, [s.part(v, level=level, pan=0.3) for v in ("trumpet", "trumpet", "tenor-sax", "trombone")],
                  s.pick("s.....s.........|............s.s.", "x---....s..s....", "..s..s......x---",
                         "............x-s.|s..............."), 66, where)


@style("Disco", like="R&B")
def classic(s: Song) -> None:
    """New York, 1977: a real band, a string section, a singer with gospel behind her."""
    _frame(s)
    _floor(s)
    _octaves(s)
    _scratch(s)
    comping.comp(s, s.part("rhodes", "piano", "clavinet", level=-3), s.pick("x--x..x-..x.x---", "..s...s...s..s..", "x-------x-----s."), 62,
                 4)
    _strings(s)
    if s.chance(0.6):
        _horns(s)
    players.sing(s, None, density=1.5, level=2, bends=0.3)


@style("Disco", like="R&B")
def philadelphia(s: Song) -> None:
    """The source: softer kick, vibraphone and guitar in unison, French horns, silk."""
    _frame(s, (104, 120))
    _floor(s, ("kit:standard", "kit:jazz", "kit:room"))
    _octaves(s, rows=("R--R..5-8-7-5-..", "R-..R.8.5-..7.8.", "R-R.5.8.R-R.5.6."))
    _scratch(s, -5)
    comping.comp(s, s.part("piano", "rhodes", "vibraphone", level=-3), s.pick("x--x..x-..x.x---", "x-------x-------"), 62, 4)
    lines.melody(s, s.part("vibraphone", "glockenspiel", "clean-guitar", level=-4), 65, 84, None, 0.9, 0.4, triplets=False)
    _strings(s, level=-1)
    comping.comp(s, s.part("horn", "trombone", level=-5, send=-7), "x-------|........", 55, 3)
    players.sing(s, ("verse", "chorus"), density=1.2, level=2, bends=0.3)


@style("Disco", like="Electronic")
def munich(s: Song) -> None:
    """A sequencer plays the octaves, sixteenth by sixteenth; a breathy singer and strings float over the machine."""
    _frame(s, (118, 132), "verse verse chorus chorus")
    _floor(s, ("kit:standard", "~kit:linn", "~kit:808"), 0.3, {"kick": "x...x...x...x...", "snare": "....x.......x...",
        "hat": "..x...x...x...x."})
    _octaves(s, "~saw-bass", "~square-bass", "~pluck", "~fm-bass", level=1,
             rows=("RR8RRR8RRR8RRR8R", "R8R8R8R8R8R8R8R8", "RRR8RR5RRRR8RR75", "R.R8R.R8R.R8R.58"))
    s.parts[-1].fx = s.pick((), ("delay:250",), ("flanger",))
    comping.pad(s, s.part("~string-machine", "strings", "synth-strings", level=-3), 66, 4)
    _strings(s, "chorus", -2, False)
    if s.chance(0.5):
        comping.arpeggio(s, s.part("~pluck", "~square-pluck", level=-5, loose=0.0, fx=("delay:250",)), 0.25, 60, 2, "0213")
    players.sing(s, None, density=0.9, level=1, fx=("delay:330",), rest=0.35, voices=("~vocal", "~vocal-duo", "oohs"))


@style("Disco", like="R&B")
def disco_funk(s: Song) -> None:
    """The bass player leads: slapped or plucked, chords in ninths, dry drums, claps on the backbeat."""
    _frame(s, (104, 118))
    _floor(s, pattern={"kick": "x...x...x...x...", "snare": "....X.......X...", "clap": "....x.......x...", "hat": "x.x.x.x.x.x.x.x.",
                       "open": "......x.......x."})
    _octaves(s, "slap-bass", "slap-bass-2", "finger-bass", level=2, rows=("R..R..8.R.x8.7.5", "R.x.R.8.x.R.5.78", "R..8.R..5..8.7.5",
        "R-.R..8..R.7.5.8"))
    _scratch(s, 0)
    _scratch(s, -4)
    comping.comp(s, s.part("piano", "rhodes", "clavinet", level=-4), s.pick("x-------..x.....", "..s..s....s..s.."), 62, 4)
    _strings(s, "chorus", -4)
    players.sing(s, None, density=1.6, level=1, voices=("~vocal-duo", "~vocal", "~backing"))


@style("Disco", like="Classical")
def orchestral(s: Song) -> None:
    """A symphony over the beat: famous turns of the violins, horns, timpani, harp, no singer."""
    s.set((112, 130), ("minor", "harmonic-minor", "major"), room=("hall", "plate", "arena"))
    own = ("i | iv | V7 | i", "i | bVI | iv | V7", "i | bVII | bIII | V7") if s.scale != "major" else ("I | IV | V7 | I",
        "I | vi | ii | V7")
    s.until(42, "a a b a", a=s.pick(*own), b=s.pick(*own))
    _floor(s, congas=0.3)
    _octaves(s, "finger-bass", "synth-bass", "pick-bass")
    _strings(s, None, 1)
    lines.melody(s, s.part("violin", "oboe", "trumpet", "flute", "clarinet", level=1), 65, 86, "a", 1.5, 0.1, graces=0.1)
    comping.comp(s, s.part("horn", "brass", level=-3), s.pick("x-------", "x---s.s."), 58, 3)
    lines.melody(s, s.part("timpani", level=-3), 40, 52, "b", 0.8, 0.4)
    comping.arpeggio(s, s.part("harp", "piano", level=-4), 0.25, 55, 3, "up", "b")
    if s.chance(0.5):
        _scratch(s, -5)


@style("Disco", like="Latin")
def latin_disco(s: Song) -> None:
    """Timbales, whistle, a piano montuno on the four-four kick, brass in thirds."""
    _frame(s, (116, 132))
    _floor(s, congas=0.0)
    groove.drums(s, s.part("kit:standard", name="latin", level=-2), {"conga1": "..x...xx..x...xx", "conga-mute": "x...x...x...x...",
        "timbale1": "x.xxx.xxx.xxx.xx", "cowbell": "x.x.xxx.x.x.xxx.", "whistle": "............x.x.|................"},
                 fills=0, crash=False)
    _octaves(s, rows=("R..R..8.R..R..58", "R.8.R.8.5.8.7.8.", "R..5..8.R..5..8."))
    comping.comp(s, s.part("piano", "bright-piano", level=-1), s.pick("x.xx.xx.xx.xx.x.", "x.xx.x.x.x.x.x.x"), 66, 4, gate=0.6)
    _horns(s, None, -2)
    _strings(s, "chorus", -4)
    players.sing(s, None, density=1.2, level=1)
    if s.chance(0.4):
        lines.melody(s, s.part("flute", "trumpet", level=-1), 67, 86, "chorus", 1.6, 0.35)


@style("Disco", like="Electronic")
def hi_nrg(s: Song) -> None:
    """Faster, all synthesizers: off-beat bass, cowbell, a diva at full power."""
    _frame(s, (124, 140))
    kit = ("~kit:linn", "~kit:909", "~kit:808")
    _floor(s, kit, 0.3, {"kick": "x...x...x...x...", "clap": "....x.......x...", "open": "..x...x...x...x.",
                         "cowbell": s.pick("x..x..x.x..x..x.", "................", "..x...x...x...x.")})
    _octaves(s, "~saw-bass", "~square-bass", "synth-bass", level=0, rows=("..R...R...R...R.", "R.8.R.8.R.8.R.8.", "RR88RR88RR88RR88",
        "..RR..RR..RR..8R"))
    comping.comp(s, s.part("~saw-poly", "~brass-poly", "polysynth", level=-2, loose=0.0), s.pick("x--x--x---x--x--", "s..s..s..s..s.s.",
        "x-s...x-s......."), 64, 4)
    lines.melody(s, s.part("~saw-lead", "~square-lead", "~string-machine", "synth-brass", level=-2, loose=0.0), 67, 86, "chorus", 1.5, 0.15,
                 form="AAAB", triplets=False)
    players.sing(s, None, density=1.4, level=2, bends=0.3, fx=("delay:230",))


@style("Disco", like="Electronic")
def italo(s: Song) -> None:
    """Cheap machines by the sea: arpeggiated bass, a naive melody on a bell, a voice through a vocoder."""
    s.set((110, 126), ("minor", "minor", "dorian", "major"), room=("plate", "hall", "dry"))
    s.until(42, "verse chorus", verse=s.pick("i | bVI | bVII | i", "i | bVII | bVI | bVII", "vi | IV | V | vi"),
            chorus=s.pick("bVI | bVII | i | i", "i | bIII | bVII | iv", "i | bVI | bIII | bVII"))
    _floor(s, ("~kit:linn", "~kit:808", "~kit:909"), 0.0, {"kick": "x...x...x...x...", "snare": "....X.......X...",
        "hat": "x.xxx.xxx.xxx.xx", "open": "..x...x...x...x.", "tom2": s.pick("................", "..........x..x.x")})
    _octaves(s, "~saw-bass", "~fm-bass", "~square-bass", rows=("R8R8R8R8R8R8R8R8", "R.8RR.8RR.8RR.8R", "RR8RR8R8RR8RR8R8"))
    comping.pad(s, s.part("~string-machine", "~warm-pad", "synth-strings", level=-3, fx=("chorus",)), 64, 4)
    lines.melody(s, s.part("~fm-bell", "~square-lead", "~saw-lead", "~brass-poly", "~pluck", level=0, loose=0.0, fx=("delay:360",)), 67, 86,
                 "chorus", 1.2, 0.15, form="AAAB", triplets=False)
    players.sing(s, "verse", density=1.1, level=0, voices=("~robot", "~vocal-low", "~vocal", "~vocal-duo"), fx=("chorus",))


@style("Disco", like="Electronic")
def space(s: Song) -> None:
    """The floor seen from orbit: phased strings, a theremin, long filter sweeps, no hurry."""
    _frame(s, (104, 122), "a a b", 50)
    _floor(s, ("kit:standard", "~kit:linn", "kit:room"), 0.6)
    _octaves(s, "~saw-bass", "synth-bass", "finger-bass")
    _scratch(s, -5)
    pad = s.part("~string-machine", "~saw-poly", "~warm-pad", level=-1, fx=(s.pick("flanger", "chorus"), "delay:350"))
    comping.pad(s, pad, 65, 4)
    pad.sweep = tuple((beat * 8.0, s.between(0.3, 0.6) if beat % 2 else s.between(0.7,
        1.0)) for beat in range(int(s.sections[-1].end / 8) + 2))
    lines.melody(s, s.part("~theremin", "~saw-lead", "~square-lead", level=-1, send=-5, fx=("delay:350",)), 65, 86, None, 0.8, 0.35,
                 bends=0.3)
    if s.chance(0.5):
        lines.melody(s, s.part("flute", "rhodes", "clean-guitar", level=-3, fx=("delay:350",)), 64, 84, "b", 1.4, 0.4)
    groove.drums(s, s.part("~kit:808", level=-8, fx=("delay:250",)), {"tom1": "..........x.....|................"}, fills=0, crash=False)


@style("Disco", like="Hip-Hop")
def boogie(s: Song) -> None:
    """After the crash: slower, a synthesizer bass with a squelch, handclaps, electric piano, a little rap in the air."""
    _frame(s, (102, 116))
    _floor(s, ("~kit:linn", "~kit:808", "kit:standard"), 0.4, {"kick": "x...x...x...x...", "clap": "....X.......X...",
        "hat": "x.xxx.xxx.xxx.xx", "open": "......x.......x."})
    _octaves(s, "~saw-bass", "synth-bass", "~acid", "~fm-bass", level=2, rows=("R..R..8.R.7.5-8.", "R-.R..R.8-7-5.8.", "R..8..R.5..8.7.."))
    comping.comp(s, s.part("rhodes", "~fm-piano", "~saw-poly", level=-2), s.pick("x--s..x-..s.x---", "..s...s...s..s.."), 62, 5)
    _scratch(s, -5)
    lines.melody(s, s.part("~saw-lead", "~square-lead", "~brass-poly", level=-2, fx=("delay:300",)), 65, 84, "chorus", 1.1, 0.3, bends=0.3)
    players.sing(s, None, density=1.4, level=2, bends=0.4)
    if s.chance(0.4):
        players.talk(s, "verse", 4)


@style("Disco", like="Pop")
def euro_disco(s: Song) -> None:
    """Cologne, Paris, Stockholm: hand claps, a shouted chorus in unison in a minor key."""
    s.set((116, 132), ("minor", "harmonic-minor", "major"), room=("hall", "plate", "club"))
    own = ("i | bVII | bVI | V", "i | iv | bVII | bIII", "i | i | iv | V7") if s.scale != "major" else ("I | vi | IV | V", "I | IV | V | I")
    s.until(42, "verse verse chorus", verse=s.pick(*own), chorus=s.pick(*own))
    _floor(s, congas=0.2)
    groove.drums(s, s.part("kit:standard", "~kit:linn", name="hands", level=-5), {"clap": s.pick("....x.......x...", "x...x...x...x.x.")},
                 fills=0, crash=False)
    _octaves(s)
    comping.comp(s, s.part("piano", "~string-machine", "clavinet", level=-3), s.pick("x-s.x-s.x-s.x-s.", "..x...x...x...x."), 62, 4)
    _strings(s)
    crew = s.part("~vocal-duo", "~choir", "~vocal-low", "~backing", level=1)
    tune = lines.melody(s, crew, 50, 66, "chorus", 1.4, 0.15, form="AAAB", triplets=False, syllables=s.rng.sample(players.SYLLABLES, 8),
                        loud=104)
    lines.double(s.part("~vocal", level=-2), tune, 12)
    players.sing(s, "verse", density=1.4, level=1)


@style("Disco", like="Rock")
def disco_rock(s: Song) -> None:
    """A rock band crosses over: open hats, octave bass, distorted guitar instead of violins."""
    _frame(s, (112, 128))
    _floor(s, ("kit:power", "kit:standard", "kit:room"), 0.3)
    _octaves(s, "pick-bass", "finger-bass", "~electric-bass")
    _scratch(s, -2)
    comping.strum(s, players.guitar(s, s.pick("crunch", "edge"), -3, 0.4), s.pick("X-------", "x--x----"), "chorus", strings=4)
    lines.melody(s, players.guitar(s, "lead", -2, 0.0, extra=("delay:280",)), 62, 84, "chorus", 1.2, 0.35, bends=0.4,
                 scale="minor-pentatonic")
    comping.comp(s, s.part("rock-organ", "~string-machine", "piano", level=-4), s.pick("x-------", "..x...x."), 62, 3)
    players.sing(s, None, density=1.4, level=2, fx=s.pick((), ("drive:2",)), bends=0.3)


@style("Disco", like="Pop")
def slow_start_anthem(s: Song) -> None:
    """Piano and voice alone, out of tempo almost; then the beat comes in and nobody leaves the floor."""
    _frame(s, (112, 124), "intro verse chorus chorus", 48)
    dance = ("verse", "chorus")
    comping.comp(s, s.part("piano", "electric-grand", level=-1), s.pick("x---x---", "x-x-x-x-"), 62, 4)
    kit = s.part("kit:standard", "kit:room", name="kit", level=1, pan=0.0)
    groove.drums(s, kit, s.rng.choice(HATS), dance, fills=8)
    groove.drums(s, kit, {"open": "..o...o...o...o."}, "intro", fills=0, crash=False)
    bass.pattern(s, s.part("finger-bass", "~electric-bass", level=0), s.pick(*OCTAVES), 28, dance, gate=0.75)
    _strings(s, ("chorus", "intro"), -1)
    _horns(s, "chorus")
    players.sing(s, None, density=1.3, level=3, bends=0.35)
