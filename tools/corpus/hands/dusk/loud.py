"""Rock and Metal: amplifiers in a garage, in a fog, on an angle, in an arena; fast, slow, and counted in sevens."""

from __future__ import annotations

from collections.abc import Sequence

from hands.dusk import craft, tunes
from score import Part
from song import Song, Where, style


def wall(s: Song, amp: str, voices: Sequence[str] = ("distorted", "overdriven", "~electric-guitar"), level: float = 0.0) -> tuple[Part, Part]:
    """Two guitars, left and right."""
    voice = s.pick(*voices)
    return s.part(voice, name="left", level=level, pan=-0.8, fx=(f"amp:{amp}",)), s.part(voice, name="right", level=level, pan=0.8, fx=(f"amp:{amp}",))


def rocker(s: Song, low: int, high: int, cells: Sequence[str], where: Where = None, scale: str | None = None, form: str = "AABA") -> None:
    """A rock singer, rough or plain, and friends on the chorus."""
    lead = s.part("~vocal", "~vocal-low", "~vocal", "~vocal-duo", "~vocal", "~scream", level=3, pan=0.0, fx=s.pick((), ("drive:2",), ("delay",)))
    tunes.tune(s, lead, low, high, cells, where, form=form, how=tunes.LALA, scale=scale, scoop=0.3)


@style("Rock", like="Blues")
def dusk_garage_fuzz(s: Song) -> None:
    """Three chords and a fuzz box in a garage, 1966 or 2003: cheap organ, tambourine, a shouted tune, a short wild solo."""
    s.set((126, 178), ("mixolydian", "minor-pentatonic", "dorian"), "E A G D C B", room=("room", "club", "plate"))
    loop = s.pick("I | bVII | IV | I", "I | IV | V | IV", "i | bIII | IV | bVI", "I | I | bVII | IV", "i | i | bVII | bVI", "I | bIII | IV | IV")
    s.until(45, "riff verse chorus riff solo chorus", riff="|".join([loop] * 2),
        chorus="|".join([s.pick("IV | I | V | V", "bVI | bVII | I | I", "V | IV | I | I")] * 2))
    craft.drums(s, s.part(*craft.ACOUSTIC, level=2), s.pick({"k": "x..xx...", "sn": "..X...X.", "h": "xxxxxxxx"}, {"k": "x.x.x.x.", "sn": ".X.X.X.X",
        "ride": "x.x.x.x."}, {"k": "x..x.x..", "sn": "..XX..X.", "o": "x.x.x.x.", "tam": "..x...x."}, {"k": "x.xxx.x.", "sn": "..X...X.",
        "floor": "x.x.x.x."}), fill=s.pick("toms", "snare"))
    craft.bass(s, s.part("pick-bass", "finger-bass", "~electric-bass", level=2, fx=s.pick((), ("amp:bass-dirt",))), s.pick("RRRRRRRR", "R.RRR.5a", "R.R.5.7.",
        "R..RR.78"), 36)
    left, right = wall(s, s.pick("fuzz", "crunch", "edge"), ("~electric-guitar", "overdriven", "distorted"))
    craft.comp(s, left, s.pick("xxxxxxxx", "x.xux.xu", "x..xx.xx", "x..x..x."), 55, 4, gate=0.8, strum=0.015)
    craft.riff(s, right, s.pick("0 . 0 3 . 5 . 3", "0 12 10 7 5 3 5 0", "0 0 3 0 5 0 3 -2", "0 . 3b . 5 3 0 -2 | 0 . 3b . 5 7 5 3"), 47,
        where=("riff", "solo"), chordal=s.chance(0.5))
    craft.comp(s, right, "x...x...", 57, 3, where=("verse", "chorus"), gate=0.9)
    if s.chance(0.5):
        craft.comp(s, s.part("~organ", "rock-organ", "drawbar", "piano", level=-2), s.pick("xxxxxxxx", ".x.x.x.x", "x......."), 64, 3, gate=0.7)
    rocker(s, 55, 74, ("x.xxx.x.", "--xxx.x.", "xxxxx...", "x.x.x..."), ("verse", "chorus"), "minor-pentatonic")
    tunes.tune(s, s.part("overdriven", "~electric-guitar", fx=("amp:fuzz",), level=1), 62, 86, ("xxxxxxx.", "x.xx.xxx", "xxx.xxx."), "solo", form="ABAB",
        scale="blues", scoop=0.4)
    if s.chance(0.3):
        s.master.append("live")


@style("Rock", like="Metal")
def dusk_haze_pedals(s: Song) -> None:
    """Shoegaze and dream rock: guitars layered until they are weather, a buried breathy voice, a plain beat, a bass that carries the tune."""
    s.set((84, 136), ("major", "mixolydian", "minor"), "E D A G C B", room=("hall", "arena", "plate"))
    loop = s.pick("Imaj7 | IVmaj7", "Iadd9 | iii | IVmaj7 | IVmaj7", "I | bVII | IV | I", "vi | IV | I | V",
        "Isus2 | V | vim7 | IVadd9") if s.scale != "minor" else s.pick("i | bVI | bIII | bVII", "im7 | bVImaj7", "i | bVII | iv | bVI")
    s.until(45, "wash verse wash verse", wash="|".join([loop] * 2))
    craft.drums(s, s.part("kit:room", "kit:power", "kit:standard", level=1, send=-6), s.pick({"k": "x.....x.x.......", "sn": "....X.......X...",
        "o": "x.x.x.x.x.x.x.x."}, {"k": "x.x.....x.xx....", "sn": "....X.......X...", "ride": "x...x...x...x..."}, {"k": "x...x...x...x...",
        "sn": "....X.......X...", "h": "xxxxxxxxxxxxxxxx", "tam": "x.x.x.x.x.x.x.x."}), fill="toms")
    craft.bass(s, s.part("pick-bass", "finger-bass", "~electric-bass", level=2, fx=s.pick((), ("chorus",))), s.pick("RRRRRRRR", "R.R.R.5.",
        "R..R..8.5.7.5.3.", "R...8.5."), 36)
    left, right = wall(s, s.pick("fuzz", "lead", "crunch"), level=1)
    craft.comp(s, left, s.pick("xxxxxxxx", "x.......", "x.x.x.x."), 60, 4, where="wash", gate=1.05, strum=0.02)
    craft.comp(s, right, s.pick("x.......", "x...x..."), 64, 4, where="wash", gate=1.05, longest=4, strum=0.04)
    clean = s.part("clean-guitar", "~electric-guitar", "steel", "sitar", "~sitar", fx=("chorus", "delay"), level=-1, send=-4)
    craft.arp(s, clean, s.pick("01232123", "0.2.1.3.", "30213021"), 66, 4, step=s.pick(0.5, 0.25), gate=1.8)
    if s.chance(0.6):
        craft.pad(s, s.part("~string-machine", "~warm-pad", "~air-pad", "choir", "warm-pad", "~bowed", level=-4), 64, 4)
    tunes.tune(s, s.part("~vocal", "~backing", "~vocal-duo", level=0, send=-3, fx=("chorus", "delay")), 60, 79, ("x.......x...x...", "x...x.......x...",
        "--x.x...x......."), s.pick("verse", None), form="AAB-", how=tunes.OOH)
    tunes.tune(s, s.part("~electric-guitar", "overdriven", level=-1, fx=("amp:lead", "chorus", "delay")), 67, 88, ("x...x...x...x...", "x.......x.......",
        "x.x.x.x.x......."), "wash", form="AAAB")


@style("Rock", like="Disco")
def dusk_sharp_elbows(s: Song) -> None:
    """Post-punk and its revival: the bass is melody, drums dance stiffly on the hats, two thin guitars chop against each other, a flat declaiming voice."""
    s.set((134, 168), ("minor", "dorian", "phrygian"), "E A D G B C", room=("room", "plate", "club"))
    loop = s.pick("i | i | bVI | bVII", "i | bIII | iv | bVI", "i | v", "i | i | bII | i", "i | bVII | i | bVII", "iv | i | bVI | bVII")
    s.until(45, "verse chorus verse chorus", verse="|".join([loop] * 2), chorus="|".join([s.pick("bVI | bVII | i | i", "bIII | bVII | iv | i",
        "iv | bVI | bVII | v")] * 2))
    craft.drums(s, s.part("kit:standard", "kit:room", "kit:power", "~kit:linn", level=2), s.pick({"k": "x...x...x...x...", "sn": "....X.......X...",
        "o": "..x...x...x...x.", "h": "x...x...x...x..."}, {"k": "x.....x.x.......", "sn": "....X.......X...", "h": "xxxxxxxxxxxxxxxx"},
        {"k": "x..x..x...x..x..", "sn": "....X.......X..-", "h": "x.x.x.x.x.x.x.x.", "floor": "..x...x...x...x."}), fill="toms")
    craft.bass(s, s.part("pick-bass", "~electric-bass", "finger-bass", level=4, fx=s.pick((), ("chorus",), ("amp:bass-dirt",))), s.pick("R.R.8.8.7.7.5.5.",
        "R.RRR.3.R.RR5.7.", "R.R.R.R.5.5.7.8.", "R.8.R.8.R.7.5.3."), 38, gate=0.8)
    left, right = wall(s, s.pick("edge", "clean", "crunch"), ("~electric-guitar", "clean-guitar", "overdriven"), -1)
    craft.comp(s, left, s.pick("..x...x...x...x.", "x.uxd.ux.duxd.ux", "x..x..x...x..x..", "xxxxxxxxxxxxxxxx"), 66, 3, gate=0.35)
    craft.riff(s, right, s.pick("12 . 12 10 . 12 . 15", "7 7 . 8 7 . 5 .", "15 . 14 . 12 . 10 .", "0 7 10 7 0 7 12 7", "12 ~ 12 ~ 13 ~ 12 ~"), 57,
        where=s.pick(("chorus",), None), chordal=s.chance(0.4))
    if s.chance(0.4):
        craft.pad(s, s.part("~string-machine", "~saw-poly", "synth-strings", level=-4), 67, 3, where="chorus")
    rocker(s, 48, 66, ("x.x.x.x.x.x.x...", "x.x.x.x.x...----", "--x.x.x.x...x...", "x...x...x.x.x..."), None, form="AAAB")


@style("Rock", like="Blues")
def dusk_denim_arena(s: Song) -> None:
    """Heavy rock of the 70s, copied with love: a riff in unison, big slow drums, organ, a high singer, a long solo in the minor pentatonic."""
    s.set((76, 128), ("minor-pentatonic", "dorian", "mixolydian"), "E A G D B", swing=s.pick(0.0, 0.0, 0.9), room=("room", "arena", "hall"))
    s.until(45, "riff verse chorus riff solo", riff="I5 | I5 | I5 | I5", verse=s.pick("I | I | bVII | IV", "i | i | bIII | IV", "I5 | I5 | IV | I5"),
        chorus=s.pick("bVI | bVII | I | I", "IV | bVII | I | I", "bIII | bVII | IV | I"), solo=s.pick("i | bVII | bVI | bVII", "i | i | iv | i"))
    craft.drums(s, s.part("kit:power", "kit:room", "kit:standard", level=3), s.pick({"k": "x..x.x..", "sn": "..X...X.", "h": "xxxxxxxx"},
        {"k": "x.x..x..|x.xx.x..", "sn": "..X...X.", "o": "x.x.x.x."}, {"k": "x..x..x.", "sn": "..X...X.", "ride": "x.x.x.x.", "cow": "x.x.x.x."}), fill="toms")
    text = s.pick("0p . 3 5 . 0 -2 0 | 0p . 3 5 6 5 3 0", "0 0 12 10 . 7 5 3 | 0 0 12 10 7 5 3 -2", "0p . . 3p . 5p . . | 0p . . 3p . 5p 3p 0p",
        "0 3 0 5 0 6 5 3", "0p ~ 0p ~ -2p . 3p .")
    left, right = wall(s, s.pick("crunch", "lead"))
    bass = s.part("pick-bass", "finger-bass", "~electric-bass", level=2)
    for who, base in ((left, 45), (right, 45), (bass, 33)):
        craft.riff(s, who, text, base, where="riff", stack=(0,) if who is bass else (0, 7, 12))
    craft.comp(s, left, s.pick("x...x...", "x..x..x.", "x..x...."), 55, 4, where=("verse", "chorus", "solo"), gate=1.0, strum=0.01)
    craft.riff(s, right, s.pick("0p . 0m 0m 0p . 0m 0m", "0p . . . 0p . . ."), 45, where=("verse", "chorus"), chordal=True)
    craft.bass(s, bass, s.pick("RRRRRRRR", "R..RR.57", "R.RR5.7a"), 34, where=("verse", "chorus", "solo"))
    if s.chance(0.55):
        craft.comp(s, s.part("rock-organ", "drawbar", "~organ", level=-2, fx=("leslie",)), s.pick("x.......", "x..x..x.", ".x.x.x.x"), 62, 4,
            where=("verse", "chorus", "solo"), gate=0.95, longest=4)
    rocker(s, 60, 81, ("x.xxx...", "--x.x.xx", "xxx.x...", "x...x.x."), ("verse", "chorus"), "blues")
    tunes.tune(s, s.part("overdriven", "distorted", "~electric-guitar", fx=("amp:lead", "delay"), level=2), 64, 91, ("x.xxxxx.", "xxxxxxxx", "x...--xx",
        "xx.xx.xx"), "solo", form="ABCB", scale="minor-pentatonic", scoop=0.6, leap=0.25)
    if s.chance(0.35):
        s.master.append("live")


@style("Metal", like="Rock")
def dusk_bullet_belt(s: Song) -> None:
    """Thrash and its faster children: gallops, double bass drums or skank beats, chromatic riffs, barked vocals, tremolo picking, a shredded solo."""
    s.set((164, 226), ("phrygian", "harmonic-minor", "minor", "locrian"), "E D A B", room=("dry", "room", "arena"))
    s.until(45, "riff verse riff chorus solo", riff="I5 | I5 | I5 | I5", chorus=s.pick("I5 | bVI5 | bVII5 | I5", "I5 | bII5 | bIII5 | bII5"),
        solo=s.pick("i | bVI | bVII | i", "i | iv | bVI | V"))
    kit = s.part("kit:power", "kit:room", "kit:standard", level=3)
    beats = [{"k": "x.x.x.x.x.x.x.x.", "sn": "..X...X...X...X.", "ride": "x.x.x.x.x.x.x.x."}, {"k": "xxxxxxxxxxxxxxxx", "sn": "....X.......X...",
        "crash": "x...x...x...x..."}, {"k": "x.xxx.xxx.xxx.xx", "sn": "....X.......X...", "h": "x.x.x.x.x.x.x.x."}, {"k": "x.x.x.x.x.x.x.x.",
        "sn": ".x.x.x.x.x.x.x.x", "ride": "x.x.x.x.x.x.x.x."}]
    for name in ("riff", "verse", "chorus", "solo"):
        craft.drums(s, kit, s.pick(*beats), where=name, fill="toms")
    guitars = wall(s, s.pick("high", "scooped", "death"), level=1)
    bass = s.part("pick-bass", "~electric-bass", level=1, fx=("amp:bass-dirt",))
    for name in ("riff", "verse"):
        text = s.pick("0p 0m 0m 0m 0m 0m {} . | 0m 0m 0m 0m {} . {} .", "0m . 0m 0m 0m . 0m 0m 0m . 0m 0m {} . {} .", craft.chug(s, 16, 2, 0.8,
            (1, 3, 5, 6, 8), 0.2), craft.chug(s, 8, 4, 0.9, (1, 3, 6, 7), 0.3))
        while "{}" in text:
            text = text.replace("{}", f"{s.pick(1, 3, 5, 6, 8, 10)}p", 1)
        for who, base in ((guitars[0], 40), (guitars[1], 40), (bass, 28)):
            craft.riff(s, who, text, base, where=name, stack=(0,) if who is bass else (0, 7))
    for guitar in guitars:
        craft.riff(s, guitar, s.pick("0p . . . 0m 0m 0m 0m", "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0", "0p . 0p . 0p 0p 0p ."), 40, where=("chorus", "solo"),
            chordal=True)
    craft.bass(s, bass, "RRRRRRRR", 30, where=("chorus", "solo"))
    bark = s.part("~growl", "~scream", "~growl", "~vocal-low", level=3, pan=0.0, fx=s.pick((), ("delay",)))
    tunes.tune(s, bark, 48, 58, ("x.x.x.x.x...----", "x.xxx.x.----x.x.", "xxx.xxx.x...----"), ("verse", "chorus"), form="AAAB", how=("ra", "go", "da", "o"),
        leap=0.0)
    tunes.tune(s, s.part("distorted", "overdriven", "~electric-guitar", fx=("amp:lead", "delay"), level=2), 66, 93, ("xxxxxxxxxxxxxxxx", "xxx.xxx.xxxxxxxx",
        "x.......xxxxxxxx"), "solo", form="ABAB", scoop=0.3, leap=0.12, width=10)


@style("Metal", like="Rock")
def dusk_tar_mountain(s: Song) -> None:
    """Doom and sludge: riffs as slow as tar in a low tuning, cymbals that wash, a mourning or roaring voice far back, feedback, an organ in fog."""
    s.set((46, 78), ("phrygian", "blues", "harmonic-minor", "locrian"), "C B D E A", swing=s.pick(0.0, 0.5), room=("arena", "hall", "cave", "room"))
    s.until(45, "riff verse riff slow", riff="I5 | I5 | I5 | I5", slow=s.pick("i | bVI | bII | i", "I5 | bIII5 | bII5 | I5", "i | iv | bVI | V"))
    kit = s.part("kit:power", "kit:room", "kit:standard", level=3)
    craft.drums(s, kit, s.pick({"k": "x..x.x..", "sn": "..X...X.", "crash": "x.x.x.x."}, {"k": "x..xx...", "sn": "..X...X.", "o": "x.x.x.x."},
        {"k": "x..xxx.x", "sn": "..X...X.", "ride": "x.x.x.x."}, {"k": "x.......x..x....", "sn": "........X.......", "crash": "x...x...x...x..."}), fill="toms")
    pool = (("1", "3", "6", "-2"), ("3", "5", "6", "-2"), ("1", "7", "8", "6"))[s.rng.randrange(3)]
    text = s.pick("0p . . . {0}p . {1}p . | 0p . . . {2}p . {0}p .", "0p . 0p . . . {0}p {1}p | 0p . 0p . {2}p . . .",
        "0p . . {0}p . . {1}p . | 0p . . {3}p . . 0p .", "0p . . . . . {0}p . | {2}p . . . {1}p . {3}p .").format(*pool)
    guitars = wall(s, s.pick("fuzz", "death", "high"), level=2)
    bass = s.part("pick-bass", "finger-bass", "~electric-bass", level=2, fx=("amp:bass-dirt",))
    for who, base in ((guitars[0], 36), (guitars[1], 36), (bass, 27)):
        craft.riff(s, who, text, base, where=("riff", "verse"), stack=(0,) if who is bass else (0, 7, 12))
        craft.riff(s, who, s.pick("0p . . . . . . .", "0p . . . 0p . 0p ."), base, where="slow", chordal=True, stack=(0,) if who is bass else (0, 7, 12))
    craft.hits(s, s.part("~gong", "timpani", "~impact", "bells", level=-5, send=-4), 4, 4, 40, chance=0.5)
    voice = s.part("~growl", "~scream", "~vocal", "~vocal-low", level=1, send=-3, fx=s.pick((), ("delay",)))
    rough = voice.voice in ("~growl", "~scream")
    tunes.tune(s, voice, 46 if rough else 55, 56 if rough else 74, ("x...x...", "x.x.x...", "x......."), ("verse", "slow"), form="AAB-",
        how=("ra", "go", "o"), leap=0.1)
    if s.chance(0.6):
        tunes.tune(s, s.part("distorted", "~electric-guitar", level=0, fx=("amp:lead", "delay")), 60, 84, ("x...x...", "x.x.x...", "x..xx..x"), "slow",
            form="AABA", scoop=0.5, turn=0.2)
    if s.chance(0.35):
        craft.pad(s, s.part("church-organ", "~organ", "~drone", "choir", "~pipe-organ", "tremolo-strings", level=-5), 55, 4, where="slow")


@style("Metal", like="Electronic")
def dusk_seven_of_clubs(s: Song) -> None:
    """Modern metal from the laptop: low chugs in cycles against a half-time backbeat, glassy clean layers and pads above, screams and a sung hook."""
    s.set((96, 150), ("phrygian", "minor", "harmonic-minor", "double-harmonic"), "C B D E A", room=("dry", "arena", "plate"))
    s.until(45, "groove verse hook groove", groove="I5 | I5 | I5 | I5", hook="|".join([s.pick("i | bVI | bIII | bVII", "bVI | bVII | i | bIII",
        "i | bVI | iv | bII")] * 2))
    cycle = s.pick("xxx.x..", "xx.x.", "x.xx.xx.xx.", "xxx.xx.x.", "xx.xx.x.x.xxx", "x..x..x.xx.x")
    marks = "".join((cycle * 12)[:64])
    cells = [marks[i * 16:(i + 1) * 16] for i in range(4)]
    guitars = wall(s, s.pick("high", "scooped", "death"), level=1)
    bass = s.part("pick-bass", "~electric-bass", "slap-bass", level=2, fx=("amp:bass-dirt",))
    top = s.pick(1, 3, 6, 8, 12)
    text = " | ".join(" ".join("0m" if sign == "x" and (i + 3) % 7 else f"{top}p" if sign == "x" else "~" for i, sign in enumerate(cell)) for cell in cells)
    for who, base in ((guitars[0], 34), (guitars[1], 34), (bass, 27)):
        craft.riff(s, who, text, base, where=("groove", "verse"), stack=(0,) if who is bass else (0, 7))
        craft.riff(s, who, s.pick("0p . . . . . 0p .", "0p . . 0m 0m . 0p ."), base, where="hook", chordal=True, stack=(0,) if who is bass else (0, 7, 12))
    kit = s.part("kit:power", "kit:standard", "kit:room", "~kit:hard", level=3)
    craft.drums(s, kit, {"k": "|".join(cells), "sn": "........X.......", s.pick("crash", "ride", "o"): "x...x...x...x..."}, where=("groove", "verse"),
        fill="toms")
    craft.drums(s, kit, s.pick({"k": "x.xx..x.x.xx..x.", "sn": "....X.......X...", "crash": "x...x...x...x..."}, {"k": "xxxxxxxxxxxxxxxx",
        "sn": "........X.......", "ride": "x...x...x...x..."}), where="hook", fill="toms")
    craft.arp(s, s.part("clean-guitar", "~pluck", "~fm-bell", "~electric-dark", level=-3, fx=("delay",)), s.pick("0.2.1.3.", "02132", "0..1..2."), 72, 4,
        where=s.pick("hook", None), restart=False)
    craft.pad(s, s.part("~glass-pad", "~string-machine", "choir", "~air-pad", "~supersaw", level=-5), 64, 4, where="hook" if s.chance(0.5) else None)
    tunes.tune(s, s.part("~scream", "~growl", level=2, pan=0.0), 48, 60, ("x.x.x...x.x.----", "xxx.x.x.x...----", "x.......x.......") , "verse", form="AAAB",
        how=("ra", "o", "da"), leap=0.0)
    tunes.tune(s, s.part("~vocal", "~vocal-duo", "overdriven", level=2, fx=("delay",)), 62, 81, ("x...x...x.x.x...", "x.x.x...x.......", "--x.x...x...x..."),
        "hook", form="AABA", how=tunes.LALA)
