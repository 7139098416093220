"""What is said to posts."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Response
from pydantic import BaseModel, Field

from domain.graph.seen_account import seen_by_oneself
from domain.ids import CommentId
from domain.paging import Window
from domain.posts.comment import CommentNotFound, ShownComment
from domain.posts.delete_comment import delete_comment
from domain.posts.hints import hint
from domain.posts.post import PostNotFound
from domain.posts.rules import MAX_COMMENT
from domain.posts.say import say
from ui.api.credentials import Writer
from ui.api.listing import Listing, window_of
from ui.api.looking import Looker
from ui.api.path_ids import path_id
from ui.api.post_shapes import CommentShape, comment_for
from ui.api.posts import ThePost, id_of_post
from ui.api.refusals import refuses
from ui.parts import TheParts

router = APIRouter(prefix="/posts", tags=["posts"])


class NewComment(BaseModel):
    """What to say, and to which comment under the same post it is an answer."""

    body: Annotated[str, Field(description=f"1 to {MAX_COMMENT:,} characters.")]
    reply_to: UUID | None = None


@router.post("/{post_id}/comment", status_code=201, responses=refuses(400, 401, 403, 404, 413, 422))
async def create_comment(post_id: ThePost, body: NewComment, actor: Writer, parts: TheParts) -> CommentShape:
    """Say something to a post."""
    reply_to = None if body.reply_to is None else CommentId(body.reply_to)
    async with parts.works.write() as work:
        comment, hints = await say(work, actor, id_of_post(post_id), body.body, parts.clock.now(), reply_to=reply_to)
    await hint(parts.messages, hints)
    shown = ShownComment(comment=comment, author=seen_by_oneself(actor.account))
    return comment_for(parts, shown, actor.account.id)


@router.get("/{post_id}/comments", responses=refuses(401, 403, 404, 422))
async def list_comments(
    post_id: ThePost, viewer: Looker, parts: TheParts, window: Annotated[Window, Depends(window_of("comments", str))]
) -> Listing[CommentShape]:
    """What is said to it, oldest first, without what people said whom one may not see."""
    now = parts.clock.now()
    async with parts.works.read() as work:
        post = await work.posts.visible(id_of_post(post_id), viewer, now)
        if post is None:
            raise PostNotFound
        page = await work.comments.list(post.id, viewer, window, now)
    items = [comment_for(parts, shown, viewer) for shown in page.items]
    return Listing[CommentShape](items=items, next_cursor=page.next_cursor)


@router.delete(
    "/{post_id}/comments/{comment_id}",
    status_code=204,
    response_class=Response,
    responses=refuses(401, 403, 404),
)
async def remove_comment(
    post_id: ThePost,
    comment_id: Annotated[str, Path(description="The comment's id.")],
    actor: Writer,
    parts: TheParts,
) -> None:
    """Delete one's own comment, or one under one's own post."""
    its_id = CommentId(path_id(comment_id, CommentNotFound))
    async with parts.works.write() as work:
        hints = await delete_comment(work, actor, id_of_post(post_id), its_id, parts.clock.now())
    await hint(parts.messages, hints)
