"""Somebody follows somebody, or asks to."""

from dataclasses import dataclass
from datetime import datetime

from domain.accounts.actor import Actor, Scope
from domain.graph import notices
from domain.graph.somebody_else import hold_visible
from domain.ids import AccountId
from domain.notifications.tell import tell
from domain.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """Whether they follow now and did not before, and whether they wait for a private person's answer."""

    followed: bool
    requested: bool = False


async def follow(work: Work, actor: Actor, whom: AccountId, now: datetime) -> Followed:
    """A private person is asked first. Raises ThatIsYou, AccountNotFound."""
    actor.demand(Scope.WRITE)
    profile = await hold_visible(work, actor, whom)
    if profile.relationship.is_following:
        return Followed(followed=False)
    if profile.person.account.is_private:
        if await work.follows.ask(actor.account.id, whom, now):
            await tell(work, notices.requested(actor.account.id, whom), now)
        return Followed(followed=False, requested=True)
    await work.follows.add(actor.account.id, whom, now)
    await tell(work, notices.followed(actor.account.id, whom), now)
    return Followed(followed=True)
