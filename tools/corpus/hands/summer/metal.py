"""Metal: the lowest string, damped, and everything that follows it."""

from __future__ import annotations

from hands.summer import craft, fret, sing
from song import Song, style


@style("Metal", like="Rock")
def summer_gallop_twins(s: Song) -> None:
    """Heavy metal of the old school: galloping damped strings, twin leads in thirds, a high voice over the march."""
    s.set((128, 176), ("minor", "minor", "harmonic-minor", "dorian"), keys="E A D B G", room=("arena", "hall", "room"))
    s.until(
        45,
        "twin verse chorus twin solo chorus",
        twin=s.pick("I5 | bVI5 | bVII5 | I5", "I5 | bVII5 | bVI5 | bVII5", "I5 | bIII5 | bVI5 | V5"),
        verse=s.pick("I5 | I5 | bVI5 | bVII5 | I5 | I5 | bIII5 | bVII5", "I5 | I5 | I5 | bVII5 | I5 | I5 | bVI5 | V5"),
        chorus=s.pick("bVI5 | bVII5 | I5 | I5 | bVI5 | bVII5 | V5 | V5", "I5 | bVII5 | bVI5 | bVII5 | I5 | bVII5 | IV5 | V5"),
        solo="I5 | bVI5 | bVII5 | I5 | IV5 | bVI5 | V5 | V5",
    )
    gallop = s.pick("X.mmx.mmx.mmx.mm", "m.mmm.mmX.mmm.mm", "X---m.mmm.mmX-x-", "m.mmm.mmm.mmX-x-")
    for pan in (-0.75, 0.75):
        fret.power(s, s.part("distorted", "~electric-guitar", pan=pan, fx=("amp:high", "double")), gallop, ("verse", "solo", "twin"), low=40)
        fret.power(s, s.parts[-1], s.pick("X---x---X-x-x---", "X-------X-----x-"), "chorus", low=40)
    lead = s.part("distorted", "~electric-guitar", "overdriven", level=2, pan=-0.3, fx=("amp:lead", "delay"))
    sing.tune(s, lead, 64, 86, "twin", plan="AB", feel=s.pick("song", "run", "reel"), rest=0.0, bend=0.2)
    sing.second(s, s.part("distorted", "~electric-guitar", level=1, pan=0.3, fx=("amp:lead",)), lead, 2, "twin")
    fret.solo(s, lead, 62, 90, "solo", s.scale, bends=0.35, rest=0.05, fast=0.75, shake=0.8)
    craft.bass(s, s.part("pick-bass", "finger-bass", fx=("amp:bass-dirt",)), s.pick("R.RRR.RRR.RRR.RR", "RRRRRRRR"), low=28, vel=108)
    kit = s.part("kit:power", "kit:room", "kit:standard")
    craft.beat(
        s,
        kit,
        s.pick("k x.xxx.xxx.xxx.xx / s ....X.......X...", "k x...x.x.x...x.xx / s ....X.......X...", "k x.x.x.x.x.x.x.x. / s ....X.......X...")
        + s.pick(" / h x.x.x.x.x.x.x.x.", " / r x...x...x...x...", " / b x.x.x.x.x.x.x.x."),
        fills=4,
        shape="toms",
    )
    voice = s.part("~vocal", "~vocal-duo", "~scream", level=2)
    sing.tune(s, voice, 60, 76, "verse", plan="AABC", feel="song", rest=0.25, bend=0.2, vel=104)
    sing.tune(s, voice, 64, 79, "chorus", plan="AABC", feel="slow", rest=0.1, bend=0.2, vel=108)
    if s.chance(0.4):
        craft.pad(s, s.part("choir", "strings", "synth-strings", level=-5), "chorus")


@style("Metal", like="Electronic")
def summer_low_string_thrash(s: Song) -> None:
    """Thrash to death metal: chromatic riffs on the lowest string at speed, double bass drums, blast beats, a growl."""
    s.set((168, 232), ("phrygian", "locrian", "minor", "octatonic"), keys="E D C B", room=("room", "booth", "arena"))
    low = s.pick(40, 38, 36)
    s.until(
        44,
        "riff verse riff break verse solo",
        riff=s.pick("I5 | I5 | I5 | bII5", "I5 | I5 | bIII5 | bII5", "I5 | bV5 | I5 | bII5"),
        verse=s.pick("I5 | I5 | bII5 | I5 | I5 | I5 | bVI5 | bV5", "I5 | bVI5 | I5 | bV5"),
        solo=s.pick("I5 | bIII5 | bVI5 | bV5", "IV5 | bVI5 | I5 | bII5"),
        **{"break": "I5 | I5 | bII5 | bII5"},
    )
    hooks = [fret.invent(s, s.pick("phrygian", "locrian", "octatonic"), 4, 0.25, 0.95, 0, 8, mute=0.75) for _ in range(2)]
    for pan in (-0.8, 0.8):
        guitar = s.part("distorted", "~electric-guitar", "~electric-guitar", pan=pan, fx=(s.pick("amp:high", "amp:scooped", "amp:death"), "double"))
        fret.riff(s, guitar, hooks[0], "riff", low=low, chord=False, vel=108)
        fret.power(s, guitar, s.pick("mmmmmmmmmmmmmmmm", "XmmmXmmmXmmXmmXm", "mmXmmXmmmmXmmXmX"), ("verse", "solo"), low=low, notes=2)
        fret.power(s, guitar, s.pick("X--.mm.X--.mm.X-", "X-mm.mm.X-mm.m.m"), "break", low=low, notes=2)
    if s.chance(0.5):
        fret.riff(s, guitar, hooks[1], "break", low=low + 12, chord=False)
    bass = s.part("pick-bass", "finger-bass", fx=("amp:bass-dirt",))
    fret.riff(s, bass, hooks[0], "riff", low=low - 12, chord=False)
    craft.bass(s, bass, s.pick("RRRRRRRRRRRRRRRR", "R-R-R-R-R-R-R-R-"), ("verse", "solo", "break"), low=26, vel=108)
    kit = s.part("kit:power", "kit:standard", "kit:room")
    fast = s.pick(
        "k x.x.x.x.x.x.x.x. / s .x.x.x.x.x.x.x.x / r x.x.x.x.x.x.x.x.",
        "k xxxxxxxxxxxxxxxx / s ....X.......X... / c x.......x.......",
        "k x.x.x.x.x.x.x.x. / s ..X...X...X...X. / h x.x.x.x.x.x.x.x.",
    )
    craft.beat(s, kit, fast, ("verse", "riff"), fills=4)
    craft.beat(
        s,
        kit,
        s.pick("k x...xx.x...xx... / s ....X.......X... / c x...x...x...x...", "k xx.xxx.xxx.xxx.x / s ........X....... / o x...x...x...x..."),
        "break",
        fills=4,
    )
    craft.beat(s, kit, "k xxxxxxxxxxxxxxxx / s ....X.......X... / b x...x...x...x...", "solo", fills=4)
    sing.tune(s, s.part("~growl", "~scream", "~growl", level=2), 43, 55, "verse", plan="AABB", feel=s.pick("song", "run"), rest=0.2, leap=0.05, vel=112)
    fret.solo(
        s,
        s.part("distorted", "~electric-guitar", level=3, fx=("amp:lead",)),
        62,
        93,
        "solo",
        s.pick("octatonic", "phrygian", "harmonic-minor"),
        bends=0.3,
        rest=0.05,
        fast=0.95,
    )
    s.master.append("dense")


@style("Metal", like="Rock")
def summer_tar_doom(s: Song) -> None:
    """Doom: down-tuned chords that take whole bars, a tritone in every riff, bells or an organ in the fog."""
    s.set((54, 84), ("minor", "phrygian", "blues", "locrian"), keys="C B D E A", room=("arena", "church", "hall", "room"))
    low = s.pick(36, 35, 38)
    s.until(
        52,
        "riff verse riff slow verse",
        riff=s.pick("I5 | I5 | bV5 | IV5", "I5 | bII5 | I5 | bV5", "I5 | bIII5 | bV5 | I5"),
        verse=s.pick("I5 | I5 | bVI5 | bV5", "I5 | bVII5 | bVI5 | I5"),
        slow=s.pick("I5 | bV5 | bVI5 | bII5", "I5 | I5 | bII5 | I5"),
    )
    hook = fret.invent(s, s.pick("blues", "phrygian", "minor"), 4, 0.5, 0.8, -2, 7)
    for pan in (-0.7, 0.7):
        guitar = s.part("distorted", "~electric-guitar", pan=pan, fx=(s.pick("amp:fuzz", "amp:death", "amp:high"), "double"))
        fret.riff(s, guitar, " ".join(token.replace("/", "p/") if token[0] != "." else token for token in hook.split()), "riff", low=low, chord=False, vel=106)
        fret.power(s, guitar, s.pick("X-------x---x-x-", "X-----x-X-------", "X---m.m.X-----m."), "verse", low=low)
        fret.power(s, guitar, s.pick("X-------", "X-----x-"), "slow", low=low)
    fret.riff(s, (bass := s.part("finger-bass", "pick-bass", fx=("amp:bass-dirt",))), hook, "riff", low=low - 12, chord=False)
    craft.bass(s, bass, s.pick("R-------R---R---", "R---R-5-R-------"), ("verse", "slow"), low=25, vel=110)
    kit = s.part("kit:power", "kit:room", "kit:standard")
    craft.beat(
        s,
        kit,
        s.pick(
            "k x.....x.x....... / s ....X.......X... / r x...x...x...x...",
            "k x..x......x.x... / s ....X.......X..x / o x...x...x...x...",
            "k x.......x.x..... / s ........X....... / c x...x...x...x...",
        ),
        fills=4,
        shape="toms",
    )
    sing.tune(s, s.part("~vocal", "~growl", "~vocal-low", "~choir-low", level=2), 48, 66, "verse", plan="AB", feel="slow", rest=0.2, bend=0.4)
    if s.chance(0.5):
        craft.pad(s, s.part("church-organ", "choir", "~dark-pad", "rock-organ", level=-5), ("slow", "verse"), centre=55)
    if s.chance(0.6):
        fret.solo(
            s,
            s.part("distorted", "overdriven", "~electric-guitar", level=2, fx=("amp:lead", "delay")),
            57,
            84,
            "slow",
            "minor-pentatonic",
            bends=0.6,
            rest=0.2,
            fast=0.2,
            shake=0.9,
        )
    if s.chance(0.3):
        bell = s.part("bells", "~gong", "~fm-bell", level=-5)
        for bar in s.bars("slow"):
            bell.add(bar.start, bar.beats, 48 + s.tonic % 12, 80)
