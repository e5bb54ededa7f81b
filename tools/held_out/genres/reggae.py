"""Reggae: the guitar on the off-beats, the weight on the third beat, bass that sings and leaves holes; dub echoes."""

from score import Beat, Comp, Line, Rap, Style, Tune

FORMS = ("i i iv iv", "i bVII i bVII", "I V vi IV", "I ii I ii", "i iv i v", "I IV V IV", "i7 i7 iv7 v7")
DROP = (
    "KICK ........X.......\nRIM ........X.......\nHAT x.x.x.x.x.x.x.x.",
    "KICK ........X.......\nSNARE ........X.......\nHAT x.xox.xox.xox.xo\nOPEN ..............x.",
    "KICK ........X.....?.\nRIM ........X..x..x.\nHAT xoxoxoxoxoxoxoxo",
)
BASS = ("1-.1-...3-5-....", "....1-1-3-5-3---", "1-1-..5-..8-5-..", "1-..3-..5-5-..<-", "..1-.1--5---3---")
HOOK = ((4, 4, -8), (2, 2, 4, -8), (-4, 4, 2, 2, 4), (8, -8), (6, 2, -8))

STYLES = (
    Style(
        "roots one drop",
        (68, 84),
        FORMS,
        (
            Beat(DROP, (0, 8), 0.0, ("room",), fill="S...S.1."),
            Line((33, 32, 35), BASS, 28, 5.0, ("dark",), name="bass"),
            Comp((27, 28), ("....m.......m...", "....m.......m.m.", "....x.......x..."), 55, "close", 1.0, ("plate",), 0.4, name="skank"),
            Comp((17, 16, 18), ("..m.m.m...m.m.m.", "..x..xx...x..xx."), 52, "close", -2.0, pan=0.4, name="bubble"),
            Comp((0, 4), ("....m.......m...",), 57, "close", -3.0, pan=0.2),
            Tune(("sing:m", "sing:f"), HOOK, 57, 74, "", 4.0, ("plate",), chance=0.75),
            Tune((61, 57, 22), HOOK + ((-16,),), 60, 77, "", -1.0, ("echo",), chance=0.45, harmony=2, repeat=0.8),
            Tune(("sing:choir",), ((-8, 4, 4), (-8, 8)), 60, 76, "", -2.0, ("plate",), chance=0.35, harmony=2),
        ),
        scale="minor",
        swing=0.56,
        swing_unit=2,
        keys=(9, 2, 7, 4, 0),
        loose=0.009,
        air=("glue",),
    ),
    Style(
        "dub",
        (66, 80),
        ("i i iv iv", "i i i i", "i bVII i bVII", "i iv i v"),
        (
            Beat(DROP, (0, 8), 2.0, ("dub",)),
            Line((33, "sub", 32), BASS, 27, 6.0, ("dark",), name="bass"),
            Comp(
                (27, 28),
                ("....m...........", "....m.......m...", "....m..........................."),
                55,
                "close",
                0.0,
                ("dub", "cave"),
                0.4,
                name="skank",
            ),
            Comp((17, 16), ("..m...m...m...m.",), 52, "close", -4.0, ("dub",), 0.4, 0.6),
            Tune((22, 60, 57, "chip"), ((8, -8), (-16,), (4, 4, -8)), 60, 79, "", 0.0, ("dub", "cave"), chance=0.7, name="melodica"),
            Tune(("sing:m",), ((4, -12), (-32,), (8, -24)), 57, 69, "", -1.0, ("dub", "cave"), chance=0.4),
        ),
        scale="minor",
        swing=0.56,
        keys=(9, 2, 7, 4),
        loose=0.009,
        air=("glue",),
    ),
    Style(
        "ska",
        (118, 152),
        ("I IV V IV", "I vi ii V", "I I IV V", "i iv i V"),
        (
            Beat(
                (
                    "KICK ....X.......X...\nSNARE ....X.......X...\nHAT x.x.x.x.x.x.x.x.",
                    "KICK X...X...X...X...\nRIM ....X.......X...\nRIDE x.x.x.x.x.x.x.x.",
                ),
                (0,),
                0.0,
                ("room",),
                fill="SSSSS.S.",
            ),
            Line((32, 33), ("1---3---5---6---", "1---3---5---3---", "1---5---8---<---"), 31, 3.0, name="bass"),
            Comp((27, 0), ("..m...m...m...m.",), 55, "close", 2.0, ("room",), 0.4, name="skank"),
            Comp((0, 16), ("..m...m...m...m.",), 60, "close", -2.0, pan=0.4),
            Tune((57, 56, 66), HOOK + ((2, 2, 2, 2), (4, 2, 2)), 58, 79, "", 3.0, ("plate",), harmony=2, repeat=0.8, name="horns"),
            Tune(("sing:m",), HOOK, 57, 74, "", 2.0, ("slap",), chance=0.4),
        ),
        keys=(7, 0, 5, 10),
        swing=0.55,
        loose=0.008,
        air=("tape",),
    ),
    Style(
        "rocksteady",
        (76, 96),
        ("I vi ii V", "I IV I V", "I iii IV V", "Imaj7 ii7 Imaj7 ii7"),
        (
            Beat(DROP[:2] + ("KICK ........X.......\nRIM ........X.......\nRIDE x...x...x...x...",), (0, 40), -1.0, ("room",)),
            Line((33, 34), ("1-.13-5-..5-3-..", "1-..8-5-6-..5-3-", "1-1-3-3-5-5-3-3-"), 29, 4.0, name="bass"),
            Comp((27,), ("....x-......x-..", "....m.......m..."), 55, "close", 2.0, ("plate",), 0.4, name="skank"),
            Line((27, 28), ("1-.13-5-..5-3-..",), 52, -2.0, ("plate",), 0.4, 0.5, name="picked"),
            Tune(("sing:m", "sing:f"), HOOK, 60, 77, "", 4.0, ("plate",)),
            Tune(("sing:choir", "sing:m"), ((-8, 8), (8, 8)), 60, 76, "", -1.0, ("plate",), harmony=2, chance=0.75),
            Comp((16,), ("..x.x.x...x.x.x.",), 55, "close", -4.0, chance=0.6),
        ),
        keys=(0, 5, 7, 10),
        loose=0.009,
        air=("tape",),
    ),
    Style(
        "steppers",
        (70, 82),
        ("i i iv v", "i bVII i bVII", "i i bVI bVII"),
        (
            Beat(
                (
                    "KICK X...X...X...X...\nRIM ........X.......\nHAT x.x.x.x.x.x.x.x.",
                    "KICK X...X...X...X...\nSNARE ........X.......\nHAT xoxoxoxoxoxoxoxo",
                ),
                (0, 8, -808),
                1.0,
                ("room",),
            ),
            Line((33, "sub", 38), BASS, 27, 6.0, ("dark",), name="bass"),
            Comp((27, 28, 0), ("....m.......m...", "....m.......m.m."), 55, "close", 1.0, ("echo",), 0.4, name="skank"),
            Comp((16, 17), ("..x..xx...x..xx.",), 52, "close", -2.0, pan=0.4),
            Tune((57, 61, 22), HOOK, 60, 77, "", 1.0, ("dub",), chance=0.6, harmony=2),
            Tune(("sing:m", "sing:f"), HOOK, 57, 74, "", 3.0, ("plate", "echo"), chance=0.7),
        ),
        scale="minor",
        keys=(9, 7, 2, 4),
        loose=0.006,
        air=("glue",),
    ),
    Style(
        "dancehall",
        (88, 104),
        ("i i i i", "i bVII i bVII", "I IV I V"),
        (
            Beat(
                (
                    "KICK X..X..X.X..X..X.\nSNARE ...X..X....X..X.\nHAT x.x.x.x.x.x.x.x.",
                    "KICK X.....X.X.....X.\nRIM ...X..X....X..X.\nSHAKER x.x.x.x.x.x.x.x.",
                ),
                (-808, 24),
                2.0,
            ),
            Line((38, "bass", "sub"), ("1..1..1.1..1..5.", "1-..1-..3-..5-..", "1..1..8.....7.5."), 28, 4.0, name="bass"),
            Comp((27, 16, "keys"), ("....m.......m...", "..m...m...m...m."), 57, "close", 0.0, ("plate",), 0.3, name="skank"),
            Comp((62, "pluck", 0), ("x..x..x.........", "......x..x..x..."), 60, "close", -3.0, ("echo",)),
            Rap(("rms", "awb", "kal16"), 2.2, 4.0, ("echo",), chance=0.5),
            Tune(("sing:m",), HOOK, 57, 72, "penta_minor", 3.0, ("plate",), chance=0.5, repeat=0.85),
        ),
        scale="minor",
        keys=(9, 2, 7),
        loose=0.004,
        air=("loud",),
    ),
)
