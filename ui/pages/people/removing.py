"""The end of somebody's account, by the person who runs this Kamra; it asks for the handle, so that no slip does it."""

from collections.abc import Awaitable, Callable

from domain.accounts.account import Account
from ui.accounts.leaving import leave_for_good
from ui.components.button import Button
from ui.components.field import Field
from ui.components.form import Form
from ui.components.saved import saving
from ui.components.toast import toast
from ui.pages.acting_admin import acting_admin
from ui.pages.section import section
from ui.theme import people_texts as texts


def show_removing(account: Account, gone: Callable[[], Awaitable[None]]) -> None:
    """The handle to type, and the button; `gone` is awaited afterwards."""

    async def remove() -> None:
        async with acting_admin() as it:
            if typed.value.strip().removeprefix("@").lower() != account.handle.lower():
                typed.complain(texts.REMOVE_WRONG.format(handle=account.handle))
                return
            await leave_for_good(it.parts, account.id)
            toast(texts.REMOVED.format(name=account.display_name))
            await gone()

    with section(texts.REMOVE, texts.REMOVE_WHAT), Form(remove):
        typed = Field(texts.REMOVE_TYPE.format(handle=account.handle))
        with saving():
            Button(texts.REMOVE_DO.format(name=account.display_name), look="grave", submits=True)
