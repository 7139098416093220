"""Writes down when people, sessions and tokens were last used, which reading alone must not."""

from datetime import timedelta

from domain.accounts.last_seen import LastSeen
from domain.work import Works


async def write_last_seen(works: Works, seen: LastSeen, session_life: timedelta) -> int:
    """Keep what was collected since the last time; returns how many people were seen."""
    if seen.is_empty:
        return 0
    async with works.write() as work:
        return await seen.write(work, session_life)
