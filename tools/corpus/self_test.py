"""`make.py --self-test`: every sub-style once, rendered and looked at; and the corpus's promises (same seed, same clip; whatever the jobs).

Prints one line per finding and returns the number of findings as the exit status, 100 at most.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
from pathlib import Path

import fluidsynth
import numpy as np
import soundfile

import make
from genres import GENRES, load, module
from groove import DRUMS, KITS
from score import Piece, TimeMap
from song import STYLES, Style
from soundfont import Preset, Recording, Zone, write
from sounding import RATE

_TEMPO = (38.0, 300.0)
_METERS = {2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0, 6.0}
_FEEL: dict[str, dict[str, object]] = {
    # What must hold for nearly all pieces of a genre; shares are of eight pieces of every style.
    "Blues": {"swung": 0.4}, "Jazz": {"swung": 0.5}, "Electronic": {"straight": 0.6}, "Metal": {"straight": 0.85, "drumkits": 0.9}, "Rock": {"drumkits": 0.95},
    "Folk": {"drumkits_at_most": 0.65}, "Disco": {"straight": 0.95, "drumkits": 0.95}, "Pop": {"straight": 0.7, "drumkits": 0.8}, "Hip-Hop": {"drumkits": 0.95},
    "Rap": {"drumkits": 0.85, "speech_at_most": 0.65}, "R&B": {"drumkits": 0.8}, "Reggae": {"swung": 0.4, "drumkits": 0.85}, "Latin": {"drumkits": 0.7, "straight": 0.75},
}


def fingerprint(piece: Piece) -> str:
    """A hash of every note, so that two machines can compare compositions."""
    text = ";".join(f"{part.voice}:" + ",".join(f"{n.start:.6f} {n.length:.6f} {n.pitch:.3f} {n.velocity:.3f} {n.how}" for n in part.notes) for part in piece.parts)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def notes_are_sound(piece: Piece) -> list[str]:
    """Complaints about a composition."""
    found = []
    if not _TEMPO[0] <= piece.time.tempo <= _TEMPO[1]:
        found.append(f"tempo {piece.time.tempo:.0f}")
    if piece.beats not in _METERS:
        found.append(f"{piece.beats} beats a bar")
    if piece.time.seconds(piece.end) < 25:
        found.append(f"only {piece.time.seconds(piece.end):.0f} s long")
    for part in piece.parts:
        low, high = (20, 88) if "kit:" in part.voice else (12, 115)
        for note in part.notes:
            if not (low <= note.pitch <= high and note.length > 0 and 0 < note.velocity <= 127.5):
                found.append(f"{part.voice} plays {note}")
                break
    sampled = sum(1 for part in piece.parts if part.notes)
    if sampled == 0:
        found.append("nobody plays")
    moments = [piece.time.seconds(beat / 8) for beat in range(int(piece.end) * 8)]
    if any(b <= a for a, b in zip(moments, moments[1:], strict=False)):
        found.append("time runs backwards")
    return found


def sound_is_sound(audio: np.ndarray, seconds: float) -> list[str]:
    """Complaints about a recording, [2, frames]."""
    found = []
    if audio.shape[0] != 2 or abs(audio.shape[1] - seconds * RATE) > 0.001 * RATE or not 10.0 <= seconds <= 14.1:
        found.append(f"shape {audio.shape} for {seconds:.1f} s")
    if not np.all(np.isfinite(audio)):
        return [*found, "not finite"]
    peak, level = float(np.max(np.abs(audio))), float(np.sqrt(np.mean(np.square(audio))))
    if peak >= 0.999:
        found.append(f"clips at {peak:.3f}")
    if level < 0.008:
        found.append(f"nearly silent, rms {level:.4f}")
    blocks = np.sqrt(np.mean(np.square(audio[:, : audio.shape[1] // RATE * RATE]).reshape(2, -1, RATE), axis=(0, 2)))
    if np.mean(blocks < level * 0.02) > 0.5:
        found.append("silent for more than half of the time")
    power = np.abs(np.fft.rfft(audio.mean(axis=0))) ** 2
    hertz = np.fft.rfftfreq(audio.shape[1], 1 / RATE)
    share = lambda low, high: float(power[(hertz >= low) & (hertz < high)].sum() / max(power.sum(), 1e-12))  # noqa: E731
    if share(0, 30) > 0.3:
        found.append(f"{share(0, 30):.0%} of the power lies under 30 Hz")
    if share(60, 8000) < 0.4:
        found.append(f"only {share(60, 8000):.0%} of the power lies where the product looks")
    return found


def feel(genre: str) -> list[str]:
    """Complaints about a genre as a whole: swing, drum kits, speech, keys."""
    wanted = _FEEL.get(genre, {})
    pieces = [make.compose(style, 77, index) for style in STYLES[genre] for index in range(8)]
    swung = sum(piece.time.swing > 0.05 for piece in pieces) / len(pieces)
    kits = sum(any("kit:" in part.voice and "orchestra" not in part.voice and len(part.notes) > 20 for part in piece.parts) for piece in pieces) / len(pieces)
    found = []
    if swung < float(wanted.get("swung", 0)):
        found.append(f"only {swung:.0%} swing")
    if 1 - swung < float(wanted.get("straight", 0)):
        found.append(f"{swung:.0%} swing")
    if genre == "Classical" and kits > 0.08:
        found.append(f"{kits:.0%} have a drum kit")
    elif genre != "Classical" and kits < float(wanted.get("drumkits", 0)):
        found.append(f"only {kits:.0%} have a drum kit")
    if kits > float(wanted.get("drumkits_at_most", 1)):
        found.append(f"{kits:.0%} have a drum kit")
    speech = sum(any("speech" in part.voice for part in piece.parts) for piece in pieces) / len(pieces)
    if speech > float(wanted.get("speech_at_most", 0.5)):
        found.append(f"{speech:.0%} speak by espeak-ng, which a model would then hear instead of the genre")
    if len({piece.tonic for piece in pieces}) < 6:
        found.append("too few keys")
    return found


def same_again(style: Style) -> list[str]:
    """Complaints when the same seed gives another clip, or another seed the same."""
    first, row = make.clip(style, 3, 1)
    again, row_again = make.clip(style, 3, 1)
    other, _ = make.clip(style, 4, 1)
    found = []
    if fingerprint(make.compose(style, 3, 1)) != fingerprint(make.compose(style, 3, 1)):
        found.append("the same seed composes another piece")
    if row != row_again or not np.array_equal(first, again):
        found.append(f"the same seed sounds different, by {float(np.max(np.abs(first - again))) if first.shape == again.shape else 'length'}")
    if other.shape == first.shape and np.array_equal(other, first):
        found.append("another seed sounds the same")
    return found


def whatever_the_jobs(genre: str) -> list[str]:
    """Complaints when two processes file another corpus than one, or when a second run is not the first one's."""
    with tempfile.TemporaryDirectory() as folder:
        bytes_of = []
        for workers in (1, 2):
            out = Path(folder) / str(workers)
            rows, _ = make.run(make.plan(out, [genre], 4, 5, None, make.Fonts()), workers)
            bytes_of.append([(row.path, soundfile.read(out / row.path)[0].tobytes() if not row.path.endswith("m4a") else b"") for row in rows])
            again, spent = make.run(make.plan(out, [genre], 4, 5, None, make.Fonts()), 1)
            if again != rows or spent:
                return ["a second run makes clips anew"]
        return [] if bytes_of[0] == bytes_of[1] else ["one process and two file different clips"]


def fonts_are_in_tune() -> list[str]:
    """Complaints when a font that `soundfont.write` wrote sounds at another pitch than it was told, or does not hold a looped note."""
    # A period of 50 frames, which the loop holds 200 times.
    rate, hertz = 22_050, 441.0
    wave = (0.5 * np.sin(2 * np.pi * hertz * np.arange(rate) / rate)).astype(np.float32)
    key = 69.0 + 12.0 * np.log2(hertz / 440.0)
    zones = (Zone(Recording(wave, rate, key, (rate - 200 * 50, rate)), (0, 127)),)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sine.sf2"
        write(path, "sine", [Preset("sine", 0, 7, zones)])
        synth = fluidsynth.Synth(gain=0.5, samplerate=float(RATE))
        found = [] if synth.program_select(0, synth.sfload(str(path)), 0, 7) == 0 else ["the preset is not there"]
        for note in (57, 69, 81):
            synth.noteon(0, note, 100)
            synth.get_samples(4 * RATE)
            heard = synth.get_samples(RATE).reshape(-1, 2).mean(axis=1)
            synth.noteoff(0, note)
            synth.get_samples(RATE)
            peak = int(np.argmax(np.abs(np.fft.rfft(heard)[1:]))) + 1
            wanted = 440.0 * 2.0 ** ((note - 69) / 12)
            if np.max(np.abs(heard)) < 100 or abs(peak - wanted) > 1.5:
                found.append(f"key {note} sounds at {peak} Hz after four seconds, {wanted:.0f} was asked for")
        synth.delete()
    return found


def main(genre: str | None = None, wanted: str | None = None) -> int:
    """Runs the checks for all genres, or for one genre, or for some styles: their names, with commas between."""
    load()
    findings = 0
    styles = set(wanted.split(",")) if wanted else None

    def tell(place: str, complaints: list[str]) -> None:
        nonlocal findings
        findings += len(complaints)
        for complaint in complaints:
            print(f"{place}: {complaint}")

    beats = [TimeMap(120, swing).seconds(0.5) for swing in (0.0, 1.0)]
    tell("swing", [] if np.allclose(beats, [0.25, 1 / 3]) else [f"an off-beat eighth falls on {beats} s"])
    tell("grooves", [f"{name}: {row}" for name, rows in KITS.items() for drum, row in rows.items() if drum not in DRUMS or set(row) - set("Xxogr.|")])
    tell("fonts", fonts_are_in_tune())
    rendered = 0
    unknown = (styles or set()) - {entry.name for entries in STYLES.values() for entry in entries}
    tell("--style", [f"no style {', '.join(sorted(unknown))}; --list names them"] if unknown else [])
    genres = [genre] if genre else [name for name in GENRES if name in STYLES]
    for name in genres:
        names = [entry.name for entry in STYLES[name]]
        tell(name, ["two styles share a name"] if len(set(names)) < len(names) else [])
        tell(name, ["fewer than eight styles"] if len(names) < 8 else [])
        for entry in STYLES[name]:
            if styles is not None and entry.name not in styles:
                continue
            tell(f"{name}/{entry.name}", [f"like {entry.like!r}, which is no other genre"] if entry.like not in GENRES or entry.like == name else [])
            for index in range(4):
                tell(f"{name}/{entry.name}", notes_are_sound(make.compose(entry, 11, index)))
            audio, row = make.clip(entry, 11, 0)
            rendered += 1
            tell(f"{name}/{entry.name}", sound_is_sound(audio, row.seconds))
        if styles is None:
            tell(name, feel(name))
            tell(name, same_again(STYLES[name][len(names) // 2]))
    if styles is None:
        tell(module(genres[0]), whatever_the_jobs(genres[0]))
    print(f"{rendered} styles of {len(genres)} genres rendered, {findings} findings")
    return min(findings, 100)


if __name__ == "__main__":
    sys.exit(main())
