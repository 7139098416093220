"""Finding people and posts by what one types."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from domain.paging import Window
from domain.search.question import people_question, post_question
from ui.api.account_shapes import UserShape, user_for
from ui.api.credentials import Reader
from ui.api.listing import Listing, window_of
from ui.api.post_shapes import PostShape, posts_for
from ui.api.refusals import refuses
from ui.api.written import written
from ui.parts import TheParts

router = APIRouter(prefix="/search", tags=["search"])

Typed = Annotated[str, Query(description="2 to 100 characters; neither accents nor letter case matter.")]


@router.get("/users", responses=refuses(401, 403, 422))
async def search_users(
    q: Typed, actor: Reader, parts: TheParts, window: Annotated[Window, Depends(window_of("search/people", str))]
) -> Listing[UserShape]:
    """People whose handle and name hold every word of it, also in the middle, newest first."""
    viewer = actor.account.id
    async with parts.works.read() as work:
        page = await work.search.people(people_question(q), viewer, window, parts.clock.now())
    items = [user_for(parts, one, viewer) for one in page.items]
    return Listing(items=items, next_cursor=page.next_cursor)


@router.get("/posts", response_model=Listing[PostShape], responses=refuses(401, 403, 422))
async def search_posts(
    q: Typed, actor: Reader, parts: TheParts, window: Annotated[Window, Depends(window_of("search/posts", str))]
) -> Response:
    """Posts whose captions hold every word of it, newest first; the last word may be the beginning of one.

    `#tag` finds exactly that hashtag. A page may hold fewer posts than asked for and still have a next one.
    """
    viewer = actor.account.id
    async with parts.works.read() as work:
        page = await work.search.posts(post_question(q), viewer, window, parts.clock.now())
    return written(posts_for(parts, page, viewer))
