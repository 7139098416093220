"""Changing a room, by whoever made it: its end, what it keeps, and closing it before its time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from domain.rooms.empty_room import empty_room
from domain.rooms.find_room import hold_room
from domain.rooms.hints import tell_changed, tell_over, tell_removed
from domain.rooms.remove_objects import mark_removed, remove_objects
from domain.rooms.room import BadRoomEnd, Keep, ObjectId, Room, RoomId
from domain.rooms.room_store import RoomStore
from domain.work import Work

_AT_ONCE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What shall be different; None leaves it."""

    expires_at: datetime | None
    keep: Keep | None


async def change_room(store: RoomStore, room_id: RoomId, change: Change) -> Room:
    """Give the room another end or another way of keeping; `never` removes what it keeps. Returns it as it is then.

    Raises BadRoomEnd, RoomNotFound, RoomOver.
    """
    async with store.works.write() as work:
        now = store.clock.now()
        room = await hold_room(work, room_id, now)
        ends = change.expires_at or room.expires_at
        if not now < ends <= room.latest_expiry:
            raise BadRoomEnd(field="expires_at", max_days=(room.latest_expiry - room.created_at).days)
        changed = replace(room, expires_at=ends, keep=change.keep or room.keep)
        await work.rooms.change(room_id, expires_at=changed.expires_at, keep=changed.keep)
        removed = await _kept_no_more(work, room_id) if changed.keep is Keep.NEVER else ()
        changed = await work.rooms.get(room_id) or changed
    await tell_changed(store.messages, room_id)
    for object_id in removed:
        await tell_removed(store.messages, room_id, object_id)
    for at in range(0, len(removed), _AT_ONCE):
        await remove_objects(store.works, store.files, room_id, removed[at : at + _AT_ONCE])
    return changed


async def close_room(store: RoomStore, room_id: RoomId) -> None:
    """End the room now, for everybody, and remove what is in it. Raises RoomNotFound, RoomOver."""
    async with store.works.write() as work:
        now = store.clock.now()
        await hold_room(work, room_id, now)
        await work.rooms.close(room_id, now)
    await tell_over(store.messages, room_id)
    await empty_room(store.works, store.files, room_id)


async def _kept_no_more(work: Work, room_id: RoomId) -> Sequence[ObjectId]:
    living = await work.room_objects.living(room_id)
    await mark_removed(work, room_id, living)
    return [stored.id for stored in living]
