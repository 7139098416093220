"""Whether somebody may still act, asked again by what goes on long after it was asked first."""

from datetime import datetime

from domain.accounts.account import Account
from domain.accounts.actor import Actor
from domain.work import Work


async def still_acts(work: Work, actor: Actor, now: datetime) -> bool:
    """Whether the session or API token that let them in still lives, and their account is here and not suspended."""
    account = await _let_in_now(work, actor, now)
    return account is not None and not account.is_suspended(now)


async def _let_in_now(work: Work, actor: Actor, now: datetime) -> Account | None:
    if actor.session_id is not None:
        signed_in = await work.sessions.find(actor.session_id, now)
        return None if signed_in is None else signed_in.account
    if actor.token_id is not None:
        holder = await work.api_tokens.find(actor.token_id, now)
        return None if holder is None else holder.account
    return None
