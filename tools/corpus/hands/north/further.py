"""A step away from the core of nine genres: string bands, surf, soul jazz, slow machines, wedding bands, jump blues, work songs, a wall of sound, boleros."""

from __future__ import annotations

from hands.north.craft import DUSK, LUSH, MAJOR, MINOR, backing, below, comp, figure, finish, journey, opening, pad, stops, sung, thin, tune, walking
from hands.north.drummer import drums, hands, moved
from song import Song, style
from theory import JAZZ_BLUES, TWELVE_BAR


@style("Country", like="Folk")
def north_string_band_breakdown(s: Song) -> None:
    """Bluegrass: banjo rolls, mandolin chops, fiddle, a bass on every beat; solos in turns around one microphone, high harmony in the chorus."""
    s.set((98, 142), s.pick("major", "major", "mixolydian"), keys="G A D C B", room=("room", "outdoors", "booth", "club"))
    verse = s.pick("I | I | IV | I | I | I | V | I", "I | IV | I | V | I | IV | V | I", "I | bVII | I | V | I | bVII | V | I", journey(s, MAJOR, 8, "I"))
    s.until(46, s.pick("break verse chorus break verse chorus", "verse chorus break chorus"), verse=verse, chorus=s.pick(journey(s, MAJOR, 8, "I", home=False),
            "IV | I | V | I | IV | I | V | I"))
    figure(s, s.part("upright", "contrabass", level=0), ("1.5.1.5.", "1.5.1.5a", "1.b.1.b."))
    comp(s, s.part("~mandolin", "~mandolin", "banjo", level=-2, pan=0.4), ".X.X.X.X", 67, 3, loud=80)
    comp(s, s.part("steel", "~steel-guitar", level=-2, pan=-0.4), ("lxlxlxlx", "l.xul.xulxxul.xu"), 57, 4, roll=0.01)
    banjo = comp(s, s.part("banjo", "~banjo", level=0), ("1343134313431343", "3143134314313431", "1.34134.3413.413", "4134134131341341"), 63, 4, loud=84)
    rows = ("xxxxxxxx", "x-xxxxxx", "xxxxx-xx", "x-xxx-x-", "xxxxxxxxxxxxxxxx", "x-xxxxxxx-xxxxxx")
    tune(s, s.part("fiddle", "~mandolin", "banjo", "~banjo", "violin", "~steel-guitar", level=2), 60, 86, "break", rows, scale=s.pick("major-blues", "major-pentatonic", None),
         leap=0.25, repeat=0.1, stick=0.55, scoop=0.15)
    leader = sung(s, ("verse", "chorus"), ("x-xx-xx-", ".xxxx-x-", "xx-xx---", "x-x-xx--"), 0.92, ("fiddle",), voices="~vocal ~vocal-duo", turns=s.pick("xxx.", "", "xx.x"))
    below(s, [note for note in leader if any(b.start <= note.start < b.start + b.beats for b in s.bars("chorus"))], s.part("~vocal-duo", "~vocal", level=-1))
    tune(s, s.part("fiddle", "violin", "harmonica", level=-2), 62, 84, ("verse", "chorus"), density=0.5, turns=s.pick("...x", "..xx"), scoop=0.3)
    thin(s, [banjo], 0.12)


@style("Rock", like="Country")
def north_surf_combo(s: Song) -> None:
    """Nineteen sixty-two: a guitar with spring and tremolo has the tune, toms and double backbeats, a cheap organ or a sax; hardly anybody sings."""
    s.set((140, 178), s.pick("minor", "harmonic-minor", "minor", "major"), keys="E A D G", room=("plate", "hall", "room"))
    table = MAJOR if s.scale == "major" else MINOR
    verse = s.pick("i | bVII | bVI | V", "i | iv | i | V", "i | i | bVI | V") if s.scale != "major" else s.pick("I | vi | IV | V", "I | IV | I | V", "I | I | IV | V")
    s.until(46, "intro tune bridge tune solo tune", intro=verse, tune=f"{verse} | {verse}", bridge=journey(s, table, 8, "V"), solo=f"{verse} | {verse}")
    groove = s.pick({"kick": "x..xx...", "snare": "..XX..X.", "ride": "xxxxxxxx"}, {"kick": "x...x...", "snare": "..X...XX", "hat": "xxxxxxxx"},
                    {"kick": "x..xx..x", "snare": "..X...X.", "low": "x.xxx.xx"})
    drums(s, s.part("kit:standard", "kit:room"), groove, {"bridge": moved(groove, ride="low", hat="low")}, "rock", every=4, crash=0.6)
    figure(s, s.part("pick-bass", "finger-bass", level=0), ("1.11.1.5", "11111111", "1.5.1.5a", "1-.11-5-"))
    twang = s.part("clean-guitar", "~electric-guitar", "muted-guitar", level=3, fx=s.pick(("tremolo",), ("delay:110",), ("amp:edge", "tremolo"), ("amp:edge", "delay")), send=-4)
    tune(s, twang, 47, 72, ("tune", "bridge", "intro"), ("x-xxx-xx", "xxxxx---", "x--xx-x-", "xxxxxxxxx---x---", "x-x-xxxx"), repeat=0.35, form=s.pick("AAAB", "AABA"), scoop=0.15)
    comp(s, s.part("clean-guitar", "~electric-guitar", level=-3, pan=0.5), ("x.xxx.xx", "..x...x.", "xxxxxxxx"), 62, 4)
    tune(s, s.part("tenor-sax", "rock-organ", "overdriven", "drawbar", level=1.5), 57, 81, "solo", density=0.7, scoop=0.3)
    if s.chance(0.5):
        comp(s, s.part("rock-organ", "~organ", "piano", level=-5), ("x-------", "x.x.x.x.", "..x...x."), 64, 3)
    if s.chance(0.3):
        backing(s, ("bridge", "tune"))
    if s.chance(0.3):
        finish(s)


@style("Jazz", like="R&B")
def north_organ_soul_jazz(s: Song) -> None:
    """Hammond, guitar and a tenor: boogaloo, shuffle or a bluesy waltz, with a riff for a head and long solos."""
    swing = s.pick(0.0, 0.3, 0.9, 1.0)
    s.set((104, 152), s.pick("dorian", "blues", "mixolydian"), keys="F C G Bb", swing=swing, room=("club", "room", "booth"))
    body = s.pick(JAZZ_BLUES[0], TWELVE_BAR[1], "i7 | IV7 | i7 | IV7 | i7 | IV7 | bVI7 | V7#9" if s.scale != "mixolydian" else "I9 | I9 | IV9 | I9 | I9 | IV9 | ii7 | V7")
    s.until(46, "head head solo second head", head=body)
    groove = s.pick({"kick": "x..x..x.", "snare": "..X.g.Xg", "ride": "x.xxx.xx"}, {"kick": "x..xx...", "snare": "g.Xg.gX.", "ride": "xxxxxxxx"}) if swing < 0.5 else s.pick(
        {"kick": "x...x...", "snare": "..x.g.xg", "ride": "X.XxX.Xx", "pedal": "..x...x."}, {"ride": "x.xxx.xx", "pedal": "..x...x.", "rim": "......x.", "kick": "o..?o..."})
    drums(s, s.part("kit:jazz", "kit:standard", "kit:room", level=-1), groove, fills="jazz", crash=0.35)
    bass = s.part("upright", "drawbar", "finger-bass", level=0)
    if swing < 0.5:
        figure(s, bass, ("1..5..8.|1..5.6.a", "1--1..5a", "1.3.5.6a"), short=0.8)
    else:
        walking(s, bass, 28, 50)
    organ = s.part("drawbar", "perc-organ", "~organ", level=1, fx=s.pick(("leslie",), ()))
    comp(s, organ, ("x..x....", ".x..x.x-", "x-------", "..x..x-."), 62, 4, ("head", "solo"), 70)
    tune(s, organ, 62, 86, "second", density=0.75, grid=s.pick(2, 3, 4), scale="blues", form="ABCD", repeat=0.2, stick=0.45)
    comp(s, s.part("jazz-guitar", "clean-guitar", level=-3), ("..x...x.", "..xx..x.", ".x..x..x"), 64, 4, ("head", "second"), 68)
    lead = s.part("tenor-sax", "jazz-guitar", "alto-sax", "trumpet", level=2)
    line = tune(s, lead, 57, 79, "head", ("x.xx.x..", ".xx-x-..", "xxx.x-..", "x-.x.xx-", "..x.xxx-"), form="AAB", repeat=0.4, scoop=0.25, stick=0.6)
    if s.chance(0.5):
        below(s, line, s.part("trumpet", "trombone", "tenor-sax", "drawbar", level=-1))
    tune(s, lead, 57, 84, "solo", density=0.75, grid=s.pick(2, 3, 4), scale=s.pick("blues", None), form="ABCD", scoop=0.25, stick=0.45, repeat=0.1)


@style("Electronic", like="Classical")
def north_slow_machines(s: Song) -> None:
    """Without a dance floor: sequences of notes that drift against each other, wide pads, bells, at most a soft machine."""
    s.set((76, 124), s.pick("minor", "dorian", "lydian", "major"), room=("hall", "cave", "plate", "church"))
    table = LUSH if s.scale in ("lydian", "major") else DUSK
    loop = journey(s, table, 4)
    slow = " | ".join(f"{chord} | {chord}" for chord in loop.split(" | "))
    s.until(46, "drift sequence sequence drift", drift=slow, sequence=slow)
    pads = opening(s, s.part("~warm-pad", "~glass-pad", "~air-pad", "~string-machine", "sweep-pad", "halo-pad", level=-1))
    pad(s, pads, 62, 4)
    for pan in (-0.5, 0.5)[:s.pick(1, 2)]:
        grid = s.pick(16, 16, 12, 20)
        row = "1" + "".join(s.pick("1", "2", "3", "4", "5", "6") if s.chance(0.75) else "." for _ in range(grid - 1))
        voice = opening(s, s.part("~pluck", "~square-pluck", "~saw-bass", "~fm-bell", "~acid", "~fm-piano", "crystal", level=0, pan=pan, fx=("delay",), loose=0.002))
        comp(s, voice, row, s.pick(50, 62, 69), 3, s.pick(None, "sequence"), 74)
    figure(s, s.part("~sub-bass", "~saw-bass", "~reese", "synth-bass", level=-1), ("1---------------", "1.1.1.1.1.1.1.1.", "1-----..1---5---"), 28, s.pick(None, "sequence"))
    tune(s, s.part("~saw-lead", "~theremin", "~flute", "~fm-bell", "~square-lead", "~vibes", "~air-pad", level=0, fx=("delay",), send=-5), 62, 84, s.pick("drift", None),
         density=0.25, bars=4, leap=0.3)
    if s.chance(0.5):
        drums(s, s.part("~kit:minimal", "~kit:808", "~kit:lofi", "kit:electronic", level=-4), s.pick({"kick": "x...x...x...x...", "hat": "..x...x...x...x."},
                {"kick": "x.......x.x.....", "rim": "....x.......x...", "hat": "x.x.x.x.x.x.x.x."}, {"shaker": "xoxoxoxo", "kick": "x......."}),
              where="sequence", fills="", crash=0.0)


@style("World", like="Folk")
def north_wedding_band(s: Song) -> None:
    """Balkan and klezmer: clarinet, fiddle and accordion in unison over tuba or bass and off-beats, in two, seven or nine."""
    meter = s.pick(4.0, 4.0, 3.5, 4.5, 2.5)
    s.set((116, 176), s.pick("freygish", "misheberak", "harmonic-minor", "hungarian-minor"), keys="D G E A C", beats=meter, room=("room", "club", "outdoors"))
    plain = s.scale == "freygish"
    a = s.pick("I | I | bII | I", "I | bVII | bII | I", "I | iv | bVII | I") if plain else s.pick("i | i | V7 | i", "i | iv | V7 | i", "i | iv | i | V7")
    b = s.pick("iv | iv | I | I", "iv | bII | I | I") if plain else s.pick("bIII | bVII | bIII | V7", "iv | i | V7 | i")
    s.until(46, "A A B B solo A", A=f"{a} | {a}", B=f"{b} | {b}", solo=f"{a} | {a}")
    count = round(meter * 2)
    low, high = {8: ("1...5...", ".x.x.x.x"), 7: ("1..5.5.", ".xx.x.x"), 9: ("1.5.1.5..", ".x.x.x.xx"), 5: ("1.5..", ".x.xx")}[count]
    figure(s, s.part("tuba", "upright", "finger-bass", "baritone-sax", level=1), low, 30, short=0.75)
    comp(s, s.part("accordion", "~accordion", "horn", "trombone", "clean-guitar", level=-2), high, 63, 3, loud=78)
    hands(s, s.part("kit:standard", level=-1), {"kick": low.replace("1", "X").replace("5", "x"), "snare": "".join(s.pick("x", "o", "X") if mark == "x"
            else s.pick(".", "g") for mark in high), **s.pick({}, {"tamb": "x" * count}, {"hat": high})}, wild=0.1)
    lead = s.part("clarinet", "fiddle", "accordion", "trumpet", "~shawm", "soprano-sax", level=2)
    line = tune(s, lead, 60, 84, ("A", "B"), density=0.8, grid=s.pick(2, 4), leap=0.12, repeat=0.15, stick=0.55, scoop=0.15)
    other = s.part("fiddle", "accordion", "clarinet", "trumpet", "~accordion", level=-1, loose=0.015)
    for note in line:
        if s.chance(0.95):
            other.add(note.start, note.length, note.pitch, note.velocity - 6)
    if s.chance(0.5):
        below(s, line, s.part("trumpet", "alto-sax", "horn", level=-3))
    tune(s, s.part("clarinet", "violin", "~vocal", "trumpet", level=2), 60, 86, "solo", density=0.75, grid=4, form="ABCD", leap=0.1, stick=0.4, scoop=0.35, sing=True)


@style("Blues", like="Jazz")
def north_jump_blues(s: Song) -> None:
    """Nineteen forty-nine to fifty-five: riffing saxes, boogie-woogie piano, a shouter, stop time, a honking solo."""
    s.set((118, 176), s.pick("blues", "major-blues"), keys="Bb F C Eb G", swing=(0.7, 1.0), room=("club", "room", "booth", "plate"))
    s.until(46, "riff verse solo verse riff", riff=s.pick(TWELVE_BAR[0], TWELVE_BAR[2]), verse=s.pick(*TWELVE_BAR), solo=s.pick(*TWELVE_BAR))
    groove = s.pick({"kick": "x.x.x.x.", "snare": "..X...X.", "ride": "X.XxX.Xx"}, {"kick": "x...x...", "snare": "..X...Xg", "hat": "X.XoX.Xo"},
                    {"kick": "x.x.x.x.", "snare": "g.Xgg.Xg", "ride": "XxXxXxXx"})
    kit = drums(s, s.part("kit:standard", "kit:jazz", "kit:room"), groove, {"solo": {**groove, "snare": "..X...X."}}, "shuffle", every=4)
    bass = s.part("upright", "contrabass")
    if s.chance(0.5):
        walking(s, bass, 28, 50)
    else:
        figure(s, bass, ("1.3.5.6.|8.6.5.3.", "1.3.5.6.|7.6.5.3."))
    piano = s.part("piano", "honky-tonk", "bright-piano", level=-1)
    if s.chance(0.6):
        figure(s, piano, ("1135566a|88665533", "15161516", "11336655"), 41, loud=78)
    comp(s, piano, ("xxxxxxxxxxxx", "..x..x..x..x", ".x.x.x.x", "x..x..x."), 69, 3, loud=70)
    saxes = s.part("tenor-sax", "alto-sax", "~brass-section", "brass", level=0.5)
    line = tune(s, saxes, 56, 74, "riff", ("x.xx.x..", ".xxx.x-.", "xx.x.x-.", "x-x-.xx."), form="AAA", repeat=0.45, scale="major-blues")
    below(s, line, s.part("baritone-sax", "trombone", "tenor-sax", level=-1.5))
    comp(s, saxes, ("........|..xx.X..", "x-------|x-------", "...x-...|...x-..."), 60, 3, ("verse", "solo"), 78)
    sung(s, "verse", ("x-xx-xx-", ".xxx-x-.", "xx-xx-x-", "..xxx-x-"), 0.92, ("trumpet", "tenor-sax"), scale="blues", form="AAB", turns=s.pick("xx..", "xxx.", "xx.x"),
         repeat=0.4, stick=0.5)
    tune(s, s.part("tenor-sax", "overdriven", "alto-sax", "trumpet", "clean-guitar", level=2), 55, 82, "solo", scale="blues", density=0.7, scoop=0.4, repeat=0.35, stick=0.4,
         form="ABCD")
    stops(s, [kit, bass, piano], "riff", 0.4)


@style("Folk", like="World")
def north_shanty_and_work_song(s: Song) -> None:
    """One voice calls, all answer; stamping feet, a squeezebox or a fiddle along with it, or nothing at all."""
    three = s.chance(0.3)
    s.set((84, 132), s.pick("major", "dorian", "mixolydian", "minor"), keys="D G A C E", beats=3.0 if three else 4.0, swing=0.0 if three else s.pick(0.0, 0.4, 0.7),
          room=("room", "outdoors", "hall", "club"))
    minor = s.scale in ("dorian", "minor")
    verse = s.pick("i | bVII | i | bVII | i | bVII | i | i", "i | i | bVII | bVII | i | v | i | i") if minor else s.pick("I | I | IV | I | I | I | V | I",
            "I | IV | I | V | I | IV | V | I", "I | V | I | V | IV | I | V | I")
    s.until(46, s.pick("verse verse chorus", "verse chorus verse tune"), verse=verse, chorus=verse, tune=verse)
    rows = ("x-xx-x", "x-x-xx", "xx-x--") if three else ("x-xxx-x-", "x-x-x-x-", "xx-xx-x-", "x--xx-x-")
    sung(s, "verse", rows, 1.0, turns="xx..", form=s.pick("ABAC", "AABC"), voices="~vocal ~vocal-low", leap=0.2, stick=0.7)
    answer = tune(s, s.part("~vocal-duo", "~backing", "choir", level=2), 53, 70, "verse", rows, turns="..xx", form="AAAA", sing=True, leap=0.12)
    everyone = tune(s, s.part("~vocal-duo", "~backing", level=2), 55, 72, "chorus", rows, sing=True, leap=0.15)
    below(s, [*answer, *everyone], s.part("~vocal-low", "~backing", level=0))
    helper = s.part("accordion", "~accordion", "fiddle", "whistle", "banjo", "reed-organ", level=-1)
    tune(s, helper, 62, 84, ("tune", "chorus"), density=0.65, leap=0.2)
    if s.chance(0.7):
        comp(s, s.part("accordion", "~accordion", "steel", "reed-organ", "~mandolin", level=-4), ("x-----", "x.x.x.", "..x.x.") if three else ("x-------", "..x...x.",
                "x.x.x.x."), 60, 3, s.pick(None, ("chorus", "tune")))
    if s.chance(0.6):
        hands(s, s.part("kit:standard", level=-5), s.pick({"kick": "x....." if three else "x...x..."}, {"clap": "..x.x." if three else "..x...x."},
                                                          {"low": "X..o.." if three else "X...X.o."}))


@style("Pop", like="R&B")
def north_wall_of_sound(s: Song) -> None:
    """A girl group in front of everything: big drums in echo, castanets, two pianos, strings, a saxophone."""
    s.set((104, 140), "major", keys="E C F G Bb D", swing=s.pick(0.0, 0.0, 0.3, 0.8), room=("hall", "plate", "arena"))
    verse = s.pick("I | I | ii | V | I | I | ii | V", "I | vi | IV | V | I | vi | IV | V", "I | iii | IV | V | I | iii | IV | V", journey(s, MAJOR, 8, "V"))
    s.until(46, "intro verse chorus verse chorus solo chorus", intro="I | I | IV | V", verse=verse, chorus=s.pick("I | vi | IV | V", "I | I | IV | V", "IV | V | iii | vi",
            "III7 | VI7 | II7 | V7") + " | " + s.pick("I | vi | ii | V", "I | IV | V | I"))
    beat = s.pick({"kick": "x..xx...", "snare": "......X.", "tamb": "..x...x."}, {"kick": "x..x....", "snare": "..X...X.", "low": "x.x.x.x."},
                  {"kick": "x.x.x.x.", "snare": "..X...X.", "tamb": "xoXoxoXo"}, {"kick": "x..xx..x", "snare": "..X...XX", "hat": "xoxoxoxo"})
    drums(s, s.part("kit:room", "kit:standard", "kit:power", send=-6), beat, {"chorus": {**beat, "tamb": "..X...X.", "block": s.pick("x.xxx.xx", "xx.xxx.x")}}, "rock",
          every=4, crash=0.3)
    figure(s, s.part("finger-bass", "pick-bass", "upright"), ("1--15--5", "1--11--a", "1-.11-5a", "1.1.5.5."))
    for voice, centre in (("piano", 60), ("bright-piano", 68)):
        comp(s, s.part(voice, level=-3), ("xxxxxxxx", "x..xx..x", "x.x.x.x."), centre, 3, loud=76)
    comp(s, s.part("steel", "clean-guitar", "nylon", level=-4), ("x.xxx.xx", "xxxxxxxx", "..x...x."), 62, 4)
    leader = sung(s, ("verse", "chorus"), ("x-xx-xx-", "xx-x-x--", ".xxx-x--", "x--xx---"), 0.9, ("tenor-sax",), voices="~vocal ~vocal-duo", repeat=0.35)
    below(s, [note for note in leader if any(b.start <= note.start < b.start + b.beats for b in s.bars("chorus"))], s.part("~vocal-duo", "~backing", level=-2))
    backing(s, ("verse", "chorus"), ("....x-x-", "x-------", "..xx..x-", "........|x.x.x---"))
    pad(s, s.part("strings", "slow-strings", level=-4), 67, 3, ("chorus", "solo"))
    tune(s, s.part("tenor-sax", "baritone-sax", "strings", "brass", level=1), 58, 80, ("solo", "intro"), density=0.5, scoop=0.3)
    if s.chance(0.5):
        comp(s, s.part("brass", "trombone", "baritone-sax", level=-4), ("x-------", "x--x....", "....x.x."), 57, 3, ("chorus", "solo"))


@style("Latin", like="Pop")
def north_bolero_and_guajira(s: Song) -> None:
    """A slow dance: requinto and nylon guitar, maracas, bongos, a duo in thirds; or a band with muted trumpet and strings."""
    s.set((78, 116), s.pick("minor", "harmonic-minor", "major"), keys="A D E G C", room=("club", "room", "plate", "hall"))
    verse = s.pick("i | iv | V7 | i | i | iv | V7 | i", "i | i | V7 | V7 | V7 | V7 | i | i", "i | bVII | bVI | V7 | i | bVII | bVI | V7") if s.scale != "major" else s.pick(
        "Imaj7 | vi7 | ii7 | V7 | Imaj7 | vi7 | ii7 | V7", "I | IV | V7 | IV | I | IV | V7 | IV", "I | iii7 | biii°7 | ii7 | ii7 | V7 | I6 | V7")
    s.until(46, "intro verse chorus solo verse", intro=" | ".join(verse.split(" | ")[:4]), verse=verse, chorus=journey(s, MAJOR if s.scale == "major" else MINOR, 8, "V7"),
            solo=verse)
    hands(s, s.part("kit:standard", level=-3), {s.pick("maracas", "maracas", "shaker"): s.pick("x.xxx.x.", "xoxxxoxo", "xxx.x.x."), "bongo": s.pick("xoxoxoxo", "x.xoxoxo"),
                                                "bongo-low": "......x."}, wild=0.08)
    if s.chance(0.75):
        drums(s, s.part("kit:standard", level=-4), {"conga": "......xx", "slap": "..x.....", "tumba": "...x....", **s.pick({"clave": "x..x..x...x.x..."}, {"rim": "..x..x.."},
                {})}, fills="latin", every=8, crash=0.1)
    figure(s, s.part("upright", "finger-bass", level=1), ("1---5-8-", "1--.5-3-", "1-.5--8a", "1---5-a-"), 30)
    comp(s, s.part("nylon", "~nylon-guitar", level=-1, pan=-0.3), ("l.xxl.xx", "l3435343", "l.34x.43", "x.xxx.xx"), 60, 4, roll=0.015)
    requinto = s.part("nylon", "~nylon-guitar", "muted-trumpet", "trumpet", "violin", "piano", level=1, pan=0.3)
    tune(s, requinto, 64, 86, ("intro", "solo"), ("xxxxxxx-", "x-xxxxxx", ".xxxxxx-", "x--xxxx-"), leap=0.2, repeat=0.1)
    tune(s, requinto, 64, 84, ("verse", "chorus"), density=0.55, turns=s.pick("...x", "..xx"))
    leader = sung(s, ("verse", "chorus"), ("x-xxx-x-", "..xxxx--", "x--xx---", ".xxxxx--"), 0.94, ("trumpet", "violin"), turns=s.pick("xxx.", "", "xx.x"), leap=0.2)
    if s.chance(0.65):
        below(s, leader, s.part("~vocal-duo", "~vocal-low", level=-1))
    if s.chance(0.4):
        pad(s, s.part("strings", "slow-strings", level=-6), 64, 3, s.pick(None, "chorus"))
