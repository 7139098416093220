"""The tables of procrastinate, in a schema of their own beside Kamra's."""

from procrastinate.schema import SchemaManager
from psycopg import AsyncConnection
from psycopg.conninfo import make_conninfo
from sqlalchemy import make_url

_SCHEMA = "kamra_queue"
_LOCK = 0x6B616D71  # any number nobody else takes; "kamq"


def conninfo(database_url: str) -> str:
    """What libpq needs to reach the same database as asyncpg does by `postgresql+asyncpg://…`."""
    url = make_url(database_url)
    # asyncpg's other words after the `?` mean nothing to libpq.
    query = {
        "sslmode" if name == "ssl" else name: url.query[name] for name in ("host", "port", "ssl") if name in url.query
    }
    plain = url.set(drivername="postgresql", query=query).render_as_string(hide_password=False)
    return make_conninfo(plain, options=f"-c search_path={_SCHEMA}")


async def make_tables(info: str) -> None:
    """Make what is not there; two processes that start at once wait for each other. Raises psycopg.Error."""
    async with await AsyncConnection.connect(info) as connection:
        await connection.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        found = await connection.execute("SELECT to_regclass(%s)", [f"{_SCHEMA}.procrastinate_jobs"])
        if await found.fetchone() == (None,):
            await connection.execute(f"CREATE SCHEMA IF NOT EXISTS {_SCHEMA}")
            await connection.execute(SchemaManager.get_schema())
