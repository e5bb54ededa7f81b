"""Blue labels and ballroom transcriptions: Jazz from Kansas City to the trio in the cellar."""

from __future__ import annotations

from hands.autumn.craft import SOFT_FILLS, SWUNG_FILLS, comp, drums, riff, walk
from hands.autumn.tunes import bop, double, singer, soli, tune
from song import Song, style
from theory import JAZZ_BLUES, MINOR_BLUES


RIDE = (
    "d x.xxx.xx p ..x...x. k ?......? s ...?..?.", "d x.xxx.xx p ..x...x. s ..?..o.o", "d x.xxx.xx p ..x...x. k ...?.... s .?...?..",
    "d x.xxx.xx p ..x...x. r ......x.",
)


@style("Jazz", like="Blues")
def autumn_blue_label(s: Song) -> None:
    """Hackensack 1955-64: two horns state a blue-and-minor theme, each takes choruses over a walking bass and a ride cymbal that talks back."""
    s.set((116, 252), ("dorian", "minor", "blues", "major"), keys="F Bb Eb C G", swing=(0.6, 1.0), room=("room", "club", "plate"))
    changes = s.pick(
        *JAZZ_BLUES, *MINOR_BLUES, "im7 | im7 | iiø V7b9 | im7 | im7 | im7 | iiø V7b9 | im7 | ivm7 | bVII7 | bIIImaj7 | bVImaj7 | iiø | V7b9 | im7 | V7b9",
        "Imaj7 VI7 | ii7 V7 | iii7 VI7 | ii7 V7 | I7 | IV7 #iv°7 | I6 VI7 | ii7 V7", "ii7 | V7 | Imaj7 | VI7b9 | ii7 | V7 | Imaj7 | iiø V7b9",
        "im7 | im7 | im7 | im7 | bIImaj7 | bIImaj7 | im7 | im7",
    )
    s.until(50, "head solo solo", head=changes, solo=changes)
    drums(s, s.part("kit:jazz", "kit:jazz", "kit:standard", level=0), RIDE, fills=SWUNG_FILLS, every=8, span=2.0 if s.chance(0.3) else 1.0)
    walk(s, s.part("upright", "upright", "~string-bass", level=2), skips=0.1)
    keys = s.part("piano", "piano", "jazz-guitar", "rhodes", "drawbar", level=-1)
    comp(
        s, keys, ("x..x....|...x..x.", "...x...x|.x....x.", ".x....x-|x...x...", "......x.|..x....x", "x.......|.x..x..."), 60, 4, ahead=0.5, gate=0.7,
        turns=True, vel=78,
    )
    horn = s.part("trumpet", "alto-sax", "tenor-sax", "muted-trumpet", "trombone", level=2)
    low = 50 if horn.voice in ("trombone", "tenor-sax") else 60
    tune(
        s, horn, low, low + 20, (".x.xx-x-|.x.xx---", "x-xx.x.x|...xx---", "xxx-x.xx|.x-.....", "..xxx-.x|-x-x....", "x---.xxx|x-......"), where="head",
        plan=s.pick("aaba", "aab", "abac"), orn="sfg", rate=0.3, jump=0.25, ahead=0.4,
    )
    other = s.part("tenor-sax", "alto-sax", "trumpet", "trombone", "flute", level=0)
    double(s, horn, other, s.pick(-2, -2, -3, -5), where="head")
    soloist = s.pick(horn, other, keys if keys.voice != "drawbar" else horn)
    bop(s, soloist, max(low, 52), low + 28, where="solo", rest=s.between(0.15, 0.5))


@style("Jazz", like="Pop")
def autumn_kansas_city(s: Song) -> None:
    """Kansas City and Harlem 1935-46: a big band builds on riffs, saxes against brass, four to the bar from guitar and bass, a clarinet or tenor on top."""
    s.set((120, 228), ("major", "major", "blues", "minor"), keys="Bb Eb F Ab C Db", swing=(0.75, 1.0), room=("hall", "club", "room"))
    s.until(
        46, "riff riff shout solo",
        riff=s.pick(
            JAZZ_BLUES[0], "I6 | I6 | ii7 | V7", "I6 VI7 | ii7 V7 | I6 I7 | IV6 #iv°7", "im6 | im6 | V7 | im6", "I6 | I6 | II7 | II7 | ii7 | V7 | I6 | I6"
        ),
        shout=s.pick("III7 | III7 | VI7 | VI7 | II7 | II7 | V7 | V7", "IV6 | IV6 | I6 | VI7 | ii7 | V7 | I6 | I6", "I6 | I7 | IV6 | iv6"),
        solo=s.pick(JAZZ_BLUES[0], "I6 | VI7 | ii7 | V7"),
    )
    drums(
        s, s.part("kit:jazz", "kit:brush", "kit:standard", level=0),
        ("h x.oxx.ox k x.x.x.x. s ..x...x.", "d x.xxx.xx k x.x.x.x. p ..x...x. s .......?", "h X.xxX.xx k x.x.x.x."), fills=(*SWUNG_FILLS, "s XXX z ..x"),
        every=8, crash=0.3,
    )
    walk(s, s.part("upright", "~string-bass", level=1), skips=0.03)
    comp(s, s.part("jazz-guitar", "steel", "~banjo", level=-3), "x.x.x.x.", 55, 4, gate=0.45, strum=0.02)
    comp(s, s.part("piano", level=-2), ("x.......|...x..x.", "......x.|.x......", "x..x..x.|........"), 72, 3, ahead=0.5, turns=True)
    saxes = s.part("alto-sax", "clarinet", "alto-sax", level=1, pan=-0.4)
    tune(
        s, saxes, 60, 77, (".xxx.xx-|.xxx.x..", "x-x.x-xx|.x-x....", "xx.xx.x-|xx.xx.x-", "x-xxx-x-|x---...."), where=["riff", "shout"], plan="aaab", orn="sf",
        rate=0.25,
    )
    soli(s, saxes, [s.part("alto-sax", level=0, pan=-0.4), s.part("tenor-sax", level=0, pan=-0.5), s.part("baritone-sax", "tenor-sax", level=0, pan=-0.3)])
    brass = s.part("trumpet", "muted-trumpet", level=0, pan=0.4)
    tune(
        s, brass, 65, 82, ("......x.|...x..x.", "..x...x.|..x.....", "x.......|.x.x...-", ".......x|.......x"), where=["riff", "shout"], plan="aaab", orn="f",
        rate=0.3,
    )
    soli(s, brass, [s.part("trumpet", "muted-trumpet", level=-1, pan=0.4), s.part("trombone", level=0, pan=0.5), s.part("trombone", level=-1, pan=0.3)])
    soloist = s.part("clarinet", "tenor-sax", "trumpet", "vibraphone", "trombone", "piano", level=2)
    bop(
        s, soloist, 55 if soloist.voice in ("tenor-sax", "trombone") else 62, 74 if soloist.voice == "trombone" else 86,
        where="solo" if s.chance(0.6) else ["solo", "shout"], rest=0.3,
    )
    comp(s, s.part("brass", "trombone", level=-4), ("x-------|........", "......x.|x.......", "..x-....|..x-...."), 58, 3, where="solo")
    if s.chance(0.25):
        singer(s, ("x-xxx-x-|x---....", "..xxx-xx|x-x-...."), where="riff", sing="doo", orn="sdf", rate=0.4, level=2)
    if s.chance(0.3):
        s.master.append("old")


@style("Jazz", like="Classical")
def autumn_village_trio(s: Song) -> None:
    """A trio in a cellar, 1959-72, and the Norwegian school after: rootless voicings, a bass in conversation, brushes, waltzes, ballads, straight eighths."""
    kind = s.pick("waltz", "ballad", "swing", "straight")
    three = kind == "waltz"
    s.set(
        {"waltz": (128, 190), "ballad": (54, 74), "swing": (120, 186), "straight": (96, 140)}[kind], ("major", "dorian", "minor", "lydian"),
        keys="Bb Eb F C G D", beats=3.0 if three else 4.0, swing=0.0 if kind == "straight" else s.between(0.5, 0.9), rubato=0.012 if kind == "ballad" else 0.0,
        room=("club", "room", "hall"),
    )
    changes = s.pick(
        "ii9 | V13 | Imaj9 | IVmaj7 | viiø | III7b9 | vi9 | VI7#9", "Imaj9 | bIIImaj7 | bVImaj7 | bIImaj7",
        "im11 | im11 | bVImaj7 | V7alt | im9 | ivm9 | bVImaj7#11 | V7b9", "Imaj7 | #iv°7 | iii7 | biii°7 | ii9 | V9sus4 | Imaj9 | bIImaj7#11",
        "Imaj7#11 | IImaj7 | vi9 | vm9 I13 | IVmaj9 | ivm9 bVII13 | iii7 VI7alt | ii9 V13", "vi9 | IVmaj7 | Iadd9 | V9sus4",
    )
    s.until(50, "head solo", head=changes, solo=changes)
    kit = s.part("kit:brush", "kit:jazz", level=-2)
    drums(
        s, kit,
        {
            "waltz": ("d x.xxx. p ..x... s ?..o.?", "d x..xx. p ..x.x. s ...?.."), "ballad": ("s o-o-o-o- p ..x...x. d x...x...", "d x.xxx.xx p ..x...x."),
            "swing": RIDE, "straight": ("d x.xxx.xxx.xx.xxx p ....x.......x... k x..?..x...?..... s ...?..o....?.o..",),
        }[kind],
        fills=SOFT_FILLS, every=8,
    )
    bass = s.part("upright", "upright", "fretless", level=1)
    if kind in ("swing", "waltz") and s.chance(0.6):
        walk(s, bass, where="solo")
        riff(s, bass, "R - - - 5 - | R - - - - a" if three else "R - - . 5 - - a", 28, where="head")
    else:
        riff(
            s, bass,
            ("R - - - - - | 5 - - - a -", "R - - - 5 - | . . 8 - 5 a") if three else ("R - - - . 5 8 - | R - - . 5 - a -", "R - - . . 5 R - | . . 8 - 5 - - a"),
            28, turns=True,
        )
    keys = s.part("piano", "piano", "rhodes", "jazz-guitar", "vibraphone", level=2)
    comp(
        s, keys, ("x--.x-|..x-..", "x-----|...x--", ".x-..x|-..x..") if three else ("x---...x|---..x--", "..x-..x-|.x------", "x------.|...x----"), 57, 4,
        ahead=0.5, strum=0.02, vel=68, turns=True,
    )
    top = s.part(keys.voice, "flute", "soprano-sax", "muted-trumpet", level=2) if s.chance(0.35) else keys
    tune(
        s, top, 64, 86, ("x---xx|x-x---", "..xxx-|x-----", "x-x-x-|..x-x-") if three else ("..x-x-xx|x---....", "x---x-x-|.x-x----", ".xxxx---|......x-"),
        where="head", plan="abac", orn="gs", rate=0.2, jump=0.3, vel=88, ahead=0.4,
    )
    bop(s, top, 60, 88, where="solo", rest=s.between(0.3, 0.7), vel=84, grid=0.25 if kind == "ballad" else 0.5)
