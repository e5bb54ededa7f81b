"""The fretboard: tunings, grips, strums, picking, riffs, power chords, steel bends and licks under the fingers."""

from __future__ import annotations

from collections.abc import Sequence

from hands.summer.craft import at, cell, ladder, root
from score import Part
from song import Song, Where
from theory import SCALES, Chord, near

TUNINGS: dict[str, tuple[int, ...]] = {
    "guitar": (40, 45, 50, 55, 59, 64),
    "drop": (38, 45, 50, 55, 59, 64),
    "open-g": (38, 43, 50, 55, 59, 62),
    "open-d": (38, 45, 50, 54, 57, 62),
    "dadgad": (38, 45, 50, 55, 57, 62),
    "tenor": (48, 55, 62, 69),
    "high": (52, 57, 62, 67, 71),
    "mandolin": (55, 62, 69, 76),
    "ukulele": (60, 64, 67, 69),
    "charango": (64, 67, 69, 76),
    "banjo": (50, 55, 59, 62),
    "oud": (43, 45, 50, 55, 60),
    "cavaco": (62, 67, 71, 74),
    "lute": (43, 48, 53, 57, 62, 67),
    "top": (50, 55, 59, 64),
}
"""Open strings from the lowest up."""


def capo(s: Song, home: int, reach: int = 7) -> int:
    """Where the capo goes so that the piece is played in the shapes of `home` (a pitch class)."""
    up = (s.tonic - home) % 12
    return up if up <= reach else up - 12


def grip(of: Chord, tuning: Sequence[int], fret: int = 0) -> list[int]:
    """A chord under the hand: on every string the first chord tone from that fret on; strings below the bass note stay silent."""
    tones = [next(p for p in range(string + fret, string + fret + 12) if p % 12 in of.classes) for string in tuning]
    lows = [next(p for p in range(string + fret, string + fret + 12) if p % 12 == of.bass) for string in tuning]
    for place in range(min(3, len(tuning))):
        if len(tuning) > 4 and lows[place] - tuning[place] - fret <= 4:
            return [lows[place], *tones[place + 1 :]]
    return tones


def strum(
    s: Song,
    part: Part,
    pattern: str,
    tuning: str = "guitar",
    where: Where = None,
    fret: int = 0,
    vel: float = 84,
    shift: int = 0,
    rake: float = 0.022,
    gap: float = 0.96,
) -> None:
    """Strokes of the hand: D down, d light down, U up, u light up, B bass string, b the next bass, X a choked stroke, T top strings stabbed, M damped."""
    strings = [p + shift for p in TUNINGS[tuning]]
    flip = 0
    for _, on, length, sign in cell(s, pattern, where):
        held = grip(at(s, on), strings, fret)
        if sign in "Bb":
            flip = flip + 1 if sign == "b" else 0
            base = held[0] if sign == "B" else next((p for p in held[1:3] if p % 12 != held[0] % 12), held[0])
            part.add(on, length * gap, base, vel + 6 + s.rng.gauss(0, 4))
            continue
        if sign == "X":
            for n, pitch in enumerate(held[-3:]):
                part.add(on + n * 0.01, 0.08, pitch, vel - 18, "dead")
            continue
        chosen = {"D": held, "d": held[-4:], "U": held[-4:][::-1], "u": held[-3:][::-1], "T": held[-3:], "M": held[:4]}[sign]
        for n, pitch in enumerate(chosen):
            hard = {"D": 6, "T": 4, "U": -2, "M": -6}.get(sign, -12) - n * (1.5 if sign in "Uu" else 0)
            ring = 0.12 if sign == "M" else max(length * gap - n * rake, 0.08)
            part.add(on + n * rake, ring, pitch, vel + hard + s.rng.gauss(0, 4), "mute" if sign == "M" else "")


def pick(
    s: Song,
    part: Part,
    pattern: str,
    tuning: str = "guitar",
    where: Where = None,
    fret: int = 0,
    vel: float = 82,
    shift: int = 0,
    ring: float = 2.5,
    drone: int = 0,
) -> None:
    """Picking: tokens per step, B thumb on the bass, b thumb on the next, digits strings counted from the top, 5 the drone where there is one, `.` nothing."""
    strings = [p + shift for p in TUNINGS[tuning]]
    wheel = [bar.split() for bar in pattern.split("|")]
    for bar in s.bars(where):
        row = wheel[bar.index % len(wheel)]
        step = bar.beats / len(row)
        for n, token in enumerate(row):
            on = bar.start + n * step
            held = grip(at(s, on), strings, fret)
            for sign in token:
                if sign == ".":
                    continue
                if sign in "Bb":
                    pitch = held[0] if sign == "B" else held[1] if len(held) > 4 else held[0] + 7
                elif sign == "5" and drone:
                    pitch = drone + shift
                else:
                    pitch = held[max(-int(sign), -len(held))]
                part.add(on, step * ring, pitch, vel + (8 if sign in "Bb" else 0) + (4 if n == 0 else 0) + s.rng.gauss(0, 5))


def power(s: Song, part: Part, pattern: str, where: Where = None, low: int = 40, vel: float = 100, notes: int = 3, third: bool = False) -> None:
    """Power chords: X accented, x struck, m the damped low string alone, p a damped chord."""
    for _, on, length, sign in cell(s, pattern, where):
        base = root(at(s, on), low)
        shape = [0] if sign == "m" else [0, at(s, on).third if third else 7, 12][:notes]
        for up in shape:
            short = sign in "mp"
            part.add(
                on,
                min(length, 0.3) * 0.8 if short else length * 0.97,
                base + up,
                vel + {"X": 10, "m": -10, "p": -4}.get(sign, 0) + s.rng.gauss(0, 3),
                "mute" if short else "",
            )


def invent(
    s: Song, scale: str, beats: float = 4, grid: float = 0.5, busy: float = 0.7, low: int = 0, high: int = 12, mute: float = 0.0, answer: bool = True
) -> str:
    """A riff of our own from a scale, as text for `riff`: root first, an answer that begins alike and ends elsewhere."""
    steps = [i + 12 * o for o in (-1, 0, 1) for i in SCALES[scale] if low <= i + 12 * o <= high]
    half, now, place = [], 0.0, steps.index(0)
    while now < beats - 1e-6:
        length = min(s.pick(grid, grid, grid, 2 * grid, 3 * grid), beats - now)
        if now and not s.chance(busy):
            half.append(f"./{length}")
        else:
            half.append(f"{steps[place]}{'m' if mute and length <= grid and s.chance(mute) else ''}/{length}")
            place = steps.index(0) if s.chance(0.35) else min(max(place + s.pick(-2, -1, 1, 1, 2), 0), len(steps) - 1)
        now += length
    if not answer:
        return " ".join(half)
    tail = [f"{s.pick(*steps)}/{token.split('/')[1]}" if n >= len(half) * 0.6 else token for n, token in enumerate(half)]
    return " ".join(half + tail)


def riff(s: Song, part: Part, text: str, where: Where = None, low: int = 40, chord: bool = True, vel: float = 98, up: int = 0, gap: float = 0.92) -> None:
    """A riff from tokens semitones/beats with `m` damped, `p` power chord, `b` bent up into, `v` shaken; it moves with the chords or stays on the tonic."""
    tokens = [token.split("/") for token in text.split()]
    for section in s.sections:
        if not s.inside(section, where):
            continue
        now, n = section.start, 0
        while now < section.end - 1e-6:
            what, length = tokens[n % len(tokens)][0], min(float(tokens[n % len(tokens)][1]), section.end - now)
            if what != ".":
                marks = what.lstrip("-0123456789")
                base = root(at(s, now), low) if chord else low + (s.tonic - low) % 12
                pitch = base + int(what[: len(what) - len(marks)] or 0) + up
                curve = ((0.0, -2.0 if "w" in marks else -1.0), (min(0.25, length / 2), 0.0)) if "b" in marks or "w" in marks else ()
                if "v" in marks and length >= 0.5:
                    curve = tuple((length * i / 8, 0.35 * (i % 2)) for i in range(9))
                for extra in (0, 7) if "p" in marks else (0,):
                    part.add(
                        now, max(length * (0.5 if "m" in marks else gap), 0.08), pitch + extra, vel + s.rng.gauss(0, 4), "mute" if "m" in marks else "", curve
                    )
            now, n = now + length, n + 1


LICKS: tuple[tuple[tuple[int, float], ...], ...] = (
    ((0, 0.5), (1, 0.5), (2, 0.5), (1, 0.5)),
    ((2, 0.5), (1, 0.5), (0, 1)),
    ((0, 1), (-1, 0.5), (0, 0.5)),
    ((3, 0.5), (2, 0.25), (1, 0.25), (0, 1)),
    ((0, 0.25), (1, 0.25), (2, 0.5), (2, 1)),
    ((1, 1.5), (0, 0.5)),
    ((4, 0.5), (3, 0.5), (2, 0.5), (0, 0.5)),
    ((0, 1 / 3), (1, 1 / 3), (2, 1 / 3), (1, 1)),
    ((2, 2),),
    ((0, 0.5), (0, 0.5), (2, 1)),
    ((-2, 0.5), (-1, 0.5), (0, 1)),
)
"""Shapes in scale steps and beats that lie in one box of the fretboard."""
FAST: tuple[tuple[tuple[int, float], ...], ...] = (
    tuple((i, 0.25) for i in (0, 1, 2, 3)),
    tuple((i, 0.25) for i in (4, 3, 2, 1)),
    tuple((i, 0.25) for i in (0, 2, 1, 3)),
    tuple((i, 0.25) for i in (3, 1, 2, 0)),
    ((0, 1),),
    tuple((i, 1 / 3) for i in (2, 1, 0)),
    ((0, 0.5), (2, 0.5)),
    tuple((i, 0.25) for i in (0, 1, 0, 2, 0, 3, 0, 4)),
    ((4, 2),),
)


def solo(
    s: Song,
    part: Part,
    low: int,
    high: int,
    where: Where = None,
    scale: str | None = None,
    bends: float = 0.4,
    rest: float = 0.25,
    fast: float = 0.2,
    vel: float = 98,
    shake: float = 0.5,
) -> None:
    """Improvising in boxes: licks climb and fall about a hand position, bent notes lean up into chord tones, silences answer."""
    rungs = ladder(s, scale, low, high)
    place = len(rungs) // 2
    for bar in s.bars(where):
        now, end = bar.start, bar.start + bar.beats
        if bar.index % 2 and s.chance(rest):
            now += bar.beats * s.pick(0.5, 0.5, 1.0)
        while now < end - 1e-6:
            lick = s.pick(*FAST) if s.chance(fast) else s.pick(*LICKS)
            home = min(max(place, 3), max(len(rungs) - 5, 3))
            for step, length in lick:
                if now >= end - 1e-6:
                    break
                length = min(length, end - now)
                place = min(max(home + step, 0), len(rungs) - 1)
                pitch: float = rungs[place]
                if length >= 1:
                    tones = [p for p in range(low, high) if p % 12 in at(s, now).classes]
                    pitch = min(tones, key=lambda p: abs(p - pitch))
                curve: tuple[tuple[float, float], ...] = ()
                if length >= 0.5 and s.chance(bends):
                    up = s.pick(1.0, 2.0, 2.0)
                    curve = ((0.0, -up), (0.1, -up), (min(0.4, length * 0.5), 0.0))
                elif length >= 1 and s.chance(shake):
                    curve = tuple((length * i / 10, (0.3 if i % 2 else 0.0) * min(i / 4, 1)) for i in range(11))
                part.add(now, length * 0.96, pitch, min(max(vel + s.rng.gauss(0, 7), 50), 124), "", curve)
                now += length
            place += s.pick(-2, -1, 0, 1, 2)
            if s.chance(rest * 0.5):
                now += s.pick(0.5, 1.0)


def steel(s: Song, part: Part, where: Where = None, centre: float = 69, vel: float = 78, odds: float = 0.85) -> None:
    """Pedal steel: pairs of chord tones a third or sixth apart, the pedal pushing one of them up into the chord, sliding away at its end."""
    for span in s.chords(where):
        if not s.chance(odds):
            continue
        third, fifth = near((span.chord.root + span.chord.third) % 12, centre), near((span.chord.root + 7) % 12, centre)
        pair = s.pick((third, fifth), (third, third + 8 if span.chord.third == 4 else third + 9), (fifth, near(span.chord.root, centre + 6)))
        begin, length = span.start + s.pick(0, 0, 0.5), span.length * s.pick(0.6, 0.9, 0.9)
        whole = max(length, 0.5)
        for n, pitch in enumerate(sorted(pair)):
            curve = (
                ((0.0, -2.0), (whole * 0.12, -2.0), (whole * 0.3, 0.0), (whole * 0.8, 0.0))
                if n == 0
                else ((0.0, s.pick(0.0, -1.0)), (whole * 0.25, 0.0), (whole * 0.8, 0.0))
            )
            if s.chance(0.3):
                curve = (*curve, (whole, -2.0))
            part.add(begin, max(length, 0.4), pitch, vel + s.rng.gauss(0, 4), "", curve)
        if span.length >= 4 and s.chance(0.4):
            for n, up in enumerate((0, 2, 4)):
                part.add(begin + length + n * 0.12, 0.3, max(pair) + up, vel - 8)


def bop(
    s: Song,
    part: Part,
    low: int,
    high: int,
    where: Where = None,
    scale: str | None = None,
    rest: float = 0.22,
    vel: float = 92,
    arpeggio: float = 0.45,
    triplets: float = 0.1,
) -> None:
    """A line of eighths that plays the changes: up a chord's arpeggio, down a scale, chromatically into the next chord's third."""
    rungs = ladder(s, scale, low, high)
    pitch: float = rungs[len(rungs) // 2]
    quiet = False
    for bar in s.bars(where):
        quiet = not quiet and s.chance(rest)
        now, end = bar.start + (bar.beats * s.pick(0.25, 0.5, 0.75) if quiet else 0), bar.start + bar.beats
        while now < end - 1e-6:
            of = at(s, now)
            tones = [p for p in range(low, high + 1) if p % 12 in of.classes]
            count = min(s.pick(4, 4, 3, 6), max(int((end - now) * 2), 1))
            up = pitch < (low + high) / 2 if s.chance(0.75) else pitch >= (low + high) / 2
            run = tones if s.chance(arpeggio) else rungs
            start = min(range(len(run)), key=lambda i: abs(run[i] - pitch))
            chain = [run[min(max(start + (n if up else -n), 0), len(run) - 1)] for n in range(count)]
            goal = min((p for p in range(low, high + 1) if p % 12 in at(s, min(now + count / 2, end)).classes[1:2]), key=lambda p: abs(p - chain[-1]))
            if count > 2:
                chain[-2:] = [goal + s.pick(1, 2), goal - 1]
            for p in chain:
                if s.chance(triplets) and now + 0.5 <= end:
                    for n, q in enumerate((p, p + 1, p)):
                        part.add(s.written(now) + n / 8, 0.12, min(q, high), vel - 6)
                else:
                    part.add(now, 0.46, p, vel + (6 if now % 1 else 0) + s.rng.gauss(0, 5))
                now += 0.5
            pitch = goal
            if s.chance(rest * 0.6):
                now += 0.5 * s.pick(1, 2, 3)
