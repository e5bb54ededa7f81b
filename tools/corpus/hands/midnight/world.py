"""Field recordings: cycles of gongs, talas, wazns, bell patterns and limping dances."""

from __future__ import annotations

from collections.abc import Sequence

from hands.midnight.craft import beat, comp, layer, wheel
from hands.midnight.tunes import degrees, harmony, shadow, syllable, tune
from score import Part
from song import Song, style


def drone(s: Song, part: Part, steps: Sequence[int], line: str, low: int = 43, step: float = 0.5, ring: float = 3.0, force: float = 62) -> None:
    """Open strings struck round and round: figures of the line count into the steps above the tonic."""
    home = low + (s.tonic - low) % 12
    for at, mark, held, left in wheel(s, line, step):
        part.add(at, min(held * step * ring, left + 1), home + steps[int(mark) - 1], force + s.rng.gauss(0, 4))


def glides(s: Song, part: Part, amount: float) -> None:
    """Turns plain notes into slides from their neighbours, slow pulls and shakes, as on a string that is pulled aside."""
    before = part.notes[0].pitch if part.notes else 0.0
    for note in part.notes:
        gap = max(min(before - note.pitch, 4.0), -4.0)
        if note.length >= 0.4 and s.chance(amount):
            if s.chance(0.6) and gap:
                note.bend = ((0.0, gap), (min(0.35, note.length / 2), 0.0))
            else:
                wave = s.pick(0.5, 1.0, 1.5)
                note.bend = tuple((turn * note.length / 8, wave * (turn % 2)) for turn in range(9))
        before = note.pitch


@style("World", like="Classical")
def midnight_gong_cycle(s: Song) -> None:
    """Gamelan, Javanese or Balinese: a skeleton tune in bronze, two players whose notes interlock, kettle gongs between, the great gong at each round's end."""
    fast = s.chance(0.5)
    s.set((112, 160) if fast else (58, 84), "pelog", room=("hall", "outdoors", "room"))
    s.until(45, "round round", round="I5 | I5 | I5 | I5")
    rungs = degrees(s, s.pick("pelog-true", "slendro-true", "pelog-true"), 55, 80)
    bronze = ("~metallophone", "vibraphone", "celesta", "~metallophone", "marimba")
    bones = [s.rng.randrange(2, len(rungs) - 2)]
    for _ in range(15):
        bones.append(min(max(bones[-1] + s.pick(-1, 1, -1, 1, 2, -2, 0), 1), len(rungs) - 2))
    bones[-1] = bones[7] = bones[0]
    slow, leading, off = (s.part(*bronze, level=level, pan=pan) for level, pan in ((0, 0.0), (-2, -0.6), (-2, 0.6)))
    off.voice = leading.voice
    gong, kempul = s.part("~gong", "bells", level=1, pan=0.0), s.part("~gong", "~metallophone", "bells", level=-3)
    kettle = s.part("~metallophone", "agogo-bell", "steel-drums", level=-4)
    kind = s.pick((2, 1, 0, 1), (1, 2, 1, 0), (0, 1, 2, 1), (2, 0, 1, 0))
    for section in s.sections:
        for turn in range(16):
            at, place = section.start + turn, bones[turn]
            slow.add(at, 1.3, rungs[place] - 12, 88)
            for part in range(4 if fast else 8):
                step = at + part / (4 if fast else 8)
                note = rungs[min(place + kind[part % 4], len(rungs) - 1)] + (12 if not fast or turn % 4 else 0)
                (leading if part % 2 == 0 or kind[part % 4] == 0 else off).add(step, 0.3, note, 74 + s.rng.gauss(0, 5))
            if turn % 4 == 3:
                kempul.add(at, 4, rungs[place] - 24 + 12 * s.pick(0, 1), 78)
            if turn % 2:
                kettle.add(at, 0.5, rungs[bones[(turn + 1) % 16]], 60)
                kettle.add(at + 0.5, 0.5, rungs[bones[(turn + 1) % 16]], 60)
        gong.add(section.start, 8, 36 + s.tonic % 12, 100)
    if s.chance(0.7):
        beat(s, s.part("kit:standard", "kit:orchestra", level=-3), "tumba x..x..x.x..x.xx. / slap ..x.x..x..x.x..x",
            "conga x.xxx.xxx.xx.xxx / tumba X.....x...x...x.", "tumba X.......x.....x.")
    if s.chance(0.55):
        tune(s, s.part("flute", "~flute", "fiddle", "~bowed", "~vocal", level=-1), 64, 88, ("x=====x=", "..x==x==", "x=xx=xx="),
            rungs=[p + 12 for p in rungs], chordal=0.0, grace=0.4, bends=0.4, form="ABAC")
    for part in s.parts:
        part.notes = [note for note in part.notes if 20 <= note.pitch <= 112]


TALAS = (
    (4.0, "bongo x..x..x.x.....x. / tumba X.......x.......", "tintal"), (5.0, "bongo x...x.x.x.....x...x. / tumba X...x.x.......x..x..", "jhaptal"),
    (3.5, "bongo ..x...x.x.x.x. / tumba ......X...X..x", "rupak"), (3.0, "bongo ..x.x...x.x. / tumba X.....x....x", "dadra"),
    (4.0, "bongo x.xxx.x.x.xx..x. / tumba X..x......X...x.", "keharwa"),
)
"""Beats of a bar, strokes on the right and the left drum, name."""


@style("World", like="Folk")
def midnight_raga_under_tala(s: Song) -> None:
    """Hindustani or Carnatic raga: drone, a soloist who slides between notes, drum cycles of 6, 7, 10 or 16, faster towards the end."""
    beats, drums, _ = s.pick(*TALAS)
    s.set((62, 150), ("bhairav", "yaman", "kafi", "todi", "bhupali", "hungarian-minor", "phrygian", "double-harmonic"), keys="C D Db Eb", beats=beats,
        room=("room", "hall", "booth"))
    s.until(45, "slow slow fast", slow="I5 | I5 | I5 | I5", fast="I5 | I5 | I5 | I5")
    drone(s, s.part("~sitar", "sitar", "~koto", "~drone", level=-4), s.pick((7, 12, 12, 0), (5, 12, 12, 0), (11 if "yaman" in s.scale else 7, 12, 12, 0)),
        "1=2=3=4=", ring=4, low=41)
    hands = s.part("kit:standard", "kit:orchestra", level=-1)
    beat(s, hands, drums, where="slow")
    beat(s, hands, drums + " / slap ..x.x..x..x.x..x", drums + " / bongo2 .x.xx.xx", where="fast")
    lead = s.part("sitar", "~sitar", "shanai", "violin", "flute", "~vocal", "~bowed", "~shawm", level=2, pan=0.0)
    rungs = degrees(s, s.scale, 57, 82)
    long = {4.0: ("x===x===", "x=====x=", "..x=x=xx", "x=xxx==="), 5.0: ("x=====x=x=", "x==x=xx===", "..x=x=x==="), 3.5: ("x===x=x", "xx=x===", "x====xx"),
        3.0: ("x===x=", "x=xxx=", "x=====")}[beats]
    swift = {4.0: ("xxxxxxxxxxxx====", "xxx=xxx=xxxxxxxx"), 5.0: ("xxxxxxxxxxxxxxxx====",), 3.5: ("xxxxxxxxxxxx==", "xx=xx=xxxxxxxx"), 3.0: ("xxxxxxxxxx==",
        "xx=xxxxx=xxx")}[beats]
    tune(s, lead, 57, 82, long, "slow", rungs=rungs, chordal=0.0, finals=(0, 7), form="ABAC", grace=0.4, leaps=0.1, legato=1.05)
    tune(s, lead, 57, 82, swift, "fast", step=0.25, rungs=rungs, chordal=0.0, finals=(0,), form="AABC", leaps=0.08)
    glides(s, lead, 0.6)
    if s.chance(0.4):
        shadow(s, lead, s.part("violin", "~bowed", "reed-organ", "~reed", level=-5, pan=0.5), 0, skip=0.3, turns=0.1, scale=rungs)


WAZN = {
    "maqsum": (4.0, "tumba X.......X....... / slap ..x...x.....x...", ("x=x=x=x=", "x=xxx=x=", "x==xx=x=", "xxxxx===")),
    "samai": (5.0, "tumba X.........X.X....... / slap ......x.......x.....", ("x==x=x=x==", "x=xxx=x=x=", "xxxxxxx===")),
    "masmudi": (4.0, "tumba X.X.....X....... / slap ......x.....x.x.", ("x===x=x=", "x=xx=xx=", "..x=x===")),
    "curcuna": (2.5, "tumba X...X..... / slap ..x...x.x.", ("x=x=x", "xxx=x", "x==x=")),
    "ayyub": (4.0, "tumba X...X...X...X... / slap ...x..x....x..x.", ("x=xxx=xx", "xxxxx=x=", "x=x=xxxx")),
    "sofyan": (4.0, "tumba X.......X....... / slap ....x.....x.x...", ("x=====x=", "x==xxx==", "x=x=x===")),
}
"""Rhythmic modes: beats, low and high strokes, and bars that suit them."""


@style("World", like="Folk")
def midnight_takht_of_quarter_tones(s: Song) -> None:
    """Arabic, Turkish or Persian small ensemble: one tune played by oud, zither, reed flute and fiddle each in its way, over a rhythmic mode."""
    beats, drums, cells = WAZN[s.pick(*WAZN)]
    s.set((76, 132), ("hijaz", "minor", "phrygian"), keys="D C G A", beats=beats, room=("room", "hall", "club"))
    s.until(45, "khana taslim khana solo", khana="I5 | I5 | I5 | I5", taslim="I5 | I5 | I5 | I5", solo="I5 | I5 | I5 | I5")
    rungs = degrees(s, s.pick("bayati", "rast", "saba", "huzam", "segah", "hijaz", "hijaz"), 55, 79)
    lead = s.part("nylon", "~nylon-guitar", "violin", "flute", "shanai", "~reed", level=1, pan=0.0)
    for name, plan in (("khana", "ABAC"), ("taslim", "DEDE")):
        tune(s, lead, 55, 79, cells, name, rungs=rungs, chordal=0.0, finals=(0, 7), form=plan, leaps=0.08, grace=0.3, rest=0.03)
    for voice in s.pick(("dulcimer", "violin"), ("~koto", "flute", "cello"), ("~harpsichord", "~bowed"), ("strings", "dulcimer", "clarinet"),
        ("accordion", "violin")):
        shadow(s, lead, s.part(voice, level=-2), -12 if voice == "cello" else 0, skip=0.15, turns=0.45, scale=rungs)
    player = s.part("nylon", "dulcimer", "flute", "clarinet", "violin", "~vocal", level=2)
    line = {8: ("xxxxxxxx=====...", "x===xxxxxx======", "..xxxxxxxxxxx==="), 10: ("xxxxxxxxxx======....", "x===xxxxxxxxxx======")}.get(round(beats * 2),
        ("xxxxxxx===", "x==xxxx==="))
    tune(s, player, 57, 81, line, "solo", step=0.25, rungs=rungs, chordal=0.0, finals=(0, 5, 7), form="ABCD", grace=0.3, leaps=0.06)
    if player.voice in ("flute", "clarinet", "violin", "~vocal"):
        glides(s, player, 0.4)
    drone(s, s.part("nylon", "contrabass", "cello", "~nylon-guitar", level=-4), (0, 7, 12), "1=======" if beats != 2.5 else "1=2==", low=38, ring=1.0)
    struck = s.chance(0.85)
    if struck:
        beat(s, s.part("kit:standard", "kit:orchestra", level=-1), drums, drums + " / slap ?.?-?.?-?.", drums)
    if struck and s.chance(0.7):
        beat(s, s.part("kit:standard", level=-6), {2.5: "tamb x.xx.x.xx.", 5.0: "tamb x.x-x.x-x.x.x-x.x.x-"}.get(beats, "tamb x.x-x.x-x.x-x.xx"))


STANDARD_BELL = "x.x.xx.x.x.x"
"""The seven-stroke bell of the Guinea coast."""


@style("World", like="Jazz")
def midnight_bell_and_master_drum(s: Song) -> None:
    """West and southern African cross-rhythm: bell, rattle, threes against twos, a master drum; or balafon, kora and thumb-piano wheels; leader and chorus."""
    wooden = s.chance(0.5)
    s.set((92, 140), ("major-pentatonic", "minor-pentatonic", "major", "mixolydian"), keys="F G C A", room=("outdoors", "room"))
    loop = "I | I | I | I" if s.scale != "major" else s.pick("I | IV | I | V", "I | IV | V | IV", "I | I | IV | V")
    s.until(45, "call chorus", call=loop, chorus=loop)
    third = 1 / 3
    bell = s.part("kit:standard", "agogo-bell", level=-3, pan=0.5)
    turn = s.rng.randrange(12) if s.chance(0.3) else 0
    line = STANDARD_BELL[turn:] + STANDARD_BELL[:turn]
    if bell.voice == "kit:standard":
        beat(s, bell, f"agogo {line}", f"cow {line}", f"agogo2 {line}", step=third)
    else:
        for at, _, _, _ in wheel(s, line, third):
            bell.add(at, 0.3, 72, 88)
    beat(s, s.part("kit:standard", level=-6, pan=-0.5), "cabasa x.xx.xx.xx.x", "maraca xxXxxXxxXxxX", step=third)
    beat(s, s.part("kit:standard", "kit:room", level=-2), "bongo .xx.xx.xx.xx / conga x..x..x..x..", "bongo x.x.x.x.x.x. / tumba X.....x..x.x",
        "conga ..xx....xx.. / bongo2 xx.xx.xx.xx.", step=third)
    master = s.part("kit:standard", "kit:room", level=1)
    words = [s.pick("X..xx.X.x...", "X.xX.xX.xX..", "..x.xX..x.xX", "xxxX..xxxX..", "X..X..X.xxxx") for _ in range(3)]
    for bar in s.bars():
        for place, mark in enumerate(s.pick(*words)):
            if mark != ".":
                master.add(bar.start + place / 3, 0.3, s.pick(64, 64, 63) if mark == "X" else s.pick(62, 63), 100 if mark == "X" else 76)
    if wooden:
        for pan, text in ((-0.5, s.pick("x.xx.xx.xx.x", "x..x.xx..x.x")), (0.5, s.pick(".xx.xx.xx.x.", "..xx.x..xx.x"))):
            wood = s.part("marimba", "kalimba", "xylophone", "~nylon-guitar", "harp", level=1, pan=pan)
            rungs = s.rungs(60 if pan < 0 else 67, 84)
            wheel_notes = [s.rng.randrange(len(rungs)) for _ in range(24)]
            for at, _, _, _ in wheel(s, text, third):
                note = rungs[wheel_notes[round(at * 3) % 24] if s.chance(0.9) else s.rng.randrange(len(rungs))]
                wood.add(at, 0.45, note, 78 + s.rng.gauss(0, 5))
    if not wooden or s.chance(0.6):
        leader = s.part("~vocal", "~vocal-low", "~vocal-duo", level=2, pan=0.0)
        tune(s, leader, 57, 74, ("x==xx=x=....", "x=xx=x=x====", "..x=xx=x=..."), "call", step=third, bars=1, form="ABAB", bends=0.3, chordal=0.5)
        crowd = s.part("~backing", "~choir", "~choir-low", level=1)
        tune(s, crowd, 55, 72, ("x==x=x=x====", "xx=x==x====="), "chorus", step=third, bars=2, form="A", chordal=0.7)
        for steps in (2, -3):
            harmony(s, crowd, s.part("~backing", "~choir", "~vocal-duo", level=-2), steps, "chorus")
    else:
        solo_line = s.part("~nylon-guitar", "kalimba", "harp", "nylon", level=1)
        tune(s, solo_line, 67, 88, ("xxxxxx=xx=x=", "x=xxxxxxx===", "....xxxxxxxx"), step=third, bars=1, form="ABAC", chordal=0.4)


LIMPS = {
    "7a": (3.5, "x=x=x==", ("x=x=xxx", "xxx=x==", "x=xxx=x", "xxxxx=x")), "7b": (3.5, "x==x=x=", ("xxxx=x=", "x==xxxx", "x=xx=x=")), "9": (4.5, "x=x=x=x==",
        ("xxx=x=x==", "x=xxx=xxx", "x=x=xxxx=")),
    "5": (2.5, "x=x==", ("xxx==", "x=xxx", "xxxx=")), "8": (4.0, "x==x==x=", ("x==xxxx=", "xxxx==x=", "xxx=xxxx")), "6": (3.0, "x=x=x=", ("x=xxx=", "xxxxxx")),
}
"""Aksak meters in eighths: beats, the long and short steps, bars of tune."""


@style("World", like="Folk")
def midnight_limping_dance(s: Song) -> None:
    """Balkan, Anatolian or klezmer dance in 5, 7, 8 or 9: clarinet, fiddle, pipes or brass with ornaments, accordion on the long and short steps, big drum."""
    beats, steps, cells = LIMPS[s.pick("7a", "7a", "7b", "9", "9", "5", "8", "6")]
    s.set((150, 236) if beats != 4.0 else (132, 190), ("hijaz", "misheberak", "minor", "dorian", "harmonic-minor", "freygish"), keys="D A G E C", beats=beats,
        room=("outdoors", "club", "room"))
    if s.scale in ("hijaz", "freygish"):
        chords = s.pick("I | I | bII | I | I | bvii | bII | I", "I | iv | I | bII | I | iv | bvii | I")
    else:
        chords = s.pick("i | i | V | i | i | iv | V | i", "i | bVII | i | bVII | bVI | bVII | i | i", "i | II | i | i | II | v | i | i")
    s.until(45, "a a b b", a=chords, b=chords)
    lead = s.part("clarinet", "fiddle", "accordion", "~shawm", "~reed", "trumpet", "bagpipe", "~bowed", level=2)
    for name, low in (("a", 60), ("b", 66)):
        tune(s, lead, low, low + 18, cells, name, form="AABA", bars=2, grace=0.4, rest=0.0, leaps=0.12, bends=0.1, chordal=0.5)
    second = s.part("fiddle", "accordion", "clarinet", "trumpet", "~vocal-duo", "flute", level=-1, pan=0.4)
    s.pick(lambda: harmony(s, lead, second, -2), lambda: shadow(s, lead, second, 0, 0.1, 0.3), lambda: layer(s, lead, second, -12))()
    short = steps.replace("=", ".")
    comp(s, s.part("accordion", "~accordion", "steel", "nylon", "brass", level=-2), short, "." + short[:-1], step=0.5, gap=0.5, centre=62, voices=3)
    low = s.part("contrabass", "tuba", "upright", "accordion", level=-1)
    comp(s, low, short, step=0.5, gap=0.7, centre=40, voices=1)
    thick = "thud " + short.replace("x", "X", 1)
    thin = "rim " + "".join("x" if mark == "." else "." for mark in short)
    beat(s, s.part("kit:standard", "kit:orchestra", "kit:room", level=-1), f"{thick} / {thin}", f"tumba {short.replace('x', 'X', 1)} / slap {thin[4:]}",
        f"{thick} / {thin} / tamb {'x' * len(short)}", step=0.5)
    if s.chance(0.4):
        singers = s.part("~choir", "~vocal-duo", "~backing", level=1)
        tune(s, singers, 62, 74, (steps,), "b", form="AABA", bars=2, leaps=0.05, grace=0.3)
        harmony(s, singers, s.part("~vocal-duo", "~choir", level=-1), -1, "b")
    if s.chance(0.25):
        shout = s.part("~vocal", level=-3)
        for bar in s.bars():
            if bar.last:
                shout.add(bar.start + bar.beats - 1, 0.6, 72 + s.pick(0, 3, 5), 96, syllable(s), ((0.0, -3.0), (0.3, 4.0)))
