"""Begins, continues and ends sign-ins."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.accounts.session import Session, SessionKind
from domain.ids import AccountId, SessionId, new_uuid
from domain.plain_text import is_line
from domain.secret import digest, new_secret
from domain.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """From where somebody signs in, as the list of one's sessions shows it."""

    address: str
    user_agent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A session and the secret that opens it: a browser's cookie or a program's refresh token."""

    account_id: AccountId
    session_id: SessionId
    secret: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reused:
    """A refresh token came a second time; this session is over for whoever has it."""

    session_id: SessionId


async def open_browser_session(
    work: Work, account_id: AccountId, visitor: Visitor, now: datetime, life: timedelta
) -> Opened:
    """A session carried by a cookie."""
    secret = new_secret()
    session = _session(account_id, digest(secret), visitor, now, life)
    await work.sessions.add(session)
    return Opened(account_id=account_id, session_id=session.id, secret=secret)


async def open_api_session(
    work: Work, account_id: AccountId, visitor: Visitor, now: datetime, life: timedelta
) -> Opened:
    """A session carried by tokens, with its first refresh token."""
    session = _session(account_id, None, visitor, now, life)
    await work.sessions.add(session)
    secret = new_secret()
    await work.refresh_tokens.add(digest(secret), session.id, now, session.expires_at)
    return Opened(account_id=account_id, session_id=session.id, secret=secret)


async def refresh_session(work: Work, refresh_token: str, now: datetime, life: timedelta) -> Opened | Reused | None:
    """The session with its next refresh token; None when the token is no good.

    A token that was used before ends the session: the answer says so instead of raising, so that this is kept.
    Raises AccountSuspended (and then the token is not used up).
    """
    use = await work.refresh_tokens.use(digest(refresh_token), now)
    if use is None:
        return None
    if not use.is_first:
        await work.sessions.end(use.session_id)
        return Reused(session_id=use.session_id)
    signed_in = await work.sessions.find(use.session_id, now)
    if signed_in is None:
        return None
    signed_in.account.demand_not_suspended(now)
    secret = new_secret()
    await work.refresh_tokens.add(digest(secret), use.session_id, now, now + life)
    await work.sessions.extend(use.session_id, now + life)
    return Opened(account_id=signed_in.account.id, session_id=use.session_id, secret=secret)


async def revoke_refresh_token(work: Work, refresh_token: str) -> SessionId | None:
    """End the session that the token belongs to; which one, or None when there was none any more."""
    session_id = await work.refresh_tokens.session_of(digest(refresh_token))
    if session_id is not None:
        await work.sessions.end(session_id)
    return session_id


def _session(
    account_id: AccountId, cookie_hash: bytes | None, visitor: Visitor, now: datetime, life: timedelta
) -> Session:
    return Session(
        id=SessionId(new_uuid()),
        account_id=account_id,
        kind=SessionKind.API if cookie_hash is None else SessionKind.BROWSER,
        secret_hash=cookie_hash,
        created_at=now,
        seen_at=now,
        expires_at=now + life,
        user_agent=visitor.user_agent[:300] if is_line(visitor.user_agent) else "",
        address=visitor.address[:64],
    )
