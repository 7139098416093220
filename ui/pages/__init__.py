"""Pages for people who are signed in (NiceGUI)."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from nicegui import core, ui

from ui.pages.compose import register_compose
from ui.pages.design import register_design
from ui.pages.ended_sessions import closing_ended
from ui.pages.errors import install_error_pages
from ui.pages.explore import register_explore
from ui.pages.feed import register_feed
from ui.pages.library import register_library
from ui.pages.moderation import register_moderation
from ui.pages.notifications import register_notifications
from ui.pages.people import register_people
from ui.pages.post import register_post
from ui.pages.posts_live import telling_of_posts
from ui.pages.profile import register_profile
from ui.pages.rooms import register_rooms
from ui.pages.search import register_search
from ui.pages.settings import register_settings
from ui.pages.signed_in import MUST_BE_SIGNED_IN
from ui.pages.studio import register_studio
from ui.pages.tag import register_tag
from ui.parts import Parts
from ui.settings import Settings
from ui.theme.page_texts import KAMRA
from ui.web.script_nonces import ScriptNonces
from ui.web.socket_guard import guard_socket

_MARK = Path(__file__).parent.parent / "theme" / "mark.svg"
_RECONNECT_SECONDS = 60  # a phone that was in a pocket comes back to its page as it was


def register_pages(site: FastAPI, settings: Settings) -> None:
    """Serve every page below everything that `site` already serves. Once in a process: NiceGUI's state is global."""
    register_feed()
    register_post()
    register_profile()
    register_explore()
    register_tag()
    register_search()
    register_library()
    register_studio()
    register_rooms()
    register_notifications()
    register_moderation()
    register_compose()
    register_settings()
    register_people()
    register_design([MUST_BE_SIGNED_IN])
    install_error_pages(core.app)
    guard_socket(settings.base_url)
    core.app.add_middleware(ScriptNonces)  # before `run_with`, whose compression then wraps it
    # Quasar draws a bar of its own for every request a page makes; ours show progress where it happens.
    core.app.config.quasar_config["loadingBar"] = {"skipHijack": True}
    ui.run_with(
        site,
        title=KAMRA,
        favicon=_MARK,
        dark=None,
        language="en-US",
        tailwind=False,
        binding_refresh_interval=None,
        reconnect_timeout=_RECONNECT_SECONDS,
        show_welcome_message=False,
    )


@asynccontextmanager
async def open_pages_for(parts: Parts) -> AsyncIterator[None]:
    """While this lasts, pages have these parts, hear of changes to posts and close with their session."""
    core.app.state.parts = parts
    async with closing_ended(parts.messages), telling_of_posts(parts):
        yield
