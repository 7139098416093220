"""A moderator has thought again: an appeal that is upheld undoes what it is about, and who made it is told."""

from datetime import datetime

from domain.accounts.actor import Actor
from domain.accounts.roles import let_in
from domain.errors import NotFound
from domain.ids import AppealId
from domain.moderation.appeal import Appeal, AppealAnswered, AppealNotFound, AppealState
from domain.moderation.audit import Action, write_down
from domain.moderation.may_act import hold_people
from domain.moderation.restore import bring_back
from domain.moderation.subject import Subject, subject_of
from domain.moderation.target import TargetKind
from domain.notifications.notice import Kind, Notice
from domain.notifications.tell import tell
from domain.posts.hints import Hints
from domain.work import Work


async def uphold_appeal(work: Work, actor: Actor, appeal_id: AppealId, now: datetime) -> Hints:
    """Show again what was taken down, or let the person in again.

    Raises NotAllowed, AppealNotFound, AppealAnswered, and PostNotFound or CommentNotFound when it is gone meanwhile.
    """
    return await _answer(work, actor, appeal_id, AppealState.UPHELD, now)


async def reject_appeal(work: Work, actor: Actor, appeal_id: AppealId, now: datetime) -> Hints:
    """Everything stays as it is. Raises as above."""
    return await _answer(work, actor, appeal_id, AppealState.REJECTED, now)


async def _answer(work: Work, actor: Actor, appeal_id: AppealId, state: AppealState, now: datetime) -> Hints:
    actor.demand_moderator()
    made = await work.appeals.get(appeal_id)
    if made is None:
        raise AppealNotFound
    its = await _subject(work, made, state)
    others = [] if its is None else [its.post.author_id]
    account = await hold_people(work, actor, made.account_id, *others)
    if not await work.appeals.answer(appeal_id, state, now):
        raise AppealAnswered
    hints = None
    if state is AppealState.UPHELD:
        if its is None:  # only a person has no subject then
            await work.accounts.change(let_in(account))
        else:
            hints = await bring_back(work, its, now)
    await tell(work, _notice(made, its, state), now)
    action = Action.UPHOLD_APPEAL if state is AppealState.UPHELD else Action.REJECT_APPEAL
    await write_down(work.audit, action, made.target, by=actor.account.id, reason="", now=now)
    return hints or Hints(told=[made.account_id])


async def _subject(work: Work, made: Appeal, state: AppealState) -> Subject | None:
    if made.target.kind is TargetKind.USER:
        return None
    try:
        return await subject_of(work, made.target)
    except NotFound:
        if state is AppealState.UPHELD:
            raise
        return None


def _notice(made: Appeal, its: Subject | None, state: AppealState) -> Notice:
    if its is not None:
        return its.notice(Kind.APPEAL_ANSWERED, state.value)
    about = str(made.target.id)
    return Notice(to=made.account_id, kind=Kind.APPEAL_ANSWERED, about=about, actor=None, text=state.value)
