"""Beats from the corner: Hip-Hop as loops cut from other people's nights, and Rap with a voice in front."""

from __future__ import annotations

from hands.midnight.craft import bass, beat, comp, layer, pad, picked, riff, stabs
from hands.midnight.tunes import BUSY, EASY, SPARSE, licks, rap, speak, tune
from song import Song, style

BOOM = (
    "kick X.....x...X..... / snare ....X.......X..- / hat x.x.x.x.x.x.x.x.",
    "kick X..x......X.x... / snare ....X..-....X... / hat x.xxx.x.x.x.x.xx",
    "kick X.x.......Xx.... / snare ....X.......X.-. / hat x.x.x.x.x.x.x.o. / open ..............x.",
    "kick x......xX..x.... / snare ....X..-.-..X... / ride x.x.x.x.x.x.x.x.",
)
"""Boom on one, bap on two and four."""

TRAP = (
    "kick X.....x...x..... / clap ........X....... / hat x.x.x.x.x.xxx.x.",
    "kick X..x......x...x. / snare ........X....... / clap ........X....... / hat xxx.x.x.x.x.xxxx",
    "kick X......x..x..x.. / snare ........X....-.. / hat x.x.x.x.xxxxx.x. / open ......x.........",
)
"""Half-time with machine hats."""


@style("Hip-Hop", like="Jazz")
def midnight_dusty_crate(s: Song) -> None:
    """Boom-bap instrumental: a two-bar jazz loop off a worn record, upright bass, muted trumpet phrases."""
    s.set((82, 97), ("dorian", "minor"), keys="C F Eb G", swing=(0.25, 0.75), unit=0.5, room=("booth", "room", "dry"))
    loop = s.pick("im9 | iv9", "im9 | bVImaj9 V7alt", "iim9 V13 | im9", "im9 bIIImaj7 | bVImaj7 V7#9", "im7 | %")
    s.until(45, "loop loop loop drop", loop=f"{loop} | {loop}", drop=f"{loop} | {loop}")
    s.master += ["old"] if s.chance(0.3) else []
    beat(s, s.part("~kit:lofi", "kit:standard", "kit:jazz", "~kit:linn", send=-20), *BOOM, where="loop")
    beat(s, s.part("~kit:lofi", "kit:room", level=-2), "hat x.x.x.x.x.x.x.x. / rim ....x.......x...", where="drop")
    bass(s, s.part("upright", "~string-bass", "finger-bass", fx=("tone:dark",), level=1), "1=....5.1=..8.n.", "1==..1..5=..3.n.", "1=...1.=....l.1.", low=29,
        step=0.25)
    keys = s.part("rhodes", "piano", "vibraphone", "jazz-guitar", fx=s.pick(("crush:2", "tone:far"), ("tone:telephone",), ("tremolo",)), late=0.015)
    if s.chance(0.6):
        comp(s, keys, "x==...x=..x==...", "..x=..x=..x==.x.", "x=====..x==x====", step=0.25, voices=4, centre=62)
    else:
        picked(s, keys, "b.1.3.2.f.4.3.1.", "1..2..3.4..3..2.", step=0.25, centre=64, low=48, ring=3)
    if s.chance(0.7):
        tune(s, s.part("muted-trumpet", "flute", "tenor-sax", "vibraphone", fx=("tone:far", "delay")), 60, 82, SPARSE, form="AABA", bends=0.2, force=78)
    if s.chance(0.35):
        beat(s, s.part("~scratch", level=-6), "62 ........x.x....." if s.chance(0.5) else "64 ......x.....xx..", where="drop")
    if s.chance(0.25):
        speak(s, s.part("~speech", level=-5, fx=("tone:telephone",)), "drop", every=8, rate=0.6)


@style("Hip-Hop", like="R&B")
def midnight_rainy_study_tape(s: Song) -> None:
    """Lo-fi beat: slow, tape-soft, extended chords on keys or nylon guitar, a sleepy tune, brushes of dust."""
    s.set((66, 84), ("major", "dorian", "minor"), keys="F C Ab Db", swing=(0.4, 1.0), unit=0.5, room=("booth", "room", "plate"))
    loop = s.pick("IVmaj9 | iii7 | ii9 | Imaj9", "ii9 | V13 | Imaj9 | vi9", "Imaj9 | vi9 | IVmaj7 | ivm6", "vi9 V9sus4 | IVmaj9 | iii7 VI7#9 | ii9",
        "im9 | bVImaj9 | bIIImaj7 | bVII13")
    s.until(45, "a a b", a=loop, b=loop)
    beat(s, s.part("~kit:lofi", "kit:brush", "kit:jazz", fx=("tone:dark",), late=0.012),
        "kick x......x..x..... / snare ....o.......o... / hat o.o.o.o.o.o.o.o.",
         "kick x.....x.x....... / rim ....x.......x..? / hat o.-.o.-.o.-.o.-.", "kick x..x....x.x..... / snare ....o.......o.-. / cabasa -.o.-.o.-.o.-.o.")
    chords = s.part("rhodes", "piano", "nylon", "dx-piano", "jazz-guitar", fx=s.pick(("tremolo", "tone:dark"), ("chorus", "tone:far"), ("crush:2",)),
        loose=0.015)
    comp(s, chords, "x=======....x===", "x=====..x=......", "..x=====..x=....", step=0.25, voices=5, centre=60, roll=s.pick(0.0, 0.04, 0.08), force=64)
    bass(s, s.part("finger-bass", "~sub-bass", "upright", "fretless", fx=("tone:dark",)), "1=====..1=....5.", "1==.....5==...n.", "1=........1=..8.", low=29,
        step=0.25, force=80)
    if s.chance(0.75):
        tune(s, s.part("vibraphone", "kalimba", "flute", "~square-lead", "music-box", "clean-guitar", fx=("delay", "tone:dark"), level=-3), 65, 86,
            (*SPARSE, "x=x=..x="), form="AABA",
             grace=0.15, force=66)
    if s.chance(0.4):
        pad(s, s.part("~warm-pad", "strings", "~air-pad", level=-8), 60, 4, force=50)
    if s.chance(0.4):
        crackle = s.part("~crackle-hits", "~wind", level=-14)
        for bar in s.bars():
            crackle.add(bar.start, bar.beats, 60, 60)


@style("Hip-Hop", like="R&B")
def midnight_lowrider_boulevard(s: Song) -> None:
    """West-coast cruise: whining portamento lead over rubber synth bass, claps, talk-box hook, P-funk chords."""
    s.set((88, 103), ("minor", "dorian"), keys="A D E G", swing=(0.0, 0.35), unit=0.5, room=("dry", "club", "room"))
    loop = s.pick("i7 | % | iv7 | i7", "im9 | ivm9", "i7 | bVII7 | bVI7 | V7", "i7 | IV9", "ii7 | V9")
    s.until(45, "verse hook verse hook", verse=f"{loop} | {loop}", hook=f"{loop} | {loop}")
    beat(s, s.part("~kit:808", "~kit:linn", "kit:electronic"), "kick X..x..X...x..x.. / clap ....X.......X... / hat x.x.x.x.x.x.x.x. / cow ..x..x..........",
         "kick X.....x..xX..... / snare ....X.......X... / clap ....x.......x... / hat xxx.xxx.xxx.xxx. / tamb ..x...x...x...x.", fill="claps")
    bass(s, s.part("~saw-bass", "~square-bass", "synth-bass", "slap-bass", "~fm-bass", level=1), "1.1...8.1..7.5n.", "1=...1.81=..5.7.", "1..1..8.g.1.3.5n",
        low=28, step=0.25, slide=0.12)
    lead = s.part("~saw-lead", "~theremin", "~square-lead", "saw-lead", fx=("delay",))
    tune(s, lead, 76, 96, ("x=====x=", "x==x====", "xx=x====", "..x=x==="), form="AAAB", where="hook" if s.chance(0.3) else None, legato=1.02, leaps=0.3)
    comp(s, s.part("clavinet", "rhodes", "electric-grand", "clean-guitar", fx=s.pick(("wah",), ("chorus",), ())), "..x...x...x..x..", "x..x....x..x....",
        "....x.x.....x...", step=0.25, gap=0.6)
    if s.chance(0.6):
        pad(s, s.part("~string-machine", "strings", "synth-strings", level=-6), 67, 3)
    if s.chance(0.6):
        tune(s, s.part("~robot", "~vocal-duo", "~backing", "~vocal-low"), 55, 72, ("x=x=x===", "x.xx=x=="), where="hook", form="AAAB")
    if s.chance(0.3):
        speak(s, s.part("~speech", level=-4), "verse", every=4, rate=0.35)


@style("Hip-Hop", like="R&B")
def midnight_velvet_trap_soul(s: Song) -> None:
    """Trap-soul: half-time machine drums, sliding 808, a minor guitar or bell loop, a drowsy sung hook."""
    s.set((118, 150), ("minor", "phrygian", "harmonic-minor"), keys="C E Ab B", room=("plate", "booth", "hall"))
    loop = s.pick("i | % | bVI | %", "im9 | bVImaj7 | ivm7 | v7", "i | bVI | bIII | bVII", "i | iv | bVI | V", "i | bII | i | bVII")
    s.until(45, "verse hook verse", verse=f"{loop} | {loop}", hook=f"{loop} | {loop}")
    beat(s, s.part("~kit:808", "kit:808", "~kit:minimal", "~kit:hard"), *TRAP, *(groove + " / rim ...........x...." for groove in TRAP[:2]), crash=0.3)
    rolls = s.part("~kit:808", "~kit:minimal", level=-8)
    for bar in s.bars():
        if bar.index % 2 and s.chance(0.7):
            count = s.pick(6, 8, 12)
            for turn in range(count):
                rolls.add(bar.start + 3 + turn / count, 0.1, 42, 50 + 40 * turn / count)
    bass(s, s.part("~808-bass", "~sub-bass", "synth-bass", level=2), "1=======....1=....", "1====...1=..5===", "1=========8=..1=", low=28, step=0.25,
        slide=0.3, gap=1.0)
    loopist = s.part("clean-guitar", "nylon", "music-box", "piano", "~fm-bell", "harp", "~pluck", fx=s.pick(("delay",), ("reverse",), ("tone:far", "chorus")))
    if s.chance(0.5):
        picked(s, loopist, "1.3.2.4.3.2.1.3.", "1..2..3...4..3..", "4.3.2.1.4.3.2.1.", step=0.5 if s.chance(0.5) else 0.25, centre=67)
    else:
        tune(s, loopist, 62, 84, ("xxx=x=x=", "x=x=x=xx", "x==x==x="), form="AA", bars=2, leaps=0.3)
    if s.chance(0.75):
        tune(s, s.part("~vocal", "~vocal-duo", "~vocal-low", fx=("delay",)), 55, 74, ("x=x=x===", "xxx=....", "..xxx===", "x.x.x=.."),
            where=("hook", "verse") if s.chance(0.5) else "hook", form="AABC", bends=0.25)
    pad(s, s.part("~dark-pad", "~warm-pad", "choir", "slow-strings", level=-7), 60, 3)


@style("Hip-Hop", like="Disco")
def midnight_block_party_breaks(s: Song) -> None:
    """Old-school breaks: a funk drummer's two bars round and round, horn stabs, cowbell and bongos, scratches, crowd calls."""
    s.set((98, 116), ("dorian", "minor-pentatonic", "mixolydian"), keys="E A D G", swing=(0.0, 0.3), unit=0.5, room=("room", "club", "outdoors"))
    loop = s.pick("i7 | %", "i7 | IV7", "I7 | % | bVII7 | IV7", "i7 | % | % | bIII7 IV7")
    s.until(45, "loop break loop", loop="|".join([loop] * (4 if loop.count("|") == 1 else 2)), **{"break": "i7 | % | % | %"})
    kit = s.part("kit:standard", "kit:room", "~kit:linn", "~kit:lofi", level=2)
    beat(s, kit, "kick X.x...x...x..x.. / snare ....X..-.-..X..- / hat x.x.x.x.x.x.x.x.",
        "kick x.x.......xx.... / snare ....X..x.-x.X..x / hat xxx.xxxxxxx.xxx. / open ...x............",
         "kick X..x..x...X..... / snare ....X.-.-...X.-- / ride x.x.x.x.x.x.x.x.", crash=0.5, fill="snare")
    beat(s, s.part("kit:standard", level=-4), "bongo x..xx.x.x..xx.x. / bongo2 ..x....x..x....x", "cow x.x.xx.x.x.xx.x.", "tamb ..x...x...x...x.",
        "conga ..xx....x.xx..x. / slap ....x.......x...",
         where=s.pick("break", None))
    bass(s, s.part("finger-bass", "slap-bass", "pick-bass", "~string-bass"), "1..1..7.8..5.7n.", "1.g1..3.5g.5..n.", "11..7.1...8.7.5.", low=28, step=0.25,
        gap=0.75, where="loop" if s.chance(0.6) else None)
    stabs(s, s.part("brass", "~brass-section", "synth-brass", "orchestra-hit"), 66, 4, "loop", rate=0.85)
    comp(s, s.part("muted-guitar", "clean-guitar", "clavinet", fx=s.pick(("wah",), ())), "m.mdm.umm.mdm.u.", "d..ud..u.m.mdm..", step=0.25, gap=0.4,
        where="loop")
    scratch = s.part("~scratch", level=-2)
    for bar in s.bars("break" if s.chance(0.5) else None):
        if s.chance(0.6):
            for at in s.pick((0.0, 0.5, 0.75), (2.5, 3.0, 3.5), (1.0, 1.75, 2.5, 3.0)):
                scratch.add(bar.start + at, s.pick(0.25, 0.4), s.pick(55, 60, 67), 95)
    if s.chance(0.4):
        licks(s, s.part("tenor-sax", "flute", "rock-organ", fx=("tone:far",)), 60, 82, "loop", every=8.0, lag=4.0, rate=0.7)
    if s.chance(0.4):
        speak(s, s.part("~speech", level=-3, fx=("delay",)), "break", every=4, rate=0.5)


@style("Rap", like="Hip-Hop")
def midnight_cipher_on_the_stoop(s: Song) -> None:
    """Boom-bap rap: an MC in couplets over a one-bar loop and hard drums, scratched hook, second voice on the rhymes."""
    s.set((84, 100), ("minor", "dorian", "phrygian"), keys="C D F A", swing=(0.1, 0.6), unit=0.5, room=("dry", "booth", "room"))
    loop = s.pick("i | bVI", "im7 | %", "i | bII", "im9 | ivm7", "i V7 | %")
    s.until(45, "verse verse hook", verse="|".join([loop] * 4), hook="|".join([loop] * 2))
    beat(s, s.part("~kit:lofi", "~kit:linn", "kit:standard", "kit:power"), *BOOM, crash=0.3)
    bass(s, s.part("finger-bass", "upright", "~sub-bass", "~string-bass"), "1=....1...5.n...", "1=.1=.....8.5.l.", low=28, step=0.25)
    chop = s.part("piano", "strings", "harp", "choir", "vibraphone", "harpsichord", "brass", fx=s.pick(("crush:3",), ("tone:telephone",), ("tone:far",)),
        level=-3)
    if s.chance(0.5):
        comp(s, chop, "x...x...x.x.....", "x.....x.....x...", "xx..x.....x.x...", step=0.25, gap=0.9, centre=65, voices=3)
    else:
        picked(s, chop, "1.2.3.1.2.3.4.3.", "3..2..1.3..2..4.", step=0.25, centre=67)
    voice = s.part("~rap-voice", "~rap-voice", "~speech", level=4, pan=0.0, send=-22)
    rap(s, voice, "verse", flow=s.pick("boom", "double", "boom"), pitch=s.pick(45, 48, 52, 57))
    rap(s, voice, "hook", flow="lazy", pitch=s.pick(48, 53))
    if s.chance(0.5):
        layer(s, voice, s.part("~rap-voice", level=-4, pan=0.4), s.pick(0, 5, -5), "hook", 0.9)
    beat(s, s.part("~scratch", level=-3), "60 ..x...x.x...x.xx", "62 x..x..x.....xx..", where="hook")


@style("Rap", like="Electronic")
def midnight_tower_block_drill(s: Song) -> None:
    """Drill and trap rap: skipping hats in threes, gliding 808, dark keys, a clipped triplet flow with ad-libs."""
    s.set((132, 148), ("minor", "phrygian", "harmonic-minor"), keys="C Db F Gb", room=("dry", "booth", "plate"))
    loop = s.pick("i | % | bVI | %", "i | % | bII | %", "i | iv | bVI | V", "i | % | % | bVII")
    s.until(45, "verse hook verse", verse=f"{loop} | {loop}", hook=loop)
    beat(s, s.part("~kit:808", "kit:808", "~kit:hard", "~kit:minimal"),
        "kick X..x......x..x.. x.....x.......x. / snare ......X.......X.......X.....X... / hat x..x..x.x..x..x.x..x..x.x.xxx.x.",
         "kick X.....x...x..x.. / clap ........X....... / hat xxx.xxx.x.x.xxxx / rim ...........x..x.", *TRAP)
    bass(s, s.part("~808-bass", "~sub-bass", level=2), "1=====..1=..5===1=......8=====..", "1====...1=..l=..", "1=======8=..1===", low=27, step=0.25,
        slide=0.4, gap=1.0)
    dark = s.part("piano", "choir", "strings", "~fm-bell", "pizzicato", "music-box", "flute", fx=s.pick((), ("delay",), ("tone:far",)), level=-3)
    if s.chance(0.5):
        tune(s, dark, 60, 79, ("x=x=x=x=", "xx=xx=..", "x==x==x="), form="AA", chordal=0.6)
    else:
        picked(s, dark, "1.3.2.3.1.3.4.3.", "4..3..2.", step=0.5, centre=68)
    voice = s.part("~rap-voice", level=4, pan=0.0, send=-20)
    rap(s, voice, "verse", flow=s.pick("triple", "triple", "lazy"), pitch=s.pick(43, 46, 50))
    rap(s, voice, "hook", flow=s.pick("triple", "lazy"), pitch=s.pick(50, 53))
    if s.chance(0.5):
        speak(s, s.part("~speech", level=-4, pan=-0.5, fx=("delay",)), every=4, rate=0.4)
    else:
        pad(s, s.part("~dark-pad", "strings", level=-7), 58, 3)


@style("Rap", like="Rock")
def midnight_megaphone_crossover(s: Song) -> None:
    """Shouted rap over a live band: drop-tuned unison riff, big-beat drums, two MCs trading bars, funk guitar scratches."""
    s.set((90, 112), ("minor-pentatonic", "blues", "dorian"), keys="E D G A", swing=(0.0, 0.25), unit=0.5, room=("room", "club", "arena"))
    loop = s.pick("I5 | %", "I5 | % | bIII5 | IV5", "I5 | bVII5", "I5 | % | % | bII5")
    s.until(45, "verse verse hook", verse=f"{loop} | {loop}" if "III" in loop or "II5" in loop else "|".join([loop] * 4), hook=f"{loop} | {loop}")
    beat(s, s.part("kit:power", "kit:room", "kit:standard", "~kit:hard"), "kick X..x..x...x..... / snare ....X.......X... / hat x.x.x.x.x.x.x.x.",
        "kick X.x.....x.x..x.. / snare ....X..-....X... / open x...x...x...x...", crash=0.8, fill="snare")
    line = s.pick("0=..3.0.5=3.0.x.", "00..0.3=..0.5.6=", "0=0...a=..0.3.5.", "0.x.0.x.3=5=3=0=")
    guitar = s.part("distorted", "overdriven", "~electric-guitar", fx=(s.pick("amp:high", "amp:crunch", "amp:fuzz"), "double"))
    riff(s, guitar, line, low=38, step=0.25, power=False, where="verse" if s.chance(0.3) else None)
    riff(s, s.part("pick-bass", "finger-bass", "~string-bass", fx=("amp:bass-dirt",)), line, low=26, step=0.25, power=False)
    riff(s, guitar, "0===0=..0===0===", "0=.0.0==0=.0.0==", low=38, step=0.25, where="hook")
    if s.chance(0.4):
        comp(s, s.part("clean-guitar", "~electric-guitar", fx=("amp:edge", "wah"), level=-4), "m.mdm.umm.mdm.u.", step=0.25, gap=0.3, where="verse")
    first = s.part("~rap-voice", level=5, pan=0.1, send=-20, fx=s.pick((), ("drive:3",)))
    rap(s, first, "verse", flow=s.pick("boom", "double"), pitch=s.pick(52, 56, 59), force=112)
    second = s.part("~rap-voice", "~speech", level=3, pan=-0.3)
    rap(s, second, "hook", flow="lazy", pitch=s.pick(50, 55, 60), force=116)
    if s.chance(0.4):
        layer(s, first, s.part("~rap-voice", pan=-0.4, level=-3), 7, "verse", 0.25)
    if s.chance(0.3):
        beat(s, s.part("~scratch", level=-6), "60 ..x...x.x...x.xx", where="hook")
    if s.chance(0.3):
        tune(s, s.part("~siren", "~saw-lead", level=-9), 72, 84, (BUSY[0], EASY[0]), form="AA", where="hook")
