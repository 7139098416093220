"""The bytes of an announced picture: all at once or, as tus 1.0 has it, from the byte on where the last try ended."""

from typing import Annotated

from fastapi import APIRouter, Depends, Header, Request, Response

from domain.media.media import Status
from domain.media.receive_bytes import receive_rest, receive_whole
from domain.media.upload import kept_until
from domain.media.uploads_in_progress import upload_in_progress
from ui.api.credentials import Reader, Writer
from ui.api.refusals import refuses
from ui.api.upload_shapes import TheUpload, UploadState, upload_id_in
from ui.parts import TheParts
from ui.uploads.body import body_until_cut, refuse_longer
from ui.uploads.intake import intake_of
from ui.uploads.tus import EXTENSIONS, PIECE_TYPE, VERSION, check_piece, known_version, offset_headers

router = APIRouter(prefix="/media/upload", tags=["uploads"])

_KNOWN_VERSION = Depends(known_version)

_BYTES = {"schema": {"type": "string", "format": "binary"}}
_OFFSET = {"schema": {"type": "integer", "minimum": 0}, "description": "How many bytes are here, from the first on."}
_LENGTH = {"schema": {"type": "integer", "minimum": 1}, "description": "How many bytes were announced."}


def _takes(content_type: str) -> dict[str, object]:
    return {"requestBody": {"required": True, "content": {content_type: _BYTES}}}


@router.put(
    "/{upload_id}",
    responses=refuses(401, 403, 404, 409, 412, 413, 422, 507),
    dependencies=[_KNOWN_VERSION],
    openapi_extra=_takes("*/*"),
)
async def send_bytes(request: Request, actor: Writer, parts: TheParts, upload_id: TheUpload) -> UploadState:
    """Send all of the announced bytes. Those of a request that was cut are kept: go on with HEAD and PATCH.

    Bytes that are not the ones whose `sha256` was announced are refused with 422 `upload_changed`; nothing of the
    upload is kept then.
    """
    found = upload_id_in(upload_id)
    async with parts.works.read() as work:
        coming = await upload_in_progress(work, actor.account.id, found, parts.clock.now())
    if coming.media.status is Status.PENDING:
        refuse_longer(request, coming.media.bytes)
    await receive_whole(intake_of(parts), coming, body_until_cut(request, found))
    return UploadState(upload_id=found, media_id=coming.media.id, status=Status.UPLOADED)


@router.patch(
    "/{upload_id}",
    status_code=204,
    response_class=Response,
    responses={204: {"description": "The bytes are kept.", "headers": {"Upload-Offset": _OFFSET}}}
    | refuses(401, 403, 404, 409, 412, 413, 415, 422, 507),
    dependencies=[_KNOWN_VERSION],
    openapi_extra=_takes(PIECE_TYPE),
)
async def send_rest(
    request: Request,
    actor: Writer,
    parts: TheParts,
    upload_id: TheUpload,
    upload_offset: Annotated[
        int | None, Header(ge=0, le=2**62, description="Needed: with which byte of the picture these begin.")
    ] = None,
) -> Response:
    """Send bytes that follow those that are here; as many as you like, all of the missing ones at best.

    Bytes that begin elsewhere are refused with 409; its `Upload-Offset` says where to begin. Once all are here,
    `complete` has the picture processed.
    """
    async with parts.works.read() as work:
        coming = await upload_in_progress(work, actor.account.id, upload_id_in(upload_id), parts.clock.now())
    first = check_piece(request, upload_offset)
    if coming.media.status is Status.PENDING and first == coming.offset:
        refuse_longer(request, coming.missing)
    offset = await receive_rest(intake_of(parts), coming, first, body_until_cut(request, coming.upload.id))
    # Without a byte, nothing was kept that would give the upload another day.
    until = coming.upload.expires_at if offset == first else kept_until(coming.media, parts.clock.now())
    return Response(status_code=204, headers=offset_headers(until, offset))


@router.head(
    "/{upload_id}",
    response_class=Response,
    responses={200: {"description": "Where to go on.", "headers": {"Upload-Offset": _OFFSET, "Upload-Length": _LENGTH}}}
    | refuses(401, 403, 404, 412),
    dependencies=[_KNOWN_VERSION],
)
async def bytes_so_far(actor: Reader, parts: TheParts, upload_id: TheUpload) -> Response:
    """How many of the announced bytes are here: `Upload-Offset` of `Upload-Length`."""
    async with parts.works.read() as work:
        coming = await upload_in_progress(work, actor.account.id, upload_id_in(upload_id), parts.clock.now())
    headers = offset_headers(coming.upload.expires_at, coming.offset)
    return Response(headers={**headers, "Upload-Length": str(coming.media.bytes)})


@router.options("/{upload_id}", status_code=204, response_class=Response, responses=refuses(401, 403, 404))
async def what_is_spoken(actor: Reader, parts: TheParts, upload_id: TheUpload) -> Response:
    """Which version and extensions of tus are spoken here, and how large a picture may be."""
    async with parts.works.read() as work:
        await upload_in_progress(work, actor.account.id, upload_id_in(upload_id), parts.clock.now())
    most = str(parts.settings.upload_max_bytes)
    headers = {"Tus-Version": VERSION, "Tus-Extension": EXTENSIONS, "Tus-Max-Size": most}
    return Response(status_code=204, headers=headers)
