"""Who is in a room, what changes in it, and signals from one to another."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from fastapi import FastAPI

from domain.rooms.hints import tell_changed, tell_entry, tell_removed, tell_stored
from domain.rooms.room import ObjectId, RoomId
from storage.presence.memory import MemoryPresence
from tests.api.rooms.sockets import WITHIN, joined, listening
from tests.api.rooms.visiting import ROOMS, OpenRoom
from tests.signed_in import Person, parts_of_app
from ui.parts import Parts
from ui.rooms import open_rooms
from ui.rooms.open_rooms import opened_rooms
from ui.settings import Settings


@pytest.fixture
def settings(make_settings: Callable[..., Settings]) -> Settings:
    return make_settings(stun_urls="stun:one.test, stun:two.test", turn_urls="turn:one.test", turn_secret="north")


async def test_the_welcome_says_how_things_are(address: str, room: OpenRoom) -> None:
    told = (await room.call("GET")).json()
    async with joined(address, room) as (anna, first), joined(address, room) as (_, second):
        assert first["peers"] == []
        assert second["peers"] == [anna.id]
        assert first["last_seq"] == 0
        assert datetime.fromisoformat(first["expires_at"]) == datetime.fromisoformat(told["expires_at"])
        [stun, turn] = first["ice_servers"]
        assert stun == {"urls": ["stun:one.test", "stun:two.test"]}
        assert turn["urls"] == ["turn:one.test"]
        assert turn["username"].isdigit()
        assert [one["urls"] for one in told["ice_servers"]] == [stun["urls"], turn["urls"]]


async def test_who_is_there_hears_who_comes_and_nobody_hears_of_themselves(address: str, room: OpenRoom) -> None:
    async with joined(address, room) as (anna, _), joined(address, room) as (ben, _):
        assert await anna.heard() == {"type": "joined", "peer": ben.id}
        async with joined(address, room) as (cleo, welcome):
            assert welcome["peers"] == sorted([anna.id, ben.id])
            assert await anna.heard() == await ben.heard() == {"type": "joined", "peer": cleo.id}
        await ben.say(type="ping")
        assert await ben.heard() == {"type": "pong"}  # nobody has left yet: phones come back from their file picker


async def test_a_signal_reaches_the_one_it_is_for_and_names_its_sender(address: str, room: OpenRoom) -> None:
    async with (
        joined(address, room) as (anna, _),
        joined(address, room) as (ben, _),
        joined(address, room) as (cleo, _),
    ):
        await cleo.say(type="signal", to=ben.id, sealed="c2VhbGVk", **{"from": anna.id})
        assert await ben.hears("joined") == {"type": "joined", "peer": cleo.id}
        assert await ben.heard() == {"type": "signal", "from": cleo.id, "sealed": "c2VhbGVk"}
        for n in range(50):
            await ben.say(type="signal", to=cleo.id, sealed=str(n))
        assert [(await cleo.hears("signal"))["sealed"] for _ in range(50)] == [str(n) for n in range(50)]
        await anna.hears("joined")
        await anna.hears("joined")
        await anna.say(type="ping")
        await anna.hears("pong")


async def test_a_signal_to_nobody_or_into_another_room_is_lost_without_a_word(
    address: str, room: OpenRoom, another_room: OpenRoom
) -> None:
    async with joined(address, room) as (anna, _), joined(address, another_room) as (ben, welcome):
        assert welcome["peers"] == []
        await anna.say(type="signal", to=ben.id, sealed="x")
        await anna.say(type="signal", to="0" * 24, sealed="x")
        await anna.say(type="signal", to=anna.id, sealed="mine")
        assert (await anna.hears("signal"))["sealed"] == "mine"
        await ben.say(type="ping")
        await ben.hears("pong")


async def test_one_may_sit_in_two_rooms_by_one_name(address: str, room: OpenRoom, another_room: OpenRoom) -> None:
    async with joined(address, room) as (anna, _), joined(address, another_room, anna.id) as (_, welcome):
        assert welcome["peers"] == []


async def test_hints_are_passed_on_in_their_order(address: str, room: OpenRoom, running: Parts) -> None:
    room_id, object_id = RoomId(room.id), ObjectId("ab" * 16)
    async with joined(address, room) as (anna, _):
        await tell_entry(running.messages, room_id, 7)
        await tell_stored(running.messages, room_id, object_id)
        await tell_changed(running.messages, room_id)
        await tell_removed(running.messages, room_id, object_id)
        assert [await anna.heard() for _ in range(4)] == [
            {"type": "entry", "seq": 7},
            {"type": "stored", "object_id": object_id},
            {"type": "changed"},
            {"type": "removed", "object_id": object_id},
        ]


async def test_what_else_is_published_there_reaches_nobody_and_breaks_nothing(
    address: str, room: OpenRoom, running: Parts, caplog: pytest.LogCaptureFixture
) -> None:
    async with joined(address, room) as (anna, _):
        for text in ('{"type": "welcome"}', '{"type": "join", "auth": "x"}', '{"type": 5}', "{}"):
            await running.messages.publish(f"room/{room.id}", text)
        await tell_entry(running.messages, RoomId(room.id), 1)
        await anna.hears("entry")
    assert caplog.text == ""


async def test_a_message_of_a_type_to_come_is_passed_over(address: str, room: OpenRoom) -> None:
    async with joined(address, room) as (anna, _):
        await anna.say(type="dance", to="x")
        await anna.say(type="ping", more=[1, 2])
        await anna.hears("pong")


async def test_whoever_comes_back_in_time_never_left(address: str, room: OpenRoom) -> None:
    async with joined(address, room) as (anna, _):
        async with joined(address, room) as (ben, _):
            await anna.hears("joined")
        async with joined(address, room, ben.id) as (again, welcome):
            assert welcome["peers"] == [anna.id]
            await again.say(type="signal", to=anna.id, sealed="back")
            assert (await anna.hears("signal"))["from"] == ben.id


async def test_whoever_stays_away_has_left(app: FastAPI, room: OpenRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_rooms, "KEEP_SECONDS", 0.05)
    parts = replace(parts_of_app(app), presence=MemoryPresence(grace=0.2))
    app.state.parts = parts
    async with opened_rooms(parts) as rooms, listening(app) as address:
        app.state.open_rooms = rooms
        async with joined(address, room) as (anna, _):
            async with joined(address, room) as (ben, _):
                await anna.hears("joined")
            assert await anna.heard() == {"type": "left", "peer": ben.id}
            async with joined(address, room, ben.id):
                assert await anna.heard() == {"type": "joined", "peer": ben.id}
            assert await parts.presence.inside([room.id]) == {room.id: 2}


async def test_the_list_of_own_rooms_counts_who_is_inside(address: str, anna: Person, room: OpenRoom) -> None:
    async with joined(address, room), joined(address, room):
        [listed] = (await anna.get(ROOMS)).json()["items"]
        assert listed["people_inside"] == 2


async def test_whose_other_end_is_gone_is_noticed(app: FastAPI, room: OpenRoom) -> None:
    """A page's browser answers the server's pings by itself; one that is gone does not."""
    async with listening(app, ws_ping_interval=0.1, ws_ping_timeout=0.1) as address:
        async with joined(address, room) as (ben, _):
            ben.socket.transport.pause_reading()
            await until_nobody_is_in(app)
            ben.socket.transport.abort()
        async with joined(address, room, ben.id):
            pass


async def test_nothing_is_held_for_a_room_that_everybody_has_left(address: str, app: FastAPI, room: OpenRoom) -> None:
    async with joined(address, room), joined(address, room):
        assert len(app.state.open_rooms) == 1
    await until_nobody_is_in(app)


async def until_nobody_is_in(app: FastAPI) -> None:
    async with asyncio.timeout(WITHIN):
        while len(app.state.open_rooms):  # noqa: ASYNC110  # it is the program's own state, which has no event for tests
            await asyncio.sleep(0.01)
