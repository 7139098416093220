"""Who may come in: what is carried is compared in constant time, and wrong tries are counted by room and address.

Unknown and over come before: neither is a secret to somebody who knows the room's id. The tries are rows, which a
restart does not forget.
"""

import hashlib
import hmac
from dataclasses import dataclass

from domain.accounts.login_attempts import demand_tries_left
from domain.clock import Clock
from domain.rooms.find_room import find_room
from domain.rooms.room import ObjectId, Room, RoomAuthMissing, RoomAuthWrong, RoomId
from domain.rooms.stored_object import RoomObjectNotFound
from domain.work import Work, Works

_COUNTED_FOR = 80  # characters, as the database has it


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """A room's, for somebody who stands before it: their address as limits count it, and whether tries are limited."""

    works: Works
    clock: Clock
    room_id: RoomId
    address: str
    is_limited: bool = True

    @property
    def counted_for(self) -> str:
        """Under which name wrong tries are counted."""
        return f"room/{self.room_id} {self.address}"[:_COUNTED_FOR]


async def admit_member(door: Door, bearer: bytes | None) -> Room:
    """The room, for somebody who carries what opens it (None: nothing).

    Raises RoomNotFound, RoomOver, RoomAuthMissing, RoomAuthWrong, TooManyTries.
    """
    async with door.works.read() as work:
        room = await _before(work, door)
    return await _compared(door, room, bearer, room.auth_hash)


async def admit_owner(door: Door, token: bytes | None) -> Room:
    """The room, for somebody who carries its owner token. Raises the same."""
    async with door.works.read() as work:
        room = await _before(work, door)
    return await _compared(door, room, token, room.owner_hash)


async def admit_uploader(door: Door, object_id: ObjectId, token: bytes | None) -> Room:
    """The room, for somebody who carries what its object was announced with. Raises the same, RoomObjectNotFound."""
    async with door.works.read() as work:
        room = await _before(work, door)
        stored = await work.room_objects.get(room.id, object_id)
    if stored is None:
        raise RoomObjectNotFound
    return await _compared(door, room, token, stored.uploader_hash)


async def _before(work: Work, door: Door) -> Room:
    room = await find_room(work, door.room_id, door.clock.now())
    await _demand_tries_left(work, door)
    return room


async def _compared(door: Door, room: Room, given: bytes | None, expected: bytes) -> Room:
    if given is None:
        raise RoomAuthMissing
    if hmac.compare_digest(hashlib.sha256(given).digest(), expected):
        return room
    async with door.works.write() as work:
        # Once more: of many tries sent at once only as many are answered as are allowed.
        await _demand_tries_left(work, door)
        await work.failed_logins.add(door.counted_for, door.clock.now())
    raise RoomAuthWrong


async def _demand_tries_left(work: Work, door: Door) -> None:
    if door.is_limited:
        await demand_tries_left(work.failed_logins, door.counted_for, door.clock.now())
