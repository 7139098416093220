"""Wide and high-range colours that a file only names by number come out as everybody's screen can show them."""

import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from storage.renditions.coded_colour import coded_profile
from storage.renditions.picture import render_picture
from tests.storage.renditions.painting import as_bytes, colour_at, is_near, meadow, saved

_SRGB_AVIF = b"colrnclx\x00\x01\x00\x0d"
_COLOURS = ((232, 89, 89), (89, 219, 124), (70, 80, 200), (128, 128, 128))
# Linear sRGB to linear Display P3 (SMPTE EG 432-1, both under D65).
_TO_P3 = ((0.8225, 0.1774, 0.0), (0.0332, 0.9669, 0.0), (0.0171, 0.0724, 0.9108))


def _as_p3(colour: tuple[int, int, int]) -> tuple[int, ...]:
    linear = [((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour]
    mixed = [sum(map(float.__mul__, row, linear)) for row in _TO_P3]
    return tuple(round(255 * (1.055 * part ** (1 / 2.4) - 0.055)) for part in mixed)


def _avif(picture: Image.Image, path: Path, primaries: int, transfer: int) -> Path:
    """As a camera writes it; Pillow itself names sRGB only."""
    data = as_bytes(picture, "AVIF", quality=95, subsampling="4:4:4")
    assert data.count(_SRGB_AVIF) == 1
    path.write_bytes(data.replace(_SRGB_AVIF, b"colrnclx" + struct.pack(">2H", primaries, transfer)))
    return path


def _heic(picture: Image.Image, path: Path, primaries: int, transfer: int) -> Path:
    named = {"color_primaries": primaries, "transfer_characteristics": transfer, "matrix_coefficients": 6}
    return saved(picture, path, quality=95, chroma=444, save_nclx_profile=True, full_range_flag=1, **named)


def _png(picture: Image.Image, path: Path, primaries: int, transfer: int) -> Path:
    data = as_bytes(picture, "PNG")
    named = b"cICP" + bytes((primaries, transfer, 0, 1))
    chunk = struct.pack(">I", 4) + named + struct.pack(">I", zlib.crc32(named))
    path.write_bytes(data[:33] + chunk + data[33:])  # behind the header, which comes first
    return path


_WRITERS = {"a.avif": _avif, "a.heic": _heic, "a.png": _png}


def _shown(name: str, folder: Path, colour: tuple[int, ...], primaries: int, transfer: int) -> tuple[int, ...]:
    source = _WRITERS[name](Image.new("RGB", (64, 64), colour), folder / name, primaries, transfer)
    return colour_at(render_picture(source, folder).files[0].path, 0.5, 0.5)


@pytest.mark.parametrize("name", _WRITERS)
@pytest.mark.parametrize("colour", _COLOURS)
def test_display_p3_by_number_is_shown_in_srgb(tmp_path: Path, name: str, colour: tuple[int, int, int]) -> None:
    assert is_near(_shown(name, tmp_path, _as_p3(colour), 12, 13), colour, 5)


@pytest.mark.parametrize("name", _WRITERS)
@pytest.mark.parametrize(
    ("transfer", "signal", "seen"),
    [
        (16, 148, 247),  # PQ at 203 cd/m²: white paper, with room for highlights above it
        (16, 130, 188),  # PQ at 100 cd/m², half of that
        (16, 255, 255),
        (16, 0, 0),
        (18, 191, 247),  # HLG at 75 %: white paper again
        (18, 0, 0),
        (8, 128, 188),  # linear
    ],
)
def test_a_picture_of_high_range_is_neither_dull_nor_burnt(
    tmp_path: Path, name: str, transfer: int, signal: int, seen: int
) -> None:
    assert is_near(_shown(name, tmp_path, (signal,) * 3, 9, transfer), (seen,) * 3, 4)


@pytest.mark.parametrize("numbers", [(1, 13), (2, 2), (1, 1), (6, 6), (2, 13)])
@pytest.mark.parametrize("name", _WRITERS)
def test_numbers_that_mean_srgb_or_nothing_change_no_colour(
    tmp_path: Path, name: str, numbers: tuple[int, int]
) -> None:
    assert is_near(_shown(name, tmp_path, (200, 60, 90), *numbers), (200, 60, 90), 6)


def test_the_lighter_renditions_and_a_plain_srgb_avif_are_left_as_they_are(tmp_path: Path) -> None:
    source = saved(meadow(300, 200), tmp_path / "a.avif", quality=95)
    assert coded_profile("image/avif", source.read_bytes()) is None
    with Image.open(render_picture(source, tmp_path).files[0].path) as shown:
        away = ImageStat.Stat(ImageChops.difference(shown.convert("RGB"), meadow(300, 200))).mean
    assert max(away) < 40  # its grain is another one each time


@pytest.mark.parametrize("numbers", [(0, 0), (255, 255), (65535, 65535)])
def test_numbers_that_mean_nothing_name_no_colours(numbers: tuple[int, int]) -> None:
    assert coded_profile("image/avif", b"colrnclx" + struct.pack(">2H", *numbers)) is None


@pytest.mark.parametrize("cut", [b"colrnclx", b"colrnclx\x00\x0c\x00", b"", b"colrncl"])
def test_numbers_that_are_cut_off_are_none(cut: bytes) -> None:
    assert coded_profile("image/avif", bytes(20) + cut) is None


def test_a_kind_that_names_no_colours_is_not_searched() -> None:
    assert coded_profile("image/jpeg", b"colrnclx\x00\x0c\x00\x0d") is None
