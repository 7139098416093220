"""The end of an account: the one place that asks twice."""

from ui.accounts.leaving import leave_for_good
from ui.accounts.own_password import demand_own_password
from ui.components.button import Button
from ui.components.dialog import Dialog, dialog_actions
from ui.components.field import Field
from ui.components.form import Form
from ui.components.saved import saving
from ui.components.words import words
from ui.pages.acting import acting
from ui.pages.section import section
from ui.theme import settings_texts as texts


def show_leaving() -> None:
    """The section "Delete this account"."""

    async def go() -> None:
        async with acting(password=password) as it:
            await demand_own_password(it.parts, it.actor, password.value, field="password")
            await leave_for_good(it.parts, it.actor.account.id)  # which closes this page with its session

    def keep() -> None:
        password.wipe()
        password.complain("")
        dialog.close()

    with section(texts.LEAVE, texts.LEAVE_WHAT):
        dialog = Dialog(texts.LEAVE_SURE)
        with dialog, Form(go):
            words(texts.LEAVE_WHAT)
            password = Field(texts.LEAVE_PASSWORD, kind="password", autocomplete="current-password")
            with dialog_actions():
                Button(texts.LEAVE_KEEP, keep)
                Button(texts.LEAVE_DO, look="grave", submits=True)
        with saving():
            Button(texts.LEAVE_BUTTON, dialog.open, look="grave")
