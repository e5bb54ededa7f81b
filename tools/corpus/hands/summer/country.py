"""Country: boom-chick, rolls and steel, from the freight train to the tailgate."""

from __future__ import annotations

from hands.summer import craft, fret, sing
from song import Song, style


@style("Country", like="Folk")
def summer_freight(s: Song) -> None:
    """Outlaw train beat: boom-chicka on a damped guitar, brushes like wheels, a baritone and a twanging low-string lead."""
    s.set((96, 128), s.pick("major", "mixolydian"), keys="E A G C D", room=("dry", "room", "plate", "booth"))
    s.until(
        46,
        "intro verse verse chorus solo verse chorus",
        intro="I | I | V | I",
        verse=s.pick(
            "I | I | IV | I | I | I | V | V", "I | IV | I | V | I | IV | V | I", "I | bVII | IV | I | I | bVII | V | I", "I | I | I | V | V | V | V | I"
        ),
        chorus=s.pick("IV | IV | I | I | IV | I | V | I", "IV | I | V | I | IV | I | V | I"),
    )
    boom = s.part("steel", "clean-guitar", "~steel-guitar", "muted-guitar", pan=-0.3)
    fret.strum(s, boom, s.pick("B.d.b.d.", "B.dub.du", "B.dXb.dX"), vel=84, gap=0.6, shift=fret.capo(s, 4, 8) % 12 if s.chance(0.3) else 0)
    kit = s.part("kit:brush", "kit:standard", "kit:room", "kit:jazz", level=-2)
    craft.beat(
        s,
        kit,
        s.pick(
            "k x...x...x...x... / s gxXxgxXxgxXxgxXx", "k x...x...x...x... / s xgXgxgXgxgXgxgXg", "k x...x...x...x..o / s g.Xgg.Xgg.Xgg.Xg / p ..x...x...x...x."
        ),
        fills=8,
        crash=0.2,
        shape="snare",
    )
    craft.bass(
        s, s.part("upright", "pick-bass", "finger-bass"), s.pick("R---5---|R---5-a-", "R---F---", "R---5---|R---5---|R---5---|R-3-5-a-"), low=28, gap=0.7
    )
    twang = s.part(
        "clean-guitar", "~electric-guitar", "steel", level=1, pan=0.3, fx=s.pick(("amp:edge",), ("amp:clean", "delay:120"), ("amp:clean", "tremolo"))
    )
    hook = fret.invent(s, "major-blues", 4, 0.5, 0.85, -5, 9)
    fret.riff(s, twang, hook, ("intro", "solo"), low=45)
    if s.chance(0.5):
        fret.solo(s, s.part("harmonica", "fiddle", "clean-guitar", "dulcimer"), 60, 84, "solo", "major-blues", bends=0.3)
    voice = s.part("~vocal-low", "~vocal-low", "~vocal", level=3)
    sing.tune(s, voice, 48, 64, ("verse", "chorus"), plan=s.pick("AABC", "ABAC"), feel="song", rest=0.28, bend=0.2)
    if s.chance(0.35):
        craft.comp(s, s.part("trumpet", "brass", "trumpet", level=-2), "..x.x---", ("intro", "solo"), centre=72, voices=2)


@style("Country", like="Folk")
def summer_breakdown(s: Song) -> None:
    """A bluegrass breakdown: banjo rolls, mandolin chop on the off-beat, fiddle and flat-picked breaks, no drums."""
    s.set((112, 158), s.pick("major", "major", "mixolydian"), keys="G A B D C", room=("dry", "room", "outdoors"))
    s.until(
        44,
        "breakone verse breaktwo verse",
        verse=s.pick(
            "I | I | IV | I | I | I | V | I", "I | IV | I | V | I | IV | I V | I", "I | bVII | I | V | I | bVII | I V | I", "vi | vi | I | I | IV | I | V | I"
        ),
    )
    shift = fret.capo(s, 7)
    rolls = ("3 2 5 1 3 2 5 1", "2 3 1 5 3 2 1 5", "3 1 2 5 3 1 2 1", "1 2 5 1 2 5 1 2", "4 2 5 1 3 2 5 1")
    banjo = s.part("banjo", "~banjo", pan=0.3, level=2)
    fret.pick(s, banjo, f"{s.pick(*rolls)} | {s.pick(*rolls)} | {s.pick(*rolls)} | {s.pick(*rolls)}", "banjo", shift=shift, ring=1.4, drone=67, vel=86)
    fret.strum(s, s.part("~mandolin", "~mandolin", "steel", pan=-0.4, level=-2), "..T...T.", "mandolin", vel=88, gap=0.25)
    fret.strum(s, s.part("steel", "~steel-guitar", pan=-0.1), s.pick("B.d.b.d.", "B-D-b-Du"), shift=0, vel=82, gap=0.7)
    craft.bass(s, s.part("upright", "~string-bass", "contrabass"), s.pick("R---5---", "R---F---", "R---5---|R---5-a-"), low=28, gap=0.8)
    fiddle = s.part("fiddle", "violin", "~bowed", level=1)
    sing.tune(s, fiddle, 62, 86, "breakone", plan="ABAC", feel="reel", rest=0.05, bend=0.2, grace=0.2, scale=s.pick("major-blues", "major-pentatonic", s.scale))
    flat = s.part("steel", "~mandolin", "~steel-guitar", level=2)
    sing.tune(s, flat, 55, 80, "breaktwo", plan="ABCB", feel="reel", rest=0.02, scale="major-blues")
    if s.chance(0.7):
        high = s.part("~vocal", "~vocal-duo", "~vocal", level=2)
        sing.tune(s, high, 57, 74, "verse", plan="ABAC", rest=0.2, scale="major-pentatonic")
        sing.second(s, s.part("~vocal", "~vocal-low"), high, s.pick(2, -2), "verse", "major")
    else:
        sing.tune(s, fiddle, 60, 84, "verse", plan="AABB", feel="reel", rest=0.05, grace=0.3)


@style("Country", like="Jazz")
def summer_honky_tonk(s: Song) -> None:
    """A honky-tonk shuffle or western swing: walking four, pedal steel crying, twin fiddles, a tear in the voice."""
    west = s.chance(0.4)
    s.set((104, 172) if west else (96, 136), "major", keys="C F G D E A", swing=(0.8, 1.0), room=("club", "room", "plate"))
    s.until(
        46,
        "ride verse bridge verse",
        verse=s.pick(
            "I | I7 | IV | IV | V7 | V7 | I | V7",
            "I | VI7 | II7 | V7 | I | VI7 | II7 V7 | I",
            "I | I | IV | I | I | II7 | V7 | V7",
            "I6 | #i°7 | ii7 | V7 | I6 | IV6 | I6 V7 | I6",
        ),
        bridge=s.pick("IV | IV | I | I | II7 | II7 | V7 | V7", "IV | iv | I | VI7 | II7 | II7 | V7 | V7"),
    )
    kit = s.part("kit:brush", "kit:standard", "kit:jazz", level=-2)
    craft.beat(
        s,
        kit,
        s.pick("k x...x... / s ..x...x. / h x.xxx.xx", "k x.o.x.o. / x ..x...x. / r x.xxx.xx", "k x...x... / s .gX.ggX. / p ..x...x."),
        fills=8,
        crash=0.2,
        shape="snare",
    )
    low = s.part("upright", "finger-bass", "~string-bass")
    if s.chance(0.6):
        craft.walk(s, low, two=0.4)
    else:
        craft.bass(s, low, "R---5---|R-3-5-a-", low=28)
    fret.strum(
        s,
        s.part("steel", "jazz-guitar", "clean-guitar", pan=-0.4, level=-2),
        s.pick("B.d.b.d.", "d.T.d.T." if west else "B.T.b.T."),
        vel=80,
        gap=0.4,
        fret=3 if west else 0,
    )
    fret.steel(
        s,
        s.part("clean-guitar", "steel", "~electric-guitar", "~steel-guitar", level=1, pan=0.4, fx=s.pick(("delay",), ("tremolo",), ())),
        centre=s.pick(67, 70, 73),
    )
    if s.chance(0.5):
        craft.comp(s, s.part("honky-tonk", "piano", level=-3), s.pick("..x...x.", ".x.x.x.x", "R.x.R.x."), centre=68, gap=0.4)
    fiddle = s.part("fiddle", "violin", "~bowed")
    sing.tune(s, fiddle, 62, 84, "ride", plan="ABAC", feel="swing", rest=0.12, bend=0.4, scale="major-blues" if west else "major")
    if s.chance(0.6):
        sing.second(s, s.part("fiddle", "violin", level=-2), fiddle, 2, "ride", "major")
    sing.tune(s, s.part("~vocal", "~vocal-low", level=3), 52, 69, ("verse", "bridge"), plan="AABC", feel="swing", rest=0.25, bend=0.4)


@style("Country", like="Pop")
def summer_last_waltz(s: Song) -> None:
    """A country waltz: boom-chick-chick, steel guitar sighs, harmony in thirds at closing time."""
    s.set((84, 118), "major", keys="G C D A F E", beats=3.0, room=("club", "plate", "room", "hall"))
    s.until(
        48,
        "turn verse verse chorus",
        turn="IV | V | I | I",
        verse=s.pick(
            "I | I | IV | I | I | I | V | V | I | I7 | IV | I | I | V | I | I", "I | V/3 | vi | IV | I | V | I | V", "I | I7 | IV | iv | I | II7 | V7 | V7"
        ),
        chorus=s.pick("IV | IV | I | I | V | V | I | I7", "IV | I | II7 | V7 | IV | I | V7 | I"),
    )
    fret.strum(s, s.part("steel", "nylon", "~steel-guitar", pan=-0.3), s.pick("B.d.d.", "B.d.du", "B.T.T.|b.T.T."), vel=80, gap=0.8)
    craft.bass(s, s.part("upright", "finger-bass"), s.pick("R--|5--", "R--|F--", "R--|5-a"), low=28)
    if s.chance(0.75):
        craft.beat(
            s,
            s.part("kit:brush", "kit:standard", level=-3),
            s.pick("k x..... / x ..x.x. / h x.x.x.", "k x..... / s ..o.o. / h xoxoxo", "k x..... / s g.xgxg"),
            crash=0.1,
        )
    fret.steel(s, s.part("clean-guitar", "steel", "~electric-guitar", "~steel-guitar", level=2, fx=("delay",)), centre=70)
    lead = s.part("~vocal", "~vocal-low", "~vocal-duo", level=3)
    sing.tune(s, lead, 52, 70, ("verse", "chorus"), plan="ABAC", feel="waltz", rest=0.18, bend=0.35)
    if s.chance(0.7):
        sing.second(s, s.part("~vocal", "~backing", level=-1), lead, 2, "chorus")
    if s.chance(0.6):
        sing.tune(s, s.part("fiddle", "violin", "accordion", "harmonica"), 60, 82, "turn", plan="AB", feel="waltz", rest=0.1, bend=0.4)
    if s.chance(0.4):
        craft.comp(s, s.part("piano", "honky-tonk", level=-4), ".xx", centre=67, gap=0.5)


@style("Country", like="Rock")
def summer_tailgate(s: Song) -> None:
    """Modern radio country: stacked acoustics and banjo over a big straight beat, twang licks between lines, a shout-along chorus."""
    s.set((76, 136), s.pick("major", "major", "mixolydian"), keys="G A D E B C", room=("arena", "room", "plate"))
    s.until(
        46,
        "intro verse chorus verse chorus solo chorus",
        intro="I | IV",
        verse=s.pick(
            "I | I | IV | I | I | I | V | IV", "I | V | vi | IV | I | V | IV | IV", "vi | IV | I | V | vi | IV | I | V", "I | bVII | IV | I | I | bVII | IV | I"
        ),
        chorus=s.pick("I | V | ii | IV | I | V | IV | IV", "IV | I | V | vi | IV | I | V | V", "I | IV | vi | V | I | IV | V | I"),
    )
    fret.strum(s, s.part("steel", "~steel-guitar", pan=-0.5), s.pick("D-du.uDu", "D-dXduXu", "D-.ud-Xu"), vel=82, shift=0)
    if s.chance(0.6):
        fret.pick(s, s.part("banjo", "~banjo", "~mandolin", pan=0.5, level=-1), "3 2 1 3 2 1 3 1 3 2 1 3 2 1 2 1", "banjo", ring=1.5)
    kit = s.part("kit:power", "kit:room", "kit:standard", "~kit:909")
    craft.beat(
        s,
        kit,
        s.pick(
            "k x.....x...x..... / s ....X.......X...", "k x...x...x...x... / s ....X.......X... / l ....x.......x...", "k x..x..x...x..... / s ....X.......X..."
        )
        + " / h x.x.x.x.x.x.x.x.",
        ("verse", "intro"),
        fills=8,
    )
    craft.beat(
        s,
        kit,
        s.pick("k x.....x.x.x..... / s ....X.......X..g", "k x..x..x.x.....x. / s ....X.......X...") + " / o x...x...x...x... / j ..o...o...o...o.",
        ("chorus", "solo"),
        fills=8,
    )
    craft.bass(s, s.part("pick-bass", "finger-bass"), s.pick("R-----R-R-------", "R---R---R---R-a-", "RRRRRRRR"), low=28)
    fret.power(
        s,
        s.part("overdriven", "~electric-guitar", pan=0.4, level=-2, fx=("amp:crunch",)),
        s.pick("X-------", "X---x-x-", "x.xxx.xx"),
        ("chorus", "solo"),
        third=s.chance(0.3),
    )
    twang = s.part("clean-guitar", "~electric-guitar", level=1, fx=("amp:edge",))
    fret.solo(s, twang, 55, 81, ("intro", "solo"), "major-blues", bends=0.55, rest=0.15, fast=0.3)
    for bar in s.bars("verse"):
        if bar.index % 2:
            for n, up in enumerate(s.pick((3, 4, 7), (9, 7, 4), (7, 9, 12), (2, 4, 0))):
                twang.add(bar.start + bar.beats - 1.5 + n * 0.5, 0.45, 55 + s.tonic % 12 + up, 92, "", ((0.0, -1.0), (0.15, 0.0)) if n == 0 else ())
    if s.chance(0.5):
        fret.steel(s, s.part("steel", "clean-guitar", level=-1, fx=("delay",)), "chorus", centre=72)
    if s.chance(0.4):
        sing.tune(s, s.part("fiddle", "violin"), 64, 86, ("intro", "solo"), plan="AABA", feel="reel", rest=0.1, scale="major-pentatonic", bend=0.3)
    lead = s.part("~vocal", "~vocal-low", "~vocal-duo", level=3)
    sing.tune(s, lead, 50, 64, "verse", plan="AABC", feel="talk", rest=0.35, scale="major-pentatonic", bend=0.3)
    sing.tune(s, lead, 57, 71, "chorus", plan="ABAC", feel="song", rest=0.2, scale="major-pentatonic", bend=0.2)
    sing.second(s, s.part("~backing", "~vocal-duo", "~vocal", level=-2), lead, 2, "chorus", "major")
