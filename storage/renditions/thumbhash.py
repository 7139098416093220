"""A placeholder of some 20 bytes for a picture: ThumbHash, a handful of cosine coefficients in nibbles.

Written from the published description of the format, https://evanw.github.io/thumbhash/.
"""

from math import cos, pi
from operator import mul

from PIL import Image

_SIDE = 24  # the finest cosine has three periods, so more pixels would change nothing anyone sees
_LUMA_TERMS = 7
_CHROMA_TERMS = 3


def thumbhash(picture: Image.Image) -> bytes:
    """The ThumbHash of an opaque picture of any size; 5 bytes of header and up to 19 of coefficients."""
    rgb = picture.convert("RGB")
    rgb.thumbnail((_SIDE, _SIDE), Image.Resampling.BOX)
    width, height = rgb.size
    longest = max(picture.size)
    across = max(1, _round(_LUMA_TERMS * picture.width / longest))
    down = max(1, _round(_LUMA_TERMS * picture.height / longest))

    data = rgb.tobytes()
    red, green, blue = ([value / 255 for value in data[at::3]] for at in range(3))
    luma = [(r + g + b) / 3 for r, g, b in zip(red, green, blue, strict=True)]
    yellow_blue = [(r + g) / 2 - b for r, g, b in zip(red, green, blue, strict=True)]
    red_green = [r - g for r, g in zip(red, green, strict=True)]

    l_mean, l_terms, l_scale = _cosines(luma, width, height, max(3, across), max(3, down))
    p_mean, p_terms, p_scale = _cosines(yellow_blue, width, height, _CHROMA_TERMS, _CHROMA_TERMS)
    q_mean, q_terms, q_scale = _cosines(red_green, width, height, _CHROMA_TERMS, _CHROMA_TERMS)

    is_landscape = picture.width > picture.height
    head = (
        _round(63 * l_mean)
        | _round(31.5 + 31.5 * p_mean) << 6
        | _round(31.5 + 31.5 * q_mean) << 12
        | _round(31 * l_scale) << 18
        | (down if is_landscape else across) << 24
        | _round(63 * p_scale) << 27
        | _round(63 * q_scale) << 33
        | is_landscape << 39
    )
    return head.to_bytes(5, "little") + _nibbles(l_terms + p_terms + q_terms)


def _cosines(channel: list[float], width: int, height: int, across: int, down: int) -> tuple[float, list[float], float]:
    """The channel's mean, its coefficients below the diagonal scaled to 0…1, and the scale they were divided by."""
    rows = [channel[at : at + width] for at in range(0, width * height, width)]
    waves_x = [[cos(pi / width * u * (x + 0.5)) for x in range(width)] for u in range(across)]
    waves_y = [[cos(pi / height * v * (y + 0.5)) for y in range(height)] for v in range(down)]
    by_row = [[_dot(row, wave) for row in rows] for wave in waves_x]
    terms = [
        _dot(by_row[u], waves_y[v]) / (width * height)
        for v in range(down)
        for u in range(across)
        if u * down < across * (down - v)
    ]
    mean, rest = terms[0], terms[1:]
    scale = max(map(abs, rest))
    return mean, [0.5 + 0.5 * term / scale if scale else 0.5 for term in rest], scale


def _dot(left: list[float], right: list[float]) -> float:
    return sum(map(mul, left, right))


def _nibbles(terms: list[float]) -> bytes:
    values = [_round(15 * term) for term in terms] + [0] * (len(terms) % 2)
    return bytes(low | high << 4 for low, high in zip(values[::2], values[1::2], strict=True))


def _round(value: float) -> int:
    return int(value + 0.5)  # halves go up, as where the format was made; Python's own round() takes them to even
