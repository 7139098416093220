"""SQLite's connections, which answer a statement in one go to their thread and back.

Of its own accord aiosqlite goes there four times: for a cursor, for the statement, for its rows, and to close the
cursor. Between the two threads that took several times as long as SQLite took to answer. Nor does it go there for the
BEGIN of a reader, which comes with its first statement, or for the rollback of what is over.
"""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Any, Self
from weakref import WeakSet

import aiosqlite

_CHUNK = 64  # rows; only iteration uses it, and nothing here iterates


class Connections:
    """Those of one database. What a cancelled task held when the pool was let go of is in no pool, and still open."""

    def __init__(self) -> None:
        self._made: WeakSet[_Connection] = WeakSet()

    def connecting(self, database: str, **options: Any) -> aiosqlite.Connection:
        """A connection to this file, which opens when it is awaited; the options are those of `sqlite3.connect`."""
        connection = _Connection(lambda: sqlite3.connect(database, **options), _CHUNK)
        connection._thread.daemon = True  # as SQLAlchemy does: a connection left open must not hold up the end
        self._made.add(connection)
        return connection

    async def close(self) -> None:
        """Close those that are still open; a closed one stays as it is."""
        for connection in list(self._made):
            with suppress(ValueError):  # told to end already, by the pool or by whoever was cancelled
                await connection.close()


def begin_with_next(connection: object) -> None:
    """Begin a transaction with the connection's next statement: a deferred one sees and locks nothing before either."""
    assert isinstance(connection, _Connection)  # noqa: S101  # it is of `Connections`; tells the type checker
    connection.begins = True


class _Connection(aiosqlite.Connection):
    begins = False  # with the next statement
    _was_left = False  # by somebody who was cancelled; what they asked for may happen yet

    def cursor(self) -> Any:  # what SQLAlchemy asks of a cursor, and no more
        return _Cursor(self)

    async def answer(self, cursor: "_Cursor", sql: str, parameters: Any, *, is_many: bool) -> None:
        """Have the cursor hold what the database says to this."""
        begins, self.begins = self.begins, False
        try:
            await self._execute(cursor.ask, self._conn, begins, sql, parameters, is_many)
        except asyncio.CancelledError:
            self._was_left = True
            raise

    async def commit(self) -> None:
        self.begins = False
        await self._end(super().commit)

    async def rollback(self) -> None:
        """The pool asks for it as well, whenever it gets a connection back."""
        self.begins = False
        await self._end(super().rollback)

    async def _end(self, end: Callable[[], Awaitable[None]]) -> None:
        if not self.in_transaction and not self._was_left:
            return
        try:
            await end()
        except asyncio.CancelledError:
            self._was_left = True
            raise


class _Cursor:
    """One statement and all it gave; SQLAlchemy's asynchronous adapter reads from it."""

    description: Any = None
    rowcount = -1
    lastrowid: int | None = None
    arraysize = 1

    def __init__(self, connection: _Connection) -> None:
        self._connection = connection
        self._rows: list[Any] = []

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, operation: str, parameters: Sequence[Any] = ()) -> Self:
        await self._connection.answer(self, operation, parameters, is_many=False)
        return self

    async def executemany(self, operation: str, parameters: Sequence[Sequence[Any]]) -> Self:
        await self._connection.answer(self, operation, parameters, is_many=True)
        return self

    async def fetchall(self) -> list[Any]:
        return self._rows

    async def close(self) -> None:
        self._rows = []

    def ask(self, connection: sqlite3.Connection, begins: bool, sql: str, parameters: Any, is_many: bool) -> None:
        """Runs in the connection's thread."""
        cursor = connection.cursor()
        try:
            if begins:
                cursor.execute("BEGIN")
            (cursor.executemany if is_many else cursor.execute)(sql, parameters)
            self._rows = cursor.fetchall() if cursor.description else []
            # Only after its rows: a statement that changes and returns counts while it is read.
            self.description, self.rowcount, self.lastrowid = cursor.description, cursor.rowcount, cursor.lastrowid
        finally:
            cursor.close()
