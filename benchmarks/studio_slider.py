"""How long it takes from letting go of the studio's slider until the new smaller copy is seen.

On the page of a running Kamra, a photograph of 12 megapixels that was chosen from the device (a draft, then) becomes a
JPEG of 1600 pixels; the hand draws the slider for quality through several places and lets go at one it was not at yet.
"""

import asyncio
import statistics
from pathlib import Path

from playwright.async_api import Locator, Page

from benchmarks.figure import Figure, as_table, at_most
from benchmarks.studio_open import studio_open

_WARM_UP = 2
_ROUNDS = 21
_STOPS = 6  # on the way
_RESULT = "k-stage-result"


def measure() -> list[Figure]:
    """Milliseconds from the release of the pointer to the frame after the copy was painted."""
    took = asyncio.run(_measure())
    note = f"median of {len(took)} (worst {max(took):.0f} ms), 12 MP draft, JPEG of 1600 px, in Chromium"
    return [at_most("studio: slider released to new result on screen", statistics.median(took), 500, "ms", note)]


async def _measure() -> list[float]:
    async with studio_open(1) as (page, [photograph]):
        await _with_a_result(page, photograph)
        slider = page.get_by_label("Quality", exact=True).and_(page.get_by_role("slider"))
        took = [await _drawn(page, slider, 0.2 + 0.6 * _part(turn)) for turn in range(_WARM_UP + _ROUNDS)]
        return took[_WARM_UP:]


async def _with_a_result(page: Page, photograph: Path) -> None:
    async with page.expect_file_chooser() as opened:
        await page.get_by_role("button", name="Choose a picture").click()
    await (await opened.value).set_files(photograph)
    await page.get_by_text("More", exact=True).click()
    await page.get_by_label("Width").fill("1600")
    await page.locator(f".{_RESULT} img[src^=blob]").wait_for()


def _part(turn: int) -> float:
    """Far apart from one turn to the next, and never the same place twice."""
    return (turn * 0.382) % 1


async def _drawn(page: Page, slider: Locator, part: float) -> float:
    await slider.scroll_into_view_if_needed()
    box = await slider.bounding_box()
    assert box is not None
    y = box["y"] + box["height"] / 2
    held = float(await slider.input_value()) / 100
    await page.mouse.move(box["x"] + held * box["width"], y)
    await page.mouse.down()
    await page.mouse.move(box["x"] + part * box["width"], y, steps=_STOPS)
    await page.evaluate("(half) => watched.from('pointerup', half)", _RESULT)
    await page.mouse.up()
    return await page.evaluate("(half) => watched.painted(half)", _RESULT)


if __name__ == "__main__":
    print(as_table(measure()))
