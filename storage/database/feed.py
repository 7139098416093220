"""The feed, read in two phases, exact and the same on both databases.

First the newest post of each person one follows is looked up before the cursor, by index, and the people of the newest
of these are taken: nobody else can be on the page. Then the page is read from their posts only.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, literal, not_, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId
from domain.paging import Page, Window, cut_page
from domain.posts.post import ShownPost
from storage.database.cursors import id_in
from storage.database.post_rows import read_shown, shown_posts
from storage.database.tables.accounts import accounts
from storage.database.tables.graph import follows, mutes
from storage.database.tables.posts import posts
from storage.database.visibility import REACH_AUTHOR, REACH_FOLLOWERS, is_active, not_blocked, post_visible_to

_AFTER_ALL = UUID(int=(1 << 128) - 1)
_BEFORE_ALL = UUID(int=0)


class FeedRows:
    """Implements `domain.posts.collections.Feed`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def page(self, viewer: AccountId, window: Window, now: datetime) -> Page[ShownPost]:
        before = _AFTER_ALL if window.after is None else id_in(window.after[0])
        query = feed_query(viewer, before, window.limit + 1, now)
        rows = (await self._connection.execute(query)).all()
        page = cut_page("feed", rows, window.limit, lambda row: (str(row.post_id),))
        return Page(
            items=tuple(await read_shown(self._connection, page.items, viewer, now)), next_cursor=page.next_cursor
        )


def feed_query(viewer: AccountId, before: UUID, count: int, now: datetime) -> Select[Any]:
    """The `count` newest posts of the feed with smaller ids than `before`, as `shown_posts`."""
    top = _people_with_newest(viewer, before, count, now).cte("top")
    newest_last = select(top.c.newest).order_by(top.c.newest.desc().nulls_last())
    candidate = posts.alias("candidate")
    page = (
        select(candidate.c.id)
        .join_from(
            top,
            candidate,
            and_(
                candidate.c.author_id == top.c.author_id,
                candidate.c.reach >= top.c.least,
                candidate.c.id <= top.c.newest,
                # That many people have a post as new as the last of them, so the page does not reach farther back,
                candidate.c.id >= _or_first(newest_last.offset(count - 1).limit(1)),
                # nor farther than that many posts of one person.
                candidate.c.id >= _or_first(_place(top.c.author_id, top.c.least, before, count - 1)),
            ),
        )
        .order_by(candidate.c.id.desc())
        .limit(count)
    )
    its = (posts.c.id.in_(page), post_visible_to(viewer, now))
    return shown_posts(viewer).where(*its).order_by(posts.c.id.desc())


def _people_with_newest(viewer: AccountId, before: UUID, count: int, now: datetime) -> Select[Any, Any, Any]:
    """The `count` people of the feed with the newest posts: who, how far a post must at least go, the newest."""
    followed = select(follows.c.followed_id).where(follows.c.follower_id == viewer, follows.c.state == "accepted")
    muted = exists().where(mutes.c.muter_id == viewer, mutes.c.muted_id == accounts.c.id)
    is_own = accounts.c.id == viewer
    least = case((is_own, REACH_AUTHOR), else_=REACH_FOLLOWERS)
    newest = _place(accounts.c.id, least, before, 0).scalar_subquery()
    return (
        select(accounts.c.id.label("author_id"), least.label("least"), newest.label("newest"))
        .where(
            accounts.c.id.in_(followed.union_all(select(literal(viewer, accounts.c.id.type)))),
            is_active(accounts, now),
            or_(is_own, not_(muted)),
            not_blocked(viewer, accounts.c.id),
        )
        .order_by(newest.desc().nulls_last())
        .limit(count)
    )


def _place(author: ColumnElement[Any], least: ColumnElement[Any], before: UUID, behind: int) -> Select[Any]:
    """The id of the post of this author that so many newer ones stand before."""
    one = posts.alias("one")
    its = select(one.c.id).where(one.c.author_id == author, one.c.reach >= least, one.c.id < before)
    return its.order_by(one.c.id.desc()).offset(behind).limit(1)


def _or_first(place: Select[Any]) -> ColumnElement[Any]:
    return func.coalesce(place.scalar_subquery(), literal(_BEFORE_ALL, posts.c.id.type))
