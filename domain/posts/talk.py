"""What is said of a post in the few lines under it: who else likes it, and the newest comments."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.graph.seen_account import SeenAccount
from domain.ids import AccountId, PostId
from domain.posts.comment import ShownComment
from domain.work import Work

NEWEST = 2  # comments under each


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """Of one post: who else than the viewer liked it last, and its newest comments, the oldest of them first."""

    post_id: PostId
    liked_by: SeenAccount | None
    comments: Sequence[ShownComment]


async def talk_of(work: Work, post_ids: Sequence[PostId], viewer: AccountId, now: datetime) -> Sequence[Talk]:
    """The talk of posts that this viewer may see, in their order; the caller has asked whether they may."""
    likers = await work.likes.newest(post_ids, viewer, now)
    comments = await work.comments.newest(post_ids, viewer, now, each=NEWEST)
    return [Talk(post_id=one, liked_by=likers.get(one), comments=comments.get(one, ())) for one in post_ids]
