"""What a piece is before it sounds (notes, parts, words), and the patterns from which the notes are expanded.

A style is written like a tracker's page: one character is one step of the bar. Drum rows say how hard a drum is struck; a line's characters
are degrees of the chord of the moment; a comp's characters say how the chord is struck. Melodies have no pattern: they walk a Markov
chain (tune.py). This is on purpose another way of composing than the one that made the training corpus.
"""

from __future__ import annotations

from dataclasses import dataclass, field

DRUMS = {
    "KICK": 36,
    "SNARE": 38,
    "RIM": 37,
    "CLAP": 39,
    "HAT": 42,
    "PEDAL": 44,
    "OPEN": 46,
    "RIDE": 51,
    "BELL": 53,
    "CRASH": 49,
    "CHINA": 52,
    "FLOOR": 41,
    "TOM1": 45,
    "TOM2": 47,
    "TOM3": 50,
    "COWBELL": 56,
    "CLAVE": 75,
    "MARACAS": 70,
    "CABASA": 69,
    "SHAKER": 82,
    "GUIRO": 73,
    "GUIROL": 74,
    "CONGA": 63,
    "CONGAL": 64,
    "SLAP": 62,
    "BONGO": 60,
    "BONGOL": 61,
    "TIMBALE": 65,
    "TIMBALEL": 66,
    "AGOGO": 67,
    "AGOGOL": 68,
    "TAMB": 54,
    "BLOCK": 76,
    "BLOCKL": 77,
    "TRI": 81,
    "TRIM": 80,
    "SURDO": 87,
    "SURDOM": 86,
    "ESNARE": 40,
}
"""General MIDI's percussion keys by the names that the patterns use."""


@dataclass(frozen=True)
class Note:
    """One sounding note; times in seconds, `velocity` 1 to 127, `bend` semitones from which the pitch glides in."""

    start: float
    end: float
    pitch: float
    velocity: int
    bend: float = 0.0


@dataclass
class Part:
    """One instrument: `sound` is a program of the font (int), a drum kit ("kit:0"), one of our synthesizers ("saw") or a voice ("sing")."""

    name: str
    sound: int | str
    level: float
    pan: float
    effects: tuple[str, ...]
    notes: list[Note] = field(default_factory=list)
    words: str = ""


@dataclass
class Piece:
    """A composed clip; `air` names the effects over the whole mix."""

    genre: str
    style: str
    seed: int
    tempo: float
    seconds: float
    parts: list[Part]
    air: tuple[str, ...]


@dataclass(frozen=True)
class Beat:
    """Drum rows of one or more bars. X hard, x plain, o soft, ? now and then; `r` is a roll of two, `R` of three within the step."""

    rows: tuple[str, ...]
    kits: tuple[int, ...] = (0,)
    level: float = 0.0
    effects: tuple[str, ...] = ()
    fill: str = ""
    chance: float = 1.0
    name: str = "drums"


@dataclass(frozen=True)
class Line:
    """Single notes on chord degrees: 1-9, a is 10 (the third above), b 12, L and l the root and fifth below, < and > a
    semitone under and over the next root, ~ any chord tone, s a neighbouring scale step, - holds, . rests."""

    sounds: tuple[int | str, ...]
    patterns: tuple[str, ...]
    low: int
    level: float = 0.0
    effects: tuple[str, ...] = ()
    pan: float = 0.0
    chance: float = 1.0
    name: str = "line"
    slide: float = 0.0
    double: int = 0


@dataclass(frozen=True)
class Comp:
    """Chords: x plain, X hard, d and u strummed down and up, p and f the bass note and its fifth alone, m muted and short,
    - holds, . rests."""

    sounds: tuple[int | str, ...]
    patterns: tuple[str, ...]
    low: int
    kind: str = "close"
    level: float = 0.0
    effects: tuple[str, ...] = ()
    pan: float = 0.0
    chance: float = 1.0
    name: str = "comp"
    strum: float = 0.018


@dataclass(frozen=True)
class Tune:
    """A melody from a Markov chain over `scale` (the style's own when empty). `cells` are rhythms of half a bar or more, in steps:
    positive sounds, negative rests. `leap` is the chance of a jump, `grace` of an ornament, `bend` of a blue or steel glide; `harmony`
    doubles it that many scale steps below."""

    sounds: tuple[int | str, ...]
    cells: tuple[tuple[int, ...], ...]
    low: int
    high: int
    scale: str = ""
    level: float = 2.0
    effects: tuple[str, ...] = ()
    pan: float = 0.0
    chance: float = 1.0
    name: str = "tune"
    leap: float = 0.2
    grace: float = 0.0
    bend: float = 0.0
    harmony: int = 0
    legato: float = 0.92
    repeat: float = 0.5


@dataclass(frozen=True)
class Rap:
    """Rhythmic speech; `voices` of voice.py, words per beat by `pace`."""

    voices: tuple[str, ...]
    pace: float = 2.0
    level: float = 4.0
    effects: tuple[str, ...] = ()
    chance: float = 1.0
    name: str = "rap"


Layer = Beat | Line | Comp | Tune | Rap


@dataclass(frozen=True)
class Style:
    """A sub-style: tempo in beats a minute, `steps` of a bar and how many make a beat, forms of one chord or several a bar,
    split by "/"."""

    name: str
    tempo: tuple[float, float]
    forms: tuple[str, ...]
    layers: tuple[Layer, ...]
    steps: int = 16
    beat: int = 4
    swing: float = 0.5
    swing_unit: int = 2
    scale: str = "major"
    keys: tuple[int, ...] = (0, 2, 4, 5, 7, 9, 10)
    loose: float = 0.006
    air: tuple[str, ...] = ()
    rubato: float = 0.0
