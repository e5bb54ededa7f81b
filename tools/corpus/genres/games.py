"""Music for games, films and the machines they ran on: Electronic, Classical and Folk as studio programs and trackers render them.

Loops without a singer, small ensembles, cheap samples, much reverberation; the hard cases are each other.
"""

from __future__ import annotations

import bass
import comping
import groove
import lines
import players
from score import Part
from song import Song, style

DARK = ("i | i | bVI | bVII", "i | bVI | iv | v", "i | i | bII | i", "i | bVII | bVI | V", "i | i | i | i")
BRIGHT = ("I | V | vi | IV", "I | IV | V | I", "Imaj7 | vi7 | IVmaj7 | V", "I | bVII | IV | I", "vi | IV | I | V")
CRUSHED = ("crush:3",), ("crush:4",), ("crush:2", "tone:far"), ("crush:3", "tone:dark")


def _chords(s: Song) -> str:
    return s.pick(*(BRIGHT if s.scale in ("major", "lydian", "mixolydian", "major-pentatonic") else DARK))


def _sweep(s: Song, part: Part, bars: float) -> None:
    """The filter opens and closes over so many bars."""
    beats, at, points = bars * s.beats, 0.0, []
    while at < s.sections[-1].end:
        points += [(at, s.between(0.15, 0.4)), (at + beats / 2, s.between(0.6, 0.95))]
        at += beats
    part.sweep = tuple(points)


@style("Electronic", like="Pop")
def tracker_module(s: Song) -> None:
    """Four to eight channels of eight-bit samples: chords as one sampled stab or a fast arpeggio, a lead with its own echo, sampled drums, all on a grid."""
    s.set((110, 160), ("minor", "dorian", "major", "minor-pentatonic"), room=s.pick("dry", "dry", "room", "plate"))
    s.until(42, "a a b a", a=_chords(s), b=_chords(s))
    bits = s.pick(*CRUSHED)
    kit = s.part("kit:standard", "kit:electronic", "~kit:909", "~kit:lofi", "kit:room", level=1, pan=-0.4, loose=0.0, fx=bits)
    groove.drums(s, kit, s.pick("rock", "house", "breaks", "electro", "disco", "techno"), fills=s.pick(0, 8), human=0.03, crash=False)
    bass.pattern(s, s.part("slap-bass", "synth-bass", "finger-bass", "~saw-bass", "~fm-bass", "synth-bass-2", level=0, pan=0.4, loose=0.0, fx=bits), s.pick("R.R8R.R8", "RR8RRR8R", "R..R..R.R..R.5.8", "R.R.R.R.8.R.5.7."), 30)
    if s.chance(0.5):
        comping.arpeggio(s, s.part("~chip-pulse", "~square-pluck", "square-lead", "~pluck", level=-2, pan=0.4, loose=0.0, fx=bits), s.pick(0.125, 0.25), 60, 1, "up", tones=3)
    else:
        comping.comp(s, s.part("synth-strings", "~stab", "~saw-poly", "polysynth", "choir", "strings", level=-2, pan=0.3, loose=0.0, fx=bits), s.pick("x-------", "x--x--x-", "s..s..s...s.s..."), 60, 3)
    lead = s.part("saw-lead", "square-lead", "~saw-lead", "~chip-square", "synth-brass", "flute", "distorted", "calliope", "piano", "bells", level=1, pan=-0.2, loose=0.0, fx=(*bits, s.pick("delay:180", "delay:250", "delay:330")))
    lines.melody(s, lead, 60, 86, None, s.between(1.4, 2.6), 0.15, form=s.pick("AABA", "AAAB"), bends=0.15, triplets=False)


@style("Electronic", like="Metal")
def hardcore(s: Song) -> None:
    """A distorted kick that is bass and drum at once, chopped breaks, a hoover that screams: faster than anybody dances."""
    s.set((150, 195), ("phrygian", "minor", "chromatic", "harmonic-minor"), room=s.pick("dry", "club", "arena"))
    s.until(42, "a a b a", a="i | i | i | i", b=s.pick(*DARK))
    s.master.append("dense")
    kit = s.part("~kit:hard", "~kit:909", level=2, loose=0.0, fx=s.pick(("drive:6",), ("drive:3",), ("drive:6", "crush:2")))
    groove.drums(s, kit, s.pick("techno", {"kick": "X...X...X...X..."}, {"kick": "X...X...X...X.X.", "open": "..x...x...x...x.", "clap": "....x.......x..."}), fills=0, human=0.02, crash=False)
    if s.chance(0.6):
        groove.drums(s, s.part("kit:standard", "~kit:lofi", level=-2, loose=0.0, fx=("crush:2", "drive:3")), s.pick("amen", "breaks", "dnb"), ("a",) if s.chance(0.4) else None, fills=0, crash=False)
    lead = s.part("~hoover", "~supersaw", "~saw-lead", "~stab", "saw-lead", "~fm-growl", level=0, loose=0.0, fx=s.pick(("drive:3",), ("delay:180",), ("flanger",), ()))
    lines.play_riff(s, lead, lines.make_riff(s, 4, s.between(1.6, 3.2), 12, s.pick("phrygian", "minor"), 0.4), 4, s.pick(48, 60), gate=0.8)
    if s.chance(0.5):
        acid = s.part("~acid", "~acid-square", level=-2, loose=0.0, fx=("drive:4",))
        comping.arpeggio(s, acid, 0.25, 36, 2, "random")
        _sweep(s, acid, 8)
    if s.chance(0.5):
        comping.pad(s, s.part("~string-machine", "choir", "synth-strings", "~dark-pad", level=-5), 60, 3, "b")


@style("Electronic", like="World")
def psychedelic_trance(s: Song) -> None:
    """A galloping sixteenth bass between the kicks, liquid resonant lines that never repeat, voices from space."""
    s.set((136, 150), ("phrygian", "phrygian-dominant", "harmonic-minor", "minor"), room=s.pick("hall", "plate", "cave"))
    s.until(52, "a a b a", a="i | i | i | i", b=s.pick("i | bII | i | bII", *DARK[:2]))
    groove.drums(s, s.part("~kit:909", "~kit:hard", level=1, loose=0.0), s.pick("trance", "techno", {"kick": "X...X...X...X...", "open": "..x...x...x...x."}), ("a",) if s.chance(0.3) else None, fills=0, human=0.02, crash=False)
    bass.pattern(s, s.part("~saw-bass", "~square-bass", "~fm-bass", level=1, loose=0.0), s.pick(".RRR.RRR.RRR.RRR", ".RR8.RRR.RR8.RR5"), 28, gate=0.6)
    for number in range(s.rng.randint(1, 3)):
        line = s.part("~acid", "~square-pluck", "~saw-lead", "~fm-growl", "~pluck", level=-1 - number, pan=s.between(-0.6, 0.6), loose=0.0, fx=s.pick(("delay:310",), ("flanger",), ("delay:200",)))
        lines.play_riff(s, line, lines.make_riff(s, s.pick(4, 6, 8), s.between(1.5, 3.5), 12, s.scale, 0.3), s.pick(4, 8), s.pick(48, 60), gate=0.6, follow=False)
        _sweep(s, line, s.pick(2, 4, 8))
    if s.chance(0.5):
        comping.pad(s, s.part("~dark-pad", "~choir", "~glass-pad", "halo-pad", level=-5, send=-4), 60, 3)
    if s.chance(0.3):
        players.talk(s, None, 8, -4, ("delay:400", "tone:telephone"))


@style("Electronic", like="Classical")
def piano_and_machines(s: Song) -> None:
    """A few piano or bell notes in a very large room, pads below, perhaps clicks for a beat: menus, space, night."""
    s.set((60, 104), ("minor", "dorian", "lydian", "major", "major-pentatonic"), rubato=0.02, room=s.pick("hall", "cave", "church", "plate"))
    s.until(52, "a b a", a=_chords(s), b=_chords(s))
    keys = s.part("piano", "~fm-piano", "rhodes", "~fm-bell", "music-box", "electric-grand", "~vibes", "crystal", level=0, send=-3, fx=s.pick(("delay:480",), ("delay:360", "tone:dark"), ("reverse",), ("delay:600",)))
    lines.melody(s, keys, 60, 86, None, s.between(0.5, 1.1), 0.4)
    for number in range(s.rng.randint(1, 3)):
        pad = s.part("~warm-pad", "~glass-pad", "~air-pad", "~dark-pad", "~string-machine", "sweep-pad", "bowed-pad", "halo-pad", "echoes", level=-1 - number, send=-4, fx=s.pick((), ("chorus",), ("flanger",), ("delay:520",)))
        comping.pad(s, pad, s.pick(48, 60, 67), 3)
        if pad.voice.startswith("~"):
            _sweep(s, pad, s.pick(4, 8))
    if s.chance(0.5):
        groove.drums(s, s.part("~kit:minimal", "~kit:lofi", "~kit:808", level=-3, loose=0.0, fx=s.pick((), ("delay:200",), ("crush:3",))), s.pick({"kick": "x.........x.....", "rim": "....x..x....x...", "hat": "..x...x...x..xx."}, "electro", "half-time", {"kick": "x.......x......."}), None if s.chance(0.6) else "b", fills=0, human=0.03, crash=False, drop=0.1)
    if s.chance(0.6):
        bass.pattern(s, s.part("~sub-bass", "~saw-bass", "synth-bass", level=-2), s.pick("R-------", "R-----R---------", "R---R---"), 28)


@style("Electronic", like="Rock")
def synth_rock(s: Song) -> None:
    """A rock song in which no string is touched: distorted saws for guitars, a machine for a drummer, a lead that bends its notes."""
    s.set((110, 170), ("minor", "dorian", "harmonic-minor", "mixolydian"), room=s.pick("plate", "dry", "arena", "room"))
    s.until(42, "a b a b", a=s.pick(*DARK), b=s.pick("i | bVI | bIII | bVII", "i | bVII | bVI | bVII"))
    wall = s.part("~saw-bass", "~saw-poly", "~hoover", "~square-bass", "~reese", level=0, loose=0.0, fx=s.pick(("drive:6",), ("drive:4", "chorus"), ("drive:3",)))
    lines.chug(s, wall, s.pick("P-P-PPP-", "PPPPPPPP", "P--P--P-P--PP-P-", "P.mmP.mmP.mmP.mm"), 36)
    groove.drums(s, s.part("~kit:909", "~kit:linn", "~kit:hard", "kit:electronic", level=1, loose=0.0, fx=s.pick((), ("drive:3",))), s.pick("rock", "rock-busy", "techno", "electro", "breaks"), fills=4, human=0.03)
    bass.pattern(s, s.part("~saw-bass", "~fm-bass", "synth-bass", "~square-bass", level=0, loose=0.0), s.pick("RRRRRRRR", "RR8RRR8R", "R.RRR.RRR.RRR.RR"), 28)
    lines.melody(s, s.part("~saw-lead", "~square-lead", "saw-lead", "square-lead", "~supersaw", "charang", level=1, loose=0.0, fx=("delay:280",)), 60, 86, None if s.chance(0.5) else "b", s.between(1.2, 2.2), 0.15, bends=0.3)
    if s.chance(0.5):
        comping.arpeggio(s, s.part("~pluck", "~square-pluck", "~chip-pulse", level=-3, loose=0.0), 0.25, 60, 2, s.pick("up", "0213", "updown"))
    if s.chance(0.4):
        comping.pad(s, s.part("~string-machine", "choir", "~warm-pad", level=-4), 62, 3)


@style("Electronic", like="Disco")
def arcade_techno(s: Song) -> None:
    """Home-made dance music for a shooting game: four on the floor or a break, saw stabs, a riff of two bars, filters, everything loud."""
    s.set((125, 160), ("minor", "dorian", "phrygian", "minor-pentatonic"), room=s.pick("dry", "plate", "club"))
    s.until(46, "a b a c", a=s.pick(*DARK), b=s.pick(*DARK), c="i | i | i | i")
    s.master.append("dense")
    kit = s.part("~kit:909", "~kit:808", "~kit:linn", "kit:electronic", level=1, loose=0.0, fx=s.pick((), ("drive:3",)))
    groove.drums(s, kit, s.pick("techno", "house", "trance", "breaks", "electro", "amen"), fills=s.pick(0, 8), human=0.02)
    bass.pattern(s, s.part("~saw-bass", "~square-bass", "~acid", "~fm-bass", "synth-bass", level=0, loose=0.0, duck=s.pick(0.0, 0.6)), s.pick("..R...R...R...R.", "RRRRRRRRRRRRRRRR", "R.R8R.R8R.R8R.R8", "R..R..R...R.R..."), 28, gate=0.7)
    riff = s.part("~stab", "~supersaw", "~saw-poly", "~pluck", "~square-pluck", "~hoover", "polysynth", level=0, loose=0.0, fx=s.pick((), ("delay:230",), ("flanger",)))
    lines.play_riff(s, riff, lines.make_riff(s, 8, s.between(1.2, 2.6), 12, "minor-pentatonic", 0.35), 8, 60, gate=0.6)
    _sweep(s, riff, s.pick(4, 8, 16))
    if s.chance(0.6):
        comping.arpeggio(s, s.part("~pluck", "~acid", "~chip-pulse", "~fm-bell", level=-3, loose=0.0, fx=("delay:250",)), 0.25, 60, 2, s.pick("updown", "random", "0213"), "b")
    if s.chance(0.5):
        lines.melody(s, s.part("~saw-lead", "~square-lead", "~supersaw", "~theremin", level=0, loose=0.0, fx=("delay:330",)), 62, 86, ("b",), 1.2, 0.2)
    if s.chance(0.5):
        comping.pad(s, s.part("~string-machine", "~warm-pad", "~choir", "synth-strings", level=-5, duck=0.5), 62, 3)


@style("Electronic", like="Metal")
def rust(s: Song) -> None:
    """Factory halls: slow metallic loops, distorted drones, a beat like a press; no guitar anywhere."""
    s.set((70, 120), ("phrygian", "minor", "octatonic", "chromatic"), room=s.pick("cave", "arena", "hall", "dry"))
    s.until(48, "a b a", a="i | i | i | bII", b="i | i | i | i")
    root = 26 + (s.tonic - 26) % 12
    drone = s.part("~drone", "~reese", "~fm-growl", "~dark-pad", level=-1, send=-5, fx=s.pick(("drive:4",), ("flanger",), ("drive:6", "tone:far")))
    bass.drone(s, drone, s.pick((root,), (root, root + 7), (root + 12, root + 13)), s.pick(4, 8))
    _sweep(s, drone, s.pick(4, 8))
    row = lambda odds: "".join("x" if s.chance(odds) else "." for _ in range(16))  # noqa: E731
    groove.drums(s, s.part("~kit:hard", "~kit:lofi", "kit:electronic", level=1, loose=0.0, fx=("drive:4",)), {"kick": "x" + row(0.2)[1:], "snare": "........X......." if s.chance(0.5) else "....X.......X...", "hat": row(0.4), "cowbell": row(0.12)}, fills=0, human=0.05, crash=False)
    hits = s.part("~metallophone", "~gong", "~fm-bell", "~impact", "tinkle", level=-2, send=-4, fx=s.pick(("drive:3",), ("delay:400",), ("crush:3",)))
    lines.play_riff(s, hits, lines.make_riff(s, 8, 0.8, 14, "octatonic", 0.3), 8, 48, follow=False)
    if s.chance(0.5):
        lines.melody(s, s.part("~saw-lead", "~fm-growl", "~theremin", "~choir-low", level=-2, fx=("delay:400",)), 48, 72, "b", 0.6, 0.4)


@style("Classical", like="Jazz")
def comic_pizzicato(s: Song) -> None:
    """Tiptoes: plucked strings, bassoon and clarinet that trip over each other, xylophone, muted brass at the joke."""
    s.set((96, 150), ("major", "minor", "harmonic-minor", "lydian"), beats=s.pick(4.0, 4.0, 3.0, 2.0), room=s.pick("room", "hall", "hall"))
    chords = ("I | V7 | I | VI7 | ii | V7 | I | V7", "I | #iv° | V7 | I") if s.scale in ("major", "lydian") else ("i | V7 | i | iv | V7 | i", "i | bII/3 | V7 | i")
    s.until(42, "a a b a", a=s.pick(*chords), b=s.pick(*chords))
    bass.pattern(s, s.part("pizzicato", "contrabass", "tuba", "bassoon", level=-1), s.pick("R.5.", "R.5.3.5.", "R..5"), 36, gate=0.4)
    comping.comp(s, s.part("pizzicato", "pizzicato", "harp", level=-3), s.pick(".s.s.s.s", ".s.s", "..s...s."), 62, 3)
    tune = lines.melody(s, s.part("bassoon", "clarinet", "oboe", "pizzicato", "flute", "muted-trumpet", level=1), 55, 79, None, 1.6, 0.2, graces=0.2, pull=0.75)
    lines.double(s.part("xylophone", "glockenspiel", "piccolo", "marimba", "celesta", level=-3), tune, 12)
    if s.chance(0.4):
        comping.stabs(s, [s.part("muted-trumpet", level=-2), s.part("trombone", level=-3)], s.pick("......s.|........", "..s..s..|........"), 60, every=2)
    if s.chance(0.4):
        groove.drums(s, s.part("kit:orchestra", level=-6), {"triangle": "x...x...", "woodblock": s.pick("..x...x.", "........"), "snare": s.pick("........", "o..oo..o")}, fills=0, crash=False)


@style("Classical", like="Folk")
def town_and_field(s: Song) -> None:
    """A chamber orchestra at peace: flute and oboe, harp or harpsichord, soft strings, a tambourine for the market."""
    s.set((76, 128), ("major", "mixolydian", "dorian", "lydian"), beats=s.pick(4.0, 3.0), rubato=0.03, room=s.pick("hall", "room", "hall", "plate"))
    chords = ("I | IV | I | V", "I | bVII | IV | I", "I | vi | ii | V", "I | iii | IV | V") if s.scale != "dorian" else ("i | bVII | i | IV", "i | IV | bVII | i")
    s.until(42, "a a b a", a=s.pick(*chords), b=s.pick(*chords))
    section = players.strings(s, -3)
    comping.chorale(s, section[1:], (66, 59, 52, 40), step=s.beats / 2)
    comping.arpeggio(s, s.part("harp", "harpsichord", "nylon", "pizzicato", "~harpsichord", "piano", level=-1), s.pick(0.5, 0.25), 52, 2, s.pick("updown", "0213", "up"))
    tune = lines.melody(s, s.part("flute", "oboe", "clarinet", "recorder", "violin", "whistle", level=1, send=-8), 65, 86, None, s.between(1.1, 2.0), 0.12, graces=0.15, form="AABA")
    if s.chance(0.5):
        lines.harmonise(s, s.part("oboe", "clarinet", "bassoon", "flute", "horn", level=-2, send=-8), tune, s.pick(-2, -5))
    if s.chance(0.35):
        groove.drums(s, s.part("kit:orchestra", "kit:standard", level=-7), {"tambourine": s.pick("x..x..x.", "..x...x.") if s.beats == 4 else "x.x.x.", "tom4": s.pick("........", "x...x...") if s.beats == 4 else "......"}, fills=0, crash=False)


@style("Classical", like="Metal")
def requiem(s: Song) -> None:
    """Choir at full voice over brass and low strings, timpani and bells: the end of the world or of the last level."""
    s.set((72, 140), ("minor", "harmonic-minor", "phrygian"), room=s.pick("church", "hall", "arena", "hall"))
    chords = ("i | bVI | iv | V", "i | bII | i | V", "i | bVII | bVI | V", "i | iv | i | bVI")
    s.until(45, "a a b a", a=s.pick(*chords), b=s.pick(*chords))
    voices = [s.part("choir", "~choir", "oohs", "~choir-low", level=1, pan=pan, send=-4, loose=0.03) for pan in (-0.4, -0.1, 0.2, 0.4)]
    comping.stabs(s, voices, s.pick("X-X-X---", "X---X-X-", "X-------|X-x-X---", "XxX-XxX-"), 64, loud=112) if s.chance(0.6) else comping.chorale(s, voices, (72, 65, 58, 48), step=1.0)
    v1, v2, viola, cello, basses = players.strings(s, -2)
    for part, low in ((v2, 67), (viola, 60), (cello, 48)):
        comping.comp(s, part, s.pick("xoxoxoxo", "x-x-x-x-", "xooxooxo"), low, 1, gate=0.7)
    lines.legato(lines.melody(s, v1, 67, 90, "b", 1.0))
    bass.pattern(s, basses, s.pick("R---R---", "R-R-R-R-"), 28)
    comping.stabs(s, [s.part("trombone", level=-2), s.part("horn", "brass", level=-2), s.part("trumpet", level=-3)], s.pick("X-------", "X---X---", "X..X..X."), 57)
    drum = s.part("timpani", level=-2, send=-8)
    for bar in s.bars():
        root = 40 + (s.piece().chord_at(bar.start).bass - 40) % 12
        for beat in ([0, 2] if s.chance(0.5) else [0, 1.5, 2, 3]):
            drum.add(bar.start + beat, 1, root, s.rng.randint(85, 118))
    if s.chance(0.5):
        bell = s.part("bells", "~fm-bell", "church-organ", level=-5, send=-5)
        for bar in s.bars():
            if bar.index % 2 == 0:
                bell.add(bar.start, 4, 60 + (s.tonic - 60) % 12, 96)
    if s.chance(0.5):
        groove.drums(s, s.part("kit:orchestra", level=-3), {"kick": "x.......x.......", "snare": s.pick("................", "x.ooxoooxoooxrrr"), "crash": s.pick("x...............", "................")}, fills=0, crash=False)


@style("Classical", like="Electronic")
def contemporary_piano(s: Song) -> None:
    """A felt-damped piano repeats a figure, a cello or string pad enters; four chords, but no beat and no singer."""
    s.set((64, 132), ("minor", "major", "dorian"), rubato=0.06, room=s.pick("room", "hall", "plate", "church"))
    chords = ("i | bVI | bIII | bVII", "vi | IV | I | V", "i | iv | bVI | V", "I | V/3 | vi | IV")
    s.until(45, "a a b a", a=s.pick(*chords), b=s.pick(*chords))
    left = s.part("piano", "piano", "bright-piano", "electric-grand", level=-1, pan=-0.1, fx=s.pick((), (), ("tone:dark",)))
    right = s.part(left.voice, level=0, pan=0.1, fx=left.fx)
    comping.arpeggio(s, left, s.pick(0.5, 0.25), 40, 2, s.pick("0212", "0213", "up", "updown"), loud=70, gate=1.8)
    lines.melody(s, right, 62, 88, None, s.between(0.5, 1.6), 0.2, pull=0.8)
    for beat in range(0, int(s.sections[-1].end), int(s.beats)):
        for part in (left, right):
            part.controls += [(beat - 0.05, 64, 0), (beat + 0.05, 64, 127)]
    if s.chance(0.5):
        bow = s.part("cello", "violin", "viola", "~bowed", level=0, send=-7)
        lines.legato(lines.melody(s, bow, 50, 74, "b", 0.6, 0.2))
    if s.chance(0.4):
        comping.pad(s, s.part("slow-strings", "strings", "~section", level=-4, send=-6), 60, 3)


@style("Classical", like="World")
def dungeon(s: Song) -> None:
    """Low strings and horns that hardly move, a choir behind a wall, single strokes on bells, harp or drum."""
    s.set((50, 90), ("phrygian", "minor", "harmonic-minor", "octatonic"), rubato=0.05, room=s.pick("cave", "church", "hall"))
    s.until(50, "a b a", a=s.pick("i | i | bII | i", "i | bVI | i | v"), b=s.pick("i | iv | bII | i", "i | bVI | iv | bII"))
    comping.pad(s, s.part("strings", "slow-strings", "tremolo-strings", "cello", level=0, send=-5), s.pick(46, 52, 58), 3)
    comping.pad(s, s.part("horn", "trombone", "choir", "~choir-low", "bassoon", level=-2, send=-5), s.pick(48, 55), 2, None if s.chance(0.5) else "b")
    bass.drone(s, s.part("contrabass", "cello", "tuba", "timpani", level=-2, send=-6), (28 + (s.tonic - 28) % 12,), s.beats * 2)
    lines.melody(s, s.part("harp", "celesta", "bells", "pizzicato", "dulcimer", "vibraphone", level=-1, send=-4), 60, 84, None, 0.5, 0.45)
    lines.legato(lines.melody(s, s.part("oboe", "flute", "clarinet", "english-horn", "violin", "choir", "shakuhachi", level=0, send=-5), 57, 79, "b", 0.6, 0.3))
    if s.chance(0.5):
        drum = s.part("taiko", "timpani", "melodic-tom", level=-2, send=-5)
        for bar in s.bars():
            if s.chance(0.6):
                drum.add(bar.start + s.pick(0, 0, 2, 3), 2, 40, s.rng.randint(60, 110))


@style("Folk", like="Classical")
def hearth(s: Song) -> None:
    """Rendered village music: lute, recorder, fiddle and hand drum, a dance or a lullaby, no orchestra in sight."""
    s.set((80, 150), ("dorian", "mixolydian", "major", "minor"), keys="D G A C", beats=s.pick(4.0, 3.0), room=s.pick("room", "hall", "outdoors"))
    chords = ("i | bVII | i | bVII", "i | IV | i | bVII", "i | bIII | bVII | i") if s.scale in ("dorian", "minor") else ("I | bVII | I | V", "I | IV | I | V", "I | V | I | I")
    s.until(42, "a a b b", a=s.pick(*chords), b=s.pick(*chords))
    lute = s.part("nylon", "steel", "~nylon-guitar", "~oud", "harp", "~dulcimer", "~mandolin", level=0)
    comping.arpeggio(s, lute, 0.5, 50, 2, s.pick("0213", "0123", "updown")) if s.chance(0.6) else comping.strum(s, lute, s.pick("x-xuxu" if s.beats == 3 else "x-xux-xu", "x-x-x-" if s.beats == 3 else "x---x-x-"))
    tune = lines.melody(s, s.part("recorder", "whistle", "flute", "fiddle", "violin", "accordion", "~shawm", "ocarina", "pan-flute", level=1), 62, 84, None, s.between(1.2, 2.2), 0.08, graces=0.2, triplets=False)
    if s.chance(0.5):
        lines.double(s.part("fiddle", "recorder", "~mandolin", "~bowed", "accordion", level=-2), tune, s.pick(0, -12))
    if s.chance(0.6):
        groove.drums(s, s.part("kit:standard", "kit:orchestra", level=-4), {"tom4": s.pick("X.oxo.xo", "x..xx.x.") if s.beats == 4 else s.pick("X.oxo.", "x..x.o"), "tambourine": s.pick("..x...x.", "........") if s.beats == 4 else "..x.x."}, fills=0, crash=False)
    if s.chance(0.4):
        bass.pattern(s, s.part("upright", "cello", "~string-bass", level=-2), "R-5-" if s.beats == 4 else "R--", 33)
