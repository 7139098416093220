"""A PostgreSQL database that is filled from a snapshot: marked by a table until everything of the backup is here."""

from pathlib import Path

from sqlalchemy import text

from domain.backup.contents import DatabaseKind
from domain.backup.troubles import PlaceNotEmpty
from storage.database.engine import Engines
from storage.database.postgresql_tools import load
from storage.database.restored import brought_up_to_date, forget_what_is_in_no_backup, knows
from storage.database.work import Database

_MARK = "kamra_restore_in_progress"
_TABLES = text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")


class RestoredPostgresql:
    """Implements `domain.backup.protocols.RestoredDatabase`."""

    kind = DatabaseKind.POSTGRESQL

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    async def prepare(self) -> None:
        """Raises PlaceNotEmpty; what an interrupted restore left is removed."""
        async with self._engines.writer.begin() as connection:
            tables = set((await connection.execute(_TABLES)).scalars())
            if tables and _MARK not in tables:
                raise PlaceNotEmpty(what=f"the database {self._engines.writer.url.database}")
            for table in tables:
                await connection.execute(text(f'DROP TABLE IF EXISTS "{table}" CASCADE'))
            await connection.execute(text(f"CREATE TABLE {_MARK} ()"))

    def knows(self, schema: str) -> bool:
        """See `RestoredDatabase.knows`."""
        return knows(schema)

    async def fill(self, snapshot: Path) -> None:
        """See `RestoredDatabase.fill`."""
        await load(self._engines.writer.url, snapshot)
        self._database = await brought_up_to_date(self._engines)

    @property
    def works(self) -> Database:
        """See `RestoredDatabase.works`."""
        return self._database

    async def forget_what_is_in_no_backup(self) -> None:
        """See `RestoredDatabase.forget_what_is_in_no_backup`."""
        await forget_what_is_in_no_backup(self._engines)

    async def finish(self) -> None:
        """See `RestoredDatabase.finish`."""
        async with self._engines.writer.begin() as connection:
            await connection.execute(text(f"DROP TABLE {_MARK}"))

    async def close(self) -> None:
        """Let go of its connections."""
        await self._engines.close()
