"""While Redis is away, who is in a room stays, and who comes is asked to come again."""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from tests.api.rooms.sockets import joined, on_the_line
from tests.api.rooms.visiting import OpenRoom
from tests.throwaway_servers import ServerMissing, free_port, redis, redis_program
from ui.settings import Settings


@pytest.fixture
async def one_redis(tmp_path: Path) -> AsyncIterator[tuple[AsyncExitStack, int]]:
    """A running one, which closing the stack takes away, and its port."""
    try:
        redis_program()
    except ServerMissing:
        pytest.skip("there is no redis-server on this machine")
    port = free_port()
    async with AsyncExitStack() as running:
        await running.enter_async_context(redis(tmp_path, port))
        yield running, port


@pytest.fixture
def settings(make_settings: Callable[..., Settings], one_redis: tuple[AsyncExitStack, int]) -> Settings:
    return make_settings(redis_url=f"redis://127.0.0.1:{one_redis[1]}/0")


async def test_who_is_in_stays_and_who_comes_is_told_to_try_again(
    address: str, room: OpenRoom, one_redis: tuple[AsyncExitStack, int], tmp_path: Path
) -> None:
    running, port = one_redis
    async with joined(address, room) as (anna, _):
        await running.aclose()
        async with on_the_line(address, room) as late:
            await late.join(room)
            assert await late.ended() == (1013, "try_again")
        await anna.say(type="ping")
        await anna.hears("pong")
        async with redis(tmp_path, port), joined(address, room):
            await anna.say(type="ping")
            assert (await anna.heard())["type"] in {"pong", "joined"}  # it may hear again only a second from now
