"""Jazz before, beside and after the club quintet: rags, churchy hard bop, waltzes and fives, chamber groups, singers in close harmony.

What keeps it jazz is harmony in sevenths that moves by fifths or steps, a line that somebody invents over it, and a pulse that leans on two and four
even where no drummer marks it.
"""

from __future__ import annotations

import bass
import comping
import groove
import lines
from score import Part
from song import Song, Where, style
from theory import JAZZ_BLUES, MINOR_BLUES

STANDARDS = (
    "Imaj7 | vi7 | ii7 | V7 | Imaj7 I7 | IVmaj7 iv7 | iii7 VI7 | ii7 V7", "ii7 | V7 | Imaj7 | IVmaj7 | viiø | III7 | vi7 | VI7",
    "Imaj7 | Imaj7 | v7 | I7 | IVmaj7 | bVII7 | iii7 VI7 | ii7 V7",
    "I6 | bIII°7 | ii7 | V7 | I6 | I7 | II7 | V7", "im7 | VI7 | iiø | V7b9 | im7 | iv7 | iiø V7 | im6",
)
MINOR_TUNES = ("im7 | im7 | ivm7 | V7 | im7 | bVImaj7 | iiø | V7alt", "im7 | bVII7 | bVImaj7 | V7", "im9 | ivm9 | bVII13 | bIIImaj7 | iiø | V7b9 | im7 | V7")
RAG = ("I | I | VI7 | VI7 | II7 | V7 | I | V7", "I | I/3 | IV | #iv°7 | I/5 | VI7 | II7 V7 | I", "I | V7 | V7 | I | I7 | IV iv | I/5 V7 | I", "vi | vi | III7 | vi | II7 | II7 | V7 | V7")
LOW = frozenset({"trombone", "baritone-sax", "cello", "bassoon"})


def _improvise(s: Song, *voices: str, where: Where = None, density: float = 2.0, level: float = 1.0, bends: float = 0.1) -> Part:
    """A line that follows the chords, breathes, and does not repeat itself."""
    player = s.part(*voices, level=level, loose=0.018, late=0.01)
    low = 44 if player.voice in LOW else 57
    lines.melody(s, player, low, low + 24, where, density * s.between(0.8, 1.2), 0.28, form=s.pick("ABCD", "ABCB", "ABAC"), bends=bends, graces=0.12, ahead=0.25, pull=0.8, leap=0.25)
    return player


@style("Jazz", like="Classical")
def ragtime(s: Song) -> None:
    """Strains of sixteen bars, each twice: an even left hand in leaps, a right hand in straight syncopated sixteenths; piano, banjo or a parlour band."""
    s.set((78, 112), "major", keys="Eb Ab C F Bb", beats=2.0, room=("booth", "room", "hall"))
    if s.chance(0.5):
        s.master.append("old")
    s.until(42, "a a b b a c c", **{name: s.pick(*RAG) for name in "abc"})
    left = s.part("piano", "honky-tonk", "bright-piano", "tuba", "~steel-guitar", level=-1, pan=-0.1)
    bass.pattern(s, left, s.pick("R.5.", "R.8.", "R.5.R.3."), 34, gate=0.7)
    comping.comp(s, left if "piano" in left.voice or left.voice == "honky-tonk" else s.part("banjo", "~banjo", "piano", level=-3), ".x.x", 57, 3, gate=0.6)
    right = s.part(left.voice if left.voice not in ("tuba", "~steel-guitar") else s.pick("clarinet", "violin", "flute", "~mandolin", "banjo", "xylophone"), level=1, pan=0.1)
    figure = s.pick("x.xx.xx.", ".xx.xx.x", "x.xx.x.x", "xx.x.xx.")
    comping.arpeggio(s, right, 0.25, 67, 2, s.pick("20312031", "31203120", "02312031"), ("a", "c"), rests=figure)
    lines.melody(s, right, 67, 88, "b", 2.6, 0.08, graces=0.15, triplets=False, ahead=0.2)
    if s.chance(0.5):
        for note in list(right.notes):
            if abs(note.start - round(note.start)) < 1e-6:
                right.add(note.start, note.length, note.pitch + 12, note.velocity * 0.85)


@style("Jazz", like="Blues")
def hard_bop(s: Song) -> None:
    """Two horns state a riff in fourths, the piano answers amen, the drummer presses his rolls; then everyone takes choruses."""
    s.set((112, 184), ("dorian", "minor", "mixolydian"), keys="F Bb C Eb G", swing=(0.6, 1.0), room=("club", "room", "booth"))
    s.until(44, "head solo solo", head=s.pick(*MINOR_BLUES, JAZZ_BLUES[0], MINOR_TUNES[0]), solo=s.pick(*MINOR_BLUES, JAZZ_BLUES[0], MINOR_TUNES[0]))
    groove.drums(s, s.part("kit:jazz", "kit:standard", level=-2), s.pick({"ride": "x..x.xx..x.x", "pedal": "...x.....x..", "snare": "..g..o.g...X", "kick": "o..o..o..o.."},
                                                                         "shuffle-ride", "swing"), fills=4, loud=92, human=0.14)
    bass.walking(s, s.part("upright", "~string-bass", level=0))
    comping.comp(s, s.part("piano", "piano", "rhodes", "drawbar", level=-3), s.pick("..s.s...|...s..x-", "....s.s.|..x---..", "x-.s....|.s..x---"), 60, 4, drop=0.1, loud=82)
    tune = lines.melody(s, s.part("trumpet", "alto-sax", "muted-trumpet", "flute", level=1), 60, 79, "head", 1.7, 0.25, form="AABA", ahead=0.3)
    lines.harmonise(s, s.part("tenor-sax", "trombone", "tenor-sax", level=0), tune, s.pick(-3, -3, -2))
    _improvise(s, "trumpet", "tenor-sax", "alto-sax", "trombone", "piano", "vibraphone", where="solo", bends=0.15)


@style("Jazz", like="Folk")
def jazz_waltz(s: Song) -> None:
    """Three to the bar with a skip on the third: vibraphone, flute, guitar or piano, light feet."""
    s.set((116, 184), ("major", "dorian", "lydian"), keys="F C G Bb D", beats=3.0, swing=(0.6, 1.0), room=("room", "club", "hall"))
    s.until(44, "a a b a", a=s.pick(*STANDARDS, *MINOR_TUNES), b=s.pick(*STANDARDS))
    if s.chance(0.75):
        groove.drums(s, s.part("kit:brush", "kit:jazz", level=-4), s.pick({"ride": "x..x.xx.x", "pedal": "...x.....", "kick": "o......o."},
                                                                          {"snare": "o..o.oo.o", "pedal": "......x..", "kick": "g........"}), fills=8, loud=80, human=0.14, crash=False)
    bass.pattern(s, s.part("upright", "~string-bass", "fretless", level=0), s.pick("R-----", "R---5-", "R-3-5-", "R--5--"), 30)
    comping.comp(s, s.part("piano", "jazz-guitar", "rhodes", "vibraphone", "nylon", "accordion", level=-3), s.pick("..x-x-", ".x---.|..x---", "x--x--", "...x-s"), 60, 4, drop=0.1, loud=74)
    _improvise(s, "vibraphone", "flute", "soprano-sax", "piano", "jazz-guitar", "tenor-sax", "violin", "harmonica", density=1.6)


@style("Jazz", like="Classical")
def chamber_jazz(s: Song) -> None:
    """A quartet in evening dress: two lines in canon or in contrary motion, a walking cello or bass, no drums, the beat felt in the tailcoat."""
    s.set((96, 168), ("major", "dorian", "minor"), keys="F Bb D G", swing=(0.4, 0.9), room=("hall", "room", "club"))
    s.until(44, "a b a", a=s.pick(*STANDARDS), b=s.pick(*STANDARDS, *MINOR_TUNES))
    low = s.part("upright", "cello", "~string-bass", "bassoon", "baritone-sax", level=-1)
    bass.walking(s, low, *((36, 57) if low.voice in ("cello", "bassoon") else (28, 52)))
    one = s.part("vibraphone", "clarinet", "flute", "alto-sax", "violin", "oboe", level=0, pan=-0.4)
    tune = lines.melody(s, one, 62, 84, None, 1.6, 0.2, form="ABAC", pull=0.8, ahead=0.15)
    two = s.part("piano", "jazz-guitar", "muted-trumpet", "clarinet", "viola", "horn", level=-1, pan=0.4)
    if s.chance(0.5):
        lines.double(two, tune, s.pick(0, -12, -5), s.pick(4.0, 8.0), 0.85)
    else:
        lines.melody(s, two, 50, 70, None, 1.3, 0.25, form="ABAC", pull=0.85)
    if s.chance(0.5):
        comping.pad(s, s.part("slow-strings", "clarinet", "horn", "rhodes", level=-7), 58, 3, "b")


@style("Jazz", like="Classical")
def free_jazz(s: Song) -> None:
    """No chords to follow: everybody talks at once, lines leap and overblow, the drums are a weather; now and then a scrap of a tune together."""
    s.set((100, 200), ("octatonic", "whole-tone", "dorian", "chromatic"), rubato=0.1, room=("room", "club", "hall"))
    s.until(44, "tune storm storm", tune="im7 | im7 | bIIm7 | im7", storm="im7 | #iv°7 | bIIm7 | ivm7 | im7 | bIII+ | bII7 | im7")
    voices = s.rng.sample(("tenor-sax", "alto-sax", "trumpet", "trombone", "clarinet", "soprano-sax", "flute", "violin", "baritone-sax", "piano"), s.pick(2, 3))
    shared: list = []
    for number, voice in enumerate(voices):
        player = s.part(voice, level=1 - number, pan=(-0.5, 0.4, 0.1)[number], loose=0.04)
        low = 42 if voice in LOW else 56
        if number == 0:
            shared = lines.melody(s, player, low, low + 22, "tune", 1.1, 0.3, form="AABA", leap=0.4, bends=0.3)
        else:
            lines.double(player, shared, s.pick(0, 12, -12) if low == 56 else -12)
        lines.melody(s, player, low, low + 34, "storm", s.between(1.8, 3.6), 0.35, form="ABCD", pull=0.1, leap=0.6, bends=0.35, graces=0.2,
                     scale=s.pick("chromatic", "octatonic", "whole-tone"))
    low_part = s.part("upright", "contrabass", "~string-bass", "cello", level=0)
    lines.melody(s, low_part, 29, 55, None, s.between(1.2, 2.6), 0.15, form="ABCD", pull=0.2, leap=0.4)
    drums = s.part("kit:jazz", "kit:standard", "kit:brush", level=-2)
    for bar in s.bars("storm"):
        busy = s.rng.randint(6, 22)
        for _ in range(busy):
            drums.add(bar.start + s.between(0, bar.beats), 0.3, groove.DRUMS[s.pick("ride", "ride", "snare", "snare", "tom2", "tom4", "kick", "crash", "pedal", "bell")],
                      s.rng.randint(30, 112))


@style("Jazz", like="World")
def odd_meter(s: Song) -> None:
    """Five or seven in a cool suit: the piano repeats a lopsided vamp, an alto floats over it, the drummer keeps the sum right."""
    beats = s.pick(5.0, 5.0, 3.5, 4.5)
    s.set((138, 190) if beats == 5 else (124, 168), ("dorian", "minor", "mixolydian"), keys="Eb F D G Bb", beats=beats, swing=(0.5, 0.9) if beats == 5 else 0.0,
          room=("club", "room", "hall"))
    s.until(44, "vamp head vamp solo", vamp="im7 | im7 | im7 | im7", head="im7 v7 | im7 v7 | bVImaj7 | iiø V7", solo=s.pick("im7 v7 | im7 v7", "im7 | ivm7 | bVImaj7 | V7"))
    rows = {5.0: ("x-.x-.x-x-", "R-----5-R-", {"ride": "x.x.xx.x.x", "pedal": "..x...x.x.", "kick": "o.....x..."}),
            3.5: ("x..x.x-", "R-.5.R-", {"ride": "x.xx.xx", "rim": "..x.x..", "kick": "x..x..."}),
            4.5: ("x.x.x.x--", "R-5-R-5-8", {"ride": "x.x.x.xxx", "rim": "..x...x..", "kick": "x...x...."})}[beats]
    comping.comp(s, s.part("piano", "rhodes", "jazz-guitar", "vibraphone", "harpsichord", level=-2), rows[0], 58, 4, gate=0.7)
    bass.pattern(s, s.part("upright", "~string-bass", "finger-bass", level=0), rows[1], 28)
    groove.drums(s, s.part("kit:jazz", "kit:brush", "kit:standard", level=-3), rows[2], fills=8, loud=82, human=0.12, crash=False)
    _improvise(s, "alto-sax", "alto-sax", "soprano-sax", "flute", "clarinet", "trumpet", "piano", where=("head", "solo"), density=1.5)


@style("Jazz", like="Folk")
def guitar_duo(s: Song) -> None:
    """Two people in a small room: a guitar walks its bass and plucks chords between, the other one (or a horn, or a bow) improvises."""
    s.set((92, 172), ("major", "dorian"), keys="G C F D A", swing=(0.5, 0.9), room=("booth", "room", "dry", "club"))
    s.until(42, "a a b a", a=s.pick(*STANDARDS), b=s.pick(*STANDARDS, *MINOR_TUNES))
    one = s.part("jazz-guitar", "nylon", "~nylon-guitar", "~steel-guitar", "steel", "~electric-dark", level=0, pan=-0.3)
    bass.walking(s, one, 38, 57, two=0.3)
    comping.comp(s, one, s.pick(".s.s", "...s.s..", ".s..|..s.s...", "..x-..s."), 62, 3, gate=0.6, loud=76)
    two = _improvise(s, "jazz-guitar", "~steel-guitar", "nylon", "clarinet", "flute", "tenor-sax", "violin", "harmonica", "trombone", density=2.2)
    two.pan = 0.3
    if s.chance(0.3):
        bass.walking(s, s.part("upright", "~string-bass", level=-2))


@style("Jazz", like="Pop")
def vocal_quartet(s: Song) -> None:
    """Four singers in close sixths and sevenths, moving as one mouth; scat in eighths; a bass and brushes, or nothing at all."""
    s.set((92, 184), "major", keys="F Bb Eb Ab C", swing=(0.5, 1.0), room=("plate", "hall", "room", "booth"))
    s.until(42, "a a b a", a=s.pick(*STANDARDS), b=s.pick(*STANDARDS))
    top = s.part("~vocal", "~vocal-duo", "oohs", "~backing", level=1, pan=-0.2, loose=0.012)
    tune = lines.melody(s, top, 62, 79, None, s.pick(1.3, 2.0), 0.2, form="AABA", ahead=0.35, pull=0.85, bends=0.12, syllables=("du", "ba", "do", "wa", "da", "be", "du", "wi"))
    for steps, pan in ((-1, 0.2), (-3, -0.5), (-5, 0.5)):
        lines.harmonise(s, s.part(top.voice, "~vocal", level=-2, pan=pan, loose=0.014), tune, steps, scale="major")
    if s.chance(0.75):
        bass.walking(s, s.part("upright", "~string-bass", "~vocal-low", level=-1), two=0.3)
    if s.chance(0.55):
        groove.drums(s, s.part("kit:brush", "kit:jazz", level=-5), s.pick("brushes", "swing"), fills=0, loud=76, crash=False)
        comping.comp(s, s.part("piano", "jazz-guitar", level=-5), s.pick(".s.s", "..s...s.", "...s.s.."), 58, 4, drop=0.15, loud=70)
