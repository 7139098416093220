"""Whom captions and comments mention."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import cast

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId, PostId
from storage.database.tables.accounts import accounts
from storage.database.tables.posts import post_mentions, posts
from storage.database.visibility import post_visible_to


async def people_called(connection: AsyncConnection, handles: Sequence[str]) -> Collection[AccountId]:
    """Everybody with one of these handles (lower case)."""
    query = select(accounts.c.id).where(accounts.c.handle_key.in_(handles))
    return (await connection.execute(query)).scalars().all()


async def named(
    connection: AsyncConnection, handles: Sequence[str], post_id: PostId, now: datetime
) -> Collection[AccountId]:
    """Who of them may see the post: the one rule, asked for each person of the query instead of one viewer."""
    reader = accounts.alias("reader")
    may_see = post_visible_to(cast("AccountId", reader.c.id), now)
    each = select(reader.c.id).join_from(reader, posts, posts.c.id == post_id)
    query = each.where(reader.c.handle_key.in_(handles), may_see)
    return (await connection.execute(query)).scalars().all()


async def mentioned(connection: AsyncConnection, post_id: PostId) -> Collection[AccountId]:
    """Whom the post's caption mentions."""
    query = select(post_mentions.c.account_id).where(post_mentions.c.post_id == post_id)
    return (await connection.execute(query)).scalars().all()


async def set_mentioned(connection: AsyncConnection, post_id: PostId, people: Collection[AccountId]) -> None:
    """From now on the post's caption mentions these."""
    await connection.execute(delete(post_mentions).where(post_mentions.c.post_id == post_id))
    if people:
        values = [{"post_id": post_id, "account_id": account_id} for account_id in people]
        await connection.execute(insert(post_mentions), values)
