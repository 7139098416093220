"""One's own pictures: the library as a list, single pictures, and what one does with them."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Path, Query, Response
from pydantic import BaseModel, Field

from domain.ids import MediaId
from domain.media.change_details import change_details
from domain.media.delete import delete_media
from domain.media.details import Details, tag_from
from domain.media.hints import announce
from domain.media.library import KEY_TYPES, Order, Question, Sort
from domain.media.media import MediaNotFound
from domain.media.retry import retry
from domain.paging import parse_window
from ui.api.credentials import Reader, Writer
from ui.api.listing import Cursor, Limit, Listing
from ui.api.media_shapes import OwnMedia, SeenMedia, media_shape, own_media
from ui.api.path_ids import path_id
from ui.api.refusals import refuses
from ui.parts import TheParts

router = APIRouter(prefix="/media", tags=["media"])

TheMedia = Annotated[str, Path(description="The picture's id.")]


def _id(written: str) -> MediaId:
    return MediaId(path_id(written, MediaNotFound))


class ChangedDetails(BaseModel):
    """What to change; what is left out or null stays."""

    name: str | None = None
    tags: list[str] | None = None
    alt: str | None = None
    draft: Annotated[
        Literal[False] | None,
        Field(description="`false` keeps a draft: it stays, and is in the library. Nothing becomes a draft again."),
    ] = None


class TagCountShape(BaseModel):
    """A tag, and how many pictures have it."""

    tag: str
    count: int


class MonthCountShape(BaseModel):
    """A month such as `2024-06`, and how many pictures were taken in it."""

    month: str
    count: int


async def _question(
    *,
    q: Annotated[str, Query(max_length=200, description="Words of name, tags or description.")] = "",
    tag: Annotated[str | None, Query(description="Exactly this tag.")] = None,
    sha256: Annotated[str | None, Query(pattern="^[0-9a-fA-F]{64}$", description="Exactly this original.")] = None,
    month: Annotated[str | None, Query(pattern="^[0-9]{4}-[0-9]{2}$", description="Taken in it: `2024-06`.")] = None,
    sort: Sort = Sort.CREATED,
    order: Order | None = None,
) -> Question:
    return Question(
        text=q,
        tag=None if tag is None else tag_from(tag),
        sha256=None if sha256 is None else bytes.fromhex(sha256),
        month=month,
        sort=sort,
        order=order,
    )


@router.get("", responses=refuses(401, 403, 422))
async def list_media(
    actor: Reader,
    parts: TheParts,
    question: Annotated[Question, Depends(_question)],
    limit: Limit = None,
    cursor: Cursor = None,
) -> Listing[OwnMedia]:
    """One's own library, newest first unless another order is asked for."""
    window = parse_window(question.list_name, KEY_TYPES[question.sort], limit, cursor)
    async with parts.works.read() as work:
        page = await work.library.list(actor.account.id, question, window)
    return Listing[OwnMedia](items=[own_media(parts, one) for one in page.items], next_cursor=page.next_cursor)


@router.get("/tags", responses=refuses(401, 403))
async def list_tags(actor: Reader, parts: TheParts) -> list[TagCountShape]:
    """Every tag of one's own pictures, by letters."""
    async with parts.works.read() as work:
        found = await work.library.tags(actor.account.id)
    return [TagCountShape(tag=one.tag, count=one.count) for one in found]


@router.get("/months", responses=refuses(401, 403))
async def list_months(actor: Reader, parts: TheParts) -> list[MonthCountShape]:
    """Every month in which one's own pictures were taken, newest first."""
    async with parts.works.read() as work:
        found = await work.library.months(actor.account.id)
    return [MonthCountShape(month=one.month, count=one.count) for one in found]


@router.get("/{media_id}", responses=refuses(401, 403, 404, 422))
async def get_media(actor: Reader, parts: TheParts, media_id: TheMedia) -> OwnMedia | SeenMedia:
    """One picture: everything for its owner, what there is to see for others who may see it."""
    async with parts.works.read() as work:
        media = await work.media.visible(_id(media_id), actor.account.id, parts.clock.now())
    if media is None:
        raise MediaNotFound
    return media_shape(parts, media, actor.account.id)


@router.patch("/{media_id}", responses=refuses(400, 401, 403, 404, 413, 422))
async def patch_media(actor: Writer, parts: TheParts, media_id: TheMedia, changed: ChangedDetails) -> OwnMedia:
    """Change the name, the tags or the description of one's own picture, or keep a draft."""
    details = Details(name=changed.name, tags=changed.tags, alt=changed.alt, is_draft=changed.draft)
    async with parts.works.write() as work:
        media = await change_details(work, actor, _id(media_id), details, parts.clock.now())
    await announce(parts.messages, actor.account.id, media.id, "changed")
    return own_media(parts, media)


@router.post("/{media_id}/retry", status_code=202, responses=refuses(401, 403, 404, 409, 422))
async def retry_media(actor: Writer, parts: TheParts, media_id: TheMedia) -> OwnMedia:
    """Have one's own failed picture processed again."""
    return own_media(parts, await retry(parts.works, parts.queue, parts.clock, actor, _id(media_id)))


@router.delete("/{media_id}", status_code=204, response_class=Response, responses=refuses(401, 403, 404, 409, 422))
async def remove(actor: Writer, parts: TheParts, media_id: TheMedia) -> None:
    """Delete one's own picture: its row, its original and everything made from it."""
    await delete_media(parts.works, parts.files, parts.clock, actor, _id(media_id))
    await announce(parts.messages, actor.account.id, _id(media_id), "gone")
