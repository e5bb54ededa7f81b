"""Rock, metal and pop."""

from __future__ import annotations

from hands.east.craft import bass, broken, comp, drums, fill, inner, merged, pad, raised, sit_out, varied
from hands.east.tunes import OPEN_VOWELS, riff, second, singer, tune
from score import Part
from song import Song, style

BACKBEATS = (
    {36: "X.....x.x.?.....", 38: "....X..~.~..X..~", 42: "x.x.x.x.x.x.x.x."}, {36: "X...?...x.x...?.", 38: "....X.......X.~o", 42: "X.x.X.x.X.x.X.x."},
    {36: "X..x..x...x..?..", 38: "....X..o....X..o", 42: "x.x.x.x.x.x.x.x~"}, {36: "X.x.....X.x..x..", 38: "....X.......X...", 42: "x...x...x...x..."})
PUNK = {36: "X..x?.x.X..x?.x.", 38: "..X...X...X...X.", 42: "x.x.x.x.x.x.x.x."}
LOUD = {"chorus": {42: 46}, "lift": {42: 46}, "solo": {42: 51}}
ROCK_CHORDS = ("I | bVII | IV | I", "I | IV | bVII IV | I", "vi | IV | I | V", "i | bVII | bVI | bVII", "I | bIII | IV | I", "i | bVI | bIII | bVII", "i | i | bIII | IV",
               "I V/7 | bVII IV/6 | bVI | bVII")


def electric(s: Song, *amps: str, level: float = -1.0, wide: bool = True, pan: float | None = None) -> Part:
    """A driven guitar, mostly doubled left and right."""
    fx = (f"amp:{s.pick(*amps)}",) + (("double",) if wide else (s.pick("delay", "chorus", "delay"),))
    return s.part("distorted", "overdriven", "~electric-guitar", "~electric-dark", level=level, pan=0.0 if wide else pan, fx=fx)


def chug(s: Song, bars: int = 2, home: tuple[str, ...] = ("x.xx", "xxxx", "xx.x", "x.x.", "X--x", "X-x.", "x..x", "X---")) -> str:
    """A rhythm for a riff, put together from quarters, its last bar turned differently."""
    first = [s.pick(*home) for _ in range(4)]
    last = first[:2] + [s.pick(*home), s.pick("X---", "X-X-", "X--X")]
    return "|".join("".join(bar) for bar in [first] * (bars - 1) + [last])


@style("Rock", like="Blues")
def east_riff_rock(s: Song) -> None:
    """Guitar riffs on a pentatonic over a straight backbeat, power chords in the chorus, a shouted tune and a bent solo."""
    s.set((96, 148), s.pick("minor-pentatonic", "mixolydian", "dorian", "blues"), keys="E A G D B", swing=0.0 if s.chance(0.88) else 0.7, room=("room", "club", "arena"))
    verse = s.pick("I5 | I5 | IV5 | I5", "I5 | I5 | I5 | bVII5 IV5", "I5 | bIII5 | IV5 | I5")
    chorus = s.pick("IV5 | I5 | bVII5 | IV5", "bVI5 | bVII5 | I5 | I5", "I5 | bVII5 | IV5 | I5", "bIII5 bVII5 | IV5 | bIII5 bVII5 | I5")
    s.until(50, s.pick("intro verse chorus verse chorus solo chorus", "intro verse verse chorus solo chorus"), intro=verse, verse=f"{verse} | {verse}",
            chorus=f"{chorus} | {chorus}", solo=f"{verse} | {chorus}")
    groove = varied(s, s.pick(*BACKBEATS))
    drums(s, s.part("kit:room", "kit:power", "kit:standard", level=1), groove, every=4, swap=LOUD, fills=s.pick("toms", "mixed"))
    row = chug(s, 2, ("X-x.", "X--X", "X.X.", "x.X-", "XX..", "X---", "..X-", ".X.X"))
    left, right = electric(s, "crunch", "lead", wide=False, pan=-0.6), electric(s, "crunch", "fuzz", "lead", wide=False, pan=0.6)
    for guitar in (left, right):
        comp(s, guitar, s.pick("X--X--X-X--X--X-", "X-m.X-m.X-m.X-X-", "X---..X-X---X-X-"), 50, 3, "chorus", velocity=100)
    riff(s, left, row, "minor-pentatonic", 40, ("intro", "verse", "solo"), power=s.chance(0.5), home=0.6)
    right.notes += [note for note in left.notes if note not in right.notes] if s.chance(0.6) else []
    low = s.part("pick-bass", "finger-bass", level=0, fx=s.pick((), ("amp:bass-dirt",)))
    bass(s, low, ["R-R-R-R-R-R-R-a-", "R--RR-R-5-R-7-a-", "R.R.R.R.R.R.R.R."], low=28)
    voice = singer(s, "~vocal", "~vocal-low", "~vocal-duo")
    tune(s, voice, 55, 72, ("verse", "chorus"), density=1.3, off=0.4, form=s.pick("AAAB", "ABAC"), words=OPEN_VOWELS, bend=0.35, again=0.3)
    if s.chance(0.5):
        second(s, s.part("~backing", "~vocal-duo", level=-3), voice, 2, "chorus")
    lead = electric(s, "lead", "high", wide=False, level=2, pan=0.1)
    tune(s, lead, 60, 88, "solo", grain=4, density=2.0, off=0.5, form="ABACDE", bend=0.5, scale="blues", again=0.2)
    tune(s, lead, 64, 84, "chorus", density=1.2, turn=(0.6, 1), bend=0.5, rest=0.6, scale="minor-pentatonic")
    sit_out(s)


@style("Rock", like="Pop")
def east_arena_anthem(s: Song) -> None:
    """Quiet verse with picked guitar, huge chorus: eighth-note bass, open hats, octave lead line against the tune, key change for the last chorus; or punk speed."""
    punk = s.chance(0.35)
    s.set((150, 200) if punk else (112, 146), s.pick("major", "major", "minor"), keys="D E A G C", room=("arena", "room", "plate"))
    verse, chorus = s.pick(*ROCK_CHORDS[2:8]), s.pick(*ROCK_CHORDS)
    s.until(50, "intro verse chorus verse chorus bridge lift", intro=verse, verse=f"{verse} | {verse}", chorus=f"{chorus} | {chorus}",
            bridge=s.pick("bVI | bVII | bVI | V", "IV | V | IV | V", "ii | IV | V | V"), lift=raised(f"{chorus} | {chorus}"))
    kit = s.part("kit:power", "kit:room", "kit:standard", level=1)
    groove = PUNK if punk else varied(s, s.pick(*BACKBEATS))
    drums(s, kit, groove, ("intro", "chorus", "lift"), swap=LOUD, every=4)
    drums(s, kit, groove if punk or s.chance(0.5) else {36: "X.......x.......", 37: "....x.......x...", 42: "x.x.x.x.x.x.x.x."}, ("verse", "bridge"), fills="snare")
    wall, other = electric(s, "high", "crunch", "lead", level=0), electric(s, "edge", "crunch", wide=False, level=-3, pan=0.5)
    comp(s, wall, s.pick("X-X-X-X-X-X-X-X-", "X---------------", "XxXxXxXxXxXxXxXx", "X--x--X-X--x--X-"), 50, 3, None if punk else ("intro", "chorus", "lift"), velocity=100)
    if punk:
        comp(s, other, "m.m.m.m.m.m.m.X-", 50, 3, "verse", velocity=92)
    else:
        broken(s, other, [s.pick("B2132132B2132132", "B.2.1.2.3.2.1.2.", "3.2.1.2.3.2.1.2."), "B.1.2.3.2.1.2.3."], 60, 4, ("verse", "bridge"))
    bass(s, s.part("pick-bass", level=1, fx=s.pick((), ("amp:bass-dirt",))), ["R.R.R.R.R.R.R.R.", "RRRRRRRRRRRRRRRR" if not punk else "R.R.R.R.R.R.R.a.", "R.R.R.R.R.R.5.a."],
         low=28)
    voice = singer(s, "~vocal", "~vocal-duo", "~vocal", level=2)
    tune(s, voice, 54, 67, "verse", density=1.2, off=0.35, form="ABAC", words=OPEN_VOWELS, again=0.35)
    tune(s, voice, 60, 75, ("chorus", "lift", "bridge"), density=0.95 if not punk else 0.8, off=0.25, form="AABC", words=OPEN_VOWELS, bend=0.25)
    second(s, s.part("~backing", "~vocal-duo", "choir", level=-3), voice, s.pick(2, -2), ("chorus", "lift"))
    line = electric(s, "lead", wide=False, level=-1, pan=-0.3)
    tune(s, line, 64, 84, ("intro", "bridge"), density=1.1, off=0.3, form="AAAB", bend=0.3)
    tune(s, line, 70, 88, "lift", density=1.4, form="ABCD", turn=(0.4, 1.0), bend=0.3)
    if s.chance(0.4):
        pad(s, s.part("rock-organ", "synth-strings", "strings", level=-8), 64, 4, ("chorus", "lift"))
    sit_out(s)


@style("Rock", like="Metal")
def east_power_ballad_and_prog(s: Song) -> None:
    """A rock ballad in 6/8 or odd-metre prog: organ or piano arpeggios with a bass that descends by step under them, guitar theme in harmony."""
    odd = s.chance(0.4)
    s.set((66, 92) if not odd else (118, 150), s.pick("minor", "dorian", "major"), keys="A E D C B", beats=s.pick(3.5, 5.0, 3.0) if odd else s.pick(3.0, 4.0),
          room=("arena", "hall", "plate"))
    minor = s.scale != "major"
    verse = (s.pick("i v/b7 | bVI | iv bVII | i", "i | bVII | bVI | V", "i iv | bVII bIII | bVI iiø | V") if minor
             else s.pick("I V/7 | vi vi/5 | IV I/3 | ii V", "I | iii | IV | V", "I I/3 | IV iv | I/5 V | I"))
    chorus = s.pick("bVI | bVII | i | bIII V/7", "bVI bVII | i | bVI bVII | bIII") if minor else s.pick("IV | V | iii vi | ii V", "I | V/7 | vi | IV")
    s.until(50, "intro verse chorus solo verse lift", intro=verse, verse=f"{verse} | {verse}", chorus=f"{chorus} | {chorus}", solo=f"{verse} | {chorus}",
            lift=raised(f"{chorus} | {chorus}"))
    count = round(s.beats * 4)
    groove = {36: "".join("X" if i == 0 else s.pick(".", ".", "x", "?") if i % 2 == 0 else "." for i in range(count)),
              38: "".join("X" if i % (6 if s.beats == 3.0 else 8) == (6 if s.beats == 3.0 else 4) else s.pick(".", ".", ".", "~") for i in range(count)),
              42: ("x." * count)[:count]}
    drums(s, s.part("kit:power", "kit:room", "kit:standard", level=0), groove, swap=LOUD, every=4)
    figure = ("R-" + "R-" * count)[:count]
    bass(s, s.part("pick-bass", "finger-bass", "fretless", level=0), [figure, "R" + "-" * (count // 2 - 1) + "5" + "-" * (count - count // 2 - 3) + "a-"], low=28)
    keys = s.part("piano", "rock-organ", "drawbar", "harpsichord", "synth-strings", level=-3)
    broken(s, keys, ("B213" * 5)[:count], 62, 4, ("intro", "verse"), ring=2.0)
    comp(s, keys, "X" + "-" * (count - 1), 62, 4, ("chorus", "solo", "lift"), velocity=80)
    wall = electric(s, "high", "crunch", level=-1)
    comp(s, wall, ["X" + "-" * (count - 1), ("X--" * 7)[:count]], 50, 3, ("chorus", "solo", "lift"), velocity=98)
    theme = electric(s, "lead", wide=False, level=1, pan=0.2)
    tune(s, theme, 60, 82, ("intro", "solo"), grain=4, density=1.5, off=0.3, form="ABACDE", bend=0.4, leap=0.25)
    second(s, electric(s, "lead", wide=False, level=-2, pan=-0.3), theme, s.pick(-2, 2), "intro" if s.chance(0.5) else ("intro", "solo"))
    voice = singer(s, "~vocal", "~vocal")
    tune(s, voice, 55, 74, ("verse", "chorus", "lift"), density=1.1, off=0.2, form="ABAC", words=OPEN_VOWELS, bend=0.2)
    second(s, s.part("~backing", "choir", level=-4), voice, -2, ("chorus", "lift"))
    sit_out(s)


THRASH = {36: "x?x?x?x?x?x?x?x?", 38: "..X...X...X...X.", 42: "x.x.x.x.x.x.x.x."}
DOUBLE_KICK = {36: "XxxxXxxxXxxxXxxx", 38: "....X.......X...", 51: "x...x...x...x..."}
BLAST = {36: "X.x.X.x.X.x.X.x.", 38: ".x.x.x.x.x.x.x.x", 42: "x.x.x.x.x.x.x.x."}
GALLOP = ("x.xx", "x.xx", "x.xx", "X-xx", "X---")
DARK = ("i | i | bVI | bVII", "i | bII | i | bII", "i | bVI | iv | V", "i | bIII | bII | i", "i | #IV | bVI | bVII", "i bVI | iv bVII | i | V")


@style("Metal", like="Rock")
def east_gallop_heavy(s: Song) -> None:
    """Galloping palm mutes, twin lead guitars in thirds over minor progressions with a real dominant, high clean singer with choir."""
    s.set((138, 190), s.pick("minor", "harmonic-minor", "minor"), keys="E D A B C", room=("arena", "room", "hall"))
    verse, chorus = s.pick(*DARK), s.pick("i | bVI | bIII | bVII", "bVI | bVII | i | V", "iv | bVII | bIII bVI | V", "i bVII | bVI V | i bVII | bVI V")
    s.until(50, "intro verse chorus solo verse chorus", intro=verse, verse=f"{verse} | {verse}", chorus=f"{chorus} | {chorus}", solo=f"{chorus} | {chorus}")
    kit = s.part("kit:power", "kit:room", "kit:standard", level=1)
    drums(s, kit, s.pick(THRASH, merged(BACKBEATS[0], {36: "x.xxx.xxx.xxx.xx"})), ("intro", "verse"), every=4)
    drums(s, kit, s.pick(DOUBLE_KICK, merged(DOUBLE_KICK, {51: "x.x.x.x.x.x.x.x."})), ("chorus", "solo"), every=4, crash=57)
    rhythm = electric(s, "high", "scooped", level=1)
    riff(s, rhythm, chug(s, 2, GALLOP), s.pick("minor", "harmonic-minor", "phrygian"), 38, ("intro", "verse"), home=0.8)
    comp(s, rhythm, s.pick("X-------X-------", "XxxxXxxxXxxxXxxx", "X-mmX-mmX-mmX-mm"), 47, 3, ("chorus", "solo"), velocity=104)
    bass(s, s.part("pick-bass", level=0, fx=("amp:bass-dirt",)), ["R.RRR.RRR.RRR.RR", "RRRRRRRRRRRRRRRR"], low=28)
    twin = electric(s, "lead", "high", wide=False, level=1, pan=-0.4)
    tune(s, twin, 62, 86, ("intro",), grain=4, density=1.9, off=0.15, form="ABAC", turn=(0, 1))
    tune(s, twin, 64, 90, "solo", grain=4, density=3.0, off=0.2, form="ABACDE", turn=(0, 1), bend=0.2, scale="harmonic-minor" if "harmonic" in s.scale else "minor")
    second(s, electric(s, "lead", "high", wide=False, level=0, pan=0.4), twin, s.pick(-2, 2))
    voice = singer(s, "~vocal", "~vocal-duo", level=2)
    tune(s, voice, 60, 78, ("verse", "chorus"), density=1.1, off=0.2, form="ABAC", words=OPEN_VOWELS, bend=0.2, leap=0.25)
    if s.chance(0.6):
        pad(s, s.part("choir", "~choir", "strings", level=-5), 62, 4, ("chorus", "solo"))
    sit_out(s)


@style("Metal", like="Electronic")
def east_extreme_and_symphonic(s: Song) -> None:
    """Blast beats and tremolo-picked chromatic or Phrygian riffs, growls or screams, breakdowns in half time, sometimes an orchestra in counterpoint."""
    s.set((150, 224), s.pick("phrygian", "harmonic-minor", "locrian", "phrygian-dominant", "double-harmonic"), keys="C D B E Db", room=("room", "arena", "hall"))
    a, b = s.pick(*DARK), s.pick(*DARK)
    s.until(50, "intro verse chorus break verse chorus break", intro=a, verse=f"{a} | {a}", chorus=f"{b} | {b}", **{"break": "i | i | bII | i | i | i | #IV | bII"})
    kit = s.part("kit:power", "kit:room", level=1)
    drums(s, kit, s.pick(BLAST, THRASH, merged(BLAST, {36: "xxxxxxxxxxxxxxxx"})), "verse", every=4)
    drums(s, kit, s.pick(DOUBLE_KICK, BLAST), ("intro", "chorus"), every=4, crash=57)
    row = chug(s, 2, ("x..x", "xx..", "X-.x", "...x", "x.x.", "x..."))
    drums(s, kit, {36: row.replace("X", "x").replace("-", "."), 38: "........X.......", 52: "x...x...x...x..."}, "break", fills="mixed")
    rhythm = electric(s, "death", "scooped", "high", level=1)
    riff(s, rhythm, s.pick("XXXXXXXXXXXXXXXX", chug(s, 2)), s.scale, 36, "verse", bars=2, power=s.chance(0.5), home=0.3)
    riff(s, rhythm, chug(s, 2, ("xxxx", "X-X-", "xxX-", "x.xx", "XX--")), s.scale, 36, ("intro", "chorus"), home=0.5)
    riff(s, rhythm, row, "phrygian", 36, "break", home=0.9)
    bass(s, s.part("pick-bass", level=0, fx=("amp:bass-dirt",)), ["RRRRRRRRRRRRRRRR", "R.RRR.RRR.RRR.RR"], low=26)
    throat = s.part("~growl", "~growl", "~scream", level=1, fx=s.pick((), ("double",), ("delay",)))
    tune(s, throat, 42, 50, ("verse", "break"), density=1.5, off=0.3, form="ABAC", words=("wo", "ro", "do", "go", "ga"), again=0.7)
    if s.chance(0.6):
        orchestra = s.part("strings", "choir", "~choir", "tremolo-strings", level=-2)
        pad(s, orchestra, 64, 4, ("intro", "chorus"), velocity=84)
        tune(s, s.part("brass", "horn", "violin", "choir", "church-organ", level=-2), 60, 84, ("intro", "chorus"), density=0.9, off=0.1, form="ABAC", turn=(0, 1))
    lead = electric(s, "high", wide=False, level=0, pan=0.3)
    tune(s, lead, 66, 90, "chorus", grain=4, density=2.6, off=0.15, form="ABAC", turn=(0, 1), scale=s.scale)
    fill(s, kit, 0.0, min(4.0, s.sections[0].end), "toms", 4, 1.0)
    sit_out(s)


@style("Metal", like="Rock")
def east_doom_and_groove(s: Song) -> None:
    """Down-tuned slow doom or syncopated groove metal: long fuzz chords by semitone and tritone, half-time drums, hoarse or clean low voice."""
    doom = s.chance(0.45)
    s.set((58, 84) if doom else (92, 122), s.pick("phrygian", "minor", "blues", "locrian"), keys="C B D Db A", room=("room", "cave" if doom else "club", "arena"))
    a, b = s.pick("i | bII | i | #IV", "i | i | bVI | bII", "i | bIII | #IV | IV"), s.pick(*DARK)
    s.until(50, "intro verse chorus verse solo", intro=a, verse=f"{a} | {a}", chorus=b, solo=f"{b} | {a}")
    slow = {36: "X.....x.x.....?.", 38: "........X......~", 42 if s.chance(0.5) else 51: "x...x...x...x..."}
    groove = {36: "X..xx.x...xx..x?", 38: "....X..~....X...", 42: "x.x.x.x.x.x.x.x."}
    drums(s, s.part("kit:power", "kit:room", "kit:standard", level=1), slow if doom else groove, every=4, swap={"chorus": {42: 52, 51: 52}})
    rhythm = electric(s, "fuzz", "high", "death", level=1)
    cells = ("X---", "X--X", "X---", "----", "x.X-") if doom else ("x.xx", "..xx", "xx.x", "X-.x", ".x.x", "xX--")
    riff(s, rhythm, chug(s, 2, cells), "phrygian" if s.scale == "locrian" else s.scale, 33, ("intro", "verse"), home=0.55)
    comp(s, rhythm, "X-------X-----X-" if doom else "X--X--X-X--X--m.", 45, 3, ("chorus", "solo"), velocity=104)
    bass(s, s.part("pick-bass", "finger-bass", level=1, fx=("amp:bass-dirt",)), "R-------R-----a-" if doom else ["R..RR.R...RR..R.", "R.RRR.RR..R.R.aa"], low=24)
    voice = s.part("~vocal-low", "~growl", "~scream", "~vocal", level=1, fx=s.pick(("double",), ("delay",), ()))
    tune(s, voice, 48, 62, ("verse", "chorus"), density=0.9, off=0.3, form="AABC", words=OPEN_VOWELS, bend=0.2, again=0.5)
    lead = electric(s, "lead", "fuzz", wide=False, level=1, pan=0.2)
    tune(s, lead, 58, 86, ("solo", "intro") if s.chance(0.5) else "solo", grain=4, density=1.6 if doom else 2.4, off=0.3, form="ABCDE", bend=0.45, scale="blues")
    sit_out(s)


POP_CHORDS = ("I | V | vi | IV", "vi | IV | I | V", "IVmaj7 | V | iii7 | vi7", "I | iii7 | vi | IV", "vi IV | I V", "ii7 | IV | vi | V", "I | vi7 | ii7 | V7sus4",
              "IV | I/3 | ii7 | V", "IVmaj7 V | iii7 vi7 | ii7 V | I I7", "i | bVI | bIII | bVII")
FOUR_FLOOR = {36: "X...X...X...X...", 39: "....X.......X...", 42: "..x...x...x...x.", 82: "xoxoxoxoxoxoxoxo"}
POP_BEATS = ({36: "X.....x...x..?..", 38: "....X.......X...", 42: "x.x.x.x.x.x.x.x~", 39: "....?.......?..."}, FOUR_FLOOR,
             {36: "X..x..x.X..x..x.", 39: "....X.......X...", 42: "x.xxx.x.x.xxx.x."}, {36: "X......xx.......", 38: "....X.......X..~", 42: "xxxxxxxxxxxxxxxx"})


@style("Pop", like="Electronic")
def east_radio_pop(s: Song) -> None:
    """Four chords, a syncopated singable hook with claps and synths, pre-chorus that lifts, post-chorus vocal chops, backing in thirds."""
    s.set((96, 128), s.pick("major", "major", "minor"), keys="C G F A D", room=("plate", "room", "dry"))
    verse, chorus = s.pick(*POP_CHORDS), s.pick(*POP_CHORDS)
    pre = s.pick("ii7 | IV | vi | V", "IV | V | vi | V/7", "bVI | bVII | iv | V") if s.scale == "major" else "bVI | bVII | iv | v"
    s.until(48, s.pick("intro verse pre chorus verse pre chorus bridge chorus", "chorus verse pre chorus verse pre chorus"), intro=chorus, verse=f"{verse} | {verse}", pre=pre,
            chorus=f"{chorus} | {chorus}", bridge=pre)
    kit = s.part("kit:electronic", "~kit:any", "~kit:linn", "kit:standard", level=0)
    beat = varied(s, s.pick(*POP_BEATS))
    drums(s, kit, beat, ("chorus", "verse", "intro"), fills=s.pick("clap", "snare"), swap={"verse": {46: 42}})
    drums(s, kit, {36: "X...X...X...X...", 39: "....X..x....X.xx"}, ("pre", "bridge"), fills="snare")
    bass(s, s.part("synth-bass", "~saw-bass", "finger-bass", "~square-bass", level=0), ["R..R..R.R..R..R.", "R-----R-R---5-a-", ".R.R.R.R.R.R.R.R", "R.R.R.R.R.R.R.R."], low=30)
    comp(s, s.part("~saw-poly", "polysynth", "piano", "clean-guitar", "~pluck", level=-3), ["X..x..x.X..x..x.", "x-..x-x-..x-x-..", "..x...x...x...x.", "X.......x......."], 62, 4,
         velocity=76)
    broken(s, s.part("~pluck", "~square-pluck", "muted-guitar", "marimba", level=-5, fx=("delay",)), ["0.1.2.1.3.2.1.2.", "2..1..0.2..1..0.", "3.2.0.3.2.0.3.1."], 70, 4,
           ("verse", "chorus"), ring=0.8)
    pad(s, s.part("~warm-pad", "strings", "~air-pad", "synth-strings", level=-8), 60, 4, ("pre", "chorus", "bridge"), spread=True)
    voice = singer(s, "~vocal", "~vocal-duo", level=3)
    tune(s, voice, 56, 69, "verse", grain=4, density=1.7, off=0.4, form="AABA", words=OPEN_VOWELS, again=0.4)
    tune(s, voice, 60, 74, ("pre", "chorus", "bridge"), grain=s.pick(2, 4), density=1.4, off=0.5, form="AABC", words=OPEN_VOWELS, again=0.3,
         scale=s.pick(s.scale, "major-pentatonic" if s.scale == "major" else "minor-pentatonic"))
    second(s, s.part("~backing", "~vocal-duo", level=-3), voice, s.pick(2, -2), "chorus")
    hook = s.part("~vocal-duo", "~saw-lead", "square-lead", "~pluck", "whistle", level=-2, fx=("delay",))
    tune(s, hook, 67, 81, ("intro", "chorus"), grain=4, density=1.1, off=0.6, form="AAAB", turn=(0.5, 1.0), words=("ah", "oh", "ey") if "vocal" in hook.voice else ())
    sit_out(s)


@style("Pop", like="R&B")
def east_piano_ballad(s: Song) -> None:
    """A piano ballad that grows: descending bass, borrowed iv, strings with suspensions and inner lines, drums from the first chorus, a step up at the end."""
    s.set((64, 92), "major", keys="C G Db Ab F Bb", beats=4.0 if s.chance(0.8) else 3.0, room=("hall", "plate", "room"))
    verse = s.pick("I V/7 | vi7 I/5 | IVmaj7 I/3 | ii7 Vsus4", "Iadd9 | V/7 | vi7 | IVadd9", "I I/3 | IV iv | I/5 vi7 | ii7 V7", "vi7 | IVmaj7 | I/5 | V")
    chorus = s.pick("I | V/7 | vi7 | IVadd9", "IV V | iii7 vi7 | ii7 V7 | I I7", "IVmaj7 iv6 | iii7 VI7 | ii7 V7sus4 | I", "I III7/b6 | vi I7/5 | IV iv | I/5 V")
    s.until(50, "intro verse chorus verse chorus bridge lift", intro=verse, verse=f"{verse} | {verse}", chorus=f"{chorus} | {chorus}", bridge="bVImaj7 | bVII | iv6 | V7sus4 V7",
            lift=raised(f"{chorus} | {chorus}"))
    three = s.beats == 3.0
    piano = s.part("piano", "bright-piano", "rhodes", "dx-piano", level=0)
    broken(s, piano, ["B12312", "B21321"] if three else ["B.213.21B.213.21", "B213B213B213B213", "B...2.1.3...2.1."], 62, 4, ("intro", "verse"), ring=2.2, velocity=70)
    comp(s, piano, ["x.x.x.", "x-x-x-"] if three else ["x...x...x...x...", "X..x..x.X...x...", "x.x.x.x.x.x.x.x."], 62, 4, ("chorus", "bridge", "lift"), velocity=80)
    beat = ({36: "X....?......", 38: "......X.....", 42: "x.x.x.x.x.x."} if three
            else s.pick({36: "X.....x.x.......", 38: "....X.......X...", 42: "x.x.x.x.x.x.x.x."}, {36: "X......x..x.....", 37: "....X.......X...", 42: "x.x.x.x.x.x.x.x."}))
    kit = s.part("kit:standard", "kit:room", "kit:electronic", level=-2)
    drums(s, kit, beat, ("chorus", "bridge", "lift") if s.chance(0.5) else None, swap={"lift": {42: 51}}, fills="toms")
    bass(s, s.part("finger-bass", "fretless", "synth-bass", level=-1), "R---5-" if three else ["R-----R-5-----a-", "R-------R-----a-"], low=28)
    pad(s, s.part("strings", "slow-strings", level=-4), 60, 5, ("chorus", "bridge", "lift"), spread=True)
    inner(s, s.part("cello", "horn", "viola", level=-5), 57, ("verse", "chorus", "lift"))
    tune(s, s.part("violin", "strings", "flute", level=-5), 69, 86, ("chorus", "lift"), density=0.8, off=0.1, form="ABCD", turn=(0.6, 1.0))
    voice = singer(s, "~vocal", "~vocal-low", "~vocal", level=2)
    tune(s, voice, 53, 68, "verse", density=1.1, off=0.3, form="AABC", words=OPEN_VOWELS, bend=0.2)
    tune(s, voice, 58, 75, ("chorus", "bridge", "lift"), density=1.0, off=0.25, form="ABAC", words=OPEN_VOWELS, bend=0.3, leap=0.25)
    second(s, s.part("~backing", "oohs", "~backing", level=-4), voice, -2, ("chorus", "lift"))
    sit_out(s)


@style("Pop", like="Rock")
def east_sixties_and_guitar_pop(s: Song) -> None:
    """Bright guitar pop: jangle or handclaps, tambourine, melodic bass in contrary motion, la-la harmonies, a middle eight in another key."""
    s.set((112, 158), "major", keys="D A G E C", swing=0.0 if s.chance(0.8) else 0.8, room=("room", "plate", "club"))
    verse = s.pick("I | vi | ii | V", "I | iii | IV | V", "I | bVII | IV | I", "I III7 | vi I7 | IV iv | I V", "I V/7 | vi iii | IV I/3 | II7 V")
    chorus = s.pick("IV | V | I | vi | IV | V | I | I", "I | IV | V | IV", "IV iv | I VI7 | ii V | I", "I | III7 | IV | iv")
    s.until(48, "intro verse verse chorus bridge verse chorus", intro=verse, verse=f"{verse} | {verse}", chorus=f"{chorus} | {chorus}",
            bridge=s.pick("bVI | bVI | bIII | bIII | bVII | bVII | V | V", "iii | vi | iii | vi | ii | II7 | V | V7"))
    beat = s.pick({36: "X..xX...", 38: "..X...X.", 42: "xxxxxxxx", 54: "..x...x."}, {36: "X.x.X.x.", 38: "..XX..X.", 42: "x.x.x.x.", 54: "xxxxxxxx"},
                  {36: "x...x...", 38: "X.X.X.X.", 54: "x.x.x.x."})
    drums(s, s.part("kit:standard", "kit:room", level=-1), beat, swap={"chorus": {42: 46}, "bridge": {42: 51}}, fills="toms")
    bass(s, s.part("pick-bass", "finger-bass", level=1), ["R.3.5.6.", "R..R5.5a", "R.R.5.a.", "R-.35-.a"], low=31)
    jangle = s.part("clean-guitar", "~electric-guitar", "steel", level=-2, fx=(s.pick("chorus", "tremolo", "delay"),), pan=-0.4)
    if s.chance(0.5):
        broken(s, jangle, ["01230123", "B2132132", "3210321."], 64, 4, ring=1.6)
    else:
        comp(s, jangle, ["x.xux.xu", "..X...X.", "x.x.xuxu"], 60, 4, strum=0.01)
    comp(s, s.part("piano", "drawbar", "steel", "harpsichord", level=-5, pan=0.4), ["x.x.x.x.", "..x...x.", "x---x---"], 64, 4)
    voice = singer(s, "~vocal-duo", "~vocal", level=2)
    tune(s, voice, 57, 73, ("verse", "chorus", "bridge"), density=1.3, off=0.35, form=s.pick("AABA", "AABC"), words=OPEN_VOWELS, bend=0.15)
    second(s, s.part("~vocal", "~vocal-duo", level=-2), voice, s.pick(2, -2), ("chorus", "verse"))
    pad(s, s.part("oohs", "~backing", "choir", level=-5), 64, 3, ("bridge", "chorus"))
    tune(s, s.part("trumpet", "clean-guitar", "~electric-guitar", "glockenspiel", "strings", level=-2), 67, 84, ("intro", "chorus"), density=1.1, off=0.3, form="ABAC",
         turn=(0.45, 1.0))
    sit_out(s)
