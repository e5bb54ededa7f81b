"""Hip-Hop: a loop, a break, and the space between them; drums in front, a few bars of somebody's old record, hooks and scratches.

The hard cases are Rap (where the voice never stops), R&B (the same chords, sung), Jazz (whose records are sampled) and Electronic (the
machines).
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

SOUL = ("im9 | ivm9", "im7 | bVImaj7 | bIIImaj7 | v7", "Imaj7 | iii7 | vi7 | ii7 V7", "ii9 | V13 | Imaj9 | VI7alt",
        "im9 | im9 | bVImaj7 | V7alt",
        "IVmaj7 | iii7 | ii7 | Imaj7", "bVImaj9 | v7 | im9 | im9")
DARK = ("i | i | bVI | v", "i | bII | i | bII", "i | i | i | i", "i | iv | i | bVI", "i | bVI | iv | V")
BEATS = (
    {"kick": "x..x......x.....|x..x....x.x..x..", "snare": "....X.......X...", "hat": "x.x.x.x.x.x.x.x."},
    {"kick": "x.x....x..x.....", "snare": "....X..g.g..X..g", "hat": "x.x.x.xxx.x.x.x."},
    {"kick": "x.....xx..x.....|x......x..xx....", "snare": "....X.......X..g", "hat": "x.x.x.x.x.x.x.x."},
    {"kick": "x......x.xx.....", "snare": "....X.......X...", "hat": "x...x...x...x...", "shaker": "o.oxo.oxo.oxo.ox"},
)
"""Broken beats: the kick talks round the snare's two and four."""

TRAP = ({"kick": "x......x..x.....|x.x....x......x.", "snare": "........X......."},
        {"kick": "x..x..x.........|x.........x..x..", "clap": "........X......."},
        {"kick": "x.....x.....x...", "snare": "........X......g", "clap": "........X......."})
SUB = ("R------R--R-----", "R--R--R---------", "R-----R-----R-5-", "R-------....R-8-")
"""The 808's sine follows the kick."""


def _drums(s: Song, *patterns: dict[str, str] | str, dirt: float = 0.5, loud: float = 100.0) -> None:
    """A sampled kit or a machine; the hats may swing, the sampler has few bits."""
    kit = s.part("kit:standard", "kit:room", "~kit:lofi", "~kit:lofi", "~kit:linn", "kit:jazz", name="beat", level=1, pan=0.0, loose=0.004,
                 fx=s.pick(("crush:2",), ("drive:3",), ("tone:far",)) if s.chance(dirt) else ())
    groove.drums(s, kit, s.rng.choice(list(patterns or BEATS)), fills=s.pick(0, 8), loud=loud, human=0.05, crash=False)


def _loop(s: Song, *voices: str, bars: int = 2, low: int = 60, density: float = 1.2, level: float = -1.0, fx: tuple[str, ...] = (),
          bits: bool = True) -> Part:
    """Two bars that come round and round, as a sampler plays them: every turn the same notes, the same touch."""
    part = s.part(*voices, name="sample", level=level, fx=(*fx, *(s.pick(("crush:2",), ("tone:dark",), ("tone:far",), ()) if bits else ())),
                  loose=0.002)
    return lines.loop(s, part, bars, density, low, span=16)


def _scratch(s: Song, every: int = 4, level: float = -2.0) -> None:
    """A record dragged back and forth at a phrase's end."""
    hand = s.part("~scratch", level=level)
    for bar in s.bars():
        if bar.index % every == every - 1:
            for place in sorted(s.rng.sample(range(8), s.pick(2, 3, 4))):
                hand.add(bar.start + place * bar.beats / 8, s.pick(0.25, 0.5, 0.5), s.pick(50, 60, 70), s.rng.randint(80, 115))


def _hook(s: Song, where: str | tuple[str, ...] | None = None) -> None:
    """What people remember: a chopped voice, a crew, or a line that is sung."""
    kind = s.pick("chop", "crew", "sung", "said")
    if kind == "chop":
        _loop(s, "~vocal", "~vocal-duo", "oohs", "~vocal-low", low=57, density=1.6, level=0, fx=("crush:2",))
    elif kind == "crew":
        flow.shout(s, where, s.pick("X...X...X.xxX...", "..X...X...X.X...", "X.xx....X.xx...."))
    elif kind == "sung":
        players.sing(s, where, density=1.0, rest=0.35, level=0)
    else:
        players.talk(s, where, 2)


@style("Hip-Hop", like="Rap")
def boom_bap(s: Song) -> None:
    """New York, early nineties: a swung break, two bars of a soul record, an upright bass below, scratches for a chorus."""
    s.set((82, 98), ("dorian", "minor", "minor-pentatonic"), swing=(0.2, 0.7), unit=0.5, room=("dry", "booth", "room"))
    s.until(42, "a a hook", a=s.pick(*SOUL), hook=s.pick(*SOUL))
    _drums(s)
    bass.pattern(s, s.part("upright", "finger-bass", "~string-bass", "~sub-bass", level=0), s.pick("R--R..5-..8-5...", "R-....R-5-....7-",
        "R---..R...5-8-.."), 28)
    _loop(s, "rhodes", "piano", "tenor-sax", "muted-trumpet", "strings", "vibraphone", "jazz-guitar", "~fm-piano")
    _scratch(s, s.pick(2, 4))
    if s.chance(0.4):
        flow.rap(s, "a", s.pick("boom-bap", "old-school"), level=0)
    elif s.chance(0.6):
        _hook(s, "hook")


@style("Hip-Hop", like="Jazz")
def lo_fi(s: Song) -> None:
    """Beats to study to: a drowsy electric piano, drums behind the beat, rain, vinyl, no voice at all."""
    s.set((66, 90), ("major", "dorian", "lydian"), swing=(0.4, 0.9), unit=0.5, room=("booth", "plate", "room"))
    s.master.append("old")
    s.until(48, "a a b a", a=s.pick(*SOUL), b=s.pick(*SOUL))
    _drums(s, *BEATS[:3], dirt=0.8, loud=84)
    keys = s.part("rhodes", "piano", "~fm-piano", "nylon", "jazz-guitar", "~vibes", level=0, late=0.02, loose=0.02,
                  fx=s.pick(("chorus",), ("tremolo",), ("tone:dark",)))
    comping.comp(s, keys, s.pick("x-----x-..x-....", "x-------..x---s.", "..x---x-----x---"), 62, 5, strum=0.05, loud=76)
    bass.pattern(s, s.part("upright", "~sub-bass", "finger-bass", level=-1, late=0.015), s.pick("R-----..5---....", "R--R----....8-5-"), 28)
    if s.chance(0.7):
        lines.melody(s, s.part("vibraphone", "flute", "~nylon-guitar", "muted-trumpet", "kalimba", "piano", "~theremin", level=-1,
                               fx=("tone:far",)), 62, 84, None,
                     0.8, 0.4, bends=0.15)
    if s.chance(0.3):
        bass.drone(s, s.part("~wind", "rain", level=-14), (60,), 16, loud=60)


@style("Hip-Hop", like="R&B")
def g_funk(s: Song) -> None:
    """West coast: a sine lead whines high over a rolling bass line, claps, slow and sunny."""
    s.set((86, 102), ("dorian", "minor", "minor-pentatonic"), swing=(0.0, 0.4), unit=0.5, room=("plate", "dry", "club"))
    s.until(44, "a a hook", a=s.pick("im7 | im7 | IV9 | IV9", "i | i | i | i", "im7 | bVII | bVI | V7", "im9 | ivm9"), hook=s.pick(*SOUL))
    kit = s.part("~kit:linn", "~kit:808", "~kit:lofi", "kit:electronic", level=0, loose=0.003)
    groove.drums(s, kit, s.pick({"kick": "x..x......x..x..", "clap": "....X.......X...", "hat": "x.x.x.x.x.x.x.x."},
                                {"kick": "x......x..x.....", "snare": "....X.......X...", "hat": "xxxxxxxxxxxxxxxx",
                                 "tambourine": "....x.......x..."}), fills=8, crash=False)
    bass.pattern(s, s.part("~saw-bass", "synth-bass", "~square-bass", "slap-bass", "~fm-bass", level=1),
                 s.pick("R..R..8.R.7-5-8.", "R-.R-.R.8.7.5.7.", "R..RR..R..8.7.5."), 28)
    whine = s.part("~theremin", "~saw-lead", "~square-lead", "~flute", level=-1, fx=("delay:280",))
    lines.play_riff(s, whine, lines.make_riff(s, 8, 1.0, 12, "minor-pentatonic", 0.2), 8, 76, follow=False)
    comping.comp(s, s.part("rhodes", "~fm-piano", "clean-guitar", "~string-machine", level=-3, fx=("wah:phase",)),
                 s.pick("..s...s...s...s.", "x-------..x.x---"), 62, 4)
    if s.chance(0.4):
        flow.rap(s, "a", "laid-back", level=0)
    _hook(s, "hook")


@style("Hip-Hop", like="Rap")
def crunk(s: Song) -> None:
    """Clubs of the South: three notes on a synthesizer, an 808, and a crowd that shouts back."""
    s.set((70, 82), ("minor", "phrygian", "harmonic-minor"), room=("club", "dry", "arena"))
    s.until(44, "a hook a hook", a=s.pick(*DARK), hook=s.pick(*DARK))
    s.master.append("dense")
    kit = s.part("~kit:808", "~kit:808", "~kit:hard", level=0, loose=0.0)
    groove.drums(s, kit, s.rng.choice(TRAP), fills=4, crash=False, human=0.03, loud=108)
    groove.trap_hats(s, kit, None, 0.25, 0.2, 70)
    bass.pattern(s, s.part("~808-bass", "~sub-bass", level=1, fx=("drive:3",)), s.pick(*SUB), 28)
    _loop(s, "~saw-lead", "~square-lead", "saw-lead", "~hoover", "orchestra-hit", "~stab", low=66, density=1.4, level=0, bits=False)
    flow.shout(s, "hook", s.pick("X...X...X.xxX...", "X.X.X.X.X.X.X...", "..X...X...X...X."), 2, crowd=4)
    flow.shout(s, "a", s.pick("............X.x.", "......X.......X.", "....X.......X..."), 0)


@style("Hip-Hop", like="Jazz")
def jazzy_beats(s: Song) -> None:
    """A live horn or a sampled quintet over a swinging break: walking bass in loops, brushed hats."""
    s.set((84, 104), ("dorian", "minor", "mixolydian"), keys="F Bb Eb C", swing=(0.3, 0.9), unit=0.5, room=("club", "booth", "room"))
    s.until(44, "a a b", a=s.pick(*SOUL), b=s.pick(*SOUL, "ii7 | V7 | Imaj7 | VI7"))
    _drums(s, *BEATS[:3], {"kick": "x..x......x.....", "snare": "....X..g.g..X..g", "ride": "x..xx..xx..xx..x"}, dirt=0.3)
    low = s.part("upright", "upright", "~string-bass", level=0)
    bass.walking(s, low) if s.chance(0.4) else bass.pattern(s, low, s.pick("R--5..8-..7-5-..", "R-3-5-8-R-7-5-a-"), 28)
    comping.comp(s, s.part("piano", "rhodes", "vibraphone", "jazz-guitar", level=-2), s.pick(".s...x--|..s...s.", "x-------..s.x---"), 60,
                 4, drop=0.1)
    lines.melody(s, s.part("trumpet", "tenor-sax", "muted-trumpet", "flute", "trombone", "vibraphone", level=0, late=0.015), 56, 79,
                 None if s.chance(0.5) else "b", 1.5,
                 0.35, bends=0.2, graces=0.1)
    if s.chance(0.5):
        _scratch(s, 4, -4)
    if s.chance(0.3):
        flow.rap(s, "a", "laid-back", level=-1)


@style("Hip-Hop", like="Electronic")
def turntablism(s: Song) -> None:
    """Two decks and a mixer: cuts, juggled drums, voices torn from records."""
    s.set((88, 112), ("minor-pentatonic", "dorian", "blues"), swing=(0.0, 0.5), unit=0.5, room=("dry", "club", "room"))
    s.until(42, "a b a b", a="i | i | i | i", b=s.pick(*DARK))
    row = lambda odds: "".join(s.pick("x", "x", "X", "g") if s.chance(odds) else "." for _ in range(16))  # noqa: E731
    _drums(s, *BEATS, {"kick": "x.x.......x." + row(0.4)[:4], "snare": "....X..g.g..X" + row(0.5)[:3], "hat": "x.x.x.x.x.x.x.x."}, dirt=0.8,
           loud=108)
    _scratch(s, 1, 1)
    _loop(s, "brass", "orchestra-hit", "rock-organ", "~stab", "strings", "overdriven", density=0.8, level=-1)
    bass.pattern(s, s.part("finger-bass", "~saw-bass", "~sub-bass", level=-1), s.pick("R..R....R.8.....", "R-R.....8-7-5-.."), 28)
    players.talk(s, None, s.pick(1, 2), fx=("tone:telephone",))


@style("Hip-Hop", like="Electronic")
def electro_funk(s: Song) -> None:
    """Early eighties: a robot voice, a drum machine with cowbell, a bass sequence for dancing on cardboard."""
    s.set((104, 128), ("minor", "dorian", "phrygian"), room=("club", "plate", "dry"))
    s.until(40, "a a b", a=s.pick(*DARK, "i | bVII | i | bVII"), b=s.pick(*DARK))
    kit = s.part("~kit:808", "~kit:808", "~kit:linn", level=1, loose=0.0)
    groove.drums(s, kit, s.pick({"kick": "x.....x..x......", "snare": "....X.......X...", "hat": "xxxxxxxxxxxxxxxx",
                                 "cowbell": "..x..x..x..x..x."},
                                {"kick": "x..x..x...x.....", "clap": "....X.......X..x", "hat": "x.xxx.xxx.xxx.xx",
                                 "tom2": "..............xx"}), fills=4, crash=False, human=0.02)
    bass.pattern(s, s.part("~saw-bass", "~square-bass", "~fm-bass", "synth-bass", level=0, loose=0.0),
                 s.pick("R.R8.R.RR.8.7.5.", "R..R..8.R..R.7.8", "RR.R8.R.RR.R7.5."), 30)
    _loop(s, "~stab", "orchestra-hit", "~string-machine", "~square-pluck", "~brass-poly", density=1.0, level=-1, bits=False)
    if s.chance(0.5):
        flow.rap(s, "b", "old-school", 0, ("~robot", "~robot", "~rap-voice"), ("chorus",))
    else:
        players.talk(s, None, 2, fx=("flanger",))
    _scratch(s, 4, -3)


@style("Hip-Hop", like="Disco")
def block_party(s: Song) -> None:
    """Late seventies: the band plays the break of a disco record for ever, the host warms up the crowd."""
    s.set((98, 116), ("dorian", "mixolydian", "minor-pentatonic"), room=("club", "outdoors", "room"))
    s.until(42, "a a break", a=s.pick("im7 | IV9 | im7 | IV9", "i | i | i | i"), **{"break": "i | i | i | i"})
    groove.drums(s, s.part("kit:standard", "kit:room", level=1), s.pick("funk", {"kick": "x...x...x...x...", "snare": "....X.......X..g",
        "hat": "x.x.x.x.x.x.x.x."},
                 {"kick": "x.x....x..x.x...", "snare": "....X..g.g..X..g", "hat": "x.x.x.x.x.x.x.x.", "clap": "....x.......x..."}), fills=4)
    bass.pattern(s, s.part("finger-bass", "slap-bass", "~electric-bass", level=1), s.pick("R.R...R.8.7.5...", "R..RR...5.7.8.7.",
        "R.....R8..7.5.3."), 28)
    comping.comp(s, players.guitar(s, "clean", -2, 0.4), s.pick("s.ssm.s.s.ssm.s.", "..s.m.s...s.m.ss"), 64, 3, ("a",))
    groove.drums(s, s.part("kit:standard", name="congas", level=-4), {"conga1": "..x...xx..x...x.", "conga2": "x..x..o.x..x..o.",
                                                                      "cowbell": "x...x...x...x..."}, fills=0, crash=False)
    flow.shout(s, "break", s.pick("X...X...X.X.X...", "..X...X...X.X..."), 0)
    if s.chance(0.6):
        flow.rap(s, "a", "old-school", 0)
    else:
        players.talk(s, "a", 2)


@style("Hip-Hop", like="Rap")
def trap_beat(s: Song) -> None:
    """A producer's beat with nobody on it yet: a bell or a piano in the minor, hats that stutter, an 808 that slides."""
    s.set((64, 82), ("minor", "harmonic-minor", "phrygian"), room=("plate", "hall", "dry"))
    s.until(46, "intro a a b", intro=s.pick(*DARK), a=s.pick(*DARK), b=s.pick(*DARK))
    s.master.append("dense")
    kit = s.part("~kit:808", "~kit:808", "~kit:minimal", "~kit:hard", level=0, loose=0.0)
    groove.drums(s, kit, s.rng.choice(TRAP), ("a", "b"), fills=0, crash=False, human=0.03)
    groove.trap_hats(s, kit, ("a", "b"), s.pick(0.5, 0.25), 0.4)
    bass.pattern(s, s.part("~808-bass", "~sub-bass", level=1, fx=s.pick((), ("drive:3",))), s.pick(*SUB), 26, ("a", "b"))
    _loop(s, "~fm-bell", "piano", "music-box", "pizzicato", "~pluck", "flute", "nylon", "~glass-pad", low=64, density=1.6, level=0,
          fx=("delay:350",), bits=False)
    if s.chance(0.6):
        comping.pad(s, s.part("~dark-pad", "choir", "~string-machine", "strings", level=-4), 60, 3)
    if s.chance(0.4):
        players.talk(s, ("a", "b"), 4, -3, ("delay:350",))


@style("Hip-Hop", like="Electronic")
def memphis_tape(s: Song) -> None:
    """A third-generation cassette: cowbell melody, slowed voices, horror chords, distorted sub."""
    s.set((62, 84), ("minor", "phrygian", "harmonic-minor"), room=("room", "dry", "hall"))
    s.until(44, "a a b", a=s.pick(*DARK), b=s.pick(*DARK))
    s.master.append("old")
    kit = s.part("~kit:808", "~kit:lofi", level=0, loose=0.0, fx=("drive:4",))
    groove.drums(s, kit, s.rng.choice(TRAP), fills=0, crash=False)
    groove.trap_hats(s, kit, None, 0.25, 0.15)
    bell = s.part("agogo-bell", "~chip-pulse", "~fm-bell", "tinkle", "~square-pluck", level=0, loose=0.0, fx=("drive:3",))
    lines.play_riff(s, bell, lines.make_riff(s, 8, 1.8, 12, "minor-pentatonic", 0.3), 8, 67, follow=False)
    bass.pattern(s, s.part("~808-bass", "~sub-bass", level=1, fx=("drive:6",)), s.pick(*SUB), 26)
    chant = s.part("~speech", "~vocal-low", "~growl", level=-1, fx=("tone:dark", "crush:3"))
    hook = [s.pick("come on", "we ride tonight", "run it", "never stop") for _ in range(2)]
    for bar in s.bars():
        for beat in s.pick((0.0, 2.0), (0.0,), (1.0, 3.0)):
            chant.add(bar.start + beat, 0.9, s.pick(28, 30) if chant.voice == "~speech" else 40, 100,
                      hook[bar.index % 2] if chant.voice == "~speech" else s.pick("ao", "we", "go"))


@style("Hip-Hop", like="Classical")
def orchestral_beat(s: Song) -> None:
    """Strings and a choir out of an old film, cut to two bars and put on a hard break."""
    s.set((78, 98), ("harmonic-minor", "minor", "phrygian"), swing=(0.0, 0.4), unit=0.5, room=("hall", "plate", "room"))
    s.until(44, "a a b", a=s.pick(*DARK), b=s.pick(*DARK, "i | bVI | bIII | V"))
    _drums(s, loud=108, dirt=0.6)
    bow = s.part("strings", "tremolo-strings", "pizzicato", "~section", "harpsichord", level=0, fx=s.pick((), ("crush:2",), ("tone:far",)))
    comping.comp(s, bow, s.pick("s.s.s.s.s.s.s.s.", "x---x---x-x-x---", "ssssssssssssssss", "x--x--x---x-x---"), 62, 4)
    lines.play_riff(s, s.part("violin", "~bowed", "horn", "choir", "brass", level=-1, send=-7),
                    lines.make_riff(s, 8, 1.0, 14, s.scale, 0.15), 8, 62, follow=s.chance(0.5))
    bass.pattern(s, s.part("contrabass", "~sub-bass", "~808-bass", level=0), s.pick("R--R....R-----..", "R-------R---5---"), 28)
    if s.chance(0.4):
        _hook(s, "b")
    if s.chance(0.5):
        _scratch(s, 4, -3)


@style("Hip-Hop", like="R&B")
def soul_chops(s: Song) -> None:
    """A soul singer's record speeded up until she is a child, chopped on the pads, with new drums."""
    s.set((76, 96), ("major", "mixolydian", "minor"), swing=(0.1, 0.5), unit=0.5, room=("plate", "room", "dry"))
    s.until(44, "a a b", a=s.pick(*SOUL, "I | iii7 | IVmaj7 | V"), b=s.pick(*SOUL))
    _drums(s, loud=106)
    chop = s.part("~vocal", "~vocal-duo", "~backing", level=1, fx=("crush:2",), loose=0.0)
    lines.play_riff(s, chop, lines.make_riff(s, 8, 1.3, 12, "major-pentatonic" if s.scale != "minor" else "minor-pentatonic", 0.2), 8, 66,
                    follow=False)
    for number, note in enumerate(chop.notes):
        note.how = ("ai", "la", "o", "ye", "u")[number % 5]
    comping.comp(s, s.part("piano", "rhodes", "strings", "brass", level=-2, fx=("tone:far",)),
                 s.pick("x---x---x---x---", "x-s...x-s...x-s."), 64, 4)
    bass.pattern(s, s.part("finger-bass", "~sub-bass", "~electric-bass", level=0), s.pick("R--R..5-8-..5-..", "R-----R-..5-7-8-"), 28)
    if s.chance(0.4):
        flow.rap(s, "a", "boom-bap", level=-1)


@style("Hip-Hop", like="R&B")
def live_band(s: Song) -> None:
    """Conscious rappers' band: dry drummer, electric piano, bass guitar with a mind of its own, a singer for the hook."""
    s.set((84, 104), ("dorian", "minor", "mixolydian"), swing=(0.1, 0.7), unit=0.5, room=("room", "club", "booth"))
    s.until(44, "a a hook", a=s.pick(*SOUL), hook=s.pick(*SOUL))
    groove.drums(s, s.part("kit:standard", "kit:jazz", "kit:room", level=1, late=0.01), s.rng.choice(BEATS), fills=4, human=0.14,
                 crash=False)
    bass.pattern(s, s.part("finger-bass", "fretless", "~electric-bass", level=1), s.pick("R..R.x5.8.7.x.5.", "R-..R.x.5.7-8...",
        "R..x.R8...7.5.x."), 28)
    comping.comp(s, s.part("rhodes", "clavinet", "~fm-piano", "drawbar", level=-1, fx=s.pick(("tremolo",), ("wah:phase",), ())),
                 s.pick("x--s..x-..s.x---", "..s...x-..s...x-"), 60, 4)
    flow.rap(s, "a", s.pick("boom-bap", "laid-back"), 0) if s.chance(0.4) else players.talk(s, "a", 2)
    players.sing(s, "hook", density=1.1, level=0, bends=0.3)
    if s.chance(0.4):
        comping.stabs(s, [s.part(v, level=-3) for v in ("trumpet", "tenor-sax", "trombone")], "......s.|..s...x-", 64, "hook")


@style("Hip-Hop", like="Latin")
def barrio(s: Song) -> None:
    """A bolero or a montuno looped under a hard beat; congas, trumpet, a greeting in Spanish."""
    s.set((86, 102), ("minor", "harmonic-minor", "dorian"), swing=(0.0, 0.4), unit=0.5, room=("room", "club", "plate"))
    s.until(42, "a a hook", a=s.pick("i | iv | V7 | i", "im7 | iv7 | V7 | V7", "i | bVII | bVI | V"), hook="i | iv | V7 | i")
    _drums(s, *BEATS)
    groove.drums(s, s.part("kit:standard", name="congas", level=-4), {"conga1": "..x...xx..x...xx", "conga-mute": "x...x...x...x...",
                                                                      "claves": "x..x..x...x.x..."}, fills=0, crash=False)
    comping.comp(s, s.part("piano", "nylon", "~nylon-guitar", level=-1, fx=s.pick((), ("crush:2",))),
                 s.pick("x.xx.x.x.x.x.x.x", "s..s..s.s..s..s."), 64, 4)
    bass.pattern(s, s.part("upright", "~sub-bass", "finger-bass", level=0), s.pick("R-----5-....8---", "R--R..5-...8-..."), 28)
    _loop(s, "trumpet", "muted-trumpet", "flute", "~nylon-guitar", "accordion", density=1.0, level=-1)
    if s.chance(0.5):
        flow.rap(s, "a", "boom-bap", -1, tongue=s.pick("es", "es", "en"), voices=("~rap-voice", "~speech-es+m3", "~speech-es+m7"))
    _hook(s, "hook")


@style("Hip-Hop", like="Reggae")
def raggamuffin(s: Song) -> None:
    """A dancehall sample on a New York break: the skank chopped into the beat, a deep voice that toasts for a few bars."""
    s.set((84, 102), ("minor", "dorian", "phrygian"), swing=(0.1, 0.6), unit=0.5, room=("room", "club", "dry"))
    s.until(42, "a hook a", a=s.pick(*DARK, "i | bVII | i | bVII"), hook=s.pick(*DARK))
    _drums(s, loud=106)
    bass.pattern(s, s.part("finger-bass", "~sub-bass", "~saw-bass", level=1), s.pick("R--5--8-....R-5-", "R..R..5-..R.7-5-",
        "R-R...5-R-..7-5-"), 28)
    skank = s.part("clean-guitar", "~organ", "piano", "drawbar", level=-3, fx=s.pick(("crush:2",), ("delay:dub",)))
    comping.comp(s, skank, s.pick("..s...s...s...s.|................", "..s.......s.....", "..s...s........."), 65, 3)
    flow.rap(s, "hook", "toast", 0, voices=("~vocal-low", "~rap-voice", "~speech", "~growl"), adlibs=0.1)
    if s.chance(0.5):
        _loop(s, "trombone", "trumpet", "harmonica", "~siren", "tenor-sax", density=0.8, level=-2)
    _scratch(s, 4, -3)


@style("Hip-Hop", like="Pop")
def radio_hook(s: Song) -> None:
    """The crossover: a chipmunk or piano loop and a sung chorus on drums that stay hip-hop; between choruses the beat is alone."""
    s.set((82, 104), ("minor", "major", "dorian"), swing=(0.0, 0.4), unit=0.5, room=("plate", "dry", "room"))
    own = ("vi | IV | I | V", "I | V | vi | IV") if s.scale == "major" else ("i | bVI | bIII | bVII", "i | bVII | bVI | v")
    s.until(42, "hook a a", a=s.pick(*own), hook=s.pick(*own))
    _drums(s, loud=106, dirt=0.3)
    comping.comp(s, s.part("piano", "strings", "~saw-poly", "nylon", level=-1), s.pick("x---x---x-s.x---", "x-------x-..x---",
        "s.s.s.s.s.s.s.s."), 62, 4)
    bass.pattern(s, s.part("~sub-bass", "synth-bass", "finger-bass", level=0), s.pick("R--R..5-8-..5-..", "R-----R-..5-7-8-"), 28)
    players.sing(s, "hook", density=1.2, level=0, fx=("delay:300",))
    if s.chance(0.4):
        flow.rap(s, "a", "boom-bap", -1, adlibs=0.2)
    else:
        _loop(s, "~vocal", "glockenspiel", "flute", "~pluck", level=-2)
