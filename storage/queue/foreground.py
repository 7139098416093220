"""Whether there is anything to do that goes before work in the background."""

import asyncio


class Foreground:
    """A count of what is being done, or is still to be done, in front."""

    def __init__(self) -> None:
        self._count = 0
        self._nothing = asyncio.Event()
        self._nothing.set()

    def more(self) -> None:
        """One thing more."""
        self._count += 1
        self._nothing.clear()

    def less(self) -> None:
        """One of them is over."""
        self._count -= 1
        if not self._count:
            self._nothing.set()

    async def nothing(self) -> None:
        """Return when there is nothing."""
        while self._count:  # something may have come between the event and this task's turn
            await self._nothing.wait()
