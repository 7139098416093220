"""The feed, read in two phases, exact and the same on both databases.

First the newest post of each person one follows is looked up before the cursor, by index, and the people of the newest
of these are taken: nobody else can be on the page. Then the page is read from their posts only. Who follows many mostly
has a page among the newest posts of all, which are looked at before (`feed_newest`).
"""

from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, Select, and_, bindparam, case, func, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId
from domain.paging import Page, Window, cut_page
from domain.posts.post import ShownPost
from storage.database.cursors import id_in
from storage.database.feed_newest import full_page_of_newest
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
        asked = {
            "viewer": viewer,
            "before": _AFTER_ALL if window.after is None else id_in(window.after[0]),
            "now": now,
            "count": window.limit + 1,
            "last": window.limit,
        }
        rows = await full_page_of_newest(self._connection, asked)
        if rows is None:
            rows = (await self._connection.execute(FEED, asked)).all()
        page = cut_page("feed", rows, window.limit, lambda row: (str(row.post_id),))
        shown = await read_shown(self._connection, page.items, viewer, now)
        return Page(items=tuple(shown), next_cursor=page.next_cursor)


# What the query is asked with. It is put together once, because that takes as long as answering it.
_own_id = bindparam("viewer", type_=posts.c.author_id.type)
_viewer = cast("AccountId", _own_id)
_now = cast("datetime", bindparam("now", type_=posts.c.created_at.type))
_before = bindparam("before", type_=posts.c.id.type)
_count, _last = bindparam("count", type_=Integer()), bindparam("last", type_=Integer())


def _feed() -> Select[Any]:
    """The `count` newest posts of the feed with smaller ids than `before`, as `shown_posts`; `last` is one less."""
    top = _people_with_newest().cte("top")
    newest_last = select(top.c.newest).order_by(top.c.newest.desc().nulls_last()).offset(_last).limit(1)
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
                candidate.c.id >= _or_first(newest_last),
                # nor farther than that many posts of one person.
                candidate.c.id >= _or_first(_place(top.c.author_id, top.c.least).offset(_last)),
            ),
        )
        .order_by(candidate.c.id.desc())
        .limit(_count)
    )
    its = (posts.c.id.in_(page), post_visible_to(_viewer, _now))
    return shown_posts(_viewer).where(*its).order_by(posts.c.id.desc())


def _people_with_newest() -> Select[Any, Any, Any]:
    """The `count` people of the feed with the newest posts: who, how far a post must at least go, the newest."""
    followed = select(follows.c.followed_id.label("id")).where(
        follows.c.follower_id == _viewer, follows.c.state == "accepted"
    )
    person = followed.union_all(select(_own_id)).subquery("person")
    muted = select(mutes.c.muted_id).where(mutes.c.muter_id == _viewer)  # one set, not asked anew for each person
    is_own = accounts.c.id == _viewer
    least = case((is_own, REACH_AUTHOR), else_=REACH_FOLLOWERS)
    # Ordered by its name: said again, it would be looked up again.
    newest = _place(accounts.c.id, least).scalar_subquery().label("newest")
    return (
        select(accounts.c.id.label("author_id"), least.label("least"), newest)
        .join_from(person, accounts, accounts.c.id == person.c.id)
        .where(is_active(accounts, _now), or_(is_own, accounts.c.id.not_in(muted)), not_blocked(_viewer, accounts.c.id))
        .order_by(newest.desc().nulls_last())
        .limit(_count)
    )


def _place(author: ColumnElement[Any], least: ColumnElement[Any]) -> Select[Any]:
    """The id of the newest post of this author; with an offset, that of the one so many newer ones stand before."""
    one = posts.alias("one")
    its = select(one.c.id).where(one.c.author_id == author, one.c.reach >= least, one.c.id < _before)
    return its.order_by(one.c.id.desc()).limit(1)


def _or_first(place: Select[Any]) -> ColumnElement[Any]:
    return func.coalesce(place.scalar_subquery(), literal(_BEFORE_ALL, posts.c.id.type))


FEED = _feed()
