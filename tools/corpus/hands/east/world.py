"""Latin music and traditions from elsewhere."""

from __future__ import annotations

from hands.east.craft import bass, broken, comp, drums, hold, inner, pad, sit_out
from hands.east.tunes import OPEN_VOWELS, second, singer, tune
from song import Song, style

CLAVE = ("x..x..x...x.x...", "..x.x...x..x..x.")
MONTUNO = ("0.21.2.1|.2.1.2.0", "02.12.1.|2.1.2.12", "0.12.1.2|.1.2.1.2", "2.01.0.2|.1.0.2.1")
SALSA_CHORDS = ("i | iv | V7 | i", "i iv | V7 iv", "I | IV | V7 | IV", "ii7 | V7 | I6 | VI7", "i bVII | bVI V7", "i | i | V7 | V7 | V7 | V7 | i | i")
BOSSA_CHORDS = ("Imaj7 | II7 | ii7 | V7b9", "Imaj7 | bIImaj7 | Imaj7 | bIImaj7", "i6 | iiø V7b9 | i6 | I7b9 | ivm6 | bVII9 | bIIImaj7 | iiø V7b9",
                "Imaj7 | #i°7 | ii7 | V7 | iii7 | VI7b9 | ii7 bII7 | Imaj7", "I69 | VI7 | ii9 | bII7#11")


@style("Latin", like="Jazz")
def east_salsa_montuno(s: Song) -> None:
    """Clave, tumbao bass that anticipates the bar, piano montuno in octaves, congas, bell, and a coro that answers the sonero; brass moñas in thirds."""
    s.set((168, 212), s.pick("harmonic-minor", "minor", "major", "dorian"), keys="C D G A F", room=("room", "club", "hall"))
    minor = s.scale != "major"
    picks = [chords for chords in SALSA_CHORDS if chords.startswith("i ") == minor]
    verse, montuno = s.pick(*picks), s.pick(*picks)
    s.until(50, "intro verse verse chorus solo chorus break chorus", intro=verse, verse=f"{verse} | {verse}", chorus=f"{montuno} | {montuno}", solo=f"{montuno} | {montuno}",
            **{"break": f"{montuno} | {montuno}"})
    clave = s.pick(*CLAVE)
    split = f"{clave[:8]}|{clave[8:]}"
    percussion = s.part("kit:standard", "kit:room", level=1)
    drums(s, percussion, {75: split, 62: "..X...~.", 63: "......xx", 64: "~..~..~.", 73: "x.xxx.xx", 70: "xoxoxoxo"}, ("intro", "verse"), fills="", crash=0)
    drums(s, percussion, {75: split, 62: "..X...~.", 63: "......xx", 56: "X.x.X.xx", 66: ".~..x..~", 36: "...~...x"}, ("chorus", "solo", "break"), fills="mixed", crash=57)
    bass(s, s.part("upright", "finger-bass", "~string-bass", level=2), ["...5--a-|...5--a-", "R..5--a-", "...5..a-", "R..5..a-|...5..a-"], low=28, short=0.95)
    row = s.pick(*MONTUNO)
    piano = s.part("piano", "bright-piano", "electric-grand", level=1)
    for centre in (60, 72):
        broken(s, piano, row, centre, 3, ring=0.85, velocity=84)
    tres = s.chance(0.3)
    if tres:
        broken(s, s.part("~mandolin", "steel", level=-3), s.pick(*MONTUNO), 66, 3, ring=0.9)
    voice = singer(s, "~vocal", "~vocal-low", level=2)
    tune(s, voice, 57, 73, "verse", density=1.0, off=0.75, form="ABAC", bars=4, words=OPEN_VOWELS, bend=0.2)
    tune(s, voice, 60, 75, "chorus", density=1.0, off=0.75, form="ABCD", bars=4, turn=(0.5, 0.98), words=OPEN_VOWELS, bend=0.2)
    coro = s.part("~vocal-duo", level=1)
    tune(s, coro, 60, 74, "chorus", density=1.0, off=0.75, form="A", bars=4, turn=(0, 0.48), words=OPEN_VOWELS)
    second(s, s.part("~backing", "~vocal", level=-1), coro, -2)
    brass = s.part("trumpet", "brass", "trombone", level=1)
    tune(s, brass, 62, 79, ("intro", "break"), density=1.2, off=0.8, form="AAAB", again=0.3)
    second(s, s.part("trombone", "trumpet", level=0), brass, -2)
    tune(s, s.part("piano", "trumpet", "flute", "vibraphone", "trombone", level=2), 65, 88, "solo", density=1.6, off=0.75, form="ABCD", leap=0.25)
    sit_out(s)


@style("Latin", like="Jazz")
def east_bossa_and_samba(s: Song) -> None:
    """Nylon guitar in bossa rhythm over two-beat bass, whispering singer or flute, maj7 colours; or a samba with surdo, tamborim and cuíca-like calls."""
    samba = s.chance(0.4)
    s.set((92, 120) if samba else (60, 80), s.pick("major", "major", "dorian"), keys="D F G A C", room=("room", "plate", "club"))
    minor = s.scale != "major"
    picks = [chords for chords in BOSSA_CHORDS if chords.startswith("i") == minor]
    verse = s.pick(*picks)
    bridge = s.pick("IVmaj7 | iv6 | iii7 | VI7b9 | ii7 | V7 | Imaj7 | I7", "bVImaj7 | bVI7 | ii7 | V7b9")
    s.until(48, "intro verse verse chorus verse", intro=verse, verse=verse, chorus=bridge)
    kit = s.part("kit:brush", "kit:standard", "kit:jazz", level=-1)
    if samba:
        drums(s, kit, {41: "....X.......X..~", 36: "x..xx..xx..xx..x", 42: "XooxXooxXooxXoox", 76: s.pick("x.x..x.x.x.xx.x.", ".x.xx.x.x.x.x.xx"), 54: "XoxXXoxXXoxXXoxX",
                       38: "o~oXo~oo~oXoo~oX"}, fills="snare", crash=0)
    else:
        drums(s, kit, {36: "X..xX..xX..xX..x", 37: s.pick("x..x..x...x..x..", "..x.x...x..x..x."), 42: "xoxoxoxoxoxoxoxo", 82: "~o~o~o~o~o~o~o~o"}, fills="light", crash=0)
    bass(s, s.part("upright", "finger-bass", "fretless", level=0), ["R--5--5-4--R--a-", "R--R4--4R--R4--a", "R--55--4"], low=29)
    guitar = s.part("nylon", "~nylon-guitar", level=1)
    comp(s, guitar, s.pick("X..x..x...x..x..", "x.x..x.xx..x..x.", "X.x..x..x.x..x.x", "x..x..x.x..x..xx"), 60, 4, velocity=74, short=0.8)
    if samba and s.chance(0.7):
        comp(s, s.part("~ukulele", "~mandolin", level=-2), s.pick("xoxXxoxXoxXxoxXx", "x.xx.xx.x.xx.xx."), 70, 4, velocity=74, short=0.5, strum=0.006)
    if s.chance(0.5):
        comp(s, s.part("piano", "rhodes", level=-5), ["..x..x....x.....", "x.......x..x...."], 66, 4, velocity=60)
    front = singer(s, "~vocal", "~vocal-low", level=1) if s.chance(0.6) else s.part("flute", "tenor-sax", "clarinet", "trombone", level=1)
    tune(s, front, 57, 74, ("verse", "chorus"), grain=4 if samba else 2, density=1.3, off=0.7, form="AABC", words=OPEN_VOWELS if "~" in front.voice else (), bend=0.1, again=0.3)
    if samba:
        second(s, s.part("~vocal-duo", "~backing", level=-2), front, -2, "chorus")
    tune(s, s.part("flute", "piano", "vibraphone", "alto-sax", level=-1), 65, 84, ("intro", "chorus"), density=1.2, off=0.6, form="ABAC", turn=(0.4, 1.0))
    if s.chance(0.4):
        inner(s, s.part("strings", "cello", level=-6), 62, ("chorus", "verse"))
    sit_out(s)


@style("Latin", like="Classical")
def east_tango_bolero_cumbia(s: Song) -> None:
    """The slower and the rural side: tango with bandoneon marcato and violin slides, bolero with requinto and bongos, or cumbia with accordion and scraper."""
    kind = s.pick("tango", "bolero", "cumbia", "cumbia")
    s.set({"tango": (108, 132), "bolero": (84, 108), "cumbia": (86, 106)}[kind], s.pick("harmonic-minor", "minor", "minor" if kind == "cumbia" else "major"), keys="A D E G C",
          room=("room", "hall", "club"))
    minor = s.scale != "major"
    a = (s.pick("i | V7/7 | i | V7", "i I7 | iv | i/5 V7 | i", "i | iv | i | V7", "iv | i | V7 | i") if minor
         else s.pick("I VI7 | ii V7", "I | vi | ii | V7", "Imaj7 #i°7 | ii7 V7 | iii7 biii7 | ii7 V7"))
    b = s.pick("bVI | bIII | bVI | V7", "iv | bVII7 | bIII | V7", "iv V7 | i bVI | iiø V7 | i") if minor else s.pick("IV iv | I VI7 | II7 | V7", "vi | III7 | vi II7 | V7")
    s.until(48, "intro verse verse chorus verse chorus", intro=a, verse=f"{a} | {a}", chorus=f"{b} | {b}")
    low = s.part("upright", "contrabass", "finger-bass", level=1)
    if kind == "tango":
        bass(s, low, s.pick(["R.5.R.a.", "R.R.R.R."], ["R..5R.5.", "R..RR.a."]), low=29, short=0.6)
        comp(s, s.part("piano", level=0), s.pick("x.x.x.x.", "X..xX.x.", "X.x.X.xx"), 58, 4, velocity=84, short=0.5)
        reed = s.part("bandoneon", "accordion", "~accordion", level=1)
        comp(s, reed, s.pick("x.x.x.x.", "X..XX.x."), 64, 3, "verse", velocity=70, short=0.45)
        tune(s, reed, 62, 81, ("intro", "chorus"), grain=4, density=1.6, off=0.3, form="ABAC", legato=0.8)
        violin = s.part("violin", "strings", level=1)
        tune(s, violin, 64, 88, "verse", density=1.0, off=0.3, form="ABAC", bend=0.35, legato=1.0, leap=0.25)
        inner(s, s.part("viola", "cello", level=-4), 60, ("chorus", "verse"))
        if s.chance(0.3):
            tune(s, singer(s, "~vocal-low", "~vocal"), 52, 69, "chorus", density=1.0, off=0.2, form="ABAC", words=OPEN_VOWELS, bend=0.3)
        return
    rows = {"bolero": {60: "X.oxo.xoX.oxo.xo", 61: "....~.......~.x.", 70: "x.xxx.x.x.xxx.x.", 75: "x..x..x...x.x..."},
            "cumbia": {73: "X.xxX.xxX.xxX.xx", 62: "..X...X~..X...X~", 63: "......~.......x.", 36: "X...X...X...X...", 56: "..x...x...x...x."}}[kind]
    drums(s, s.part("kit:standard", "kit:room", level=0), rows, fills="light" if kind == "bolero" else "mixed", crash=0)
    bass(s, low, ["R-------5---a---", "R-----5-5---a---"] if kind == "bolero" else ["R.......5...O...", "R.....R.5...3...", "R...5.......5.a."], low=29, short=0.8)
    if kind == "bolero":
        broken(s, s.part("nylon", "~nylon-guitar", level=0), ["B.2132.1B.2132.1", "B.12.3.2B.12.3.2"], 60, 4, ring=1.5)
        tune(s, s.part("~nylon-guitar", "nylon", "trumpet", "strings", level=0), 66, 86, ("intro", "verse"), grain=4, density=1.4, off=0.3, form="ABCD", turn=(0.5, 1.0))
        pad(s, s.part("strings", level=-7), 62, 4, "chorus")
    else:
        comp(s, s.part("accordion", "piano", "nylon", "drawbar", level=-1), s.pick("..X...X...X...X.", "..x.x.x...x.x.x."), 62, 3, velocity=82, short=0.5)
        reed = s.part("accordion", "clarinet", "~accordion", "trumpet", "pan-flute", level=1)
        tune(s, reed, 64, 83, ("intro", "chorus"), grain=4, density=1.7, off=0.45, form="AABA", again=0.25)
        second(s, s.part("accordion", "clarinet", "trumpet", level=-1), reed, -2, "intro")
    voice = singer(s, "~vocal", "~vocal-low")
    tune(s, voice, 55, 72, "verse" if kind == "cumbia" else None, density=1.2, off=0.45, form="ABAC", words=OPEN_VOWELS, bend=0.15, turn=(0, 0.8))
    second(s, s.part("~vocal-duo", "~vocal", level=-2), voice, -2, ("verse", "chorus"))


@style("World", like="Classical")
def east_raga_performance(s: Song) -> None:
    """A raga over a tanpura: slow unmetred-sounding alap with slides, then a gat with tabla that speeds up in density; sitar, sarod, bansuri, sarangi or a singer."""
    s.set((66, 112), ("bhairav", "todi", "kafi", "yaman", "bhupali", "mixolydian"), keys="D C A", beats=s.pick(4.0, 4.0, 3.5, 5.0, 3.0), rubato=0.01,
          room=("hall", "room", "plate"))
    s.until(48, s.pick("intro verse chorus", "verse chorus verse chorus"), intro="I5 | I5 | I5 | I5 | I5 | I5", verse="I5 | I5 | I5 | I5 | I5 | I5 | I5 | I5",
            chorus="I5 | I5 | I5 | I5 | I5 | I5 | I5 | I5")
    sa = 48 + s.tonic % 12
    tanpura = s.part("~sitar", "sitar", "~dulcimer", level=-5, send=-6, name="tanpura")
    for bar in s.bars():
        for place, pitch in enumerate((sa + 7, sa + 12, sa + 12, sa)):
            tanpura.add(bar.start + place * bar.beats / 4, bar.beats / 2, pitch, 62)
    lead = s.part("~sitar", "sitar", "flute", "~oud", "violin", "~vocal", "shanai", level=2, send=-8)
    words = OPEN_VOWELS if lead.voice == "~vocal" else ()
    low = 50 + s.tonic % 12
    tune(s, lead, low, low + 19, "intro", density=0.6, off=0.4, form="ABCD", bend=0.6, leap=0.12, words=words, legato=1.0, turn=(0, 0.9))
    tune(s, lead, low, low + 22, "verse", density=1.3, off=0.35, form="AABA", bend=0.4, words=words, leap=0.12)
    tune(s, lead, low, low + 24, "chorus", grain=4, density=2.6, off=0.25, form="ABAC", bend=0.2, words=words, leap=0.1, turn=(0, 0.97))
    if s.chance(0.4):
        answer = s.part("violin", "flute", "~sitar", level=-1)
        tune(s, answer, low, low + 19, ("verse", "chorus"), density=1.6, off=0.3, form="ABCD", turn=(0.55, 1.0), rest=0.3, bend=0.4)
    count = round(s.beats * 4)
    theka = s.pick("X.xo", "Xo.x", "X..x")
    high = "".join(theka if beat % 4 != 2 else "..xo" for beat in range(count // 4 + 1))[:count]
    deep = "".join("X..." if beat % 4 in (0, 3) else "...~" for beat in range(count // 4 + 1))[:count]
    tabla = s.part("kit:standard", "kit:orchestra", level=-1, name="tabla")
    drums(s, tabla, {60: high, 64: deep, 61: ("~.o~" * 5)[:count]}, ("verse", "chorus"), fills="", crash=0)
    drums(s, tabla, {62: ("o~oo" * 5)[:count]}, "chorus", fills="", crash=0)
    if s.chance(0.5):
        hold(s, s.part("reed-organ", "~drone", "~reed", level=-9), (sa, sa + 7), s.beats * 4)


@style("World", like="Latin")
def east_maqam_ensemble(s: Song) -> None:
    """A takht: oud, qanun, ney and violins play one tune each in its own way over darbuka and frame drum; Balkan odd metres and Armenian or Persian laments too."""
    s.set((84, 140), ("hijaz", "double-harmonic", "phrygian", "harmonic-minor", "misheberak", "minor"), keys="D A G C", beats=s.pick(4.0, 4.0, 4.0, 3.5, 4.5, 5.0),
          room=("room", "hall", "club"))
    home = "I5"
    verse = f"{home} | {home} | {home} | {home}"
    turn = s.pick(f"bVII5 | {home} | bVII5 | {home}", f"IV5 | {home} | bII | {home}", f"{home} | IV5 | bVII5 | {home}")
    s.until(48, "intro verse chorus verse chorus break", intro=verse, verse=f"{verse} | {verse}", chorus=f"{turn} | {turn}", **{"break": verse})
    leader = s.part("~oud", "violin", "clarinet", "shanai", "~dulcimer", "flute", "~shawm", level=2)
    line = dict(grain=4, density=s.between(1.4, 2.1), off=0.35, leap=0.08, again=0.2, bend=0.2)
    tune(s, leader, 57, 76, ("verse", "chorus", "break"), form="AABC", **line)
    tune(s, leader, 57, 76, "intro", density=0.8, off=0.3, bend=0.4, form="ABAC", leap=0.1)
    for voice, shift in ((s.pick("violin", "strings"), 12), (s.pick("~oud", "~dulcimer", "flute"), 0)):
        shadow = s.part(voice, level=-2, loose=0.02)
        for note in leader.notes:
            if s.chance(0.88):
                shadow.add(note.start, note.length, note.pitch + shift, note.velocity * 0.85, "", note.bend)
            if note.length >= 0.5 and s.chance(0.3):
                shadow.add(note.start + note.length / 2, note.length / 2, note.pitch + shift + s.pick(1, -1, 2), note.velocity * 0.6)
    if s.chance(0.5):
        tune(s, singer(s, "~vocal", "~vocal-low"), 55, 72, "chorus", grain=4, density=1.4, off=0.3, form="ABAC", words=OPEN_VOWELS, bend=0.5, leap=0.08)
    count = round(s.beats * 4)
    iqa = {16: s.pick("X.x...x.X...x...", "X.x.X...X...x...", "X..x..x.X..xx...", "X...x.x.X.x.x..."), 14: "X...x.x.X...x.", 18: "X...x...X...x.x.x.",
           20: "X...x.X...X.x...x..."}[count]
    deep, high = iqa.replace("x", "."), iqa.replace("X", ".")
    drums(s, s.part("kit:standard", "kit:orchestra", "kit:room", level=0, name="darbuka"), {64: deep, 41: deep, 60: high, 61: ("~o~o" * 5)[:count], 54: ("..x." * 5)[:count]},
          ("verse", "chorus", "break"), fills="", crash=0)
    bass(s, s.part("~oud", "contrabass", "upright", "cello", level=-2), "".join({"X": "R", "x": "O"}.get(cell, ".") for cell in iqa), low=33, short=0.8)
    if s.chance(0.45):
        hold(s, s.part("strings", "~reed", "cello", "reed-organ", level=-8), (s.tonic % 12 + 48,), s.beats * 4)
    sit_out(s)


BELLS = ("x.x.xx.x.x.x", "x.xx.x.xx.x.", "x.x.xx.x.xx.")
IN_TWELVE = {70: "xoxxoxxoxxox", 62: "..Xx..~.Xx.~", 64: "X.....x..x..", 63: "..~x.x..~x.x"}
IN_FOUR = {67: "x.xx.x.xx.xx.xx.", 70: "xoxoxoxoxoxoxoxo", 62: "..X.xx..~.X.xx..", 64: "X..x..x.X...x...", 39: "....x.......x..."}


@style("World", like="Latin")
def east_west_african_circle(s: Song) -> None:
    """Bell pattern in twelve, djembes and shakers that interlock, kora, balafon or thumb piano ostinatos against each other, a caller and a chorus in parallel thirds."""
    twelve = s.chance(0.6)
    s.set((96, 132), s.pick("major", "major-pentatonic", "mixolydian", "minor-pentatonic"), keys="F G C D A", room=("outdoors", "room", "club"))
    minor = s.scale == "minor-pentatonic"
    verse = (s.pick("i | bVII | i | bVII", "i | i | bIII | bVII") if minor
             else s.pick("I | IV | I | V", "I | ii | V | I", "I IV | I V", "I | I | bVII | I" if s.scale == "mixolydian" else "I | V | IV | I"))
    s.until(46, "intro verse chorus verse chorus", intro=verse, verse=f"{verse} | {verse}", chorus=f"{verse} | {verse}")
    rows = {s.pick(56, 67): s.pick(*BELLS)} | IN_TWELVE if twelve else IN_FOUR
    drums(s, s.part("kit:standard", "kit:room", "kit:orchestra", level=1), rows, fills="", crash=0)
    drums(s, s.part("taiko", "melodic-tom", level=-2, pan=0.3), {45: "X..x..X..x~~" if twelve else "X...x.x.X..x~.~."}, ("chorus", "verse"), fills="", crash=0)
    plucked = ("~kora", "kalimba", "marimba", "nylon", "xylophone", "~nylon-guitar", "clean-guitar")
    first, other = s.part(*plucked, level=0, pan=-0.4), s.part(*plucked, level=-1, pan=0.4)
    rings = ((["0.2.1.3.1.2.", "B.21.3B.12.3", "02.13.02.31."], ["..3..2..3..1", ".3.2.4.2.3.1", "3..2..3..4.."]) if twelve
             else (["0.2.1.3.0.21.3.2", "B.21.3.2B.12.3.1"], ["..3.2..3..4.2.3.", ".3.2.4.2.3.1.2.4"]))
    broken(s, first, rings[0], 62, 4, ring=1.2, velocity=84)
    broken(s, other, rings[1], 69, 4, ring=1.2, velocity=76)
    caller = s.part("~vocal", "~vocal-low", "~vocal", level=2)
    grain = 3 if twelve else 4
    tune(s, caller, 57, 74, "verse", grain=grain, density=1.5, off=0.5, form="ABAC", words=OPEN_VOWELS, again=0.35, bend=0.15)
    tune(s, caller, 57, 74, "chorus", grain=grain, density=1.4, off=0.5, form="AB", turn=(0, 0.48), words=OPEN_VOWELS, again=0.35)
    crowd = s.part("~vocal-duo", "~choir", "choir", level=0)
    tune(s, crowd, 57, 71, "chorus", grain=grain, density=1.3, off=0.4, form="AA", turn=(0.5, 0.98), words=OPEN_VOWELS, again=0.4)
    second(s, s.part("~backing", "~vocal-duo", level=-1), crowd, -2)
    if s.chance(0.6):
        bass(s, s.part("finger-bass", "upright", "~string-bass", level=-1), ["R..5..R.a...", "R....5..R.5."] if twelve else ["R..R..5...R.3.5.", "R.....5.R..3..a."], low=28)
    tune(s, s.part("flute", "~kora", "pan-flute", "marimba", level=0), 67, 86, "intro", grain=grain, density=1.9, off=0.5, form="ABAC")
    sit_out(s)


@style("World", like="Electronic")
def east_gamelan_and_silk(s: Song) -> None:
    """Bronze and silk: gamelan with interlocking parts between gongs, or koto, pipa, shakuhachi and erhu-like fiddle in pentatonic heterophony."""
    gamelan = s.chance(0.45)
    s.set((64, 132) if gamelan else (56, 96), ("pelog", "slendro") if gamelan else ("hirajoshi", "in-sen", "yo", "bhupali", "yo"), keys="D C E G A",
          rubato=0.0 if gamelan else 0.025, room=("hall", "outdoors", "room"))
    s.until(48, "intro verse chorus verse chorus", intro="I5 | I5 | I5 | I5", verse="I5 | I5 | I5 | I5 | I5 | I5 | I5 | I5", chorus="I5 | I5 | I5 | I5 | I5 | I5 | I5 | I5")
    base = 48 + s.tonic % 12
    if gamelan:
        core = s.part("~metallophone", "vibraphone", "marimba", level=1, tuning=s.between(-0.3, 0.3))
        tune(s, core, base, base + 14, grain=1, density=0.95, off=0.0, form="AABA", turn=(0, 1.0), again=0.1, legato=1.0)
        for shift, part in ((0, s.part("~metallophone", "celesta", level=-1, pan=-0.5)), (1, s.part("~metallophone", "music-box", "glockenspiel", level=-1, pan=0.5))):
            rungs = s.rungs(base + 12, base + 28)
            for note in list(core.notes):
                for half in range(4):
                    if half % 2 == shift:
                        near = min(rungs, key=lambda rung: abs(rung - note.pitch - 12))
                        step = rungs[min(rungs.index(near) + s.pick(0, 1, 1 + shift), len(rungs) - 1)]
                        part.add(note.start + half * 0.25, 0.25, step, 74)
        for beats, pitch, level in ((16.0, base - 12, 0), (8.0, base - 5, -3), (4.0, base, -5)):
            hold(s, s.part("~gong", "tinkle" if beats < 8 else "~gong", level=level, send=-6), (pitch,), beats, velocity=88)
        drums(s, s.part("kit:orchestra", "kit:standard", level=-4), {64: "X.~x.~x.", 62: "..x~..x~"}, None if s.chance(0.6) else "chorus", fills="", crash=0)
        return
    lead = s.part("shakuhachi", "~koto", "~pipa", "fiddle", "flute", "~shamisen", "violin", level=2, send=-7)
    tune(s, lead, base + 7, base + 27, density=0.9, off=0.3, form=s.pick("ABAC", "AABC"), bend=0.4, leap=0.15, legato=1.0)
    second_line = s.part("~koto", "koto", "~pipa", "harp", "~shamisen", level=0)
    for note in lead.notes:
        if s.chance(0.7):
            second_line.add(note.start + s.pick(0.0, 0.0, 0.25), 0.5, note.pitch - 12 * s.pick(0, 1), 72)
    plucked = s.part("~koto", "koto", "shamisen", "~pipa", level=-1, pan=0.4)
    rungs = s.rungs(base, base + 24)
    shape = [s.pick(0, 1, 2, 3, 4, 5) for _ in range(16)]
    for bar in s.bars():
        for place, step in enumerate(shape):
            if place % 2 == 0 and s.chance(0.75) or s.chance(0.25):
                plucked.add(bar.start + place * bar.beats / 16, 0.8, rungs[min(step + (bar.index % 2), len(rungs) - 1)], 70)
    hold(s, s.part("~koto", "cello", "choir", "~air-pad", level=-5), (base - 12, base - 5), 8.0)
    if s.chance(0.5):
        drums(s, s.part("taiko", "kit:orchestra", level=-2), {41: "X.......x...x.~.", 76: "....x.......x.~~"}, ("verse", "chorus"), fills="", crash=0)
