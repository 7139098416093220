"""Deleting a comment: its author's right, and that of whose post it stands under."""

from datetime import datetime

from domain.accounts.actor import Actor, Scope
from domain.ids import CommentId, PostId
from domain.notifications.tell import take_back
from domain.posts.comment import CommentNotFound, NotYourComment
from domain.posts.hints import Hints
from domain.posts.mention import unmention_in_comment
from domain.posts.post import PostNotFound
from domain.posts.say import notice_of_comment
from domain.work import Work


async def delete_comment(work: Work, actor: Actor, post_id: PostId, comment_id: CommentId, now: datetime) -> Hints:
    """Delete it; what answers it stays. Raises PostNotFound, CommentNotFound, NotYourComment."""
    actor.demand(Scope.WRITE)
    post = await work.posts.hold(post_id, actor.account.id, now)
    if post is None:
        raise PostNotFound
    comment = await work.comments.visible(comment_id, post.id, actor.account.id, now)
    if comment is None:
        raise CommentNotFound
    if actor.account.id not in (comment.author_id, post.author_id):
        raise NotYourComment
    told = [post.author_id] if await take_back(work, notice_of_comment(post, comment)) else []
    told += await unmention_in_comment(work, comment)
    await work.comments.remove(comment.id)
    return Hints(changed=post.id, told=told)
