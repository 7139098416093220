"""Declaring an object complete, from which on everybody in the room may have it; and what is here of one before."""

from collections.abc import Sequence

from domain.rooms.find_room import share_room
from domain.rooms.hints import tell_stored
from domain.rooms.room import ObjectId, RoomId
from domain.rooms.room_store import RoomStore
from domain.rooms.stored_object import ObjectState, Part, PartsMissing, RoomObjectNotFound, StoredObject
from domain.work import Work


async def complete_object(
    store: RoomStore, room_id: RoomId, object_id: ObjectId
) -> tuple[StoredObject, Sequence[Part]]:
    """Let the room have it, with all of its parts; again, nothing changes.

    Raises PartsMissing, RoomObjectNotFound, RoomNotFound or RoomOver.
    """
    async with store.works.write() as work:
        await share_room(work, room_id, store.clock.now())
        stored = await work.room_objects.hold(room_id, object_id)
        if stored is None or stored.state is ObjectState.DELETING:
            raise RoomObjectNotFound
        here = await work.room_objects.parts(room_id, object_id)
        if stored.state is ObjectState.READY:
            return stored, here
        missing = stored.parts - len(here)
        if missing:
            raise PartsMissing(missing=missing)
        await work.room_objects.mark_ready(stored)
    await tell_stored(store.messages, room_id, object_id)
    return stored, here


async def parts_here(work: Work, room_id: RoomId, object_id: ObjectId) -> tuple[StoredObject, Sequence[Part]]:
    """The object and its parts that are here, complete or not. Raises RoomObjectNotFound."""
    stored = await work.room_objects.get(room_id, object_id)
    if stored is None or stored.state is ObjectState.DELETING:
        raise RoomObjectNotFound
    return stored, await work.room_objects.parts(room_id, object_id)
