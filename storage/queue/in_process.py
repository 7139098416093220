"""Jobs kept in memory and done by this process; what a crash loses, the sweeps put again."""

import asyncio
from collections.abc import Collection, Mapping
from uuid import UUID

from domain.queue import Job
from storage.queue.foreground import QUIET_SECONDS, Foreground
from storage.queue.line import Line
from storage.queue.one_job import do


class InProcessQueue:
    """Enough while one process serves everybody.

    `background` names the jobs that let all others go first and wait until those were quiet.
    """

    def __init__(self, background: Collection[str] = (), quiet_seconds: float = QUIET_SECONDS) -> None:
        self._background = frozenset(background)
        self._in_front = Line()
        self._behind = Line()
        self._foreground = Foreground(quiet_seconds)
        self._workers: list[asyncio.Task[None]] = []
        self._closed = False

    async def put(self, job: str, subject: UUID, *, urgent: bool = True) -> None:
        """See `Queue.put`."""
        if self._closed:
            return
        if job in self._background:
            self._behind.join(job, subject, urgent=urgent)
        elif self._in_front.join(job, subject, urgent=urgent):
            self._foreground.more()

    async def start(self, jobs: Mapping[str, Job], concurrency: int) -> None:
        """See `Queue.start`."""
        self._workers = [asyncio.create_task(self._work(jobs), name=f"queue-{n}") for n in range(concurrency)]
        if self._background:
            self._workers.append(asyncio.create_task(self._work_behind(jobs), name="queue-behind"))

    async def _work(self, jobs: Mapping[str, Job]) -> None:
        while True:
            await self._in_front.arrival()
            try:
                await do(jobs, *self._in_front.take())
            finally:
                self._foreground.less()

    async def _work_behind(self, jobs: Mapping[str, Job]) -> None:
        while True:
            await self._behind.arrival()
            await self._foreground.quiet()
            await do(jobs, *self._behind.take())

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
