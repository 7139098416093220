"""What all signed links have in common: opening one, sending what it leads to, and the headers of what is sent."""

import logging
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query, Request, Response

from domain.files import FileMissing
from domain.ids import AccountId, parse_uuid
from domain.media.links import Link, LinkExpired, open_link
from domain.media.media import MediaNotFound
from ui.accounts.public_pages import public_pages
from ui.media.addresses import link_life, link_signer
from ui.media.partial import Sent, send_file
from ui.parts import Parts, TheParts

log = logging.getLogger("kamra.media")

# Whatever the bytes are, a browser shows them as an image or not at all.
INERT = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'; sandbox"}
SHOWN = {**INERT, "Cache-Control": "private, max-age=300"}
SAVED = {**INERT, "Cache-Control": "no-store"}

_Text = Annotated[str, Query()]


async def _viewer_of(
    request: Request, parts: TheParts, viewer: _Text = "", until: _Text = "", signature: _Text = ""
) -> AccountId | None:
    """Raises LinkExpired, and MediaNotFound for anybody's links while public pages are off."""
    if not (until.isascii() and until.isdigit() and len(until) < 16):
        raise LinkExpired
    link = Link(path=request.scope["path"], viewer=viewer, until=int(until), signature=signature)
    who = open_link(link_signer(parts), link, parts.clock.now(), link_life(parts))
    if who is None and not await public_pages(parts):
        raise MediaNotFound
    return who


LinkViewer = Annotated[AccountId | None, Depends(_viewer_of)]  # for whom the link was made; None: anybody


def id_in_link(text: str) -> UUID:
    """The id in a link's path. Raises MediaNotFound."""
    found = parse_uuid(text)
    if found is None:
        raise MediaNotFound
    return found


async def send_stored(request: Request, parts: Parts, sent: Sent) -> Response:
    """The answer with what is kept. Raises MediaNotFound when its bytes are not there."""
    try:
        await parts.files.size(sent.key)
    except FileMissing:
        # Deleted at this moment, or lost: either way there is nothing to show; `kamra check` names what is lost.
        log.warning("no bytes under %s", sent.key)
        raise MediaNotFound from None
    return send_file(request, parts.files, sent)
