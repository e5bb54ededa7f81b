"""Rock: guitars, bass, drums and a voice; the backbeat on two and four, pentatonic riffs, chords that are felt as roots and fifths.

The hard cases are Metal (more gain, palm mutes, double kick), Blues (shuffle and twelve bars), Pop (keyboards and polish), Country and Folk (acoustic guitars).
"""

from __future__ import annotations

import bass
import comping
import groove
import lines
import players
from score import Part
from song import Song, style

LOOPS = ("I | V | vi | IV", "I | bVII | IV | I", "I | IV | V | IV", "vi | IV | I | V", "I | I | IV | V", "i | bVII | bVI | bVII", "i | bIII | bVII | IV", "I | iii | IV | V", "I | vi | IV | V", "i | bVI | bIII | bVII")


def _loops(s: Song, plan: str, seconds: float = 42) -> None:
    s.until(seconds, plan, **{name: s.pick(*LOOPS) for name in dict.fromkeys(plan.split())})


def _kit(s: Song, level: float = 0.0) -> Part:
    return s.part("kit:standard", "kit:room", "kit:power", "kit:standard", name="kit", level=level + 2, pan=0.0, loose=0.007)


def _bass(s: Song, *patterns: str, level: float = -1.0, where: str | tuple[str, ...] | None = None) -> None:
    bass.pattern(s, s.part("pick-bass", "finger-bass", "~electric-bass", "finger-bass", level=level, pan=0.0, send=-20), s.pick(*(patterns or ("RRRRRRRR", "R-RR.RR-", "R---R-RR", "R--R--R-"))), 28, where)


def _solo(s: Song, where: str | tuple[str, ...] | None, gain: str = "lead", density: float = 1.6, scale: str = "minor-pentatonic") -> None:
    part = players.guitar(s, gain, 1, s.between(-0.3, 0.3), extra=(s.pick("delay:300", "wah", "tone:air", "delay:180"),))
    lines.melody(s, part, 60, 86, where, density, 0.2, bends=0.5, graces=0.08, scale=scale, pull=0.5)


@style("Rock", like="Blues")
def hard_rock(s: Song) -> None:
    """A two-bar riff on the low strings, cowbell optional, guitar solo certain."""
    s.set((92, 140), ("minor-pentatonic", "blues", "mixolydian"), keys="E A G D", swing=s.pick(0.0, 0.0, 0.3), room=("room", "club", "arena"))
    _loops(s, "verse verse chorus solo")
    rhythm = players.guitar(s, s.pick("crunch", "crunch", "lead"), 0, wide=s.chance(0.6))
    lines.play_riff(s, rhythm, lines.make_riff(s, 8, s.between(1.2, 2.2), 10, s.pick("blues", "minor-pentatonic"), 0.45), 8, 40, ("verse", "solo"), power=s.chance(0.6), follow=s.chance(0.4), mute=0.15)
    comping.strum(s, rhythm, s.pick("x---x-x-", "x--x--x-", "X---X---"), "chorus", strings=4)
    _bass(s)
    groove.drums(s, _kit(s), s.pick("rock", "rock-busy", "rock-ride"), fills=4, loud=104)
    players.sing(s, ("verse", "chorus"), low=57, density=1.4, scale="minor-pentatonic", bends=0.4, fx=s.pick((), ("drive:2",)))
    _solo(s, "solo")
    if s.chance(0.3):
        comping.comp(s, s.part("rock-organ", "piano", level=-5, fx=("leslie",)), s.pick("x-------", "x-x-x-x-"), 62, 3)


@style("Rock", like="Metal")
def punk(s: Song) -> None:
    """Down-strokes as fast as they go, three chords, everybody shouts the chorus."""
    s.set((155, 212), ("major", "minor"), keys="A E G D", room=("room", "club", "dry"))
    _loops(s, "verse verse chorus", 35)
    rhythm = players.guitar(s, s.pick("crunch", "lead", "high"), 1, wide=True)
    lines.chug(s, rhythm, s.pick("PPPPPPPP", "P-PPP-PP", "mmmmPPPP"), 40, open_power=s.chance(0.7))
    _bass(s, "RRRRRRRR")
    groove.drums(s, _kit(s), s.pick("punk", "punk", "rock", "d-beat"), fills=4, loud=110)
    players.sing(s, None, low=57, density=1.8, fx=("drive:3",), rest=0.15)
    if s.chance(0.5):
        comping.pad(s, s.part("~backing", "~vocal-duo", level=-2), 64, 3, "chorus", hold=0.8)


@style("Rock", like="Pop")
def alternative(s: Song) -> None:
    """Quiet verse with clean arpeggios, loud chorus with a wall of fuzz."""
    s.set((80, 138), ("major", "minor", "mixolydian"), room=("room", "plate", "club"))
    _loops(s, "verse chorus verse chorus chorus")
    clean = players.guitar(s, "clean", -1, -0.3, extra=(s.pick("chorus", "tremolo", "delay:350"),))
    comping.arpeggio(s, clean, 0.5, 45, 2, s.pick("0213", "updown", "0123"), "verse", gate=1.6)
    wall = players.guitar(s, s.pick("fuzz", "lead", "crunch"), 1, wide=True)
    comping.strum(s, wall, s.pick("x-x-x-xx", "x--xx-x-", "xxxxxxxx", "X-------"), "chorus", strings=s.pick(3, 5))
    _bass(s)
    kit = _kit(s)
    groove.drums(s, kit, s.pick("rock", "two-step", "half-time"), "verse", fills=8, loud=84)
    groove.drums(s, kit, s.pick("rock-busy", "rock-ride", "rock"), "chorus", fills=4, loud=112)
    players.sing(s, None, density=1.2)


@style("Rock", like="Electronic")
def post_punk_wave(s: Song) -> None:
    """Driving eighth-note bass up front, chorus guitars, a cold synth string."""
    s.set((118, 168), ("minor", "dorian", "major"), room=("plate", "club", "hall"))
    _loops(s, "a b a b")
    _bass(s, "RRRRRRRR", "RRRR8888", "RR5R8R5R", level=1)
    lead = players.guitar(s, "clean", 0, 0.3, extra=("chorus", "delay:280"))
    lines.melody(s, lead, 60, 80, None, 1.6, 0.1, form="AAAB", triplets=False)
    groove.drums(s, s.part("kit:standard", "~kit:linn", "kit:electronic", "kit:room", level=2), s.pick("rock", "electro", "disco", "punk"), fills=8)
    comping.pad(s, s.part("~string-machine", "synth-strings", "~warm-pad", level=-3), 64, 3, "b" if s.chance(0.5) else None)
    players.sing(s, None, low=48, density=1.0, fx=("delay:300",), bends=0.1)


@style("Rock", like="Country")
def heartland(s: Song) -> None:
    """Acoustic and electric guitars, organ, a plain beat and a story."""
    s.set((100, 140), ("major", "mixolydian", "major-pentatonic"), keys="G D A E C", room=("room", "plate", "club"))
    _loops(s, "verse verse chorus solo")
    comping.strum(s, s.part("steel", "~steel-guitar", level=-2, pan=-0.4), s.pick("x-x-x-xu", "x-xu.uxu", "x--x-xu."))
    comping.strum(s, players.guitar(s, s.pick("edge", "crunch"), -1, 0.4), s.pick("x---x---", "x-x-x-x-", "X-------"), ("chorus", "solo"), strings=4)
    _bass(s)
    groove.drums(s, _kit(s), s.pick("rock", "rock-busy"), fills=8)
    players.sing(s, ("verse", "chorus"), density=1.4)
    _solo(s, "solo", "crunch", 1.4, "major-pentatonic")
    if s.chance(0.6):
        comping.pad(s, s.part("drawbar", "rock-organ", "~organ", level=-5, fx=("leslie",)), 64, 3)
    if s.chance(0.3):
        lines.melody(s, s.part("harmonica", "tenor-sax", level=-1), 60, 80, "solo", 1.4, 0.2, bends=0.3)


@style("Rock", like="Blues")
def rock_and_roll(s: Song) -> None:
    """Fifties: boogie piano or guitar, slap bass, twelve bars at a run."""
    s.set((148, 192), ("major-blues", "mixolydian", "blues"), keys="A E C G", swing=(0.0, 0.6), room=("club", "room", "booth"))
    twelve = "I | I | I | I7 | IV | IV | I | I | V | IV | I | V"
    s.until(38, "verse solo", verse=twelve, solo=twelve)
    s.master.append("old")
    boogie = s.part("clean-guitar", "overdriven", "piano", "~electric-guitar", level=-1, fx=("amp:edge",))
    for bar in s.bars():
        for eighth in range(8):
            root = 40 + (s.piece().chord_at(bar.start + eighth / 2).root - 40) % 12
            boogie.add(bar.start + eighth / 2, 0.4, root, 92)
            boogie.add(bar.start + eighth / 2, 0.4, root + (9 if eighth % 4 in (2, 3) else 7), 88)
    bass.walking(s, s.part("upright", "slap-bass", "finger-bass", level=-1), 28, 48)
    groove.drums(s, s.part("kit:standard", "kit:room", "kit:jazz", level=2), s.pick("rock", "two-step", {"kick": "x...x...x...x...", "snare": "....X.x.....X.x.", "ride": "x.x.x.x.x.x.x.x."}), fills=4)
    players.sing(s, "verse", low=57, density=1.6, scale="major-blues", bends=0.3, fx=("delay:110",))
    if s.chance(0.5):
        _solo(s, "solo", "edge", 2.0, "major-blues")
    else:
        lines.melody(s, s.part("tenor-sax", "alto-sax", level=1), 56, 78, "solo", 2.0, 0.15, bends=0.4, scale="major-blues")
    comping.comp(s, s.part("piano", "honky-tonk", level=-4), s.pick("sssssssssssss"[:8], "x.x.x.x."), 70, 3)


@style("Rock", like="Electronic")
def psychedelic(s: Song) -> None:
    """One chord that circles: fuzz, organ, sitar or phased guitars, drums that roll."""
    s.set((84, 136), ("mixolydian", "dorian", "minor-pentatonic"), room=("hall", "plate", "club"))
    s.until(45, "a a b a", a=s.pick("I | I | bVII | I", "i | i | IV | IV", "I | bVII | IV | I"), b=s.pick(*LOOPS))
    comping.strum(s, players.guitar(s, "crunch", -1, -0.4, extra=(s.pick("wah:phase", "flanger", "tremolo"),)), s.pick("x-x-x-x-", "x--x--x-", "x-xu.uxu"), strings=4)
    comping.comp(s, s.part("rock-organ", "drawbar", "~organ", level=-2, fx=("leslie",)), s.pick("x-------", "x-x-x-x-"), 62, 3)
    if s.chance(0.4):
        lines.melody(s, s.part("sitar", "~sitar", level=0), 57, 79, None, 1.6, 0.2, bends=0.3)
    else:
        _solo(s, None, "fuzz", 1.4, "dorian")
    _bass(s, "R-R8.R5R", "R--5--8-", "R-R-5-7-")
    groove.drums(s, _kit(s), s.pick("rock-busy", "funk", {"kick": "x.x...x.x.x...x.", "snare": "....x..x.x..x..x", "ride": "x.x.x.x.x.x.x.x."}), fills=2)
    if s.chance(0.6):
        players.sing(s, None, density=0.9, fx=("delay:350", "flanger"))


@style("Rock", like="Pop")
def ballad(s: Song) -> None:
    """Piano or arpeggiated guitar, strings, a big slow backbeat, a soaring solo."""
    s.set((60, 84), ("major", "minor"), room=("hall", "plate", "arena"))
    _loops(s, "chorus verse chorus solo")
    if s.chance(0.5):
        comping.comp(s, s.part("piano", "bright-piano", "electric-grand", level=-1), s.pick("x-x-x-x-", "x---x-x-"), 60, 4)
    else:
        comping.arpeggio(s, players.guitar(s, "clean", -1, extra=("chorus",)), 0.5, 45, 2, "0213", gate=1.8)
    comping.strum(s, players.guitar(s, "crunch", -1, wide=True), s.pick("X-------", "X---x---"), ("chorus", "solo"), strings=4)
    comping.pad(s, s.part("strings", "~string-machine", "drawbar", level=-4), 64, 4, ("chorus", "solo"))
    _bass(s, "R---R-R-", "R-----R-", "R---5---")
    groove.drums(s, _kit(s), s.pick("half-time", "rock", "two-step"), fills=4, loud=100)
    players.sing(s, ("verse", "chorus"), density=1.0, fx=("delay:380",))
    _solo(s, "solo", "lead", 1.2, "major-pentatonic" if s.scale == "major" else "minor-pentatonic")


@style("Rock", like="Metal")
def grunge(s: Song) -> None:
    """Dirty, dragging, detuned; power chords that move where they should not."""
    s.set((84, 128), ("minor", "phrygian", "minor-pentatonic"), room=("room", "dry", "club"))
    chords = ("i | bIII | iv | bVI", "I | bIII | IV | bVI", "i | bVI | bV | IV", "i | IV | bIII | bVI")
    s.until(42, "verse chorus chorus", verse=s.pick(*chords), chorus=s.pick(*chords))
    rhythm = players.guitar(s, s.pick("fuzz", "lead", "crunch"), 1, wide=True)
    lines.chug(s, rhythm, s.pick("P-P-.PP-P-P-.PP-", "P--P--P-", "P---P-P-", "P-mmP-mm"), s.pick(38, 40), open_power=False)
    _bass(s)
    groove.drums(s, _kit(s), s.pick("rock", "rock-busy", "half-time"), fills=4, loud=112)
    players.sing(s, None, low=50, density=1.0, fx=("drive:3",), bends=0.4)
    if s.chance(0.3):
        _solo(s, "chorus", "fuzz", 1.0)


@style("Rock", like="Classical")
def progressive(s: Song) -> None:
    """Odd meters, organ and synthesizer solos, unison lines of guitar and keyboard."""
    s.set((96, 150), ("dorian", "lydian", "mixolydian", "minor"), beats=s.pick(3.5, 4.0, 2.5, 3.0, 4.5), room=("room", "plate", "hall"))
    s.until(45, "a a b c", a="i | i | IV | IV" if s.scale in ("dorian", "minor") else "I | I | II | I", b=s.pick(*LOOPS), c=s.pick(*LOOPS))
    riff = lines.make_riff(s, s.beats * 2, 2.0, 12, s.scale, 0.25)
    for part, low in ((players.guitar(s, "crunch", 0, -0.4), 40), (s.part("rock-organ", "~saw-lead", "~organ", "clavinet", level=-1, pan=0.4), 52), (s.part("pick-bass", level=-1), 28)):
        lines.play_riff(s, part, riff, s.beats * 2, low, "a")
    comping.pad(s, s.part("drawbar", "~string-machine", "choir", level=-4, fx=("leslie",)), 62, 4)
    _bass(s, "R" + "-R" * int(s.beats - 1), where=("b", "c"))
    lines.runs(s, s.part("~saw-lead", "rock-organ", "saw-lead", "~square-lead", level=0), 62, 90, "c", 0.25, gap=0.25)
    steps = int(s.beats * 2)
    groove.drums(s, _kit(s), {"kick": ("x..x.x.xx")[:steps], "snare": ("..x..x..x")[:steps], "ride": "xxxxxxxxx"[:steps]}, fills=2, loud=100)
    if s.chance(0.5):
        players.sing(s, "b", density=1.2)


@style("Rock", like="Pop")
def indie(s: Song) -> None:
    """Jangling clean guitars in high voicings, busy bass, hand claps."""
    s.set((112, 160), ("major", "mixolydian", "minor"), room=("room", "club", "plate"))
    _loops(s, "verse chorus verse chorus", 38)
    comping.comp(s, players.guitar(s, "edge", 0, -0.5), s.pick("x.xx.xx.", "xuxuxuxu", ".x.x.x.x", "x--x--x-"), 67, 3, strum=0.02)
    lines.melody(s, players.guitar(s, "clean", 0, 0.5, extra=("delay:220",)), 62, 84, None, 1.8, 0.15, form="AAAB", triplets=False)
    _bass(s, "R-RR5-8-", "RRRR5588", "R.R8.R5.")
    groove.drums(s, _kit(s), s.pick("rock", "disco", "rock-busy", "two-step"), fills=8)
    players.sing(s, None, density=1.5, fx=s.pick((), ("tone:telephone",), ("delay:120",)))


@style("Rock", like="Electronic")
def post_rock(s: Song) -> None:
    """No singer: tremolo-picked delay guitars that grow from nearly nothing to a storm."""
    s.set((72, 132), ("major", "minor", "lydian"), room=("hall", "arena", "plate"))
    _loops(s, "quiet rise storm storm", 50)
    shimmer = players.guitar(s, "edge", 1, -0.3, extra=("delay:380", "delay:510"))
    tune = lines.melody(s, Part("sketch", "steel"), 64, 86, None, 0.6, 0.1, form="AAAA")
    lines.repeated(s, shimmer, tune, 0.25) if s.chance(0.6) else lines.double(shimmer, tune)
    comping.arpeggio(s, players.guitar(s, "clean", -1, 0.4, extra=("delay:300",)), 0.5, 45, 2, "0213", gate=2.0)
    comping.strum(s, players.guitar(s, s.pick("fuzz", "crunch", "lead"), 1, wide=True), "xxxxxxxx", "storm", strings=4)
    bass.pattern(s, s.part("pick-bass", "finger-bass", level=-1), "RRRRRRRR", 28, ("rise", "storm"))
    kit = _kit(s)
    groove.drums(s, kit, {"kick": "x.......x.......", "tom4": "..x...x...x...x.", "snare": "............o..."}, "rise", fills=4, loud=84)
    groove.drums(s, kit, s.pick("rock-ride", "rock-busy", "half-time"), "storm", fills=4, loud=114)


@style("Rock", like="Country")
def southern_jam(s: Song) -> None:
    """Slide and twin guitars, organ and piano, a shuffle or a straight road beat."""
    s.set((90, 138), ("mixolydian", "major-blues", "minor-pentatonic"), keys="G D A E", swing=s.pick(0.0, 0.9), room=("club", "room", "arena"))
    s.until(42, "verse solo", verse=s.pick("I | bVII | IV | I", "I | I | IV | I", "I | IV | I | V"), solo=s.pick("I | bVII | IV | I", "I | IV | bVII | I"))
    comping.strum(s, players.guitar(s, "edge", -1, -0.4), s.pick("x-xu.uxu", "x-x-x-x-"), strings=5)
    _bass(s, "R-R-5-6-", "R--R5-8-", "R-5-6-5-")
    groove.drums(s, _kit(s), "shuffle" if s.time.swing else s.pick("rock", "rock-busy"), fills=4)
    comping.comp(s, s.part("piano", "drawbar", "honky-tonk", level=-3), "x.x.xx.x", 64, 4, drop=0.2)
    lead = players.guitar(s, "lead", 1, 0.2)
    notes = lines.melody(s, lead, 60, 84, "solo", 1.8, 0.15, bends=0.6, scale="major-blues", pull=0.5)
    if s.chance(0.5):
        lines.harmonise(s, players.guitar(s, "lead", 0, -0.3), notes, 2)
    players.sing(s, "verse", low=55, density=1.4, scale="major-blues", bends=0.3)


@style("Rock", like="Latin")
def surf(s: Song) -> None:
    """Springy reverb, tremolo-picked minor tunes, tom rolls."""
    s.set((140, 184), ("harmonic-minor", "minor", "major", "phrygian-dominant"), keys="E A", room=("plate", "hall", "club"))
    s.until(38, "a a b a", a=s.pick("i | i | iv | V7", "i | bVII | bVI | V", "I | vi | IV | V"), b=s.pick("iv | i | iv | V", "bVI | bVII | i | V"))
    lead = players.guitar(s, s.pick("clean", "edge"), 1, 0.0, extra=("tremolo", "delay:120"))
    tune = lines.melody(s, Part("sketch", "clean-guitar"), 45, 70, None, 1.1, 0.1, unit=2)
    lines.repeated(s, lead, tune, 0.25) if s.chance(0.6) else lines.double(lead, tune)
    comping.comp(s, players.guitar(s, "clean", -2, -0.4), s.pick("x.x.x.x.", ".x.x.x.x", "x-xx.xx-"), 60, 3)
    _bass(s, "R-R-5-5-", "RRRRRRRR", "R-58R-58")
    groove.drums(s, _kit(s), s.pick({"kick": "x...x...x...x...", "snare": "....X.x.....X.x.", "ride": "x.x.x.x.x.x.x.x."}, "rock"), fills=4)
    if s.chance(0.3):
        comping.comp(s, s.part("rock-organ", "tenor-sax", level=-3), "x-------", 64, 2)
