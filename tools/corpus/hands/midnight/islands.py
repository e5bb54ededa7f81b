"""Clave and one drop: Latin dances and the music of Kingston."""

from __future__ import annotations

from hands.midnight.craft import bass, beat, comp, layer, pad, stabs, walk
from hands.midnight.tunes import EASY, SPARSE, harmony, licks, solo, speak, tune
from song import Song, style
from theory import voicing

CLAVES = {"son 2-3": "..x.x...x..x..x.", "son 3-2": "x..x..x...x.x...", "rumba 2-3": "..x.x...x..x...x"}
"""Two bars of cut time in sixteenths of one bar of four."""


@style("Latin", like="Jazz")
def midnight_clave_and_montuno(s: Song) -> None:
    """Salsa and son: clave, anticipating tumbao bass, piano or tres montuno, congas, cascara and bells, coro against a soloist, mambo horns."""
    s.set((82, 112), ("minor", "dorian", "major", "harmonic-minor"), keys="C D G A F Bb", room=("club", "room", "hall"))
    minor = s.scale != "major"
    loop = s.pick("i | iv | V7 | iv", "i | bVII | bVI | V7", "i7 | % | iv7 | V7", "i | iv | i | V7") if minor else s.pick("I | IV | V7 | IV",
        "I | I | V7 | V7", "I VI7 | ii7 V7 | I VI7 | ii7 V7")
    s.until(45, "verse montuno mambo montuno", verse=f"{loop} | {loop}", montuno=f"{loop} | {loop}", mambo=loop)
    clave = s.pick(*CLAVES.values())
    flipped = clave.startswith("x")
    beat(s, s.part("kit:standard", level=-4, pan=0.5), f"clave {clave}", f"wood {clave}")
    beat(s, s.part("kit:standard", "kit:room", level=-1, pan=-0.3), "slap ..x...x...x...x. / conga ......xx......xx / bongo2 x...x...x...x...",
        "slap ..X..... / conga ......xx / tumba ...x....",
         "slap -.X.-.-.-.X.-.-. / conga ......xx......xx / tumba .........x......")
    cascara = "x.xx.x.xx.x.x.x." if not flipped else "x.x.x.x.x.xx.x.x"
    bells = s.part("kit:standard", level=-4, pan=0.3)
    beat(s, bells, f"timbal2 {cascara}", f"rim {cascara}", where="verse")
    beat(s, bells, "cow x.x.xxx.x.xxx.x. / timbal ....x.......x..x", "cow X.xxX.xxX.xxX.xx", where=("montuno", "mambo"), fill="timbal")
    beat(s, s.part("kit:standard", level=-8), "maraca x-x-x-x-x-x-x-x-", "cabasa x.xxx.xxx.xxx.xx")
    bass(s, s.part("upright", "finger-bass", "~string-bass", "fretless"), "...5==8=...5==1=", "1=.5==1=...5==1=", "......5.......1=", step=0.25, low=28,
        gap=0.95)
    keys = s.part("piano", "bright-piano", "steel", "~steel-guitar", "electric-grand", level=1)
    line = s.pick("x.xx.xx.x.xx.xx.", "xx.x.xx.x.xx.x.x", "x.x.xx.x.x.xx.x.") if not flipped else s.pick(".xx.xx.xx.xx.x.x", "x.xx.x.xx.x.xx.x")
    before: list[int] | None = None
    for bar in s.bars():
        for place, mark in enumerate(line):
            of = s.piece().chord_at(bar.start + place * 0.25 + (0.26 if place == 15 else 0.0))
            before = voicing(of, 62, 3, before)
            if mark == "x":
                for pitch in (before[0], before[0] + 12) if place % 4 in (0, 3) else (before[1], before[2]) if place % 3 else (before[2], before[2] + 12):
                    keys.add(bar.start + place * 0.25, 0.22, pitch, 84 + s.rng.gauss(0, 5))
    singer = s.part("~vocal", "~vocal-low", "trumpet", level=2, pan=0.0)
    tune(s, singer, 57, 76, ("x.x.xx=.x=x=....", "..x.x.xx=.x.x===", "x.xx.x=...x.x=.."), "verse", step=0.25, form="ABAC", bends=0.2, grace=0.1)
    coro = s.part("~vocal-duo", "~backing", "~choir", level=1)
    tune(s, coro, 60, 74, ("x.x.xx.x=.......", "..x.xx=x.x=....."), "montuno", step=0.25, form="AAAA", chordal=0.9)
    harmony(s, coro, s.part("~backing", "~vocal-duo", level=-2), 2, "montuno")
    licks(s, singer, 60, 78, "montuno", lag=6, every=8, scale="minor-pentatonic" if minor else "major-pentatonic", bends=0.2)
    horns = s.part("brass", "trumpet", "~brass-section", "trombone", level=1)
    tune(s, horns, 64 if horns.voice != "trombone" else 52, 81, ("..x.x..xx..x..x.", "x..x..x...x.x...", "xx.x..x.x=......"), "mambo", step=0.25, form="AAAB",
        chordal=0.9, legato=0.7)
    harmony(s, horns, s.part("brass", "tenor-sax", "trumpet"), -2, "mambo")
    if s.chance(0.4):
        solo(s, s.part("flute", "trumpet", "vibraphone", "~nylon-guitar"), 64, 88, "montuno", step=0.25, run=(4, 10), rest=(3, 8))


@style("Latin", like="Jazz")
def midnight_rio_hills_and_beach(s: Song) -> None:
    """Brazil: bossa nova on nylon guitar with a murmured song, or a street samba with surdo, tamborim, pandeiro and agogo."""
    street = s.chance(0.45)
    s.set((96, 132) if street else (58, 78), ("major", "minor", "dorian"), keys="D G C F A Eb", room=("outdoors", "club") if street else ("room", "booth",
        "club"))
    verse = s.pick("Imaj9 | II13 | iim9 | V9", "Imaj7 | #I°7 | ii7 | V7", "Imaj7 | bIII°7 | ii7 | bII7",
        "IVmaj7 | ivm6 | iii7 | VI7b9 | ii9 | V13 | Imaj9 | V7alt") if s.scale == "major" else \
        s.pick("im9 | % | iiø | V7b9", "im7 | IV9 | im7 | bVI7 V7", "im6 | bVII13 | bIIImaj7 | iiø V7b9")
    s.until(45, "a a b a", a=verse, b=s.pick("IVmaj7 | bVII13 | iii7 | VI7 | ii7 | V7 | iii7 VI7 | ii7 V7", verse))
    guitar = s.part("nylon", "~nylon-guitar", "nylon", "steel", level=1)
    comp(s, guitar, "x.x..x.x.x.x..x.", "x..x..x...x..x..", "x.x..x..x..x.x..", "..x..x.x..x.x..x", step=0.25, gap=0.85, centre=60, voices=4)
    bass(s, s.part("upright", "finger-bass", "nylon", "fretless", level=-1), "1==15==51==15==n", "1==.5==5", "1=.15=.5", step=0.25, low=31)
    if street:
        beat(s, s.part("kit:standard", "kit:room", level=1), "floor ....X.......X... / tom o.......o......x", "floor ....X.......X.xx / low x.......x.......")
        beat(s, s.part("kit:standard", level=-3, pan=0.5), "bongo x.x.xx.x.x.xx.x.", "bongo .x.x.xx.x.x.x.xx", "wood x.x.xx.x.x.xx.x.")
        beat(s, s.part("kit:standard", level=-4, pan=-0.5), "tamb X-xxX-xxX-xxX-xx / snare -x--x--x--x--x-x",
            "tamb X.xxX.xxX.xxX.xx / agogo x.x...x.x...x... / agogo2 ....xx....x..x..")
        crowd = s.part("~choir", "~backing", "~vocal-duo", level=1)
        tune(s, crowd, 60, 76, ("x.x.x=x.xx=.x===", "..xx.x.x=.x.x==="), ("b", "a"), step=0.25, form="ABAC")
        if s.chance(0.6):
            licks(s, s.part("~mandolin", "~steel-guitar", "flute", "clarinet"), 66, 88, every=4, lag=2, scale="major", bends=0.0)
    else:
        beat(s, s.part("kit:brush", "kit:jazz", "kit:standard", level=-3), "rim x..x..x...x..x.. / hat xxxxxxxxxxxxxxxx / kick x..xx..xx..xx..x",
            "rim ..x..x..x..x..x. / cabasa x-x-x-x-x-x-x-x- / kick x..xx..xx..xx..x")
        lead = s.part("~vocal", "~vocal-low", "flute", "tenor-sax", "trumpet", level=1, pan=0.0)
        tune(s, lead, 57, 76, ("..x=..x=x=..x===", "x==x==x==x==....", "x.x=..x.x=======", "....x.x.x.x=x==="), step=0.25, form="AABA", grace=0.1, leaps=0.12,
            chordal=0.5)
        if s.chance(0.5):
            pad(s, s.part("strings", "~warm-pad", "slow-strings", level=-7), 64, 3)
        if s.chance(0.4):
            solo(s, s.part("piano", "vibraphone", "flute", level=-2), 64, 86, "b", step=0.25, run=(4, 9), rest=(4, 9))


@style("Latin", like="Reggae")
def midnight_cumbia_river(s: Song) -> None:
    """Cumbia from coast to dance hall: scraper and llamador off the beat, root-fifth bass, accordion, gaita or clarinet, guitar with echoes, sung refrain."""
    s.set((84, 112), ("minor", "harmonic-minor", "minor-pentatonic"), keys="A D E G C", room=("outdoors", "club", "room"))
    loop = s.pick("i | % | V7 | %", "i | i | V7 | i", "i | bVII | bVI | V7", "i | iv | V7 | i", "bIII | % | bVII | i")
    s.until(45, "tune verse tune verse", tune=loop, verse=f"{loop} | {loop}")
    scraper = s.part("kit:standard", level=-4, pan=0.5)
    beat(s, scraper, "cabasa X.xxX.xxX.xxX.xx", "73 x.xxx.xxx.xxx.xx", "maraca x.xxx.xxx.xxx.xx")
    beat(s, s.part("kit:standard", "kit:room", "~kit:linn", level=-1), "kick x...x...x...x... / bongo ..x...x...x...x. / tumba x......xx.....xx",
        "floor x......xx..x...x / slap ..X...X...X...X.", "kick x.......x....... / conga ..xx..x...xx..xx / cow x...x...x...x...",
         fill="hands")
    bass(s, s.part("finger-bass", "upright", "~square-bass", "synth-bass", "tuba", level=1), "1===5=5=", "1===5=8=", "1===3=5=1===5=5=", "1==.5=5=",
        step=0.25, low=31, gap=0.8)
    comp(s, s.part("clean-guitar", "piano", "accordion", "rock-organ", fx=s.pick((), ("delay",))), "..x...x...x...x.", "..d...d...d...du", "..xx..x...xx..x.",
        step=0.25, gap=0.4, centre=64, voices=3)
    lead = s.part("accordion", "clarinet", "~accordion", "~electric-guitar", "~saw-lead", "flute", "~reed", fx=("amp:edge", "delay") if s.chance(0.3) else (),
        level=2)
    tune(s, lead, 62, 84, ("x.xxx.xxx.x.x...", "..x.x.x.x.xxx...", "x=x.xx=.x=x.xx..", "xxx.xxx.x=......"), "tune", step=0.25, form="AABA", grace=0.25,
        leaps=0.12)
    voice = s.part("~vocal", "~vocal-low", "~vocal-duo", level=2, pan=0.0)
    tune(s, voice, 57, 76, ("x.x.x.x=x===....", "..x.x.xxx=......", "x=x.x=x.x===...."), "verse", step=0.25, form="ABAC", bends=0.15)
    licks(s, lead, 64, 84, "verse", lag=3, every=4, scale="harmonic-minor", bends=0.0, rate=0.8, force=76)
    if s.chance(0.5):
        layer(s, lead, s.part("trumpet", "brass", "clarinet", level=-3), s.pick(0, -12), "tune")
    if s.chance(0.4):
        tune(s, s.part("~backing", "~choir", level=-2), 60, 74, ("........x.x.x===",), "verse", step=0.25, form="A")


@style("Reggae", like="R&B")
def midnight_one_drop_psalm(s: Song) -> None:
    """Roots reggae: one drop on three, heavy melodic bass with holes in it, skank and bubbling organ, harmony trio, a line of horns."""
    s.set((132, 160), ("minor", "dorian", "major", "mixolydian"), keys="A D E G C F", swing=(0.0, 0.8), room=("room", "club", "plate"))
    loop = s.pick("i | bVII | i | bVII", "i | iv | i | v", "i | i | bVII | bVI", "i | iv") if s.scale in ("minor", "dorian") else s.pick("I | IV",
        "I | ii | I | ii", "I | V | vi | IV", "I | bVII | IV | I")
    loop = " | ".join(f"{name} | %" for name in loop.split(" | "))
    s.until(45, "verse chorus verse dub", verse=loop if loop.count("|") > 5 else f"{loop} | {loop}",
        chorus=loop if loop.count("|") > 5 else f"{loop} | {loop}", dub=loop)
    beat(s, s.part("kit:standard", "kit:room", "~kit:linn"), "kick ....X... / rim ....X... / hat x.xxx.xx", "kick ....X... / snare ....X..- / hat x-x-x-x-",
        "kick x...X... / rim ....X... / hat x.xxx.xx / open ......x.", "kick X.x.X.x. / rim ....X... / hat xxxxxxxx",
         step=0.5, fill="toms", crash=0.2)
    line = s.pick("1=.1==5=3=.5....", "..1.1.3.5==.3.1.", "1==..5.8=..5.3..", "1=1=....5=5=3...", "1..15..53...n...")
    bass(s, s.part("finger-bass", "~sub-bass", "~string-bass", "pick-bass", fx=("tone:dark",), level=3), line, step=0.5, low=26, gap=0.85)
    comp(s, s.part("clean-guitar", "muted-guitar", "piano", fx=s.pick((), ("delay",)), pan=0.4), "..x...x.", "..xx..xx", "..d...d.", step=0.5, gap=0.3,
        centre=67, voices=3)
    comp(s, s.part("drawbar", "~organ", "rock-organ", "clavinet", level=-2, pan=-0.4), ".xxx.xxx", ".x.x.x.x", ".xx..xx.", step=0.5, gap=0.5, centre=60,
        voices=3)
    lead = s.part("~vocal", "~vocal-low", level=2, pan=0.0)
    tune(s, lead, 55, 74, (*EASY, "..x=x===", "x=x=...."), ("verse", "chorus"), form="AABA", bends=0.3, grace=0.15)
    trio = s.part("~backing", "~vocal-duo", "~choir", level=-1)
    tune(s, trio, 62, 76, ("......x=", "x=x=x==="), "chorus", form="AB", chordal=0.95)
    harmony(s, trio, s.part("~backing", "~vocal-duo", level=-3), -2, "chorus")
    if s.chance(0.6):
        horn = s.part("trombone", "brass", "alto-sax", "~brass-section", "trumpet", level=-1)
        tune(s, horn, 58, 76, ("x=x=x===", "..xxx===", "x==x===="), ("dub", "chorus"), form="AABA")
        harmony(s, horn, s.part("tenor-sax", "brass", level=-3), 2, "dub")
    if s.chance(0.4):
        beat(s, s.part("kit:standard", level=-5), "conga x.xxx.xx / tumba x...x...", "cabasa x.xxx.xx / wood ......x.", step=0.5)
    if s.chance(0.4):
        licks(s, s.part("~electric-guitar", "clean-guitar", "~reed", fx=("amp:edge", "delay")), 60, 80, "verse", every=8, lag=4, scale="minor-pentatonic",
            bends=0.5)


@style("Reggae", like="Jazz")
def midnight_bluebeat_ska(s: Song) -> None:
    """Ska and rocksteady of the sixties: chop after every beat, walking bass, horn section tunes, a sax that takes a chorus."""
    slow = s.chance(0.35)
    s.set((78, 96) if slow else (116, 146), ("major", "mixolydian", "minor", "harmonic-minor"), keys="F Bb G C D A", swing=(0.2, 1.0), room=("room", "club",
        "plate"))
    minor = "minor" in s.scale
    head = s.pick("i | i | iv | i | V7 | V7 | i | i", "i | bVII | bVI | V7", "i iv | i V7") if minor else s.pick("I | vi | IV | V7", "I | I7 | IV | V7",
        "I | IV | I | V7", "I | I | V7 | V7 | V7 | V7 | I | I", "ii7 | V7 | I | vi7")
    s.until(45, "head solo head", head=head if head.count("|") > 4 else f"{head} | {head}", solo=f"{head} | {head}" if head.count("|") < 4 else head)
    beat(s, s.part("kit:standard", "kit:jazz", "kit:room", level=-1), "kick ..x...x. / rim ..x...x. / hat xxxxxxxx",
        "kick ....x... / snare ..x...x- / hat x.x.x.x.", "kick ..X...X. / snare ..X...X. / ride x.xxx.xx", step=0.5, fill="snare", crash=0.3)
    if slow:
        bass(s, s.part("finger-bass", "upright", "~string-bass", level=2), "1.135...1.135.n.", "1==5.3.1....5.3.", step=0.5, low=28)
    else:
        walk(s, s.part("upright", "finger-bass", "~string-bass", level=1), 28)
    comp(s, s.part("clean-guitar", "muted-guitar", "banjo", pan=0.4, level=1), ".x.x.x.x", ".d.d.d.d", step=0.5, gap=0.4, centre=66, voices=3)
    comp(s, s.part("piano", "honky-tonk", "drawbar", pan=-0.4), ".x.x.x.x", ".xx..xx.", step=0.5, gap=0.5, centre=62)
    horn = s.part("trumpet", "brass", "~brass-section", "alto-sax", level=1)
    tune(s, horn, 60, 79, ("x=x=xx=.", "xx.xx=..", "x==x=x==", ".xx=x===", "x.x.xxx="), "head", form="AABA", legato=0.85, bends=0.1)
    harmony(s, horn, s.part("trombone", "tenor-sax", "brass", level=-1), -2, "head")
    layer(s, horn, s.part("trombone", "baritone-sax", "tenor-sax", level=-3), -12, "head", 0.9)
    solo(s, s.part("tenor-sax", "trombone", "trumpet", "drawbar", "harmonica", level=2), 54, 76, "solo", bends=0.25, triplets=0.15)
    stabs(s, s.part("brass", "tenor-sax", level=-3), 64, 3, "solo", rate=0.6)
    if s.chance(0.45):
        lead = s.part("~vocal", "~vocal-low", "~vocal-duo", level=2, pan=0.0)
        tune(s, lead, 57, 76, EASY, "head", form="AABA", bends=0.25)
    if s.chance(0.2):
        speak(s, s.part("~speech", level=-2), "solo", every=8, rate=0.6)


@style("Reggae", like="Electronic")
def midnight_echo_chamber_steppers(s: Song) -> None:
    """Dub and steppers: four kicks under a vast bass, skank and horns thrown into echo, melodica fragments, everything else in and out."""
    s.set((118, 148), ("minor", "dorian", "phrygian"), keys="A E D G F", swing=(0.0, 0.6), room=("cave", "hall", "plate"))
    loop = s.pick("i | %", "i | % | bVII | %", "i | % | iv | %", "i | bVI", "i | % | v | %")
    s.until(45, "full bare full horns", full="|".join([loop] * (2 if loop.count("|") == 3 else 4)),
        bare="|".join([loop] * (1 if loop.count("|") == 3 else 2)), horns="|".join([loop] * (1 if loop.count("|") == 3 else 2)))
    beat(s, s.part("~kit:linn", "kit:room", "kit:standard", "~kit:lofi", level=1), "kick X.X.X.X. / rim ....X... / hat x.xxx.xx",
        "kick ....X... / snare ....X... / hat xxxxxxxx", "kick X...X... / rim ....x..x / hat x.x.x.x. / open ..x...x.", step=0.5, fill="toms")
    beat(s, s.part("kit:standard", fx=("delay:dub",), level=-3), "rim ...............x....X...........", "snare ....X.......................x...",
        "timbal ..............xx................", step=0.5)
    line = s.pick("1=1=5=8=7=5=....", "1=..1=..3=5=1...", "..1=1=5=....7=8=", "11.1..5.11.1..3.")
    bass(s, s.part("~sub-bass", "finger-bass", "~string-bass", "synth-bass", fx=("tone:dark",), level=4), line, step=0.5, low=26, gap=0.85)
    comp(s, s.part("clean-guitar", "piano", "~stab", fx=("delay:dub",), pan=0.4), "..x...x.", "..x...........x.", step=0.5, gap=0.25, centre=67, voices=3,
        where=("full", "horns"))
    comp(s, s.part("drawbar", "~organ", "rock-organ", level=-3), ".xxx.xxx", ".x.x.x.x", step=0.5, gap=0.5, centre=60, voices=3, where="full")
    tune(s, s.part("~reed", "harmonica", "accordion", "flute", fx=("delay:dub",), level=1), 64, 83, (*SPARSE, "x=x=x===", "..xx=..."),
        None if s.chance(0.5) else ("bare", "full"), form="ABAC", scale="minor-pentatonic", bends=0.2)
    horn = s.part("trombone", "brass", "~brass-section", "tenor-sax", fx=("delay",))
    tune(s, horn, 58, 76, ("x=x=x===", "x==x===="), "horns", form="AAAB")
    harmony(s, horn, s.part("trumpet", "alto-sax", level=-2, fx=("delay",)), 2, "horns")
    if s.chance(0.5):
        speak(s, s.part("~speech", fx=("delay:dub",), level=-3), ("bare", "full"), every=8, rate=0.5)
    else:
        tune(s, s.part("~vocal", "~vocal-low", "~backing", fx=("delay:dub",)), 57, 72, SPARSE, ("bare", "full"), form="AB", rest=0.3, bends=0.3)
    if s.chance(0.4):
        noise = s.part("~siren", "~sweep-noise", level=-8, fx=("delay:dub",))
        for bar in s.bars("bare"):
            if bar.index % 4 == 2:
                noise.add(bar.start, 2.0, 72, 80)
