"""People as rows."""

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, bindparam, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.accounts.account import Account, Role
from domain.accounts.rules import EmailTaken, HandleTaken
from domain.ids import AccountId
from domain.paging import Page, Window, cut_page
from domain.search.question import names_searched
from storage.database.cursors import id_in
from storage.database.holding import hold
from storage.database.tables.accounts import accounts

ACCOUNT_COLUMNS = [accounts.c[field.name] for field in dataclasses.fields(Account)]
_NAMES = [column.name for column in ACCOUNT_COLUMNS]
IS_HERE = accounts.c.gone_at.is_(None)
_MOVED_BY_OTHERS = {"seen_at", "followers", "following", "posts", "posts_followers", "posts_me"}


class AccountRows:
    """Implements `domain.accounts.account.Accounts`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, account: Account) -> None:
        await self._refuse_taken(account)
        try:
            await self._connection.execute(insert(accounts).values(_values(account)))
        except IntegrityError as error:  # PostgreSQL: another transaction was first
            if "email" in str(error.orig):
                raise EmailTaken(field="email") from error
            raise HandleTaken(field="handle", handle=account.handle) from error

    async def get(self, account_id: AccountId) -> Account | None:
        return await self._one(accounts.c.id == account_id)

    async def hold(self, account_id: AccountId) -> Account | None:
        return await self._one(accounts.c.id == account_id, for_update=True)

    async def by_handle(self, handle: str) -> Account | None:
        return await self._one(accounts.c.handle_key == handle.lower())

    async def by_email(self, email: str) -> Account | None:
        return await self._one(accounts.c.email_key == email.lower())

    async def change(self, account: Account) -> None:
        await self._refuse_taken(account)
        # What others move meanwhile (counters, last seen) is not this caller's to overwrite.
        values = {name: value for name, value in _values(account).items() if name not in _MOVED_BY_OTHERS}
        await self._connection.execute(update(accounts).where(accounts.c.id == account.id).values(values))

    async def list(self, window: Window) -> Page[Account]:
        query = select(*ACCOUNT_COLUMNS).where(IS_HERE).order_by(accounts.c.id.desc()).limit(window.limit + 1)
        if window.after is not None:
            query = query.where(accounts.c.id < id_in(window.after[0]))
        rows = [account_from(row) for row in await self._connection.execute(query)]
        return cut_page("accounts", rows, window.limit, lambda account: (str(account.id),))

    async def end_suspensions(self, now: datetime) -> int:
        lifted = {"suspended_at": None, "suspended_until": None, "suspended_reason": None}
        query = update(accounts).where(accounts.c.suspended_until <= now).values(lifted)
        return (await self._connection.execute(query)).rowcount

    async def count(self, role: Role | None = None) -> int:
        query = select(func.count()).select_from(accounts).where(IS_HERE)
        if role is not None:
            query = query.where(accounts.c.role == role.value)
        return (await self._connection.execute(query)).scalar_one()

    async def hold_admins(self) -> None:
        await hold(self._connection, "admins")

    async def note_seen(self, seen: Mapping[AccountId, datetime]) -> None:
        if seen:
            query = update(accounts).where(accounts.c.id == bindparam("who")).values(seen_at=bindparam("at"))
            await self._connection.execute(query, [{"who": who, "at": at} for who, at in seen.items()])

    async def mark_gone(self, account_id: AccountId, now: datetime) -> None:
        await self._connection.execute(
            update(accounts).where(accounts.c.id == account_id).values(gone_at=now, handle_key=None, email_key=None)
        )

    async def marked_gone(self) -> Sequence[AccountId]:
        return (
            (await self._connection.execute(select(accounts.c.id).where(accounts.c.gone_at.is_not(None))))
            .scalars()
            .all()
        )

    async def remove(self, account_id: AccountId) -> None:
        await self._connection.execute(delete(accounts).where(accounts.c.id == account_id))

    async def _one(self, condition: ColumnElement[bool], *, for_update: bool = False) -> Account | None:
        query = select(*ACCOUNT_COLUMNS).where(IS_HERE, condition)
        row = (await self._connection.execute(query.with_for_update() if for_update else query)).first()
        return None if row is None else account_from(row)

    async def _refuse_taken(self, account: Account) -> None:
        for column, value, error in (
            (accounts.c.handle_key, account.handle, HandleTaken(field="handle", handle=account.handle)),
            (accounts.c.email_key, account.email, EmailTaken(field="email")),
        ):
            if value is None:
                continue
            query = select(accounts.c.id).where(column == value.lower(), accounts.c.id != account.id)
            if (await self._connection.execute(query)).first() is not None:
                raise error


def account_from(row: Row[Any]) -> Account:
    """The person in a row that has `ACCOUNT_COLUMNS`, among others or not."""
    found = row._mapping  # looked up once: each time the row makes it anew
    values = {name: found[name] for name in _NAMES}
    values["role"] = Role(values["role"])
    return Account(**values)


def _values(account: Account) -> dict[str, Any]:
    values = {field.name: getattr(account, field.name) for field in dataclasses.fields(account)}
    email_key = None if account.email is None else account.email.lower()
    return {
        **values,
        "role": account.role.value,
        "handle_key": account.handle.lower(),
        "email_key": email_key,
        "search_text": names_searched(account.handle, account.display_name),
    }
