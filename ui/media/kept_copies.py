"""Signed links to smaller copies that are kept; they are for their owner alone."""

from fastapi import APIRouter, Request, Response

from domain.ids import CompressionId, MediaId
from domain.media.compressions.compression import Compression
from domain.media.compressions.naming import copy_name
from domain.media.keys import compression_key
from domain.media.media import Media, MediaNotFound
from ui.media.disposition import inline
from ui.media.linked import SHOWN, LinkViewer, id_in_link, send_stored
from ui.media.partial import Sent
from ui.parts import TheParts

router = APIRouter(include_in_schema=False)


@router.api_route("/media/{media_id}/compressions/{compression_id}", methods=["GET", "HEAD"])
async def kept_copy(request: Request, parts: TheParts, who: LinkViewer, media_id: str, compression_id: str) -> Response:
    """One kept copy, to be shown, and under a good name when it is saved."""
    async with parts.works.read() as work:
        media = await work.media.visible(MediaId(id_in_link(media_id)), who, parts.clock.now())
        if media is None or media.owner_id != who:
            raise MediaNotFound
        copy = await work.compressions.get(media.id, CompressionId(id_in_link(compression_id)))
    if copy is None:
        raise MediaNotFound
    return await send_stored(request, parts, _sent(media, copy))


def _sent(media: Media, copy: Compression) -> Sent:
    return Sent(
        key=compression_key(media.id, copy.id),
        bytes=copy.bytes,
        content_type=copy.content_type,
        etag=str(copy.id),
        headers={**SHOWN, "Content-Disposition": inline(copy_name(media.name, copy.width, copy.content_type))},
    )
