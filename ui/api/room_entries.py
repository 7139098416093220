"""A room's manifest: sealed entries that follow each other, which whoever is in the room reads and writes."""

import re
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from domain.rooms.entry import BadEntry, Entry
from domain.rooms.find_room import find_room
from domain.rooms.hints import tell_entry
from domain.rooms.write_entries import write_entries
from ui.api.refusals import refuses
from ui.api.room_credentials import RoomMember
from ui.parts import TheParts
from ui.rooms.door import base64url, bytes_in

router = APIRouter(prefix="/rooms/{room_id}/entries", tags=["rooms"])

_MOST = 1000
_MOST_BYTES = 1024 * 1024  # of sealed entries in one answer, whose memory nobody who asks shall decide about
_WRITTEN = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)
_LONGEST = 100_000  # characters; what an entry may have is said in a sentence of its own

Sealed = Annotated[str, Field(max_length=_LONGEST, description="base64url without padding")]


class EntryShape(BaseModel):
    """One entry as it was sent, and when it came."""

    seq: int
    sealed: str
    at: datetime


class EntriesShape(BaseModel):
    """Some entries in order, and the number of the last there is: as long as it is not reached, more follow."""

    entries: list[EntryShape]
    last_seq: int


class NewEntries(BaseModel):
    """Entries to append, the first of them as number `seq`: one more than the last there is."""

    seq: Annotated[int, Field(ge=1, le=2**31 - 1)]
    sealed: Annotated[list[Sealed], Field(min_length=1)]


class WrittenShape(BaseModel):
    """The number of the last entry there is now."""

    last_seq: int


@router.get("", responses=refuses(401, 404, 410, 422, 429))
async def list_entries(
    room: RoomMember,
    parts: TheParts,
    after: Annotated[int, Query(ge=0, le=2**31 - 1, description="The number of the last entry one has.")] = 0,
    limit: Annotated[int, Query(ge=1, le=_MOST, description="At most so many.")] = 200,
) -> EntriesShape:
    """The entries after one, oldest first. An answer holds up to 1 MiB of them: fewer than `limit` may come."""
    async with parts.works.read() as work:
        now = await find_room(work, room.id, parts.clock.now())
        entries = await work.room_entries.after(room.id, after, limit, _MOST_BYTES)
    return EntriesShape(entries=[_shape(entry) for entry in entries], last_seq=now.entries)


@router.post("", status_code=201, responses=refuses(400, 401, 404, 409, 410, 413, 422, 429))
async def append_entries(room: RoomMember, parts: TheParts, new: NewEntries) -> WrittenShape:
    """Append entries, all or none. When another one came first, 409 says in `last_seq` after which they go now."""
    sealed = [_opened(written) for written in new.sealed]
    async with parts.works.write() as work:
        last = await write_entries(work, room.id, new.seq, sealed, parts.clock.now())
    await tell_entry(parts.messages, room.id, last)
    return WrittenShape(last_seq=last)


def _opened(written: str) -> bytes:
    sealed = bytes_in(written) if _WRITTEN.fullmatch(written) else b""
    if not sealed:
        raise BadEntry(field="sealed")
    return sealed


def _shape(entry: Entry) -> EntryShape:
    return EntryShape(seq=entry.seq, sealed=base64url(entry.sealed), at=entry.at)
