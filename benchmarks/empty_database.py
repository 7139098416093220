"""An empty database and a data folder, on SQLite and, where it is installed, on PostgreSQL."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.throwaway_servers import ServerMissing, free_port, postgresql, postgresql_programs


def databases() -> list[str]:
    """The names of those that are here."""
    return ["SQLite", "PostgreSQL"] if _has_postgresql() else ["SQLite"]


@asynccontextmanager
async def empty_database(where: str) -> AsyncIterator[tuple[str, Path]]:
    """The URL of one by this name, and a data folder."""
    async with AsyncExitStack() as closing:
        folder = Path(closing.enter_context(TemporaryDirectory(prefix="kamra-bench-", ignore_cleanup_errors=True)))
        data = folder / "data"
        data.mkdir()
        if where == "SQLite":
            yield f"sqlite+aiosqlite:///{data / 'kamra.db'}", data
        else:
            yield await closing.enter_async_context(postgresql(folder, free_port())), data


def _has_postgresql() -> bool:
    try:
        return postgresql_programs().exists()
    except ServerMissing:
        return False
