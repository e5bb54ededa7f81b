"""Bands by other arrangers, in every genre that their library has: their drums, basses and comping, our chords, singers and tunes.

Each genre has three of these styles: with a singer (or a rapper), with an instrument in front, and the band alone. The library is MMA's, see arrangers.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import arrangers
import bass
import comping
import flow
import lines
import players
from score import Note, Part
from song import Song, style
from theory import JAZZ_BLUES, MINOR_BLUES, TWELVE_BAR

Tempo = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Shelf:
    """A genre's part of the library."""

    like: str
    bands: dict[str, Tempo]
    """Files of grooves, and at which tempi they are played."""
    loops: tuple[str, ...]
    leads: tuple[str, ...]
    """Who plays the tune where nobody sings."""
    drummers: dict[str, Tempo] = field(default_factory=dict)
    """Files with drums only; the genre's own players join in."""
    scales: tuple[str, ...] = ("major", "minor")
    tune: str | None = None
    """Scale of the tune where it is not the song's."""
    density: Tempo = (1.0, 1.8)
    rooms: tuple[str, ...] = ("room", "club", "plate", "hall")
    kits: tuple[str, ...] = ("kit:standard", "kit:room")
    drums: bool = True
    """Whether the bands' drummers play."""
    bare: bool = True
    """Whether the band is recognised without anybody in front."""
    join: Callable[[Song], None] | None = None
    """What plays with a drummer."""


def _sevenths(s: Song) -> None:
    """Bass and keys of a soul band."""
    bass.pattern(s, s.part("finger-bass", "slap-bass", "~electric-bass", "synth-bass", level=0), s.pick("R..R..8-.7.5.R..", "R.x.R..5.7.8..5.", "R--..R5-..R..8.7"), 28)
    comping.comp(s, s.part("rhodes", "clavinet", "clean-guitar", "~fm-piano", "drawbar", level=-2), s.pick("..s...x-..s.x---", "x--s..x-..s.x---", "..s.m.ss..s.m.s."), 61, 4)
    if s.chance(0.5):
        comping.pad(s, s.part("strings", "~warm-pad", "~string-machine", level=-6), 64, 4)


def _loop_and_low(s: Song) -> None:
    """A loop and a low bass, as beats are made."""
    bass.pattern(s, s.part("~808-bass", "~sub-bass", "finger-bass", "upright", "synth-bass", level=0), s.pick("R-----R---......", "R..R......R..5..", "R--.....R-..5-..", "R-......R-....8."), 27)
    lines.loop(s, s.part("rhodes", "piano", "strings", "~fm-bell", "vibraphone", "flute", "nylon", "~pluck", "brass", level=-2, loose=0.003), 2, 1.4, 60, 12, root=0.25)
    if s.chance(0.4):
        comping.pad(s, s.part("~dark-pad", "~string-machine", "choir", "rhodes", level=-6), 62, 3)


def _riffs(s: Song) -> None:
    """Palm-muted guitars and their bass."""
    s.master.append("dense")
    low = s.pick(40, 38, 36)
    wall = players.guitar(s, s.pick("high", "scooped", "death", "lead"), 2, wide=True)
    lines.chug(s, wall, s.pick("mmmP-mmP-mmP--mm", "P-mmmmP-mmmmP-P-", "m.mmP---m.mmP-P-", "mmmmmmmmP-mmP-mm", "mbmPm-mbmPm-P---"), low, ("verse", "break"))
    lines.chug(s, wall, s.pick("P---P---P---P---", "P-------P---P-P-", "P--P--P-P--P--P-"), low, "chorus")
    bass.pattern(s, s.part("pick-bass", "finger-bass", "~electric-bass", level=-1), s.pick("RRRRRRRRRRRRRRRR", "R-R-R-R-RRRRR-R-"), 28)


def _power(s: Song) -> None:
    """Guitars and bass in eighths."""
    wall = players.guitar(s, s.pick("crunch", "lead", "edge", "fuzz"), 1, wide=s.chance(0.6))
    comping.strum(s, wall, s.pick("x-x-x-x-", "xxxxxxxx", "x--x--x-", "x-xx-xx-"), strings=s.pick(3, 4, 5))
    bass.pattern(s, s.part("pick-bass", "finger-bass", "~electric-bass", level=-1), s.pick("RRRRRRRR", "R-R-R-R5", "R--RR--R"), 28)


def _skank(s: Song) -> None:
    """Off-beat guitar and organ over a melodic bass."""
    bass.pattern(s, s.part("finger-bass", "~electric-bass", "~sub-bass", level=2), s.pick("R-..5-8.", "R--.R-5.", "..R-5-R-", "R.R.5..8"), 28)
    comping.comp(s, s.part("clean-guitar", "~electric-guitar", "muted-guitar", level=-1, fx=("amp:clean",)), s.pick("..s...s.", "..s...su"), 64, 3)
    comping.comp(s, s.part("drawbar", "~organ", "piano", level=-3), s.pick(".s.s.s.s", "..s...s.", ".sos.sos"), 62, 3)


def _machines(s: Song) -> None:
    """Sequenced bass, arpeggio and pad."""
    bass.pattern(s, s.part("~saw-bass", "~square-bass", "~fm-bass", "synth-bass", "~sub-bass", level=0, duck=s.pick(0.0, 0.6)), s.pick(".R.R.R.R", "RRRRRRRR", "R..R..R.", "..RR..R8"), 29)
    comping.arpeggio(s, s.part("~saw-poly", "~pluck", "~square-lead", "~fm-bell", level=-2, loose=0.0), 0.25, 58, 2, s.pick("up", "updown", "0213", "random"))
    if s.chance(0.7):
        comping.pad(s, s.part("~warm-pad", "~supersaw", "~dark-pad", "~string-machine", level=-4, duck=s.pick(0.0, 0.5)), 63, 4)


def _hands(s: Song) -> None:
    """A drone and a plucked figure under hand drums."""
    low = 36 + (s.tonic - 36) % 12
    bass.drone(s, s.part("~drone", "~bowed", "strings", "reed-organ", level=-5), (low, low + 7), 8)
    lines.loop(s, s.part("~oud", "kalimba", "~kora", "~sitar", "marimba", level=-1), 2, 1.6, 57, 14, root=0.2)


def _walk(s: Song) -> None:
    """A walking bass and a guitar."""
    bass.walking(s, s.part("finger-bass", "upright", "~string-bass", level=0))
    comping.comp(s, players.guitar(s, "edge", 0), s.pick("..x-..x-", "x-s.x-s."), 58, 4)


def _four_chords(s: Song) -> None:
    """Bass, keys and a strummed guitar."""
    bass.pattern(s, s.part("finger-bass", "pick-bass", "synth-bass", level=0), s.pick("R---R-R-", "RRRRRRRR", "R--R--R-"), 28)
    comping.comp(s, s.part("piano", "rhodes", "polysynth", "~saw-poly", level=-1), s.pick("x-x-x-x-", "x--x--x-"), 62, 4)
    comping.strum(s, s.part("steel", "clean-guitar", level=-3), s.pick("x-xu.uxu", "x---x-x-"))


def _octaves(s: Song) -> None:
    """Bass in octaves, wah guitar, strings."""
    bass.pattern(s, s.part("finger-bass", "slap-bass", "~electric-bass", "synth-bass", level=1), s.pick("R8R8R8R8", "R.8.R.8.", "R-8R5-8R"), 28)
    comping.comp(s, s.part("clean-guitar", "~electric-guitar", level=-1, fx=("wah",)), s.pick("..s.m.ss..s.m.s.", "s.sms.sms.sms.sm"), 64, 3)
    comping.pad(s, s.part("strings", "~string-machine", level=-3), 70, 4)


def _montuno(s: Song) -> None:
    """Anticipated bass and montuno."""
    bass.pattern(s, s.part("upright", "finger-bass", "~electric-bass", level=0), s.pick("...5..R-...5..8-", "R--5..8-...5..a-"), 28)
    comping.comp(s, s.part("piano", "nylon", level=0), s.pick("x.xx.x.x.xx.x.x.", "x--x--x-..x-..x-"), 64, 4)


def _two_beat(s: Song) -> None:
    """Two-beat bass and a strummed guitar."""
    bass.pattern(s, s.part("upright", "finger-bass", level=0), s.pick("R-5-", "R.5."), 30)
    comping.strum(s, s.part("steel", "~steel-guitar", level=-1), s.pick("x-xu.uxu", ".x.x"))


_POP = ("I | V | vi | IV", "vi | IV | I | V", "I | vi | IV | V", "I | iii | IV | V", "IV | I | V | vi", "I | IV | ii | V", "i | bVI | bIII | bVII")
_ROCK = ("I | bVII | IV | I", "I | IV | V | IV", "i | bVII | bVI | bVII", "I | V | IV | IV", "i | bIII | bVII | IV", "I | IV | I | V", "I | vi | IV | V")
_SOUL = ("im9 | ivm9", "Imaj7 | vi7 | ii7 | V7", "im7 | IV7", "Imaj7 | iii7 | IVmaj7 | V7", "ii9 | V13 | Imaj9 | vi7", "IVmaj7 | iii7 | ii7 | Imaj7", "im7 | bVImaj7 | bIIImaj7 | v7")
_JAZZ = ("ii7 | V7 | Imaj7 | vi7", "Imaj7 | vi7 | ii7 | V7", "im7 | im7 | iiø | V7b9", "Imaj7 | I7 | IVmaj7 | iv7 | Imaj7 | VI7 | ii7 | V7", "iii7 | VI7 | ii7 | V7", *JAZZ_BLUES)
_DARK = ("i | i | bVI | bVII", "i | bVI | bIII | bVII", "i | i | i | i", "i | iv | bVI | V", "i | bVII | bVI | bVII")
_MODES = ("i | i | bII | i", "i | bVII | i | i", "I | I | IV | I", "I | V | I | V", "i | bVII | bVI | V")
_COUNTRY = ("I | I | IV | I | V7 | V7 | I | I", "I | IV | V7 | I", "I | V7 | V7 | I", "I | IV | I | V7", "I | vi | IV | V7", "I | VI7 | II7 | V7")
_LATIN = ("i | iv | V7 | i", "I | IV | V7 | IV", "I | vi7 | ii7 | V7", "i | bVII | bVI | V7", "ii7 | V7 | Imaj7 | Imaj7", "Imaj7 | II7 | ii7 | V7")

SHELVES: dict[str, Shelf] = {
    "Blues": Shelf("Jazz", {"stdlib/blues": (90, 140), "stdlib/slowblues": (60, 84), "stdlib/fastblues": (130, 180), "stdlib/blues128": (60, 88), "stdlib/countryblues": (90, 130),
                            "casio/blues": (96, 130), "stdlib/boggiewoggie": (140, 185), "stdlib/shuffleboggie": (120, 165), "casio/shuffleboogie": (120, 165)},
                   (*TWELVE_BAR, *MINOR_BLUES), ("overdriven", "harmonica", "clean-guitar", "piano", "tenor-sax", "~electric-guitar", "drawbar", "steel"),
                   {"zoom/blues": (84, 130)}, ("mixolydian", "blues"), "blues", join=_walk),
    "Classical": Shelf("Folk", {"stdlib/arpeggio44": (60, 100), "stdlib/arpeggiowaltz": (80, 130), "stdlib/hymn": (70, 100)},
                       ("I | IV | V7 | I", "I | vi | ii | V7", "i | iv | V7 | i", "I | V/3 | vi | iii | IV | I/3 | ii | V7", "i | VI | iv | V7"),
                       ("violin", "cello", "flute", "oboe", "clarinet", "viola", "horn", "strings"), rooms=("hall", "church", "room"), density=(0.6, 1.2), drums=False),
    "Jazz": Shelf("Blues", {"stdlib/bebop": (140, 220), "stdlib/bigband": (120, 180), "stdlib/swing": (110, 180), "stdlib/mellowjazz": (80, 130), "stdlib/nitejazz": (70, 120),
                            "stdlib/evansish": (100, 160), "stdlib/jazzcombo": (110, 180), "stdlib/jazzguitar": (100, 170), "stdlib/modernjazz": (110, 180), "stdlib/jazzwaltz": (120, 180),
                            "stdlib/fastswing": (180, 230), "stdlib/easyswing": (100, 150), "stdlib/slowjazz": (60, 90), "stdlib/dixie": (160, 220), "stdlib/gypsyjazz": (160, 220),
                            "stdlib/ragtime": (150, 200), "yamaha/jazzGrtrio": (110, 180), "yamaha/jazzbasie": (120, 180), "yamaha/jazzswing": (120, 190), "yamaha/jazztrio": (110, 190),
                            "yamaha/jazzwaltz": (120, 180), "casio/fastbigband": (170, 230), "casio/middlebigband": (110, 150), "casio/slowbigband": (70, 100), "casio/jazzcombo": (110, 180),
                            "casio/modernjazz": (110, 180), "casio/swing": (120, 180)},
                  _JAZZ, ("tenor-sax", "alto-sax", "trumpet", "muted-trumpet", "clarinet", "piano", "vibraphone", "jazz-guitar", "trombone", "flute"),
                  scales=("major", "dorian"), density=(1.4, 2.2), rooms=("club", "room", "booth"), kits=("kit:jazz", "kit:brush", "kit:standard")),
    "Folk": Shelf("Country", {"stdlib/folk": (90, 140), "stdlib/folkballad": (70, 110), "stdlib/bluefolk": (90, 130), "stdlib/guitarballad": (64, 96), "stdlib/lullaby": (70, 100)},
                  ("I | IV | I | V", "I | V | vi | IV", "vi | IV | I | V", "i | bVII | bVI | bVII", "I | bVII | IV | I"), ("fiddle", "harmonica", "whistle", "flute", "~mandolin", "nylon", "accordion"),
                  scales=("major", "mixolydian", "dorian"), rooms=("room", "dry", "outdoors", "booth")),
    "Pop": Shelf("Rock", {"casio/pop": (96, 130), "casio/60spop": (110, 140), "casio/80spop": (104, 130), "casio/electricpop": (104, 130), "casio/8beatpop1": (96, 130), "casio/8beatpop2": (96, 130),
                          "casio/8beatpop3": (96, 130), "casio/popballad": (64, 90), "casio/8beatballad1": (64, 90), "casio/8beatballad3": (64, 90), "casio/16beatballad1": (64, 90),
                          "casio/16beatballad2": (64, 90), "casio/popshuffle1": (100, 130), "casio/dancepop1": (112, 128), "casio/dancepop3": (112, 128), "stdlib/popballad": (70, 100),
                          "stdlib/pianoballad": (64, 90), "stdlib/8beat": (90, 130), "casio/16beat1": (90, 112), "casio/16beat3": (90, 112), "kara/twi": (110, 140)},
                 _POP, ("piano", "alto-sax", "clean-guitar", "whistle", "saw-lead", "synth-voice", "vibraphone"), {"zoom/pop": (90, 128)},
                 join=_four_chords, bare=False),
    "Electronic": Shelf("Pop", {"casio/techno": (124, 140), "casio/trance1": (130, 142), "casio/trance2": (130, 142), "casio/house": (118, 128), "casio/rave": (130, 150), "casio/ambient1": (70, 110),
                                "casio/ambient2": (70, 110), "casio/ambient3": (70, 110), "casio/dance1": (120, 136), "casio/dance2": (120, 136), "casio/triphop": (76, 100), "stdlib/trance": (128, 142),
                                "alexis/teamtechno": (120, 140)},
                        _DARK, ("~supersaw", "~saw-lead", "~square-lead", "~pluck", "saw-lead", "~fm-bell", "square-lead"),
                        {"zoom/techno": (124, 140), "zoom/house": (118, 128), "zoom/dnb": (160, 176), "zoom/trip": (76, 100), "zoom/ambient": (80, 120), "zoom/dance": (122, 136)},
                        ("minor", "dorian", "phrygian"), kits=("kit:electronic", "kit:808", "~kit:909", "~kit:808"), rooms=("dry", "plate", "hall"), join=_machines),
    "Disco": Shelf("Pop", {"casio/discosoul": (108, 124), "stdlib/boneym": (112, 128), "casio/8beatdance": (112, 128)},
                   ("i7 | iv7 | i7 | V7", "im7 | IV7", "i | bVI | bVII | v", "Imaj7 | vi7 | ii7 | V7", "i | bVII | bVI | V"), ("strings", "trumpet", "alto-sax", "brass", "~string-machine"),
                   {"zoom/dance": (112, 126)}, ("minor", "dorian", "major"),
                   join=_octaves),
    "Rock": Shelf("Pop", {"casio/rock1": (104, 140), "casio/rock2": (104, 140), "casio/60srock": (120, 160), "casio/slowrock": (60, 84), "casio/shufflerock": (110, 140), "casio/poprock1": (104, 136),
                          "casio/poprock2": (104, 136), "casio/digitalrock": (110, 140), "stdlib/60srock": (120, 160), "stdlib/50srock": (130, 170), "stdlib/basicrock": (100, 140), "stdlib/softrock": (90, 120),
                          "stdlib/rockballad": (64, 90), "stdlib/folkrock": (100, 130), "pflib/rock1": (110, 140), "pflib/slowrock": (64, 90), "yamaha/w-rock": (110, 150), "kara/K50s_rock": (130, 170)},
                  _ROCK, ("overdriven", "distorted", "clean-guitar", "~electric-guitar", "rock-organ"), {"zoom/rock": (96, 140), "zoom/punk": (150, 190), "zoom/rock34": (90, 130)},
                  ("mixolydian", "minor", "major"), "minor-pentatonic", rooms=("room", "arena", "club"), kits=("kit:standard", "kit:room", "kit:power"), join=_power, bare=False),
    "Hip-Hop": Shelf("R&B", {"casio/hip-hop": (84, 100), "alexis/hiphop": (84, 104)}, (*_DARK, *_SOUL), ("rhodes", "flute", "muted-trumpet", "~pluck", "vibraphone", "nylon", "piano"),
                     {"zoom/hiphop": (78, 100)}, ("minor", "dorian", "minor-pentatonic"), density=(0.6, 1.1), rooms=("dry", "booth", "room"), kits=("~kit:808", "kit:808", "~kit:lofi", "kit:standard", "~kit:hard"),
                     join=_loop_and_low),
    "Rap": Shelf("Hip-Hop", {"casio/hip-hop": (84, 100), "alexis/hiphop": (84, 104)}, _DARK, (), bare=False, drummers={"zoom/hiphop": (78, 104), "zoom/trip": (76, 96)},
                 scales=("minor", "phrygian", "minor-pentatonic"), rooms=("dry", "booth", "room"), kits=("~kit:808", "kit:808", "~kit:lofi", "kit:standard", "~kit:hard"), join=_loop_and_low),
    "Metal": Shelf("Rock", {"casio/heavymetal": (110, 160), "pflib/metal1": (110, 160), "pflib/metal2": (110, 160)}, ("i | i | bVI | bVII", "i | bII | i | bVII", "i | bVI | bIII | bVII", "i | i | i | bII"),
                   ("distorted", "~electric-guitar"), {"zoom/mtl": (110, 180), "zoom/thr": (160, 210), "zoom/hrk": (110, 160)}, ("minor", "phrygian", "harmonic-minor"),
                   rooms=("dry", "room", "arena"), kits=("kit:power", "kit:standard", "~kit:hard"), join=_riffs, density=(1.4, 2.4)),
    "R&B": Shelf("Pop", {"stdlib/rb": (80, 110), "stdlib/rb-ballad": (60, 84), "casio/r+b": (84, 110), "casio/modernrb": (72, 100), "casio/mellowrb": (66, 92), "casio/soul": (90, 120),
                         "casio/60ssoul": (100, 130), "casio/soulpop": (90, 120), "casio/funk1": (96, 116), "casio/funk2": (96, 116), "kara/Kfunk1": (100, 120), "kara/8beatmotown": (100, 130),
                         "stdlib/bvfunk": (90, 110), "stdlib/strut": (90, 116), "casio/16shuffle1": (84, 104)},
                 _SOUL, ("tenor-sax", "rhodes", "clean-guitar", "drawbar", "alto-sax", "muted-trumpet"), {"zoom/rnb": (72, 104), "zoom/funk": (92, 116)},
                 ("dorian", "minor", "major"), join=_sevenths),
    "Reggae": Shelf("Latin", {"stdlib/ska": (130, 170)}, ("I | IV | I | V", "i | bVII | i | bVII", "I | V | vi | IV", "i | iv | i | V", "I | ii | I | V"),
                    ("trombone", "trumpet", "tenor-sax", "~organ", "harmonica", "drawbar"), {"zoom/reggae": (66, 90), "zoom/ska": (120, 160)}, ("major", "minor", "mixolydian"), join=_skank),
    "World": Shelf("Folk", {"stdlib/polka": (110, 140), "stdlib/frenchwaltz": (140, 190), "stdlib/desert": (90, 120), "stdlib/zydeco": (110, 150), "stdlib/calypso": (100, 140), "casio/worldpop": (96, 120),
                            "casio/polka": (110, 140), "casio/germanmarch": (110, 128)},
                   (*_MODES, *_COUNTRY[:3]), ("accordion", "fiddle", "clarinet", "~flute", "pan-flute", "shanai", "~oud", "steel-drums", "bandoneon"),
                   {"zoom/mide": (84, 124), "zoom/afro": (96, 130)}, ("major", "dorian", "phrygian-dominant", "minor"), join=_hands),
    "Latin": Shelf("World", {"stdlib/salsa": (170, 210), "stdlib/son": (140, 180), "stdlib/mambo": (170, 210), "stdlib/merengue": (130, 160), "stdlib/bossanova": (110, 150), "stdlib/samba": (160, 200),
                             "stdlib/chacha": (110, 130), "stdlib/rhumba": (100, 130), "stdlib/beguine": (100, 130), "stdlib/bolero": (80, 110), "stdlib/cubanguitar": (100, 140), "stdlib/tango": (110, 130),
                             "stdlib/lfusion": (110, 150), "yamaha/mambo": (170, 200), "yamaha/salsa1": (170, 210), "yamaha/salsa2": (170, 210), "kara/kbossa": (115, 135), "casio/latinfusion": (110, 140)},
                   _LATIN, ("trumpet", "flute", "nylon", "piano", "trombone", "violin", "alto-sax"), {"zoom/latin": (90, 130), "zoom/bossa": (110, 140), "zoom/samba": (96, 120)}, ("minor", "major", "dorian"),
                   join=_montuno),
    "Country": Shelf("Folk", {"stdlib/bluegrass": (110, 150), "stdlib/countryswing": (110, 150), "stdlib/westernswing": (120, 170), "stdlib/countrywaltz": (90, 130), "stdlib/slowcountry": (70, 100),
                              "stdlib/hillcountry": (100, 140), "yamaha/western": (110, 150), "yamaha/jazzcountry": (110, 150), "kara/kwestballad": (65, 100), "kara/2beatp": (110, 130)},
                     _COUNTRY, ("fiddle", "banjo", "harmonica", "clean-guitar", "steel", "~mandolin"), {"zoom/country": (100, 150)}, ("major", "major-pentatonic"), "major-pentatonic",
                     join=_two_beat),
}


def _play(s: Song, shelf: Shelf, drummers: bool) -> list[Part]:
    """Chooses a band or a drummer, sets tempo, key and form, and lets them play; gives the players back."""
    families = shelf.drummers if drummers else shelf.bands
    family = s.pick(*families)
    s.set(families[family], shelf.scales, beats=arrangers.beats(family), room=shelf.rooms)
    loops = [s.pick(*shelf.loops), s.pick(*shelf.loops)]
    while s.sections[-1].end * 60.0 / s.tempo < 40 if s.sections else True:
        for name, loop in (("verse", loops[0]), ("chorus", loops[1]), *((("break", loops[0]),) if s.chance(0.3) else ())):
            s.section(name, loop, 1 if loop.count("|") > 5 else 2)
    band = arrangers.band(s, family, drums=shelf.drums, kits=shelf.kits)
    if drummers and shelf.join:
        shelf.join(s)
    return band


def _sung(s: Song, genre: str, shelf: Shelf, band: list[Part]) -> None:
    """Somebody sings, raps or growls, as the genre does."""
    if genre == "Rap":
        flow.rap(s, None if s.chance(0.4) else "verse", s.pick("boom-bap", "old-school", "laid-back", "double"), 3)
        return
    if genre == "Hip-Hop":
        if s.chance(0.5):
            players.talk(s, "chorus", 2, s.between(-2, 1))
            return
        flow.rap(s, "verse", s.pick("boom-bap", "laid-back"), 1)
        return
    if genre == "Metal":
        who = s.part("~growl", "~scream", "~vocal", name="voice", level=0.5, pan=0.0)
        lines.melody(s, who, 40, 52, "verse", 1.6, 0.25, pull=0.3, syllables=("go", "ra", "hau", "de", "o", "bro"), gate=0.85)
        return
    notes = players.sing(s, None if s.chance(0.6) else ("verse", "chorus"), density=s.between(*shelf.density) * 0.9, level=1.5, scale=shelf.tune)
    arrangers.lilt(notes, band)


def _led(s: Song, shelf: Shelf, band: list[Part]) -> None:
    """An instrument plays the tune."""
    who = s.part(*shelf.leads, name="lead", level=1.0, loose=0.012)
    if who.voice in ("~electric-guitar", "overdriven", "distorted"):
        who.fx = (s.pick("amp:crunch", "amp:lead"), "delay:320")
    notes: list[Note] = lines.melody(s, who, 60, 84, None if s.chance(0.5) else "verse", s.between(*shelf.density), 0.2, bends=0.1, graces=0.08, scale=shelf.tune)
    arrangers.lilt(notes, band)


def _enter(genre: str, shelf: Shelf) -> None:
    """The genre's styles of this kind."""
    def arranged_sung(s: Song) -> None:
        """The band and a voice."""
        _sung(s, genre, shelf, _play(s, shelf, bool(shelf.drummers) and s.chance(len(shelf.drummers) / (len(shelf.drummers) + len(shelf.bands)))))

    def arranged_led(s: Song) -> None:
        """The band and an instrument in front of it."""
        _led(s, shelf, _play(s, shelf, bool(shelf.drummers) and s.chance(0.3)))

    def arranged_bare(s: Song) -> None:
        """The band alone, or a drummer and the genre's own players."""
        _play(s, shelf, bool(shelf.drummers) and s.chance(0.4))

    styles = [arranged_sung]
    if shelf.leads:
        styles.append(arranged_led)
    if shelf.bare:
        styles.append(arranged_bare)
    for compose in styles:
        style(genre, shelf.like)(compose)


for _genre, _shelf in SHELVES.items():
    _enter(_genre, _shelf)
