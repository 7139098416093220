"""What people are told, as one row per kind and thing with a row for each who did it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Executable,
    Table,
    bindparam,
    case,
    delete,
    exists,
    func,
    insert,
    literal_column,
    not_,
    or_,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId, NotificationId, new_uuid
from domain.notifications.notice import Kind, Notice, Notification
from domain.paging import Page, Window
from storage.database.columns import Id, Moment
from storage.database.holding import in_order
from storage.database.notifications_shown import is_shown, is_wanted, page_of
from storage.database.tables.notifications import notification_actors, notifications
from storage.database.tables.posts import comments

# Put together once, because that takes as long as having them done.
_now = bindparam("now", type_=Moment())
_HELD = (
    select(notifications.c.id)
    .where(
        notifications.c.account_id == bindparam("told"),
        notifications.c.kind == bindparam("kind"),
        notifications.c.about == bindparam("about"),
    )
    .with_for_update()
)
_notification, _actor = bindparam("notification", type_=Id()), bindparam("actor", type_=Id())
_known = exists().where(
    notification_actors.c.notification_id == _notification, notification_actors.c.actor_id == _actor
)
_ADD_ACTOR = insert(notification_actors).from_select(
    ["notification_id", "actor_id", "created_at"], select(_notification, _actor, _now).where(not_(_known))
)


def _tell(insert_into: Callable[[Table], Any]) -> Executable:
    """Adds the notification or, where there is one, opens it anew, unless this actor is in it and only that matters."""
    its = insert_into(notifications).values(
        id=_notification,
        account_id=bindparam("told"),
        updated_at=_now,
        **{name: bindparam(f"its_{name}", type_=notifications.c[name].type) for name in _GIVEN},
    )
    # As text: an insert has no rows of its own that the query inside could mean, and would become one of all rows.
    of_this = literal_column("notifications.id", Id())
    is_in = exists().where(notification_actors.c.notification_id == of_this, notification_actors.c.actor_id == _actor)
    is_worth_a_look = or_(bindparam("each", type_=Boolean()), not_(is_in))
    anew = {"updated_at": its.excluded.updated_at, "read_at": None, "text": its.excluded.text}
    return its.on_conflict_do_update(
        index_elements=[notifications.c.account_id, notifications.c.kind, notifications.c.about],
        set_={name: case((is_worth_a_look, value), else_=notifications.c[name]) for name, value in anew.items()},
    ).returning(notifications.c.id)


_GIVEN = ("kind", "about", "post_id", "comment_id", "text")
_TELL = {"sqlite": _tell(sqlite.insert), "postgresql": _tell(postgresql.insert)}


class NotificationRows:
    """Implements `domain.notifications.notice.Notifications`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def is_wanted(self, notice: Notice, now: datetime) -> bool:
        things = {"actor": notice.actor, "post": notice.post_id, "comment": notice.comment_id}
        given = {name: thing for name, thing in things.items() if notice.actor is not None and thing is not None}
        query = is_wanted(of_somebody="actor" in given, of_a_post="post" in given, of_a_comment="comment" in given)
        asked = {"viewer": notice.to, "now": now, **given}
        return bool((await self._connection.execute(query, asked)).scalar_one())

    async def add(self, notice: Notice, now: datetime) -> bool:
        # Each comment, and each word of a moderator, is worth a look.
        each = notice.kind is Kind.COMMENTED or notice.actor is None
        own_id = new_uuid()
        values = {
            "notification": own_id,
            "told": notice.to,
            "now": now,
            "its_kind": notice.kind.value,
            "its_about": notice.about,
            "its_post_id": notice.post_id,
            # Of several comments the newest is looked up: the row must not go with one of them.
            "its_comment_id": None if notice.kind is Kind.COMMENTED else notice.comment_id,
            "its_text": notice.text,
            "each": each,
            "actor": notice.actor,
        }
        told: UUID = (await self._connection.execute(_TELL[self._connection.dialect.name], values)).scalar_one()
        if notice.actor is None:
            return True
        return await self._has_new_actor(told, notice.actor, now) or each or told == own_id

    async def withdraw(self, notice: Notice) -> bool:
        found = await self._held(notice)
        if found is None or await self._said_more(notice):
            return False
        removed = delete(notification_actors).where(
            notification_actors.c.notification_id == found, notification_actors.c.actor_id == notice.actor
        )
        is_gone = (await self._connection.execute(removed)).rowcount > 0
        await self._connection.execute(delete(notifications).where(notifications.c.id == found, _has_no_actor()))
        return is_gone or notice.actor is None

    async def list(
        self, account_id: AccountId, window: Window, now: datetime, *, unread_only: bool = False
    ) -> Page[Notification]:
        return await page_of(self._connection, account_id, window, now, unread_only=unread_only)

    async def unread_count(self, account_id: AccountId, now: datetime) -> int:
        query = select(func.count()).select_from(notifications).where(_unread_of(account_id), is_shown(account_id, now))
        return (await self._connection.execute(query)).scalar_one()

    async def mark_read(self, account_id: AccountId, notification_id: NotificationId, now: datetime) -> bool:
        its = (_unread_of(account_id), notifications.c.id == notification_id, is_shown(account_id, now))
        return (await self._connection.execute(update(notifications).where(*its).values(read_at=now))).rowcount > 0

    async def mark_all_read(self, account_id: AccountId, now: datetime) -> bool:
        query = update(notifications).where(in_order(notifications.c.id, _unread_of(account_id))).values(read_at=now)
        return (await self._connection.execute(query)).rowcount > 0

    async def remove_all_of(self, account_id: AccountId) -> None:
        named_in = select(notification_actors.c.notification_id).where(notification_actors.c.actor_id == account_id)
        held = select(notifications.c.id).where(notifications.c.id.in_(named_in)).order_by(notifications.c.id)
        touched = (await self._connection.execute(held.with_for_update())).scalars().all()
        for statement in (
            delete(notifications).where(in_order(notifications.c.id, notifications.c.account_id == account_id)),
            delete(notification_actors).where(notification_actors.c.actor_id == account_id),
        ):
            await self._connection.execute(statement)
        for start in range(0, len(touched), 500):  # SQLite takes only so many values in one statement
            few = notifications.c.id.in_(touched[start : start + 500])
            await self._connection.execute(delete(notifications).where(few, _has_no_actor()))

    async def _held(self, notice: Notice) -> UUID | None:
        its = {"told": notice.to, "kind": notice.kind.value, "about": notice.about}
        return (await self._connection.execute(_HELD, its)).scalar_one_or_none()

    async def _has_new_actor(self, notification_id: UUID, actor: AccountId, now: datetime) -> bool:
        values = {"notification": notification_id, "actor": actor, "now": now}
        return (await self._connection.execute(_ADD_ACTOR, values)).rowcount > 0

    async def _said_more(self, notice: Notice) -> bool:
        if notice.kind is not Kind.COMMENTED:
            return False
        others = select(comments.c.id).where(
            comments.c.post_id == notice.post_id,
            comments.c.author_id == notice.actor,
            comments.c.id != notice.comment_id,
            comments.c.taken_down_at.is_(None),
        )
        return (await self._connection.execute(others.limit(1))).first() is not None


def _unread_of(account_id: AccountId) -> ColumnElement[bool]:
    return (notifications.c.account_id == account_id) & notifications.c.read_at.is_(None)


def _has_no_actor() -> ColumnElement[bool]:
    return not_(exists().where(notification_actors.c.notification_id == notifications.c.id))
