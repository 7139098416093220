"""When sweeps run: at the start or soon after, then again and again; never twice at once, never dropped as late."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.schedulers.base import STATE_RUNNING

from domain.clock import Clock
from domain.turns import Turns
from scheduler.clock_jumps import ClockJumps
from scheduler.every_now_and_then import EveryNowAndThen

log = logging.getLogger("kamra.sweeps")

Sweep: TypeAlias = Callable[[], Awaitable[int]]

_SELDOM = timedelta(days=1)
_GRACE_SECONDS = 5


class SchedulerDown(Exception):
    """No sweep would run now."""


class Timetable:
    """The sweeps by name; each returns how many things it dealt with and may be run at any time.

    Those in `seldom` look at everything there is, so they run once a day, and first when the start is over by `every`:
    people who waited for it are served first.
    `last_success` has the time of each one's last run here that did not fail.
    """

    def __init__(
        self,
        sweeps: Mapping[str, Sweep],
        *,
        turns: Turns,
        clock: Clock,
        every: timedelta,
        seldom: frozenset[str] = frozenset(),
    ) -> None:
        self.sweeps = dict(sweeps)
        self.last_success: dict[str, datetime] = {}
        self._turns = turns
        self._clock = clock
        self._every = every
        self._seldom = seldom
        self._scheduler: AsyncIOScheduler | None = None
        self._watching: asyncio.Task[None] | None = None
        self._running: set[asyncio.Task[object]] = set()

    def start(self) -> None:
        """Run every sweep, now or soon, and from then on."""
        scheduler = AsyncIOScheduler(timezone=UTC)
        now = datetime.now(UTC)
        for name in self.sweeps:
            scheduler.add_job(
                self._tick,
                EveryNowAndThen(_SELDOM if name in self._seldom else self._every),
                args=[name],
                next_run_time=now + self._every if name in self._seldom else now,
                misfire_grace_time=None,  # by default one second of lateness drops a run
                coalesce=True,
                max_instances=1,
            )
        scheduler.start()
        self._scheduler = scheduler
        self._watching = asyncio.create_task(self._run_all_after_jumps(scheduler))

    async def run(self, name: str) -> int | None:
        """Run one sweep if it is this process's turn; one that fails is logged and comes again with the next tick."""
        try:
            async with self._turns.take(name) as ours:
                if not ours:
                    return None
                dealt_with = await self.sweeps[name]()
        except Exception:  # a sweep touches files, database and network, and the next must run anyway
            log.exception("the sweep %s failed", name)
            return None
        self.last_success[name] = self._clock.now()
        if dealt_with:
            log.info("the sweep %s dealt with %d", name, dealt_with)
        return dealt_with

    async def close(self) -> None:
        """Start no further sweep and return when none runs any more; one that takes longer is cancelled.

        Every sweep survives that, but a database that closes below a transaction loses a connection.
        """
        scheduler, self._scheduler = self._scheduler, None
        if scheduler is None or self._watching is None:
            return
        self._watching.cancel()
        scheduler.remove_all_jobs()
        if self._running:
            await asyncio.wait(self._running, timeout=_GRACE_SECONDS)
        scheduler.shutdown(wait=False)
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)

    async def _run_all_after_jumps(self, scheduler: AsyncIOScheduler) -> None:
        """The scheduler writes next runs down as times of day: set back by two days, it would do nothing for two."""
        jumps = ClockJumps()
        while True:
            await asyncio.sleep(self._every.total_seconds())  # measured by the clock that never jumps
            if jumps.again():
                log.warning("the machine's clock jumped; every sweep runs now")
                for job in scheduler.get_jobs():
                    job.modify(next_run_time=datetime.now(UTC))

    async def _tick(self, name: str) -> None:
        task = asyncio.current_task()
        if task is not None:
            self._running.add(task)
            task.add_done_callback(self._running.discard)
        await self.run(name)

    async def probe(self) -> None:
        """Return when sweeps run. Raises SchedulerDown."""
        if self._scheduler is None or self._scheduler.state != STATE_RUNNING:
            raise SchedulerDown
