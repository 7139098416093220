"""Opening something in a thread, so that whoever gives up meanwhile leaves nothing open."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

Opened = TypeVar("Opened")


async def opened(open_it: Callable[[], Opened], abandon: Callable[[Opened], None]) -> Opened:
    """What `open_it` gives, called in a thread; cancelled meanwhile, `abandon` gets it once it is there."""
    opening = asyncio.ensure_future(asyncio.to_thread(open_it))
    try:
        return await asyncio.shield(opening)
    except asyncio.CancelledError:

        def give_up(done: asyncio.Future[Opened]) -> None:  # its thread goes on, and nobody else knows what it opens
            if not done.cancelled() and done.exception() is None:
                abandon(done.result())

        opening.add_done_callback(give_up)
        raise
