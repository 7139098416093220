"""Posts found elsewhere than in the feed: a person's, those with a hashtag, and everybody's public ones."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Response

from domain.accounts.find_person import find_profile
from domain.paging import Window
from domain.posts.named_in_text import folded_hashtag
from ui.api.listing import Listing, window_of
from ui.api.looking import Looker
from ui.api.post_shapes import PostShape, posts_for
from ui.api.refusals import refuses
from ui.api.written import written
from ui.parts import TheParts

router = APIRouter(tags=["posts"])

ByPost = Annotated[Window, Depends(window_of("posts", str))]


@router.get("/users/{user_id}/posts", response_model=Listing[PostShape], responses=refuses(401, 403, 404, 422))
async def list_posts_of(user_id: str, viewer: Looker, parts: TheParts, window: ByPost) -> Response:
    """Somebody's posts that one may see, newest first."""
    now = parts.clock.now()
    async with parts.works.read() as work:
        author = (await find_profile(work, user_id, viewer, now)).person.account
        page = await work.posts.of_author(author.id, viewer, window, now)
    return written(posts_for(parts, page, viewer))


@router.get("/tags/{tag}/posts", response_model=Listing[PostShape], responses=refuses(401, 403, 422))
async def list_tagged(
    tag: Annotated[str, Path(description="A hashtag, with or without its sign, in any letter case.")],
    viewer: Looker,
    parts: TheParts,
    window: ByPost,
) -> Response:
    """Posts with exactly this hashtag that one may see, newest first."""
    async with parts.works.read() as work:
        page = await work.posts.tagged(folded_hashtag(tag), viewer, window, parts.clock.now())
    return written(posts_for(parts, page, viewer))


@router.get("/explore", response_model=Listing[PostShape], responses=refuses(401, 403, 422))
async def explore(viewer: Looker, parts: TheParts, window: ByPost) -> Response:
    """Public posts of everybody whose account is not private, newest first."""
    async with parts.works.read() as work:
        page = await work.posts.explore(viewer, window, parts.clock.now())
    return written(posts_for(parts, page, viewer))
