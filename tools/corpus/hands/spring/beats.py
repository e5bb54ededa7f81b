"""Beats: hip-hop without and with a rapper, where one good loop, one good kick and one good bass note do the work."""

from __future__ import annotations

from hands.spring.craft import arp, bass, comp, drone, drums, pad, pulse, rise
from hands.spring.tunes import FLOWS, SHOUTS, TRIPLETS, rap, shadow, speak, tune
from score import Part
from song import Song, style

KNOCK = (
    "k:x..x......x.....|x..x..x...x...o. s:....X.......X..,|....X..,....X... h:x.x.x.x.x.x.x.x.", "k:x.....x..xx..... s:....X..,.,..X... h:x.xox.xox.xox.xo",
    "k:x.x.....x.x....o|x.x....x..x..... s:....X.......X... h:x.x.x.o.x.x.x.x. o:..............x.", "k:x......x..x..... s:....X..,....X.,. R:x.x.x.x.x.x.x.x.",
    "k:xo........x..x.. s:....X...,...X... h:x.x.x.x.x.xxx.x. t:....x.......x...",
)
"""Head-nod grooves with the kick early and the snare hard."""
TRAP = (
    "k:x......x..x..... c:........X....... h:x.x.x.x.x.xrx.xt", "k:x.....x.......x. s:........X....... h:xoxoxoxoxrxoxoxr|xoxoxxxtxoxoxrrr",
    "k:x..x..x...x.....|x......x.......x c:........x......x s:........X....... h:x.xxx.xxx.xtx.xx",
    "k:x.........x..x.. s:........X....... h:x.x.xrx.x.x.xtx. o:......x.........",
)
"""Half-time under running hats."""


def _loops(s: Song) -> tuple[str, ...]:
    """Four chords that a crate-digger would stop at."""
    return s.pick(("i7 | bVImaj7", "i9 | iv9"), ("iv7 | i7", "bVImaj7 | v7"), ("ii9 | V13", "Imaj9 | vi9"), ("i7 bIIImaj7 | iv7 v7", "i7 | iv7"),
        ("Imaj7 | bVIImaj7", "ii7 | iii7"))


@style("Hip-Hop", like="Rap")
def spring_hop_crate_brass(s: Song) -> None:
    """Boom-bap instrumental: a two-bar soul loop with chopped horns, knocking kit, upright bass, a scratched hook."""
    s.set((84, 98), ("dorian", "minor", "major"), keys="C F Eb G", swing=(0.3, 0.75), unit=0.5, room=("booth", "room", "club"))
    one, two = _loops(s)
    s.until(46, "loop loop hook loop", loop=f"{one} | {one}", hook=f"{two} | {two}")
    drums(s, s.part("kit:standard", "kit:room", "~kit:lofi", "~kit:linn", level=3), *KNOCK, fill=s.pick("", "soul"), every=8, crash=0.2)
    bass(s, s.part("upright", "finger-bass", "~string-bass", "synth-bass", level=1), "R__R__5___8_7___", "R_____R_..5_8_a_", "R_..R___..R_5_7_", low=29)
    keys = s.part("rhodes", "electric-grand", "vibraphone", "drawbar", "piano", fx=s.pick((), ("crush:2",), ("tone:dark",)), level=-2)
    comp(s, keys, "x_____x___......", "..x_..x___x_....", "x__x__x_........|....x_x___......", centre=62, vel=76)
    horns = s.part("brass", "trumpet", "tenor-sax", "strings", "~brass-section", "flute", fx=s.pick((), ("crush:3",), ("tone:telephone",)), level=-3)
    comp(s, horns, "X_............x_|................", "......X___......", "..x_x_..........|............x_X_", centre=67, n=3, where=s.pick(None, "hook"),
        vel=88)
    if s.chance(0.5):
        tune(s, s.part("flute", "muted-trumpet", "jazz-guitar", "~vocal", "alto-sax", level=-2, fx=("delay",)), 62, 82, where="hook", plan="AAAB", bars=1,
            busy=0.4)
    if s.chance(0.5):
        pulse(s, s.part("~scratch", level=-6), 60, "..........x.x...|........x.xx.xx.", where="hook", vel=84)


@style("Hip-Hop", like="Jazz")
def spring_hop_rain_tape(s: Song) -> None:
    """Lo-fi study beat: drowsy swung drums, seventh chords through tape, a few notes of guitar or keys, crackle."""
    s.set((66, 84), ("major", "dorian", "minor"), keys="F Bb Ab Db", swing=(0.5, 1.0), unit=0.5, room=("booth", "room", "plate"))
    prog = s.pick("ii9 | V13 | Imaj9 | vi9", "Imaj9 | iii7 | vi9 | IVmaj7", "IVmaj9 | iii7 VI7#9 | ii9 | bIImaj7", "i9 | iv9 | bVImaj9 | v7",
        "IVmaj9 | iv9 | Imaj9 | VI7b9", "i9 | bIIImaj9 | bVImaj9 | V7b9")
    s.until(46, "a a b a", a=prog, b=s.pick(prog, "IVmaj9 | iii7 | ii9 | V13"))
    drums(s, s.part("~kit:lofi", "kit:brush", "kit:jazz", "~kit:808", fx=s.pick(("crush:2",), ("tone:dark",), ())),
        "k:x.....x...x..... s:....x.......x... h:x.x.x.x.x.x.x.x.",
          "k:x......x..x..o.. r:....x.......x... h:x.xox.x.x.xox.x.", "k:x..o......x..... s:....o..,....x.,. g:x.x.x.x.x.x.x.x.",
          "k:x.......xx...... r:....x.......x..x h:..x...x...x...x.", soft=14, crash=0.0)
    bass(s, s.part("upright", "~sub-bass", "finger-bass", "fretless"), "R_______5___8_a_", "R_____R___......", "R___..5_R___..a_", low=29, vel=82)
    keys = s.part("rhodes", "~fm-piano", "piano", "nylon", "jazz-guitar", fx=s.pick(("tremolo",), ("chorus",), ("tone:dark", "chorus")), loose=0.018)
    comp(s, keys, "x_______..o_____", "x_____..o_____..", "x___..o_x_______", centre=61, n=s.pick(4, 5), strum=0.03, vel=66)
    top = s.part("~nylon-guitar", "vibraphone", "rhodes", "~vibes", "flute", "muted-trumpet", "~soft-organ", level=-2, fx=("delay",), loose=0.02)
    tune(s, top, 64, 84, plan="AABC", busy=s.between(0.2, 0.5), bars=2, grace=0.2, answer=0.6, vel=76, scale=None)
    if s.chance(0.6):
        drone(s, s.part("~crackle-hits", "~wind", "rain", level=-16), 60, again=8.0)
    if s.chance(0.3):
        pad(s, s.part("~warm-pad", "slow-strings", "~backing", level=-7), 64, 3)


@style("Hip-Hop", like="R&B")
def spring_hop_palm_whine(s: Song) -> None:
    """West-coast G-funk: slow rolling synth bass, high sine whine, clavinet chops, claps, a talk-box hum."""
    s.set((88, 101), ("minor", "dorian"), keys="C D E A", swing=(0.0, 0.4), unit=0.5, room=("club", "room", "plate"))
    prog = s.pick("i7 | i7 | iv7 | i7", "i9 | bVII | bVImaj7 | V7", "i7 | iv7", "i7 | i7 | bVI | bVII", "i9 | v7 | iv9 | iv9")
    s.until(46, "verse verse hook", verse=prog, hook=s.pick(prog, "iv7 | bVII | i7 | i7", "bVImaj7 | V7 | i7 | i7"))
    drums(s, s.part("~kit:808", "~kit:linn", "kit:electronic", "~kit:909"),
        "k:x..x....x.x..... s:....X.......X... c:....x.......x... h:x.x.x.x.x.x.x.x. t:..x...x...x...x.",
          "k:x.....xx..x..x.. s:....X.......X... h:xoxoxoxoxoxoxoxo", "k:x..x..x...x..... c:....X.......X... h:x.x.x.x.x.x.xox. b:x...x...x...x...",
          fill="machine", every=8)
    bass(s, s.part("synth-bass", "~saw-bass", "~fm-bass", "synth-bass-2", "~square-bass", level=2), "R__R..8_..7_5_7_", "R_R...R_8_7_..5a",
        "R___..R_7_8_..R_|R___..8_5_7_3_a_", low=29, slide=0.15)
    whine = s.part("~theremin", "~saw-lead", "~square-lead", "whistle", level=-2, fx=("delay",))
    tune(s, whine, 74, 93, "x___x___x_x_x___", "x_____x_x_______", "x_x_x___x_______", where=s.pick("hook", None), plan="AAAB", bars=2, vel=82,
        scale=s.pick("minor", "minor-pentatonic"))
    comp(s, s.part("clavinet", "muted-guitar", "electric-grand", "~stab", fx=s.pick((), ("wah",), ("chorus",)), level=-3), "..x...x...x...x.",
        "x..x......x..x..", "....x.x.......x.", centre=62, n=3, short=0.6)
    pad(s, s.part("~string-machine", "strings", "synth-strings", "~warm-pad", "drawbar", level=-6), 65, 3)
    if s.chance(0.6):
        tune(s, s.part("~robot", "~vocal-low", "~backing", level=-3), 50, 66, "x_x_..x___......", "..x_x_x_........", where="hook", plan="AAAB", bars=1)


@style("Hip-Hop", like="Electronic")
def spring_hop_half_time_score(s: Song) -> None:
    """Trap-soul instrumental: an orchestral or bell loop in half time, rolling hats, gliding 808, a hummed answer."""
    s.set((126, 150), ("minor", "harmonic-minor", "phrygian"), keys="C Db F E", room=("hall", "plate", "room"))
    prog = s.pick("i | i | bVI | bVI", "i | bVI | iv | V", "i | bII | i | bVII", "i | i | iv | v", "i | bIII | bVII | iv")
    s.until(46, "loop drop drop break", loop=prog, drop=prog, **{"break": prog})
    drums(s, s.part("~kit:808", "kit:808", "~kit:hard", "kit:electronic", level=2), *TRAP, where=("drop", "loop"), fill="machine", every=8, crash=0.4)
    drums(s, s.part("~kit:808", "kit:808"), "h:x.x.x.x.x.xrx.xt s:............x...", "r:....x.......x.x. h:x...x...x...x.x.", where="break")
    bass(s, s.part("~808-bass", level=3), "R______R..R_____", "R_____8_......5_", "R___..R_..R___..|R_______..7_R___", low=28, where=("drop", "loop"),
        slide=0.25)
    loop = s.part("strings", "pizzicato", "~fm-bell", "music-box", "piano", "harp", "koto", "celesta", "nylon", fx=s.pick((), ("delay",), ("tone:far",)))
    notes = tune(s, loop, 62, 84, "x___x___x___x_x_", "x_x_x___x_x_x___", "x___..x_x___....", "x__x__x___x_x___", plan="AABA", bars=2, vel=86)
    if s.chance(0.5):
        shadow(s, notes, s.part("slow-strings", "~glass-pad", "flute", "choir", level=-5), semitones=s.pick(-12, 12))
    pad(s, s.part("slow-strings", "~dark-pad", "~choir-low", "choir", "trumpet", "~air-pad", level=-5), 58, 4, spread=True)
    if s.chance(0.6):
        tune(s, s.part("~vocal", "~backing", "~vocal-low", fx=("delay", "tone:far"), level=-3), 58, 75, "x_______x___....", "....x___x_______",
            where=("drop", "break"), plan="AB", sing="soft")
    rise(s, s.part("~riser", "reverse-cymbal", level=-9), "drop")


@style("Hip-Hop", like="Disco")
def spring_hop_park_jam(s: Song) -> None:
    """Golden-age breakbeat: a fast funk break with cowbell and congas, one-chord bass riff, horn stabs, shouts and scratches."""
    s.set((100, 116), ("dorian", "mixolydian", "minor-pentatonic"), keys="E A G C", swing=(0.0, 0.45), unit=0.5, room=("room", "club", "dry"))
    prog = s.pick("i7 | i7 | i7 | i7", "I7 | I7 | I7 | bVII7", "i9 | IV9", "i7 | i7 | IV7 | i7")
    s.until(46, "a a b a", a=prog, b=s.pick("iv7 | iv7 | i7 | i7", prog, "bVI7 | V7 | i7 | i7"))
    kit = s.part("kit:standard", "kit:room", "~kit:linn", "~kit:lofi", "kit:power", level=2)
    drums(s, kit, "k:x.x.......xx....|x.x.......x..x.. s:....X..x.,..X..x h:x.x.x.x.x.x.x.x.",
        "k:x..x..x...x..... s:....X..,,,..X..o h:xoxoxoxoxoxoxo.. o:..............x.",
          "k:x.x...xx..x..... s:....X....x..X... R:x.x.x.x.x.x.x.x.", fill="soul", every=4)
    pulse(s, s.part("kit:standard", "~kit:808", level=-6), s.pick(56, 54, 70), s.pick("x...x.x.x...x.x.", "x.x.x.x.x.x.x.x.", "..x.x.x...x.x.x."))
    if s.chance(0.5):
        drums(s, s.part("kit:standard", level=-6), "Q:......xx......x. q:x.x.....x.x.x... u:...x........x...", "i:x..x..x.x..x..x. j:..x.........x...")
    bass(s, s.part("finger-bass", "slap-bass", "synth-bass", "pick-bass", level=1), "R_.R..8.7_.R..5_", "R.R...7.8...R.a.", "R__.r.5_7_8_..r.", low=28)
    comp(s, s.part("muted-guitar", "clean-guitar", "clavinet", "~electric-guitar", fx=s.pick((), ("wah",)), level=-3), "..m.x.m...m.x.mx", "x.mxm.x.x.mxm...",
        centre=64, n=3, short=0.5)
    comp(s, s.part("brass", "orchestra-hit", "~stab", "~brass-section", "tenor-sax", level=-2), "X...............|..........x.X...",
        "x..x............|................", centre=66, n=3, where=s.pick("b", None), vel=96)
    pulse(s, s.part("~scratch", level=-6), 60, "........x...x.xx|................")
    if s.chance(0.4):
        speak(s, s.part("~speech", level=-2, fx=("delay",)), 58, words=SHOUTS, chance=0.35, beats=1.6)


@style("Rap", like="Hip-Hop")
def spring_rap_corner_piano(s: Song) -> None:
    """Hardcore boom-bap: minor piano stab, gritty break, couplets without melody, a gang on the hook."""
    s.set((84, 97), ("minor", "harmonic-minor", "phrygian"), keys="C Bb D F", swing=(0.2, 0.6), unit=0.5, room=("booth", "dry", "room"))
    prog = s.pick("i | i | bVI | V", "i bII | i | i bII | i", "i | bVI", "i | iv | i | V7", "i | i | bIII | bII")
    s.until(46, "verse verse hook", verse=prog, hook=s.pick(prog, "bVI | V | i | i"))
    drums(s, s.part("~kit:lofi", "kit:standard", "kit:power", "~kit:linn", level=1), *KNOCK, fill=s.pick("", "machine"), every=8, crash=0.2)
    bass(s, s.part("finger-bass", "~sub-bass", "upright", "synth-bass"), "R__R......5___a_", "R_....R_..R___..", "R___..R_R___..7_", low=28)
    stab = s.part("piano", "strings", "harpsichord", "electric-grand", "pizzicato", "music-box", fx=s.pick((), ("crush:3",), ("tone:dark",)), level=-4)
    _stab(s, stab)
    voice = s.part("~rap-voice", "~rap-voice", "~rap-voice", "~speech", level=4, pan=0.0, send=-20)
    if voice.voice == "~speech":
        speak(s, voice, s.pick(46, 56, 66), "verse", beats=3.7)
    else:
        rap(s, voice, s.pick(43, 46, 49, 55), *FLOWS, where="verse")
    for _ in range(s.pick(1, 2)):
        rap(s, s.part("~rap-voice", "~vocal-low", level=1), s.pick(45, 50, 57), s.pick("x.x.xx..x.x.X...", "x...x.x.xx..X...", "xx.xx.x.....x.X."),
            where="hook")
    if s.chance(0.4):
        pulse(s, s.part("~scratch", level=-6), 60, "..x.x...x.xx....", where="hook")


def _stab(s: Song, part: Part) -> None:
    """The loop under a rapper: struck or picked."""
    if s.chance(0.5):
        comp(s, part, "x_..x_..x_..x_..", "x___....x_x_....", "x_x_x___........", centre=62, n=3, vel=84)
    else:
        arp(s, part, "3...2...1...2...", "1.2.3.2.4.3.2.3.", "3_1_2_3_1_2_4_2_", centre=66, n=3, vel=84)


@style("Rap", like="Electronic")
def spring_rap_night_slide(s: Song) -> None:
    """Trap and drill: triplet flow over sliding 808s, bells or dark strings, rim and off-beat snares, ad-libs."""
    s.set((132, 150), ("minor", "phrygian", "harmonic-minor"), keys="Db E F Gb", room=("plate", "room", "dry", "hall"))
    prog = s.pick("i | i | bVI | v", "i | bII", "i | iv | bVI | V", "i | i | bVII | bVI")
    s.until(46, "verse verse hook", verse=prog, hook=prog)
    drill = s.chance(0.5)
    grooves = ("k:x.....x.......x.|..x...x......... s:......x.......X. r:..x..x....x..x.. h:x..x..x.x..x..x.",
        "k:x.......x..x....|......x...x..... s:......x......... c:............X... h:x..x..x.x..xrrx.") if drill else TRAP
    drums(s, s.part("~kit:808", "kit:808", "~kit:hard", "kit:electronic"), *grooves, fill="machine", every=8, crash=0.3)
    bass(s, s.part("~808-bass", "~sub-bass", level=1), "R_____R_..8___R_|R_________5___a_", "R_______..R_R___|..R___8_____7___", low=27, slide=0.5 if drill
        else 0.15)
    loop = s.part("~fm-bell", "piano", "pizzicato", "flute", "choir", "strings", "nylon", "~square-pluck", level=-5, fx=s.pick((), ("delay",), ("tone:far",)))
    tune(s, loop, 64, 84, "x___x_x_x___x___", "x_x_x_x_x_____x_", "x_____x_x___....", plan="AAAB", vel=80)
    if s.chance(0.5):
        pad(s, s.part("~dark-pad", "slow-strings", "~choir-low", level=-9), 57, 3)
    base = s.pick(45, 48, 52, 58)
    lead = s.part("~rap-voice", "~rap-voice", "~vocal-low", level=4, pan=0.0, send=-18, fx=s.pick((), ("double",)))
    if s.chance(0.6):
        rap(s, lead, base, *TRIPLETS, where="verse", per=3)
    else:
        rap(s, lead, base, "x.xx..x.x.xx..X.", "..x.xx.xx.x.X...", "xx.x.xx.x...x.X.", where="verse")
    tune(s, s.part("~vocal", "~vocal-duo", "~rap-voice", level=3, fx=("delay",)), base + 6, base + 20, "x_x_x_x_x___x___", "xxx_x_x_x_x_....", where="hook",
        plan="AAAB", bars=1, sing="words", leap=0.1)
    pulse(s, s.part("~rap-voice", level=-3, fx=("delay",), pan=s.pick(-0.6, 0.6)), int(base) + 7, "..............x.|............x.x.", vel=92)


@style("Rap", like="Disco")
def spring_rap_block_party(s: Song) -> None:
    """Party rap: uptempo electro or bounce beat, call and answer, shouted crowd, synth hook between the couplets."""
    s.set((98, 132), ("minor", "dorian", "mixolydian"), keys="A G E Bb", swing=s.pick(0.0, 0.0, 0.35), unit=0.5, room=("club", "plate", "room"))
    prog = s.pick("i | i | i | i", "i7 | bVII", "i | i | bVI | bVII", "I7 | I7 | IV7 | I7")
    s.until(46, "verse hook verse hook", verse=prog, hook=prog)
    drums(s, s.part("~kit:808", "~kit:linn", "~kit:909", "kit:808", "kit:electronic"),
        "k:x..x..x...x..... s:....X.......X... h:x.x.x.x.x.x.x.x. b:x.x..x..x.x..x..", "k:x..x..x.x..x..x. c:....X.......X.x. h:xoxoxoxoxoxoxoxo",
          "k:x...x...x...x... s:...x..x....x..x. c:....X.......X... h:..x...x...x...x.", "k:x.....x...x..... s:....X..x.x..X... o:..x...x...x...x.",
          fill="machine", every=4)
    bass(s, s.part("~square-bass", "~saw-bass", "synth-bass", "finger-bass", "~808-bass"), "R.R...R.8.R...5.", "R..R..7.R..R..8.", "R.RR..R.7.5.R.a.", low=28)
    comp(s, s.part("~stab", "brass", "orchestra-hit", "clavinet", "~saw-poly", level=-4), "x..x..x.........", "X.......x.x.....", "..x...x...x...x.",
        centre=63, n=3, short=0.6)
    tune(s, s.part("~square-lead", "~saw-lead", "~pluck", "whistle", "tenor-sax", level=-2), 66, 86, where="hook", plan="AAAB", bars=1, busy=0.6)
    base = s.pick(46, 50, 56, 60)
    if s.chance(0.25):
        speak(s, s.part("~speech", level=3, pan=0.0), base + 6, "verse", beats=3.6)
    else:
        rap(s, s.part("~rap-voice", level=4, pan=0.0, send=-20), base, *FLOWS, "x.x.x.x.xx..X...", where="verse")
    crowd = s.part("~backing", "~rap-voice", "~vocal-duo", level=0)
    pulse(s, crowd, int(base) + 4, s.pick("x...x...x.x.x...", "..x...x.....x.x.", "x.x.....x.x....."), where="hook", vel=98)
    pulse(s, s.part("~rap-voice", level=-1, pan=0.5), int(base) + 9, "............x.x.|............x...", where="verse")
