"""Who is let in: tries that fail are counted by room and address, also through a restart."""

import asyncio
from collections import Counter
from collections.abc import Callable
from datetime import timedelta

import pytest
from fastapi import FastAPI

from domain.accounts.actor import Scope
from domain.accounts.api_token import PREFIX, ApiToken
from domain.accounts.login_attempts import ALLOWED
from domain.ids import ApiTokenId, new_uuid
from domain.secret import digest, new_secret
from tests.api.rooms.visiting import OpenRoom, opened
from tests.conftest import MovableClock
from tests.signed_in import Person, client_of
from ui.app import opened_parts
from ui.parts import Parts
from ui.rooms.door import base64url
from ui.settings import Settings
from ui.web.site import create_site

WRONG = f"Room {base64url(b'x' * 32)}"


@pytest.fixture
def settings(make_settings: Callable[..., Settings]) -> Settings:
    return make_settings(rate_limits="on", redis_url=None)


@pytest.mark.parametrize("given", ["Room", "Room x", "Room " + "A" * 500, WRONG])
async def test_what_opens_another_room_opens_none(room: OpenRoom, given: str) -> None:
    answer = await room.call("GET", by=given)
    assert (answer.status_code, answer.json()["code"]) == (401, "room_auth_wrong")
    assert answer.headers["WWW-Authenticate"] == "Room"


async def test_other_credentials_do_not_open_a_room(room: OpenRoom, anna: Person) -> None:
    for by in ("", anna.client.headers["Authorization"], room.as_owner, f"Uploader {base64url(room.auth)}"):
        answer = await room.call("GET", by=by)
        assert (answer.status_code, answer.json()["code"]) == (401, "room_auth_missing")


async def test_guessing_ends_after_some_tries_also_through_a_restart(
    app: FastAPI, room: OpenRoom, anna: Person, settings: Settings, clock: MovableClock
) -> None:
    for number in range(ALLOWED):
        by = WRONG if number % 2 else f"RoomOwner {base64url(b'x')}"
        assert (await room.call("PATCH", by=by, json={})).status_code == 401
    other = await opened(anna, room.client)
    assert (await other.call("GET")).status_code == 200
    again = create_site(
        settings,
        opened_parts(settings, role="all", clock=clock, ticking=False, password_rounds=4),
        with_pages=False,
    )
    async with again.router.lifespan_context(again), client_of(again) as client:
        for site in (room.client, client):
            for method, path, by in (("GET", "", None), ("GET", "/entries", None), ("DELETE", "", room.as_owner)):
                shut = await OpenRoom(client=site, id=room.id, auth=room.auth).call(method, path, by=by)
                assert (shut.status_code, shut.json()["code"]) == (429, "too_many_tries")
                assert 0 < int(shut.headers["Retry-After"]) <= 3600
    clock.move(timedelta(hours=1))
    assert (await room.call("GET")).status_code == 200


async def test_of_many_guesses_at_once_no_more_are_answered_than_one_after_the_other(room: OpenRoom) -> None:
    answers = await asyncio.gather(*(room.call("GET", by=WRONG) for _ in range(30)))
    assert Counter(answer.status_code for answer in answers) == {401: ALLOWED, 429: 30 - ALLOWED}
    assert (await room.call("GET")).status_code == 429


async def test_somebody_with_the_link_alone_changes_nothing(room: OpenRoom, ben: Person) -> None:
    for method in ("PATCH", "DELETE"):
        refused = await room.call(method, json={"keep": "never"})
        assert (refused.status_code, refused.json()["code"]) == (403, "room_owner_only")
        assert (await room.call(method, by="", json={})).status_code == 401
        others = await ben.client.request(method, room.path, json={"keep": "never"})
        assert (others.status_code, others.json()["code"]) == (403, "room_owner_only")
    assert (await room.call("GET")).json()["keep"] == "always"


async def test_its_owner_s_token_to_read_changes_nothing(room: OpenRoom, running: Parts, anna: Person) -> None:
    secret = PREFIX + new_secret()
    token = ApiToken(
        id=ApiTokenId(new_uuid()),
        account_id=anna.account.id,
        name="reads",
        scopes=frozenset({Scope.READ}),
        hash=digest(secret),
        created_at=running.clock.now(),
        expires_at=None,
        used_at=None,
    )
    async with running.works.write() as work:
        await work.api_tokens.add(token)
    for method in ("PATCH", "DELETE"):
        answer = await room.call(method, by=f"Bearer {secret}", json={"keep": "never"})
        assert (answer.status_code, answer.json()["code"]) == (403, "scope_missing")
    assert (await room.call("GET", by=None)).json()["keep"] == "always"
