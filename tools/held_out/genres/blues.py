"""Blues: twelve bars of dominant sevenths, triplet time, blue notes bent upwards; from one guitar on a porch to a horn section."""

from score import Beat, Comp, Line, Style, Tune

TWELVE = ("I7 I7 I7 I7 IV7 IV7 I7 I7 V7 IV7 I7 V7", "I7 IV7 I7 I7 IV7 IV7 I7 I7 V7 IV7 I7/IV7 I7/V7")
SHUFFLE = ("KICK X.....x.....\nSNARE ...X.....X..\nRIDE x.xx.xx.xx.x", "KICK X....xx....x\nSNARE ...X.o...X.o\nHAT x.xx.xx.xx.x")
LICKS = ((2, 1, 2, 1), (3, -3), (1, 1, 1, 3), (-2, 1, 3), (5, 1), (2, 4), (-3, 2, 1), (1, 1, 1, 1, 1, 1))

STYLES = (
    Style(
        "chicago shuffle",
        (98, 130),
        TWELVE,
        (
            Beat(SHUFFLE, fill="S.SS.1", chance=1.0),
            Line((32, 33), ("1--3--5--6--", "1--1--5--5--1--3--6--5--", "1--3--5--6--8--6--5--3--"), 31, 2.0, name="bass"),
            Comp((26, 27), ("x.xx.xx.xx.x", "..x..x..x..x"), 48, "shell", -2.0, ("crunch",), 0.4),
            Comp((0, 1, 16), ("...x..x..x..", "x-----x-----", "..x...x.x..."), 55, "close", -4.0, pan=0.5, chance=0.7),
            Tune((22, 27, 29, "string"), LICKS, 58, 82, "blues", 3.0, ("crunch", "slap"), bend=0.4, leap=0.25),
        ),
        12,
        3,
        keys=(4, 9, 7, 0, 2),
        air=("room",),
    ),
    Style(
        "slow blues",
        (52, 70),
        TWELVE,
        (
            Beat(
                ("KICK X....x...x..\nSNARE ...X.....X..\nHAT xxxxxxxxxxxx", "KICK X.......xx..\nRIM ...X.....X..\nRIDE xxxxxxxxxxxx"),
                fill="..S11F",
            ),
            Line((33, 32), ("1----15--6--", "1-----5--<--", "1--1.15--5.<"), 31, 2.0, name="bass"),
            Comp((16, 17, 18), ("x-----------", "x-----x-----"), 52, "close", -3.0, ("rotary",), 0.3, 0.8),
            Comp((0, 1), ("x.xx.xx.xx.x", "xxx...xxx..."), 57, "rootless", -3.0, pan=0.4, chance=0.7),
            Tune((27, 29, "string", 66), LICKS + ((1, 1, 4), (6, -6), (-6, 1, 1, 4)), 60, 86, "blues", 4.0, ("crunch", "plate"), bend=0.5),
        ),
        12,
        3,
        keys=(9, 4, 7, 0),
        air=("room",),
    ),
    Style(
        "delta guitar",
        (76, 112),
        TWELVE + ("I7 I7 I7 I7 I7 I7 IV7 I7",),
        (
            Line((25, 24), ("1--1--1--1--", "1-.1-.1-.1-.", "1--5--1--5--"), 40, 0.0, name="thumb"),
            Comp((25,), ("..d..u......", "......d.ud.u", "..x.....xx.."), 52, "close", -2.0),
            Tune((25, "string"), LICKS, 60, 79, "blues", 1.0, (), bend=0.55, leap=0.15),
            Tune(("sing:m", "sing:low"), ((3, 3, 3, -3), (2, 1, 6, -3), (-6, 2, 4)), 48, 64, "blues", 3.0, bend=0.4, chance=0.65),
            Tune((22,), ((6, -6), (3, 3, -6), (-12,)), 60, 79, "blues", 0.0, bend=0.5, chance=0.35),
            Beat(("KICK x..x..x..x..",), (0,), -8.0, ("dark",), chance=0.6, name="foot"),
        ),
        12,
        3,
        keys=(4, 7, 9, 2),
        loose=0.012,
        air=("tape", "room"),
    ),
    Style(
        "boogie-woogie piano",
        (128, 168),
        TWELVE,
        (
            Line((0, 1, 3), ("1.13.35.56.6", "1.15.56.65.5", "1.35.68.86.5"), 36, 2.0, name="left hand", double=12),
            Comp((0, 1, 3), ("x.xx.xx.xx.x", "...x..x.xx..", "xxx..xx.x..."), 60, "close", 0.0),
            Tune((0, 1, 3), ((1, 1, 1, 1, 1, 1), (2, 1, 2, 1), (3, 3), (1, 2, 3)), 67, 91, "blues", 2.0, grace=0.4),
            Beat(SHUFFLE, (0, 40), -4.0, chance=0.5),
            Line((32,), ("1--3--5--6--",), 31, -1.0, name="bass", chance=0.5),
        ),
        12,
        3,
        keys=(0, 7, 5, 10),
        air=("room",),
    ),
    Style(
        "jump blues",
        (138, 176),
        TWELVE,
        (
            Beat(("KICK X..x..X..x..\nSNARE ...X.....X..\nRIDE x..x.xx..x.x",), (0, 32), fill="SSS.S."),
            Line((32,), ("1--3--5--6--8--6--5--3--", "1--1--3--5--6--8--6--<--"), 31, 2.0, name="bass"),
            Comp(
                (61, 65, 66),
                ("X..........X............", "..x..X..........x..X....", "x.xx........x.xx........"),
                55,
                "close",
                1.0,
                pan=0.3,
                name="horns",
            ),
            Comp((0, 3), ("..x..x..x..x", "x.xx.xx.xx.x"), 60, "close", -3.0),
            Tune((66, 67, 56, "sing:m"), LICKS, 55, 77, "blues", 3.0, ("slap",), bend=0.35),
        ),
        12,
        3,
        keys=(10, 5, 3, 0),
        air=("room", "tape"),
    ),
    Style(
        "minor blues",
        (78, 104),
        ("i7 i7 i7 i7 iv7 iv7 i7 i7 bVImaj7 V7#9 i7 V7", "i7 iv7 i7 i7 iv7 iv7 i7 i7 V7 iv7 i7 V7"),
        (
            Beat(
                (
                    "KICK X..x..x...x.x...\nSNARE ....X.......X...\nHAT x.x.x.x.x.x.x.x.",
                    "KICK X.....x.x.......\nSNARE ....X..o....X..o\nRIDE x.x.x.x.x.x.x.x.",
                ),
                fill="S.S1.F..",
            ),
            Line((33,), ("1---..5.8---7-5-", "1-.1..1-5---7---", "1-----1.5-..3-1-"), 31, 2.0, name="bass"),
            Comp((4, 16, 1), ("..x...x...x...x-", "x-------x-------", "....x.....x-...."), 54, "rootless", -2.0, ("tremolo",)),
            Tune(
                (27, 29, "string"),
                ((4, 4, -8), (2, 2, 4, -8), (-2, 1, 1, 12), (2, 1, 1, 4), (6, 2)),
                58,
                84,
                "blues",
                4.0,
                ("crunch", "plate"),
                bend=0.5,
            ),
            Comp((48,), ("x---------------",), 62, "close", -8.0, ("hall",), chance=0.35),
        ),
        scale="penta_minor",
        keys=(11, 4, 9, 2),
        swing=0.56,
        air=("room",),
    ),
)
