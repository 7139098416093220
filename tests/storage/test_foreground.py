"""When work in the background may begin."""

import asyncio

from storage.queue.foreground import Foreground


async def test_it_is_quiet_before_anything_came() -> None:
    async with asyncio.timeout(20):
        await Foreground(3600).quiet()


async def test_it_is_not_quiet_right_after_something() -> None:
    foreground = Foreground(3600)
    foreground.more()
    foreground.less()
    waiting = asyncio.create_task(foreground.quiet())
    await asyncio.sleep(0)
    assert not waiting.done()
    waiting.cancel()


async def test_what_comes_while_it_waits_is_waited_for_too() -> None:
    foreground = Foreground(0.01)
    foreground.more()
    waiting = asyncio.create_task(foreground.quiet())
    await asyncio.sleep(0)
    foreground.less()
    await asyncio.sleep(0)
    foreground.more()
    await asyncio.sleep(0.05)
    assert not waiting.done()
    foreground.less()
    async with asyncio.timeout(20):
        await waiting
