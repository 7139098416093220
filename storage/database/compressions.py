"""Smaller copies that are kept, as rows."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import CompressionId, MediaId
from domain.media.compressions.compression import Compression
from domain.media.compressions.recipe import Recipe
from domain.media.compressions.written_recipe import recipe_from, recipe_values
from domain.paging import Page, Window, cut_page
from storage.database.cursors import id_in
from storage.database.recipes import recipe_key
from storage.database.tables.media import compressions, media

_HERE = compressions.c.gone_at.is_(None)


class CompressionRows:
    """Implements `domain.media.compressions.compression.Compressions`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def hold(self, media_id: MediaId) -> None:
        await self._connection.execute(select(media.c.id).where(media.c.id == media_id).with_for_update())

    async def like(self, media_id: MediaId, recipe: Recipe) -> Compression | None:
        return await self._one(compressions.c.media_id == media_id, compressions.c.recipe_key == recipe_key(recipe))

    async def count(self, media_id: MediaId) -> int:
        query = select(func.count()).where(_HERE, compressions.c.media_id == media_id)
        return (await self._connection.execute(query)).scalar_one()

    async def add(self, compression: Compression) -> None:
        await self._connection.execute(insert(compressions).values(_values(compression)))

    async def list(self, media_id: MediaId, window: Window) -> Page[Compression]:
        query = select(compressions).where(_HERE, compressions.c.media_id == media_id)
        if window.after is not None:
            query = query.where(compressions.c.id < id_in(window.after[0]))
        query = query.order_by(compressions.c.id.desc()).limit(window.limit + 1)
        rows = [_compression(row) for row in await self._connection.execute(query)]
        return cut_page("compressions", rows, window.limit, lambda one: (str(one.id),))

    async def get(self, media_id: MediaId, compression_id: CompressionId) -> Compression | None:
        return await self._one(compressions.c.media_id == media_id, compressions.c.id == compression_id)

    async def mark_gone(self, media_id: MediaId, compression_id: CompressionId, now: datetime) -> bool:
        here = (_HERE, compressions.c.media_id == media_id, compressions.c.id == compression_id)
        gone = update(compressions).where(*here).values(gone_at=now, recipe_key=None)
        return (await self._connection.execute(gone)).rowcount == 1

    async def marked_gone(self, limit: int) -> Sequence[tuple[MediaId, CompressionId]]:
        gone = select(compressions.c.media_id, compressions.c.id).where(compressions.c.gone_at.is_not(None))
        rows = await self._connection.execute(gone.order_by(compressions.c.gone_at).limit(limit))
        return [(media_id, compression_id) for media_id, compression_id in rows]

    async def remove(self, compression_ids: Sequence[CompressionId]) -> None:
        await self._connection.execute(delete(compressions).where(compressions.c.id.in_(compression_ids)))

    async def _one(self, *conditions: ColumnElement[bool]) -> Compression | None:
        row = (await self._connection.execute(select(compressions).where(_HERE, *conditions))).first()
        return None if row is None else _compression(row)


def _values(compression: Compression) -> dict[str, Any]:
    return {
        "id": compression.id,
        "media_id": compression.media_id,
        "recipe": recipe_values(compression.recipe),
        "recipe_key": recipe_key(compression.recipe),
        "content_type": compression.content_type,
        "bytes": compression.bytes,
        "width": compression.width,
        "height": compression.height,
        "similarity": compression.similarity,
        "quality": compression.quality,
        "created_at": compression.created_at,
    }


def _compression(row: Row[Any]) -> Compression:
    return Compression(
        id=row.id,
        media_id=row.media_id,
        recipe=recipe_from(row.recipe),
        content_type=row.content_type,
        bytes=row.bytes,
        width=row.width,
        height=row.height,
        similarity=row.similarity,
        quality=row.quality,
        created_at=row.created_at,
    )
