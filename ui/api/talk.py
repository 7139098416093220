"""The few lines under many posts at once, so that a page of the feed takes two calls and not two for each post."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import BaseModel

from domain.ids import AccountId, PostId, parse_uuid
from domain.paging import MAX_LIMIT
from domain.posts.talk import Talk, talk_of
from ui.api.account_shapes import UserShape, user_for
from ui.api.credentials import Reader
from ui.api.post_shapes import CommentShape, comment_for
from ui.api.refusals import refuses
from ui.parts import Parts, TheParts

router = APIRouter(prefix="/feed", tags=["feed"])


class TalkShape(BaseModel):
    """Of one post: somebody else who likes it (the last who did), and its newest comments, oldest of them first."""

    post_id: UUID
    liked_by: UserShape | None
    comments: list[CommentShape]


class TalkList(BaseModel):
    """In the order asked for, without posts one may not see."""

    items: list[TalkShape]


AskedPosts = Annotated[
    str, Query(description=f"Ids of posts with commas between them; the first {MAX_LIMIT} are looked at.")
]


@router.get("/talk", responses=refuses(401, 403, 422))
async def get_talk(actor: Reader, parts: TheParts, posts: AskedPosts) -> TalkList:
    """Who likes these posts and what was said last."""
    now, viewer = parts.clock.now(), actor.account.id
    asked = [PostId(value) for value in map(parse_uuid, posts.split(",")[:MAX_LIMIT]) if value is not None]
    async with parts.works.read() as work:
        seen = [shown.post.id for shown in await work.posts.shown(list(dict.fromkeys(asked)), viewer, now)]
        talks = await talk_of(work, seen, viewer, now)
    return TalkList(items=[talk_for(parts, talk, viewer) for talk in talks])


def talk_for(parts: Parts, talk: Talk, viewer: AccountId) -> TalkShape:
    """The talk for this viewer, for whom it was read."""
    return TalkShape(
        post_id=talk.post_id,
        liked_by=None if talk.liked_by is None else user_for(parts, talk.liked_by, viewer),
        comments=[comment_for(parts, one, viewer) for one in talk.comments],
    )
