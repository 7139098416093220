"""The way out for good, the same for the API and for the pages."""

from domain.accounts.leave import leave
from domain.ids import AccountId
from domain.media.remove_gone import remove_account
from ui.accounts.ended_sessions import tell_ended
from ui.parts import Parts


async def leave_for_good(parts: Parts, account_id: AccountId) -> None:
    """Have a person and everything of theirs be gone: for everybody at once, from disk before this returns.

    Whoever calls this has asked whether it may be. Raises LastAdmin.
    """
    async with parts.works.write() as work:
        ended = await leave(work, account_id, parts.clock.now())
    await tell_ended(parts.messages, ended)
    await remove_account(parts.works, parts.files, account_id)
