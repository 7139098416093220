"""The bytes of a format against those of a JPEG by Pillow, both looking as much like the picture."""

from collections.abc import Callable
from io import BytesIO
from typing import TypeAlias

from PIL import Image

from storage.renditions.similarity import Likeness

JPEG_QUALITY = 80
Similarity: TypeAlias = Callable[[Image.Image, Image.Image], float]
Encode: TypeAlias = Callable[[Image.Image, int], bytes]


def ratio_to_jpeg(picture: Image.Image, encode: Encode, similarity: Similarity, best: int = 100) -> float:
    """The bytes at the lowest quality that is at least as similar as the JPEG, against the JPEG's.

    `encode` takes whole numbers up to `best`.
    """
    rgb = picture.convert("RGB")
    jpeg = _as_jpeg(rgb)
    wanted = similarity(rgb, decoded(jpeg))
    low, high = 0, best
    while high - low > 1:
        middle = (low + high) // 2
        if similarity(rgb, decoded(encode(rgb, middle))) >= wanted:
            high = middle
        else:
            low = middle
    return len(encode(rgb, high)) / len(jpeg)


def block_similarity(left: Image.Image, right: Image.Image) -> float:
    """1 for the same luma, less for any difference; both of one size."""
    return Likeness(left).to(right)


def decoded(data: bytes) -> Image.Image:
    """The picture that a file holds, in colours."""
    with Image.open(BytesIO(data)) as picture:
        return picture.convert("RGB")


def _as_jpeg(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.save(file, "JPEG", quality=JPEG_QUALITY)
    return file.getvalue()
