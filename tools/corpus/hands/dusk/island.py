"""Reggae: the one drop, the echo chamber, and the sixties when it was still ska."""

from __future__ import annotations

from hands.dusk import craft, tunes
from score import Part
from song import Song, Where, style

LINES = ("R..5.3R.|--R.5.8.", "R.R3.5--|R.R3.57.", "--RR.5.8|--77.5.3", "R...--R3|5.5.3.R.", "-.R.R.5.|7.5.R.--", "R.3.5.--|-.5.3.R.")


def skank(s: Song, where: Where = None, double: float = 0.35, level: float = 0.0, fx: tuple[str, ...] = ()) -> Part:
    """The guitar or piano on every off-beat, chopped short; the organ bubbles between."""
    chop = s.part("clean-guitar", "muted-guitar", "piano", "~electric-guitar", name="skank", level=level, pan=-0.3, fx=fx)
    craft.comp(s, chop, s.pick("..x...x.", "..x...x.", "..xu..xu") if s.tempo > 110 else ".x.x.x.x", 64, 3, where, gate=0.3, strum=0.01)
    if s.chance(0.75):
        craft.comp(s, s.part("drawbar", "~organ", "perc-organ", "~soft-organ", "rock-organ", name="bubble", level=level - 2, pan=0.3),
            s.pick(".oxo.oxo", "..xo..xo", ".ox..ox.", ".oxoooxo"), 60, 3, where, gate=0.4)
    return chop


ONE_DROP = ({"k": "....x...", "rim": "....x...", "h": "x.xxx.xx"}, {"k": "....x...", "sn": "....x...", "h": "xoxoxoxo", "o": ".......?"},
    {"k": "x.x.x.x.", "rim": "....x...", "h": "..x...x."}, {"k": "x...x...", "sn": "....x...", "h": "xxxxxxxx", "rim": ".......?"},
    {"k": "....x..?", "rim": "...xx...", "h": "x.xxx.xx", "til": "......?."})


@style("Reggae", like="R&B")
def dusk_yard_one_drop(s: Song) -> None:
    """Roots and lovers rock: drum on the third beat only, a bass that sings and leaves holes, chopped off-beats, bubbling organ, harmonies, horns."""
    s.set((128, 164), ("minor", "major", "dorian", "mixolydian"), "C D E F G A Bb B", swing=s.between(0.0, 0.5), room=("room", "plate", "club"))
    way = s.pick("i | iv", "i | bVII | i | bVII", "i | i | iv | bVII", "i | bVI | bVII | i", "im7 | vm7") if s.scale in ("minor",
        "dorian") else s.pick("I | IV", "I | V | vi | IV", "I | ii | IV | I", "I | bVII | IV | I", "I | vi | ii | V", "Imaj7 | iim7")
    s.until(45, "verse chorus verse chorus", verse="|".join([way] * (4 if len(way) < 12 else 2)))
    craft.drums(s, s.part("kit:standard", "kit:room", "kit:power", "~kit:linn", level=1), s.pick(*ONE_DROP), fill=s.pick("timbales", "toms"))
    craft.bass(s, s.part("finger-bass", "~electric-bass", "upright", "~sub-bass", level=4, fx=("tone:dark",) if s.chance(0.5) else ()), s.pick(*LINES), 34,
        gate=0.85)
    skank(s)
    craft.comp(s, s.part("piano", "rhodes", "electric-grand", level=-4), "..x...x.", 60, 3, gate=0.3)
    lead = s.part("~vocal", "~vocal-low", "~vocal", level=3, pan=0.0, fx=("delay",) if s.chance(0.4) else (), late=0.015)
    tunes.tune(s, lead, 55, 74, ("--x.x.x.", "x.xxx...", "x...x.x.", "xx.x.x..", "--xxx.x."), "verse", form="ABAC", how=tunes.LALA, scoop=0.3,
        scale=s.pick(None, "minor-pentatonic" if s.scale in ("minor", "dorian") else "major-pentatonic"))
    trio = s.part("~backing", "~vocal-duo", "oohs", level=0)
    tunes.tune(s, trio, 60, 77, ("x.x.x...", "x...x...", "--x.x.x."), "chorus", form="AABA", how=tunes.LALA, second=trio)
    if s.chance(0.5):
        horns = s.part("brass", "trombone", "tenor-sax", "trumpet", "~brass-section", level=-1)
        tunes.tune(s, horns, 62, 79, ("x..x..x.", "x.......", "--xx.x..", "x.xx...."), "chorus" if s.chance(0.5) else "verse", form="-A-A", second=horns)
    if s.chance(0.4):
        craft.riff(s, s.part("muted-guitar", "~electric-guitar", level=-3, pan=0.5), s.pick("0m 0m 7m 0m 5m 3m 0m ~", "~ 0m 3m 5m 7m ~ 5m 3m"), 48,
            chordal=True)
    if s.chance(0.3):
        craft.drums(s, s.part("kit:standard", level=-5), {"bol": "x..x.-..", "bon": "....xx.x"})


@style("Reggae", like="Electronic")
def dusk_echo_chamber(s: Song) -> None:
    """Dub: drum and bass alone in an enormous room, the rest comes in for a bar and flies away in echoes; melodica, sirens, steppers or one drop."""
    s.set((124, 152), ("minor", "dorian", "phrygian"), "C D E F G A B", swing=s.between(0.0, 0.4), room=("hall", "cave", "plate", "arena"))
    way = s.pick("i | i", "i | bVII", "i | iv", "i | i | bVII | i", "im7 | vm7", "i | bVI")
    s.until(45, "full empty echo full echo", full="|".join([way] * 4))
    digital = s.chance(0.35)
    kit = s.part(*(("~kit:808", "~kit:linn", "~kit:909") if digital else ("kit:standard", "kit:room", "kit:power")), level=2, send=-6)
    craft.drums(s, kit, s.pick(*ONE_DROP, {"k": "x.x.x.x.", "sn": "....x..?", "h": "..x...x."}, {"k": "x..x..x.", "sn": "..x...x.", "h": "xxxxxxxx"}),
        fill="timbales", crash=0.3)
    throws = s.part("~kit:linn" if digital else "kit:standard", name="throws", level=-3, fx=("delay:dub",), send=-2)
    for bar in s.bars():
        if s.chance(0.4):
            throws.add(bar.start + s.pick(2.0, 3.0, 3.5, 1.5), 0.3, s.pick(37, 38, 65, 47), 104)
    craft.bass(s, s.part("~sub-bass", "finger-bass", "~electric-bass", "synth-bass", "~square-bass", level=4, fx=("tone:dark",)), s.pick(*LINES), 33, gate=0.85)
    skank(s, "full")
    ghosts = s.part("clean-guitar", "piano", "~organ", "rhodes", name="thrown chords", level=0, fx=("delay:dub",), send=-2)
    craft.comp(s, ghosts, s.pick("..x.....|........", "..x...x.|........|........|......x.", "......x.|........"), 64, 3, gate=0.3)
    melodica = s.part("harmonica", "~reed", "accordion", "reed-organ", "trombone", "flute", "~theremin", "~chip-triangle", "bandoneon", level=1,
        fx=("delay:dub",), send=-4)
    tunes.tune(s, melodica, 64, 82, ("--x.x.x.", "x...----", "x.x.x...", "x..x....", "--------"), ("full", "echo") if s.chance(0.6) else None, form="AB-C",
        scale=s.pick("minor-pentatonic", s.scale), scoop=0.1)
    if s.chance(0.6):
        tunes.shouts(s, s.part("~vocal", "~speech", "~vocal-low", "~rap-voice", level=0, fx=("delay:dub",), send=-2), s.pick("x.......", "....x...",
            "..x.x..."), 64, ("empty", "echo"), ("ya", "hold on", "come on", "listen up", "o"), chance=0.4)
    if s.chance(0.5):
        craft.hits(s, s.part("~siren", "~sweep-noise", "~wind", "~downlifter", level=-6, fx=("delay:dub",)), 4, 2, 70, chance=0.5)


@style("Reggae", like="Rock")
def dusk_blue_beat(s: Song) -> None:
    """Ska and rocksteady: walking or leaping bass, off-beats on guitar and piano, horns with a tune, a trombone or tenor solo, close harmony."""
    ska = s.chance(0.6)
    s.set((112, 144) if ska else (76, 98), ("major", "minor", "mixolydian", "dorian"), "C D E F G A Bb", swing=s.pick(0.0, 0.4, 0.7) if ska else 0.2,
        room=("room", "club", "plate"))
    minor = s.scale in ("minor", "dorian")
    way = s.pick("i | iv | i | V7", "i | i | iv | V7", "i | bVII | bVI | V7", "im7 | ivm7") if minor else s.pick("I | IV | V | IV", "I | vi | ii | V",
        "I | I | IV | V", "I | I7 | IV | ivm", "I | bVII | IV | V")
    s.until(45, "head verse solo head", head="|".join([way] * 2))
    craft.drums(s, s.part("kit:standard", "kit:room", "kit:jazz", level=1), s.pick({"k": "..x...x.", "rim": "..x...x.", "h": "xxxxxxxx"},
        {"k": "..x...x.", "sn": "..x...x.", "h": ".x.x.x.x", "ride": "x.x.x.x."}, {"k": "x...x...", "sn": "..x...x.", "h": ".x.x.x.x"}) if ska
        else s.pick({"k": "....x...", "rim": "....x...", "h": "xoxoxoxo"}, {"k": "x...x...", "rim": "....x..?", "h": "x.xxx.xx"}), fill=s.pick("timbales",
        "snare"))
    bass = s.part("upright", "finger-bass", "pick-bass", "~string-bass", level=2)
    s.pick(lambda: craft.walk(s, bass, 39), lambda: craft.bass(s, bass, s.pick("R.3.5.6.", "R.5.3.5.", "R.R.5.5."), 36, gate=0.8))() if ska else craft.bass(s,
        bass, s.pick("R.3.5...", "R..R3.5.", "R...5.3a", "R.35.5--"), 35, gate=0.85)
    craft.comp(s, s.part("clean-guitar", "~electric-guitar", "muted-guitar", level=0, pan=-0.3), ".x.x.x.x", 66, 3, gate=0.25, strum=0.008)
    craft.comp(s, s.part("piano", "drawbar", "bright-piano", "~organ", level=-1, pan=0.3), ".x.x.x.x" if ska else s.pick(".x.x.x.x", ".o.x.o.x.o.x.o.x"), 62,
        3, gate=0.3)
    names = s.rng.sample(["trumpet", "tenor-sax", "trombone", "alto-sax", "brass", "baritone-sax"], 2)
    one, two = s.part(names[0], level=2, pan=-0.1), s.part(names[1], level=0, pan=0.3)
    tunes.tune(s, one, 60, 80, ("x.xxx.x.", "x..x..x.", "xx.x.x..", "x.x.x...", "--xxx.xx"), "head", form="AABA", second=two, grace=0.1)
    craft.comp(s, two, s.pick("........|x.x.....", ".......x|x......."), 64, 3, where="verse", gate=0.4)
    tunes.tune(s, s.part(names[s.rng.randrange(2)], "trombone", "tenor-sax", "harmonica", "steel-drums", name="solo", level=2), 57, 80,
        ("xxx.xx.x", "x.xx.xxx", "x.......", "--xxxxx."), "solo", form="ABAC", scale="blues" if minor else "major-blues", scoop=0.3)
    if s.chance(0.75):
        lead = s.part("~vocal", "~vocal-duo", "~vocal-low", level=3, pan=0.0)
        tunes.tune(s, lead, 56, 74, ("x.xxx.x.", "--xxx.x.", "x.x.x...", "x...x.x."), "verse", form="ABAC", how=tunes.LALA, second=s.part("~backing",
            "~vocal-duo", level=-1) if s.chance(0.5) else None)
    else:
        tunes.tune(s, one, 60, 80, ("x.xxx.xx", "x.x.x.x."), "verse", form="ABAC")
    if ska and s.chance(0.4):
        tunes.shouts(s, s.part("~rap-voice", "~vocal-duo", level=-2), "x.x.x.x.", 58, "solo", ("hA", "u", "pi"), chance=0.4)
    if s.chance(0.4):
        s.master.append("old")
