"""Writes SoundFont 2.01 files: recorded notes become a font that fluidsynth plays.

Units and chunk layouts are those of the SoundFont Technical Specification 2.01: sections 5 to 7 for the chunks, 8.1.2 for the generators.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Mono = NDArray[np.float32]

_SILENCE = 46
"""Zero samples after each recording, which players may read into."""
_PAN, _DELAY, _ATTACK, _DECAY, _SUSTAIN, _RELEASE, _KEYS, _VELOCITIES, _FINE, _SAMPLE, _LOOPS, _CLASS, _SCALE, _ROOT, _INSTRUMENT = 17, 33, 34, 36, 37, 38, 43, 44, 52, 53, 54, 57, 56, 58, 41


@dataclass(frozen=True, eq=False)
class Recording:
    """One recorded note."""

    audio: Mono
    """Mono, from -1 to 1."""
    rate: int
    key: float
    """MIDI note number of its pitch, with a fraction."""
    loop: tuple[int, int] | None = None
    """First frame of the part that is repeated while the key is held, and the one after its last."""


@dataclass(frozen=True)
class Zone:
    """Which keys play a recording, and how."""

    recording: Recording
    keys: tuple[int, int] = (0, 127)
    velocities: tuple[int, int] = (0, 127)
    pan: float = 0.0
    """From -1 to 1."""
    cents: float = 0.0
    delay: float = 0.0
    attack: float = 0.0
    release: float = 0.1
    decay: float = 0.0
    """Seconds; `decay` to silence while the key is held, 0 for a note that is as loud as its recording."""
    pitched: bool = True
    """Whether the key changes the pitch."""
    chokes: int = 0
    """Zones of the same number above 0 end each other: hats."""


@dataclass(frozen=True)
class Preset:
    """What a program change selects; bank 128 is percussion."""

    name: str
    bank: int
    program: int
    zones: tuple[Zone, ...]


def write(path: Path, name: str, presets: Sequence[Preset]) -> None:
    """Files the presets; recordings that several zones share are stored once, and so are the zones of presets that share them all."""
    recordings = list({id(zone.recording): zone.recording for preset in presets for zone in preset.zones}.values())
    place = {id(recording): index for index, recording in enumerate(recordings)}
    instruments = list({id(preset.zones): preset for preset in presets}.values())
    played = {id(preset.zones): index for index, preset in enumerate(instruments)}
    ordered = sorted(presets, key=lambda preset: (preset.bank, preset.program))

    headers, waves, at = b"", [], 0
    for index, recording in enumerate(recordings):
        wave = np.concatenate([np.clip(np.round(recording.audio * 32767.0), -32768, 32767).astype("<i2"), np.zeros(_SILENCE, "<i2")])
        waves.append(wave.tobytes())
        end = at + len(recording.audio)
        first, last = recording.loop or (0, len(recording.audio))
        headers += struct.pack("<20s5IBbHH", _text(f"recording {index}"), at, end, at + first, at + last, recording.rate, round(recording.key), 0, 0, 1)
        at += len(wave)
    headers += struct.pack("<20s5IBbHH", b"EOS", 0, 0, 0, 0, 0, 0, 0, 0, 0)

    instrument_headers, instrument_bags, instrument_generators, bags, generators = b"", b"", b"", 0, 0
    for preset in instruments:
        instrument_headers += struct.pack("<20sH", _text(preset.name), bags)
        for zone in preset.zones:
            instrument_bags += struct.pack("<HH", generators, 0)
            written = _zone(zone, place[id(zone.recording)])
            instrument_generators += written
            generators += len(written) // 4
            bags += 1
    instrument_headers += struct.pack("<20sH", b"EOI", bags)
    instrument_bags += struct.pack("<HH", generators, 0)

    preset_headers = b"".join(struct.pack("<20sHHHIII", _text(preset.name), preset.program, preset.bank, index, 0, 0, 0) for index, preset in enumerate(ordered))
    preset_headers += struct.pack("<20sHHHIII", b"EOP", 0, 0, len(ordered), 0, 0, 0)
    preset_bags = b"".join(struct.pack("<HH", index, 0) for index in range(len(ordered) + 1))
    preset_generators = b"".join(struct.pack("<HH", _INSTRUMENT, played[id(preset.zones)]) for preset in ordered) + bytes(4)

    info = _chunk(b"ifil", struct.pack("<HH", 2, 1)) + _chunk(b"isng", b"EMU8000\0") + _chunk(b"INAM", struct.pack("<20s", _text(name)))
    articulation = b"".join(_chunk(tag, data) for tag, data in (
        (b"phdr", preset_headers), (b"pbag", preset_bags), (b"pmod", bytes(10)), (b"pgen", preset_generators), (b"inst", instrument_headers), (b"ibag", instrument_bags),
        (b"imod", bytes(10)), (b"igen", instrument_generators + bytes(4)), (b"shdr", headers)))
    lists = b"".join(_chunk(b"LIST", kind + data) for kind, data in ((b"INFO", info), (b"sdta", _chunk(b"smpl", b"".join(waves))), (b"pdta", articulation)))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_chunk(b"RIFF", b"sfbk" + lists))


def _chunk(tag: bytes, data: bytes) -> bytes:
    return tag + struct.pack("<I", len(data)) + data + bytes(len(data) % 2)


def _text(name: str) -> bytes:
    return name.encode("ascii", "replace")[:19]


def _timecents(seconds: float) -> int:
    return max(round(1200 * math.log2(max(seconds, 1e-3))), -12000)


def _zone(zone: Zone, sample: int) -> bytes:
    """Generators in the order that the specification asks for: ranges first, the sample last."""
    fields = [(_PAN, round(zone.pan * 500)), (_DELAY, _timecents(zone.delay)), (_ATTACK, _timecents(zone.attack)), (_RELEASE, _timecents(zone.release)),
              (_FINE, round(zone.cents + 100 * (round(zone.recording.key) - zone.recording.key))),
              (_LOOPS, 1 if zone.recording.loop else 0), (_SCALE, 100 if zone.pitched else 0)]
    if zone.decay:
        fields += [(_DECAY, _timecents(zone.decay)), (_SUSTAIN, 1000)]
    if zone.chokes:
        fields.append((_CLASS, zone.chokes))
    # With a scale of 0 every key sounds as key 60 would; a recording whose root is 60 then sounds as it was recorded.
    fields.append((_ROOT, round(zone.recording.key) if zone.pitched else 60))
    head = struct.pack("<HBBHBB", _KEYS, *zone.keys, _VELOCITIES, *zone.velocities)
    return head + b"".join(struct.pack("<Hh", number, value) for number, value in fields) + struct.pack("<HH", _SAMPLE, sample)
