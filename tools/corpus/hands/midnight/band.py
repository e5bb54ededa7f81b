"""Loud rooms: Rock in four rooms far apart and Metal in three."""

from __future__ import annotations

from hands.midnight.craft import bass, beat, comp, pad, picked, riff
from hands.midnight.tunes import EASY, SPARSE, harmony, solo, tune
from song import Song, style

AMPS = ("distorted", "overdriven", "~electric-guitar")
"""Guitars that an amplifier makes loud."""


@style("Rock", like="Country")
def midnight_breakwater_surf(s: Song) -> None:
    """Surf and garage: tremolo-picked or drenched guitar tunes, tom-tom beats, minor cadences, a shouting singer or combo organ."""
    s.set((140, 182), ("minor", "harmonic-minor", "phrygian-dominant", "mixolydian", "minor-pentatonic"), keys="E A D G B", swing=s.pick(0.0, 0.0, 0.4),
        room=("plate", "hall", "club"))
    verse = s.pick("i | i | iv | i | i | bVII | bVI | V7", "i | bVII | bVI | V7", "i | i | bII | i") if s.scale not in ("mixolydian",
        "minor-pentatonic") else s.pick("I | IV | V | IV", "I | bVII | IV | I", "I | I | bIII | IV")
    s.until(45, "a b a c", a=verse if verse.count("|") > 4 else f"{verse} | {verse}", b=s.pick("iv | iv | i | i | bVI | bVI | V7 | V7", "bVI | bVII | i | i",
        "IV | bVII | IV | V"), c="V7 | V7 | bVI | V7")
    beat(s, s.part("kit:standard", "kit:room", "kit:power"), "kick x...x... / snare ..xX..X. / ride xxxxxxxx",
        "kick x..xx... / snare ..Xx..X. / hat xxxxxxxx", "kick x.x.x.x. / floor x.xxx.xx / snare ..X...X.", "kick x...x.x. / snare ..X...Xx / tom xxx.xxx.",
         step=0.5, fill="toms", crash=0.7)
    bass(s, s.part("pick-bass", "finger-bass", "~string-bass"), "11111111", "1.1.5.5.", "1=5=8=5=", "11115555", step=0.5, low=28)
    rhythm = s.part("clean-guitar", "overdriven", "~electric-guitar", fx=("amp:edge", *s.pick((), ("tremolo",))), pan=-0.4)
    comp(s, rhythm, "d.du.udu", "x.x.x.x.", "ddddddud", step=0.5, centre=57, voices=4, gap=0.7)
    lead = s.part("clean-guitar", "~electric-guitar", "overdriven", "tenor-sax", "rock-organ", fx=("amp:edge", "delay"), level=2, pan=0.2)
    tune(s, lead, 52, 74, ("x=x=x=xx", "xxx=x===", "x==x==x=", "x=xxx=x="), ("a", "b"), form="AABA", bends=0.15)
    for turn in range(3 if s.chance(0.6) else 0):
        for note in [note for note in lead.notes if note.length >= 0.9 and note.start % 4 >= turn][:24]:
            note.length = 0.24
            lead.add(note.start + 0.25 * (turn + 1), 0.22, note.pitch, note.velocity - 8)
    riff(s, lead, "0.0.3.4.", "8.7.5.3.", "0=3=5=6=", "c.a.8.7.", low=45, step=0.5, power=False, where="c")
    if s.chance(0.45):
        tune(s, s.part("~vocal", "~vocal-duo", "~vocal-low", level=2, pan=0.0, fx=s.pick((), ("drive:3",))), 55, 74, ("x=xxx=..", "xx=x=...", "..xxxx=."),
            "a", form="AAAB", bends=0.3, chordal=0.7)
    if s.chance(0.4):
        comp(s, s.part("rock-organ", "~organ", "drawbar", level=-3), "x=x=x=x=", "x.xx.xx.", step=0.5, centre=69, voices=3)


@style("Rock", like="Metal")
def midnight_arena_riff(s: Song) -> None:
    """Hard rock: a blues-scale riff in open fifths, cowbell and big backbeat, high singer, a solo with bends over the organ or the second guitar."""
    s.set((84, 142), ("minor-pentatonic", "blues", "mixolydian", "dorian"), keys="E A D G B", swing=s.pick(0.0, 0.0, 0.5, 0.9), room=("arena", "room", "hall"))
    verse = s.pick("I5 | % | % | %", "I5 | I5 | bVII5 | IV5", "I5 | bIII5 | IV5 | I5", "I5 | I5 | IV5 | I5")
    chorus = s.pick("I5 | bVII5 | IV5 | I5", "bVI5 | bVII5 | I5 | I5", "IV5 | I5 | V5 | I5", "bIII5 | bVII5 | IV5 | IV5")
    s.until(45, "verse chorus verse solo chorus", verse=f"{verse} | {verse}", chorus=f"{chorus} | {chorus}", solo=f"{verse} | {chorus}")
    kit = s.part("kit:power", "kit:room", "kit:standard")
    beat(s, kit, "kick X..xX... / snare ..X...X. / hat xxxxxxxx", "kick X.x..xx. / snare ..X...X. / hat x.x.x.x. / cow x.x.x.x.",
        "kick X...XX.. / snare ..X...X. / open x.x.x.x.", where="verse", step=0.5, fill="toms", crash=0.8)
    beat(s, kit, "kick X..xXx.. / snare ..X...X. / open x.x.x.x.", "kick X.xxX..x / snare ..X...X. / ride xxxxxxxx", where=("chorus", "solo"), step=0.5,
        fill="toms", crash=1.0)
    line = s.pick("0=.0.3=5=.3=0...", "0.0=3.0.5=6.5.3.", "0==.0=a.c=a.7=5.", "0...0.0.3=..5=..", "0.a.0.c.0.a.7.5.")
    left, right = (s.part(*AMPS, fx=(s.pick("amp:crunch", "amp:lead"),), pan=pan, level=1) for pan in (-0.7, 0.7))
    low = s.part("pick-bass", "finger-bass", "~string-bass", fx=("amp:bass",))
    for part, at in ((left, 40), (right, 40), (low, 28)):
        riff(s, part, line, low=at, step=0.25, where="verse", power=part is left and s.chance(0.5))
        riff(s, part, "0=====0=0=====..", low=at, step=0.25, where=("chorus", "solo"), power=part is not low)
    singer = s.part("~vocal", "~vocal", "~scream", level=2, pan=0.0)
    tune(s, singer, 60, 81, (*EASY, "..xxx===", "x=xx=x.."), ("verse", "chorus"), form="AABA", bends=0.5, grace=0.1,
        scale="minor-pentatonic" if s.scale != "mixolydian" else "major-blues")
    if s.chance(0.6):
        harmony(s, singer, s.part("~backing", "~vocal-duo", level=-4), 2, "chorus")
    lead = s.part(*AMPS, fx=("amp:lead", "delay"), level=2)
    solo(s, lead, 60, 88, "solo", step=0.25, scale=s.pick("minor-pentatonic", "blues"), chromatic=0.05, bends=0.5, run=(5, 16), rest=(2, 5))
    if s.chance(0.4):
        comp(s, s.part("rock-organ", "drawbar", "piano", fx=s.pick((), ("leslie",)), level=-4), "x=======", "x=x.x=x.", step=0.5, centre=64, voices=3)


@style("Rock", like="Pop")
def midnight_night_bus_jangle(s: Song) -> None:
    """Post-punk and indie: driving eighth-note bass up high, chiming arpeggios with chorus, tight or tom-led drums, a deadpan singer."""
    s.set((116, 168), ("minor", "dorian", "major", "mixolydian"), keys="A E D B G C", room=("plate", "room", "hall"))
    loop = s.pick("i | bVI | bIII | bVII", "i | i | bVII | bVII", "i | iv | bVI | v", "i | bIII | bVII | IV") if s.scale in ("minor",
        "dorian") else s.pick("I | iii | vi | IV", "I | bVII | IV | I", "IV | I | V | vi", "I | I | ii | IV")
    s.until(45, "verse chorus verse chorus", verse=f"{loop} | {loop}", chorus=s.pick(f"{loop} | {loop}",
        "bVI | bVII | i | i | bVI | bVII | i | i" if s.scale in ("minor", "dorian") else "IV | V | vi | I | IV | V | I | I"))
    kit = s.part("kit:standard", "kit:room", "~kit:linn", "kit:power")
    beat(s, kit, "kick x...x... / snare ..X...X. / hat xxxxxxxx", "kick x.xx..x. / snare ....X... / floor x.xx.xx. / tom ......x.",
        "kick x..xx..x / snare ..X...X. / hat x.x.x.x. / open .x.x.x.x", step=0.5, fill="toms", crash=0.7)
    bass(s, s.part("pick-bass", "finger-bass", "~string-bass", fx=s.pick((), ("chorus",)), level=2), "11111111", "11118811", "1.155.87", "11335577", step=0.5,
        low=s.pick(28, 33))
    picked(s, s.part("clean-guitar", "~electric-guitar", "steel", fx=("amp:clean", "chorus", "delay"), pan=-0.5, level=1), "13243423", "4.3.4.2.", "41424143",
        "1.324.32", step=0.5, centre=66, voices=4, ring=2)
    guitar = s.part(*AMPS, fx=(s.pick("amp:edge", "amp:crunch", "amp:fuzz"),), pan=0.5, level=-1)
    comp(s, guitar, "xxxxxxxx", "d.dud.du", "x=======", step=0.5, centre=55, voices=4, where="chorus")
    tune(s, s.part("~vocal-low", "~vocal", "~vocal-low", level=2, pan=0.0), 48, 67, ("xxx=x=..", "x=x=x===", "..xxxx=.", "xxxxx==="), form="AABA", leaps=0.08,
        bends=0.1)
    if s.chance(0.5):
        tune(s, s.part("~saw-lead", "~string-machine", "clean-guitar", "glockenspiel", "~square-lead", fx=("delay",), level=-2), 66, 84,
            (*SPARSE, "x=x=x=x="), "chorus", form="AAAB")
    if s.chance(0.35):
        pad(s, s.part("~string-machine", "warm-pad", "~dark-pad", level=-6), 64, 3)


@style("Rock", like="Jazz")
def midnight_clockwork_prog(s: Song) -> None:
    """Progressive rock: riffs in five, six-and-a-half feelings and seven, organ or synthesizer against guitar in unison, quiet picked middle, long tune."""
    beats = s.pick(5.0, 3.5, 3.5, 4.5, 6.0)
    s.set((104, 176) if beats != 6.0 else (100, 140), ("dorian", "minor", "lydian", "mixolydian", "phrygian"), keys="E D A G F C", beats=beats,
        room=("room", "hall", "plate"))
    one = "I" if s.scale in ("lydian", "mixolydian") else "i"
    loop = {"I": s.pick("I | II | I | II", "I | bVII | IV | I", "I | % | v | IV"), "i": s.pick("i | bVII | bVI | bVII", "i | % | bIII | IV",
        "i | bII | i | bVII", "i | % | % | %")}[one]
    s.until(45, "theme quiet theme solo", theme=loop, quiet=s.pick(f"bVImaj7 | bVII | {one} | {one}", "IVmaj7 | bIIImaj7 | bVImaj7 | bVII", loop), solo=loop)
    count = round(beats * 2)
    groove = {10: "kick X..x.xX.x. / snare ...X....X. / ride x.x.x.x.x.", 7: "kick X..xX.. / snare ..X...X / hat xxxxxxx",
        9: "kick X.x..xX.. / snare ..X.X..X. / hat x.x.x.xxx", 12: "kick X..x..X.xx.. / snare ...X.....X.. / ride xxxxxxxxxxxx"}[count]
    kit = s.part("kit:standard", "kit:power", "kit:room")
    beat(s, kit, groove, where=("theme", "solo"), step=0.5, fill="toms", crash=0.9)
    beat(s, kit, groove.replace("X", "o").replace("snare", "rim"), where="quiet", step=0.5, soft=0.8)
    shape = s.rng.sample("0357ac", 5)
    line = "".join(shape[n % 5] if s.chance(0.78) or n == 0 else s.pick("=", ".") for n in range(count))
    guitar = s.part(*AMPS, fx=(s.pick("amp:crunch", "amp:lead"),), pan=-0.4)
    riff(s, guitar, line, low=45, step=0.5, where="theme", power=False)
    riff(s, s.part("pick-bass", "finger-bass", "~string-bass", level=1), line, low=33, step=0.5, power=False, where=("theme", "solo"))
    bass(s, s.part("finger-bass", "fretless", level=-1), "1" + "=" * (count - 3) + "5=", step=0.5, low=28, where="quiet")
    keys = s.part("rock-organ", "drawbar", "~saw-lead", "~organ", "piano", level=1, pan=0.4)
    riff(s, keys, line, low=57, step=0.5, where="theme", power=False) if s.chance(0.6) else comp(s, keys, "x" + "=" * (count - 1), step=0.5, where="theme")
    picked(s, s.part("steel", "nylon", "rhodes", "~steel-guitar", "piano"), ("b1234321" * 2)[:count], ("b3142314" * 2)[:count], step=0.5, centre=64,
        where="quiet")
    pad(s, s.part("choir", "~string-machine", "strings", level=-4), 66, 4, where=("quiet", "theme") if s.chance(0.5) else "quiet")
    cell = ("x" + "=" * (count - 3) + "x=", "x=x=" + "x" + "=" * (count - 5), ".." + "x=" * ((count - 2) // 2) + "." * (count % 2))
    tune(s, s.part("~vocal", "flute", "~vocal-duo", "~saw-lead", level=2), 59, 78, cell, ("quiet", "theme") if s.chance(0.6) else "quiet", form="ABAC")
    solo(s, s.part(*AMPS, "~saw-lead", "violin", "rock-organ", fx=("amp:lead", "delay"), level=2), 60, 88, "solo", step=0.25, run=(8, 20), rest=(2, 5),
        chromatic=0.1, bends=0.25)


BLAST = "kick XXXXXXXXXXXXXXXX / snare .X.X.X.X.X.X.X.X / ride x.x.x.x.x.x.x.x."
"""Feet in sixteenths, the snare between."""


@style("Metal", like="Rock")
def midnight_gallop_and_thrash(s: Song) -> None:
    """Thrash and speed metal: galloping palm-muted sixteenths, skank beats and double kick, twin leads in thirds, barked or soaring voice."""
    s.set((148, 216), ("phrygian", "minor", "harmonic-minor", "locrian"), keys="E D A B F Gb", room=("dry", "room", "arena"))
    s.master += ["dense"] if s.chance(0.5) else []
    verse = s.pick("I5 | I5 | bII5 | I5", "I5 | I5 | bVI5 | bVII5", "I5 | bIII5 | bII5 | I5", "I5 | % | % | bV5")
    chorus = s.pick("bVI5 | bVII5 | I5 | I5", "I5 | bVI5 | bIII5 | bVII5", "IV5 | bVI5 | V5 | V5")
    s.until(45, "verse chorus verse lead", verse=f"{verse} | {verse}", chorus=f"{chorus} | {chorus}", lead=f"{chorus} | {verse}")
    kit = s.part("kit:power", "kit:room", "kit:standard", "~kit:hard")
    beat(s, kit, "kick X.x.X.x.X.x.X.x. / snare ..X...X...X...X. / hat x.x.x.x.x.x.x.x.",
        "kick XxxxXxxxXxxxXxxx / snare ....X.......X... / ride x.x.x.x.x.x.x.x.", BLAST, where="verse", fill="toms", crash=1.0)
    beat(s, kit, "kick XxXxXxXxXxXxXxXx / snare ....X.......X... / open x...x...x...x...",
        "kick X..xX..xX..xX..x / snare ....X.......X... / ride x...x...x...x...", where=("chorus", "lead"), fill="toms", crash=1.0)
    line = s.pick("0.pp0.pp3.pp1.pp", "pppp1.pppp3=pp0.", "0ppp0ppp0pp3=p1=", "p.ppp.pp6=5=p.pp", "ppp0ppp1ppp3ppp5")
    parts = [s.part("distorted", "~electric-guitar", "distorted", fx=(s.pick("amp:high", "amp:scooped"), "double"), pan=pan, level=2) for pan in (-0.8, 0.8)]
    low = s.part("pick-bass", "~string-bass", "finger-bass", fx=("amp:bass-dirt",))
    held = s.pick("0=======0===0===", "0=====0=0=p.p.p.", "0===p.p.0===p.pp")
    for part, at in ((parts[0], 40), (parts[1], 40), (low, 28)):
        riff(s, part, line, low=at, step=0.25, where="verse", power=part is not low)
        riff(s, part, held, low=at, step=0.25, where=("chorus", "lead"), power=part is not low)
    voice = s.part("~growl", "~scream", "~vocal", level=1, pan=0.0)
    tune(s, voice, 45 if voice.voice == "~growl" else 57, 62 if voice.voice == "~growl" else 79, ("x.xxx.x.", "xxx.x=..", "x=x=x==="), ("verse", "chorus"),
        form="AABA", leaps=0.15, bends=0.2)
    lead = s.part("distorted", "~electric-guitar", "overdriven", fx=("amp:lead", "delay"), level=2, pan=0.2)
    tune(s, lead, 62, 86, ("x=x=xxxx", "xxxxx===", "x=xxx=xx"), "chorus", form="AABA", bends=0.2)
    harmony(s, lead, s.part("distorted", "~electric-guitar", fx=("amp:lead",), pan=-0.2), 2, "chorus")
    solo(s, lead, 62, 92, "lead", step=0.25, run=(12, 32), rest=(1, 4), chromatic=0.15, bends=0.2)


@style("Metal", like="Rock")
def midnight_slab_doom(s: Song) -> None:
    """Doom and sludge: enormous slow fuzz chords with tritones, drums that fall like stones, wailing or growled voice, a tolling bell or organ."""
    s.set((46, 76), ("phrygian", "blues", "locrian", "minor", "harmonic-minor"), keys="C D B E A", room=("cave", "hall", "arena"))
    s.master += ["dense"] if s.chance(0.5) else []
    loop = s.pick("I5 | I5 | bV5 | IV5", "I5 | bII5 | I5 | bVI5", "I5 | bIII5 | bII5 | I5", "I5 | % | bVI5 | V5")
    s.until(45, "verse march verse", verse=loop, march=s.pick("I5 | bII5 | I5 | bV5", "bVI5 | V5 | I5 | I5"))
    kit = s.part("kit:power", "kit:room", "~kit:hard", "kit:standard")
    beat(s, kit, "kick X..x....X.x..... / snare ....X.......X... / open x...x...x...x...",
        "kick X.......x..x.... / snare ........X....... / crash x............... / ride x...x...x...x...", where="verse", fill="toms", crash=0.9)
    beat(s, kit, "kick XxXxXxXx........ / snare ....X.......X.xx / open x.x.x.x.x.x.x.x.",
        "kick X.xxX.xxX.xxX.xx / snare ....X.......X... / ride x.x.x.x.x.x.x.x.", where="march", fill="toms", crash=1.0)
    line = s.pick("0=====0=3===1===", "0===0=0=6=====5=", "0=======0=1=0===", "0==0==0=a===6===")
    for pan in (-0.7, 0.7):
        guitar = s.part("distorted", "~electric-guitar", "distorted", fx=(s.pick("amp:fuzz", "amp:death", "amp:high"), "double"), pan=pan, level=2)
        riff(s, guitar, line, low=36, step=0.25, where="verse", gap=1.0)
        riff(s, guitar, "0=p.0=p.0=p.3=1=", low=36, step=0.25, where="march")
    low = s.part("pick-bass", "~string-bass", "finger-bass", fx=("amp:bass-dirt",), level=1)
    riff(s, low, line, low=24, step=0.25, where="verse", power=False, gap=1.0)
    riff(s, low, "0=0=0=0=0=0=3=1=", low=24, step=0.25, where="march", power=False)
    voice = s.part("~vocal", "~growl", "~growl", "~scream", "~vocal-low", level=1, pan=0.0)
    tune(s, voice, 45 if voice.voice == "~growl" else 57, 60 if voice.voice == "~growl" else 76, ("x=x=x===", "x===x===", "..x=xx=="), form="ABAC", bends=0.4,
        leaps=0.15)
    if s.chance(0.5):
        solo(s, s.part("distorted", "~electric-guitar", "overdriven", fx=("amp:fuzz", "delay"), level=1), 60, 81, "march", step=0.25, run=(4, 10),
            rest=(2, 6), scale="blues", bends=0.6)
    if s.chance(0.45):
        pad(s, s.part("church-organ", "choir", "~choir-low", "~drone", level=-5), 55, 3)
    if s.chance(0.35):
        toll = s.part("bells", "~fm-bell", "~gong", level=-3)
        for bar in s.bars():
            toll.add(bar.start, 4, 48 + s.tonic % 12, 88)


@style("Metal", like="Electronic")
def midnight_polymeter_machine(s: Song) -> None:
    """Djent and death: a low riff of 5, 7 or 11 sixteenths wheeling against a four-four cymbal, kick locked to guitar, growls, glassy chords above."""
    s.set((92, 140), ("phrygian", "locrian", "minor", "octatonic"), keys="B C D Eb F", room=("dry", "room", "hall"))
    s.master += ["dense"] if s.chance(0.6) else []
    loop = s.pick("I5 | % | % | %", "I5 | % | bII5 | %", "I5 | % | bVI5 | bV5")
    s.until(45, "wheel break wheel air", wheel=loop, **{"break": loop, "air": s.pick("bVI5 | bVII5 | I5 | %", "I5 | bIII5 | bVI5 | bII5")})
    length = s.pick(5, 7, 9, 11, 13, 23)
    stroke = ["p"]
    while len(stroke) < length:
        stroke.append(s.pick("p", "p", ".", "0", "=" if stroke[-1] in "016" else ".", s.pick("1", "6", "3")))
    line = "".join(stroke)
    kit = s.part("kit:power", "~kit:hard", "kit:room", "kit:standard")
    beat(s, kit, "kick " + "".join("X" if mark in "p0136" else "." for mark in line), where="wheel")
    beat(s, kit, "snare ........X....... / open x...x...x...x...", "snare ........X....... / crash x...x...x...x...",
        "snare ....X.......X... / ride x...x...x...x...", where="wheel", fill="toms")
    beat(s, kit, BLAST, "kick XXXXXXXXXXXXXXXX / snare ....X.......X... / ride x...x...x...x...", where="break", fill="toms", crash=1.0)
    beat(s, kit, "kick X..x..x...x..x.. / snare ........X....... / open x...x...x...x...", where="air", crash=1.0, fill="toms")
    low = s.part("pick-bass", "~string-bass", "finger-bass", fx=("amp:bass-dirt",), level=1)
    tremolo = s.pick("0000111100003333", "00001111", "0000000011116666")
    for part, at in [(s.part("distorted", "~electric-guitar", "distorted", fx=(s.pick("amp:high", "amp:death", "amp:scooped"), "double"), pan=pan, level=2),
        35) for pan in (-0.8, 0.8)] + [(low, 23)]:
        riff(s, part, line, low=at, step=0.25, where="wheel", power=False)
        riff(s, part, tremolo, low=at, step=0.25, where="break", power=False)
        riff(s, part, "0=======0=====p.", low=at, step=0.25, where="air", power=part is not low)
    voice = s.part("~growl", "~growl", "~scream", level=2, pan=0.0)
    tune(s, voice, 42, 58, ("x.x=x.x=", "x===x.x.", "xx.xx==="), ("wheel", "break"), form="AABA", leaps=0.1)
    clean = s.part("~vocal", "~choir", "~saw-lead", "~vocal-duo", fx=("delay",), level=1)
    tune(s, clean, 62, 81, ("x===x===", "x=====x=", "..x=x==="), "air", form="AB", bends=0.2)
    glass = s.part("clean-guitar", "~glass-pad", "~electric-guitar", "~fm-bell", fx=("amp:clean", "delay"), level=-3)
    picked(s, glass, "1.3.2.4.3.", "4..3..2..1..", step=0.25, centre=72, voices=4, where=("air", "wheel"))
    solo(s, s.part("distorted", "~electric-guitar", fx=("amp:lead", "delay"), level=1), 64, 90, "break", step=0.25, run=(8, 24), rest=(3, 8), chromatic=0.3)
