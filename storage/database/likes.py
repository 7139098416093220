"""Likes as rows, and the count on the post that each of them moves."""

from datetime import datetime

from sqlalchemy import delete, insert, literal, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.graph.seen_account import SeenSince
from domain.ids import AccountId, PostId
from domain.paging import Page, Window, cut_page
from storage.database.columns import from_microseconds, to_microseconds
from storage.database.cursors import id_in
from storage.database.people import seen_columns, seen_from
from storage.database.tables.accounts import accounts
from storage.database.tables.posts import likes, posts
from storage.database.visibility import person_listed_for


class LikeRows:
    """Implements `domain.posts.collections.Likes`; whoever adds or removes holds the post."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, post_id: PostId, account_id: AccountId, now: datetime) -> bool:
        known = select(likes.c.post_id).where(likes.c.post_id == post_id, likes.c.account_id == account_id)
        if (await self._connection.execute(known)).first() is not None:
            return False
        values = {"post_id": post_id, "account_id": account_id, "created_at": now}
        await self._connection.execute(insert(likes).values(values))
        await self._count(post_id, 1)
        return True

    async def remove(self, post_id: PostId, account_id: AccountId) -> bool:
        its = delete(likes).where(likes.c.post_id == post_id, likes.c.account_id == account_id)
        if (await self._connection.execute(its)).rowcount == 0:
            return False
        await self._count(post_id, -1)
        return True

    async def list(self, post_id: PostId, viewer: AccountId | None, window: Window, now: datetime) -> Page[SeenSince]:
        order = (likes.c.created_at, likes.c.account_id)
        query = (
            select(likes.c.created_at.label("liked_at"), *seen_columns(viewer))
            .join_from(likes, accounts)
            .where(likes.c.post_id == post_id, person_listed_for(viewer, now))
            .order_by(*(column.desc() for column in order))
            .limit(window.limit + 1)
        )
        if window.after is not None:
            at, last = window.after
            moment = from_microseconds(at if isinstance(at, int) else 0)
            query = query.where(
                tuple_(*order) < tuple_(literal(moment, order[0].type), literal(id_in(last), order[1].type))
            )
        rows = await self._connection.execute(query)
        found = [SeenSince(person=seen_from(row, viewer), since=row.liked_at) for row in rows]
        return cut_page(
            "likes", found, window.limit, lambda one: (to_microseconds(one.since), str(one.person.account.id))
        )

    async def _count(self, post_id: PostId, by: int) -> None:
        moved = update(posts).where(posts.c.id == post_id).values(like_count=posts.c.like_count + by)
        await self._connection.execute(moved)
