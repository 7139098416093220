"""Pictures that the tests paint themselves, and ways to look at what became of them."""

import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

QUARTERS = (
    (220, 40, 40),
    (40, 180, 60),
    (40, 70, 210),
    (235, 215, 60),
)  # top left, top right, bottom left, bottom right


def four_quarters(width: int, height: int) -> Image.Image:
    """A red, a green, a blue and a yellow quarter: any turn or mirroring shows."""
    small = Image.new("RGB", (2, 2))
    small.putdata([*QUARTERS])
    return small.resize((width, height), Image.Resampling.NEAREST)


def meadow(width: int, height: int) -> Image.Image:
    """Smooth colours and fine grain, compressible about as a photograph is."""
    sky = Image.linear_gradient("L").resize((width, height))
    grain = Image.effect_noise((width, height), 12)
    return Image.merge("RGB", (sky, grain, sky.transpose(Image.Transpose.ROTATE_180)))


def saved(picture: Image.Image, path: Path, **options: Any) -> Path:
    picture.save(path, **options)
    return path


def as_bytes(picture: Image.Image, kind: str, **options: Any) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def colour_at(path: Path, x: float, y: float) -> tuple[int, int, int]:
    """The colour at a place given as parts of width and height."""
    with Image.open(path) as picture:
        rgb = picture.convert("RGB")
        pixel = rgb.getpixel((int(x * (rgb.width - 1)), int(y * (rgb.height - 1))))
    assert isinstance(pixel, tuple)
    return pixel[0], pixel[1], pixel[2]


def is_near(colour: tuple[int, ...], wanted: tuple[int, ...], tolerance: int = 8) -> bool:
    return all(abs(a - b) <= tolerance for a, b in zip(colour, wanted, strict=True))


def png_header(width: int, height: int) -> bytes:
    """A PNG of that size whose pixels end at once: what matters is that nobody tries to decode it."""
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + _chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + _chunk(b"IEND", b"")
    )


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
