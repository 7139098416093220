"""What stayed taken down for a month goes for good."""

from datetime import datetime, timedelta

from domain.ids import CommentId, PostId
from domain.moderation.audit import Action, write_down
from domain.moderation.target import Target, TargetKind
from domain.work import Work, Works

REVERSIBLE_FOR = timedelta(days=30)


async def purge(works: Works, now: datetime) -> int:
    """Remove it, each in a transaction of its own, so that nobody waits for all; returns how many."""
    before = now - REVERSIBLE_FOR
    async with works.read() as work:
        due = await work.moderated.taken_down_before(before)
    removed = 0
    for target in due:
        async with works.write() as work:
            removed += await _purge(work, target, before, now)
    return removed


async def _purge(work: Work, target: Target, before: datetime, now: datetime) -> bool:
    held = await work.moderated.hold_taken_down(target)
    if held is None or held.at > before:  # a moderator was faster
        return False
    if target.kind is TargetKind.POST:
        await work.posts.remove(PostId(target.id))
    else:
        await work.comments.remove(CommentId(target.id))
    await work.flags.remove_about(target)
    await work.appeals.remove_about(target)
    await write_down(work.audit, Action.PURGE, target, by=None, reason="", now=now)
    return True
