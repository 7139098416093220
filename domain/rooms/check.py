"""Comparing the rows of rooms' objects with their files: bytes that no row names, and parts whose bytes are missing."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass

from domain.files import FileMissing, Files
from domain.media.check import Difference, Kind
from domain.media.every_key import Readable
from domain.media.in_step import in_step
from domain.resting import Rest, no_rest
from domain.rooms.keys import ROOMS, part_key, part_of
from domain.rooms.room import ObjectId, RoomId, RoomState
from domain.rooms.stored_object import ObjectState, Part, StoredObject
from domain.work import Works

_AT_ONCE = 100  # objects
_STEP = 50  # files


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPart:
    """One part that a row names, by the key of its file."""

    key: str
    room_id: RoomId
    object_id: ObjectId
    part: Part


async def room_differences(works: Works, files: Files, rest: Rest = no_rest) -> AsyncGenerator[Difference, None]:
    """Every difference; what changes while it is looked for is asked for again before it is named."""
    looked_at = 0
    async with aclosing(in_step(files.list(ROOMS), every_part(works, rest))) as pairs:
        async for stored, named in pairs:
            looked_at += 1
            if looked_at % _STEP == 0:
                await rest()
            if named is None and stored is not None and await _is_stray(works, files, stored.key):
                yield Difference(kind=Kind.NO_ROW, key=stored.key)
            if named is not None and (stored is None or stored.bytes != named.part.bytes):
                kind = await _what_is_wrong(works, files, named)
                if kind is not None:
                    yield Difference(kind=kind, key=named.key)


async def every_part(works: Readable, rest: Rest = no_rest) -> AsyncGenerator[NamedPart, None]:
    """All parts of all objects in the order of their keys, a page of objects at a time."""
    last: tuple[RoomId, ObjectId] | None = None
    while True:
        async with works.read() as work:
            objects = await work.room_objects.every(last, _AT_ONCE)
            of_each = [(stored, await work.room_objects.parts(stored.room_id, stored.id)) for stored in objects]
        await rest()
        for stored, parts in of_each:
            for named in sorted((_named(stored, part) for part in parts), key=lambda one: one.key):
                yield named
        if len(objects) < _AT_ONCE:
            return
        last = objects[-1].room_id, objects[-1].id


def _named(stored: StoredObject, part: Part) -> NamedPart:
    key = part_key(stored.room_id, stored.id, part.n, part.attempt)
    return NamedPart(key=key, room_id=stored.room_id, object_id=stored.id, part=part)


async def _is_stray(works: Works, files: Files, key: str) -> bool:
    """Whether the bytes are still there and no row names them by now, or may do so any moment."""
    # Files first: bytes seen here whose row comes meanwhile are seen there.
    if await _length(files, key) is None:
        return False
    which = part_of(key)
    if which is None:
        return True
    async with works.read() as work:
        stored = await work.room_objects.get(which.room_id, which.object_id)
        part = await work.room_objects.part(which.room_id, which.object_id, which.n)
    if stored is None:
        return True
    # A part's bytes come before its row: while none is here, these may be the ones. What stays is a stray later.
    may_come = stored.state is ObjectState.UPLOADING and part is None
    return not may_come and (part is None or _named(stored, part).key != key)


async def _what_is_wrong(works: Works, files: Files, named: NamedPart) -> Kind | None:
    """What is wrong with a part's bytes, if they are still named and nobody is removing them."""
    length = await _length(files, named.key)
    async with works.read() as work:
        stored = await work.room_objects.get(named.room_id, named.object_id)
        part = await work.room_objects.part(named.room_id, named.object_id, named.part.n)
        room = await work.rooms.get(named.room_id)
    if stored is None or stored.state is ObjectState.DELETING or part != named.part or length == named.part.bytes:
        return None
    if room is None or room.state is not RoomState.OPEN:
        return None
    return Kind.NO_BYTES if length is None else Kind.OTHER_LENGTH


async def _length(files: Files, key: str) -> int | None:
    try:
        return await files.size(key)
    except FileMissing:
        return None
