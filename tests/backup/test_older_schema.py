"""A backup that an older Kamra made is restored and brought up to date."""

import asyncio
import hashlib
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from alembic import command
from sqlalchemy import Connection

from domain.accounts.actor import Actor, Scope
from storage.database.engine import open_engines
from storage.database.migrate import configuration
from tests.backup.backing_up import backed_up, changed, pictures, restored
from tests.conftest import MovableClock
from tests.scheduler.test_media_sweeps import added, run
from tests.signed_in import add_person
from ui.app import opened_parts
from ui.settings import Settings

_OLD = "0002"


async def test_a_backup_from_before_the_newest_migrations_comes_back_whole(
    make_settings: Callable[..., Settings], clock: MovableClock, tmp_path: Path
) -> None:
    here, there = [
        make_settings(data=tmp_path / name, database_url=None, files_url=None, redis_url=None)
        for name in ("here", "there")
    ]
    async with opened_parts(here, role="command", clock=clock, ticking=False, password_rounds=4) as parts:
        anna = await add_person(parts.works, parts, "anna")
        media = await added(parts, Actor(account=anna, scopes=frozenset(Scope), session_id=None))
        await run(parts, media)
    await backed_up(here, clock, tmp_path / "kamra.tar")
    old = await _as_it_was(tmp_path / "here" / "kamra.db", tmp_path / "old.db")

    def older(name: str, content: bytes) -> tuple[str, bytes]:
        if name == "database":
            return name, old
        if name == "kamra-backup.json":
            head = {**json.loads(content), "schema": _OLD, "database_sha256": hashlib.sha256(old).hexdigest()}
            return name, json.dumps(head).encode()
        return name, content

    back = await restored(there, clock, changed(tmp_path / "kamra.tar", older))
    assert (back.damaged, back.missing) == ((), ())
    rows, wrong = await pictures(there)
    assert (rows, wrong) == ((await pictures(here))[0], [])
    assert [row.id for row in rows] == [media.id]


async def _as_it_was(new: Path, old: Path) -> bytes:
    """The same people and pictures in a database of the old schema."""
    engines = open_engines(f"sqlite+aiosqlite:///{old}")
    async with engines.writer.connect() as connection, connection.begin():
        await connection.run_sync(_upgrade)
    await engines.close()
    return await asyncio.to_thread(_copy_rows, new, old)


def _upgrade(connection: Connection) -> None:
    command.upgrade(configuration(connection), _OLD)


def _copy_rows(new: Path, old: Path) -> bytes:
    with closing(sqlite3.connect(old)) as database:
        database.execute("ATTACH ? AS new", (str(new),))
        for (table,) in database.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'").fetchall():
            names = [row[1] for row in database.execute(f"PRAGMA main.table_info({table})")]
            columns = ", ".join(f'"{name}"' for name in names)
            if table != "alembic_version":
                database.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM new.{table}")  # noqa: S608  # names from the schema
        database.commit()
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return old.read_bytes()
