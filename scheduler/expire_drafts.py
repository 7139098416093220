"""Removes drafts that nobody kept in time; nobody sees them from that second on, this takes their bytes."""

from domain.clock import Clock
from domain.files import Files
from domain.media.hints import announce
from domain.media.remove_gone import remove_media
from domain.messages import Messages
from domain.work import Works


async def expire_drafts(works: Works, files: Files, messages: Messages, clock: Clock) -> int:
    """Remove them, and have open pages let go of them; returns how many."""
    async with works.write() as work:
        # One statement asks and marks: between two, somebody may keep one.
        over = await work.media.mark_drafts_gone(clock.now())
    if over:
        await remove_media(works, files, list(over))
    for media_id, owner_id in over.items():
        await announce(messages, owner_id, media_id, "gone")
    return len(over)
