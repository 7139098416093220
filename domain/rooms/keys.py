"""Under which keys a room's sealed bytes are kept."""

from uuid import UUID

from domain.rooms.room import ObjectId, RoomId

ROOMS = "rooms/"  # below which all bytes of rooms are


def room_folder(room_id: RoomId) -> str:
    """The prefix under which all of a room's bytes are, also those that no row names."""
    return f"{ROOMS}{room_id}/"


def part_key(room_id: RoomId, object_id: ObjectId, n: int, attempt: UUID) -> str:
    """The key of a part. Every attempt to send one has its own, so that two at once never mix."""
    return f"{room_folder(room_id)}{object_id}/{n}-{attempt}"
