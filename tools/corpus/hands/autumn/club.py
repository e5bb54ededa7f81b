"""White labels and promo twelves: Electronic from Detroit to the chill-out room, Disco from Philadelphia strings to boogie."""

from __future__ import annotations

from hands.autumn.craft import FILLS, comp, drums, pad, riff, roll
from hands.autumn.tunes import double, singer, tune
from score import Part
from song import Song, style

FOUR = "k x...x...x...x..."


def breathe(s: Song, part: Part, low: float = 0.2, high: float = 0.9, bars: int = 8) -> None:
    """A filter that somebody opens and closes over the bars."""
    end, beat, points = s.sections[-1].end, 0.0, []
    wide = s.pick(bars, bars * 2, bars // 2)
    while beat <= end:
        points += [(beat, s.between(low, low + 0.2)), (beat + wide * s.beats * s.between(0.6, 0.95), s.between(high - 0.3, high))]
        beat += wide * s.beats
    part.sweep = tuple(points)


@style("Electronic", like="Disco")
def autumn_detroit_machine(s: Song) -> None:
    """Detroit 1987-95: a drum machine with a will of its own, minor-seventh chords sampled and moved in parallel, a bubbling bass, cold strings."""
    s.set((120, 136), ("minor", "dorian", "phrygian"), room=("room", "club", "plate"))
    s.until(
        48, "groove lift groove", groove=s.pick("i7 | i7", "i9 | i9 | bVII9 | bVII9", "im7 | bIIIm7 | ivm7 | im7", "i7 | i7 | i7 | ivm9"),
        lift=s.pick("i7 | bVImaj7", "ivm9 | im9", "bVImaj7 | bVII"),
    )
    drums(
        s, s.part("~kit:909", "~kit:minimal", "~kit:808", "kit:electronic", level=2),
        (
            f"{FOUR} h ..x...x...x...x. c ....x.......x... o ..X...X...X...X.", f"{FOUR} h xxxoxxxoxxxoxxxo r ...x..x..x....x. c ....x.......x..x",
            f"{FOUR} o ..x...x...x...x. u ......x....x.... l ...x.....x....x. h x.xxx.xxx.xxx.xx",
            "k x...x...x...x.x. d x.x.x.x.x.x.x.x. s ....x..o.o..x... v x..x..x...x..x..",
        ),
        fills=("c x.xx", "l x.x. u .x.x", "h 2222"), every=8,
    )
    bass = s.part("~saw-bass", "~square-bass", "~acid", "~fm-bass", "synth-bass", level=1, duck=0.3)
    riff(
        s, bass,
        (
            "R . R R . R . 7 R . R . 8 . 7 .", "R . . R . . 8 . . R . 5 . 7 . .", ". . R . . . R . . . R . . 3 R .",
            "t0 t0 t12 t0 t3 t0 t10 t0 t0 t12 t0 t0 t7 t0 t3 t5",
        ),
        33,
    )
    breathe(s, bass, 0.3)
    stab = s.part("~stab", "~saw-poly", "~pluck", "~fm-piano", "~brass-poly", level=-1, fx=("delay",), send=-7)
    comp(s, stab, ("x..x..x.........|..x..x....x.....", "..x..x..x..x..x.", "x..x..x...x..x..", "......x...x.....|..x......x......"), 62, 4, gate=0.6)
    pad(s, s.part("~string-machine", "~warm-pad", "~section", "strings", level=-4, duck=0.3), 66, 4, where=None if s.chance(0.5) else "lift")
    if s.chance(0.6):
        lead = s.part("~pluck", "~fm-bell", "~square-pluck", "~metallophone", level=-3, fx=("delay",))
        riff(s, lead, ("t0 . . t3 . . t7 . . t10 . . t7 . t5 .", "t12 t7 t3 . t10 . t7 . t12 t7 t3 . t5 . t3 .", "t7 . . . . . t8 . t7 . . . t3 . . ."), 60)
    if s.chance(0.25):
        singer(s, ("........x-x-x---|................",), plan="a", sing="soul", fx=("delay",), level=-2)


@style("Electronic", like="Hip-Hop")
def autumn_jungle_break(s: Song) -> None:
    """London 1993-97: a drum break cut up at a hundred and seventy, half-speed sub bass below, floating pads and a soul voice from far away."""
    s.set((158, 176), ("minor", "dorian", "phrygian"), room=("room", "plate", "hall"))
    s.until(
        48, "roll roll air", roll=s.pick("i9 | i9 | bVImaj7 | bVImaj7", "i7 | i7 | i7 | i7", "i9 | bIIImaj7 | iv9 | v7"),
        air=s.pick("ivm9 | ivm9 | i9 | i9", "bVImaj7 | bVII | i9 | i9"),
    )
    drums(
        s, s.part("kit:standard", "kit:room", "~kit:lofi", "~kit:any", "kit:jazz", level=3, fx=s.pick((), ("crush:2",), ("drive:4",))),
        (
            "k x.x.......xx....|x.x.......xx.... s ....X..o.o..X..o|....X..o.o....X. d x.x.x.x.x.x.x.x.",
            "k x..x......x.....|x.....x...x..x.. s ....X..X.o..X..X|.o..X..o.oX.X.xx h x.x.x.x.x.x.x.x.",
            "k x.........x.....|..x.......x..... s ....X.......X...|....X..ooo..X.oo h xxxxxxxxxxxxxxxx",
            "k x.x...x...x.....|x.....xx..x..... s ..o.X..o.o.oX..o|.o..X..oo.X..o.X o ..............x. d x.x.x.x.x.x.x.x.",
        ),
        fills=("s xoxo", "s 2x2x", "s X.33 k .x..", "s oo22"), every=4,
    )
    bass = s.part("~sub-bass", "~reese", "~808-bass", "~fm-growl", level=2, fx=s.pick((), ("drive:4",)))
    riff(
        s, bass,
        ("R - - - - - . . 5 - - . 7 - . .", "R - - - . . . . . . R - 3 - R -", "R - - . . R - - . . 8/ - - - . .", "R - - - - - - - | . . R - - 7 - ."), 26,
    )
    pad(s, s.part("~air-pad", "~glass-pad", "~warm-pad", "strings", "~string-machine", level=-3), 66, 4)
    if s.chance(0.6):
        roll(
            s, s.part("rhodes", "~fm-bell", "harp", "vibraphone", "~pluck", level=-4, fx=("delay",)),
            ("0.1.2.3.........", "3..2..1..0......", "..0..2..3..2...."), 70, 4, ring=3,
        )
    if s.chance(0.45):
        singer(s, ("x-----x-x-------|................", "x---x---x-----..|......x-x-......"), plan="a.b.", sing="soul", orn="sv", fx=("delay:dub",), level=-1)
    if s.chance(0.35):
        comp(s, s.part("~hoover", "~stab", "brass", "orchestra-hit", level=-3), ("x..x..x.........|................", "..........x..x.."), 58, 3, gate=0.7)
    if s.chance(0.3):
        riff(s, s.part("~siren", "~riser", level=-10), "t0 - - - - - - - | . . . . . . . . | . . . . . . . . | . . . . . . . .", 70)


@style("Electronic", like="Classical")
def autumn_ambient_loops(s: Song) -> None:
    """Music for waiting rooms, 1975-2001: tape loops of unequal length drift past each other, pads, bells, perhaps a soft pulse and no song at all."""
    s.set((50, 96), ("major", "lydian", "dorian", "minor", "major-pentatonic"), room=("cave", "church", "hall"))
    s.until(
        60, "a a b", a=s.pick("Imaj9 | Imaj9 | vi9 | vi9", "i9 | i9 | bVImaj7 | bVImaj7", "Iadd9 | Iadd9 | IVmaj7 | IVmaj7", "I5 | I5 | I5 | I5"),
        b=s.pick("IVmaj7 | IVmaj7 | Iadd9 | Iadd9", "iv9 | iv9 | i9 | i9"),
    )
    pad(s, s.part("~air-pad", "~glass-pad", "~warm-pad", "~dark-pad", "~string-machine", level=0, send=-5), 60, 4, spread=True)
    if s.chance(0.5):
        pad(s, s.part("~choir", "halo-pad", "bowed-pad", "slow-strings", "~soft-organ", level=-4, send=-4), 70, 3)
    for _ in range(s.pick(2, 3, 4)):
        voice = s.part(
            "~fm-bell", "piano", "~vibes", "~pluck", "~metallophone", "music-box", "rhodes", "~electric-guitar", "harp", level=-2, fx=("delay",), send=-4
        )
        rungs = s.rungs(58, 88, "major-pentatonic" if s.scale in ("major", "lydian", "major-pentatonic") else "minor-pentatonic")
        cycle, beat = s.pick(2.5, 3.5, 4.5, 5.0, 6.5, 7.0), s.between(0, 2)
        cell = [(s.pick(0.0, 0.5, 1.0, 1.5, 2.0), s.pick(*rungs)) for _ in range(s.pick(1, 2, 3))]
        while beat < s.sections[-1].end - 3:
            for at, pitch in cell:
                voice.add(beat + at, s.pick(1.5, 2.5), pitch, s.between(55, 88))
            beat += cycle
    if s.chance(0.45):
        seq = s.part("~square-pluck", "~pluck", "~saw-poly", "~chip-triangle", level=-3, fx=("delay",))
        roll(s, seq, ("01230123", "0213", "02430243", "0.2.1.3."), 58, 4, ring=1.0)
        breathe(s, seq, 0.15, 0.7)
    riff(s, s.part("~sub-bass", "~drone", "~choir-low", level=-2), ("R - - - - - - -", "R - - - | . . . ."), 30)
    if s.chance(0.3):
        drums(s, s.part("~kit:minimal", "~kit:808", level=-5), ("k x.........x..... m ..x...x...x...x.", "k x............... r ......x...x....."))
    if s.chance(0.3):
        riff(s, s.part("~wind", "seashore", level=-14), "t0 - - - - - - -", 60)


@style("Electronic", like="Pop")
def autumn_trance_sunrise(s: Song) -> None:
    """Frankfurt to Ibiza 1994-2003: off-beat bass under four on the floor, a supersaw arpeggio that opens for minutes, four big minor chords."""
    s.set((130, 146), ("minor", "minor", "harmonic-minor"), room=("hall", "plate", "arena"))
    s.until(
        48, "drive peak drive", drive=s.pick("i | i | bVI | bVII", "i | bVI | bIII | bVII", "i | v | bVI | iv"),
        peak=s.pick("bVI | bVII | i | bIII", "i | bVII | bVI | bVII", "bVI | bIII | bVII | i"),
    )
    drums(
        s, s.part("~kit:909", "~kit:hard", "kit:electronic", "~kit:any", level=2),
        (
            f"{FOUR} o ..X...X...X...X. c ....x.......x... h xxxxxxxxxxxxxxxx", f"{FOUR} h x.xxx.xxx.xxx.xx o ..x...x...x...x.",
            f"{FOUR} o ..x...x...x...x. s ....x.......x..o t x.x.x.x.x.x.x.x.",
        ),
        fills=("s xxxx", "s 2222", "s x.xx"), every=8, crash=0.6,
    )
    bass = s.part("~saw-bass", "~reese", "~square-bass", "~acid", level=1, duck=0.5)
    riff(
        s, bass, (". . R R . . R R . . R R . . R R", ". . R . . . R . . . R . . . R .", ". R R R . R R R . R 8 R . R R R", ". R R 8 . R R 8 . R R 8 . 7 R 8"),
        33,
    )
    arp = s.part("~supersaw", "~pluck", "~saw-poly", "~stab", level=1, fx=("delay",), duck=0.4, send=-7)
    roll(s, arp, ("0123h3210123h321", "0.12.03.0.12.h3.", "h2h1h0h2h1h3h0h2", "0120120120120312"), 66, 4, ring=0.9)
    breathe(s, arp, 0.25, 1.0, 8)
    pad(s, s.part("~supersaw", "~warm-pad", "~string-machine", "choir", level=-3, duck=0.6), 64, 4, where=None if s.chance(0.4) else "peak")
    tune(
        s, s.part("~saw-lead", "~supersaw", "~fm-bell", "piano", "~square-lead", level=0, fx=("delay",), send=-7), 69, 88,
        ("x--x--x---x-x---|x--x--x-------..", "x-x-..x-x-..x-x-|x-----x-x-------", "x-----------x-x-|x-----------....", "x..x..x.x..x..x.|x..x..x.x---...."),
        where="peak", plan="abac", jump=0.25,
    )
    if s.chance(0.35):
        singer(s, ("x-------x---x---|x---------------",), where=None, plan="a.", sing="cry", orn="v", fx=("delay:dub",), level=-2, voices=("~vocal", "~choir"))
    if s.chance(0.4):
        riff(s, s.part("~riser", "~sweep-noise", level=-10), ". . . . | . . . . | . . . . | t0 - - -", 64)


STRING_LINES = (
    "x---x-x-x---x-x-|x-------xxxxx---", "....xxxxx---....|....xxxxx-------", "x-----x-x-----x-|x---x---xxxxxxxx", "x-x-x-x-x---....|............xxxx",
)
OCTAVES = ("R . 8 . R . 8 . R . 8 . R . 8 .", "R - 8 . R 8 . 8 5 . 12 . R . 7 8", "R . . R 8 . . R . 5 . 8 . 7 a .", "R . 8 R . 8 5 8 R . 8 . 6 . 7 .")


@style("Disco", like="R&B")
def autumn_sigma_strings(s: Song) -> None:
    """Philadelphia 1974-78: open hats on the off-beat, octave bass, a whole string section in runs, horns, congas, a trio of ladies."""
    s.set((108, 128), ("major", "minor", "dorian", "mixolydian"), room=("plate", "hall", "room"))
    s.until(
        46, "verse verse chorus",
        verse=s.pick(
            "i9 | IV9 | i9 | IV9", "ii7 | V9sus4 | Imaj7 | vi7", "i7 | bVII | bVImaj7 | V7", "Imaj7 | ii7/5 | Imaj7 | ii7/5", "vi9 | ii9 | V13 | Imaj9"
        ),
        chorus=s.pick("IVmaj7 | iii7 | ii7 | V9sus4", "i7 | iv7 | bVII9 | bIIImaj7", "bVImaj7 | bVII | i7 | i7"),
    )
    kit = s.part("kit:standard", "kit:room", "kit:jazz", "~kit:linn", level=2)
    drums(
        s, kit,
        (
            f"{FOUR} s ....X.......X... h x.xxx.xxx.xxx.xx o ..x...x...x...x.", f"{FOUR} s ....X.......X... o ..X...X...X...X. h x...x...x...x...",
            f"{FOUR} s ....X..o....X.oo h xxxxxxxxxxxxxx.. o ..............x. t ....x.......x...",
        ),
        fills=FILLS, every=4, crash=0.4,
    )
    if s.chance(0.6):
        drums(s, s.part("kit:standard", level=-5), "cm x..x..x..x..x.x. cl ..x...xx..x...xx t x.xxx.xxx.xxx.xx")
    riff(s, s.part("finger-bass", "pick-bass", "~string-bass", level=2), OCTAVES, 28, turns=True)
    comp(
        s, s.part("clean-guitar", "muted-guitar", "~electric-guitar", level=-3, fx=s.pick((), ("wah",), ("wah:phase",))),
        ("..xx..xx..xx..xx", "x.xxx.xxx.xx.xxx", "..x...x...x..xx."), 67, 3, gate=0.4,
    )
    comp(s, s.part("rhodes", "piano", "clavinet", level=-3), ("x--x--x---x-x---", "x-------..x-----", "x-x-..x-..x-x-.."), 60, 4)
    violins = s.part("strings", "~section", "~string-machine", level=1, send=-8)
    tune(s, violins, 69, 91, STRING_LINES, plan="abac", orn="f", rate=0.15)
    double(s, violins, s.part("strings", "violin", level=-2), -7)
    if s.chance(0.6):
        comp(
            s, s.part("brass", "trumpet", "~brass-section", level=-2),
            ("x..x....x.......|................", "......x.x.......|......x.x-------", "x...............|..........x.x.x-"), 68, 3,
            where=None if s.chance(0.5) else "chorus",
        )
    if s.chance(0.7):
        singer(
            s, ("..x-x-x-x---x---|x-x-x-----......", "x-x-x-x-x-x-x---|....x-x-x---....", "x---x---x-x-x---|x-------........"), sing="soul", orn="sf",
            voices=("~vocal", "~vocal-duo", "~vocal-low"),
        )
    if s.chance(0.6):
        singer(
            s, ("........x-x-x---|........x-x-x---", "x---....x---....|x-x-x---........"), where="chorus", plan="a", sing="open",
            voices=("~backing", "oohs", "~choir"), level=-1,
        )


@style("Disco", like="Electronic")
def autumn_munich_sequence(s: Song) -> None:
    """Munich 1977-79: a sequencer's endless bass octaves with an echo on each, a human kick, ecstatic sighs and string synthesizers."""
    s.set((116, 134), ("minor", "dorian", "phrygian"), room=("plate", "hall", "club"))
    s.until(
        48, "pulse song pulse", pulse=s.pick("i | i | bIII | bIII | iv | iv | i | i", "i7 | i7 | bVII | bVII", "i | i | i | i | iv | iv | bVI | V"),
        song=s.pick("bVI | bVII | i | i", "i | bVII | bVI | bVII", "iv | i | bVII | bIII"),
    )
    drums(
        s, s.part("kit:standard", "kit:room", "~kit:linn", "kit:electronic", "~kit:909", level=2),
        (
            f"{FOUR} h ..x...x...x...x. s ....X.......X...", f"{FOUR} o ..x...x...x...x. s ....x.......x... t x.x.x.x.x.x.x.x.",
            f"{FOUR} c ....X.......X... h xxxxxxxxxxxxxxxx o ..x...x...x...x.",
        ),
        fills=FILLS, every=8, crash=0.4,
    )
    bass = s.part("~saw-bass", "~square-bass", "synth-bass", "~acid-square", level=2, fx=("delay:110",))
    riff(
        s, bass, ("R R 8 R R R 8 R R R 8 R R R 8 R", "R R R R 5 5 7 7 R R R R 8 8 7 5", "R 8 R 8 R 8 R 8 7 8 7 8 5 8 5 8", "R R 8 8 R R 8 8 3 3 10 10 5 5 7 7"),
        33, gate=0.6,
    )
    pad(s, s.part("~string-machine", "strings", "~section", "~choir", level=-1), 68, 4)
    if s.chance(0.6):
        roll(
            s, s.part("~square-pluck", "~saw-poly", "~brass-poly", "clavinet", level=-4, fx=("delay",)),
            ("0.1.2.1.3.2.1.2.", "..0..1..2..1..0.", "0123012301230123"), 64, 4,
        )
    singer(
        s, ("x-----x-x-------|................", "..x-x---x-x-----|x-----------....", "x-------x-------|x-x-x-x---------"),
        where=None if s.chance(0.4) else "song", plan="aaba", sing="soul", orn="sv", voices=("~vocal", "~backing", "~vocal-duo"), fx=("delay",),
    )
    if s.chance(0.5):
        tune(
            s, s.part("~brass-section", "~saw-lead", "brass", "~theremin", level=-3), 65, 84,
            ("x--x--x---------|................", "x...x...x-x-x---|................"), where="song", orn="f",
        )
    if s.chance(0.45):
        comp(s, s.part("muted-guitar", "clean-guitar", level=-5, fx=("wah:phase",)), ("x.x.x.x.x.x.x.xx", "..xx..x...xx..x."), 66, 3, gate=0.35)


@style("Disco", like="Pop")
def autumn_boogie_slap(s: Song) -> None:
    """New York and Paris 1979-83 and again after 2001: slapped bass, a chattering guitar, claps, synth brass and a hook for two voices."""
    s.set((106, 124), ("dorian", "minor", "mixolydian"), room=("dry", "room", "plate"))
    s.until(
        46, "verse hook", verse=s.pick("i9 | i9 | IV9 | IV9", "ii9 | V13 | ii9 | V13", "i7 | v7 | bVImaj7 | iv7", "vi7 | V/7 | IVmaj7 | V9sus4"),
        hook=s.pick("bVImaj7 | bVII | i9 | i9", "IVmaj7 | iii7 | vi7 | V", "i9 | bIIImaj7 | iv9 | v7"),
    )
    drums(
        s, s.part("kit:standard", "~kit:linn", "kit:electronic", "~kit:909", "kit:power", level=2),
        (
            f"{FOUR} s ....X.......X... c ....x.......x... h x.x.x.x.x.x.x.x. o ..............x.",
            f"{FOUR} c ....X.......X..x o ..x...x...x...x. h x...x...x...x...", f"{FOUR} s ....X.......X... h xxoxxxoxxxoxxxox w ..x..x....x..x..",
        ),
        fills=FILLS, every=4,
    )
    riff(
        s, s.part("slap-bass", "slap-bass-2", "finger-bass", "synth-bass", level=2),
        (
            "R! . . 8' . R, 8' . R . 5 . 7 8' . .", "R . 8' . . R . 8' . . R 3 4 . 5 7", "R! R, 8' . R, . 8' 7 . 5 . 8' . 7 5 3",
            "R . . R . 8' . R . . 7 8' . 5 a .",
        ),
        28, turns=True,
    )
    comp(s, s.part("clean-guitar", "muted-guitar", "~electric-guitar", level=-1), ("x.xx..xx.x.x..xx", "..x.xx..x.x.xx.x", "xx.x.xx.xx.x.xx."), 67, 3, gate=0.4)
    comp(
        s, s.part("~brass-poly", "synth-brass", "~saw-poly", "brass", level=-2),
        ("x---------......|..........x.x-..", "......x.........|x..x..x-........", "x..x------......"), 64, 4, where=None if s.chance(0.4) else "hook",
    )
    if s.chance(0.5):
        comp(s, s.part("rhodes", "~fm-piano", "clavinet", level=-4), ("x--x..x-..x--x..", "x-------x-------"), 60, 4)
    lead = singer(
        s, ("x-x-..x-x-x---..|..x-x-x-x---....", "..x-x-x---x-x---|x-----......x-x-", "x-x-x-x-x-x-x---|x-x-x---........"), sing="soul", orn="sf",
        fx=s.pick((), ("chorus",), ("tone:telephone",)),
    )
    if s.chance(0.5):
        double(s, lead, s.part("~backing", "~vocal", "~vocal-duo", level=-2), 2, where="hook")
    if s.chance(0.4):
        tune(s, s.part("strings", "~string-machine", "~saw-lead", "~flute", level=-3), 69, 88, STRING_LINES, where="hook", plan="ab")
