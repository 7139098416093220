"""What somebody may do here."""

from collections.abc import Awaitable, Callable

from domain.accounts.account import Account, Role
from domain.accounts.roles import set_role
from ui.components.button import Button
from ui.components.field import Field, Option
from ui.components.form import Form
from ui.components.saved import Saved, saving
from ui.pages.acting_admin import acting_admin
from ui.pages.section import section
from ui.theme import people_texts as texts

_ROLES = tuple(Option(value=role.value, word=texts.ROLES[role]) for role in Role)


def show_role(account: Account, changed: Callable[[], Awaitable[None]]) -> None:
    """One of the roles, and the button that gives it."""

    async def give() -> None:
        async with acting_admin(role=field) as it:
            async with it.parts.works.write() as work:
                await set_role(work, account.id, Role(field.value))
            saved.tell()
            await changed()

    with section(texts.ROLE), Form(give):
        field = Field(texts.ROLE_FIELD, kind="choice", value=account.role.value, options=_ROLES)
        with saving():
            Button(texts.ROLE_KEEP, submits=True)
            saved = Saved()
