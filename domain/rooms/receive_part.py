"""Taking in one part of an object: bytes under a key of their own, then the row, so that what is acknowledged is kept.

Of several that are sent at once exactly one counts; the files of the others go again.
"""

from collections.abc import AsyncIterable, AsyncIterator
from dataclasses import dataclass
from hashlib import sha256

from domain.files import OutOfSpace
from domain.ids import new_uuid
from domain.media.upload import DiskFull
from domain.media.upload_rules import check_disk, while_disk_lasts
from domain.rooms.find_room import share_room
from domain.rooms.keys import part_key
from domain.rooms.room import Keep, ObjectId, RoomId, RoomNotFound, RoomOver
from domain.rooms.room_store import RoomStore
from domain.rooms.stored_object import (
    ObjectState,
    Part,
    PartDigestWrong,
    PartTaken,
    RoomKeepsNothing,
    RoomObjectNotFound,
    RoomPartIncomplete,
    RoomPartTooLarge,
    StoredObject,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """A part about to come: of which object, its number, its length and SHA-256; `is_here` if it came before."""

    stored: StoredObject
    n: int
    sha256: bytes
    bytes: int
    is_here: bool


async def expect_part(store: RoomStore, room_id: RoomId, object_id: ObjectId, n: int, digest: bytes) -> Expected:
    """What is to come. Raises RoomObjectNotFound, RoomPartNotFound, or PartTaken when other bytes are here."""
    async with store.works.read() as work:
        stored = await work.room_objects.get(room_id, object_id)
        here = await work.room_objects.part(room_id, object_id, n)
    if stored is None or stored.state is ObjectState.DELETING:
        raise RoomObjectNotFound
    size = stored.part_bytes(n)
    if here is not None and here.sha256 != digest:
        raise PartTaken
    return Expected(stored=stored, n=n, bytes=size, sha256=digest, is_here=here is not None)


async def receive_part(store: RoomStore, expected: Expected, chunks: AsyncIterable[bytes]) -> None:
    """Keep the part. Again with the same bytes, nothing changes.

    Raises RoomPartTooLarge, RoomPartIncomplete, PartDigestWrong, PartTaken, DiskFull, RoomKeepsNothing,
    RoomObjectNotFound, RoomNotFound or RoomOver; then no bytes are left.
    """
    exact = _exactly(expected.bytes, chunks)
    if expected.is_here:
        await _compare(expected, exact)
        return
    part = await _write(store, expected, exact)
    try:
        counts = await _keep(store, expected.stored, part)
    except (PartTaken, RoomKeepsNothing, RoomObjectNotFound, RoomNotFound, RoomOver):
        await store.files.delete([_key(expected.stored, part)])
        raise
    if not counts:
        await store.files.delete([_key(expected.stored, part)])


async def _write(store: RoomStore, expected: Expected, chunks: AsyncIterable[bytes]) -> Part:
    await check_disk(store.files, store.limits, expected.bytes)
    part = Part(n=expected.n, sha256=expected.sha256, bytes=expected.bytes, attempt=new_uuid())
    key = _key(expected.stored, part)
    try:
        written = await store.files.write(key, while_disk_lasts(store.files, store.limits, chunks))
    except OutOfSpace:
        raise DiskFull from None
    if written.sha256 != part.sha256:
        await store.files.delete([key])
        raise PartDigestWrong
    return part


async def _keep(store: RoomStore, coming: StoredObject, part: Part) -> bool:
    """Whether the part counts; it does not when the same bytes came meanwhile."""
    async with store.works.write() as work:
        now = store.clock.now()
        # Shared, so that nobody ends the room and looks for its files before this one has its row.
        room = await share_room(work, coming.room_id, now)
        if room.keep is Keep.NEVER:
            raise RoomKeepsNothing
        stored = await work.room_objects.hold(coming.room_id, coming.id)
        # The same object, removed and announced anew meanwhile, is another: these bytes may be taken for strays by now.
        is_same = stored is not None and stored.uploader_hash == coming.uploader_hash
        if stored is None or not is_same or stored.state is ObjectState.DELETING:
            raise RoomObjectNotFound
        here = await work.room_objects.part(coming.room_id, coming.id, part.n)
        if here is None:
            await work.room_objects.add_part(stored, part, now)
        elif here.sha256 != part.sha256:
            raise PartTaken
        return here is None


async def _compare(expected: Expected, chunks: AsyncIterable[bytes]) -> None:
    seen = sha256()
    async for chunk in chunks:
        seen.update(chunk)
    if seen.digest() != expected.sha256:
        raise PartDigestWrong


async def _exactly(size: int, chunks: AsyncIterable[bytes]) -> AsyncIterator[bytes]:
    seen = 0
    async for chunk in chunks:
        seen += len(chunk)
        if seen > size:
            raise RoomPartTooLarge(max_bytes=size)
        yield chunk
    if seen < size:
        raise RoomPartIncomplete(bytes=size)


def _key(stored: StoredObject, part: Part) -> str:
    return part_key(stored.room_id, stored.id, part.n, part.attempt)
