"""What is over goes from disk and database, whatever interrupted it before, and nothing that is not (G64, H78)."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from datetime import timedelta
from hashlib import sha256

import httpx
import pytest

from domain.rooms.check import room_differences
from domain.rooms.end_rooms import end_rooms
from domain.rooms.receive_part import expect_part, receive_part
from domain.rooms.room import ObjectId, RoomId
from domain.rooms.stored_object import RESERVED_FOR, RoomObjectNotFound
from tests.api.rooms.visiting import OpenRoom, opened
from tests.conftest import MovableClock
from tests.signed_in import Person
from ui.api.room_objects import room_store
from ui.parts import Parts

FIRST, SECOND = "0f" * 16, "1f" * 16
WEEK = timedelta(days=7)
SWEEPS = ("end-rooms", "remove-abandoned-objects", "remove-room-strays")


async def sweep(running: Parts) -> list[int | None]:
    return [await running.timetable.run(name) for name in SWEEPS]


async def kept_files(running: Parts) -> list[str]:
    return [stored.key async for stored in running.files.list("rooms/")]


async def rows_of(running: Parts, room: OpenRoom) -> tuple[int, int]:
    """How many of its entries and objects are in the database."""
    async with running.works.read() as work:
        entries = await work.room_entries.after(RoomId(room.id), 0, 100, 1 << 20)
        return len(entries), len(await work.room_objects.every(None, 100))


async def test_of_an_expired_room_nothing_is_left_but_that_it_was(
    room: OpenRoom, running: Parts, clock: MovableClock
) -> None:
    await room.keep(FIRST, b"sealed")
    await room.announce(SECOND, 6)
    assert (await room.call("POST", "/entries", json={"seq": 1, "sealed": ["b25l"]})).status_code == 201
    clock.move(WEEK - timedelta(seconds=30))
    assert await sweep(running) == [0, 1, 0]  # what lapsed long before its room
    assert len(await kept_files(running)) == 1
    clock.move(timedelta(minutes=1))
    assert await sweep(running) == [1, 0, 0]
    assert await kept_files(running) == []
    assert await rows_of(running, room) == (0, 0)
    assert (await room.call("GET")).status_code == 410
    clock.move(timedelta(days=29))
    assert await sweep(running) == [0, 0, 0]
    assert (await room.call("GET")).status_code == 410
    clock.move(timedelta(days=1))
    assert await sweep(running) == [1, 0, 0]
    assert (await room.call("GET")).status_code == 404


async def test_who_is_in_a_room_that_expires_is_told(room: OpenRoom, running: Parts, clock: MovableClock) -> None:
    async with running.messages.subscribe(f"room/{room.id}") as texts:
        clock.move(WEEK)
        await sweep(running)
        async with asyncio.timeout(5):
            assert await anext(texts) == '{"type": "over"}'


async def test_an_object_whose_sender_never_came_back_goes_after_a_day(
    room: OpenRoom, running: Parts, clock: MovableClock
) -> None:
    await room.announce(FIRST, 6)
    assert (await room.put(FIRST, 0, b"sealed")).status_code == 204
    clock.move(RESERVED_FOR - timedelta(seconds=30))
    assert await sweep(running) == [0, 0, 0]
    await room.announce(FIRST, 6)  # somebody goes on with it
    clock.move(RESERVED_FOR - timedelta(seconds=30))
    assert await sweep(running) == [0, 0, 0]
    clock.move(timedelta(minutes=1))
    assert await sweep(running) == [0, 1, 0]
    assert await kept_files(running) == []
    async with running.works.read() as work:
        left = await work.rooms.get(RoomId(room.id))
    assert left is not None
    assert (left.objects, left.bytes_reserved) == (0, 0)


async def test_a_removal_that_was_cut_short_is_finished(room: OpenRoom, running: Parts) -> None:
    await room.keep(FIRST, b"sealed")
    async with running.works.write() as work:
        await work.room_objects.mark_deleting(RoomId(room.id), [ObjectId(FIRST)])
    assert (await room.call("GET", f"/objects/{FIRST}")).status_code == 404
    assert await sweep(running) == [0, 1, 0]
    assert await kept_files(running) == []


class _CutShort(Exception):
    """The machine stopped."""


async def test_emptying_that_was_cut_short_at_any_step_is_finished(
    room: OpenRoom, running: Parts, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await room.keep(FIRST, b"sealed")
    clock.move(WEEK)
    whole = running.files.delete

    async def cut_short(keys: Iterable[str]) -> None:
        await whole(keys)
        raise _CutShort

    with monkeypatch.context() as now:
        now.setattr(running.files, "delete", cut_short)
        with pytest.raises(_CutShort):
            await end_rooms(running.works, running.files, running.messages, clock)
    assert await rows_of(running, room) == (0, 1)
    assert (await room.call("GET")).status_code == 410
    assert await sweep(running) == [1, 0, 0]
    assert await rows_of(running, room) == (0, 0)


async def test_bytes_without_a_row_go_and_those_that_may_still_get_one_stay(room: OpenRoom, running: Parts) -> None:
    await room.keep(FIRST, b"sealed")
    await room.announce(SECOND, 6)
    ours = await kept_files(running)
    attempt = ours[0].partition("-")[2]
    coming = f"rooms/{room.id}/{SECOND}/0-{attempt}"
    strays = [
        f"rooms/{room.id}/{FIRST}/0-{attempt[:-1]}{'0' if attempt[-1] != '0' else '1'}",
        f"rooms/{room.id}/{'2f' * 16}/0-{attempt}",
        f"rooms/{'3f' * 16}/{FIRST}/0-{attempt}",
        f"rooms/{room.id}/something",
    ]
    for key in (coming, *strays):
        await running.files.write(key, _once(b"sealed"))
    found = [str(one) async for one in room_differences(running.works, running.files)]
    assert found == [f"{key}: no row" for key in sorted(strays)]
    assert await sweep(running) == [0, 0, 4]
    assert await kept_files(running) == sorted([*ours, coming])


async def test_what_comes_for_an_object_that_was_removed_does_not_count_for_it_anew(
    room: OpenRoom, running: Parts
) -> None:
    await room.announce(FIRST, 6)
    room_id, object_id = RoomId(room.id), ObjectId(FIRST)
    expected = await expect_part(room_store(running), room_id, object_id, 0, sha256(b"sealed").digest())
    assert (await room.call("DELETE", f"/objects/{FIRST}", by=room.as_owner)).status_code == 204
    await room.announce(FIRST, 6)
    with pytest.raises(RoomObjectNotFound):
        await receive_part(room_store(running), expected, _once(b"sealed"))
    assert await kept_files(running) == []


async def test_parts_whose_bytes_are_missing_or_cut_are_named(room: OpenRoom, running: Parts) -> None:
    await room.keep(FIRST, b"sealed")
    await room.keep(SECOND, b"sealed")
    first, second = await kept_files(running)
    await running.files.delete([first])
    await running.files.write(second, _once(b"cut"))
    found = [str(one) async for one in room_differences(running.works, running.files)]
    assert found == [f"{first}: no bytes", f"{second}: not as many bytes as its row says"]
    assert await sweep(running) == [0, 0, 0]


async def test_rooms_of_others_stay(
    room: OpenRoom, anna: Person, nobody: httpx.AsyncClient, running: Parts, clock: MovableClock
) -> None:
    await room.keep(FIRST, b"sealed")
    short = await opened(anna, nobody, days=1)
    await short.keep(FIRST, b"sealed")
    clock.move(timedelta(days=2))
    assert await sweep(running) == [1, 0, 0]
    assert [key.split("/")[1] for key in await kept_files(running)] == [room.id]
    assert (await room.call("GET", f"/objects/{FIRST}")).content == b"sealed"


async def test_what_went_while_the_clock_was_ahead_does_not_come_back(
    room: OpenRoom, running: Parts, clock: MovableClock
) -> None:
    await room.keep(FIRST, b"sealed")
    clock.move(-timedelta(days=2))
    assert await sweep(running) == [0, 0, 0]
    assert (await room.call("GET", f"/objects/{FIRST}")).content == b"sealed"
    clock.move(WEEK + timedelta(days=2))
    assert await sweep(running) == [1, 0, 0]
    clock.move(-WEEK)
    assert (await room.call("GET")).status_code == 410


async def test_the_metrics_say_for_how_long_something_is_overdue(
    room: OpenRoom, running: Parts, clock: MovableClock, api: httpx.AsyncClient
) -> None:
    assert await _overdue(api) == 0
    clock.move(WEEK + timedelta(hours=1))
    assert await _overdue(api) == pytest.approx(3600, abs=60)
    await sweep(running)
    assert await _overdue(api) == 0


async def _overdue(api: httpx.AsyncClient) -> float:
    text = (await api.get("http://kamra.test/metrics")).text
    [line] = [line for line in text.splitlines() if line.startswith("kamra_rooms_overdue_seconds ")]
    return float(line.split()[1])


async def _once(content: bytes) -> AsyncIterator[bytes]:
    yield content
