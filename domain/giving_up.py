"""Work that is given up when something else happens first."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from domain.errors import KamraError

Result = TypeVar("Result")


async def unless(
    happened: Coroutine[Any, Any, None], work: Coroutine[Any, Any, Result], error: type[KamraError]
) -> Result:
    """What the work gives; when the other ends before it, the work is cancelled and `error` raised.

    Neither runs any more when this returns or raises, also when it is cancelled itself.
    """
    working, waiting = asyncio.create_task(work), asyncio.create_task(happened)
    try:
        await asyncio.wait((working, waiting), return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            raise error
        return await working
    finally:
        working.cancel()
        waiting.cancel()
        await asyncio.gather(working, waiting, return_exceptions=True)
