"""The settings page: everything a person decides about themselves, each thing kept as it is changed."""

from fastapi import Request
from nicegui import ui

from ui.components.words import heading
from ui.pages.acting import Acting
from ui.pages.own_page import own_page
from ui.pages.settings.kept_away import show_kept_away
from ui.pages.settings.leaving import show_leaving
from ui.pages.settings.look import show_look, show_privacy
from ui.pages.settings.password import show_password
from ui.pages.settings.profile import show_profile
from ui.pages.settings.sessions import show_sessions
from ui.pages.settings.tokens import show_tokens
from ui.pages.signed_in import SignedIn
from ui.parts import parts_of
from ui.theme import settings_texts as texts

STYLES = ("theme/settings.css", "theme/people.css")


def register_settings() -> None:
    """Serve `/settings`."""

    @ui.page("/settings")
    async def settings(request: Request, actor: SignedIn) -> None:
        parts = parts_of(request)

        async def password_changed(it: Acting) -> None:
            await show_sessions_now(it.parts, it.actor)
            await show_tokens_now(it.parts, it.actor)

        with own_page(request, actor, "settings", texts.SETTINGS, styles=STYLES):
            heading(texts.SETTINGS, level=1)
            show_profile(parts, actor)
            show_look(actor)
            show_privacy(actor)
            show_kept_away()
            show_password(password_changed)
            show_sessions_now = await show_sessions(parts, actor)
            show_tokens_now = await show_tokens(parts, actor)
            show_leaving()
