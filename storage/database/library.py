"""A person's own pictures as a list: filters, orders and pages."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, literal, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId
from domain.media.details import fold
from domain.media.library import MonthCount, Question, Sort, TagCount
from domain.media.media import Media, Status
from domain.paging import BadCursor, Key, Page, Window, cut_page
from storage.database.columns import from_microseconds, to_microseconds
from storage.database.cursors import id_in
from storage.database.media_rows import FIELDS, all_media
from storage.database.tables.media import media, media_tags

_COLUMNS: dict[Sort, ColumnElement[Any]] = {
    Sort.NAME: media.c.name_key,
    Sort.BYTES: media.c.bytes,
    Sort.TAKEN: media.c.shown_at,
}
_KEYS: dict[Sort, Callable[[Media], Key]] = {
    Sort.CREATED: lambda one: (str(one.id),),
    Sort.NAME: lambda one: (fold(one.name), str(one.id)),
    Sort.BYTES: lambda one: (one.bytes, str(one.id)),
    Sort.TAKEN: lambda one: (to_microseconds(one.taken_at or one.created_at), str(one.id)),
}
_MONTHS = 12
_LAST_YEAR = 9999


class LibraryRows:
    """Implements `domain.media.library.Library`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def list(self, owner_id: AccountId, question: Question, window: Window) -> Page[Media]:
        query = select(*FIELDS).where(_in_library(owner_id), *_fits(question))
        if window.after is not None:
            query = query.where(_behind(question, window.after))
        columns = [_COLUMNS[question.sort]] if question.sort in _COLUMNS else []
        ordered = [column.desc() if question.is_descending else column.asc() for column in (*columns, media.c.id)]
        rows = await all_media(self._connection, query.order_by(*ordered).limit(window.limit + 1))
        return cut_page(question.list_name, rows, window.limit, _KEYS[question.sort])

    async def tags(self, owner_id: AccountId) -> Sequence[TagCount]:
        query = select(media_tags.c.tag, func.count()).join(media).where(_in_library(owner_id))
        rows = await self._connection.execute(query.group_by(media_tags.c.tag).order_by(media_tags.c.tag))
        return [TagCount(tag=tag, count=count) for tag, count in rows]

    async def months(self, owner_id: AccountId) -> Sequence[MonthCount]:
        query = select(media.c.month, func.count()).where(_in_library(owner_id))
        rows = await self._connection.execute(query.group_by(media.c.month).order_by(media.c.month.desc()))
        return [MonthCount(month=month, count=count) for month, count in rows]


def _in_library(owner_id: AccountId) -> ColumnElement[bool]:
    return and_(
        media.c.owner_id == owner_id,
        media.c.gone_at.is_(None),
        media.c.is_draft.is_not(True),  # not "is False": SQLite would read everybody's pictures by that index
        media.c.status != Status.PENDING.value,
    )


def _fits(question: Question) -> list[ColumnElement[bool]]:
    conditions = [media.c.search_text.contains(word, autoescape=True) for word in fold(question.text).split()]
    if question.tag is not None:
        conditions.append(exists().where(media_tags.c.media_id == media.c.id, media_tags.c.tag == question.tag))
    if question.sha256 is not None:
        conditions.append(media.c.sha256 == question.sha256)
    if question.month is not None:
        conditions += _taken_in(question.month, question.sort)
    return conditions


def _taken_in(month: str, sort: Sort) -> list[ColumnElement[bool]]:
    """The month as a stretch of the order it is read in, or else SQLite reads the whole library to find it."""
    year, number = map(int, month.split("-"))
    if sort is not Sort.TAKEN or year in (0, _LAST_YEAR) or not 1 <= number <= _MONTHS:
        return [media.c.month == month]
    first = datetime(year, number, 1, tzinfo=UTC)
    after = datetime(year + number // _MONTHS, number % _MONTHS + 1, 1, tzinfo=UTC)
    return [media.c.shown_at >= first, media.c.shown_at < after]


def _behind(question: Question, after: Key) -> ColumnElement[bool]:
    """What follows the row with that key. A pair is compared with a pair, which an index answers from the row itself;
    spelled out with `or`, page 300 reads the 299 before it.
    """
    *values, id_text = after
    place: ColumnElement[Any] = media.c.id
    last: Any = id_in(id_text)
    if values:
        if values[0] is None:
            raise BadCursor(field="cursor")
        value = from_microseconds(int(values[0])) if question.sort is Sort.TAKEN else values[0]
        column = _COLUMNS[question.sort]
        place, last = tuple_(column, media.c.id), tuple_(literal(value, column.type), literal(last, media.c.id.type))
    return place < last if question.is_descending else place > last
