"""Metal: down-tuned guitars on both sides, palm-muted low strings against open power chords, double kick drums, minor and phrygian modes.

The hard cases are Rock (less gain, backbeat, open chords and pentatonics), Classical (symphonic metal, lead lines) and Electronic (industrial). What a listener
recognises even under a slow clean melody is the pair of distorted guitars and the kick drum that follows them.
"""

from __future__ import annotations

import bass
import comping
import groove
import lines
import players
from score import Part
from song import Song, style

DARK = ("i | i | bVI | bVII", "i | bII | i | bII", "i | i | bIII | bII", "i | bVII | bVI | bVII", "i | bVI | bIII | bVII", "i | v | bVI | iv", "i | i | i | bII", "i | bV | iv | bII", "i | bVI | iv | V")
HEROIC = ("i | bVI | bIII | bVII", "i | bVII | bVI | V", "bVI | bVII | i | i", "i | iv | bVII | bIII", "I | V | vi | IV", "bVI | bVII | i | bIII", "i | bIII | bVII | iv")


def _guitars(s: Song, gain: str = "", level: float = 1.0) -> Part:
    """The wall: one rhythm part, recorded twice, left and right."""
    s.master.append("dense")
    return players.guitar(s, gain or s.pick("high", "high", "scooped", "death"), level, wide=True)


def _bass(s: Song, riff: Part, level: float = -1.0) -> Part:
    """The bass plays what the guitars' lowest string plays, an octave down, often dirty."""
    low = s.part("pick-bass", "finger-bass", "~electric-bass", level=level, pan=0.0, send=-20, fx=s.pick((), ("drive:3",), ("amp:bass-dirt",)))
    last = -1.0
    for note in riff.notes:
        if note.start > last + 1e-6:
            low.add(note.start, note.length, note.pitch - 12 if note.pitch > 38 else note.pitch, 100)
            last = note.start
    return low


def _kit(s: Song, level: float = 0.0) -> Part:
    """A hard-hit kit, sometimes replaced by triggered samples."""
    return s.part("kit:power", "kit:standard", "kit:room", "kit:power", "~kit:909", name="kit", level=level + 2, pan=0.0, send=-16, loose=0.004)


def _lead(s: Song, where: str | tuple[str, ...] | None, low: int = 62, density: float = 1.8, level: float = 1.0, twin: bool | None = None, scale: str | None = None) -> None:
    """A lead guitar sings or races; a second one joins in thirds."""
    part = players.guitar(s, "lead", level, s.between(-0.2, 0.2), extra=(s.pick("delay:330", "delay:420", "chorus", "tone:air"),))
    if s.chance(0.35):
        notes = lines.runs(s, part, low, low + 29, where, s.pick(0.25, 0.25, 1 / 6), scale)
    else:
        notes = lines.melody(s, part, low, low + 24, where, density, 0.08, bends=0.3, graces=0.08, pull=0.7, scale=scale)
        lines.legato(notes)
    if twin if twin is not None else s.chance(0.45):
        lines.harmonise(s, players.guitar(s, "lead", level - 1, 0.3, extra=("delay:330",)), notes, s.pick(2, -2), scale=scale)


def _growl(s: Song, where: str | tuple[str, ...] | None, density: float = 1.6) -> None:
    """A voice of noise that follows the riff's rhythm and hardly any pitch."""
    voice = s.part("~growl", "~growl", "~scream", level=0.5, pan=0.0, fx=s.pick((), ("drive:4",), ("delay:200",)))
    lines.melody(s, voice, 38, 44, where, density, 0.25, pull=0.2, syllables=("go", "ra", "hau", "de", "o", "bro"), gate=0.85)


@style("Metal", like="Rock")
def thrash(s: Song) -> None:
    """Down-picked sixteenths on the low string, shouted over a fast two-beat."""
    s.set((150, 215), ("phrygian", "minor", "harmonic-minor"), keys="E D", room=s.pick("room", "dry", "club"))
    s.until(40, "verse verse chorus solo", verse=s.pick(*DARK), chorus=s.pick(*DARK), solo=s.pick(*DARK))
    rhythm, low = _guitars(s), s.pick(40, 38)
    lines.play_riff(s, rhythm, lines.make_riff(s, 8, 3.0, 8, s.pick("phrygian", "blues", "minor"), 0.65), 8, low, ("verse", "solo"), mute=0.85, power=True, follow=s.chance(0.5))
    comping_row = s.pick("P--mmmP-mmmmP-mm", "mmmmP-mmmmP-P-P-", "P-mmP-mmP-mmPPPP")
    lines.chug(s, rhythm, comping_row, low, "chorus")
    _bass(s, rhythm)
    kit = _kit(s)
    groove.drums(s, kit, s.pick("thrash", "punk", "d-beat"), ("verse", "solo"), fills=4, loud=108)
    groove.drums(s, kit, s.pick("double-kick", "rock"), "chorus", fills=4, loud=108)
    _lead(s, "solo", 64, 2.6)
    if s.chance(0.6):
        players.sing(s, ("verse", "chorus"), low=52, density=1.8, level=0, fx=("drive:3",), pull=0.4)


@style("Metal", like="Rap")
def death(s: Song) -> None:
    """Tremolo picking and blast beats down where notes blur, growls on top."""
    s.set((140, 230), ("phrygian", "octatonic", "harmonic-minor", "locrian"), room=s.pick("room", "dry", "club"))
    s.until(40, "a b a c", a=s.pick(*DARK), b=s.pick(*DARK), c="i | bII | bV | iv")
    rhythm, low = _guitars(s, s.pick("death", "death", "high")), s.pick(33, 35, 36, 38)
    tune = lines.make_riff(s, 8, 1.0, 9, s.pick("phrygian", "octatonic", "locrian"), 0.35)
    sketch = Part("sketch", "distorted")
    lines.play_riff(s, sketch, tune, 8, low, ("a", "c"), follow=s.chance(0.6))
    lines.repeated(s, rhythm, sketch.notes, 0.25)
    lines.chug(s, rhythm, s.pick("mm.mm.mmm.mm.mmm", "m.mmP-..m.mmP-b-", "mmmP--mmmP--bbPP"), low, "b")
    _bass(s, rhythm, -2)
    kit = _kit(s)
    groove.drums(s, kit, s.pick("blast", "hammer-blast", "blast"), "a", fills=4, loud=106)
    groove.drums(s, kit, s.pick("double-kick", "gallop-kick", "half-time"), "b", fills=4, loud=108)
    groove.drums(s, kit, s.pick("thrash", "double-kick"), "c", fills=4, loud=106)
    if s.chance(0.8):
        _growl(s, None)
    if s.chance(0.3):
        _lead(s, "c", 60, 2.8, -1)


@style("Metal", like="Electronic")
def black(s: Song) -> None:
    """Thin, icy walls: tremolo chords in minor, blasting far away, shrieks, now and then a choir pad."""
    s.set((120, 200), ("minor", "harmonic-minor", "phrygian"), room=s.pick("arena", "hall", "room", "cave"))
    s.until(45, "a a b", a=s.pick("i | bVI | iv | v", "i | bIII | bVI | v", *DARK), b=s.pick(*DARK))
    wall = _guitars(s, s.pick("high", "fuzz", "scooped"))
    sketch = Part("sketch", "distorted")
    comping.comp(s, sketch, s.pick("x---x---", "x-------", "x-x-x-x-"), 52, 2, gate=1.0)
    lines.repeated(s, wall, sketch.notes, 0.25)
    bass.pattern(s, s.part("pick-bass", level=-5, fx=("drive:3",)), "RRRRRRRR", 28)
    groove.drums(s, _kit(s, -2), s.pick("blast", "hammer-blast", "d-beat"), "a", fills=8, loud=96)
    groove.drums(s, s.parts[-1], s.pick("double-kick", "half-time"), "b", fills=8, loud=100)
    if s.chance(0.6):
        voice = s.part("~scream", level=-1, send=-6)
        lines.melody(s, voice, 52, 60, None, 0.9, 0.3, pull=0.2, syllables=("a", "ha", "e", "ra"))
    if s.chance(0.4):
        comping.pad(s, s.part("choir", "slow-strings", "~string-machine", level=-4), 64, 3)


@style("Metal", like="Classical")
def power(s: Song) -> None:
    """A sung or played anthem over double kicks at full gallop, keyboards shining behind."""
    s.set((130, 190), ("minor", "harmonic-minor", "major"), room=s.pick("room", "plate", "arena"))
    s.until(45, "verse chorus solo", verse=s.pick(*HEROIC) + " | " + s.pick(*HEROIC), chorus=s.pick(*HEROIC) + " | " + s.pick(*HEROIC), solo=s.pick(*HEROIC) + " | " + s.pick(*HEROIC))
    rhythm, low = _guitars(s, s.pick("high", "crunch", "scooped")), s.pick(40, 40, 38)
    lines.chug(s, rhythm, s.pick("P-mmP-mmP-mmP-mm", "P.mmm.mmm.mmm.mm", "P---mmmmP---mmmm"), low, ("verse", "solo"))
    lines.chug(s, rhythm, s.pick("P-------P-------", "P-----P---P-----", "P---P---P---P---"), low, "chorus")
    _bass(s, rhythm)
    groove.drums(s, _kit(s), s.pick("double-kick", "gallop-kick"), fills=4, loud=106)
    players.sing(s, ("verse", "chorus"), low=60, density=1.2, level=1, fx=("delay:300",), ahead=0.05)
    _lead(s, "solo", 66, 2.4, twin=True)
    if s.chance(0.6):
        comping.pad(s, s.part("strings", "choir", "saw-lead", "~string-machine", "~choir", level=-3), 64, 4)
    if s.chance(0.4):
        comping.arpeggio(s, s.part("harpsichord", "saw-lead", "piano", "~saw-lead", level=-3), 0.25, 60, 2, "updown", "chorus")


@style("Metal", like="Classical")
def melodic_instrumental(s: Song) -> None:
    """No singer: one or two lead guitars carry a long tune over riffs and double kick, as in the music of games."""
    s.set((96, 168), ("minor", "harmonic-minor", "dorian", "phrygian-dominant"), room=s.pick("room", "plate", "dry", "arena"))
    s.until(45, "a b a c", a=s.pick(*HEROIC) + " | " + s.pick(*DARK), b=s.pick(*HEROIC), c=s.pick(*HEROIC))
    rhythm, low = _guitars(s), s.pick(40, 38, 36)
    lines.chug(s, rhythm, s.pick("P-mmP-mmmmP-mmmm", "P--mmmP-mmmmP-P-", "mmmmmmmmP---P---", "P-----mmP-----mm"), low, ("a", "c"))
    lines.chug(s, rhythm, s.pick("P-------P---P---", "P---------------"), low, "b")
    _bass(s, rhythm)
    kit = _kit(s)
    groove.drums(s, kit, s.pick("double-kick", "gallop-kick", "rock-busy"), ("a", "c"), fills=4, loud=104)
    groove.drums(s, kit, s.pick("half-time", "rock-ride", "double-kick"), "b", fills=4, loud=104)
    _lead(s, None, s.pick(55, 60, 64), s.between(0.9, 2.4), 2.5)
    if s.chance(0.4):
        comping.pad(s, s.part("strings", "synth-strings", "~warm-pad", "choir", level=-5), 62, 3)


@style("Metal", like="Electronic")
def doom(s: Song) -> None:
    """Very slow, very low, every chord left to ring out."""
    s.set((46, 80), ("minor", "phrygian", "blues"), room=s.pick("hall", "room", "arena"))
    s.until(50, "a b", a=s.pick(*DARK), b="i | i | bV | iv")
    rhythm, low = _guitars(s, s.pick("fuzz", "high", "death")), s.pick(33, 35, 36, 38)
    lines.chug(s, rhythm, s.pick("P-------P---b---", "P-----------P-b-", "P---m.m.P---P---", "P---------------"), low)
    _bass(s, rhythm, 0)
    groove.drums(s, _kit(s), s.pick("doom", "doom", "half-time"), fills=4, loud=106)
    if s.chance(0.5):
        players.sing(s, None, low=50, density=0.6, voices=("~vocal", "~vocal-low", "choir"), level=-1, bends=0.1)
    elif s.chance(0.5):
        _growl(s, None, 0.5)
    if s.chance(0.4):
        _lead(s, "b", 57, 0.9, 0, False)


@style("Metal", like="Rap")
def metalcore(s: Song) -> None:
    """Breakdowns: kick and guitars hit the same broken rhythm, a scream between, then a melodic chorus."""
    s.set((120, 180), ("minor", "phrygian"), room=s.pick("room", "dry", "plate"))
    s.until(42, "break break chorus", **{"break": "i | i | i | bII"}, chorus=s.pick(*HEROIC))
    rhythm, low = _guitars(s), s.pick(33, 35, 36, 38)
    row = "".join(s.pick("m", "m", ".", ".", "m") for _ in range(14)) + s.pick("P-", "b-", "..")
    lines.chug(s, rhythm, "m" + row[1:], low, "break")
    lines.chug(s, rhythm, s.pick("P-------P-------", "P---P---P---P---"), low, "chorus")
    _bass(s, rhythm)
    kit = _kit(s)
    groove.drums(s, kit, {"kick": "x" + row[1:].replace("m", "x").replace("P", "x").replace("b", "x").replace("-", "."), "snare": "........X.......", "china": "x...x...x...x..."}, "break", fills=4, loud=110, vary=0)
    groove.drums(s, kit, s.pick("double-kick", "rock"), "chorus", fills=4, loud=106)
    _growl(s, "break", 1.0)
    if s.chance(0.7):
        players.sing(s, "chorus", low=60, density=1.2)
    _lead(s, "chorus", 67, 1.6, -1)


@style("Metal", like="Classical")
def symphonic(s: Song) -> None:
    """An orchestra and choir ride on the riffs; a soprano answers the brass."""
    s.set((90, 170), ("harmonic-minor", "minor"), room=s.pick("hall", "arena", "plate"))
    s.until(45, "a b a", a=s.pick(*HEROIC) + " | " + s.pick(*DARK), b=s.pick(*HEROIC) + " | " + s.pick(*HEROIC))
    rhythm, low = _guitars(s, level=1), s.pick(36, 38, 40)
    lines.chug(s, rhythm, s.pick("P-mmP-mmP-mmP-mm", "mmmmP-mmmmmmP-mm", "P-------P---P---"), low)
    _bass(s, rhythm)
    groove.drums(s, _kit(s), s.pick("double-kick", "gallop-kick", "half-time"), fills=4, loud=104)
    section = players.strings(s, -2)
    lines.legato(lines.melody(s, section[0], 69, 91, density=1.4))
    comping.comp(s, section[2], s.pick("xoxoxoxo", "xooxooxo"), 60, 2, gate=0.6)
    comping.pad(s, s.part("choir", "~choir", "~choir-low", level=-1, send=-6), 62, 4)
    if s.chance(0.5):
        comping.stabs(s, [s.part("brass", level=-3), s.part("horn", level=-3)], s.pick("X.......", "X..X..X."), 60)
    if s.chance(0.6):
        players.sing(s, "b", low=64, density=0.9, voices=("~vocal", "~vocal-duo", "oohs"), fx=("delay:350",))


@style("Metal", like="Electronic")
def progressive(s: Song) -> None:
    """Odd bars, syncopated low notes, ghostly pads above: polymeter against a plain cymbal."""
    s.set((90, 150), ("phrygian", "minor", "dorian"), beats=s.pick(4.0, 3.5, 4.5, 4.0, 2.5), room=s.pick("dry", "room", "plate"))
    s.until(45, "a a b", a=s.pick(*DARK), b=s.pick(*HEROIC))
    rhythm, low = _guitars(s, s.pick("high", "scooped")), s.pick(28, 30, 33, 35)
    length = int(s.beats * 4)
    row = "m" + "".join(s.pick("m", "m", ".", ".", "b", "m") for _ in range(length - 1))
    lines.chug(s, rhythm, row, low, "a")
    lines.chug(s, rhythm, "P" + "-" * (length - 1), low, "b")
    _bass(s, rhythm)
    kicks = "".join("x" if mark in "mb" else "." for mark in row)
    snare = "." * (length // 2) + "X" + "." * (length - length // 2 - 1)
    groove.drums(s, _kit(s), {"kick": kicks, "snare": snare, "china": "x...x...x...x..."[:length].ljust(length, ".")}, fills=4, loud=108, vary=0)
    if s.chance(0.7):
        comping.pad(s, s.part("~glass-pad", "~warm-pad", "halo-pad", "choir", level=-3, send=-6), 67, 3)
    _lead(s, "b", 64, 1.8)
    if s.chance(0.4):
        _growl(s, "a", 1.0)


@style("Metal", like="Rock")
def groove_metal(s: Song) -> None:
    """Mid-tempo riffs that swing on the low string, pentatonic and mean."""
    s.set((84, 126), ("blues", "minor-pentatonic", "phrygian"), swing=s.pick(0.0, 0.0, 0.4), unit=0.5, room=s.pick("dry", "room"))
    s.until(42, "a a b a", a="i | i | i | i", b=s.pick("i | bIII | i | bV", "bVI | bVII | i | i"))
    rhythm, low = _guitars(s), s.pick(36, 38, 40)
    lines.play_riff(s, rhythm, lines.make_riff(s, 8, s.between(1.6, 2.6), 8, s.pick("blues", "phrygian", "minor-pentatonic"), 0.55), 8, low, mute=0.6, power=True)
    _bass(s, rhythm)
    groove.drums(s, _kit(s), s.pick("rock-busy", "half-time", "double-kick", "breakdown"), fills=4, loud=110)
    if s.chance(0.6):
        players.sing(s, None, low=50, density=1.6, fx=("drive:5",), pull=0.3, scale="minor-pentatonic")
    else:
        _growl(s, None, 1.4)
    if s.chance(0.4):
        _lead(s, "b", 64, 2.2, scale="minor-pentatonic")


@style("Metal", like="Rock")
def heavy_classic(s: Song) -> None:
    """Twin guitars, galloping bass, a high voice: the first generation's heavy metal."""
    s.set((112, 176), ("minor", "dorian"), keys="E A D", room=s.pick("room", "plate", "club"))
    s.until(42, "verse verse chorus solo", verse=s.pick("i | i | bVI | bVII", "i | bVII | bVI | bVII"), chorus=s.pick(*HEROIC), solo=s.pick("i | bVII | bVI | bVII", *HEROIC))
    rhythm = _guitars(s, s.pick("crunch", "high", "lead"))
    lines.chug(s, rhythm, s.pick("m.mmm.mmm.mmP-P-", "P---mmmmP---mmmm", "mmmmmmmmP---P---", "P-m.P-m.P-m.P-P-"), 40, ("verse", "solo"))
    lines.chug(s, rhythm, s.pick("P---P---P-----P-", "P-------P-------"), 40, "chorus")
    bass.pattern(s, s.part("pick-bass", "finger-bass", level=0), s.pick("R.RRR.RRR.RRR.RR", "RRRRRRRR"), 28)
    groove.drums(s, _kit(s), s.pick("rock", "rock-busy", "gallop-kick"), fills=4, loud=104)
    players.sing(s, ("verse", "chorus"), low=60, density=1.4, fx=("delay:250",))
    _lead(s, "solo", 64, 2.4, 2, True)


@style("Metal", like="Electronic")
def industrial(s: Song) -> None:
    """Machine drums, stuttering guitars, sequencers, a voice through a small loudspeaker."""
    s.set((96, 140), ("phrygian", "minor", "blues"), room=s.pick("dry", "room", "arena"))
    s.until(42, "a b a b", a="i | i | i | bII", b=s.pick(*DARK))
    rhythm = _guitars(s, s.pick("high", "fuzz", "scooped"))
    lines.chug(s, rhythm, s.pick("P.mmP.mmP.mmP.mm", "m.m.P---m.m.P-b-", "mmm.mmm.mmm.P---"), s.pick(36, 38))
    bass.pattern(s, s.part("~saw-bass", "synth-bass", "~fm-bass", level=-1), s.pick("RRRRRRRRRRRRRRRR", "R.RRR.RRR.RRR.RR"), 28)
    groove.drums(s, s.part("~kit:hard", "~kit:909", "kit:electronic", "kit:power", level=3, fx=("drive:3",)), s.pick("rock", "techno", "double-kick", "electro"), fills=8, loud=110)
    comping.arpeggio(s, s.part("~acid", "~saw-lead", "~square-pluck", level=-4), 0.25, 48, 1, "0212", "b")
    if s.chance(0.7):
        players.talk(s, None, 2, fx=("drive:6", "tone:telephone"))
    else:
        players.sing(s, None, low=48, density=1.2, fx=("drive:6", "tone:telephone"))


@style("Metal", like="Folk")
def ballad_to_heavy(s: Song) -> None:
    """A clean arpeggio and a quiet voice first, the full wall afterwards."""
    s.set((66, 112), ("minor", "harmonic-minor"), keys="A E D B", room=s.pick("plate", "hall", "room"))
    s.until(48, "heavy solo clean heavy heavy", clean=s.pick(*HEROIC), heavy=s.pick(*HEROIC), solo=s.pick(*HEROIC))
    clean = players.guitar(s, "clean", 0, -0.2, extra=("chorus", "delay:400"))
    comping.arpeggio(s, clean, s.pick(0.5, 0.25), 45, 2, s.pick("0213", "0123", "updown"), "clean", gate=2.0)
    rhythm = _guitars(s)
    lines.chug(s, rhythm, s.pick("P-------P---P---", "P---mmmmP---mmmm", "P---------------"), 40, ("heavy", "solo"))
    _bass(s, rhythm)
    groove.drums(s, _kit(s), s.pick("half-time", "rock", "double-kick"), ("heavy", "solo"), fills=4, loud=104)
    players.sing(s, ("clean", "heavy"), low=55, density=1.1)
    _lead(s, "solo", 62, 1.5, 2)


@style("Metal", like="Folk")
def folk_metal(s: Song) -> None:
    """A dance tune on fiddle, pipes or accordion at full speed over palm mutes."""
    s.set((120, 180), ("dorian", "minor", "mixolydian", "phrygian-dominant"), beats=s.pick(4.0, 3.0), room=s.pick("room", "club"))
    s.until(40, "a a b b", a=s.pick("i | bVII | i | bVII", "i | bVI | bVII | i"), b=s.pick(*HEROIC))
    rhythm = _guitars(s)
    lines.chug(s, rhythm, s.pick("P-mmP-mm", "P-mmmmmm", "PmmmPmmm") * (2 if s.beats == 4 else 1), 38)
    _bass(s, rhythm)
    groove.drums(s, _kit(s), {"kick": "xxxxxxxx" if s.beats == 4 else "xxxxxx", "snare": "..X...X." if s.beats == 4 else "...X..", "hat": "x.x.x.x." if s.beats == 4 else "x.x.x."}, fills=4, loud=106)
    tune = lines.melody(s, s.part("fiddle", "bagpipe", "accordion", "violin", "whistle", "~shawm", level=1), 62, 83, None, 2.2, 0.05, graces=0.15, triplets=False)
    if s.chance(0.5):
        lines.double(players.guitar(s, "lead", -1), tune, s.pick(0, -12))
    if s.chance(0.5):
        _growl(s, "b", 1.4)
