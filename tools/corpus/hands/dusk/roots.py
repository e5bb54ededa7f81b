"""Blues and Folk, copied from old discs as faithfully as a bedroom allows."""

from __future__ import annotations

from hands.dusk import craft, tunes
from song import Song, style
from theory import MINOR_BLUES, TWELVE_BAR

CALL = ("--xxx.x.|x...----|--------|--------", "xxx.x.xx|x.x.----|--------|--------", "--x.xxx.|x.xx----|x...----|--------",
    "x..xx.x.|x...x.--|--------|--------")
ANSWER = ("--------|----x.xx|xxx.x.x.|x...----", "--------|--------|x.xxx.xx|x.x.x...", "--------|----xxxx|x...xxx.|x.--x...")
EIGHT_BAR = ("I7 | V7 | IV7 | IV7 | I7 | V7 | I7 | V7", "I7 | I7 | IV7 | #iv°7 | I7 | VI7 | II7 V7 | I7 V7", "I | I7 | IV | ivm | I | V7 | I | V7")


@style("Blues", like="Folk")
def dusk_porch_needle(s: Song) -> None:
    """A pre-war 78: one guitar with a steady thumb and a slide that answers the voice, perhaps a harmonica or jug beside it, a foot on the boards."""
    s.set((76, 136), ("blues", "minor-pentatonic", "major-blues"), "E A G D C F", swing=s.pick(0.6, 0.8, 1.0, 0.0), rubato=s.between(0.0, 0.012),
        room=("dry", "room", "booth"))
    way = s.pick(*TWELVE_BAR, *EIGHT_BAR, "I7 | I7 | I7 | I7 | I7 | I7 | I7 | I7", "I7 | I7 | IV7 | I7 | I7 | I7 | V7 | I7")
    s.until(45, "verse verse solo verse", verse=way)
    guitar = s.part("steel", "~steel-guitar", "nylon", "~electric-guitar", "~banjo", level=1, fx=("amp:edge",) if s.chance(0.15) else (),
        tuning=s.between(-0.4, 0.3))
    if s.chance(0.5):
        craft.comp(s, guitar, s.pick("b.h.b.h.", "bhbhbhbh", "b.hub.hu", "b.dhb.dh"), 58, 3, gate=0.8, strum=0.02, low=43)
    else:
        craft.bass(s, guitar, s.pick("R.R.R.R.", "RRRRRRRR", "R.8.R.7."), 43, gate=0.7)
        craft.comp(s, guitar, s.pick("..x...x.", "......xu", "...x...x"), 62, 3, gate=0.5, strum=0.02)
    slide = s.part("~steel-guitar", "steel", "harmonica", "~electric-guitar", "fiddle", name="slide", level=1)
    tunes.tune(s, slide, 60, 79, ANSWER, "verse", form="AAB", bars=4, scale="blues", scoop=0.8, leap=0.1)
    tunes.tune(s, slide, 60, 82, ("x.xxx.xx|x...xxx.", "xx.xx.x.|x.......", "x...x.xx|xxx.x..."), "solo", form="AABC", scale="blues", scoop=0.7, turn=0.2)
    tunes.tune(s, s.part("~vocal", "~vocal-low", level=3, pan=0.0), 52, 69, CALL, "verse", form="AAB", bars=4, scale="blues", how=tunes.LALA, scoop=0.7,
        width=7)
    if s.chance(0.5):
        craft.drums(s, s.part("kit:standard", "kit:brush", level=-6), s.pick({"k": "x.x.x.x."}, {"k": "x...x...", "ped": "..x...x."}, {"wb": "x.xxx.xx"}))
    if s.chance(0.25):
        craft.bass(s, s.part("tuba", "upright", "~string-bass", level=-2), s.pick("R.5.R.5.", "R...5..."), 36, gate=0.6)
    if s.chance(0.55):
        s.master.append("old")


@style("Blues", like="Rock")
def dusk_amped_westside(s: Song) -> None:
    """The electric city band: shuffle, slow twelve-eight or straight funk blues, a guitar or harmonica that begs, piano in triplets, walking or boogie bass."""
    slow = s.chance(0.35)
    straight = not slow and s.chance(0.2)
    s.set((52, 72) if slow else (88, 136), "blues", "E A G C F Bb D", swing=0.0 if slow or straight else s.between(0.85, 1.05), room=("club", "room", "plate"))
    way = s.pick(*TWELVE_BAR, *(MINOR_BLUES if slow or straight else TWELVE_BAR), "I7 | IV7 | I7 | I7 | IV7 | iv7 | I7 | VI7 | II7 | V7 | I7 IV7 | I7 V7")
    s.until(45, "verse solo verse", verse=way)
    kit, bass, keys, rhythm = s.part(*craft.ACOUSTIC, level=1), s.part("finger-bass", "pick-bass", "upright", level=1), s.part("piano", "drawbar", "~organ",
        "electric-grand", "rock-organ", "perc-organ", level=-2), s.part("clean-guitar", "~electric-guitar", level=-3, pan=-0.5)
    if slow:
        craft.drums(s, kit, s.pick({"k": "x....xx.....", "sn": "...X.....X..", "h": "xxxxxxxxxxxx"}, {"k": "x.....x....x", "sn": "...X.....X..",
            "ride": "x.xx.xx.xx.x"}), fill="brush")
        craft.bass(s, bass, s.pick("R..3..5..6..", "R....RR..5.a", "R..8..7..5.."), 36)
        craft.comp(s, keys, s.pick("xxxxxxxxxxxx", "x.xx.xx.xx.x", "...x.....x.."), 62, 4, gate=0.7)
        craft.comp(s, rhythm, s.pick("...x.....x..", "x....xx....."), 62, 3, gate=0.4)
    elif straight:
        craft.drums(s, kit, {"k": "x..x..x...x.....", "sn": "....X.......X..-", "h": "x.x.x.x.x.x.x.x."}, fill="toms", ghost=0.05)
        craft.bass(s, bass, s.pick("R..R..R...5.7...", "R.R.8...R.7.5..."), 36, gate=0.75)
        craft.comp(s, keys, "..x...x...x...x.", 62, 4, gate=0.5)
        craft.comp(s, rhythm, s.pick("x..x..x...x.....", "..x.u...x.u...x."), 64, 3, gate=0.4)
    else:
        craft.drums(s, kit, s.pick({"k": "x...x...", "sn": "..X...X.", "h": "x.xxx.xx"}, {"k": "x..xx..x", "sn": "..X...X.", "ride": "xxxxxxxx"},
            {"k": "x.x.x.x.", "sn": "-oXo-oXo", "ride": "x.xxx.xx"}), fill="snare")
        s.pick(lambda: craft.bass(s, bass, s.pick("RR335566|8877665a", "R.3.5.6.|7.6.5.3.", "RR55RR66", "R.8.7.5."), 36), lambda: craft.walk(s, bass, 39))()
        craft.riff(s, rhythm, s.pick("0 0 4 0 5 0 4 0", "0 . 7 7 9 9 7 7", "7 7 9 9 10 10 9 9"), 45, chordal=True, gate=0.7)
        craft.comp(s, keys, s.pick(".x.x.x.x", "x..x....", "...x...x"), 64, 4, gate=0.5)
    lead = s.part("~electric-guitar", "overdriven", "harmonica", "clean-guitar", "tenor-sax", fx=s.pick(("amp:crunch",), ("amp:edge",),
        ("amp:edge", "delay")), level=2)
    if s.chance(0.75):
        twelve = (("---xxxx.x...|x.....------|------------|------------", "x..x.xx.x...|x..x..------|------------|------------")) if slow else CALL
        tunes.tune(s, s.part("~vocal", "~vocal-low", level=3, pan=0.0), 52, 71, twelve, "verse", form="AAB", bars=4, scale="blues", how=tunes.LALA, scoop=0.6)
        answer = ("------------|------xxxxxx|x..x.xx.....|x.....------",) if slow else ANSWER
        tunes.tune(s, lead, 60, 82, answer, "verse", form="ABC", bars=4, scale="blues", scoop=0.7)
    else:
        tunes.tune(s, lead, 58, 80, CALL, "verse", form="AAB", bars=4, scale="blues", scoop=0.6)
    solo = ("x..x.xxxxxxx", "x.....xxxxxx", "xxxxxxx.....", "x..xxx------") if slow else ("xxxxx.xx", "x.xxx...", "xxx.--xx", "x...x.x.", "--xxxxxx")
    tunes.tune(s, lead, 62, 87, solo, "solo", form="ABCABD", scale="blues", scoop=0.65, leap=0.2, width=8)


@style("Blues", like="Jazz")
def dusk_jump_cellar(s: Song) -> None:
    """Boogie-woogie and jump blues: eight to the bar in the left hand, riffing saxophones, slapped upright, a shouter or a honking tenor."""
    s.set((124, 190), ("blues", "major-blues"), "C F G Bb Eb A", swing=s.between(0.8, 1.0), room=("club", "room", "plate"))
    s.until(45, "head verse solo verse", head=s.pick(*TWELVE_BAR))
    piano = s.part("piano", "honky-tonk", "bright-piano", level=1)
    left = s.pick("0 4 7 9 10 9 7 4", "0 0 4 4 7 7 9 9", "0 12 4 16 7 19 9 21", "0 12 10 12 7 12 9 12", "0 7 9 7 10 7 9 7")
    craft.riff(s, piano, left, 41, chordal=True, gate=0.8, force=88)
    tunes.tune(s, piano, 67, 91, ("xxx.xx..", "x.xxx.x.", "..xxxxxx", "xxxxxxxx"), ("solo",), form="AABC", scale="blues", grace=0.4, second=piano)
    craft.comp(s, piano, s.pick("..x..x..", ".x.x.x.x", "x..x...."), 67, 3, where=("head", "verse"), gate=0.4)
    craft.walk(s, s.part("upright", "~string-bass", "contrabass", level=1), 38)
    if s.chance(0.85):
        craft.drums(s, s.part("kit:jazz", "kit:standard", "kit:brush", level=0), s.pick({"k": "x.x.x.x.", "sn": "..X...X.", "ride": "x.xxx.xx"},
            {"k": "x...x...", "sn": "-oXo-oXo", "h": "x.xxx.xx"}, {"k": "x...x..x", "sn": "..X...X.", "ride": "x.xxx.xx", "ped": "..x...x."}), fill="snare")
    horns = s.part("tenor-sax", "brass", "baritone-sax", "alto-sax", "trumpet", level=0)
    row = s.pick("x.x..x..|x.x.....", "...x.x..|...x.x.x", "x..x..x.|........", "xx.x....|....x.xx")
    craft.comp(s, horns, row, 62, 3, where=("head", "solo"), gate=0.5)
    if s.chance(0.6):
        tunes.tune(s, s.part("~vocal", "~vocal-low", "~vocal-duo", level=3, pan=0.0), 55, 74, CALL, "verse", form="AAB", bars=4, scale="blues",
            how=tunes.LALA, scoop=0.5)
        tunes.tune(s, s.part("tenor-sax", "~electric-guitar", "trumpet", level=0), 60, 82, ANSWER, "verse", form="AAB", bars=4, scale="blues", scoop=0.4)
    else:
        tunes.tune(s, s.part("tenor-sax", "alto-sax", "jazz-guitar", "harmonica", level=2), 55, 80, ("xxx.x.x.|x...x.xx", "x.xxxxx.|x...----",
            "xx.xx.xx|x.x....."), ("verse", "head"), form="AAB", bars=4, scale="blues", scoop=0.5)
    if s.chance(0.45):
        s.master.append("old")


@style("Folk", like="Country")
def dusk_kitchen_picker(s: Song) -> None:
    """One person and a guitar at the kitchen table: alternating thumb, open chords, a quiet long-lined song, a second voice or a cello at most."""
    three = s.chance(0.3)
    s.set((72, 128), ("major", "mixolydian", "dorian", "minor"), "C D G A E F", beats=3.0 if three else 4.0, rubato=s.between(0.0, 0.01),
        room=("room", "booth", "dry"))
    ways = {"major": ("I | I | IV | I | vi | IV | V | I", "I | V/7 | vi | I/5 | IV | I/3 | ii | V", "I | Iadd9 | IV | IV | I | V | I | I", "IV | I | V | vi"),
        "mixolydian": ("I | bVII | IV | I", "I | I | bVII | I | IV | I | bVII | I"),
            "dorian": ("i | bVII | IV | i", "i | bIII | bVII | i"), "minor": ("i | bVII | bVI | bVII", "i | bIII | iv | i | bVI | bIII | V | i",
        "i | v | bVI | bIII")}
    way = s.pick(*ways[s.scale])
    s.until(45, "verse verse break verse", verse="|".join([way] * 2) if len(way) < 30 else way)
    guitar = s.part("nylon", "steel", "~steel-guitar", "~nylon-guitar", "~dulcimer", "~ukulele", "~kora", "~oud", level=1)
    if s.chance(0.75):
        craft.arp(s, guitar, s.pick("b.1.2.", "b1213", "b.2312") if three else s.pick("b2B1b3B2", "b.2.B.1.b.3.B.2.", "b3b2B31.", "b.B2b1B."), 62, 4,
            step=s.pick(0.5, 0.25) if not three else 0.5, gate=1.8, low=45, force=74)
    else:
        craft.comp(s, guitar, "b.x.xu" if three else s.pick("b.x.b.xu", "x..ux.xu", "b.xu.uxu"), 60, 4, gate=1.0, strum=0.03, force=74, low=45)
    voice = s.part("~vocal", "~vocal", "~vocal-low", level=2, pan=0.0)
    cells = ("x.x.x.", "--x.xx", "x...x.", "x.....") if three else ("--x.x.xx", "x.x.x...", "x...x.x.", "xxx.x...", "x.......")
    tunes.tune(s, voice, 55, 74, cells, "verse", form="ABAC", how=tunes.LALA, turn=0.1, leap=0.2, second=s.part("~backing", "~vocal-duo", level=0)
        if s.chance(0.35) else None)
    tunes.tune(s, s.part("harmonica", "fiddle", "flute", "cello", "~accordion", "recorder", "~mandolin", "oboe", "~bowed", level=0), 62, 82, cells, "break",
        form="ABAC", grace=0.25, scoop=0.1)
    if s.chance(0.35):
        tunes.guide(s, s.part("cello", "viola", "reed-organ", "contrabass", level=-4), 55)
    if s.chance(0.2):
        craft.bass(s, s.part("upright", "~string-bass", level=-2), "R..5.." if three else "R...5...", 38)


@style("Folk", like="World")
def dusk_session_corner(s: Song) -> None:
    """An Irish or Scottish session: jigs, reels, hornpipes and slow airs on fiddle, whistle, pipes and box in unison, open fifths, a frame drum."""
    kind = s.pick("reel", "jig", "jig", "slip", "air", "hornpipe")
    s.set({"reel": (96, 116), "jig": (104, 128), "slip": (100, 120), "air": (60, 84), "hornpipe": (80, 96)}[kind] if kind not in ("jig", "slip")
        else (160, 190), ("major", "dorian", "mixolydian"), "D G A E B",
          beats={"jig": 3.0, "slip": 4.5, "air": 3.0}.get(kind, 4.0), swing=0.7 if kind == "hornpipe" else 0.0, room=("room", "club", "hall"))
    major = s.scale == "major"
    low = s.pick("I | I | IV | V | I | I | V | I", "I | V | I | IV | I | V | IV V | I") if major else s.pick("i | i | bVII | bVII | i | i | bVII | i",
        "i | bVII | i | bVII | i | bIII | bVII | i") if s.scale == "dorian" else s.pick("I | I | bVII | bVII | I | I | bVII | I", "I | bVII | IV | I")
    high = s.pick("IV | I | V | I | IV | I | V | I", "I | vi | IV | V | I | vi | V | I") if major else s.pick("bVII | i | bVII | i | bIII | bVII | bVII | i",
        "i | i | bVII | IV") if s.scale == "dorian" else "I | bVII | I | bVII | IV | I | bVII | I"
    s.until(45, "first first second second", first=low, second=high)
    cells = {"reel": ("x.xxx.xxx.xxx.xx", "xxxxxxxxxxxxxxxx", "x.x.x.xxxxxxx.x.", "x.xxxxxxx.xxx.x."), "jig": ("xxxxxx", "x.xxxx", "x.xx.x", "xxxx.x"),
        "slip": ("x.xx.xxxx", "x.xxxxx.x", "xxxx.xx.x"), "air": ("x...x.", "x.xxx.", "x.....", "xxx..x"), "hornpipe": ("xxxxxxxx", "xxxxx.x.",
        "x.xxxxxx")}[kind]
    fast = kind != "air"
    leaders = s.rng.sample(["fiddle", "whistle", "flute", "accordion", "~accordion", "violin", "~reed", "bagpipe", "~mandolin", "banjo", "harp", "piccolo",
        "~shawm"], s.pick(1, 2, 2, 3))
    # The players share every note of the tune, each a little apart.
    first = s.part(leaders[0], level=1)
    tunes.tune(s, first, 62, 84, cells, None, form="AABA" if fast else "ABAC", grace=0.25 if fast else 0.4, turn=0.0 if fast else 0.4, width=8, leap=0.22,
        gate=0.9)
    for voice in leaders[1:]:
        tunes.shadow(s, first, s.part(voice, level=-1, loose=0.014), 0, 0.97)
    bouzouki = s.part("steel", "~mandolin", "~steel-guitar", "nylon", "piano", "~dulcimer", level=-3)
    craft.comp(s, bouzouki, {"reel": s.pick("x.xux.xu", "x..ux.xux..uxuxu"), "jig": s.pick("x.ux.u", "x..x.u"), "slip": "x.ux.ux.u", "air": "x.....",
        "hornpipe": "b.x.b.x."}[kind], 59, 3, gate=0.8, strum=0.02)
    if fast and s.chance(0.65):
        drum = s.part("taiko", "melodic-tom", "kit:brush", "kit:orchestra", level=-5, send=-16)
        if drum.voice.startswith("kit"):
            craft.drums(s, drum, {"floor": "X.-o-oX.-o-o" if kind == "jig" else "X-o-X-o-"})
        else:
            for at, sign, _ in craft.steps(s, {"jig": "XooXoo", "slip": "XooXooXoo"}.get(kind, "XoooXooo")):
                drum.add(at, 0.3, 45 if sign == "X" else 50, 92 if sign == "X" else s.between(40, 66))
    if s.chance(0.35):
        tunes.drone(s, s.part("bagpipe", "reed-organ", "cello", "~accordion", level=-8), (48 + s.tonic % 12 - 12 * (s.tonic > 7),
            55 + s.tonic % 12 - 12 * (s.tonic > 7)), s.beats * 2)


@style("Folk", like="Classical")
def dusk_harbour_voices(s: Song) -> None:
    """Songs that a crew or a village sings: a leader, a chorus in rough parts, a squeeze-box or fiddle or nobody; shanties in six, old ballads."""
    kind = s.pick("shanty", "march", "ballad", "waltz")
    six = kind in ("shanty",)
    s.set({"shanty": (150, 190), "march": (92, 120), "ballad": (66, 88), "waltz": (120, 160)}[kind], ("major", "dorian", "mixolydian", "minor"),
        "C D F G A Bb E", beats={"shanty": 6.0, "waltz": 3.0}.get(kind, 4.0), room=("room", "club", "hall", "outdoors", "church"))
    ways = {"major": ("I | I | V | V | I | IV | I V | I", "I | IV | I | V | I | IV | V | I"), "mixolydian": ("I | I | bVII | bVII | I | IV | bVII | I",),
        "dorian": ("i | i | bVII | bVII | i | bIII | bVII | i", "i | bVII | i | bVII | bIII | bVII | v | i"),
            "minor": ("i | bVII | i | v | i | bVI | bVII | i", "i | i | iv | i | bIII | bVII | v | i")}
    way = s.pick(*ways[s.scale])
    s.until(45, "call answer call answer", call=way, answer=s.pick(*ways[s.scale]))
    cells = {"shanty": ("x.xx.xx.xx.x", "x..x.xx.....", "--xx.xx..x..", "x.xx.xx....."), "waltz": ("x...x.", "x.x.x.", "x.....", "x...xx"),
        "march": ("x.xxx.x.", "x...x.x.", "xxx.x...", "x.x.x.xx"), "ballad": ("--x.x.x.", "x...x.xx", "x.......", "x.xxx...")}[kind]
    lead = s.part("~vocal-low", "~vocal", level=3, pan=0.0)
    tunes.tune(s, lead, 52, 71, cells, None, form="ABAC", how=tunes.LALA, scoop=0.2, turn=0.1)
    crew = s.part("~choir-low", "~vocal-duo", "~choir", "choir", level=1, send=-8)
    tunes.shadow(s, lead, crew, 0, 1.0, where="answer")
    craft.pad(s, s.part("~backing", "~choir-low", "oohs", level=-3), 55, 3, where="answer", gate=0.9)
    if s.chance(0.75):
        box = s.part("accordion", "~accordion", "reed-organ", "~reed", "harmonica", "bandoneon", level=-1)
        craft.comp(s, box, {"shanty": "b..x..x..x..", "waltz": "b.x.x.", "march": "b.x.b.x.", "ballad": "x......."}[kind], 60, 3, gate=0.7, longest=4)
    if s.chance(0.5):
        tunes.tune(s, s.part("fiddle", "whistle", "violin", "~mandolin", "recorder", level=-1), 64, 83, cells, s.pick("answer", "call"), form="ABAC", grace=0.3)
    if s.chance(0.4):
        craft.comp(s, s.part("steel", "nylon", "~steel-guitar", "banjo", level=-2), {"shanty": "b..x.ub..x.u", "waltz": "b.x.x.", "march": "b.xub.xu",
            "ballad": "x.x.x.x."}[kind], 59, 4, gate=0.8, strum=0.03)
    if six and s.chance(0.5) or kind == "march" and s.chance(0.4):
        stomp = s.part("taiko", "melodic-tom", level=-6)
        for bar in s.bars():
            for at in (0.0, bar.beats / 2):
                stomp.add(bar.start + at, 0.4, 41, 90)
