"""Access tokens as JWT, signed with HS256."""

from datetime import datetime
from uuid import UUID

import jwt
from jwt.types import Options

from domain.accounts.access_tokens import AccessClaim
from domain.clock import APART
from domain.ids import AccountId, SessionId, parse_uuid

_AUDIENCE = "kamra"
_CLAIMS = ("sub", "sid", "aud", "iat", "exp")


class JwtAccessTokens:
    """Implements `domain.accounts.access_tokens.AccessTokens`; `key` is 32 bytes."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def make(self, claim: AccessClaim, now: datetime, expires_at: datetime) -> str:
        payload = {
            "sub": str(claim.account_id),
            "sid": str(claim.session_id),
            "aud": _AUDIENCE,
            "iat": int(now.timestamp()),
            "exp": int(expires_at.timestamp()),
        }
        return jwt.encode(payload, self._key, algorithm="HS256")

    def read(self, token: str, now: datetime) -> AccessClaim | None:
        # The library asks the machine's clock; ours can be moved, so the times are compared here.
        options: Options = {"require": list(_CLAIMS), "verify_exp": False, "verify_iat": False, "verify_nbf": False}
        try:
            said = jwt.decode(token, self._key, algorithms=["HS256"], audience=_AUDIENCE, options=options)
        except (jwt.InvalidTokenError, UnicodeError):
            return None
        account_id, session_id = _uuid(said["sub"]), _uuid(said["sid"])
        if account_id is None or session_id is None or not _lives(said["iat"], said["exp"], now):
            return None
        return AccessClaim(account_id=AccountId(account_id), session_id=SessionId(session_id))


def _lives(made: object, end: object, now: datetime) -> bool:
    if type(made) is not int or type(end) is not int:
        return False
    return made <= (now + APART).timestamp() and now.timestamp() < end


def _uuid(value: object) -> UUID | None:
    return parse_uuid(value) if isinstance(value, str) else None
