"""What the library page shows to its person: the first of their pictures, their months, and the one that is open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.accounts.actor import Actor
from domain.ids import MediaId, parse_uuid
from domain.media.details import BadTag, tag_from
from domain.media.library import MonthCount, Order, Question, Sort
from domain.media.media import MediaNotFound
from domain.paging import Window
from ui.api.media_shapes import own_media
from ui.parts import Parts


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryView:
    """Media as the API gives them to their owner; `opened` is the one to show in the viewer.

    `months` are those of the whole library, and none where its pictures do not stand in months.
    """

    items: Sequence[Mapping[str, object]]
    next_cursor: str | None
    months: Sequence[MonthCount]
    question: Question
    opened: Mapping[str, object] | None


def asked_question(*, q: str = "", tag: str = "", sort: str = "", order: str = "") -> Question:
    """What the page's address asks for; what it does not say, or says wrongly, is as usual."""
    return Question(
        text=q.strip(),
        tag=_tag(tag),
        sort=Sort(sort) if sort in set(Sort) else Sort.TAKEN,
        order=Order(order) if order in set(Order) else None,
    )


async def library_view(parts: Parts, actor: Actor, question: Question, media_id: str | None) -> LibraryView:
    """The first page of this person's pictures that fit. Raises MediaNotFound."""
    async with parts.works.read() as work:
        page = await work.library.list(actor.account.id, question, Window())
        months = await work.library.months(actor.account.id) if _has_months(question) else ()
        opened = (
            None
            if media_id is None
            else await work.media.owned(_media_id(media_id), actor.account.id, parts.clock.now())
        )
    if media_id is not None and opened is None:
        raise MediaNotFound
    return LibraryView(
        items=[own_media(parts, one).model_dump(mode="json") for one in page.items],
        next_cursor=page.next_cursor,
        months=months,
        question=question,
        opened=None if opened is None else own_media(parts, opened).model_dump(mode="json"),
    )


def _has_months(question: Question) -> bool:
    return question.sort is Sort.TAKEN and not question.text and question.tag is None


def _tag(text: str) -> str | None:
    try:
        return tag_from(text) if text else None
    except BadTag:
        return None


def _media_id(text: str) -> MediaId:
    value = parse_uuid(text)
    if value is None:
        raise MediaNotFound
    return MediaId(value)
