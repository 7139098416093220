"""A PostgreSQL database that a test has for itself."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import uuid4

import asyncpg
from sqlalchemy import make_url


@asynccontextmanager
async def own_database(server_url: str) -> AsyncIterator[str]:
    """The URL of a database without any table, dropped after the block."""
    server = make_url(server_url)
    name = f"kamra_{uuid4().hex}"
    connection = await asyncpg.connect(server.set(drivername="postgresql").render_as_string(hide_password=False))
    try:
        await connection.execute(f'CREATE DATABASE "{name}"')
        yield server.set(database=name).render_as_string(hide_password=False)
        await connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
    finally:
        await connection.close()
