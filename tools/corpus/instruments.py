"""Names for General MIDI's programs and kits, the sound fonts, and which own voice may stand in for which program."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

GM: dict[str, int] = {name: number for number, name in enumerate((
    "piano bright-piano electric-grand honky-tonk rhodes dx-piano harpsichord clavinet celesta glockenspiel music-box vibraphone marimba xylophone bells dulcimer "
    "drawbar perc-organ rock-organ church-organ reed-organ accordion harmonica bandoneon nylon steel jazz-guitar clean-guitar muted-guitar overdriven distorted harmonics "
    "upright finger-bass pick-bass fretless slap-bass slap-bass-2 synth-bass synth-bass-2 violin viola cello contrabass tremolo-strings pizzicato harp timpani "
    "strings slow-strings synth-strings synth-strings-2 choir oohs synth-voice orchestra-hit trumpet trombone tuba muted-trumpet horn brass synth-brass synth-brass-2 "
    "soprano-sax alto-sax tenor-sax baritone-sax oboe english-horn bassoon clarinet piccolo flute recorder pan-flute bottle shakuhachi whistle ocarina "
    "square-lead saw-lead calliope chiff charang voice-lead fifths bass-lead new-age warm-pad polysynth choir-pad bowed-pad metal-pad halo-pad sweep-pad "
    "rain soundtrack crystal atmosphere brightness goblins echoes sci-fi sitar banjo shamisen koto kalimba bagpipe fiddle shanai "
    "tinkle agogo-bell steel-drums woodblocks taiko melodic-tom synth-drum reverse-cymbal fret-noise breath-noise seashore bird telephone helicopter applause gunshot"
).split())}
"""Program numbers, 0-127, by the names that the genres use."""

KIT_PROGRAMS: dict[str, int] = {"standard": 0, "room": 8, "power": 16, "electronic": 24, "808": 25, "jazz": 32, "brush": 40, "orchestra": 48}
"""Programs of the percussion bank; a font that lacks one plays its standard kit."""

FONT_FOLDER = "/usr/share/sounds/sf2"

FONTS: dict[str, str] = {"fluid": "FluidR3_GM.sf2", "musescore": "../sf3/MuseScore_General_Full.sf3", "timgm": "TimGM6mb.sf2", "opl3": "OPL-3_FM_128M.sf2"}
"""General MIDI fonts that training uses, seen from the folder of the first: one sampled and large, one that grew out of it with many instruments recorded anew, one sampled and small, one FM chip."""

FONT_SHARES: dict[str, float] = {"fluid": 0.36, "musescore": 0.22, "timgm": 0.32, "opl3": 0.10}
"""How often each is a piece's main font."""

DRUM_FONTS: dict[str, str] = {"black-pearl": "Black_Pearl_4_LV2.sf2", "red-zeppelin": "Red_Zeppelin_4_LV2.sf2"}
"""Fonts of one recorded acoustic kit each; they stand in for the fonts' acoustic kits."""

MACHINE = "machine-"
"""How the names of further kits begin that are drum machines."""


@dataclass(frozen=True)
class Fonts:
    """Where the sound fonts lie, and which one more may play."""

    folder: str = FONT_FOLDER
    further: str = ""
    """Path of a General MIDI font that no package of Debian has; empty for none. Without it the same clips are made as ever."""
    further_share: float = 0.5
    """How often that one is a piece's main font."""
    kits: str = ""
    """Folder of further fonts of one drum kit each, as `gather.py` writes them; empty for none."""

    talkers: bool = False
    """Whether the recorded voices of `talkers` speak and rap beside the synthetic ones."""

    @property
    def further_name(self) -> str:
        """What labels.csv calls it."""
        return Path(self.further).stem.lower()

    def path(self, name: str) -> Path:
        """The file of a font, which is there."""
        if self.further and name == self.further_name:
            place = Path(self.further)
        elif name in self.further_kits:
            place = Path(self.kits) / f"{name}.sf2"
        else:
            place = Path(self.folder) / (FONTS | DRUM_FONTS)[name]
        if not place.is_file():
            raise FileNotFoundError(f"there is no sound font {place}: install the Debian packages that requirements.txt names, or see --fonts and --further-font")
        return place

    def shares(self) -> dict[str, float]:
        """How often each is a piece's main font."""
        if not self.further:
            return FONT_SHARES
        return {name: share * (1.0 - self.further_share) for name, share in FONT_SHARES.items()} | {self.further_name: self.further_share}

    @cached_property
    def further_kits(self) -> tuple[str, ...]:
        """What labels.csv calls the kits of the folder."""
        return tuple(sorted(path.stem for path in Path(self.kits).glob("*.sf2"))) if self.kits else ()

    def sets(self) -> tuple[str, ...]:
        """Fonts of one drum kit each."""
        return (*DRUM_FONTS, *self.further_kits)

    def stand_ins(self, kit: str) -> tuple[str, ...]:
        """Which of them may play for a kit of a General MIDI font."""
        machines = tuple(name for name in self.further_kits if name.startswith(MACHINE))
        if kit in ("electronic", "808"):
            return machines
        return tuple(name for name in self.sets() if name not in machines) if kit in ("standard", "room", "power", "jazz") or self.kits and kit == "brush" else ()

    def all(self) -> tuple[str, ...]:
        """Every font, the drum kits included."""
        return (*self.shares(), *self.sets())

SET_KEYS: dict[int, int] = {
    **{key: key for key in (36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 49, 51, 53, 54, 55, 56, 57, 59)}, 35: 36, 48: 45, 50: 47, 52: 60, 70: 64}
"""Where the recorded kits keep General MIDI's drums: they have no more than a drummer sits at, two toms, and on some of General MIDI's keys a choked cymbal."""

FONT_KEYS: dict[str, dict[int, int]] = {"opl3": {82: 70, 86: 41, 87: 43, 81: 56, 80: 56, 79: 61, 78: 60, 77: 76, 31: 37, 29: 37}}
"""Keys that a font plays instead of those that it lacks; for fonts of one kit see SET_KEYS."""

STAND_INS: dict[str, tuple[str, ...]] = {
    "strings": ("slow-strings", "synth-strings", "~string-machine"), "slow-strings": ("strings", "synth-strings-2", "~string-machine"),
    "choir": ("oohs", "~choir"), "oohs": ("choir", "~choir"), "synth-bass": ("~saw-bass", "synth-bass-2"), "synth-bass-2": ("~square-bass", "synth-bass"),
    "saw-lead": ("~saw-lead",), "square-lead": ("~square-lead",), "warm-pad": ("~warm-pad", "~string-machine"), "polysynth": ("~saw-poly",),
    "steel": ("~steel-guitar", "nylon"), "nylon": ("~nylon-guitar", "steel"), "distorted": ("~electric-guitar",), "overdriven": ("~electric-guitar",),
    "clean-guitar": ("~electric-guitar", "jazz-guitar"), "rhodes": ("dx-piano", "~fm-piano"), "dx-piano": ("rhodes", "~fm-piano"), "piano": ("bright-piano", "electric-grand"),
    "finger-bass": ("pick-bass", "~string-bass"), "pick-bass": ("finger-bass", "~string-bass"), "upright": ("~string-bass", "contrabass"), "banjo": ("~banjo",),
    "drawbar": ("rock-organ", "perc-organ", "~organ"), "rock-organ": ("drawbar", "~organ"), "harp": ("~nylon-guitar",), "harpsichord": ("~harpsichord",),
    "brass": ("synth-brass", "trumpet"), "koto": ("~koto",), "sitar": ("~sitar",), "mandolin": ("~mandolin",), "vibraphone": ("~vibes",), "bells": ("~fm-bell",),
}
"""Voices that a recording sometimes draws instead, so that no genre can be told by one timbre."""

AMPLIFIED: frozenset[str] = frozenset({"overdriven", "distorted"})
"""Programs that are recorded distorted; an own guitar in their place needs an amplifier in its chain."""
