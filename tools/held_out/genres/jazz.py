"""Jazz: swung eighths over ride and walking bass, seventh chords and their extensions, chromatic solo lines."""

from score import Beat, Comp, Line, Style, Tune

TURN = (
    "ii7 V13 Imaj9 Imaj9 ii7 V7b9 Imaj7 VI7",
    "Imaj7/vi7 ii7/V7 iii7/VI7 ii7/V7 v7/I7 IV7/bVII7 iii7/VI7 ii7/V7",
    "Imaj7 vi7 ii7 V13 iii7 bIIImaj7 ii7 bII7",
    "iih7 V7b9 i6 i6 iv7 bVII9 bIIImaj7 V7b9",
)
WALK = (
    "1---3---5---<---",
    "1---5---3---<---",
    "1---s---3---5---8---7---5---<---",
    "1---3---5---6---8---6---5---<---",
    "1---3---s---5---s---5---3--->---",
)
LINES = ((2, 2, 2, 2, 2, 2, 2, 2), (2, 2, 2, 2, -4), (4, 2, 2, -8), (-2, 2, 2, 2), (6, 2, -8), (1, 1, 2, 2, 2), (-6, 2), (3, 1, 4))
RIDE = (
    "RIDE X...x.x.X...x.x.\nPEDAL ....x.......x...\nSNARE ..?...?...?...?.\nKICK o...?.....?.....",
    "RIDE X...x.x.X...x.x.\nPEDAL ....x.......x...\nRIM ............x...\nKICK o...o...o...o...",
)

STYLES = (
    Style(
        "piano trio",
        (112, 190),
        TURN,
        (
            Beat(RIDE, (32, 0, 40), -3.0),
            Line((32,), WALK, 30, 2.0, name="bass"),
            Comp(
                (0, 1), ("..x.......x.....", "......x-........x-....x.........", "x-....x-........"), 53, "rootless", -2.0, name="left hand"
            ),
            Tune((0, 1), LINES, 64, 90, "bebop", 3.0, grace=0.15, leap=0.3),
        ),
        swing=0.64,
        keys=(5, 10, 3, 0, 7),
        air=("room",),
    ),
    Style(
        "bebop quintet",
        (186, 246),
        TURN,
        (
            Beat(RIDE, (32, 0), -3.0, fill="S.SS.S1F"),
            Line((32,), WALK, 30, 2.0, name="bass"),
            Comp((0, 1), ("......x-........", "..x.......x-....", "......x.....x..."), 53, "rootless", -3.0, pan=0.3),
            Tune((65, 66, 56, 59), LINES + ((2,) * 8,), 60, 86, "bebop", 4.0, grace=0.15, leap=0.35, bend=0.1),
        ),
        swing=0.6,
        keys=(10, 5, 3, 8),
        air=("room",),
    ),
    Style(
        "brushes ballad",
        (54, 76),
        TURN,
        (
            Beat(
                (
                    "SNARE o.o.o.o.o.o.o.o.\nPEDAL ....o.......o...\nKICK o.......o.......",
                    "RIDE x...x.x.x...x.x.\nPEDAL ....x.......x...\nSNARE o...o...o...o...",
                ),
                (40,),
                -7.0,
            ),
            Line((32,), ("1-------5-------", "1-----5-<-------", "1---..1-5---<---"), 30, 1.0, name="bass"),
            Comp((0, 4, 26), ("x-------x-------", "x---------x-----", "d---------------"), 53, "rootless", -2.0, ("room",), strum=0.03),
            Tune(
                (66, 59, 65, 71, "sing:f"),
                ((8, -8), (4, 4, 6, 2), (2, 2, 2, 2, 8), (12, -4), (1, 1, 2, 4, -8), (-4, 4, 8)),
                56,
                82,
                "",
                3.0,
                ("hall",),
                bend=0.3,
            ),
        ),
        swing=0.6,
        keys=(3, 10, 5, 8),
        loose=0.014,
        air=("room",),
    ),
    Style(
        "big band",
        (128, 196),
        TURN,
        (
            Beat(RIDE + ("HAT X...x.x.X...x.x.\nSNARE ....x.......x...\nKICK x...x...x...x...",), (32, 0), -2.0, fill="S.S.11.F"),
            Line((32,), WALK, 30, 1.0, name="bass"),
            Comp(
                (61, 56),
                ("......X-X.......", "X.....X.........X-----..........", "....X.X.......X-", "..............X-......X.X......."),
                60,
                "close",
                3.0,
                ("room",),
                0.3,
                name="brass",
            ),
            Tune(
                (65, 66, 67),
                ((2, 2, 2, 2, -8), (6, 2, 4, -4), (-2, 2, 4), (3, 1, 2, 2)),
                58,
                79,
                "",
                2.0,
                ("room",),
                0.4,
                harmony=2,
                name="saxes",
                repeat=0.7,
            ),
            Comp((26, 0), ("x...x...x...x...",), 52, "shell", -5.0, pan=0.5),
            Tune((56, 71, 66), LINES, 62, 86, "blues", 1.0, ("room",), bend=0.3, chance=0.6),
        ),
        swing=0.64,
        keys=(10, 3, 5, 8),
        air=("room",),
    ),
    Style(
        "gypsy swing",
        (168, 232),
        ("i6 i6 iv6 iv6 V7 V7 i6 i6", "i6 i6 V7 V7 i6 I7 iv6 V7", "I6 I6 VI7 VI7 ii7 V7 I6 V7"),
        (
            Comp((25, 26), ("d-..d...d-..d...", "d...d...d...d..."), 48, "close", -1.0, pan=0.5, strum=0.01, name="pompe"),
            Comp((25,), ("d..ud...d..ud...",), 50, "close", -4.0, pan=0.5, strum=0.008, chance=0.7),
            Line((32,), ("1---....5---....", "1---5---1---<---"), 30, 2.0, name="bass"),
            Tune((40, 25, 71, 110), LINES + ((1, 1, 1, 1, 2, 2),), 62, 91, "harmonic", 4.0, grace=0.35, leap=0.35, bend=0.15),
        ),
        swing=0.6,
        scale="harmonic",
        keys=(2, 9, 7, 4),
        air=("room",),
    ),
    Style(
        "cool and modal",
        (96, 148),
        ("ii7 ii7 ii7 ii7 iii7 iii7 ii7 ii7", "i7 i7 i7 i7 iv7 iv7 i7 i7", "Imaj9 IVmaj9 Imaj9 IVmaj9"),
        (
            Beat(RIDE, (32, 40), -4.0),
            Line((32,), WALK + ("1-----5-8-------", "1-----1-5-----<-"), 30, 2.0, name="bass"),
            Comp((0, 11, 26), ("x-----x-........", "......x-----....", "x---....x-......"), 55, "rootless", -2.0, ("room",), 0.3),
            Tune(
                (59, 56, 66, 11, 26),
                ((4, 4, -8), (2, 2, 4, -8), (8, 2, 2, 2, 2), (-4, 2, 2, 4), (6, 2, -8)),
                58,
                84,
                "dorian",
                4.0,
                ("plate",),
                leap=0.25,
            ),
        ),
        swing=0.62,
        scale="dorian",
        keys=(2, 0, 5, 7, 10),
        air=("room",),
    ),
)
