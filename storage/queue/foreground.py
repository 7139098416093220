"""Whether anything was to be done lately that goes before work in the background."""

import asyncio

# Pictures of one upload come with pauses; beginning in each of them would put background work beside the next one.
QUIET_SECONDS = 2.0


class Foreground:
    """Counts what is being done, or still to be done, in front; it is quiet `seconds` after the last of it."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._count = 0
        self._nothing = asyncio.Event()
        self._nothing.set()
        self._over_at = float("-inf")

    def more(self) -> None:
        """One thing more."""
        self._count += 1
        self._nothing.clear()

    def less(self) -> None:
        """One of them is over."""
        self._count -= 1
        if not self._count:
            self._over_at = asyncio.get_running_loop().time()
            self._nothing.set()

    async def quiet(self) -> None:
        """Return when it is quiet."""
        while not self._is_quiet():  # something may come while this waits
            await self._nothing.wait()
            await asyncio.sleep(self._seconds)

    def _is_quiet(self) -> bool:
        return not self._count and asyncio.get_running_loop().time() >= self._over_at + self._seconds
