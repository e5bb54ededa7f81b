"""R&B: extended chords on electric piano, a voice that bends and runs, snaps and deep soft bass; slow jam, neo-soul, soul, funk."""

from score import Beat, Comp, Line, Style, Tune

RICH = ("ii7 V9sus Imaj9 vi7", "IVmaj9 iii7 ii7 Imaj9", "Imaj9 iii7 IVmaj9 V9sus", "i9 iv9 bVImaj9 V7#9", "ii9 iii7 vi9 V13")
RUNS = ((2, 2, 2, 2, 4, -4), (1, 1, 2, 4, 4, -4), (4, 2, 2, 8), (-4, 2, 1, 1, 4, 4), (6, 1, 1, 8), (3, 1, 4, -8))

STYLES = (
    Style(
        "slow jam",
        (60, 76),
        RICH,
        (
            Beat(
                (
                    "KICK X.....x..x......\nCLAP ....X.......X...\nHAT xxoxxoxxxxoxxrxx",
                    "KICK X......x..x.....\nRIM ....X.......X...\nHAT x.x.x.xrx.x.x.x.\nSHAKER oxoxoxoxoxoxoxox",
                ),
                (-808, 25, 24),
                0.0,
                ("plate",),
            ),
            Line((35, 38, "sub", 33), ("1-----1---5-..<-", "1---..1.----5.6.", "1------.1-3-5---"), 28, 2.0, name="bass", slide=0.2),
            Comp(
                (5, 4, "keys"),
                ("x-----------x---", "x-------x-------", "x-----x---------"),
                55,
                "rootless",
                1.0,
                ("chorus", "plate"),
                strum=0.03,
            ),
            Comp(("pad", 50, 48), ("x---------------",), 60, "close", -5.0, ("hall",)),
            Tune(("sing:f", "sing:m"), RUNS, 57, 77, "penta", 5.0, ("plate",), grace=0.35, bend=0.35, leap=0.2),
            Tune(("sing:f",), ((8, 8), (-8, 8), (16,)), 60, 77, "", -2.0, ("hall",), 0.5, 0.7, harmony=2, name="backing"),
            Line((11, 9, 24), ("..8.....a...b...", "8.a.b..........."), 64, -5.0, ("echo",), 0.4, 0.5),
        ),
        keys=(1, 3, 8, 10, 5),
        loose=0.008,
        air=("glue",),
    ),
    Style(
        "neo-soul",
        (76, 96),
        RICH,
        (
            Beat(
                (
                    "KICK X......x..x.....\nSNARE ....X..o....X..o\nHAT x.x.x.x.x.x.x.x.",
                    "KICK X..x......x..x..\nRIM ....X.......X...\nHAT xoxoxoxoxoxoxoxo",
                ),
                (0, 40, 8),
                1.0,
                ("room",),
            ),
            Line((33, 35), ("1-..1.--5.7.8.--", "1.--..3.5---..<.", "1---.1.35-.8.-7."), 28, 3.0, name="bass", slide=0.25),
            Comp((4, 5), ("x--.x-..x-----..", "x-----..x-.x----", "..x---..x-......"), 55, "rootless", 1.0, ("tremolo",), strum=0.02),
            Comp((27, 26), ("......d.......u.", "..d-......d.u-.."), 60, "rootless", -3.0, ("chorus",), 0.5, 0.7),
            Tune(("sing:f", "sing:m"), RUNS, 56, 77, "penta", 5.0, ("plate",), grace=0.3, bend=0.35),
            Tune(("sing:choir", "sing:f"), ((8, 8), (-8, 4, 4)), 60, 77, "", -2.0, ("plate",), 0.4, 0.5, harmony=2),
            Tune((59, 56, 73), ((4, 4, 8), (-16,), (-8, 2, 2, 4)), 65, 82, "", -2.0, ("plate",), chance=0.3),
        ),
        scale="major",
        swing=0.58,
        swing_unit=1,
        keys=(5, 10, 3, 0, 8),
        loose=0.014,
        air=("glue",),
    ),
    Style(
        "soul band",
        (92, 122),
        ("I7 I7 IV7 I7", "Imaj7 ii7 iii7 ii7", "I vi7 ii7 V9sus", "i7 iv7 i7 V7#9"),
        (
            Beat(
                (
                    "KICK X..x....X..x....\nSNARE ....X.......X...\nHAT x.x.x.x.x.x.x.x.\nTAMB ....x.......x...",
                    "KICK X.....xx..x.....\nSNARE ....X..o....X...\nHAT xxxxxxxxxxxxxxxx",
                ),
                (0,),
                1.0,
                ("room",),
                fill="....S.SS",
            ),
            Line((33, 34), ("1-.11-5-6-.65-3-", "1..13.5-..5.6.5.", "1-..8-.75-..3-<-"), 29, 3.0, name="bass"),
            Comp((16, 17, 0), ("x---------------", "x---x---x---x---"), 57, "close", -2.0, ("rotary",)),
            Comp((27,), ("....d.......d...", "..ud..ud..ud..ud"), 57, "shell", -2.0, pan=0.5),
            Comp(
                (61, 56, 66),
                ("X...........X.X.", "......X-X.......", "x---------......"),
                58,
                "close",
                -1.0,
                ("plate",),
                0.4,
                0.7,
                name="horns",
            ),
            Tune(("sing:m", "sing:f"), RUNS, 57, 77, "penta", 5.0, ("plate",), grace=0.25, bend=0.4),
            Tune(("sing:f", "sing:choir"), ((-8, 4, 4), (-8, 8)), 62, 77, "", -1.0, ("plate",), 0.4, 0.6, harmony=2),
        ),
        scale="major",
        keys=(0, 5, 7, 10, 3),
        loose=0.009,
        air=("tape",),
    ),
    Style(
        "contemporary",
        (88, 112),
        ("i9 bVImaj7 bIIImaj7 bVII", "IVmaj7 V vi7 iii7", "vi9 IVmaj9 Imaj9 V", "ii9 Imaj9"),
        (
            Beat(
                (
                    "KICK X..x..x...x..x..\nCLAP ....X.......X...\nHAT x.xxx.xrx.xxx.xR",
                    "KICK X.....x...x.....\nCLAP ....X.......X...\nHAT xoxxxoxrxoxxxoxx",
                ),
                (-808, 24, 25),
                1.0,
            ),
            Line(("sub", "bass", 38), ("1--1----..1---5-", "1-----1-..1-..<-"), 27, 3.0, name="bass"),
            Comp(("keys", 5, "super"), ("x-----x-..x-----", "x---..x---x-..x-", "x---------------"), 57, "rootless", 0.0, ("plate",)),
            Line(("pluck", 46, 24), ("8.a.b...a.8.5...", "b..a..8..5..8..."), 62, -3.0, ("echo",), 0.4, 0.6),
            Comp(("pad",), ("x---------------",), 60, "close", -6.0, ("hall",)),
            Tune(("sing:f", "sing:m"), RUNS, 58, 79, "penta", 5.0, ("plate",), grace=0.35, bend=0.3),
            Tune(("sing:f", "sing:choir"), ((8, 8), (4, 4, -8), (-16,)), 64, 81, "", -2.0, ("hall",), 0.5, 0.7, harmony=2),
        ),
        scale="major",
        keys=(1, 6, 8, 3, 5),
        loose=0.004,
        air=("loud",),
    ),
    Style(
        "quiet storm",
        (72, 92),
        RICH,
        (
            Beat(
                (
                    "KICK X.....x.X.......\nSNARE ....X.......X...\nHAT x.xox.xox.xox.xo",
                    "KICK X.......X..x....\nRIM ....X.......X...\nHAT x.x.x.x.x.x.x.x.\nTRI ..........x.....",
                ),
                (24, 0, 16),
                -1.0,
                ("plate",),
            ),
            Line((35, 38, 36), ("1---..1-5---8-<-", "1-----5-1---3-5-"), 28, 2.0, name="bass", slide=0.3),
            Comp(("keys", 5, 4), ("x---------------", "x-------x-----x-"), 57, "rootless", 1.0, ("chorus", "hall")),
            Comp((50, 48, "pad"), ("x---------------",), 62, "close", -3.0, ("hall",)),
            Tune(("sing:f", "sing:m"), RUNS + ((8, -8),), 58, 79, "", 5.0, ("hall",), grace=0.3, bend=0.35),
            Tune((65, 64), ((8, -8), (2, 2, 4, -8), (-16,)), 62, 82, "penta", 1.0, ("hall",), bend=0.4, chance=0.5),
            Comp((27,), ("....d-......d-..",), 60, "rootless", -4.0, ("chorus",), 0.5, 0.6),
        ),
        keys=(8, 3, 5, 10, 1),
        loose=0.007,
        air=("glue",),
    ),
)
