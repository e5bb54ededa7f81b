"""Electronic: machines keep time, or nothing does; sound itself, opening and closing, is the melody.

The hard cases are Disco (a band plays the four-on-the-floor), Pop (a singer and verse-chorus), Classical (slow strings against pads and drones),
Hip-Hop (sampled breaks against break-beats), Metal (distorted basses) and World (trance-like drums). Ambient music without any beat is a third of this file.
"""

from __future__ import annotations

import bass
import comping
import groove
import lines
import players
from score import Part
from song import Song, style

MINOR = ("i | i | bVI | bVII", "i | bVII | bVI | bVI", "i | bVI | bIII | bVII", "i | i | iv | iv", "i7 | i7 | iv9 | iv9", "i | v | bVI | iv", "i | i | i | i")
WARM = ("Imaj7 | vi7 | IVmaj7 | V", "ii9 | Imaj9", "IVmaj7 | V | vi7 | vi7", "im9 | ivm9", "Imaj9 | Imaj9 | IVmaj9 | IVmaj9", "im9 | bVImaj9 | bVImaj9 | bVII", "vi9 | IVmaj7 | I | V")
PADS = ("~warm-pad", "~glass-pad", "~string-machine", "~dark-pad", "~air-pad", "warm-pad", "polysynth", "halo-pad", "sweep-pad", "bowed-pad", "choir-pad", "new-age", "~saw-poly", "~brass-poly", "synth-strings")
LEADS = ("~saw-lead", "~square-lead", "~supersaw", "saw-lead", "square-lead", "~hoover", "~theremin", "~pluck", "charang", "~brass-poly", "calliope")


def _kit(s: Song, *families: str, level: float = 0.0) -> Part:
    """A drum machine, now and then a sampled kit, always on the grid."""
    names = tuple(f"~kit:{family}" for family in families) + ("kit:electronic", "kit:808")
    return s.part(*names, name="machine", level=level, pan=0.0, send=-22, loose=0.0, fx=s.pick((), (), ("drive:2",)))


def _pad(s: Song, where: str | tuple[str, ...] | None = None, level: float = -3.0, duck: float = 0.6, centre: int = 60) -> Part:
    pad = s.part(*PADS, name="pad", level=level, pan=0.0, send=-8, loose=0.0, duck=duck)
    comping.pad(s, pad, centre, s.pick(3, 4, 4), where)
    return pad


def _sweep(s: Song, part: Part, low: float = 0.2, high: float = 0.85, bars: float = 8) -> None:
    """The filter opens over the bars, and closes, or jumps back."""
    beats, at, points = bars * s.beats, 0.0, []
    returns = s.chance(0.5)
    while at < s.sections[-1].end:
        points += [(at, low), (at + beats * (0.5 if returns else 0.98), high), (at + beats, low)]
        at += beats
    part.sweep = tuple(points)


def _transitions(s: Song) -> None:
    """Noise rises into the next section and falls out of it."""
    if s.chance(0.7):
        up = s.part("~riser", "~sweep-noise", level=-8, pan=0.0, loose=0.0)
        down = s.part("~downlifter", "~impact", level=-7, pan=0.0, loose=0.0)
        for section in s.sections[1:]:
            up.add(section.start - 8, 8, 60, 90)
            down.add(section.start, 6, 60, 90)


@style("Electronic", like="Disco")
def house(s: Song) -> None:
    """Four on the floor, off-beat hats, piano or organ stabs, a round bass."""
    s.set((116, 130), ("minor", "dorian", "mixolydian"), swing=(0.0, 0.35), unit=0.5, room=("dry", "plate", "club"))
    s.until(50, "groove break groove groove", groove=s.pick(*MINOR, *WARM), **{"break": s.pick(*WARM)})
    groove.drums(s, _kit(s, "909", "909", "linn", "808"), s.pick("house", "house", {"kick": "x...x...x...x...", "open": "..x...x...x...x.", "clap": "....x.......x...", "shaker": "xoxoxoxoxoxoxoxo", "rim": "...x..x....x..x."}), "groove", fills=8, human=0.03, crash=False)
    bass.pattern(s, s.part("~saw-bass", "~square-bass", "synth-bass", "~sub-bass", "~fm-bass", "synth-bass-2", level=0, loose=0.0, duck=0.5), s.pick("..R...R...R..R8.", "R..R..R...R.5.8.", "R.8.R.8.R.8.R.8.", "..R...R...R...R."), 30, "groove", gate=0.7)
    comping.comp(s, s.part("piano", "~stab", "~organ", "~pluck", "drawbar", "~fm-piano", "bright-piano", level=-1, loose=0.0, duck=0.4, fx=("delay",)), s.pick("s..s..s...s.s...", "..s..s....s..s..", "x..x..x.x..x..x.", "s..s.s..s..s.s.."), 62, 4)
    _pad(s, None if s.chance(0.5) else "break", -5)
    if s.chance(0.5):
        players.sing(s, s.pick("groove", "break", None), density=1.0, fx=("delay", s.pick("tone:telephone", "chorus")), form="AAAA")
    elif s.chance(0.5):
        players.talk(s, None, s.pick(2, 4), fx=("delay",))
    _transitions(s)


@style("Electronic", like="Metal")
def techno(s: Song) -> None:
    """A hard kick, one rumbling note, hats like machinery; a stab that slowly changes colour."""
    s.set((124, 145), ("phrygian", "minor", "chromatic"), room=("club", "hall", "dry", "arena"))
    s.until(55, "a a b a", a="i | i | i | i", b="i | i | i | bII")
    groove.drums(s, _kit(s, "909", "hard", "hard", "minimal"), s.pick("techno", {"kick": "X...X...X...X...", "open": "..x...x...x...x.", "rim": "..x..x..x.x..x..", "hat": "xxxxxxxxxxxxxxxx"}, {"kick": "X...X...X...X..x", "clap": "....x.......x...", "cowbell": "..o..o....o..o.."}), ("a",) if s.chance(0.4) else None, fills=0, human=0.03, crash=False, drop=0.03)
    low = s.part("~sub-bass", "~saw-bass", "~reese", "~fm-bass", "~drone", level=-1, loose=0.0, duck=0.8, fx=s.pick((), ("drive:4",)))
    bass.pattern(s, low, s.pick(".RRR.RRR.RRR.RRR", "..R...R...R...R.", ".R.R.RR..R.R.RR."), 26, gate=0.8)
    stab = s.part("~stab", "~acid", "~square-pluck", "~fm-bell", "~hoover", "~fm-growl", level=-2, loose=0.0, fx=("delay:340", s.pick("tone:air", "drive:3", "flanger")))
    riff = lines.make_riff(s, s.pick(4, 3, 8), 1.4, 7, "phrygian", 0.6)
    lines.play_riff(s, stab, riff, s.pick(4, 3, 8), s.pick(48, 60), gate=0.5)
    _sweep(s, stab, 0.25, 0.8, s.pick(4, 8, 16))
    if s.chance(0.5):
        _pad(s, None, -7, 0.8, 48)
    if s.chance(0.3):
        players.talk(s, None, 4, -5, ("delay", "tone:telephone"))
    _transitions(s)


@style("Electronic", like="Pop")
def trance(s: Song) -> None:
    """Supersaws, rolling off-beat bass, sixteenth-note arpeggios, a long break without drums."""
    s.set((130, 142), ("minor", "harmonic-minor"), room=("plate", "hall", "arena"))
    chords = s.pick(*MINOR[:4])
    s.until(60, "drive break climax", drive=chords, **{"break": chords}, climax=chords + " | " + chords)
    groove.drums(s, _kit(s, "909"), "trance", ("drive", "climax"), fills=8, human=0.02)
    bass.pattern(s, s.part("~saw-bass", "synth-bass", level=-1, loose=0.0, duck=0.7), s.pick("..R...R...R...R.", ".RRR.RRR.RRR.RRR"), 30, ("drive", "climax"), gate=0.7)
    arp = s.part("~pluck", "~supersaw", "~square-pluck", "saw-lead", level=-1, loose=0.0, duck=0.4, fx=("delay:330",))
    comping.arpeggio(s, arp, 0.25, 60, 2, s.pick("updown", "0213", "up", "random"), gate=0.6, rests=s.pick("", "x.xx.xx."))
    _sweep(s, arp, 0.4, 0.9, 16)
    lead = s.part("~supersaw", "~saw-lead", "~hoover", level=1, loose=0.0, send=-6, fx=("delay:330",))
    lines.melody(s, lead, 64, 86, ("climax", "break"), 1.2, 0.1, triplets=False)
    comping.pad(s, s.part("~supersaw", "~string-machine", "~warm-pad", level=-3, loose=0.0, duck=0.8, fx=s.pick((), ("gate:115",))), 62, 4)
    _transitions(s)


@style("Electronic", like="Hip-Hop")
def drum_and_bass(s: Song) -> None:
    """Broken beats at double time over a bass at half of it."""
    s.set((162, 180), ("minor", "dorian", "phrygian"), room=("dry", "plate", "club"))
    s.until(45, "a a b a", a=s.pick(*MINOR), b=s.pick(*WARM))
    groove.drums(s, _kit(s, "909", "lofi", "hard") if s.chance(0.6) else s.part("kit:standard", "kit:room", fx=("crush:2", "drive:2"), loose=0.002), s.pick("dnb", "amen", "dnb", "breaks"), None if s.chance(0.6) else "a", fills=4, human=0.06)
    bass.pattern(s, s.part("~reese", "~sub-bass", "~wobble", "~fm-growl", "~saw-bass", level=0, loose=0.0, duck=0.3), s.pick("R-----R---5-----", "R-------------8-", "R--R--R-----7-5-", "R-R---..R-8-5---"), 28)
    _pad(s, None, -3, 0.2)
    if s.chance(0.6):
        lines.melody(s, s.part(*LEADS, "~fm-piano", "vibraphone", level=-2, fx=("delay",)), 62, 84, None, 0.7, 0.35, scale="minor-pentatonic")
    if s.chance(0.4):
        players.sing(s, "b", density=0.8, fx=("delay:350",))
    _transitions(s)


@style("Electronic", like="Classical")
def ambient_pads(s: Song) -> None:
    """No beat at all: chords that melt into each other, slow filters, a bell far away."""
    s.set((46, 84), ("major", "lydian", "dorian", "minor", "mixolydian"), rubato=0.05, room=("cave", "church", "hall", "plate"))
    s.until(70, "a b", a=s.pick(*WARM, "I | I | IVmaj7 | IVmaj7", "im9 | im9 | bVImaj7 | bVImaj7"), b=s.pick(*WARM))
    for number in range(s.rng.randint(2, 4)):
        pad = s.part(*PADS, level=-2 * number, pan=s.between(-0.6, 0.6), send=-4, loose=0.05, fx=s.pick((), ("chorus",), ("flanger",), ("delay:520",), ("tremolo",)))
        comping.pad(s, pad, s.pick(48, 55, 60, 67, 72), s.pick(2, 3, 4), spread=s.chance(0.5))
        if pad.voice.startswith("~"):
            _sweep(s, pad, s.between(0.15, 0.4), s.between(0.5, 0.95), s.pick(4, 8, 6))
        else:
            s.swell(pad, 40, 115, s.pick(4, 6, 8))
    if s.chance(0.6):
        bell = s.part("~fm-bell", "~glass-pad", "~fm-piano", "celesta", "crystal", "~vibes", "piano", "~pluck", level=-3, send=-3, fx=("delay:480",))
        lines.melody(s, bell, 66, 90, None, 0.5, 0.5)
    if s.chance(0.5):
        bass.drone(s, s.part("~sub-bass", "~drone", "~dark-pad", level=-3), (28 + (s.tonic - 28) % 12,), 16)
    if s.chance(0.35):
        wind = s.part("~wind", "~sweep-noise", level=-10)
        bass.drone(s, wind, (60,), 16)


@style("Electronic", like="World")
def dark_drone(s: Song) -> None:
    """One low note and what grows on it: beating oscillators, noise, metallic strokes."""
    s.set((50, 80), ("phrygian", "minor", "chromatic", "octatonic"), rubato=0.1, room=("cave", "church", "arena"))
    s.until(70, "a", a=s.pick("i | i | i | i", "i | i | bII | i", "i | i | bVI | i"))
    root = 26 + (s.tonic - 26) % 12
    for number in range(s.rng.randint(2, 4)):
        drone = s.part("~drone", "~dark-pad", "~reese", "~string-machine", "~choir-low", "~fm-growl", "bowed-pad", "metal-pad", level=-2 * number, send=-4, fx=s.pick((), ("flanger",), ("drive:3",), ("delay:520",), ("reverse",)))
        bass.drone(s, drone, s.pick((root,), (root, root + 7), (root + 12, root + 19), (root + 12,), (root + 12, root + 13), (root + 24,)), s.pick(8, 16, 12))
        if drone.voice.startswith("~"):
            _sweep(s, drone, s.between(0.05, 0.25), s.between(0.4, 0.8), s.pick(4, 6, 8))
    hits = s.part("~gong", "~metallophone", "~impact", "~fm-bell", "reverse-cymbal", "timpani", level=-3, send=-3, fx=("delay:600",))
    for bar in s.bars():
        if s.chance(0.3):
            hits.add(bar.start + s.pick(0, 1.5, 2), 4, root + s.pick(12, 24, 31, 25), s.rng.randint(50, 100))
    if s.chance(0.4):
        bass.drone(s, s.part("~wind", "~sweep-noise", level=-7), (60,), 12)


@style("Electronic", like="Classical")
def space_sequencer(s: Song) -> None:
    """The Berlin school: an analogue sequence that is transposed by hand, string machines, a lead that takes its time."""
    s.set((96, 136), ("minor", "dorian", "phrygian"), room=("hall", "plate", "cave"))
    s.until(60, "a b", a=s.pick("i | i | i | i | bVI | bVI | bVII | bVII", "i | i | bIII | bIII | bVII | bVII | iv | iv"), b="i | i | bVI | bVI")
    sequence = s.part("~square-pluck", "~pluck", "~saw-bass", "~acid", "~fm-bass", level=0, pan=-0.2, loose=0.0, fx=("delay:290",))
    comping.arpeggio(s, sequence, 0.25, s.pick(36, 48), 2, "".join(s.pick("0", "1", "2", "3", "0") for _ in range(8)), gate=0.6, rests=s.pick("", "", "xx.xxx.x"))
    _sweep(s, sequence, 0.25, 0.8, s.pick(8, 16))
    if s.chance(0.5):
        comping.arpeggio(s, s.part("~pluck", "~square-pluck", "~fm-bell", level=-3, pan=0.4, loose=0.0, fx=("delay:440",)), 0.5, 60, 2, "0213", gate=0.5)
    _pad(s, None, -3, 0.0)
    lead = s.part("~saw-lead", "~theremin", "~square-lead", "~flute", "saw-lead", level=0, send=-6, fx=("delay:440",))
    lines.melody(s, lead, 62, 84, None, 0.7, 0.3, bends=0.2)
    if s.chance(0.35):
        groove.drums(s, _kit(s, "minimal", "808", "linn", level=-4), s.pick("electro", "rock", "techno"), "b", fills=0, human=0.03, crash=False)


@style("Electronic", like="Pop")
def synthwave(s: Song) -> None:
    """Gated snare, eighth-note bass, polyphonic synthesizer brass and a lead that bends: night driving."""
    s.set((80, 126), ("minor", "dorian", "mixolydian"), room=("hall", "plate", "arena"))
    s.until(45, "a b a b", a=s.pick(*MINOR[:4], "bVI | bVII | i | i"), b=s.pick(*MINOR[:4]))
    groove.drums(s, _kit(s, "linn", "linn", "909"), s.pick("rock", "two-step", {"kick": "x...x...x...x...", "snare": "....X.......X...", "hat": "x.x.x.x.x.x.x.x."}, {"kick": "x.......x.x.....", "snare": "....X.......X...", "tom2": "..............xx"}), fills=8, human=0.03)
    bass.pattern(s, s.part("~saw-bass", "~square-bass", "synth-bass", "~fm-bass", level=0, loose=0.0, duck=0.3), s.pick("RRRRRRRRRRRRRRRR", "R.R.R.R.R.R.R.R.", "R8R8R8R8R8R8R8R8", "RR8RRR8RRR8RRR8R"), 30, gate=0.75)
    comping.comp(s, s.part("~brass-poly", "~saw-poly", "polysynth", "~string-machine", level=-2, loose=0.0, fx=("chorus",)), s.pick("x---------------", "x-----x-----x---", "x-s...x-s.......", "x-------x-------"), 62, 4)
    if s.chance(0.6):
        comping.arpeggio(s, s.part("~pluck", "~square-pluck", "~chip-pulse", level=-4, loose=0.0, fx=("delay:250",)), 0.25, 60, 2, "up", gate=0.5)
    lines.melody(s, s.part("~saw-lead", "~square-lead", "saw-lead", level=0, fx=("delay:350", "chorus")), 64, 86, "b", 1.1, 0.15, bends=0.3)
    if s.chance(0.25):
        players.sing(s, "a", density=1.0, fx=("delay", "chorus"))


@style("Electronic", like="Hip-Hop")
def downtempo(s: Song) -> None:
    """Slow broken beat, electric piano, dub echoes, a bass with time on its hands."""
    s.set((74, 108), ("dorian", "minor", "lydian"), swing=(0.1, 0.7), unit=0.5, room=("plate", "hall", "club"))
    s.until(48, "a a b a", a=s.pick(*WARM), b=s.pick(*WARM))
    groove.drums(s, _kit(s, "lofi", "808", "linn", "minimal"), s.pick("boom-bap", "breaks", "half-time", "electro"), fills=8, loud=88, human=0.06, crash=False)
    bass.pattern(s, s.part("~sub-bass", "~saw-bass", "fretless", "synth-bass", level=0), s.pick("R-----R---5-....", "R--R----..5-7-..", "R-------8---5---"), 28)
    comping.comp(s, s.part("rhodes", "~fm-piano", "~vibes", "~saw-poly", level=-1, fx=("delay:dub",)), s.pick("x-------", "x--x----", ".x---x--"), 60, 4)
    _pad(s, None, -4, 0.3)
    lines.melody(s, s.part("~flute", "~pluck", "vibraphone", "~saw-lead", "kalimba", "~theremin", "muted-trumpet", level=-1, fx=("delay:dub",)), 62, 84, "b" if s.chance(0.5) else None, 0.8, 0.4)
    if s.chance(0.4):
        players.sing(s, None, density=0.7, fx=("delay:dub",))


@style("Electronic", like="World")
def chiptune(s: Song) -> None:
    """Three voices and a noise: pulse leads, chords as fast arpeggios, a triangle for the bass."""
    s.set((112, 180), ("minor", "major", "harmonic-minor", "mixolydian"), room="dry")
    chords = ("I | V | vi | IV", "I | IV | V | I", "I | bVII | IV | I") if s.scale in ("major", "mixolydian") else MINOR[:4]
    s.until(40, "a a b a", a=s.pick(*chords), b=s.pick(*chords))
    lead = s.part("~chip-pulse", "~chip-square", "square-lead", level=0, pan=0.0, loose=0.0, send=-30)
    lines.melody(s, lead, 64, 91, None, 2.0, 0.08, form="AABA", triplets=False)
    comping.arpeggio(s, s.part("~chip-square", "~chip-pulse", level=-3, loose=0.0, send=-30), s.pick(0.125, 0.25), 60, 1, "up", gate=0.9, tones=3)
    bass.pattern(s, s.part("~chip-triangle", "~square-bass", level=0, loose=0.0, send=-30), s.pick("R.R8R.R8", "RR88RR88", "R-5-8-5-"), 36)
    groove.drums(s, s.part("~kit:chip", "~kit:chip", "~kit:909", level=-1, loose=0.0, send=-30), s.pick("rock", "rock-busy", "house", "punk"), fills=4, human=0.0, crash=False)


@style("Electronic", like="Hip-Hop")
def glitch(s: Song) -> None:
    """Irregular clicks, chopped tones and crushed drums that hide their meter."""
    s.set((80, 150), ("dorian", "lydian", "whole-tone", "minor"), room=("dry", "plate", "room"), swing=(0.0, 0.5), unit=0.5)
    s.until(45, "a b", a=s.pick(*WARM), b=s.pick(*WARM, *MINOR))
    row = lambda density: "".join(s.pick("x", "o", "g", "r") if s.chance(density) else "." for _ in range(32))  # noqa: E731
    groove.drums(s, s.part("~kit:minimal", "~kit:lofi", "~kit:chip", "~kit:909", level=0, loose=0.0, fx=s.pick((), ("crush:4",), ("delay:90",))),
                 {"kick": row(0.2) + "|" + row(0.2), "snare": row(0.15), "hat": row(0.5) + "|" + row(0.3), "rim": row(0.2), "claves": row(0.08)}, fills=0, crash=False, drop=0.05)
    comping.arpeggio(s, s.part("~fm-bell", "~square-pluck", "~chip-pulse", "~fm-piano", "kalimba", "~metallophone", level=-1, loose=0.0, fx=("delay:160", "crush:3")), 0.25, 60, 2, "random", rests="".join(s.pick("x", ".") for _ in range(11)))
    _pad(s, None, -2, 0.3)
    bass.pattern(s, s.part("~sub-bass", "~fm-bass", "~wobble", level=-1, loose=0.0), "".join(s.pick("R", ".", "-", "8") for _ in range(16)).replace("-", ".", 1), 28)


@style("Electronic", like="Hip-Hop")
def breakbeat(s: Song) -> None:
    """Sampled-sounding breaks, acid or distorted bass, shouts and scratches: big rooms of the nineties."""
    s.set((112, 140), ("minor-pentatonic", "dorian", "phrygian"), room=("room", "club", "dry"))
    s.until(42, "a a b a", a="i | i | i | i", b=s.pick(*MINOR))
    groove.drums(s, s.part("kit:standard", "kit:room", "~kit:lofi", "~kit:909", level=1, fx=("drive:4", "crush:2"), loose=0.003), s.pick("breaks", "amen", "funk", "electro"), fills=4, loud=110)
    line = s.part("~acid", "~acid-square", "~saw-bass", "~fm-growl", level=0, loose=0.0, fx=("drive:4",))
    lines.play_riff(s, line, lines.make_riff(s, 4, 2.4, 12, "minor-pentatonic", 0.5), 4, s.pick(36, 40))
    _sweep(s, line, 0.3, 0.9, 8)
    comping.comp(s, s.part("~stab", "brass", "orchestra-hit", "rock-organ", "~hoover", level=-2, loose=0.0), s.pick("s.....s.........", "..s..s....s.....", "s..............."), 62, 3, None if s.chance(0.5) else "b")
    if s.chance(0.6):
        players.talk(s, None, s.pick(1, 2), fx=("drive:3",))
    if s.chance(0.4):
        scratch = s.part("~scratch", level=-3)
        for bar in s.bars():
            if bar.index % 4 == 3:
                scratch.add(bar.start + 2, 2, 60, 100)
    _transitions(s)


@style("Electronic", like="Disco")
def acid_minimal(s: Song) -> None:
    """A dry kick, a click, one silver sixteenth-note line whose resonance is the only soloist."""
    s.set((118, 134), ("minor", "phrygian", "blues"), room=("dry", "club", "plate"))
    s.until(55, "a a b", a="i | i | i | i", b="i | i | i | i")
    groove.drums(s, _kit(s, "minimal", "808", "909"), s.pick({"kick": "x...x...x...x...", "hat": "..x...x...x...x."}, "techno", {"kick": "x...x...x...x...", "clap": "....x.......x...", "hat": "x.xxx.xxx.xxx.xx", "rim": ".......x..x....."}), ("a",) if s.chance(0.3) else None, fills=0, human=0.03, crash=False)
    acid = s.part("~acid", "~acid-square", level=0, pan=0.0, loose=0.0, fx=s.pick(("drive:4",), ("drive:2", "delay:330"), ()))
    lines.play_riff(s, acid, [(step * 0.25, s.pick(0.2, 0.2, 0.4), s.pick(0, 0, 0, 12, 3, 7, 10, 1)) for step in range(16) if s.chance(0.8)], 4, 36)
    _sweep(s, acid, 0.15, 0.9, s.pick(8, 16))
    if s.chance(0.4):
        _pad(s, None, -8, 0.6)
    if s.chance(0.4):
        bass.pattern(s, s.part("~sub-bass", level=-2, loose=0.0, duck=0.7), "..R...R...R...R.", 28)


@style("Electronic", like="Pop")
def festival(s: Song) -> None:
    """Build-up with snare rolls, then a drop of supersaw chords or a growling bass."""
    s.set((124, 150), ("minor", "major", "phrygian"), room=("plate", "arena"))
    chords = s.pick("i | bVI | bIII | bVII", "vi | IV | I | V", "bVI | bVII | i | i", "i | i | bVI | bVII")
    s.until(45, "verse build drop drop", verse=chords, build=chords, drop=chords + " | " + chords)
    kit = _kit(s, "909", "hard", "linn", level=1)
    groove.drums(s, kit, s.pick("house", "trance", "trap", "half-time"), "drop", fills=8, human=0.02)
    for bar in s.bars("build"):
        step = (1.0, 0.5, 0.25, 0.125)[min(bar.index, 3)]
        for place in range(int(bar.beats / step)):
            kit.add(bar.start + place * step, step, 38, 70 + 40 * bar.index / 4)
    if s.chance(0.5):
        comping.comp(s, s.part("~supersaw", "~saw-poly", "~stab", level=1, loose=0.0, duck=0.7), s.pick("x--x--x---x--x--", "x-------x-------", "x.x..x..x.x..x.x"), 64, 5, "drop")
        lines.melody(s, s.part("~pluck", "~saw-lead", "~supersaw", level=0, loose=0.0, fx=("delay:330",)), 67, 88, "drop", 1.8, 0.15, form="AAAB", triplets=False)
    else:
        bass.pattern(s, s.part("~wobble", "~fm-growl", "~reese", level=1, loose=0.0, fx=("drive:4",)), s.pick("R-------R---8-5-", "R-R-..R-R---7---"), 30, "drop")
    bass.pattern(s, s.part("~sub-bass", "~saw-bass", level=-1, loose=0.0, duck=0.6), s.pick("R-------", "R-R-R-R-"), 28, "drop")
    _pad(s, ("verse", "build"), -1, 0.0)
    if s.chance(0.6):
        players.sing(s, ("verse", "build"), density=1.2, fx=("delay:330",))
    _transitions(s)


@style("Electronic", like="Classical")
def cinematic_synth(s: Song) -> None:
    """Film music by machines: pulsing bass, pads like an orchestra, big electronic drums far away."""
    s.set((70, 120), ("minor", "dorian", "phrygian"), room=("hall", "cave", "arena"))
    s.until(50, "a b a", a=s.pick(*MINOR), b=s.pick(*MINOR))
    pulse = s.part("~saw-bass", "~square-bass", "~reese", "~fm-bass", level=-1, loose=0.0, fx=s.pick((), ("delay:250",)))
    bass.pattern(s, pulse, s.pick("RRRRRRRRRRRRRRRR", "R.RRR.RRR.RRR.RR", "RRR8RR5RRRR8RR5R", "R-------"), 30, gate=0.6)
    _sweep(s, pulse, 0.15, 0.6, s.pick(4, 8))
    _pad(s, None, 0, 0.0)
    _pad(s, "b", -3, 0.0, 72)
    if s.chance(0.6):
        comping.arpeggio(s, s.part("~pluck", "~glass-pad", "~fm-bell", "~square-pluck", level=-3, loose=0.0, fx=("delay:400",)), s.pick(0.25, 0.5), 60, 2, "0213")
    if s.chance(0.6):
        groove.drums(s, _kit(s, "hard", "808", "linn", level=-2), s.pick({"kick": "x.....x...x.....", "snare": "........X......."}, {"kick": "x...............", "tom4": "......x.x.x....."}), "b" if s.chance(0.5) else None, fills=4, human=0.04)
    lines.melody(s, s.part("~theremin", "~saw-lead", "~choir", "~brass-poly", "~string-machine", level=0, send=-5), 60, 81, None, 0.6, 0.2)


@style("Electronic", like="Folk")
def new_age(s: Song) -> None:
    """Soft keys, pan pipes or bells over a warm pad; no drums, or a heartbeat of one."""
    s.set((56, 96), ("major", "lydian", "mixolydian", "major-pentatonic"), rubato=0.04, room=("hall", "church", "plate", "cave"))
    s.until(55, "a b a", a=s.pick(*WARM), b=s.pick(*WARM))
    _pad(s, None, 0, 0.0)
    comping.arpeggio(s, s.part("~fm-piano", "new-age", "~glass-pad", "rhodes", "~fm-bell", "~pluck", "crystal", level=-1, fx=("delay:420", "chorus")), s.pick(0.5, 0.25), 55, 2, s.pick("updown", "0213", "random"), gate=1.5, rests=s.pick("", "xxx.x.x."))
    lines.melody(s, s.part("~flute", "pan-flute", "~theremin", "~choir", "halo-pad", "~saw-lead", level=0, send=-5, fx=("delay:420",)), 62, 84, None, 0.7, 0.3)
    if s.chance(0.3):
        groove.drums(s, _kit(s, "808", "minimal", level=-6), {"kick": "x.......x.......", "shaker": "o.o.o.o.o.o.o.o."}, fills=0, crash=False)
    if s.chance(0.5):
        bass.pattern(s, s.part("~sub-bass", "fretless", "synth-bass", level=-2), "R-------", 28)
