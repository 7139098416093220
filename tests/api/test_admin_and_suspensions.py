"""Running the house: members, roles, reset links, who may look in, and shutting people out."""

from datetime import timedelta

import httpx
import pytest
from fastapi import FastAPI

from domain.accounts.account import Role
from tests.conftest import MovableClock
from tests.people import PASSWORD, add_person, bearer, sign_in
from tests.signed_in import parts_of_app
from ui.accounts.ended_sessions import ENDED

NEW = "a tandem made of snow"


@pytest.fixture
async def boss(app: FastAPI, api: httpx.AsyncClient) -> dict[str, str]:
    await add_person(app, "boss", role=Role.ADMIN)
    return await sign_in(api, "boss")


async def test_the_owner_sees_everybody_with_what_they_use(
    app: FastAPI, api: httpx.AsyncClient, boss: dict[str, str]
) -> None:
    await add_person(app, "ada", email="ada@example.com")
    members = (await api.get("/admin/users", headers=boss)).json()["items"]
    assert [one["handle"] for one in members] == ["ada", "boss"]
    assert members[0]["email"] == "ada@example.com"
    assert members[0]["usage"] == {"media": 0, "bytes": 0}
    assert (members[0]["suspension"], members[0]["seen_at"], members[1]["role"]) == (None, None, "admin")
    page = (await api.get("/admin/users", params={"limit": "1"}, headers=boss)).json()
    rest = (await api.get("/admin/users", params={"cursor": page["next_cursor"]}, headers=boss)).json()
    assert [one["handle"] for one in page["items"] + rest["items"]] == ["ada", "boss"]


async def test_members_see_and_do_nothing_of_it(app: FastAPI, api: httpx.AsyncClient, boss: dict[str, str]) -> None:
    await add_person(app, "ada")
    await add_person(app, "mod", role=Role.MODERATOR)
    for headers, suspending in ((await sign_in(api, "ada"), 403), (await sign_in(api, "mod"), 403)):
        answers = [
            await api.get("/admin/users", headers=headers),
            await api.post("/admin/users/@ada/role", json={"role": "admin"}, headers=headers),
            await api.post("/users/@boss/reset-link", headers=headers),
            await api.patch("/admin/decisions", json={"public_pages": True}, headers=headers),
            await api.post("/moderation/users/@boss/suspend", json={"reason": "x"}, headers=headers),
        ]
        assert [answer.status_code for answer in answers] == [403, 403, 403, 403, suspending]
    assert (await api.get("/admin/users")).status_code == 401


async def test_roles_are_given_and_taken_at_once(app: FastAPI, api: httpx.AsyncClient, boss: dict[str, str]) -> None:
    await add_person(app, "ada")
    ada = await sign_in(api, "ada")
    given = await api.post("/admin/users/@ada/role", json={"role": "admin"}, headers=boss)
    assert (given.status_code, given.json()["role"]) == (200, "admin")
    assert (await api.get("/admin/users", headers=ada)).status_code == 200
    assert (await api.post("/admin/users/@boss/role", json={"role": "member"}, headers=ada)).status_code == 200
    assert (await api.get("/admin/users", headers=boss)).status_code == 403
    assert (await api.post("/admin/users/@ada/role", json={"role": "king"}, headers=ada)).status_code == 422
    assert (await api.post("/admin/users/@nobody/role", json={"role": "member"}, headers=ada)).status_code == 404


async def test_a_forgotten_password_is_back_by_a_link_that_works_once_h86(
    app: FastAPI, api: httpx.AsyncClient, boss: dict[str, str], clock: MovableClock
) -> None:
    await add_person(app, "ada")
    old = await sign_in(api, "ada")
    links = [(await api.post("/users/@ada/reset-link", headers=boss)).json() for _ in range(2)]
    replaced, code = (link["url"].removeprefix("http://kamra.test/reset/") for link in links)

    async def reset(code: str, new: str = NEW) -> httpx.Response:
        return await api.post("/auth/reset", json={"code": code, "new": new})

    assert (await reset(replaced)).status_code == 410
    weak = await reset(code, "short")
    assert (weak.status_code, weak.json()["errors"][0]["field"]) == (422, "new")
    assert (await reset(code)).status_code == 204
    assert (await reset(code)).status_code == 410
    assert (await api.get("/auth/me", headers=old)).status_code == 401
    await sign_in(api, "ada", NEW)

    late = (await api.post("/users/@ada/reset-link", headers=boss)).json()["url"].rpartition("/")[2]
    clock.move(timedelta(days=1, seconds=1))
    assert (await reset(late)).status_code == 410


async def test_what_the_owner_decided_about_public_pages_holds_at_once_a10(
    app: FastAPI, api: httpx.AsyncClient, boss: dict[str, str]
) -> None:
    assert (await api.get("/users/@boss")).status_code == 401
    assert (await api.get("/users/@nobody")).status_code == 401
    assert (await api.get("/admin/decisions", headers=boss)).json()["public_pages"] is False
    await api.patch("/admin/decisions", json={"public_pages": True}, headers=boss)
    assert (await api.get("/users/@boss")).status_code == 200
    assert (await api.get("/users/@nobody")).status_code == 404


async def test_somebody_suspended_is_out_at_once_with_reason_and_end_a14(
    app: FastAPI, api: httpx.AsyncClient, boss: dict[str, str], clock: MovableClock
) -> None:
    await add_person(app, "ada")
    pair = (await api.post("/auth/login", json={"login": "ada", "password": PASSWORD})).json()
    ada = bearer(pair["access_token"])
    script = (await api.post("/auth/token", json={"name": "x", "scopes": ["read"]}, headers=ada)).json()["token"]
    until = (clock.now() + timedelta(days=2)).replace(microsecond=0)
    body = {"reason": "Rude words", "until": until.isoformat()}
    async with parts_of_app(app).messages.subscribe(ENDED) as told:
        assert (await api.post("/moderation/users/@ada/suspend", json=body, headers=boss)).status_code == 204
        assert await anext(told)

    for headers in (ada, bearer(script)):
        refused = await api.get("/auth/me", headers=headers)
        assert (refused.status_code, refused.json()["code"]) == (403, "account_suspended")
    refused = await api.post("/auth/refresh", json={"refresh_token": pair["refresh_token"]})
    assert refused.status_code == 403
    refused = await api.post("/auth/login", json={"login": "ada", "password": PASSWORD})
    assert refused.status_code == 403
    assert "Rude words" in refused.json()["detail"]
    assert str(until.year) in refused.json()["detail"]
    wrong = await api.post("/auth/login", json={"login": "ada", "password": "not that one"})
    assert wrong.status_code == 401
    members = (await api.get("/admin/users", headers=boss)).json()["items"]
    assert members[0]["suspension"]["reason"] == "Rude words"

    clock.move(timedelta(days=2))
    assert (await api.get("/auth/me", headers=bearer(script))).status_code == 200


async def test_a_suspension_is_undone_and_keeps_to_its_rules(
    app: FastAPI, api: httpx.AsyncClient, boss: dict[str, str]
) -> None:
    await add_person(app, "ada")
    await add_person(app, "mod", role=Role.MODERATOR)
    mod, ada = await sign_in(api, "mod"), await sign_in(api, "ada")
    assert (await api.post("/moderation/users/@ada/suspend", json={"reason": "x"}, headers=mod)).status_code == 204
    assert (await api.get("/auth/me", headers=ada)).status_code == 403
    for _ in range(2):
        assert (await api.post("/moderation/users/@ada/unsuspend", headers=mod)).status_code == 204
    assert (await api.get("/auth/me", headers=ada)).status_code == 200

    for body in (
        {"reason": ""},
        {"reason": "x" * 501},
        {"reason": "nul\0"},
        {},
        {"reason": "x", "until": "2001-01-01T00:00:00Z"},
        {"reason": "x", "until": "9999-12-31T23:59:59-12:00"},
        {"reason": "x", "until": "2050-01-01T00:00:00"},
    ):
        assert (await api.post("/moderation/users/@ada/suspend", json=body, headers=mod)).status_code == 422, body
    assert (await api.post("/moderation/users/@mod/suspend", json={"reason": "x"}, headers=mod)).status_code == 422
    assert (await api.post("/moderation/users/@nobody/suspend", json={"reason": "x"}, headers=mod)).status_code == 404
    assert (await api.post("/moderation/users/@ada/suspend", json={"reason": "x"}, headers=ada)).status_code == 403
