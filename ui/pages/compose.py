"""Writing a post, `/compose`, also with pictures named: `?media=<id>,<id>`; changing one, `/compose?post=<id>`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fastapi import Request
from nicegui import ui

from domain.accounts.actor import Actor
from domain.ids import PostId, parse_uuid
from domain.posts.post import PostNotFound
from domain.posts.rules import MAX_PICTURES
from ui.accounts.public_pages import public_pages
from ui.api.media_shapes import own_media
from ui.components.composer import STYLES, Composer
from ui.pages.named_pictures import named_pictures
from ui.pages.own_page import own_page
from ui.pages.signed_in import SignedIn
from ui.parts import Parts, parts_of
from ui.theme.page_texts import CHANGE_POST, WRITE_POST


@dataclass(frozen=True, slots=True, kw_only=True)
class _OwnPost:
    """A post to change: `{id, caption, visibility}`, and its pictures as their owner gets them."""

    words: Mapping[str, object]
    pictures: Sequence[Mapping[str, object]]


def register_compose() -> None:
    """Serve the address."""

    @ui.page("/compose")
    async def compose(request: Request, actor: SignedIn, media: str = "", post: str = "") -> None:
        parts = parts_of(request)
        own = await _own_post(parts, actor, post) if post else None
        pictures = own.pictures if own else await named_pictures(parts, actor, media, most=MAX_PICTURES)
        is_public = await public_pages(parts)
        with own_page(request, actor, "", CHANGE_POST if own else WRITE_POST, styles=STYLES):
            Composer(
                pictures,
                post=own.words if own else None,
                has_public_pages=is_public,
                max_bytes=parts.settings.upload_max_bytes,
            )


async def _own_post(parts: Parts, actor: Actor, written: str) -> _OwnPost:
    """One's own post. Raises PostNotFound, also for somebody else's: here is nothing to do with it."""
    post_id, who, now = parse_uuid(written), actor.account.id, parts.clock.now()
    async with parts.works.read() as work:
        shown = await work.posts.shown([PostId(post_id)], who, now) if post_id else ()
        if not shown or shown[0].post.author_id != who:
            raise PostNotFound
        post, ids = shown[0].post, [picture.id for picture in shown[0].pictures]
        own = {media.id: media for media in await work.media.owned_among(ids, who, now)}
    words = {"id": str(post.id), "caption": post.caption or "", "visibility": post.visibility.value}
    pictures = [own_media(parts, own[one]).model_dump(mode="json") for one in ids if one in own]
    return _OwnPost(words=words, pictures=pictures)
