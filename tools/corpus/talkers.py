"""Further speakers, who were recorded: festival's diphone and HTS voices, run as a program that stays open.

They are Italians, Czechs and a Catalan, and read whatever is written as they would read their own language, bare syllables too; that nobody understands them does no harm.
festival knows no pitch for a single word, so words are played faster or slower, which moves pitch and length together as another throat would.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from functools import lru_cache
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from sounding import RATE, Sounding

Audio = NDArray[np.float32]

VOICES = ("pc_diphone", "lp_diphone", "czech_dita", "czech_krb", "czech_machac", "czech_ph", "upc_ca_ona_hts")
"""As festival calls them."""
PACKAGES = "festival festvox-italp16k festvox-itapc16k festvox-czech-dita festvox-czech-krb festvox-czech-machac festvox-czech-ph festvox-ca-ona-hts"
_STRETCHES = (0.5, 0.65, 0.8, 1.0, 1.3)
"""Lengths against the voice's own; few, so that words come from the cache."""


def check() -> None:
    """Raises FileNotFoundError where festival or one of its voices is missing."""
    folders = [Path("/usr/share/festival/voices")]
    if shutil.which("festival") is None or not all(any(folder.glob(f"*/{voice}")) for voice in VOICES for folder in folders):
        raise FileNotFoundError(f"festival or one of its voices is missing: apt-get install --no-install-recommends {PACKAGES}")


class _Festival:
    """The program, listening on a pipe."""

    def __init__(self, process: int) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix=f"festival-{process}-")
        self._open()

    def _open(self) -> None:
        self._voice = ""
        self._program = subprocess.Popen(["festival", "--interactive", "-b"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="latin-1")
        self._ask("(define (word text stretch file) (Parameter.set 'Duration_Stretch stretch) (utt.save.wave (utt.synth (eval (list 'Utterance 'Text text))) file 'riff))")

    def _ask(self, command: str) -> None:
        assert self._program.stdin is not None and self._program.stdout is not None
        self._program.stdin.write(command + '\n(format t "done\\n")\n')
        self._program.stdin.flush()
        while True:
            line = self._program.stdout.readline()
            if "done" in line:
                return
            if not line:
                raise RuntimeError(f"festival ended at {command[:80]}")

    def say(self, text: str, voice: str, stretch: float) -> Audio:
        """Mono, at 44,100 Hz, without silence at its ends, peak 1."""
        path = Path(self._folder.name) / "word.wav"
        path.unlink(missing_ok=True)
        plain = "".join(letter for letter in text if letter.isascii() and (letter.isalpha() or letter == " ")).lower().strip() or "a"
        try:
            if voice != self._voice:
                self._ask(f"(voice_{voice})")
                self._voice = voice
            self._ask(f'(word "{plain}" {stretch} "{path}")')
        except (RuntimeError, BrokenPipeError):
            # Some words at some lengths end the program, such as an Italian "ma" drawn out.
            self._program.wait()
            self._open()
            return self.say(text, voice, 1.0) if stretch != 1.0 else np.zeros(64, np.float32)
        if not path.is_file():
            return np.zeros(64, np.float32)
        audio, rate = soundfile.read(path, dtype="float32")
        loud = np.flatnonzero(np.abs(audio) > 0.02 * max(float(np.abs(audio).max(initial=0.0)), 1e-6))
        if len(loud) < 64:
            return np.zeros(64, np.float32)
        audio = audio[loud[0]:loud[-1] + 1]
        wide = np.interp(np.arange(0, len(audio) - 1, rate / RATE), np.arange(len(audio)), audio).astype(np.float32)
        return wide / max(float(np.abs(wide).max()), 1e-6)


@lru_cache(maxsize=1)
def _festival(process: int) -> _Festival:
    return _Festival(process)


@lru_cache(maxsize=3000)
def word(text: str, voice: str, stretch: float) -> Audio:
    """What is said."""
    return _festival(os.getpid()).say(text, voice, stretch)


def play(notes: list[Sounding], frames: int, dice: np.random.Generator) -> Audio:
    """A part that one of them speaks: each note's `how` in about the note's length; its pitch follows the notes' at a third of their steps."""
    voice, throat = str(dice.choice(VOICES)), float(dice.normal(0.0, 1.5))
    out = np.zeros(frames, np.float32)
    middle = float(np.median([note.pitch for note in notes])) if notes else 0.0
    for note in notes:
        shift = min(max(throat + (note.pitch - middle) / 3.0, -4.0), 4.0)
        faster = 2.0 ** (shift / 12.0)
        plain = word(note.how or "hey", voice, 1.0)
        wanted = note.length * RATE * faster / max(len(plain), 1)
        tone = word(note.how or "hey", voice, min(_STRETCHES, key=lambda stretch: abs(stretch - wanted)))
        said = np.interp(np.arange(0, len(tone) - 1, faster), np.arange(len(tone)), tone).astype(np.float32)
        on = int(note.start * RATE)
        count = min(len(said), int(note.length * 1.2 * RATE) + 800, frames - on)
        if count > 64:
            said = said[:count] * np.float32(note.velocity)
            said[-64:] *= np.linspace(1, 0, 64, dtype=np.float32)
            out[on:on + count] += said
    return np.stack([out, out])
