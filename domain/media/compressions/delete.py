"""Deleting a kept copy: gone at the commit, its bytes and its row right after; and bytes that never got a row."""

from collections.abc import Sequence

from domain.accounts.actor import Actor, Scope
from domain.files import Files
from domain.ids import CompressionId, MediaId
from domain.media.compressions.compression import CompressionNotFound
from domain.media.compressions.workshop import Workshop, own_picture
from domain.media.keys import compression_key, keys_of, media_of
from domain.work import Works

_AT_ONCE = 100


async def delete_copy(workshop: Workshop, actor: Actor, media_id: MediaId, compression_id: CompressionId) -> None:
    """Delete a copy of one's own picture. Raises MediaNotFound or CompressionNotFound."""
    actor.demand(Scope.WRITE)
    async with workshop.works.write() as work:
        now = workshop.clock.now()
        await own_picture(work, actor, media_id, now)
        if not await work.compressions.mark_gone(media_id, compression_id, now):
            raise CompressionNotFound
    await remove_copies(workshop.works, workshop.files, [(media_id, compression_id)])


async def remove_copies(works: Works, files: Files, gone: Sequence[tuple[MediaId, CompressionId]]) -> None:
    """Remove the bytes and then the rows of copies that are gone; interrupted, it can be done again."""
    await files.delete([compression_key(media_id, compression_id) for media_id, compression_id in gone])
    async with works.write() as work:
        await work.compressions.remove([compression_id for _, compression_id in gone])


async def remove_gone_copies(works: Works, files: Files) -> int:
    """Remove all copies that are marked as gone; returns how many."""
    removed = 0
    while True:
        async with works.read() as work:
            gone = await work.compressions.marked_gone(_AT_ONCE)
        if not gone:
            return removed
        await remove_copies(works, files, gone)
        removed += len(gone)


async def remove_stray_copy(works: Works, files: Files, key: str) -> bool:
    """Remove the bytes under a copy's key unless a row names them, while nobody can be about to add that row."""
    media_id = media_of(key)
    async with works.write() as work:
        if media_id is not None:
            await work.compressions.hold(media_id)
            media = await work.media.get(media_id)
            if media is not None and key in keys_of(media):
                return False
        await files.delete([key])
    return True
