"""Jukebox singles out of Memphis, Bakersfield, Tulsa, Nashville and the stadiums: Country from the train beat to the tailgate."""

from __future__ import annotations

from hands.autumn.craft import FILLS, SOFT_FILLS, SWUNG_FILLS, comp, drums, pad, riff, roll, walk
from hands.autumn.tunes import double, singer, tune
from song import Song, style

TWANG = ("x-x-x-x-|x-x-....", "..xxx-x-|x---....", "x-xxx-xx|x-x-x---", "x-x-xxx-|x-......")
FILL_INS = ("........|..xxxxxx", "........|....xxx-", "......xx|x-xxx---", "........|x-x-xxx-")


def pedal_steel(s: Song, low: int = 62, high: int = 84, where: str | list[str] | None = None, level: float = 0.0, gaps: bool = True) -> None:
    """A steel guitar: two strings that bend into the chord between the sung lines."""
    steel = s.part("~steel-guitar", "~electric-guitar", "steel", "clean-guitar", level=level, send=-8, fx=("amp:clean", *s.pick((), ("delay",))))
    rows = ("..x---x-|x---x---", "x---x---|x-x-x---", "....x---|x-------") if not gaps else ("........|x---x-x-", "........|..x-x---", "......x-|x---....")
    tune(s, steel, low, high, rows, where, "abac", "major-pentatonic", orn="bbbvds", rate=0.85, vel=84)
    double(s, steel, s.part(steel.voice, level=level - 1, fx=steel.fx, send=-8), 2, "major")


@style("Country", like="Rock")
def autumn_train_beat(s: Song) -> None:
    """Memphis 1955-59 and the outlaws after: boom-chick-a-boom, brushes like a freight train, a muted low-string guitar tune, a baritone who knows jail."""
    s.set((92, 126), ("major", "major", "minor", "mixolydian"), keys="E A F G C", swing=s.pick(0.0, 0.15, 0.4), unit=0.5, room=("room", "plate", "dry"))
    minor = s.scale == "minor"
    s.until(
        46, "verse verse pick",
        verse=s.pick("i | i | iv | i", "i | bVII | bVI | V7", "i | bIII | bVII | i")
        if minor
        else s.pick("I | I | IV | I | V7 | V7 | I | I", "I | I | IV | IV | V7 | V7 | I | I", "I | IV | V | I"),
        pick="i | iv | V7 | i" if minor else s.pick("I | IV | V7 | I", "IV | I | V7 | I"),
    )
    drums(
        s, s.part("kit:brush", "kit:standard", "kit:room", level=0),
        (
            "s oxoXoxoXoxoXoxoX k x...x...x...x...", "s ooXoooXoooXoooXo k x...x...x...x...", "s ..X...X...X...X. k x...x...x...x... h x.x.x.x.x.x.x.x.",
            "s oxooXoxooxooXoxo k x.......x.......",
        ),
        fills=SOFT_FILLS, every=8,
    )
    riff(
        s, s.part("upright", "pick-bass", "finger-bass", level=2),
        ("R - . . 5 - . . R - . . 5 - . a", "R - . . 5 - . . R - . . 3 - 5 -", "R - . . R - . . 5 - . . 5 - . ."), 28, turns=True,
    )
    comp(
        s, s.part("steel", "~steel-guitar", "nylon", level=1), ("..x...x...x...x.", "..xx..xx..xx..xx", "..x.x.x...x.x.x."), 58, 4, strum=0.02, gate=0.5, vel=86
    )
    twang = s.part("~electric-guitar", "clean-guitar", "muted-guitar", "overdriven", level=1, fx=("amp:edge", *s.pick((), ("delay:130",), ("tremolo",))))
    riff(
        s, twang, ("R* . 3* . 5* . 3* . R* . 3* . 5* 6* 5* 3*", "R* R* 3* 3* 5* 5* 6* 5* R* R* 3* 3* 5* 5* 3* a", "R* - 5* - R* - 5* 6* 8* - 6* - 5* - 3* -"),
        40, where=["verse"],
    )
    tune(
        s, twang, 45, 64, ("x-x-xxx-x-x-x-x-|x-x-xxx-x-------", "xxxxxxx-xxxxxxx-|x-x-x-x-x---...."), where="pick", plan="ab",
        scale="minor-pentatonic" if minor else "major-blues", orn="sb", rate=0.3,
    )
    singer(
        s, ("..x-x-x-x-x-x---|x-x-x---........", "x-x-x-x-x-x-x-x-|x---............", "..xxx-x-xxx-x-x-|x-x-x-------...."), where="verse", sing="open",
        orn="sd", rate=0.25, voices=("~vocal-low", "~vocal-low", "~vocal"), plan="abac", jump=0.12, level=3, wide=13,
    )
    if s.chance(0.35):
        comp(s, s.part("muted-trumpet", "trumpet", "~backing", level=-3), ("............x.x.|x---............",), 66, 2)
    if s.chance(0.4):
        pedal_steel(s, where="verse", level=-2)


@style("Country", like="Blues")
def autumn_honky_tonk(s: Song) -> None:
    """Texas to Bakersfield 1949-66: a four-four shuffle on a swinging bass, twin fiddles, crying steel, a barroom piano, and somebody's wife has left."""
    s.set((104, 152), "major", keys="C D E G A Bb", swing=(0.7, 1.0), room=("club", "room", "plate"))
    s.until(
        46, "verse verse turn",
        verse=s.pick("I | I | IV | IV | V7 | V7 | I | I", "I | I7 | IV | I | I | II7 | V7 | V7", "I | IV | I | V7 | I | IV | V7 | I", "I | VI7 | II7 | V7"),
        turn=s.pick("IV | IV | I | I | II7 | II7 | V7 | V7", "I | V7 | I V7 | I", "IV | I | V7 | I"),
    )
    drums(
        s, s.part("kit:standard", "kit:brush", "kit:jazz", level=0),
        ("k x...x... s ..X...X. h x.xxx.xx", "k x.x.x.x. r ..X...X. d x.xxx.xx", "k x...x... s o.Xoo.Xo h x.x.x.x.", "k x.x.x.x. s .xX..xX."),
        fills=SWUNG_FILLS, every=8,
    )
    bass = s.part("upright", "finger-bass", "pick-bass", level=1)
    if s.chance(0.5):
        walk(s, bass, skips=0.06)
    else:
        riff(s, bass, ("R - . . 5 - . .", "R - R - 5 - 5 a", "R - 3 - 5 - 6 -", "R - . . 5 - . a"), 28, turns=True)
    comp(s, s.part("steel", "~steel-guitar", "nylon", level=-1), ("..x...x.", "..x.x.xx", "x.x.x.x."), 58, 4, strum=0.02, gate=0.45)
    comp(s, s.part("honky-tonk", "piano", "bright-piano", level=-2), ("..x...x.", "x-.xx-.x", "..xx..xx"), 66, 3, gate=0.6, turns=True)
    pedal_steel(s, where=None, level=1)
    fiddle = s.part("fiddle", "violin", "~bowed", "harmonica", "~electric-guitar", level=0)
    tune(s, fiddle, 62, 84, ("xxx-x-x-|x-xxx---", "x-x-xxxx|x-x-x---", "x---x-x-|x-x-x---"), where="turn", plan="ab", orn="sdg", rate=0.5)
    if s.chance(0.6):
        double(s, fiddle, s.part(fiddle.voice, level=-1), 2, where="turn")
    lead = singer(s, TWANG, where="verse", sing="open", orn="ssdg", rate=0.45, voices=("~vocal", "~vocal-low", "~vocal-duo"), plan="abac", level=3)
    if s.chance(0.4):
        double(s, lead, s.part("~vocal-duo", "~vocal", level=-1), 2)


@style("Country", like="Jazz")
def autumn_tulsa_swing(s: Song) -> None:
    """Cain's Ballroom 1935-47: fiddles in harmony, a take-off guitar and a steel trading bars, sock rhythm on every beat, sixth chords for the dancers."""
    s.set((132, 212), "major", keys="G A C D F", swing=(0.7, 1.0), room=("club", "room", "hall"))
    s.until(
        46, "head head solo vocal",
        head=s.pick(
            "I6 | I6 | IV6 | #iv°7 | I6 | VI7 | II7 | V7", "I6 | VI7 | II7 | V7", "I6 | I7 | IV6 | iv6 | I6 | II7 V7 | I6 | V7", "III7 | VI7 | II7 | V7"
        ),
        solo=s.pick("I6 | I6 | V7 | V7 | V7 | V7 | I6 | I6", "I6 | VI7 | II7 V7 | I6", "I6 | I7 | IV6 | IV6 | I6 | VI7 | II7 V7 | I6"),
        vocal=s.pick("I6 | I6 | V7 | I6", "I6 | IV6 | V7 | I6"),
    )
    drums(
        s, s.part("kit:brush", "kit:jazz", "kit:standard", level=-2),
        ("k x...x... s ..X...X. h x.xxx.xx", "s x.Xox.Xo k x...x...", "d x.xxx.xx p ..x...x. k x.x.x.x."), fills=SWUNG_FILLS, every=8,
    )
    bass = s.part("upright", "~string-bass", level=1)
    if s.chance(0.6):
        walk(s, bass, skips=0.05)
    else:
        riff(s, bass, ("R - . . 5 - . .", "R - . . 5 - a -"), 28, turns=True)
    comp(s, s.part("steel", "~steel-guitar", "jazz-guitar", "~banjo", level=0), ("x.x.x.x.", "o.X.o.X."), 57, 4, strum=0.02, gate=0.4)
    if s.chance(0.6):
        comp(s, s.part("piano", "honky-tonk", level=-3), ("..x...x.", "x-.x.xx.", "..xx..x-"), 66, 4, gate=0.6, turns=True)
    fiddle = s.part("fiddle", "violin", level=2)
    tune(
        s, fiddle, 64, 86, ("x-x-xxx-|x-xxx---", "xxx-xxx-|xxxxx---", "x-xxx-xx|x---x-x-", "..xxx-x-|x-x-x---"), where="head", plan="aaba", orn="sdg",
        rate=0.35, jump=0.25,
    )
    double(s, fiddle, s.part("fiddle", "violin", level=1), s.pick(2, -2), where="head")
    if s.chance(0.4):
        double(s, fiddle, s.part("trumpet", "alto-sax", "clarinet", "fiddle", level=-2), -4, where="head")
    solo = s.part("~electric-guitar", "jazz-guitar", "~steel-guitar", "fiddle", "clarinet", "piano", level=2, fx=())
    tune(
        s, solo, 62, 86, ("xxxxxxx-|xxxxx-x-", "x-xxxxxx|x-x-xxx-", "..xxxxxx|xxx-x---", "xxx-xxx-|xxxxxxxx"), where="solo", plan="abcd", orn="sdg", rate=0.3,
        jump=0.22, scale="major-blues" if s.chance(0.5) else "major",
    )
    pedal_steel(s, where=["vocal", "head"], level=-1)
    singer(s, TWANG, where="vocal", sing="open", orn="sd", rate=0.35, voices=("~vocal", "~vocal-low"), level=3)
    if s.chance(0.25):
        s.master.append("old")


@style("Country", like="Pop")
def autumn_countrypolitan_waltz(s: Song) -> None:
    """Nashville 1957-72: a slow waltz (or six-eight) with slip-note piano, brushed snare, tic-tac bass, violins and a quartet behind the tears."""
    s.set((84, 126), "major", keys="C Db D F G A", beats=3.0, swing=s.pick(0.0, 0.5), room=("plate", "hall", "room"))
    s.until(
        48, "verse verse bridge",
        verse=s.pick(
            "I | I | IV | IV | V7 | V7 | I | I", "I | I7 | IV | iv | I | V7 | I | V7", "I | iii | IV | I | I | II7 | V7 | V7",
            "I | IV | I | V7 | I | IV | V7 | I",
        ),
        bridge=s.pick("IV | IV | I | I | II7 | II7 | V7 | V7", "vi | iii | IV | V7"),
    )
    drums(
        s, s.part("kit:brush", "kit:standard", level=-2), ("k x..... s ..x.x.", "k x..... r ..x.x. h xxxxxx", "k x...?. s ..xox. d x.x.x."),
        fills=("s o.", "s oo"), every=8,
    )
    riff(s, s.part("upright", "finger-bass", "pick-bass", level=1), ("R - . . . .", "R - . . 5 - | 5 - . . . .", "R - . . . . | 5 - . . a -"), 28)
    comp(s, s.part("nylon", "steel", "~steel-guitar", level=-1), ("..x.x.", "..x-x-", "..xox."), 58, 4, strum=0.03, gate=0.6, vel=74)
    keys = s.part("piano", "piano", "honky-tonk", level=0)
    tune(s, keys, 67, 86, ("......|..xxx-", "x-x-x-|x---..", "......|x-x-x-"), plan="ab", scale="major-pentatonic", orn="bbgd", rate=0.8, vel=86)
    double(s, keys, s.part("piano", level=-2), 2, "major")
    lead = singer(s, ("x-x-x-|x-----", "x---x-|x---..", "..x-x-|x-x-x-", "x-xxx-|x-----"), sing="open", orn="ssdvg", rate=0.45, plan="abac", level=3, jump=0.15)
    strings = s.part("strings", "~section", "slow-strings", level=-3)
    tune(s, strings, 67, 86, ("x-----|x-----", "x-----|x---x-"), plan="ab", vel=76)
    s.swell(strings, 60, 115, 4)
    if s.chance(0.75):
        pad(s, s.part("oohs", "choir", "~backing", "~choir", level=-4), 64, 4, where=None if s.chance(0.5) else "bridge")
    if s.chance(0.7):
        pedal_steel(s, level=0)
    if s.chance(0.35):
        double(s, lead, s.part("~vocal-duo", "~backing", level=-2), 2, where="bridge")
    if s.chance(0.3):
        roll(s, s.part("vibraphone", "harp", "~electric-guitar", level=-6), "0.1.2.", 70, 4, ring=2)


@style("Country", like="Rock")
def autumn_tailgate(s: Song) -> None:
    """Nashville 1992-2019: big drums or a snap loop, banjo rolls on power chords, steel through a delay, fiddle hooks, trucks and rivers."""
    s.set((76, 136), ("major", "mixolydian", "major"), keys="G A D E C", room=("plate", "arena", "room"))
    s.until(
        46, "verse chorus", verse=s.pick("I | IV | I | V", "vi | IV | I | V", "I | I | IV | IV", "I | V | IV | IV", "vi | I | V | IV"),
        chorus=s.pick("I | V | vi | IV", "IV | I | V | vi", "I | IV | vi | V", "I | bVII | IV | I"),
    )
    kit = s.part("kit:power", "kit:standard", "kit:room", "~kit:any", level=2)
    drums(
        s, kit,
        (
            "k x..x..x...x..... s ....X.......X... h x.x.x.x.x.x.x.x.", "k x.....x.x....... c ....X.......X... h x.x.x.xxx.x.x.x.",
            "k x...x...x...x... s ....X.......X... t ..x...x...x...x.", "s oxoXoxoXoxoXoxoX k x...x...x...x...",
        ),
        where="verse", fills=SOFT_FILLS, every=8,
    )
    drums(
        s, kit,
        (
            "k x.x.....x.x..... s ....X.......X... o x...x...x...x...", "k x..x..x.x.x..... s ....X.......X... d x.x.x.x.x.x.x.x.",
            "k x.......x.x...x. s ....X.......X... z x.......x....... t x.x.x.x.x.x.x.x.",
        ),
        where="chorus", fills=FILLS, every=4, crash=0.8,
    )
    banjo = s.part("banjo", "~banjo", "~mandolin", "steel", level=1)
    roll(s, banjo, ("2102h102210h2102", "012h012h012h0121", "20h120h120h1201h", "0.2h102h0.2h1021"), 64, 4, ring=1.2, where=None if s.chance(0.6) else "verse")
    comp(s, s.part("steel", "~steel-guitar", level=-1), ("x-..x-xx-xx-x-xx", "x-x-xxx-x-x-xxx-", "x---x-x-..x-x-x-"), 58, 4, strum=0.02)
    for side in (-0.6, 0.6):
        riff(
            s, s.part("overdriven", "distorted", "~electric-guitar", level=-1, pan=side, fx=("amp:crunch",)),
            s.pick("R - - - - - - - R - - - R - R -", "R! - R R - R R - R - R R - R R -"), 40, where="chorus", stack=(0, 7, 12),
        )
    riff(
        s, s.part("finger-bass", "pick-bass", "~sub-bass", level=1),
        ("R - R - R - R - R - R - R - 5 a", "R - - . . . R - R - - . 5 - . .", "R - - - . . R - 5 - - - . . a -"), 28,
    )
    lead = singer(
        s, ("..xxx-x-x-x-x---|..xxx-x-x---....", "x-x-xxx-x-x-x-x-|x---......x-x-..", "xxx-x-x-xxx-x---|x-x-x---........"), where="verse", sing="open",
        orn="ssd", rate=0.4, plan="aabc", level=3,
    )
    floor = 51 if "low" in lead.voice else 62
    tune(
        s, lead, floor, floor + 15, ("x---x-x-x---x-x-|x---x-x-x-------", "x-x-x-x-x---x---|x-x-x-----------", "..x-x-x-x---x-x-|x-------........"),
        where="chorus", plan="abac", sing="ya oh la we ai", orn="ssdf", rate=0.4, scale="major-pentatonic",
    )
    double(s, lead, s.part("~vocal-duo", "~backing", "~vocal", level=-2), 2, where="chorus")
    if s.chance(0.75):
        pedal_steel(s, level=0)
    fiddle = s.part("fiddle", "violin", "~mandolin", "~electric-guitar", "harmonica", level=0)
    tune(
        s, fiddle, 67, 88, ("x-xxx-x-xxx-x---|x-------........", "xxx-x-x-x-x-x---|................"), where=None if s.chance(0.3) else "chorus", plan="a.b.",
        scale="major-pentatonic", orn="sdg", rate=0.4,
    )
