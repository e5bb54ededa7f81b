"""Explorer long-plays and Cairo shellac: World from court gongs and ragas to crooked dances and the strings of the savanna."""

from __future__ import annotations

from hands.autumn.craft import drums, riff, roll
from hands.autumn.tunes import double, rungs, singer, tune
from score import Part
from song import Song, style

PELOG: tuple[tuple[float, ...], ...] = ((0, 1.2, 2.7, 6.7, 7.9), (0, 1.4, 5.4, 6.8, 9.5), (0, 2.3, 4.8, 7.1, 9.6), (0, 2.4, 4.7, 7.2, 9.5))
"""Two pelog and two slendro tunings; no two gamelans agree."""

MAQAMS: dict[str, tuple[float, ...]] = {
    "rast": (0, 2, 3.5, 5, 7, 9, 10.5), "bayati": (0, 1.5, 3, 5, 7, 8, 10), "hijaz": (0, 1, 4, 5, 7, 8, 10), "saba": (0, 1.5, 3, 4, 7, 8, 10),
    "sikah": (0, 1.5, 3.5, 5.5, 7, 8.5, 10.5), "nahawand": (0, 2, 3, 5, 7, 8, 11), "kurd": (0, 1, 3, 5, 7, 8, 10), "huzzam": (0, 1.5, 3.5, 4.5, 7.5, 8.5, 10.5),
    "shur": (0, 1.5, 3, 5, 7, 8, 10), "segah": (0, 1.5, 3.5, 5, 7, 8.5, 10),
}
"""Arabic, Turkish and Persian modes with their quarter tones."""


def drone(s: Song, part: Part, text: str, low: int) -> None:
    """Open strings struck in turn for the whole piece."""
    riff(s, part, text, low, vel=68, gate=1.8)


def _gongs(s: Song) -> None:
    """Gamelan: a slow nuclear melody, ringing elaborations at two and four times its speed, gongs that close every cycle of sixteen."""
    fast = s.chance(0.4)
    s.set((104, 152) if fast else (50, 84), "pelog", room=("hall", "outdoors", "room", "church"))
    tuning = s.pick(*PELOG)
    s.until(50, "gongan", gongan="I5 | I5 | I5 | I5")
    metal = ("~metallophone", "vibraphone", "~vibes", "celesta", "glockenspiel", "~fm-bell")
    core = s.part(*metal, level=0, send=-8)
    tune(s, core, 56, 69, ("x-x-x-x-|x-x-x-x-", "x-x-x-x-|x-x-x---", "..x-x-x-|x-x-x-x-"), plan="abac", scale=tuning, snap=0.3, jump=0.15)
    twin = s.part(core.voice, level=-2, tuning=s.between(0.06, 0.16), send=-8)
    double(s, core, twin, 5, tuning)
    for octave, row in ((0, "x.x.x.x.x.x.x.x."), (0, ".x.x.x.x.x.x.x.x")):
        pot = s.part("~metallophone", "kalimba", "marimba", "vibraphone", "bells", level=-1, send=-8)
        tune(s, pot, 68 + octave, 78, (row + "|" + row, row[:8] + row[:7] + ".|" + row), plan="aaab", scale=tuning, snap=0.2, jump=0.05)
    gong = s.part("~gong", "bells", "timpani", level=1, send=-6)
    for bar in s.bars():
        if bar.index % 4 == 3:
            gong.add(bar.start + 3.0, 6.0 if not bar.last else 1.0, 31 + s.tonic % 12, 112)
        gong.add(bar.start + 1.0, 2.0, 43 + s.tonic % 12 + (7 if bar.index % 2 else 0), 74)
        core.add(bar.start + 3.0, 2.0, 50 + (s.tonic - 50) % 12 + round(tuning[3]), 70)
    drums(
        s, s.part("kit:standard", "kit:orchestra", level=-3),
        ("cl x..x..x.x..x.... ch ..x...x...x.x.xx", "cl x.......x..x..x. cm ..x.x.....x..x.. bh ............x.xx", "ch x.xx.xx.x.xx.xxx cl x..x..x...x.x..."),
    )
    if s.chance(0.5):
        tune(
            s, s.part("~flute", "~bowed", "shakuhachi", "fiddle", "~choir-low", level=-1), 66, 84, ("x---xx--|x-x-x---", "..x-xx-x|x-------"), plan="ab.",
            scale=tuning, snap=0.2, orn="kvdm", rate=0.6,
        )


def _koto(s: Song) -> None:
    """Japan: a koto with falling graces, a bamboo flute that breathes, a plectrum lute; silence is part of the tune."""
    s.set((52, 108), s.pick("hirajoshi", "in-sen", "yo"), rubato=0.03, room=("room", "hall", "outdoors"))
    s.until(48, "dan dan kaede", dan="I5 | I5 | I5 | I5", kaede="I5 | V5 | I5 | I5")
    koto = s.part("koto", "~koto", "shamisen", "harp", level=1)
    tune(
        s, koto, 55, 79, ("x-xxx-x-|x---x---", "x---xxxx|x-x-....", "xxx-x-x-|x-xxx---", "x-x-x-xx|x-------"), plan="abac", orn="gbdk", rate=0.4, jump=0.3,
        snap=0.35,
    )
    riff(s, koto, ("t0 . . . . . t7 . | t0 . . t-5 . . . .", "t0 . t7 . t12 . . . | t0 . . . t7 . . ."), 43, vel=76)
    if s.chance(0.75):
        tune(
            s, s.part("shakuhachi", "~flute", "pan-flute", "~bowed", level=1, send=-7), 60, 82, ("x-------|--x-x---", "..x-----|xx------", "x---x-x-|x-------"),
            plan="ab.a", orn="vsdkg", rate=0.8, snap=0.3,
        )
    if s.chance(0.5):
        double(s, koto, s.part("shamisen", "koto", "~banjo", level=-2), s.pick(0, -5))
    if s.chance(0.4):
        drums(s, s.part("kit:orchestra", "kit:standard", level=-5), ("f x.......|x...x... wh ......x.|....x.xx", "f x...x.xx wl ..x...x."))


def _silk(s: Song) -> None:
    """China: fiddle, flute, dulcimer and lute play one pentatonic tune at the same time, each adorning it his own way, woodblock keeping count."""
    s.set((72, 138), "major-pentatonic", room=("room", "hall", "outdoors"))
    s.until(48, "a b a", a="I | I | V5 | I", b="V5 | vi | V5 | I")
    lead = s.part("fiddle", "~bowed", "violin", "~reed", level=2)
    tune(
        s, lead, 62, 84, ("x-xxx-x-|x-xxx---", "x---x-xx|x-x-x---", "xxxxx-x-|x---x-x-", "x-x-xxxx|x-------"), plan="abac", orn="sdgkv", rate=0.5, snap=0.4,
        jump=0.22,
    )
    for voice in (("flute", "~flute", "recorder", "whistle"), ("dulcimer", "~koto", "koto", "harpsichord"), ("~mandolin", "~banjo", "shamisen", "banjo"))[
        : s.pick(2, 3)
    ]:
        other = s.part(*voice, level=-1)
        double(s, lead, other, s.pick(0, 0, 5, -5))
        for note in list(other.notes):
            note.bend = ()
            if note.length > 0.7 and s.chance(0.6):
                half, steps = note.length / 2, rungs(s.scale, s.tonic, note.pitch - 6, note.pitch + 6)
                note.length = half
                other.add(note.start + half, half / 2, s.pick(*steps), note.velocity * 0.85)
                other.add(note.start + half * 1.5, half / 2, note.pitch, note.velocity * 0.85)
    riff(s, s.part("~koto", "cello", "upright", "harp", level=-2), ("t0 . t7 . t0 . t12 .", "t0 - - . t7 - - ."), 43)
    drums(s, s.part("kit:orchestra", "kit:standard", level=-5), ("wh x...x... wl ..x.x.xx", "wh x.x.x.xx", "wl x.......x....... 57 ............?..."))


@style("World", like="Classical")
def autumn_explorer_east(s: Song) -> None:
    """Explorer-series long-plays from the far east: a Javanese or Balinese gamelan, a koto with bamboo flute, or a teahouse band of silk and bamboo."""
    s.pick(_gongs, _gongs, _koto, _silk)(s)


@style("World", like="Folk")
def autumn_raga_side(s: Song) -> None:
    """One side of a concert of 1955-72: tanpura drone, a plucked or blown solo with deep slides in a raga, tabla in sixteen, ten or seven."""
    tala = s.pick("tintal", "tintal", "keherwa", "rupak", "jhaptal", "dadra")
    s.set(
        (66, 148), ("yaman", "bhairav", "todi", "kafi", "bhupali", "mixolydian", "phrygian"), keys="Db D C B",
        beats={"rupak": 3.5, "jhaptal": 5.0, "dadra": 3.0}.get(tala, 4.0), room=("room", "hall", "dry"),
    )
    s.until(50, "gat tan gat", gat="I5 | I5 | I5 | I5", tan="I5 | I5 | I5 | I5")
    tanpura = s.part("~sitar", "sitar", "~drone", "~steel-guitar", level=-4, send=-8)
    steps = int(s.beats * 2)
    drone(s, tanpura, " ".join((["t7", "-", "t12", "t12", "-", "t0", "-", "-", "-", "-"] * 2)[:steps]), 37)
    steps4 = int(s.beats * 4)
    lead = s.part("sitar", "~sitar", "shanai", "~flute", "flute", "violin", "~steel-guitar", "~shawm", "nylon", level=2)
    long = lead.voice in ("shanai", "~flute", "flute", "violin", "~shawm")
    slow = (
        ("x---x-x-x-x-xxx-x-x-", "x-----xxx---x-x-x---", "xxx-x-x-x---x-xxx---")
        if not long
        else ("x-------x-x-x---x---", "x---x-x-x-------x-x-", "x-----x---xxx---x---")
    )
    tune(s, lead, 56, 80, tuple(row[:steps4] for row in slow), where="gat", plan="aabaac", orn="kksdvm", rate=0.65, snap=0.4)
    tune(
        s, lead, 56, 84, tuple(row[:steps4] for row in ("xxxxxxxxxxxxxxxxxxxx", "xxxxxxx-xxxxxxx-xxxx", "x-xxx-xxxxx-xxxxx-xx")), where="tan", plan="abac",
        orn="gs", rate=0.12, snap=0.35, jump=0.06,
    )
    tabla = {
        "tintal": ("cl x...x...x....... bh ..xx..xxx.xx.xxx bl x...x...........", "cl x..xx..x...xx..x bh .xx..xx.xxx..xx."),
        "keherwa": ("cl x.....x.x....... bh ..xx.x....xxx.x.", "cl x..x....x..x.x.. bh ..x.xxx...x.x.xx"),
        "rupak": ("cl ......x...x... bh x.x.xx..xx..xx", "cl ......x.x.x..x bh x.xxx...x...xx"),
        "jhaptal": ("cl x.......x.x......... bh ....x.xx....x.xx.xxx", "cl x..xx.....x..xx..... bh .xx...xxx....xx.xxxx"),
        "dadra": ("cl x.......x... bh ..x.x.x...xx", "cl x..x........ bh ..x..xx.xxx."),
    }[tala]
    drums(s, s.part("kit:standard", "kit:orchestra", "kit:jazz", level=-1), tabla)
    bayan = s.part("melodic-tom", "timpani", "taiko", level=-3)
    for bar in s.bars():
        for at in (0.0, bar.beats / 2, bar.beats - 0.5):
            if s.chance(0.75):
                bayan.add(bar.start + round(at * 4) / 4, 0.6, 40 + s.tonic % 7, s.between(70, 104), "", ((0.0, 0.0), (0.2, 0.0), (0.5, s.pick(2.0, 4.0, -1.0))))
    if s.chance(0.4):
        double(s, lead, s.part("reed-organ", "~accordion", "violin", "~bowed", level=-4), s.pick(0, -7), lag=s.pick(0.25, 0.5), where="gat", scale=s.scale)
    if s.chance(0.3):
        riff(s, s.part("harp", "~sitar", "dulcimer", level=-7), "t0 t2 t7 t12 t19 . . . | . . . . . . . . | . . . . . . . . | . . . . . . . .", 61)


@style("World", like="Latin")
def autumn_cairo_takht(s: Song) -> None:
    """Cairo shellac and radio, 1925-60, with Aleppo, Istanbul and Tehran next to it: oud, qanun, reed flute and violins in heterophony over a hand drum."""
    meter = s.pick("maqsum", "maqsum", "saidi", "wahda", "samai", "aksak", "free")
    s.set(
        (84, 128) if meter not in ("wahda", "free") else (62, 92), "hijaz", keys="D G C A", beats={"samai": 5.0, "aksak": 4.5}.get(meter, 4.0),
        rubato=0.03 if meter == "free" else 0.0, room=("room", "hall", "club"),
    )
    maqam = MAQAMS[s.pick(*MAQAMS)]
    s.until(48, "a a b", a="I5 | I5 | I5 | I5", b=s.pick("IV5 | IV5 | I5 | I5", "V5 | V5 | I5 | I5"))
    steps = int(s.beats * 4)
    lead = s.part("violin", "fiddle", "~bowed", "~section", "~flute", "pan-flute", "clarinet", "~nylon-guitar", "nylon", "dulcimer", level=2)
    rows = ("x-xxx-x-x-xxx---x-x-", "x---xxx-x-x-x-x-xx--", "xxxxx-x-x-xxx-x-x---", "..xxx-xxx-x-x---....")
    calm = ("x-------x-x-x-------", "x---x-x-x-----x-x---", "xx--x-x-x-----------")
    tune(s, lead, 57, 80, tuple(row[:steps] for row in (calm if meter == "free" else rows)), plan="aabbac", scale=maqam, orn="ggmktsd", rate=0.5, snap=0.45)
    for _ in range(s.pick(1, 2, 3)):
        other = s.part("~koto", "~harpsichord", "harpsichord", "dulcimer", "nylon", "~nylon-guitar", "strings", "violin", "accordion", "~mandolin", level=-1)
        double(s, lead, other, s.pick(0, -7, 0, 7), maqam, lag=s.pick(0.0, 0.0, 0.03))
        for note in other.notes:
            note.bend = ()
    riff(s, s.part("nylon", "~nylon-guitar", "cello", "contrabass", "~drone", level=-2), " ".join("t0 . . t0 . t7 . . t0 .".split()[: int(s.beats * 2)]), 38)
    groove = {
        "maqsum": ("cl x.......x....... bh ..x...x.....x... t xoxoxoxoxoxoxoxo", "cl x.......x....... bh ..x.xxx.o.xxx.xx t ..x...x.....x..."),
        "saidi": ("cl x.....x.x....... bh ..x.........x.xx t xoxoxoxoxoxoxoxo",), "wahda": ("cl x.............x. bh ......x...x.x... t ..x.x.x.x.x.x.xx",),
        "samai": ("cl x.........xx........ bh ......x.......x.x... t x.x.x.x.x.x.x.x.x.x.",),
        "aksak": ("cl x.......x......... bh ....x.......x..x..", "cl x...x...x......... bh ..x...x.....xxx.xx"), "free": ("t o...........o...",),
    }[meter]
    drums(s, s.part("kit:standard", "kit:orchestra", "kit:jazz", level=-1 if meter != "free" else -8), groove)
    if s.chance(0.55):
        singer(
            s, tuple(row[:steps] for row in ("x---x-x-x-x-x-------", "..x-x-xxx-x-x---x---", "x-------x-xxx-------")), plan="ab.c", scale=maqam, sing="cry",
            orn="kmgvtd", rate=0.75, snap=0.45, voices=("~vocal", "~vocal-low"), level=3, where="b" if s.chance(0.4) else None,
        )
    if s.chance(0.3):
        s.master.append("old")


@style("World", like="Jazz")
def autumn_crooked_dances(s: Song) -> None:
    """State ensembles, wedding bands between Sofia, Guča and Odessa: sevens, nines and fives, brass, bagpipe, clarinet, accordion, women singing in seconds."""
    kind = s.pick("7", "7", "9", "5", "brass", "klezmer", "choir")
    s.set(
        {"7": (150, 210), "9": (150, 216), "5": (120, 176), "brass": (104, 150), "klezmer": (92, 168), "choir": (60, 96)}[kind],
        ("freygish", "misheberak", "minor", "hijaz", "harmonic-minor", "dorian"), keys="D A G E",
        beats={"7": 3.5, "9": 4.5, "5": 2.5, "choir": 3.5}.get(kind, 4.0), room=("room", "hall", "outdoors", "club"),
    )
    major = s.scale in ("freygish", "hijaz")
    home = "I" if major else "i"
    s.until(
        46, "a a b b",
        a=s.pick(
            f"{home} | {home} | {home} | bVIIm", f"{home} | {home} | iv | {home}", f"{home} | bII | bII | {home}" if major else f"{home} | {home} | V7 | {home}"
        ),
        b=s.pick(f"iv | iv | {home} | {home}", f"bVII | bVII | {home} | {home}" if not major else f"bII | bVIIm | {home} | {home}"),
    )
    count = int(s.beats * 4)
    rows = {
        "7": ("x.x.x.x.x.x.xx", "x.x.xxxxx.x.x.", "xxxxxxxxx.x.x-", "x---x.x.x.xxxx"), "9": ("x.x.x.x.x.x.x.x.xx", "xxxxx.x.x.x.x.x.x-", "x.x.xxxxx.x.xxx.x."),
        "5": ("x.x.x.x.xx", "xxxxx.x.x-", "x---x.xxxx"), "choir": ("x---x---x-x---", "x-----x-x-----", "x-x-x-x-x-----"),
    }.get(kind, ("x-xxx-x-x-xxx-x-", "xxxxx-x-xxxxx-x-", "x--x--x-x-xxx---", "..xxxxx-x-xxx---"))
    lead = (
        s.part("clarinet", "accordion", "fiddle", "~shawm", "bagpipe", "trumpet", "~mandolin", "flute", "~accordion", level=2)
        if kind not in ("brass", "choir")
        else s.part("trumpet", "clarinet", "alto-sax", level=2)
        if kind == "brass"
        else s.part("~vocal", "~vocal-duo", level=2)
    )
    tune(
        s, lead, 62, 83, rows, plan="aabc", orn="ggmtd" if kind != "klezmer" else "sdfgmt", rate=0.35, snap=0.65, jump=0.12,
        sing="ya o a e la" if kind == "choir" else "",
    )
    double(
        s, lead, s.part("clarinet", "accordion", "fiddle", "flute", "trumpet", level=-1) if kind != "choir" else s.part("~vocal-duo", "~backing", level=1),
        s.pick(-1, -2) if kind == "choir" else s.pick(0, -2, -2, -7),
    )
    if kind == "choir":
        riff(s, s.part("~backing", "~vocal-duo", "bagpipe", level=0), "t0 - - - - - -", 57)
    strokes = {"7": (".x.x.xx" if s.chance(0.4) else "..x.x.x"), "9": ".x.x.x.xx", "5": ".x.xx", "choir": "......."}.get(kind, ".x.x.x.x")
    bassline = {
        "7": ("R - 5 - R - .", "R - R - 5 - a"), "9": ("R - 5 - R - 5 - .", "R - R - R - 5 - a"), "5": ("R - 5 - .", "R - 5 - a"), "choir": ("R - - - - - -",),
    }.get(kind, ("R . 5 . R . 5 a", "R . . R . . 5 .", "R . R 5 . R 5 ."))
    riff(s, s.part("tuba", "upright", "cello", "accordion", "contrabass", level=0), bassline, 33)
    if kind != "choir":
        chop = s.part("accordion", "~accordion", "horn", "trombone", "~mandolin", "~banjo", "nylon", level=-2)
        for bar in s.bars():
            for place, mark in enumerate(strokes):
                if mark == "x":
                    chord = s.piece().chord_at(bar.start + place / 2)
                    for pitch in chord.classes[:3]:
                        chop.add(bar.start + place / 2, 0.22, 55 + (pitch - 55) % 12, s.between(68, 84))
    if kind != "choir" or s.chance(0.3):
        groove = {7 * 2: "f x...x...x..... r ..x...x.....x.", 9 * 2: "f x...x...x...x..... r ..x...x...x.....x.", 5 * 2: "f x...x..... r ..x...xx.x"}.get(
            count, "f x.....x.x..x..x. r ..x.x.....x.x..x" if kind == "brass" else "f x.....x.x...x... r ....x.......x..x t ..x...x...x...x."
        )
        drums(s, s.part("kit:standard", "kit:orchestra", "kit:room", level=-2), (groove, groove.replace("r ", "s ")))


@style("World", like="Latin")
def autumn_savanna_strings(s: Song) -> None:
    """Bamako, Harare, Accra and Kinshasa on vinyl: a harp-lute or thumb pianos in threes and twos, a bell, calabash, call and answer, or guitars like rain."""
    kind = s.pick("kora", "mbira", "balafon", "guitars", "bell")
    twelve = kind in ("mbira", "bell") or s.chance(0.35)
    s.set(
        (96, 138), ("major", "mixolydian", "major-pentatonic", "lydian", "dorian") if kind != "guitars" else "major", keys="F G C D E", beats=4.0,
        room=("outdoors", "room", "club", "hall"),
    )
    minor = s.scale == "dorian"
    s.until(
        46, "a a b", a=s.pick("i | bVII", "i | i | IV | bVII") if minor else s.pick("I | IV", "I | V | IV | V", "I | IV | V | I", "I vi | IV V", "I | ii"),
        b=s.pick("bVII | i", "IV | i") if minor else s.pick("IV | V | I | I", "IV | I", "I IV | I V"),
    )
    voices = {
        "kora": ("harp", "~nylon-guitar", "~koto", "nylon"), "mbira": ("kalimba", "~pluck", "marimba", "kalimba"),
        "balafon": ("marimba", "xylophone", "marimba"), "guitars": ("clean-guitar", "~electric-guitar", "muted-guitar", "steel"),
        "bell": ("kalimba", "marimba", "~nylon-guitar", "flute"),
    }[kind]
    patterns = (
        ("r.12.1f.21.2", "r1.2h1f.2.h1", "r.2h.1f.1h.2", "0h21f2h012h1")
        if twelve
        else ("r.12.21hf.12.2h1", "r2.1h.2.f1.2h.21", "012h12h.012h.1h2", "h2.1h2.1f2.1h.2.")
    )
    for number in range(s.pick(2, 2, 3)):
        player = s.part(*voices, level=1 - number, pan=-0.5 + number * 0.6)
        roll(s, player, patterns, 62 + 5 * number, 4, ring=1.6, low=45, turns=s.chance(0.3))
    rows = (
        ("x.xx.xx.x...|x.x.x.......", "..x.xx.xx.x.|x-----......", "x.x.xx.xx-..|............")
        if twelve
        else ("x.xx.xx.x.x-....|x-x-x---........", "..xxxxx.x.xxx.x.|x---............", "xxxxxxxxx-x-x---|x.x.x-x-....x.x.")
    )
    lead = s.part(*voices, "flute", "fiddle", "alto-sax", level=2)
    tune(s, lead, 65, 86, rows, plan="aabc", orn="g", rate=0.2, where="b" if s.chance(0.4) else None)
    if s.chance(0.8):
        low = s.pick(57, 60, 62)
        call = (
            ("x-xxxx-x-x--|............", "..x-xx-xx-x-|............") if twelve else ("x-xxx-x-x-x-x---|................", "..xxxxx-x-x-x---|................")
        )
        answer = (
            ("............|x-x-xx-x-...", "............|..x-x-xx-x--") if twelve else ("................|x-x-xxx-x---....", "................|..x-x-x-xxx-x---")
        )
        tune(
            s, s.part("~vocal", "~vocal-low", "~vocal-duo", level=3), low - 3, low + 13, call, plan="aaab", sing="ye ma la wo ni o ka", orn="sdfg", rate=0.4,
            snap=0.6,
        )
        chorus = s.part("~backing", "~vocal-duo", "~choir", level=1)
        tune(s, chorus, low, low + 10, answer, plan="a", sing="ye o wa le", snap=0.9)
        double(s, chorus, s.part("~backing", "~vocal-duo", level=0), 2)
    riff(
        s, s.part("finger-bass", "upright", "~string-bass", "marimba", level=0 if kind == "guitars" else -3),
        ("R - . 5 - . R . 5 - . .", "R . R . . 5 . R . 5 - .") if twelve else ("R - . R . . 5 - . 8 . 5 . . R .", ". . R R . 5 . . R . 5 . 8 . 5 ."), 33,
    )
    bell = ("w x.x.xx.x.x.x", "w x.x.x.xx.x.x", "75 x.x.xx.x.x.x") if twelve else ("w x..x..x...x.x...", "w x..x...x..x.x...", "75 x.x.x.xx.x.x.xx.")
    hands = (
        ("q x.xx.xx.xx.x cl x..x..x..x.. bh ..x.xx..x.xx cm .x....x..x..", "m xxxxxxxxxxxx cl x.....x..x.. ch ..xx.x..xx.x")
        if twelve
        else (
            "q x.xxx.xxx.xxx.xx cl x.....x.x..x.... bh ..x.x...x.x.x.xx", "m xxxxxxxxxxxxxxxx k x...x...x...x... r ..x..x....x..xx.",
            "q xoxoxoxoxoxoxoxo cl x..x....x..x..x. cm ..x.xx....x.xx.x",
        )
    )
    drums(
        s, s.part("kit:standard", "kit:jazz", "kit:orchestra", level=-1), tuple(f"{s.pick(*bell)} {hand}" for hand in hands),
        fills=("cm xxxx", "cl x.xx") if not twelve else ("cm xxx", "cl x.x"), every=8,
    )
    if kind == "guitars":
        drums(
            s, s.part("kit:standard", "kit:room", level=-1),
            ("k x...x...x...x... h x.xxx.xxx.xxx.xx s ......x.....x...", "k x...x...x...x... r ..x..x..x..x..x."),
        )
