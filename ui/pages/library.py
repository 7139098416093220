"""The library page, `/library`, and the same page with one picture open, `/m/<id>`."""

from fastapi import Request
from nicegui import ui

from domain.accounts.actor import Actor
from ui.components.gallery import STYLES, Gallery
from ui.pages.library_live import follow_library
from ui.pages.library_view import library_view
from ui.pages.own_page import own_page
from ui.pages.signed_in import SignedIn
from ui.parts import parts_of
from ui.theme.page_texts import LIBRARY


def register_library() -> None:
    """Serve the two addresses."""

    @ui.page("/library")
    async def library(request: Request, actor: SignedIn, q: str = "") -> None:
        await _show(request, actor, q, None)

    @ui.page("/m/{media_id}")
    async def picture(request: Request, actor: SignedIn, media_id: str) -> None:
        await _show(request, actor, "", media_id)


async def _show(request: Request, actor: Actor, query: str, media_id: str | None) -> None:
    parts = parts_of(request)
    view = await library_view(parts, actor, query, media_id)
    with own_page(request, actor, "library", LIBRARY, styles=STYLES, width="full"):
        gallery = Gallery(
            items=view.items,
            next_cursor=view.next_cursor,
            query=view.query,
            opened=view.opened,
            max_bytes=parts.settings.upload_max_bytes,
        )
    follow_library(ui.context.client, gallery, parts, actor)
