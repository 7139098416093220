"""Opening a room: its creator's browser made the secret, and sends only what the server compares with."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.accounts.actor import Actor, Scope
from domain.errors import NotSignedIn
from domain.rooms.limits import RoomLimits
from domain.rooms.room import BadRoomEnd, BadRoomId, Keep, Room, RoomId, RoomState, RoomTaken, TooManyRooms, is_hex_id
from domain.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRoom:
    """What its creator says about a room; without `days` it lives as long as it may."""

    room_id: str
    auth_hash: bytes
    owner_hash: bytes
    keep: Keep
    days: int | None


async def open_room(work: Work, actor: Actor, new: NewRoom, limits: RoomLimits, now: datetime) -> Room:
    """Keep a new room. Raises BadRoomId, BadRoomEnd, TooManyRooms, RoomTaken, NotSignedIn (just left)."""
    actor.demand(Scope.WRITE)
    days = limits.days if new.days is None else new.days
    if not is_hex_id(new.room_id):
        raise BadRoomId(field="room_id")
    if not 1 <= days <= limits.days:
        raise BadRoomEnd(field="days", max_days=limits.days)
    # Held, so that of many at once none is counted without the others, and none comes while the person leaves.
    if await work.accounts.hold(actor.account.id) is None:
        raise NotSignedIn
    most = limits.rooms_per_account
    if most and await work.rooms.count_open_of(actor.account.id, now) >= most:
        raise TooManyRooms(max=most)
    room = Room(
        id=RoomId(new.room_id),
        account_id=actor.account.id,
        auth_hash=new.auth_hash,
        owner_hash=new.owner_hash,
        keep=new.keep,
        state=RoomState.OPEN,
        created_at=now,
        expires_at=now + timedelta(days=days),
        latest_expiry=now + timedelta(days=limits.days),
        closed_at=None,
        objects=0,
        bytes_reserved=0,
        entries=0,
        entries_bytes=0,
    )
    if not await work.rooms.add(room):
        raise RoomTaken(field="room_id")
    return room
