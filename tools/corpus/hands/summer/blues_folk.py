"""Blues and folk: a thumb on the bass strings and a tale on top."""

from __future__ import annotations

from hands.summer import craft, fret, sing
from song import Song, style
from theory import MINOR_BLUES, TWELVE_BAR


@style("Blues", like="Folk")
def summer_bottleneck(s: Song) -> None:
    """Delta blues for one player: a thumping bass string, a slide in open tuning answering the voice."""
    s.set((66, 112), "blues", keys="G D A E", swing=(0.7, 1.0), room=("dry", "room", "booth"))
    s.until(
        48,
        "verse verse",
        verse=s.pick(
            "I7 | I7 | I7 | I7 | IV7 | IV7 | I7 | I7 | V7 | IV7 | I7 | I7",
            "I7 | IV7 | I7 | I7 | IV7 | IV7 | I7 | I7 | V7 | IV7 | I7 | V7",
            "I7 | I7 | IV7 | I7 | I7 | I7 | V7 | I7",
        ),
    )
    shift = fret.capo(s, 7)
    guitar = s.part("steel", "~steel-guitar", "~electric-dark", pan=0.1)
    fret.strum(s, guitar, s.pick("B-u-B-u-", "BXuXB-u-", "B-d-B-Xu", "B-B-B-B-"), "open-g", shift=shift, vel=80)
    slide = s.part("steel", "~steel-guitar", "overdriven", "~electric-guitar", pan=-0.1, fx=s.pick((), ("amp:edge",)))
    sung = s.chance(0.6)
    if sung:
        voice = s.part("~vocal-low", "~vocal", "harmonica", level=2)
        sing.tune(s, voice, 50, 68, plan="AAB", bars=4, feel="swing", rest=0.45, bend=0.6)
    for bar in s.bars():
        if not sung or bar.index % 4 in (2, 3):
            base = 55 + (s.tonic - 55) % 12
            for n in range(s.pick(2, 3, 4)):
                up = s.pick(0, 3, 5, 7, 7, 10, 12)
                slide.add(
                    bar.start + n,
                    s.pick(0.9, 0.5),
                    base + up,
                    92 + s.rng.gauss(0, 6),
                    "",
                    ((0.0, -s.pick(1.0, 2.0, 3.0)), (0.25, 0.0), (0.6, 0.15), (0.8, -0.1)),
                )
    if s.chance(0.5):
        craft.beat(s, s.part("kit:standard", "kit:room", level=-6), s.pick("k x.x.x.x.", "k x.x.x.x. / l ..o...o."), crash=0)
    if s.chance(0.25):
        s.master.append("old")


@style("Blues", like="Rock")
def summer_bar_shuffle(s: Song) -> None:
    """An electric bar-band shuffle: boogie on the low strings, turnarounds, guitar or harp up front."""
    s.set((98, 152), "blues", keys="E A G C", swing=(0.85, 1.05), room=("club", "room", "booth"))
    s.until(46, "solo verse solo", verse=s.pick(*TWELVE_BAR), solo=s.pick(*TWELVE_BAR))
    boogie = s.part("clean-guitar", "overdriven", "~electric-guitar", "jazz-guitar", pan=-0.4, fx=("amp:edge",))
    fret.riff(
        s,
        boogie,
        s.pick("0p/.5 0p/.5 9/.5 9/.5", "0/.5 7/.5 0/.5 9/.5 0/.5 10/.5 0/.5 9/.5", "0/1 4/.5 7/.5 9/1 10/.5 9/.5", "0/.5 0/.5 4/.5 7/.5 9/.5 10/.5 9/.5 7/.5"),
        low=40,
        vel=86,
    )
    kit = s.part("kit:standard", "kit:room", "kit:brush", "kit:jazz")
    craft.beat(
        s,
        kit,
        s.pick(
            "k x...x... / s ..X...X. / h x.xxx.xx",
            "k x.x.x.x. / s ..X...X. / r x.xxx.xx / p ..x...x.",
            "k x...x..o / s .gX.ggX. / h xxxxxxxx",
            "k x..xx... / s g.X.g.Xg / r xxxxxxxx",
        ),
        fills=12,
        shape="triplet",
    )
    low = s.part("finger-bass", "upright", "pick-bass", "~string-bass")
    if s.chance(0.5):
        craft.walk(s, low)
    else:
        craft.bass(s, low, s.pick("R-3-5-6-|8-6-5-3-", "R-R-5-5-", "R-8-7-5-"), low=29)
    if s.chance(0.5):
        craft.comp(s, s.part("piano", "drawbar", "honky-tonk", level=-4), s.pick("..x...x.", ".x.x.x.x", "xx.xx.xx", "...x...x"), centre=65, gap=0.6)
    lead = s.part(
        "overdriven",
        "~electric-guitar",
        "harmonica",
        "clean-guitar",
        "tenor-sax",
        level=2,
        fx=s.pick(("amp:crunch",), ("amp:edge", "delay"), ("amp:crunch", "tremolo")),
    )
    fret.solo(s, lead, 57, 82, "solo", bends=0.5, rest=0.35)
    voice = s.part("~vocal-low", "~vocal", "~vocal-duo", level=2)
    sing.tune(s, voice, 52, 69, "verse", plan="AAB", bars=4, feel="swing", rest=0.42, bend=0.4)
    for bar in s.bars("verse"):
        if bar.index % 4 == 3:
            lead.add(bar.start, 0.5, 64 + (s.tonic - 64) % 12 - 2, 92)
            lead.add(bar.start + 0.5, 1.4, 64 + (s.tonic - 64) % 12, 96, "", ((0.0, -1.0), (0.3, 0.0)))


@style("Blues", like="R&B")
def summer_slow_burn(s: Song) -> None:
    """A slow minor or major blues in twelve-eight: organ under it, a guitar that bends every phrase into a cry."""
    minor = s.chance(0.5)
    s.set((46, 66), "minor-pentatonic" if minor else "blues", keys="A C B G D", room=("club", "hall", "plate"))
    s.until(50, "solo verse", verse=s.pick(*(MINOR_BLUES if minor else TWELVE_BAR)))
    kit = s.part("kit:standard", "kit:brush", "kit:room", level=-1)
    craft.beat(
        s,
        kit,
        s.pick(
            "k x....x...... / s ...X.....X.. / h xxxxxxxxxxxx",
            "k x.....x.o... / s ...X.....X.g / r x.xx.xx.xx.x",
            "k x....xx..... / x ...x.....x.. / h x.xx.xx.xx.x",
        ),
        fills=4,
        shape="triplet",
    )
    craft.bass(s, s.part("finger-bass", "fretless", "upright", "~string-bass"), s.pick("R-----5-----", "R----R5--6-5", "R--3--5--6--", "R--R-a5--3--"), low=29)
    keys = s.part("drawbar", "rock-organ", "piano", "rhodes", level=-4, fx=s.pick((), ("leslie",)))
    craft.comp(s, keys, s.pick("x-----------", "x--o--x--o--", "xxxxxxxxxxxx", "...x.....x.."), centre=62, voices=4, gap=0.95)
    if s.chance(0.4):
        craft.comp(s, s.part("brass", "tenor-sax", "brass", level=-5), s.pick("x-..........", "......x--x-.", "X-----------"), centre=64, voices=3)
    lead = s.part("overdriven", "~electric-guitar", "clean-guitar", level=3, fx=("amp:crunch", s.pick("delay", "tremolo", "amp:edge")))
    sung = s.chance(0.5)
    fret.solo(s, lead, 57, 84, "solo" if sung else None, bends=0.65, rest=0.45, fast=0.25, shake=0.8)
    if sung:
        sing.tune(s, s.part("~vocal", "~vocal-low", level=3), 52, 71, "verse", plan="AAB", bars=4, feel="talk", rest=0.4, bend=0.6)
        fret.strum(s, s.part("clean-guitar", "jazz-guitar", level=-4), "...T.....T..", "top", fret=5)


@style("Folk", like="Country")
def summer_travis(s: Song) -> None:
    """A singer alone with a Travis-picked guitar: alternating thumb, a melody in the treble, verse after verse."""
    s.set(
        (78, 126), s.pick("major", "dorian", "minor", "mixolydian"), keys="C G D A E", beats=s.pick(4.0, 4.0, 4.0, 3.0), room=("dry", "booth", "room", "hall")
    )
    s.until(
        46,
        "play verse verse",
        play=craft.by_mode(s, ("I | IV | I | V",), ("i | bVII | i | i",)),
        verse=craft.by_mode(
            s,
            ("I | iii | IV | I | IV | I | V | I", "I | IV | I | V | I | IV | V | I", "I | V/7 | vi | IV | I | V | I | I", "I | ii | IV | I | vi | ii | V | I"),
            ("i | bVII | i | i | bIII | bVII | i | i", "i | v | bVII | i | bVI | bVII | i | i", "i | IV | i | bVII | i | IV | bVII | i"),
        ),
    )
    four = ("B1 . b 2 B 1 b 3", "B . b2 1 B 3 b1 2", "B 3 b 2 B1 3 b 2", "B2 . b 1 B 2 b3 1")
    three = ("B 3 2 1 2 3", "B1 . 3 2 1 2", "B 3 2 13 2 3")
    guitar = s.part("steel", "nylon", "~steel-guitar", "~nylon-guitar", pan=0.1)
    fret.pick(
        s,
        guitar,
        " | ".join(s.pick(*(three if s.beats == 3 else four)) for _ in range(2)),
        s.pick("guitar", "guitar", "drop", "open-d"),
        shift=s.pick(0, 2, 3, 5),
        fret=0,
    )
    voice = s.part("~vocal", "~vocal-low", "~vocal", level=3)
    sing.tune(s, voice, 52, 70, "verse", plan=s.pick("AABA", "ABAC", "ABBA"), feel="waltz" if s.beats == 3 else "song", rest=0.25, grace=0.1, scale=s.scale)
    if s.chance(0.45):
        sing.second(s, s.part("~vocal", "~vocal-low", level=-1), voice, s.pick(2, -2), "verse", odds=0.9)
    other = s.part("harmonica", "~bowed", "violin", "recorder", "accordion", "~mandolin", level=-1)
    sing.tune(s, other, 60, 80, "play", plan="AB", feel="waltz" if s.beats == 3 else "song", rest=0.15, bend=0.15)
    if s.chance(0.3):
        craft.bass(s, s.part("upright", "contrabass", level=-2), "R--" if s.beats == 3 else "R---5---", low=28)
    if s.chance(0.2):
        craft.pad(s, s.part("strings", "reed-organ", "cello", level=-6), "verse", voices=3, centre=57)


@style("Folk", like="World")
def summer_session(s: Song) -> None:
    """A pub session: jig or reel on fiddle, whistle and pipes over a guitar in DADGAD, each tune twice through."""
    jig = s.chance(0.5)
    s.set(
        (160, 190) if jig else (96, 122),
        ("major", "dorian", "mixolydian", "minor"),
        keys="D G A E B",
        beats=3.0 if jig else 4.0,
        swing=0.0 if jig else (0.0, 0.35),
        unit=0.5 if not jig else 1.0,
        room=("room", "dry", "club"),
    )
    prog = craft.by_mode(
        s,
        ("I | I | V | V | I | I | V | I", "I | IV | I | V | I | IV | V | I", "I | ii | V | IV | I | ii | V | I"),
        ("i | i | bVII | bVII | i | i | bVII | i", "i | bVII | i | bVII | i | bVII | v | i"),
    )
    s.until(
        46,
        "first first turn turn",
        first=prog,
        turn=craft.by_mode(s, ("IV | I | V | V | IV | I | V | I", "vi | vi | V | V | vi | IV | V | I"), ("bIII | bIII | bVII | bVII | i | i | bVII | i",)),
    )
    lead = s.part("fiddle", "whistle", "recorder", "~flute", "accordion", "violin", level=2)
    for part, plan in (("first", "ABAC"), ("turn", "ABDC")):
        sing.tune(s, lead, 62, 83, part, plan=plan, feel="jig" if jig else "run", rest=0.0, grace=0.3, leap=0.3, gap=0.9)
    for _ in range(s.pick(1, 1, 2)):
        other = s.part("whistle", "fiddle", "banjo", "~banjo", "~mandolin", "~accordion", "bagpipe", level=-1)
        sing.second(s, other, lead, 0, None, odds=0.95, vel=-6)
    guitar = s.part("steel", "~steel-guitar", pan=-0.3)
    fret.strum(s, guitar, s.pick("D-ud-u", "D.dU.u", "D--d-u") if jig else s.pick("D-duDudu", "D.dudXdu", "D-Xud-Xu"), "dadgad", shift=fret.capo(s, 2), vel=80)
    if s.chance(0.6):
        skin = s.part("taiko", "melodic-tom", "synth-drum", level=-4)
        for _, on, _, sign in craft.cell(s, s.pick("x.oxoo", "x.ox.o") if jig else s.pick("x.oox.oo", "xo.oxooo")):
            skin.add(on, 0.2, 43 if sign == "x" else 50, 84 if sign == "x" else 60)
    if s.chance(0.3):
        drone = s.part("bagpipe", "~drone", "reed-organ", level=-7)
        for bar in s.bars():
            drone.add(bar.start, bar.beats, 48 + s.tonic % 12, 70)


@style("Folk", like="Country")
def summer_clawhammer(s: Song) -> None:
    """An old mountain song: clawhammer banjo in a modal tuning, a lean fiddle in unison, plain voices in open fifths."""
    s.set((84, 116), ("mixolydian", "dorian", "minor-pentatonic", "major-pentatonic"), keys="A D G E C", room=("dry", "outdoors", "room"))
    minor = s.scale in ("dorian", "minor-pentatonic")
    s.until(
        45,
        "verse play verse",
        verse=s.pick("I5 | I5 | bVII5 | I5 | I5 | bVII5 | V5 | I5", "i | i | bVII | i | i | bVII | i | i")
        if minor
        else s.pick("I | I | I | V | I | I | V | I", "I | IV | I | I | I | bVII | V | I", "I | I | IV | I | I | V | I | I"),
    )
    shift = fret.capo(s, 7)
    claws = ("3 . 12 5 2 . 12 5", "4 . 12 5 1 . 12 5", "2 3 12 5 3 . 1 5", "3 . 1 5 4 2 12 5")
    fret.pick(s, s.part("banjo", "~banjo", "~banjo"), f"{s.pick(*claws)} | {s.pick(*claws)}", "banjo", shift=shift, ring=1.8, drone=67)
    voice = s.part("~vocal", "~vocal-low", "~vocal-duo", level=2)
    sing.tune(s, voice, 55, 72, "verse", plan="ABAC", rest=0.2, feel="song", bend=0.25, grace=0.2)
    if s.chance(0.4):
        sing.second(s, s.part("~vocal-low", "~vocal"), voice, -4, "verse", s.scale)
    fiddle = s.part("fiddle", "violin", "~bowed", "~dulcimer")
    sing.tune(s, fiddle, 60, 80, "play", plan="ABAC", feel="reel", rest=0.0, bend=0.25, grace=0.2)
    if s.chance(0.5):
        sing.second(s, fiddle, voice, 0, "verse", vel=-16)
    if s.chance(0.5):
        fret.strum(s, s.part("steel", "~steel-guitar", "~dulcimer", level=-3, pan=-0.3), s.pick("B.d.b.d.", "B.dub.du"), "open-g", vel=76, gap=0.7)
    if s.chance(0.4):
        craft.beat(s, s.part("kit:standard", level=-8), s.pick("l ..o...o.", "k o...o..."), crash=0)
