"""Rock: backbeat with weight, guitars through valves (crunch rather than scooped distortion), eighth-note bass, open chords."""

from score import Beat, Comp, Line, Style, Tune

RIFFS = ("I bVII IV I", "I I bVII IV", "I IV I V", "i bVI bVII i", "I V vi IV", "vi IV I V", "I bIII IV I")
BACK = (
    "KICK X.....x.X.......\nSNARE ....X.......X...\nHAT x.x.x.x.x.x.x.x.",
    "KICK X..x..x...x.....\nSNARE ....X.......X...\nHAT X.x.X.x.X.x.X.x.",
    "KICK X.......X.x.....\nSNARE ....X.......X...\nOPEN x...x...x...x...",
)
EIGHTHS = ("1-1-1-1-1-1-1-1-", "1-1-1-1-1-1-5-<-", "1---1-1---1-1-1-")
SOLO = ((2, 2, 2, 2), (4, 4), (3, 3, 2), (6, 2), (8,), (1, 1, 2, 4), (-2, 2, 4))

STYLES = (
    Style(
        "classic rock riff",
        (104, 136),
        RIFFS,
        (
            Beat(BACK, (0, 16, 8), 1.0, ("room",), fill="S.SS11FF"),
            Line((34, 33), EIGHTHS, 28, 2.0, name="bass"),
            Comp(
                (29, "string", 27),
                ("x-..x-x-..x-x-..", "x---x.x.x---x.x.", "x-x-..x---x-..x-"),
                40,
                "power",
                1.0,
                ("crunch",),
                0.6,
                name="left guitar",
            ),
            Comp(
                (27, "string", 29),
                ("x-..x-x-..x-x-..", "x-------x---x---", "d---d-d---d-d---"),
                45,
                "open",
                0.0,
                ("crunch",),
                0.6,
                name="right guitar",
            ),
            Comp((18, 16, 0), ("x---------------",), 57, "close", -5.0, ("rotary",), chance=0.35),
            Tune(("sing:m",), SOLO, 57, 74, "penta", 3.0, ("slap",), chance=0.6, bend=0.2),
            Tune((29, "string"), SOLO, 64, 86, "blues", 2.0, ("drive", "plate"), bend=0.4, chance=0.5),
        ),
        scale="mixolydian",
        keys=(9, 4, 2, 7),
        air=("glue",),
    ),
    Style(
        "punk",
        (168, 210),
        ("I IV V V", "I V vi IV", "I IV I V", "I bIII IV V", "i bVI bVII i"),
        (
            Beat(
                (
                    "KICK X...x...X...x...\nSNARE ..X...X...X...X.\nHAT x.x.x.x.x.x.x.x.",
                    "KICK X.....x.X.......\nSNARE ....X.......X...\nCRASH x...x...x...x...",
                ),
                (0, 16),
                2.0,
                fill="SSSSSSSS",
            ),
            Line((34,), ("1-1-1-1-1-1-1-1-",), 28, 3.0, ("crunch",), name="bass"),
            Comp((30, "string", 29), ("x-x-x-x-x-x-x-x-",), 40, "power", 2.0, ("drive",), 0.7, name="left guitar"),
            Comp(("string", 29), ("x-x-x-x-x-x-x-x-", "x---------------"), 45, "power", 0.0, ("drive",), 0.7, name="right guitar"),
            Tune(
                ("sing:m", "sing:f"),
                ((2, 2, 2, 2), (4, 4), (2, 2, 4), (-4, 4)),
                59,
                72,
                "",
                3.0,
                ("crunch",),
                leap=0.1,
                repeat=0.8,
                chance=0.85,
            ),
        ),
        keys=(9, 4, 2, 7, 0),
        loose=0.008,
        air=("loud",),
    ),
    Style(
        "arena ballad",
        (68, 88),
        ("I V vi IV", "vi IV I V", "i bVI bIII bVII", "I iii IV V"),
        (
            Beat(
                (
                    "KICK X.....x.X.......\nSNARE ....X.......X...\nHAT x.x.x.x.x.x.x.x.",
                    "KICK X.........X.....\nSNARE ....X.......X...\nRIDE x...x...x...x...",
                ),
                (16, 0),
                1.0,
                ("hall",),
                fill="1.2.F.FF",
            ),
            Line((33, 34), ("1-1-1-1-1-1-1-1-", "1-----1-5-----<-"), 28, 2.0, name="bass"),
            Comp((30, 29, "string"), ("x---------------", "x-------x-------"), 40, "power", 0.0, ("drive",), 0.6),
            Line((27, 25), ("1-5-8-a-b-a-8-5-",), 45, -2.0, ("chorus",), 0.5, name="arpeggio"),
            Comp((48, 0), ("x---------------",), 60, "close", -5.0, ("hall",), chance=0.5),
            Tune(("sing:m", "sing:f"), ((4, 4, 8), (2, 2, 4, 8), (8, -8)), 58, 77, "", 3.0, ("hall",), chance=0.6),
            Tune(
                (30, "string", 29),
                ((8, 8), (4, 4, 8), (2, 2, 2, 2, 8), (1, 1, 1, 1, 4, 8)),
                64,
                88,
                "",
                2.0,
                ("drive", "hall"),
                bend=0.5,
                chance=0.6,
            ),
        ),
        keys=(7, 2, 4, 9, 0),
        air=("glue",),
    ),
    Style(
        "alternative",
        (98, 146),
        ("i bIII bVI bVII", "I bVII bVI bVII", "i iv bIII bVI", "vi IV I V", "I III vi IV"),
        (
            Beat(
                BACK + ("KICK X..x..x...x.x...\nSNARE ....X..o.o..X...\nCRASH X...X...X...X...",), (0, 16), 2.0, ("room",), fill="SSSS11FF"
            ),
            Line((34, 33), EIGHTHS + ("1-..1-1-..1-3-5-",), 28, 3.0, ("crunch",), name="bass"),
            Comp((30, "string", 29), ("x-..x-x-..x-m.m.", "x---x-x-..x-x-x-", "x-xxx-x-xxx-x-x-"), 40, "power", 2.0, ("fuzz",), 0.7),
            Comp((27, "string"), ("d---d-u---d-u-d-", "x---------------"), 50, "close", -1.0, ("crunch", "chorus"), 0.7, 0.8),
            Line((27,), ("8-5-8-a-8-5-8-5-",), 57, -2.0, ("echo", "crunch"), 0.4, 0.4),
            Tune(("sing:m", "sing:f"), ((4, 4, -8), (2, 2, 4, 8), (6, 2, 8)), 57, 74, "penta", 3.0, ("crunch", "plate"), chance=0.75),
        ),
        scale="minor",
        keys=(4, 9, 2, 7),
        loose=0.008,
        air=("loud",),
    ),
    Style(
        "rock and roll",
        (150, 184),
        ("I I I I IV IV I I V IV I I",),
        (
            Beat(
                (
                    "KICK X...X...X...X...\nSNARE ....X.......X...\nRIDE x.x.x.x.x.x.x.x.",
                    "KICK X.......X.x.....\nSNARE ....X.......X.x.\nHAT x.x.x.x.x.x.x.x.",
                ),
                (0,),
                0.0,
                ("slap",),
                fill="SSSSSSSS",
            ),
            Line((32, 33), ("1---3---5---6---8---6---5---3---", "1-1-3-3-5-5-6-6-"), 31, 2.0, name="bass"),
            Line((27, "string", 26), ("1-1-1-1-1-1-1-1-",), 40, -2.0, ("crunch", "slap"), 0.3, name="chug low"),
            Line((27, "string", 26), ("5-5-6-6-5-5-6-6-", "5-5-6-6-7-7-6-6-"), 40, 0.0, ("crunch", "slap"), 0.3, name="chug"),
            Comp((0, 3), ("x.x.x.x.x.x.x.x.", "..x...x...x...x."), 64, "close", -2.0, ("slap",), 0.5, 0.8),
            Tune((27, "string", 66), SOLO, 60, 86, "blues", 3.0, ("crunch", "slap"), bend=0.4),
            Tune(("sing:m",), SOLO, 55, 72, "penta", 2.0, ("slap",), chance=0.5),
        ),
        scale="mixolydian",
        keys=(9, 4, 7, 0),
        air=("tape",),
    ),
    Style(
        "surf and garage",
        (140, 176),
        ("i i bVII bVI V V i i", "i bVII bVI V", "i iv i V", "I bVII I bVII"),
        (
            Beat(
                (
                    "KICK X...X.x.X...X...\nSNARE ....X.X.....X...\nRIDE x.x.x.x.x.x.x.x.",
                    "KICK X.......X.x.....\nSNARE ....X.X.....X.X.\nHAT x.x.x.x.x.x.x.x.",
                ),
                (0,),
                0.0,
                ("plate",),
                fill="FFFFSSSS",
            ),
            Line((34,), ("1-1-1-1-1-1-5-<-", "1---5---1---5---"), 28, 2.0, name="bass"),
            Comp((27, 25), ("d.d.dud.d.d.dud.", "x-..x-..x-..x-.."), 50, "close", -1.0, ("plate", "tremolo"), 0.5),
            Tune(
                (27, "string"),
                ((2, 2, 2, 2), (1,) * 8, (4, 2, 2), (4, 4), (6, 2)),
                52,
                79,
                "harmonic",
                3.0,
                ("crunch", "plate"),
                leap=0.2,
                bend=0.15,
            ),
            Comp((16, 18), ("x-..x-..x-..x-..",), 60, "close", -4.0, chance=0.4),
        ),
        scale="harmonic",
        keys=(4, 9, 2),
        air=("tape",),
    ),
)
