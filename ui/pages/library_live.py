"""Keeps an open library true: what happens to a picture elsewhere shows on the page at once."""

import json

from nicegui import Client, background_tasks

from domain.accounts.actor import Actor
from domain.accounts.still_acts import still_acts
from domain.ids import MediaId, SessionId, parse_uuid
from ui.api.media_shapes import own_media
from ui.components.gallery import Gallery
from ui.parts import Parts
from ui.web.open_pages import close_pages


def follow_library(client: Client, gallery: Gallery, parts: Parts, actor: Actor) -> None:
    """Tell the gallery of every change to this person's pictures until its page is gone."""
    if actor.session_id is None:
        return
    following = _follow(gallery, parts, actor, actor.session_id)
    task = background_tasks.create(following, name="library-live")
    client.on_delete(task.cancel)


async def _follow(gallery: Gallery, parts: Parts, actor: Actor, session_id: SessionId) -> None:
    owner = actor.account.id
    async with parts.messages.subscribe(f"account/{owner}") as hints:
        async for text in hints:
            media_id = _media_id(text)
            if media_id is None:
                continue
            # The hint is only a hint: what the page gets is asked for afresh, as its owner may see it now.
            async with parts.works.read() as work:
                now = parts.clock.now()
                lives = await still_acts(work, actor, now)
                media = await work.media.owned(media_id, owner, now) if lives else None
            if not lives:
                await close_pages(session_id)
                return
            if media is None:
                gallery.show_removed(str(media_id))
            else:
                gallery.show_changed(own_media(parts, media).model_dump(mode="json"))


def _media_id(hint: str) -> MediaId | None:
    said = json.loads(hint)
    value = parse_uuid(said.get("id", "")) if said.get("kind") == "media" else None
    return None if value is None else MediaId(value)
