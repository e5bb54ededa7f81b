"""Rapping: words or bare syllables in the rhythm of the drums, bar after bar, with a rhyme where each bar ends.

Some rappers speak words (espeak-ng), others are formant voices whose syllables mean nothing: the genre must be heard in the rhythm and the
falling pitch of speech, not in one synthesizer's throat.
"""

from __future__ import annotations

from collections.abc import Sequence

from score import Part
from song import Song, Where

FLOWS: dict[str, tuple[str, ...]] = {
    "old-school": ("x.x.X.x.x.x.X-..", "x.x.x.X.x.xxX-..", "..x.X.x.x.x.X-..", "x.xxX.x.x.xxX-.."),
    "boom-bap": ("x.xxX.xx.x.xX-..", "..xxX.xxx.xxX-..", "xx.xX.x.xx.xX.x.", ".xxxX.x.xx.xX-.."),
    "double": ("xxxxXxxxxxxxX-..", "xxxxXxxxXxxxXxx.", ".xxxXxxxxxxxX-..", "xx.xXxxxxx.xXxX-"),
    "triplet": ("xxxXxxxxxX-.", "XxxXxxXxxX-.", ".xxXxx.xxX-.", "Xx.Xx.XxxXxX"),
    "drill": ("x..x..X.x..x..X.", "..xx..X...xx..X.", "x..x.xX.x..x.xX-", ".xxx..X..xxx..X."),
    "laid-back": ("..x.x.X...x.x-..", "x..xX...x.xxX-..", "..xxX-..x..xX-..", "x.x.X-....xxX-.."),
    "grime": ("xxxXxxXxxxX.xxX.", "xx.Xxx.XxxXxX-..", "..xxxXxxXxxxX-..", "X.xxX.xxX.xxXxX."),
    "chopper": ("xxxxXxxxxxxxXxxxxxxxXxxxX-......", "xxXxxxXxxxXxxxXxxxXxxxXxX-......"),
    "hook": ("X-..X-..X.x.X-..", "X...X...X.xxX-..", "X-x.X-..X-x.X-..", "..x.X-....x.X-.."),
    "toast": ("x.x.X.x.x.x.X-..", "xxX.xxX.xxX.X-..", "x..xX..xx..xX-..", "..xxX.xx..xxX-.."),
}
"""Bars of syllables by manner: `X` stressed, `x` not, `-` drawn out, `.` silent; 16 marks are sixteenths, 12 triplets."""

MCS = ("~rap-voice", "~rap-voice", "~rap-voice", "~speech", "~speech", "~vocal-low", "~robot", "~growl")
"""Who raps; a quarter of them speak words."""

_FILL: dict[str, tuple[str, ...]] = {
    "en": tuple("I the on my in and got like we to when you never keep money city back up every come from nothing but time move with run "
                "all out they talk stop big no one more over deep town".split()),
    "es": tuple("yo la mi en con tu que como esta noche calle dale mami todo baila vamos ritmo para si no ya".split()),
}
"""What fills a line, by language."""

_RHYMES: dict[str, tuple[tuple[str, ...], ...]] = {
    "en": tuple(tuple(family.split()) for family in (
        "night light fight right tight sight", "flow know go show low slow", "game name same flame claim", "street beat heat feet repeat",
        "mind grind find blind behind", "day way say play stay okay", "ground sound round found around", "cold gold hold told bold",
        "rain train pain chain again")),
    "es": tuple(tuple(family.split()) for family in ("calor amor mejor sabor", "corazon cancion razon", "bailar cantar gozar pasar",
                                                     "asi aqui feliz")),
}
"""Words that rhyme with each other."""

_ADLIBS = ("yeah", "hey", "what", "ay", "uh", "let's go", "come on", "ha")


def rap(s: Song, where: Where = None, manner: str = "boom-bap", level: float = 2.0, voices: Sequence[str] = MCS, fx: Sequence[str] = (),
        tongue: str = "en", doubles: float = 0.35, adlibs: float = 0.3, rest: float = 0.06) -> Part:
    """A verse: two flows of the manner in turn, two bars each; couplets rhyme. Returns the rapper.

    A second voice may double the rhymes (`doubles`), another throws in ad-libs (`adlibs`); `rest` is how often half a bar is left
    to the beat.
    """
    who = s.part(*voices, name="rapper", level=level, pan=0.0, fx=fx, loose=0.012, late=s.pick(0.0, 0.0, 0.015), send=-20)
    crew = s.part(who.voice, name="crew", level=level - 5, pan=s.pick(-0.4, 0.4), fx=fx, loose=0.02) if s.chance(doubles) else None
    throat = _Throat(s, who.voice, tongue)
    flows = s.rng.sample(FLOWS[manner], 2)
    for bar in s.bars(where):
        if bar.index % 2 == 0:
            throat.new_rhyme()
        row = flows[(bar.index // 2) % 2]
        step = bar.beats / len(row)
        places = [place for place, mark in enumerate(row) if mark in "xX"]
        first = len(row) // 2 if s.chance(rest) else 0
        for number, place in enumerate(places):
            if place < first:
                continue
            after = places[number + 1] if number + 1 < len(places) else min(place + 3, len(row))
            rhyme, stressed = number == len(places) - 1, row[place] == "X"
            length = step * (after - place if rhyme or row[(place + 1) % len(row)] == "-" else min(after - place, 2)) * 0.92
            pitch = throat.pitch(place / len(row), stressed)
            bend = ((0.0, 0.0), (length, s.pick(-3.0, -2.0, 2.0))) if rhyme and not throat.speaks else ()
            said = throat.sound(rhyme)
            loud = min((112 if stressed else 96) * s.rng.gauss(1.0, 0.06), 126)
            who.add(bar.start + place * step, length, pitch, loud, said, bend)
            if crew is not None and rhyme:
                crew.add(bar.start + place * step, length, pitch + s.pick(0.0, 0.3, -0.3), loud, said, bend)
    if s.chance(adlibs):
        _adlibs(s, who, where, level - 4, fx)
    return who


class _Throat:
    """One rapper's pitch and stock of sounds."""

    def __init__(self, s: Song, voice: str, tongue: str) -> None:
        self._s, self.speaks = s, voice.startswith("~speech")
        self._fill, self._families = _FILL[tongue], _RHYMES[tongue]
        # A speaker's pitch is a number of espeak's scale, the others' a note; both are a man's or a woman's.
        self._base = s.pick(55, 60, 65, 78, 86) if self.speaks else s.pick(42, 44, 46, 48, 54, 57)
        self._vowel, self._family = "a", self._families[0]

    def new_rhyme(self) -> None:
        """The next couplet's ending."""
        self._family, self._vowel = self._s.rng.choice(self._families), self._s.pick("a", "e", "i", "o", "ai", "A", "E", "ou")

    def pitch(self, through: float, stressed: bool) -> float:
        """Speech falls through a line and rises where it is stressed; speakers move in few steps, so that their words can be kept."""
        pitch = self._base - 2.5 * through + (2.5 if stressed else 0.0)
        return round(pitch / 2) * 2 if self.speaks else pitch + self._s.rng.gauss(0.0, 0.7)

    def sound(self, rhyme: bool) -> str:
        """A word, or a syllable."""
        if self.speaks:
            return self._s.rng.choice(self._family if rhyme else self._fill)
        return self._s.pick(*"bdgktpmnsfwlkt") + (self._vowel if rhyme else self._s.pick(*"aeiouAEaei"))


def _adlibs(s: Song, who: Part, where: Where, level: float, fx: Sequence[str]) -> None:
    """Somebody beside the rapper who agrees."""
    beside = s.part("~speech", who.voice, name="ad-libs", level=level, pan=s.pick(-0.6, 0.6), fx=(*fx, "delay:180"), loose=0.03)
    high = s.pick(60, 75, 88) if beside.voice.startswith("~speech") else s.pick(50, 57, 60)
    for bar in s.bars(where):
        if s.chance(0.35):
            word = s.rng.choice(_ADLIBS) if beside.voice.startswith("~speech") else s.pick("ha", "e", "ai", "wo")
            beside.add(bar.start + bar.beats * s.pick(0.85, 0.375, 0.6), 0.6, high, 92, word)


def shout(s: Song, where: Where = None, row: str = "X...X...X.xxX...", level: float = 1.0,
          voices: Sequence[str] = ("~speech", "~growl", "~vocal-duo", "~rap-voice"),
          words: Sequence[str] = ("hey", "go", "what", "yeah"), crowd: int = 3) -> None:
    """A crew or a crowd that shouts one rhythm together."""
    voice, word = s.rng.choice(list(voices)), s.rng.choice(list(words))
    for number in range(crowd):
        who = s.part(voice, name="crowd", level=level - 3, pan=(number - (crowd - 1) / 2) * 0.5, loose=0.025, send=-8)
        base = s.pick(50, 62, 74, 86) if voice == "~speech" else s.pick(45, 48, 52, 57)
        for bar in s.bars(where):
            for place, mark in enumerate(row):
                if mark in "xX":
                    step = bar.beats / len(row)
                    who.add(bar.start + place * step, step * 1.8, base, 112 if mark == "X" else 98, word if voice == "~speech" else "ha")
