"""Which schema a database has and which ones this Kamra knows, told without loading what would change it."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from storage.database.engine import Engines

MIGRATIONS = Path(__file__).parent / "migrations"


class SchemaTooNew(Exception):
    """The database was written by a newer Kamra; starting would damage it."""


def known_schemas() -> frozenset[str]:
    """Every migration that this Kamra has, by the name under which a database remembers it: `0001`, `0002` …"""
    return frozenset(file.name.partition("_")[0] for file in (MIGRATIONS / "versions").glob("[0-9]*.py"))


async def has_newest_schema(engines: Engines) -> bool:
    """Whether nothing is left to migrate."""
    async with engines.reader.connect() as connection:
        return await connection.run_sync(_schema_of) == max(known_schemas())


def _schema_of(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
