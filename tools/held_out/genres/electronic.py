"""Electronic: machines keep the time, one or two chords, filters and echoes carry the form; from ambient to drum and bass."""

from score import Beat, Comp, Line, Style, Tune

STYLES = (
    Style("house", (118, 127), ("i7 i7 iv7 iv7", "i9 bVImaj7 i9 bVII", "ii7 ii7 i7 i7", "i7"), (
        Beat(("KICK X...X...X...X...\nCLAP ....X.......X...\nOPEN ..x...x...x...x.\nHAT oxoxoxoxoxoxoxox", "KICK X...X...X...X...\nCLAP ....X.......X..?\nOPEN ..X...X...X...X.\nSHAKER xoxoxoxoxoxoxoxo"), (-909, 24, -909), 2.0),
        Line(("bass", 38, "sub"), ("1..1..1.....1.5.", "..1...1...1..11.", "1--..1-..1-...<-"), 31, 2.0, ("pump",), name="bass"),
        Comp(("super", "keys", 16, 0), ("...x..x....x..x.", "x--..x--..x-..x.", "..x...x...x...x."), 56, "rootless", -1.0, ("pump", "echo"), 0.3),
        Comp(("pad", 50), ("x---------------",), 60, "close", -6.0, ("pump", "hall"), chance=0.6), Line(("pluck",), ("8.5.a.8.5.3.8.a.", "8..a..8...5..3.."), 60, -4.0, ("echo",), 0.5, 0.5, name="arpeggio"),
    ), scale="minor", keys=(9, 5, 7, 0), loose=0.0, air=("loud",)),
    Style("techno", (126, 142), ("i i i i", "i i bII i", "i i i bVII"), (
        Beat(("KICK X...X...X...X...\nHAT ..x...x...x...x.\nOPEN ..?...x...?...x.\nCLAP ....?.......x...\nRIM ...?..x..?.x..?.", "KICK X...X...X...X...\nHAT xxxxxxxxxxxxxxxx\nOPEN ..x...x...x...x.\nTOM1 ...x..x......x.."), (-909,), 3.0),
        Line(("acid",), ("1.18.1.111.8.1.3", "11.1.81.1.1.118.", "1..1..1.1..18.1."), 36, 0.0, ("echo",), 0.2, 0.7, name="acid"), Line(("sub", "bass"), ("..1...1...1...1.", ".111.111.111.111"), 28, 1.0, ("pump",), name="rumble"),
        Comp(("super", "saw", "bell"), ("...x..x.....x...", "x..x..x.........", "......x........."), 55, "close", -4.0, ("dub", "hall"), 0.4, 0.8, name="stab"),
    ), scale="phrygian", keys=(9, 5, 2, 4), loose=0.0, air=("loud",)),
    Style("trance", (132, 144), ("i bVI bIII bVII", "i bVII bVI bVII", "vi IV I V"), (
        Beat(("KICK X...X...X...X...\nCLAP ....X.......X...\nOPEN ..X...X...X...X.\nHAT xoxoxoxoxoxoxoxo",), (-909,), 1.0, fill="SSSSSSSS"),
        Line(("bass", "saw"), (".111.111.111.111", "..11..11..11..11"), 33, 2.0, name="bass"), Comp(("super",), ("x-.x-.x-.x-.x-x-", "x--x--x--x--x-x-", "x.x.xx.x.xx.x.xx"), 60, "close", 1.0, ("pump", "echo"), name="gate"),
        Line(("pluck", "saw"), ("158a58ab58a58ab8", "8585a5a5b5b5a5a5"), 60, -1.0, ("echo",), 0.4, name="arpeggio"), Tune(("saw", "super"), ((4, 4, 4, 4), (6, 6, 4), (3, 3, 2, 4, 4), (8, 8)), 69, 88, "", 2.0, ("echo", "hall"), chance=0.7, repeat=0.9),
        Comp(("pad",), ("x---------------",), 60, "close", -4.0, ("hall", "pump")),
    ), scale="minor", keys=(9, 4, 7, 2), loose=0.0, air=("loud",)),
    Style("drum and bass", (166, 178), ("i i bVI bVI", "i9 i9 iv7 iv7", "i i i bVII"), (
        Beat(("KICK X.........X.....\nSNARE ....X.......X...\nHAT x.x.x.x.x.x.x.xo", "KICK X.........X..?..\nSNARE ....X..o.o..X..o\nRIDE x.x.x.x.x.x.x.x.", "KICK X.x.......xx....\nSNARE ....X..o.o..X...\nHAT xxxxxxxxxxxxxrxx"), (-909, 0, 24), 3.0, ("tape",)),
        Line(("growl", "sub"), ("1-----1-....1-5-", "1---------..8-5-", "1--.1--.3--.1--."), 26, 3.0, name="bass"), Comp(("pad", 89, 95), ("x---------------",), 60, "close", -3.0, ("hall",)),
        Line(("bell", "pluck", "keys"), ("8..a..5...8...a.", "b...8.....a....."), 60, -3.0, ("dub",), 0.4, 0.7), Tune(("sing:f",), ((8, -8), (4, 4, -8), (-32,)), 64, 79, "", -2.0, ("hall", "echo"), chance=0.3),
    ), scale="minor", keys=(5, 9, 2, 7), loose=0.002, air=("loud",)),
    Style("ambient", (60, 86), ("Imaj9 IVmaj9", "i9 bVImaj7", "Iadd9 Iadd9 vi7 IVmaj7", "Isus2 bVIIsus2"), (
        Comp(("pad", 89, 95, 91, "super"), ("x-------------------------------", "x---------------"), 52, "close", 2.0, ("dark", "cave")), Comp(("pad", 94, 97, 92, 88), ("....x-----------",), 64, "close", -2.0, ("cave", "chorus"), 0.5),
        Line(("sub", "pad", 39), ("1---------------",), 28, 0.0, name="bass", chance=0.8), Line(("bell", "pluck", 98, 11), ("8.....a...b.....", "..8...5..a...b..", "8.5.a.8.b.a.5.8."), 60, -4.0, ("dub", "cave"), 0.4, 0.8, name="arpeggio"),
        Beat(("KICK x.......o.......\nHAT ..o...o...o...oo", "RIM ......o...o....."), (-808,), -8.0, ("dub", "dark"), chance=0.4),
        Tune((88, "keys", 82, "saw"), ((16,), (8, 8), (-16,), (-8, 8)), 64, 86, "penta", -3.0, ("cave",), chance=0.6),
    ), scale="major", keys=(0, 2, 5, 9), loose=0.01, air=("glue",)),
    Style("dubstep", (138, 144), ("i i i i", "i i bVI bVII"), (
        Beat(("KICK X.........x.....\nSNARE ........X.......\nHAT x..x..x.x..x..xx", "KICK X..x......x.....\nSNARE ........X.......\nHAT x.x.x.x.xrx.x.xR"), (-909, -808), 3.0, ("plate",)), Line(("growl",), ("1---1-1-....1-1-", "1-----8-3---1---", "1-1-....1---5-1-"), 28, 4.0, name="wobble"),
        Line(("sub",), ("1---------------",), 26, 0.0, name="sub"), Comp(("super", "pad", "saw"), ("x---------------", "......x-......x-"), 60, "close", -4.0, ("hall",)), Line(("pluck", "bell", "chip"), ("8..5..a...8.....", "........8.a.b..."), 64, -4.0, ("echo",), 0.4, 0.6),
    ), scale="phrygian", keys=(5, 2, 4, 9), loose=0.0, air=("loud",)),
    Style("electro and chip", (112, 150), ("i bVI bVII i", "i i bVII bVI", "I V vi IV"), (
        Beat(("KICK X..x..X.....x...\nSNARE ....X.......X...\nHAT xxxxxxxxxxxxxxxx", "KICK X.....x.X.......\nCLAP ....X.......X...\nCOWBELL ..x..x....x..x..\nHAT x.xxx.xxx.xxx.xx"), (-808, 25, -909), 1.0), Line(("chip", "bass", "acid"), ("1.1.8.1.1.1.8.5.", "1188118811881188"), 36, 1.0, name="bass"),
        Line(("chip", "pluck"), ("8ab8ab8a8ab8ab8a", "58a58a5858a58a58"), 64, -3.0, (), 0.4, name="arpeggio"), Tune(("chip", "saw", 80), ((2, 2, 2, 2), (4, 2, 2), (3, 3, 2), (1, 1, 2, 4)), 69, 91, "", 2.0, ("echo",), repeat=0.85, leap=0.35),
        Comp(("super", "pad", 54), ("x---------------", "x--x--x-x--x--x-"), 58, "close", -5.0, ("chorus",), chance=0.7),
    ), scale="minor", keys=(9, 0, 4, 7), loose=0.0, air=("loud",)),
)
