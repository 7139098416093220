"""HEIC as phones write it: turned by its container and never twice, and of several pictures the main one."""

from pathlib import Path

import pytest
from PIL import Image

from storage.renditions.picture import render_picture
from tests.storage.renditions.painting import QUARTERS, as_bytes, colour_at, four_quarters, is_near, saved

# How a picture has to lie for a container to turn it upright, by EXIF's number for that.
_LYING = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


@pytest.mark.parametrize(("orientation", "turn"), _LYING.items())
def test_it_is_turned_once_by_what_its_container_says(
    tmp_path: Path, orientation: int, turn: Image.Transpose | None
) -> None:
    upright = four_quarters(600, 400)
    lying = upright if turn is None else upright.transpose(turn)
    exif = Image.Exif()
    exif[0x0112] = orientation
    lying.info["exif"] = exif.tobytes()  # from there the encoder makes `irot` and `imir`, and keeps the EXIF as well
    data = as_bytes(lying, "HEIF")
    assert (b"irot" in data or b"imir" in data) is (orientation > 1)
    (tmp_path / "a.heic").write_bytes(data)
    rendered = render_picture(tmp_path / "a.heic", tmp_path)
    assert (rendered.width, rendered.height) == (600, 400)
    for file in rendered.files:
        corners = [colour_at(file.path, x, y) for y in (0.1, 0.9) for x in (0.1, 0.9)]
        assert all(is_near(seen, wanted, 12) for seen, wanted in zip(corners, QUARTERS, strict=True)), corners


def test_of_several_pictures_the_main_one_is_shown(tmp_path: Path) -> None:
    others = [Image.new("RGB", (300, 200), colour) for colour in ("blue", "lime")]
    first = Image.new("RGB", (500, 400), "red")
    source = saved(first, tmp_path / "a.heic", save_all=True, append_images=others, primary_index=1)
    rendered = render_picture(source, tmp_path)
    assert (rendered.width, rendered.height) == (300, 200)
    assert is_near(colour_at(rendered.files[0].path, 0.5, 0.5), (0, 0, 254), 12)


def test_clear_places_become_white(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (300, 200), (0, 0, 255, 0))
    clear.paste((0, 0, 255, 255), (150, 0, 300, 200))
    rendered = render_picture(saved(clear, tmp_path / "a.heic", quality=95), tmp_path)
    assert is_near(colour_at(rendered.files[0].path, 0.2, 0.5), (255, 255, 255), 6)
    assert is_near(colour_at(rendered.files[0].path, 0.8, 0.5), (0, 0, 254), 12)
