"""Locks on people, in one order for everybody: what stands between them, then their rows by their ids.

Only PostgreSQL has more than one writing transaction. Two that each need a row the other one has would both wait for
ever, so whoever changes something between two people comes here before anything else. What touches everything around
one person must know who is around them before it takes the rows in order, so nobody else comes here meanwhile.
"""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.graph.follows import FollowState
from domain.ids import AccountId
from storage.database.accounts import IS_HERE
from storage.database.tables.accounts import accounts
from storage.database.tables.graph import follows


async def hold_people(connection: AsyncConnection, people: Collection[AccountId]) -> Collection[AccountId]:
    """Hold these people and what stands between them until the transaction ends; returns those who are here."""
    await _hold_the_graph(connection, "pg_advisory_xact_lock_shared")
    # Rows that point at these people may come meanwhile, as they do with each like.
    return await _hold(connection, accounts.c.id.in_(people), key_share=True)


async def hold_around(connection: AsyncConnection, account_id: AccountId, state: FollowState | None = None) -> None:
    """Hold a person and everybody with a follow from or to them; with a state, only who follows them in that state."""
    await _hold_the_graph(connection, "pg_advisory_xact_lock")
    around: list[Select[Any]] = [select(follows.c.follower_id).where(follows.c.followed_id == account_id)]
    if state is None:
        around.append(select(follows.c.followed_id).where(follows.c.follower_id == account_id))
    else:
        around = [one.where(follows.c.state == state.value) for one in around]
    await _hold(connection, or_(accounts.c.id == account_id, *(accounts.c.id.in_(one) for one in around)))


async def _hold_the_graph(connection: AsyncConnection, function: str) -> None:
    if connection.dialect.name == "postgresql":
        await connection.execute(text(f"SELECT {function}(hashtextextended('graph', 0))"))


async def _hold(
    connection: AsyncConnection, whom: ColumnElement[bool], *, key_share: bool = False
) -> Collection[AccountId]:
    query = select(accounts.c.id).where(whom, IS_HERE).order_by(accounts.c.id)
    return (await connection.execute(query.with_for_update(key_share=key_share))).scalars().all()
