"""How long others wait while the server has much to do: `/health` during logins and while pictures are processed."""

import asyncio
import statistics
from collections.abc import Awaitable, Callable
from functools import partial
from itertools import islice

import httpx

from benchmarks.answers_during import answers_during, percentile
from benchmarks.figure import Figure, as_table, at_most, for_information
from benchmarks.owner import add, owner_of, processed
from benchmarks.photographs import from_a_camera
from benchmarks.served import LOGIN, PASSWORD, Served, served

_ROUNDS = 5
_LOGINS = 20
_PICTURES = 8
_QUIET_SECONDS = 3


def measure() -> list[Figure]:
    """The median of the rounds' 99th percentiles, in milliseconds, for each of the two loads."""
    return asyncio.run(_measure())


async def _measure() -> list[Figure]:
    async with served() as kamra, owner_of(kamra) as owner:
        logins = await _rounds(kamra, partial(_log_in, owner))
        pictures = await _rounds(kamra, partial(_process, owner))
        nothing = await _rounds(kamra, _nothing)
    return [
        at_most(f"/health while {_LOGINS} log in at once: p99", _p99(logins), 100, "ms", _note(logins)),
        at_most(f"/health while {_PICTURES} pictures are processed: p99", _p99(pictures), 100, "ms", _note(pictures)),
        for_information("/health while nothing else happens: p99", _p99(nothing), "ms", _note(nothing)),
    ]


async def _rounds(kamra: Served, load: Callable[[], Awaitable[None]]) -> list[list[float]]:
    await load()
    return [await _during(kamra, load) for _ in range(_ROUNDS)]


def _p99(rounds: list[list[float]]) -> float:
    return statistics.median(map(_p99_of, rounds))


def _p99_of(milliseconds: list[float]) -> float:
    return percentile(milliseconds, 99)


def _note(rounds: list[list[float]]) -> str:
    asked, slowest = sum(map(len, rounds)), max(map(max, rounds))
    worst = max(map(_p99_of, rounds))
    return f"median of {len(rounds)} rounds (worst {worst:.0f} ms); slowest of {asked} answers {slowest:.0f} ms"


async def _during(kamra: Served, load: Callable[[], Awaitable[None]]) -> list[float]:
    return await answers_during(load, f"{kamra.url}/health", a_second=100)


async def _nothing() -> None:
    await asyncio.sleep(_QUIET_SECONDS)


async def _log_in(owner: httpx.AsyncClient) -> None:
    given = {"login": LOGIN, "password": PASSWORD}
    answers = await asyncio.gather(*(owner.post("/api/v1/auth/login", json=given) for _ in range(_LOGINS)))
    assert all(answer.status_code == 200 for answer in answers)


async def _process(owner: httpx.AsyncClient) -> None:
    await processed(owner, await add(owner, islice(from_a_camera(), _PICTURES)))


if __name__ == "__main__":
    print(as_table(measure()))
