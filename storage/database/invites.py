"""Invitations as rows."""

import dataclasses
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, false, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.accounts.invite import Invite
from domain.ids import AccountId
from domain.paging import BadCursor, Page, Window, cut_page
from domain.plain_text import is_line
from storage.database.columns import from_microseconds, to_microseconds
from storage.database.tables.accounts import invites

_FIELDS = [invites.c[field.name] for field in dataclasses.fields(Invite)]


class InviteRows:
    """Implements `domain.accounts.invite.Invites`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, invite: Invite) -> None:
        await self._connection.execute(insert(invites).values(dataclasses.asdict(invite)))

    async def find(self, code: str, now: datetime) -> Invite | None:
        query = select(*_FIELDS).where(_is(code), invites.c.expires_at > now)
        row = (await self._connection.execute(query)).first()
        return None if row is None else Invite(**row._mapping)

    async def use(self, code: str, now: datetime) -> Invite | None:
        query = delete(invites).where(_is(code), invites.c.expires_at > now).returning(*_FIELDS)
        row = (await self._connection.execute(query)).first()
        return None if row is None else Invite(**row._mapping)

    async def list_of(self, account_id: AccountId, now: datetime, window: Window) -> Page[Invite]:
        made, code = invites.c.created_at, invites.c.code
        query = select(*_FIELDS).where(invites.c.account_id == account_id, invites.c.expires_at > now)
        if window.after is not None:
            micros, last = window.after
            if not isinstance(micros, int) or not isinstance(last, str) or not is_line(last):
                raise BadCursor(field="cursor")
            at = from_microseconds(micros)
            query = query.where(or_(made < at, and_(made == at, code < last)))
        rows = await self._connection.execute(query.order_by(made.desc(), code.desc()).limit(window.limit + 1))
        found = [Invite(**row._mapping) for row in rows]
        return cut_page("invites", found, window.limit, lambda one: (to_microseconds(one.created_at), one.code))

    async def remove(self, code: str, account_id: AccountId | None = None) -> bool:
        query = delete(invites).where(_is(code))
        if account_id is not None:
            query = query.where(invites.c.account_id == account_id)
        return (await self._connection.execute(query)).rowcount == 1

    async def remove_all_of(self, account_id: AccountId) -> None:
        await self._connection.execute(delete(invites).where(invites.c.account_id == account_id))

    async def remove_expired(self, now: datetime) -> int:
        return (await self._connection.execute(delete(invites).where(invites.c.expires_at <= now))).rowcount


def _is(code: str) -> ColumnElement[bool]:
    # PostgreSQL refuses to compare with what it could not keep.
    return invites.c.code == code if is_line(code) else false()
