"""A room's end closes its sockets: by the clock at that second, when it is closed, and when its end is moved."""

import asyncio
from datetime import timedelta

import pytest

from domain.rooms.hints import tell_entry
from domain.rooms.room import RoomId
from tests.api.rooms.sockets import joined, on_the_line
from tests.api.rooms.visiting import OpenRoom
from tests.conftest import MovableClock
from ui.parts import Parts
from ui.rooms import open_rooms

OVER = (4410, "room_over")


async def test_at_the_second_of_its_end_every_socket_is_closed_and_not_before(
    address: str, room: OpenRoom, clock: MovableClock
) -> None:
    async with joined(address, room) as (anna, _), joined(address, room) as (ben, _):
        await anna.hears("joined")
        clock.move(timedelta(days=7, seconds=-30))
        await _looks_of_the_clock()
        await ben.say(type="signal", to=anna.id, sealed="x")
        await anna.hears("signal")
        clock.move(timedelta(seconds=30))
        assert await anna.ended() == await ben.ended() == OVER
    async with on_the_line(address, room) as late:
        await late.join(room)
        assert await late.ended() == OVER


async def test_over_comes_before_a_wrong_secret(address: str, room: OpenRoom, clock: MovableClock) -> None:
    clock.move(timedelta(days=7))
    async with on_the_line(address, room) as eve:
        await eve.join(room, b"x" * 32)
        assert await eve.ended() == OVER


async def test_closing_a_room_closes_its_sockets(address: str, room: OpenRoom) -> None:
    async with joined(address, room) as (anna, _):
        assert (await room.call("DELETE", by=room.as_owner)).status_code == 204
        assert await anna.ended() == OVER


async def test_nobody_slips_in_while_a_room_is_closed(
    address: str, room: OpenRoom, caplog: pytest.LogCaptureFixture
) -> None:
    async def ended() -> tuple[int, str]:
        async with on_the_line(address, room) as somebody:
            await somebody.join(room)
            return await somebody.ended()

    coming = [asyncio.create_task(ended()) for _ in range(20)]
    await asyncio.sleep(0.03)  # by then some are in, some at the door
    assert (await room.call("DELETE", by=room.as_owner)).status_code == 204
    assert await asyncio.gather(*coming) == [OVER] * 20
    assert caplog.text == ""


async def test_no_signal_passes_from_that_second_on(
    address: str, room: OpenRoom, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_rooms, "WATCH_SECONDS", 60)
    async with joined(address, room) as (anna, _):
        clock.move(timedelta(days=7))
        await anna.say(type="signal", to=anna.id, sealed="x")
        assert await anna.ended() == OVER


async def test_a_room_that_is_shortened_ends_then_and_one_that_is_lengthened_goes_on(
    address: str, room: OpenRoom, clock: MovableClock
) -> None:
    async def end_in(days: int) -> None:
        end = (clock.now() + timedelta(days=days)).isoformat()
        answer = await room.call("PATCH", by=room.as_owner, json={"expires_at": end})
        assert answer.status_code == 200, answer.text

    async with joined(address, room) as (anna, _):
        await end_in(2)
        await anna.hears("changed")
        clock.move(timedelta(days=1))
        await end_in(4)
        await anna.hears("changed")
        clock.move(timedelta(days=2))
        await _looks_of_the_clock()
        await anna.say(type="ping")
        await anna.hears("pong")
        clock.move(timedelta(days=2))
        assert await anna.ended() == OVER


async def test_an_end_of_which_no_hint_came_is_noticed_all_the_same(
    address: str, running: Parts, room: OpenRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_rooms, "KEEP_SECONDS", 0.05)
    async with joined(address, room) as (anna, _):
        async with running.works.write() as work:
            await work.rooms.close(RoomId(room.id), running.clock.now())
        assert await anna.ended() == OVER


async def test_a_clock_that_is_set_back_ends_nothing(address: str, room: OpenRoom, clock: MovableClock) -> None:
    async with joined(address, room) as (anna, _):
        clock.move(timedelta(days=-2))
        await _looks_of_the_clock()
        await anna.say(type="ping")
        await anna.hears("pong")


async def test_a_hint_that_fails_ends_no_socket(
    address: str, running: Parts, room: OpenRoom, caplog: pytest.LogCaptureFixture
) -> None:
    async with joined(address, room) as (anna, _):
        await running.messages.publish(f"room/{room.id}", "no json")
        await tell_entry(running.messages, RoomId(room.id), 1)
        await anna.hears("entry")
    assert "a hint to a room could not be followed" in caplog.text


async def _looks_of_the_clock() -> None:
    """Long enough for the sockets' clock to be looked at."""
    await asyncio.sleep(open_rooms.WATCH_SECONDS * 1.2)
