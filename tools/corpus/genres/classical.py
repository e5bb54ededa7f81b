"""Classical: what is written for concert halls, churches and parlours, and for films and plays after them.

Harmony moves by voice leading, phrases have antecedent and consequent, tempo breathes, nobody keeps time with a drum kit. The hard cases are
Folk (solo guitar, small ensembles), ambient Electronic (slow strings, organ, minimalism) and Metal's melodies (brass and string themes in minor over a pulse).
"""

from __future__ import annotations

import bass
import comping
import groove
import lines
import players
from score import Part
from song import Song, style

MAJOR = ("I | V/3 | vi | iii | IV | I/3 | ii | V", "I | IV | V7 | I | vi | ii | V7 | I", "I | vi | IV | V | I/3 | IV | I/5 V7 | I", "I | I | V7 | V7 | V7 | V7 | I | I", "I | II7 | V | I | IV | iv | I/5 V7 | I")
MINOR = ("i | V/3 | bVI | iv | i/5 | iv | V7 | i", "i | iv | V7 | i | bVI | iv | V | V7", "i | bVI | bIII | bVII | i | iv | V | i", "i | iiø | V7 | i | VI7 | iv | V7 | i", "i | bII/3 | V | i | iv | bVI | bII V | i")
EPIC = ("i | bVI | bIII | bVII", "i | bVI | iv | V", "i | i | bVI | bVII", "i | bIII | bVII | IV", "I | bVI | bVII | I", "i | iv | bVI | V", "i | bVI | i | bII", "i | v | bVI | iv | i | bVI | bVII | I")
PASTORAL = ("I | IV | I | V", "I | iii | IV | I", "I | bVII | IV | I", "Imaj7 | ii | V | I", "I | vi | ii | V", "I | II | IV | I")


def _hall(s: Song) -> str:
    return s.pick("hall", "hall", "hall", "church", "arena", "room")


def _timpani(s: Song, where: str | None = None, every: int = 1, level: float = -3) -> None:
    """Tonic and dominant strokes, and a roll into every section's last bar."""
    drum = s.part("timpani", name="timpani", level=level, pan=0.2, send=-8)
    for bar in s.bars(where):
        root = 40 + (s.piece().chord_at(bar.start).bass - 40) % 12
        if bar.last and s.chance(0.6):
            for step in range(int(bar.beats * 6)):
                drum.add(bar.start + step / 6, 0.3, root, 45 + 65 * step / (bar.beats * 6))
        elif bar.index % every == 0:
            drum.add(bar.start, 2, root, 105)
            if s.chance(0.4):
                drum.add(bar.start + bar.beats - 1, 1, root, 85)


def _percussion(s: Song, level: float = -2) -> Part:
    """Cymbals, bass drum and snare of the orchestra."""
    return s.part("kit:orchestra", name="percussion", level=level, send=-8)


def _horn_theme(s: Song, where: str | None, low: int = 50, level: float = 1.0, density: float = 0.8) -> None:
    """Horns sing the theme, trumpets join an octave higher."""
    horns = s.part("horn", "brass", "trombone", "~brass-section", name="horns", level=level, pan=-0.3, send=-8, loose=0.02)
    theme = lines.melody(s, horns, low, low + 17, where, density, 0.05, form="AABA", pull=0.85, leap=0.3)
    lines.legato(theme)
    s.swell(horns, 75, 127, 2)
    if s.chance(0.6):
        lines.double(s.part("trumpet", "brass", name="trumpets", level=level - 2, pan=0.3, send=-8, loose=0.02), theme, 12)
    if s.chance(0.5):
        lines.harmonise(s, s.part("trombone", "horn", name="trombones", level=level - 3, pan=0.4, send=-8, loose=0.02), theme, -2)


@style("Classical", like="Folk")
def string_quartet(s: Song) -> None:
    """Four solo strings: first violin sings, the others weave or pulse."""
    s.set((66, 140), ("major", "minor", "harmonic-minor"), beats=s.pick(4.0, 3.0, 2.0), rubato=0.06, room=s.pick("room", "hall", "church"))
    s.until(40, "a a b a", a=s.pick(*(MAJOR if s.scale == "major" else MINOR)), b=s.pick(*(MAJOR if s.scale == "major" else MINOR)))
    first, second, viola, cello = (s.part(voice, level=level, pan=pan, loose=0.016) for voice, level, pan in (("violin", 1, -0.5), ("violin", -2, -0.2), ("viola", -2, 0.2), ("cello", 0, 0.5)))
    lines.legato(lines.melody(s, first, 64, 91, density=s.between(0.8, 2.2), rest=0.08, graces=0.08, pull=0.7))
    if s.chance(0.5):
        comping.comp(s, second, s.pick(".x.x.x.x", "xxxxxxxx", "x---x---"), 66, 1)
        comping.comp(s, viola, s.pick(".x.x.x.x", "xxxxxxxx", "x---x---"), 57, 1)
        bass.pattern(s, cello, s.pick("R---5---", "R-.5.-8-", "R-------"), 36)
    else:
        comping.chorale(s, (second, viola, cello), (67, 59, 45), passing=0.6)
    for part in (first, second, viola, cello):
        s.swell(part, 65, 120, s.pick(2, 4))


@style("Classical", like="Metal")
def heroic_orchestra(s: Song) -> None:
    """Full orchestra: a horn theme over driving strings, timpani and cymbals."""
    s.set((88, 150), ("minor", "major", "dorian", "harmonic-minor"), rubato=0.03, room=_hall(s))
    s.until(45, "a a b a", a=s.pick(*EPIC), b=s.pick(*EPIC))
    v1, v2, viola, cello, basses = players.strings(s, -2)
    figure = s.pick("xoxoxoxo", "xooxooxo", "xooxooxooxooxooo", "x.xxx.xx", "xoxxoxxo")
    for part, centre in ((v2, 67), (viola, 60), (cello, 50)):
        comping.comp(s, part, figure, centre, 1 if s.chance(0.5) else 2, gate=0.6)
    bass.pattern(s, basses, s.pick("R-R-R-R-", "R---R---", "RRRRRRRR"), 28)
    lines.legato(lines.melody(s, v1, 67, 91, density=0.9, rest=0.1))
    _horn_theme(s, None)
    _timpani(s, every=s.pick(1, 2))
    drums = _percussion(s)
    for bar in s.bars():
        if bar.index == 0 or s.chance(0.2):
            drums.add(bar.start, 3, 49, 100)
            drums.add(bar.start, 2, 36, 110)
        if bar.last:
            groove.roll(drums, bar.start, bar.beats, s.pick("snare", "crash"), 30, 100)
    if s.chance(0.5):
        comping.pad(s, s.part("choir", "~choir", level=-3, send=-5), 62, 4)


@style("Classical", like="Electronic")
def tragic_orchestra(s: Song) -> None:
    """Slow strings in minor, swelling and dying away; low brass, a lone oboe or cello."""
    s.set((46, 76), ("minor", "harmonic-minor", "phrygian"), rubato=0.1, room=_hall(s))
    s.until(45, "a b a", a=s.pick(*MINOR, *EPIC), b=s.pick(*MINOR))
    section = players.strings(s, 0)
    comping.chorale(s, section[1:], (67, 60, 52, 38), step=2.0, passing=0.4)
    lines.legato(lines.melody(s, section[0], 65, 88, density=0.6, rest=0.05))
    for part in section:
        s.swell(part, 35, 122, s.pick(2, 4, 8))
    solo = s.part("oboe", "english-horn", "cello", "violin", "clarinet", "horn", level=0, send=-7)
    lines.legato(lines.melody(s, solo, 57, 79, density=0.8, rest=0.2, graces=0.1))
    if s.chance(0.5):
        comping.pad(s, s.part("trombone", "horn", "tuba", level=-4, send=-6), 45, 3)
    if s.chance(0.5):
        _timpani(s, every=2, level=-6)


@style("Classical", like="Electronic")
def film_action(s: Song) -> None:
    """Short strings in sixteenths, big drums, brass hits, choir: chases and battles."""
    s.set((100, 160), ("minor", "phrygian", "harmonic-minor", "octatonic"), beats=s.pick(4.0, 4.0, 3.0, 3.5), room=_hall(s))
    s.until(45, "a b a c", a="i | i | bVI | bVII", b=s.pick(*EPIC), c="i | i | bII | i")
    v1, v2, viola, cello, basses = players.strings(s, -1, ("strings", "strings", "tremolo-strings", "~section"))
    ostinato = lines.make_riff(s, s.beats, 3.2, 8, s.scale if s.scale != "octatonic" else "minor", 0.45)
    lines.play_riff(s, cello, ostinato, s.beats, 45, gate=0.5)
    lines.play_riff(s, viola, ostinato, s.beats, 57, gate=0.5)
    lines.play_riff(s, v2, ostinato, s.beats, 69, ("b", "c"), gate=0.5)
    lines.legato(lines.melody(s, v1, 69, 92, ("b", "c"), density=1.0))
    bass.pattern(s, basses, s.pick("RRRRRRRR", "R--R--R-", "R-------"), 26)
    _horn_theme(s, ("b", "c") if s.chance(0.5) else None, 46)
    comping.stabs(s, [s.part("trombone", "brass", level=-2), s.part("trumpet", "brass", level=-2), s.part("horn", level=-2)], s.pick("X.......", "X..X..X.", "x...x.x."), 58, every=s.pick(1, 2))
    big = _percussion(s, 0)
    groove.drums(s, big, {"kick": s.pick("x..x..x.x..x..x.", "x.......x.x.....", "x..x..x."), "tom4": s.pick("..o...o..o..o.oo", "x.ooX.oox.ooX.oo"), "snare": s.pick("................", "oo.ooo.ooo.ooo.r")}, fills=4, crash=True)
    taiko = s.part("taiko", "melodic-tom", level=0, send=-7)
    bass.pattern(s, taiko, s.pick("R.rR.rRr", "R...r.r.", "R.rrR.rrR.rrRrrr"), 38)
    if s.chance(0.6):
        comping.pad(s, s.part("choir", "~choir", "~choir-low", level=-1, send=-5), 60, 4, ("b", "c"), loud=100)


@style("Classical", like="Folk")
def pastoral_orchestra(s: Song) -> None:
    """Flute and oboe over soft strings and harp."""
    s.set((60, 104), ("major", "mixolydian", "lydian", "major-pentatonic"), beats=s.pick(4.0, 3.0), rubato=0.07, room=_hall(s))
    s.until(45, "a a b a", a=s.pick(*PASTORAL), b=s.pick(*PASTORAL))
    section = players.strings(s, -3)
    if s.chance(0.6):
        comping.chorale(s, section[1:], (66, 59, 52, 40), step=2.0)
    else:
        for part, low in ((section[1], 65), (section[2], 58), (section[3], 48)):
            part.voice = "pizzicato"
            comping.comp(s, part, "x...x...", low, 2)
    for part in section:
        s.swell(part, 45, 105, 4)
    tune = s.part("flute", "oboe", "clarinet", "recorder", "violin", level=1, send=-8, loose=0.02)
    notes = lines.melody(s, tune, 65, 89, density=s.between(0.9, 1.8), rest=0.15, graces=0.12)
    lines.legato(notes)
    if s.chance(0.5):
        lines.harmonise(s, s.part("oboe", "clarinet", "bassoon", "flute", level=-2, send=-8), notes, s.pick(-2, -5))
    comping.arpeggio(s, s.part("harp", level=-4), s.pick(0.25, 0.5), 48, 3, s.pick("up", "updown"), rests=s.pick("", "x", "xxxx...."))
    if s.chance(0.5):
        comping.pad(s, s.part("horn", level=-6, send=-6), 56, 3)


@style("Classical", like="Country")
def march(s: Song) -> None:
    """A wind band or an orchestra marches: oom-pah, snare, piccolo over trumpets."""
    s.set((104, 126), ("major", "minor", "harmonic-minor"), keys="Eb Bb F", room=s.pick("hall", "outdoors", "arena"))
    chords = MAJOR if s.scale == "major" else MINOR
    s.until(40, "a a b b", a=s.pick(*chords), b=s.pick(*chords))
    groove.drums(s, s.part("kit:orchestra", "kit:standard", level=-2), {"snare": s.pick("x.oox.oox.ooxxoo", "x..ox.oox..oxrrr", "x...x.xxx...xxxx"), "kick": "x.......x......."}, fills=8)
    bass.pattern(s, s.part("tuba", "trombone", level=-1), s.pick("R---5---", "R.5.R.5."), 34)
    comping.comp(s, s.part("horn", "trombone", level=-4), ".s.s.s.s", 57, 3)
    tune = lines.melody(s, s.part("trumpet", "brass", "clarinet", level=1), 60, 82, density=1.4, rest=0.08, pull=0.85, triplets=False)
    lines.double(s.part("piccolo", "flute", "clarinet", level=-2), tune, 12)
    if s.chance(0.5):
        lines.melody(s, s.part("baritone-sax", "trombone", "horn", level=-3), 45, 64, density=0.9)


@style("Classical", like="Folk")
def baroque(s: Song) -> None:
    """Continuo of cello and harpsichord, violins in sixteenths and in canon."""
    s.set((72, 126), ("major", "minor", "harmonic-minor"), beats=s.pick(4.0, 3.0), room=s.pick("room", "church", "hall"))
    cycle = ("i | iv | bVII | bIII | bVI | iiø | V | i", "i | V/3 | i | iv/3 | V | i | iv | V") if s.scale != "major" else ("I | IV | viiø | iii | vi | ii | V | I", "I | V/3 | vi | iii/5 | IV | I/3 | ii | V")
    s.until(40, "a a b a", a=s.pick(*cycle), b=s.pick(*cycle))
    bass.pattern(s, s.part("cello", "contrabass", "bassoon", level=-1), s.pick("R-5-3-5-", "R-3-5-8-", "R-R-5-5-", "R-8-R-8-"), 38)
    comping.comp(s, s.part("harpsichord", "~harpsichord", "~harpsichord", level=-2), s.pick("x-x-x-x-", "x---x---", "x.xxx.xx"), 60, 4, strum=0.02)
    one = s.part("violin", "oboe", "recorder", "flute", "trumpet", "strings", level=0, pan=-0.5, loose=0.012)
    two = s.part("violin", "oboe", "strings", level=-2, pan=0.5, loose=0.012)
    if s.chance(0.5):
        notes = lines.runs(s, one, 62, 86, step=0.25, gap=0.3)
        lines.double(two, notes, s.pick(-12, -5, 0) if s.chance(0.3) else 0, s.beats)
    else:
        notes = lines.melody(s, one, 64, 86, density=2.0, rest=0.06, graces=0.2, triplets=False)
        lines.harmonise(s, two, notes, -2)


@style("Classical", like="Jazz")
def piano_romantic(s: Song) -> None:
    """Nocturne and étude: wide broken chords in the left hand, a singing right hand, much rubato."""
    s.set((54, 110), ("minor", "major", "harmonic-minor"), beats=s.pick(4.0, 3.0), rubato=0.16, room=s.pick("room", "hall"))
    chords = MAJOR if s.scale == "major" else MINOR
    s.until(45, "a b a", a=s.pick(*chords), b=s.pick(*chords))
    left = s.part("piano", "bright-piano", "piano", level=-2, pan=-0.1, send=-9)
    right = s.part(left.voice, level=1, pan=0.1, send=-9)
    comping.arpeggio(s, left, s.pick(0.5, 0.25, 1 / 3), 36, 3, s.pick("0213", "up", "updown", "0424"), loud=68, gate=1.8)
    notes = lines.melody(s, right, 65, 93, density=s.between(0.8, 2.4), rest=0.08, graces=0.15)
    if s.chance(0.5):
        lines.double(right, notes, 12)
    for beat in range(0, int(s.sections[-1].end), int(s.beats)):
        left.controls += [(beat - 0.05, 64, 0), (beat + 0.05, 64, 127)]
        right.controls += [(beat - 0.05, 64, 0), (beat + 0.05, 64, 127)]


@style("Classical", like="Pop")
def piano_sonata(s: Song) -> None:
    """Alberti bass and a clear tune, scales and turns."""
    s.set((100, 160), ("major", "minor", "harmonic-minor"), keys="C F G D Bb", beats=s.pick(4.0, 3.0, 2.0), rubato=0.04, room=s.pick("room", "hall", "dry"))
    chords = MAJOR if s.scale == "major" else MINOR
    s.until(40, "a b a c", a=s.pick(*chords), b=s.pick(*chords))
    left = s.part("piano", "piano", "harpsichord", "bright-piano", level=-3, pan=-0.1)
    right = s.part(left.voice, level=0, pan=0.1)
    comping.arpeggio(s, left, s.pick(0.5, 0.25), 48, 1, "0212", loud=64)
    lines.melody(s, right, 67, 91, ("a", "b"), density=1.8, graces=0.15, pull=0.75, triplets=s.chance(0.3))
    lines.runs(s, right, 62, 96, "c", step=0.25)


@style("Classical", like="Electronic")
def choir_a_cappella(s: Song) -> None:
    """Four voices in a church; sometimes an organ carries them."""
    s.set((50, 88), ("major", "minor", "dorian", "phrygian", "mixolydian"), beats=s.pick(4.0, 3.0), rubato=0.08, room=s.pick("church", "church", "hall", "cave"))
    s.until(45, "a b a", a=s.pick(*MAJOR, *PASTORAL) if s.scale in ("major", "mixolydian") else s.pick(*MINOR), b=s.pick(*PASTORAL))
    voices = [s.part(*options, level=0, pan=pan, send=-4, loose=0.03) for options, pan in ((("choir", "~choir", "oohs"), -0.4), (("choir", "~choir"), -0.1), (("oohs", "~choir-low", "choir"), 0.2), (("choir", "~choir-low"), 0.4))]
    comping.chorale(s, voices, (72, 65, 58, 46), step=s.pick(1.0, 2.0), passing=0.5)
    for voice in voices:
        s.swell(voice, 60, 118, 4)
    if s.chance(0.35):
        comping.pad(s, s.part("church-organ", "reed-organ", "~pipe-organ", level=-4, send=-5), 58, 5)
    if s.chance(0.4):
        players.sing(s, low=60, density=0.7, voices=("~vocal", "~vocal-duo"), bends=0.0, level=0, ahead=0.0)


@style("Classical", like="Metal")
def organ_toccata(s: Song) -> None:
    """Church organ: figures in the manuals over long pedals."""
    s.set((70, 132), ("minor", "major", "harmonic-minor"), room=s.pick("church", "church", "cave", "hall"))
    chords = MAJOR if s.scale == "major" else MINOR
    s.until(40, "a b", a=s.pick(*chords), b=s.pick(*chords))
    stop = s.pick("church-organ", "church-organ", "reed-organ", "~pipe-organ", "~organ")
    bass.pattern(s, s.part(stop, level=0, send=-5), "R-------", 36)
    comping.pad(s, s.part(stop, level=-3, send=-5), 60, 4)
    if s.chance(0.6):
        lines.runs(s, s.part(stop, level=0, send=-5), 64, 93, step=0.25, gap=0.1)
    else:
        comping.arpeggio(s, s.part(stop, level=0, send=-5), 0.25, 60, 2, s.pick("updown", "0213"))


@style("Classical", like="Jazz")
def wind_quintet(s: Song) -> None:
    """Flute, oboe, clarinet, horn, bassoon, in chatter and in chorale."""
    s.set((76, 140), ("major", "minor", "lydian"), beats=s.pick(4.0, 3.0, 2.0), rubato=0.04, room=s.pick("room", "hall"))
    chords = MAJOR if s.scale != "minor" else MINOR
    s.until(40, "a b a", a=s.pick(*chords), b=s.pick(*chords))
    flute, oboe, clarinet, horn, bassoon = (s.part(v, level=0, pan=p, loose=0.014) for v, p in (("flute", -0.5), ("oboe", -0.2), ("clarinet", 0.1), ("horn", 0.3), ("bassoon", 0.5)))
    lead, answer = s.rng.sample([flute, oboe, clarinet], 2)
    notes = lines.melody(s, lead, 66, 90, density=1.6, graces=0.12)
    lines.double(answer, notes, -12 if answer is clarinet else 0, s.beats * 2, 0.85)
    comping.comp(s, clarinet if clarinet not in (lead, answer) else horn, s.pick(".s.s.s.s", "x---x---", "ssssssss"), 60, 1)
    comping.pad(s, horn, 55, 1)
    bass.pattern(s, bassoon, s.pick("R-5-R-5-", "R.5.8.5.", "R---5---"), 36, gate=0.5)


@style("Classical", like="Electronic")
def minimalism(s: Song) -> None:
    """Pulsing patterns that shift slowly: mallets, pianos, strings, winds."""
    s.set((96, 150), ("major", "lydian", "dorian", "mixolydian", "minor"), room=s.pick("room", "hall", "plate"))
    slow = s.pick("I | I | I | I | vi | vi | vi | vi", "Imaj7 | Imaj7 | IV | IV", "i | i | bVI | bVI | bIII | bIII | bVII | bVII", "I | I | ii | ii")
    s.until(50, "a", a=slow)
    for number in range(s.rng.randint(3, 5)):
        voice = s.part("marimba", "piano", "vibraphone", "piano", "strings", "clarinet", "flute", "bright-piano", "pizzicato", "xylophone", "harp", level=-number, loose=0.006)
        row = "".join(s.pick("x", "x", "x", ".") for _ in range(s.pick(8, 12, 16, 6)))
        comping.arpeggio(s, voice, s.pick(0.25, 0.25, 0.5), s.pick(48, 55, 60, 67), s.pick(1, 2), s.pick("up", "updown", "021", "0312", "down"), rests=row)
    if s.chance(0.6):
        comping.pad(s, s.part("strings", "slow-strings", "choir", "horn", level=-4), 57, 4)


@style("Classical", like="Latin")
def orchestral_waltz(s: Song) -> None:
    """Ballroom and ballet: bass on one, chords on two and three, violins sweep."""
    s.set((130, 186), ("major", "minor", "harmonic-minor"), beats=3.0, rubato=0.08, room=_hall(s))
    chords = MAJOR if s.scale == "major" else MINOR
    s.until(40, "a a b a", a=s.pick(*chords), b=s.pick(*chords))
    section = players.strings(s, -1)
    lines.legato(lines.melody(s, section[0], 67, 93, density=1.0, rest=0.06, unit=4))
    bass.pattern(s, section[4], "R--", 33, gate=0.5)
    bass.pattern(s, section[3], "R--", 42, gate=0.5)
    comping.comp(s, section[1], ".xx", 66, 2, gate=0.5)
    comping.comp(s, section[2], ".xx", 59, 2, gate=0.5)
    lines.melody(s, s.part("flute", "clarinet", "oboe", "glockenspiel", "horn", level=-2), 69, 90, "b", density=1.3)
    if s.chance(0.5):
        _timpani(s, every=4, level=-6)
    drums = _percussion(s, -8)
    for bar in s.bars():
        if bar.index % 4 == 0:
            drums.add(bar.start, 2, 81 if s.chance(0.5) else 49, 70)


@style("Classical", like="Folk")
def duo_sonata(s: Song) -> None:
    """One bowed or blown instrument with piano or harp."""
    s.set((60, 132), ("minor", "major", "dorian", "harmonic-minor"), beats=s.pick(4.0, 3.0), rubato=0.1, room=s.pick("room", "hall"))
    chords = MAJOR if s.scale == "major" else MINOR
    s.until(40, "a b a", a=s.pick(*chords), b=s.pick(*chords))
    solo = s.part("violin", "cello", "viola", "flute", "clarinet", "oboe", "horn", level=2, loose=0.018)
    low = 48 if solo.voice in ("cello", "horn") else 60
    lines.legato(lines.melody(s, solo, low, low + 24, density=s.between(0.8, 2.0), graces=0.1))
    s.swell(solo, 70, 122, 2)
    keys = s.part("piano", "piano", "harp", "harpsichord", level=-2)
    if s.chance(0.5):
        comping.arpeggio(s, keys, s.pick(0.5, 0.25), 40, 3, s.pick("0213", "up", "updown"), loud=70, gate=1.5)
    else:
        comping.comp(s, keys, s.pick(".x.x.x.x", "x---x-x-", "x-------"), 58, 4)
        bass.pattern(s, keys, s.pick("R---5---", "R-------"), 36)


@style("Classical", like="Electronic")
def adagio_strings(s: Song) -> None:
    """Only strings, only long notes: harmony as one slow breath."""
    s.set((40, 62), ("minor", "major", "dorian", "lydian"), rubato=0.12, room=s.pick("hall", "church", "hall"))
    s.until(50, "a b", a=s.pick(*MINOR, *PASTORAL), b=s.pick(*MAJOR, *MINOR))
    section = players.strings(s, 0, ("strings", "slow-strings", "slow-strings", "tremolo-strings", "~section", "~string-machine"), 0.04)
    comping.chorale(s, section, (76, 67, 60, 52, 38), step=2.0, passing=0.5)
    for part in section:
        s.swell(part, 40, 115, s.pick(2, 4, 4, 8))


@style("Classical", like="Jazz")
def brass_fanfare(s: Song) -> None:
    """Trumpets, horns, trombones and tuba by themselves, with drums or without."""
    s.set((84, 126), ("major", "mixolydian", "minor"), room=_hall(s))
    s.until(40, "a b a", a=s.pick(*EPIC[:4]) if s.scale == "minor" else s.pick("I | bVII | IV | I", "I | V | vi | IV", "I | IV | V | I"), b="IV | I | bVII | V" if s.scale != "minor" else "bVI | bIII | iv | V")
    brass = [s.part(v, level=0, pan=p, send=-7, loose=0.014) for v, p in (("trumpet", -0.5), ("trumpet", -0.2), ("horn", 0.2), ("trombone", 0.4))]
    comping.stabs(s, brass, s.pick("x-xsssx-", "x--sx---", "ssx-ssx-", "x-----ss"), 64, where="a")
    comping.chorale(s, brass, (74, 67, 60, 52), "b")
    bass.pattern(s, s.part("tuba", level=-1), s.pick("R---R---", "R-------"), 34)
    if s.chance(0.7):
        _timpani(s)
    if s.chance(0.5):
        groove.drums(s, _percussion(s, -4), {"snare": s.pick("x.rrx.rrx.x.xxxx", "x..xx.x.x..xx.x.")}, fills=4)


@style("Classical", like="Folk")
def classical_guitar(s: Song) -> None:
    """A nylon guitar alone: tremolo, arpeggio studies, a voice over a moving bass."""
    s.set((70, 120), ("minor", "major", "harmonic-minor", "phrygian"), keys="E A D", beats=s.pick(4.0, 3.0), rubato=0.1, room=s.pick("room", "hall", "church"))
    chords = MAJOR if s.scale == "major" else MINOR
    s.until(40, "a b a", a=s.pick(*chords), b=s.pick(*chords))
    guitar = s.part("nylon", "~nylon-guitar", "harp", level=0, pan=0.0)
    bass.pattern(s, guitar, s.pick("R-------", "R---5---"), 40)
    if s.chance(0.4):
        comping.arpeggio(s, guitar, s.pick(0.25, 1 / 3), 52, 2, s.pick("0123", "3210", "021", "0121"))
    elif s.chance(0.4):
        lines.repeated(s, guitar, lines.melody(s, Part("sketch", "nylon"), 64, 84, density=0.7), 0.25)
    else:
        lines.melody(s, guitar, 62, 83, density=1.5, graces=0.15)
        comping.comp(s, guitar, ".o.o.o.o", 57, 2)


@style("Classical", like="Electronic")
def suspense(s: Song) -> None:
    """Nearly nothing: tremolo strings, a celesta or harp figure, a low pedal, single strokes."""
    s.set((56, 92), ("minor", "phrygian", "octatonic", "whole-tone", "harmonic-minor", "lydian"), rubato=0.1, room=s.pick("hall", "church", "cave"))
    s.until(50, "a b", a="i | i | i | bII", b=s.pick("i | bVI | i | #iv°", "i | iv | i | V"))
    comping.pad(s, s.part("tremolo-strings", "strings", "slow-strings", level=-2, send=-6), s.pick(60, 72, 48), 3)
    figure = s.part("celesta", "harp", "pizzicato", "vibraphone", "piano", "glockenspiel", "music-box", level=-1, send=-5)
    if s.chance(0.5):
        comping.arpeggio(s, figure, 0.5, 66, 2, "random", rests=s.pick("x.xx....", "xxx.....", "x..x..x."))
    else:
        lines.melody(s, figure, 66, 91, density=0.9, rest=0.4)
    bass.drone(s, s.part("contrabass", "cello", "timpani", "~dark-pad", level=-2, send=-6), (28 + (s.tonic - 28) % 12,), s.beats * 2)
    lines.legato(lines.melody(s, s.part("clarinet", "bassoon", "flute", "english-horn", "cello", "choir", level=-1, send=-6), 52, 76, density=0.5, rest=0.35))


@style("Classical", like="Folk")
def fantasy_theme(s: Song) -> None:
    """Music for games and plays: a modal tune on whistle, horn or violin, harp and strings, a hand drum or soft timpani beneath."""
    s.set((70, 132), ("dorian", "minor", "mixolydian", "major"), beats=s.pick(4.0, 3.0, 3.0), rubato=0.04, room=_hall(s))
    chords = ("i | bVII | i | bVII | bIII | bVII | i | i", "i | bVI | bVII | i", "i | IV | i | bVII") if s.scale in ("dorian", "minor") else ("I | bVII | I | V", "I | IV | I | bVII", "I | V | IV | I")
    s.until(45, "a a b a", a=s.pick(*chords), b=s.pick(*chords))
    section = players.strings(s, -2)
    comping.chorale(s, section[1:], (66, 59, 52, 40), step=s.beats / 2)
    for part in section:
        s.swell(part, 50, 115, 4)
    tune = lines.melody(s, s.part("flute", "whistle", "oboe", "horn", "violin", "recorder", "pan-flute", level=1, send=-7), 62, 84, "a", density=1.3, graces=0.12)
    lines.double(section[0], tune, s.pick(0, 12))
    _horn_theme(s, "b", level=0)
    comping.arpeggio(s, s.part("harp", "piano", "nylon", level=-4), 0.5, 48, 2, s.pick("updown", "up"))
    if s.chance(0.6):
        _timpani(s, every=2, level=-5)
    if s.chance(0.3):
        groove.drums(s, _percussion(s, -5), {"tom4": s.pick("x..o..x.", "x.oox.o."), "tambourine": s.pick("........", "..x...x.")}, fills=0, crash=False)
