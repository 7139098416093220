"""The placeholder is a ThumbHash: small, right in its header, and of the picture it stands for."""

import pytest
from PIL import Image

from storage.renditions.thumbhash import thumbhash
from tests.storage.renditions.painting import four_quarters, meadow


def _mean(placeholder: bytes) -> tuple[float, float, float]:
    """Red, green and blue of 0…1 as the format's description decodes its header."""
    head = int.from_bytes(placeholder[:3], "little")
    luma, p, q = (head & 63) / 63, (head >> 6 & 63) / 31.5 - 1, (head >> 12 & 63) / 31.5 - 1
    blue = luma - 2 / 3 * p
    red = (3 * luma - blue + q) / 2
    return red, red - q, blue


@pytest.mark.parametrize("colour", [(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255), (0, 0, 0), (120, 130, 140)])
def test_a_plain_colour_is_found_in_the_header(colour: tuple[int, int, int]) -> None:
    for seen, wanted in zip(_mean(thumbhash(Image.new("RGB", (90, 60), colour))), colour, strict=True):
        assert abs(seen - wanted / 255) < 0.06


@pytest.mark.parametrize(
    ("size", "is_landscape", "shorter_terms"), [((320, 160), True, 4), ((160, 320), False, 4), ((300, 300), False, 7)]
)
def test_the_header_tells_the_shape(size: tuple[int, int], is_landscape: bool, shorter_terms: int) -> None:
    head = int.from_bytes(thumbhash(meadow(*size))[3:5], "little")
    assert bool(head >> 15) is is_landscape
    assert head & 7 == shorter_terms


@pytest.mark.parametrize("size", [(1, 1), (1, 500), (500, 1), (320, 240), (240, 320), (640, 640)])
def test_it_never_takes_more_than_25_bytes(size: tuple[int, int]) -> None:
    assert 5 < len(thumbhash(meadow(*size))) <= 25


def test_different_pictures_differ_and_the_same_picture_does_not() -> None:
    quarters = four_quarters(320, 240)
    assert thumbhash(quarters) == thumbhash(quarters.copy())
    assert thumbhash(quarters) != thumbhash(quarters.transpose(Image.Transpose.ROTATE_180))


def test_grey_has_no_colour() -> None:
    head = int.from_bytes(thumbhash(Image.linear_gradient("L"))[:5], "little")
    assert head >> 27 & 63 == 0
    assert head >> 33 & 63 == 0
