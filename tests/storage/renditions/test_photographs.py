"""Real photographs, where there are some: every kind and orientation, upright and in colour."""

import os
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from storage.renditions.picture import render_picture

_FOLDER = Path(os.environ.get("KAMRA_TEST_PHOTOS", Path(__file__).parents[3] / "../shared/photos"))
_HERE = pytest.mark.skipif(not _FOLDER.is_dir(), reason="no photographs here (KAMRA_TEST_PHOTOS names a folder)")


def _small(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        return picture.convert("RGB").resize((90, 60), Image.Resampling.BOX)


@_HERE
def test_all_orientations_of_one_photograph_show_the_same_upright_picture(tmp_path: Path) -> None:
    shown: list[Image.Image] = []
    for path in sorted(_FOLDER.glob("orient*.jpg")):
        rendered = render_picture(path, tmp_path)
        assert (rendered.width, rendered.height) == (1800, 1200)
        shown.append(_small(rendered.files[0].path))
    for each in shown[1:]:
        assert max(ImageStat.Stat(ImageChops.difference(shown[0], each)).mean) < 3


@_HERE
def test_a_photograph_as_heic_and_as_jpeg_in_display_p3_looks_the_same(tmp_path: Path) -> None:
    tops: list[Image.Image] = []
    for name in ("heic_p3_iphone13.heic", "p3_display_from_iphone13.jpg"):
        rendered = render_picture(_FOLDER / name, tmp_path)
        assert (rendered.width, rendered.height) == (3024, 4032)
        assert rendered.camera.model == "iPhone 13 Pro Max"
        tops.append(_small(rendered.files[0].path))
    assert max(ImageStat.Stat(ImageChops.difference(*tops)).mean) < 2


@_HERE
@pytest.mark.parametrize("name", ["9mp_nokia_gps.jpg", "8mp_iphone6_gps.jpg"])
def test_a_phones_location_is_noticed_and_not_passed_on(tmp_path: Path, name: str) -> None:
    rendered = render_picture(_FOLDER / name, tmp_path)
    assert rendered.has_location
    assert rendered.taken_at is not None
    for file in rendered.files:
        with Image.open(file.path) as picture:
            assert not picture.getexif()
