"""Finds out who is acting: an access token, an API token, or a browser's session."""

from starlette.requests import HTTPConnection

from domain.accounts.account import Account, Role
from domain.accounts.actor import Actor, Scope
from domain.accounts.api_token import PREFIX
from domain.accounts.session import SignedIn, TokenDead
from domain.errors import NotSignedIn
from domain.secret import digest
from ui.accounts.cookies import session_cookie
from ui.accounts.origin import demand_own_origin
from ui.parts import Parts

_IN_ADDRESS = ("access_token", "token")


class TokenInAddress(NotSignedIn):
    """Addresses end up in logs and histories, so credentials do not belong there."""


async def recognise(connection: HTTPConnection, parts: Parts) -> Actor | None:
    """Who is acting, or None for somebody without credentials or with a browser session that is over.

    Raises TokenDead, TokenInAddress, AccountSuspended, WrongOrigin.
    """
    if any(name in connection.query_params for name in _IN_ADDRESS):
        raise TokenInAddress
    header = connection.headers.get("authorization")
    if header is not None:
        return await _by_header(parts, header)
    actor = await by_cookie(connection, parts)
    if actor is not None:
        demand_own_origin(connection, parts.settings)
    return actor


async def by_cookie(connection: HTTPConnection, parts: Parts) -> Actor | None:
    """Whose browser this is. Raises AccountSuspended."""
    secret = session_cookie(connection)
    if secret is None:
        return None
    now = parts.clock.now()
    async with parts.works.read() as work:
        signed_in = await work.sessions.by_secret(digest(secret), now)
    return None if signed_in is None else _of_session(parts, signed_in)


async def _by_header(parts: Parts, header: str) -> Actor:
    scheme, _, token = header.partition(" ")
    token = token.strip()
    if scheme.lower() != "bearer":
        raise TokenDead
    return await _by_api_token(parts, token) if token.startswith(PREFIX) else await _by_access_token(parts, token)


async def _by_access_token(parts: Parts, token: str) -> Actor:
    now = parts.clock.now()
    claim = parts.access_tokens.read(token, now)
    if claim is None:
        raise TokenDead
    async with parts.works.read() as work:
        signed_in = await work.sessions.find(claim.session_id, now)
    if signed_in is None or signed_in.account.id != claim.account_id:
        raise TokenDead
    return _of_session(parts, signed_in)


async def _by_api_token(parts: Parts, token: str) -> Actor:
    now = parts.clock.now()
    async with parts.works.read() as work:
        holder = await work.api_tokens.by_hash(digest(token), now)
    if holder is None:
        raise TokenDead
    holder.account.demand_not_suspended(now)
    parts.last_seen.saw_token(holder.token.id, holder.account.id, now)
    return Actor(account=holder.account, scopes=holder.token.scopes, session_id=None, token_id=holder.token.id)


def _of_session(parts: Parts, signed_in: SignedIn) -> Actor:
    now = parts.clock.now()
    signed_in.account.demand_not_suspended(now)
    parts.last_seen.saw_session(signed_in.session.id, signed_in.account.id, now)
    return Actor(account=signed_in.account, scopes=_scopes_of(signed_in.account), session_id=signed_in.session.id)


def _scopes_of(account: Account) -> frozenset[Scope]:
    return frozenset(Scope) if account.role is Role.ADMIN else frozenset({Scope.READ, Scope.WRITE})
