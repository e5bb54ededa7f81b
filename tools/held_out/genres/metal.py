"""Metal: saturated guitars on both sides, low tunings, palm-muted gallops, double bass drums; minor seconds and tritones."""

from score import Beat, Comp, Line, Style, Tune

PALM = ("mmmmx-..mmmmx-..", "x-mmx-mmx-mmx-x-", "mmxmmmxmmmxmx-x-", "m.mmm.mmm.mmx-x-")
SHRED = ((1,) * 8, (2, 1, 1, 2, 1, 1), (4, 4), (2, 2, 2, 2), (8,), (1, 1, 1, 1, 4))
GROWL = ("crunch", "dark")

STYLES = (
    Style("thrash", (168, 208), ("i i bII i", "i bVI bVII i", "i bV bII i", "i i bIII bII"), (
        Beat(("KICK X.x.X.x.X.x.X.x.\nSNARE ..X...X...X...X.\nHAT x.x.x.x.x.x.x.x.", "KICK X.xxX.xxX.xxX.xx\nSNARE ....X.......X...\nCRASH x...x...x...x...", "KICK xxxxxxxxxxxxxxxx\nSNARE ....X.......X...\nRIDE x.x.x.x.x.x.x.x."), (16, 0), 2.0, ("room",), fill="SSSS1122"), Line((34, "string"), ("1111111111111111", "1-111-111-111-1-"), 28, 1.0, ("crunch",), name="bass"),
        Comp((30, "string"), PALM, 40, "power", 4.0, ("fuzz",), 0.8, name="left guitar"), Comp((30, "string", 29), PALM[:3], 40, "power", 3.0, ("drive",), 0.8, name="right guitar"), Tune((30, "string"), SHRED, 64, 88, "harmonic", 1.0, ("fuzz", "plate"), bend=0.25, chance=0.4), Tune(("sing:low", "sing:m"), ((2, 2, 2, 2), (4, 4), (-8,)), 50, 62, "", 2.0, ("fuzz",), leap=0.05, chance=0.45),
    ), scale="phrygian", keys=(4, 2, 9), loose=0.003, air=("loud",)),
    Style("death and blast", (180, 230), ("i i bII bII", "i bV i bII", "i bIII bII bV", "i i bVI bV"), (
        Beat(("KICK X.X.X.X.X.X.X.X.\nSNARE .X.X.X.X.X.X.X.X\nRIDE X.X.X.X.X.X.X.X.", "KICK xxxxxxxxxxxxxxxx\nSNARE X.X.X.X.X.X.X.X.\nCHINA x...x...x...x...", "KICK xxxxxxxxxxxxxxxx\nSNARE ....X.......X...\nCRASH X...X...X...X..."), (16, 0), 2.0, (), fill="11112222"), Line((34, "string"), ("1111111111111111", "1-1-1-1-1-1-1-1-"), 23, 0.0, ("crunch",), name="bass"),
        Comp((30, "string"), ("xxxxxxxxxxxxxxxx", "mmmmmmmmx-x-mmmm", "x-x-xxxxx-x-xxxx"), 35, "power", 4.0, ("fuzz",), 0.8, name="left guitar"), Line(("string", 30), ("1111>>>>1111<<<<", "1113111>5555>>>>", "1-1->-1-3->-1-<-"), 35, 4.0, ("fuzz",), 0.8, name="right guitar", double=7), Tune(("sing:low",), ((4, 4), (2, 2, 4), (-4, 4), (8,)), 36, 45, "", 3.0, ("fuzz", "dark"), leap=0.05, chance=0.7, name="growl"),
    ), scale="locrian", keys=(11, 0, 2, 4), loose=0.003, air=("loud",)),
    Style("power metal", (144, 184), ("i bVI bIII bVII", "i bVII bVI V", "i iv bVII bIII", "vi IV I V"), (
        Beat(("KICK xxxxxxxxxxxxxxxx\nSNARE ....X.......X...\nRIDE x.x.x.x.x.x.x.x.", "KICK X.xxX.xxX.xxX.xx\nSNARE ....X.......X...\nHAT x.x.x.x.x.x.x.x."), (16, 0), 1.0, ("room",), fill="SSSS1122"), Line((34,), ("1-111-111-111-11", "1111111111111111"), 28, 1.0, ("crunch",), name="bass"), Comp((30, "string"), ("x-mmx-mmx-mmx-mm", "mmmmmmmmmmmmx-x-", "x---------------"), 40, "power", 4.0, ("drive",), 0.7, name="guitars"), Comp((30, "string"), ("x-mmx-mmx-mmx-mm",), 45, "power", 2.0, ("fuzz",), 0.7, name="right guitar"),
        Tune((30, "string", 29), SHRED, 64, 91, "harmonic", 2.0, ("drive", "plate"), harmony=2, repeat=0.7, chance=0.8, name="twin leads"), Tune(("sing:m", "sing:f"), ((4, 4, 8), (8, 8), (2, 2, 4, 8)), 62, 81, "", 2.0, ("hall",), chance=0.55), Comp((48, 52), ("x---------------",), 60, "close", -5.0, ("hall",), chance=0.5),
    ), scale="harmonic", keys=(4, 9, 2, 11), loose=0.003, air=("loud",)),
    Style("doom", (56, 78), ("i i bII bII", "i bVI bV i", "i bIII bII bV", "i bVII bVI bV"), (
        Beat(("KICK X.......x.......\nSNARE ........X.......\nCRASH x...x...x...x...", "KICK X.....x...x.....\nSNARE ....X.......X...\nRIDE x...x...x...x..."), (16, 0), 2.0, ("hall",), fill="1.2.F.FF"), Line((34, "string"), ("1-------1---1---", "1---------------"), 26, 2.0, ("fuzz",), name="bass"), Comp((30, "string"), ("x-------x---x---", "x---------------", "x-----x-x-------"), 36, "power", 4.0, ("fuzz",), 0.7, name="left guitar"), Comp(("string", 30), ("x-------x---x---", "x---------------"), 36, "power", 3.0, ("fuzz",), 0.7, name="right guitar"),
        Tune((30, "string"), ((8, 8), (4, 4, 8), (16,), (2, 2, 4, 8)), 57, 79, "minor", 1.0, ("drive", "hall"), bend=0.4, chance=0.6), Tune(("sing:m", "sing:low"), ((8, 8), (4, 4, 8), (-16,)), 50, 67, "", 1.0, ("cave",), chance=0.4),
    ), scale="phrygian", keys=(11, 0, 2, 4), loose=0.01, air=("loud",)),
    Style("groove and djent", (92, 128), ("i i i i", "i i bII i", "i i bVI bV"), (
        Beat(("KICK X..xx..X..x.X...\nSNARE ........X.......\nCHINA x...x...x...x...", "KICK X.xx..X.xx..X.x.\nSNARE ....X.......X...\nCRASH x...x...x...x...", "KICK XxxX..xxX..Xxx..\nSNARE ........X.......\nHAT x...x...x...x..."), (16, 0), 3.0, ("gated",), fill="SSSS11FF"), Line(("string", 34), ("1..11..1..1.1...", "1.11..1.11..1.1."), 23, 1.0, ("fuzz",), name="bass"),
        Comp((30, "string"), ("m..mm..m..m.m...", "m.mm..m.mm..x-x-", "mmmm..mmm..mmm.."), 35, "power", 5.0, ("fuzz",), 0.8, name="left guitar"), Comp(("string", 30), ("m..mm..m..m.m...", "m.mm..m.mm..x-x-"), 35, "power", 4.0, ("fuzz",), 0.8, name="right guitar"), Line((30, "string"), ("b...a...8...>...", "8-------b-------"), 60, -1.0, ("drive", "hall"), chance=0.6, name="high guitar"), Tune(("sing:low", "sing:m"), ((4, 4), (2, 2, 4), (-8,)), 45, 60, "", 3.0, ("fuzz",), leap=0.05, chance=0.6),
    ), scale="phrygian", keys=(11, 0, 2), loose=0.002, air=("loud",)),
    Style("black metal", (150, 200), ("i bVI iv V", "i i bVI bVI", "i iv bVI bVII", "i bIII bVII iv"), (
        Beat(("KICK X.X.X.X.X.X.X.X.\nSNARE .X.X.X.X.X.X.X.X\nCRASH x...x...x...x...", "KICK xxxxxxxxxxxxxxxx\nSNARE ....X.......X...\nRIDE x.x.x.x.x.x.x.x."), (0, 16), 0.0, ("cave",)), Line((34,), ("1-1-1-1-1-1-1-1-",), 28, -2.0, name="bass"), Comp((30, "string"), ("xxxxxxxxxxxxxxxx",), 50, "close", 4.0, ("fuzz", "thin"), 0.8, name="tremolo chords"), Line(("string", 30), ("88888888aaaaaaaa", "88885555aaaabbbb", "8888888855555555"), 52, 3.0, ("fuzz", "thin"), 0.8, name="tremolo line"),
        Tune(("sing:m",), ((8,), (4, 4), (2, 2, 4), (-8,)), 62, 72, "", 2.0, ("fuzz", "cave"), leap=0.05, chance=0.7, name="shriek"), Comp((49, 52), ("x---------------",), 60, "close", -5.0, ("cave",), chance=0.4),
    ), scale="harmonic", keys=(4, 2, 9, 11), loose=0.005, air=("loud",)),
)
