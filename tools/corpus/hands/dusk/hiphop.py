"""Hip-Hop beats from the crate to the laptop, and Rap with the voice in front."""

from __future__ import annotations

from hands.dusk import craft, tunes
from song import Song, style

BOOM = ({"k": "x.....x..xx.....|x..x..x...x.....", "sn": "....X.......X...|....X.......X..-", "h": "x.o.x.o.x.o.x.o."},
    {"k": "x..x....-.x.....|x..x......xx....", "sn": "....X.......X...", "h": "x.x.x.x.x.x.x.xo"},
        {"k": "xx......x.x.....|xx....x...x..x..", "sn": "....X..-.-..X...", "h": "o.x.o.x.o.x.o.x.", "o": "..............?."},
    {"k": "x.......x.x...x.|x.x.....x..x....", "sn": "....X.......X.-.", "ride": "x.o.x.o.x.o.x.o."})
DRUNK = ({"k": "x.....x...x....x|x..x......x.....", "sn": "....X.......X...", "h": "x.x.-.x.x.x.-.xx", "sh": "..o...o...o...o."},
    {"k": "x......x..x.....|x......x.x...x..", "rim": "....x.......x...", "h": "o.o.o.o.o.o.o.o."},
         {"k": "x.x.......x.....|x..x.......x....", "sn": "....x.....-.x..-", "ride": "x...o...x...o.o."})
TRAP = ({"k": "x.....x...x.....|x......x..x...x.", "cl": "........X.......", "h": "x.x.x.x.x.x.r.x.|x.x.xtx.x.x.xrr."},
    {"k": "x..x......x..x..|x.........x.....", "sn": "........X.......|........X.....?.", "h": "xxxxxrxxx.x.xtx.|xxxxx.xxtxx.q.x."},
        {"k": "x.........x..x..", "cl": "........X.......", "rim": "...?......?...?.", "h": "x..x..x.x..x..x.|x..x..r.x..xt.x.", "o": "......?........."})


@style("Hip-Hop", like="Jazz")
def dusk_dust_loop(s: Song) -> None:
    """Boom-bap without a rapper: a jazz or soul record chopped on pads, swung drums from another, upright bass, scratches in the hook."""
    s.set((82, 97), ("dorian", "minor", "blues"), "A D E G C F", swing=(0.25, 0.7), unit=0.5, room=("booth", "room", "dry"))
    loop = s.pick("im9 | im9 | ivm9 | im9", "im7 | bVImaj7", "im9 | bVIImaj7", "iim9 | V13 | Imaj9 | Imaj9", "Imaj9 | IVmaj9", "im7 | im7 | bIIImaj7 | ivm7")
    s.until(45, "beat hook beat beat break hook", beat=loop + "|" + loop)
    craft.drums(s, s.part(*craft.DUSTY, level=2, late=s.between(0, 0.012), fx=("crush",) if s.chance(0.5) else ()), s.pick(*BOOM), where=("beat", "hook"),
        ghost=0.04)
    chord = s.part("rhodes", "vibraphone", "piano", "jazz-guitar", "~organ", "strings", "harpsichord", "~shamisen", fx=s.pick(("tone:dark",),
        ("crush", "tone:far"), ("tremolo",)))
    lead = s.part("muted-trumpet", "flute", "alto-sax", "vibraphone", "oohs", "harp", "~vocal", "oboe", "bassoon", "sitar", "~pipa", "english-horn", level=-1,
        fx=s.pick(("tone:telephone",), ("tone:far",), ("crush",)))
    row = s.pick("a.......a...b...|a.......c.....d.", "a.....a.b.....c.", "a...........a.b.|c.......a.......", "b.....b.a.......",
        "a..b..a.c.......|a..b..a.d.d.d...")
    craft.chop(s, (chord, lead), row, craft.loop_for(s, not loop.startswith("I")))
    craft.bass(s, s.part("upright", "~sub-bass", "finger-bass", fx=("tone:dark",)), s.pick("R.....R...R.....|R.....5...7.8...", "R..R......5.a...",
        "R.......R.R...5."), 36, where=("beat", "hook"))
    if s.chance(0.6):
        scratch = s.part("~scratch", level=-3)
        for bar in s.bars("hook"):
            for at in s.pick((0.0, 0.5, 1.5), (2.0, 2.75, 3.25), (3.0, 3.5)):
                scratch.add(bar.start + at, s.pick(0.25, 0.5), 60 + s.between(-8, 8), 92)


@style("Hip-Hop", like="R&B")
def dusk_lofi_bedroom(s: Song) -> None:
    """Study beats at night: a wobbly electric piano with ninths, a lazy kit behind the beat, a small guitar or flute tune, rain."""
    s.set((66, 86), ("major", "dorian", "major-pentatonic"), "C F Eb Ab D G", swing=(0.4, 0.9), unit=0.5, room=("room", "booth", "plate"))
    way = s.pick("IVmaj7 iiim7 | iim7 Imaj7", "iim9 V13 | Imaj9 vim7", "Imaj9 | vim9 | iim9 | V9sus4", "IVmaj9 | ivm6 | iiim7 | vim9",
        "vim9 iim9 | V13 Imaj7", "Imaj7 | III7 | vim7 | IVmaj7 ivm6")
    s.until(45, "beat tune beat thin tune", beat="|".join([way] * 2))
    craft.drums(s, s.part(*craft.DUSTY, level=0, late=s.between(0.008, 0.03), fx=("tone:dark",) if s.chance(0.6) else ("crush",)), s.pick(*DRUNK),
        where=("beat", "tune"), soft=0.9)
    keys = s.part("rhodes", "~fm-piano", "piano", "nylon", "vibraphone", fx=s.pick(("chorus", "tone:dark"), ("tremolo", "tone:dark"), ("chorus", "crush")),
        tuning=s.between(-0.3, 0.2), late=0.01)
    s.pick(lambda: craft.comp(s, keys, s.pick("x.....o...x.....", "x.........x..o..", "x..o..x...o....."), 60, 4, gate=0.95, longest=4, strum=0.03),
        lambda: craft.arp(s, keys, s.pick("0123..21", "b.2.3.1.", "0.1.2.3.4.3.2.1."), 62, 4, step=0.25, gate=1.6))()
    craft.bass(s, s.part("upright", "~sub-bass", "finger-bass", level=-1), s.pick("R.........5.R...", "R.....R.........", "R......RR.....a."), 36,
        where=("beat", "tune", "thin"))
    lead = s.part("jazz-guitar", "nylon", "flute", "~vibes", "kalimba", "muted-trumpet", "~flute", "~chip-triangle", "pan-flute", level=-1,
        fx=s.pick(("delay",), ("tone:far",), ("chorus",)), late=0.02)
    tunes.tune(s, lead, 62, 84, ("--x.xx..x...----", "x...--xxx...----", "..x.x.x.....x...", "xx.x....--------"), "tune", form="ABA-",
        scale=s.pick("major-pentatonic", "major"), grace=0.15)
    if s.chance(0.6):
        craft.hits(s, s.part("~wind", "seashore", "rain", "~crackle-hits", level=-14, send=-30), 4, 16)


@style("Hip-Hop", like="R&B")
def dusk_west_whine(s: Song) -> None:
    """The Pacific coast in a low car: rolling synthetic bass, claps, a portamento whistle above, minor piano or clavinet on the off-beats."""
    s.set((86, 104), ("minor", "dorian", "harmonic-minor"), "C D F G A B", swing=(0.0, 0.35), unit=0.5, room=("dry", "room", "plate"))
    loop = s.pick("im7 | im7 | im7 | ivm7", "im7 | bVImaj7 bVII", "im | V7 | im | bVI V7", "im7 | ivm7", "im9 | im9 | bIII | bVII")
    s.until(45, "ride ride hook ride hook", ride="|".join([loop] * 2))
    craft.drums(s, s.part("~kit:808", "~kit:linn", "kit:electronic", "~kit:909", level=2), s.pick(
        {"k": "x..x..x...x.....|x..x..x...x..x..", "sn": "....X.......X...", "cl": "....X.......X...", "h": "x.x.x.x.x.x.x.xo"}, {"k": "x.....xx..x.....",
        "cl": "....X.......X...", "h": "x.xxx.xxx.xxx.xx", "tam": "..x...x...x...x."},
        {"k": "x..x....x.x.....|x..x...xx.x.....", "sn": "....X.......X...", "cow": "x..x..x...x.x...", "h": "x.o.x.o.x.o.x.o."}), fill="machine")
    craft.bass(s, s.part("~saw-bass", "~square-bass", "synth-bass", "synth-bass-2", "slap-bass", "~acid-square", level=2),
        s.pick("R..R..8...R.7.8.|R..R..8.7.5.4.3.", "R.R...R8..R...7.", "R..g.RR..8.7.5..|R..g.RR..5.7.a..", "R.....R.5.7.8..."), 33, gate=0.85)
    whine = s.part("~theremin", "~saw-lead", "~siren", "whistle", "saw-lead", "~square-lead", "shanai", level=-2, fx=s.pick((), ("delay",), ("chorus",)))
    tunes.tune(s, whine, 76, 93, ("x.......x...x...", "x...x.x.x.......", "x......xx.......", "x.x.x.x.x......."), "hook" if s.chance(0.4) else None,
        form="AAAB", leap=0.1, width=4, gate=1.0)
    craft.comp(s, s.part("piano", "clavinet", "rhodes", "muted-guitar", "~stab", "~organ", level=-1, fx=s.pick((), ("wah",), ("chorus",))),
        s.pick("..x...x...x...x.", "x.....x.....x...", "..xx..x...xx..x.", "x..x..x.x..x..x."), 62, 3, gate=0.5)
    if s.chance(0.5):
        craft.pad(s, s.part("strings", "~string-machine", "synth-strings", level=-4), 70, 3, where="hook")
    if s.chance(0.4):
        voice = s.part("~vocal", "~vocal-duo", "oohs", "~robot", level=-1, fx=("chorus",))
        tunes.tune(s, voice, 57, 74, ("--x.x.x.x.x.x...", "x...x.x.x...----"), "hook", form="AB", how=tunes.LALA, scoop=0.3)


@style("Hip-Hop", like="Electronic")
def dusk_night_trap(s: Song) -> None:
    """A trap beat to rent: a dark bell, flute, guitar or piano loop, sliding 808s, clap on three, rattling hats; now and then a far hum sings over it."""
    s.set((126, 160), ("minor", "harmonic-minor", "phrygian"), "C Db D Eb F G", room=("plate", "hall", "booth"))
    loop = s.pick("i | i | bVI | V", "i | bVI", "i | bII | i | bII", "i | iv | bVI | v", "im7 | bVImaj7 | bIIImaj7 | bVII", "i | i | iv | iv")
    s.until(45, "drop drop thin drop", drop="|".join([loop] * 2))
    craft.drums(s, s.part("~kit:808", "kit:808", "~kit:hard", "~kit:909", level=1), s.pick(*TRAP), where="drop", fill="stop")
    craft.drums(s, s.part("~kit:808", "~kit:minimal", level=-2), {"h": "x...x...x...x.r.", "rim": "........x......."}, where="thin")
    craft.bass(s, s.part("~808-bass", "~sub-bass", "~808-bass", "~reese", "~wobble", level=2, fx=("drive",) if s.chance(0.5) else ()),
        s.pick("R.....R...R.....|R......R..8...5.", "R..R......R..5..", "R.........R.....|R.....R...l...R."), 33, where="drop", glide=0.2)
    bell = s.part("~fm-bell", "piano", "music-box", "celesta", "nylon", "~pluck", "harp", "~steel-guitar", "koto", "~koto", "flute", "shakuhachi",
        "~metallophone", "steel-drums", level=0, fx=s.pick(("delay",), ("tone:dark", "delay"), ("reverse",), ("chorus",)))
    if s.chance(0.5):
        craft.arp(s, bell, s.pick("0.1.2.1.", "0..2..1.3..2..1.", "3.2.1.0.", "0.23.21."), s.pick(64, 70, 76), 3, step=0.5, gate=1.2)
    else:
        tunes.tune(s, bell, 64, 86, ("x.x.x.x.x...x...", "x...x..x..x.x...", "x..x..x..x..x.x.", "x.......x.x.x..."), form="AAAB", width=5)
    if s.chance(0.6):
        craft.pad(s, s.part("choir", "~dark-pad", "~string-machine", "slow-strings", "~air-pad", "~supersaw", level=-5, fx=("tone:dark",)), 60, 3)
    if s.chance(0.45):
        hum = s.part("~vocal", "~backing", "~vocal-low", level=-1, fx=s.pick(("delay",), ("tone:far", "delay"), ("chorus",)))
        tunes.tune(s, hum, 55, 74, ("x...x.x.x.......", "--x.x...x...----", "x.x.x.x.....----"), form="AAB-", how=tunes.OOH, scale="minor-pentatonic")
    craft.hits(s, s.part("~riser", "~impact", level=-6), 8, 4, early=4)


@style("Hip-Hop", like="Jazz")
def dusk_jazz_cut(s: Song) -> None:
    """Jazz players over a head-nod: upright vamp, electric piano, and a horn that improvises in half-sleep over a boom-bap kit."""
    s.set((80, 100), ("dorian", "blues", "minor"), "D F G Bb C A", swing=(0.35, 0.8), unit=0.5, room=("club", "room", "booth"))
    loop = s.pick("im9 | ivm9", "iim9 | V13", "im9 | bVImaj7 | iiø | V7alt", "im7 | bVII7 | bVImaj7 | V7#9", "Imaj9 | VI7alt | iim9 | V13")
    s.until(45, "head solo head solo out", head="|".join([loop] * 2))
    craft.drums(s, s.part(*craft.DUSTY, level=1, late=0.008), s.pick(*BOOM, *DRUNK), ghost=0.06, fill=s.pick("", "brush"))
    craft.bass(s, s.part("upright", "finger-bass", "~string-bass", level=1), s.pick("R.....5.8...7.5.|R.....5.7...a...", "R..R..5...7.8.a.",
        "R...5.7.8.7.5.a."), 38)
    craft.comp(s, s.part("rhodes", "vibraphone", "jazz-guitar", "piano", "~organ", fx=s.pick(("tremolo",), (), ("chorus",))), s.pick("x.......o..x....",
        "..x.....x.......", "x..o......x..o.."), 62, 4, gate=0.9, strum=0.02)
    horn = s.part("tenor-sax", "trumpet", "muted-trumpet", "flute", "alto-sax", "vibraphone", "trombone", level=1, fx=("delay",) if s.chance(0.4) else (),
        late=0.02)
    tunes.tune(s, horn, 58, 80, ("--x.x..xx...----", "x..xx...--x.x...", "x.xx.x..x......."), ("head", "out"), form="ABA-", grace=0.2, scoop=0.2)
    tunes.changes(s, horn, 56, 82, "solo", rest=0.4, long=0.3, blues=0.3)
    if s.chance(0.4):
        scratch = s.part("~scratch", level=-4)
        craft.hits(s, scratch, 2, 0.5, 62, early=1, chance=0.7)
    if s.chance(0.3):
        tunes.shouts(s, s.part("~speech", level=-3, fx=("tone:telephone",)), "........x.......", 64, "head", ("check it out", "one two", "listen up",
            "keep it moving"), chance=0.35)


@style("Rap", like="Hip-Hop")
def dusk_pavement_bars(s: Song) -> None:
    """East-coast street rap: a cold piano or string loop, hard dusty drums, and a voice that does not stop, doubled on the rhymes."""
    s.set((84, 100), ("minor", "harmonic-minor", "phrygian"), "C D E F G A Bb", swing=(0.1, 0.6), unit=0.5, room=("dry", "booth", "room"))
    loop = s.pick("i | i | i | V", "i | bVI | i | bVI", "im7 | ivm7", "i | bII", "i | i | bVI | bVII", "im9 | bVImaj7 | iiø | V7")
    s.until(45, "verse verse hook", verse="|".join([loop] * 2))
    craft.drums(s, s.part(*craft.DUSTY, "~kit:hard", level=2), s.pick(*BOOM))
    craft.bass(s, s.part("upright", "~sub-bass", "finger-bass", "~square-bass"), s.pick("R.....R...R.....", "R..R......R.....|R..R....5.7.8...",
        "R.........R.R..."), 34)
    keys = s.part("piano", "pizzicato", "strings", "harp", "rhodes", "clean-guitar", "vibraphone", "orchestra-hit", "~harpsichord", "~oud", "shamisen",
        level=-2, fx=s.pick(("crush",), ("tone:dark",), ("tone:telephone",)))
    s.pick(lambda: craft.arp(s, keys, s.pick("0.2.1.2.0.2.3.2.", "0...1.2.3...2.1.", "3.2.1.0.......0."), 66, 3), lambda: craft.comp(s, keys,
        s.pick("x.....x...x.....", "x..x..x.........", "x...x...x...x..."), 62, 3, gate=0.6),
           lambda: craft.chop(s, (keys, keys), s.pick("a.......a...b...", "a.....c.a.d....."), craft.loop_for(s, True)))()
    voice = s.part("~rap-voice", "~rap-voice", "~speech", name="rapper", level=5, pan=0.0, send=-18)
    tunes.rap(s, voice, s.pick("plain", "dense", "dense"), s.pick(47, 50, 53, 57), "verse", lazy=s.pick(0.0, 0.03))
    crew = s.part("~rap-voice", "~vocal-low", name="crew", level=3)
    tunes.rap(s, crew, "old", 52, "hook")
    tunes.shouts(s, s.part("~rap-voice", name="double", level=-1, pan=0.5), "............x.x.", 55, "verse")
    if s.chance(0.4):
        craft.hits(s, s.part("~scratch", level=-2), 1, 0.5, 60, where="hook")


@style("Rap", like="Hip-Hop")
def dusk_drill_corner(s: Song) -> None:
    """Drill and hard trap with somebody in front: sliding sub, tresillo hats, snares that come late, string or bell menace, triplet flows and ad-libs."""
    s.set((132, 148), ("minor", "harmonic-minor", "phrygian"), "C Db D E F G Ab", room=("dry", "booth", "plate"))
    loop = s.pick("i | i | bVI | bVI", "i | bII | i | V", "i | iv | V | i", "i | bVI | bVII | V", "i | i | bII | bII")
    s.until(45, "verse verse hook verse", verse="|".join([loop] * 2))
    craft.drums(s, s.part("~kit:808", "kit:808", "~kit:hard", "~kit:linn", level=1), s.pick({"k": "x.........x.....|x.....x......x..",
        "sn": "......X.......X.|......X.....X...", "h": "x..x..x.x..x..x.|x..x..xtx..x.rx."}, *TRAP[:2],
        {"k": "x..x........x...", "cl": "......x.......X.", "h": "x..x..xrx..x..t.", "rim": "....?.......?.?."}), fill="stop")
    craft.bass(s, s.part("~808-bass", "~808-bass", "~sub-bass", level=3, fx=("drive",)), s.pick("R.........R.....|R.....R......5..",
        "R..R........8...|R..R....l.....R.", "R.....5.....R..."), 32, glide=0.45)
    lead = s.part("piano", "strings", "music-box", "~fm-bell", "choir", "nylon", "tremolo-strings", "~vibes", "shanai", "~hoover", "~sitar", "~pipe-organ",
        level=-2, fx=s.pick(("delay",), ("tone:dark",), ()))
    tunes.tune(s, lead, 62, 84, ("x.x.x.x.x.x.x...", "x..x..x.x..x..x.", "x...x...x.x.x..."), form="AAAB", width=4)
    voice = s.part("~rap-voice", "~rap-voice", "~rap-voice", "~speech", name="rapper", level=5, pan=0.0, send=-16, fx=("chorus",) if s.chance(0.3) else ())
    tunes.rap(s, voice, s.pick("triplets", "plain", "triplets"), s.pick(45, 49, 52, 55), "verse")
    hook = s.part("~rap-voice", "~vocal-low", "~robot", name="hook", level=4, fx=("delay",))
    tunes.rap(s, hook, s.pick("old", "triplets"), 54, "hook")
    tunes.shouts(s, s.part("~rap-voice", "~rap-voice", "~growl", name="adlib", level=0, pan=-0.6, fx=("tone:telephone", "delay")), s.pick("..............x.",
        "......x.......x."), 60)
    if s.chance(0.4):
        craft.pad(s, s.part("~dark-pad", "slow-strings", "choir", level=-7), 55, 3)


@style("Rap", like="Disco")
def dusk_block_party(s: Song) -> None:
    """The first decade on record: drum machine or funk band, slap or synth bass vamp, and rhymes on every beat answered by the crowd."""
    s.set((98, 118), ("minor", "dorian", "mixolydian"), "C D E F G A Bb", swing=(0.0, 0.2), unit=0.5, room=("dry", "room", "club", "plate"))
    loop = s.pick("im7 | im7 | im7 | ivm7", "im7 | IV7", "I7 | I7 | IV7 | I7", "im7 | bVII | bVI | bVII", "im7 | im7")
    s.until(45, "verse verse shout verse", verse="|".join([loop] * 2))
    craft.drums(s, s.part("~kit:808", "~kit:linn", "~kit:909", "kit:standard", "kit:room", level=2), s.pick(
        {"k": "x.....x...x.....|x..x..x...x.....", "sn": "....X.......X...", "cl": "....X.......X.xx", "h": "xxxxxxxxxxxxxxxx", "cow": "x.x..x.x..x.x..."},
        {"k": "x...x...x...x...", "sn": "....X.......X...", "h": "..x...x...x...x.", "cl": "....x.......x..."},
        {"k": "x..x..x...xx....", "sn": "....X.......X.-.", "o": "..............x.", "h": "x.x.x.x.x.x.x...", "tam": "x.x.x.x.x.x.x.x."}),
        fill=s.pick("machine", "toms"))
    craft.bass(s, s.part("slap-bass", "finger-bass", "synth-bass", "~saw-bass", "slap-bass-2", "~acid", level=2), s.pick("R..R..8.R.7.8...|R..R..8.5.7.a...",
        "R.R...5.7.8..7.5", "R.....R.8.R.7.5."), 35, gate=0.75)
    craft.comp(s, s.part("clean-guitar", "clavinet", "~stab", "muted-guitar", "brass", "~brass-poly", level=-2, fx=s.pick((), ("wah",), ("chorus",))),
        s.pick("..x...xx..x...x.", "..........x..x..", "x.uxd.ux..uxd.ux", "....x......x...."), 64, 3, gate=0.4)
    voice = s.part("~rap-voice", "~rap-voice", "~speech", name="rapper", level=5, pan=0.0, send=-14, fx=("delay:240",) if s.chance(0.5) else ())
    tunes.rap(s, voice, s.pick("old", "plain"), s.pick(50, 54, 58), "verse")
    crowd = s.part("~rap-voice", "~vocal-duo", "~backing", name="crowd", level=4, send=-8)
    tunes.shouts(s, crowd, s.pick("x...x...x.x.x...", "x.x.x...x.x.x...", "....x.x.....x.x."), 57, "shout", ("ho", "hey", "ya", "o"), chance=1.0)
    tunes.rap(s, s.part("~rap-voice", name="second", level=3, pan=0.3), "old", 55, "shout")
    if s.chance(0.5):
        craft.hits(s, s.part("~scratch", "orchestra-hit", "~impact", level=-3), 2, 0.5, 60, where=("shout", "verse"))
