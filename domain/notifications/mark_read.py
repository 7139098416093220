"""Somebody has looked at what they were told."""

from datetime import datetime

from domain.accounts.actor import Actor, Scope
from domain.ids import NotificationId
from domain.notifications.notice import NotificationNotFound
from domain.work import Work


async def mark_read(work: Work, actor: Actor, notification_id: NotificationId, now: datetime) -> None:
    """One of one's own is read. Raises NotificationNotFound, also when it was read before."""
    actor.demand(Scope.WRITE)
    if not await work.notifications.mark_read(actor.account.id, notification_id, now):
        raise NotificationNotFound


async def mark_all_read(work: Work, actor: Actor, now: datetime) -> bool:
    """All of one's own are read; whether one was not."""
    actor.demand(Scope.WRITE)
    return await work.notifications.mark_all_read(actor.account.id, now)
