"""Removing objects: nobody gets them from one commit on, then their bytes go, then their rows."""

from collections.abc import Sequence

from domain.files import Files
from domain.rooms.find_room import hold_room
from domain.rooms.hints import tell_removed
from domain.rooms.keys import part_key
from domain.rooms.room import ObjectId, RoomId
from domain.rooms.room_store import RoomStore
from domain.rooms.stored_object import ObjectState, RoomObjectNotFound, StoredObject
from domain.work import Work, Works


async def remove_object(store: RoomStore, room_id: RoomId, object_id: ObjectId) -> None:
    """Remove one from its room. Raises RoomObjectNotFound, RoomNotFound, RoomOver."""
    async with store.works.write() as work:
        await hold_room(work, room_id, store.clock.now())
        stored = await work.room_objects.hold(room_id, object_id)
        if stored is None or stored.state is ObjectState.DELETING:
            raise RoomObjectNotFound
        await mark_removed(work, room_id, [stored])
    await tell_removed(store.messages, room_id, object_id)
    await remove_objects(store.works, store.files, room_id, [object_id])


async def mark_removed(work: Work, room_id: RoomId, removed: Sequence[StoredObject]) -> None:
    """Have nobody get these any more, and count for nothing; the room is held, and so are they."""
    await work.room_objects.mark_deleting(room_id, [stored.id for stored in removed])
    size = sum(stored.bytes for stored in removed)
    await work.rooms.count(room_id, objects=-len(removed), reserved=-size)


async def remove_objects(works: Works, files: Files, room_id: RoomId, object_ids: Sequence[ObjectId]) -> None:
    """Remove the bytes and then the rows of those that are marked for it; interrupted, it can be done again.

    Only files that their rows name: the same object may be on its way into the room anew.
    """
    async with works.read() as work:
        parts = await work.room_objects.parts_to_remove(room_id, object_ids)
    await files.delete([part_key(room_id, object_id, part.n, part.attempt) for object_id, part in parts])
    async with works.write() as work:
        await work.room_objects.remove(room_id, object_ids)
