"""A picture in few colours, chosen from the picture itself."""

from PIL import Image

MOST_COLOURS = 256
_SAMPLE_PIXELS = 100_000  # to choose from: of two million it takes ten times as long, and the colours hardly differ


def in_palette(picture: Image.Image, colours: int, *, is_dithered: bool) -> Image.Image:
    """An RGB or RGBA picture as P, an L one in so many levels; exact where it has no more colours than that."""
    if picture.mode == "L":  # in a palette its profile, which is one for grey, would not be allowed
        return picture if picture.getcolors(colours) is not None else picture.point(_levels(colours))
    if picture.mode == "RGBA":  # the one way Pillow has for transparency
        return picture.quantize(colours, Image.Quantize.FASTOCTREE)
    if picture.getcolors(colours) is not None:
        return picture.quantize(colours, Image.Quantize.MEDIANCUT)
    palette = _sample(picture).quantize(colours, Image.Quantize.MEDIANCUT)
    dither = Image.Dither.FLOYDSTEINBERG if is_dithered else Image.Dither.NONE
    return picture.quantize(palette=palette, dither=dither)


def _levels(count: int) -> list[int]:
    return [round(round(level * (count - 1) / 255) * 255 / (count - 1)) for level in range(256)]


def _sample(rgb: Image.Image) -> Image.Image:
    shrink = (rgb.width * rgb.height / _SAMPLE_PIXELS) ** 0.5
    size = (max(1, int(rgb.width / shrink)), max(1, int(rgb.height / shrink)))
    return rgb if shrink <= 1 else rgb.resize(size, Image.Resampling.NEAREST)
