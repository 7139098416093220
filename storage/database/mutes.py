"""Mutes as rows."""

from datetime import datetime

from sqlalchemy import delete, insert, or_
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.graph.seen_account import SeenSince
from domain.ids import AccountId
from domain.paging import Page, Window
from storage.database.listed_people import list_people
from storage.database.tables.graph import mutes
from storage.database.visibility import account_visible_to

_LISTED = mutes.alias("listed")


class MuteRows:
    """Implements `domain.graph.mutes.Mutes`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, muter: AccountId, muted: AccountId, now: datetime) -> None:
        values = {"muter_id": muter, "muted_id": muted, "created_at": now}
        await self._connection.execute(insert(mutes).values(values))

    async def remove(self, muter: AccountId, muted: AccountId) -> bool:
        query = delete(mutes).where(mutes.c.muter_id == muter, mutes.c.muted_id == muted)
        return (await self._connection.execute(query)).rowcount == 1

    async def list_of(self, muter: AccountId, window: Window) -> Page[SeenSince]:
        return await list_people(
            self._connection,
            "mutes",
            _LISTED.c.muted_id,
            _LISTED.c.created_at,
            _LISTED.c.muter_id == muter,
            account_visible_to(muter),
            viewer=muter,
            window=window,
        )

    async def remove_all_of(self, account_id: AccountId) -> None:
        either = or_(mutes.c.muter_id == account_id, mutes.c.muted_id == account_id)
        await self._connection.execute(delete(mutes).where(either))
