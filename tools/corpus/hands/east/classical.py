"""Classical music from the Baroque to the Romantic orchestra."""

from __future__ import annotations

from hands.east.craft import bass, broken, comp, inner, pad, settle, sit_out
from hands.east.tunes import Motif, second, tune
from score import Part
from song import Song, Where, style

CIRCLE = {"major": "I | IV | vii°/7 iii | vi | ii | V | I V/7 | I", "minor": "i | iv | bVII | bIII | bVI | iiø | V | i"}
PERIODS = {
    "major": ("I | V/7 | I | V | I/3 | IV ii | I/5 V7 | I", "I vi | ii V | I/3 IV | V | vi IV | ii/4 V7 | I IV | I/5 V", "I | ii/1 | V7/7 | I | vi | II7/b5 | V | V7",
              "I I/3 | IV V/7 | I/5 V7 | vi | IV I/3 | ii V7 | I | V"),
    "minor": ("i | V7/7 | i | iv V | i/b3 | iv | i/5 V7 | i", "i V/7 | i iv | i/b3 iiø/4 | V | bVI iv | iiø V7 | i iv/b6 | V", "i | bVI | iv | V | bIII | bVII | bVI iv | V7",
              "i | iv/b6 | V7/7 | i | bVI | bII/4 | i/5 V7 | i")}
THEMES = {
    "major": ("IV | V/7 | iii vi | ii V", "V | V7/7 | I | II7/b5 V", "vi | III7 | vi | II7 V7"),
    "minor": ("bIII | bVII | bVI | V", "iv | bVII | bIII | V", "bVI | bIII | iiø/4 | V")}
ROMANTIC = {
    "major": ("I | I+ | IV iv | I/5 V7 | vi | III7 | IVmaj7 ii7 | V7b9", "Imaj7 | iii7 | vi7 II7 | V7sus4 V7 | I7 | IV iv6 | I/5 VI7 | ii7 V7",
              "I | bVI | iv6 | I/5 | iii | III7 | vi #iv°7 | V7"),
    "minor": ("i | iv6 | V7b9 | i | bVImaj7 | bIIImaj7 | iiø | V7", "i V7/7 | i7/b7 VI7b9 | iv | iiø V7 | bIII | bVI | bII/4 | V7b9",
              "i | #iv°7 | i/5 | V7 | iv | i/b3 | II7/b5 | V7")}


def frame(s: Song, tempo: tuple[float, float], beats: float, rubato: float, room: tuple[str, ...]) -> str:
    """Tempo, key and mode of a piece with two modes; returns the mode's name in the tables above."""
    s.set(tempo, s.pick("major", "harmonic-minor", "major", "minor"), keys="C G D F Bb Eb A", beats=beats, rubato=rubato, room=room)
    return "major" if s.scale == "major" else "minor"


def under(s: Song, part: Part, low: int, where: Where = None, beats: float = 1.0, velocity: float = 70) -> None:
    """A sung bass: the chord's bass on every change, then its fifth or a passing note towards the next bass."""
    spans = list(s.chords(where))
    hand: float = low + 9
    for span, after in zip(spans, [*spans[1:], spans[-1]], strict=True):
        pitch = settle(span.chord.bass, hand, low, 19)
        goal = settle(after.chord.bass, pitch, low, 19)
        count = max(int(span.length / beats), 1)
        for place in range(count):
            passing = place == count - 1 and place and abs(goal - pitch) in (3, 4) and s.chance(0.7)
            note = (pitch + goal) // 2 if passing else pitch if place == 0 or s.chance(0.7) else s.pick(pitch + 7 if pitch + 7 < low + 22 else pitch - 5, pitch)
            part.add(span.start + place * beats, beats * 0.95, note, velocity)
        hand = pitch


@style("Classical", like="Folk")
def east_chamber_strings(s: Song) -> None:
    """Quartet, trio or wind quintet in Classical periods: a singing top voice, inner voices by step or repeated quavers, a real bass; minuet, andante, allegro."""
    mode = frame(s, s.pick((66, 88), (104, 144)), s.pick(4.0, 3.0, 4.0), 0.015, ("hall", "room", "church"))
    a = s.pick(*PERIODS[mode])
    s.until(50, s.pick("first first second first", "first second first second"), first=a, second=f"{s.pick(*THEMES[mode])} | {s.pick(*THEMES[mode])}")
    winds = s.chance(0.3)
    names = s.pick(("flute", "oboe", "clarinet", "bassoon"), ("oboe", "clarinet", "horn", "bassoon")) if winds else ("violin", "violin", "viola", "cello")
    top, two, three, low = (s.part(name, level=level, pan=pan) for name, level, pan in zip(names, (1, -3, -3, -1), (-0.45, -0.15, 0.2, 0.45), strict=True))
    shape = dict(density=s.between(0.95, 1.6), off=0.08, form=s.pick("ABAC", "AABC"), turn=(0, 0.92), leap=0.2)
    tune(s, top, 67, 88, "first", **shape)
    tune(s, s.pick(top, top, low, two), *((60, 81) if winds else (62, 84)), "second", **shape)
    quick = s.tempo > 100 and s.chance(0.7)
    for part, centre in ((two, 66), (three, 60)):
        if quick:
            row = s.pick("..x.x.", ".x.x.x", "xxxxxx") if s.beats == 3.0 else s.pick(".x.x.x.x", "xxxxxxxx", "x.xxx.xx")
            comp(s, part, row, centre, 1 if winds else s.pick(1, 2), velocity=62, short=0.6)
        else:
            inner(s, part, centre, velocity=64, passing=0.7)
    under(s, low, 36 if not winds else 41, "first", s.pick(1.0, s.beats), 74)
    under(s, low, 36 if not winds else 41, "second", 1.0, 72)
    for part in (top, two, three, low):
        s.swell(part, 62, 118, bars=4)


@style("Classical", like="Jazz")
def east_invention_and_fugue(s: Song) -> None:
    """Baroque counterpoint in two to four voices: one subject and two counter-subjects that change places over a sequence, on harpsichord, organ, piano or strings."""
    mode = frame(s, (66, 112), s.pick(4.0, 3.0, 4.0), 0.01, ("church", "hall", "room"))
    s.until(48, "first second first", first=s.pick(CIRCLE[mode], *PERIODS[mode]), second=s.pick(CIRCLE[mode], f"{s.pick(*THEMES[mode])} | {s.pick(*THEMES[mode])}"))
    number = s.pick(2, 3, 3, 4)
    keyboard = s.pick("harpsichord", "church-organ", "piano", "~pipe-organ", "~harpsichord", "")
    voices = ("violin", "oboe", "viola", "cello") if s.chance(0.5) else ("flute", "violin", "clarinet", "bassoon")
    subjects: dict[str, Motif] = {}
    bars = s.pick(1, 1, 2)
    for place, base in enumerate((69, 60, 53, 43)[:number] if number > 2 else (67, 48)):
        part = s.part(keyboard or voices[place if number > 2 else 3 * place], pan=(place - 1.5) * 0.25, level=0)
        tune(s, part, base - 5, base + 14, grain=4, density=s.between(1.5, 2.2), off=0.12, bars=bars, form="ABC"[place % 3:] + "ABC"[:place % 3], turn=(0, 1.0), leap=0.18,
             again=0.05, motifs=subjects, velocity=86, legato=0.9 if keyboard else 0.98)
    if number == 2 or s.chance(0.5):
        under(s, s.part("cello", "bassoon", keyboard or "harpsichord", level=-3), 36, None, 1.0, 66)
    if not keyboard or s.chance(0.25):
        comp(s, s.part("harpsichord", "church-organ", level=-8), "x.x.x." if s.beats == 3.0 else "x.x.x.x.", 60, 3, velocity=58, strum=0.02)


@style("Classical", like="Pop")
def east_romantic_piano(s: Song) -> None:
    """Nocturne, waltz or song without words: wide broken left hand, long tune with turns, chromatic harmony, rubato; alone or with violin, cello or clarinet."""
    mode = frame(s, s.pick((54, 76), (96, 140)), s.pick(4.0, 3.0, 3.0), s.between(0.03, 0.06), ("hall", "room", "plate"))
    s.until(50, "first first second first", first=s.pick(*ROMANTIC[mode]), second=s.pick(*ROMANTIC[mode], *PERIODS[mode]))
    three = s.beats == 3.0
    piano = s.part("piano", "piano", "electric-grand", level=0)
    rows = ("B.2.3.", "B1234321B123", "B13213") if three else ("B1232123", "B213B213", "B.1.2.3.4.3.2.1.")
    if three and s.chance(0.4):
        comp(s, piano, "bxx", 62, 3, velocity=60)
    else:
        broken(s, piano, [s.pick(*rows), s.pick(*rows)], 57, 4, ring=1.8, velocity=58, spread=s.chance(0.5))
    lead = s.part("violin", "cello", "clarinet", "flute", level=2) if s.chance(0.4) else piano
    low = 57 if lead.voice in ("cello", "clarinet") else 67
    tune(s, lead, low, low + 22, density=0.9, off=0.15, bars=2, form=s.pick("ABAC", "AABC"), leap=0.28, bend=0.0, turn=(0, 0.95), velocity=92, legato=1.0)
    if lead is piano and s.chance(0.6):
        second(s, piano, lead, s.pick(-2, -5, -7), "second", 0.75)
    elif lead is not piano:
        tune(s, piano, 68, 88, density=1.8, off=0.1, form="ABC", turn=(0.6, 1), rest=0.4, velocity=64)


@style("Classical", like="World")
def east_symphonic_layers(s: Song) -> None:
    """Full orchestra: strings carry the tune in octaves, horns and winds hold and answer, brass and timpani for the climax, swells over four bars."""
    mode = frame(s, s.pick((60, 84), (112, 152)), s.pick(4.0, 3.0, 4.0), 0.015, ("hall", "church", "hall"))
    s.until(50, "intro first second chorus first", intro=s.pick(*THEMES[mode]), first=s.pick(*PERIODS[mode], *ROMANTIC[mode]),
            second=s.pick(*THEMES[mode]) + " | " + s.pick(*THEMES[mode]), chorus=s.pick(*ROMANTIC[mode]))
    strings = s.part("strings", "violin", level=1, pan=-0.3)
    tune(s, strings, 62, 86, ("first", "chorus"), density=s.between(0.8, 1.4), off=0.08, form="ABAC", turn=(0, 1), leap=0.22, legato=1.0)
    second(s, s.part("viola", "strings", level=-3), strings, -7, "chorus")
    for name, where in (("oboe", "second"), ("clarinet", "intro"), ("flute", ("second", "chorus"))):
        solo = s.part(name, level=-1)
        tune(s, solo, 64, 86, where, density=1.0, off=0.1, form="ABAC", turn=s.pick((0, 0.95), (0.5, 1.0)))
    bed = s.part("slow-strings", "strings", "tremolo-strings", level=-4)
    if s.chance(0.5):
        pad(s, bed, 57, 5, spread=True, velocity=70)
    else:
        comp(s, bed, ("xx" * 3 if s.beats == 3.0 else "x.xxx.xx"), 59, 4, velocity=66, short=0.7)
    inner(s, s.part("horn", level=-3, pan=0.3), 58, ("first", "chorus"), 74)
    under(s, s.part("contrabass", "cello", level=-1, pan=0.4), 33, None, s.pick(1.0, s.beats), 74)
    comp(s, s.part("brass", "trombone", level=-1), ("X--" if s.beats == 3.0 else s.pick("X---X---", "X-..X.X-")), 58, 4, "chorus", velocity=92)
    tune(s, s.part("trumpet", "horn", level=-1), 60, 79, "chorus", density=0.8, off=0.1, form="ABAC", turn=(0.25, 1.0))
    drum = s.part("timpani", level=-3)
    bass(s, drum, ("R.4" if s.beats == 3.0 else s.pick("R...4...", "R.......|R.....RR", "R.RRR...")), 38, ("chorus", "intro"), velocity=88)
    for part in (strings, bed):
        s.swell(part, 56, 120, bars=4)
    sit_out(s)
