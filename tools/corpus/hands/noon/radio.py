"""Pop: the song comes first, whatever the decade lends it for clothes."""

from __future__ import annotations

from hands.noon import craft, tunes
from song import Song, style


@style("Pop", like="R&B")
def noon_echo_sixties(s: Song) -> None:
    """Girl groups and beat boys of the sixties: tambourine and handclaps in a big room, strings or twelve strings, oohs behind the tune."""
    six = s.chance(0.25)
    s.set((62, 80) if six else (112, 146), "major", keys="C G F A D E", swing=s.pick(0.0, 0.0, 0.5), room=("hall", "plate", "room"))
    s.until(46, s.pick("verse verse bridge verse", "verse chorus verse chorus"), verse=s.pick("I | vi | IV | V", "I | I | vi | vi | IV | IV | V | V",
        "I | iii | IV | V", "I | II7 | IV | ivm6", "I | vi | ii | V7"), chorus=s.pick("IV | V | I | vi", "I | IV | V | IV", "vi | IV | I | V7"),
        bridge=s.pick("vi | iii | vi | iii | IV | I | II7 | V7", "IV | ivm6 | I | I7 | IV | II7 | V7 | V7"))
    kit = s.part("kit:standard", "kit:room", level=0)
    craft.beat(s, kit, s.pick("k:x....xx....x;s:...X.....X..;h:xoxxoxxoxxox", "k:x.....x.....;s:...X.....X..;t:x..x..x..x..") if six
        else s.pick("k:x..xx...;s:..X...X.;h:x.x.x.x.", "k:x..x.x..;s:..X...X.;t:..x...x.;R:x.x.x.x.", "k:x...x...;s:xoXoxoXo;t:xxxxxxxx",
        "k:x..x....;s:......X.;t:..x...x.;c:......x."), fills=4, fill=s.pick("toms", "snare"), crash=0.4)
    if s.chance(0.6):
        craft.shake(s, s.part("kit:standard", level=-4), s.pick(54, 39, 75, 70), "...x.....x.." if six else s.pick("..x...x.", "..x..xx.", "x.x.x.x."))
    craft.bass(s, s.part("finger-bass", "pick-bass", "upright", level=1), "1-.1.5-3.5.." if six
        else s.pick("1--11---", "1--35---", "1-358-53", "1--15--5", "1-1-3-5-"), legato=0.8)
    craft.comp(s, s.part("piano", "honky-tonk", "harpsichord", "electric-grand", level=-2),
        "xxxxxxxxxxxx" if six else s.pick("x.x.x.x.", "xxxxxxxx", "..x...x."), 64, 4, ring=0.8)
    craft.comp(s, s.part("clean-guitar", "steel", "~electric-guitar", level=-2), "...x.....x.." if six else s.pick("..d...d.", "d.dud.du", "..x..xx."), 62, 4,
        ring=0.4, strum=0.01)
    if s.chance(0.7):
        strings = s.part("strings", "slow-strings", "~section", level=-3)
        craft.pad(s, strings, 71, 3)
    if s.chance(0.4):
        craft.riff(s, s.part("bells", "clean-guitar", "glockenspiel", "oboe", "trumpet", level=-2),
            s.pick("5 - 3 - 5 6 5 - / . . . . . . . .", "1 2 3 - 5 - - - / . . . . 3 2 1 -", "8 - 7 - 6 - 5 - / . . . . . . . ."), 70,
            where=("chorus", "bridge", "verse"))
    voice = s.part("~vocal", "~vocal", "~vocal-duo", "~vocal-low", level=2)
    low = 53 if "low" in voice.voice else 62
    tunes.tune(s, voice, low, low + 14, "twelve" if six else "song", "AABA", 2, leap=0.2, bend=0.15)
    back = [s.part("~backing", level=-2), s.part("~backing", "oohs", level=-3), s.part("~vocal-duo", "oohs", "~backing", level=-3)]
    row = "...x--x--x--" if six else s.pick("....x-x-", "x-------", "..x-x-x-", "x-x-x---")
    tunes.choral(s, back, row, (71, 67, 62), passing=0.0)


@style("Pop", like="Electronic")
def noon_neon_synth(s: Song) -> None:
    """Synth pop of the eighties: gated snare, sequenced bass, a keyboard hook that everybody knows by the second bar, glassy chords, a tall chorus."""
    s.set((98, 138), s.pick("minor", "major", "dorian", "mixolydian"), keys="A C D E F G", room=("plate", "hall", "arena"))
    dark = s.scale in ("minor", "dorian")
    s.until(46, s.pick("hook verse chorus", "hook verse lift chorus"), hook=s.pick("i | bVI | bVII | i", "bVI | bVII | i | i", "i | bIII | bVII | iv") if dark
        else s.pick("I | V/7 | vi | IV", "IV | V | I | I", "I | bVII | IV | I"), verse=s.pick("i | i | bVII | bVII",
        "i | bVI | i | bVII") if dark else s.pick("I | I | IV | IV", "I | iii | vi | V"), lift=s.pick("iv | bVI | bVII | V", "iv | v | bVI | bVII") if dark
        else "ii | IV | V | V", chorus=s.pick("bVI | bVII | i | bIII", "i | bVII | bVI | bVII") if dark else s.pick("I | V | vi | IV", "IV | V | iii | vi"))
    kit = s.part("~kit:linn", "kit:electronic", "~kit:909", "kit:power", level=1)
    craft.beat(s, kit, s.pick("k:x.....x.x.......;s:....X.......X...;h:x.x.x.x.x.x.x.x.", "k:x...x...x...x...;s:....X.......X...;h:xoxoxoxoxoxoxoxo",
        "k:x..x..x...x.....;s:....X.......X...;c:....x.......x...;h:x.x.x.x.x.x.x.o.", "k:x.......x.x.....;s:....X.......X..g;h:xxxxxxxxxxxxxxxx"), fills=8,
        fill=s.pick("toms", "machine"), crash=0.7)
    craft.bass(s, s.part("synth-bass", "~saw-bass", "~square-bass", "~fm-bass", "finger-bass", level=1),
        s.pick("1.1.1.1.1.1.1.1.", "1.8.1.8.1.8.1.8.", "1-..1-1-..1-5-7-", "1.1.8.1.1.8.1.5.", "1--1--1-1--1--8-"), legato=0.75)
    hook = s.part("~brass-poly", "~saw-lead", "~square-lead", "polysynth", "~fm-bell", "~saw-poly", "synth-brass", level=1,
        fx=("delay",) if s.chance(0.4) else ("chorus",))
    tunes.tune(s, hook, 67, 86, ("x--x--x-x-x-x---", "x-x-x--x--x-x---", "x---x-x-xxx-x---"), "A", 2, where=("hook", "chorus"), leap=0.3)
    craft.comp(s, s.part("dx-piano", "~fm-piano", "~stab", "~pluck", "clean-guitar", level=-2, fx=("chorus",)),
        s.pick("x--x--x---x-....", "..x...x...x...x.", "x-------x---x---", "x..x..x.x..x..x."), 65, 4, ring=0.7)
    craft.pad(s, s.part("~string-machine", "~warm-pad", "~glass-pad", "synth-strings", "warm-pad", level=-5), 66, 4)
    if s.chance(0.5):
        craft.pick_strings(s, s.part("~square-pluck", "~pluck", "~chip-pulse", "muted-guitar", level=-4, fx=("delay",)),
            s.pick("0123210123212321", "0.2.1.3.0.2.1.3.", "3210321032103210"), 70, 4)
    voice = s.part("~vocal", "~vocal-low", "~vocal", "~vocal-duo", level=2)
    low = 50 if "low" in voice.voice else 60
    tunes.tune(s, voice, low, low + 12, ("x-x-xxx-x---....", "..x-x-x-x-x-....", "x---x-xxx---...."), "AABA", 1, where=("verse", "lift"), leap=0.15)
    tunes.tune(s, voice, low + 4, low + 16, ("x---x-x-x-----..", "x-x---x-x---x-..", "x--x--x---x-...."), "ABAC", 1, where="chorus", leap=0.2, hard=102)
    tunes.harmony(s, voice, s.part("~backing", "~vocal", level=-4), 2)
    if s.chance(0.25):
        tunes.solo(s, s.part("alto-sax", "overdriven", "~saw-lead", level=0, fx=("delay",)), 64, 84, ("x-xxx-x-x---....", "x-----xxx-x-x---"), where="hook",
            bend=0.4)


@style("Pop", like="Disco")
def noon_glitter_now(s: Song) -> None:
    """Dance pop of this century: four chords, ducked synths, a stripped verse, a rise and a drop made of a chopped voice, claps, doubled choruses."""
    s.set((100, 130), s.pick("minor", "major", "minor"), keys="C D F G A E", swing=s.pick(0.0, 0.0, 0.0, 0.35), unit=0.5, room=("plate", "dry", "arena"))
    loop = s.pick("vi | IV | I | V", "I | V | vi | IV", "IV | V | vi | I", "vi | V | IV | I",
        "IV | vi | I | V") if s.scale == "major" else s.pick("i | bVI | bIII | bVII", "bVI | bVII | i | i", "i | iv | bVI | bVII", "bVI | i | bVII | v")
    s.until(46, s.pick("verse rise drop", "drop verse rise drop"), verse=loop, rise=loop, drop=loop)
    kit = s.part("~kit:909", "~kit:808", "kit:electronic", "~kit:linn", level=1)
    reggaeton = s.chance(0.3)
    craft.beat(s, kit, s.pick("k:x.......x.......;c:....x.......x...", "k:x..x..x.x..x..x.;c:........x.......",
        "r:....x.......x...;k:x.........x.....;h:x.x.x.x.x.x.x.x."), where="verse", fills=0, hard=0.9)
    craft.beat(s, kit, s.pick("k:x...x...x...x...;s:x.x.x.x.xxxxxxxx", "c:x...x...x.x.xxxx;k:x...x...x...x..."), where="rise", fills=4, fill="machine")
    craft.beat(s, kit, "k:x...x...x...x...;s:...x..x....x..x.;h:..x...x...x...x." if reggaeton
        else s.pick("k:x...x...x...x...;c:....x.......x...;o:..x...x...x...x.",
        "k:x...x...x...x...;s:....X.......X...;c:....x.......x...;h:xoxoxoxoxoxoxoxo;o:..x...x...x...x."), where="drop", fills=4, fill="machine", crash=0.8)
    low = s.part("~saw-bass", "synth-bass", "~sub-bass", "finger-bass", "~fm-bass", level=1, duck=0.4)
    craft.bass(s, low, s.pick("1---------------", "1-----1-1-------", "1--1--1-........"), where="verse")
    craft.bass(s, low, s.pick("..1...1...1...1.", "1--1--1-1--1--1-", "1.1.1.1.1.1.1.1.", "..11..11..11..18", "1--1--8-..1-5-<-"), where="drop", legato=0.8)
    plucks = s.part("~pluck", "clean-guitar", "nylon", "marimba", "~fm-piano", "piano", "~square-pluck", level=0, duck=0.2)
    if s.chance(0.5):
        craft.comp(s, plucks, s.pick("x--x--x---x-....", "..x...x...x...x.", "x..x..x.x..x..x.", "x---x---x---x---"), 66, 4, ring=0.6)
    else:
        craft.pick_strings(s, plucks, s.pick("0.2.1.3.0.2.1.3.", "01230123", "0.3.2.3.1.3.2.3."), 67, 4)
    craft.comp(s, s.part("~supersaw", "~saw-poly", "~stab", "polysynth", "~supersaw", level=-1, duck=0.7),
        s.pick("x-x-x-x-x-x-x-x-", "x--x--x-x--x--x-", "x---------------"), 66, 4, where="drop", ring=0.9)
    if s.chance(0.6):
        craft.pad(s, s.part("~air-pad", "~warm-pad", "~string-machine", "strings", level=-7, duck=0.5), 69, 3)
    voice = s.part("~vocal", "~vocal", "~vocal-low", "~vocal-duo", level=2)
    low_v = 52 if "low" in voice.voice else 60
    tunes.tune(s, voice, low_v, low_v + 13, ("xxx-xxx-x-x-....", "..x-xxx-xxx-....", "x-xxx-x-xxx-x-..", "x.x.x.xxx-x-...."), "AAB", 1, where="verse",
        leap=0.15, scale="major-pentatonic" if s.scale == "major" else "minor-pentatonic")
    tunes.tune(s, voice, low_v + 3, low_v + 17, ("x---x-x-x-------", "x-x-x-x-x---x---"), "AB", 1, where="rise", leap=0.1)
    chop = voice if s.chance(0.5) else s.part("~vocal-duo", "~saw-lead", "~backing", "~square-lead", level=1, fx=("delay",))
    tunes.tune(s, chop, low_v + 5, low_v + 19, ("x..x..x.x.x.x...", "x.xx..x.x..x..x.", "x--x--x-x-x-x---"), "AAB", 1, where="drop", leap=0.3)
    tunes.harmony(s, voice, s.part("~backing", "~vocal", level=-3), s.pick(2, -3))
    craft.lift(s, s.part("~riser", "~sweep-noise", level=-9), 60, where="rise", beats=8.0)


@style("Pop", like="Classical")
def noon_piano_confession(s: Song) -> None:
    """A ballad at the piano that grows: chords in quarters or broken, cello or strings, a drum kit that enters by the chorus, a key line sung high."""
    six = s.chance(0.25)
    s.set((62, 84), s.pick("major", "major", "minor"), keys="C G F Bb Eb D A", beats=3.0 if six else 4.0, room=("hall", "plate", "room"))
    dark = s.scale == "minor"
    s.until(46, s.pick("verse chorus", "verse chorus bridge chorus"), verse=s.pick("i | bVI | bIII | bVII", "i | v | bVI | iv") if dark
        else s.pick("I | V/7 | vi | IV", "Iadd9 | iii | IV | ivm6", "I | vi | ii | Vsus4", "I | I | IVmaj7 | IVmaj7"),
        chorus=s.pick("bVI | bVII | i | bIII", "bVI | bIII | bVII | i") if dark else s.pick("IV | V | vi | I", "I | V | vi | IV", "vi | IV | I | V/7"),
        bridge="iv | bVII | bIII | V" if dark else s.pick("ii | iii | IV | V", "bVI | bVII | I | V"))
    piano = s.part("piano", "bright-piano", "electric-grand", "piano", "rhodes", level=1)
    if s.chance(0.5):
        craft.comp(s, piano, s.pick("x-x-x-", "x-x-xx") if six else s.pick("x-x-x-x-", "x---x---", "x-xxx-xx"), 65, 4, ring=0.98)
        craft.bass(s, piano, "1-----" if six else s.pick("1-------", "1-----5-", "1--1----"), low=36, legato=0.98)
    else:
        craft.pick_strings(s, piano, s.pick("b12321", "b1232.") if six else s.pick("b1232123", "b.121.32", "bf123212"), 64, 4, ring=1.9)
    kit = s.part("kit:standard", "kit:room", "kit:power", "~kit:linn", level=0)
    craft.beat(s, kit, s.pick("k:x.....;s:..X.X.;h:xxxxxx", "k:x..x..;s:...X..;R:xoxoxo") if six
        else s.pick("k:x.....x.x.......;s:....X.......X...;h:x.x.x.x.x.x.x.x.", "k:x......xx.x.....;s:....X.......X...;R:x.x.x.x.x.x.x.x.",
        "k:x.......x..x....;s:....X.......X...;o:x...x...x...x..."), where=("chorus", "bridge"), fills=4, crash=0.8)
    if s.chance(0.7):
        craft.beat(s, kit, "k:x.....;r:...x.." if six else s.pick("k:x.......x.......;r:....x.......x...",
            "k:x..x......x.....;r:........x.......;h:x.x.x.x.x.x.x.x."), where="verse", fills=0, hard=0.8)
    craft.bass(s, s.part("finger-bass", "fretless", "pick-bass", level=0), "1---5-" if six else s.pick("1-----1-1-----5-", "1---------1---<-",
        "1-------1--1----"), where=("chorus", "bridge"))
    strings = s.part("strings", "slow-strings", "~section", "cello", "~string-machine", level=-3)
    craft.pad(s, strings, 67, 3, where=("chorus", "bridge") if s.chance(0.5) else None, spread=True)
    s.swell(strings, 60, 120, 4)
    if s.chance(0.4):
        craft.pick_strings(s, s.part("steel", "clean-guitar", "harp", level=-4, fx=("chorus",)), "012321" if six else s.pick("01232123", "0.2.1.3."), 67, 4,
            where="chorus")
    voice = s.part("~vocal", "~vocal", "~vocal-low", level=2)
    low = 50 if "low" in voice.voice else 59
    tunes.tune(s, voice, low, low + 12, "three" if six else ("..x-x-x-xx-x-...", "x-x-xxx-x---....", "....xxx-x-x-x---", "x---x-x-xx------"), "AABA", 1,
        where="verse", leap=0.15, hard=86)
    tunes.tune(s, voice, low + 4, low + 18, ("x---x-", "x-----", "x-x-x-") if six else ("x-----x-x-------", "x---x---x-x-x---", "x--x--x-x-------"), "ABAC",
        1, where=("chorus", "bridge"), leap=0.25, bend=0.2, hard=104)
    if s.chance(0.6):
        tunes.harmony(s, voice, s.part("~backing", "~vocal", "oohs", level=-5), 2)


@style("Pop", like="Folk")
def noon_sunday_ukulele(s: Song) -> None:
    """A sunny tune for handclaps: ukulele or guitar strum, stomp and clap, a whistled or glockenspiel hook, tuba or upright bass, everybody sings."""
    s.set((92, 132), s.pick("major", "major", "major-pentatonic"), keys="C F G D A Bb", swing=s.pick(0.0, 0.0, 0.5, 0.7),
        room=("room", "booth", "plate", "dry"))
    s.until(46, s.pick("hook verse chorus", "hook verse hook chorus"), hook=s.pick("I | V | vi | IV", "I | IV | I | V", "I | vi | IV | V"),
        verse=s.pick("I | I | IV | I", "I | iii | IV | V", "I | vi | IV | V", "I | V | IV | I"),
        chorus=s.pick("IV | V | I | vi", "IV | I | V | vi", "I | V | vi | IV"))
    strum = s.part("~ukulele", "~ukulele", "steel", "nylon", "~steel-guitar", level=1)
    craft.comp(s, strum, s.pick("d.dud.du", "d.du.udu", "x.xxx.xx", "d.d.d.du"), 67, 4, ring=0.6, strum=0.012)
    kit = s.part("kit:standard", "kit:room", "~kit:minimal", "~kit:linn", level=0)
    craft.beat(s, kit, s.pick("k:x...x...;c:..x...x.", "k:x.x.x.x.;c:..x...x.;m:xoxoxoxo", "k:x..xx...;c:..x...xx", "k:x...x...;c:..x..xx.;t:x.x.x.x."),
        where=("hook", "verse"), fills=0)
    craft.beat(s, kit, s.pick("k:x...x...;s:..X...X.;t:x.x.x.x.;c:..x...x.", "k:x.x.x.x.;s:..X...X.;h:xxxxxxxx;c:..x...x.",
        "k:x..xx..x;s:..X...X.;h:x.x.x.x."), where="chorus", fills=4, fill="snare", crash=0.7)
    craft.bass(s, s.part("upright", "finger-bass", "tuba", "~string-bass", "synth-bass", level=1), s.pick("1---5---", "1-.15-.5", "1-1-5-5-", "1-3-5-3-"),
        legato=0.6)
    hook = s.part("whistle", "glockenspiel", "music-box", "xylophone", "kalimba", "ocarina", "trumpet", level=1)
    tunes.tune(s, hook, 72, 91, ("x-x-x---", "xxx-x---", "x-xxx-x-", "x--xx---", ".xx-x-x-"), "AABA", 1, where=("hook", "chorus"), scale="major-pentatonic",
        leap=0.25)
    if s.chance(0.6):
        craft.pick_strings(s, s.part("piano", "kalimba", "clean-guitar", "~banjo", level=-3), s.pick("0123", "02132413", "0.2.1.2."), 67, 4,
            where=("verse", "chorus"))
    voice = s.part("~vocal", "~vocal-duo", "~vocal-low", level=2)
    low = 52 if "low" in voice.voice else 60
    tunes.tune(s, voice, low, low + 12, ("xxxxx-x-", "x-xxx---", ".xxxx-x-", "x-x-xx--"), "AABA", 1, where="verse", leap=0.1)
    tunes.tune(s, voice, low + 3, low + 15, ("x-x-x---", "x---x-x-", "xx-xx---"), "AAB", 1, where="chorus", leap=0.15)
    crowd = [s.part("~backing", "~choir", level=-2), s.part("~vocal-duo", "~backing", level=-3), s.part("~vocal-low", "~choir-low", level=-4)]
    tunes.choral(s, crowd, s.pick("x-x-x---", "..x-x-x-", "x---x---"), (71, 64, 57), where="chorus", passing=0.0)
    if s.chance(0.3):
        craft.comp(s, s.part("accordion", "brass", "clarinet", level=-4), s.pick("..x...x.", "x-----x-"), 64, 3, where="chorus", ring=0.5)
