"""Reading an object part by part, for as long as its room lasts."""

import hashlib
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from domain.clock import Clock
from domain.files import Files
from domain.rooms.complete_object import parts_here
from domain.rooms.find_room import find_room
from domain.rooms.keys import part_key
from domain.rooms.room import ObjectId, Room
from domain.rooms.stored_object import PART_BYTES, ObjectState, Part, RoomObjectNotFound, StoredObject
from domain.work import Work, Works

_BETWEEN_LOOKS = timedelta(seconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptObject:
    """An object that is complete, and all its parts in order."""

    room: Room
    stored: StoredObject
    parts: Sequence[Part]

    @property
    def tag(self) -> str:
        """The same for the same bytes: a digest over those of the parts, in hexadecimal digits."""
        return hashlib.sha256(b"".join(part.sha256 for part in self.parts)).hexdigest()


async def kept_object(work: Work, room: Room, object_id: ObjectId) -> KeptObject:
    """The object. Raises RoomObjectNotFound, also while it is not complete."""
    stored, parts = await parts_here(work, room.id, object_id)
    if stored.state is not ObjectState.READY:
        raise RoomObjectNotFound
    return KeptObject(room=room, stored=stored, parts=parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """From where objects are read."""

    works: Works
    files: Files
    clock: Clock

    async def bytes_of(self, kept: KeptObject, first: int, last: int) -> AsyncIterator[bytes]:
        """Its bytes from `first` to `last`, both included, in chunks ≤ 1 MiB.

        The clock is asked before each chunk, the room's and the object's rows about once a second. Raises RoomOver,
        RoomNotFound or RoomObjectNotFound in the middle when they are gone, FileMissing when bytes are lost.
        """
        looked, room = self.clock.now(), kept.room
        async for chunk in self._chunks(kept, first, last):
            now = self.clock.now()
            if abs(now - looked) >= _BETWEEN_LOOKS:
                room, looked = await self._look(kept), now
            room.demand_open(now)
            yield chunk

    async def _look(self, kept: KeptObject) -> Room:
        async with self.works.read() as work:
            room = await find_room(work, kept.room.id, self.clock.now())
            await kept_object(work, room, kept.stored.id)
        return room

    async def _chunks(self, kept: KeptObject, first: int, last: int) -> AsyncIterator[bytes]:
        stored = kept.stored
        for part in kept.parts[first // PART_BYTES : last // PART_BYTES + 1]:
            begins = part.n * PART_BYTES
            key = part_key(stored.room_id, stored.id, part.n, part.attempt)
            span = max(0, first - begins), min(part.bytes, last - begins + 1) - 1
            async for chunk in self.files.read(key, *span):
                yield chunk
