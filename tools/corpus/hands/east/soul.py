"""Jazz, rhythm and blues, and reggae."""

from __future__ import annotations

from hands.east.craft import BRUSHES, bass, broken, comp, drums, inner, merged, pad, raised, sit_out, varied, walk
from hands.east.tunes import OPEN_VOWELS, flow, second, singer, tune
from song import Song, style

SWING_RIDE = {51: "X.x~X.x~", 44: "..x...x.", 36: "o.o.o.o~", 38: "~..~.~.~"}
STANDARDS = (
    "ii7 | V7 | Imaj7 | IVmaj7 | viiø | III7b9 | vi7 | vi7", "Imaj7 | VI7b9 | ii7 | V7 | iii7 | VI7 | ii7 | V7", "Imaj7 #i°7 | ii7 #ii°7 | iii7 VI7 | ii7 V7",
    "Imaj7 | iv7 bVII7 | Imaj7 | VI7alt | II7 | II7 | ii7 | V7b9", "i6 | iiø V7b9 | i6 | VI7 | iiø | V7alt | i6 | iiø V7b9")
BRIDGES = ("III7 | III7 | VI7 | VI7 | II7 | II7 | V7 | V7", "v7 | I7b9 | IVmaj7 | IVmaj7 | vi7 | II7 | ii7 | V7", "IVmaj7 | #iv°7 | I6 | VI7 | II7 | II7 | ii7 | V7alt",
           "iv7 | bVII7 | bIIImaj7 | bVImaj7 | iiø | iiø | V7b9 | V7b9")
JAZZ_TWELVE = ("I7 | IV7 #iv°7 | I7 | v7 I7b9 | IV7 | #iv°7 | I7 | iii7 VI7alt | ii7 | V7 | I7 VI7 | ii7 V7",
               "i7 | iv7 | i7 | i7 | iv7 | iv7 | i7 | i7 | bVI7 | V7alt | i7 | iiø V7b9")
MODAL = ("i9 | i9 | IV9 | i9", "im11 | im11 | im11 | im11 | biim11 | biim11 | im11 | im11", "i9 | bVII9 | bVImaj7#11 | V7alt")
CHARLESTON = ["x..x....", "...x..x.", "x-....x.", ".x..x...", "..x..x..", "...X....", ".x...x.."]


@style("Jazz", like="Blues")
def east_swing_combo(s: Song) -> None:
    """Walking bass, ride cymbal, sparse rootless comping and horns over a standard's changes: head, solos by different players, head."""
    s.set((126, 232), "major", keys="F Bb Eb Ab C G", swing=(0.55, 1.0), room=("club", "room", "booth"))
    if s.chance(0.3):
        s.until(46, "head solo second", head=s.pick(*JAZZ_TWELVE))
        s.scale = s.pick("blues", "dorian", "mixolydian")
    else:
        a, bridge = s.pick(*STANDARDS), s.pick(*BRIDGES)
        s.until(46, "head bridge solo second", head=f"{a} | {a}", bridge=bridge, solo=f"{a} | {bridge}", second=f"{a} | {a}")
    drums(s, s.part("kit:jazz", "kit:standard", "kit:brush", level=-1), SWING_RIDE, fills="mixed", every=8, grain=3, crash=51)
    walk(s, s.part("upright", "upright", "~string-bass", level=1), 28, skips=s.between(0.05, 0.25))
    comp(s, s.part("piano", "rhodes", "jazz-guitar", "vibraphone", level=-3), [s.pick(*CHARLESTON) + "|" + s.pick(*CHARLESTON) for _ in range(4)], 62, s.pick(3, 4), velocity=70,
         short=0.8)
    first, other = s.pick(("trumpet", "tenor-sax"), ("alto-sax", "muted-trumpet"), ("tenor-sax", "piano"), ("clarinet", "vibraphone"), ("trombone", "jazz-guitar"),
                          ("piano", "jazz-guitar"))
    lead, answer = s.part(first, level=2), s.part(other, level=0)
    line = dict(leap=0.25, bend=0.12, scale="bebop" if s.scale == "major" else s.scale)
    tune(s, lead, 57, 79, ("head", "bridge"), density=1.1, off=0.75, form="AABC", turn=(0, 0.9), **line)
    if s.chance(0.6):
        second(s, answer, lead, s.pick(-2, -4, 2), "head")
    tune(s, lead, 56, 84, "solo", density=1.75, off=0.5, form="ABCDEFGH", turn=(0, 0.9), rest=0.08, **line)
    tune(s, answer, 57, 86, "second", density=1.8, off=0.5, form="ABCDEFGH", turn=(0.05, 0.92), rest=0.08, **line)


@style("Jazz", like="Pop")
def east_brush_ballad(s: Song) -> None:
    """A slow standard: brushes, bass in two, rich passing chords led by step, a breathy horn or a singer, piano filling the breaths."""
    three = s.chance(0.25)
    s.set((56, 84) if not three else (90, 150), "major", keys="Eb Db Ab F Bb", beats=3.0 if three else 4.0, swing=(0.5, 0.95), room=("club", "plate", "hall"))
    a, bridge = s.pick(*STANDARDS), s.pick(*BRIDGES)
    s.until(48, "head head bridge head", head=a, bridge=bridge)
    drums(s, s.part("kit:brush", "kit:jazz", level=-3), {38: "oxo", 44: ".xx", 51: "x.x.x~"} if three else BRUSHES, fills="light", grain=3, crash=0)
    if s.chance(0.5) and not three:
        walk(s, s.part("upright", level=0), 28, skips=0.05)
    else:
        bass(s, s.part("upright", "~string-bass", level=0), "R-5" if three else ["R---5-a-", "R----a5-", "R---3-a-"], low=28)
    piano = s.part("piano", "rhodes", "jazz-guitar", level=-1)
    comp(s, piano, [s.pick("x-------", "x---x---", "..x-----", "x--x----", "x---..x-") for _ in range(3)], 63, 5, velocity=62, spread=s.chance(0.5), strum=0.02)
    tune(s, piano, 70, 91, density=1.6, off=0.4, form="ABCD", turn=(0.7, 1.0), rest=0.4, velocity=72)
    front = singer(s, "~vocal", "~vocal-low") if s.chance(0.4) else s.part("tenor-sax", "muted-trumpet", "alto-sax", "clarinet", "trumpet", "vibraphone", level=2)
    tune(s, front, 55, 76, density=1.0, off=0.4, form="AABC", turn=(0, 0.72), bend=0.25, leap=0.25, legato=1.0, words=OPEN_VOWELS if "~" in front.voice else ())
    if s.chance(0.45):
        strings = s.part("strings", "slow-strings", level=-7)
        pad(s, strings, 64, 4, spread=True)
        inner(s, s.part("viola", "horn", "cello", level=-6), 60)


@style("Jazz", like="Latin")
def east_hard_bop_and_modal(s: Song) -> None:
    """Modal or funky hard bop: a bass ostinato or pedal, fourths in the piano, a two-horn riff in harmony, long solos."""
    waltz = s.chance(0.25)
    s.set((112, 176), "dorian", keys="D C F G Bb", beats=3.0 if waltz else 4.0, swing=(0.4, 0.95), room=("club", "room"))
    s.until(46, "head solo head second", head=s.pick(*MODAL), solo=s.pick(*MODAL))
    ride = {51: "x.x~x.", 44: "..x.x.", 36: "o..?..", 38: "..~..~"} if waltz else SWING_RIDE
    drums(s, s.part("kit:jazz", "kit:standard", level=-1), ride, fills="mixed", grain=3, crash=57)
    upright = s.part("upright", "~string-bass", level=1)
    bass(s, upright, s.pick("R..5.O", "R-.5-.") if waltz else s.pick("R..5.O..", "R--R5.7.", "R.5.7.O.", "R..R..5a"), low=28, where="head")
    walk(s, upright, 28, ("solo", "second"))
    comp(s, s.part("piano", "piano", "rhodes", "drawbar", level=-2), s.pick("x-.x..", ".x..x.") if waltz else [s.pick(*CHARLESTON) for _ in range(3)], 61, 4, velocity=74)
    horn, partner = s.part("trumpet", "alto-sax", "vibraphone", level=2), s.part("tenor-sax", "trombone", "flute", level=1)
    tune(s, horn, 60, 79, "head", density=1.0, off=0.7, form="AAAB", again=0.25, leap=0.25)
    second(s, partner, horn, s.pick(-3, -2, -4), "head")
    tune(s, partner, 54, 80, "solo", density=1.7, off=0.55, form="ABCDEF", turn=(0, 0.92), leap=0.3, bend=0.15)
    tune(s, horn, 58, 84, "second", density=1.8, off=0.55, form="ABCDEF", turn=(0, 0.92), leap=0.3, bend=0.15)


@style("Jazz", like="Classical")
def east_big_band(s: Song) -> None:
    """Saxes in close harmony against brass punches, a riff that builds by layers, shout chorus, Freddie-Green guitar in four."""
    s.set((108, 190), "major", keys="Bb Eb F Ab C", swing=(0.6, 1.0), room=("hall", "club", "plate"))
    a = s.pick(*STANDARDS[:4])
    s.until(46, "head chorus solo lift", head=a, chorus=s.pick(a, JAZZ_TWELVE[0]), solo=a, lift=raised(a))
    drums(s, s.part("kit:jazz", "kit:standard", level=-1), merged(SWING_RIDE, {36: "x.x.x.x~"}), fills="mixed", grain=3, every=4, swap={"head": {51: 42}})
    walk(s, s.part("upright", level=0), 28)
    comp(s, s.part("jazz-guitar", "piano", level=-5), "x.X.x.X.", 58, 3, velocity=66, short=0.6)
    lead = s.part("alto-sax", "clarinet", "tenor-sax", level=1)
    tune(s, lead, 60, 77, ("head", "chorus"), density=1.3, off=0.6, form="AABA", leap=0.2, bend=0.15, again=0.25)
    for steps, voice in ((-2, "alto-sax"), (-4, "tenor-sax"), (-7, "baritone-sax")):
        second(s, s.part(voice, level=-2, pan=-0.3), lead, steps, ("head", "chorus"))
    punch = [s.pick("...X..X.", "..x..X..", "X..X....", ".x.X-...", "......xX") + "|" + s.pick("........", "....X...", "...X....") for _ in range(3)]
    comp(s, s.part("brass", "trumpet", level=-1, pan=0.3), punch, 68, 4, ("head", "chorus", "lift"), velocity=98, short=0.6)
    comp(s, s.part("trombone", level=-3, pan=0.4), punch, 55, 3, ("chorus", "lift"), velocity=92)
    tune(s, s.part("trumpet", "trombone", "tenor-sax", "piano", "clarinet", level=2), 58, 82, ("solo",), density=1.7, off=0.6, form="ABCDEF", bend=0.2, scale="bebop")
    shout = s.part("trumpet", level=2)
    tune(s, shout, 65, 84, "lift", density=1.2, off=0.8, form="AAB", again=0.35, bend=0.2)
    for steps in (-2, -4):
        second(s, s.part("trumpet", "brass", "trombone", level=-1), shout, steps, "lift")
    sit_out(s)


ROOTS_CHORDS = ("i | i | bVII | bVII", "i | iv | i | v", "I | IV | I | V", "I V | vi IV", "i bVII | bVI v", "ii | I | ii | I", "I | ii | IV | I", "i | i | iv | iv")
ONE_DROP = {36: "....X.......X..~", 37: "....X.......X...", 42: "x.x.x.x.x.xxx.x."}
ROCKERS = {36: "X.......X.......", 37: "....X..?....X..~", 42: "x.xxx.x.x.x.x.x."}
STEPPERS = {36: "X...X...X...X...", 37: "....x..x....X.~.", 42: "..x...x...x...x."}
REGGAE_BASS = ["R--3--5-....5.6.", "..R.R.5-..3.R-..", "R-..R.3.5-..R.a.", "..R-5.R-..R-3.R.", "R--R--..5--3--..", "R.R...5.O.7.5...", "..RR..5.R..7..5."]


@style("Reggae", like="Pop")
def east_roots_one_drop(s: Song) -> None:
    """Kick and rim on two and four, chop on every off-beat, organ bubble, a bass tune with holes, a singer with answering harmony trio, horn lines."""
    s.set((66, 86), s.pick("minor", "dorian", "major", "major"), keys="A G D C E", swing=(0.15, 0.6) if s.chance(0.7) else 0.0, unit=0.5, room=("room", "club", "plate"))
    minor = s.scale != "major"
    progressions = [chords for chords in ROOTS_CHORDS if chords.startswith("i ") == minor]
    verse, chorus = s.pick(*progressions), s.pick(*progressions)
    s.until(50, "intro verse chorus verse break chorus", intro=verse, verse=f"{verse} | {verse}", chorus=f"{chorus} | {chorus}", **{"break": verse})
    kit = s.part("kit:standard", "kit:room", "kit:standard", level=0)
    drums(s, kit, s.pick(ONE_DROP, ONE_DROP, ROCKERS, STEPPERS), fills=s.pick("toms", "light", "mixed"), every=4)
    bass(s, s.part("finger-bass", "~electric-bass", "fretless", level=3, fx=s.pick((), ("tone:dark",))), [f"{s.pick(*REGGAE_BASS)}|{s.pick(*REGGAE_BASS)}" for _ in range(2)],
         low=26, short=0.8)
    chop = s.part("clean-guitar", "muted-guitar", "~electric-guitar", level=-1, pan=-0.3, fx=("amp:clean",))
    comp(s, chop, s.pick("..X...X...X...X.", "..X...X...X...Xu", "..Xu..X...Xu..X."), 62, 3, velocity=88, short=0.45)
    comp(s, s.part("piano", "drawbar", level=-3), "..X...X...X...X.", 64, 3, velocity=76, short=0.6)
    comp(s, s.part("drawbar", "rock-organ", "perc-organ", level=-4, pan=0.35, fx=("leslie",)), s.pick(".xX..xX..xX..xX.", "o.Xxo.Xxo.Xxo.Xx", ".x.x.x.x.x.x.x.x"), 60, 3,
         velocity=66, short=0.6)
    voice = singer(s, "~vocal", "~vocal-low", level=2)
    tune(s, voice, 55, 71, ("verse", "chorus"), grain=4, density=1.1, off=0.5, form=s.pick("AABA", "ABAC"), words=OPEN_VOWELS, bend=0.2, turn=(0, 0.65))
    second(s, s.part("~backing", "~vocal-duo", level=-2), voice, 2, "chorus")
    horns = s.part("brass", "trombone", "tenor-sax", "muted-trumpet", "harmonica", level=-1)
    tune(s, horns, 60, 77, ("intro", "break"), density=0.9, off=0.5, form="AABA", again=0.3)
    second(s, s.part("trumpet", "alto-sax", level=-3), horns, 2, ("intro", "break"))
    tune(s, horns, 62, 77, "chorus", density=1.2, form="AB", turn=(0.7, 1.0), rest=0.2)
    sit_out(s)


@style("Reggae", like="Electronic")
def east_dub_plate(s: Song) -> None:
    """Bass and drums in front, everything else thrown into echo and taken away again; stray vocal words, melodica-like reeds, rim shots in the dark."""
    s.set((64, 80), s.pick("minor", "dorian"), keys="A D E G C", swing=(0.1, 0.5), unit=0.5, room=("plate", "hall", "club"))
    verse = s.pick("i | i | bVII | i", "i | iv | i | iv", "i | i | v | i", "i | bVII")
    s.until(50, "verse break chorus break verse chorus", verse=f"{verse} | {verse}", chorus=f"{verse} | {verse}", **{"break": verse})
    drums(s, s.part("kit:room", "kit:standard", "~kit:808", level=1, fx=s.pick((), (), ("delay:dub",))), s.pick(STEPPERS, ONE_DROP, ROCKERS), fills="light", every=4)
    bass(s, s.part("finger-bass", "~sub-bass", "~electric-bass", "synth-bass", level=4), f"{s.pick(*REGGAE_BASS)}|{s.pick(*REGGAE_BASS)}", low=25, short=0.85)
    chop = s.part("clean-guitar", "muted-guitar", "piano", level=-1, fx=(s.pick("delay", "delay:dub"),), send=-4)
    comp(s, chop, "..X...X...X...X.", 62, 3, ("verse", "chorus"), velocity=86, short=0.4)
    comp(s, chop, s.pick("..X.............", "......X.........|................"), 62, 3, "break", velocity=92, short=0.4)
    comp(s, s.part("drawbar", "perc-organ", level=-4, fx=("delay:dub",)), [".xX..xX..xX..xX.", "..............X.|................"], 60, 3, ("chorus", "verse"), velocity=66,
         short=0.5)
    lead = s.part("harmonica", "accordion", "~reed", "trombone", "oboe", "flute", level=0, fx=("delay:dub",), send=-6)
    tune(s, lead, 62, 79, None, density=0.9, off=0.5, form="AABC", turn=(0, 0.6), rest=0.35, bend=0.2)
    if s.chance(0.65):
        tune(s, s.part("~vocal", "~vocal-low", level=0, fx=("delay:dub",)), 55, 70, ("break", "chorus"), grain=4, density=1.1, off=0.5, turn=(0, 0.4), words=OPEN_VOWELS, rest=0.3,
             form="AAB")
    if s.chance(0.5):
        pad(s, s.part("brass", "~backing", "trombone", level=-7, fx=("delay:dub",)), 60, 3, "chorus")


@style("Reggae", like="Hip-Hop")
def east_ska_and_dancehall(s: Song) -> None:
    """Either side of roots: a fast ska with walking bass and horn riffs, or a dancehall riddim in three-three-two with a toasting deejay."""
    ska = s.chance(0.5)
    s.set((112, 148) if ska else (88, 108), s.pick("major", "minor", "major") if ska else s.pick("minor", "phrygian", "major"), keys="Bb F G A C",
          swing=(0.3, 0.7) if ska and s.chance(0.6) else 0.0, room=("club", "room", "dry"))
    minor = s.scale != "major"
    verse = s.pick("i | iv | i | V", "i bVII | bVI V", "i | i | bVII | bVII") if minor else s.pick("I | IV | I | V", "I vi | ii V", "I | I | IV | V")
    s.until(46, "intro verse chorus break verse chorus", intro=verse, verse=f"{verse} | {verse}", chorus=f"{verse} | {verse}", **{"break": verse})
    if ska:
        drums(s, s.part("kit:standard", "kit:room"), {36: "..X...X~", 37: "..X...X.", 42: "xxxxxxxx", 46: ".......~"}, fills="snare", every=4)
        if s.chance(0.7):
            bass(s, s.part("upright", "finger-bass", level=1), ["R.3.5.6.", "R.5.3.a.", "R.3.5.a."], low=28)
        else:
            bass(s, s.part("finger-bass", level=1), "RR55R.a.", low=28)
        for voice in ("clean-guitar", "piano"):
            comp(s, s.part(voice, level=-1, pan=s.between(-0.5, 0.5)), ".X.X.X.X", 63, 3, velocity=88, short=0.4)
        horn = s.part("trumpet", "tenor-sax", "brass", level=1)
        tune(s, horn, 62, 79, ("intro", "chorus", "break"), density=1.4, off=0.4, form="AABA", again=0.3)
        second(s, s.part("trombone", "tenor-sax", level=0), horn, -2)
        tune(s, singer(s, "~vocal", "~vocal-duo"), 57, 71, ("verse", "chorus"), density=1.2, off=0.4, form="AABC", words=OPEN_VOWELS, turn=(0, 0.7))
        return
    drums(s, s.part("~kit:any", "kit:electronic", "kit:808", level=1),
          s.pick({36: "X..x..x.X..x..x.", 38: "...X..X....X..X.", 42: "x.x.x.x.x.x.x.x."}, {36: "X...X...X...X...", 38: "...X..X....X..X.", 82: "x~x~x~x~x~x~x~x~"},
                 {36: "X.....x...X.....", 38: "...x..X....x..X~", 70: "xxxxxxxxxxxxxxxx"}), fills="clap", every=4)
    bass(s, s.part("~saw-bass", "synth-bass", "~808-bass", level=2), ["R..R..5-........", "R..R..R.....5.a.", "R-----R.R-------"], low=26)
    comp(s, s.part("~stab", "polysynth", "drawbar", "clean-guitar", level=-1), ["..X...X...X...X.", "...X..X....X..X.", "X..x..x........."], 62, 3, velocity=84, short=0.5)
    tune(s, s.part("square-lead", "~saw-lead", "steel-drums", "~pluck", "brass", level=-2), 64, 80, ("intro", "chorus"), grain=4, density=1.1, off=0.6, form="AAAB")
    deejay = s.part("~rap-voice", "~rap-voice", "~vocal-low", level=3, fx=s.pick((), ("delay",)))
    flow(s, deejay, ("verse", "break"), low=50, busy=0.5, triplets=0.1)
    tune(s, singer(s, "~vocal", "~vocal-duo"), 57, 70, ("chorus",), grain=4, density=1.3, off=0.6, form="AABA", words=OPEN_VOWELS, again=0.4)


NEO = ("ii9 | V13 | Imaj9 | vi9", "im9 | ivm9 | bVImaj9 | V7#9", "IVmaj9 | iii7 VI7#9 | ii9 | V9sus4", "Imaj9 | iii7 bIII7 | ii9 | bIImaj9", "im11 | bVIImaj9 | bVImaj7 | v7",
       "bVImaj9 v7 | ivm9 im9")
SOUL_CHANGES = ("I | ii7 | IV/5 | I", "I iii7 | ii7 V7sus4", "I | I7 | IV | iv6", "vi | IV | I | V", "I | IV | I | IV", "i7 | iv7 | i7 | V7#9",
                "I III7 | vi I7 | IV #iv°7 | I/5 V7sus4")
SOUL_BALLAD = {36: "X....xX....x", 38: "...X.....X.~", 42: "xxxxxxxxxxxx"}
STAX = (
    {36: "X.x...X...x.X...", 38: "....X.......X..~", 42: "x.x.x.x.x.x.x.x.", 54: "....X.......X..."},
    {36: "X...x...X.x.x...", 38: "X...X...X...X...", 42: "x.x.x.x.x.x.x.x.", 54: "..x...x...x...x."},
    {36: "X.X....x..x.....", 38: "....X..o.o..X..o", 42: "x.x.x.x.x.x.x.x."})
POCKETS = ({36: "X.....xx..x.....", 38: "....X..o.~o.X..o", 42: "x.xxx.x.x.xxx.x."}, {36: "X..x......x..~..", 37: "....X.......X...", 42: "xoxxxoxoxoxxxoxo"},
           {36: "X.x....x..x....~", 38: "....X..o....X.~.", 42: "x.x.x.x.x.x.x.x."})


@style("R&B", like="Jazz")
def east_neo_soul(s: Song) -> None:
    """Behind the beat: electric piano in ninths that slide by semitone, round melodic bass, rim or lazy snare, stacked backing voices that move inside the chord."""
    s.set((68, 94), s.pick("dorian", "minor", "major"), keys="Eb Db F Ab Bb", swing=(0.2, 0.75), unit=0.5, room=("room", "plate", "dry"))
    minor = s.scale != "major"
    options = [chords for chords in NEO if chords.startswith(("im", "bVI")) == minor]
    verse, chorus = s.pick(*options), s.pick(*options)
    s.until(48, "intro verse chorus verse chorus break chorus", intro=verse, verse=f"{verse} | {verse}", chorus=f"{chorus} | {chorus}", **{"break": verse})
    drums(s, s.part("kit:standard", "~kit:lofi", "kit:room", "kit:brush", level=1, late=0.012), varied(s, s.pick(*POCKETS)), fills="light", every=4, crash=0)
    bass(s, s.part("finger-bass", "fretless", "~sub-bass", "~electric-bass", level=2, late=0.016), ["R-..x.R.5-7-..a.", "R--R..x.O.7.5-a-", "R-...R7-O-..x5a.", "R-....R-..5-3-a-"],
         low=27)
    keys = s.part("rhodes", "~fm-piano", "dx-piano", level=1, fx=s.pick(("tremolo",), ("chorus",), ()))
    comp(s, keys, ["X-----..x-..x---", "x--x--..x-----x-", "..X---..x--x----", "X-..x-..x-..x-.."], 62, 5, velocity=72, strum=0.015)
    tune(s, keys, 69, 86, ("verse", "chorus"), grain=4, density=2.0, off=0.5, form="ABCD", turn=(0.75, 1.0), rest=0.45, velocity=68)
    comp(s, s.part("jazz-guitar", "clean-guitar", "muted-guitar", level=-4, pan=0.4, fx=s.pick(("wah:phase",), ("chorus",))),
         ["....X.......X.m.", "..m.x..m..m.x...", "......x-......x-"], 66, 3, velocity=70, short=0.6)
    voice = singer(s, "~vocal", "~vocal-low", "~vocal")
    tune(s, voice, 55, 74, ("verse", "chorus"), grain=4, density=1.35, off=0.6, form="ABAC", words=OPEN_VOWELS, bend=0.35, leap=0.22)
    stack = s.part("~backing", "oohs", "~vocal-duo", level=-3)
    pad(s, stack, 65, 4, ("chorus", "break"))
    second(s, s.part("~vocal", "~backing", level=-4), voice, -2, "chorus")
    tune(s, s.part("muted-trumpet", "tenor-sax", "flute", "~saw-lead", "jazz-guitar", level=-1), 62, 81, ("intro", "break"), grain=4, density=1.2, off=0.5, form="ABAC", bend=0.25)
    sit_out(s)


@style("R&B", like="Pop")
def east_soul_revue(s: Song) -> None:
    """Sixties and seventies soul: tambourine on the backbeat, busy chromatic bass, horn section in harmony, gospel organ and turnarounds, call and response."""
    ballad = s.chance(0.35)
    s.set((58, 78) if ballad else (98, 132), s.pick("major", "major", "dorian"), keys="C F Eb G Ab", swing=s.pick(0.0, 0.3) if not ballad else 1.0, room=("room", "plate", "club"))
    minor = s.scale != "major"
    options = [chords for chords in SOUL_CHANGES if chords.startswith("i7") == minor]
    verse, chorus = s.pick(*options), s.pick(*options)
    s.until(48, "intro verse chorus verse chorus break lift", intro=chorus, verse=f"{verse} | {verse}", chorus=f"{chorus} | {chorus}", lift=raised(f"{chorus} | {chorus}"),
            **{"break": "ii7 | iii7 | IV | V7sus4" if not minor else "iv7 | v7 | bVImaj7 | V7"})
    groove = SOUL_BALLAD if ballad else varied(s, s.pick(*STAX))
    drums(s, s.part("kit:standard", "kit:room", level=0), groove, fills=s.pick("snare", "toms"), every=4, grain=3 if ballad else 4)
    bass(s, s.part("finger-bass", "pick-bass", "upright", level=2), ["R.....R..5.a", "R....RR.3.5a"] if ballad
         else ["R..R.R5.6.5.3.a.", "R.R.x.R.O.7.5.a.", "R..RR...5..5R.a.", "R.3.5.6.5.3.R.xa"], low=28, short=0.85)
    comp(s, s.part("drawbar", "rock-organ", level=-4, fx=("leslie",)), "X-----x-----" if ballad else ["X---------------", "..x...x...x...x.", "X-----x-x-------"], 63, 4,
         velocity=72)
    comp(s, s.part("clean-guitar", "~electric-guitar", level=-3, pan=-0.4), "...X.....X.." if ballad else ["....X.......X...", "x.mxx.m.x.mxx.m.", "..x.X...x.x.X..."], 66, 3,
         velocity=82, short=0.5)
    comp(s, s.part("piano", "rhodes", level=-4, pan=0.3), "xxxxxxxxxxxx" if ballad else ["x...x...x...x...", "x..x..x.x..x..x."], 62, 4, velocity=70)
    horns = s.part("trumpet", "brass", "alto-sax", level=-1)
    tune(s, horns, 64, 79, ("intro", "break"), density=1.2, off=0.5, form="AAAB", again=0.3)
    tune(s, horns, 64, 79, ("chorus", "lift", "verse"), density=1.3, off=0.6, form="AB", turn=(0.72, 1.0), rest=0.2)
    for steps, name in ((-2, "tenor-sax"), (-4, "trombone")):
        second(s, s.part(name, level=-3), horns, steps)
    voice = singer(s, "~vocal", "~vocal-low")
    tune(s, voice, 56, 75, ("verse", "chorus", "lift"), grain=3 if ballad else 2, density=1.2, off=0.5, form="ABAC", turn=(0, 0.7), words=OPEN_VOWELS, bend=0.45, leap=0.2)
    answer = s.part("~backing", "~vocal-duo", level=-1)
    tune(s, answer, 62, 74, ("chorus", "lift"), density=1.3, off=0.4, form="AAAA", turn=(0.68, 1.0), words=OPEN_VOWELS, again=0.5)
    second(s, s.part("~backing", level=-2), answer, -2)
    sit_out(s)


@style("R&B", like="Hip-Hop")
def east_slow_jam(s: Song) -> None:
    """Contemporary R&B: 808 and finger snaps, glassy electric piano, gliding bass, a melismatic singer doubled in harmony, silky pads and a key change or none."""
    s.set((58, 76) if s.chance(0.6) else (88, 108), s.pick("minor", "major", "dorian"), keys="Db Ab Eb B F", swing=s.pick(0.0, 0.0, 0.3), unit=0.5, room=("plate", "dry", "room"))
    minor = s.scale != "major"
    options = [chords for chords in (*NEO, "IVmaj7 | iii7 | ii7 | Imaj7", "vi7 V | IVmaj7 | ii7 | V7sus4",
                                     "im7 | bVImaj7 | bIIImaj7 | bVII") if chords.startswith(("im", "bVI")) == minor]
    verse, chorus = s.pick(*options), s.pick(*options)
    s.until(48, "intro verse chorus verse chorus lift", intro=verse, verse=f"{verse} | {verse}", chorus=f"{chorus} | {chorus}", lift=raised(f"{chorus} | {chorus}"))
    beat = s.pick({36: "X......x..x.....", 39: "....X.......X...", 42: "x.x.xxx.x.x.x.xx"}, {36: "X..x......x..x..", 37: "....X.......X..~", 42: "x.xxx.x.xxx.x.x."},
                  {36: "X.....x...x.....", 38: "....X.......X...", 42: "xoxoxoxoxoxoxoxo", 82: "..x...x...x...x."})
    drums(s, s.part("~kit:808", "~kit:any", "kit:electronic", "kit:808", level=1), beat, fills="clap", every=8, crash=0, swap={"intro": {39: 37}})
    bass(s, s.part("~808-bass", "~sub-bass", "synth-bass", "fretless", level=2), ["R-----..R-..5-a-", "R------R..R---a-", "R--R----..O-7-5-"], low=26)
    comp(s, s.part("dx-piano", "rhodes", "~fm-piano", "nylon", level=0, fx=("chorus",)), ["X-------x-----..", "X---x-----x-----", "x..x..x---------"], 63, 5, velocity=70,
         strum=0.02)
    broken(s, s.part("~pluck", "harp", "~fm-bell", "nylon", level=-5, fx=("delay",)), ["3..2..1...0.....", "0.1.2.3.....2..."], 70, 4, ("verse", "chorus", "lift"), ring=1.5)
    pad(s, s.part("~warm-pad", "strings", "~air-pad", "~glass-pad", level=-5), 60, 5, spread=True)
    voice = singer(s, "~vocal", "~vocal-duo", "~vocal", level=3)
    tune(s, voice, 55, 71, "verse", grain=4, density=1.6, off=0.5, form="AABC", words=OPEN_VOWELS, bend=0.25, again=0.3)
    tune(s, voice, 59, 76, ("chorus", "lift"), grain=4, density=1.3, off=0.45, form="ABAC", words=OPEN_VOWELS, bend=0.4)
    for steps in (-2, 2):
        second(s, s.part("~backing", "~vocal-duo", level=-4, pan=0.3 * steps), voice, steps, ("chorus", "lift"))
    tune(s, s.part("~vocal", level=-3, fx=("delay",)), 64, 81, ("intro", "chorus", "lift"), grain=4, density=2.0, off=0.4, form="ABC", turn=(0.7, 1.0), words=("oh", "ah", "ya"),
         rest=0.35, bend=0.3)
    if s.chance(0.3):
        flow(s, s.part("~rap-voice", level=0), "verse", low=50, busy=0.3)
    sit_out(s)
