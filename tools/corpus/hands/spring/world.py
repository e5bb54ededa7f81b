"""Elsewhere: music that thinks in cycles, modes and interlocking hands instead of chords."""

from __future__ import annotations

from hands.spring.craft import arp, bass, comp, drone, drums, pulse
from hands.spring.tunes import blow, shadow, tune
from score import Note, Part
from song import Song, style


def retune(s: Song, parts: list[Part], shifts: dict[int, float]) -> None:
    """Moves degrees of the mode (semitones above the tonic) to where the tradition has them, between the keys."""
    for part in parts:
        for note in part.notes:
            note.pitch += shifts.get(round(note.pitch - s.tonic) % 12, 0.0)


def glide(s: Song, notes: list[Note], often: float, depth: float = 2.0) -> None:
    """Slides into notes, and shakes on the long ones."""
    for note in notes:
        if s.chance(often):
            start = s.pick(-depth, -depth / 2, depth / 2)
            curve = [(0.0, start), (min(0.18, note.length * 0.5), 0.0)]
            if note.length > 1.2:
                curve += [(0.5, 0.0), (0.65, 0.6), (0.8, -0.2), (0.95, 0.5), (1.1, 0.0)]
            note.bend = tuple(curve)


def hetero(s: Song, notes: list[Note], part: Part, octave: int = 0, fill: float = 0.4, drop: float = 0.1) -> None:
    """The same tune in another player's words: notes left out, split and turned about, an octave away."""
    rungs = s.rungs(20, 108)
    for note in notes:
        if s.chance(drop):
            continue
        pitch = round(note.pitch) + octave
        if note.length >= 0.45 and s.chance(fill):
            near = min(rungs, key=lambda p: abs(p - pitch) + (0 if p != pitch else 9) + s.rng.random())
            parts = s.pick((0.5, 0.5), (0.25, 0.75), (0.75, 0.25), (0.25, 0.25, 0.5))
            at = note.start
            for index, share in enumerate(parts):
                part.add(at, note.length * share * 0.95, near if index % 2 else pitch, note.velocity - 6 + s.rng.gauss(0, 4))
                at += note.length * share
        else:
            part.add(note.start + s.between(0, 0.03), note.length, pitch, note.velocity - 4 + s.rng.gauss(0, 4))


@style("World", like="Classical")
def spring_far_bronze(s: Song) -> None:
    """Gamelan: a bronze nucleus in even notes, elaborations at two and four times its speed, gongs that divide the cycle, drum, flute or fiddle above."""
    bali = s.chance(0.5)
    s.set((100, 148) if bali else (58, 96), ("pelog", "slendro"), keys="D E Bb F", room=("hall", "outdoors", "room"))
    s.until(46, "a a b", a="I5 | I5 | I5 | I5", b="I5 | I5 | I5 | I5")
    off = s.between(-0.5, 0.5)
    saron = s.part("~metallophone", "~vibes", "vibraphone", "~fm-bell", tuning=off, level=1)
    core = tune(s, saron, 55, 72, "x", per=1, bars=4, plan="AAB", leap=0.25, chordal=0.35, hold=1.1)
    twin = s.part("~metallophone", "celesta", "~vibes", "glockenspiel", tuning=off + s.between(0.08, 0.18), level=-1)
    shadow(s, core, twin, semitones=12)
    shadow(s, core[::2], s.part("~gong", "~vibes", "marimba", tuning=off, level=-2), semitones=-12)
    rungs = s.rungs(66, 93)
    fast, slow = s.part("~metallophone", "glockenspiel", "kalimba", "~fm-bell", tuning=off, level=-1), s.part("~metallophone", "celesta", "~vibes",
        tuning=off + 0.1, level=-2)
    figure = s.pick((0, 1, 0, 2), (0, 1, 2, 1), (1, 0, 1, 2), (0, 2, 1, 2))
    for note in core:
        here = min(range(len(rungs)), key=lambda i, n=note: abs(rungs[i] - n.pitch - 12))
        for step in range(4):
            pitch = rungs[min(here + figure[step], len(rungs) - 1)]
            if bali:
                (fast if figure[step] != 2 else slow).add(note.start + step / 4, 0.24, pitch, 84 + (8 if step == 0 else 0) + s.rng.gauss(0, 4))
                if figure[step] == 1:
                    slow.add(note.start + step / 4, 0.24, pitch, 80)
            elif step % 2 == 0:
                fast.add(note.start + step / 4, 0.45, rungs[here] if step else rungs[min(here + 1, len(rungs) - 1)], 74 + s.rng.gauss(0, 4))
    gong = s.part("~gong", tuning=off, level=2)
    for bar in s.bars():
        place = bar.index % 4
        gong.add(bar.start, 4.0, 36 + s.tonic % 12 if place == 0 else 48 + (s.tonic + s.pick(0, 7)) % 12, 112 if place == 0 else 76)
        gong.add(bar.start + 2, 1.5, 60 + s.tonic % 12, 62)
    drums(s, s.part("kit:orchestra", "kit:standard", level=-3), *(("u:x..x..x.x..x.xx. Q:..x..x.x..x.x..x q:.x..x..x.x..x...",
        "Q:x.xx.xx.x.xxxx.x u:..x..x..x......x") if bali else ("u:x.....x...x..... Q:....x...x.....xo", "u:x...x..x..x.x... q:..x...x...x...x.")), crash=0.0,
        soft=6)
    if s.chance(0.65):
        glide(s, tune(s, s.part("flute", "~flute", "~bowed", "~vocal", "recorder", level=-1), 67, 86, plan="ABAC", busy=0.25, grace=0.25, sing="open"), 0.3)


TALA = {
    4.0: ("Q:x.x.x.x.x.x.x.x.|x.x.o.o.o.o.x.x. u:x.......x.......|x...........x.x. i:..x.x...x.x...x.|..x...x...x.x...",
    "u:x..x..x.x.....x. i:..xx.xx...xxx.xx Q:x.....x.x.....x.", "u:X...x.x.X......o i:x.xxx.xxx.xxx.xx"),
    5.0: ("u:x.........x....o.... i:..x.x.x.x...x.x.xxx. Q:x...x.....x...x.....", "u:x...x.....x...x..... i:..xx..xxx...xx..xxxx"),
    3.5: ("i:x.x.xx........ u:......x.x.x.x. Q:......x...x...", "i:x.xxx.....x.x. u:......x..xx..x"),
}
"""What the two drums say in a cycle of sixteen, ten and seven."""


@style("World", like="Folk")
def spring_far_evening_raga(s: Song) -> None:
    """Hindustani or Carnatic: tanpura drone, a mode slid into and shaken, a returning theme and fast runs, tabla cycle of sixteen, ten or seven."""
    s.set((72, 168), ("yaman", "bhairav", "todi", "kafi", "bhupali"), keys="D Db C E G", beats=s.pick(4.0, 4.0, 5.0, 3.5), room=("room", "hall", "booth"))
    s.until(48, "gat tan gat tan", gat="I5 | I5 | I5 | I5", tan="I5 | I5 | I5 | I5")
    sa = 48 + (s.tonic - 48) % 12
    tanpura = s.part("~sitar", "sitar", "~drone", "~dulcimer", level=-5)
    for bar in s.bars():
        for step, pitch in enumerate((sa - 5, sa, sa, sa - 12)):
            tanpura.add(bar.start + step * bar.beats / 4, bar.beats * 0.6, pitch, 66 + s.rng.gauss(0, 3))
    lead = s.part("sitar", "~sitar", "~flute", "violin", "~vocal", "shanai", "~bowed", level=2)
    rhythms = ("x_xxx_x_x_xxx_x_", "x___x_xxx___x_x_", "x_x_xxxxx___x___") if s.beats == 4 else ()
    theme = tune(s, lead, sa + 7, sa + 26, *rhythms, where="gat", plan="AABA", bars=2, busy=0.5, grace=0.3, leap=0.15, sing="open", chordal=0.5)
    glide(s, theme, 0.5)
    blow(s, lead, sa + 5, sa + 28, where="tan", per=4 if s.tempo < 130 else 2, busy=0.85)
    glide(s, [note for note in lead.notes if note.length > 0.3], 0.3)
    if s.chance(0.85):
        drums(s, s.part("kit:standard", "kit:orchestra", "kit:jazz", level=-1), *TALA[s.beats], crash=0.0)
    if s.chance(0.5):
        shadow(s, theme, s.part("reed-organ", "accordion", "~reed", "violin", "~flute", level=-4), late=0.06, chance=0.9)
    if s.chance(0.3):
        pulse(s, s.part("kit:orchestra", level=-8), s.pick(81, 80), "x...x..." if s.beats != 3.5 else "x.....x...x...")


@style("World", like="Jazz")
def spring_far_takht(s: Song) -> None:
    """Arab, Turkish or Persian ensemble: oud, zither, reed flute and fiddle on one tune with quarter tones, frame drums in a named cycle."""
    kind = s.pick("rast", "bayati", "hijaz", "nahawand", "kurd")
    scale = {"rast": "major", "bayati": "minor", "hijaz": "hijaz", "nahawand": "harmonic-minor", "kurd": "phrygian"}[kind]
    s.set((78, 138), scale, keys="C D G A", beats=s.pick(4.0, 4.0, 4.0, 5.0, 3.5), room=("room", "hall", "club"))
    s.until(46, "a a b solo", a="I5 | I5 | I5 | IV5", b="IV5 | IV5 | I5 | I5", solo="I5 | I5 | I5 | I5")
    beat = {4.0: ("u:X.......X....... i:..X...x...x.x...", "u:X...X.....X..... i:......X.x...X.xx", "u:X.....X.X....... i:...x.xx...xxX.xx",
        "u:X..x..X......... i:..xxx...X.x.X.x."), 5.0: ("u:X...........XX...... i:......x.x.x.....X.x.", "u:X.....x.....X....... i:..x.x...x.x...x.X.xx"),
        3.5: ("u:X.....X....... i:..x.x...x.x.x.", "u:X...x.....X... i:..xx..x.xx..xx")}[s.beats]
    drums(s, s.part("kit:standard", "kit:orchestra", "~kit:lofi", level=0), *beat, crash=0.0)
    if s.chance(0.6):
        drums(s, s.part("kit:standard", level=-7), "t:x.xxx.xxx.xxx.xx" if s.beats == 4 else "t:x.xx", crash=0.0)
    low, high = 55 + (s.tonic - 55) % 12 - 5, 55 + (s.tonic - 55) % 12 + 16
    oud = s.part("~oud", "~oud", "nylon", "~nylon-guitar", level=1)
    rhythms = ("x_x_xxx_x_x_x___", "..xxx_x_x_xxx_x_", "x___x_xxx_x_x_x_", "xxx_x_x_x_______") if s.beats == 4 else ()
    theme = tune(s, oud, low, high, *rhythms, where=("a", "b"), plan="AABA", busy=0.6, grace=0.3, leap=0.12, chordal=0.5)
    players = [oud]
    for voice, octave in s.pick((("~flute", 12), ("~dulcimer", 12)), (("violin", 12), ("~kora", 12)), (("shakuhachi", 12), ("violin", 0)),
            (("~bowed", 0), ("~dulcimer", 12)), (("clarinet", 12), ("~dulcimer", 0))):
        player = s.part(voice, level=0)
        hetero(s, theme, player, octave)
        players.append(player)
    if s.chance(0.5):
        singer = s.part("~vocal", "~vocal-low", "~choir", level=2)
        shadow(s, theme, singer, chance=0.85)
        players.append(singer)
    solo = s.part("~oud", "~flute", "violin", "~dulcimer", "clarinet", "shanai", level=2)
    blow(s, solo, low, high + 7, where="solo", per=4, busy=0.6, bend=0.3)
    strings = s.part("strings", "~section", "cello", "~bowed", level=-4)
    drone(s, strings, low + 5, where=s.pick(None, "solo"), again=8)
    retune(s, [*players, solo], {"rast": {4: -0.45, 11: -0.45}, "bayati": {2: -0.45}, "hijaz": {1: 0.12, 4: -0.15}}.get(kind, {}))


@style("World", like="Folk")
def spring_far_crooked_brass(s: Song) -> None:
    """Balkan or klezmer band: limping seven, nine, five or a fast four, tubas under peck horns, two trumpets or clarinet in thirds with mordents, big drum."""
    s.set((126, 178), ("hijaz", "minor", "misheberak", "harmonic-minor", "freygish"), keys="D G A C E", beats=s.pick(3.5, 3.5, 4.5, 2.5, 4.0, 4.0),
        room=("outdoors", "club", "hall"))
    home = s.pick("I | I | bII | I", "I | iv | bII | I", "I | I | bvii | bII") if s.scale in ("hijaz", "freygish") else s.pick("i | i | iv | i",
        "i | V | V | i", "i | bVII | bIII | V", "i | iv | V7 | i")
    s.until(46, "a a b b", a=home, b=home)
    # Two pulses and a long one, or three and a long one, in eighths.
    low, high, drum = {3.5: ("R___R___R_____", "..x...x...x.x.", "k:X...x...x..... s:..o...o...x.xo"), 4.5: ("R___5___R___5_____", "..x...x...x...x.x.",
        "k:X...x...x...x..... s:..o...o...o...x.x."), 2.5: ("R___5_____", "..x...x.x.", "k:X...x..... s:..o...x.xo"),
        4.0: ("R_____5_R___5___", "...x..x...x...x.", "k:X.....x.X...x... s:..xo..x...xo..xo")}[s.beats]
    bass(s, s.part("tuba", "trombone", "upright", "~string-bass", level=1), low, low=29, short=0.7)
    comp(s, s.part("horn", "accordion", "~accordion", "trombone", "brass", level=-2), high, centre=60, n=3, short=0.5)
    drums(s, s.part("kit:orchestra", "kit:standard", "kit:room", level=-1), drum, crash=0.2)
    lead = s.part("trumpet", "clarinet", "~brass-section", "~accordion", "violin", "~reed", level=2)
    steps = round(s.beats * 4)
    cells = [("x_x_x_x_x_x_x_x_x_")[:steps], ("xxx_x_xxx_x_x_xxx_")[:steps], ("x___x_x_xxxxx_x_x_")[:steps], ("x_xxx_x_x___x___x_")[:steps]]
    notes = tune(s, lead, 62, 84, *cells, plan="AABA", where="a", grace=0.35, leap=0.15, chordal=0.7) + tune(s, lead, 66, 88, *cells, plan="AABC", where="b",
        grace=0.35, leap=0.15, chordal=0.7)
    shadow(s, notes, s.part("trumpet", "clarinet", "violin", "alto-sax", "~accordion", level=0), steps=s.pick(-2, 2, 0))
    if s.chance(0.4):
        shadow(s, notes, s.part("~vocal", "~vocal-duo", "tenor-sax", level=-1), semitones=-12, chance=0.8)
    if s.chance(0.3):
        arp(s, s.part("~dulcimer", "dulcimer", "~mandolin", level=-3), "1232", "1.23", centre=66, n=3)


@style("World", like="Latin")
def spring_far_savanna(s: Song) -> None:
    """West and southern Africa: interlocking balafon, kora, mbira or dry guitars, bell line, hand drums three against two, a caller and his village."""
    twelve = s.chance(0.5)
    s.set((96, 132), ("major", "major-pentatonic", "minor-pentatonic", "mixolydian"), keys="F C G Bb D", room=("outdoors", "room", "dry"))
    per = 3 if twelve else 4
    prog = s.pick("I | IV | I | V", "I | IV", "I IV | V IV", "I | I | IV | V") if s.scale != "minor-pentatonic" else s.pick("i | i | bVII | i", "i | bVII",
        "i | bIII | iv | i")
    s.until(46, "call call dance", call=f"{prog} | {prog}", dance=prog)
    pulse(s, s.part("kit:standard", "kit:orchestra", level=-5), s.pick(67, 56, 76), "x.x.xx.x.x.x" if twelve else s.pick("x..x..x...x.x...",
        "x.x.x.xx.x.x.xx."), per=per)
    drums(s, s.part("kit:standard", "kit:room", "kit:orchestra", level=-1),
        *(("u:x..x..x..x.. Q:..xx....xx.x q:.x..xx.x..x.", "u:x.....x..x.. Q:...xx....xxx i:x.xx.xx.xx.x") if twelve
        else ("u:x.....x.x..... Q:....x..x....x.xx q:..x...x...x...x.", "u:x..x....x..x.... Q:......xx......xx i:x.x.xx.xx.x.xx.x")), per=per, crash=0.0)
    if s.chance(0.7):
        pulse(s, s.part("kit:standard", level=-8), s.pick(82, 70, 69), "x.xx.x" if twelve else "x.xxx.xx", per=per)
    first = s.part("~kora", "marimba", "kalimba", "xylophone", "clean-guitar", "~electric-guitar", "~nylon-guitar", level=1)
    second = s.part("~kora", "marimba", "kalimba", "vibraphone", "muted-guitar", "clean-guitar", level=0)
    if twelve:
        arp(s, first, "1.32.41.32.5", "3.15.13.14.1", "5.34.23.21.3", centre=67, n=3, per=3)
        arp(s, second, ".2.1.3.2.4.1", "1..2..3..1..", "R.1F.2R.1F.3", centre=62, n=3, per=3)
    else:
        arp(s, first, "1.3.2.41.3.2.4..", "5.43.5.43.2.1.3.", "3.4.5.34.5.2.3.1", centre=69, n=3)
        arp(s, second, "..1.2.1...3.2.1.", ".1.2.3.2.1.2.3.2", "1..2..3.2..1..2.", centre=64, n=3)
    bass(s, s.part("upright", "finger-bass", "~kora", "~string-bass", "marimba", level=1), *(("R..R.5..3R..", "R.....5..R..") if twelve
        else ("R_..R_3_5_....a_", "R__R__5_..5_3_..")), low=31, per=per)
    caller = s.part("~vocal", "~vocal-low", "flute", "~vocal", level=3, pan=0.0)
    cell = "x.xx.xx_x___|............" if twelve else "x_x_xxx_x_x___..|................"
    tune(s, caller, 60, 79, cell, where="call", per=per, plan="ABAC", bars=2, sing="words", shape="fall", bend=0.2)
    village = tune(s, s.part("~backing", "~choir", "~vocal-duo", "choir", level=2), 57, 72, "............|x.xx.x_x____" if twelve
        else "................|x_x_x_x_x___....", where="call", per=per, plan="A", bars=2, sing="shout")
    village += tune(s, s.part("~backing", "~choir", level=1), 57, 74, *(("x.xx.x_x____",) if twelve else ("x_x_x_x_x___....", "x___x_x_..x_x___")),
        where="dance", per=per, plan="AAAB", bars=1, sing="shout")
    shadow(s, village, s.part("~vocal-low", "~vocal", "~backing", level=0), steps=2, vel=-4)
    if s.chance(0.3):
        tune(s, s.part("brass", "tenor-sax", "trumpet", level=-1), 62, 79, where="dance", plan="AAAB", bars=1, busy=0.5)


@style("World", like="Classical")
def spring_far_silk(s: Song) -> None:
    """East Asia: one pentatonic tune told by fiddle, lute, zither and flute, each with its own turns; or sparse zither and flute, or festival drums."""
    kind = s.pick("teahouse", "teahouse", "garden", "festival")
    s.set({"teahouse": (84, 138), "garden": (52, 76), "festival": (112, 150)}[kind], ("major-pentatonic", "yo", "in-sen", "hirajoshi", "bhupali")
        if kind != "teahouse" else ("major-pentatonic", "yo", "minor-pentatonic"),
          keys="D G A C F", beats=s.pick(4.0, 4.0, 2.0) if kind == "teahouse" else 4.0, rubato=0.03 if kind == "garden" else 0.0,
          room=("room", "hall", "outdoors"))
    s.until(46, "a b", a="I5 | I5 | V5 | I5 | IV5 | I5 | V5 | I5", b="I5 | IV5 | V5 | I5")
    lead = s.part("~bowed", "violin", "~flute", "shakuhachi", "~vocal", "flute", "shanai", level=2)
    theme = tune(s, lead, 64, 86, plan="AABC", bars=2, busy={"teahouse": 0.5, "garden": 0.2, "festival": 0.45}[kind], grace=0.3, leap=0.3, chordal=0.5,
        sing="open")
    glide(s, theme, 0.35)
    if kind == "garden":
        arp(s, s.part("~koto", "koto", "~pipa", "~shamisen", level=1), "R_____1___2___..", "1___3_2_........|....5_4_3___1___", "R_....3_......2_", centre=62,
            n=3, ring=2.0)
    else:
        hetero(s, theme, s.part("~pipa", "~shamisen", "shamisen", "~mandolin", level=0), s.pick(0, -12), fill=0.7)
        hetero(s, theme, s.part("~dulcimer", "~koto", "koto", "dulcimer", level=-1), s.pick(0, -12), fill=0.6, drop=0.2)
        if s.chance(0.6):
            hetero(s, theme, s.part("flute", "recorder", "~reed", "cello", level=-2), s.pick(0, 12, -12), fill=0.2, drop=0.3)
    if kind == "festival":
        drums(s, s.part("kit:orchestra", "kit:standard", level=1), "6:X...X...X.x.x.x. 5:..xx..xx.......x w:x.x.x.x.x.x.x.x.",
            "6:X..x..x.X..x..x. 4:......xx......xx R:x.......x.......", "6:X.xxX.xxX.xxXxxx T:..x...x...x...x.", crash=0.3)
        pulse(s, s.part("taiko", level=1), 40, s.pick("X..x..x.X...x...", "X...x.x.X.x.x.xx"))
    elif s.chance(0.6):
        pulse(s, s.part("kit:orchestra", "kit:standard", level=-5), s.pick(76, 77, 75), s.pick("x...x...", "x.......", "x...x.x."))
    if s.chance(0.5):
        bass(s, s.part("cello", "~pipa", "contrabass", "~oud", level=-1), "R___....R_..5_..", "R_......", low=38)
    if s.chance(0.4):
        pulse(s, s.part("~gong", level=-4), 48 + s.tonic % 12, "X...............|................")
