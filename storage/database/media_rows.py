"""Pictures between rows and the domain: what is kept of one, and how rows become whole ones again."""

import dataclasses
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.media.details import fold
from domain.media.media import Media, Rendition, Status
from domain.media.rendering import CameraFacts
from storage.database.tables.media import media, media_tags, renditions

_ELSEWHERE = {"tags", "renditions"}
# Of one size the JPEG first, as whoever takes the first one wants what every program can show.
_LARGEST_FIRST = (renditions.c.width.desc(), (renditions.c.content_type != "image/jpeg"))
FIELDS = [media.c[field.name] for field in dataclasses.fields(Media) if field.name not in _ELSEWHERE]


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
    """Whole pictures from a query for their `FIELDS`, in its order; two queries more, however many they are."""
    rows = list(await connection.execute(query))
    ids = [row.id for row in rows]
    tags: defaultdict[UUID, list[str]] = defaultdict(list)
    made: defaultdict[UUID, list[Rendition]] = defaultdict(list)
    if ids:
        for row in await connection.execute(
            select(media_tags).where(media_tags.c.media_id.in_(ids)).order_by(media_tags.c.tag)
        ):
            tags[row.media_id].append(row.tag)
        for row in await connection.execute(
            select(renditions).where(renditions.c.media_id.in_(ids)).order_by(*_LARGEST_FIRST)
        ):
            made[row.media_id].append(
                Rendition(width=row.width, height=row.height, content_type=row.content_type, bytes=row.bytes)
            )
    return [_media(row, tuple(tags[row.id]), tuple(made[row.id])) for row in rows]


def _media(row: Row[Any], tags: tuple[str, ...], made: tuple[Rendition, ...]) -> Media:
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
    )
