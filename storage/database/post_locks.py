"""Locks around posts on PostgreSQL; SQLite has one writing transaction at a time anyway.

Everybody takes people first, in the order of their ids, then the post, then the rest. Two who take them in different
orders would wait for each other. The people stay changeable (their counters are); they only cannot be taken away.
"""

from collections.abc import Collection

from sqlalchemy import any_, bindparam, func, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId, MediaId, PostId
from storage.database.columns import Id
from storage.database.tables.accounts import accounts
from storage.database.tables.media import media
from storage.database.tables.posts import posts

_post, _people = bindparam("post", type_=Id()), bindparam("people", type_=ARRAY(Id()))
_author = select(posts.c.author_id).where(posts.c.id == _post).scalar_subquery()
_held = (
    select(accounts.c.id)
    .where(accounts.c.id == any_(func.array_append(_people, _author)))
    .order_by(accounts.c.id)
    .with_for_update(read=True, key_share=True)
    .cte("held")
)
# Their number, which is known once they are held, is asked for before the post is looked up.
_after_people = select(func.count()).select_from(_held).scalar_subquery() >= 0
_HOLD = select(posts.c.id).where(posts.c.id == _post, _after_people).with_for_update(key_share=True, of=posts)


async def lock_post(connection: AsyncConnection, post_id: PostId, people: Collection[AccountId] = ()) -> None:
    """Wait until nobody else changes the post, then hold it with its author and these people."""
    if connection.dialect.name == "postgresql":
        await connection.execute(_HOLD, {"post": post_id, "people": list(people)})


async def lock_people(connection: AsyncConnection, people: Collection[AccountId]) -> None:
    """Keep these people from being taken away."""
    if connection.dialect.name == "postgresql":
        query = select(accounts.c.id).where(accounts.c.id.in_(people)).order_by(accounts.c.id)
        await connection.execute(query.with_for_update(read=True, key_share=True))


async def lock_pictures(connection: AsyncConnection, media_ids: Collection[MediaId]) -> None:
    """Keep these pictures from being changed or marked as gone."""
    if connection.dialect.name == "postgresql":
        query = select(media.c.id).where(media.c.id.in_(media_ids)).order_by(media.c.id)
        await connection.execute(query.with_for_update(key_share=True))
