"""PNG files that grow when they are opened, or never end."""

import struct
import zlib
from functools import partial

from PIL import Image

from tests.hostile.bomb import DAMAGED, TOO_MANY_PIXELS, TOO_SLOW, Bomb, encoded, numbered_frames

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_MEGABYTE = 1024 * 1024


def chunk(name: bytes, data: bytes = b"") -> bytes:
    """One chunk with its length and checksum (PNG specification, section 5.3)."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(*extra: bytes, size: tuple[int, int] = (8, 8), depth: int = 8, colour: int = 2, rows: bytes = b"") -> bytes:
    """A PNG of any header, with further chunks before its pixels; without `rows` it has those of 8 × 8 black ones."""
    header = struct.pack(">IIBBBBB", *size, depth, colour, 0, 0, 0)
    pixels = rows or zlib.compress(b"\0" * 25 * 8)
    return _SIGNATURE + chunk(b"IHDR", header) + b"".join(extra) + chunk(b"IDAT", pixels) + chunk(b"IEND")


def zeros(count: int) -> bytes:
    """Zero bytes as zlib packs them, a thousandth of their number, without ever holding them all."""
    packer = zlib.compressobj(9)
    megabyte = b"\0" * _MEGABYTE
    parts = [packer.compress(megabyte) for _ in range(count // _MEGABYTE)]
    return b"".join((*parts, packer.compress(b"\0" * (count % _MEGABYTE)), packer.flush()))


def _twenty_thousand() -> bytes:
    return encoded(Image.new("1", (20_000, 20_000)), "PNG")


def _texts() -> bytes:
    return png(*(chunk(b"zTXt", b"Comment\0\0" + zeros(100 * _MEGABYTE)) for _ in range(3)))


def _many_texts() -> bytes:
    """Each within what one text may have, all together 200 MB."""
    packed = zeros(_MEGABYTE - 1)
    return png(*(chunk(b"iTXt", b"c%d\0\1\0\0\0" % number + packed) for number in range(200)))


def _profile() -> bytes:
    return png(chunk(b"iCCP", b"profile\0\0" + zeros(100 * _MEGABYTE)))


def _deep() -> bytes:
    """Within the pixels a PNG may have, but eight bytes for each."""
    return png(size=(10_000, 9_900), depth=16, colour=6, rows=zeros((10_000 * 8 + 1) * 9_900))


def _more_rows_than_it_has() -> bytes:
    return png(rows=zeros(500 * _MEGABYTE))


def _endless_chunks() -> bytes:
    return png(chunk(b"quIt") * 2_000_000)


def _endless_pixel_chunks() -> bytes:
    whole = png()
    at = whole.index(b"IDAT") - 4
    return whole[:at] + chunk(b"IDAT") * 2_000_000 + whole[at:]


def _frames() -> bytes:
    frames = numbered_frames(300)
    return encoded(frames[0], "PNG", save_all=True, append_images=frames[1:])


def _promised_frames() -> bytes:
    return png(chunk(b"acTL", struct.pack(">II", 2**31 - 1, 0)))


bomb = partial(Bomb, content_type="image/png")
PNG_BOMBS = (
    bomb(name="20,000 × 20,000 PNG", make=_twenty_thousand, code=TOO_MANY_PIXELS),
    bomb(name="PNG header of 2³¹ × 2³¹", make=partial(png, size=(2**31 - 1, 2**31 - 1)), code=TOO_MANY_PIXELS),
    bomb(name="PNG of 99 MP with 16 bits and alpha", make=_deep, code=TOO_MANY_PIXELS),
    bomb(name="PNG with texts of 100 MB", make=_texts, code=DAMAGED),
    bomb(name="PNG with 200 texts of 1 MB", make=_many_texts, code=DAMAGED),
    bomb(name="PNG with a profile of 100 MB", make=_profile, code=DAMAGED),
    bomb(name="PNG with 500 MB of pixels for 8 × 8", make=_more_rows_than_it_has, code=None),
    bomb(name="PNG with 2,000,000 chunks", make=_endless_chunks, code=TOO_SLOW),
    bomb(name="PNG with 2,000,000 empty chunks of pixels", make=_endless_pixel_chunks, code=TOO_SLOW),
    bomb(name="PNG of 300 frames", make=_frames, code=TOO_SLOW),
    bomb(name="PNG that promises 2³¹ frames", make=_promised_frames, code=TOO_SLOW),
)
