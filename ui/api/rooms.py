"""Rooms: open one, list one's own, look at one that one has the link of, change it, close it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response

from domain.ids import AccountId
from domain.paging import Window
from domain.rooms.change_room import Change, change_room, close_room
from domain.rooms.open_room import NewRoom, open_room
from domain.rooms.room import Room
from ui.api.credentials import Reader, Writer
from ui.api.listing import Listing, window_of
from ui.api.refusals import refuses
from ui.api.room_credentials import RoomKeeper, RoomMember
from ui.api.room_objects import room_store
from ui.api.room_shapes import (
    NewRoomShape,
    OpenedRoomShape,
    OwnRoomShape,
    RoomChange,
    RoomShape,
    limits_shape,
    room_limits_of,
    room_shape,
)
from ui.parts import Parts, TheParts
from ui.rooms.ice import ice_servers_for

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


@router.get("", responses=refuses(401, 403, 422))
async def list_rooms(
    actor: Reader, parts: TheParts, window: Annotated[Window, Depends(window_of("rooms", int, str))]
) -> Listing[OwnRoomShape]:
    """The open rooms that one has opened, newest first. Their names are where they were made: in a browser."""
    return await own_rooms(parts, actor.account.id, window)


async def own_rooms(parts: Parts, me: AccountId, window: Window) -> Listing[OwnRoomShape]:
    """What is open that this person has opened, with what each keeps and how many are in it now."""
    async with parts.works.read() as work:
        page = await work.rooms.open_of(me, parts.clock.now(), window)
        stored = {room.id: await work.room_objects.stored_bytes(room.id) for room in page.items}
    inside = await parts.presence.inside([room.id for room in page.items])
    items = [
        OwnRoomShape(
            room_id=room.id,
            keep=room.keep,
            created_at=room.created_at,
            expires_at=room.expires_at,
            bytes_stored=stored[room.id],
            people_inside=inside.get(room.id, 0),
        )
        for room in page.items
    ]
    return Listing[OwnRoomShape](items=items, next_cursor=page.next_cursor)


@router.get("/{room_id}", responses=refuses(401, 404, 410, 429))
async def get_room(room: RoomMember, parts: TheParts) -> RoomShape:
    """Until when the room is there, what it keeps and what fits, and by which servers browsers find each other."""
    return await _shape(room, parts)


@router.patch("/{room_id}", responses=refuses(400, 401, 403, 404, 410, 422, 429))
async def patch_room(room: RoomKeeper, parts: TheParts, change: RoomChange) -> RoomShape:
    """Have the room end earlier, or later again; let it keep things or not. With `never`, what it keeps is removed."""
    wanted = Change(expires_at=change.expires_at, keep=change.keep)
    return await _shape(await change_room(room_store(parts), room.id, wanted), parts)


@router.delete("/{room_id}", status_code=204, response_class=Response, responses=refuses(401, 403, 404, 410, 429))
async def delete_room(room: RoomKeeper, parts: TheParts) -> None:
    """Close the room for everybody and remove what is in it."""
    await close_room(room_store(parts), room.id)


async def _shape(room: Room, parts: Parts) -> RoomShape:
    async with parts.works.read() as work:
        stored = await work.room_objects.stored_bytes(room.id)
    return room_shape(room, stored, parts.settings, ice_servers_for(room, parts.settings, parts.clock.now()))
