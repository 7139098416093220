"""A worker on one line of jobs in PostgreSQL that goes on when the database has been away."""

import asyncio
import logging
from contextlib import suppress

import psycopg
from procrastinate import App
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Status
from procrastinate.worker import Worker

_log = logging.getLogger(__name__)
_ENDS_WITHIN = 5  # seconds for taking leave of the database, which may be away
_AGAIN = 1  # seconds until it tries again when it lost the database


class KeptWorker:
    """Begins at once to do at most `concurrency` jobs of the line at a time."""

    def __init__(self, app: App, line: str, concurrency: int) -> None:
        self._app = app
        self._line = line
        self._concurrency = concurrency
        self._closing = asyncio.Event()
        self._worker: Worker | None = None
        self._working = asyncio.create_task(self._keep_working(), name=f"queue-{line}")

    @property
    def is_over(self) -> bool:
        """Whether it takes no job any more."""
        return self._working.done()

    async def close(self) -> None:
        """Cancel what runs; what waits is there for the next one."""
        self._closing.set()
        if self._worker is not None:
            self._worker.stop()  # cancelling it instead got lost when it had just begun
        await asyncio.wait([self._working], timeout=_ENDS_WITHIN)
        self._working.cancel()

    async def _keep_working(self) -> None:
        # A worker ends when it loses the database.
        while not self._closing.is_set():
            try:
                await self._forget_stalled()
                if not self._closing.is_set():
                    self._worker = self._new_worker()
                    await self._worker.run()
            except (ConnectorException, psycopg.Error, OSError) as error:
                _log.warning("no jobs from PostgreSQL, trying again every %s s: %s", _AGAIN, error.__cause__ or error)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._closing.wait(), _AGAIN)

    def _new_worker(self) -> Worker:
        return Worker(
            app=self._app,
            queues=[self._line],
            concurrency=self._concurrency,
            delete_jobs="always",
            shutdown_graceful_timeout=0,
            install_signal_handlers=False,
        )

    async def _forget_stalled(self) -> None:
        """Jobs whose process died; the sweeps put again what their rows still want."""
        for job in await self._app.job_manager.get_stalled_jobs(queue=self._line):
            await self._app.job_manager.finish_job(job, Status.FAILED, delete_job=True)
