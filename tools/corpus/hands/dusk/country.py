"""Country: the train, the shuffle, the waltz, the banjo, the pick-up truck."""

from __future__ import annotations

from collections.abc import Sequence

from hands.dusk import craft, tunes
from score import Part
from song import Song, Where, style

PLAIN = ("--xxx.x.", "x.xxx...", "x.x.x.x.", "xxx.x...", "x...x.xx")


def twang(s: Song, low: int, high: int, cells: Sequence[str] = PLAIN, where: Where = None, form: str = "ABAC", harmony: float = 0.5) -> None:
    """A singer with a catch in the voice and, on the chorus, somebody a third above."""
    lead = s.part("~vocal", "~vocal-low", "~vocal", level=3, pan=0.0)
    friend = s.part("~vocal-duo", "~backing", "~vocal", level=-1)
    tunes.tune(s, lead, low, high, cells, where, form=form, how=tunes.LALA, scoop=0.4, scale=s.pick(None, "major-pentatonic"), second=friend
        if s.chance(harmony) else None, below=-2)


def cry(s: Song, steel: Part, where: Where = None, force: float = 82.0, centre: int = 67) -> None:
    """A pedal steel: two strings hold a chord while one is bent into it from a tone or a half below; swells in."""
    for span in s.chords(where):
        tones = sorted(centre + ((tone - centre) % 12) for tone in span.chord.classes[:3])
        pair = s.pick(tones[:2], tones[1:], [tones[0], tones[2]])
        moving, depth = s.rng.randrange(2), s.pick(-2.0, -1.0, -2.0)
        long = min(span.length, 4.0)
        for turn, pitch in enumerate(pair):
            bend = ((0.0, depth), (long * 0.3, depth), (long * 0.45, 0.0), (long, 0.0)) if turn == moving else ()
            steel.add(span.start + s.pick(0.0, 0.0, 0.5), long * 0.9, pitch, force + s.between(-5, 5), "", bend)



def steel(s: Song, level: float = 0.0) -> Part:
    """Whoever slides: a steel guitar or what must stand in for it."""
    return s.part("~steel-guitar", "~electric-guitar", "clean-guitar", name="steel", level=level, fx=s.pick(("delay",), ("chorus",), ()), send=-6)


@style("Country", like="Rock")
def dusk_boxcar_outlaw(s: Song) -> None:
    """Boom-chick and train beat: a low voice, a bass that goes one-five, brushes or snare in sixteenths, a twanging electric guitar that picks low runs."""
    s.set((92, 126), ("major", "mixolydian"), "E A G C D F", room=("room", "plate", "dry", "club"))
    way = s.pick("I | I | IV | I | I | I | V7 | I", "I | IV | I | V7 | I | IV | V7 | I", "I | I | IV | IV | V7 | V7 | I | I", "I | bVII | IV | I",
        "I | I7 | IV | I | V7 | IV | I | V7")
    s.until(45, "verse chorus verse solo", verse=way, chorus=s.pick("IV | IV | I | I | V7 | V7 | I | I", "IV | I | V7 | I | IV | I | V7 | I"))
    craft.drums(s, s.part("kit:brush", "kit:standard", "kit:room", "kit:jazz", level=-1), s.pick({"k": "x.......x.......", "sn": "-oXo-oXo-oXo-oXo"},
        {"k": "x...x...x...x...", "sn": "--X---X---X---X-"}, {"k": "x.......x.......", "rim": "....x.......x...", "sh": "xoxoxoxoxoxoxoxo"},
        {"k": "x.....x.x.......", "sn": "....X.......X...", "h": "x.x.x.x.x.x.x.x."}), fill="snare")
    craft.bass(s, s.part("upright", "pick-bass", "finger-bass", "~electric-bass", level=1), s.pick("R.5.R.5.", "R.5.R.5.|R.5.R.2a", "R.5.R.a.", "R...5..."),
        36, gate=0.8)
    craft.comp(s, s.part("steel", "~steel-guitar", "nylon", level=-1), s.pick("bxbxbxBx", "bxbubxBu", ".x.x.x.x", "bxBxbxBx"), 59, 4, gate=0.7, strum=0.02)
    twanger = s.part("clean-guitar", "~electric-guitar", "muted-guitar", "~electric-dark", level=1, fx=s.pick(("delay:120",), ("tremolo",),
        ("amp:clean", "delay:110")))
    craft.riff(s, twanger, s.pick("0 . 4 5 7 . 4 . | 0 . -3 -5 0 . . .", "0 0 7 7 9 9 7 4", "~ ~ ~ ~ 7 9 12 9 | 7 4 2 0 ~ ~ ~ ~", "0 ~ 4 ~ 5 ~ 7 9"), 45,
        where=("chorus", "solo"), chordal=True)
    tunes.tune(s, twanger, 55, 76, ("xxx.xxx.", "x.xxxxxx", "xx.xx.x.", "x...xxx."), "solo", form="ABAC", scale="major-blues", scoop=0.4)
    if s.chance(0.5):
        cry(s, steel(s, -2), ("chorus",))
    if s.chance(0.35):
        tunes.tune(s, s.part("harmonica", "fiddle", "trumpet", level=-1), 64, 83, ("----x.xx", "x.x.x...", "--------"), "verse", form="-A", scoop=0.3)
    twang(s, 45, 64, where=("verse", "chorus"))


@style("Country", like="Blues")
def dusk_neon_shuffle(s: Song) -> None:
    """Honky-tonk and western swing: shuffle on brushes, walking bass, crying steel, twin fiddles, tic-tac guitar and saloon piano."""
    s.set((104, 156), ("major",), "C D E F G A Bb", swing=s.between(0.75, 1.0), room=("club", "room", "plate"))
    western = s.chance(0.4)
    way = s.pick("I | I | IV | IV | V7 | V7 | I | I", "I | IV | V7 | I | I | IV | V7 | I",
        "I | I7 | IV | IV | I | V7 | I | V7") if not western else s.pick("I6 | VI7 | II7 | V7 I6", "I6 | I6 | IV6 | #iv°7 | I6 | VI7 | II7 V7 | I6",
        "I6 | III7 | VI7 | II7 | V7 | V7 | I6 | I6")
    s.until(45, "verse turn verse solo", verse=way, turn=s.pick("IV | IV | I | I | II7 | II7 | V7 | V7", "IV | I | V7 | I | IV | I | II7 | V7"))
    craft.drums(s, s.part("kit:brush", "kit:standard", "kit:jazz", "kit:room", level=-1), s.pick({"k": "x...x...", "sn": "--X---X-", "h": "x.xxx.xx"},
        {"k": "x...x...", "rim": "..x...x.", "ride": "x.xxx.xx"}, {"k": "x.x.x.x.", "sn": "-oXo-oXo"}), fill="snare")
    bass = s.part("upright", "finger-bass", "pick-bass", level=1)
    s.pick(lambda: craft.walk(s, bass, 39), lambda: craft.bass(s, bass, s.pick("R.5.R.5.", "R.3.5.6.", "R.5.R.a."), 37, gate=0.85))()
    craft.comp(s, s.part("steel", "jazz-guitar", "~steel-guitar", level=-2), s.pick("..x...x.", "b.x.b.x.", "x.x.x.x."), 59, 4, gate=0.4, strum=0.02)
    cry(s, steel(s, 0), None if s.chance(0.5) else ("verse", "turn"))
    if s.chance(0.7):
        craft.comp(s, s.part("honky-tonk", "piano", "bright-piano", level=-2), s.pick("..x..x.x", ".x.x.x.x", "x..x..x."), 66, 3, gate=0.5)
    fiddle = s.part("fiddle", "violin", "fiddle", level=0)
    tunes.tune(s, fiddle, 64, 86, ("xxx.x.x.", "x.xxxxx.", "xxxxx...", "x...x.xx"), "solo", form="ABAC", scoop=0.5, grace=0.2, scale=s.pick("major-blues",
        "major"), second=s.part("fiddle", "violin", level=-2) if s.chance(0.6) else None)
    tunes.tune(s, fiddle, 64, 84, ("--------|----xxx.|x...----", "----x.x.", "--------"), ("verse", "turn"), form="-A", scoop=0.5)
    twang(s, 52, 72, where=("verse", "turn"))


@style("Country", like="Folk")
def dusk_last_waltz_card(s: Song) -> None:
    """The country waltz: oom-pah-pah on acoustic guitar, steel and fiddle weeping by turns, plain chords with one that hurts, close harmony."""
    s.set((84, 132), ("major",), "C D E F G A Bb", beats=3.0, room=("club", "room", "hall", "plate"))
    way = s.pick("I | I | IV | I | I | I | V7 | V7 | I | I7 | IV | iv | I | V7 | I | I", "I | IV | I | V7 | I | IV | I V7 | I",
        "I | V7 | V7 | I | I | IV | V7 | I", "I | vi | IV | V7 | I | vi | II7 | V7", "I | I7 | IV | IV | V7 | V7 | I | I")
    s.until(45, "verse chorus verse chorus", verse=way, chorus=s.pick("IV | IV | I | I | V7 | V7 | I | I7", "IV | I | II7 | V7 | IV | I | V7 | I"))
    craft.comp(s, s.part("steel", "~steel-guitar", "nylon", level=0), s.pick("b.x.x.", "b.xux.", "b.x.xu"), 59, 4, gate=0.75, strum=0.025)
    craft.bass(s, s.part("upright", "finger-bass", "~string-bass", level=1), s.pick("R.....|5.....", "R.....", "R...5.|5...R.", "R.....|5...a."), 37, gate=0.85)
    if s.chance(0.75):
        craft.drums(s, s.part("kit:brush", "kit:standard", "kit:jazz", level=-3), s.pick({"k": "x.....", "sn": "..o.o."}, {"k": "x.....", "rim": "..x.x.",
            "h": "x.x.x."}, {"k": "x....o", "sn": "..o.o-", "ride": "x.xxx."}), fill="brush")
    cry(s, steel(s, 1), s.pick(None, ("chorus",)))
    if s.chance(0.6):
        craft.comp(s, s.part("piano", "honky-tonk", "electric-grand", level=-3), s.pick("..x.x.", "x.oooo", "..xxx."), 64, 3, gate=0.6)
    tunes.tune(s, s.part("fiddle", "violin", "harmonica", "~mandolin", "accordion", level=0), 64, 84, ("x...x.", "x.xxx.", "x.....", "xxx.x."),
        s.pick("chorus", "verse", None), form="-A-B", scoop=0.5, grace=0.3)
    twang(s, 52, 72, ("x...x.", "--x.x.", "x.....", "x.xxx.", "xxx.x."), None, harmony=0.7)


@style("Country", like="Folk")
def dusk_creek_drive(s: Song) -> None:
    """Bluegrass: banjo rolls, a mandolin that chops every off-beat, one-five bass, a fiddle and guitar that take breaks, high close harmony; no drums."""
    s.set((98, 142), ("major", "mixolydian", "major"), "G A D C B E", room=("room", "outdoors", "club", "dry"))
    way = s.pick("I | I | IV | I | I | I | V | I", "I | I | bVII | bVII | I | I | V | I", "I | IV | I | V | I | IV | V | I",
        "I | vi | IV | I | I | V | V | I", "IV | I | IV | I | IV | I | V | I")
    s.until(45, "verse break verse break2", verse=way)
    rolls = ("0213021302130213", "2031203120312031", "0231023102310213", "3201320132013201", "0213021303210213", "30.1302130.13021")
    banjo = s.part("banjo", "~banjo", "~banjo", level=1)
    craft.arp(s, banjo, s.pick(*rolls), 67, 3, step=0.25, gate=1.0, where=None, force=84)
    tunes.tune(s, banjo, 62, 81, ("x.x.x.x.x...x...", "x...x.x.x.x.x...", "x.xxx...x.x.x..."), "break", form="ABAC", scoop=0.1, scale="major-blues")
    craft.comp(s, s.part("~mandolin", "muted-guitar", "fiddle", "~ukulele", level=-2), s.pick(".x.x.x.x", ".x.x.x.u"), 66, 3, gate=0.2)
    craft.comp(s, s.part("steel", "~steel-guitar", level=-1), s.pick("bxbxbxBx", "b.xub.xuB.xub.xu", "bxBxbxBx"), 57, 4, gate=0.7, strum=0.02)
    craft.bass(s, s.part("upright", "~string-bass", "contrabass", level=1), s.pick("R.5.R.5.", "R.5.R.5.|R.5.R.a.", "R...5..."), 36, gate=0.75)
    runs = ("xxxxxxxxxxxxxxxx", "x.xxx.xxx.xxx.xx", "xxxxxxxxx.x.x...", "x...xxxxxxxxx...")
    tunes.tune(s, s.part("fiddle", "~mandolin", "steel", "fiddle", level=2), 62, 86, runs, "break2", form="ABAC", scale=s.pick("major-blues", "major",
        "major-pentatonic"), scoop=0.3, width=9)
    tunes.tune(s, s.part("fiddle", "steel", "~mandolin", level=1), 62, 84, runs, "break", form="AB", scale="major-pentatonic", scoop=0.3)
    if s.chance(0.8):
        twang(s, 57, 76, where="verse", harmony=0.8)
    else:
        tunes.tune(s, s.part("fiddle", "~mandolin", "~dulcimer", level=1), 62, 84, runs, "verse", form="AABA", scale="major", grace=0.2, scoop=0.2)


@style("Country", like="Pop")
def dusk_tailgate_radio(s: Song) -> None:
    """Country on the radio after 2010: a big backbeat, acoustic strum, banjo or mandolin ostinato, crunching guitars, steel swells, a wide chorus."""
    s.set((72, 132), ("major", "major-pentatonic"), "C D E F G A B", room=("plate", "room", "arena"))
    loop = s.pick("I | IV | vi | V", "vi | IV | I | V", "I | V | ii | IV", "IV | I | V | vi", "I | Isus4 | IV | V", "I | I/3 | IV | V")
    s.until(45, "verse chorus verse chorus", verse="|".join([loop] * 2), chorus="|".join([s.pick("I | V | vi | IV", "IV | I | V | vi", "IV | V | I | I",
        "I | V/7 | IV | IV")] * 2))
    beat = s.pick({"k": "x.....x.x.......", "sn": "....X.......X...", "h": "x.x.x.x.x.x.x.x."}, {"k": "x..x....x.x.....", "sn": "....X.......X...",
        "tam": "xoxoxoxoxoxoxoxo"}, {"k": "x.x.....x.xx....", "sn": "....X.......X...", "o": "x...x...x...x..."})
    craft.drums(s, s.part(*craft.ACOUSTIC, level=2), beat, where=s.pick(None, "chorus"), fill="toms")
    if s.chance(0.6):
        craft.drums(s, s.part("~kit:808", "~kit:linn", "~kit:minimal", level=-2), s.pick({"k": "x..x..x...x.....", "snap": "....x.......x...",
            "h": "x.x.x.xrx.x.x.x."}, {"cl": "....x.......x...", "sh": "xoxoxoxoxoxoxoxo", "k": "x.......x......."}), where="verse")
    craft.bass(s, s.part(*craft.BASSES, level=1), s.pick("R.......R.....5.", "R.R.R.R.R.R.R.a.", "R..R..R.R..R..5."), 36)
    craft.comp(s, s.part("steel", "~steel-guitar", "steel", level=0), s.pick("x...x.u.x.u.x.xu", "x.xuxuxux.xuxuxu", "x..ux..ux..ux.xu", "b...x...b...x.u."),
        60, 5, gate=0.9, strum=0.02)
    pick = s.part("banjo", "~mandolin", "~banjo", "clean-guitar", "~electric-guitar", level=-1)
    craft.arp(s, pick, s.pick("0213021302130213", "20312031", "0.2.1.3.", "0212"), 67, 3, where=s.pick(None, "chorus", "verse"))
    if s.chance(0.65):
        craft.comp(s, s.part("overdriven", "distorted", "~electric-guitar", level=-3, fx=("amp:crunch",)), s.pick("x.......x.......", "x.....x.........",
            "x...x...x...x..."), 55, 4, where="chorus", gate=1)
    cry(s, steel(s, 0), s.pick(None, "chorus"))
    if s.chance(0.5):
        tunes.tune(s, s.part("fiddle", "~electric-guitar", "violin", level=-1), 66, 86, ("--------|----x.xx", "x...x.x.", "--------"), "chorus", form="-A",
            scoop=0.5)
    twang(s, 50, 67, ("--xxx.x.xxx.x...", "x.xxx.x.x.......", "--x.xxxxx.x.x..."), "verse", "AABA", harmony=0.0)
    twang(s, 57, 76, ("x...x...x.x.x...", "x.x.x...x.......", "--x.x.x.x...x..."), "chorus", "AABC", harmony=0.9)
