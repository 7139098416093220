"""Smaller copies that are kept beside one's own pictures."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Response

from domain.ids import CompressionId, MediaId
from domain.media.compressions.compression import CompressionNotFound
from domain.media.compressions.delete import delete_copy
from domain.media.compressions.keep import keep_copy
from domain.media.compressions.workshop import own_picture
from domain.media.hints import announce
from domain.media.media import MediaNotFound
from domain.paging import Window
from ui.api.compression_shapes import CompressionShape, compression_shape
from ui.api.credentials import Reader, Writer
from ui.api.listing import Listing, window_of
from ui.api.media import TheMedia
from ui.api.path_ids import path_id
from ui.api.recipe_shapes import RecipeShape
from ui.api.refusals import refuses
from ui.api.workshop import workshop_of
from ui.parts import TheParts

router = APIRouter(prefix="/media/{media_id}/compressions", tags=["compressions"])

TheCopy = Annotated[str, Path(description="The copy's id.")]


def _media_id(written: str) -> MediaId:
    return MediaId(path_id(written, MediaNotFound))


def _copy_id(written: str) -> CompressionId:
    return CompressionId(path_id(written, CompressionNotFound))


@router.post(
    "",
    status_code=201,
    responses={
        200: {"model": CompressionShape, "description": "The one there is already by the same recipe."},
        **refuses(400, 401, 403, 404, 409, 413, 422, 507),
    },
)
async def keep(
    actor: Writer, parts: TheParts, media_id: TheMedia, recipe: RecipeShape, response: Response
) -> CompressionShape:
    """Make a copy of one's own picture and keep it, unless there is one by the same recipe."""
    copy, is_new = await keep_copy(workshop_of(parts), actor, _media_id(media_id), recipe.as_recipe())
    async with parts.works.read() as work:
        media = await own_picture(work, actor, copy.media_id, parts.clock.now())
    if is_new:
        await announce(parts.messages, actor.account.id, media.id, "changed")
    else:
        response.status_code = 200
    return compression_shape(parts, media, copy)


@router.get("", responses=refuses(401, 403, 404, 422))
async def list_kept(
    actor: Reader,
    parts: TheParts,
    media_id: TheMedia,
    window: Annotated[Window, Depends(window_of("compressions", str))],
) -> Listing[CompressionShape]:
    """The copies kept beside one's own picture, newest first."""
    async with parts.works.read() as work:
        media = await own_picture(work, actor, _media_id(media_id), parts.clock.now())
        page = await work.compressions.list(media.id, window)
    items = [compression_shape(parts, media, copy) for copy in page.items]
    return Listing[CompressionShape](items=items, next_cursor=page.next_cursor)


@router.get("/{compression_id}", responses=refuses(401, 403, 404, 422))
async def get_kept(actor: Reader, parts: TheParts, media_id: TheMedia, compression_id: TheCopy) -> CompressionShape:
    """One copy kept beside one's own picture."""
    async with parts.works.read() as work:
        media = await own_picture(work, actor, _media_id(media_id), parts.clock.now())
        copy = await work.compressions.get(media.id, _copy_id(compression_id))
    if copy is None:
        raise CompressionNotFound
    return compression_shape(parts, media, copy)


@router.delete("/{compression_id}", status_code=204, response_class=Response, responses=refuses(401, 403, 404, 422))
async def delete_kept(actor: Writer, parts: TheParts, media_id: TheMedia, compression_id: TheCopy) -> None:
    """Delete one copy; the picture stays."""
    picture = _media_id(media_id)
    async with parts.works.read() as work:  # whose picture it is comes before what is asked of it
        await own_picture(work, actor, picture, parts.clock.now())
    await delete_copy(workshop_of(parts), actor, picture, _copy_id(compression_id))
    await announce(parts.messages, actor.account.id, picture, "changed")
