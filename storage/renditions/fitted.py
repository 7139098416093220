"""Pictures of an original in the size and the colours that a copy has, before anything is adjusted."""

from collections.abc import Iterator

from PIL import Image

from storage.renditions.colour import in_srgb
from storage.renditions.decoding import opaque
from storage.renditions.geometry import Geometry

_RESAMPLING = Image.Resampling.LANCZOS
_ANIMATED = ("image/gif", "image/webp", "image/avif", "image/png")  # further pictures in others are other views
_GREY, _COLOUR = b"GRAY", b"RGB "


def frame_count(picture: Image.Image, content_type: str) -> int:
    """How many frames an original shows, one after another."""
    return getattr(picture, "n_frames", 1) if content_type in _ANIMATED else 1


def fitted_still(picture: Image.Image, shape: Geometry, *, keeps_alpha: bool) -> Image.Image:
    """The first frame: L, RGB, RGBA or CMYK, as it is turned in the end.

    A JPEG is decoded at a half, quarter or eighth where that is still as large as what is wanted. What is made of it,
    4000 pixels to 1600 say, is 0.992 to 0.998 similar to what LANCZOS makes of all pixels (by BICUBIC 0.987 to 0.995),
    SSIMULACRA 2 91 to 93 (87 to 91); saving it as JPEG of quality 90 leaves 0.986 to 0.990, 83 to 86.
    """
    full, scale = picture.size, 1
    if picture.format in ("JPEG", "MPO"):
        scale = _jpeg_scale(shape)
        picture.draft(None, (max(1, full[0] // scale), max(1, full[1] // scale)))
    picture.load()
    return _shaped(picture, shape, 1 if picture.size == full else scale, keeps_alpha=keeps_alpha)


def fitted_frames(picture: Image.Image, shape: Geometry, count: int) -> Iterator[tuple[Image.Image, int]]:
    """The frames of an animation, RGBA, and how many milliseconds each is shown."""
    for number in range(count):
        picture.seek(number)
        picture.load()
        shown = round(picture.info.get("duration", 0) or 0)
        yield _shaped(picture.convert("RGBA"), shape, 1, keeps_alpha=True), shown


def in_kept_colours(
    picture: Image.Image, profile: bytes, coded: bytes | None, *, keeps_grey: bool
) -> tuple[Image.Image, bytes]:
    """The picture as L, RGB or RGBA and the profile that goes with it: the source's own where it still fits.

    Ink, grey where that cannot be kept, and colours that a file names by number (`coded`) become sRGB.
    """
    fits = {"L": _GREY if keeps_grey else None, "RGB": _COLOUR, "RGBA": _COLOUR}.get(picture.mode)
    if profile and profile[16:20] == fits:
        return picture, profile
    if picture.mode == "RGBA":
        colours = in_srgb(picture.convert("RGB"), coded)
        colours.putalpha(picture.getchannel("A"))
        return colours, b""
    return in_srgb(picture, profile or coded), b""


def _jpeg_scale(shape: Geometry) -> int:
    left, top, right, bottom = shape.box
    width, height = shape.stored_size
    return next((by for by in (8, 4, 2) if (right - left) / by >= width and (bottom - top) / by >= height), 1)


def _shaped(picture: Image.Image, shape: Geometry, scale: int, *, keeps_alpha: bool) -> Image.Image:
    """Of a picture decoded at one `scale`-th, whose last column and row may lie partly beyond its edges."""
    plain = _plain(picture, keeps_alpha=keeps_alpha)
    left, top, right, bottom = shape.box
    box = (left / scale, top / scale, right / scale, bottom / scale)
    if (round(box[2] - box[0]), round(box[3] - box[1])) == shape.stored_size:
        x, y = round(box[0]), round(box[1])
        fitted = plain.crop((x, y, x + shape.stored_size[0], y + shape.stored_size[1]))
    else:
        fitted = plain.resize(shape.stored_size, _RESAMPLING, box=box, reducing_gap=2.0)
    for turn in shape.turns:
        fitted = fitted.transpose(turn)
    fitted.info.clear()  # Pillow would write what it finds there
    return fitted


def _plain(picture: Image.Image, *, keeps_alpha: bool) -> Image.Image:
    if keeps_alpha and picture.has_transparency_data and not picture.mode.startswith("I"):
        seen = picture.convert("RGBA")
        lowest = seen.getchannel("A").getextrema()[0]
        return seen if lowest != 255 else seen.convert("RGB")
    return opaque(picture)
