"""How long it takes from choosing a photograph in the studio until it is seen there, nothing of it being sent."""

import asyncio
import statistics
from pathlib import Path

from playwright.async_api import Page

from benchmarks.figure import Figure, as_table, at_most
from benchmarks.studio_open import studio_open

_WARM_UP = 1
_ROUNDS = 11
# The input is in no document, so nothing that happens to it comes to the window.
_TELLS = "(input) => input.addEventListener('change', () => dispatchEvent(new Event('chosen')), { capture: true })"
_ORIGINAL = "k-stage-original"


def measure() -> list[Figure]:
    """Milliseconds from the file input's change to the frame after the picture was painted."""
    took = asyncio.run(_measure())
    note = f"median of {len(took)} photographs (worst {max(took):.0f} ms), in Chromium"
    return [at_most("studio: local preview of a 12 MP JPEG after choosing", statistics.median(took), 300, "ms", note)]


async def _measure() -> list[float]:
    async with studio_open(_WARM_UP + _ROUNDS) as (page, files):
        return [await _chosen(page, file) for file in files][_WARM_UP:]


async def _chosen(page: Page, photograph: Path) -> float:
    choosing = page.get_by_role("button", name="Choose a picture").or_(
        page.get_by_role("button", name="Choose another")
    )
    async with page.expect_file_chooser() as opened:
        await choosing.click()
    chooser = await opened.value
    await chooser.element.evaluate(_TELLS)
    await page.evaluate("(half) => watched.from('chosen', half)", _ORIGINAL)
    await chooser.set_files(photograph)
    return await page.evaluate("(half) => watched.painted(half)", _ORIGINAL)


if __name__ == "__main__":
    print(as_table(measure()))
