"""Latin: tres, nylon and chicha guitars, each a drum with chords."""

from __future__ import annotations

from hands.summer import craft, fret, sing
from song import Song, style


@style("Latin", like="Jazz")
def summer_tres_montuno(s: Song) -> None:
    """Son and salsa: the tres or piano montuno over tumbao, claves, congas and bongo bell, a lead voice against the coro."""
    s.set((164, 216), ("minor", "major", "harmonic-minor", "mixolydian"), keys="C G D A F Bb", room=("club", "room", "plate"))
    loop = craft.by_mode(
        s,
        ("I | IV | V | IV", "I | I | V7 | V7", "I IV | V IV", "Imaj7 VI7 | iim7 V7"),
        ("i | iv | V7 | V7", "i | bVII | bVI | V7", "i iv | V7 iv", "i | i | V7 | V7"),
    )
    loop = " | ".join([loop] * (4 if loop.count("|") == 1 else 2))
    s.until(45, "verse montuno mambo montuno", verse=loop, montuno=loop, mambo=loop)
    # The clave lies over two bars.
    three_two = s.chance(0.5)
    clave = "v x..x..x. | ..x.x..." if three_two else "v ..x.x... | x..x..x."
    tres = s.part("steel", "~mandolin", "nylon", "piano", "~steel-guitar", level=1, pan=0.3)
    before: list[int] | None = None
    guajeo = s.pick("0.12.1.2 | .1.20.12", "01.2.12. | .2.1.201", "0.2.12.1 | .2.10.2.")
    for _, on, length, sign in craft.cell(s, guajeo.replace("0", "R")):
        before = craft.voicing(craft.at(s, on), 66, 3, before)
        pitches = {"R": before[:1], "1": before[1:2], "2": before[2:]}[sign]
        for pitch in pitches:
            for octave in (0, 12):
                tres.add(on, length * 0.8, pitch + octave, 88 + s.rng.gauss(0, 4))
    if s.chance(0.5):
        craft.comp(
            s,
            s.part("piano", "bright-piano", level=-1),
            s.pick("x..x..x. | .x.x.x.x", "xx.x.xx. | .x.x.xx."),
            ("montuno", "mambo"),
            centre=70,
            voices=4,
            gap=0.6,
        )
    bass = s.part("upright", "finger-bass", "~string-bass", "contrabass", level=1)
    spans = s.piece()
    for bar in s.bars():
        bass.add(bar.start + 1.5, 1.4, craft.root(spans.chord_at(bar.start + 1.5), 28) + 7 - (12 if craft.root(spans.chord_at(bar.start), 28) > 35 else 0), 98)
        bass.add(bar.start + 3, 1.9, craft.root(spans.chord_at(min(bar.start + 4, spans.end - 0.1)), 28), 104)
    hand = s.part("kit:standard", "kit:room", level=0)
    craft.beat(
        s, hand, f"{clave} / g ..X....." + s.pick(" / G ......xx / 62 x.x.x...", " / G ......xx") + s.pick("", " / m xoxoxoxo", " / 73 x.xox.xo"), crash=0
    )
    craft.beat(s, hand, s.pick("B xoxoxoxo / D ......x.", "B x.xox.xo / D ...x...."), "verse", crash=0)
    craft.beat(s, hand, s.pick("w x.xxx.xx", "w x.x.xxx.") + s.pick("", " / y x..x.x.. / Y ......x."), ("montuno", "mambo"), crash=0.5)
    lead = s.part("~vocal", "~vocal-low", level=2)
    sing.tune(s, lead, 57, 74, "verse", plan="AABC", feel="sync", rest=0.25, bend=0.2)
    sing.tune(s, lead, 60, 76, "montuno", plan="ABCD", feel="sync", rest=0.55, bend=0.2)
    craft.comp(
        s,
        s.part("~backing", "~vocal-duo", "choir", level=0),
        s.pick("........ | ........ | x.x.x-x. | x-......", "........ | ........ | .x.x.xx- | x-x-...."),
        "montuno",
        centre=67,
    )
    horns = s.part("trumpet", "trombone", "brass", "flute", level=1)
    sing.tune(s, horns, 64, 82, "mambo", plan="AAAB", feel="sync", rest=0.15)
    sing.second(s, s.part("trombone", "trumpet", level=-1), horns, -2, "mambo")


@style("Latin", like="Jazz")
def summer_nylon_bossa(s: Song) -> None:
    """Brazil on nylon: bossa nova or samba batida, thumb against fingers, a murmuring voice, flute, light percussion."""
    samba = s.chance(0.4)
    s.set((176, 212) if samba else (116, 148), ("major", "major", "dorian", "minor"), keys="D A C G F E Bb", room=("room", "dry", "club", "plate"))
    form = craft.by_mode(
        s,
        (
            "Imaj7 | Imaj7 | II7 | II7 | iim7 | bII7#11 | Imaj7 | bII7#11",
            "Imaj9 | VI7b9 | iim9 | V13 | Imaj9 | IVmaj7 | iiim7 VI7b9 | iim7 V7",
            "Imaj7 | #i°7 | iim7 | V7b9 | iiim7 | biii°7 | iim7 | bIImaj7",
        ),
        ("im7 | im7 | iiø | V7b9 | im7 | ivm7 | iiø V7 | im7", "im9 | bVImaj7 | iiø | V7alt | im9 | IV13 | bVII9 | V7b9"),
    )
    s.until(44, "head head solo", head=form, solo=form)
    guitar = s.part("nylon", "~nylon-guitar", "nylon", level=2)
    fret.pick(
        s,
        guitar,
        s.pick(
            "B 321 . 321 b . 321 . | B . 321 . b 321 . 321",
            "B321 . 321 . b 321 . 321 | B . 321 . b321 . 321 .",
            "B . 321 321 b . 321 . | B 321 . 321 b . 321 321",
        ),
        "guitar",
        fret=s.pick(0, 3, 5),
        ring=1.4,
        vel=84,
    )
    if samba:
        fret.strum(s, s.part("~ukulele", "steel", "~mandolin", pan=0.5, level=-1), s.pick("D.uD.uD.D.uD.uDu", "DuXuDuXuDXuDuXDu"), "cavaco", vel=80, gap=0.6)
        craft.beat(
            s,
            s.part("kit:standard", "kit:room", level=0),
            s.pick("G ..X...X. / 86 o...X...", "k o...X...")
            + s.pick(" / j xoxXxoxX", " / m xooxxoox")
            + " / "
            + s.pick("v x.x.xx.x", "67 x.xx.x.x", "x x..x..x.")
            + s.pick("", " / 58 ....x..."),
            crash=0,
        )
    else:
        craft.beat(
            s,
            s.part("kit:brush", "kit:standard", "kit:jazz", level=-3),
            s.pick("k x..xx..x / x x..x..x. | ..x..x.. / h xxxxxxxx", "k x..xx..x / x x..x...x | ..x.x... / h xoxoxoxo", "x x..x..x. | ..x.x... / a xoxoxoxo"),
            crash=0.1,
        )
    craft.bass(
        s,
        s.part("upright", "finger-bass", "~string-bass", "fretless"),
        s.pick("R--55--5", "R--RF--F", "R---5---") if not samba else s.pick("R---5-.5", "R---F---"),
        low=28,
    )
    lead = s.part("~vocal", "~vocal-low", "flute", "tenor-sax", level=2)
    sing.tune(s, lead, 55, 72, "head", plan="AABA", feel="sync", rest=0.25, leap=0.15)
    solo = s.part("flute", "piano", "trombone", "nylon", "tenor-sax", "~flute", level=1)
    sing.tune(s, solo, 62, 82, "solo", plan="ABCD", feel="sync", rest=0.2)
    if s.chance(0.4):
        craft.pad(s, s.part("strings", "slow-strings", "oohs", level=-5), voices=4, centre=66)
    if s.chance(0.4):
        craft.comp(
            s, s.part("rhodes", "piano", "vibraphone", level=-3), s.pick("x..x..x. | ..x..x..", ".x.x..x. | x..x...."), "solo", centre=64, voices=4, vel=72
        )


@style("Latin", like="Rock")
def summer_chicha_cumbia(s: Song) -> None:
    """Cumbia and chicha: an electric guitar or accordion in thirds over guacharaca scrapes, bass on one-three-four, congas."""
    s.set((84, 112), ("minor", "minor", "harmonic-minor", "major"), keys="A D E G C B", room=("room", "club", "plate", "outdoors"))
    loop = craft.by_mode(
        s,
        ("I | I | V7 | V7 | V7 | V7 | I | I", "I | IV | V7 | I | I | IV | V7 | I"),
        (
            "i | i | V7 | V7 | V7 | V7 | i | i",
            "i | bIII | V7 | i | i | bIII | V7 | i",
            "i | bVII | bVI | V7 | i | bVII | bVI | V7",
            "bIII | bIII | i | i | V7 | V7 | i | i",
        ),
    )
    s.until(45, "theme verse theme verse", theme=loop, verse=loop)
    craft.bass(
        s,
        s.part("finger-bass", "pick-bass", "synth-bass", "upright", "tuba", level=2),
        s.pick("R---3-5-", "R---5-8-", "R---5-5-|R---3-5-", "R---5-3-"),
        low=28,
        vel=104,
    )
    hand = s.part("kit:standard", "kit:room", "~kit:any")
    craft.beat(
        s,
        hand,
        s.pick("m x.xxx.xx", "69 X.xxX.xx", "m XoxxXoxx")
        + s.pick(" / g ..X...X. / G ...x...x", " / G ..x...xx / 62 x...x...", " / B ..x...xo")
        + s.pick(" / k x...x...", " / k x...x..x / s ..o...o.", "")
        + s.pick("", " / w x...x...", " / w x.x.x.x."),
        fills=0,
        crash=0.3,
    )
    if s.chance(0.5):
        craft.beat(s, hand, s.pick("y ......xx / Y ..x.....", "T ......x. / f .......x"), crash=0)
    fret.strum(
        s,
        s.part("clean-guitar", "nylon", "muted-guitar", "~electric-guitar", pan=-0.4, level=-1),
        s.pick("..T...T.", "..Tu..Tu", ".uT..uT."),
        "top",
        fret=5,
        gap=0.4,
        vel=86,
    )
    lead = s.part(
        "clean-guitar", "accordion", "~electric-guitar", "overdriven", "~accordion", "clarinet", level=2, fx=s.pick((), ("delay",), ("wah",), ("tremolo",))
    )
    sing.tune(s, lead, 62, 82, "theme", plan=s.pick("AABB", "ABAB", "AABC"), feel=s.pick("sync", "run"), rest=0.1, grace=0.2, leap=0.15)
    if s.chance(0.7):
        sing.second(s, s.part("clean-guitar", "accordion", "trumpet", "clarinet", level=-1), lead, -2, "theme")
    if s.chance(0.7):
        voice = s.part("~vocal", "~vocal-low", "~vocal-duo", level=3)
        sing.tune(s, voice, 57, 72, "verse", plan="AABB", feel="sync", rest=0.3)
        sing.second(s, s.part("~backing", "~vocal", level=-2), voice, 2, "verse", odds=0.5)
        for bar in s.bars("verse"):
            if bar.index % 2 and s.chance(0.5):
                for n, up in enumerate(s.pick((0, 2, 3, 5), (7, 5, 3, 2), (12, 10, 8, 7))):
                    lead.add(bar.start + 3 + n / 4, 0.24, 64 + (s.tonic - 64) % 12 + up, 88)
    else:
        sing.tune(s, lead, 60, 81, "verse", plan="ABCB", feel="sync", rest=0.15, bend=0.2)
    if s.chance(0.4):
        craft.comp(s, s.part("drawbar", "rock-organ", "piano", level=-3), s.pick("..x...x.", ".x.x.x.x"), centre=65, gap=0.4)
