"""Opens an original: its true kind by content, its header within the budgets, nothing decoded yet."""

from collections.abc import Iterator
from contextlib import contextmanager
from mmap import ACCESS_READ, mmap
from typing import BinaryIO

import pillow_heif
from PIL import AvifImagePlugin, Image

from domain.media.rendering import NotAPicture, PictureTooSlow
from storage.renditions.budgets import MAX_FRAMES, MAX_SCANS, check_frames, check_pixels
from storage.renditions.content_type import HEAD_BYTES, content_type_of
from storage.renditions.gif_frames import has_more_frames_than
from storage.renditions.jpeg_scans import has_more_scans_than
from storage.renditions.webp_size import webp_size

pillow_heif.register_heif_opener(decode_threads=1, thumbnails=False, depth_images=False, aux_images=False)
AvifImagePlugin.DEFAULT_MAX_THREADS = 1  # the pool decides how many cores pictures get
Image.MAX_IMAGE_PIXELS = None  # the budgets decide, per kind and before anything is allocated

_PILLOW_NAMES = {
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/webp": "WEBP",
    "image/gif": "GIF",
    "image/avif": "AVIF",
    "image/heic": "HEIF",
}
_FRAMES_IN_HEADER = ("image/png", "image/webp", "image/avif")


@contextmanager
def opened(file: BinaryIO) -> Iterator[tuple[str, Image.Image]]:
    """The content type and the picture, not yet decoded. Raises NotAPicture, TooManyPixels, PictureTooSlow."""
    head = file.read(HEAD_BYTES)
    content_type = content_type_of(head)
    if content_type is None:
        raise NotAPicture
    with mmap(file.fileno(), 0, access=ACCESS_READ) as data:
        _check_bytes(content_type, head, data)
    file.seek(0)
    with Image.open(file, formats=[_PILLOW_NAMES[content_type]]) as picture:
        check_pixels(content_type, picture.size, progressive="progressive" in picture.info)
        if content_type in _FRAMES_IN_HEADER:
            check_frames(getattr(picture, "n_frames", 1))
        yield content_type, picture


def _check_bytes(content_type: str, head: bytes, data: mmap) -> None:
    """What must be known before Pillow touches the file, or what Pillow would be slow to tell."""
    if content_type == "image/webp":
        check_pixels(content_type, webp_size(head))
    too_many_frames = content_type == "image/gif" and has_more_frames_than(MAX_FRAMES, data)
    too_many_scans = content_type == "image/jpeg" and has_more_scans_than(MAX_SCANS, data)
    if too_many_frames or too_many_scans:
        raise PictureTooSlow
