"""What only messages through Redis can get wrong."""

import asyncio
import logging
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from redis.exceptions import RedisError

from domain.messages import Messages
from storage.messages.redis import RedisMessages
from tests.throwaway_servers import ServerMissing, free_port, redis, redis_program

WITHIN = 20  # seconds until a test gives up; connecting again takes about one


@pytest.fixture
def port() -> int:
    try:
        redis_program()
    except ServerMissing:
        pytest.skip("there is no redis-server on this machine")
    return free_port()


@pytest.fixture
async def messages(port: int) -> AsyncIterator[Messages]:
    adapter = RedisMessages(f"redis://127.0.0.1:{port}/0")
    yield adapter
    await adapter.close()


async def publish_until_heard(messages: Messages, topic: str, texts: AsyncIterator[str]) -> str:
    hearing = asyncio.ensure_future(anext(texts))
    while not hearing.done():
        await messages.publish(topic, "hello again")
        await asyncio.wait([hearing], timeout=0.05)
    return hearing.result()


async def test_listeners_hear_again_when_the_server_is_back(messages: Messages, port: int, tmp_path: Path) -> None:
    async with asyncio.timeout(WITHIN):
        async with redis(tmp_path, port):
            listening = messages.subscribe("account/1")
            texts = await listening.__aenter__()
            await messages.probe()
        await messages.publish("account/1", "lost, and no error")
        with pytest.raises((RedisError, OSError)):
            await messages.probe()
        async with redis(tmp_path, port):
            assert await publish_until_heard(messages, "account/1", texts) == "hello again"
            await messages.probe()
        await listening.__aexit__(None, None, None)


async def test_one_can_begin_to_listen_while_the_server_is_away(
    messages: Messages, port: int, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        async with asyncio.timeout(WITHIN), messages.subscribe("account/1") as texts:
            assert "no messages from Redis" in caplog.text
            async with redis(tmp_path, port):
                assert await publish_until_heard(messages, "account/1", texts) == "hello again"


async def test_two_processes_hear_each_other(messages: Messages, port: int, tmp_path: Path) -> None:
    async with asyncio.timeout(WITHIN), redis(tmp_path, port):
        other = RedisMessages(f"redis://127.0.0.1:{port}/0")
        async with messages.subscribe("account/1") as here, other.subscribe("account/1") as there:
            await other.publish("account/1", "from there")
            assert await anext(here) == await anext(there) == "from there"
        await other.close()
