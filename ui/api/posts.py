"""Posts: publishing, looking at one, changing and deleting one's own."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Response
from pydantic import BaseModel, Field

from domain.ids import AccountId, MediaId, PostId
from domain.posts.delete import delete_post
from domain.posts.edit import PostChange, edit_post
from domain.posts.hints import hint
from domain.posts.post import PostNotFound, Visibility
from domain.posts.publish import NewPost, publish
from domain.posts.rules import MAX_CAPTION, MAX_PICTURES
from domain.work import Work
from ui.api.credentials import Writer
from ui.api.looking import Looker
from ui.api.path_ids import path_id
from ui.api.post_shapes import PostShape, post_for
from ui.api.refusals import refuses
from ui.parts import Parts, TheParts

router = APIRouter(prefix="/posts", tags=["posts"])

ThePost = Annotated[str, Path(description="The post's id.")]
Caption = Annotated[str | None, Field(description=f"Up to {MAX_CAPTION:,} characters.")]
Alts = Annotated[
    list[str | None],
    Field(description='Descriptions of the pictures in their order; null or "" leaves the one that is there.'),
]


class NewPostBody(BaseModel):
    """What to post."""

    media_ids: Annotated[list[UUID], Field(description=f"1 to {MAX_PICTURES} of one's own completed pictures.")] = []
    media_id: Annotated[UUID | None, Field(description="A single picture, instead.")] = None
    caption: Caption = None
    alt: Alts = []
    visibility: Visibility = Visibility.FOLLOWERS


class PostChanges(BaseModel):
    """What to change; what is left out stays, a caption of null is taken away."""

    caption: Caption = None
    alt: Alts = []
    visibility: Visibility | None = None


def id_of_post(written: str) -> PostId:
    """The id in a path. Raises PostNotFound for what is none."""
    return PostId(path_id(written, PostNotFound))


@router.post("", status_code=201, responses=refuses(400, 401, 403, 413, 422))
async def create_post(body: NewPostBody, actor: Writer, parts: TheParts) -> PostShape:
    """Post pictures of one's own."""
    ids = body.media_ids if body.media_id is None else [*body.media_ids, body.media_id]
    new = NewPost(
        pictures=[MediaId(one) for one in ids], caption=body.caption, alts=body.alt, visibility=body.visibility
    )
    async with parts.works.write() as work:
        post, hints = await publish(work, actor, new, parts.clock.now())
        shape = await shape_of(work, parts, post.id, actor.account.id)
    await hint(parts.messages, hints)
    return shape


@router.get("/{post_id}", responses=refuses(401, 403, 404))
async def get_post(post_id: ThePost, viewer: Looker, parts: TheParts) -> PostShape:
    """One post; without signing in only while public pages are on."""
    async with parts.works.read() as work:
        return await shape_of(work, parts, id_of_post(post_id), viewer)


@router.patch("/{post_id}", responses=refuses(400, 401, 403, 404, 413, 422))
async def change_post(post_id: ThePost, body: PostChanges, actor: Writer, parts: TheParts) -> PostShape:
    """Change one's own post."""
    change = PostChange(
        has_caption="caption" in body.model_fields_set,
        caption=body.caption,
        visibility=body.visibility,
        alts=body.alt,
    )
    async with parts.works.write() as work:
        hints = await edit_post(work, actor, id_of_post(post_id), change, parts.clock.now())
        shape = await shape_of(work, parts, id_of_post(post_id), actor.account.id)
    await hint(parts.messages, hints)
    return shape


@router.delete("/{post_id}", status_code=204, response_class=Response, responses=refuses(401, 403, 404))
async def remove_post(post_id: ThePost, actor: Writer, parts: TheParts) -> None:
    """Delete one's own post; its pictures stay in the library."""
    async with parts.works.write() as work:
        hints = await delete_post(work, actor, id_of_post(post_id), parts.clock.now())
    await hint(parts.messages, hints)


async def shape_of(work: Work, parts: Parts, post_id: PostId, viewer: AccountId | None) -> PostShape:
    """The post as JSON for this viewer. Raises PostNotFound."""
    found = await work.posts.shown([post_id], viewer, parts.clock.now())
    if not found:
        raise PostNotFound
    return post_for(parts, found[0], viewer)
