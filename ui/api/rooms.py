"""Rooms: open one, list one's own, and look at one that one has the link of."""

from fastapi import APIRouter

from domain.rooms.open_room import NewRoom, open_room
from ui.api.credentials import Writer
from ui.api.refusals import refuses
from ui.api.room_credentials import RoomMember
from ui.api.room_shapes import NewRoomShape, OpenedRoomShape, RoomShape, limits_shape, room_limits_of, room_shape
from ui.parts import TheParts

router = APIRouter(prefix="/rooms", tags=["rooms"])


@router.post("", status_code=201, responses=refuses(400, 401, 403, 409, 422))
async def create_room(actor: Writer, parts: TheParts, new: NewRoomShape) -> OpenedRoomShape:
    """Open a room. Its id and what is compared with are derived from a secret that never comes here."""
    wanted = NewRoom(
        room_id=new.room_id,
        auth_hash=bytes.fromhex(new.auth_hash),
        owner_hash=bytes.fromhex(new.owner_hash),
        keep=new.keep,
        days=new.days,
    )
    async with parts.works.write() as work:
        room = await open_room(work, actor, wanted, room_limits_of(parts.settings), parts.clock.now())
    return OpenedRoomShape(room_id=room.id, expires_at=room.expires_at, limits=limits_shape(parts.settings))


@router.get("/{room_id}", responses=refuses(401, 404, 410, 429))
async def get_room(room: RoomMember, parts: TheParts) -> RoomShape:
    """Until when the room is there, what it keeps and what fits, and by which servers browsers find each other."""
    async with parts.works.read() as work:
        stored = await work.room_objects.stored_bytes(room.id)
    return room_shape(room, stored, parts.settings, [])
