"""How alike two pictures look: the mean SSIM of their luma over blocks of 8 × 8 pixels.

Z. Wang, A. C. Bovik, H. R. Sheikh, E. P. Simoncelli, "Image quality assessment: from error visibility to structural
similarity", IEEE Transactions on Image Processing 13 (2004), equation 13, over blocks instead of a sliding window.
"""

from typing import Any

from PIL import Image, ImageMath

_BLOCK = 8
_C1 = (0.01 * 255) ** 2
_C2 = (0.03 * 255) ** 2


def block_similarity(left: Image.Image, right: Image.Image) -> float:
    """1 for the same luma, less for any difference; both of one size."""
    a, b = left.convert("L").convert("F"), right.convert("L").convert("F")
    blocks = ImageMath.lambda_eval(
        _ssim, a=_mean(a), b=_mean(b), aa=_mean_product(a, a), bb=_mean_product(b, b), ab=_mean_product(a, b)
    )
    mean: Any = blocks.reduce(blocks.size).getpixel((0, 0))
    return float(mean)


def _ssim(images: dict[str, Any]) -> Any:
    a, b = images["a"], images["b"]
    covariance = images["ab"] - a * b
    variances = images["aa"] - a * a + images["bb"] - b * b
    return ((a * b * 2 + _C1) * (covariance * 2 + _C2)) / ((a * a + b * b + _C1) * (variances + _C2))


def _mean(values: Image.Image) -> Image.Image:
    return values.reduce(_BLOCK)


def _mean_product(left: Image.Image, right: Image.Image) -> Image.Image:
    return _mean(ImageMath.lambda_eval(lambda images: images["a"] * images["b"], a=left, b=right))
