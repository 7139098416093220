"""Who may look in, and who may invite."""

from domain.accounts.decisions import MEMBERS_INVITE, PUBLIC_PAGES
from ui.accounts.public_pages import public_pages
from ui.components.choices import Choice, Choices
from ui.components.saved import Saved
from ui.components.switch import Switch
from ui.components.words import words
from ui.pages.acting_admin import acting_admin
from ui.pages.section import section
from ui.parts import Parts
from ui.theme import page_texts
from ui.theme import people_texts as texts

_VISIBILITIES = (
    Choice(value="off", word=page_texts.ONLY_INVITED, help=page_texts.ONLY_INVITED_HELP),
    Choice(value="on", word=page_texts.ANYONE, help=page_texts.ANYONE_HELP),
)


async def show_decisions(parts: Parts) -> None:
    """The last section; a setting wins over what is chosen here, so the choice is not offered then."""

    async def decide_visibility() -> None:
        await _decide(PUBLIC_PAGES, visibility.value == "on", saved)

    async def decide_invites() -> None:
        await _decide(MEMBERS_INVITE, invites.value, saved)

    is_public = await public_pages(parts)
    async with parts.works.read() as work:
        members_invite = await work.decisions.is_on(MEMBERS_INVITE)
    with section(texts.DECISIONS):
        if parts.settings.public_pages is None:
            value = "on" if is_public else "off"
            visibility = Choices(texts.VISIBILITY, _VISIBILITIES, value=value, on_choose=decide_visibility)
        else:
            words(page_texts.ANYONE if is_public else page_texts.ONLY_INVITED)
            words(texts.VISIBILITY_SET)
        invites = Switch(
            texts.MEMBERS_INVITE, value=members_invite, help=texts.MEMBERS_INVITE_HELP, on_switch=decide_invites
        )
        saved = Saved()


async def _decide(name: str, on: bool, saved: Saved) -> None:
    async with acting_admin() as it:
        async with it.parts.works.write() as work:
            await work.decisions.keep(name, on)
        saved.tell()
