"""What could be guessed or flooded is limited, and says when to go on."""

from collections.abc import Callable

import httpx
import pytest
from fastapi import FastAPI

from tests.people import PASSWORD, add_person, sign_in
from ui.accounts.tries import CODE, OWN_PASSWORD, SIGN_UP
from ui.settings import Settings


@pytest.fixture
def settings(make_settings: Callable[..., Settings]) -> Settings:
    # In memory, so that what other tests counted in a shared Redis does not matter.
    return make_settings(rate_limits="on", signup="open", redis_url=None)


def _demand_one_refusal(statuses: list[int], usual: int, allowed: int, last: httpx.Response) -> None:
    assert statuses == [usual] * allowed + [429]
    assert last.json()["code"] == "too_many_tries"
    assert 0 < int(last.headers["Retry-After"]) <= 3600


async def test_joining(api: httpx.AsyncClient) -> None:
    body = {"handle": "a", "display_name": "x", "password": PASSWORD}
    answers = [await api.post("/users", json=body) for _ in range(SIGN_UP.times + 1)]
    _demand_one_refusal([one.status_code for one in answers], 422, SIGN_UP.times, answers[-1])


async def test_one_s_own_password_also_from_a_stolen_session(app: FastAPI, api: httpx.AsyncClient) -> None:
    await add_person(app, "ada")
    headers = await sign_in(api, "ada")
    body = {"current": "not that one", "new": "a tandem made of snow"}
    answers = [await api.post("/auth/password", json=body, headers=headers) for _ in range(OWN_PASSWORD.times + 1)]
    _demand_one_refusal([one.status_code for one in answers], 403, OWN_PASSWORD.times, answers[-1])
    leaving = await api.request("DELETE", "/users/@ada", json={"password": PASSWORD}, headers=headers)
    assert leaving.status_code == 429


async def test_codes_of_reset_links(api: httpx.AsyncClient) -> None:
    body = {"code": "made up", "new": PASSWORD}
    answers = [await api.post("/auth/reset", json=body) for _ in range(CODE.times + 1)]
    _demand_one_refusal([one.status_code for one in answers], 410, CODE.times, answers[-1])
    page = await api.get("http://kamra.test/reset/made-up")
    assert page.status_code == 429


async def test_codes_of_invitations(api: httpx.AsyncClient) -> None:
    answers = [await api.get("http://kamra.test/invite/made-up") for _ in range(CODE.times + 1)]
    assert [one.status_code for one in answers] == [410] * CODE.times + [429]
