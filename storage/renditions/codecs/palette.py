"""A picture in few colours, chosen from the picture itself."""

from PIL import Image

MOST_COLOURS = 256
_SAMPLE_PIXELS = 100_000  # to choose from: of two million it takes ten times as long, and the colours hardly differ


def in_palette(picture: Image.Image, colours: int, *, is_dithered: bool) -> Image.Image:
    """An L, RGB or RGBA picture as P; exact where it has no more colours than that."""
    if picture.mode == "RGBA":  # the one way Pillow has for transparency
        return picture.quantize(colours, Image.Quantize.FASTOCTREE)
    rgb = picture.convert("RGB")
    if rgb.getcolors(colours) is not None:
        return rgb.quantize(colours, Image.Quantize.MEDIANCUT)
    palette = _sample(rgb).quantize(colours, Image.Quantize.MEDIANCUT)
    dither = Image.Dither.FLOYDSTEINBERG if is_dithered else Image.Dither.NONE
    return rgb.quantize(palette=palette, dither=dither)


def _sample(rgb: Image.Image) -> Image.Image:
    shrink = (rgb.width * rgb.height / _SAMPLE_PIXELS) ** 0.5
    size = (max(1, int(rgb.width / shrink)), max(1, int(rgb.height / shrink)))
    return rgb if shrink <= 1 else rgb.resize(size, Image.Resampling.NEAREST)
