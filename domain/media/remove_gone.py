"""Removing what was marked as gone: first the bytes, then the rows, so that no byte is ever without a row."""

from collections.abc import Sequence

from domain.files import Files
from domain.ids import AccountId, MediaId
from domain.media.keys import folders_of
from domain.rooms.empty_room import empty_rooms
from domain.work import Works

_AT_ONCE = 100


async def remove_media(works: Works, files: Files, media_ids: Sequence[MediaId]) -> None:
    """Remove the bytes and rows of pictures that are marked as gone; interrupted, it can be done again."""
    keys = [
        stored.key for media_id in media_ids for folder in folders_of(media_id) async for stored in files.list(folder)
    ]
    await files.delete(keys)
    async with works.write() as work:
        await work.media.remove(media_ids)


async def remove_gone(works: Works, files: Files, owner_id: AccountId | None = None) -> int:
    """Remove all pictures that are marked as gone, of one account or of all; returns how many."""
    removed = 0
    while True:
        async with works.read() as work:
            media_ids = await work.media.marked_gone(_AT_ONCE, owner_id)
        if not media_ids:
            return removed
        await remove_media(works, files, media_ids)
        removed += len(media_ids)


async def remove_account(works: Works, files: Files, account_id: AccountId) -> None:
    """Remove all that a person marked as gone leaves behind: pictures, rooms, then the row and what hangs on it."""
    await remove_gone(works, files, account_id)
    await empty_rooms(works, files, account_id)
    async with works.write() as work:
        await work.accounts.remove(account_id)
