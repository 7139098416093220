"""What a browser has in its page, and how long its frames take, while one scrolls through 10,000 pictures.

Chromium without a screen opens the library of a running Kamra on a desk's window, scrolls from end to end by a wheel's
step in every frame, then jumps with the scrubber. Nodes are all of the document, text included.
"""

import asyncio
import statistics
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.async_api import Page

from benchmarks.browser import chromium, signed_in
from benchmarks.figure import Figure, as_table, at_most, for_information
from benchmarks.large_library import multiply, samples_in
from benchmarks.owner import add, owner_of, processed
from benchmarks.photographs import for_a_library
from benchmarks.served import Served, served

_PICTURES = 10_000
_YEARS = 12
_SAMPLES = 15
_STEP = 240  # CSS pixels a frame; at 60 frames a second some sixteen screens each second
_JUMPS = 40
_MEASURED = (Path(__file__).parent / "scrolled_page.js").read_text(encoding="utf-8")


def measure() -> list[Figure]:
    """The most nodes at any time, and the frame that 95 of 100 are faster than."""
    return asyncio.run(_measure())


async def _measure() -> list[Figure]:
    with TemporaryDirectory(prefix="kamra-bench-", ignore_cleanup_errors=True) as name:
        data = Path(name) / "data"
        async with served(settings={"KAMRA_DATA": str(data)}) as kamra:
            await _fill(kamra, data)
            async with chromium() as browser, signed_in(browser, kamra) as context:
                page = await context.new_page()
                await page.goto("/library", wait_until="networkidle")
                return await _scrolled(page)


async def _fill(kamra: Served, data: Path) -> None:
    async with owner_of(kamra) as owner:
        await processed(owner, await add(owner, islice(for_a_library(), _SAMPLES)))
    await multiply(data, await samples_in(data), _PICTURES, _YEARS)


async def _scrolled(page: Page) -> list[Figure]:
    await page.evaluate(_MEASURED)
    await page.evaluate("(step) => scrolled.toTheEnd(step)", _STEP)
    wheel = await page.evaluate("() => scrolled.take()")
    await _jump(page)
    jumps = await page.evaluate("() => scrolled.take()")
    frames = sorted(wheel["frames"])
    note = f"{len(frames)} frames of {_STEP} px; median {statistics.median(frames):.1f} ms, longest {frames[-1]:.0f} ms"
    jumping = sorted(jumps["frames"])
    return [
        at_most(
            f"most nodes while scrolling through {_PICTURES:,}", max(wheel["nodes"] + jumps["nodes"]), 2000, "nodes"
        ),
        at_most("the same, frame p95", _p95(frames), 25, "ms", note),
        for_information("frame p95 while jumping with the scrubber", _p95(jumping), "ms", f"{len(jumping)} frames"),
    ]


async def _jump(page: Page) -> None:
    """Drag the scrubber up and down, and rest where it stops."""
    box = await page.locator(".k-scrubber").bounding_box()
    assert box is not None
    x = box["x"] + box["width"] / 2
    await page.mouse.move(x, box["y"] + box["height"] - 2)
    await page.mouse.down()
    for jump in range(_JUMPS):
        part = (jump * 0.37) % 1
        await page.mouse.move(x, box["y"] + 2 + part * (box["height"] - 4), steps=3)
        await page.evaluate("() => scrolled.rest()")
    await page.mouse.up()


def _p95(values: list[float]) -> float:
    return values[int(len(values) * 0.95)]


if __name__ == "__main__":
    print(as_table(measure()))
