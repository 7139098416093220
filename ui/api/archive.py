"""Many of one's own originals in one zip, for programs (JSON) and for a browser's own download (a form)."""

from typing import Any
from urllib.parse import parse_qs

from fastapi import APIRouter, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import StreamingResponse
from pydantic import ValidationError

from domain.media.archive import plan_archive
from domain.media.choice import MOST_CHOSEN
from ui.api.chosen_media import ChosenMedia, media_ids
from ui.api.credentials import Reader
from ui.api.refusals import refuses
from ui.media.archive import archive_of_originals
from ui.media.archive_length import archive_length
from ui.media.disposition import attachment
from ui.parts import TheParts

router = APIRouter(prefix="/media", tags=["media"])

_FORM = "application/x-www-form-urlencoded"


_SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["ids"],
    "properties": {
        "ids": {
            "type": "array",
            "items": {"type": "string", "format": "uuid"},
            "minItems": 1,
            "maxItems": MOST_CHOSEN,
        }
    },
}
_ZIP = {"application/zip": {"schema": {"type": "string", "format": "binary"}}}


@router.post(
    "/archive",
    response_class=StreamingResponse,
    responses={200: {"description": "The archive.", "content": _ZIP}, **refuses(400, 401, 403, 404, 413, 422)},
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": _SCHEMA}, _FORM: {"schema": _SCHEMA}},
        }
    },
)
async def archive(request: Request, actor: Reader, parts: TheParts) -> StreamingResponse:
    """One's own originals, byte for byte, in one zip; a form names them as repeated or comma-separated `ids`."""
    ids = media_ids(await _wanted(request))
    async with parts.works.read() as work:
        files = await plan_archive(work, actor, ids, parts.clock.now())
    headers = {
        "Content-Length": str(archive_length(files)),
        "Content-Disposition": attachment(f"pictures {parts.clock.now():%Y-%m-%d}.zip"),
        "Cache-Control": "no-store",
    }
    return StreamingResponse(archive_of_originals(parts, actor, files), headers=headers, media_type="application/zip")


async def _wanted(request: Request) -> ChosenMedia:
    body = await request.body()
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() == _FORM:
        fields = parse_qs(body.decode(errors="replace"))
        return ChosenMedia(ids=[one for value in fields.get("ids", []) for one in value.split(",") if one])
    try:
        return ChosenMedia.model_validate_json(body)
    except ValidationError as error:
        found = [{**one, "loc": ("body", *one["loc"])} for one in error.errors()]
        raise RequestValidationError(found) from None
