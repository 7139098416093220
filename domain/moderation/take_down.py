"""A moderator takes a post or a comment down: nobody sees it any more, and its author is told why."""

from datetime import datetime

from domain.accounts.actor import Actor
from domain.moderation.audit import Action, write_down
from domain.moderation.may_act import hold_people
from domain.moderation.subject import subject_of
from domain.moderation.target import Target, checked_reason
from domain.notifications.notice import Kind
from domain.notifications.tell import take_back, tell
from domain.posts.hints import Hints
from domain.posts.say import notice_of_comment
from domain.work import Work


async def take_down(work: Work, actor: Actor, target: Target, reason: str, now: datetime) -> Hints:
    """Hide it at once; doing so twice changes nothing.

    Raises NotAllowed, BadReason, PostNotFound or CommentNotFound.
    """
    actor.demand_moderator()
    why = checked_reason(reason)
    its = await subject_of(work, target)
    await hold_people(work, actor, its.author_id, its.post.author_id)
    told = {its.author_id}
    if its.comment is None:
        changed = await work.posts.take_down(its.post.id, why, now)
    else:
        changed = await work.comments.take_down(its.comment.id, why, now)
        if changed and await take_back(work, notice_of_comment(its.post, its.comment)):
            told.add(its.post.author_id)
    if not changed:
        return Hints()
    await tell(work, its.notice(Kind.TAKEN_DOWN, why), now)
    await write_down(work.audit, Action.TAKE_DOWN, target, by=actor.account.id, reason=why, now=now)
    return Hints(changed=its.post.id, told=sorted(told))
