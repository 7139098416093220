"""Follows as rows, and the two counters each of them moves."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, and_, delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.graph.follows import FollowState
from domain.graph.seen_account import SeenSince
from domain.ids import AccountId
from domain.paging import Page, Window
from storage.database.holding_people import hold_around, hold_people
from storage.database.listed_people import list_people
from storage.database.tables.accounts import accounts
from storage.database.tables.graph import follows
from storage.database.visibility import person_listed_for

_ACCEPTED, _REQUESTED = FollowState.ACCEPTED.value, FollowState.REQUESTED.value
_LISTED = follows.alias("listed")


class FollowRows:
    """Implements `domain.graph.follows.Follows`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def hold(self, *people: AccountId) -> Collection[AccountId]:
        return await hold_people(self._connection, people)

    async def hold_around(self, account_id: AccountId, state: FollowState | None = None) -> None:
        await hold_around(self._connection, account_id, state)

    async def add(self, follower: AccountId, followed: AccountId, now: datetime) -> bool:
        await self.hold(follower, followed)
        there = await self.state(follower, followed)
        if there is FollowState.ACCEPTED:
            return False
        if there is None:
            await self._insert(follower, followed, FollowState.ACCEPTED, now)
        else:
            await self._accept(_between(follower, followed), now)
        await self._move("following", 1, accounts.c.id == follower)
        await self._move("followers", 1, accounts.c.id == followed)
        return True

    async def ask(self, follower: AccountId, followed: AccountId, now: datetime) -> bool:
        await self.hold(follower, followed)
        if await self.state(follower, followed) is not None:
            return False
        await self._insert(follower, followed, FollowState.REQUESTED, now)
        return True

    async def accept_all(self, followed: AccountId, now: datetime) -> Sequence[AccountId]:
        waiting = and_(follows.c.followed_id == followed, follows.c.state == _REQUESTED)
        query = select(follows.c.follower_id).where(waiting)
        people = (await self._connection.execute(query)).scalars().all()
        if people:
            await self._move("following", 1, accounts.c.id.in_(query))
            await self._move("followers", len(people), accounts.c.id == followed)
            await self._accept(waiting, now)
        return people

    async def remove(self, follower: AccountId, followed: AccountId) -> FollowState | None:
        await self.hold(follower, followed)
        there = await self.state(follower, followed)
        if there is not None:
            await self._connection.execute(delete(follows).where(_between(follower, followed)))
        if there is FollowState.ACCEPTED:
            await self._move("following", -1, accounts.c.id == follower)
            await self._move("followers", -1, accounts.c.id == followed)
        return there

    async def state(self, follower: AccountId, followed: AccountId) -> FollowState | None:
        query = select(follows.c.state).where(_between(follower, followed))
        there = (await self._connection.execute(query)).scalar()
        return None if there is None else FollowState(there)

    async def followers(
        self, account_id: AccountId, viewer: AccountId | None, window: Window, now: datetime
    ) -> Page[SeenSince]:
        its = and_(_LISTED.c.followed_id == account_id, _LISTED.c.state == _ACCEPTED)
        return await self._listed("followers", _LISTED.c.follower_id, its, viewer=viewer, window=window, now=now)

    async def following(
        self, account_id: AccountId, viewer: AccountId | None, window: Window, now: datetime
    ) -> Page[SeenSince]:
        its = and_(_LISTED.c.follower_id == account_id, _LISTED.c.state == _ACCEPTED)
        return await self._listed("following", _LISTED.c.followed_id, its, viewer=viewer, window=window, now=now)

    async def requests(self, account_id: AccountId, window: Window, now: datetime) -> Page[SeenSince]:
        its = and_(_LISTED.c.followed_id == account_id, _LISTED.c.state == _REQUESTED)
        return await self._listed(
            "follow-requests", _LISTED.c.follower_id, its, viewer=account_id, window=window, now=now
        )

    async def remove_all_of(self, account_id: AccountId) -> None:
        accepted = follows.c.state == _ACCEPTED
        followed = select(follows.c.followed_id).where(follows.c.follower_id == account_id, accepted)
        followers = select(follows.c.follower_id).where(follows.c.followed_id == account_id, accepted)
        await self._move("followers", -1, accounts.c.id.in_(followed))
        await self._move("following", -1, accounts.c.id.in_(followers))
        sides = or_(follows.c.follower_id == account_id, follows.c.followed_id == account_id)
        await self._connection.execute(delete(follows).where(sides))

    async def _listed(
        self,
        name: str,
        person: Column[Any],
        its: ColumnElement[bool],
        *,
        viewer: AccountId | None,
        window: Window,
        now: datetime,
    ) -> Page[SeenSince]:
        """The people in this column of the follows it names, as far as the viewer may know of them."""
        shown = (its, person_listed_for(viewer, now))
        since = _LISTED.c.created_at
        return await list_people(self._connection, name, person, since, *shown, viewer=viewer, window=window)

    async def _insert(self, follower: AccountId, followed: AccountId, state: FollowState, now: datetime) -> None:
        values = {"follower_id": follower, "followed_id": followed, "state": state.value, "created_at": now}
        await self._connection.execute(insert(follows).values(values))

    async def _accept(self, which: ColumnElement[bool], now: datetime) -> None:
        await self._connection.execute(update(follows).where(which).values(state=_ACCEPTED, created_at=now))

    async def _move(self, counter: str, by: int, whose: ColumnElement[bool]) -> None:
        column = accounts.c[counter]
        await self._connection.execute(update(accounts).where(whose).values({counter: column + by}))


def _between(follower: AccountId, followed: AccountId) -> ColumnElement[bool]:
    return and_(follows.c.follower_id == follower, follows.c.followed_id == followed)
