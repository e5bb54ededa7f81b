"""More rhythm and blues: by the pedal steel, through the fuzz box, to a bossa, on stuttering machines, at a lone piano, in four-part harmony, on purple synthesizers.

What must tell it from Country, Rock, Latin, Electronic, Classical and Pop is the singer, who bends, falls and answers a choir, and chords of four and five
tones that the bass talks about.
"""

from __future__ import annotations

import bass
import comping
import groove
import lines
import players
from genres.rnb import SINGERS
from score import Note
from song import Song, Where, style

LUSH = ("Imaj9 | vi9 | ii9 | V13", "IVmaj9 | iii7 | vi9 | Imaj9", "ii9 | iii7 | IVmaj9 | V9sus4", "Imaj7 | I7 | IVmaj7 | iv7 bVII13", "IVmaj9 | V9sus4 | iii7 VI7alt | ii9")
DARK = ("im9 | ivm9 | im9 | v7", "bVImaj9 | v7 | im9 | im9", "im11 | bVImaj7 | ivm9 | V7alt", "im9 | bIIImaj7 | ivm9 | bVImaj7")
SOUL = ("I | vi | IV | V", "I | iii | IV | V", "I | I7 | IV | iv", "I | ii | iii | IV", "I | V/7 | vi | IV V", "I | III7 | vi | II7 V7")


def _minor(s: Song) -> bool:
    return s.scale in ("minor", "dorian", "minor-pentatonic", "harmonic-minor")


def _soul(s: Song, where: Where = None, density: float = 1.3, level: float = 2.0, fx: tuple[str, ...] = (), voices: tuple[str, ...] = SINGERS,
          choir: float = 0.6) -> list[Note]:
    """A singer behind the beat, pentatonic and bent, whose long notes fall away in quick turns; a small choir answers."""
    scale = "minor-pentatonic" if _minor(s) else s.pick("major-pentatonic", "major-blues")
    who = s.part(*voices, name="singer", level=level, pan=0.0, loose=0.025, late=0.018, fx=fx)
    low = s.pick(45, 48) if "low" in who.voice else s.pick(54, 57, 60)
    tune = lines.melody(s, who, low, low + 17, where, density, 0.25, bends=0.45, graces=0.12, ahead=0.25, scale=scale, syllables=s.rng.sample(players.SYLLABLES, 12), loud=100)
    for note in tune:
        if note.length >= 1.0 and s.chance(0.3):
            rungs = s.rungs(int(note.pitch) - 10, int(note.pitch), scale)[::-1][:s.pick(3, 4, 5)]
            step = s.pick(0.125, 1 / 6)
            end = note.end
            note.length -= step * len(rungs)
            for place, pitch in enumerate(rungs):
                who.add(end - step * (len(rungs) - place), step, pitch, note.velocity * 0.95, "ao")
    if s.chance(choir):
        comping.comp(s, s.part("~backing", "oohs", "~vocal-duo", "~choir", name="backing", level=level - 6, loose=0.02),
                     s.pick("x-------|........", "....x---", "....x.x-|....x---", "..x-..x-"), 65, 3, where)
    return tune


@style("R&B", like="Country")
def country_soul(s: Song) -> None:
    """Between Memphis and Nashville: slow triplets, a tremolo guitar, an organ that swells, a steel or a mouth harp in the gaps, a voice that pleads."""
    s.set((56, 84), ("major", "major", "mixolydian"), keys="G C D A E F", room=("room", "hall", "church", "plate"))
    s.until(46, "verse verse bridge verse", verse=s.pick(*SOUL), bridge=s.pick("IV | I | II7 | V7", "vi | iii | IV | V7", "IV | iv | I | V7"))
    groove.drums(s, s.part("kit:standard", "kit:room", "kit:brush", level=-1),
                 s.pick("slow-12/8", {"kick": "x.....x.....", "rim": "...x.....x..", "hat": "xxxxxxxxxxxx"},
                        {"kick": "x....xx.....", "snare": "...X.....X..", "tambourine": "...x.....x.."}), fills=4, loud=88)
    guitar = s.part("~electric-guitar", "clean-guitar", "steel", "~electric-dark", level=-1, fx=("amp:edge", "tremolo"))
    if s.chance(0.6):
        comping.arpeggio(s, guitar, 1 / 3, 52, 2, s.pick("012321", "021", "012"), gate=1.4)
    else:
        comping.comp(s, guitar, s.pick("...x.....x..", "...s.....s.s"), 64, 3)
    comping.pad(s, s.part("drawbar", "rock-organ", "~soft-organ", "reed-organ", level=-4, fx=("leslie",)), 60, 4)
    comping.comp(s, s.part("piano", "honky-tonk", "electric-grand", level=-3), "xxxxxxxxxxxx", 62, 3, "bridge", loud=76)
    bass.pattern(s, s.part("finger-bass", "upright", "pick-bass", level=-1), s.pick("R----5R--5-a", "R-----5-----", "R--R--5--6--"), 28)
    lines.melody(s, s.part("~electric-guitar", "harmonica", "fiddle", "trumpet", "tenor-sax", level=-3, fx=("chorus",)), 60, 80, None, 0.5, 0.6, bends=0.5)
    _soul(s, None, 1.2)


@style("R&B", like="Rock")
def psychedelic_soul(s: Song) -> None:
    """1970: one minor chord for minutes, a fuzz guitar and a wah beside congas and strings, a bass line that is the song, voices thrown from side to side."""
    s.set((88, 124), ("dorian", "minor", "minor-pentatonic"), room=("room", "hall", "club", "plate"))
    s.until(46, "groove verse groove verse break", groove=s.pick("im7 | im7 | im7 | im7", "im7 | im7 | IV9 | im7"),
            verse=s.pick("im7 | im7 | IV9 | im7", "im7 | bVII9 | IV9 | im7", "im7 | im7 | im7 | im7"))
    groove.drums(s, s.part("kit:standard", "kit:room", level=0),
                 s.pick("funk", {"kick": "x..x..x...x.....", "snare": "....X..g....X.g.", "hat": "xoxoxoxoxoxoxoxo"},
                        {"kick": "x...x...x...x...", "snare": "....X.......X...", "hat": "xxxxxxxxxxxxxxxx"}), fills=8, loud=98)
    groove.drums(s, s.part("kit:standard", name="congas", level=-5), {"conga1": "..x...xx..x...xx", "conga2": "x.....x.....x...", "tambourine": "....x.......x..."}, fills=0,
                 crash=False)
    bass.pattern(s, s.part("finger-bass", "pick-bass", "~electric-bass", level=1), s.pick("R--R..7-8..5.7..|R--R............", "R.R..5.7.8..7.5.", "R-......R.5.7.8."), 28)
    comping.comp(s, s.part("clean-guitar", "~electric-guitar", "muted-guitar", level=-3, pan=-0.5, fx=("amp:edge", "wah")), s.pick("s.mms.mms.mms.ms", "..s.m.ss..s.m.s."), 64,
                 3)
    fuzz = s.part("~electric-guitar", "distorted", "overdriven", level=-2, pan=0.5, fx=("amp:fuzz", s.pick("delay:330", "wah:phase", "flanger")))
    lines.melody(s, fuzz, 57, 80, ("groove", "break"), 1.0, 0.4, bends=0.5, scale="minor-pentatonic")
    strings = s.part("strings", "~section", "tremolo-strings", level=-3, send=-6)
    lines.melody(s, strings, 66, 86, "verse", 0.7, 0.3)
    comping.comp(s, s.part("clavinet", "drawbar", "rhodes", "harpsichord", level=-4), s.pick("s..s..s.s..s..s.", "x---------------", "..s...s...s...s."), 60, 3)
    _soul(s, "verse", 1.4, fx=s.pick((), ("delay:330",), ("drive:2",)), choir=0.9)
    if s.chance(0.3):
        players.talk(s, "break", 2, -3, ("delay:330",))


@style("R&B", like="Latin")
def bossa_soul(s: Song) -> None:
    """A nylon guitar or an electric piano on a bossa pulse, rim clicks, ninths that slide by half steps; over it no samba singer but a soul singer who takes turns."""
    s.set((84, 122), ("major", "dorian", "minor"), room=("room", "booth", "club", "plate"))
    own = DARK if _minor(s) else (*LUSH, "Imaj9 | bIImaj7 | Imaj9 | bIImaj7", "Imaj7 | ivm7 bVII13 | Imaj7 | VI7alt")
    s.until(44, "verse verse chorus", verse=s.pick(*own), chorus=s.pick(*own))
    comping.comp(s, s.part("nylon", "~nylon-guitar", "rhodes", "~fm-piano", "jazz-guitar", level=0), s.pick("x..s..s.x..s.s..", "s..s..s...s..s..", "x-.s..s...s..s.."), 60, 4)
    groove.drums(s, s.part("kit:standard", "~kit:808", "kit:brush", "~kit:minimal", level=-2),
                 s.pick("bossa", {"kick": "x..xx..xx..xx..x", "clap": "....x.......x...", "shaker": "xoxoxoxoxoxoxoxo"},
                        {"kick": "x..x....x..x....", "rim": "x..x..x...x..x..", "hat": "xoxoxoxoxoxoxoxo"}), fills=0, crash=False, loud=84)
    bass.pattern(s, s.part("upright", "fretless", "finger-bass", "~sub-bass", level=0), s.pick("R--5R--5", "R--55--R", "R-.5R-8a"), 29)
    if s.chance(0.5):
        comping.pad(s, s.part("strings", "~warm-pad", "~string-machine", level=-6), 64, 4, "chorus")
    lines.melody(s, s.part("flute", "alto-sax", "vibraphone", "flute", "clean-guitar", level=-3), 62, 84, "chorus", 1.0, 0.5, bends=0.1)
    _soul(s, None, 1.4, choir=0.7)


@style("R&B", like="Electronic")
def stutter_beat(s: Song) -> None:
    """Turn of the millennium: kicks that stutter in thirty-seconds, a plucked sample from far away, harpsichords and tongue clicks, voices stacked in fast short notes."""
    s.set((88, 116), ("minor", "dorian", "harmonic-minor"), room=("dry", "booth", "plate"))
    s.until(44, "verse chorus verse chorus", verse=s.pick(*DARK, "i | i | bVI | V", "im7 | bII7 | im7 | im7"), chorus=s.pick(*DARK, "i | bVI | bVII | V"))
    kit = s.part("~kit:808", "~kit:linn", "~kit:minimal", "~kit:lofi", "kit:electronic", level=0, loose=0.0)
    groove.drums(s, kit, s.pick({"kick": "r..x..r....x.r..", "snare": "....X.......X...", "hat": "x.xrx.x.x.xrx.xr"},
                                {"kick": "x..r....x.r..x..|x..x..r.......r.", "clap": "....X.......X..x", "shaker": "xoxoxoxoxoxoxoxo"},
                                    {"kick": "x.....r..xr.....", "snare": "....X..r....X...", "rim": "..x...x..x....x."}), fills=0, crash=False, human=0.03)
    clicks = s.part("kit:standard", "~kit:minimal", name="tongue", level=-6, fx=("tone:thin",))
    groove.drums(s, clicks, s.pick({"woodblock": "...x..x...x..x.x"}, {"cabasa": "x.xx.xx.x.xx.xx.", "bongo1": "......x.......xx"},
                                   {"triangle": "..x...x...x...x.", "guiro": "x.......x......."}), fills=0, crash=False)
    pluck = s.part("harpsichord", "~harpsichord", "pizzicato", "sitar", "~koto", "~nylon-guitar", "banjo", "celesta", "~pluck", level=0, loose=0.0)
    lines.play_riff(s, pluck, lines.make_riff(s, 4, s.between(1.6, 2.8), 14, s.scale, 0.3), 4, 57, follow=True, gate=0.5)
    bass.pattern(s, s.part("~sub-bass", "~square-bass", "~fm-bass", "synth-bass", "~808-bass", level=0, loose=0.0),
                 s.pick("R..R..R....R.5..", "R.....R..RR.....", "R-.R......R.8.7."), 28, gate=0.7)
    if s.chance(0.5):
        comping.comp(s, s.part("strings", "~string-machine", "dx-piano", "~glass-pad", level=-4), s.pick("x-------........", "..s..s..........", "x--s....x--s...."), 64, 3)
    _soul(s, "verse", 2.0, choir=0.4)
    _soul(s, "chorus", 1.6, 2.0, ("delay:280",), ("~vocal-duo", "~vocal", "~backing"), choir=0.9)


@style("R&B", like="Classical")
def piano_confession(s: Song) -> None:
    """A grand piano alone, gospel passing chords and octaves in the left hand, time that breathes, and one voice with all its turns; strings at most."""
    s.set((54, 78), ("major", "minor", "major"), rubato=0.03, room=("hall", "room", "plate", "church"))
    own = ("Imaj9 | III7 | vi9 | I9", "IVmaj9 | iv7 bVII13 | iii7 VI7alt | ii9 V9sus4", "Imaj7 | V/7 | vi7 | I7/5", "IVmaj7 | I/3 | ii9 | V9sus4",
           *LUSH) if not _minor(s) else DARK
    s.until(48, "verse verse chorus", verse=s.pick(*own), chorus=s.pick(*own))
    piano = s.part("piano", "electric-grand", "rhodes", "bright-piano", "dx-piano", level=0, loose=0.018)
    comping.comp(s, piano, s.pick("x-----x-..x-s...", "x---x---x--s..x-", "x-----------x-s."), 62, 5, strum=0.03, loud=80)
    bass.pattern(s, piano, s.pick("R-------8-----a-", "R-----5-8-------", "R---------5-a---"), 36, loud=82)
    lines.runs(s, piano, 64, 90, "chorus", s.pick(0.25, 1 / 6), "major-pentatonic" if not _minor(s) else "minor-pentatonic", loud=70, gap=0.85)
    if s.chance(0.4):
        comping.pad(s, s.part("strings", "slow-strings", "cello", "drawbar", level=-5, send=-6), 62, 4, "chorus", spread=True)
    if s.chance(0.25):
        groove.drums(s, s.part("kit:brush", "~kit:808", level=-3), {"kick": "x.........x.....", "rim": "........x.......", "hat": "x...x...x...x..."}, "chorus", fills=0,
                     crash=False, loud=80)
    _soul(s, None, 1.2, 3.0, choir=0.3)


@style("R&B", like="Pop")
def vocal_group(s: Song) -> None:
    """Four friends and a slow six-eight: they begin alone, chord by chord, then finger snaps, a soft machine and a key that rises; harmony in every bar."""
    s.set((56, 76), ("major", "major", "minor"), keys="Ab Db Eb Gb Bb C", swing=s.pick(0.0, 0.9), unit=0.5, room=("plate", "hall", "room"))
    own = LUSH if not _minor(s) else DARK
    s.until(46, "alone verse chorus verse chorus", alone=s.pick(*own), verse=s.pick(*own), chorus=s.pick(*own))
    group = [s.part(voice, name="group", level=-1, pan=pan, loose=0.02) for voice,
             pan in zip((s.pick("~vocal", "oohs"), s.pick("~backing", "~vocal-duo"), s.pick("~vocal-low", "~choir"), s.pick("~choir-low", "~vocal-low")),
                        (-0.4, 0.3, -0.1, 0.1), strict=True)]
    comping.chorale(s, group, (71, 66, 60, 46), ("alone", "chorus"), s.pick(1.0, 0.5), 0.4)
    comping.comp(s, s.part("~backing", "oohs", level=-4, loose=0.02), s.pick("..s..s..", "x---..x-", "....x-s."), 64, 3, "verse", how="du")
    kit = s.part("~kit:808", "~kit:linn", "kit:standard", "~kit:minimal", level=-1)
    groove.drums(s, kit, s.pick({"kick": "x.........x.....", "clap": "....x.......x...", "hat": "xoxoxoxoxoxoxoxo"},
                                {"kick": "x......x..x.....", "rim": "....x.......x...", "shaker": "xoxoxoxoxoxoxoxo"}), ("verse", "chorus"), fills=8, crash=False, loud=86)
    comping.arpeggio(s, s.part("dx-piano", "nylon", "~fm-piano", "harp", "piano", "~nylon-guitar", level=-2, fx=("chorus",)), 0.5, 57, 2, s.pick("0213", "updown"),
                     ("verse", "chorus"), gate=1.5)
    bass.pattern(s, s.part("~sub-bass", "synth-bass", "fretless", "finger-bass", level=-1), s.pick("R-----R---5-8---", "R-------..R-5-a-"), 28, ("verse", "chorus"))
    _soul(s, ("verse", "chorus"), 1.2, choir=0.0)


@style("R&B", like="Electronic")
def purple_machine_funk(s: Song) -> None:
    """Minneapolis, 1983: a drum machine with a tuned tom, synthesizer brass where horns were, a clipped guitar, a falsetto and a chorus of himself."""
    s.set((104, 132), ("dorian", "minor", "mixolydian", "minor-pentatonic"), room=("dry", "plate", "room", "club"))
    s.until(42, "verse verse chorus solo", verse=s.pick("im7 | im7 | im7 | im7", "i7 | i7 | IV9 | i7", "im7 | bVII | IV | im7"),
            chorus=s.pick("bVImaj7 | bVII | im7 | im7", "IV9 | im7 | bVII | IV9", "im7 | ivm7 | bVII | im7"))
    kit = s.part("~kit:linn", "~kit:linn", "~kit:808", "kit:electronic", level=1, loose=0.0)
    groove.drums(s, kit, s.pick({"kick": "x..x..x...x..x..", "snare": "....X.......X...", "hat": "x.xxx.xxx.xxx.xx", "tom3": ".......x......x."},
                                {"kick": "x.....x.x.....x.", "clap": "....X.......X...", "hat": "xxxxxxxxxxxxxxxx", "rim": "...x......x....."},
                                    {"kick": "x...x...x...x...", "snare": "....X..x....X...", "hat": "x.x.xxx.x.x.xxx.", "cowbell": "..x...x...x...x."}), fills=8, crash=False,
                                        human=0.02)
    bass.pattern(s, s.part("~saw-bass", "~fm-bass", "synth-bass", "slap-bass", "~square-bass", level=0, loose=0.0),
                 s.pick("R..R..8.R..7.58.", "R.8.....R.7.8...", "R-.R.R.5..7.8.R."), 28, gate=0.6)
    comping.comp(s, s.part("~brass-poly", "synth-brass", "~saw-poly", "synth-brass-2", "~string-machine", level=-1, loose=0.0),
                 s.pick("s..s..x-........", "x---..s.s.......", "..s..s..x---...."), 65, 4)
    comping.comp(s, s.part("muted-guitar", "clean-guitar", "~electric-guitar", level=-3, fx=("amp:clean", "chorus")), s.pick("m.s.mms.m.s.m.ss", "..s.m.s...s.m.ss"), 67, 3)
    lead = s.part("overdriven", "~electric-guitar", "~saw-lead", "~square-lead", level=0, fx=("amp:lead", "delay:260"))
    lines.melody(s, lead, 62, 86, "solo", 1.8, 0.2, bends=0.5, scale="minor-pentatonic")
    _soul(s, ("verse", "chorus"), 1.5, fx=s.pick((), ("chorus",)), voices=("~vocal", "~vocal-duo", "oohs", "~vocal"), choir=0.8)


@style("R&B", like="Jazz")
def horn_band_soul(s: Song) -> None:
    """Seventies, big band of the street: tight horn lines in unison and in chords, kalimba or electric piano, sevenths that modulate, falsetto, a bass that dances."""
    s.set((92, 122), ("major", "dorian", "mixolydian"), swing=s.pick(0.0, 0.0, 0.4), unit=0.5, room=("club", "room", "hall", "plate"))
    own = (*DARK, "im9 | IV13 | bVIImaj7 | bIIImaj7") if _minor(s) else (*LUSH, "Imaj7 | bIIImaj7 | bVImaj7 | bII7", "IVmaj7 | iii7 | bIIImaj7 | ii7 V13")
    s.until(44, "horns verse chorus horns verse", horns=s.pick(*own), verse=s.pick(*own), chorus=s.pick(*own))
    groove.drums(s, s.part("kit:standard", "kit:room", level=0),
                 s.pick("funk", {"kick": "x..x..x..x....x.", "snare": "....X..g.g..X..g", "hat": "x.xxx.xxx.xxx.xx"},
                        {"kick": "x...x..xx...x...", "snare": "....X.......X.g.", "open": "..x...x...x...x."}), fills=8, loud=96)
    bass.pattern(s, s.part("finger-bass", "slap-bass", "~electric-bass", "synth-bass", level=1), s.pick("R..R.8.5..7.8.a.", "R-.R..5.7-8.7.5.", "R..8..R.5..3.2.a"), 28,
                 gate=0.75)
    comping.comp(s, s.part("rhodes", "clavinet", "kalimba", "~fm-piano", "piano", level=-2), s.pick("..s..s....s..s..", "x--s..s.x--s..s.", "s..s..s...s..s.."), 62, 4)
    horns = [s.part(voice, name="horns", level=level, pan=pan) for voice, level,
             pan in (("trumpet", -1, -0.4), (s.pick("alto-sax", "tenor-sax"), -2, 0.0), (s.pick("trombone", "baritone-sax"), -2, 0.4))]
    line = lines.melody(s, horns[0], 62, 80, "horns", 1.8, 0.25, form="AABA", ahead=0.3, triplets=False)
    lines.double(horns[1], line, 0)
    lines.double(horns[2], line, -12)
    comping.stabs(s, horns, s.pick("............s..s|s...............", "..s.s-..........|........x---s...", "........s.ss....|................"), 65, ("verse", "chorus"))
    _soul(s, ("verse", "chorus"), 1.4, choir=0.8)
