"""Deleting a picture: gone for everybody at the commit, its bytes and its row right after."""

from domain.accounts.actor import Actor, Scope
from domain.clock import Clock
from domain.files import Files
from domain.ids import MediaId
from domain.media.media import MediaNotFound
from domain.media.remove_gone import remove_media
from domain.work import Works


async def delete_media(works: Works, files: Files, clock: Clock, actor: Actor, media_id: MediaId) -> None:
    """Delete one's own picture. Raises MediaNotFound."""
    actor.demand(Scope.WRITE)
    async with works.write() as work:
        now = clock.now()
        owned = await work.media.owned(media_id, actor.account.id, now)
        if owned is None or not await work.media.mark_gone(media_id, now):
            raise MediaNotFound
    await remove_media(works, files, [media_id])
