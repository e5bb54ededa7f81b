"""Which Debian packages are searched for music that people made, and which part of the test each belongs to.

The split is by package, and packages that share composers go to the same side, so that no composer, mix or encoder of `test` is
heard while the corpus is widened on `dev`. `real.csv` is the record of what was found and how it was labelled.
"""

from __future__ import annotations

DEV: tuple[str, ...] = (
    "planetblupi-music-ogg", "supertuxkart-data", "hedgewars-data", "frozen-bubble-data", "fb-music-high", "extremetuxracer-data",
    "lincity-ng-data", "widelands-data", "pingus-data", "trigger-rally-data", "btanks-data", "fretsonfire-songs-sectoid",
    "openarena-data", "openarena-088-data", "openarena-085-data", "openarena-081-misc", "singularity-music", "marsshooter-data",
    "noiz2sa-data", "tumiki-fighters-data", "rrootage-data", "parsec47-data", "torus-trooper-data", "gunroar-data", "titanion-data",
    "mu-cade-data", "a7xpg-data", "wordwarvi-sound", "ardentryst", "glob2-data", "opencity-data", "freedroidrpg-data", "lordsawar-data",
    "tuxmath-data", "tuxtype-data", "boswars-data", "xmoto-data", "trackballs-data", "gamine-data", "plee-the-bear-data", "zaz-data",
    "brainparty-data", "caveexpress-data", "renpy-demo", "renpy-thequestion", "wizznic-data", "blobandconquer-data", "kraptor-data",
    "alienblaster-data", "bomberclone-data", "rafkill-data", "xblast-tnt-musics", "pathological", "pushover-data", "netpanzer-data",
    "garden-of-coloured-lights-data", "openclonk-data", "warmux-data", "sdl-ball-data", "open-invaders-data", "mrrescue",
)
"""Packages whose recordings may be listened to, measured and learnt from while the corpus grows."""

TEST: tuple[str, ...] = (
    "0ad-data", "wesnoth-1.16-music", "wesnoth-1.16-utbs", "wesnoth-1.16-httt", "wesnoth-1.16-trow", "wesnoth-1.16-low",
    "warzone2100-music", "nexuiz-music", "redeclipse-data", "ufoai-music", "unknown-horizons", "megaglest-data", "naev-data",
    "supertux-data", "flare-game", "asc-music", "hyperrogue-music", "colobot-common-sounds", "fillets-ng-data", "neverball-data",
    "fretsonfire-songs-muldjord", "drascula-music", "freecol", "gigalomania-data", "starfighter-data", "blobwars-data", "krank",
    "lugaru-data", "enigma-data", "torcs-data", "teeworlds-data", "ddnet-data", "tuxfootball", "pink-pony-data", "ri-li-data",
    "raincat-data", "hex-a-hop-data", "pax-britannica-data", "amoebax-data", "tomatoes-data", "dreamchess-data", "blockattack",
    "triplea", "pinball-data", "dustracing2d-data", "davegnukem-data", "trophy-data", "neverball-common", "berusky2-data", "miceamaze",
    "adonthell-data", "pekka-kana-2-data", "vonsh", "pinball-table-gnu-data", "pinball-table-hurd-data", "etw-data", "angrydd",
    "endless-sky-data", "scorched3d-data", "pokerth-data", "7kaa-data", "cube2-data",
    "solarwolf", "abe-data", "mazeofgalious-data", "powermanga-data", "holotz-castle-data", "pachi-data", "instead-data",
)
"""Packages that are measured once, at the end, and never looked into before."""
