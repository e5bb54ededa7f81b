"""World, the first half: from the Near East to Japan. Modes with their own ornaments, drones and gongs for harmony, cycles for bars."""

from __future__ import annotations

import bass
import comping
import groove
import lines
import players
from genres import traditions
from score import Part
from song import Song, Where, style

STILL = "I | I | I | I"
"""One chord: what the drone says."""


def _tanpura(s: Song, level: float = -4.0) -> None:
    """Fifth, tonic, tonic, low tonic: plucked for ever, the strings buzz into one another."""
    part = s.part("~sitar", "sitar", "~dulcimer", name="tanpura", level=level, pan=0.0, send=-8)
    low = traditions.low_tonic(s, 40)
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
            gong.add(bar.start, bar.beats * 2, traditions.low_tonic(s, 31), 100)
        elif bar.index % 2 == 0:
            gong.add(bar.start, bar.beats, traditions.low_tonic(s, 43), 76)
    if s.chance(0.7):
        traditions.hands(s, {"conga1": s.pick("x..x..xxx..x.xx.", "..x...xx..x.x.xx"), "conga2": "x...x...x...x..."}, -3, "kendang")
    if s.chance(0.4):
        lines.melody(s, s.part("~flute", "flute", "~bowed", "~vocal", level=-2), 67, 84, None, 0.8, 0.3, bends=0.4)


@style("World", like="Classical")
def raga(s: Song) -> None:
    """A slow unmetred exploration over the drone, then a composition with tabla that gains speed and runs."""
    s.set((72, 132), ("yaman", "bhairav", "todi", "kafi", "bhupali", "mixolydian", "hijaz"), room=("room", "hall", "outdoors"))
    s.until(56, "alap gat gat jhala", alap=STILL, gat=STILL, jhala=STILL)
    _tanpura(s)
    lead = s.part("~sitar", "sitar", "~bowed", "~vocal", "flute", "~flute", "violin", "shanai", level=2, pan=0.0, loose=0.015)
    slow = lines.melody(s, lead, 57, 77, "alap", 0.7, 0.3, form="ABCD", pull=0.3)
    song = lines.melody(s, lead, 57, 81, "gat", 1.5, 0.15, form="ABAC", pull=0.3)
    traditions.ornaments(s, [*slow, *song], 0.6)
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
    traditions.hands(s, {"conga1": "..x.x..x..x.x..x", "conga2": "x..x..x.x..x..x.", "tambourine": "....x.......x..."}, -2, "dholak")
    sung = lines.melody(s, s.part("~vocal", "~vocal", "~vocal-low", level=2), 62, 81, "verse", 1.4, 0.2, bends=0.3, graces=0.15,
                        syllables=s.rng.sample(players.SYLLABLES, 10))
    traditions.ornaments(s, sung, 0.4)
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
        traditions.neutral(s, [*opening, *tune], s.pick((3,), (4, 3), (1, 2), (3, 10)))
    traditions.heterophony(s, tune, "violin", "~bowed", "~flute", "strings", level=-1)
    if s.chance(0.7):
        traditions.heterophony(s, tune, "~dulcimer", "harp", "~flute", "clarinet", level=-2, octave=12)
    rhythm = s.pick({"tom4": "X.....X.........", "conga-mute": "..x.x.....x.x.x."}, {"tom4": "X...X.......X...", "rim": "..x...x.x.x...xx"},
                    {"conga2": "X..X..X.X.......", "bongo1": "..x..x......x.xx"})
    traditions.hands(s, {**rhythm, "tambourine": s.pick("x.x.x.x.x.x.x.xx", "................")}, 0, "darbuka", where="song")
    bass.drone(s, s.part("contrabass", "cello", "~bowed", level=-5), (traditions.low_tonic(s),), 8)


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
    traditions.hands(s, {"tom1": s.pick("xoooxoooxoooxooo", "xoxxxoxxxoxxxoxx", "x.xxx.xxx.xxx.xx"),
               "rim": s.pick("x...x...x...x...", "..x...x...x...x.")}, 0, "shime", ("kit:orchestra", "kit:standard"))
    for number in range(2):
        traditions.hands(s, {"tom4": row, "tom3": "".join(s.pick(".", ".", "x") for _ in range(16))}, 0, f"drum {number}",
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
        traditions.ornaments(s, blown, 0.5)
    if s.chance(0.4):
        traditions.heterophony(s, tune, "shamisen", "~shamisen", "koto", level=-2)
    if s.chance(0.25):
        traditions.hands(s, {"woodblock": "x...............|........x......."}, -8)


@style("World", like="Classical")
def chinese(s: Song) -> None:
    """Erhu sings with slides, pipa trembles, guzheng pours out the pentatonic scale, dizi on top; one tune, many ways."""
    s.set((56, 132), ("major-pentatonic", "major-pentatonic", "yo", "minor-pentatonic"), keys="D G C F A", rubato=s.pick(0.0, 0.06),
          room=("hall", "room", "outdoors"))
    s.until(46, "a a b a", a=s.pick("I | I | V | I", "I | vi | ii | V", STILL), b=s.pick("vi | I | V | I", "I | IV | I | V"))
    bow = s.part("~bowed", "violin", "fiddle", "shanai", level=1, loose=0.02)
    tune = lines.melody(s, bow, 62, 84, None, 1.2, 0.08, form="AABA", bends=0.5, graces=0.2)
    lines.legato(tune)
    traditions.ornaments(s, tune, 0.35)
    trembling = s.part("~pipa", "~mandolin", "~shamisen", level=-2, pan=0.4)
    lines.repeated(s, trembling, [note for note in tune if note.length >= 0.5], 0.125) if s.chance(0.5) else lines.double(trembling, tune)
    comping.arpeggio(s, s.part("~koto", "koto", "harp", "~dulcimer", level=-2, pan=-0.4), s.pick(0.25, 0.5), 48, 3,
                     s.pick("up", "updown", "0123210"), rests=s.pick("", "xxxxxx..", "x.xx"), tones=3)
    if s.chance(0.5):
        traditions.heterophony(s, tune, "flute", "~flute", "piccolo", "recorder", level=-2, octave=s.pick(0, 12))
    if s.chance(0.35):
        traditions.hands(s, {"woodblock": s.pick("x.x.x.x.", "x..xx.x."), "triangle": "....x..."}, -6)
    bass.pattern(s, s.part("cello", "~bowed", "contrabass", level=-4), "R---5---", 36)


@style("World", like="Electronic")
def steppe(s: Song) -> None:
    """Tuva: one throat, two notes: a drone and a whistle that picks a melody out of its overtones; horse-head fiddle, hoof beats."""
    s.set((72, 132), ("major-pentatonic", "minor-pentatonic"), room=("outdoors", "hall", "room"))
    s.until(46, "a a b", a=STILL, b=STILL)
    low = traditions.low_tonic(s, 33)
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
        traditions.hands(s, {"woodblock": "x.xxx.xxx.xxx.xx", "tom4": s.pick("x.......x.......", "x...x...x...x...")}, -5, "hooves")
