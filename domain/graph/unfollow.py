"""Somebody does not follow somebody any more, or does not wait to."""

from domain.accounts.actor import Actor, Scope
from domain.graph.end_follow import end_follow
from domain.graph.somebody_else import hold_visible
from domain.ids import AccountId
from domain.work import Work


async def unfollow(work: Work, actor: Actor, whom: AccountId) -> bool:
    """Whether there was a follow or a request. Raises ThatIsYou, AccountNotFound."""
    actor.demand(Scope.WRITE)
    await hold_visible(work, actor, whom)
    return await end_follow(work, actor.account.id, whom) is not None
