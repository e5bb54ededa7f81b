"""World: a court of bronze, a raga and its cycle, an Arab ensemble, Lagos and the coast, and the uneven dances of the Balkans."""

from __future__ import annotations

from hands.noon import craft, tunes
from score import Part
from song import Song, style


@style("World", like="Classical")
def noon_bronze_court(s: Song) -> None:
    """Gamelan: a core melody, ever faster parts that interlock around it, gongs that mark the cycle, drums that lead; now and then a flute or voice."""
    s.set((58, 112), s.pick("slendro", "pelog", "pelog", "hirajoshi"), keys="C D E F Bb A", room=("hall", "outdoors", "cave", "room"))
    s.until(46, "gong gong", gong="Isus2 | Isus2 | Isus2 | Isus2")
    metal = ("~metallophone", "vibraphone", "~metallophone", "celesta", "bells", "kalimba", "~fm-bell")
    bend = s.pick(0.0, 0.2, -0.3)
    rungs = s.rungs(53, 77)
    core, place = [], len(rungs) // 2
    for _ in range(16):
        place = min(max(place + s.pick(-2, -1, -1, 1, 1, 2), 1), len(rungs) - 2)
        core.append(place)
    saron, low = s.part(*metal, level=0, tuning=bend), s.part("vibraphone", "~metallophone", "marimba", level=-2, tuning=bend + 0.06)
    double, fast, other = (s.part(*metal, level=level, pan=pan, tuning=bend + 0.05) for level, pan in ((-2, 0.2), (-3, 0.6), (-3, -0.6)))
    gong, kenong = s.part("~gong", level=0, send=-6), s.part("~gong", "~metallophone", "bells", level=-4)
    bali = s.chance(0.5)
    for bar in s.bars():
        if bar.index % 4 == 0:
            gong.add(bar.start, 8.0, rungs[0] - 24, 108)
        for step in range(4):
            here = core[(bar.index % 4) * 4 + step]
            after = core[((bar.index % 4) * 4 + step + 1) % 16]
            at = bar.start + step
            saron.add(at, 0.95, rungs[here], craft.touch(s, 96))
            if step % 2 == 0:
                low.add(at, 1.9, rungs[here] - 12, craft.touch(s, 88))
            if step == 3:
                kenong.add(at, 2.0, rungs[here] - 12, craft.touch(s, 86))
            elif step == 1 and bar.index % 2:
                gong.add(at, 3.0, rungs[here] - 19, craft.touch(s, 74))
            for half, rung in ((0.0, here), (0.5, here if bali else after)):
                double.add(at + half, 0.45, rungs[rung] + 12, craft.touch(s, 82))
            # Two players share a run of sixteenths: one takes what the other leaves out.
            figure = s.pick((0, 1, 0, -1), (0, 1, -1, 1)) if bali else (0, 1, 0, 1)
            for quarter, move in enumerate(figure):
                player = fast if (move >= 0) == (quarter % 2 == 0) or not bali else other
                player.add(at + quarter / 4, 0.24, rungs[min(max(here + move, 0), len(rungs) - 1)] + 12, craft.touch(s, 74))
                if bali and move == 0:
                    other.add(at + quarter / 4, 0.24, rungs[min(here + 2, len(rungs) - 1)] + 12, craft.touch(s, 68))
    drum = s.part("kit:orchestra", "kit:standard", level=-4)
    craft.beat(s, drum, s.pick("L:x..x..x...x.x...;q:..x..x.xx..x..xx", "L:x.....x.x.......;Q:....x.....x.x.x.", "L:x.x...x..x..x...;b:...x.x..x.x..xxx"),
        fills=0)
    if bali and s.chance(0.6):
        craft.shake(s, drum, s.pick(53, 44), "xoxoxoxoxoxoxoxo", hard=70)
    if s.chance(0.5):
        tunes.tune(s, s.part("flute", "~flute", "~bowed", "~vocal", "shakuhachi", level=-2, tuning=bend), 65, 86, ("x-----x-", "..x-xxx-", "x---x---"),
            "ABAC", 2, grace=0.4, bend=0.3)


@style("World", like="Folk")
def noon_evening_raga(s: Song) -> None:
    """A raga in its cycle of beats: drone, a plucked or bowed or sung line full of slides, tabla strokes with bending bass drum, faster toward the end."""
    meter = s.pick(4.0, 4.0, 3.5, 5.0, 3.0)
    s.set((84, 168), s.pick("yaman", "bhairav", "todi", "kafi", "bhupali"), keys="C Db D B G", beats=meter, room=("room", "hall", "plate"))
    s.until(46, "gat gat taan", gat="I5 | I5 | I5 | I5", taan="I5 | I5 | I5 | I5")
    tonic = 48 + s.tonic % 12
    drone = s.part("~sitar", "sitar", "~dulcimer", "~drone", level=-4)
    pa = 7 if 7 in [(p - s.tonic) % 12 for p in s.rungs(48, 60)] else 5
    at, turn, end = 0.0, 0, s.sections[-1].end
    while at < end:
        drone.add(at, min(5.0, end - at), (tonic - 12 + pa, tonic, tonic, tonic - 12)[turn % 4], craft.touch(s, 72))
        at, turn = at + (1.0 if turn % 4 < 3 else 2.0), turn + 1
    tabla = s.part("kit:standard", "kit:orchestra", level=0)
    cycle = {4.0: ("b:x.x.x.x.x.x...x.;d:..o...o...o.x.o.;Q:......x.......x.", "b:x.xxx.x.x.xxx.xx;d:.o...o.o.o...o.."),
        3.5: ("d:x.x.......x.x.;b:......x.x.x...", "d:x..xx.....x..x;b:......xxx..xx."), 5.0: ("b:x...x.x.......x.x.x.;d:..x.......x.x.......",
        "b:x.xxx.x.xxx.x.xxx.x."), 3.0: ("b:x.xxx.;d:..x..x", "b:x.x.xxx.xxx.;d:.x.x...x...x")}[meter]
    craft.beat(s, tabla, s.pick(*cycle), fills=0, where="gat")
    craft.beat(s, tabla, f"b:{'xoxxoxxo' if meter != 3.5 else 'xoxoxxo'};d:{'.x..x..x' if meter != 3.5 else '.x.x..x'}", fills=0, where="taan")
    bayan = s.part("melodic-tom", "taiko", "~808-bass", level=-2)
    for bar in s.bars():
        open_half = bar.index % 4 != 2
        for beat in range(int(bar.beats)):
            if (open_half or beat == int(bar.beats) - 1) and s.chance(0.75):
                bayan.add(bar.start + beat, 0.7, 43, craft.touch(s, 88), "", ((0.0, -3.0), (0.15, -1.0), (0.4, s.pick(0.0, 2.0, 3.0))))
    lead = s.part("sitar", "~sitar", "~bowed", "flute", "~flute", "~vocal", "shanai", "violin", level=2)
    low = 55 if lead.voice in ("~vocal", "~bowed", "violin") else 60
    tunes.tune(s, lead, low, low + 19, ("x---x-xx", "x-xxx---", "..x-x-x-", "x--xx-x-", "x-----xx"), "AABA", 2, where="gat", bend=0.7, grace=0.35, leap=0.1)
    tunes.solo(s, lead, low, low + 24, ("xxxxxxxxxxxxxxxx", "x-xxxxxxx-xxxxxx", "x---xxxxxxxxxxxx"), where="taan", bend=0.3, rest=0.1, chromatic=0.0)
    if lead.voice in ("sitar", "~sitar"):
        for _, at, _, _ in craft.grid(s, s.pick(".x.x.xxx", ".xx..xx.", "..x...xx"), None):
            lead.add(at, 0.3, tonic + 12, craft.touch(s, 58))
    if s.chance(0.4):
        second = s.part("reed-organ", "violin", "~bowed", "flute", level=-3)
        tunes.copy(s, lead, second, s.pick(0, -12), drop=0.25, delay=s.pick(0.0, 0.25))


@style("World", like="Folk")
def noon_cairo_takht(s: Song) -> None:
    """Arab and Turkish ensemble: oud, zither, reed flute and strings in unison with quarter tones; dum and tak on goblet drums; solos."""
    meter = s.pick(4.0, 4.0, 4.0, 4.5, 5.0)
    s.set((84, 138), s.pick("hijaz", "major", "dorian", "double-harmonic", "minor"), keys="D G A C F E", beats=meter, room=("hall", "room", "plate"))
    # Rast has a neutral third and seventh, bayati a neutral second.
    warp = {"major": {4: -0.5, 11: -0.5}, "dorian": {2: -0.5, 9: -0.5}, "minor": {2: -0.45}}.get(s.scale, {})
    s.until(46, "tune tune taqsim", tune="I5 | I5 | I5 | I5", taqsim="I5 | I5 | I5 | I5")
    darbuka = s.part("kit:standard", "kit:orchestra", level=0)
    rows = {4.0: ("L:x.....x.x.......;b:..x.g.x.g.g.x.gg", "L:x.x.....x.......;b:....x.g...g.x.gg", "L:x..x..x...x.....;b:..g..g.x.g.xx.g.",
        "L:x.......x.......;d:...x..x.....x.x."), 4.5: ("L:x.....x..;b:..x.x..xx", "L:x...x....;b:..x...xxx"),
        5.0: ("L:x....xx...;b:..x.x..xx.", "L:x...x.x...;b:...x...x.x")}[meter]
    craft.beat(s, darbuka, s.pick(*rows), fills=0)
    riqq = s.part("kit:standard", level=-4)
    craft.shake(s, riqq, 54, {4.0: "xoxoxoxoxoxoxoxo", 4.5: "xoxoxoxxo", 5.0: "xoxoxoxoxo"}[meter], hard=75)
    lead = s.part("~oud", "~oud", "violin", "nylon", "~flute", level=1)
    cells = {4.0: ("x-x-xxxxx-x-x---", "x---x-xxx-xxx-x-", "..x-x-xxx-x-xxx-", "x-xxx-xxx-x-x---"), 4.5: ("x-xxx-x--", "x-x-xxxxx", "xxx-x-x--"),
        5.0: ("x-xxx-x-x-", "x--xxxx-x-", "xxx-xxx-x-")}[meter]
    tunes.tune(s, lead, 57, 76, cells, "AABC", 2, where="tune", leap=0.12, grace=0.3, bend=0.1, warp=warp)
    for voices, move in ((("~dulcimer", "dulcimer", "koto", "~koto"), 12), (("~flute", "flute", "~reed", "clarinet"), 12),
            (("violin", "~section", "strings", "~bowed"), s.pick(0, 12))):
        if s.chance(0.75):
            tunes.copy(s, lead, s.part(*voices, level=-1), move, drop=0.06, grace=0.35)
    if s.chance(0.5):
        tunes.copy(s, lead, s.part("cello", "contrabass", "~bowed", level=-3), -12, drop=0.3)
    solo = s.part("~oud", "~flute", "~dulcimer", "~bowed", "clarinet", "~vocal", "accordion", level=2)
    fast = {4.0: ("xxxxxxxxx-------", "x---xxxxxxxxx---", "x-xxxxxxx-x-x---"), 4.5: ("xxxxxx---", "x--xxxxx-"), 5.0: ("xxxxxxx---", "x--xxxxxx-")}[meter]
    tunes.solo(s, solo, 57, 79, fast, where="taqsim", bend=0.4, rest=0.2, chromatic=0.0)
    for note in solo.notes:
        note.pitch += warp.get(round(note.pitch - s.tonic) % 12, 0.0)
    drone = s.part("cello", "~bowed", "~oud", "~drone", level=-6)
    craft.bass(s, drone, "1-------", low=38)
    if s.chance(0.35):
        voice = s.part("~vocal", "~choir", "~vocal-low", level=1)
        tunes.copy(s, lead, voice, 0 if voice.voice != "~vocal-low" else -12, drop=0.15, grace=0.2)
        for note in voice.notes:
            note.how = s.pick("ya", "la", "e", "li", "a")


def _gourds(s: Song, six: bool) -> None:
    """Bell, shaker and three drums of the coast, each with a phrase of its own."""
    bell = s.part("agogo-bell", "woodblocks", level=-3)
    row = s.pick("x.x.xx.x.x.x", "x.x.x.xx.x.x") if six else s.pick("x..x..x...x.x...", "x.xx.x.xx.x.xx.x", "x...x..xx...x.x.")
    for _, at, _, _ in craft.grid(s, row):
        bell.add(at, 0.3, 74, craft.touch(s, 92))
    drums = s.part("kit:standard", level=0)
    craft.beat(s, drums, s.pick("q:..xx..xx..xx;Q:x.....x.....;L:...x.....x.x;1:x..x.x......", "q:x.xx.xx.xx.x;L:x.....x..x..;Q:...x.x...x.x") if six
        else s.pick("q:x.o.x.oox.o.x.oo;Q:..xx......xx....;L:x.......x..x....", "q:..x..x..x..x..x.;L:x..x....x..x....;Q:......xx......xx"), fills=0)
    craft.shake(s, drums, s.pick(69, 70), "xoxoxoxoxoxo" if six else "xoxoxoxoxoxoxoxo", hard=75)


@style("World", like="Latin")
def noon_lagos_coast(s: Song) -> None:
    """Highlife, juju, afrobeat and drum circles of West Africa: interlocking guitars or harps over a bell line, talking drum, horns, a leader and a chorus."""
    kind = s.pick("highlife", "highlife", "afrobeat", "circle")
    six = kind == "circle" or s.chance(0.15)
    s.set((96, 124), s.pick("major", "major", "mixolydian") if kind == "highlife" else s.pick("dorian", "minor-pentatonic", "major-pentatonic"),
        keys="C F G D A Bb", room=("outdoors", "room", "club", "plate"))
    bright = s.scale in ("major", "mixolydian", "major-pentatonic")
    s.until(46, "groove call groove", groove=s.pick("I | IV | V | I", "I | I | V | V", "I IV | V I | I IV | V I") if bright else "im7 | im7 | bVII | im7",
        call=s.pick("I | V | IV | I", "IV | I | V | I") if bright else "im7 | im7 | im7 | im7")
    _gourds(s, six)
    if kind == "afrobeat" and not six:
        craft.beat(s, s.part("kit:standard", "kit:jazz", level=0), s.pick("k:x..x....x.x.....;s:...g..X...g..X..;h:xoxxxoxxxoxxxoxx",
            "k:x.....x...x..x..;r:..x..x....x..x..;h:x.x.x.x.x.x.x.x."), fills=8, ghosts=0.08, crash=0.2)
    if kind != "circle":
        craft.bass(s, s.part("finger-bass", "upright", "pick-bass", level=2), "1--5..3-5.1." if six
            else s.pick("1--1..3-5---3-..", "1-..5-3-..5-1-..", "1.1...5.8...5.3.", "..1-..5-8-5-1-.."), legato=0.8)
    strings = ("clean-guitar", "~electric-guitar", "~kora", "nylon", "steel", "kalimba", "marimba") if kind != "circle" else ("~kora", "marimba", "kalimba",
        "~nylon-guitar", "xylophone")
    for pan, rows, centre in ((-0.5, ("0.2.3.2.0.2.3.2.", "02.30.23.02.30.2", "0.23.20.0.23.20."), 69),
            (0.5, ("..3.1..3..2.1..2", ".4..3.4..4..3.4.", "4.3.2.3.4.3.1.2."), 74)):
        player = s.part(*strings, level=0, pan=pan, fx=("amp:clean",) if s.chance(0.3) else ())
        craft.pick_strings(s, player, s.pick("0.23.20.23.2", "02.30.23.02.") if six else s.pick(*rows), centre, 4, ring=0.8)
    talking = s.part("melodic-tom", "taiko", "synth-drum", level=-2)
    for bar in s.bars():
        if s.chance(0.6):
            for place in range(s.pick(3, 5, 6)):
                pitch = s.pick(52, 55, 59)
                talking.add(bar.start + place * 0.5 + s.pick(0.0, 0.0, 0.25), 0.3, pitch, craft.touch(s, 84), "", ((0.0, s.pick(-2.0, 0.0, 2.0)), (0.2, 0.0)))
    leader = s.part("~vocal", "~vocal-low", "~vocal-duo", level=2)
    low = 52 if "low" in leader.voice else 60
    cells = ("x-xx-xx-....", "..xx-xx-x-..", "x-xx-x-x-...") if six else ("x-x-xxx-x-......", "..xxx-x-xx-x-...", "x-x-x-x-xxx-....")
    tunes.tune(s, leader, low, low + 13, cells, "AABB", 1, where=("groove", "call"), only=lambda b: b.index % 2 == 0, leap=0.15)
    crew = [s.part("~backing", "~choir", "~vocal-duo", level=0), s.part("~backing", "~vocal", level=-1), s.part("~vocal-low", "~choir-low", level=-2)]
    answer = f"{'.' * 12}/x-xx-xx-x-.." if six else f"{'.' * 16}/" + s.pick("x-x-x-xx-x-.....", "..x-xxx-x-x-....")
    tunes.choral(s, crew, answer, (69, 64, 57), where="call", passing=0.0)
    if kind == "afrobeat" or s.chance(0.3):
        horns = s.part("brass", "tenor-sax", "trumpet", level=0)
        tunes.tune(s, horns, 60, 77, ("x-xx-xx-x-..",) if six else ("x..x..x-x-xx-x--", "..x-x-x-xxx-x---"), "A", 2, where="groove", leap=0.25)
        tunes.harmony(s, horns, s.part("alto-sax", "trombone", "baritone-sax", level=-2), -2)


@style("World", like="Jazz")
def noon_danube_seven(s: Song) -> None:
    """Balkan and klezmer weddings: seven, nine, eleven or a fast two, tapan and tuba, brass off-beats, clarinet or fiddle with crushed notes."""
    meter = s.pick(3.5, 3.5, 4.5, 4.0, 4.0)
    s.set({3.5: (150, 230), 4.5: (150, 220), 4.0: (118, 168)}[meter], s.pick("freygish", "harmonic-minor", "misheberak", "hijaz", "hungarian-minor"),
        keys="D A G E C F", beats=meter, room=("outdoors", "room", "hall", "club"))
    major_third = s.scale in ("freygish", "hijaz")
    s.until(46, "horo horo solo", horo=s.pick("I | I | bII | I | I | bvii | bvii | I", "I | bII | bvii | I", "I | ivm | bvii | I") if major_third
        else s.pick("im | im | ivm | im | V | V | im | im", "im | II | II | im" if s.scale == "misheberak" else "im | ivm | V | im"),
        solo="I | I | I | bII" if major_third else "im | im | im | V")
    kit = s.part("kit:orchestra", "kit:standard", "kit:room", level=0)
    rows = {3.5: ("k:x...x..;s:..x..x.;g:xxxxxxx", "k:x.....x.x.....;s:..g.x...g.x.x.", "L:x.....x.x.....;b:..x.x.x...x.xx"),
        4.5: ("k:x.x.x.x..;s:.x.x.x.xx", "L:x...x...x...x.....;b:..x...x...x...x.xx"), 4.0: ("k:x.x.x.x.;s:.x.x.xxx", "k:x...x...;s:.xx.x.xx;t:x.x.x.x.",
        "k:x..x..x.;s:.gx.gx.x")}[meter]
    craft.beat(s, kit, s.pick(*rows), fills=8, fill="snare", crash=0.3)
    low = s.part("tuba", "upright", "contrabass", "accordion", level=1)
    craft.bass(s, low, {3.5: s.pick("1.5.1..", "1...5.."), 4.5: s.pick("1.5.1.5..", "1.5.1.3.."), 4.0: s.pick("1.5.1.5.", "1...5...")}[meter], legato=0.7)
    chop = {3.5: s.pick(".x.x.xx", "..x..xx"), 4.5: ".x.x.x.xx", 4.0: s.pick(".x.x.x.x", ".x.xxx.x")}[meter]
    craft.comp(s, s.part("horn", "trombone", "brass", "accordion", level=-2), chop, 60, 3, ring=0.4)
    if s.chance(0.5):
        craft.comp(s, s.part("~mandolin", "accordion", "~dulcimer", "dulcimer", "nylon", level=-3), chop, 66, 3, ring=0.4)
    lead = s.part("clarinet", "trumpet", "accordion", "fiddle", "~accordion", "~shawm", "alto-sax", level=1)
    cells = {3.5: ("xxx-x-x", "x-xxxxx", "x-x-x--", "xxxxxxx", "xxxxxxxxxxxxxx"), 4.5: ("xxx-x-x--", "x-x-xxxxx", "xxxxxxx--"),
        4.0: ("x-xxx-xx", "xxxxx-x-", "x--xxxxx", "xxxxxxxxxxxxxxxx", "x-x-x---")}[meter]
    tunes.tune(s, lead, 60, 82, cells, "AABB", 2, where="horo", leap=0.15, grace=0.35, bend=0.1)
    tunes.harmony(s, lead, s.part("trumpet", "clarinet", "accordion", "fiddle", level=-1), s.pick(-2, 0, 2))
    if s.chance(0.5):
        tunes.copy(s, lead, s.part("fiddle", "~mandolin", "flute", "clarinet", level=-2), s.pick(0, 12), grace=0.25)
    solo: Part = s.part("clarinet", "trumpet", "accordion", "fiddle", "~bowed", level=2)
    tunes.solo(s, solo, 62, 86, {3.5: ("xxxxxxxxxxxxxx", "x-xxxxx"), 4.5: ("xxxxxxxxxxxxxxxxxx", "x-x-xxxxx"),
        4.0: ("xxxxxxxxxxxxxxxx", "x-------xxxxxxxx")}[meter], where="solo", bend=0.4, rest=0.1, chromatic=0.1)
    if s.chance(0.3):
        voice = s.part("~vocal", "~vocal-duo", "~vocal-low", level=1)
        tunes.copy(s, lead, voice, -12 if "low" in voice.voice else 0, drop=0.3)
        for note in voice.notes:
            note.how = s.pick(*tunes.SUNG)
