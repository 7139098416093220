"""Uploads and the pieces that came of them, as rows."""

import dataclasses
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId, MediaId, UploadId
from domain.media.media import Status
from domain.media.upload import Piece, Upload
from storage.database.tables.media import media, upload_pieces, uploads
from storage.database.visibility import media_here

_FIELDS = [uploads.c[field.name] for field in dataclasses.fields(Upload)]
_PIECE_FIELDS = [upload_pieces.c[field.name] for field in dataclasses.fields(Piece)]


class UploadRows:
    """Implements `domain.media.upload.Uploads`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, upload: Upload) -> None:
        await self._connection.execute(insert(uploads).values(dataclasses.asdict(upload)))

    async def get(self, upload_id: UploadId, account_id: AccountId, now: datetime) -> Upload | None:
        return await self._one(_living(now).where(uploads.c.id == upload_id, uploads.c.account_id == account_id))

    async def hold(self, upload_id: UploadId, now: datetime) -> Upload | None:
        return await self._one(_living(now).where(uploads.c.id == upload_id).with_for_update(of=uploads))

    async def promised(
        self, account_id: AccountId, sha256: bytes, size: int, *, is_draft: bool, now: datetime
    ) -> Upload | None:
        same: list[ColumnElement[bool]] = [
            uploads.c.account_id == account_id,
            uploads.c.sha256 == sha256,
            media.c.bytes == size,
            media.c.is_draft.is_(is_draft),
            media.c.status == Status.PENDING.value,
        ]
        return await self._one(_living(now).where(*same).order_by(uploads.c.id.desc()).limit(1))

    async def pieces(self, upload_id: UploadId) -> Sequence[Piece]:
        query = select(*_PIECE_FIELDS).where(upload_pieces.c.upload_id == upload_id).order_by(upload_pieces.c.first)
        return [Piece(**row._mapping) for row in await self._connection.execute(query)]

    async def all_pieces(self) -> Sequence[tuple[UploadId, MediaId, Piece]]:
        query = select(uploads.c.id, uploads.c.media_id, *_PIECE_FIELDS).join(upload_pieces)
        rows = await self._connection.execute(query.order_by(uploads.c.id, upload_pieces.c.first))
        return [(row._mapping["id"], row._mapping["media_id"], _piece(row)) for row in rows]

    async def add_piece(self, upload_id: UploadId, piece: Piece, expires_at: datetime) -> None:
        values = {"upload_id": upload_id, **dataclasses.asdict(piece)}
        await self._connection.execute(insert(upload_pieces).values(values))
        await self.renew(upload_id, expires_at)

    async def remove_pieces(self, upload_id: UploadId) -> Sequence[Piece]:
        removed = await self.pieces(upload_id)
        await self._connection.execute(delete(upload_pieces).where(upload_pieces.c.upload_id == upload_id))
        return removed

    async def renew(self, upload_id: UploadId, expires_at: datetime) -> None:
        await self._connection.execute(update(uploads).where(uploads.c.id == upload_id).values(expires_at=expires_at))

    async def renew_of(self, media_id: MediaId, expires_at: datetime) -> None:
        query = update(uploads).where(uploads.c.media_id == media_id).values(expires_at=expires_at)
        await self._connection.execute(query)

    async def expired(self, now: datetime, limit: int) -> Sequence[Upload]:
        query = select(*_FIELDS).where(uploads.c.expires_at <= now).order_by(uploads.c.expires_at).limit(limit)
        # Held, so that none is given up of which a piece has just come.
        return [_upload(row) for row in await self._connection.execute(query.with_for_update())]

    async def remove(self, upload_ids: Sequence[UploadId]) -> None:
        await self._connection.execute(delete(uploads).where(uploads.c.id.in_(upload_ids)))

    async def _one(self, query: Select[Any]) -> Upload | None:
        row = (await self._connection.execute(query)).first()
        return None if row is None else _upload(row)


def _living(now: datetime) -> Select[Any]:
    return select(*_FIELDS).join(media).where(media_here(now), uploads.c.expires_at > now)


def _piece(row: Row[Any]) -> Piece:
    return Piece(**{column.name: row._mapping[column.name] for column in _PIECE_FIELDS})


def _upload(row: Row[Any]) -> Upload:
    return Upload(**row._mapping)
