"""How long the library's list takes for others while eight people make smaller copies at once.

Each of the eight has a photograph of 12 megapixels and asks for one copy after another, every one of another width, so
that all begin with decoding. The owner's library holds more than one page, asked for some times a second.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from itertools import islice

import httpx

from benchmarks.answers_during import answers_during, percentile
from benchmarks.figure import Figure, as_table, at_most, for_information
from benchmarks.owner import add, owner_of, processed
from benchmarks.photographs import for_a_library, from_a_camera
from benchmarks.served import PASSWORD, Served, served

_PEOPLE = 8
_COPIES = 6  # that each asks for
_ROUNDS = 3
_PICTURES = 40
_A_SECOND = 10
_QUIET_SECONDS = 5
_WIDTH = 1600


def measure() -> list[Figure]:
    """The 95th percentiles in milliseconds, with the eight and without."""
    crowded, alone = asyncio.run(_measure())
    what = "`GET /media?limit=30`: p95"
    return [
        at_most(f"{what} while {_PEOPLE} people compress 12 MP", percentile(crowded, 95), 100, "ms", _note(crowded)),
        for_information(f"{what} while nobody does", percentile(alone, 95), "ms", _note(alone)),
    ]


def _note(milliseconds: list[float]) -> str:
    return f"{len(milliseconds)} answers, slowest {max(milliseconds):.0f} ms"


async def _measure() -> tuple[list[float], list[float]]:
    async with AsyncExitStack() as stack:
        kamra = await stack.enter_async_context(served(settings={"KAMRA_SIGNUP": "open"}))
        owner = await stack.enter_async_context(owner_of(kamra))
        await processed(owner, await add(owner, islice(for_a_library(), _PICTURES)))
        people = [await stack.enter_async_context(_person(kamra, number)) for number in range(_PEOPLE)]
        pictures = [(await add(person, islice(from_a_camera(), 1)))[0] for person in people]
        for person, picture in zip(people, pictures, strict=True):
            await processed(person, [picture])
        cookies = "; ".join(f"{name}={value}" for name, value in owner.cookies.items())
        asked = partial(
            answers_during, address=f"{kamra.url}/api/v1/media?limit=30", a_second=_A_SECOND, cookies=cookies
        )
        crowd = partial(_crowd, people, pictures)
        crowded = [took for _ in range(_ROUNDS) for took in await asked(crowd)]
        return crowded, await asked(partial(asyncio.sleep, _QUIET_SECONDS))


@asynccontextmanager
async def _person(kamra: Served, number: int) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody else, signed in by token."""
    async with httpx.AsyncClient(base_url=kamra.url, timeout=60) as client:
        login = f"person{number}"
        given = {"handle": login, "display_name": login, "password": PASSWORD}
        answer = await client.post("/api/v1/users", json=given)
        assert answer.status_code == 201, answer.text
        answer = await client.post("/api/v1/auth/login", json={"login": login, "password": PASSWORD})
        client.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
        yield client


async def _crowd(people: list[httpx.AsyncClient], pictures: list[str]) -> None:
    await asyncio.gather(*(_copies(person, picture) for person, picture in zip(people, pictures, strict=True)))


async def _copies(person: httpx.AsyncClient, picture: str) -> None:
    for turn in range(_COPIES):
        recipe = {"width": _WIDTH - turn, "quality": 60}
        answer = await person.post(f"/api/v1/media/{picture}/compress", json=recipe)
        assert answer.status_code == 200, answer.text


if __name__ == "__main__":
    print(as_table(measure()))
