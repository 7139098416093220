"""What the calls of a room ask of whoever calls: to be in it, to have made it, or to have sent the object."""

from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import APIKeyHeader

from domain.accounts.actor import Scope
from domain.rooms.admit import admit_member, admit_owner, admit_uploader
from domain.rooms.find_room import find_room
from domain.rooms.room import ObjectId, Room, RoomAuthMissing, RoomOwnerOnly, is_hex_id
from domain.rooms.stored_object import RoomObjectNotFound
from ui.accounts.recognise import recognise
from ui.parts import Parts, TheParts
from ui.rooms.door import OWNER, ROOM, UPLOADER, carried, door_of

_room = APIKeyHeader(
    name="Authorization",
    scheme_name="Room",
    auto_error=False,
    description="`Room` and what the room's secret gives, as base64url. For what changes the room or removes from it: "
    "`RoomOwner` or `Uploader` and their tokens, or the credentials of the account that made the room.",
)
_Described = Annotated[object, Depends(_room)]


async def _member(request: Request, parts: TheParts, room_id: str, _header: _Described) -> Room:
    scheme, given = carried(request)
    return await admit_member(door_of(request, parts, room_id), given if scheme == ROOM else None)


async def _keeper(request: Request, parts: TheParts, room_id: str, _header: _Described) -> Room:
    return await _kept(request, parts, room_id)


async def _remover(request: Request, parts: TheParts, room_id: str, object_id: str, _header: _Described) -> Room:
    scheme, given = carried(request)
    if scheme != UPLOADER:
        return await _kept(request, parts, room_id)
    door = door_of(request, parts, room_id)
    return await admit_uploader(door, object_id_in(object_id), given)


RoomMember = Annotated[Room, Depends(_member)]
RoomKeeper = Annotated[Room, Depends(_keeper)]
RoomRemover = Annotated[Room, Depends(_remover)]  # of one of its objects


def object_id_in(written: str) -> ObjectId:
    """The id in an address. Raises RoomObjectNotFound."""
    if not is_hex_id(written):
        raise RoomObjectNotFound
    return ObjectId(written)


async def _kept(request: Request, parts: Parts, room_id: str) -> Room:
    """The room, for who carries its owner token or is the account that made it."""
    door = door_of(request, parts, room_id)
    scheme, given = carried(request)
    if scheme == OWNER:
        return await admit_owner(door, given)
    if scheme == ROOM:
        await admit_member(door, given)
        raise RoomOwnerOnly
    async with parts.works.read() as work:
        room = await find_room(work, door.room_id, parts.clock.now())
    actor = await recognise(request, parts)
    if actor is None:
        raise RoomAuthMissing
    if room.account_id != actor.account.id:
        raise RoomOwnerOnly
    actor.demand(Scope.WRITE)
    return room
