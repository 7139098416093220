"""Liking a post."""

from datetime import datetime

from domain.accounts.actor import Actor, Scope
from domain.ids import PostId
from domain.notifications.notice import Kind, Notice
from domain.notifications.tell import tell
from domain.posts.hints import Hints
from domain.posts.post import Post, PostNotFound
from domain.work import Work


async def like(work: Work, actor: Actor, post_id: PostId, now: datetime) -> tuple[bool, Hints]:
    """Whether this like is new. Raises PostNotFound."""
    actor.demand(Scope.WRITE)
    post = await work.posts.hold(post_id, actor.account.id, now)
    if post is None:
        raise PostNotFound
    if not await work.likes.add(post.id, actor.account.id, now):
        return False, Hints()
    told = await tell(work, notice_of_like(post, actor), now)
    return True, Hints(changed=post.id, told=(post.author_id,) if told else ())


def notice_of_like(post: Post, actor: Actor) -> Notice:
    """What the post's author is told, and is not told any more once the like is undone."""
    about = str(post.id)
    return Notice(to=post.author_id, kind=Kind.LIKED, about=about, actor=actor.account.id, post_id=post.id)
