"""Music of porches, dance halls and kitchens: Country, Blues and Folk."""

from __future__ import annotations

from hands.midnight.craft import bass, beat, chord_of, comp, layer, low_root, pad, picked, walk
from hands.midnight.tunes import EASY, SPARSE, THREE, harmony, licks, solo, speak, tune
from score import Part
from song import Song, Where, style
from theory import MINOR_BLUES, TWELVE_BAR, voicing


def steel(s: Song, part: Part, centre: float = 67, where: Where = None, step: float = 1.0) -> None:
    """A pedal steel: two or three held notes of which one is pushed up into the chord or let down from it."""
    before: list[int] | None = None
    for span in s.chords(where):
        before = voicing(span.chord, centre, 3, before)
        at = span.start + (step if s.chance(0.4) else 0)
        length = max(span.end - at, 0.5)
        bent = s.rng.randrange(3)
        for place, pitch in enumerate(before):
            bend = ((0.0, -2.0), (min(0.5, length / 3), -2.0), (min(0.9, length / 2), 0.0)) if place == bent and s.chance(0.75) else ()
            part.add(at, length * 0.97, pitch, 74 + s.rng.gauss(0, 4), "", bend)


def boom_chick(s: Song, low: Part, high: Part, where: Where = None, centre: float = 60, double: float = 0.2) -> None:
    """Thumb and brush: root and fifth on the beat, the chord after it, sometimes struck twice."""
    before: list[int] | None = None
    for bar in s.bars(where):
        for turn in range(int(bar.beats)):
            at = bar.start + turn
            of = chord_of(s, at)
            root = low_root(of, 40)
            before = voicing(of, centre, 3, before)
            first = turn % 2 == 0 if bar.beats != 3 else turn == 0
            if first:
                low.add(at, 0.8, root if (turn // 2 + (bar.index if bar.beats == 3 else 0)) % 2 == 0 else (root + 7 if root < 45 else root - 5), 88)
            else:
                for again in (0.0, 0.5) if s.chance(double) else (0.0,):
                    for place, pitch in enumerate(before):
                        high.add(at + again + place * 0.02, 0.35, pitch, 76 + s.rng.gauss(0, 5))


HONKY = ("I | I | IV | I | I | I | V7 | V7 | I | I7 | IV | IV | I | V7 | I | I", "I | IV | V7 | I | I | IV | V7 | I",
    "I | V7 | V7 | I | I | I7 | IV | II7 | I | V7 | I | V7")
"""Three chords and what is true."""


@style("Country", like="Blues")
def midnight_honky_tonk_shuffle(s: Song) -> None:
    """Barroom country: a shuffle in four or a weeping waltz, walking or two-beat bass, pedal steel, fiddle, tic-tac guitar."""
    waltz = s.chance(0.35)
    s.set((84, 116) if waltz else (112, 164), ("major", "major-blues"), keys="E A D G C", beats=3.0 if waltz else 4.0, swing=s.pick(0.0,
        0.6) if waltz else (0.75, 1.0), room=("room", "club", "dry"))
    s.until(45, "verse solo verse", verse=s.pick(*HONKY), solo=s.pick(*HONKY))
    kit = s.part("kit:brush", "kit:standard", "kit:room", level=-2)
    if waltz:
        beat(s, kit, "kick x..... / rim ..x.x. / hat x.x.x.", "kick x..... / snare ..o.o. / ride x.x.xx", step=0.5)
        bass(s, s.part("upright", "finger-bass", "~string-bass"), "1=====5=====", "1=====5=====1=====5===n=", step=0.5, low=28)
    else:
        beat(s, kit, "kick x...x... / snare ..X...X. / ride x.xxx.xx", "kick x...x... / rim ..x...x. / hat x-x-x-x-", "snare o-X-o-X- / kick x...x...",
            step=0.5, fill="snare")
        walk(s, s.part("upright", "finger-bass", "~string-bass"), 28) if s.chance(0.55) else bass(s, s.part("upright", "pick-bass"), "1=..5=..",
            "1=..5=..1=..5=n.", step=0.5, low=28)
    comp(s, s.part("steel", "clean-guitar", "honky-tonk", "piano", pan=-0.3), *(("..d.d.", "..x.x.") if waltz else ("..d...d.", "d.m.d.m.", "..x...x.")),
        step=0.5, gap=0.5)
    lead = s.part("~vocal", "~vocal-low", "~vocal-duo", level=2, pan=0.0)
    tune(s, lead, 55, 74, THREE if waltz else ("x=x=x===", "x==xx===", "..x=x=x=", "x=x=x=.."), "verse", form="ABAC", bends=0.35, grace=0.2)
    if s.chance(0.6):
        harmony(s, lead, s.part("~vocal-duo", "~backing", level=-4), 2, "verse", keep=0.7)
    steel(s, s.part("~electric-guitar", "clean-guitar", "~steel-guitar", fx=("amp:clean", "delay"), level=-1, pan=0.4), where="verse")
    player = s.part("fiddle", "~bowed", "clean-guitar", "honky-tonk", "harmonica", level=1)
    solo(s, player, 60, 84, "solo", scale=s.pick("major-blues", "major-pentatonic"), chromatic=0.12, bends=0.4)
    licks(s, player, 62, 84, "verse", lag=6 if not waltz else 4, every=8 if not waltz else 6, scale="major-blues", bends=0.4, force=76)


@style("Country", like="Rock")
def midnight_boxcar_train(s: Song) -> None:
    """Train beat: brushes like wheels on rails, damped boom-chick guitar, a low voice that talks its tune, two-beat bass."""
    s.set((92, 126), ("major", "mixolydian", "minor"), keys="E F A G C", room=("room", "dry", "plate"))
    one = "i" if s.scale == "minor" else "I"
    verse = s.pick("I | I | IV | I | I | I | V7 | V7 | I | I7 | IV | IV | V7 | V7 | I | I", "I | I | I | I7 | IV | IV | I | I | V7 | V7 | I | I",
        "I | bVII | I | bVII | IV | I | V | I") if one == "I" else \
        s.pick("i | i | iv | i | i | i | V7 | V7 | i | i | iv | iv | V7 | V7 | i | i", "i | bVII | i | bVII | bVI | bVII | i | i")
    s.until(45, "verse turn verse", verse=verse, turn=f"{one} | {one} | V7 | {one}")
    beat(s, s.part("kit:brush", "kit:standard", "kit:room", level=-1), "snare o-o-X-o-o-o-X-o- / kick x.......x.......",
        "snare -o-o-X-o-o-o-X-o / kick x...x...x...x...", "snare -o-oXo-o-o-oXo-o / kick x.......x....... / foot ....x.......x...",
         fill="snare")
    bass(s, s.part("upright", "pick-bass", "finger-bass", "~string-bass", fx=s.pick((), ("tone:dark",))), "1=..5=..", "1=..v=..", "1=..5=..1=..5=n.",
        step=0.5, low=28, gap=0.7)
    boom_chick(s, s.part("steel", "muted-guitar", "~steel-guitar", pan=-0.3), s.part("steel", "clean-guitar", "~steel-guitar", pan=0.3), double=s.pick(0.1,
        0.4))
    voice = s.part("~vocal-low", "~vocal-low", "~vocal", level=3, pan=0.0)
    tune(s, voice, 43, 62, ("x.xxx.x.", "x=xxx=x.", "xxx.xx=.", "..xxx=x="), "verse", form="AABC", bends=0.15, leaps=0.1)
    lead = s.part("clean-guitar", "~electric-guitar", "harmonica", "trumpet", "banjo", fx=s.pick((), ("tremolo",)), level=1)
    tune(s, lead, 52 if lead.voice != "trumpet" else 60, 72, ("x.x.x.x.", "xxx.x.x.", "x=x.xx.."), "turn", form="AB",
        scale="major-pentatonic" if one == "I" else "minor-pentatonic")
    licks(s, lead, 48, 70, "verse", lag=6, every=8, scale=s.pick("major-blues", "blues"), bends=0.2, rate=0.7)
    if s.chance(0.3):
        steel(s, s.part("~electric-guitar", "clean-guitar", fx=("amp:clean", "delay"), level=-4))
    if s.chance(0.2):
        speak(s, s.part("~speech", level=-3), "turn", every=8, pitch=50)


ROLLS = ("b1344313", "3143b134", "b3413414", "1324b324", "4134b314")
"""How three fingers go round five strings."""


@style("Country", like="Folk")
def midnight_ridge_breakdown(s: Song) -> None:
    """Bluegrass: banjo rolls, mandolin chop off the beat, bass on one and five, fiddle breaks taken in turn, a high lonesome duet."""
    s.set((112, 160), ("major", "mixolydian", "major-pentatonic"), keys="G A D C B", room=("room", "outdoors", "dry", "club"))
    tune_chords = s.pick("I | I | IV | I | I | I | V | I", "I | I | bVII | bVII | I | I | V7 | I", "I | vi | I | vi | IV | I | V | I",
        "I | IV | I | V | I | IV | I V | I")
    s.until(45, "break verse fiddle verse", verse=tune_chords, **{"break": tune_chords, "fiddle": s.pick(tune_chords, "IV | I | IV | V | IV | I | V | I")})
    picked(s, s.part("banjo", "~banjo", level=1, pan=-0.3), *ROLLS, step=0.25, centre=65, voices=4, low=50, ring=2, hammer=0.12)
    bass(s, s.part("upright", "~string-bass", "contrabass"), "1=..5=..", "1=..5=..1=..5.n.", step=0.5, low=28, gap=0.7)
    comp(s, s.part("~mandolin", "~steel-guitar", "steel", level=-1, pan=0.4), "..x...x.", "..xx..x.", step=0.5, gap=0.25, voices=4, centre=69)
    boom = s.part("steel", "~steel-guitar", "nylon", level=-2)
    boom_chick(s, boom, boom, centre=57, double=0.45)
    fiddle = s.part("fiddle", "violin", "~bowed", level=2)
    tune(s, fiddle, 62, 88, ("xxxxxxxxxxxxxxxx", "x=xxxxxxx=xxx===", "xxxxx=xxxxx=x==="), "fiddle", step=0.25, form="AABB", bends=0.3, chordal=0.9)
    layer(s, fiddle, s.part("fiddle", "viola", level=-6), -7, "fiddle", 0.3)
    solo(s, s.part("~steel-guitar", "steel", "~mandolin", level=2), 60, 84, "break", step=0.25, run=(12, 24), rest=(1, 4), chromatic=0.15)
    if s.chance(0.75):
        lead = s.part("~vocal", "~vocal-duo", level=2, pan=0.0)
        tune(s, lead, 62, 81, ("x=x=x===", "xx=xx===", "..x=x=x="), "verse", form="ABAC", bends=0.4, scale="major-pentatonic")
        harmony(s, lead, s.part("~vocal", "~vocal-duo", level=-2, pan=0.3), 2, "verse")
    else:
        licks(s, fiddle, 64, 86, "verse", lag=0, every=4, scale="major-blues")


@style("Country", like="Jazz")
def midnight_dancehall_western_swing(s: Song) -> None:
    """Western swing: twin fiddles in thirds, steel solos, sock-rhythm guitar in quarters, two-beat and walking bass, jazz turnarounds."""
    s.set((128, 208), ("major", "major-blues", "bebop"), keys="A D G C F", swing=(0.8, 1.0), room=("club", "room", "hall"))
    head = s.pick("I6 | I6 | VI7 | VI7 | II7 | V7 | I6 | V7", "I | I7 | IV | #iv°7 | I VI7 | II7 V7 | I6 | V7",
        "I6 | #I°7 | ii7 | V7 | I6 I7 | IV iv6 | I6 V7 | I6", "I6 | IV7 | I6 | I7 | IV7 | #iv°7 | I6 | VI7 | II7 | V7 | I6 VI7 | II7 V7")
    s.until(45, "head solo head ride", head=head, solo=head, ride=head)
    beat(s, s.part("kit:brush", "kit:jazz", "kit:standard", level=-2), "kick x...x... / snare ..x...x. / ride x.xxx.xx", "snare x-X-x-X- / foot ..x...x.",
        "kick x...x... / rim ..x...x. / hat x.xxx.xx", step=0.5, fill="snare")
    walk(s, s.part("upright", "~string-bass", "finger-bass"), 28, two=s.pick(("head",), ("head", "solo"), ()))
    comp(s, s.part("jazz-guitar", "steel", "banjo", pan=-0.4), "dddd", "xXxX", step=1.0, gap=0.55, voices=4, centre=59)
    if s.chance(0.5):
        comp(s, s.part("piano", "honky-tonk", "accordion", level=-2), "..x..x.x", ".x.x.x.x", "x..x....", step=0.5, gap=0.6, centre=67)
    fiddle = s.part("fiddle", "~bowed", "violin", level=1, pan=-0.3)
    tune(s, fiddle, 64, 86, ("xxx=x=x=", "x=xxx=x=", "x==xx===", ".xxxx=.."), "head", form="AABA", bends=0.35, grace=0.15)
    harmony(s, fiddle, s.part("fiddle", "violin", "trumpet", pan=0.3), 2, "head")
    solo(s, s.part("~electric-guitar", "jazz-guitar", "~steel-guitar", fx=("amp:edge",), level=1), 58, 84, "solo", bends=0.4)
    solo(s, s.part("fiddle", "clarinet", "trumpet", "piano", level=1), 62, 88, "ride", bends=0.2)
    if s.chance(0.6):
        steel(s, s.part("clean-guitar", "~electric-guitar", fx=("amp:clean", "delay"), level=-4), where=("head", "ride"))
    if s.chance(0.4):
        speak(s, s.part("~speech", level=-4), "solo", every=16, rate=0.6)


@style("Country", like="Pop")
def midnight_tailgate_radio(s: Song) -> None:
    """Radio country of today: stomp-and-clap or half-time drums with a loop, big guitars, banjo sparkle, steel swells, an anthem refrain."""
    s.set((74, 132), ("major", "major-pentatonic", "mixolydian"), keys="G D A E C Bb", swing=s.pick(0.0, 0.0, 0.3), unit=0.5, room=("plate", "room", "arena"))
    verse = s.pick("I | V | vi | IV", "I | IV | vi | V", "vi | IV | I | V", "I | I/3 | IV | V", "I | bVII | IV | I")
    chorus = s.pick("IV | I | V | vi", "I | V | vi | IV", "IV | V | I | vi", "I | vi | IV | V")
    s.until(45, "verse chorus verse chorus", verse=f"{verse} | {verse}", chorus=f"{chorus} | {chorus}")
    kit = s.part("kit:room", "kit:power", "kit:standard", "~kit:linn")
    beat(s, kit, "kick X.......X.x..... / clap ....X.......X... / rim ..x...x...x...x.",
        "kick X..x....X....... / snare ....X.......X... / hat x.x.x.x.x.x.x.x.", where="verse", fill="toms", crash=0.3)
    beat(s, kit, "kick X..x..x.X....x.. / snare ....X.......X... / open x.x.x.x.x.x.x.x.",
        "kick X.x.....X.x..x.. / snare ....X.......X..x / ride x.x.x.x.x.x.x.x. / clap ....x.......x...", where="chorus", crash=0.9, fill="toms")
    bass(s, s.part("pick-bass", "finger-bass", "~string-bass"), "11111111", "1=.11=5.", "1===1.5.", step=0.5, low=28)
    comp(s, s.part("steel", "~steel-guitar", pan=-0.4), "d.d.du.udu", "d..ud.udu.udd.du", "d.dumudud.dumudu", step=0.25, centre=60, voices=4)
    picked(s, s.part("banjo", "~banjo", "~mandolin", "clean-guitar", level=-2, pan=0.5), "1324132413241234", "3143.134", "4.3.1.3.4.2.1.2.", step=0.25,
        centre=69, ring=2)
    comp(s, s.part("overdriven", "~electric-guitar", fx=("amp:crunch", "double"), level=-1), "x=======", "x==x==x=", "xxxxxxxx", step=0.5, centre=54,
        voices=3, where="chorus")
    steel(s, s.part("clean-guitar", "~electric-guitar", "~steel-guitar", fx=("amp:clean", "delay"), level=-2))
    lead = s.part("~vocal", "~vocal-low", level=3, pan=0.0)
    tune(s, lead, 52, 69, ("..xxxxx=", "xxxxx=..", ".xxx.xx=", "xxx=x=x="), "verse", form="AABA", bends=0.3, scale="major-pentatonic", rest=0.05)
    tune(s, lead, 60, 77, ("x==x==x=", "x=x=x===", "..x=xx=="), "chorus", form="ABAC", bends=0.35, scale="major-pentatonic")
    harmony(s, lead, s.part("~vocal-duo", "~backing", level=-4), 2, "chorus")
    if s.chance(0.5):
        licks(s, s.part("fiddle", "overdriven", "~electric-guitar", fx=("amp:lead",), level=-2), 64, 86, "chorus", lag=6, every=8, scale="major-blues",
            bends=0.6)


@style("Blues", like="Folk")
def midnight_delta_bottleneck(s: Song) -> None:
    """One player, one porch: thumbed drone bass, slide answers over open strings, foot stamp, a moaning voice."""
    s.set((66, 118), ("blues", "minor-pentatonic"), keys="G D A E", swing=(0.5, 1.0), rubato=s.pick(0.0, 0.02), room=("room", "outdoors", "dry"))
    s.until(45, "verse verse", verse=s.pick("I7 | I7 | I7 | I7 | IV7 | IV7 | I7 | I7 | V7 | IV7 | I7 | I7", "I7 | I7 | IV7 | I7 | I7 | I7 | V7 | I7",
        "I7 | % | % | % | % | % | % | %", TWELVE_BAR[1]))
    s.master += ["old"] if s.chance(0.5) else []
    guitar = s.part("steel", "~steel-guitar", "~nylon-guitar", "clean-guitar", level=1)
    picked(s, guitar, "b.b.b.b.", "b3b.b32.", "b.3.f.3.", "b2b3b2b.", step=0.5, centre=55, voices=3, low=40, ring=1.2)
    slide = s.part("~steel-guitar", "steel", "~electric-guitar", fx=s.pick((), ("amp:edge",)), level=2, pan=guitar.pan)
    rungs = s.rungs(57, 79, "blues")
    figure = [s.rng.randrange(len(rungs)) for _ in range(4)]
    for bar in s.bars():
        if bar.index % 2 == 0 and s.chance(0.4):
            continue
        for place, step in enumerate(figure if s.chance(0.6) else figure[::-1]):
            long = place == 3
            slid = s.pick(((0.0, -3.0), (0.25, 0.0)), ((0.0, -1.0), (0.15, 0.1), (0.3, -0.1), (0.5, 0.1)), ((0.0, 0.0), (0.3, 0.0), (0.6, -3.0)))
            slide.add(bar.start + 1.5 + place * 0.5 if not long else bar.start + 3, 1.0 if long else 0.5, rungs[step], 88 + s.rng.gauss(0, 7), "", slid)
    if s.chance(0.7):
        voice = s.part("~vocal-low", "~vocal", level=2, pan=0.0)
        tune(s, voice, 50, 69, ("xxxxx===", "x=x=x===", "..xxx=x=", "xx=x=..."), form="AABC", bends=0.7, grace=0.3, scale="blues", chordal=0.4, bars=2,
            rest=0.2)
    else:
        licks(s, s.part("harmonica", "~reed", level=1), 60, 80, every=4, lag=2, bends=0.8)
    if s.chance(0.6):
        beat(s, s.part("kit:standard", "kit:room", level=-4, fx=("tone:dark",)), "thud x.x.x.x.", "thud x.x.x.x. / clap ..o...o.", step=0.5)


@style("Blues", like="Rock")
def midnight_south_side_shuffle(s: Song) -> None:
    """Electric city blues: shuffle drums, boogie guitar on low strings, walking bass, amplified harp or guitar against the singer, piano triplets."""
    s.set((88, 150), ("blues", "major-blues"), keys="E A G C Bb F", swing=(0.85, 1.1), room=("club", "room"))
    s.until(45, "verse solo verse", verse=s.pick(*TWELVE_BAR), solo=s.pick(*TWELVE_BAR))
    beat(s, s.part("kit:standard", "kit:room", "kit:jazz"), "kick x...x... / snare ..X...X. / hat x.xxx.xx", "kick x.x.x.x. / snare -.X--.X- / ride x-x-x-x-",
        "kick x..xx... / snare ..X...X. / hat xxxxxxxx", step=0.5, fill="snare", crash=0.5)
    walk(s, s.part("upright", "finger-bass", "~string-bass", fx=s.pick((), ("amp:bass",))), 28) if s.chance(0.5) else bass(s, s.part("finger-bass",
        "pick-bass", "~string-bass"), "1.3.5.6.7.6.5.3.", "1.8.5.6.", "1.1.5.5.6.6.5.5.", step=0.5, low=28)
    boogie = s.part("clean-guitar", "overdriven", "~electric-guitar", fx=("amp:edge",), pan=-0.4)
    shape = s.pick((7, 7, 9, 9, 7, 7, 10, 9), (7, 7, 9, 9, 7, 7, 9, 9), (7, 9, 10, 9, 7, 9, 10, 9))
    for at, of, top in ((bar.start + turn * 0.5, chord_of(s, bar.start + turn * 0.5), above) for bar in s.bars() for turn, above in enumerate(shape)):
        for above in (0, top):
            boogie.add(at, 0.42, low_root(of, 40) + above, 80 + s.rng.gauss(0, 5))
    if s.chance(0.6):
        comp(s, s.part("piano", "honky-tonk", "drawbar", level=-2), "..x...x.", "x..x..x.", "xxxxxxxx", step=0.5, gap=0.5, centre=67, voices=3)
    voice = s.part("~vocal", "~vocal-low", level=2, pan=0.0)
    tune(s, voice, 52, 70, ("xxxxx=..", "x=xxx=..", ".xxxx===", "x=x=...."), "verse", form="AABC", bends=0.6, grace=0.2, scale="blues", chordal=0.4)
    lead = s.part("harmonica", "~electric-guitar", "overdriven", "tenor-sax", fx=s.pick(("amp:crunch",), ("amp:edge", "delay")), level=2)
    licks(s, lead, 60, 80, "verse", lag=6, every=8, bends=0.7)
    solo(s, lead, 58, 84, "solo", scale="blues", chromatic=0.05, bends=0.5, triplets=0.25, rest=(1, 4))


@style("Blues", like="Jazz")
def midnight_slow_minor_hours(s: Song) -> None:
    """Slow blues in twelve: organ swells, minor or ninth chords, a guitar that bends and waits, horns at the turnaround."""
    s.set((48, 66), ("blues", "minor-pentatonic"), keys="C G A B D F", room=("club", "room", "hall"))
    minor = s.chance(0.55)
    form = s.pick(*MINOR_BLUES) if minor else s.pick("I9 | IV9 | I9 | I7 | IV9 | #iv°7 | I9 | VI7 | V9 | IV9 | I7 IV7 | I7 V7#9",
        "I9 | IV9 | I9 | I9 | IV9 | IV9 | I9 | I9 | V9 | IV9 | I9 IV9 | I9 V7#9")
    s.until(45, "verse solo", verse=form, solo=form)
    third = 1 / 3
    beat(s, s.part("kit:standard", "kit:brush", "kit:jazz"), "kick X....xx..... / snare ...X.....X.. / hat xxxxxxxxxxxx",
        "kick x.....x....x / rim ...x.....x.. / ride x.xx.xx.xx.x", step=third, fill="toms", crash=0.3)
    bass(s, s.part("finger-bass", "upright", "~string-bass"), "1==1.53==5.n", "1====35==7.n", "1====.1=.5.n", step=third, low=28)
    comp(s, s.part("drawbar", "~organ", "rhodes", fx=("leslie",), level=-2), "x===========", "x====xx=====", "x=x=........", step=third, gap=1.0, centre=62)
    if s.chance(0.6):
        comp(s, s.part("piano", "clean-guitar", "electric-grand", level=-3), "..xx.xx.xx.x", "xxxxxxxxxxxx", step=third, gap=0.6, centre=70, voices=3, force=60)
    lead = s.part("~electric-guitar", "overdriven", "tenor-sax", "clean-guitar", fx=s.pick(("amp:edge",), ("amp:crunch", "delay")), level=2)
    phrase = ("..x=x===....", "x=xxx====...", "....xxxxx===", "x=====......", "...x=xx==...")
    tune(s, lead, 60, 86, (*phrase, "xxxxxx=====."), "solo", step=third, bars=1, form="ABAC", bends=0.75, grace=0.15, scale="blues", chordal=0.5)
    if s.chance(0.75):
        tune(s, s.part("~vocal-low", "~vocal", level=3, pan=0.0), 52, 70, ("xxx=x=x==...", "..xxx=x====."), "verse", step=third, bars=2, form="AAB",
            bends=0.6, grace=0.3, scale="blues", chordal=0.4, rest=0.15)
        licks(s, lead, 62, 82, "verse", lag=6, every=8, bends=0.8)
    else:
        tune(s, lead, 58, 80, phrase, "verse", step=third, bars=1, form="AAB", bends=0.7, scale="blues")
    if s.chance(0.45):
        pad(s, s.part("brass", "tenor-sax", "~brass-section", level=-6), 60, 3, where="solo")


@style("Folk", like="Country")
def midnight_troubadour_fingers(s: Song) -> None:
    """A singer and a fingerpicked guitar: alternating thumb, modal or plain chords, now and then cello, harmonica or a second voice."""
    waltz = s.chance(0.35)
    s.set((76, 128), ("major", "dorian", "mixolydian", "minor"), keys="C G D A E F", beats=3.0 if waltz else 4.0, rubato=s.pick(0.0, 0.01),
        room=("room", "booth", "dry", "church"))
    verse = s.pick("I | I | IV | I | vi | IV | V | I", "I | iii | IV | I | IV | I | ii | V", "I | V/3 | vi | IV | I | IV | V | I",
        "I | bVII | IV | I | I | bVII | IV | V") if s.scale in ("major", "mixolydian") else \
        s.pick("i | bVII | i | v | bIII | bVII | i | i", "i | IV | i | bVII | bIII | bVII | IV | i", "i | bVI | bIII | bVII | i | bVII | v | i")
    s.until(45, "verse verse turn", verse=verse, turn=" | ".join(verse.split(" | ")[:4]))
    guitar = s.part("steel", "nylon", "~steel-guitar", "~nylon-guitar", level=1, pan=0.1)
    picked(s, guitar, *(("b.3.2.", "b34232", "b.24c.") if waltz else ("b3f4b2f3", "b.3.f.4.", "c3f4b3f2", "b2f3b4f3")), step=0.5, centre=62, low=40, ring=3,
        hammer=0.08, force=74)
    voice = s.part("~vocal", "~vocal-low", "~vocal", level=3, pan=0.0)
    tune(s, voice, 55, 74, THREE if waltz else (*EASY, *SPARSE[:2]), "verse", form="ABAC", bends=0.15, grace=0.15)
    if s.chance(0.4):
        harmony(s, voice, s.part("~vocal", "~vocal-duo", level=-3, pan=-0.4), s.pick(2, -2), "verse", keep=0.8)
    other = s.part("harmonica", "fiddle", "cello", "flute", "~mandolin", "accordion", "recorder", level=-1, pan=-0.3)
    tune(s, other, 60 if other.voice != "cello" else 48, 81, THREE if waltz else EASY, "turn", form="AB", grace=0.2)
    if s.chance(0.4):
        pad(s, s.part("cello", "strings", "accordion", "~bowed", level=-6), 52, 2)
    if s.chance(0.35):
        bass(s, s.part("upright", "contrabass", level=-2), *(("1=====",) if waltz else ("1===5===", "1=======")), step=0.5, low=28)


@style("Folk", like="World")
def midnight_kitchen_session(s: Song) -> None:
    """Irish kitchen: jigs, slip jigs, reels and slow airs in unison with rolls, over drone, bouzouki chords and a frame drum."""
    kind = s.pick("jig", "jig", "reel", "reel", "slip", "polka")
    beats = {"jig": 3.0, "reel": 4.0, "slip": 4.5, "polka": 2.0}[kind]
    s.set({"jig": (160, 190), "reel": (180, 224), "slip": (165, 195), "polka": (116, 140)}[kind], ("dorian", "mixolydian", "major"), keys="D G A E B",
        beats=beats, swing=0.35 if kind == "reel" and s.chance(0.6) else 0.0,
          room=("room", "club", "outdoors"))
    part_a = {"dorian": "i | i | bVII | bVII | i | i | bVII | i", "mixolydian": "I | I | bVII | bVII | I | I | bVII | I",
        "major": "I | IV | I | V | I | IV | V | I"}[s.scale]
    part_b = {"dorian": "i | bVII | i | IV | i | bVII | IV | i", "mixolydian": "IV | I | bVII | I | IV | I | bVII | I",
        "major": "vi | IV | I | V | vi | IV | V | I"}[s.scale]
    s.until(45, "a a b b", a=part_a, b=part_b)
    cells = {"jig": ("xxxxxx", "x=xxxx", "xxxx=x", "x=xx=x"), "reel": ("xxxxxxxx", "x=xxxxxx", "xxx=xxxx", "x=xxx=xx"), "slip": ("x=xxxxx=x", "xxxxxxx=x",
        "xxxx=xxxx"), "polka": ("xxxx", "x=xx", "xxx=")}[kind]
    lead = s.part("fiddle", "flute", "~flute", "accordion", "whistle", "~bowed", "recorder", level=2)
    for name in ("a", "b"):
        tune(s, lead, *((62, 79) if name == "a" else (67, 86)), cells, name, bars=2, form="ABAC", rest=0.0, leaps=0.22, grace=0.25, chordal=0.7)
    for _ in range(s.pick(1, 1, 2)):
        layer(s, lead, s.part("fiddle", "accordion", "~mandolin", "banjo", "whistle", "bagpipe", "~accordion", "harp", level=-2), s.pick(0, 0, 12, -12),
            keep=0.95)
    chug = {"jig": ("x==x==", "d.ud.u", "x=xx=x"), "reel": ("d.udd.ud", "x=x=x=x=", "d..ud.u."), "slip": ("x==x==x==", "d.ud.ud.u"), "polka": (".x.x",
        "d.du")}[kind]
    if s.chance(0.75):
        comp(s, s.part("steel", "~steel-guitar", "piano", "nylon", "~mandolin", level=-2), *chug, step=0.5, centre=57, voices=3, gap=0.7)
    if s.chance(0.4):
        drum = {"jig": "thud X.xx.x", "reel": "thud X.xxx.xx", "slip": "thud X.xx.xx.x", "polka": "thud X.xx"}[kind]
        beat(s, s.part("kit:orchestra", "kit:standard", level=-5, fx=("tone:dark",)), drum.replace("thud", "floor"), drum.replace("thud", "tumba"), step=0.5)
    if s.chance(0.35):
        drone = s.part("bagpipe", "~drone", "accordion", "fiddle", level=-8)
        for bar in s.bars():
            if bar.index % 4 == 0:
                for above in (0, 7):
                    drone.add(bar.start, bar.beats * 4, 48 + s.tonic % 12 - (12 if s.tonic > 7 else 0) + above, 60)


@style("Folk", like="World")
def midnight_capstan_shanty(s: Song) -> None:
    """Work song: one voice calls, the crew answers in rough harmony, feet and fists keep time; perhaps a squeeze-box or fiddle."""
    three = s.chance(0.4)
    s.set((72, 116), ("major", "dorian", "mixolydian", "minor"), keys="D G A F C", beats=3.0 if three else 4.0, swing=s.pick(0.0, 0.6, 0.9), room=("outdoors",
        "room", "church", "club"))
    one = "i" if s.scale in ("dorian", "minor") else "I"
    call = f"{one} | {one} | bVII | {one}" if one == "i" else s.pick("I | IV | I | V", "I | I | V | I",
        "I | bVII | I | I" if s.scale == "mixolydian" else "I | V | vi | I")
    s.until(45, "call crew call crew refrain", call=call, crew=call,
        refrain=f"{s.pick('IV', 'bVII') if one == 'I' else 'bIII'} | {one} | {'V' if one == 'I' else 'v'} | {one} | {call}")
    cells = THREE if three else ("x=xxx=x=", "xxx=x===", "x=x=x=x=", "x==xx===")
    leader = s.part("~vocal-low", "~vocal", level=3, pan=0.0)
    tune(s, leader, 52, 69, cells, ("call", "refrain"), form="ABAB", bends=0.3, grace=0.1, bars=2)
    crew = s.part("~choir-low", "~backing", "~vocal-duo", level=2, pan=0.2)
    tune(s, crew, 50, 67, cells[:2], ("crew", "refrain"), form="AB", bars=2, chordal=0.95)
    for steps in s.pick((2,), (-2, 2), (2, 4)):
        harmony(s, crew, s.part("~choir-low", "~vocal-low", "~backing", level=-1, pan=-0.3), steps, ("crew", "refrain"), keep=0.9)
    if s.chance(0.5):
        beat(s, s.part("kit:standard", "kit:orchestra", "kit:room", level=-3, fx=("tone:dark",)),
            *(("thud X.x.x.", "floor X..... / clap ..x.x.") if three else ("thud X...X...", "floor X...X... / clap ..x...x.", "tumba X..xX.x.")), step=0.5)
    if s.chance(0.6):
        helper = s.part("accordion", "fiddle", "~accordion", "banjo", "whistle", "~mandolin", level=-2)
        if s.chance(0.5):
            layer(s, leader, helper, 12, keep=0.85)
            tune(s, helper, 62, 79, cells, "crew", form="AB", grace=0.2)
        else:
            comp(s, helper, *(("x.x.x.", "x=x=x=") if three else ("x.x.x.x.", "x=..x=..")), step=0.5, gap=0.6, centre=62, voices=3)

