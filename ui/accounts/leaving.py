"""The way out for good, the same for the API and for the pages."""

from domain.accounts.leave import leave
from domain.ids import AccountId
from domain.media.remove_gone import remove_account
from domain.rooms.hints import tell_over
from ui.accounts.ended_sessions import tell_ended
from ui.parts import Parts

_ROOMS = 1000


async def leave_for_good(parts: Parts, account_id: AccountId) -> None:
    """Have a person and everything of theirs be gone: for everybody at once, from disk before this returns.

    Whoever calls this has asked whether it may be. Raises LastAdmin.
    """
    async with parts.works.write() as work:
        ended = await leave(work, account_id, parts.clock.now())
        rooms = await work.rooms.to_empty(_ROOMS, account_id)
    await tell_ended(parts.messages, ended)
    for room_id in rooms:
        await tell_over(parts.messages, room_id)
    await remove_account(parts.works, parts.files, account_id)
