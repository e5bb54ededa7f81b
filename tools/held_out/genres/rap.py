"""Rap: rhythmic speech in front of everything, over drums and bass that leave it room."""

from score import Beat, Comp, Line, Rap, Style, Tune

VOICES = ("rms", "kal16", "awb", "slt", "rms", "kal16")

STYLES = (
    Style(
        "battle boom bap",
        (86, 98),
        ("i7 i7", "i i bVI V", "ii7 i7"),
        (
            Rap(VOICES, 2.8, 8.0, ("slap",)),
            Beat(
                (
                    "KICK X.x.....x.x.....\nSNARE ....X.......X...\nHAT x.x.x.x.x.x.x.x.",
                    "KICK X......x..x.....\nSNARE ....X.......X...\nHAT x.xxx.x.x.xxx.x.",
                ),
                (0, 24, 8),
                2.0,
                ("tape",),
            ),
            Line((32, 33, "sub"), ("1--...1.--1.....", "1---....1-3-5-.."), 28, 2.0, ("dark",), name="bass"),
            Comp((0, 48, 61), ("x-..x-..x-......", "X.......x-......"), 57, "close", -3.0, ("vinyl",), chance=0.8, name="sample"),
        ),
        scale="minor",
        swing=0.55,
        swing_unit=1,
        keys=(2, 9, 5, 0),
        air=("glue",),
    ),
    Style(
        "trap rap",
        (66, 76),
        ("i bVI i V", "i i bVI bVII", "i bII i i"),
        (
            Rap(VOICES, 2.8, 7.0, ("plate", "echo")),
            Beat(
                (
                    "KICK X..x......x.....\nCLAP ....X.......X...\nHAT xxrxxxxRxxxxrxxx",
                    "KICK X......x..x..x..\nSNARE ....X.......X...\nHAT xxxxRxxxxrxxxxRr",
                ),
                (-808, 25),
                1.0,
            ),
            Line(("sub",), ("1--1----..1-----", "1-----1---5--.1-"), 26, 3.0, name="808"),
            Line(("bell", "pluck", 0, 46), ("8.a.b.a.8.5.3.5.", "8..5..a...8.5..."), 60, -4.0, ("hall",), 0.3, name="melody"),
            Comp(("pad", 48), ("x---------------",), 57, "close", -7.0, ("hall",), chance=0.6),
            Rap(VOICES, 1.0, 0.0, ("cave",), chance=0.4, name="ad-libs"),
        ),
        scale="harmonic",
        keys=(0, 2, 5, 9),
        loose=0.002,
        air=("loud",),
    ),
    Style(
        "old school party",
        (98, 114),
        ("i7 i7", "I7 I7 IV7 I7", "i i bVII i"),
        (
            Rap(VOICES, 2.0, 8.0, ("slap",)),
            Beat(
                (
                    "KICK X..x..X...x.....\nSNARE ....X.......X...\nCLAP ....X.......X...\nHAT x.x.x.x.x.x.x.x.",
                    "KICK X.....x.X.x.....\nCLAP ....X.......X...\nCOWBELL x.x.xx.xx.x.xx.x",
                ),
                (-808, 25, 0),
                2.0,
            ),
            Line((33, 36, 38), ("1.1...8.1..7.5..", "1..1.1..1.8..75.", "1-8-1-8-1-8-5-<-"), 28, 2.0, name="bass"),
            Comp((27, 61), ("..ud..ud..ud..ud", "X.......x......."), 57, "shell", -4.0, chance=0.7),
        ),
        scale="dorian",
        keys=(4, 9, 2, 7),
        air=("glue",),
    ),
    Style(
        "hardcore",
        (90, 106),
        ("i i bII i", "i i i bVI", "i bVII bVI V"),
        (
            Rap(VOICES, 2.8, 8.0, ("crunch",)),
            Beat(
                (
                    "KICK X..x....X..x.x..\nSNARE ....X.......X...\nHAT x.x.x.x.x.x.x.x.",
                    "KICK X.x...x...x.x...\nSNARE ....X.......X..o\nOPEN x...x...x...x...",
                ),
                (16, 24, -909),
                3.0,
                ("tape",),
            ),
            Line(("bass", 38, 34), ("1-----1.1---....", "1...1...>...1..."), 28, 2.0, name="bass"),
            Comp(
                (48, 61, 52, 30), ("X-..X-..X-......", "X...............", "x-x-x-x-x-x-x-x-"), 50, "close", -3.0, ("vinyl",), name="stab"
            ),
            Line((0, 14, 10), ("8...5...8...>...",), 60, -5.0, ("plate",), chance=0.5, name="piano"),
        ),
        scale="phrygian",
        keys=(2, 0, 4, 7),
        air=("loud",),
    ),
    Style(
        "drill",
        (68, 74),
        ("i i bVI V", "i iv bVI V", "i i bII V"),
        (
            Rap(VOICES, 2.8, 7.0, ("plate",)),
            Beat(
                (
                    "KICK X.......x..x....\nCLAP ......X.......X.\nHAT x..x..x.x..x..xr",
                    "KICK X..x............\nSNARE ......X.......X.\nHAT x..xx.xRx..x..x.",
                ),
                (-808, 25),
                1.0,
            ),
            Line(("sub",), ("1----.8-..3--.1-", "1--.--5----.8---", "1------8--.1--.."), 26, 4.0, name="808", slide=0.6),
            Line((0, 46, "bell", 48), ("8.5.a.5.8.5.b.5.", "8---5---a---b---"), 57, -4.0, ("hall",), name="melody"),
            Comp((48, 52, "pad"), ("x---------------",), 55, "close", -8.0, ("hall",), chance=0.7),
        ),
        scale="harmonic",
        keys=(2, 5, 0, 7),
        loose=0.002,
        air=("loud",),
    ),
    Style(
        "conscious over keys",
        (78, 94),
        ("ii7 V9 Imaj7 vi7", "i9 iv7", "Imaj7 iii7 vi7 IVmaj7"),
        (
            Rap(VOICES, 2.2, 7.0, ("room",)),
            Beat(
                (
                    "KICK X......x..x.....\nSNARE ....X.......X...\nHAT x.x.x.x.x.x.x.x.",
                    "KICK X.....x...x.....\nRIM ....X.......X...\nRIDE x.x.x.x.x.x.x.x.",
                ),
                (0, 40, 32),
                1.0,
                ("room",),
            ),
            Line((32, 33), ("1---..1-5---....", "1-----3-5---<---"), 28, 1.0, name="bass"),
            Comp((4, 0), ("x-----x---x-----", "x---....x-......"), 57, "rootless", -3.0, ("chorus",)),
            Tune((56, 59, 73, "sing:f"), ((4, 4, -8), (-16,), (8, -8)), 62, 79, "penta", -5.0, ("plate",), chance=0.5),
        ),
        scale="dorian",
        swing=0.57,
        swing_unit=1,
        keys=(5, 10, 0, 2),
        loose=0.009,
        air=("glue",),
    ),
)
