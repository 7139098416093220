"""What one person tries with another's things, and what credentials try that were not given for it (C28)."""

from collections.abc import AsyncIterator
from typing import get_args

import httpx
import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute

from domain.accounts.account import Role
from domain.accounts.actor import Scope
from tests.people import add_person, bearer, sign_in
from tests.sending import MEDIA, announced, processed, uploaded
from tests.signed_in import Person, signed_in
from ui.api.credentials import AdminActor, Reader, Writer
from ui.api.room_credentials import RoomKeeper, RoomMember, RoomRemover
from ui.api.routes import ROUTERS

UNKNOWN = "0190a6b0-0000-7000-8000-000000000000"
API = "/api/v1"
# Asked before one is anybody.
OPEN = {"/auth/login", "/auth/refresh", "/auth/revoke", "/auth/reset", "/users", "/moderation/appeals/suspension"}


ASKING = {("POST", "/media/archive")}  # with more ids than fit into an address


def unsafe_routes() -> list[tuple[str, str]]:
    found = [
        (method, route.path)
        for router in ROUTERS
        for route in router.routes
        if isinstance(route, APIRoute)
        for method in sorted((route.methods or set()) - {"GET", "HEAD", "OPTIONS"})
    ]
    return [(method, path) for method, path in found if (method, path) not in {("POST", path) for path in OPEN}]


def with_id(path: str, given: str = UNKNOWN) -> str:
    head, _, rest = path.partition("{")
    return API + (head + given + rest.partition("}")[2] if rest else head)


@pytest.fixture
async def anna(app: FastAPI) -> AsyncIterator[Person]:
    async with signed_in(app, "anna") as person:
        yield person


@pytest.fixture
async def ben(app: FastAPI) -> AsyncIterator[Person]:
    async with signed_in(app, "ben") as person:
        yield person


async def test_another_s_things_answer_as_if_there_were_none_c28(
    app: FastAPI, api: httpx.AsyncClient, anna: Person, ben: Person
) -> None:
    await add_person(app, "carl")
    carl = await sign_in(api, "carl")
    picture, ticket = await uploaded(anna), await announced(anna, b"x" * 9)
    session = (await api.get("/auth/sessions", headers=carl)).json()["items"][0]["id"]
    token = await api.post("/auth/token", json={"name": "t", "scopes": ["read"]}, headers=carl)
    async with signed_in(app, "boss", Role.ADMIN) as boss:
        code = (await boss.post(f"{API}/invites")).json()["code"]
        hers = {
            "{media_id}": picture["id"],
            "{upload_id}": ticket["upload_id"],
            "{session_id}": session,
            "{token_id}": token.json()["id"],
            "{code}": code,
        }
        await add_person(app, "dora")
        dora = await sign_in(api, "dora")  # ending tokens takes a session
        for headers in (dict(ben.client.headers), dora):
            await _try_all(app, api, headers, hers)
        assert [one["code"] for one in (await boss.get(f"{API}/invites")).json()["items"]] == [code]
    untouched = (await anna.get(f"{MEDIA}/{picture['id']}")).json()
    assert {
        **untouched,
        "renditions": picture["renditions"],
    } == picture  # of which lighter ones may have come meanwhile
    assert (await anna.get(f"{MEDIA}/upload/{ticket['upload_id']}/status")).json()["status"] == "pending"
    assert (await api.get("/auth/me", headers=bearer(token.json()["token"]))).status_code == 200
    assert len((await api.get("/auth/sessions", headers=carl)).json()["items"]) == 1


async def _try_all(app: FastAPI, api: httpx.AsyncClient, headers: dict[str, str], hers: dict[str, str]) -> None:
    for router in ROUTERS:
        for route in router.routes:
            assert isinstance(route, APIRoute)
            name = next((name for name in hers if name in route.path), None)
            if name is None:
                continue
            for method in route.methods or ():
                answers = []
                for given in (hers[name], UNKNOWN, "x", "%00", "..%00", "9" * 500):
                    path = with_id(route.path, given)
                    fields = {} if "compress" in route.path else {"name": "mine"}  # a recipe has no name
                    sent = None if method in {"GET", "DELETE"} else fields
                    answer = await api.request(method, f"http://kamra.test{path}", json=sent, headers=headers)
                    answers.append((answer.status_code, answer.text))  # without any for HEAD
                assert answers == [answers[1]] * 6, (method, route.path)
                assert answers[0][0] in {403, 404}, (method, route.path, answers[0])


# What a room asks for comes from its link; accounts have a say in their own rooms only, of which there is none here.
IN_ROOMS = [one for one in unsafe_routes() if one[1].startswith("/rooms/{room_id}")]


@pytest.mark.parametrize(("method", "path"), [one for one in unsafe_routes() if one not in IN_ROOMS])
async def test_a_token_to_read_changes_nothing(app: FastAPI, method: str, path: str) -> None:
    async with signed_in(app, "anna", Role.ADMIN, frozenset({Scope.READ})) as reader:
        answer = await reader.client.request(method, with_id(path), json={})
    assert answer.status_code in {403, 422}  # a body without its fields may be refused first
    if answer.status_code == 422:
        assert answer.json()["code"] == "bad_input"


def routes_of(*kinds: object) -> list[tuple[str, str]]:
    """Those that ask for one of these kinds of credentials."""
    wanted = {get_args(kind)[1].dependency for kind in kinds}
    return [
        (method, route.path)
        for router in ROUTERS
        for route in router.routes
        if isinstance(route, APIRoute) and {one.call for one in route.dependant.dependencies} & wanted
        for method in sorted(route.methods or ())
    ]


def test_every_call_that_changes_something_asks_for_credentials_to_write() -> None:
    accounts = set(routes_of(Writer, AdminActor)) | set(_moderating())
    assert set(unsafe_routes()) - ASKING - set(IN_ROOMS) <= accounts
    assert set(IN_ROOMS) <= set(routes_of(RoomMember, RoomKeeper, RoomRemover))
    assert len(routes_of(Reader)) > 5


def _moderating() -> list[tuple[str, str]]:
    return [one for one in unsafe_routes() if one[1].startswith("/moderation/")]


@pytest.mark.parametrize("role", [Role.MEMBER, Role.MODERATOR])
async def test_what_is_for_admins_is_for_nobody_else(app: FastAPI, role: Role) -> None:
    for_admins = routes_of(AdminActor)
    assert len(for_admins) >= 5
    async with signed_in(app, "anna", role) as person:
        for method, path in for_admins:
            body = {"role": "admin"} if path.endswith("/role") else {}
            answer = await person.client.request(method, with_id(path, "@anna"), json=body)
            assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed"), path


async def test_an_admin_s_token_without_that_scope_runs_nothing(app: FastAPI) -> None:
    async with signed_in(app, "boss", Role.ADMIN, frozenset({Scope.READ, Scope.WRITE})) as boss:
        for method, path in routes_of(AdminActor):
            body = {"role": "member"} if path.endswith("/role") else {}
            answer = await boss.client.request(method, with_id(path, "@boss"), json=body)
            assert (answer.status_code, answer.json()["code"]) == (403, "scope_missing"), path


async def test_a_suspended_viewer_s_links_show_nothing(app: FastAPI, anna: Person) -> None:
    picture = await uploaded(anna)
    await processed(anna, picture["id"])
    async with signed_in(app, "boss", Role.ADMIN) as boss:
        shut_out = await boss.post(f"{API}/moderation/users/{anna.account.id}/suspend", json={"reason": "x"})
        assert shut_out.status_code == 204
        for url in (picture["original_url"], picture["renditions"][0]["url"]):
            assert (await boss.get(url)).status_code == 404
        assert (await boss.delete(f"{API}/users/{anna.account.id}")).status_code == 204
        for url in (picture["original_url"], picture["renditions"][0]["url"]):
            assert (await boss.get(url)).status_code == 404
