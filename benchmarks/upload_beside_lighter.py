"""How much longer a new photograph takes until it can be seen while twenty others wait for their AVIF renditions."""

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable
from itertools import islice
from typing import Any

import httpx

from benchmarks.figure import Figure, as_table, at_most
from benchmarks.owner import add, owner_of, processed
from benchmarks.photographs import for_a_library, from_a_camera
from benchmarks.served import served

_TURNS = 7
_WAITING = 20
_PAUSE = 0.005  # between two looks, a fiftieth of what is measured
_PATIENCE = 600  # seconds for the AVIF renditions of all that wait


def measure() -> list[Figure]:
    """The median of the turns with others waiting, divided by that of the turns without, which alternate."""
    return asyncio.run(_measure())


async def _measure() -> list[Figure]:
    alone: list[float] = []
    beside: list[float] = []
    async with served() as kamra, owner_of(kamra) as owner:
        await _delete(owner, [await _added(owner, [])])
        for _ in range(_TURNS):
            await _until_none_waits(owner)
            await _delete(owner, [await _added(owner, alone)])
            waiting = await add(owner, islice(from_a_camera(), _WAITING + 1))
            await processed(owner, waiting)
            await _until_one_is_lighter(owner, waiting)
            await _delete(owner, [await _added(owner, beside), *waiting])
    ratio = statistics.median(beside) / statistics.median(alone)
    note = (
        f"medians of {_TURNS} turns each: {statistics.median(beside):.2f} s (worst {max(beside):.2f} s) "
        f"against {statistics.median(alone):.2f} s (worst {max(alone):.2f} s), over HTTP"
    )
    what = f"12 MP upload to visible with {_WAITING} pictures waiting for AVIF against none"
    return [at_most(what, ratio, 1.3, "×", note)]


async def _added(owner: httpx.AsyncClient, seconds: list[float]) -> str:
    """Add a photograph, note how long it took until it could be seen, and return its id."""
    photograph = next(from_a_camera())
    before = time.perf_counter()
    (media_id,) = await add(owner, [photograph])
    await _until(lambda: _is_completed(owner, media_id))
    seconds.append(time.perf_counter() - before)
    return media_id


async def _until_one_is_lighter(owner: httpx.AsyncClient, ids: list[str]) -> None:
    """From then on, the worker for AVIF is at work on the next one that waits."""

    async def one_is() -> bool:
        return any([await _is_lighter(owner, one) for one in ids])

    await _until(one_is)


async def _until_none_waits(owner: httpx.AsyncClient) -> None:
    """They come in the order of their age, so what came before the newest is over when that has its own."""
    newest = await add(owner, islice(for_a_library(), 1))
    await _until_one_is_lighter(owner, newest)
    await _delete(owner, newest)


async def _delete(owner: httpx.AsyncClient, ids: list[str]) -> None:
    for one in ids:
        assert (await owner.delete(f"/api/v1/media/{one}")).status_code == 204


async def _until(holds: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(_PATIENCE):
        while True:
            if await holds():
                return
            await asyncio.sleep(_PAUSE)


async def _is_completed(owner: httpx.AsyncClient, media_id: str) -> bool:
    return (await _picture(owner, media_id))["status"] == "completed"


async def _is_lighter(owner: httpx.AsyncClient, media_id: str) -> bool:
    return any(made["content_type"] == "image/avif" for made in (await _picture(owner, media_id))["renditions"])


async def _picture(owner: httpx.AsyncClient, media_id: str) -> dict[str, Any]:
    return (await owner.get(f"/api/v1/media/{media_id}")).json()


if __name__ == "__main__":
    print(as_table(measure()))
