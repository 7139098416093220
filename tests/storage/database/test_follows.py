"""Follows and the counters that go with them."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from domain.accounts.account import Account
from domain.accounts.actor import Actor, Scope
from domain.accounts.edit_profile import ProfileChange, edit_profile
from domain.graph.follows import FollowState
from domain.work import Work, Works
from tests.signed_in import add_person
from ui.parts import Parts


@pytest.fixture
async def people(parts: Parts) -> list[Account]:
    return [await add_person(parts.works, parts, f"person{number}") for number in range(4)]


async def _counts(works: Works, people: list[Account]) -> list[tuple[int, int]]:
    async with works.read() as work:
        found = [await work.accounts.get(one.id) for one in people]
    return [(-1, -1) if one is None else (one.followers, one.following) for one in found]


async def _at_once(works: Works, *acts: Callable[[Work], Awaitable[object]]) -> list[object]:
    """What each answered, each in a transaction of its own."""

    async def run(act: Callable[[Work], Awaitable[object]]) -> object:
        async with works.write() as work:
            return await act(work)

    return await asyncio.gather(*map(run, acts))


async def test_following_twice_counts_once_also_at_the_same_time(parts: Parts, people: list[Account]) -> None:
    one, other, *_ = people
    now = parts.clock.now()
    answers = await _at_once(parts.works, *[lambda work: work.follows.add(one.id, other.id, now)] * 5)
    assert sorted(map(bool, answers)) == [False] * 4 + [True]
    assert await _counts(parts.works, people) == [(0, 1), (1, 0), (0, 0), (0, 0)]


async def test_many_who_follow_one_at_once_are_all_counted(parts: Parts, people: list[Account]) -> None:
    async def follow(who: Account) -> None:
        async with parts.works.write() as work:
            await work.follows.add(who.id, people[0].id, parts.clock.now())

    await asyncio.gather(*(follow(who) for who in people[1:]))
    assert await _counts(parts.works, people) == [(3, 0), (0, 1), (0, 1), (0, 1)]


async def test_a_request_counts_nothing_until_it_is_accepted(parts: Parts, people: list[Account]) -> None:
    one, other, *_ = people
    now = parts.clock.now()
    async with parts.works.write() as work:
        assert await work.follows.ask(one.id, other.id, now)
        assert not await work.follows.ask(one.id, other.id, now)
    assert await _counts(parts.works, people[:2]) == [(0, 0), (0, 0)]
    async with parts.works.write() as work:
        assert await work.follows.add(one.id, other.id, now)
        assert not await work.follows.ask(one.id, other.id, now)
    assert await _counts(parts.works, people[:2]) == [(0, 1), (1, 0)]


async def test_taking_a_request_back_counts_nothing_and_a_follow_once(parts: Parts, people: list[Account]) -> None:
    one, other, *_ = people
    now = parts.clock.now()
    async with parts.works.write() as work:
        await work.follows.ask(one.id, other.id, now)
    gone = await _at_once(parts.works, *[lambda work: work.follows.remove(one.id, other.id)] * 3)
    assert sorted(gone, key=str) == [None, None, FollowState.REQUESTED]
    async with parts.works.write() as work:
        await work.follows.add(one.id, other.id, now)
    gone = await _at_once(parts.works, *[lambda work: work.follows.remove(one.id, other.id)] * 3)
    assert sorted(gone, key=str) == [None, None, FollowState.ACCEPTED]
    assert await _counts(parts.works, people[:2]) == [(0, 0), (0, 0)]


async def test_who_asks_while_a_profile_opens_does_not_wait_for_ever(parts: Parts, people: list[Account]) -> None:
    private, *others = people
    now = parts.clock.now()
    async with parts.works.write() as work:
        await work.accounts.change(replace(private, is_private=True))
        await work.follows.ask(others[0].id, private.id, now)
    actor = Actor(account=private, scopes=frozenset(Scope), session_id=None)
    opened = ProfileChange(given=frozenset({"is_private"}), is_private=False)

    async def ask(work: Work, who: Account) -> None:
        await work.follows.hold(who.id, private.id)
        profile = await work.people.profile(private.id, who.id)
        assert profile is not None
        put = work.follows.ask if profile.person.account.is_private else work.follows.add
        await put(who.id, private.id, now)

    await _at_once(
        parts.works,
        lambda work: ask(work, others[1]),
        lambda work: edit_profile(work, actor, private.id, opened, now),
        lambda work: ask(work, others[2]),
    )
    async with parts.works.read() as work:
        states = [await work.follows.state(other.id, private.id) for other in others]
    assert states == [FollowState.ACCEPTED] * 3
    assert await _counts(parts.works, people) == [(3, 0), (0, 1), (0, 1), (0, 1)]


async def test_somebody_who_goes_is_taken_out_of_everybody_s_counts(parts: Parts, people: list[Account]) -> None:
    first, second, third, fourth = people
    async with parts.works.write() as work:
        for follower, followed in ((first, second), (second, first), (third, first), (third, second)):
            await work.follows.add(follower.id, followed.id, parts.clock.now())
        await work.follows.ask(first.id, fourth.id, parts.clock.now())
    async with parts.works.write() as work:
        await work.follows.hold_around(first.id)
        await work.follows.remove_all_of(first.id)
    assert (await _counts(parts.works, people))[1:] == [(1, 0), (0, 1), (0, 0)]
    async with parts.works.read() as work:
        assert await work.follows.state(third.id, second.id) is FollowState.ACCEPTED
        assert await work.follows.state(third.id, first.id) is None
        assert await work.follows.state(first.id, fourth.id) is None


async def test_a_change_of_the_profile_does_not_overwrite_counters(parts: Parts, people: list[Account]) -> None:
    first, second, *_ = people
    async with parts.works.write() as work:
        before = await work.accounts.get(first.id)
        assert before is not None
        await work.follows.add(second.id, first.id, parts.clock.now())
        await work.accounts.change(before)
    assert (await _counts(parts.works, people))[0] == (1, 0)
