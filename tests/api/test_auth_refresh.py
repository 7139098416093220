"""Refresh tokens work once; a second use ends everything that hangs on them (A8, A9)."""

import asyncio

import httpx
from fastapi import FastAPI

from tests.people import PASSWORD, add_person, bearer
from tests.signed_in import parts_of_app
from ui.accounts.ended_sessions import ENDED


async def _login(api: httpx.AsyncClient) -> dict[str, str]:
    return (await api.post("/auth/login", json={"login": "ada", "password": PASSWORD})).json()


async def _refresh(api: httpx.AsyncClient, token: str) -> httpx.Response:
    return await api.post("/auth/refresh", json={"refresh_token": token})


async def test_a_refresh_gives_a_new_pair_and_the_old_token_ends_the_family_a8(
    app: FastAPI, api: httpx.AsyncClient
) -> None:
    await add_person(app, "ada")
    first, other = await _login(api), await _login(api)
    second = (await _refresh(api, first["refresh_token"])).json()
    assert second["refresh_token"] != first["refresh_token"]
    assert (await api.get("/auth/me", headers=bearer(second["access_token"]))).status_code == 200

    reused = await _refresh(api, first["refresh_token"])
    assert (reused.status_code, reused.json()["code"]) == (401, "refresh_reused")
    assert (await _refresh(api, second["refresh_token"])).status_code == 401
    assert (await api.get("/auth/me", headers=bearer(second["access_token"]))).status_code == 401
    assert (await _refresh(api, other["refresh_token"])).status_code == 200


async def test_of_two_at_once_one_wins_and_the_family_ends_a8(app: FastAPI, api: httpx.AsyncClient) -> None:
    await add_person(app, "ada")
    for at_once in (2, 2, 5):
        pair = await _login(api)
        async with parts_of_app(app).messages.subscribe(ENDED) as told:
            answers = await asyncio.gather(*(_refresh(api, pair["refresh_token"]) for _ in range(at_once)))
            assert sorted(answer.status_code for answer in answers) == [200] + [401] * (at_once - 1)
            assert await anext(told) == _session_id(app, pair)
        won = next(answer.json() for answer in answers if answer.status_code == 200)
        assert (await _refresh(api, won["refresh_token"])).status_code == 401
        assert (await api.get("/auth/me", headers=bearer(won["access_token"]))).status_code == 401


async def test_revoking_ends_the_session_and_may_be_repeated_a9(app: FastAPI, api: httpx.AsyncClient) -> None:
    await add_person(app, "ada")
    pair = await _login(api)
    for _ in range(2):
        assert (await api.post("/auth/revoke", json={"refresh_token": pair["refresh_token"]})).status_code == 204
    assert (await _refresh(api, pair["refresh_token"])).status_code == 401
    assert (await api.get("/auth/me", headers=bearer(pair["access_token"]))).status_code == 401


async def test_what_is_no_refresh_token_is_refused(app: FastAPI, api: httpx.AsyncClient) -> None:
    await add_person(app, "ada")
    pair = await _login(api)
    for token in ("", "x", pair["access_token"], "\0"):
        assert (await _refresh(api, token)).status_code == 401
    assert (await api.post("/auth/refresh", json={})).status_code == 422
    assert (
        await api.post("/auth/refresh", content=b"{", headers={"content-type": "application/json"})
    ).status_code == 400


def _session_id(app: FastAPI, pair: dict[str, str]) -> str:
    parts = parts_of_app(app)
    claim = parts.access_tokens.read(pair["access_token"], parts.clock.now())
    assert claim is not None
    return str(claim.session_id)
