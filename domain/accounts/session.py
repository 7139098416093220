"""A sign-in that lasts, of a browser or of a program, and the collection of all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from domain.accounts.account import Account
from domain.errors import NotFound, NotSignedIn
from domain.ids import AccountId, SessionId
from domain.paging import Page, Window


class SessionNotFound(NotFound):
    """No such session, or somebody else's."""


class TokenDead(NotSignedIn):
    """The credentials have expired, were ended, or never were any."""


class RefreshReused(NotSignedIn):
    """A refresh token came twice; whoever has the other copy is signed out as well."""


class SessionKind(StrEnum):
    """What carries the session: a browser's cookie, or access and refresh tokens."""

    BROWSER = "browser"
    API = "api"


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One sign-in; `secret_hash` is that of the cookie, None for tokens."""

    id: SessionId
    account_id: AccountId
    kind: SessionKind
    secret_hash: bytes | None
    created_at: datetime
    seen_at: datetime
    expires_at: datetime
    user_agent: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """A live session with its person."""

    session: Session
    account: Account


class Sessions(Protocol):
    """All sign-ins; those that are over are in none of the answers."""

    async def add(self, session: Session) -> None:
        """Keep a new one."""
        ...

    async def find(self, session_id: SessionId, now: datetime) -> SignedIn | None:
        """The session with this id."""
        ...

    async def by_secret(self, secret_hash: bytes, now: datetime) -> SignedIn | None:
        """The browser session whose cookie has this digest."""
        ...

    async def list_of(self, account_id: AccountId, now: datetime, window: Window) -> Page[Session]:
        """One person's, newest first."""
        ...

    async def end(self, session_id: SessionId, account_id: AccountId | None = None) -> bool:
        """End it (with an account: only if it is theirs); whether there was one."""
        ...

    async def end_all(self, account_id: AccountId, keep: SessionId | None = None) -> Sequence[SessionId]:
        """End all of one person's but the one to keep; returns those that ended."""
        ...

    async def ids_of(self, account_id: AccountId) -> Sequence[SessionId]:
        """One person's, as ids."""
        ...

    async def extend(self, session_id: SessionId, expires_at: datetime) -> None:
        """Let it last longer."""
        ...

    async def note_seen(self, seen: Mapping[SessionId, datetime], life: timedelta) -> None:
        """Keep when each was last used; a browser's then lasts for `life` from that time on."""
        ...

    async def remove_expired(self, now: datetime) -> int:
        """Remove those that are over; returns how many."""
        ...
