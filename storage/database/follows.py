"""Follows as rows, and the two counters each of them moves."""

from datetime import datetime

from sqlalchemy import ColumnElement, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId
from storage.database.holding import hold
from storage.database.tables.accounts import accounts
from storage.database.tables.graph import follows

_ACCEPTED = "accepted"


class FollowRows:
    """Implements `domain.graph.follows.Follows`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, follower: AccountId, followed: AccountId, now: datetime) -> bool:
        await hold(self._connection, f"follow {min(follower, followed)} {max(follower, followed)}")
        if await self.is_following(follower, followed):
            return False
        values = {"follower_id": follower, "followed_id": followed, "state": _ACCEPTED, "created_at": now}
        await self._connection.execute(insert(follows).values(values))
        await self._move("following", 1, accounts.c.id == follower)
        await self._move("followers", 1, accounts.c.id == followed)
        return True

    async def is_following(self, follower: AccountId, followed: AccountId) -> bool:
        query = select(follows.c.state).where(
            follows.c.follower_id == follower, follows.c.followed_id == followed, follows.c.state == _ACCEPTED
        )
        return (await self._connection.execute(query)).first() is not None

    async def remove_all_of(self, account_id: AccountId) -> None:
        accepted = follows.c.state == _ACCEPTED
        followed = select(follows.c.followed_id).where(follows.c.follower_id == account_id, accepted)
        followers = select(follows.c.follower_id).where(follows.c.followed_id == account_id, accepted)
        await self._move("followers", -1, accounts.c.id.in_(followed))
        await self._move("following", -1, accounts.c.id.in_(followers))
        for side in (follows.c.follower_id, follows.c.followed_id):
            await self._connection.execute(delete(follows).where(side == account_id))

    async def _move(self, counter: str, by: int, whose: ColumnElement[bool]) -> None:
        column = accounts.c[counter]
        await self._connection.execute(update(accounts).where(whose).values({counter: column + by}))
