"""Emptying rooms that are over: their bytes, then their manifest and the rows of their objects; they are remembered."""

from contextlib import aclosing

from domain.files import Files
from domain.ids import AccountId
from domain.resting import Rest, no_rest
from domain.rooms.keys import part_key, room_folder
from domain.rooms.room import RoomId
from domain.work import Works

_ROOMS = 100
_AT_ONCE = 50  # objects, files, entries: what takes some milliseconds


async def empty_room(works: Works, files: Files, room_id: RoomId, rest: Rest = no_rest) -> None:
    """Remove all that is in a room whose end was noted; interrupted, it can be done again."""
    while await _objects_removed(works, files, room_id):
        await rest()
    keys: list[str] = []
    async with aclosing(files.list(room_folder(room_id))) as unnamed:  # what a crash left of parts without a row
        async for stored in unnamed:
            keys.append(stored.key)
            if len(keys) == _AT_ONCE:
                await files.delete(keys)
                await rest()
                keys = []
    await files.delete(keys)
    while await _entries_removed(works, room_id):
        await rest()
    async with works.write() as work:
        await work.rooms.mark_gone(room_id)


async def empty_rooms(works: Works, files: Files, account_id: AccountId | None = None, rest: Rest = no_rest) -> int:
    """Empty all that are over, of one person or of all; returns how many."""
    emptied = 0
    while True:
        async with works.read() as work:
            room_ids = await work.rooms.to_empty(_ROOMS, account_id)
        if not room_ids:
            return emptied
        for room_id in room_ids:
            await empty_room(works, files, room_id, rest)
            await rest()
        emptied += len(room_ids)


async def _objects_removed(works: Works, files: Files, room_id: RoomId) -> bool:
    """Some at a time, bytes before rows; what is over gets no new ones, so the first are the same in both."""
    async with works.read() as work:
        parts = await work.room_objects.first_parts(room_id, _AT_ONCE)
    await files.delete([part_key(room_id, object_id, part.n, part.attempt) for object_id, part in parts])
    async with works.write() as work:
        return await work.room_objects.remove_first(room_id, _AT_ONCE) > 0


async def _entries_removed(works: Works, room_id: RoomId) -> bool:
    """Some at a time, so that others who write get their turn."""
    async with works.write() as work:
        return await work.room_entries.remove(room_id, _AT_ONCE) > 0
