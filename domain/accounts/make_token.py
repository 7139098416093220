"""Makes API tokens."""

from collections.abc import Collection
from datetime import datetime, timedelta

from domain.accounts.actor import Actor, Scope, ScopeMissing
from domain.accounts.api_token import PREFIX, ApiToken, BadDays, BadScopes, BadTokenName, SignInNeeded
from domain.ids import ApiTokenId, new_uuid
from domain.plain_text import is_line
from domain.secret import digest, new_secret
from domain.work import Work

MAX_DAYS = 3650


async def make_token(
    work: Work, actor: Actor, *, name: str, scopes: Collection[str], days: int | None, now: datetime
) -> tuple[str, ApiToken]:
    """The token's text, which is shown once, and what is kept of it.

    Raises SignInNeeded (a token cannot make tokens), BadTokenName, BadScopes, ScopeMissing (`admin` is for
    admins), BadDays.
    """
    demand_signed_in(actor)
    if not (1 <= len(name) <= 100 and name.strip() and is_line(name)):
        raise BadTokenName(field="name")
    if days is not None and not 1 <= days <= MAX_DAYS:
        raise BadDays(field="expires_in_days", max=MAX_DAYS)
    text = PREFIX + new_secret()
    token = ApiToken(
        id=ApiTokenId(new_uuid()),
        account_id=actor.account.id,
        name=name,
        scopes=_granted(actor, scopes),
        hash=digest(text),
        created_at=now,
        expires_at=None if days is None else now + timedelta(days=days),
        used_at=None,
    )
    await work.api_tokens.add(token)
    return text, token


def demand_signed_in(actor: Actor) -> None:
    """Raises SignInNeeded for somebody who comes with an API token."""
    if actor.session_id is None:
        raise SignInNeeded


def _granted(actor: Actor, wanted: Collection[str]) -> frozenset[Scope]:
    known = {scope.value for scope in Scope}
    if not wanted or not known.issuperset(wanted):
        raise BadScopes(field="scopes")
    granted = frozenset(Scope(word) for word in wanted)
    for missing in granted - actor.scopes:
        raise ScopeMissing(field="scopes", scope=missing.value)
    return granted
