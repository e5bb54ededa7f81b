"""More rap: over a live band, a jazz trio, a choir, a house beat, a guitar, a waltz, a wall of saws, or next to nothing; slow talkers and fast ones.

What must tell it from Hip-Hop, R&B, Jazz, Electronic, Folk and Pop is the flood of syllables: nearly every bar is rapped, in couplets, and what plays
below stays out of the way.
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

DARK = ("i | i | bVI | v", "i | bII | i | bII", "i | i | i | i", "i | bVI | iv | V", "i | bVI | bVII | v")
SOUL = ("im9 | ivm9", "im7 | bVImaj7 | bIIImaj7 | v7", "ii9 | V13 | Imaj9 | VI7alt", "im9 | IV9", "bVImaj9 | v7 | im9 | im9")
FUNK = {"kick": "x..x..x...x..x..", "snare": "....X..g.g..X..g", "hat": "xxxxxxxxxxxxxxxx"}, {"kick": "x.x....x..x.....", "snare": "....X..g....X..g",
    "hat": "x.x.xxx.x.x.xxx."}, {"kick": "x.....xx..x..x..", "snare": "....X.......X.g.", "open": "..x...x...x...x.", "hat": "x.x.x.x.x.x.x.x."}
THROATS = ("~rap-voice", "~rap-voice", "~vocal-low", "~speech", "~rap-voice", "~vocal-duo")
"""Fewer of them speak words than elsewhere, since several voices rap here."""


def _verses(s: Song, plan: str, seconds: float = 44, loops: tuple[str, ...] = DARK) -> None:
    """Every section has a loop of its own, played twice."""
    chosen = {name: s.pick(*loops) for name in dict.fromkeys(plan.split())}
    s.until(seconds, plan, **{name: f"{loop} | {loop}" for name, loop in chosen.items()})


def _figure(s: Song, *voices: str, low: int = 62, density: float = 1.2, level: float = -3.0, fx: tuple[str, ...] = (), bars: int = 2) -> Part:
    """A few notes that return unchanged."""
    return lines.loop(s, s.part(*voices, name="figure", level=level, fx=fx, loose=0.003), bars, density, low, span=12, root=0.25)


@style("Rap", like="R&B")
def live_funk_rap(s: Song) -> None:
    """A ten-piece on stage: drummer, slapped bass, clavinet, horns that hit between the lines; the rapper leads the band and hardly breathes."""
    s.set((88, 112), ("dorian", "minor", "minor-pentatonic", "mixolydian"), swing=(0.0, 0.5), unit=0.5, room=("club", "room", "hall", "outdoors"))
    s.master.append("live")
    _verses(s, "verse verse hook", loops=("i7 | IV9", "im7 | im7 | bVII9 | IV9", "I9 | I9 | IV9 | I9", *SOUL))
    groove.drums(s, s.part("kit:standard", "kit:room", "kit:power", level=0), s.pick(*FUNK), fills=8, loud=98)
    bass.pattern(s, s.part("finger-bass", "slap-bass", "~electric-bass", "pick-bass", level=0), s.pick("R..R..8-.7.5.R..", "R.x.R..5.7.8..5.", "R--.x.R...5.7.8."), 28,
                 gate=0.7)
    comping.comp(s, s.part("clavinet", "clean-guitar", "drawbar", "rhodes", "~electric-guitar", level=-3, fx=s.pick((), ("wah",), ("amp:clean",))),
                 s.pick("..s.m.ss..s.m.s.", "s.ss..s.s..s..s.", "....x--.....x--."), 63, 3)
    horns = [s.part(voice, level=-4, pan=pan) for voice, pan in (("trumpet", -0.4), (s.pick("tenor-sax", "alto-sax"), 0.0), ("trombone", 0.4))]
    comping.stabs(s, horns, s.pick("s.s.............|............s..s", "................|x-----..s.s.....", "....s.......s...|................"), 64)
    flow.rap(s, "verse", s.pick("boom-bap", "double", "old-school", "laid-back"), 3, THROATS, adlibs=0.3)
    flow.rap(s, "hook", s.pick("hook", "old-school"), 2, THROATS, doubles=0.9)


@style("Rap", like="Electronic")
def bare_beat(s: Song) -> None:
    """Almost nothing: a kick, a clap or a knock on a table, one low or one ticking sound; all the weight lies on the words."""
    s.set((70, 104), ("minor", "phrygian", "minor-pentatonic"), room=("dry", "booth", "room", "cave"))
    _verses(s, "verse verse hook", loops=("i | i | i | i", "i | i | bII | i"))
    kit = s.part("~kit:minimal", "~kit:808", "kit:standard", "~kit:lofi", "~kit:hard", level=-1, loose=0.003)
    groove.drums(s, kit, s.pick({"kick": "x.....x...x.....", "clap": "....x.......x..."}, {"kick": "x..x......x.....", "rim": "....x..x....x..."},
                                {"kick": "x.........x.....", "woodblock": "....x.......x...", "shaker": "..o...o...o...o."},
                                    {"tom4": "x..x..x.....x...", "clap": "........X......."}), fills=0, crash=False, vary=0.0)
    kind = s.pick("low", "tick", "one", "none")
    if kind == "low":
        bass.pattern(s, s.part("~808-bass", "~sub-bass", "upright", "~fm-bass", level=0), s.pick("R-----R---......", "R-......R-..5-..", "R-----------5-R-"), 27)
    elif kind == "tick":
        _figure(s, "woodblocks", "kalimba", "music-box", "~chip-square", "pizzicato", density=0.7)
    elif kind == "one":
        bass.drone(s, s.part("~drone", "~dark-pad", "cello", "~theremin", level=-6), (48 + s.tonic % 12,), 8)
    flow.rap(s, "verse", s.pick("boom-bap", "drill", "laid-back", "double", "grime"), 3, adlibs=0.4)
    flow.rap(s, "hook", s.pick("hook", "triplet"), 2, doubles=0.8)


@style("Rap", like="Jazz")
def jazz_trio_rap(s: Song) -> None:
    """A double bass walks, the ride cymbal swings, a piano or vibraphone leaves holes, and somebody rhymes in swung sixteenths from the first bar to the last."""
    s.set((84, 112), ("dorian", "minor", "bebop"), swing=(0.5, 0.9), room=("club", "room", "booth"))
    _verses(s, "verse verse break", loops=("im7 | IV7 | im7 | IV7", "ii7 | V7 | Imaj7 | VI7", "im9 | iiø V7alt | im9 | bVI7", "im7 | im7 | ivm7 | V7alt"))
    groove.drums(s, s.part("kit:jazz", "kit:brush", "kit:standard", level=-1),
                 s.pick("swing", "brushes", {"kick": "x.......x...", "snare": "...X.....X..", "ride": "x..x.xx..x.x"}), fills=8, loud=88, crash=False)
    low = s.part("upright", "~string-bass", "upright", "contrabass", level=0)
    if s.chance(0.7):
        bass.walking(s, low)
    else:
        bass.pattern(s, low, s.pick("R.R5..7.", "R-.5.R-.", "R-5-8-5-"), 30)
    comping.comp(s, s.part("piano", "vibraphone", "rhodes", "jazz-guitar", "~vibes", level=-2), s.pick("..s..s..|.s...s..", "x--s....|....x-s.", ".s....s.|........"), 61, 4)
    if s.chance(0.5):
        lines.melody(s, s.part("muted-trumpet", "tenor-sax", "flute", "clarinet", level=-3), 58, 80, "break", 1.6, 0.3, bends=0.1)
    flow.rap(s, ("verse", "break") if s.chance(0.6) else "verse", s.pick("boom-bap", "laid-back", "old-school", "double"), 3, THROATS, doubles=0.1, adlibs=0.1)


@style("Rap", like="Electronic")
def rage(s: Song) -> None:
    """A distorted trance lead, two bars, at double speed over half-time drums and a clipping 808; short lines, shouted, every gap filled by an echo of themselves."""
    s.set((70, 84), ("minor", "phrygian", "harmonic-minor"), room=("dry", "plate", "arena"))
    _verses(s, "hook verse hook verse")
    s.master.append("dense")
    kit = s.part("~kit:808", "~kit:hard", "~kit:909", level=1, loose=0.0, fx=("drive:3",))
    groove.drums(s, kit, s.pick({"kick": "x......x..x.....|x.x....x......x.", "clap": "........X......."}, {"kick": "x..x..x.....x...", "snare": "........X......."}), fills=0,
                 crash=False, human=0.02)
    groove.trap_hats(s, kit, None, 0.25, 0.4)
    bass.pattern(s, s.part("~808-bass", "~fm-bass", "~808-bass", level=2, fx=("drive:5",)), s.pick("R------R--R-----", "R--R--R-----R---"), 26)
    comping.arpeggio(s, s.part("~supersaw", "~saw-lead", "~hoover", "~chip-pulse", "~brass-poly", "overdriven", level=-2, loose=0.0,
                               fx=s.pick(("delay:180",), ("gate:100",), ("flanger",))), s.pick(0.25, 0.125), 60, 2, s.pick("updown", "0213", "random", "0012"),
                                   rests=s.pick("", "x.xx", "xxx."))
    flow.rap(s, "hook", s.pick("hook", "grime", "drill"), 2, fx=("drive:2", "delay:180"), doubles=0.8, adlibs=0.9)
    flow.rap(s, "verse", s.pick("double", "triplet", "drill"), 2, fx=s.pick(("drive:2",), ()), adlibs=0.9)


@style("Rap", like="Folk")
def waltz_rap(s: Song) -> None:
    """Three in a bar: an accordion, a music box or a string trio turns in circles, the drums limp after it, the words run in sixteenths across the bar lines."""
    s.set((78, 112), ("minor", "harmonic-minor", "dorian"), beats=3.0, room=("room", "booth", "plate", "hall"))
    _verses(s, "verse verse hook", loops=("i | iv | V | i", "i | bVI | iv | V", "i | bVII | bVI | V", "i | i | bVI | bVII"))
    comping.comp(s, s.part("accordion", "piano", "music-box", "pizzicato", "~nylon-guitar", "harpsichord", "reed-organ", level=-2), s.pick("..s.s.", "x.s.s.", "x-----"), 62, 3)
    groove.drums(s, s.part("kit:standard", "~kit:lofi", "~kit:808", "kit:brush", level=-1, fx=s.pick((), ("crush:2",))),
                 s.pick({"kick": "x..x........", "snare": "........X...", "hat": "x.x.x.x.x.x."}, {"kick": "x.....x.....", "clap": "....X...X...", "hat": "x.x.x.x.x.x."},
                        {"kick": "x..x..x.....", "rim": "....x.....x."}), fills=0, crash=False)
    bass.pattern(s, s.part("upright", "~sub-bass", "finger-bass", "tuba", "~808-bass", level=-1), s.pick("R-----", "R---5-", "R--.5."), 28)
    if s.chance(0.5):
        _figure(s, "violin", "clarinet", "~vibes", "celesta", "~mandolin", "~theremin", density=0.9, level=-4)
    flow.rap(s, None, "triplet", 3, adlibs=0.3, rest=0.12)


@style("Rap", like="R&B")
def gospel_rap(s: Song) -> None:
    """Sunday: an organ, a piano and a choir sing three words at the end of every fourth bar; the rest belongs to a rapper who preaches in couplets."""
    s.set((74, 100), ("major", "mixolydian", "minor", "dorian"), swing=(0.0, 0.6), unit=0.5, room=("church", "hall", "plate", "room"))
    own = ("I | IV/1 | ii7 | V9sus4", "IVmaj7 | iii7 | vi7 | V", "I | III7 | vi7 | IV iv", "vi7 | IV | I | V") if s.scale in ("major",
        "mixolydian") else ("im9 | bVImaj7 | ivm9 | V7alt", "i | bVII | bVI | V7", *SOUL)
    _verses(s, "verse verse hook", loops=own)
    comping.comp(s, s.part("piano", "rhodes", "electric-grand", "bright-piano", level=-2), s.pick("x-x-x-xx", "x---x-x-", "x--x--x-", "X-......X-..x-x."), 61, 4)
    comping.pad(s, s.part("drawbar", "rock-organ", "~organ", "~soft-organ", level=-5, fx=("leslie",)), 60, 4)
    choir = s.part("choir", "~choir", "~backing", "oohs", name="choir", level=-1, loose=0.02)
    comping.comp(s, choir, s.pick("........|........|........|x-x-x---", "........|........|..x-x---|x-------"), 65, 4, "verse")
    comping.comp(s, choir, s.pick("x---x---", "x--x--x-"), 66, 4, "hook")
    groove.drums(s, s.part("kit:standard", "~kit:808", "~kit:lofi", "kit:room", level=0),
                 s.pick({"kick": "x..x......x.....", "snare": "....X.......X...", "hat": "x.x.x.x.x.x.x.x."},
                        {"kick": "x......x..x.....", "clap": "........X.......", "hat": "xxxxxxxrxxxxxrxx"},
                            {"kick": "x...x...x...x...", "clap": "....X.......X...", "tambourine": "xoxxxoxxxoxxxoxx"}), fills=8, crash=False)
    bass.pattern(s, s.part("finger-bass", "~sub-bass", "~808-bass", "upright", level=0), s.pick("R---..R-..5-R-..", "R------R--R-----", "R-.R..5.R-..8-a."), 28)
    flow.rap(s, "verse", s.pick("boom-bap", "laid-back", "double", "triplet"), 3, THROATS)
    flow.rap(s, "hook", s.pick("hook", "old-school"), 2, THROATS, doubles=0.7)


@style("Rap", like="Electronic")
def hip_house(s: Song) -> None:
    """A house beat and a piano stab at full speed; the rapper stays in straight sixteenths on top of it, verse after verse, with a shouted tag."""
    s.set((116, 128), ("minor", "dorian", "mixolydian"), room=("club", "dry", "plate"))
    _verses(s, "verse verse tag", loops=("i | i | bVII | bVI", "im7 | im7 | IV9 | IV9", "i | bVI | bVII | i", "im9 | ivm9"))
    kit = s.part("~kit:909", "~kit:linn", "~kit:808", level=0, loose=0.0)
    groove.drums(s, kit, s.pick("house", {"kick": "x...x...x...x...", "clap": "....x.......x.x.", "open": "..x...x...x...x.", "hat": "xoxxxoxxxoxxxoxx"},
                                {"kick": "x...x...x...x...", "snare": "....X..x....X...", "open": "..x...x...x...x."}), fills=8, crash=False, human=0.03)
    bass.pattern(s, s.part("~square-bass", "~saw-bass", "synth-bass", "~fm-bass", "~acid", level=0, loose=0.0),
                 s.pick("R..R..R...R.8.5.", "..R...R...R..R8.", "R.8.R.8.R.8.7.8."), 30, gate=0.65)
    comping.comp(s, s.part("piano", "~organ", "~stab", "bright-piano", "~saw-poly", level=-3, loose=0.0), s.pick("s..s..s...s.s...", "..s..s....s..s..", "x..x..x.x..x..x."),
                 62, 4, s.pick(None, "tag"))
    flow.rap(s, "verse", s.pick("old-school", "boom-bap", "grime"), 3, THROATS, adlibs=0.3)
    flow.shout(s, "tag", s.pick("X...X...X.xxX...", "X.X.X...X.X.X..."), 0)
    flow.rap(s, "tag", "old-school", 1, THROATS, adlibs=0.0)


@style("Rap", like="Pop")
def guitar_confession(s: Song) -> None:
    """One guitar or piano, four chords, and a diary read aloud in rhythm: slow lines that hurry at their ends, a beat that arrives late, a hook half sung."""
    s.set((70, 94), ("minor", "major", "dorian"), room=("booth", "room", "plate"))
    _verses(s, "intro verse hook verse", loops=("vi | IV | I | V", "I | V | vi | IV", "IVmaj7 | Imaj7 | vi7 | V") if s.scale == "major" else ("i | bVI | bIII | bVII",
        "i | bVII | bVI | bVII", "i | iv | bVI | v"))
    player = s.part("steel", "~nylon-guitar", "~steel-guitar", "piano", "~electric-guitar", "clean-guitar", "harp", level=-2, fx=s.pick((), ("chorus",), ("tone:far",)))
    if s.chance(0.5):
        comping.fingerpick(s, player, s.pick("B.1.2.1.B.3.2.1.", "B..2..1.B..3..1."), 43)
    else:
        comping.arpeggio(s, player, 0.5, 52, 2, s.pick("0213", "updown", "0321"), gate=1.6)
    kit = s.part("~kit:808", "kit:standard", "~kit:lofi", "~kit:minimal", level=-1)
    groove.drums(s, kit, s.pick({"kick": "x......x..x.....", "clap": "........X.......", "hat": "x.x.x.x.x.x.xrx."},
                                {"kick": "x..x......x.....", "snare": "....X.......X...", "hat": "x.x.x.x.x.x.x.x."}), ("verse", "hook"), fills=8, crash=False)
    bass.pattern(s, s.part("~sub-bass", "~808-bass", "finger-bass", "upright", level=-1), s.pick("R------.R--.....", "R-------..R-5-..", "R-----R---------"), 28,
                 ("verse", "hook"))
    if s.chance(0.5):
        players.sing(s, "hook", density=1.0, level=0, fx=("chorus",), bends=0.3)
    flow.rap(s, ("intro", "verse"), s.pick("laid-back", "boom-bap", "double", "old-school"), 3, adlibs=0.2)
    flow.rap(s, "hook", "hook", 1, adlibs=0.0)
