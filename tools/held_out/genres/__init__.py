"""The sixteen genres, in the order of the product's labels; each file reads like a tracker's page of its style."""

from __future__ import annotations

from genres import blues, classical, country, disco, electronic, folk, hip_hop, jazz, latin, metal, pop, rap, reggae, rnb, rock, world
from score import Style

GENRES: dict[str, tuple[Style, ...]] = {
    "Blues": blues.STYLES,
    "Classical": classical.STYLES,
    "Jazz": jazz.STYLES,
    "Folk": folk.STYLES,
    "Pop": pop.STYLES,
    "Electronic": electronic.STYLES,
    "Disco": disco.STYLES,
    "Rock": rock.STYLES,
    "Hip-Hop": hip_hop.STYLES,
    "Rap": rap.STYLES,
    "Metal": metal.STYLES,
    "R&B": rnb.STYLES,
    "Reggae": reggae.STYLES,
    "World": world.STYLES,
    "Latin": latin.STYLES,
    "Country": country.STYLES,
}
