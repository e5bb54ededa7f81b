"""Latin from the countryside and the drawing room: choro, criollo waltz, jarocho harps, danzon, baiao, milonga, plena, and New York's boogaloo.

Three against two in the same bar, basses that come early, tunes in thirds; the drums are small or the strings do their work.
"""

from __future__ import annotations

import bass
import comping
import groove
import lines
import players
from genres import clave
from song import Song, style

MINOR = ("i | i | V7 | V7 | V7 | V7 | i | i", "i | iv | V7 | i", "i | bVII | bVI | V7", "iv | i | V7 | i")
MAJOR = ("I | I | V7 | V7 | V7 | V7 | I | I", "I | IV | V7 | I", "I | VI7 | ii | V7", "IV | I | V7 | I")
BRAZIL = ("I | VI7 | ii | V7 | I | I7 | IV iv | I V7", "I | bIII°7 | ii7 | V7 | iii7 | VI7 | II7 V7 | I", "i | i/3 | V7/5 | V7 | I7 | iv | V7 | i",
          "i | VI7 | iv | V7 | bVI | i | II7 V7 | i")
GUITARS = ("nylon", "~nylon-guitar", "steel", "nylon")


def _of(s: Song) -> str:
    return s.pick(*(MAJOR if s.scale in ("major", "mixolydian") else MINOR))


@style("Latin", like="Jazz")
def choro(s: Song) -> None:
    """Rio's back yards: flute, mandolin or clarinet in running sixteenths, cavaquinho, and a seven-string guitar whose bass talks back; a tambourine."""
    s.set((68, 104), ("major", "minor", "harmonic-minor"), keys="G D C F A", swing=(0.0, 0.15), unit=0.5, room=("room", "outdoors", "booth", "hall"))
    s.until(42, "a a b b a", **{name: s.pick(*(BRAZIL[:2] if s.scale == "major" else BRAZIL[2:])) for name in "ab"})
    lead = s.part("flute", "~mandolin", "clarinet", "alto-sax", "accordion", "piano", "piccolo", "trombone", level=1)
    low = 46 if lead.voice == "trombone" else 62
    if s.chance(0.5):
        lines.runs(s, lead, low, low + 24, "a", 0.25, gap=0.3)
    else:
        lines.melody(s, lead, low, low + 24, "a", 3.2, 0.08, form="ABAC", triplets=False, graces=0.15)
    lines.melody(s, lead, low, low + 24, "b", 2.6, 0.1, form="AABA", triplets=False, graces=0.15)
    comping.comp(s, s.part("~ukulele", "~mandolin", "~steel-guitar", "nylon", level=-2, pan=0.4), s.pick("x.xx.x.xx.xx.x.x", "s.ss.sss.ss.s.ss", "xoxxxoxxxoxxxoxx"), 69, 3, gate=0.5)
    seven = s.part("nylon", "~nylon-guitar", "~steel-guitar", level=-1, pan=-0.4)
    bass.pattern(s, seven, s.pick("R--5R--5R--5R-35", "R-----5-8-7-5-3-", "R-3-5-8-7-6-5-a-"), 40)
    comping.comp(s, seven, "..s...s...s...s.", 60, 3, gate=0.5, loud=72)
    clave.percussion(s, {"tambourine": s.pick("xooxxooxxooxxoox", "X.oxX.oxX.oxX.ox"), "tom4": s.pick("x...x...x...x...", "....X.......X...")}, -5, "pandeiro")


@style("Latin", like="Classical")
def criollo_waltz(s: Song) -> None:
    """Lima: two guitars in thirds above a third that strums three while the box drum thinks in two; a voice full of regret."""
    s.set((138, 192), ("minor", "harmonic-minor", "major"), keys="A E D G", beats=3.0, room=("room", "club", "hall", "booth"))
    s.until(42, "intro verse verse intro", intro=_of(s), verse=_of(s))
    one = s.part(*GUITARS, "~mandolin", "piano", level=0, pan=-0.4)
    tune = lines.melody(s, one, 60, 82, "intro", 2.2, 0.08, graces=0.15)
    lines.harmonise(s, s.part(one.voice, *GUITARS, level=-2, pan=0.4), tune, -2)
    comping.comp(s, s.part(*GUITARS, "harp", level=-2), s.pick(".xx", ".xuxmu", "..x.xx"), 62, 4, strum=0.03)
    bass.pattern(s, s.part("nylon", "upright", "~string-bass", level=-1), s.pick("R--", "R-5-3-", "R---a-"), 36)
    clave.percussion(s, s.pick({"conga2": "x.....", "conga-mute": "..x.xx", "rim": "..x.x."}, {"tom4": "x..x..", "rim": "..xx.x"}), -3, "cajon")
    players.sing(s, "verse", density=1.2, level=2, bends=0.3)
    if s.chance(0.3):
        lines.melody(s, s.part("accordion", "violin", "clarinet", level=-2), 62, 81, "verse", 0.9, 0.5)


@style("Latin", like="Folk")
def jarocho(s: Song) -> None:
    """Veracruz and the plains: harp, small guitars, six quavers counted in two and in three at once, verses shouted across the dance floor."""
    s.set((176, 232), ("major", "mixolydian", "harmonic-minor"), keys="D G C A", beats=3.0, room=("outdoors", "room", "club"))
    turn = s.pick("I | IV | V7 | V7", "I | IV | V7 | I", "IV | V7 | I | I7") if s.scale != "harmonic-minor" else s.pick("i | iv | V7 | V7", "i | bVII | bVI | V7", "V7 | V7 | i | i")
    s.until(38, "break verse break", verse=turn, **{"break": turn})
    harp = s.part("harp", "~kora", "~nylon-guitar", "harp", "piano", level=0, pan=-0.3)
    comping.arpeggio(s, harp, 0.5, 55, 3, s.pick("135246", "024135", "531420", "updown"), gate=1.2)
    bass.pattern(s, harp, s.pick("R.5.8.", "R..5..", "..R.5.", "R.R.5."), 38)
    comping.comp(s, s.part("~ukulele", "~mandolin", "nylon", "~steel-guitar", level=-1, pan=0.4), s.pick("xuxmux", "XumXum", "x.xuxu", "xuXuxu"), 65, 4, strum=0.02)
    lines.melody(s, s.part("~steel-guitar", "nylon", "violin", "harp", "~mandolin", level=1), 60, 81, "break", 2.0, 0.1, graces=0.1, ahead=0.2)
    call = players.sing(s, "verse", density=1.6, level=2, bends=0.15)
    if s.chance(0.5):
        lines.double(s.part("~vocal-duo", "~backing", level=-1), [note for note in call if note.length >= 0.5], 0, s.beats * 2)
    if s.chance(0.75):
        clave.percussion(s, s.pick({"woodblock": "x.xx.x", "woodlow": "x..x.."}, {"maracas": "x.xx.x"}, {"tom4": "x..x.x", "rim": "x.x.x."}), -4, "heels")


@style("Latin", like="Classical")
def danzon(s: Song) -> None:
    """Havana in white gloves: flute and violins take turns with a refrain, piano in octaves, timbales tap the cinquillo, a ripe last strain."""
    s.set((96, 128), ("major", "minor", "harmonic-minor"), keys="C F G D Bb", room=("hall", "room", "club"))
    if s.chance(0.6):
        s.master.append("old")
    s.until(44, "refrain flute refrain strings", refrain=_of(s), flute=_of(s), strings=_of(s))
    clave.percussion(s, {"timbale1": "x..x.xx.x...x...|x...x...x...x...", "guiro": s.pick("X..xX..xX..xX..x", "x.xxx.xxx.xxx.xx"),
                         "tom4": "x..x..x.........|................"}, -4, "timbales")
    bass.pattern(s, s.part("upright", "contrabass", "~string-bass", "tuba", level=-1), s.pick("R--5--8-", "R--R--5-", "R---5-5-"), 30)
    comping.comp(s, s.part("piano", "bright-piano", "piano", "harp", level=-2), s.pick("x..x.xx.x.x.x...", "x--x--x-", ".x.x.x.x"), 62, 4, gate=0.6)
    violins = s.part("violin", "strings", "~section", level=-1, pan=-0.3)
    tune = lines.melody(s, violins, 62, 84, ("refrain", "strings"), 1.2, 0.12, form="AABA", triplets=False)
    lines.harmonise(s, s.part("violin", "clarinet", "strings", level=-3, pan=-0.1), tune, -2)
    lines.melody(s, s.part("flute", "piccolo", "clarinet", "~flute", "trumpet", level=0, pan=0.3), 69, 91, ("flute", "refrain"), 1.8, 0.15, graces=0.2)


@style("Latin", like="Country")
def baiao(s: Song) -> None:
    """Brazil's dry northeast: accordion in flat sevenths, a bass drum that strikes three-three-two with a stick answering, a triangle that never stops."""
    s.set((92, 132), ("mixolydian", "mixolydian", "major", "dorian"), keys="G D C A", swing=(0.0, 0.25), unit=0.5, room=("outdoors", "room", "club"))
    s.until(40, "break verse verse", verse=s.pick("I7 | I7 | IV7 | I7", "I7 | bVII | I7 | bVII",
                                                  "I | IV | V7 | I") if s.scale != "dorian" else s.pick("i | IV7 | i | IV7", "i | bVII | i | bVII"),
            **{"break": s.pick("I7 | I7 | I7 | I7", "I7 | bVII | IV | I7") if s.scale != "dorian" else "i | IV7 | i | IV7"})
    clave.percussion(s, {"tom4": s.pick("X..X....X..X....", "X..X..x.X..X...."), "rim": s.pick("......x.......x.", "....x.x.....x.x."), "triangle-mute": "x.x.x.x.x.x.x.x.",
                         "triangle": "..x...x...x...x."}, -1, "zabumba")
    box = s.part("accordion", "~accordion", "accordion", "harmonica", "~reed", "fiddle", "pan-flute", level=1)
    tune = lines.melody(s, box, 62, 82, "break", 2.2, 0.1, form="AAAB", triplets=False)
    lines.harmonise(s, box, tune, -2)
    comping.comp(s, s.part("accordion", "~accordion", "nylon", "clean-guitar", level=-3), s.pick("..s...s...s...s.", "s..s..s.s..s..s.", ".sss.sss.sss.sss"), 62, 3, "verse", gate=0.5)
    comping.comp(s, s.part("~ukulele", "nylon", "~steel-guitar", level=-4, pan=0.4), s.pick("x..x..x.x..x..x.", "x.xux.xux.xux.xu"), 67, 3)
    bass.pattern(s, s.part("finger-bass", "upright", "nylon", "~electric-bass", level=0), s.pick("R--R--5-R--R--5-", "R--R----5--R----", "R-----5-R-----5-"), 30)
    players.sing(s, "verse", density=1.6, level=2, bends=0.1)


@style("Latin", like="Folk")
def milonga(s: Song) -> None:
    """The pampas: a guitar alone rocks three-three-two in the bass and unrolls chords above; a payador, a bandoneon or nobody joins."""
    s.set((76, 116), ("minor", "harmonic-minor", "minor", "major"), keys="E A D", beats=s.pick(4.0, 2.0), rubato=0.03, room=("room", "booth", "outdoors", "hall"))
    s.until(44, "a a b", a=_of(s), b=_of(s))
    guitar = s.part("nylon", "~nylon-guitar", "nylon", "~steel-guitar", "piano", level=0, pan=-0.1)
    bass.pattern(s, guitar, s.pick("R--5--8-", "R--R--5-", "R--8--5-"), 40, gate=1.0)
    comping.arpeggio(s, guitar, s.beats / 16 if s.beats == 4 else 0.25, 55, 2, s.pick("01230123", "02130213", "0123"), rests=s.pick(".xx.xx.x", ".xxxxx.x"), gate=1.4, loud=74)
    if s.chance(0.45):
        players.sing(s, None, density=1.3, level=2, rest=0.35, bends=0.25)
    else:
        lines.melody(s, s.part("bandoneon", "accordion", "~accordion", "nylon", "violin", "flute", "cello", level=1), 57, 78, None, 1.2, 0.3, graces=0.1, bends=0.15)
    if s.chance(0.5):
        clave.percussion(s, s.pick({"tom4": "x..x..x.", "rim": "..x..x.."}, {"conga2": "X..x..x.", "conga-mute": "..x.x..x"}), -5, "bombo")
    if s.chance(0.4):
        bass.pattern(s, s.part("contrabass", "upright", level=-2), "R--R--5-", 30)


@style("Latin", like="World")
def plena(s: Song) -> None:
    """Puerto Rico: three frame drums of three sizes, the smallest improvises; a scraper, an accordion or a row of trombones, the street answers."""
    s.set((92, 122), ("minor", "major", "harmonic-minor"), keys="C D G A", room=("outdoors", "club", "room"))
    s.until(40, "verse chorus chorus", verse=_of(s), chorus=s.pick("I | V7 | V7 | I", "I | IV | V7 | V7") if s.scale == "major" else s.pick("i | V7 | V7 | i", "i | iv | V7 | V7"))
    clave.percussion(s, {"tom4": s.pick("X.....x.X.....x.", "X...x...X...x..."), "conga1": "..x.x.....x.x...", "guiro": s.pick("X.xxX.xxX.xxX.xx", "X..xX..xX..xX..x")}, 0, "panderos")
    clave.percussion(s, {"bongo1": "|".join("".join(s.pick("x", "X", "o", ".", ".", "g") for _ in range(16)) for _ in range(4))}, -1, "requinto")
    comping.comp(s, s.part("accordion", "~accordion", "~ukulele", "nylon", "piano", level=-2), s.pick("..s...s...s...s.", "x..x..x.x..x..x.", ".sss.sss.sss.sss"), 64, 3, gate=0.6)
    bass.pattern(s, s.part("upright", "finger-bass", "tuba", "~string-bass", level=0), s.pick("R-----5-R---5---", "R--5--8-", "R---5---"), 30)
    call = players.sing(s, "verse", density=1.6, level=2, bends=0.1)
    lines.double(s.part("~choir", "~vocal-duo", "~backing", level=-1, send=-8), [note for note in call if note.length >= 0.5], 0, 4.0)
    clave.coro(s, "chorus", 0)
    lines.melody(s, s.part("trombone", "accordion", "trumpet", "clarinet", level=0), 52, 74, "chorus", 1.4, 0.3, triplets=False)


@style("Latin", like="R&B")
def boogaloo(s: Song) -> None:
    """Spanish Harlem, 1966: a montuno under a soul backbeat, hand claps, English words, a party that somebody brought a microphone to."""
    s.set((116, 144), ("mixolydian", "major", "dorian", "minor"), keys="C G F D A", room=("club", "room", "booth"))
    s.until(40, "vamp verse vamp", vamp=s.pick("I7 | IV7 | I7 | IV7", "I7 | I7 | bVII | IV7",
                                               "I7 IV7 | V7 IV7") if s.scale in ("mixolydian", "major") else s.pick("im7 | IV7 | im7 | IV7", "im7 | im7 | ivm7 | V7"),
            verse=s.pick("I7 | IV7 | V7 | IV7", "I7 | IV7 | I7 | V7") if s.scale in ("mixolydian", "major") else "im7 | ivm7 | V7 | im7")
    groove.drums(s, s.part("kit:standard", "kit:room", level=-2), {"snare": "....X.......X...", "kick": s.pick("x.....x.x.......", "x..x....x.x....."),
                                                                   "clap": s.pick("....x.......x...", "....x.x.....x.x.")}, fills=8, crash=False)
    clave.percussion(s, {"conga-mute": "x...x...x...x...", "conga1": "......xx......xx", "cowbell": s.pick("x...x...x...x...", "x.x.x.x.x.x.x.x."),
                         "guiro": s.pick("x..xx..xx..xx..x", "................")}, -3, "congas")
    bass.pattern(s, s.part("upright", "finger-bass", "~electric-bass", level=1), s.pick("R--5--8-....5-R-", "R--R--5-..7-5-..", "R-..3-5-..5-3-R-"), 30)
    comping.comp(s, s.part("piano", "bright-piano", "rhodes", "vibraphone", "drawbar", level=0), s.pick("x.xx.x.x.x.xx.x.", "x..x..x...x.x...", "xx.x.xx..x.x.x.x"), 64, 4, gate=0.7)
    clave.brass(s, "vamp", -1, s.pick(("trumpet", "trumpet", "trombone"), ("tenor-sax", "trumpet"), ("trombone", "trombone")))
    players.sing(s, "verse", density=1.5, level=2, bends=0.3)
    clave.coro(s, "vamp", 0)
