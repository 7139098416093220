"""Home, `/`: the posts of the people one follows, and one's own."""

from fastapi import Request
from nicegui import ui

from domain.accounts.account import Role
from ui.components.feed import STYLES, Feed
from ui.components.words import heading
from ui.pages.feed_view import feed_view
from ui.pages.own_page import own_page
from ui.pages.posts_live import follow_posts
from ui.pages.signed_in import SignedIn
from ui.parts import parts_of
from ui.theme.page_texts import HOME


def register_feed() -> None:
    """Serve the address."""

    @ui.page("/")
    async def home(request: Request, actor: SignedIn) -> None:
        first = await feed_view(parts_of(request), actor)
        with own_page(request, actor, "home", HOME, styles=STYLES):
            heading(HOME, level=1).classes("k-unseen")
            feed = Feed(first, handle=actor.account.handle, invites=actor.account.role is Role.ADMIN)
        follow_posts(ui.context.client, feed, actor)
