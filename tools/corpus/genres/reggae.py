"""Reggae: the guitar on the off-beat, the drummer's weight on the third beat, and a bass that plays the tune; everything else is space.

The hard cases are Latin (other off-beats, other percussion), Pop (which borrows the skank), Electronic (dub's children), Hip-Hop
(dancehall) and Rock.
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

MINOR = ("i | bVII | i | bVII", "i | iv | i | iv", "i | i | bVII | bVI", "i | bVI | bVII | i", "im7 | ivm7 | im7 | v7", "i | i | iv | iv")
MAJOR = ("I | IV | I | V", "I | V | vi | IV", "I | ii | I | ii", "I | vi | ii | V", "I | IV | V | IV", "I | I | IV | IV",
         "I | iii | IV | V")
ONE_DROP = ({"kick": "........x.......", "rim": "........x.......", "hat": "x.x.x.x.x.x.x.x."},
            {"kick": "........X.......", "snare": "........x.....g.", "hat": "xoxxxoxxxoxxxoxx"},
            {"kick": "........X.......", "rim": "...x....x..x....", "hat": "x..xx..xx..xx..x"})
ROCKERS = ({"kick": "x.......x.......", "rim": "........x.......", "hat": "x.x.x.x.x.x.x.x."},
           {"kick": "x..x....x..x....", "snare": "........X.......", "hat": "x.x.x.x.x.x.xrx."})
STEPPERS = ({"kick": "x...x...x...x...", "rim": "........x.......", "hat": "x.x.x.x.x.x.x.x."},
            {"kick": "X...X...X...X...", "snare": "........x..x....", "hat": "..x...x...x...x.", "rim": "...x.......x...."})
BASS = ("R--5--8-....R-5-", "..R-R-5-8---....", "R-R...5-R-..7-5-", "....R--R5--5R---", "R--R--3-5---..5-", "R---..RR5-5-8-..",
        "R-5-R-....8-5-3-")
"""Riddims: the first beat is often left out, the notes come in twos and threes."""


def _chords(s: Song) -> tuple[str, ...]:
    return MAJOR if s.scale in ("major", "mixolydian", "major-pentatonic") else MINOR


def _frame(s: Song, tempo: tuple[float, float] = (66, 84), plan: str = "a a b", swing: tuple[float, float] = (0.1, 0.7),
           seconds: float = 44,
           scales: tuple[str, ...] = ("minor", "major", "dorian", "mixolydian"), room: tuple[str, ...] = ("room", "plate", "club")) -> None:
    """Slow quarters whose sixteenths lean a little; two chords can last a whole song."""
    s.set(tempo, scales, keys="A D G C E", swing=swing, unit=0.5, room=room)
    s.until(seconds, plan, **{name: s.pick(*_chords(s)) for name in dict.fromkeys(plan.split())})


def _skank(s: Song, level: float = -1.0, ring: bool = False, rows: tuple[str, ...] = ("..s...s...s...s.", "..s...s...s...s.",
    "..s...s...ss..s.", "..sm..s...sm..s.")) -> None:
    """The guitar's chop between the beats, and a piano or organ with it."""
    guitar = s.part("clean-guitar", "muted-guitar", "~electric-guitar", "jazz-guitar", name="skank", level=level, pan=s.between(-0.5, 0.5),
                    fx=("amp:clean", *s.pick((), (), ("delay:dub",), ("tremolo",))), loose=0.006)
    comping.comp(s, guitar, s.pick(*rows), 67, 3, gate=0.7 if ring else 0.4, loud=96)
    if s.chance(0.6):
        comping.comp(s, s.part("piano", "bright-piano", "rhodes", level=level - 2), rows[0], 62, 4, gate=0.5)


def _bubble(s: Song, level: float = -4.0) -> None:
    """The organ's left and right hand in turn: double time under the skank."""
    organ = s.part("drawbar", "perc-organ", "~organ", "~soft-organ", name="bubble", level=level, fx=s.pick((), ("leslie",)))
    comping.comp(s, organ, s.pick(".sxs.sxs.sxs.sxs", ".os..os..os..os.", ".s.s.s.s.s.s.s.s"), 58, 3, gate=0.5)


def _riddim(s: Song, level: float = 2.0, voices: tuple[str, ...] = ("finger-bass", "fretless", "~electric-bass", "~sub-bass", "upright"),
            rows: tuple[str, ...] = BASS) -> None:
    bass.pattern(s, s.part(*voices, name="bass", level=level, pan=0.0, send=-24, fx=s.pick((), ("tone:dark",))), s.pick(*rows), 28)


def _drummer(s: Song, patterns: tuple[dict[str, str], ...], level: float = 0.0, voices: tuple[str, ...] = ("kit:standard", "kit:room",
    "kit:standard"), fills: int = 4) -> Part:
    kit = s.part(*voices, name="kit", level=level, pan=0.0)
    groove.drums(s, kit, s.rng.choice(list(patterns)), fills=fills, loud=96)
    return kit


def _horns(s: Song, where: str | tuple[str, ...] | None = None, level: float = -1.0) -> None:
    """Trumpet, saxophone and trombone, one tune in thirds."""
    tune = lines.melody(s, s.part("trumpet", "trumpet", "tenor-sax", level=level), 60, 79, where, 1.0, 0.3, form="AAAB", triplets=False)
    lines.harmonise(s, s.part("tenor-sax", "alto-sax", level=level - 2), tune, -2)
    if s.chance(0.6):
        lines.harmonise(s, s.part("trombone", level=level - 2), tune, -7)


@style("Reggae", like="Pop")
def one_drop(s: Song) -> None:
    """Roots: nothing on the first beat, kick and rim together on the third; bubbling organ, three singers in harmony."""
    _frame(s)
    _drummer(s, ONE_DROP)
    _riddim(s)
    _skank(s)
    _bubble(s)
    players.sing(s, None, density=1.2, level=1, rest=0.3, bends=0.15, fx=s.pick((), ("delay:dub",)))
    if s.chance(0.6):
        comping.comp(s, s.part("~backing", "oohs", "~vocal-duo", level=-4), s.pick("....x---|........", "x-------|....x-x-", "......x-"),
                     64, 3, "b")
    if s.chance(0.35):
        _horns(s, "b")


@style("Reggae", like="Rock")
def rockers(s: Song) -> None:
    """Kick on one and three, a busier hi-hat, a clean lead guitar between the lines."""
    _frame(s, (70, 90))
    _drummer(s, ROCKERS, 1)
    _riddim(s)
    _skank(s)
    _bubble(s)
    players.sing(s, ("a",), density=1.3, level=1)
    lead = players.guitar(s, s.pick("clean", "edge", "crunch"), -1, 0.3, extra=("delay:dub", s.pick("wah", "tone:air")))
    lines.melody(s, lead, 60, 81, "b", 1.2, 0.4, bends=0.4, scale="minor-pentatonic" if s.scale in ("minor",
        "dorian") else "major-pentatonic")


@style("Reggae", like="Electronic")
def steppers(s: Song) -> None:
    """Four on the floor at a march: sirens, melodica, a bass that can be felt in the street."""
    _frame(s, (66, 80), scales=("minor", "dorian", "harmonic-minor"), room=("hall", "plate", "club"))
    _drummer(s, STEPPERS, 1, ("kit:standard", "~kit:808", "~kit:linn", "kit:room"))
    _riddim(s, 3, ("~sub-bass", "finger-bass", "~saw-bass", "synth-bass"), ("R-R-5-R-8---5-..", "R-RR..R-5-55..7-", "R---R-5-R---8-7-",
        "R-..R-..5-..RR.."))
    _skank(s)
    _bubble(s)
    melodica = s.part("harmonica", "accordion", "~reed", "reed-organ", level=0, fx=("delay:dub",))
    lines.melody(s, melodica, 62, 81, "b" if s.chance(0.5) else None, 1.0, 0.4, scale="minor-pentatonic")
    if s.chance(0.5):
        siren = s.part("~siren", level=-6, fx=("delay:dub",))
        for bar in s.bars():
            if bar.index % 8 == 7:
                siren.add(bar.start + 1, 2, s.pick(72, 79), 80)
    if s.chance(0.5):
        players.sing(s, "a", density=1.0, level=0, fx=("delay:dub",))


@style("Reggae", like="Electronic")
def dub(s: Song) -> None:
    """The engineer plays the desk: drums and bass, and scraps of all the others thrown into echo and taken away again."""
    _frame(s, (64, 80), "a b a b", room=("hall", "plate", "cave"), scales=("minor", "dorian", "minor"), seconds=50)
    kit = _drummer(s, (*ONE_DROP, *STEPPERS, *ROCKERS), 2)
    kit.fx = s.pick((), ("delay:dub",), ("tone:far",))
    _riddim(s, 3)
    for voices, low in ((("clean-guitar", "~electric-guitar"), 67), (("drawbar", "~organ", "rhodes"), 60), (("piano", "~fm-piano"), 64)):
        scrap = s.part(*voices, level=-1, send=-4, fx=("delay:dub", *s.pick((), ("wah:phase",), ("flanger",))))
        rows = ["..s...s...s...s." if s.chance(0.35) else s.pick("................", "..s.............", "..........s.....",
            "......s.........") for _ in range(4)]
        comping.comp(s, scrap, "|".join(rows), low, 3)
    lines.melody(s, s.part("harmonica", "trombone", "~reed", "~vocal", "tenor-sax", level=-1, send=-4, fx=("delay:dub",)), 58, 79, "b", 0.7,
                 0.6, scale="minor-pentatonic")
    effect = s.part("~siren", "~sweep-noise", "~impact", level=-6, fx=("delay:dub",))
    for bar in s.bars():
        if s.chance(0.12):
            effect.add(bar.start + s.pick(0, 2, 3), 1.0, s.pick(60, 72), 90)


@style("Reggae", like="Jazz")
def ska(s: Song) -> None:
    """Kingston, 1964: fast, walking bass, off-beats on piano and guitar, horns that would rather play jazz."""
    _frame(s, (116, 144), swing=(0.3, 0.9), scales=("major", "minor", "mixolydian"), room=("room", "club", "booth"))
    s.time.unit = 1.0
    s.master.append("old")
    _drummer(s, ({"kick": "....x.......x...", "rim": "....x.......x...", "hat": "x.x.x.x.x.x.x.x."},
                 {"kick": "x...x...x...x...", "snare": "....X.......X...", "ride": "x...x...x...x..."}), fills=8)
    bass.walking(s, s.part("upright", "finger-bass", "~string-bass", level=1), 28, 50)
    comping.comp(s, s.part("clean-guitar", "jazz-guitar", "~electric-guitar", level=-1, fx=("amp:clean",)), ".s.s.s.s", 67, 3)
    comping.comp(s, s.part("piano", "bright-piano", level=-3), ".s.s.s.s", 62, 4)
    _horns(s, "a", 0)
    lines.melody(s, s.part("tenor-sax", "trombone", "trumpet", "alto-sax", level=1), 54, 78, "b", 1.8, 0.2, bends=0.2, graces=0.1)
    if s.chance(0.3):
        players.sing(s, "a", density=1.4)


@style("Reggae", like="R&B")
def rocksteady(s: Song) -> None:
    """Too hot to dance ska: slower, soul harmonies, the bass takes the lead for the first time."""
    _frame(s, (74, 96), swing=(0.0, 0.4), scales=("major", "major", "minor"), room=("room", "booth", "plate"))
    s.master.append("old")
    _drummer(s, (ONE_DROP[0], {"kick": "........x.......", "snare": "........x.......", "hat": "x.x.x.x.x.x.x.x."}))
    _riddim(s, 1, ("finger-bass", "upright", "~electric-bass"), ("R-R-3-5-6-5-3-..", "R--R5-5-8--85-..", "R-3-5-..5-6-8-.."))
    _skank(s)
    doubling = s.part("muted-guitar", "~electric-dark", level=-3, fx=("amp:clean",))
    lines.double(doubling, [note for part in s.parts if part.name == "bass" for note in part.notes], 12)
    players.sing(s, None, density=1.3, level=2, bends=0.3)
    comping.comp(s, s.part("~backing", "oohs", level=-3), s.pick("....x-x-|x-------", "..x-..x-"), 65, 3)
    if s.chance(0.5):
        comping.pad(s, s.part("drawbar", "~soft-organ", level=-5), 62, 3)


@style("Reggae", like="Hip-Hop")
def dancehall(s: Song) -> None:
    """Digital: a drum machine's three-three-two, one synthesizer stab, a deejay who shouts in rhythm."""
    s.set((88, 108), ("minor", "phrygian", "dorian"), room=("club", "dry", "room"))
    s.until(42, "a a b", a=s.pick("i | i | i | i", "i | bVII | i | bVII", "i | bII | i | bII"),
            b=s.pick("i | i | i | i", "i | bVI | bVII | i"))
    s.master.append("dense")
    kit = s.part("~kit:linn", "~kit:808", "~kit:hard", "~kit:909", name="kit", level=1, loose=0.0)
    groove.drums(s, kit, s.pick({"kick": "x..x....x..x....", "snare": "......x.......x.", "hat": "..x...x...x...x."},
                                {"kick": "x..x..x...x..x..", "snare": "...x..x....x..x.",
                                 "hat": "x.x.x.x.x.x.x.x."}, {"kick": "x.....x.x.....x.",
                                     "clap": "...x..x....x..x."}), fills=8, crash=False, human=0.03)
    _riddim(s, 2, ("~saw-bass", "~square-bass", "synth-bass", "~fm-bass", "~sub-bass"),
            ("R..R..5-R..R..7-", "R--R--R-....5-8-", "R..R....R..R..5.", "RR..R.8.RR..7.5."))
    comping.comp(s, s.part("~stab", "~square-pluck", "~organ", "synth-brass", "~saw-poly", "orchestra-hit", level=-1, loose=0.0),
                 s.pick("...s..s....s..s.", "..s...s...s...s.", "s..s..s........."), 64, 3)
    flow.rap(s, "a" if s.chance(0.4) else None, "toast", 1, adlibs=0.3, voices=("~rap-voice", "~vocal-low", "~growl", "~speech"), rest=0.25)
    if s.chance(0.4):
        flow.shout(s, "b", s.pick("X...X...X..X..X.", "......X.......X."), -2)
    if s.chance(0.4):
        lines.play_riff(s, s.part("~saw-lead", "~chip-square", "~fm-bell", "flute", level=-1),
                        lines.make_riff(s, 8, 1.4, 12, "minor-pentatonic", 0.3), 8, 67, "b", follow=False)


@style("Reggae", like="R&B")
def lovers_rock(s: Song) -> None:
    """London: soft, major sevenths, strings and a sweet high voice over the one drop."""
    _frame(s, (68, 84), scales=("major", "major", "dorian"), room=("plate", "room", "hall"))
    _drummer(s, ONE_DROP[:2], -1)
    _riddim(s, 1, ("finger-bass", "fretless", "~sub-bass"))
    _skank(s, -2)
    comping.comp(s, s.part("rhodes", "~fm-piano", "dx-piano", level=-2, fx=("chorus",)), s.pick("x-------", "x---..x-"), 60, 4)
    comping.pad(s, s.part("strings", "~string-machine", "~warm-pad", level=-5), 65, 3)
    players.sing(s, None, density=1.2, level=2, bends=0.35, voices=("~vocal", "~vocal", "~vocal-duo", "oohs"))
    if s.chance(0.4):
        lines.melody(s, s.part("alto-sax", "flute", "soprano-sax", level=-1, fx=("delay:dub",)), 60, 81, "b", 0.9, 0.4, bends=0.3)


@style("Reggae", like="World")
def nyabinghi(s: Song) -> None:
    """Hand drums around a fire: the heartbeat of the low drum, the high one talks, voices chant."""
    s.set((62, 84), ("minor-pentatonic", "major-pentatonic", "dorian"), room=("outdoors", "room", "hall"))
    s.until(46, "a a b", a="I | I | I | I" if s.scale == "major-pentatonic" else "i | i | i | i", b=s.pick(*_chords(s)))
    groove.drums(s, s.part("kit:standard", "kit:orchestra", name="bass drum", level=1),
                 {"tom4": "X...........x...|X...........x...", "surdo": "x...........o..."}, fills=0, crash=False)
    groove.drums(s, s.part("kit:standard", name="funde", level=0, pan=-0.3), {"conga2": "x.x.....x.x.....", "tom3": "o.......o......."},
                 fills=0, crash=False)
    talk = "".join(s.pick("x", "X", ".", "g", "r") for _ in range(16)) + "|" + "".join(s.pick("x", ".", ".", "g", "X") for _ in range(16))
    groove.drums(s, s.part("kit:standard", name="repeater", level=-1, pan=0.4), {"conga1": talk, "bongo1": "....x..x........"}, fills=0,
                 crash=False, human=0.2)
    groove.drums(s, s.part("kit:standard", level=-6), {"shaker": "x.x.x.x.x.x.x.x.", "cowbell": "x...x...x...x..."}, fills=0, crash=False)
    tune = lines.melody(s, s.part("~vocal-duo", "~vocal-low", "~choir-low", level=1), 50, 65, None, 0.9, 0.3, form="AAAB",
                        syllables=s.rng.sample(players.SYLLABLES, 8))
    lines.harmonise(s, s.part("~vocal", "~backing", level=-2), tune, 2)
    if s.chance(0.5):
        _riddim(s, 0)
        _skank(s, -4)
    if s.chance(0.4):
        lines.melody(s, s.part("flute", "trombone", "harmonica", "nylon", level=-2), 60, 79, "b", 0.9, 0.4)


@style("Reggae", like="Rock")
def ska_punk(s: Song) -> None:
    """Verse with off-beat guitar and horns, chorus with power chords, twice the speed."""
    _frame(s, (150, 190), "verse verse chorus", (0.0, 0.0), 38, ("major", "minor", "mixolydian"), ("room", "club"))
    s.time.unit = 1.0
    guitar = players.guitar(s, "edge", -1, -0.4)
    comping.comp(s, guitar, ".s.s.s.s", 66, 3, "verse")
    lines.chug(s, players.guitar(s, s.pick("crunch", "lead"), -1, wide=True), s.pick("PPPPPPPP", "P-PPP-PP"), 40, "chorus")
    bass.walking(s, s.part("pick-bass", "finger-bass", level=0), 28, 50, "verse")
    bass.pattern(s, s.parts[-1], "RRRRRRRR", 28, "chorus")
    kit = s.part("kit:standard", "kit:room", "kit:power", name="kit", level=0)
    groove.drums(s, kit, {"kick": "x...x...x...x...", "snare": "....X.......X...", "hat": "..x...x...x...x."}, "verse", fills=8)
    groove.drums(s, kit, "punk", "chorus", fills=4, loud=108)
    _horns(s, None, 0)
    players.sing(s, None, density=1.5, level=1, fx=("drive:2",))


@style("Reggae", like="Pop")
def radio_reggae(s: Song) -> None:
    """A summer hit: the skank kept, the corners rounded; clean drums, synthesizer, verse and chorus."""
    _frame(s, (76, 100), "verse verse chorus", (0.0, 0.4), scales=("major", "major", "minor"), room=("plate", "room", "hall"))
    _drummer(s, (*ROCKERS, ONE_DROP[0], {"kick": "x.......x.......", "snare": "....X.......X...", "hat": "x.x.x.x.x.x.x.x."}), 0,
             ("kit:standard", "~kit:linn", "kit:room"), 8)
    _riddim(s, 1, ("finger-bass", "synth-bass", "~electric-bass"))
    _skank(s)
    if s.chance(0.6):
        _bubble(s, -5)
    comping.pad(s, s.part("~string-machine", "~warm-pad", "strings", level=-6), 64, 3, "chorus")
    players.sing(s, None, density=1.4, level=2)
    if s.chance(0.5):
        _horns(s, "chorus", -3)


@style("Reggae", like="Rap")
def toasting(s: Song) -> None:
    """A deejay talks over the version side: drum, bass, skank in and out, and words that ride the off-beat."""
    _frame(s, (68, 86), "a b", room=("club", "plate", "room"))
    _drummer(s, (*ONE_DROP, *ROCKERS, *STEPPERS), 1)
    _riddim(s, 2)
    _skank(s)
    _bubble(s, -5)
    flow.rap(s, "a" if s.chance(0.5) else None, "toast", 0, adlibs=0.2, doubles=0.1, rest=0.35, fx=s.pick(("delay:dub",), ()),
             voices=("~vocal-low", "~rap-voice", "~speech", "~vocal"))
    if s.chance(0.4):
        _horns(s, "b", -3)


@style("Reggae", like="Folk")
def acoustic_roots(s: Song) -> None:
    """Two acoustic guitars, a hand drum and a song of redemption."""
    _frame(s, (66, 92), "a a b", (0.0, 0.5), scales=("major", "minor", "mixolydian"), room=("room", "outdoors", "booth"))
    comping.comp(s, s.part("nylon", "steel", "~nylon-guitar", "~steel-guitar", level=0), "..s...s...s...s.", 64, 4, strum=0.03, gate=0.5)
    if s.chance(0.5):
        comping.fingerpick(s, s.part("nylon", "steel", "~steel-guitar", level=-2), s.pick("B...2.3.b...2.3.", "B..1..2.b..1..3."))
    bass.pattern(s, s.part("upright", "finger-bass", "~string-bass", level=0), s.pick(*BASS), 28)
    groove.drums(s, s.part("kit:standard", name="hands", level=-2), {"conga2": "........x.......", "conga1": "....x.......x.xx",
        "shaker": "x.x.x.x.x.x.x.x."}, fills=0, crash=False)
    players.sing(s, None, density=1.3, level=2, bends=0.2)
    if s.chance(0.4):
        lines.melody(s, s.part("harmonica", "flute", "~reed", level=-1), 62, 81, "b", 0.9, 0.4)


@style("Reggae", like="Latin")
def caribbean_crossing(s: Song) -> None:
    """One drop on an island where they also dance salsa: trumpet, congas, piano between skank and montuno."""
    _frame(s, (72, 94), "a a b", (0.0, 0.4), scales=("minor", "harmonic-minor", "major"))
    _drummer(s, (*ONE_DROP, *ROCKERS), 0)
    groove.drums(s, s.part("kit:standard", name="congas", level=-5), {"conga1": "....x.......x.xx", "conga-mute": "x..x..x.x..x....",
        "timbale1": s.pick("................", "..........x.xx..")}, fills=0, crash=False)
    _riddim(s, 1)
    _skank(s)
    comping.comp(s, s.part("piano", "bright-piano", level=-4), s.pick("..x...x...x..xx.", "x..x..x...x.x..."), 66, 3, "b")
    _horns(s, "b", -1)
    players.sing(s, "a", density=1.3, level=1)
