"""What everybody here shows to everybody, `/explore`."""

from fastapi import Request
from nicegui import ui

from domain.paging import Window
from ui.components.plain_module import PlainModule
from ui.components.words import heading
from ui.pages.own_page import own_page
from ui.pages.posts_in_grid import FIRST, GRID_MODULE, GRID_STYLES, posts_in_grid
from ui.pages.signed_in import SignedIn
from ui.parts import parts_of
from ui.theme.page_texts import EXPLORE, EXPLORE_EMPTY


def register_explore() -> None:
    """Serve the address."""

    @ui.page("/explore")
    async def explore(request: Request, actor: SignedIn) -> None:
        parts, viewer = parts_of(request), actor.account.id
        async with parts.works.read() as work:
            page = await work.posts.explore(viewer, Window(limit=FIRST), parts.clock.now())
        with own_page(request, actor, "explore", EXPLORE, styles=GRID_STYLES, width="full"):
            heading(EXPLORE, level=1).classes("k-tag-name")
            none = {"headline": EXPLORE_EMPTY.headline, "sentence": EXPLORE_EMPTY.sentence}
            PlainModule(GRID_MODULE, {"path": "/explore", "posts": posts_in_grid(parts, page, viewer), "none": none})
