"""Tells people what others did, and takes it back when it is undone."""

from datetime import datetime

from domain.notifications.notice import Notice
from domain.work import Work


async def tell(work: Work, notice: Notice, now: datetime) -> bool:
    """Tell somebody, unless they did it themselves, have muted who did, or may not see them or what it is about.

    Whether there is something new to look at: after the commit the way in then hints at it.
    """
    if notice.to == notice.actor or not await work.notifications.is_wanted(notice, now):
        return False
    return await work.notifications.add(notice, now)


async def take_back(work: Work, notice: Notice) -> bool:
    """The act was undone: it stands in no notification any more; call it before a comment's row goes.

    Whether something is gone from what the person sees.
    """
    return await work.notifications.withdraw(notice)
