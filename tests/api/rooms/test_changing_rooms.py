"""A room's end can be moved forward and back again, never past what it was made for."""

import json
from datetime import datetime, timedelta

import pytest

from tests.api.rooms.visiting import ROOMS, OpenRoom, opened
from tests.conftest import MovableClock
from tests.signed_in import Person
from ui.parts import Parts

OBJECT = "0f" * 16


async def end_of(room: OpenRoom) -> datetime:
    return datetime.fromisoformat((await room.call("GET")).json()["expires_at"])


async def move_end(room: OpenRoom, to: datetime) -> int:
    return (await room.call("PATCH", by=room.as_owner, json={"expires_at": to.isoformat()})).status_code


async def test_a_room_s_end_is_moved_and_moved_back(room: OpenRoom, clock: MovableClock) -> None:
    first = await end_of(room)
    assert await move_end(room, clock.now() + timedelta(hours=1)) == 200
    assert await end_of(room) < clock.now() + timedelta(hours=1)
    assert await move_end(room, first) == 200
    assert await end_of(room) == first
    for beyond in (
        first + timedelta(microseconds=1),
        first + timedelta(days=3650),
        clock.now(),
        clock.now() - timedelta(1),
    ):
        assert await move_end(room, beyond) == 422
    assert await end_of(room) == first


async def test_a_room_made_for_a_day_may_live_as_long_as_any_other(
    anna: Person, clock: MovableClock, room: OpenRoom
) -> None:
    short = await opened(anna, room.client, days=1)
    made = await end_of(short) - timedelta(days=1)
    assert await move_end(short, made + timedelta(days=7)) == 200
    assert await move_end(short, made + timedelta(days=7, microseconds=1)) == 422
    clock.move(timedelta(days=6))
    assert await move_end(short, made + timedelta(days=7, microseconds=1)) == 422


async def test_what_is_shortened_is_over_then_and_not_undone(room: OpenRoom, clock: MovableClock) -> None:
    first = await end_of(room)
    await move_end(room, clock.now() + timedelta(hours=1))
    clock.move(timedelta(hours=1))
    assert (await room.call("GET")).status_code == 410
    assert await move_end(room, first) == 410


@pytest.mark.parametrize("body", [{"expires_at": "2030-01-01T00:00:00"}, {"expires_at": 5.5e9}, {"keep": "maybe"}, []])
async def test_what_is_no_change_is_refused(room: OpenRoom, body: object) -> None:
    answer = await room.call("PATCH", by=room.as_owner, json=body)
    assert answer.status_code == 422


async def test_who_is_in_a_room_is_told_what_changed(room: OpenRoom, running: Parts) -> None:
    async with running.messages.subscribe(f"room/{room.id}") as told:
        await room.call("POST", "/entries", json={"seq": 1, "sealed": ["b25l", "dHdv"]})
        await room.keep(OBJECT, b"sealed")
        await room.call("DELETE", f"/objects/{OBJECT}", by=room.as_owner)
        await room.keep(OBJECT, b"sealed")
        await room.call("PATCH", by=room.as_owner, json={"keep": "never"})
        await room.call("DELETE", by=room.as_owner)
        hints = [json.loads(await anext(told)) for _ in range(7)]
    assert hints == [
        {"type": "entry", "seq": 2},
        {"type": "stored", "object_id": OBJECT},
        {"type": "removed", "object_id": OBJECT},
        {"type": "stored", "object_id": OBJECT},
        {"type": "changed"},
        {"type": "removed", "object_id": OBJECT},
        {"type": "over"},
    ]


async def test_a_person_s_rooms_are_listed_page_by_page(room: OpenRoom, anna: Person) -> None:
    made = [room.id] + [(await opened(anna, room.client)).id for _ in range(4)]
    await room.keep(OBJECT, b"sealed")
    seen: list[dict[str, object]] = []
    cursor = ""
    while cursor is not None:
        page = (await anna.get(f"{ROOMS}?limit=2{cursor and f'&cursor={cursor}'}")).json()
        seen += page["items"]
        cursor = page["next_cursor"]
    assert [one["room_id"] for one in seen] == made[::-1]
    assert [(one["bytes_stored"], one["people_inside"]) for one in seen] == [(0, 0)] * 4 + [(6, 0)]
    for query in (
        "cursor=x",
        "cursor=WyJyb29tcyIsMSxudWxsXQ",
        "cursor=WyJyb29tcyIsOTk5OTk5OTk5OTk5OTk5OTk5LCJhIl0",
        "limit=0",
    ):
        assert (await anna.get(f"{ROOMS}?{query}")).status_code in {200, 422}
