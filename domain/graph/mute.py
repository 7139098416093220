"""Somebody wants to hear nothing from somebody, or again; the other does not learn of it."""

from datetime import datetime

from domain.accounts.actor import Actor, Scope
from domain.graph.somebody_else import hold_visible
from domain.ids import AccountId
from domain.work import Work


async def mute(work: Work, actor: Actor, whom: AccountId, now: datetime) -> bool:
    """Whether that is new. Raises ThatIsYou, AccountNotFound."""
    actor.demand(Scope.WRITE)
    if (await hold_visible(work, actor, whom)).relationship.is_muting:
        return False
    await work.mutes.add(actor.account.id, whom, now)
    return True


async def unmute(work: Work, actor: Actor, whom: AccountId) -> bool:
    """Whether they were muted. Raises ThatIsYou, AccountNotFound."""
    actor.demand(Scope.WRITE)
    await hold_visible(work, actor, whom)
    return await work.mutes.remove(actor.account.id, whom)
