"""Uploads: announce a picture, have it processed, ask how far it is, or give it up."""

from fastapi import APIRouter, Depends, Request, Response

from domain.media.begin_or_go_on import begin_or_go_on
from domain.media.begin_upload import Announced
from domain.media.upload_rules import check_disk, check_size
from domain.media.uploads_in_progress import complete_upload, give_up_upload, upload_in_progress
from ui.api.credentials import Reader, Writer
from ui.api.refusals import refuses
from ui.api.upload_shapes import NewUpload, TheUpload, UploadState, UploadTicket, upload_id_in, upload_state
from ui.parts import TheParts
from ui.uploads.intake import intake_of, limits_of
from ui.uploads.tus import known_version

router = APIRouter(prefix="/media/upload", tags=["uploads"])


@router.post("", status_code=201, responses=refuses(400, 401, 403, 409, 413, 415, 422, 507))
async def announce_upload(request: Request, actor: Writer, parts: TheParts, new: NewUpload) -> UploadTicket:
    """Announce a picture; the answer says where to send its bytes: all with PUT, or the missing ones with PATCH.

    With the file's `sha256`, an upload that was interrupted is found again: `received` says how much of it is here.
    """
    limits = limits_of(parts.settings)
    check_size(new.bytes, limits)
    announced = Announced(
        content_type=new.content_type,
        filename=new.filename,
        bytes=new.bytes,
        sha256=None if new.sha256 is None else bytes.fromhex(new.sha256),
        is_draft=new.draft,
    )
    await check_disk(parts.files, limits, new.bytes)
    async with parts.works.write() as work:
        coming = await begin_or_go_on(work, actor, announced, limits, parts.clock.now())
    return UploadTicket(
        upload_id=coming.upload.id,
        media_id=coming.media.id,
        upload_url=request.url_for("send_bytes", upload_id=coming.upload.id).path,
        method="PUT",
        headers={"Content-Type": coming.media.content_type},
        expires_at=coming.upload.expires_at,
        received=coming.offset,
    )


@router.post("/{upload_id}/complete", status_code=202, responses=refuses(401, 403, 404, 409, 422, 507))
async def finish_upload(actor: Writer, parts: TheParts, upload_id: TheUpload) -> UploadState:
    """Have the picture processed; repeating it does no harm."""
    found = upload_id_in(upload_id)
    return upload_state(found, await complete_upload(intake_of(parts), parts.queue, actor.account.id, found))


@router.get("/{upload_id}/status", responses=refuses(401, 403, 404))
async def upload_status(actor: Reader, parts: TheParts, upload_id: TheUpload) -> UploadState:
    """How far the picture is: pending, uploaded, processing, completed or failed."""
    found = upload_id_in(upload_id)
    async with parts.works.read() as work:
        coming = await upload_in_progress(work, actor.account.id, found, parts.clock.now())
    return upload_state(found, coming.media)


@router.delete(
    "/{upload_id}",
    status_code=204,
    response_class=Response,
    responses=refuses(401, 403, 404, 409, 412),
    dependencies=[Depends(known_version)],
)
async def cancel_upload(actor: Writer, parts: TheParts, upload_id: TheUpload, response: Response) -> None:
    """Give the upload up; what has arrived is removed."""
    await give_up_upload(intake_of(parts), actor.account.id, upload_id_in(upload_id))
