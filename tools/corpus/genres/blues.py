"""Blues: twelve bars, dominant sevenths on every degree, a singer or a guitar that asks and another that answers.

The hard cases are Rock (straight eighths, riffs without the form), Jazz (richer chords, walking under horns), R&B (soul's horns and organ), Country and Folk (ragtime
guitar). Under all styles here lie the flat third and seventh against major chords, and phrases of two bars that leave two bars for the answer.
"""

from __future__ import annotations

import bass
import comping
import groove
import lines
import players
from score import Note, Part
from song import Song, style
from theory import JAZZ_BLUES, MINOR_BLUES, TWELVE_BAR

EIGHT = ("I7 | V7 | IV7 | IV7 | I7 | V7 | I7 IV7 | I7 V7", "I7 | I7 | IV7 | IV7 | I7 | V7 | I7 | V7")


def _lead(s: Song, part: Part, low: int = 60, where: str | None = None, density: float = 1.5, rest: float = 0.3) -> list[Note]:
    """Call twice, answer once: AAB over four bars each, bent into pitch."""
    return lines.melody(s, part, low, low + 22, where, density, rest, form="AAB", unit=4, pull=0.45, bends=0.5, graces=0.12, ahead=0.15, scale=s.pick("blues", "blues", "minor-pentatonic", "major-blues"))


def _shuffle_guitar(s: Song, part: Part, low: int = 40) -> None:
    """Root and fifth, root and sixth, in shuffled eighths."""
    turn = s.pick((7, 7, 9, 9, 7, 7, 9, 9), (7, 7, 9, 9, 10, 10, 9, 9))
    for bar in s.bars():
        for eighth in range(int(bar.beats * 2)):
            at = bar.start + eighth / 2
            root = low + (s.piece().chord_at(at).root - low) % 12
            part.add(at, 0.42, root, 94 if eighth % 2 == 0 else 80)
            part.add(at, 0.42, root + turn[eighth % 8], 88 if eighth % 2 == 0 else 74)


def _turnaround(s: Song, part: Part, low: int = 52) -> None:
    """A chromatic descent in the form's last two bars."""
    for bar in s.bars():
        if bar.index % 12 == 10:
            root = low + (s.tonic - low) % 12
            for place, down in enumerate((10, 9, 8, 7)):
                part.add(bar.start + place * 0.5, 0.5, root + down, 88)
                part.add(bar.start + place * 0.5, 0.5, root + 12, 80)


@style("Blues", like="Rock")
def chicago_shuffle(s: Song) -> None:
    """An electric band in a bar: shuffled low strings, harmonica or guitar over them, piano in the cracks."""
    s.set((104, 138), "blues", keys="E A G C", swing=(0.8, 1.05), room=("club", "room"))
    s.until(45, "verse", verse=s.pick(*TWELVE_BAR))
    groove.drums(s, s.part("kit:standard", "kit:room", level=0), s.pick("shuffle", "shuffle-ride"), fills=4)
    bass.pattern(s, s.part("finger-bass", "pick-bass", "upright", level=-1), s.pick("R-R-3-5-6-5-3-5-", "R-3-5-6-8-6-5-3-", "R-r-5-r-6-r-5-r-"))
    _shuffle_guitar(s, players.guitar(s, s.pick("edge", "crunch", "clean"), -3))
    _lead(s, s.part("harmonica", "overdriven", "~electric-guitar", "harmonica", level=1, fx=("amp:edge", "delay:120")), 62)
    if s.chance(0.6):
        comping.comp(s, s.part("piano", "honky-tonk", level=-5), "..x...x...x.x...", 64, 4, drop=0.3)
    if s.chance(0.6):
        players.sing(s, None, low=52, density=1.2, rest=0.35, bends=0.5, scale="blues", form="AAB", pull=0.4, fx=s.pick((), ("drive:2",)))


@style("Blues", like="R&B")
def slow_blues(s: Song) -> None:
    """Twelve-eight at a walk: organ beneath, a guitar that weeps."""
    s.set((54, 74), "blues", keys="A C G Bb", swing=(0.9, 1.0), room=("club", "room", "hall", "plate"))
    s.until(50, "verse", verse=s.pick(*TWELVE_BAR, *MINOR_BLUES))
    groove.drums(s, s.part("kit:standard", "kit:jazz", "kit:room"), "slow-12/8", fills=4, loud=90)
    bass.pattern(s, s.part("finger-bass", "upright", "~electric-bass"), s.pick("R--R5-8-----", "R-RR-R5-58-6", "R--3--5--6--"))
    comping.pad(s, s.part("drawbar", "rock-organ", "~organ", "~soft-organ", level=-3, fx=("leslie",)), 58, 4)
    comping.comp(s, s.part("piano", "clean-guitar", "rhodes", level=-5), s.pick("..xx...xx..x", "x--.x-.x-.x-"), 66, 3, drop=0.25)
    _lead(s, players.guitar(s, s.pick("crunch", "lead", "edge"), 2, extra=("delay:380",)), 60, None, 1.8, 0.35)
    if s.chance(0.5):
        players.sing(s, None, low=52, density=1.2, rest=0.35, bends=0.6, scale="blues", form="AAB", pull=0.4)


@style("Blues", like="Folk")
def delta(s: Song) -> None:
    """One man, one guitar, a thumb like a metronome, a bottleneck: the form bends to the singer."""
    s.set((76, 128), "blues", keys="E A G D", swing=(0.5, 1.0), rubato=0.04, room=("booth", "room", "dry", "outdoors"))
    s.master.append("old")
    s.until(42, "verse", verse=s.pick(*TWELVE_BAR, *EIGHT, "I7 | I7 | I7 | I7"))
    thumb = s.part("steel", "~steel-guitar", "~steel-guitar", level=0, pan=0.0)
    bass.pattern(s, thumb, s.pick("RRRR", "R-8-R-8-", "R5R5"), 40, gate=0.6)
    slide = s.part(thumb.voice, "~electric-guitar", "steel", level=0, pan=0.0, fx=s.pick((), ("amp:edge",)))
    for note in _lead(s, slide, 57, None, 1.4, 0.3):
        if note.length > 0.4 and s.chance(0.6):
            note.bend = ((0.0, s.pick(-3.0, -2.0, -5.0)), (0.25, 0.0))
    _turnaround(s, thumb)
    if s.chance(0.75):
        players.sing(s, None, low=50, density=1.3, rest=0.3, bends=0.6, scale="minor-pentatonic", form="AAB", pull=0.3)
    if s.chance(0.25):
        lines.melody(s, s.part("harmonica", level=-1), 62, 84, None, 1.2, 0.4, bends=0.5, scale="blues")


@style("Blues", like="Folk")
def piedmont_ragtime(s: Song) -> None:
    """Alternating thumb, syncopated fingers, circle-of-fifths turnarounds."""
    s.set((92, 140), ("major-blues", "major"), keys="C G A E", swing=(0.3, 0.9), room=("booth", "room", "dry"))
    s.master.append("old")
    s.until(42, "verse", verse=s.pick("I | VI7 | II7 | V7 | I | VI7 | II7 V7 | I", "I7 | I7 | IV7 | IV7 | I7 | VI7 | II7 V7 | I7", *EIGHT))
    guitar = s.part("steel", "~steel-guitar", "nylon", level=0, pan=0.0)
    comping.fingerpick(s, guitar, s.pick("B.2.b.1.B.3.b.2.", "p.2.b.13B.3.b.2.", "B.1.b.2.B.31b.2."))
    lines.melody(s, guitar, 62, 81, None, 1.3, 0.25, bends=0.25, graces=0.15, ahead=0.3)
    if s.chance(0.6):
        players.sing(s, None, low=50, density=1.4, rest=0.25, bends=0.3, form="AAB")
    if s.chance(0.25):
        lines.melody(s, s.part("harmonica", "fiddle", level=-1), 62, 84, None, 1.2, 0.35, bends=0.4)


@style("Blues", like="Jazz")
def boogie_piano(s: Song) -> None:
    """Eight to the bar in the left hand, tremolos and riffs in the right."""
    s.set((126, 184), "blues", keys="C G F", swing=(0.4, 1.0), room=("club", "room", "booth"))
    s.master.append("old")
    s.until(40, "verse", verse=s.pick(*TWELVE_BAR))
    left = s.part("piano", "honky-tonk", "bright-piano", level=0, pan=-0.1)
    bass.pattern(s, left, s.pick("R8R8R8R8", "R-3-5-6-7-6-5-3-", "R83856R8", "R3568653"), 36, gate=0.7)
    right = s.part(left.voice, level=0, pan=0.1)
    riff = lines.make_riff(s, 4, 2.0, 12, "blues", 0.2, True)
    lines.play_riff(s, right, riff, 4, 64)
    comping.comp(s, right, s.pick("..x.x...|x.x.x.x.", ".x.x.x.x"), 70, 3, drop=0.3)
    if s.chance(0.5):
        groove.drums(s, s.part("kit:jazz", "kit:standard", "kit:brush", level=-3), "shuffle", fills=8)
        bass.walking(s, s.part("upright", level=-3))


@style("Blues", like="Jazz")
def jump(s: Song) -> None:
    """A small horn section, walking bass, a shouter: dance music of the forties."""
    s.set((132, 196), ("blues", "major-blues"), keys="Bb F C Eb", swing=(0.7, 1.0), room=("club", "hall", "room"))
    s.master.append("old")
    s.until(42, "verse solo", verse=s.pick(*TWELVE_BAR, JAZZ_BLUES[0]), solo=s.pick(*TWELVE_BAR))
    groove.drums(s, s.part("kit:jazz", "kit:standard", level=-2), s.pick("shuffle", "swing", "shuffle-ride"), fills=4)
    bass.walking(s, s.part("upright", "~string-bass", level=-1))
    horns = [s.part(v, level=-2) for v in ("trumpet", "tenor-sax", "baritone-sax")]
    comping.stabs(s, horns, s.pick("..s..s..|x---....", "s.s...s.|........", ".....s.X|s......."), 60)
    _lead(s, s.part("tenor-sax", "alto-sax", "overdriven", level=1), 54, "solo", 2.0, 0.2)
    players.sing(s, "verse", low=52, density=1.5, rest=0.3, bends=0.35, form="AAB", scale="major-blues")
    comping.comp(s, s.part("piano", level=-5), "..x.x.x.", 66, 3, drop=0.2)


@style("Blues", like="Rock")
def blues_rock(s: Song) -> None:
    """A power trio: twelve bars, straight or shuffled, loud; guitar solo for choruses on end."""
    s.set((84, 150), "blues", keys="E A G", swing=s.pick(0.0, 0.9, 1.0), room=("club", "arena", "room"))
    s.until(45, "verse solo", verse=s.pick(*TWELVE_BAR), solo=s.pick(*TWELVE_BAR))
    groove.drums(s, s.part("kit:standard", "kit:room", "kit:power", level=1), "shuffle" if s.time.swing else s.pick("rock", "rock-busy"), fills=4, loud=104)
    riff = lines.make_riff(s, 4, 1.8, 10, "blues", 0.4, bool(s.time.swing))
    lines.play_riff(s, players.guitar(s, s.pick("crunch", "fuzz"), -1, -0.3), riff, 4, 40)
    lines.play_riff(s, s.part("pick-bass", "finger-bass", "~electric-bass", level=-1), riff, 4, 28)
    _lead(s, players.guitar(s, s.pick("lead", "crunch"), 2, 0.2, extra=(s.pick("delay:280", "wah", "tone:air"),)), 60, "solo", 2.2, 0.2)
    players.sing(s, "verse", low=52, density=1.3, rest=0.35, bends=0.5, scale="minor-pentatonic", form="AAB", pull=0.4)


@style("Blues", like="R&B")
def minor_soul_blues(s: Song) -> None:
    """A minor twelve-bar with horns, organ and a tight backbeat."""
    s.set((76, 112), ("minor-pentatonic", "dorian", "blues"), keys="A B C D", swing=s.pick(0.0, 0.6), room=("plate", "club", "room"))
    s.until(45, "verse solo", verse=s.pick(*MINOR_BLUES), solo=s.pick(*MINOR_BLUES))
    groove.drums(s, s.part("kit:standard", "kit:room", level=0), s.pick("funk", "rock-busy", "rock"), fills=4)
    bass.pattern(s, s.part("finger-bass", "~electric-bass", level=0), s.pick("R--R..5-7-..5...", "R-..R-8-..7-5-..", "R-R---5-R-7-8-.."))
    comping.comp(s, s.part("drawbar", "rhodes", "~organ", level=-3, fx=("leslie",)), s.pick("x-------", "..x-..x-"), 62, 4)
    comping.comp(s, players.guitar(s, "clean", -4, 0.5), s.pick("....s.......s...", "..s...s...s...s."), 67, 3)
    if s.chance(0.6):
        comping.stabs(s, [s.part(v, level=-3) for v in ("trumpet", "tenor-sax", "trombone")], s.pick("........|....s.s.", "x---....|........"), 62)
    _lead(s, players.guitar(s, s.pick("edge", "crunch"), 2, extra=("delay:300",)), 60, "solo", 1.8, 0.3)
    players.sing(s, "verse", low=52, density=1.2, rest=0.3, bends=0.5, scale="minor-pentatonic", form="AAB", pull=0.4)


@style("Blues", like="World")
def hill_country_drone(s: Song) -> None:
    """One chord, one hypnotic riff, a stomping foot; the desert cousins are not far away."""
    s.set((88, 136), ("minor-pentatonic", "blues"), keys="G A E", swing=(0.0, 0.8), room=("room", "club", "dry", "outdoors"))
    s.until(45, "verse", verse=s.pick("I7 | I7 | I7 | I7", "I5 | I5 | I5 | bVII5 I5"))
    riff = lines.make_riff(s, s.pick(4, 8), 2.2, 12, "minor-pentatonic", 0.4, bool(s.time.swing))
    for pan in (-0.4, 0.4)[: s.pick(1, 2)]:
        lines.play_riff(s, players.guitar(s, s.pick("edge", "crunch", "clean"), 0, pan), riff, 4 if riff[-1][0] < 4 else 8, s.pick(40, 52), follow=False)
    bass.drone(s, s.part("~steel-guitar", "steel", level=-2), (40 + (s.tonic - 40) % 12,), 1)
    groove.drums(s, s.part("kit:standard", "kit:room", level=-1), s.pick({"kick": "x.x.x.x.", "snare": "..o...o."}, {"kick": "x...x...x...x...", "tambourine": "..x...x...x...x."}, "rock"), fills=0, crash=False)
    if s.chance(0.8):
        players.sing(s, None, low=50, density=1.1, rest=0.35, bends=0.4, scale="minor-pentatonic", form="AAB", pull=0.3)


@style("Blues", like="Country")
def harp_duo(s: Song) -> None:
    """Harmonica and guitar by themselves, chugging like a train."""
    s.set((96, 150), "blues", keys="E A G", swing=(0.7, 1.0), room=("room", "booth", "outdoors"))
    s.until(40, "verse", verse=s.pick(*TWELVE_BAR, *EIGHT))
    _shuffle_guitar(s, s.part("steel", "~steel-guitar", "nylon", "clean-guitar", level=-1))
    harp = s.part("harmonica", "~reed", "harmonica", level=1, fx=s.pick((), ("drive:3",), ("amp:edge",)))
    _lead(s, harp, 60, None, 1.8, 0.2)
    comping.comp(s, harp, s.pick("s.s.s.s.", ".x.x.x.x"), 65, 2, drop=0.6, loud=70)
    if s.chance(0.5):
        players.sing(s, None, low=50, density=1.2, rest=0.4, bends=0.4, scale="blues", form="AAB", pull=0.4)
    if s.chance(0.3):
        groove.drums(s, s.part("kit:brush", "kit:standard", level=-4), {"snare": "o.oX.oo.oX.o", "kick": "x.....x....."}, fills=0, crash=False)


@style("Blues", like="Latin")
def rhumba_blues(s: Song) -> None:
    """Twelve bars over a habanera bass, piano in octaves: the Gulf coast."""
    s.set((104, 140), ("blues", "major-blues"), keys="C F G Bb", room=("club", "room", "plate"))
    s.until(42, "verse solo", verse=s.pick(*TWELVE_BAR), solo=s.pick(*TWELVE_BAR))
    groove.drums(s, s.part("kit:standard", "kit:room", level=0), {"kick": "x.....x.x.......", "rim": "x..x..x...x.x...", "ride": "x.x.x.x.x.x.x.x.", "tom2": "............x.x."}, fills=8)
    bass.pattern(s, s.part("finger-bass", "upright", level=0), "R--5--8-")
    comping.comp(s, s.part("piano", "honky-tonk", level=-1), s.pick("x..x..x.x..x..x.", "..x.x..x..x.x..x"), 66, 4)
    _lead(s, s.part("piano", "tenor-sax", "~electric-guitar", level=1, fx=("amp:edge",)) if s.chance(0.4) else s.part("tenor-sax", "piano", level=1), 58, "solo", 2.0, 0.2)
    players.sing(s, "verse", low=52, density=1.3, rest=0.3, bends=0.35, form="AAB", scale="major-blues")
