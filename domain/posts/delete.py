"""Deleting a post: gone for everybody at the commit, with everything said to it; its pictures stay in the library."""

from datetime import datetime

from domain.accounts.actor import Actor, Scope
from domain.ids import PostId
from domain.posts.hints import Hints
from domain.posts.post import NotYourPost, PostNotFound
from domain.work import Work


async def delete_post(work: Work, actor: Actor, post_id: PostId, now: datetime) -> Hints:
    """Delete one's own post. Raises PostNotFound, NotYourPost."""
    actor.demand(Scope.WRITE)
    post = await work.posts.hold(post_id, actor.account.id, now)
    if post is None:
        raise PostNotFound
    if post.author_id != actor.account.id:
        raise NotYourPost
    told = {actor.account.id, *await work.posts.mentioned(post.id)}
    await work.posts.remove(post.id)
    return Hints(changed=post.id, told=sorted(told))
