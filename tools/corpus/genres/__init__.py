"""The sixteen genres, one file each, `more_*` with a second helping, two files of styles that stand between genres, one of other arrangers' bands and one of orchestras for pictures and games; a file reads as a description of its styles.

Importing a module enters its styles into `song.STYLES`.
"""

from __future__ import annotations

import importlib
import importlib.util

import hands

GENRES: tuple[str, ...] = ("Blues", "Classical", "Jazz", "Folk", "Pop", "Electronic", "Disco", "Rock", "Hip-Hop", "Rap", "Metal", "R&B", "Reggae", "World", "Latin", "Country")
"""In the product's index order."""


def module(genre: str) -> str:
    """The module's name for a genre: `R&B` is `rnb`, `Hip-Hop` is `hip_hop`."""
    return {"R&B": "rnb", "Hip-Hop": "hip_hop"}.get(genre, genre.lower())


def load() -> list[str]:
    """Imports every genre that has been written and returns their names in index order."""
    found = [genre for genre in GENRES if importlib.util.find_spec(f"genres.{module(genre)}") is not None]
    for genre in found:
        importlib.import_module(f"genres.{module(genre)}")
    for between in ("borrowed", "games"):
        importlib.import_module(f"genres.{between}")
    for genre in found:
        if importlib.util.find_spec(f"genres.more_{module(genre)}") is not None:
            importlib.import_module(f"genres.more_{module(genre)}")
    for late in ("arranged", "scores"):
        importlib.import_module(f"genres.{late}")
    hands.load()
    return found
