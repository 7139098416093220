"""Uploads as rows."""

import dataclasses
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId, UploadId
from domain.media.upload import Upload
from storage.database.tables.media import media, uploads

_FIELDS = [uploads.c[field.name] for field in dataclasses.fields(Upload)]


class UploadRows:
    """Implements `domain.media.upload.Uploads`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, upload: Upload) -> None:
        await self._connection.execute(insert(uploads).values(dataclasses.asdict(upload)))

    async def get(self, upload_id: UploadId, account_id: AccountId) -> Upload | None:
        query = select(*_FIELDS).join(media).where(media.c.gone_at.is_(None))
        row = (
            await self._connection.execute(query.where(uploads.c.id == upload_id, uploads.c.account_id == account_id))
        ).first()
        return None if row is None else _upload(row)

    async def expired(self, now: datetime, limit: int) -> Sequence[Upload]:
        query = select(*_FIELDS).where(uploads.c.expires_at <= now).order_by(uploads.c.expires_at).limit(limit)
        return [_upload(row) for row in await self._connection.execute(query)]

    async def remove(self, upload_ids: Sequence[UploadId]) -> None:
        await self._connection.execute(delete(uploads).where(uploads.c.id.in_(upload_ids)))


def _upload(row: Row[Any]) -> Upload:
    return Upload(**row._mapping)
