"""A SQLite database that is filled from a snapshot: under another name until everything of the backup is here."""

import asyncio
import os
import shutil
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from domain.backup.contents import DatabaseKind
from domain.backup.troubles import NotABackup, PlaceNotEmpty
from storage.database.engine import Engines, open_engines
from storage.database.restored import brought_up_to_date, forget_what_is_in_no_backup, knows
from storage.database.work import Database
from storage.files.partial import sync_folder

_BESIDE = ("", "-wal", "-shm")


class RestoredSqlite:
    """Implements `domain.backup.protocols.RestoredDatabase`."""

    kind = DatabaseKind.SQLITE

    def __init__(self, target: Path) -> None:
        self._target = target
        self._draft = target.with_name(f"{target.name}.restoring")
        self._engines: Engines | None = None

    async def prepare(self) -> None:
        """Raises PlaceNotEmpty; what an interrupted restore left is removed."""
        await asyncio.to_thread(self._make_room)

    def _make_room(self) -> None:
        if self._target.exists():
            raise PlaceNotEmpty(what=str(self._target))
        for suffix in _BESIDE:
            Path(f"{self._draft}{suffix}").unlink(missing_ok=True)

    def knows(self, schema: str) -> bool:
        """See `RestoredDatabase.knows`."""
        return knows(schema)

    async def fill(self, snapshot: Path) -> None:
        """See `RestoredDatabase.fill`."""
        await asyncio.to_thread(shutil.move, snapshot, self._draft)
        self._engines = open_engines(f"sqlite+aiosqlite:///{self._draft}")
        try:
            self._database = await brought_up_to_date(self._engines)
        except DBAPIError:
            raise NotABackup from None

    @property
    def works(self) -> Database:
        """See `RestoredDatabase.works`."""
        return self._database

    async def forget_what_is_in_no_backup(self) -> None:
        """See `RestoredDatabase.forget_what_is_in_no_backup`."""
        await forget_what_is_in_no_backup(self._database.engines)

    async def finish(self) -> None:
        """See `RestoredDatabase.finish`."""
        await self.close()
        await asyncio.to_thread(self._put_in_place)

    async def close(self) -> None:
        """Let go of it; closing its last connection also empties the log beside it."""
        if self._engines is not None:
            await self._engines.close()

    def _put_in_place(self) -> None:
        with self._draft.open("rb") as file:
            os.fsync(file.fileno())
        self._draft.replace(self._target)
        sync_folder(self._target.parent)
