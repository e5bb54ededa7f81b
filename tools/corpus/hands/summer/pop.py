"""Pop: songs for a voice, arranged from the guitar outwards."""

from __future__ import annotations

from hands.summer import craft, fret, sing
from song import Song, style
from theory import SCALES


@style("Pop", like="Rock")
def summer_jangle(s: Song) -> None:
    """Sixties jangle pop: a chiming twelve-string figure, handclaps, harmonies, a middle eight that wanders off."""
    s.set((112, 148), ("major", "major", "mixolydian"), keys="D G A C E F", room=("room", "plate", "club"))
    s.until(
        44,
        "intro verse chorus verse chorus middle chorus",
        intro=s.pick("I | IV", "I | bVII"),
        verse=s.pick(
            "I | vi | IV | V | I | vi | ii | V",
            "I | iii | IV | iv | I | vi | ii | V",
            "I | bVII | IV | V | I | bVII | IV | V",
            "I | V | IV | V | I | V | ii | V",
        ),
        chorus=s.pick("IV | V | I | vi | IV | V | I | I", "I | IV | I | V | I | IV | V | I", "vi | ii | V | I | vi | II | IV | V"),
        middle=s.pick("iv | I | iv | I | II | II | V | V", "vi | iii | vi | iii | ii | ii | V | V", "bIII | bVII | IV | I | bIII | bVII | V | V"),
    )
    for octave, level in ((0, 0), (12, -5)):
        chime = s.part("clean-guitar", "steel", "~steel-guitar", "~electric-guitar", pan=-0.4, level=level, fx=s.pick(("chorus",), ("amp:clean",), ()))
        fret.pick(s, chime, s.pick("3 2 1 2 3 1 2 1", "3 1 2 1 3 1 2 1", "32 . 1 2 3 . 1 2"), "guitar", shift=octave, ring=1.8)
    fret.strum(s, s.part("steel", "clean-guitar", pan=0.5), s.pick("D-DuD-Du", "D-du.udu", "..T...T."), vel=80)
    craft.bass(s, s.part("pick-bass", "finger-bass"), s.pick("R--R5--5", "R-R-5-6-", "R-5-8-5a", "R-.RR-a-"), low=28)
    kit = s.part("kit:standard", "kit:room")
    craft.beat(
        s,
        kit,
        s.pick("k x..xx... / s ..X...X. / h xxxxxxxx", "k x...x.x. / s ..X.X.X. / r xxxxxxxx", "k x..xx.x. / s ..X...X. / h x.x.x.x.")
        + s.pick("", " / j x.X.x.X.", " / l ..x...x."),
        fills=8,
    )
    lead = s.part("~vocal", "~vocal-duo", "~vocal-low", level=3)
    sing.tune(s, lead, 57, 72, ("verse", "middle"), plan="AABC", rest=0.22)
    sing.tune(s, lead, 60, 76, "chorus", plan="ABAC", rest=0.15)
    sing.second(s, s.part("~backing", "~vocal-duo", level=-2), lead, 2, "chorus", "major")
    if s.chance(0.6):
        craft.pad(s, s.part("~backing", "oohs", level=-5), ("verse", "middle"), voices=3)
    if s.chance(0.3):
        sing.tune(s, s.part("harmonica", "trumpet", "oboe", "harpsichord", "sitar"), 65, 84, ("intro", "middle"), plan="A", rest=0.1)


@style("Pop", like="Folk")
def summer_ukulele_beach(s: Song) -> None:
    """Sunny acoustic pop: island strums, whistling, finger snaps, a light half-spoken voice over four friendly chords."""
    s.set((84, 122), "major", keys="C F G D A Bb", swing=s.pick(0.0, 0.5, 0.8), unit=0.5, room=("dry", "room", "booth"))
    s.until(
        44,
        "hook verse chorus verse chorus hook",
        verse=s.pick("I | V | vi | IV", "I | iii | IV | V", "I | vi | ii | V", "I | III7 | vi | IV") + s.pick(" | I | V | IV | V", " | I | vi | IV | V"),
        chorus=s.pick("IV | V | I | vi | IV | V | I | I7", "I | V | vi | IV | I | V | IV | iv", "vi | IV | I | V | vi | IV | I | V"),
        hook=s.pick("I | V | vi | IV", "I | vi | IV | V"),
    )
    fret.strum(s, s.part("~ukulele", "~ukulele", "nylon", "steel", pan=0.2), s.pick("D-DuXuDu", "D--uX-du", "D.DUX.uD.uDUX.uD", "D-DU.UDU"), "ukulele", vel=86)
    fret.pick(s, s.part("nylon", "steel", "~nylon-guitar", pan=-0.4, level=-2), s.pick("B . 2 . 1 . 2 .", "B 2 1 2 B 2 1 2"), "guitar", "verse")
    kit = s.part("kit:standard", "~kit:minimal", "kit:brush", "kit:room")
    craft.beat(
        s,
        kit,
        s.pick("k x...x... / l ..x...x. / m xoxoxoxo", "k x..x.... / x ..x...x. / a xoxxxoxx", "k x...x...x...x... / l ....X.......X... / j ..x...x...x...x."),
        fills=0,
        crash=0.1,
    )
    craft.beat(s, kit, "h .x.x.x.x / k ...x..x.", "chorus", crash=0)
    craft.bass(s, s.part("upright", "finger-bass", "~electric-bass"), s.pick("R---5---", "R-.R--5-", "R--R5-a-"), low=28)
    whistle = s.part("whistle", "glockenspiel", "~flute", "ocarina", "kalimba", "trumpet", level=1)
    sing.tune(s, whistle, 69, 88, "hook", plan="AABA" if s.chance(0.5) else "AB", feel="sync", rest=0.2, scale="major-pentatonic")
    lead = s.part("~vocal", "~vocal", "~vocal-duo", level=3)
    sing.tune(s, lead, 57, 69, "verse", plan="AABA", feel="talk", rest=0.2, scale="major-pentatonic", leap=0.1)
    sing.tune(s, lead, 60, 74, "chorus", plan="ABAB", feel="sync", rest=0.15, scale="major-pentatonic")
    sing.second(s, s.part("~vocal-duo", "~backing", level=-2), lead, 2, "chorus", "major")
    if s.chance(0.4):
        craft.comp(s, s.part("piano", "accordion", "rhodes", level=-4), "x-..x-..", "chorus", centre=65)


@style("Pop", like="Electronic")
def summer_neon_eighties(s: Song) -> None:
    """Eighties synth-pop: a machine's gated snare, octave bass, chorused guitar in muted eighths, a big plain hook."""
    s.set((102, 132), ("major", "minor", "dorian"), keys="A C F D E Gb", room=("plate", "hall", "arena"))
    prog = craft.by_mode(
        s,
        ("IV | V | vi | I", "I | V | vi | IV", "vi | IV | I | V", "I | ii | IV | V"),
        ("i | bVI | bIII | bVII", "i | bVII | bVI | bVII", "bVI | bVII | i | i"),
    )
    s.until(
        46,
        "hook verse pre chorus hook verse pre chorus",
        hook=prog,
        verse=craft.by_mode(
            s, ("I | I | vi | vi | IV | IV | V | V", "I | iii | IV | V"), ("i | i | bVII | bVII | bVI | bVI | bVII | bVII", "i | iv | bVII | i")
        ),
        pre=craft.by_mode(s, ("ii | iii | IV | V",), ("iv | v | bVI | bVII",)),
        chorus=prog + " | " + prog,
    )
    kit = s.part("~kit:linn", "~kit:909", "kit:electronic", "kit:power")
    craft.beat(
        s,
        kit,
        s.pick("k x...x...x...x... / s ....X.......X...", "k x..x..x...x..x.. / s ....X.......X...", "k x.....x.x....... / s ....X.......X...")
        + s.pick(" / h x.x.x.x.x.x.x.x.", " / h xoxoxoxoxoxoxoxo", " / o ..x...x...x...x.")
        + s.pick("", " / l ....x.......x...", " / w ..x..x....x.x..."),
        fills=4,
    )
    craft.bass(s, s.part("synth-bass", "~saw-bass", "~fm-bass", "slap-bass"), s.pick("R8R8R8R8", "RRRRRRRR", "R-.RR-8-", "R.8.R.8.R.8.R.8."), low=29)
    fret.strum(
        s,
        s.part("muted-guitar", "clean-guitar", "~electric-guitar", pan=0.5, level=-3, fx=("chorus", "delay")),
        s.pick("MMMMMMMM", "M.MM.MM.", "..T...T."),
        "top",
        ("verse", "chorus"),
        fret=5,
        vel=82,
    )
    craft.pad(s, s.part("~warm-pad", "synth-strings", "~string-machine", "~glass-pad", "warm-pad", level=-4))
    brass = s.part("~brass-poly", "polysynth", "synth-brass", "~saw-poly", "dx-piano")
    craft.comp(s, brass, s.pick("X--X--X-........", "..x.x.x---......", "X-..X-..x-x-x-.."), ("hook", "chorus"), centre=67, vel=88)
    sing.tune(s, s.part("saw-lead", "square-lead", "dx-piano", "~fm-bell", "bells", level=1), 67, 86, "hook", plan="AB", feel="sync", rest=0.1)
    lead = s.part("~vocal", "~vocal-duo", "~vocal-low", level=3)
    sing.tune(s, lead, 55, 69, ("verse", "pre"), plan="AAB", rest=0.25)
    sing.tune(s, lead, 60, 76, "chorus", plan="AABA", feel="sync", rest=0.15)
    sing.second(s, s.part("~backing", "~vocal-duo", level=-2), lead, 2, "chorus")
    if s.chance(0.3):
        sing.tune(s, s.part("alto-sax", "tenor-sax", level=2), 60, 81, "hook", plan="AB", feel="sync", rest=0.15, bend=0.4)


@style("Pop", like="R&B")
def summer_lighter_ballad(s: Song) -> None:
    """A power ballad: piano or picked acoustic alone with the voice, then drums, strings and a key that lifts at the end."""
    s.set((62, 88), "major", keys="C Ab Eb G D Bb", room=("hall", "plate", "arena"))
    s.until(
        52,
        "verse chorus verse chorus lift",
        verse=s.pick("I | V/7 | vi | IV | I | V | IV | V", "I | iii | IV | V | vi | iii | IV | V", "I | I/3 | IV | iv | I | V/7 | vi | V"),
        chorus=s.pick("IV | V | iii | vi | ii | V | I | I", "I | V | vi | IV | I | V | IV | V", "vi | IV | I | V | vi | IV | ii | V"),
        lift=s.pick("II | VI | vii | V | II | VI | V | VI", "II | VI/b2 | vii | V | II | VI | V | VI"),
    )
    keys = s.part("piano", "bright-piano", "dx-piano", "rhodes")
    if s.chance(0.5):
        craft.arp(s, keys, s.pick("01232123", "01232321", "02132132"), 0.5, centre=64)
    else:
        craft.comp(s, keys, s.pick("x-x-x-x-", "x-o-x-o-", "X---x-x-"), centre=64, voices=4)
    for span in s.chords():
        keys.add(span.start, span.length, 36 + (span.chord.bass - 36) % 12, 76)
    fret.pick(
        s,
        s.part("steel", "nylon", "clean-guitar", "~steel-guitar", level=-3, pan=-0.4, fx=("chorus",)),
        s.pick("B 3 2 1 2 3 2 1", "B . 3 2 1 2 3 ."),
        "guitar",
        ("verse", "chorus"),
    )
    kit = s.part("kit:room", "kit:power", "kit:standard")
    craft.beat(s, kit, s.pick("k x......x..x..... / x ....x.......x... / h x.x.x.x.x.x.x.x.", "k x.......x....... / x ....o.......o..."), "verse", crash=0)
    craft.beat(
        s,
        kit,
        s.pick("k x......xx..x....", "k x.x.....x.x.....", "k x..x....x.......")
        + " / s ....X.......X... / "
        + s.pick("h x.x.x.x.x.x.x.x.", "r x...x...x...x...", "o x...x...x...x..."),
        ("chorus", "lift"),
        fills=4,
        shape="toms",
    )
    craft.bass(s, s.part("finger-bass", "fretless", "pick-bass"), s.pick("R------R5---", "R-----R-----R-5-", "R-----5-"), low=28)
    strings = s.part("strings", "slow-strings", "~section", level=-3)
    craft.pad(s, strings, ("chorus", "lift"), centre=66, voices=4)
    s.swell(strings, 70, 115, 4, ("chorus", "lift"))
    fret.power(s, s.part("overdriven", "distorted", "~electric-guitar", level=-4, pan=0.5, fx=("amp:lead",)), "X-------", "lift")
    lead = s.part("~vocal", "~vocal", "~vocal-low", level=3)
    sing.tune(s, lead, 53, 67, "verse", plan="AABC", feel="talk", rest=0.3)
    sing.tune(s, lead, 58, 75, "chorus", plan="ABAC", feel="song", rest=0.15, bend=0.2)
    lifted = s.tonic
    s.tonic = (s.tonic + 2) % 12
    sing.tune(s, lead, 60, 77, "lift", plan="ABAC", feel="song", rest=0.15, bend=0.2, vel=100)
    s.tonic = lifted
    craft.pad(s, s.part("~backing", "choir", level=-4), "lift", voices=3)
    if s.chance(0.4):
        fret.solo(s, s.part("overdriven", "~electric-guitar", level=0, fx=("amp:lead", "delay")), 62, 84, "lift", "major-pentatonic", bends=0.5, rest=0.6)


@style("Pop", like="Electronic")
def summer_phone_pop(s: Song) -> None:
    """Streaming-age pop: a palm-muted guitar loop, sub bass, snaps, a murmured verse and a chopped vocal hook as chorus."""
    s.set((88, 126), ("minor", "major", "dorian"), keys="C D Gb A E B F", room=("dry", "booth", "plate"))
    loop = craft.by_mode(
        s,
        ("vi | IV | I | V", "I | iii | vi | IV", "IV | V | vi | iii", "IVmaj7 | I | V | vi"),
        ("i | bVI | bIII | bVII", "bVI | bVII | i | v", "i | iv | bVI | v", "i | bIII | bVII | IV"),
    )
    s.until(44, "verse pre drop verse pre drop", verse=loop + " | " + loop, pre=loop, drop=loop + " | " + loop)
    guitar = s.part("muted-guitar", "clean-guitar", "nylon", "~electric-guitar", "~nylon-guitar", "kalimba", pan=0.2, fx=s.pick((), ("delay",), ("tone:thin",)))
    fret.pick(
        s,
        guitar,
        s.pick("3 . 2 1 . 2 3 . | 3 . 2 1 . 2 1 .", "B . 3 . 2 3 . 1 . 2 3 . 2 . 1 .", "31 . . 2 . 3 1 .", "3 2 1 3 2 1 3 2"),
        "top",
        ring=1.0,
        fret=s.pick(0, 5, 7),
    )
    kit = s.part("~kit:any", "~kit:minimal", "~kit:808", "kit:electronic")
    craft.beat(
        s,
        kit,
        s.pick("k x.......x....... / l ....X.......X...", "k x..x..x...x..... / x ....X.......X...", "k x...........x... / l ....x.......x..."),
        "verse",
        crash=0,
    )
    craft.beat(s, kit, s.pick("k x...x...x...x... / l ....x.......x...", "f x...x...x..xx.x. / l ....x.......x..."), "pre", fills=4, crash=0)
    craft.beat(
        s,
        kit,
        s.pick(
            "k x..x..x.x..x..x. / l ....X.......X... / h x.x.x.x.x.x.x.xx",
            "k x...x...x...x... / l ....X.......X... / o ..x...x...x...x.",
            "k x..x...x..x..... / s ....X..X....X... / h xxxxxxxxxxxxxxxx",
        )
        + s.pick("", " / x ..o..o....o..o.."),
        "drop",
        fills=8,
    )
    craft.bass(
        s,
        s.part("~sub-bass", "~808-bass", "~saw-bass", "synth-bass-2", "finger-bass"),
        s.pick("R-----R-........", "R--R--R---R-----", "R-------R---5---"),
        low=28,
    )
    craft.comp(
        s,
        s.part("~pluck", "~stab", "~saw-poly", "~supersaw", "piano", level=-3, duck=0.5),
        s.pick("x..x..x...x..x..", "X-----x---x-x---", "..x...x...x...x."),
        "drop",
        centre=66,
        gap=0.7,
    )
    if s.chance(0.6):
        craft.pad(s, s.part("~air-pad", "~warm-pad", "~glass-pad", level=-6, duck=0.4), ("pre", "drop"))
    lead = s.part("~vocal", "~vocal", "~vocal-duo", level=3)
    sing.tune(
        s,
        lead,
        55,
        66,
        ("verse", "pre"),
        plan="AABA",
        feel="talk",
        rest=0.2,
        leap=0.08,
        scale="minor-pentatonic" if 3 in SCALES[s.scale] else "major-pentatonic",
    )
    chop = s.part("~vocal", "~robot", "~vocal-duo", level=2, fx=s.pick(("delay",), ("crush",), ()))
    sing.tune(s, chop, 64, 81, "drop", plan="AAAB", feel="talk", rest=0.05, gap=0.6, leap=0.35)
    sing.tune(s, s.part("~backing", level=-3), 60, 72, "drop", plan="AB", feel="slow", rest=0.2)
