"""What a server has after a session: what it heard and said, its log, every value of every row, and every file."""

import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import MetaData, select

from domain.files import Files
from storage.database.engine import open_engines
from ui.logs import JsonLines

Seen = tuple[str, bytes]  # where, and what


def recorded(folder: Path) -> Iterator[Seen]:
    """Each side of each request or socket; see `Recording`."""
    return ((f"line {path.name}", path.read_bytes()) for path in sorted(folder.iterdir()))


def below(folder: Path) -> Iterator[Seen]:
    """Every file of a folder, such as that in which a database and its log lie."""
    return ((f"file {path.name}", path.read_bytes()) for path in sorted(folder.rglob("*")) if path.is_file())


async def stored(files: Files) -> AsyncIterator[Seen]:
    """Every file that is kept, on whatever it is; its name as well."""
    async for file in files.list():
        yield f"file {file.key}", b"".join([file.key.encode(), b"\n", *[chunk async for chunk in files.read(file.key)]])


async def rows(database_url: str) -> AsyncIterator[Seen]:
    """Every row of every table."""
    engines, metadata = open_engines(database_url), MetaData()
    try:
        async with engines.reader.connect() as connection:
            await connection.run_sync(metadata.reflect)
            for table in metadata.sorted_tables:
                for row in await connection.execute(select(table)):
                    yield f"row of {table.name}", b"\n".join(_as_bytes(value) for value in row)
    finally:
        await engines.close()


@contextmanager
def logged(path: Path) -> Iterator[None]:
    """What the program logs meanwhile, line by line as it would be on standard error."""
    handler, ours = logging.FileHandler(path), logging.getLogger("kamra")
    handler.setFormatter(JsonLines())
    logging.getLogger().addHandler(handler)
    level = ours.level
    ours.setLevel(logging.INFO)
    try:
        yield
    finally:
        ours.setLevel(level)
        logging.getLogger().removeHandler(handler)
        handler.close()


def _as_bytes(value: object) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode("utf-8", "replace")
