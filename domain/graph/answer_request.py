"""A private person answers somebody who asked to follow them."""

from datetime import datetime

from domain.accounts.actor import Actor, Scope
from domain.errors import NotFound
from domain.graph import notices
from domain.graph.end_follow import end_follow
from domain.graph.follows import FollowState
from domain.graph.somebody_else import hold_visible
from domain.ids import AccountId
from domain.notifications.tell import take_back
from domain.work import Work


class FollowRequestNotFound(NotFound):
    """Somebody who does not wait for an answer: they never asked, took it back, or have it."""


async def accept_request(work: Work, actor: Actor, whom: AccountId, now: datetime) -> None:
    """From now on they follow. Raises AccountNotFound, FollowRequestNotFound, ThatIsYou."""
    await _demand_waiting(work, actor, whom)
    await work.follows.add(whom, actor.account.id, now)
    await take_back(work, notices.requested(whom, actor.account.id))  # answered; there is nothing left to look at


async def reject_request(work: Work, actor: Actor, whom: AccountId) -> None:
    """They wait no longer and are not told. Raises AccountNotFound, FollowRequestNotFound, ThatIsYou."""
    await _demand_waiting(work, actor, whom)
    await end_follow(work, whom, actor.account.id)


async def accept_all_requests(work: Work, whose: AccountId, now: datetime) -> None:
    """What nobody has to ask for any more needs no answer: everybody who waits follows."""
    for follower in await work.follows.accept_all(whose, now):
        await take_back(work, notices.requested(follower, whose))


async def _demand_waiting(work: Work, actor: Actor, whom: AccountId) -> None:
    actor.demand(Scope.WRITE)
    await hold_visible(work, actor, whom)
    if await work.follows.state(whom, actor.account.id) is not FollowState.REQUESTED:
        raise FollowRequestNotFound
