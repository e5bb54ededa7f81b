"""Classical and Jazz: what is read from the stand, and what is made up on it."""

from __future__ import annotations

from hands.noon import craft, tunes
from song import Song, style
from theory import JAZZ_BLUES


@style("Classical", like="Folk")
def noon_ground_bass(s: Song) -> None:
    """Baroque: a running or repeated bass under harpsichord or organ, two upper parts that imitate each other, trumpets or oboes, trills at the close."""
    three = s.chance(0.35)
    s.set((52, 76) if s.chance(0.35) else (82, 124), s.pick("minor", "harmonic-minor", "major", "major"), keys="D G C A F Bb E", beats=3.0 if three else 4.0,
        room=("church", "hall", "room"))
    dark = s.scale != "major"
    ground = s.pick("i v/3 | bVII IV/3 | bVI i/5 | iiø V", "i | V | i | bVII | bIII | bVII | i | V", "i iv | bVII bIII | bVI iiø | V i",
        "i | bVII | bVI | V") if dark else s.pick("I V | vi iii | IV I | IV V", "I IV | viidim iii | vi ii | V I", "I V/7 | vi iii/5 | IV I/3 | ii V",
        "I | vi | ii V | I")
    s.until(46, "ground ground tutti ground", ground=ground, tutti=ground)
    bass = s.part("cello", "contrabass", "bassoon", "~bowed", level=0)
    craft.bass(s, bass, s.pick("1-3-5-", "1-1-5-", "1-5-3-") if three else s.pick("1-3-5-3-", "1-8-1-5-", "1-2-3-5-", "1---3---", "1-5-8-3-"), low=38,
        legato=0.8)
    keys = s.part("harpsichord", "~harpsichord", "church-organ", "~pipe-organ", "~nylon-guitar", "reed-organ", level=-4)
    if s.chance(0.6):
        craft.comp(s, keys, s.pick("x---x-", "x-x-x-") if three else s.pick("x---x---", "x-x-x-x-", "..x-..x-"), 63, 4, strum=0.02, ring=0.8)
    else:
        craft.pick_strings(s, keys, "012321" if three else s.pick("01230123", "0123210.", "3210321032103210"), 64, 4)
    cells = ("x-x-x-", "x--xx-", "xxxxxx", "x-xxxx", "xxxxxxxxx-x-") if three else ("x-xxx-xxx-xxx-xx", "xxxxxxxxxxxxxxxx", "x-x-x-xxx-x-xxxx",
        "x---x-x-x-xxx-x-", "x--xx-x-x-x-x---")
    first = s.part("violin", "oboe", "flute", "recorder", "~section", "trumpet", level=1, pan=-0.4)
    tunes.tune(s, first, 64, 86, cells, "ABAC", 2, leap=0.15, grace=0.12, legato=0.85)
    second = s.part("violin", "oboe", "recorder", "viola", "~section", level=0, pan=0.4)
    if s.chance(0.55):
        tunes.copy(s, first, second, s.pick(0, -12), delay=2 * s.beats)
    else:
        tunes.harmony(s, first, second, -2)
    strings = [s.part("violin", "strings", level=-4), s.part("viola", "strings", level=-4), s.part("cello", "strings", level=-4)]
    tunes.choral(s, strings, "x---x-" if three else s.pick("x---x---", "x-x-x-x-"), (72, 65, 52), where="tutti", words=False, hard=90)
    if s.chance(0.35):
        craft.comp(s, s.part("trumpet", "horn", level=-2), "x-.xx-" if three else "x-xxx-x-", 74, 2, where="tutti", ring=0.7)
        craft.bass(s, s.part("timpani", level=-5), "1...11" if three else "1...1.55", low=40, where="tutti")
    if s.chance(0.25):
        choir = [s.part("~choir", "choir", level=0) for _ in range(3)] + [s.part("~choir-low", "choir", level=0)]
        tunes.choral(s, choir, "x---x-" if three else "x-x-x---", (74, 67, 60, 48), where="tutti")


@style("Classical", like="Pop")
def noon_symphony_evening(s: Song) -> None:
    """Romantic orchestra: broad tune in the violins, a horn or the cellos, breathing strings, woodwind figures, brass and timpani at the climax."""
    three = s.chance(0.35)
    s.set((54, 84) if s.chance(0.55) else (100, 152), s.pick("major", "minor", "harmonic-minor"), keys="Eb D C Ab E F G", beats=3.0 if three else 4.0,
        rubato=s.pick(0.01, 0.02, 0.03), room=("hall", "hall", "church"))
    dark = s.scale != "major"
    theme = s.pick("i | iv | V7 | i | bVI | iiø | V7 | i", "i | V7/7 | bVI | iv | i/5 | V7 | i | i",
        "i bVI | iv V7 | bIII bVI | iiø V7") if dark else s.pick("I | vi | IV | V7 | I/3 | ii7 | V7 | I", "I | III7 | vi | II7 | ii | V7 | I | I",
        "Imaj7 | ivm6 | I | bVI | ii7 | V7 | I | I")
    climb = s.pick("iv | bII | V7 | V7 | bVI | bIII | iiø | V7",
        "bVI | bVII | bIII | vii°7 | iv | i | V7 | V7") if dark else s.pick("vi | iii | IV | I | ii | bVI | I/5 | V7", "bVI | bIII | IV | V7",
        "ii | #iv°7 | I/5 | V7")
    s.until(46, s.pick("theme climb theme", "theme theme climb"), theme=theme, climb=climb)
    voices = [s.part("strings", "violin", level=-2), s.part("viola", "strings", level=-3), s.part("strings", "cello", level=-3),
        s.part("contrabass", "cello", level=-2)]
    how = s.pick("chorale", "pulse", "pizz")
    tunes.choral(s, voices, "x-----" if three else s.pick("x---x---", "x-------"), (69, 62, 55, 40), where=None if how == "chorale" else "climb", words=False,
        hard=72, passing=0.35)
    if how != "chorale":
        craft.comp(s, s.part("pizzicato" if how == "pizz" else "strings", "tremolo-strings" if how == "pulse" else "pizzicato", level=-2),
            s.pick("..x.x.", ".xx.xx") if three else s.pick("..x...x.", ".x.x.x.x", "xxxxxxxx"), 62, 4, ring=0.6)
        craft.bass(s, s.part("contrabass", "pizzicato", level=-1), "1....." if three else s.pick("1...5...", "1-------"), low=36)
    for part in voices:
        s.swell(part, 55, 120, 4)
    lead = s.part("violin", "strings", "cello", "horn", "oboe", "clarinet", level=2)
    low = {"cello": 50, "horn": 53}.get(lead.voice, 64)
    cells = ("x---x-", "x--xx-", "x-----", "x-x-x-") if three else ("x---x-x-", "x-----xx", "x--xx---", "x---x---", "x-------", "x-xxx---")
    tunes.tune(s, lead, low, low + 20, cells, "AABC", 2, where="theme", leap=0.3, legato=1.0)
    tunes.tune(s, s.part("violin", "strings", "~section", level=2), 67, 91, cells, "ABAC", 1, where="climb", leap=0.25, legato=1.0, hard=106)
    s.swell(lead, 65, 122, 2)
    winds = s.part("flute", "clarinet", "harp", "oboe", level=-3)
    craft.pick_strings(s, winds, s.pick("012321", "3.2.1.") if three else s.pick("0123432101234321", "02132413", "..0123.."), 72, 4,
        where=s.pick(None, "theme"), ring=0.95, hard=70)
    brass = [s.part("trumpet", "horn", level=-3), s.part("horn", level=-3), s.part("trombone", level=-3), s.part("tuba", "trombone", level=-4)]
    tunes.choral(s, brass, "x---x-" if three else s.pick("x---x---", "x--xx---"), (70, 62, 55, 43), where="climb", words=False, hard=100)
    craft.bass(s, s.part("timpani", level=-3), s.pick("1.....", "1...11") if three else s.pick("1.......", "1...1111", "11111111"), low=40, where="climb")
    if s.chance(0.4):
        cymbal = s.part("kit:orchestra", level=-9)
        for section in s.sections:
            if section.name == "climb":
                cymbal.add(section.start, 2.0, 49, 90)
    if s.chance(0.3):
        craft.pick_strings(s, s.part("harp", level=-4), "012345" if three else "0123456754321234", 58, 4, where="climb")


@style("Classical", like="Folk")
def noon_four_stands(s: Song) -> None:
    """Chamber music: string quartet, wind quintet or trio; a classical theme with broken chords inside, or a slow movement, or a minuet."""
    three = s.chance(0.35)
    slow = s.chance(0.3)
    s.set((50, 72) if slow else (104, 156), s.pick("major", "major", "minor", "harmonic-minor"), keys="G C F D Bb A Eb", beats=3.0 if three else 4.0,
        rubato=0.012, room=("hall", "room", "church"))
    dark = s.scale != "major"
    s.until(46, s.pick("first first second first", "first second second first"), first=s.pick("i | i | V7 | i | iv | i | V | i",
        "i | V/7 | i | iv | iiø | V7 | i | V") if dark else s.pick("I | I | V7 | V7 | V7 | V7 | I | I", "I | IV | I | V | I | ii | V7 | I",
        "I | V/7 | I | IV | ii | V7 | I | V"), second=s.pick("bIII | bVII | bIII | V", "iv | bVII | bIII | bVI | iiø | V7 | i | V") if dark
        else s.pick("V | I | II7 | V", "vi | ii | V7 | I", "V7 | I | V7 | vi | ii | V7 | I | V7"))
    band = s.pick(("violin", "violin", "viola", "cello"), ("flute", "oboe", "clarinet", "bassoon"), ("violin", "clarinet", "viola", "cello"),
        ("flute", "violin", "viola", "cello"), ("oboe", "clarinet", "horn", "bassoon"), ("violin", "violin", "piano", "cello"))
    lead, second, third, bass = (s.part(voice, level=level, pan=pan) for voice, level, pan in zip(band, (1, -2, -3, -1), (-0.5, -0.2, 0.2, 0.5), strict=True))
    cells = ("x-x-x-", "x---xx", "xxx-x-", "x--xx-", "x---..") if three else ("x-------x---x---", "x---x---x-......", "x--xx-x-x---....", "x-x-x-x-x---x---",
        "xxxxxxxxx---x---", "x---xxxxx---x-x-")
    if slow:
        cells = ("x---x-", "x--xx-", "x-----") if three else ("x---x---", "x--xx-x-", "x-----xx", "x-------")
    tunes.tune(s, lead, 62, 86, cells, "ABAC", 2, where="first", leap=0.3, grace=0.15)
    tunes.tune(s, s.pick(lead, second), 62, 84, cells, "AABC", 2, where="second", leap=0.25, grace=0.1)
    inner = s.pick("021212", ".12.12") if three else s.pick("0212021202120212", "02120212", ".1.2.1.2", "x")
    if slow or inner == "x":
        tunes.choral(s, [second, third, bass], "x-----" if three else s.pick("x---x---", "x-x-x-x-"), (67, 59, 45), words=False, hard=74, passing=0.4)
    else:
        craft.pick_strings(s, second, inner, 64, 3, where="first", hard=70, ring=0.8)
        craft.comp(s, third, ".x.x.." if three else s.pick("..x...x.", ".x.x.x.x", "x---x---"), 58, 2, where="first", ring=0.6, hard=0.8)
        craft.pick_strings(s, third, inner, 57, 3, where="second", hard=70, ring=0.8)
        craft.bass(s, bass, s.pick("1-....", "1-1-1-") if three else s.pick("1...1...", "1.1.1.1.", "1---5---"), low=40, legato=0.7)
    if s.chance(0.4):
        tunes.copy(s, lead, second if not slow else third, -12, drop=0.1, delay=s.beats * 2, softer=14)
    for part in (lead, bass):
        s.swell(part, 60, 118, 2)


@style("Classical", like="World")
def noon_evening_motet(s: Song) -> None:
    """A choir alone or with organ: plain chords, moving inner parts, imitation at the fifth or an old chant over a held note."""
    kind = s.pick("chorale", "motet", "chant")
    s.set((54, 92), s.pick("dorian", "minor", "major", "mixolydian", "phrygian"), keys="D F G A E C", rubato=0.02 if kind == "chant" else 0.01,
        room=("church", "church", "cave", "hall"))
    dark = s.scale in ("dorian", "minor", "phrygian")
    s.until(46, "versus versus alter", versus=s.pick("i | bVII | i | v | bVI | bIII | iv | I", "i bVII | bIII iv | i v | i", "i iv | i/5 V | bVI bVII | i")
        if dark else s.pick("I IV | I/3 V | vi ii | V I", "I | V/7 | vi | iii | IV | I/3 | ii | V", "I V | vi IV | I/5 V | I"),
        alter=s.pick("bIII bVII | i iv | bVI bVII | i", "bVI | bIII | iv | i") if dark else s.pick("vi iii | IV I | ii vi/5 | V", "IV | I | ii | V"))
    sopranos, altos, tenors, basses = s.part("~choir", "choir", "oohs", level=1, pan=-0.5), s.part("~choir", "choir", "oohs", level=0,
        pan=-0.2), s.part("~choir-low", "choir", "~choir", level=0, pan=0.2), s.part("~choir-low", "choir", level=0, pan=0.5)
    parts = [sopranos, altos, tenors, basses]
    centres = (72.0, 65.0, 58.0, 46.0)
    if kind == "chant":
        solo = s.pick(tenors, sopranos)
        low = 52 if solo is tenors else 62
        tunes.tune(s, solo, low, low + 12, ("xxxxx-x-", "x-xxxx--", ".xxxxxx-", "x-xx----"), "ABAC", 2, where="versus", leap=0.05, hard=82)
        craft.riff(s, basses, "1 - - - - - - -", 43, where="versus")
        tunes.choral(s, parts, s.pick("x---x---", "x-x-x---"), centres, where="alter")
    elif kind == "motet":
        tunes.tune(s, sopranos, 64, 79, ("x---x-x-", "x--xx-x-", "x-------", "x-x-x---"), "AABC", 2, where="versus", leap=0.12, hard=84)
        tunes.copy(s, sopranos, altos, -5, delay=s.beats, softer=4)
        tunes.copy(s, sopranos, tenors, -12, delay=s.beats * 2, softer=4)
        craft.bass(s, basses, s.pick("1---5---", "1-------"), low=41)
        tunes.choral(s, parts, s.pick("x---x---", "x-x-x-x-"), centres, where="alter", passing=0.5)
    else:
        tunes.choral(s, parts, s.pick("x-x-x-x-", "x---x-x-", "x---x---"), centres, passing=0.45)
    for part in parts:
        for note in part.notes:
            note.how = note.how or s.pick("a", "o", "e", "mi", "lau", "do", "na")
        s.swell(part, 62, 118, 4)
    if s.chance(0.4):
        organ = s.part("church-organ", "~pipe-organ", "~soft-organ", "reed-organ", level=-5)
        craft.pad(s, organ, 60, 4)
        craft.bass(s, organ, "1-------", low=36)
    if s.chance(0.25):
        craft.pad(s, s.part("strings", "trombone", "harp", level=-7), 58, 3, where="alter")


@style("Classical", like="Jazz")
def noon_piano_room(s: Song) -> None:
    """One piano: a nocturne over wide broken chords, a sonatina, a waltz, or patient patterns that shift by a note."""
    kind = s.pick("nocturne", "sonatina", "waltz", "pattern")
    s.set({"nocturne": (56, 84), "sonatina": (108, 148), "waltz": (132, 190), "pattern": (96, 138)}[kind], s.pick("major", "minor", "harmonic-minor"),
        keys="Db Eb C F A G E B", beats={"waltz": 3.0, "nocturne": s.pick(4.0, 3.0)}.get(kind, 4.0),
        rubato={"nocturne": 0.04, "waltz": 0.03}.get(kind, 0.006), room=("hall", "room", "church"))
    dark = s.scale != "major"
    a = s.pick("i | iv | V7 | i | bVI | iv | V7 | i", "i | V7/5 | bIII | bVI | iiø | V7 | i | V7",
        "i | bVII | bVI | V7") if dark else s.pick("I | vi | ii7 | V7 | I | III7 | IV | V7", "I | V7 | V7 | I | IV | I | V7 | I",
        "I | I | ivm | I | ii7 | V7 | I | V7")
    b = s.pick("bIII | bVII | iv | V7", "bVI | bII | V7 | i") if dark else s.pick("vi | III7 | vi | II7 | V | II7 | V | V7",
        "IV | ivm | I | VI7 | ii | V7 | I | I")
    if kind == "pattern":
        a = s.pick("im | im | bVI | bVI | bIII | bIII | bVII | bVII",
            "im | ivm | bVI | bVII") if dark else s.pick("Iadd9 | Iadd9 | vi | vi | IVmaj7 | IVmaj7 | V | V", "I | iii | vi | IV")
        b = a
    s.until(46, "first second first", first=a, second=b)
    piano = s.part("piano", "bright-piano", "piano", "electric-grand" if kind == "pattern" else "piano", level=0)
    if kind == "pattern":
        rows = ("0121012101210121", "0213021302130213", "012012012012", "01234321", "0212312102123121")
        craft.pick_strings(s, piano, s.pick(*rows), 66, 4, ring=1.2, hard=76)
        craft.pick_strings(s, piano, s.pick("b.f.b.f.", "b-------", "bf.bf.bf"), 58, 3, ring=1.2, hard=74)
        line = s.part("piano", "violin", "marimba", "vibraphone", "clarinet", "cello", "strings", "oohs", level=-1)
        tunes.tune(s, line, 60, 79, ("x-------", "x---x---", "x--x--x-"), "AABA", 2, leap=0.15, hard=78, legato=1.0)
        if s.chance(0.5):
            craft.pick_strings(s, s.part("marimba", "vibraphone", "pizzicato", "glockenspiel", "piano", level=-3),
                s.pick("012012012012", "21021021", "0.1.2.0.1.2.0.1."), 74, 3, hard=70)
        return
    if kind == "waltz":
        craft.pick_strings(s, piano, "b.....", 62, 3, ring=3.0, hard=80)
        craft.comp(s, piano, "..x.x.", 60, 3, ring=0.6, hard=0.72)
        cells: tuple[str, ...] = ("x-----", "x-x-x-", "x---x-", "xxxxxx", "x--xx-", "..xxxx")
    elif kind == "sonatina":
        craft.pick_strings(s, piano, s.pick("02120212", "0212021202120212", "b.2.1.2."), 55, 3, ring=0.9, hard=68)
        cells = ("x---x---x-x-x-x-", "x-xxx-xxx---....", "xxxxxxxxxxxxxxxx", "x--xx---x--xx---", "x-x-x-x-xxxxx---")
    else:
        craft.pick_strings(s, piano, s.pick("b02123", "b.2.3.") if s.beats == 3.0 else s.pick("b0213212", "b.12.321", "b02312b02312"), 57, 4, ring=2.0, hard=62)
        cells = ("x---x-", "x--xx-", "x-xxxx") if s.beats == 3.0 else ("x---x-x-", "x-----xx", "x--xxxxx", "x---xxxxxxxxx---", "x-------")
    right = piano if s.chance(0.85) else s.part("violin", "flute", "cello", "clarinet", level=1)
    low = 52 if right.voice == "cello" else 67
    tunes.tune(s, right, low, low + 22, cells, "ABAC", 2, where="first", leap=0.3, grace=0.2, hard=98, legato=1.0)
    tunes.tune(s, right, low, low + 22, cells, "AABC", 2, where="second", leap=0.25, grace=0.1, hard=102, legato=1.0)


@style("Jazz", like="Blues")
def noon_blakey_street(s: Song) -> None:
    """Hard bop: ride cymbal and two-and-four hi-hat, walking bass, a two-horn head with stop-time hits, bebop solos, comping that pushes."""
    s.set((118, 248), s.pick("dorian", "minor", "bebop", "mixolydian"), keys="F Bb Eb C G Ab", swing=(0.6, 1.0), room=("club", "room", "plate"))
    minor = s.scale in ("dorian", "minor")
    changes = s.pick("im7 | im7 | iiø | V7alt | im7 | ivm7 | iiø V7b9 | im7", "im7 ivm7 | bVII7 bIIImaj7 | bVImaj7 iiø | V7b9 im7",
        "im9 | im9 | im9 | im9 | bIIm9 | bIIm9 | im9 | im9") if minor else s.pick(*JAZZ_BLUES,
        "Imaj7 vi7 | ii7 V7 | iii7 VI7 | ii7 V7 | I7 I7/3 | IV7 #iv°7 | I7 VI7 | ii7 V7", "ii7 V7 | Imaj7 | ivm7 bVII7 | Imaj7 | iii7 VI7 | ii7 | V7 | Imaj7")
    s.until(46, s.pick("head blow", "head blow blow", "blow head"), head=changes, blow=changes)
    kit = s.part("kit:jazz", "kit:standard", "kit:brush", level=0)
    craft.beat(s, kit, s.pick("R:x.xxx.xx;p:..x...x.;k:o...o...", "R:x.xxx.xx;p:..x...x.;s:...g...g;k:......o.", "R:x.xox.xo;p:..x...x.;r:......x."), fills=8,
        fill=s.pick("brush", "toms"), crash=0.4, drop=0.2)
    for bar in s.bars():
        for place in (0.5, 1.5, 2.5, 3.5):
            if s.chance(0.16):
                kit.add(bar.start + place, 0.2, s.pick(38, 38, 36), craft.touch(s, s.pick(48, 62, 84)))
    low = s.part("upright", "upright", "~string-bass", level=2)
    craft.walk(s, low, skip=0.1)
    comping = s.part("piano", "piano", "jazz-guitar", "vibraphone", "drawbar", level=-2)
    rows = ("...x..x.", ".x..x...", "x--x....", "......^.", "...^...^", "..x..x..", ".x.x..x.")
    craft.comp(s, comping, "/".join(s.pick(*rows) for _ in range(4)), 61, 4, ring=0.6)
    first = s.part("trumpet", "alto-sax", "muted-trumpet", "flute", level=1)
    tunes.tune(s, first, 60, 79, (".xxxx-x-", "x-x.xx-.", "xxxxx.x.", "..x.xxx-", "x--x..xx", "x.x.x-.."), "AABA", 2, where="head", leap=0.3)
    tunes.harmony(s, first, s.part("tenor-sax", "trombone", "alto-sax", "~vibes", level=0), s.pick(-2, -4))
    solo = s.part("tenor-sax", "trumpet", "alto-sax", "piano", "jazz-guitar", "trombone", "vibraphone", level=2)
    low_s = 50 if solo.voice in ("tenor-sax", "trombone") else 58
    tunes.solo(s, solo, low_s, low_s + 26, ("xxxxxxxx", ".xxxxxxx", "xxxxx-x.", "..xxxxxx", "x-xxxx..", "xxxxxxx-", "x--xx.xx", "..x-xx-."), where="blow",
        scale="bebop" if not minor else "dorian", chromatic=0.3, rest=0.22, bend=0.1)
    if s.chance(0.3):
        craft.comp(s, s.part("brass", "trombone", level=-3), "......../......../......../..x..x-.", 62, 3, where="blow", ring=0.6)


@style("Jazz", like="Classical")
def noon_after_hours_trio(s: Song) -> None:
    """A trio late at night, waltz or ballad or easy swing: brushes, singing bass, rootless chords, a tune around the beat, now and then a singer."""
    waltz = s.chance(0.4)
    ballad = not waltz and s.chance(0.5)
    s.set((104, 168) if waltz else (54, 76) if ballad else (92, 136), s.pick("major", "major", "dorian", "minor"), keys="Eb F Bb Ab Db G C",
        beats=3.0 if waltz else 4.0, swing=(0.6, 1.0), room=("club", "room", "hall", "plate"))
    dark = s.scale != "major"
    a = s.pick("im9 | iiø V7alt | im9 | ivm9 bVII13 | bIIImaj7 | bVImaj7 | iiø | V7alt",
        "im6 | im6 | iiø | V7b9 | im9 | ivm9 | iiø V7b9 | im6") if dark else s.pick("Imaj9 | vim9 | iim9 | V13 | iiim7 | VI7alt | iim9 | V13",
        "Imaj7 bVII13 | Imaj7 VI7b9 | iim9 | ivm6 bVII13 | iiim7 | VI7alt | iim9 V13 | I69",
        "IVmaj9 | #ivø VII7b9 | iiim7 | VI7alt | iim9 | V13 | Imaj9 | vm9 I7alt")
    s.until(46, "tune blow", tune=a, blow=a)
    kit = s.part("kit:brush", "kit:brush", "kit:jazz", level=-2)
    craft.beat(s, kit, s.pick("s:goxgog;p:..x.x.;k:o.....", "R:x.xxx.;p:..x...;s:g..g.g") if waltz
        else s.pick("s:goXggoXg;p:..x...x.;k:o...o...", "R:x.xxx.xx;p:..x...x.;s:g..gg..g", "s:gggggggg;p:..x...x.;k:o......."), fills=8, fill="brush",
        crash=0.15, drop=0.1, hard=0.85)
    low = s.part("upright", "upright", "contrabass", "fretless", level=2)
    if waltz:
        craft.bass(s, low, s.pick("1---5-", "1-5-8-", "1---<-", "1-3-5-"), legato=0.95)
    elif ballad:
        craft.bass(s, low, s.pick("1---5-<-", "1-----5<", "1---3-<-"), legato=0.97, slide=0.1)
    else:
        craft.walk(s, low, skip=0.18)
    chords = s.part("piano", "piano", "jazz-guitar", "rhodes", "vibraphone", level=-1)
    craft.comp(s, chords, s.pick("..x--.", "x--x..", ".x..x.", "...x.x") if waltz else s.pick("x-----..", "..x-..x-", "x--x----", ".x--..^-"), 61, 4,
        strum=0.02, hard=0.85)
    lead = s.part("piano", "tenor-sax", "~vocal", "muted-trumpet", "jazz-guitar", "clarinet", "~vocal-low", "flute", level=2)
    low_v = 50 if lead.voice in ("tenor-sax", "~vocal-low") else 60
    tunes.tune(s, lead, low_v, low_v + 18, ("x---x-", "x--xxx", "..xxx-", "x-x-xx", "x-----") if waltz
        else (".xx-x---", "x--xx-x-", "..xxxx--", "x-----xx", "x---x--x"), "ABAC", 2, where="tune", leap=0.3, grace=0.1, bend=0.2, hard=88)
    solo = s.part("piano", "jazz-guitar", "vibraphone", "tenor-sax", "muted-trumpet", level=2)
    cells = ("xxxxxx", ".xxxx-", "x-xxx.", "..xxxx") if waltz else ("xxxxxxxx", "x-xx-xx.", ".xxxx---", "xxxxxxxxxxxxxxxx" if ballad else "..xxxxx-",
        "x-----..")
    tunes.solo(s, solo, 57, 82, cells, where="blow", chromatic=0.25, rest=0.3, hard=86, scale="bebop" if not dark else "dorian")


@style("Jazz", like="R&B")
def noon_fusion_kitchen(s: Song) -> None:
    """Electric jazz: fretless or slapped bass figures, ghosted sixteenths, suspended and altered chords on a rhodes, unison heads, long modal solos."""
    meter = s.pick(4.0, 4.0, 4.0, 5.0, 3.5)
    s.set((92, 134), s.pick("dorian", "mixolydian", "lydian", "minor"), keys="E D A C F G Bb", beats=meter, swing=0.0 if s.chance(0.75) else (0.3, 0.6),
        unit=0.5 if meter != 3.5 else 1.0, room=("club", "plate", "room"))
    a = s.pick("im9 | im9 | bIIImaj7 | bVII13", "im11 | IV13 | im11 | bVImaj7#11", "im9 bVII13 | bVImaj9 V7alt",
        "Imaj7#11 | bIIImaj7#11 | bVImaj7#11 | bIImaj7#11")
    b = s.pick("im11 | im11 | bIIm9 | bIIm9", "im9 | IV13 | im9 | IV13", "I9sus4 | bIII9sus4 | I9sus4 | bVII9sus4")
    s.until(46, s.pick("head blow head", "head blow blow"), head=f"{a} | {a}" if a.count("|") < 2 else a, blow=f"{b} | {b}")
    size = int(meter * 4)
    fit = lambda row: ";".join((r[:2] + (r[2:] + r[2:])[:size]) for r in row.split(";"))  # noqa: E731
    kit = s.part("kit:standard", "kit:jazz", "kit:room", level=1)
    craft.beat(s, kit, fit(s.pick("k:x..x..x...x..x..;s:....X..g.g..X..g;h:xoxxxoxxxoxxxoxx", "k:x.....x..x......;s:..g.X.g..g..X.gg;R:x.x.xox.x.x.xox.",
        "k:x..x......xx....;r:....x..x....x..x;R:x.xxx.xxx.xxx.xx")), fills=4, fill=s.pick("toms", "snare"), ghosts=0.1, crash=0.4)
    low = s.part("fretless", "finger-bass", "slap-bass", "synth-bass", level=2)
    craft.bass(s, low, (s.pick("1-.1..5.8-x7.5.<", "1..1-..b1.x.5.7.", "1.....1.8.7.5.x.", "1-..5-8-..x5.7.8") * 2)[:size], slide=0.2, legato=0.85)
    keys = s.part("rhodes", "~fm-piano", "dx-piano", "clavinet", "drawbar", "~saw-poly", level=-1, fx=s.pick(("chorus",), ("tremolo",), ("wah:phase",)))
    craft.comp(s, keys, (s.pick("x--..x-...x-..x.", "..x...x--..x....", "x-----..x..x-...", "...x..x-....^---") * 2)[:size], 62, 5, ring=0.8)
    if s.chance(0.5):
        craft.comp(s, s.part("muted-guitar", "clean-guitar", level=-4, fx=("amp:clean", "wah")), ("mmxmmxm.mmxm.xmm" * 2)[:size], 66, 3, ring=0.4)
    head = s.part("alto-sax", "trumpet", "soprano-sax", "clean-guitar", "~saw-lead", "flute", level=1)
    rows = tuple((row * 2)[:size] for row in ("x.xx.xx-x-......", "..xxx.x.xx-x----", "x-xxxxx-..x.xx-.", "x..x..x-x-x.x---"))
    tunes.tune(s, head, 60, 81, rows, "AABC", 2, where="head", leap=0.35)
    double = s.part("overdriven", "tenor-sax", "~square-lead", "trumpet", "~vibes", level=0)
    tunes.copy(s, head, double, s.pick(0, 0, -12, 12))
    solo = s.part("soprano-sax", "overdriven", "rhodes", "~saw-lead", "tenor-sax", "clean-guitar", "trumpet", level=2, fx=("delay",))
    runs = tuple((row * 2)[:size] for row in ("xxxxxxxxxxxxxxxx", "x-xxxxx-xxx-x---", "..xxxxxxx-......", "x-----xxxxxxx-x-", "x.xx.xx.xx.xx.x-"))
    tunes.solo(s, solo, 58, 86, runs, where="blow", chromatic=0.25, rest=0.25, bend=0.25)
    if s.chance(0.3):
        craft.shake(s, s.part("kit:standard", level=-5), s.pick(62, 70, 63), ("x.xo.xxox.xo.xxo" * 2)[:size])
