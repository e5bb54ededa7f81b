"""Borrowed clothes: one genre with another's habits, each the hard case that the other genre's file lacks.

A skank alone does not make Reggae, a broken beat does not make Hip-Hop, and without a singer Pop, R&B and Country are still what they are.
"""

from __future__ import annotations

import bass
import comping
import groove
import lines
import players
from song import Song, style

OFFBEAT = ("..s...s...s...s.", ".s.s.s.s", "..s...s...ss..s.")
POP = ("I | V | vi | IV", "vi | IV | I | V", "I | vi | IV | V", "I | IV | vi | V", "i | bVI | bIII | bVII")
SOUL = ("Imaj9 | vi9 | ii9 | V13", "im9 | ivm9 | im9 | v7", "IVmaj9 | iii7 | vi9 | Imaj9", "im11 | bVImaj7 | ivm9 | V7alt")


def _acoustic(s: Song) -> str:
    return s.pick("steel", "nylon", "~steel-guitar", "~nylon-guitar")


@style("Rock", like="Reggae")
def off_beat_rock(s: Song) -> None:
    """A trio chops between the beats in the verse and lets go in the chorus: snare on two and four, kick on one, guitars wide open."""
    s.set((118, 160), ("minor", "dorian", "major"), keys="A D E G B", room=s.pick("room", "plate", "club"))
    s.until(42, "verse chorus verse chorus", verse=s.pick("i | bVII | bVI | bVII", "i | iv | bVII | i", *POP), chorus=s.pick(*POP))
    chop = players.guitar(s, s.pick("clean", "edge"), 0, -0.3, extra=(s.pick("chorus", "flanger", "delay:280"),))
    comping.comp(s, chop, s.pick(*OFFBEAT), 64, 3, "verse", gate=0.5)
    comping.strum(s, players.guitar(s, s.pick("crunch", "edge", "lead"), 1, wide=s.chance(0.5)), s.pick("x-x-x-xx", "X---x-x-", "x--x--x-"), "chorus", strings=4)
    bass.pattern(s, s.part("pick-bass", "finger-bass", "~electric-bass", level=0, pan=0.0), s.pick("R-R.5-8-", "R..R5.R.", "RRRRRRRR"), 28)
    kit = s.part("kit:standard", "kit:room", "kit:power", level=2, pan=0.0)
    groove.drums(s, kit, s.pick("rock", "two-step", {"kick": "x..x....x..x....", "snare": "....X.......X...", "hat": "xoxxxoxxxoxxxoxx"}), "verse", fills=4)
    groove.drums(s, kit, s.pick("rock-busy", "rock-ride", "rock"), "chorus", fills=4, loud=108)
    players.sing(s, None, density=1.4, fx=s.pick((), ("delay:250",)))


@style("Rock", like="R&B")
def funk_rock(s: Song) -> None:
    """Slapped bass and scratched guitar under a distorted riff; the drummer hits like a rock drummer."""
    s.set((92, 122), ("minor-pentatonic", "dorian", "mixolydian"), keys="E A D G", room=s.pick("dry", "room", "club"))
    s.until(42, "a a b a", a="i | i | i | i", b=s.pick("i | bVII | IV | i", "bVI | bVII | i | i"))
    riff = lines.make_riff(s, 4, 2.2, 10, "minor-pentatonic", 0.5)
    lines.play_riff(s, players.guitar(s, s.pick("crunch", "lead"), 1, wide=s.chance(0.5)), riff, 4, 40, "b" if s.chance(0.4) else None, power=True)
    lines.play_riff(s, s.part("slap-bass", "slap-bass-2", "pick-bass", "~electric-bass", level=0), riff, 4, 28)
    comping.comp(s, players.guitar(s, "edge", -2, 0.4, extra=("wah",)), s.pick("m.xmm.xm", "..xm.xm."), 64, 3, "a")
    groove.drums(s, s.part("kit:standard", "kit:room", "kit:power", level=2, pan=0.0), s.pick("funk", "rock-busy", "breaks"), fills=4, loud=112)
    if s.chance(0.6):
        players.sing(s, None, low=55, density=1.7, scale="minor-pentatonic", fx=("drive:2",))
    else:
        lead = players.guitar(s, "lead", 1, 0.2, extra=("wah",))
        lines.melody(s, lead, 60, 86, None, 1.6, 0.3, bends=0.5, scale="minor-pentatonic")


@style("Rock", like="Metal")
def instrumental_rock(s: Song) -> None:
    """A guitar sings the whole tune over power chords and a plain beat, keyboards behind: racing games, title screens, guitar records."""
    s.set((104, 168), ("minor", "dorian", "major", "mixolydian"), keys="E A D G B", room=s.pick("room", "plate", "arena"))
    loops = ("i | bVI | bIII | bVII", "i | bVII | bVI | bVII", "i | iv | bVII | bIII") if s.scale in ("minor", "dorian") else ("I | V | vi | IV", "I | bVII | IV | I", "I | IV | V | IV")
    s.until(42, "a b a b", a=s.pick(*loops) + " | " + s.pick(*loops), b=s.pick(*loops))
    rhythm = players.guitar(s, s.pick("crunch", "lead", "high"), 0, wide=True)
    lines.chug(s, rhythm, s.pick("P---P-P-", "P-PPP-PP", "P-------P---P---", "P--P--P-"), 40)
    bass.pattern(s, s.part("pick-bass", "finger-bass", "~electric-bass", level=-1, pan=0.0), s.pick("RRRRRRRR", "R-RR.RR-"), 28)
    groove.drums(s, s.part("kit:standard", "kit:power", "kit:room", "~kit:909", level=2, pan=0.0), s.pick("rock", "rock-busy", "rock-ride", "punk"), fills=4, loud=106)
    lead = players.guitar(s, "lead", 2, 0.1, extra=(s.pick("delay:330", "chorus", "tone:air"),))
    tune = lines.melody(s, lead, 58, 84, None, s.between(1.0, 2.0), 0.12, bends=0.4, pull=0.7)
    if s.chance(0.4):
        lines.harmonise(s, players.guitar(s, "lead", 0, -0.3), tune, s.pick(2, -2))
    if s.chance(0.5):
        comping.pad(s, s.part("rock-organ", "strings", "~string-machine", "~saw-poly", "polysynth", level=-4), 64, 3)


@style("Jazz", like="Hip-Hop")
def broken_beat_band(s: Song) -> None:
    """A quartet plays a broken beat by hand: nothing loops, the horn improvises over moving changes, the bass answers."""
    s.set((80, 112), ("dorian", "minor", "lydian"), keys="F Bb Eb C Ab", swing=(0.2, 0.8), unit=0.5, room=s.pick("club", "room", "booth"))
    s.until(45, "head solo", head=s.pick("im9 | ivm9 | bVImaj9 | V7alt", "Imaj9 | bIIImaj7 | bVImaj9 | bII7"), solo=s.pick("im11 | im11 | ivm9 | ivm9", "ii9 | V13 | Imaj9 | VI7alt"))
    groove.drums(s, s.part("kit:jazz", "kit:standard", "kit:brush", level=-1), {"kick": s.pick("x..x......x.....", "x.....x..xx....."), "snare": s.pick("....X..g.g..X..g", "....x.g.g..gx.g."), "ride": "x.xxx.xxx.xxx.xx"}, fills=4, loud=88, human=0.2, vary=0.3)
    low = s.part("upright", "fretless", "~string-bass", "finger-bass", level=0, loose=0.015)
    bass.walking(s, low, where="solo") if s.chance(0.5) else bass.pattern(s, low, "R--5..8-..7-5-a.|R..3.5-..8..7-a.", 28, "solo")
    bass.pattern(s, low, s.pick("R--R..5-....8-a.", "R-..R.5-8..7-.a."), 28, "head")
    comping.comp(s, s.part("rhodes", "piano", "~fm-piano", "jazz-guitar", level=-2), s.pick(".s...x--|..s...s.", "..x...s.|s..x----", "x-------|..s..x-."), 60, 5, drop=0.2, loud=76)
    horn = s.part("tenor-sax", "trumpet", "alto-sax", "flute", "muted-trumpet", "trombone", "vibraphone", level=1, loose=0.02, late=0.015)
    lines.melody(s, horn, 54, 79, None, s.between(1.4, 2.4), 0.3, form="ABCD", bends=0.15, graces=0.15, ahead=0.2, pull=0.75)


@style("Jazz", like="Latin")
def afro_cuban_jazz(s: Song) -> None:
    """Congas and a montuno below, jazz harmony and an improvising horn above; the ride cymbal swings out of it for the bridge."""
    s.set((150, 210), ("minor", "dorian", "major"), keys="F Bb Eb C G", room=s.pick("club", "hall", "room"))
    s.until(42, "head solo solo", head=s.pick("im9 | bVI7 | iiø | V7b9", "ii9 | V13 | Imaj9 | VI7alt"), solo=s.pick("im7 | IV7 | im7 | V7alt", "ii7 | V7 | Imaj7 | VI7"))
    groove.drums(s, s.part("kit:standard", "kit:jazz", level=-3), {"conga-mute": "x.o.x.o.", "conga1": "......xx", "cowbell": s.pick("x.x.x.xx", "........"), "ride": s.pick("........", "x.xxx.xx")}, fills=8, crash=False, human=0.14)
    bass.pattern(s, s.part("upright", "~string-bass", "fretless", level=0), "...5..R-|...5..a-", 30)
    comping.comp(s, s.part("piano", "bright-piano", "vibraphone", level=-2), s.pick("x.xx.x.x|.x.x.xx.", ".x-.x-s.|..s..x--"), 62, 4)
    horn = s.part("trumpet", "tenor-sax", "flute", "trombone", "alto-sax", "piano", level=1, loose=0.018)
    lines.melody(s, horn, 58, 84, None, s.between(1.6, 2.6), 0.25, form="ABCD", graces=0.15, ahead=0.25, pull=0.8, leap=0.25)


@style("Jazz", like="R&B")
def smooth_quartet(s: Song) -> None:
    """Soprano saxophone or clean guitar over electric piano and a soft backbeat: jazz for the evening programme."""
    s.set((72, 108), ("major", "dorian", "lydian"), keys="Eb Ab Bb F Db", room=s.pick("plate", "hall", "club"))
    s.until(45, "a a b a", a=s.pick(*SOUL, "ii9 | V13 | Imaj9 | VI7alt"), b=s.pick("IVmaj9 | iv9 | iii7 | VI7alt", "ii9 | bII7 | Imaj9 | Imaj9"))
    groove.drums(s, s.part("kit:standard", "kit:jazz", "~kit:linn", level=-3), s.pick({"kick": "x..x....x.x.....", "rim": "....x.......x...", "hat": "xoxoxoxoxoxoxoxo"}, "two-step", "bossa"), fills=8, loud=82, crash=False)
    bass.pattern(s, s.part("fretless", "finger-bass", "upright", "synth-bass", level=0), s.pick("R--R..5-8..7.5.a", "R-....5-R-..7-a-"), 28)
    comping.comp(s, s.part("rhodes", "dx-piano", "~fm-piano", "piano", level=-2, fx=("chorus",)), s.pick("x-----x-..x-....", "..x---s...x-----"), 61, 5, strum=0.02)
    lead = s.part("soprano-sax", "alto-sax", "tenor-sax", "jazz-guitar", "flute", "muted-trumpet", "~electric-dark", level=1, send=-6, late=0.012)
    lines.melody(s, lead, 60, 84, None, s.between(1.0, 2.0), 0.28, form="ABAC", bends=0.25, graces=0.15, ahead=0.25, pull=0.75)
    if s.chance(0.3):
        comping.pad(s, s.part("strings", "~warm-pad", level=-7), 64, 4)


@style("Folk", like="Reggae")
def island_strummer(s: Song) -> None:
    """One guitar or ukulele strummed between the beats, a voice or a flute, perhaps a shaker: the beach, not the sound system."""
    s.set((84, 128), ("major", "mixolydian", "minor"), keys="C G D A", swing=s.pick(0.0, 0.3), unit=0.5, room=s.pick("room", "dry", "outdoors", "booth"))
    s.until(42, "verse verse chorus", verse=s.pick("I | V | vi | IV", "I | IV | I | V", "vi | IV | I | V"), chorus=s.pick("I | IV | I | V", "IV | I | V | I"))
    comping.strum(s, s.part("~ukulele", "~ukulele", _acoustic(s), level=0), s.pick(".x.x.x.x", "..xu..xu", ".xux.xux", "m.xum.xu"), strings=4, low=48)
    if s.chance(0.5):
        comping.fingerpick(s, s.part(_acoustic(s), level=-2, pan=0.4), s.pick("B.1.b.2.B.3.b.1.", "B.12b.13"))
    if s.chance(0.65):
        players.sing(s, None, density=1.3, level=1.5)
    else:
        lines.melody(s, s.part("whistle", "flute", "harmonica", "~mandolin", "kalimba", level=1), 65, 84, None, 1.3, 0.2)
    if s.chance(0.5):
        groove.drums(s, s.part("kit:standard", "kit:brush", level=-6), {"shaker": "xoxoxoxo", "bongo1": s.pick("x..x..x.", "........")}, fills=0, crash=False)
    if s.chance(0.5):
        bass.pattern(s, s.part("upright", "~string-bass", level=-2), s.pick("R-5-", "R--5R-5-"), 30)


@style("Folk", like="Rap")
def talking_song(s: Song) -> None:
    """Somebody tells a story rather than sings it, over three chords and a bass run."""
    s.set((92, 138), ("major", "mixolydian", "minor"), keys="G C D A E", room=s.pick("room", "dry", "booth"))
    s.until(42, "verse verse break", verse=s.pick("I | I | IV | V", "I | IV | V | I", "i | bVII | i | bVII"), **{"break": s.pick("I | IV | I | V", "i | bVI | bVII | i")})
    comping.fingerpick(s, s.part(_acoustic(s), level=1), s.pick("B.1.b.2.B.3.b.1.", "p.2.b.1.B.3.b.2.")) if s.chance(0.5) else comping.strum(s, s.part(_acoustic(s), level=1), s.pick("x-xu.uxu", "x-x-xuxu"))
    players.talk(s, "verse", 1, s.between(-2, 1))
    lines.melody(s, s.part("harmonica", "fiddle", "banjo", "~mandolin", level=0), 62, 82, "break", 1.4, 0.15, bends=0.2)
    if s.chance(0.4):
        bass.pattern(s, s.part("upright", "~string-bass", level=-2), "R-5-", 30)


@style("Folk", like="World")
def drone_song(s: Song) -> None:
    """Hurdy-gurdy, pipes or a bowed drone under a modal tune, a frame drum at most."""
    s.set((70, 120), ("dorian", "mixolydian", "minor"), keys="D G A C", beats=s.pick(4.0, 3.0), room=s.pick("room", "hall", "outdoors"))
    s.until(42, "a a b a", a="i | i | bVII | i", b=s.pick("i | bIII | bVII | i", "bVII | i | bVII | i"))
    low = 48 + (s.tonic - 48) % 12
    bass.drone(s, s.part("~reed", "bagpipe", "~bowed", "reed-organ", "accordion", "cello", level=-4), (low, low + 7), s.beats * 2)
    tune = lines.melody(s, s.part("fiddle", "whistle", "~shawm", "~vocal", "flute", "~dulcimer", "recorder", level=1), 60, 82, None, 1.5, 0.08, graces=0.25, pull=0.6)
    if s.chance(0.5):
        lines.double(s.part("~dulcimer", "harp", "~mandolin", "violin", level=-2), tune, s.pick(0, -12))
    if s.chance(0.5):
        comping.arpeggio(s, s.part(_acoustic(s), "harp", "~dulcimer", level=-3), 0.5, 50, 2, "0213")
    if s.chance(0.4):
        groove.drums(s, s.part("kit:standard", "kit:orchestra", level=-5), {"tom4": s.pick("X.oxo.xo", "x..o..x.") if s.beats == 4 else s.pick("X.oxo.", "x..o.o")}, fills=0, crash=False)


@style("R&B", like="Jazz")
def instrumental_groove(s: Song) -> None:
    """The band without its singer: organ, guitar or electric piano take the tune, two or four bars of one pocket."""
    s.set((74, 112), ("dorian", "minor", "mixolydian", "major"), swing=(0.0, 0.6), unit=0.5, room=s.pick("room", "club", "booth", "plate"))
    s.until(44, "a a b a", a=s.pick("im7 | IV7 | im7 | IV7", "I7 | I7 | IV7 | IV7", *SOUL), b=s.pick(*SOUL))
    groove.drums(s, s.part("kit:standard", "kit:room", "~kit:linn", "~kit:808", level=1), s.pick("funk", "two-step", "boom-bap", {"kick": "x..x......x..x..", "snare": "....X..g.g..X...", "hat": "x.x.x.xxx.x.x.x."}), fills=4, loud=96)
    bass.pattern(s, s.part("finger-bass", "~electric-bass", "synth-bass", "fretless", level=1), s.pick("R..R.x5...7-8.a.", "R-.R..5-8..7.5.x", "R--..R5-..R..8.7"), 28)
    comping.comp(s, s.part("rhodes", "clavinet", "~fm-piano", "dx-piano", level=-1, fx=s.pick(("chorus",), ("wah:phase",))), s.pick("..s...x-..s.x---", "x--s..x-..s.x---"), 60, 5)
    comping.comp(s, s.part("clean-guitar", "~electric-guitar", level=-3, fx=("amp:clean", "wah")), s.pick("m.sm..sm", "..s.m.s."), 66, 3)
    lead = s.part("drawbar", "~organ", "clean-guitar", "rhodes", "~fm-piano", "tenor-sax", "~saw-lead", level=1, late=0.012)
    lines.melody(s, lead, 60, 82, None, 1.4, 0.35, bends=0.3, graces=0.12, ahead=0.2, scale=s.pick("minor-pentatonic", "blues") if s.scale in ("minor", "dorian") else "major-blues")


@style("R&B", like="Folk")
def acoustic_soul(s: Song) -> None:
    """One guitar with big chords, finger snaps, a soul singer and her own harmonies."""
    s.set((68, 100), ("major", "minor", "dorian"), swing=(0.2, 0.7), unit=0.5, room=s.pick("room", "plate", "booth"))
    s.until(44, "verse verse chorus", verse=s.pick(*SOUL), chorus=s.pick(*SOUL))
    guitar = s.part("nylon", "steel", "~nylon-guitar", "~electric-dark", "jazz-guitar", level=0)
    comping.comp(s, guitar, s.pick("x--m..x-m.x-..m.", "x-..m.x-..xm..x."), 58, 5, strum=0.03)
    players.sing(s, None, density=1.3, level=2, bends=0.45, graces=0.12, ahead=0.25, scale="minor-pentatonic" if s.scale != "major" else "major-blues")
    comping.comp(s, s.part("~backing", "~vocal-duo", "oohs", level=-4), s.pick("....x---|........", "..x-..x-|....x---"), 65, 3, "chorus")
    groove.drums(s, s.part("kit:standard", "~kit:808", "~kit:minimal", level=-4), {"clap": "....x.......x...", "shaker": s.pick("................", "xoxoxoxoxoxoxoxo"), "kick": s.pick("x.........x.....", "................")}, fills=0, crash=False)
    if s.chance(0.5):
        bass.pattern(s, s.part("finger-bass", "upright", "~electric-bass", level=-1), s.pick("R--..R5-....8-a.", "R-------..R-5-a-"), 28)


@style("Pop", like="Electronic")
def instrumental_pop(s: Song) -> None:
    """The song without words: piano, guitar or a friendly synthesizer has the tune, four chords, a plain beat, sunshine."""
    s.set((92, 130), ("major", "major", "minor", "mixolydian"), room=s.pick("plate", "room", "hall"))
    verse, chorus = s.pick(*POP), s.pick(*POP)
    s.until(42, "verse chorus verse chorus", verse=verse + " | " + verse, chorus=chorus + " | " + chorus)
    kit = s.part("kit:standard", "~kit:linn", "kit:room", "kit:electronic", level=-1, pan=0.0)
    groove.drums(s, kit, s.pick("two-step", "rock", {"kick": "x...x...x...x...", "clap": "....x.......x...", "hat": "x.x.x.x.x.x.x.x."}), fills=8, loud=96)
    bass.pattern(s, s.part("finger-bass", "pick-bass", "synth-bass", "~electric-bass", level=-1), s.pick("R---R-R-", "RRRRRRRR", "R--R--R-"), 28)
    comping.strum(s, s.part(_acoustic(s), "clean-guitar", level=-3, pan=0.4), s.pick("x-xu.uxu", "x---x-x-"), "chorus" if s.chance(0.5) else None)
    comping.comp(s, s.part("piano", "bright-piano", "rhodes", "polysynth", level=-2), s.pick("x-x-x-x-", "x--x--x-", "x---x-x-"), 62, 4)
    lead = s.part("piano", "clean-guitar", "whistle", "~square-lead", "saw-lead", "vibraphone", "alto-sax", "~pluck", "marimba", "synth-voice", level=2, fx=s.pick((), ("delay:330",)))
    lines.melody(s, lead, 62, 84, None, s.between(1.2, 1.8), 0.15, form="AABA", triplets=False, pull=0.75)
    if s.chance(0.4):
        comping.pad(s, s.part("strings", "~warm-pad", "~string-machine", level=-6), 64, 3, "chorus")


@style("Country", like="Rock")
def instrumental_picking(s: Song) -> None:
    """No singer: guitar, steel and fiddle trade choruses over a train beat or two-beat bass."""
    s.set((108, 168), ("major", "major-pentatonic", "mixolydian"), keys="E A G D C", room=s.pick("room", "booth", "plate", "club"))
    s.until(40, "a b c", a=s.pick("I | I | IV | I | V7 | V7 | I | I", "I | IV | V7 | I"), b=s.pick("I | IV | I | V7", "I | VI7 | II7 | V7"), c=s.pick("I | IV | V7 | I", "I | I | IV | V7"))
    groove.drums(s, s.part("kit:standard", "kit:brush", "kit:room", level=-2), s.pick("train", "train-fast", "two-step"), fills=8, crash=False)
    bass.pattern(s, s.part("upright", "finger-bass", "~string-bass", "pick-bass", level=0), s.pick("R-5-", "R.5."), 30)
    comping.strum(s, s.part(_acoustic(s), level=-3, pan=-0.4), s.pick(".x.x", "x-xu.uxu", "..x-..xu"), strings=5)
    lead = players.guitar(s, s.pick("clean", "edge"), 1, 0.2, extra=(s.pick("delay:110", "tone:bright", "tremolo"),))
    lines.melody(s, lead, 52, 79, "a", 2.6, 0.1, bends=0.3, graces=0.15, scale="major-blues", triplets=False)
    lines.melody(s, s.part("fiddle", "banjo", "~banjo", "harmonica", "~mandolin", level=1), 60, 83, "b", 2.4, 0.1, graces=0.15, scale="major-pentatonic", triplets=False)
    steel = players.guitar(s, "clean", 1, -0.3, extra=("delay:320",))
    for note in lines.melody(s, steel, 60, 81, "c", 0.9, 0.2, pull=0.95):
        note.bend = ((0.0, s.pick(-2.0, -1.0, 2.0)), (0.3, 0.0)) if note.length > 0.5 else ()


@style("Metal", like="Rock")
def bedroom_metal(s: Song) -> None:
    """One player, one interface and a drum machine: dry high gain on both sides, no voice, programmed double kick."""
    s.set((96, 180), ("minor", "phrygian", "harmonic-minor"), keys="E D C B", room=s.pick("dry", "dry", "room", "booth"))
    s.until(40, "a b a c", a=s.pick("i | i | bVI | bVII", "i | bII | i | bVII"), b=s.pick("i | bVI | bIII | bVII", "i | bVII | bVI | V"), c="i | i | i | bII")
    s.master.append("dense")
    low = s.pick(40, 38, 36)
    rhythm = players.guitar(s, s.pick("high", "scooped", "lead"), 2, wide=True)
    lines.chug(s, rhythm, s.pick("mmmP-mmP-mmP--mm", "P-mmmmP-mmmmP-P-", "m.mmP---m.mmP-P-"), low, ("a", "c"))
    lines.chug(s, rhythm, s.pick("P---P---P---P---", "P-------P---P-P-"), low, "b")
    if s.chance(0.7):
        bass.pattern(s, s.part("pick-bass", "finger-bass", "~electric-bass", level=-2), s.pick("RRRRRRRRRRRRRRRR", "R-R-R-R-RRRRR-R-"), 28)
    kit = s.part("~kit:909", "kit:power", "~kit:hard", "kit:standard", level=2, loose=0.0)
    groove.drums(s, kit, s.pick("double-kick", "thrash", "gallop-kick"), ("a", "c"), fills=4, loud=106, human=0.02)
    groove.drums(s, kit, s.pick("half-time", "rock"), "b", fills=4, loud=106, human=0.02)
    if s.chance(0.6):
        lead = players.guitar(s, "lead", 1, 0.1, extra=("delay:330",))
        lines.melody(s, lead, 60, 86, "b", 1.8, 0.1, bends=0.3, pull=0.7)


@style("Latin", like="Rock")
def latin_rock(s: Song) -> None:
    """Congas and timbales under an electric guitar that holds its notes; organ montuno."""
    s.set((108, 140), ("dorian", "minor"), keys="A D G C E", room=s.pick("club", "room", "arena"))
    s.until(42, "a a b", a=s.pick("i7 | IV7 | i7 | IV7", "i | bVII | i | IV"), b=s.pick("i | iv | V7 | i", "i | bVI | V7 | i"))
    groove.drums(s, s.part("kit:standard", "kit:room", level=-1), {"conga-mute": "x.o.x.o.x.o.x.o.", "conga1": "....x.......x.xx", "cowbell": "x...x...x...x...", "timbale1": s.pick("..........x.x.x.", "................"), "kick": s.pick("x.....x.x.....x.", "x...x...x...x..."), "guiro": "x...x.x.x...x.x."}, fills=0, crash=False)
    bass.pattern(s, s.part("finger-bass", "pick-bass", "~electric-bass", level=0), s.pick("R-....5-..R-....", "...5..R-...5..8-", "R--5..8-...5..a-"), 28)
    comping.comp(s, s.part("rock-organ", "drawbar", "~organ", level=-2, fx=("leslie",)), s.pick("x.xx.x.x.xx.x.x.", "..x-..s...x-..s.", "x-----s.s-x-...."), 62, 3)
    lead = players.guitar(s, s.pick("lead", "crunch", "edge"), 1, 0.1, extra=("delay:330",))
    lines.melody(s, lead, 60, 84, None, 1.3, 0.25, bends=0.5, scale="dorian", pull=0.6)
    if s.chance(0.4):
        players.sing(s, "b", density=1.2)


@style("World", like="Electronic")
def caravan_fusion(s: Song) -> None:
    """A lute, flute or fiddle in an old mode over hand drums, with a pad or a programmed beat far behind: the tradition leads."""
    s.set((80, 124), ("phrygian-dominant", "hijaz", "double-harmonic", "bhupali", "kafi", "in-sen"), room=s.pick("hall", "plate", "room"))
    s.until(44, "a a b", a="i | i | bII | i" if s.scale != "bhupali" else "I | I | V | I", b="i | bVII | i | i" if s.scale != "bhupali" else "I | vi | V | I")
    hands = s.part("kit:standard", "kit:orchestra", level=0, loose=0.007)
    groove.drums(s, hands, {"conga1": s.pick("x..x..x.", "x.xx..x."), "conga-mute": s.pick(".xx.xx.x", "o.o.o.o."), "tom4": s.pick("X.....x.", "X..X..x."), "tambourine": s.pick("..x...x.", "xoxoxoxo")}, fills=0, crash=False, human=0.16)
    low = 36 + (s.tonic - 36) % 12
    bass.drone(s, s.part("~drone", "~warm-pad", "~bowed", "strings", level=-5, send=-5), (low, low + 7), 16)
    tune = lines.melody(s, s.part("~oud", "~sitar", "~koto", "pan-flute", "shakuhachi", "~flute", "fiddle", "~pipa", "shanai", level=1, send=-6), 57, 81, None, 1.8, 0.2, graces=0.25, bends=0.3, pull=0.5)
    if s.chance(0.5):
        lines.double(s.part("~dulcimer", "sitar", "harp", "~kora", level=-3), tune, s.pick(0, -12))
    if s.chance(0.4):
        groove.drums(s, s.part("~kit:808", "~kit:minimal", level=-4, loose=0.0), {"kick": s.pick("x.......x.....x.", "x..x..x.x..x..x."), "rim": "....x.......x..."}, fills=0, crash=False)
