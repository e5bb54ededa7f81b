"""Writes and reads tags with mutagen, a library that the product does not use.

    tools/.venv/bin/python tools/read_tags.py prepare FILE...   gives each file tags of many kinds, a cover among them
    tools/.venv/bin/python tools/read_tags.py dump FILE...      prints all tags as one JSON object per file
"""

import base64
import hashlib
import json
import sys

import mutagen
from mutagen import id3, mp4
from mutagen.flac import FLAC, Picture
from mutagen.oggvorbis import OggVorbis

COVER = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4


def picture():
    cover = Picture()
    cover.type, cover.mime, cover.desc, cover.data = 3, "image/png", "front", COVER
    cover.width, cover.height, cover.depth = 16, 16, 24
    return cover


def prepare(name, version):
    file = mutagen.File(name)
    if isinstance(file, (FLAC, OggVorbis)):
        file["title"], file["genre"], file["artist"] = "Título", ["Polka", "Folk"], ["A", "B"]
        file["replaygain_track_gain"], file["odd key"] = "-3.2 dB", "x=y"
        if isinstance(file, FLAC):
            file.add_picture(picture())
        else:
            file["metadata_block_picture"] = base64.b64encode(picture().write()).decode()
        file.save()
    elif isinstance(file, mp4.MP4):
        if file.tags is None:
            file.add_tags()
        file["\xa9nam"], file["\xa9gen"], file["tmpo"], file["trkn"] = "Título", "Polka", [128], [(3, 9)]
        file["----:com.apple.iTunes:INITIALKEY"] = mp4.MP4FreeForm(b"8A")
        file["covr"] = [mp4.MP4Cover(COVER, mp4.MP4Cover.FORMAT_PNG)]
        file.save()
    else:
        if file.tags is None:
            file.add_tags()
        tags = file.tags
        tags.add(id3.TIT2(encoding=1, text="Título"))
        tags.add(id3.TCON(encoding=1, text="Polka"))
        tags.add(id3.TBPM(encoding=0, text="128"))
        tags.add(id3.TXXX(encoding=1, desc="MOOD", text="calm"))
        tags.add(id3.COMM(encoding=1, lang="eng", desc="", text="a comment"))
        tags.add(id3.PRIV(owner="somebody", data=b"\x00\x01\xff"))
        tags.add(id3.GEOB(encoding=0, mime="application/octet-stream", filename="cues", desc="Serato Markers2", data=b"\x01\x02" * 40))
        tags.add(id3.POPM(email="me", rating=196, count=3))
        tags.add(id3.APIC(encoding=0, mime="image/png", type=3, desc="front", data=COVER))
        file.save(v2_version=version)


def plain(value):
    if isinstance(value, (bytes, bytearray)):
        return hashlib.sha256(bytes(value)).hexdigest()
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    if isinstance(value, id3.Frame):
        # The encoding of a text is not its meaning.
        return {name: plain(getattr(value, name)) for spec in value._framespec for name in [spec.name] if name != "encoding"}
    return value if isinstance(value, (int, float, bool)) else str(value)


def dump(name):
    file = mutagen.File(name)
    tags = {key: plain(file.tags[key]) for key in (file.tags or {}).keys()}
    if isinstance(file, FLAC):
        tags["pictures"] = [plain(one.write()) for one in file.pictures]
    if isinstance(file.tags, id3.ID3):
        tags["version"] = list(file.tags.version)
    return tags


if __name__ == "__main__":
    for index, name in enumerate(sys.argv[2:]):
        if sys.argv[1] == "prepare":
            prepare(name, 3 if index % 2 == 0 else 4)
        else:
            print(json.dumps(dump(name), sort_keys=True))
