"""Folk: wooden instruments and plain voices, diatonic and modal tunes, dances in six and reels, no drum kit."""

from score import Beat, Comp, Line, Style, Tune

SONG = ("I I IV I V V I I", "I V vi IV I V I I", "vi IV I V vi IV I I", "I IV I V I IV V I", "i bVII i bVII bIII bVII i i")
MODAL = ("i i bVII bVII i i bVII i", "I I IV I I IV V I", "I bVII I I IV bVII I I")
VERSE = ((4, 4, 4, 4), (2, 2, 4, 8), (-4, 2, 2, 4, 4), (4, 2, 2, 8), (6, 2, 8), (2, 2, 2, 2, 4, -4))

STYLES = (
    Style(
        "fingerpicked ballad",
        (84, 124),
        SONG,
        (
            Line((24, 25), ("1-8-5-a-1-8-5-a-", "1-5-8-5-a-5-8-5-", "1---8-5-a---8-5-"), 43, 1.0, name="picking"),
            Line((24, 25), ("1---5---1---5---", "1-------5-------"), 38, 0.0, name="thumb"),
            Tune(("sing:m", "sing:f", "sing:low"), VERSE, 52, 72, "", 4.0, ("room",), leap=0.12, chance=0.75),
            Tune((22, 40, 73), ((8, 8), (4, 4, 8), (-16,)), 64, 84, "", 0.0, ("room",), chance=0.45),
            Line((32,), ("1-------5-------",), 31, -1.0, name="bass", chance=0.35),
        ),
        keys=(7, 0, 2, 9, 4),
        loose=0.01,
        air=("room",),
    ),
    Style(
        "jig",
        (104, 132),
        MODAL,
        (
            Tune(
                (110, 40, 78, 73),
                ((1, 1, 1, 1, 1, 1), (2, 1, 1, 1, 1), (2, 1, 2, 1), (1, 1, 1, 3)),
                67,
                88,
                "",
                4.0,
                grace=0.35,
                leap=0.15,
                repeat=0.75,
            ),
            Comp((25,), ("d.ud.ud.ud.u", "d..d.ud..d.u"), 45, "open", -1.0, pan=0.4, strum=0.01),
            Line((21, 109, 20), ("1-----------",), 50, -5.0, pan=0.4, chance=0.6, name="drone", double=7),
            Beat(("CONGAL X.ox.oX.ox.o", "FLOOR X..o.oX..o.o"), (0,), -5.0, ("dark",), chance=0.6, name="bodhran"),
            Line((32,), ("1--5--1--5--",), 33, -2.0, chance=0.3, name="bass"),
        ),
        12,
        3,
        scale="mixolydian",
        keys=(2, 7, 9),
        air=("room",),
    ),
    Style(
        "reel",
        (96, 120),
        MODAL,
        (
            Tune((110, 40, 105, 78), ((2,) * 8, (4, 2, 2, 4, 2, 2), (3, 1, 2, 2)), 62, 86, "", 4.0, grace=0.3, leap=0.15, repeat=0.75),
            Comp((25,), ("p.d.f.d.p.d.f.d.", "d..ud.d.d..ud.du"), 45, "open", -1.0, pan=0.4, strum=0.01),
            Tune((21, 78), ((2,) * 8, (4, 4, 4, 4), (8, 8)), 62, 84, "", 0.0, pan=0.4, chance=0.4),
            Beat(("CONGAL X.o.x.o.X.o.x.oo",), (0,), -5.0, ("dark",), chance=0.5, name="bodhran"),
        ),
        scale="dorian",
        keys=(2, 9, 4),
        loose=0.008,
        air=("room",),
    ),
    Style(
        "strummed song",
        (92, 136),
        SONG,
        (
            Comp((25, 24), ("d---d-du.ud-d-du", "d-d-d-u-.ud-.ud-", "p-d-f-du"), 43, "open", 1.0, strum=0.014),
            Tune(("sing:f", "sing:m"), VERSE, 55, 76, "", 4.0, leap=0.1),
            Tune(("sing:m", "sing:f"), VERSE, 55, 74, "", -1.0, leap=0.1, chance=0.25, name="harmony"),
            Tune((22, 110), ((8, 8), (4, 4, 8), (-16,), (-8, 4, 4)), 64, 84, "", 1.0, chance=0.5),
            Line((32,), ("1-------5-------", "1---5---1---5---"), 31, 0.0, chance=0.5, name="bass"),
            Beat(("TAMB ....x.......x...",), (0,), -9.0, chance=0.3, name="tambourine"),
        ),
        keys=(7, 0, 2, 4, 9),
        loose=0.01,
        air=("room",),
    ),
    Style(
        "accordion waltz",
        (126, 168),
        ("I I V7 V7 V7 V7 I I", "i i iv i V7 V7 i i", "I IV I V7 I IV V7 I"),
        (
            Line((32, 21, 24), ("1---........5---........", "1---........"), 36, 1.0, name="bass"),
            Comp((25, 24, 21), ("....x...x...", "....d...d..."), 52, "close", -2.0, pan=0.3),
            Tune((21, 23, 40, 110), ((4, 4, 4), (8, 4), (2, 2, 2, 2, 4), (12,), (6, 2, 4)), 62, 86, "", 3.0, grace=0.25, harmony=2),
        ),
        12,
        4,
        keys=(7, 2, 9, 0),
        loose=0.009,
        air=("room",),
    ),
    Style(
        "dulcimer and whistle",
        (76, 108),
        MODAL + SONG,
        (
            Line((15, 46, 24), ("1-5-8-5-a-8-5-3-", "1-5-8-a-b-a-8-5-"), 48, 0.0, ("room",), 0.3, name="dulcimer"),
            Tune((78, 74, 73, 79), ((4, 2, 2, 8), (8, 4, 4), (6, 2, 4, 4), (12, 4)), 69, 91, "", 3.0, ("hall",), grace=0.35, leap=0.15),
            Line((42, 21), ("1---------------",), 43, -3.0, ("hall",), chance=0.6, name="drone", double=7),
            Comp((25, 24), ("d-------d---d-u-", "d-----u-d-------"), 45, "open", -3.0, chance=0.5),
        ),
        scale="dorian",
        keys=(2, 7, 4, 9),
        loose=0.012,
        air=("hall",),
    ),
)
