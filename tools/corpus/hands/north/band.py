"""Jazz, pop, R&B and disco: bands with keyboards, horns and strings that lock with the drums."""

from __future__ import annotations

from hands.north.craft import LUSH, MAJOR, MINOR, backing, below, comp, figure, finish, journey, pad, sung, tune, walking
from hands.north.drummer import drums, moved
from song import Song, style
from theory import JAZZ_BLUES

SWINGS = (
    {"ride": "x.xox.xo", "pedal": "..x...x.", "kick": "g...?...", "snare": "...?..?."}, {"ride": "x.xxx.xx", "pedal": "..x...x.", "snare": "?..g.?.g", "kick": "...?...?"},
    {"ride": "x.X.x.Xo|xxX.x.X.", "pedal": "..x...x.", "snare": ".g.?...g|...g.?..", "kick": "?......g"}, {"hat": "x.XoxoX.", "kick": "o...o...", "rim": "......?.",
                                                                                                           "snare": "?..?...."},
)
BRUSHES = ({"snare": "ogxgogxg", "pedal": "..x...x.", "kick": "g......."}, {"snare": "o.xoo.xo", "ride": "?.x.?.x.", "pedal": "..x...x."})
STANDARDS = (
    "ii7 | V7 | Imaj7 | Imaj7 | iiø | V7 | im7 | im7", "Imaj7 | VI7 | ii7 | V7 | iii7 VI7 | ii7 V7 | Imaj7 VI7 | ii7 V7",
             "Imaj7 vi7 | ii7 V7 | iii7 VI7 | ii7 V7 | I7 | IV6 iv6 | iii7 VI7 | ii7 V7",
    "Imaj7 | viiø III7 | vi7 | v7 I7 | IVmaj7 | iv7 bVII7 | iii7 VI7 | ii7 V7", "im7 | iiø V7 | im7 | iv7 | iiø | V7b9 | im7 | V7b9",
             "Imaj7 | #i°7 | ii7 | V7 | iii7 | biii°7 | ii7 | V7",
)
BRIDGES = ("III7 | III7 | VI7 | VI7 | II7 | II7 | V7 | V7", "v7 | I7 | IVmaj7 | IVmaj7 | iv7 | bVII7 | ii7 | V7", "IVmaj7 | iv7 bVII7 | Imaj7 | Imaj7 | vi7 | II7 | ii7 | V7")
COMPING = ("x..x....", "..x...x-", ".x...x..", "x..x..x.", "...x..x-|.x..x...", "?.x..?.x", "x-....x.|...x....")
HEAD = ("x.xx-x..", ".xx-xx-.", "x--x-x--", "xxx-.x-.", "..xxxx-.", "x-x..xx-")


@style("Jazz", like="Blues")
def north_small_group_swing(s: Song) -> None:
    """A quartet or quintet: horns state the head, solos over a walking bass and a ride cymbal, fours with the drummer."""
    blues = s.chance(0.3)
    minor = s.chance(0.25)
    s.set((112, 244), "minor" if minor else s.pick("bebop", "major"), keys="F Bb Eb C G", swing=(0.6, 1.0), room=("club", "room", "booth"))
    body = s.pick(*JAZZ_BLUES) if blues else STANDARDS[4] if minor else s.pick(*STANDARDS)
    s.until(46, "head head bridge head solo solo fours head", head=body, bridge=body if blues or minor else s.pick(*BRIDGES), solo=body, fours=body)
    groove = s.pick(*SWINGS)
    kit = drums(s, s.part("kit:jazz", "kit:standard", "kit:brush", level=-2), groove, fills="jazz", every=s.pick(4, 8), crash=0.35, wild=0.05)
    walking(s, s.part("upright", "contrabass"), 28, 52, two=0.2)
    if s.chance(0.85):
        comp(s, s.part("piano", "piano", "jazz-guitar", "vibraphone", "drawbar", level=-3), COMPING, 62, 4, loud=72)
    first = s.part("tenor-sax", "trumpet", "alto-sax", "muted-trumpet", "clarinet", "trombone", level=1.5)
    head = tune(s, first, 58, 80, ("head", "bridge"), HEAD, form="AABA", bars=s.pick(2, 4), scoop=0.1)
    if s.chance(0.5):
        below(s, head, s.part("trumpet", "alto-sax", "trombone", "tenor-sax", level=-0.5), s.pick(-2, -2, -3))
    soloist = first if s.chance(0.5) else s.part("piano", "jazz-guitar", "vibraphone", level=1)
    tune(s, soloist, 58, 86, ("solo",), density=s.between(0.6, 0.9), grid=s.pick(2, 2, 3), form="ABCD", leap=0.3, stick=0.55, repeat=0.06)
    tune(s, first, 58, 82, "fours", density=0.8, form="ABCD", turns="xxxx....")
    solo_rows = {"snare": "xgxxgxgx", "kick": "x..x..x.", "high": "..x..x..", "pedal": "..x...x."}
    for bar in s.bars("fours"):
        if bar.index % 8 >= 4:
            for drum, key in (("snare", 38), ("kick", 36), ("high", 48)):
                for place, mark in enumerate(solo_rows[drum]):
                    if mark != "." and s.chance(0.7):
                        kit.add(bar.start + place / 2, 0.2, key, s.between(60, 110))
    if s.chance(0.3):
        finish(s)


@style("Jazz", like="Blues")
def north_big_band_riffs(s: Song) -> None:
    """A dance orchestra of the fifties: saxes ask, brass answers, everything over four beats of guitar and bass, shout choruses."""
    s.set((126, 208), s.pick("major", "mixolydian", "major-blues"), keys="F Bb Eb C Ab", swing=(0.75, 1.05), room=("hall", "club", "plate"))
    body = s.pick(JAZZ_BLUES[0], STANDARDS[1], STANDARDS[2], "I6 | VI7 | ii7 V7 | I6 | I7 | IV6 | ii7 V7 | I6")
    s.until(46, "intro riff riff solo shout", intro="I6 | VI7 | ii7 | V7", riff=body, solo=body, shout=body)
    groove = s.pick(SWINGS[0], SWINGS[1], SWINGS[3])
    drums(s, s.part("kit:jazz", "kit:standard", level=-1), groove, {"shout": {**groove, "snare": "..x...X.", "kick": "x.x.x.x."}}, "jazz", every=4, crash=0.6)
    walking(s, s.part("upright"), 28, 50)
    comp(s, s.part("jazz-guitar", "nylon", level=-6), "xxxx", 56, 4, loud=72)
    saxes = s.part("tenor-sax", "alto-sax", level=1, pan=-0.4)
    asked = tune(s, saxes, 56, 74, ("riff", "shout"), HEAD, turns=s.pick("xx.x", "xxx.", ""), repeat=0.4, form="AAAB")
    for steps in (-2, -4):
        below(s, asked, s.part("alto-sax", "tenor-sax", "baritone-sax", "clarinet", level=-2, pan=-0.3), steps)
    brass = s.part("brass", "trumpet", "~brass-section", level=-0.5, pan=0.4)
    comp(s, brass, ("....x.X.|..X.....", "...X....|x..X..X-", "..xX..x.|.X......"), 67, 4, ("riff", "intro"), 84)
    comp(s, brass, ("X..X..X.|.X.X-...", "x.X..X--|X.x.X...", ".X.X..x-"), 70, 4, "shout", 96)
    comp(s, s.part("trombone", "brass", level=-3), ("x---....|....x---", "x.......|...x...."), 57, 3, ("riff", "shout"), 80)
    tune(s, s.part("clarinet", "trumpet", "tenor-sax", "muted-trumpet", level=2), 60, 84, ("solo", "intro"), density=0.7, form="ABCD", scoop=0.2)
    if s.chance(0.5):
        comp(s, s.part("piano", level=-4), COMPING, 66, 3, loud=68)
    if s.chance(0.3):
        sung(s, "solo", HEAD, 1.0, stick=0.7)
    if s.chance(0.4):
        finish(s)


@style("Jazz", like="R&B")
def north_after_hours_trio(s: Song) -> None:
    """Brushes or a light cymbal, a bass that sings, a piano, organ or guitar alone with a ballad; perhaps a singer or a sax."""
    s.set((56, 104), s.pick("major", "major", "dorian", "minor"), keys="Eb Ab Db F Bb", swing=s.pick(0.6, 0.8, 1.0, 0.9), room=("club", "plate", "room"))
    minor = s.scale in ("dorian", "minor")
    body = STANDARDS[4] if minor else s.pick(STANDARDS[1], STANDARDS[3], STANDARDS[5], journey(s, LUSH, 8, "V7"))
    s.until(46, "tune bridge tune solo", tune=body, bridge="iv7 | bVII7 | bIIImaj7 | bVImaj7 | iiø | V7b9 | im7 | V7b9" if minor else s.pick(*BRIDGES), solo=body)
    drums(s, s.part("kit:brush", "kit:jazz", level=-4), s.pick(*BRUSHES, SWINGS[0]), fills="brush", crash=0.1, wild=0.04)
    bass = s.part("upright", "contrabass", level=-1)
    if s.chance(0.5):
        walking(s, bass, 28, 50, two=0.7)
    else:
        figure(s, bass, ("1---5-3a", "1----1-a", "1--15---"))
    chords = s.part("piano", "jazz-guitar", "drawbar", "rhodes", "vibraphone", level=-2)
    comp(s, chords, ("x---..x-|x------.", "..x-x---", "x----x-.|..x--x--", "x-.x--x-"), 61, 4, loud=66, roll=0.02)
    where = ("tune", "bridge")
    if s.chance(0.4):
        sung(s, where, chance=1.0, density=0.45, leap=0.3, scoop=0.2)
    else:
        tune(s, s.part("tenor-sax", "piano", "muted-trumpet", "alto-sax", "jazz-guitar", "clarinet", level=2), 57, 82, where, density=0.5, leap=0.3, scoop=0.25)
    tune(s, s.part("piano", "tenor-sax", "jazz-guitar", "vibraphone", level=1.5), 60, 86, "solo", density=0.65, grid=s.pick(2, 3, 4), form="ABCD", leap=0.3, repeat=0.08)
    if s.chance(0.25):
        pad(s, s.part("strings", "slow-strings", level=-7), 62, 4, "bridge")


# Pop.

POP_BEATS = (
    {"kick": "x...x...", "snare": "..X...X.", "hat": "xoxoxoxo"}, {"kick": "x..xx...", "snare": "..X...X.", "hat": "xoxoxoxo", "tamb": "..x...x."},
             {"kick": "x.....x.x.......", "snare": "....X.......X...", "hat": "x.o.x.o.x.o.x.o."},
    {"kick": "x..x....", "snare": "..X...XX", "ride": "x.x.x.x."}, {"kick": "x.xxx.xx", "snare": "..X...X.", "tamb": "xoXoxoXo"},
)
HOOKS = ("x-xx-xx-", "xxx-x-x-", "x-x-xxx-", ".xxxx-x-", "x--xx-x-", "xx-xx---")


@style("Pop", like="Rock")
def north_beat_group_pop(s: Song) -> None:
    """Nineteen sixty-five: jangling guitars, tambourine, three-part harmony, a middle eight, a hook of two notes that everyone remembers."""
    s.set((108, 150), s.pick("major", "major", "mixolydian"), keys="E A D G C", swing=s.pick(0.0, 0.0, 0.0, 0.6), room=("room", "booth", "plate"))
    verse = journey(s, MAJOR, 8, "V")
    s.until(46, "intro verse chorus verse chorus middle chorus", intro=journey(s, MAJOR, 4), verse=verse, chorus=s.pick("I | IV | I | V", "I | vi | IV | V", "IV | V | I | vi",
            journey(s, MAJOR, 4)) + " | " + journey(s, MAJOR, 4, "I"),
            middle=s.pick("vi | iii | vi | iii | IV | iv | V | V", "IV | iv | I | I | II | II | V | V"))
    groove = s.pick(*POP_BEATS)
    drums(s, s.part("kit:standard", "kit:room"), groove, {"chorus": {**groove, "tamb": s.pick("..x...x.", "xoXoxoXo")}, "middle": {**moved(groove, hat="ride"),
            "tamb": "....x..."}}, "rock", crash=0.5)
    figure(s, s.part("pick-bass", "finger-bass"), ("1--15-5a", "1-1-5-3a", "1.5.8.5a", "11.11.1a", "1-3-5-6-"))
    jangle = s.part("clean-guitar", "~electric-guitar", "steel", level=-1, pan=-0.5, fx=s.pick((), ("amp:edge",), ("chorus",)))
    comp(s, jangle, ("12343234", "x.xux.xu", "..x...x.", "x.xx.xxu"), 62, 4, roll=0.008)
    comp(s, s.part("steel", "~steel-guitar", "piano", "electric-grand", level=-4, pan=0.5), ("x.uux.uu", "x.x.x.x.", "xxxxxxxx"), 59, 4, roll=0.008)
    leader = sung(s, ("verse", "chorus", "middle"), HOOKS, 0.88, ("clean-guitar",), repeat=0.35)
    chorus = [note for note in leader if any(b.start <= note.start < b.start + b.beats for b in s.bars(("chorus", "middle")))]
    below(s, chorus, s.part("~vocal-duo", "~backing", "~vocal", level=-2))
    if s.chance(0.6):
        backing(s, ("chorus", "middle"), ("x-------", "..x-..x-", "....x.x."))
    tune(s, s.part("clean-guitar", "~electric-guitar", "harmonica", "harpsichord", "trumpet", "rock-organ"), 62, 82, "intro", HOOKS, repeat=0.4)


@style("Pop", like="Electronic")
def north_eighties_pop(s: Song) -> None:
    """Drum machine and gated snare, sequenced bass, bright synthesizers, a big chorus with an answering line."""
    minor = s.chance(0.5)
    s.set((98, 134), "minor" if minor else "major", room=("plate", "booth", "hall"))
    table = MINOR if minor else MAJOR
    loop = journey(s, table, 4)
    s.until(46, "intro verse pre chorus verse chorus", intro=loop, verse=f"{loop} | {loop}", pre=journey(s, table, 4, "V" if not minor else "bVII"),
            chorus=" | ".join([journey(s, table, 4, home=False)] * 2))
    groove = s.pick({"kick": "x.......x.x.....", "snare": "....X.......X...", "hat": "x.x.x.x.x.x.x.x."}, {"kick": "x...x...x...x...", "snare": "....X.......X...",
                                                                                                           "hat": "xoxoxoxoxoxoxoxo"},
                    {"kick": "x.....x...x.....", "snare": "....X.......X...", "hat": "x.xxx.xxx.xxx.xx"}, {"kick": "x..x..x...x.....", "snare": "....X.......X...",
                                                                                                           "hat": "..x...x...x...x."})
    drums(s, s.part("~kit:linn", "kit:electronic", "~kit:808", "kit:power"), groove, {"chorus": {**groove, "clap": "....x.......x...", "tamb": "x.x.x.x."},
                                                                                      "pre": {**groove, "high": "......x.......x."}}, s.pick("rock", "machine"))
    figure(s, s.part("synth-bass", "~saw-bass", "~fm-bass", "synth-bass-2", "slap-bass"), ("11111111", "1.8.1.8.", "1.11.1.8", "1..1..1.5.7.8...", "1-.11-.5"), short=0.7)
    comp(s, s.part("polysynth", "~saw-poly", "dx-piano", "~brass-poly", "synth-brass", level=-3), ("x-------", "x..x..x-", "..x...x.", "x-.x-.x-"), 63, 4,
         ("verse", "chorus", "intro", "pre"))
    comp(s, s.part("~pluck", "~square-pluck", "muted-guitar", "clean-guitar", level=-5, fx=("delay",)), ("1.2.3.2.4.3.2.3.", "12341234", "..1.3...2.1.....",
                                                                                                         "1.1.2.1.3.1.2.1."), 67, 4, s.pick(None, ("chorus", "intro")))
    sung(s, ("verse", "pre", "chorus"), HOOKS, 0.88, ("saw-lead",), repeat=0.35, fx=s.pick((), ("delay",)))
    backing(s, "chorus", ("..x-..x-", "x-------", "....x-x-"))
    hook = s.part("brightness", "saw-lead", "~saw-lead", "bells", "~fm-bell", "synth-brass", "square-lead", "trumpet", "alto-sax", level=-1)
    tune(s, hook, 64, 86, ("intro", "chorus"), HOOKS, form="AAAB", turns=s.pick("xx", "..xx", ".x"), repeat=0.3)
    if s.chance(0.6):
        pad(s, s.part("warm-pad", "synth-strings", "~string-machine", level=-7), 60, 4, ("pre", "chorus"))


@style("Pop", like="R&B")
def north_piano_ballad_pop(s: Song) -> None:
    """A ballad that grows: piano and voice, then the band, strings, a chorus with backing singers, a lift."""
    s.set((62, 92), "major", keys="C G F D Bb", swing=0.0, room=("plate", "hall", "room"))
    verse = journey(s, MAJOR, 8, "V")
    s.until(46, "intro verse chorus verse chorus", intro=journey(s, MAJOR, 2), verse=verse, chorus=s.pick("I | V | vi | IV", "vi | IV | I | V", "IV | V | iii | vi",
                                                                                                          "I | iii | IV | iv") + " | " + journey(s, MAJOR, 4, "V"))
    groove = s.pick({"kick": "x......xx.......", "snare": "....x.......x...", "hat": "x.o.x.o.x.o.x.o."}, {"kick": "x.....x.x.......", "rim": "....x.......x...",
                                                                                                           "hat": "xoxoxoxoxoxoxoxo"})
    full = {**moved(groove, rim="snare", hat="ride"), "tamb": "....x.......x..."}
    drums(s, s.part("kit:standard", "kit:room", "~kit:linn", level=-2), groove, {"chorus": full}, "ballad", crash=0.6)
    comp(s, s.part("piano", "electric-grand", "dx-piano", "rhodes", level=0), ("x.x.x.x.", "l.3.234.", "l3243234", "l-x-o-x-", "x-.xx-x-"), 61, 4, loud=74)
    figure(s, s.part("finger-bass", "fretless", level=-1), ("1--11---", "1---5---", "1-----5a"), where=("verse", "chorus"))
    leader = sung(s, ("verse", "chorus"), chance=0.9, instead=("alto-sax",), density=0.5, leap=0.3, scoop=0.1)
    if s.chance(0.6):
        backing(s, "chorus", ("x-------", "..x-..x-"))
    below(s, [note for note in leader if any(b.start <= note.start < b.start + b.beats for b in s.bars("chorus"))], s.part("~vocal-duo", level=-4), share=0.7)
    pad(s, s.part("strings", "slow-strings", "synth-strings", level=-5), 64, 4, s.pick("chorus", ("verse", "chorus")))
    tune(s, s.part("clean-guitar", "oboe", "alto-sax", "horn", "strings", level=-1), 60, 82, ("intro", "verse"), density=0.35, turns="...x")
    if s.chance(0.5):
        comp(s, s.part("clean-guitar", "steel", level=-5), ("12341234", "x...x...", "..x...x."), 62, 4, "chorus")
