"""Figures beside rows, counted anew."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ColumnElement, ScalarSelect, and_, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.counters import Counted, Looked
from storage.database.accounts import IS_HERE
from storage.database.tables.accounts import accounts
from storage.database.tables.graph import follows
from storage.database.tables.posts import comments, likes, posts


class CounterRows:
    """Implements `domain.counters.Counters`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def look(self, at: Counted, after: UUID | None, limit: int) -> Looked:
        id_ = _IDS[at]
        query = select(id_, _is_wrong(at).label("wrong")).order_by(id_).limit(limit)
        rows = (await self._connection.execute(query if after is None else query.where(id_ > after))).all()
        return Looked(wrong=[row.id for row in rows if row.wrong], last=rows[-1].id if rows else None)

    async def correct(self, at: Counted, ids: Sequence[UUID]) -> int:
        id_ = _IDS[at]
        # Whoever changes a figure holds its row when they are done, so a count that begins after this one holds it
        # sees all that the figure has, and what comes later adds to it.
        held = select(id_).where(id_.in_(ids)).order_by(id_).with_for_update(key_share=True)
        await self._connection.execute(held)
        counted = update(id_.table).where(id_.in_(ids), _is_wrong(at)).values(_FIGURES[at])
        return (await self._connection.execute(counted)).rowcount


def _count(*conditions: ColumnElement[bool]) -> ScalarSelect[int]:
    return select(func.count()).where(*conditions).scalar_subquery()


def _posts_of_a_person(visibility: str) -> ScalarSelect[int]:
    its = (posts.c.author_id == accounts.c.id, posts.c.visibility == visibility, posts.c.taken_down_at.is_(None))
    return _count(*its).correlate(accounts)


def _follows_of_a_person(side: Column[Any]) -> ScalarSelect[int]:
    return _count(side == accounts.c.id, follows.c.state == "accepted").correlate(accounts)


def _is_wrong(at: Counted) -> ColumnElement[bool]:
    differs = or_(*(figure != counted for figure, counted in _FIGURES[at].items()))
    # Who has left is nobody's any more: until their row is removed it keeps figures of what went at once.
    return and_(IS_HERE, differs) if at is Counted.PEOPLE else differs


_IDS: Mapping[Counted, Column[Any]] = {Counted.PEOPLE: accounts.c.id, Counted.POSTS: posts.c.id}
_FIGURES: Mapping[Counted, Mapping[Column[Any], ScalarSelect[int]]] = {
    Counted.PEOPLE: {
        accounts.c.followers: _follows_of_a_person(follows.c.followed_id),
        accounts.c.following: _follows_of_a_person(follows.c.follower_id),
        accounts.c.posts: _posts_of_a_person("public"),
        accounts.c.posts_followers: _posts_of_a_person("followers"),
        accounts.c.posts_me: _posts_of_a_person("me"),
    },
    Counted.POSTS: {
        posts.c.like_count: _count(likes.c.post_id == posts.c.id).correlate(posts),
        posts.c.comment_count: _count(comments.c.post_id == posts.c.id, comments.c.taken_down_at.is_(None)).correlate(
            posts
        ),
    },
}
