"""Hip-Hop and Rap: loops dug out of crates with a bass put under them, and the same streets with somebody at the microphone."""

from __future__ import annotations

from hands.noon import craft, tunes
from song import Song, style

DUSTY = ("k:x..x......x.....;s:....X.......X...;h:x.x.x.x.x.x.x.x.", "k:x.x....x..x...../x..x...x..xx....;s:....X.......X..g;h:x.x.x.xox.x.x.x.",
    "k:x......x.xx.....;s:....X.......X...;h:x.xox.x.x.xox.x.",
         "k:xx......x.x..x..;s:....X..g.g..X...;h:x.x.x.x.x.x.x.x.", "k:x..x..x...x..x../x.x.......xx....;s:....X.......X.g.;R:x.x.x.x.x.x.x.x.")


@style("Hip-Hop", like="Rap")
def noon_crate_loop(s: Song) -> None:
    """Boom-bap without a rapper: a two-bar loop of piano, strings or guitar off an old record, filtered bass, swung hard drums, cuts."""
    s.set((82, 98), s.pick("minor", "dorian", "harmonic-minor"), keys="C D F G Bb A", swing=(0.3, 0.75), unit=0.5, room=("dry", "room", "booth"))
    loop = s.pick("im7 | im7", "im7 | bVImaj7", "im9 | ivm7", "im7 bVII | bVImaj7 V7", "im6 | V7b9", "iim7 | V9", "im7 | iiø V7")
    s.until(46, s.pick("loop loop bare loop", "loop bare loop cut"), loop=f"{loop} | {loop} | {loop} | {loop}", bare=loop, cut=f"{loop} | {loop}")
    kit = s.part("~kit:lofi", "kit:standard", "~kit:linn", "kit:room", level=2, fx=("drive:3",) if s.chance(0.4) else ())
    craft.beat(s, kit, s.pick(*DUSTY), where=("loop", "cut"), fills=8, fill="snare", crash=0.1)
    craft.beat(s, kit, s.pick("h:x.x.x.x.x.x.x.x.;r:....x.......x...", "k:x.........x.....;h:x.x.x.x.x.x.x.x.", "s:....X.......X...;h:x.x.x.x.x.x.x.x."),
        where="bare", fills=0)
    low = s.part("finger-bass", "upright", "~sub-bass", "~string-bass", level=2, fx=("tone:dark",) if s.chance(0.4) else ())
    craft.bass(s, low, s.pick("1..1......1.5.../1..1...b..5.<...", "1-....x1..5-....", "1-..1...8.7.5.b.", "1-.x..1.3-..5-<."), where=("loop", "cut"))
    sample = s.part("piano", "electric-grand", "harp", "clean-guitar", "vibraphone", "strings", "~nylon-guitar", level=-1,
        fx=("tone:dark", "crush:3") if s.chance(0.5) else ("tone:far",))
    if s.chance(0.5):
        craft.comp(s, sample, s.pick("x--x--x---x-..../x---..x---x-....", "x-----x--x--..x-", "x-..x-..x-..xx.."), 64, 4, strum=0.02)
    else:
        craft.pick_strings(s, sample, s.pick("01234321/0.2.3.1.", "3210.210/321.0.1.", "0.1.2.3.4...2..."), 64, 4, ring=1.4)
    tunes.tune(s, s.part("strings", "flute", "muted-trumpet", "alto-sax", "~vocal", "oohs", level=-3, fx=("tone:far",)), 62, 81,
        ("x---x-x---------", "..x-xxx-x-------", "x-x-x-......x-x-"), "A", 2, where=("loop", "cut"), leap=0.3)
    if s.chance(0.5):
        craft.comp(s, s.part("brass", "~brass-section", "tenor-sax", level=-4, fx=("tone:dark",)), f"{'.' * 16}/x.............x.", 62, 3, where="loop",
            ring=0.7)
    cut = s.part("~scratch", level=-4)
    for bar in s.bars(("cut", "bare") if s.chance(0.6) else "cut"):
        for at in s.pick((0.0, 1.5, 2.0, 3.5), (2.0, 2.5, 3.0), (0.5, 1.0, 3.0, 3.5)):
            cut.add(bar.start + at, s.pick(0.25, 0.4, 0.5), 60 + s.pick(0, 4, 9), craft.touch(s, 88))
    if s.chance(0.25):
        tunes.shout(s, s.part("~rap-voice", "~vocal-duo", level=-2), "x...x.......x.../................", 50, where="loop")


@style("Hip-Hop", like="Jazz")
def noon_study_lamp(s: Song) -> None:
    """Lo-fi beats: sleepy swung drums, detuned electric piano in ninths, a nylon guitar or muted horn, tape and crackle."""
    s.set((66, 88), s.pick("major", "minor", "dorian"), keys="C Eb F Ab Bb D", swing=(0.4, 0.9), unit=0.5, room=("booth", "room", "dry", "plate"))
    dark = s.scale != "major"
    a = s.pick("im9 | ivm9 | bVImaj9 | V7alt", "im9 IV9 | bIIImaj9 bVImaj9",
        "ivm9 | bVII13 | bIIImaj9 | im9") if dark else s.pick("iim9 | V13 | Imaj9 | VI7alt", "IVmaj9 | iiim7 | iim9 | Imaj9",
        "Imaj9 | iiim7 vim9 | iim9 | bIImaj7", "IVmaj7 ivm6 | iiim7 VI7 | iim9 V13 | Imaj9")
    s.until(46, "loop loop drift", loop=f"{a} | {a}" if a.count("|") < 3 else a, drift=a)
    kit = s.part("~kit:lofi", "kit:brush", "kit:jazz", "~kit:minimal", level=0, late=0.015, loose=0.014, fx=("tone:dark",) if s.chance(0.4) else ())
    craft.beat(s, kit, s.pick("k:x......x..x.....;r:....x.......x...;h:x.o.x.o.x.o.x.o.", "k:x..x......x.....;s:....o.......o...;h:xoxoxoxoxoxoxoxo",
        "k:x......x.x......;s:....o..g....o.g.;R:x...x.x.x...x.x.", "k:x.........x..x..;c:....x.......x...;m:x.o.x.o.x.o.x.o."), fills=0, drop=0.15, hard=0.85)
    craft.bass(s, s.part("upright", "~sub-bass", "finger-bass", "fretless", level=1), s.pick("1-----..5-----<-", "1---...1..5-....", "1-------........",
        "1--x--1-3---5---"), legato=0.95)
    keys = s.part("rhodes", "~fm-piano", "piano", "~vibes", "nylon", level=0, tuning=s.pick(0.0, -0.2, 0.15),
        fx=s.pick(("tone:dark", "tremolo"), ("crush:2", "tone:dark"), ("chorus",)))
    craft.comp(s, keys, s.pick("x-------....x---", "x-----..x-o-----", "x---------x-..o-", "..x-----..x-----"), 61, 5, strum=0.03)
    lead = s.part("nylon", "muted-trumpet", "vibraphone", "flute", "~nylon-guitar", "music-box", "jazz-guitar", "~vocal", level=-1,
        fx=("delay",) if s.chance(0.5) else ("tone:far",))
    tunes.tune(s, lead, 64, 84, ("x---x-xxx-------", "....x-x-x---....", "x-----..xxx-x---", "..xx--x---......"), "AABA", 2,
        scale="major-pentatonic" if not dark else "minor-pentatonic", grace=0.15, hard=78)
    if s.chance(0.6):
        craft.pad(s, s.part("~air-pad", "warm-pad", "~choir", "slow-strings", level=-8), 66, 3)
    crackle = s.part("~crackle-hits", "~wind", "seashore", level=-16)
    for bar in s.bars():
        crackle.add(bar.start, bar.beats, 60, 70)


@style("Hip-Hop", like="R&B")
def noon_low_rider_cruise(s: Song) -> None:
    """West-coast funk: rolling synth bass, high whining portamento lead, talk-box answers, clap on two and four, lazy guitar."""
    s.set((86, 104), s.pick("minor", "dorian", "minor-pentatonic"), keys="C D Eb F G Bb", swing=(0.0, 0.45), unit=0.5, room=("room", "plate", "dry"))
    vamp = s.pick("im7 | im7 | ivm7 | im7", "im9 | im9 | bVImaj7 | V7", "im7 | bVII | bVI | bVII", "im7 | IV9 | im7 | IV9")
    s.until(46, s.pick("ride ride hook", "ride hook ride hook"), ride=vamp, hook=s.pick(vamp, "bVImaj7 | bVII | im7 | im7", "ivm7 | ivm7 | im7 | V7"))
    kit = s.part("~kit:808", "~kit:linn", "~kit:909", "kit:electronic", "kit:room", level=2)
    craft.beat(s, kit, s.pick("k:x.....x.x..x....;s:....X.......X...;c:....x.......x...;h:x.x.x.x.x.x.x.x.",
        "k:x..x..x...x.....;c:....x.......x...;h:x.xxx.xxx.xxx.xx", "k:x......xx.....x.;s:....X.......X...;t:..x...x...x...x.;h:x.x.x.x.x.x.x.x."), fills=8,
        fill="machine", crash=0.2)
    low = s.part("~saw-bass", "synth-bass", "~square-bass", "finger-bass", "~fm-bass", level=2)
    craft.bass(s, low, s.pick("1-.1..8.7.5.b.<./1-.1..1-..5.7.8.", "1--.1.b.1--.5.7.", "1.1...8.1.1.7.5.", "1-...1.3.4.5..b."), slide=0.25, legato=0.85)
    whine = s.part("~saw-lead", "~theremin", "~square-lead", "saw-lead", "~vocal", level=-1, fx=("delay",))
    craft.riff(s, whine, s.pick("8 - - - 7 - 8 - 5 - - - - - . . / 4 - - - 5 - 4 - 3 - - - - - . .",
        "5 - - 8 - - 7 - 5 - - - . . . . / 4 - - 5 - - 4 - 1 - - - . . . .", "8 - 7 8 - - 10 - 8 - - - - - - - / 7 - - - - - 5 - 7 - - - . . . ."), 72,
        where="ride", scale="minor", sweet=-1.0)
    tunes.tune(s, whine, 72, 89, ("x-----x-x-------", "x--x--x---------"), "AB", 2, where="hook", scale="minor-pentatonic")
    craft.comp(s, s.part("rhodes", "dx-piano", "piano", "clavinet", level=-3), s.pick("x-----..x-..o---", "..x-..x-..x-..x-", "x--x--x---......"), 62, 4)
    if s.chance(0.6):
        craft.comp(s, s.part("muted-guitar", "clean-guitar", level=-3, fx=("amp:clean", "wah:phase")),
            s.pick("..m.x.m...m.x.mm", "....x.........xm", "x..m..x.m..x..m."), 67, 3, ring=0.4)
    talk = s.part("~robot", "~vocal-low", "~vocal-duo", "~backing", level=0, fx=("chorus",))
    tunes.tune(s, talk, 55, 70, ("..x.x-x-x---....", "x-x-x--x--x-...."), "AA", 2, where="hook", bend=0.4)
    if s.chance(0.5):
        craft.pad(s, s.part("~string-machine", "synth-strings", "strings", level=-7), 70, 3, where="hook")
    if s.chance(0.25):
        tunes.shout(s, s.part("~rap-voice", "~speech", level=-2), "x.......x......./................", 48, where="hook")


@style("Hip-Hop", like="Electronic")
def noon_blue_808(s: Song) -> None:
    """Trap soul beat: slow minor chords under water, gliding 808, rattling hats, a chopped or wordless voice far away."""
    s.set((62, 78), s.pick("minor", "minor", "harmonic-minor", "phrygian"), keys="C Db Eb F Gb Ab", swing=0.0, room=("plate", "hall", "dry"))
    a = s.pick("im9 | bVImaj7 | ivm9 | v7", "bVImaj7 | bVII | im7 | im7", "im7 | im7 | bVImaj7 | V7", "ivm9 | im9 | bVImaj9 | bIIImaj7", "im | bII | im | bII")
    s.until(46, s.pick("air drop drop", "drop air drop"), air=a, drop=a)
    kit = s.part("~kit:808", "kit:808", "~kit:808", "~kit:minimal", "~kit:909", level=1)
    hats = s.pick("x.x.x.x.x.x.xxxxx.x.x.xxx.x.x.x.", "xxxxxxxxxxxx.xxxxxxxxxxxxxxxxxxx", "x.x.x.xxx.x.x.x.x.xxx.x.xxxxxxxx",
        "x..x..x.x..x..x.x..x..x.xxxxxxxx")
    craft.beat(s, kit, s.pick("k:x..x......x....x;", "k:x.........x.....;", "k:x......x..x.....;",
        "k:x.....xx.....x..;") + "c:........x.......;s:........X.......", where="drop", fills=4, fill="machine", crash=0.3)
    craft.beat(s, kit, f"h:{hats}", where="drop", fills=0)
    craft.beat(s, kit, s.pick("r:........x.......;h:x.x.x.x.x.x.x.x.", "h:x...x...x...x.xx;c:........x......."), where="air", fills=0, hard=0.8)
    low = s.part("~808-bass", "~sub-bass", "~808-bass", "synth-bass-2", level=2)
    craft.bass(s, low, s.pick("1-----1---1-----", "1---------1--8--", "1--1------1----<", "1-----.1-.5-..8-"), low=26, where="drop", slide=0.35, legato=0.98)
    keys = s.part("~fm-piano", "piano", "rhodes", "clean-guitar", "~glass-pad", "~fm-bell", level=-1,
        fx=s.pick(("delay", "tone:dark"), ("chorus",), ("reverse",) if s.chance(0.3) else ("tone:far",)))
    if s.chance(0.5):
        craft.comp(s, keys, s.pick("x---------------", "x-----x---------", "x-------o-----x-"), 62, 5, strum=0.02)
    else:
        craft.pick_strings(s, keys, s.pick("02132413", "0.2.3.4.3.2.1.2.", "43210123"), 64, 4, ring=1.8)
    craft.pad(s, s.part("~dark-pad", "~air-pad", "warm-pad", "~choir", "slow-strings", level=-6), 60, 4, spread=True)
    voice = s.part("~vocal", "~vocal-duo", "oohs", "flute", "~backing", level=-1, fx=("delay", "tone:far") if s.chance(0.5) else ("delay",))
    tunes.tune(s, voice, 60, 79, ("x---x-x---......", "....xxx-x-------", "x--x--x---......", "..x-x---x-----.."), "AABA", 2, bend=0.4,
        scale="minor-pentatonic")
    if s.chance(0.5):
        craft.pick_strings(s, s.part("~fm-bell", "music-box", "~pluck", "celesta", level=-4, fx=("delay",)), s.pick("4.......3..2....", "..4.3...2...4..."),
            76, 4, where="drop")
    craft.lift(s, s.part("~riser", "reverse-cymbal", level=-10), 60, where="air")


@style("Hip-Hop", like="Jazz")
def noon_upright_session(s: Song) -> None:
    """Jazz-hop by a live band: upright bass ostinato, head-nod drums with ghost notes, horn riffs, vibraphone, a flute or saxophone on top."""
    s.set((84, 102), s.pick("dorian", "minor", "blues"), keys="D G C F Bb A", swing=(0.35, 0.8), unit=0.5, room=("room", "club", "booth"))
    a = s.pick("im9 | im9 | im9 | im9", "im9 | IV13 | im9 | IV13", "im7 | ivm7 | im7 | V7#9", "im11 | bIIImaj7 | iiø | V7alt", "im9 bII9 | im9")
    s.until(46, s.pick("head blow head", "head head blow"), head=a, blow=f"{a} | {a}" if a.count("|") < 2 else a)
    kit = s.part("kit:jazz", "kit:standard", "kit:room", "~kit:lofi", level=1, late=0.01)
    craft.beat(s, kit, s.pick("k:x..x......xx....;s:....X..g.g..X..g;h:x.x.x.x.x.x.x.x.", "k:x.x....x..x.....;s:....X..g....X.g.;R:x.x.x.x.x.x.x.x.",
        "k:x......xx.x.....;s:.g..X..g.g..X..g;h:x.xxx.x.x.xxx.x."), fills=8, fill="snare", ghosts=0.08, crash=0.15)
    low = s.part("upright", "~string-bass", "upright", "finger-bass", level=3)
    craft.riff(s, low, s.pick("1 . . 5 . . 7 . 8 . 7 5 . . . . / 1 . . 5 . . 7 . 8 . . 10 . 8 7 .",
        "1 - . 1 . 3 . 4 . 5 - . . 7 . . / 1 - . 1 . 3 . 4 . 3 - . 1 . b7 .", "1 . 5 . 8 . . 7 . . 5 . 4 . 3 . / 1 . 5 . 8 . . . . . 7 - 5 - . .",
        "1 - - - . . 1 . 3 . 4 . 5 - - ."), 29, follow=True, scale="dorian")
    craft.comp(s, s.part("rhodes", "piano", "vibraphone", "jazz-guitar", level=-2), s.pick("..x-------..o---", "x--x--.......x--", "......x-...x--..",
        "x-....x-........"), 62, 4)
    horns = s.part("trumpet", "tenor-sax", "muted-trumpet", "brass", level=0, fx=("tone:dark",) if s.chance(0.3) else ())
    tunes.tune(s, horns, 60, 77, ("x-xx-.x---......", "..xxx-.x-x------", "x--x--x-........", "....x-xxx-..x---"), "A", 2, where="head", leap=0.3)
    tunes.harmony(s, horns, s.part("alto-sax", "trombone", "flute", "tenor-sax", level=-2), -2)
    lead = s.part("flute", "tenor-sax", "muted-trumpet", "vibraphone", "jazz-guitar", level=1, fx=("delay",) if s.chance(0.3) else ())
    tunes.solo(s, lead, 62, 84, ("xxxxx-..xxx-x---", "..x-xxx-x-......", "xxxxxxxxx---....", "....xxx-x-xxx---", "x--x--xxx-x-...."), where="blow",
        chromatic=0.2, rest=0.3, scale="dorian", bend=0.2)
    if s.chance(0.4):
        cut = s.part("~scratch", level=-6)
        for bar in s.bars("head"):
            if tunes.ends(bar):
                for at in (2.0, 2.5, 3.25):
                    cut.add(bar.start + at, 0.3, 62, craft.touch(s, 84))
    if s.chance(0.3):
        tunes.shout(s, s.part("~vocal-duo", "~rap-voice", level=-2), "x.......x.x...../................", 50, where="head")


@style("Rap", like="Hip-Hop")
def noon_cypher_on_broad(s: Song) -> None:
    """Nineties verse over boom-bap: dense rhymes in sixteenths, doubled line ends, a two-bar loop, a scratched or shouted hook."""
    s.set((84, 102), s.pick("minor", "dorian", "phrygian"), keys="C D E F G A", swing=(0.15, 0.6), unit=0.5, room=("dry", "booth", "room"))
    loop = s.pick("im7 | im7", "im | bVI", "im7 | ivm7", "im bVII | bVI V7", "im6 | bII7", "im9 | V7#9")
    s.until(46, s.pick("verse hook", "verse verse hook"), verse=f"{loop} | {loop} | {loop} | {loop}", hook=f"{loop} | {loop}")
    kit = s.part("~kit:lofi", "kit:standard", "~kit:linn", "kit:room", "~kit:hard", level=1)
    craft.beat(s, kit, s.pick(*DUSTY), fills=8, fill="snare", crash=0.1)
    craft.bass(s, s.part("finger-bass", "~sub-bass", "upright", "synth-bass", level=1), s.pick("1..1......1.5...", "1-....x1..5-..b.", "1-........1-8...",
        "1-.1..b.1-....<."))
    sample = s.part("piano", "strings", "clean-guitar", "harp", "vibraphone", "rhodes", "oohs", level=-4,
        fx=s.pick(("tone:dark",), ("crush:3",), ("tone:far",)))
    if s.chance(0.5):
        craft.comp(s, sample, s.pick("x--x--x---......", "x-------..x-x---", "x-..x-..x-..x-.."), 62, 3)
    else:
        craft.pick_strings(s, sample, s.pick("0123", "01210323", "3.2.1.0.", "0..1..2."), 66, 4, ring=1.3)
    if s.chance(0.5):
        craft.riff(s, s.part("brass", "strings", "~brass-section", "bells", level=-4), s.pick("1 . . . 1 . . . / 3 - 2 - 1 - . .",
            "5 - - - . . . . / 6 - 5 - . . . .", "1 - . 1 . . b2 - / 1 - . . . . . ."), 58, where="hook")
    voice = s.part("~rap-voice", "~rap-voice", "~speech", "~rap-voice", level=4, pan=0.0, send=-20)
    base = s.pick(43, 46, 48, 54)
    tunes.rap(s, voice, s.pick("boom", "boom", "drawl"), where="verse", base=base)
    double = s.part("~rap-voice", "~vocal-duo", "~rap-voice", level=0)
    if voice.voice == "~rap-voice":
        for note in list(voice.notes):
            if note.start % 4 > 2.7:
                double.add(note.start, note.length, note.pitch + s.pick(0, 0.3, 12), max(note.velocity - 12, 20), note.how)
    tunes.rap(s, voice, "party", where="hook", base=base + 2)
    tunes.shout(s, double, s.pick("x...x.....x.x...", "....x.......x...", "x-x-x---....x---"), base + 5, where="hook")
    if s.chance(0.5):
        cut = s.part("~scratch", level=-3)
        for bar in s.bars("hook"):
            for at in s.pick((1.0, 1.5, 3.0, 3.5), (0.0, 0.75, 2.0, 2.75)):
                cut.add(bar.start + at, 0.4, 62, craft.touch(s, 90))


@style("Rap", like="Hip-Hop")
def noon_triplet_flow(s: Song) -> None:
    """Trap verse: triplet flows and ad-libs over sliding 808s, hat rolls, bells or dark choir."""
    s.set((64, 80), s.pick("minor", "harmonic-minor", "phrygian"), keys="C Db D Eb F Gb", room=("dry", "booth", "plate"))
    a = s.pick("im | im | bVI | bVII", "im | bII | im | bII", "im | im | ivm | V", "bVI | bVII | im | im", "im | bVI | im | V")
    s.until(46, s.pick("verse hook verse", "hook verse"), verse=f"{a} | {a}", hook=a)
    kit = s.part("~kit:808", "kit:808", "~kit:hard", "~kit:909", level=2)
    craft.beat(s, kit, s.pick("k:x..x......x..x..", "k:x.....x...x.....", "k:x......x..x...xx",
        "k:x..x..x....x....") + ";s:........X.......;c:........x.......", fills=4, fill="machine", crash=0.2)
    craft.beat(s, kit, "h:" + s.pick("x.x.x.x.x.x.xxxxx.x.x.x.x.xxx.x.", "x.x.x.x.xxx.x.x.x.x.x.x.xxxxxxxx", "xxxxxxxxxxxx",
        "xxx.xxx.xxxxxxxxxxx.xxx.x.x.xxxx"), fills=0)
    if s.chance(0.4):
        craft.shake(s, kit, 46, s.pick("..............x.", "......x.......x.", "..x............."), hard=70)
    craft.bass(s, s.part("~808-bass", "~808-bass", "~sub-bass", "~fm-bass", level=2), s.pick("1--1------1--1--", "1-----1---1---8-", "1------1--1---<-",
        "1--8--1----5----"), low=26, slide=0.4, legato=0.98)
    bells = s.part("~fm-bell", "bells", "piano", "celesta", "~pluck", "koto", "flute", "~choir", "tremolo-strings", level=-3,
        fx=("delay",) if s.chance(0.4) else ())
    craft.riff(s, bells, s.pick("8 . 5 . 6 . 5 . / 3 . 2 . 1 . 7 .", "1 3 5 3 6 5 3 2 / 1 3 5 3 8 7 5 3", "5 - . 6 - . 5 - / 3 - . 2 - . 1 -",
        "8 . . 8 7 . . 5 / 6 . . 5 3 . 2 ."), 66)
    if s.chance(0.6):
        craft.pad(s, s.part("~dark-pad", "~choir-low", "strings", "~string-machine", level=-7), 57, 3)
    voice = s.part("~rap-voice", "~rap-voice", "~speech", "~rap-voice", level=4, pan=0.0, send=-18, fx=("delay",) if s.chance(0.3) else ())
    base = s.pick(42, 45, 48, 55)
    tunes.rap(s, voice, "trap", where="verse", base=base)
    hook = voice if s.chance(0.5) or voice.voice == "~speech" else s.part("~vocal", "~robot", "~vocal-low", level=3)
    if hook is voice:
        tunes.rap(s, voice, s.pick("trap", "party"), where="hook", base=base + 3)
    else:
        tunes.tune(s, hook, 55, 70, ("x--x--x---......", "xx-xx-x-x---....", "x-x-x--x--x-...."), "AAB", 1, where="hook", scale="minor-pentatonic", leap=0.1)
    adlib = s.part("~rap-voice", "~vocal-duo", "~growl", level=-2, pan=0.5, fx=("delay",))
    tunes.shout(s, adlib, s.pick("...............x/..............x.", ".......x......../.............x.x"), base + 9)


@style("Rap", like="Electronic")
def noon_block_party(s: Song) -> None:
    """Old school: drum machine and claps or a live disco vamp, call and response on the beat, cowbell, synth bass, scratches."""
    live = s.chance(0.4)
    s.set((100, 122), s.pick("minor", "dorian", "mixolydian", "minor-pentatonic"), keys="C D E F G A", swing=0.0 if live else s.pick(0.0, 0.3), unit=0.5,
        room=("room", "club", "dry"))
    vamp = s.pick("im7 | im7", "im7 | IV9", "im7 | bVII", "I9 | I9")
    s.until(46, s.pick("verse call verse break", "call verse call verse"), verse=f"{vamp} | {vamp} | {vamp} | {vamp}", call=f"{vamp} | {vamp}",
        **{"break": vamp})
    kit = s.part("kit:standard", "kit:room", level=1) if live else s.part("~kit:808", "~kit:linn", "~kit:909", "kit:808", level=2)
    craft.beat(s, kit, s.pick("k:x...x...x...x...;s:....X.......X...;h:x.x.x.x.x.x.x.o.", "k:x.x...x...x.....;s:....X..g....X..g;h:x.x.x.x.x.x.x.x.") if live
        else s.pick("k:x..x..x...x.....;s:....X.......X...;c:....x.......x...;h:x.x.x.x.x.x.x.xx", "k:x.....x...xx....;s:....X.......X..x;h:xxxxxxxxxxxxxxxx",
        "k:x..x....x.x.....;c:....x.......x..x;h:x.x.x.x.x.x.x.x.;w:x..x..x...x.x..."), fills=8, fill="toms" if live else "machine", crash=0.2)
    low = s.part("finger-bass", "slap-bass", level=2) if live else s.part("synth-bass", "~square-bass", "~fm-bass", "~saw-bass", level=1)
    craft.bass(s, low, s.pick("1.1.1...x.5.7.8./..x.8.7.5.3.1.<.", "1..1..8.1..1..7.", "1...1.3.4...5.b.", "1.1..18...7.5..."), legato=0.6)
    if s.chance(0.6):
        craft.comp(s, s.part("clean-guitar", "~stab", "orchestra-hit", "brass", "clavinet", level=-3),
            s.pick("x...............", "..x...x...x...x.", "......x......x..", "mmxmmmxmmmxmmmxm"), 64, 3, ring=0.5)
    if s.chance(0.5):
        craft.riff(s, s.part("~square-lead", "~saw-lead", "~chip-pulse", "strings", "polysynth", level=-4),
            s.pick("1 . 1 3 . 1 . 5 / . . . . . . . .", "8 - 7 - 5 - . . / 4 - 3 - 1 - . .", "1 3 4 5 . 4 3 1 / . . . . 1 . 1 ."), 64, where=("call", "break"))
    base = s.pick(45, 48, 52)
    voice = s.part("~rap-voice", "~rap-voice", "~rap-voice", "~speech", level=4, pan=0.0, send=-18)
    tunes.rap(s, voice, "party", where="verse", base=base)
    second = s.part("~rap-voice", "~vocal-duo", "~rap-voice", level=3, pan=0.3)
    if s.chance(0.5) and voice.voice != "~speech":
        tunes.rap(s, second, "party", where="verse", only=craft.answers, base=base + 5)
    tunes.rap(s, voice, "party", where="call", only=lambda b: b.index % 2 == 0, base=base + 2)
    tunes.shout(s, second, s.pick("x-x-x---x---....", "x---x---x-x-x---", "..x-x-x-x---...."), base + 6, where="call", only=lambda b: b.index % 2 == 1)
    crowd = s.part("~backing", "~vocal-duo", "~choir", level=-1, pan=-0.3)
    tunes.shout(s, crowd, s.pick("x-x-x---x---....", "x---....x---...."), 60, where=("call", "break"), only=lambda b: b.index % 2 == 1)
    cut = s.part("~scratch", level=-3)
    for bar in s.bars("break"):
        for at in s.pick((0.0, 0.75, 1.5, 2.0, 3.0), (1.0, 1.5, 2.5, 3.25)):
            cut.add(bar.start + at, 0.35, 60, craft.touch(s, 90))
