"""A whole and compact copy of a SQLite database that others go on writing to."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

from domain.backup.troubles import NoRoomForBackup


async def copy_sqlite(source: Path, target: Path) -> None:
    """Copy it as it is at one moment; writers wait for some milliseconds at most. Raises NoRoomForBackup.

    `VACUUM INTO` and not the backup API: that one begins anew at each write, so it does not end while people write.
    """
    connection = await asyncio.to_thread(sqlite3.connect, source, timeout=60, check_same_thread=False)
    with closing(connection):
        copying = asyncio.ensure_future(asyncio.to_thread(_vacuum, connection, target))
        try:
            await asyncio.shield(copying)
        except asyncio.CancelledError:
            connection.interrupt()
            await asyncio.wait([copying])
            copying.exception()  # that it was interrupted is no news
            raise


def _vacuum(connection: sqlite3.Connection, target: Path) -> None:
    try:
        connection.execute("VACUUM INTO ?", (str(target),))
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_FULL:
            raise NoRoomForBackup from None
        raise
