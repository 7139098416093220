"""Snapshots of the database while others write to it, and who of them still lives afterwards."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Table, select, text
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from domain.backup.contents import DatabaseKind
from domain.backup.protocols import Snapshot
from domain.ids import AccountId, CompressionId, MediaId
from storage.database.engine import Engines
from storage.database.postgresql_tools import dump
from storage.database.sqlite_copy import copy_sqlite
from storage.database.tables.accounts import accounts
from storage.database.tables.media import compressions, media
from storage.database.work import DatabaseWork


class DatabaseSnapshots:
    """Implements `domain.backup.protocols.Snapshots`."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    def take(self, folder: Path) -> AbstractAsyncContextManager[Snapshot]:
        """See `Snapshots.take`."""
        take = _from_sqlite if self._engines.is_sqlite else _from_postgresql
        return take(self._engines, folder / "snapshot")

    async def living_pictures(self, media_ids: Collection[MediaId]) -> set[MediaId]:
        """See `Snapshots.living_pictures`."""
        return await self._living(media, media_ids)

    async def living_copies(self, compression_ids: Collection[CompressionId]) -> set[CompressionId]:
        """See `Snapshots.living_copies`."""
        return await self._living(compressions, compression_ids)

    async def living_people(self, account_ids: Collection[AccountId]) -> set[AccountId]:
        """See `Snapshots.living_people`."""
        return await self._living(accounts, account_ids)

    async def _living(self, table: Table, ids: Collection[Any]) -> set[Any]:
        query = select(table.c.id).where(table.c.id.in_(ids), table.c.gone_at.is_(None))
        async with self._engines.reader.connect() as connection:
            return set((await connection.execute(query)).scalars())


class _Snapshot:
    """Implements `domain.backup.protocols.Snapshot` on a connection that sees what the file holds."""

    def __init__(self, connection: AsyncConnection, kind: DatabaseKind, path: Path, sha256: bytes, schema: str) -> None:
        self.kind = kind
        self.path = path
        self.sha256 = sha256
        self.schema = schema
        self._connection = connection

    @asynccontextmanager
    async def read(self) -> AsyncIterator[DatabaseWork]:
        yield DatabaseWork(self._connection)

    async def people(self) -> Sequence[AccountId]:
        """See `Snapshot.people`."""
        return (await self._connection.execute(select(accounts.c.id).order_by(accounts.c.id))).scalars().all()


@asynccontextmanager
async def _from_sqlite(engines: Engines, path: Path) -> AsyncIterator[Snapshot]:
    await copy_sqlite(Path(str(engines.reader.url.database)), path)
    # Nothing may be written into it any more, not even that it is open.
    engine = create_async_engine(f"sqlite+aiosqlite:///file:{path}?mode=ro&immutable=1&uri=true")
    try:
        async with engine.connect() as connection:
            yield await _snapshot(connection, DatabaseKind.SQLITE, path)
    finally:
        await engine.dispose()


@asynccontextmanager
async def _from_postgresql(engines: Engines, path: Path) -> AsyncIterator[Snapshot]:
    async with engines.reader.connect() as plain:
        connection = await plain.execution_options(isolation_level="REPEATABLE READ")
        # The transaction and pg_dump see the same moment; both end before the files are copied, which may take hours.
        async with connection.begin():
            moment = (await connection.execute(text("SELECT pg_export_snapshot()"))).scalar_one()
            await dump(engines.reader.url, str(moment), path)
            yield await _snapshot(connection, DatabaseKind.POSTGRESQL, path)


async def _snapshot(connection: AsyncConnection, kind: DatabaseKind, path: Path) -> Snapshot:
    schema = (await connection.execute(text("SELECT version_num FROM alembic_version"))).scalar_one()
    return _Snapshot(connection, kind, path, await asyncio.to_thread(_sha256, path), schema)


def _sha256(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
