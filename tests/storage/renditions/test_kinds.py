"""Every kind of picture and of pixel that is accepted comes out as people see it elsewhere."""

from pathlib import Path

import pytest
from PIL import Image

from storage.renditions.picture import render_picture
from tests.storage.renditions.painting import QUARTERS, colour_at, four_quarters, is_near, saved


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("a.jpg", "image/jpeg"),
        ("a.png", "image/png"),
        ("a.webp", "image/webp"),
        ("a.gif", "image/gif"),
        ("a.avif", "image/avif"),
        ("a.heic", "image/heic"),
    ],
)
def test_all_six_kinds_are_read_whatever_the_name_says(tmp_path: Path, name: str, content_type: str) -> None:
    source = saved(four_quarters(500, 300), tmp_path / name).rename(tmp_path / "holiday.txt")
    rendered = render_picture(source, tmp_path)
    assert rendered.content_type == content_type
    corners = [colour_at(rendered.files[0].path, x, y) for y in (0.1, 0.9) for x in (0.1, 0.9)]
    assert all(is_near(seen, wanted, 14) for seen, wanted in zip(corners, QUARTERS, strict=True))


def test_transparent_places_become_white(tmp_path: Path) -> None:
    clear = four_quarters(400, 400).convert("RGBA")
    clear.putalpha(Image.linear_gradient("L").resize((400, 400)).point([255 * (value > 127) for value in range(256)]))
    for name in ("a.png", "a.webp", "a.avif"):
        top = render_picture(saved(clear, tmp_path / name), tmp_path).files[0].path
        assert is_near(colour_at(top, 0.1, 0.1), (255, 255, 255))
        assert is_near(colour_at(top, 0.1, 0.9), QUARTERS[2], 14)


def test_a_palette_with_a_clear_colour_and_grey_with_alpha_become_opaque(tmp_path: Path) -> None:
    palette = four_quarters(200, 200).quantize(4)
    clear = palette.getpixel((10, 10))
    top = render_picture(saved(palette, tmp_path / "a.png", transparency=clear), tmp_path).files[0].path
    assert is_near(colour_at(top, 0.1, 0.1), (255, 255, 255))
    assert is_near(colour_at(top, 0.9, 0.9), QUARTERS[3], 14)
    grey = Image.merge("LA", (Image.new("L", (90, 90), 30), Image.new("L", (90, 90), 0)))
    assert is_near(
        colour_at(render_picture(saved(grey, tmp_path / "b.png"), tmp_path).files[0].path, 0.5, 0.5), (255,) * 3
    )


def test_sixteen_bit_grey_keeps_its_brightness(tmp_path: Path) -> None:
    deep = Image.new("I;16", (300, 200), 0x8000)
    top = render_picture(saved(deep, tmp_path / "a.png"), tmp_path).files[0].path
    assert is_near(colour_at(top, 0.5, 0.5), (128, 128, 128), 2)


@pytest.mark.parametrize("mode", ["1", "L"])
def test_grey_and_black_and_white_stay_what_they_are(tmp_path: Path, mode: str) -> None:
    half = Image.new("L", (300, 200), 0)
    half.paste(255, (150, 0, 300, 200))
    top = render_picture(saved(half.convert(mode), tmp_path / "a.png"), tmp_path).files[0].path
    assert is_near(colour_at(top, 0.1, 0.5), (0, 0, 0))
    assert is_near(colour_at(top, 0.9, 0.5), (255, 255, 255))


def test_of_an_animation_the_first_frame_is_shown(tmp_path: Path) -> None:
    first, second = Image.new("RGB", (200, 100), "red"), Image.new("RGB", (200, 100), "blue")
    for name in ("a.gif", "a.webp", "a.png", "a.avif"):
        source = saved(first, tmp_path / name, save_all=True, append_images=[second] * 7)
        assert is_near(colour_at(render_picture(source, tmp_path).files[0].path, 0.5, 0.5), (254, 0, 0))


def test_a_large_clear_png_is_flattened_strip_by_strip_without_seams(tmp_path: Path) -> None:
    large = Image.new("RGBA", (8300, 700), (0, 0, 255, 128))
    rendered = render_picture(saved(large, tmp_path / "a.png", compress_level=1), tmp_path)
    assert (rendered.files[0].width, rendered.files[0].height) == (2048, 173)
    for y in range(11):
        assert is_near(colour_at(rendered.files[0].path, 0.5, y / 10), (127, 127, 255), 3)


def test_a_picture_with_further_pictures_behind_it_is_read_like_any_jpeg(tmp_path: Path) -> None:
    second = Image.new("RGB", (400, 300), "white")
    source = saved(four_quarters(4000, 3000), tmp_path / "a.jpg", format="MPO", save_all=True, append_images=[second])
    rendered = render_picture(source, tmp_path)
    assert [file.width for file in rendered.files] == [2000, 1280, 640, 320]
    assert is_near(colour_at(rendered.files[0].path, 0.1, 0.1), QUARTERS[0])
