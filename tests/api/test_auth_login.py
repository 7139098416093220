"""Signing in with the API: who gets in, who does not, and what that tells an outsider."""

import asyncio
import statistics
import time
from collections.abc import Callable
from datetime import timedelta

import httpx
import pytest
from fastapi import FastAPI

from tests.conftest import MovableClock
from tests.people import PASSWORD, add_person, sign_in
from ui.app import opened_parts
from ui.settings import Settings
from ui.web.site import create_site


async def test_one_signs_in_with_handle_or_address_in_any_letter_case_a4(app: FastAPI, api: httpx.AsyncClient) -> None:
    ada = await add_person(app, "ada", email="Ada@example.com")
    for body in ({"login": "ADA"}, {"login": "ada@EXAMPLE.com"}, {"email": "ada@example.com"}):
        answer = await api.post("/auth/login", json={**body, "password": PASSWORD})
        assert answer.status_code == 200
        told = answer.json()
        assert told["token_type"] == "bearer"
        assert (told["expires_in"], told["refresh_expires_in"]) == (15 * 60, 30 * 24 * 3600)
        assert told["user"]["id"] == str(ada.id)
        assert "email" not in told["user"]


async def test_a_wrong_password_and_an_unknown_person_get_the_same_answer_a5(
    app: FastAPI, api: httpx.AsyncClient
) -> None:
    await add_person(app, "ada", email="ada@example.com")
    answers = [
        await api.post("/auth/login", json={"login": login, "password": password})
        for login, password in (
            ("ada", "not that one"),
            ("nobody", PASSWORD),
            ("ada@example.org", PASSWORD),
            ("", PASSWORD),
            ("a\0b", PASSWORD),
            ("ada", ""),
            ("x" * 5000, "\0" * 500),
        )
    ]
    assert {(answer.status_code, answer.text) for answer in answers} == {(401, answers[0].text)}
    assert answers[0].json()["code"] == "login_wrong"
    assert answers[0].headers["content-type"] == "application/problem+json"


async def test_both_take_the_same_time_a5(settings: Settings) -> None:
    took: dict[str, list[float]] = {"ada": [], "nobody": []}
    # More rounds than other tests take, so that the hashing and not the machine's mood is what is measured.
    site = create_site(settings, opened_parts(settings, role="command", password_rounds=8), with_pages=False)
    async with site.router.lifespan_context(site), _client(site) as api:
        await add_person(site, "ada")
        for _ in range(20):
            for login, times in took.items():
                began = time.perf_counter()
                await api.post("/auth/login", json={"login": login, "password": "not that one"})
                times.append(time.perf_counter() - began)
    known, unknown = statistics.median(took["ada"]), statistics.median(took["nobody"])
    assert abs(known - unknown) < 0.2 * max(known, unknown)


@pytest.mark.parametrize(
    "password", ["x" * 72, "x" * 73, "x" * 100, "x" * 128, "nul\0in the middle", "🐎🔋📎🐴🐎🔋📎🐴" * 4]
)
async def test_long_and_strange_passwords_count_to_their_last_character_a3(
    app: FastAPI, api: httpx.AsyncClient, password: str
) -> None:
    await add_person(app, "ada", password=password)
    await sign_in(api, "ada", password)
    for wrong in (password[:72] + "y", password[:-1], password.split("\0", maxsplit=1)[0] + "x"):
        answer = await api.post("/auth/login", json={"login": "ada", "password": wrong})
        assert answer.status_code == 401


async def test_half_a_character_is_refused_and_not_an_error_of_ours(api: httpx.AsyncClient) -> None:
    answer = await api.post(
        "/auth/login",
        content=rb'{"login": "\ud800", "password": "\ud800"}',
        headers={"content-type": "application/json"},
    )
    assert answer.status_code in {401, 422}


class TestWithLimits:
    """Guessing is limited, by rows that a restart does not forget (A6)."""

    @pytest.fixture
    def settings(self, make_settings: Callable[..., Settings]) -> Settings:
        return make_settings(rate_limits="on")

    async def test_the_eleventh_wrong_login_is_refused_also_after_a_restart_a6(
        self, app: FastAPI, api: httpx.AsyncClient, settings: Settings, clock: MovableClock
    ) -> None:
        await add_person(app, "ada")
        known = _client(app)
        await sign_in(known, "ada")

        assert [await _wrong(api) for _ in range(11)] == [401] * 10 + [429]
        refused = await api.post("/auth/login", json={"login": "ada", "password": PASSWORD})
        assert refused.status_code == 429
        assert 3500 < int(refused.headers["Retry-After"]) <= 3600

        await sign_in(known, "ada")

        parts = opened_parts(settings, role="command", clock=clock, password_rounds=4)
        restarted = create_site(settings, parts, with_pages=False)
        async with restarted.router.lifespan_context(restarted), _client(restarted) as again:
            assert await _wrong(again) == 429
            again.cookies = known.cookies
            await sign_in(again, "ada")
        await known.aclose()

    async def test_an_hour_later_one_may_try_again(
        self, app: FastAPI, api: httpx.AsyncClient, clock: MovableClock
    ) -> None:
        await add_person(app, "ada")
        assert [await _wrong(api) for _ in range(11)][-1] == 429
        clock.move(timedelta(seconds=3601))
        await sign_in(api, "ada")

    async def test_of_many_guesses_at_once_ten_are_answered(self, app: FastAPI, api: httpx.AsyncClient) -> None:
        await add_person(app, "ada")
        answers = await asyncio.gather(*(_wrong(api) for _ in range(25)), _right(api))
        assert sorted(answers[:25]) == [401] * 10 + [429] * 15
        assert answers[25] in {200, 429}

    async def test_a_device_is_known_for_its_own_account_only(self, app: FastAPI, api: httpx.AsyncClient) -> None:
        await add_person(app, "ada")
        await add_person(app, "eve")
        eve = _client(app)
        await sign_in(eve, "eve")
        assert [await _wrong(eve) for _ in range(11)] == [401] * 10 + [429]
        assert await _wrong(api) == 429
        await eve.aclose()


def _client(app: FastAPI) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://kamra.test/api/v1")


async def _right(client: httpx.AsyncClient) -> int:
    return (await client.post("/auth/login", json={"login": "ada", "password": PASSWORD})).status_code


async def _wrong(client: httpx.AsyncClient) -> int:
    answer = await client.post("/auth/login", json={"login": "ada", "password": "not that one"})
    return answer.status_code
