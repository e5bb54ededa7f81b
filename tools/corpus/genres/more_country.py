"""Country outside the honky-tonk: two people on a porch, brothers in harmony, yodellers, Bakersfield, Nashville's strings, quartets, and quiet modern records.

Three chords in major, a bass that alternates root and fifth, thumb and strum, tunes with thirds bent into; the drummer may stay at home.
"""

from __future__ import annotations

import bass
import comping
import groove
import lines
import players
from score import Part
from song import Song, Where, style

PLAIN = ("I | I | IV | I | I | I | V7 | I", "I | IV | V7 | I", "I | I | V7 | V7 | V7 | V7 | I | I", "I | I7 | IV | I | V7 | V7 | I | I", "IV | I | V7 | I")
RICH = ("I | I/3 | IV | V7 | I | vi | ii | V7", "I | III7 | vi | IV | I | II7 | V7 | I", "I | Imaj7 | I6 | I | ii | V7 | I | V7", "I | iii | IV | V | IV | I | II7 | V7")
ROOTS = ("steel", "~steel-guitar", "nylon", "steel", "~nylon-guitar")


def _boom_chuck(s: Song, part: Part, where: Where = None, low: int = 40) -> None:
    """Thumb on root and fifth, a strum between, and a run of steps into the next chord now and then."""
    for bar in s.bars(where):
        ahead = s.piece().chord_at(bar.start + bar.beats + 0.01)
        for beat in range(int(bar.beats)):
            at = bar.start + beat
            chord = s.piece().chord_at(at)
            root = low + (chord.bass - low) % 12
            running = ahead is not chord and beat == bar.beats - 1 and s.chance(0.5)
            if running:
                coming = low + (ahead.bass - low) % 12
                part.add(at, 0.45, coming - 4 if coming - 4 >= low - 4 else coming + 3, 88)
                part.add(at + 0.5, 0.45, coming - 2, 90)
            elif beat == 0 or (beat == 2 and bar.beats == 4):
                part.add(at, 0.9, root if beat == 0 else root + (7 if root < low + 6 else -5), 96 * s.rng.gauss(1.0, 0.05))
            else:
                for string, pitch in enumerate((root + 12, root + 12 + chord.third, root + 19, root + 24)):
                    part.add(at + string * 0.025, 0.6, pitch, 74 * s.rng.gauss(1.0, 0.07))


def _cry(s: Song, where: Where = None, level: float = -1.0, low: int = 58) -> None:
    """A steel guitar or whoever takes its place: two strings that slide together into the chord."""
    steel = s.part("~electric-guitar", "clean-guitar", "~bowed", "steel", "~electric-dark", "harmonica", name="steel", level=level, pan=s.between(-0.5, 0.5), send=-7,
                   fx=s.pick(("amp:clean", "delay:320"), ("amp:clean", "tremolo"), ("amp:clean",)))
    for span in s.chords(where):
        if s.chance(0.35):
            continue
        root = low + (span.chord.root - low) % 12
        slide = ((0.0, s.pick(-2.0, -1.0, -2.0)), (0.4, 0.0))
        for pitch in s.pick((root + span.chord.third, root + 7), (root + 7, root + 12 + span.chord.third), (root, root + span.chord.third)):
            steel.add(span.start + s.pick(0.0, 0.5, 1.0), span.length * 0.85, pitch, 84, "", slide)


@style("Country", like="Folk")
def porch_duo(s: Song) -> None:
    """A fiddle and a guitar, or a mandolin, or a harmonica: boom and chuck below, a tune with slides and double stops above, no singer or one who leans on the rail."""
    s.set((96, 140), ("major", "mixolydian", "major-pentatonic"), keys="G D A C", beats=s.pick(4.0, 4.0, 3.0), swing=s.pick(0.0, 0.5), room=("outdoors", "room", "booth", "dry"))
    s.until(42, "tune verse tune", tune=s.pick(*PLAIN), verse=s.pick(*PLAIN))
    _boom_chuck(s, s.part(*ROOTS, "banjo", level=0))
    lead = s.part("fiddle", "violin", "~mandolin", "harmonica", "~steel-guitar", "viola", level=1, loose=0.016)
    notes = lines.melody(s, lead, 60, 81, "tune", 1.8, 0.08, form="AABA", bends=0.3, graces=0.2, triplets=False, scale=s.pick("major-blues", "major-pentatonic", None))
    for note in list(notes):
        if note.length >= 0.9 and s.chance(0.4):
            lead.add(note.start, note.length, note.pitch - s.pick(3, 4, 5), note.velocity * 0.8, "", note.bend)
    if s.chance(0.6):
        players.sing(s, "verse", low=s.pick(45, 50, 55), density=1.4, level=1.5, bends=0.35)
    else:
        lines.melody(s, lead, 62, 84, "verse", 1.3, 0.15, bends=0.35, graces=0.15)


@style("Country", like="Folk")
def brother_duet(s: Song) -> None:
    """Two voices a third apart as if from one throat, the upper one the stranger; guitar and a mandolin that trembles between the verses."""
    s.set((80, 132), ("major", "major-pentatonic"), keys="G A D C Bb", beats=s.pick(4.0, 3.0, 4.0), room=("booth", "room", "hall"))
    if s.chance(0.6):
        s.master.append("old")
    s.until(42, "verse break verse", verse=s.pick(*PLAIN), **{"break": s.pick(*PLAIN)})
    _boom_chuck(s, s.part(*ROOTS, level=-1))
    low = s.part("~vocal-low", "~vocal", "~vocal", level=1.5, pan=-0.15, loose=0.015)
    tune = lines.melody(s, low, 53, 67, "verse", 1.3, 0.2, form="AABA", pull=0.75, bends=0.25, graces=0.06, leap=0.1, syllables=s.rng.sample(players.SYLLABLES, 10))
    lines.harmonise(s, s.part("~vocal", "~vocal-duo", level=1, pan=0.15, loose=0.015), tune, 2, 0.95, scale="major")
    small = s.part("~mandolin", "~mandolin", "fiddle", "~steel-guitar", level=0, pan=0.4)
    sketch = lines.melody(s, Part("sketch", "~mandolin"), 64, 84, "break", 1.0, 0.08, form="AABA")
    if small.voice == "~mandolin":
        lines.repeated(s, small, sketch, 0.125)
    else:
        lines.double(small, sketch)
    comping.comp(s, small, ".s.s" if s.beats == 4 else ".ss", 67, 3, "verse", loud=70)
    if s.chance(0.4):
        bass.pattern(s, s.part("upright", "~string-bass", level=-2), "R-5-" if s.beats == 4 else "R--", 30)


@style("Country", like="Blues")
def blue_yodel(s: Song) -> None:
    """A brakeman with a guitar: twelve bars or so in plain triads, a lazy strum, and at the end of every line the voice breaks into its upper floor."""
    s.set((84, 124), ("major", "major-blues"), keys="C G D E", swing=(0.5, 0.9), room=("booth", "room", "outdoors"))
    s.master.append("old")
    s.until(42, "verse yodel", verse="I | I | I | I7 | IV | IV | I | I | V7 | V7 | I | I", yodel=s.pick("V7 | V7 | I | I", "I | V7 | V7 | I"))
    _boom_chuck(s, s.part(*ROOTS, level=0))
    who = s.part("~vocal", "~vocal-low", "~vocal", level=2, pan=0.0, loose=0.02)
    lines.melody(s, who, 50, 66, "verse", 1.3, 0.3, form="AAB", unit=4, pull=0.7, bends=0.3, scale="major-blues", syllables=s.rng.sample(players.SYLLABLES, 10))
    for bar in s.bars("yodel"):
        chord = s.piece().chord_at(bar.start)
        root = 55 + (chord.root - 55) % 12
        beat = bar.start
        for step, length in s.pick(((0, 0.5), (9, 1.0), (7, 0.5), (12, 1.5)), ((7, 0.5), (12, 0.5), (9, 0.5), (7, 0.5), (16, 1.5)), ((4, 1.0), (12, 0.5), (9, 0.5), (7, 1.5))):
            who.add(beat, length * 0.96, min(root + step, 79), 98 if step > 8 else 88, s.pick("yo", "la", "i", "ti"))
            beat += length
    _cry(s, None, -2)
    if s.chance(0.4):
        lines.melody(s, s.part("muted-trumpet", "clarinet", "fiddle", "~ukulele", level=-1), 60, 79, "yodel", 1.4, 0.2, scale="major-blues")
    if s.chance(0.4):
        bass.pattern(s, s.part("tuba", "upright", level=-2), "R.5.", 30)


@style("Country", like="Rock")
def bakersfield(s: Song) -> None:
    """California's answer: two bright solid guitars without an ounce of syrup, a hard snare, a high second voice, steel on the turnarounds."""
    s.set((112, 164), ("major", "mixolydian"), keys="A E D G C", swing=s.pick(0.0, 0.0, 0.6), room=("dry", "room", "booth", "club"))
    s.until(40, "break verse verse break", verse=s.pick(*PLAIN), **{"break": s.pick(*PLAIN)})
    groove.drums(s, s.part("kit:standard", "kit:room", level=-1), s.pick({"kick": "x...x...", "snare": "..X...X.", "hat": "x.x.x.x."},
                                                                         {"kick": "x.......x.......", "snare": "..g.X.g...g.X.gx", "hat": "x.x.x.x.x.x.x.x."},
                                                                         "train-fast") if not s.time.swing else "shuffle", fills=8, crash=False)
    bass.pattern(s, s.part("finger-bass", "pick-bass", "~electric-bass", level=0), s.pick("R-5-", "R-5-R-a-", "R.5.R.35"), 28)
    comping.strum(s, s.part(*ROOTS, level=-4), s.pick(".x.x", ".s.xu", "x-xux-xu"), strings=5)
    lead = players.guitar(s, s.pick("clean", "edge"), 1, -0.3, extra=s.pick(("tone:bright",), ("delay:110",), ("tremolo",)))
    lines.melody(s, lead, 52, 76, "break", 2.2, 0.12, form="AABA", bends=0.35, graces=0.1, scale="major-blues", triplets=False)
    lines.play_riff(s, players.guitar(s, "clean", -2, 0.4, extra=("tone:bright",)), lines.make_riff(s, 4, 1.8, 12, "major-pentatonic", 0.35), 4, 40, "verse", gate=0.6)
    tune = players.sing(s, "verse", low=52, density=1.5, level=2, bends=0.3)
    if s.chance(0.7):
        lines.harmonise(s, s.part("~vocal", level=0), tune, 2, scale="major")
    if s.chance(0.6):
        _cry(s, "break", -2)


@style("Country", like="Pop")
def countrypolitan(s: Song) -> None:
    """Nashville in evening dress: violins, a choir that hums, slip-note piano, a muted six-string bass that ticks with the upright."""
    s.set((66, 112), "major", keys="C F Bb G D", beats=s.pick(4.0, 4.0, 3.0), swing=s.pick(0.0, 0.6), room=("plate", "hall"))
    s.until(46, "verse verse bridge verse", verse=s.pick(*RICH), bridge=s.pick("IV | I | II7 | V7", "vi | iii | IV | V7"))
    groove.drums(s, s.part("kit:brush", "kit:standard", "kit:jazz", level=-5),
                 s.pick("two-step", {"kick": "x...x...", "rim": "..x...x.", "hat": "x.x.x.x."}) if s.beats == 4 else "waltz", fills=0, loud=76, crash=False)
    row = "R-5-" if s.beats == 4 else "R--"
    bass.pattern(s, s.part("upright", "finger-bass", level=-1), row, 30)
    bass.pattern(s, s.part("muted-guitar", "~electric-dark", "clean-guitar", level=-4, fx=("amp:clean",)), "R.R.5.5." if s.beats == 4 else "R.R.5.", 40, gate=0.4)
    keys = s.part("piano", "electric-grand", "bright-piano", "vibraphone", level=-1)
    for note in lines.melody(s, keys, 65, 84, ("bridge", "verse"), 1.0, 0.4, pull=0.85):
        keys.add(note.start - 0.1, 0.12, note.pitch - 2, note.velocity * 0.7)
        keys.add(note.start, note.length, note.pitch + 5 if s.chance(0.5) else note.pitch + 12, note.velocity * 0.7)
    comping.pad(s, s.part("strings", "slow-strings", "~section", level=-4), 66, 3, s.pick(None, "bridge"))
    comping.pad(s, s.part("oohs", "choir", "~backing", "~choir", level=-5), 62, 4, ("verse",) if s.chance(0.6) else "bridge")
    players.sing(s, None, density=1.1, level=2, bends=0.25)
    if s.chance(0.4):
        _cry(s, "bridge", -3)


@style("Country", like="R&B")
def gospel_quartet(s: Song) -> None:
    """A southern quartet and its pianist: four-square chords, the bass singer answers below, octaves and runs on the piano, a step up for the last chorus."""
    s.set((92, 148), "major", keys="F Bb Eb Ab G", swing=(0.3, 0.9), beats=s.pick(4.0, 4.0, 3.0), room=("hall", "room", "church"))
    s.until(42, "verse chorus chorus", verse=s.pick(*PLAIN, *RICH[:2]), chorus=s.pick("I | IV | I | V7 | I | I7 | IV | I V7", "I | I | IV | I | II7 | V7 | I | V7"))
    if s.chance(0.7):
        keys = s.part("piano", "bright-piano", "honky-tonk", "reed-organ", level=-1)
        bass.pattern(s, keys, "R.5." if s.beats == 4 else "R..", 36, gate=0.7)
        comping.comp(s, keys, s.pick(".x.x", ".x.x.xxx", ".xx..x.x") if s.beats == 4 else ".xx", 64, 4)
    else:
        _boom_chuck(s, s.part(*ROOTS, level=0))
    lead = s.part("~vocal", "~vocal-duo", "~vocal", "oohs", level=1, pan=-0.1, loose=0.012)
    tune = lines.melody(s, lead, 57, 72, None, 1.3, 0.15, form="AABA", pull=0.9, bends=0.15, triplets=False, syllables=s.rng.sample(players.SYLLABLES, 10))
    for steps, pan in ((2, 0.4), (-2, -0.4)):
        lines.harmonise(s, s.part("~vocal", "~backing", level=-1, pan=pan, loose=0.014), tune, steps, scale="major")
    low = s.part("~vocal-low", "~choir-low", level=1, pan=0.1)
    bass.pattern(s, low, s.pick("R-R-5-R-", "..R-5-R-", "R---..35") if s.beats == 4 else "R---5-", 38, ("chorus",))
    bass.pattern(s, low, "R---" if s.beats == 4 else "R--", 38, "verse")
    if s.chance(0.35):
        bass.walking(s, s.part("upright", "finger-bass", level=-2), two=0.7)


@style("Country", like="Folk")
def quiet_highway(s: Song) -> None:
    """Slow and wide: brushes, a guitar that trembles, a steel somewhere over the hill, a tired voice; modern records made to sound lonely."""
    s.set((58, 92), ("major", "mixolydian", "minor"), keys="G D C A E", beats=s.pick(4.0, 4.0, 3.0), room=("hall", "plate", "room"))
    chords = ("I | I | IV | I", "I | vi | IV | I", "vi | IV | I | V", "I | iii | IV | IV") if s.scale != "minor" else ("i | bVI | bIII | bVII", "i | i | iv | i")
    s.until(46, "verse verse break", verse=s.pick(*chords), **{"break": s.pick(*chords)})
    if s.chance(0.6):
        groove.drums(s, s.part("kit:brush", "kit:room", "kit:standard", level=-5),
                     s.pick("two-step", {"kick": "x.....x.........", "snare": "....o.......o...", "ride": "x...x...x...x..."}) if s.beats == 4 else "waltz", fills=0, loud=72, crash=False)
    bass.pattern(s, s.part("upright", "finger-bass", "~electric-bass", "cello", level=-1), s.pick("R---5---", "R-----5-") if s.beats == 4 else "R----5", 30)
    comping.strum(s, s.part(*ROOTS, level=-1), s.pick("x---x-xu", "x-----xu") if s.beats == 4 else "x---xu", loud=78)
    comping.arpeggio(s, players.guitar(s, "clean", -3, 0.4, extra=("tremolo", "delay:380")), 0.5, 52, 2, s.pick("0213", "updown", "0121"), rests=s.pick("x.xx", "xxx.", "x..x"))
    _cry(s, None, 0)
    players.sing(s, "verse", low=s.pick(45, 48, 53), density=1.0, level=2, rest=0.3, bends=0.3)
    lines.melody(s, s.part("harmonica", "fiddle", "accordion", "~bowed", level=-1), 60, 79, "break", 0.8, 0.25, bends=0.35)


@style("Country", like="Jazz")
def slip_note_piano(s: Song) -> None:
    """A piano takes the singer's part: every third is slid into from the second below it, tenths and fifths in the left, bass and brushes behind or nobody."""
    s.set((80, 132), ("major", "major-pentatonic"), keys="C F G D Bb", beats=s.pick(4.0, 4.0, 3.0), swing=(0.2, 0.8), room=("plate", "room", "club", "booth"))
    s.until(42, "a a b a", a=s.pick(*PLAIN), b=s.pick(*PLAIN, *RICH[:2]))
    right = s.part("piano", "honky-tonk", "bright-piano", "electric-grand", "piano", level=1, pan=0.1)
    for note in lines.melody(s, right, 64, 84, None, 1.4, 0.2, form="AABA", pull=0.8, triplets=False):
        if s.chance(0.5):
            right.add(note.start - 0.08, 0.1, note.pitch - 2, note.velocity * 0.75)
        if s.chance(0.45):
            right.add(note.start, note.length, note.pitch + s.pick(5, 8, 12), note.velocity * 0.7)
    left = s.part(right.voice, name="left hand", level=-2, pan=-0.1)
    bass.pattern(s, left, s.pick("R.5.", "R-5-") if s.beats == 4 else "R..", 36, gate=0.7)
    comping.comp(s, left, ".x.x" if s.beats == 4 else ".xx", 57, 3, gate=0.6, loud=76)
    if s.chance(0.6):
        bass.pattern(s, s.part("upright", "finger-bass", "~string-bass", level=-2), "R-5-" if s.beats == 4 else "R--", 30)
        groove.drums(s, s.part("kit:brush", "kit:standard", level=-6), "train-fast" if s.beats == 4 and not s.time.swing > 0.5 else "brushes" if s.beats == 4 else "waltz",
                     fills=0, loud=74, crash=False)
    if s.chance(0.4):
        _cry(s, "b", -2)
