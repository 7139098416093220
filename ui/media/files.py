"""Signed links to pictures: originals for their owners, renditions and avatars for whoever may see them."""

import logging
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from domain.files import FileMissing
from domain.ids import AccountId, MediaId, parse_uuid
from domain.media.file_names import file_name
from domain.media.keys import original_key, rendition_file, rendition_key
from domain.media.links import Link, LinkExpired, open_link
from domain.media.media import Media, MediaNotFound, Rendition
from ui.accounts.public_pages import public_pages
from ui.media.addresses import link_life, link_signer
from ui.media.disposition import attachment
from ui.media.partial import Sent, send_file
from ui.parts import Parts, TheParts

router = APIRouter(include_in_schema=False)
log = logging.getLogger("kamra.media")

_AVATAR_WIDTH = 320
# Whatever the bytes are, a browser shows them as an image or not at all.
_INERT = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'; sandbox"}
_SHOWN = {**_INERT, "Cache-Control": "private, max-age=300"}
# For anybody, so a cache in front may keep it, for as long as a link may outlive what it shows, and serve it elsewhere.
_PUBLIC = {
    **_INERT,
    "Cache-Control": "public, max-age=300, s-maxage=60",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
_SAVED = {**_INERT, "Cache-Control": "no-store"}

Text = Annotated[str, Query()]


@router.api_route("/media/{media_id}/{file}", methods=["GET", "HEAD"])
async def media_file(
    request: Request,
    parts: TheParts,
    *,
    media_id: str,
    file: str,
    viewer: Text = "",
    until: Text = "",
    signature: Text = "",
) -> Response:
    """A rendition by its width, or `original`."""
    who = _open(parts, f"/media/{media_id}/{file}", viewer, until, signature)
    now = parts.clock.now()
    async with parts.works.read() as work:
        media = await work.media.visible(MediaId(_uuid(media_id)), who, now)
    if media is None:
        raise MediaNotFound
    sent = _original(media, who) if file == "original" else _rendition(media, file, who)
    return await _send(request, parts, sent)


@router.api_route("/avatars/{account_id}/{file}", methods=["GET", "HEAD"])
async def avatar_file(
    request: Request,
    parts: TheParts,
    *,
    account_id: str,
    file: str,
    viewer: Text = "",
    until: Text = "",
    signature: Text = "",
) -> Response:
    """The picture by which a person shows themselves, as long as it is still the one the link was made for."""
    who = _open(parts, f"/avatars/{account_id}/{file}", viewer, until, signature)
    if who is None and not await public_pages(parts):
        raise MediaNotFound
    now = parts.clock.now()
    async with parts.works.read() as work:
        media = await work.media.avatar_of(AccountId(_uuid(account_id)), who, now)
    if media is None or file != f"{media.id}.jpg" or not media.renditions:
        raise MediaNotFound
    jpegs = [rendition for rendition in media.renditions if rendition.content_type == "image/jpeg"]
    wide = [rendition for rendition in jpegs if min(rendition.width, rendition.height) >= _AVATAR_WIDTH]
    return await _send(request, parts, _shown(media, (wide or jpegs[:1])[-1], who))


def _open(parts: Parts, path: str, viewer: str, until: str, signature: str) -> AccountId | None:
    if not (until.isascii() and until.isdigit() and len(until) < 16):
        raise LinkExpired
    link = Link(path=path, viewer=viewer, until=int(until), signature=signature)
    return open_link(link_signer(parts), link, parts.clock.now(), link_life(parts))


def _uuid(text: str) -> UUID:
    found = parse_uuid(text)
    if found is None:
        raise MediaNotFound
    return found


def _original(media: Media, who: AccountId | None) -> Sent:
    if media.owner_id != who or media.original_id is None or media.sha256 is None:
        raise MediaNotFound
    return Sent(
        key=original_key(media.id, media.original_id),
        bytes=media.bytes,
        content_type=media.content_type,
        etag=media.sha256.hex(),
        headers={**_SAVED, "Content-Disposition": attachment(file_name(media.name, media.content_type))},
    )


def _rendition(media: Media, file: str, who: AccountId | None) -> Sent:
    for rendition in media.renditions:
        if rendition_file(rendition.width, rendition.content_type) == file:
            return _shown(media, rendition, who)
    raise MediaNotFound


def _shown(media: Media, rendition: Rendition, who: AccountId | None) -> Sent:
    return Sent(
        key=rendition_key(media.id, rendition.width, rendition.content_type),
        bytes=rendition.bytes,
        content_type=rendition.content_type,
        etag=f"{media.id}-{rendition.width}-{rendition.bytes}",
        headers=_PUBLIC if who is None else _SHOWN,
    )


async def _send(request: Request, parts: Parts, sent: Sent) -> Response:
    try:
        await parts.files.size(sent.key)
    except FileMissing:
        # Deleted at this moment, or lost: either way there is nothing to show; `kamra check` names what is lost.
        log.warning("no bytes under %s", sent.key)
        raise MediaNotFound from None
    return send_file(request, parts.files, sent)
