"""A follow or a request ends, and what was told of it is taken back."""

from domain.graph import notices
from domain.graph.follows import FollowState
from domain.ids import AccountId
from domain.notifications.tell import take_back
from domain.work import Work


async def end_follow(work: Work, follower: AccountId, followed: AccountId) -> FollowState | None:
    """Returns what there was. Whoever calls this has asked whether it may be, and holds both."""
    there = await work.follows.remove(follower, followed)
    if there is FollowState.ACCEPTED:
        await take_back(work, notices.followed(follower, followed))
    elif there is FollowState.REQUESTED:
        await take_back(work, notices.requested(follower, followed))
    return there
