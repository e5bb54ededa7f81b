"""Jazz: harmony in sevenths and beyond that moves by fifths, swing, a bass that walks, someone who improvises.

The hard cases are Blues (shuffle, triads, bent strings), Classical (solo piano, winds), Latin (bossa, mambo), R&B (fusion's electric piano) and Pop standards.
"""

from __future__ import annotations

import bass
import comping
import groove
import lines
import players
from score import Part
from song import Song, style
from theory import JAZZ_BLUES

TURN = ("Imaj7 vi7 | ii7 V7", "iii7 VI7 | ii7 V7", "Imaj7 biii°7 | ii7 V7")
TUNES = (
    "ii7 | V7 | Imaj7 | Imaj7 | iv7 | bVII7 | Imaj7 | VI7", "Imaj7 | VI7 | ii7 | V7 | iii7 VI7 | ii7 V7 | Imaj7 | ii7 V7", "vi7 | ii7 | V7 | Imaj7 | IVmaj7 | viiø III7 | vi7 | VI7",
    "Imaj7 | I7 | IVmaj7 | iv7 bVII7 | iii7 | VI7b9 | ii7 | V13", "im7 | iiø V7b9 | im7 | im7 | ivm7 | bVII9 | bIIImaj7 | iiø V7alt", "Imaj9 | bIIImaj7 | bVImaj7 | bII7", "ii9 V13 | Imaj9 VI7alt | ii9 V13 | I69",
)
MODAL = ("im7 | im7 | im7 | im7 | ii7 | ii7 | im7 | im7", "im11 | im11 | im11 | im11 | bIImaj7#11 | bIImaj7#11 | im11 | im11", "im9 | im9 | ivm9 | im9")
HORNS = ("tenor-sax", "alto-sax", "trumpet", "muted-trumpet", "soprano-sax", "trombone", "clarinet", "flute", "vibraphone", "jazz-guitar", "baritone-sax")
COMPS = (".s...x--|..s...s.", "x--s....|...x--..", "..x...s.|s..x----", ".x--.x--", "x-------|...s..x-")


def _rhythm_section(s: Song, drums: str = "", walk: bool = True, two: float = 0.15, keys: bool = True) -> None:
    """Bass, drums, and somebody who comps."""
    low = s.part("upright", "upright", "~string-bass", "fretless", level=0, pan=0.1)
    if walk:
        bass.walking(s, low, two=two)
    groove.drums(s, s.part("kit:jazz", "kit:brush", "kit:standard", "kit:jazz", level=-3), drums or s.pick("swing", "swing", "swing-fast", "brushes"), fills=8, loud=84, human=0.14, crash=s.chance(0.3))
    if keys:
        comping.comp(s, s.part("piano", "piano", "jazz-guitar", "rhodes", "vibraphone", level=-4), s.pick(*COMPS), 60, 4, drop=0.15, loud=74)


def _solo(s: Song, where: str | tuple[str, ...] | None = None, level: float = 1.0, density: float | None = None, low: int = 56, scale: str | None = None) -> Part:
    """An improviser: bebop lines broken by breaths, following the chords closely."""
    horn = s.part(*HORNS, level=level, loose=0.018, late=0.012)
    low = 44 if horn.voice in ("trombone", "baritone-sax") else low
    lines.melody(s, horn, low, low + 24, where, density or s.between(1.4, 2.6), 0.28, form=s.pick("ABCD", "ABAC", "ABCB"), bends=0.12, graces=0.15, ahead=0.25, pull=0.8, leap=0.25, scale=scale)
    return horn


@style("Jazz", like="Blues")
def swing_combo(s: Song) -> None:
    """Head, solos, head: horn over walking bass and a ride cymbal."""
    s.set((128, 228), "major", keys="F Bb Eb C G", swing=(0.6, 1.0), room=("club", "room", "booth"))
    s.until(45, "head solo", head=s.pick(*TUNES), solo=s.pick(*TUNES))
    _rhythm_section(s)
    _solo(s)
    if s.chance(0.4):
        lines.melody(s, s.part("tenor-sax", "trombone", "trumpet", level=-1), 50, 70, "head", 1.2, 0.15)


@style("Jazz", like="Classical")
def piano_trio(s: Song) -> None:
    """Piano in front: single lines, block chords, left-hand shells; bass and brushes."""
    s.set((96, 210), ("major", "dorian"), keys="F Bb Eb C Ab", swing=(0.5, 1.0), room=("club", "room", "hall"))
    s.until(45, "head solo", head=s.pick(*TUNES), solo=s.pick(*TUNES, *JAZZ_BLUES))
    _rhythm_section(s, keys=False, drums=s.pick("brushes", "swing", "swing-fast"))
    right = s.part("piano", "piano", "bright-piano", level=1, pan=-0.1)
    lines.melody(s, right, 62, 91, None, s.between(1.6, 2.6), 0.2, form="ABCD", graces=0.15, ahead=0.2, pull=0.75)
    comping.comp(s, s.part(right.voice, level=-3, pan=0.1), s.pick(*COMPS), 53, 3, loud=70)
    if s.chance(0.3):
        comping.comp(s, right, "x.xx.xx.", 70, 5, "head")


@style("Jazz", like="Classical")
def solo_piano(s: Song) -> None:
    """Alone, out of tempo or in stride: rich chords, a tune in the middle of them."""
    s.set((62, 140), ("major", "lydian"), rubato=s.pick(0.03, 0.14), swing=s.pick(0.0, 0.7), room=("room", "hall", "club"))
    s.until(45, "a b", a=s.pick(*TUNES), b=s.pick(*TUNES))
    left = s.part("piano", "piano", "electric-grand", "bright-piano", level=-2, pan=-0.1)
    right = s.part(left.voice, level=1, pan=0.1)
    if s.chance(0.4):
        bass.pattern(s, left, "R.5.", 33, gate=0.6)
        comping.comp(s, left, ".x.x", 55, 3, gate=0.5)
    else:
        comping.comp(s, left, s.pick("x-------", "x---x-x-"), 52, 4, strum=s.pick(0.0, 0.04))
    lines.melody(s, right, 64, 91, None, s.between(1.0, 2.4), 0.15, graces=0.15, pull=0.8)
    comping.comp(s, right, s.pick("....x---", "x-------"), 66, 3, loud=66)


@style("Jazz", like="Pop")
def vocal_standard(s: Song) -> None:
    """A singer with a trio or a small string section, late and close to the microphone."""
    s.set((66, 160), "major", keys="F Bb Eb Ab", swing=(0.5, 1.0), room=("club", "hall", "plate"))
    s.until(45, "a a b a", a=s.pick(*TUNES), b=s.pick(*TUNES))
    _rhythm_section(s, two=0.5)
    players.sing(s, None, density=1.0, bends=0.3, ahead=0.3, level=2)
    if s.chance(0.4):
        comping.pad(s, s.part("strings", "slow-strings", "~section", level=-5), 64, 4)
    if s.chance(0.4):
        _solo(s, "b", -1)


@style("Jazz", like="Disco")
def big_band(s: Song) -> None:
    """Sections of saxes, trumpets and trombones throw riffs at each other over a shouting drummer."""
    s.set((120, 200), ("major", "mixolydian"), keys="F Bb Eb Db", swing=(0.7, 1.0), room=("hall", "club", "room"))
    s.until(45, "head shout solo", head=s.pick(*TUNES, *JAZZ_BLUES), shout=s.pick(*JAZZ_BLUES, *TUNES), solo=s.pick(*TUNES))
    _rhythm_section(s, drums=s.pick("swing", "swing-fast"))
    saxes = [s.part(v, level=-1, pan=-0.4) for v in ("alto-sax", "tenor-sax", "tenor-sax", "baritone-sax")]
    brass = [s.part(v, level=-1, pan=0.4) for v in ("trumpet", "trumpet", "trombone", "trombone")]
    comping.stabs(s, saxes, s.pick("x--sx---|..s.s...", "ss.s..x-", "x-xsx-s."), 58, ("head", "shout"))
    comping.stabs(s, brass, s.pick("...s...s|.s......", "......sX|........", "s..s....|....ss.s"), 66, ("head", "shout", "solo"), loud=112)
    tune = lines.melody(s, saxes[0], 62, 82, "head", 1.6, 0.15, ahead=0.2)
    lines.harmonise(s, saxes[1], tune, -2, scale="major")
    _solo(s, "solo", 1)


@style("Jazz", like="Blues")
def bebop(s: Song) -> None:
    """Too fast for dancing: eighth-note lines that outline every chord."""
    s.set((208, 290), ("bebop", "major"), keys="F Bb Eb C", swing=(0.3, 0.7), room=("club", "booth", "room"))
    s.until(40, "head solo solo", head=s.pick(*JAZZ_BLUES, *TUNES), solo=s.pick(*TUNES, *JAZZ_BLUES))
    s.master.append("old")
    _rhythm_section(s, drums="swing-fast", two=0)
    horn = s.part("alto-sax", "tenor-sax", "trumpet", "piano", "jazz-guitar", "clarinet", level=1, loose=0.012)
    lines.runs(s, horn, 56, 82, None, 0.5, gap=0.45)
    if s.chance(0.4):
        lines.double(s.part("trumpet", "tenor-sax", level=0), [note for note in horn.notes if note.start < s.sections[0].end], s.pick(0, -12))


@style("Jazz", like="R&B")
def cool_ballad(s: Song) -> None:
    """Slow, breathy, brushes like rain."""
    s.set((52, 80), ("major", "lydian", "minor"), keys="Eb Db F Ab", swing=(0.4, 0.9), rubato=0.04, room=("club", "hall", "plate"))
    s.until(50, "a b", a=s.pick(*TUNES), b=s.pick(*TUNES))
    _rhythm_section(s, drums="brushes", two=1.0)
    lead = s.part("tenor-sax", "muted-trumpet", "trumpet", "alto-sax", "vibraphone", "flute", level=2, late=0.03, loose=0.03, send=-8)
    lines.legato(lines.melody(s, lead, 55, 77, None, 0.9, 0.2, bends=0.35, graces=0.1, pull=0.8))
    if s.chance(0.4):
        comping.pad(s, s.part("strings", "slow-strings", level=-6), 62, 4)


@style("Jazz", like="Latin")
def bossa(s: Song) -> None:
    """Nylon guitar in syncopated chords, cross-stick, a cool flute, sax or voice."""
    s.set((112, 152), ("major", "dorian"), keys="D F C A G", room=("room", "plate", "booth"))
    s.until(45, "a a b a", a=s.pick(*TUNES), b=s.pick(*TUNES))
    groove.drums(s, s.part("kit:jazz", "kit:brush", "kit:standard", level=-4), "bossa", fills=0, loud=76, crash=False)
    bass.pattern(s, s.part("upright", "finger-bass", "~string-bass", level=-1), "R--5R--5", 30)
    comping.comp(s, s.part("nylon", "~nylon-guitar", "jazz-guitar", level=-1), s.pick("x-x-.x-x|.x-x-.x-", "x--x--x-|..x--x--", "s.s..s.s"), 60, 4)
    if s.chance(0.4):
        players.sing(s, None, density=1.1, ahead=0.35, bends=0.1)
    else:
        _solo(s, None, 1, 1.5)


@style("Jazz", like="R&B")
def fusion(s: Song) -> None:
    """Electric piano, slap or fretless bass, busy sixteenths on the drums, a synthesizer or guitar solo."""
    s.set((92, 132), ("dorian", "mixolydian", "lydian"), swing=s.pick(0.0, 0.3), unit=0.5, room=("dry", "plate", "room"))
    s.until(45, "a a b a", a=s.pick("im9 | im9 | IV13 | IV13", "im7 | bIIImaj7 | IV9 | bVII13", "Imaj9 | bVIImaj9 | Imaj9 | bIIImaj9", *TUNES), b=s.pick(*TUNES, *MODAL))
    groove.drums(s, s.part("kit:standard", "kit:room", "kit:power", level=-1), s.pick("funk", "rock-busy", {"kick": "x..x..x...x..x..", "snare": "....X..g.g..X.g.", "ride": "x.xxx.xxx.xxx.xx"}), fills=4)
    bass.pattern(s, s.part("slap-bass", "fretless", "finger-bass", "~electric-bass", level=0), s.pick("R..R.8..R.5.7.8.", "R.x.R.8.x.7.5.x.", "R--R.-5-..7-8-x."), 28)
    comping.comp(s, s.part("rhodes", "~fm-piano", "clavinet", "dx-piano", level=-2, fx=s.pick(("chorus",), ("wah:phase",), ())), s.pick("x--s..x-..s.x---", "s..s..s...s..s.."), 60, 4)
    if s.chance(0.5):
        lines.melody(s, s.part("~saw-lead", "saw-lead", "soprano-sax", "alto-sax", level=1, fx=("delay:250",)), 60, 86, None, 2.4, 0.25, bends=0.25, ahead=0.2)
    else:
        lines.melody(s, players.guitar(s, s.pick("lead", "edge", "clean"), 1, extra=("delay:250",)), 58, 84, None, 2.4, 0.25, bends=0.25)


@style("Jazz", like="World")
def modal(s: Song) -> None:
    """One scale for eight bars, fourths in the left hand, a drummer in waves of triplets."""
    s.set((120, 220), ("dorian", "phrygian", "mixolydian"), beats=s.pick(4.0, 3.0), swing=(0.6, 1.0), room=("club", "room", "hall"))
    s.until(50, "a b", a=s.pick(*MODAL), b=s.pick(*MODAL))
    _rhythm_section(s, drums=s.pick("swing", {"ride": "x.xx.xx.xx.x" if s.beats == 4 else "x.xx.xx.x", "snare": "..g..o.g...o" if s.beats == 4 else "..g.o...g", "kick": "o....o..o..." if s.beats == 4 else "o....o..."}), walk=s.chance(0.6))
    if len(s.parts[0].notes) == 0:
        bass.pattern(s, s.parts[0], s.pick("R--5--8-", "R-5-8-7-") if s.beats == 4 else "R-5-8-", 28)
    _solo(s, None, 1, 2.4, scale=s.scale)


@style("Jazz", like="Folk")
def gypsy_swing(s: Song) -> None:
    """Two guitars chop on every beat, violin, clarinet or a third guitar races above: no drums at all."""
    s.set((168, 248), ("minor", "harmonic-minor", "major"), keys="G D A C", swing=(0.3, 0.8), room=("room", "booth", "club"))
    s.master.append("old")
    s.until(42, "a a b a", a=s.pick("im6 | im6 | V7 | V7 | V7 | V7 | im6 | im6", "I6 | I6 | VI7 | VI7 | II7 | V7 | I6 | V7"), b="iv7 | iv7 | im6 | im6 | II7 | II7 | V7 | V7")
    for pan in (-0.4, 0.4)[: s.pick(1, 2)]:
        comping.comp(s, s.part("steel", "~steel-guitar", "~nylon-guitar", "jazz-guitar", level=-2, pan=pan), s.pick("sXsX", "sssX"), 57, 4, strum=0.04)
    bass.pattern(s, s.part("upright", "~string-bass", level=-1), s.pick("R.5.", "R-5-"), 30)
    lead = s.part("violin", "clarinet", "~steel-guitar", "steel", "fiddle", "accordion", level=1)
    if s.chance(0.5):
        lines.runs(s, lead, 60, 86, None, 0.5, gap=0.35)
    else:
        lines.melody(s, lead, 60, 86, None, 2.0, 0.2, bends=0.15, graces=0.2)


@style("Jazz", like="Country")
def dixieland(s: Song) -> None:
    """Cornet, clarinet and trombone all at once over banjo and tuba."""
    s.set((160, 232), ("major", "major-blues"), keys="F Bb Eb C", swing=(0.5, 0.9), room=("room", "booth", "outdoors"))
    s.master.append("old")
    s.until(42, "a b", a="I | I | V7 | V7 | V7 | V7 | I | I", b=s.pick("I | I7 | IV | iv | I VI7 | II7 V7 | I | V7", "III7 | III7 | VI7 | VI7 | II7 | V7 | I | V7"))
    lines.melody(s, s.part("trumpet", level=1), 58, 77, None, 1.5, 0.12, graces=0.1)
    lines.melody(s, s.part("clarinet", "soprano-sax", level=-1), 65, 89, None, 2.4, 0.15)
    lines.melody(s, s.part("trombone", level=-1), 43, 62, None, 0.9, 0.15, bends=0.5)
    comping.comp(s, s.part("banjo", "~banjo", "piano", level=-3), "xXxX", 60, 4, strum=0.03)
    bass.pattern(s, s.part("tuba", "upright", level=-1), "R.5.", 30)
    groove.drums(s, s.part("kit:standard", "kit:jazz", level=-4), s.pick("two-step", {"kick": "x...x...", "snare": "..xx..xx", "woodblock": "x.x.x.xx"}), fills=8, crash=False)


@style("Jazz", like="R&B")
def organ_groove(s: Song) -> None:
    """Drawbars with a percussive attack, guitar chops, a boogaloo or shuffle on the drums."""
    s.set((104, 168), ("mixolydian", "blues", "dorian"), keys="F C Bb G", swing=s.pick(0.0, 0.9), room=("club", "room"))
    s.until(42, "a b", a=s.pick(*JAZZ_BLUES, "I7 | I7 | IV9 | I7"), b=s.pick(*JAZZ_BLUES, *TUNES))
    groove.drums(s, s.part("kit:jazz", "kit:standard", level=-2), s.pick("swing", "shuffle-ride") if s.time.swing else s.pick("funk", "rock-busy"), fills=8)
    low = s.part("drawbar", "~organ", "finger-bass", "upright", level=-1)
    bass.walking(s, low, 30, 50) if s.time.swing else bass.pattern(s, low, "R..R..8.R..5..7.", 30)
    organ = s.part("perc-organ", "drawbar", "~organ", "~soft-organ", level=1, fx=("leslie",))
    lines.melody(s, organ, 60, 86, None, 2.0, 0.25, graces=0.15, scale=s.pick("blues", "mixolydian"))
    comping.comp(s, s.part("jazz-guitar", "clean-guitar", level=-4), s.pick("..s...s.", ".s.s.s.s", "x--s..x-"), 62, 3)
    if s.chance(0.4):
        lines.melody(s, s.part("tenor-sax", level=0), 52, 74, "b", 1.8, 0.25, bends=0.25)


@style("Jazz", like="Electronic")
def nocturne_free(s: Song) -> None:
    """Hardly any pulse: single notes, long silences, cymbals, bowed bass; northern rooms."""
    s.set((48, 84), ("lydian", "dorian", "whole-tone", "octatonic"), rubato=0.15, room=("hall", "church", "plate"))
    s.until(55, "a b", a="Imaj7 | bIIImaj7 | IVmaj7 | ivm9" if s.scale == "lydian" else "im9 | bVImaj7 | ivm9 | bIImaj7", b=s.pick(*MODAL))
    comping.comp(s, s.part("piano", "rhodes", "jazz-guitar", "vibraphone", level=-1, send=-7), s.pick("x-------|....x---", "x-----x-|--------"), 60, 5, strum=0.06, drop=0.15)
    lines.melody(s, s.part("trumpet", "soprano-sax", "muted-trumpet", "clarinet", "piano", "tenor-sax", level=1, send=-5, loose=0.03), 56, 80, None, 0.9, 0.45, bends=0.2)
    lines.melody(s, s.part("upright", "contrabass", "~string-bass", level=-1), 30, 52, None, 0.6, 0.3)
    cymbals = s.part("kit:jazz", "kit:brush", level=-5, send=-6)
    for bar in s.bars():
        for _ in range(s.rng.randint(1, 5)):
            cymbals.add(bar.start + s.between(0, bar.beats), 1, s.pick(51, 51, 53, 49, 38, 44), s.rng.randint(25, 75))
