"""A download that is running when its room ends, or its object goes, is cut: never a complete answer."""

import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta

import pytest

from domain.rooms.stored_object import PART_BYTES
from tests.api.rooms.visiting import OpenRoom
from tests.conftest import MovableClock
from tests.signed_in import Person
from ui.accounts.leaving import leave_for_good
from ui.parts import Parts

OBJECT = "0f" * 16
SIZE = PART_BYTES + 1000
Happens = Callable[[], Awaitable[object]]


@pytest.fixture
async def in_the_middle(room: OpenRoom, running: Parts, monkeypatch: pytest.MonkeyPatch) -> Callable[[Happens], None]:
    """Lets something happen before the second part of the room's object is read."""
    content = secrets.token_bytes(SIZE)
    await room.announce(OBJECT, SIZE)
    for n, part in enumerate((content[:PART_BYTES], content[PART_BYTES:])):
        assert (await room.put(OBJECT, n, part)).status_code == 204
    await room.call("POST", f"/objects/{OBJECT}/complete")
    real = running.files.read

    def let(happens: Happens) -> None:
        async def read(key: str, *span: int) -> AsyncIterator[bytes]:
            if "/1-" in key:
                await happens()
            async for chunk in real(key, *span):
                yield chunk

        monkeypatch.setattr(running.files, "read", read)

    return let


async def got(room: OpenRoom) -> int:
    answer = await room.call("GET", f"/objects/{OBJECT}")
    assert (answer.status_code, answer.headers["Content-Length"]) == (200, str(SIZE))
    return len(answer.content)


async def test_one_ends_at_the_second_at_which_the_room_does(
    room: OpenRoom, clock: MovableClock, in_the_middle: Callable[[Happens], None]
) -> None:
    clock.move(timedelta(days=7, seconds=-10))

    async def a_little_later() -> None:
        clock.move(timedelta(seconds=10))

    in_the_middle(a_little_later)
    assert await got(room) == PART_BYTES


@pytest.fixture
def ways(room: OpenRoom, running: Parts, anna: Person, clock: MovableClock) -> dict[str, Happens]:
    """What ends a download, by name."""
    soon = {"expires_at": (clock.now() + timedelta(seconds=2)).isoformat()}
    return {
        "closed": lambda: room.call("DELETE", by=room.as_owner),
        "shortened": lambda: room.call("PATCH", by=room.as_owner, json=soon),
        "removed": lambda: room.call("DELETE", f"/objects/{OBJECT}", by=room.as_owner),
        "kept no more": lambda: room.call("PATCH", by=room.as_owner, json={"keep": "never"}),
        "left": lambda: leave_for_good(running, anna.account.id),
    }


@pytest.mark.parametrize("way", ["closed", "shortened", "removed", "kept no more", "left"])
async def test_one_ends_when_somebody_ends_it(
    room: OpenRoom, clock: MovableClock, in_the_middle: Callable[[Happens], None], ways: dict[str, Happens], way: str
) -> None:
    async def happens() -> None:
        await ways[way]()
        clock.move(timedelta(seconds=2))

    in_the_middle(happens)
    assert await got(room) == PART_BYTES


async def test_one_goes_on_when_nothing_ended(
    room: OpenRoom, clock: MovableClock, in_the_middle: Callable[[Happens], None]
) -> None:
    async def later() -> None:
        clock.move(timedelta(days=1))

    in_the_middle(later)
    assert await got(room) == SIZE
