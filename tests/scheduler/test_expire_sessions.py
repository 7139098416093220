"""What nobody can sign in with any more is removed, and nothing else; last-seen times are written."""

from datetime import timedelta

import httpx
from fastapi import FastAPI
from sqlalchemy import func, select

from domain.accounts.account import Role
from domain.accounts.session import SessionKind
from scheduler.expire_sessions import expire_sessions
from scheduler.write_last_seen import write_last_seen
from storage.database.tables.accounts import (
    api_tokens,
    failed_logins,
    invites,
    known_devices,
    refresh_tokens,
    reset_links,
    sessions,
)
from tests.conftest import MovableClock
from tests.people import PASSWORD, add_person, sign_in
from tests.signed_in import parts_of_app

TABLES = (sessions, refresh_tokens, api_tokens, invites, reset_links, failed_logins, known_devices)


async def _rows(app: FastAPI) -> dict[str, int]:
    engines = parts_of_app(app).works.engines  # pyright: ignore[reportAttributeAccessIssue]  # tests run on the database
    async with engines.reader.connect() as connection:
        return {
            table.name: (await connection.execute(select(func.count()).select_from(table))).scalar_one()
            for table in TABLES
        }


async def test_everything_goes_once_its_time_is_over(app: FastAPI, api: httpx.AsyncClient, clock: MovableClock) -> None:
    parts = parts_of_app(app)
    await add_person(app, "boss", role=Role.ADMIN)
    boss = await sign_in(api, "boss")
    await api.post("/auth/token", json={"name": "short", "scopes": ["read"], "expires_in_days": 2}, headers=boss)
    await api.post("/auth/token", json={"name": "lasting", "scopes": ["read"]}, headers=boss)
    await api.post("/invites", json={"days": 2}, headers=boss)
    await api.post("/users/@boss/reset-link", headers=boss)
    await api.post("/auth/login", json={"login": "boss", "password": "not that one"})
    before = await _rows(app)
    assert before == {
        "sessions": 1,
        "refresh_tokens": 1,
        "api_tokens": 2,
        "invites": 1,
        "reset_links": 1,
        "failed_logins": 1,
        "known_devices": 1,
    }
    assert await expire_sessions(parts.works, clock) == 0
    assert await _rows(app) == before

    clock.move(timedelta(days=3))
    assert await expire_sessions(parts.works, clock) == 4
    assert await expire_sessions(parts.works, clock) == 0
    left = await _rows(app)
    assert (left["sessions"], left["refresh_tokens"], left["api_tokens"], left["known_devices"]) == (1, 1, 1, 1)
    clock.move(timedelta(days=28))
    await expire_sessions(parts.works, clock)
    assert (await _rows(app))["sessions"] == 0
    clock.move(timedelta(days=400))
    await expire_sessions(parts.works, clock)
    assert sum((await _rows(app)).values()) == 1  # the token that lasts until it is deleted


async def test_a_browser_that_is_used_stays_signed_in(
    app: FastAPI, api: httpx.AsyncClient, clock: MovableClock
) -> None:
    parts = parts_of_app(app)
    await add_person(app, "ada")
    life = timedelta(days=30)
    origin = {"Origin": "http://kamra.test"}
    await api.post("http://kamra.test/sign-in", data={"login": "ada", "password": PASSWORD}, headers=origin)
    for _ in range(3):
        clock.move(timedelta(days=20))
        assert (await api.get("/auth/me")).status_code == 200
        assert await write_last_seen(parts.works, parts.last_seen, life) == 1
        assert await write_last_seen(parts.works, parts.last_seen, life) == 0
        await expire_sessions(parts.works, clock)
    listed = (await api.get("/auth/sessions")).json()["items"]
    assert [one["kind"] for one in listed] == [SessionKind.BROWSER]
    clock.move(timedelta(days=31))
    assert (await api.get("/auth/me")).status_code == 401
