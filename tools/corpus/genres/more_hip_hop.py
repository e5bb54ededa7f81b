"""More hip-hop: beats from rock records, brass bands, guitars and waltzes; bass from Miami; cut-up collages, clouds, and the slow kind with a singer.

What must tell it from Rap is that the beat is the piece and words are hooks or scraps; from Electronic, R&B, Jazz and Rock that two bars of something
old go round and round, over a drum break that somebody chopped.
"""

from __future__ import annotations

import bass
import comping
import flow
import groove
import lines
import players
import speech
from genres import hip_hop
from score import Part
from song import Song, Where, style

SOUL = ("im9 | ivm9", "im7 | bVImaj7 | bIIImaj7 | v7", "ii9 | V13 | Imaj9 | VI7alt", "bVImaj9 | v7 | im9 | im9", "im9 | im9 | bVImaj7 | V7alt")
DARK = ("i | i | bVI | v", "i | bII | i | bII", "i | i | i | i", "i | bVI | iv | V", "i | i | iv | bVI")
BEATS = (
    *hip_hop.BEATS[:2],
    {"kick": "x.....xx..x.....|x......x..xx....", "snare": "....X.......X..g", "ride": "x.x.x.x.x.x.x.x."},
    hip_hop.BEATS[3],
)


def _beat(s: Song, *patterns: dict[str, str], kits: tuple[str, ...] = ("kit:standard", "kit:room", "~kit:lofi", "~kit:lofi", "kit:jazz"), dirt: float = 0.5,
          loud: float = 100.0, where: Where = None) -> Part:
    """A sampled break."""
    kit = s.part(*kits, name="beat", level=1, pan=0.0, loose=0.004, fx=s.pick(("crush:2",), ("drive:3",), ("tone:far",)) if s.chance(dirt) else ())
    groove.drums(s, kit, s.rng.choice(patterns or BEATS), where, fills=s.pick(0, 8), loud=loud, human=0.05, crash=False)
    return kit


def _loop(s: Song, *voices: str, bars: int = 2, low: int = 60, density: float = 1.3, level: float = -1.0, fx: tuple[str, ...] = (), where: Where = None) -> Part:
    """Two bars of somebody's record."""
    part = s.part(*voices, name="sample", level=level, loose=0.002, fx=(*fx, *s.pick((), ("crush:2",), ("tone:dark",), ("tone:far",))))
    return lines.loop(s, part, bars, density, low, span=16, where=where, follow=0.5)


def _scratch(s: Song, every: int, where: Where = None) -> None:
    """A hand on the record at the end of a phrase."""
    hand = s.part("~scratch", level=-2)
    for bar in s.bars(where):
        if bar.index % every == every - 1:
            for place in sorted(s.rng.sample(range(8), s.pick(2, 3, 4))):
                hand.add(bar.start + place * bar.beats / 8, s.pick(0.25, 0.5), s.pick(50, 60, 70), s.rng.randint(80, 115))


def _words(s: Song, where: Where, level: float = -1.0) -> None:
    """One phrase, cut from somewhere, that comes back on the same beat."""
    who = s.part("~speech", "~vocal", "~vocal-duo", "~vocal-low", "~rap-voice", name="cut", level=level, fx=s.pick(("crush:2",), ("tone:telephone",), ("delay:300",)))
    phrase, at = s.rng.choice(speech.WORDS), s.pick(0.0, 2.0, 2.5)
    talks = who.voice == "~speech"
    pitch = s.pick(50, 65, 80) if talks else s.pick(57, 60, 64)
    for bar in s.bars(where):
        if bar.index % 2 == 1:
            if talks:
                who.add(bar.start + at, 0.35 * len(phrase.split()) + 0.5, pitch, 102, phrase)
            else:
                for place, above in enumerate((0, 3, 0)):
                    who.add(bar.start + at + place * 0.5, 0.45, pitch + above, 102, "ye")


@style("Hip-Hop", like="Electronic")
def trip_hop(s: Song) -> None:
    """Bristol: a break at half the speed of a heartbeat, a spy film's strings or guitar, a tired singer far behind the beat, vinyl dust."""
    s.set((68, 92), ("minor", "dorian", "harmonic-minor"), swing=(0.0, 0.6), unit=0.5, room=("plate", "hall", "room", "club"))
    s.until(48, "a a b a", a=s.pick(*DARK, *SOUL), b=s.pick(*DARK, *SOUL))
    _beat(s, dirt=0.7, loud=92)
    bass.pattern(s, s.part("upright", "~sub-bass", "finger-bass", "~string-bass", "fretless", level=0, late=0.012),
                 s.pick("R---....R-5-....", "R-..R-......7-5-", "R-----..5-3-R---"), 28)
    comping.comp(s, s.part("tremolo-strings", "~electric-guitar", "rhodes", "strings", "~theremin", "clean-guitar", level=-2, fx=("tremolo", "delay:400")),
                 s.pick("x---------------", "s.......x-------", "....s.......s..."), 60, 3)
    _loop(s, "~vibes", "harpsichord", "muted-trumpet", "piano", "dulcimer", "~electric-guitar", "clarinet", density=0.8)
    if s.chance(0.7):
        players.sing(s, s.pick("b", None), density=0.9, level=0, fx=("delay:400",), voices=("~vocal", "oohs", "~vocal-duo", "~vocal-low"), bends=0.3)
    if s.chance(0.5):
        _scratch(s, 4)


@style("Hip-Hop", like="Electronic")
def miami_bass(s: Song) -> None:
    """Fast, electric, below the waist: a long tuned kick that is the bass line, a ticking cowbell, claps, a crew that shouts one phrase."""
    s.set((118, 138), ("minor-pentatonic", "minor", "dorian"), room=("dry", "club", "outdoors"))
    s.until(42, "a a hook a", a="i | i | i | i", hook=s.pick("i | i | bVI | bVII", "i | i | i | i"))
    s.master.append("dense")
    kit = s.part("~kit:808", "~kit:808", "~kit:linn", "kit:808", level=1, loose=0.0)
    groove.drums(s, kit, s.pick({"kick": "x.....x...x.....", "clap": "....x.......x...", "hat": "xxxxxxxxxxxxxxxx", "cowbell": "x.x..x.x..x.x..."},
                                {"kick": "x..x..x.....x...", "snare": "....x.......x..x", "hat": "x.xxx.xxx.xxx.xx", "open": "......x.......x."},
                 {"kick": "x.....x.x.x.....", "snare": "....X.......X...", "maracas": "xoxoxoxoxoxoxoxo", "cowbell": "..x..x..x.x..x.."}), fills=8, human=0.02, crash=False)
    bass.pattern(s, s.part("~808-bass", "~sub-bass", "~808-bass", level=2, fx=s.pick((), ("drive:3",))),
                 s.pick("R-----R---R-----|R-----5---7-R---", "R--R--R-----R---", "R-----8-R-R-----"), 26)
    _loop(s, "~stab", "orchestra-hit", "~square-lead", "~brass-poly", "~robot", "synth-brass", "~siren", density=1.0, fx=s.pick((), ("delay:220",)))
    flow.shout(s, "hook", s.pick("X...X...X.xxX...", "X.X.X...X.X.X...", "..X...X...X.X..."), 0)
    _scratch(s, s.pick(2, 4))
    if s.chance(0.5):
        _words(s, "a")


@style("Hip-Hop", like="Jazz")
def brass_bounce(s: Song) -> None:
    """New Orleans: a sousaphone for a bass line, snare and bass drum of a parade turned into a break, trumpets that answer a shouted call."""
    s.set((88, 108), ("minor", "dorian", "mixolydian", "minor-pentatonic"), swing=(0.0, 0.6), unit=0.5, room=("outdoors", "club", "room"))
    s.until(42, "a call a hook", a=s.pick("i | i | bVII | i", "i | iv | i | V7", "I7 | I7 | IV7 | I7"), call=s.pick("i | i | i | i", "I7 | IV7 | I7 | V7"),
            hook="i | bVI | bVII | i")
    _beat(s, {"kick": "x..x..x.....x...", "snare": "x.xrx.x.x.xxx.rX", "cowbell": "x.x.x.x.x.x.x.x."},
          {"kick": "x..x..x..x..x...", "snare": "..x.X.gx..x.X.xx", "tambourine": "....x.......x..."},
              {"kick": "x..x......x.x...", "snare": "....X..g.gx.X.rg", "hat": "x.x.x.x.x.x.x.x."}, kits=("kit:standard", "kit:room", "kit:orchestra", "~kit:lofi"), dirt=0.3)
    bass.pattern(s, s.part("tuba", "tuba", "baritone-sax", "~square-bass", "trombone", level=1), s.pick("R..R..8.R..5.7..", "R.R8..R.5.5.7...", "R..5..R...R5.78."), 29,
                 gate=0.65)
    horns = [s.part("trumpet", level=-1, pan=-0.3), s.part("trombone", level=-1, pan=0.3), s.part("tenor-sax", "alto-sax", "trumpet", level=-2)]
    comping.stabs(s, horns, s.pick("s..s..x-....ss..|................", "..s.s.x---......|....s.s.s.x-----"), 64, ("a", "hook"))
    _loop(s, "trumpet", "clarinet", "trombone", "alto-sax", density=1.6, where=("a", "hook"), low=58)
    flow.shout(s, "call", s.pick("X.xxX...........", "X..X..X.........", "X.X.X..........."), 0)
    comping.stabs(s, horns, "........X.XX..X.", 65, "call")


@style("Hip-Hop", like="Rock")
def rock_break(s: Song) -> None:
    """A heavy drummer from 1971, sampled; a fuzz guitar or a rock organ, two bars of it, over and over, cut by scratches: no chorus ever comes."""
    s.set((84, 106), ("minor-pentatonic", "blues", "dorian"), room=("dry", "room", "booth"))
    s.until(42, "a a b a", a=s.pick("i | i | i | i", "i | i | bVII | IV"), b=s.pick("i | bIII | IV | i", "i | i | i | i"))
    _beat(s, {"kick": "x.x.......xx....", "snare": "....X.......X...", "hat": "x.x.x.x.x.x.x.x."},
          {"kick": "x..x..x...x.....|x.x....x..x...x.", "snare": "....X.......X..g", "open": "x...x...x...x..."},
              {"kick": "x......xx.x.....", "snare": "....X..g....X...", "ride": "x.x.x.x.x.x.x.x."}, kits=("kit:power", "kit:standard", "kit:room", "~kit:lofi"))
    guitar = players.guitar(s, s.pick("fuzz", "crunch", "edge", "lead"), 0, s.pick(-0.3, 0.3), extra=s.pick((), ("crush:2",), ("tone:far",), ("wah",)))
    guitar.loose = 0.002
    lines.play_riff(s, guitar, lines.make_riff(s, 8, s.between(1.2, 2.2), 10, "minor-pentatonic", 0.4), 8, 45, follow=False, gate=s.pick(0.6, 0.95))
    bass.pattern(s, s.part("pick-bass", "finger-bass", "~sub-bass", "~electric-bass", level=0), s.pick("R--R..R...5-R...", "R-....R-..7-8-..", "R.R....5R-....7."), 28)
    _loop(s, "rock-organ", "sitar", "flute", "drawbar", "~choir", "tremolo-strings", density=0.7, level=-3, fx=s.pick((), ("reverse",)), where="b")
    _scratch(s, s.pick(2, 4))
    if s.chance(0.6):
        _words(s, s.pick("a", "b"))


@style("Hip-Hop", like="R&B")
def sample_collage(s: Song) -> None:
    """Twenty records in three minutes: every section swaps drums, horn hit, guitar lick and a scrap of speech; only the tempo stays."""
    s.set((94, 114), ("dorian", "minor", "mixolydian", "minor-pentatonic"), room=("dry", "booth", "room"))
    plan = "a b c a d b"
    s.until(42, plan, **{name: s.pick(*SOUL, "I7 | I7 | IV7 | I7", "i7 | IV7") + " | " + s.pick("i7 | i7", "im9 | ivm9") for name in "abcd"})
    pools = (("clavinet", "clean-guitar", "muted-guitar"), ("rhodes", "piano", "drawbar", "vibraphone"), ("strings", "flute", "alto-sax", "~section"),
             ("slap-bass", "sitar", "harpsichord", "~organ", "banjo"))
    for name, pool in zip("abcd", s.rng.sample(pools, 4), strict=True):
        _beat(s, where=name)
        _loop(s, *pool, where=name, bars=s.pick(1, 2), density=s.between(1.0, 2.2), low=s.pick(55, 60, 64))
    hit = [s.part("brass", "trumpet", "orchestra-hit", level=-3, fx=("crush:2",)), s.part("trombone", "tenor-sax", level=-4, fx=("crush:2",))]
    comping.stabs(s, hit, s.pick("s...............|........s.s.....", "......s.........|s...........s..."), 64)
    bass.pattern(s, s.part("finger-bass", "upright", "~sub-bass", "slap-bass", level=0), s.pick("R..R..5-..8-5...", "R-.R..R...7.8...", "R.R...5.R...7.5."), 28)
    _scratch(s, 2, ("b", "d"))
    _words(s, ("a", "c"))
    if s.chance(0.4):
        flow.shout(s, "d", "X...X...X.xxX...", -1, crowd=2)


@style("Hip-Hop", like="Folk")
def guitar_chop(s: Song) -> None:
    """A fingerpicked guitar, a mandolin or a zither on a dusty break: the folk record's four bars, pitched and cut, with a bass that it never had."""
    s.set((76, 98), ("minor", "dorian", "harmonic-minor"), swing=(0.2, 0.8), unit=0.5, room=("booth", "dry", "room"))
    s.until(44, "a a b a", a=s.pick("i | bVI | iv | V", "i | bVII | bVI | bVII", "im9 | ivm9 | im9 | V7"), b=s.pick("iv | i | bVI | bVII", "i | bIII | bVII | iv"))
    _beat(s, dirt=0.6, loud=94)
    guitar = s.part("nylon", "~nylon-guitar", "steel", "~steel-guitar", "~mandolin", "~dulcimer", "~koto", "harp", level=0, loose=0.002,
                    fx=s.pick((), ("crush:2",), ("tone:far",), ("tone:dark",)))
    comping.fingerpick(s, guitar, s.pick("B..1..2.B.3..21.", "B.12b...B.31..2.", "p...2.1.B..3..2."), 45)
    bass.pattern(s, s.part("~sub-bass", "upright", "~808-bass", "finger-bass", level=0), s.pick("R--R......5-....", "R-....R---....7-", "R------.R--5----"), 28)
    _loop(s, "whistle", "flute", "~vocal", "accordion", "fiddle", "recorder", "oohs", density=0.8, low=65, level=-2, where="b")
    if s.chance(0.5):
        _scratch(s, 4)
    if s.chance(0.4):
        _words(s, "a")


@style("Hip-Hop", like="Electronic")
def cloud_beat(s: Song) -> None:
    """Trap drums under a slow sky: reversed pads, a distant choir or guitar in long echoes, tuned kicks that slide; a hummed line, nobody raps."""
    s.set((62, 78), ("minor", "dorian", "major", "lydian"), room=("hall", "church", "plate", "cave"))
    s.until(48, "a a b a", a=s.pick("im9 | bVImaj7 | im9 | bVImaj7", "IVmaj7 | Imaj7 | IVmaj7 | vi7", "im9 | ivm9"),
            b=s.pick("bVImaj9 | bVII | im9 | im9", "IVmaj9 | V | vi7 | vi7"))
    kit = s.part("~kit:808", "~kit:minimal", "~kit:lofi", "~kit:hard", level=0, loose=0.0)
    groove.drums(s, kit, s.pick({"kick": "x......x..x.....|x.x.......x.....", "snare": "........X......."},
                                {"kick": "x.....x.....x...", "clap": "........X.......", "rim": "......x......x.."}), fills=0, crash=False, human=0.03)
    groove.trap_hats(s, kit, None, s.pick(0.25, 0.5), 0.35, loud=70)
    low = s.part("~808-bass", "~sub-bass", "~808-bass", level=1)
    bass.pattern(s, low, s.pick("R------R--R-----", "R-----R-----R-5-", "R-------....R-8-"), 26)
    for note in low.notes:
        if note.length >= 0.75 and s.chance(0.2):
            note.bend = ((0.0, 0.0), (note.length * 0.6, 0.0), (note.length, s.pick(5.0, -5.0, 12.0)))
    comping.pad(s, s.part("~air-pad", "~glass-pad", "~choir", "~string-machine", "halo-pad", "~electric-guitar", level=-2, send=-4,
                          fx=s.pick((), ("reverse",), ("chorus", "tone:dark"))), 64, 4)
    _loop(s, "~vocal", "~fm-bell", "clean-guitar", "piano", "pan-flute", "~glass-pad", "harp", density=0.9, level=-1, fx=("delay:420",))
    if s.chance(0.5):
        players.sing(s, "b", density=0.8, level=-1, fx=("delay:300", "chorus"), rest=0.35)


@style("Hip-Hop", like="Jazz")
def waltz_beat(s: Song) -> None:
    """Three beats to the bar and still boom-bap: the break limps, a piano or accordion waltz goes round, a bass leaves the one to the kick."""
    s.set((88, 124), ("minor", "dorian", "harmonic-minor"), beats=3.0, swing=(0.0, 0.6), unit=0.5, room=("dry", "booth", "room"))
    s.until(44, "a a b a", a=s.pick("im9 | ivm9 | im9 | V7alt", "im7 | bVImaj7 | ivm7 | V7", "i | i | bVI | V"),
            b=s.pick("ivm9 | bVII13 | bIIImaj7 | bVImaj7", "bVImaj7 | v7 | im9 | im9"))
    _beat(s, {"kick": "x..x........|x.....x..x..", "snare": "....X.....X.", "hat": "x.x.x.x.x.x."},
          {"kick": "x.....x.....|x..x........", "snare": "........X...", "hat": "x.xxx.x.xxx."}, {"kick": "x......x....", "snare": "....X...g.g.", "ride": "x.x.x.x.x.x."},
              dirt=0.6)
    comping.comp(s, s.part("piano", "rhodes", "accordion", "harp", "~vibes", "~nylon-guitar", level=-1, loose=0.003, fx=s.pick((), ("crush:2",), ("tone:dark",))),
                 s.pick("..x-..x-....", "x-----..s...", "....x-..x-.."), 60, 4)
    bass.pattern(s, s.part("upright", "~sub-bass", "finger-bass", level=0), s.pick("R-....5-....", "R-..R...5-..", "R---..7-5-.."), 28)
    _loop(s, "muted-trumpet", "clarinet", "music-box", "violin", "flute", "celesta", "tenor-sax", density=1.0)
    if s.chance(0.5):
        _scratch(s, 4)
    if s.chance(0.5):
        _words(s, s.pick("a", "b"))
