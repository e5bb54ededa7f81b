"""R&B: from the corner in 1958 to a text message at three in the morning."""

from __future__ import annotations

from collections.abc import Sequence

from hands.dusk import craft, tunes
from song import Song, Where, style


def singer(s: Song, low: int, high: int, cells: Sequence[str], where: Where = None, form: str = "AABA", scale: str | None = None, group: float = 0.5,
        scoop: float = 0.4, turn: float = 0.2, bars: int = 2) -> None:
    """A soul singer who slides into notes and turns them, and a group that holds or answers."""
    lead = s.part("~vocal", "~vocal", "~vocal-duo", "~vocal-low", level=3, pan=0.0, late=0.012, fx=s.pick((), ("delay",), ("chorus",)))
    tunes.tune(s, lead, low, high, cells, where, form=form, bars=bars, scale=scale, how=tunes.LALA, scoop=scoop, turn=turn)
    if s.chance(group):
        tunes.guide(s, s.part("~backing", "oohs", "~choir", "~vocal-duo", level=-2), low + 7, where, how=tunes.OOH)


@style("R&B", like="Hip-Hop")
def dusk_late_text(s: Song) -> None:
    """Alternative R&B of the 2010s: half-time trap drums, a sub, one watery chord loop, and a high voice that bends, with its own harmonies."""
    s.set((112, 148), ("minor", "dorian", "minor-pentatonic"), "C Db Eb F Gb Ab Bb", room=("plate", "hall", "booth"))
    loop = s.pick("bVImaj7 | bVImaj7 | vm7 | im9", "im9 | im9 | bVImaj9 | ivm9", "ivm9 | ivm9 | im9 | bIIImaj7", "bIIImaj7 | bIIImaj7 | ivm9 | bVImaj7",
        "im9 | vm7")
    s.until(45, "verse hook verse hook", verse="|".join([loop] * 2))
    craft.drums(s, s.part("~kit:808", "~kit:minimal", "~kit:lofi", "kit:808", level=1), s.pick({"k": "x.....x.........|x.........x..x..",
        "snap": "........X.......", "h": "x...x...x.r.x...|x...x.t.x...x.x."}, {"k": "x.........x.....", "cl": "........X.......", "h": "x.x.x.x.x.xrx.x.",
        "rim": "...?......?....."},
        {"k": "x..x..........x.", "rim": "........X.......", "sh": "x.o.x.o.x.o.x.o."}), fill="stop")
    craft.bass(s, s.part("~808-bass", "~sub-bass", "~square-bass", level=1), s.pick("R...........R...", "R.....R.........|R.........R.5...",
        "R..............a"), 33)
    keys = s.part("rhodes", "~glass-pad", "~fm-piano", "~saw-poly", "clean-guitar", "~warm-pad", "harpsichord", fx=s.pick(("chorus", "tone:dark"),
        ("tremolo",), ("reverse",), ("crush", "chorus")))
    s.pick(lambda: craft.pad(s, keys, 60, 4), lambda: craft.comp(s, keys, s.pick("x.......o.......", "x.....x.........", "..x.....x......."), 60, 4, gate=1,
        longest=4, strum=0.04), lambda: craft.arp(s, keys, "0.1.2.3.4.3.2.1.", 60, 4, step=0.5, gate=2))()
    singer(s, 60, 81, ("--x.x.x.xx..x...", "x.xxx...--x.x...", "--xxx.x.x.......", "x..x..x.x.......", "xxx.x...--------"), form="ABAC",
        scale="minor-pentatonic" if s.chance(0.6) else None, group=0.7, turn=0.35)
    if s.chance(0.4):
        craft.arp(s, s.part("~fm-bell", "~pluck", "harp", "nylon", "~kora", "~koto", level=-4, fx=("delay",)), s.pick("0...2...1.......", "3..2..1...."), 72,
            3, step=0.5, where="hook", restart=False)
    if s.chance(0.4):
        tunes.shouts(s, s.part("~backing", "~vocal", level=-3, fx=("tone:telephone", "delay")), "............x...", 69, "hook", ("u", "ya", "o"))


@style("R&B", like="Jazz")
def dusk_velvet_lounge(s: Song) -> None:
    """Neo-soul: electric piano in ninths and elevenths, a bass guitar that talks, drums a hair late, a singer with time."""
    s.set((70, 98), ("dorian", "minor", "major"), "C Db D Eb F Ab Bb", swing=(0.35, 0.85), unit=0.5, room=("club", "room", "booth"))
    loop = s.pick("iim9 | V13 | Imaj9 | VI7#9", "im9 | ivm9 | bIIImaj9 | bVI7#11", "Imaj9 | bVIImaj7 | vim9 | V9sus4", "IVmaj9 | iiim7 | bIIImaj7 | iim9",
        "im9 | im9 | iiø | V7alt", "vim9 II13 | iim9 V13") if s.scale != "minor" else s.pick("im9 | ivm9", "im11 | bVImaj9 | ivm9 | V7#9",
        "im9 bVII13 | bVImaj9 V7#9")
    s.until(45, "verse hook verse solo hook", verse="|".join([loop] * 2))
    craft.drums(s, s.part("kit:standard", "kit:room", "kit:jazz", "~kit:lofi", level=1, late=s.between(0.01, 0.028)),
        s.pick({"k": "x..x......x.....|x..x..x...x...x.", "rim": "....x.......x...", "h": "x.x.x.x.x.x.x.xx"}, {"k": "x......x..x.....",
        "sn": "....X..-....X.-.", "h": "x.o.x.o.x.o.x.o."},
        {"k": "x.x....x..x..x..", "sn": "....X.......X..-", "ride": "x...x.o.x...x.o.", "sh": "o.o.o.o.o.o.o.o."}), fill="brush", ghost=0.08)
    craft.bass(s, s.part("finger-bass", "fretless", "~electric-bass", "slap-bass", level=2), s.pick("R..R....5.7.8.a.|R..R..8...7.5.a.", "R.....gR..5.7..a",
        "R..g.R..R.3.5.6."), 36, gate=0.85)
    craft.comp(s, s.part("rhodes", "~fm-piano", "rhodes", "dx-piano", "piano", fx=s.pick(("tremolo",), ("chorus",), ("wah:phase",))),
        s.pick("x.....x...x..o..", "x..o....x.....o.", "..x...x...x.....", "x......x..o....."), 62, 5, gate=0.9, strum=0.02)
    if s.chance(0.6):
        craft.comp(s, s.part("clean-guitar", "jazz-guitar", "muted-guitar", level=-4, pan=0.5, fx=s.pick(("wah",), ("chorus",), ())),
            s.pick("....x.......x...", "..u...d...u.d.u.", ".......x......xu"), 69, 3, gate=0.4)
    singer(s, 57, 77, ("--x.xx..x.x.x...", "xxx.x.x.--------", "--x..x.xx...x...", "x.x.x.......----"), ("verse", "hook"), form="ABAC", group=0.6, turn=0.3)
    if s.chance(0.6):
        craft.comp(s, s.part("brass", "~brass-section", "muted-trumpet", level=-3), s.pick("..........x..x..", "x..x............", "............x.x."), 67, 3,
            where="hook", gate=0.5)
    tunes.changes(s, s.part("trumpet", "rhodes", "tenor-sax", "clean-guitar", "flute", "sitar"), 60, 84, "solo", rest=0.35, blues=0.3)


@style("R&B", like="Blues")
def dusk_corner_ballad(s: Song) -> None:
    """Doo-wop and deep soul before 1968: triplets on the piano, arpeggiated guitar, organ or horns, a group that sings 'ooh', a begging lead."""
    s.set((54, 76), ("major",), "C F G Ab Bb Eb D", room=("room", "hall", "plate", "club"))
    loop = s.pick("I | vi | IV | V7", "I | I | vi | vi | IV | IV | V7 | V7", "I | iii | IV | V7", "I | I7 | IV | iv | I | V7 | I | V7", "I | VI7 | II7 | V7",
        "vi | IV | I | V7")
    s.until(45, "verse verse bridge verse", verse=loop, bridge=s.pick("IV | iv | I | I7 | IV | iv | II7 | V7", "vi | iii | vi | iii | IV | I | II7 | V7"))
    craft.drums(s, s.part("kit:standard", "kit:room", "kit:jazz", "kit:brush", level=0), s.pick({"k": "x.....x.x...", "sn": "...X.....X..",
        "h": "x.xx.xx.xx.x"}, {"k": "x.....x.....", "sn": "...X.....X..", "ride": "xxxxxxxxxxxx"}, {"k": "x....xx.....", "rim": "...X.....X..",
        "h": "xooxooxooxoo"}), fill="brush")
    craft.bass(s, s.part("upright", "finger-bass", "pick-bass", "~string-bass", level=1), s.pick("R..3..5..6..", "R....5R..5..", "R..5..R....a",
        "R.....5..a.."), 36)
    craft.comp(s, s.part("piano", "bright-piano", "electric-grand", level=0), s.pick("xooxooxooxoo", "oxxoxxoxxoxx"), 62, 4, gate=0.8)
    if s.chance(0.7):
        craft.arp(s, s.part("clean-guitar", "~electric-guitar", "jazz-guitar", level=-2, fx=("tremolo",)), s.pick("012321", "b12321", "321012"), 62, 4,
            step=1 / 3, gate=1.5)
    if s.chance(0.5):
        craft.pad(s, s.part("drawbar", "~organ", "~soft-organ", "perc-organ", level=-4, fx=("leslie",)), 60, 4)
    if s.chance(0.5):
        craft.comp(s, s.part("brass", "tenor-sax", "~brass-section", level=-2), s.pick(".........x.x", "x...........|........x.x.", "x.....x....."), 62, 3,
            where=("bridge", "verse"), gate=0.9)
    singer(s, 57, 77, ("x.....x.xx..", "---xxxx.....", "x..x.xx.....", "---x.xx.xx..", "xxxx.....---"), form="ABAC", scale=s.pick(None, "major-blues"),
        group=0.95, scoop=0.5, turn=0.3)
    if s.chance(0.4):
        s.master.append("old")


@style("R&B", like="Pop")
def dusk_swing_jacket(s: Song) -> None:
    """New jack swing and 90s dance R&B: swung machine sixteenths, hard snare, synthetic bass and brass stabs, bright keys, stacked voices."""
    s.set((94, 114), ("minor", "dorian"), "C D Eb F G Ab Bb", swing=(0.6, 1.0), unit=0.5, room=("plate", "room", "club"))
    loop = s.pick("im7 | im7 | ivm7 | bVII", "im9 | bVImaj7 | bVII | V7#9", "im7 | bIII bVII | bVImaj7 | V7", "ivm9 | vm7 | im9 | im9",
        "im7 bVII | bVImaj7 bVII")
    s.until(45, "verse hook verse hook", verse="|".join([loop] * 2))
    craft.drums(s, s.part("~kit:linn", "~kit:909", "~kit:hard", "kit:electronic", "kit:power", level=3), s.pick({"k": "x..x..x...xx....|x..x..x..xx...x.",
        "sn": "....X.......X...", "h": "xxxxxxxxxxxxxxxx"}, {"k": "x.....xx..x..x..", "sn": "....X..-.-..X..x", "h": "x.xxx.xxx.xxx.xx",
        "tam": "..x...x...x...x."},
        {"k": "x..x...x.xx.....", "sn": "....X.......X...", "cl": "....X.......X.xx", "sh": "xoxoxoxoxoxoxoxo", "o": "......?.......x."}), fill="machine")
    craft.bass(s, s.part("synth-bass", "~saw-bass", "~fm-bass", "slap-bass", "~square-bass", "~fm-growl", level=2), s.pick("R..R..8R..R.7.5a",
        "R.R...gR.R.8..75|R.R...gR.5.3..2a", "R..8..R..R.5.7.."), 35, gate=0.7)
    craft.comp(s, s.part("dx-piano", "~fm-piano", "electric-grand", "rhodes", fx=("chorus",), level=-1), s.pick("x..x..x...x..x..", "x.....x..x......",
        "..x..x....x..x.."), 64, 4, gate=0.7)
    craft.comp(s, s.part("~stab", "orchestra-hit", "~brass-poly", "brass", "synth-brass", level=-2), s.pick("x..x............|..............xx",
        "...x..x.........", "x...............|........x..x..x."), 66, 3, gate=0.35)
    singer(s, 58, 79, ("--xxx.x.x.x.x...", "x.xx..x.x...----", "--x.x.xxx..x....", "xx.x..x.--------"), form="AABA", group=0.8,
        scale=s.pick(None, "minor-pentatonic"))
    tunes.tune(s, s.part("~vocal-duo", "~backing", "~vocal", level=1, name="stack"), 62, 80, ("x..x..x.x.......", "x.x..x..x.x.----"), "hook", form="A",
        bars=1, how=tunes.LALA)
    if s.chance(0.5):
        tunes.shouts(s, s.part("~rap-voice", "~speech", level=-1), s.pick("..............x.", "x...x..........."), 58, words=("hey", "yo", "go", "uh"),
            chance=0.4)


@style("R&B", like="Pop")
def dusk_candle_radio(s: Song) -> None:
    """Quiet storm: the slow jam of the 80s and 90s, bell-like electric piano, fretless or synth bass, gated snare, soprano sax or guitar in the gaps."""
    s.set((58, 80), ("major", "minor"), "Db Eb F Ab Bb C D", swing=(0.0, 0.3), unit=0.5, room=("plate", "hall"))
    loop = s.pick("Imaj9 | vim9 | iim9 | V9sus4", "IVmaj9 | iiim7 | iim7 | V9sus4", "Imaj7 | iiim7 | IVmaj7 | ivm6",
        "IVmaj7 V | iiim7 vim7 | iim7 V9sus4 | Imaj9") if s.scale == "major" else s.pick("im9 | bVImaj7 | ivm9 | V7alt", "im9 | bIIImaj7 | bVImaj7 | bVII",
        "ivm9 | bVII13 | bIIImaj9 | bVImaj7")
    s.until(45, "verse chorus verse chorus", verse=loop, chorus=loop + "|" + loop)
    craft.drums(s, s.part("~kit:linn", "~kit:808", "kit:power", "kit:electronic", level=0), s.pick({"k": "x.....x.x.......|x.....x.x.....x.",
        "sn": "....X.......X...", "h": "x.x.x.x.x.x.x.x."}, {"k": "x......xx.......", "rim": "....X.......X...", "sh": "xoxoxoxoxoxoxoxo"},
        {"k": "x.......x.x.....", "snap": "....x.......x...", "h": "x.xxx.xxx.xxx.xx", "cm": "......x.......x.", "co": "...x......x....."}),
        fill=s.pick("toms", "machine"))
    craft.bass(s, s.part("fretless", "synth-bass", "finger-bass", "~fm-bass", "slap-bass", level=1), s.pick("R.......R...5...", "R.....5.8.....a.",
        "R..R....R..5.7.a"), 35, gate=0.95)
    craft.comp(s, s.part("dx-piano", "~fm-piano", "electric-grand", "rhodes", "piano", fx=("chorus",)), s.pick("x.......x.......", "x..x..x.x.......",
        "x...o...x...o..."), 63, 5, gate=1.0, longest=4, strum=0.02)
    if s.chance(0.6):
        craft.pad(s, s.part("strings", "~warm-pad", "~string-machine", "slow-strings", "warm-pad", level=-5), 66, 4)
    singer(s, 58, 80, ("--x.xx..x.......", "x.x.x.x.x...x...", "--xxx.x.x.......", "x.......--xxx..."), form="ABAC", group=0.7, scoop=0.5, turn=0.35)
    tunes.tune(s, s.part("soprano-sax", "alto-sax", "nylon", "clean-guitar", "~fm-bell", level=-1, fx=("delay",)), 67, 86,
        ("--------xxx.x...", "--------x.x.....", "----------------"), form="-A", turn=0.3, scoop=0.2, bars=1)
    if s.chance(0.4):
        craft.arp(s, s.part("bells", "harp", "~fm-bell", "celesta", level=-6), "0.1.2.3.2.1.", 76, 4, where="chorus")
