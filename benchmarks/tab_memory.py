"""What one more open tab costs the server in memory: of the library, and of home."""

import asyncio
import os
import re
import signal
import statistics
from contextlib import AsyncExitStack
from itertools import islice
from pathlib import Path

import httpx

from benchmarks.bare_feed import post_each
from benchmarks.figure import Figure, as_table, at_most
from benchmarks.open_tabs import open_tabs
from benchmarks.owner import add, owner_of, processed
from benchmarks.photographs import for_a_library
from benchmarks.served import Served, served

_PICTURES = 30
_WARM_UP = 20
_TABS = 40
_ROUNDS = 5
# The program as it is, and a signal at which it collects its garbage, so that a figure does not depend on when it did.
_COLLECTING = """
import gc, signal
from ui.cli import main
signal.signal(signal.SIGUSR1, lambda *_: gc.collect())
main(["serve"])
"""


def measure() -> list[Figure]:
    """The growth of the server's own pages in memory (USS), in kilobytes a tab, as more and more stay open."""
    return asyncio.run(_measure())


async def _measure() -> list[Figure]:
    async with served(("-c", _COLLECTING)) as kamra, owner_of(kamra) as owner, AsyncExitStack() as tabs:
        await _grown(kamra, owner, tabs, "/library", _WARM_UP)
        await processed(owner, await add(owner, islice(for_a_library(), _PICTURES)))
        library = await _rounds(kamra, owner, tabs, "/library")
        # The library's tabs stay open: what they gave back would be used again, and home would seem to take nothing.
        await post_each(owner)
        home = await _rounds(kamra, owner, tabs, "/")
    return [_figure("library", f"{_PICTURES} pictures", library), _figure("feed", f"{_PICTURES} posts", home)]


def _figure(which: str, what: str, rounds: list[float]) -> Figure:
    note = f"{what}; median of {_ROUNDS} × {_TABS} tabs that stay open (worst {max(rounds):.0f} kB)"
    return at_most(f"server memory per open {which} tab", statistics.median(rounds), 300, "kB", note)


async def _rounds(kamra: Served, owner: httpx.AsyncClient, tabs: AsyncExitStack, page: str) -> list[float]:
    await _grown(kamra, owner, tabs, page, _WARM_UP)
    return [await _grown(kamra, owner, tabs, page, _TABS) for _ in range(_ROUNDS)]


async def _grown(kamra: Served, owner: httpx.AsyncClient, tabs: AsyncExitStack, page: str, count: int) -> float:
    before = await _kilobytes(kamra, owner)
    await tabs.enter_async_context(open_tabs(kamra, owner, count, page))
    return (await _kilobytes(kamra, owner) - before) / count


async def _kilobytes(kamra: Served, owner: httpx.AsyncClient) -> float:
    os.kill(kamra.pid, signal.SIGUSR1)
    await owner.get("/health")  # Python handles signals between two steps of the loop, so this answer comes after it
    pages = re.findall(r"^Private_\w+: +(\d+) kB$", _memory_map(kamra.pid), re.MULTILINE)
    return sum(map(int, pages)) * 1.024


def _memory_map(pid: int) -> str:
    return Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")


if __name__ == "__main__":
    print(as_table(measure()))
