"""Light or dark, and whether strangers see one's posts: kept the moment it is chosen."""

from domain.accounts.actor import Actor
from domain.accounts.edit_profile import ProfileChange, edit_profile
from ui.components.choices import THEMES, Choices
from ui.components.saved import Saved
from ui.components.switch import Switch
from ui.pages.acting import acting
from ui.pages.section import section
from ui.theme import settings_texts as texts

_SYSTEM = "system"


def show_look(actor: Actor) -> None:
    """The section "Look"; the page changes with the choice, every other one from its next opening on."""

    async def keep() -> None:
        theme = None if choices.value == _SYSTEM else choices.value
        await _keep(ProfileChange(given=frozenset({"theme"}), theme=theme), saved)

    with section(texts.LOOK):
        value = actor.account.theme or _SYSTEM
        choices = Choices(texts.THEME, THEMES, value=value, on_choose=keep, page_attribute="data-theme")
        saved = Saved()


def show_privacy(actor: Actor) -> None:
    """The section "Privacy"."""

    async def keep() -> None:
        await _keep(ProfileChange(given=frozenset({"is_private"}), is_private=switch.value), saved)

    with section(texts.PRIVACY):
        switch = Switch(texts.IS_PRIVATE, value=actor.account.is_private, help=texts.IS_PRIVATE_HELP, on_switch=keep)
        saved = Saved()


async def _keep(change: ProfileChange, saved: Saved) -> None:
    async with acting() as it:
        async with it.parts.works.write() as work:
            await edit_profile(work, it.actor, it.actor.account.id, change, it.parts.clock.now())
        saved.tell()
