"""World, further afield: southern India and Sufi song, Congo's guitars, Morocco's bass lute, Bulgaria, Persia, Piraeus, Addis, Lisbon.

A mode or a vamp of two chords, a cycle that is clapped, an ornament where others put a chord; the hard cases are Classical, Latin, Blues, Jazz and Folk.
"""

from __future__ import annotations

import bass
import comping
import groove
import lines
import players
from genres import traditions
from score import Note
from song import Song, style

STILL = "I5 | I5 | I5 | I5"
AIR = ("room", "outdoors", "hall", "booth")


def _shouted(s: Song, call: list[Note], level: float = -1.0, delay: float = 0.0) -> None:
    """The others repeat what one has sung, in unison and not quite together."""
    for pan in (-0.5, 0.4):
        lines.double(s.part("~vocal-duo", "~backing", "~choir", "~vocal-low", name="answer", level=level, pan=pan, loose=0.03, send=-9), call, 0, delay)


@style("World", like="Classical")
def carnatic(s: Song) -> None:
    """The south: a composed song turned round line by line, every note shaken, a violin that shadows the voice, a two-headed drum in eight, seven or five."""
    beats = s.pick(4.0, 4.0, 3.5, 2.5, 3.0)
    s.set((72, 128), ("bhairav", "kafi", "mixolydian", "major", "todi", "harmonic-minor", "major-pentatonic"), beats=beats, room=("hall", "room", "outdoors"))
    s.until(48, "pallavi pallavi charanam swara", pallavi=STILL, charanam=STILL, swara=STILL)
    lead = s.part("~vocal", "violin", "flute", "~sitar", "~vocal-low", "~bowed", "~flute", "~reed", "shanai", level=2, pan=0.0, loose=0.012)
    low = 50 if lead.voice == "~vocal-low" else 57
    tune = lines.melody(s, lead, low, low + 17, ("pallavi", "charanam"), 1.7, 0.1, form="AABA", pull=0.2, leap=0.1, syllables=s.rng.sample(players.SYLLABLES, 10), triplets=False)
    fast = lines.runs(s, lead, low, low + 22, "swara", 0.25, gap=0.4)
    traditions.ornaments(s, tune, 0.75)
    shadow = s.part("violin", "~bowed", "violin", "flute", level=-2, pan=0.35, loose=0.02)
    lines.double(shadow, [note for note in (*tune, *fast) if s.chance(0.85)], 0, 0.12)
    syllables = int(beats * 4)
    traditions.hands(s, {"conga1": "|".join("".join(s.pick("x", "x", "o", ".", "X") if place % 2 == 0 else s.pick(".", "x", "g") for place in range(syllables)) for _ in range(3)),
                         "conga-mute": "|".join("".join(s.pick(".", "x", ".", "o") for _ in range(syllables)) for _ in range(2)),
                         "tom4": "X" + "".join(s.pick(".", ".", "x", ".") for _ in range(syllables - 1))}, 0, "mridangam")
    if s.chance(0.4):
        traditions.hands(s, {"tambourine": "".join(s.pick("x", ".", "x", "o") for _ in range(syllables))}, -5, "kanjira", where=("charanam", "swara"))
    tonic = traditions.low_tonic(s, 43)
    bass.drone(s, s.part("~sitar", "reed-organ", "~reed", "sitar", level=-5, send=-8), (tonic, tonic + 7, tonic + 12), s.pick(1.0, 2.0, 4.0))


@style("World", like="R&B")
def qawwali(s: Song) -> None:
    """Two harmoniums, a party of men who clap the off-beats, tabla like a heartbeat; one voice climbs and climbs and the line comes round louder every time."""
    s.set((88, 148), ("kafi", "mixolydian", "minor", "bhairav", "major"), swing=s.pick(0.0, 0.5), unit=0.5, room=("hall", "outdoors", "room"))
    s.until(44, "refrain solo refrain solo", refrain=s.pick("I5 | I5 | bVII | I5", "i | i | bVII | i") if s.scale != "major" else s.pick("I | I | IV | I", "I | V | I | I"), solo=STILL)
    reed = s.part("reed-organ", "accordion", "~accordion", "~reed", "harmonica", level=-1)
    call = lines.melody(s, s.part("~vocal", "~vocal-low", level=2, pan=0.0), 57, 72, "refrain", 1.5, 0.12, form="AABA", pull=0.5,
                        syllables=s.rng.sample(players.SYLLABLES, 8), triplets=False)
    lines.double(reed, call, 0)
    _shouted(s, call, 0)
    climb = lines.melody(s, s.part("~vocal", "~vocal", "~vocal-duo", level=2, pan=0.0), 62, 82, "solo", 1.9, 0.25, form="ABCD", pull=0.2, bends=0.3, graces=0.15,
                         syllables=("a", "la", "sa", "ni", "da", "ma", "ga", "re"))
    traditions.ornaments(s, climb, 0.5)
    comping.pad(s, reed, 57, 3, loud=62)
    traditions.hands(s, {"clap": s.pick("....x.......x...", "x...x...x...x...", "..x...x...x...x.")}, -2, "party")
    traditions.hands(s, {"bongo1": s.pick("x..xx.x.x..xx.x.", "xx.xx.xxx.xx.xx."), "conga2": s.pick("X.....x...X.x...", "X..x....x..X...."), "conga-mute": "..x...x...x...x."}, 0, "tabla")


@style("World", like="Latin")
def soukous(s: Song) -> None:
    """Kinshasa to Paris: three clean guitars in thirds and sixths, then the seben: the drummer goes to the hats, the guitars go round for ever."""
    s.set((116, 148), "major", keys="C G F D A", room=("club", "plate", "outdoors", "dry"))
    turn = s.pick("I | IV | V | IV", "I | IV | I | V", "I IV | V IV")
    s.until(40, "verse seben seben", verse=s.pick("I | V | IV | V", turn), seben=turn)
    groove.drums(s, s.part("kit:standard", "kit:room", "~kit:linn", level=-1),
                 {"kick": "x...x...x...x...", "snare": s.pick("...x..x....x..x.", "x..x..x...x.x...", "...x..x.....x.x."), "hat": "x.xxx.xxx.xxx.xx"}, fills=8, crash=False)
    if s.chance(0.6):
        traditions.hands(s, {"conga1": "..x..xx...x..xx.", "shaker": "xoxoxoxoxoxoxoxo"}, -5, "congas")
    bass.pattern(s, s.part("finger-bass", "~electric-bass", "pick-bass", "fretless", level=1), s.pick("R..R..5.8..5.3..", "R.R...5.R.8.5.3.", "..R.5.8...R.3.5."), 28)
    chain = s.pick(("amp:clean", "chorus"), ("amp:clean",), ("amp:clean", "delay:120"))
    first = s.part("clean-guitar", "~electric-guitar", "~steel-guitar", "steel", level=1, pan=-0.4, fx=chain)
    tune = lines.melody(s, first, 64, 84, "seben", 3.4, 0.05, unit=1, form="AAAB", triplets=False, pull=0.75, scale="major")
    lines.harmonise(s, s.part(first.voice, "clean-guitar", level=-1, pan=0.4, fx=chain), tune, s.pick(-2, -5), scale="major")
    comping.arpeggio(s, s.part("clean-guitar", "~electric-guitar", "nylon", level=-1, fx=chain), 0.25, 55, 2, "".join(s.pick(*"01234") for _ in range(8)),
                     rests=s.pick("x.xxx.xx", "xx.xx.xx", "x.xx.xx."))
    call = players.sing(s, "verse", density=1.4, level=2, low=57, bends=0.05)
    lines.harmonise(s, s.part("~vocal", "~vocal-duo", level=0), call, 2, scale="major")


@style("World", like="Blues")
def gnawa(s: Song) -> None:
    """Marrakesh by night: a three-stringed bass lute repeats itself in five notes, iron castanets gallop, the master sings and the row of men answers."""
    s.set((84, 136), ("minor-pentatonic", "minor-pentatonic", "major-pentatonic", "dorian"), keys="D C G A", swing=(0.2, 0.8), unit=0.5, room=("room", "outdoors", "hall", "booth"))
    s.until(44, "a a b", a=STILL, b=STILL)
    lute = s.part("~oud", "~string-bass", "~oud", "upright", "~shamisen", "fretless", name="guembri", level=2, pan=0.0)
    riff = lines.make_riff(s, 4, 2.2, 12, s.scale if "penta" in s.scale else "minor-pentatonic", 0.4)
    lines.play_riff(s, lute, riff, 4, 36, follow=False)
    for beat in range(0, int(s.sections[-1].end), 2):
        if s.chance(0.5):
            lute.add(beat + s.pick(0.5, 0.75, 1.5), 0.2, traditions.low_tonic(s, 36) + 12, 78, "dead")
    for pan in (-0.5, 0.5):
        iron = s.part("kit:standard", name="qraqeb", level=-3, pan=pan, loose=0.01)
        groove.drums(s, iron, {s.pick("agogo2", "hat", "timbale2", "cowbell"): s.pick("x.xxx.xxx.xxx.xx", "xx.xxx.xxx.xxx.x")}, fills=0, crash=False, human=0.14, vary=0.0)
    if s.chance(0.5):
        traditions.hands(s, {"tom4": s.pick("X.....x.X...x...", "X..x..X...x.x..."), "clap": "....x.......x..."}, -1, "tbel")
    master = s.part("~vocal-low", "~vocal", name="master", level=2)
    call = lines.melody(s, master, 50, 65, "a", 1.2, 0.25, unit=1, form="ABAC", pull=0.3, bends=0.2, graces=0.1, syllables=s.rng.sample(players.SYLLABLES, 8), triplets=False)
    # The master has the even bars, the men throw each back at him in the odd ones.
    asked = [note for note in call if int(note.start // s.beats) % 2 == 0]
    master.notes[:] = asked
    _shouted(s, asked, 0, s.beats)
    if s.chance(0.3):
        lines.melody(s, players.guitar(s, s.pick("edge", "clean"), 0, 0.3) if s.chance(0.5) else s.part("~flute", "violin", "tenor-sax", level=0), 57, 76, "b", 1.3, 0.35, bends=0.3)


@style("World", like="Classical")
def village_choir(s: Song) -> None:
    """Bulgaria: women sing from the chest, seconds ground against a held tone, hiccups at the ends of lines; five or seven to the bar, or no bar at all."""
    beats = s.pick(3.5, 2.5, 4.0, 4.5)
    s.set((84, 168), ("dorian", "phrygian", "minor", "mixolydian", "misheberak"), beats=beats, rubato=s.pick(0.0, 0.1), room=("outdoors", "hall", "church", "room"))
    s.until(44, "a a b", a=s.pick("i | i | i | bVII", STILL, "i | bVII | i | i"), b=s.pick("bVII | i | bVII | i", STILL))
    top = s.part("~vocal", "~vocal-duo", "~choir", "oohs", level=1, pan=-0.3, loose=0.018)
    tune = lines.melody(s, top, 62, 74, None, s.pick(0.9, 1.5), 0.12, form="AABC", pull=0.4, leap=0.06, graces=0.2, syllables=s.rng.sample(players.SYLLABLES, 10), triplets=False)
    for note in tune:
        if note.length >= 1.0 and s.chance(0.35):
            note.bend = ((0.0, 0.0), (note.length * 0.82, 0.0), (note.length * 0.9, s.pick(5.0, 7.0)))
    lines.harmonise(s, s.part("~vocal-duo", "~vocal", "~choir", level=0, pan=0.3, loose=0.02), tune, s.pick(-1, -1, -2))
    tonic = 62 + (s.tonic - 62) % 12 - (12 if s.tonic % 12 > 4 else 0)
    hold = s.part("~choir", "~vocal-duo", "choir", "~backing", level=-1, pan=0.0, loose=0.03)
    for bar in s.bars():
        if bar.index % 2 == 0:
            hold.add(bar.start, bar.beats * 2 * 0.97, tonic - (2 if bar.index % 4 == 2 and s.chance(0.4) else 0), 84, "o")
    if s.chance(0.35):
        traditions.heterophony(s, tune, "~bowed", "fiddle", "bagpipe", "~flute")
    if s.chance(0.35) and beats != 4.0:
        count = int(beats * 2)
        traditions.hands(s, {"tom4": "X." + "".join(s.pick("x.", "..", ".x") for _ in range((count - 2) // 2)) + "x" * (count % 2),
                             "rim": "".join(s.pick(".", "x") for _ in range(count))}, -4, "tupan")


@style("World", like="Classical")
def persian(s: Song) -> None:
    """Hammered strings and a long-necked lute: free phrases that fall from the top of a tetrachord, then six-eight with a goblet drum of wood; quarter tones."""
    s.set((104, 168), ("phrygian", "minor", "dorian", "bhairav", "major"), beats=3.0, rubato=s.pick(0.04, 0.1), room=("room", "hall", "booth"))
    s.until(46, "avaz reng reng", avaz=STILL, reng=s.pick(STILL, "I5 | I5 | bVII | I5"))
    lead = s.part("~dulcimer", "dulcimer", "~shamisen", "~sitar", "~oud", "~bowed", "~flute", "~mandolin", level=1, loose=0.015)
    free = lines.melody(s, lead, 57, 76, "avaz", 1.4, 0.3, form="ABCD", pull=0.2, leap=0.08, graces=0.25)
    for note in list(free):
        if note.length >= 1.0 and lead.voice not in ("~bowed", "~flute"):
            count = int(note.length * 6)
            for place in range(1, count):
                lead.add(note.start + place * note.length / count, note.length / count, note.pitch, note.velocity * (0.55 + 0.4 * place / count))
            note.length /= count
    tune = lines.melody(s, lead, 57, 77, "reng", 2.0, 0.06, form="AABC", pull=0.35, leap=0.1, graces=0.15, triplets=False)
    traditions.neutral(s, [*free, *tune], s.pick((1, 8), (3, 10), (2, 9), (4,)))
    traditions.heterophony(s, tune, "~bowed", "~flute", "~shamisen", "violin", level=-1)
    if s.chance(0.6):
        sung = players.sing(s, "avaz", density=1.0, rest=0.4, level=1, graces=0.3, pull=0.2, scale=s.scale)
        traditions.ornaments(s, sung, 0.6)
    if s.chance(0.85):
        traditions.hands(s, {"conga1": s.pick("X..x..", "X.x..x", "X.xX.x"), "conga-mute": s.pick("..x.xx", ".xx.xx", "..xx.x"),
                             "bongo1": "".join(s.pick("g", "r", ".", "x") for _ in range(12))}, -1, "tombak", where="reng")


@style("World", like="Folk")
def rebetiko(s: Song) -> None:
    """Piraeus: bouzouki and its small sister over a guitar's bass and chord, a slow nine for a man who dances alone or a heavy four; smoke."""
    beats = s.pick(4.5, 4.5, 4.0, 3.5)
    s.set((92, 128) if beats != 4 else (84, 120), ("hijaz", "harmonic-minor", "minor", "phrygian", "double-harmonic"), keys="D A E C G", beats=beats, room=("room", "club", "booth"))
    if s.chance(0.5):
        s.master.append("old")
    major_third = s.scale in ("hijaz", "double-harmonic")
    s.until(44, "intro verse verse", intro=s.pick("I | I | bII | I", "I | bvii | bII | I") if major_third else s.pick("i | iv | V7 | i", "i | i | V7 | i"),
            verse=s.pick("I | bII | I | I", "iv | I | bII | I") if major_third else s.pick("i | bVII | bVI | V7", "iv | i | V7 | i"))
    lead = s.part("~mandolin", "~steel-guitar", "~mandolin", "~oud", "violin", "accordion", "clarinet", level=1, pan=-0.2)
    first = lines.melody(s, lead, 60, 81, "intro", 2.0, 0.08, form="AABC", graces=0.25, pull=0.5, triplets=False)
    if s.chance(0.5):
        lines.harmonise(s, s.part("~mandolin", "~steel-guitar", level=-2, pan=0.3), first, -2)
    comping.comp(s, s.part("~mandolin", "~ukulele", "~shamisen", level=-4, pan=0.5), {4.5: "..x...x.x", 4.0: ".x.x.x.x", 3.5: "..x.x.x"}[beats], 72, 3, gate=0.5)
    guitar = s.part("nylon", "steel", "~nylon-guitar", "~steel-guitar", "piano", level=-1)
    bass.pattern(s, guitar, {4.5: s.pick("R...5.R.5", "R.R.5.5.R"), 4.0: "R...5...", 3.5: "R..R.5."}[beats], 40)
    comping.comp(s, guitar, {4.5: "..x...x.x", 4.0: "..x...xx", 3.5: ".xx.x.x"}[beats], 60, 3, gate=0.6)
    players.sing(s, "verse", density=1.3, level=2, low=s.pick(48, 52, 57), graces=0.2, bends=0.2, pull=0.5)
    lines.melody(s, lead, 64, 81, "verse", 1.0, 0.55, graces=0.25)
    if s.chance(0.3):
        traditions.hands(s, {"tom4": {4.5: "X...x...x", 4.0: "X...x...", 3.5: "X..x.x."}[beats], "tambourine": {4.5: "..x...x.x", 4.0: "..x...x.", 3.5: "..x.x.x"}[beats]}, -5)


@style("World", like="Jazz")
def ethio_groove(s: Song) -> None:
    """Addis, 1972: an army band's saxophones in a five-note mode with a hole in it, an organ or vibraphone, a limping six-eight; nobody plays a seventh chord."""
    s.set((96, 148), ("hirajoshi", "in-sen", "minor-pentatonic", "major-pentatonic", "pelog"), keys="C D Eb G F", beats=s.pick(3.0, 3.0, 4.0), room=("club", "room", "booth", "plate"))
    if s.chance(0.5):
        s.master.append("old")
    s.until(44, "head head solo", head=STILL, solo=STILL)
    six = s.beats == 3
    groove.drums(s, s.part("kit:jazz", "kit:standard", "kit:room", level=-1),
                 s.pick({"kick": "x..x.x", "snare": "..x..g", "ride": "x.xxx."},
                        {"kick": "x..x..", "rim": "..x.x.", "hat": "x.xx.x"}) if six else s.pick({"kick": "x..x..x...x.....", "snare": "....x..g....x..g", "hat": "x.x.x.x.x.x.x.x."}, "funk"), fills=8, crash=False, human=0.13)
    lines.play_riff(s, s.part("finger-bass", "upright", "~electric-bass", "pick-bass", level=1), lines.make_riff(s, s.beats * s.pick(1, 2), 1.5, 12, s.scale, 0.4),
                    s.beats * 2, 28, follow=False)
    horn = s.part("tenor-sax", "alto-sax", "trumpet", "baritone-sax", level=1, loose=0.015)
    low = 44 if horn.voice == "baritone-sax" else 55
    tune = lines.melody(s, horn, low, low + 19, "head", 1.5, 0.15, form="AABA", pull=0.3, graces=0.2, triplets=False)
    lines.double(s.part("tenor-sax", "trumpet", "trombone", "alto-sax", level=-1), tune, s.pick(0, 0, 12) if low == 44 else 0)
    keys = s.part("drawbar", "vibraphone", "rhodes", "~organ", "piano", "clean-guitar", "~vibes", level=-1, fx=s.pick((), ("tremolo",), ("leslie",)))
    lines.play_riff(s, keys, lines.make_riff(s, s.beats, 2.0, 12, s.scale, 0.2), s.beats, 60, follow=False, gate=0.7)
    solo = lines.melody(s, s.part("tenor-sax", "vibraphone", "drawbar", "~vocal", "trumpet", "clarinet", level=2), 57, 79, "solo", 1.8, 0.25, form="ABCD", pull=0.2, bends=0.25, graces=0.2)
    traditions.ornaments(s, solo, 0.4)
    if s.chance(0.4):
        lines.play_riff(s, s.part("muted-guitar", "~electric-guitar", level=-3, fx=("amp:clean", "wah")), lines.make_riff(s, s.beats, 2.4, 9, s.scale, 0.3), s.beats, 55,
                        follow=False, gate=0.4)


@style("World", like="Latin")
def fado(s: Song) -> None:
    """Lisbon: a singer in black, a pear-shaped guitar in silver tremolos and runs around her, another that gives bass and chord; she waits, they wait."""
    s.set((66, 116), ("minor", "harmonic-minor", "major"), keys="A D E G", beats=s.pick(4.0, 4.0, 2.0), rubato=0.07, room=("room", "club", "hall", "booth"))
    chords = ("I | V7 | V7 | I", "I | IV | V7 | I", "I | ii | V7 | I") if s.scale == "major" else ("i | V7 | V7 | i", "i | iv | V7 | i", "i | bVII | bVI | V7", "iv | i | V7 | i")
    s.until(44, "guitarra verse verse", guitarra=s.pick(*chords), verse=s.pick(*chords))
    silver = s.part("~mandolin", "~steel-guitar", "~dulcimer", "steel", "~mandolin", level=0, pan=0.35)
    lines.melody(s, silver, 64, 88, "guitarra", 2.4, 0.08, graces=0.2, pull=0.75)
    comping.arpeggio(s, silver, s.pick(0.25, 1 / 3), 62, 2, s.pick("updown", "0213", "210"), "verse", rests=s.pick("....xxxx", "..xxx...", "......xx"))
    viola = s.part("nylon", "~nylon-guitar", "nylon", "piano", "~steel-guitar", level=-1, pan=-0.35)
    bass.pattern(s, viola, s.pick("R...5...", "R..35...", "R---5-a-"), 40)
    comping.comp(s, viola, s.pick("..x...x.", "..s.s.s.", ".xx..xx."), 60, 3, gate=0.7)
    sung = players.sing(s, "verse", density=1.1, rest=0.25, level=2.5, bends=0.3, graces=0.15, voices=("~vocal", "~vocal", "~vocal-low"))
    traditions.ornaments(s, sung, 0.3, 0.8)
    if s.chance(0.4):
        bass.pattern(s, s.part("upright", "~string-bass", "contrabass", level=-2), "R---5---", 28)
