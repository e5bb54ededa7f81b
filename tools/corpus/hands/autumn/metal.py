"""Denim and leather: Metal from doom to melodeath."""

from __future__ import annotations

from hands.autumn.craft import FILLS, drums, pad, riff
from hands.autumn.tunes import double, singer, tune
from song import Song, style


POWER = (0, 7)
GALLOP = ("k x.xxx.xxx.xxx.xx s ....X.......X... h x...x...x...x...", "k x.xxx.xxx.xxx.xx s ....X.......X... d x.x.x.x.x.x.x.x.")


def twin_wall(s: Song, texts: str | tuple[str, ...], where: str | list[str] | None, low: int, stack: tuple[int, ...], amp: str) -> None:
    """The same riff from two amplifiers, left and right."""
    text = s.pick(*((texts,) if isinstance(texts, str) else texts))
    voice = s.pick("distorted", "~electric-guitar", "overdriven")
    for side in (-0.8, 0.8):
        riff(s, s.part(voice, level=2, pan=side, fx=(amp,), send=-18), text, low, where=where, stack=stack, vel=104)


@style("Metal", like="Rock")
def autumn_bay_thrash(s: Song) -> None:
    """San Francisco and Essen 1983-90: palm-muted sixteenths between flattened seconds, polka-fast snares, a barked verse, a mosh, a shrieking solo."""
    s.set((156, 216), ("phrygian", "minor", "locrian"), keys="E E A D", room=("room", "dry", "plate"))
    s.until(
        46, "fast fast mosh solo", fast=s.pick("I5 | I5 | I5 | bII5 bVII5", "I5 | I5 | bVI5 | V5", "I5 | bII5 | I5 | bV5"),
        mosh=s.pick("I5 | I5 | bII5 | bIII5", "I5 | bV5 | I5 | bVI5"), solo=s.pick("I5 | bVI5 | bVII5 | I5", "IV5 | IV5 | I5 | I5"),
    )
    s.master.append("dense")
    kit = s.part("kit:power", "kit:standard", "kit:room", level=2)
    drums(
        s, kit,
        (
            "k x.x.x.x.x.x.x.x. s ..X...X...X...X. h x.x.x.x.x.x.x.x.", "k x..xx..xx..xx..x s ..X...X...X...X. d x.x.x.x.x.x.x.x.",
            "k x.xxx.xxx.xxx.xx s ....X.......X... h x.x.x.x.x.x.x.x.",
        ),
        where=["fast", "solo"], fills=("s xxxx u xxxx", "u xxx. l ...x", "s xxxx"), every=4, crash=0.8,
    )
    drums(
        s, kit, ("k x.xx..x.x.xx..x. s ........X....... z x...x...x...x...", "k xxxxxxxxxxxxxxxx s ........X....... d x...x...x...x..."), where="mosh",
        fills=FILLS, every=4, crash=1.0,
    )
    amp = s.pick("amp:scooped", "amp:high")
    twin_wall(
        s,
        (
            "R* R* R* 8! R* R* r1! - R* R* R* r6! R* R* 3! -", "R* R* R! R* R* R! R* R* r10! - R* R* r8! - r7! -",
            "R* . R* R* R! - R* R* r1! - R* R* 3! - r1! -", "R* R* R* R* R* R* R* R* r1! - - r3! - - r6! -",
        ),
        ["fast"], 40, POWER, amp,
    )
    twin_wall(
        s, ("R! - . R* R* . R* R* r1! - . R* R* . r6! -", "R! - - - . . R* R* R* . R* R* r1! - R! -", "R* . R* . R* R* r3! - r1! - R* . R* R* . ."), "mosh", 40,
        POWER, amp,
    )
    twin_wall(s, ("R* R* R* R* R* R* R* R* R* R* R* R* R* R* R* R*", "R! - R* R* R! - R* R* R! - R* R* R! - R* R*"), "solo", 40, POWER, amp)
    riff(s, s.part("pick-bass", "~string-bass", level=0, fx=("amp:bass-dirt",)), ("R R R R R R R R R R R R R R R R", "R . R R R . R R R . R R r1 - R R"), 28)
    if s.chance(0.8):
        shout = s.part("~growl", "~scream", "~vocal-duo", "~vocal-low", level=2)
        tune(
            s, shout, 48, 57, ("x.x.x.xxx.x.x...|x.x.x.x.x.......", "x.xxx.x.x.xxx---|................", "..x.x.x.x.x.x---|..x.x.x.x---...."),
            where=["fast", "mosh"], plan="aab.", sing="ra ka ta go ye", jump=0.05, gate=0.8,
        )
    lead = s.part("distorted", "~electric-guitar", "overdriven", level=3, fx=("amp:lead", "delay"))
    tune(
        s, lead, 66, 92, ("xxxxxxxxxxxxxxxx|xxxxxxxxx-------", "x---xxxxxxxxxxxx|xxxxxxxxxxxxx---", "xxxxxxxxx-------|x---x---xxxxxxxx"), where="solo",
        plan="abca", scale=s.pick("harmonic-minor", "phrygian", "minor-pentatonic"), orn="bv", rate=0.25, jump=0.1,
    )


@style("Metal", like="Rock")
def autumn_slow_doom(s: Song) -> None:
    """Birmingham 1970 to the desert 1992 and the drone of today: a tritone riff tuned down, cymbals left to ring, a wailing or drowned voice."""
    s.set((50, 84), ("minor", "phrygian", "blues", "locrian"), keys="C Db D B", swing=s.pick(0.0, 0.0, 0.3), room=("hall", "room", "arena", "plate"))
    s.until(
        52, "riff riff dirge", riff=s.pick("I5 | I5 | I5 | bV5", "I5 | bVII5 | I5 | bII5", "I5 | I5"),
        dirge=s.pick("I5 | bVI5 | bV5 | V5", "I5 | bIII5 | bII5 | I5", "bVI5 | bVII5 | I5 | I5"),
    )
    s.master.append("dense")
    drums(
        s, s.part("kit:power", "kit:room", "kit:standard", level=2),
        (
            "k x.....x.x....... s ....X.......X... z x...x...x...x...", "k x...x.....x.x... s ....X.......X... o x...x...x...x...",
            "k x.......xx...... s ....X.......X..o d x...x...x...x...", "k x..x....x..x..x. s ........X....... z x.......x.......",
        ),
        fills=("u x.xx l ...x", "f xxx. s ..xx", "u x... l .x.x f ..x."), every=4, span=1.0, crash=1.0,
    )
    figure = s.pick(
        "t0! - - - - - t12 - - - - - t6! - - - | t0! - - - - - t12 - - - t6 - t5 t6 t5 -",
        "t0! - - - t3! - t2 - t0 - - - t-2 - - - | t0! - - - t3! - t5 - t6! - - - t5 - t3 -",
        "t0! - - t0 t1! - - - t0 - - t0 t-2 - - - | t0! - - t0 t1! - t3 - t1 - - - - - - -",
        "t0! - - - - - - - t-1! - - - t-2! - - - | t0! - - - t7! - t6 - t5 - t3 - t1! - - -",
        "t0! - t0 - t7 - t6! - - - t5 - t3 - t0 - | t0! - t0 - t7 - t6! - - - t10 - t8 - t7 -",
    )
    voice, amp = s.pick("distorted", "~electric-guitar", "overdriven"), s.pick("amp:fuzz", "amp:high", "amp:death")
    for side in (-0.7, 0.7):
        part = s.part(voice, level=2, pan=side, fx=(amp,))
        riff(s, part, figure, 36, where="riff", stack=s.pick((0, 7), (0, 7, 12)), vel=102)
        riff(s, part, s.pick("R! - - - - - - - R - - - R - R -", "R! - - - - - R - - - R - - - - -"), 36, where="dirge", stack=(0, 7, 12), vel=102)
    bass = s.part("pick-bass", "finger-bass", "~string-bass", level=1, fx=("amp:bass-dirt",))
    riff(s, bass, figure, 24, where="riff")
    riff(s, bass, "R - - - - - - - R - - - R - 5 -", 24, where="dirge")
    if s.chance(0.75):
        singer(
            s, ("x---x---x-----x-|x-------........", "....x---x-x-x---|x-----------....", "x-----x-x-------|................"), sing="cry", orn="svf", rate=0.5,
            voices=("~vocal", "~growl", "~vocal-low", "~vocal-duo"), plan="aab.", wide=11, level=2, scale="minor",
        )
    if s.chance(0.5):
        lead = s.part("overdriven", "distorted", "~electric-guitar", level=2, fx=("amp:lead", "delay"))
        tune(
            s, lead, 62, 84, ("x-----x-x---x---|x---x-x-x-------", "x---xxx-x-------|xxx-x-x-x-------"), where="dirge", plan="ab", scale="blues", orn="bbvq",
            rate=0.6,
        )
    if s.chance(0.3):
        pad(s, s.part("~organ", "choir", "~choir-low", "church-organ", level=-6), 55, 3, where="dirge")


@style("Metal", like="Classical")
def autumn_gothenburg_twins(s: Song) -> None:
    """London 1980 by way of Gothenburg 1995: galloping basses, two guitars in harmonized thirds, minor-key hymns, a roar or a tenor above double kicks."""
    s.set((132, 200), ("minor", "harmonic-minor", "dorian"), keys="E D C A B", room=("plate", "room", "hall"))
    s.until(
        46, "ride ride hymn", ride=s.pick("I5 | bVI5 | bVII5 | I5", "I5 | I5 | bVI5 | V5", "I5 | bIII5 | bVII5 | IV5"),
        hymn=s.pick("i | bVI | bIII | bVII", "bVI | bVII | i | V", "iv | i | bVI | V", "i | V | bVI | bIII | iv | i | bII | V"),
    )
    s.master.append("dense")
    kit = s.part("kit:power", "kit:standard", "kit:room", level=2)
    drums(
        s, kit,
        (
            *GALLOP, "k xxxxxxxxxxxxxxxx s ....X.......X... d x...x...x...x...", "k x.x.x.x.x.x.x.x. s ..X...X...X...X. d x...x...x...x...",
            "k xxxxxxxxxxxxxxxx s X.X.X.X.X.X.X.X. d x...x...x...x...",
        ),
        where="ride", fills=("s xxxx u xxxx", "u xxxx l xxxx", "s 2222"), every=4, crash=0.7,
    )
    drums(
        s, kit,
        (
            "k xxxxxxxxxxxxxxxx s ....X.......X... z x...x...x...x...", "k x.xxx.xxx.xxx.xx s ........X....... d x...x...x...x...",
            "k x...x.x.x...x.x. s ....X.......X... o x...x...x...x...",
        ),
        where="hymn", fills=FILLS, every=4, crash=0.9,
    )
    amp = s.pick("amp:high", "amp:scooped", "amp:death", "amp:lead")
    twin_wall(
        s, ("R* . R* R* R* . R* R* R* . R* R* r8! - r7! -", "R* R* R* R* R* R* r3! - R* R* R* R* R* R* r2! -", "R! - R* R* R! - R* R* R! - R* R* r10! - r7! -"),
        "ride", 38, POWER, amp,
    )
    twin_wall(s, ("R! - - - R - - - R - - - R - - -", "R! - - R - - R - R! - - R - - R -"), "hymn", 38, (0, 7, 12), amp)
    lead = s.part("distorted", "overdriven", "~electric-guitar", level=2, pan=-0.3, fx=("amp:lead",))
    tune(
        s, lead, 62, 84,
        ("x---x-x-x-x-x-x-|x---x-x-x-------", "x-x-x-x-x---x---|x-x-x-x-x-------", "xxxxxxxxx-x-x-x-|xxxxxxxxx-------", "x-----x-x---x-x-|x-----------x-x-"),
        plan="abac", orn="vb", rate=0.2, jump=0.12, where=None if s.chance(0.5) else "hymn",
    )
    double(s, lead, s.part("distorted", "overdriven", level=1, pan=0.4, fx=("amp:lead",)), s.pick(2, 2, 5, -2))
    riff(s, s.part("pick-bass", "finger-bass", level=1, fx=("amp:bass-dirt",)), ("R . R R R . R R R . R R R . R R", "R R R R R R R R R R R R R R R R"), 26)
    singer(
        s, ("x---x-x-x---x---|x---x-x-x-------", "x.x.x.x.x---....|x.x.x.x.x---....", "x-x-x-x-x-------|................"), sing="cry", orn="vf", rate=0.3,
        voices=("~growl", "~scream", "~vocal", "~vocal-duo"), plan="aab.", floor=s.pick(50, 57, 62), where="ride" if s.chance(0.6) else None, level=1,
    )
    if s.chance(0.4):
        pad(s, s.part("strings", "~choir", "~string-machine", "church-organ", level=-5), 66, 4, where="hymn")
