"""Skies, haze and ridges: what the painted scenes are made of."""

import math
import random
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFilter

Colour = tuple[int, int, int]

# Top and horizon of a sky and the colour of its light, by hour; chosen by eye.
SKIES: tuple[tuple[Colour, Colour, Colour], ...] = (
    ((58, 96, 158), (232, 216, 196), (255, 240, 214)),  # clear morning
    ((44, 62, 110), (246, 168, 110), (255, 196, 120)),  # sunset
    ((86, 108, 136), (214, 218, 222), (240, 240, 238)),  # overcast
    ((30, 42, 84), (208, 126, 142), (255, 178, 150)),  # dusk
    ((96, 150, 204), (222, 236, 244), (255, 252, 240)),  # noon
)


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """The colour that lies `share` (0–1) of the way from the first to the second."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def sky(width: int, height: int, top: Colour, horizon: Colour) -> Image.Image:
    """A vertical gradient, denser towards the horizon."""
    column = Image.new("RGB", (1, 256))
    for row in range(256):
        column.putpixel((0, row), mix(top, horizon, (row / 255) ** 1.4))
    return column.resize((width, height), Image.Resampling.BICUBIC)


def clouds(picture: Image.Image, numbers: random.Random, colour: Colour, strength: float) -> Image.Image:
    """Soft noise at three scales, stretched sideways, thinning out towards the top."""
    width, height = picture.size
    mask = Image.new("L", (width, height))
    for cells, weight in ((5, 0.6), (11, 0.3), (29, 0.2)):
        small = Image.new("L", (cells, cells * 2))
        small.putdata([numbers.randrange(256) for _ in range(cells * cells * 2)])
        layer = small.resize((width, height), Image.Resampling.BICUBIC)
        mask = ImageChops.add(mask, layer.point(lambda value, weight=weight: int(value * weight)))
    steep = [int(max(0, value - 118) * 1.9 * strength) for value in range(256)]
    thinned = mask.point(steep)
    return Image.composite(Image.new("RGB", picture.size, colour), picture, thinned)


def glow(picture: Image.Image, centre: tuple[int, int], radius: int, colour: Colour) -> Image.Image:
    """Light around a point, added to what is there."""
    small = (max(8, picture.width // 8), max(8, picture.height // 8))
    spot = Image.new("L", small)
    x, y, size = centre[0] // 8, centre[1] // 8, max(1, radius // 8)
    ImageDraw.Draw(spot).ellipse((x - size, y - size, x + size, y + size), fill=210)
    mask = spot.filter(ImageFilter.GaussianBlur(size * 1.1)).resize(picture.size, Image.Resampling.BICUBIC)
    return Image.composite(Image.new("RGB", picture.size, colour), picture, mask)


def ridge(numbers: random.Random, width: int, base: float, rough: float) -> list[tuple[float, float]]:
    """A mountain's outline, left to right: sines of falling size with random phases."""
    waves = [
        (numbers.uniform(0.6, 1.4) * 2**octave, numbers.uniform(0, math.tau), rough / 1.9**octave)
        for octave in range(7)
    ]
    step = max(2, width // 400)
    return [
        (x, base + sum(size * math.sin(x / width * math.tau * pace + phase) for pace, phase, size in waves))
        for x in range(0, width + step, step)
    ]


def fill_below(picture: Image.Image, outline: Sequence[tuple[float, float]], top: Colour, foot: Colour) -> None:
    """Fill everything under the outline, from one colour at its highest point to another at the picture's foot."""
    width, height = picture.size
    mask = Image.new("L", (width, height))
    ImageDraw.Draw(mask).polygon([*outline, (width, height), (0, height)], fill=255)
    highest = max(0, int(min(y for _, y in outline)))
    shade = Image.new("RGB", (width, height), top)
    if highest < height - 1:
        shade.paste(sky(width, height - highest, top, foot), (0, highest))
    picture.paste(shade, (0, 0), mask.filter(ImageFilter.GaussianBlur(0.8)))
