"""API tokens with scopes, one's own sessions, and what a new password ends."""

from datetime import timedelta

import httpx
import pytest
from fastapi import FastAPI

from domain.accounts.account import Role
from tests.conftest import MovableClock
from tests.people import PASSWORD, add_person, bearer, sign_in

NEW = "a tandem made of snow"


async def _token(api: httpx.AsyncClient, headers: dict[str, str], **body: object) -> httpx.Response:
    return await api.post("/auth/token", json={"name": "script", "scopes": ["read"], **body}, headers=headers)


async def test_a_token_allows_what_its_scopes_say(app: FastAPI, api: httpx.AsyncClient) -> None:
    await add_person(app, "ada", role=Role.ADMIN)
    headers = await sign_in(api, "ada")
    for scopes, statuses in (
        (["read"], [200, 403, 403]),
        (["read", "write"], [200, 200, 403]),
        (["write"], [403, 200, 403]),
        (["read", "admin"], [200, 403, 200]),
    ):
        made = await _token(api, headers, scopes=scopes)
        assert made.status_code == 201
        assert made.json()["token"].startswith("kamra_")
        own = bearer(made.json()["token"])
        answers = [
            await api.get("/auth/me", headers=own),
            await api.patch("/users/@ada", json={"bio": "x"}, headers=own),
            await api.get("/admin/users", headers=own),
        ]
        assert [answer.status_code for answer in answers] == statuses


async def test_admin_is_for_admins_and_a_token_makes_no_tokens(app: FastAPI, api: httpx.AsyncClient) -> None:
    await add_person(app, "ada")
    headers = await sign_in(api, "ada")
    refused = await _token(api, headers, scopes=["read", "admin"])
    assert (refused.status_code, refused.json()["code"]) == (403, "scope_missing")
    text = (await _token(api, headers, scopes=["read", "write"])).json()["token"]
    refused = await _token(api, bearer(text))
    assert (refused.status_code, refused.json()["code"]) == (403, "sign_in_needed")


async def test_a_token_that_fails_a_rule_is_not_made(app: FastAPI, api: httpx.AsyncClient) -> None:
    await add_person(app, "ada")
    headers = await sign_in(api, "ada")
    for body, field in (
        ({"name": ""}, "name"),
        ({"name": "x" * 101}, "name"),
        ({"name": "nul\0"}, "name"),
        ({"scopes": []}, "scopes"),
        ({"scopes": ["all"]}, "scopes"),
        ({"expires_in_days": 0}, "expires_in_days"),
        ({"expires_in_days": 10**12}, "expires_in_days"),
    ):
        answer = await _token(api, headers, **body)
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, field)


async def test_a_token_is_listed_without_its_text_expires_and_can_be_deleted(
    app: FastAPI, api: httpx.AsyncClient, clock: MovableClock
) -> None:
    await add_person(app, "ada")
    await add_person(app, "eve")
    headers = await sign_in(api, "ada")
    short = (await _token(api, headers, expires_in_days=1)).json()
    long = (await _token(api, headers)).json()
    listed = (await api.get("/auth/tokens", headers=headers)).json()["items"]
    assert [one["id"] for one in listed] == [long["id"], short["id"]]
    assert all("token" not in one and "hash" not in one for one in listed)

    assert (await api.delete(f"/auth/tokens/{long['id']}", headers=await sign_in(api, "eve"))).status_code == 404
    assert (await api.delete(f"/auth/tokens/{long['id']}", headers=headers)).status_code == 204
    assert (await api.delete(f"/auth/tokens/{long['id']}", headers=headers)).status_code == 404
    assert (await api.delete("/auth/tokens/nonsense", headers=headers)).status_code == 404
    assert (await api.get("/auth/me", headers=bearer(long["token"]))).status_code == 401
    clock.move(timedelta(days=1, seconds=1))
    assert (await api.get("/auth/me", headers=bearer(short["token"]))).status_code == 401


async def test_lists_come_in_pages_with_every_row_once_a19(app: FastAPI, api: httpx.AsyncClient) -> None:
    await add_person(app, "ada")
    headers = await sign_in(api, "ada")
    made = [(await _token(api, headers)).json()["id"] for _ in range(65)]
    found: list[str] = []
    sizes: list[int] = []
    params: dict[str, str] = {"limit": "30"}
    while True:
        page = (await api.get("/auth/tokens", params=params, headers=headers)).json()
        found += [one["id"] for one in page["items"]]
        sizes.append(len(page["items"]))
        if page["next_cursor"] is None:
            break
        params["cursor"] = page["next_cursor"]
    assert (sizes, found) == ([30, 30, 5], made[::-1])


@pytest.mark.parametrize("path", ["/auth/tokens", "/auth/sessions", "/invites", "/admin/users"])
async def test_a_bad_limit_or_cursor_is_said(app: FastAPI, api: httpx.AsyncClient, path: str) -> None:
    await add_person(app, "ada", role=Role.ADMIN)
    headers = await sign_in(api, "ada")
    made_up = [
        "x",
        "W10",
        "WyJ0b2tlbnMiLCJ4Il0",
        "WyJzZXNzaW9ucyIsIngiXQ",
        "WyJpbnZpdGVzIiwxLCJcdTAwMDAiXQ",
        "WyJhY2NvdW50cyIsbnVsbF0",
    ]
    for params in ({"limit": "0"}, {"limit": "201"}, {"limit": "ten"}, *({"cursor": one} for one in made_up)):
        assert (await api.get(path, params=params, headers=headers)).status_code == 422, params


async def test_a_session_can_be_ended_from_another_one(app: FastAPI, api: httpx.AsyncClient) -> None:
    await add_person(app, "ada")
    await add_person(app, "eve")
    here, there = await sign_in(api, "ada"), await sign_in(api, "ada")
    listed = (await api.get("/auth/sessions", headers=here)).json()["items"]
    assert [one["current"] for one in listed] == [False, True]
    other = listed[0]["id"]
    assert (await api.delete(f"/auth/sessions/{other}", headers=await sign_in(api, "eve"))).status_code == 404
    assert (await api.get("/auth/me", headers=there)).status_code == 200
    assert (await api.delete(f"/auth/sessions/{other}", headers=here)).status_code == 204
    assert (await api.delete(f"/auth/sessions/{other}", headers=here)).status_code == 404
    assert (await api.get("/auth/me", headers=there)).status_code == 401
    assert (await api.get("/auth/me", headers=here)).status_code == 200


async def test_a_new_password_ends_every_other_session_refresh_and_token_a9(
    app: FastAPI, api: httpx.AsyncClient
) -> None:
    await add_person(app, "ada")
    here = await sign_in(api, "ada")
    there = (await api.post("/auth/login", json={"login": "ada", "password": PASSWORD})).json()
    script = bearer((await _token(api, here)).json()["token"])
    answer = await api.post("/auth/password", json={"current": PASSWORD, "new": NEW}, headers=here)
    assert answer.status_code == 204
    assert (await api.get("/auth/me", headers=here)).status_code == 200
    assert (await api.get("/auth/me", headers=bearer(there["access_token"]))).status_code == 401
    assert (await api.get("/auth/me", headers=script)).status_code == 401
    refreshed = await api.post("/auth/refresh", json={"refresh_token": there["refresh_token"]})
    assert refreshed.status_code == 401
    assert (await api.post("/auth/login", json={"login": "ada", "password": PASSWORD})).status_code == 401
    await sign_in(api, "ada", NEW)


async def test_a_new_password_takes_the_current_one_and_the_rules(app: FastAPI, api: httpx.AsyncClient) -> None:
    await add_person(app, "ada")
    headers = await sign_in(api, "ada")
    for body, status, code in (
        ({"current": "not that one", "new": NEW}, 403, "password_wrong"),
        ({"current": PASSWORD, "new": "short"}, 422, "password_too_short"),
        ({"current": PASSWORD, "new": "x" * 129}, 422, "password_too_long"),
        ({"current": PASSWORD, "new": "Password123"}, 422, "password_common"),
    ):
        answer = await api.post("/auth/password", json=body, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert (await api.get("/auth/me", headers=headers)).status_code == 200
