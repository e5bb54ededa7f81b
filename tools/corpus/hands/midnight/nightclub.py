"""After hours: Jazz on small stages, and Electronic music for machines that count."""

from __future__ import annotations

from hands.midnight.craft import bass, beat, chord_of, comp, low_root, pad, picked, stabs, walk
from hands.midnight.tunes import BUSY, SPARSE, harmony, solo, speak, tune
from score import Part
from song import Song, style
from theory import JAZZ_BLUES, MINOR_BLUES, voicing

HARD_BOP = (
    *JAZZ_BLUES, MINOR_BLUES[0], "iiø | V7alt | im7 | % | ivm7 | bVII7 | bIIImaj7 | VI7alt",
    "Imaj7 vi7 | ii7 V7 | iii7 VI7 | ii7 V7 | v7 I7 | IVmaj7 bVII7 | iii7 VI7 | ii7 V7",
    "ii7 | V7 | Imaj7 | IVmaj7 | viiø | III7alt | vi7 | VI7", "im7 | % | iiø | V7b9 | im7 | bVI7 | iiø V7b9 | im7", "Imaj7 | bIII7 bVImaj7 | ii7 V7 | Imaj7",
)
"""Changes."""

SWING = ("ride x.xxx.xx / foot ..x...x. / kick ?...?... / snare ...?..-.", "ride x.xxx.xx / foot ..x...x. / snare .-..?..? / kick ..?....?",
    "ride x.xxx.x. / foot ..x...x. / rim ......x. / kick o.o.o.o.", "hat x.xxx.xx / foot ..x...x. / snare ..-...o?")
"""Cymbal, foot, and remarks."""


def remarks(s: Song, part: Part, centre: float = 62, where: str | tuple[str, ...] | None = None, busy: float = 0.6, voices: int = 4) -> None:
    """A pianist behind a soloist: rootless chords at places nobody expects, some long, most short."""
    before: list[int] | None = None
    for bar in s.bars(where):
        for turn in range(int(bar.beats * 2)):
            if not s.chance(busy * (0.42 if turn % 2 else 0.22)):
                continue
            at = bar.start + turn / 2
            before = voicing(chord_of(s, at + 0.5), centre, voices, before)
            length = s.pick(0.3, 0.4, 1.3)
            for pitch in before:
                part.add(at, length, pitch, 70 + s.rng.gauss(0, 7))


@style("Jazz", like="Blues")
def midnight_hard_bop_quintet(s: Song) -> None:
    """Hard bop: two horns state a riffing head, then solos in turn over walking bass, remarks from the piano, ride cymbal, trades with the drummer."""
    s.set((112, 264), ("dorian", "bebop", "blues", "mixolydian"), keys="F Bb Eb C Ab G", swing=(0.55, 1.0), room=("club", "room"))
    head = s.pick(*HARD_BOP)
    s.until(45, "head first second", head=head, first=head, second=head)
    beat(s, s.part("kit:jazz", "kit:brush", "kit:standard", level=-2), *SWING, step=0.5, fill="snare", every=8, crash=0.3)
    walk(s, s.part("upright", "upright", "~string-bass", "contrabass", level=1), 29, two=s.pick((), ("head",)))
    if s.chance(0.85):
        remarks(s, s.part("piano", "piano", "jazz-guitar", "vibraphone", "drawbar", level=-2), busy=s.between(0.5, 1.0))
    horn = s.part("trumpet", "tenor-sax", "alto-sax", "muted-trumpet", "flute", level=1, pan=-0.2)
    tune(s, horn, 60, 80, ("x.xx.xx=", ".xxx.x=.", "xxx.xx..", "x=.x.xxx", "..xxxx=."), "head", form=s.pick("AABA", "ABAB", "ABAC"), scale=s.pick("blues",
        None), legato=0.85, grace=0.1)
    other = s.part("tenor-sax", "trombone", "alto-sax", "trumpet", level=0, pan=0.2)
    if s.chance(0.75):
        harmony(s, horn, other, s.pick(-2, -3, -5), "head")
    solo(s, horn, 58, 82, "first", chromatic=s.between(0.2, 0.4), triplets=0.15)
    taker = s.part("piano", "jazz-guitar", "trombone", "baritone-sax", "vibraphone", "alto-sax", level=1) if s.chance(0.6) else other
    solo(s, taker, 52 if taker.voice in ("trombone", "baritone-sax") else 57, 76 if taker.voice in ("trombone", "baritone-sax") else 84, "second",
        chromatic=0.3, triplets=0.12)


@style("Jazz", like="Latin")
def midnight_modal_lantern_trio(s: Song) -> None:
    """Modal jazz in three, five, six or slow four: a turning bass figure, quartal piano, cymbals, one wind or the piano alone; a late ballad with brushes."""
    kind = s.pick("three", "three", "five", "ballad", "six")
    beats = {"three": 3.0, "five": 5.0, "ballad": 4.0, "six": 3.0}[kind]
    s.set({"three": (132, 196), "five": (140, 186), "ballad": (54, 74), "six": (168, 220)}[kind], ("dorian", "mixolydian", "lydian", "phrygian", "minor"),
        keys="D Eb F G C Bb A", beats=beats, swing=(0.5, 1.0), room=("club", "room", "hall", "plate"))
    loop = s.pick("im11 | % | im11 | % | bVIImaj9 | % | im11 | %", "im9 | IV13 | im9 | IV13 | bVImaj9 | v9 | im9 | IV13",
        "im11 | % | % | % | bII9sus4 | % | im11 | %", "I9sus4 | bVII9sus4 | I9sus4 | bIII9sus4") if kind != "ballad" else \
        s.pick("Imaj9 | VI7alt | ii9 | V13 | iii7 | biii7 | ii7 V7b9 | Imaj9", "im9 | iiø V7alt | im9 bVI9 | iiø V7b9",
            "IVmaj9 | ivm9 bVII13 | iii7 VI7b9 | ii9 V13")
    s.until(45, "head solo head", head=loop, solo=loop)
    kit = s.part("kit:jazz", "kit:brush", "kit:jazz", level=-2)
    if beats == 3.0:
        beat(s, kit, "ride x.xxxx / foot ..x... / snare ...?-. / kick ?.....", "ride x.x.xx / foot ..x.x. / rim .....? / kick x.....",
            "ride xxxxxx / foot ..x..x / tom ?..?.. / kick x..?..", step=0.5)
        bass(s, s.part("upright", "~string-bass", "contrabass"), "1==5=8", "1=====1=.5=.", "1=5=8=7=5=3=", "1==.n.", step=0.5, low=29)
    elif beats == 5.0:
        beat(s, kit, "ride x.xxx.x.xx / foot ..x.....x. / snare ....?..-.. / kick x.....x...",
            "ride x.x.xxx.x. / foot ....x...x. / rim ......?... / kick x....?x...", step=0.5)
        bass(s, s.part("upright", "~string-bass", "contrabass"), "1==5=.8=5.", "1=..51=5=.", "1=5=.18=7=", step=0.5, low=29)
    else:
        beat(s, kit, "snare o-x-o-x- / foot ..x...x. / kick o...o...", "ride o.oxo.ox / foot ..x...x. / rim ......?.", step=0.5, soft=0.8)
        walk(s, s.part("upright", "contrabass", "~string-bass"), 28, two=("head", "solo") if s.chance(0.6) else ("head",))
    piano = s.part("piano", "piano", "rhodes", "vibraphone", "jazz-guitar", level=0)
    count = round(beats * 2)
    if s.chance(0.55):
        comp(s, piano, ("x==x==" * 2)[:count] if beats != 5.0 else "x==x==x=x=", ("..x=.x" * 2)[:count], "x" + "=" * (count - 2) + ".", step=0.5, centre=60,
            voices=4)
    else:
        remarks(s, piano, 61, busy=0.8)
    lead = s.part("tenor-sax", "soprano-sax", "trumpet", "muted-trumpet", "flute", "clarinet", "~vocal", piano.voice, level=1)
    tune(s, lead, 58, 79, tuple((cell * 2)[:count] for cell in ("x====.", "x==x==", "..x=x=", "x=xx==")), "head", form="AABA", leaps=0.25, grace=0.1,
        bends=0.15)
    solo(s, lead, 58, 84, "solo", chromatic=0.12, triplets=0.1, run=(4, 16), rest=(2, 7))


@style("Jazz", like="Pop")
def midnight_ballroom_big_band(s: Song) -> None:
    """Big band and small swing: saxophone riffs answered by brass, four-to-the-bar guitar, breaks; or a hot club of strings; or a crooner."""
    hot = s.chance(0.3)
    s.set((116, 220), ("major", "bebop", "major-blues", "harmonic-minor"), keys="F Bb Eb C G Ab", swing=(0.7, 1.0), room=("hall", "club", "room"))
    minor = s.scale == "harmonic-minor"
    head = s.pick("im6 | im6 | iv7 | im6 | bVI7 | V7 | im6 | V7", "im6 V7 | im6 | ivm6 | V7") if minor else s.pick(
        "I6 | VI7 | II7 | V7 | I6 | VI7 | II7 V7 | I6", "I6 vi7 | ii7 V7 | I6 vi7 | ii7 V7 | I7 | IV6 iv6 | I6 V7 | I6",
        "I6 | #I°7 | ii7 | V7 | iii7 | biii°7 | ii7 | V7", JAZZ_BLUES[0])
    s.master += ["old"] if s.chance(0.4) else []
    s.until(45, "head shout head break", head=head, shout=head, **{"break": head})
    walk(s, s.part("upright", "~string-bass", "contrabass"), 28, two=s.pick((), ("head",)))
    comp(s, s.part("jazz-guitar", "steel", "banjo", "~steel-guitar", level=1 if hot else -3), "xXxX", "dXdX", "xxxx", step=1.0, gap=0.45, centre=58)
    if hot:
        fiddle = s.part("violin", "clarinet", "accordion", "~bowed", level=2)
        tune(s, fiddle, 62, 86, ("x=xxx=x=", ".xxxx=x=", "x==xx=xx", "xxxxx=.."), ("head", "shout"), form="AABA", grace=0.2, bends=0.25)
        solo(s, s.part("steel", "~steel-guitar", "nylon", "violin", level=2), 58, 88, "break", chromatic=0.35, triplets=0.3)
        solo(s, s.part("~steel-guitar", "steel", "clarinet", level=-2), 60, 84, "shout", chromatic=0.3, rest=(4, 9))
        return
    beat(s, s.part("kit:jazz", "kit:standard", "kit:brush", level=-1), "ride x.xxx.xx / foot ..x...x. / kick o.o.o.o. / snare ......?x",
        "hat x.xxx.xx / kick x.x.x.x. / snare ..o...o.", "tom x.xxx.xx / kick x.x.x.x. / foot ..x...x.", step=0.5, fill="snare", crash=0.6)
    reeds = s.part("alto-sax", "tenor-sax", "clarinet", level=1, pan=-0.4)
    tune(s, reeds, 60, 79, ("x.xx.xx=", "xx.xx.x=", "..x.xxx=", "x=x=.xx."), "head", form="AABA", legato=0.8)
    for steps in (-2, -4):
        harmony(s, reeds, s.part("tenor-sax", "alto-sax", "baritone-sax", pan=-0.3, level=-1), steps, ("head",))
    brass = s.part("brass", "trumpet", "~brass-section", "muted-trumpet", level=1, pan=0.4)
    stabs(s, brass, 68, 4, "head", rate=0.85, figures=("......x.", "..x..x..", "x.....xx", "....x.x="))
    tune(s, brass, 66, 84, ("x.x..xx=", "xx.x=.x.", "x=.xx.x."), "shout", form="AAAB", legato=0.7, chordal=1.0)
    harmony(s, brass, s.part("trombone", "brass", level=0), -3, "shout")
    harmony(s, brass, s.part("alto-sax", "tenor-sax", level=0), -5, "shout")
    if s.chance(0.4):
        tune(s, s.part("~vocal-low", "~vocal", level=3, pan=0.0), 52, 72, ("..x=xx=.", "x==xx===", ".xxxx=.."), ("head", "shout"), form="AABC", bends=0.3,
            grace=0.1)
    solo(s, s.part("clarinet", "trumpet", "tenor-sax", "piano", "trombone", level=2), 58, 84, "break", chromatic=0.3, triplets=0.2, bends=0.15)
    if s.chance(0.7):
        remarks(s, s.part("piano", "vibraphone", level=-4), 66, busy=0.6)


def euclid(s: Song, hits: int, steps: int) -> str:
    """So many strokes spread over so many steps as evenly as can be, turned somewhere."""
    line = "".join("x" if place * hits % steps < hits else "." for place in range(steps))
    turn = s.rng.randrange(steps)
    return line[turn:] + line[:turn]


def opening(s: Song, part: Part, low: float = 0.25, high: float = 0.9) -> None:
    """A filter that opens and closes slowly over the sections."""
    part.sweep = tuple((section.start + at * (section.end - section.start), value) for section in s.sections for at, value in ((0.0, low), (0.55, high),
        (0.98, s.between(low, high))))


@style("Electronic", like="Disco")
def midnight_tool_for_three_decks(s: Song) -> None:
    """House and techno built from wheels: four on the floor, Euclidean percussion, one stab or acid line whose filter moves, chopped voice."""
    deep = s.chance(0.5)
    s.set((118, 127) if deep else (126, 142), ("minor", "dorian", "phrygian"), swing=s.pick(0.0, 0.0, 0.35), unit=0.5, room=("club", "dry", "plate", "cave"))
    loop = s.pick("im9 | % | bVIImaj7 | %", "im9 | ivm9", "im7 | % | bVImaj7 | bVII", "im11 | %") if deep else s.pick("i | %", "i | % | bII | %",
        "i | % | % | bVII")
    s.until(45, "run run low", run="|".join([loop] * (4 if loop.count("|") == 1 else 2)), low=loop)
    kit = s.part("~kit:909", "~kit:808", "~kit:minimal", "kit:electronic", "~kit:hard", level=2)
    beat(s, kit, "kick X...X...X...X... / open ..x...x...x...x. / clap ....X.......X...",
        "kick X...X...X...X... / hat ..x...x...x...x. / rim ......x..x......", "kick X...X...X...X.x. / hat xxx-xxx-xxx-xxx- / clap ....x.......x...",
        where="run", fill=s.pick("", "claps"), crash=0.3)
    beat(s, kit, "hat xxx-xxx-xxx-xxx- / clap ....X.......X...", "kick X.......X....... / open ..x...x...x...x.", where="low")
    for name in s.rng.sample(["conga", "bongo", "wood", "cow", "rim", "tom", "clave", "timbal", "maraca"], 3):
        beat(s, s.part("~kit:909", "~kit:minimal", "kit:standard", "~kit:808", level=-5, fx=s.pick((), ("delay",))),
            f"{name} {euclid(s, s.pick(3, 5, 7), s.pick(8, 12, 16, 16))}")
    line = "".join(s.pick("1", "1", ".", ".", "8", "7", "3", "g") for _ in range(s.pick(16, 16, 12)))
    bass(s, s.part(*(("~sub-bass", "~saw-bass", "~fm-bass", "~square-bass") if deep else ("~acid", "~acid-square", "~reese", "~saw-bass")), level=2,
        duck=0.5), "1" + line[1:], step=0.25, low=29, slide=0.15, gap=0.7)
    opening(s, s.parts[-1])
    stab = s.part(*(("rhodes", "~fm-piano", "~warm-pad", "piano", "drawbar") if deep else ("~stab", "~hoover", "~pluck", "~fm-bell")), fx=("delay",), duck=0.4)
    comp(s, stab, euclid(s, s.pick(3, 5), 16), "x..x..x.........", "..x..x..x.......", "...x......x.....", step=0.25, centre=62, gap=1.2)
    opening(s, stab, 0.3)
    if s.chance(0.6):
        pad(s, s.part("~dark-pad", "~air-pad", "strings", "~string-machine", level=-6, duck=0.5), 62, 4)
    if s.chance(0.5):
        tune(s, s.part("~vocal", "~robot", "~vocal-low", fx=("delay", "tone:thin"), level=-1), 58, 72, ("x.x.....", "..xx....", "x==.....", "......xx"),
            form="AAAB", rest=0.2)
    elif s.chance(0.4):
        speak(s, s.part("~speech", fx=("delay", "tone:telephone"), level=-2), every=8, rate=0.6)


BREAKS = (
    "kick X.x.......Xx.... / snare ....X..-.-..X..- / ride x.x.x.x.x.x.x.x.",
    "kick X.........X..... / snare ....X.......X... / hat x.x.x.x.x.x.x.x. / crack .......-.-.....-",
    "kick X.x.......X..... / snare ....X..x.x....X. / hat x.xxx.x.x.xxx.x.",
    "kick X.....x...x..... / snare ....X..-.X....X. / open x...x...x...x...",
)
"""Drum loops cut to pieces."""


@style("Electronic", like="Hip-Hop")
def midnight_sliced_breaks(s: Song) -> None:
    """Jungle and drum-and-bass, or two-step and half-time wobble: cut-up breaks, growling or sub bass, a pad, a soul voice in pieces."""
    kind = s.pick("jungle", "jungle", "two-step", "wobble")
    s.set({"jungle": (160, 178), "two-step": (128, 138), "wobble": (138, 146)}[kind], ("minor", "dorian", "phrygian", "harmonic-minor"),
        swing=0.6 if kind == "two-step" else 0.0, unit=0.5, room=("plate", "dry", "club", "hall"))
    loop = s.pick("im9 | % | bVImaj7 | %", "im9 | % | % | %", "i | bVII | bVI | v", "im7 | % | iv7 | %", "i | % | bII | %")
    s.until(45, "drop drop air", drop=f"{loop} | {loop}", air=loop)
    kit = s.part("~kit:909", "kit:standard", "kit:electronic", "~kit:lofi", "~kit:hard", "kit:power", level=2)
    if kind == "jungle":
        slices = s.rng.sample(BREAKS, 2)
        for number, bar in enumerate(s.bars("drop")):
            rows = [row.strip().split(" ", 1) for row in slices[number % 2 if s.chance(0.8) else 0].split("/")]
            cut = s.pick(0, 0, 0, 4, 8, 12) if number % 4 == 3 else 0
            for name, text in rows:
                for place in range(16):
                    mark = text[(place + cut) % 16]
                    if mark != ".":
                        kit.add(bar.start + place / 4, 0.25, {"kick": 36, "snare": 38, "crack": 40, "ride": 51, "hat": 42, "open": 46}[name],
                            {"X": 112, "x": 88, "-": 48}[mark] + s.rng.gauss(0, 4))
    elif kind == "two-step":
        beat(s, kit, "kick X.........x..... / snare ....X.......X... / hat x.xxx.xxx.xx..xx",
            "kick X......x..x..... / clap ....X.......X..x / rim ...x..x......x.. / hat ..x...x...x...x.", where="drop", fill="snare")
    else:
        beat(s, kit, "kick X.....x......... / snare ........X....... / hat x..x..x.x..x..x.",
            "kick X..x......X..... / snare ........X....... / clap ........X....... / hat x.x.x.x.x.x.xxxx", where="drop", crash=0.8, fill="snare")
    beat(s, kit, "hat x.x.x.x.x.x.x.x. / rim ....x.......x...", "kick X............... / hat ..x...x...x..xx.", where="air")
    low = s.part(*{"jungle": ("~reese", "~sub-bass", "~808-bass"), "two-step": ("~square-bass", "~sub-bass", "~fm-bass"), "wobble": ("~wobble", "~fm-growl",
        "~wobble")}[kind], level=2)
    bass(s, low, *{"jungle": ("1=======....1=8=", "1=====..5===..n=", "1==1==..........3==5=="), "two-step": ("1..1..8...1.5...", "..1=..1...8=..n."),
        "wobble": ("1=======1===8===", "1===1=1=3=======", "1=======l=======")}[kind], step=0.25, low=28, gap=0.98, slide=0.2)
    pad(s, s.part("~warm-pad", "~glass-pad", "~string-machine", "~air-pad", "strings", level=-4), 62, 4)
    if s.chance(0.7):
        picked(s, s.part("~fm-bell", "rhodes", "piano", "~pluck", "harp", fx=("delay",), level=-2), euclid(s, 5, 16).replace("x", "3"), "1..3..2.4..3..1.",
            "4.......3..2....", step=0.25, centre=68)
    if s.chance(0.65):
        tune(s, s.part("~vocal", "~vocal-duo", "~backing", fx=s.pick(("delay",), ("delay:dub",), ("gate:90",))), 62, 79, (*SPARSE, "x.x.x===", "xxx....."),
            form="AABA", bends=0.3, rest=0.2)
    if kind == "wobble" or s.chance(0.3):
        tune(s, s.part("~saw-lead", "~fm-growl", "~hoover", "~siren", level=-3), 60, 79, BUSY, "drop", form="AAAB", rest=0.2)


@style("Electronic", like="Pop")
def midnight_dawn_over_the_arena(s: Song) -> None:
    """Trance and progressive: rolling off-beat bass, gated supersaws, a sixteenth-note arpeggio, snare rolls and risers into the big tune."""
    s.set((126, 146), ("minor", "harmonic-minor", "major"), room=("arena", "plate", "hall"))
    loop = s.pick("i | bVI | bIII | bVII", "bVI | bVII | i | i", "i | bVII | iv | bVI",
        "i | v | bVI | bVII") if s.scale != "major" else s.pick("vi | IV | I | V", "I | V | vi | IV", "IV | V | vi | iii")
    s.until(45, "drive rise drop drop", drive=f"{loop} | {loop}", rise=loop, drop=f"{loop} | {loop}")
    s.master += ["dense"] if s.chance(0.4) else []
    kit = s.part("~kit:909", "~kit:hard", "kit:electronic", "~kit:linn", level=2)
    beat(s, kit, "kick X...X...X...X... / clap ....X.......X... / open ..x...x...x...x.",
        "kick X...X...X...X... / clap ....X.......X... / open ..x...x...x...x. / hat x.xxx.xxx.xxx.xx", where=("drive", "drop"), crash=0.9, fill="snare")
    roll = s.part("~kit:909", "kit:electronic", level=-3)
    for section in s.sections:
        if section.name == "rise":
            total = section.bars * section.beats
            at = 0.0
            while at < total:
                roll.add(section.start + at, 0.2, s.pick(38, 38, 39), 50 + 55 * at / total)
                at += 1.0 if at < total / 2 else 0.5 if at < total * 0.75 else 0.25
            s.part("~riser", level=-6).add(section.start, total, 60, 95)
    bass(s, s.part("~saw-bass", "~square-bass", "~reese", "synth-bass", level=1, duck=0.3), ".111.111.111.111", "..1...1...1...1.", ".1.1.1.1.1.1.1.8",
        step=0.25, low=29, gap=0.8, where=("drive", "drop"))
    arp = s.part("~pluck", "~square-pluck", "~saw-poly", "~acid", fx=("delay",), duck=0.3)
    picked(s, arp, "1324132413241324", "4.32.14.32.14.3.", "1234321", "1.2.3.4.5.4.3.2.", step=0.25, centre=69, voices=4, ring=1)
    opening(s, arp, 0.3, 1.0)
    comp(s, s.part("~supersaw", "~hoover", "~saw-poly", level=1, duck=0.5), "x.xx.xx.x.xx.xx.", "x==x==x==x==x=x=", "x===============", step=0.25, centre=64,
        gap=0.9, where="drop")
    lead = s.part("~saw-lead", "~supersaw", "~square-lead", "piano", "~vocal", fx=("delay",), level=2)
    tune(s, lead, 67, 86, ("x==x==x=", "x=x=x===", "x===x=x=", "xx=xx=x="), ("drop", "rise"), form="AABA", leaps=0.25, legato=1.0)
    pad(s, s.part("~string-machine", "~warm-pad", "choir", "strings", level=-4, duck=0.4), 62, 4)
    if s.chance(0.4):
        tune(s, s.part("~vocal", "~backing", "~choir", fx=("delay",)), 62, 79, ("x===x===", "x=====x=", "........"), ("drive", "rise"), form="ABAC")


@style("Electronic", like="Classical")
def midnight_modular_garden(s: Song) -> None:
    """Ambient and IDM: sequences of 5, 7 and 9 steps that phase, slow pads, glitch percussion or none, field-recorded wind, a chip or bell tune."""
    calm = s.chance(0.45)
    s.set((64, 96) if calm else (96, 136), ("dorian", "lydian", "minor", "major-pentatonic", "mixolydian", "in-sen"), swing=s.pick(0.0, 0.4), unit=0.5,
        room=("cave", "hall", "plate", "church"))
    loop = s.pick("Imaj9 | % | vi9 | %", "Imaj7#11 | % | II | %", "Iadd9 | % | Vsus4 | %") if s.scale in ("lydian", "major-pentatonic",
        "mixolydian") else s.pick("im9 | % | bVImaj9 | %", "im11 | % | % | %", "im9 | bVIImaj7 | ivm9 | %")
    s.until(45, "a b", a=loop, b=loop)
    for steps in s.rng.sample([5, 7, 9, 11, 16, 12], s.pick(2, 3)):
        voice = s.part("~square-pluck", "~pluck", "~fm-bell", "~vibes", "~chip-triangle", "kalimba", "~chip-pulse", "celesta", "marimba", fx=("delay",),
            level=0)
        line = euclid(s, max(steps * s.pick(4, 5, 6) // 10, 2), steps)
        picked(s, voice, "".join(str(s.rng.randint(1, 5)) if mark == "x" else "." for mark in line), step=s.pick(0.25, 0.25, 0.5) if not calm else s.pick(0.5,
            0.25), centre=s.pick(60, 67, 74), ring=2, force=70)
        if voice.voice.startswith("~"):
            opening(s, voice, 0.35, 0.95)
    pad(s, s.part("~air-pad", "~glass-pad", "~warm-pad", "halo-pad", "bowed-pad", level=1 if calm else -3), 58, 5, force=70)
    low = s.part("~sub-bass", "~drone", "~fm-bass", "~square-bass", level=-1)
    bass(s, low, "1===============", "1=======....5===", "1=====1=....8=..", step=0.25, low=31, gap=1.0)
    if not calm:
        kit = s.part("~kit:minimal", "~kit:lofi", "~kit:chip", "~kit:808", fx=s.pick((), ("crush:3",)), level=0)
        beat(s, kit, "kick X.....x..x...... / snare ....x.......x..? / hat x?xx?x?xx?xx?x?x", "kick X..x...?..x..?.. / rim ..x..x.?x....x.x / hat ?xx?x-x?",
            "kick x......x..x..... / snare ....X..?....X.?? / hat xxxxxxx / wood x....x..x......")
        stutter = s.part("~kit:minimal", "~kit:chip", level=-6)
        for bar in s.bars():
            if s.chance(0.35):
                for turn in range(s.pick(5, 6, 8)):
                    stutter.add(bar.start + 3 + turn / 8, 0.1, s.pick(42, 37, 38, 76), 50 + 6 * turn)
    if s.chance(0.6):
        tune(s, s.part("~chip-square", "~theremin", "~fm-bell", "flute", "~vocal", "~vibes", "piano", fx=("delay",), level=-1), 65, 86, (*SPARSE, "x=====x="),
            form="ABAC", chordal=0.7, rest=0.2)
    if calm and s.chance(0.6):
        air = s.part("~wind", "seashore", "~sweep-noise", level=-10)
        for bar in s.bars():
            air.add(bar.start, bar.beats, 60, 64)
    for chord in s.chords():
        if s.chance(0.25):
            s.parts[0].add(chord.start, 2.0, low_root(chord.chord, 60), 72)
