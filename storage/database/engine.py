"""Engines for SQLite and PostgreSQL, set up so that nothing acknowledged is lost and writers never deadlock."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import URL, event, make_url
from sqlalchemy.engine import Connection
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

from storage.database.sqlite_connection import Connections, begin_with_next

_READERS = 8
_READER_CACHE = 16_000  # kB: a page of the feed reads a place of the index for each person followed, of many megabytes
_Begin = Callable[[Connection], None]
_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg", "postgres": "postgresql+asyncpg"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Engines:
    """One engine for transactions that write and one for those that only read and see one moment."""

    writer: AsyncEngine
    reader: AsyncEngine
    connections: Connections | None = None  # of SQLite

    @property
    def is_sqlite(self) -> bool:
        """Whether the database is a SQLite file."""
        return self.writer.dialect.name == "sqlite"

    async def close(self) -> None:
        """Let go of every connection."""
        await self.writer.dispose()
        await self.reader.dispose()
        if self.connections is not None:
            await self.connections.close()


def open_engines(url: str) -> Engines:
    """Engines for `sqlite:///…` or `postgresql://…`; the driver may be named too, as in `postgresql+asyncpg://…`."""
    address = make_url(url)
    # People paste what their database's provider shows, which names no Python driver.
    address = address.set(drivername=_DRIVERS.get(address.drivername, address.drivername))
    if address.get_backend_name() == "sqlite":
        # One writing connection: writers queue in the pool, in order, instead of polling SQLite's lock.
        connections = Connections()
        return Engines(
            writer=_sqlite(address, connections, _begin_writing, 1),
            reader=_sqlite(address, connections, _begin_reading, _READERS, f"cache_size=-{_READER_CACHE}"),
            connections=connections,
        )
    engine = create_async_engine(
        address,
        pool_size=10,
        max_overflow=10,
        pool_pre_ping=True,
        hide_parameters=True,
        # Compiling a query takes PostgreSQL up to 100 ms, which no page of ours takes to answer.
        connect_args={"server_settings": {"jit": "off"}},
    )
    # By itself PostgreSQL shows each statement another moment: an upload still waits, its pieces are joined already.
    one_moment = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return Engines(writer=engine, reader=one_moment)


def _sqlite(address: URL, connections: Connections, begin: _Begin, count: int, *more: str) -> AsyncEngine:
    engine = create_async_engine(
        address,
        connect_args={"async_creator_fn": connections.connecting},
        poolclass=AsyncAdaptedQueuePool,
        pool_size=count,
        max_overflow=0,
        pool_timeout=60,
        hide_parameters=True,  # an error's text reaches the log, where hashes and addresses do not belong
    )

    @event.listens_for(engine.sync_engine, "connect")
    def set_pragmas(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # the driver's own transactions lost updates; ours are explicit
        cursor = connection.cursor()
        for pragma in ("busy_timeout=15000", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", *more):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    event.listen(engine.sync_engine, "begin", begin)
    return engine


def _begin_writing(connection: Connection) -> None:
    # IMMEDIATE takes the write lock first: a deferred one fails with "database is locked" when it upgrades.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_reading(connection: Connection) -> None:
    begin_with_next(connection.connection.driver_connection)
