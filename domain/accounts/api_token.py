"""Tokens that a person makes for their own programs, and the collection of all of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.accounts.account import Account
from domain.accounts.actor import Scope
from domain.errors import Forbidden, NotFound, RuleBroken
from domain.ids import AccountId, ApiTokenId
from domain.paging import Page, Window

PREFIX = "kamra_"


class TokenNotFound(NotFound):
    """No such token, or somebody else's."""


class BadTokenName(RuleBroken):
    """Empty, longer than 100 characters, or more than one line."""


class BadScopes(RuleBroken):
    """None at all, or one that does not exist."""


class BadDays(RuleBroken):
    """Not a whole number of days from 1 to `max`."""


class SignInNeeded(Forbidden):
    """An API token may not do this; it takes somebody who signed in with a password."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiToken:
    """One token; `expires_at` is None for one that lasts until it is deleted."""

    id: ApiTokenId
    account_id: AccountId
    name: str
    scopes: frozenset[Scope]
    hash: bytes
    created_at: datetime
    expires_at: datetime | None
    used_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenHolder:
    """A live token with its person."""

    token: ApiToken
    account: Account


class ApiTokens(Protocol):
    """All tokens; those that are over are in none of the answers."""

    async def add(self, token: ApiToken) -> None:
        """Keep a new one."""
        ...

    async def by_hash(self, token_hash: bytes, now: datetime) -> TokenHolder | None:
        """The token with this digest."""
        ...

    async def find(self, token_id: ApiTokenId, now: datetime) -> TokenHolder | None:
        """The token with this id."""
        ...

    async def list_of(self, account_id: AccountId, now: datetime, window: Window) -> Page[ApiToken]:
        """One person's, newest first."""
        ...

    async def end(self, token_id: ApiTokenId, account_id: AccountId) -> bool:
        """Delete one of this person's; whether there was one."""
        ...

    async def end_all(self, account_id: AccountId) -> None:
        """Delete all of this person's."""
        ...

    async def note_used(self, used: Mapping[ApiTokenId, datetime]) -> None:
        """Keep when each was last used."""
        ...

    async def remove_expired(self, now: datetime) -> int:
        """Remove those that are over; returns how many."""
        ...
