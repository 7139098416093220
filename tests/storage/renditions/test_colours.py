"""Colours survive: wide-gamut profiles, ink, grey, and profiles that are broken or say nothing new."""

import struct
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from storage.renditions.picture import render_picture
from tests.storage.renditions.painting import colour_at, four_quarters, is_near, saved

# Display P3's primaries and white in the profile connection space (D50), and a gamma close to its curve.
_P3 = {"rXYZ": (0.5151, 0.2412, -0.0011), "gXYZ": (0.2920, 0.6922, 0.0419), "bXYZ": (0.1571, 0.0666, 0.7841)}
_GAMMA = 2.2


def _profile(colourants: dict[str, tuple[float, float, float]]) -> bytes:
    """A smallest display profile (ICC.1:2001-04): white point, three colourants, one gamma."""
    curve = b"curv" + struct.pack(">IIH", 0, 1, round(_GAMMA * 256)) + b"\0\0"
    tags = {
        "desc": b"desc" + struct.pack(">II", 0, 5) + b"wide\0" + b"\0" * 78,
        "cprt": b"text" + b"\0" * 4 + b"none\0\0\0\0",
        "wtpt": _xyz((0.9642, 1.0, 0.8249)),
        **{name: _xyz(value) for name, value in colourants.items()},
        **dict.fromkeys(("rTRC", "gTRC", "bTRC"), curve),
    }
    table, data = b"", b""
    start = 128 + 4 + 12 * len(tags)
    for name, tag in tags.items():
        padded = tag + b"\0" * (-len(tag) % 4)
        table += name.encode() + struct.pack(">II", start + len(data), len(tag))
        data += padded
    head = struct.pack(">I4sI4s4s4s", start + len(data), b"lcms", 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    head += struct.pack(">6H4s", 2024, 1, 1, 0, 0, 0, b"acsp") + b"\0" * 28 + _xyz((0.9642, 1.0, 0.8249))[8:]
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + data


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(value * 65536) for value in values))


def _delta_e(left: tuple[int, ...], right: tuple[int, ...]) -> float:
    """CIE 1976 distance of two sRGB colours."""
    to_lab = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB")
    pair = Image.new("RGB", (2, 1))
    pair.putdata([left, right])
    lab = ImageCms.applyTransform(pair, to_lab)
    assert lab is not None
    l1, a1, b1, l2, a2, b2 = lab.tobytes()  # two pixels of three bytes
    signed = [(a + 128) % 256 - 128 for a in (a1, b1, a2, b2)]
    return (((l1 - l2) / 2.55) ** 2 + (signed[0] - signed[2]) ** 2 + (signed[1] - signed[3]) ** 2) ** 0.5


def _as_p3(linear_srgb: tuple[float, float, float]) -> tuple[int, ...]:
    """The Display P3 numbers of a colour, by the matrix between the two spaces (both D65)."""
    matrix = ((0.8225, 0.1774, 0.0), (0.0332, 0.9669, 0.0), (0.0171, 0.0724, 0.9108))
    return tuple(round(255 * sum(map(float.__mul__, row, linear_srgb)) ** (1 / _GAMMA)) for row in matrix)


@pytest.mark.parametrize("kind", ["jpg", "png", "webp"])
def test_display_p3_is_shown_as_the_same_colours_in_srgb(tmp_path: Path, kind: str) -> None:
    distances: list[float] = []
    for linear in ((0.8, 0.1, 0.1), (0.1, 0.7, 0.2), (0.1, 0.1, 0.8), (0.5, 0.4, 0.05), (0.2, 0.2, 0.2)):
        source = Image.new("RGB", (64, 64), _as_p3(linear))
        rendered = render_picture(saved(source, tmp_path / f"a.{kind}", icc_profile=_profile(_P3)), tmp_path)
        wanted = tuple(round(255 * _srgb_curve(part)) for part in linear)
        distances.append(_delta_e(colour_at(rendered.files[0].path, 0.5, 0.5), wanted))
    assert sum(distances) / len(distances) <= 2
    assert max(distances) <= 3.5  # a few 8-bit roundings and a JPEG on the way


def _srgb_curve(linear: float) -> float:
    return 12.92 * linear if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055


def test_a_profile_that_is_srgb_anyway_changes_no_colour(tmp_path: Path) -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    made: list[bytes] = []
    for profile in (None, srgb):
        source = saved(four_quarters(300, 200), tmp_path / "a.jpg", quality=98, icc_profile=profile)
        made.append(render_picture(source, tmp_path).files[0].path.read_bytes())
    assert made[0] == made[1]


@pytest.mark.parametrize("profile", [b"nonsense", _profile(_P3)[:200], _profile(_P3)[:36] + b"\xff" * 300])
def test_a_broken_profile_is_left_out(tmp_path: Path, profile: bytes) -> None:
    rendered = render_picture(saved(four_quarters(300, 200), tmp_path / "a.jpg", icc_profile=profile), tmp_path)
    assert is_near(colour_at(rendered.files[0].path, 0.1, 0.1), (220, 40, 40))


def test_a_profile_for_colours_on_a_grey_picture_is_left_out(tmp_path: Path) -> None:
    source = saved(Image.new("L", (50, 50), 77), tmp_path / "a.jpg", icc_profile=_profile(_P3))
    assert is_near(colour_at(render_picture(source, tmp_path).files[0].path, 0.5, 0.5), (77, 77, 77), 2)


@pytest.mark.parametrize(
    ("ink", "seen"),
    [
        ((0, 0, 0, 0), (255, 255, 255)),
        ((255, 0, 0, 0), (0, 255, 255)),
        ((0, 255, 255, 0), (255, 0, 0)),
        ((0, 0, 0, 255), (0, 0, 0)),
        ((0, 0, 0, 128), (127, 127, 127)),
    ],
)
def test_ink_without_a_profile_is_neither_inverted_nor_dull(
    tmp_path: Path, ink: tuple[int, ...], seen: tuple[int, ...]
) -> None:
    source = saved(Image.new("CMYK", (64, 64), ink), tmp_path / "a.jpg", quality=95)
    assert is_near(colour_at(render_picture(source, tmp_path).files[0].path, 0.5, 0.5), seen, 4)


def test_ink_with_the_adobe_mark_is_read_as_browsers_read_it(tmp_path: Path) -> None:
    file = BytesIO()
    Image.new("CMYK", (64, 64), (0, 255, 255, 0)).save(file, "JPEG", quality=95)
    assert b"Adobe" in file.getvalue()
    (tmp_path / "a.jpg").write_bytes(file.getvalue())
    rendered = render_picture(tmp_path / "a.jpg", tmp_path)
    assert is_near(colour_at(rendered.files[0].path, 0.5, 0.5), (255, 0, 0), 4)
