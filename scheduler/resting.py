"""Rests between the steps of a sweep that looks at everything, so that requests always have half of a core."""

import asyncio
import time
from collections.abc import Awaitable, Callable

_LONGEST = 5  # seconds: after a step that waited for a lock, or for a machine that slept


class Rest:
    """One sweep's: each `between_steps` lasts as long as what was done since the one before."""

    def __init__(
        self,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._now, self._sleep = now, sleep
        self._since = now()

    async def between_steps(self) -> None:
        """Return once it has rested."""
        await self._sleep(min(self._now() - self._since, _LONGEST))
        self._since = self._now()
