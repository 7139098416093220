"""Profiles that are not of screens: ink as a press knows it, and grey with a curve of its own."""

import struct
from itertools import product
from pathlib import Path

import pytest
from PIL import Image

from storage.renditions.picture import render_picture
from tests.storage.renditions.painting import colour_at, is_near, saved

# A press on which cyan ink looks orange, so that nobody who ignores its profile gets that right by chance.
_LAB_OF_CYAN = (70, 35, 70)
_SRGB_OF_CYAN = (242, 145, 22)


def _profile(space: bytes, kind: bytes, connection: bytes, tags: dict[bytes, bytes]) -> bytes:
    table, data = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for name, tag in tags.items():
        table += name + struct.pack(">II", start + len(data), len(tag))
        data += tag + bytes(-len(tag) % 4)
    head = struct.pack(">I4sI4s4s4s", start + len(data), b"", 0x02400000, kind, space, connection)
    head += struct.pack(">6H4s", 2024, 1, 1, 0, 0, 0, b"acsp") + bytes(28) + struct.pack(">3i", 63190, 65536, 54061)
    return head.ljust(128, b"\0") + table + data


def _press() -> bytes:
    """Four inks to Lab by a table of the sixteen corners (ICC.1:2001-04, lut8Type)."""
    corners = b""
    for cyan, magenta, yellow, black in product((0, 1), repeat=4):
        lab = _LAB_OF_CYAN if cyan else (100, 0, 0)
        light = 0 if black or (magenta and yellow) else lab[0]
        corners += bytes((light * 255 // 100, lab[1] + 128 if light else 128, lab[2] + 128 if light else 128))
    identity = struct.pack(">9i", *(65536 * (at % 4 == 0) for at in range(9)))
    straight = bytes(range(256))
    table = b"mft1" + bytes(4) + bytes((4, 3, 2, 0)) + identity + straight * 4 + corners + straight * 3
    return _profile(b"CMYK", b"prtr", b"Lab ", {b"A2B0": table, b"wtpt": _xyz()})


def _linear_grey() -> bytes:
    return _profile(b"GRAY", b"mntr", b"XYZ ", {b"kTRC": b"curv" + bytes(8), b"wtpt": _xyz()})


def _xyz() -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", 63190, 65536, 54061)


@pytest.mark.parametrize(
    ("ink", "seen"),
    [((255, 0, 0, 0), _SRGB_OF_CYAN), ((0, 0, 0, 0), (255, 255, 255)), ((0, 0, 0, 255), (0, 0, 0))],
)
def test_ink_with_a_profile_looks_as_on_its_press(
    tmp_path: Path, ink: tuple[int, ...], seen: tuple[int, int, int]
) -> None:
    source = saved(Image.new("CMYK", (64, 64), ink), tmp_path / "a.jpg", quality=95, icc_profile=_press())
    assert is_near(colour_at(render_picture(source, tmp_path).files[0].path, 0.5, 0.5), seen, 10)


@pytest.mark.parametrize(("name", "mode"), [("a.jpg", "L"), ("a.png", "L"), ("a.png", "LA")])
def test_grey_with_a_profile_is_as_bright_as_it_says(tmp_path: Path, name: str, mode: str) -> None:
    grey = Image.new("L", (64, 64), 128).convert(mode)
    source = saved(grey, tmp_path / name, icc_profile=_linear_grey())
    assert is_near(colour_at(render_picture(source, tmp_path).files[0].path, 0.5, 0.5), (188, 188, 188), 2)


def test_a_press_s_profile_on_a_picture_for_screens_is_left_out(tmp_path: Path) -> None:
    source = saved(Image.new("RGB", (64, 64), (40, 90, 200)), tmp_path / "a.png", icc_profile=_press())
    assert is_near(colour_at(render_picture(source, tmp_path).files[0].path, 0.5, 0.5), (40, 90, 200), 4)
