"""Links for forgotten passwords as rows."""

import dataclasses
from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.accounts.reset_link import ResetLink
from domain.ids import AccountId
from storage.database.holding import hold
from storage.database.tables.accounts import reset_links

_FIELDS = [reset_links.c[field.name] for field in dataclasses.fields(ResetLink)]


class ResetLinkRows:
    """Implements `domain.accounts.reset_link.ResetLinks`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def replace(self, link: ResetLink) -> None:
        await hold(self._connection, f"reset {link.account_id}")
        await self.remove_of(link.account_id)
        await self._connection.execute(insert(reset_links).values(dataclasses.asdict(link)))

    async def find(self, code_hash: bytes, now: datetime) -> ResetLink | None:
        query = select(*_FIELDS).where(reset_links.c.hash == code_hash, reset_links.c.expires_at > now)
        row = (await self._connection.execute(query)).first()
        return None if row is None else ResetLink(**row._mapping)

    async def use(self, code_hash: bytes, now: datetime) -> ResetLink | None:
        known = (reset_links.c.hash == code_hash, reset_links.c.expires_at > now)
        row = (await self._connection.execute(delete(reset_links).where(*known).returning(*_FIELDS))).first()
        return None if row is None else ResetLink(**row._mapping)

    async def remove_of(self, account_id: AccountId) -> None:
        await self._connection.execute(delete(reset_links).where(reset_links.c.account_id == account_id))

    async def remove_expired(self, now: datetime) -> int:
        return (await self._connection.execute(delete(reset_links).where(reset_links.c.expires_at <= now))).rowcount
