"""Locks: a point that one transaction at a time gets past, where no row is there yet, and many rows in one order."""

from typing import Any

from sqlalchemy import Column, ColumnElement, select, text
from sqlalchemy.ext.asyncio import AsyncConnection


async def hold(connection: AsyncConnection, name: str) -> None:
    """Wait until nobody else holds this name, then hold it until the transaction ends.

    SQLite has one writing transaction at a time anyway.
    """
    if connection.dialect.name == "postgresql":
        await connection.execute(text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))"), {"name": name})


def in_order(ids: Column[Any], *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """That a row is one of those which meet the conditions; they are locked in the order of their ids.

    Two statements that change many rows could otherwise each wait for a row that the other one has.
    """
    return ids.in_(select(ids).where(*conditions).order_by(ids).with_for_update().correlate(None))
