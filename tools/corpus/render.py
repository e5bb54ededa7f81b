"""Plays a piece: sampled parts through fluidsynth, own voices through numpy, one stereo stem per part.

Every piece has a synthesizer of its own, whose fonts stay in memory between pieces; reverb and chorus are off, since rooms are `mix`'s work. Every part has its own audio group, so
that one pass over the piece gives separate stems. Times are seconds, audio is f32 [2, frames] at 44,100 Hz.
"""

from __future__ import annotations

import ctypes
import math
import os
from dataclasses import dataclass, replace
from functools import lru_cache

import fluidsynth
import numpy as np
from numpy.typing import NDArray

import voices
from instruments import AMPLIFIED, FONT_KEYS, GM, KIT_PROGRAMS, SET_KEYS, STAND_INS, Fonts
from score import Part, Piece
from sounding import RATE, Sounding

Audio = NDArray[np.float32]

GROUPS = 16
_BLOCK = 64
"""fluidsynth's own block; rendering whole blocks only keeps its buffer empty between pieces, so that no piece hears the one before."""
_PREROLL = 1.2
"""Seconds played before the excerpt, so that it begins inside the music."""


@dataclass(frozen=True, slots=True)
class Stem:
    """A part's sound and its channel strip."""

    part: Part
    voice: str
    font: str
    audio: Audio


_LOGGER = ctypes.CFUNCTYPE(None, ctypes.c_int, ctypes.c_char_p, ctypes.c_void_p)


@lru_cache(maxsize=1)
def _library() -> ctypes.CDLL:
    """libfluidsynth with the types of what we call; the binding does not wrap multi-channel float output."""
    lib = ctypes.CDLL(fluidsynth._fl._name)  # noqa: SLF001
    whole = ctypes.c_int
    lib.fluid_set_log_function.argtypes = [whole, _LOGGER, ctypes.c_void_p]
    lib.fluid_set_log_function.restype = ctypes.c_void_p
    lib.fluid_synth_get_sfont_by_id.argtypes, lib.fluid_synth_get_sfont_by_id.restype = [ctypes.c_void_p, whole], ctypes.c_void_p
    for name in ("add_sfont", "remove_sfont"):
        getattr(lib, f"fluid_synth_{name}").argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    for name, count in (("system_reset", 0), ("noteon", 3), ("noteoff", 2), ("cc", 3), ("pitch_bend", 2), ("pitch_wheel_sens", 2), ("program_select", 4),
                        ("set_interp_method", 2)):
        getattr(lib, f"fluid_synth_{name}").argtypes = [ctypes.c_void_p] + [whole] * count
    lib.fluid_synth_nwrite_float.argtypes = [ctypes.c_void_p, whole] + [ctypes.POINTER(ctypes.c_void_p)] * 4
    return lib


class Sampler:
    """fluidsynth with some of the fonts loaded, for one piece: a synthesizer that has played before sounds a little different."""

    def __init__(self, files: Fonts, fonts: tuple[str, ...], keeper: Sampler | None = None, groups: int = 1) -> None:
        self._lib = _library()
        self._groups = groups
        self._sets = files.sets()
        # The library tells of presets that a font lacks on stderr; we ask it and fall back.
        self._log = _LOGGER(lambda *_: None)
        for level in range(5):
            self._lib.fluid_set_log_function(level, self._log, None)
        self._synth = fluidsynth.Synth(gain=0.7, samplerate=float(RATE), channels=GROUPS, **{
            "synth.audio-channels": groups, "synth.audio-groups": groups, "synth.reverb.active": 0, "synth.chorus.active": 0, "synth.polyphony": 256,
            "synth.lock-memory": 0, "synth.threadsafe-api": 0})
        self._write = self._lib.fluid_synth_nwrite_float
        # Linear interpolation: a third of the cost, and its images lie above the 8 kHz that the product looks at.
        self._lib.fluid_synth_set_interp_method(self._synth.synth, -1, 1)
        self._fonts: dict[str, int] = {}
        self._loaded: dict[str, int] = {}
        self._borrows = keeper is not None
        for name in fonts:
            if keeper is not None:
                # Reading a font's presets takes as long as playing a piece; those that the keeper has read serve every synthesizer.
                self._loaded[name] = keeper._loaded[name]
                self._fonts[name] = self._lib.fluid_synth_add_sfont(self._synth.synth, self._loaded[name])
                continue
            self._fonts[name] = self._synth.sfload(str(files.path(name)))
            self._loaded[name] = self._lib.fluid_synth_get_sfont_by_id(self._synth.synth, self._fonts[name])

    def close(self) -> None:
        """Frees the synthesizer, but not fonts that are another one's."""
        for font in self._loaded.values() if self._borrows else ():
            self._lib.fluid_synth_remove_sfont(self._synth.synth, font)
        self._synth.delete()

    def play(self, parts: list[tuple[Part, str, str, list[Sounding]]], piece: Piece, start: float, seconds: float) -> list[Audio]:
        """Stems of (part, voice, font, notes), at most GROUPS of them, from `start` on."""
        events: list[tuple[int, int, int, int, int]] = []
        for channel, (part, voice, font, notes) in enumerate(parts):
            self._select(channel, voice, font)
            keys = SET_KEYS if font in self._sets else FONT_KEYS.get(font, {})
            events += self._events(channel, part, notes, piece, start, keys if voice.startswith("kit:") else None)
        events.sort()
        frames = math.ceil(seconds * RATE / _BLOCK) * _BLOCK
        out = np.zeros((2, len(parts), frames), np.float32)
        # Groups that nobody plays in write over each other.
        unused = np.zeros(frames, np.float32)
        at = 0
        for block, _, channel, first, second in [*events, (frames // _BLOCK, 9, 0, 0, 0)]:
            target = min(max(block * _BLOCK, 0), frames)
            if target > at:
                self._advance(out, unused, at, target - at)
                at = target
            self._send(_, channel, first, second)
        return [out[:, channel] for channel in range(len(parts))]

    def _advance(self, out: Audio, unused: Audio, at: int, count: int) -> None:
        base, idle = out.ctypes.data + 4 * at, unused.ctypes.data
        played, frames = out.shape[1:]
        pointers = [(ctypes.c_void_p * self._groups)(*[base + 4 * frames * (side * played + group) if group < played else idle for group in range(self._groups)]) for side in range(2)]
        self._write(self._synth.synth, count, *[ctypes.cast(p, ctypes.POINTER(ctypes.c_void_p)) for p in pointers], None, None)

    def _select(self, channel: int, voice: str, font: str) -> None:
        synth, lib = self._synth, self._lib
        if voice.startswith("kit:"):
            kit = voice[4:]
            if font in self._sets:
                for bank in (128, 0):
                    if lib.fluid_synth_program_select(synth.synth, channel, self._fonts[font], bank, 0) == 0:
                        return
            for program in (KIT_PROGRAMS.get(kit, 0), 0):
                if lib.fluid_synth_program_select(synth.synth, channel, self._fonts[font], 128, program) == 0:
                    return
            raise RuntimeError(f"font {font} has no drum kit")
        lib.fluid_synth_program_select(synth.synth, channel, self._fonts[font], 0, GM[voice])
        lib.fluid_synth_pitch_wheel_sens(synth.synth, channel, 12)

    def _events(self, channel: int, part: Part, notes: list[Sounding], piece: Piece, start: float, drums: dict[int, int] | None) -> list[tuple[int, int, int, int, int]]:
        """(block, kind, channel, first, second); kinds sort note-offs before note-ons of one block. `drums` are a kit's keys that the font has elsewhere, None for tones."""
        found: list[tuple[int, int, int, int, int]] = []
        bent = part.tuning != 0.0
        for note in notes:
            on = int(note.start * RATE / _BLOCK)
            off = max(int((note.start + max(note.length, 0.03)) * RATE / _BLOCK), on + 1)
            key = min(max(round(note.pitch), 0), 127)
            fraction = note.pitch - key
            if drums:
                key = drums.get(key, key)
            found += [(on, 3, channel, key, min(max(round(note.velocity * 127), 1), 127)), (off, 0, channel, key, 0)]
            if drums is not None or not (note.bend or bent or fraction):
                continue
            curve = note.bend or ((0.0, 0.0),)
            times = np.arange(0.0, min(note.length, curve[-1][0] + 0.01) + 0.001, 0.015)
            bends = np.interp(times, [c[0] for c in curve], [c[1] for c in curve]) + part.tuning + fraction
            found += [(on + int(t * RATE / _BLOCK), 2, channel, int(min(max(8192 + b / 12 * 8192, 0), 16383)), 0) for t, b in zip(times, bends, strict=True)]
            if not part.tuning:
                found.append((off, 2, channel, 8192, 0))
        first_control: dict[int, tuple[int, int, int, int, int]] = {}
        for beat, controller, value in part.controls:
            block = int((piece.time.seconds(beat) - start) * RATE / _BLOCK)
            event = (max(block, 0), 1, channel, controller, min(max(value, 0), 127))
            if block < 0:
                first_control[controller] = event
            else:
                found.append(event)
        return found + list(first_control.values())

    def _send(self, kind: int, channel: int, first: int, second: int) -> None:
        synth, lib = self._synth.synth, self._lib
        if kind == 3:
            lib.fluid_synth_noteon(synth, channel, first, second)
        elif kind == 0:
            lib.fluid_synth_noteoff(synth, channel, first)
        elif kind == 1:
            lib.fluid_synth_cc(synth, channel, first, second)
        elif kind == 2:
            lib.fluid_synth_pitch_bend(synth, channel, first)


@lru_cache(maxsize=1)
def _keeper(process: int, files: Fonts) -> Sampler:
    """Holds every font in memory, so that a piece's own synthesizer opens in milliseconds. The process number keeps a forked child from using its parent's."""
    return Sampler(files, files.all())


def soundings(part: Part, piece: Piece, start: float, seconds: float, dice: np.random.Generator) -> list[Sounding]:
    """The part's notes that are heard between `start` and `start + seconds`, in seconds after `start`, with the player's own timing."""
    wander = dice.normal(0.0, part.loose, len(part.notes)) + part.late
    found = []
    end = start + seconds
    for note, off in zip(part.notes, wander.tolist(), strict=True):
        on = piece.time.seconds(note.start) + off
        if on >= end:
            continue
        stop = piece.time.seconds(note.end) + off
        if stop <= start:
            continue
        per_beat = (stop - on) / max(note.length, 1e-6)
        bend = tuple((max(beat, 0.0) * per_beat, up) for beat, up in note.bend)
        begin = max(on - start, 0.0)
        found.append(Sounding(begin, max(stop - start - begin, 0.02), note.pitch, min(max(note.velocity / 127.0, 0.02), 1.0), note.how, bend))
    found.sort(key=lambda note: note.start)
    return found


def cast(piece: Piece, dice: np.random.Generator, files: Fonts) -> list[tuple[str, str]]:
    """Voice and font of each part of one recording: a main font, now and then another one for a part, now and then a stand-in voice."""
    names, shares = list(files.shares()), np.array(list(files.shares().values()))
    main = str(dice.choice(names, p=shares))
    often = 0.6 if files.kits else 0.4
    found = []
    for part in piece.parts:
        voice = part.voice
        if voice in STAND_INS and dice.random() < 0.22 and not (voice in AMPLIFIED and part.fx and not any(f.startswith("amp") for f in part.fx)):
            voice = str(dice.choice(STAND_INS[voice]))
        if files.talkers and (voice.startswith("~speech") or voice == "~rap-voice") and dice.random() < 0.55:
            voice = "~talker"
        font = main if dice.random() < 0.8 else str(dice.choice(names, p=shares))
        sets = files.stand_ins(voice[4:]) if voice.startswith("kit:") else ()
        if sets and dice.random() < often and all(round(note.pitch) in SET_KEYS for note in part.notes):
            font = str(dice.choice(sets))
        found.append((voice, "own" if voice.startswith("~") else font))
    return found


def render(piece: Piece, start: float, seconds: float, dice: np.random.Generator, files: Fonts = Fonts()) -> list[Stem]:
    """The piece's stems from `start` seconds on, for `seconds` seconds."""
    begin = max(start - _PREROLL, 0.0)
    lead = start - begin
    whole = seconds + lead
    frames = int(seconds * RATE)
    skip = int(lead * RATE)
    chosen = cast(piece, dice, files)
    sampled, stems = [], []
    for part, (voice, font) in zip(piece.parts, chosen, strict=True):
        notes = soundings(part, piece, begin, whole, dice)
        take = np.random.default_rng(dice.integers(2**63))
        if not notes:
            continue
        # Double tracking is a second performance, never a delayed copy: summed to mono, a copy would comb the spectrum as no band does.
        again = soundings(part, piece, begin, whole, dice) if "double" in part.fx else None
        if voice.startswith("~"):
            sweep = tuple((piece.time.seconds(beat) - begin, value) for beat, value in part.sweep)
            audio = voices.play(voice[1:], notes, int(whole * RATE) + 1, take, sweep, part.tuning, piece.time.tempo)
            if again is not None:
                audio[1] = voices.play(voice[1:], again, audio.shape[1], take, sweep, part.tuning + float(take.normal(0, 0.05)), piece.time.tempo)[1]
            stems.append(Stem(part, voice, font, audio[:, skip:skip + frames]))
        else:
            sampled.append((part, voice, font, notes))
            if again is not None:
                sampled.append((replace(part, tuning=float(take.normal(0, 0.05))), voice, font, again))
    for chunk in range(0, len(sampled), GROUPS):
        group = sampled[chunk:chunk + GROUPS]
        sampler = Sampler(files, tuple(sorted({font for _, _, font, _ in group})), _keeper(os.getpid(), files), len(group))
        played = sampler.play(group, piece, begin, whole)
        sampler.close()
        for (part, voice, font, _), audio in zip(group, played, strict=True):
            heard = audio[:, skip:skip + frames]
            if stems and part.fx and "double" in part.fx and stems[-1].part.notes is part.notes:
                stems[-1] = replace(stems[-1], audio=np.stack([stems[-1].audio.mean(axis=0), heard.mean(axis=0)]))
            else:
                stems.append(Stem(part, voice, font, heard))
    return stems
