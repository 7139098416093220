"""Invitations: a new one to send, and those that are still open."""

from fastapi import Request

from domain.accounts.actor import Actor
from domain.accounts.invite import Invite, InviteNotFound
from domain.accounts.invite_somebody import invite_somebody
from domain.paging import MAX_LIMIT, Window
from ui.accounts.address import own_address
from ui.components.button import Button
from ui.components.copy_line import CopyLine
from ui.components.field import Field, Option
from ui.components.form import Form
from ui.components.rows import Line, Row, RowAction, Rows
from ui.components.saved import saving
from ui.components.switch import Switch
from ui.components.toast import toast
from ui.components.words import words
from ui.pages.acting_admin import acting_admin
from ui.pages.people.reach import reach_text
from ui.pages.section import section
from ui.parts import Parts
from ui.theme import people_texts as texts
from ui.theme.moments import day_text

_TAKE_BACK = "take-back"
_DAYS = (
    Option(value="1", word=texts.DAY_1),
    Option(value="7", word=texts.DAYS_7),
    Option(value="30", word=texts.DAYS_30),
)


async def show_invites(parts: Parts, actor: Actor, request: Request) -> None:
    """The section "Invite somebody"."""

    async def invite() -> None:
        async with acting_admin(days=days) as it:
            async with it.parts.works.write() as work:
                made = await invite_somebody(
                    work,
                    it.actor,
                    signup=it.parts.settings.signup,
                    days=int(days.value),
                    follow=follow.value,
                    now=it.parts.clock.now(),
                )
            address = own_address(request, it.parts.settings)
            line.show(f"{address}/invite/{made.code}", help=f"{_send_text(made)} {reach_text(address)}")
            line.set_visibility(True)
            await refresh(it.parts, it.actor)

    async def take_back(code: str, _action: str) -> None:
        async with acting_admin() as it:
            async with it.parts.works.write() as work:
                if not await work.invites.remove(code):
                    raise InviteNotFound
            line.set_visibility(False)
            await refresh(it.parts, it.actor)
            toast(texts.INVITE_TAKEN_BACK)

    async def refresh(parts: Parts, actor: Actor) -> None:
        async with parts.works.read() as work:
            found = await work.invites.list_of(actor.account.id, parts.clock.now(), Window(limit=MAX_LIMIT))
        rows.show([_row(one) for one in found.items])

    with section(texts.INVITE):
        if parts.settings.signup == "closed":
            words(texts.INVITE_CLOSED)
            return
        with Form(invite):
            days = Field(texts.INVITE_DAYS, kind="choice", value="7", options=_DAYS)
            follow = Switch(texts.INVITE_FOLLOW, value=True, help=texts.INVITE_FOLLOW_HELP)
            with saving():
                Button(texts.INVITE_MAKE, look="main", submits=True)
        line = CopyLine(texts.INVITE_LINK, "")
        line.set_visibility(False)
        rows = Rows(take_back)
    await refresh(parts, actor)


def _send_text(invite: Invite) -> str:
    sentence = texts.INVITE_SEND.format(day=day_text(invite.expires_at))
    return f"{sentence} {texts.INVITE_WILL_FOLLOW}" if invite.follow else sentence


def _row(invite: Invite) -> Row:
    until = Line(text=texts.INVITE_UNTIL, time=invite.expires_at, style="day")
    follow = (Line(text=texts.INVITE_WITH_FOLLOW),) if invite.follow else ()
    return Row(
        key=invite.code,
        title=texts.INVITE_LINK,
        aside=f"…{invite.code[-6:]}",
        lines=(until, *follow),
        actions=(RowAction(name=_TAKE_BACK, word=texts.INVITE_TAKE_BACK),),
    )
