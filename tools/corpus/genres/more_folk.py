"""Folk by other hands: sailors, harpers, northern fiddlers, dulcimers on a lap, chamber players, southern tambourines, a banjo alone, skiffle.

The tune comes first and is sung or played by everyone in turn; harmony is a drone, two chords or none; whoever taps does it with a foot.
"""

from __future__ import annotations

import bass
import comping
import lines
import players
from genres import traditions
from score import Part
from song import Song, style

MODAL = {
    "major": ("I | I | V | I", "I | IV | I | V", "I | V | IV | I"), "mixolydian": ("I | bVII | I | bVII", "I | I | bVII | I", "I | bVII | IV | I"),
    "dorian": ("i | bVII | i | i", "i | IV | bVII | i", "i | bIII | bVII | i"), "minor": ("i | bVII | bVI | bVII", "i | iv | bVII | i", "i | bIII | bVII | i"),
}


def _of(s: Song) -> str:
    return s.pick(*MODAL.get(s.scale, MODAL["major"] if "major" in s.scale else MODAL["minor"]))


@style("Folk", like="World")
def sea_shanty(s: Song) -> None:
    """Work that is sung: one man throws a line, the crew hauls on the answer, heels on the deck; a concertina if the captain is in a good mood."""
    s.set((84, 132), ("major", "dorian", "mixolydian", "minor"), keys="D G A C E", beats=s.pick(4.0, 4.0, 3.0), room=("room", "outdoors", "hall", "booth"))
    s.until(40, "verse verse chorus", verse=_of(s), chorus=_of(s))
    shanty = s.part("~vocal-low", "~vocal", "~vocal-low", level=2, pan=0.0, loose=0.02)
    call = lines.melody(s, shanty, 50, 66, "verse", 1.5, 0.12, unit=1, form="ABAC", pull=0.75, graces=0.06, bends=0.12, triplets=False, syllables=s.rng.sample(players.SYLLABLES, 12))
    # The leader has odd bars, the crew even ones.
    solo = [note for note in call if int(note.start // s.beats) % 2 == 0]
    haul = [note for note in call if int(note.start // s.beats) % 2 == 1]
    shanty.notes[:] = solo
    crew = [s.part("~choir-low", "~vocal-duo", "~backing", "~vocal", name="crew", level=-1, pan=pan, loose=0.03) for pan in (-0.5, 0.1, 0.5)]
    chorus = lines.melody(s, Part("sketch", "~vocal"), 52, 67, "chorus", 1.4, 0.1, unit=1, form="ABAC", pull=0.85, triplets=False, syllables=s.rng.sample(players.SYLLABLES, 12))
    for number, part in enumerate(crew):
        if number < 2:
            lines.double(part, [*haul, *chorus], 0, s.pick(0.0, 0.02))
        else:
            lines.harmonise(s, part, [*haul, *chorus], s.pick(-2, 2))
    if s.chance(0.6):
        traditions.hands(s, {"tom4": "X...X..." if s.beats == 4 else "X..x..", "clap": s.pick("..x...x.", "........") if s.beats == 4 else "......"}, -4, "heels")
    if s.chance(0.45):
        squeeze = s.part("accordion", "~accordion", "~reed", "fiddle", "bandoneon", level=-2)
        lines.double(squeeze, [*solo, *haul, *chorus], 12, 0.0, 0.8)
        comping.comp(s, squeeze, ".x.x" if s.beats == 4 else "x-x", 60, 3, loud=70)


@style("Folk", like="Classical")
def blind_harper(s: Song) -> None:
    """A harp alone, wire or gut: a planxty with a courtly turn, octaves and tenths below, strings left to ring into each other."""
    s.set((76, 132), ("major", "mixolydian", "dorian"), keys="D G C A", beats=s.pick(3.0, 3.0, 4.0), rubato=0.07, room=("hall", "room", "church", "booth"))
    s.until(44, "a a b b", a=_of(s), b=_of(s))
    harp = s.part("harp", "~dulcimer", "~kora", "~nylon-guitar", "dulcimer", "~steel-guitar", level=1, pan=0.0, send=-8)
    lines.melody(s, harp, 62, 86, None, 1.6, 0.06, form="AABA", graces=0.15, pull=0.65, gate=2.0)
    if s.chance(0.5):
        bass.pattern(s, harp, s.pick("R---5---", "R-5-8---") if s.beats == 4 else s.pick("R-----", "R-5-8-"), 38, gate=1.5, loud=80)
    else:
        comping.arpeggio(s, harp, 0.5, 43, 2, s.pick("024", "0241", "013"), gate=2.0, loud=70)
    if s.chance(0.35):
        lines.melody(s, s.part("flute", "whistle", "fiddle", "recorder", "cello", level=-1), 60, 79, "b", 0.8, 0.3, graces=0.2)


@style("Folk", like="Classical")
def polska(s: Song) -> None:
    """The north: two fiddles in three-four whose second beat arrives early, one an octave below or in sixths, strings that drone along underneath."""
    s.set((92, 128), ("dorian", "minor", "major", "harmonic-minor"), keys="D G A C", beats=3.0, room=("room", "hall", "church", "booth"))
    s.until(42, "a a b b", a=_of(s), b=_of(s))
    one = s.part("fiddle", "violin", "~bowed", "viola", level=1, pan=-0.3, loose=0.012)
    tune = lines.melody(s, one, 60, 82, None, 2.2, 0.04, form="AABC", graces=0.25, pull=0.6)
    for note in tune:
        if 0.9 < note.start % 3.0 < 1.1:
            note.start -= 0.12
    lines.legato(tune)
    two = s.part("fiddle", "violin", "viola", "cello", "clarinet", level=-1, pan=0.3, loose=0.018)
    if s.chance(0.5):
        lines.harmonise(s, two, tune, s.pick(-5, -2))
    else:
        lines.double(two, tune, -12)
    if s.chance(0.7):
        low = traditions.low_tonic(s, 43)
        bass.drone(s, s.part("~bowed", "viola", "~reed", "~dulcimer", "reed-organ", level=-6), (low, low + 7), s.pick(3.0, 6.0))
    if s.chance(0.4):
        comping.comp(s, s.part("nylon", "steel", "reed-organ", "~steel-guitar", level=-4), s.pick("x.xx..", "x--.x-"), 57, 3, loud=74)
    if s.chance(0.3):
        traditions.hands(s, {"tom4": "X...x."}, -7, "foot")


@style("Folk", like="Country")
def lap_dulcimer(s: Song) -> None:
    """The mountains: a ballad in five or six notes over two strings that never change; the voice is plain and follows the tune string."""
    s.set((72, 124), ("major-pentatonic", "mixolydian", "dorian", "minor-pentatonic"), keys="D G C A", beats=s.pick(3.0, 4.0), rubato=0.03, room=("room", "booth", "outdoors", "dry"))
    s.until(42, "tune verse verse", tune="I5 | I5 | I5 | I5", verse="I5 | I5 | I5 | I5")
    low = 48 + (s.tonic - 48) % 12
    board = s.part("~dulcimer", "dulcimer", "~steel-guitar", "~mandolin", "banjo", level=0)
    tune = lines.melody(s, board, low + 12, low + 27, "tune", 1.5, 0.08, form="AABA", pull=0.5, triplets=False)
    drone = s.part(board.voice, name="drone", level=-2)
    for bar in s.bars():
        for place in range(int(bar.beats * 2)):
            if place % 2 == 0 or s.chance(0.55):
                for string, pitch in enumerate((low, low + 7)):
                    drone.add(bar.start + place / 2 + string * 0.02, 0.9, pitch, (84 if place == 0 else 66) * s.rng.gauss(1.0, 0.07))
    if s.chance(0.75):
        sung = players.sing(s, "verse", density=1.2, rest=0.2, level=2, bends=0.1, graces=0.15, pull=0.4)
        lines.double(board, sung, 12 if max(note.pitch for note in sung) < 70 else 0, 0.0, 0.7)
    else:
        lines.double(s.part("fiddle", "whistle", "harmonica", level=0), tune, 0)
        lines.melody(s, board, low + 12, low + 27, "verse", 1.5, 0.08, form="AABA", pull=0.5, triplets=False)


@style("Folk", like="Classical")
def chamber_folk(s: Song) -> None:
    """A soft voice and a picked guitar in an odd tuning, and a string quartet or woodwinds written around them, never in front."""
    s.set((70, 124), ("major", "dorian", "minor", "mixolydian"), keys="C F D G A", beats=s.pick(4.0, 4.0, 3.0, 2.5), rubato=0.02, room=("room", "plate", "hall", "booth"))
    s.until(44, "verse verse bridge", verse=s.pick("Imaj7 | IVmaj7 | Imaj7 | ii7", "I | v7 | IV | I",
                                                   "Iadd9 | vi7 | IVmaj7 | V") if s.scale in ("major", "mixolydian") else s.pick("im9 | IV | im9 | bVII", "i | bVImaj7 | bIIImaj7 | bVII"),
            bridge=s.pick("IV | iv | I | I", "ii7 | IV | vi | V") if s.scale in ("major", "mixolydian") else "bVI | bIII | iv | bVII")
    picking = {4.0: ("B.2.b.3.1.2.b.3.", "B1.2b.31", "p.21b.32"), 3.0: ("B.2.1.3.b.2.", "B12b32"), 2.5: ("B.2b.",)}[s.beats]
    comping.fingerpick(s, s.part("steel", "nylon", "~steel-guitar", "~nylon-guitar", "piano", level=0), s.pick(*picking))
    players.sing(s, "verse", density=1.1, rest=0.25, level=1.5, bends=0.08, voices=("~vocal", "~vocal-low", "~vocal-duo"))
    if s.chance(0.6):
        section = [s.part(voice, level=-3, pan=pan, send=-9, loose=0.02) for voice, pan in (("violin", -0.5), ("violin", -0.2), ("viola", 0.2), ("cello", 0.5))]
        comping.chorale(s, section, (74, 67, 60, 48), s.pick(None, "bridge"), step=s.beats / 2, passing=0.5)
        for part in section:
            s.swell(part, 45, 105, 4)
    else:
        tune = lines.melody(s, s.part("flute", "clarinet", "oboe", "horn", "english-horn", level=-1), 60, 81, None, 0.9, 0.35, graces=0.08)
        lines.harmonise(s, s.part("clarinet", "horn", "bassoon", "cello", level=-3), tune, -4)
    if s.chance(0.4):
        bass.pattern(s, s.part("upright", "cello", "~string-bass", level=-3), "R-------" if s.beats == 4 else "R----", 31)


@style("Folk", like="World")
def tarantella(s: Song) -> None:
    """The south: six quavers at a run, a tambourine whipped by the wrist, mandolin or accordion or pipes, a voice with an edge; it is said to cure bites."""
    s.set((176, 224), ("minor", "harmonic-minor", "major", "phrygian"), keys="A D E G", beats=3.0, room=("outdoors", "room", "hall", "club"))
    s.until(38, "a a b b", a=s.pick("i | i | V | i", "i | iv | V | i") if s.scale != "major" else "I | V | V | I",
            b=s.pick("bIII | bVII | V | i", "iv | i | V | i") if s.scale != "major" else s.pick("IV | I | V | I", "vi | iii | V | I"))
    lead = s.part("~mandolin", "accordion", "~accordion", "violin", "~shawm", "flute", "clarinet", level=1)
    tune = lines.melody(s, lead, 62, 84, None, 2.0, 0.03, form="AABA", pull=0.7, graces=0.12, triplets=False)
    if s.chance(0.5):
        lines.harmonise(s, s.part(lead.voice, "~mandolin", "violin", level=-2), tune, -2)
    comping.strum(s, s.part("nylon", "steel", "~nylon-guitar", "~steel-guitar", level=-2), s.pick("x.ux.u", "X.xX.x", "xuxXux"))
    if s.chance(0.8):
        traditions.hands(s, {"tambourine": s.pick("XoxXox", "X.xX.x", "xxXxxX"), "tom4": s.pick("x.....", "x..x..")}, -2, "tamburello")
    bass.pattern(s, s.part("upright", "accordion", "~string-bass", "tuba", level=-2), s.pick("R--5--", "R.....", "R-.5-."), 33)
    if s.chance(0.4):
        players.sing(s, "a", density=1.6, level=1.5, graces=0.15, bends=0.15)


@style("Folk", like="Country")
def clawhammer(s: Song) -> None:
    """One banjo, knuckle down and thumb on the short string: bump-ditty, bump-ditty, a modal tune half hidden in it; perhaps a foot, perhaps a verse."""
    s.set((92, 128), ("mixolydian", "dorian", "major-pentatonic", "minor-pentatonic"), keys="G A D C", swing=(0.0, 0.3), unit=0.5, room=("room", "booth", "outdoors", "dry"))
    s.until(40, "tune tune verse", tune="I5 | I5 | bVII | I5" if s.scale in ("mixolydian", "dorian") else "I5 | I5 | I5 | I5", verse="I5 | I5 | I5 | I5")
    banjo = s.part("banjo", "~banjo", "banjo", "~ukulele", "nylon", level=1)
    rungs = s.rungs(55, 76)
    short = 67 + (s.tonic - 67) % 12
    place = len(rungs) // 2
    cell = [s.pick(-1, 1, 0, 1, -2, 2, -1) for _ in range(8)]
    for bar in s.bars():
        for half in range(int(bar.beats)):
            place = min(max(place + (cell[(bar.index * 4 + half) % 8] if s.chance(0.85) else s.pick(-1, 1)), 0), len(rungs) - 1)
            at = bar.start + half
            loud = 96 if half % 2 == 0 else 88
            banjo.add(at, 0.5, rungs[place], loud * s.rng.gauss(1.0, 0.06))
            if half % 2 == 1 and s.chance(0.5):
                banjo.add(at + 0.25, 0.25, rungs[max(place - 1, 0)], loud * 0.8)
            for pitch in (rungs[min(place + 2, len(rungs) - 1)], traditions.low_tonic(s, 55) + 7):
                banjo.add(at + 0.5, 0.3, pitch, 66 * s.rng.gauss(1.0, 0.08))
            banjo.add(at + 0.75, 0.4, short, 78 * s.rng.gauss(1.0, 0.06))
    if s.chance(0.5):
        players.sing(s, "verse", density=1.3, rest=0.25, level=1, bends=0.15, scale="minor-pentatonic" if s.scale in ("dorian", "minor-pentatonic") else "major-pentatonic")
    if s.chance(0.3):
        lines.melody(s, s.part("fiddle", "cello", level=-1), 50, 74, "tune", 1.4, 0.2, graces=0.15)
    if s.chance(0.35):
        traditions.hands(s, {"tom4": "x...x...x...x..."}, -7, "foot")


@style("Folk", like="Rock")
def skiffle(s: Song) -> None:
    """London, 1956: guitars thrashed in a cellar, a tea chest with a broom handle for a bass, thimbles on a washboard; trains, gambling, faster every verse."""
    s.set((148, 212), ("major", "mixolydian", "major-pentatonic"), keys="E A G D C", swing=(0.0, 0.5), room=("booth", "room", "club"))
    if s.chance(0.6):
        s.master.append("old")
    s.until(38, "verse chorus verse break", verse=s.pick("I | I | I | I | IV | IV | I | I | V7 | V7 | I | I", "I | I | IV | I | I | I | V7 | V7"),
            chorus=s.pick("IV | I | V7 | I", "I | IV | I | V7"), **{"break": "I | I | V7 | I"})
    for pan in (-0.4, 0.4)[: s.pick(1, 2, 2)]:
        comping.strum(s, s.part("steel", "~steel-guitar", "nylon", "banjo", level=-1, pan=pan), s.pick("x-xux-xu", "xuXuxuXu", "x.Xux.Xu"))
    bass.pattern(s, s.part("upright", "~string-bass", "melodic-tom", level=0), s.pick("R-5-", "RR55", "R.5.R.3."), 30, gate=0.5)
    traditions.hands(s, {"guiro": s.pick("x.xxx.xxx.xxx.xx", "xxxxxxxxxxxxxxxx"), "woodblock": "....x.......x...", "snare": s.pick("................", "..g.o.g...g.o.g.")}, -4, "washboard")
    tune = players.sing(s, ("verse", "chorus"), low=52, density=1.6, level=1.5, bends=0.15, rest=0.15)
    lines.harmonise(s, s.part("~vocal-duo", "~backing", "~vocal", level=-2),
                    [note for note in tune if any(sec.name == "chorus" and sec.start <= note.start < sec.end for sec in s.sections)], 2, scale="major")
    lines.melody(s, s.part("steel", "harmonica", "~mandolin", "banjo", level=1), 60, 81, "break", 2.0, 0.1, triplets=False, scale="major-blues")
