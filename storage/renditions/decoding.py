"""Decodes a picture at about the size of the largest rendition, without transparency, in few megabytes."""

from PIL import Image

from storage.renditions.rungs import LARGEST, SMALLEST_TOP

_STRIP_ROWS = 64
_EIGHT_BITS = 1 / 256
_PLAIN_MODES = ("L", "RGB", "CMYK")


def decoded_small(picture: Image.Image) -> Image.Image:
    """An L, RGB or CMYK picture, at least as large as the ladder's top or of full size, on white.

    A JPEG comes at a half, quarter or eighth, straight from its cosines: that is cheaper than decoding it whole.
    """
    if picture.format in ("JPEG", "MPO"):
        scale = _jpeg_scale(picture.size)
        picture.draft(None, (max(1, picture.width // scale), max(1, picture.height // scale)))
    picture.load()
    factor = max(1, max(picture.size) // (2 * LARGEST))
    if factor == 1 and picture.mode in _PLAIN_MODES and not picture.has_transparency_data:
        return picture
    return _by_strips(picture, factor)


def _jpeg_scale(size: tuple[int, int]) -> int:
    return next((scale for scale in (8, 4, 2) if -(-max(size) // scale) >= SMALLEST_TOP), 1)


def _by_strips(picture: Image.Image, factor: int) -> Image.Image:
    """Opaque, and smaller by a whole factor, strip by strip: no second copy of a large picture is made."""
    small: Image.Image | None = None
    rows = _STRIP_ROWS * factor
    for top in range(0, picture.height, rows):
        strip = opaque(picture.crop((0, top, picture.width, min(picture.height, top + rows)))).reduce(factor)
        if small is None:
            small = Image.new(strip.mode, (strip.width, -(-picture.height // factor)))
        small.paste(strip, (0, top // factor))
    return small or picture


def opaque(picture: Image.Image) -> Image.Image:
    """The picture on white, as L, RGB or CMYK; 16-bit grey keeps its upper eight bits."""
    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda value: value * _EIGHT_BITS).convert("L")
    if picture.has_transparency_data:
        is_grey = picture.mode in ("L", "LA")  # and stays it, because its profile is one for grey
        seen = picture.convert("LA" if is_grey else "RGBA")
        paper = Image.new("L" if is_grey else "RGB", seen.size, "white")
        paper.paste(seen, mask=seen.getchannel("A"))
        return paper
    if picture.mode in ("1", "F"):
        return picture.convert("L")
    return picture if picture.mode in _PLAIN_MODES else picture.convert("RGB")
