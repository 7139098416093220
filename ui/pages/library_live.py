"""Keeps an open library true: what happens to a picture elsewhere shows on the page at once."""

import json

from nicegui import Client, background_tasks

from domain.ids import AccountId, MediaId, parse_uuid
from ui.api.media_shapes import own_media
from ui.components.gallery import Gallery
from ui.parts import Parts


def follow_library(client: Client, gallery: Gallery, parts: Parts, owner: AccountId) -> None:
    """Tell the gallery of every change to the owner's pictures until its page is gone."""
    task = background_tasks.create(_follow(gallery, parts, owner), name="library-live")
    client.on_delete(task.cancel)


async def _follow(gallery: Gallery, parts: Parts, owner: AccountId) -> None:
    async with parts.messages.subscribe(f"account/{owner}") as hints:
        async for text in hints:
            hint = json.loads(text)
            media_id = parse_uuid(hint.get("id", "")) if hint.get("kind") == "media" else None
            if media_id is None:
                continue
            # The hint is only a hint: what the page gets is asked for afresh, as its owner may see it now.
            async with parts.works.read() as work:
                media = await work.media.owned(MediaId(media_id), owner)
            if media is None:
                gallery.show_removed(str(media_id))
            else:
                gallery.show_changed(own_media(parts, media).model_dump(mode="json"))
