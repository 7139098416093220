"""API tokens as rows."""

import dataclasses
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.accounts.actor import Scope
from domain.accounts.api_token import ApiToken, TokenHolder
from domain.ids import AccountId, ApiTokenId
from domain.paging import Page, Window, cut_page
from storage.database.accounts import ACCOUNT_COLUMNS, IS_HERE, account_from
from storage.database.cursors import id_in
from storage.database.parameters import NOW
from storage.database.tables.accounts import accounts, api_tokens

_FIELDS = [api_tokens.c[field.name] for field in dataclasses.fields(ApiToken)]
_LABELLED = [column.label(f"token_{column.name}") for column in _FIELDS]


def _lives(now: datetime) -> Any:
    return or_(api_tokens.c.expires_at.is_(None), api_tokens.c.expires_at > now)


# Put together once: every request of a program asks the second.
_HOLDER = select(*ACCOUNT_COLUMNS, *_LABELLED).join_from(api_tokens, accounts).where(_lives(NOW), IS_HERE)
_BY_ID = _HOLDER.where(api_tokens.c.id == bindparam("asked"))
_BY_HASH = _HOLDER.where(api_tokens.c.hash == bindparam("asked"))


class ApiTokenRows:
    """Implements `domain.accounts.api_token.ApiTokens`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, token: ApiToken) -> None:
        values = {column.name: getattr(token, column.name) for column in _FIELDS}
        values["scopes"] = " ".join(sorted(scope.value for scope in token.scopes))
        await self._connection.execute(insert(api_tokens).values(values))

    async def find(self, token_id: ApiTokenId, now: datetime) -> TokenHolder | None:
        return await self._holder(_BY_ID, token_id, now)

    async def by_hash(self, token_hash: bytes, now: datetime) -> TokenHolder | None:
        return await self._holder(_BY_HASH, token_hash, now)

    async def list_of(self, account_id: AccountId, now: datetime, window: Window) -> Page[ApiToken]:
        query = select(*_FIELDS).where(api_tokens.c.account_id == account_id, _lives(now))
        if window.after is not None:
            query = query.where(api_tokens.c.id < id_in(window.after[0]))
        rows = await self._connection.execute(query.order_by(api_tokens.c.id.desc()).limit(window.limit + 1))
        found = [_token(dict(row._mapping)) for row in rows]
        return cut_page("tokens", found, window.limit, lambda token: (str(token.id),))

    async def end(self, token_id: ApiTokenId, account_id: AccountId) -> bool:
        query = delete(api_tokens).where(api_tokens.c.id == token_id, api_tokens.c.account_id == account_id)
        return (await self._connection.execute(query)).rowcount == 1

    async def end_all(self, account_id: AccountId) -> None:
        await self._connection.execute(delete(api_tokens).where(api_tokens.c.account_id == account_id))

    async def note_used(self, used: Mapping[ApiTokenId, datetime]) -> None:
        if used:
            query = update(api_tokens).where(api_tokens.c.id == bindparam("token")).values(used_at=bindparam("at"))
            await self._connection.execute(query, [{"token": token, "at": at} for token, at in used.items()])

    async def remove_expired(self, now: datetime) -> int:
        return (await self._connection.execute(delete(api_tokens).where(api_tokens.c.expires_at <= now))).rowcount

    async def _holder(self, query: Select[Any], asked: ApiTokenId | bytes, now: datetime) -> TokenHolder | None:
        row = (await self._connection.execute(query, {"asked": asked, "now": now})).first()
        if row is None:
            return None
        found = row._mapping
        values = {column.name.removeprefix("token_"): found[column.name] for column in _LABELLED}
        return TokenHolder(token=_token(values), account=account_from(row))


def _token(values: dict[str, Any]) -> ApiToken:
    return ApiToken(**{**values, "scopes": frozenset(Scope(word) for word in values["scopes"].split())})
