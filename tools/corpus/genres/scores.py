"""Scores for pictures and games, where the orchestra leaves the concert hall: drums that carry a battle, a spring in a wood, a ship, a clock.

Still Classical: strings, winds and brass that are led and swell, no drum kit that keeps time. The hard cases are Metal (loud, low and steady), World (drums, a flute alone), Folk (harp and
recorder) and Electronic (a pulse that does not change).
"""

from __future__ import annotations

import bass
import comping
import groove
import lines
import players
from score import Part
from song import Song, Where, style

DARK = ("i | i | bVI | bVII", "i | i | bII | i", "i | bVI | iv | V", "i | i | bIII | bII", "i | iv | bVI | bVII")
LIGHT = ("I | iii | IV | I", "I | V/3 | vi | IV", "I | bVII | IV | I", "I | ii | IV | V", "Imaj7 | IVmaj7 | I | V")
_STROKES = ("X..x..x.X..x..x.", "X.xxX.xxX.xxX.xx", "X.....x.X...x...", "X..X..X..X..X.X.", "XoxoXoxoXoxoXoxo", "X.oX.oX.oX.oX.xx", "X.......o.o.X...")
"""What a line of big drums hammers, in sixteenths."""


def _drums(s: Song, level: float, where: Where = None) -> None:
    """Two or three groups of big drums that answer each other, now and then a cymbal or a roll."""
    for _ in range(s.pick(1, 2, 2, 3)):
        row = s.pick(*_STROKES)
        drum = s.part("taiko", "timpani", "melodic-tom", "kit:orchestra", level=level, send=-6, loose=0.014)
        key = s.pick(36, 38, 41, 43) if "kit:" in drum.voice else s.pick(34, 38, 41, 45)
        for bar in s.bars(where):
            steps = int(bar.beats * 4)
            for place in range(steps):
                mark = row[place % len(row)]
                if mark != ".":
                    drum.add(bar.start + place / 4, 0.5, key, {"X": 118, "x": 96, "o": 66}[mark] * s.rng.gauss(1.0, 0.06))
    metal = s.part("kit:orchestra", level=level - 2, send=-6)
    for bar in s.bars(where):
        if bar.index == 0 or s.chance(0.12):
            metal.add(bar.start, 3, s.pick(49, 57, 55), 104)
        if bar.last and s.chance(0.7):
            groove.roll(metal, bar.start + bar.beats / 2, bar.beats / 2, s.pick("snare", "crash", "tom4"), 30, 112)


def _ostinato(s: Song, parts: list[Part], centres: tuple[int, ...], where: Where = None) -> None:
    """Strings saw at one figure together, short, in octaves."""
    figure = lines.make_riff(s, s.beats, s.between(2.0, 4.0), s.pick(5, 8), s.scale, 0.55)
    for part, centre in zip(parts, centres, strict=False):
        lines.play_riff(s, part, figure, s.beats, centre, where, gate=0.5)


@style("Classical", like="Metal")
def war_drums(s: Song) -> None:
    """Big drums and little else: strings hammer one figure, low brass calls, a choir shouts."""
    s.set((84, 150), ("minor", "phrygian", "harmonic-minor", "dorian"), beats=s.pick(4.0, 4.0, 3.0), room=s.pick("hall", "arena", "church"))
    s.until(46, "a b a c", a=s.pick(*DARK), b=s.pick(*DARK), c=s.pick(*DARK))
    _drums(s, s.pick(0, 2, 4))
    section = players.strings(s, -2)
    _ostinato(s, [section[3], section[2], section[1]], (45, 57, 69), s.pick(None, ("b", "c")))
    bass.pattern(s, section[4], s.pick("R-------", "R---R---", "RRRRRRRR"), 28)
    brass = s.part("trombone", "horn", "tuba", "brass", level=0, send=-7, loose=0.02)
    lines.legato(lines.melody(s, brass, 43, 62, ("b", "c"), 0.5, 0.15, pull=0.9, leap=0.3))
    s.swell(brass, 70, 127, 2)
    if s.chance(0.6):
        comping.stabs(s, [s.part("choir", "~choir", "oohs", level=0, send=-5), s.part("brass", "trumpet", level=-2, send=-6)], s.pick("X.......", "X..X....", "X...X.X."), 60, every=s.pick(1, 2))


@style("Classical", like="Metal")
def battle_choir(s: Song) -> None:
    """Latin that nobody understands, over brass in thirds, running strings and timpani."""
    s.set((96, 168), ("minor", "harmonic-minor", "phrygian"), beats=s.pick(4.0, 4.0, 3.0), room=s.pick("hall", "church", "church"))
    s.until(46, "a b a b", a=s.pick(*DARK), b=s.pick(*DARK))
    choir = s.part("choir", "~choir", "oohs", level=1, send=-4, loose=0.025)
    tune = lines.melody(s, choir, 57, 76, None, s.between(0.9, 1.6), 0.08, form="AAAB", pull=0.9, leap=0.2, triplets=False)
    lines.harmonise(s, s.part("~choir-low", "choir", level=-1, send=-4), tune, s.pick(-2, -4), scale=s.scale)
    section = players.strings(s, -1)
    lines.runs(s, section[0], 66, 90, step=0.25, gap=0.2)
    _ostinato(s, [section[3], section[2]], (45, 57))
    bass.pattern(s, section[4], s.pick("R---5---", "RRRRRRRR", "R-R-R-R-"), 28)
    for voice, centre in (("trombone", 52), ("horn", 58)):
        comping.comp(s, s.part(voice, "brass", level=-2, send=-7), s.pick("X---x---", "X--X--X-", "x-x-X---"), centre, 3)
    _drums(s, -2)


@style("Classical", like="Folk")
def sanctuary(s: Song) -> None:
    """Where nothing can happen: a harp goes up and down, a flute or a celesta above, strings so soft that they are hardly there."""
    s.set((50, 92), ("major", "lydian", "mixolydian", "dorian", "minor"), beats=s.pick(4.0, 3.0), rubato=0.06, room=s.pick("hall", "church", "cave"))
    chords = LIGHT if s.scale in ("major", "lydian", "mixolydian") else ("i | bVII | bVI | bVII", "i | bIII | bVII | i", "i | bVI | i | v")
    s.until(50, "a a b a", a=s.pick(*chords), b=s.pick(*chords))
    harp = s.part("harp", "harp", "celesta", "piano", "vibraphone", "nylon", level=0, send=-6)
    comping.arpeggio(s, harp, s.pick(0.5, 0.5, 0.25, 1.0), 48, s.pick(2, 3), s.pick("updown", "up", "0213", "random"), gate=1.6, loud=78)
    section = players.strings(s, s.pick(-9, -6, -3), ("slow-strings", "strings"))
    comping.chorale(s, section[1:], (67, 60, 52, 40), step=s.beats, passing=0.2)
    for part in section[1:]:
        s.swell(part, 30, 96, 4)
    solo = s.part("flute", "flute", "oboe", "clarinet", "recorder", "celesta", "glockenspiel", "violin", "horn", "oohs", level=1, send=-6)
    lines.legato(lines.melody(s, solo, 64, 86, None if s.chance(0.5) else "b", s.between(0.5, 1.1), 0.25, graces=0.1, pull=0.85))
    if s.chance(0.4):
        comping.pad(s, s.part("choir", "~choir", "horn", level=-6, send=-4), 62, 3)


@style("Classical", like="Latin")
def bolero(s: Song) -> None:
    """One rhythm on a snare drum from beginning to end, plucked strings, a long tune that goes from wind to wind while all grow louder."""
    s.set((63, 96), ("major", "phrygian", "mixolydian", "minor"), beats=3.0, room="hall")
    s.until(60, "a a b b", a="I | I | I | I" if s.scale in ("major", "mixolydian") else "i | i | bII | i", b=s.pick("I | V | I | V", "I | IV | V | I") if s.scale in ("major", "mixolydian") else "i | bII | bIII | bII")
    snare = s.part("kit:orchestra", level=s.pick(-4, -1), send=-8)
    cell = s.pick((0, 1 / 3 + 0.17, 2 / 3, 5 / 6, 1, 1.5, 5 / 3, 11 / 6, 2, 2.5), (0, 0.5, 2 / 3, 5 / 6, 1, 1.5, 2, 13 / 6, 7 / 3, 2.5, 8 / 3, 17 / 6))
    for bar in s.bars():
        for place in cell:
            snare.add(bar.start + place, 0.15, 38, (84 if place == int(place) else 60) * s.rng.gauss(1.0, 0.05))
    for low, voice in ((60, "pizzicato"), (40, "pizzicato")):
        bass.pattern(s, s.part(voice, "harp", level=-1), s.pick("R-5-5-", "R-R-5-", "R-8-5-"), low)
    winds = ["flute", "clarinet", "bassoon", "oboe", "muted-trumpet", "tenor-sax", "soprano-sax", "horn", "trombone", "strings"]
    s.rng.shuffle(winds)
    for where, voice in zip(("a", "b"), winds, strict=False):
        solo = s.part(voice, level=1, send=-8)
        tune = lines.melody(s, solo, 60, 82, where, s.between(1.0, 1.8), 0.08, form="ABAC", graces=0.08)
        lines.legato(tune)
        if s.chance(0.4):
            lines.double(s.part(winds[-1], level=-2, send=-8), tune, s.pick(0, 12, -12))
    if s.chance(0.5):
        comping.comp(s, s.part("strings", "horn", level=-5, send=-8), "x.x.x.", 62, 3, gate=0.5)


@style("Classical", like="World")
def flute_alone(s: Song) -> None:
    """One wind or one string without anybody: a fantasia, broken chords that let two voices be heard, silences to breathe."""
    s.set((60, 126), ("major", "minor", "harmonic-minor", "dorian"), rubato=0.12, beats=s.pick(4.0, 3.0, 2.0), room=s.pick("room", "hall", "church"))
    s.until(44, "a b a", a=s.pick("I | V | I | IV | ii | V | I | I", "I | vi | ii | V") if s.scale == "major" else s.pick("i | iv | V | i", "i | bVI | iv | V | i | iiø | V | i"),
            b=s.pick("vi | ii | V | I", "IV | I | V | V") if s.scale == "major" else s.pick("bIII | bVI | iv | V", "iv | i | V | V"))
    voice, low, high = s.pick(("flute", 60, 91), ("flute", 62, 93), ("recorder", 65, 89), ("oboe", 60, 86), ("clarinet", 52, 86), ("bassoon", 36, 67), ("violin", 55, 91), ("cello", 36, 69), ("viola", 48, 79), ("horn", 41, 72))
    solo = s.part(voice, level=0, pan=0.0, send=s.pick(-14, -8), loose=0.02)
    if s.chance(0.6):
        lines.runs(s, solo, low, high, step=s.pick(0.25, 0.5), gap=0.35, where="b")
        lines.melody(s, solo, low + 3, high - 3, "a", s.between(1.4, 2.6), 0.12, graces=0.15, leap=0.3, pull=0.9, triplets=False)
    else:
        lines.melody(s, solo, low, high, None, s.between(1.6, 3.2), 0.1, graces=0.15, leap=0.35, pull=0.9)
    if s.chance(0.35):
        bass.pattern(s, s.part("harpsichord", "piano", "cello", "harp", level=-5), "R---5---" if s.beats == 4 else "R-----", 40)
    s.swell(solo, 70, 120, 2)


@style("Classical", like="Electronic")
def voyage(s: Song) -> None:
    """A ship under way: a pulse in the low strings, long chords above it, a horn or a solo string that looks far, a drum far away."""
    s.set((60, 108), ("minor", "dorian", "major", "mixolydian"), beats=s.pick(4.0, 4.0, 3.0), rubato=0.03, room=s.pick("hall", "church", "outdoors"))
    chords = ("i | bVI | bIII | bVII", "i | bVII | bVI | bVII", "i | iv | bVII | bIII") if s.scale in ("minor", "dorian") else LIGHT
    s.until(50, "a b a b", a=s.pick(*chords), b=s.pick(*chords))
    section = players.strings(s, 0, ("strings", "slow-strings"))
    row = s.pick("xoxoxoxo", "x-xox-xo", "xooxooxo", "x---x---") if s.beats == 4 else s.pick("xoxoxo", "x--x--", "x-xoxo")
    for part, centre in zip(section[2:4], (58, 50), strict=True):
        comping.comp(s, part, row, centre, 2, gate=0.7, loud=82)
    bass.pattern(s, section[4], "R---R---" if s.beats == 4 else "R-----", 28)
    comping.pad(s, section[1], 67, 3)
    lines.legato(lines.melody(s, section[0], 67, 88, s.pick(None, "b"), 0.6, 0.1, pull=0.85))
    for part in section[:2]:
        s.swell(part, 45, 118, 4)
    solo = s.part("horn", "cello", "violin", "oboe", "whistle", "trumpet", "clarinet", level=1, send=-7)
    lines.legato(lines.melody(s, solo, 55, 77, s.pick("a", None), 0.8, 0.2, graces=0.08, pull=0.85))
    if s.chance(0.5):
        drum = s.part("timpani", "taiko", "kit:orchestra", level=-5, send=-4)
        for bar in s.bars():
            if bar.index % 2 == 0 or bar.last:
                drum.add(bar.start, 1.5, 36 if "kit:" in drum.voice else 40, 92)
    if s.chance(0.3):
        comping.arpeggio(s, s.part("harp", "celesta", level=-4), 0.5, 60, 2, "updown")


@style("Classical", like="Electronic")
def ticking(s: Song) -> None:
    """Tension without an outbreak: short low strings on every eighth, a clock of woodblock or pizzicato, chords that creep in and are cut off."""
    s.set((90, 144), ("minor", "octatonic", "phrygian", "harmonic-minor"), beats=s.pick(4.0, 4.0, 3.5, 2.5), room=s.pick("hall", "room", "church"))
    s.until(44, "a a b a", a=s.pick("i | i | i | bII", "i | i | bVI | bVI"), b=s.pick(*DARK))
    low = s.part("strings", "cello", "contrabass", level=0, send=-9)
    bass.pattern(s, low, s.pick("rrrrrrrr", "RrrRrrRr", "R.rrR.rr"), s.pick(36, 40))
    if s.chance(0.7):
        clock = s.part("pizzicato", "woodblocks", "xylophone", "harp", "piano", level=-3, send=-8)
        comping.arpeggio(s, clock, s.pick(0.5, 0.25), 60, 1, s.pick("0121", "random", "0012"), rests=s.pick("x.xx", "xx.x.x..", "x..x..x."), gate=0.3)
    held = s.part("tremolo-strings", "strings", "slow-strings", level=-1, send=-7)
    comping.pad(s, held, s.pick(58, 66), 3)
    s.swell(held, 25, 122, 2, wave=s.chance(0.5))
    comping.stabs(s, [s.part("trombone", "horn", "brass", level=-1, send=-7), s.part("strings", level=-1, send=-7)], s.pick("X.......", "..X...X.", "X..X...."), 54, every=s.pick(2, 4))
    if s.chance(0.6):
        lines.melody(s, s.part("bassoon", "clarinet", "horn", "celesta", "viola", level=0, send=-8), 50, 72, None, 0.7, 0.4)
    if s.chance(0.5):
        drum = s.part("timpani", "taiko", level=-3, send=-7)
        bass.pattern(s, drum, s.pick("R.......", "R..r....", "R.....rr"), 38)
