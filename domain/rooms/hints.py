"""Telling who is in a room that something in it changed; call these once that is committed."""

import json

from domain.messages import Messages
from domain.rooms.room import ObjectId, RoomId


def topic_of(room_id: RoomId) -> str:
    """Where a room's hints are published."""
    return f"room/{room_id}"


async def tell_entry(messages: Messages, room_id: RoomId, seq: int) -> None:
    """The manifest goes up to `seq` now."""
    await _tell(messages, room_id, {"type": "entry", "seq": seq})


async def tell_stored(messages: Messages, room_id: RoomId, object_id: ObjectId) -> None:
    """The room has all of this object."""
    await _tell(messages, room_id, {"type": "stored", "object_id": object_id})


async def tell_removed(messages: Messages, room_id: RoomId, object_id: ObjectId) -> None:
    """The room keeps this object no more."""
    await _tell(messages, room_id, {"type": "removed", "object_id": object_id})


async def tell_changed(messages: Messages, room_id: RoomId) -> None:
    """The room has another end, or another way of keeping."""
    await _tell(messages, room_id, {"type": "changed"})


async def tell_over(messages: Messages, room_id: RoomId) -> None:
    """The room was closed."""
    await _tell(messages, room_id, {"type": "over"})


async def _tell(messages: Messages, room_id: RoomId, hint: dict[str, str | int]) -> None:
    await messages.publish(topic_of(room_id), json.dumps(hint))
