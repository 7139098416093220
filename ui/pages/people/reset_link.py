"""A way back in for somebody who forgot their password."""

from nicegui import ui

from domain.accounts.account import Account
from domain.accounts.change_password import make_reset_link
from ui.accounts.address import own_address
from ui.components.button import Button
from ui.components.copy_line import CopyLine
from ui.pages.acting_admin import acting_admin
from ui.pages.people.reach import reach_text
from ui.pages.section import section
from ui.theme import people_texts as texts
from ui.theme.moments import day_text


def show_reset_link(account: Account) -> None:
    """A button, and the link once it was pressed."""

    async def make() -> None:
        async with acting_admin() as it:
            async with it.parts.works.write() as work:
                code, link = await make_reset_link(work, account.id, it.parts.clock.now())
            address = own_address(ui.context.client.request, it.parts.settings)
            send = texts.RESET_SEND.format(name=account.display_name, day=day_text(link.expires_at))
            line.show(f"{address}/reset/{code}", help=f"{send} {reach_text(address)}")
            line.set_visibility(True)

    with section(texts.RESET):
        with ui.element("div").classes("k-buttons"):
            Button(texts.RESET_MAKE, make)
        line = CopyLine(texts.RESET_LINK, "")
        line.set_visibility(False)
