"""Electronic music, hip-hop and rap: machines with a drummer's sense of the pocket."""

from __future__ import annotations

from hands.north.craft import DUSK, GROOVING, LUSH, MINOR, backing, comp, figure, hype, journey, opening, own_row, pad, rap, thin, tune
from hands.north.drummer import drums, hands
from song import Song, style

HOUSE = (
    {"kick": "x...x...x...x...", "open": "..x...x...x...x.", "clap": "....x.......x..."}, {"kick": "x...x...x...x...", "open": "..x...x...x...x.", "hat": "xxxoxxxoxxxoxxxo",
                                                                                           "snare": "....x.......x..o"},
    {"kick": "x...x...x...x...", "hat": "..x...x...x...x.", "clap": "....x.......x...", "rim": "...o..o....o..o."}, {"kick": "x...x...x...x..o", "hat": "oxoxoxoxoxoxoxox",
            "clap": "....x.......x...", "shaker": "xoxoxoxoxoxoxoxo"},
)
BREAKS = (
    {"kick": "x.x.......xx....", "snare": "....X..g.g..X..g", "hat": "x.x.x.x.x.x.x.x."}, {"kick": "x.x.......x.....", "snare": "....X..g.gg.X..g", "ride": "x.x.x.x.x.x.x.x."},
    {"kick": "x..x..x...x.....", "snare": "....X..g....X.g.", "hat": "x.x.x.x.x.x.xxx."}, {"kick": "x......xx.x.....", "snare": "....X.......X..x", "hat": "xoxoxoxoxoxoxoxo"},
)
MACHINES = ("~kit:909", "~kit:808", "kit:electronic", "~kit:linn", "~kit:minimal", "kit:808", "~kit:hard")


def risers(s: Song, where: str | tuple[str, ...]) -> None:
    """A riser into the end of those sections, and an impact after it."""
    rise, hit = s.part("~riser", level=-8, loose=0.0), s.part("~impact", "~downlifter", level=-7, loose=0.0)
    for bar in s.bars(where):
        if bar.last:
            rise.add(bar.start - bar.beats, bar.beats * 2, 60, 80)
            hit.add(bar.start + bar.beats, 3.0, 60, 90)


@style("Electronic", like="Disco")
def north_piano_house(s: Song) -> None:
    """House as a session band would count it: four on the floor, piano stabs off the beat, a bass with gaps, a sung line that is cut up."""
    s.set((117, 132), s.pick("minor", "dorian"), room=("plate", "club", "hall"), swing=s.pick(0.0, 0.0, 0.0, 0.25), unit=0.5)
    loop = s.pick("im7 | im7 | ivm7 | ivm7", "im9 | bVII | bVImaj7 | v7", "i | bIII | bVII | IV", journey(s, DUSK, 4), journey(s, MINOR, 4))
    s.until(46, "intro main main lift drop main", intro=loop, main=f"{loop} | {loop}", lift=loop, drop=f"{loop} | {loop}")
    floor = s.pick(*HOUSE)
    drums(s, s.part(*MACHINES, loose=0.002), floor, {"lift": {"clap": "....x.......x.xx", "hat": "x.x.x.x.x.x.x.x.", "kick": "x..............."},
                                                     "intro": {name: floor[name] for name in floor if name in ("kick", "hat", "open")}}, "machine", every=8)
    figure(s, s.part("~saw-bass", "~square-bass", "synth-bass", "~fm-bass", "finger-bass", duck=0.4), (own_row(s, 16, 0.4, "1178b5", 0.15), "..1...1...1..71.",
                                                                                                       "1..1..1...1.5.7.", ".1.1..1..1.1..5."), short=0.65, where=("main", "drop"))
    comp(s, s.part("piano", "bright-piano", "~stab", "drawbar", "~fm-piano", level=0, duck=0.3), ("x..x..x...x.x...", "..x...x..x..x...", "x..x...x..x...x.",
                                                                                                  "x--.x--.x-.x--x."), 64, 4)
    strings = opening(s, s.part("~string-machine", "~warm-pad", "~air-pad", "strings", level=-6, duck=0.6))
    pad(s, strings, 64, 4, s.pick(None, ("lift", "drop")))
    voice = s.part("~vocal", "~vocal-duo", level=0, fx=("delay",))
    tune(s, voice, 59, 76, ("drop", "lift", "main"), ("x.x.....x.......", "x..x..x.........", "..x..x--........", "x---......x.x..."), turns=s.pick("x...", "x.x.", "xx.."),
         sing=True, repeat=0.6)
    if s.chance(0.5):
        tune(s, s.part("~pluck", "~saw-lead", "~square-pluck", "flute", "vibraphone", level=-3, fx=("delay",)), 64, 88, ("drop", "intro"), density=0.4, grid=4, form="AAAB",
             repeat=0.3)
    if s.chance(0.5):
        hands(s, s.part("~kit:808", "kit:standard", level=-6), s.pick({"conga": "..x..xx...x..xx."}, {"shaker": "xoxxxoxx"}, {"cow": "x.x..x.xx.x..x.x"}))
    if s.chance(0.6):
        risers(s, ("lift",))
    thin(s, [strings], 0.3)


@style("Electronic", like="Disco")
def north_sequencer_techno(s: Song) -> None:
    """Sequencers: one bar of sixteenths that a filter plays with, a kick, hats that come and go, stabs with long echoes."""
    s.set((120, 144), s.pick("minor", "phrygian", "dorian"), room=("club", "plate", "hall", "booth"))
    loop = s.pick("i | i | i | i", "i | i | bII | i" if s.scale == "phrygian" else "i | i | bVII | i", "i | i | bVI | bVII", "i | bIII | i | bVI")
    s.until(46, "intro main main breakdown main peak", intro=loop, main=f"{loop} | {loop}", breakdown=loop, peak=f"{loop} | {loop}")
    floor = s.pick(*HOUSE[:3], {"kick": "x...x...x...x...", "hat": "x.x.x.x.x.x.x.x.", "open": "..x...x...x...x."}, {"kick": "x...x...x...x.x.", "rim": "..x..x..x..x..x.",
            "hat": "..x...x...x...x."})
    quiet = {"hat": "x.x.x.x.x.x.x.x."} if s.chance(0.6) else {"clap": "....x.......x...", "shaker": "xoxoxoxoxoxoxoxo"}
    drums(s, s.part("~kit:909", "~kit:hard", "~kit:minimal", "~kit:808", "kit:electronic", loose=0.001), floor,
          {"breakdown": quiet, "peak": {**floor, "ride": "..x...x...x...x."}}, "machine", every=8, crash=0.5)
    row = own_row(s, 16, s.between(0.6, 0.95), "11183578", 0.1)
    lead = opening(s, s.part("~acid", "~acid-square", "~saw-bass", "~pluck", "~square-pluck", "~fm-bass", level=1, fx=s.pick((), ("delay",), ("drive:3",)), loose=0.001))
    figure(s, lead, row, s.pick(36, 48), short=0.6)
    figure(s, s.part("~sub-bass", "~saw-bass", "~reese", "synth-bass", level=0, duck=0.5, loose=0.001), ("..1...1...1...1.", ".111.111.111.111", "1-----..1-----..",
                                                                                                         "..11..11..11..11"), 28, ("main", "peak"), short=0.8)
    if s.chance(0.75):
        comp(s, s.part("~stab", "~supersaw", "~hoover", "~saw-poly", "~fm-bell", level=-4, fx=("delay:" + s.pick("375", "330", "dub"),)),
             ("...x.....x......", "x.......|......x...x.....", "..x..x..........", "......x.|..x....."), 62, 3, ("main", "peak", "breakdown"))
    opened = opening(s, s.part("~dark-pad", "~air-pad", "~glass-pad", "~warm-pad", level=-6, duck=0.6))
    pad(s, opened, 60, 4, s.pick(("breakdown", "intro"), None))
    if s.chance(0.6):
        comp(s, s.part("~pluck", "~square-pluck", "~fm-bell", "~supersaw", level=-2, fx=("delay",), duck=0.3, loose=0.001), ("1234321234321234", "1.3.2.4.1.3.2.5.",
                "135135135135135.", "1..2..3..4..5..."), 67, 4, ("breakdown", "peak"))
    if s.chance(0.6):
        risers(s, ("breakdown",))
    if s.chance(0.25):
        hype(s, ("main", "peak"), ("move your body", "bass", "rhythm", "machine", "one two"))


@style("Electronic", like="Hip-Hop")
def north_breakbeat_rave(s: Song) -> None:
    """Sampled drummers at another speed: breaks from 130 to 172, a deep bass, pads with suspended chords, stabs."""
    s.set(s.pick((128, 140), (158, 174)), s.pick("minor", "dorian"), room=("club", "plate", "hall"))
    loop = journey(s, s.pick(MINOR, DUSK), 4)
    s.until(46, "intro main main rest main drop", intro=loop, main=f"{loop} | {loop}", rest=loop, drop=f"{loop} | {loop}")
    one, other = s.pick(*BREAKS), s.pick(*BREAKS)
    whole = {name: f"{one.get(name, '.' * 16)}|{other.get(name, '.' * 16)}" for name in {**one, **other}}
    drums(s, s.part("kit:standard", "kit:room", "~kit:lofi", "~kit:909", fx=s.pick((), ("drive:3",), ("crush:2",)), loose=0.003), whole,
          {"rest": {"hat": "x.x.x.x.x.x.x.x.", "rim": "....x.......x..."}, "drop": {**whole, "open": "..x...x...x...x."}}, "funk", every=4, wild=0.15)
    figure(s, s.part("~reese", "~sub-bass", "~wobble", "~saw-bass", level=2), ("1-----..1--.5---", "1-------....1-7-", "1--1--1---..b---", "1---....8---7---"), 28,
           ("main", "drop"))
    opened = opening(s, s.part("~glass-pad", "~warm-pad", "~string-machine", "~air-pad", level=-4), 0.3, 0.95)
    pad(s, opened, 63, 4)
    comp(s, s.part("~stab", "~hoover", "piano", "~supersaw", "drawbar", level=-2, fx=s.pick((), ("delay",))), ("x..x..x.........", "..x..x..x..x....", "x..x..x..x..x.x."), 65,
         3, ("drop", "main"))
    tune(s, s.part("~square-lead", "~fm-bell", "~pluck", "vibraphone", "~vocal", level=-1, fx=("delay",)), 64, 86, ("rest", "drop", "intro"), density=0.35, grid=4, repeat=0.3,
         sing=True, turns=s.pick("xx..", "xxxx"))
    if s.chance(0.6):
        risers(s, ("rest",))


# Hip-hop.

BAPS = (
    {"kick": "x.....xx..x.....", "snare": "....X.......X...", "hat": "x.x.x.x.x.x.x.x."}, {"kick": "x..x...x..x.....", "snare": "....X..g....X...", "hat": "xoxoxoxoxoxoxoxo"},
    {"kick": "xx.....x..x..x..", "snare": "....X.......X..g", "hat": "x.x.x.xxx.x.x.x."}, {"kick": "x......x..xx....", "snare": "....X..g.g..X...", "ride": "x.x.x.x.x.x.x.x."},
    {"kick": "x.......x.x....x", "snare": "....X.......X...", "hat": "x.x.x.x.x.x.x.x.", "open": "......x........."},
)


def scratches(s: Song, where: str | tuple[str, ...], odds: float = 0.5) -> None:
    """The second deck: bursts on sixteenths and thirds."""
    deck = s.part("~scratch", level=-2, pan=s.between(-0.3, 0.3))
    for bar in s.bars(where):
        if s.chance(odds):
            at = bar.start + s.pick(0.0, 1.0, 2.0, 2.5)
            for place in range(s.pick(3, 4, 6)):
                if s.chance(0.8):
                    deck.add(at + place * s.pick(0.25, 0.25, 0.5), 0.22, s.between(52, 72), s.between(80, 110))


@style("Hip-Hop", like="R&B")
def north_loop_and_break(s: Song) -> None:
    """Two bars of an old record go round: electric piano, upright bass, a horn; a heavy break with a lazy hat, cuts for a chorus, a verse now and then."""
    s.set((82, 102), s.pick("minor", "dorian"), swing=(0.3, 0.75), unit=0.5, room=("booth", "room", "dry", "club"))
    loop = s.pick(journey(s, DUSK, 2), journey(s, DUSK, 4), "im7 | ivm7", "im9 | bVImaj7", "im7 | im7 | ivm7 | V7", "im7 | IV7")
    four = " | ".join((loop.split(" | ") * 4)[:4])
    s.until(46, "intro verse cuts verse cuts", intro=four, verse=f"{four} | {four}", cuts=four)
    groove = s.pick(*BAPS, *BREAKS[:2])
    drums(s, s.part("kit:standard", "kit:room", "~kit:lofi", "kit:jazz", level=2, fx=s.pick((), ("drive:3",), ("crush:2",)), late=0.006), groove,
          {"intro": groove if s.chance(0.6) else {"hat": groove.get("hat", "x.x.x.x."), "kick": groove["kick"]}}, "rim", every=4, crash=0.15)
    figure(s, s.part("upright", "finger-bass", "~sub-bass", "~string-bass", level=1), (own_row(s, 16, 0.3, "1157b8", 0.6), "1-----.11-..5-7-", "1--.1..1..b-..a.",
                                                                                       "1---..11..3-5---"))
    keys = s.part("rhodes", "piano", "vibraphone", "~fm-piano", "jazz-guitar", level=-1, fx=s.pick((), ("tone:dark",), ("crush:2",)))
    comp(s, keys, ("x------.x--.....", "..x--.x---......", "1.3.2...4.3.....", "x--x--..1.2.3...", "x-..x-..x.x-...."), 63, 4, loud=74)
    tune(s, s.part("trumpet", "alto-sax", "flute", "muted-trumpet", "strings", "tenor-sax", "vibraphone", level=-2, fx=s.pick((), ("tone:far",), ("delay",))), 62, 82,
         ("intro", "cuts") if s.chance(0.5) else None, density=0.35, grid=4,
         form="AAAA", turns=s.pick("x.", ".x", "x...", ".x.x"), bars=2)
    scratches(s, ("cuts", "intro"), 0.7)
    if s.chance(0.65):
        rap(s, ("verse",), 0.62, triplets=0.05, talk=0.1)
    if s.chance(0.3):
        hype(s, ("cuts", "verse"))
    if s.chance(0.3):
        backing(s, "cuts", ("..xx....", "x-x-...."))
    s.master += s.pick([], [], ["old"])


@style("Hip-Hop", like="Electronic")
def north_electro_block_party(s: Song) -> None:
    """Nineteen eighty-three: a drum machine with a booming kick, cowbell, orchestra hits, robot voices, a bass synthesizer in unison with the kick."""
    s.set((100, 128), s.pick("minor", "dorian", "phrygian"), room=("room", "club", "plate"))
    vamp = s.pick("i | i | i | bVII", "i | i | bVI | bVII", "i | bII | i | i" if s.scale == "phrygian" else "i | IV | i | i", "i | i | i | i")
    s.until(46, "beat verse hook verse hook break", beat=vamp, verse=f"{vamp} | {vamp}", hook=vamp)
    kick = s.pick("x.....x...x.....", "x..x..x...x.....", "x.....x..xx...x.", "x..x....x.x.....")
    groove = {"kick": kick, "snare": "....X.......X...", "hat": s.pick("x.x.x.x.x.x.x.x.", "xxxxxxxxxxxxxxxx", "x.xxx.xxx.xxx.xx"), **s.pick({"cow": "x..x..x...x.x..."},
            {"clap": "....x.......x..x"}, {"rim": "..x..x....x..x.."})}
    drums(s, s.part("~kit:808", "kit:808", "~kit:linn", "kit:electronic", level=2, loose=0.002), groove, {"break": {**groove, "conga": "x..x.xx.x..x.xx.",
            "cow": "x.x.xx.xx.x.xx.x"}}, "machine", every=4)
    follow = kick.replace("x", "1")
    line = "".join(mark if mark != "." else s.pick(".", ".", ".", "7", "8", "5") for mark in follow)
    figure(s, s.part("~saw-bass", "synth-bass", "~square-bass", "~fm-bass", level=1), line, short=0.7)
    comp(s, s.part("~stab", "orchestra-hit", "polysynth", "synth-brass", "~brass-poly", level=-3), ("x...............|......x.x.......", "..x..x..........",
                                                                                                    "x..x..x.........", "........|....x.x."), 62, 3)
    tune(s, s.part("~square-lead", "saw-lead", "~saw-lead", "~string-machine", "~pluck", "~robot", level=-2), 64, 84, ("beat", "hook", "break"), density=0.5, grid=4,
         form="AAAB", repeat=0.4, sing=True)
    if s.chance(0.75):
        rap(s, ("verse",), 0.6, triplets=0.0, talk=0.1, fx=s.pick((), ("delay",)))
    tune(s, s.part("~robot", "~vocal-duo", "~backing", level=1), 50, 67, "hook", ("x.x.x...", "xx.xx...", "x.xx.x.."), form="AAAA", repeat=0.8, sing=True)
    scratches(s, ("hook", "beat", "break"), 0.5)
    if s.chance(0.25):
        hype(s, ("hook", "verse"))


@style("Hip-Hop", like="Jazz")
def north_dusty_beat(s: Song) -> None:
    """A slow beat for the head: brushes off the grid, jazz chords from a tired tape, a hummed or blown phrase, sometimes a low rap."""
    s.set((68, 90), s.pick("dorian", "minor", "major"), swing=(0.4, 0.9), unit=0.5, room=("room", "booth", "club"))
    loop = journey(s, LUSH if s.scale == "major" else DUSK, 4)
    s.until(46, "intro beat beat verse beat", intro=loop, beat=loop, verse=f"{loop} | {loop}")
    groove = s.pick(*BAPS)
    drums(s, s.part("~kit:lofi", "kit:standard", "kit:jazz", "kit:room", level=2, fx=s.pick(("crush:2",), ("tone:dark",), ()), late=0.015, loose=0.012), groove, fills="rim",
          every=8, crash=0.05, wild=0.2)
    figure(s, s.part("upright", "~sub-bass", "finger-bass", "~string-bass"), ("1------.1-..5-..", "1--.....1-7-5-..", "1-----.1..3-..a.", "1--1....b-..1-.."))
    comp(s, s.part("rhodes", "piano", "jazz-guitar", "~fm-piano", "nylon", level=0, fx=s.pick(("tone:dark",), ("tremolo",), ("crush:2",), ())),
         ("x------.x---....", "x-----..|..x---..", "1.2.3.4.3.2.....", "..x-----..x--..."), 62, 5, roll=0.03, loud=70)
    lead = s.part("muted-trumpet", "tenor-sax", "vibraphone", "flute", "~backing", "~vocal-low", "nylon", level=-1, fx=s.pick((), ("delay",), ("tone:far",)))
    tune(s, lead, 58, 78, ("intro", "beat"), density=0.32, grid=4, form=s.pick("AAAB", "ABAB"), turns=s.pick("x.", "xx..", "x..."), sing=True, scoop=0.2)
    scratches(s, ("beat", "intro"), 0.2)
    if s.chance(0.6):
        rap(s, ("verse",), 0.55, triplets=0.1, talk=0.1)
    s.master += s.pick([], ["old"])


# Rap.


@style("Rap", like="Hip-Hop")
def north_hard_drum_rap(s: Song) -> None:
    """Hardly more than drums and a voice: a huge beat, one guitar or brass stab, a rapper all the time, a friend who doubles the rhymes."""
    s.set((84, 108), s.pick("minor", "phrygian", "minor-pentatonic"), swing=s.pick(0.0, 0.3, 0.5), unit=0.5, room=("room", "dry", "booth", "club"))
    vamp = s.pick("I5 | I5 | I5 | bII5", "i | i | i | i", "I5 | I5 | bVI5 | bVII5", "i | i | bVI | V")
    s.until(46, "verse verse hook verse verse hook", verse=vamp, hook=vamp)
    groove = s.pick(*BAPS, BREAKS[3])
    drums(s, s.part("kit:power", "kit:room", "~kit:linn", "~kit:808", "~kit:hard", level=3, fx=s.pick((), ("drive:3",))), groove,
          {"hook": {**groove, "crash": "x.......", "clap": "....x.......x..."}}, s.pick("rim", "machine"), every=4, crash=0.4)
    figure(s, s.part("~808-bass", "~sub-bass", "finger-bass", "~saw-bass", level=1), ("1-----.1..1-....", "1---....1--.b---", own_row(s, 16, 0.25, "1157", 0.7)))
    comp(s, s.part("overdriven", "brass", "~stab", "orchestra-hit", "strings", "piano", level=-2), ("x...............", "x.....x.........",
                                                                                                    "x...............|......x.x.......", "..x..x.........."), 57, 3)
    rap(s, None, s.between(0.65, 0.82), talk=0.08)
    if s.chance(0.4):
        hype(s, s.pick(None, "hook"))
    if s.chance(0.6):
        scratches(s, "hook", 0.7)
    if s.chance(0.5):
        tune(s, s.part("~vocal-duo", "~backing", "~vocal-low", level=0), 50, 66, "hook", ("x.x.xx..", "xx.x.x..", "x-x-x..."), form="AAAA", repeat=0.85, sing=True)


@style("Rap", like="Disco")
def north_party_rap(s: Song) -> None:
    """Nineteen seventy-nine: a disco band plays one bass riff for a quarter of an hour, rappers pass the microphone, claps, a chanted hook."""
    s.set((98, 118), s.pick("dorian", "minor-pentatonic"), keys="E A D G", swing=s.pick(0.0, 0.0, 0.2), unit=0.5, room=("room", "club", "booth"))
    vamp = s.pick("i7 | i7 | IV7 | IV7", "i7 | i7 | i7 | bVII", journey(s, GROOVING, 4), "im7 | ivm7 | im7 | V7")
    s.until(46, "first second hook second first hook", first=f"{vamp} | {vamp}", second=f"{vamp} | {vamp}", hook=vamp)
    groove = s.pick({"kick": "x...x...x...x...", "snare": "....X.......X...", "hat": "x.x.x.x.x.x.x.x.", "clap": "....x.......x..."}, {"kick": "x.....x...x.....",
            "snare": "....X.......X..g", "hat": "xoxoxoxoxoxoxoxo", "clap": "....x.......x..."}, BREAKS[2])
    drums(s, s.part("kit:standard", "kit:room", "~kit:linn", level=1), groove, {"hook": {**groove, "cow": "x...x...x...x..."}}, "funk", every=8, crash=0.3)
    figure(s, s.part("finger-bass", "slap-bass", "pick-bass", "synth-bass", level=2), (own_row(s, 16, 0.4, "1187578", 0.2) + "|" + own_row(s, 16, 0.45, "178531", 0.2),
                                                                                       "1.1..1.....5.7.8"), short=0.7)
    comp(s, s.part("clean-guitar", "~electric-guitar", level=-3, pan=-0.5), ("ssxsssxsssxsxsxs", "..xs..xs..xs..xs", "....x.s.....x.s."), 67, 3)
    comp(s, s.part("clavinet", "rhodes", "brass", "strings", level=-4, pan=0.5), ("x...............|......x.x.......", "..x..x..........", "x-------"), 64, 4, s.pick(None, "hook"))
    rap(s, ("first",), s.between(0.62, 0.75), triplets=0.0, talk=0.08)
    rap(s, ("second",), s.between(0.62, 0.8), triplets=0.0, talk=0.08, fx=s.pick((), ("delay",)))
    if s.chance(0.6):
        tune(s, s.part("~vocal-duo", "~backing", level=1), 55, 72, "hook", ("x.xx.x..", "xx.x.x..", "x.x.xx.."), form="AAAB", repeat=0.6, sing=True)
        if s.chance(0.4):
            rap(s, ("hook",), 0.4, talk=0.0)
    else:
        rap(s, ("hook",), 0.6, triplets=0.0, talk=0.0)
    if s.chance(0.3):
        hype(s, ("first", "hook"))


@style("Rap", like="Hip-Hop")
def north_low_slow_rap(s: Song) -> None:
    """Half-time: long bass notes that slide, hats in twos and threes, a dark bell or choir loop, triplet rhymes."""
    s.set((124, 156), s.pick("minor", "harmonic-minor", "phrygian"), room=("plate", "hall", "booth"))
    loop = s.pick("i | i | bVI | bVI", "i | bVI | i | v", "i | i | iv | V", "i | bII | i | i" if s.scale == "phrygian" else "i | bVII | bVI | V", journey(s, MINOR, 4))
    s.until(46, "intro verse verse hook verse", intro=loop, verse=f"{loop} | {loop}", hook=loop)
    hat = s.pick("x.x.x.x.x.x.x.x.", "x.x.x.xxx.x.x.x.", "x.xxx.x.x.xxxxx.", "x.x.x.x.x.xxxxxx") + "|" + s.pick("x.x.x.x.x.x.xxxx", "xxx.x.x.x.x.x.x.", "x.x.x.x.xxxxxxxx")
    kick = s.pick("x.........x.....|..x.......x..x..", "x.....x.........|x.........x.....", "x..x......x.....|......x...x.....")
    drums(s, s.part("~kit:808", "kit:808", "~kit:hard", level=1, loose=0.002), {"kick": kick, "snare": "........X.......", "clap": "........x.......", "hat": hat,
                                                                                "open": "................|..............?."}, fills="machine", every=8, crash=0.2)
    figure(s, s.part("~808-bass", "~sub-bass", level=3, fx=s.pick((), ("drive:3",))), "|".join(row.replace("x", "1").replace(".", "-").lstrip("-").rjust(16,
            ".") for row in kick.split("|")), 26)
    comp(s, s.part("~fm-bell", "piano", "music-box", "~pluck", "harp", "nylon", "celesta", level=-2, fx=s.pick((), ("delay",))), ("1.2.3.2.1.4.3.2.", "1..2..3.1..2..4.",
            "1-3-2-..1-4-3-..", "x-------|1.2.3.1."), 69, 3)
    pad(s, s.part("choir", "~dark-pad", "strings", "~choir-low", "~warm-pad", level=-6), 57, 3, s.pick(None, ("hook", "intro")))
    rap(s, ("verse", "hook") if s.chance(0.7) else None, s.between(0.7, 0.9), grid=2, triplets=0.6, talk=0.06, fx=s.pick((), ("delay",)))
    tune(s, s.part("~vocal", "~vocal-low", "~square-lead", "flute", level=-1, fx=("delay",)), 58, 76, ("hook", "intro"), density=0.35, repeat=0.5, sing=True)
    if s.chance(0.35):
        hype(s, ("verse",))
