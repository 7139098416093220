"""Uploads as JSON, and how their routes know one."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import Path
from pydantic import BaseModel, Field

from domain.ids import UploadId
from domain.media.media import Media, Status
from domain.media.upload import UploadNotFound
from ui.api.media_shapes import reason_text
from ui.api.path_ids import path_id

TheUpload = Annotated[str, Path(description="The id that the announcement was answered with.")]


def upload_id_in(written: str) -> UploadId:
    """The id in a path. Raises UploadNotFound."""
    return UploadId(path_id(written, UploadNotFound))


class NewUpload(BaseModel):
    """What will be sent; the kind may be left to the file name's extension where the sender does not know it."""

    content_type: Annotated[str, Field(max_length=200)]
    bytes: Annotated[int, Field(le=2**62, json_schema_extra={"minimum": 1})]
    filename: Annotated[str, Field(max_length=10_000)] | None = None
    sha256: Annotated[
        str | None,
        Field(
            pattern="^[0-9a-fA-F]{64}$",
            description=(
                "The file's SHA-256. An upload of yours that waits for the same file is then gone on with instead of "
                "begun anew, and bytes that turn out to be others are refused."
            ),
        ),
    ] = None
    draft: Annotated[
        bool,
        Field(
            description=(
                "In no list of the library, and gone an hour after it was announced, unless "
                "`PATCH /media/{media_id}` with `draft: false` keeps it."
            )
        ),
    ] = False


class UploadTicket(BaseModel):
    """Where and how to send the bytes, until when, and how many of them are here already."""

    upload_id: UUID
    media_id: UUID
    upload_url: str
    method: str
    headers: dict[str, str]
    expires_at: datetime
    received: Annotated[int, Field(description="Bytes that need not be sent again; 0 for a new upload.")]


class UploadState(BaseModel):
    """How far a picture is, and why it failed."""

    upload_id: UUID
    media_id: UUID
    status: Status
    reason: str | None = None
    reason_code: str | None = None


def upload_state(upload_id: UploadId, media: Media) -> UploadState:
    """The state of an upload whose picture this is."""
    return UploadState(
        upload_id=upload_id,
        media_id=media.id,
        status=media.status,
        reason=reason_text(media),
        reason_code=media.reason,
    )
