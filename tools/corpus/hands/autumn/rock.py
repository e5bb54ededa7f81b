"""Long-players with a crease in the sleeve: Rock from garages to flannel."""

from __future__ import annotations

from hands.autumn.craft import FILLS, comp, drums, pad, riff, roll
from hands.autumn.tunes import double, singer, tune
from song import Song, style

ROCK_LINES = (
    "x-x-x-x-x-x-....|x-x-x-x---......", "..x-x-x-x-x-x---|..x-x-x---......", "x---x-x-x-x-x---|........x-x-x---", "x-x-x---x-x-x---|x-x-x-------....",
)
WIDE = (0, 7, 12)
BACKBEATS = (
    "k x.......x.x..... s ....X.......X... h x.x.x.x.x.x.x.x.", "k x.x.....x....... s ....X.......X... d x.x.x.x.x.x.x.x.",
    "k x.....x.x.x..... s ....X.......X... o x...x...x...x...", "k x..x....x..x..x. s ....X.......X..o h x.x.x.x.x.x.x.x.",
)


@style("Rock", like="Pop")
def autumn_garage_combo(s: Song) -> None:
    """Liverpool to Tacoma 1963-67: jangling or fuzzed guitars, a reedy combo organ, maracas, four boys in harmony, two and a half minutes."""
    s.set((118, 172), ("mixolydian", "major", "dorian", "blues"), keys="E A D G", swing=s.pick(0.0, 0.0, 0.4), room=("room", "club", "plate"))
    s.until(
        46, "verse verse chorus solo",
        verse=s.pick("I | IV | V | IV", "I | bVII | IV | I", "I | I | IV | I", "i | IV | i | IV", "I | vi | IV | V", "i | bVII | bVI | V"),
        chorus=s.pick("IV | V | I | I", "bIII | IV | I | I", "IV | I | IV | V7"), solo=s.pick("I | I | IV | V", "I | bVII | IV | I"),
    )
    drums(
        s, s.part("kit:standard", "kit:room", "kit:power", level=2),
        (
            *BACKBEATS[:2], "k x...x...x...x... s ....X.X.....X... h x.x.x.x.x.x.x.x.",
            "k x.....x.x....... s ....X..X....X... t ..x...x...x...x. z x...x...x...x...",
            "k x.x.x.x.x.x.x.x. s ....X.......X... u x.x.....x.x..... l ..x...x...x...x.",
        ),
        fills=FILLS, every=4, crash=0.3,
    )
    if s.chance(0.5):
        drums(s, s.part("kit:standard", level=-5), ("m x.x.x.x.x.x.x.x.", "t ....X.......X..."))
    riff(
        s, s.part("pick-bass", "finger-bass", "~string-bass", level=1),
        ("R - R . 5 - R . R - R . 5 . a .", "R . R . 3 . 5 . 6 . 5 . 3 . a .", "R . R . R . R . R . R . R . 5 a", "R - . R 8 - . R 5 - . 5 6 - a -"), 28,
    )
    comp(
        s, s.part("clean-guitar", "~electric-guitar", "overdriven", level=0, fx=s.pick(("amp:edge",), ("amp:crunch", "tremolo"), ())),
        ("x-x-x-xxx-x-x-xx", "..x-..x-..x-..x-", "x-..x-x-..x-x-..", "x.xxx.xxx.xxx.xx"), 60, 5, strum=0.02,
    )
    if s.chance(0.6):
        comp(
            s, s.part("reed-organ", "~organ", "rock-organ", "accordion", level=-2),
            ("..x...x...x...x.", "x-------x-------", "x.x.x.x.x.x.x.x.", "x--x--x-x--x--x-"), 66, 3,
        )
    lead = singer(s, ROCK_LINES, where=["verse", "chorus"], sing="open", orn="sf", voices=("~vocal", "~vocal-duo", "~vocal-low"), level=2)
    if s.chance(0.7):
        double(s, lead, s.part("~vocal-duo", "~backing", "~vocal", level=-1), 2, where="chorus")
    solo = s.part("~electric-guitar", "overdriven", "distorted", "harmonica", level=2, fx=s.pick(("amp:fuzz",), ("amp:crunch",), ("amp:edge", "delay")))
    tune(
        s, solo, 58, 82, ("x-x-xxx-x-x-x---|x-x-xxx-x---....", "xxx-xxx-x-x-x-x-|x---x---........"), where="solo", plan="aba",
        scale=s.pick("minor-pentatonic", "blues", "major-pentatonic"), orn="bsq", rate=0.5,
    )
    if s.chance(0.5):
        riff(
            s, s.part("clean-guitar", "~electric-guitar", level=-2, fx=("amp:edge",)), ("R . 5 . 8 . 9 8 . 5 . 6 . 5 . 3", "R . . 3 . 4 5 . R . . 7 . 5 4 3"),
            52, where="verse",
        )


@style("Rock", like="Metal")
def autumn_heavy_riff_71(s: Song) -> None:
    """English manor houses 1969-76: a riff in unison for guitar and bass, drums in a stairwell, a howling singer, a solo in the pentatonic, an organ."""
    s.set((76, 132), ("minor-pentatonic", "blues", "dorian"), keys="E A G B D", swing=s.pick(0.0, 0.0, 0.3), room=("hall", "room", "plate", "arena"))
    s.until(
        46, "riff riff chorus solo", riff=s.pick("I5 | I5 | I5 | bVII5 IV5", "I7 | I7 | I7 | I7", "I5 | I5"),
        chorus=s.pick("bVI | bVII | i | i", "IV | bVII | i | V", "bIII | bVII | IV | i"),
        solo=s.pick("i7 | IV7", "i | bVII | bVI | bVII", "i7 | i7 | IV7 | bVII"),
    )
    drums(
        s, s.part("kit:power", "kit:standard", "kit:room", level=3),
        (*BACKBEATS, "k x..x..x...xx.... s ....X.......X... h x...x...x...x...", "k x.xx......xx.... s ....X..o.o..X... o x...x...x...x..."),
        fills=("u xxx. l ...x", "s xxxx u xxxx", "f x.xx s .x..", "u 3333"), every=4, crash=0.5,
    )
    figure = s.pick(
        "t0! - . t0 t3 - t5 - t0 . t10 - t12 - . . | t0! - . t0 t3 - t5 - t6 t5 t3 - t0 - - .",
        "t0! t0 . t12 . t10 . t7 t0 . t5 - t3 - t0 . | t0! t0 . t12 . t10 . t7 t5 - t3 - t0 - . .",
        "t0! - - . t3 - t0 . t5 - - . t3 t0 t-2 - | t0! - - . t3 - t0 . t-2 - t-5 - t-2 - t0 -",
        "t0 . t0 t10 . t12 . t0 . t0 t7 - t5 t3 t5 - | t0 . t0 t10 . t12 . t15 - t12 t10 - t7 - t5 -",
        "t12! - t10 - t7 - t5 t3 t0 - - - . . t-2 - | t12! - t10 - t7 - t5 t6 t5 t3 t0 - - - . .",
    )
    guitar = s.part("distorted", "overdriven", "~electric-guitar", level=2, pan=-0.4, fx=(s.pick("amp:crunch", "amp:lead", "amp:fuzz"),))
    bass = s.part("pick-bass", "finger-bass", "~string-bass", level=1, fx=s.pick((), ("amp:bass-dirt",)))
    riff(s, guitar, figure, 40, where="riff", stack=s.pick((0,), (0, 7), (0, 12)))
    riff(s, bass, figure, 28, where="riff")
    comp(s, guitar, ("x---x-..x-x-x---", "x-------x-x-..x-"), 55, 3, where=["chorus", "solo"], strum=0.01)
    riff(s, bass, ("R - R . R - R . R - 5 . 7 . 8 .", "R - . R . . 8 7 R - . 5 . 7 a ."), 28, where=["chorus", "solo"], turns=True)
    if s.chance(0.45):
        pad(s, s.part("rock-organ", "~organ", "drawbar", level=-2, fx=("leslie", "drive:3")), 62, 3, where=["chorus", "solo"])
    if s.chance(0.75):
        singer(
            s, ("....x-x-x-x-x---|x-x-x---........", "x---x-x-xxx-x---|................", "..x-x-x-x-------|x-----------...."), where=["riff", "chorus"],
            sing="cry", orn="sqfv", rate=0.55, scale="blues", plan="aaba", level=3,
        )
    lead = s.part("overdriven", "distorted", "~electric-guitar", level=3, fx=(s.pick("amp:lead", "amp:crunch", "amp:fuzz"), *s.pick((), ("delay",), ("wah",))))
    tune(
        s, lead, 62, 88, ("xxxxxxx-x-xxx---|x---xxxxx-x-....", "x---x-xxx-------|xxxxxxxxx-x-x---", "xx.xx.xx.xx.x---|x-x-x-----......"),
        where="solo" if s.chance(0.7) else ["solo", "chorus"], plan="abcb", scale=s.pick("minor-pentatonic", "blues"), orn="bbqsv", rate=0.5,
    )
    if s.chance(0.3):
        tune(
            s, s.part("harmonica", "honky-tonk", "rock-organ", level=-2), 60, 82, ("x-x-xx--........|................",), where="riff", plan="a", scale="blues",
            orn="qs",
        )


@style("Rock", like="Electronic")
def autumn_motorik_wave(s: Song) -> None:
    """Düsseldorf 1973 to Manchester 1981 and Brooklyn 2002: an apache beat that never turns, a bass that plays the tune, thin guitars, a flat low voice."""
    s.set((128, 176), ("minor", "dorian", "major", "mixolydian"), room=("room", "plate", "hall", "club"))
    s.until(
        46, "a a b", a=s.pick("i | i | bVI | bVI", "i | bVII", "I | I | IV | IV", "i | i | i | i", "vi | vi | IV | IV", "i | v | bVI | bVII"),
        b=s.pick("bVI | bVII | i | i", "IV | IV | I | I", "bIII | bVII | i | i"),
    )
    drums(
        s, s.part("kit:standard", "kit:room", "~kit:linn", "kit:power", level=2, fx=s.pick((), ("flanger",), ("delay:110",))),
        (
            "k x.x...x.x.x...x. s ....X.......X... h x.x.x.x.x.x.x.x.", "k x...x...x...x... s ....X.......X... h xxxxxxxxxxxxxxxx",
            "k x..x..x...x..... s ....X.......X... f ..............xx h x.x.x.x.x.x.x.x.", "k x.....x.x.x..... s ....X.......X... l x.xx..x.x.xx..x.",
            "k x...x...x...x... s ....X.......X... o ..x...x...x...x.",
        ),
        fills=("s xxxx", "s ..xx", "l xxxx"), every=16,
    )
    tune_bass = s.part("pick-bass", "finger-bass", "~string-bass", "~saw-bass", level=3, fx=("chorus",))
    if s.chance(0.5):
        riff(s, tune_bass, ("R R R R R R R R R R R R R R R R", "R R R R R R R R 5 5 5 5 7 7 8 8", "8 8 R 8 8 R 8 8 R 8 8 R 7 7 5 5"), 33, gate=0.7)
    else:
        tune(s, tune_bass, 40, 62, ("x-x-x-x-x-x-x-x-|x-x-x-x-x-x-x-x-", "x--x--x-x-x-x-x-|x--x--x-x-x-x---"), plan="aaab", jump=0.2)
    guitar = s.part(
        "clean-guitar", "~electric-guitar", "overdriven", level=0, fx=(s.pick("amp:edge", "amp:clean", "amp:crunch"), "chorus", *s.pick((), ("delay",)))
    )
    if s.chance(0.5):
        roll(s, guitar, ("0.1.2.1.3.1.2.1.", "3.3.2.2.1.1.0.0.", "0.2.1.2.0.2.3.2."), 67, 4, ring=2)
    else:
        comp(s, guitar, ("x.xxx.xxx.xxx.xx", "..x...x...x...x.", "xxxxxxxxxxxxxxxx", "x-----x-----x---"), 66, 3, gate=0.5)
    if s.chance(0.7):
        singer(
            s, ("x-x-x-x-x-x-x---|x-x-x-x---......", "..x---x---x-x---|..x---x---......", "x---x---x-x-x---|................"), sing="open", orn="f", rate=0.15,
            voices=("~vocal-low", "~vocal-low", "~vocal"), plan="aab.", jump=0.08, wide=10, level=1,
        )
    if s.chance(0.6):
        synth = s.part("~string-machine", "~saw-poly", "~organ", "~brass-poly", level=-3)
        pad(s, synth, 66, 3, where=None if s.chance(0.5) else "b")
    if s.chance(0.5):
        tune(
            s, s.part("~electric-guitar", "overdriven", "~square-lead", "~saw-lead", level=0, fx=("amp:edge", "delay")), 66, 86,
            ("x-x-x-x-x---x---|x-x-x-x-x-------", "x---x---x---x---|x-----------...."), where="b", plan="ab",
        )


@style("Rock", like="Metal")
def autumn_quiet_loud(s: Song) -> None:
    """Seattle and Boston 1988-95: a mumbled verse over clean guitar and bass, then the pedal goes down and everybody shouts four power chords."""
    s.set((84, 148), ("minor", "mixolydian", "major", "dorian"), keys="E F Eb G A", room=("room", "club", "plate"))
    four = s.pick(
        "I5 | IV5 | bIII5 | bVI5", "I5 | bIII5 | IV5 | bVI5", "I5 | V5 | VI5 | IV5", "I5 | bVI5 | bVII5 | IV5", "I5 bVII5 | IV5", "I5 | III5 | IV5 | IV5"
    )
    s.until(46, "quiet loud", quiet=four + " | " + four, loud=four + " | " + four)
    kit = s.part("kit:power", "kit:room", "kit:standard", level=2)
    drums(
        s, kit,
        (
            "k x.......x.x..... s ....X.......X... h x.x.x.x.x.x.x.x.", "k x..x....x..x.... r ....X.......X... h x.x.x.x.x.x.x.x.",
            "k x.x.....x....... s ....x.......x... d x...x...x...x...",
        ),
        where="quiet", fills=("s xxxx", "s xxxx k x.x."), every=8,
    )
    drums(
        s, kit,
        (
            "k x.x.....x.x..... s ....X.......X... z x...x...x...x...", "k x..x..x.x..x..x. s ....X.......X..X o x.x.x.x.x.x.x.x.",
            "k x.xx....xxx..... s ....X.......X... o x...x...x...x...",
        ),
        where="loud", fills=FILLS, every=4, crash=1.0,
    )
    clean = s.part("clean-guitar", "~electric-guitar", "steel", level=-1, fx=s.pick(("chorus",), ("amp:edge",)))
    if s.chance(0.6):
        roll(s, clean, ("0.1.2.1.0.1.2.1.", "r.12..1.r.12..1.", "0..1..2.1..2..1."), 55, 4, where="quiet", ring=2, how=s.pick("", "mute"))
    else:
        comp(s, clean, ("x-x-..xx..x-x-..", "x---x-x-..x-x-x-"), 57, 4, where="quiet", strum=0.02)
    for side in (-0.6, 0.6):
        wall = s.part("distorted", "overdriven", "~electric-guitar", level=1, pan=side, fx=(s.pick("amp:high", "amp:fuzz", "amp:crunch", "amp:lead"),))
        riff(
            s, wall,
            s.pick(
                "R - R - . R - R R - R R . R R -", "R! - - - R - R R R - R - R - R R", "R R R R R R R R R R R R R R R R", "R! - - R - - R - R - - R - - R -"
            ),
            40, where="loud", stack=WIDE,
        )
    riff(
        s, s.part("pick-bass", "finger-bass", level=2, fx=s.pick((), ("amp:bass-dirt",))),
        ("R - R . . R . R R - R . . R . a", "R R R R R R R R R R R R R R R R", "R - . . R - R . R - . . 5 - a ."), 28,
    )
    singer(
        s, ("..x-x-x-x-x-....|..x-x-x-x---....", "x-x-x---x-x-x---|................"), where="quiet", sing="soft", orn="sf", voices=("~vocal-low", "~vocal"),
        wide=10, level=1,
    )
    singer(
        s, ("x---x-x-x-------|x---x-x-x-------", "x-------x---x---|x-----------....", "x-x-x---x-x-x---|x-x-x---x-------"), where="loud", sing="cry", orn="sqf",
        rate=0.5, voices=("~vocal", "~vocal-duo", "~scream"), plan="aaab", floor=s.pick(55, 59, 62), level=2,
    )
    if s.chance(0.4):
        tune(
            s, s.part("distorted", "overdriven", level=1, fx=("amp:lead",)), 64, 84, ("x---x---x-x-x---|x---x---x-------",), where="loud", plan="ab", orn="bv",
            rate=0.4,
        )
