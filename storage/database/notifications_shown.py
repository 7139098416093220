"""Which notifications a person is shown, with whom and what of each they may see now."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, and_, bindparam, exists, func, literal, not_, or_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.graph.seen_account import SeenAccount
from domain.ids import AccountId, NotificationId
from domain.notifications.notice import Kind, Notification
from domain.paging import Page, Window, cut_page
from storage.database.columns import from_microseconds, to_microseconds
from storage.database.cursors import id_in
from storage.database.parameters import NOW, VIEWER
from storage.database.people import seen_columns, seen_from
from storage.database.tables.accounts import accounts
from storage.database.tables.graph import mutes
from storage.database.tables.notifications import notification_actors, notifications
from storage.database.tables.posts import comments, posts
from storage.database.visibility import comment_visible_to, person_listed_for, post_visible_to

_NEWEST = 3
_FROM_MODERATORS = notifications.c.kind.in_([Kind.TAKEN_DOWN.value, Kind.APPEAL_ANSWERED.value])


@cache
def is_wanted(*, of_somebody: bool, of_a_post: bool, of_a_comment: bool) -> Select[bool]:
    """Asks whether who is told (`viewer`) may see who acted (`actor`) and what it is about (`post`, `comment`) `now`,
    and has not muted them.
    """
    if not of_somebody:
        return select(exists().where(accounts.c.id == VIEWER, accounts.c.gone_at.is_(None)))
    wanted = [exists().where(accounts.c.id == bindparam("actor"), _heard_by(VIEWER, NOW))]
    if of_a_post:
        wanted.append(exists().where(posts.c.id == bindparam("post"), post_visible_to(VIEWER, NOW)))
    if of_a_comment:
        wanted.append(exists().where(comments.c.id == bindparam("comment"), comment_visible_to(VIEWER, NOW)))
    return select(and_(*wanted))


def is_shown(viewer: AccountId, now: datetime) -> ColumnElement[bool]:
    """Rows of `notifications` that this person is shown: somebody and something of it is there for their eyes."""
    somebody = exists().where(
        notification_actors.c.notification_id == notifications.c.id,
        accounts.c.id == notification_actors.c.actor_id,
        _heard_by(viewer, now),
    )
    post = exists().where(posts.c.id == notifications.c.post_id, post_visible_to(viewer, now))
    comment = exists().where(comments.c.id == notifications.c.comment_id, comment_visible_to(viewer, now))
    something = and_(or_(notifications.c.post_id.is_(None), post), or_(notifications.c.comment_id.is_(None), comment))
    return or_(_FROM_MODERATORS, and_(somebody, something))


async def page_of(
    connection: AsyncConnection, viewer: AccountId, window: Window, now: datetime, *, unread_only: bool
) -> Page[Notification]:
    """What a person is told, the latest change first."""
    place = tuple_(notifications.c.updated_at, notifications.c.id)
    query = (
        select(notifications, _newest_comment(viewer, now).label("newest_comment"))
        .where(notifications.c.account_id == viewer, is_shown(viewer, now))
        .order_by(notifications.c.updated_at.desc(), notifications.c.id.desc())
        .limit(window.limit + 1)
    )
    if unread_only:
        query = query.where(notifications.c.read_at.is_(None))
    if window.after is not None:
        at, last = window.after
        moment = from_microseconds(at if isinstance(at, int) else 0)
        query = query.where(
            place
            < tuple_(literal(moment, notifications.c.updated_at.type), literal(id_in(last), notifications.c.id.type))
        )
    rows = (await connection.execute(query)).all()
    page = cut_page("notifications", rows, window.limit, lambda row: (to_microseconds(row.updated_at), str(row.id)))
    actors, counts = await _actors_of(connection, viewer, [row.id for row in page.items], now)
    shown = tuple(_notification(row, actors[row.id], counts.get(row.id, 1)) for row in page.items)
    return Page(items=shown, next_cursor=page.next_cursor)


def _heard_by(viewer: AccountId, now: datetime) -> ColumnElement[bool]:
    muted = exists().where(mutes.c.muter_id == viewer, mutes.c.muted_id == accounts.c.id)
    return and_(person_listed_for(viewer, now), not_(muted))


def _newest_comment(viewer: AccountId, now: datetime) -> Any:
    return (
        select(comments.c.id)
        .where(
            notifications.c.kind == Kind.COMMENTED.value,
            comments.c.post_id == notifications.c.post_id,
            comments.c.author_id == notification_actors.c.actor_id,
            notification_actors.c.notification_id == notifications.c.id,
            accounts.c.id == comments.c.author_id,
            _heard_by(viewer, now),
            comment_visible_to(viewer, now),
        )
        .order_by(comments.c.id.desc())
        .limit(1)
        .correlate(notifications)
        .scalar_subquery()
    )


async def _actors_of(
    connection: AsyncConnection, viewer: AccountId, ids: Sequence[UUID], now: datetime
) -> tuple[dict[UUID, list[SeenAccount]], dict[UUID, int]]:
    of_one = notification_actors.c.notification_id
    newest_first = (notification_actors.c.created_at.desc(), notification_actors.c.actor_id.desc())
    ranked = (
        select(
            of_one.label("of_one"),
            *seen_columns(viewer),
            func.row_number().over(partition_by=of_one, order_by=newest_first).label("place"),
            func.count().over(partition_by=of_one).label("how_many"),
        )
        .where(of_one.in_(ids), accounts.c.id == notification_actors.c.actor_id, _heard_by(viewer, now))
        .subquery()
    )
    query: Select[Any] = select(ranked).where(ranked.c.place <= _NEWEST).order_by(ranked.c.place)
    actors: dict[UUID, list[SeenAccount]] = defaultdict(list)
    counts: dict[UUID, int] = {}
    for row in await connection.execute(query):
        actors[row.of_one].append(seen_from(row, viewer))
        counts[row.of_one] = row.how_many
    return actors, counts


def _notification(row: Row[Any], actors: Sequence[SeenAccount], count: int) -> Notification:
    return Notification(
        id=NotificationId(row.id),
        kind=Kind(row.kind),
        actors=tuple(actors),
        count=count,
        post_id=row.post_id,
        comment_id=row.comment_id or row.newest_comment,
        text=row.text,
        updated_at=row.updated_at,
        is_read=row.read_at is not None,
    )
