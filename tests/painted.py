"""Small pictures that tests paint themselves, in every accepted kind, each seed another one."""

import random
from datetime import datetime
from functools import lru_cache
from io import BytesIO
from typing import Any

import pillow_heif
from PIL import Image, ImageDraw

pillow_heif.register_heif_opener()

PILLOW_NAMES = {
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/webp": "WEBP",
    "image/gif": "GIF",
    "image/avif": "AVIF",
    "image/heic": "HEIF",
}


def painted(width: int = 480, height: int = 320, seed: int = 1) -> Image.Image:
    """A sky, some hills and a sun whose places and colours depend on the seed."""
    chance = random.Random(seed)
    picture = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    tint = Image.new("RGB", (width, height), tuple(chance.randrange(60, 220) for _ in range(3)))
    picture = Image.blend(picture, tint, 0.6)
    draw = ImageDraw.Draw(picture)
    for _ in range(12):
        x, y, size = chance.randrange(width), chance.randrange(height), chance.randrange(8, max(9, height // 3))
        draw.ellipse((x - size, y - size, x + size, y + size), fill=tuple(chance.randrange(256) for _ in range(3)))
    return picture


def photograph(
    content_type: str = "image/jpeg", *, width: int = 480, height: int = 320, seed: int = 1, **saving: Any
) -> bytes:
    """The bytes of a painted picture of this kind."""
    if saving:
        return _encoded(content_type, width, height, seed, **saving)
    return _plain(content_type, width, height, seed)


def _encoded(content_type: str, width: int, height: int, seed: int, **saving: Any) -> bytes:
    out = BytesIO()
    painted(width, height, seed).save(out, PILLOW_NAMES[content_type], **saving)
    return out.getvalue()


@lru_cache(maxsize=64)  # many tests want the very same, and a large one takes a tenth of a second
def _plain(content_type: str, width: int, height: int, seed: int) -> bytes:
    return _encoded(content_type, width, height, seed)


def exif(*, taken_at: datetime | None = None, latitude: float | None = None) -> Image.Exif:
    """What a camera writes; with a latitude, where it was as well."""
    found = Image.Exif()
    found[0x010F], found[0x0110] = "Kamra", "Box"
    if taken_at is not None:
        details = found.get_ifd(0x8769)
        details[0x9003] = taken_at.strftime("%Y:%m:%d %H:%M:%S")
        details[0x9011] = "+00:00"
    if latitude is not None:
        place = found.get_ifd(0x8825)
        place[1], place[2] = "N", (latitude, 0.0, 0.0)
        place[3], place[4] = "E", (8.0, 30.0, 0.0)
    return found
