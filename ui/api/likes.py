"""Liking posts, and who does."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel

from domain.paging import Window
from domain.posts.hints import hint
from domain.posts.like import like
from domain.posts.post import PostNotFound
from domain.posts.unlike import unlike
from ui.api.account_shapes import user_for
from ui.api.credentials import Writer
from ui.api.listing import Listing, window_of
from ui.api.looking import Looker
from ui.api.post_shapes import LikeShape
from ui.api.posts import ThePost, id_of_post
from ui.api.refusals import refuses
from ui.parts import TheParts

router = APIRouter(prefix="/posts", tags=["posts"])


class Liked(BaseModel):
    """Whether the like is new."""

    created: bool


@router.post("/{post_id}/like", responses=refuses(401, 403, 404))
async def like_post(post_id: ThePost, actor: Writer, parts: TheParts) -> Liked:
    """Like a post; a second time changes nothing."""
    async with parts.works.write() as work:
        created, hints = await like(work, actor, id_of_post(post_id), parts.clock.now())
    await hint(parts.messages, hints)
    return Liked(created=created)


@router.delete("/{post_id}/like", status_code=204, response_class=Response, responses=refuses(401, 403, 404))
async def unlike_post(post_id: ThePost, actor: Writer, parts: TheParts) -> None:
    """Take one's like back."""
    async with parts.works.write() as work:
        hints = await unlike(work, actor, id_of_post(post_id), parts.clock.now())
    await hint(parts.messages, hints)


@router.get("/{post_id}/likes", responses=refuses(401, 403, 404, 422))
async def list_likes(
    post_id: ThePost, viewer: Looker, parts: TheParts, window: Annotated[Window, Depends(window_of("likes", int, str))]
) -> Listing[LikeShape]:
    """Who likes it, newest first, without people one may not see."""
    now = parts.clock.now()
    async with parts.works.read() as work:
        post = await work.posts.visible(id_of_post(post_id), viewer, now)
        if post is None:
            raise PostNotFound
        page = await work.likes.list(post.id, viewer, window, now)
    items = [LikeShape(user=user_for(parts, one.person, viewer), liked_at=one.since) for one in page.items]
    return Listing[LikeShape](items=items, next_cursor=page.next_cursor)
