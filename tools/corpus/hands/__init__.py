"""Other hands: ten more composers, each with grooves, bass lines, comping and tunes of its own, who share nothing but the desk (`song`, `score`, `theory`) with `genres` and with each other.

A model that hears one composer learns that composer's habits; eleven have fewer in common.
"""

from __future__ import annotations

import importlib
import pkgutil

HANDS = ("north", "east", "south", "west", "dusk", "noon", "spring", "summer", "autumn", "midnight")


def load() -> None:
    """Imports every module of every hand, which enters its styles after those of `genres`."""
    for hand in HANDS:
        package = importlib.import_module(f"hands.{hand}")
        for module in sorted(found.name for found in pkgutil.iter_modules(package.__path__)):
            importlib.import_module(f"hands.{hand}.{module}")
