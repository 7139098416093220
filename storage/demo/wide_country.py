"""Scenes of open country; each takes random numbers and a size and gives a picture."""

import math
import random

from PIL import Image, ImageDraw, ImageFilter

from storage.demo.light import SKIES, Colour, clouds, fill_below, glow, mix, ridge, sky


def balloons(numbers: random.Random, width: int, height: int) -> Image.Image:
    """Hot-air balloons above hills, early."""
    top, horizon, light = SKIES[numbers.choice((0, 1, 4))]
    picture = clouds(sky(width, height, top, horizon), numbers, mix(horizon, (255, 255, 255), 0.6), 0.7)
    picture = glow(picture, (int(width * numbers.uniform(0.2, 0.8)), int(height * 0.55)), height // 8, light)
    for layer in range(4):
        share = (layer + 1) / 4
        colour = mix(horizon, mix((52, 84, 58), (96, 82, 48), numbers.random()), share)
        fill_below(picture, ridge(numbers, width, height * (0.66 + 0.08 * layer), height * 0.025), colour, colour)
    for number in range(numbers.randrange(4, 9)):
        size = height * numbers.uniform(0.025, 0.06) * (1 + number * 0.28)
        centre = (width * numbers.uniform(0.08, 0.92), height * numbers.uniform(0.12, 0.55))
        _balloon(picture, numbers, centre, size, mix(horizon, light, 0.5))
    return picture


_CLOTHS: tuple[tuple[Colour, Colour], ...] = (
    ((206, 62, 48), (246, 214, 120)),
    ((40, 92, 140), (240, 240, 230)),
    ((236, 158, 52), (166, 46, 74)),
    ((70, 128, 96), (248, 228, 160)),
)


def _balloon(
    picture: Image.Image, numbers: random.Random, centre: tuple[float, float], size: float, light: Colour
) -> None:
    """Gores of two colours, lit from one side, drawn large and made smaller so that their edges are smooth."""
    cloths = numbers.choice(_CLOTHS)
    side = 240
    drawn = Image.new("RGBA", (side, side * 3 // 2))
    draw = ImageDraw.Draw(drawn)
    for gore in range(8):
        left, right = (-math.cos(math.pi * (gore + edge) / 8) for edge in (0, 1))
        cloth = mix(cloths[gore % 2], light if gore < 4 else (30, 24, 40), abs(gore - 3.5) * 0.09)
        outline = [(side / 2 + left * _girth(step) * side / 2, step * side * 1.15 / 24) for step in range(25)]
        outline += [(side / 2 + right * _girth(step) * side / 2, step * side * 1.15 / 24) for step in range(24, -1, -1)]
        draw.polygon(outline, fill=cloth)
    for rope in (-1, 1):
        draw.line((side / 2 + rope * 20, side * 1.14, side / 2 + rope * 12, side * 1.32), fill=(60, 50, 46), width=3)
    draw.rectangle((side / 2 - 15, side * 1.32, side / 2 + 15, side * 1.43), fill=(92, 66, 44))
    small = drawn.resize((max(2, int(size * 2)), max(3, int(size * 3))), Image.Resampling.LANCZOS)
    picture.paste(small, (int(centre[0] - size), int(centre[1] - size)), small)


def _girth(step: int) -> float:
    """How wide a balloon is (0–1) at each of 24 heights from its top."""
    share = step / 24
    return (
        math.sqrt(max(0.0, 1 - ((share - 0.42) / 0.42) ** 2))
        if share < 0.42
        else 1 - 0.84 * ((share - 0.42) / 0.58) ** 1.6
    )


def dunes(numbers: random.Random, width: int, height: int) -> Image.Image:
    """Sand in low light: each crest bright on one side, dark on the other."""
    top, horizon, light = SKIES[numbers.choice((0, 1, 3))]
    picture = glow(sky(width, height, top, horizon), (int(width * 0.8), int(height * 0.34)), height // 10, light)
    sand = mix((214, 158, 98), (196, 122, 84), numbers.random())
    for layer in range(5):
        share = (layer + 1) / 5
        bright, dark = (
            mix(horizon, mix(sand, light, 0.25), 0.3 + 0.7 * share),
            mix(horizon, mix(sand, (62, 36, 44), 0.62), share),
        )
        base, swing, phase = height * (0.4 + 0.13 * layer), height * 0.06 * (0.6 + share), numbers.uniform(0, math.tau)
        pace = numbers.uniform(0.6, 1.3)
        crest = [
            (x, base - swing * (1 - abs(math.sin(x / width * math.tau * pace / 2 + phase))) ** 1.3 * 2)
            for x in range(0, width + 4, 4)
        ]
        fill_below(picture, crest, bright, mix(bright, sand, 0.4))
        shade = Image.new("L", picture.size)
        falling = [(x + (y - base) * 0.2, y) for x, y in crest]
        ImageDraw.Draw(shade).polygon(
            [*crest, *((x + height * 0.16, y + height * 0.11) for x, y in reversed(falling))], fill=200
        )
        picture.paste(
            Image.new("RGB", picture.size, dark), (0, 0), shade.filter(ImageFilter.GaussianBlur(height // 160 + 1))
        )
    return picture


def snow(numbers: random.Random, width: int, height: int) -> Image.Image:
    """It snows on a row of bare trees."""
    grey = mix((176, 188, 204), (214, 206, 208), numbers.random())
    picture = sky(width, height, mix(grey, (120, 134, 158), 0.5), mix(grey, (255, 255, 255), 0.5))
    for layer in range(3):
        share = (layer + 1) / 3
        ground = ridge(numbers, width, height * (0.66 + 0.09 * layer), height * 0.02)
        draw = ImageDraw.Draw(picture)
        for _ in range(9 - 2 * layer):
            x, y = numbers.choice(ground)
            way = (-math.pi / 2, height * (0.05 + 0.045 * share))
            _tree(draw, numbers, (x, y + 8), way, mix(grey, (52, 48, 58), share))
        fill_below(picture, ground, mix(grey, (250, 250, 255), 0.4 + 0.6 * share), (244, 246, 252))
        picture = picture.filter(ImageFilter.GaussianBlur(1.6 * (1 - share)))
    draw = ImageDraw.Draw(picture)
    for _ in range(700):
        x, y, size = numbers.uniform(0, width), numbers.uniform(0, height), min(numbers.paretovariate(2.2), 5)
        draw.ellipse((x - size, y - size, x + size, y + size), fill=(250, 251, 255))
    return picture.filter(ImageFilter.GaussianBlur(0.6))


_TWIG = 9  # pixels


def _tree(
    draw: ImageDraw.ImageDraw,
    numbers: random.Random,
    foot: tuple[float, float],
    way: tuple[float, float],
    colour: Colour,
) -> None:
    """A branch of this angle and length from its foot, and its branches, each thinner, down to twigs."""
    angle, length = way
    end = (foot[0] + math.cos(angle) * length, foot[1] + math.sin(angle) * length)
    thick = max(1, round(length / 9))
    draw.line((*foot, *end), fill=colour, width=thick)
    if length > _TWIG:
        for turn in (numbers.uniform(-0.6, -0.2), numbers.uniform(0.2, 0.6)):
            _tree(draw, numbers, end, (angle + turn, length * numbers.uniform(0.62, 0.84)), colour)
