"""Ending what is over: rooms whose time has come, and objects whose senders never came back.

Nobody gets anything of these from the very second on; here their bytes go, and later what is remembered of them.
"""

from datetime import datetime

from domain.clock import Clock
from domain.files import Files
from domain.messages import Messages
from domain.resting import Rest, no_rest
from domain.rooms.empty_room import empty_rooms
from domain.rooms.hints import tell_over
from domain.rooms.remove_objects import mark_removed, remove_objects
from domain.rooms.room import REMEMBERED
from domain.rooms.stored_object import ObjectState, StoredObject
from domain.work import Work, Works

_AT_ONCE = 100


async def end_rooms(works: Works, files: Files, messages: Messages, clock: Clock, rest: Rest = no_rest) -> int:
    """Empty every room that is over, and forget those that have been for `REMEMBERED`; returns how many of both."""
    while True:
        async with works.write() as work:
            expired = await work.rooms.note_expired(clock.now(), _AT_ONCE)
        for room_id in expired:
            await tell_over(messages, room_id)
        if not expired:
            break
    emptied, forgotten = await empty_rooms(works, files, rest=rest), 0
    while True:
        async with works.write() as work:
            some = await work.rooms.forget(clock.now() - REMEMBERED, _AT_ONCE)
        forgotten += some
        if not some:
            return emptied + forgotten


async def remove_abandoned_objects(works: Works, files: Files, clock: Clock, rest: Rest = no_rest) -> int:
    """Remove objects that lapsed, and those whose removal a crash cut short; returns how many."""
    while lapsed := await _lapsed(works, clock.now()):
        for stored in lapsed:
            async with works.write() as work:
                await _mark_if_still_lapsed(work, stored, clock.now())
            await rest()
    removed = 0
    while True:
        async with works.read() as work:
            marked = await work.room_objects.deleting(_AT_ONCE)
        if not marked:
            return removed
        for room_id in dict.fromkeys(room_id for room_id, _ in marked):
            await remove_objects(works, files, room_id, [one for its, one in marked if its == room_id])
            await rest()
        removed += len(marked)


async def _lapsed(works: Works, now: datetime) -> list[StoredObject]:
    async with works.read() as work:
        return list(await work.room_objects.lapsed(now, _AT_ONCE))


async def _mark_if_still_lapsed(work: Work, lapsed: StoredObject, now: datetime) -> None:
    """Somebody may go on with it at this very moment; then it stays."""
    if await work.rooms.hold(lapsed.room_id) is None:
        return
    stored = await work.room_objects.hold(lapsed.room_id, lapsed.id)
    if stored is not None and stored.state is ObjectState.UPLOADING and stored.reserved_until <= now:
        await mark_removed(work, stored.room_id, [stored])
