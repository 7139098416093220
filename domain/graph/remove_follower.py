"""Somebody does not want to be followed by somebody any more; they may follow or ask again."""

from domain.accounts.actor import Actor, Scope
from domain.graph.end_follow import end_follow
from domain.graph.somebody_else import hold_visible
from domain.ids import AccountId
from domain.work import Work


async def remove_follower(work: Work, actor: Actor, whom: AccountId) -> bool:
    """Whether they followed; a request is rejected instead. Raises ThatIsYou, AccountNotFound."""
    actor.demand(Scope.WRITE)
    profile = await hold_visible(work, actor, whom)
    if not profile.relationship.is_followed_by:
        return False
    await end_follow(work, whom, actor.account.id)
    return True
