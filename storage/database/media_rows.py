"""Pictures between rows and the domain: what is kept of one, and how rows become whole ones again."""

import dataclasses
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Executable, Row, Select, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.media.details import fold
from domain.media.media import KeptCopy, Media, Rendition, Status
from domain.media.rendering import CameraFacts
from storage.database.tables.media import compressions, media, media_tags, renditions

_ELSEWHERE = {"tags", "renditions", "compressions"}
# Of one size the JPEG first, as whoever takes the first one wants what every program can show.
_LARGEST_FIRST = (renditions.c.width.desc(), (renditions.c.content_type != "image/jpeg"))
_TAGS = select(media_tags).order_by(media_tags.c.tag)
_RENDITIONS = select(renditions).order_by(*_LARGEST_FIRST)
_COPIES = (
    select(compressions.c.media_id, compressions.c.id, compressions.c.bytes)
    .where(compressions.c.gone_at.is_(None))
    .order_by(compressions.c.id)
)
FIELDS = [media.c[field.name] for field in dataclasses.fields(Media) if field.name not in _ELSEWHERE]

Thing = TypeVar("Thing")


def media_values(one: Media) -> dict[str, Any]:
    """The row of a picture, with what sorting and searching need."""
    values = {column.name: getattr(one, column.name) for column in FIELDS}
    return {
        **values,
        **search_values(one.name, one.tags, one.alt),
        **shown_values(one.taken_at or one.created_at),
        "status": one.status.value,
        "reason_facts": dict(one.reason_facts),
        "camera": dataclasses.asdict(one.camera),
    }


def search_values(name: str, tags: Sequence[str], alt: str) -> dict[str, Any]:
    """The columns that follow from what the owner says about a picture."""
    return {"name_key": fold(name), "search_text": fold("\n".join((name, *tags, alt)))}


def shown_values(moment: datetime) -> dict[str, Any]:
    """The columns that follow from when a picture was taken."""
    return {"shown_at": moment, "month": f"{moment:%Y-%m}"}


def tag_rows(media_id: UUID, tags: Sequence[str]) -> list[dict[str, Any]]:
    """A picture's tags as rows."""
    return [{"media_id": media_id, "tag": tag} for tag in tags]


async def add_media(connection: AsyncConnection, one: Media) -> None:
    """Keep a new picture; it has no renditions yet."""
    await connection.execute(insert(media).values(media_values(one)))
    if one.tags:
        await connection.execute(insert(media_tags), tag_rows(one.id, one.tags))


async def one_media(connection: AsyncConnection, *conditions: ColumnElement[bool]) -> Media | None:
    """The picture for which the conditions hold."""
    found = await all_media(connection, select(*FIELDS).where(*conditions))
    return found[0] if found else None


async def all_media(connection: AsyncConnection, query: Select[Any]) -> list[Media]:
    """Whole pictures from a query for their `FIELDS`, in its order; three queries more, however many they are."""
    rows = list(await connection.execute(query))
    ids = [row.id for row in rows]
    if not ids:
        return []
    tags = await _by_picture(connection, _TAGS.where(media_tags.c.media_id.in_(ids)), lambda row: row.tag)
    made = await _by_picture(connection, _RENDITIONS.where(renditions.c.media_id.in_(ids)), _rendition)
    kept = await _by_picture(connection, _COPIES.where(compressions.c.media_id.in_(ids)), _kept_copy)
    return [_media(row, tuple(tags[row.id]), tuple(made[row.id]), tuple(kept[row.id])) for row in rows]


async def _by_picture(
    connection: AsyncConnection, query: Executable, read: Callable[[Row[Any]], Thing]
) -> defaultdict[UUID, list[Thing]]:
    found: defaultdict[UUID, list[Thing]] = defaultdict(list)
    for row in await connection.execute(query):
        found[row.media_id].append(read(row))
    return found


def _rendition(row: Row[Any]) -> Rendition:
    return Rendition(width=row.width, height=row.height, content_type=row.content_type, bytes=row.bytes)


def _kept_copy(row: Row[Any]) -> KeptCopy:
    return KeptCopy(id=row.id, bytes=row.bytes)


def _media(row: Row[Any], tags: tuple[str, ...], made: tuple[Rendition, ...], kept: tuple[KeptCopy, ...]) -> Media:
    values = {column.name: value for column, value in zip(FIELDS, row, strict=True)}
    return Media(
        **{
            **values,
            "status": Status(values["status"]),
            "reason_facts": values["reason_facts"] or {},
            "camera": CameraFacts(**(values["camera"] or {})),
        },
        tags=tags,
        renditions=made,
        compressions=kept,
    )
