"""Many requests at once that bring the bytes of one upload: they must not take the room of many."""

import asyncio
from collections.abc import AsyncIterator

from tests.painted import photograph
from tests.sending import announced
from tests.signed_in import Person

DATA = photograph()


async def test_of_many_slow_requests_for_one_upload_the_oldest_end_with_what_they_brought(
    anna: Person, running: object
) -> None:
    del running
    ticket = await announced(anna, DATA)
    go_on = asyncio.Event()
    begun: asyncio.Queue[int] = asyncio.Queue()

    async def slowly(number: int) -> AsyncIterator[bytes]:
        yield DATA[: 100 + number]
        begun.put_nowait(number)
        await go_on.wait()
        yield DATA[100 + number :]

    sent: list[asyncio.Task[int]] = []

    async def send(number: int) -> int:
        return (await anna.put(ticket["upload_url"], content=slowly(number))).status_code

    async with asyncio.timeout(30):
        for number in range(5):
            sent.append(asyncio.create_task(send(number)))
            assert await begun.get() == number
        assert await asyncio.gather(*sent[:2]) == [409, 409]
        assert not any(one.done() for one in sent[2:])
        kept = (await anna.client.head(ticket["upload_url"])).headers["Upload-Offset"]
        assert kept in ("100", "101")
        go_on.set()
        assert sorted(await asyncio.gather(*sent[2:])) == [200, 409, 409]
