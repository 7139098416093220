"""How much a picture may ask for, judged by its header before anything is decoded."""

from domain.media.rendering import PictureDamaged, PictureTooSlow, TooManyPixels

MAX_SCANS = 100
MAX_FRAMES = 250

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


def check_pixels(content_type: str, size: tuple[int, int], *, progressive: bool = False) -> None:
    """Raises TooManyPixels, or PictureDamaged where there are none."""
    width, height = size
    if width < 1 or height < 1:
        raise PictureDamaged
    is_heavy = progressive and content_type == "image/jpeg"
    most = _MAX_PROGRESSIVE_MEGAPIXELS if is_heavy else _MAX_MEGAPIXELS[content_type]
    if width * height > most * 1_000_000:
        raise TooManyPixels(megapixels=-(-width * height // 1_000_000), max_megapixels=most)


def check_frames(count: int) -> None:
    """Raises PictureTooSlow where an animation has more than MAX_FRAMES."""
    if count > MAX_FRAMES:
        raise PictureTooSlow
