"""Transactions of the database as the domain's Work."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database.accounts import AccountRows
from storage.database.engine import Engines


class DatabaseWork:
    """One transaction: every collection on the same connection."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.accounts = AccountRows(connection)


class Database:
    """Implements `domain.work.Works` over two engines."""

    def __init__(self, engines: Engines) -> None:
        self.engines = engines

    @asynccontextmanager
    async def read(self) -> AsyncIterator[DatabaseWork]:
        async with self.engines.reader.begin() as connection:
            yield DatabaseWork(connection)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[DatabaseWork]:
        async with self.engines.writer.begin() as connection:
            yield DatabaseWork(connection)

    async def probe(self) -> None:
        async with self.engines.reader.connect() as connection:
            await connection.execute(text("SELECT 1"))

    async def close(self) -> None:
        """Let go of every connection."""
        await self.engines.close()
