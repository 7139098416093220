"""All rooms, and the collections of what is in them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.ids import AccountId
from domain.paging import Page, Window
from domain.rooms.entry import Entry
from domain.rooms.room import Keep, ObjectId, Room, RoomId
from domain.rooms.stored_object import Part, StoredObject


class Rooms(Protocol):
    """All rooms that anybody remembers."""

    async def add(self, room: Room) -> bool:
        """Keep a new one; False when there is one with its id."""
        ...

    async def get(self, room_id: RoomId) -> Room | None:
        """The room, whatever its state."""
        ...

    async def share(self, room_id: RoomId) -> Room | None:
        """The same; nobody changes or ends it until the transaction is over."""
        ...

    async def hold(self, room_id: RoomId) -> Room | None:
        """The same, and nobody else's until the transaction is over."""
        ...

    async def open_of(self, account_id: AccountId, now: datetime, window: Window) -> Page[Room]:
        """A person's rooms that are not over, newest first. Raises BadCursor."""
        ...

    async def count_open_of(self, account_id: AccountId, now: datetime) -> int:
        """How many these are."""
        ...

    async def change(self, room_id: RoomId, *, expires_at: datetime, keep: Keep) -> None:
        """Give it another end and another way of keeping."""
        ...

    async def count(
        self, room_id: RoomId, *, objects: int = 0, reserved: int = 0, entries: int = 0, size: int = 0
    ) -> None:
        """Add to its figures (or take off): objects, bytes reserved for them, entries and their bytes (`size`)."""
        ...

    async def close(self, room_id: RoomId, now: datetime) -> None:
        """End it: from the commit on it is over, and what was in it is to be removed."""
        ...

    async def close_all_of(self, account_id: AccountId, now: datetime) -> Sequence[RoomId]:
        """End all of a person's; returns which were not noted as over before."""
        ...

    async def note_expired(self, now: datetime, limit: int) -> Sequence[RoomId]:
        """Note of some whose time is over that it is; returns which. From the commit on nothing comes into them."""
        ...

    async def to_empty(self, limit: int, account_id: AccountId | None = None) -> Sequence[RoomId]:
        """Some that are over and not empty yet (of one person)."""
        ...

    async def mark_gone(self, room_id: RoomId) -> None:
        """Nothing is in it any more; that it was is remembered."""
        ...

    async def overdue_since(self, now: datetime) -> datetime | None:
        """Since when the oldest of what should be gone should be: rooms not emptied, objects whose sender left."""
        ...

    async def forget(self, over_before: datetime, limit: int) -> int:
        """Remove some empty ones that have been over since before that moment; returns how many."""
        ...


class RoomEntries(Protocol):
    """The manifests of all rooms."""

    async def add(self, room_id: RoomId, entries: Sequence[Entry]) -> None:
        """Append these."""
        ...

    async def after(self, room_id: RoomId, seq: int, limit: int, most_bytes: int) -> Sequence[Entry]:
        """The entries after `seq`, in order; as many as fit into so many bytes, and at least one if there is any."""
        ...

    async def remove(self, room_id: RoomId, limit: int) -> int:
        """Remove up to so many of a room's; returns how many."""
        ...


class RoomObjects(Protocol):
    """The sealed objects of all rooms, and their parts."""

    async def add(self, stored: StoredObject) -> None:
        """Keep a new one, without any part."""
        ...

    async def get(self, room_id: RoomId, object_id: ObjectId) -> StoredObject | None:
        """The object, whatever its state."""
        ...

    async def hold(self, room_id: RoomId, object_id: ObjectId) -> StoredObject | None:
        """The same, and nobody else's until the transaction is over."""
        ...

    async def parts(self, room_id: RoomId, object_id: ObjectId) -> Sequence[Part]:
        """What is here of it, in the order of the numbers."""
        ...

    async def part(self, room_id: RoomId, object_id: ObjectId, n: int) -> Part | None:
        """One of them."""
        ...

    async def add_part(self, stored: StoredObject, part: Part, now: datetime) -> None:
        """Keep a part, and the reservation for `RESERVED_FOR` from now on."""
        ...

    async def renew(self, stored: StoredObject, now: datetime) -> None:
        """Keep the reservation for so long."""
        ...

    async def mark_ready(self, stored: StoredObject) -> None:
        """All of it is here: the room may have it."""
        ...

    async def mark_deleting(self, room_id: RoomId, object_ids: Sequence[ObjectId]) -> None:
        """From the commit on nobody gets these any more; their bytes are to be removed."""
        ...

    async def living(self, room_id: RoomId) -> Sequence[StoredObject]:
        """All of a room's that are not to be removed, in the order of their ids; nobody else's until the end."""
        ...

    async def lapsed(self, now: datetime, limit: int) -> Sequence[StoredObject]:
        """Some that were not completed and to which nothing came for `RESERVED_FOR`."""
        ...

    async def every(self, after: tuple[RoomId, ObjectId] | None, limit: int) -> Sequence[StoredObject]:
        """All objects of all rooms in the order of the rooms' ids and theirs, from behind `after` on."""
        ...

    async def deleting(self, limit: int, room_id: RoomId | None = None) -> Sequence[tuple[RoomId, ObjectId]]:
        """Some that are to be removed (of one room)."""
        ...

    async def parts_to_remove(self, room_id: RoomId, object_ids: Sequence[ObjectId]) -> Sequence[tuple[ObjectId, Part]]:
        """What is here of those that are marked for being removed."""
        ...

    async def remove(self, room_id: RoomId, object_ids: Sequence[ObjectId]) -> None:
        """Remove the rows of some that are marked for it, and those of their parts."""
        ...

    async def first_parts(self, room_id: RoomId, objects: int) -> Sequence[tuple[ObjectId, Part]]:
        """What is here of a room's first objects by their ids, whatever their state."""
        ...

    async def remove_first(self, room_id: RoomId, objects: int) -> int:
        """Remove the rows of these and of their parts; returns how many objects."""
        ...

    async def stored_bytes(self, room_id: RoomId) -> int:
        """How many bytes are here of all of a room's objects that are not to be removed."""
        ...
