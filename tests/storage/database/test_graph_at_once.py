"""Many who follow, block, ask and leave at the same time: nobody waits for ever, and counters equal the rows."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import datetime
from itertools import permutations
from typing import TypeAlias

from sqlalchemy import func, select

from domain.accounts.account import Account, AccountNotFound
from domain.accounts.actor import Actor, Scope
from domain.accounts.edit_profile import ProfileChange, edit_profile
from domain.accounts.leave import leave
from domain.errors import NotSignedIn
from domain.graph.answer_request import FollowRequestNotFound, accept_request
from domain.graph.block import block, unblock
from domain.graph.follow import follow
from domain.graph.mute import mute, unmute
from domain.graph.remove_follower import remove_follower
from domain.graph.unfollow import unfollow
from domain.ids import AccountId
from domain.work import Work
from storage.database.tables.graph import blocks, follows
from storage.database.work import Database
from tests.signed_in import add_person
from ui.parts import Parts

PEOPLE, WRITERS = 8, 64
MAY_HAPPEN = AccountNotFound, FollowRequestNotFound, NotSignedIn
Act: TypeAlias = Callable[[Work, Actor, AccountId, datetime], Awaitable[object]]


def _have_privacy(private: bool) -> Act:
    change = ProfileChange(given=frozenset({"is_private"}), is_private=private)
    return lambda work, actor, _, now: edit_profile(work, actor, actor.account.id, change, now)


ACTS: Sequence[tuple[int, Act]] = (
    (30, follow),
    (15, lambda work, actor, whom, _: unfollow(work, actor, whom)),
    (4, block),
    (8, lambda work, actor, whom, _: unblock(work, actor, whom)),
    (5, lambda work, actor, whom, _: remove_follower(work, actor, whom)),
    (8, accept_request),
    (4, mute),
    (4, lambda work, actor, whom, _: unmute(work, actor, whom)),
    (5, _have_privacy(True)),
    (5, _have_privacy(False)),
    (3, lambda work, actor, _, now: leave(work, actor.account.id, now)),
)


async def test_counters_equal_the_rows_after_many_did_everything_at_once(parts: Parts) -> None:
    people = [await add_person(parts.works, parts, f"person{number}") for number in range(PEOPLE)]
    async with parts.works.write() as work:
        for one, other in permutations(people[::2], 2):
            await work.follows.add(one.id, other.id, parts.clock.now())
    done = await asyncio.gather(*(_act(parts, people, random.Random(seed)) for seed in range(WRITERS)))
    assert sum(done) > WRITERS / 2
    async with parts.works.read() as work:
        here = [found for one in people if (found := await work.accounts.get(one.id)) is not None]
    assert [(one.followers, one.following) for one in here] == await _counted(parts, here)
    assert await _follows_across_blocks(parts) == 0


async def _act(parts: Parts, people: Sequence[Account], chance: random.Random) -> bool:
    """Whether it was not refused; any error that may not happen ends the test."""
    one, other = chance.sample(people, 2)
    weights, acts = zip(*ACTS, strict=True)
    act = chance.choices(acts, weights)[0]
    actor = Actor(account=one, scopes=frozenset(Scope), session_id=None)
    with suppress(*MAY_HAPPEN):
        async with parts.works.write() as work:
            await act(work, actor, other.id, parts.clock.now())
        return True
    return False


async def _counted(parts: Parts, people: Sequence[Account]) -> list[tuple[int, int]]:
    assert isinstance(parts.works, Database)
    counted: list[tuple[int, int]] = []
    async with parts.works.engines.reader.connect() as connection:
        for one in people:
            sides = (follows.c.followed_id == one.id, follows.c.follower_id == one.id)
            queries = [select(func.count()).where(side, follows.c.state == "accepted") for side in sides]
            followers, following = [(await connection.execute(query)).scalar_one() for query in queries]
            counted.append((followers, following))
    return counted


async def _follows_across_blocks(parts: Parts) -> int:
    assert isinstance(parts.works, Database)
    across = select(func.count()).select_from(
        follows.join(
            blocks,
            ((blocks.c.blocker_id == follows.c.follower_id) & (blocks.c.blocked_id == follows.c.followed_id))
            | ((blocks.c.blocker_id == follows.c.followed_id) & (blocks.c.blocked_id == follows.c.follower_id)),
        )
    )
    async with parts.works.engines.reader.connect() as connection:
        return (await connection.execute(across)).scalar_one()
