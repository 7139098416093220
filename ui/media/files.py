"""Signed links to pictures: originals for their owners, renditions and avatars for whoever may see them."""

from fastapi import APIRouter, Request, Response

from domain.ids import AccountId, MediaId
from domain.media.file_names import file_name
from domain.media.keys import original_key, rendition_file, rendition_key
from domain.media.media import Media, MediaNotFound, Rendition
from ui.media.disposition import attachment
from ui.media.linked import INERT, SAVED, SHOWN, LinkViewer, id_in_link, send_stored
from ui.media.partial import Sent
from ui.parts import TheParts

router = APIRouter(include_in_schema=False)

_AVATAR_WIDTH = 320
# For anybody, so a cache in front may keep it, for as long as a link may outlive what it shows, and serve it elsewhere.
_PUBLIC = {
    **INERT,
    "Cache-Control": "public, max-age=300, s-maxage=60",
    "Cross-Origin-Resource-Policy": "cross-origin",
}


@router.api_route("/media/{media_id}/{file}", methods=["GET", "HEAD"])
async def media_file(request: Request, parts: TheParts, who: LinkViewer, media_id: str, file: str) -> Response:
    """A rendition by its width, or `original`."""
    now = parts.clock.now()
    async with parts.works.read() as work:
        media = await work.media.visible(MediaId(id_in_link(media_id)), who, now)
    if media is None:
        raise MediaNotFound
    sent = _original(media, who) if file == "original" else _rendition(media, file, who)
    return await send_stored(request, parts, sent)


@router.api_route("/avatars/{account_id}/{file}", methods=["GET", "HEAD"])
async def avatar_file(request: Request, parts: TheParts, who: LinkViewer, account_id: str, file: str) -> Response:
    """The picture by which a person shows themselves, as long as it is still the one the link was made for."""
    now = parts.clock.now()
    async with parts.works.read() as work:
        media = await work.media.avatar_of(AccountId(id_in_link(account_id)), who, now)
    if media is None or file != f"{media.id}.jpg":
        raise MediaNotFound
    return await send_stored(request, parts, sent_avatar(media, who))


def sent_avatar(media: Media, viewer: AccountId | None) -> Sent:
    """The picture in the size for a face, for this viewer. Raises MediaNotFound while there is none."""
    if not media.renditions:
        raise MediaNotFound
    jpegs = [rendition for rendition in media.renditions if rendition.content_type == "image/jpeg"]
    wide = [rendition for rendition in jpegs if min(rendition.width, rendition.height) >= _AVATAR_WIDTH]
    return sent_rendition(media.id, (wide or jpegs[:1])[-1], viewer)


def sent_rendition(media_id: MediaId, rendition: Rendition, viewer: AccountId | None) -> Sent:
    """The rendition for this viewer (None: anybody), whose right to see it is the caller's question."""
    return Sent(
        key=rendition_key(media_id, rendition.width, rendition.content_type),
        bytes=rendition.bytes,
        content_type=rendition.content_type,
        etag=f"{media_id}-{rendition.width}-{rendition.bytes}",
        headers=_PUBLIC if viewer is None else SHOWN,
    )


def _original(media: Media, who: AccountId | None) -> Sent:
    if media.owner_id != who or media.original_id is None or media.sha256 is None:
        raise MediaNotFound
    return Sent(
        key=original_key(media.id, media.original_id),
        bytes=media.bytes,
        content_type=media.content_type,
        etag=media.sha256.hex(),
        headers={**SAVED, "Content-Disposition": attachment(file_name(media.name, media.content_type))},
    )


def _rendition(media: Media, file: str, who: AccountId | None) -> Sent:
    for rendition in media.renditions:
        if rendition_file(rendition.width, rendition.content_type) == file:
            return sent_rendition(media.id, rendition, who)
    raise MediaNotFound
