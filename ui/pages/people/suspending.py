"""Shutting somebody out for a while, and letting them in again."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from nicegui import ui

from domain.accounts.account import Account, AccountNotFound
from domain.accounts.roles import suspend, unsuspend
from domain.moderation.target import MAX_REASON
from domain.work import Work
from ui.accounts.ended_sessions import tell_ended
from ui.components.button import Button
from ui.components.field import Field, Option
from ui.components.form import Form
from ui.components.saved import saving
from ui.components.toast import toast
from ui.components.words import words
from ui.pages.acting_admin import acting_admin
from ui.pages.section import section
from ui.theme import people_texts as texts
from ui.theme.moments import day_text

_FOR_EVER = "0"
_DAYS = (
    Option(value="1", word=texts.DAY_1),
    Option(value="7", word=texts.DAYS_7),
    Option(value="30", word=texts.DAYS_30),
    Option(value=_FOR_EVER, word=texts.DAYS_FOR_EVER),
)

Again = Callable[[Account], Awaitable[None]]


def show_suspending(account: Account, now: datetime, again: Again) -> None:
    """The one or the other, as it is now; `again` is awaited with the person as they are afterwards."""
    with section(texts.SUSPEND):
        if account.is_suspended(now):
            _show_return(account, again)
        else:
            _show_suspension(account, again)


def _show_suspension(account: Account, again: Again) -> None:
    async def shut_out() -> None:
        async with acting_admin(reason=reason, until=days) as it:
            now = it.parts.clock.now()
            until = None if days.value == _FOR_EVER else now + timedelta(days=int(days.value))
            async with it.parts.works.write() as work:
                sessions = await suspend(work, it.actor, account.id, reason=reason.value, until=until, now=now)
                newer = await _as_they_are(work, account)
            await tell_ended(it.parts.messages, sessions)
            toast(texts.SUSPENDED_NOW.format(name=account.display_name))
            await again(newer)

    with Form(shut_out):
        reason = Field(texts.SUSPEND_REASON, kind="area", max_length=MAX_REASON)
        days = Field(texts.SUSPEND_DAYS, kind="choice", value="7", options=_DAYS)
        with saving():
            Button(texts.SUSPEND_DO, look="grave", submits=True)


def _show_return(account: Account, again: Again) -> None:
    async def let_in() -> None:
        async with acting_admin() as it:
            async with it.parts.works.write() as work:
                await unsuspend(work, it.actor, account.id, it.parts.clock.now())
                newer = await _as_they_are(work, account)
            toast(texts.UNSUSPENDED.format(name=account.display_name))
            await again(newer)

    until = account.suspended_until
    words(texts.SUSPENDED_BECAUSE.format(reason=account.suspended_reason or ""))
    words(texts.SUSPENDED_OPEN if until is None else texts.SUSPENDED_UNTIL.format(day=day_text(until)))
    with ui.element("div").classes("k-buttons"):
        Button(texts.UNSUSPEND, let_in)


async def _as_they_are(work: Work, account: Account) -> Account:
    newer = await work.accounts.get(account.id)
    if newer is None:
        raise AccountNotFound
    return newer
