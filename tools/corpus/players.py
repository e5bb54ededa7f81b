"""Players whom several genres hire: singers, guitar pairs, string sections, talkers."""

from __future__ import annotations

from collections.abc import Sequence

import lines
import speech
from score import Note, Part
from song import Song, Where

SYLLABLES = ("la", "na", "da", "me", "sa", "to", "wai", "ho", "be", "no", "lu", "ta", "mo", "ai", "ye", "do", "she", "wa", "ma", "ra")
"""What a singer without words sings; the vowels and the consonant's kind are heard."""

SINGERS = ("~vocal", "~vocal-low", "~vocal-duo", "~vocal", "~vocal-low", "oohs", "synth-voice")


def sing(s: Song, where: Where = None, low: int | None = None, density: float = 1.3, rest: float = 0.22, level: float = 1.0, fx: Sequence[str] = (), bends: float = 0.2, scale: str | None = None,
         form: str = "", ahead: float = 0.15, voices: Sequence[str] = SINGERS, graces: float = 0.04, pull: float = 0.6) -> list[Note]:
    """A lead singer: a tune in a singer's compass, syllable by syllable, in front of the band."""
    who = s.part(*voices, name="singer", level=level, pan=0.0, fx=fx, loose=0.02)
    deep = "low" in who.voice
    bottom = low if low is not None else (s.pick(45, 48, 50) if deep else s.pick(52, 55, 57, 60))
    notes = lines.melody(s, who, bottom, bottom + 15, where, density, rest, form=form, pull=pull, bends=bends, scale=scale, ahead=ahead, graces=graces, leap=0.12,
                         syllables=s.rng.sample(SYLLABLES, 12), loud=100)
    if s.chance(0.3):
        backing = s.part("~backing", "oohs", "~vocal-duo", name="backing", level=level - 7, loose=0.02)
        lines.harmonise(s, backing, notes, s.pick(-2, 2, -5), scale=scale if scale and "penta" not in scale else None)
    return notes


def talk(s: Song, where: Where = None, every: int = 4, level: float = -2.0, fx: Sequence[str] = ()) -> Part:
    """Somebody says a few words now and then: an announcer, a hook, an ad-lib."""
    who = s.part("~speech", name="talker", level=level, pan=0.0, fx=fx)
    hooks = s.rng.sample(speech.WORDS, 4)
    pitch = s.rng.randint(45, 85)
    for bar in s.bars(where):
        if bar.index % every == every - 1:
            words = s.rng.choice(hooks)
            who.add(bar.start + s.pick(0, 1, 2), min(0.35 * len(words.split()) + 0.5, bar.beats), pitch, 100, words)
    return who


def guitar(s: Song, gain: str, level: float = 0.0, pan: float = 0.0, wide: bool = False, extra: Sequence[str] = ()) -> Part:
    """An electric guitar: an own string through an own amplifier, or a sampled one; `wide` is double-tracked."""
    sampled = "clean-guitar" if gain in ("clean", "edge") else "overdriven" if gain == "crunch" else "distorted"
    voice = s.pick("~electric-guitar", "~electric-guitar", "~electric-dark", sampled)
    chain = (f"amp:{gain}", *extra, *(("double",) if wide else ()))
    return s.part(voice, name="guitar", level=level, pan=pan, fx=chain, send=-18 if gain in ("high", "scooped", "death") else -12)


def strings(s: Song, level: float = 0.0, voice: Sequence[str] = ("strings", "slow-strings", "strings"), loose: float = 0.02) -> list[Part]:
    """First and second violins, violas, celli, basses: seats from left to right, highest first."""
    seats = (-0.6, -0.3, 0.15, 0.45, 0.6)
    own = s.rng.choice(list(voice))
    return [s.part(own, name=name, level=level + lift, pan=seat, send=-9, loose=loose)
            for name, seat, lift in zip(("violin1", "violin2", "viola", "cello", "bass"), seats, (0, -2, -2, -1, -1), strict=True)]
