"""The look of a copy: its colours, its transparency, its frames, and what a person changed of it."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageCms, ImageStat

from domain.media.compressions.compressing import Compressed
from domain.media.compressions.recipe import Adjustment, Format, Recipe
from domain.media.rendering import TooManyPixels
from storage.renditions.adjust import adjusted
from storage.renditions.compress import compress_picture
from storage.renditions.last_prepared import LastPrepared
from storage.renditions.matrix_profile import matrix_profile
from tests.storage.renditions.painting import QUARTERS, colour_at, four_quarters, is_near, meadow, saved

_P3 = matrix_profile(
    ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407)), lambda signal: signal**2.2
)


def _copy(source: Path, recipe: Recipe) -> Compressed:
    return compress_picture(source, recipe, source.parent, LastPrepared())


@pytest.mark.parametrize("kind", list(Format))
def test_a_profile_stays_and_the_colours_with_it(tmp_path: Path, kind: Format) -> None:
    source = saved(four_quarters(300, 200), tmp_path / "a.png", icc_profile=_P3)
    made = _copy(source, Recipe(format=kind, quality=90, width=150))
    with Image.open(made.path) as copy:
        assert copy.info.get("icc_profile") == _P3
    corners = [colour_at(made.path, x, y) for y in (0.1, 0.9) for x in (0.1, 0.9)]
    assert all(is_near(seen, wanted, 6) for seen, wanted in zip(corners, QUARTERS, strict=True)), corners


@pytest.mark.parametrize("kind", list(Format))
def test_ink_becomes_colours_of_a_screen(tmp_path: Path, kind: Format) -> None:
    source = saved(four_quarters(300, 200).convert("CMYK"), tmp_path / "a.jpg", quality=95)
    made = _copy(source, Recipe(format=kind, quality=95))
    with Image.open(made.path) as copy:
        assert copy.mode in ("RGB", "P")
        assert "icc_profile" not in copy.info
    assert is_near(colour_at(made.path, 0.1, 0.1), QUARTERS[0], 12)


@pytest.mark.parametrize("kind", list(Format))
def test_grey_stays_grey_and_a_profile_for_grey_is_nowhere_else(tmp_path: Path, kind: Format) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    source = saved(meadow(300, 200).convert("L"), tmp_path / "a.jpg", icc_profile=profile[:16] + b"GRAY" + profile[20:])
    with Image.open(_copy(source, Recipe(format=kind, quality=90)).path) as copy:
        assert ("icc_profile" in copy.info) == (kind is not Format.WEBP)
        shown = copy.convert("RGB")
        away: Any = ImageChops.difference(shown, shown.convert("L").convert("RGB")).getextrema()
        assert max(high for _, high in away) <= 2


@pytest.mark.parametrize("kind", list(Format))
def test_transparency_stays_where_it_can_and_is_white_elsewhere(tmp_path: Path, kind: Format) -> None:
    picture = four_quarters(300, 200)
    picture.putalpha(Image.new("L", (300, 200), 255))
    picture.paste((0, 0, 0, 0), (0, 0, 150, 100))
    made = _copy(saved(picture, tmp_path / "a.png"), Recipe(format=kind, quality=90))
    with Image.open(made.path) as copy:
        if kind is Format.JPEG:
            assert is_near(colour_at(made.path, 0.1, 0.1), (255, 255, 255))
        else:
            alpha = copy.convert("RGBA").getchannel("A")
            assert (alpha.getpixel((20, 20)), alpha.getpixel((280, 180))) == (0, 255)


def test_sixteen_bits_become_eight(tmp_path: Path) -> None:
    deep = Image.new("I;16", (90, 60), 32_768)
    made = _copy(saved(deep, tmp_path / "a.png"), Recipe(format=Format.JPEG))
    assert is_near(colour_at(made.path, 0.5, 0.5), (128, 128, 128), 2)


def _animation(path: Path, frames: int = 8, **saving: object) -> Path:
    pictures = [Image.new("RGB", (90, 60), (30 * number, 255 - 30 * number, 60)) for number in range(frames)]
    durations = [40 + 10 * number for number in range(frames)]
    return saved(pictures[0], path, save_all=True, append_images=pictures[1:], duration=durations, **saving)


@pytest.mark.parametrize("kind", [Format.WEBP, Format.AVIF, Format.PNG])
@pytest.mark.parametrize("name", ["a.gif", "a.webp", "a.png", "a.avif"])
def test_an_animation_keeps_its_frames_and_its_timing(tmp_path: Path, kind: Format, name: str) -> None:
    source = _animation(tmp_path / name, **({} if name == "a.avif" else {"loop": 0}))
    made = _copy(source, Recipe(format=kind, quality=80, width=45))
    assert (made.frames, made.width, made.height) == (8, 45, 30)
    with Image.open(made.path) as copy:
        assert getattr(copy, "n_frames", 1) == 8
        assert copy.info.get("loop", 0) == 0
        for number in range(8):
            copy.seek(number)
            copy.load()
            assert copy.info["duration"] == pytest.approx(40 + 10 * number, abs=1)
            pixel = copy.convert("RGB").getpixel((20, 15))
            assert isinstance(pixel, tuple)
            assert is_near(pixel, (30 * number, 255 - 30 * number, 60), 12)


def test_an_animation_is_made_as_its_source_and_shows_its_first_frame_as_a_jpeg(tmp_path: Path) -> None:
    source = _animation(tmp_path / "a.gif", loop=0)
    assert _copy(source, Recipe()).content_type == "image/webp"
    made = _copy(source, Recipe(format=Format.JPEG))
    assert made.frames == 1
    assert is_near(colour_at(made.path, 0.5, 0.5), (0, 255, 60), 12)


def test_an_animation_with_too_many_pixels_in_all_is_refused(tmp_path: Path) -> None:
    frames = [Image.new("L", (1600, 1200), number) for number in range(30)]
    source = saved(frames[0], tmp_path / "a.gif", save_all=True, append_images=frames[1:])
    with pytest.raises(TooManyPixels):
        _copy(source, Recipe())
    assert _copy(source, Recipe(width=160)).frames == 30


def test_no_change_changes_nothing() -> None:
    for picture in (meadow(64, 48), meadow(64, 48).convert("L"), meadow(64, 48).convert("RGBA")):
        assert adjusted(picture, Adjustment()).tobytes() == picture.tobytes()


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA"])
def test_light_and_contrast_go_both_ways_and_leave_transparency(mode: str) -> None:
    picture = meadow(64, 48).convert(mode)
    if mode == "RGBA":
        picture.putalpha(77)

    def mean_and_spread(adjust: Adjustment) -> tuple[float, float]:
        seen = adjusted(picture, adjust)
        assert seen.mode == mode
        assert mode != "RGBA" or seen.getchannel("A").getextrema() == (77, 77)
        of_luma = ImageStat.Stat(seen.convert("L"))
        return of_luma.mean[0], of_luma.stddev[0]

    mean, spread = mean_and_spread(Adjustment())
    assert (
        mean_and_spread(Adjustment(light=-0.5))[0] < mean - 10 < mean + 10 < mean_and_spread(Adjustment(light=0.5))[0]
    )
    assert mean_and_spread(Adjustment(contrast=-0.5))[1] < spread < mean_and_spread(Adjustment(contrast=0.5))[1]


def test_warmth_moves_red_against_blue_and_colour_away_from_grey() -> None:
    grey = Image.new("RGB", (2, 2), (128, 128, 128))
    assert adjusted(grey, Adjustment(warmth=1)).getpixel((0, 0)) == (160, 128, 96)
    assert adjusted(grey, Adjustment(warmth=-1)).getpixel((0, 0)) == (96, 128, 160)
    dull = Image.new("RGB", (2, 2), (150, 120, 100))
    stronger = adjusted(dull, Adjustment(colour=1)).getpixel((0, 0))
    assert isinstance(stronger, tuple)
    assert stronger[0] > 165
    assert stronger[2] < 85
    for adjust in (Adjustment(colour=-1), Adjustment(monochrome=True, warmth=1)):
        pixel = adjusted(dull, adjust).getpixel((0, 0))
        assert isinstance(pixel, tuple)
        assert max(pixel) - min(pixel) == 0


def test_black_and_white_is_stored_as_grey_alone(tmp_path: Path) -> None:
    source = saved(meadow(300, 200), tmp_path / "a.jpg")
    with Image.open(_copy(source, Recipe(adjust=Adjustment(monochrome=True))).path) as copy:
        assert copy.mode == "L"
