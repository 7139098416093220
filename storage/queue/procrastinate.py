"""Jobs kept in PostgreSQL and done by every process that has workers, through procrastinate."""

import asyncio
from collections.abc import Collection, Mapping
from uuid import UUID

from procrastinate import App, PsycopgConnector
from procrastinate.exceptions import AlreadyEnqueued

from domain.queue import Job
from storage.queue.foreground import QUIET_SECONDS, Foreground
from storage.queue.kept_worker import KeptWorker
from storage.queue.one_job import do
from storage.queue.procrastinate_schema import conninfo, make_tables

_IN_FRONT = "kamra"
_BEHIND = "kamra-behind"


class PostgresQueue:
    """`database_url` as in `postgresql+asyncpg://…`. Processes that only put need no `start`.

    `background` names the jobs that let all others go first and wait until those were quiet.
    """

    def __init__(
        self, database_url: str, background: Collection[str] = (), quiet_seconds: float = QUIET_SECONDS
    ) -> None:
        self._conninfo = conninfo(database_url)
        self._app = App(connector=PsycopgConnector(conninfo=self._conninfo, min_size=1, max_size=4, timeout=10))
        self._task = self._app.task(name="job", queue=_IN_FRONT)(self._do)
        self._background = frozenset(background)
        self._foreground = Foreground(quiet_seconds)
        self._jobs: Mapping[str, Job] = {}
        self._opening = asyncio.Lock()
        self._opened = False
        self._workers: list[KeptWorker] = []
        self._closing = False

    async def put(self, job: str, subject: UUID, *, urgent: bool = True) -> None:
        """See `Queue.put`."""
        if self._closing:
            return
        await self._open()
        line = _BEHIND if job in self._background else _IN_FRONT
        try:
            await self._task.configure(
                queue=line, queueing_lock=f"{job} {subject}", priority=1 if urgent else 0
            ).defer_async(job=job, subject=str(subject))
        except AlreadyEnqueued:
            return

    async def start(self, jobs: Mapping[str, Job], concurrency: int) -> None:
        """See `Queue.start`."""
        await self._open()
        self._jobs = jobs
        self._workers.append(KeptWorker(self._app, _IN_FRONT, concurrency))
        if self._background:
            self._workers.append(KeptWorker(self._app, _BEHIND, 1))

    async def close(self) -> None:
        """See `Queue.close`; what waits is there for the next start."""
        self._closing = True
        await asyncio.gather(*(worker.close() for worker in self._workers))
        if self._opened:
            await self._app.close_async()

    async def probe(self) -> None:
        """See `Queue.probe`."""
        if self._closing or any(worker.is_over for worker in self._workers):
            raise RuntimeError("no worker takes jobs")
        await self._open()
        if not await self._app.check_connection_async():
            raise RuntimeError("the queue's tables are gone")

    async def _open(self) -> None:
        async with self._opening:
            if not self._opened:
                await make_tables(self._conninfo)
                await self._app.open_async()
                self._opened = True

    async def _do(self, job: str, subject: str) -> None:
        if job in self._background:
            await self._foreground.quiet()
            await do(self._jobs, job, UUID(subject))
            return
        self._foreground.more()
        try:
            await do(self._jobs, job, UUID(subject))
        finally:
            self._foreground.less()
