"""Short-lived proofs that a program belongs to a session."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.ids import AccountId, SessionId


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessClaim:
    """What a valid access token says; whether the session still lives is asked elsewhere."""

    account_id: AccountId
    session_id: SessionId


class AccessTokens(Protocol):
    """Makes and reads access tokens (JWT, HS256, `sub sid aud iat exp`)."""

    def make(self, claim: AccessClaim, now: datetime, expires_at: datetime) -> str:
        """A token that is valid until then."""
        ...

    def read(self, token: str, now: datetime) -> AccessClaim | None:
        """What it says, or None when it is not ours, was changed, or is over."""
        ...
