"""Five scenes; each takes random numbers and a size and gives a picture."""

import math
import random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from storage.demo.light import SKIES, clouds, fill_below, glow, mix, ridge, sky


def mountains(numbers: random.Random, width: int, height: int) -> Image.Image:
    """Ridges behind ridges, each nearer one darker, the farthest almost sky."""
    top, horizon, light = numbers.choice(SKIES)
    picture = clouds(sky(width, height, top, horizon), numbers, mix(horizon, (255, 255, 255), 0.5), 0.8)
    sun = (int(width * numbers.uniform(0.2, 0.8)), int(height * numbers.uniform(0.25, 0.45)))
    picture = glow(picture, sun, height // 9, light)
    near = mix((22, 34, 40), (46, 40, 34), numbers.random())
    for layer in range(6):
        share = (layer + 1) / 6
        colour = mix(horizon, near, share**1.1)
        outline = ridge(numbers, width, height * (0.42 + 0.1 * layer), height * 0.05 * (1.25 - share * 0.5))
        fill_below(picture, outline, colour, mix(colour, horizon, 0.3 * (1 - share)))
    return picture


def sea(numbers: random.Random, width: int, height: int) -> Image.Image:
    """Water under a low sun, with its road of light."""
    top, horizon, light = numbers.choice(SKIES[:4])
    line = int(height * numbers.uniform(0.42, 0.58))
    picture = clouds(sky(width, height, top, horizon), numbers, mix(horizon, light, 0.6), 1.0)
    sun_x = int(width * numbers.uniform(0.3, 0.7))
    picture = glow(picture, (sun_x, line - height // 14), height // 12, light)
    mirrored = picture.crop((0, max(0, 2 * line - height), width, line)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    water = mirrored.resize((width, height - line)).filter(ImageFilter.GaussianBlur(9))
    water = ImageChops.multiply(water, Image.new("RGB", water.size, (176, 190, 206)))
    draw = ImageDraw.Draw(water)
    for _ in range(1400):
        depth = numbers.random() ** 1.7
        y = int(depth * water.height)
        reach = width * (0.03 + 0.16 * depth)
        x = numbers.gauss(sun_x, reach) if numbers.random() < 0.6 else numbers.uniform(0, width)
        length = 6 + 60 * depth
        tone = mix(light, top, min(1.0, abs(x - sun_x) / (reach * 3)))
        draw.line((x - length, y, x + length, y), fill=tone, width=1 + int(3 * depth))
    picture.paste(water.filter(ImageFilter.GaussianBlur(1.1)), (0, line))
    return picture


def forest_in_mist(numbers: random.Random, width: int, height: int) -> Image.Image:
    """Firs in rows, paler the farther away."""
    mist = mix((206, 214, 212), (222, 206, 190), numbers.random())
    dark = mix((18, 34, 30), (24, 30, 44), numbers.random())
    picture = sky(width, height, mix(mist, (120, 140, 160), 0.4), mist)
    for layer in range(5):
        share = (layer + 1) / 5
        colour = mix(mist, dark, share**1.5)
        ground = ridge(numbers, width, height * (0.42 + 0.14 * layer), height * 0.03)
        draw = ImageDraw.Draw(picture)
        for _ in range(int(70 / share)):
            x, y = numbers.choice(ground)
            _fir(
                draw,
                numbers,
                (x, y + height * 0.02),
                height * (0.08 + 0.22 * share) * numbers.uniform(0.6, 1.1),
                colour,
            )
        fill_below(picture, ground, colour, mix(colour, mist, 0.45 * (1 - share)))
        picture = picture.filter(ImageFilter.GaussianBlur(2.2 * (1 - share)))
    return picture


def _fir(
    draw: ImageDraw.ImageDraw,
    numbers: random.Random,
    foot: tuple[float, float],
    tall: float,
    colour: tuple[int, int, int],
) -> None:
    x, y = foot
    for tier in range(9):
        top, half = y - tall * (1 - tier / 10), tall * (0.03 + 0.022 * tier) * numbers.uniform(0.8, 1.2)
        draw.polygon([(x, top), (x - half, top + tall * 0.17), (x + half, top + tall * 0.17)], fill=colour)


def meadow(numbers: random.Random, width: int, height: int) -> Image.Image:
    """Flowers out of focus, a few sharp ones among them."""
    green = mix((74, 116, 58), (120, 138, 64), numbers.random())
    picture = sky(width, height, mix(green, (210, 226, 220), 0.65), mix(green, (20, 40, 20), 0.35))
    petals = numbers.choice(
        (((226, 80, 60), (244, 190, 70)), ((150, 110, 200), (236, 220, 240)), ((250, 236, 220), (240, 150, 170)))
    )
    for blur, count, size in ((26, 90, 0.06), (12, 110, 0.035), (4, 90, 0.022), (0, 26, 0.02)):
        draw = ImageDraw.Draw(picture)
        for _ in range(count * 6):
            x, y = numbers.uniform(0, width), numbers.uniform(height * 0.3, height * 1.1)
            blade = numbers.uniform(0.06, 0.16) * height
            draw.line(
                (x, y, x + numbers.gauss(0, 14), y - blade),
                fill=mix(green, (210, 220, 150), numbers.random() * 0.6),
                width=3,
            )
        for _ in range(count):
            x, y = numbers.uniform(0, width), numbers.uniform(height * 0.3, height)
            _flower(draw, (x, y), size * height * numbers.uniform(0.6, 1.2), mix(*petals, numbers.random()))
        if blur:
            picture = picture.filter(ImageFilter.GaussianBlur(blur))
    return picture


def _flower(
    draw: ImageDraw.ImageDraw, centre: tuple[float, float], radius: float, colour: tuple[int, int, int]
) -> None:
    x, y = centre
    for petal in range(6):
        angle = petal * math.tau / 6
        px, py, size = x + math.cos(angle) * radius * 0.6, y + math.sin(angle) * radius * 0.5, radius * 0.5
        draw.ellipse(
            (px - size, py - size * 0.8, px + size, py + size * 0.8), fill=mix(colour, (255, 255, 255), 0.05 * petal)
        )
    draw.ellipse((x - radius * 0.3, y - radius * 0.25, x + radius * 0.3, y + radius * 0.25), fill=(236, 190, 80))


def city_at_night(numbers: random.Random, width: int, height: int) -> Image.Image:
    """Dark houses, lit windows, and their light on a wet street."""
    picture = sky(width, height, (14, 18, 38), mix((70, 52, 84), (40, 70, 96), numbers.random()))
    street = int(height * 0.8)
    draw = ImageDraw.Draw(picture)
    for row in range(3):
        x = -20.0
        while x < width:
            wide = width * numbers.uniform(0.05, 0.12)
            roof = street - height * numbers.uniform(0.18, 0.5) * (1.15 - 0.2 * row)
            _house(draw, numbers, (x, roof, x + wide, street), mix((44, 46, 70), (12, 13, 22), row / 2))
            x += wide + numbers.uniform(0, width * 0.015)
    wet = picture.crop((0, street - (height - street), width, street)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    wet = wet.resize((width, height - street)).filter(ImageFilter.BoxBlur(5))
    picture.paste(ImageChops.multiply(wet, Image.new("RGB", wet.size, (170, 170, 190))), (0, street))
    return ImageChops.screen(
        picture, picture.filter(ImageFilter.GaussianBlur(14)).point(lambda value: int(value * 0.5))
    )


def _house(
    draw: ImageDraw.ImageDraw,
    numbers: random.Random,
    box: tuple[float, float, float, float],
    wall: tuple[int, int, int],
) -> None:
    left, roof, right, foot = box
    draw.rectangle(box, fill=wall)
    pane = max(6.0, (right - left) / numbers.randrange(5, 9))
    warm = ((255, 206, 120), (255, 232, 176), (190, 220, 255))
    for column in range(int((right - left) / pane)):
        for row in range(int((foot - roof) / (pane * 1.5))):
            if numbers.random() < 0.42:
                x, y = left + column * pane + pane * 0.2, roof + row * pane * 1.5 + pane * 0.4
                draw.rectangle(
                    (x, y, x + pane * 0.55, y + pane * 0.8),
                    fill=mix(wall, numbers.choice(warm), numbers.uniform(0.4, 1)),
                )
