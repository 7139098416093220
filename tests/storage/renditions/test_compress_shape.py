"""The shape of a copy: upright, turned, cut, fitted inside, never enlarged unasked."""

from pathlib import Path

import pytest
from PIL import Image

from domain.media.compressions.compressing import Compressed
from domain.media.compressions.recipe import Crop, CropOutside, Format, Recipe
from domain.media.rendering import TooManyPixels
from storage.renditions.compress import compress_picture
from storage.renditions.last_prepared import LastPrepared
from tests.storage.renditions.painting import QUARTERS, colour_at, four_quarters, is_near, meadow, saved

_RED, _GREEN, _BLUE, _YELLOW = QUARTERS
# How a camera that is held in one of eight ways stores what stands upright.
_STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def _copy(source: Path, recipe: Recipe) -> Compressed:
    made = compress_picture(source, recipe, source.parent, LastPrepared())
    with Image.open(made.path) as copy:
        assert copy.size == (made.width, made.height)
    return made


def _held(orientation: int, path: Path) -> Path:
    """An upright picture of 400 × 200 as the camera stores it."""
    picture, turn = four_quarters(400, 200), _STORED[orientation]
    found = Image.Exif()
    found[0x0112] = orientation
    return saved(picture if turn is None else picture.transpose(turn), path, exif=found, quality=95)


def _corners(path: Path) -> list[tuple[int, int, int]]:
    return [colour_at(path, x, y) for y in (0.1, 0.9) for x in (0.1, 0.9)]


def _all_near(seen: list[tuple[int, int, int]], wanted: list[tuple[int, int, int]]) -> bool:
    return all(is_near(one, other, 14) for one, other in zip(seen, wanted, strict=True))


@pytest.mark.parametrize("orientation", _STORED)
@pytest.mark.parametrize(
    ("rotate", "wanted"),
    [
        (0, [_RED, _GREEN, _BLUE, _YELLOW]),
        (90, [_BLUE, _RED, _YELLOW, _GREEN]),
        (180, [_YELLOW, _BLUE, _GREEN, _RED]),
        (270, [_GREEN, _YELLOW, _RED, _BLUE]),
    ],
)
def test_it_stands_upright_and_is_turned_clockwise_from_there(
    tmp_path: Path, orientation: int, rotate: int, wanted: list[tuple[int, int, int]]
) -> None:
    made = _copy(_held(orientation, tmp_path / "a.jpg"), Recipe(rotate=rotate, width=100))
    assert (made.width, made.height) == ((100, 50) if rotate in (0, 180) else (100, 200))
    assert _all_near(_corners(made.path), wanted)
    with Image.open(made.path) as copy:
        assert not copy.getexif()


@pytest.mark.parametrize("orientation", _STORED)
@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_part_is_cut_from_the_upright_turned_picture(tmp_path: Path, orientation: int, rotate: int) -> None:
    """A part around the middle of an edge: its two halves say which."""
    size = (400, 200) if rotate in (0, 180) else (200, 400)
    crop = Crop(x=size[0] // 2 - 40, y=0, width=80, height=40)
    top = {0: (_RED, _GREEN), 90: (_BLUE, _RED), 180: (_YELLOW, _BLUE), 270: (_GREEN, _YELLOW)}[rotate]
    made = _copy(_held(orientation, tmp_path / "a.jpg"), Recipe(rotate=rotate, crop=crop))
    assert (made.width, made.height) == (80, 40)
    assert _all_near(_corners(made.path), [*top, *top])


def test_a_part_that_is_not_inside_is_refused_with_the_size_it_may_have(tmp_path: Path) -> None:
    source = _held(6, tmp_path / "a.jpg")
    _copy(source, Recipe(rotate=90, crop=Crop(x=0, y=0, width=200, height=400)))
    with pytest.raises(CropOutside) as refusal:
        _copy(source, Recipe(rotate=90, crop=Crop(x=1, y=0, width=200, height=400)))
    assert refusal.value.facts == {"width": 200, "height": 400}


@pytest.mark.parametrize(
    ("wanted", "size"),
    [
        (Recipe(), (640, 426)),
        (Recipe(width=320), (320, 213)),
        (Recipe(height=213), (320, 213)),
        (Recipe(width=320, height=100), (150, 100)),
        (Recipe(width=1000), (640, 426)),
        (Recipe(width=1000, height=100), (150, 100)),
        (Recipe(enlarge=True), (640, 426)),
        (Recipe(width=1280, enlarge=True), (1280, 852)),
        (Recipe(width=1280, height=500, enlarge=True), (751, 500)),
        (Recipe(crop=Crop(x=10, y=10, width=300, height=300), width=400), (300, 300)),
        (Recipe(width=1), (1, 1)),
    ],
)
def test_it_is_fitted_inside_and_never_enlarged_unasked(tmp_path: Path, wanted: Recipe, size: tuple[int, int]) -> None:
    made = _copy(saved(meadow(640, 426), tmp_path / "a.jpg"), wanted)
    assert (made.width, made.height) == size


def test_a_small_part_of_a_large_jpeg_keeps_all_its_pixels(tmp_path: Path) -> None:
    """What is decoded at an eighth would be grey here."""
    stripes = Image.new("L", (2400, 1600), "white")
    stripes.paste(Image.linear_gradient("L").resize((300, 300)).point([0, 255] * 128), (1200, 800))
    source = saved(stripes, tmp_path / "a.jpg", quality=100)
    made = _copy(source, Recipe(crop=Crop(x=1200, y=800, width=300, height=300), format=Format.PNG, quality=100))
    with Image.open(source) as whole, Image.open(made.path) as copy:
        assert copy.convert("L").tobytes() == whole.convert("L").crop((1200, 800, 1500, 1100)).tobytes()


def test_what_a_format_cannot_hold_is_fitted_inside_or_refused_with_its_bound(tmp_path: Path) -> None:
    panorama = saved(Image.new("L", (20_000, 300), 99), tmp_path / "a.png")
    assert _copy(panorama, Recipe(format=Format.WEBP)).width == 16_383
    with pytest.raises(TooManyPixels) as refusal:
        _copy(saved(meadow(300, 300), tmp_path / "b.jpg"), Recipe(width=16_000, enlarge=True))
    assert refusal.value.facts == {"megapixels": 256, "max_megapixels": 64}


def test_a_jpeg_of_odd_width_that_is_decoded_at_a_half_is_not_stretched(tmp_path: Path) -> None:
    stripes = Image.new("L", (1601, 801))
    stripes.paste(255, (1580, 0, 1590, 801))
    made = _copy(saved(stripes.convert("RGB"), tmp_path / "odd.jpg", quality=95), Recipe(format=Format.PNG, width=790))
    wanted = stripes.resize((made.width, made.height), Image.Resampling.LANCZOS)
    with Image.open(made.path) as copy:
        assert abs(_middle(copy.convert("L")) - _middle(wanted)) < 0.05


def _middle(picture: Image.Image) -> float:
    """Where from the left its light is, on average, in pixels."""
    columns = picture.resize((picture.width, 1), Image.Resampling.BOX).tobytes()
    return sum(x * light for x, light in enumerate(columns)) / sum(columns)
