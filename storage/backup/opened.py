"""What a backup is made of and restored into, from the addresses that the settings name."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing, asynccontextmanager, contextmanager
from functools import partial
from pathlib import Path

from sqlalchemy import make_url

from domain.backup.back_up import Source
from domain.backup.restore import Place
from domain.backup.troubles import NotABackup, PlaceNotEmpty
from domain.files import Files
from domain.media.keys import FOLDERS
from storage.backup.place import backup_folder, began_before, begin_restore, restore_folder
from storage.backup.tar_reader import TarReader
from storage.backup.tar_writer import TarWriter
from storage.backup.target import STDOUT, backup_target
from storage.database.engine import Engines, open_engines
from storage.database.restored_postgresql import RestoredPostgresql
from storage.database.restored_sqlite import RestoredSqlite
from storage.database.snapshot import DatabaseSnapshots
from storage.secrets.instance_secret import kept_secret, restore_secret

_AT_ONCE = 500


@contextmanager
def opened_source(engines: Engines, files: Files, data: Path) -> Iterator[Source]:
    """What a backup of this Kamra is made of. Raises BackupRunning."""
    with backup_folder(data) as folder:
        yield Source(snapshots=DatabaseSnapshots(engines), files=files, secret=kept_secret(data), folder=folder)


@asynccontextmanager
async def backup_writer(name: str, *, replace: bool) -> AsyncIterator[TarWriter]:
    """The file of a new backup, there once the block ends well. Raises BackupExists or BackupUnwritable."""
    with backup_target(name, replace=replace) as out:
        writer = TarWriter(out, name)
        yield writer
        await writer.end()


@contextmanager
def backup_reader(name: str) -> Iterator[TarReader]:
    """The file of a backup; `-` is standard input. Raises NotABackup when there is none."""
    if name == STDOUT:
        yield TarReader(sys.stdin.buffer)
        return
    if not os.access(name, os.R_OK) or not Path(name).is_file():
        raise NotABackup
    with Path(name).open("rb") as file:
        yield TarReader(file)


@asynccontextmanager
async def opened_place(database_url: str, files: Files, files_url: str | None, data: Path) -> AsyncIterator[Place]:
    """The empty place for a restore. Raises PlaceNotEmpty or BackupRunning."""
    into = f"{database_url} {files_url}"
    with restore_folder(data) as folder:
        if not began_before(folder, into):
            await _demand_no_files(files)
        database = _restored(database_url)
        try:
            await database.prepare()
            await asyncio.to_thread(begin_restore, folder, into)
            await _remove_files(files)
            yield Place(database=database, files=files, keep_secret=partial(restore_secret, data), folder=folder)
        finally:
            await database.close()


def _restored(database_url: str) -> RestoredSqlite | RestoredPostgresql:
    address = make_url(database_url)
    if address.get_backend_name() == "sqlite":
        return RestoredSqlite(Path(str(address.database)))
    return RestoredPostgresql(open_engines(database_url))


async def _demand_no_files(files: Files) -> None:
    async with aclosing(files.list()) as found:
        async for stored in found:
            raise PlaceNotEmpty(what=f"the file {stored.key}")


async def _remove_files(files: Files) -> None:
    for prefix in FOLDERS:
        keys: list[str] = []
        async with aclosing(files.list(prefix)) as found:
            async for stored in found:
                keys.append(stored.key)
                if len(keys) == _AT_ONCE:
                    await files.delete(keys)
                    keys = []
        await files.delete(keys)
