"""What of an upload travels in headers: the words of tus 1.0, the protocol for uploads that resume."""

from datetime import datetime
from email.utils import format_datetime
from typing import Annotated

from fastapi import Header, HTTPException, Request

from domain.errors import RuleBroken

VERSION = "1.0.0"
EXTENSIONS = "termination,expiration"
PIECE_TYPE = "application/offset+octet-stream"


async def known_version(
    tus_resumable: Annotated[
        str | None, Header(description="The protocol's version, `1.0.0`; may be left out.")
    ] = None,
) -> None:
    """Refuse what speaks another version, with the one that is spoken here."""
    if tus_resumable not in (None, VERSION):
        raise HTTPException(412, headers={"Tus-Version": VERSION})


class OffsetMissing(RuleBroken):
    """A piece that does not say with which byte of the picture it begins."""


def check_piece(request: Request, offset: int | None) -> int:
    """With which byte the piece begins; refuses what is not sent as a piece, or does not say so."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != PIECE_TYPE:
        raise HTTPException(415)
    if offset is None:
        raise OffsetMissing(field="upload-offset")
    return offset


def offset_headers(kept_until: datetime, offset: int) -> dict[str, str]:
    """How many bytes are here, and until when they are kept."""
    expires = format_datetime(kept_until, usegmt=True)
    return {"Upload-Offset": str(offset), "Upload-Expires": expires, "Cache-Control": "no-store"}
