"""Lists of people: everyone exactly once over all pages (B19), and nobody the viewer may not see."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeAlias

import pytest
from fastapi import FastAPI

from domain.accounts.account import Account
from domain.accounts.leave import leave
from domain.ids import AccountId
from domain.work import Work
from tests.api.graph.between_people import API, act, be_private, counts, listed
from tests.conftest import MovableClock
from tests.signed_in import Person, add_person, client_of
from ui.parts import Parts
from ui.settings import Settings

CROWD = 65


@pytest.fixture
def settings(make_settings: Callable[..., Settings]) -> Settings:
    return make_settings(public_pages="on")


Put: TypeAlias = Callable[[Work, AccountId, AccountId, datetime], Awaitable[object]]

LISTS: dict[str, Put] = {
    "/users/@anna/followers": lambda work, anna, other, now: work.follows.add(other, anna, now),
    "/users/@anna/following": lambda work, anna, other, now: work.follows.add(anna, other, now),
    "/follow-requests": lambda work, anna, other, now: work.follows.ask(other, anna, now),
    "/blocks": lambda work, anna, other, now: work.blocks.add(anna, other, now),
    "/mutes": lambda work, anna, other, now: work.mutes.add(anna, other, now),
}


@pytest.mark.parametrize("path", LISTS)
async def test_each_page_of_each_list_is_exact_b19(parts: Parts, anna: Person, path: str) -> None:
    now = parts.clock.now()
    crowd: list[Account] = [await add_person(parts.works, parts, f"person{number}") for number in range(CROWD)]
    async with parts.works.write() as work:
        for number, other in enumerate(crowd):
            # Three at each moment, so that a page ends between people who came at the same one.
            await LISTS[path](work, anna.account.id, other.id, now + timedelta(seconds=number // 3))
    seen: list[str] = []
    sizes: list[int] = []
    cursor: str | None = ""
    while cursor is not None:
        answer = await anna.get(f"{API}{path}", params={"limit": 30, **({"cursor": cursor} if cursor else {})})
        assert answer.status_code == 200, answer.text
        items = answer.json()["items"]
        sizes.append(len(items))
        seen += [item["user"]["handle"] for item in items]
        if not cursor:  # somebody who comes meanwhile changes nothing for those who were there
            late = await add_person(parts.works, parts, "late")
            async with parts.works.write() as work:
                await LISTS[path](work, anna.account.id, late.id, now + timedelta(hours=1))
        cursor = answer.json()["next_cursor"]
    assert sizes == [30, 30, 5]
    assert sorted(seen) == sorted(one.handle for one in crowd)
    assert seen[-1] in {"person0", "person1", "person2"}


@pytest.mark.parametrize("path", LISTS)
async def test_a_bad_limit_or_cursor_is_refused(anna: Person, path: str) -> None:
    elsewhere = "WyJlbHNld2hlcmUiLDEsIngiXQ"
    for question in ({"limit": "0"}, {"limit": "201"}, {"cursor": "x"}, {"cursor": elsewhere}):
        assert (await anna.get(f"{API}{path}", params=question)).status_code == 422


async def test_somebody_suspended_is_in_no_list_until_it_is_over(
    parts: Parts, clock: MovableClock, anna: Person, ben: Person
) -> None:
    await act(ben, "follow", "anna")
    await act(anna, "follow", "ben")
    now = parts.clock.now()
    async with parts.works.write() as work:
        until = now + timedelta(minutes=2)
        await work.accounts.change(replace(ben.account, suspended_at=now, suspended_until=until))
    for path in ("/users/@anna/followers", "/users/@anna/following"):
        assert await listed(anna, path) == []
    assert await counts(anna, "anna") == (1, 1)
    clock.move(timedelta(minutes=3))
    assert await listed(anna, "/users/@anna/followers") == ["ben"]


async def test_signed_out_people_see_lists_of_public_profiles_while_public_pages_are_on(
    app: FastAPI, anna: Person, ben: Person
) -> None:
    await act(ben, "follow", "anna")
    async with client_of(app) as nobody:
        shown = await nobody.get(f"{API}/users/@anna/followers")
        assert [one["user"]["handle"] for one in shown.json()["items"]] == ["ben"]
        await be_private(anna)
        assert (await nobody.get(f"{API}/users/@anna/followers")).json()["items"] == []
        for path in ("/follow-requests", "/blocks", "/mutes", "/users/@anna/relationship"):
            assert (await nobody.get(f"{API}{path}")).status_code == 401


async def test_somebody_who_left_is_in_no_list_and_counts_nowhere(parts: Parts, anna: Person, ben: Person) -> None:
    await act(ben, "follow", "anna")
    await act(anna, "mute", "ben")
    async with parts.works.write() as work:
        await leave(work, ben.account.id, parts.clock.now())
    assert (await listed(anna, "/users/@anna/followers"), await listed(anna, "/mutes")) == ([], [])
    assert await counts(anna, "anna") == (0, 0)
