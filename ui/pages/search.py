"""The search for people and posts, `/search?q=`; it asks the API as one types."""

from fastapi import Request
from nicegui import ui

from domain.search.question import MAX_LENGTH, MIN_LENGTH
from ui.components.plain_module import PlainModule
from ui.pages.own_page import own_page
from ui.pages.posts_in_grid import GRID_STYLES
from ui.pages.signed_in import SignedIn
from ui.theme.page_texts import SEARCH

MODULE = "components/search/search.js"


def register_search() -> None:
    """Serve the address."""

    @ui.page("/search")
    async def search(request: Request, actor: SignedIn, q: str = "") -> None:
        with own_page(request, actor, "search", SEARCH, styles=GRID_STYLES, width="full"):
            PlainModule(MODULE, {"q": q[:MAX_LENGTH], "least": MIN_LENGTH, "most": MAX_LENGTH})
