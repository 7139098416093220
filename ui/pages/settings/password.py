"""A new password, for whoever knows the one there is."""

from collections.abc import Awaitable, Callable

from ui.accounts.own_password import change_own_password
from ui.components.button import Button
from ui.components.field import Field
from ui.components.form import Form
from ui.components.saved import Saved, saving
from ui.pages.acting import Acting, acting
from ui.pages.section import section
from ui.theme import settings_texts as texts
from ui.theme.page_texts import PASSWORD_RULE


def show_password(changed: Callable[[Acting], Awaitable[None]]) -> None:
    """The section "Password"; `changed` is awaited afterwards, because it ends sessions and tokens."""

    async def keep() -> None:
        async with acting(current=current, new=new) as it:
            await change_own_password(it.parts, it.actor, current.value, new.value)
            current.wipe()
            new.wipe()
            saved.tell()
            await changed(it)

    with section(texts.PASSWORD, texts.PASSWORD_ENDS), Form(keep):
        current = Field(texts.PASSWORD_NOW, kind="password", autocomplete="current-password")
        new = Field(texts.PASSWORD_NEW, kind="password", help=PASSWORD_RULE, autocomplete="new-password")
        with saving():
            Button(texts.PASSWORD_CHANGE, submits=True)
            saved = Saved()
