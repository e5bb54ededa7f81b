"""Classical: no drum kit, breathing time, voices that lead; quartet, orchestra, keyboard, choir and organ."""

from score import Beat, Comp, Line, Style, Tune

SONATA = ("I V7 I IV ii V7 I I", "I vi ii V7 I IV I/V7 I", "I I V7 V7 V7 V7 I I", "I IV/ii V7 I vi ii I/V7 I")
MINOR = ("i iv V7 i bVI iio V7 i", "i V7 i i iv i V7 i", "i bVII bIII bVI iio V7 i i", "i i iv bVII bIII bVI V7 V7")
SONG = ((4, 4, 4, 4), (6, 2, 4, 4), (8, 4, 4), (2, 2, 2, 2, 8), (12, 4), (3, 1, 4, 8), (8, 8))
RUN = ((2,) * 8, (1,) * 8, (4, 2, 2, 4, 4), (4, 1, 1, 1, 1, 4, 4), (8, 2, 2, 2, 2))

STYLES = (
    Style("string quartet", (88, 132), SONATA, (
        Tune((40,), SONG + RUN, 67, 93, "", 3.0, ("hall",), 0.4, grace=0.12, legato=0.98, name="first violin"),
        Comp((48, 40), ("..x.x.x...x.x.x.", "x.x.x.x.x.x.x.x.", "x-------x-------"), 57, "close", -3.0, ("hall",), 0.2, name="second violin"),
        Line((41,), ("3---5---3---5---", "5-3-5-3-5-3-5-3-", "8-------5-------"), 48, -1.0, ("hall",), 0.2, name="viola"),
        Line((42,), ("1-------5-------", "1---....1---5---", "1---3---5---<---"), 36, 0.0, ("hall",), 0.4, name="cello"),
    ), keys=(7, 2, 9, 0, 5), rubato=0.03, loose=0.012),
    Style("romantic piano", (56, 92), MINOR + SONATA, (
        Line((0, 1), ("1-5-8-a-8-5-a-8-", "1-5-a-5-b-5-a-5-", "158a8a58158a8a58"), 36, 0.0, ("hall",), name="left hand"),
        Tune((0, 1), SONG + ((16,), (12, 2, 2), (4, 4, 2, 2, 4)), 64, 91, "", 3.0, ("hall",), grace=0.15, legato=1.1, leap=0.3, name="right hand"),
        Line((0, 1), ("1---------------",), 28, -1.0, ("hall",), double=12, chance=0.5, name="octaves"),
    ), scale="minor", keys=(1, 0, 7, 9, 5, 2), rubato=0.14, loose=0.014),
    Style("symphony", (84, 144), SONATA + MINOR, (
        Tune((48, 49, 40), SONG + RUN, 64, 91, "", 2.0, ("hall",), 0.5, harmony=2, legato=1.0, name="violins"),
        Comp((48, 44), ("x---------------", "x.xxx.xxx.xxx.xx", "x---x---x---x---"), 52, "close", -2.0, ("hall",), 0.3, name="strings"),
        Line((43, 42), ("1---1---5---1---", "1-------5-------", "1---.-..1---<---"), 31, 0.0, ("hall",), 0.4, double=12, name="basses"),
        Comp((60, 57), ("x-------x-------", "....x---....x---", "x---------------"), 50, "close", -3.0, ("hall",), 0.2, 0.75, name="horns"),
        Tune((73, 68, 71), SONG + ((-8, 4, 4), (-16,)), 70, 94, "", -1.0, ("hall",), 0.2, 0.75, name="woodwind"),
        Line((47,), ("1.......1.1.1.1.", "1-------........", "1...1...1...1..."), 36, -2.0, ("hall",), 0.1, 0.6, name="timpani"),
        Comp((56, 61), ("X.......X.X.X...", "X-------........"), 60, "close", -1.0, ("hall",), 0.3, 0.4, name="trumpets"),
    ), keys=(0, 2, 5, 7, 10, 3), rubato=0.03, loose=0.014),
    Style("baroque", (80, 116), MINOR + ("I V vi iii IV I IV V", "I V7/I ii/V7 I vi/ii V7/I IV/V7 I"), (
        Line((42, 43, 6), ("1---8---5---3---", "1-3-5-8-7-5-3-<-", "1-8-1-8-1-8-1-8-"), 36, 1.0, ("hall",), 0.2, name="continuo"),
        Comp((6, 19), ("x---x---x---x---", "x-------x-------"), 52, "close", -3.0, ("room",), 0.2, name="harpsichord"),
        Tune((40, 73, 68, 74), RUN + ((2, 1, 1, 2, 1, 1),), 67, 91, "", 2.0, ("hall",), 0.4, grace=0.25, leap=0.1, legato=0.9, repeat=0.7),
        Tune((40, 6, 56), RUN + ((8, 8), (-4, 2, 2, 2, 2, 4)), 62, 84, "", 0.0, ("hall",), 0.5, 0.8, leap=0.1, legato=0.88),
    ), scale="harmonic", keys=(2, 7, 9, 4, 0), loose=0.009, rubato=0.01),
    Style("wind and chamber", (70, 120), SONATA, (
        Tune((71, 68, 73), SONG + ((2, 2, 2, 2), (3, 1, 2, 2)), 65, 91, "", 3.0, ("hall",), 0.3, grace=0.1, legato=0.97),
        Tune((73, 60, 42), SONG + ((-8, 4, 4),), 55, 76, "", 0.0, ("hall",), 0.4, legato=0.98),
        Line((70, 42), ("1---....5---....", "1-5-3-5-1-5-3-5-"), 38, 0.0, ("hall",), 0.2, name="bassoon"),
        Comp((46, 0, 45), ("x...x...x...x...", "x-x-x-x-x-x-x-x-"), 52, "close", -3.0, ("hall",), 0.3, 0.7),
    ), keys=(5, 10, 0, 3), rubato=0.05, loose=0.012),
    Style("choir and organ", (54, 80), MINOR + ("I IV I V vi ii V I", "I V/vi IV I ii V/V7 I I"), (
        Comp((52, 19), ("x---------------", "x-------x-------", "x---x---x---x---"), 50, "spread", 0.0, ("cave",), name="chords"),
        Tune((52, "sing:choir", 53), SONG, 60, 79, "", 2.0, ("cave",), legato=1.0, leap=0.08, harmony=2),
        Line((19, 43), ("1-------5-------", "1---------------"), 36, 0.0, ("cave",), name="pedal"),
        Comp((49,), ("x---------------",), 60, "close", -4.0, ("cave",), 0.4, 0.4, name="strings"),
    ), keys=(2, 0, 5, 7), rubato=0.06, loose=0.02),
    Style("waltz for orchestra", (150, 186), ("I I V7 V7 V7 V7 I I", "I vi ii V7 I IV V7 I", "i i V7 V7 iv i V7 i"), (
        Line((43, 42), ("1---........", "1---........5---........"), 31, 1.0, ("hall",), 0.3, name="basses"),
        Comp((48, 60, 45), ("....x...x...",), 55, "close", -2.0, ("hall",), 0.3),
        Tune((48, 40, 73, 71), ((12,), (8, 4), (4, 4, 4), (2, 2, 2, 2, 4), (6, 2, 4)), 67, 93, "", 3.0, ("hall",), 0.3, harmony=2, legato=0.98),
        Line((46,), ("1-3-5-8-a-b-",), 48, -5.0, ("hall",), 0.5, 0.4, name="harp"),
        Beat(("TRI x...........", "TRI x...x...x..."), (48,), -10.0, ("hall",), chance=0.25, name="triangle"),
    ), 12, 4, keys=(2, 7, 9, 0), rubato=0.07, loose=0.012),
)
