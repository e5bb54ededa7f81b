"""World: court gongs, evening ragas, harps and xylophones from the Niger, the lute between Cairo and the Balkans, zithers of East Asia."""

from __future__ import annotations

from collections.abc import Sequence

from hands.dusk import craft, tunes
from score import Part
from song import Song, style
from theory import near


def low_tonic(s: Song, around: int = 48) -> int:
    """The tonic nearest to a pitch."""
    return near(s.tonic, around)


def pitched_drum(s: Song, part: Part, row: str, pitches: dict[str, float], force: float = 84.0, where: Sequence[str] | None = None, bend: float = 0.0,
        busy: float = 0.0) -> None:
    """A hand drum whose strokes have pitches; `bend` is how far a palm pushes the low one up; `busy` doubles strokes now and then."""
    for at, sign, bar in craft.steps(s, row, where):
        pitch = pitches[sign.upper()]
        level = force * (1.0 if sign.isupper() else 0.7) + s.between(-7, 7)
        low = pitch == min(pitches.values())
        part.add(at, 0.5 if low else 0.25, pitch, level, "", ((0.0, 0.0), (0.12, bend), (0.4, bend * 0.6)) if bend and low and s.chance(0.6) else ())
        if busy and s.chance(busy):
            part.add(at + bar.beats / len(craft.bar_of(row, bar.index)) / 2, 0.2, max(pitches.values()), level * 0.7)


@style("World", like="Electronic")
def dusk_pavilion_gongs(s: Song) -> None:
    """Gamelan of Java or Bali: a skeleton tune in cycles that a great gong closes, twice and four times as fast above, beating pairs, drum, flute."""
    bali = s.chance(0.5)
    s.set((96, 144) if bali else (54, 92), ("pelog", "slendro"), "C D Eb F A", room=("outdoors", "hall", "club"))
    s.until(45, "gongan gongan gongan2", gongan=" | ".join(["I5"] * s.pick(4, 8)))
    off = {step: s.between(-0.35, 0.35) for step in range(1, 12)}
    rungs = s.rungs(60, 72)
    low, metal = near(s.tonic, 60), ("~metallophone", "vibraphone", "celesta", "~fm-bell", "glockenspiel", "bells", "~vibes", "marimba", "xylophone")
    names = s.rng.sample(metal, 4)
    slow, fast, high, pair = (s.part(name, level=level, tuning=tuning) for name, level, tuning in zip(names, (1, 0, -1, -1),
        (0, 0.0, 0.0, s.between(0.08, 0.25)), strict=True))
    gong, small = s.part("~gong", "bells", "taiko", level=1, send=-6), s.part("~gong", "~metallophone", "vibraphone", level=-2, pan=0.4)
    skeleton: dict[str, list[int]] = {}
    for section in s.sections:
        beats = int(section.bars * 4)
        if section.name not in skeleton:
            walk, line = s.rng.randrange(len(rungs)), []
            for _ in range(min(beats, 16)):
                walk = min(max(walk + s.pick(-2, -1, -1, 0, 1, 1, 2), 0), len(rungs) - 1)
                line.append(walk)
            skeleton[section.name] = [*line[:-1], rungs.index(low) if low in rungs else 0]
        line = skeleton[section.name]
        for beat in range(beats):
            at, here, after = section.start + beat, line[beat % len(line)], line[(beat + 1) % len(line)]
            slow.add(at, 1.0, rungs[here], 92 + s.between(-5, 5))
            for turn in range(2):
                fast.add(at + turn / 2, 0.5, rungs[here if turn else after] + 12, 80 + s.between(-5, 5))
            for turn, up in enumerate(s.pick((0, 1, 0, 1), (1, 0, 1, 0), (0, 1, 2, 1)) if bali else (0, 0, 1, 1)):
                who = high if (turn + up) % 2 else pair
                pitch = rungs[min(after + up, len(rungs) - 1)] + 12
                who.add(at + turn / 4, 0.25, pitch, 76 + s.between(-6, 6))
                if not bali:
                    pair.add(at + turn / 4, 0.25, pitch - 12, 62)
            if beat % len(line) == len(line) - 1:
                gong.add(at, 4.0, low_tonic(s, 33), 110)
            elif beat % 4 == 3:
                small.add(at, 2.0, rungs[here] - 12, 84)
            elif beat % 2 == 1:
                small.add(at, 0.4, low + 5, 56)
    drum = s.part("taiko", "melodic-tom", level=-1)
    pitched_drum(s, drum, s.pick("D.tdT.tdD.ttD.t.", "d.t.D.t.d.tTD..t", "DttdtDtdtDttDtdt") if bali else s.pick("D...t...D.t.....", "....D..t....D.D.",
        "D..t..D.....t..."), {"D": 43, "T": 52}, 80)
    if s.chance(0.6):
        flute = s.part("flute", "pan-flute", "recorder", "~flute", "~bowed", "fiddle", "~vocal", level=0)
        tunes.tune(s, flute, 67, 86, ("x...x.x.", "--x.x...", "x.......", "x.xx...."), None, form="AB-C", grace=0.4, scoop=0.4, turn=0.3, snap=False)
        tunes.retune(s, flute, off)
    if bali and s.chance(0.6):
        craft.drums(s, s.part("kit:standard", "kit:room", level=-6), {"h": "x.xxx.xxx.xxx.xx", "crash": "...............?"})
    for part in (slow, fast, high, pair, small):
        tunes.retune(s, part, off)


@style("World", like="Folk")
def dusk_evening_raga(s: Song) -> None:
    """North Indian music: drone, sitar, flute, shawm or singer unfolding a raga with slides, then a composition over tabla in sixteen, ten, seven or six."""
    tala = s.pick("tintal", "tintal", "jhaptal", "rupak", "dadra")
    s.set((66, 150), ("bhairav", "yaman", "todi", "kafi", "bhupali", "phrygian", "major-pentatonic", "mixolydian"), "C Db D Eb G A",
        beats={"tintal": 4.0, "jhaptal": 5.0, "rupak": 3.5, "dadra": 3.0}[tala], room=("room", "hall", "club"))
    s.until(45, s.pick("alap gat gat jhala", "gat gat jhala", "gat jhala gat"), alap=" | ".join(["I5"] * 4), gat=" | ".join(["I5"] * 8))
    home = low_tonic(s, 48)
    fifth = 5 if s.chance(0.2) else 7
    tunes.drone(s, s.part("~sitar", "sitar", "~drone", "~koto", "~steel-guitar", level=-3, send=-8), (home + fifth, home + 12, home + 12, home),
        s.pick(3.0, 4.0), 66, stagger=s.between(0.6, 0.8))
    if s.chance(0.4):
        tunes.drone(s, s.part("reed-organ", "~accordion", "~drone", level=-9), (home, home + 7), 8)
    lead = s.part("~sitar", "sitar", "flute", "shanai", "violin", "~vocal", "~nylon-guitar", "~steel-guitar", "~shawm", "pan-flute", level=2, pan=0.0)
    how = ("a", "na", "re", "o") if lead.voice == "~vocal" else ()
    base = 60 if lead.voice in ("flute", "shanai", "violin", "~shawm", "pan-flute") else 54
    tunes.tune(s, lead, base - 2, base + 17, ("x.......", "--x.x...", "x..x....", "x...x.x."), "alap", form="ABCD", scoop=0.8, turn=0.4, leap=0.08, how=how,
        snap=False)
    even = {"tintal": ("x.xxx.x.x.xxx.xx", "xxx.x.xxx.x.x.x.", "x.x.xxxxx.x.x..."), "jhaptal": ("x.xxx.x.xx", "xxx.xx.x.x", "x.x.xxxxxx"),
        "rupak": ("x.xxx.x", "xxxxx.x", "x..x.xx"), "dadra": ("x.xxxx", "xxx.x.", "x..x.x")}[tala]
    tunes.tune(s, lead, base, base + 17, even, "gat", form=s.pick("AABA", "ABAC", "AAAB"), scoop=0.55, turn=0.15, grace=0.3, leap=0.1, how=how, snap=False)
    tunes.tune(s, lead, base, base + 19, ("x" * round(s.beats * 4), ("xxx.xxxx" * 4)[: round(s.beats * 4)]), "jhala", form="ABCA", scoop=0.2, leap=0.1,
        how=how, gate=0.8, width=9, snap=False)
    theka = {"tintal": "NttNNttNNxxXnttN|NttNNttNN.x.nttN|D.x.D.xDn.x.T.xx", "jhaptal": "D.N.D.D.N.x.n.D.D.N.", "rupak": "t.t.n.D.n.D.n.",
        "dadra": "D.D.n.D.t.n."}[tala].replace("x", "t").replace("X", "D")
    tabla = s.part("melodic-tom", "melodic-tom", "kit:standard", name="tabla", level=1)
    if tabla.voice.startswith("kit"):
        rows = {key: "".join(sign if sign.upper() == mark or sign == "|" else "." for sign in theka) for key, mark in (("bon", "N"), ("bol", "T"), ("cu", "D"))}
        craft.drums(s, tabla, {key: row.replace("N", "x").replace("n", "o").replace("T", "x").replace("t", "-").replace("D", "X") for key,
            row in rows.items()}, ("gat", "jhala"))
    else:
        pitched_drum(s, tabla, theka, {"D": home, "T": home + 12, "N": home + 24}, 86, ("gat", "jhala"), bend=3.0, busy=0.15)
        deep = s.part("taiko", "melodic-tom", name="bayan", level=-1)
        for at, sign, _ in craft.steps(s, theka, ("gat", "jhala")):
            if sign in "DN" and s.chance(0.75):
                deep.add(at, 0.5, home - 8, 84 + s.between(-8, 8), "", ((0.0, 0.0), (0.15, 3.0), (0.4, 2.0)))


@style("World", like="Jazz")
def dusk_river_strings(s: Song) -> None:
    """From Mali to Zimbabwe: kora or mbira ostinatos in twelve, interlocking balafons, bell patterns, talking drum, a praise singer, a chorus."""
    kind = s.pick("kora", "balafon", "mbira", "drums", "kora")
    s.set({"kora": (76, 112), "balafon": (96, 132), "mbira": (92, 124), "drums": (100, 138)}[kind], ("major", "mixolydian", "lydian", "major-pentatonic")
        if kind != "drums" else ("minor-pentatonic", "major-pentatonic", "dorian"), "C Db D Eb F G", room=("outdoors", "room", "club"))
    way = s.pick("I | IV | I | V", "I | vi | iii | IV", "I | I | IV | I",
        "IV | I | V | I") if kind != "mbira" else s.pick("I | iii | vi | I | iii | V | I | IV", "I | IV | vi | I | iii | vi", "V | I | iii | V | I | IV")
    s.until(45, "cycle song cycle song", cycle=way if kind != "drums" else "I5 | I5 | I5 | I5")
    pluck = {"kora": ("~kora", "harp", "~kora", "nylon"), "balafon": ("marimba", "xylophone"), "mbira": ("kalimba", "kalimba", "~vibes"),
        "drums": ("marimba", "~kora", "kalimba")}[kind]
    if kind != "drums" or s.chance(0.5):
        # The thumb's row and the finger's row cross, three against four.
        craft.arp(s, s.part(*pluck, level=1, pan=-0.2), s.pick("b3.2.4B.3.24", "b.32b4.3B.24", "0.3.2.4.3.2.", "b4.3b.24.3b."), 64, 4, step=1 / 3, gate=1.6,
            low=50, accent=3)
        craft.arp(s, s.part(*pluck, level=-1, pan=0.4), s.pick("4..3..5..3..", ".4.2.3.5.2.3", "5.4.3.5.4.3.", "..5..4..3..4"), 70, 3, step=1 / 3, gate=1.5,
            accent=3)
    bell = s.pick("x.x.xx.x.x.x", "x.x.x.xx.x.x", "x.xx.x.xx.x.", "x..x..x..x..")
    drums = s.part("kit:standard", "kit:room", level=-1 if kind != "drums" else 2)
    if kind in ("drums", "balafon") or s.chance(0.5):
        craft.drums(s, drums, {s.pick("agh", "cow", "wb", "clv"): bell, "sh": s.pick("xooxooxooxoo", "x.xx.xx.xx.x"), "cu": s.pick("x.....x.x...",
            "x..x.....x.x", "x.x...x....."), "co": s.pick("...xx....xx.", "..xx....xx..", ".x..xx.x..x."), "bon": s.pick("?..?.??..?.?", "x.oxo.x.oxo.",
            "..o..o.?o..o")})
        if kind == "drums":
            pitched_drum(s, s.part("taiko", "melodic-tom", level=1), s.pick("D..D.tD..t.t", "D.tD.tD.t.tt", "D...D.t..D.t"), {"D": 38, "T": 45}, 92)
            solo = s.part("melodic-tom", "kit:standard", name="talking drum", level=1)
            for bar in s.bars("cycle"):
                for place in range(12):
                    if s.chance(0.45):
                        solo.add(bar.start + place / 3, 0.3, s.pick(55, 57, 60, 62) if solo.voice[0] != "k" else s.pick(62, 63, 64, 60), s.between(66, 110))
    if s.chance(0.5):
        craft.bass(s, s.part("upright", "finger-bass", "~kora", "~string-bass", level=-1), s.pick("R..5..R.....", "R.....5..R..", "R..R.5..R.5."), 40, gate=0.8)
    fall = ("xxxxx.x..---", "--xxx.xx.x..", "x.xx.x......", "xxx.xx.x.---", "------------")
    singer = s.part("~vocal", "~vocal-low", "flute", "~vocal", level=3, pan=0.0)
    tunes.tune(s, singer, 60, 79, fall, "song", form="ABAB", how=tunes.LALA if singer.voice != "flute" else (), scoop=0.2, turn=0.1, leap=0.25)
    answer = s.part("~choir", "~vocal-duo", "~backing", level=0)
    tunes.tune(s, answer, 57, 72, ("------------|------x.x.x.", "------x.xx..|x.....------"), "song", form="A", how=("e", "ya", "o"), second=answer)
    run = s.part(*pluck, "~kora", name="runs", level=1)
    tunes.tune(s, run, 64, 88, ("xxxxxxxxxxxx", "xxxxxx......", "x..xxxxxxx..", "------xxxxxx"), "cycle", form="AB-C", bars=1, width=11, leap=0.08, grace=0.1)


@style("World", like="Folk")
def dusk_lute_caravan(s: Song) -> None:
    """From Cairo over Istanbul to Sofia: maqam on oud, zither, reed flute and strings in unison, goblet drum in four, seven, nine or ten; wedding bands."""
    kind = s.pick("takht", "takht", "sama'i", "aksak", "balkan", "taqsim")
    beats = {"takht": 4.0, "taqsim": 4.0, "sama'i": 5.0, "aksak": 4.5}.get(kind) or s.pick(3.5, 2.5, 4.5)
    s.set({"takht": (84, 124), "taqsim": (60, 84), "sama'i": (70, 104), "aksak": (110, 160)}.get(kind, (140, 215)), ("hijaz", "phrygian", "harmonic-minor",
        "major", "dorian", "double-harmonic", "misheberak"), "D C G A E F", beats=beats, rubato=0.02 if kind == "taqsim" else 0.0,
        room=("room", "club", "hall", "outdoors"))
    balkan = kind == "balkan" or kind == "aksak" and s.chance(0.4)
    minor = s.scale in ("harmonic-minor", "dorian", "misheberak", "phrygian")
    way = ("i | i | iv | i | i | bVII | V | i" if s.scale != "phrygian"
        else "i | i | bII | i") if minor else "I | I | iv | I | I | bII | bII | I" if s.scale != "major" else "I | I | V | I"
    s.until(45, "tune tune taqsim tune", tune=way if balkan else " | ".join(["I5"] * 8), taqsim=" | ".join(["I5"] * 4))
    # Half-flat degrees of bayati, rast and their kin.
    cents = {} if balkan else {"phrygian": {1: 0.5}, "major": {4: -0.5, 11: -0.5}, "dorian": {3: 0.4}, "hijaz": {1: 0.15, 4: -0.15}}.get(s.scale, {})
    units = round(beats * (4 if beats in (4.0, 5.0) else 2))
    cells = {16: ("x.xxx.x.x.xxx...", "xxx.xxx.x.x.x...", "x.x.xxxxx...x.x.", "x..xx.xxx.x....."), 20: ("x.xxx.x.x.xxx.x.x...", "x...x.xxx.x.x.xxx.x.",
        "x.x.x.xxx...xxx.x..."), 9: ("x.xxxxx.x", "xxx.x.xxx", "x.x.x.x.."), 7: ("x.xxx.x", "xxxxxxx", "x.x.x.."), 5: ("xxx.x", "xxxxx", "x.x..")}[units]
    names = s.rng.sample(["clarinet", "accordion", "trumpet", "violin", "~accordion", "alto-sax", "brass", "bagpipe", "bandoneon"] if balkan else ["~oud",
        "~koto", "flute", "violin", "~dulcimer", "pan-flute", "~reed", "clarinet", "strings", "nylon"], 3)
    lead = s.part(names[0], level=2, pan=-0.1)
    low = 52 if names[0] in ("~oud", "nylon") else 60
    tunes.tune(s, lead, low, low + 17, cells, "tune", form=s.pick("AABB", "AABA", "ABAC"), grace=0.35, turn=0.25, scoop=0.25, leap=0.1, width=7, snap=balkan)
    for name in names[1:]:
        other = s.part(name, level=0, loose=0.015)
        tunes.shadow(s, lead, other, 12 if low == 52 else s.pick(0, 0, -12), 0.9, split=0.3)
        tunes.retune(s, other, cents)
    free = s.part(names[s.rng.randrange(3)], "~vocal", name="taqsim", level=2)
    tunes.tune(s, free, 55, 76, ("x.......", "xx.x....", "xxxxx...", "--x.xx..", "x..xxxxx"), "taqsim", form="ABCD", scoop=0.5, turn=0.5, grace=0.3,
        leap=0.08, how=("a", "ya", "le") if free.voice == "~vocal" else (), snap=False)
    for part in (lead, free):
        tunes.retune(s, part, cents)
    iqa = {16: s.pick("DT.TD.T.|DTtTD.Tt", "DD.TD.T.|DDtTDtTt", "D..T..T.", "D.TtD.Tt"), 20: "D..T.D.DT.", 9: "DtTtDtTtt", 7: s.pick("DttTtTt", "D.TtT.t"),
        5: "D.Ttt"}[units]
    drum = s.part("kit:standard", "kit:room", level=0)
    where = ("tune",) if kind == "taqsim" else None
    mark = lambda hit, soft: iqa.translate({ord(sign): "." for sign in "DTtd" if sign not in (hit, soft)}).replace(hit, "X" if hit == "D"
        else "x").replace(soft, "o")  # noqa: E731
    craft.drums(s, drum, {"floor" if balkan else "cu": mark("D", "d"), s.pick("bon", "rim", "sn") if balkan else "bon": mark("T", "t"),
        "tam": ("o" * units if s.chance(0.5) else "x." * units)[:units]}, where)
    tunes.drone(s, s.part("~oud", "strings", "cello", "~reed", "~drone", level=-8), (low_tonic(s, 48),), beats * 2)
    if balkan:
        craft.comp(s, s.part("accordion", "~mandolin", "brass", "nylon", level=-2), {9: "b.h.h.hhh", 7: "b.hh.h.", 5: "b.hh."}.get(units, "b.h.h.h."), 62, 3,
            where="tune", gate=0.5)
        craft.bass(s, s.part("tuba", "upright", "finger-bass", level=1), {9: "R.5.R.5..", 7: "R..5.R.", 5: "R..5."}.get(units, "R.5.R.5."), 36, where="tune",
            gate=0.6)
    elif s.chance(0.4):
        craft.bass(s, s.part("contrabass", "upright", "cello", level=-1), {16: "R..R.5..", 20: "R....R..5."}.get(units, "R" + "." * (units - 3) + "5."), 38,
            where="tune", gate=0.8)


@style("World", like="Classical")
def dusk_plum_zither(s: Song) -> None:
    """Zithers, lutes, fiddles and bamboo flutes of China and Japan: pentatonic tunes with bent tones and silence, players who vary one tune together."""
    kind = s.pick("solo", "silk", "silk", "sankyoku", "theatre", "duo")
    china = kind in ("silk",) or kind in ("solo", "duo") and s.chance(0.5)
    s.set({"solo": (58, 96), "silk": (84, 128), "sankyoku": (60, 88), "theatre": (88, 132), "duo": (52, 80)}[kind], ("major-pentatonic", "bhupali", "yo",
        "slendro") if china else ("hirajoshi", "in-sen", "yo", "in-sen"), "D G C A E F", rubato=0.015 if kind in ("solo", "duo") else 0.0,
        room=("room", "hall", "outdoors"))
    s.until(45, "one two one three", one=" | ".join(["I5"] * 8))
    zither = s.part("~koto", "koto", "~pipa", "~dulcimer", "harp" if china else "~koto", "~shamisen", level=2)
    cells = ("x.xxx...", "x...x.x.", "x.x.x...", "--xxx.x.", "x...x...") if kind != "silk" else ("x.xxx.x.x.xxx.x.", "xxx.x.x.x.x.x...", "x.x.xxx.xxx.x...",
        "x...x.xxx.x.x.x.")
    tunes.tune(s, zither, 57, 81, cells, None, form="ABAC", scoop=0.45, grace=0.2, turn=0.15, leap=0.2, width=7, snap=False)
    for note in [n for n in zither.notes if n.length >= 0.9]:
        if s.chance(0.3):
            # A tremolo on one string, or the octave below with the thumb.
            for turn in range(int(note.length * 6)):
                zither.add(note.start + turn / 6, 0.17, note.pitch, note.velocity * (0.55 + 0.05 * (turn % 6)))
        elif s.chance(0.5):
            zither.add(note.start, note.length, note.pitch - 12, note.velocity * 0.8)
    rungs = s.rungs(48, 93)
    for bar in s.bars():
        if bar.index % 4 == 3 and s.chance(0.5):
            up, first = s.chance(0.4), s.rng.randrange(len(rungs) // 2)
            for turn in range(10):
                zither.add(bar.start + bar.beats - 1 + turn / 11, 0.6, rungs[min(first + (turn if up else 10 - turn), len(rungs) - 1)], 50 + 3 * turn)
    winds = ("flute", "whistle", "recorder", "pan-flute", "fiddle", "violin", "~bowed") if china else ("shakuhachi", "flute", "~flute", "recorder")
    if kind == "silk":
        for name in s.rng.sample(["flute", "fiddle", "~pipa", "~dulcimer", "violin", "reed-organ", "~mandolin", "~bowed"], 3):
            tunes.shadow(s, zither, s.part(name, level=0, loose=0.015), s.pick(0, 0, 12), 0.85, split=0.35)
        craft.drums(s, s.part("kit:standard", "kit:orchestra", level=-4), s.pick({"wb": "x.......x...x...", "wl": "....x..........."},
            {"wb": "x...x...x...x...", "tri": "........x......."}))
    elif kind in ("sankyoku", "duo", "theatre"):
        wind = s.part(*winds, level=2, send=-5)
        if kind == "sankyoku":
            tunes.shadow(s, zither, wind, 0, 0.5)
            tunes.shadow(s, zither, s.part("~shamisen", "shamisen", "~pipa", level=0), -12, 0.8, split=0.3)
        tunes.tune(s, wind, 62, 84, ("x...........x...", "--x.....x.......", "x.......xx......", "x..............."), None if kind != "sankyoku" else "two",
            form="A-BA", scoop=0.8, turn=0.2, snap=False)
        if kind == "theatre":
            tunes.tune(s, s.part("~shamisen", "shamisen", "~pipa", level=2), 55, 76, ("x.x.xxx.", "xxx.x.x.", "x.xxxxx."), None, form="AAAB", grace=0.2,
                snap=False)
            pitched_drum(s, s.part("taiko", "melodic-tom", level=1), s.pick("D...T.t.", "D.tTD.t.", "T..tD..."), {"D": 40, "T": 50}, 90)
            craft.drums(s, s.part("kit:standard", "kit:orchestra", level=-4), {"wb": s.pick("x...x.x.", "x.......", "x.x.xxxx"), "tri": "......?."})
            if s.chance(0.4):
                tunes.tune(s, s.part("~vocal-low", "~vocal", level=1), 52, 67, ("x.......", "x...xx..", "--x....."), "two", form="AB", how=("o", "yo", "a"),
                    scoop=0.7, turn=0.3, snap=False)
    else:
        tunes.drone(s, zither, (low_tonic(s, 45), low_tonic(s, 45) + 7), 8, 72, stagger=0.5)
    if s.chance(0.35):
        craft.hits(s, s.part("~gong", "bells", "taiko", level=-5, send=-4), 4, 4, low_tonic(s, 36), chance=0.7)
