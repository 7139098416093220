"""WebP and GIF files with huge canvases, thousands of frames, or blocks without end."""

import struct
from functools import partial

from PIL import Image

from tests.hostile.bomb import DAMAGED, TOO_MANY_PIXELS, TOO_SLOW, Bomb, encoded, numbered_frames


def riff(*chunks: tuple[bytes, bytes]) -> bytes:
    """A WebP of these chunks (RFC 9649, section 2.3)."""
    body = b"".join(name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2) for name, data in chunks)
    return b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WEBP" + body


def canvas(flags: int, width: int, height: int) -> tuple[bytes, bytes]:
    """The chunk that says how large a WebP is and what is in it."""
    return b"VP8X", struct.pack("<I", flags) + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")


def pixels_of(webp: bytes) -> tuple[bytes, bytes]:
    """The one chunk of a simple WebP."""
    return webp[12:16], webp[20:]


def _webp(size: tuple[int, int], **options: object) -> bytes:
    return encoded(Image.new("RGB", size, (200, 30, 30)), "WEBP", method=0, quality=0, **options)


def _webp_frames() -> bytes:
    frames = numbered_frames(3000)
    return encoded(frames[0], "WEBP", save_all=True, append_images=frames[1:], lossless=True, method=0)


def _small_canvas_large_frame() -> bytes:
    return riff(canvas(0, 16, 16), pixels_of(_webp((4900, 4900))))


def _webp_profile() -> bytes:
    return riff(canvas(0x20, 16, 16), (b"ICCP", b"\xff" * 40_000_000), pixels_of(_webp((16, 16))))


def _webp_chunks() -> bytes:
    return riff(canvas(0, 16, 16), *[(b"none", b"")] * 2_000_000, pixels_of(_webp((16, 16))))


def gif(*blocks: bytes, size: tuple[int, int] = (8, 8)) -> bytes:
    """A GIF of these blocks between its head and its end (GIF89a specification)."""
    return b"GIF89a" + struct.pack("<HH", *size) + b"\x80\0\0" + b"\0\0\0\xff\xff\xff" + b"".join(blocks) + b";"


def frame(size: tuple[int, int] = (8, 8), data: bytes = b"\x02\x4c\x01\0") -> bytes:
    """One frame; `data` are its coded sub-blocks, by default a clear code and the end."""
    return b"," + struct.pack("<4H", 0, 0, *size) + b"\0\2" + data


def _gif_frames() -> bytes:
    frames = [Image.new("P", (7000, 7000), 1) for _ in range(1)] + numbered_frames(299)
    return encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])


def _zip_of_frames() -> bytes:
    return gif(*[frame((60_000, 60_000))] * 200)


def _comments(block: bytes, count: int) -> bytes:
    whole = encoded(Image.new("P", (8, 8), 1), "GIF")
    at = whole.index(b",\0\0\0\0")
    return whole[:at] + b"!\xfe" + block * count + b"\0" + whole[at:]


def _crumbs() -> bytes:
    """Pixels in blocks of one byte each."""
    return gif(frame(data=b"\1\0" * 10_000_000 + b"\0"))


webp_bomb = partial(Bomb, content_type="image/webp")
gif_bomb = partial(Bomb, content_type="image/gif")
WEBP_GIF_BOMBS = (
    webp_bomb(name="64 MP WebP", make=partial(_webp, (8000, 8000)), code=TOO_MANY_PIXELS),
    webp_bomb(name="64 MP WebP without loss", make=partial(_webp, (8000, 8000), lossless=True), code=TOO_MANY_PIXELS),
    webp_bomb(name="WebP of 3,000 frames", make=_webp_frames, code=TOO_SLOW),
    webp_bomb(name="WebP with a frame larger than itself", make=_small_canvas_large_frame, code=DAMAGED),
    webp_bomb(name="WebP with a profile of 40 MB", make=_webp_profile, code=None),
    webp_bomb(name="WebP with 2,000,000 chunks", make=_webp_chunks, code=None),
    gif_bomb(name="GIF of 300 frames on 49 MP", make=_gif_frames, code=TOO_SLOW),
    gif_bomb(name="GIF of 60,000 × 60,000 frames", make=_zip_of_frames, code=TOO_MANY_PIXELS),
    gif_bomb(name="GIF with a comment of 40 MB", make=partial(_comments, b"\xff" + b"x" * 255, 160_000), code=None),
    gif_bomb(
        name="GIF with a comment of 10,000,000 crumbs", make=partial(_comments, b"\1x", 10_000_000), code=TOO_SLOW
    ),
    gif_bomb(name="GIF with 10,000,000 crumbs of pixels", make=_crumbs, code=TOO_SLOW),
)
