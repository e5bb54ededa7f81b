"""World: traditions outside the other fifteen, each with its own scale, instruments and time. A font and twelve equal steps cannot do them
justice; quarter tones and gliding notes are played by bending."""

from score import Beat, Comp, Line, Style, Tune

STYLES = (
    Style("hindustani", (70, 124), ("I I I I",), (
        Line((104,), ("5-8-8-1-", "5---8---8---1---"), 48, -2.0, ("hall",), 0.4, name="tanpura"), Line((20, 104, 21), ("1---------------",), 48, -5.0, ("hall",), name="drone", double=7), Tune((104,), ((2, 2, 2, 2), (4, 4), (1, 1, 2, 4), (8,), (6, 1, 1), (3, 3, 2)), 60, 86, "", 4.0, ("room",), grace=0.4, bend=0.5, leap=0.12),
        Beat(("CONGA X..x..x.X..xx.x.\nCONGAL x.....x.........\nBONGO ..xx..xx..xx.xxx", "BONGO X.xx.xxxX.xx.xxx\nCONGAL X.......x.....x.", "CONGAL X.....x.X.......\nBONGO ..x.xx.x..x.xxxr"), (0,), 0.0, ("room",), name="tabla", chance=0.85),
    ), scale="bhairav", keys=(0, 2, 1, 11), loose=0.008, air=("room",)),
    Style("arabic ensemble", (84, 124), ("I I I I", "i i iv i", "i bVII bVI V"), (
        Tune((24, 106, 40, 111, 73), ((2, 2, 2, 2), (4, 4), (3, 1, 4), (1, 1, 2, 4), (6, 2), (1, 1, 1, 1, 2, 2)), 55, 79, "", 4.0, ("room",), grace=0.45, bend=0.25, leap=0.1, repeat=0.7), Tune((48, 40, 73), ((4, 4, 8), (2, 2, 4, 8), (-8, 8), (8, 8)), 62, 84, "", 0.0, ("hall",), grace=0.35, leap=0.1, chance=0.8, repeat=0.7), Line((42, 32, 24), ("1-------1---5---", "1-.1..1-1---5---"), 38, -1.0, name="bass"),
        Beat(("CONGAL X.....x.X.......\nSLAP ..X.X.......X...\nTAMB x.xxx.xxx.xxx.xx", "CONGAL X.......X.......\nSLAP ..x...X.....X.xx\nTAMB ..x...x...x...x.", "CONGAL X..X....X.......\nSLAP ......X.....X..."), (0,), 0.0, ("room",), name="darbuka"),
    ), scale="hijaz", keys=(2, 7, 4, 0), loose=0.008, air=("room",)),
    Style("bayati taqsim", (66, 96), ("i i i i",), (
        Tune((24, 106, 77, 111), ((1, 1, 2, 4), (2, 2, 4), (8, -8), (6, 2), (1, 1, 1, 1, 4), (4, -4)), 50, 74, "", 4.0, ("hall",), grace=0.45, bend=0.35, leap=0.08), Line((42, 20, 77), ("1---------------",), 43, -3.0, ("hall",), name="drone"), Beat(("CONGAL X.......X.......\nSLAP ....X.......X...\nTAMB ..x...x...x...x.",), (0,), -3.0, ("room",), chance=0.5),
    ), scale="bayati", keys=(2, 7, 9), loose=0.014, air=("room",)),
    Style("east asian", (60, 104), ("I I V I", "I vi I V", "i i iv i"), (
        Tune((107, 106, 77, 75, 110), ((4, 4, 8), (8, -8), (2, 2, 4, 8), (12, 4), (1, 1, 2, 4), (3, 1, 4)), 62, 86, "", 4.0, ("hall",), grace=0.3, bend=0.4, leap=0.3), Line((107, 46, 15, 106), ("1.5.8...a...5...", "8..5..a...8.b...", "1...5.8.........", "158a....b8a5...."), 50, -1.0, ("hall",), 0.4, name="zither"), Tune((77, 75, 73), ((16,), (8, 8), (-16,), (4, 4, 8)), 62, 84, "", 1.0, ("cave",), bend=0.5, grace=0.3, chance=0.6),
        Beat(("BLOCK x...........x...\nFLOOR X...............", "FLOOR X......x..x.....\nBLOCK ....x.......x..."), (48, 0), -4.0, ("hall",), chance=0.5),
    ), scale="hirajoshi", keys=(2, 9, 4, 7), loose=0.016, air=("hall",)),
    Style("chinese silk and bamboo", (84, 132), ("I I vi I", "I V vi I", "I IV I V"), (
        Tune((73, 77, 110, 78), ((2, 2, 2, 2), (4, 2, 2), (4, 4), (1, 1, 2, 4), (6, 2)), 67, 91, "gong", 3.0, ("hall",), grace=0.45, leap=0.15, bend=0.25, repeat=0.7), Line((107, 15, 106, 46), ("1.5.8.5.a.8.5.8.", "8.8.5.5.a.a.8.8.", "1.85a.851.85b.a8"), 55, 0.0, ("room",), 0.4, name="dulcimer"), Tune((110, 106), ((2, 2, 2, 2), (4, 4), (3, 1, 4)), 60, 81, "gong", 1.0, ("room",), 0.4, 0.8, grace=0.4, bend=0.3), Beat(("BLOCK x...x...x...x.x.", "BLOCK x...x...x.x.x...\nTRI x...............\nCHINA ..............o."), (48, 0), -5.0, chance=0.7),
    ), scale="gong", keys=(2, 7, 0, 5), loose=0.01, air=("room",)),
    Style("west african", (100, 132), ("I IV I V", "I I IV IV", "i bVII i bVII", "I V IV V"), (
        Line((108, 12, 24, 46), ("1.5.8.a5.8.5b.a.", "8.5a.8.5b.a.8.5.", "b.a8.5.8a.5.8.1."), 55, 2.0, (), 0.4, name="kora"), Line((12, 108, 13), ("a.8.b.8.a.5.8.5.", "8b.a8.b.a8.5.8a."), 60, 0.0, (), 0.4, name="balafon"), Beat(("CONGA X.xx.xX.xx.xX.xx\nCONGAL X.....X.....X...\nSLAP ...X.....X....x.\nAGOGO x..x..x..x.x.x..\nMARACAS x.x.x.x.x.x.x.x.", "CONGAL X..x..X..x..X.x.\nSLAP ..X.xX..X.xX..X.\nAGOGOL x.x.xx.x.x.xx.x.\nCABASA xoxoxoxoxoxoxoxo"), (0,), 1.0, ("room",), name="djembe"),
        Tune(("sing:choir", "sing:m", "sing:f"), ((4, 2, 2, -8), (2, 2, 4, -8), (-8, 4, 4)), 57, 74, "penta", 3.0, ("room",), harmony=2, repeat=0.85, chance=0.7), Line((33, 32), ("1--1--5-..8-5-..", "1...5-.1..5---.."), 31, 0.0, chance=0.5, name="bass"),
    ), scale="penta", keys=(0, 5, 7, 2), loose=0.008, air=("room",)),
    Style("gamelan", (88, 132), ("I I I I",), (
        Line((11, 14, 12, 114), ("1.s.s.s.s.s.s.s.", "s.s.1.s.s.s.8.s."), 55, 2.0, ("hall",), name="balungan"), Line((11, 9, 98, 13), ("ssssssssssssssss", "s.sss.sss.sss.ss"), 67, 0.0, ("hall",), 0.5, name="figuration"), Line((9, 108, 11), ("sss.sss.sss.sss.",), 72, -1.0, ("hall",), 0.5), Line((14, 47), ("1---------------................", "1-------5-------"), 36, 2.0, ("cave",), name="gong"), Beat(("CONGA ..x..x.x..x..xxx\nCONGAL x.....x.....x...",), (0,), -5.0, chance=0.7, name="kendang"), Tune((77, 73), ((8, 8), (4, 4, 8), (-16,)), 67, 84, "", -3.0, ("hall",), bend=0.3, chance=0.4),
    ), scale="pelog", keys=(0, 2, 10, 5), loose=0.006, air=("room",)),
    Style("balkan and klezmer", (116, 160), ("I iv I bII", "I bII I I", "i iv V i", "I I iv I"), (
        Tune((71, 40, 21, 56), ((2, 2, 2, 2, 2, 2, 2), (4, 4, 2, 2, 2), (4, 2, 2, 6), (1, 1, 2, 4, 4, 2), (2, 2, 4, 6)), 60, 86, "", 4.0, ("room",), grace=0.45, bend=0.3, leap=0.12, repeat=0.7), Comp((21, 25), ("..m...m...m.m.", "..d...d...d.d."), 57, "close", -1.0, pan=0.4), Line((58, 32), ("1---5---1---5-", "1---1---5-----"), 33, 2.0, name="bass"), Beat(("KICK X...X...X.....\nSNARE ..x...x...x.x.\nTAMB x.x.x.x.x.x.x.", "FLOOR X...x...X.....\nSNARE o.xoo.xoo.xoxo"), (0,), -1.0, ("room",), chance=0.85), Tune((56, 61), ((4, 4, 6), (2, 2, 2, 2, 6)), 58, 77, "", 1.0, ("room",), harmony=2, chance=0.5, repeat=0.8),
    ), 14, 2, scale="hijaz", keys=(2, 4, 9), loose=0.009, air=("room",)),
    Style("andean", (88, 116), ("i bIII bVII bIII", "i bVII bVI bIII", "i bIII V i", "bVI bIII V i"), (
        Tune((75, 79, 73), ((2, 2, 4), (4, 2, 2), (3, 1, 4), (8,), (1, 1, 2, 4)), 67, 88, "penta_minor", 4.0, ("hall",), grace=0.2, harmony=2, leap=0.2, repeat=0.7), Comp((24, 25, 15), ("d.dudu.ud.dudu.u", "d-.ud.dud-.ud.du"), 60, "close", 0.0, pan=0.4, strum=0.01, name="charango"), Comp((24,), ("p...d.u.p...d.u.",), 43, "open", -2.0, pan=0.4), Beat(("SURDO X.....x.X.....x.\nMARACAS x.xxx.xxx.xxx.xx", "FLOOR X..x..X.X..x..X."), (0,), -3.0, ("room",), name="bombo"), Line((32, 24), ("1---..5-1---5---",), 33, 0.0, name="bass"),
    ), scale="penta_minor", keys=(4, 9, 2), loose=0.01, air=("hall",)),
)
