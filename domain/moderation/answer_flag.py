"""A moderator has looked at a report, and done something about it or not."""

from datetime import datetime

from domain.accounts.account import AccountNotFound
from domain.accounts.actor import Actor
from domain.ids import AccountId, FlagId
from domain.moderation.audit import Action, write_down
from domain.moderation.flag import FlagAnswered, FlagNotFound, FlagState
from domain.moderation.target import TargetKind
from domain.work import Work

_ACTIONS = {FlagState.RESOLVED: Action.RESOLVE_FLAG, FlagState.DISMISSED: Action.DISMISS_FLAG}


async def resolve_flag(work: Work, actor: Actor, flag_id: FlagId, now: datetime) -> None:
    """The report was right. Raises NotAllowed, FlagNotFound, FlagAnswered."""
    await _answer(work, actor, flag_id, FlagState.RESOLVED, now)


async def dismiss_flag(work: Work, actor: Actor, flag_id: FlagId, now: datetime) -> None:
    """There is nothing to do about it. Raises NotAllowed, FlagNotFound, FlagAnswered."""
    await _answer(work, actor, flag_id, FlagState.DISMISSED, now)


async def _answer(work: Work, actor: Actor, flag_id: FlagId, state: FlagState, now: datetime) -> None:
    actor.demand_moderator()
    flag = await work.flags.get(flag_id)
    if flag is None:
        raise FlagNotFound
    people = {actor.account.id}
    if flag.target.kind is TargetKind.USER:
        people.add(AccountId(flag.target.id))  # whom the audit may have to give a reference
    for one in sorted(people):
        if await work.accounts.hold(one) is None:
            raise AccountNotFound
    if not await work.flags.answer(flag_id, state, now):
        raise FlagAnswered
    await write_down(work.audit, _ACTIONS[state], flag.target, by=actor.account.id, reason="", now=now)
