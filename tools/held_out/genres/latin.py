"""Latin: clave, tumbao and montuno, samba and bossa nova, tango, cumbia, merengue, bolero: the percussion is written first."""

from score import Beat, Comp, Line, Style, Tune

SALSA = ("i i V7 V7", "i iv V7 i", "I IV V7 IV", "ii7 V7 i6 i6", "i7 iv7 i7 V7")
CALL = ((4, 2, 2, -8), (3, 3, 2, -8), (2, 2, 2, 2, -8), (-4, 4, 6, 2), (6, 2, 4, 4))

STYLES = (
    Style(
        "salsa",
        (88, 112),
        SALSA,
        (
            Beat(
                (
                    "CLAVE x..x..x...x.x...\nCOWBELL x.x.x.x.x.x.x.x.\nCONGA ......xx......xx\n"
                    "SLAP ...X.......X....\nGUIRO x..xx..xx..xx..x\nTIMBALE ............x.x.",
                    "CLAVE ..x.x...x..x..x.\nCOWBELL X.xxX.xxX.xxX.xx\n"
                    "CONGA ..o...xx..o...xx\nSLAP ...X.......X....\nMARACAS xxxxxxxxxxxxxxxx",
                ),
                (0,),
                1.0,
                ("room",),
                name="percussion",
            ),
            Line((32, 33, 35), ("......5-....8---", "..--..5-..--8-<-"), 31, 3.0, name="tumbao"),
            Comp((0, 3), ("x.xx.x.xx.x.xx.x", "x..x.xx.x.x.xx.x", "..x.xx.x.xx.x.xx"), 60, "close", 2.0, ("room",), 0.3, name="montuno"),
            Comp(
                (56, 61, 57),
                ("X..X..X.........", "............X.X.", "X-----X...X-----", "................X..X....X.X.X..."),
                62,
                "close",
                2.0,
                ("plate",),
                0.3,
                name="brass",
            ),
            Tune(("sing:m", "sing:f", 56, 57), CALL, 58, 77, "", 3.0, ("plate",), repeat=0.75, chance=0.85),
            Tune(("sing:choir",), ((-8, 2, 2, 4), (-8, 4, 4)), 60, 74, "", 0.0, ("plate",), harmony=2, chance=0.5, repeat=0.9),
        ),
        scale="minor",
        keys=(0, 2, 9, 7, 5),
        loose=0.006,
        air=("room",),
    ),
    Style(
        "bossa nova",
        (60, 78),
        ("Imaj7 II7 ii7 V7", "Imaj9 vi7 ii7 V7b9", "i6 i6 iih7 V7b9", "Imaj7 bIImaj7"),
        (
            Beat(
                (
                    "KICK X..xX..xX..xX..x\nRIM x..x..x...x..x..\nSHAKER xoxoxoxoxoxoxoxo",
                    "KICK o..oo..oo..oo..o\nRIM x..x...x..x..x..\nHAT xxxxxxxxxxxxxxxx",
                ),
                (0, 40),
                -3.0,
                ("room",),
            ),
            Comp((24,), ("p-x.x-.xp-x..x.x", "px.x..x.px..x.x.", "p.x.px.xp.x.px.x"), 52, "rootless", 2.0, ("room",), strum=0.004),
            Line((32,), ("1--15--51--15--5", "1-----5-1-----5-"), 31, 1.0, name="bass", chance=0.8),
            Tune(
                ("sing:f", "sing:m", 73, 66, 26),
                ((4, 4, 6, 2), (2, 2, 4, -8), (3, 3, 2, 8), (6, 6, 4), (-4, 4, 8)),
                57,
                77,
                "",
                3.0,
                ("plate",),
                leap=0.15,
            ),
            Comp((4, 0, 48), ("x---------------", "......x-....x-.."), 60, "rootless", -5.0, ("hall",), chance=0.6),
        ),
        keys=(5, 0, 7, 2, 9),
        loose=0.007,
        air=("room",),
    ),
    Style(
        "samba",
        (94, 112),
        ("Imaj7 VI7 ii7 V7", "I6 I6 ii7 V7", "i7 iv7 V7 i7", "I I7 IV iv"),
        (
            Beat(
                (
                    "SURDO ....X.......X..x\nSURDOM x.......x.......\n"
                    "TAMB xoxxxoxxxoxxxoxx\nAGOGO x.x..x.x.x..x.x.\nSNARE ooXooXooXooXoXoo",
                    "SURDO ....X.......X...\nSHAKER xoxxxoxxxoxxxoxx\n"
                    "BLOCK x.xx.x.x.xx.x.x.\nCABASA xxoxxxoxxxoxxxox\nKICK o..oo..oo..oo..o",
                ),
                (0,),
                2.0,
                ("room",),
                name="batucada",
            ),
            Line((33, 32), ("1--15--51--15--5", "1--1..5-1--1..5-"), 31, 2.0, name="bass"),
            Comp((24, 25), ("x.xx.x.xx.x.xx.x", "..xx.x.x.xx.x.x."), 60, "close", 1.0, pan=0.4, strum=0.006, name="cavaquinho"),
            Tune(("sing:m", "sing:choir", 73, 57), CALL + ((2, 1, 1, 2, 2),), 60, 81, "", 3.0, ("room",), repeat=0.7),
        ),
        keys=(0, 2, 5, 9),
        loose=0.007,
        air=("room",),
    ),
    Style(
        "tango",
        (112, 132),
        ("i i V7 V7 V7 V7 i i", "i iv V7 i", "i I7 iv i iih7 V7 i i", "i bVII bVI V7"),
        (
            Tune(
                (23, 21, 40),
                ((2, 2, 2, 2), (4, 4), (6, 2), (1, 1, 2, 4), (3, 1, 4), (-2, 2, 2, 2)),
                60,
                86,
                "",
                4.0,
                ("hall",),
                grace=0.25,
                harmony=0,
                leap=0.25,
                repeat=0.6,
            ),
            Comp((0,), ("X...x...x...x...", "X.....x.x...x...", "X-..X-..X-X-X-.."), 48, "close", 1.0, ("hall",)),
            Comp((48, 23), ("X...X...X...X...", "X.....X.X...X..."), 57, "close", -1.0, ("hall",), 0.4),
            Line((43, 32), ("1...1...5...5...", "1-----5-1---5-<-"), 33, 1.0, ("hall",), name="bass"),
            Tune((40,), ((8, 8), (4, 4, 8), (2, 2, 4, 8)), 67, 88, "", 1.0, ("hall",), bend=0.3, chance=0.75),
        ),
        scale="harmonic",
        keys=(2, 9, 4, 0, 7),
        rubato=0.03,
        loose=0.009,
        air=("room",),
    ),
    Style(
        "cumbia",
        (84, 104),
        ("i i V7 V7", "I I V7 V7", "i bVII bVI V7", "i iv V7 i"),
        (
            Beat(
                (
                    "GUIRO X.xxX.xxX.xxX.xx\nCONGA ....x..x....x.xx\n"
                    "CONGAL x.......x.......\nKICK X.......X.......\nCOWBELL x...x...x...x...",
                    "GUIRO X.xxX.xxX.xxX.xx\nBONGO ..xx..xx..xx..xx\nKICK X...X...X...X...\nTIMBALE ............xxxx",
                ),
                (0,),
                0.0,
                name="percussion",
            ),
            Line((33, 32), ("1---5-5-1---5-5-", "1---3-5-1---3-5-"), 31, 3.0, name="bass"),
            Comp((21, 0, 16), ("..x...x...x...x.", "..xx..xx..xx..xx"), 60, "close", -1.0, pan=0.3),
            Tune(
                (21, 73, 71, 22),
                ((2, 2, 4), (4, 4), (2, 1, 1, 4), (3, 3, 2), (-4, 4)),
                64,
                86,
                "",
                3.0,
                ("room",),
                grace=0.2,
                harmony=2,
                repeat=0.8,
            ),
            Tune(("sing:m", "sing:f"), CALL, 57, 74, "", 3.0, ("plate",), chance=0.6, repeat=0.8),
            Comp((56, 61), ("X.......X.X.....", "............X.X."), 62, "close", -1.0, ("plate",), chance=0.4),
        ),
        scale="harmonic",
        keys=(9, 2, 7, 4),
        loose=0.007,
        air=("room",),
    ),
    Style(
        "merengue and bachata",
        (116, 136),
        ("i i V7 V7", "I IV V7 I", "i iv V7 i", "I vi IV V7", "i bVII bVI V7"),
        (
            Beat(
                (
                    "GUIROL x.xxx.xxx.xxx.xx\nCONGA X.x.x.xxX.x.x.xx\nCONGAL ......x.......x.\nKICK X...X...X...X...",
                    "BONGO X.xxX.xxX.xxX.xx\nBONGOL ............X...\nMARACAS xoxxxoxxxoxxxoxx\nKICK X.......X.......",
                ),
                (0,),
                0.0,
                name="percussion",
            ),
            Line((33,), ("1---5---1---5---", "1-----3-5-----<-", "1-..1.3-5---5-<-"), 31, 3.0, name="bass"),
            Line((27, 25, 24), ("8.5.a.5.8.5.b.a.", "8a5a8a5ab.a.8.5.", "a.8.a.b.a.8.5.8."), 58, 1.0, ("chorus",), 0.3, name="requinto"),
            Comp((0, 21, 24), ("x.xx.x.xx.xx.x.x", "..x...x...x.x.x."), 60, "close", -1.0, pan=0.3),
            Tune(("sing:m", "sing:f"), CALL, 58, 77, "", 3.0, ("plate",), chance=0.75),
            Tune((65, 66), ((1, 1, 1, 1, 2, 2), (2, 2, 2, 2), (-8,)), 62, 81, "", 0.0, ("room",), harmony=2, chance=0.5, repeat=0.9),
        ),
        scale="harmonic",
        keys=(9, 2, 7, 0),
        loose=0.006,
        air=("room",),
    ),
    Style(
        "bolero and son",
        (84, 108),
        ("i i iv V7", "Imaj7 vi7 ii7 V7", "I IV V7 IV", "i bVII bVI V7"),
        (
            Beat(
                (
                    "CLAVE x..x..x...x.x...\nBONGO X.xxX.xxX.xxX.xx\nMARACAS x.xxx.xxx.xxx.xx",
                    "CONGA ....x.xx....x.xx\nCONGAL x.......x.......\nMARACAS xxxxxxxxxxxxxxxx\nBONGO X.x.x.xxX.x.x.xx",
                ),
                (0,),
                -2.0,
                ("room",),
                name="percussion",
            ),
            Line((32,), ("1-----5-8---5---", "......5-....8---"), 31, 2.0, name="bass"),
            Comp((24, 25), ("d-.udu.ud-.udu.u", "p.x.xx.xp.x.xx.x"), 50, "close", 0.0, pan=0.4, strum=0.01),
            Line((25, 24), ("8.5a.8.b.a8.5.8.", "b.a8.a.5.8a.b.8."), 60, 1.0, pan=0.4, name="tres"),
            Tune(("sing:m", "sing:f"), CALL + ((4, 4, 8),), 57, 74, "", 3.0, ("plate",), harmony=2, leap=0.12, chance=0.85),
            Tune((59, 56), ((8, -8), (4, 4, -8), (-16,)), 64, 81, "", 1.0, ("plate",), chance=0.5),
        ),
        scale="harmonic",
        keys=(2, 9, 7, 4),
        loose=0.008,
        air=("tape",),
    ),
)
