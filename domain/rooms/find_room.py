"""The one way to a room: every call asks here whether it is there and whether its time is over."""

from datetime import datetime

from domain.rooms.room import Room, RoomId, RoomNotFound
from domain.work import Work


async def find_room(work: Work, room_id: RoomId, now: datetime) -> Room:
    """The room. Raises RoomNotFound, RoomOver."""
    return _open(await work.rooms.get(room_id), now)


async def share_room(work: Work, room_id: RoomId, now: datetime) -> Room:
    """The room, which nobody ends until the transaction is over. Raises RoomNotFound, RoomOver."""
    return _open(await work.rooms.share(room_id), now)


async def hold_room(work: Work, room_id: RoomId, now: datetime) -> Room:
    """The room, which is nobody else's until the transaction is over. Raises RoomNotFound, RoomOver."""
    return _open(await work.rooms.hold(room_id), now)


def _open(room: Room | None, now: datetime) -> Room:
    if room is None:
        raise RoomNotFound
    room.demand_open(now)
    return room
