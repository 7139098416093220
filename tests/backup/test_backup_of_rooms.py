"""What a room keeps is in no backup; a room whose time is not over comes back, ready to keep it again."""

import hashlib
import tarfile
from collections.abc import AsyncIterator
from pathlib import Path

from domain.accounts.actor import Actor
from domain.rooms.announce_object import announce_object
from domain.rooms.check import room_differences
from domain.rooms.entry import Entry
from domain.rooms.open_room import NewRoom, open_room
from domain.rooms.receive_part import expect_part, receive_part
from domain.rooms.room import Keep, ObjectId, RoomId
from tests.backup.backing_up import backed_up, restored
from tests.conftest import MovableClock
from ui.api.room_objects import room_store
from ui.api.room_shapes import room_limits_of
from ui.app import opened_parts
from ui.parts import Parts
from ui.settings import Settings

ROOM, OBJECT = RoomId("0f" * 16), ObjectId("1f" * 16)


async def test_a_room_comes_back_without_what_it_kept(
    parts: Parts, actor: Actor, there: Settings, clock: MovableClock, tmp_path: Path
) -> None:
    new = NewRoom(room_id=ROOM, auth_hash=bytes(32), owner_hash=bytes(32), keep=Keep.ALWAYS, days=None)
    async with parts.works.write() as work:
        await open_room(work, actor, new, room_limits_of(parts.settings), clock.now())
        await work.room_entries.add(ROOM, [Entry(seq=1, sealed=b"sealed", at=clock.now())])
    await _keep(parts, b"sealed")
    file = tmp_path / "kamra.tar"
    await backed_up(parts.settings, clock, file)
    with tarfile.open(file) as backup:
        assert [name for name in backup.getnames() if "rooms" in name] == []

    back = await restored(there, clock, file)
    assert (back.damaged, back.missing) == ((), ())
    async with opened_parts(there, role="command", clock=clock, ticking=False, password_rounds=4) as opened:
        async with opened.works.read() as work:
            room = await work.rooms.get(ROOM)
            assert [entry.sealed for entry in await work.room_entries.after(ROOM, 0, 10, 1000)] == [b"sealed"]
        assert room is not None
        assert (room.objects, room.bytes_reserved) == (0, 0)
        assert [one async for one in room_differences(opened.works, opened.files)] == []
        await _keep(opened, b"sealed")


async def _keep(parts: Parts, content: bytes) -> None:
    store = room_store(parts)
    await announce_object(store, ROOM, OBJECT, len(content))
    expected = await expect_part(store, ROOM, OBJECT, 0, hashlib.sha256(content).digest())
    await receive_part(store, expected, _once(content))


async def _once(content: bytes) -> AsyncIterator[bytes]:
    yield content
