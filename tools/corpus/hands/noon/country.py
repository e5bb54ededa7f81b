"""Country: boom and chick, trains, shuffles, swing of the west, drive without drums, and the radio's version."""

from __future__ import annotations

from hands.noon import craft, tunes
from song import Song, style


@style("Country", like="Rock")
def noon_freight_train(s: Song) -> None:
    """The train beat: brushes or sticks on the snare, bass on one and five, a damped low-string guitar, a deep singer."""
    s.set((94, 128), s.pick("major", "major", "mixolydian"), keys="E A G D F", room=("room", "plate", "club", "booth"))
    s.until(46, "verse verse chorus turn", verse=s.pick("I | I | IV | I | I | I | V | V", "I | I | I | I | IV | IV | I | I | V | V | I | I",
        "I | bVII | IV | I | I | bVII | V | I"),
            chorus=s.pick("IV | IV | I | I | IV | IV | V | V", "IV | I | V | I | IV | I | V | I"), turn="I | I | V | I")
    kit = s.part("kit:brush", "kit:standard", "kit:room", level=-1)
    craft.beat(s, kit, s.pick("k:x...x...x...x...;s:ggXgggXgggXgggXg", "k:x.......x.......;s:oogXoogXoogXooXg", "k:x...x...x...x...;s:g.Xgg.Xgg.Xgg.XX"),
        fills=8, fill="brush", crash=0.2, drop=0.05)
    craft.bass(s, s.part("upright", "finger-bass", "pick-bass", "~string-bass", level=1), s.pick("1-5-1-5-", "1-5-1-0-", "1-5-1-5-/1-5-1-<-", "1-0-1-0-"),
        legato=0.6)
    boom = s.part("steel", "~steel-guitar", "nylon", level=-2)
    craft.comp(s, boom, s.pick("b.d.B.d.b.d.B.d.", "b.dub.dub.dub.du", "b.d.B.dub.d.B.du"), 59, 4, strum=0.012, ring=0.6)
    twang = s.part("clean-guitar", "muted-guitar", "~electric-guitar", level=0, fx=("amp:clean", "delay:120") if s.chance(0.5) else ("amp:edge",))
    craft.riff(s, twang, s.pick("1 . 1 3 5 . 6 5 / 1 . 1 2 3 . . .", "1 2 3 . 5 . 3 . / 6 5 3 2 1 . . .", "5 . 6 . 8 . 6 5 / 3 . 2 . 1 . . ."), 40,
        follow=True, hard=92, where=("turn", "verse"), only=craft.answers if s.chance(0.6) else None)
    voice = s.part("~vocal-low", "~vocal-low", "~vocal", "harmonica", level=2)
    tunes.tune(s, voice, 48 if "low" in voice.voice else 60, 67 if "low" in voice.voice else 76, "song", "AABA", 2, where=("verse", "chorus"), leap=0.15,
        bend=0.15)
    tunes.solo(s, s.part("~electric-guitar", "steel", "harmonica", "fiddle", level=1), 62, 84, "eighth", where="turn", scale="major-blues", bend=0.3)
    if s.chance(0.35):
        tunes.harmony(s, voice, s.part("~backing", "~vocal", level=-4), 2)


@style("Country", like="Blues")
def noon_honky_tonk_floor(s: Song) -> None:
    """Barroom dance floor, shuffle or waltz: crying pedal steel, twin fiddles, tic-tac bass, a heartbroken singer."""
    waltz = s.chance(0.35)
    s.set((84, 112) if waltz else (104, 146), "major", keys="G A C D E F", beats=3.0 if waltz else 4.0, swing=(0.75, 1.0), room=("room", "plate", "club"))
    s.until(46, "verse chorus break", verse=s.pick("I | I | IV | I | I | II7 | V7 | V7", "I | I7 | IV | IV | V7 | V7 | I | V7",
        "I | V7 | I | I7 | IV | I | V7 | I"),
            chorus=s.pick("IV | IV | I | I | II7 | II7 | V7 | V7", "IV | V7 | I | vi | IV | V7 | I | I"), **{"break": s.pick("I | IV | V7 | I",
                "IV | I | V7 | I", "I | I7 | IV | I | V7 | V7 | I | I")})
    kit = s.part("kit:standard", "kit:brush", "kit:room", level=-1)
    craft.beat(s, kit, s.pick("k:x.....;r:..x.x.;h:xoxoxo", "k:x.....;s:..o.o.;R:x.xox.") if waltz
        else s.pick("k:x...x...;s:..x...x.;h:xoxoxoxo", "k:x...x...;r:..x...x.;R:x.xox.xo", "k:x...x...;s:gogXgogX;p:..x...x."), fills=8, fill="brush",
        crash=0.2)
    low = s.part("upright", "finger-bass", "pick-bass", level=1)
    craft.bass(s, low, "1-...." if waltz and s.chance(0.3) else "1-5-5-" if waltz else s.pick("1---5---", "1---5---/1---5-<-", "1-1-5-5-"), legato=0.7)
    if s.chance(0.4) and not waltz:
        craft.bass(s, s.part("muted-guitar", level=-6), "1.1.5.5.", low=40, legato=0.4)
    guitar = s.part("steel", "clean-guitar", "~steel-guitar", level=-4)
    craft.comp(s, guitar, "..d.d." if waltz else s.pick("..d...d.", "b.d.B.d.", "o.xoo.xo"), 60, 4, strum=0.014, ring=0.4)
    if s.chance(0.6):
        craft.comp(s, s.part("piano", "honky-tonk", "bright-piano", level=-5), "..xoxo" if waltz else s.pick("..x..ox.", ".xo..xo."), 67, 3, ring=0.6)
    voice = s.part("~vocal", "~vocal-low", "~vocal-duo", level=2)
    low_voice = 50 if "low" in voice.voice else 60
    tunes.tune(s, voice, low_voice, low_voice + 15, "three" if waltz else ("x-x-x---", ".xx-x---", "x--xx---", "x---x-x-"), "AABA", 2,
        where=("verse", "chorus"), bend=0.4, only=lambda b: b.index % 4 < 3)
    steel = s.part("~electric-guitar", "~steel-guitar", "clean-guitar", level=1, fx=("amp:clean", "delay"))
    for span in s.chords():
        if s.chance(0.55):
            # Two strings, of which the upper is pulled up into the chord, as a pedal does it.
            third = next(p for p in range(64, 77) if p % 12 == span.chord.classes[1])
            fifth = next(p for p in range(third, third + 12) if p % 12 == span.chord.classes[2])
            late = span.start + s.pick(0.0, 1.0, 1.0)
            steel.add(late, max(span.end - late, 0.5), third, 84, "", ((0.0, -2.0), (0.3, 0.0)))
            steel.add(late + 0.02, max(span.end - late, 0.5), fifth, 78)
    fiddle = s.part("fiddle", "violin", "~bowed", level=0)
    tunes.tune(s, fiddle, 62, 86, "three" if waltz else "song", "AB", 2, where="break", bend=0.5, grace=0.2)
    tunes.tune(s, fiddle, 67, 86, "three" if waltz else "song", "AB", 1, where=("verse", "chorus"), only=tunes.ends, bend=0.4, grace=0.2)
    if s.chance(0.6):
        tunes.harmony(s, fiddle, s.part("fiddle", "~bowed", level=-2), 2)


@style("Country", like="Jazz")
def noon_cain_ballroom(s: Song) -> None:
    """Western swing: two-beat and walking bass, sock-rhythm guitar, fiddles in harmony, steel and piano choruses."""
    s.set((128, 204), s.pick("major", "major-blues", "major"), keys="C F G Bb D A", swing=(0.7, 1.0), room=("club", "room", "hall"))
    rag = s.pick("I6 | VI7 | II7 | V7 | I6 | VI7 | II7 V7 | I6", "I6 | I6 | VI7 | VI7 | II7 | V7 | I6 | V7", "I6 | I7 | IV6 | iv6 | I6 VI7 | II7 V7 | I6 | V7")
    s.until(46, s.pick("head solo head", "solo head"), head=rag, solo=s.pick(rag, "IV6 | iv6 | I6 | VI7 | II7 | V7 | I6 | I6",
        "I6 | IV7 | I6 | I7 | IV7 | IV7 | I6 | VI7 | II7 | V7 | I6 | V7"))
    kit = s.part("kit:brush", "kit:jazz", "kit:standard", level=-3)
    craft.beat(s, kit, s.pick("k:x...x...;s:..x...x.;h:x.xox.xo", "k:x.x.x.x.;s:gogxgogx", "k:x...x...;r:..x...x.;R:x.xox.xo"), fills=8, fill="brush",
        crash=0.2)
    low = s.part("upright", "~string-bass", level=1)
    craft.bass(s, low, s.pick("1---5---", "1-1-5-5-"), where="head", legato=0.7)
    craft.walk(s, low, where="solo", skip=0.05)
    craft.comp(s, s.part("jazz-guitar", "steel", "~steel-guitar", level=-2), s.pick("x.x.x.x.", "o.X.o.X."), 57, 4, ring=0.45, strum=0.01)
    if s.chance(0.6):
        craft.comp(s, s.part("piano", "honky-tonk", level=-5), s.pick("..x...x.", "..x..x../.x....x."), 66, 4, ring=0.4)
    lead = s.part("fiddle", "violin", "~bowed", "clarinet", level=1)
    tunes.tune(s, lead, 62, 86, ("x-xxx-x-", "xxxxx---", ".xxxx-x-", "x--xx-x-", "..xxx---"), "AABA", 2, where="head", leap=0.3, bend=0.25)
    for steps in (-2, 2)[: s.pick(1, 2)]:
        tunes.harmony(s, lead, s.part("fiddle", "~bowed", "clarinet", level=-2), steps)
    steel = s.part("~electric-guitar", "clean-guitar", "~steel-guitar", level=1, fx=("amp:edge",))
    tunes.solo(s, steel, 62, 84, "bop", where="solo", only=craft.calls, bend=0.6, chromatic=0.2, scale="bebop")
    tunes.solo(s, s.part("jazz-guitar", "piano", "fiddle", "trumpet", "accordion", level=1), 62, 86, "bop", where="solo", only=craft.answers, chromatic=0.25,
        scale="bebop")
    if s.chance(0.4):
        voice = s.part("~vocal", "~vocal-low", level=2)
        tunes.tune(s, voice, 52, 69, "song", "AAB", 2, where="head", only=craft.calls)


@style("Country", like="Folk")
def noon_hollow_breakdown(s: Song) -> None:
    """Bluegrass: banjo rolls, mandolin chop, a slapped or plucked bass on one and three, fiddle breaks, high harmony."""
    waltz = s.chance(0.15)
    s.set((96, 118) if waltz else (118, 154), s.pick("major", "major", "mixolydian"), keys="G A B D C", beats=3.0 if waltz else 4.0,
        room=("room", "booth", "outdoors", "dry"))
    s.until(46, "verse fast chorus", verse=s.pick("I | I | IV | I | I | I | V | I", "I | I | bVII | I | I | bVII | V | I", "I | IV | I | V | I | IV | V | I"),
        chorus=s.pick("IV | I | IV | V | IV | I | V | I", "vi | IV | I | V"), fast="I | I | IV | I | I | I | V | I")
    banjo = s.part("banjo", "~banjo", level=0, pan=0.3)
    roll = s.pick("2D312D12D312D123", "012D12D0312D12D1", "12D12D12D12D12D3", "1232D12312D12321")
    craft.pick_strings(s, banjo, roll[:12] if waltz else roll, 64, 4, drone=67 + (s.tonic - 7) % 12 if s.tonic in (7, 8, 9, 10, 11) else None, ring=1.0)
    craft.bass(s, s.part("upright", "~string-bass", "contrabass", level=1), "1-...." if waltz else s.pick("1---5---", "1---5---/1---5-<-", "1---0---"),
        legato=0.6)
    chop = s.part("~mandolin", "steel", level=-1, pan=-0.4)
    craft.comp(s, chop, "..x.x." if waltz else "..x...x...x...x.", 66, 4, ring=0.25, strum=0.006)
    guitar = s.part("steel", "~steel-guitar", level=-2)
    craft.comp(s, guitar, "b.d.d." if waltz else s.pick("b.d.B.dub.d.B.du", "b.dub.dub.dub.du"), 58, 4, strum=0.01, ring=0.6)
    fiddle = s.part("fiddle", "violin", "~mandolin", "~bowed", "harmonica", level=1)
    tunes.solo(s, fiddle, 62, 88, ("x-xxx-", "xxxxx-") if waltz else "sixteenth", where="fast", scale="major-blues", bend=0.15, rest=0.05)
    voice = s.part("~vocal", "~vocal-duo", "~vocal-low", level=2)
    tunes.tune(s, voice, 58, 76, "three" if waltz else "song", "AABA", 2, where=("verse", "chorus"), bend=0.2)
    if s.chance(0.6):
        tunes.harmony(s, voice, s.part("~vocal", "~backing", level=-2), 2)
    if s.chance(0.5):
        tunes.solo(s, fiddle, 62, 84, ("x-xx",) if waltz else ("xxxxxxxx",), where=("verse", "chorus"), only=tunes.ends, scale="major-blues")
    if s.chance(0.2):
        craft.beat(s, s.part("kit:brush", level=-5), "s:..x.x." if waltz else "s:g.xgg.xgg.xgg.xg", fills=0)


@style("Country", like="Pop")
def noon_music_row(s: Song) -> None:
    """The radio's country: big backbeat or half-time snap track, banjo or mandolin sixteenths, telecaster hooks, steel swells, a wide chorus."""
    s.set((76, 132), s.pick("major", "major", "mixolydian"), keys="G A D E C B", swing=s.pick(0.0, 0.0, 0.0, 0.4), unit=0.5, room=("plate", "arena", "room"))
    s.until(46, s.pick("verse chorus hook", "verse hook chorus chorus"), verse=s.pick("I | I | IV | IV | vi | V | IV | IV", "I | V/7 | vi | IV",
        "vi | IV | I | V"), chorus=s.pick("I | V | vi | IV | I | V | IV | IV", "IV | I | V | vi | IV | I | V | V", "IV | V | I | vi"),
        hook=s.pick("I | IV | I | V", "vi | IV | I | V"))
    snap = s.chance(0.3)
    kit = s.part("kit:power", "kit:room", "kit:standard", level=1)
    if snap:
        craft.beat(s, kit, s.pick("k:x.....x..x......;c:....x.......x...;h:x.xxx.x.x.xxx.xx", "k:x..x....x..x....;r:....x.......x...;m:x.x.x.x.x.x.x.x."),
            where=("verse", "hook"), fills=4)
    else:
        craft.beat(s, kit, s.pick("k:x.....x.x.......;s:....X.......X...;h:x.o.x.o.x.o.x.o.", "k:x.x.....x.x...x.;s:....X..g....X...;h:x.x.x.x.x.x.x.x."),
            where=("verse", "hook"), fills=8)
    craft.beat(s, kit, s.pick("k:x.....x.x.x.....;s:....X.......X...;o:x...x...x...x...", "k:x..x..x.x..x..x.;s:....X.......X...;R:x.x.x.x.x.x.x.x."),
        where="chorus", fills=4, crash=0.9, hard=1.05)
    low = s.part("finger-bass", "pick-bass", "synth-bass", level=0)
    craft.bass(s, low, s.pick("1-....1-1---..5-", "1--1--1-1-----5-"), where=("verse", "hook"))
    craft.bass(s, low, s.pick("1-1-1-1-1-1-1-1-", "1-1-1-1-1-1-5-<-", "1--1--1-1--1--8-"), where="chorus")
    acoustic = s.part("steel", "~steel-guitar", level=-3)
    craft.comp(s, acoustic, s.pick("d...d.u..ud.d.u.", "d.udd.udd.udd.ud", "d...d.udu.u.d.ud"), 60, 5, strum=0.01)
    roll = s.part("banjo", "~banjo", "~mandolin", "~dulcimer", level=-3)
    craft.pick_strings(s, roll, s.pick("2.312.13", "0123D123", "3210D210", "2D13.D12") * 2, 66, 4, where=s.pick(None, ("chorus", "hook")))
    wall = s.part("overdriven", "distorted", "~electric-guitar", level=-3, fx=("amp:crunch",))
    craft.comp(s, wall, s.pick("x-------x-------", "x---x-----x-----"), 55, 3, where="chorus", ring=0.98)
    tele = s.part("clean-guitar", "~electric-guitar", "steel", "fiddle", level=1, fx=("amp:edge", "delay"))
    craft.riff(s, tele, s.pick("5 - 6 5 . 3~ - . / 2 - 3 2 . 1 - .", "1 . 3~ . 5 6 - 5 / 8 - 6 5 3 - . .", "3~ - 2 1 . 1 2 3 / 5 - - 3~ - 2 1 ."), 62,
        where="hook", sweet=-2.0)
    steel = s.part("~electric-guitar", "~section", "strings", "drawbar", level=-6, fx=("amp:clean", "delay"))
    craft.pad(s, steel, 66, 3, where=("chorus", "verse"))
    voice = s.part("~vocal", "~vocal-low", "~vocal-duo", level=2)
    low_v = 50 if "low" in voice.voice else 60
    tunes.tune(s, voice, low_v, low_v + 14, ("x-xxx-xx-x-.....", "..x-xxx-x-x-....", "xxx-x-x-xx--....", "....xxxxx-x-x-.."), "AABA", 1, where="verse",
        bend=0.3, scale="major-pentatonic")
    tunes.tune(s, voice, low_v + 3, low_v + 17, ("x---x-x-x-----..", "x-x---x-x---x-..", "x-----x-xx------"), "ABAC", 2, where="chorus", bend=0.3,
        scale="major-pentatonic")
    tunes.harmony(s, voice, s.part("~vocal", "~backing", level=-4), 2)
