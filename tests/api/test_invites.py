"""Invitations: who may make them, what they open, and that each works once (H85)."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

import httpx
import pytest
from fastapi import FastAPI

from domain.accounts.account import Role
from tests.conftest import MovableClock
from tests.people import PASSWORD, add_person, sign_in
from ui.settings import Settings


async def _join(api: httpx.AsyncClient, handle: str, **more: object) -> httpx.Response:
    return await api.post("/users", json={"handle": handle, "display_name": "x", "password": PASSWORD, **more})


async def _boss(app: FastAPI, api: httpx.AsyncClient) -> dict[str, str]:
    await add_person(app, "boss", role=Role.ADMIN)
    return await sign_in(api, "boss")


async def test_an_invitation_lets_one_person_in_and_both_follow_each_other_h85(
    app: FastAPI, api: httpx.AsyncClient
) -> None:
    boss = await _boss(app, api)
    made = await api.post("/invites", json={}, headers=boss)
    assert made.status_code == 201
    invite = made.json()
    assert invite["url"] == f"http://kamra.test/invite/{invite['code']}"

    joined = await _join(api, "ada", invite=invite["code"])
    assert joined.status_code == 201
    assert (joined.json()["followers"], joined.json()["following"]) == (1, 1)
    host = (await api.get("/users/@boss", headers=boss)).json()
    assert (host["followers"], host["following"]) == (1, 1)
    again = await _join(api, "eve", invite=invite["code"])
    assert (again.status_code, again.json()["code"]) == (410, "invite_unknown")


async def test_of_many_at_once_one_gets_in(app: FastAPI, api: httpx.AsyncClient) -> None:
    boss = await _boss(app, api)
    code = (await api.post("/invites", headers=boss)).json()["code"]
    answers = await asyncio.gather(*(_join(api, f"ada{number}", invite=code) for number in range(5)))
    assert sorted(answer.status_code for answer in answers) == [201, 410, 410, 410, 410]
    assert len((await api.get("/admin/users", headers=boss)).json()["items"]) == 2


async def test_without_an_invitation_nobody_gets_in(app: FastAPI, api: httpx.AsyncClient) -> None:
    refused = await _join(api, "ada")
    assert (refused.status_code, refused.json()["code"]) == (403, "invite_missing")
    for code in ("", "made up", "nul\0", "x" * 10_000):
        assert (await _join(api, "ada", invite=code)).status_code in {403, 410}


async def test_one_that_ran_out_or_was_taken_back_or_whose_maker_is_shut_out_is_over(
    app: FastAPI, api: httpx.AsyncClient, clock: MovableClock
) -> None:
    boss = await _boss(app, api)
    other = await add_person(app, "other", role=Role.ADMIN)
    short = (await api.post("/invites", json={"days": 1}, headers=boss)).json()["code"]
    back = (await api.post("/invites", json={"follow": False}, headers=boss)).json()["code"]
    theirs = (await api.post("/invites", headers=await sign_in(api, "other"))).json()["code"]
    listed = (await api.get("/invites", headers=boss)).json()["items"]
    assert [(one["code"], one["follow"]) for one in listed] == [(back, False), (short, True)]

    assert (await api.delete(f"/invites/{back}", headers=boss)).status_code == 204
    assert (await api.delete(f"/invites/{back}", headers=boss)).status_code == 404
    assert (await api.delete("/invites/%00", headers=boss)).status_code == 404
    suspended = await api.post(f"/moderation/users/{other.id}/suspend", json={"reason": "test"}, headers=boss)
    assert suspended.status_code == 204
    clock.move(timedelta(days=1, seconds=1))
    for code in (short, back, theirs):
        assert (await _join(api, "ada", invite=code)).status_code == 410


async def test_members_invite_when_the_owner_allows_it(app: FastAPI, api: httpx.AsyncClient) -> None:
    boss = await _boss(app, api)
    await add_person(app, "ada")
    ada = await sign_in(api, "ada")
    assert (await api.post("/invites", headers=ada)).status_code == 403
    decided = await api.patch("/admin/decisions", json={"members_invite": True}, headers=boss)
    assert decided.json() == {"public_pages": False, "public_pages_is_set": False, "members_invite": True}
    code = (await api.post("/invites", json={"follow": False}, headers=ada)).json()["code"]
    joined = await _join(api, "eve", invite=code)
    assert (joined.status_code, joined.json()["followers"]) == (201, 0)
    for days in (0, 366, 10**15):
        assert (await api.post("/invites", json={"days": days}, headers=ada)).status_code == 422


class TestClosed:
    """Nobody new comes in."""

    @pytest.fixture
    def settings(self, make_settings: Callable[..., Settings]) -> Settings:
        return make_settings(signup="closed")

    async def test_neither_with_nor_without_an_invitation(self, app: FastAPI, api: httpx.AsyncClient) -> None:
        boss = await _boss(app, api)
        for refused in (
            await _join(api, "ada"),
            await _join(api, "ada", invite="made up"),
            await api.post("/invites", headers=boss),
        ):
            assert (refused.status_code, refused.json()["code"]) == (403, "signup_closed")
