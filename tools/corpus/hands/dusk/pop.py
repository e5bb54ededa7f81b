"""Pop: the tune in front, whatever the decade dresses it in."""

from __future__ import annotations

from collections.abc import Sequence

from hands.dusk import craft, tunes
from song import Song, Where, style

CATCHY = ("x.x.x.x.x...x...", "x.x.xx..x.x.....", "--x.x.x.x.x.x...", "x..x..x.x.x.....", "xxx.x.x.x.......", "x...x.x.x.x.x.x.")
AXIS = ("I | V | vi | IV", "vi | IV | I | V", "IV | I | V | vi", "I | vi | IV | V", "I | IV | vi | V", "IV | V | iii | vi", "vi | V | IV | V")


def vocal(s: Song, low: int, high: int, cells: Sequence[str] = CATCHY, where: Where = None, form: str = "AABA", hook: Where = "chorus",
        scale: str | None = None, name: str = "singer") -> None:
    """A pop singer: plain phrases that repeat; in the hook a second voice in thirds."""
    lead = s.part("~vocal", "~vocal", "~vocal-duo", "~vocal-low", name=name, level=4, pan=0.0, fx=s.pick((), ("delay",), ("chorus",)))
    tunes.tune(s, lead, low, high, cells, where, form=form, how=tunes.LALA, scale=scale, scoop=0.1)
    high_voice = s.part("~backing", "~vocal-duo", "oohs", level=0)
    tunes.tune(s, lead, low + 4, high + 4, s.rng.sample(list(cells), 2), hook, form="AAAB", how=tunes.LALA, scale=scale, second=high_voice if s.chance(0.7)
        else None)


@style("Pop", like="Rock")
def dusk_bedroom_window(s: Song) -> None:
    """Bedroom pop of the 2010s: a cheap drum machine, chorused guitar, a round bass, a close small voice over major sevenths."""
    s.set((78, 122), ("major",), "C D E F G A Bb", swing=(0.0, 0.35), unit=0.5, room=("booth", "room", "plate"))
    loop = s.pick("Imaj7 | IVmaj7", "Imaj7 | iiim7 | IVmaj7 | ivm6", "iim7 | V | Imaj7 | vim7", "IVmaj7 | iiim7 | vim7 | V", "Imaj7 | vim7 | iim7 | V",
        "Iadd9 | Vsus4 | vim7 | IVmaj7")
    s.until(45, "verse chorus verse chorus", verse="|".join([loop] * 2))
    craft.drums(s, s.part("~kit:lofi", "~kit:linn", "~kit:minimal", "~kit:808", "kit:room", level=0),
        s.pick({"k": "x...x...x...x...", "sn": "....x.......x...", "h": "x.x.x.x.x.x.x.x."}, {"k": "x.....x...x.....", "rim": "....x.......x...",
        "sh": "x.o.x.o.x.o.x.o."}, {"k": "x..x..x.....x...", "cl": "....x.......x...", "h": "..x...x...x...x."}), fill=s.pick("", "machine"))
    craft.bass(s, s.part(*craft.BASSES, "synth-bass", level=1), s.pick("R.R.R.R.R.R.5.a.", "R.....R.8...5...", "R..R..R.R..R..5."), 36)
    guitar = s.part("clean-guitar", "~electric-guitar", "nylon", "jazz-guitar", "~ukulele", fx=("chorus",), tuning=s.between(-0.15, 0.15))
    s.pick(lambda: craft.comp(s, guitar, s.pick("x.xux.xux.xux.xu", "x...x.u.x...x.u.", "..x...x...x...x."), 64, 4, gate=0.7, strum=0.02),
        lambda: craft.arp(s, guitar, s.pick("02132313", "b2312321", "0.3.2.1."), 64, 4, gate=1.8))()
    craft.pad(s, s.part("~string-machine", "~organ", "~warm-pad", "rhodes", level=-5, fx=("tremolo",)), 64, 4, where=s.pick(None, "chorus"))
    tunes.tune(s, s.part("~square-lead", "~saw-lead", "clean-guitar", "whistle", "glockenspiel", "~chip-pulse", "~chip-triangle", level=-2, fx=("delay",)),
        72, 88, ("x.x.x...x...x...", "x..x..x.x......."), "chorus" if s.chance(0.5) else "verse", form="-A-B")
    vocal(s, 55, 74)


@style("Pop", like="Disco")
def dusk_shoulder_pads(s: Song) -> None:
    """Synth pop faithful to 1985: gated drums, sequenced bass, bright FM keys and brass, a chorus that opens wide."""
    s.set((104, 134), ("minor", "major", "dorian"), "C D E F G A B", room=("plate", "hall", "arena"))
    loops = ("i | bVI | bIII | bVII", "i | bVII | bVI | bVII", "bVI | bVII | i | i", "i | iv | bVI | V") if s.scale != "major" else ("I | V | vi | IV",
        "I | bVII | IV | I", "IV | V | I | vi", "I | iii | IV | V")
    s.until(45, "verse chorus verse chorus", verse="|".join([s.pick(*loops)] * 2), chorus="|".join([s.pick(*loops)] * 2))
    craft.drums(s, s.part("~kit:linn", "~kit:808", "kit:power", "kit:electronic", level=2), s.pick({"k": "x.......x.x.....|x..x....x.......",
        "sn": "....X.......X...", "h": "x.x.x.x.x.x.x.x."}, {"k": "x...x...x...x...", "sn": "....X.......X...", "h": "xxxxxxxxxxxxxxxx",
        "tam": "..x...x...x...x."}, {"k": "x.....x.x.......", "sn": "....X.......X..?", "cl": "....x.......x...", "h": "x.x.x.x.x.x.x.xx"}), fill="toms")
    craft.bass(s, s.part("synth-bass", "~saw-bass", "~fm-bass", "pick-bass", "~square-bass", level=1), s.pick("R.R.R.R.R.R.R.R.", "RRRRRRRRRRRRRR8R",
        "R.R8R.R8R.R8R.58", "R..R..R.R..R.5.7"), 34, gate=0.75)
    craft.comp(s, s.part("~brass-poly", "polysynth", "~saw-poly", "synth-brass", "dx-piano", level=-2, fx=("chorus",)), s.pick("x..x..x...x..x..",
        "..x...x...x...x.", "x.......x..x....", "x..............."), 64, 4, gate=0.8, longest=4)
    craft.arp(s, s.part("~pluck", "~square-pluck", "~fm-bell", "muted-guitar", level=-4, fx=("delay",)), s.pick("02120212", "0123", "0.1.2.1.", "3.2.1.2."),
        72, 4, where=s.pick(None, "verse", "chorus"))
    craft.pad(s, s.part("~string-machine", "synth-strings", "choir", level=-5), 67, 4, where="chorus")
    tunes.tune(s, s.part("~saw-lead", "~square-lead", "~fm-bell", "alto-sax", "synth-brass", level=-2, fx=("delay",)), 69, 88,
        ("x.x...x.x.......", "x...x.x.x.x.x..."), "verse", form="-A-A")
    vocal(s, 56, 76, where="verse", scale=s.pick(None, "minor-pentatonic") if s.scale != "major" else None)


@style("Pop", like="Electronic")
def dusk_future_sticker(s: Song) -> None:
    """Pop for telephones since 2014: piano or guitar verse with snaps, then a drop where the singer's cut-up voice plays the tune over ducked chords."""
    s.set((92, 128), ("major", "minor"), "C Db D Eb F G A", room=("plate", "hall", "booth"))
    loop = s.pick(*AXIS) if s.scale == "major" else s.pick("bVI | bVII | i | bIII", "i | bVI | bIII | bVII", "bVI | i | bVII | v")
    s.until(45, "verse drop verse drop", verse="|".join([loop] * 2))
    craft.drums(s, s.part("~kit:808", "~kit:909", "~kit:minimal", level=0), s.pick({"k": "x.......x.......", "snap": "....x.......x..."},
        {"k": "x..x..x...x.....", "cl": "........x......."}, {"k": "x...x...x...x...", "rim": "...x..x....x..x."}), where="verse", fill="machine")
    craft.drums(s, s.part("~kit:909", "~kit:linn", "~kit:hard", "kit:electronic", level=2), s.pick({"k": "x..x..x...x.....", "cl": "....X.......X...",
        "h": "x.x.x.x.x.x.x.x."}, {"k": "x...x...x...x...", "cl": "....X.......X...", "o": "..x...x...x...x."}, {"k": "x..x..x.x..x..x.",
        "sn": "....X.......X...", "sh": "xoxoxoxoxoxoxoxo"}, {"k": "x..x...x..x.....", "sn": "...X..X....X..X.", "h": "x.x.x.x.x.x.x.x."}), where="drop")
    craft.bass(s, s.part("~sub-bass", "~saw-bass", "~808-bass", "synth-bass", "~reese", level=1, duck=0.3), s.pick("R.....R...R.....", "R..R..R.R..R..R.",
        "R.......R......."), 34, where="drop")
    craft.comp(s, s.part("~supersaw", "~saw-poly", "~pluck", "~stab", level=-1, duck=0.6), s.pick("x..x..x...x..x..", "x..x..x.x..x..x.", "x.......x..x..x.",
        "x..x..x........."), 64, 4, where="drop", gate=0.85)
    keys = s.part("piano", "clean-guitar", "~fm-piano", "nylon", "marimba", "steel", "steel-drums", "pizzicato", level=-1)
    s.pick(lambda: craft.comp(s, keys, s.pick("x...x...x...x...", "x..x..x.x..x..x."), 62, 4, where="verse", gate=0.9, strum=0.01), lambda: craft.arp(s, keys,
        s.pick("0.2.1.2.", "b.1.2.1."), 64, 3, where="verse", gate=1.4))()
    cut = s.part("~vocal", "synth-voice", "~saw-lead", "~square-lead", "~vocal-duo", level=2, pan=0.0, fx=s.pick(("delay",), ("crush", "delay"), ("chorus",)))
    tunes.tune(s, cut, 67, 88, ("x.xx.xx.x.x.x...", "xx.xx.x.xx.x....", "x..x..x.x.xx.x.."), "drop", form="AABA", bars=1, how=("o", "ya", "e", "a"), leap=0.4,
        scale="major-pentatonic" if s.scale == "major" else "minor-pentatonic")
    vocal(s, 57, 74, where="verse", hook=())
    craft.hits(s, s.part("~riser", "~impact", "~downlifter", "reverse-cymbal", level=-7), 8, 4, early=4)


@style("Pop", like="R&B")
def dusk_lonely_grand(s: Song) -> None:
    """The piano ballad: broken chords alone, then strings, then the whole band, a big tune that climbs."""
    s.set((58, 84), ("major",), "C D Eb F G Ab A Bb", room=("hall", "plate", "room"))
    loop = s.pick(*AXIS, "I | V/7 | vi | IV", "I | iii | IV | ivm", "IV V | iii vi | ii7 V | I", "I | V/7 | vi I/5 | IV V")
    s.until(45, "verse chorus verse chorus", verse=loop, chorus="|".join([s.pick(*AXIS)] * 2))
    piano = s.part("piano", "piano", "bright-piano", "electric-grand", level=1)
    s.pick(lambda: craft.comp(s, piano, s.pick("x...o...x...o...", "xooooooo", "x...x...x...x.o."), 62, 4, gate=0.95), lambda: craft.arp(s, piano,
        s.pick("0123", "b1232123", "b2132321"), 62, 3, step=s.pick(0.25, 0.5), gate=2.2))()
    craft.bass(s, piano if s.chance(0.5) else s.part("finger-bass", "fretless", "pick-bass"), s.pick("R.......R.......", "R...........5...",
        "R.....R.R......."), 38)
    craft.drums(s, s.part("kit:standard", "kit:power", "kit:room", "~kit:linn", level=0), s.pick({"k": "x.......x.x.....", "sn": "....X.......X...",
        "h": "x.x.x.x.x.x.x.x."}, {"k": "x.....xx........", "sn": "....X.......X...", "ride": "x.x.x.x.x.x.x.x."}, {"k": "x..x......x.....",
        "sn": "........X.......", "h": "x.o.x.o.x.o.x.o."}), where="chorus" if s.chance(0.6) else None, fill="toms")
    craft.pad(s, s.part("strings", "slow-strings", "~section", "~warm-pad", level=-3), 66, 4, where=s.pick("chorus", None))
    if s.chance(0.6):
        tunes.guide(s, s.part("cello", "violin", "strings", "horn", "oboe", "english-horn", level=-2), s.pick(60, 74), where="chorus")
    if s.chance(0.35):
        craft.comp(s, s.part("overdriven", "distorted", level=-5, fx=("amp:crunch",)), "x.......x.......", 52, 3, where="chorus", gate=1.0)
    vocal(s, 56, 77, ("--x.x.x.x.......", "x.x.x...x.......", "x...x.x.x.x.....", "--xxx.x.x...x...", "x.......x.x.x..."), where=("verse",))


@style("Pop", like="Rock")
def dusk_jukebox_sixty(s: Song) -> None:
    """A single from 1963: girl groups and beat boys, tambourine, hand claps, glockenspiel, strings in mono, answers behind the lead."""
    s.set((112, 150), ("major",), "C D E F G A Bb", swing=s.pick(0.0, 0.0, 0.7), room=("plate", "hall", "room"))
    loop = s.pick("I | vi | IV | V", "I | vi | ii | V", "I | I | IV | V", "I | iii | vi | V", "I | IV | I | V", "I | I+ | I6 | I7 | IV | ivm | I | V")
    s.until(45, "verse verse chorus verse chorus", verse="|".join([loop] * 2), chorus=s.pick("IV | IV | I | I | II7 | II7 | V | V",
        "IV | V | I | vi | IV | V | I | I", "vi | vi | iii | iii | IV | IV | V | V"))
    craft.drums(s, s.part("kit:standard", "kit:room", "kit:jazz", "kit:standard", level=1), s.pick({"k": "x..xx...", "sn": "..X...X.", "tam": "..x...x.",
        "h": "xxxxxxxx"}, {"k": "x..x.x..", "sn": "..XX..X.", "cl": "..X...X.", "ride": "xxxxxxxx"}, {"k": "x..x..x.", "sn": "......X.", "tam": "xxxxxxxx",
        "cl": "..X...X."}, {"k": "x...x...", "sn": "..X...XX", "floor": "x...x...", "tam": "..x...x."}), fill="snare")
    craft.bass(s, s.part("upright", "pick-bass", "finger-bass", "~string-bass", level=1), s.pick("R..55...|R..5R..a", "R...5...", "R.3.5.6.", "R..RR..5"), 36)
    craft.comp(s, s.part("piano", "bright-piano", "honky-tonk", "harpsichord", "~harpsichord", level=-1), s.pick("xxxxxxxx", ".x.x.x.x", "x.x.x.x."), 64, 4,
        gate=0.6)
    craft.comp(s, s.part("steel", "clean-guitar", "~electric-guitar", "~steel-guitar", level=-3, fx=s.pick((), ("tremolo",))), s.pick("x.xux.xu", "..x...x.",
        "x.x.x.x."), 62, 4, gate=0.6, strum=0.02)
    tunes.tune(s, s.part("strings", "glockenspiel", "tenor-sax", "~organ", "brass", "~sitar", "pizzicato", "pan-flute", "timpani", "oboe", level=-2), 70, 90,
        ("x...x...", "x.xxx...", "x......."), ("chorus", "verse"), form="-A")
    vocal(s, 58, 77, ("x.xxx.x.", "--xxx.x.", "x.x.x...", "xxx.x...", "x...x.x."), where="verse")
    tunes.tune(s, s.part("~backing", "~vocal-duo", "oohs", level=0, pan=0.3), 62, 77, ("----xxx.", "----x.x.", "x...x..."), "verse", form="A", bars=1,
        how=("la", "sa", "u", "do"))
    if s.chance(0.4):
        s.master.append("old")
