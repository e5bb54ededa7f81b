"""What each recording is and how that is known: written before any model of this project heard them.

A rule names files of one package (by file name or by a pattern over the path). `name` is the class: orchestral (must come out
Classical), heavy (Metal or Rock), synthesizer (Electronic), acoustic (never Metal or Rap), other (the genres in `expect`). `kind`:
recording (players or singers),
produced (made in a studio program, live or sampled not told), rendered (virtual instruments or MIDI), tracker. `certainty`: sure
where a tag, title or credit says it, unsure where it rests on the game's subject and the spectrogram. What is in no rule is unknown
and stays out.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """A label for some files of a package."""

    package: str
    files: tuple[str, ...]
    name: str
    kind: str
    certainty: str
    evidence: str
    expect: str = ""
    prepare: str = ""


def acid(package: str, *files: str) -> Rule:
    """Kenta Cho's games: techno and trance that he made of loops; the comment inside the files names the program."""
    return Rule(package, files, "synthesizer", "produced", "sure", "techno of the author, tag: made with ACID 3")


TAGGED = "tag GENRE inside the file"
TITLE = "title and artist inside the file"

RULES: tuple[Rule, ...] = (
    # Orchestral, test.
    Rule(
        "wesnoth-1.16-music", ("traveling_minstrels.ogg",), "acoustic", "rendered", "sure", "title: minstrels' dance; medieval instruments"
    ),
    Rule("wesnoth-1.16-music", ("*.ogg",), "orchestral", "rendered", "sure", "tag GENRE 'Romantic Classical'; sampled orchestra"),
    Rule("unknown-horizons", ("Peer Gynt*",), "orchestral", "recording", "sure", "Grieg, Peer Gynt, played for the Musopen project (tags)"),
    Rule("triplea", ("*1812_overture.mp3",), "orchestral", "produced", "sure", "Tchaikovsky, 1812 (file name)"),
    Rule(
        "adonthell-data",
        ("at-demo-*.ogg",),
        "orchestral",
        "rendered",
        "unsure",
        "tag GENRE Soundtrack; no drums in the spectrogram; orchestral composer",
    ),
    Rule("supertux-data", ("airship_remix.ogg",), "orchestral", "rendered", "sure", "title 'Airship Song Orchestral Mix'"),
    Rule("naev-data", ("pirates_orchestra.ogg",), "orchestral", "rendered", "unsure", "file name says orchestra"),
    Rule("megaglest-data", ("romans.ogg",), "orchestral", "rendered", "sure", "tag GENRE Classical; Mattias Westlund (credits)"),
    Rule(
        "hyperrogue-music",
        ("hr-savino-ivory.ogg", "hr-savino-ocean.ogg", "hr-savino-palace.ogg"),
        "orchestral",
        "rendered",
        "unsure",
        "chamber-like in the spectrogram, no drum kit",
    ),
    # Orchestral, dev.
    Rule("flare-game", ("*_theme.ogg",), "orchestral", "rendered", "unsure", "fantasy score, subject of the game; sampled orchestra"),
    Rule(
        "freecol",
        ("fearless-sailors.ogg", "founders.ogg", "sunrise.ogg", "tailwind.ogg", "settlers-routine.ogg"),
        "orchestral",
        "rendered",
        "unsure",
        "score for a game of the age of sail; sustained, no drum kit in the spectrogram",
    ),
    Rule("lordsawar-data", ("battle.ogg",), "orchestral", "rendered", "sure", "Kevin MacLeod, Scoring: Tension; tag GENRE Soundtrack"),
    Rule(
        "lordsawar-data",
        ("back1.ogg", "defeat.ogg", "victory.ogg", "intro.ogg"),
        "orchestral",
        "rendered",
        "unsure",
        "fantasy score (tags: OST)",
    ),
    Rule("gamine-data", ("Bach*",), "orchestral", "rendered", "sure", "Bach, Brandenburg Concerto 2, played by a computer (README.sounds)"),
    Rule("warmux-data", ("Divertissement_pour_flute.ogg",), "orchestral", "rendered", "sure", "tag GENRE Classique; piece for flute"),
    Rule("openclonk-data", ("*UrbanBolero.ogg",), "orchestral", "rendered", "sure", "tag GENRE Orchestral"),
    # Heavy guitars, test.
    Rule(
        "marsshooter-data",
        ("*.ogg",),
        "heavy",
        "recording",
        "sure",
        "Obsidian Shell, a metal band; tag GENRE 'Female Fronted Metal' on their album",
    ),
    Rule(
        "fretsonfire-songs-muldjord",
        ("guitar.ogg",),
        "heavy",
        "recording",
        "sure",
        "tag GENRE Death Metal; a Danish metal band (copyright file)",
        prepare="mix:song.ogg",
    ),
    # Heavy guitars, dev.
    Rule(
        "fretsonfire-songs-sectoid",
        ("*Feelings/guitar.ogg",),
        "heavy",
        "recording",
        "unsure",
        "guitar songs for a guitar game",
        prepare="mix:song.ogg",
    ),
    Rule(
        "fretsonfire-songs-sectoid",
        ("guitar.ogg",),
        "heavy",
        "recording",
        "sure",
        "guitar songs for a guitar game, e.g. 'Metal madness'",
        prepare="mix:song.ogg",
    ),
    Rule("wordwarvi-sound", ("lucky*.ogg",), "heavy", "recording", "sure", "tag GENRE Instrumental Rock"),
    Rule("wordwarvi-sound", ("dtox3monomix.ogg",), "heavy", "recording", "unsure", "same artist as the tagged ones"),
    Rule("hedgewars-data", ("Rock.ogg",), "heavy", "produced", "sure", "title: Rock; saturated guitars in the spectrogram"),
    Rule(
        "widelands-data",
        ("ingame_15.ogg", "ingame_16.ogg", "ingame_17.ogg"),
        "excluded",
        "produced",
        "unsure",
        "tag GENRE Thrash Metal, unlikely in this game and not heard",
    ),
    # Synthesizers, test.
    Rule("nexuiz-music", ("beast-of-insanity.ogg", "thunder.ogg", "northern-lights.ogg"), "excluded", "produced", "unsure", "unknown"),
    Rule("nexuiz-music", ("digital-pursuit.ogg",), "synthesizer", "produced", "sure", "tag GENRE Electronic"),
    Rule(
        "nexuiz-music",
        ("*.ogg",),
        "synthesizer",
        "produced",
        "sure",
        "elysis and blkrbt, electronic artists (tags); four on the floor or loops",
    ),
    Rule(
        "blobwars-data",
        ("cave", "final", "hub", "space", "title", "tomb", "tunnel"),
        "synthesizer",
        "produced",
        "sure",
        "DJ Sjors (copyright file)",
    ),
    Rule(
        "blobwars-data",
        ("biomech", "cutscene", "end", "gameover", "grasslands", "ice"),
        "synthesizer",
        "produced",
        "unsure",
        "Ambick (copyright file)",
    ),
    Rule("davegnukem-data", ("8-Bit*", "Techno*", "Retro-Frantic*"), "synthesizer", "produced", "sure", "titles: 8-bit, techno"),
    Rule("miceamaze", ("*.ogg",), "synthesizer", "produced", "sure", "Deceased Superior Technician; DJ Rkod remix (tags)"),
    Rule(
        "starfighter-data",
        ("last_cyber_dance.ogg", "railjet_short.ogg"),
        "synthesizer",
        "produced",
        "sure",
        "title; Deceased Superior Technician",
    ),
    Rule(
        "starfighter-data",
        ("orbital_colossus.ogg", "space_dimensions.ogg", "walking_among_androids.ogg"),
        "synthesizer",
        "produced",
        "unsure",
        "titles; steady loops in the spectrogram",
    ),
    Rule("naev-data", ("eureka.ogg", "terminal.ogg"), "synthesizer", "produced", "sure", "tag GENRE Electronic"),
    Rule(
        "naev-data",
        ("ambient1.ogg", "ambient2.ogg", "ambient2_5.ogg", "ambient3.ogg", "ambiphonic.ogg", "void_sensor.ogg"),
        "synthesizer",
        "produced",
        "sure",
        "titles: ambient; Zeropage's album Ambient Pills",
    ),
    Rule("naev-data", ("automat.ogg", "machina.ogg", "heartofmachine.ogg"), "synthesizer", "produced", "unsure", "titles"),
    Rule(
        "berusky2-data",
        ("Relax*.ogg", "Trip12.ogg", "Space.ogg", "Freemind.ogg", "Break.ogg"),
        "synthesizer",
        "produced",
        "unsure",
        "titles; loops in the spectrogram",
    ),
    Rule(
        "colobot-common-sounds",
        ("Constructive.ogg", "Humanitarian.ogg", "Hv2.ogg", "Infinite.ogg", "Proton.ogg", "Prototype.ogg", "Quite.ogg"),
        "synthesizer",
        "produced",
        "unsure",
        "Emxx52; machine rhythm in the spectrogram",
    ),
    Rule("redeclipse-data", ("theme_chip.ogg",), "synthesizer", "tracker", "sure", "tag GENRE Chiptune"),
    Rule("supertux-data", ("chipdisko.ogg",), "synthesizer", "tracker", "sure", "title: chip disko", expect="Electronic|Disco"),
    Rule("0ad-data", ("0_8Bit_Bonus_Track.ogg",), "synthesizer", "produced", "sure", "title: 8 bit"),
    # Synthesizers, dev.
    acid("a7xpg-data", "bgm*.ogg"),
    acid("noiz2sa-data", "stg*.ogg"),
    acid("parsec47-data", "ptn*.ogg"),
    acid("rrootage-data", "stg_*.ogg"),
    acid("torus-trooper-data", "tt*.ogg"),
    acid("gunroar-data", "gr*.ogg"),
    acid("titanion-data", "ttn*.ogg"),
    acid("mu-cade-data", "mcd*.ogg"),
    Rule("singularity-music", ("*.ogg",), "synthesizer", "produced", "sure", "Maxstack, ambient electronic score (tags)"),
    Rule("wizznic-data", ("*.ogg",), "synthesizer", "produced", "sure", "tag GENRE Electronica"),
    Rule("zaz-data", ("mus*.ogg",), "synthesizer", "produced", "sure", "paniq, electronic artist (tags)"),
    Rule("brainparty-data", ("electricity.ogg",), "synthesizer", "produced", "sure", TAGGED + ": Electronic"),
    Rule(
        "freedroidrpg-data",
        ("TheBeginning.ogg", "Bleostrada.ogg", "temple.ogg"),
        "synthesizer",
        "produced",
        "sure",
        "Kahvi net label; tags ambient, dnb",
    ),
    Rule("openclonk-data", ("*LucidDream.ogg",), "synthesizer", "produced", "sure", TAGGED + ": Ambient"),
    Rule(
        "supertuxkart-data",
        ("valley.ogg", "SkyVibe-HighFrequency.ogg"),
        "synthesizer",
        "produced",
        "sure",
        "tags GENRE Electronic, Psychedelic (trance)",
    ),
    Rule("supertuxkart-data", ("garden.ogg", "xeon6.ogg"), "synthesizer", "produced", "unsure", "DJ Helium; title"),
    Rule("trackballs-data", ("c64revival.ogg",), "synthesizer", "produced", "sure", "title: C64 Revival"),
    Rule("tuxtype-data", ("chiptune2.ogg",), "synthesizer", "produced", "sure", "title: chiptune"),
    Rule("pushover-data", ("electro.ogg", "space.ogg"), "synthesizer", "produced", "unsure", "file names"),
    # Acoustic, test.
    Rule("0ad-data", ("Taiko_*.ogg",), "other", "recording", "sure", "title: taiko drums alone", expect="World"),
    Rule(
        "0ad-data",
        ("*/audio/music/*.ogg",),
        "acoustic",
        "produced",
        "sure",
        "score of the ancient world: plucked and bowed strings, flutes, hand drums",
    ),
    Rule(
        "megaglest-data",
        ("music_indian.ogg", "aminos-together_together.ogg", "manolo_camp-medieval.ogg"),
        "acoustic",
        "produced",
        "sure",
        "credits: for the Indian, Persian and Norse peoples; title: medieval",
    ),
    Rule(
        "unknown-horizons",
        (
            "main_theme.ogg",
            "irelands_coast.ogg",
            "goldenvalley.ogg",
            "newfrontier.ogg",
            "nightdream.ogg",
            "uh_gameplay*.ogg",
            "beware_the_ships_kobold.ogg",
            "music.ogg",
            "music2.ogg",
        ),
        "acoustic",
        "rendered",
        "unsure",
        "score for a game of the age of sail",
    ),
    # Acoustic, dev.
    Rule("supertuxkart-data", ("celtic.ogg", "celtic_fast.ogg"), "acoustic", "produced", "sure", "title: Celtic"),
    Rule(
        "supertuxkart-data",
        ("farm.ogg", "farm_f.ogg"),
        "acoustic",
        "produced",
        "unsure",
        "file name; country dance",
        expect="Folk|Country|World",
    ),
    Rule("widelands-data", ("ingame_28.ogg",), "acoustic", "rendered", "sure", TAGGED + ": folk"),
    Rule("widelands-data", ("ingame_*.ogg",), "acoustic", "rendered", "unsure", "medieval and pastoral score by its titles"),
    # Others.
    Rule("openclonk-data", ("*IslandDreams.ogg",), "other", "produced", "sure", TAGGED + ": Reggae", expect="Reggae"),
    Rule("openclonk-data", ("*Motorway.ogg", "*TheSkylands.ogg"), "other", "produced", "sure", TAGGED + ": Rock", expect="Rock|Metal"),
    Rule(
        "renpy-demo",
        ("sunflower-slow-drag.ogg",),
        "other",
        "recording",
        "sure",
        "ragtime by the US Marine Band",
        expect="Jazz|Classical|Blues",
    ),
    Rule("lincity-ng-data", ("*City Blues.ogg",), "other", "produced", "unsure", "title: City Blues", expect="Blues|Jazz|Rock"),
    Rule("enigma-data", ("enigma_rag.ogg",), "other", "rendered", "sure", "title: rag, for piano", expect="Jazz|Blues|Classical|Country"),
    Rule("colobot-common-sounds", ("music013.ogg",), "other", "rendered", "unsure", "title: Jazz Buzzing", expect="Jazz"),
    Rule("hyperrogue-music", ("hr-savino-caribbean.ogg",), "other", "rendered", "unsure", "title: Caribbean", expect="Reggae|Latin|World"),
)
