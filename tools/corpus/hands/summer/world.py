"""World: strings that came to the table from Cairo, the Niger, Benares, the Andes and the Balkans."""

from __future__ import annotations

from hands.summer import craft, fret, sing
from score import Part
from song import Song, style

HITS: dict[str, int] = {"D": 64, "T": 62, "k": 61, "t": 60, "J": 54, "B": 41}
"""Low, high and light strokes of hand drums, a jingle, and a big skin."""


def skins(s: Song, part: Part, pattern: str, vel: float = 90, busy: float = 0.25) -> None:
    """A hand drum's cycle: D low, T rim, k and t light strokes, J jingle, with light strokes filled in between."""
    for _, on, length, sign in craft.cell(s, pattern):
        part.add(on, 0.2, HITS[sign], (vel if sign in "DTB" else vel - 26) + s.rng.gauss(0, 5))
        if length > 0.3 and s.chance(busy):
            part.add(on + length / 2, 0.15, HITS[s.pick("k", "t")], vel - 34)


def wander(
    s: Song,
    part: Part,
    scale: str,
    low: float,
    high: float,
    start: float,
    end: float,
    pace: float = 1.0,
    slide: float = 0.3,
    trill: float = 0.2,
    vel: float = 88,
) -> None:
    """A free line that circles one rung after another, leans on it with slides and shakes, and comes home."""
    rungs = craft.ladder(s, scale, low, high)
    homes = [i for i, p in enumerate(rungs) if abs((p - s.tonic) % 12) < 0.1 or abs((p - s.tonic) % 12 - 7) < 0.6]
    place, now, goal = s.pick(*homes), start, s.pick(*homes)
    while now < end - 1e-6:
        if place == goal:
            length, goal = min(s.pick(1.0, 1.5, 2.0) * pace, end - now), s.pick(*homes, len(rungs) - 2, len(rungs) // 2)
        else:
            length = min(s.pick(0.25, 0.25, 0.5, 0.5, 0.75) * pace, end - now)
        curve: tuple[tuple[float, float], ...] = ()
        if length >= 0.5 and s.chance(slide):
            gap = rungs[max(place - 1, 0)] - rungs[place] if s.chance(0.6) else rungs[min(place + 1, len(rungs) - 1)] - rungs[place]
            curve = ((0.0, gap), (length * 0.25, 0.0)) if s.chance(0.6) else tuple((length * i / 8, gap * 0.5 if i % 2 else 0.0) for i in range(9))
        if length >= 0.5 and not curve and s.chance(trill):
            for n in range(int(length / 0.125)):
                part.add(now + n * 0.125, 0.12, rungs[min(place + n % 2, len(rungs) - 1)], vel - 8)
        else:
            part.add(now, max(length * 0.96, 0.08), rungs[place], vel + s.rng.gauss(0, 6), "", curve)
        now += length
        place = min(max(place + (1 if goal > place else -1 if goal < place else 0) * s.pick(1, 1, 1, 2, -1), 0), len(rungs) - 1)


@style("World", like="Classical")
def summer_oud_takht(s: Song) -> None:
    """An Arabic takht: oud, qanun, nay and violin in heterophony on a maqam with quarter tones, riqq and darbuka; taqsim between."""
    maqam = s.pick("rast", "bayati", "hijaz", "nahawand", "saba", "sikah", "kurd", "ajam")
    ten = s.chance(0.2)
    s.set(
        (72, 128),
        "hijaz" if maqam == "hijaz" else "harmonic-minor" if maqam == "nahawand" else "minor",
        keys="D C G A F",
        beats=5.0 if ten else 4.0,
        room=("room", "hall", "dry", "club"),
    )
    s.until(48, "taqsim samai refrain samai", samai="I5 | I5 | I5 | I5 | IV5 | IV5 | I5 | I5", refrain="I5 | I5 | I5 | I5", taqsim="I5 | I5")
    cycle = (
        s.pick("D-k-T-D-kTk-T-Dk--T-", "D--kT-k-D-D-T-k-kT-k")
        if ten
        else s.pick("DT.DD.T.", "D.T.D.T.DkTkD.Tk", "D..T..T.", "DDkTD.Tk", "D.TkT.D.D.k.T.kk", "D.T..TD.")
    )
    skins(s, s.part("kit:standard", "kit:room", level=-1), cycle, busy=0.35)
    if s.chance(0.7):
        skins(s, s.part("kit:standard", level=-5), "J" * (20 if ten else 16), vel=84, busy=0)
    oud = s.part("~oud", "nylon", "~oud", "shamisen", level=2)
    tune_at = ("samai", "refrain")
    sing.tune(s, oud, 45, 64, tune_at, plan="AABA", feel="run", scale=maqam, rest=0.1, snap=False, grace=0.2, leap=0.1)
    for note in list(oud.notes):
        if note.length >= 0.9 and s.chance(0.6):
            for n in range(1, int(note.length / 0.25)):
                oud.add(note.start + n * 0.25, 0.2, note.pitch, note.velocity - 16)
            note.length = 0.25
    for voice, up, level in (("~dulcimer", 12, 0), ("~flute", 12, 0), ("violin", 12, 1), ("~reed", 12, -2), ("strings", 0, -2), ("~vocal-low", 0, 2)):
        if s.chance(0.55):
            other = s.part(voice, level=level)
            for note in oud.notes:
                if s.chance(0.93):
                    other.add(note.start + s.pick(0, 0, 0.02), note.length, note.pitch + up, max(note.velocity - 6, 40), "a")
    soloist = oud if s.chance(0.5) else s.part("~flute", "violin", "shakuhachi", "clarinet", "~dulcimer", level=2)
    drone = s.part("~bowed", "contrabass", "cello", "~drone", level=-6)
    for section in s.sections:
        if section.name == "taqsim":
            wander(s, soloist, maqam, 45 if soloist is oud else 57, 66 if soloist is oud else 78, section.start, section.end, 1.0, slide=0.4, trill=0.4)
    for bar in s.bars():
        drone.add(bar.start, bar.beats, 36 + s.tonic % 12, 66)


@style("World", like="Folk")
def summer_kora_griots(s: Song) -> None:
    """West Africa: kora and balafon ostinatos of threes against twos, desert guitar or ngoni, calabash and bells, a griot's falling lines."""
    twelve = s.chance(0.6)
    s.set((88, 132), ("major", "lydian", "mixolydian", "minor-pentatonic", "dorian"), keys="F G C D A E", room=("outdoors", "room", "dry"))
    minor = s.scale in ("minor-pentatonic", "dorian")
    s.until(
        45,
        "song break song",
        song=s.pick("i | bVII | i | bVII", "i | i | i | i", "i | i | bIII | bVII")
        if minor
        else s.pick("I | IV | I | V", "I | I | IV | V", "I | ii | I | ii", "I | I | bVII | I" if s.scale == "mixolydian" else "I | IV | V | I"),
        **{"break": "i | i | i | i" if minor else "I | I | I | I"},
    )
    count = 12 if twelve else 16
    rungs = craft.ladder(s, "major-pentatonic" if s.scale == "major" and s.chance(0.5) else None, 53, 82)
    for voice in (
        s.part("~kora", "harp", "~kora", "nylon", pan=-0.4, level=2),
        s.part("marimba", "~kora", "xylophone", "kalimba", "~electric-guitar", pan=0.4),
    ):
        shape = [s.pick(0, 1, 2, 4, 5, 3) for _ in range(count)]
        gates = [s.chance(0.72) or n % (3 if twelve else 4) == 0 for n in range(count)]
        home = s.pick(2, 5, 7)
        for bar in s.bars():
            of = craft.at(s, bar.start)
            base = min(range(len(rungs)), key=lambda i: (rungs[i] % 12 != of.root, abs(i - home)))
            for n in range(count):
                if gates[n]:
                    voice.add(
                        bar.start + n * 4 / count, 8 / count, rungs[min(base + shape[n], len(rungs) - 1)], 84 + (8 if n % 3 == 0 else 0) + s.rng.gauss(0, 5)
                    )
        if s.chance(0.8):
            for bar in s.bars():
                for on in (0, 2, 8 / 3) if twelve else (0, 1.5, 3):
                    voice.add(bar.start + on, 0.9, 41 + (craft.at(s, bar.start).root - 41) % 12, 88)
    lead = s.part("~kora", "~electric-guitar", "~oud", "nylon", "clean-guitar", level=2)
    for bar in s.bars("break"):
        place = len(rungs) - 1 - s.pick(0, 1, 2)
        for n in range(count if s.chance(0.8) else count // 2):
            lead.add(bar.start + n * 4 / count, 4 / count, rungs[min(max(place - n * len(rungs) // (count + 4) + s.pick(0, 0, 1), 0), len(rungs) - 1)], 94 - n)
    if s.chance(0.75):
        voice = s.part("~vocal", "~vocal-low", "~vocal-duo", level=3)
        sing.tune(
            s,
            voice,
            57,
            76,
            "song",
            plan="AABC",
            feel="six" if twelve else "talk",
            rest=0.35,
            bend=0.3,
            grace=0.3,
            scale="major-pentatonic" if not minor else "minor-pentatonic",
        )
        sing.second(s, s.part("~backing", "choir", level=-2), voice, 2, "song", odds=0.4)
    drum = s.part("kit:standard", "kit:room", level=-1)
    craft.beat(
        s,
        drum,
        (
            s.pick("w x.x.xx.x.x.x", "56 x.xx.x.xx.x.", "75 x.x.x..x.x..")
            + s.pick(" / G x..x..x..x.x / 62 ..x..x..x.xx", " / 63 x.xx.xx.xx.x / G ...x.....x..")
            + " / m x.ox.ox.ox.o"
        )
        if twelve
        else (s.pick("w x..x..x...x.x...", "75 x..x...x..x.x...") + " / G x......xx....... / 62 ..xx..x...xx..x. / m x.oxx.oxx.oxx.ox"),
        crash=0,
    )
    if s.chance(0.4):
        craft.bass(s, s.part("finger-bass", "upright", "melodic-tom"), "R.....5.R..." if twelve else "R-..R-5-..R-....", low=29)


@style("World", like="Electronic")
def summer_raga_evening(s: Song) -> None:
    """Hindustani raga: sitar or sarod over a tanpura, alap without pulse or gat with tabla tala, meend slides and fast tans."""
    tala = s.pick(4.0, 4.0, 3.5, 5.0)
    s.set((66, 160), ("yaman", "bhairav", "todi", "kafi", "bhupali"), keys="C D B A E", beats=tala, room=("hall", "room", "dry"))
    s.until(50, "gat tan gat", gat="I5 | I5 | I5 | I5", tan="I5 | I5 | I5 | I5")
    tanpura = s.part("sitar", "~drone", "~sitar", level=-5, send=-6)
    fifth = s.pick(7, 7, 5)
    for bar in s.bars():
        for n in range(4):
            tanpura.add(bar.start + n * bar.beats / 4, bar.beats, 48 + s.tonic % 12 - (12 if n == 3 else fifth and 12 - fifth if n == 0 else 0), 64)
    lead = s.part("~sitar", "sitar", "sitar", "~oud", "~bowed", "~flute", "violin", "shanai", level=3)
    rungs = craft.ladder(s, None, 50 + s.tonic % 12 - 6, 82)
    gat = [(on, length, s.pick(-1, 1, 1, 0, -2, 2)) for on, length in sing.rhythm(s, tala * 2, "run" if tala in (4.0, 5.0) else "odd", 0.05)]
    place = len(rungs) // 2
    for bar in s.bars("gat"):
        if bar.index % 4 < 2 and bar.index % 2 == 0:
            place = len(rungs) // 2
            for on, length, move in gat:
                place = min(max(place + move, 0), len(rungs) - 1)
                curve = ((0.0, rungs[max(place - 1, 0)] - rungs[place]), (length * 0.3, 0.0)) if length >= 0.5 and s.chance(0.5) else ()
                lead.add(bar.start + on, length * 0.98, rungs[place], 92 + s.rng.gauss(0, 5), "", curve)
                if s.chance(0.35):
                    lead.add(bar.start + on + length / 2, length / 2, rungs[place], 74)
        elif bar.index % 4 >= 2:
            wander(s, lead, s.scale, rungs[0], rungs[-1], bar.start, bar.start + bar.beats, 1.0, slide=0.7, trill=0.1)
    for bar in s.bars("tan"):
        start = s.pick(1, 3, 5)
        for n in range(int(bar.beats * 4)):
            turn = n % 16
            lead.add(
                bar.start + n / 4,
                0.24,
                rungs[min(max(start + (turn if turn < 8 else 16 - turn) + s.pick(0, 0, 0, 1), 0), len(rungs) - 1)],
                86 + (8 if n % 4 == 0 else 0),
            )
    for bar in s.bars():
        if s.chance(0.5):
            for n, pitch in enumerate(rungs[::2]):
                tanpura.add(bar.start + 0.02 * n, 1.0, pitch, 44)
    if s.chance(0.85):
        theka = {4.0: s.pick("DktkDktkDTktTktk", "DkkDDkkDDTTkkDDk"), 3.5: "TkkDtDtTkkDtDk", 5.0: "DkTkDkDkTktkDkDkTkDk"}[tala]
        skins(s, s.part("kit:standard", "kit:room", "~kit:any", level=0), theka, busy=0.3)
    if s.chance(0.3):
        sing.tune(s, s.part("~vocal", "~vocal-low", level=1), 52, 72, "gat", plan="AB", feel="long" if tala == 4 else "odd", rest=0.3, snap=False, bend=0.6)
    if s.chance(0.3):
        reed = s.part("reed-organ", "~reed", "~accordion", level=-4)
        for note in [n for n in lead.notes if n.length >= 0.4]:
            reed.add(note.start + 0.1, note.length, note.pitch, 66)


@style("World", like="Latin")
def summer_charango_plaza(s: Song) -> None:
    """Andean huayno, tinku or yaravi: tremolo charango, pan pipes passing the tune in thirds, bombo, minor turning to its major."""
    slow = s.chance(0.25)
    s.set((66, 84) if slow else (92, 128), ("minor-pentatonic", "minor", "minor-pentatonic"), keys="A E D B G", room=("outdoors", "hall", "room"))
    s.until(
        45,
        "intro tune tune turn",
        intro="i | bIII | V | i",
        tune=s.pick(
            "bIII | bIII | i | i | bIII | V | i | i",
            "i | bIII | bVII | bIII | bVI | bIII | V | i",
            "bVI | bVI | bIII | bIII | V | V | i | i",
            "i | bIII | bIII | i | i | bIII | V | i",
        ),
        turn=s.pick("bVI | bIII | bVI | bIII | V | V | i | i", "bVII | bIII | V | i | bVII | bIII | V | i"),
    )
    charango = s.part("~ukulele", "~mandolin", "nylon", "~nylon-guitar", pan=-0.4, level=1)
    fret.strum(s, charango, s.pick("D-DuDuDu", "D.uuD.uu", "D-XuD-Xu", "DuuuDuuu" if not slow else "D---D-du"), "charango", vel=88)
    for bar in s.bars("intro"):
        for n in range(16):
            for pitch in fret.grip(craft.at(s, bar.start), fret.TUNINGS["charango"], 0)[n % 2 :: 2]:
                charango.add(bar.start + n / 4, 0.22, pitch, 70 + 10 * (n % 4 == 0))
    fret.strum(s, s.part("nylon", "~nylon-guitar", "steel", pan=0.3, level=-1), s.pick("B.du.bdu", "B-d-b-du", "B..dX.du"), vel=80, gap=0.8)
    pipe = s.part("pan-flute", "~flute", "recorder", "ocarina", "shakuhachi", "pan-flute", level=3, send=-7)
    sing.tune(
        s,
        pipe,
        64,
        83,
        ("tune", "turn", "intro"),
        plan=s.pick("AABB", "ABAB"),
        feel="song" if slow else "reel",
        rest=0.1,
        scale="minor-pentatonic",
        bend=0.2,
        grace=0.2,
        leap=0.25,
    )
    if s.chance(0.75):
        sing.second(s, s.part("pan-flute", "recorder", "~flute", level=0), pipe, -2, ("tune", "turn"), "minor")
    if s.chance(0.35):
        voice = s.part("~vocal", "~vocal-duo", level=2)
        sing.tune(s, voice, 60, 76, "turn", plan="AABB", rest=0.2, scale="minor-pentatonic")
    bombo = s.part("taiko", "melodic-tom", "kit:orchestra", "kit:standard", level=-2)
    kit = "kit:" in bombo.voice
    for _, on, _, sign in craft.cell(s, s.pick("X..xX...", "X.xxX.xx", "X...X.x.", "X..xX..x")):
        bombo.add(on, 0.4, (41 if kit else 43) if sign == "X" else (37 if kit else 50), 96 if sign == "X" else 64)
    if s.chance(0.5):
        craft.beat(s, s.part("kit:standard", level=-7), s.pick("m xoxoxoxo", "69 ..x...x."), crash=0)
    if s.chance(0.3):
        sing.tune(s, s.part("violin", "harp", "accordion", level=-1), 60, 79, "tune", plan="AB", rest=0.2, scale="minor-pentatonic")


@style("World", like="Jazz")
def summer_tambura_aksak(s: Song) -> None:
    """Balkan and Anatolian dances in sevens, nines and elevens: saz or tambura strums the limping beat, clarinet and kaval fly over it."""
    meter = s.pick(3.5, 4.5, 3.5, 2.5)
    groups = {3.5: s.pick((3, 2, 2), (2, 2, 3)), 4.5: s.pick((2, 2, 2, 3), (2, 3, 2, 2)), 2.5: s.pick((2, 3), (3, 2))}[meter]
    s.set(
        (112, 196),
        ("phrygian-dominant", "hungarian-minor", "double-harmonic", "dorian", "minor", "misheberak"),
        keys="D A E G C",
        beats=meter,
        room=("room", "outdoors", "club", "dry"),
    )
    phrygian = s.scale in ("phrygian-dominant", "double-harmonic")
    s.until(
        45,
        "dance answer dance solo",
        dance=s.pick("I | I | bII | I", "I | I | iv | I", "I | bII | bviim | I")
        if phrygian
        else s.pick("i | i | iv | i", "i | i | bVII | i", "i | bVII | iv | i"),
        answer=s.pick("iv | iv | bII | I", "bII | bII | I | I") if phrygian else s.pick("bIII | bVII | iv | i", "iv | iv | V | i"),
        solo="I | I | I | bII" if phrygian else "i | i | i | bVII",
    )
    down = "".join("D" + ("u" if size == 2 else "Xu") for size in groups)
    open_ = "".join("D" + ("." if size == 2 else ".u") for size in groups)
    fret.strum(
        s, s.part("steel", "~mandolin", "~oud", "banjo", "~steel-guitar", pan=-0.4), s.pick(down, open_), s.pick("mandolin", "tenor", "high"), vel=86, gap=0.8
    )
    ons = [sum(groups[:n]) for n in range(len(groups))]
    total = sum(groups)
    bass_row = "".join(("R" if n == 0 else s.pick("5", "R")) + "-" * (size - 1) for n, size in enumerate(groups))
    craft.bass(s, s.part("upright", "finger-bass", "tuba", "~string-bass"), bass_row, low=29)
    drum = s.part("kit:standard", "kit:room", "taiko", level=-1)
    if "kit:" in drum.voice:
        skins(
            s,
            drum,
            "".join(("D" if n == 0 else s.pick("D", "T")) + ("k" if size == 2 else s.pick("kt", ".T", "k.")) for n, size in enumerate(groups)),
            busy=0.15,
        )
        if s.chance(0.5):
            craft.beat(s, drum, "j " + "".join("x" if n in ons else "o" for n in range(total)), crash=0)
    else:
        for bar in s.bars():
            for n, on in enumerate(ons):
                drum.add(bar.start + on / 2, 0.3, 43 if n == 0 else 50, 100 if n == 0 else 76)
    lead = s.part("clarinet", "fiddle", "accordion", "~shawm", "~flute", "~reed", "~mandolin", "trumpet", level=2)
    sing.tune(s, lead, 62, 84, ("dance", "answer"), plan=s.pick("AABA", "ABAC"), feel="odd", rest=0.0, grace=0.45, leap=0.12, bars=2)
    for voice in ("accordion", "violin", "clarinet", "~mandolin"):
        if s.chance(0.35):
            sing.second(s, s.part(voice, level=-1), lead, s.pick(0, 0, -2), ("dance", "answer"))
    soloist = s.part("clarinet", "violin", "~oud", "~flute", "~shawm", "~mandolin", level=2)
    for section in s.sections:
        if section.name == "solo":
            wander(s, soloist, s.scale, 58, 81, section.start, section.end, 1.0, slide=0.35, trill=0.4, vel=94)
    if s.chance(0.35):
        voice = s.part("~vocal", "~vocal-duo", "~choir", level=1)
        sing.tune(s, voice, 60, 74, "answer", plan="AB", feel="odd", rest=0.15, grace=0.4)
        sing.second(s, s.part("~vocal", "~vocal-duo", level=0), voice, -1, "answer")
    if s.chance(0.5):
        craft.comp(s, s.part("accordion", "~accordion", level=-3), "".join("." + ("x" if size == 2 else "xx") for size in groups), centre=64, gap=0.5)
