"""Taking back that one likes a post."""

from datetime import datetime

from domain.accounts.actor import Actor, Scope
from domain.errors import NotFound
from domain.ids import PostId
from domain.notifications.tell import take_back
from domain.posts.hints import Hints
from domain.posts.like import notice_of_like
from domain.posts.post import PostNotFound
from domain.work import Work


class LikeNotFound(NotFound):
    """One does not like this post."""


async def unlike(work: Work, actor: Actor, post_id: PostId, now: datetime) -> Hints:
    """Take one's like back. Raises PostNotFound, LikeNotFound."""
    actor.demand(Scope.WRITE)
    post = await work.posts.hold(post_id, actor.account.id, now)
    if post is None:
        raise PostNotFound
    if not await work.likes.remove(post.id, actor.account.id):
        raise LikeNotFound
    told = await take_back(work, notice_of_like(post, actor))
    return Hints(changed=post.id, told=(post.author_id,) if told else ())
