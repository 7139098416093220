"""Scenes of still water and of the night; each takes random numbers and a size and gives a picture."""

import math
import random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from storage.demo.light import SKIES, Colour, clouds, fill_below, glow, mix, ridge, sky


def lake(numbers: random.Random, width: int, height: int) -> Image.Image:
    """Mountains above a lake that gives them back, a little darker and broken by a breath of wind."""
    top, horizon, light = numbers.choice(SKIES)
    shore = int(height * numbers.uniform(0.5, 0.6))
    above = clouds(sky(width, shore, top, horizon), numbers, mix(horizon, (255, 255, 255), 0.6), 0.9)
    above = glow(above, (int(width * numbers.uniform(0.25, 0.75)), int(shore * 0.5)), height // 10, light)
    near = mix((26, 44, 48), (52, 44, 40), numbers.random())
    for layer in range(4):
        share = (layer + 1) / 4
        outline = ridge(numbers, width, shore * (0.55 + 0.11 * layer), shore * 0.11 * (1.2 - share))
        fill_below(above, outline, mix(horizon, near, share), mix(horizon, near, share * 0.8))
    picture = Image.new("RGB", (width, height))
    picture.paste(above, (0, 0))
    below = above.transpose(Image.Transpose.FLIP_TOP_BOTTOM).resize((width, height - shore), Image.Resampling.BILINEAR)
    below = ImageChops.multiply(below.filter(ImageFilter.BoxBlur(3)), Image.new("RGB", below.size, (190, 204, 214)))
    draw = ImageDraw.Draw(below)
    for _ in range(160):
        depth = numbers.random() ** 1.5
        y, x, half = int(depth * below.height), numbers.uniform(0, width), width * (0.02 + 0.1 * depth)
        draw.line((x - half, y, x + half, y), fill=mix(top, light, numbers.uniform(0.35, 0.8)), width=1)
    picture.paste(below.filter(ImageFilter.GaussianBlur(1.2)), (0, shore))
    return picture


def stars(numbers: random.Random, width: int, height: int) -> Image.Image:
    """A clear night above a ridge, with the band of the Milky Way across it."""
    glowing = mix((38, 58, 96), (92, 60, 88), numbers.random())
    picture = sky(width, height, (6, 9, 24), glowing)
    band = Image.new("L", (width // 8, height // 8))
    draw = ImageDraw.Draw(band)
    lean, middle = numbers.uniform(-0.7, 0.7), band.width * numbers.uniform(0.3, 0.7)
    for _ in range(900):
        y = numbers.uniform(0, band.height)
        x = middle + lean * (y - band.height / 2) + numbers.gauss(0, band.width * 0.07)
        size = numbers.uniform(0.5, 3.5)
        draw.ellipse((x - size, y - size, x + size, y + size), fill=numbers.randrange(30, 120))
    soft = band.filter(ImageFilter.GaussianBlur(5)).resize((width, height), Image.Resampling.BICUBIC)
    picture = Image.composite(Image.new("RGB", picture.size, (176, 178, 214)), picture, soft)
    _sprinkle(picture, numbers, 1500)
    for layer in range(2):
        outline = ridge(numbers, width, height * (0.8 + 0.08 * layer), height * 0.05)
        fill_below(picture, outline, mix((14, 18, 34), (6, 8, 14), layer), (4, 5, 9))
    return picture


def _sprinkle(picture: Image.Image, numbers: random.Random, count: int) -> None:
    draw = ImageDraw.Draw(picture)
    for _ in range(count):
        x, y = numbers.uniform(0, picture.width), numbers.uniform(0, picture.height)
        size = 0.4 + min(numbers.paretovariate(3.2), 5) * 0.5
        tone = mix((150, 160, 200), (255, 246, 228), numbers.random())
        draw.ellipse((x - size, y - size, x + size, y + size), fill=tone)


def boats(numbers: random.Random, width: int, height: int) -> Image.Image:
    """Sails on flat water towards evening."""
    top, horizon, light = SKIES[numbers.choice((1, 3, 4))]
    line = int(height * numbers.uniform(0.45, 0.6))
    picture = clouds(sky(width, height, top, horizon), numbers, mix(horizon, (255, 255, 255), 0.5), 0.9)
    picture = glow(picture, (int(width * numbers.uniform(0.2, 0.8)), line), height // 8, light)
    picture.paste(sky(width, height - line, mix(horizon, light, 0.35), mix(top, (10, 24, 40), 0.45)), (0, line))
    draw = ImageDraw.Draw(picture)
    for _ in range(700):
        depth = numbers.random() ** 1.6
        y, x, half = line + depth * (height - line), numbers.uniform(0, width), 4 + 50 * depth
        tone = mix(mix(horizon, light, 0.5), top, min(1, depth + numbers.uniform(0, 0.5)))
        draw.line((x - half, y, x + half, y), fill=tone, width=1 + int(2 * depth))
    for number in range(numbers.randrange(2, 5)):
        near = (number + 1) / 4
        foot = (width * numbers.uniform(0.1, 0.9), line + height * 0.05 * near)
        _boat(draw, foot, height * (0.07 + 0.12 * near), mix(horizon, (34, 30, 40), 0.45 + 0.5 * near), light)
    return picture.filter(ImageFilter.GaussianBlur(0.7))


def _boat(draw: ImageDraw.ImageDraw, foot: tuple[float, float], tall: float, hull: Colour, light: Colour) -> None:
    x, y = foot
    sail = mix(light, (255, 255, 255), 0.45)
    for step in range(12):  # the sail in the water, broken up
        depth = y + tall * (0.1 + step * 0.055)
        half = tall * 0.28 * (1 - step / 13)
        sway = math.sin(step * 2.1) * tall * 0.03
        draw.line((x - half + sway, depth, x + half * 0.6 + sway, depth), fill=mix(sail, hull, 0.55), width=2)
    draw.polygon([(x, y - tall), (x, y - tall * 0.1), (x + tall * 0.42, y - tall * 0.1)], fill=sail)
    draw.polygon(
        [(x - 3, y - tall * 0.9), (x - 3, y - tall * 0.1), (x - tall * 0.3, y - tall * 0.1)], fill=mix(sail, hull, 0.2)
    )
    draw.polygon(
        [
            (x - tall * 0.4, y - tall * 0.06),
            (x + tall * 0.46, y - tall * 0.06),
            (x + tall * 0.34, y + tall * 0.08),
            (x - tall * 0.3, y + tall * 0.08),
        ],
        fill=hull,
    )
