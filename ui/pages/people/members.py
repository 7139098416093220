"""Everybody who is here, with what one asks first: since when not seen, how much space, shut out or not."""

from dataclasses import dataclass

from domain.accounts.account import Account, AccountNotFound
from domain.accounts.actor import Actor
from domain.ids import AccountId, parse_uuid
from domain.media.collections import Usage
from domain.paging import Window, parse_window
from ui.components.button import Button
from ui.components.rows import Line, Row, RowAction, RowFace, Rows
from ui.components.words import Facts
from ui.media.addresses import avatar_url
from ui.pages.acting_admin import acting_admin
from ui.pages.people.one_member import MemberDialog
from ui.pages.people.totals import totals_text
from ui.pages.section import section
from ui.parts import Parts
from ui.theme import people_texts as texts
from ui.theme import settings_texts
from ui.theme.amounts import size_text
from ui.theme.moments import day_text

_MANAGE = "manage"
_AT_ONCE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class _Member:
    account: Account
    usage: Usage


async def show_members(parts: Parts, actor: Actor, totals: Facts) -> None:
    """The section "Who is here"; when somebody goes, `totals` is counted anew."""
    shown: list[_Member] = []
    cursor: str | None = None

    async def load(parts: Parts, actor: Actor, window: Window) -> None:
        nonlocal cursor
        async with parts.works.read() as work:
            page = await work.accounts.list(window)
            shown.extend([_Member(account=one, usage=await work.media.usage(one.id)) for one in page.items])
        cursor = page.next_cursor
        rows.show([_row(parts, actor, member) for member in shown])
        more.set_visibility(cursor is not None)

    async def load_more() -> None:
        async with acting_admin() as it:
            await load(it.parts, it.actor, parse_window("accounts", (str,), str(_AT_ONCE), cursor))

    async def manage(key: str, _action: str) -> None:
        async with acting_admin() as it:
            account_id = parse_uuid(key)
            async with it.parts.works.read() as work:
                account = None if account_id is None else await work.accounts.get(AccountId(account_id))
            if account is None:
                raise AccountNotFound
            dialog.show(it.parts, account)

    async def changed(account_id: AccountId) -> None:
        async with acting_admin() as it:
            async with it.parts.works.read() as work:
                account = await work.accounts.get(account_id)
            places = [at for at, member in enumerate(shown) if member.account.id == account_id]
            for at in places:
                shown[at : at + 1] = [] if account is None else [_Member(account=account, usage=shown[at].usage)]
            rows.show([_row(it.parts, it.actor, member) for member in shown])
            totals.show(await totals_text(it.parts))

    with section(texts.MEMBERS):
        rows = Rows(manage)
        more = Button(settings_texts.MORE, load_more)
        dialog = MemberDialog(changed)
    await load(parts, actor, Window(limit=_AT_ONCE))


def _row(parts: Parts, actor: Actor, member: _Member) -> Row:
    account = member.account
    is_oneself = account.id == actor.account.id
    seen = Line(text=texts.SEEN, time=account.seen_at) if account.seen_at else Line(text=texts.NEVER_SEEN)
    url = avatar_url(parts, account, actor.account.id)
    return Row(
        key=str(account.id),
        title=account.display_name,
        aside=f"@{account.handle}",
        mark=_mark(parts, account, is_oneself=is_oneself),
        lines=(Line(text=texts.ROLES[account.role]), Line(text=size_text(member.usage.bytes)), seen),
        actions=() if is_oneself else (RowAction(name=_MANAGE, word=texts.MANAGE),),
        face=RowFace(url=url, letter=account.display_name[:1].upper()),
    )


def _mark(parts: Parts, account: Account, *, is_oneself: bool) -> str:
    if account.is_suspended(parts.clock.now()):
        until = account.suspended_until
        return texts.SUSPENDED if until is None else texts.SUSPENDED_TO.format(day=day_text(until))
    return texts.YOU if is_oneself else ""
