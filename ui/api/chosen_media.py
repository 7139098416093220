"""Many of one's own pictures at once, by their ids: how they are named, and deleting them."""

from collections.abc import Sequence
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel

from domain.ids import MediaId
from domain.media.delete_many import delete_many
from domain.media.hints import announce
from domain.media.media import MediaNotFound
from ui.api.credentials import Writer
from ui.api.path_ids import path_id
from ui.api.refusals import refuses
from ui.parts import TheParts
from ui.theme.texts import sentence_for

router = APIRouter(prefix="/media", tags=["media"])


class ChosenMedia(BaseModel):
    """The ids of one's own pictures, 1 to 10,000; the same twice counts once."""

    ids: list[str]


def media_ids(chosen: ChosenMedia) -> Sequence[MediaId]:
    """The ids. Raises MediaNotFound for what is none."""
    return [MediaId(path_id(one.strip(), MediaNotFound)) for one in chosen.ids]


class KeptMedia(BaseModel):
    """A picture that was not deleted, and why."""

    id: UUID
    code: str
    detail: str


class DeletedAndKept(BaseModel):
    """What became of the pictures; those that were not there are in neither list."""

    deleted: list[UUID]
    kept: list[KeptMedia]


@router.post("/delete", responses=refuses(400, 401, 403, 404, 413, 422))
async def delete_chosen(actor: Writer, parts: TheParts, chosen: ChosenMedia) -> DeletedAndKept:
    """Delete many of one's own pictures, as `DELETE` does one; a page that is being left has time for one call."""
    deleted, kept = await delete_many(parts.works, parts.files, parts.clock, actor, media_ids(chosen))
    for media_id in deleted:
        await announce(parts.messages, actor.account.id, media_id, "gone")
    return DeletedAndKept(
        deleted=[*deleted],
        kept=[KeptMedia(id=one, code=error.code, detail=sentence_for(error)) for one, error in kept.items()],
    )
