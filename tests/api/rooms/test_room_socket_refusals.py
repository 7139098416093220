"""What closes the socket of a room: a wrong secret, nonsense, too much, another website; always by a plain code."""

import asyncio
import json
import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from websockets.exceptions import InvalidStatus

from domain.rooms.presence import MOST_PEERS
from tests.api.rooms.sockets import WITHIN, Peer, joined, on_the_line
from tests.api.rooms.visiting import OpenRoom, base64url
from tests.conftest import MovableClock
from tests.signed_in import parts_of_app
from ui.rooms import open_rooms, socket
from ui.settings import Settings
from ui.web.garbled_text import is_garbled_text

DEEP = "[" * 60_000
PEER = "ab" * 12
FIRST: tuple[str | bytes, ...] = (
    "",
    "x",
    "{",
    "5",
    "null",
    "[]",
    "{}",
    DEEP,
    '{"type": 5}',
    '{"type": ["join"]}',
    '{"type": "join"}',
    json.dumps({"type": "join", "auth": "", "peer": PEER}),
    json.dumps({"type": "join", "auth": "\ud800", "peer": PEER}),
    json.dumps({"type": "join", "auth": "x", "peer": "x"}),
    json.dumps({"type": "join", "auth": "x", "peer": PEER.upper()}),
    json.dumps({"type": "join", "auth": "x", "peer": 5}),
    json.dumps({"type": "join", "auth": {"x": 1}, "peer": PEER}),
    '{"type": "join", "n": 1' + "0" * 5000 + "}",
    b'{"type": "join"}',
    b"\xff\xfe",
)
LATER: tuple[str | dict[str, Any], ...] = (
    "nonsense",
    DEEP,
    {"type": "signal", "to": PEER},
    {"type": "signal", "to": PEER, "sealed": ""},
    {"type": "signal", "to": PEER, "sealed": "not base64url!"},
    {"type": "signal", "to": PEER, "sealed": {"x": 1}},
    {"type": "signal", "to": "everybody", "sealed": "x"},
    {"type": "signal", "sealed": "x"},
)


@pytest.fixture(autouse=True)
def _nothing_is_logged(caplog: pytest.LogCaptureFixture) -> Any:
    yield
    warnings = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert [record.getMessage() for record in warnings if not is_garbled_text(record)] == []


@pytest.fixture
def settings(make_settings: Callable[..., Settings]) -> Settings:
    return make_settings(rate_limits="on")


async def test_a_room_that_never_was_is_unknown(address: str, room: OpenRoom) -> None:
    for room_id in ("0" * 32, "A" * 32, "x", "%00" * 5):
        other = OpenRoom(client=room.client, id=room_id)
        async with on_the_line(address, other) as anna:
            await anna.join(other)
            assert await anna.ended() == (4404, "room_not_found")


async def test_a_wrong_secret_is_counted_with_those_of_the_calls_and_then_locks_the_address_out(
    address: str, app: FastAPI, room: OpenRoom, clock: MovableClock
) -> None:
    async def tried(auth: bytes) -> tuple[int, str]:
        async with on_the_line(address, room) as eve:
            await eve.join(room, auth)
            return await eve.ended()

    assert [await tried(b"x" * 32) for _ in range(8)] == [(4401, "room_auth_wrong")] * 8
    transport = httpx.ASGITransport(app=app, client=("127.0.0.1", 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://kamra.test") as calls:
        wrong = {"Authorization": f"Room {base64url(b'y' * 32)}"}
        for _ in range(2):
            assert (await calls.get(room.path, headers=wrong)).status_code == 401
        assert await tried(room.auth) == (4429, "too_many_tries")
        assert (await calls.get(room.path, headers=wrong)).status_code == 429
    clock.move(timedelta(minutes=61))
    async with joined(address, room):
        pass


async def test_a_first_message_that_cannot_be_read_closes_the_socket(address: str, room: OpenRoom) -> None:
    for first in FIRST:
        async with on_the_line(address, room) as eve:
            await eve.socket.send(first)
            assert await eve.ended() == (4400, "message_malformed"), first


async def test_whoever_does_not_begin_with_a_join_is_shown_out(
    address: str, room: OpenRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_the_line(address, room) as eve:
        await eve.say(type="signal", to=PEER, sealed="x")
        assert await eve.ended() == (4400, "join_missing")
    monkeypatch.setattr(socket, "JOIN_SECONDS", 0.05)
    async with on_the_line(address, room) as silent:
        assert await silent.ended() == (4400, "join_missing")


async def test_a_later_message_that_cannot_be_read_closes_that_socket_alone(address: str, room: OpenRoom) -> None:
    async with joined(address, room) as (anna, _):
        for later in LATER:
            async with joined(address, room) as (eve, _):
                await eve.socket.send(later if isinstance(later, str) else json.dumps(later))
                assert await eve.ended() == (4400, "message_malformed"), later
            await anna.hears("joined")
        await anna.say(type="ping")
        await anna.hears("pong")


async def test_a_join_that_is_sent_again_is_refused(address: str, room: OpenRoom) -> None:
    """On the same socket, on another while the first is open, and with the first one untouched by it."""
    async with joined(address, room) as (anna, _):
        async with on_the_line(address, room) as line:
            eve = Peer(socket=line.socket, id=anna.id)
            await eve.join(room)
            assert await eve.ended() == (4409, "peer_here_already")
        await anna.say(type="signal", to=anna.id, sealed="mine")
        await anna.hears("signal")
        await anna.join(room)
        assert await anna.ended() == (4400, "message_malformed")


async def test_64_kib_fit_into_a_message_and_no_byte_more(address: str, room: OpenRoom) -> None:
    empty = len(json.dumps({"type": "signal", "to": PEER, "sealed": ""}))
    async with joined(address, room) as (anna, _):
        await anna.say(type="signal", to=PEER, sealed="x" * (64 * 1024 - empty))
        await anna.say(type="ping")
        await anna.hears("pong")
        await anna.say(type="signal", to=PEER, sealed="x" * (64 * 1024 - empty + 1))
        assert await anna.ended() == (4413, "message_too_large")
    async with joined(address, room) as (anna, _):
        await anna.say(type="é" * 40_000)  # fewer characters than that, and more bytes
        assert await anna.ended() == (4413, "message_too_large")


async def test_what_is_far_too_large_is_not_even_taken_in(address: str, room: OpenRoom) -> None:
    async with on_the_line(address, room) as eve:
        await eve.socket.send("x" * 300_000)
        assert (await eve.ended())[0] == 1009


async def test_a_flood_closes_the_socket_and_an_honest_burst_does_not(address: str, room: OpenRoom) -> None:
    async with joined(address, room) as (anna, _), joined(address, room) as (eve, _):
        for n in range(250):
            await anna.say(type="signal", to=eve.id, sealed=str(n))
        assert [(await eve.hears("signal"))["sealed"] for _ in range(250)] == [str(n) for n in range(250)]
        for _ in range(40):
            await eve.say(type="signal", to=anna.id, sealed="x" * 60_000)
        assert await eve.ended() == (4429, "message_too_soon")
        await anna.hears("joined")


async def test_what_nobody_understands_counts_as_well(address: str, room: OpenRoom) -> None:
    async with joined(address, room) as (eve, _):
        for _ in range(400):
            await eve.say(type="dance")
        assert await eve.ended() == (4429, "message_too_soon")


async def test_one_address_has_only_so_many_sockets(
    address: str, room: OpenRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_rooms, "MOST_FROM_ONE_ADDRESS", 2)
    async with joined(address, room) as (anna, _), on_the_line(address, room):
        async with on_the_line(address, room) as third:
            assert await third.ended() == (4429, "too_many_sockets")
        await anna.say(type="ping")
        await anna.hears("pong")
    async with joined(address, room), joined(address, room):
        pass


async def test_a_room_holds_only_so_many_people(address: str, app: FastAPI, room: OpenRoom) -> None:
    presence = parts_of_app(app).presence
    for n in range(MOST_PEERS):
        await presence.join(room.id, f"{n:024x}", "elsewhere")
    async with on_the_line(address, room) as late:
        await late.join(room)
        assert await late.ended() == (4409, "room_crowded")


async def test_h74_another_website_opens_no_socket(address: str, room: OpenRoom) -> None:
    foreign = ("http://evil.test", "null", "http://127.0.0.1:1", "http://kamra.test.evil.test", "http://[::1", "")
    for origin in foreign:
        with pytest.raises(InvalidStatus) as refused:
            async with on_the_line(address, room, additional_headers={"Origin": origin}):
                pass
        assert refused.value.response.status_code == 403, origin


async def test_our_own_pages_do(address: str, room: OpenRoom) -> None:
    for origin in ("http://kamra.test", "https://kamra.test", address.replace("ws:", "http:")):
        async with on_the_line(address, room, additional_headers={"Origin": origin}) as anna:
            await anna.join(room)
            await anna.hears("welcome")


async def test_somebody_who_reads_nothing_is_let_go(
    address: str, app: FastAPI, room: OpenRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "_CLOSED_WITHIN", 0.05)
    async with joined(address, room) as (slow, _), asyncio.timeout(WITHIN):
        slow.socket.transport.pause_reading()
        signal = json.dumps({"type": "signal", "to": slow.id, "from": PEER, "sealed": "x" * 60_000})
        while len(app.state.open_rooms):
            await parts_of_app(app).messages.publish(f"room/{room.id}", signal)
            await asyncio.sleep(0)
        slow.socket.transport.abort()


async def test_bytes_that_are_no_text_close_the_socket_and_are_not_news(address: str, room: OpenRoom) -> None:
    async with on_the_line(address, room) as eve:
        await eve.socket.send(b"\xff\xfe", text=True)
        assert (await eve.ended())[0] == 1007
