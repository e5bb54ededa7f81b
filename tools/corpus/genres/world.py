"""World: traditions that share nothing but their distance from the charts: other scales and tunings, drones for harmony, cycles for bars.

The hard cases are Folk (fiddles and drones of the north), Classical (solo strings,
    ensembles without drums), Latin (hand drums) and Electronic (drones).
"""

from __future__ import annotations

from collections.abc import Sequence

import bass
import comping
import groove
import lines
import players
from score import Note, Part
from song import Song, Where, style

STILL = "I | I | I | I"
"""One chord: what the drone says."""

OUTSIDE = ("outdoors", "room", "hall", "booth")


def _hands(s: Song, rows: dict[str, str], level: float = -1.0, name: str = "hands", kit: Sequence[str] = ("kit:standard", "kit:orchestra"),
           where: Where = None) -> Part:
    """Hand drums: uneven, without fills or cymbals."""
    part = s.part(*kit, name=name, level=level, loose=0.007)
    groove.drums(s, part, rows, where, fills=0, crash=False, human=0.16, vary=0.0)
    return part


def _low_tonic(s: Song, low: int = 36) -> int:
    return low + (s.tonic - low) % 12


def _neutral(s: Song, notes: Sequence[Note], degrees: Sequence[int]) -> None:
    """Lowers some degrees by a quarter tone, as maqam and gamelan do."""
    for note in notes:
        if (round(note.pitch) - s.tonic) % 12 in degrees:
            note.pitch -= 0.5


def _ornaments(s: Song, notes: Sequence[Note], odds: float = 0.4, depth: float = 1.0) -> None:
    """Turns and shakes on long notes, slides into others: the left hand's art on a string, the throat's in a song."""
    for note in notes:
        if note.length >= 0.5 and s.chance(odds):
            kind = s.pick("slide", "shake", "turn")
            if kind == "slide":
                note.bend = ((0.0, s.pick(-2.0, -1.0, 2.0) * depth), (min(0.3, note.length * 0.4), 0.0))
            elif kind == "turn":
                note.bend = ((0.0, 0.0), (0.1, depth), (0.22, 0.0), (0.32, -depth), (0.45, 0.0))
            else:
                note.bend = tuple((place * 0.09, 0.7 * depth * (place % 2)) for place in range(int(min(note.length, 1.5) / 0.09)))


def _heterophony(s: Song, tune: Sequence[Note], *voices: str, level: float = -2.0, octave: int = 0) -> None:
    """The same tune on another instrument in its own manner: some notes left out, some split, some late."""
    part = s.part(*voices, level=level, loose=0.02)
    for note in tune:
        if note.length < 0.3 and s.chance(0.3):
            continue
        if note.length >= 1.0 and s.chance(0.5):
            part.add(note.start, note.length / 2, note.pitch + octave, note.velocity * 0.9)
            part.add(note.start + note.length / 2, note.length / 2, note.pitch + octave, note.velocity * 0.8)
        else:
            part.add(note.start + s.pick(0.0, 0.0, 0.04), note.length, note.pitch + octave, note.velocity * 0.9)


@style("World", like="Classical")
def gamelan(s: Song) -> None:
    """Bronze: the skeleton melody slowly in the middle, figures two and four times as fast above, gongs that mark the cycle, pairs tuned
    apart."""
    s.set((52, 132), ("pelog", "slendro"), room=("outdoors", "hall", "cave"))
    s.until(46, "a a b b", a=STILL, b=STILL)
    bars_of = ("~metallophone", "vibraphone", "celesta", "~fm-bell", "marimba", "glockenspiel", "~vibes")
    skeleton = lines.melody(s, s.part(*bars_of, level=0, tuning=s.between(-0.4, 0.4)), 55, 70, None, 0.8, 0.0, form="AABA", pull=0.2,
                            triplets=False)
    for octave, split, level in ((12, 2, -1.0), (12, 4, -2.0), (24, 4, -4.0))[: s.pick(2, 3)]:
        # Beating pairs: the second of two metallophones is tuned a little higher, so that each note shimmers.
        voice = s.pick(*bars_of)
        rungs = s.rungs(50, 100)
        for tuning in (-0.12, 0.14):
            part = s.part(voice, level=level - 2, pan=-0.5 if tuning < 0 else 0.5, tuning=tuning, loose=0.004)
            for note in skeleton:
                count = max(int(note.length * split), 1)
                for place in range(count):
                    at = min(range(len(rungs)), key=lambda i: abs(rungs[i] - note.pitch - octave)) + (0, 1, 0, -1)[place % 4]
                    part.add(note.start + place * note.length / count, note.length / count, rungs[min(max(at, 0), len(rungs) - 1)], 74)
    gong = s.part("~gong", "bells", "~fm-bell", level=1, send=-6)
    for bar in s.bars():
        if bar.index % 4 == 0:
            gong.add(bar.start, bar.beats * 2, _low_tonic(s, 31), 100)
        elif bar.index % 2 == 0:
            gong.add(bar.start, bar.beats, _low_tonic(s, 43), 76)
    if s.chance(0.7):
        _hands(s, {"conga1": s.pick("x..x..xxx..x.xx.", "..x...xx..x.x.xx"), "conga2": "x...x...x...x..."}, -3, "kendang")
    if s.chance(0.4):
        lines.melody(s, s.part("~flute", "flute", "~bowed", "~vocal", level=-2), 67, 84, None, 0.8, 0.3, bends=0.4)


def _tanpura(s: Song, level: float = -4.0) -> None:
    """Fifth, tonic, tonic, low tonic: plucked for ever, the strings buzz into one another."""
    part = s.part("~sitar", "sitar", "~dulcimer", name="tanpura", level=level, pan=0.0, send=-8)
    low = _low_tonic(s, 40)
    beat, place = 0.0, 0
    while beat < s.sections[-1].end:
        part.add(beat, 6.0, low + (-5, 0, 0, -12)[place % 4] + 12, 70)
        beat, place = beat + 1.0, place + 1
    if s.chance(0.5):
        bass.drone(s, s.part("~reed", "reed-organ", "accordion", "~string-machine", level=level - 2), (low, low + 7), 16)


def _tabla(s: Song, where: Where = None, level: float = 0.0) -> None:
    """Sixteen beats in four fours: the high drum rings, the low one glides under the palm, and is lifted in the third quarter."""
    high = s.part("kit:standard", name="tabla", level=level - 1, pan=0.2)
    low = s.part("melodic-tom", "taiko", "synth-drum", name="bayan", level=level, pan=-0.2)
    rows = s.pick(("x..xx.x.", "x.xxx.xx", "..xx..x.", "x.xxxxxx"), ("x.x.xxx.", "x.xxx.x.", "..x.xxx.", "xxxxx.xx"),
                  ("xxx.xxx.", "x.x.xxxx", ".xx.x.x.", "xxxxxxxx"))
    for bar in s.bars(where):
        row = rows[bar.index % 4]
        step = bar.beats / 8
        for place, mark in enumerate(row):
            at = bar.start + place * step
            if mark == "x":
                high.add(at, step, s.pick(groove.DRUMS["bongo1"], groove.DRUMS["conga-mute"], groove.DRUMS["bongo2"]),
                         s.rng.randint(64, 104))
                if s.chance(0.25):
                    high.add(at + step / 2, step / 2, groove.DRUMS["bongo1"], s.rng.randint(50, 80))
            if bar.index % 4 != 2 and place in (0, 3, 4, 7) and s.chance(0.7):
                low.add(at, step * 1.6, 40, s.rng.randint(76, 108), "", ((0.0, s.pick(-3.0, 0.0)), (step, s.pick(2.0, 4.0, -2.0))))


@style("World", like="Classical")
def raga(s: Song) -> None:
    """A slow unmetred exploration over the drone, then a composition with tabla that gains speed and runs."""
    s.set((72, 132), ("yaman", "bhairav", "todi", "kafi", "bhupali", "mixolydian", "hijaz"), room=("room", "hall", "outdoors"))
    s.until(56, "alap gat gat jhala", alap=STILL, gat=STILL, jhala=STILL)
    _tanpura(s)
    lead = s.part("~sitar", "sitar", "~bowed", "~vocal", "flute", "~flute", "violin", "shanai", level=2, pan=0.0, loose=0.015)
    slow = lines.melody(s, lead, 57, 77, "alap", 0.7, 0.3, form="ABCD", pull=0.3)
    song = lines.melody(s, lead, 57, 81, "gat", 1.5, 0.15, form="ABAC", pull=0.3)
    _ornaments(s, [*slow, *song], 0.6)
    if s.chance(0.5):
        lines.runs(s, lead, 57, 84, "jhala", 0.25, gap=0.2)
    else:
        lines.repeated(s, lead, lines.melody(s, Part("sketch", "sitar"), 60, 81, "jhala", 0.9, 0.0), 0.25)
    _tabla(s, ("gat", "jhala"))


@style("World", like="Pop")
def film_song(s: Song) -> None:
    """Bombay's studios: a high voice, a hundred violins that play in unison between her lines, dholak and tabla, sitar or accordion."""
    s.set((92, 128), ("minor", "harmonic-minor", "kafi", "bhairav", "mixolydian"), swing=s.pick(0.0, 0.6), unit=0.5,
          room=("hall", "plate", "room"))
    s.until(42, "verse break verse", verse=s.pick("i | i | bVII | i", "i | iv | i | bVII", "i | i | i | i"),
            **{"break": s.pick("i | bVII | i | i", "iv | i | bVII | i")})
    _tabla(s, None, 0)
    _hands(s, {"conga1": "..x.x..x..x.x..x", "conga2": "x..x..x.x..x..x.", "tambourine": "....x.......x..."}, -2, "dholak")
    sung = lines.melody(s, s.part("~vocal", "~vocal", "~vocal-low", level=2), 62, 81, "verse", 1.4, 0.2, bends=0.3, graces=0.15,
                        syllables=s.rng.sample(players.SYLLABLES, 10))
    _ornaments(s, sung, 0.4)
    runs = lines.runs(s, s.part("strings", "violin", "~section", level=1), 62, 86, "break", s.pick(0.25, 0.5), gap=0.4)
    lines.double(s.part("strings", level=-1), runs, -12)
    lines.melody(s, s.part("~sitar", "sitar", "accordion", "flute", "~mandolin", level=-1), 62, 84, "verse", 1.2, 0.6)
    bass.pattern(s, s.part("upright", "finger-bass", "contrabass", level=-1), s.pick("R---5-R-", "R--R5---"), 30)


@style("World", like="Classical")
def maqam(s: Song) -> None:
    """Oud, qanun, nay and violin in unison, each in its own way; neutral thirds, frame drum with a deep dum and a dry tak."""
    s.set((76, 124), ("hijaz", "minor", "double-harmonic", "phrygian", "dorian", "misheberak"), room=("room", "hall", "club"))
    s.until(46, "taksim song song", taksim=STILL, song=STILL)
    lead = s.part("~oud", "~oud", "~dulcimer", "dulcimer", "nylon", level=1, loose=0.015)
    opening = lines.melody(s, lead, 50, 70, "taksim", 1.3, 0.35, form="ABCD", pull=0.3)
    tune = lines.melody(s, lead, 52, 72, "song", 1.7, 0.08, form="AABC", pull=0.4, graces=0.2)
    if s.scale in ("dorian", "minor", "phrygian") and s.chance(0.7):
        _neutral(s, [*opening, *tune], s.pick((3,), (4, 3), (1, 2), (3, 10)))
    _heterophony(s, tune, "violin", "~bowed", "~flute", "strings", level=-1)
    if s.chance(0.7):
        _heterophony(s, tune, "~dulcimer", "harp", "~flute", "clarinet", level=-2, octave=12)
    rhythm = s.pick({"tom4": "X.....X.........", "conga-mute": "..x.x.....x.x.x."}, {"tom4": "X...X.......X...", "rim": "..x...x.x.x...xx"},
                    {"conga2": "X..X..X.X.......", "bongo1": "..x..x......x.xx"})
    _hands(s, {**rhythm, "tambourine": s.pick("x.x.x.x.x.x.x.xx", "................")}, 0, "darbuka", where="song")
    bass.drone(s, s.part("contrabass", "cello", "~bowed", level=-5), (_low_tonic(s),), 8)


@style("World", like="Folk")
def kora(s: Song) -> None:
    """Mali: a harp with a skin, thumb ostinato below and cascades above; a singer tells who your grandfather was; balafon joins."""
    s.set((84, 124), ("major", "lydian", "mixolydian"), keys="F G D C", room=OUTSIDE)
    s.until(44, "a a b", a=s.pick("I | I | IV | IV", "I | II | I | II", "I | vi | IV | I"), b=s.pick("I | IV | I | V", "I | I | II | I"))
    harp = s.part("~kora", "~kora", "harp", "~nylon-guitar", level=1, pan=-0.2)
    comping.fingerpick(s, harp, s.pick("B.2.B.3.b.2.b.3.", "B..2..b.3.B.2.3.", "B.23b.32"), 43)
    lines.runs(s, harp, 62, 86, "b", 0.25, gap=0.55)
    if s.chance(0.6):
        comping.arpeggio(s, s.part("marimba", "xylophone", "~kora", "kalimba", level=-2, pan=0.4), 0.25, 60, 2,
                         "".join(s.pick(*"01234") for _ in range(12)), rests="xx.xxx.x.xx.")
    if s.chance(0.6):
        sung = lines.melody(s, s.part("~vocal", "~vocal-low", level=2), 57, 76, ("a",), 1.6, 0.35, graces=0.1,
                            syllables=s.rng.sample(players.SYLLABLES, 10))
        _ornaments(s, sung, 0.3)
    if s.chance(0.5):
        _hands(s, {"conga2": "x.....x.x.......", "conga1": "...x....x..x.x..", "shaker": "x.xxx.xxx.xxx.xx"}, -4, "calabash")
    if s.chance(0.4):
        bass.pattern(s, s.part("upright", "~string-bass", level=-3), "R--5--R-", 30)


@style("World", like="Latin")
def djembe(s: Song) -> None:
    """Three bass drums with bells, two djembes that lock, one that speaks; a call and the whole village's answer."""
    six = s.chance(0.5)
    s.set((104, 140), ("minor-pentatonic", "major-pentatonic"), room=("outdoors", "outdoors", "room"))
    s.until(40, "a a b", a=STILL, b=STILL)
    if six:
        _hands(s, {"tom4": "x.....x.x...", "tom3": "..x.....x..x", "cowbell": "x.x.xx.x.x.x"}, 1, "dunun")
        _hands(s, {"conga1": "x.xx.xx.xx.x", "conga-mute": ".x..x..x..x."}, 0, "djembe")
    else:
        _hands(s, {"tom4": "x..x....x..x....", "tom3": "....x.x.....x.xx", "cowbell": s.pick("x.xx.x.xx.xx.x.x", "x..x..x.x..x..x.")}, 1,
               "dunun")
        _hands(s, {"conga1": "..xx..xx..xx..xx", "conga-mute": "x...x...x...x..."}, 0, "djembe")
    count = 12 if six else 16
    talk = "|".join("".join(s.pick("X", "x", "x", "g", ".", ".", "r") for _ in range(count)) for _ in range(4))
    _hands(s, {"bongo2": talk, "conga-mute": "|".join("".join(s.pick("X", ".", ".", ".") for _ in range(count)) for _ in range(2))}, 1,
           "solo djembe")
    if s.chance(0.6):
        call = lines.melody(s, s.part("~vocal", "~vocal-low", level=1), 55, 72, "a", 1.2, 0.4, graces=0.1,
                            syllables=s.rng.sample(players.SYLLABLES, 8))
        answer = s.part("~choir", "~vocal-duo", "~backing", level=0, send=-9)
        lines.double(answer, [note for note in call if note.length >= 0.5], 0, s.beats)
    elif s.chance(0.6):
        comping.arpeggio(s, s.part("marimba", "xylophone", "kalimba", level=0), 0.25, 58, 2, "".join(s.pick(*"01234") for _ in range(8)),
                         rests="x.xxx.xx")


@style("World", like="Latin")
def afrobeat(s: Song) -> None:
    """Lagos: two guitars that never change, a bass that leaves holes, horns in unison, a drummer with four arms, twenty minutes of it."""
    s.set((102, 126), ("dorian", "minor-pentatonic", "mixolydian"), room=("club", "room", "outdoors"))
    s.until(46, "a a b", a=s.pick("im7 | im7 | im7 | im7", "im7 | im7 | IV7 | IV7", "I7 | I7 | I7 | I7"),
            b=s.pick("im7 | im7 | im7 | im7", "im7 | bVII | im7 | bVII"))
    groove.drums(s, s.part("kit:standard", "kit:jazz", level=0), {"kick": "x..x..x...x.x...", "snare": s.pick("....x..g..g.x..g",
        "..g.x.g..g..x.g."), "hat": "x.xxx.xxx.xxx.xx"}, fills=8, crash=False, human=0.14)
    _hands(s, {"conga1": "..x...xx..x...xx", "conga2": "x.......x..x....", "shaker": "xoxoxoxoxoxoxoxo",
               "claves": s.pick("x..x..x...x.x...", "x..x...x..x.x...")}, -3)
    bass.pattern(s, s.part("finger-bass", "~electric-bass", level=1), s.pick("R..R....5.7.....", "R.....R.7.5...R.", "..R.R...7.5.R..."),
                 28)
    for pan in (-0.6, 0.6):
        guitar = s.part("muted-guitar", "clean-guitar", "~electric-guitar", level=-2, pan=pan, fx=("amp:clean",))
        lines.play_riff(s, guitar, lines.make_riff(s, 4, 2.4, 12, "minor-pentatonic" if s.scale != "mixolydian" else "major-pentatonic",
            0.25), 4, 55, gate=0.5)
    comping.comp(s, s.part("drawbar", "rock-organ", "rhodes", level=-4), s.pick("..s...s.....s...", "x-------....s.s."), 60, 4)
    horns = lines.melody(s, s.part("tenor-sax", "trumpet", "alto-sax", level=0), 56, 76, "b", 1.3, 0.25, form="AAAB", triplets=False)
    lines.double(s.part("baritone-sax", "trombone", level=-1), horns, -12)
    if s.chance(0.5):
        lines.melody(s, s.part("tenor-sax", "drawbar", "trumpet", level=1), 56, 80, "a", 1.8, 0.4, bends=0.3)
    else:
        players.sing(s, "a", low=50, density=1.2, rest=0.45, level=1)


@style("World", like="Electronic")
def mbira(s: Song) -> None:
    """Zimbabwe: two thumb pianos interlock, forty-eight pulses to the cycle, a shaker, a soft voice that yodels."""
    s.set((104, 138), ("mixolydian", "major", "major-pentatonic"), beats=3.0, room=OUTSIDE)
    s.until(42, "a a b", a=s.pick("I | IV | vi | I | iii | vi | IV | V", "I | iii | IV | vi"), b="I | iii | vi | I | IV | vi | I | V")
    order = "".join(s.pick(*"0123") for _ in range(6))
    first = comping.arpeggio(s, s.part("kalimba", "~metallophone", "marimba", "~vibes", level=0, pan=-0.4, fx=s.pick((), ("drive:2",))),
                             0.5, 52, 2, order, gate=1.5)
    lines.double(s.part(s.parts[-1].voice, "kalimba", level=-1, pan=0.4), first, 0, 0.25)
    comping.arpeggio(s, s.part("kalimba", "marimba", level=-1), 0.5, 67, 1, "0121", rests=s.pick("x.x", "x..x.x"))
    bass.pattern(s, s.part("kalimba", "~metallophone", level=0), "R.5R..", 43)
    _hands(s, {"shaker": "x.ox.ox.ox.o", "maracas": "..x..x..x..x"}, -4)
    if s.chance(0.6):
        lines.melody(s, s.part("~vocal", "~vocal-low", level=0), 55, 76, "b" if s.chance(0.5) else None, 1.0, 0.4, leap=0.5,
                     syllables=s.rng.sample(players.SYLLABLES, 6))


@style("World", like="Classical")
def taiko(s: Song) -> None:
    """Great drums in a row: long patterns in unison, solos over a running pulse, shouts; a bamboo flute if there is a tune."""
    s.set((88, 152), ("in-sen", "minor-pentatonic", "hirajoshi"), room=("hall", "outdoors", "arena"))
    s.until(40, "a a b", a=STILL, b=STILL)
    row = "|".join("".join(s.pick("X", "x", ".", ".", "o") if place % 2 == 0 else s.pick(".", ".", "o",
        "x") for place in range(16)) for _ in range(4))
    great = s.part("taiko", "taiko", "melodic-tom", name="great drum", level=2, send=-6)
    for bar in s.bars():
        for place, mark in enumerate(row.split("|")[bar.index % 4]):
            if mark != ".":
                great.add(bar.start + place * bar.beats / 16, 0.8, 36 + s.pick(0, 0, 1), {"X": 120, "x": 100, "o": 70}[mark])
    _hands(s, {"tom1": s.pick("xoooxoooxoooxooo", "xoxxxoxxxoxxxoxx", "x.xxx.xxx.xxx.xx"),
               "rim": s.pick("x...x...x...x...", "..x...x...x...x.")}, 0, "shime", ("kit:orchestra", "kit:standard"))
    for number in range(2):
        _hands(s, {"tom4": row, "tom3": "".join(s.pick(".", ".", "x") for _ in range(16))}, 0, f"drum {number}",
               ("kit:orchestra", "kit:power", "kit:room"))
    if s.chance(0.5):
        shout = s.part("~vocal-duo", "~growl", "~speech", level=-2)
        for bar in s.bars():
            if bar.index % 4 == 3:
                shout.add(bar.start + bar.beats - 1, 0.6, 60, 110, "ho")
    if s.chance(0.5):
        lines.melody(s, s.part("shakuhachi", "~flute", "piccolo", level=0), 67, 86, "b", 0.8, 0.35, bends=0.5, graces=0.2)
    if s.chance(0.3):
        lines.melody(s, s.part("shamisen", "~shamisen", level=-1), 57, 76, "a", 1.8, 0.2)


@style("World", like="Classical")
def koto(s: Song) -> None:
    """Zithers, bamboo flute and three-stringed lute; silk, snow and silence: notes bent after the pluck, time that stretches."""
    s.set((44, 92), ("hirajoshi", "in-sen", "yo"), rubato=0.12, room=("room", "hall", "booth"))
    s.until(50, "a b a", a=STILL, b=STILL)
    zither = s.part("koto", "~koto", "~koto", level=1, pan=-0.2)
    tune = lines.melody(s, zither, 55, 79, None, 1.2, 0.25, form="ABAC", pull=0.2, graces=0.2)
    for note in tune:
        if note.length >= 0.75 and s.chance(0.35):
            note.bend = ((0.0, 0.0), (note.length * 0.3, 0.0), (note.length * 0.6, s.pick(1.0, 2.0, -1.0)))
    rungs = s.rungs(50, 80)
    for bar in s.bars():
        if s.chance(0.15):
            for place, pitch in enumerate(rungs[::-1][: s.pick(6, 9)]):
                zither.add(bar.start + place * 0.12, 0.8, pitch, 90 - 3 * place)
    if s.chance(0.6):
        blown = lines.melody(s, s.part("shakuhachi", "~flute", level=1, send=-6), 60, 80, "b" if s.chance(0.4) else None, 0.6, 0.3,
                             bends=0.6, pull=0.2)
        _ornaments(s, blown, 0.5)
    if s.chance(0.4):
        _heterophony(s, tune, "shamisen", "~shamisen", "koto", level=-2)
    if s.chance(0.25):
        _hands(s, {"woodblock": "x...............|........x......."}, -8)


@style("World", like="Classical")
def chinese(s: Song) -> None:
    """Erhu sings with slides, pipa trembles, guzheng pours out the pentatonic scale, dizi on top; one tune, many ways."""
    s.set((56, 132), ("major-pentatonic", "major-pentatonic", "yo", "minor-pentatonic"), keys="D G C F A", rubato=s.pick(0.0, 0.06),
          room=("hall", "room", "outdoors"))
    s.until(46, "a a b a", a=s.pick("I | I | V | I", "I | vi | ii | V", STILL), b=s.pick("vi | I | V | I", "I | IV | I | V"))
    bow = s.part("~bowed", "violin", "fiddle", "shanai", level=1, loose=0.02)
    tune = lines.melody(s, bow, 62, 84, None, 1.2, 0.08, form="AABA", bends=0.5, graces=0.2)
    lines.legato(tune)
    _ornaments(s, tune, 0.35)
    trembling = s.part("~pipa", "~mandolin", "~shamisen", level=-2, pan=0.4)
    lines.repeated(s, trembling, [note for note in tune if note.length >= 0.5], 0.125) if s.chance(0.5) else lines.double(trembling, tune)
    comping.arpeggio(s, s.part("~koto", "koto", "harp", "~dulcimer", level=-2, pan=-0.4), s.pick(0.25, 0.5), 48, 3,
                     s.pick("up", "updown", "0123210"), rests=s.pick("", "xxxxxx..", "x.xx"), tones=3)
    if s.chance(0.5):
        _heterophony(s, tune, "flute", "~flute", "piccolo", "recorder", level=-2, octave=s.pick(0, 12))
    if s.chance(0.35):
        _hands(s, {"woodblock": s.pick("x.x.x.x.", "x..xx.x."), "triangle": "....x..."}, -6)
    bass.pattern(s, s.part("cello", "~bowed", "contrabass", level=-4), "R---5---", 36)


@style("World", like="Jazz")
def klezmer(s: Song) -> None:
    """A clarinet that laughs and cries over bass and chord; it begins slowly, and by the end nobody can sit."""
    s.set((96, 168), ("freygish", "misheberak", "harmonic-minor", "minor"), keys="D A E G", room=("room", "club", "outdoors"))
    s.until(40, "a a b b", a=s.pick("I | I | iv | I", "I | bvii | I | I",
                                    "I | iv | bvii | I") if s.scale == "freygish" else s.pick("i | i | V7 | i", "i | iv | V7 | i"),
            b=s.pick("iv | iv | I | I", "iv | bvii | I | I") if s.scale == "freygish" else s.pick("iv | i | V7 | i",
                "bIII | bVII | V7 | i"))
    lead = s.part("clarinet", "clarinet", "violin", "~reed", "fiddle", level=2, loose=0.012)
    tune = lines.melody(s, lead, 62, 86, None, 2.0, 0.08, form="AABC", graces=0.3, bends=0.3)
    _ornaments(s, tune, 0.35)
    if s.chance(0.6):
        _heterophony(s, tune, "violin", "accordion", "flute", "trumpet", level=-2, octave=s.pick(0, -12))
    bass.pattern(s, s.part("tuba", "upright", "contrabass", level=0), "R.5.R.5.", 30, gate=0.6)
    comping.comp(s, s.part("accordion", "~accordion", "piano", "dulcimer", "~dulcimer", level=-2),
                 s.pick(".s.s.s.s", "..s..ss.", ".s.ss.s."), 60, 3)
    if s.chance(0.7):
        groove.drums(s, s.part("kit:standard", "kit:orchestra", level=-3), s.pick({"kick": "x...x...x...x...", "snare": "..x..xx...x..xx."},
            {"kick": "x.....x.x.......", "snare": "...x..x....x..x.", "woodblock": "x.x.x.x.x.x.x.x."}), fills=8, crash=False)


@style("World", like="Jazz")
def balkan_brass(s: Song) -> None:
    """Weddings in seven, nine or five: tubas and horns pump, trumpets trill in thirds, a goatskin drum as big as a door."""
    beats = s.pick(3.5, 3.5, 4.5, 2.5, 4.0)
    s.set((128, 196), ("hijaz", "harmonic-minor", "phrygian", "hungarian-minor", "dorian"), beats=beats, room=("outdoors", "room", "club"))
    s.until(36, "a a b b", a=s.pick("i | i | bII | i", "i | i | bVII | i", "i | iv | bVII | i"),
            b=s.pick("iv | iv | i | i", "bII | i | bII | i", "bVII | bVII | i | i"))
    steps = int(beats * 2)
    # Long and short: a seven is 3+2+2, a nine 2+2+2+3, a five 2+3.
    strong = {7: "X..x.x.", 9: "X.x.x.x..", 5: "X.x..", 8: "X..x..x."}[steps]
    weak = "".join("." if mark != "." else "x" for mark in strong)
    _hands(s, {"tom4": strong, "kick": strong[:1] + "." * (steps - 1), "snare": weak}, 1, "tapan",
           ("kit:standard", "kit:orchestra", "kit:room"))
    bass.pattern(s, s.part("tuba", "contrabass", "upright", level=1), strong.replace("X", "R").replace("x", "5"), 30, gate=0.8)
    comping.comp(s, s.part("horn", "trombone", "accordion", "~accordion", level=-1), weak.replace("x", "s"), 58, 3)
    lead = s.part("trumpet", "clarinet", "~shawm", "accordion", "alto-sax", "bagpipe", level=1)
    tune = lines.melody(s, lead, 62, 84, None, 2.2, 0.08, form="AABB", graces=0.3, triplets=False)
    _ornaments(s, tune, 0.3)
    lines.harmonise(s, s.part(lead.voice, "trumpet", level=-1), tune, -2)
    if s.chance(0.4):
        lines.runs(s, s.part("clarinet", "alto-sax", "accordion", level=0), 64, 88, "b", 0.25, gap=0.4)


@style("World", like="Folk")
def andean(s: Song) -> None:
    """Pan pipes shared between two players, charango strummed like rain, a great drum, thin air."""
    s.set((84, 116), ("minor-pentatonic", "minor", "minor-pentatonic"), keys="A E D G", room=("outdoors", "hall", "room"))
    s.until(42, "a a b b", a=s.pick("i | i | bIII | bIII | bVII | bIII | i | i", "bIII | bVII | i | i", "bVI | bIII | V7 | i"),
            b=s.pick("bVI | bVI | bIII | bIII", "bIII | bVII | i | i"))
    pipes = s.part("pan-flute", "pan-flute", "~flute", "recorder", "ocarina", level=1, pan=-0.3, loose=0.015)
    tune = lines.melody(s, pipes, 64, 84, None, 1.5, 0.1, form="AABB", bends=0.15, graces=0.15, scale="minor-pentatonic")
    other = s.part(pipes.voice, level=-1, pan=0.4, loose=0.02)
    if s.chance(0.5):
        # The scale's notes are shared out: one player has every second one, and the line passes through the air between them.
        other.notes = pipes.notes[1::2]
        pipes.notes = pipes.notes[::2]
    else:
        lines.harmonise(s, other, tune, s.pick(-2, -3, 2), scale="minor")
    comping.strum(s, s.part("~ukulele", "~mandolin", "nylon", level=-2), s.pick("x-xuxuxu", "xuxuxxux", "x.uxx.ux"), low=52)
    comping.fingerpick(s, s.part("nylon", "~nylon-guitar", level=-3), s.pick("B.2.b.2.", "B..2b.2."), 40)
    _hands(s, {"tom4": s.pick("X.....x.X.....x.", "X..xX...X..xX...", "X.xxX.x.X.xxX.x."), "shaker": "..x...x...x...x."}, -1, "bombo")


@style("World", like="Latin")
def flamenco(s: Song) -> None:
    """Twelve beats counted from the last, the phrygian cadence, nails that roll across six strings, palms, heels, a broken voice."""
    s.set((108, 168), ("phrygian-dominant", "phrygian"), keys="E A B", beats=s.pick(6.0, 4.0, 3.0), room=("room", "club", "hall", "booth"))
    s.until(42, "falseta verse falseta verse", falseta=s.pick("iv | bIII | bII | I", "I | bII | I | bII", "bII | bII | I | I"),
            verse=s.pick("iv | bIII | bII | I", "bVI | bVI | bII | I", "I | I | bII | I"))
    guitar = s.part("nylon", "~nylon-guitar", level=1, pan=-0.1)
    steps = int(s.beats * 2)
    roll = "X.uxu.X.uxuX"[:steps] if s.beats == 6.0 else s.pick("X.uxX.ux", "Xxu.Xxux")[:steps]
    comping.strum(s, guitar, roll, "verse")
    lines.runs(s, guitar, 52, 79, "falseta", s.pick(0.25, 1 / 3, 0.5), gap=0.25)
    bass.pattern(s, guitar, "R" + "." * (steps // 2 - 1) + "5" + "." * (steps - steps // 2 - 1), 40, "falseta")
    palms = {6.0: "..x..x.x.x.x", 4.0: "x.xxx.xx", 3.0: "x.xx.x"}[s.beats]
    _hands(s, {"clap": palms, "rim": "".join("o" if mark == "." else "." for mark in palms)}, -3, "palms", ("kit:standard", "~kit:minimal"))
    if s.chance(0.5):
        _hands(s, {"tom4": {6.0: "x.....x...x.", 4.0: "x..x....", 3.0: "x....."}[s.beats],
                   "conga-mute": {6.0: "...x.x.x.x.x", 4.0: "..x.x.xx", 3.0: "..xx.x"}[s.beats]}, -3, "cajon", ("kit:standard",))
    if s.chance(0.6):
        cry = lines.melody(s, s.part("~vocal", "~vocal-low", level=2), 55, 74, "verse", 1.3, 0.3, bends=0.5, graces=0.2,
                           syllables=("ai", "a", "le", "re", "o"))
        _ornaments(s, cry, 0.6)
    elif s.chance(0.5):
        lines.melody(s, s.part("flute", "violin", "~nylon-guitar", level=0), 62, 82, "verse", 1.3, 0.3, graces=0.2)


@style("World", like="Electronic")
def steppe(s: Song) -> None:
    """Tuva: one throat, two notes: a drone and a whistle that picks a melody out of its overtones; horse-head fiddle, hoof beats."""
    s.set((72, 132), ("major-pentatonic", "minor-pentatonic"), room=("outdoors", "hall", "room"))
    s.until(46, "a a b", a=STILL, b=STILL)
    low = _low_tonic(s, 33)
    throat = s.part("~growl", "~choir-low", "~vocal-low", "~reed", level=1, pan=0.0)
    for section in s.sections:
        beat = section.start
        while beat < section.end - 4:
            throat.add(beat, 7.0, low + 12, 90, s.pick("o", "u", "ou"))
            beat += 8.0
    whistle = s.part("~theremin", "whistle", "~flute", level=0, send=-8)
    harmonics = [low + 12 + step for step in (31, 34, 36, 38, 40, 43)]
    # Overtones six to twelve of the drone, in just intonation: the seventh's place is left out by most singers.
    place = 2
    for bar in s.bars():
        if bar.index % 4 == 3:
            continue
        for beat in s.pick((0.0, 2.0), (0.0, 1.0, 2.0), (0.0, 1.5, 2.0, 3.0)):
            place = min(max(place + s.pick(-1, 1, 1, -1, 2), 0), len(harmonics) - 1)
            whistle.add(bar.start + beat, 1.0, min(harmonics[place], 98), 84)
    bow = s.part("cello", "~bowed", "fiddle", "viola", level=0)
    lines.melody(s, bow, 45, 64, None, 1.6, 0.1, form="AABA", pull=0.3, graces=0.2)
    lines.repeated(s, s.part("~oud", "banjo", "~shamisen", level=-2), lines.melody(s, Part("sketch", "banjo"), 45, 60, None, 0.9, 0.0,
        pull=0.5), 0.25)
    if s.chance(0.7):
        _hands(s, {"woodblock": "x.xxx.xxx.xxx.xx", "tom4": s.pick("x.......x.......", "x...x...x...x...")}, -5, "hooves")


@style("World", like="Latin")
def steel_pan(s: Song) -> None:
    """Trinidad: an orchestra of oil drums, tenors roll the tune, the engine room of irons and congas behind."""
    s.set((108, 142), ("major", "mixolydian", "minor"), keys="C F G D Bb", room=("outdoors", "outdoors", "room"))
    s.until(40, "a a b", a=s.pick("I | I | V7 | V7 | V7 | V7 | I | I", "I | vi | ii | V7",
                                  "I | IV | V7 | I") if s.scale != "minor" else "i | iv | V7 | i", b=s.pick("IV | I | V7 | I",
                                      "ii | V7 | I | VI7") if s.scale != "minor" else "bVI | bVII | i | V7")
    pans = ("steel-drums", "steel-drums", "steel-drums", "~metallophone", "~fm-bell")
    tenor = s.part(*pans, level=1, pan=-0.3)
    tune = lines.melody(s, Part("sketch", "steel-drums"), 65, 86, None, 1.7, 0.1, ahead=0.2)
    for note in tune:
        lines.repeated(s, tenor, [note], 0.125) if note.length >= 0.9 else lines.double(tenor, [note])
    lines.harmonise(s, s.part("steel-drums", level=-2, pan=0.4), tune, -2)
    comping.comp(s, s.part("steel-drums", "marimba", level=-2), s.pick("..s..s..", ".ss..ss.", "x.xx.xx."), 60, 3)
    bass.pattern(s, s.part("steel-drums", "finger-bass", "upright", level=0), s.pick("R..R5.8.", "R--5--R-", "R..5..8."), 33)
    groove.drums(s, s.part("kit:standard", "kit:room", level=-1), {"kick": "x...x...x...x...", "snare": s.pick("...x..x....x..x.",
        "..x..x....x..x.x"), "hat": "x.xxx.xxx.xxx.xx"}, fills=8, crash=False)
    _hands(s, {"cowbell": "x.xx.xx.x.xx.xx.", "conga1": "..x...xx..x...xx", "shaker": "xoxoxoxoxoxoxoxo"}, -4, "engine room")


@style("World", like="Blues")
def desert_blues(s: Song) -> None:
    """The Sahara: electric guitars in a pentatonic trance, hand claps, a calabash, voices in unison."""
    s.set((84, 126), ("minor-pentatonic", "dorian", "mixolydian"), keys="A D E G", swing=(0.2, 0.9), room=("outdoors", "room", "club"))
    s.until(44, "a a b", a="i | i | i | i" if s.scale != "mixolydian" else STILL,
            b=s.pick("i | i | bVII | i", "i | i | i | i") if s.scale != "mixolydian" else "I | I | bVII | I")
    for pan, low in ((-0.5, 45), (0.5, 57)):
        guitar = players.guitar(s, s.pick("clean", "edge", "edge"), 0, pan)
        lines.play_riff(s, guitar, lines.make_riff(s, 4, 2.2, 12, "minor-pentatonic", 0.4, True), 4, low, follow=False)
    lead = players.guitar(s, s.pick("edge", "crunch"), 1, 0.1)
    _ornaments(s, lines.melody(s, lead, 60, 81, "b", 1.6, 0.25, graces=0.25, bends=0.2, scale="minor-pentatonic"), 0.3)
    bass.pattern(s, s.part("finger-bass", "~electric-bass", level=0), s.pick("R..R..5.", "R.RR.R7.", "R--R-7R-"), 28)
    _hands(s, {"clap": s.pick("..x...x...x...x.", "x..x..x.x..x..x."), "tom4": s.pick("X.....x.X..x..x.", "X..x..x.X..x..x."),
               "shaker": "x.xxx.xxx.xxx.xx"}, -1)
    sung = lines.melody(s, s.part("~vocal-low", "~vocal-duo", "~vocal", level=1), 48, 64, "a", 1.2, 0.3, form="AAAB",
                        syllables=s.rng.sample(players.SYLLABLES, 8), scale="minor-pentatonic")
    lines.double(s.part("~vocal-duo", "~backing", level=-2), sung, s.pick(0, 12), s.pick(0.0, 0.0, s.beats * 2))


@style("World", like="Country")
def slack_key(s: Song) -> None:
    """Pacific islands: ukulele, a guitar tuned down to an open chord, a steel bar that glides, surf."""
    s.set((84, 116), ("major", "major-pentatonic"), keys="G C F D", swing=s.pick(0.7, 0.0, 0.9), room=OUTSIDE)
    s.until(44, "a a b", a=s.pick("I | I | IV | I | V7 | V7 | I | I", "I | VI7 | II7 V7 | I", "I | I7 | IV | iv | I | V7 | I | I"),
            b=s.pick("II7 | V7 | I | I", "IV | I | V7 | I"))
    comping.strum(s, s.part("~ukulele", "~ukulele", "nylon", level=-1, pan=-0.4), s.pick("x-xux-xu", "xuxuxuxu", "x-x-x-xu"), low=55)
    comping.fingerpick(s, s.part("steel", "~steel-guitar", "~nylon-guitar", level=-1, pan=0.3), s.pick("B.1.b.2.", "B.2.b.3.B.1.b.2."), 38)
    bar = s.part("~electric-guitar", "steel", "clean-guitar", "~steel-guitar", level=1, send=-7, fx=("amp:clean", "tremolo"))
    glide = lines.melody(s, bar, 62, 84, None, 0.9, 0.25, bends=0.0)
    for note in glide:
        if note.length >= 0.5 and s.chance(0.7):
            note.bend = ((0.0, s.pick(-3.0, -2.0, 4.0, -5.0)), (0.25, 0.0))
    bass.pattern(s, s.part("upright", "~string-bass", level=-1), "R-5-", 30)
    if s.chance(0.6):
        sung = lines.melody(s, s.part("~vocal", "~vocal-low", level=1), 55, 74, "a", 1.0, 0.25, leap=0.35,
                            syllables=s.rng.sample(players.SYLLABLES, 8))
        lines.harmonise(s, s.part("~backing", "oohs", level=-3), sung, -2)
    if s.chance(0.4):
        bass.drone(s, s.part("seashore", "~wind", level=-14), (60,), 16, loud=60)
    if s.chance(0.4):
        _hands(s, {"conga2": "x...x...", "shaker": "x.x.x.x."}, -6)
