"""What was taken down comes back as it was."""

from datetime import datetime

from domain.accounts.actor import Actor
from domain.moderation.audit import Action, write_down
from domain.moderation.may_act import hold_people
from domain.moderation.subject import Subject, subject_of
from domain.moderation.target import Target
from domain.notifications.notice import Kind
from domain.notifications.tell import take_back, tell
from domain.posts.hints import Hints
from domain.posts.say import notice_of_comment
from domain.work import Work


async def restore(work: Work, actor: Actor, target: Target, now: datetime) -> Hints:
    """Show it again to whom its author chose; doing so twice changes nothing.

    Raises NotAllowed, PostNotFound or CommentNotFound.
    """
    actor.demand_moderator()
    its = await subject_of(work, target)
    await hold_people(work, actor, its.author_id, its.post.author_id)
    told = await bring_back(work, its, now)
    if told is None:
        return Hints()
    await write_down(work.audit, Action.RESTORE, target, by=actor.account.id, reason="", now=now)
    return told


async def bring_back(work: Work, its: Subject, now: datetime) -> Hints | None:
    """Show it again, while both authors are held; None when it was not taken down."""
    told = {its.author_id}
    if its.comment is None:
        changed = await work.posts.restore(its.post.id)
    else:
        changed = await work.comments.restore(its.comment.id)
        if changed and await tell(work, notice_of_comment(its.post, its.comment), now):
            told.add(its.post.author_id)
    if not changed:
        return None
    await take_back(work, its.notice(Kind.TAKEN_DOWN, None))
    return Hints(changed=its.post.id, told=sorted(told))
