"""Rock: riffs first, the drummer watches the right hand."""

from __future__ import annotations

from hands.summer import craft, fret, sing
from song import Song, style


@style("Rock", like="Blues")
def summer_open_g_riff(s: Song) -> None:
    """A bar band's riff rock in open G: two guitars that answer each other, sus-chord stabs, cowbell, a shouted chorus."""
    s.set((104, 138), ("mixolydian", "major-blues", "minor-pentatonic"), keys="G A E D C B", room=("room", "club", "arena"))
    s.until(
        45,
        "riff verse chorus riff verse chorus solo",
        riff=s.pick("I | IV | I | bVII IV", "I | I | bVII | IV"),
        verse=s.pick("I | I | IV | I | I | I | bVII | IV", "I | bVII | IV | I | I | bVII | IV | V"),
        chorus=s.pick("V | IV | I | I | V | IV | I | V", "IV | I | IV | I | bVII | IV | V | V", "I | bIII | IV | I | I | bIII | IV | V"),
        solo=s.pick("I | IV | I | IV | I | IV | bVII | V", "vi | IV | I | V | vi | IV | V | V"),
    )
    one = s.part("overdriven", "~electric-guitar", "clean-guitar", pan=-0.6, fx=("amp:crunch",))
    fret.strum(s, one, s.pick("D.uX.uD. | XuD..uDu", "D-.uX-D- | D-uX.u.X", "T.T-.T-. | T..T.uX."), "open-g", shift=fret.capo(s, 7), vel=92, fret=0)
    two = s.part("overdriven", "~electric-guitar", "distorted", pan=0.6, fx=("amp:crunch",))
    hook = fret.invent(s, s.pick("minor-pentatonic", "major-blues", "mixolydian"), 4, 0.5, 0.75, -5, 10)
    fret.riff(s, two, hook, ("riff", "verse"), low=45, chord=s.chance(0.6))
    fret.power(s, two, s.pick("X--x--x-", "X-x-.xx-", "x.xxx.xx"), ("chorus", "solo"))
    kit = s.part("kit:room", "kit:standard", "kit:power")
    craft.beat(
        s,
        kit,
        s.pick("k x.....x.x.x..... / s ....X.......X...", "k x.x.....x.x..x.. / s ....X.......X..g", "k x...x...x...x... / s ....X.......X...")
        + s.pick(" / h x.x.x.x.x.x.x.x.", " / o x...x...x...x...", " / r x.x.x.x.x.x.x.x.")
        + s.pick("", " / w x...x...x...x...", " / j ....x.......x..."),
        fills=4,
    )
    craft.bass(s, s.part("pick-bass", "finger-bass", "~electric-bass"), s.pick("RRRRRRRR", "R-.RR-5a", "R-8-7-5-", "R--R--56"), low=28)
    if s.chance(0.4):
        craft.comp(s, s.part("piano", "honky-tonk", "rock-organ", level=-5), s.pick("xxxxxxxx", "x--x--x-"), centre=69)
    voice = s.part("~vocal", "~vocal-low", "~vocal-duo", level=2)
    sing.tune(s, voice, 55, 71, "verse", plan="AABC", feel="talk", rest=0.35, scale="minor-pentatonic", bend=0.3)
    sing.tune(s, voice, 60, 74, "chorus", plan="AABA", rest=0.25, scale="major-pentatonic", bend=0.2)
    sing.second(s, s.part("~vocal-duo", "~backing", level=-2), voice, 2, "chorus", "major")
    fret.solo(
        s, s.part("overdriven", "~electric-guitar", level=3, fx=("amp:lead", "delay")), 57, 86, "solo", "minor-pentatonic", bends=0.55, rest=0.15, fast=0.3
    )


@style("Rock", like="Metal")
def summer_basement_punk(s: Song) -> None:
    """Punk in a basement: down-strokes in eighths, three chords, gang shouts, everything over in two minutes."""
    s.set((160, 214), ("major", "major", "minor", "mixolydian"), keys="A E D G C B", room=("room", "club", "booth"))
    s.until(
        42,
        "intro verse chorus verse chorus middle chorus",
        intro=craft.by_mode(s, ("I | IV | V | IV", "I | I | V | IV"), ("I5 | bVI5 | bIII5 | bVII5",)),
        verse=craft.by_mode(
            s,
            ("I5 | I5 | IV5 | V5", "I5 | V5 | VI5 | IV5", "I5 | IV5 | I5 | V5", "I5 | bVII5 | IV5 | I5"),
            ("I5 | bIII5 | bVII5 | IV5", "I5 | bVI5 | bVII5 | I5"),
        )
        + " | "
        + craft.by_mode(s, ("I5 | I5 | IV5 | V5",), ("I5 | bIII5 | bVI5 | bVII5",)),
        chorus=craft.by_mode(
            s,
            ("IV5 | I5 | V5 | I5 | IV5 | I5 | V5 | V5", "I5 | V5 | IV5 | V5 | I5 | V5 | IV5 | V5"),
            ("bVI5 | bIII5 | bVII5 | I5 | bVI5 | bIII5 | bVII5 | V5",),
        ),
        middle="IV5 | IV5 | V5 | V5",
    )
    guitar = s.part("distorted", "overdriven", "~electric-guitar", pan=-0.5, fx=(s.pick("amp:crunch", "amp:lead", "amp:fuzz"), "double"))
    fret.power(s, guitar, s.pick("XxxxXxxx", "XxxxxXxx", "X-xxX-xx"))
    fret.power(s, s.part("overdriven", "~electric-guitar", pan=0.5, fx=("amp:crunch",)), s.pick("xxxxxxxx", "X---X---", "pppppppp"), third=True)
    craft.bass(
        s, s.part("pick-bass", "pick-bass", "finger-bass", fx=s.pick((), ("amp:bass-dirt",))), s.pick("RRRRRRRR", "RRRRRRR5", "RRRRRR5a"), low=28, vel=106
    )
    kit = s.part("kit:standard", "kit:room", "kit:power")
    craft.beat(
        s,
        kit,
        s.pick("k x.x.x.x. / s ..X...X. / h xxxxxxxx", "k x..xx.x. / s ..X...X. / h x.x.x.x.", "k x.x.x.x. / s .X.X.X.X / o x.x.x.x."),
        ("intro", "verse"),
        fills=4,
        shape="snare",
    )
    craft.beat(s, kit, s.pick("k x.xxx.x. / s ..X...X. / o xxxxxxxx", "k x.x.x.x. / s .X.X.X.X / c x...x..."), ("chorus",), fills=4)
    craft.beat(s, kit, s.pick("k x...x... / f xxxxxxxx / s ......X.", "k x.x.x.x. / T x.xxx.xx"), "middle", fills=4)
    voice = s.part("~vocal", "~vocal-low", "~vocal-duo", "~growl", level=2)
    sing.tune(
        s,
        voice,
        57,
        67,
        "verse",
        plan="AAAB",
        feel="song",
        rest=0.2,
        scale="major-pentatonic" if s.scale != "minor" else "minor-pentatonic",
        leap=0.05,
        vel=104,
    )
    sing.tune(s, voice, 60, 72, "chorus", plan="ABAB", feel="song", rest=0.2, leap=0.1, vel=106)
    sing.second(s, s.part("~vocal-duo", "~vocal", level=0), voice, 0, "chorus")
    if s.chance(0.6):
        fret.riff(
            s,
            s.part("overdriven", "~electric-guitar", level=1, fx=("amp:lead",)),
            fret.invent(s, s.scale, 4, 0.5, 0.9, 0, 12),
            ("intro", "middle"),
            low=57,
            chord=False,
        )


@style("Rock", like="Latin")
def summer_reverb_tank(s: Song) -> None:
    """Surf and garage instrumental: tremolo-picked lead through a spring reverb, galloping toms, minor cadences."""
    s.set((142, 182), ("harmonic-minor", "minor", "phrygian-dominant", "major"), keys="E A D G B", room=("plate", "hall", "room"))
    s.until(
        44,
        "head head bridge head",
        head=craft.by_mode(
            s,
            ("I | I | vi | vi | IV | V | I | V", "I | I | bII | bII | bIII | bII | I | I", "I | IV | I | V | I | IV | V | I"),
            ("i | i | iv | i | V | iv | i | V", "i | bVII | bVI | V | i | bVII | bVI | V", "i | i | bVI | V | i | i | V | i"),
        ),
        bridge=craft.by_mode(s, ("IV | IV | I | I | II | II | V | V",), ("iv | iv | i | i | iv | iv | V | V", "bIII | bVII | i | i | bVI | bVI | V | V")),
    )
    lead = s.part(
        "clean-guitar", "~electric-guitar", "overdriven", level=3, send=-5, fx=s.pick(("amp:clean",), ("amp:edge", "delay:140"), ("amp:edge", "tremolo"))
    )
    rungs = craft.ladder(s, s.scale, 45, 74)
    if s.chance(0.6):
        plain = s.part("clean-guitar", level=-99)
        sing.tune(s, plain, 47, 72, plan="AABC", feel="song", rest=0.12)
        for note in plain.notes:
            count = max(int(note.length / 0.25), 1)
            for n in range(count if note.length >= 0.9 else 1):
                lead.add(note.start + n * 0.25, 0.24 if note.length >= 0.9 else note.length, note.pitch, 96 + s.rng.gauss(0, 5))
        s.parts.remove(plain)
    else:
        sing.tune(s, lead, 45, 67, plan="AABA", feel="sync", rest=0.1, bend=0.3, leap=0.3)
    for bar in s.bars():
        if bar.last and s.chance(0.6):
            for n in range(8):
                lead.add(bar.start + 2 + n / 4, 0.24, rungs[max(len(rungs) - 1 - 2 * n, 0)], 96)
    fret.strum(
        s,
        s.part("clean-guitar", "~electric-guitar", pan=-0.5, fx=("amp:clean", "tremolo"), send=-7),
        s.pick("D.uuD.uu", "D-DuD-Du", "..T...T."),
        vel=80,
        gap=0.6,
    )
    craft.bass(s, s.part("pick-bass", "finger-bass"), s.pick("R-RRR-RR", "R-5-8-5-", "RRRRRRRR", "R--R5--5"), low=28)
    kit = s.part("kit:standard", "kit:room")
    craft.beat(
        s,
        kit,
        s.pick(
            "k x...x... / s ..XX..X. / r xxxxxxxx",
            "k x..xx..x / s ..X.X.X. / h xxxxxxxx",
            "k x.x.x.x. / f xx.xxx.x / s ..X...X.",
            "k x...x.x. / s ..Xx..X. / h xxxxxxxx",
        ),
        fills=4,
        shape=s.pick("toms", "snare"),
    )
    if s.chance(0.4):
        sing.tune(s, s.part("tenor-sax", "rock-organ", "~organ", level=1), 57, 79, "bridge", plan="AB", rest=0.1, bend=0.4)
    if s.chance(0.3):
        craft.comp(s, s.part("rock-organ", "drawbar", level=-4), s.pick("x-------", ".x.x.x.x"), centre=62)


@style("Rock", like="Pop")
def summer_quiet_loud(s: Song) -> None:
    """Alternative rock: a clean arpeggio in a dropped tuning for the verse, a wall of fuzz for the chorus."""
    s.set((72, 148), ("minor", "major", "dorian", "mixolydian"), keys="D E A C B G", room=("room", "arena", "plate"))
    s.until(
        46,
        "verse chorus verse chorus bridge chorus",
        verse=craft.by_mode(
            s,
            ("Iadd9 | V | vi7 | IVmaj7", "Iadd9 | bVII | IV | I", "I | iii | IV | iv", "vi7 | IVmaj7 | I | V"),
            ("i | bVI | bIII | bVII", "i | v | bVI | iv", "im7 | IV | im7 | bVI", "i | bVII | bVI | bVI"),
        ),
        chorus=craft.by_mode(
            s,
            ("I5 | IV5 | bVI5 | bIII5", "I5 | V5 | IV5 | IV5", "IV5 | I5 | V5 | VI5", "I5 | bIII5 | IV5 | I5"),
            ("I5 | bVI5 | bVII5 | IV5", "bVI5 | bVII5 | I5 | I5", "I5 | bIII5 | bVII5 | bVI5"),
        )
        + " | "
        + craft.by_mode(s, ("I5 | IV5 | V5 | V5",), ("bVI5 | bVII5 | I5 | I5",)),
        bridge=craft.by_mode(s, ("ii | IV | ii | V",), ("bVI | iv | bVI | v",)),
    )
    quiet = s.part("clean-guitar", "~electric-guitar", "steel", pan=-0.3, fx=s.pick(("amp:clean", "chorus"), ("amp:clean", "delay"), ("flanger",)))
    fret.pick(
        s,
        quiet,
        s.pick("B 3 2 1 2 3 1 2", "B 4 3 2 1 2 3 4", "B . 3 2 . 1 2 3", "B3 . 2 1 B3 . 2 1"),
        s.pick("guitar", "drop", "dadgad"),
        ("verse", "bridge"),
        ring=2,
    )
    for pan in (-0.7, 0.7):
        fret.power(
            s,
            s.part("distorted", "overdriven", "~electric-guitar", pan=pan, fx=(s.pick("amp:fuzz", "amp:crunch", "amp:lead"),)),
            s.pick("X-xxX-x-", "X---x-x-", "XxxxXxxx", "X-.xx-.x"),
            "chorus",
            low=38,
        )
    craft.bass(s, s.part("pick-bass", "finger-bass", "~electric-bass"), s.pick("R-----R-", "R-RR-.5a", "R---R---"), ("verse", "bridge"), low=26)
    craft.bass(s, s.part("pick-bass", fx=("amp:bass-dirt",)), s.pick("RRRRRRRR", "R-RRR-R5"), "chorus", low=26, vel=108)
    kit = s.part("kit:power", "kit:room", "kit:standard")
    craft.beat(
        s,
        kit,
        s.pick(
            "k x......x..x..... / x ....x.......x... / h x.x.x.x.x.x.x.x.",
            "k x..x....x.x..... / s ....x.......x..g / h x.x.x.x.x.x.x.x.",
            "k x.......x....... / f ..x...x...x...x. / s ............X...",
        ),
        ("verse", "bridge"),
        fills=4,
    )
    craft.beat(
        s,
        kit,
        s.pick("k x..x..x.x.x.....", "k x.x...x.x.x...x.", "k x.......x.x.....")
        + " / s ....X.......X... / "
        + s.pick("o x...x...x...x...", "c x...x...x...x...", "r x.x.x.x.x.x.x.x."),
        "chorus",
        fills=4,
    )
    voice = s.part("~vocal", "~vocal-low", level=2)
    sing.tune(s, voice, 48, 63, ("verse", "bridge"), plan="AAB", feel="slow", rest=0.2, leap=0.1)
    sing.tune(s, voice, 58, 73, "chorus", plan="AAB", feel="song", rest=0.2, bend=0.3, vel=104)
    if s.chance(0.5):
        fret.riff(
            s,
            s.part("overdriven", "~electric-guitar", fx=("amp:lead", "delay"), level=0),
            fret.invent(s, "minor-pentatonic" if s.scale in ("minor", "dorian") else "major-pentatonic", 4, 0.5, 0.6, 0, 12),
            "chorus",
            low=57,
            chord=False,
        )
