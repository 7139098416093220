"""One line in front of workers: urgent ones first, then the oldest, each job for a subject at most once."""

import asyncio
import heapq
import itertools
from uuid import UUID


class Line:
    """What waits, in memory."""

    def __init__(self) -> None:
        self._heap: list[tuple[bool, int, str, UUID]] = []  # urgent ones first, as False sorts before True; then by age
        self._waiting: set[tuple[str, UUID]] = set()
        self._ages = itertools.count()
        self._arrived = asyncio.Semaphore(0)

    def join(self, job: str, subject: UUID, *, urgent: bool) -> bool:
        """Let it wait; False when it does already."""
        if (job, subject) in self._waiting:
            return False
        self._waiting.add((job, subject))
        heapq.heappush(self._heap, (not urgent, next(self._ages), job, subject))
        self._arrived.release()
        return True

    async def arrival(self) -> None:
        """Return when there is one to take; each return is for one `take`."""
        await self._arrived.acquire()

    def take(self) -> tuple[str, UUID]:
        """The first in the line, which waits no more."""
        _, _, job, subject = heapq.heappop(self._heap)
        self._waiting.discard((job, subject))
        return job, subject
