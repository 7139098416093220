"""The studio, `/studio`, with nothing on the table, or with pictures of one's library: `/studio?media=<id>,<id>`."""

from fastapi import Request
from nicegui import ui

from ui.api.compression_shapes import format_shape
from ui.components.studio import STYLES, Studio
from ui.pages.named_pictures import named_pictures
from ui.pages.own_page import own_page
from ui.pages.signed_in import SignedIn
from ui.parts import parts_of
from ui.theme.page_texts import STUDIO

MOST = 50  # pictures at once, as many as the action bar offers it for


def register_studio() -> None:
    """Serve the address."""

    @ui.page("/studio")
    async def studio(request: Request, actor: SignedIn, media: str = "") -> None:
        parts = parts_of(request)
        pictures = await named_pictures(parts, actor, media, most=MOST)
        codecs = [format_shape(codec).model_dump(mode="json") for codec in parts.compressor.codecs]
        with own_page(request, actor, "studio", STUDIO, styles=STYLES, width="studio"):
            Studio(pictures, codecs, max_bytes=parts.settings.upload_max_bytes)
