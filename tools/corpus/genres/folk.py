"""Folk: songs and dances carried by few acoustic instruments; diatonic or modal, verse after verse, nothing amplified.

The hard cases are Country (drums, steel guitar, a Nashville polish), Classical (solo guitar, flute and strings), World and Pop (singer-songwriters).
"""

from __future__ import annotations

import bass
import comping
import groove
import lines
import players
from score import Part
from song import Song, style

SONGS = ("I | I | IV | I | V | IV | I | I", "I | V | vi | IV", "I | IV | I | V", "I | iii | IV | I", "I | V | IV | I", "vi | IV | I | V", "I | ii | IV | I", "I | I | V | V | vi | IV | V | I")
MODES = ("i | bVII | i | bVII", "i | bVII | bVI | bVII", "i | IV | i | bVII", "i | bIII | bVII | i", "i | i | bVII | bVII | i | bVII | i bVII | i")
MIXO = ("I | bVII | I | bVII", "I | I | bVII | IV", "I | bVII | IV | I")
PICKS = ("B.1.b.2.B.3.b.1.", "p.2.b.1.B.3.b.2.", "B.12b.13", "B1.2b.31", "B.2.1.3.b.2.1.3.", "B123b321", "p1b2.3b1")
GUITARS = ("steel", "nylon", "~steel-guitar", "~nylon-guitar", "steel", "~steel-guitar")


def _chords(s: Song) -> str:
    if s.scale in ("major", "major-pentatonic"):
        return s.pick(*SONGS)
    return s.pick(*(MIXO if s.scale == "mixolydian" else MODES))


def _room(s: Song) -> str:
    return s.pick("room", "room", "booth", "dry", "hall", "outdoors", "plate")


@style("Folk", like="Pop")
def singer_songwriter(s: Song) -> None:
    """A voice and a finger-picked guitar; perhaps a cello or harmonica in the second verse."""
    s.set((72, 132), ("major", "major", "mixolydian", "dorian"), keys="G C D A E", rubato=0.03, room=_room(s))
    s.until(45, "verse verse chorus", verse=_chords(s), chorus=_chords(s))
    comping.fingerpick(s, s.part(*GUITARS, level=0), s.pick(*PICKS))
    players.sing(s, None, density=1.3, level=1.5, bends=0.15)
    if s.chance(0.4):
        lines.melody(s, s.part("cello", "harmonica", "violin", "accordion", "flute", "whistle", level=-3), 52, 74, "chorus", 0.8, 0.25)
    if s.chance(0.3):
        bass.pattern(s, s.part("upright", "finger-bass", "~string-bass", level=-3), "R---5---", 30)


@style("Folk", like="Country")
def strummed_ballad(s: Song) -> None:
    """Open chords strummed, many verses, harmonica between them."""
    s.set((84, 150), ("major", "mixolydian"), keys="G C D A", beats=s.pick(4.0, 4.0, 3.0), room=_room(s))
    s.until(42, "verse verse break verse", verse=_chords(s), **{"break": _chords(s)})
    comping.strum(s, s.part(*GUITARS, level=0), s.pick("x-xu.uxu", "x-x-xuxu", "x---x-xu") if s.beats == 4 else s.pick("x-xuxu", "x-x-x-"))
    players.sing(s, "verse", density=1.4, level=1.5)
    lines.melody(s, s.part("harmonica", "accordion", "whistle", "fiddle", level=0), 62, 84, "break", 1.4, 0.15, bends=0.2)
    if s.chance(0.4):
        bass.pattern(s, s.part("upright", "~string-bass", level=-2), "R-5-" if s.beats == 4 else "R--", 30)


@style("Folk", like="Classical")
def fingerstyle(s: Song) -> None:
    """A steel-string guitar alone, bass and tune in one hand."""
    s.set((76, 138), ("major", "mixolydian", "dorian", "minor"), keys="D G C A", beats=s.pick(4.0, 4.0, 3.0), rubato=0.05, room=_room(s))
    s.until(42, "a a b a", a=_chords(s), b=_chords(s))
    guitar = s.part(*GUITARS, level=0, pan=0.0)
    comping.fingerpick(s, guitar, s.pick(*PICKS) if s.beats == 4 else s.pick("B.1.2.", "B1232."))
    lines.melody(s, guitar, 62, 83, None, 1.0, 0.15, graces=0.15, pull=0.8, loud=104)
    if s.chance(0.3):
        comping.fingerpick(s, s.part(*GUITARS, level=-3, pan=0.5), s.pick(*PICKS) if s.beats == 4 else "B.1.2.")


@style("Folk", like="World")
def reel(s: Song) -> None:
    """Fiddle, whistle or pipes in running eighths, everybody the same tune; guitar and hand drum below."""
    s.set((184, 232), ("dorian", "mixolydian", "major"), keys="D G A E", swing=(0.0, 0.35), room=s.pick("room", "club", "outdoors", "booth"))
    s.until(40, "a a b b", a=s.pick(*(SONGS[:4] if s.scale == "major" else MIXO if s.scale == "mixolydian" else MODES)), b=_chords(s))
    tune = lines.melody(s, s.part("fiddle", "whistle", "violin", "flute", "accordion", "~mandolin", "bagpipe", level=1, loose=0.012), 62, 83, None, 2.2, 0.02, form="AABA", graces=0.2, triplets=False, pull=0.6)
    for _ in range(s.rng.randint(0, 2)):
        lines.double(s.part("whistle", "accordion", "banjo", "~banjo", "fiddle", "~mandolin", "recorder", level=-2, loose=0.015), tune, s.pick(0, 0, -12))
    comping.strum(s, s.part(*GUITARS, level=-3), s.pick("x-xux-xu", "xuxuxuxu", "x-.ux-.u"))
    if s.chance(0.6):
        groove.drums(s, s.part("kit:standard", "kit:orchestra", level=-4), {"tom4": s.pick("X.oxo.xo", "X.xoX.xo", "XoxoXoxo")}, fills=0, crash=False)


@style("Folk", like="Classical")
def jig(s: Song) -> None:
    """Six-eight: three and three, the tune turns round and round."""
    s.set((164, 192), ("dorian", "mixolydian", "major"), keys="D G A E", beats=3.0, room=s.pick("room", "club", "outdoors", "hall"))
    s.until(38, "a a b b", a=_chords(s), b=_chords(s))
    lead = s.part("fiddle", "whistle", "flute", "accordion", "bagpipe", "recorder", "~shawm", "~mandolin", level=1, loose=0.012)
    rungs = s.rungs(62, 83)
    tune = lines.runs(s, lead, 62, 83, None, 0.5, gap=0.05) if s.chance(0.6) and rungs else lines.melody(s, lead, 62, 83, None, 1.8, 0.04, graces=0.15)
    if s.chance(0.6):
        lines.double(s.part("accordion", "fiddle", "whistle", "flute", level=-2, loose=0.015), tune)
    comping.strum(s, s.part(*GUITARS, level=-3), s.pick("x-ux-u", "x-xx-x", "X-oX-o"))
    if s.chance(0.6):
        groove.drums(s, s.part("kit:standard", "kit:orchestra", level=-4), {"tom4": s.pick("X.ox.o", "XooXoo"), "tambourine": s.pick("......", "..x..x")}, fills=0, crash=False)


@style("Folk", like="Classical")
def slow_air(s: Song) -> None:
    """A lament: whistle, fiddle or voice over a drone, harp or soft strings."""
    s.set((50, 84), ("dorian", "mixolydian", "minor", "major-pentatonic"), beats=s.pick(3.0, 4.0), rubato=0.12, room=s.pick("hall", "church", "room"))
    s.until(48, "a b", a=_chords(s), b=_chords(s))
    if s.chance(0.35):
        players.sing(s, None, density=0.9, bends=0.3, graces=0.2, level=2)
    else:
        lead = s.part("whistle", "fiddle", "flute", "violin", "english-horn", "bagpipe", "recorder", "cello", level=1, send=-8)
        lines.legato(lines.melody(s, lead, 60, 81, None, 0.9, 0.1, bends=0.3, graces=0.3))
    if s.chance(0.5):
        bass.drone(s, s.part("reed-organ", "accordion", "bagpipe", "cello", "~reed", level=-4), (36 + s.tonic, 43 + s.tonic), 8)
    comping.arpeggio(s, s.part("harp", "nylon", "~nylon-guitar", "steel", "dulcimer", level=-2), s.pick(0.5, 1.0), 43, 2, "0213", gate=2.0)


@style("Folk", like="Country")
def string_band(s: Song) -> None:
    """Old-time: fiddle and claw-hammer banjo, guitar bass runs, stamping feet."""
    s.set((104, 132), ("major", "mixolydian", "major-pentatonic"), keys="A D G", swing=(0.0, 0.3), unit=0.5, room=s.pick("room", "booth", "outdoors"))
    s.master.append("old")
    s.until(40, "a a b b", a=s.pick("I | I | IV | I | I | I | V | I", "I | bVII | I | bVII", "I | I | V | I"), b="I | IV | I | V")
    tune = lines.melody(s, s.part("fiddle", "violin", level=1), 60, 83, None, 3.0, 0.03, form="AABA", graces=0.15, triplets=False)
    comping.fingerpick(s, s.part("banjo", "~banjo", level=-1), s.pick("B.2.1.4.B.3.1.4.", "B.21B.43"), 50)
    bass.pattern(s, s.part(*GUITARS, level=-2), s.pick("R.5.R.5.", "R.3.5.6."), 40, gate=0.5)
    comping.comp(s, s.parts[-1], ".x.x.x.x", 62, 4, strum=0.02)
    if s.chance(0.3):
        players.sing(s, "b", density=1.4)
    if s.chance(0.3):
        lines.double(s.part("~mandolin", "whistle", level=-2), tune)


@style("Folk", like="Pop")
def indie_folk(s: Song) -> None:
    """Stomps and claps, banjo or ukulele, everybody joins in the chorus."""
    s.set((96, 150), ("major", "mixolydian"), keys="G C D A F", room=s.pick("room", "hall", "plate"))
    s.until(42, "verse chorus chorus", verse=_chords(s), chorus=_chords(s))
    comping.strum(s, s.part("~ukulele", *GUITARS, level=0), s.pick("x-xu.uxu", "x-xuxuxu", "xuxuxuxu"))
    comping.fingerpick(s, s.part("banjo", "~banjo", "~mandolin", level=-2), s.pick(*PICKS[:4]), 48, None if s.chance(0.5) else "chorus")
    groove.drums(s, s.part("kit:standard", "kit:room", level=-1), s.pick({"kick": "x...x...x...x...", "clap": "....x.......x..."}, {"kick": "x...x...x...x...", "tambourine": "..x...x...x...x."}, {"kick": "x.......x.x....."}), "chorus" if s.chance(0.5) else None, fills=0, crash=False)
    bass.pattern(s, s.part("upright", "finger-bass", "~string-bass", level=-2), "R---R---", 30, "chorus")
    players.sing(s, None, density=1.3)
    comping.pad(s, s.part("~backing", "oohs", "~vocal-duo", level=-2), 64, 3, "chorus")
    if s.chance(0.4):
        lines.melody(s, s.part("trumpet", "accordion", "cello", "glockenspiel", level=-1), 60, 81, "chorus", 0.9, 0.2)


@style("Folk", like="Classical")
def medieval(s: Song) -> None:
    """Shawm, recorder, lute and hurdy-gurdy over a drone and a frame drum; open fifths."""
    s.set((84, 152), ("dorian", "mixolydian", "phrygian", "minor"), beats=s.pick(3.0, 4.0), room=s.pick("hall", "church", "room", "outdoors"))
    s.until(42, "a a b b", a=s.pick("i | bVII | i | i", "i | i | bVII | i", "i | IV | bVII | i"), b=s.pick("bIII | bVII | i | i", "i | bVII | bIII | bVII"))
    bass.drone(s, s.part("~reed", "bagpipe", "~bowed", "reed-organ", "accordion", level=-4), (36 + s.tonic, 43 + s.tonic), 8)
    tune = lines.melody(s, s.part("recorder", "~shawm", "whistle", "fiddle", "flute", "oboe", "~flute", level=1), 62, 81, None, 1.6, 0.05, graces=0.2, form="AABB")
    if s.chance(0.6):
        lines.harmonise(s, s.part("recorder", "fiddle", "~reed", "~nylon-guitar", level=-2), tune, s.pick(-4, -3, 3))
    comping.arpeggio(s, s.part("~nylon-guitar", "nylon", "harp", "dulcimer", "~harpsichord", level=-2), 0.5, 48, 2, "021", rests=s.pick("", "x.xx"))
    if s.chance(0.7):
        groove.drums(s, s.part("kit:orchestra", "kit:standard", level=-3), {"tom4": "X.ox.o" if s.beats == 3 else "X.xoX.o.", "tambourine": "x.xx.x" if s.beats == 3 else "x.x.x.xx"}, fills=0, crash=False)


@style("Folk", like="Country")
def harmony_singers(s: Song) -> None:
    """Two or three voices in thirds over one guitar, or over nothing."""
    s.set((66, 120), ("major", "major-pentatonic", "dorian"), beats=s.pick(4.0, 3.0), rubato=0.04, room=s.pick("room", "church", "booth", "hall"))
    s.until(42, "verse verse chorus", verse=_chords(s), chorus=_chords(s))
    first = s.part("~vocal", "~vocal-low", level=1, pan=-0.2, loose=0.02)
    tune = lines.melody(s, first, 55, 70, None, 1.1, 0.15, bends=0.1, syllables=s.rng.sample(players.SYLLABLES, 10))
    for steps, pan in ((2, 0.2), (-3, 0.4))[: s.pick(1, 2)]:
        lines.harmonise(s, s.part("~vocal", "~vocal-low", "~vocal-duo", level=-1, pan=pan, loose=0.025), tune, steps, 0.9, scale="major" if s.scale != "dorian" else None)
    if s.chance(0.75):
        comping.fingerpick(s, s.part(*GUITARS, level=-1), s.pick(*PICKS) if s.beats == 4 else "B.1.2.")


@style("Folk", like="Latin")
def nylon_song(s: Song) -> None:
    """A southern song: nylon guitar arpeggios and bass runs, second guitar in thirds, a warm voice."""
    s.set((76, 124), ("minor", "harmonic-minor", "major"), keys="A E D", beats=s.pick(3.0, 4.0), room=_room(s))
    chords = ("i | iv | V7 | i", "i | bVII | bVI | V", "I | I7 | IV | iv | I | V7 | I | I", "I | vi | ii | V7")
    own = chords[:2] if s.scale != "major" else chords[2:]
    s.until(42, "a a b", a=s.pick(*own), b=s.pick(*own))
    comping.arpeggio(s, s.part("nylon", "~nylon-guitar", level=0, pan=-0.3), s.pick(0.5, 1 / 3, 0.25), 43, 2, s.pick("0213", "updown", "012321"), gate=1.8)
    bass.pattern(s, s.part("nylon", "~nylon-guitar", "upright", level=-1), "R-5-" if s.beats == 4 else "R--", 40)
    if s.chance(0.5):
        players.sing(s, None, density=1.1, bends=0.2)
    else:
        tune = lines.melody(s, s.part("~nylon-guitar", "nylon", "accordion", "violin", "flute", level=1), 60, 81, None, 1.4, 0.12, graces=0.15)
        lines.harmonise(s, s.part("~nylon-guitar", "nylon", level=-1), tune, 2)


@style("Folk", like="World")
def village_dance(s: Song) -> None:
    """Accordion polka, waltz or halling: bass and chord in alternation, clarinet or fiddle on top."""
    beats = s.pick(2.0, 3.0, 4.0)
    s.set((112, 180) if beats != 3.0 else (130, 180), ("major", "minor"), keys="G D A C F", beats=beats, room=s.pick("room", "outdoors", "club"))
    s.until(38, "a a b b", a=s.pick("I | I | V7 | V7 | V7 | V7 | I | I", "I | IV | V7 | I") if s.scale == "major" else "i | iv | V7 | i", b=s.pick("IV | I | V7 | I", "I | V7 | V7 | I") if s.scale == "major" else "bIII | bVII | V7 | i")
    bass.pattern(s, s.part("tuba", "accordion", "upright", "~accordion", level=-2), {2.0: "R.", 3.0: "R--", 4.0: "R.5."}[beats], 34, gate=0.6)
    comping.comp(s, s.part("accordion", "~accordion", "dulcimer", "nylon", level=-3), {2.0: ".s", 3.0: ".ss", 4.0: ".s.s"}[beats], 60, 3)
    tune = lines.melody(s, s.part("accordion", "~accordion", "clarinet", "fiddle", "violin", level=1), 62, 86, None, 2.0, 0.05, graces=0.15)
    if s.chance(0.4):
        lines.harmonise(s, s.part("clarinet", "accordion", "fiddle", level=-2), tune, -2)
    if s.chance(0.35):
        groove.drums(s, s.part("kit:standard", level=-5), {"kick": {2.0: "x...", 3.0: "x.....", 4.0: "x...x..."}[beats], "snare": {2.0: "..x.", 3.0: "..o.o.", 4.0: "..x...x."}[beats]}, fills=0, crash=False)
