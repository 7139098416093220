"""Puts the world of the feed's figures into a database: in bulk, without what would look at each row."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID

import asyncpg
from sqlalchemy import make_url

from benchmarks.feed_world import World
from storage.database.columns import Id, Moment, from_microseconds
from storage.database.engine import open_engines
from storage.database.migrate import migrate
from storage.database.tables import metadata

_AS_IT_IS: Callable[[object], object] = lambda value: value  # noqa: E731  # a value among others like it


async def seed(url: str, world: World) -> None:
    """Make the tables in the empty database of this URL, and fill them."""
    engines = open_engines(url)
    await migrate(engines)
    await engines.close()
    if engines.is_sqlite:
        _into_sqlite(Path(str(make_url(url).database)), world)
    else:
        await _into_postgresql(url, world)


def _into_sqlite(path: Path, world: World) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-400000", "foreign_keys=OFF"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN")
        added = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'post_words_added'").fetchone()[0]
        connection.execute("DROP TRIGGER post_words_added")
        for table, columns, rows in world.tables():
            places = ", ".join("?" * len(columns))
            insert = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})"  # noqa: S608  # names of ours
            connection.executemany(insert, _turned(rows, [_to_sqlite(table, name) for name in columns]))
        connection.execute("INSERT INTO post_words (post_words) VALUES ('rebuild')")
        connection.execute(added)
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode=WAL")


async def _into_postgresql(url: str, world: World) -> None:
    connection = await asyncpg.connect(make_url(url).set(drivername="postgresql").render_as_string(hide_password=False))
    try:
        indexes = await connection.fetch(
            "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND indexdef LIKE 'CREATE INDEX%'"
        )
        for index in indexes:
            await connection.execute(f"DROP INDEX {index['indexname']}")
        await connection.execute("SET session_replication_role = replica")  # what points where is known
        for table, columns, rows in world.tables():
            turned = _turned(rows, [_to_postgresql(table, name) for name in columns])
            await connection.copy_records_to_table(table, records=turned, columns=columns)
        for index in indexes:
            await connection.execute(index["indexdef"])
        await connection.execute("VACUUM ANALYZE")
    finally:
        await connection.close()


def _turned(
    rows: Iterable[tuple[object, ...]], turns: list[Callable[[object], object]]
) -> Iterator[tuple[object, ...]]:
    return (tuple(turn(value) for turn, value in zip(turns, row, strict=True)) for row in rows)


def _to_sqlite(table: str, column: str) -> Callable[[object], object]:
    return _id_bytes if isinstance(metadata.tables[table].c[column].type, Id) else _AS_IT_IS


def _to_postgresql(table: str, column: str) -> Callable[[object], object]:
    kind = metadata.tables[table].c[column].type
    return _uuid if isinstance(kind, Id) else _moment if isinstance(kind, Moment) else _AS_IT_IS


def _id_bytes(value: object) -> object:
    assert isinstance(value, int)
    return value.to_bytes(16)


def _uuid(value: object) -> object:
    assert isinstance(value, int)
    return UUID(int=value)


def _moment(value: object) -> object:
    assert isinstance(value, int)
    return from_microseconds(value)
