"""What can be done for or about one person, in a dialog that is built anew for each."""

from collections.abc import Awaitable, Callable

from nicegui import ui

from domain.accounts.account import Account
from domain.ids import AccountId
from ui.components.button import Button
from ui.components.dialog import Dialog, dialog_actions
from ui.pages.people.removing import show_removing
from ui.pages.people.reset_link import show_reset_link
from ui.pages.people.role import show_role
from ui.pages.people.suspending import show_suspending
from ui.parts import Parts
from ui.theme import people_texts as texts


class MemberDialog:
    """The dialog; `changed` is awaited after something was changed, with whose."""

    def __init__(self, changed: Callable[[AccountId], Awaitable[None]]) -> None:
        self._changed = changed
        self._dialog = Dialog("")
        with self._dialog:
            self._body = ui.element("div").classes("k-member")
            with dialog_actions():
                Button(texts.DONE, self._dialog.close)

    def show(self, parts: Parts, account: Account) -> None:
        """Open it for this person."""
        self._dialog.head(f"{account.display_name} @{account.handle}")
        self._body.clear()

        async def changed() -> None:
            await self._changed(account.id)

        async def gone() -> None:
            self._dialog.close()
            await self._changed(account.id)

        async def again(newer: Account) -> None:
            await self._changed(account.id)
            self.show(parts, newer)  # last: it removes the elements whose handler this runs in

        with self._body:
            show_reset_link(account)
            show_role(account, changed)
            show_suspending(account, parts.clock.now(), again)
            show_removing(account, gone)
        self._dialog.open()
