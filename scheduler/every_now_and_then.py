"""When a sweep comes next: some time from now, whenever it came before."""

from datetime import datetime, timedelta

from apscheduler.triggers.base import BaseTrigger


class EveryNowAndThen(BaseTrigger):
    """The scheduler's own interval goes through every run it missed, one by one.

    A machine that starts in 1970 and then learns the time would stand still for minutes over that.
    """

    def __init__(self, interval: timedelta) -> None:
        self._interval = interval

    def get_next_fire_time(  # pyright: ignore[reportIncompatibleMethodOverride]  # the library's own only raises
        self, previous_fire_time: datetime | None, now: datetime
    ) -> datetime:
        """See `BaseTrigger`."""
        del previous_fire_time
        return now + self._interval
