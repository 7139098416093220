"""Brings a database to the newest schema; safe when two processes start at once."""

from typing import Any

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text

from storage.database.engine import Engines
from storage.database.schema import MIGRATIONS, SchemaTooNew, known_schemas

_LOCK = 7_266_107_491  # any fixed number, the same in every process of every version


class BrokenReferences(Exception):
    """A migration left rows that point at nothing; it was rolled back."""


async def migrate(engines: Engines) -> None:
    """Apply the missing migrations in one transaction, and look at every reference. SchemaTooNew, BrokenReferences."""
    async with engines.writer.connect() as connection:
        if engines.is_sqlite:
            # Rebuilding a parent table with foreign keys on empties its children; the pragma needs no transaction.
            await connection.run_sync(_pragma, "foreign_keys=OFF")
        try:
            async with connection.begin():
                await connection.run_sync(_upgrade)
        finally:
            if engines.is_sqlite:
                await connection.run_sync(_pragma, "foreign_keys=ON")


def _pragma(connection: Connection, setting: str) -> None:
    raw = connection.connection.cursor()
    raw.execute(f"PRAGMA {setting}")
    raw.close()


def configuration(connection: Connection) -> Config:
    """Alembic's settings; the migrations run on this connection, in its transaction."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def _upgrade(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    if not known_schemas().issuperset(MigrationContext.configure(connection).get_current_heads()):
        raise SchemaTooNew("The data was written by a newer Kamra. Start that version, or restore an older backup.")
    command.upgrade(configuration(connection), "head")
    if connection.dialect.name == "sqlite":
        broken: list[Any] = list(connection.execute(text("PRAGMA foreign_key_check")))
        if broken:
            raise BrokenReferences(f"{len(broken)} rows point at nothing, first in {broken[0][0]}")
