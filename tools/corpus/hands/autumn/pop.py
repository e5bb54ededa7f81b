"""Singles that stayed at number one: Pop from the wall of sound to the tropical summer."""

from __future__ import annotations

from hands.autumn.craft import FILLS, SOFT_FILLS, comp, drums, pad, riff, roll
from hands.autumn.tunes import double, singer, tune
from song import Song, style

POP_LINES = ("x-x-x-x-x---x-x-|x-x-x-------....", "..x-x-x-x-x-x---|..x-x-x-x---....", "x---x-x-x-x-x---|x---x---........", "x-xxx-x-x-x-x---|x-x-x---........")
HOOK_LINES = (
    "x---x---x-x-x---|x---x---x-------", "x-x-x-x-x-x-x-x-|x---x---x---....", "x-----x-x-----x-|x-x-x-x-x-------", "x--x--x-x--x--x-|x--x--x---------",
)


def raise_key(s: Song, by: int = 2) -> None:
    """The truck driver's gear change: everything in the last third goes up."""
    from_beat = s.sections[-max(len(s.sections) // 3, 1)].start
    for part in s.parts:
        if "kit:" not in part.voice:
            for note in part.notes:
                if note.start >= from_beat - 0.1 and note.pitch < 112:
                    note.pitch += by


@style("Pop", like="Rock")
def autumn_wall_of_sound(s: Song) -> None:
    """Gold Star and the Brill Building 1961-66: boom, ba-boom, crack; castanets, three pianos, strings, and a girl who sings about a boy."""
    s.set((104, 138), "major", keys="E F G Ab Bb", swing=s.pick(0.0, 0.0, 0.6), room=("hall", "plate", "arena"))
    s.until(
        46, "verse verse chorus", verse=s.pick("I | vi | IV | V", "I | I | ii | V7", "I | iii | IV | V", "I | I | vi | vi | IV | IV | V | V7"),
        chorus=s.pick("I | vi | IV | V7", "IV | V | I | vi", "III7 | VI7 | II7 | V7"),
    )
    drums(
        s, s.part("kit:standard", "kit:room", "kit:power", level=1),
        (
            "k x.....x.x....... s ............X... m x.x.x.x.x.x.x.x.", "k x..x..x.x..x.... s ....X.......X... t x.x.x.x.x.x.x.x.",
            "k x.....xx..x..... s ....X.x.....X... t ....X.......X... v x.xxx.xxx.xxx.xx",
        ),
        fills=("s xxxx l xxxx", "l xx.. f ..xx", "u x.x. l .x.x s xxxx"), every=4,
    )
    if s.chance(0.7):
        drums(s, s.part("kit:orchestra", "kit:standard", level=-6), ("wh x..xx...x..xx...", "v x.xxx.x.x.xxx.x.", "t x.x.x.x.x.x.x.x."))
    riff(
        s, s.part("upright", "pick-bass", "finger-bass", level=1),
        ("R - . R . . 5 - R - . 5 . 6 a .", "R - - . R - . . 5 - - . 5 - a .", "R . R . 3 . 5 . 6 . 5 . 3 . 5 ."), 28,
    )
    comp(s, s.part("piano", "honky-tonk", "bright-piano", level=-1), ("x.x.x.x.x.x.x.x.", "x...x...x...x...", "x--x--x-x--x--x-"), 62, 5, gate=0.7)
    comp(s, s.part("steel", "~steel-guitar", "nylon", level=-3), ("x.x.x.x.x.x.x.x.", "x.xxx.xxx.xxx.xx"), 60, 5, strum=0.015, gate=0.7)
    lead = singer(s, POP_LINES, sing="open", orn="s", voices=("~vocal", "~vocal-duo"), level=3, plan="abac")
    double(s, lead, s.part("~backing", "~vocal-duo", level=-1), 2, where="chorus")
    singer(
        s, ("........x-x-x---|........x-x-x---", "x-------x-------|x-------x-------", "..........x-x-x-|x---............"), plan="a", sing="doo",
        voices=("~backing", "oohs", "choir"), level=-2,
    )
    strings = s.part("strings", "~section", level=-2)
    tune(s, strings, 69, 88, ("x-------x-------|x-------xxxxx---", "x---x---x---x---|x---------------"), plan="ab")
    if s.chance(0.5):
        comp(s, s.part("baritone-sax", "tenor-sax", "horn", "brass", level=-3), ("x...x...x...x...", "x--x--x-........"), 55, 2)
    if s.chance(0.4):
        double(s, strings, s.part("glockenspiel", "celesta", "bells", level=-9), 0, where="chorus")


@style("Pop", like="Electronic")
def autumn_synth_single(s: Song) -> None:
    """Sheffield, Basildon and Oslo 1981-87: a sequencer, a gated snare, a bright digital piano riff and a melancholy singer with a huge chorus."""
    s.set((102, 148), ("minor", "major", "dorian", "mixolydian"), room=("plate", "hall", "arena"))
    s.until(
        46, "verse verse chorus", verse=s.pick("i | bVI | bVII | i", "vi | IV | I | V", "i | i | bIII | bVII", "I | V/7 | vi | IV", "ii | IV | I | V"),
        chorus=s.pick("bVI | bVII | i | bIII", "IV | V | iii | vi", "I | V | ii | IV", "I | V | vi | IV"),
    )
    drums(
        s, s.part("~kit:linn", "kit:electronic", "~kit:808", "kit:power", "~kit:909", level=2),
        (
            "k x...x...x...x... s ....X.......X... h x.x.x.x.x.x.x.x.", "k x.....x.x....... s ....X.......X... h xxxxxxxxxxxxxxxx",
            "k x..x..x...x..... s ....X.......X... c ....x.......x... o ..x...x...x...x.", "k x.x.....x.x..... s ....X.......X... w x...x...x...x...",
        ),
        fills=("u xx.. i ..xx", "s xxxx", "u xxxx", "l x.xx"), every=4, crash=0.3,
    )
    riff(
        s, s.part("synth-bass", "~saw-bass", "~square-bass", "~fm-bass", level=1),
        ("R . R . R . R . R . R . R . R .", "R . 8 . R . 8 . R . 8 . R . 8 .", "R R . R R . 8 R R R . R 5 . 7 .", "R - . . R - . 5 . . 8 . 7 . 5 ."), 33,
        gate=0.7,
    )
    hook = s.part("~brass-poly", "dx-piano", "~square-lead", "~fm-bell", "~saw-poly", "polysynth", level=0, fx=("chorus",))
    tune(
        s, hook, 64, 84, ("x--x--x-x-x-....|x--x--x-x---....", "x-x-..x-x-..x-x-|x-------........", "x.xx..x.x.xx..x.|x.xx..x.x-------"), plan="aaab",
        where=None if s.chance(0.4) else "chorus",
    )
    pad(s, s.part("~string-machine", "~warm-pad", "strings", "choir", level=-3), 64, 4)
    if s.chance(0.6):
        roll(s, s.part("~square-pluck", "~pluck", "~chip-square", level=-5, fx=("delay",)), ("0123012301230123", "0.2.1.3.0.2.1.3.", "h.3.2.3.h.3.2.1."), 66, 4)
    lead = singer(s, POP_LINES, where="verse", sing="open", orn="s", voices=("~vocal-low", "~vocal", "~vocal-duo"), level=2)
    tune(s, lead, 55 if "low" in lead.voice else 62, 74 if "low" in lead.voice else 79, HOOK_LINES, where="chorus", plan="abac", sing="la oh ya na we", orn="s")
    double(s, lead, s.part("~backing", "~vocal-duo", level=-2), 2, where="chorus")
    if s.chance(0.5):
        comp(s, s.part("clean-guitar", "muted-guitar", "~electric-guitar", level=-5, fx=("chorus",)), ("x.x.x.xxx.x.x.xx", "..x...x...x...x."), 66, 3, gate=0.4)


@style("Pop", like="R&B")
def autumn_teen_idol(s: Song) -> None:
    """Stockholm for the world, 1996-2004: minor chords hit like doors, a slapped or synth bass, wah guitar, a key change, five boys or one girl."""
    s.set((88, 116), ("minor", "harmonic-minor", "minor", "major"), room=("plate", "room", "dry"))
    s.until(
        46, "verse chorus", verse=s.pick("i | V7 | i | V7", "i | bVI | iv | V7", "i | i | bVII | V", "vi | IV | ii | III7"),
        chorus=s.pick("i | bVI | bIII | bVII | i | bVI | iv | V7", "i V7 | i bVII | bVI | iv V7", "I | V | vi | IV", "bVI | bVII | i | V7"),
    )
    drums(
        s, s.part("~kit:909", "~kit:linn", "kit:power", "kit:electronic", "~kit:any", level=2),
        (
            "k x..x....x.x..... s ....X.......X... h x.x.x.x.x.x.x.x.", "k x.....x...x..x.. s ....X.......X... c ....x.......x... h xxxxxxxxxxxxxxxx",
            "k x..x..x...x..... s ....X.......X..o t ..x...x...x...x.",
        ),
        fills=("s x.xx", "s xxXX", "k x.x. s .x.x"), every=4, crash=0.5,
    )
    riff(
        s, s.part("slap-bass", "synth-bass", "~saw-bass", "finger-bass", level=1),
        ("R - . R . . 8 . R . 5 . 7 . a .", "R . . R . . R . . . R R . 8 7 5", "R - . . 8 . R . . R . . 5 . a ."), 28,
    )
    comp(
        s, s.part("~stab", "strings", "piano", "orchestra-hit", "~brass-poly", level=-1), ("x..x..x.........", "x.....x...x.....", "x...x...x.x.x..."), 62, 4,
        gate=0.6, where=None if s.chance(0.5) else "chorus",
    )
    comp(s, s.part("clean-guitar", "muted-guitar", "nylon", level=-4, fx=s.pick(("wah",), ())), ("..x...x...x..xx.", "x.xx..x.x.xx..x."), 67, 3, gate=0.4)
    roll(s, s.part("harp", "piano", "nylon", "~pluck", "bells", level=-5), ("0.1.2.3.2.1.0.1.", "3.2.1.2.3.2.1.0."), 68, 4, ring=2, where="verse")
    lead = singer(
        s, ("..xxx-xxx-x-x---|..x-x-x-x---....", "x-xxx-x-xxx-x-x-|x---......x-x-..", "..x-x-xxx-x-x-x-|x---............"), where="verse", sing="soul",
        orn="sf", level=3,
    )
    floor = 51 if "low" in lead.voice else 62
    tune(s, lead, floor, floor + 15, HOOK_LINES, where="chorus", plan="abac", sing="oh ya la ba we my", orn="sd")
    for steps in s.pick((2,), (2, -2), (2, -3, 4)):
        double(s, lead, s.part("~backing", "~vocal-duo", "~vocal", level=-3), steps, where="chorus")
    pad(s, s.part("~string-machine", "strings", "~warm-pad", level=-5), 66, 4, where="chorus")
    if s.chance(0.5):
        raise_key(s, s.pick(1, 2))


@style("Pop", like="Classical")
def autumn_power_ballad(s: Song) -> None:
    """The film theme that sold ten million, 1986-99 and its children: piano alone, then strings, toms, a guitar, a modulation and a very long note."""
    s.set((58, 80), ("major", "major", "minor"), keys="C Db Eb E A Bb", room=("hall", "plate", "arena"))
    plan = s.pick("verse chorus", "verse verse chorus", "chorus verse")
    s.until(
        50, plan, verse=s.pick("I | V/7 | vi | IV", "I | Isus4 | IV | V", "I | iii | IV | ii7 V", "i | bVII | bVI | V", "I | V/7 | vi I/5 | IV V"),
        chorus=s.pick("I | V | vi | IV", "IV | V | iii vi | ii7 V", "I | iii | IV | iv", "bVI | bVII | I | I"),
    )
    roll(
        s, s.part("piano", "dx-piano", "~fm-piano", "bright-piano", level=2), ("r.2.3.2.1.2.3.2.", "r.1.2.1.3.1.2.1.", "r..2..3...2.1.2.", "r.123.21f.123.21"),
        62, 4, ring=2.5, low=38,
    )
    drums(
        s, s.part("kit:power", "kit:standard", "~kit:linn", "kit:room", level=0),
        ("k x.......x.x..... s ....X.......X... h x.x.x.x.x.x.x.x.", "k x.....x.x....... s ....X.......X... d x.x.x.x.x.x.x.x."), where="chorus",
        fills=(*FILLS[:2], "u xxxx l ..xx"), every=4, crash=0.9,
    )
    if s.chance(0.6):
        drums(s, s.part("kit:standard", "~kit:linn", level=-4), ("k x.........x..... r ....x.......x... h x.x.x.x.x.x.x.x.",), where="verse", fills=SOFT_FILLS)
    riff(
        s, s.part("finger-bass", "fretless", "synth-bass", level=0), ("R - - - - - - . R - - . 5 - a -", "R - - - - . R - 5 - - - - - - ."), 28,
        where=None if s.chance(0.4) else "chorus",
    )
    lead = singer(
        s, ("....x-x-x---x---|x-x-x-----......", "..x-x-x-x-x-x---|....x-x-x---....", "x---x-x-x-----x-|x-----------...."), where="verse", plan="abac",
        sing="open", orn="sv", rate=0.4, level=3,
    )
    floor = 53 if "low" in lead.voice else 64
    tune(
        s, lead, floor, floor + 16, ("x-------x---x---|x---x---x-------", "x-----x-x-------|x---x-x-x-------", "x-x-x---x-------|x---------------"),
        where="chorus", plan="abac", jump=0.3, orn="svf", rate=0.5, sing="oh ya la wo ai",
    )
    strings = s.part("strings", "slow-strings", "~section", level=-2, send=-8)
    pad(s, strings, 66, 4)
    s.swell(strings, 60, 120, 4)
    if s.chance(0.6):
        double(s, lead, s.part("~backing", "choir", "~choir", level=-4), 2, where="chorus")
    if s.chance(0.45):
        tune(
            s, s.part("overdriven", "~electric-guitar", "oboe", "soprano-sax", "horn", level=-3, fx=("delay",)), 62, 84,
            ("................|........x-x-x---", "x-------x---x---|x-----------...."), where="chorus", plan="ab", orn="bsv", rate=0.4,
        )
    if s.chance(0.6):
        raise_key(s, s.pick(1, 2, 3))


@style("Pop", like="Electronic")
def autumn_tropical_chart(s: Song) -> None:
    """The summers of 2014-19: plucks and marimba, finger snaps, a verse sung close, then instead of a chorus a chopped-up voice over a dembow-light beat."""
    s.set((94, 124), ("major", "minor", "major", "dorian"), room=("dry", "plate", "room"))
    s.until(
        46, "verse build drop", verse=s.pick("vi | IV | I | V", "IV | V | vi | I", "i | bVI | bIII | bVII", "ii | vi | IV | I"),
        build="IV | V | vi | V" if s.scale == "major" else "bVI | bVII | i | bVII",
        drop=s.pick("IV | vi | V | I", "vi | IV | I | V") if s.scale == "major" else "bVI | bIII | bVII | i",
    )
    kit = s.part("~kit:minimal", "~kit:909", "~kit:808", "kit:electronic", "~kit:any", level=1)
    drums(s, kit, ("k x.......x....... c ....x.......x...", "k x..x..x...x..x.. c ....X.......X... m x.xxx.xxx.xxx.xx"), where="verse")
    drums(s, kit, "k x...x...x...x... s x.x.x.x.xxxxxxxx c ....x.......x...", where="build")
    drums(
        s, kit,
        (
            "k x...x...x...x... s ...x..x....x..x. h ..x...x...x...x.", "k x...x...x...x... c ....X.......X... o ..x...x...x...x. m xxxxxxxxxxxxxxxx",
            "k x.....x.x.....x. s ...X..X....X..X. m x.x.x.x.x.x.x.x.",
        ),
        where="drop", crash=0.9,
    )
    pluck = s.part("~pluck", "marimba", "kalimba", "~square-pluck", "steel-drums", "nylon", "clean-guitar", level=0, fx=("delay",))
    comp(s, pluck, ("x..x..x...x..x..", "x.x..x.x..x..x..", "..x..x....x..x.."), 67, 3, gate=0.6, where=None if s.chance(0.5) else "verse")
    lead = singer(
        s, ("..xxx-x-x-xxx---|..x-x-x-x---....", "x-x-xxx-x-x-x---|........xxx-x---", "..x-x-x---x-x---|..xxx-x---......"), where=["verse", "build"],
        plan="aabb", sing="soul", orn="sd", level=3, fx=s.pick((), ("chorus",)),
    )
    double(s, lead, s.part("~vocal", "~backing", level=-5), 7, where="build")
    chop = s.part("~vocal", "~square-lead", "~saw-lead", "flute", "~robot", "~pluck", level=2, fx=("delay",), duck=0.4)
    tune(
        s, chop, 67, 86, ("x.xx..x.x-x-....|x.xx..x.x---x---", "xx.x..x-..xx..x-|xx.x..x-x---....", "x--x--x.x.x-x---|x--x--x-........"), where="drop",
        plan="aaab", sing="oh ya a ei o", orn="sd", rate=0.5, jump=0.35,
    )
    riff(
        s, s.part("~sub-bass", "~saw-bass", "synth-bass", level=1, duck=0.4), ("R - . R . . R - . . R - . 5 - .", "R - - - - . . R - - R - - . . ."), 30,
        where=["drop", "verse"],
    )
    pad(s, s.part("~supersaw", "~warm-pad", "~air-pad", "piano", level=-3, duck=0.5), 64, 4, where=["build", "drop"])
    if s.chance(0.5):
        comp(s, s.part("piano", "~saw-poly", "~stab", level=-3, duck=0.3), ("x--x--x---x-x---", "x-----x-----x---"), 62, 4, where="drop")
