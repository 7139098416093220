"""Light, contrast, colour and warmth of a picture, as a person moves them; nothing where all are 0."""

from PIL import Image, ImageEnhance

from domain.media.compressions.recipe import Adjustment

_MIDDLE = 0.5
_STRONGEST_GAMMA = 2.0  # light ±1: the middle of the scale goes to 0.71 or 0.25, black and white stay
_STRONGEST_CONTRAST = 0.8  # contrast ±1: 1.8 times as far from the middle, or 0.2 times
_STRONGEST_WARMTH = 0.25  # warmth ±1: red a quarter more and blue a quarter less, or the other way round


def adjusted(picture: Image.Image, adjust: Adjustment) -> Image.Image:
    """An L, RGB or RGBA picture changed, transparency left as it is; warmth means nothing where there is no colour.

    With v from 0 to 1: light is v ^ (2 ^ −light); contrast is ½ + (v − ½) · (1 + 0.8 · contrast); warmth multiplies
    red by 1 + 0.25 · warmth and blue by 1 − 0.25 · warmth; colour moves away from the grey of the same luma (ITU-R
    BT.601) by 1 + colour times, so that −1 is grey. All are made of the encoded values, as photographs are shown.
    """
    if adjust.colour or adjust.monochrome:
        picture = _with_colour(picture, 0.0 if adjust.monochrome else 1 + adjust.colour)
    red, green, blue = (_table(adjust, gain) for gain in _gains(picture, adjust))
    if green == list(range(256)) and red == green == blue:
        return picture
    if picture.mode == "L":
        return picture.point(green)
    return picture.point([*red, *green, *blue, *(range(256) if picture.mode == "RGBA" else ())])


def _with_colour(picture: Image.Image, factor: float) -> Image.Image:
    if picture.mode == "L":
        return picture
    return ImageEnhance.Color(picture).enhance(factor)


def _gains(picture: Image.Image, adjust: Adjustment) -> tuple[float, float, float]:
    warmth = 0 if picture.mode == "L" or adjust.monochrome else _STRONGEST_WARMTH * adjust.warmth
    return 1 + warmth, 1.0, 1 - warmth


def _table(adjust: Adjustment, gain: float) -> list[int]:
    gamma = _STRONGEST_GAMMA**-adjust.light
    slope = 1 + _STRONGEST_CONTRAST * adjust.contrast
    return [_level((((level / 255) ** gamma) * gain - _MIDDLE) * slope + _MIDDLE) for level in range(256)]


def _level(value: float) -> int:
    return round(255 * min(1.0, max(0.0, value)))
