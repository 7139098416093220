"""Opens an original: its true kind by content, its header within the budgets, nothing decoded yet."""

from collections.abc import Iterator
from contextlib import contextmanager
from mmap import ACCESS_READ, mmap
from typing import BinaryIO

import pillow_heif
from PIL import AvifImagePlugin, Image, PngImagePlugin

from domain.media.rendering import NotAPicture, PictureTooSlow
from storage.renditions.box_sizes import describes_more_than
from storage.renditions.budgets import (
    MAX_BLOCKS,
    MAX_CHUNKS,
    MAX_DESCRIPTION_BYTES,
    MAX_FRAMES,
    MAX_SEGMENTS,
    check_depth,
    check_frames,
    check_pixels,
    max_scans,
)
from storage.renditions.content_type import HEAD_BYTES, content_type_of
from storage.renditions.gif_frames import has_more_than
from storage.renditions.jpeg_scans import has_more_scans_than, has_more_segments_than
from storage.renditions.png_chunks import bits_per_pixel, has_more_chunks_than
from storage.renditions.webp_size import webp_size

pillow_heif.register_heif_opener(decode_threads=1, thumbnails=False, depth_images=False, aux_images=False)
AvifImagePlugin.DEFAULT_MAX_THREADS = 1  # the pool decides how many cores pictures get
Image.MAX_IMAGE_PIXELS = None  # the budgets decide, per kind and before anything is allocated
PngImagePlugin.MAX_TEXT_CHUNK = 4 * 1024 * 1024  # press profiles are packed like texts, and larger than Pillow's 1 MB

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
            if content_type == "image/png":
                check_depth(picture.size, bits_per_pixel(head))
            if content_type == "image/jpeg" and has_more_scans_than(max_scans(picture.size), data):
                raise PictureTooSlow
            yield content_type, picture


def _check_bytes(content_type: str, head: bytes, data: mmap) -> None:
    """What must be known before Pillow touches the file, or what Pillow would be slow to tell."""
    if content_type == "image/webp":
        check_pixels(content_type, webp_size(head))
    too_long = {
        "image/gif": lambda: has_more_than(MAX_FRAMES, MAX_BLOCKS, data),
        "image/jpeg": lambda: has_more_segments_than(MAX_SEGMENTS, data),
        "image/png": lambda: has_more_chunks_than(MAX_CHUNKS, data),
        "image/avif": lambda: describes_more_than(MAX_DESCRIPTION_BYTES, data),
        "image/heic": lambda: describes_more_than(MAX_DESCRIPTION_BYTES, data),
    }
    if content_type in too_long and too_long[content_type]():
        raise PictureTooSlow
