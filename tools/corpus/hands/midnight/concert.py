"""Written-out music: Classical for church, chamber, keyboard and full orchestra."""

from __future__ import annotations

from hands.midnight.craft import bass, chord_of, comp, layer, low_root, pad, picked
from hands.midnight.tunes import counterpoint, harmony, shadow, tune
from score import Part
from song import Song, Where, style
from theory import nearest_step

ROMANTIC = (
    "i | iv | V7 | i | bVI | iv | V7/3 | i", "I | vi | ii/3 | V7 | I/3 | IV | V7 | I", "I | V7/3 | vi | iii/3 | IV | I/3 | ii7 V7 | I",
    "i | bVI | bII/3 | V7 | i | V7/5 | i/3 | iv V7",
    "I | iv6 | I | III7 | vi | ii7 | I/5 V7 | I", "i | V7/5 | i/3 | iiø | V7 | bVI | iv V7 | i",
)
"""Periods with a leaning on the subdominant and its shadows."""


def mode(s: Song, chords: str) -> str:
    """Sets the scale that the first chord of a period asks for."""
    s.scale = "harmonic-minor" if chords.startswith("i") else "major"
    return chords


def figuration(s: Song, part: Part, low: int, high: int, shapes: tuple[tuple[int, ...], ...], where: Where = None, step: float = 0.25,
    force: float = 78) -> None:
    """Spinning out: one figure of scale steps, begun anew on a chord tone every beat, climbing or falling in sequence."""
    shape = s.pick(*shapes)
    rungs = s.rungs(low, high)
    place = len(rungs) // 2
    drift = s.pick(-1, 1)
    for bar in s.bars(where):
        if bar.index % 2 == 0:
            drift = s.pick(-1, 1, -drift)
            shape = shape if s.chance(0.75) else s.pick(*shapes)
        for turn in range(int(bar.beats)):
            at = bar.start + turn
            classes = chord_of(s, at).classes
            place = min(max(place + drift, 2), len(rungs) - 4)
            place = min((p for p in range(len(rungs)) if rungs[p] % 12 in classes), key=lambda p, here=place: abs(p - here), default=place)
            for number, move in enumerate(shape):
                part.add(at + number * step, step * 0.92, rungs[min(max(place + move, 0), len(rungs) - 1)], force + (7 if number == 0 else 0) + s.rng.gauss(0,
                    3))
            if place <= 3 or place >= len(rungs) - 5:
                drift = -drift


@style("Classical", like="Folk")
def midnight_romantic_orchestra(s: Song) -> None:
    """Full orchestra, nineteenth century: a long string or horn melody, woodwind answers, plucked or rolling basses, brass and timpani at the crest."""
    beats = s.pick(3.0, 4.0, 4.0, 6.0)
    s.set((58, 132), "major", beats=beats, rubato=s.pick(0.0, 0.01, 0.02), room=("hall", "church"))
    theme = mode(s, s.pick(*ROMANTIC))
    minor = theme.startswith("i")
    storm = s.pick("iv | i/5 | V7 | i | bVI | bII | V7 | V7", "i | bVI | iv | V7") if minor else s.pick("vi | III7 | vi | II7 | ii | V7/3 | I/5 | V7",
        "IV | iv | I/5 | V7")
    s.until(45, "theme answer storm theme", theme=theme, answer=theme, storm=storm)
    count = round(beats * 2)
    cells = {6: ("x===x=", "x==xx=", "x=x=x=", "x====="), 8: ("x===x=x=", "x==xx=x=", "x=====x=", "..x=x==="), 12: ("x=====x==x==", "x===x=x=====",
        "x==x==x=x=x=")}[count]
    melody = s.part(*s.pick(("strings", "violin"), ("cello", "horn"), ("strings", "~section")), level=2, pan=-0.3)
    deep = melody.voice in ("cello", "horn")
    tune(s, melody, 48 if deep else 62, 68 if deep else 86, cells, "theme", form="ABAC", legato=1.0, leaps=0.25, force=84)
    layer(s, melody, s.part("strings", "violin", "viola", level=-2), 12 if deep else -12, "theme")
    wind = s.part("oboe", "clarinet", "flute", "english-horn", "bassoon", level=1, pan=0.2)
    tune(s, wind, 50 if wind.voice == "bassoon" else 62, 70 if wind.voice == "bassoon" else 84, cells, "answer", form="ABAC", legato=0.98, grace=0.1)
    harmony(s, wind, s.part("flute", "clarinet", "oboe", level=-3), s.pick(2, -2), "answer", keep=0.8)
    inner = s.part("strings", "slow-strings", "tremolo-strings", "viola", level=-2)
    pad(s, inner, 60, 4, where=("theme", "answer"), force=60)
    comp(s, s.part("strings", "viola", "pizzicato", "horn", level=-4), *{6: (".x.x.x", "..x.x."), 8: ("..x...x.", "xxxxxxxx"), 12: ("x=x=x=x=x=x=",
        "..xx..xx..xx")}[count], step=0.5, gap=0.6, centre=58, voices=3, where=("theme", "answer"))
    low = s.part("contrabass", "cello", "pizzicato", level=-1)
    bass(s, low, *{6: ("1=....", "1====="), 8: ("1===5===", "1=..1=.."), 12: ("1=====5=====", "1=====......")}[count], step=0.5, low=31,
        where=("theme", "answer"))
    picked(s, s.part("harp", "piano", "clarinet", level=-5), ("b1234321" * 2)[:count], ("b.1.2.3.4.3." * 2)[:count], step=0.5, centre=64, low=43,
        where="theme" if s.chance(0.6) else None)
    brass = s.part("brass", "trombone", "horn", "~brass-section", level=-1)
    pad(s, brass, 55, 4, where="storm", force=88)
    rush = s.part("strings", "tremolo-strings", "violin", level=1)
    figuration(s, rush, 62, 91, ((0, 1, 2, 3), (0, 2, 1, 2), (3, 2, 1, 0), (0, -1, 0, 1)), "storm", force=88)
    bass(s, s.part("contrabass", "tuba", "cello", level=1), ("1" * count), "1=" * (count // 2), step=0.5, low=28, where="storm")
    drum = s.part("timpani", level=-2)
    for bar in s.bars("storm"):
        root = low_root(chord_of(s, bar.start), 38)
        for turn in range(int(bar.beats * 4) if bar.index % 2 else int(bar.beats)):
            gap = 0.25 if bar.index % 2 else 1.0
            drum.add(bar.start + turn * gap, gap, root, 60 + 40 * turn * gap / bar.beats)
    for part in (melody, inner, rush):
        s.swell(part, s.pick(50, 65), 122, s.pick(4, 8))


FIGURES = ((0, 1, 2, 1), (0, 2, 1, 2), (2, 1, 0, -1), (0, -1, 0, 1), (0, 4, 2, 4), (0, 1, 2, 3), (4, 3, 2, 1), (0, 2, 4, 2))
"""What violins do in sixteenths, in scale steps."""

CIRCLE = (
    "i | iv7 | bVII7 | bIIImaj7 | bVI | iiø | V7 | i", "I | IV | vii° | iii | vi | ii | V7 | I", "I | V/3 | vi | iii/3 | IV | I/3 | ii | V",
    "i | V/3 | i | bVII/3 | bIII | iv | V | i",
    "i | V | i | V | bVI | bIII | iv | V", "I V | vi iii | IV I | ii V",
)
"""Falling fifths and walking basses."""


@style("Classical", like="Folk")
def midnight_baroque_workshop(s: Song) -> None:
    """Baroque concerto, trio sonata, dance or fugue: continuo on walking eighths, sequences in sixteenths, imitation at the fifth."""
    kind = s.pick("concerto", "trio", "fugue", "dance")
    beats = 3.0 if kind == "dance" else s.pick(4.0, 4.0, 3.0)
    s.set((52, 76) if kind == "trio" and s.chance(0.4) else (78, 118), "major", keys="D G A C F Bb E", beats=beats, room=("hall", "church", "room"))
    ground = mode(s, s.pick(*CIRCLE))
    other = s.pick("V | I | V/3 | I | II7 | V | II7 | V",
        "vi | II | V | I | IV | ii | V | I") if s.scale == "major" else s.pick("bIII | bVII/3 | bIII | bVI | iv | i | V | V",
            "v | i | iv | bVII | bIII | bVI | V | i")
    s.until(45, "a b a", a=f"{ground} | {ground}" if ground.count("|") < 5 else ground, b=other)
    eight = beats == 4.0
    cells = ("x=x=xxxx", "xxxxx=x=", "x=xxx=xx", "xxx=xxx=") if eight else ("x=xxxx", "xxxxx=", "x=x=xx", "x==xxx")
    walk = ("1=3=5=3=", "1.2.3.5.", "18153515", "1=7=6=5=") if eight else ("1=3=5=", "1=8=5=", "113355")
    if kind == "fugue":
        keyboard = s.pick("harpsichord", "church-organ", "piano", "~harpsichord", "~pipe-organ")
        parts = [s.part(keyboard, name=f"voice {number}", pan=0.0) for number in range(4)]
        counterpoint(s, parts, ((67, 86), (60, 77), (53, 70), (40, 58)), cells, lag=2)
        return
    low = s.part("cello", "bassoon", "contrabass", level=0, pan=0.2)
    bass(s, low, *walk, step=0.5, low=36, gap=0.85, force=80)
    continuo = s.part("harpsichord", "~harpsichord", "reed-organ", "church-organ", "nylon", level=-2)
    comp(s, continuo, *(("x=x=x=x=", "x===x===", "x=..x=x=") if eight else ("x=x=x=", "x=====")), step=0.5, centre=62, roll=0.02, gap=0.9)
    first = s.part("violin", "oboe", "flute", "recorder", "trumpet", "strings", level=2, pan=-0.4)
    second = s.part("violin", "oboe", "recorder", "strings", "viola", level=1, pan=0.4)
    if kind == "concerto":
        figuration(s, first, 62, 88, FIGURES, "a")
        tune(s, s.part("strings", "~section", level=-1), 60, 81, cells, "a", form="AABA", legato=0.85, chordal=0.95)
        tune(s, first, 62, 86, cells, "b", form="ABAC", grace=0.2)
        figuration(s, second, 60, 79, FIGURES, "b", force=66)
    elif kind == "trio":
        counterpoint(s, (first, second), ((65, 86), (60, 81)), cells, lag=1)
    else:
        tune(s, first, 64, 86, ("x=xxx=", "xxxxxx", "x==xx=", "x=x==="), form="AABB", grace=0.3)
        harmony(s, first, second, -2, keep=0.8)
        if s.chance(0.5):
            layer(s, first, s.part("recorder", "strings", "oboe", level=-3), -12)


@style("Classical", like="Folk")
def midnight_motet_and_chorale(s: Song) -> None:
    """Choir, unaccompanied or with organ: Renaissance imitation in long notes, plainchant with a drone, or a four-part chorale."""
    kind = s.pick("motet", "motet", "chorale", "chant")
    s.set((60, 100), ("dorian", "major", "mixolydian", "minor", "phrygian"), keys="D F G C A E", rubato=0.01, room=("church", "church", "cave", "hall"))
    minor = s.scale in ("dorian", "minor", "phrygian")
    first = s.pick("i | bVII | i | iv | bIII | bVII | v | i", "i | iv | bVII | bIII | iv | i/3 | iv | i",
        "i | v | bVI | bIII | iv | i | bVII | i") if minor else \
        s.pick("I | IV | I | V | vi | ii | V | I", "I | V/3 | vi | IV | ii | I/3 | V | I", "I | bVII | IV | I | ii | vi | V | I")
    s.until(45, "a b a", a=first, b=first if s.chance(0.5) else " | ".join(first.split(" | ")[4:] + first.split(" | ")[:4]))
    colour = s.pick(("~choir", "choir", "oohs"), ("choir", "~choir"), ("~choir", "~vocal"))
    if kind == "chant":
        chant = s.part("~choir-low", "choir", "~vocal-low", level=1)
        tune(s, chant, 50, 67, ("xxxxx===", "x=xxxx==", "xxx=x===", "x=====.."), form="ABAC", leaps=0.06, legato=1.0, chordal=0.3, finals=(0, 7), rest=0.0)
        drone = s.part("~choir-low", "church-organ", "choir", level=-3)
        for section in s.sections:
            for above in s.pick((0,), (0, 7)):
                drone.add(section.start, section.end - section.start, 43 + (s.tonic - 43) % 12 + above, 70)
        if s.chance(0.5):
            layer(s, chant, s.part(*colour, level=-1), s.pick(7, 12, 5), s.pick("b", ("a", "b")))
        else:
            shadow(s, chant, s.part("~vocal", "oohs", level=-4), 12, skip=0.4, turns=0.4, scale=[float(p) for p in s.rungs(40, 90)])
        return
    ranges = ((64, 81), (57, 74), (50, 67), (41, 60))
    voices = [s.part(*colour, name=name, pan=pan) for name, pan in zip(("soprano", "alto", "tenor", "bass"), (-0.5, -0.2, 0.2, 0.5), strict=True)]
    voices[3].voice = "~choir-low" if voices[3].voice.startswith("~") else voices[3].voice
    if kind == "motet":
        counterpoint(s, voices, ranges, ("x===x=x=", "x=====xx", "x===x===", "x==xx=x=", "x======="), lag=s.pick(1, 2), force=76)
    else:
        tune(s, voices[0], *ranges[0], ("x=x=x=x=", "x=x=x===", "x=x=xxx="), form="ABAC", legato=1.0, leaps=0.08, rest=0.0)
        rungs = [s.rungs(low, high) for low, high in ranges]
        for number in (1, 2, 3):
            before = sum(ranges[number]) / 2
            for note in voices[0].notes:
                of = chord_of(s, note.start)
                wanted = (of.bass,) if number == 3 and note.start % 2 == 0 else of.classes
                choice = [p for p in range(ranges[number][0], ranges[number][1] + 1) if p % 12 in wanted and p < note.pitch]
                pitch = min(choice, key=lambda p, last=before: abs(p - last), default=rungs[number][nearest_step(rungs[number], before)])
                voices[number].add(note.start, note.length, pitch, 74, note.how)
                before = pitch
    if s.chance(0.45):
        pad(s, s.part("church-organ", "~pipe-organ", "reed-organ", "strings", level=-6), 55, 4, spread=True)


@style("Classical", like="Jazz")
def midnight_night_keyboard(s: Song) -> None:
    """Solo piano: nocturne over wide left-hand chords, a waltz, a classical sonata with broken-chord bass, or an impressionist prelude."""
    kind = s.pick("nocturne", "waltz", "sonata", "prelude")
    beats = {"waltz": 3.0, "nocturne": s.pick(4.0, 6.0)}.get(kind, 4.0)
    s.set({"nocturne": (66, 96), "waltz": (132, 186), "sonata": (104, 148), "prelude": (56, 88)}[kind], "major", beats=beats,
        rubato=0.0 if kind == "sonata" else s.pick(0.01, 0.02, 0.03), room=("hall", "room", "plate"))
    theme = mode(s, s.pick(*ROMANTIC))
    if kind == "prelude":
        theme = s.pick("Imaj9 | bVII9 | Imaj9 | bIII9 | IV9 | bVI9 | ii9 | V9sus4", "Imaj7#11 | II9 | Imaj7#11 | bVImaj7#11",
            "I9 | bVII9 | bVI9 | bVII9 | IVmaj9 | bIIImaj7 | ii9 | I69")
        s.scale = s.pick("lydian", "whole-tone", "major-pentatonic", "dorian")
    s.until(45, "a a b", a=theme, b=theme if kind == "prelude" else s.pick(*(period for period in ROMANTIC if period.startswith("i") == theme.startswith("i"))))
    right = s.part("piano", "piano", "bright-piano", "electric-grand", pan=0.1, level=1)
    left = s.part(right.voice, name="left hand", pan=-0.1, level=-1)
    if kind == "nocturne":
        wide = ("b.2.3.4.", "b.3.5.3.", "b1345431") if beats == 4.0 else ("b13454313453", "b.3.5.b.3.5.")
        picked(s, left, *wide, step=0.5, centre=54, voices=3, low=34, ring=3, force=58)
        tune(s, right, 64, 88, ("x===x=x=", "x==xxxx=", "x=====xx") if beats == 4.0 else ("x=====x==x==", "x===xxx=x=x="), form="ABAC", grace=0.25, leaps=0.3,
            legato=1.05, force=82)
    elif kind == "waltz":
        picked(s, left, "b.c.c.", "b.2.c.", step=0.5, centre=58, voices=4, low=36, ring=1.2, force=66)
        tune(s, right, 64, 91, ("x=x=x=", "xxxxxx", "x===x=", "x==xxx", "x====="), form="AABC", grace=0.25, leaps=0.3, force=84)
    elif kind == "sonata":
        picked(s, left, "1323", "13231323", "1.3.2.3.", step=0.5 if s.tempo > 130 else 0.25, centre=55, voices=3, ring=1.1, force=62)
        tune(s, right, 64, 86, ("x=x=xxxx", "x===xxx=", "x=xxx=x=", "x==xx=.."), "a", form="ABAC", grace=0.2, legato=0.9)
        figuration(s, right, 62, 91, ((0, 1, 2, 3), (0, 2, 4, 2), (4, 3, 2, 1), (2, 1, 0, 1)), "b", force=82)
    else:
        picked(s, left, "b.1.3.4.5.4.3.1.", "b123456543", "b.f.1.3.", step=0.25 if s.chance(0.5) else 0.5, centre=56, voices=4, low=34, ring=5, force=56)
        comp(s, right, "x===x=x=", "x=====..", "..x=x===", step=0.5, centre=70, voices=4, gap=1.05, roll=s.pick(0.0, 0.03), force=66)
        tune(s, right, 70, 93, ("x===x===", "x=x=x===", "....x=x="), form="ABAC", grace=0.15, chordal=0.6, legato=1.05)
    for part in (right, left):
        for bar in s.bars():
            if kind != "sonata":
                part.controls += [(bar.start + 0.02, 64, 127), (bar.start + bar.beats - 0.1, 64, 0)]


@style("Classical", like="Electronic")
def midnight_phase_ensemble(s: Song) -> None:
    """Minimalism: mallets, pianos or strings repeat cells of unequal length that drift against each other over slow chords."""
    beats = s.pick(4.0, 3.0, 5.0, 6.0)
    s.set((112, 184), ("dorian", "lydian", "mixolydian", "minor", "major"), keys="A F C E D B G Eb", beats=beats, room=("hall", "room", "church"))
    one = "I" if s.scale in ("lydian", "mixolydian", "major") else "i"
    loop = {"I": s.pick("Imaj9 | % | % | % | vi7 | % | % | %", "I | % | IV | % | ii7 | % | V | %", "Imaj7 | % | II | %"),
        "i": s.pick("im7 | % | % | % | bVImaj7 | % | % | %", "i | % | bVII | % | bVI | % | v | %", "im9 | % | IV | %")}[one]
    s.until(45, "a b", a=loop, b=loop)
    palette = s.pick(("marimba", "vibraphone", "xylophone", "~vibes"), ("piano", "electric-grand", "bright-piano"), ("pizzicato", "violin", "viola", "cello"),
        ("clarinet", "flute", "piano", "marimba"), ("harp", "celesta", "glockenspiel", "~metallophone"))
    first = s.pick("x.xx.xxx.xx.", "xxx.xx.x", "x.xx.x.", "xxxxx.xxx.")
    for number in range(s.pick(3, 4, 5)):
        part = s.part(*palette, pan=-0.7 + number * 0.35, level=1 if number == 0 else -1)
        rows = [str(s.rng.randint(1, 4)) if mark == "x" else "." for mark in (first if number < 2 else s.pick("x.x.x", "x..x.x.x.", "xx.x.xx", "x...x.."))]
        if number == 1:
            shift = s.rng.randrange(1, len(rows))
            rows = rows[shift:] + rows[:shift]
        low = number == 3
        picked(s, part, "".join(rows), step=0.5 if number != 2 else s.pick(0.25, 0.5), centre=48 if low else 62 + 5 * (number % 3), voices=4, ring=1.0,
            force=74 - 3 * number)
    hold = s.part("strings", "slow-strings", "horn", "choir", "clarinet", "~choir", level=-3)
    pad(s, hold, 58, 4, force=62)
    s.swell(hold, 30, 118, s.pick(2, 4))
    if s.chance(0.6):
        bass(s, s.part("cello", "contrabass", "piano", "bassoon", level=-1), "1" + "=" * (round(beats * 2) - 1), "1.1." * round(beats / 2), step=0.5, low=33)
    if s.chance(0.6):
        count = round(beats * 2)
        tune(s, s.part("violin", "flute", "soprano-sax", "oboe", "~vocal", "trumpet", level=1), 67, 86, ("x" + "=" * (count - 1),
            "x==" + "x" + "=" * (count - 4)), "b", form="AABA", leaps=0.1, legato=1.0)
