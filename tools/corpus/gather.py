"""Makes sound fonts of what packages hold as loose recordings, so that more instruments and drummers' kits play than the fonts of Debian's packages have.

    tools/.venv-corpus/bin/python tools/corpus/gather.py --out fonts --recorded packages
    tools/.venv-corpus/bin/python tools/corpus/make.py … --further-font fonts/gathered.sf2 --further-share 0.5 --further-kits fonts/kits

`gathered.sf2` is a General MIDI bank: Debian's `freepats` (patches for the Gravis UltraSound), and over them the instruments that were recorded note by note for the
npm packages `tonejs-instrument-*-mp3`, of which `--recorded` names the folder. `kits/` has a font for each kit of Debian's `hydrogen-drumkits`, and some more where a kit
holds several bass drums. Nothing is drawn: the same packages make the same files.
"""

from __future__ import annotations

import argparse
import re
import struct
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import soundfile
from scipy.signal import resample_poly

sys.path.insert(0, str(Path(__file__).parent))

from instruments import GM, MACHINE, SET_KEYS  # noqa: E402
from soundfont import Mono, Preset, Recording, Zone, write  # noqa: E402
from sounding import RATE  # noqa: E402

FREEPATS = Path("/usr/share/midi/freepats")
DRUMKITS = Path("/usr/share/hydrogen/data/drumkits")

RECORDED: dict[str, tuple[str, ...]] = {
    "violin": ("violin", "viola", "fiddle"), "cello": ("cello",), "contrabass": ("contrabass",), "flute": ("flute", "piccolo"), "clarinet": ("clarinet",), "bassoon": ("bassoon",),
    "french-horn": ("horn",), "trumpet": ("trumpet",), "trombone": ("trombone",), "tuba": ("tuba",), "harp": ("harp",), "xylophone": ("xylophone",), "piano": ("piano",),
    "guitar-acoustic": ("steel",), "guitar-nylon": ("nylon",), "guitar-electric": ("clean-guitar",), "saxophone": ("alto-sax", "tenor-sax"), "harmonium": ("reed-organ",),
    "organ": ("church-organ",), "bass-electric": ("finger-bass",),
}
"""Programs that an instrument of the npm packages plays."""

HELD: frozenset[str] = frozenset({"violin", "cello", "contrabass", "flute", "clarinet", "bassoon", "french-horn", "trumpet", "trombone", "tuba", "saxophone", "harmonium", "organ"})
"""Those that sound for as long as the player wants."""

DYING: frozenset[str] = frozenset(
    {"electric-grand", "rhodes", "dx-piano", "clavinet", "celesta", "glockenspiel", "bells", "dulcimer", "nylon", "steel", "jazz-guitar", "clean-guitar", "muted-guitar", "upright", "finger-bass", "pick-bass",
     "fretless", "slap-bass", "slap-bass-2", "synth-bass", "harp", "timpani", "sitar", "steel-drums"})
"""Programs of freepats whose patches repeat a wave for ever where a string or a bell dies away."""

SECTIONS: dict[str, tuple[float, tuple[tuple[str, int, int], ...]]] = {
    "strings": (0.05, (("contrabass", 0, 43), ("cello", 40, 62), ("violin", 55, 127))), "slow-strings": (0.3, (("contrabass", 0, 43), ("cello", 40, 62), ("violin", 55, 127))),
    "brass": (0.02, (("tuba", 0, 45), ("trombone", 40, 64), ("french-horn", 48, 72), ("trumpet", 58, 127))),
}
"""Sections by their attack in seconds and who sits in them, with the lowest and the highest key."""

SEATS = ((-0.8, -9.0, 0.0), (0.1, 2.0, 0.017), (0.8, 8.0, 0.031))
"""A section's players: pan, cents, seconds late."""

INSTEAD: dict[str, str] = {
    "honky-tonk": "bright-piano", "vibraphone": "celesta", "music-box": "celesta", "marimba": "xylophone", "perc-organ": "drawbar", "rock-organ": "drawbar", "reed-organ": "accordion",
    "harmonica": "accordion", "harmonics": "jazz-guitar", "synth-bass-2": "synth-bass", "viola": "violin", "contrabass": "cello", "slow-strings": "strings", "synth-strings": "strings",
    "synth-strings-2": "strings", "choir": "oohs", "synth-voice": "oohs", "orchestra-hit": "brass", "synth-brass": "brass", "synth-brass-2": "brass", "shakuhachi": "bottle",
    "whistle": "ocarina", "saw-lead": "charang", "calliope": "pan-flute", "chiff": "bottle", "voice-lead": "oohs", "fifths": "charang", "bass-lead": "synth-bass", "warm-pad": "halo-pad",
    "polysynth": "new-age", "choir-pad": "oohs", "bowed-pad": "strings", "metal-pad": "halo-pad", "rain": "crystal", "soundtrack": "sweep-pad", "atmosphere": "new-age",
    "brightness": "crystal", "sci-fi": "echoes", "banjo": "steel", "shamisen": "nylon", "koto": "harp", "kalimba": "xylophone", "bagpipe": "oboe", "fiddle": "violin", "shanai": "oboe",
    "tinkle": "celesta", "agogo-bell": "glockenspiel", "taiko": "timpani", "melodic-tom": "timpani", "synth-drum": "timpani", "reverse-cymbal": "seashore", "breath-noise": "seashore",
    "bird": "ocarina", "telephone": "glockenspiel", "applause": "seashore", "gunshot": "woodblocks",
}
"""What plays where there are no recordings of a program."""

DRUMS: dict[int, str] = {
    36: r"kick|bass ?drum|thump", 37: r"stick|rim ?click|clap|snap", 38: r"snare(?!.*(rim|roll))|slap", 39: r"clap|snap|stick", 42: r"closed|hat (1 )?cl|hat ring|maraca",
    44: r"pedal|closed|\bpd\b|maraca", 46: r"hat.* op|open|ohh|tambourine", 41: r"(floor|low).*tom|tom.*(low|floor)|bongo lo|conga|drum", 45: r"tom.*(mid|2)|middle tom|bongo lo|conga|drum",
    47: r"tom.*(hi|1)|high tom|bongo hi|conga|drum", 49: r"crash(?!.*(bell|bow|flink))", 51: r"ride(?!.*(bell|cup|flink))|cymbal", 53: r"(?<!cow)bell|cup", 54: r"tambourine", 55: r"splash", 56: r"cowbell|cow bell",
    57: r"crash|cymbal",
}
"""General MIDI's percussion keys by what kits call their drums; of several the kit's variants take turns."""

MACHINES = ("audiophob", "electricempire", "hardelectro", "rumpf", "varibreaks")
"""How the names of the kits begin whose drums are no drummer's."""

SOFTER: dict[int, float] = {42: 0.5, 44: 0.5, 46: 0.55, 49: 0.7, 51: 0.5, 53: 0.5, 54: 0.5, 55: 0.6, 56: 0.6, 57: 0.7, 59: 0.5, 60: 0.7, 64: 0.4}
"""How loud the peak of metal is, against that of skins."""

NEAREST: dict[int, tuple[int, ...]] = {37: (39, 38), 39: (37, 38), 40: (38,), 41: (45, 47, 36), 43: (41, 45, 36), 45: (47, 41, 36), 47: (45, 41, 36), 44: (42,), 46: (42,), 49: (57, 51, 46), 51: (49, 46, 42), 53: (51, 42),
                                       54: (42,), 55: (49, 46), 56: (53, 37), 57: (49, 51, 46), 59: (51, 42), 60: (49, 46), 64: (42,)}
"""What a kit plays instead of a drum that it lacks. 60 and 64 are the china and the maracas of the other drummers' fonts."""


def main() -> int:
    """Reads the arguments and writes the fonts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True, help="folder for gathered.sf2 and kits/")
    parser.add_argument("--recorded", type=Path, help="folder of unpacked npm packages tonejs-instrument-*-mp3; without it freepats plays alone")
    parser.add_argument("--freepats", type=Path, default=FREEPATS, help=f"folder of the patches (default {FREEPATS})")
    parser.add_argument("--drumkits", type=Path, default=DRUMKITS, help=f"folder of the drum kits (default {DRUMKITS})")
    arguments = parser.parse_args()
    for folder, package in ((arguments.freepats, "freepats"), (arguments.drumkits, "hydrogen-drumkits")):
        if not folder.is_dir():
            parser.error(f"there is no folder {folder}: install Debian's package {package}")
    try:
        presets = bank(arguments.freepats, arguments.recorded)
    except FileNotFoundError as error:
        parser.error(str(error))
    write(arguments.out / "gathered.sf2", "gathered", presets)
    print(f"{arguments.out / 'gathered.sf2'}: {len(presets)} presets")
    for name, zones in kits(arguments.drumkits):
        write(arguments.out / "kits" / f"{name}.sf2", name, [Preset(name, 128, 0, zones)])
        print(f"{arguments.out / 'kits' / name}.sf2: {len(zones)} zones")
    return 0


# ---- the bank ----

def bank(freepats: Path, recorded: Path | None) -> list[Preset]:
    """A preset for each of the 128 programs, and the standard kit."""
    zones: dict[str, tuple[Zone, ...]] = {}
    names = {number: name for name, number in GM.items()}
    for path in sorted((freepats / "Tone_000").glob("*.pat")):
        name = names[int(path.name[:3])]
        zones[name] = tuple(replace(zone, decay=7.0 if name in DYING and zone.recording.loop else 0.0) for zone in patch(path))
    if recorded is not None:
        players = {}
        for instrument in RECORDED:
            folders = sorted(recorded.glob(f"*tonejs-instrument-{instrument}-mp3*/**/"))
            notes = next((found for folder in folders if (found := sorted(folder.glob("*.mp3")))), None)
            if notes is None:
                raise FileNotFoundError(f"there are no recordings in {recorded / f'tonejs-instrument-{instrument}-mp3'}: unpack the npm package there")
            players[instrument] = notewise(notes, instrument in HELD)
        for instrument, programs in RECORDED.items():
            release = 0.15 if instrument in HELD else 0.4
            zones |= {program: tuple(spread(players[instrument], release=release)) for program in programs}
        for program, (attack, seats) in SECTIONS.items():
            zones[program] = tuple(section(players, attack, seats))
    for program in GM:
        if program not in zones:
            zones[program] = zones[INSTEAD[program]]
    drums = [replace(zone, keys=(key, key), pitched=False, release=0.5, chokes=1 if key in (42, 44, 46) else 0)
             for path in sorted((freepats / "Drum_000").glob("*.pat")) for key in (int(path.name[:3]),) for zone in patch(path)[:1]]
    return [Preset(name, 0, number, zones[name]) for name, number in GM.items()] + [Preset("kit", 128, 0, tuple(drums))]


def patch(path: Path) -> list[Zone]:
    """The zones of a Gravis UltraSound patch: headers of file, instrument and layer, 239 bytes in all, and before each recording one of 96."""
    data = path.read_bytes()
    if data[:12] != b"GF1PATCH110\0":
        raise ValueError(f"{path} is no patch")
    at, zones = 129 + 63 + 47, []
    for _ in range(data[129 + 63 + 6]):
        _, _, size, first, last, rate, _, high, root, _, _ = struct.unpack_from("<7sBIIIHIIIhB", data, at)
        modes = data[at + 55]
        raw = data[at + 96:at + 96 + size]
        at += 96 + size
        wide = modes & 1
        wave = np.frombuffer(raw[:len(raw) // 2 * 2] if wide else raw, "<i2" if wide else "i1").astype(np.float32)
        if modes & 2:
            wave = np.frombuffer(raw[:len(raw) // 2 * 2] if wide else raw, "<u2" if wide else "u1").astype(np.float32) - (32768.0 if wide else 128.0)
        wave /= 32768.0 if wide else 128.0
        if modes & 16:
            wave = wave[::-1]
        width = 2 if wide else 1
        begin, end = min(first // width, len(wave)), min(last // width, len(wave))
        loop = None
        if modes & 4 and end - begin > 8:
            if modes & 8:
                # Forwards and backwards: written out once, since fonts only loop forwards.
                wave = np.concatenate([wave[:end], wave[begin:end][::-1]])
                end += end - begin
            loop = (begin, end)
        highest = min(max(round(_key(high / 1000.0)), 0), 126)
        zones.append(Zone(Recording(_leveled(wave), rate, _key(root / 1000.0), loop), (0, highest), release=0.12))
    # Keys that no recording was meant for are the nearest one's.
    zones.sort(key=lambda zone: zone.recording.key)
    edges = [0, *(zone.keys[1] + 1 for zone in zones[:-1]), 128]
    return [replace(zone, keys=(low, high - 1)) for zone, low, high in zip(zones, edges, edges[1:], strict=False) if high > low]


def notewise(files: Sequence[Path], held: bool) -> list[Recording]:
    """An instrument's notes, by the pitch that they are named after."""
    found = []
    for path in files:
        named = re.fullmatch(r"([A-G])(s?)(\d)", path.stem)
        if named is None:
            continue
        audio, rate = soundfile.read(path, dtype="float32", always_2d=True)
        key = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}[named[1]] + (named[2] == "s") + 12 * (int(named[3]) + 1)
        wave = _trimmed(audio.mean(axis=1))[:int(5.0 * rate)]
        if held:
            wave, loop = _looped(wave, rate)
        else:
            wave[-rate // 4:] *= np.linspace(1.0, 0.0, len(wave[-rate // 4:]), dtype=np.float32)
            loop = None
        found.append(Recording(_leveled(wave), rate, float(key), loop))
    return sorted(found, key=lambda note: note.key)


def spread(notes: Sequence[Recording], low: int = 0, high: int = 127, **how: float) -> Iterable[Zone]:
    """Each recording plays the keys that are nearest to it, within the compass."""
    edges = [low, *(int((a.key + b.key) // 2) + 1 for a, b in zip(notes, notes[1:], strict=False)), high + 1]
    for index, note in enumerate(notes):
        first, last = max(edges[index], low), min(edges[index + 1] - 1, high)
        if first <= last:
            yield Zone(note, (first, last), **how)


def section(players: dict[str, list[Recording]], attack: float, seats: Sequence[tuple[str, int, int]]) -> Iterable[Zone]:
    """Three players of each instrument, a little apart in place, pitch and time."""
    for instrument, low, high in seats:
        for pan, cents, late in SEATS:
            yield from spread(players[instrument], low, high, pan=pan, cents=cents, delay=late, attack=attack, release=0.3)


# ---- drum kits ----

def kits(folder: Path) -> Iterable[tuple[str, tuple[Zone, ...]]]:
    """Each kit that has at least a bass drum, a snare drum and a hat, in up to three variants."""
    for path in sorted(folder.glob("*/drumkit.xml")):
        drums = [drum for drum in _kit(path).iter("instrument") if _layers(drum)]
        named = {key: [drum for drum in drums if re.search(pattern, (drum.findtext("name") or "").lower())] for key, pattern in DRUMS.items()}
        # Black Pearl is among the fonts of Debian's avldrums.lv2-soundfont.
        if path.parent.name.startswith("The Black Pearl") or not (named[36] and named[38] and named[42]):
            continue
        word = re.sub(r"[^a-z0-9]+", "-", path.parent.name.lower()).strip("-")
        word = MACHINE + word if word.startswith(MACHINES) else word
        for variant in range(min(len(named[36]), 3)):
            chosen = {key: drums[variant % len(drums)] for key, drums in named.items() if drums}
            chosen[40] = named[38][(variant + 1) % len(named[38])]
            for key, others in NEAREST.items():
                if key not in chosen:
                    chosen[key] = next(chosen[other] for other in (*others, 36) if other in chosen)
            zones = [zone for key in sorted(set(SET_KEYS.values()) & set(chosen)) for zone in _strokes(path.parent, chosen[key], key)]
            yield word + (f"-{variant + 1}" if variant else ""), tuple(zones)


def _kit(path: Path) -> ElementTree.Element:
    """A kit's description without its name spaces, of which the kits have three kinds."""
    text = path.read_text(encoding="utf-8", errors="replace")
    return ElementTree.fromstring(re.sub(r'\s(xmlns(:\w+)?|xsi:\w+)="[^"]*"', "", text))


def _layers(drum: ElementTree.Element) -> list[tuple[str, float, float, float]]:
    """Files by the share of velocity from which and to which they sound, and their gain."""
    found = [(layer.findtext("filename") or "", *(float(layer.findtext(field) or 0.0) for field in ("min", "max", "gain"))) for layer in drum.iter("layer")]
    alone = drum.findtext("filename")
    return sorted((layer for layer in found if layer[0]), key=lambda layer: layer[1]) or ([(alone, 0.0, 1.0, 1.0)] if alone else [])


def _strokes(folder: Path, drum: ElementTree.Element, key: int) -> Iterable[Zone]:
    """A drum's recordings, soft to hard; all as loud as each other, since the velocity makes the difference again."""
    layers = [layer for layer in _layers(drum) if (folder / layer[0]).is_file()]
    strokes = layers if len(layers) <= 3 else [layers[0], layers[len(layers) // 2], layers[-1]]
    edges = [0, *(min(max(round(127 * after[1]), 1), 127) for after in strokes[1:]), 128]
    level = float(drum.findtext("volume") or 1.0)
    for (name, _, _, _), low, high in zip(strokes, edges, edges[1:], strict=False):
        if high <= low:
            continue
        audio, rate = soundfile.read(folder / name, dtype="float32", always_2d=True)
        wave = _trimmed(audio.mean(axis=1))
        if rate != RATE:
            wave = resample_poly(wave, RATE, rate).astype(np.float32)
        wave = wave[:int(2.5 * RATE)]
        wave[-500:] *= np.linspace(1.0, 0.0, len(wave[-500:]), dtype=np.float32)
        yield Zone(Recording(_leveled(wave) * np.float32(min(level, 1.0) * SOFTER.get(key, 1.0)), RATE, 60.0), (key, key), (low, high - 1), release=1.0, pitched=False, chokes=1 if key in (42, 44, 46) else 0)


# ---- recordings ----

def _key(hertz: float) -> float:
    return 69.0 + 12.0 * np.log2(max(hertz, 1.0) / 440.0)


def _trimmed(wave: Mono) -> Mono:
    """Without the silence before its first 1 % of the peak, and a millisecond to spare."""
    loud = np.flatnonzero(np.abs(wave) > 0.01 * max(float(np.abs(wave).max(initial=0.0)), 1e-6))
    return wave[max(int(loud[0]) - 44, 0):].copy() if len(loud) else wave.copy()


def _leveled(wave: Mono) -> Mono:
    """To a peak of 0.9."""
    return (wave * (0.9 / max(float(np.abs(wave).max(initial=0.0)), 1e-6))).astype(np.float32)


def _looped(wave: Mono, rate: int) -> tuple[Mono, tuple[int, int]]:
    """The note made endless: from its middle on it is faded over into what precedes its loop, so that no seam is heard."""
    first, last = int(0.35 * len(wave)), int(0.8 * len(wave))
    over = min((last - first) // 2, rate // 2)
    wave = wave[:last].copy()
    ramp = np.sqrt(np.linspace(0.0, 1.0, over, dtype=np.float32))
    wave[last - over:last] = wave[last - over:last] * ramp[::-1] + wave[first - over:first] * ramp
    return wave, (first, last)


if __name__ == "__main__":
    sys.exit(main())
