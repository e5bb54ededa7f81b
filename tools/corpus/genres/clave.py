"""Latin music's clockwork: the battery of drums round the clave, the bass that comes early, the piano's montuno, brass and choir."""

from __future__ import annotations

import comping
import groove
import lines
import players
from score import Part
from song import Song, Where
from theory import voicing


def percussion(s: Song, rows: dict[str, str], level: float = -3.0, name: str = "percussion",
                where: Where = None) -> Part:
    """Congas, bongo, timbales, shakers: no fills, somewhat uneven hands."""
    part = s.part("kit:standard", name=name, level=level, loose=0.006)
    groove.drums(s, part, rows, where, fills=0, crash=False, human=0.12, vary=0.0)
    return part


def salsa_battery(s: Song, level: float = -1.0) -> None:
    """Conga's tumbao, timbales' cascara or bell, bongo, guiro and the clave, two bars long; written in eighths of a fast four."""
    turn = s.pick("2-3", "3-2")
    cut = lambda row: row[:8] + "|" + row[8:] if turn == "2-3" else row[8:] + "|" + row[:8]  # noqa: E731
    percussion(s, {"claves": cut("..x.x...x..x..x.")}, level - 5, "clave")
    percussion(s, {"conga-mute": "x.o.x.o.", "conga1": cut("......xx......xx"), "conga2": cut("..............x.".replace("x", "."))},
                level, "congas")
    percussion(s, {"timbale1": cut("x.x.xx.xx.xx.x.x")} if s.chance(0.5) else {"cowbell": s.pick("x.x.x.xx", "x.xxx.xx", "x...x...")},
                level - 3, "timbales")
    percussion(s, {"bongo1": "x.xox.xo", "bongo2": "......x.", "guiro": s.pick("x..xx..x", "........"),
                    "maracas": s.pick("xoxoxoxo", "........")}, level - 4, "bongo")


def tumbao(s: Song, level: float = 0.0, where: Where = None, voices: tuple[str, ...] = ("upright", "finger-bass",
    "fretless", "~string-bass"), low: int = 30) -> None:
    """The anticipated bass: the fifth after beat two, the next chord's root on beat four, tied over the bar line; beat one stays empty."""
    part = s.part(*voices, name="bass", level=level, pan=0.0, send=-18)
    for bar in s.bars(where):
        now, ahead = s.piece().chord_at(bar.start + 1.5), s.piece().chord_at(bar.start + bar.beats + 0.01)
        root, coming = low + (now.bass - low) % 12, low + (ahead.bass - low) % 12
        if bar.index == 0 and bar.start == 0:
            part.add(0, 1.4, root, 96)
        part.add(bar.start + bar.beats * 0.375, bar.beats * 0.36, root + s.pick(7, 7, -5, 12), 92)
        part.add(bar.start + bar.beats * 0.75, bar.beats * 0.6, coming, 100)


def montuno(s: Song, level: float = -1.0, where: Where = None, voices: tuple[str, ...] = ("piano", "bright-piano",
    "piano"), low: int = 60) -> None:
    """The piano's two-bar figure in octaves: on the beat in the clave's two side, off the beat in the three side; inner voices move by
    step."""
    part = s.part(*voices, name="montuno", level=level, pan=s.between(-0.4, 0.4))
    rows = s.pick(("X.xX.x.x", ".x.x.x.x"), ("X.xx.x.x", ".xX.x.xx"), (".x.x.x.x", "X.xX.x.x"))
    order = s.pick((0, 1, 2, 1), (0, 2, 1, 2), (2, 1, 0, 1), (0, 1, 2, 3))
    place = 0
    for bar in s.bars(where):
        row = rows[bar.index % 2]
        step = bar.beats / len(row)
        for number, mark in enumerate(row):
            if mark == ".":
                continue
            at = bar.start + number * step
            # What falls on the last eighth belongs to the chord that comes.
            chord = s.piece().chord_at(at + step if number == len(row) - 1 else at)
            tones = voicing(chord, low + 4, max(len(chord.classes), 3))
            pitches = (tones[0], tones[1], tones[-1]) if mark == "X" else (tones[order[place % len(order)] % len(tones)],)
            place += 1
            for pitch in pitches:
                for octave in (0, 12):
                    part.add(at, step * 0.9, pitch + octave, 92 if mark == "X" else 84)


def brass(s: Song, where: Where = None, level: float = 0.0, voices: tuple[str, ...] = ("trumpet", "trumpet",
    "trombone", "trombone"),
           rows: tuple[str, ...] = ("..s.s.x-|........", "x--s..s.|...s.s..", "s..s..s.|..s.x---", ".x-.x-s.|........")) -> None:
    """Short figures between the singer's lines."""
    comping.stabs(s, [s.part(v, level=level - number * 0.5, pan=0.35) for number, v in enumerate(voices)], s.pick(*rows), 65, where,
                  loud=110)


def coro(s: Song, where: Where = "montuno", level: float = 0.0) -> None:
    """A choir of three sings the same two bars again and again; the singer answers in the next two."""
    tune = lines.melody(s, s.part("~vocal-duo", "~backing", "~choir", name="coro", level=level, pan=-0.2), 58, 70, where, 1.3, 0.1,
                        form="A", syllables=s.rng.sample(players.SYLLABLES, 8), triplets=False)
    other = s.part("~vocal", "~vocal-duo", name="coro", level=level - 2, pan=0.3)
    lines.harmonise(s, other, tune, -2)


def tune(s: Song, *voices: str, where: Where = None, low: int = 60, density: float = 1.5, level: float = 0.0,
          thirds: float = 0.6, rest: float = 0.2) -> None:
    """A melody, mostly in thirds."""
    notes = lines.melody(s, s.part(*voices, level=level), low, low + 21, where, density, rest, ahead=0.3, graces=0.05)
    if s.chance(thirds):
        lines.harmonise(s, s.part(*voices, level=level - 2), notes, s.pick(-2, -2, -5))
