"""How alike two pictures look: the mean SSIM of their luma over blocks of 8 × 8 pixels.

Z. Wang, A. C. Bovik, H. R. Sheikh, E. P. Simoncelli, "Image quality assessment: from error visibility to structural
similarity", IEEE Transactions on Image Processing 13 (2004), equation 13, over blocks instead of a sliding window.
"""

from io import BytesIO
from typing import Any

from PIL import Image, ImageChops, ImageMath

from storage.renditions.decoding import opaque

_BLOCK = 8
_STRIP_ROWS = 512  # whole blocks; so many at a time stay small in memory, of a picture of any size
_C1 = (0.01 * 255) ** 2
_C2 = (0.03 * 255) ** 2
_SQUARES = [float(level * level) for level in range(256)]
_DECIMALS = 6  # further ones are the rounding of 32-bit numbers


class Likeness:
    """A picture that others of the same size are compared with: 1 for the same luma, less for any difference."""

    def __init__(self, picture: Image.Image) -> None:
        self._luma = _luma(picture)
        self._means = [(_mean(strip), _mean_square(strip)) for strip in _strips(self._luma)]

    def to(self, picture: Image.Image) -> float:
        """How alike an L, RGB or RGBA picture is, white shining through it."""
        total, blocks = 0.0, 0
        strips = zip(self._means, _strips(self._luma), _strips(_luma(picture)), strict=True)
        for (mean, mean_square), mine, its in strips:
            similar = ImageMath.lambda_eval(
                _ssim,
                a=mean,
                b=_mean(its),
                aa=mean_square,
                bb=_mean_square(its),
                away=_mean_square(ImageChops.difference(mine, its)),
            )
            count = similar.width * similar.height
            whole: Any = similar.reduce(similar.size).getpixel((0, 0))
            total, blocks = total + float(whole) * count, blocks + count
        return round(total / blocks, _DECIMALS)

    def to_file(self, data: bytes) -> float:
        """How alike the first picture of a file of ours is."""
        with Image.open(BytesIO(data)) as picture:
            picture.draft("L", picture.size)  # a JPEG has its luma apart: a third of the time
            return self.to(picture)


def _luma(picture: Image.Image) -> Image.Image:
    return opaque(picture).convert("L")


def _strips(luma: Image.Image) -> list[Image.Image]:
    tops = range(0, luma.height, _STRIP_ROWS)
    return [luma.crop((0, top, luma.width, min(luma.height, top + _STRIP_ROWS))) for top in tops]


def _mean(luma: Image.Image) -> Image.Image:
    return luma.convert("F").reduce(_BLOCK)


def _mean_square(luma: Image.Image) -> Image.Image:
    """By a table, because multiplying the pixels takes three times as long."""
    return luma.point(_SQUARES, "F").reduce(_BLOCK)


def _ssim(images: dict[str, Any]) -> Any:
    """The mean of a·b comes from that of (a − b)², which is as exact and is at hand for 8-bit pixels."""
    a, b, aa, bb, away = (images[name] for name in ("a", "b", "aa", "bb", "away"))
    covariance = (aa + bb - away) / 2 - a * b
    variances = aa - a * a + bb - b * b
    return ((a * b * 2 + _C1) * (covariance * 2 + _C2)) / ((a * a + b * b + _C1) * (variances + _C2))
