"""The page of one post, `/p/<id>`, with everything that was said to it."""

from fastapi import Request
from nicegui import ui

from domain.accounts.account import Role
from ui.components.feed import STYLES, Feed
from ui.components.words import heading
from ui.pages.feed_view import post_view
from ui.pages.own_page import own_page
from ui.pages.posts_live import follow_posts
from ui.pages.signed_in import SignedIn
from ui.parts import parts_of
from ui.theme.page_texts import post_title


def register_post() -> None:
    """Serve the address."""

    @ui.page("/p/{post_id}")
    async def post(request: Request, actor: SignedIn, post_id: str) -> None:
        shown, first = await post_view(parts_of(request), actor, post_id)
        title = post_title(shown.author.account.display_name)
        with own_page(request, actor, "", title, styles=STYLES):
            heading(title, level=1).classes("k-unseen")
            feed = Feed(first, handle=actor.account.handle, invites=actor.account.role is Role.ADMIN)
        follow_posts(ui.context.client, feed, actor)
