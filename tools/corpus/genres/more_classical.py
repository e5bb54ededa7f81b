"""Classical from the keyboard suite to the tone row: counterpoint, song, opera, concerto, impressionists, moderns, and consorts of every colour.

Nobody keeps time with a drum kit; voices are led, phrases are answered, and what begins comes back changed.
"""

from __future__ import annotations

from dataclasses import replace

import bass
import comping
import lines
import players
from score import Note, Part
from song import Song, style
from theory import SCALES, step_from

MAJOR = ("I | V/3 | vi | iii | IV | I/3 | ii | V", "I | IV | V7 | I | vi | ii | V7 | I", "I | vi | ii | V7 | I | IV | I/5 V7 | I", "I | I/3 | IV | ii | V | V7/3 | I | I")
MINOR = ("i | V/3 | i | iv/3 | V | bVI | iv V | i", "i | iv | bVII | bIII | bVI | iiø | V | i", "i | bVI | iv | V7 | i | bII/3 | V7 | i", "i | V7 | V7 | i | iv | i/5 | V7 | i")
SEVENTHS = ("Imaj9 | bIIImaj9 | Imaj9 | bVImaj9", "I9 | bVII9 | bVI9 | bVII9", "ii9 | bII9 | Imaj9 | Imaj9", "Imaj7 | #ivø | IVmaj7 | bVII9", "I+ | II+ | I+ | bVII9")
"""What Paris heard about 1900: ninths side by side, roots in thirds and whole tones."""


def _of(s: Song) -> str:
    return s.pick(*(MAJOR if s.scale in ("major", "lydian", "mixolydian") else MINOR))


def _room(s: Song) -> str:
    return s.pick("hall", "hall", "room", "church")


def _orchestra(s: Song, level: float = -2.0) -> list[Part]:
    """Strings that accompany: short chords in the middle, a bass below, or a slow chorale."""
    section = players.strings(s, level)
    if s.chance(0.5):
        row = s.pick(".s.s.s.s", "s.s.s.s.", "xxxxxxxx") if s.beats == 4 else s.pick(".s.s.s", "x-x-x-", ".xx")
        for part, centre in ((section[1], 66), (section[2], 58)):
            comping.comp(s, part, row, centre, 2, gate=0.6, loud=74)
        for part, low in ((section[3], 40), (section[4], 28)):
            bass.pattern(s, part, s.pick("R---5---", "R-------") if s.beats == 4 else "R-----", low)
    else:
        comping.chorale(s, section[1:], (67, 59, 52, 38), step=s.beats / 2, passing=0.4)
    for part in section[1:]:
        s.swell(part, 45, 108, 4)
    return section


@style("Classical", like="Folk")
def keyboard_suite(s: Song) -> None:
    """Allemande, courante, gigue: two voices on a harpsichord, clavichord or lute, the left hand imitating what the right has just said."""
    s.set((72, 132), ("major", "minor", "harmonic-minor", "dorian"), keys="G D A C F Bb", beats=s.pick(4.0, 3.0, 3.0), rubato=0.04, room=s.pick("room", "booth", "hall"))
    s.until(42, "a a b b", a=_of(s), b=_of(s))
    keys = s.pick("harpsichord", "~harpsichord", "~harpsichord", "clavinet", "piano", "~dulcimer", "~nylon-guitar", "reed-organ")
    right, left = s.part(keys, level=0, pan=0.15), s.part(keys, name="left hand", level=-1, pan=-0.15)
    upper = lines.runs(s, right, 62, 84, step=s.pick(0.25, 0.5), gap=0.4) if s.chance(0.5) else lines.melody(s, right, 62, 84, density=2.4, rest=0.06, form="ABAC", graces=0.2, triplets=False)
    if s.chance(0.5):
        for note in upper:
            if note.length >= 0.9 and s.chance(0.6):
                for place in range(4):
                    right.add(note.start + place * 0.11, 0.1, note.pitch + (2 if place % 2 else 0), note.velocity * 0.85)
    if s.chance(0.5):
        lines.double(left, [note for note in upper if note.length < 1.5], -24 if upper[0].pitch > 72 else -12, s.beats, 0.9)
        bass.pattern(s, left, "R-------" if s.beats == 4 else "R-----", 36, loud=80)
    else:
        bass.pattern(s, left, s.pick("R-3-5-8-", "R.5.3.R.", "R-2-3-5-") if s.beats == 4 else s.pick("R-3-5-", "R.5.8.", "R---a-"), 38)


@style("Classical", like="Jazz")
def fugue(s: Song) -> None:
    """One voice alone, then its answer a fifth away, then a third: the subject is heard in every part, on an organ, strings, brass, saxophones or a piano."""
    s.set((66, 112), ("minor", "major", "harmonic-minor", "dorian"), room=_room(s))
    s.until(48, "a a a", a=_of(s))
    family = s.pick(("church-organ",) * 4, ("~pipe-organ",) * 4, ("piano",) * 4, ("harpsichord",) * 4, ("violin", "violin", "viola", "cello"), ("trumpet", "trumpet", "horn", "trombone"),
                    ("soprano-sax", "alto-sax", "tenor-sax", "baritone-sax"), ("flute", "oboe", "clarinet", "bassoon"), ("strings",) * 4, ("recorder", "recorder", "clarinet", "bassoon"))
    voices = [s.part(voice, name=f"voice {number + 1}", level=0, pan=pan, loose=0.008) for number, (voice, pan) in enumerate(zip(family, (-0.5, -0.15, 0.2, 0.5), strict=True))]
    scale = SCALES[s.scale]
    tonic = 60 + s.tonic % 12 - (12 if s.tonic > 6 else 0)
    plan = lines.rhythm(s, 8.0, s.between(1.4, 2.2), 0.05, triplets=False)
    steps = [s.pick(0, 4)]
    for _ in plan[1:]:
        steps.append(min(max(steps[-1] + s.pick(-1, 1, 1, -1, 2, -2, -3, 4), -3), 7))

    def state(part: Part, start: float, shift: int, octave: int) -> None:
        for (offset, length), step in zip(plan, steps, strict=True):
            part.add(start + offset, length * 0.95, step_from(scale, s.tonic, tonic + octave, step + shift), 96 * s.rng.gauss(1.0, 0.04))

    order = s.pick((0, 1, 2, 3), (2, 1, 0, 3), (3, 2, 1, 0), (1, 0, 2, 3))
    octaves = (12, 0, 0, -24)
    end = s.sections[-1].end
    entries: list[list[float]] = [[] for _ in voices]
    for number, which in enumerate(order):
        entries[which].append(number * 8.0)
    later = 40.0
    while later + 8.0 <= end:
        # Middle entries: now and then in stretto, the next voice before the last has finished.
        entries[s.rng.randrange(4)].append(later)
        later += s.pick(8.0, 8.0, 12.0, 4.0)
    for which, part in enumerate(voices):
        last = -1.0
        for start in sorted(entries[which]):
            if start < last:
                continue
            state(part, start, 4 if which % 2 else 0, octaves[which])
            last = start + 8.0
        free = Part("sketch", part.voice)
        low = (67, 60, 53, 38)[which]
        lines.melody(s, free, low, low + 15, None, 1.4, 0.12, form="ABCD", pull=0.85, leap=0.1, triplets=False, loud=82)
        first = min(entries[which])
        part.notes += [replace(note) for note in free.notes if note.start >= first + 8.0 and not any(start - note.length < note.start < start + 8.0 for start in entries[which])]
        part.notes.sort(key=lambda note: note.start)


@style("Classical", like="Pop")
def concerto(s: Song) -> None:
    """One against all: the orchestra states, the soloist embroiders, passages in sixteenths over held strings, a cadenza alone."""
    s.set((84, 144), ("major", "minor", "harmonic-minor"), beats=s.pick(4.0, 4.0, 3.0), rubato=0.05, room=_room(s))
    s.until(46, "tutti solo tutti solo", tutti=_of(s), solo=_of(s))
    section = _orchestra(s, -3)
    theme = lines.melody(s, section[0], 65, 86, "tutti", 1.4, 0.08, form="AABA", pull=0.8, triplets=False)
    winds = s.part("oboe", "horn", "flute", "trumpet", "clarinet", level=-2, pan=0.2, send=-8)
    lines.double(winds, theme, 0)
    drum = s.part("timpani", level=-4, send=-8)
    for bar in s.bars("tutti"):
        if bar.index % 2 == 0:
            drum.add(bar.start, 1.5, 40 + (s.piece().chord_at(bar.start).bass - 40) % 12, 96)
    solo = s.part("piano", "violin", "cello", "trumpet", "clarinet", "flute", "harpsichord", "nylon", "oboe", "horn", level=3, pan=0.0, loose=0.016)
    low = 45 if solo.voice in ("cello", "horn") else 60
    if s.chance(0.5):
        lines.runs(s, solo, low, low + 26, "solo", 0.25, gap=0.3)
    else:
        lines.melody(s, solo, low, low + 26, "solo", s.pick(1.6, 2.8), 0.08, form="ABAC", graces=0.15, pull=0.7)
    if solo.voice in ("piano", "harpsichord", "nylon"):
        comping.arpeggio(s, solo, s.pick(0.25, 0.5), 43, 2, s.pick("0213", "up", "021"), "solo", loud=76)
    s.swell(winds, 60, 118, 2)


@style("Classical", like="Folk")
def consort_polyphony(s: Song) -> None:
    """The sixteenth century: four or five equal voices enter one after another with the same few notes, in a mode, sung, blown or bowed; no beat to speak of."""
    s.set((54, 92), ("dorian", "mixolydian", "minor", "major", "phrygian"), rubato=0.05, room=s.pick("church", "church", "hall", "room"))
    chords = ("I | V | vi | IV | I | ii | V | I", "I | bVII | IV | I",
              "I | IV | ii | V") if s.scale in ("major", "mixolydian") else ("i | bVII | bIII | bVII | i | iv | v | i", "i | iv | bVII | i", "i | v | bVI | bIII")
    s.until(48, "a b a", a=s.pick(*chords), b=s.pick(*chords))
    family = s.pick(("choir", "~choir", "choir", "~choir-low"), ("~vocal", "~vocal-duo", "~vocal", "~vocal-low"), ("recorder",) * 3 + ("bassoon",),
                    ("viola", "viola", "cello", "cello"), ("~bowed",) * 4,
                    ("horn", "trombone", "trombone", "tuba"), ("oohs",) * 4, ("reed-organ",) * 4, ("~reed", "~shawm", "~reed", "bassoon"))
    ranges = ((69, 81), (62, 74), (55, 67), (43, 57))
    parts = [s.part(voice, name=f"voice {number + 1}", level=0 if number == 0 else -1, pan=pan, send=-5, loose=0.025) for number,
             (voice, pan) in enumerate(zip(family, (-0.5, -0.2, 0.2, 0.5), strict=True))]
    point = lines.melody(s, Part("sketch", "choir"), 62, 74, None, 0.7, 0.1, form="ABAC", unit=4, pull=0.85, leap=0.1, triplets=False, syllables=s.rng.sample(players.SYLLABLES, 8))
    wait = s.beats * s.pick(1, 2)
    for number, (part, (low, high)) in enumerate(zip(parts, ranges, strict=True)):
        for note in point:
            start = note.start + number * wait
            if start >= s.sections[-1].end:
                break
            chord = s.piece().chord_at(start)
            pitch = note.pitch - 62 + low
            options = [p for p in range(low, high + 1) if p % 12 in chord.classes]
            sung = min(options, key=lambda p: abs(p - pitch))
            part.notes.append(replace(note, start=start, pitch=sung, velocity=86 * s.rng.gauss(1.0, 0.04)))
        lines.legato(part.notes)
        s.swell(part, 62, 112, 4)


@style("Classical", like="Jazz")
def impressionist(s: Song) -> None:
    """Ninth chords that slide in parallel, whole tones, harp and flute, bells under water; or a piano that does all of it alone."""
    s.set((48, 92), ("lydian", "whole-tone", "major-pentatonic", "mixolydian", "dorian"), beats=s.pick(4.0, 3.0, 4.5), rubato=0.14, room=s.pick("hall", "hall", "church", "room"))
    s.until(50, "a b a", a=s.pick(*SEVENTHS), b=s.pick(*SEVENTHS))
    if s.chance(0.4):
        keys = s.part("piano", "piano", "electric-grand", "bright-piano", "harp", level=0, send=-7)
        comping.arpeggio(s, keys, s.pick(0.25, 1 / 6, 0.5), 45, 3, s.pick("up", "updown", "0314", "02413"), gate=2.2, loud=64, tones=5)
        for note in lines.melody(s, keys, 67, 91, density=0.9, rest=0.25, leap=0.25, loud=88):
            # Planing: the whole chord moves with its top note.
            for below in s.pick((4, 7), (5, 9), (3, 7, 10), (12,)):
                keys.add(note.start, note.length * 1.4, note.pitch - below, note.velocity * 0.75)
        return
    comping.arpeggio(s, s.part("harp", "celesta", "piano", "~nylon-guitar", level=-2, send=-6), s.pick(0.25, 0.5, 1 / 3), 50, 3, s.pick("updown", "up"), gate=1.8,
                     rests=s.pick("", "xxxxxx..", "xxxx...."), tones=5, loud=70)
    desks = s.pick("strings", "slow-strings", "tremolo-strings", "~section")
    for pan, centre in ((-0.5, 74), (0.0, 66), (0.4, 57)):
        part = s.part(desks, level=-3, pan=pan, send=-9, loose=0.02)
        comping.pad(s, part, centre, 2, loud=66)
        s.swell(part, 35, 100, 2)
    lines.legato(lines.melody(s, s.part("flute", "oboe", "clarinet", "english-horn", "muted-trumpet", "horn", level=1, send=-6, loose=0.025), 62, 84, density=1.1, rest=0.25,
                              graces=0.15, leap=0.25))
    if s.chance(0.5):
        lines.melody(s, s.part("glockenspiel", "celesta", "vibraphone", "bells", level=-5, send=-5), 76, 96, "b", 0.8, 0.5)
    if s.chance(0.5):
        bass.pattern(s, s.part("contrabass", "cello", "bassoon", level=-3), "R-------" if s.beats == 4 else "R-----", 30)


@style("Classical", like="Pop")
def art_song(s: Song) -> None:
    """A trained voice and a pianist who paints the brook, the horse and the spinning wheel; the verse is varied, the prelude returns at the end."""
    s.set((58, 120), ("minor", "major", "harmonic-minor"), beats=s.pick(4.0, 3.0, 2.0), rubato=0.12, room=s.pick("room", "hall", "hall"))
    s.until(46, "prelude verse verse prelude", prelude=s.pick("I | IV | V7 | I",
                                                              "I | vi | ii V7 | I") if s.scale == "major" else s.pick("i | iv | V7 | i", "i | bVI | iiø V7 | i"), verse=_of(s))
    keys = s.part("piano", "piano", "bright-piano", "harp", "nylon", "~harpsichord", level=-1)
    if s.chance(0.5):
        comping.arpeggio(s, keys, s.pick(0.25, 1 / 3, 0.5), 45, 2, s.pick("0213", "021", "0121", "updown"), loud=68, gate=1.2)
    else:
        comping.comp(s, keys, s.pick("xxxxxxxx", "x-x-x-x-", ".x.x.x.x") if s.beats != 3 else s.pick("xxxxxx", "x-x-x-"), 60, 4, gate=0.8, loud=66)
    bass.pattern(s, keys, s.pick("R-------", "R---5---") if s.beats != 3 else "R-----", 35, loud=80)
    lines.melody(s, keys, 67, 86, "prelude", 1.4, 0.12, pull=0.8)
    voice = s.part("~vocal", "~vocal-low", "~vocal", "oohs", "synth-voice", name="singer", level=2, pan=0.0, loose=0.02, send=-8)
    low = 48 if "low" in voice.voice else 60
    sung = lines.melody(s, voice, low, low + 17, "verse", 1.0, 0.15, form="ABAC", pull=0.8, leap=0.2, bends=0.05, triplets=False, syllables=s.rng.sample(players.SYLLABLES, 14))
    lines.legato(sung)
    s.swell(voice, 65, 122, 2)
    if s.chance(0.25):
        lines.melody(s, s.part("cello", "clarinet", "horn", "viola", level=-1), 48, 69, "verse", 0.8, 0.35)


@style("Classical", like="Pop")
def opera_aria(s: Song) -> None:
    """A soprano or baritone before an orchestra that plucks like a guitar, doubles her at the climax and waits while she holds the high note."""
    s.set((60, 138), ("minor", "major", "major", "harmonic-minor"), beats=s.pick(4.0, 3.0, 3.0), rubato=0.1, room=s.pick("hall", "hall", "arena"))
    s.until(46, "intro cantabile climax cantabile", intro=_of(s), cantabile=_of(s), climax="IV | I/5 | V7 | I" if s.scale == "major" else "bVI | i/5 | V7 | i")
    section = players.strings(s, -3, ("pizzicato", "strings", "strings"))
    row = s.pick("..s...s.", ".sss.sss", "s.s.s.s.") if s.beats == 4 else s.pick(".s.s.s", "..s.s.", ".ss.ss")
    for part, centre in ((section[1], 65), (section[2], 58)):
        comping.comp(s, part, row, centre, 2, gate=0.5, loud=76)
    for part, low in ((section[3], 40), (section[4], 29)):
        bass.pattern(s, part, "R...R..." if s.beats == 4 else "R.....", low, gate=0.6)
    singer = s.part("~vocal", "~vocal-low", "~vocal", name="singer", level=3, pan=0.0, loose=0.025, send=-7)
    low = 50 if "low" in singer.voice else 64
    sung = lines.melody(s, singer, low, low + 17, ("cantabile", "climax"), 1.2, 0.12, form="AABC", pull=0.85, leap=0.22, graces=0.15, bends=0.08,
                        syllables=s.rng.sample(players.SYLLABLES, 12))
    lines.legato(sung)
    for bar in s.bars("climax"):
        if bar.last:
            top = low + 19 + (s.tonic - low - 19) % 12
            singer.add(bar.start, bar.beats, min(top, low + 24), 116, "a")
    s.swell(singer, 70, 125, 2)
    lines.double(section[0], [note for note in sung if any(sec.name == "climax" and sec.start <= note.start < sec.end for sec in s.sections)], 0, 0.0, 0.9)
    lines.melody(s, s.part("clarinet", "oboe", "flute", "horn", "trumpet", level=0, send=-8), 62, 82, "intro", 1.2, 0.1, pull=0.85)
    if s.chance(0.5):
        brass = [s.part(voice, level=-4, send=-7) for voice in ("horn", "trombone", "trombone")]
        comping.chorale(s, brass, (62, 55, 46), "climax", step=s.beats)


@style("Classical", like="Electronic")
def tone_row(s: Song) -> None:
    """Twelve notes in an order, dealt out to a handful of players: points, leaps of sevenths and ninths, silence, a flutter, a single loud chord."""
    s.set((52, 104), "chromatic", beats=s.pick(4.0, 3.0, 2.5, 5.0), rubato=0.12, room=s.pick("hall", "room", "church", "dry"))
    s.until(48, "a b", a="i | bII | #iv | bVII", b="i | #iv | bII | v")
    row = s.rng.sample(range(12), 12)
    forms = [row, row[::-1], [(2 * row[0] - note) % 12 for note in row]]
    band = s.rng.sample(("violin", "viola", "cello", "flute", "clarinet", "oboe", "bassoon", "horn", "trumpet", "trombone", "piano", "celesta", "vibraphone", "harp",
                         "pizzicato", "marimba", "xylophone", "contrabass", "~vocal"), s.pick(3, 4, 5, 6))
    for number, voice in enumerate(band):
        part = s.part(voice, level=-0.5 * number, pan=s.between(-0.7, 0.7), send=-8, loose=0.02)
        centre = {"cello": 52, "bassoon": 50, "trombone": 52, "contrabass": 38, "horn": 56, "viola": 60, "~vocal": 64}.get(voice, 70)
        form, place = [(note + s.rng.randrange(12)) % 12 for note in forms[number % 3]], s.rng.randrange(12)
        beat = s.between(0.0, 4.0)
        while beat < s.sections[-1].end - 2:
            for _ in range(s.pick(1, 2, 3, 3, 5)):
                pitch = form[place % 12]
                place += 1
                pitch += 12 * round((centre + s.pick(-13, -6, 0, 5, 12) - pitch) / 12)
                length = s.pick(0.25, 0.25, 0.5, 0.75, 1.5, 3.0)
                loud = s.pick(40, 58, 70, 88, 112)
                if length >= 1.5 and s.chance(0.25):
                    lines.repeated(s, part, [Note(beat, length, pitch, loud)], 0.125)
                else:
                    part.add(beat, length, pitch, loud)
                beat += length * s.pick(1.0, 1.0, 0.8)
            beat += s.pick(0.5, 1.0, 1.5, 2.5, 4.0)
