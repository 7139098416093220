"""Turns by PostgreSQL's advisory locks; a SQLite file belongs to one process, which only has to remember its own."""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database.engine import Engines


class DatabaseTurns:
    """Implements `domain.turns.Turns`. A process that dies gives its turns back with its connection.

    One connection holds all of this process's turns, outside of any transaction, so that a turn may last as long as
    work does.
    """

    def __init__(self, engines: Engines) -> None:
        self._engines = engines
        self._taken: set[str] = set()
        self._connection: AsyncConnection | None = None
        self._asking = asyncio.Lock()

    @asynccontextmanager
    async def take(self, name: str) -> AsyncIterator[bool]:
        """See `Turns.take`."""
        if name in self._taken:  # the lock of one's own connection would be given a second time
            yield False
            return
        self._taken.add(name)
        try:
            if self._engines.is_sqlite:
                yield True
                return
            number = int.from_bytes(hashlib.sha256(f"turn:{name}".encode()).digest()[:8], signed=True)
            ours = await self._ask("pg_try_advisory_lock", number)
            try:
                yield ours
            finally:
                if ours:
                    with suppress(DBAPIError):  # the connection is dead, and the lock with it
                        await asyncio.shield(self._ask("pg_advisory_unlock", number))
        finally:
            self._taken.discard(name)

    async def close(self) -> None:
        """Give every turn back."""
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.invalidate()  # back in the pool it would go on holding them
            await connection.close()

    async def _ask(self, function: str, number: int) -> bool:
        async with self._asking:
            if self._connection is None:
                connection = await self._engines.writer.connect()
                self._connection = await connection.execution_options(isolation_level="AUTOCOMMIT")
            try:
                answer = await self._connection.execute(text(f"SELECT {function}(:number)"), {"number": number})
                return bool(answer.scalar_one())
            except BaseException:  # cancelling breaks the connection as well, and all later questions would end in it
                await asyncio.shield(self.close())
                raise
