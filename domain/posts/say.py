"""Saying something to a post."""

from datetime import datetime

from domain.accounts.actor import Actor, Scope
from domain.ids import CommentId, PostId, new_uuid
from domain.notifications.notice import Kind, Notice
from domain.notifications.tell import tell
from domain.posts.comment import BadReply, Comment
from domain.posts.hints import Hints
from domain.posts.mention import mention_in_comment
from domain.posts.named_in_text import handles_in
from domain.posts.post import Post, PostNotFound
from domain.posts.rules import checked_comment
from domain.work import Work


async def say(
    work: Work, actor: Actor, post_id: PostId, body: str, now: datetime, *, reply_to: CommentId | None = None
) -> tuple[Comment, Hints]:
    """The new comment. Raises PostNotFound, BadComment, BadReply."""
    actor.demand(Scope.WRITE)
    words = checked_comment(body)
    named = await work.posts.people_called(handles_in(words))
    post = await work.posts.hold(post_id, actor.account.id, now, named)
    if post is None:
        raise PostNotFound
    if reply_to is not None and await work.comments.visible(reply_to, post.id, actor.account.id, now) is None:
        raise BadReply(field="reply_to")
    comment = Comment(
        id=CommentId(new_uuid()),
        post_id=post.id,
        author_id=actor.account.id,
        body=words,
        reply_to=reply_to,
        created_at=now,
    )
    await work.comments.add(comment)
    told = [post.author_id] if await tell(work, notice_of_comment(post, comment), now) else []
    told += await mention_in_comment(work, post, comment, now)
    return comment, Hints(changed=post.id, told=told)


def notice_of_comment(post: Post, comment: Comment) -> Notice:
    """What the post's author is told, and is not told any more once the comment is gone."""
    return Notice(
        to=post.author_id,
        kind=Kind.COMMENTED,
        about=str(post.id),
        actor=comment.author_id,
        post_id=post.id,
        comment_id=comment.id,
    )
