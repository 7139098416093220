"""What building the library page and home costs the server, against the same page from a bare Jinja template.

Both are asked of one site in this process, by turns, through all its layers but the network and compression; both find
out who asks, load the same pictures or posts and sign the same links. Counted is the process's processor time.
"""

import asyncio
import statistics
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx
from fastapi import FastAPI
from nicegui import Client

from benchmarks import bare_feed, bare_library
from benchmarks.asked_in_process import processor_seconds
from benchmarks.figure import Figure, as_table, at_most, for_information
from benchmarks.site_in_process import site_in_process
from ui.pages import feed_view

_PICTURES = 30
_WARM_UP = 10
_TURNS = 100


def measure() -> list[Figure]:
    """The ratio of the medians, and the same without what both load."""
    return asyncio.run(_measure())


async def _measure() -> list[Figure]:
    with TemporaryDirectory(prefix="kamra-bench-", ignore_cleanup_errors=True) as folder:
        async with site_in_process(Path(folder), _PICTURES, prepare=_add_bare_pages) as (site, owner):
            await bare_feed.post_each(owner)
            library = await _times(site, owner, "/library", bare_library.BARE, bare_library.DATA_ALONE)
            home = await _times(site, owner, "/", bare_feed.BARE, bare_feed.DATA_ALONE)
            first, feed_view.FIRST = feed_view.FIRST, _PICTURES  # as many as a page of the API has
            whole = await _times(site, owner, "/", bare_feed.BARE, bare_feed.DATA_ALONE)
    return [
        *_compared(f"library page with {_PICTURES} tiles", library),
        *_compared(f"home with the first {first} of {_PICTURES} posts", home),
        *_compared(f"home with all {_PICTURES} posts at once", whole),
    ]


def _add_bare_pages(site: FastAPI) -> None:
    bare_library.add_bare_library(site)
    bare_feed.add_bare_feed(site)


def _compared(what: str, times: dict[str, list[float]]) -> list[Figure]:
    """The times are those of the page, of the bare one and of loading alone, in this order."""
    page, bare, data = (statistics.median(took) * 1000 for took in times.values())
    note = f"{_TURNS} turns; medians {page:.1f} ms against {bare:.1f} ms, of which loading {data:.1f} ms in both"
    return [
        at_most(f"{what} against a bare Jinja template, CPU", page / bare, 3, "×", note),
        for_information(f"{what}, the same without loading", (page - data) / (bare - data), "×"),
    ]


async def _times(site: FastAPI, owner: httpx.AsyncClient, *paths: str) -> dict[str, list[float]]:
    cookies = "; ".join(f"{name}={value}" for name, value in owner.cookies.items())
    times: dict[str, list[float]] = {path: [] for path in paths}
    for turn in range(_WARM_UP + _TURNS):
        for path, took in times.items():
            seconds = await processor_seconds(site, path, cookies)
            if turn >= _WARM_UP:
                took.append(seconds)
        _close_pages()
    return times


def _close_pages() -> None:
    """No browser ever comes for them, and a minute's worth of waiting pages is not what is measured."""
    for client in list(Client.instances.values()):
        client.delete()


if __name__ == "__main__":
    print(as_table(measure()))
