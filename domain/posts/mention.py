"""Whom a caption or a comment mentions, and telling them."""

from collections.abc import Collection
from datetime import datetime

from domain.ids import AccountId
from domain.notifications.notice import Kind, Notice
from domain.notifications.tell import take_back, tell
from domain.posts.comment import Comment
from domain.posts.named_in_text import handles_in
from domain.posts.post import Post
from domain.work import Work


async def mention_in_caption(work: Work, post: Post, now: datetime) -> Collection[AccountId]:
    """Keep whom the caption names now and may see the post; returns whose notifications are others by that."""
    before = set(await work.posts.mentioned(post.id))
    handles = handles_in(post.caption)
    named = set(await work.posts.named(handles, post.id, now)) if handles else set[AccountId]()
    if named != before:
        await work.posts.set_mentioned(post.id, named)
    told = [one for one in sorted(named - before) if await tell(work, _in_caption(post, one), now)]
    return told + [one for one in sorted(before - named) if await take_back(work, _in_caption(post, one))]


async def mention_in_comment(work: Work, post: Post, comment: Comment, now: datetime) -> Collection[AccountId]:
    """Tell those whom a new comment names; the post's author hears of the comment anyway. Returns who was told."""
    handles = handles_in(comment.body)
    named = set(await work.posts.named(handles, post.id, now)) - {post.author_id} if handles else set[AccountId]()
    return [one for one in sorted(named) if await tell(work, _in_comment(comment, one), now)]


async def unmention_in_comment(work: Work, comment: Comment) -> Collection[AccountId]:
    """Take that back, before the comment goes; returns from whom."""
    handles = handles_in(comment.body)
    named = set(await work.posts.people_called(handles)) if handles else set[AccountId]()
    return [one for one in sorted(named) if await take_back(work, _in_comment(comment, one))]


def _in_caption(post: Post, to: AccountId) -> Notice:
    return Notice(to=to, kind=Kind.MENTIONED, about=str(post.id), actor=post.author_id, post_id=post.id)


def _in_comment(comment: Comment, to: AccountId) -> Notice:
    return Notice(
        to=to,
        kind=Kind.MENTIONED,
        about=str(comment.id),
        actor=comment.author_id,
        post_id=comment.post_id,
        comment_id=comment.id,
    )
