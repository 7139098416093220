"""Fetching a sealed object from a room, whole or in ranges; the answer breaks off where the room ends."""

from collections.abc import AsyncIterator

from fastapi import APIRouter, Request, Response

from domain.files import FileMissing
from domain.rooms.read_object import KeptObject, Reading, kept_object
from domain.rooms.room import RoomNotFound, RoomOver
from domain.rooms.stored_object import RoomObjectNotFound
from ui.api.refusals import refuses
from ui.api.room_credentials import RoomMember, object_id_in
from ui.api.room_objects import TheObject
from ui.media.linked import SAVED
from ui.media.partial import Described, send_bytes
from ui.parts import TheParts
from ui.web.broken_answers import AnswerBroken

router = APIRouter(prefix="/rooms/{room_id}/objects", tags=["rooms"])

_SEALED = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
_UNCHANGED = {"description": "Nothing changed since `If-None-Match`."}
_OUTSIDE = {"description": "There are no bytes in this range."}


@router.get(
    "/{object_id}",
    response_class=Response,
    responses={
        200: {"description": "The sealed bytes.", "content": _SEALED},
        206: {"description": "Those of them that `Range` asks for.", "content": _SEALED},
        304: _UNCHANGED,
        416: _OUTSIDE,
    }
    | refuses(401, 404, 410, 429),
)
async def fetch(request: Request, room: RoomMember, parts: TheParts, object_id: TheObject) -> Response:
    """The sealed bytes of an object that is complete; `Range`, `If-Range` and `If-None-Match` are understood."""
    async with parts.works.read() as work:
        kept = await kept_object(work, room, object_id_in(object_id))
    described = Described(
        bytes=kept.stored.bytes, content_type="application/octet-stream", etag=kept.tag, headers=SAVED
    )
    reading = Reading(works=parts.works, files=parts.files, clock=parts.clock)
    return send_bytes(request, described, lambda first, last: _until_over(reading, kept, first, last))


async def _until_over(reading: Reading, kept: KeptObject, first: int, last: int) -> AsyncIterator[bytes]:
    try:
        async for chunk in reading.bytes_of(kept, first, last):
            yield chunk
    except (RoomOver, RoomNotFound, RoomObjectNotFound) as error:
        raise AnswerBroken(f"what was being fetched from a room is gone ({error.code})") from error
    except FileMissing as error:
        raise AnswerBroken(f"no bytes under {error}") from error
