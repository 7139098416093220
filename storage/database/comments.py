"""Comments as rows, and the count on the post that each of them moves."""

import dataclasses
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Integer,
    Row,
    Select,
    and_,
    bindparam,
    delete,
    func,
    insert,
    literal,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId, CommentId, PostId
from domain.paging import Page, Window, cut_page
from domain.posts.comment import Comment, ShownComment
from storage.database.cursors import id_in
from storage.database.people import seen_columns, seen_from
from storage.database.post_locks import lock_post
from storage.database.tables.accounts import accounts
from storage.database.tables.posts import comments, posts
from storage.database.visibility import comment_visible_to

# With names of their own, because an account in the same row has an `id` and a `created_at` too.
_COLUMNS = [comments.c[field.name].label(f"comment_{field.name}") for field in dataclasses.fields(Comment)]
_BEFORE_ALL = UUID(int=0)
# Put together once, because that takes as long as having it done.
_moved = posts.c.comment_count + bindparam("by", type_=Integer())
_COUNT = update(posts).where(posts.c.id == bindparam("post")).values(comment_count=_moved)


class CommentRows:
    """Implements `domain.posts.collections.Comments`; whoever adds or removes holds the post."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, comment: Comment) -> None:
        await self._connection.execute(insert(comments), dataclasses.asdict(comment))
        await self._connection.execute(_COUNT, {"post": comment.post_id, "by": 1})

    async def remove(self, comment_id: CommentId) -> bool:
        removed = delete(comments).where(comments.c.id == comment_id)
        row = (await self._connection.execute(removed.returning(comments.c.post_id, comments.c.taken_down_at))).first()
        if row is not None and row.taken_down_at is None:
            await self._connection.execute(_COUNT, {"post": row.post_id, "by": -1})
        return row is not None

    async def get(self, comment_id: CommentId) -> Comment | None:
        return await self._one(comments.c.id == comment_id)

    async def visible(
        self, comment_id: CommentId, post_id: PostId, viewer: AccountId | None, now: datetime
    ) -> Comment | None:
        its = and_(comments.c.id == comment_id, comments.c.post_id == post_id)
        return await self._one(and_(its, comment_visible_to(viewer, now)))

    async def list(
        self, post_id: PostId, viewer: AccountId | None, window: Window, now: datetime
    ) -> Page[ShownComment]:
        query = _shown(viewer, now).where(comments.c.post_id == post_id)
        query = query.order_by(comments.c.id).limit(window.limit + 1)
        if window.after is not None:
            query = query.where(comments.c.id > id_in(window.after[0]))
        found = [_shown_from(row, viewer) for row in await self._connection.execute(query)]
        return cut_page("comments", found, window.limit, lambda one: (str(one.comment.id),))

    async def shown(
        self, comment_ids: Sequence[CommentId], viewer: AccountId | None, now: datetime
    ) -> Mapping[CommentId, ShownComment]:
        query = _shown(viewer, now).where(comments.c.id.in_(comment_ids))
        return {row.comment_id: _shown_from(row, viewer) for row in await self._connection.execute(query)}

    async def newest(
        self, post_ids: Sequence[PostId], viewer: AccountId | None, now: datetime, *, each: int = 2
    ) -> Mapping[PostId, Sequence[ShownComment]]:
        found: defaultdict[PostId, list[ShownComment]] = defaultdict(list)
        if not post_ids:
            return found
        query = _shown(viewer, now).join(posts, posts.c.id == comments.c.post_id).where(posts.c.id.in_(post_ids))
        query = query.where(comments.c.id >= _oldest_of_newest(viewer, now, each)).order_by(comments.c.id)
        for row in await self._connection.execute(query):
            found[row.comment_post_id].append(_shown_from(row, viewer))
        return found

    async def take_down(self, comment_id: CommentId, reason: str, now: datetime) -> bool:
        down = {"taken_down_at": now, "taken_down_reason": reason}
        return await self._move(comment_id, comments.c.taken_down_at.is_(None), down, -1)

    async def restore(self, comment_id: CommentId) -> bool:
        up = {"taken_down_at": None, "taken_down_reason": None}
        return await self._move(comment_id, comments.c.taken_down_at.is_not(None), up, 1)

    async def _move(self, comment_id: CommentId, state: ColumnElement[bool], to: dict[str, Any], by: int) -> bool:
        comment = await self.get(comment_id)
        if comment is None:
            return False
        await lock_post(self._connection, comment.post_id)
        moved = update(comments).where(comments.c.id == comment_id, state).values(to)
        if (await self._connection.execute(moved)).rowcount == 0:
            return False
        await self._connection.execute(_COUNT, {"post": comment.post_id, "by": by})
        return True

    async def _one(self, condition: ColumnElement[bool]) -> Comment | None:
        row = (await self._connection.execute(select(*_COLUMNS).where(condition))).first()
        return None if row is None else _comment_from(row)


def _shown(viewer: AccountId | None, now: datetime) -> Select[Any]:
    writer = accounts.c.id == comments.c.author_id
    query = select(*_COLUMNS, *seen_columns(viewer)).select_from(comments).join(accounts, writer)
    return query.where(comment_visible_to(viewer, now))


def _oldest_of_newest(viewer: AccountId | None, now: datetime, each: int) -> ColumnElement[Any]:
    """Where the newest few of a post begin: a place in the index, so that the thousands before are not read."""
    place = (
        select(comments.c.id)
        .where(comments.c.post_id == posts.c.id, comment_visible_to(viewer, now))
        .order_by(comments.c.id.desc())
        .offset(each - 1)
        .limit(1)
        .correlate(posts)
    )
    return func.coalesce(place.scalar_subquery(), literal(_BEFORE_ALL, comments.c.id.type))


def _comment_from(row: Row[Any]) -> Comment:
    return Comment(
        id=row.comment_id,
        post_id=row.comment_post_id,
        author_id=row.comment_author_id,
        body=row.comment_body,
        reply_to=row.comment_reply_to,
        created_at=row.comment_created_at,
    )


def _shown_from(row: Row[Any], viewer: AccountId | None) -> ShownComment:
    return ShownComment(comment=_comment_from(row), author=seen_from(row, viewer))
