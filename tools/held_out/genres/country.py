"""Country: two-beat bass under a train beat, steel guitar that slides into its notes, fiddle, banjo rolls, a plain voice over I, IV and V."""

from score import Beat, Comp, Line, Style, Tune

FORMS = ("I I IV I I I V V", "I IV V I", "I IV I V I IV V I", "I V IV I", "I vi IV V", "I I7 IV IV I V I I")
VERSE = ((4, 4, 4, 4), (2, 2, 4, 8), (4, 2, 2, 8), (-4, 4, 4, 4), (6, 2, 8), (3, 1, 4, 8))
STEEL = ((8, 8), (4, 4, 8), (-8, 8), (6, 2, 8), (16,))
PICK = ((2, 2, 2, 2), (1, 1, 2, 2, 2), (4, 2, 2), (2, 1, 1, 4))

STYLES = (
    Style("train beat", (104, 132), FORMS, (
        Beat(("KICK X.......X.......\nSNARE oxXxoxXxoxXxoxXx", "KICK X...x...X...x...\nSNARE ooXoooXoooXoooXo"), (40, 0), -1.0), Line((32, 33), ("1---....5---....", "1-------5-------"), 31, 3.0, name="bass"), Comp((25,), ("p...d.u.f...d.u.", "p...d...f...d.du"), 45, "open", 0.0, pan=0.4, strum=0.012), Line((27, "string"), ("1-.1..3-5-.5..3-", "1-3-5-6-5-3-1-<-"), 43, 0.0, ("slap",), 0.4, 0.6, name="twang low"), Tune((27, "string"), PICK, 55, 81, "country", 2.0, ("slap",), 0.3, bend=0.3, chance=0.7), Tune(("sing:m", "sing:low"), VERSE, 50, 67, "", 4.0, ("slap",), leap=0.12, chance=0.75),
    ), keys=(4, 9, 7, 2, 0), loose=0.007, air=("tape",)),
    Style("honky-tonk", (100, 136), FORMS, (
        Beat(("KICK X.......X.......\nSNARE ....X.......X...\nHAT x.x.x.x.x.x.x.x.", "KICK X.......X.......\nRIM ....X.......X...\nRIDE x...x.x.x...x.x."), (0, 40), -2.0), Line((32, 33), ("1-------5-------", "1-------5---6-<-"), 31, 3.0, name="bass"), Comp((25, 27), ("....d.......d...", "p...d.d.f...d.d."), 50, "close", -1.0, pan=0.4), Tune(("string", 26, 27, 25), STEEL, 64, 86, "penta", 2.0, ("hall", "chorus"), 0.3, bend=0.8, legato=1.05, harmony=2, name="pedal steel"), Tune((110, 40), STEEL + VERSE, 64, 84, "", 0.0, ("room",), 0.4, 0.55, bend=0.3, harmony=2), Comp((3, 0), ("..x...x...x...x.", "....x.x.....x.x."), 62, "close", -3.0, pan=0.3, chance=0.7), Tune(("sing:m", "sing:f"), VERSE, 54, 72, "", 4.0, ("plate",), leap=0.12, bend=0.25, chance=0.8),
    ), swing=0.58, keys=(7, 2, 9, 0, 4), loose=0.008, air=("tape",)),
    Style("bluegrass", (118, 158), ("I I IV I I I V V", "I IV I V", "I I IV IV V V I I", "I bVII I V"), (
        Line((105,), ("1583a58358ab5a85", "5a8b58a85a8b58a8", "8a5b8a5b8a5b8a5b"), 55, 3.0, (), 0.3, name="banjo roll"), Comp((25,), ("p...d.u.f...d.u.", "p.d.d.d.f.d.d.d."), 43, "open", 0.0, pan=0.4, strum=0.01), Line((32,), ("1-------5-------", "1---....5---...."), 31, 3.0, name="bass"), Comp((25, 105), ("....m.......m...",), 62, "close", -1.0, pan=0.5, name="mandolin chop"), Tune((110, 25, 40), PICK + ((1,) * 8,), 62, 86, "country", 3.0, ("room",), grace=0.2, bend=0.2, chance=0.85), Tune(("sing:m", "sing:f"), VERSE, 58, 76, "", 3.0, ("room",), harmony=2, leap=0.12, chance=0.45),
    ), keys=(7, 9, 0, 2), loose=0.007, air=("room",)),
    Style("country waltz", (88, 126), ("I I IV I I I V V", "I IV I V I IV V I", "I I7 IV IV I V I I"), (
        Beat(("KICK X...........\nSNARE ....o...o...\nHAT ....x...x...", "KICK X...........\nRIM ....x...x..."), (40, 0), -3.0, chance=0.85), Line((32, 33), ("1-----------5-----------", "1-----------"), 31, 3.0, name="bass"), Comp((25,), ("p...d...d.u.", "p...d.u.d.u."), 45, "open", 0.0, pan=0.4), Tune(("string", 27, 26), ((12,), (8, 4), (4, 8), (24,)), 64, 86, "penta", 2.0, ("hall", "chorus"), 0.3, bend=0.8, legato=1.05, harmony=2, name="pedal steel"), Tune((110, 40, 22), ((12,), (8, 4), (-12,), (4, 4, 4)), 62, 81, "", 0.0, ("hall",), 0.4, 0.6, bend=0.3), Tune(("sing:m", "sing:f"), ((4, 4, 4), (8, 4), (12,), (2, 2, 4, 4)), 53, 72, "", 4.0, ("plate",), leap=0.12, bend=0.25), Comp((0,), ("x...x...x...",), 60, "close", -4.0, chance=0.5),
    ), 12, 4, keys=(7, 2, 0, 4, 9), loose=0.008, air=("tape",)),
    Style("country rock", (96, 136), ("I V vi IV", "I IV I V", "I bVII IV I", "vi IV I V"), (
        Beat(("KICK X.....x.X.......\nSNARE ....X.......X...\nHAT x.x.x.x.x.x.x.x.", "KICK X..x....X.x.....\nSNARE ....X.......X...\nTAMB x.x.x.x.x.x.x.x."), (0, 16), 0.0, ("room",), fill="S.SS11FF"), Line((33, 34), ("1---..1-5---..<-", "1-..1-1-5-..5-<-"), 29, 2.0, name="bass"), Comp((25,), ("d---d-du.ud-d-du", "d-d-d-u-.ud-.ud-"), 45, "open", 1.0, pan=0.5, strum=0.012), Comp((27, "string", 29), ("x-..x-x-..x-x-..", "x-------x-------"), 45, "open", -3.0, ("crunch",), 0.6, 0.7), Tune((27, "string"), PICK, 57, 84, "country", 2.0, ("slap",), 0.3, bend=0.4, chance=0.7, name="telecaster"), Tune(("string", 26), STEEL, 66, 86, "penta", 1.0, ("hall", "chorus"), 0.4, 0.7, bend=0.8, legato=1.05, harmony=2, name="pedal steel"), Tune((110, 105), PICK + STEEL, 62, 84, "country", 0.0, ("room",), 0.4, 0.5, bend=0.2), Tune(("sing:m", "sing:f"), VERSE, 55, 74, "", 4.0, ("plate",), leap=0.12, bend=0.2),
    ), keys=(7, 2, 4, 9), loose=0.006, air=("glue",)),
    Style("western swing", (118, 156), ("I6 I6 IV6 I6 II7 V7 I6 V7", "I6 VI7 II7 V7", "I6 I7 IV6 bVII7 I6 V7 I6 I6"), (
        Beat(("KICK X.......X.......\nSNARE ....x..o....x..o\nHAT x...x.x.x...x.x.", "SNARE o.o.X.o.o.o.X.o.\nKICK x.......x......."), (40, 0), -3.0), Line((32,), ("1---5---1---5---", "1---3---5---6---"), 31, 3.0, name="bass"), Comp((25, 26), ("d...d...d...d...", "....d.......d..."), 50, "close", 0.0, pan=0.4, strum=0.008), Tune((110, 40), PICK + VERSE, 62, 86, "country", 3.0, ("room",), 0.3, grace=0.2, bend=0.35, harmony=2), Tune(("string", 26, 27), STEEL + PICK, 62, 84, "country", 2.0, ("plate", "chorus"), 0.4, 0.8, bend=0.8, harmony=2, name="steel guitar"), Comp((0, 3), ("..x...x...x...x.",), 60, "close", -3.0, pan=0.3, chance=0.6), Tune(("sing:m",), VERSE, 54, 70, "", 3.0, ("room",), chance=0.55, bend=0.2),
    ), swing=0.62, keys=(7, 2, 9, 0, 5), loose=0.008, air=("tape",)),
)
