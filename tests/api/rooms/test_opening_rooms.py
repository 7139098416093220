"""Opening rooms, and looking at one with its link."""

from collections.abc import Callable
from datetime import datetime, timedelta

import httpx
import pytest

from tests.api.rooms.visiting import ROOMS, OpenRoom, opened
from tests.conftest import MovableClock
from tests.signed_in import Person
from ui.settings import Settings


@pytest.fixture
def settings(make_settings: Callable[..., Settings]) -> Settings:
    return make_settings(rooms_per_account=3)


async def test_a_room_lives_for_as_many_days_as_were_asked_for(
    anna: Person, nobody: httpx.AsyncClient, clock: MovableClock
) -> None:
    room = OpenRoom(client=nobody)
    answer = await anna.post(ROOMS, json=room.announced(days=2))
    assert answer.status_code == 201
    told = answer.json()
    assert told["room_id"] == room.id
    assert abs(datetime.fromisoformat(told["expires_at"]) - clock.now() - timedelta(days=2)) < timedelta(minutes=1)
    assert told["limits"]["part_bytes"] == 8_382_464
    seen = (await room.call("GET")).json()
    assert (seen["keep"], seen["bytes_stored"], seen["last_seq"]) == ("always", 0, 0)
    assert (seen["expires_at"], seen["limits"]) == (told["expires_at"], told["limits"])


async def test_a_room_of_that_id_is_there_already(anna: Person, ben: Person, room: OpenRoom) -> None:
    for person in (anna, ben):
        answer = await person.post(ROOMS, json=room.announced())
        assert (answer.status_code, answer.json()["code"]) == (409, "room_taken")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"room_id": "x" * 32}, "room_id"),
        ({"room_id": "AB" * 16}, "room_id"),
        ({"auth_hash": "ab"}, "auth_hash"),
        ({"keep": "maybe"}, "keep"),
        ({"days": 0}, "days"),
        ({"days": 8}, "days"),
    ],
)
async def test_what_cannot_be_a_room_is_refused(
    anna: Person, nobody: httpx.AsyncClient, wrong: dict[str, object], field: str
) -> None:
    answer = await anna.post(ROOMS, json=OpenRoom(client=nobody).announced(**wrong))
    assert answer.status_code == 422
    assert [one["field"] for one in answer.json()["errors"]] == [field]


async def test_only_so_many_rooms_are_open_at_once(
    anna: Person, nobody: httpx.AsyncClient, clock: MovableClock
) -> None:
    for _ in range(3):
        await opened(anna, nobody, days=1)
    answer = await anna.post(ROOMS, json=OpenRoom(client=nobody).announced())
    assert (answer.status_code, answer.json()["code"]) == (409, "too_many_rooms")
    clock.move(timedelta(days=1))
    await opened(anna, nobody)


async def test_opening_a_room_takes_an_account(nobody: httpx.AsyncClient) -> None:
    assert (await nobody.post(ROOMS, json=OpenRoom(client=nobody).announced())).status_code == 401
