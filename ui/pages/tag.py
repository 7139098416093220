"""The posts with one hashtag, `/tags/<tag>`."""

from urllib.parse import quote

from fastapi import Request
from nicegui import ui

from domain.paging import Window
from domain.posts.named_in_text import folded_hashtag
from ui.components.plain_module import PlainModule
from ui.components.words import heading
from ui.pages.own_page import own_page
from ui.pages.posts_in_grid import FIRST, GRID_MODULE, GRID_STYLES, posts_in_grid
from ui.pages.signed_in import SignedIn
from ui.parts import parts_of
from ui.theme.page_texts import tag_empty


def register_tag() -> None:
    """Serve the address."""

    @ui.page("/tags/{tag}")
    async def tagged(request: Request, actor: SignedIn, tag: str) -> None:
        parts, viewer, folded = parts_of(request), actor.account.id, folded_hashtag(tag)
        async with parts.works.read() as work:
            page = await work.posts.tagged(folded, viewer, Window(limit=FIRST), parts.clock.now())
        with own_page(request, actor, "", f"#{folded}", styles=GRID_STYLES, width="full"):
            heading(f"#{folded}", level=1).classes("k-tag-name")
            empty = tag_empty(folded)
            first = {
                "path": f"/tags/{quote(folded, safe='')}/posts",
                "posts": posts_in_grid(parts, page, viewer),
                "none": {"headline": empty.headline, "sentence": empty.sentence},
            }
            PlainModule(GRID_MODULE, first)
