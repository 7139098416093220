"""What the ladder looks like: its sizes, that nothing is enlarged, larger than its source, or turned."""

from pathlib import Path

import pytest
from PIL import Image

from domain.media.rendering import Rendered
from storage.renditions.picture import render_picture
from tests.storage.renditions.painting import QUARTERS, colour_at, four_quarters, is_near, meadow, saved


def _longest_sides(rendered: Rendered) -> list[int]:
    return [max(file.width, file.height) for file in rendered.files]


@pytest.mark.parametrize(
    ("size", "longest_sides"),
    [
        ((4032, 3024), [2016, 1280, 640, 320]),
        ((3264, 2448), [1632, 1280, 640, 320]),
        ((3000, 2000), [2048, 1280, 640, 320]),
        ((900, 600), [900, 640, 320]),
        ((1280, 1280), [1280, 640, 320]),
        ((320, 200), [320]),
        ((1, 1), [1]),
        ((7, 4000), [2000, 1280, 640, 320]),
    ],
)
def test_a_jpeg_becomes_a_ladder_that_starts_at_about_2048_and_enlarges_nothing(
    tmp_path: Path, size: tuple[int, int], longest_sides: list[int]
) -> None:
    rendered = render_picture(saved(four_quarters(*size), tmp_path / "a.jpg"), tmp_path)
    assert _longest_sides(rendered) == longest_sides
    assert (rendered.width, rendered.height) == size


@pytest.mark.parametrize("size", [(4031, 3023), (2999, 1999), (6001, 333), (1801, 1203), (1025, 4099)])
def test_every_rung_keeps_the_aspect_within_one_pixel(tmp_path: Path, size: tuple[int, int]) -> None:
    rendered = render_picture(saved(four_quarters(*size), tmp_path / "a.jpg"), tmp_path)
    for file in rendered.files:
        with Image.open(file.path) as picture:
            assert picture.size == (file.width, file.height)
        assert abs(file.height - size[1] * file.width / size[0]) <= max(1, size[1] / size[0])
        assert abs(file.width - size[0] * file.height / size[1]) <= max(1, size[0] / size[1])


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["jpg", "png", "webp", "avif"])
def test_every_orientation_comes_out_upright(tmp_path: Path, orientation: int, kind: str) -> None:
    upright = four_quarters(600, 400)
    undo = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]
    lying = upright if undo is None else upright.transpose(undo)
    exif = Image.Exif()
    exif[0x0112] = orientation
    rendered = render_picture(saved(lying, tmp_path / f"a.{kind}", exif=exif), tmp_path)
    assert (rendered.width, rendered.height) == (600, 400)
    for file in rendered.files:
        corners = [colour_at(file.path, x, y) for y in (0.1, 0.9) for x in (0.1, 0.9)]
        assert all(is_near(seen, wanted, 12) for seen, wanted in zip(corners, QUARTERS, strict=True)), corners


def test_the_exif_of_a_heic_turns_nothing_as_only_its_container_may(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    rendered = render_picture(saved(four_quarters(600, 400), tmp_path / "a.heic", exif=exif), tmp_path)
    assert (rendered.content_type, rendered.width, rendered.height) == ("image/heic", 600, 400)
    assert is_near(colour_at(rendered.files[0].path, 0.1, 0.1), QUARTERS[0], 12)


def test_no_rung_has_more_bytes_than_a_source_that_was_saved_smaller(tmp_path: Path) -> None:
    source = saved(meadow(1200, 800), tmp_path / "a.jpg", quality=55)
    rendered = render_picture(source, tmp_path)
    assert max(file.bytes for file in rendered.files) <= source.stat().st_size
    assert [file.bytes for file in rendered.files] == [file.path.stat().st_size for file in rendered.files]


def test_the_ladder_is_baseline_jpeg(tmp_path: Path) -> None:
    source = saved(meadow(900, 600), tmp_path / "a.jpg", progressive=True)
    for file in render_picture(source, tmp_path).files:
        with Image.open(file.path) as picture:
            assert picture.format == "JPEG"
            assert "progressive" not in picture.info
        assert file.content_type == "image/jpeg"
