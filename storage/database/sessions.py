"""Sign-ins as rows."""

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, Select, bindparam, case, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.accounts.session import Session, SessionKind, SignedIn
from domain.ids import AccountId, SessionId
from domain.paging import Page, Window, cut_page
from storage.database.accounts import ACCOUNT_COLUMNS, IS_HERE, account_from
from storage.database.cursors import id_in
from storage.database.parameters import NOW
from storage.database.tables.accounts import accounts, sessions

_FIELDS = [sessions.c[field.name] for field in dataclasses.fields(Session)]
_LABELLED = [column.label(f"session_{column.name}") for column in _FIELDS]
# Put together once: every request asks one of them.
_SIGNED_IN = (
    select(*ACCOUNT_COLUMNS, *_LABELLED).join_from(sessions, accounts).where(sessions.c.expires_at > NOW, IS_HERE)
)
_BY_ID = _SIGNED_IN.where(sessions.c.id == bindparam("asked"))
_BY_SECRET = _SIGNED_IN.where(sessions.c.secret_hash == bindparam("asked"))


class SessionRows:
    """Implements `domain.accounts.session.Sessions`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, session: Session) -> None:
        values = {column.name: getattr(session, column.name) for column in _FIELDS}
        await self._connection.execute(insert(sessions).values({**values, "kind": session.kind.value}))

    async def find(self, session_id: SessionId, now: datetime) -> SignedIn | None:
        return await self._signed_in(_BY_ID, session_id, now)

    async def by_secret(self, secret_hash: bytes, now: datetime) -> SignedIn | None:
        return await self._signed_in(_BY_SECRET, secret_hash, now)

    async def list_of(self, account_id: AccountId, now: datetime, window: Window) -> Page[Session]:
        query = select(*_FIELDS).where(sessions.c.account_id == account_id, sessions.c.expires_at > now)
        if window.after is not None:
            query = query.where(sessions.c.id < id_in(window.after[0]))
        rows = await self._connection.execute(query.order_by(sessions.c.id.desc()).limit(window.limit + 1))
        found = [_session(dict(row._mapping)) for row in rows]
        return cut_page("sessions", found, window.limit, lambda session: (str(session.id),))

    async def end(self, session_id: SessionId, account_id: AccountId | None = None) -> bool:
        query = delete(sessions).where(sessions.c.id == session_id)
        if account_id is not None:
            query = query.where(sessions.c.account_id == account_id)
        return (await self._connection.execute(query)).rowcount == 1

    async def end_all(self, account_id: AccountId, keep: SessionId | None = None) -> Sequence[SessionId]:
        query = delete(sessions).where(sessions.c.account_id == account_id)
        if keep is not None:
            query = query.where(sessions.c.id != keep)
        return (await self._connection.execute(query.returning(sessions.c.id))).scalars().all()

    async def ids_of(self, account_id: AccountId) -> Sequence[SessionId]:
        query = select(sessions.c.id).where(sessions.c.account_id == account_id)
        return (await self._connection.execute(query)).scalars().all()

    async def extend(self, session_id: SessionId, expires_at: datetime) -> None:
        await self._connection.execute(
            update(sessions).where(sessions.c.id == session_id).values(expires_at=expires_at)
        )

    async def note_seen(self, seen: Mapping[SessionId, datetime], life: timedelta) -> None:
        if not seen:
            return
        until = case(
            (sessions.c.kind == SessionKind.BROWSER.value, bindparam("until", type_=sessions.c.expires_at.type)),
            else_=sessions.c.expires_at,
        )
        # Two processes may have seen the same session; the later time stays.
        query = (
            update(sessions)
            .where(sessions.c.id == bindparam("session"), sessions.c.seen_at < bindparam("at"))
            .values(seen_at=bindparam("at"), expires_at=until)
        )
        rows = [{"session": one, "at": at, "until": at + life} for one, at in seen.items()]
        await self._connection.execute(query, rows)

    async def remove_expired(self, now: datetime) -> int:
        return (await self._connection.execute(delete(sessions).where(sessions.c.expires_at <= now))).rowcount

    async def _signed_in(self, query: Select[Any], asked: SessionId | bytes, now: datetime) -> SignedIn | None:
        row = (await self._connection.execute(query, {"asked": asked, "now": now})).first()
        return None if row is None else _both(row)


def _both(row: Row[Any]) -> SignedIn:
    found = row._mapping
    values = {name.removeprefix("session_"): found[name] for name in (column.name for column in _LABELLED)}
    return SignedIn(session=_session(values), account=account_from(row))


def _session(values: dict[str, Any]) -> Session:
    return Session(**{**values, "kind": SessionKind(values["kind"])})
