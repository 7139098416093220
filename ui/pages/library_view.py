"""What the library page shows to its person: their newest pictures and, where one is asked for, that one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.accounts.actor import Actor
from domain.ids import MediaId, parse_uuid
from domain.media.library import Question
from domain.media.media import MediaNotFound
from domain.paging import Window
from ui.api.media_shapes import own_media
from ui.parts import Parts


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryView:
    """Media as the API gives them to their owner; `opened` is the one to show in the viewer."""

    items: Sequence[Mapping[str, object]]
    next_cursor: str | None
    query: str
    opened: Mapping[str, object] | None


async def library_view(parts: Parts, actor: Actor, query: str, media_id: str | None) -> LibraryView:
    """The first page of this person's pictures whose text holds `query`. Raises MediaNotFound."""
    async with parts.works.read() as work:
        page = await work.library.list(actor.account.id, Question(text=query), Window())
        opened = None if media_id is None else await work.media.owned(_media_id(media_id), actor.account.id, parts.clock.now())
    if media_id is not None and opened is None:
        raise MediaNotFound
    return LibraryView(
        items=[own_media(parts, one).model_dump(mode="json") for one in page.items],
        next_cursor=page.next_cursor,
        query=query,
        opened=None if opened is None else own_media(parts, opened).model_dump(mode="json"),
    )


def _media_id(text: str) -> MediaId:
    value = parse_uuid(text)
    if value is None:
        raise MediaNotFound
    return MediaId(value)
