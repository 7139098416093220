"""What knowing who is in a room must do."""

import asyncio
from collections.abc import AsyncIterator, Callable
from uuid import uuid4

import pytest

from domain.rooms.presence import MOST_PEERS, PeerHereAlready, Presence, PresenceUnreachable, RoomCrowded
from storage.presence.memory import MemoryPresence
from storage.presence.redis import RedisPresence
from tests.throwaway_servers import free_port

SHORT = 0.15  # a grace or a lease that a test waits for
Make = Callable[..., Presence]


@pytest.fixture(params=["memory", "redis"])
async def make(request: pytest.FixtureRequest) -> AsyncIterator[Make]:
    """Presence with the spans of the test; what is made in Redis is one and the same for all."""
    made: list[Presence] = []

    def make_one(**spans: float) -> Presence:
        url = request.getfixturevalue("redis_url") if request.param == "redis" else None
        made.append(MemoryPresence(**spans) if url is None else RedisPresence(url, **spans))
        return made[-1]

    yield make_one
    for one in made:
        await one.close()


@pytest.fixture
def presence(make: Make) -> Presence:
    return make()


@pytest.fixture
def room() -> str:
    return uuid4().hex


async def test_whoever_joined_is_in_that_room_alone(presence: Presence, room: str) -> None:
    await presence.join(room, "ada", "1")
    await presence.join(room, "bob", "2")
    other = uuid4().hex
    assert await presence.peers(room) == {"ada", "bob"}
    assert await presence.peers(other) == frozenset()
    assert await presence.inside([room, other]) == {room: 2, other: 0}
    assert await presence.inside([]) == {}


async def test_a_second_one_who_is_here_is_refused(presence: Presence, room: str) -> None:
    await presence.join(room, "ada", "1")
    with pytest.raises(PeerHereAlready):
        await presence.join(room, "ada", "2")
    await presence.join(uuid4().hex, "ada", "2")


async def test_of_many_who_come_at_once_by_one_name_one_is_let_in(presence: Presence, room: str) -> None:
    said = await asyncio.gather(*(presence.join(room, "ada", str(n)) for n in range(20)), return_exceptions=True)
    assert said.count(None) == 1
    assert all(one is None or isinstance(one, PeerHereAlready) for one in said)


async def test_who_is_away_is_still_inside_and_may_return(presence: Presence, room: str) -> None:
    await presence.join(room, "ada", "1")
    await presence.leave(room, "ada", "1")
    assert await presence.peers(room) == {"ada"}
    await presence.join(room, "ada", "2")
    with pytest.raises(PeerHereAlready):
        await presence.join(room, "ada", "3")


async def test_who_stays_away_longer_than_the_grace_is_gone(make: Make, room: str) -> None:
    presence = make(grace=SHORT)
    await presence.join(room, "ada", "1")
    await presence.join(room, "bob", "2")
    await presence.leave(room, "ada", "1")
    await asyncio.sleep(SHORT * 1.3)
    assert await presence.peers(room) == {"bob"}
    assert await presence.inside([room]) == {room: 1}
    await presence.join(room, "ada", "3")


async def test_a_stay_that_nobody_renews_ends_and_one_that_is_renewed_does_not(make: Make, room: str) -> None:
    """So a process that dies leaves nobody behind."""
    presence = make(lease=SHORT * 2)
    await presence.join(room, "ghost", "1")
    await presence.join(room, "ada", "2")
    for _ in range(3):
        await asyncio.sleep(SHORT)
        await presence.renew(room, {"ada": "2"})
    assert await presence.peers(room) == {"ada"}
    await presence.join(room, "ghost", "3")


async def test_what_was_forgotten_is_here_again_when_it_is_renewed(make: Make, room: str) -> None:
    presence = make(lease=SHORT)
    await presence.join(room, "ada", "1")
    await asyncio.sleep(SHORT * 1.3)
    assert await presence.peers(room) == frozenset()
    await presence.renew(room, {"ada": "1"})
    assert await presence.peers(room) == {"ada"}


async def test_an_older_stay_neither_renews_nor_ends_the_newer_one(presence: Presence, room: str) -> None:
    await presence.join(room, "ada", "1")
    await presence.leave(room, "ada", "1")
    await presence.join(room, "ada", "2")
    await presence.renew(room, {"ada": "1"})
    await presence.leave(room, "ada", "1")
    with pytest.raises(PeerHereAlready):
        await presence.join(room, "ada", "3")
    await presence.leave(room, "ada", "2")
    await presence.join(room, "ada", "3")


async def test_leaving_twice_or_without_having_come_does_nothing(presence: Presence, room: str) -> None:
    await presence.leave(room, "ada", "1")
    assert await presence.peers(room) == frozenset()
    await presence.join(room, "ada", "1")
    await presence.leave(room, "ada", "1")
    await presence.leave(room, "ada", "1")
    assert await presence.peers(room) == {"ada"}


async def test_a_room_holds_so_many_and_those_who_are_away_keep_their_place(presence: Presence, room: str) -> None:
    for n in range(MOST_PEERS):
        await presence.join(room, str(n), "1")
    await presence.leave(room, "0", "1")
    with pytest.raises(RoomCrowded):
        await presence.join(room, "ada", "1")
    await presence.join(room, "0", "2")
    assert await presence.inside([room]) == {room: MOST_PEERS}


async def test_without_redis_nobody_joins_and_rooms_count_as_empty() -> None:
    presence = RedisPresence(f"redis://127.0.0.1:{free_port()}/0")
    with pytest.raises(PresenceUnreachable):
        await presence.join("a room", "ada", "1")
    with pytest.raises(PresenceUnreachable):
        await presence.peers("a room")
    assert await presence.inside(["a room"]) == {"a room": 0}
    await presence.close()


async def test_two_processes_know_of_each_other_s_people(redis_url: str, room: str) -> None:
    here, there = RedisPresence(redis_url), RedisPresence(redis_url)
    await here.join(room, "ada", "1")
    with pytest.raises(PeerHereAlready):
        await there.join(room, "ada", "2")
    await there.join(room, "bob", "3")
    assert await here.peers(room) == {"ada", "bob"}
    await here.close()
    await there.close()
