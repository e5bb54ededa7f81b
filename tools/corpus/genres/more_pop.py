"""More pop: the song in other clothes, from voices alone to a chamber orchestra, from the music hall to the idol stage.

What must tell them from Classical, Jazz, Rock, R&B and Electronic is the song: a verse, a chorus that lifts, four-bar loops, a tune for everybody.
"""

from __future__ import annotations

import bass
import comping
import groove
import lines
import players
from score import Note
from song import Song, style

LOOPS = ("I | V | vi | IV", "vi | IV | I | V", "I | iii | IV | V", "I | IV | vi | V", "I | V/7 | vi | IV")
MINOR = ("i | bVI | bIII | bVII", "i | bVII | bVI | V", "i | iv | bVII | bIII", "bVI | bVII | i | i")
ROYAL = ("IVmaj7 | V | iii7 | vi", "IV | V | iii | vi", "IV | V | I | vi", "vi | IV | V | I")
HALL = ("I | VI7 | II7 | V7", "I | I7 | IV | iv", "I | III7 | vi | II7 V7", "I | V+ | I | IV", "IV | iv | I | VI7")
SILK = ("IVmaj7 | III7 | vi7 | I7", "IVmaj9 | V9sus4 | iii7 | vi9", "ii9 | V13 | Imaj9 | VI7", "IVmaj7 | iii7 | ii7 | Imaj7", "bVIImaj7 | VI7 | ii9 | V9sus4")


def _song(s: Song, loops: tuple[str, ...], seconds: float = 42, plan: str = "") -> None:
    """A verse and a chorus of eight bars each, in one of the usual orders."""
    verse, chorus = s.pick(*loops), s.pick(*loops)
    s.until(seconds, plan or s.pick("verse chorus verse chorus", "verse verse chorus", "intro verse chorus"), verse=f"{verse} | {verse}", chorus=f"{chorus} | {chorus}",
            intro=verse)


def _singer(s: Song, density: float = 1.4, level: float = 2.0, voices: tuple[str, ...] = players.SINGERS, fx: tuple[str, ...] = (), harmony: float = 0.6) -> list[Note]:
    """A low verse, a higher chorus that repeats its first line; others join there."""
    who = s.part(*voices, name="singer", level=level, pan=0.0, fx=fx, loose=0.015)
    low = s.pick(45, 48) if "low" in who.voice else s.pick(53, 55, 57, 60)
    words = s.rng.sample(players.SYLLABLES, 12)
    lines.melody(s, who, low, low + 11, ("verse", "intro"), density, 0.22, form=s.pick("AABB", "ABAB", "AAAB"), bends=0.12, syllables=words, triplets=False)
    top = lines.melody(s, who, low + 4, low + 16, "chorus", density * s.between(0.75, 1.05), 0.12, form=s.pick("AAAB", "AABA"), bends=0.12, syllables=words, triplets=False,
                       leap=0.22, loud=106)
    if s.chance(harmony):
        lines.harmonise(s, s.part(who.voice, "~backing", "oohs", name="harmony", level=level - 6, loose=0.02), top, s.pick(2, -2, -5))
    return top


@style("Pop", like="Classical")
def a_cappella_pop(s: Song) -> None:
    """Five or six voices and no instrument: one is the bass, one the drums with lips and tongue, the others comp in syllables behind the tune."""
    s.set((88, 124), ("major", "major", "minor"), swing=s.pick(0.0, 0.0, 0.4), unit=0.5, room=("room", "plate", "hall", "church"))
    _song(s, LOOPS if s.scale == "major" else MINOR)
    bass.pattern(s, s.part("~vocal-low", "~choir-low", "choir", level=0, pan=0.0), s.pick("R-R.R.5.", "R..R..R-", "R.R.5.R.", "R-----5-"), 36, gate=0.7,
                 how=s.pick("do", "bom", "du"))
    inner = s.part("~backing", "~choir", "oohs", "choir", "~vocal-duo", level=-3, loose=0.02)
    comping.comp(s, inner, s.pick("s.ss..s.", "x---x---", "..s..s.s", "x--x--x-"), 59, 3, how=s.pick("da", "du", "na"))
    comping.pad(s, s.part("oohs", "~choir", "~backing", level=-5), 65, 3, "chorus")
    if s.chance(0.7):
        groove.drums(s, s.part("~kit:minimal", "~kit:lofi", "kit:standard", name="mouth", level=-4, fx=("tone:thin",)),
                     s.pick({"kick": "x.....x.x.......", "clap": "....x.......x..."}, {"kick": "x..x..x...x.....", "rim": "....x.......x...", "hat": "..x...x...x...x."}),
                         fills=0, crash=False, loud=84)
    _singer(s, voices=("~vocal", "~vocal-duo", "~vocal", "~vocal-low", "oohs"), harmony=0.9)


@style("Pop", like="Classical")
def orchestral_pop(s: Song) -> None:
    """Chamber pop: a harpsichord or piano in steady quarters, a string quartet with lines of its own, a horn for the chorus, a drummer with manners."""
    s.set((84, 124), ("major", "minor", "mixolydian"), room=("hall", "plate", "room"))
    _song(s, ("I | V/7 | vi | IV", "I | iii | IV | iv", "I | bVII | IV | I", "vi | iii | IV | I", "I | I+ | IV | V") if s.scale != "minor" else MINOR)
    comping.comp(s, s.part("harpsichord", "piano", "~harpsichord", "celesta", "harp", "reed-organ", level=-1), s.pick("x-x-x-x-", "xxxxxxxx", "x---x---"), 62, 4)
    quartet = players.strings(s, -2, ("strings", "violin", "~section", "~bowed"))
    comping.chorale(s, quartet[:4], (76, 69, 62, 50), "chorus", s.pick(1.0, 2.0), 0.5)
    comping.comp(s, quartet[1], s.pick("s.s.s.s.", "..s.s.s.", "x-------"), 66, 3, "verse")
    lines.melody(s, s.part("oboe", "horn", "flute", "cello", "trumpet", "clarinet", "piccolo", level=-2, send=-8), 60, 82, ("intro", "verse"), 0.8, 0.45)
    groove.drums(s, s.part("kit:standard", "kit:brush", "kit:room", level=-3),
                 s.pick("two-step", {"kick": "x.......x.x.....", "snare": "....o.......o...", "tambourine": "x.x.x.x.x.x.x.x."},
                 {"kick": "x...x...x...x...", "snare": "....X.......X..."}), None if s.chance(0.5) else "chorus", fills=8, loud=86)
    bass.pattern(s, s.part("upright", "finger-bass", "pick-bass", "contrabass", level=-2), s.pick("R---5---", "R-R-5-5-", "R-5-3-5-"), 29)
    _singer(s, 1.3)


@style("Pop", like="Jazz")
def music_hall(s: Song) -> None:
    """A bouncing piano in quarters, a bass in two, a clarinet or a tuba that jokes, secondary dominants all the way home, but a chorus to sing along."""
    s.set((96, 132), "major", keys="C F G Bb Eb", swing=(0.4, 0.9), room=("room", "club", "plate"))
    _song(s, HALL, plan="verse chorus verse chorus")
    comping.comp(s, s.part("piano", "honky-tonk", "bright-piano", "banjo", "accordion", level=0), s.pick("s.s.s.s.", ".s.s.s.s", "x.s.x.s."), 62, 4)
    bass.pattern(s, s.part("tuba", "finger-bass", "upright", "pick-bass", level=-1), s.pick("R.5.", "R.5.R.53", "R.3.5.6."), 29, gate=0.6)
    groove.drums(s, s.part("kit:standard", "kit:brush", "kit:room", level=-2),
                 s.pick("two-step", {"kick": "x...x...", "snare": "..x...x.", "hat": "xxxxxxxx"}, {"kick": "x...x...", "woodblock": "..x...xx"}), fills=8, loud=86)
    lines.melody(s, s.part("clarinet", "whistle", "trombone", "muted-trumpet", "~flute", "bassoon", "glockenspiel", level=-2), 58, 82, s.pick("chorus", "verse"), 1.3, 0.4,
                 graces=0.1)
    _singer(s, 1.5)


@style("Pop", like="Country")
def swaying_waltz(s: Song) -> None:
    """Three in a bar and lighters in the air: a big slow chorus on arpeggios, strings or a pad below, drums that wait for it."""
    s.set((84, 132), ("major", "major", "minor"), beats=3.0, room=("hall", "arena", "plate"))
    _song(s, LOOPS if s.scale == "major" else MINOR, 45)
    player = s.part("piano", "steel", "clean-guitar", "~electric-guitar", "~steel-guitar", "rhodes", "harp", "accordion", level=0, fx=s.pick((), ("chorus",)))
    comping.arpeggio(s, player, 0.5, 50, 2, s.pick("updown", "up", "021324"), gate=1.6) if s.chance(0.6) else comping.comp(s, player, s.pick("x.s.s.", "x-x-x-"), 61, 4)
    bass.pattern(s, s.part("finger-bass", "synth-bass", "~electric-bass", "upright", level=-2), s.pick("R-----", "R---5-", "R--R5-"), 29)
    groove.drums(s, s.part("kit:standard", "kit:room", "~kit:linn", "kit:brush", level=-1),
                 s.pick("waltz", {"kick": "x...........", "snare": "......X.....", "hat": "x.x.x.x.x.x."},
                        {"kick": "x.....x...x.", "snare": "........X...", "ride": "x.x.x.x.x.x."}),
                 s.pick(None, "chorus"), fills=8, loud=94)
    comping.pad(s, s.part("strings", "~warm-pad", "slow-strings", "drawbar", "~backing", level=-5), 64, 4, "chorus")
    _singer(s, 1.2, 3.0)


@style("Pop", like="Rock")
def idol_stage(s: Song) -> None:
    """Very fast and very bright: the royal-road changes, a slap bass, string runs and brass shots, unison voices, the crowd shouts back."""
    s.set((148, 188), ("major", "major", "minor"), room=("plate", "arena", "hall"))
    _song(s, ROYAL if s.scale == "major" else MINOR)
    s.master.append("dense")
    groove.drums(s, s.part("kit:standard", "kit:power", "~kit:linn", "kit:electronic", level=0),
                 s.pick("rock-busy", "disco", "punk", {"kick": "x...x...x...x...", "snare": "....X.......X.x.", "hat": "x.x.x.x.x.x.x.x.", "tambourine": "..x...x...x...x."}),
                     fills=4, loud=104)
    bass.pattern(s, s.part("slap-bass", "pick-bass", "synth-bass", "~electric-bass", level=0), s.pick("R8R8R8R8", "R-R8.R58", "RRRRR578"), 28, gate=0.8)
    comping.comp(s, s.part("bright-piano", "~saw-poly", "clean-guitar", "~electric-guitar", "polysynth", level=-2), s.pick("x--x--x-", "s.s.ss.s", "x-s.x-s."), 64, 4)
    run = s.part("strings", "~section", "synth-strings", "~string-machine", "violin", level=-3)
    lines.runs(s, run, 64, 90, s.pick("chorus", "intro"), 0.5, gap=0.5)
    comping.stabs(s, [s.part("trumpet", "synth-brass", "~brass-section", level=-3), s.part("brass", "trombone", level=-4)], s.pick("......s.|s.....ss", "s..s....|........"),
                  66, "chorus")
    if s.chance(0.5):
        lines.melody(s, s.part("~square-lead", "~chip-pulse", "~saw-lead", "glockenspiel", "xylophone", level=-3), 72, 92, "intro", 2.0, 0.15, triplets=False)
    if s.chance(0.4):
        players.talk(s, "chorus", 4, -4)
    _singer(s, 1.9, 3.0, ("~vocal-duo", "~vocal", "~backing", "oohs", "synth-voice"))


@style("Pop", like="R&B")
def stomp_and_chant(s: Song) -> None:
    """Feet and hands for drums, a whoa-oh for a hook that a stadium can sing, a piano, a banjo or a guitar in between."""
    s.set((84, 136), ("major", "mixolydian", "minor"), room=("hall", "arena", "room", "church"))
    _song(s, LOOPS if s.scale != "minor" else MINOR)
    feet = s.part("kit:standard", "kit:power", "kit:room", "~kit:hard", name="feet", level=0, send=-6)
    groove.drums(s, feet, s.pick({"kick": "x...x...x...x...", "clap": "....X.......X..."}, {"kick": "x.x.....x.x.....", "clap": "....X.......X..."},
                                 {"tom4": "x..x..x.x..x..x.", "clap": "....X.......X...", "tambourine": "x.x.x.x.x.x.x.x."}),
                 fills=s.pick(0, 8), crash=False, loud=102)
    comping.comp(s, s.part("piano", "steel", "~steel-guitar", "banjo", "~mandolin", "reed-organ", "~ukulele", level=-1), s.pick("x-x-x-x-", "x---x-x-", "xxxxxxxx"), 60, 4)
    crowd = s.part("~backing", "choir", "~choir", "oohs", "~vocal-duo", name="crowd", level=0, loose=0.03, send=-6)
    chant = lines.melody(s, crowd, 57, 72, "chorus", 0.9, 0.1, form="AAAB", triplets=False, syllables=("wo", "o", "e", "o"), loud=106)
    lines.double(s.part("~choir-low", "choir", "~vocal-low", level=-3, loose=0.03), chant, -12)
    bass.pattern(s, s.part("finger-bass", "synth-bass", "~sub-bass", "pick-bass", level=-2), s.pick("R---R---", "R-------", "RRRRRRRR"), 28, s.pick(None, "chorus"))
    _singer(s, 1.4, 2.0, harmony=0.3)


@style("Pop", like="Electronic")
def dream_pop(s: Song) -> None:
    """Two chords in a cathedral of echoes: chorused guitars, an organ, a slow machine, a soft voice that stays inside the sound."""
    s.set((76, 118), ("major", "mixolydian", "dorian"), room=("hall", "church", "arena", "plate"))
    _song(s, ("Imaj7 | IVmaj7 | Imaj7 | IVmaj7", "I | iii | IV | IV", "vi7 | IVmaj7 | I | V", "IVadd9 | Iadd9 | IVadd9 | V") if s.scale != "dorian" else ("im7 | IV | im7 | IV",
        "i | bVII | IV | i"), 48)
    groove.drums(s, s.part("~kit:808", "~kit:linn", "kit:room", "kit:standard", "~kit:lofi", level=-2, send=-6),
                 s.pick("two-step", "rock", {"kick": "x.....x.x.......", "snare": "....x.......x...", "shaker": "xoxoxoxoxoxoxoxo"}), fills=0, crash=False, loud=84)
    guitar = s.part("~electric-guitar", "clean-guitar", "~electric-dark", "harp", "~saw-poly", level=0, fx=("amp:clean", "chorus", "delay:380"), send=-5)
    comping.arpeggio(s, guitar, 0.5, 55, 2, s.pick("0213", "updown", "0321"), gate=1.8)
    comping.pad(s, s.part("drawbar", "~soft-organ", "~string-machine", "~glass-pad", "strings", "choir", level=-3, send=-6), 62, 4)
    bass.pattern(s, s.part("pick-bass", "finger-bass", "~electric-bass", "synth-bass", level=-1), s.pick("RRRRRRRR", "R-R-R-R-", "R---5---"), 28)
    _singer(s, 1.0, 0.0, ("~vocal", "~backing", "~vocal-duo", "oohs"), ("delay:300",))


@style("Pop", like="R&B")
def city_pop(s: Song) -> None:
    """Night drive along the bay: sixteenth guitars and slap bass under shining ninths, horns and strings in the gaps, a plain bright tune on top."""
    s.set((96, 122), ("major", "major", "dorian"), room=("plate", "room", "booth"))
    _song(s, SILK if s.scale == "major" else ("im9 | IV9 | bVIImaj7 | im9", "bVImaj7 | V7 | im7 | IV9"))
    groove.drums(s, s.part("kit:standard", "~kit:linn", "kit:room", level=-1),
                 s.pick("funk", "disco", {"kick": "x..x..x...x..x..", "snare": "....X.......X..g", "hat": "xxxxxxxxxxxxxxxx"}), fills=8, loud=94)
    bass.pattern(s, s.part("slap-bass", "finger-bass", "slap-bass-2", "synth-bass", "~electric-bass", level=0),
                 s.pick("R..R..8.R.5.7.8.", "R-.R8-.R..5.R.8.", "R..8.R.x5..7.8.a"), 28, gate=0.75)
    comping.comp(s, s.part("dx-piano", "rhodes", "~fm-piano", "electric-grand", "~brass-poly", level=-1, fx=("chorus",)), s.pick("x--s..s.", "..s..s.x", "x---x-s."), 62, 4)
    comping.comp(s, s.part("clean-guitar", "muted-guitar", "~electric-guitar", level=-4, fx=("amp:clean", "chorus")), s.pick("..s.m.ss..s.m.s.", "s.sm..s.s.sm..s."), 67, 3)
    comping.stabs(s, [s.part("trumpet", "synth-brass", "alto-sax", level=-3), s.part("trombone", "brass", "tenor-sax", level=-4)],
                  s.pick("........|....s..s", "s..s....|........"), 66)
    if s.chance(0.5):
        lines.melody(s, s.part("strings", "flute", "~saw-lead", "soprano-sax", "vibraphone", level=-3), 66, 88, "intro", 1.3, 0.25)
    _singer(s, 1.5, 3.0)
