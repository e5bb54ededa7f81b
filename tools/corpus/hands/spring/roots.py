"""Roots: country, blues and folk, played by hand on wood and steel."""

from __future__ import annotations

from hands.spring.craft import arp, bass, comp, drone, drums, pad, pulse, walk
from hands.spring.tunes import blow, shadow, tune
from score import Part
from song import Song, Where, style

VOICE = ("~vocal", "~vocal-low", "~vocal", "voice-lead")
"""Who sings in front."""


def steel(s: Song, part: Part, where: Where = None, centre: int = 69, vel: float = 82) -> None:
    """Pedal steel: two notes of the chord, one of which slides in from a step away while the other stands, swelled with the volume pedal."""
    for span in s.chords(where):
        tones = sorted(p for p in range(centre - 7, centre + 12) if p % 12 in span.chord.classes)
        index = s.rng.randrange(max(len(tones) - 2, 1))
        half = span.length / 2 if span.length >= 3 and s.chance(0.6) else span.length
        at = span.start
        while at < span.end - 1e-6:
            bend = ((0.0, s.pick(-2.0, -2.0, -1.0, 2.0)), (s.between(0.1, 0.3), s.pick(-1.0, -2.0)), (s.between(0.4, 0.8), 0.0))
            moving = s.pick(0, 1)
            for string, tone in enumerate(tones[index:index + 2]):
                part.add(at, half * 0.95, tone, vel + s.rng.gauss(0, 4), "", bend if string == moving else ())
            index = min(max(index + s.pick(-1, 1, 1), 0), max(len(tones) - 2, 0))
            at += half


def fiddle(s: Song, part: Part, where: Where = None, low: int = 62, high: int = 88, saw: float = 0.8) -> None:
    """Fiddle tune in sixteenths and eighths with drags, slides and an open string now and then."""
    bowings = ("x_x_xxx_x_x_xxx_", "xxx_xxx_xxxxx_x_", "x_xxx_xxx_xxx___") if saw > 0.5 else ("x_x_x___x_x_x_x_", "..x_x_x_x_______", "x___x_x_x_x_x___")
    notes = tune(s, part, low, high, *bowings, plan="AABB", bars=2, grace=0.25, bend=0.15, leap=0.25, where=where)
    shadow(s, notes, part, steps=-2, chance=0.12)


@style("Country", like="Blues")
def spring_barn_honkytonk(s: Song) -> None:
    """Honky-tonk shuffle of the fifties: walking two-beat bass, tic-tac guitar, crying steel, fiddle turnarounds, a hurt voice."""
    s.set((108, 152), ("major", "major", "major-pentatonic"), keys="G D A C E", swing=(0.7, 1.0), room=("room", "club", "plate"))
    verse = s.pick("I | I | IV | IV | V7 | V7 | I | I", "I | I7 | IV | IV | I | V7 | I | I", "I | IV | I | V7 | I | IV | V7 | I")
    s.until(46, "intro verse chorus", intro="IV | V7 | I | I", verse=verse, chorus=s.pick("IV | IV | I | I | II7 | II7 | V7 | V7",
        "IV | I | V7 | I | IV | I | V7 | I"))
    drums(s, s.part("kit:brush", "kit:standard", "kit:jazz", level=-2), "k:x.......x....... s:....x.......x... h:x.x.x.x.x.x.x.x.",
        "k:x.......x....... r:....x.......x... R:x...x.x.x...x.x.", "k:x.......x....... s:o.o.x.o.o.o.x.o.", fill="snare", every=8)
    bass(s, s.part("upright", "~string-bass", "pick-bass", level=1), *s.pick(("R___5___8___5___", "R___3___5___6___", "R___R___5___a___"),
        ("R_______v_______", "R_______5____.a_")), low=29)
    comp(s, s.part("steel", "~steel-guitar", "jazz-guitar", level=-2), "..x_m_x_..x_m_x_", "b...x...b...x...", "x...x.u.x...x.u.", centre=60, strum=0.02,
        short=0.6)
    steel(s, s.part("clean-guitar", "~steel-guitar", "~electric-guitar", "jazz-guitar", fx=("tremolo",) if s.chance(0.3) else (), level=1),
        centre=s.pick(67, 71))
    tune(s, s.part(*VOICE, level=3, pan=0.0), 57, 74, "x_x_x___x___x___", "..x_x_x_x_______", where=("verse", "chorus"), plan="ABAC", bend=0.3, sing="words",
        scale="major-pentatonic")
    if s.chance(0.7):
        blow(s, s.part("honky-tonk", "piano", level=-4), 67, 90, busy=0.4, vel=76)
    fiddle(s, s.part("fiddle", "violin", "~bowed", level=0), where=s.pick("intro", None), saw=0.4)


@style("Country", like="Rock")
def spring_barn_freight(s: Song) -> None:
    """Train beat: brushed sixteenths, boom-chick, twang on the low strings, baritone voice, one key change of heart to outlaw rock."""
    s.set((92, 128), ("major", "mixolydian", "major-pentatonic", "minor"), keys="E A D G", room=("room", "plate", "club", "dry"))
    home = s.pick("I | I | IV | I | V | V | I | I", "I | bVII | IV | I", "I | I | V | V | V | V | I | I",
        "I | IV | I | V") if s.scale != "minor" else s.pick("i | i | bVII | i", "i | bVII | bVI | V", "i | iv | i | v")
    s.until(46, "riff verse verse riff", riff=home, verse=home)
    kit = s.part("kit:brush", "kit:standard", "kit:room", level=-1)
    drums(s, kit, "s:ooXoooXoooXoooXo k:x...x...x...x...", "s:oxXxoxXxoxXxoxXx k:x...x...x...x...", "s:o.Xoo.Xoo.Xoo.Xo k:x...x...x...x... h:x...x...x...x...",
        "s:xoXoxoXoxoXoxoXx K:x.......x.......", fill="snare", every=8)
    bass(s, s.part("upright", "pick-bass", "finger-bass", "~string-bass", level=1), "R___5___R___5___", "R___v___R___v.a_", "R___3___5___3___", low=28)
    comp(s, s.part("steel", "~steel-guitar", "nylon"), "b.x.b.x.b.x.b.x.", "b.xub.xub.xub.xu", "b...x.u.b...x.u.", centre=60, strum=0.015, low=40, vel=84)
    twang = s.part("clean-guitar", "~electric-guitar", "pick-bass", "overdriven", fx=s.pick(("tremolo",), ("delay:110",), ("amp:edge",)), level=1)
    riff = tune(s, twang, 40, 62, "x_x_x_x_x___x_x_", "x___x_x_x_x_x___", "x_x___x_x_x_x___", where="riff", plan="AAAB", bars=1, bend=0.25, scale="major-blues"
        if s.scale != "minor" else "minor-pentatonic")
    if s.chance(0.5):
        shadow(s, riff, s.part("harmonica", "fiddle", "trumpet", level=-3), semitones=24 if twang.voice == "pick-bass" else 12)
    tune(s, s.part("~vocal-low", "~vocal-low", "~vocal", "~vocal-duo", level=3, pan=0.0), 45, 62, "x_x_x_x_x___x_x_", "..x_x_x_x_x_....", where="verse",
        plan="ABAC", sing="words", leap=0.12, bend=0.15)
    if s.chance(0.5):
        steel(s, s.part("~steel-guitar", "clean-guitar", level=-3, fx=("delay",)), where="verse", vel=72)
    if s.chance(0.35):
        arp(s, s.part("banjo", "~banjo", level=-4), "1324132413241324", "1.231.231.231.23", centre=66, n=3)


@style("Country", like="Pop")
def spring_barn_tailgate(s: Song) -> None:
    """Modern country-pop: stadium drums or clap loop, banjo over distorted guitars, steel behind, a chorus that wants phones in the air."""
    s.set((76, 132), ("major",), keys="A E G B D", swing=s.pick(0.0, 0.0, 0.4), unit=0.5, room=("plate", "arena", "room"))
    verse, chorus = s.pick("I | I | vi | IV", "vi | IV | I | V", "I | Vsus4 | vi | IV", "I | IV | vi | V"), s.pick("IV | I | V | vi", "I | V | vi | IV",
        "I | V/3 | IV | V", "vi | IV | I | V/3")
    s.until(46, "verse chorus verse chorus", verse=verse, chorus=f"{chorus} | {chorus}")
    kit = s.part("kit:power", "kit:standard", "kit:room", level=2)
    drums(s, kit, "k:x.....x.x....... s:....X.......X... h:x.x.x.x.x.x.x.x.", "k:x..x..x.....x... c:....x.......x... h:x...x...x...x...",
        "k:x.x.....x.x..... r:....x.......x... h:xoxoxoxoxoxoxoxo", where="verse", fill="rock")
    drums(s, kit, "k:X.....x.X.x..... s:....X.......X... o:x...x...x...x...", "k:X..x..x.X..x.... s:....X.......X..o R:x.x.x.x.x.x.x.x.",
        "k:X...X...X...X... s:....X.......X... t:x.x.x.x.x.x.x.x.", where="chorus", fill="rock")
    bass(s, s.part("pick-bass", "finger-bass", "~electric-bass"), "R_R_R_R_R_R_R_R_", "R_____R_R_____5_", "R__R__R_R_R_R_a_", low=28)
    comp(s, s.part("steel", "~steel-guitar"), "x...x.uux.u.x.u.", "x...x.u..uu.x.u.", centre=62, n=5, strum=0.015, vel=78)
    comp(s, s.part("distorted", "overdriven", "~electric-guitar", fx=("amp:crunch", "double"), level=-1), "X_______X_____x_", "X_____x_X_______", centre=52,
        n=3, where="chorus", vel=90)
    roll = s.part("banjo", "~banjo", "~mandolin", "steel", level=-1)
    arp(s, roll, "1235123512351235", "3.1.5.3.1.5.3.1.", "5321532153215321", "1.351.351.351.35", centre=67, n=3, vel=80)
    steel(s, s.part("clean-guitar", "~steel-guitar", "~electric-guitar", fx=("delay",), level=-2), where=s.pick("verse", None), centre=72)
    lead = s.part("~vocal", "~vocal-low", "~vocal", "fiddle", level=3, pan=0.0)
    tune(s, lead, 55, 72, "..x_x_x_x_x_x___", "x_x_x_x_..x_x___", where="verse", plan="AABA", sing="words", scale="major-pentatonic", bend=0.15)
    notes = tune(s, lead, 62, 79, "x___x_x_x_____x_", "x_x_x___x_x_x___", where="chorus", plan="ABAB", sing="words", scale="major-pentatonic", bend=0.25)
    shadow(s, notes, s.part("~vocal", "~backing", "fiddle", level=-3), steps=2)


@style("Country", like="Folk")
def spring_barn_waltz(s: Song) -> None:
    """Country waltz: bass on one, chick on two and three, twin fiddles or steel over a slow tune, voice in thirds."""
    s.set((84, 126), ("major",), keys="D G C F A", beats=3.0, swing=s.pick(0.0, 0.6), room=("room", "hall", "plate", "club"))
    one, two = s.pick(("I | I | IV | I | I | vi | V7 | V7", "I | I7 | IV | IV | I | V7 | I | I"), ("I | V7 | I | I7 | IV | I | II7 | V7",
        "IV | I | V7 | I | IV | I | V7 | I"), ("I | iii | IV | I | IV | I | V7 | V7", "I | I7 | IV | iv | I | V7 | I | V7"))
    s.until(46, "a b", a=one, b=two)
    if s.chance(0.7):
        drums(s, s.part("kit:brush", "kit:standard", "kit:jazz", level=-4), "k:x........... s:....x...x... h:x...x...x...",
            "k:x........... r:....o...x... R:x...x...x.x.", soft=12, crash=0.1)
    bass(s, s.part("upright", "finger-bass", "~string-bass", level=1), "R___________|5___________", "R_______5___", "R___________|v_______a___", low=29)
    comp(s, s.part("steel", "~steel-guitar", "piano", level=-2), "....x...x...", "b...x...x.u.", "....x.u.x.u.", centre=61, strum=0.02)
    steel(s, s.part("clean-guitar", "~steel-guitar", "jazz-guitar", fx=s.pick((), ("tremolo",)), level=0), centre=70, vel=76)
    lead = s.part("~vocal", "~vocal-low", "fiddle", "~vocal", "harmonica", level=3)
    notes = tune(s, lead, 57, 76, "x_______x___", "x___x___x___", "x_____x_x___", "x___________", plan="ABAC", bend=0.2, sing="words",
        scale="major-pentatonic", shape=s.pick("arch", "fall"))
    shadow(s, notes, s.part("~backing", "~vocal", "violin", "fiddle", level=-3), steps=2, chance=0.9)
    if s.chance(0.5):
        tune(s, s.part("fiddle", "~mandolin", "honky-tonk", level=-2), 67, 88, "....x_x_x_x_", "x_x_x_x_x___", plan="AB", answer=0.5, grace=0.3, where="b")


@style("Country", like="Jazz")
def spring_barn_dancehall_swing(s: Song) -> None:
    """Western swing: shuffle in four, sock rhythm guitar in sixths, jazzing steel and fiddles in harmony, a holler, hot choruses."""
    s.set((152, 214), ("major",), keys="G C F Bb D", swing=(0.8, 1.0), room=("club", "room", "hall"))
    form = s.pick("I6 | I6 | IV7 | #iv°7 | I6 | VI7 | II7 V7 | I6", "I6 | VI7 | II7 | V7", "I6 | I7 | IV6 | iv6 | I6 VI7 | II7 V7 | I6 | V7",
        "I6 | I6 | V7 | V7 | V7 | V7 | I6 | V7")
    s.until(46, "head solo head out", head=form, solo=form, out=form)
    drums(s, s.part("kit:brush", "kit:jazz", "kit:standard", level=-2), "k:x.......x....... s:....x.......x... h:x.x.x.x.x.x.x.x.",
        "k:x...x...x...x... s:..o.x.o...o.x.o.", "k:x.......x....... p:....x.......x... R:x...x.x.x...x.x.", fill="snare")
    walk(s, s.part("upright", "~string-bass", level=1), skip=0.05)
    comp(s, s.part("jazz-guitar", "~steel-guitar", "steel", level=0), "x...X...x...X...", "x...X.m.x...X...", centre=60, n=4, strum=0.01, short=0.7, vel=80)
    heads = tune(s, s.part("fiddle", "violin", "~bowed", level=1), 65, 86, "x_x_x___x_x_x_x_", "..x_x_x_x___....", "x___x_x_x_______", where=("head", "out"),
        plan="AABC", bend=0.25, scale="major-blues")
    shadow(s, heads, s.part("violin", "fiddle", "clean-guitar", "trumpet", level=-2), steps=2)
    blow(s, s.part("clean-guitar", "~steel-guitar", "honky-tonk", "clarinet", "~electric-guitar"), 58, 82, where="solo", busy=0.8, bend=0.3)
    if s.chance(0.6):
        steel(s, s.part("~steel-guitar", "clean-guitar", level=-3), where=("head", "out"), centre=72, vel=72)
    if s.chance(0.5):
        tune(s, s.part("~vocal", "~vocal-low", level=3), 57, 73, "x_x_x_x_x_______", "..x_x_x_x_x_x___", where="out", plan="ABAC", sing="words",
            scale="major-pentatonic")
    comp(s, s.part("piano", "honky-tonk", level=-5), "..x_....x_......", "x_....x_..x_....", centre=65, n=4)


def twelve(s: Song, minor: bool = False) -> str:
    """Twelve bars or one of their relatives of eight and sixteen."""
    if minor:
        return s.pick("i7 | i7 | i7 | i7 | iv7 | iv7 | i7 | i7 | bVI7 | V7#9 | i7 | V7", "i7 | iv7 | i7 | i7 | iv7 | iv7 | i7 | bVImaj7 | iv7 | V7 | i7 | V7",
            "i7 | i7 | iv7 | i7 | bVI7 | V7 | i7 | V7")
    return s.pick("I7 | IV7 | I7 | I7 | IV7 | IV7 | I7 | I7 | V7 | IV7 | I7 | V7", "I7 | I7 | I7 | I7 | IV7 | IV7 | I7 | I7 | V7 | IV7 | I7 | I7",
        "I7 | V7 | IV7 | IV7 | I7 | V7 | I7 IV7 | I7 V7", "I7 | I7 | IV7 | IV7 | I7 | V7 | I7 | V7")


@style("Blues", like="Folk")
def spring_blue_porch(s: Song) -> None:
    """Delta: one guitar with a thumb that drones and a slide that answers the voice; a stamping foot, a harmonica perhaps."""
    s.set((66, 116), ("blues", "minor-pentatonic", "major-blues"), keys="E A D G", swing=(0.7, 1.0), room=("dry", "room", "outdoors", "booth"))
    s.until(46, "a", a=s.pick(twelve(s), "I7 | I7 | I7 | I7 | IV7 | IV7 | I7 | I7", "I7 | I7 | I7 | I7"))
    guitar = s.part("steel", "~steel-guitar", "nylon", level=1)
    bass(s, guitar, "R___R___R___R___", "R__.R.R.R__.R.R.", "R___5___R___5___", low=40, vel=84)
    tune(s, guitar, 57, 79, "....x_x_x___....", "..x_x_x_x_x_....", "x_x_x___........", plan="ABAC", bend=0.4, vel=84, leap=0.3)
    slide = s.part("~steel-guitar", "~electric-guitar", "harmonica", "clean-guitar", "~vocal", level=1, fx=("tone:air",) if s.chance(0.3) else ())
    tune(s, slide, 60, 82, "........x___x_x_|x_______........", "........xxx_x___|x_x_x___........", plan="A B", bars=2, bend=0.7, grace=0.2)
    tune(s, s.part("~vocal-low", "~vocal", "~vocal", level=3, pan=0.0), 50, 67, "x_x_x_x_x___....|................", "..x_x_x_x_x_x___|................",
        plan="AAB", bend=0.5, sing="words", shape="fall")
    if s.chance(0.6):
        drums(s, s.part("kit:standard", "kit:brush", "~kit:lofi", level=-6), "k:x...x...x...x...", "k:x...x...x...x... c:....o.......o...",
            "t:....x.......x... k:x.......x.......", soft=16, crash=0.0)
    if s.chance(0.4):
        s.master.append("old")


@style("Blues", like="Rock")
def spring_blue_southside(s: Song) -> None:
    """Chicago shuffle: amplified harp, boogie guitar on the low strings, walking bass, rolling piano, call and answer between voice and band."""
    s.set((94, 148), ("blues", "blues", "minor-pentatonic"), keys="E A G F C", swing=(0.75, 1.0), room=("club", "room", "plate"))
    form = twelve(s)
    s.until(46, "sung blown sung", sung=form, blown=form)
    drums(s, s.part("kit:standard", "kit:room", "kit:jazz"), "k:x...x...x...x... s:....X.......X... h:x.x.x.x.x.x.x.x.",
        "k:x..ox...x..ox... s:..o.X.o...o.X.o. R:x.x.x.x.x.x.x.x.", "k:x.......x.x..... s:....X.......X... R:x...x.x.x...x.x.", fill="snare")
    bass(s, s.part("finger-bass", "upright", "~electric-bass", "pick-bass", level=1), "R___3___5___6___|7___6___5___3___", "R_R_3_3_5_5_6_5_",
        "R___R_R_5___a___", "R___8___7___5___", low=28)
    boogie = s.part("overdriven", "~electric-guitar", "clean-guitar", "muted-guitar", fx=("amp:edge",), level=-1)
    for bar in s.bars():
        for step in range(8):
            of = s.piece().chord_at(bar.start + step / 2)
            root = 40 + (of.root - 40) % 12
            for up in (0, 9 if step % 4 in (2, 3) else 7):
                boogie.add(bar.start + step / 2, 0.42, root + up, 86 - (12 if step % 2 else 0) + s.rng.gauss(0, 4), "mute" if step % 2 else "")
    if s.chance(0.7):
        comp(s, s.part("piano", "honky-tonk", "drawbar", level=-3), "..x_..x_..x_..x_", "x_x_..x_..x_x_..", "....x_x_....x_x_", centre=66, n=4)
    lead = s.part("harmonica", "harmonica", "overdriven", "tenor-sax", "~electric-guitar", fx=s.pick(("amp:crunch",), ("delay:90",), ()), level=2)
    tune(s, lead, 62, 86, "........x_x_x___|x_x_x_______....", "........xxx_x_x_|x___x_______....", where="sung", plan="AB", bend=0.6)
    tune(s, lead, 62, 88, "..x_x_x_x___x_x_", "x_x_xxx_x___....", "x___x_x_xxx_x___", where="blown", plan="ABAC", bend=0.6, grace=0.2, busy=0.6)
    tune(s, s.part("~vocal-low", "~vocal", level=3, pan=0.0), 52, 69, "x_x_x_x_x___....|................", "..x_x_x_x_x_....|................", where="sung",
        plan="AAB", bend=0.4, sing="words")
    if s.chance(0.3):
        comp(s, s.part("tenor-sax", "brass", level=-3), "x_____x_........", "..........x_x___", centre=60, n=3, where="blown")


@style("Blues", like="Jazz")
def spring_blue_after_hours(s: Song) -> None:
    """Slow twelve-eight: organ or piano triplets, brushes, a guitar that says little and bends it, horns that sigh in the turnaround."""
    s.set((48, 70), ("blues", "minor-pentatonic"), keys="C G Bb A F", swing=1.0, room=("club", "room", "plate", "hall"))
    minor = s.chance(0.5)
    form = twelve(s, minor)
    s.until(50, "a b", a=form, b=form)
    drums(s, s.part("kit:brush", "kit:jazz", "kit:standard", level=-2), "k:x.....x..... s:...x.....x.. R:x.xx.xx.xx.x",
        "k:x..o..x..... r:...x.....x.. R:xxxxxxxxxxxx", "k:x....ox..... s:...X.....X.. h:xxxxxxxxxxxx", per=3, soft=8)
    bass(s, s.part("upright", "finger-bass", "~electric-bass", level=1), "R..R.35..6.5", "R..R.R5..5.a", "R_____8__5_a", per=3, low=28)
    keys = s.part("drawbar", "piano", "rock-organ", "~organ", fx=("leslie",) if s.chance(0.3) else (), level=-3)
    comp(s, keys, "x__x__x__x__", "..xx.x..xx.x", "xxxxxxxxxxxx", "x___________", per=3, centre=63, n=4, vel=70)
    lead = s.part("overdriven", "clean-guitar", "~electric-guitar", "alto-sax", "harmonica", "~vocal", fx=s.pick(("amp:crunch",), ("delay",),
        ("amp:edge", "tremolo")), level=3)
    tune(s, lead, 60, 86, "x_____x_xx__|x___________", "..x.x_x_____|......xxx_x_", "x__x_xx_____|............", "xxx_x_xx_x__|x_____......", per=3,
        plan="ABAC", bend=0.65, grace=0.2)
    if s.chance(0.6):
        tune(s, s.part("~vocal", "~vocal-low", level=3, pan=0.0), 52, 70, "x_xx_xx_____|............", "..xx_xx_x___|............", where="a", per=3,
            plan="AAB", bend=0.5, sing="words", shape="fall")
    if s.chance(0.5):
        pad(s, s.part("brass", "tenor-sax", "strings", "~brass-section", level=-6), 60, 3, where="b", legato=0.8)


def ballad(s: Song) -> tuple[str, str]:
    """A verse and a refrain for one singer."""
    if s.scale in ("major", "mixolydian"):
        return s.pick(("I | V/3 | vi | IV", "IV | I | V | vi"), ("I | IV/5 | I | V", "vi | IV | I | V"), ("I | bVII | IV | I", "IV | I | bVII | I"),
            ("I | iii | IV | I", "ii | IV | V | V"))
    return s.pick(("i | bVII | i | bVII", "bIII | bVII | i | i"), ("i | iv | i | v", "bVI | bIII | bVII | i"), ("i | bIII | bVII | IV", "i | bVII | IV | i"))


@style("Folk", like="Country")
def spring_hearth_fingers(s: Song) -> None:
    """Fingerpicked ballad: thumb alternating under a drifting treble, one plain voice and a second a third away, cello or whistle between verses."""
    s.set((76, 124), ("major", "dorian", "minor", "mixolydian"), keys="D G A C E", beats=s.pick(4.0, 4.0, 3.0), room=("room", "booth", "hall", "dry"))
    one, two = ballad(s)
    s.until(46, "verse verse refrain", verse=f"{one} | {one}", refrain=two)
    guitar = s.part("~steel-guitar", "steel", "nylon", "~nylon-guitar", level=1)
    four, three = ("R.3.F.4.R.2.F.3.", "R_2_F_3_R_4_F_2_", "R.23F.4.R.23F.4.", "R___3_2_F___4_2_"), ("R_2_3_4_3_2_", "R.2.3.F.4.3.", "R___2_3_4_3_")
    arp(s, guitar, *(four if s.beats == 4 else three), centre=62, n=3, low=40, ring=2.0)
    voice = s.part("~vocal", "~vocal-low", "~vocal", "flute", level=3, pan=0.0)
    notes = tune(s, voice, 55, 74, plan="ABAC", busy=0.3, grace=0.1, sing="words", where=("verse", "refrain"), leap=0.18, shape=s.pick("arch", "fall", "wave"))
    if s.chance(0.7):
        shadow(s, notes, s.part("~vocal", "~vocal-low", "~backing", level=-4), steps=s.pick(2, -2), chance=0.8)
    if s.chance(0.7):
        tune(s, s.part("cello", "violin", "harmonica", "whistle", "~bowed", "recorder", "clarinet", level=-3), 55, 79, plan="AB", busy=0.15, answer=0.6)
    if s.chance(0.5):
        bass(s, s.part("upright", "~string-bass", "cello", level=-2), "R_______5_______" if s.beats == 4 else "R___________", low=29)
    if s.chance(0.35):
        drums(s, s.part("kit:brush", "kit:standard", level=-7), "k:x.......x....... g:x.x.x.x.x.x.x.x." if s.beats == 4 else "k:x........... g:x.x.x.x.x.x.",
            soft=14, crash=0.0)
    if s.chance(0.4):
        arp(s, s.part("~mandolin", "banjo", "~dulcimer", "~ukulele", level=-5), "4.3.5.3.4.3.5.3." if s.beats == 4 else "4.3.5.3.4.3.", centre=70, n=3, vel=64)


@style("Folk", like="World")
def spring_hearth_session(s: Song) -> None:
    """Pub session: a reel, jig or hornpipe in unison on fiddle, whistle and box, bouzouki chords, a frame drum."""
    jig = s.chance(0.45)
    s.set((104, 132) if jig else (96, 118), ("dorian", "major", "mixolydian", "minor"), keys="D G A E", beats=3.0 if jig else 4.0, swing=0.0 if jig
        else (0.0, 0.5), unit=0.5, room=("club", "room", "outdoors"))
    one, two = s.pick(("I | I | IV | V", "I | IV | I V | I"), ("I | bVII | I | bVII", "I | bVII | IV | I")) if s.scale in ("major",
        "mixolydian") else s.pick(("i | bVII | i | bVII", "i | i | bVII | i"), ("i | bVII | bVI | bVII", "bIII | bVII | i | i"))
    s.until(46, "a a b b", a=one, b=two)
    # A jig's two beats are written as three quarters of two eighths' worth each: 6/8 in eighths of half a beat.
    rhythms = ("x_x_x_x_x_x_", "x___x_x_x_x_", "x_x_x_x___x_") if jig else ("x_xxx_xxx_x_xxx_", "xxxxx_x_xxxxx_x_", "x_x_xxxxx_xxx_x_", "xxxxxxxxx_x_x_xx")
    first = s.part("fiddle", "whistle", "flute", "~accordion", "bagpipe", "recorder", level=1)
    notes = tune(s, first, 62, 86, *rhythms, plan="AABA", bars=2, grace=0.2, leap=0.28, chordal=0.7, where="a") + tune(s, first, 67, 88, *rhythms, plan="AABC",
        bars=2, grace=0.2, leap=0.28, chordal=0.7, where="b")
    for _ in range(s.pick(1, 2, 2)):
        shadow(s, notes, s.part("fiddle", "~accordion", "whistle", "banjo", "~mandolin", "flute", "reed-organ", level=-2), semitones=s.pick(0, 0, -12),
            chance=0.95, vel=-5)
    comp(s, s.part("steel", "~steel-guitar", "~mandolin", "~dulcimer", level=-3), *(("x___u_x___u_", "x_..x_u_x_u_", "b___x_b___x_") if jig
        else ("x...x.u.x...x.u.", "x.u.x.u.x.uux.u.", "b.x.b.x.b.x.b.x.")), centre=58, n=4, strum=0.015)
    if s.chance(0.7):
        drums(s, s.part("kit:standard", "kit:orchestra", level=-6), *(("6:X.o.o.X.o.o.", "6:X.o.x.X.oxo.") if jig else ("6:X.oox.oox.oox.oo",
            "6:X.o.oxo.X.o.oxo.")), soft=10, crash=0.0)
    if s.chance(0.4):
        drone(s, s.part("bagpipe", "reed-organ", "~drone", level=-11), 38 + (s.tonic - 38) % 12, again=8)
    if s.chance(0.4):
        bass(s, s.part("upright", "cello", level=-3), "R_____R_____" if jig else "R_______R_______", low=29)


@style("Folk", like="Pop")
def spring_hearth_village(s: Song) -> None:
    """Village dance or singalong of the continent: accordion oom-pah, polka or waltz, clarinet and voices in thirds, everyone on the refrain."""
    waltz = s.chance(0.4)
    s.set((150, 190) if waltz else (96, 124), ("major", "major", "minor"), keys="C F G D Bb", beats=3.0 if waltz else 2.0, room=("outdoors", "hall", "club",
        "room"))
    one, two = (s.pick(("I | I | V7 | V7 | V7 | V7 | I | I", "IV | IV | I | I | V7 | V7 | I | I"), ("I | IV | I | V7 | I | IV | V7 | I",
        "V7 | I | V7 | I | IV | I | V7 | I")) if s.scale == "major" else
                s.pick(("i | i | V7 | i | iv | i | V7 | i", "bVI | bIII | bVII | bIII | iv | i | V7 | i"), ("i | iv | V7 | i | i | iv | V7 | i",
                "bIII | bIII | bVII | bVII | iv | i | V7 | i")))
    s.until(46, "verse refrain", verse=one, refrain=two)
    bass(s, s.part("tuba", "upright", "~string-bass", "bassoon", level=0), *(("R_________..|5_________..", "R___........") if waltz else ("R___5___",
        "R___v_..")), low=29, short=0.7)
    comp(s, s.part("accordion", "~accordion", "steel", "~mandolin", "nylon", level=-2), *(("....x...x...", "....x.u.x...") if waltz else ("..x...x.",
        "..x...xu")), centre=63, n=3, short=0.5, strum=0.01)
    lead = s.part("accordion", "~accordion", "clarinet", "fiddle", "trumpet", "~vocal", "recorder", level=1)
    rhythms = ("x___x___x___", "x_______x___", "x___x_x_x_x_", "x___________") if waltz else ("x_x_x_x_", "x_xxx_x_", "x___x_x_", "x_x_x___")
    notes = tune(s, lead, 62, 84, *rhythms, where="verse", plan="ABAC", bars=2, grace=0.2, sing="words")
    shadow(s, notes, s.part("accordion", "clarinet", "fiddle", "~mandolin", level=-3), steps=-2, chance=0.8)
    refrain = tune(s, s.part("~backing", "~vocal-duo", "~vocal-low", "~choir", level=2), 55, 72, *rhythms, where="refrain", plan="AABC", bars=2, sing="open")
    shadow(s, refrain, s.part("~vocal", "accordion", "clarinet", level=-1), steps=2)
    if s.chance(0.45):
        drums(s, s.part("kit:standard", "kit:brush", level=-6), "k:x........... s:....o...o..." if waltz else "k:x...x... s:..o...o.", soft=10, crash=0.1)
    if s.chance(0.3):
        pulse(s, s.part("kit:standard", level=-7), 39, "x...x...x..." if waltz else "..x...x.", where="refrain")
