"""Jobs kept in PostgreSQL and done by every process that has workers, through procrastinate."""

import asyncio
import logging
from collections.abc import Mapping
from contextlib import suppress
from uuid import UUID

import psycopg
from procrastinate import App, PsycopgConnector
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException
from procrastinate.jobs import Status
from procrastinate.worker import Worker

from domain.queue import Job
from storage.queue.one_job import do
from storage.queue.procrastinate_schema import conninfo, make_tables

_log = logging.getLogger(__name__)
_QUEUE = "kamra"
_ENDS_WITHIN = 5  # seconds for taking leave of the database, which may be away
_AGAIN = 1  # seconds until workers that lost the database try again


class PostgresQueue:
    """`database_url` as in `postgresql+asyncpg://…`. Processes that only put need no `start`."""

    def __init__(self, database_url: str) -> None:
        self._conninfo = conninfo(database_url)
        self._app = App(connector=PsycopgConnector(conninfo=self._conninfo, min_size=1, max_size=4, timeout=10))
        self._task = self._app.task(name="job", queue=_QUEUE)(self._do)
        self._jobs: Mapping[str, Job] = {}
        self._opening = asyncio.Lock()
        self._opened = False
        self._working: asyncio.Task[None] | None = None
        self._worker: Worker | None = None
        self._closing = asyncio.Event()

    async def put(self, job: str, subject: UUID, *, urgent: bool = True) -> None:
        """See `Queue.put`."""
        if self._closing.is_set():
            return
        await self._open()
        try:
            await self._task.configure(queueing_lock=f"{job} {subject}", priority=1 if urgent else 0).defer_async(
                job=job, subject=str(subject)
            )
        except AlreadyEnqueued:
            return

    async def start(self, jobs: Mapping[str, Job], concurrency: int) -> None:
        """See `Queue.start`."""
        await self._open()
        self._jobs = jobs
        self._working = asyncio.create_task(self._keep_working(concurrency), name="queue")

    async def close(self) -> None:
        """See `Queue.close`; what waits is there for the next start."""
        self._closing.set()
        if self._worker is not None:
            self._worker.stop()  # cancelling it instead got lost when it had just begun
        if self._working is not None:
            await asyncio.wait([self._working], timeout=_ENDS_WITHIN)
            self._working.cancel()
        if self._opened:
            await self._app.close_async()

    async def probe(self) -> None:
        """See `Queue.probe`."""
        if self._closing.is_set() or (self._working is not None and self._working.done()):
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
        await do(self._jobs, job, UUID(subject))

    async def _keep_working(self, concurrency: int) -> None:
        # A worker ends when it loses the database.
        while not self._closing.is_set():
            try:
                await self._forget_stalled()
                if not self._closing.is_set():
                    self._worker = self._new_worker(concurrency)
                    await self._worker.run()
            except (ConnectorException, psycopg.Error, OSError) as error:
                _log.warning("no jobs from PostgreSQL, trying again every %s s: %s", _AGAIN, error.__cause__ or error)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._closing.wait(), _AGAIN)

    def _new_worker(self, concurrency: int) -> Worker:
        return Worker(
            app=self._app,
            queues=[_QUEUE],
            concurrency=concurrency,
            delete_jobs="always",
            shutdown_graceful_timeout=0,
            install_signal_handlers=False,
        )

    async def _forget_stalled(self) -> None:
        """Jobs whose process died; the sweeps put again what their rows still want."""
        for job in await self._app.job_manager.get_stalled_jobs():
            await self._app.job_manager.finish_job(job, Status.FAILED, delete_job=True)
