"""Words spoken on the beat by espeak-ng, called in process.

A note's `how` is what is said; the speaking rate is chosen so that it fits the note's length, the note's pitch moves the speaker's pitch. Words are cached, since
hooks repeat. Every genre may use it (announcers, ad-libs, hooks), so that a speaking voice alone says nothing about the genre.
"""

from __future__ import annotations

import ctypes
import ctypes.util
from functools import lru_cache
from math import gcd

import numpy as np
from numpy.typing import NDArray
from scipy.signal import resample_poly

from sounding import RATE, Sounding

Audio = NDArray[np.float32]

SPEAKERS = tuple(f"{language}+{variant}" for language in ("en-us", "en-gb", "en-gb-x-gbcwmd", "es", "fr-fr", "de", "pt-br", "it") for variant in ("m1", "m3", "m7", "f2", "f4", "croak"))
"""Voices of espeak-ng: a language's sounds with a speaker's throat."""

WORDS = tuple((
    "yo|listen up|check it out|come on|one two|back again|on the beat|keep it moving|all night long|in the city|feel the fire|never stop|run it|hands up|what you know about it|"
    "money and time|I been on the road|look at me now|say it loud|nobody gonna hold me down|from the bottom to the top|we ride tonight|every day I grind|turn it up|"
    "let me tell you something|middle of the night|looking for a sign|walk the line|keep it real|no sleep|bring it back|drop the bass|everybody|move your body|baby baby|"
    "another day another story|rhythm in my bones|heavy on the kick and snare|I see it clear|people talking all the time|and I say|hold on|it goes like this|we are live|"
    "thank you so much|good evening|ladies and gentlemen|this one is called|the river is rising|under the moonlight|standing in the rain|don't look back|cannot be stopped"
).split("|"))
"""Phrases of our own that say nothing in particular."""


class _Espeak:
    """The library, opened once per process."""

    def __init__(self) -> None:
        path = ctypes.util.find_library("espeak-ng")
        if path is None:
            raise RuntimeError("libespeak-ng is missing: install the Debian package espeak-ng")
        self._lib = ctypes.CDLL(path)
        self._heard: list[bytes] = []
        # 2 is AUDIO_OUTPUT_SYNCHRONOUS: samples come to the callback, no sound card is opened.
        self.rate = int(self._lib.espeak_Initialize(2, 200, None, 0))
        kind = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)
        self._callback = kind(self._take)
        self._lib.espeak_SetSynthCallback(self._callback)

    def _take(self, samples: ctypes._Pointer[ctypes.c_short], count: int, _events: int | None) -> int:
        if count > 0:
            self._heard.append(ctypes.string_at(samples, count * 2))
        return 0

    def say(self, text: str, speaker: str, words_per_minute: int, pitch: int) -> NDArray[np.float32]:
        """Mono f32 at `rate`."""
        self._heard.clear()
        if self._lib.espeak_SetVoiceByName(speaker.encode()) != 0:
            self._lib.espeak_SetVoiceByName(b"en-us")
        for parameter, value in ((1, words_per_minute), (2, 100), (3, pitch), (4, 30)):
            self._lib.espeak_SetParameter(parameter, value, 0)
        data = text.encode()
        self._lib.espeak_Synth(data, ctypes.c_size_t(len(data) + 1), 0, 1, 0, 1, None, None)
        self._lib.espeak_Synchronize()
        return np.frombuffer(b"".join(self._heard), np.int16).astype(np.float32) / 32768.0


@lru_cache(maxsize=1)
def _espeak() -> _Espeak:
    return _Espeak()


@lru_cache(maxsize=600)
def phrase(text: str, speaker: str, words_per_minute: int, pitch: int) -> Audio:
    """What is said, without silence at its ends, at 44,100 Hz, peak 1."""
    engine = _espeak()
    said = engine.say(text, speaker, words_per_minute, pitch)
    loud = np.flatnonzero(np.abs(said) > 0.02)
    if len(loud) == 0:
        return np.zeros(64, np.float32)
    said = said[loud[0]:loud[-1] + 1]
    common = gcd(RATE, engine.rate)
    wide = resample_poly(said, RATE // common, engine.rate // common).astype(np.float32)
    return wide / max(float(np.max(np.abs(wide))), 1e-6)


def play(speaker: str, notes: list[Sounding], frames: int, dice: np.random.Generator) -> Audio:
    """A spoken part: `speaker` names one (`en-us+m3`), or is empty for any."""
    who = speaker or str(dice.choice(SPEAKERS))
    out = np.zeros(frames, np.float32)
    for note in notes:
        words = note.how or "hey"
        syllables = max(sum(word.count(v) for word in words.split() for v in "aeiouy") * 0.8, 1.0)
        # espeak counts words of some 1.6 syllables; the rate is kept to what can be understood, in steps, so that phrases come from the cache.
        rate = int(min(max(60.0 * syllables / 1.6 / note.length, 130), 380) // 20 * 20)
        tone = phrase(words, who, rate, int(min(max(note.pitch - 20, 0), 99)))
        on = int(note.start * RATE)
        count = min(len(tone), int(note.length * 1.15 * RATE) + 800, frames - on)
        if count > 64:
            said = tone[:count] * np.float32(note.velocity)
            said[-64:] *= np.linspace(1, 0, 64, dtype=np.float32)
            out[on:on + count] += said
    return np.stack([out, out])
