"""Classical: an orchestra by gaslight, patterns that shift, a harpsichord by candle, a piano at night, voices under stone."""

from __future__ import annotations

from hands.dusk import craft, tunes
from song import Song, style
from theory import near, nearest_step


@style("Classical", like="Pop")
def dusk_gaslight_orchestra(s: Song) -> None:
    """The romantic orchestra: a long tune in strings or a solo wind, a throbbing middle, horns, timpani, swells; adagio, waltz, allegro or march."""
    kind = s.pick("adagio", "waltz", "allegro", "march", "adagio")
    s.set({"adagio": (52, 76), "waltz": (132, 186), "allegro": (116, 152), "march": (96, 126)}[kind], ("major", "harmonic-minor", "minor"), "C D Eb F G A Bb",
        beats=3.0 if kind == "waltz" else 4.0, rubato=s.between(0.0, 0.015) if kind == "adagio" else 0.0, room=("hall", "hall", "church", "arena"))
    major = s.scale == "major"
    one = s.pick("I | vi | ii7 | V7 | iii | vi | ii7 V7 | I", "I | I+ | IV | ivm6 | I/5 | VI7 | ii7 V7 | I",
        "I | V/7 | vi | I7/3 | IV | #iv°7 | I/5 V7 | I") if major else s.pick("i | V7/7 | i/b3 | iv | iiø | i/5 | V7 | i",
        "i | bVI | iv | V7 | i | bII | V7 | i", "i | iv | V7 | i | bVI | bIII | iiø V7 | i")
    two = s.pick("IV | iv | I | VI7 | ii7 | #iv°7 | I/5 | V7",
        "bVI | bIII | bVII7 | bIII | iv | #iv°7 | V | V7") if major else s.pick("bIII | bVII7 | bIII | V7/3 | iv | iiø | V | V7",
        "bVI | bVI | iv | i | iiø | #iv°7 | V | V7")
    s.until(45, "one two one two", one=one, two=two)
    high, low = s.part("strings", "violin", "~section", level=2, pan=-0.3), s.part("cello", "strings", "viola", level=0, pan=0.3)
    cells = {"adagio": ("x...x.x.", "x.....x.", "x..xx...", "x......."), "waltz": ("x...x.", "x.....", "x.xxx.", "x...xx"), "allegro": ("x..xx.x.",
        "xxxxx...", "x.x.x.xx", "x...xxxx"), "march": ("x..xx.x.", "x.xxx...", "x...x.x.", "x..xx..x")}[kind]
    tunes.tune(s, high, 64, 88, cells, "one", form="ABAC", leap=0.28, width=8, gate=1.0, second=s.part("strings", "violin", "viola", level=-1)
        if s.chance(0.6) else None, below=7)
    wind = s.part("oboe", "clarinet", "horn", "flute", "english-horn", "cello", "bassoon", level=2)
    tunes.tune(s, wind, 58 if wind.voice in ("horn", "bassoon", "cello") else 65, 77 if wind.voice in ("horn", "bassoon", "cello") else 86, cells, "two",
        form="ABCB", leap=0.2, gate=1.0, turn=0.1)
    inner = s.part("strings", "viola", "slow-strings", "harp", "pizzicato", "tremolo-strings", level=-2)
    if kind == "adagio":
        s.pick(lambda: craft.comp(s, inner, "x.oooooo", 60, 4, gate=0.9, force=64), lambda: craft.arp(s, inner, s.pick("012321", "0.1.2.3.2.1.", "01232321"),
            58, 4, step=s.pick(0.5, 1 / 3), gate=1.5, force=64), lambda: craft.pad(s, inner, 60, 4))()
    elif kind == "waltz":
        craft.comp(s, inner, "..x.x.", 62, 3, gate=0.5, force=70)
    elif kind == "march":
        craft.comp(s, inner, s.pick(".x.x.x.x", "x.xxx.xx"), 60, 3, gate=0.4)
    else:
        tunes.figures(s, inner, ((0, 1, 0, -1), (0, 0, 0, 0), (0, 2, 1, 2), (0, -1, 0, 1)), 62, gate=0.7, force=72)
    craft.bass(s, s.part("contrabass", "cello", "strings", level=0), {"adagio": s.pick("R.......", "R...5..."), "waltz": "R.....",
        "allegro": s.pick("R.R.R.R.", "R..RR.5."), "march": "R...5..."}[kind], 38, gate=0.85)
    if s.chance(0.75):
        craft.pad(s, s.part("horn", "trombone", "brass", "bassoon", "clarinet", level=-4), 57, 3, where=s.pick("one", "two", None))
    tunes.guide(s, low, 57, "one" if s.chance(0.5) else None)
    if s.chance(0.6):
        tunes.tune(s, s.part("flute", "piccolo", "clarinet", "oboe", "glockenspiel", level=-2), 74, 95, ("----xxxx", "xxxxx...", "--x.x.x.")
            if kind != "waltz" else ("--xxxx", "xxx...", "..x.x."), s.pick("one", "two"), form="-A-B", width=8)
    if kind != "adagio" or s.chance(0.5):
        drum = s.part("timpani", level=-2, send=-6)
        for bar in s.bars():
            if bar.last or bar.index % 4 == 0 and s.chance(0.6) or kind == "march":
                root = near(craft.chord_at(s, bar.start).root, 43)
                for turn in range(int(bar.beats * 4) if bar.last else 1):
                    drum.add(bar.start + turn / 4, 0.3 if bar.last else 1.5, root, 60 + turn * 2.5 if bar.last else 92)
        if s.chance(0.5):
            craft.hits(s, s.part("~impact", "reverse-cymbal", "bells", level=-10), 8, 2, 60, chance=0.4)
    for part in (high, low, wind, inner):
        s.swell(part, s.pick(60, 78), 122, bars=s.pick(2.0, 4.0))


@style("Classical", like="Electronic")
def dusk_shifting_grid(s: Song) -> None:
    """Minimalism: marimbas, pianos, organs or strings repeat unequal cells against a pulse, harmony turns once in four bars, long tones come and go."""
    s.set((108, 176), ("major", "dorian", "lydian", "minor", "mixolydian"), "C D E F G A Bb", beats=s.pick(4.0, 4.0, 3.0, 6.0, 5.0),
        room=("hall", "room", "club", "church"))
    chords = s.rng.sample(["I", "vi", "IV", "iii", "ii", "Vsus4", "bVII", "IVadd9", "Iadd9"] if s.scale in ("major", "lydian", "mixolydian") else ["i", "bVI",
        "bIII", "bVII", "iv", "v", "im9", "bVImaj7"], 4)
    hold = s.pick(2, 4)
    s.until(45, "one two", one=" | ".join(" | ".join([name] * hold) for name in chords), two=" | ".join(" | ".join([name] * hold) for name in reversed(chords)))
    family = s.pick(("marimba", "vibraphone", "xylophone", "marimba"), ("piano", "bright-piano", "electric-grand", "piano"), ("strings", "viola", "cello",
        "pizzicato"), ("~soft-organ", "flute", "clarinet", "reed-organ"), ("marimba", "piano", "clarinet", "violin"), ("~metallophone", "vibraphone",
        "bassoon", "pizzicato"))
    shapes = ("012.", "0213", "01232", "0.12.13", "021.3", "0.1.2.0.3.1.", "01021", "3120", "0.2.1", "024213")
    for place, voice in enumerate(family[: s.pick(2, 3, 4)]):
        craft.arp(s, s.part(voice, level=0, pan=(-0.6, 0.6, -0.2, 0.3)[place]), s.pick(*shapes), s.pick(60, 64, 67, 72), 4, step=s.pick(0.5, 0.5, 0.25)
            if s.tempo < 132 else 0.5, gate=0.9, force=74, restart=s.chance(0.3), accent=s.pick(3, 4, 5))
    if s.chance(0.6):
        craft.comp(s, s.part("piano", "marimba", "~soft-organ", "vibraphone", level=-3), "x" * round(s.beats * 2), 60, 3, gate=0.5, force=62)
    long = s.part("strings", "clarinet", "slow-strings", "horn", "choir", "flute", "violin", level=-1)
    tunes.tune(s, long, 64, 84, ("x" + "." * (round(s.beats * 2) - 1), "x" + "." * (round(s.beats * 2) - 1), "-" * round(s.beats * 2)), s.pick(None, "two"),
        form="AB-C", leap=0.1, width=4)
    s.swell(long, 40, 118, bars=4)
    craft.bass(s, s.part("cello", "contrabass", "piano", "bassoon", "~soft-organ", level=0), s.pick("R" + "." * (round(s.beats * 2) - 1),
        "R" * round(s.beats)), 38, where=s.pick(None, "two"), gate=0.9)
    if s.chance(0.35):
        craft.comp(s, s.part("~choir", "oohs", "~backing", level=-3), "x" * round(s.beats), 67, 3, where="two", gate=0.6)


SEQUENCES = ("I | IV | viiø | iii | vi | ii | V7 | I", "I | V/7 | vi | iii/5 | IV | I/3 | ii7 V7 | I", "I IV | V I | vi ii | V7 I",
    "I | ii/4 | V7/7 | I | vi/3 | II7/1 | V/7 | V7")
MINOR_SEQUENCES = ("i | iv | bVII | bIII | bVI | iiø | V7 | i", "i | V/7 | bVII | IV/6 | bVI | i/5 | iiø V | i", "i V7 | i iv | bVII7 bIII | V7 i",
    "i | v/b7 | bVI | V | i | v/b7 | bVI V7 | i")


@style("Classical", like="Folk")
def dusk_candle_continuo(s: Song) -> None:
    """Baroque to galant: trio sonata, concerto, keyboard prelude or quartet; running bass, falling fifths, trebles that imitate, trills at the cadence."""
    kind = s.pick("trio", "concerto", "prelude", "quartet", "dance")
    s.set({"trio": (64, 104), "concerto": (92, 126), "prelude": (60, 92), "quartet": (104, 144), "dance": (96, 150)}[kind], ("major", "harmonic-minor"),
        "C D F G A Bb Eb E", beats=3.0 if kind == "dance" else 4.0, room=("room", "hall", "church"), rubato=0.006 if kind == "prelude" else 0.0)
    one, two = (s.pick(*SEQUENCES), s.pick("V | II7 | V | VI7 | ii | V7 | I | V",
        "vi | III7 | vi | II7 | V | V7/4 | I/3 | V7")) if s.scale == "major" else (s.pick(*MINOR_SEQUENCES), s.pick("bIII | bVII | bIII | iv | i/5 | V | V7",
        "bIII | bVII7 | bIII | bVI | iiø | V7 | i | V"))
    s.until(45, "one two one", one=one, two=two)
    tuning = s.pick(0.0, -1.0, 0.0, -0.5)
    if kind == "prelude":
        keyboard = s.part("harpsichord", "~harpsichord", "church-organ", "~pipe-organ", "piano", "nylon", level=1, tuning=tuning)
        if s.chance(0.5):
            craft.arp(s, keyboard, s.pick("b1234234", "0123.321", "01234321", "b2343234"), 60, 4, gate=1.2, low=45)
        else:
            tunes.figures(s, keyboard, ((0, 1, 2, 1), (0, -1, 0, 1), (0, 2, 1, 2), (4, 3, 2, 1), (0, 1, 2, 3)), 72)
            craft.bass(s, keyboard, s.pick("R.8.R.5.", "R.3.5.8.", "R...5..."), 45)
        return
    continuo = s.part("harpsichord", "~harpsichord", "church-organ", "~soft-organ", "nylon", level=-2, tuning=tuning)
    names = s.pick(("violin", "violin"), ("recorder", "violin"), ("oboe", "oboe"), ("flute", "violin"), ("trumpet", "oboe"), ("strings", "strings"))
    first, second = (s.part(name, level=1, pan=pan, tuning=tuning) for name, pan in zip(names, (-0.4, 0.4), strict=True))
    eighths = ("x.x.x.xx", "xxxxx.x.", "x..xxxxx", "x.xxx.xx") if kind != "dance" else ("x.xxx.", "xxxxxx", "x..xx.", "x.x.x.")
    sixteenths = ("x.xxx.xxxxxxx.x.", "xxxxxxxxxxxxx.x.", "x...xxxxx.x.xxxx", "x.x.xxxxx.xxx.x.") if kind in ("trio", "concerto") else eighths
    if kind == "quartet":
        tunes.tune(s, first, 67, 88, ("x..xx.x.", "x.x.xxxx", "x...x---", "xxxxx.x.", "x.xx----"), None, form="ABAC", turn=0.2, grace=0.25, leap=0.25)
        craft.comp(s, s.part("violin", "viola", "strings", level=-2, tuning=tuning), s.pick("xxxxxxxx", ".x.x.x.x", "x...x..."), 64, 3, gate=0.6)
        craft.arp(s, second, s.pick("0212", "0121", "01210121"), 62, 3, step=0.5, gate=0.8, force=70)
        craft.bass(s, s.part("cello", "cello", "bassoon", level=0, tuning=tuning), s.pick("RRRRRRRR", "R...R...", "R.R.5.R."), 45, gate=0.7)
        return
    tunes.tune(s, first, 67, 88, sixteenths, None, form="ABAC", turn=0.25, grace=0.15, leap=0.2, width=7)
    if s.chance(0.7):
        # The second treble has the first one's thoughts a bar later, a third or fourth lower where the harmony asks for it.
        rungs = s.rungs(55, 90)
        for note in first.notes:
            at = note.start + s.beats
            if at + note.length < s.sections[-1].end and note.length > 0.15:
                place = rungs[max(nearest_step(rungs, note.pitch) - 2, 0)]
                second.add(at, note.length, tunes.fit(rungs, place, craft.chord_at(s, at)), note.velocity * 0.92)
    else:
        tunes.tune(s, second, 62, 83, eighths, None, form="BACA", turn=0.1)
    craft.comp(s, continuo, s.pick("x...x...", "x.x.x.x.", "x...x.x.") if kind != "dance" else "x.x.x.", 62, 4, gate=0.85, strum=0.03)
    if kind == "concerto":
        tunes.figures(s, s.part("strings", "viola", level=-1, tuning=tuning), ((0, 0, 0, 0), (0, -1, 0, 1), (0, 2, 0, 2)), 60, gate=0.6)
    bass = s.part("cello", "bassoon", "contrabass", level=0, tuning=tuning)
    craft.bass(s, bass, s.pick("R.8.R.5.", "RR33558a", "R8R85R5a", "R.3.5.a.") if kind != "dance" else s.pick("R.3.5.", "R...5.", "R.5.a."), 45, gate=0.75)


@style("Classical", like="Jazz")
def dusk_night_keyboard(s: Song) -> None:
    """A piano alone: nocturne over wide broken chords, slow waltz with a late chord, etude in sixteenths, sonatina, or bells and mist in ninths."""
    kind = s.pick("nocturne", "gymnastic", "etude", "sonatina", "mist")
    s.set({"nocturne": (54, 80), "gymnastic": (66, 96), "etude": (92, 132), "sonatina": (108, 148), "mist": (50, 76)}[kind], ("lydian", "major-pentatonic",
        "dorian", "major") if kind == "mist" else ("major", "harmonic-minor", "minor"), "C Db Eb E F G Ab A",
          beats=3.0 if kind == "gymnastic" else 4.0, rubato={"nocturne": 0.03, "gymnastic": 0.015, "mist": 0.03}.get(kind, 0.006),
        room=("hall", "room", "plate"))
    minor = "minor" in s.scale or s.scale == "dorian"
    way = s.pick("i | iv | V7 | i | bVI | iiø | V7 | i", "i | bVI | bIII | bVII | iv | i/5 | V7 | i",
        "i | i | iv | iv | V7 | V7 | i | i") if minor else s.pick("I | VI7 | ii | V7 | I | iii | IV V7 | I", "I | I | ii7 | V7 | III7 | vi | ii7 V7 | I",
        "I | IV | I/5 | V7 | vi | ii7 | V7 | I")
    way = {"gymnastic": s.pick("Imaj7 | IVmaj7", "IVmaj7 | Imaj7 | IVmaj7 | vm7", "im7 | ivm7 | bVIImaj7 | im7"),
        "mist": s.pick("Imaj9 | bIIImaj9 | bVImaj7 | Imaj9", "I9 | bVII9 | bVI9 | bVII9", "Iadd9 | IVmaj7#11 | iim11 | IVmaj9",
        "im9 | IV9 | im9 | bVImaj7#11"), "sonatina": s.pick("I | V7 | I | V7 | IV | I/5 | V7 | I", "I | I | IV/5 | I | V7/4 | I/3 | V7 | I",
        "i | V7 | i | iv | i/5 | V7 | i | i" if minor else "I | ii | V7 | I")}.get(kind, way)
    s.until(45, "one two one", one=way, two=" | ".join([way] * 2) if len(way) < 30 else way)
    piano = s.part("piano", "piano", "bright-piano", "electric-grand", "celesta" if kind == "mist" else "piano", level=1, pan=0.0)
    left = s.part(piano.voice, name="left hand", level=-1, pan=0.0)
    if kind == "nocturne":
        craft.arp(s, left, s.pick("b12321", "b23432", "b13231"), 55, 4, step=1 / 3, gate=2.5, force=56, low=38, accent=6)
        tunes.tune(s, piano, 67, 91, ("x.....x.....", "x..x.xx.....", "x.......xx.x", "x.xx..x....."), None, form="ABAC", turn=0.3, grace=0.3, leap=0.3,
            width=9)
    elif kind == "gymnastic":
        craft.comp(s, left, "b.x...", 59, 4, gate=2.0, longest=4, force=60, low=38)
        tunes.tune(s, piano, 66, 85, ("--x.x.", "x.x.x.", "x.....", "x...x."), None, form="ABAC", leap=0.25)
    elif kind == "etude":
        s.pick(lambda: craft.arp(s, piano, s.pick("01234321", "02132435", "0213", "04321234"), 67, 4, gate=1.1), lambda: tunes.figures(s, piano,
            ((0, 1, 2, 3), (0, -1, 0, 1), (0, 2, 1, 3), (3, 2, 1, 0)), 74))()
        craft.bass(s, left, s.pick("R...5...", "R.8.5.8.", "R......."), 40, gate=1.0)
        tunes.tune(s, left, 48, 64, ("x...x...", "x.....x.", "x......."), "two", form="AB", force=100)
    elif kind == "sonatina":
        craft.arp(s, left, s.pick("0212", "0121", "01210121", "0.22"), 57, 3, step=0.5, gate=0.95, force=60)
        tunes.tune(s, piano, 69, 91, ("x..xx.x.", "xxxxx...", "x.x.xxxx", "x...x---", "x.xxx.x."), None, form="ABAC", turn=0.25, grace=0.25, leap=0.2)
    else:
        craft.arp(s, left, s.pick("b.1.2.3.4.3.", "b123.432", "b..2..4.."), 55, 4, step=0.5, gate=3, force=52, low=36, restart=s.chance(0.5))
        craft.comp(s, piano, s.pick("x.....o.....x...", "....x...o.......", "x..x..x........."), 74, 4, gate=1.5, longest=4, force=66, strum=s.pick(0.0, 0.08))
        tunes.tune(s, piano, 72, 93, ("x...x.x.", "--x.....", "x......."), "two", form="A-B-", grace=0.2)
    for bar in s.bars():
        for who in (piano, left) if kind != "sonatina" else ():
            who.controls += [(bar.start + 0.05, 64, 127), (bar.start + bar.beats - 0.05, 64, 0)]


@style("Classical", like="World")
def dusk_stone_vespers(s: Song) -> None:
    """Voices under stone: a motet in imitation, a hymn in four parts, chant over a held tone, or an organ chorale; perhaps a solo above, never a drum."""
    kind = s.pick("hymn", "motet", "chant", "organ", "motet")
    s.set({"hymn": (60, 92), "motet": (66, 96), "chant": (54, 80), "organ": (56, 88)}[kind], ("dorian", "major", "minor", "mixolydian", "phrygian"),
        "C D Eb F G A Bb", rubato=0.015 if kind == "chant" else 0.0, room=("church", "church", "cave", "hall"))
    minor = s.scale in ("dorian", "minor", "phrygian")
    way = s.pick("i bVII | i v | bVI bIII | iv V", "i iv | bVII bIII | bVI iv | V V", "i v/b3 | bVI bIII | iv i/b3 | V i",
        "i bVII | bIII bVII | i v | I I") if minor else s.pick("I V | vi iii | IV I | V7 I", "I IV | I/3 V | vi IV | V I", "I bVII | IV I | ii vi | V I",
        "I V/7 | vi ii | I/5 V | I I")
    s.until(45, "one two one", one="|".join([way] * 2), two="|".join([s.pick("iv i | bVII bIII | bVI iv | V V", "bVI bIII | bVII i | iv bVI | V i") if minor
        else s.pick("vi iii | IV I | ii vi | IV V", "IV I | ii V | vi IV | I V")] * 2))
    vowels = s.pick(("a", "o", "e"), ("o", "u"), ("la", "me", "o", "do"))
    choirs = s.pick(("~choir-low", "~choir-low", "~choir", "~choir"), ("choir", "choir", "choir", "choir"), ("oohs", "oohs", "choir", "oohs"),
        ("~choir", "~choir", "~choir", "~choir"))
    if kind == "organ":
        voices = [s.part(name, level=0, send=-4) for name in [s.pick("church-organ", "~pipe-organ", "reed-organ", "~soft-organ")] * 4]
        tunes.chorale(s, voices, 62, moving=0.7)
        craft.bass(s, s.part("church-organ", "~pipe-organ", level=-1), s.pick("R...5...", "R.......", "R.3.5.a."), 36, gate=0.98)
        if s.chance(0.6):
            tunes.figures(s, voices[3], ((0, 1, 2, 1), (0, -1, 0, 1), (0, 1, 2, 3)), 76, step=0.5, cell=2.0, where="two")
    elif kind == "chant":
        chant = s.part("~choir-low", "choir", "~vocal-duo", "~vocal-low", "~choir", level=2)
        tunes.tune(s, chant, 50, 67, ("x.x.xxx.", "xx.xx...", "x.xxxx..", "x.xx...."), None, form="ABAC", how=vowels, leap=0.06, width=4, turn=0.1)
        tunes.drone(s, s.part("~choir-low", "choir", "reed-organ", "~pipe-organ", "cello", level=-4), (near(s.tonic, 45), near(s.tonic, 45) + 7), 8, 66)
        if s.chance(0.4):
            tunes.shadow(s, chant, s.part("choir", "~choir", level=-2), 7 if s.chance(0.5) else 12, 1.0)
        if s.chance(0.3):
            craft.hits(s, s.part("bells", level=-6, send=-2), 8, 6, near(s.tonic, 60))
    else:
        voices = [s.part(name, name=label, level=0, pan=pan, send=-4) for name, label, pan in zip(choirs, ("bass", "tenor", "alto", "soprano"),
            (0.3, -0.3, 0.1, -0.1), strict=True)]
        if kind == "hymn":
            tunes.chorale(s, voices, 62, moving=0.5, how=vowels)
            craft.comp(s, s.part("church-organ", "strings", "~pipe-organ", "piano", level=-5), "x...x...", 60, 4, where=s.pick("two", None), gate=1.0)
            tunes.tune(s, voices[3], 67, 81, ("x.x.x.x.", "x...x.x.", "x.x.x..."), "two", form="ABAC", how=vowels)
        else:
            # One subject goes from voice to voice, two bars apart, each in its own register.
            ranges = ((45, 60), (52, 67), (57, 72), (64, 81))
            for place in s.rng.sample(range(4), 4):
                low, high = ranges[place]
                tunes.tune(s, voices[place], low, high, ("x...x.x.", "x.x.xx..", "x...x...", "--x.x.x.", "x..xx.x."), None, form=s.pick("AB-C", "ABA-",
                    "ABBC", "ABAC"), how=vowels, leap=0.12, width=5, gate=1.0)
            tunes.guide(s, voices[0], 48, None, how=vowels)
    if s.chance(0.3) and kind != "organ":
        solo = s.part("~vocal", "violin", "oboe", "flute", level=1, send=-3)
        tunes.tune(s, solo, 67, 86, ("x.......", "x...x.x.", "--x.x..."), "two", form="A-B-", how=vowels if solo.voice == "~vocal" else (), turn=0.2)
    for part in s.parts[:4]:
        s.swell(part, 76, 120, bars=4)
