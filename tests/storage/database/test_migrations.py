"""The migrations make exactly the tables that the code names, and starting is safe whoever else starts or started."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect, text

from storage.database.engine import Engines, open_engines
from storage.database.migrate import BrokenReferences, migrate
from storage.database.migrations.described import is_described
from storage.database.schema import SchemaTooNew, has_newest_schema
from storage.database.tables import metadata
from tests.storage.own_database import own_database


@pytest.fixture(params=["sqlite", "postgresql"])
async def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """The address of a database in which nothing is yet."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'new.db'}"
        return
    async with own_database(request.getfixturevalue("postgresql_url")) as url:
        yield url


@pytest.fixture
async def engines(empty_url: str) -> AsyncIterator[Engines]:
    opened = open_engines(empty_url)
    yield opened
    await opened.close()


async def test_the_migrated_tables_are_those_that_the_code_names(engines: Engines) -> None:
    await migrate(engines)
    async with engines.reader.connect() as connection:
        differences = await connection.run_sync(_differences)
    assert differences == []


async def test_migrating_again_changes_nothing(engines: Engines) -> None:
    await migrate(engines)
    async with engines.writer.begin() as connection:
        await connection.execute(text("INSERT INTO decisions (name, value) VALUES ('public_pages', 'on')"))
    await migrate(engines)
    async with engines.reader.connect() as connection:
        assert (await connection.execute(text("SELECT value FROM decisions"))).scalars().all() == ["on"]


async def test_two_that_start_at_once_both_find_the_tables(empty_url: str) -> None:
    both = [open_engines(empty_url), open_engines(empty_url)]
    try:
        await asyncio.gather(*(migrate(one) for one in both))
        for one in both:
            async with one.reader.connect() as connection:
                assert await connection.run_sync(_differences) == []
    finally:
        for one in both:
            await one.close()


async def test_what_a_newer_kamra_wrote_is_left_alone(engines: Engines) -> None:
    assert not await has_newest_schema(engines)
    await migrate(engines)
    assert await has_newest_schema(engines)
    async with engines.writer.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert not await has_newest_schema(engines)
    with pytest.raises(SchemaTooNew):
        await migrate(engines)
    async with engines.reader.connect() as connection:
        assert (await connection.execute(text("SELECT version_num FROM alembic_version"))).scalar_one() == "9999"


async def test_references_hold_again_after_a_migration(engines: Engines) -> None:
    await migrate(engines)
    async with engines.writer.connect() as connection:
        if engines.is_sqlite:
            assert (await connection.execute(text("PRAGMA foreign_keys"))).scalar_one() == 1
        assert await connection.run_sync(_foreign_keys) == {
            (table.name, column.name) for table in metadata.sorted_tables for column in table.c if column.foreign_keys
        }


async def test_a_row_that_points_at_nothing_stops_a_migration(tmp_path: Path) -> None:
    engines = open_engines(f"sqlite:///{tmp_path / 'broken.db'}")
    await migrate(engines)
    async with engines.writer.connect() as connection:
        await connection.run_sync(lambda one: _raw(one, "PRAGMA foreign_keys=OFF"))
        await connection.run_sync(lambda one: _raw(one, "INSERT INTO media_tags VALUES (x'00', 'sea')"))
    with pytest.raises(BrokenReferences, match="media_tags"):
        await migrate(engines)
    await engines.close()


def _differences(connection: Connection) -> list[Any]:
    options = {"compare_type": True, "include_name": is_described}
    return compare_metadata(MigrationContext.configure(connection, opts=options), metadata)


def _foreign_keys(connection: Connection) -> set[tuple[str, str]]:
    look = inspect(connection)
    return {
        (table, column)
        for table in look.get_table_names()
        for key in look.get_foreign_keys(table)
        for column in key["constrained_columns"]
    }


def _raw(connection: Connection, statement: str) -> None:
    cursor = connection.connection.cursor()
    cursor.execute(statement)
    cursor.close()


@pytest.mark.parametrize(
    ("narrowed", "order", "index"),
    [
        ("sha256 = x'00'", "id DESC", "ix_media_owner_id_sha256_id"),
        ("month = '2024-06'", "id DESC", "ix_media_owner_id_month_id"),
        ("bytes < 5", "bytes DESC, id DESC", "ix_media_owner_id_bytes_id"),
    ],
)
async def test_a_narrowed_library_is_found_by_its_index(tmp_path: Path, narrowed: str, order: str, index: str) -> None:
    engines = open_engines(f"sqlite:///{tmp_path / 'new.db'}")
    await migrate(engines)
    query = f"SELECT * FROM media WHERE owner_id = x'00' AND {narrowed} ORDER BY {order} LIMIT 31"  # noqa: S608  # ours
    async with engines.reader.connect() as connection:
        plan = [row.detail for row in await connection.execute(text(f"EXPLAIN QUERY PLAN {query}"))]
    await engines.close()
    assert len(plan) == 1, plan
    assert index in plan[0]
