"""Unknown, expired and closed rooms: the same on every call, to the second, before anything else is looked at."""

from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest

from tests.api.rooms.visiting import ROOMS, OpenRoom, content_digest, opened
from tests.conftest import MovableClock
from tests.signed_in import Person
from ui.accounts.leaving import leave_for_good
from ui.parts import Parts

OBJECT = "0f" * 16
CALLS: dict[str, dict[str, Any]] = {
    "GET ": {},
    "PATCH ": {"json": {"keep": "ask"}},
    "DELETE ": {},
    "GET /entries": {},
    "POST /entries": {"json": {"seq": 1, "sealed": ["b25l"]}},
    "POST /objects": {"json": {"object_id": OBJECT, "bytes": 6}},
    f"GET /objects/{OBJECT}": {},
    f"DELETE /objects/{OBJECT}": {},
    f"GET /objects/{OBJECT}/parts": {},
    f"PUT /objects/{OBJECT}/parts/0": {"content": b"sealed", "headers": {"Content-Digest": content_digest(b"sealed")}},
    f"POST /objects/{OBJECT}/complete": {},
}
OWNER = {"PATCH ", "DELETE ", f"DELETE /objects/{OBJECT}"}


async def ask(room: OpenRoom, call: str, *, by: str | None = None) -> httpx.Response:
    method, _, path = call.partition(" ")
    who = room.as_owner if by is None and call in OWNER else by
    return await room.call(method, path, by=who, **CALLS[call])


@pytest.mark.parametrize("call", CALLS)
async def test_nothing_is_told_of_a_room_that_is_not_there(anna: Person, nobody: httpx.AsyncClient, call: str) -> None:
    unknown = OpenRoom(client=nobody)
    for who in (None, "", anna.client.headers["Authorization"]):
        answer = await ask(unknown, call, by=who)
        assert (answer.status_code, answer.json()["code"]) == (404, "room_not_found")
    assert (await ask(OpenRoom(client=nobody, id="x"), call)).json()["code"] == "room_not_found"


@pytest.mark.parametrize("call", CALLS)
async def test_a_room_is_over_at_its_second_on_every_call(room: OpenRoom, clock: MovableClock, call: str) -> None:
    await room.keep(OBJECT, b"sealed")
    ends = datetime.fromisoformat((await room.call("GET")).json()["expires_at"])
    clock.move(ends - clock.now() - timedelta(seconds=0.5))
    assert (await room.call("GET")).status_code == 200
    clock.move(timedelta(seconds=0.5))
    for who in (None, "", "Room AAAA"):
        over = await ask(room, call, by=who)
        assert (over.status_code, over.json()["code"]) == (410, "room_over")
        assert datetime.fromisoformat(over.json()["over_at"]) == ends
        assert over.json()["closed"] is False


@pytest.mark.parametrize("call", CALLS)
async def test_a_closed_room_is_over_on_every_call(
    room: OpenRoom, running: Parts, clock: MovableClock, call: str
) -> None:
    await room.keep(OBJECT, b"sealed")
    assert (await room.call("DELETE", by=room.as_owner)).status_code == 204
    over = await ask(room, call)
    assert (over.status_code, over.json()["code"], over.json()["closed"]) == (410, "room_over", True)
    assert abs(datetime.fromisoformat(over.json()["over_at"]) - clock.now()) < timedelta(minutes=1)
    assert [stored async for stored in running.files.list("rooms/")] == []
    clock.move(-timedelta(days=1))  # a clock that is set back opens nothing
    assert (await ask(room, call)).status_code == 410


async def test_its_owner_s_account_may_close_it(room: OpenRoom, anna: Person) -> None:
    assert (await anna.delete(room.path)).status_code == 204
    assert (await room.call("GET")).status_code == 410


async def test_a_room_that_is_over_is_in_no_list_and_its_id_is_not_free(
    room: OpenRoom, anna: Person, ben: Person, nobody: httpx.AsyncClient
) -> None:
    other = await opened(anna, nobody)
    listed = (await anna.get(ROOMS)).json()
    assert [one["room_id"] for one in listed["items"]] == [other.id, room.id]
    await room.call("DELETE", by=room.as_owner)
    assert [one["room_id"] for one in (await anna.get(ROOMS)).json()["items"]] == [other.id]
    assert (await anna.post(ROOMS, json=room.announced())).status_code == 409
    assert (await ben.get(ROOMS)).json()["items"] == []


async def test_the_rooms_of_somebody_who_leaves_are_closed_and_empty(
    room: OpenRoom, anna: Person, running: Parts, clock: MovableClock, nobody: httpx.AsyncClient
) -> None:
    expired = await opened(anna, nobody, days=1)
    for one in (room, expired):
        await one.keep(OBJECT, b"sealed")
    clock.move(timedelta(days=1))
    async with running.messages.subscribe(f"room/{room.id}") as told:
        await leave_for_good(running, anna.account.id)
        assert await anext(told) == '{"type": "over"}'
    for one in (room, expired):
        assert (await one.call("GET")).status_code == 410
    assert [stored async for stored in running.files.list("rooms/")] == []
