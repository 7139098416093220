"""How long it takes from choosing a photograph in the library until it is seen there."""

import asyncio
import statistics
import time
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.async_api import Page

from benchmarks.browser import chromium, signed_in
from benchmarks.figure import Figure, as_table, at_most
from benchmarks.photographs import from_a_camera
from benchmarks.served import served

_ROUNDS = 9
_SHOWN = "(count) => document.querySelectorAll('.k-tile img.k-loaded').length >= count"


def measure() -> list[Figure]:
    """Seconds from handing the file to the page until its picture, not only its place, is on the screen."""
    return asyncio.run(_measure())


async def _measure() -> list[Figure]:
    async with served() as kamra, chromium() as browser, signed_in(browser, kamra) as window:
        page = await window.new_page()
        await page.goto("/library")
        await page.locator(".k-library").wait_for()
        with TemporaryDirectory() as folder:
            took = [await _add(page, path, shown) for shown, path in enumerate(_files(Path(folder)), start=1)][1:]
    note = f"median of {len(took)} (worst {max(took):.2f} s), in Chromium"
    return [at_most("12 MP upload to visible in the library", statistics.median(took), 1.5, "s", note)]


def _files(folder: Path) -> list[Path]:
    files = []
    for number, photograph in enumerate(islice(from_a_camera(), _ROUNDS + 1)):
        files.append(folder / f"photograph-{number}.jpg")
        files[-1].write_bytes(photograph)
    return files


async def _add(page: Page, photograph: Path, shown: int) -> float:
    await page.get_by_role("button", name="Add", exact=True).first.click()
    async with page.expect_file_chooser() as choosing:
        await page.get_by_role("button", name="Add pictures").click()
    chooser = await choosing.value
    before = time.perf_counter()
    await chooser.set_files(photograph)
    await page.wait_for_function(_SHOWN, arg=shown)
    return time.perf_counter() - before


if __name__ == "__main__":
    print(as_table(measure()))
