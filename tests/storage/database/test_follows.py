"""Follows and the counters that go with them."""

import asyncio

import pytest

from domain.accounts.account import Account
from domain.work import Works
from tests.signed_in import add_person
from ui.parts import Parts


@pytest.fixture
async def people(parts: Parts) -> list[Account]:
    return [await add_person(parts.works, parts, f"person{number}") for number in range(4)]


async def _counts(works: Works, people: list[Account]) -> list[tuple[int, int]]:
    async with works.read() as work:
        found = [await work.accounts.get(one.id) for one in people]
    return [(-1, -1) if one is None else (one.followers, one.following) for one in found]


async def test_following_twice_counts_once_also_at_the_same_time(parts: Parts, people: list[Account]) -> None:
    async def follow() -> bool:
        async with parts.works.write() as work:
            return await work.follows.add(people[0].id, people[1].id, parts.clock.now())

    assert sorted(await asyncio.gather(*(follow() for _ in range(5)))) == [False] * 4 + [True]
    assert await _counts(parts.works, people) == [(0, 1), (1, 0), (0, 0), (0, 0)]


async def test_many_who_follow_one_at_once_are_all_counted(parts: Parts, people: list[Account]) -> None:
    async def follow(who: Account) -> None:
        async with parts.works.write() as work:
            await work.follows.add(who.id, people[0].id, parts.clock.now())

    await asyncio.gather(*(follow(who) for who in people[1:]))
    assert await _counts(parts.works, people) == [(3, 0), (0, 1), (0, 1), (0, 1)]


async def test_somebody_who_goes_is_taken_out_of_everybody_s_counts(parts: Parts, people: list[Account]) -> None:
    first, second, third, _fourth = people
    async with parts.works.write() as work:
        for follower, followed in ((first, second), (second, first), (third, first), (third, second)):
            await work.follows.add(follower.id, followed.id, parts.clock.now())
    async with parts.works.write() as work:
        await work.follows.remove_all_of(first.id)
    assert (await _counts(parts.works, people))[1:] == [(1, 0), (0, 1), (0, 0)]
    async with parts.works.read() as work:
        assert await work.follows.is_following(third.id, second.id)
        assert not await work.follows.is_following(third.id, first.id)


async def test_a_change_of_the_profile_does_not_overwrite_counters(parts: Parts, people: list[Account]) -> None:
    first, second, *_ = people
    async with parts.works.write() as work:
        before = await work.accounts.get(first.id)
        assert before is not None
        await work.follows.add(second.id, first.id, parts.clock.now())
        await work.accounts.change(before)
    assert (await _counts(parts.works, people))[0] == (1, 0)
