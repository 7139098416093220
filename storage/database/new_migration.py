"""Writes the next migration from what the tables have and the newest migrations lack: `python -m … NAME`."""

import asyncio
import sys
import tempfile
from pathlib import Path

from alembic import command
from sqlalchemy import Connection

from storage.database.engine import open_engines
from storage.database.migrate import configuration, migrate


async def main(message: str) -> None:
    """Write one migration file into `migrations/versions`, to be read and corrected by hand."""
    with tempfile.TemporaryDirectory() as folder:
        engines = open_engines(f"sqlite+aiosqlite:///{Path(folder) / 'empty.db'}")
        await migrate(engines)
        async with engines.writer.connect() as connection:
            await connection.run_sync(_write, message)
        await engines.close()


def _write(connection: Connection, message: str) -> None:
    config = configuration(connection)
    number = len(list((Path(__file__).parent / "migrations" / "versions").glob("[0-9]*.py"))) + 1
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    command.revision(config, message=message, autogenerate=True, rev_id=f"{number:04}")


if __name__ == "__main__":
    asyncio.run(main(" ".join(sys.argv[1:])))
