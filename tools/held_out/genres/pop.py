"""Pop: a sung hook over four chords that go round, bright drums, everything tidy and in front."""

from score import Beat, Comp, Line, Style, Tune

LOOP = ("I V vi IV", "vi IV I V", "I vi IV V", "IV I V vi", "Iadd9 V vi7 IVmaj7", "ii7 V I vi")
HOOK = ((2, 2, 2, 2, 4, -4), (4, 2, 2, 4, -4), (3, 3, 2, 4, 4), (-2, 2, 2, 2, 4, 4), (2, 2, 4, 6, -2), (3, 1, 2, 2, 8))
BACK = (
    "KICK X.......X.x.....\nSNARE ....X.......X...\nHAT x.x.x.x.x.x.x.x.",
    "KICK X.....x.X.......\nSNARE ....X.......X..o\nHAT xoxoxoxoxoxoxoxo",
    "KICK X..x..X...x.....\nSNARE ....X.......X...\nCLAP ....x.......x...\nHAT x.x.x.x.x.x.x.x.",
)

STYLES = (
    Style(
        "chorus pop",
        (98, 128),
        LOOP,
        (
            Beat(BACK, (0, 8, 16), fill="S.SS11FF"),
            Line((33, 34, 38), ("1-1-1-1-1-1-1-1-", "1---1-1-1---1-5-", "1-----1-1---..<-"), 31, 1.0, name="bass"),
            Comp((0, 2, 27), ("x-------x-------", "x---x---x---x---", "d---d-u-..u-d-u-"), 55, "close", -2.0, ("chorus",), 0.4),
            Comp((50, 89, "pad"), ("x---------------",), 60, "close", -6.0, ("plate",), 0.3, 0.8),
            Tune(("sing:f", "sing:m"), HOOK, 60, 79, "", 4.0, ("plate",), repeat=0.75, leap=0.15),
            Tune(("sing:f",), HOOK, 64, 81, "", -2.0, ("plate",), 0.4, 0.35, harmony=2, repeat=0.75, name="backing"),
        ),
        keys=(0, 2, 4, 7, 9),
        air=("loud",),
    ),
    Style(
        "piano ballad",
        (62, 84),
        LOOP,
        (
            Comp((0, 2), ("x---x---x---x---", "x-x-x-x-x-x-x-x-"), 55, "close", 0.0),
            Line((0, 33), ("1-------5-------", "1-----1-5-------"), 36, 0.0, name="bass"),
            Beat(
                (
                    "KICK X.........X.....\nSNARE ........X.......\nHAT x...x...x...x...",
                    "KICK X.....x...x.....\nSNARE ....X.......X...\nHAT x.x.x.x.x.x.x.x.",
                ),
                (0, 8),
                -1.0,
                ("plate",),
                fill="11FF",
                chance=0.7,
            ),
            Comp((48, 49), ("x---------------",), 60, "close", -4.0, ("hall",), chance=0.75, name="strings"),
            Tune(("sing:f", "sing:m"), HOOK + ((8, -8), (4, 4, 8)), 58, 79, "", 4.0, ("hall",), repeat=0.6, leap=0.15),
        ),
        keys=(0, 5, 7, 10, 2),
        air=("glue",),
    ),
    Style(
        "synth pop",
        (108, 132),
        LOOP,
        (
            Beat(
                (
                    "KICK X...X...X...X...\nSNARE ....X.......X...\nHAT ..x...x...x...x.",
                    "KICK X.....X.X.......\nSNARE ....X.......X...\nHAT x.x.x.x.x.x.x.x.",
                ),
                (24, -909, 16),
                effects=("gated",),
                fill="1122FFSS",
            ),
            Line((38, "bass"), ("1-1-1-1-1-1-1-1-", "1-8-1-8-1-8-1-8-", "1..11.1.1..11.8."), 31, 1.0, name="bass"),
            Comp((62, 50, "super"), ("x-----x-----x---", "x---------------", "x..x..x.x..x..x."), 58, "close", -3.0, ("chorus",), 0.3),
            Line(("pluck", 81, "chip"), ("1-3-5-8-5-3-5-8-", "8.5.8.a.8.5.3.5."), 60, -4.0, ("echo",), 0.4, 0.8, name="arpeggio"),
            Tune(("sing:f", "sing:m", 80), HOOK, 60, 79, "", 4.0, ("plate",), repeat=0.75),
        ),
        keys=(0, 2, 9, 5, 7),
        air=("loud",),
    ),
    Style(
        "dance pop",
        (116, 130),
        LOOP,
        (
            Beat(
                ("KICK X...X...X...X...\nCLAP ....X.......X...\nHAT ..x...x...x...x.\nSHAKER xoxoxoxoxoxoxoxo",),
                (-909, 24),
                0.0,
                fill="SSSSSSSS",
            ),
            Line(("bass", 38), ("..1-..1-..1-..1-", "1.1.1.1.1.1.1.1.", "1--1--1-1--1--5-"), 31, 1.0, ("pump",), name="bass"),
            Comp(("super", 2, 50), ("x--x--x-..x-..x-", "x-----x---x-----"), 58, "close", -2.0, ("pump",), 0.2),
            Tune(("sing:f",), HOOK, 62, 81, "", 5.0, ("plate",), repeat=0.85),
            Tune(("pluck", "saw"), ((2, 2, 2, 2), (3, 3, 2), (-8,)), 67, 86, "penta", -2.0, ("echo",), chance=0.5, repeat=0.9),
        ),
        keys=(9, 0, 5, 7, 2),
        air=("loud",),
    ),
    Style(
        "acoustic pop",
        (88, 120),
        LOOP,
        (
            Comp((25, 24), ("d---d-u-.-u-d-u-", "d-du.udud-du.udu"), 45, "open", 0.0, pan=0.4, strum=0.012),
            Line((33,), ("1-----1-1-------", "1---..1-5---..<-"), 31, 1.0, name="bass"),
            Beat(
                (
                    "KICK X.......X.......\nRIM ....X.......X...\nSHAKER xoxoxoxoxoxoxoxo",
                    "KICK X.....x.X.......\nCLAP ....X.......X...\nTAMB ..x...x...x...x.",
                )
                + BACK[:1],
                (0, 8),
                -2.0,
            ),
            Comp((0, 4, 48), ("x---------------", "x-------x-------"), 60, "close", -4.0, chance=0.7),
            Tune(("sing:m", "sing:f"), HOOK, 57, 77, "", 5.0, ("plate",), repeat=0.7, leap=0.12),
            Tune((11, 9, 73), ((4, 4, 8), (2, 2, 2, 2, -8), (-16,)), 72, 91, "penta", -3.0, chance=0.4),
        ),
        keys=(0, 2, 7, 9),
        air=("glue",),
    ),
    Style(
        "sixties pop",
        (112, 142),
        ("I vi IV V", "I iii IV V7", "I I7 IV iv", "I vi ii7 V7"),
        (
            Beat(
                (
                    "KICK X..XX...X..XX...\nSNARE ....X.......X.x.\nTAMB x.x.x.x.x.x.x.x.",
                    "KICK X.......X.......\nSNARE ....X.x.....X...\nHAT x.x.x.x.x.x.x.x.",
                ),
                (0,),
                -1.0,
                ("plate",),
                fill="S.S.SSSS",
            ),
            Line((34, 33), ("1-..1-5-1-..5-<-", "1---3---5---6---", "1---5---1---5---"), 31, 2.0, name="bass"),
            Comp((27, 25), ("..x...x...x...x.", "....d.......d..."), 52, "close", -2.0, pan=0.5),
            Comp((0, 3, 48), ("x---x---x---x---", "x---------------"), 58, "close", -4.0, pan=0.4),
            Tune(("sing:m", "sing:f"), HOOK, 58, 76, "", 4.0, ("plate",), harmony=2, repeat=0.75),
            Tune(("sing:choir", 53), ((8, 8), (16,), (4, 4, -8)), 62, 77, "", -2.0, ("plate",), chance=0.6, harmony=2),
        ),
        keys=(0, 4, 7, 9, 2),
        air=("tape",),
    ),
)
