"""Blues, folk and country."""

from __future__ import annotations

from hands.east.craft import BRUSHES, bass, broken, comp, drums, hold, inner, merged, pad, raised, sit_out, varied, walk
from hands.east.tunes import OPEN_VOWELS, second, singer, tune
from song import Song, style

SHUFFLE = {36: "X...x.?.", 38: "~.X.~.X~", 42: "x.xxx.xx"}
TWELVE_EIGHT = {36: "X....?x..~..", 38: "...X...~.X..", 42: "xxxxxxxxxxxx"}
TRAIN = {36: "x...x...x...x...", 38: "ooXoooXoooXoooX~", 42: "..x...x...x...x."}
TWO_BEAT = {36: "X...x...", 37: "..x...x.", 42: "x.x.x.x~"}
RADIO = {36: "X..?..x~x.?.....", 38: "....X..~....X...", 42: "x.x.x.x.x.x.x.x~"}

QUICK_CHANGE = (
    "I7 | IV7 | I7 | I7 | IV7 | #iv°7 | I7/5 | VI7 | ii7 | V7 | I7 I7/3 | IV7 V7",
    "I7 | IV7 | I7 | v7 I7 | IV7 | IV7 #iv°7 | I7/5 | I7 | V7 | IV7 | I7 VI7 | II7 V7",
    "I7 | I7 | I7 | I7 | IV7 | IV7 | I7 | I7 | V7 | IV7 | I7 IV7 | I7 V7")
SLOW_CHANGE = (
    "I7 | IV9 | I7 | I7 v7 | IV9 | #iv°7 | I7/5 | iii7 biii7 | ii7 | V7#9 | I7 VI7 | ii7 V7",
    "i7 | iv7 | i7 | i7 | iv7 | iv7 | i7 | i7 | bVI7 | V7#9 | i7 iv7 | i7 V7",
    "I7 | I7 | I7 | I9 | IV9 | iv7 | I7/5 | VI7b9 | V9 | IV9 | I7 IV7 | I7 V7")
TURNAROUND = ("I7 I7/3 | IV7 #iv°7 | I7/5 VI7 | II7 V7", "V7 | IV7 | I7 IV7 | I7 V7")


@style("Blues", like="Rock")
def east_bar_band_shuffle(s: Song) -> None:
    """An electric band's shuffle: a singer whom the guitar answers, sixths rocking on the rhythm guitar, piano or harp behind."""
    s.set((96, 138), "blues", keys="E A G C", swing=(0.85, 1.05), room=("club", "room"))
    s.until(48, s.pick("intro verse verse solo verse", "intro verse solo verse solo"), intro=s.pick(*TURNAROUND), verse=s.pick(*QUICK_CHANGE))
    drums(s, s.part("kit:standard", "kit:room"), SHUFFLE, fills=s.pick("toms", "snare"), every=4, grain=3, swap={"solo": {42: s.pick(51, 59)}})
    figure = s.pick("R.3.5.6.|O.6.5.3.", "R.R.3.3.|5.5.6.a.", "RR33556a", "R.3.5.a.")
    bass(s, s.part("finger-bass", "upright", "pick-bass", level=0), figure, low=28)
    rhythm = s.part("overdriven", "clean-guitar", "~electric-guitar", fx=(s.pick("amp:edge", "amp:crunch"),), level=-4, pan=-0.4)
    comp(s, rhythm, s.pick("x.xx..x.", "xmxmxmxm", "..X...X.", "xxx.xxx."), 55, 3, velocity=80)
    keys = s.part("piano", "honky-tonk", "drawbar", level=-4, pan=0.4)
    comp(s, keys, [".x.x.x.x", "x..x..x.", "..xx..xx"], 64, 4, velocity=72)
    lead = s.part("overdriven", "~electric-guitar", "harmonica", level=0, fx=(s.pick("amp:crunch", "amp:lead"), s.pick("delay", "tremolo")))
    if s.chance(0.85):
        tune(s, singer(s, "~vocal", "~vocal-low"), 52, 69, "verse", density=1.1, off=0.6, form="AAB", bars=4, turn=(0.0, 0.58), words=OPEN_VOWELS, bend=0.4)
        tune(s, lead, 62, 82, "verse", grain=2, density=1.5, off=0.7, form="ABC", bars=4, turn=(0.62, 0.97), bend=0.5, rest=0.15)
    else:
        tune(s, lead, 60, 80, "verse", density=1.2, off=0.5, form="AAB", bars=4, bend=0.5)
    tune(s, lead, 60, 84, ("intro", "solo"), density=1.7, off=0.6, form="ABACDE", turn=(0, 0.82), bend=0.5, again=0.25)
    sit_out(s)


@style("Blues", like="R&B")
def east_slow_twelve_eight(s: Song) -> None:
    """A slow blues in triplets whose chords move by chromatic inner voices; organ tied underneath, horns or piano triplets, guitar or singer in front."""
    minor = s.chance(0.4)
    s.set((50, 72), "blues", keys="A C G Bb", swing=1.0, room=("club", "room", "plate"))
    s.until(50, "intro verse solo verse", intro=s.pick(*TURNAROUND), verse=SLOW_CHANGE[1] if minor else s.pick(*SLOW_CHANGE[::2]))
    drums(s, s.part("kit:standard", "kit:jazz", "kit:room"), TWELVE_EIGHT, fills="snare", every=4, grain=3, swap={"solo": {42: 51}})
    bass(s, s.part("finger-bass", "upright", level=0), s.pick("R.....5..6.a", "R..3..5..a..", "R.....R.55.a", "R..5..6..a.."), low=28)
    pad(s, s.part("drawbar", "rock-organ", "~soft-organ", fx=("leslie",), level=-4), 62, 4)
    comp(s, s.part("piano", "bright-piano", level=-4, pan=0.3), s.pick("xxxxxxxxxxxx", "..xx.o..xx.o", "x.ox.ox.ox.o"), 66, 4, velocity=64)
    if s.chance(0.5):
        horns = s.part("brass", "tenor-sax", "muted-trumpet", level=-5)
        comp(s, horns, ["......X-----|............", "...X-..X-...", "X-----------"], 60, 3, ("verse", "solo"), velocity=72)
    lead = s.part("overdriven", "~electric-guitar", "clean-guitar", "tenor-sax", level=1, fx=(s.pick("amp:crunch", "amp:edge", "amp:lead"), "delay"))
    if s.chance(0.8):
        tune(s, singer(s), 53, 71, "verse", grain=3, density=1.4, off=0.6, form="AAB", bars=4, turn=(0.02, 0.6), words=OPEN_VOWELS, bend=0.45)
        tune(s, lead, 60, 84, "verse", grain=3, density=1.8, off=0.6, form="ABC", bars=4, turn=(0.65, 0.98), bend=0.5)
    tune(s, lead, 58, 86, ("intro", "solo") if s.chance(0.8) else None, grain=3, density=1.9, off=0.5, form="ABCADE", bend=0.55, again=0.2)
    sit_out(s)


@style("Blues", like="Jazz")
def east_boogie_parlour(s: Song) -> None:
    """Boogie-woogie piano or a fingerpicked guitar alone or nearly so: an eight-to-the-bar left hand, blue thirds and repeated figures above."""
    guitar = s.chance(0.45)
    s.set((76, 112) if guitar else (120, 178), "blues", keys="E A G" if guitar else "C G F Bb", swing=(0.7, 1.0), room=("room", "club", "booth"))
    s.until(48, "verse solo verse solo", verse=s.pick(*QUICK_CHANGE))
    if guitar:
        player = s.part("steel", "~steel-guitar", "~electric-guitar", level=1)
        bass(s, player, s.pick("R.4.R.4.", "R.R.R.R.", "R.3.5.6."), low=36, velocity=84)
        tune(s, player if s.chance(0.6) else s.part("harmonica", "~steel-guitar", level=-1), 59, 79, density=1.2, off=0.7, form="AABC", bend=0.3, again=0.3, turn=(0.0, 0.95))
    else:
        piano = s.part("piano", "honky-tonk", "bright-piano", level=1)
        bass(s, piano, s.pick("R3566753|O7653566", "R5R6R7R6", "RO3O5O6O", "R3565653"), low=33, velocity=86)
        comp(s, piano, s.pick(["x..x..x.", "xx.xx.x.", ".x.x.x.x"], ["X-..x..x", "x.x.xx.."]), 67, 3, velocity=84)
        tune(s, piano, 67, 91, "solo", density=1.7, off=0.5, form="ABAC", again=0.4)
        if s.chance(0.6):
            walk(s, s.part("upright", level=-3), 28)
    if s.chance(0.5):
        drums(s, s.part("kit:brush", "kit:jazz", level=-4), merged(BRUSHES, {36: "x...x..."}), fills="light", grain=3)
    if s.chance(0.75):
        tune(s, singer(s, "~vocal-low", "~vocal", "~vocal-low"), 50, 67, "verse", density=1.2, off=0.5, form="AAB", bars=4, turn=(0, 0.62), words=OPEN_VOWELS, bend=0.4)


BALLADS = ("I I/3 | IV | I/5 V | I", "I | iii vi | IV I/3 | ii V", "I V/7 | vi vi/5 | IV I/3 | ii V", "I | IV | I | V | vi | IV | I/5 V | I")
DORIAN = ("i | bVII | i | bVII | i | bIII | bVII | i", "i bVII | bVI bVII | i bIII | bVII i", "i | IV | bVII | i")


@style("Folk", like="Country")
def east_fingerpicked_ballad(s: Song) -> None:
    """A singer and a picked guitar whose thumb walks down the scale; a second voice in thirds or sixths, a cello or whistle as inner line."""
    three, modal = s.chance(0.35), s.chance(0.35)
    s.set((72, 112), "dorian" if modal else "major", keys="G C D A E F Bb", beats=3.0 if three else 4.0, room=("room", "booth", "hall"))
    verse, chorus = (s.pick(*DORIAN), s.pick(*DORIAN)) if modal else (s.pick(*BALLADS), s.pick(*BALLADS))
    s.until(48, s.pick("intro verse verse chorus", "intro verse chorus break verse chorus"), intro=verse, verse=verse, chorus=chorus)
    guitar = s.part("nylon", "steel", "~steel-guitar", "~nylon-guitar", level=1)
    rows = ("B.2.3.", "B12312", "B.1232", "B32123") if three else ("B2F3B2F3", "B.2F.3F2", "B213F213", "B12F31F2", "B3F2B1F3")
    broken(s, guitar, [s.pick(*rows), s.pick(*rows)], 60, 4, ring=2.0, velocity=80)
    voice = singer(s, "~vocal", "~vocal-low", "~vocal")
    tune(s, voice, 55, 72, ("verse", "chorus"), density=1.0, off=0.15, form=s.pick("ABAC", "AABA", "ABCB"), words=OPEN_VOWELS, bend=0.12)
    if s.chance(0.6):
        second(s, s.part("~vocal", "~backing", "~vocal-low", level=-3), voice, s.pick(-2, 2, -5), ("chorus",))
    if s.chance(0.7):
        other = s.part("cello", "viola", "fiddle", "flute", "whistle", "harmonica", level=-4)
        inner(s, other, s.pick(57, 64), ("chorus", "break"))
        tune(s, other, 62, 81, ("intro", "break"), density=1.1, off=0.1, form="ABAC")
    if s.chance(0.4):
        bass(s, s.part("upright", "contrabass", level=-4), "R.5" if three else "R...5...", low=28, where=("chorus", "break", "verse"))


@style("Folk", like="World")
def east_session_dance(s: Song) -> None:
    """Fiddle, whistle, pipes or accordion in unison over a reel, jig or polka, strummed or droned; a tune of eight-bar strains, each twice."""
    jig = s.chance(0.45)
    s.set((104, 126) if not jig else (108, 128), s.pick("major", "dorian", "mixolydian", "major"), keys="D G A E C B", beats=3.0 if jig else 4.0,
          swing=0.0 if jig else s.pick(0.0, 0.0, 0.3), room=("room", "club", "outdoors"))
    minor = s.scale == "dorian"
    a = (s.pick("i | i | bVII | bVII | i | i | bVII v | i", "i | bVII | i | bIII bVII") if minor
         else s.pick("I | I | IV | V | I | I | IV V | I", "I | IV | I | V | I | IV | I V | I", "I | bVII | I | bVII I"))
    b = s.pick("bIII | bVII | i | bVII", "i | IV | bVII | i") if minor else s.pick("vi | IV | I | V | vi | IV | V | I", "IV | I | V | I", "I | V/7 | vi | IV V")
    s.until(48, "strain strain turn turn", strain=a, turn=b)
    lead = s.part("fiddle", "whistle", "accordion", "flute", "bagpipe", "~accordion", "violin", level=1)
    shape = dict(grain=2, density=1.85 if jig else 1.9, off=0.35, form="ABAC", turn=(0.0, 1.0), leap=0.22, legato=0.85)
    tune(s, lead, 62, 84, scale=s.scale, bend=0.1, **shape)
    if s.chance(0.6):
        unison = s.part("fiddle", "banjo", "~mandolin", "accordion", "whistle", level=-2)
        for note in lead.notes:
            unison.add(note.start, note.length, note.pitch - 12 * (unison.voice == "accordion"), note.velocity * 0.9)
    rows = ("X.xX.x", "XoxXox") if jig else ("X.xoX.xo", "x.X.x.X.", "XoxoXoxu")
    comp(s, s.part("steel", "~steel-guitar", "~mandolin", "nylon", level=-3), s.pick(*rows), 57, 4, velocity=80, strum=0.015)
    if s.chance(0.5):
        hold(s, s.part("bagpipe", "reed-organ", "~accordion", "cello", level=-8), (s.tonic + 48, s.tonic + 55), 12.0 if jig else 16.0)
    if s.chance(0.55):
        skin = s.part("kit:orchestra", "kit:standard", level=-4, name="frame drum")
        drums(s, skin, {41: "X.oxox" if jig else "X.oxX.ox", 54: "..x..x" if jig else "..x...x."}, fills="", crash=0)
    if s.chance(0.4):
        bass(s, s.part("upright", "contrabass", level=-4), "R..5.." if jig else "R...5...", low=28)


@style("Folk", like="Pop")
def east_shanty_and_chorus(s: Song) -> None:
    """A leader's line and the company's answer in block harmony, over stamps, concertina and banjo or guitar; work songs and campfires."""
    s.set((84, 128), s.pick("major", "dorian", "minor", "mixolydian"), keys="D G A C F E Bb", beats=s.pick(4.0, 4.0, 3.0), swing=s.pick(0.0, 0.6), room=("room", "hall", "outdoors"))
    minor = s.scale in ("dorian", "minor")
    verse = s.pick("i | bVII | i | v", "i | i | bVII | i") if minor else s.pick("I | IV | I | V", "I | I | IV I | V I", "I | V | vi | V")
    chorus = s.pick("bIII | bVII | i | v i", "i bVII | bVI v | i v | i") if minor else s.pick("IV | I | V | I", "I IV | I V | I IV | V I", "vi IV | I V | vi IV | V I")
    s.until(48, "intro verse chorus verse chorus", intro=chorus, verse=verse, chorus=chorus)
    leader = singer(s, "~vocal-low", "~vocal", "~vocal-duo")
    tune(s, leader, 50, 68, "verse", density=1.2, off=0.2, form="ABAC", words=OPEN_VOWELS, turn=(0, 0.6 if s.chance(0.5) else 0.85))
    tune(s, leader, 52, 69, "chorus", density=1.1, off=0.1, form="ABAC", words=OPEN_VOWELS)
    for steps, voice in ((2, "~vocal-duo"), (-2, "~vocal-low"), (-4, "~choir-low")):
        second(s, s.part(voice, "choir", level=-3, pan=0.2 * steps), leader, steps, ("chorus",) if s.chance(0.8) else None)
    three = s.beats == 3.0
    comp(s, s.part("accordion", "reed-organ", "banjo", "~banjo", "steel", level=-3), s.pick("bxx", "b.x.xu") if three else s.pick("bxfx", "b.x.f.xu", "x.xux.xu"), 60, 3,
         velocity=76)
    if s.chance(0.7):
        drums(s, s.part("kit:orchestra", "kit:standard", level=-3), {36: "X.." if three else "X.x.", 39: "..x" if three else ".x.x"},
              ("intro", "chorus") if s.chance(0.3) else None, fills="", crash=0)
    tune(s, s.part("fiddle", "whistle", "harmonica", "accordion", level=-2), 62, 81, "intro", density=1.4, form="ABAC")
    sit_out(s)


HONKY = ("I | I | IV | I | I | I | V | V | I | I7 | IV | II7 | I | V | I | I", "I | IV | V | I | I | IV | V | I", "I I/3 | IV | V | I | vi | II7 | V | V7",
         "I | V | V | I | I7 | IV | V | I")
RADIO_COUNTRY = ("I | V/7 | vi | IV", "I | IV | vi | V", "I Isus4 | I | IVadd9 | V", "vi | IV | I | V/7", "I I/3 | IV | vi V | IV")


@style("Country", like="Folk")
def east_honky_tonk(s: Song) -> None:
    """Two-beat or train beat, alternating bass with runs into the chord, twang, pedal steel in sixths, and a singer with a high harmony."""
    three, train = s.chance(0.25), s.chance(0.4)
    s.set((84, 108) if three else (96, 132) if train else (112, 168), "major", keys="G C D A E", beats=3.0 if three else 4.0, swing=0.0 if train else s.pick(0.0, 0.6, 0.9),
          room=("room", "club", "plate"))
    verse, chorus = s.pick(*HONKY), s.pick(*HONKY)
    s.until(50, "intro verse chorus solo verse lift", intro="I | V | I | V", verse=verse, chorus=chorus, solo=chorus, lift=raised(chorus))
    kit = s.part("kit:standard", "kit:brush", "kit:room", level=-1)
    drums(s, kit, {36: "X.....", 38: "..x.x~", 42: "x.xxx."} if three else TRAIN if train else TWO_BEAT, fills="snare", every=8)
    bass(s, s.part("upright", "finger-bass", "pick-bass", level=-1), s.pick("R.5", "R.a") if three else ["R...5...", "R.R.5.5.", "R...5.a."], low=28, short=0.7)
    comp(s, s.part("steel", "~steel-guitar", level=-3, pan=-0.4), "b.xuxu" if three else s.pick("b.x.f.x.", "b.xuf.xu", "b.xxf.xx"), 57, 4, velocity=80, strum=0.012)
    steel = s.part("clean-guitar", "~electric-guitar", fx=("amp:clean", s.pick("delay", "tremolo")), level=-2, name="pedal steel")
    tune(s, steel, 64, 83, ("intro", "solo"), density=1.1, off=0.3, bend=0.6, form="ABAC", legato=1.0)
    tune(s, steel, 66, 83, ("verse", "chorus", "lift"), density=1.0, bend=0.7, form="ABC", turn=(0.68, 1.0), rest=0.3, legato=1.0)
    second(s, steel, steel, -2)
    fills = s.part("fiddle", "~electric-guitar", "honky-tonk", "~banjo", level=-3)
    tune(s, fills, 62, 86, ("solo", "chorus", "intro"), density=1.6, off=0.4, form="ABCD", turn=(0.5, 1.0), scale="major-blues", bend=0.25, rest=0.3)
    voice = singer(s, "~vocal", "~vocal-low")
    tune(s, voice, 53, 70, ("verse", "chorus", "lift"), density=1.0, off=0.25, form=s.pick("ABAC", "AABC"), words=OPEN_VOWELS, bend=0.35, turn=(0, 0.75))
    second(s, s.part("~vocal", "~backing", level=-3), voice, 2, ("chorus", "lift"))
    sit_out(s)


@style("Country", like="Pop")
def east_nashville_radio(s: Song) -> None:
    """A modern country song: acoustic strum, banjo or mandolin sixteenths, twangy hook, organ, big chorus a step higher at the end, harmony singers."""
    s.set((72, 104) if s.chance(0.5) else (104, 140), "major", keys="G D A E C", room=("room", "plate", "arena"))
    verse, chorus = s.pick(*RADIO_COUNTRY), s.pick(*RADIO_COUNTRY)
    s.until(50, s.pick("intro verse chorus verse chorus solo lift", "intro verse chorus solo chorus lift"), intro=verse, verse=f"{verse} | {verse}", chorus=f"{chorus} | {chorus}",
            solo=verse, lift=raised(f"{chorus} | {chorus}"))
    drums(s, s.part("kit:standard", "kit:room", "kit:power"), varied(s, RADIO), every=8,
          swap={"chorus": {42: 46}, "lift": {42: 49 if s.chance(0.2) else 46}, "verse": {38: s.pick(38, 37)}})
    bass(s, s.part("finger-bass", "pick-bass", level=0), ["R.....R.R-----a.", "R--.R-R-R---5-a-", "R-R-R-R-R-R-R-a-"], low=28)
    comp(s, s.part("steel", "~steel-guitar", level=-3, pan=-0.5), s.pick("X.xux.xuX.xux.xu", "x...x.xu.uxux.xu", "b...x.xub.x.x.xu"), 58, 4, velocity=78, strum=0.008)
    broken(s, s.part("banjo", "~banjo", "~mandolin", "steel", level=-6, pan=0.5), s.pick("0213021302130213", "3102310231023102", "1.32.13.21.32.13"), 67, 4, ring=1.0,
           where=("chorus", "lift", "intro", "solo") if s.chance(0.6) else None)
    pad(s, s.part("drawbar", "strings", "rock-organ", level=-8), 62, 4, ("chorus", "lift", "solo"))
    twang = s.part("~electric-guitar", "clean-guitar", "overdriven", fx=(s.pick("amp:edge", "amp:crunch"), "delay"), level=-2)
    tune(s, twang, 55, 79, ("intro", "solo"), density=1.3, off=0.4, form="ABAC", bend=0.5, scale="major-blues")
    tune(s, twang, 60, 81, ("verse", "chorus"), density=1.2, form="ABC", turn=(0.7, 1.0), bend=0.5, rest=0.4, scale="major-pentatonic")
    voice = singer(s)
    tune(s, voice, 55, 72, ("verse", "chorus", "lift"), grain=2, density=1.3, off=0.4, form=s.pick("AABC", "ABAC"), words=OPEN_VOWELS, bend=0.3,
         scale=s.pick("major", "major-pentatonic"))
    second(s, s.part("~vocal", "~backing", "~vocal-duo", level=-3), voice, s.pick(2, -2), ("chorus", "lift"))
    sit_out(s)


@style("Country", like="Folk")
def east_bluegrass_breakdown(s: Song) -> None:
    """No drums: banjo rolls, mandolin chop on the off-beat, upright bass in two, guitar runs, fiddle and banjo breaks between high-lonesome trios."""
    s.set((116, 158), s.pick("major", "major", "mixolydian"), keys="G A B D C", room=("room", "booth", "outdoors"))
    verse = s.pick("I | I | IV | I | I | I | V | I", "I | bVII | I | V | I | bVII | V | I", "I | IV | I | V | I | IV | V | I", "vi | IV | I | I | vi | IV | V | I")
    s.until(48, s.pick("solo verse chorus break verse chorus solo", "solo verse break verse solo"), verse=verse, solo=verse, chorus=s.pick("IV | I | V | I", "IV | I | I | V I"))
    bass(s, s.part("upright", "contrabass", "~string-bass", level=-1), ["R...5...", "R...5.a.", "R...5...|R.3.5.a."], low=28, short=0.7)
    comp(s, s.part("~mandolin", "~ukulele", "~mandolin", level=-2, pan=0.4), s.pick("..X...X.", "..X...Xu"), 66, 4, velocity=92, short=0.3)
    comp(s, s.part("steel", "~steel-guitar", level=-3, pan=-0.3), "b.xuf.xu", 56, 4, velocity=78, strum=0.01)
    broken(s, s.part("banjo", "~banjo", level=-1), [s.pick("0132013201320132", "2031203120312031", "0321302103213021"), "0123.1230123.123"], 64, 4, ring=0.9, velocity=84)
    breaks = dict(density=1.85, off=0.4, form="ABAC", turn=(0, 1.0), scale=s.pick("major-blues", s.scale), leap=0.2)
    tune(s, s.part("fiddle", "~mandolin", "steel", level=1), 62, 88, "solo", grain=2, bend=0.2, **breaks)
    tune(s, s.part("fiddle", "~banjo", "~steel-guitar", level=1), 58, 84, "break", grain=2, bend=0.1, **breaks)
    voice = singer(s, "~vocal")
    tune(s, voice, 58, 74, ("verse", "chorus"), density=1.1, off=0.2, form="ABAC", words=OPEN_VOWELS, bend=0.4, turn=(0, 0.8))
    second(s, s.part("~vocal", level=-2), voice, 2, ("chorus",))
    second(s, s.part("~vocal-low", level=-2), voice, -2, ("chorus",))
    sit_out(s)
