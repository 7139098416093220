"""Somebody blocks somebody, or lets them be again."""

from datetime import datetime

from domain.accounts.actor import Actor, Scope
from domain.graph.end_follow import end_follow
from domain.graph.somebody_else import demand_visible, hold_both
from domain.ids import AccountId
from domain.work import Work


async def block(work: Work, actor: Actor, whom: AccountId, now: datetime) -> bool:
    """Follows and requests between the two end, and each is gone for the other; whether that is new.

    What they said to each other before stays and is hidden from both. Raises ThatIsYou, AccountNotFound.
    """
    actor.demand(Scope.WRITE)
    me = actor.account.id
    await hold_both(work, actor, whom)
    if await work.blocks.is_blocking(me, whom):
        return False
    await demand_visible(work, actor, whom)
    await end_follow(work, me, whom)
    await end_follow(work, whom, me)
    await work.blocks.add(me, whom, now)
    return True


async def unblock(work: Work, actor: Actor, whom: AccountId) -> bool:
    """Whether there was a block; follows do not come back. Raises ThatIsYou, AccountNotFound."""
    actor.demand(Scope.WRITE)
    await hold_both(work, actor, whom)
    if await work.blocks.remove(actor.account.id, whom):
        return True
    await demand_visible(work, actor, whom)
    return False
