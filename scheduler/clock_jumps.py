"""Notices when the machine's clock was set, by the other one that only ever counts."""

import time

_SLACK = 5  # seconds; less is the slow correction that time servers make all the time


class ClockJumps:
    """Compares the time of day with the time since the machine was started."""

    def __init__(self) -> None:
        self._apart = _apart()

    def again(self) -> bool:
        """Whether the clock jumped since this was last asked; waking from sleep is a jump as well."""
        apart, before = _apart(), self._apart
        if abs(apart - before) < _SLACK:
            return False
        self._apart = apart
        return True


def _apart() -> float:
    return time.time() - time.monotonic()
