"""Bass lines, comping, tunes, raps and forms, as a rhythm section thinks of them: rows of signs over a bar, as in `drummer`.

Lengths and places are beats (quarter notes), pitches MIDI note numbers, velocities 1-127.
"""

from __future__ import annotations

from collections.abc import Sequence

from hands.north.drummer import cells
from score import Note, Part, Section
from song import Bar, Song, Where
from theory import Chord, near, nearest_step, voicing

MAJOR = {"I": "IV V vi ii iii IV", "ii": "V V IV", "iii": "vi IV", "IV": "I V ii iv", "iv": "I V", "V": "I vi IV I", "vi": "IV ii V iii"}
"""Where chords of a major key like to go."""
MINOR = {"i": "bVI bVII iv v bIII", "bIII": "bVII bVI iv", "iv": "i V bVII", "v": "bVI i", "V": "i bVI", "bVI": "bVII bIII iv V", "bVII": "i bIII bVI"}
"""Where chords of a minor key like to go."""
MODAL = {"I": "bVII IV bVII v", "IV": "I bVII", "v": "IV I", "bVII": "I IV bIII", "bIII": "IV bVII"}
"""Rock's and reggae's major with a flat seventh."""
GROOVING = {"i7": "IV7 bVII bVI i7", "IV7": "i7 i7 bVII", "bVII": "i7 IV7", "bVI": "bVII V7", "V7": "i7"}
"""Vamps of funk."""
LUSH = {"Imaj7": "vi7 ii7 IVmaj7 iii7", "ii7": "V7 V9sus4 iii7", "iii7": "vi7 IVmaj7", "IVmaj7": "iii7 iv6 V9sus4 Imaj7", "iv6": "Imaj7 iii7", "V7": "Imaj7 vi7",
        "V9sus4": "Imaj7 IVmaj7", "vi7": "ii7 IVmaj7 II7", "II7": "ii7 V9sus4"}
"""Soul's and soft jazz's chords with four tones and more."""
DUSK = {"im9": "ivm9 bVImaj7 bVII", "ivm9": "im9 v7 bVII", "v7": "im9 bVImaj7", "bVImaj7": "bVII v7 ivm9 V7", "bVII": "im9 bIIImaj7", "bIIImaj7": "bVImaj7 ivm9", "V7": "im9"}
"""The same in minor."""

SOUNDS = ("la na oh da", "ah ya lo wa", "oo la hey no", "mai da lo na", "ya o we la")
"""Syllables that a singer draws from."""

SHOUTS = ("kick it", "move on", "say my name", "no doubt", "get down", "feel that", "on the one", "who is that", "the beat goes", "ride with me", "rock the spot")
"""Words of a rapper who speaks."""

SINGERS = (("~vocal", 62, 79), ("~vocal-low", 48, 66), ("~vocal-duo", 57, 74), ("~vocal", 59, 76))
"""Voices and their ranges."""


def journey(s: Song, table: dict[str, str], bars: int = 4, end: str = "", home: bool = True) -> str:
    """A progression of so many bars along a table of likely moves; it ends on `end` where given."""
    at = next(iter(table)) if home or s.chance(0.6) else s.pick(*table)
    found = [at]
    while len(found) < bars:
        at = s.pick(*table[at].split())
        found.append(at)
    if end:
        found[-1] = end
    return " | ".join(found)


def velocity(s: Song, loud: float) -> float:
    """A stroke's velocity as a hand gives it."""
    return min(max(s.rng.gauss(loud, 5), 14), 126)


def degree(of: Chord, sign: str) -> int:
    """Semitones above the root of a sign of a bass row: 1 3 5 6 7 8 9, 4 and 2 as scale steps, `b` the fifth below, `t` the tenth."""
    third, fifth = (of.intervals[1], of.intervals[2]) if len(of.intervals) > 2 else (7, 7)
    return {"1": 0, "2": 2, "3": third, "4": 5, "5": fifth, "6": 9 if not of.minor else 8, "7": next((i for i in of.intervals if i in (9, 10, 11)), 10), "8": 12, "9": 14,
            "b": fifth - 12, "t": third + 12}[sign]


def figure(s: Song, part: Part, rows: str | Sequence[str], low: int = 28, where: Where = None, loud: float = 92, power: bool = False, short: float = 0.9, pedal: bool = False,
           plan: dict[str, str] | None = None) -> Part:
    """A bass line or riff: degrees of the chord of the moment, `a` approaches the next root, `x` is dead, `m` the muted root. `power` adds fifth and octave,
    `pedal` stays on the tonic, and `plan` has other rows for some sections."""
    rows = rows if isinstance(rows, str) else s.pick(*rows)
    for bar in s.bars(where):
        for at, step, sign, held in cells(s, bar, (plan or {}).get(bar.section.name, rows)):
            of = s.piece().chord_at(at)
            root = low + (((s.tonic if pedal else of.bass) - low) % 12)
            if sign == "a":
                goal = low + (s.piece().chord_at(bar.start + bar.beats if at > bar.start + bar.beats - 1.01 else at + 1).bass - low) % 12
                pitch = goal + s.pick(-1, -1, 1, -2, 2)
            else:
                pitch = root + (0 if sign in "xm" else degree(of, sign))
            length = step * (1 + held) * short
            if sign in "xm":
                part.add(at, min(length, 0.2), pitch, velocity(s, loud * (0.55 if sign == "x" else 0.8)), "dead" if sign == "x" else "mute")
            else:
                part.add(at, length, pitch, velocity(s, loud + 8 * (at == bar.start)))
            if power and sign != "x":
                for more in (7, 12):
                    part.add(at, length if sign != "m" else min(length, 0.2), pitch + more, velocity(s, loud - 6), "mute" if sign == "m" else "")
    return part


def own_row(s: Song, grid: int, density: float, degrees: str, holds: float = 0.4) -> str:
    """A riff of one's own: a row whose first stroke is the root."""
    row = ""
    for place in range(grid):
        likely = density * (1.25 if place % 2 == 0 else 0.75)
        row += "1" if place == 0 else s.pick(*degrees) if s.chance(likely) else ("-" if row[-1] != "." and s.chance(holds) else ".")
    return row


def walking(s: Song, part: Part, low: int = 28, high: int = 52, where: Where = None, two: float = 0.0) -> Part:
    """Quarters that step towards the next chord, with skips; `two` is the chance that a section is played in two."""
    pitch = low + (s.tonic - low) % 12
    for section in s.sections:
        halves = s.chance(two)
        if not s.inside(section, where):
            continue
        beat = section.start
        while beat < section.end - 0.01:
            of, coming = s.piece().chord_at(beat), s.piece().chord_at(beat + 1)
            new = beat == section.start or s.piece().chord_at(beat - 0.5) is not of
            if new:
                pitch = near(of.bass, min(max(pitch, low + 5), high - 5))
            elif coming is not of:
                pitch = near(coming.bass, pitch) + s.pick(-1, 1, -2, 2)
            else:
                tones = [p for p in range(low, high) if p % 12 in of.classes and p != pitch]
                pitch = min(tones, key=lambda p: abs(p - pitch) + s.between(0, 6)) if s.chance(0.6) else pitch + s.pick(-2, -1, 1, 2)
            pitch = min(max(pitch, low), high)
            part.add(beat, 1.85 if halves else 0.92, pitch, velocity(s, 92))
            if s.chance(0.12) and not halves:
                part.add(s.written(beat + s.pick(0.5, 2 / 3)), 0.25, pitch, velocity(s, 60), "dead")
            beat += 2.0 if halves else 1.0
    return part


def comp(s: Song, part: Part, rows: str | Sequence[str], centre: int = 60, voices: int = 4, where: Where = None, loud: float = 82, roll: float = 0.0, spread: bool = False,
         plan: dict[str, str] | None = None) -> Part:
    """Chords in rhythm: `x` short, `X` short and loud, `o` soft, `-` holds, `l` the bass note, `f` its fifth, `s` a dead scratch, `u` the upper strings, digits one
    tone of the voicing. `roll` is the beats from string to string."""
    rows = rows if isinstance(rows, str) else s.pick(*rows)
    held: list[int] = []
    last: Chord | None = None
    for bar in s.bars(where):
        for at, step, sign, holds in cells(s, bar, (plan or {}).get(bar.section.name, rows)):
            if sign == "?" and s.chance(0.6):
                continue
            of = s.piece().chord_at(at)
            if of is not last:
                held, last = voicing(of, centre, voices, held or None, spread), of
            length = step * (1 + holds) * (0.95 if holds else 0.6)
            if sign in "lf":
                part.add(at, length, near(of.bass, centre - 17) + (-5 if sign == "f" and 7 in of.intervals else 0), velocity(s, loud + 4))
                continue
            tones = [held[(int(sign) - 1) % len(held)] + 12 * ((int(sign) - 1) // len(held))] if sign.isdigit() else held[-3:] if sign == "u" else held
            strength = loud + {"X": 16, "o": -18, "s": -22, "u": -10, "?": -14}.get(sign, 0)
            for place, pitch in enumerate(reversed(tones) if sign == "u" else tones):
                part.add(at + place * roll, max(length - place * roll, 0.05) if sign != "s" else 0.07, pitch, velocity(s, strength), "dead" if sign == "s" else "")
    return part


def pad(s: Song, part: Part, centre: int = 60, voices: int = 4, where: Where = None, loud: float = 70) -> Part:
    """Chords held as long as they last."""
    held: list[int] = []
    for span in s.chords(where):
        held = voicing(span.chord, centre, voices, held or None)
        for pitch in held:
            part.add(span.start, span.length * 0.98, pitch, velocity(s, loud))
    return part


def opening(s: Song, part: Part, low: float = 0.15, high: float = 0.85) -> Part:
    """A filter that opens and closes over eight or sixteen bars."""
    span = s.pick(8, 16) * s.beats
    points, beat, up = [], 0.0, s.chance(0.7)
    while beat <= s.sections[-1].end + span:
        points.append((beat, high * s.between(0.8, 1.1) if up else low))
        beat, up = beat + span / 2, not up
    part.sweep = tuple((at, min(value, 1.0)) for at, value in points)
    return part


def rhythm(s: Song, beats: float, density: float, grid: int = 2) -> str:
    """A bar of a tune's rhythm: strokes that are likelier on the beat, holds and rests between."""
    row = ""
    for place in range(round(beats * grid)):
        likely = density * (1.35 if place % grid == 0 else 0.8)
        row += "x" if s.chance(min(likely, 0.95)) else "-" if row and row[-1] != "." and s.chance(0.8) else "."
    return row if "x" in row else "x" + "-" * (round(beats * grid) - 2) + "."


def closing(s: Song, row: str) -> str:
    """The last bar of a phrase: its beginning, then a long note and a breath."""
    keep = len(row) // s.pick(2, 2, 4)
    rest = len(row) - keep
    breath = max(rest // 3, 1)
    return row[:keep] + "x" + "-" * (rest - 1 - breath) + "." * breath


def chord_tone(of: Chord, pitch: float) -> int:
    """The chord's tone nearest to a pitch."""
    return min((near(tone, pitch) for tone in of.classes), key=lambda p: abs(p - pitch))


def tune(s: Song, part: Part, low: int, high: int, where: Where = None, rows: Sequence[str] = (), scale: str | None = None, density: float = 0.5, grid: int = 2, form: str = "",
         turns: str = "", sing: bool = False, scoop: float = 0.0, leap: float = 0.2, stick: float = 0.75, bars: int = 0, loud: float = 92, repeat: float = 0.2) -> list[Note]:
    """A melody of phrases of `bars` bars (0: two or four) that return by the letters of `form`, the same whenever a section of that name returns.

    `rows` are the style's own rhythms, else they are drawn with `density` on `grid` places a beat. `turns` says in which bars of a group this player speaks
    (`xx..`), `stick` how often strong beats are the chord's."""
    form = form or s.pick("AABA", "AABB", "ABAC", "ABAB", "AAAB")
    syllables = s.pick(*SOUNDS).split()
    bars = bars or (2 if turns else s.pick(2, 2, 4))
    rungs = s.rungs(low, high, scale)
    known: dict[tuple[str, str, int], tuple[str, list[int], list[str]]] = {}
    written: list[Note] = []
    pitch = s.between(low + 3, high - 3)

    def motif(section: Section, letter: str, place: int) -> tuple[str, list[int], list[str]]:
        key = (section.name, letter, place)
        if key not in known:
            row = s.pick(*rows) if rows else rhythm(s, section.beats, density, grid)
            if place == bars - 1:
                row = closing(s, row)
            count = row.count("x")
            moves = [0 if s.chance(repeat) else s.pick(-1, 1) if not s.chance(leap) else s.pick(-3, -2, 2, 3, 4) for _ in range(count)]
            known[key] = row, moves, [s.pick(*syllables) for _ in range(count)]
        return known[key]

    def speak(bar: Bar) -> None:
        nonlocal pitch
        place = bar.index % bars
        row, moves, words = motif(bar.section, form[bar.index // bars % len(form)], place)
        for number, (at, step, _, held) in enumerate(cells(s, bar, row)):
            of = s.piece().chord_at(at)
            if number == 0 and place == 0:
                pitch = chord_tone(of, (pitch + (low + high) / 2) / 2)
            else:
                here = nearest_step(rungs, pitch) + moves[number]
                here = here if 0 <= here < len(rungs) else nearest_step(rungs, pitch) - moves[number]
                pitch = rungs[min(max(here, 0), len(rungs) - 1)]
            last = place == bars - 1 and number == len(moves) - 1
            if last or abs((at - bar.start) % 1) < 1e-6 and s.chance(stick):
                pitch = chord_tone(of, pitch)
            length = step * (1 + held) * (0.94 if held else 0.85)
            bend = ((0.0, -s.pick(1.0, 2.0)), (min(0.3, length / 2), 0.0)) if scoop and length > 0.4 and s.chance(scoop) else ()
            written.append(part.add(at, length, min(max(pitch, low), high), velocity(s, loud + 6 * (at % 1 == 0)), words[number] if sing else "", bend))

    for bar in s.bars(where):
        if not turns or turns[bar.index % len(turns)] == "x":
            speak(bar)
    return written


def sung(s: Song, where: Where = None, rows: Sequence[str] = (), chance: float = 0.85, instead: Sequence[str] = ("tenor-sax",), fx: Sequence[str] = (),
         level: float = 2.0, voices: str = "", **more) -> list[Note]:  # noqa: ANN003
    """A singer, or now and then an instrument in the singer's place; `more` goes to `tune`."""
    if s.chance(chance):
        voice, low, high = s.pick(*[one for one in SINGERS if one[0] in (voices or one[0]).split()])
        return tune(s, s.part(voice, level=level, pan=s.between(-0.1, 0.1), fx=fx, late=s.between(0.0, 0.02)), low, high, where, rows, sing=True, **more)
    return tune(s, s.part(*instead, level=level - 1), 60, 80, where, rows, **more)


def below(s: Song, notes: Sequence[Note], part: Part, steps: int = -2, share: float = 1.0) -> Part:
    """Another player a third (or so) below the same tune."""
    for note in notes:
        if s.chance(share):
            of = s.piece().chord_at(note.start)
            part.add(note.start, note.length, chord_tone(of, note.pitch + steps * 1.8), note.velocity - 8, note.how)
    return part


def backing(s: Song, where: Where, rows: Sequence[str] = ("x-------",), centre: int = 64, voices: Sequence[str] = ("~backing", "oohs", "choir", "~vocal-duo")) -> Part:
    """Singers behind the singer, in three parts; now and then strings, brass or an organ has them."""
    part = s.part(*(voices if s.chance(0.75) else ("strings", "brass", "drawbar")), level=-5, send=-7)
    comp(s, part, s.pick(*rows), centre, 3, where, 74)
    sound = s.pick("oo", "ah", "la", "oh")
    for note in part.notes:
        note.how = sound
    return part


def rap(s: Song, where: Where = None, density: float = 0.72, fx: Sequence[str] = (), grid: int = 4, talk: float = 0.12, triplets: float = 0.15) -> Part:
    """A rapper: couplets of two bars whose lines end alike, a breath after each; now and then one who speaks words."""
    if s.chance(talk):
        part = s.part("~speech", level=2.5, pan=0.0, fx=fx)
        lines = [s.pick(*SHOUTS) for _ in range(12)]
        for bar in s.bars(where):
            for half in (0.0, 2.0):
                if s.chance(0.85):
                    part.add(bar.start + half + s.pick(0.0, 0.0, 0.25, 0.5), 1.6, s.between(52, 70), velocity(s, 100), s.pick(*lines))
        return part
    part = s.part("~rap-voice", level=3.0, pan=0.0, fx=fx, loose=0.012)
    step = 3 if s.chance(triplets) else grid
    centre = s.between(45, 57)
    vowels = s.pick("a o", "a e", "o i", "e u", "a i")
    rhymes = [consonant + vowels[0] for consonant in "tdbk"]
    for bar in s.bars(where):
        if bar.index % 4 == 0:
            couplet = [[s.chance(density * (1.2 if place % step == 0 else 0.95)) for place in range(int(bar.beats * step))] for _ in range(2)]
        line = couplet[bar.index % 2]
        ends = int(bar.beats * step) - s.pick(1, 2, 2, 3)
        for place, on in enumerate(line[:ends]):
            rhyme = place >= ends - 2
            if on or rhyme:
                syllable = s.pick(*rhymes) if rhyme else s.pick("da", "ti", "ko", "ba", "ne", "mu", "sa", "re", "ka", "lo", "ta", "pi")
                fall = -3.0 * place / len(line) + (2.5 if place % step == 0 else 0.0) + (bar.index % 2) * 1.0
                part.add(s.written(bar.start + place / step), 0.85 / step, centre + fall + s.rng.gauss(0, 0.9), velocity(s, 104 if place % step == 0 or rhyme else 88), syllable)
    return part


def hype(s: Song, where: Where = None, words: Sequence[str] = ("yeah", "hey", "what", "uh", "come on", "ho")) -> Part:
    """A second voice that answers at the ends of lines."""
    part = s.part("~speech", level=-2, pan=s.pick(-0.4, 0.4), fx=s.pick((), ("delay",)))
    for bar in s.bars(where):
        if s.chance(0.5):
            part.add(bar.start + bar.beats - 1, 0.9, s.between(58, 76), velocity(s, 96), s.pick(*words))
    return part


def thin(s: Song, parts: Sequence[Part], odds: float = 0.35) -> None:
    """Some players sit out whole sections, so that no two sections are alike."""
    for part in parts:
        for section in s.sections:
            if s.chance(odds):
                part.notes[:] = [note for note in part.notes if not section.start - 0.01 <= note.start < section.end - 0.01]


def stops(s: Song, parts: Sequence[Part], where: Where, odds: float = 0.5, after: float = 1.0) -> None:
    """Stop time: in the last bar of those sections, the players hit the first beat and let the singer go on alone."""
    for bar in s.bars(where):
        if bar.last and s.chance(odds):
            for part in parts:
                part.notes[:] = [note for note in part.notes if not bar.start + after - 0.01 <= note.start < bar.start + bar.beats - 0.01]


def finish(s: Song) -> None:
    """The last bar: everybody on the first beat, and it rings."""
    bar = list(s.bars())[-1]
    for part in s.parts:
        part.notes[:] = [note for note in part.notes if note.start < bar.start + 0.2]
        for note in part.notes:
            if note.start >= bar.start - 0.01 and "kit:" not in part.voice:
                note.length = bar.beats * 0.9
