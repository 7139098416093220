"""Emptying rooms that are over: their bytes, then their manifest and the rows of their objects; they are remembered."""

from domain.files import Files
from domain.ids import AccountId
from domain.rooms.keys import room_folder
from domain.rooms.room import RoomId
from domain.work import Works

_AT_ONCE = 500


async def empty_room(works: Works, files: Files, room_id: RoomId) -> None:
    """Remove all that is in a room whose end was noted; interrupted, it can be done again."""
    keys: list[str] = []
    async for stored in files.list(room_folder(room_id)):
        keys.append(stored.key)
        if len(keys) == _AT_ONCE:
            await files.delete(keys)
            keys = []
    await files.delete(keys)
    while await _rows_removed(works, room_id):
        pass
    async with works.write() as work:
        await work.rooms.mark_gone(room_id)


async def empty_rooms(works: Works, files: Files, account_id: AccountId | None = None) -> int:
    """Empty all that are over, of one person or of all; returns how many."""
    emptied = 0
    while True:
        async with works.read() as work:
            room_ids = await work.rooms.to_empty(_AT_ONCE, account_id)
        if not room_ids:
            return emptied
        for room_id in room_ids:
            await empty_room(works, files, room_id)
        emptied += len(room_ids)


async def _rows_removed(works: Works, room_id: RoomId) -> bool:
    """Some at a time, so that others who write get their turn."""
    async with works.write() as work:
        entries = await work.room_entries.remove(room_id, _AT_ONCE)
        return bool(entries + await work.room_objects.remove_all(room_id, _AT_ONCE))
