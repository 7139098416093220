"""The photographs that are sent while something is measured: no two have the same bytes."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from itertools import count
from pathlib import Path

from PIL import Image

from storage.demo.painting import SCENES, paint

PHOTOS = Path(os.environ.get("KAMRA_TEST_PHOTOS", "../shared/photos"))
_TAKEN = datetime(2024, 6, 1, 12, tzinfo=UTC)
_KINDS = {".jpg", ".png", ".avif", ".heic"}
_CAMERA_SIZE = (4000, 3000)
_numbers = count()


def from_a_camera() -> Iterator[bytes]:
    """Baseline JPEGs of 12 megapixels without end."""
    photograph = _of_a_camera()
    return (_numbered(photograph, next(_numbers)) for _ in count())


def for_a_library() -> Iterator[bytes]:
    """Painted JPEGs of 2 megapixels in several shapes, without end."""
    paintings = [paint(scene, seed, _TAKEN) for seed, scene in enumerate(SCENES)]
    return (_numbered(paintings[number % len(paintings)], number) for number in _numbers)


def for_clients() -> Iterator[bytes]:
    """Painted JPEGs of some ten kilobytes, every eighth of some hundred, without end."""
    large = paint("Sea", 1, _TAKEN)
    out = BytesIO()
    with Image.open(BytesIO(large)) as painting:
        painting.resize((480, 320)).save(out, "JPEG", quality=85)
    return (_numbered(large if number % 8 == 0 else out.getvalue(), number) for number in _numbers)


def photographs_to_judge(folder: Path) -> list[Path]:
    """Every photograph that is there; where none is, a painted one of each scene, put into the folder."""
    found = [path for path in sorted(PHOTOS.glob("*")) if path.suffix in _KINDS]
    return found or [_painted(scene, seed, folder) for seed, scene in enumerate(SCENES)]


def _painted(scene: str, seed: int, folder: Path) -> Path:
    path = folder / f"{seed}.jpg"
    path.write_bytes(paint(scene, seed, _TAKEN))
    return path


@cache
def _of_a_camera() -> bytes:
    found = next(iter(sorted(PHOTOS.glob("12mp_*.jpg"))), None)
    if found is not None:
        return found.read_bytes()
    out = BytesIO()
    with Image.open(BytesIO(paint("Mountains", 1, _TAKEN))) as painting:
        painting.resize(_CAMERA_SIZE).effect_spread(3).save(out, "JPEG", quality=92)
    return out.getvalue()


def _numbered(jpeg: bytes, number: int) -> bytes:
    """The same picture in other bytes: with a comment (JPEG segment FFFE) behind its first marker."""
    comment = str(number).encode()
    return jpeg[:2] + b"\xff\xfe" + (len(comment) + 2).to_bytes(2, "big") + comment + jpeg[2:]
