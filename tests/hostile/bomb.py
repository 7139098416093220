"""One hostile picture: what it is, who writes its bytes, and what may become of it."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pillow_heif
from PIL import Image

pillow_heif.register_heif_opener()

TOO_MANY_PIXELS = "too_many_pixels"
TOO_SLOW = "picture_too_slow"
DAMAGED = "picture_damaged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bomb:
    """`code` is the reason it fails for, or None where what is hostile in it is left aside and the rest is shown."""

    name: str
    content_type: str
    make: Callable[[], bytes]
    code: str | None


def encoded(picture: Image.Image, kind: str, **options: Any) -> bytes:
    """The picture as the real encoder of this kind writes it."""
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def numbered_frames(count: int, size: tuple[int, int] = (8, 8)) -> list[Image.Image]:
    """Frames of which no two are alike, so that no encoder joins them."""
    return [Image.new("RGB", size, (number % 250, number // 250, 0)) for number in range(count)]
