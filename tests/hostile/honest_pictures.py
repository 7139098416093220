"""Small honest pictures of every kind, mode and extra, as real encoders write them: what gets damaged."""

import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from typing import Any

from PIL import Image, ImageCms

from tests.hostile.bomb import encoded
from tests.hostile.boxes import HEIC, Item, coded, container, extent, grid
from tests.hostile.png_bombs import chunk, png
from tests.painted import exif, painted

_SIZE = (160, 120)
_XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><exif:GPSLatitude>47,1N</exif:GPSLatitude></x:xmpmeta>"


@cache
def honest_pictures() -> tuple[bytes, ...]:
    """All of them, in an order that stays."""
    return (*_jpegs(), *_pngs(), *_webps(), *_gifs(), *_avifs(), *_heics())


def _extras() -> dict[str, Any]:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    found = exif(taken_at=datetime(2024, 6, 1, tzinfo=UTC), latitude=47.5)
    found[0x0112] = 6
    return {"exif": found, "icc_profile": profile}


def _frames(count: int = 4) -> list[Image.Image]:
    return [painted(*_SIZE, seed=seed) for seed in range(count)]


def _clear() -> Image.Image:
    picture = painted(*_SIZE).convert("RGBA")
    picture.putalpha(Image.linear_gradient("L").resize(_SIZE))
    return picture


def _jpegs() -> Iterator[bytes]:
    one = painted(*_SIZE)
    yield encoded(one, "JPEG", **_extras(), xmp=_XMP, comment=b"a comment")
    yield encoded(one, "JPEG", progressive=True, **_extras())
    yield encoded(one, "JPEG", subsampling="4:4:4", optimize=True)
    yield encoded(one, "JPEG", restart_marker_rows=1)
    yield encoded(one, "JPEG", progressive=True, restart_marker_blocks=7)
    yield encoded(one.convert("L"), "JPEG")
    yield encoded(one.convert("CMYK"), "JPEG")
    yield encoded(one.resize((2000, 1500)), "JPEG", quality=30)
    first, *others = _frames()
    yield encoded(first, "MPO", save_all=True, append_images=others)


def _pngs() -> Iterator[bytes]:
    one = painted(*_SIZE)
    yield encoded(one, "PNG", **_extras())
    yield encoded(_clear(), "PNG")
    yield encoded(one.quantize(64), "PNG", transparency=3)
    yield encoded(_clear().convert("LA"), "PNG")
    yield encoded(one.convert("1"), "PNG")
    yield encoded(one.convert("I;16"), "PNG")
    yield _deep_png(one)
    first, *others = _frames()
    yield encoded(first, "PNG", save_all=True, append_images=others)
    yield png(
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + _XMP), chunk(b"zTXt", b"a\0\0" + zlib.compress(b"b" * 99))
    )


def _deep_png(picture: Image.Image) -> bytes:
    """With 16 bits for each colour, which Pillow reads and does not write."""
    pixels = picture.tobytes()
    deep = bytes(value for pixel in pixels for value in (pixel, pixel))
    row = picture.width * 6
    rows = b"".join(b"\0" + deep[at : at + row] for at in range(0, len(deep), row))
    return png(size=picture.size, depth=16, rows=zlib.compress(rows))


def _webps() -> Iterator[bytes]:
    yield encoded(painted(*_SIZE), "WEBP", **_extras(), xmp=_XMP)
    yield encoded(painted(*_SIZE), "WEBP", lossless=True)
    yield encoded(_clear(), "WEBP")
    first, *others = _frames()
    yield encoded(first, "WEBP", save_all=True, append_images=others)


def _gifs() -> Iterator[bytes]:
    yield encoded(painted(*_SIZE), "GIF", comment=b"a comment")
    yield encoded(_clear(), "GIF", interlace=True)
    first, *others = _frames()
    yield encoded(first, "GIF", save_all=True, append_images=others, loop=0, duration=90)


def _avifs() -> Iterator[bytes]:
    yield encoded(painted(*_SIZE), "AVIF", speed=10, **_extras(), xmp=_XMP)
    yield encoded(painted(*_SIZE), "AVIF", speed=10, subsampling="4:4:4")
    yield encoded(_clear(), "AVIF", speed=10)
    first, *others = _frames()
    yield encoded(first, "AVIF", speed=10, save_all=True, append_images=others)


def _heics() -> Iterator[bytes]:
    fast = {"enc_params": {"preset": "ultrafast"}}
    yield encoded(painted(*_SIZE), "HEIF", **_extras(), **fast)
    yield encoded(_clear(), "HEIF", **fast)
    yield encoded(painted(*_SIZE).convert("I;16"), "HEIF", **fast)
    first, *others = _frames()
    yield encoded(first, "HEIF", save_all=True, append_images=others, **fast)
    size = (256, 256)
    whole = Item(id=1, kind=b"grid", data=grid(2, 2, *size), properties=(extent(*size),), made_of=(2,) * 4)
    yield container(HEIC, whole, coded(HEIC, (128, 128), id=2))
