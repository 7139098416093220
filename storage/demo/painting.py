"""Paints a photograph of a place that does not exist: sky, light, and one of several scenes, from a seed."""

import random
from collections.abc import Callable
from datetime import datetime
from io import BytesIO

from PIL import Image, ImageFilter
from PIL.TiffImagePlugin import IFDRational

from storage.demo.night_and_water import boats, lake, stars
from storage.demo.scenes import city_at_night, forest_in_mist, meadow, mountains, sea
from storage.demo.wide_country import balloons, dunes, snow

Scene = Callable[[random.Random, int, int], Image.Image]

SCENES: dict[str, Scene] = {
    "Mountains": mountains,
    "Sea": sea,
    "Forest in mist": forest_in_mist,
    "Meadow": meadow,
    "City at night": city_at_night,
    "Lake": lake,
    "Stars": stars,
    "Boats": boats,
    "Balloons": balloons,
    "Dunes": dunes,
    "Snow": snow,
}
_SHAPES = ((1800, 1200), (1800, 1200), (1200, 1600), (1500, 1500), (2400, 1000))


class PaintedScenes:
    """Implements `ui.demo.Painter`."""

    scenes = tuple(SCENES)

    def paint(self, scene: str, seed: int, taken_at: datetime) -> bytes:
        return paint(scene, seed, taken_at)

    def smaller(self, picture: bytes, side: int) -> tuple[bytes, int, int]:
        with Image.open(BytesIO(picture)) as opened:
            width, height = opened.size
            opened.thumbnail((side, side))
            out = BytesIO()
            opened.save(out, "WEBP", quality=60)
        return out.getvalue(), width, height


def paint(name: str, seed: int, taken_at: datetime) -> bytes:
    """A JPEG of the scene `name` with EXIF as a camera writes it; the same seed paints the same picture."""
    random_numbers = random.Random(seed)  # noqa: S311  # pictures, not secrets
    width, height = _SHAPES[seed % len(_SHAPES)]
    picture = _grain(SCENES[name](random_numbers, width, height), random_numbers)
    out = BytesIO()
    picture.save(out, "JPEG", quality=90, exif=_exif(random_numbers, taken_at))
    return out.getvalue()


def _grain(picture: Image.Image, random_numbers: random.Random) -> Image.Image:
    """A little of what every sensor adds; flat colour does not look like a photograph."""
    noise = Image.effect_noise(picture.size, random_numbers.uniform(16, 26)).filter(ImageFilter.GaussianBlur(0.6))
    return Image.blend(picture, Image.merge("RGB", (noise, noise, noise)), 0.045)


def _exif(random_numbers: random.Random, taken_at: datetime) -> Image.Exif:
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "Kamra", "Paintbox"  # Make, Model
    details = exif.get_ifd(0x8769)
    details[0x9003] = taken_at.strftime("%Y:%m:%d %H:%M:%S")  # DateTimeOriginal
    details[0x9011] = "+00:00"  # OffsetTimeOriginal
    details[0x829A] = IFDRational(1, random_numbers.choice((60, 125, 250, 500)))  # ExposureTime
    details[0x829D] = IFDRational(random_numbers.choice((18, 28, 40, 56, 80)), 10)  # FNumber
    details[0x8827] = random_numbers.choice((100, 200, 400, 800))  # ISOSpeedRatings
    details[0x920A] = IFDRational(random_numbers.choice((24, 35, 50, 85)), 1)  # FocalLength
    return exif
