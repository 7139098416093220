"""Gives pictures another chance whose processing never began or never ended, such as after a crash."""

from datetime import datetime, timedelta

from domain.clock import Clock
from domain.media.process import PROCESS
from domain.queue import Queue
from domain.work import Works

# Longer than the longest honest processing: a worker that takes longer is killed.
STUCK_AFTER = timedelta(minutes=5)
# Longer than from the last byte to `complete`, so that the sender's own call usually comes first.
WAITING_AFTER = timedelta(seconds=20)
_AT_ONCE = 1000


async def recover_interrupted(works: Works, clock: Clock) -> int:
    """Release what was being processed when the program ended; returns how many.

    Only for the start of a Kamra of one process: what another process works on would be done twice.
    """
    now = clock.now()
    async with works.write() as work:
        return await work.processing.release_stuck(now, _long_ago(now))


async def recover_uploads(works: Works, queue: Queue, clock: Clock) -> int:
    """Queue every picture that waits for long or got stuck; returns how many. Queueing one twice does no harm."""
    now = clock.now()
    async with works.write() as work:
        await work.processing.release_stuck(now - STUCK_AFTER, _long_ago(now))
    async with works.read() as work:
        waiting = await work.processing.waiting(now - WAITING_AFTER, _AT_ONCE)
    for media_id in waiting:
        await queue.put(PROCESS, media_id, urgent=False)
    return len(waiting)


def _long_ago(now: datetime) -> datetime:
    """As the time since which a released picture waits, it makes this very sweep queue it."""
    return now - WAITING_AFTER
