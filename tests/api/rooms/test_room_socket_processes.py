"""Two processes that share a database and Redis serve one room."""

import os
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from fastapi import FastAPI

from storage.presence.redis import RedisPresence
from tests.api.rooms.sockets import Peer, joined, listening, on_the_line
from tests.api.rooms.visiting import OpenRoom
from tests.conftest import MovableClock
from tests.signed_in import parts_of_app
from ui.app import opened_parts
from ui.rooms import open_rooms
from ui.rooms.open_room import PEOPLE
from ui.rooms.open_rooms import opened_rooms
from ui.rooms.socket_messages import message
from ui.settings import Settings
from ui.web.site import create_site

REDIS = os.environ.get("KAMRA_TEST_REDIS_URL", "")
pytestmark = pytest.mark.skipif(not REDIS, reason="needs make test-services")


@pytest.fixture
async def elsewhere(app: FastAPI, settings: Settings, clock: MovableClock) -> AsyncIterator[str]:
    """Where another process of the same Kamra takes sockets."""
    del app  # it is the first
    web = "all" if "sqlite" in (settings.database_url or "") else "web"
    parts = opened_parts(settings, role=web, clock=clock, ticking=False, password_rounds=4)
    site = create_site(settings, parts, with_pages=False)
    async with site.router.lifespan_context(site), listening(site) as address:
        yield address


async def test_people_of_both_see_and_signal_each_other(address: str, elsewhere: str, room: OpenRoom) -> None:
    async with joined(address, room) as (anna, _), joined(elsewhere, room) as (ben, welcome):
        assert welcome["peers"] == [anna.id]
        assert await anna.heard() == {"type": "joined", "peer": ben.id}
        await anna.say(type="signal", to=ben.id, sealed="offer")
        assert await ben.heard() == {"type": "signal", "from": anna.id, "sealed": "offer"}
        await ben.say(type="signal", to=anna.id, sealed="answer")
        assert await anna.heard() == {"type": "signal", "from": ben.id, "sealed": "answer"}


async def test_a_name_that_is_taken_in_the_one_is_taken_in_the_other(
    address: str, elsewhere: str, room: OpenRoom
) -> None:
    async with joined(address, room) as (anna, _), on_the_line(elsewhere, room) as line:
        eve = Peer(socket=line.socket, id=anna.id)
        await eve.join(room)
        assert await eve.ended() == (4409, "peer_here_already")


async def test_whoever_comes_back_through_the_other_never_left(address: str, elsewhere: str, room: OpenRoom) -> None:
    async with joined(address, room) as (anna, _):
        async with joined(address, room) as (ben, _):
            await anna.hears("joined")
        async with joined(elsewhere, room, ben.id) as (again, _):
            await again.say(type="signal", to=anna.id, sealed="back")
            assert (await anna.hears("signal"))["from"] == ben.id


async def test_what_a_call_to_the_one_does_is_heard_in_the_other(address: str, elsewhere: str, room: OpenRoom) -> None:
    async with joined(elsewhere, room) as (ben, _):
        sealed = {"seq": 1, "sealed": ["AAAA"]}
        assert (await room.call("POST", "/entries", json=sealed)).status_code == 201
        assert await ben.heard() == {"type": "entry", "seq": 1}
        assert (await room.call("DELETE", by=room.as_owner)).status_code == 204
        assert await ben.ended() == (4410, "room_over")


async def test_the_people_of_a_process_that_died_are_not_there_for_long(
    app: FastAPI, room: OpenRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_rooms, "KEEP_SECONDS", 0.1)
    presence = RedisPresence(REDIS, lease=1)
    parts = replace(parts_of_app(app), presence=presence)
    app.state.parts = parts
    async with opened_rooms(parts) as rooms, listening(app) as address:
        app.state.open_rooms = rooms
        async with joined(address, room) as (anna, _):
            await presence.join(room.id, "0" * 24, "a process that does not renew it")
            await parts.messages.publish(f"room/{room.id}", message(PEOPLE))
            assert await anna.heard() == {"type": "joined", "peer": "0" * 24}
            assert await anna.heard() == {"type": "left", "peer": "0" * 24}
            assert await presence.peers(room.id) == {anna.id}
    await presence.close()
