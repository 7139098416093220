"""Likes as rows, and the count on the post that each of them moves."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Integer,
    ScalarSelect,
    and_,
    bindparam,
    delete,
    exists,
    insert,
    literal,
    not_,
    select,
    tuple_,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.graph.seen_account import SeenAccount, SeenSince
from domain.ids import AccountId, PostId
from domain.paging import Page, Window, cut_page
from storage.database.columns import Id, Moment, from_microseconds, to_microseconds
from storage.database.cursors import id_in
from storage.database.people import seen_columns, seen_from
from storage.database.tables.accounts import accounts
from storage.database.tables.posts import likes, posts
from storage.database.visibility import person_listed_for

# Put together once, because that takes as long as having them done.
_post, _account = bindparam("post", type_=Id()), bindparam("account", type_=Id())
_now = bindparam("now", type_=Moment())
_is_its = and_(likes.c.post_id == _post, likes.c.account_id == _account)
_ADD = insert(likes).from_select(
    ["post_id", "account_id", "created_at"], select(_post, _account, _now).where(not_(exists().where(_is_its)))
)
_REMOVE = delete(likes).where(_is_its)
_COUNT = (
    update(posts).where(posts.c.id == _post).values(like_count=posts.c.like_count + bindparam("by", type_=Integer()))
)


class LikeRows:
    """Implements `domain.posts.collections.Likes`; whoever adds or removes holds the post."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, post_id: PostId, account_id: AccountId, now: datetime) -> bool:
        its = {"post": post_id, "account": account_id, "now": now}
        if (await self._connection.execute(_ADD, its)).rowcount == 0:
            return False
        await self._connection.execute(_COUNT, {"post": post_id, "by": 1})
        return True

    async def remove(self, post_id: PostId, account_id: AccountId) -> bool:
        if (await self._connection.execute(_REMOVE, {"post": post_id, "account": account_id})).rowcount == 0:
            return False
        await self._connection.execute(_COUNT, {"post": post_id, "by": -1})
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

    async def newest(
        self, post_ids: Sequence[PostId], viewer: AccountId | None, now: datetime
    ) -> Mapping[PostId, SeenAccount]:
        if not post_ids:
            return {}
        query = select(posts.c.id.label("post_id"), *seen_columns(viewer)).select_from(posts)
        query = query.join(accounts, accounts.c.id == _last_other(viewer, now)).where(posts.c.id.in_(post_ids))
        return {row.post_id: seen_from(row, viewer) for row in await self._connection.execute(query)}


def _last_other(viewer: AccountId | None, now: datetime) -> ScalarSelect[Any]:
    """The account that liked a post last, looked up in the index; the viewer's own is not told to them."""
    place = select(likes.c.account_id).join_from(likes, accounts)
    place = place.where(likes.c.post_id == posts.c.id, person_listed_for(viewer, now))
    if viewer is not None:
        place = place.where(likes.c.account_id != viewer)
    newest_first = (likes.c.created_at.desc(), likes.c.account_id.desc())
    return place.order_by(*newest_first).limit(1).correlate(posts).scalar_subquery()
