"""Small edits to MP4 (ISO base media) files that no encoder at hand can make: an iTunSMPB tag, an HE-AAC declaration.

Only for test fixtures written by ffmpeg with `moov` after `mdat`, so that `moov` may grow without moving any sample.
"""

from __future__ import annotations

import struct

CONTAINERS = (b"moov", b"trak", b"mdia", b"minf", b"stbl", b"udta", b"ilst")


def box(kind: bytes, payload: bytes) -> bytes:
    """One box: 32-bit size, four-character kind, payload."""
    return struct.pack(">I4s", 8 + len(payload), kind) + payload


def boxes(data: bytes) -> list[tuple[bytes, bytes]]:
    """The boxes of a payload as (kind, payload) in order."""
    found, at = [], 0
    while at < len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        if size < 8 or at + size > len(data):
            raise ValueError(f"box {kind!r} at byte {at} claims {size} bytes")
        found.append((kind, data[at + 8:at + size]))
        at += size
    return found


def with_itunsmpb(data: bytes, priming: int, padding: int, samples: int) -> bytes:
    """Adds iTunes' gapless tag as a free-form item: `priming` samples to skip, `padding` at the end, `samples` of music."""
    text = f" 00000000 {priming:08X} {padding:08X} {samples:016X}" + " 00000000" * 8
    item = box(b"----", box(b"mean", bytes(4) + b"com.apple.iTunes") + box(b"name", bytes(4) + b"iTunSMPB")
               + box(b"data", struct.pack(">II", 1, 0) + text.encode()))
    handler = box(b"hdlr", bytes(8) + b"mdirappl" + bytes(9))
    meta = box(b"meta", bytes(4) + handler + box(b"ilst", item))
    top = boxes(data)
    if [kind for kind, _ in top][-1] != b"moov":
        raise ValueError("moov must be the last box")
    # Replaces the whole user data: ffmpeg writes nothing there but its own name.
    moov = b"".join(box(kind, body) for kind, body in boxes(top[-1][1]) if kind != b"udta") + box(b"udta", meta)
    return b"".join(box(kind, body) for kind, body in top[:-1]) + box(b"moov", moov)


def declared_as_he_aac(data: bytes) -> bytes:
    """Rewrites an AAC-LC stream's AudioSpecificConfig to declare HE-AAC (SBR) with the same core; sizes stay.

    The frames remain plain AAC-LC, so this is good for "refused by name" tests only: a reader must act on the declaration.
    """
    # ffmpeg's descriptor: tag 5, length in four bytes, then LC's two bytes and a three-byte "no SBR" extension.
    tag = b"\x05\x80\x80\x80\x05"
    at = data.index(tag) + len(tag)
    config = int.from_bytes(data[at:at + 2], "big")
    core, channels = config >> 7 & 15, config >> 3 & 15
    if config >> 11 != 2 or core < 3:
        raise ValueError("expected AAC-LC at a rate that has its double")
    # Explicit signalling: object type 5, core rate, channels, output rate (twice the core: index - 3), object type 2, flags.
    bits = 5 << 35 | core << 31 | channels << 27 | core - 3 << 23 | 2 << 18
    return data[:at] + bits.to_bytes(5, "big") + data[at + 5:]
