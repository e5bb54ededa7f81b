"""Blues away from the electric bar band: parlour piano, organ trio, tent shows, jugs and fiddles, the swamp and Texas.

The form stays: twelve or eight bars, a line sung twice and answered once, thirds and sevenths bent flat against major chords. What changes
is who plays it, and therefore which genre it is taken for.
"""

from __future__ import annotations

import bass
import comping
import groove
import lines
import players
from score import Note, Part
from song import Song, Where, style
from theory import JAZZ_BLUES, TWELVE_BAR

EIGHT = ("I7 | V7 | IV7 | IV7 | I7 | V7 | I7 IV7 | I7 V7", "I7 | I7 | IV7 | #iv°7 | I7 | VI7 | II7 V7 | I7 V7")
RAGGED = ("I | I7 | IV7 | #iv°7 | I | VI7 | II7 V7 | I V7", "I | VI7 | II7 | V7 | I | VI7 | II7 V7 | I")
"""Eight bars that go round the circle of fifths, as on the medicine shows."""


def _lament(s: Song, part: Part, low: int, where: Where = None, density: float = 1.5, rest: float = 0.3, bends: float = 0.5, pull: float = 0.45) -> list[Note]:
    """The line, the line again, the answer: four bars each, of which the last one or two are left to somebody else."""
    return lines.melody(s, part, low, low + 21, where, density, rest, form="AAB", unit=4, pull=pull, bends=bends, graces=0.12, scale=s.pick("blues", "minor-pentatonic", "major-blues"))


def _answers(s: Song, part: Part, low: int, where: Where = None, loud: float = 92.0) -> None:
    """Fills in the third and fourth bar of each line, when the singer breathes."""
    rungs = s.rungs(low, low + 19, "blues")
    for bar in s.bars(where):
        if bar.index % 4 < 2 or s.chance(0.15):
            continue
        place = s.rng.randrange(len(rungs) // 2, len(rungs))
        beat = bar.start + s.pick(0.0, 0.5, 1.0)
        while beat < bar.start + bar.beats - 0.5:
            length = s.pick(0.5, 0.5, 1.0)
            bend = ((0.0, -1.0), (0.2, 0.0)) if length == 1.0 and s.chance(0.6) else ()
            part.add(beat, length * 0.9, rungs[place], loud * s.rng.gauss(1.0, 0.06), "", bend)
            place = min(max(place + s.pick(-1, -1, -2, 1), 0), len(rungs) - 1)
            beat += length


@style("Blues", like="Jazz")
def after_hours_piano(s: Song) -> None:
    """One piano when the bar has closed: a slow rolling left hand, crushed thirds, tremolos and triplets that fall down the keys."""
    s.set((56, 88), "blues", keys="G C F Bb Eb", swing=(0.8, 1.0), rubato=0.04, room=("room", "club", "booth", "hall"))
    s.until(48, "verse verse", verse=s.pick(*TWELVE_BAR, *EIGHT))
    left = s.part("piano", "honky-tonk", "bright-piano", "electric-grand", "rhodes", level=-1, pan=-0.1)
    bass.pattern(s, left, s.pick("R-3-5-6-", "R-5-6-7-", "R..5..6..5..", "R-8-7-5-"), 33, gate=0.85)
    right = s.part(left.voice, name="right hand", level=1, pan=0.1)
    for note in _lament(s, right, 62, density=1.8, rest=0.25, bends=0.0):
        if note.length >= 0.5 and s.chance(0.45):
            # A crushed note: the flat third struck with the major one, as near as a piano comes to a bend.
            right.add(note.start - 0.07, 0.1, note.pitch - 1, note.velocity * 0.8)
        if note.length >= 1.5 and s.chance(0.6):
            for place in range(int(note.length * 6)):
                right.add(note.start + place / 6, 0.17, note.pitch + (7 if place % 2 else 0), note.velocity * 0.75)
    comping.comp(s, right, s.pick("......x..x..", "...x..x..x..", "x-----...x.."), 64, 3, drop=0.3, loud=72)
    if s.chance(0.3):
        players.sing(s, None, low=48, density=1.0, rest=0.4, bends=0.5, scale="blues", form="AAB", pull=0.4)


@style("Blues", like="Jazz")
def organ_trio(s: Song) -> None:
    """Hammond with its own bass, guitar and drums: no changes but the twelve bars, riffs before lines, a shuffle that digs in."""
    s.set((92, 138), "blues", keys="C F G Bb", swing=(0.8, 1.0), room=("club", "room"))
    s.until(44, "head solo solo", head=s.pick(*TWELVE_BAR), solo=s.pick(*TWELVE_BAR))
    groove.drums(s, s.part("kit:jazz", "kit:standard", "kit:room", level=-1), s.pick("shuffle", "shuffle-ride", "slow-12/8"), fills=4)
    bass.pattern(s, s.part("drawbar", "~organ", "~soft-organ", "rock-organ", name="pedals", level=-1, fx=("tone:dark",)), s.pick("R-3-5-6-", "R-r-3-5-", "RR335566", "R-8-7-5-"), 30)
    organ = s.part("drawbar", "perc-organ", "~organ", "rock-organ", level=1, fx=s.pick(("leslie",), ("leslie", "drive:2")))
    lines.play_riff(s, organ, lines.make_riff(s, 4, 1.6, 12, "blues", 0.25, True), 4, 60, "head")
    _lament(s, organ, 60, "solo", 2.0, 0.25, 0.0)
    comping.comp(s, s.part("jazz-guitar", "clean-guitar", "~electric-dark", level=-3), s.pick("...s.....s..", "..x..x..x..x", "x--.-.x--.-."), 62, 3, drop=0.15)
    if s.chance(0.5):
        _answers(s, s.part("~electric-guitar", "jazz-guitar", "tenor-sax", level=0, fx=("amp:edge",)) if s.chance(0.6) else s.part("harmonica", "alto-sax", level=0), 58, "solo")


@style("Blues", like="Rock")
def texas_shuffle(s: Song) -> None:
    """Three players: the guitarist rakes up-strokes between the beats, walks with the bass, and plays double stops in between."""
    s.set((112, 150), "blues", keys="E A G B", swing=(0.85, 1.1), room=("club", "room", "dry", "plate"))
    s.until(42, "verse solo verse", verse=s.pick(*TWELVE_BAR), solo=s.pick(*TWELVE_BAR))
    groove.drums(s, s.part("kit:standard", "kit:room", "kit:power", level=0),
                 s.pick({"kick": "x..x..x..x..", "snare": "g.gX.gg.gX.g", "hat": "x.xx.xx.xx.x"}, "shuffle-ride", "shuffle"), fills=4)
    bass.pattern(s, s.part("finger-bass", "pick-bass", "~electric-bass", level=-1), s.pick("R-3-5-6-7-6-5-3-", "RR335566", "R-3-5-8-"), 28)
    rake = players.guitar(s, s.pick("edge", "clean", "crunch"), -2, -0.2)
    comping.comp(s, rake, s.pick("m.um.um.um.u", "..u..u..u..u", "m.um.um.uX.u"), 59, 4, strum=0.02, drop=0.05)
    lead = players.guitar(s, s.pick("edge", "crunch", "lead"), 2, 0.2, extra=s.pick((), ("delay:110",), ("tremolo",)))
    tune = _lament(s, lead, 60, "solo", 2.1, 0.25, 0.6)
    lead.notes += [Note(note.start, note.length, note.pitch + 5, note.velocity * 0.85) for note in tune if not note.bend and s.chance(0.25)]
    players.sing(s, "verse", low=52, density=1.3, rest=0.4, bends=0.5, scale="minor-pentatonic", form="AAB", pull=0.4, voices=("~vocal", "~vocal-low"))
    _answers(s, lead, 60, "verse")


@style("Blues", like="Reggae")
def swamp(s: Song) -> None:
    """Louisiana, lazily: a lilting off-beat on a guitar under water, high harmonica, a block of wood for a snare, echo from the bathroom."""
    s.set((72, 108), ("blues", "major-blues"), keys="E A G C", swing=(0.4, 0.9), room=("plate", "cave", "hall", "room"))
    s.master.append("old")
    s.until(45, "verse verse", verse=s.pick(*TWELVE_BAR, *EIGHT))
    groove.drums(s, s.part("kit:standard", "kit:brush", "kit:room", level=-2),
                 s.pick({"kick": "x.....x.....", "woodblock": "...x.....x..", "maracas": "x.xx.xx.xx.x"},
                        {"kick": "x..x..x..x..", "rim": "...x.....x..", "guiro": "x..x.xx..x.x"}), fills=0, crash=False)
    bass.pattern(s, s.part("upright", "finger-bass", "~string-bass", level=0), s.pick("R---5-8-", "R--.5---", "R-r-5-6-"), 30)
    comping.comp(s, players.guitar(s, "clean", -2, -0.3, extra=s.pick(("tremolo",), ("wah:phase",), ("tremolo", "delay:150"))), s.pick(".s.s.s.s", ".x.x.x.x", "..x...x."), 62, 3)
    _lament(s, s.part("harmonica", "harmonica", "~reed", "accordion", level=1, fx=s.pick(("delay:180",), ("drive:2", "delay:150"), ())), 64, None, 1.2, 0.4, 0.6)
    players.sing(s, None, low=47, density=1.1, rest=0.4, bends=0.4, scale="blues", form="AAB", pull=0.4, fx=s.pick(("delay:160",), ()))


@style("Blues", like="Jazz")
def vaudeville(s: Song) -> None:
    """The empress of the twenties: a great voice over piano or a small band, a cornet that finishes her sentences."""
    s.set((74, 116), ("blues", "major-blues"), keys="Eb Bb F C", swing=(0.5, 0.9), room=("booth", "room", "hall"))
    s.master.append("old")
    s.until(44, "verse verse", verse=s.pick(*TWELVE_BAR[:2], *RAGGED))
    keys = s.part("piano", "honky-tonk", "bright-piano", "reed-organ", level=-1)
    bass.pattern(s, keys, s.pick("R.5.", "R-5-", "R.8."), 36, gate=0.7)
    comping.comp(s, keys, s.pick(".x.x", ".x.x.xx.", "..x-..x-"), 60, 4)
    players.sing(s, None, low=s.pick(52, 55, 57), density=1.2, rest=0.35, bends=0.55, scale="blues", form="AAB", pull=0.45, level=2)
    _answers(s, s.part("muted-trumpet", "trumpet", "clarinet", "trombone", "violin", level=0, late=0.01), 58)
    if s.chance(0.5):
        lines.melody(s, s.part("trombone", "clarinet", "alto-sax", level=-2), 50, 68, None, 0.8, 0.35, bends=0.5, scale="major-blues")
    if s.chance(0.5):
        bass.pattern(s, s.part("tuba", "upright", level=-2), "R.5.", 30)
        comping.comp(s, s.part("banjo", "~banjo", "~steel-guitar", level=-4), "xxxx", 62, 4, strum=0.03)


@style("Blues", like="Folk")
def jug_band(s: Song) -> None:
    """Memphis: somebody blows across a jug, somebody rubs a washboard, a kazoo takes the trumpet's part, all in good humour."""
    s.set((96, 148), ("major-blues", "blues"), keys="G C D A", swing=(0.4, 0.9), room=("room", "outdoors", "booth"))
    s.master.append("old")
    s.until(40, "verse break verse", verse=s.pick(*RAGGED, *TWELVE_BAR[:2]), **{"break": s.pick(*RAGGED)})
    bass.pattern(s, s.part("bottle", "tuba", "baritone-sax", "bassoon", name="jug", level=1), s.pick("R.5.", "R-5.R.3.", "R-R-5-5-"), 34, gate=0.6)
    groove.drums(s, s.part("kit:standard", "kit:brush", name="washboard", level=-4),
                 {"guiro": s.pick("x.xx.xx.xx.x", "x..x.xx..x.x"), "woodblock": s.pick("...x.....x..", "............")}, fills=0, crash=False)
    comping.comp(s, s.part("banjo", "~banjo", "steel", "~ukulele", level=-2, pan=-0.4), s.pick("xXxX", ".x.x.x.x", "sXsX"), 60, 4, strum=0.03)
    comping.fingerpick(s, s.part("steel", "~steel-guitar", "~mandolin", level=-2, pan=0.4), s.pick("B.2.b.1.B.3.b.2.", "p.2.b.1."))
    _lament(s, s.part("~reed", "harmonica", "clarinet", "~shawm", name="kazoo", level=0), 60, "break", 1.8, 0.15, 0.4)
    players.sing(s, "verse", low=50, density=1.4, rest=0.3, bends=0.4, scale="major-blues", form="AAB")
    if s.chance(0.5):
        _answers(s, s.part("harmonica", "fiddle", "~mandolin", level=-1), 62, "verse")


@style("Blues", like="Country")
def fiddle_and_guitar(s: Song) -> None:
    """Mississippi string band: a fiddle slurs blue thirds over a guitar's walking bass, two men sing in unison."""
    s.set((80, 126), "blues", keys="A D G E", swing=(0.4, 1.0), room=("room", "booth", "outdoors", "dry"))
    s.master.append("old")
    s.until(42, "verse break verse", verse=s.pick(*TWELVE_BAR, *EIGHT), **{"break": s.pick(*TWELVE_BAR)})
    guitar = s.part("steel", "~steel-guitar", "nylon", "~nylon-guitar", level=0)
    bass.pattern(s, guitar, s.pick("R-3-5-6-", "R.5.R.3.", "R-7-6-5-"), 40, gate=0.7)
    comping.comp(s, guitar, s.pick(".x.x", ".x.x.xu.", "..x...x."), 60, 3, strum=0.03)
    fiddle = s.part("fiddle", "violin", "~bowed", "viola", level=1, loose=0.02)
    lines.legato(_lament(s, fiddle, 60, "break", 1.7, 0.12, 0.6))
    _answers(s, fiddle, 60, "verse")
    players.sing(s, "verse", low=48, density=1.2, rest=0.35, bends=0.5, scale="minor-pentatonic", form="AAB", pull=0.35)
    if s.chance(0.3):
        lines.melody(s, s.part("~mandolin", "banjo", "harmonica", level=-2), 62, 81, None, 1.5, 0.4, scale="blues")


@style("Blues", like="R&B")
def horn_shout(s: Song) -> None:
    """A wide band from the fifties without a guitar in sight: saxophones rock two notes, the singer shouts, stop-time in the verse."""
    s.set((116, 168), ("blues", "major-blues"), keys="Bb Eb F C", swing=(0.6, 1.0), room=("club", "hall", "booth"))
    s.until(40, "stop verse solo", stop=s.pick(*TWELVE_BAR), verse=s.pick(*TWELVE_BAR), solo=s.pick(*TWELVE_BAR, JAZZ_BLUES[0]))
    groove.drums(s, s.part("kit:standard", "kit:jazz", "kit:room", level=-1), s.pick("shuffle", {"kick": "x..x..x..x..", "snare": "...X.....X..", "ride": "x.xx.xx.xx.x"}),
                 ("verse", "solo"), fills=4)
    bass.walking(s, s.part("upright", "~string-bass", "finger-bass", level=-1), where=("verse", "solo"))
    horns = [s.part(voice, level=-1, pan=pan) for voice, pan in ((s.pick("alto-sax", "trumpet"), -0.4), ("tenor-sax", 0.0), (s.pick("baritone-sax", "trombone"), 0.4))]
    comping.stabs(s, horns, s.pick("s...............|................", "s..s............|................"), 58, "stop")
    comping.stabs(s, horns, s.pick("..s..s..", "s..s....|....s.s.", "x---x-s."), 58, ("verse", "solo"))
    comping.comp(s, s.part("piano", "honky-tonk", "drawbar", level=-4), s.pick("xxxxxxxxxxxx", "..x..x..x..x"), 66, 3, ("verse", "solo"), loud=78)
    _lament(s, s.part("tenor-sax", "tenor-sax", "trombone", "baritone-sax", level=1, fx=s.pick((), ("drive:2",))), 48, "solo", 1.8, 0.2, 0.45)
    players.sing(s, ("stop", "verse"), low=52, density=1.6, rest=0.25, bends=0.45, scale="major-blues", form="AAB", level=2)
