"""How much a picture may ask for, judged by its header before anything is decoded."""

from domain.media.rendering import PictureDamaged, PictureTooSlow, TooManyPixels

MAX_FRAMES = 250
# Of what is gone through one by one: a file of nothing else keeps Pillow busy for a minute. Honest files have pieces
# of 64 kB (JPEG, at most), 8 kB (PNG) and 255 bytes (GIF), and few descriptions but their profile (AVIF and HEIC).
MAX_SEGMENTS = 10_000
MAX_CHUNKS = 100_000
MAX_BLOCKS = 1_000_000
MAX_DESCRIPTION_BYTES = 16 * 1024 * 1024

# Bytes of memory per pixel while decoding, measured: PNG 4, GIF 5, WebP 16, AVIF and HEIC 8 to 12, progressive JPEG
# up to 6 (its coefficients), baseline JPEG under 1 (it is decoded smaller). A process gets what limits.py says.
_MAX_MEGAPIXELS = {
    "image/jpeg": 210,
    "image/png": 100,
    "image/gif": 50,
    "image/webp": 25,
    "image/avif": 50,
    "image/heic": 50,
}
_MAX_PROGRESSIVE_MEGAPIXELS = 64
_MAX_UNPACKED_MEGABYTES = 400  # of a PNG: a second of unpacking
_MAX_SCANS = 100
# A scan takes half a millisecond per megapixel even where it holds nothing; programs write about ten.
_MAX_SCANNED_MEGAPIXELS = 2000


def check_pixels(content_type: str, size: tuple[int, int], *, progressive: bool = False) -> None:
    """Raises TooManyPixels, or PictureDamaged where there are none."""
    width, height = size
    if width < 1 or height < 1:
        raise PictureDamaged
    is_heavy = progressive and content_type == "image/jpeg"
    _check(size, _MAX_PROGRESSIVE_MEGAPIXELS if is_heavy else _MAX_MEGAPIXELS[content_type])


def check_depth(size: tuple[int, int], bits_per_pixel: int) -> None:
    """Raises TooManyPixels where pixels are so deep that there may be fewer of them."""
    _check(size, _MAX_UNPACKED_MEGABYTES * 8 // bits_per_pixel)


def check_frames(count: int) -> None:
    """Raises PictureTooSlow where an animation has more than MAX_FRAMES."""
    if count > MAX_FRAMES:
        raise PictureTooSlow


def max_scans(size: tuple[int, int]) -> int:
    """How many scans a JPEG of this size may have."""
    return min(_MAX_SCANS, _MAX_SCANNED_MEGAPIXELS * 1_000_000 // (size[0] * size[1]))


def _check(size: tuple[int, int], max_megapixels: int) -> None:
    width, height = size
    if width * height > max_megapixels * 1_000_000:
        raise TooManyPixels(megapixels=-(-width * height // 1_000_000), max_megapixels=max_megapixels)
