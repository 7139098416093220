"""Forgets uploads whose time is over, and with them the pictures that never came."""

from domain.clock import Clock
from domain.files import Files
from domain.media.hints import announce
from domain.media.media import Status
from domain.media.remove_gone import remove_media
from domain.messages import Messages
from domain.work import Works

_AT_ONCE = 500


async def expire_uploads(works: Works, files: Files, messages: Messages, clock: Clock) -> int:
    """Remove some expired uploads; returns how many pictures went with them."""
    now = clock.now()
    async with works.write() as work:
        expired = await work.uploads.expired(now, _AT_ONCE)
        # One statement asks and marks: between two, the last byte may come and be acknowledged.
        never_came = [
            upload
            for upload in sorted(expired, key=lambda one: one.media_id)  # in the order in which others lock pictures
            if await work.processing.give_up(upload.media_id, now, while_in=[Status.PENDING])
        ]
        await work.uploads.remove([upload.id for upload in expired])
    if never_came:
        await remove_media(works, files, [upload.media_id for upload in never_came])
    for upload in never_came:
        await announce(messages, upload.account_id, upload.media_id, "gone")
    return len(never_came)
