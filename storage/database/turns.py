"""Turns by PostgreSQL's advisory locks; a SQLite file belongs to one process, whose turn it always is."""

import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import text

from storage.database.engine import Engines


class DatabaseTurns:
    """Implements `domain.turns.Turns`. A process that dies gives its turn back with its connection."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    @asynccontextmanager
    async def take(self, name: str) -> AsyncIterator[bool]:
        """See `Turns.take`."""
        if self._engines.is_sqlite:
            yield True
            return
        number = int.from_bytes(hashlib.sha256(f"turn:{name}".encode()).digest()[:8], signed=True)
        # Ends with the transaction, so that a connection never goes back to the pool with a lock on it.
        async with self._engines.writer.begin() as connection:
            taken = await connection.execute(text("SELECT pg_try_advisory_xact_lock(:number)"), {"number": number})
            yield bool(taken.scalar_one())
