"""Jazz: the guitar pumps four, comps, or sings a chorus."""

from __future__ import annotations

from hands.summer import craft, fret, sing
from song import Song, style
from theory import JAZZ_BLUES


@style("Jazz", like="World")
def summer_hot_club(s: Song) -> None:
    """Gypsy jazz: two guitars pump every beat, upright bass in two, a third guitar or a violin runs arpeggios; no drums."""
    s.set((148, 236), ("minor", "harmonic-minor", "major"), keys="G D A C E F", swing=(0.6, 0.9), room=("club", "room", "dry"))
    chorus = craft.by_mode(
        s,
        (
            "I6 | I6 | #i°7 | ii7 | ii7 | V7 | I6 | V7 | I6 | I7 | IV6 | ivm6 | I6 VI7 | II7 V7 | I6 | V7",
            "I6 | III7 | VI7 | VI7 | II7 | V7 | I6 | V7 | I6 | III7 | VI7 | VI7 | II7 | V7 | I6 | I6",
            "I6 | VI7 | ii7 | V7 | I6 I7 | IV6 ivm6 | I6 VI7 | ii7 V7",
        ),
        (
            "im6 | im6 | im6 | im6 | ivm6 | ivm6 | im6 | im6 | bVI7 | V7 | im6 | V7 | ivm6 | V7 | im6 | V7",
            "im6 | V7 | im6 | I7 | ivm6 | im6 | iiø V7 | im6",
            "im6 ivm6 | im6 V7 | im6 ivm6 | im6 V7 | I7 | IV7 | bVII7 | bIIImaj7 V7",
        ),
    )
    s.until(45, "head solo head", head=chorus, solo=chorus)
    for pan in (-0.5, 0.4):
        fret.strum(
            s,
            s.part("steel", "~steel-guitar", "jazz-guitar", pan=pan, level=-1),
            s.pick("d.T.d.T.", "dXT.dXT.", "T.T.T.T."),
            vel=86,
            fret=s.pick(2, 3, 5),
            gap=0.45,
        )
    bass = s.part("upright", "~string-bass", "contrabass")
    craft.bass(s, bass, s.pick("R---5---", "R-R-5-a-", "R---F-a-"), low=28) if s.chance(0.6) else craft.walk(s, bass, two=0.5)
    lead = s.part("steel", "jazz-guitar", "~steel-guitar", level=3)
    fiddle = s.part("violin", "fiddle", "clarinet", "accordion", "~bowed", level=2) if s.chance(0.65) else lead
    sing.tune(s, fiddle, 62, 84, "head", plan="AABA", feel="swing", rest=0.15, bend=0.2, grace=0.2)
    fret.bop(
        s, lead, 57, 88, "solo", s.pick("harmonic-minor", "melodic-minor") if s.scale != "major" else "major", rest=0.15, arpeggio=0.65, triplets=0.15, vel=96
    )
    if s.chance(0.3):
        craft.beat(s, s.part("kit:brush", level=-5), "s oxoxoxox / k x...x...", crash=0)
    if s.chance(0.3):
        s.master.append("old")


@style("Jazz", like="Blues")
def summer_organ_grill(s: Song) -> None:
    """A guitar or tenor and organ combo playing bop and blues: ride cymbal, walking pedals, comping between the phrases."""
    s.set((124, 232), ("mixolydian", "dorian", "bebop", "major"), keys="F Bb Eb C G Ab", swing=(0.65, 1.0), room=("club", "room", "booth"))
    chorus = s.pick(
        *JAZZ_BLUES,
        "Imaj7 vim7 | iim7 V7 | iiim7 VI7 | iim7 V7 | I7 | IVmaj7 #iv°7 | iiim7 VI7 | iim7 V7 | III7 | III7 | VI7 | VI7 | II7 | II7 | V7 | V7",
        "iim7 | V7 | Imaj7 | Imaj7 | ivm7 | bVII7 | Imaj7 | VI7b9 | iim7 | V7 | iiim7 | VI7b9 | iim7 | V7b9 | Imaj7 | V7",
        "im7 | im7 | im7 | im7 | bIIm7 | bIIm7 | im7 | im7",
    )
    s.until(44, "head solo trade head", head=chorus, solo=chorus, trade=chorus)
    organ = s.part("drawbar", "rock-organ", "~organ", "piano", "rhodes", level=-2, fx=s.pick((), ("leslie",)))
    craft.comp(
        s, organ, s.pick("x..x.... | ...x..x.", "..x....x | .x..x...", "x--x.... | ....x..x", ".x.x.... | ..x....."), centre=62, voices=4, gap=0.7, vel=80
    )
    craft.walk(s, s.part("upright", "finger-bass", "~string-bass", "drawbar" if s.chance(0.2) else "upright"))
    craft.beat(
        s,
        s.part("kit:jazz", "kit:standard", "kit:brush", level=-1),
        s.pick(
            "r x.xxx.xx / p ..x...x. / s ...?.?.g / k ?...?..g",
            "r x.xxx.xx / p ..x...x. / k ?.....?. / x ......?.",
            "r x.xxx.x. / p ..x...x. / s g..?g..? / k ...?....",
        ),
        fills=8,
        shape="triplet",
        crash=0.3,
    )
    lead = s.part("jazz-guitar", "tenor-sax", "clean-guitar", "alto-sax", "~electric-dark", level=2)
    sing.tune(s, lead, 57, 80, "head", plan="AABA" if chorus.count("|") > 11 else "AAAB", feel="swing", rest=0.2, scale="blues" if s.chance(0.4) else s.scale)
    fret.bop(s, lead, 55, 84, "solo", s.scale, rest=0.25)
    other = s.part("trumpet", "jazz-guitar", "tenor-sax", "drawbar", "vibraphone", level=1)
    fret.bop(s, other, 57, 86, "trade", s.scale, rest=0.35, arpeggio=0.5)
    if s.chance(0.4):
        sing.second(s, s.part("trumpet", "trombone", "alto-sax", level=-1), lead, s.pick(0, 2, -3), "head")


@style("Jazz", like="Latin")
def summer_last_set(s: Song) -> None:
    """A ballad or straight bossa-tinged tune in the last set: chord melody on an arch-top, brushes, a breathy horn or a torch singer."""
    straight = s.chance(0.3)
    s.set(
        (58, 84) if not straight else (112, 136),
        ("major", "major", "melodic-minor", "dorian"),
        keys="Eb Ab C F Bb G",
        swing=0.0 if straight else (0.5, 0.9),
        room=("club", "plate", "room", "hall"),
    )
    form = craft.by_mode(
        s,
        (
            "Imaj7 | vim7 | iim7 | V7b9 | iiim7 | VI7alt | iim7 V7 | Imaj9",
            "Imaj7 #i°7 | iim7 #ii°7 | iiim7 VI7b9 | iim7 V13 | Imaj9 | IVmaj7 bVII7 | iiim7 VI7 | iim7 V7",
            "iim9 | V13 | Imaj9 | Imaj9 | ivm7 | bVII7#11 | Imaj7 | VI7alt",
            "Imaj7 | bIIImaj7 | bVImaj7 | V7sus4 V7 | Imaj7 | ivm6 | iiim7 VI7 | iim7 V7",
        ),
        ("im7 | iiø V7alt | im6 | iiø V7b9 | ivm7 | bVII7 | bIIImaj7 | iiø V7", "im9 | ivm9 | bVII13 | bIIImaj7 | bVImaj7 | iiø | V7b9 | im6"),
    )
    s.until(48, "head blow head", head=form, blow=form)
    guitar = s.part("jazz-guitar", "nylon", "clean-guitar", "~electric-dark", pan=0.2)
    if straight:
        fret.pick(s, guitar, s.pick("B 321 . 321 b . 321 .", "B . 321 . b 321 . 321"), "guitar", fret=3, ring=1.3)
    else:
        craft.comp(s, guitar, s.pick("x---....", "x--x----", "..x---x-"), centre=62, voices=4, vel=76, spread=s.chance(0.3))
    if s.chance(0.5):
        craft.comp(s, s.part("piano", "rhodes", "vibraphone", level=-2), s.pick("x------- | ..x---..", "....x--- | x-----x-"), centre=64, voices=4, vel=72)
    bass = s.part("upright", "~string-bass", "fretless")
    craft.bass(s, bass, s.pick("R--55--a", "R--R5--5") if straight else s.pick("R---5---", "R---5-a-", "R-----a-"), low=28) if straight or s.chance(
        0.6
    ) else craft.walk(s, bass, two=0.3)
    craft.beat(
        s,
        s.part("kit:brush", "kit:jazz", level=-3),
        "h xxxxxxxx / x x..x..x. / k x..xx..x" if straight else s.pick("s oooooooo / p ..x...x. / k o...?...", "r o.ooo.oo / p ..x...x. / s gggggggg"),
        crash=0.1,
    )
    lead = s.part("tenor-sax", "muted-trumpet", "flute", "alto-sax", "clarinet", "~vocal", "~vocal-low", level=2)
    sing.tune(s, lead, 55, 77, "head", plan="AABC", feel="swing" if not straight else "sync", rest=0.25, bend=0.3, leap=0.3)
    fret.bop(
        s,
        guitar if s.chance(0.5) else s.part("piano", "trumpet", "tenor-sax", "vibraphone", level=2),
        58,
        82,
        "blow",
        s.scale,
        rest=0.4,
        arpeggio=0.55,
        triplets=0.2,
        vel=84,
    )
