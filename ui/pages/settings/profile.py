"""Name, a few words about oneself, and the picture that stands beside them."""

from domain.accounts.actor import Actor
from domain.accounts.edit_profile import ProfileChange, edit_profile
from domain.accounts.rules import MAX_BIO
from ui.components.button import Button
from ui.components.field import Field
from ui.components.form import Form
from ui.components.saved import Saved, saving
from ui.pages.acting import acting
from ui.pages.section import section
from ui.pages.settings.avatar import show_avatar
from ui.parts import Parts
from ui.theme import settings_texts as texts


def show_profile(parts: Parts, actor: Actor) -> None:
    """The section "You"."""

    async def keep() -> None:
        async with acting(display_name=name, bio=bio) as it:
            change = ProfileChange(
                given=frozenset({"display_name", "bio"}), display_name=name.value.strip(), bio=bio.value
            )
            async with it.parts.works.write() as work:
                await edit_profile(work, it.actor, it.actor.account.id, change, it.parts.clock.now())
            saved.tell()

    with section(texts.PROFILE):
        show_avatar(parts, actor)
        with Form(keep):
            name = Field(texts.NAME, value=actor.account.display_name, autocomplete="name", max_length=50)
            bio = Field(texts.BIO, kind="area", value=actor.account.bio, optional=True, max_length=MAX_BIO)
            with saving():
                Button(texts.SAVE, submits=True)
                saved = Saved()
