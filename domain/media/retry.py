"""Trying a failed picture again, as if it had just come."""

from domain.accounts.actor import Actor, Scope
from domain.clock import Clock
from domain.ids import MediaId
from domain.media.media import Media, MediaNotFailed, MediaNotFound
from domain.media.process import PROCESS
from domain.queue import Queue
from domain.work import Works


async def retry(works: Works, queue: Queue, clock: Clock, actor: Actor, media_id: MediaId) -> Media:
    """Have one's own failed picture processed anew. Raises MediaNotFound or MediaNotFailed."""
    actor.demand(Scope.WRITE)
    async with works.write() as work:
        now = clock.now()
        if await work.media.owned(media_id, actor.account.id, now) is None:
            raise MediaNotFound
        if not await work.processing.retry(media_id, now):
            raise MediaNotFailed
        media = await work.media.owned(media_id, actor.account.id, now)
    if media is None:
        raise MediaNotFound
    await queue.put(PROCESS, media_id)
    return media
