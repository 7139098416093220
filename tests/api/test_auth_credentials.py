"""What counts as credentials, and what does not."""

from datetime import UTC, datetime, timedelta

import httpx
import jwt
import pytest
from fastapi import FastAPI

from domain.accounts.account import Role
from storage.secrets.keys import SecretKeys
from tests.conftest import MovableClock
from tests.people import PASSWORD, add_person, bearer, sign_in
from tests.signed_in import parts_of_app


async def test_oneself_shows_address_role_usage_and_limits(app: FastAPI, api: httpx.AsyncClient) -> None:
    await add_person(app, "ada", email="ada@example.com", role=Role.ADMIN)
    me = (await api.get("/auth/me", headers=await sign_in(api, "ada"))).json()
    assert (me["handle"], me["email"], me["role"]) == ("ada", "ada@example.com", "admin")
    assert me["usage"] == {"media": 0, "bytes": 0}
    assert me["limits"] == {"media": None, "bytes": None, "upload_bytes": 50 * 1024 * 1024}
    assert not {"password", "password_hash"} & me.keys()


async def test_nothing_but_a_living_access_token_of_ours_gets_in_a7(app: FastAPI, api: httpx.AsyncClient) -> None:
    await add_person(app, "ada")
    login = (await api.post("/auth/login", json={"login": "ada", "password": PASSWORD})).json()
    good = login["access_token"]
    claims = jwt.decode(good, options={"verify_signature": False})
    assert set(claims) == {"sub", "sid", "aud", "iat", "exp"}
    key = SecretKeys(parts_of_app(app).settings.secret or "").key("access-tokens")
    unsigned = jwt.encode(claims, "", algorithm="none")
    foreign = jwt.encode(claims, "a key of somebody else, which is long", algorithm="HS256")
    stale = jwt.encode({**claims, "exp": int(datetime.now(UTC).timestamp()) - 1}, key, algorithm="HS256")
    elsewhere = jwt.encode({**claims, "aud": "another"}, key, algorithm="HS256")
    numberless = jwt.encode({**claims, "exp": "soon"}, key, algorithm="HS256")
    nobody = jwt.encode({**claims, "sub": claims["sid"]}, key, algorithm="HS256")
    for token in (
        unsigned,
        foreign,
        stale,
        elsewhere,
        numberless,
        nobody,
        login["refresh_token"],
        good[:-2],
        "",
        "x.y.z",
        "kamra_x",
    ):
        answer = await api.get("/auth/me", headers=bearer(token))
        assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer"), token
    for headers in ({}, {"Authorization": good}, {"Authorization": f"Basic {good}"}, {"Authorization": "Bearer"}):
        assert (await api.get("/auth/me", headers=headers)).status_code == 401
    assert (await api.get("/auth/me", headers=bearer(good))).status_code == 200


async def test_an_access_token_ends_by_the_clock(app: FastAPI, api: httpx.AsyncClient, clock: MovableClock) -> None:
    await add_person(app, "ada")
    headers = await sign_in(api, "ada")
    clock.move(timedelta(minutes=15, seconds=1))
    answer = await api.get("/auth/me", headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (401, "token_dead")


@pytest.mark.parametrize("name", ["access_token", "token"])
async def test_a_token_in_the_address_is_refused_even_when_it_is_good(
    app: FastAPI, api: httpx.AsyncClient, name: str
) -> None:
    await add_person(app, "ada")
    headers = await sign_in(api, "ada")
    token = headers["Authorization"].removeprefix("Bearer ")
    assert (await api.get("/auth/me", params={name: token})).status_code == 401
    refused = await api.get("/auth/me", params={name: token}, headers=headers)
    assert (refused.status_code, refused.json()["code"]) == (401, "token_in_address")


async def test_reading_is_remembered_in_memory_and_written_by_the_sweep(
    app: FastAPI, api: httpx.AsyncClient, clock: MovableClock
) -> None:
    ada = await add_person(app, "ada")
    headers = await sign_in(api, "ada")
    parts = parts_of_app(app)
    clock.move(timedelta(minutes=5))
    await api.get("/auth/me", headers=headers)
    async with parts.works.read() as work:
        unseen = await work.accounts.get(ada.id)
    assert unseen is not None
    assert unseen.seen_at is None
    async with parts.works.write() as work:
        assert await parts.last_seen.write(work, timedelta(days=30)) == 1
    async with parts.works.read() as work:
        seen = await work.accounts.get(ada.id)
    assert seen is not None
    assert seen.seen_at is not None
    assert clock.now() - seen.seen_at < timedelta(minutes=1)
    listed = (await api.get("/auth/sessions", headers=headers)).json()["items"]
    assert listed[0]["seen_at"] > listed[0]["created_at"]
