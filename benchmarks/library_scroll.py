"""What a browser has in its page, and how long its frames take, while one scrolls through 10,000 pictures.

Chromium without a screen, painting on the processor, opens the library of a running Kamra on a desk's window, scrolls
from end to end, then jumps with the scrubber. Nodes are all of the document, text included.

The step is 240 pixels in every frame: eighteen screens a second, two or three times a hard fling. Pictures fly by as
their placeholders then; the row of 60 pixels, an ordinary fling, is the one in which they are fetched, decoded and
faded in. Two pages that are not Kamra's say what the browser takes by itself on the same machine: an empty one of such
a height, and one of bare `<img>` elements of the same pictures. Frames come in multiples of a screen's 16.7 ms.
"""

import asyncio
import statistics
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

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
_STEP = 240  # CSS pixels a frame
_FLING = 60
_SOME = 600  # frames
_JUMPS = 40
_MEASURED = (Path(__file__).parent / "scrolled_page.js").read_text(encoding="utf-8")
_PLAIN = (Path(__file__).parent / "plain_pages.js").read_text(encoding="utf-8")


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
                return [*await _scrolled(page), *await _plain_pages(page)]


async def _fill(kamra: Served, data: Path) -> None:
    async with owner_of(kamra) as owner:
        await processed(owner, await add(owner, islice(for_a_library(), _SAMPLES)))
    await multiply(data, await samples_in(data), _PICTURES, _YEARS)


async def _scrolled(page: Page) -> list[Figure]:
    await page.evaluate(_MEASURED)
    fling = await _some(page, _FLING)
    await page.evaluate("(step) => scrolled.toTheEnd(step)", _STEP)
    wheel = await page.evaluate("() => scrolled.take()")
    await _jump(page)
    jumps = await page.evaluate("() => scrolled.take()")
    return [
        at_most(
            f"most nodes while scrolling through {_PICTURES:,}",
            max(fling["nodes"] + wheel["nodes"] + jumps["nodes"]),
            2000,
            "nodes",
        ),
        at_most("the same, frame p95", _p95(wheel), 25, "ms", _note(wheel, _STEP)),
        for_information("the same in an ordinary fling", _p95(fling), "ms", _note(fling, _FLING)),
        for_information(
            "frame p95 while jumping with the scrubber", _p95(jumps), "ms", f"{len(jumps['frames'])} frames"
        ),
    ]


async def _plain_pages(page: Page) -> list[Figure]:
    """What Chromium takes for pages that do nothing of their own."""
    await page.goto("/health")
    await page.evaluate(_MEASURED + _PLAIN)
    await page.evaluate("() => plain.empty()")
    empty = await _some(page, _STEP)
    await page.evaluate("() => plain.pictures()")
    await page.wait_for_load_state("networkidle")
    pictures = await _some(page, _STEP)
    return [
        for_information("frame p95 of an empty page of such a height", _p95(empty), "ms", _note(empty, _STEP)),
        for_information("frame p95 of bare images of the same pictures", _p95(pictures), "ms", _note(pictures, _STEP)),
    ]


async def _some(page: Page, step: int) -> Any:
    """What was taken of some frames of so many pixels."""
    await page.evaluate("([step, frames]) => scrolled.some(step, frames)", [step, _SOME])
    return await page.evaluate("() => scrolled.take()")


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


def _p95(taken: Any) -> float:
    frames = sorted(taken["frames"])
    return frames[int(len(frames) * 0.95)]


def _note(taken: Any, step: int) -> str:
    frames = taken["frames"]
    return f"{len(frames)} frames of {step} px; median {statistics.median(frames):.1f} ms, longest {max(frames):.0f} ms"


if __name__ == "__main__":
    print(as_table(measure()))
