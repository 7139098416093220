"""Blocks as rows."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, exists, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.graph.seen_account import SeenSince
from domain.ids import AccountId
from domain.paging import Page, Window
from storage.database.accounts import IS_HERE
from storage.database.listed_people import list_people
from storage.database.tables.graph import blocks

_LISTED = blocks.alias("listed")


class BlockRows:
    """Implements `domain.graph.blocks.Blocks`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, blocker: AccountId, blocked: AccountId, now: datetime) -> None:
        values = {"blocker_id": blocker, "blocked_id": blocked, "created_at": now}
        await self._connection.execute(insert(blocks).values(values))

    async def remove(self, blocker: AccountId, blocked: AccountId) -> bool:
        return (await self._connection.execute(delete(blocks).where(_between(blocker, blocked)))).rowcount == 1

    async def is_blocking(self, blocker: AccountId, blocked: AccountId) -> bool:
        query = select(exists().where(_between(blocker, blocked)))
        return bool((await self._connection.execute(query)).scalar_one())

    async def list_of(self, blocker: AccountId, window: Window) -> Page[SeenSince]:
        return await list_people(
            self._connection,
            "blocks",
            _LISTED.c.blocked_id,
            _LISTED.c.created_at,
            _LISTED.c.blocker_id == blocker,
            IS_HERE,
            viewer=blocker,
            window=window,
        )

    async def remove_all_of(self, account_id: AccountId) -> None:
        either = or_(blocks.c.blocker_id == account_id, blocks.c.blocked_id == account_id)
        await self._connection.execute(delete(blocks).where(either))


def _between(blocker: AccountId, blocked: AccountId) -> ColumnElement[bool]:
    return and_(blocks.c.blocker_id == blocker, blocks.c.blocked_id == blocked)
