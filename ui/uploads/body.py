"""The bytes of a request as they come, with a name for the case that the sender goes away."""

from collections.abc import AsyncIterable, AsyncIterator
from contextlib import suppress

from fastapi import Request
from starlette.requests import ClientDisconnect

from domain.ids import UploadId
from domain.media.upload import UploadIncomplete, UploadTooLarge
from ui.uploads.open_bodies import open_bodies_of


def declared_length(request: Request) -> int | None:
    """What Content-Length says; it may lie, so what arrives is counted as well."""
    text = request.headers.get("content-length", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def refuse_longer(request: Request, max_bytes: int) -> None:
    """Raises UploadTooLarge before a byte is read, when the sender says that more will come."""
    declared = declared_length(request)
    if declared is not None and declared > max_bytes:
        raise UploadTooLarge(max_bytes=max_bytes, bytes=declared)


async def body_of(request: Request) -> AsyncIterator[bytes]:
    """The request's bytes. Raises UploadIncomplete when the sender goes away in the middle."""
    try:
        async for chunk in open_bodies_of(request).chunks(request):
            yield chunk
    except ClientDisconnect:
        raise UploadIncomplete from None


async def body_until_cut(request: Request, upload: UploadId | None = None) -> AsyncIterator[bytes]:
    """The request's bytes, which simply end where sender or program goes away: for what keeps or counts them."""
    with suppress(ClientDisconnect):
        async for chunk in open_bodies_of(request).chunks(request, upload):
            yield chunk


async def up_to(max_bytes: int, chunks: AsyncIterable[bytes]) -> AsyncIterator[bytes]:
    """The chunks, whatever was declared. Raises UploadTooLarge when they are more than so many bytes."""
    seen = 0
    async for chunk in chunks:
        seen += len(chunk)
        if seen > max_bytes:
            raise UploadTooLarge(max_bytes=max_bytes)
        yield chunk
