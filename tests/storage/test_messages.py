"""What passing hints between pages and processes must do."""

import asyncio
from uuid import uuid4

import pytest

from domain.messages import Messages

WITHIN = 5  # seconds until a test gives up on a text; passing one takes milliseconds


@pytest.fixture
def topic() -> str:
    return f"account/{uuid4()}"


async def test_everyone_who_listens_hears_it(messages: Messages, topic: str) -> None:
    async with asyncio.timeout(WITHIN), messages.subscribe(topic) as one, messages.subscribe(topic) as two:
        await messages.publish(topic, "a picture is ready: “dawn” 🌅")
        assert await anext(one) == await anext(two) == "a picture is ready: “dawn” 🌅"


async def test_texts_keep_their_order(messages: Messages, topic: str) -> None:
    async with asyncio.timeout(WITHIN), messages.subscribe(topic) as texts:
        for n in range(100):
            await messages.publish(topic, str(n))
        assert [await anext(texts) for _ in range(100)] == [str(n) for n in range(100)]


async def test_other_topics_are_not_heard(messages: Messages, topic: str) -> None:
    async with asyncio.timeout(WITHIN), messages.subscribe(topic) as texts:
        await messages.publish(f"{topic}0", "for somebody else")
        await messages.publish("account/*", "for everybody")
        await messages.publish(topic, "for me")
        assert await anext(texts) == "for me"


async def test_a_star_in_a_topic_is_only_a_star(messages: Messages, topic: str) -> None:
    async with asyncio.timeout(WITHIN), messages.subscribe(f"{topic}*") as texts:
        await messages.publish(f"{topic}1", "for somebody else")
        await messages.publish(f"{topic}*", "for me")
        assert await anext(texts) == "for me"


async def test_nobody_listening_is_no_error(messages: Messages, topic: str) -> None:
    await messages.publish(topic, "hello?")


async def test_nothing_is_heard_from_before_or_after_listening(messages: Messages, topic: str) -> None:
    await messages.publish(topic, "too early")
    async with asyncio.timeout(WITHIN), messages.subscribe(topic) as texts:
        await messages.publish(topic, "now")
        assert await anext(texts) == "now"
    await messages.publish(topic, "too late")
    async with asyncio.timeout(WITHIN), messages.subscribe(topic) as texts:
        await messages.publish(topic, "now again")
        assert await anext(texts) == "now again"


async def test_one_who_stops_listening_does_not_stop_the_others(messages: Messages, topic: str) -> None:
    async with asyncio.timeout(WITHIN), messages.subscribe(topic) as stays:
        async with messages.subscribe(topic):
            pass
        await messages.publish(topic, "still here?")
        assert await anext(stays) == "still here?"


async def test_a_slow_listener_loses_the_oldest_and_holds_up_nobody(messages: Messages, topic: str) -> None:
    async with asyncio.timeout(WITHIN), messages.subscribe(topic) as slow, messages.subscribe(f"{topic}/end") as end:
        for n in range(300):
            await messages.publish(topic, str(n))
        await messages.publish(f"{topic}/end", "all are through")
        await anext(end)
        assert [await anext(slow) for _ in range(256)] == [str(n) for n in range(44, 300)]


async def test_a_waiting_listener_is_told_at_once(messages: Messages, topic: str) -> None:
    async with asyncio.timeout(WITHIN), messages.subscribe(topic) as texts:
        waiting = asyncio.ensure_future(anext(texts))
        await asyncio.sleep(0)
        await messages.publish(topic, "now")
        assert await waiting == "now"


async def test_a_listener_that_gave_up_waiting_can_wait_again(messages: Messages, topic: str) -> None:
    async with asyncio.timeout(WITHIN), messages.subscribe(topic) as texts:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(anext(texts), 0.01)
        await messages.publish(topic, "now")
        assert await anext(texts) == "now"


async def test_many_topics_at_once(messages: Messages, topic: str) -> None:
    async def listen_and_hear(n: int) -> str:
        async with messages.subscribe(f"{topic}/{n}") as texts:
            await messages.publish(f"{topic}/{n}", str(n))
            return await anext(texts)

    async with asyncio.timeout(WITHIN):
        assert await asyncio.gather(*map(listen_and_hear, range(50))) == [str(n) for n in range(50)]


async def test_closing_ends_every_listener(messages: Messages, topic: str) -> None:
    async with asyncio.timeout(WITHIN), messages.subscribe(topic) as texts:
        await messages.close()
        assert [text async for text in texts] == []


async def test_the_probe_passes(messages: Messages) -> None:
    await messages.probe()
