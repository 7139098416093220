"""Has the lighter renditions made that pictures still lack: new ones whose job was lost, and all from before."""

from datetime import timedelta

from domain.clock import Clock
from domain.media.lighten import LIGHTEN
from domain.queue import Queue
from domain.work import Works

# Longer than the longest attempt, which its worker's clock ends, so that none is begun beside another.
AGAIN_AFTER = timedelta(minutes=15)
_AT_ONCE = 200


async def lighten_pictures(works: Works, queue: Queue, clock: Clock) -> int:
    """Queue some of them; returns how many. Queueing one twice does no harm."""
    now = clock.now()
    async with works.read() as work:
        without = await work.processing.without_lighter(now - AGAIN_AFTER, now, _AT_ONCE)
    for media_id in without:
        await queue.put(LIGHTEN, media_id, urgent=False)
    return len(without)
