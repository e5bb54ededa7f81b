"""Disco: four on the floor, open hats on every off-beat, octave bass, scratched guitar in sixteenths, strings that sweep and answer."""

from score import Beat, Comp, Line, Style, Tune

MINOR = ("i7 i7 iv7 iv7", "i7 bVII bVImaj7 V7", "i7 iv7 bVII bIIImaj7", "ii7 ii7 V9 V9")
MAJOR = ("Imaj7 vi7 ii7 V9sus", "IVmaj7 iii7 ii7 Imaj7", "I vi7 IV V")
FOUR = (
    "KICK X...X...X...X...\nSNARE ....X.......X...\nOPEN ..X...X...X...X.\nHAT x...x...x...x...",
    "KICK X...X...X...X...\nSNARE ....X.......X...\nOPEN ..X...X...X...X.\nHAT xo..xo..xo..xo..\nTAMB ....x.......x...",
)
OCTAVES = ("1-8-1-8-1-8-1-8-", "1.8.1.8.1.8.1.87", "1-8-.18-1-8-5-<-")
SWEEP = ((2, 2, 2, 2, 8), (8, 8), (-8, 1, 1, 1, 1, 4), (-4, 2, 2, 4, 4), (3, 3, 10))

STYLES = (
    Style(
        "string disco",
        (114, 126),
        MINOR + MAJOR,
        (
            Beat(FOUR, (0, 8), 1.0, fill="S.SSSSSS"),
            Line((33, 34), OCTAVES, 31, 3.0, name="bass"),
            Comp((27, 28), ("d.udd.udd.udd.ud", "..ud..ud..ud..ud", "x.xx.xx.x.xx.xx."), 57, "shell", -2.0, ("wah",), 0.5, strum=0.006),
            Tune((48, 50), SWEEP, 72, 93, "", 2.0, ("hall",), 0.3, repeat=0.8),
            Comp((4, 2), ("x--x--x-........", "x-------x-------"), 57, "rootless", -3.0, ("chorus",)),
            Tune(
                ("sing:f", "sing:choir"),
                ((2, 2, 4, -8), (4, 4, -8), (2, 2, 2, 2, 4, -4)),
                62,
                81,
                "",
                3.0,
                ("plate",),
                repeat=0.85,
                chance=0.7,
            ),
            Beat(("CONGA ..x...xx..x...xx\nCONGAL x...x...x...x...",), (0,), -5.0, chance=0.6, name="congas"),
        ),
        scale="dorian",
        keys=(2, 9, 4, 7, 0),
        loose=0.004,
        air=("glue",),
    ),
    Style(
        "guitar funk disco",
        (108, 122),
        MINOR,
        (
            Beat(
                FOUR + ("KICK X...X...X...X...\nCLAP ....X.......X...\nOPEN ..x...x...x...x.\nHAT xoxxxoxxxoxxxoxx",),
                (0, 8),
                1.0,
                fill="........S.SS.SSS",
            ),
            Line((33, 36), ("1..1.8.1..1.7.8.", "1.1..17.8..1.5<.", "1..8.1..18.1.75."), 31, 3.0, name="bass"),
            Comp((27,), ("d.ud.ud.ud.ud.ud", ".udd.u.d.udd.u.d", "d..ud.u.d..ud.ud"), 57, "rootless", 1.0, ("chorus",), 0.5, strum=0.005),
            Comp((4, 50), ("x-------x-------",), 60, "rootless", -4.0, ("chorus",), 0.4),
            Tune(
                ("sing:f", "sing:choir"),
                ((2, 2, 4, -8), (2, 2, 2, 2, -8), (-4, 4, 4, 4)),
                62,
                79,
                "",
                3.0,
                ("plate",),
                harmony=2,
                repeat=0.9,
            ),
            Tune((50, 48), SWEEP, 74, 91, "", -2.0, ("hall",), chance=0.5),
        ),
        scale="dorian",
        keys=(9, 4, 2, 11),
        loose=0.004,
        air=("glue",),
    ),
    Style(
        "philadelphia soul disco",
        (112, 122),
        MAJOR,
        (
            Beat(FOUR, (0,), 0.0, ("room",), fill="....SSSS"),
            Line((33,), ("1---..1.5-6-8---", "1-..8-1-5-..6-<-", "1-8-5-6-1-8-5-<-"), 31, 2.0, name="bass"),
            Comp((61, 56), ("......X-X.......", "X..X..X-........", "............X.X."), 60, "close", 1.0, ("plate",), 0.3, name="brass"),
            Tune((48,), SWEEP + ((16,),), 70, 91, "", 2.0, ("hall",), 0.3, repeat=0.7, harmony=2),
            Comp((0, 4, 11), ("x--x--x---x-x---",), 57, "rootless", -2.0),
            Comp((27,), ("....d.......d...", "..d...d...d...d."), 55, "rootless", -3.0, pan=0.5),
            Tune(("sing:m", "sing:f"), ((2, 2, 4, 4, -4), (4, 4, 8), (-4, 4, 4, 4)), 58, 77, "", 3.0, ("plate",), chance=0.8),
        ),
        keys=(5, 0, 10, 7, 2),
        loose=0.005,
        air=("tape",),
    ),
    Style(
        "euro disco",
        (118, 132),
        ("i i bVII bVII", "i bVI bVII i", "i iv bVII bIII", "i i i i"),
        (
            Beat(
                (
                    "KICK X...X...X...X...\nSNARE ....X.......X...\nOPEN ..X...X...X...X.\nHAT xxxxxxxxxxxxxxxx",
                    "KICK X...X...X...X...\nCLAP ....X.......X...\nOPEN ..X...X...X...X.",
                ),
                (-909, 0, 24),
                1.0,
                fill="1122FFFF",
            ),
            Line(("bass", 38, "acid"), ("1818181818181818", "1188118811881188", "1.8.1.8.1.8.1.8."), 31, 2.0, name="sequencer"),
            Tune((50, 48, 51), SWEEP, 69, 91, "", 1.0, ("hall", "chorus"), repeat=0.85),
            Comp((50, "pad"), ("x---------------",), 60, "close", -3.0, ("chorus", "hall")),
            Tune(("sing:f", 85, 81), ((4, 4, 8), (2, 2, 4, 8), (8, -8)), 62, 79, "", 3.0, ("plate", "echo"), repeat=0.85),
            Beat(("TOM3 ..........x.x...\nTOM1 ..............x.",), (-808,), -2.0, ("echo",), chance=0.4, name="syndrum"),
        ),
        scale="minor",
        keys=(9, 4, 2, 0),
        loose=0.002,
        air=("glue",),
    ),
    Style(
        "brass disco",
        (116, 130),
        MINOR,
        (
            Beat(FOUR, (0, 8), 1.0, fill="S.SS1122"),
            Line((33, 36, 34), OCTAVES, 31, 3.0, name="bass"),
            Comp(
                (61, 62),
                ("X..X..X.........", "....X.X.....X.X.", "X-----..X.X.....", "..............XX"),
                60,
                "close",
                3.0,
                ("plate",),
                0.2,
                name="brass",
            ),
            Comp((28, 27), ("m.mmm.mmm.mmm.mm", "x.xx.x.xx.xx.x.x"), 57, "shell", -2.0, ("wah",), 0.5),
            Comp((7, 4), ("x.x..x.xx.x..x.x",), 55, "rootless", -3.0, pan=0.3),
            Tune((48,), SWEEP, 74, 93, "", -1.0, ("hall",), chance=0.7),
            Tune(
                ("sing:f", "sing:m", "sing:choir"), ((2, 2, 2, 2, -8), (4, 4, -8)), 60, 79, "penta", 2.0, ("plate",), chance=0.7, repeat=0.9
            ),
            Beat(("COWBELL x.x.x.x.x.x.x.x.", "CONGA ..x...xx..x.x.xx"), (0,), -7.0, chance=0.6, name="percussion"),
        ),
        scale="dorian",
        keys=(7, 2, 9, 4),
        loose=0.004,
        air=("glue",),
    ),
)
