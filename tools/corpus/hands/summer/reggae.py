"""Reggae: the guitar keeps to the off-beat, the bass has the tune."""

from __future__ import annotations

from hands.summer import craft, fret, sing
from song import Song, style
from theory import SCALES


@style("Reggae", like="R&B")
def summer_roots_skank(s: Song) -> None:
    """Roots reggae: the guitar chops two and four, an organ bubbles between, one drop on the third beat, bass melodies below."""
    s.set((66, 84), ("minor", "dorian", "major", "mixolydian"), keys="A G D E C F", swing=(0.2, 0.8), room=("room", "plate", "club"))
    loop = craft.by_mode(
        s,
        ("I | ii", "I | IV | I | V", "I | bVII", "I | V | vi | IV", "I | vi"),
        ("i | bVII", "i | iv", "i | bVII | bVI | v", "i | v | iv | i", "i | i | bVI | bVII"),
    )
    loop = " | ".join([loop] * (4 if loop.count("|") == 1 else 2))
    s.until(46, "verse chorus verse dub", verse=loop, chorus=loop, dub=loop)
    skank = s.part("clean-guitar", "muted-guitar", "~electric-guitar", "jazz-guitar", pan=0.4, level=1, fx=s.pick((), ("tone:thin",), ("delay",)))
    fret.strum(s, skank, s.pick("..T...T.", "..T...Tu", "..TX..TX"), "top", fret=s.pick(3, 5, 7), gap=0.35, vel=92, rake=0.01)
    if s.chance(0.7):
        craft.comp(s, s.part("piano", "bright-piano", level=-2), "..x...x.", centre=64, gap=0.4)
    craft.comp(s, s.part("drawbar", "rock-organ", "~organ", level=-3), s.pick(".x.x.x.x", ".xx.xx.x", "RxxxRxxx"), centre=60, gap=0.5, vel=74)
    line = s.pick(
        "R-R-..3-5-..a-.. | R-..5-8-..7-5-..",
        "..R-R-3-....5-R- | R-..R-5-6-5-..a-",
        "R---..R-3-5-.... | R---..R-5-3-....",
        "R..R..5...3.R... | R..R..8...7.5...",
    )
    craft.bass(s, s.part("finger-bass", "fretless", "~sub-bass", "~string-bass", level=3), line, low=26, vel=106)
    kit = s.part("kit:standard", "kit:room", "kit:electronic")
    craft.beat(
        s,
        kit,
        s.pick(
            "k ....x... / x ....X... / h x.xxx.xx",
            "k ....X... / s ....x... / h xxxxxxxx",
            "k x.x.x.x. / x ....X... / h x.x.x.x.",
            "k x...X... / s ....X..g / h .xx.xxx.",
        )
        + s.pick("", " / g ..o..o.o"),
        fills=4,
        crash=0.5,
        shape=s.pick("triplet", "toms", "knock"),
    )
    lead = s.part("~vocal", "~vocal-low", "~vocal", level=3)
    sing.tune(
        s,
        lead,
        55,
        72,
        ("verse", "chorus"),
        plan="AABA",
        feel="song",
        rest=0.3,
        bend=0.25,
        scale="minor-pentatonic" if 3 in SCALES[s.scale] else "major-pentatonic",
    )
    craft.comp(s, s.part("~backing", "~vocal-duo", "oohs", level=-1), s.pick("........ | ....x-x-", "x-x-.... | ........"), "chorus", centre=67)
    if s.chance(0.6):
        sing.tune(
            s, s.part("reed-organ", "trombone", "trumpet", "harmonica", "~reed", level=1, fx=("delay",)), 60, 79, "dub", plan="AAAB", feel="sync", rest=0.4
        )
    if s.chance(0.4):
        craft.beat(s, s.part("kit:standard", level=-5), s.pick("B x..x..x. / D .oo.oo.o", "G x.....x. / g ..oo..oo"), crash=0)


@style("Reggae", like="Rock")
def summer_upstroke_ska(s: Song) -> None:
    """Ska and rocksteady: up-strokes on every off-beat, walking bass, horn section riffs, a trombone or tenor ride."""
    fast = s.chance(0.6)
    s.set(
        (112, 168) if fast else (84, 108),
        ("major", "major", "minor", "mixolydian"),
        keys="Bb F C G A Eb",
        swing=(0.2, 0.7) if s.chance(0.6) else 0.0,
        room=("room", "club", "plate"),
    )
    s.until(
        44,
        "horns verse horns solo",
        horns=craft.by_mode(s, ("I | vi | ii | V", "I | I | IV | V", "I | IV | I | V"), ("i | iv | V7 | i", "i | bVII | bVI | V7")),
        verse=craft.by_mode(
            s,
            ("I | vi | IV | V | I | vi | IV | V", "I | I | IV | IV | V | IV | I | V", "I | iii | IV | V | I | iii | IV | V"),
            ("i | i | iv | iv | V7 | V7 | i | i", "i | bVII | bVI | V7 | i | bVII | bVI | V7"),
        ),
        solo=craft.by_mode(s, ("I | vi | ii | V", "I | IV | I | V"), ("i | iv | i | V7",)),
    )
    fret.strum(
        s,
        s.part("clean-guitar", "muted-guitar", "~electric-guitar", "jazz-guitar", pan=0.4, level=1),
        s.pick(".u.u.u.u", ".T.T.T.T", ".uXu.uXu"),
        "top",
        fret=s.pick(3, 5),
        gap=0.35,
        vel=96,
    )
    craft.comp(s, s.part("piano", "rock-organ", "drawbar", "honky-tonk", level=-2), ".x.x.x.x", centre=65, gap=0.4)
    bass = s.part("upright", "finger-bass", "pick-bass", "~string-bass", level=1)
    craft.walk(s, bass) if s.chance(0.6) else craft.bass(s, bass, s.pick("R-3-5-6-|8-6-5-3-", "R-R-5-3-", "R--5R-3-"), low=28)
    craft.beat(
        s,
        s.part("kit:standard", "kit:room"),
        s.pick(
            "k ..x...x. / x ..x...x. / h xxxxxxxx",
            "k x...x... / s ..X...X. / h .x.x.x.x",
            "k ..X...X. / s ..X...X. / r xxxxxxxx",
            "k ....X... / x ....X..o / h x.xxx.xx",
        ),
        fills=4,
        shape=s.pick("snare", "triplet"),
    )
    horn = s.part("trumpet", "tenor-sax", "alto-sax", level=1)
    sing.tune(s, horn, 62, 79, "horns", plan="AB" if s.chance(0.5) else "AA", feel=s.pick("swing", "sync"), rest=0.2)
    for steps, voice in ((-2, "trombone"), (-4, "tenor-sax")):
        if s.chance(0.8):
            sing.second(s, s.part(voice, "brass", level=-1), horn, steps, "horns")
    if s.chance(0.7):
        sing.tune(s, s.part("~vocal", "~vocal-duo", "~vocal-low", level=3), 55, 72, "verse", plan="AABC", feel="song", rest=0.3)
    else:
        sing.tune(s, s.part("tenor-sax", "rock-organ", "trombone", "clean-guitar", level=2), 57, 77, "verse", plan="AABC", feel="swing", rest=0.2)
    fret.solo(
        s,
        s.part("trombone", "tenor-sax", "clean-guitar", "trumpet", "harmonica", level=2),
        55,
        79,
        "solo",
        "major-blues" if s.scale != "minor" else "minor-pentatonic",
        bends=0.15,
        rest=0.35,
        fast=0.3,
    )


@style("Reggae", like="Electronic")
def summer_dub_plate(s: Song) -> None:
    """Dub and digital dancehall: bass and drums alone in the echo, shards of guitar and melodica thrown in and out."""
    digital = s.chance(0.45)
    s.set(
        (70, 80) if not digital else (84, 104),
        ("minor", "dorian", "phrygian"),
        keys="A E D G C F",
        swing=0.0 if digital else (0.2, 0.6),
        room=("plate", "hall", "cave", "club"),
    )
    loop = s.pick("i | bVII | i | bVII", "i | i | iv | iv", "i | i | i | v", "i | bVI | i | bVII", "i | i | bII | i" if digital else "i | iv | bVII | i")
    s.until(48, "full bare full echo", full=loop, bare=loop, echo=loop)
    line = s.pick("R-R-..3-5-..3-.. | R-R-..3-..7-....", "R-..5-..8-7-5-.. | R-..5-..3-..a-..", "R..R..3-..5-..a-", "R--R--R---..7-..")
    craft.bass(s, s.part("~sub-bass", "finger-bass", "~square-bass", "fretless", "~saw-bass", level=4), line, low=26, vel=112)
    kit = s.part(
        "~kit:linn" if digital else "kit:standard",
        "~kit:808" if digital else "kit:room",
        "~kit:any" if digital else "kit:standard",
        fx=s.pick((), ("delay:dub",)),
        level=1,
    )
    craft.beat(
        s,
        kit,
        s.pick(
            "k x..x..x.x..x..x. / s ...x..x....x..x. / h x.x.x.x.x.x.x.x.",
            "k x.....x...x..... / s ...x..x....x..x. / x ......x.......x.",
            "k x...x...x...x... / s ...x..X....x..X. / h xxxxxxxxxxxxxxxx",
        )
        if digital
        else s.pick("k ....X... / x ....X... / h x.xxx.xx", "k x.x.x.x. / s ....X... / h xxxxxxxx", "k ....X..? / s ....X..g / h .x.x.xxx"),
        fills=4,
        crash=0.4,
        shape="triplet" if not digital else "snare",
    )
    skank = s.part("clean-guitar", "muted-guitar", "~electric-guitar", "rhodes", level=0, pan=0.3, send=-4, fx=("delay:dub",))
    fret.strum(s, skank, "..T...T.", "top", "full", fret=5, gap=0.3, vel=92)
    for bar in s.bars(("bare", "echo")):
        if s.chance(0.6):
            on = bar.start + s.pick(0.5, 1, 1.5, 3)
            for pitch in fret.grip(craft.at(s, on), fret.TUNINGS["top"], 5)[-3:]:
                skank.add(on, 0.2, pitch, 100)
    craft.comp(
        s,
        s.part("drawbar", "rock-organ", "~organ", "piano", level=-3, fx=s.pick((), ("delay",))),
        s.pick(".x.x.x.x", "..x...x.", ".xx..xx."),
        ("full", "echo"),
        centre=62,
        gap=0.4,
    )
    reed = s.part("reed-organ", "harmonica", "~reed", "trombone", "flute", "~accordion", level=1, send=-5, fx=("delay:dub",))
    sing.tune(s, reed, 62, 79, ("bare", "full"), plan="AABA", feel="sync", rest=0.5, scale="minor-pentatonic", bend=0.2)
    voice = s.part("~vocal", "~rap-voice", "~speech", "~vocal-low", level=1, send=-5, fx=("delay:dub",))
    if voice.voice in ("~vocal", "~vocal-low"):
        sing.tune(s, voice, 55, 69, "echo", plan="AABA", feel="talk", rest=0.4, scale="minor-pentatonic")
    else:
        sing.rap(s, voice, "echo" if s.chance(0.5) else ("full", "echo"), low=50, flow="eight")
    if s.chance(0.4):
        noise = s.part("~sweep-noise", "~downlifter", "~siren", level=-7, fx=("delay:dub",))
        for bar in s.bars():
            if bar.index % 4 == 3 and s.chance(0.6):
                noise.add(bar.start + 1, 2, 72, 80)
