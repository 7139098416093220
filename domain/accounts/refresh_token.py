"""Refresh tokens: each works once, and a second use ends the session it belongs to."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.ids import SessionId


@dataclass(frozen=True, slots=True, kw_only=True)
class RefreshUse:
    """What one use of a token was: of which session, and whether the first."""

    session_id: SessionId
    is_first: bool


class RefreshTokens(Protocol):
    """All refresh tokens that were given out and whose session lives, the used ones too."""

    async def add(self, token_hash: bytes, session_id: SessionId, now: datetime, expires_at: datetime) -> None:
        """Keep a new one."""
        ...

    async def use(self, token_hash: bytes, now: datetime) -> RefreshUse | None:
        """Use it up; of any number of uses at once exactly one is the first. None when unknown or expired."""
        ...

    async def session_of(self, token_hash: bytes) -> SessionId | None:
        """The session it was given out for."""
        ...

    async def remove_expired(self, now: datetime) -> int:
        """Remove those that are over; returns how many."""
        ...
