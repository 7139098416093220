"""The sealed objects that a room keeps: announce, send in parts, complete, fetch, remove."""

from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Request, Response

from domain.rooms.announce_object import announce_object
from domain.rooms.complete_object import complete_object, parts_here
from domain.rooms.receive_part import expect_part, receive_part
from domain.rooms.remove_objects import remove_object
from domain.rooms.room import ObjectId
from domain.rooms.room_store import RoomStore
from domain.rooms.stored_object import RoomPartNotFound, RoomPartTooLarge
from ui.api.refusals import refuses
from ui.api.room_credentials import RoomMember, RoomRemover, object_id_in
from ui.api.room_object_shapes import (
    CompleteObject,
    FoundObject,
    NewObject,
    PartsShape,
    ReservedObject,
    complete_shape,
    digest_in,
    found,
    parts_shape,
    reserved,
)
from ui.api.room_shapes import room_limits_of
from ui.parts import Parts, TheParts
from ui.uploads.body import body_until_cut, declared_length

router = APIRouter(prefix="/rooms/{room_id}/objects", tags=["rooms"])

TheObject = Annotated[str, Path(description="The id that it was announced with.")]
_BYTES = {"schema": {"type": "string", "format": "binary"}}
_MOST_DIGITS = 6


async def _part_in(
    object_id: TheObject, n: Annotated[str, Path(description="The part's number, from 0.")]
) -> tuple[ObjectId, int]:
    found = object_id_in(object_id)
    if not (n.isascii() and n.isdigit() and len(n) <= _MOST_DIGITS):
        raise RoomPartNotFound
    return found, int(n)


ThePart = Annotated[tuple[ObjectId, int], Depends(_part_in)]


@router.post(
    "",
    status_code=201,
    responses={200: {"model": FoundObject}} | refuses(400, 401, 404, 409, 410, 413, 422, 429, 507),
)
async def announce(
    room: RoomMember, parts: TheParts, new: NewObject, response: Response
) -> ReservedObject | FoundObject:
    """Reserve a place for an object (201), or find out what is here of it (200).

    The reservation lapses a day after the last part.
    """
    announced = await announce_object(room_store(parts), room.id, new.object_id, new.bytes)
    if announced.token is not None:
        return reserved(announced.token)
    response.status_code = 200
    return found(announced)


@router.get("/{object_id}/parts", responses=refuses(401, 404, 410, 429))
async def list_parts(room: RoomMember, parts: TheParts, object_id: TheObject) -> PartsShape:
    """Which parts are here, complete or not."""
    async with parts.works.read() as work:
        stored, here = await parts_here(work, room.id, object_id_in(object_id))
    return parts_shape(stored, here)


@router.put(
    "/{object_id}/parts/{n}",
    status_code=204,
    response_class=Response,
    responses=refuses(401, 404, 409, 410, 413, 422, 429, 507),
    openapi_extra={"requestBody": {"required": True, "content": {"application/octet-stream": _BYTES}}},
)
async def send_part(
    request: Request,
    room: RoomMember,
    parts: TheParts,
    part: ThePart,
    content_digest: Annotated[str | None, Header(description="Needed: `sha-256=:…:` of the part (RFC 9530).")] = None,
) -> None:
    """Send one part, in one request; again with the same bytes, nothing changes. Parts may come in any order."""
    store = room_store(parts)
    object_id, n = part
    expected = await expect_part(store, room.id, object_id, n, digest_in(content_digest))
    declared = declared_length(request)
    if declared is not None and declared > expected.bytes:
        raise RoomPartTooLarge(max_bytes=expected.bytes)
    await receive_part(store, expected, body_until_cut(request))


@router.post("/{object_id}/complete", responses=refuses(401, 404, 409, 410, 429))
async def complete(room: RoomMember, parts: TheParts, object_id: TheObject) -> CompleteObject:
    """Let everybody in the room have it, once all of its parts are here."""
    return complete_shape(*await complete_object(room_store(parts), room.id, object_id_in(object_id)))


@router.delete("/{object_id}", status_code=204, response_class=Response, responses=refuses(401, 403, 404, 410, 429))
async def remove(room: RoomRemover, parts: TheParts, object_id: TheObject) -> None:
    """Remove it from what the room keeps; for who made the room, and who announced the object."""
    await remove_object(room_store(parts), room.id, object_id_in(object_id))


def room_store(parts: Parts) -> RoomStore:
    """Where the objects of rooms go, and what the settings allow."""
    return RoomStore(
        works=parts.works,
        files=parts.files,
        messages=parts.messages,
        clock=parts.clock,
        limits=room_limits_of(parts.settings),
    )
