"""Somebody reports a person, a post or a comment to the moderators."""

from datetime import datetime

from domain.accounts.account import AccountNotFound
from domain.accounts.actor import Actor, Scope
from domain.ids import AccountId, CommentId, FlagId, PostId, new_uuid
from domain.moderation.flag import Flag, FlagState, OwnThing
from domain.moderation.target import Target, TargetKind, checked_reason
from domain.posts.comment import CommentNotFound
from domain.posts.post import PostNotFound
from domain.work import Work


async def flag_something(work: Work, actor: Actor, target: Target, reason: str, now: datetime) -> Flag:
    """Report what one may see.

    Raises AccountNotFound, PostNotFound or CommentNotFound, OwnThing, BadReason, FlaggedAlready.
    """
    actor.demand(Scope.WRITE)
    if await _author_of(work, actor.account.id, target, now) == actor.account.id:
        raise OwnThing
    flag = Flag(
        id=FlagId(new_uuid()),
        reporter_id=actor.account.id,
        target=target,
        reason=checked_reason(reason),
        state=FlagState.OPEN,
        created_at=now,
        answered_at=None,
    )
    await work.flags.add(flag)
    return flag


async def _author_of(work: Work, viewer: AccountId, target: Target, now: datetime) -> AccountId:
    match target.kind:
        case TargetKind.USER:
            found = await work.people.profile(AccountId(target.id), viewer)
            if found is None:
                raise AccountNotFound
            return found.person.account.id
        case TargetKind.POST:
            post = await work.posts.visible(PostId(target.id), viewer, now)
            if post is None:
                raise PostNotFound
            return post.author_id
        case TargetKind.COMMENT:
            return await _commenter(work, viewer, CommentId(target.id), now)


async def _commenter(work: Work, viewer: AccountId, comment_id: CommentId, now: datetime) -> AccountId:
    comment = await work.comments.get(comment_id)
    if comment is None or await work.posts.visible(comment.post_id, viewer, now) is None:
        raise CommentNotFound
    if await work.comments.visible(comment_id, comment.post_id, viewer, now) is None:
        raise CommentNotFound
    return comment.author_id
