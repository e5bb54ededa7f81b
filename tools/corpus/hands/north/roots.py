"""Blues, folk, country and rock: bands of two guitars, a bass, a drummer, and somebody who sings."""

from __future__ import annotations

from hands.north.craft import MAJOR, MINOR, backing, below, comp, figure, finish, journey, pad, sung, thin, tune, walking
from hands.north.drummer import drums, hands, moved
from song import Song, style
from theory import MINOR_BLUES, TWELVE_BAR

EIGHT_BAR = ("I7 | V7 | IV7 | IV7 | I7 | V7 | I7 IV7 | I7 V7", "I7 | I7 | IV7 | IV7 | I7 | V7 | I7 | V7", "I | I7 | IV7 | #iv°7 | I7 | VI7 | II7 V7 | I7 V7")
SHUFFLES = (
    {"kick": "x...x...", "snare": "..X...X.", "hat": "XoXoXoXo"}, {"kick": "x.x.x.x.", "snare": "g.Xgg.Xg", "ride": "XxXxXxXx"}, {"kick": "x..xx...", "snare": "..X...Xg",
            "ride": "X.XxX.Xx"},
    {"kick": "x.oxx.o.", "snare": "ggXgggXg", "hat": "X.XoX.Xo"},
)
SLOW = (
    {"kick": "x....xx.....", "snare": "...X.....X..", "hat": "XooXooXooXoo"}, {"kick": "x.....x..o..", "snare": "...X.g...X.g", "ride": "XxxXxxXxxXxx"},
        {"kick": "x....xx....x", "rim": "...x.....x..", "hat": "xooxooxooxoo"},
)
BLUES_TUNE = ("x-x-x---", "..x-x-x-", ".xx-x---", "x--xx-x-", "x-xxx---", ".x-xx--.")


@style("Blues", like="Rock")
def north_shuffle_band(s: Song) -> None:
    """A bar band's shuffle: the guitar's boogie figure, a singer in calls of two bars, a harp or guitar that answers."""
    s.set((88, 142), s.pick("blues", "blues", "mixolydian"), keys="A E G C", swing=(0.85, 1.05), room=("club", "room", "booth"))
    s.until(46, s.pick("verse verse solo verse", "solo verse verse", "verse solo verse"), verse=s.pick(*TWELVE_BAR, EIGHT_BAR[1]))
    groove = s.pick(*SHUFFLES)
    drums(s, s.part("kit:standard", "kit:room", "kit:jazz"), groove, {"solo": moved(groove, hat="ride")}, fills="shuffle", every=4)
    bass = s.part("upright", "finger-bass", "pick-bass", level=-1)
    if s.chance(0.4):
        walking(s, bass, 28, 50)
    else:
        figure(s, bass, ("1.3.5.6.|8.6.5.3.", "1.1.5.5.|6.6.5.5.", "1-.11-.15-.56-.5", "1.3.5.3.", "1.1.8.8.|7.7.5.5."))
    chop = comp(s, s.part("overdriven", "clean-guitar", "jazz-guitar", level=-3, pan=-0.4), ("x.o.x.o.", "..x...x.", "x-.x....", "..x-..xo", ".x.x.x.x"), 55, 3, loud=78)
    if s.chance(0.6):
        comp(s, s.part("piano", "honky-tonk", "drawbar", level=-4, pan=0.4), ("x..x..x..x..", ".xx.xx.xx.xx", "..x..x..x..x", "x...x-..x..."), 64, 3, loud=70)
    sung(s, "verse", BLUES_TUNE, 0.88, ("harmonica", "tenor-sax", "overdriven"), scale="blues", form=s.pick("AAB", "AAC"), turns="xx..", repeat=0.35, stick=0.5)
    answer = s.part("harmonica", "overdriven", "clean-guitar", "tenor-sax", level=0.5, fx=s.pick((), ("delay",)), pan=0.25)
    tune(s, answer, 58, 82, "verse", scale="blues", density=0.55, turns=s.pick("..xx", "..x."), scoop=0.35, stick=0.4)
    tune(s, answer, 60, 86, "solo", scale="blues", density=0.6, grid=s.pick(2, 3), scoop=0.4, stick=0.4, form="AABC")
    thin(s, [chop], 0.2)
    if s.chance(0.3):
        finish(s)


@style("Blues", like="R&B")
def north_slow_blues_in_twelve(s: Song) -> None:
    """A slow blues in triplets: organ or piano, horns that swell, a guitar that cries between the singer's lines."""
    minor = s.chance(0.35)
    s.set((50, 74), "blues", keys="A C G E", swing=1.0, room=("club", "hall", "plate"))
    s.until(46, "verse solo verse", verse=s.pick(*(MINOR_BLUES if minor else TWELVE_BAR)))
    groove = s.pick(*SLOW)
    drums(s, s.part("kit:standard", "kit:room", "kit:jazz", "kit:brush"), groove, {"solo": moved(groove, hat="ride")}, fills="shuffle", every=4, crash=0.5)
    figure(s, s.part("finger-bass", "upright", "pick-bass", level=-1), ("1-----5--8-a", "1----15----a", "1--3--5--a--", "1----.5-.6-a"))
    comp(s, s.part("drawbar", "piano", "rock-organ", level=-4, fx=s.pick((), ("leslie",))), ("xxxxxxxxxxxx", "x-----x-----", "..xx-...xx-.", "x..x..x..xxx"), 62, 4, loud=70)
    if s.chance(0.45):
        comp(s, s.part("brass", "~brass-section", "tenor-sax", level=-4), ("x-----------|....xx-.....", "......x-----", "...x-....x-."), 60, 3, loud=76)
    sung(s, "verse", ("x-xx--x-----", "..xx-xx-----", "x--x-xx-x---", ".xxx--x-----"), 0.8, ("tenor-sax", "harmonica"), scale="minor-pentatonic" if minor else "blues",
         turns="xx..", form="AAB",
         stick=0.55, repeat=0.3)
    lead = s.part("overdriven", "clean-guitar", "~electric-guitar", level=1, fx=("amp:" + s.pick("edge", "crunch", "lead"), "delay"))
    tune(s, lead, 57, 86, "verse", scale="blues", density=0.6, grid=3, turns="..xx", scoop=0.55, stick=0.4)
    tune(s, lead, 60, 88, "solo", scale="blues", density=0.55, grid=3, scoop=0.6, stick=0.4, form="ABAC")


@style("Blues", like="Folk")
def north_porch_blues(s: Song) -> None:
    """One guitar whose thumb keeps time, a stamping foot, a voice, and slides on the upper strings."""
    s.set((70, 118), "blues", keys="E A G D", swing=(0.5, 1.0), room=("dry", "room", "outdoors", "booth"))
    s.until(46, "verse verse solo", verse=s.pick(TWELVE_BAR[0], EIGHT_BAR[0], EIGHT_BAR[1], "I7 | I7 | I7 | I7 | IV7 | IV7 | I7 | I7 | V7 | IV7 | I7 | I7"))
    guitar = s.part("steel", "~steel-guitar", "~electric-dark", pan=0.0)
    comp(s, guitar, ("l.4.l.34", "l.l.l.l.", "l.u.l.u.", "l4.3l.4.", "lxl.lxl."), 57, 4, loud=82)
    slide = s.part("steel", "~steel-guitar", "~electric-guitar", "harmonica", level=0.5, fx=s.pick((), ("amp:edge",)))
    sung(s, "verse", BLUES_TUNE, 0.92, ("harmonica",), voices="~vocal-low ~vocal", scale="blues", turns="xx..", form="AAB", repeat=0.4, stick=0.45)
    tune(s, slide, 57, 79, "verse", scale="blues", density=0.5, turns=s.pick("..xx", "...x"), scoop=0.75, stick=0.5)
    tune(s, slide, 59, 83, "solo", scale="blues", density=0.6, scoop=0.7, stick=0.4)
    if s.chance(0.7):
        hands(s, s.part("kit:standard", "kit:brush", level=-5), s.pick({"kick": "x.x.x.x."}, {"kick": "x...x...", "tamb": "..x...x."}, {"kick": "x.x.x.x.", "snare": "g.xgg.xg"}))
    if s.chance(0.3):
        walking(s, s.part("upright", level=-3), two=0.8)
    s.master += s.pick([], ["old"], ["live"])


# Folk.

JIGS = ("xxxxxx", "xxxx-x", "x-xxxx", "x-xx-x", "xxxx--")
REELS = ("xxxxxxxx", "x-xxxxxx", "xxxxx-xx", "x-xxx-xx", "xxx-xxxx")


@style("Folk", like="Country")
def north_fingerpicking_singer(s: Song) -> None:
    """A singer with a picked guitar; later a second voice, a bass, a fiddle or a flute."""
    three = s.chance(0.3)
    minor = s.chance(0.35)
    s.set((76, 132), "minor" if minor else "major", keys="C G D A E", beats=3.0 if three else 4.0, rubato=s.pick(0.0, 0.01), room=("dry", "room", "booth", "hall"))
    table = MINOR if minor else MAJOR
    verse = journey(s, table, 8, "v" if minor else "I")
    s.until(46, "intro verse chorus verse", intro=journey(s, table, 4), verse=verse, chorus=journey(s, table, 8, home=False))
    picks = ("l.3.l234|l.4.l243", "l3243234", "l.43l.32", "l4l3l4l2", "l.x.l32.") if not three else ("l.32.3", "l23432", "l.u.u.", "l34543")
    guitar = s.part("nylon", "steel", "~steel-guitar", "~nylon-guitar", pan=0.0)
    comp(s, guitar, picks, 59, 4, loud=78)
    leader = sung(s, ("verse", "chorus"), chance=0.92, instead=("harmonica", "flute", "fiddle"), density=s.between(0.4, 0.6), leap=0.15, turns=s.pick("", "xxx.", "xxxx"))
    if s.chance(0.5):
        below(s, [note for note in leader if any(b.start <= note.start < b.start + b.beats for b in s.bars("chorus"))], s.part("~vocal-low", "~vocal-duo", level=-2))
    if s.chance(0.45):
        figure(s, s.part("upright", "contrabass", level=-3), ("1--5--", "1-----") if three else ("1---5---", "1---5-a-", "1------a"))
    if s.chance(0.6):
        tune(s, s.part("harmonica", "fiddle", "flute", "recorder", "cello", "accordion", level=-2), 62, 84, "intro", density=0.4)
    if s.chance(0.3):
        comp(s, s.part("~mandolin", "~dulcimer", "banjo", level=-4), ("1.2.3.4.", "..u...u.") if not three else ("1.2.3.", "..u.u."), 67, 3, ("chorus", "verse"), 66)


@style("Folk", like="World")
def north_session_tunes(s: Song) -> None:
    """Jigs and reels: fiddle, whistle and box in unison, a guitar that drives, a frame drum."""
    jig = s.chance(0.45)
    s.set((112, 140) if jig else (98, 124), s.pick("major", "dorian", "mixolydian", "minor"), keys="D G A E", beats=3.0 if jig else 4.0, swing=0.0 if jig else (0.0, 0.35),
          room=("room", "club", "outdoors"))
    minor = s.scale in ("dorian", "minor")
    pool = ("i | i | bVII | bVII | i | i | bVII | i", "i | bVII | i | v | i | bVII | bVII | i") if minor else ("I | I | IV | V | I | IV | V | I",
            "I | V | IV | I | I | bVII | IV | I", "I | IV | I | V | I | IV | V | I")
    s.until(46, "A A B B", A=s.pick(*pool), B=s.pick(*pool))
    rows = JIGS if jig else REELS
    leader = tune(s, s.part("fiddle", "whistle", "flute", "accordion", "recorder", "~accordion", level=2), 62, 86, rows=rows, form=s.pick("ABAC", "AABC"), leap=0.3,
                  repeat=0.08, stick=0.5)
    for _ in range(s.pick(0, 1, 1, 2)):
        other = s.part("fiddle", "whistle", "accordion", "~mandolin", "banjo", "bagpipe", "harp", level=-2, loose=0.014)
        octave = s.pick(0, 0, -12)
        for note in leader:
            if note.start >= s.sections[1].start or s.chance(0.4):
                other.add(note.start, note.length, note.pitch + octave, note.velocity - 6)
    comp(s, s.part("steel", "~steel-guitar", "nylon", level=-3), ("x.ux.u", "x.xx.u", "l.ul.u") if jig else ("x.uux.uu", "l.u.l.uu", "x.u.x.u."), 55, 4, roll=0.012)
    if s.chance(0.65):
        hands(s, s.part("kit:standard", level=-5), {"low": s.pick("XooXoo", "XogXog", "X.gX.o") if jig else s.pick("XgogXgog", "X.ogX.og", "XgoxXgoo"),
                                                    **s.pick({}, {"tamb": "..x..x" if jig else "..x...x."})})
    if s.chance(0.35):
        pad(s, s.part("reed-organ", "cello", "bagpipe", level=-7), 50, 2)


@style("Folk", like="Country")
def north_skiffle_choir(s: Song) -> None:
    """Everybody sings: strummed guitars, banjo, washboard or a hand drum, a verse for one and a chorus for all."""
    s.set((96, 168), s.pick("major", "major", "mixolydian", "dorian"), keys="G C D A", swing=s.pick(0.0, 0.0, 0.5), room=("room", "club", "outdoors", "hall"))
    table = MINOR if s.scale == "dorian" else MAJOR
    s.until(46, "verse chorus verse chorus break", verse=journey(s, table, 8), chorus=journey(s, table, 8, end="i" if s.scale == "dorian" else "I", home=False))
    comp(s, s.part("steel", "~steel-guitar", "nylon", level=-1, fx=s.pick((), ("double",))), ("l.xul.xu", "x.xu.uxu", "l.x.l.xu", "x.ux.ux."), 57, 5, roll=0.012)
    comp(s, s.part("banjo", "~banjo", "~mandolin", "~ukulele", level=-3), ("12341234", "1.342.34", ".x.x.x.x", "..u...u."), 65, 3)
    figure(s, s.part("upright", level=-1), ("1---5---", "1-.-5-a-", "1---b---", "1-3-5-a-"))
    leader = sung(s, ("verse", "chorus"), chance=0.95, instead=("harmonica",), density=0.6, leap=0.12, repeat=0.35)
    chorus = [note for note in leader if any(b.start <= note.start < b.start + b.beats for b in s.bars("chorus"))]
    below(s, chorus, s.part("~vocal-duo", "~backing", level=-1))
    tune(s, s.part("harmonica", "fiddle", "accordion", "banjo", "whistle"), 62, 84, "break", density=0.65)
    if s.chance(0.6):
        board = s.pick({"cabasa": "xoxoxoxo"}, {"kick": "x...x...", "tamb": "..x...x."}, {"clap": "..x...x."}, {"guiro": "x.oox.oo", "kick": "x...x..."}, {"shaker": "xoXoxoXo"})
        hands(s, s.part("kit:standard", level=-5), board, s.pick(None, ("chorus", "break")))


# Country.

TRAIN = {"kick": "x...x...x...x...", "snare": "ggXgggXgggXgggXg"}
TWO_BEAT = ({"kick": "x...x...", "rim": "..x...x.", "hat": "xoxoxoxo"}, {"kick": "x...x...", "snare": "..x...x.", "hat": "x.x.x.x."}, {"kick": "x...x..o", "snare": "..X...X.",
        "hat": "xoxoxoxo"})
STORY = ("x-xx-x--", "x-x-x-x-", ".xx-x-x-", "xxx-x---", "x--xx-x-")


def steel_guitar(s: Song, where: tuple[str, ...], **more) -> None:  # noqa: ANN003
    """A pedal steel: a singing line whose notes are all slid into, and chords behind the words."""
    steel = s.part("clean-guitar", "~electric-guitar", "fiddle", level=-1, fx=("amp:clean", s.pick("delay", "chorus")), send=-8)
    tune(s, steel, 60, 84, where, density=0.32, scoop=0.9, **more)


@style("Country", like="Rock")
def north_honky_tonk(s: Song) -> None:
    """Dance hall: bass on one and three, guitar on two and four, fiddle and steel in turns, a singer with a story."""
    s.set((92, 150), "major", keys="G C D A E", swing=s.pick(0.0, 0.6, 0.9), room=("club", "room", "plate"))
    s.until(46, "intro verse chorus solo verse chorus", intro="I | IV | V | I", verse=s.pick("I | I | IV | I | I | I | V | V", "I | IV | V | I | I | IV | V | I",
                                                                                             "I | I7 | IV | IV | V | V | I | V7"),
            chorus=s.pick("IV | IV | I | I | II7 | II7 | V | V", "IV | I | V | I | IV | I | V | I"))
    groove = s.pick(*TWO_BEAT)
    drums(s, s.part("kit:standard", "kit:room", "kit:brush"), groove, {"solo": moved(groove, hat="ride")}, fills=s.pick("shuffle", "rim"), every=8, crash=0.4)
    bass = s.part("upright", "finger-bass", "pick-bass")
    figure(s, bass, ("1-.-5-.-", "1---5-a-", "1---b---"), plan={"solo": "1-3-5-a-"} if s.chance(0.5) else None)
    comp(s, s.part("steel", "~steel-guitar", level=-2), ("l.x.l.x.", "..xu..xu", "l.xul.xu"), 57, 5, roll=0.012)
    comp(s, s.part("piano", "honky-tonk", level=-5), ("..x...x.", "..xx..xx", ".x.x.x.x"), 67, 3)
    sung(s, ("verse", "chorus"), STORY, 0.95, ("fiddle",), leap=0.25, turns=s.pick("xxx.", "", "xx.x"))
    steel_guitar(s, ("intro", "chorus", "verse"), turns=s.pick("...x", "..xx"))
    tune(s, s.part("fiddle", "clean-guitar", "~electric-guitar", "~mandolin", fx=()), 62, 86, ("solo", "intro"), scale=s.pick("major-pentatonic", "major-blues"), density=0.75,
         scoop=0.25)
    if s.chance(0.4):
        backing(s, "chorus")
    if s.chance(0.3):
        finish(s)


@style("Country", like="Folk")
def north_train_song(s: Song) -> None:
    """The freight train: snare in sixteenths, boom-chicka on a muted guitar, a low voice, picked banjo."""
    s.set((96, 128), s.pick("major", "mixolydian"), keys="E A G D", room=("booth", "room", "plate"))
    s.until(46, "intro verse chorus verse chorus", intro="I | I | I | I", verse=s.pick("I | I | IV | I | I | V | I | I", "I | IV | I | V | I | IV | V | I"),
            chorus=journey(s, MAJOR, 8, "V", home=False))
    drums(s, s.part("kit:brush", "kit:standard", "kit:room", level=-1), TRAIN if s.chance(0.7) else {"kick": "x.......x.......", "snare": "xgXgxgXgxgXgxgXg"}, fills="rim",
          every=8, crash=0.2)
    figure(s, s.part("upright", "pick-bass", "finger-bass"), ("1---5---", "1---b---", "1-.-5-a-"))
    comp(s, s.part("muted-guitar", "clean-guitar", "~electric-guitar", "steel", level=-1, fx=s.pick((), ("delay:110",))), ("l.x.f.x.", "l.xul.xu", "l4x4f4x4"), 55, 4)
    sung(s, ("verse", "chorus"), STORY, 0.95, ("harmonica",), voices=s.pick("~vocal-low", "~vocal-low ~vocal"), repeat=0.4, leap=0.15)
    comp(s, s.part("banjo", "~banjo", "steel", "~mandolin", level=-3), ("1343234312343243", "1.3412341.341234", "..xu..xu..xu..xu"), 64, 4, s.pick(None, ("chorus", "intro")))
    tune(s, s.part("clean-guitar", "harmonica", "fiddle", "~electric-guitar", level=-1), 52, 74, ("intro", "chorus"), scale="major-pentatonic", density=0.6,
         turns=s.pick("..xx", "...x"), scoop=0.3)


@style("Country", like="Pop")
def north_country_waltz(s: Song) -> None:
    """Last dance: three-four or a slow four, steel and strings, a close harmony in the chorus."""
    three = s.chance(0.65)
    s.set((82, 126) if three else (66, 90), "major", keys="C D G F A", beats=3.0 if three else 4.0, swing=0.0 if three else s.pick(0.0, 0.8), room=("plate", "club", "hall"))
    s.until(46, "verse chorus solo chorus", verse=journey(s, MAJOR, 8, "V7"), chorus=s.pick("IV | IV | I | I | V7 | V7 | I | I", "IV | V | I | vi | ii | V7 | I | I"))
    groove = {"kick": "x.....", "rim": "..x.x.", "hat": "x.x.x."} if three else {"kick": "x...x..o", "rim": "..x...x.", "hat": "xoxoxoxo"}
    drums(s, s.part("kit:brush", "kit:standard", "kit:room", level=-2), groove, fills="rim", crash=0.3)
    figure(s, s.part("upright", "finger-bass"), ("1-----", "1---a-", "1---5-") if three else ("1---5---", "1--15-a-"))
    comp(s, s.part("steel", "nylon", "~steel-guitar", level=-2), ("l.x.x.", "l.xux.", "l.3.4.") if three else ("l.x.l.xu", "l3x3f3x3"), 58, 4, roll=0.02)
    leader = sung(s, ("verse", "chorus"), chance=0.95, instead=("harmonica", "fiddle"), density=0.45, scoop=0.3, leap=0.25)
    below(s, [note for note in leader if any(b.start <= note.start < b.start + b.beats for b in s.bars("chorus"))], s.part("~vocal-duo", "~vocal", level=-2))
    steel_guitar(s, ("verse", "chorus"), turns=s.pick("...x", "..xx"))
    tune(s, s.part("fiddle", "clean-guitar", "piano", "harmonica"), 62, 84, "solo", density=0.45, scoop=0.5)
    if s.chance(0.5):
        pad(s, s.part("strings", "slow-strings", "drawbar", level=-7), 62, 3, s.pick(None, "chorus"))
