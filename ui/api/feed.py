"""The feed: one's own posts and those of the people one follows."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response

from domain.paging import Window
from ui.api.credentials import Reader, Writer
from ui.api.listing import Listing, window_of
from ui.api.post_shapes import PostShape, posts_for
from ui.api.refusals import refuses
from ui.api.written import written
from ui.parts import TheParts

router = APIRouter(prefix="/feed", tags=["feed"])


@router.get("", response_model=Listing[PostShape], responses=refuses(401, 403, 422))
async def get_feed(
    actor: Reader, parts: TheParts, window: Annotated[Window, Depends(window_of("feed", str))]
) -> Response:
    """Newest first, each post exactly once over all pages."""
    viewer = actor.account.id
    async with parts.works.read() as work:
        page = await work.feed.page(viewer, window, parts.clock.now())
    return written(posts_for(parts, page, viewer))


@router.post("/refresh", status_code=204, response_class=Response, responses=refuses(401, 403))
async def refresh_feed(_actor: Writer) -> None:
    """Nothing has to be done: the feed is read from what is there at that moment, and is never behind."""
