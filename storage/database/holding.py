"""Lets one transaction at a time past a point, where no row is there yet to be locked."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection


async def hold(connection: AsyncConnection, name: str) -> None:
    """Wait until nobody else holds this name, then hold it until the transaction ends.

    SQLite has one writing transaction at a time anyway.
    """
    if connection.dialect.name == "postgresql":
        await connection.execute(text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))"), {"name": name})
