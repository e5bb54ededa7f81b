"""Hip-Hop: the beat is the piece. Sampled chords off a record, heavy drums behind the beat, deep bass; a voice only in passing."""

from score import Beat, Comp, Line, Rap, Style, Tune

LOOPS = ("ii7 ii7 i7 i7", "i7 iv7", "Imaj9 vi7", "i9 bVImaj7", "ii7 V9 Imaj7 Imaj7", "i7 i7")
BOOM = ("KICK X.x.....x.x.....\nSNARE ....X.......X...\nHAT x.x.x.x.x.x.x.x.", "KICK X......x..x.....\nSNARE ....X.......X..o\nHAT x.x.x.xox.x.x.x.", "KICK X.......x.X....?\nSNARE ....X..o....X...\nHAT x.xxx.x.x.xxx.x.")
VOICES = ("rms", "kal16", "awb", "slt")

STYLES = (
    Style("boom bap beat", (84, 97), LOOPS, (
        Beat(BOOM, (0, 8, 24), 4.0, ("tape",)), Line((32, 33, "sub"), ("1--...1.--1.....", "1.....1.5.8.....", "1---....1-3-5-.."), 28, 3.0, ("dark",), name="bass"), Comp((0, 4, 11, 26), ("x-----x-..x-....", "x---..x---......", "x-......x-..x-.."), 57, "rootless", 0.0, ("vinyl",), name="sample"),
        Tune((73, 59, 66, 56), ((2, 2, 4, -8), (8, -8), (-16,), (3, 3, 2, -8)), 65, 84, "penta_minor", -2.0, ("vinyl", "echo"), chance=0.55, repeat=0.95), Comp((56, 55, 48), ("X...............", "......X........."), 60, "close", -3.0, ("vinyl",), chance=0.4, name="hit"), Rap(VOICES, 1.6, -1.0, ("telephone", "echo"), chance=0.3),
    ), scale="dorian", swing=0.57, swing_unit=1, keys=(2, 9, 5, 0, 7), loose=0.009, air=("glue",)),
    Style("lo-fi beat", (70, 88), LOOPS, (
        Beat(BOOM + ("KICK X......x..x.....\nRIM ....X.......X...\nHAT xoxoxoxoxoxoxoxo",), (0, 40, 8), 2.0, ("dark", "tape")), Line((33, 32, "sub"), ("1-----..1---5---", "1---....--5-8---"), 28, 2.0, ("dark",), name="bass"), Comp((4, 0, 5, 26, 24), ("x-----------x---", "x-----x---x-----", "d-------d---u---"), 55, "rootless", 2.0, ("chorus", "vinyl"), strum=0.04),
        Tune((26, 11, 73, 0, 66), ((2, 2, 4, 8), (8, -8), (4, 4, -8), (-16,)), 64, 84, "penta", -1.0, ("dark", "echo"), chance=0.7, repeat=0.8),
    ), scale="major", swing=0.6, swing_unit=1, keys=(0, 5, 2, 10), loose=0.014, air=("vinyl",)),
    Style("west coast", (88, 102), ("i7 i7 iv7 iv7", "i7 bVII i7 i7", "i i bVI V7"), (
        Beat(("KICK X.....x...x.....\nSNARE ....X.......X...\nCLAP ....X.......X...\nHAT xoxoxoxoxoxoxoxo", "KICK X..x....x.x.....\nCLAP ....X.......X...\nHAT x.x.x.x.x.x.x.x.\nTAMB ..x...x...x...x."), (0, 24, -808), 3.0), Line((38, 36, "bass"), ("1..1..8.1..75...", "1-..1.8.7-5-3-1-", "1.11..8...1.75.."), 28, 4.0, name="bass", slide=0.2), Tune(("saw", 80, "chip"), ((4, 4, 8), (2, 2, 4, 8), (8, 8), (6, 2, 8)), 76, 96, "", 1.0, ("echo",), legato=1.02, bend=0.5, repeat=0.85, name="whistle lead"),
        Comp((4, 7, 27), ("x--..x..x--..x..", "..x...x...x...x."), 57, "rootless", -1.0, ("wah",)), Comp((50, "pad"), ("x---------------",), 62, "close", -5.0, chance=0.6), Rap(VOICES, 1.6, -1.0, ("plate",), chance=0.35), Tune(("sing:f",), ((4, 4, -8), (-16,)), 64, 77, "", -2.0, ("plate",), chance=0.3),
    ), scale="minor", keys=(2, 7, 4, 9, 5), loose=0.006, air=("loud",)),
    Style("trap beat", (66, 78), ("i bVI i V", "i i bVI bVII", "i bII i i", "i iv i V"), (
        Beat(("KICK X..x......x.....\nCLAP ....X.......X...\nHAT xxrxxxxRxxxxrxxx", "KICK X......x..x..x..\nCLAP ....X.......X...\nHAT xxxxRxxxxrxxxxRr\nOPEN ..............x."), (-808, 25), 3.0),
        Line(("sub",), ("1--1----..1-----", "1------3--1--.--", "1-----1---5--.1-"), 26, 4.0, name="808", slide=0.25), Line(("bell", "pluck", 0, 10, 46), ("8.a.b.a.8.5.3.5.", "8..5..a...8.5...", "8.5.8.a.8.5.b.a."), 60, 0.0, ("hall",), 0.3, name="melody"), Comp(("pad", 48, 52), ("x---------------",), 57, "close", -4.0, ("hall",), chance=0.8),
        Tune((75, 73, "bell"), ((4, 4, -8), (2, 2, 4, 8), (-16,)), 67, 84, "harmonic", -2.0, ("hall",), chance=0.4, repeat=0.9), Rap(VOICES, 2.0, -2.0, ("echo", "plate"), chance=0.25),
    ), scale="harmonic", keys=(0, 2, 5, 9, 7), loose=0.002, air=("loud",)),
    Style("electro funk breaks", (100, 118), ("i7 i7 i7 i7", "i7 iv7", "i bVII"), (
        Beat(("KICK X..x..x...x.....\nSNARE ....X..o.o..X...\nHAT x.x.x.x.x.x.x.x.\nCOWBELL ..x..x....x..x..", "KICK X.x.......xx....\nSNARE ....X..o.o..X..o\nRIDE x.x.x.x.x.x.x.x.", "KICK X.....x...x.....\nCLAP ....X.......X...\nHAT xxxxxxxxxxxxxxxx\nCOWBELL x..x..x.x..x..x."), (0, -808, 25), 4.0, ("tape",)), Line((36, 38, "bass", 33), ("1.1..8.1..7.5.1.", "1..1..3.1..8.7.."), 28, 3.0, name="bass"), Comp((55, 61, 62), ("X...............", "......X...X.....", "X.....X........."), 58, "close", 0.0, ("vinyl",), name="stab"),
        Comp((27, 7), ("d.ud..ud.ud.d.u.", "..x..x.x..x..x.x"), 57, "shell", -2.0, ("wah", "vinyl")), Line(("chip", "saw"), ("8.8.5.8.a.8.5.3.",), 60, -4.0, ("echo",), chance=0.3), Rap(VOICES, 1.6, -1.0, ("echo",), chance=0.3),
    ), scale="penta_minor", keys=(4, 9, 2, 7), loose=0.006, air=("loud",)),
)
