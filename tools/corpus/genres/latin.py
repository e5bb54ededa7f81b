"""Latin: rhythm in layers that lock into one another round the clave, a bass that arrives before the bar does, voices in thirds, brass like
knives.

The hard cases are Jazz (bossa and mambo), Reggae and Pop (off-beats, dembow), World (drums, flamenco), Classical (tango), Folk (nylon
guitars).
"""

from __future__ import annotations

import bass
import comping
import flow
import groove
import lines
import players
from genres import clave
from song import Song, style

MINOR = ("i | iv | V7 | i", "i | i | V7 | V7", "i | bVII | bVI | V7", "i | iv | bVII7 | bIII", "im7 | iv7 | V7 | V7", "i | V7 | i | V7")
MAJOR = ("I | IV | V7 | IV", "I | IV | V7 | V7", "I | I | V7 | V7", "I | vi | ii | V7", "I | VI7 | ii | V7", "ii7 | V7 | I | I")
CLAVES = {"2-3": "..x.x...x..x..x.", "3-2": "x..x..x...x.x...", "rumba": "x..x...x..x.x...", "bossa": "x..x..x...x..x.."}
"""One cycle in sixteen steps; it lasts two bars of a fast tune, one of a slow one."""


def _chords(s: Song) -> tuple[str, ...]:
    return MAJOR if s.scale in ("major", "mixolydian", "lydian") else MINOR


def _form(s: Song, plan: str = "verse verse montuno", seconds: float = 42, **own: str) -> None:
    """Verses, then the montuno: two or four bars that turn while a singer and a choir, or a soloist, call and answer."""
    s.until(seconds, plan, **{name: own.get(name) or s.pick(*_chords(s)) for name in dict.fromkeys(plan.split())})


@style("Latin", like="Jazz")
def salsa(s: Song) -> None:
    """New York: montuno, tumbao, the whole battery of drums, brass; verses, then a choir that will not stop."""
    s.set((168, 212), ("minor", "major", "dorian"), keys="C D G A F", room=("club", "room", "plate"))
    _form(s, "verse montuno montuno", 38)
    clave.salsa_battery(s)
    clave.tumbao(s)
    clave.montuno(s)
    clave.brass(s)
    players.sing(s, "verse", density=1.2, level=2, bends=0.15, ahead=0.35)
    clave.coro(s)
    if s.chance(0.4):
        clave.tune(s, "trombone", "trumpet", "flute", "vibraphone", where="montuno", density=1.7, thirds=0.1, rest=0.4)


@style("Latin", like="Folk")
def son(s: Song) -> None:
    """Cuba's countryside comes to town: tres in broken octaves, bongo, maracas, clave, a trumpet and two singers."""
    s.set((148, 188), ("major", "minor"), keys="C G D A", room=("room", "outdoors", "club"))
    s.master.append("old")
    _form(s, "verse montuno montuno", 40)
    clave.percussion(s, {"claves": "..x.x...|x..x..x."}, -5, "clave")
    clave.percussion(s, {"bongo1": "x.xox.xo", "bongo2": "......x.", "maracas": "xoxoxoxo", "guiro": s.pick("x..xx..x", "........")}, -3,
                "bongo")
    clave.tumbao(s, voices=("upright", "~string-bass"))
    clave.montuno(s, 0, None, ("~steel-guitar", "steel", "~mandolin", "~nylon-guitar"), 55)
    comping.strum(s, s.part("nylon", "~nylon-guitar", level=-4), "x-xux-xu")
    if s.chance(0.7):
        clave.tune(s, "trumpet", "muted-trumpet", where="montuno", density=1.2, thirds=0.0, rest=0.45)
    players.sing(s, "verse", density=1.2, level=2)
    clave.coro(s)


@style("Latin", like="Jazz")
def bossa_nova(s: Song) -> None:
    """Rio: a nylon guitar plays the samba with four fingers, the voice hardly louder than speech, rich chords, brushed hats."""
    s.set((112, 148), ("major", "lydian", "dorian"), keys="D F C A G Eb", room=("room", "booth", "plate"))
    own = ("Imaj9 | Imaj9 | II7 | II7 | ii9 | bII7 | Imaj9 | bII7", "Imaj7 | bIII°7 | ii7 | V7b9",
           "Imaj7 | ivm7 | iii7 | bIII°7 | ii9 | V13 | I69 | V7", "Imaj9 | VI7b9 | ii9 | V13")
    _form(s, "verse verse montuno", 44, verse=s.pick(*own), montuno=s.pick(*own))
    comping.comp(s, s.part("nylon", "~nylon-guitar", level=1), s.pick("x-x-.x-x|.x-x-.x-", "s.s..s.s|.s..s.s.", "x--x--x-|..x--x--"), 60, 4)
    if s.chance(0.8):
        bass.pattern(s, s.part("upright", "nylon", "~string-bass", level=-2), "R--5R--5", 30)
    if s.chance(0.75):
        groove.drums(s, s.part("kit:brush", "kit:standard", level=-6), "bossa", fills=0, loud=70, crash=False)
    else:
        clave.percussion(s, {"shaker": "xoxoxoxoxoxoxoxo", "claves": CLAVES["bossa"]}, -7)
    if s.chance(0.7):
        players.sing(s, None, density=1.2, ahead=0.4, bends=0.05, level=1.5)
    else:
        clave.tune(s, "flute", "nylon", "tenor-sax", "trombone", density=1.2, thirds=0.0)
    if s.chance(0.4):
        comping.pad(s, s.part("strings", "slow-strings", level=-7), 66, 3)


@style("Latin", like="World")
def samba(s: Song) -> None:
    """Surdos answer each other, tambourines in sixteenths that lean, cavaquinho, everybody sings."""
    s.set((96, 122), ("major", "minor", "harmonic-minor"), keys="D G C F", swing=(0.1, 0.4), unit=0.5, room=("outdoors", "room", "club"))
    _form(s, seconds=40, verse=s.pick("I | VI7 | ii | V7", "I | I | ii | V7",
                                      "Imaj7 | VI7 | ii7 | V7") if s.scale == "major" else s.pick(*MINOR))
    clave.percussion(s, {"tom4": "g...X...g...X...", "surdo": "....x.......x...", "tom3": "x.......x......."}, 0, "surdos")
    clave.percussion(s, {"tambourine": "xooxxooxxooxxoox", "shaker": "xoxoxoxoxoxoxoxo",
                    "agogo1": s.pick("x..x....x.x.....", "x.x...x.x..x.x.."), "agogo2": "......x......x.."}, -4, "pandeiro")
    clave.percussion(s, {"snare": "x.gxg.xgx.gxg.xg".replace("x", "o"), "cuica1": s.pick("................", "..x..x....x..x..")}, -5,
                     "caixa")
    comping.comp(s, s.part("~ukulele", "~mandolin", "nylon", level=-2, pan=0.4), s.pick("x.xx.x.xx.x.xx.x", "s.ss.s.ss.s.ss.s"), 69, 3,
                 gate=0.5)
    comping.comp(s, s.part("nylon", "~nylon-guitar", level=-2, pan=-0.4), s.pick("x..x..x.x..x.x..", "s..s..s...s.s..."), 58, 4)
    bass.pattern(s, s.part("finger-bass", "upright", "nylon", level=-1), s.pick("R--5R--5R--5R--5", "R---5-55R---5-5."), 30)
    players.sing(s, "verse", density=1.8, level=2)
    clave.coro(s)


@style("Latin", like="World")
def batucada(s: Song) -> None:
    """Three hundred drummers and a whistle, no tune: samba school in the street."""
    s.set((112, 142), "minor", swing=(0.1, 0.4), unit=0.5, room=("outdoors", "arena", "outdoors"))
    s.until(38, "a b a b", a="i | i | i | i", b="i | i | i | i")
    for number in range(2):
        clave.percussion(s, {"tom4": "....X.......X...", "kick": "x.......x......."} if number else {"tom4": "x.......x..x....",
            "tom3": "....x.......x.xx"}, 1, "surdo")
        clave.percussion(s, {"snare": s.pick("xooxxooxxooxxoox", "xoxxoxxoxxoxxoxx"), "snare2": "....x..x....x..x"}, -2, "caixa")
    clave.percussion(s, {"agogo1": s.pick("x.x...x.x..x.x..", "x..x..x...x.x..."), "agogo2": s.pick("....x.....x.....", "..x.....x......x"),
                    "shaker": "xoxoxoxoxoxoxoxo"}, -2, "agogo")
    clave.percussion(s, {"timbale1": s.pick("x.xx.x.xx.x.xx.x", "..x..x..x..x..x."), "tambourine": "xooxxooxxooxxoox"}, -2, "repinique",
                     "b")
    clave.percussion(s, {"whistle": "x...x...xxx.x...|................|................|................", "cuica1": "..x...x..x..x...",
                    "cuica2": "x..x....x...x.x."}, -5, "whistle")


@style("Latin", like="Pop")
def cha_cha(s: Song) -> None:
    """Four, one, cha-cha-cha: guiro, bell on every beat, flute and violins, everybody in unison."""
    s.set((108, 128), ("major", "minor", "mixolydian"), keys="C G F D", room=("club", "room", "hall"))
    _form(s, seconds=42, montuno=s.pick("I7 | IV7 | V7 | IV7", "I | IV | V7 | IV", "ii7 | V7 | ii7 | V7") if s.scale != "minor" else "")
    clave.percussion(s, {"guiro": "X-x.X.x.".replace("-", "."), "cowbell": "x.x.x.x.", "conga-mute": "x.o.x.o.", "conga1": "......xx"}, -2)
    clave.percussion(s, {"timbale1": "......xx|........", "kick": "x...x..."}, -3, "timbales")
    bass.pattern(s, s.part("upright", "finger-bass", level=0), s.pick("R..5..8.", "R..R5.8.", "R--5--R-"), 30)
    comping.comp(s, s.part("piano", "bright-piano", "drawbar", level=-1), s.pick(".x.x.x.x", "..s...ss", "s..s..s."), 64, 4, gate=0.6)
    lines.double(s.part("strings", "~section", "violin", level=-2), _flute(s), 0)
    tune = lines.melody(s, s.part("~vocal-duo", "~backing", level=1), 55, 69, "verse", 1.1, 0.25, form="AABA",
                        syllables=s.rng.sample(players.SYLLABLES, 8), triplets=False)
    lines.double(s.part("~vocal-low", "~vocal", level=-2), tune, 0)
    if s.chance(0.5):
        clave.coro(s)


def _flute(s: Song, where: str | tuple[str, ...] | None = "montuno") -> list:
    """High, quick, never out of breath."""
    return lines.melody(s, s.part("flute", "piccolo", "~flute", level=0), 72, 93, where, 1.9, 0.3, graces=0.12, ahead=0.2)


@style("Latin", like="Disco")
def merengue(s: Song) -> None:
    """Two to the bar at a gallop: tambora, metal guira, saxophones in arpeggios, an accordion before the big bands came."""
    s.set((132, 168), ("minor", "major", "harmonic-minor"), room=("club", "room", "outdoors"))
    _form(s, seconds=38)
    clave.percussion(s, {"guiro": "x.oox.oox.oox.oo".replace("o", "x"), "maracas": "x.xxx.xxx.xxx.xx"}, -3, "guira")
    clave.percussion(s, {"conga2": "x.......x.......", "conga1": "....x.xx....xxxx", "rim": "..x...x...x.x.x.", "kick": "x...x...x...x..."},
                     -1,
                "tambora")
    bass.pattern(s, s.part("finger-bass", "synth-bass", "~electric-bass", level=0), s.pick("R---5---", "R-5-R-5-", "R-R-5-8-"), 30)
    sax = s.part("alto-sax", "tenor-sax", "accordion", "~accordion", level=0)
    comping.arpeggio(s, sax, 0.25, 58, 2, s.pick("0120", "012302", "updown"), "montuno", gate=0.7)
    if s.chance(0.6):
        comping.arpeggio(s, s.part("alto-sax", "tenor-sax", "accordion", level=-2), 0.25, 53, 2, s.pick("0120", "2101"), "montuno",
                         gate=0.7)
    comping.comp(s, s.part("piano", "bright-piano", level=-2), s.pick("x.xx.xx.", "x.x.xx.x"), 64, 4, gate=0.6)
    clave.brass(s, "montuno", -1, ("trumpet", "trumpet", "trombone"))
    players.sing(s, "verse", density=1.6, level=2)
    clave.coro(s)


@style("Latin", like="Pop")
def bachata(s: Song) -> None:
    """A chorused guitar in arpeggios that break into runs, bongo, guira, and someone who has been left."""
    s.set((116, 140), ("minor", "major", "harmonic-minor"), keys="A E D G", room=("plate", "room", "club"))
    _form(s, "verse verse chorus", 42, chorus=s.pick(*_chords(s), "bVI | bVII | i | V7" if s.scale != "major" else "IV | V | iii | vi"))
    requinto = s.part("~electric-guitar", "clean-guitar", "~steel-guitar", "~nylon-guitar", level=1,
                      fx=("amp:clean", "chorus", "delay:180"))
    comping.arpeggio(s, requinto, 0.5, 57, 2, s.pick("02132132", "0123210", "updown"), "verse", gate=1.1)
    lines.runs(s, requinto, 62, 84, "chorus", 0.5, gap=0.3)
    comping.strum(s, s.part("nylon", "steel", "~nylon-guitar", level=-3, pan=-0.4), s.pick("x.xux.xu", "m.xum.xu"))
    clave.percussion(s, {"bongo1": "x.x.x.xx", "bongo2": "......o.", "guiro": "x.xxx.xx", "maracas": "xoxoxoxo"}, -2)
    bass.pattern(s, s.part("finger-bass", "~electric-bass", level=0), s.pick("R..R5.8.", "R--.5-8-", "R..55.R."), 30)
    players.sing(s, None, density=1.3, level=2, bends=0.3)


@style("Latin", like="Reggae")
def cumbia(s: Song) -> None:
    """Colombia to Buenos Aires: the guacharaca's long-short-short, bass on one and three, accordion, clarinet or cheap keyboard."""
    s.set((84, 108), ("minor", "harmonic-minor", "minor", "major"), keys="A D G E", room=("club", "outdoors", "room"))
    _form(s, seconds=42)
    clave.percussion(s, {"guiro": "X.xxX.xxX.xxX.xx", "cowbell": s.pick("x...x...x...x...", "................")}, -1, "guacharaca")
    clave.percussion(s, {"conga1": s.pick("..x...xx..x...xx", "..x.x...|..x.x.xx"), "conga2": "....x.......x...",
                         "kick": "x...x...x...x...",
                    "timbale1": "..............xx|................"}, -1)
    bass.pattern(s, s.part("finger-bass", "synth-bass", "upright", "~saw-bass", level=1),
                 s.pick("R...5.8.", "R---5-R-", "R...3.5.", "R..R5.5."), 30)
    comping.comp(s, s.part("accordion", "~accordion", "drawbar", "~organ", "clean-guitar", "~saw-poly", level=-2),
                 s.pick("..s...s.", "..ss..ss", ".s.s.s.s"), 64, 3)
    clave.tune(s, "accordion", "~accordion", "clarinet", "~square-lead", "~organ", "flute", "trumpet", "~shawm", where="montuno",
               density=1.6,
          level=1)
    if s.chance(0.4):
        comping.comp(s, players.guitar(s, "clean", -3, 0.4, extra=("delay:250",)), "..s...s.", 69, 3)
    players.sing(s, "verse", density=1.2, level=1)


@style("Latin", like="Classical")
def tango(s: Song) -> None:
    """Bandoneons, violins, piano and bass without a drum: hard marcato beats, sudden silences, a glissando into the last chord."""
    s.set((108, 136), ("minor", "harmonic-minor", "harmonic-minor"), keys="A D E G C", rubato=0.06, room=("hall", "room", "club"))
    own = ("i | i | V7 | V7 | V7 | V7 | i | i", "i | iv | V7 | i", "i | bVI | iiø | V7", "i | I7 | iv | V7", "im6 | #iv°7 | V7 | im6")
    s.until(42, "a b a c", a=s.pick(*own), b=s.pick(*own), c=s.pick("bIII | V7 | i | V7", "I | V7 | I | V7", *own))
    beat = s.pick("X.X.X.X.", "X.x.X.x.", "X..x..X.", "X..X..X.")
    comping.comp(s, s.part("piano", level=-1), beat, 55, 4, gate=0.45, loud=100)
    bass.pattern(s, s.part("contrabass", "upright", level=0),
                 s.pick("R.5.R.5.", "R.R.R.R.", "R..R..5.") if beat.count("X") + beat.count("x") == 4 else "R..R..5.", 30, gate=0.5)
    squeeze = s.part("bandoneon", "bandoneon", "accordion", "~accordion", level=1)
    lines.melody(s, squeeze, 60, 84, ("a", "c"), 1.9, 0.15, graces=0.2, leap=0.3, triplets=False)
    comping.comp(s, s.part(squeeze.voice, level=-2), s.pick("s.s.s.s.", "s..s..s.", "x---s.s."), 62, 3, "b")
    violin = s.part("violin", "strings", "~bowed", level=0, send=-8)
    lines.legato(lines.melody(s, violin, 64, 86, "b", 0.9, 0.1, bends=0.5))
    lines.harmonise(s, s.part("violin", "viola", level=-4), [note for note in violin.notes if note.length >= 0.8], -5)
    if s.chance(0.4):
        for bar in s.bars():
            if bar.last:
                violin.add(bar.start + bar.beats - 1, 1.0, 67, 100, "", ((0.0, -5.0), (0.8, 7.0)))
    if s.chance(0.3):
        players.sing(s, "b", low=48, density=1.0, level=2, bends=0.3)


@style("Latin", like="Jazz")
def mambo(s: Song) -> None:
    """The ballroom big band: saxophones in one rhythm, trumpets against them in another, grunts, bells, a scream at the end."""
    s.set((176, 224), ("major", "minor", "mixolydian"), keys="F Bb C G", room=("hall", "club", "plate"))
    s.master.append("old")
    _form(s, "verse montuno", 38, verse=s.pick("I7 | I7 | IV7 | IV7", "i | i | V7 | V7", "I6 | I6 | V7 | V7"))
    clave.salsa_battery(s)
    clave.tumbao(s)
    clave.montuno(s, -3)
    saxes = [s.part(v, level=0, pan=-0.4) for v in ("alto-sax", "tenor-sax", "baritone-sax")]
    comping.stabs(s, saxes, s.pick("x.xx.x.x|.x.xx.x.", ".x.xx.xx|.x.x.x..", "s.ss.s.s|s.ss.s.."), 58)
    clave.brass(s, None, 1, ("trumpet", "trumpet", "trumpet", "trombone"), ("......s.|s.....X-", "...s.s..|X---....", "....s.s.|..s.s.s.",
        "........|x-x-x-X-"))
    if s.chance(0.6):
        clave.tune(s, "trumpet", "trombone", "alto-sax", "flute", where="montuno", density=1.5, thirds=0.2, rest=0.35, low=62)
    flow.shout(s, "montuno", "............X...|................"[:16], -4)


@style("Latin", like="Hip-Hop")
def reggaeton(s: Song) -> None:
    """Dembow: kick on every beat, snare three-three-two against it, synthesizers in the minor, half sung, half rapped."""
    s.set((86, 102), ("minor", "harmonic-minor", "phrygian"), room=("dry", "plate", "club"))
    _form(s, "verse chorus verse chorus", 42, verse=s.pick("i | bVI | bIII | bVII", "i | iv | bVI | V", "i | bVII | bVI | V"),
          chorus=s.pick("i | bVI | bIII | bVII", "bVI | bVII | i | i"))
    s.master.append("dense")
    kit = s.part("~kit:808", "~kit:linn", "~kit:909", "~kit:minimal", name="kit", level=1, loose=0.0)
    groove.drums(s, kit, {"kick": "x...x...x...x...", "snare": s.pick("...x..x....x..x.", "...X..x....X..x.",
        "...x..x...|...x..x....x..x."[:16]), "hat": s.pick("x.x.x.x.x.x.x.x.", "................",
            "..x...x...x...x.")}, fills=8, crash=False, human=0.03)
    if s.chance(0.5):
        clave.percussion(s, {"timbale1": "...x..x....x..x.", "shaker": "o.o.o.o.o.o.o.o."}, -6)
    bass.pattern(s, s.part("~808-bass", "~sub-bass", "synth-bass", "~saw-bass", level=1), s.pick("R--R--R-R--R--5-", "R-----R-R-----R-",
        "R--R....R--R..8."), 28)
    comping.comp(s, s.part("~pluck", "nylon", "~nylon-guitar", "piano", "~saw-poly", "marimba", "~square-pluck", level=-1, loose=0.0),
                 s.pick("x..x..x.x..x..x.", "s..s..s...s.s...", "x---x---x--x..x."), 64, 3)
    comping.pad(s, s.part("~warm-pad", "~string-machine", "~dark-pad", level=-6), 60, 3, "chorus")
    players.sing(s, "chorus", density=1.7, level=2, scale="minor-pentatonic", fx=("delay:300",),
                 voices=("~vocal", "~robot", "~vocal-duo", "~vocal-low"))
    if s.chance(0.6):
        flow.rap(s, "verse", s.pick("toast", "boom-bap", "laid-back"), 1, tongue="es", voices=("~rap-voice", "~rap-voice", "~speech-es+m3",
            "~vocal-low"))
    else:
        players.sing(s, "verse", density=1.9, level=2, scale="minor-pentatonic")


@style("Latin", like="Folk")
def bolero(s: Song) -> None:
    """Slow and close: three guitars, maracas, two or three voices in harmony, chords that turn away at the last moment."""
    s.set((76, 104), ("major", "minor", "harmonic-minor"), keys="A E D G C", rubato=0.02, room=("room", "booth", "plate"))
    s.master.append("old")
    own = ("I | VI7 | ii | V7", "Imaj7 | bIII°7 | ii7 | V7", "I | iv | I | V7") if s.scale == "major" else MINOR
    _form(s, "verse verse chorus", 46, verse=s.pick(*own), chorus=s.pick(*own))
    requinto = s.part("nylon", "~nylon-guitar", level=1, pan=0.4)
    lines.melody(s, requinto, 64, 86, None, 1.6, 0.4, graces=0.15)
    comping.strum(s, s.part("nylon", "~nylon-guitar", level=-2, pan=-0.4), s.pick("x.xux.x.", "x-x-xux-"))
    bass.pattern(s, s.part("upright", "~string-bass", "nylon", level=-1), s.pick("R..55.8.", "R---5-8-", "R--.5-3-"), 30)
    clave.percussion(s, {"maracas": "x.x.x.xx", "bongo1": s.pick("x.xox.xo", "........"), "conga1": "......xx"}, -5)
    tune = lines.melody(s, s.part("~vocal", "~vocal-low", name="singer", level=2), 52, 69, None, 1.0, 0.2, bends=0.3,
                        syllables=s.rng.sample(players.SYLLABLES, 10))
    lines.harmonise(s, s.part("~vocal", "~vocal-duo", level=-1), tune, s.pick(2, -2))
    if s.chance(0.4):
        comping.pad(s, s.part("strings", "slow-strings", level=-5), 66, 4)


@style("Latin", like="Country")
def mariachi(s: Song) -> None:
    """Two trumpets in thirds, violins, vihuela and the great bass guitar in octaves: polka, waltz or the six-eight that is also
    three-four."""
    beats = s.pick(3.0, 4.0, 3.0)
    s.set((168, 204) if beats == 3.0 else (108, 148), "major", keys="C G D F A", beats=beats, room=("outdoors", "room", "hall"))
    own = "I | I | I | V7 | V7 | V7 | V7 | I", "I | IV | V7 | I", "I | I7 | IV | iv | I | V7 | I | V7"
    _form(s, "verse break verse break", 40, verse=s.pick(*own), **{"break": s.pick(*own)})
    low = s.part("nylon", "upright", "~nylon-guitar", level=0)
    row = s.pick("R.5.8.", "R..5.8", "R-5-5-") if beats == 3.0 else "R.5.R.5."
    bass.pattern(s, low, row, 36)
    lines.double(low, list(low.notes), -12) if s.chance(0.5) else None
    comping.strum(s, s.part("nylon", "~ukulele", "~nylon-guitar", level=-1),
                  s.pick(".xx.xx", "x.xx.x", "xoxxox") if beats == 3.0 else s.pick(".x.x.x.x", ".xux.xux"))
    tune = lines.melody(s, s.part("trumpet", level=1, pan=0.3), 62, 81, "break", 1.7, 0.12, graces=0.1, bends=0.1)
    lines.harmonise(s, s.part("trumpet", level=-1, pan=0.4), tune, -2)
    violins = s.part("violin", "strings", "fiddle", level=-1, pan=-0.3)
    answer = lines.melody(s, violins, 64, 84, "verse", 1.1, 0.35)
    lines.harmonise(s, s.part(violins.voice, level=-2, pan=-0.4), answer, -2)
    players.sing(s, "verse", density=1.1, level=2, bends=0.35)
    if s.chance(0.3):
        flow.shout(s, "break", "X...............", -4, ("~vocal", "~speech"))


@style("Latin", like="Country")
def norteno(s: Song) -> None:
    """Button accordion, twelve-string bajo sexto, bass and snare: a polka that became a newspaper."""
    beats = s.pick(2.0, 3.0, 2.0)
    s.set((108, 132) if beats == 2.0 else (132, 176), "major", keys="G C F D", beats=beats, room=("room", "club", "dry"))
    own = "I | I | I | V7 | V7 | V7 | V7 | I", "I | I7 | IV | IV | I | V7 | I | I", "I | V7 | V7 | I"
    _form(s, "break verse verse", 38, verse=s.pick(*own), **{"break": s.pick(*own)})
    bass.pattern(s, s.part("finger-bass", "~electric-bass", "upright", level=0), "R.5." if beats == 2.0 else "R-----", 30, gate=0.6)
    comping.strum(s, s.part("steel", "~steel-guitar", level=-2), ".x.x" if beats == 2.0 else ".xx")
    groove.drums(s, s.part("kit:standard", level=-3), {"kick": "x...x...", "snare": "..x...x."} if beats == 2.0 else {"kick": "x.....",
        "snare": "..x.x."}, fills=8, crash=False)
    tune = lines.melody(s, s.part("accordion", "~accordion", level=1), 64, 86, "break", 2.2, 0.08, graces=0.15, triplets=s.chance(0.5))
    lines.harmonise(s, s.parts[-1], tune, -2)
    lines.melody(s, s.part("accordion", "~accordion", "alto-sax", level=-2), 66, 86, "verse", 1.4, 0.55)
    sung = lines.melody(s, s.part("~vocal", "~vocal-duo", level=2), 55, 70, "verse", 1.3, 0.15,
                        syllables=s.rng.sample(players.SYLLABLES, 10))
    lines.harmonise(s, s.part("~vocal", "~vocal-low", level=0), sung, 2)


@style("Latin", like="World")
def rumba(s: Song) -> None:
    """Three drums, sticks on wood, the rumba clave and voices: everything else grew from this."""
    six = s.chance(0.3)
    s.set((92, 118) if not six else (104, 132), ("major", "minor", "dorian"), room=("outdoors", "room", "club"))
    _form(s, "verse montuno montuno", 42, verse=s.pick("I | V7 | V7 | I", "I | I | V7 | V7") if s.scale == "major" else "i | V7 | V7 | i")
    if six:
        clave.percussion(s, {"cowbell": "x.x.xx.x.x.x", "claves": "x.x..x.x..x."}, -3, "clave")
        clave.percussion(s, {"conga2": "x..x..x..x..", "conga1": "..xx.x..xx.x", "conga-mute": ".o..o..o..o."}, 1, "congas")
    else:
        clave.percussion(s, {"claves": CLAVES["rumba"], "woodblock": s.pick("x.xx.xx.x.xx.xx.", "x.xxx.xxx.x.xx.x")}, -3, "clave")
        clave.percussion(s, {"conga2": "x.......x..x....", "conga1": "......xx......xx", "conga-mute": "..x...x...x...x."}, 1, "congas")
    talk = "|".join("".join(s.pick("x", "X", "g", ".", ".", "r") for _ in range(12 if six else 16)) for _ in range(4))
    clave.percussion(s, {"bongo1": talk, "bongo2": "".join(s.pick("x", ".", ".", ".") for _ in range(12 if six else 16))}, 0, "quinto")
    tune = lines.melody(s, s.part("~vocal", "~vocal-low", name="singer", level=2), 50, 69, "verse", 1.2, 0.25, bends=0.3, graces=0.1,
                        syllables=s.rng.sample(players.SYLLABLES, 10))
    if s.chance(0.5):
        lines.harmonise(s, s.part("~vocal", level=-1), tune, 2)
    clave.coro(s, "montuno", 1)
