"""Killing a server again and again at moments nobody chose, with a close look at some of its lives."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import suppress

from benchmarks.killed_server import KilledServer

_LIVES = (0.05, 1.0)  # seconds from being ready to the kill
_SEED = 31


async def killed_again(
    server: KilledServer, kills: int, every: int, may_ask: asyncio.Event, seconds: list[float]
) -> AsyncIterator[bool]:
    """Kill it so many times; `seconds` gets how long each start took.

    Of `every` starts one is looked at before anybody may go on, and the last: the caller does so, told whether it is
    the last. At the others clients come at once.
    """
    chance = random.Random(_SEED)
    for number in range(1, kills + 1):
        may_ask.set()
        await asyncio.sleep(chance.uniform(*_LIVES))
        is_last = number == kills
        is_looked_at = number % every == 0 or is_last
        if is_looked_at:
            may_ask.clear()
        await server.kill()
        seconds.append(await server.start())
        if is_looked_at:
            yield is_last


async def ended(tasks: list[asyncio.Task[None]]) -> None:
    """End the clients; raises what one of them ended by itself with."""
    for task in tasks:
        task.cancel()
    for task in tasks:
        with suppress(asyncio.CancelledError):
            await task
