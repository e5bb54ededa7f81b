"""Pop: a tune that one can sing after one hearing, four chords, verse and chorus, everything in its place and nothing too long.

The hard cases are every genre that pop has borrowed from: Rock, Electronic, Disco, R&B, Folk, Country, Reggae, Latin, Hip-Hop; what stays
is the voice in front, the plain harmony and the lift of the chorus.
"""

from __future__ import annotations

import bass
import comping
import flow
import groove
import lines
import players
from score import Note
from song import Song, style

LOOPS = ("I | V | vi | IV", "vi | IV | I | V", "I | vi | IV | V", "IV | I | V | vi", "I | iii | vi | IV", "I | IV | vi | V",
         "IV | V | iii | vi", "I | V | IV | IV")
MINOR = ("i | bVI | bIII | bVII", "i | bVII | bVI | bVII", "i | iv | bVI | V", "bVI | bVII | i | i", "i | bIII | bVII | iv")
OLD = ("I | vi | ii | V", "I | IV | I | V", "I | iii | IV | V", "I | bVII | IV | V", "I | I+ | vi | IV")
FORM = "verse verse chorus", "verse chorus verse chorus", "chorus verse chorus", "intro verse chorus"


def _frame(s: Song, seconds: float = 42, plan: str = "", chords: tuple[str, ...] = ()) -> None:
    """Verse, chorus and what lies between, two loops of four chords each."""
    own = chords or (MINOR if s.scale in ("minor", "dorian") else LOOPS)
    verse, chorus = s.pick(*own), s.pick(*own)
    plan = plan or s.pick(*FORM)
    s.until(seconds, plan, verse=verse + " | " + verse, chorus=chorus + " | " + chorus, intro=verse)


def _hook(s: Song, density: float = 1.5, level: float = 2.0, low: int | None = None, fx: tuple[str, ...] = (),
          voices: tuple[str, ...] = players.SINGERS, bends: float = 0.15) -> list[Note]:
    """The singer: a narrow verse, a chorus a third or fourth higher whose first bar comes again and again, doubled there by others."""
    who = s.part(*voices, name="singer", level=level, pan=0.0, fx=fx, loose=0.015)
    bottom = low if low is not None else s.pick(45, 47) if "low" in who.voice else s.pick(54, 57, 59)
    words = s.rng.sample(players.SYLLABLES, 12)
    lines.melody(s, who, bottom, bottom + 10, ("verse", "intro"), density, 0.2, form=s.pick("AABB", "ABAB", "AAAB"), bends=bends,
                 syllables=words, triplets=False, pull=0.65)
    top = lines.melody(s, who, bottom + 5, bottom + 16, "chorus", density * s.between(0.7, 1.1), 0.12, form=s.pick("AAAB", "AABA", "AAAA"),
                       bends=bends, syllables=words, triplets=False,
                       leap=0.22, pull=0.75, loud=106)
    if s.chance(0.6):
        other = s.part(who.voice, "~backing", "oohs", name="harmony", level=level - 6, pan=s.pick(-0.4, 0.4), fx=fx, loose=0.02)
        lines.harmonise(s, other, top, s.pick(2, -2, -5), scale="major" if s.scale == "mixolydian" else None)
    return top


def _low(s: Song, *rows: str, level: float = -1.0, voices: tuple[str, ...] = ("finger-bass", "pick-bass", "~electric-bass",
                                                                              "synth-bass")) -> None:
    bass.pattern(s, s.part(*voices, name="bass", level=level, pan=0.0, send=-20), s.pick(*(rows or ("R---R-R-", "RRRRRRRR", "R--R--R-",
        "R-----R-"))), 28)


@style("Pop", like="Rock")
def verse_chorus(s: Song) -> None:
    """Band and keyboards: piano or clean guitar in the verse, everything in the chorus, a tambourine to lift it."""
    s.set((92, 132), ("major", "major", "mixolydian", "minor"), room=("plate", "room", "hall"))
    _frame(s)
    kit = s.part("kit:standard", "kit:room", "~kit:linn", level=-1, pan=0.0)
    groove.drums(s, kit, s.pick("two-step", "rock", {"kick": "x.......x.x.....", "rim": "....x.......x...", "hat": "x.x.x.x.x.x.x.x."}),
                 ("verse", "intro"), fills=8, loud=84)
    groove.drums(s, kit, {"kick": "x...x...x...x...", "snare": "....X.......X...", "hat": "x.x.x.x.x.x.x.x.",
                          "tambourine": "..x...x...x...x."} if s.chance(0.4) else "rock", "chorus", fills=8, loud=102)
    _low(s)
    comping.comp(s, s.part("piano", "bright-piano", "electric-grand", level=-2), s.pick("x-x-x-x-", "x---x-x-", "x--x--x-"), 62, 4)
    comping.strum(s, s.part("steel", "clean-guitar", "~steel-guitar", level=-4, pan=0.5), s.pick("x-xu.uxu", "x---x-x-"), "chorus")
    comping.pad(s, s.part("strings", "~string-machine", "~warm-pad", level=-6), 64, 3, "chorus")
    _hook(s)


@style("Pop", like="Electronic")
def dance_pop(s: Song) -> None:
    """Four on the floor, side-chained chords, a chorus for a stadium and a singer in every bar."""
    s.set((112, 130), ("minor", "major"), room=("plate", "dry", "arena"))
    _frame(s)
    s.master.append("dense")
    kit = s.part("~kit:909", "~kit:linn", "kit:electronic", level=0, loose=0.0)
    groove.drums(s, kit, "house", "chorus", fills=8, human=0.02)
    groove.drums(s, kit, s.pick({"kick": "x...x...x...x..."}, {"kick": "x...x...x...x...", "clap": "....x.......x..."},
                                {"clap": "....x.......x...", "hat": "x.x.x.x.x.x.x.x."}), ("verse", "intro"), fills=0, human=0.02)
    _low(s, "..R...R...R...R.", "R.RRR.RRR.RRR.RR", "R-R-R-R-", voices=("~saw-bass", "~square-bass", "synth-bass", "~sub-bass"))
    comping.comp(s, s.part("~saw-poly", "~supersaw", "~stab", "polysynth", "bright-piano", level=-2, duck=0.6, loose=0.0),
                 s.pick("x--x--x---x--x--", "x-------x-------", "..x...x...x...x.",
                        "x-s.x-s.x-s.x-s."), 64, 4, "chorus" if s.chance(0.5) else None)
    comping.arpeggio(s, s.part("~pluck", "~square-pluck", "~fm-bell", level=-4, fx=("delay:330",), loose=0.0), 0.25, 60, 2,
                     s.pick("up", "0213", "random"), rests=s.pick("x..x..x.", "x.xx", ""))
    _hook(s, 1.7, 3.0, fx=s.pick((), ("delay:330",), ("chorus",)))


@style("Pop", like="Classical")
def piano_ballad(s: Song) -> None:
    """Piano and voice, strings for the second chorus, drums last of all if they come."""
    s.set((58, 84), ("major", "major", "minor"), rubato=0.02, room=("hall", "plate", "room"))
    _frame(s, 48, chords=(*LOOPS, *OLD) if s.scale == "major" else ())
    comping.comp(s, s.part("piano", "electric-grand", "bright-piano", "~fm-piano", level=0), s.pick("x-x-x-x-", "x---x-x-", "x-x-x-xx"), 60,
                 4)
    bass.pattern(s, s.parts[-1], "R-------", 36)
    if s.chance(0.7):
        comping.pad(s, s.part("strings", "slow-strings", "~section", "~string-machine", level=-4), 65, 4, "chorus", spread=True)
        lines.melody(s, s.part("cello", "violin", "oboe", "horn", level=-5, send=-8), 55, 76, "chorus", 0.6, 0.3)
    if s.chance(0.5):
        groove.drums(s, s.part("kit:standard", "kit:room", level=-2), s.pick("half-time", "two-step"), "chorus", fills=4, loud=92)
        _low(s, "R-----R-", "R---5---")
    _hook(s, 1.1, 3.0)


@style("Pop", like="Folk")
def acoustic_pop(s: Song) -> None:
    """A strummed guitar or ukulele, claps and shakers, whistling if the sun shines."""
    s.set((88, 128), ("major", "mixolydian"), keys="G C D A F", swing=s.pick(0.0, 0.0, 0.6), unit=0.5, room=("room", "plate", "booth"))
    _frame(s)
    comping.strum(s, s.part("steel", "~steel-guitar", "~ukulele", "nylon", level=-1, pan=-0.3), s.pick("x-xu.uxu", "x-xuxuxu", "m.x.m.xu"))
    groove.drums(s, s.part("kit:standard", "kit:room", "~kit:minimal", level=-3),
                 s.pick({"kick": "x.....x.x.......", "rim": "....x.......x...", "shaker": "o.o.o.o.o.o.o.o."},
                        {"kick": "x...x...x...x...", "clap": "....x.......x..."}, "two-step"),
                 None if s.chance(0.5) else "chorus", fills=8, crash=False, loud=88)
    _low(s, "R---R---", "R-----5-", "R--R--5-", level=-2, voices=("finger-bass", "upright", "~string-bass"))
    if s.chance(0.5):
        lines.melody(s, s.part("whistle", "glockenspiel", "~flute", "accordion", "trumpet", level=-2), 67, 86, ("intro", "chorus"), 1.2,
                     0.25, form="AAAB", triplets=False)
    if s.chance(0.5):
        comping.comp(s, s.part("piano", "~fm-piano", "vibraphone", level=-5), "x---x-x-", 62, 3, "chorus")
    _hook(s, 1.6)


@style("Pop", like="Electronic")
def synth_pop(s: Song) -> None:
    """Eighties: gated machine drums, sequenced bass, a riff on a polyphonic synthesizer that everybody knows."""
    s.set((104, 138), ("minor", "dorian", "major"), room=("plate", "hall", "arena"))
    _frame(s)
    groove.drums(s, s.part("~kit:linn", "~kit:linn", "~kit:808", "kit:electronic", level=0, loose=0.0),
                 s.pick("rock", "electro", "disco", {"kick": "x...x...x...x...", "snare": "....X.......X...",
                                                     "hat": "xxxxxxxxxxxxxxxx"}), fills=8, human=0.02)
    _low(s, "R.R.R.R.R.R.R.R.", "R8R8R8R8", "R.RR..R.R.RR8.5.", voices=("~saw-bass", "~fm-bass", "synth-bass", "~square-bass"))
    riff = s.part("~brass-poly", "~saw-poly", "~square-lead", "synth-brass", "~fm-bell", "polysynth", level=-1, fx=("chorus",), loose=0.0)
    lines.melody(s, riff, 64, 83, ("intro", "chorus"), 1.5, 0.15, form="AAAB", triplets=False)
    comping.pad(s, s.part("~string-machine", "~warm-pad", "synth-strings", level=-4), 62, 4)
    comping.arpeggio(s, s.part("~pluck", "~square-pluck", level=-5, loose=0.0), 0.25, 60, 2, "0213", "verse")
    _hook(s, 1.4, 2.0, fx=s.pick(("delay:330",), ("chorus",)))


@style("Pop", like="Disco")
def nu_disco_pop(s: Song) -> None:
    """A filtered guitar and an octave bass under a tune in plain words: disco remembered by people too young for it."""
    s.set((108, 124), ("minor", "dorian", "major"), room=("plate", "dry", "room"))
    _frame(s)
    s.master.append("dense")
    groove.drums(s, s.part("~kit:linn", "kit:standard", "~kit:909", level=0, loose=0.003),
                 s.pick("disco", "house", {"kick": "x...x...x...x...", "clap": "....X.......X...",
                                           "hat": "x.x.x.x.x.x.x.x."}), fills=8, human=0.05)
    _low(s, "R..R..8.R..R.5.8", "R.8.R.8.R.8.R.8.", "R-.R.8.R.5.7.8..")
    comping.comp(s, s.part("clean-guitar", "~electric-guitar", "muted-guitar", level=-3, fx=("amp:clean", "chorus")),
                 s.pick("..s.m.s...s.m.ss", "s.sm.ms.s.sm.ms."), 66, 3)
    comping.comp(s, s.part("~saw-poly", "piano", "~string-machine", level=-4, duck=0.4), s.pick("x-------x-------", "..x...x...x...x."), 62,
                 4)
    _hook(s, 1.7, 3.0)


@style("Pop", like="R&B")
def slick_pop(s: Song) -> None:
    """R&B's drums and stacked voices on pop's four triads: snaps, plucks, a breathy lead."""
    s.set((84, 108), ("minor", "major"), room=("plate", "dry", "booth"))
    _frame(s)
    kit = s.part("~kit:808", "~kit:minimal", "~kit:linn", level=-1, loose=0.0)
    groove.drums(s, kit, s.pick({"kick": "x.....x...x.....", "clap": "....x.......x...", "hat": "x.x.x.x.x.x.xrx."},
                                {"kick": "x..x..x...x.x...", "snare": "....x.......x...",
                                 "hat": "x.xxx.x.x.xxx.x."}), fills=0, human=0.03, crash=False)
    _low(s, "R-----R---R-----", "R--R--R-..R-R---", voices=("~sub-bass", "~808-bass", "synth-bass"))
    comping.comp(s, s.part("~pluck", "~fm-piano", "rhodes", "clean-guitar", "~nylon-guitar", level=-2, fx=("delay:300",)),
                 s.pick("x..x..x.x..x..x.", "x---x-x-", "s..s..s...s.s..."), 64, 3)
    comping.pad(s, s.part("~warm-pad", "~air-pad", "~backing", level=-6), 62, 3, "chorus")
    _hook(s, 1.8, 3.0, voices=("~vocal", "~vocal-duo", "~vocal", "oohs"), bends=0.25)


@style("Pop", like="Hip-Hop")
def pop_with_a_verse(s: Song) -> None:
    """A big sung chorus on a hip-hop beat; a guest raps for eight bars in between."""
    s.set((78, 104), ("minor", "major"), room=("plate", "dry", "room"))
    _frame(s, plan=s.pick("chorus verse chorus", "intro chorus verse chorus"))
    s.master.append("dense")
    kit = s.part("~kit:808", "~kit:linn", "kit:standard", level=0, loose=0.0)
    groove.drums(s, kit, s.pick("boom-bap", "half-time", {"kick": "x..x..x...x.....", "clap": "....X.......X...",
                                                          "hat": "x.x.x.x.x.x.x.x."}), fills=8, human=0.04, crash=False)
    _low(s, "R-----R-", "R--R--R-----R---", voices=("~sub-bass", "synth-bass", "~808-bass", "finger-bass"))
    comping.comp(s, s.part("piano", "~pluck", "~saw-poly", "strings", "steel", level=-2), s.pick("x-x-x-x-", "x---x-x-", "x--x--x-"), 62, 4)
    comping.pad(s, s.part("strings", "~string-machine", "~warm-pad", level=-5), 64, 3, "chorus")
    who = s.part("~vocal", "~vocal-duo", "~vocal", name="singer", level=3, pan=0.0, fx=("delay:300",))
    tune = lines.melody(s, who, 60, 76, ("chorus", "intro"), 1.2, 0.12, form="AAAB", syllables=s.rng.sample(players.SYLLABLES, 10),
                        triplets=False, loud=106)
    lines.harmonise(s, s.part("~backing", "oohs", level=-4), tune, 2)
    flow.rap(s, "verse", s.pick("boom-bap", "laid-back", "old-school"), 1, adlibs=0.2)


@style("Pop", like="R&B")
def girl_group(s: Song) -> None:
    """Sixties: a wall of pianos, castanets, strings, a heartbeat on the kick, three voices and one heart."""
    s.set((108, 140), "major", keys="C G F E A", swing=s.pick(0.0, 0.7), room=("hall", "plate", "church"))
    s.master.append("old")
    _frame(s, chords=OLD)
    groove.drums(s, s.part("kit:standard", "kit:room", level=-1), s.pick({"kick": "x.....x.x.......", "snare": "............X...",
                                                                          "tambourine": "x.x.x.x.x.x.x.x."}, {"kick": "x..x..x.x..x..x.",
                                                                              "snare": "....X.......X...",
                  "tambourine": "....x.......x..."}), fills=4)
    _low(s, "R--R5-5-", "R-R-5-5-", "R-3-5-6-", voices=("finger-bass", "upright", "pick-bass"))
    for voice, pan in (("piano", -0.4), ("steel", 0.4), ("harpsichord", 0.1))[: s.pick(2, 3)]:
        comping.comp(s, s.part(voice, level=-4, pan=pan), s.pick("xxxxxxxx", "x.xxx.xx", "x-x-x-x-"), 62, 4)
    lines.melody(s, s.part("strings", "~section", level=-3, send=-7), 67, 86, "chorus", 0.8, 0.15)
    comping.comp(s, s.part("~backing", "oohs", level=-3), s.pick("....x.x.|x-------", "x---x---", "..x-..x-"), 65, 3)
    if s.chance(0.5):
        lines.melody(s, s.part("baritone-sax", "tenor-sax", "glockenspiel", "bells", level=-4), 50, 74, "chorus", 0.9, 0.3)
    _hook(s, 1.3, voices=("~vocal", "~vocal-duo", "~vocal"))


@style("Pop", like="Reggae")
def tropical(s: Song) -> None:
    """A steel pan, a marimba or a plucked synthesizer on the off-beats, a soft kick, the sea."""
    s.set((88, 116), ("major", "minor"), room=("plate", "room", "outdoors"))
    _frame(s)
    groove.drums(s, s.part("~kit:minimal", "~kit:808", "~kit:909", level=-1, loose=0.0),
                 s.pick({"kick": "x...x...x...x...", "snare": "...x..x....x..x.", "shaker": "o.o.o.o.o.o.o.o."},
                        {"kick": "x..x..x.x..x..x.", "clap": "....x.......x...",
                         "hat": "..x...x...x...x."}), fills=8, human=0.03, crash=False)
    _low(s, "R--R--R-", "R--R..R-", "..R...R...R...R.", voices=("~sub-bass", "synth-bass", "~saw-bass"))
    comping.comp(s, s.part("~pluck", "marimba", "steel-drums", "~ukulele", "nylon", level=-1, fx=("delay:270",)),
                 s.pick("..s...s...s...s.", "s..s..s.s..s..s.", ".x.x.x.x"), 64, 3)
    lines.melody(s, s.part("steel-drums", "~flute", "~pluck", "marimba", "pan-flute", "~vocal", level=-1, fx=("delay:330",)), 67, 86,
                 ("intro", "chorus"), 1.7, 0.2, form="AAAB", triplets=False)
    comping.pad(s, s.part("~warm-pad", "~string-machine", level=-6, duck=0.5), 62, 3)
    _hook(s, 1.5)


@style("Pop", like="Latin")
def latin_pop(s: Song) -> None:
    """Nylon guitar, a light percussion groove and a radio chorus; minor, warm, for dancing slowly or fast."""
    s.set((92, 128), ("minor", "harmonic-minor", "major"), keys="A E D G", room=("plate", "room", "club"))
    _frame(s, chords=("i | iv | V7 | i", "i | bVII | bVI | V", "i | bVI | bIII | bVII",
                      "i | iv | bVII | bIII") if s.scale != "major" else LOOPS)
    comping.strum(s, s.part("nylon", "~nylon-guitar", level=-1, pan=-0.3), s.pick("x--u.ux.", "x-xu.uxu", "x..x..x."))
    groove.drums(s, s.part("kit:standard", "~kit:linn", "~kit:808", level=-1), s.pick("rock", "house", {"kick": "x...x...x...x...",
        "snare": "...x..x....x..x.", "hat": "x.x.x.x.x.x.x.x."}), fills=8, loud=90)
    groove.drums(s, s.part("kit:standard", name="percussion", level=-5), {"conga1": "....x.......x.xx", "conga-mute": "x..x..x.x..x....",
                                                                          "shaker": "o.oxo.oxo.oxo.ox"}, fills=0, crash=False)
    _low(s, "R--R..5-", "R-----5-", "R--5--8-")
    lines.melody(s, s.part("~nylon-guitar", "nylon", "trumpet", "accordion", level=-1), 60, 81, ("intro", "chorus"), 1.5, 0.25)
    _hook(s, 1.4)


@style("Pop", like="Rock")
def power_pop(s: Song) -> None:
    """Guitars that ring, eighth notes, a tune with a leap in it and hand claps: three minutes, no more."""
    s.set((124, 164), ("major", "mixolydian"), keys="A E D G C", room=("room", "plate", "club"))
    _frame(s, 36, chords=(*LOOPS, *OLD))
    comping.strum(s, players.guitar(s, s.pick("edge", "crunch"), -1, wide=True), s.pick("xxxxxxxx", "x-x-x-xx", "x-xx.xxx"), strings=4)
    comping.comp(s, players.guitar(s, "clean", -4, 0.3, extra=("chorus",)), s.pick("x.x.x.x.", "x--x--x-"), 69, 3)
    _low(s, "RRRRRRRR", "R-RRR-R5")
    groove.drums(s, s.part("kit:standard", "kit:room", level=0), s.pick("rock", "rock-busy"), fills=8, loud=104)
    groove.drums(s, s.part("kit:standard", name="hands", level=-5), {"clap": "....x.......x...", "tambourine": "..x...x...x...x."},
                 "chorus", fills=0, crash=False)
    _hook(s, 1.6, 3.0)


@style("Pop", like="Country")
def country_pop(s: Song) -> None:
    """Acoustic guitar, a fiddle far back, a programmed beat; a story that ends in a chorus for everybody."""
    s.set((84, 124), "major", keys="G C D A E", room=("plate", "room", "hall"))
    _frame(s)
    comping.strum(s, s.part("steel", "~steel-guitar", level=-2, pan=-0.4), s.pick("x-xu.uxu", "x-x-xuxu"))
    groove.drums(s, s.part("~kit:linn", "kit:standard", "~kit:909", level=-1), s.pick("rock", "two-step", {"kick": "x...x...x...x...",
        "clap": "....x.......x..."}), fills=8)
    _low(s)
    comping.comp(s, s.part("piano", "~fm-piano", "~saw-poly", level=-4), "x---x-x-", 62, 4)
    comping.arpeggio(s, s.part("banjo", "~pluck", "~mandolin", level=-6), 0.25, 55, 2, "0214", "chorus")
    lines.melody(s, s.part("fiddle", "~electric-guitar", level=-5, fx=("delay:320",)), 62, 81, "chorus", 0.7, 0.4, bends=0.3)
    _hook(s, 1.6, 3.0)


@style("Pop", like="Jazz")
def soft_rock(s: Song) -> None:
    """Seventies, California: electric piano, major sevenths, stacked harmonies, a saxophone at the end of the pier."""
    s.set((84, 120), ("major", "mixolydian"), swing=s.pick(0.0, 0.0, 0.5), unit=0.5, room=("room", "plate", "booth"))
    _frame(s, chords=("Imaj7 | IVmaj7 | Imaj7 | IVmaj7", "IVmaj7 | iii7 | ii7 | Imaj7", "Imaj7 | vi7 | ii7 | V9sus4",
                      "I | V/7 | vi7 | IVmaj7", "IVmaj7 | V | iii7 | vi7"))
    groove.drums(s, s.part("kit:standard", "kit:room", level=-2), s.pick("rock", "two-step", {"kick": "x..x..x...x..x..",
        "snare": "....X.......X...", "hat": "x.xxx.xxx.xxx.xx"}), fills=8, loud=88)
    comping.comp(s, s.part("rhodes", "~fm-piano", "dx-piano", "piano", level=-1, fx=s.pick(("chorus",), ("tremolo",))),
                 s.pick("x--x--x-", "x-x-x-x-", "x---.sx-"), 62, 4)
    comping.strum(s, s.part("steel", "~steel-guitar", level=-5, pan=0.5), "x-xu.uxu")
    _low(s, "R--R.5R-", "R-----5-", "R--R8-5-")
    comping.comp(s, s.part("~backing", "oohs", level=-4), s.pick("x-------", "....x---"), 66, 3, "chorus")
    if s.chance(0.5):
        lines.melody(s, s.part("alto-sax", "tenor-sax", "flute", "clean-guitar", level=-2), 60, 81, ("intro", "chorus"), 1.0, 0.4,
                     bends=0.3)
    _hook(s, 1.3)


@style("Pop", like="Disco")
def euro_pop(s: Song) -> None:
    """The song contest: polka bass or four on the floor, strings, modulation up a step, glitter."""
    s.set((112, 138), ("major", "minor"), room=("hall", "plate", "arena"))
    _frame(s, chords=("I | V | vi | iii | IV | I | IV | V", "I | IV | V | I",
                      "I | I | V | V") if s.scale == "major" else ("i | iv | bVII | bIII | bVI | iv | V | V", "i | bVI | iv | V"))
    groove.drums(s, s.part("kit:standard", "~kit:linn", "~kit:909", level=-1), s.pick("disco", "two-step", {"kick": "x...x...x...x...",
        "snare": "....X.......X...", "hat": "..x...x...x...x."}), fills=8)
    _low(s, "R.5.R.5.", "R8R8R8R8", "R-R-5-5-")
    comping.comp(s, s.part("piano", "accordion", "~saw-poly", "~string-machine", level=-2), s.pick(".x.x.x.x", "x-x-x-x-"), 64, 4)
    lines.melody(s, s.part("strings", "~section", "synth-brass", "trumpet", level=-3), 67, 86, ("intro", "chorus"), 1.4, 0.15, form="AAAB")
    _hook(s, 1.4, 3.0)


@style("Pop", like="Hip-Hop")
def bedroom_pop(s: Song) -> None:
    """Recorded under a blanket: a cheap keyboard, a chorused guitar, a drum machine and a half-whispered voice."""
    s.set((72, 112), ("major", "minor", "mixolydian"), swing=s.pick(0.0, 0.4), unit=0.5, room=("booth", "room", "plate"))
    _frame(s, chords=("Imaj7 | IVmaj7 | Imaj7 | IVmaj7", "ii7 | V7 | Imaj7 | vi7", "IVmaj7 | iv | I | I",
                      "I | iii | IV | iv") if s.scale == "major" else ())
    groove.drums(s, s.part("~kit:lofi", "~kit:minimal", "~kit:808", level=-2), s.pick("boom-bap", "two-step", {"kick": "x.....x.x.......",
        "rim": "....x.......x...", "hat": "x.x.x.x.x.x.x.x."}), fills=0, crash=False, loud=80)
    guitar = s.part("~electric-guitar", "clean-guitar", "~nylon-guitar", level=-1, fx=("amp:clean", "chorus"))
    comping.arpeggio(s, guitar, 0.5, 52, 2, s.pick("0213", "updown"), gate=1.6) if s.chance(0.5) else comping.comp(s, guitar,
        s.pick("x---x-x-", "x--x--x-"), 62, 4, strum=0.03)
    comping.pad(s, s.part("~warm-pad", "~soft-organ", "~string-machine", "~air-pad", level=-5, fx=("tremolo",)), 62, 3)
    _low(s, "R-----5-", "R--R--5-", voices=("finger-bass", "~sub-bass", "~electric-bass"))
    _hook(s, 1.3, 1.0, fx=s.pick(("delay:200",), ("tone:telephone",), ("chorus",)), voices=("~vocal", "~vocal-duo", "~vocal-low"))
