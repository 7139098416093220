"""How many copies one person has made at once, so that nobody holds all the workers; who wants more waits."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from domain.ids import AccountId


@dataclass(slots=True)
class _Places:
    free: asyncio.Semaphore
    wanted: int = field(default=0)


class FewAtOnce:
    """At most `most` for each person of this process; nobody's places outlast their work."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._places: dict[AccountId, _Places] = {}

    @asynccontextmanager
    async def place(self, account_id: AccountId) -> AsyncGenerator[None]:
        """Wait for one of the person's places, and hold it."""
        places = self._places.setdefault(account_id, _Places(asyncio.Semaphore(self._most)))
        places.wanted += 1
        try:
            async with places.free:
                yield
        finally:
            places.wanted -= 1
            if not places.wanted:
                del self._places[account_id]
