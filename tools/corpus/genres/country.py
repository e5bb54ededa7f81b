"""Country: a story over two-beat bass and bright strings; steel guitar slides between major chords, fiddles answer, harmony is plain.

The hard cases are Folk (no drums, no steel), Rock (heartland and southern), Blues (shuffles) and Pop (today's Nashville).
"""

from __future__ import annotations

import bass
import comping
import groove
import lines
import players
from score import Part
from song import Song, style

SONGS = ("I | I | IV | I | I | I | V7 | V7 | I | I7 | IV | IV | I | V7 | I | I", "I | IV | V7 | I | I | IV | V7 | I", "I | I | V7 | V7 | V7 | V7 | I | I", "I | IV | I | V | I | IV | V | I", "I | vi | IV | V", "I | II7 | V7 | I", "I | I | IV | IV | V | V | I | I")
MODERN = ("I | V | vi | IV", "vi | IV | I | V", "I | IV | vi | V", "I | iii | IV | V", "IV | I | V | vi")


def _steel(s: Song, where: str | tuple[str, ...] | None = None, level: float = -1.0) -> Part:
    """Pedal steel: sustained thirds and sixths that bend from chord to chord, in and out with the volume pedal."""
    steel = s.part("~electric-guitar", "clean-guitar", "~bowed", "steel", "~electric-dark", name="steel", level=level, pan=s.between(-0.5, 0.5), send=-7, fx=("amp:clean", "delay:320"))
    tune = lines.melody(s, steel, 60, 81, where, 0.8, 0.25, bends=0.0, pull=0.95, scale="major")
    for note in tune:
        if note.length >= 0.4 and s.chance(0.7):
            note.bend = ((0.0, s.pick(-2.0, -1.0, -3.0, 2.0)), (0.12, s.pick(-2.0, 0.0)), (0.35, 0.0))
    other = [note.pitch for note in tune]
    for note, pitch in zip(tune, other, strict=True):
        steel.add(note.start, note.length, pitch - s.pick(3, 4, 8, 9), note.velocity * 0.8, "", note.bend)
    s.swell(steel, 70, 118, 2, where)
    return steel


def _twang(s: Song, where: str | tuple[str, ...] | None, level: float = 0.0, density: float = 2.4) -> None:
    """A bright, clean guitar picks fast with open strings and bends."""
    lead = players.guitar(s, s.pick("clean", "edge", "edge"), level, s.between(-0.4, 0.4), extra=(s.pick("delay:110", "tone:bright", "tremolo"),))
    lines.melody(s, lead, 55, 79, where, density, 0.2, bends=0.3, graces=0.15, scale=s.pick("major-pentatonic", "major-blues"), triplets=False)


def _two_beat(s: Song, level: float = -1.0, where: str | tuple[str, ...] | None = None) -> None:
    bass.pattern(s, s.part("upright", "finger-bass", "pick-bass", "~string-bass", level=level, pan=0.0), s.pick("R-5-", "R.5.", "R--.5-a.") if s.beats == 4 else "R--", 30, where)


def _chop(s: Song, level: float = -3.0) -> None:
    guitar = s.part("steel", "~steel-guitar", "nylon", level=level, pan=s.between(-0.6, 0.6))
    comping.strum(s, guitar, s.pick(".x.x", ".s.xu", "x-xu.uxu", "..x-..xu") if s.beats == 4 else s.pick(".xx", ".xuxu."), strings=5)


@style("Country", like="Rock")
def train_beat(s: Song) -> None:
    """Snare like a locomotive, bass in two, a guitar with bare knuckles."""
    s.set((100, 132), ("major", "major-pentatonic"), keys="E A G C", room=("room", "plate", "booth"))
    s.until(42, "verse solo verse", verse=s.pick(*SONGS), solo=s.pick(*SONGS))
    groove.drums(s, s.part("kit:standard", "kit:brush", "kit:room", level=-2), s.pick("train", "train-fast"), fills=8, crash=False)
    _two_beat(s, 0)
    _chop(s)
    players.sing(s, "verse", low=48, density=1.4, level=2)
    _twang(s, "solo", 1)


@style("Country", like="Folk")
def bluegrass(s: Song) -> None:
    """Banjo rolls, mandolin chops on the off-beat, fiddle breaks, upright bass, no drums."""
    s.set((112, 168), ("major", "mixolydian", "major-pentatonic"), keys="G A B D", room=("room", "booth", "outdoors", "club"))
    s.until(38, "verse break1 verse break2", verse=s.pick(*SONGS, "I | bVII | I | I"), break1=s.pick(*SONGS), break2=s.pick(*SONGS))
    comping.arpeggio(s, s.part("banjo", "~banjo", "banjo", level=0, loose=0.006), 0.25, 50, 2, s.pick("02140214", "42014201", "01240124", "40214021"), gate=1.2)
    comping.comp(s, s.part("~mandolin", "~ukulele", "~mandolin", level=-3), ".s.s.s.s", 67, 4)
    _two_beat(s)
    comping.strum(s, s.part("steel", "~steel-guitar", level=-3), s.pick("..x...x.", ".xu.xu.x"), strings=5)
    lines.melody(s, s.part("fiddle", "violin", level=1), 62, 84, "break1", 3.0, 0.05, bends=0.2, graces=0.15, triplets=False, scale="major-blues")
    lines.melody(s, s.part("~mandolin", "~steel-guitar", "steel", "banjo", level=1), 60, 82, "break2", 3.2, 0.05, triplets=False, scale="major-blues")
    tune = players.sing(s, "verse", low=57, density=1.5)
    if s.chance(0.6):
        lines.harmonise(s, s.part("~vocal", "~vocal-duo", level=-1), tune, 2, scale="major")


@style("Country", like="Jazz")
def western_swing(s: Song) -> None:
    """Fiddles in thirds, steel guitar, walking bass and sock-rhythm guitar: a dance hall in Texas."""
    s.set((128, 192), ("major", "major-blues"), keys="G D A C F", swing=(0.6, 1.0), room=("hall", "club", "booth"))
    s.master.append("old")
    s.until(42, "head verse solo", head="I6 | I6 | II7 | II7 | V7 | V7 | I6 | V7", verse=s.pick("I | I7 | IV | IV | I VI7 | II7 V7 | I | V7", *SONGS), solo="I6 | VI7 | II7 | V7")
    groove.drums(s, s.part("kit:standard", "kit:brush", "kit:jazz", level=-3), s.pick("swing", "shuffle", "brushes"), fills=8, crash=False)
    bass.walking(s, s.part("upright", "~string-bass", level=-1), two=0.5)
    comping.comp(s, s.part("jazz-guitar", "steel", "~steel-guitar", level=-3), "sXsX", 58, 4, strum=0.03)
    tune = lines.melody(s, s.part("fiddle", "violin", level=0, pan=-0.3), 62, 84, "head", 1.8, 0.1, graces=0.15)
    lines.harmonise(s, s.part("fiddle", "violin", level=-1, pan=0.3), tune, -2, scale="major")
    _steel(s, ("verse", "solo"), 0)
    players.sing(s, "verse", density=1.4)
    if s.chance(0.5):
        lines.runs(s, s.part("jazz-guitar", "clean-guitar", "clarinet", "piano", level=0), 58, 82, "solo", 0.5, gap=0.3)


@style("Country", like="Pop")
def nashville_ballad(s: Song) -> None:
    """Slow: piano, brushes, pedal steel, strings behind the last chorus."""
    s.set((58, 88), "major", keys="C G D F A", beats=s.pick(4.0, 4.0, 3.0), room=("plate", "hall", "room"))
    s.until(48, "verse verse chorus", verse=s.pick(*SONGS, *MODERN), chorus=s.pick(*SONGS, *MODERN))
    groove.drums(s, s.part("kit:brush", "kit:standard", "kit:room", level=-3), "two-step" if s.beats == 4 else "waltz", fills=8, loud=80)
    _two_beat(s)
    comping.comp(s, s.part("piano", "electric-grand", "piano", level=-3), s.pick("x---x-x-", "x-x-x-x-") if s.beats == 4 else "x-x-x-", 62, 4)
    comping.fingerpick(s, s.part("steel", "~steel-guitar", "nylon", level=-3), s.pick("B.1.2.3.B.2.3.1.", "B123") if s.beats == 4 else "B.1.2.")
    _steel(s)
    players.sing(s, None, density=1.1, level=2, bends=0.35)
    if s.chance(0.5):
        comping.pad(s, s.part("strings", "slow-strings", level=-6), 66, 3, "chorus")


@style("Country", like="Folk")
def honky_tonk_waltz(s: Song) -> None:
    """Three-four, fiddle and steel crying in turn."""
    s.set((88, 140), "major", keys="C G D A", beats=3.0, room=("club", "room", "plate"))
    s.until(42, "verse break verse", verse=s.pick(*SONGS), **{"break": s.pick(*SONGS)})
    groove.drums(s, s.part("kit:brush", "kit:standard", level=-4), "waltz", fills=0, loud=80, crash=False)
    _two_beat(s)
    _chop(s)
    _steel(s)
    lines.melody(s, s.part("fiddle", "violin", "harmonica", level=0), 60, 82, "break", 1.2, 0.15, bends=0.3, graces=0.15)
    players.sing(s, "verse", density=1.2, level=2, bends=0.3)
    if s.chance(0.5):
        comping.comp(s, s.part("honky-tonk", "piano", level=-4), ".x.x.x", 69, 3, drop=0.3)


@style("Country", like="Blues")
def honky_tonk_shuffle(s: Song) -> None:
    """A barroom four-four shuffle, bar-room piano, Telecaster and steel in answer."""
    s.set((108, 152), ("major", "major-blues"), keys="E A G C D", swing=(0.7, 1.0), room=("club", "room", "booth"))
    s.until(42, "verse solo verse", verse=s.pick(*SONGS), solo=s.pick(*SONGS))
    groove.drums(s, s.part("kit:standard", "kit:brush", "kit:room", level=-2), s.pick("shuffle", "shuffle-ride"), fills=8, crash=False)
    bass.walking(s, s.part("upright", "finger-bass", level=-1), two=0.5)
    _chop(s)
    comping.comp(s, s.part("honky-tonk", "piano", level=-3), s.pick("..x...x...x.x...", ".x.x.x.x"), 67, 4, drop=0.2)
    _steel(s, None, -1)
    _twang(s, "solo", 1, 1.8)
    players.sing(s, "verse", density=1.4, level=2, bends=0.35)
    if s.chance(0.4):
        lines.melody(s, s.part("fiddle", level=-1), 62, 82, "verse", 0.8, 0.5, graces=0.2)


@style("Country", like="Rock")
def outlaw(s: Song) -> None:
    """Half-time swagger: phased guitars, harmonica, a bass that sits on the root."""
    s.set((84, 124), ("mixolydian", "major", "minor-pentatonic"), keys="E A D", room=("room", "club", "plate"))
    s.until(42, "verse verse solo", verse=s.pick("I | I | bVII | I", "I | IV | I | V", "I | I | IV | I", "i | bVII | i | bVII"), solo=s.pick("I | bVII | IV | I", "I | I | V | I"))
    groove.drums(s, s.part("kit:standard", "kit:room", level=-1), s.pick("two-step", "rock", {"kick": "x..x....x..x....", "snare": "....x.......x...", "hat": "x...x...x...x..."}), fills=8)
    bass.pattern(s, s.part("finger-bass", "pick-bass", level=0), s.pick("R-R-5-5-", "R--RR--R", "R-RR5-58"), 28)
    _chop(s)
    _twang(s, None if s.chance(0.3) else "solo", 1, 1.6)
    if s.chance(0.5):
        _steel(s, None, -2)
    lines.melody(s, s.part("harmonica", level=0), 62, 82, "solo", 1.2, 0.3, bends=0.4)
    players.sing(s, "verse", low=45, density=1.3, level=2, voices=("~vocal-low", "~vocal"))


@style("Country", like="Pop")
def modern_country(s: Song) -> None:
    """Stadium drums and big guitars, banjo sixteenths tucked in, snaps in the verse."""
    s.set((76, 128), ("major", "major-pentatonic"), keys="G D A C E", room=("plate", "arena", "room"))
    s.until(42, "verse chorus verse chorus chorus", verse=s.pick(*MODERN), chorus=s.pick(*MODERN))
    kit = s.part("kit:power", "kit:standard", "kit:room", level=0)
    groove.drums(s, kit, s.pick("rock", "half-time", "rock-busy"), "chorus", fills=4, loud=106)
    groove.drums(s, s.part("~kit:808", "~kit:linn", level=-3) if s.chance(0.4) else kit, s.pick({"kick": "x.....x...x.....", "clap": "....x.......x..."}, "two-step"), "verse", fills=8, loud=84)
    bass.pattern(s, s.part("pick-bass", "finger-bass", "~electric-bass", level=-1), s.pick("R---R-R-", "RRRRRRRR", "R-----R-"), 28)
    comping.strum(s, s.part("steel", "~steel-guitar", level=-2, pan=-0.5), s.pick("x-xu.uxu", "x-x-xuxu"))
    comping.strum(s, players.guitar(s, s.pick("crunch", "edge"), -1, wide=True), s.pick("X-------", "x---x-x-"), "chorus", strings=4)
    comping.arpeggio(s, s.part("banjo", "~banjo", "~mandolin", level=-4), 0.25, 52, 2, "02140214", "chorus" if s.chance(0.5) else None)
    _steel(s, "chorus", -2)
    players.sing(s, None, density=1.5, level=2, bends=0.25)
    _twang(s, "chorus", -3, 1.0)


@style("Country", like="Rock")
def rockabilly_bounce(s: Song) -> None:
    """Slap bass, echo, a hollow-bodied guitar; hillbilly music in a hurry."""
    s.set((152, 208), ("major-blues", "mixolydian", "major"), keys="E A G", swing=(0.2, 0.8), room=("booth", "club", "room"))
    s.master.append("old")
    s.until(38, "verse solo verse", verse="I | I | I | I7 | IV | IV | I | I | V7 | IV | I | I", solo="I | I | I | I7 | IV | IV | I | I | V7 | IV | I | I")
    groove.drums(s, s.part("kit:brush", "kit:standard", level=-3), s.pick("train", {"kick": "x...x...", "snare": "..x...x."}), fills=0, crash=False)
    bass.walking(s, s.part("upright", "slap-bass", level=0), 28, 48)
    _chop(s, -2)
    _twang(s, "solo", 1, 2.2)
    players.sing(s, "verse", low=50, density=1.6, fx=("delay:120",), bends=0.4, scale="major-blues")


@style("Country", like="Latin")
def border_song(s: Song) -> None:
    """Nylon guitars, trumpets in thirds, accordion, a waltz or polka from the river."""
    beats = s.pick(4.0, 3.0)
    s.set((104, 152), "major", keys="C G D A", beats=beats, room=("room", "plate", "club"))
    s.until(42, "verse break verse", verse=s.pick(*SONGS[1:3]), **{"break": s.pick(*SONGS[1:4])})
    groove.drums(s, s.part("kit:brush", "kit:standard", level=-3), "train" if beats == 4 else "waltz", fills=0, crash=False)
    _two_beat(s)
    comping.strum(s, s.part("nylon", "~nylon-guitar", level=-2), ".x.x" if beats == 4 else ".xx")
    tune = lines.melody(s, s.part("trumpet", "accordion", "~accordion", "violin", level=0), 60, 81, "break", 1.4, 0.1)
    lines.harmonise(s, s.part("trumpet", "accordion", "violin", level=-2), tune, -2)
    _steel(s, "verse", -3)
    players.sing(s, "verse", density=1.3, level=2)


@style("Country", like="Folk")
def campfire(s: Song) -> None:
    """Cowboy song: one guitar, harmonica, a low voice and friends who hum."""
    s.set((76, 120), ("major", "major-pentatonic"), keys="G C D", beats=s.pick(4.0, 3.0, 4.0), swing=s.pick(0.0, 0.7), room=("outdoors", "room", "booth"))
    s.until(45, "verse chorus verse", verse=s.pick(*SONGS), chorus=s.pick(*SONGS))
    guitar = s.part("steel", "~steel-guitar", "nylon", level=0)
    bass.pattern(s, guitar, "R.5." if s.beats == 4 else "R..", 40, gate=0.6)
    comping.comp(s, guitar, ".x.x" if s.beats == 4 else ".xx", 60, 4, strum=0.03)
    players.sing(s, None, low=43, density=1.3, level=2, voices=("~vocal-low", "~vocal"))
    comping.pad(s, s.part("~backing", "oohs", "~choir-low", level=-4), 57, 3, "chorus")
    lines.melody(s, s.part("harmonica", "fiddle", level=-1), 62, 82, "chorus", 1.0, 0.3, bends=0.3)
    if s.chance(0.5):
        _steel(s, None, -3)
    if s.chance(0.5):
        groove.drums(s, s.part("kit:standard", level=-6), {"woodblock": "x.o.x.o.", "woodlow": "..o...o."} if s.beats == 4 else {"woodblock": "x.ox.o"}, fills=0, crash=False)
