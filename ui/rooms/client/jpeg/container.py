"""How a coded JPEG lies in a file; the table is in docs/jpeg-coder.md."""

import struct
from dataclasses import dataclass

from ui.rooms.client.jpeg.refused import BadCoding

_FIXED = struct.Struct(">4sBBBBI32sI")
_MAGIC = b"KJPG"
_VERSION = 1
_NESTED = 1
_MOST_TIMES = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Container:
    """`length` and `sha256` are the original's; `nested` is the container of a JPEG behind this one."""

    pad_mode: int
    length: int
    sha256: bytes
    side_length: int
    side: bytes
    ends: bytes
    bands: list[bytes]
    nested: bytes | None


def unpack_container(packed: bytes) -> Container:
    """Raises BadCoding."""
    if len(packed) < _FIXED.size:
        raise BadCoding("the length")
    magic, version, flags, count, zero, length, sha256, side_length = _FIXED.unpack_from(packed)
    if magic != _MAGIC or version != _VERSION or flags > 7 or zero or not count:
        raise BadCoding("the beginning")
    at = _FIXED.size + 4 * (count + 2)
    bands: list[bytes] = []
    for place in range(_FIXED.size, at, 4):
        size = int.from_bytes(packed[place : place + 4], "big")
        if at + size > len(packed):
            raise BadCoding("a band's length")
        bands.append(packed[at : at + size])
        at += size
    nested = packed[at:] if flags & _NESTED else None
    if length > len(packed) * _MOST_TIMES or side_length > 2 * length + 12 or (nested is None and at != len(packed)):
        raise BadCoding("the length")
    return Container(
        pad_mode=flags >> 1,
        length=length,
        sha256=sha256,
        side_length=side_length,
        side=bands[0],
        ends=bands[1],
        bands=bands[2:],
        nested=nested,
    )
