"""The time, which tests and settings can move."""

from datetime import UTC, datetime, timedelta
from typing import Protocol

# How far the clocks of the machines of one Kamra may be from each other. What says it was made later than that
# was made before the clock was set back, and counts for nothing.
APART = timedelta(minutes=1)


class Clock(Protocol):
    """Where the time comes from."""

    def now(self) -> datetime:
        """The current time, aware, in UTC."""
        ...


class SystemClock:
    """The machine's time, moved by a fixed offset (zero in real use)."""

    def __init__(self, offset: timedelta = timedelta(0)) -> None:
        self._offset = offset

    def now(self) -> datetime:
        return datetime.now(UTC) + self._offset
