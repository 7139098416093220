"""What a page of a library of 10,000 costs the server: the first and the 300th, months and tags.

They are asked of a site in this process, by turns, as a browser asks the API. Pages hold 30 pictures, the latest taken
first. Counted is the process's processor time, the database's thread included.
"""

import asyncio
import statistics
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx
from fastapi import FastAPI

from benchmarks.asked_in_process import processor_seconds
from benchmarks.figure import Figure, as_table, at_most
from benchmarks.large_library import multiply, samples_in
from benchmarks.site_in_process import site_in_process

_PICTURES = 10_000
_YEARS = 12
_SAMPLES = 10
_FIRST = "/api/v1/media?sort=taken&limit=30"
_FAR = 300
_MONTHS = "/api/v1/media/months"
_TAGS = "/api/v1/media/tags"
_WARM_UP = 5
_TURNS = 60


def measure() -> list[Figure]:
    """The ratio of the pages' medians, and the medians of months and tags in milliseconds."""
    return asyncio.run(_measure())


async def _measure() -> list[Figure]:
    with TemporaryDirectory(prefix="kamra-bench-", ignore_cleanup_errors=True) as folder:
        async with site_in_process(Path(folder), _SAMPLES) as (site, owner):
            await multiply(Path(folder), await samples_in(Path(folder)), _PICTURES, _YEARS)
            far = await _far_page(owner)
            times = await _times(site, owner, [_FIRST, far, _MONTHS, _TAGS])
    first, last, months, tags = (statistics.median(took) * 1000 for took in times)
    note = f"{_TURNS} turns; medians {last:.1f} ms against {first:.1f} ms, CPU"
    return [
        at_most(f"page {_FAR} of a library of {_PICTURES:,} against its first", last / first, 1.3, "×", note),
        at_most("its months, CPU", months, 15, "ms"),
        at_most("its tags, CPU", tags, 15, "ms"),
    ]


async def _far_page(owner: httpx.AsyncClient) -> str:
    """Its address, found by going through all pages before it."""
    left, cursor = (_FAR - 1) * 30, ""
    while left:
        limit = min(left, 200)
        page = (await owner.get(f"/api/v1/media?sort=taken&limit={limit}{cursor}")).json()
        cursor, left = f"&cursor={page['next_cursor']}", left - limit
    return _FIRST + cursor


async def _times(site: FastAPI, owner: httpx.AsyncClient, addresses: list[str]) -> list[list[float]]:
    cookies = "; ".join(f"{name}={value}" for name, value in owner.cookies.items())
    times: list[list[float]] = [[] for _ in addresses]
    for turn in range(_WARM_UP + _TURNS):
        for address, took in zip(addresses, times, strict=True):
            seconds = await processor_seconds(site, address, cookies)
            if turn >= _WARM_UP:
                took.append(seconds)
    return times


if __name__ == "__main__":
    print(as_table(measure()))
