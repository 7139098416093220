"""What signing in answers: a pair of tokens and their person."""

from datetime import timedelta

from pydantic import BaseModel

from domain.accounts.access_tokens import AccessClaim
from domain.accounts.open_session import Opened
from ui.accounts.lives import access_life, session_life
from ui.api.account_shapes import UserShape
from ui.parts import Parts


class PairShape(BaseModel):
    """An access token for the next minutes and a refresh token that works once; times in seconds."""

    access_token: str
    refresh_token: str
    token_type: str = "bearer"  # noqa: S105  # the word of RFC 6750, not a secret
    expires_in: int
    refresh_expires_in: int


class LoginShape(PairShape):
    """The same, with the person."""

    user: UserShape


def pair_shape(parts: Parts, opened: Opened) -> PairShape:
    """Tokens for a session that was just opened or refreshed."""
    now = parts.clock.now()
    access = access_life(parts.settings)
    claim = AccessClaim(account_id=opened.account_id, session_id=opened.session_id)
    return PairShape(
        access_token=parts.access_tokens.make(claim, now, now + access),
        refresh_token=opened.secret,
        expires_in=_seconds(access),
        refresh_expires_in=_seconds(session_life(parts.settings)),
    )


def _seconds(life: timedelta) -> int:
    return int(life.total_seconds())
