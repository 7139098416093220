"""How long the same thing takes, again and again."""

import time
from collections.abc import Awaitable, Callable


async def milliseconds_of(act: Callable[[], Awaitable[None]], times: int, *, warm_up: int = 3) -> list[float]:
    """Of each time, but for the first few."""
    took: list[float] = []
    for _ in range(warm_up + times):
        before = time.perf_counter()
        await act()
        took.append((time.perf_counter() - before) * 1000)
    return took[warm_up:]
