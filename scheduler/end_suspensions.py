"""Lifts suspensions whose time is over, so that a clock that is set back does not bring one back."""

from domain.clock import Clock
from domain.work import Works


async def end_suspensions(works: Works, clock: Clock) -> int:
    """Lift them; returns how many."""
    async with works.write() as work:
        return await work.accounts.end_suspensions(clock.now())
