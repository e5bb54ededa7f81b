"""World: traditions that share nothing but their distance from the charts: other scales and tunings, drones for harmony, cycles for bars.

The hard cases are Folk (fiddles and drones of the north), Classical (solo strings, ensembles without drums), Latin (hand drums) and
Electronic (drones). Asia's styles are in `world_asia`.
"""

from __future__ import annotations

import bass
import comping
import groove
import lines
import players
from genres import traditions, world_asia
from score import Part
from song import Song, style

STILL = world_asia.STILL
OUTSIDE = ("outdoors", "room", "hall", "booth")


@style("World", like="Folk")
def kora(s: Song) -> None:
    """Mali: a harp with a skin, thumb ostinato below and cascades above; a singer tells who your grandfather was; balafon joins."""
    s.set((84, 124), ("major", "lydian", "mixolydian"), keys="F G D C", room=OUTSIDE)
    s.until(44, "a a b", a=s.pick("I | I | IV | IV", "I | II | I | II", "I | vi | IV | I"), b=s.pick("I | IV | I | V", "I | I | II | I"))
    harp = s.part("~kora", "~kora", "harp", "~nylon-guitar", level=1, pan=-0.2)
    comping.fingerpick(s, harp, s.pick("B.2.B.3.b.2.b.3.", "B..2..b.3.B.2.3.", "B.23b.32"), 43)
    lines.runs(s, harp, 62, 86, "b", 0.25, gap=0.55)
    if s.chance(0.6):
        comping.arpeggio(s, s.part("marimba", "xylophone", "~kora", "kalimba", level=-2, pan=0.4), 0.25, 60, 2,
                         "".join(s.pick(*"01234") for _ in range(12)), rests="xx.xxx.x.xx.")
    if s.chance(0.6):
        sung = lines.melody(s, s.part("~vocal", "~vocal-low", level=2), 57, 76, ("a",), 1.6, 0.35, graces=0.1,
                            syllables=s.rng.sample(players.SYLLABLES, 10))
        traditions.ornaments(s, sung, 0.3)
    if s.chance(0.5):
        traditions.hands(s, {"conga2": "x.....x.x.......", "conga1": "...x....x..x.x..", "shaker": "x.xxx.xxx.xxx.xx"}, -4, "calabash")
    if s.chance(0.4):
        bass.pattern(s, s.part("upright", "~string-bass", level=-3), "R--5--R-", 30)


@style("World", like="Latin")
def djembe(s: Song) -> None:
    """Three bass drums with bells, two djembes that lock, one that speaks; a call and the whole village's answer."""
    six = s.chance(0.5)
    s.set((104, 140), ("minor-pentatonic", "major-pentatonic"), room=("outdoors", "outdoors", "room"))
    s.until(40, "a a b", a=STILL, b=STILL)
    if six:
        traditions.hands(s, {"tom4": "x.....x.x...", "tom3": "..x.....x..x", "cowbell": "x.x.xx.x.x.x"}, 1, "dunun")
        traditions.hands(s, {"conga1": "x.xx.xx.xx.x", "conga-mute": ".x..x..x..x."}, 0, "djembe")
    else:
        traditions.hands(s, {"tom4": "x..x....x..x....", "tom3": "....x.x.....x.xx",
                             "cowbell": s.pick("x.xx.x.xx.xx.x.x", "x..x..x.x..x..x.")}, 1,
               "dunun")
        traditions.hands(s, {"conga1": "..xx..xx..xx..xx", "conga-mute": "x...x...x...x..."}, 0, "djembe")
    count = 12 if six else 16
    talk = "|".join("".join(s.pick("X", "x", "x", "g", ".", ".", "r") for _ in range(count)) for _ in range(4))
    traditions.hands(s, {"bongo2": talk, "conga-mute": "|".join("".join(s.pick("X", ".", ".",
        ".") for _ in range(count)) for _ in range(2))}, 1,
           "solo djembe")
    if s.chance(0.6):
        call = lines.melody(s, s.part("~vocal", "~vocal-low", level=1), 55, 72, "a", 1.2, 0.4, graces=0.1,
                            syllables=s.rng.sample(players.SYLLABLES, 8))
        answer = s.part("~choir", "~vocal-duo", "~backing", level=0, send=-9)
        lines.double(answer, [note for note in call if note.length >= 0.5], 0, s.beats)
    elif s.chance(0.6):
        comping.arpeggio(s, s.part("marimba", "xylophone", "kalimba", level=0), 0.25, 58, 2, "".join(s.pick(*"01234") for _ in range(8)),
                         rests="x.xxx.xx")


@style("World", like="Latin")
def afrobeat(s: Song) -> None:
    """Lagos: two guitars that never change, a bass that leaves holes, horns in unison, a drummer with four arms, twenty minutes of it."""
    s.set((102, 126), ("dorian", "minor-pentatonic", "mixolydian"), room=("club", "room", "outdoors"))
    s.until(46, "a a b", a=s.pick("im7 | im7 | im7 | im7", "im7 | im7 | IV7 | IV7", "I7 | I7 | I7 | I7"),
            b=s.pick("im7 | im7 | im7 | im7", "im7 | bVII | im7 | bVII"))
    groove.drums(s, s.part("kit:standard", "kit:jazz", level=0), {"kick": "x..x..x...x.x...", "snare": s.pick("....x..g..g.x..g",
        "..g.x.g..g..x.g."), "hat": "x.xxx.xxx.xxx.xx"}, fills=8, crash=False, human=0.14)
    traditions.hands(s, {"conga1": "..x...xx..x...xx", "conga2": "x.......x..x....", "shaker": "xoxoxoxoxoxoxoxo",
               "claves": s.pick("x..x..x...x.x...", "x..x...x..x.x...")}, -3)
    bass.pattern(s, s.part("finger-bass", "~electric-bass", level=1), s.pick("R..R....5.7.....", "R.....R.7.5...R.", "..R.R...7.5.R..."),
                 28)
    for pan in (-0.6, 0.6):
        guitar = s.part("muted-guitar", "clean-guitar", "~electric-guitar", level=-2, pan=pan, fx=("amp:clean",))
        lines.play_riff(s, guitar, lines.make_riff(s, 4, 2.4, 12, "minor-pentatonic" if s.scale != "mixolydian" else "major-pentatonic",
            0.25), 4, 55, gate=0.5)
    comping.comp(s, s.part("drawbar", "rock-organ", "rhodes", level=-4), s.pick("..s...s.....s...", "x-------....s.s."), 60, 4)
    horns = lines.melody(s, s.part("tenor-sax", "trumpet", "alto-sax", level=0), 56, 76, "b", 1.3, 0.25, form="AAAB", triplets=False)
    lines.double(s.part("baritone-sax", "trombone", level=-1), horns, -12)
    if s.chance(0.5):
        lines.melody(s, s.part("tenor-sax", "drawbar", "trumpet", level=1), 56, 80, "a", 1.8, 0.4, bends=0.3)
    else:
        players.sing(s, "a", low=50, density=1.2, rest=0.45, level=1)


@style("World", like="Electronic")
def mbira(s: Song) -> None:
    """Zimbabwe: two thumb pianos interlock, forty-eight pulses to the cycle, a shaker, a soft voice that yodels."""
    s.set((104, 138), ("mixolydian", "major", "major-pentatonic"), beats=3.0, room=OUTSIDE)
    s.until(42, "a a b", a=s.pick("I | IV | vi | I | iii | vi | IV | V", "I | iii | IV | vi"), b="I | iii | vi | I | IV | vi | I | V")
    order = "".join(s.pick(*"0123") for _ in range(6))
    first = comping.arpeggio(s, s.part("kalimba", "~metallophone", "marimba", "~vibes", level=0, pan=-0.4, fx=s.pick((), ("drive:2",))),
                             0.5, 52, 2, order, gate=1.5)
    lines.double(s.part(s.parts[-1].voice, "kalimba", level=-1, pan=0.4), first, 0, 0.25)
    comping.arpeggio(s, s.part("kalimba", "marimba", level=-1), 0.5, 67, 1, "0121", rests=s.pick("x.x", "x..x.x"))
    bass.pattern(s, s.part("kalimba", "~metallophone", level=0), "R.5R..", 43)
    traditions.hands(s, {"shaker": "x.ox.ox.ox.o", "maracas": "..x..x..x..x"}, -4)
    if s.chance(0.6):
        lines.melody(s, s.part("~vocal", "~vocal-low", level=0), 55, 76, "b" if s.chance(0.5) else None, 1.0, 0.4, leap=0.5,
                     syllables=s.rng.sample(players.SYLLABLES, 6))


@style("World", like="Jazz")
def klezmer(s: Song) -> None:
    """A clarinet that laughs and cries over bass and chord; it begins slowly, and by the end nobody can sit."""
    s.set((96, 168), ("freygish", "misheberak", "harmonic-minor", "minor"), keys="D A E G", room=("room", "club", "outdoors"))
    s.until(40, "a a b b", a=s.pick("I | I | iv | I", "I | bvii | I | I",
                                    "I | iv | bvii | I") if s.scale == "freygish" else s.pick("i | i | V7 | i", "i | iv | V7 | i"),
            b=s.pick("iv | iv | I | I", "iv | bvii | I | I") if s.scale == "freygish" else s.pick("iv | i | V7 | i",
                "bIII | bVII | V7 | i"))
    lead = s.part("clarinet", "clarinet", "violin", "~reed", "fiddle", level=2, loose=0.012)
    tune = lines.melody(s, lead, 62, 86, None, 2.0, 0.08, form="AABC", graces=0.3, bends=0.3)
    traditions.ornaments(s, tune, 0.35)
    if s.chance(0.6):
        traditions.heterophony(s, tune, "violin", "accordion", "flute", "trumpet", level=-2, octave=s.pick(0, -12))
    bass.pattern(s, s.part("tuba", "upright", "contrabass", level=0), "R.5.R.5.", 30, gate=0.6)
    comping.comp(s, s.part("accordion", "~accordion", "piano", "dulcimer", "~dulcimer", level=-2),
                 s.pick(".s.s.s.s", "..s..ss.", ".s.ss.s."), 60, 3)
    if s.chance(0.7):
        groove.drums(s, s.part("kit:standard", "kit:orchestra", level=-3), s.pick({"kick": "x...x...x...x...", "snare": "..x..xx...x..xx."},
            {"kick": "x.....x.x.......", "snare": "...x..x....x..x.", "woodblock": "x.x.x.x.x.x.x.x."}), fills=8, crash=False)


@style("World", like="Jazz")
def balkan_brass(s: Song) -> None:
    """Weddings in seven, nine or five: tubas and horns pump, trumpets trill in thirds, a goatskin drum as big as a door."""
    beats = s.pick(3.5, 3.5, 4.5, 2.5, 4.0)
    s.set((128, 196), ("hijaz", "harmonic-minor", "phrygian", "hungarian-minor", "dorian"), beats=beats, room=("outdoors", "room", "club"))
    s.until(36, "a a b b", a=s.pick("i | i | bII | i", "i | i | bVII | i", "i | iv | bVII | i"),
            b=s.pick("iv | iv | i | i", "bII | i | bII | i", "bVII | bVII | i | i"))
    steps = int(beats * 2)
    # Long and short: a seven is 3+2+2, a nine 2+2+2+3, a five 2+3.
    strong = {7: "X..x.x.", 9: "X.x.x.x..", 5: "X.x..", 8: "X..x..x."}[steps]
    weak = "".join("." if mark != "." else "x" for mark in strong)
    traditions.hands(s, {"tom4": strong, "kick": strong[:1] + "." * (steps - 1), "snare": weak}, 1, "tapan",
           ("kit:standard", "kit:orchestra", "kit:room"))
    bass.pattern(s, s.part("tuba", "contrabass", "upright", level=1), strong.replace("X", "R").replace("x", "5"), 30, gate=0.8)
    comping.comp(s, s.part("horn", "trombone", "accordion", "~accordion", level=-1), weak.replace("x", "s"), 58, 3)
    lead = s.part("trumpet", "clarinet", "~shawm", "accordion", "alto-sax", "bagpipe", level=1)
    tune = lines.melody(s, lead, 62, 84, None, 2.2, 0.08, form="AABB", graces=0.3, triplets=False)
    traditions.ornaments(s, tune, 0.3)
    lines.harmonise(s, s.part(lead.voice, "trumpet", level=-1), tune, -2)
    if s.chance(0.4):
        lines.runs(s, s.part("clarinet", "alto-sax", "accordion", level=0), 64, 88, "b", 0.25, gap=0.4)


@style("World", like="Folk")
def andean(s: Song) -> None:
    """Pan pipes shared between two players, charango strummed like rain, a great drum, thin air."""
    s.set((84, 116), ("minor-pentatonic", "minor", "minor-pentatonic"), keys="A E D G", room=("outdoors", "hall", "room"))
    s.until(42, "a a b b", a=s.pick("i | i | bIII | bIII | bVII | bIII | i | i", "bIII | bVII | i | i", "bVI | bIII | V7 | i"),
            b=s.pick("bVI | bVI | bIII | bIII", "bIII | bVII | i | i"))
    pipes = s.part("pan-flute", "pan-flute", "~flute", "recorder", "ocarina", level=1, pan=-0.3, loose=0.015)
    tune = lines.melody(s, pipes, 64, 84, None, 1.5, 0.1, form="AABB", bends=0.15, graces=0.15, scale="minor-pentatonic")
    other = s.part(pipes.voice, level=-1, pan=0.4, loose=0.02)
    if s.chance(0.5):
        # The scale's notes are shared out: one player has every second one, and the line passes through the air between them.
        other.notes = pipes.notes[1::2]
        pipes.notes = pipes.notes[::2]
    else:
        lines.harmonise(s, other, tune, s.pick(-2, -3, 2), scale="minor")
    comping.strum(s, s.part("~ukulele", "~mandolin", "nylon", level=-2), s.pick("x-xuxuxu", "xuxuxxux", "x.uxx.ux"), low=52)
    comping.fingerpick(s, s.part("nylon", "~nylon-guitar", level=-3), s.pick("B.2.b.2.", "B..2b.2."), 40)
    traditions.hands(s, {"tom4": s.pick("X.....x.X.....x.", "X..xX...X..xX...", "X.xxX.x.X.xxX.x."), "shaker": "..x...x...x...x."}, -1,
                     "bombo")


@style("World", like="Latin")
def flamenco(s: Song) -> None:
    """Twelve beats counted from the last, the phrygian cadence, nails that roll across six strings, palms, heels, a broken voice."""
    s.set((108, 168), ("phrygian-dominant", "phrygian"), keys="E A B", beats=s.pick(6.0, 4.0, 3.0), room=("room", "club", "hall", "booth"))
    s.until(42, "falseta verse falseta verse", falseta=s.pick("iv | bIII | bII | I", "I | bII | I | bII", "bII | bII | I | I"),
            verse=s.pick("iv | bIII | bII | I", "bVI | bVI | bII | I", "I | I | bII | I"))
    guitar = s.part("nylon", "~nylon-guitar", level=1, pan=-0.1)
    steps = int(s.beats * 2)
    roll = "X.uxu.X.uxuX"[:steps] if s.beats == 6.0 else s.pick("X.uxX.ux", "Xxu.Xxux")[:steps]
    comping.strum(s, guitar, roll, "verse")
    lines.runs(s, guitar, 52, 79, "falseta", s.pick(0.25, 1 / 3, 0.5), gap=0.25)
    bass.pattern(s, guitar, "R" + "." * (steps // 2 - 1) + "5" + "." * (steps - steps // 2 - 1), 40, "falseta")
    palms = {6.0: "..x..x.x.x.x", 4.0: "x.xxx.xx", 3.0: "x.xx.x"}[s.beats]
    traditions.hands(s, {"clap": palms, "rim": "".join("o" if mark == "." else "." for mark in palms)}, -3, "palms",
                     ("kit:standard", "~kit:minimal"))
    if s.chance(0.5):
        traditions.hands(s, {"tom4": {6.0: "x.....x...x.", 4.0: "x..x....", 3.0: "x....."}[s.beats],
                   "conga-mute": {6.0: "...x.x.x.x.x", 4.0: "..x.x.xx", 3.0: "..xx.x"}[s.beats]}, -3, "cajon", ("kit:standard",))
    if s.chance(0.6):
        cry = lines.melody(s, s.part("~vocal", "~vocal-low", level=2), 55, 74, "verse", 1.3, 0.3, bends=0.5, graces=0.2,
                           syllables=("ai", "a", "le", "re", "o"))
        traditions.ornaments(s, cry, 0.6)
    elif s.chance(0.5):
        lines.melody(s, s.part("flute", "violin", "~nylon-guitar", level=0), 62, 82, "verse", 1.3, 0.3, graces=0.2)


@style("World", like="Latin")
def steel_pan(s: Song) -> None:
    """Trinidad: an orchestra of oil drums, tenors roll the tune, the engine room of irons and congas behind."""
    s.set((108, 142), ("major", "mixolydian", "minor"), keys="C F G D Bb", room=("outdoors", "outdoors", "room"))
    s.until(40, "a a b", a=s.pick("I | I | V7 | V7 | V7 | V7 | I | I", "I | vi | ii | V7",
                                  "I | IV | V7 | I") if s.scale != "minor" else "i | iv | V7 | i", b=s.pick("IV | I | V7 | I",
                                      "ii | V7 | I | VI7") if s.scale != "minor" else "bVI | bVII | i | V7")
    pans = ("steel-drums", "steel-drums", "steel-drums", "~metallophone", "~fm-bell")
    tenor = s.part(*pans, level=1, pan=-0.3)
    tune = lines.melody(s, Part("sketch", "steel-drums"), 65, 86, None, 1.7, 0.1, ahead=0.2)
    for note in tune:
        lines.repeated(s, tenor, [note], 0.125) if note.length >= 0.9 else lines.double(tenor, [note])
    lines.harmonise(s, s.part("steel-drums", level=-2, pan=0.4), tune, -2)
    comping.comp(s, s.part("steel-drums", "marimba", level=-2), s.pick("..s..s..", ".ss..ss.", "x.xx.xx."), 60, 3)
    bass.pattern(s, s.part("steel-drums", "finger-bass", "upright", level=0), s.pick("R..R5.8.", "R--5--R-", "R..5..8."), 33)
    groove.drums(s, s.part("kit:standard", "kit:room", level=-1), {"kick": "x...x...x...x...", "snare": s.pick("...x..x....x..x.",
        "..x..x....x..x.x"), "hat": "x.xxx.xxx.xxx.xx"}, fills=8, crash=False)
    traditions.hands(s, {"cowbell": "x.xx.xx.x.xx.xx.", "conga1": "..x...xx..x...xx", "shaker": "xoxoxoxoxoxoxoxo"}, -4, "engine room")


@style("World", like="Blues")
def desert_blues(s: Song) -> None:
    """The Sahara: electric guitars in a pentatonic trance, hand claps, a calabash, voices in unison."""
    s.set((84, 126), ("minor-pentatonic", "dorian", "mixolydian"), keys="A D E G", swing=(0.2, 0.9), room=("outdoors", "room", "club"))
    s.until(44, "a a b", a="i | i | i | i" if s.scale != "mixolydian" else STILL,
            b=s.pick("i | i | bVII | i", "i | i | i | i") if s.scale != "mixolydian" else "I | I | bVII | I")
    for pan, low in ((-0.5, 45), (0.5, 57)):
        guitar = players.guitar(s, s.pick("clean", "edge", "edge"), 0, pan)
        lines.play_riff(s, guitar, lines.make_riff(s, 4, 2.2, 12, "minor-pentatonic", 0.4, True), 4, low, follow=False)
    lead = players.guitar(s, s.pick("edge", "crunch"), 1, 0.1)
    traditions.ornaments(s, lines.melody(s, lead, 60, 81, "b", 1.6, 0.25, graces=0.25, bends=0.2, scale="minor-pentatonic"), 0.3)
    bass.pattern(s, s.part("finger-bass", "~electric-bass", level=0), s.pick("R..R..5.", "R.RR.R7.", "R--R-7R-"), 28)
    traditions.hands(s, {"clap": s.pick("..x...x...x...x.", "x..x..x.x..x..x."), "tom4": s.pick("X.....x.X..x..x.", "X..x..x.X..x..x."),
               "shaker": "x.xxx.xxx.xxx.xx"}, -1)
    sung = lines.melody(s, s.part("~vocal-low", "~vocal-duo", "~vocal", level=1), 48, 64, "a", 1.2, 0.3, form="AAAB",
                        syllables=s.rng.sample(players.SYLLABLES, 8), scale="minor-pentatonic")
    lines.double(s.part("~vocal-duo", "~backing", level=-2), sung, s.pick(0, 12), s.pick(0.0, 0.0, s.beats * 2))


@style("World", like="Country")
def slack_key(s: Song) -> None:
    """Pacific islands: ukulele, a guitar tuned down to an open chord, a steel bar that glides, surf."""
    s.set((84, 116), ("major", "major-pentatonic"), keys="G C F D", swing=s.pick(0.7, 0.0, 0.9), room=OUTSIDE)
    s.until(44, "a a b", a=s.pick("I | I | IV | I | V7 | V7 | I | I", "I | VI7 | II7 V7 | I", "I | I7 | IV | iv | I | V7 | I | I"),
            b=s.pick("II7 | V7 | I | I", "IV | I | V7 | I"))
    comping.strum(s, s.part("~ukulele", "~ukulele", "nylon", level=-1, pan=-0.4), s.pick("x-xux-xu", "xuxuxuxu", "x-x-x-xu"), low=55)
    comping.fingerpick(s, s.part("steel", "~steel-guitar", "~nylon-guitar", level=-1, pan=0.3), s.pick("B.1.b.2.", "B.2.b.3.B.1.b.2."), 38)
    bar = s.part("~electric-guitar", "steel", "clean-guitar", "~steel-guitar", level=1, send=-7, fx=("amp:clean", "tremolo"))
    glide = lines.melody(s, bar, 62, 84, None, 0.9, 0.25, bends=0.0)
    for note in glide:
        if note.length >= 0.5 and s.chance(0.7):
            note.bend = ((0.0, s.pick(-3.0, -2.0, 4.0, -5.0)), (0.25, 0.0))
    bass.pattern(s, s.part("upright", "~string-bass", level=-1), "R-5-", 30)
    if s.chance(0.6):
        sung = lines.melody(s, s.part("~vocal", "~vocal-low", level=1), 55, 74, "a", 1.0, 0.25, leap=0.35,
                            syllables=s.rng.sample(players.SYLLABLES, 8))
        lines.harmonise(s, s.part("~backing", "oohs", level=-3), sung, -2)
    if s.chance(0.4):
        bass.drone(s, s.part("seashore", "~wind", level=-14), (60,), 16, loud=60)
    if s.chance(0.4):
        traditions.hands(s, {"conga2": "x...x...", "shaker": "x.x.x.x."}, -6)
