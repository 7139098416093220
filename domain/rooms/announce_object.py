"""Announcing an object: its bytes count in the room's quota before the first of them is sent."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from domain.media.upload import DiskFull
from domain.media.upload_rules import leaves_reserve
from domain.rooms.find_room import hold_room
from domain.rooms.limits import RoomLimits
from domain.rooms.remove_objects import remove_objects
from domain.rooms.room import Keep, ObjectId, Room, RoomId, is_hex_id
from domain.rooms.room_store import RoomStore
from domain.rooms.stored_object import (
    MOST_OBJECTS,
    RESERVED_FOR,
    BadObjectId,
    ObjectState,
    Part,
    RoomFileTooLarge,
    RoomFull,
    RoomKeepsNothing,
    RoomObjectDiffers,
    RoomObjectEmpty,
    RoomObjectLeaving,
    StoredObject,
)
from domain.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnouncedObject:
    """An object that may be sent or gone on with; `token` (32 bytes) lets its sender remove it, who was first alone."""

    stored: StoredObject
    parts: Sequence[Part]
    token: bytes | None


async def announce_object(store: RoomStore, room_id: RoomId, object_id: str, size: int) -> AnnouncedObject:
    """Reserve a place for an object of so many bytes, or find the one that is here.

    Raises BadObjectId, RoomObjectEmpty, RoomKeepsNothing, RoomFileTooLarge, RoomFull, DiskFull, RoomObjectDiffers,
    RoomObjectLeaving, RoomNotFound or RoomOver.
    """
    if not is_hex_id(object_id):
        raise BadObjectId(field="object_id")
    if size < 1:
        raise RoomObjectEmpty(field="bytes")
    wanted = ObjectId(object_id)
    try:
        return await _announced(store, room_id, wanted, size)
    except RoomObjectLeaving:  # a crash may have cut that short
        await remove_objects(store.works, store.files, room_id, [wanted])
        return await _announced(store, room_id, wanted, size)


async def _announced(store: RoomStore, room_id: RoomId, object_id: ObjectId, size: int) -> AnnouncedObject:
    has_space = await leaves_reserve(store.files, store.limits, size)  # before, as asking may take a while
    async with store.works.write() as work:
        now = store.clock.now()
        room = await hold_room(work, room_id, now)
        if room.keep is Keep.NEVER:
            raise RoomKeepsNothing
        there = await work.room_objects.hold(room_id, object_id)
        if there is not None:
            return await _found(work, there, size, now)
        _demand_place(room, size, store.limits)
        if not has_space:
            raise DiskFull
        return await _reserved(work, room, object_id, size, now)


def _demand_place(room: Room, size: int, limits: RoomLimits) -> None:
    if size > limits.object_bytes:
        raise RoomFileTooLarge(field="bytes", max_bytes=limits.file_bytes)
    if room.bytes_reserved + size > limits.room_bytes or room.objects >= MOST_OBJECTS:
        raise RoomFull(field="bytes", max_bytes=limits.room_bytes, max=MOST_OBJECTS)


async def _found(work: Work, there: StoredObject, size: int, now: datetime) -> AnnouncedObject:
    if there.state is ObjectState.DELETING:
        raise RoomObjectLeaving
    if there.bytes != size:
        raise RoomObjectDiffers(field="bytes", bytes=there.bytes)
    await work.room_objects.renew(there, now)
    return AnnouncedObject(stored=there, parts=await work.room_objects.parts(there.room_id, there.id), token=None)


async def _reserved(work: Work, room: Room, object_id: ObjectId, size: int, now: datetime) -> AnnouncedObject:
    token = secrets.token_bytes(32)
    stored = StoredObject(
        room_id=room.id,
        id=object_id,
        bytes=size,
        uploader_hash=sha256(token).digest(),
        state=ObjectState.UPLOADING,
        created_at=now,
        reserved_until=now + RESERVED_FOR,
    )
    await work.room_objects.add(stored)
    await work.rooms.count(room.id, objects=1, reserved=size)
    return AnnouncedObject(stored=stored, parts=(), token=token)
