"""Somebody asks the moderators to think again about what was taken down, or about being suspended."""

from datetime import datetime

from domain.accounts.account import Account
from domain.accounts.actor import Actor, Scope
from domain.errors import NotFound
from domain.ids import AccountId, AppealId, new_uuid
from domain.moderation.appeal import Appeal, AppealState, NothingToAppeal, checked_appeal
from domain.moderation.subject import subject_of
from domain.moderation.target import Target, TargetKind
from domain.work import Work


async def appeal(work: Work, actor: Actor, target: Target, text: str, now: datetime) -> Appeal:
    """About one's own post or comment. Raises NothingToAppeal, BadAppeal, AppealOpen."""
    actor.demand(Scope.WRITE)
    words = checked_appeal(text)
    if target.kind is TargetKind.USER:  # whoever is suspended is not signed in: see below
        raise NothingToAppeal
    try:
        its = await subject_of(work, target)
    except NotFound:
        raise NothingToAppeal from None
    if its.author_id != actor.account.id or await work.moderated.taken_down(target) is None:
        raise NothingToAppeal
    return await _keep(work, actor.account.id, target, words, now)


async def appeal_suspension(work: Work, account: Account, text: str, now: datetime) -> Appeal:
    """About oneself, by somebody who proved who they are. Raises NothingToAppeal, BadAppeal, AppealOpen."""
    words = checked_appeal(text)
    if not account.is_suspended(now):
        raise NothingToAppeal
    return await _keep(work, account.id, Target(kind=TargetKind.USER, id=account.id), words, now)


async def _keep(work: Work, account_id: AccountId, target: Target, text: str, now: datetime) -> Appeal:
    made = Appeal(
        id=AppealId(new_uuid()),
        account_id=account_id,
        target=target,
        text=text,
        state=AppealState.OPEN,
        created_at=now,
        answered_at=None,
    )
    await work.appeals.add(made)
    return made
