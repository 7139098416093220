"""Deleting a picture: gone for everybody at the commit, its bytes and its row right after."""

from domain.accounts.actor import Actor, Scope
from domain.clock import Clock
from domain.files import Files
from domain.ids import MediaId
from domain.media.media import MediaInPost, MediaNotFound
from domain.media.remove_gone import remove_media
from domain.work import Works


async def delete_media(works: Works, files: Files, clock: Clock, actor: Actor, media_id: MediaId) -> None:
    """Delete one's own picture. Raises MediaNotFound, MediaInPost."""
    actor.demand(Scope.WRITE)
    async with works.write() as work:
        now = clock.now()
        await work.accounts.hold(actor.account.id)  # so that nothing is published meanwhile
        owned = await work.media.owned(media_id, actor.account.id, now)
        if owned is None:
            raise MediaNotFound
        if await work.posts.uses(media_id):
            raise MediaInPost
        if not await work.media.mark_gone(media_id, now):
            raise MediaNotFound
    await remove_media(works, files, [media_id])
