"""What a browser that was never here transfers to show a full library page, pictures aside."""

import asyncio
import statistics
from collections import Counter
from itertools import islice

from playwright.async_api import Browser

from benchmarks.browser import chromium, signed_in
from benchmarks.figure import Figure, as_table, at_most
from benchmarks.owner import add, owner_of, processed
from benchmarks.photographs import for_a_library
from benchmarks.served import Served, served
from benchmarks.transfer import bytes_by_kind

_PICTURES = 30
_ROUNDS = 3
_SHOWN = "() => document.querySelectorAll('.k-tile img.k-loaded').length >= 6"


def measure() -> list[Figure]:
    """Kilobytes over the wire, with headers and as compressed, until the page is shown and quiet."""
    return asyncio.run(_measure())


async def _measure() -> list[Figure]:
    async with served() as kamra, owner_of(kamra) as owner, chromium() as browser:
        await processed(owner, await add(owner, islice(for_a_library(), _PICTURES)))
        visits = [await _cold_visit(browser, kamra) for _ in range(_ROUNDS)]
    weights = [(visit.total() - visit["Image"]) / 1000 for visit in visits]
    parts = ", ".join(f"{kind.lower()} {size / 1000:.0f}" for kind, size in visits[-1].most_common() if size >= 500)
    note = f"library of {_PICTURES} pictures, median of {_ROUNDS} visits; in kB: {parts}"
    return [at_most("library page, signed in, cold: transferred", statistics.median(weights), 500, "kB", note)]


async def _cold_visit(browser: Browser, kamra: Served) -> Counter[str]:
    async with signed_in(browser, kamra) as window:
        page = await window.new_page()
        transferred = await bytes_by_kind(page)
        await page.goto("/library")
        await page.wait_for_function(_SHOWN)
        await page.wait_for_load_state("networkidle")
        return transferred


if __name__ == "__main__":
    print(as_table(measure()))
