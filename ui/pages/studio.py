"""The studio, `/studio`, with nothing on the table, or with pictures of one's library: `/studio?media=<id>,<id>`."""

from collections.abc import Mapping, Sequence

from fastapi import Request
from nicegui import ui

from domain.accounts.actor import Actor
from domain.ids import MediaId, parse_uuid
from domain.media.media import Media, MediaNotFound
from ui.api.compression_shapes import format_shape
from ui.api.media_shapes import own_media
from ui.components.studio import STYLES, Studio
from ui.pages.own_page import own_page
from ui.pages.signed_in import SignedIn
from ui.parts import Parts, parts_of
from ui.theme.page_texts import STUDIO

MOST = 50  # pictures at once, as many as the action bar offers it for


def register_studio() -> None:
    """Serve the address."""

    @ui.page("/studio")
    async def studio(request: Request, actor: SignedIn, media: str = "") -> None:
        parts = parts_of(request)
        pictures = await _asked_for(parts, actor, media)
        codecs = [format_shape(codec).model_dump(mode="json") for codec in parts.compressor.codecs]
        with own_page(request, actor, "studio", STUDIO, styles=STYLES, width="studio"):
            Studio(pictures, codecs, max_bytes=parts.settings.upload_max_bytes)


async def _asked_for(parts: Parts, actor: Actor, written: str) -> Sequence[Mapping[str, object]]:
    """Those of the named pictures that are this person's, as JSON. Raises MediaNotFound when none of them is."""
    ids = [value for one in written.split(",")[:MOST] if (value := parse_uuid(one.strip())) is not None]
    async with parts.works.read() as work:
        now = parts.clock.now()
        found = [await work.media.owned(MediaId(one), actor.account.id, now) for one in dict.fromkeys(ids)]
    known: list[Media] = [media for media in found if media is not None]
    if written and not known:
        raise MediaNotFound
    return [own_media(parts, media).model_dump(mode="json") for media in known]
