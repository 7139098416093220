"""Under which keys a room's sealed bytes are kept."""

import re
from dataclasses import dataclass
from uuid import UUID

from domain.rooms.room import ObjectId, RoomId

ROOMS = "rooms/"  # below which all bytes of rooms are
_PART = re.compile(r"rooms/(?P<room>[0-9a-f]{32})/(?P<object>[0-9a-f]{32})/(?P<n>\d{1,9})-[0-9a-f-]{36}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class WhichPart:
    """Part `n` of an object of a room."""

    room_id: RoomId
    object_id: ObjectId
    n: int


def room_folder(room_id: RoomId) -> str:
    """The prefix under which all of a room's bytes are, also those that no row names."""
    return f"{ROOMS}{room_id}/"


def part_key(room_id: RoomId, object_id: ObjectId, n: int, attempt: UUID) -> str:
    """The key of a part. Every attempt to send one has its own, so that two at once never mix."""
    return f"{room_folder(room_id)}{object_id}/{n}-{attempt}"


def part_of(key: str) -> WhichPart | None:
    """Which part's bytes are under this key; None when it is not the key of one."""
    found = _PART.fullmatch(key)
    if found is None:
        return None
    return WhichPart(room_id=RoomId(found["room"]), object_id=ObjectId(found["object"]), n=int(found["n"]))
