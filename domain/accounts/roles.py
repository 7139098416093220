"""Who may do what: roles, and shutting people out for a while."""

import dataclasses
from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.accounts.account import Account, AccountNotFound, LastAdmin, Role
from domain.accounts.actor import Actor
from domain.errors import RuleBroken
from domain.ids import AccountId, SessionId
from domain.moderation.audit import Action, write_down
from domain.moderation.may_act import hold_people
from domain.moderation.target import Target, TargetKind, checked_reason
from domain.work import Work

MAX_SUSPENSION = timedelta(days=36525)


class BadEnd(RuleBroken):
    """A suspension that ends in the past, or in more than a hundred years."""


class NotYourself(RuleBroken):
    """One cannot do this to oneself."""


async def set_role(work: Work, whose: AccountId, role: Role) -> Account:
    """Give somebody a role. Raises AccountNotFound, LastAdmin when nobody would run this Kamra any more."""
    await work.accounts.hold_admins()
    account = await work.accounts.hold(whose)
    if account is None:
        raise AccountNotFound
    if role is not Role.ADMIN:
        await demand_another_admin(work, account)
    changed = dataclasses.replace(account, role=role)
    await work.accounts.change(changed)
    return changed


async def demand_another_admin(work: Work, leaving: Account) -> None:
    """Raises LastAdmin when this is the only admin and others are here; call it while holding the admins."""
    if leaving.role is Role.ADMIN and await work.accounts.count(Role.ADMIN) == 1 and await work.accounts.count() > 1:
        raise LastAdmin


async def suspend(
    work: Work, actor: Actor, whose: AccountId, *, reason: str, until: datetime | None, now: datetime
) -> Sequence[SessionId]:
    """Shut somebody out; returns their sessions, whose pages must close.

    Moderators and admins are for an admin to suspend.
    Raises AccountNotFound, NotYourself, NotAllowed, BadReason, BadEnd.
    """
    actor.demand_moderator()
    if whose == actor.account.id:
        raise NotYourself
    account = await hold_people(work, actor, whose)
    why = checked_reason(reason)
    if until is not None and not now < until < now + MAX_SUSPENSION:
        raise BadEnd(field="until")
    await work.accounts.change(
        dataclasses.replace(account, suspended_at=now, suspended_until=until, suspended_reason=why)
    )
    target = Target(kind=TargetKind.USER, id=whose)
    await write_down(work.audit, Action.SUSPEND, target, by=actor.account.id, reason=why, now=now)
    return await work.sessions.ids_of(account.id)


async def unsuspend(work: Work, actor: Actor, whose: AccountId, now: datetime) -> None:
    """Let somebody in again; doing so twice changes nothing. Raises AccountNotFound, NotAllowed."""
    account = await hold_people(work, actor, whose)
    if account.suspended_at is None:
        return
    await work.accounts.change(let_in(account))
    target = Target(kind=TargetKind.USER, id=whose)
    await write_down(work.audit, Action.UNSUSPEND, target, by=actor.account.id, reason="", now=now)


def let_in(account: Account) -> Account:
    """The person, not suspended any more."""
    return dataclasses.replace(account, suspended_at=None, suspended_until=None, suspended_reason=None)
