"""Blues: twelve bars, dominant sevenths on every degree, a singer or a guitar that asks and another that answers."""

from __future__ import annotations

import bass
import comping
import groove
import lines
from song import Song, style
from theory import MINOR_BLUES, TWELVE_BAR


@style("Blues", like="Rock")
def chicago_shuffle(s: Song) -> None:
    """An electric band in a bar: shuffled eighths on the low strings, harmonica over it, piano in the cracks."""
    s.set((104, 138), "blues", keys="E A G C", swing=(0.85, 1.05), room=("club", "room"))
    s.until(45, "verse", verse=s.pick(*TWELVE_BAR))
    groove.drums(s, s.part("kit:standard", "kit:room", level=0), s.pick("shuffle", "shuffle-ride"), fills=4)
    bass.pattern(s, s.part("finger-bass", "pick-bass", "upright", level=-1), s.pick("R-R-3-5-6-5-3-5-", "R-3-5-6-8-6-5-3-", "R-r-5-r-6-r-5-r-"))
    boogie = s.part("clean-guitar", "overdriven", "~electric-guitar", level=-3, fx=(s.pick("amp:edge", "amp:crunch"),))
    low = 40
    for bar in s.bars():
        for eighth in range(8):
            root = low + (s.piece().chord_at(bar.start + eighth / 2).root - low) % 12
            boogie.add(bar.start + eighth / 2, 0.42, root, 92)
            boogie.add(bar.start + eighth / 2, 0.42, root + (9 if eighth % 4 in (2, 3) else 7), 86)
    lead = s.part("harmonica", "overdriven", "~electric-guitar", level=0, fx=("amp:edge", "delay:120"))
    lines.melody(s, lead, 62, 86, density=1.3, rest=0.3, form="AAB", unit=4, pull=0.5, bends=0.45, graces=0.1)
    if s.chance(0.6):
        comping.comp(s, s.part("piano", "honky-tonk", level=-5), "..x...x...x.x...", 64, 4, drop=0.3)
