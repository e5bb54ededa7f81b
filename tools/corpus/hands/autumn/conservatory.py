"""The shelf with the yellow labels: Classical from the motet to the phase pieces, and no kit anywhere."""

from __future__ import annotations

from hands.autumn.craft import comp, pad, riff, roll
from hands.autumn.tunes import chorale, double, rungs, tune
from score import Part
from song import Song, style

CIRCLE_MINOR = "i | iv | bVII | bIII | bVI | iiø | V7 | i"
CIRCLE_MAJOR = "I | IV | vii° | iii | vi | ii | V7 | I"


@style("Classical", like="Folk")
def autumn_court_concerto(s: Song) -> None:
    """Köthen, Venice and Esterháza on gut strings: a ritornello in sixteenths over a striding continuo, a slow air, or a minuet for strings and two oboes."""
    kind = s.pick("allegro", "allegro", "air", "minuet", "gigue")
    three = kind in ("minuet", "gigue")
    s.set(
        {"allegro": (88, 116), "air": (48, 66), "minuet": (104, 138), "gigue": (136, 176)}[kind], ("major", "minor", "harmonic-minor"), keys="D G A F C Bb",
        beats=3.0 if three else 4.0, rubato=0.004, room=("hall", "church", "room"),
    )
    minor = s.scale != "major"
    first = (
        s.pick(CIRCLE_MINOR, "i | V | i | V7 | i | iv | V | i", "i | v/b3 | iv/b3 | V")
        if minor
        else s.pick(CIRCLE_MAJOR, "I | V/7 | vi | iii | IV | I/3 | ii/4 | V", "I | IV | V7 | I | V | II7/#4 | V | V7")
    )
    second = (
        s.pick("bIII | bVII | i | V | bVI | iv | V | i", "i V | i V | bVI bIII | iv V")
        if minor
        else s.pick("vi | III7 | vi | ii | V | I | II7 | V", "I V | vi iii | IV I | IV V", "V | I | vi | II7 | V | IV | V7 | I")
    )
    s.until(50, "tutti solo tutti", tutti=first, solo=second)
    rows = {
        "allegro": ("xxxxxxxxxxxxxxxx", "x-xxx-xxxxxxxxxx", "xxxxxxxxx-x-x-x-", "x-x-xxxxx-xxxxxx"),
        "air": ("x-------x-xxx-x-|x---x-xxx-------", "x---x-x-x---xxxx|x-------x-x-x---"), "minuet": ("x-x-x-|x---x-", "x-xxx-|x-x-x-", "x---xx|x-----"),
        "gigue": ("xxxxxx", "x-xxxx", "xxxx-x", "x-xx-x"),
    }[kind]
    winds = s.chance(0.5)
    lead = s.part("violin", "strings", "~bowed", level=2)
    tune(s, lead, 64, 86, rows, where="tutti" if winds else None, plan="aaba", snap=0.95, jump=0.14, orn="t" if kind == "air" else "mg", rate=0.14, gate=0.85)
    second_violin = s.part("violin", "viola", "strings", level=0)
    double(s, lead, second_violin, s.pick(-2, -5), where="tutti")
    if winds:
        wind = s.part("oboe", "recorder", "flute", "trumpet", "bassoon", "horn", level=1)
        low = 50 if wind.voice in ("bassoon", "horn") else 65
        tune(s, wind, low, low + 19, rows, where="solo", plan="abac", snap=0.9, jump=0.18, orn="tmg", rate=0.15)
        if s.chance(0.6):
            double(s, wind, s.part("oboe", "violin", "recorder", "flute", level=0), s.pick(-2, 2), where="solo", lag=s.pick(0.0, s.beats if three else 0.0))
    else:
        tune(s, second_violin, 60, 81, rows, where="solo", plan="babc", snap=0.95)
    walkers = {
        "allegro": ("R . 3 . 5 . 8 .", "R - 8 - 5 - 3 -", "R R 8 8 5 5 3 a", "R 2 3 4 5 . 5 a"), "air": ("R - 8 - R - 8 -", "R - 3 - 5 - 8 -"),
        "minuet": ("R - - - - -", "R - 3 - 5 -"), "gigue": ("R - . 5 - .", "R - 3 5 - a"),
    }[kind]
    cello = s.part("cello", "bassoon", "contrabass", level=1)
    riff(s, cello, walkers, 36, turns=True)
    if s.chance(0.6):
        riff(s, s.part("contrabass", level=-2), "R - - -" if not three else "R - - - - -", 28)
    keys = s.part("harpsichord", "~harpsichord", "~pipe-organ", "nylon", "church-organ", level=-2)
    comp(
        s, keys, {"allegro": ("x-x-x-x-", "x---x---"), "air": ("x---x---",), "minuet": ("x---x-", "x-----"), "gigue": ("x--x--",)}[kind], 62, 4, strum=0.03,
        turns=True,
    )
    if s.chance(0.6):
        pad(s, s.part("viola", "strings", "~section", level=-3), 60, 2)


@style("Classical", like="Jazz")
def autumn_salon_piano(s: Song) -> None:
    """Paris 1832 to 1908 on a concert grand: nocturne, waltz, étude or a watery prelude; sometimes a cello, violin or clarinet takes the song."""
    kind = s.pick("nocturne", "waltz", "etude", "prelude", "sonata")
    three = kind == "waltz"
    s.set(
        {"nocturne": (52, 76), "waltz": (112, 178), "etude": (84, 128), "prelude": (56, 84), "sonata": (96, 144)}[kind],
        {"prelude": ("lydian", "whole-tone", "dorian", "major-pentatonic", "mixolydian")}.get(kind, ("major", "minor", "harmonic-minor")),
        keys="Db Eb Ab E B C G", beats=3.0 if three else 4.0, rubato=0.035 if kind not in ("sonata", "etude") else 0.012, room=("hall", "room", "plate"),
    )
    minor = s.scale in ("minor", "harmonic-minor", "dorian")
    if kind == "prelude":
        chords = (
            s.pick(
                "Imaj9 | II9 | Imaj9 | bVII9", "i9 | IV9 | i9 | bIII9", "Iadd9 | bIIIadd9 | bVIadd9 | Iadd9", "I9 | bII9 | bIII9 | I9",
                "vi9 | V13 | IVmaj9 | IImaj7",
            ),
            "IVmaj9 | bVII9 | bIIImaj9 | Imaj7",
        )
    elif minor:
        chords = (
            s.pick("i | iv/5 | V7 | i | bVI | bII/4 | V7 | i", "i | V7/2 | i/b3 | iv | i/5 | V7 | i | V7", "i | #iv°7 | V7 | i | iv | i | II7 | V7"),
            s.pick("bVI | bVI | bIII | bIII | iv | iv | V7 | V7", "bIII | V7/7 | bIII | iv | i | II7 | V7 | V7", "I | vi | ii | V7"),
        )
    else:
        chords = (
            s.pick(
                "I | I | VI7b9 | ii | V7 | V7 | I | I", "I | V7/2 | I/3 | IV | ii | II7/#4 | V7 | I", "I | III7 | vi | iv6 | I/5 | V7 | I | V7",
                "I | #i°7 | ii | V7",
            ),
            s.pick("vi | III7 | vi | II7 | ii | VI7 | ii | V7", "bVI | bVI | bII | bII | V7/1 | V7 | I | I", "iv | I | bVI | V7"),
        )
    s.until(50, "a a b a", a=chords[0], b=chords[1])
    piano = s.part("piano", "piano", "piano", "bright-piano", level=1, pan=0.0)
    left = {
        "nocturne": ("r.1.3.4.3.1.", "r.2.4.3.4.2.r.2.4.3.4.2.", "r.f.1.3.2.1.r.f.1.3.2.1."), "waltz": ("r.....", "r....."),
        "etude": ("r121r121r121r121", "r.f.1.f.r.f.1.f."), "prelude": ("r.0.1.2.3.4.3.2.", "r...0.2.4...3.2.", "r.24.31.r.24.31."),
        "sonata": ("0212021202120212", "r.2.1.2.r.2.1.2.", "0.2.1.2.0.2.1.2."),
    }[kind]
    roll(
        s, piano, left, 54 if kind != "sonata" else 55, 5 if kind in ("nocturne", "prelude") else 3, vel=62, ring=2.5 if kind != "sonata" else 1.2, low=33,
        turns=s.chance(0.3),
    )
    if three:
        comp(s, piano, ("..x.x.", "..x-x-"), 57, 3, vel=58)
    if kind == "etude":
        roll(s, piano, ("0123h3210123h321", "h321h3213210321h", "0h2h1h3h0h2h1h3h"), 72, 4, vel=72, ring=1.2, turns=True)
    solo = s.part("cello", "violin", "clarinet", "oboe", "flute", "viola", level=1, send=-9) if s.chance(0.3) and kind != "etude" else piano
    low = {"cello": 48, "viola": 55, "clarinet": 55}.get(solo.voice, 66)
    rows = {
        "nocturne": ("x-----x-x-x-|x---x-x-x---", "x---xxx-x---|x-xxx-x-----", "x-------xxxx|x-----x-x-x-"),
        "waltz": ("x-x-x-|x---x-", "xxxxxx|x-----", "x---x-|x-x-xx", "x-xxxx|xx----"), "etude": ("x-------x-------", "x-----x-x---x---"),
        "prelude": ("..x---x-x---|x-----------", "x-x-x-------|....x-x-x---", "x-----------|....xxx-x---"),
        "sonata": ("x---x-x-x-xxx---|x-xxx-x-x---....", "xxxxxxxxx-x-x---|x-x-x-x-x-------", "x-x-x---xxxxxxxx|x---x---........"),
    }[kind]
    tune(s, solo, low, low + 22, rows, plan="abac", vel=86, orn="gmts" if solo is not piano else "gmt", rate=0.25, jump=0.27, snap=0.75)
    if solo is piano and kind in ("waltz", "nocturne") and s.chance(0.5):
        for note in [n for n in piano.notes if n.pitch > 66 and n.velocity > 80]:
            piano.add(note.start, note.length, max(note.pitch - 12, 50), note.velocity * 0.75)
    s.swell(piano, 85, 120, 4)


@style("Classical", like="Pop")
def autumn_grand_orchestra(s: Song) -> None:
    """Leipzig, Prague and St Petersburg 1865-1905: a song for the cellos or a horn over trembling strings, woodwinds in thirds, then the brass."""
    three = s.chance(0.35)
    s.set(
        s.pick((54, 76), (84, 120), (126, 160)), ("minor", "major", "harmonic-minor", "dorian"), keys="D Eb E C G B A F", beats=3.0 if three else 4.0,
        rubato=0.018, room=("hall", "hall", "church"),
    )
    minor = s.scale != "major"
    s.until(
        54, s.pick("song tutti", "song song tutti", "tutti song"),
        song=s.pick("i | i | iv/5 | V7 | i | bVI | iiø | V7", "i | V7/2 | i/b3 | iv | bVI | bIII | iv6 | V7", "i | bVI | iv | V7")
        if minor
        else s.pick("I | I | IV/5 | I | vi | ii7 | V7 | I", "I | iii | vi | IV | ii7 | iv6 | I/5 | V7", "I | III7 | vi | II7 | ii | V7"),
        tutti=s.pick("i | V/2 | bIII | bVII | bVI | bII | V | i", "i iv | i V | bVI bIII | #iv°7 V", "bVI | bVII | i | i")
        if minor
        else s.pick("I | V/7 | vi | iii | IV | I/3 | ii7 | V7", "I | bVI | bII | V7", "IV | I | II7 | V"),
    )
    long = (
        ("x-----x-x-x-|x-----------", "x---x-x-x---|x---xxx-----", "x-------x-xx|x-------....")
        if three
        else ("x-----x-x---x-x-|x-----------....", "x---x-x-x---x---|x-x-x-x---------", "x-------x-----xx|x-------x---....")
    )
    bold = (
        ("x---x-x-x-x-|x---x---x---", "xxx-xxx-x---|x-----......")
        if three
        else ("x-x-x---x-x-x---|x---x---x-------", "x---x--xx---x---|x-------........", "x-xxx-x-x-xxx-x-|x-x-x---........")
    )
    lead = s.part("cello", "horn", "clarinet", "oboe", "viola", "violin", "english-horn", "strings", level=2, send=-8)
    low = {"cello": 48, "horn": 50, "viola": 55, "english-horn": 57, "clarinet": 57}.get(lead.voice, 64)
    tune(s, lead, low, low + 19, long, where="song", plan="abac", orn="vsg", rate=0.25, jump=0.25, snap=0.8)
    bed = s.pick("tremolo", "pizzicato", "sustained", "pulse")
    if bed == "tremolo":
        pad(s, s.part("tremolo-strings", level=-3), 62, 4, where="song")
    elif bed == "pizzicato":
        roll(s, s.part("pizzicato", level=-2), "r.2.1.2.1.2." if three else ("r.2.1.2.r.2.3.2.", "..1...2...1...2."), 60, 4, where="song")
    elif bed == "pulse":
        comp(s, s.part("strings", "viola", level=-3), "x.x.x.x.x.x." if three else (".xxx.xxx.xxx.xxx", "x.x.x.x.x.x.x.x."), 60, 3, where="song", gate=0.6)
    else:
        pad(s, s.part("slow-strings", "strings", "~section", level=-3), 60, 4, where="song", spread=True)
    if s.chance(0.6):
        roll(s, s.part("harp", level=-5), "0.1.2.3.4.5." if three else ("0.1.2.3.4.5.4.3.", "0123456543210..."), 62, 4, where="song", ring=2)
    answer = s.part("flute", "clarinet", "oboe", "bassoon", level=-2)
    tune(
        s, answer, 67 if answer.voice != "bassoon" else 50, 86 if answer.voice != "bassoon" else 67,
        ("............|....x-xxx---", "............|..xxxxx-....") if three else ("................|......x-xxx-x---", "................|....xxxxx---...."),
        where="song", plan="a.b.", orn="tg", rate=0.2,
    )
    double(s, answer, s.part("flute", "clarinet", "oboe", level=-3), -2, where="song")
    violins = s.part("strings", "~section", "violin", level=2, send=-8)
    tune(s, violins, 67, 91, (*long, *bold), where="tutti", plan="abac", jump=0.25, snap=0.85)
    double(s, violins, s.part("strings", "flute", "piccolo", level=-1), s.pick(-7, 7), where="tutti")
    brass = s.part("brass", "horn", "trombone", level=0)
    comp(s, brass, ("x---x-x-x---", "x-----------") if three else ("x---x--xx---x---", "x-------x-------", "x...x.xxx...x..."), 57, 4, where="tutti")
    if s.chance(0.6):
        tune(s, s.part("trumpet", "horn", level=0), 60, 79, bold, where="tutti", plan="ab", snap=1.0)
    basses = s.part("contrabass", "cello", level=1)
    riff(
        s, basses, ("R - - - - - - - - - a -", "R - - - 5 - - - R - - -") if three else ("R - - - - - - - 5 - - - - - a -", "R - - - - - - - - - - - - - - -"),
        28,
    )
    drum = s.part("timpani", level=0)
    riff(
        s, drum,
        ("R R R - . . R - . . R R",) if three else ("R - . . R - . . R - R R R R R R", "R R R R R R R R R - . . . . R R", "R - . . . . . . . . . . R - R -"),
        36, where="tutti",
    )
    for part in (violins, lead, brass):
        s.swell(part, 62, 122, s.pick(2, 4, 4, 8))


def _imitate(s: Song, parts: list[Part], ranges: list[tuple[int, int]], rows: tuple[str, ...], sing: str) -> None:
    """Points of imitation: each voice has the same subject in its own range, two bars after the other."""
    lead, (low, high) = parts[0], ranges[0]
    tune(s, lead, low, high, rows, plan="abac", snap=0.9, jump=0.12, vel=80, sing=sing)
    for number, (part, (bottom, top)) in enumerate(zip(parts[1:], ranges[1:], strict=True), 1):
        ladder = rungs(s.scale, s.tonic, 30, 90)
        for note in list(lead.notes):
            start = note.start + number * s.beats * 2
            if start >= s.sections[-1].end - 0.2:
                continue
            pitch = note.pitch
            while pitch > top:
                pitch -= 12
            while pitch < bottom:
                pitch += 12
            chord = s.piece().chord_at(start)
            if note.length >= 1.0 and round(pitch) % 12 not in chord.classes:
                pitch = min((p for p in ladder if round(p) % 12 in chord.classes), key=lambda p, at=pitch: abs(p - at), default=pitch)
            part.add(start, min(note.length, s.sections[-1].end - start), pitch, note.velocity, note.how)


@style("Classical", like="World")
def autumn_chapel_voices(s: Song) -> None:
    """Chant, Renaissance polyphony, a Leipzig chorale or a late Romantic motet: voices in a stone room, an organ at most."""
    kind = s.pick("polyphony", "polyphony", "chorale", "chant", "romantic")
    s.set(
        {"polyphony": (72, 108), "chorale": (60, 84), "chant": (66, 96), "romantic": (48, 68)}[kind],
        ("dorian", "major", "minor", "mixolydian", "phrygian") if kind in ("polyphony", "chant") else ("major", "harmonic-minor"), keys="D F G C Eb A",
        rubato=0.02, room=("church", "church", "hall"),
    )
    minor = s.scale in ("dorian", "minor", "phrygian", "harmonic-minor")
    plain = (
        s.pick("i | bVII | i | i | bIII | bVII | iv | i", "i | iv | i | bVII | bVI | bVII | i | i", "i v | bVI bIII | iv | i")
        if minor
        else s.pick("I | V | I | I | vi | iii | IV | I", "I | IV | I | V | vi | ii | V | I", "I vi | IV V | I | I")
    )
    functional = (
        s.pick("i V | i iv | V i/b3 | iiø V", "i bVII/2 | bIII iv | i/5 V7 | i", "bIII bVII | i iv6 | V bVI | iv V")
        if minor
        else s.pick("I V/7 | vi iii | IV I/3 | ii7/4 V", "I IV | I V | vi II7/#4 | V I", "IV I/3 | ii V | vi IV | V I")
    )
    rich = (
        s.pick("i | iv/5 | bVI | bII | i/5 | V7 | i | i", "i bVI | iv iiø | V7 | i")
        if minor
        else s.pick("I | iii | bVI | iv | I/5 | V7 | I | I", "I IVmaj7 | iv6 I | bIII bVI | V7 I", "Iadd9 | vi7 | IVmaj7 | Vsus4 V")
    )
    s.until(52, "a b", a={"chorale": functional, "romantic": rich}.get(kind, plain), b={"chorale": functional, "romantic": rich}.get(kind, plain))
    ranges = [(62, 79), (56, 72), (48, 66), (40, 57)]
    parts = [s.part("~choir", "choir", "oohs", "~vocal-duo", "~backing", level=0, pan=-0.4 + 0.27 * n, send=-6) for n in range(3)]
    parts.append(s.part("~choir-low", "~vocal-low", "choir", "~choir-low", level=0, pan=0.4, send=-6))
    if kind == "chant":
        singers = s.part("~choir-low", "~vocal-low", "~choir", "choir", level=1, pan=0.0, send=-5)
        tune(
            s, singers, 48, 62, ("x-x-x-xxx-x-x---", "xxx-x-x-x-------", "x-xxxxx-x-x-----", "x-x-x-x-xxx-x---"), plan="abac", snap=0.4, jump=0.06,
            sing="a e o i lu", vel=82,
        )
        double(s, singers, parts[0], s.pick(4, 7, 7), where="b")
        if s.chance(0.5):
            riff(s, parts[3], "t0 - - -", 38)
    elif kind == "polyphony":
        _imitate(
            s, parts, ranges, ("x-------x---x---|x-x-x-----x-x---", "x---x-x-x-x-x---|x-----x-x-------", "x-----x-x---x-x-|x---x---x-------"), "a e o i u lo"
        )
    else:
        chorale(s, parts, ranges, passing=0.5 if kind == "chorale" else 0.25, sing="a o e u")
        for part in parts:
            s.swell(part, 60, 118, 4)
    if s.chance({"chorale": 0.5, "romantic": 0.3}.get(kind, 0.1)):
        organ = s.part("church-organ", "~pipe-organ", "reed-organ", level=-5)
        pad(s, organ, 60, 4)
    if kind == "chorale" and s.chance(0.3):
        for part, voice in zip(parts, ("violin", "viola", "cello", "bassoon"), strict=True):
            double(s, part, s.part(voice, level=-4), 0)
    s.parts[:] = [part for part in s.parts if part.notes]


@style("Classical", like="Electronic")
def autumn_phase_pieces(s: Song) -> None:
    """Lofts and galleries 1967-88: short patterns on marimbas, pianos, organs or strings repeat and slip out of step, the harmony hardly moves."""
    three = s.chance(0.5)
    s.set((104, 184), ("dorian", "major", "mixolydian", "lydian", "minor"), keys="E D B A F C", beats=3.0 if three else 4.0, room=("room", "hall", "plate"))
    minor = s.scale in ("dorian", "minor")
    chords = (
        s.pick("im9 | im9 | im9 | im9 | IV | IV | IV | IV", "i | i | bVI | bVI | bVII | bVII | i/5 | V", "im7 | im7 | bIIImaj7 | bIIImaj7")
        if minor
        else s.pick("Iadd9 | Iadd9 | Iadd9 | Iadd9 | IVmaj7 | IVmaj7 | IVmaj7 | IVmaj7", "vi | vi | V/7 | V/7 | I | I | IV | IV", "I69 | I69 | ii7 | ii7")
    )
    s.until(50, "a b", a=chords, b=chords)
    family = s.pick(
        ("marimba", "vibraphone", "xylophone"), ("piano", "piano", "electric-grand"), ("~organ", "reed-organ", "~soft-organ", "flute"),
        ("violin", "viola", "cello", "pizzicato"), ("clarinet", "flute", "bassoon"), ("piano", "marimba", "glockenspiel"),
    )
    count = s.pick(2, 3, 4)
    if s.chance(0.6):
        cell = (
            s.pick("01.2h.10.2h1", "0120.1h2.120", "02.1h.2.10h2", "01h21.0h2.1h")
            if three
            else s.pick("0120h.21", "012.1h02", "01.2.1h20h.12.1h", "0h12.0h102.1h.12")
        )
        for number in range(count):
            shift = s.pick(0, 1, 2, 3, 5) * number % len(cell)
            player = s.part(*family, level=0, pan=-0.7 + 1.4 * number / max(count - 1, 1))
            roll(s, player, cell[shift:] + cell[:shift], 62 + s.pick(0, 5, 12), 4, ring=1.1)
    else:
        for number in range(count):
            player = s.part(*family, level=0, pan=-0.7 + 1.4 * number / max(count - 1, 1))
            roll(
                s, player,
                s.pick("012012", "0.1.2.", "012321012321", "210210") if three else s.pick("01230123", "0.1.2.3.", "0123210.", "01020102", "0121012101210121"),
                57 + 7 * number, 4, ring=1.0,
            )
    pulse = s.part(*family, "piano", "marimba", level=-2)
    comp(s, pulse, "xxxxxx" if three else "xxxxxxxx", 66, 2, gate=0.5)
    s.swell(pulse, 40, 110, 4)
    if s.chance(0.65):
        chord = s.part("strings", "choir", "~choir", "bassoon", "clarinet", "slow-strings", "oohs", "brass", level=-2)
        pad(s, chord, 62, 4)
        s.swell(chord, 30, 118, s.pick(2, 4))
    if s.chance(0.6):
        riff(
            s, s.part("cello", "contrabass", "bassoon", "~pipe-organ", "piano", level=0),
            ("R - - - - -", "R - . R - .") if three else ("R - - - - - - -", "R - - R - - R -"), 33,
        )
    if s.chance(0.45):
        tune(
            s, s.part("violin", "flute", "soprano-sax", "~vocal", "clarinet", "oohs", level=0), 66, 84,
            ("x-----|x-----|x-----|x-----", "x---x-|x-----|x-----|......")
            if three
            else ("x-------|--------|x-------|--------", "x-----x-|x-------|--------|........"), plan="ab.", snap=1.0,
        )
