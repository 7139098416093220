"""Uploads: announce a picture, send its bytes, have it processed, ask how far it is, or give it up."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Request, Response
from pydantic import BaseModel, Field

from domain.ids import UploadId
from domain.media.begin_upload import Announced, begin_upload
from domain.media.media import Media, Status
from domain.media.receive_bytes import receive_bytes
from domain.media.upload import UploadNotFound
from domain.media.upload_rules import check_disk, check_size
from domain.media.uploads_in_progress import complete_upload, give_up_upload, uploaded_media
from ui.api.credentials import Reader, Writer
from ui.api.media_shapes import reason_text
from ui.api.path_ids import path_id
from ui.api.refusals import refuses
from ui.parts import TheParts
from ui.uploads.body import body_of, refuse_longer
from ui.uploads.intake import intake_of, limits_of

router = APIRouter(prefix="/media/upload", tags=["uploads"])

TheUpload = Annotated[str, Path(description="The id that the announcement was answered with.")]


def _id(written: str) -> UploadId:
    return UploadId(path_id(written, UploadNotFound))


class NewUpload(BaseModel):
    """What will be sent; the kind may be left to the file name's extension where the sender does not know it."""

    content_type: Annotated[str, Field(max_length=200)]
    bytes: Annotated[int, Field(le=2**62, json_schema_extra={"minimum": 1})]
    filename: Annotated[str, Field(max_length=10_000)] | None = None


class UploadTicket(BaseModel):
    """Where and how to send the bytes, and until when."""

    upload_id: UUID
    media_id: UUID
    upload_url: str
    method: str
    headers: dict[str, str]
    expires_at: datetime


class UploadState(BaseModel):
    """How far a picture is, and why it failed."""

    upload_id: UUID
    media_id: UUID
    status: Status
    reason: str | None = None
    reason_code: str | None = None


@router.post("", status_code=201, responses=refuses(400, 401, 403, 409, 413, 415, 422, 507))
async def announce_upload(request: Request, actor: Writer, parts: TheParts, new: NewUpload) -> UploadTicket:
    """Announce a picture; the answer says where to PUT its bytes."""
    limits = limits_of(parts.settings)
    check_size(new.bytes, limits)
    announced = Announced(content_type=new.content_type, filename=new.filename, bytes=new.bytes)
    await check_disk(parts.files, limits, new.bytes)
    async with parts.works.write() as work:
        upload, media = await begin_upload(work, actor, announced, limits, parts.clock.now())
    return UploadTicket(
        upload_id=upload.id,
        media_id=media.id,
        upload_url=request.url_for("send_bytes", upload_id=upload.id).path,
        method="PUT",
        headers={"Content-Type": media.content_type},
        expires_at=upload.expires_at,
    )


@router.put(
    "/{upload_id}",
    responses=refuses(401, 403, 404, 409, 413, 507),
    openapi_extra={"requestBody": {"required": True, "content": {"*/*": {"schema": {"format": "binary"}}}}},
)
async def send_bytes(request: Request, actor: Writer, parts: TheParts, upload_id: TheUpload) -> UploadState:
    """Send all of the announced bytes; what was cut off can be sent again."""
    async with parts.works.read() as work:
        media = await uploaded_media(work, actor.account.id, _id(upload_id))
    if media.status is Status.PENDING:
        refuse_longer(request, media.bytes)
    await receive_bytes(intake_of(parts), media, body_of(request))
    return UploadState(upload_id=_id(upload_id), media_id=media.id, status=Status.UPLOADED)


@router.post("/{upload_id}/complete", status_code=202, responses=refuses(401, 403, 404, 409))
async def finish_upload(actor: Writer, parts: TheParts, upload_id: TheUpload) -> UploadState:
    """Have the picture processed; repeating it does no harm."""
    media = await complete_upload(parts.works, parts.queue, actor.account.id, _id(upload_id))
    return _state(_id(upload_id), media)


@router.get("/{upload_id}/status", responses=refuses(401, 403, 404))
async def upload_status(actor: Reader, parts: TheParts, upload_id: TheUpload) -> UploadState:
    """How far the picture is: pending, uploaded, processing, completed or failed."""
    async with parts.works.read() as work:
        media = await uploaded_media(work, actor.account.id, _id(upload_id))
    return _state(_id(upload_id), media)


@router.delete("/{upload_id}", status_code=204, response_class=Response, responses=refuses(401, 403, 404, 409))
async def cancel_upload(actor: Writer, parts: TheParts, upload_id: TheUpload) -> None:
    """Give the upload up; what has arrived is removed."""
    await give_up_upload(parts.works, parts.files, parts.clock, actor.account.id, _id(upload_id))


def _state(upload_id: UUID, media: Media) -> UploadState:
    return UploadState(
        upload_id=upload_id,
        media_id=media.id,
        status=media.status,
        reason=reason_text(media),
        reason_code=media.reason,
    )
