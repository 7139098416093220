"""Gives pictures another chance whose processing never began or never ended, such as after a crash."""

from datetime import UTC, datetime, timedelta

from domain.clock import Clock
from domain.media.process import PROCESS, turn_of
from domain.queue import Queue
from domain.turns import Turns
from domain.work import Works

# Longer than from a claim to the worker's first line, so that a turn is not asked for again and again.
STUCK_AFTER = timedelta(minutes=5)
# Longer than from the last byte to `complete`, so that the sender's own call usually comes first.
WAITING_AFTER = timedelta(seconds=20)
_AT_ONCE = 1000
_EVER = datetime.max.replace(tzinfo=UTC)


async def recover_interrupted(works: Works, clock: Clock) -> int:
    """Release what was being processed when the program ended, whenever that was; returns how many.

    Only for the start of a Kamra of one process: what another process works on would be done twice.
    """
    async with works.write() as work:
        return await work.processing.release_stuck(_EVER, _long_ago(clock.now()))


async def recover_uploads(works: Works, queue: Queue, clock: Clock, turns: Turns) -> int:
    """Queue every picture that waits for long or got stuck; returns how many. Queueing one twice does no harm."""
    now = clock.now()
    await _release_stuck(works, now, turns)
    async with works.read() as work:
        waiting = await work.processing.waiting(now - WAITING_AFTER, now, _AT_ONCE)
    for media_id in waiting:
        await queue.put(PROCESS, media_id, urgent=False)
    return len(waiting)


async def _release_stuck(works: Works, now: datetime, turns: Turns) -> None:
    async with works.read() as work:
        stuck = await work.processing.stuck(now - STUCK_AFTER, now)
    for media in stuck:
        # The clock may have jumped; only a turn that nobody holds proves that nobody works on it any more.
        async with turns.take(turn_of(media.id)) as nobody_is_at_it:
            if nobody_is_at_it:
                async with works.write() as work:
                    await work.processing.release(media, _long_ago(now), as_if_never=False)


def _long_ago(now: datetime) -> datetime:
    """As the time since which a released picture waits, it makes this very sweep queue it."""
    return now - WAITING_AFTER
