"""Adding pictures with one multipart form, as a browser's form or a script sends it."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel

from ui.api.credentials import Writer
from ui.api.media_shapes import OwnMedia, own_media
from ui.api.refusals import refuses
from ui.parts import TheParts
from ui.theme.texts import sentence_for
from ui.uploads.body import body_of, refuse_longer, up_to
from ui.uploads.form import FormReader
from ui.uploads.form_fields import MOST_FIELD_BYTES
from ui.uploads.taking import MOST_FILES, Taking

router = APIRouter(prefix="/media", tags=["uploads"])


class RefusedFile(BaseModel):
    """A file that was not taken, and why."""

    filename: str
    code: str
    detail: str


class TakenAndRefused(BaseModel):
    """What became of several files, each list in their order."""

    taken: list[OwnMedia]
    refused: list[RefusedFile]


_FORM = {
    "type": "object",
    "required": ["file"],
    "properties": {"file": {"type": "string", "format": "binary"}, "name": {"type": "string", "maxLength": 100}},
}


@router.post(
    "",
    status_code=201,
    responses=refuses(400, 401, 403, 409, 413, 415, 422, 507),
    openapi_extra={"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": _FORM}}}},
)
async def add_media(
    request: Request,
    actor: Writer,
    parts: TheParts,
    draft: Annotated[bool, Query(description="In no list, and gone after an hour unless it is kept.")] = False,
) -> OwnMedia | TakenAndRefused:
    """Add one picture (`name` names it), or several `file` parts at once, answered file by file."""
    most = MOST_FILES * parts.settings.upload_max_bytes + MOST_FIELD_BYTES
    refuse_longer(request, most)
    taking = Taking(parts, actor, are_drafts=draft)
    await taking.take_all(FormReader(request.headers.get("content-type", ""), up_to(most, body_of(request))))
    if len(taking.taken) == 1 and not taking.refused:
        return own_media(parts, taking.taken[0])
    return TakenAndRefused.model_construct(
        taken=[own_media(parts, media) for media in taking.taken],
        refused=[
            RefusedFile(filename=filename, code=error.code, detail=sentence_for(error))
            for filename, error in taking.refused
        ],
    )
