"""R&B: a voice that bends every note, chords of four and five tones, a bass that answers the kick, backing singers like a small choir.

The hard cases are Hip-Hop (the same drums, spoken or looped), Pop (plainer chords, straighter tunes), Jazz (the same chords, swung), Blues
and Disco.
"""

from __future__ import annotations

import bass
import comping
import flow
import groove
import lines
import players
from score import Note, Part
from song import Song, style

LUSH = ("Imaj9 | vi9 | ii9 | V13", "IVmaj9 | iii7 | vi9 | Imaj9", "ii9 | iii7 | IVmaj9 | V9sus4", "Imaj9 | iii7 | IVmaj9 | iv7",
        "IVmaj9 | V9sus4 | iii7 VI7alt | ii9",
        "Imaj7 | I7 | IVmaj7 | iv7 bVII13")
DARK = ("im9 | ivm9 | im9 | v7", "bVImaj9 | v7 | im9 | im9", "im11 | bVImaj7 | ivm9 | V7alt", "im9 | bIIImaj7 | ivm9 | bVImaj7",
        "iv9 | bVII13 | im9 | im9")
SOUL = ("I | vi | IV | V", "I | iii | IV | V", "I | IV | I | V", "I | I7 | IV | iv", "I7 | IV7 | I7 | IV7", "I | ii | iii | IV",
        "I | V | vi | IV V")
KEYS = ("rhodes", "rhodes", "dx-piano", "~fm-piano", "piano", "~fm-piano")
SINGERS = ("~vocal", "~vocal", "~vocal-low", "~vocal-duo", "oohs", "synth-voice")


def _sing(s: Song, where: str | tuple[str, ...] | None = None, density: float = 1.3, level: float = 2.0, scale: str | None = None,
          choir: float = 0.6) -> list[Note]:
    """A soul singer: pentatonic turns, notes approached from below, quick falls at a line's end, behind the beat; a choir of three
    answers."""
    scale = scale or ("minor-pentatonic" if s.scale in ("minor", "dorian", "minor-pentatonic") else s.pick("major-pentatonic",
        "major-blues"))
    who = s.part(*SINGERS, name="singer", level=level, pan=0.0, loose=0.025, late=0.02, fx=s.pick((), ("delay:300",), ("chorus",)))
    low = s.pick(45, 48) if "low" in who.voice else s.pick(54, 57, 60)
    tune = lines.melody(s, who, low, low + 17, where, density, 0.25, bends=0.45, graces=0.12, ahead=0.25, scale=scale,
                        syllables=s.rng.sample(players.SYLLABLES, 12), loud=100)
    for note in tune:
        if note.length >= 0.9 and s.chance(0.25):
            _run(s, who, note)
    if s.chance(choir):
        _choir(s, where, level - 5)
    return tune


def _run(s: Song, who: Part, note: Note) -> None:
    """A long note ends in a quick fall through the pentatonic scale."""
    scale = "minor-pentatonic" if s.scale in ("minor", "dorian") else "major-pentatonic"
    rungs = s.rungs(int(note.pitch) - 10, int(note.pitch), scale)[::-1][:s.pick(3, 4, 5)]
    step = s.pick(0.125, 1 / 6, 0.25)
    begin = note.end - step * len(rungs)
    if begin > note.start + 0.25:
        note.length = begin - note.start
        for place, pitch in enumerate(rungs):
            who.add(begin + place * step, step, pitch, note.velocity * 0.95, "ao")


def _choir(s: Song, where: str | tuple[str, ...] | None = None, level: float = -3.0) -> None:
    """Three backing singers in close harmony: held, or in answers on the off-beats."""
    comping.comp(s, s.part("~backing", "oohs", "~vocal-duo", "~choir", name="backing", level=level, loose=0.02),
                 s.pick("x-------|........", "....x---", "....x.x-|....x---", "..x-..x-"), 65, 3, where)


def _keys(s: Song, rhythm: tuple[str, ...], level: float = -1.0, voices: tuple[str, ...] = KEYS,
          where: str | tuple[str, ...] | None = None) -> None:
    """Electric piano with five-note chords, a little late."""
    part = s.part(*voices, name="keys", level=level, late=0.008, fx=s.pick(("chorus",), ("tremolo",), ("wah:phase",), ()))
    comping.comp(s, part, s.pick(*rhythm), 60, 5, where, strum=s.pick(0.0, 0.03), loud=80)


@style("R&B", like="Pop")
def slow_jam(s: Song) -> None:
    """After midnight: a slow 808 or brushes, bell-like electric piano, a voice that takes its time, finger snaps."""
    s.set((58, 76), ("major", "minor", "dorian"), keys="Ab Db Eb Gb Bb", swing=(0.0, 0.4), unit=0.5, room=("plate", "hall", "room"))
    s.until(48, "verse chorus verse", verse=s.pick(*(LUSH if s.scale == "major" else DARK)),
            chorus=s.pick(*(LUSH if s.scale == "major" else DARK)))
    kit = s.part("~kit:808", "~kit:linn", "kit:standard", "~kit:808", level=-1)
    groove.drums(s, kit, s.pick({"kick": "x.........x.....|x..x......x.....", "rim": "....x.......x...", "hat": "x.x.x.x.x.x.x.x."},
                                {"kick": "x......x..x.....", "snare": "....x.......x...", "hat": "xoxoxoxoxoxoxoxo",
                                 "clap": "....x.......x..."}), fills=8, loud=88, crash=False)
    _keys(s, ("x-------x-----s.", "x-----x-........", "x-----------x---"), 0)
    bass.pattern(s, s.part("~sub-bass", "fretless", "synth-bass", "finger-bass", level=0), s.pick("R-----R---5-8---", "R-------..R-5-a-",
        "R---..R-....7-8-"), 28)
    comping.pad(s, s.part("strings", "~warm-pad", "~string-machine", "slow-strings", level=-6), 62, 4)
    _sing(s, None, 1.1)
    if s.chance(0.4):
        lines.melody(s, s.part("nylon", "soprano-sax", "~nylon-guitar", "alto-sax", level=-2, fx=("delay:350",)), 60, 81, "chorus", 0.7,
                     0.5, bends=0.3)


@style("R&B", like="Jazz")
def neo_soul(s: Song) -> None:
    """Rhodes in fourths and ninths, a drummer who drags, bass guitar with grace notes, harmonies stacked to the ceiling."""
    s.set((72, 98), ("dorian", "minor", "lydian", "major"), swing=(0.3, 0.9), unit=0.5, room=("room", "booth", "club"))
    own = DARK if s.scale in ("dorian", "minor") else LUSH
    s.until(46, "verse verse chorus", verse=s.pick(*own), chorus=s.pick(*own))
    kit = s.part("kit:standard", "kit:jazz", "kit:room", "~kit:lofi", level=0, late=0.012)
    groove.drums(s, kit, s.pick({"kick": "x..x......x..x..", "rim": "....x.......x...", "hat": "x.x.x.xxx.x.x.x."},
                                {"kick": "x.....x..xx.....", "snare": "....X..g.g..X..g",
                                 "hat": "xoxoxoxoxoxoxoxo"}), fills=8, loud=86, human=0.15, crash=False)
    _keys(s, ("x--s..x-..s.x---", "..x---s...x--s..", "x-----s...x-x---"))
    low = s.part("finger-bass", "fretless", "~electric-bass", "upright", level=1, late=0.015)
    bass.pattern(s, low, s.pick("R--R.x5...7-8.a.", "R---..x.5-8..7.5", "R..x..R-..8-7-5-"), 28)
    _sing(s, None, 1.3, choir=0.8)
    if s.chance(0.4):
        comping.comp(s, s.part("jazz-guitar", "clean-guitar", "~electric-dark", level=-4, fx=("amp:clean", "wah:phase")),
                     s.pick("..s...s...s...s.", ".s.s...s.s.s...s"), 64, 3)
    if s.chance(0.3):
        lines.melody(s, s.part("trumpet", "flute", "tenor-sax", level=-1), 58, 79, "chorus", 1.2, 0.4)


@style("R&B", like="Hip-Hop")
def new_jack_swing(s: Song) -> None:
    """Late eighties: swung sixteenths on a hard machine, orchestra hits, synthesizer brass, a singer over a rapper's beat."""
    s.set((98, 114), ("dorian", "minor", "minor-pentatonic"), swing=(0.5, 0.9), unit=0.5, room=("plate", "room", "dry"))
    s.until(42, "verse chorus verse chorus", verse=s.pick(*DARK, "im7 | im7 | bVII | IV"), chorus=s.pick(*DARK))
    kit = s.part("~kit:linn", "~kit:909", "~kit:hard", level=1, loose=0.0)
    groove.drums(s, kit, s.pick({"kick": "x..x..x...x..x..", "snare": "....X.......X..g", "hat": "xxxxxxxxxxxxxxxx"},
                                {"kick": "x.....xx..x..x..", "snare": "....X.......X...", "hat": "x.xxx.xxx.xxx.xx",
                                 "clap": "....x.......x..x"}), fills=4, loud=108, human=0.03, crash=False)
    bass.pattern(s, s.part("synth-bass", "~saw-bass", "slap-bass", "~fm-bass", level=0, loose=0.0),
                 s.pick("R..R..8.R..7.5.8", "R.R..8.R..7.R.5.", "R..x.R8...R.7.5."), 28)
    comping.comp(s, s.part("synth-brass", "~brass-poly", "~stab", "brass", level=-2),
                 s.pick("s.....s...s..s..|................", "..s..s..........", "s...........s.s."), 64, 4)
    hit = s.part("orchestra-hit", "~stab", level=-1)
    comping.comp(s, hit, s.pick("s...............|..............s.", "................|s..s............"), 60, 3)
    _keys(s, ("x-------........", "..x---s...x-s..."), -4, ("dx-piano", "~fm-piano", "~string-machine"))
    _sing(s, None, 1.5)
    if s.chance(0.35):
        flow.shout(s, "chorus", "..........X.X...", -3)


@style("R&B", like="Pop")
def hitsville(s: Song) -> None:
    """Sixties: tambourine on the backbeat or on all four, baritone sax, a bass that sings, girls who answer."""
    s.set((104, 140), ("major", "mixolydian"), swing=(0.0, 0.5), room=("room", "club", "booth"))
    s.master.append("old")
    s.until(42, "verse verse chorus", verse=s.pick(*SOUL), chorus=s.pick(*SOUL))
    groove.drums(s, s.part("kit:standard", "kit:room", level=0), s.pick({"kick": "x..x..x.x..x..x.", "snare": "x...x...x...x...",
                                                                         "tambourine": "....x.......x..."},
                 {"kick": "x.....x.x.......", "snare": "....X.......X...", "tambourine": "x.x.x.x.x.x.x.x."}), fills=8, crash=False)
    bass.pattern(s, s.part("finger-bass", "~electric-bass", "pick-bass", level=1), s.pick("R--R.5.8R--5.6.8", "R..R5.6.8..8.7.5",
        "R-R.5-R.3-3.5-a."), 28)
    comping.comp(s, s.part("clean-guitar", "~electric-guitar", level=-4, fx=("amp:clean",)), s.pick(".s.s", "..s...s."), 67, 3)
    comping.comp(s, s.part("piano", "vibraphone", "drawbar", level=-4), s.pick("x.x.x.x.", "x---x---", "..s...s."), 62, 4)
    comping.stabs(s, [s.part(v, level=-3) for v in ("trumpet", "tenor-sax", "baritone-sax")],
                  s.pick("x-------|....s.s.", "......s.|s......."), 62)
    _sing(s, None, 1.4, choir=0.9)
    if s.chance(0.5):
        lines.melody(s, s.part("strings", "~section", level=-4), 67, 86, "chorus", 0.8, 0.2)


@style("R&B", like="Blues")
def southern_soul(s: Song) -> None:
    """Slow twelve-eight or a lazy four: organ, clean guitar fills, horns in long notes, a voice that pleads."""
    s.set((58, 104), ("major-blues", "major", "mixolydian"), swing=s.pick(1.0, 0.0), room=("room", "club", "booth"))
    s.until(46, "verse verse bridge", verse=s.pick("I | I | IV | IV | I | V | IV | V", "I | iii | IV | V", "I | vi | ii | V",
                                                   "I | I7 | IV | iv"), bridge=s.pick("vi | vi | II7 | V", "IV | I | IV | V"))
    groove.drums(s, s.part("kit:standard", "kit:room", "kit:jazz", level=-1), "slow-12/8" if s.time.swing else s.pick("two-step",
        {"kick": "x.....x.x.......", "snare": "....X.......X...", "hat": "x.x.x.x.x.x.x.x."}), fills=8, crash=False)
    bass.pattern(s, s.part("finger-bass", "~electric-bass", level=0), s.pick("R--R5-8-", "R---R-5-", "R-5-6-5-"), 28)
    comping.pad(s, s.part("drawbar", "~organ", "rock-organ", level=-3, fx=("leslie",)), 62, 3)
    comping.comp(s, s.part("piano", level=-4), "xxxxxxxxxxxx" if s.time.swing and s.chance(0.5) else "x-x-x-x-", 64, 3)
    lines.melody(s, s.part("clean-guitar", "~electric-guitar", level=-2, fx=("amp:edge", "tremolo")), 57, 76, None, 0.8, 0.55, bends=0.4,
                 scale="major-blues")
    comping.stabs(s, [s.part(v, level=-3) for v in ("trumpet", "tenor-sax", "tenor-sax")], s.pick("x-------|x---....", "....x---|....s.s."),
                  62, "bridge" if s.chance(0.4) else None)
    _sing(s, None, 1.1, scale="major-blues")


@style("R&B", like="Hip-Hop")
def contemporary(s: Song) -> None:
    """Around the millennium: syncopated programmed kick, plucked guitar or harpsichord, voices doubled and stacked."""
    s.set((84, 112), ("minor", "dorian", "harmonic-minor"), swing=(0.0, 0.3), unit=0.5, room=("dry", "plate", "booth"))
    s.until(42, "verse chorus verse chorus", verse=s.pick(*DARK, "i | iv | V7 | i"), chorus=s.pick(*DARK))
    kit = s.part("~kit:808", "~kit:linn", "~kit:minimal", "~kit:909", level=0, loose=0.0)
    groove.drums(s, kit, s.pick({"kick": "x..x.x....x..x..", "clap": "....X.......X...", "hat": "x.xxx.xrx.xxx.x."},
                                {"kick": "xx....x...xx....", "snare": "....X.......X...",
                                 "rim": "..x..x....x..x.."}), fills=0, human=0.03, crash=False)
    comping.arpeggio(s, s.part("nylon", "harpsichord", "~nylon-guitar", "~pluck", "harp", "pizzicato", "~harpsichord", level=-1), 0.25, 55,
                     2, "".join(s.pick("0", "1", "2", "3") for _ in range(8)), rests=s.pick("x..x..x.", "x.x..x.x", "xx.x.xx."))
    bass.pattern(s, s.part("~sub-bass", "synth-bass", "~808-bass", "~saw-bass", level=0), s.pick("R..R.R....8..7..", "R-....R-..R.5...",
        "R--R--R-..5-7-.."), 28)
    comping.pad(s, s.part("strings", "~warm-pad", "~string-machine", level=-6), 62, 3, "chorus")
    _sing(s, None, 1.7, choir=0.9)
    if s.chance(0.3):
        players.talk(s, "verse", 4, -4)


@style("R&B", like="Rap")
def trap_soul(s: Song) -> None:
    """A singer on a rapper's beat: 808, rolling hats, a drowned guitar sample, long reverbs, half-sung lines."""
    s.set((58, 74), ("minor", "dorian", "major"), room=("hall", "plate", "cave"))
    own = LUSH if s.scale == "major" else DARK
    s.until(48, "verse chorus verse", verse=s.pick(*own), chorus=s.pick(*own))
    kit = s.part("~kit:808", "~kit:808", "~kit:minimal", level=-1, loose=0.0)
    groove.drums(s, kit, s.pick({"kick": "x......x..x.....", "clap": "........X......."},
                                {"kick": "x.........x..x..", "snare": "........X......."}), fills=0, crash=False, human=0.03)
    groove.trap_hats(s, kit, None, s.pick(0.5, 0.25), 0.3, 66)
    bass.pattern(s, s.part("~808-bass", "~sub-bass", level=1), s.pick("R------R--R-----", "R-------....R-5-"), 26)
    _keys(s, ("x-------........", "x-----x-........"), -1, ("rhodes", "~fm-piano", "~electric-dark", "~glass-pad", "~warm-pad"))
    _sing(s, None, 1.6, 2.5)
    if s.chance(0.5):
        comping.pad(s, s.part("~air-pad", "~dark-pad", "~backing", level=-6), 60, 4)


@style("R&B", like="Jazz")
def quiet_storm(s: Song) -> None:
    """Seventies and eighties radio at night: strings, fretless bass, saxophone, congas, a smooth groove."""
    s.set((72, 98), ("major", "dorian", "lydian"), room=("plate", "hall", "room"))
    s.until(46, "verse chorus solo", verse=s.pick(*(DARK if s.scale == "dorian" else LUSH)), chorus=s.pick(*LUSH), solo=s.pick(*LUSH))
    groove.drums(s, s.part("kit:standard", "~kit:linn", "kit:room", level=-1),
                 s.pick({"kick": "x..x......x.....", "rim": "....x.......x...", "hat": "xoxoxoxoxoxoxoxo"},
                        {"kick": "x......xx.......", "snare": "....x.......x...",
                         "hat": "x.x.x.x.x.x.x.x."}), fills=8, loud=86, crash=False)
    groove.drums(s, s.part("kit:standard", name="congas", level=-6), {"conga1": "....x.......x.xx", "conga-mute": "x..x..x.x..x....",
                                                                      "shaker": "o.oxo.oxo.oxo.ox"}, fills=0, crash=False)
    bass.pattern(s, s.part("fretless", "finger-bass", "slap-bass", level=0), s.pick("R--R..5-8---7-5-", "R-----R.5-..8-a-"), 28)
    _keys(s, ("x-----s.x---..s.", "x---..x-..x---s."))
    comping.comp(s, s.part("clean-guitar", "jazz-guitar", "~electric-guitar", level=-5, fx=("amp:clean", "chorus")),
                 s.pick("..s...s...s.s...", "s..s....s..s...."), 65, 3)
    lines.melody(s, s.part("strings", "slow-strings", "~section", level=-4), 67, 86, ("chorus", "solo"), 0.6, 0.15)
    _sing(s, ("verse", "chorus"), 1.1)
    lines.melody(s, s.part("alto-sax", "soprano-sax", "tenor-sax", level=1), 58, 80, "solo", 1.4, 0.25, bends=0.4, graces=0.1)


@style("R&B", like="Disco")
def funk(s: Song) -> None:
    """Everything on the one: sixteenth-note guitar, syncopated bass, clavinet, horns like punches, a shouting singer."""
    s.set((92, 118), ("mixolydian", "dorian", "minor-pentatonic"), keys="E A D G", room=("room", "club", "booth"))
    s.until(42, "verse verse bridge", verse=s.pick("I9 | I9 | I9 | I9", "im7 | IV9 | im7 | IV9", "im7 | im7 | im7 | im7"),
            bridge=s.pick("IV9 | IV9 | I9 | I9", "bVII9 | bVII9 | IV9 | V7#9"))
    groove.drums(s, s.part("kit:standard", "kit:room", level=1), s.pick("funk", {"kick": "x.x...x...x..x..", "snare": "....X..g.g..X.g.",
        "hat": "xxxxxxxxxxxxxxxx"}, {"kick": "x..x....x.x..x..", "snare": "....X.g.....X..g",
                                     "hat": "x.x.x.x.x.x.x.xx"}), fills=4, human=0.12)
    bass.pattern(s, s.part("slap-bass", "finger-bass", "slap-bass-2", "~electric-bass", level=1),
                 s.pick("R..x.R8.x.7.5.8.", "R.R...x.8.7.R.5.", "R-..x.R...5.7.8x"), 28)
    comping.comp(s, s.part("clean-guitar", "muted-guitar", "~electric-guitar", level=-2, fx=("amp:clean",)),
                 s.pick("s.smm.s.s.smm.s.", "m.s.mms.m.s.mms.", "..s...ss..s...s."), 66, 3)
    comping.comp(s, s.part("clavinet", "drawbar", "rhodes", level=-3, fx=s.pick(("wah",), ())),
                 s.pick("s..s..s..s..s.s.", "..s.s...s.s...s."), 60, 3)
    comping.stabs(s, [s.part(v, level=-1) for v in ("trumpet", "alto-sax", "tenor-sax", "trombone")],
                  s.pick("s.............s.|..........s.s...", "..s..s..........|x-----s.........", "............x-s."), 65)
    _sing(s, ("verse", "bridge"), 1.5, scale=s.pick("minor-pentatonic", "blues"))
    if s.chance(0.4):
        flow.shout(s, "bridge", "....X.......X...", -3)


@style("R&B", like="Blues")
def gospel_soul(s: Song) -> None:
    """Piano and organ, hands clapped on two and four, a leader and a choir that answers every line."""
    s.set((68, 132), ("major-blues", "major", "mixolydian"), keys="Ab Db Eb F Bb C", swing=s.pick(0.9, 0.0),
          room=("church", "hall", "room"))
    s.until(44, "verse choir choir", verse=s.pick("I | I7 | IV | #iv°7 | I/5 | VI7 | II7 | V7", "I | IV | I | V7", "I | I7 | IV | iv"),
            choir=s.pick("IV | I | V7 | I", "I | I | IV | I", "vi | II7 | V7 | I"))
    groove.drums(s, s.part("kit:standard", "kit:jazz", "kit:room", level=-1), "shuffle" if s.time.swing else s.pick("rock", "two-step",
        "rock-busy"), fills=4)
    groove.drums(s, s.part("kit:standard", name="hands", level=-3, loose=0.02),
                 {"clap": "....x.......x...", "tambourine": "x.x.x.x.x.x.x.x."}, fills=0, crash=False)
    bass.walking(s, s.part("finger-bass", "upright", level=0), 28, 48) if s.time.swing else bass.pattern(s, s.part("finger-bass", level=0),
        s.pick("R--R5-8-", "R-R.5.6."), 28)
    comping.comp(s, s.part("piano", "piano", "electric-grand", level=0), s.pick("x.xx.xx.", "x--xx-x-", "x-x-x-x-"), 62, 5)
    comping.pad(s, s.part("drawbar", "~organ", level=-2, fx=("leslie",)), 62, 4)
    _sing(s, None, 1.3, scale="major-blues", choir=0)
    for centre, pan in ((62, -0.4), (69, 0.4)):
        comping.comp(s, s.part("~choir", "choir", "~backing", level=-2, pan=pan, send=-8, loose=0.03),
                     s.pick("x---x-x-", "....x-x-|x-------", "x-s.x-s."), centre, 3, "choir")


@style("R&B", like="Pop")
def doo_wop(s: Song) -> None:
    """Street corner, fifties: four chords in twelve-eight, a bass singer, a high tenor, nonsense syllables."""
    s.set((60, 116), "major", keys="C G F Bb Eb", swing=1.0, room=("room", "church", "booth"))
    s.master.append("old")
    s.until(44, "verse verse bridge", verse=s.pick("I | vi | IV | V", "I | vi | ii | V7"), bridge="IV | iv | I | V7")
    if s.chance(0.7):
        groove.drums(s, s.part("kit:brush", "kit:standard", level=-5), s.pick("slow-12/8", "shuffle"), fills=0, crash=False, loud=78)
        comping.comp(s, s.part("piano", "clean-guitar", level=-4), "xxxxxxxxxxxx", 65, 3)
    comping.comp(s, s.part("~backing", "oohs", "~vocal-duo", name="group", level=-1, loose=0.02),
                 s.pick("x-sx-sx-sx-s", "x--x--x--x-x", "x-----x-s..."), 62, 3)
    deep = s.part("~vocal-low", level=0, pan=0.3)
    bass.pattern(s, deep, s.pick("R-.R5-.5", "R.RR5.6.", "R---5-R-"), 36)
    for number, note in enumerate(deep.notes):
        note.how = ("bo", "do", "wo", "da")[number % 4]
    bass.pattern(s, s.part("upright", level=-4), "R-5-", 28)
    _sing(s, None, 1.0, scale="major", choir=0)
    if s.chance(0.3):
        lines.melody(s, s.part("tenor-sax", level=0), 55, 76, "bridge", 1.4, 0.15, bends=0.4)


@style("R&B", like="Electronic")
def alternative_rnb(s: Song) -> None:
    """A falsetto in a cathedral of synthesizers, drums that come seldom, bass that shakes."""
    s.set((56, 110), ("minor", "dorian", "lydian"), room=("hall", "cave", "plate"))
    s.until(48, "verse chorus", verse=s.pick(*(LUSH if s.scale == "lydian" else DARK)),
            chorus=s.pick(*(LUSH if s.scale == "lydian" else DARK)))
    kit = s.part("~kit:minimal", "~kit:808", "~kit:linn", level=-1, loose=0.0, fx=s.pick((), ("delay:330",)))
    groove.drums(s, kit, s.pick({"kick": "x.........x.....|x......x........", "snare": "........X......."},
                                {"kick": "x..x......x.....", "clap": "....x.......x...",
                                 "hat": "..x...x...x...xr"}, "half-time"), "chorus" if s.chance(0.4) else None, fills=0, crash=False)
    for number in range(s.pick(1, 2)):
        comping.pad(s, s.part("~warm-pad", "~dark-pad", "~glass-pad", "~string-machine", "~choir", "~saw-poly", level=-1 - 3 * number,
                              duck=s.pick(0.0, 0.5)), s.pick(55, 62), 4)
    bass.pattern(s, s.part("~sub-bass", "~reese", "~808-bass", "~saw-bass", level=0), s.pick("R-------R-----5-", "R--------------.",
        "R-----R-......8-"), 28)
    who = s.part("~vocal", "~vocal-duo", level=3, pan=0.0, fx=("delay:380", "chorus"), loose=0.02, late=0.015)
    lines.melody(s, who, 62, 81, None, 1.3, 0.3, bends=0.5, graces=0.12,
                 scale="minor-pentatonic" if s.scale != "lydian" else "major-pentatonic", syllables=s.rng.sample(players.SYLLABLES, 12))
    if s.chance(0.5):
        _choir(s, "chorus", -2)


@style("R&B", like="Jazz")
def jump(s: Song) -> None:
    """Rhythm and blues of the forties: shuffle, boogie bass, honking tenor, a shouter in front of a small horn section."""
    s.set((128, 184), ("major-blues", "mixolydian", "blues"), keys="F Bb Eb C G", swing=(0.7, 1.0), room=("club", "room", "booth"))
    s.master.append("old")
    twelve = "I6 | I6 | I6 | I7 | IV9 | IV9 | I6 | I6 | V9 | IV9 | I6 | V9"
    s.until(40, "verse solo", verse=twelve, solo=twelve)
    groove.drums(s, s.part("kit:standard", "kit:jazz", level=-1), s.pick("shuffle", "shuffle-ride", "swing"), fills=8, crash=False)
    bass.pattern(s, s.part("upright", "finger-bass", level=0), s.pick("R.3.5.6.|8.6.5.3.", "R.R.3.3.|5.5.6.5."), 28)
    comping.comp(s, s.part("piano", "honky-tonk", level=-3), s.pick("x-sx-sx-sx-s", ".x.x.x.x"), 64, 4)
    saxes = [s.part(v, level=-1) for v in ("alto-sax", "tenor-sax", "baritone-sax")]
    comping.stabs(s, saxes, s.pick("x-x-..s.|........", "..s...s.|..s.s...", "x-----s."), 60)
    _sing(s, "verse", 1.4, scale="major-blues", choir=0.3)
    lines.melody(s, s.part("tenor-sax", level=2), 50, 74, "solo", 2.0, 0.2, bends=0.5, scale="blues")
    if s.chance(0.4):
        flow.shout(s, "verse", "....x.......x...", -5)


@style("R&B", like="Classical")
def soul_ballad(s: Song) -> None:
    """A piano, a great voice, strings that rise for the key change."""
    s.set((54, 76), "major", keys="Ab Db Eb Bb F", rubato=0.03, room=("hall", "plate", "church"))
    s.until(48, "verse verse chorus", verse=s.pick(*LUSH), chorus=s.pick(*LUSH))
    comping.comp(s, s.part("piano", "electric-grand", "dx-piano", "~fm-piano", level=0), s.pick("x-x-x-x-", "x---x-x-", "x--x--x-"), 60, 5)
    bass.pattern(s, s.part("piano", "fretless", "finger-bass", level=-2), "R-----5-", 33)
    tops = players.strings(s, -5)
    comping.chorale(s, tops, (76, 69, 64, 52, 40), "chorus" if s.chance(0.5) else None)
    if s.chance(0.6):
        groove.drums(s, s.part("kit:standard", "kit:brush", "~kit:linn", level=-3), s.pick("two-step", "half-time"), "chorus", fills=4,
                     loud=84)
    _sing(s, None, 1.1, 3.0)
