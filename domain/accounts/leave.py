"""A person goes: from one commit on they and everything of theirs is gone for everybody."""

from collections.abc import Sequence
from datetime import datetime

from domain.accounts.account import AccountNotFound
from domain.accounts.roles import demand_another_admin
from domain.accounts.traces import remove_traces
from domain.ids import AccountId, SessionId
from domain.work import Work


async def leave(work: Work, account_id: AccountId, now: datetime) -> Sequence[SessionId]:
    """Mark the person and their pictures as gone; returns the sessions that ended.

    The handle is free again; files and rows follow, now or by a sweep. Raises AccountNotFound, LastAdmin.
    """
    await work.accounts.hold_admins()
    await work.follows.hold_around(account_id)
    account = await work.accounts.hold(account_id)
    if account is None:
        raise AccountNotFound
    await demand_another_admin(work, account)
    await work.accounts.mark_gone(account.id, now)
    await work.media.mark_all_gone(account.id, now)
    await work.rooms.close_all_of(account.id, now)
    await remove_traces(work, account.id)
    await work.invites.remove_all_of(account.id)
    await work.api_tokens.end_all(account.id)
    await work.reset_links.remove_of(account.id)
    return await work.sessions.end_all(account.id)
