"""Jobs kept in memory and done by this process; what a crash loses, the sweeps put again."""

import asyncio
import heapq
import itertools
from collections.abc import Mapping
from uuid import UUID

from domain.queue import Job
from storage.queue.one_job import do


class InProcessQueue:
    """Enough while one process serves everybody."""

    def __init__(self) -> None:
        self._heap: list[tuple[bool, int, str, UUID]] = []  # urgent ones first, as False sorts before True; then by age
        self._waiting: set[tuple[str, UUID]] = set()
        self._ages = itertools.count()
        self._arrived = asyncio.Semaphore(0)
        self._workers: list[asyncio.Task[None]] = []
        self._closed = False

    async def put(self, job: str, subject: UUID, *, urgent: bool = True) -> None:
        """See `Queue.put`."""
        if self._closed or (job, subject) in self._waiting:
            return
        self._waiting.add((job, subject))
        heapq.heappush(self._heap, (not urgent, next(self._ages), job, subject))
        self._arrived.release()

    async def start(self, jobs: Mapping[str, Job], concurrency: int) -> None:
        """See `Queue.start`."""
        self._workers = [asyncio.create_task(self._work(jobs), name=f"queue-{n}") for n in range(concurrency)]

    async def _work(self, jobs: Mapping[str, Job]) -> None:
        while True:
            await self._arrived.acquire()
            _, _, job, subject = heapq.heappop(self._heap)
            self._waiting.discard((job, subject))
            await do(jobs, job, subject)

    async def close(self) -> None:
        """See `Queue.close`."""
        self._closed = True
        for worker in self._workers:
            worker.cancel()
        await asyncio.gather(*self._workers, return_exceptions=True)

    async def probe(self) -> None:
        """See `Queue.probe`."""
        if self._closed or not self._workers or any(worker.done() for worker in self._workers):
            raise RuntimeError("no worker takes jobs")
