"""How long others wait while one sweep removes what rooms kept that are over: 100,000 objects, their rows and bytes."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from pathlib import Path

import httpx
from sqlalchemy import func, select, update

from benchmarks.answers_during import answers_during, percentile
from benchmarks.bare_feed import post_each
from benchmarks.empty_database import databases, empty_database
from benchmarks.figure import Figure, as_table, at_most, for_information
from benchmarks.killed_rooms_ledger import KilledRoom
from benchmarks.owner import add, owner_of, processed
from benchmarks.photographs import for_a_library
from benchmarks.rooms_seeding import seed_rooms
from benchmarks.served import Served, served
from domain.rooms.room import RoomId, RoomState
from storage.database.engine import Engines, open_engines
from storage.database.tables.rooms import rooms

_ROOMS, _OBJECTS = 50, 2_000
_PICTURES = 30
_IDLE_SECONDS = 20
_A_SECOND = 5  # of each question; three of them take a fifth of a core
_SWEEP_SECONDS = "5"


def measure() -> list[Figure]:
    """For SQLite, then for PostgreSQL where it is installed: each question's 95th percentile against that of idle."""
    return asyncio.run(_measure())


async def _measure() -> list[Figure]:
    figures: list[Figure] = []
    for where in databases():
        async with empty_database(where) as (url, data):
            settings = {"KAMRA_DATA": str(data), "KAMRA_SWEEP_SECONDS": _SWEEP_SECONDS, "KAMRA_DATABASE_URL": url}
            async with served(settings=settings) as kamra, owner_of(kamra) as owner:
                engines = open_engines(url)
                try:
                    figures += await _of(kamra, owner, engines, data, where)
                finally:
                    await engines.close()
    return figures


async def _of(kamra: Served, owner: httpx.AsyncClient, engines: Engines, data: Path, where: str) -> list[Figure]:
    await processed(owner, await add(owner, islice(for_a_library(), _PICTURES)))
    await post_each(owner)
    room = KilledRoom()
    assert (await owner.post("/api/v1/rooms", json=room.opened)).status_code == 201
    kept = await seed_rooms(engines, data / "files", _ROOMS, _OBJECTS)
    cookies = "; ".join(f"{name}={value}" for name, value in owner.cookies.items())
    questions = {
        "the feed": partial(answers_during, address=f"{kamra.url}/api/v1/feed", cookies=cookies),
        "the library": partial(answers_during, address=f"{kamra.url}/api/v1/media?limit=30", cookies=cookies),
        "a room": partial(answers_during, address=kamra.url + room.path, authorization=room.member["Authorization"]),
    }
    idle = await _asked(questions, partial(asyncio.sleep, _IDLE_SECONDS))
    begun = time.monotonic()
    during = await _asked(questions, partial(_swept, engines, kept))
    took = time.monotonic() - begun
    what = f"while {_ROOMS * _OBJECTS:,} objects of rooms that are over are removed, {where}"
    return [
        *(
            at_most(f"{name} {what}: p95 against idle", during[name] / idle[name], 2, "×", _note(during, idle, name))
            for name in questions
        ),
        for_information(f"from their end until nothing is left, {where}", took, "s"),
    ]


async def _asked(
    questions: Mapping[str, Callable[..., Awaitable[list[float]]]], load: Callable[[], Awaitable[None]]
) -> dict[str, float]:
    """The 95th percentile of each question's answers in milliseconds, all asked while the load lasts."""
    lasting = asyncio.ensure_future(load())

    async def until_it_is_over() -> None:
        await asyncio.shield(lasting)

    answers = await asyncio.gather(*(ask(until_it_is_over, a_second=_A_SECOND) for ask in questions.values()))
    return {name: percentile(took, 95) for name, took in zip(questions, answers, strict=True)}


async def _swept(engines: Engines, room_ids: list[RoomId]) -> None:
    """Have these rooms be over, and return when nothing is in them."""
    async with engines.writer.begin() as connection:
        await connection.execute(update(rooms).where(rooms.c.id.in_(room_ids)).values(expires_at=datetime.now(UTC)))
    left = select(func.count()).where(rooms.c.id.in_(room_ids), rooms.c.state != RoomState.GONE.value)
    async with asyncio.timeout(900):
        while True:
            async with engines.reader.connect() as connection:
                if not await connection.scalar(left):
                    return
            await asyncio.sleep(0.5)


def _note(during: dict[str, float], idle: dict[str, float], name: str) -> str:
    return f"{during[name]:.1f} ms against {idle[name]:.1f} ms"


if __name__ == "__main__":
    print(as_table(measure()))
