"""Posts, and what is said to them, as JSON."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from domain.ids import AccountId
from domain.paging import Page
from domain.posts.comment import ShownComment
from domain.posts.named_in_text import hashtags_in
from domain.posts.post import ShownPost, Visibility
from ui.api.account_shapes import UserShape, user_for
from ui.api.listing import Listing
from ui.api.media_shapes import SeenMedia, shown_media
from ui.parts import Parts


class PostShape(BaseModel):
    """A post as its viewer sees it, its pictures as others see them also for their owner."""

    id: UUID
    author: UserShape
    caption: str | None
    hashtags: Annotated[list[str], Field(description="Of the caption, folded, without their sign.")]
    mentions: Annotated[list[str], Field(description="Handles of people here whom the caption names.")]
    visibility: Visibility
    media: list[SeenMedia]
    like_count: int
    comment_count: int
    liked_by_me: bool
    created_at: datetime
    edited_at: datetime | None


class CommentShape(BaseModel):
    """What somebody said to a post; `reply_to` is the comment it answers."""

    id: UUID
    post_id: UUID
    author: UserShape
    body: str
    reply_to: UUID | None
    created_at: datetime


class LikeShape(BaseModel):
    """Who likes a post, and since when."""

    user: UserShape
    liked_at: datetime


def post_for(parts: Parts, shown: ShownPost, viewer: AccountId | None) -> PostShape:
    """The post for this viewer, for whom it was read."""
    post = shown.post
    return PostShape(
        id=post.id,
        author=user_for(parts, shown.author, viewer),
        caption=post.caption,
        hashtags=list(hashtags_in(post.caption)),
        mentions=list(shown.mentions),
        visibility=post.visibility,
        media=[shown_media(parts, picture, viewer) for picture in shown.pictures],
        like_count=post.like_count,
        comment_count=post.comment_count,
        liked_by_me=shown.is_liked,
        created_at=post.created_at,
        edited_at=post.edited_at,
    )


def posts_for(parts: Parts, page: Page[ShownPost], viewer: AccountId | None) -> Listing[PostShape]:
    """A page of posts for this viewer."""
    return Listing[PostShape](
        items=[post_for(parts, shown, viewer) for shown in page.items], next_cursor=page.next_cursor
    )


def comment_for(parts: Parts, shown: ShownComment, viewer: AccountId | None) -> CommentShape:
    """The comment for this viewer, for whom it was read."""
    comment = shown.comment
    return CommentShape(
        id=comment.id,
        post_id=comment.post_id,
        author=user_for(parts, shown.author, viewer),
        body=comment.body,
        reply_to=comment.reply_to,
        created_at=comment.created_at,
    )
