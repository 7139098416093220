"""Removes for good what moderators took down a month ago."""

from domain.clock import Clock
from domain.moderation.purge import purge
from domain.work import Works


async def purge_taken_down(works: Works, clock: Clock) -> int:
    """Remove it; returns how many posts and comments."""
    return await purge(works, clock.now())
