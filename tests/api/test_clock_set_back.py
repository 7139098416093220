"""The clock is set back by two days: what had run out stays over, what had not stays, nobody is locked out (H78)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from domain.accounts.account import Role
from tests.conftest import MovableClock
from tests.painted import photograph
from tests.people import PASSWORD, add_person, bearer, sign_in
from tests.signed_in import parts_of_app
from ui.settings import Settings

TWO_DAYS = timedelta(days=2)


@pytest.fixture
def settings(make_settings: Callable[..., Settings]) -> Settings:
    # In memory, so that what other tests counted in a shared Redis does not matter.
    return make_settings(rate_limits="on", redis_url=None, refresh_days=1)


class Given:
    """One of everything that people are given for a while, all of it for a day at most."""

    def __init__(self, app: FastAPI, api: httpx.AsyncClient, clock: MovableClock) -> None:
        self._app, self._api, self._clock = app, api, clock

    async def make(self) -> None:
        for handle, role in (("boss", Role.ADMIN), ("ada", Role.MEMBER), ("eve", Role.MEMBER)):
            await add_person(self._app, handle, role=role)
        self.pair = (await self._api.post("/auth/login", json={"login": "boss", "password": PASSWORD})).json()
        self.boss = bearer(self.pair["access_token"])
        self.token = (await self._post("/auth/token", name="x", scopes=["read"], expires_in_days=1))["token"]
        self.invite = (await self._post("/invites", days=1))["code"]
        self.reset = (await self._post("/users/@ada/reset-link"))["url"].rpartition("/")[2]
        until = (self._clock.now() + timedelta(hours=1)).isoformat()
        shut_out = {"reason": "Too loud", "until": until}
        await self._api.post("/moderation/users/@eve/suspend", json=shut_out, headers=self.boss)
        file = {"file": ("a.jpg", photograph(width=300), "image/jpeg")}
        self.draft = (await self._api.post("/media?draft=true", files=file, headers=self.boss)).json()

    async def _post(self, path: str, **body: Any) -> dict[str, Any]:
        answer = await self._api.post(path, json=body or None, headers=self.boss)
        assert answer.status_code in (200, 201), answer.text
        return answer.json()

    async def kept(self) -> dict[str, int]:
        """How many of each are there, without using any of them up."""
        works = parts_of_app(self._app).works
        now = self._clock.now()
        async with works.read() as work:
            eve = await work.accounts.by_handle("eve")
            invite = await work.invites.find(self.invite, now)
        draft = await self._api.get(f"/media/{self.draft['id']}", headers=await sign_in(self._api, "boss"))
        assert eve is not None
        return {"invite": int(invite is not None), "suspension": int(eve.is_suspended(now)), "draft": draft.status_code}

    async def used(self) -> dict[str, int]:
        """What each answers to whoever uses it."""
        newcomer = {"handle": "bob", "display_name": "Bob", "password": PASSWORD, "invite": self.invite}
        renewed = {"code": self.reset, "new": "a tandem made of snow"}
        answers = {
            "token": await self._api.get("/auth/me", headers=bearer(self.token)),
            "access": await self._api.get("/auth/me", headers=self.boss),
            "refresh": await self._api.post("/auth/refresh", json={"refresh_token": self.pair["refresh_token"]}),
            "reset": await self._api.post("/auth/reset", json=renewed),
            "join": await self._api.post("/users", json=newcomer),
            "eve": await self._api.post("/auth/login", json={"login": "eve", "password": PASSWORD}),
        }
        return {name: answer.status_code for name, answer in answers.items()}


@pytest.fixture
async def given(app: FastAPI, api: httpx.AsyncClient, clock: MovableClock) -> Given:
    given = Given(app, api, clock)
    await given.make()
    return given


async def _sweep_all(app: FastAPI) -> None:
    for sweep in parts_of_app(app).timetable.sweeps.values():
        await sweep()


async def test_h78_what_ran_out_and_was_swept_stays_over(app: FastAPI, given: Given, clock: MovableClock) -> None:
    clock.move(TWO_DAYS)
    await _sweep_all(app)
    clock.move(-TWO_DAYS)
    assert await given.kept() == {"invite": 0, "suspension": 0, "draft": 404}
    assert await given.used() == {
        "token": 401,
        "access": 401,
        "refresh": 401,
        "reset": 410,
        "join": 410,
        "eve": 200,
    }


async def test_h78_a_clock_that_is_behind_takes_nothing_away_early(
    app: FastAPI, given: Given, clock: MovableClock
) -> None:
    clock.move(-TWO_DAYS)
    await _sweep_all(app)
    assert await given.kept() == {"invite": 1, "suspension": 1, "draft": 200}
    # A token of minutes that says it was made in two days could be one that ran out; its holder refreshes it.
    assert await given.used() == {
        "token": 200,
        "access": 401,
        "refresh": 200,
        "reset": 204,
        "join": 201,
        "eve": 403,
    }


async def test_h78_links_to_pictures_that_ran_out_open_nothing_and_new_ones_do(
    api: httpx.AsyncClient, given: Given, clock: MovableClock
) -> None:
    old = f"http://kamra.test{given.draft['original_url']}"
    assert (await api.get(old)).status_code == 200
    clock.move(-TWO_DAYS)
    assert (await api.get(old)).status_code == 403
    shown = (await api.get(f"/media/{given.draft['id']}", headers=await sign_in(api, "boss"))).json()
    assert (await api.get(f"http://kamra.test{shown['original_url']}")).status_code == 200


async def test_h78_wrong_guesses_in_a_time_to_come_lock_nobody_out(
    app: FastAPI, api: httpx.AsyncClient, clock: MovableClock
) -> None:
    await add_person(app, "ada")
    wrong = {"login": "ada", "password": "not that one"}
    guesses = [await api.post("/auth/login", json=wrong) for _ in range(11)]
    assert [guess.status_code for guess in guesses] == [401] * 10 + [429]
    clock.move(-TWO_DAYS)
    await sign_in(api, "ada")
    await _sweep_all(app)
    clock.move(TWO_DAYS)
    api.cookies.clear()
    await sign_in(api, "ada")  # the guesses are forgotten, so they do not come true either
    api.cookies.clear()
    assert [(await api.post("/auth/login", json=wrong)).status_code for _ in range(11)] == [401] * 10 + [429]
